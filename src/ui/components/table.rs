//! The table: as many rows as there are, drawn only where they are seen; keyboard, selection of several,
//! sorting by several columns, widths by dragging.
//!
//! Rows are scrolled by number, not by pixels: a million rows are 36 million points high, more than a 32-bit
//! coordinate can place exactly.

use std::collections::BTreeSet;

use eframe::egui::{
    self, Color32, CornerRadius, CursorIcon, Event, EventFilter, Id, Key, Modifiers, Rect, Response, Role,
    Sense, Ui, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::marks::{badge, focus_inside};
use super::{Drag, Tone, drag};
use crate::i18n::{Language, message};
use crate::ops::SortBy;
use crate::ui::theme::{self, BODY, BODY_MEDIUM, FIGURES, SMALL_MEDIUM, Theme, space};

/// A column as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct TableColumn {
    /// Its key.
    pub key: &'static str,
    /// Its heading.
    pub label: String,
    /// Figures stand at the right.
    pub numeric: bool,
    /// Whether pressing the heading sorts.
    pub sortable: bool,
    /// Its width in points.
    pub width: f32,
}

/// What one row shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRow {
    /// One text for each column.
    pub cells: Vec<String>,
    /// A badge instead of the text of a column.
    pub badge: Option<(usize, Tone, &'static str)>,
}

/// What the officer did to the table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableEvent {
    /// Sort by a column; with others when `added`.
    Sort {
        /// The column.
        column: &'static str,
        /// Shift was held: after the columns that are sorted by already.
        added: bool,
    },
    /// Open the row with this place.
    Open(usize),
    /// The cursor went to this place.
    Moved(usize),
    /// Letters were typed: go to the row that begins so.
    Typed(String),
    /// A column was made so wide.
    Width(&'static str, f32),
    /// Delete what is selected.
    Delete,
}

/// Where the table stands, what is selected.
#[derive(Clone, Debug, Default)]
pub struct TableState {
    /// The first row that is seen, with a fraction.
    first: f64,
    /// The row of the keyboard.
    pub cursor: Option<usize>,
    /// Where a selection over several rows began.
    anchor: usize,
    /// Places of the selected rows.
    pub selected: BTreeSet<usize>,
    /// Letters of the type-ahead, and when the last was typed.
    typed: (String, f64),
    /// Rows seen at once, from the last frame.
    seen: usize,
    /// Bring the cursor into view.
    reveal: bool,
    /// Rows can be put elsewhere with the mouse.
    pub movable: bool,
    /// The row that is being put elsewhere.
    dragged: Option<usize>,
    /// A row was let go: its place, and the place it shall stand before.
    dropped: Option<(usize, usize)>,
    /// The column whose edge is being dragged, and how wide it is meanwhile.
    widened: Option<(&'static str, f32)>,
}

impl TableState {
    /// Puts the cursor on a row and shows it.
    pub fn go_to(&mut self, place: usize) {
        self.cursor = Some(place);
        self.anchor = place;
        self.selected = BTreeSet::from([place]);
        self.reveal = true;
    }

    /// Puts the cursor on a row that is in sight.
    pub fn choose(&mut self, place: usize) {
        self.go_to(place);
        self.reveal = false;
    }

    /// Whether the cursor is to be brought into view; asked once.
    pub(super) fn take_reveal(&mut self) -> bool {
        std::mem::take(&mut self.reveal)
    }

    /// Forgets what was selected: the rows are others now.
    pub fn reset(&mut self) {
        *self = Self { seen: self.seen, movable: self.movable, ..Self::default() };
    }

    /// The row that was put elsewhere: its place, and the place it shall stand before; told once.
    pub fn take_dropped(&mut self) -> Option<(usize, usize)> {
        self.dropped.take()
    }

