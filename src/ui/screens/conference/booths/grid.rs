//! The plan of the booths: rows of cells, chosen by mouse or arrows, put elsewhere by drag or by keys; beside
//! it the booths without a place.

use std::fmt::Write as _;

use eframe::egui::{
    self, Color32, CornerRadius, CursorIcon, EventFilter, Id, Key, LayerId, Modifiers, Order, Pos2, Rect,
    Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::{Event, mark, state_words};
use crate::domain::{Booth, Id as RecordId};
use crate::i18n::message;
use crate::ops::{BoothLine, BoothPlanAnswer, Place, place_code};
use crate::ui::action::Cx;
use crate::ui::components::{Drag, card, drag, heading, words_colour};
use crate::ui::theme::{self, BODY_MEDIUM, CARD, SECTION, SMALL, SMALL_MEDIUM, space};

/// Height of a cell.
const CELL: f32 = 88.0;
/// Between two cells.
const GAP: f32 = 6.0;
/// Room for the letter of a row.
const LETTER: f32 = 30.0;
/// Most rows, and most places in a row.
const MOST: i64 = 100;

/// The plan.
pub(super) struct Grid {
    /// The cell of the keyboard.
    pub cursor: Place,
    /// The booth that is taken along.
    pub carried: Option<RecordId<Booth>>,
    /// The booth that is dragged.
    dragged: Option<RecordId<Booth>>,
    /// What of it can have the keyboard.
    own: Vec<Id>,
    /// Bring the cursor into sight.
    reveal: bool,
}

impl Default for Grid {
    fn default() -> Self {
        Self { cursor: (1, 1), carried: None, dragged: None, own: Vec::new(), reveal: false }
    }
}

fn points(number: i64) -> f32 {
    f32::from(u8::try_from(number.clamp(0, MOST)).unwrap_or(0))
}

fn grid_id() -> Id {
    Id::unique("booth-grid")
}

impl Grid {
    /// Whether this control is one of the plan.
    pub(super) fn owns(&self, id: Id) -> bool {
        id == grid_id() || self.own.contains(&id)
    }

    /// Takes a booth along: the plan gets the keyboard.
    pub(super) fn carry(&mut self, ui: &Ui, id: Option<RecordId<Booth>>, answer: &BoothPlanAnswer) {
        self.carried = id;
        if let Some(place) = id.and_then(|id| answer.find(id)).and_then(BoothLine::place) {
            self.cursor = place;
        }
        self.reveal = true;
        ui.memory_mut(|memory| memory.request_focus(grid_id()));
    }

    /// Draws the plan.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        answer: &BoothPlanAnswer,
        chosen: Option<RecordId<Booth>>,
        events: &mut Vec<Event>,
    ) {
        // One row and one place more than are taken: there the plan grows.
        let (rows, places) = ((answer.corner.0 + 1).min(MOST), (answer.corner.1 + 1).min(MOST));
        self.cursor = (self.cursor.0.clamp(1, rows), self.cursor.1.clamp(1, places));
        let room = ui.available_width() - LETTER - 12.0;
        let width = (room / points(places) - GAP).clamp(112.0, 168.0);
        let size = vec2(LETTER + points(places) * (width + GAP), points(rows) * (CELL + GAP));
        ScrollArea::both().id_salt("booth-plan").auto_shrink(false).show(ui, |ui| {
            let (area, _) = ui.allocate_exact_size(size, Sense::hover());
            let grid = ui.interact(area, grid_id(), Sense::click());
            grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, cx.t(&message("booths-plan"))));
            if grid.has_focus() {
                self.arrows(ui, answer, (rows, places), events);
            }
            let cell = |place: Place| {
                let x = area.left() + LETTER + points(place.1 - 1) * (width + GAP);
                let y = area.top() + points(place.0 - 1) * (CELL + GAP);
                Rect::from_min_size(pos2(x, y), vec2(width, CELL))
            };
            if std::mem::take(&mut self.reveal) {
                ui.scroll_to_rect(cell(self.cursor).expand(GAP), None);
            }
            let pointer = ui.input(|input| input.pointer.interact_pos());
            for row in 1..=rows {
                let left = cell((row, 1));
                let code = place_code((row, 1));
                let letter = code.trim_end_matches(|digit: char| digit.is_ascii_digit());
                let word = theme::galley(ui, letter, SECTION, cx.theme.c.muted, LETTER, 1);
                let at = pos2(area.left(), left.center().y - word.size().y / 2.0);
                ui.painter().galley(at, word, cx.theme.c.muted);
                for place in (1..=places).map(|place| (row, place)) {
                    let rect = cell(place);
                    if ui.is_rect_visible(rect) {
                        let over = self.dragged.is_some() && pointer.is_some_and(|at| rect.contains(at));
                        self.cell_ui(ui, cx, answer, (place, rect, over), chosen, &grid, events);
                    }
                }
            }
            if let Some(id) = self.dragged {
                let to = |at: Pos2| {
                    let all = (1..=rows).flat_map(|row| (1..=places).map(move |place| (row, place)));
                    all.into_iter().find(|place| cell(*place).contains(at))
                };
                match drag(ui) {
                    Drag::Held(at) => dragged_ui(ui, cx, answer, id, at),
                    how => {
                        self.dragged = None;
                        if let Drag::LetGo(at) = how
                            && ui.clip_rect().contains(at)
                            && let Some(place) = to(at)
                        {
                            self.cursor = place;
                            events.push(Event::Moved(id, place));
                        }
                    }
                }
            }
        });
    }

    /// Arrows go from cell to cell, Enter puts down, adds or opens.
    fn arrows(&mut self, ui: &Ui, answer: &BoothPlanAnswer, last: Place, events: &mut Vec<Event>) {
        ui.memory_mut(|memory| {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: self.carried.is_some(),
                ..EventFilter::default()
            };
            memory.set_focus_lock_filter(grid_id(), filter);
        });
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let before = self.cursor;
        for (key, down, right) in
            [(Key::ArrowUp, -1, 0), (Key::ArrowDown, 1, 0), (Key::ArrowLeft, 0, -1), (Key::ArrowRight, 0, 1)]
        {
            if pressed(key) {
                self.cursor.0 = (self.cursor.0 + down).clamp(1, last.0);
                self.cursor.1 = (self.cursor.1 + right).clamp(1, last.1);
            }
        }
        if before != self.cursor {
            self.reveal = true;
            if self.carried.is_none() {
                events.push(Event::Chosen(answer.at(self.cursor).map(|line| line.id)));
            }
        }
        if pressed(Key::Enter) {
            self.press(answer, self.cursor, events);
            if self.carried.is_none() && answer.at(self.cursor).is_some() && events.is_empty() {
                events.push(Event::Entered);
            }
        }
    }

    /// What a press on a cell does besides choosing: puts down what is taken along, or adds a booth.
    fn press(&mut self, answer: &BoothPlanAnswer, place: Place, events: &mut Vec<Event>) {
        if let Some(id) = self.carried.take() {
            events.push(Event::Moved(id, place));
        } else if answer.at(place).is_none() {
            events.push(Event::Wanted(place));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of a cell")]
    fn cell_ui(
        &mut self,
        ui: &Ui,
        cx: &Cx<'_>,
        answer: &BoothPlanAnswer,
        (place, rect, over): (Place, Rect, bool),
        chosen: Option<RecordId<Booth>>,
        grid: &egui::Response,
        events: &mut Vec<Event>,
    ) {
        let line = answer.at(place);
        let sense = Sense::CLICK | Sense::DRAG;
        let response = ui.interact(rect, grid_id().with(place), sense);
        let on = line.is_some() && line.map(|line| line.id) == chosen;
        let name = match line {
            Some(line) => name(cx, line),
            None => cx.t(&message("booths-cell-free").with("code", place_code(place))),
        };
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, &name));
        if response.drag_started()
            && let Some(line) = line
        {
            self.dragged = Some(line.id);
            self.carried = None;
        }
        if response.clicked() {
            grid.request_focus();
            self.cursor = place;
            if self.carried.is_some() {
                self.press(answer, place, events);
            } else {
                events.push(Event::Chosen(line.map(|line| line.id)));
            }
        }
        if response.double_clicked() && line.is_none() {
            events.push(Event::Wanted(place));
        }
        match line {
            Some(line) => booth_ui(ui, cx, rect, line, on, response.hovered() || over),
            None => free_ui(ui, cx, rect, &place_code(place), response.hovered() || over),
        }
        if self.cursor == place && grid.has_focus() {
            let ring = CornerRadius::same(8);
            ui.painter().rect_stroke(rect.expand(2.0), ring, cx.theme.focus_ring(), StrokeKind::Inside);
        }
        response.on_hover_text(match line {
            Some(line) => tip(cx, line),
            None => cx.t(&message("booths-add-here").with("code", place_code(place))),
        });
    }

    /// The booths without a place of their own.
    pub(super) fn beside_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        answer: &BoothPlanAnswer,
        chosen: Option<RecordId<Booth>>,
        events: &mut Vec<Event>,
    ) {
        self.own.clear();
        let beside: Vec<_> = answer.beside().collect();
        if beside.is_empty() {
            return;
        }
        card(ui, &cx.theme.clone(), 12, |ui| {
            let title_words = format!("{} ({})", cx.t(&message("booths-beside")), beside.len());
            heading(ui, &title_words, CARD, cx.theme.c.text);
            ui.add_space(4.0);
            let height = if beside.len() > 4 { 176.0 } else { f32::INFINITY };
            ScrollArea::vertical().id_salt("booth-beside").max_height(height).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                for line in beside {
                    let id = grid_id().with(line.id.any());
                    self.own.push(id);
                    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::hover());
                    let response = ui.interact(rect, id, Sense::click_and_drag());
                    let on = Some(line.id) == chosen;
                    response
                        .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, name(cx, line)));
                    if response.drag_started() {
                        self.dragged = Some(line.id);
                        self.carried = None;
                    }
                    if response.clicked() || response.gained_focus() {
                        events.push(Event::Chosen(Some(line.id)));
                    }
                    strip_ui(ui, cx, rect, line, on, response.hovered());
                    if response.has_focus() {
                        let ring = cx.theme.focus_ring();
                        ui.painter().rect_stroke(rect, CornerRadius::same(6), ring, StrokeKind::Inside);
                    }
                    response.on_hover_text(tip(cx, line));
                }
            });
        });
        ui.add_space(space::M);
    }
}

