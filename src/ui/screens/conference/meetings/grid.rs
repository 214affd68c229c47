//! The timetable: a row for each slot, a column for each table; meetings are chosen, moved and given their
//! result with the mouse or the keyboard.

use eframe::egui::scroll_area::ScrollSource;
use eframe::egui::{
    Color32, CornerRadius, CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::{Meetings, pair_of};
use crate::domain::{Conference, Id as RecordId, MeetingResult, MeetingSeat};
use crate::i18n::message;
use crate::ops::{MeetingHall, MeetingLine, MeetingsAnswer};
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{Drag, Tone, drag, text, words_colour};
use crate::ui::theme::{self, COMPACT_MEDIUM, SMALL, SMALL_FIGURES, SMALL_MEDIUM, Theme};

/// A cell, at least.
const CELL: Vec2 = vec2(156.0, 48.0);
/// Width of a cell, at most.
const WIDEST: f32 = 260.0;
/// Room of a scroll bar.
const BAR: f32 = 12.0;
/// Height of the numbers of the tables.
const HEAD: f32 = 28.0;
/// Width of the hours.
const HOURS: f32 = 62.0;
/// Height of what the keys do.
const FOOT: f32 = 26.0;
/// A timetable that is narrower has its keys in two lines.
const NARROW: f32 = 460.0;

/// How a meeting looks.
pub(super) fn mark(result: MeetingResult) -> (Tone, &'static str) {
    use MeetingResult as R;
    match result {
        R::None => (Tone::Busy, ""),
        R::Interested => (Tone::Good, icons::THUMBS_UP),
        R::Samples => (Tone::Good, icons::PACKAGE),
        R::Quote => (Tone::Good, icons::TAG),
        R::Mou => (Tone::Seal, icons::HANDSHAKE),
        R::NoMatch => (Tone::Plain, icons::X_CIRCLE),
        R::Absent => (Tone::Look, icons::USER_MINUS),
    }
}

#[expect(clippy::cast_precision_loss, reason = "tables and slots are a few hundred")]
fn float(number: usize) -> f32 {
    number as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never negative, few")]
fn whole(number: f32) -> usize {
    number.max(0.0) as usize
}

impl Meetings {
    pub(super) fn grid_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: RecordId<Conference>,
        answer: &MeetingsAnswer,
        hall: &MeetingHall,
    ) {
        let area = ui.available_rect_before_wrap();
        let theme = cx.theme;
        // What the keys do takes two lines where the side leaves little room.
        let high = if area.width() < NARROW { 2.0 * FOOT - 8.0 } else { FOOT };
        let foot = Rect::from_min_max(pos2(area.left(), area.bottom() - high), area.max);
        let all = Rect::from_min_max(area.min, pos2(area.right(), foot.top()));
        let body = Rect::from_min_max(all.min + vec2(HOURS, HEAD), all.max);
        ui.painter().rect_filled(all, CornerRadius::same(8), theme.c.raised);
        // Few tables share the width.
        self.cell = vec2(((body.width() - BAR) / float(hall.tables.max(1))).clamp(CELL.x, WIDEST), CELL.y);
        self.cursor.slot = self.cursor.slot.min(hall.starts.len().saturating_sub(1));
        self.cursor.table = self.cursor.table.min(hall.tables.saturating_sub(1));
        let id = Id::unique("meeting-grid");
        let grid = ui.interact(body, id, Sense::click());
        let words =
            message("meetings-grid-name").with("count", answer.meetings.len()).with("tables", hall.tables);
        let here = answer.at(self.cursor).next();
        let name = format!("{}. {}", cx.t(&words), cell_name(cx, answer, hall, self.cursor, here));
        grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &name));
        if grid.has_focus() {
            let escape = self.carried.is_some();
            let filter = EventFilter {
                vertical_arrows: true,
                horizontal_arrows: true,
                escape,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            self.keys(ui, cx, conference, answer, hall, body.size());
        }
        let mut inside = ui.new_child(UiBuilder::new().max_rect(body));
        let mut scroll = ScrollArea::both()
            .id_salt("meeting-cells")
            .auto_shrink(false)
            .scroll_source(ScrollSource::SCROLL_BAR | ScrollSource::MOUSE_WHEEL);
        if let Some(offset) = self.scroll_to.take() {
            scroll = scroll.scroll_offset(offset);
        }
        let output = scroll.show_viewport(&mut inside, |ui, seen| {
            ui.set_min_size(vec2(float(hall.tables) * self.cell.x, float(hall.starts.len()) * self.cell.y));
            let from = ui.max_rect().min;
            let rows = whole(seen.top() / self.cell.y)
                ..(whole(seen.bottom() / self.cell.y) + 1).min(hall.starts.len());
            let columns =
                whole(seen.left() / self.cell.x)..(whole(seen.right() / self.cell.x) + 1).min(hall.tables);
            for slot in rows {
                for table in columns.clone() {
                    let at = from + vec2(float(table) * self.cell.x, float(slot) * self.cell.y);
                    let rect = Rect::from_min_size(at, self.cell);
                    let seat = MeetingSeat { slot, table };
                    self.cell_ui(ui, cx, answer, hall, seat, rect, &grid);
                }
            }
            if self.carried.is_some_and(|(_, held)| held) {
                self.held_ui(ui, cx, conference, answer, from, hall);
            }
        });
        self.offset = output.state.unclamped_offset();
        self.edges_ui(ui, cx, hall, all, body);
        let (words, ink) = match self.carried_line(answer) {
            Some(line) => {
                let pair = answer.pair(line.record.seller, line.record.buyer);
                (message("meetings-carried").with("pair", pair), theme.c.link)
            }
            None => (message("meetings-keys"), theme.c.muted),
        };
        let foot = Rect::from_min_max(foot.min + vec2(0.0, 6.0), foot.max);
        text(&mut ui.new_child(UiBuilder::new().max_rect(foot)), &cx.t(&words), SMALL, ink);
    }

    /// The numbers of the tables and the hours; they stay while the cells scroll.
    fn edges_ui(&self, ui: &Ui, cx: &Cx<'_>, hall: &MeetingHall, all: Rect, body: Rect) {
        let theme = &cx.theme;
        let head = Rect::from_min_max(pos2(body.left(), all.top()), pos2(all.right(), body.top()));
        let painter = ui.painter_at(head);
        for table in 0..hall.tables {
            let x = body.left() + (float(table) + 0.5) * self.cell.x - self.offset.x;
            if x + self.cell.x < head.left() || x - self.cell.x > head.right() {
                continue;
            }
            let words = cx.t(&message("meetings-table").with("table", table + 1));
            let word = theme::galley(ui, &words, SMALL_MEDIUM, theme.c.muted, self.cell.x, 1);
            painter.galley(pos2(x, head.center().y) - word.size() / 2.0, word, theme.c.muted);
        }
        let left = Rect::from_min_max(pos2(all.left(), body.top()), pos2(body.left(), all.bottom()));
        let painter = ui.painter_at(left);
        for (slot, start) in hall.starts.iter().enumerate() {
            let y = body.top() + (float(slot) + 0.5) * self.cell.y - self.offset.y;
            if y + self.cell.y < left.top() || y - self.cell.y > left.bottom() {
                continue;
            }
            // The day stands at its first slot, below a stronger line.
            let begins =
                slot == 0 || hall.starts.get(slot - 1).is_some_and(|last| last.date() != start.date());
            let day = hall.day(slot).filter(|_| begins);
            let hour = crate::vietnamese::show_time(start.time(), cx.language);
            let mut y = if day.is_some() { y + 9.0 } else { y };
            for (text, kind) in [(Some(hour), SMALL_FIGURES), (day.map(|day| cx.t(&day)), SMALL_MEDIUM)] {
                let Some(text) = text else { continue };
                let word = theme::galley(ui, &text, kind, theme.c.text, HOURS, 1);
                let at = pos2(left.right() - 10.0 - word.size().x, y - word.size().y / 2.0);
                painter.galley(at, word, theme.c.text);
                y -= 18.0;
            }
            if begins && slot > 0 {
                let y = body.top() + float(slot) * self.cell.y - self.offset.y;
                let edge = Stroke::new(2.0, theme.c.border_strong);
                let across = Rect::from_min_max(pos2(all.left(), body.top()), all.max);
                ui.painter_at(across).hline(all.x_range(), y - 0.5, edge);
            }
        }
        ui.painter().hline(all.x_range(), body.top(), theme.line());
        ui.painter().vline(body.left(), all.y_range(), theme.line());
        ui.painter().rect_stroke(all, CornerRadius::same(8), theme.line(), StrokeKind::Inside);
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one cell")]
    fn cell_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        answer: &MeetingsAnswer,
        hall: &MeetingHall,
        seat: MeetingSeat,
        rect: Rect,
        grid: &eframe::egui::Response,
    ) {
        let theme = cx.theme;
        let line = answer.at(seat).next();
        let sense = if line.is_some() { Sense::CLICK | Sense::DRAG } else { Sense::CLICK };
        let response = ui.interact(rect, grid.id.with((seat.slot, seat.table)), sense);
        let on = self.cursor == seat;
        let name = cell_name(cx, answer, hall, seat, line);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &name));
        if response.clicked() {
            grid.request_focus();
            self.go_to(seat, line);
        }
        if response.double_clicked()
            && let Some(line) = line
        {
            open(cx, line);
        }
        if response.drag_started()
            && let Some(line) = line
        {
            grid.request_focus();
            self.go_to(seat, Some(line));
            self.carried = Some((line.id, true));
        }
        let painter = ui.painter();
        let edge = theme.line();
        painter.hline(rect.x_range(), rect.bottom() - 0.5, edge);
        painter.vline(rect.right() - 0.5, rect.y_range(), edge);
        let inner = rect.shrink2(vec2(3.0, 3.0));
        if let Some(line) = line {
            let twice = answer.at(seat).count() > 1;
            let carried = self.carried.is_some_and(|(id, _)| id == line.id);
            meeting_ui(ui, &theme, answer, line, inner, twice, carried);
            response.on_hover_cursor(CursorIcon::Grab).on_hover_text(&name);
        } else {
            let ground = match self.carried_line(answer) {
                Some(line) => {
                    let pair = (line.record.seller, line.record.buyer);
                    answer.busy(Some(line.id), pair, seat).is_none().then_some(theme.c.success_soft)
                }
                None => response.hovered().then_some(theme.c.hover),
            };
            if let Some(ground) = ground {
                painter.rect_filled(inner, CornerRadius::same(5), ground);
            }
        }
        if on {
            let ring =
                if grid.has_focus() { theme.focus_ring() } else { Stroke::new(1.0, theme.c.border_strong) };
            ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(6), ring, StrokeKind::Inside);
        }
    }

    /// The meeting that is carried.
    fn carried_line<'a>(&self, answer: &'a MeetingsAnswer) -> Option<&'a MeetingLine> {
        let (id, _) = self.carried?;
        answer.meetings.iter().find(|line| line.id == id)
    }

    fn go_to(&mut self, seat: MeetingSeat, line: Option<&MeetingLine>) {
        self.cursor = seat;
        if self.carried.is_none() {
            self.chosen = line.map(|line| line.id);
        }
    }

    /// The meeting under the mouse that is being dragged; let go, it goes to the cell there.
    fn held_ui(
        &mut self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        conference: RecordId<Conference>,
        answer: &MeetingsAnswer,
        from: eframe::egui::Pos2,
        hall: &MeetingHall,
    ) {
        let Some((id, _)) = self.carried else { return };
        let line = answer.meetings.iter().find(|line| line.id == id);
        match (line, drag(ui)) {
            (Some(line), Drag::Held(at)) => {
                ui.set_cursor_icon(CursorIcon::Grabbing);
                let rect = Rect::from_center_size(at, self.cell - vec2(6.0, 6.0));
                meeting_ui(ui, &cx.theme, answer, line, rect, false, false);
                let rim = Stroke::new(1.0, cx.theme.c.primary);
                ui.painter().rect_stroke(rect, CornerRadius::same(5), rim, StrokeKind::Inside);
            }
            (Some(line), Drag::LetGo(at)) => {
                self.carried = None;
                let place = at - from;
                let seat =
                    MeetingSeat { slot: whole(place.y / self.cell.y), table: whole(place.x / self.cell.x) };
                let inside =
                    ui.clip_rect().contains(at) && seat.slot < hall.starts.len() && seat.table < hall.tables;
                if inside
                    && line.seat != Some(seat)
                    && let Some(pair) = pair_of(line)
                {
                    self.put(cx, conference, answer, (Some(id), pair), seat);
                }
            }
            (None, _) | (_, Drag::Over) => self.carried = None,
        }
    }

    fn keys(
        &mut self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        conference: RecordId<Conference>,
        answer: &MeetingsAnswer,
        hall: &MeetingHall,
        size: Vec2,
    ) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (last_slot, last_table) = (hall.starts.len().saturating_sub(1), hall.tables.saturating_sub(1));
        let mut to = self.cursor;
        if pressed(Key::ArrowDown) {
            to.slot = (to.slot + 1).min(last_slot);
        }
        if pressed(Key::ArrowUp) {
            to.slot = to.slot.saturating_sub(1);
        }
        if pressed(Key::ArrowRight) {
            to.table = (to.table + 1).min(last_table);
        }
        if pressed(Key::ArrowLeft) {
            to.table = to.table.saturating_sub(1);
        }
        if to != self.cursor {
            self.go_to(to, answer.at(to).next());
            self.reveal(size);
        }
        if pressed(Key::Escape) {
            self.carried = None;
        }
        let here = answer.at(self.cursor).next();
        if pressed(Key::X)
            && let Some(line) = here
        {
            let again = self.carried.is_some_and(|(id, _)| id == line.id);
            self.carried = (!again).then_some((line.id, false));
        }
        if pressed(Key::Enter) {
            match (self.carried, here) {
                (Some((id, _)), _) => {
                    let carried = answer.meetings.iter().find(|line| line.id == id);
                    if let Some(pair) = carried.and_then(pair_of) {
                        self.put(cx, conference, answer, (Some(id), pair), self.cursor);
                    }
                }
                (None, Some(line)) => open(cx, line),
                (None, None) => {}
            }
        }
        if let Some(line) = here {
            self.result_keys(ui, cx, answer, line);
        }
    }

    /// Scrolls so that the cell of the keyboard is seen.
    fn reveal(&mut self, size: Vec2) {
        let cell = vec2(float(self.cursor.table) * self.cell.x, float(self.cursor.slot) * self.cell.y);
        let fit = |offset: f32, at: f32, cell: f32, size: f32| offset.clamp((at + cell - size).min(at), at);
        let offset = vec2(
            fit(self.offset.x, cell.x, self.cell.x, size.x - BAR),
            fit(self.offset.y, cell.y, self.cell.y, size.y - BAR),
        );
        if offset != self.offset {
            self.scroll_to = Some(offset.max(Vec2::ZERO));
        }
    }
}

