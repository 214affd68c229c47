//! What the hall sees on the second screen: the pair that is signing, or between two pairs the list.

use std::sync::Arc;

use eframe::egui::{
    self, Align2, Color32, CornerRadius, Galley, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui,
    ViewportBuilder, ViewportClass, ViewportCommand, ViewportId, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::ceremony_parts::Strokes;

use crate::domain::{Id, Mou, MouState};
use crate::i18n::message;
use crate::ops::{CeremonyAnswer, Seat, Signing};
use crate::ui::action::Cx;
use crate::ui::colours::STAGE;
use crate::ui::pictures;
use crate::ui::theme::{
    self, Kind, STAGE_NAME, STAGE_PERSON, STAGE_SMALL, STAGE_STRONG, STAGE_TEXT, STAGE_TITLE,
};

/// The width the sizes of the stage are for, in points.
const WIDE: f32 = 1_366.0;
/// So many pairs of the list are shown around the next one.
const LISTED: usize = 9;
/// Where the names of a pair begin, for that width.
const SEATS_TOP: f32 = 270.0;
/// Where what they sign stands.
const SUBJECT_TOP: f32 = 578.0;
/// A name has as many lines as the room is high: fewer make a long one so small that nobody in the hall reads it.
const LINES: usize = 8;

/// The window for the projector.
#[derive(Default)]
pub(super) struct Projector {
    /// It is open.
    pub(super) open: bool,
}

impl Projector {
    /// Draws the window. It goes on when the projector is unplugged: the system moves it to the other screen.
    /// Returns what was pressed in it of what belongs to the board.
    pub(super) fn ui(
        &mut self,
        ui: &Ui,
        cx: &Cx<'_>,
        answer: &CeremonyAnswer,
        stage: Option<Id<Mou>>,
    ) -> Strokes {
        if !self.open {
            return Strokes::default();
        }
        let title = cx.t(&message("ceremony-window"));
        let builder = ViewportBuilder::default().with_title(title).with_inner_size(vec2(960.0, 540.0));
        let id = ViewportId::from_hash_of("projector");
        ui.ctx().show_viewport_immediate(id, builder, |ui, class| {
            draw(ui, cx, answer, stage);
            // Whether it covers its screen is known to the window alone: the system may change it, too.
            let full = ui.input(|input| input.viewport().fullscreen.unwrap_or(false));
            let (closes, toggles) = ui.input_mut(|input| {
                let toggles = input.consume_key(Modifiers::NONE, Key::F11)
                    || input.pointer.button_double_clicked(egui::PointerButton::Primary)
                    || (full && input.consume_key(Modifiers::NONE, Key::Escape));
                (input.viewport().close_requested(), toggles)
            });
            if closes {
                self.open = false;
            }
            if toggles {
                ui.ctx().send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
            // Where it is no window of its own, its keys are those of the board.
            if class == ViewportClass::Immediate { Strokes::take(ui) } else { Strokes::default() }
        })
    }
}

/// Draws the stage over the whole window.
fn draw(ui: &mut Ui, cx: &Cx<'_>, answer: &CeremonyAnswer, stage: Option<Id<Mou>>) {
    let rect = ui.max_rect();
    ui.set_clip_rect(rect);
    let scale = (rect.width() / WIDE).min(rect.height() / 768.0).max(0.2);
    ground(ui, rect, scale);
    head(ui, cx, answer, rect, scale);
    let shown = stage.and_then(|id| answer.pairs.iter().position(|pair| pair.id == id));
    let spoken = match shown.and_then(|place| answer.pairs.get(place)) {
        Some(pair) => pair_on_stage(ui, cx, pair, rect, scale),
        None => list(ui, cx, answer, rect, scale),
    };
    let next = answer.pairs.iter().skip(shown.map_or(0, |place| place + 1)).find(|pair| pair.waits());
    foot(ui, cx, answer, shown, next, rect, scale);
    let whole = ui.interact(rect, ui.scope_id().with("stage"), Sense::click());
    whole.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &spoken));
}

/// Words of at most so many lines around a point; returns their height.
fn words(ui: &Ui, text: &str, kind: Kind, ink: Color32, at: egui::Pos2, width: f32, lines: usize) -> f32 {
    let mut kind = kind;
    // A long name grows smaller before it loses a letter.
    let mut galley = centred(ui, text, kind, ink, width, lines);
    for _ in 0..16 {
        if !galley.elided {
            break;
        }
        kind = kind.scaled(0.92);
        galley = centred(ui, text, kind, ink, width, lines);
    }
    let size = galley.size();
    ui.painter().galley(pos2(at.x, at.y), galley, ink);
    size.y
}

fn centred(ui: &Ui, text: &str, kind: Kind, ink: Color32, width: f32, lines: usize) -> Arc<Galley> {
    let mut job = theme::job(text, kind, ink, width, lines);
    job.halign = egui::Align::Center;
    ui.painter().layout_job(job)
}