/// What is dragged follows the pointer.
fn dragged_ui(ui: &Ui, cx: &Cx<'_>, answer: &BoothPlanAnswer, id: RecordId<Booth>, at: Pos2) {
    ui.set_cursor_icon(CursorIcon::Grabbing);
    let Some(line) = answer.find(id) else { return };
    let above = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("booth-drag")));
    let word = theme::galley(ui, &title(line), SMALL_MEDIUM, cx.theme.c.text, 200.0, 1);
    let rect = Rect::from_min_size(at + vec2(12.0, 8.0), word.size() + vec2(20.0, 12.0));
    let outline = Stroke::new(1.0, cx.theme.c.border_strong);
    above.rect(rect, CornerRadius::same(6), cx.theme.c.raised, outline, StrokeKind::Inside);
    above.galley(rect.min + vec2(10.0, 6.0), word, cx.theme.c.text);
}

/// "A01 HTX Gốm Chu Đậu".
fn title(line: &BoothLine) -> String {
    format!("{} {}", line.booth.code, line.short).trim().to_owned()
}

fn name(cx: &Cx<'_>, line: &BoothLine) -> String {
    let parts = [line.booth.code.clone(), line.short.clone(), state_words(cx, line)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What a booth says in full, with what is wrong.
fn tip(cx: &Cx<'_>, line: &BoothLine) -> String {
    let mut text = format!("{} {}", line.booth.code, line.name).trim().to_owned();
    for fault in faults(line) {
        let _ = write!(text, "\n{}", cx.t(&fault));
    }
    text
}

/// What is wrong with the place and the code of a booth.
pub(super) fn faults(line: &BoothLine) -> Vec<crate::i18n::Message> {
    let mut found = Vec::new();
    if line.place_twice {
        found.push(message("booths-place-twice"));
    }
    if line.code_twice {
        found.push(message("booths-code-twice").with("code", line.booth.code.as_str()));
    }
    found
}

fn outline(cx: &Cx<'_>, line: &BoothLine, on: bool) -> Stroke {
    match (on, line.place_twice || line.code_twice) {
        (_, true) => Stroke::new(2.0, cx.theme.c.danger),
        (true, false) => Stroke::new(2.0, cx.theme.c.primary),
        _ => Stroke::new(1.0, cx.theme.c.border),
    }
}

fn glyph(ui: &Ui, at: Pos2, icon: &str, ink: Color32) {
    let font = theme::icon_font(14.0, false);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, icon, font, ink);
}

fn booth_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, line: &BoothLine, on: bool, hovered: bool) {
    let (tone, icon) = mark(line);
    let (ground, ink) = words_colour(&cx.theme, tone);
    let fill = match line.is_vacant() {
        _ if hovered => cx.theme.c.hover,
        true => cx.theme.c.raised,
        false => ground,
    };
    let radius = CornerRadius::same(6);
    ui.painter().rect(rect, radius, fill, outline(cx, line, on), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(7.0, 6.0));
    let code = theme::galley(ui, &line.booth.code, BODY_MEDIUM, cx.theme.c.text, inner.width() - 20.0, 1);
    ui.painter().galley(inner.min, code, cx.theme.c.text);
    if line.place_twice || line.code_twice {
        let at = pos2(inner.right() - 14.0, inner.top() + 10.0);
        glyph(ui, at, icons::WARNING_OCTAGON, cx.theme.c.danger);
    }
    let name = theme::galley(ui, &line.short, SMALL, cx.theme.c.text, inner.width(), 2);
    ui.painter().galley(pos2(inner.left(), inner.top() + 20.0), name, cx.theme.c.text);
    let y = inner.bottom() - 8.0;
    glyph(ui, pos2(inner.left(), y), icon, ink);
    let word = theme::galley(ui, &state_words(cx, line), SMALL_MEDIUM, ink, inner.width() - 16.0, 1);
    ui.painter().galley(pos2(inner.left() + 16.0, y - word.size().y / 2.0), word, ink);
}