    /// The places of the rows that can be seen.
    pub fn window(&self, count: usize) -> std::ops::Range<usize> {
        let first = floor(self.first).min(count);
        first..(first + self.seen.max(30) + 1).min(count)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "row numbers, never negative")]
fn floor(number: f64) -> usize {
    number.max(0.0) as usize
}

#[expect(clippy::cast_precision_loss, reason = "row numbers are far below 2^52")]
fn float(number: usize) -> f64 {
    number as f64
}

#[expect(clippy::cast_possible_truncation, reason = "pixels on a screen")]
fn single(number: f64) -> f32 {
    number as f32
}

/// Draws the table over all the room there is. A row opens with Enter or two clicks; the other button of the
/// mouse shows what else can be done with it.
///
/// `row` gives what a row shows, or nothing while it is not there yet.
#[expect(clippy::too_many_arguments, reason = "everything a table is made of")]
pub fn table(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    name: &str,
    state: &mut TableState,
    columns: &[TableColumn],
    count: usize,
    order: &[SortBy],
    language: Language,
    row: &mut dyn FnMut(usize) -> Option<TableRow>,
) -> Vec<TableEvent> {
    let mut events = Vec::new();
    let area = ui.available_rect_before_wrap();
    ui.allocate_rect(area, Sense::hover());
    let head = Rect::from_min_size(area.min, vec2(area.width(), space::TABLE_HEADER));
    let body = Rect::from_min_max(pos2(area.left(), head.bottom()), area.max);
    let places = lay_columns(columns, area, state.widened);
    let height = theme.row();
    let seen = f64::from(body.height()) / f64::from(height);
    state.seen = floor(seen);
    // One thing for the keyboard: the rows themselves are reached by arrows.
    let grid = ui.interact(body, id, Sense::click());
    let label = name.to_owned();
    grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &label));
    if grid.has_focus() {
        ui.memory_mut(|memory| {
            let filter =
                EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            memory.set_focus_lock_filter(id, filter);
        });
        keyboard(ui, state, count, &mut events);
    }
    let last = (float(count) - seen).max(0.0);
    scroll(ui, state, body, height, last);
    if state.reveal
        && let Some(cursor) = state.cursor
    {
        let place = float(cursor);
        if place < state.first {
            state.first = place;
        } else if place + 1.0 > state.first + seen {
            state.first = place + 1.0 - seen;
        }
        state.reveal = false;
    }
    state.first = state.first.clamp(0.0, last);
    let painter = ui.painter().with_clip_rect(body.intersect(ui.clip_rect()));
    painter.rect_filled(body, CornerRadius::ZERO, theme.c.raised);
    let first = floor(state.first);
    let shift = single((state.first - float(first)) * f64::from(height));
    let mut y = body.top() - shift;
    for place in first..count {
        if y >= body.bottom() {
            break;
        }
        let line = Rect::from_min_size(pos2(body.left(), y), vec2(body.width(), height));
        draw_row(
            ui,
            theme,
            id,
            state,
            columns,
            &places,
            place,
            line,
            body,
            language,
            row,
            &grid,
            &mut events,
        );
        y += height;
    }
    drag_row(ui, theme, state, body, height, count);
    scroll_bar(ui, theme, id, state, body, count, seen, last);
    header(ui, theme, id, columns, &places, head, order, &mut state.widened, &mut events);
    // The row of the keyboard has its own ring.
    if grid.has_focus() && state.cursor.is_none() {
        focus_inside(ui, theme, body.shrink(1.0));
    }
    events
}

/// A row that is being put elsewhere: a line shows where it would stand.
fn drag_row(ui: &Ui, theme: &Theme, state: &mut TableState, body: Rect, height: f32, count: usize) {
    let Some(from) = state.dragged else { return };
    let how = drag(ui);
    if let Drag::Held(pointer) | Drag::LetGo(pointer) = how {
        let place = state.first + f64::from((pointer.y - body.top()) / height);
        let to = floor(place + 0.5).min(count);
        let y = body.top() + single((float(to) - state.first) * f64::from(height));
        ui.painter_at(body).hline(body.x_range(), y, theme.focus_ring());
        // At an edge the rows go on.
        let step = f64::from(u8::from(pointer.y > body.bottom() - height))
            - f64::from(u8::from(pointer.y < body.top() + height));
        state.first = (state.first + step * 0.3).max(0.0);
        if step != 0.0 {
            ui.ctx().request_repaint();
        }
        if how == Drag::LetGo(pointer) && to != from && to != from + 1 {
            state.dropped = Some((from, to));
        }
    }
    if !matches!(how, Drag::Held(_)) {
        state.dragged = None;
    }
}