fn ground(ui: &Ui, rect: Rect, scale: f32) {
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::ZERO, STAGE.ground);
    let ring = Stroke::new(1.6 * scale, STAGE.ring);
    for (along, high) in [(0.02, 0.98), (0.23, 1.06), (0.5, 1.07), (0.77, 1.06), (0.98, 0.98)] {
        let centre = pos2(rect.left() + rect.width() * along, rect.top() + rect.height() * high);
        let mut radius = 40.0 * scale;
        while radius < 200.0 * scale {
            painter.circle_stroke(centre, radius, ring);
            radius += 20.0 * scale;
        }
    }
    let frame = rect.shrink(18.0 * scale);
    painter.rect_stroke(frame, CornerRadius::ZERO, Stroke::new(1.2 * scale, STAGE.line), StrokeKind::Inside);
}

fn head(ui: &Ui, cx: &Cx<'_>, answer: &CeremonyAnswer, rect: Rect, scale: f32) {
    let at = |x: f32, y: f32| pos2(rect.left() + x * scale, rect.top() + y * scale);
    pictures::seal(ui, Rect::from_min_size(at(56.0, 34.0), vec2(58.0, 58.0) * scale));
    let conference = answer.conference.as_ref().map(|(_, conference)| conference);
    let name = conference.map(|conference| conference.name.clone()).unwrap_or_default();
    let room = rect.width() - 560.0 * scale;
    let host = theme::galley(ui, &answer.host, STAGE_STRONG.scaled(scale * 0.92), STAGE.text, room, 1);
    ui.painter().galley(at(132.0, 36.0), host, STAGE.text);
    let name = theme::galley(ui, &name, STAGE_SMALL.scaled(scale * 0.92), STAGE.text, room, 1);
    ui.painter().galley(at(132.0, 65.0), name, STAGE.text);
    let day = cx.today;
    let date = message("stage-date")
        .with("day", format!("{:02}", day.day()))
        .with("month", format!("{:02}", day.month()))
        .with("year", day.year().to_string());
    let place = conference.map(|conference| conference.venue.clone()).unwrap_or_default();
    let date = [place, cx.t(&date)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let galley =
        theme::galley(ui, &date.join(", "), STAGE_SMALL.scaled(scale * 0.92), STAGE.text, 400.0 * scale, 2);
    let width = galley.size().x;
    ui.painter().galley(pos2(rect.right() - 56.0 * scale - width, at(0.0, 50.0).y), galley, STAGE.text);
    let middle = pos2(rect.center().x, at(0.0, 112.0).y);
    let title = cx.t(&message("stage-title"));
    words(ui, &title, STAGE_TITLE.scaled(scale), STAGE.gold, middle, rect.width() * 0.9, 1);
    // A strip of brocade below the title.
    let (left, y) = (rect.center().x - 180.0 * scale, rect.top() + 184.0 * scale);
    for step in 0_u8..12 {
        let x = left + f32::from(step) * 30.0 * scale;
        let dash = Rect::from_min_size(pos2(x, y - 2.0 * scale), vec2(20.0, 4.0) * scale);
        ui.painter().rect_filled(dash, CornerRadius::ZERO, STAGE.line);
        let post = Rect::from_min_size(pos2(x + 23.0 * scale, y - 5.0 * scale), vec2(4.0, 10.0) * scale);
        ui.painter().rect_filled(post, CornerRadius::ZERO, STAGE.gold);
    }
}

/// The words of a seat: name, who signs, position; the space below each.
fn seat_words(ui: &Ui, seat: &Seat, width: f32, scale: f32) -> [(Arc<Galley>, Color32, f32); 3] {
    let galley =
        |text: &str, kind: Kind, ink, lines| centred(ui, text, kind.scaled(scale), ink, width, lines);
    [
        (galley(&seat.name, STAGE_NAME, STAGE.text, LINES), STAGE.text, 22.0 * scale),
        (galley(&seat.signer, STAGE_PERSON, STAGE.gold, LINES), STAGE.gold, 4.0 * scale),
        (galley(&seat.title, STAGE_TEXT, STAGE.text, LINES), STAGE.text, 0.0),
    ]
}

/// The pair that is signing; what is said of it.
fn pair_on_stage(ui: &Ui, cx: &Cx<'_>, pair: &Signing, rect: Rect, scale: f32) -> String {
    let seats: &[Seat] = &pair.parties;
    let count = f32::from(u8::try_from(seats.len().max(1)).unwrap_or(4));
    let column = (rect.width() - 120.0 * scale) / count;
    let width = column - 70.0 * scale;
    let top = rect.top() + SEATS_TOP * scale;
    let room = (SUBJECT_TOP - SEATS_TOP - 12.0) * scale;
    // Three or four parties share the room; long names grow smaller, all seats alike, until each has its words
    // whole above what they sign.
    let mut size = if count > 2.0 { 0.72 } else { 1.0 };
    let fits = |size: f32| {
        seats.iter().all(|seat| {
            let words = seat_words(ui, seat, width, scale * size);
            let height: f32 = words.iter().map(|(galley, _, below)| galley.size().y + below).sum();
            height <= room && words.iter().all(|(galley, ..)| !galley.elided)
        })
    };
    for _ in 0..20 {
        if fits(size) {
            break;
        }
        size *= 0.94;
    }
    for (place, seat) in (0_u8..).zip(seats) {
        let x = rect.left() + 60.0 * scale + column * (f32::from(place) + 0.5);
        let mut y = top;
        for (galley, ink, below) in seat_words(ui, seat, width, scale * size) {
            let height = galley.size().y;
            ui.painter().galley(pos2(x, y), galley, ink);
            y += height + below;
        }
        if place > 0 && seats.len() == 2 {
            let at = pos2(x - column / 2.0, top + 100.0 * scale);
            let font = theme::icon_font(84.0 * scale, false);
            ui.painter().text(at, Align2::CENTER_CENTER, icons::HANDSHAKE, font, STAGE.gold);
        }
    }
    let middle = |y: f32| pos2(rect.center().x, rect.top() + y * scale);
    let width = rect.width() * 0.82;
    let subject = STAGE_TEXT.scaled(scale);
    let mut letters = pair.subject.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let about = format!("{first}{}", letters.as_str());
    let high = words(ui, &about, subject, STAGE.gold, middle(SUBJECT_TOP), width, 2);
    if !pair.witnesses.is_empty() {
        let line = cx.t(&message("ceremony-witness").with("names", pair.witnessed()));
        let at = middle(SUBJECT_TOP) + vec2(0.0, high + 2.0 * scale);
        words(ui, &line, subject.scaled(0.92), STAGE.text, at, width, 1);
    }
    let said: Vec<&str> = seats.iter().flat_map(|seat| [seat.name.as_str(), seat.signer.as_str()]).collect();
    said.join(", ")
}

/// The list between two pairs; what is said of it.
fn list(ui: &Ui, cx: &Cx<'_>, answer: &CeremonyAnswer, rect: Rect, scale: f32) -> String {
    let title = cx.t(&message("stage-list"));
    let top = rect.top() + 216.0 * scale;
    let middle = pos2(rect.center().x, top);
    words(ui, &title, STAGE_STRONG.scaled(scale), STAGE.gold, middle, rect.width() * 0.8, 1);
    let next = answer.pairs.iter().position(Signing::waits).unwrap_or(answer.pairs.len());
    let first = next.saturating_sub(3).min(answer.pairs.len().saturating_sub(LISTED));
    let (left, right) = (rect.left() + 150.0 * scale, rect.right() - 150.0 * scale);
    for (row, (place, pair)) in (0_u8..).zip(answer.pairs.iter().enumerate().skip(first).take(LISTED)) {
        let y = top + (52.0 + f32::from(row) * 42.0) * scale;
        let strong = place == next;
        let ink = if strong { STAGE.gold } else { STAGE.text };
        let kind = if strong { STAGE_STRONG } else { STAGE_TEXT }.scaled(scale);
        let number = theme::galley(ui, &(place + 1).to_string(), kind, ink, 60.0 * scale, 1);
        let wide = number.size().x;
        ui.painter().galley(pos2(left + 40.0 * scale - wide, y), number, ink);
        let names = theme::galley(ui, &pair.names(), kind, ink, right - left - 130.0 * scale, 1);
        ui.painter().galley(pos2(left + 62.0 * scale, y), names, ink);
        if !pair.waits() && pair.state != MouState::Draft {
            let font = theme::icon_font(28.0 * scale, false);
            let at = pos2(right - 20.0 * scale, y + 16.0 * scale);
            ui.painter().text(at, Align2::CENTER_CENTER, icons::CHECK_CIRCLE, font, STAGE.gold);
        }
    }
    title
}

fn foot(
    ui: &Ui,
    cx: &Cx<'_>,
    answer: &CeremonyAnswer,
    shown: Option<usize>,
    next: Option<&Signing>,
    rect: Rect,
    scale: f32,
) {
    let y = rect.bottom() - 102.0 * scale;
    let (left, right) = (rect.left() + 56.0 * scale, rect.right() - 56.0 * scale);
    ui.painter().hline(left..=right, y, Stroke::new(1.2 * scale, STAGE.line));
    let kind = STAGE_SMALL.scaled(scale);
    let place = shown.map_or(0, |place| place + 1);
    if place > 0 {
        let of = message("ceremony-of").with("place", place).with("count", answer.pairs.len());
        let words = theme::galley(ui, &cx.t(&of), kind, STAGE.text, 320.0 * scale, 1);
        ui.painter().galley(pos2(left, y + 28.0 * scale), words, STAGE.text);
    }
    let Some(next) = next else { return };
    let (first, second) = match next.parties.as_slice() {
        [first, second, ..] => (first.short.clone(), second.short.clone()),
        _ => return,
    };
    let prepare = message("stage-prepare").with("first", first).with("second", second);
    let words = theme::galley(ui, &cx.t(&prepare), kind, STAGE.text, right - left - 340.0 * scale, 1);
    let width = words.size().x;
    ui.painter().galley(pos2(right - width, y + 28.0 * scale), words, STAGE.text);
}