/// A cell without a booth, with the code it would get.
fn free_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, code: &str, hovered: bool) {
    if hovered {
        ui.painter().rect_filled(rect, CornerRadius::same(6), cx.theme.c.hover);
    }
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
    let edge: Vec<Pos2> = corners.into_iter().chain([rect.left_top()]).collect();
    ui.painter().extend(egui::Shape::dashed_line(&edge, cx.theme.line(), 4.0, 4.0));
    let word = theme::galley(ui, code, SMALL, cx.theme.c.muted, rect.width() - 12.0, 1);
    ui.painter().galley(rect.center() - word.size() / 2.0, word, cx.theme.c.muted);
}

/// A booth without a place, in one line.
fn strip_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, line: &BoothLine, on: bool, hovered: bool) {
    let (tone, icon) = mark(line);
    let (ground, ink) = words_colour(&cx.theme, tone);
    let fill = if hovered { cx.theme.c.hover } else { ground };
    ui.painter().rect(rect, CornerRadius::same(6), fill, outline(cx, line, on), StrokeKind::Inside);
    glyph(ui, pos2(rect.left() + 9.0, rect.center().y), icon, ink);
    let code = theme::galley(ui, &line.booth.code, SMALL_MEDIUM, cx.theme.c.text, 70.0, 1);
    let x = rect.left() + 29.0;
    let after = x + code.size().x + 8.0;
    ui.painter().galley(pos2(x, rect.center().y - code.size().y / 2.0), code, cx.theme.c.text);
    let name = theme::galley(ui, &line.short, SMALL, cx.theme.c.text, rect.right() - after - 8.0, 1);
    ui.painter().galley(pos2(after, rect.center().y - name.size().y / 2.0), name, cx.theme.c.text);
}