fn open(cx: &mut Cx<'_>, line: &MeetingLine) {
    cx.ask(Action::Go(Route::Form(crate::domain::RecordKind::Meeting, Some(line.id.any()))));
}

/// "8h30 – 8h50, bàn 3: HTX Phú Vinh – Siêu thị Sao Việt".
fn cell_name(
    cx: &Cx<'_>,
    answer: &MeetingsAnswer,
    hall: &MeetingHall,
    seat: MeetingSeat,
    line: Option<&MeetingLine>,
) -> String {
    let words = match line {
        Some(line) => {
            message("meetings-cell").with("pair", answer.pair(line.record.seller, line.record.buyer))
        }
        None => message("meetings-free-cell"),
    };
    let hours = hall.hours(seat.slot, cx.language);
    let mut name = cx.t(&words.with("hours", hours).with("table", seat.table + 1));
    if let Some(line) = line.filter(|line| line.record.result != MeetingResult::None) {
        name = format!("{name}, {}", cx.t(&line.record.result.label()));
    }
    name
}

/// A meeting: who sells above who buys, with the colour and sign of its result.
fn meeting_ui(
    ui: &Ui,
    theme: &Theme,
    answer: &MeetingsAnswer,
    line: &MeetingLine,
    rect: Rect,
    twice: bool,
    faint: bool,
) {
    let (tone, icon) = mark(line.record.result);
    let (ground, ink) = words_colour(theme, if twice { Tone::Stop } else { tone });
    let fade = |colour: Color32| if faint { colour.gamma_multiply(0.45) } else { colour };
    let painter = ui.painter_at(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, CornerRadius::same(5), fade(ground));
    let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
    painter.rect_filled(bar, CornerRadius { nw: 5, sw: 5, ..CornerRadius::ZERO }, fade(ink));
    let signs = [if line.record.fixed { icons::PUSH_PIN } else { "" }, icon];
    let right = if signs.iter().all(|sign| sign.is_empty()) { 6.0 } else { 22.0 };
    let width = rect.width() - 10.0 - right;
    let names = [
        (answer.short(line.record.seller), COMPACT_MEDIUM, theme.c.text, 2.0),
        (answer.short(line.record.buyer), SMALL, theme.c.muted, 21.0),
    ];
    for (name, kind, colour, y) in names {
        let word = theme::galley(ui, name, kind, fade(colour), width, 1);
        painter.galley(rect.min + vec2(10.0, y), word, fade(colour));
    }
    for (sign, y) in signs.into_iter().zip([11.0, 31.0]) {
        let at = pos2(rect.right() - 12.0, rect.top() + y);
        let font = theme::icon_font(14.0, false);
        painter.text(at, eframe::egui::Align2::CENTER_CENTER, sign, font, fade(ink));
    }
}