/// Left and right edge of each column; the last takes what is left.
fn lay_columns(columns: &[TableColumn], area: Rect, widened: Option<(&'static str, f32)>) -> Vec<(f32, f32)> {
    let mut x = area.left();
    let last = columns.len().saturating_sub(1);
    let wide = columns.iter().enumerate().map(|(place, column)| {
        let left = x;
        x += width_of(column, widened);
        (left, if place == last { x.max(area.right() - 10.0) } else { x })
    });
    wide.collect()
}

/// The width of a column, also while its edge is being dragged.
fn width_of(column: &TableColumn, widened: Option<(&'static str, f32)>) -> f32 {
    widened.filter(|(key, _)| *key == column.key).map_or(column.width, |(_, width)| width)
}

/// Arrows, pages, ends, letters, Space, Enter.
fn keyboard(ui: &Ui, state: &mut TableState, count: usize, events: &mut Vec<TableEvent>) {
    if count == 0 {
        return;
    }
    let last = count - 1;
    let page = state.seen.max(2) - 1;
    let now = state.cursor.unwrap_or(0).min(last);
    let (pressed, typed, time) = ui.input(|input| {
        let mut pressed = Vec::new();
        let mut typed = String::new();
        for event in &input.events {
            match event {
                Event::Key { key, pressed: true, modifiers, .. } => pressed.push((*key, *modifiers)),
                Event::Text(text) if !text.trim().is_empty() => typed.push_str(text),
                _ => {}
            }
        }
        (pressed, typed, input.time)
    });
    for (key, modifiers) in pressed {
        let to = match key {
            Key::ArrowDown if state.cursor.is_some() => (now + 1).min(last),
            Key::ArrowUp => now.saturating_sub(1),
            Key::PageDown => (now + page).min(last),
            Key::PageUp => now.saturating_sub(page),
            Key::ArrowDown | Key::Home => 0,
            Key::End => last,
            Key::Enter => {
                events.push(TableEvent::Open(now));
                continue;
            }
            Key::Delete => {
                events.push(TableEvent::Delete);
                continue;
            }
            Key::Space => {
                toggle(state, now);
                continue;
            }
            Key::A if modifiers.command => {
                state.selected = (0..count).collect();
                continue;
            }
            _ => continue,
        };
        move_to(state, to, modifiers);
        events.push(TableEvent::Moved(to));
    }
    if !typed.is_empty() {
        if time - state.typed.1 > 1.0 {
            state.typed.0.clear();
        }
        state.typed.0.push_str(&typed);
        state.typed.1 = time;
        events.push(TableEvent::Typed(state.typed.0.clone()));
    }
}

fn toggle(state: &mut TableState, place: usize) {
    if !state.selected.remove(&place) {
        state.selected.insert(place);
    }
    state.anchor = place;
}

/// Moves the cursor: with Shift the selection grows, with Ctrl it stays, else it is this row alone.
fn move_to(state: &mut TableState, to: usize, modifiers: Modifiers) {
    state.cursor = Some(to);
    state.reveal = true;
    if modifiers.shift {
        state.selected = (state.anchor.min(to)..=state.anchor.max(to)).collect();
    } else if !modifiers.command {
        state.anchor = to;
        state.selected = BTreeSet::from([to]);
    }
}

fn scroll(ui: &Ui, state: &mut TableState, body: Rect, height: f32, last: f64) {
    if ui.rect_contains_pointer(body) {
        let delta = ui.input(|input| input.smooth_scroll_delta().y);
        if delta != 0.0 {
            state.first = (state.first - f64::from(delta / height)).clamp(0.0, last);
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "the parts of one row")]
fn draw_row(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    state: &mut TableState,
    columns: &[TableColumn],
    places: &[(f32, f32)],
    place: usize,
    line: Rect,
    body: Rect,
    language: Language,
    row: &mut dyn FnMut(usize) -> Option<TableRow>,
    grid: &Response,
    events: &mut Vec<TableEvent>,
) {
    let c = theme.c;
    let seen = line.intersect(body);
    let sense = if state.movable { Sense::CLICK | Sense::DRAG } else { Sense::CLICK };
    let response = ui.interact(seen, id.with(place), sense);
    if response.drag_started_by(egui::PointerButton::Primary) {
        state.dragged = Some(place);
    }
    let selected = state.selected.contains(&place);
    if selected {
        ui.painter_at(body).rect_filled(line, CornerRadius::ZERO, c.selection);
        let bar = Rect::from_min_size(line.min, vec2(3.0, line.height()));
        ui.painter_at(body).rect_filled(bar, CornerRadius::ZERO, c.primary);
    } else if response.hovered() {
        ui.painter_at(body).rect_filled(line, CornerRadius::ZERO, c.hover);
    }
    ui.painter_at(body).hline(line.x_range(), line.bottom() - 0.5, theme.line());
    if response.clicked() {
        grid.request_focus();
        let modifiers = ui.input(|input| input.modifiers);
        if modifiers.command {
            state.cursor = Some(place);
            toggle(state, place);
        } else {
            move_to(state, place, modifiers);
            state.reveal = false;
        }
        events.push(TableEvent::Moved(place));
    }
    if response.double_clicked() {
        events.push(TableEvent::Open(place));
    }
    if response.secondary_clicked() && !selected {
        move_to(state, place, Modifiers::NONE);
        state.reveal = false;
        events.push(TableEvent::Moved(place));
    }
    response.context_menu(|ui| {
        if ui.button(message("act-edit").text(language)).clicked() {
            events.push(TableEvent::Open(place));
            ui.close();
        }
        if ui.button(message("act-delete").text(language)).clicked() {
            events.push(TableEvent::Delete);
            ui.close();
        }
    });
    let Some(content) = row(place) else {
        for (left, right) in places {
            let bar = Rect::from_min_max(
                pos2(left + 14.0, line.center().y - 5.0),
                pos2((right - 30.0).max(left + 24.0), line.center().y + 5.0),
            );
            ui.painter_at(body).rect_filled(bar, CornerRadius::same(4), c.sunken);
        }
        return;
    };
    let name = content.cells.join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, &name));
    let mut tip = None;
    for (number, (column, (left, right))) in columns.iter().zip(places).enumerate() {
        let Some(text) = content.cells.get(number) else { continue };
        let cell = Rect::from_min_max(pos2(left + 14.0, line.top()), pos2(right - 6.0, line.bottom()));
        if let Some((_, tone, icon)) = content.badge.filter(|(place, ..)| *place == number) {
            let at = Rect::from_center_size(cell.center(), vec2(cell.width(), 22.0));
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(at));
            child.set_clip_rect(body.intersect(ui.clip_rect()));
            badge(&mut child, theme, tone, icon, text);
            continue;
        }
        let kind = match (number, column.numeric) {
            (0, _) => BODY_MEDIUM,
            (_, true) => FIGURES,
            _ => BODY,
        };
        let word = theme::galley(ui, text, kind, c.text, cell.width(), 1);
        let x = if column.numeric { cell.right() - word.size().x } else { cell.left() };
        if word.elided && ui.rect_contains_pointer(cell) {
            tip = Some(text.clone());
        }
        ui.painter_at(body).galley(pos2(x, cell.center().y - word.size().y / 2.0), word, c.text);
    }
    if let Some(tip) = tip {
        response.on_hover_text(tip);
    }
    if state.cursor == Some(place) && grid.has_focus() {
        focus_inside(ui, theme, seen.shrink(1.0));
    }
}

