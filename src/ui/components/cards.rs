//! Records as cards: the same list, cursor and keys as the table, for those who look for a picture.

use eframe::egui::{
    self, CornerRadius, CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::table::{TableEvent, TableState};
use crate::ui::theme::{self, BODY_MEDIUM, SMALL, Theme};

/// Least width of a card.
const WIDTH: f32 = 176.0;
/// Height of a card.
const HEIGHT: f32 = 168.0;
/// Space between cards.
const GAP: f32 = 12.0;
/// Height of a card's picture.
const PICTURE: f32 = 96.0;

/// What a card says below its picture.
pub struct CardWords {
    /// Its name.
    pub name: String,
    /// Two more lines.
    pub lines: [String; 2],
}

/// Draws `count` cards over all the room there is. `words` gives what one says, or nothing while it is not there
/// yet; `picture` draws its picture into a place.
#[expect(clippy::too_many_arguments, reason = "everything cards are made of")]
pub fn cards(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    name: &str,
    state: &mut TableState,
    count: usize,
    words: &mut dyn FnMut(usize) -> Option<CardWords>,
    picture: &mut dyn FnMut(&Ui, usize, Rect),
) -> Vec<TableEvent> {
    let mut events = Vec::new();
    let room = ui.available_rect_before_wrap().shrink2(vec2(14.0, 0.0));
    let area = Rect::from_min_max(room.min + vec2(0.0, GAP), room.max);
    let grid = ui.interact(area, id, Sense::click());
    grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, name));
    let columns = fitting(area.width());
    if grid.has_focus() {
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        keys(ui, state, count, columns, &mut events);
    }
    let wanted = state.cursor.filter(|_| state.take_reveal()).map(|place| place / columns);
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(area));
    inner.spacing_mut().item_spacing.y = GAP;
    let mut scroll = ScrollArea::vertical().id_salt("cards").auto_shrink(false);
    if let Some(row) = wanted {
        let offset = float(row) * (HEIGHT + GAP) - (area.height() - HEIGHT) / 2.0;
        scroll = scroll.vertical_scroll_offset(offset.max(0.0));
    }
    let width = (area.width() - 10.0 - GAP * float(columns - 1)) / float(columns);
    scroll.show_rows(&mut inner, HEIGHT, count.div_ceil(columns), |ui, rows| {
        for row in rows {
            let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
            for column in 0..columns {
                let place = row * columns + column;
                if place >= count {
                    break;
                }
                let left = line.left() + float(column) * (width + GAP);
                let rect = Rect::from_min_size(pos2(left, line.top()), vec2(width, HEIGHT));
                let Some(words) = words(place) else {
                    ui.painter().rect_filled(rect, CornerRadius::same(8), theme.c.sunken);
                    continue;
                };
                let on = state.cursor == Some(place) || state.selected.contains(&place);
                let response = ui.interact(rect, id.with(place), Sense::click());
                let label = format!("{}, {}, {}", words.name, words.lines[0], words.lines[1]);
                response.widget_info(|| WidgetInfo::selected(Role::Row, true, on, &label));
                card_ui(ui, theme, rect, on, &words);
                picture(ui, place, Rect::from_min_size(rect.min, vec2(width, PICTURE)));
                if response.clicked() {
                    ui.memory_mut(|memory| memory.request_focus(id));
                    state.choose(place);
                    events.push(TableEvent::Moved(place));
                }
                if response.double_clicked() {
                    events.push(TableEvent::Open(place));
                }
                response.on_hover_cursor(CursorIcon::PointingHand);
            }
        }
    });
    events
}

fn card_ui(ui: &Ui, theme: &Theme, rect: Rect, on: bool, words: &CardWords) {
    let c = theme.c;
    let border = if on { Stroke::new(2.0, c.primary) } else { Stroke::new(1.0, c.border) };
    ui.painter().rect(rect, CornerRadius::same(8), c.raised, border, StrokeKind::Outside);
    let width = rect.width() - 20.0;
    let mut y = rect.top() + PICTURE + 6.0;
    let lines = [
        (&words.name, BODY_MEDIUM, c.text),
        (&words.lines[0], SMALL, c.muted),
        (&words.lines[1], SMALL, c.muted),
    ];
    for (text, kind, ink) in lines {
        let galley = theme::galley(ui, text, kind, ink, width, 1);
        ui.painter().galley(pos2(rect.left() + 10.0, y), galley, ink);
        y += kind.line + 1.0;
    }
}

fn keys(ui: &Ui, state: &mut TableState, count: usize, columns: usize, events: &mut Vec<TableEvent>) {
    let Some(last) = count.checked_sub(1) else { return };
    let now = state.cursor.unwrap_or(0);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (key, to) in [
        (Key::ArrowRight, (now + 1).min(last)),
        (Key::ArrowLeft, now.saturating_sub(1)),
        (Key::ArrowDown, (now + columns).min(last)),
        (Key::ArrowUp, now.saturating_sub(columns)),
        (Key::Home, 0),
        (Key::End, last),
    ] {
        if pressed(key) {
            state.go_to(to);
            events.push(TableEvent::Moved(to));
        }
    }
    if pressed(Key::Enter) {
        events.push(TableEvent::Open(now));
    }
    if pressed(Key::Delete) && !state.selected.is_empty() {
        events.push(TableEvent::Delete);
    }
}

/// How many cards stand side by side.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "points on a screen")]
fn fitting(width: f32) -> usize {
    (((width + GAP) / (WIDTH + GAP)).max(1.0)) as usize
}

#[expect(clippy::cast_precision_loss, reason = "rows on a screen")]
fn float(number: usize) -> f32 {
    number as f32
}