#[expect(clippy::too_many_arguments, reason = "the parts of a scroll bar")]
fn scroll_bar(
    ui: &Ui,
    theme: &Theme,
    id: Id,
    state: &mut TableState,
    body: Rect,
    count: usize,
    seen: f64,
    last: f64,
) {
    if last <= 0.0 {
        return;
    }
    let track = Rect::from_min_max(pos2(body.right() - 9.0, body.top() + 2.0), body.max - vec2(2.0, 2.0));
    let length = (track.height() * single(seen / float(count))).max(28.0);
    let way = track.height() - length;
    let response = ui.interact(track, id.with("bar"), Sense::DRAG);
    if response.is_pointer_button_down_on()
        && let Some(pointer) = response.interact_pointer_pos()
        && way > 0.0
    {
        let share = ((pointer.y - track.top() - length / 2.0) / way).clamp(0.0, 1.0);
        state.first = f64::from(share) * last;
    }
    let top = track.top() + way * single(state.first / last);
    let handle = Rect::from_min_size(pos2(track.left(), top), vec2(7.0, length));
    let ink = if response.hovered() || response.dragged() { theme.c.muted } else { theme.c.border_strong };
    ui.painter_at(body).rect_filled(handle, CornerRadius::same(3), ink);
}

#[expect(clippy::too_many_arguments, reason = "the parts of a header")]
fn header(
    ui: &Ui,
    theme: &Theme,
    id: Id,
    columns: &[TableColumn],
    places: &[(f32, f32)],
    head: Rect,
    order: &[SortBy],
    widened: &mut Option<(&'static str, f32)>,
    events: &mut Vec<TableEvent>,
) {
    let c = theme.c;
    let painter = ui.painter_at(head);
    painter.rect_filled(head, CornerRadius::ZERO, c.sunken);
    painter.hline(head.x_range(), head.bottom() - 0.5, theme.line());
    for (column, (left, right)) in columns.iter().zip(places) {
        let cell = Rect::from_min_max(pos2(*left, head.top()), pos2(right - 4.0, head.bottom()));
        let sorted = order.iter().position(|by| by.column == column.key);
        let sense = if column.sortable { Sense::click() } else { Sense::hover() };
        let response = ui.interact(cell.intersect(head), id.with(("head", column.key)), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, column.sortable, &column.label));
        let room = (cell.width() - 14.0 - if sorted.is_some() { 22.0 } else { 0.0 }).max(10.0);
        let word = theme::galley(ui, &column.label, SMALL_MEDIUM, c.muted, room, 1);
        let arrow = if sorted.is_some() { 18.0 } else { 0.0 };
        let x = if column.numeric { cell.right() - 2.0 - word.size().x - arrow } else { cell.left() + 14.0 };
        let end = x + word.size().x;
        let ink = if response.hovered() && column.sortable { c.text } else { c.muted };
        painter.galley(pos2(x, cell.center().y - word.size().y / 2.0), word, Color32::PLACEHOLDER);
        if let Some(by) = sorted.and_then(|place| order.get(place)) {
            let icon = if by.descending { icons::CARET_DOWN } else { icons::CARET_UP };
            let at = pos2(end + 10.0, cell.center().y);
            painter.text(at, egui::Align2::CENTER_CENTER, icon, theme::icon_font(12.0, false), ink);
        }
        if response.has_focus() {
            focus_inside(ui, theme, cell.shrink(1.0));
        }
        if response.clicked() {
            let added = ui.input(|input| input.modifiers.shift);
            events.push(TableEvent::Sort { column: column.key, added });
        }
        if column.sortable {
            response.on_hover_cursor(CursorIcon::PointingHand);
        }
        let edge = Rect::from_min_max(pos2(right - 4.0, head.top()), pos2(right + 4.0, head.bottom()));
        let drag = ui.interact(edge.intersect(head), id.with(("edge", column.key)), Sense::DRAG);
        if drag.hovered() || drag.dragged() {
            painter.vline(right - 0.5, head.y_range().shrink(6.0), theme.focus_ring());
        }
        if drag.dragged() {
            let width = (width_of(column, *widened) + drag.drag_delta().x).clamp(48.0, 900.0);
            *widened = Some((column.key, width));
        }
        // What is remembered is where it was let go.
        if drag.drag_stopped()
            && let Some((key, width)) = widened.take()
        {
            events.push(TableEvent::Width(key, width));
        }
        drag.on_hover_cursor(CursorIcon::ResizeHorizontal);
    }
}
