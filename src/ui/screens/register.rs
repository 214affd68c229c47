//! The list of a kind: filters at the left, the table, and at the right the record that is chosen.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Frame, Id, Margin, Panel, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use super::bulk::BulkDialog;
use super::detail::{DetailPane, vitality_mark};
use super::export::ExportDialog;
use crate::domain::{AnyId, Id as RecordId, RecordKind};
use crate::i18n::{Message, field_label, message};
use crate::ops::{Command, Line, List, Listed, NAME, Page, RowOf, SavedSearches, Shown, SortBy, columns};
use crate::runtime::{Slot, View};
use crate::ui::action::{Action, Cx, Preference, Route, list_title};
use crate::ui::components::{
    Button, Field, TableColumn, TableEvent, TableRow, TableState, chip, empty, failed, heading, icon_button,
    line, link, mou_mark, skeleton, table, tick,
};
use crate::ui::theme::{BODY, CARD, COMPACT_MEDIUM, SCREEN, SMALL, space};

/// Rows that are read together.
const BLOCK: usize = 64;
/// Blocks that are kept.
const KEPT: usize = 6;
/// Codes of a filter that are shown before "more".
const SHOWN: usize = 6;
/// Below this width the head of a list says less.
const SMALL_WIDTH: f32 = 760.0;

/// The list of a kind.
pub struct RegisterScreen {
    pub(super) kind: RecordKind,
    pub(super) list: List,
    /// What stands in the search field.
    pub(super) typed: String,
    listed: Slot<List>,
    /// The answer the table was drawn from last.
    pub(super) rows: Option<Arc<Listed>>,
    blocks: Vec<(usize, Slot<Page>)>,
    pub(super) table: TableState,
    pub(super) detail: DetailPane,
    /// The record to be chosen as soon as it is in the list.
    wanted: Option<(RowOf, Slot<RowOf>)>,
    /// Looks for the row that begins with what was typed into the table.
    ahead: Option<(crate::ops::Find, Slot<crate::ops::Find>)>,
    unfolded: BTreeSet<&'static str>,
    /// The keyboard went from the search field into the table.
    entered: bool,
    pub(super) bulk: Option<BulkDialog>,
    pub(super) export: Option<ExportDialog>,
    pub(super) saved: Slot<SavedSearches>,
    /// The name a search is being saved under, and whether it shall stand in the rail.
    pub(super) saving: Option<(String, bool)>,
}

impl RegisterScreen {
    /// The list of a kind.
    pub fn new(kind: RecordKind) -> Self {
        Self {
            kind,
            list: List::of(kind),
            typed: String::new(),
            listed: Slot::default(),
            rows: None,
            blocks: Vec::new(),
            table: TableState::default(),
            detail: DetailPane::default(),
            wanted: None,
            ahead: None,
            unfolded: BTreeSet::new(),
            entered: false,
            bulk: None,
            export: None,
            saved: Slot::default(),
            saving: None,
        }
    }

    /// Chooses a record, whatever the filters are.
    pub fn choose(&mut self, id: AnyId) {
        self.list = List { order: self.list.order.clone(), ..List::of(self.kind) };
        self.typed.clear();
        self.wanted = Some((RowOf { kind: self.kind, id }, Slot::default()));
        self.detail.show(self.kind, id);
    }

    /// Shows this list.
    pub fn show_list(&mut self, list: List) {
        self.typed.clone_from(&list.text);
        self.list = list;
    }

    /// Looks for these words.
    pub fn search(&mut self, text: String) {
        self.list.filters.clear();
        self.typed.clone_from(&text);
        self.list.text = text;
    }

    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.typed != self.list.text {
            self.list.text.clone_from(&self.typed);
        }
        let view = self.listed.get(cx.data, &self.list);
        if let View::Ready(listed) = &view {
            self.take(listed, cx);
        }
        Panel::top("register-head")
            .frame(
                Frame::new()
                    .fill(cx.theme.c.background)
                    .inner_margin(Margin::symmetric(if cx.narrow { 16 } else { 24 }, 0)),
            )
            .exact_size(space::SCREEN_HEADER)
            .show_separator_line(false)
            .show(ui, |ui| self.head_ui(ui, cx));
        let pane = Frame::new().fill(cx.theme.c.surface).inner_margin(Margin::symmetric(14, 8));
        if !List::filter_columns(self.kind).is_empty() && ui.available_width() > 760.0 {
            Panel::left("register-filters")
                .frame(pane)
                .exact_size(if cx.narrow { 190.0 } else { 206.0 })
                .resizable(false)
                .show(ui, |ui| ScrollArea::vertical().show(ui, |ui| self.filters_ui(ui, cx)));
        }
        if self.detail.is_open() && self.kind != RecordKind::Mou && ui.available_width() > 640.0 {
            let width: f32 = if cx.narrow { 430.0 } else { 484.0 };
            Panel::right("register-detail")
                .frame(Frame::new().fill(cx.theme.c.surface))
                .exact_size(width.min(ui.available_width() * 0.5))
                .resizable(false)
                .show(ui, |ui| self.detail.ui(ui, cx));
        }
        Panel::bottom("register-foot")
            .frame(Frame::new().fill(cx.theme.c.surface).inner_margin(Margin::symmetric(14, 0)))
            .exact_size(34.0)
            .show(ui, |ui| self.foot_ui(ui, cx));
        egui::CentralPanel::no_frame().show(ui, |ui| match &view {
            View::Loading => {
                ui.add_space(space::L);
                skeleton(ui, &cx.theme, 12);
            }
            View::Failed(error) => {
                if failed(ui, &cx.theme, cx.language, error, &cx.t(&message("act-again"))) {
                    self.listed = Slot::default();
                }
            }
            View::Ready(listed) if listed.rows.is_empty() => self.empty_ui(ui, cx, listed),
            View::Ready(listed) if self.layout(cx).cards => self.cards_ui(ui, cx, &Arc::clone(listed)),
            View::Ready(listed) => self.table_ui(ui, cx, &Arc::clone(listed)),
        });
        self.save_ui(ui, cx);
        if let Some(mut dialog) = self.export.take()
            && dialog.ui(ui, cx)
        {
            self.export = Some(dialog);
        }
        if let Some(mut dialog) = self.bulk.take()
            && dialog.ui(ui, cx)
        {
            self.bulk = Some(dialog);
        }
    }

    /// Another answer came: what was chosen stays chosen.
    fn take(&mut self, listed: &Arc<Listed>, cx: &Cx<'_>) {
        if self.rows.as_ref().is_some_and(|rows| Arc::ptr_eq(rows, listed)) {
            self.go_to_wanted(cx);
            return;
        }
        let same = self.rows.as_ref().is_some_and(|rows| rows.rows == listed.rows);
        self.rows = Some(Arc::clone(listed));
        if !same {
            if let (None, Some(id)) = (&self.wanted, self.detail.id()) {
                self.wanted = Some((RowOf { kind: self.kind, id }, Slot::default()));
            }
            self.table.reset();
            self.blocks.clear();
        }
        self.go_to_wanted(cx);
    }

    /// Puts the cursor on the record that is wanted, once its row is known.
    fn go_to_wanted(&mut self, cx: &Cx<'_>) {
        let (Some((question, slot)), Some(listed)) = (&mut self.wanted, &self.rows) else { return };
        let Some(row) = slot.get(cx.data, question).ready() else { return };
        if let Some(place) = listed.rows.iter().position(|known| Some(*known) == *row) {
            self.table.go_to(place);
        }
        // Not in the list: filtered out, or it comes with the next answer, which asks for it again.
        self.wanted = None;
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        // Large letters on a small screen: the title, the field and what adds a record stay whole.
        let small = ui.available_width() < SMALL_WIDTH;
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            heading(ui, &cx.t(&list_title(self.kind)), SCREEN, cx.theme.c.text);
            if let Some(listed) = self.rows.as_ref().filter(|_| !small) {
                let count = if listed.rows.len() == listed.all {
                    message("list-count").with("count", listed.all)
                } else {
                    message("list-count-of").with("count", listed.rows.len()).with("all", listed.all)
                };
                line(ui, &cx.t(&count), BODY, cx.theme.c.muted);
            }
            let hint = cx.t(&message("list-find"));
            let field = Field::new(Id::unique(("register-find", self.kind.table())), "")
                .hint(&hint)
                .name(&hint)
                .icon(icons::MAGNIFYING_GLASS)
                .width(if cx.narrow { 210.0 } else { 230.0 })
                .show(ui, &cx.theme, cx.language, &mut self.typed);
            if field.changed() {
                // Asked at once: the answer comes while this frame is painted.
                self.list.text.clone_from(&self.typed);
                self.listed.get(cx.data, &self.list);
            }
            if field.has_focus()
                && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::ArrowDown))
            {
                ui.memory_mut(|memory| memory.request_focus(self.table_id()));
                self.table.go_to(0);
                self.entered = true;
            }
            let (words, menu) = (cx.t(&new_label(self.kind)), cx.t(&message("list-columns")));
            let end = ui.data(|data| data.get_temp::<f32>(Id::unique("register-end"))).unwrap_or(330.0);
            let rest = (ui.available_width() - end - 12.0).max(0.0);
            self.chips_ui(ui, cx, rest);
            let start = egui::vec2(0.0, space::CONTROL);
            let middle = egui::Layout::left_to_right(egui::Align::Center);
            let shown = ui.allocate_ui_with_layout(start, middle, |ui| {
                if self.kind != RecordKind::Mou {
                    self.cards_switch(ui, cx);
                }
                let columns = if small {
                    icon_button(ui, &cx.theme, icons::COLUMNS, &menu)
                } else {
                    Button::outline(&menu).icon(icons::COLUMNS).show(ui, &cx.theme)
                };
                self.columns_menu(&columns, cx);
                if self.kind == RecordKind::Mou {
                    let ceremony = cx.t(&message("ceremony-short"));
                    let pressed = if small {
                        icon_button(ui, &cx.theme, icons::SIGNATURE, &ceremony).clicked()
                    } else {
                        Button::outline(&ceremony).icon(icons::SIGNATURE).show(ui, &cx.theme).clicked()
                    };
                    if pressed {
                        cx.ask(Action::Go(Route::Ceremony));
                    }
                    let numbers = cx.t(&message("nav-numbers"));
                    if icon_button(ui, &cx.theme, icons::HASH, &numbers).clicked() {
                        cx.ask(Action::Go(Route::Numbers));
                    }
                }
                if Button::primary(&words).icon(icons::PLUS).show(ui, &cx.theme).clicked() {
                    cx.ask(match self.kind {
                        RecordKind::Mou => Action::NewMou,
                        kind => Action::Go(Route::Form(kind, None)),
                    });
                }
            });
            let width = shown.response.rect.width();
            if (width - end).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(Id::unique("register-end"), width));
                ui.ctx().request_discard("the width of the buttons");
            }
        });
    }

    /// The filters that are in force, in the room that is left before the buttons.
    fn chips_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, room: f32) {
        ui.allocate_ui_with_layout(
            egui::vec2(room, 36.0),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_width(room);
                let mut away = None;
                let mut hidden = 0;
                for (column, codes) in &self.list.filters {
                    for code in codes {
                        let label = List::code_label(self.kind, column, code, cx.places);
                        let label = cx.shown(&label);
                        if ui.available_width() < 150.0 {
                            hidden += 1;
                            continue;
                        }
                        let name = cx.t(&message("list-drop-filter").with("filter", label.as_str()));
                        if chip(ui, &cx.theme, &label, &name).clicked() {
                            away = Some((*column, code.clone()));
                        }
                    }
                }
                if hidden > 0 {
                    line(ui, &format!("+{hidden}"), SMALL, cx.theme.c.muted);
                }
                if let Some((column, code)) = away {
                    self.filter(column, &code, false);
                }
            },
        );
    }

    fn filter(&mut self, column: &'static str, code: &str, on: bool) {
        let codes = self.list.filters.entry(column).or_default();
        if on {
            codes.insert(code.to_owned());
        } else {
            codes.remove(code);
        }
        if codes.is_empty() {
            self.list.filters.remove(column);
        }
    }

    fn filters_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(listed) = self.rows.clone() else { return };
        ui.spacing_mut().item_spacing.y = 0.0;
        self.saved_ui(ui, cx);
        for (column, counts) in &listed.facets {
            if counts.is_empty() && !self.list.filters.contains_key(column) {
                continue;
            }
            let title = match *column {
                "commune" => message("filter-province"),
                "date" => message("filter-year"),
                column => field_label(column),
            };
            ui.add_space(6.0);
            heading(ui, &cx.t(&title), CARD, cx.theme.c.text);
            ui.add_space(2.0);
            let all = self.unfolded.contains(column);
            let chosen = self.list.filters.get(column).cloned().unwrap_or_default();
            // What is chosen stays in sight even when nothing has it any more.
            let gone = chosen.iter().filter(|code| !counts.iter().any(|(known, _)| known == *code));
            let entries: Vec<(String, usize)> =
                counts.iter().cloned().chain(gone.map(|code| (code.clone(), 0))).collect();
            for (place, (code, count)) in entries.iter().enumerate() {
                let mut on = chosen.contains(code);
                if !all && place >= SHOWN && !on {
                    continue;
                }
                let label = cx.shown(&List::code_label(self.kind, column, code, cx.places));
                let count = crate::vietnamese::group(i64::try_from(*count).unwrap_or(0), cx.language);
                if tick(ui, &cx.theme, &mut on, &label, Some(&count)).changed() {
                    self.filter(column, code, on);
                }
            }
            if entries.len() > SHOWN {
                let more = if all {
                    message("filter-less")
                } else {
                    message("filter-more").with("count", entries.len() - SHOWN)
                };
                ui.add_space(2.0);
                if link(ui, &cx.theme, &cx.t(&more), COMPACT_MEDIUM).clicked()
                    && !self.unfolded.remove(column)
                {
                    self.unfolded.insert(*column);
                }
            }
            ui.add_space(8.0);
            ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
        }
    }

    /// The local rows of what is selected.
    pub(super) fn selected_rows(&self) -> Vec<i64> {
        let rows = self.rows.as_ref().map(|listed| listed.rows.as_slice()).unwrap_or_default();
        self.table.selected.iter().filter_map(|place| rows.get(*place)).copied().collect()
    }

    pub(super) fn delete_selected(&mut self, cx: &mut Cx<'_>) {
        let Some(listed) = self.rows.clone() else { return };
        let places: Vec<usize> = self.table.selected.iter().copied().collect();
        let only = if let [place] = places[..] { self.line(place, &listed, cx) } else { None };
        let (command, done) = if let Some(line) = only {
            let done = message("done-deleted").with("name", line.name.as_str());
            (Command::Delete(self.kind, line.id), done)
        } else {
            // One operation, however many: lines that were never drawn have no record yet, but a row.
            let rows = self.selected_rows();
            let kind = self.kind.label();
            let done = message("done-deleted-many").with("count", rows.len()).with("kind", kind);
            (Command::DeleteRows(self.kind, rows), done)
        };
        cx.ask(Action::Run(Box::new(command), done));
    }

    fn empty_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, listed: &Listed) {
        if listed.all == 0 {
            let title = message("list-empty").with("kind", self.kind.label());
            let words = cx.t(&new_label(self.kind));
            let explain = cx.t(&message("list-empty-explain"));
            let (theme, title) = (cx.theme, cx.t(&title));
            empty(ui, &theme, &title, &explain, |ui| {
                if Button::outline(&words).icon(icons::PLUS).show(ui, &cx.theme).clicked() {
                    cx.ask(match self.kind {
                        RecordKind::Mou => Action::NewMou,
                        kind => Action::Go(Route::Form(kind, None)),
                    });
                }
            });
        } else {
            let words = cx.t(&message("list-no-filters"));
            let (title, explain) =
                (cx.t(&message("list-nothing-found")), cx.t(&message("list-nothing-found-explain")));
            let again = empty(ui, &cx.theme, &title, &explain, |ui| {
                Button::outline(&words).icon(icons::FUNNEL_X).show(ui, &cx.theme).clicked()
            });
            if again {
                self.list.filters.clear();
                self.typed.clear();
            }
        }
    }

    pub(super) fn table_id(&self) -> Id {
        Id::unique(("register-table", self.kind.table()))
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, listed: &Arc<Listed>) {
        let columns = self.shown_columns(cx);
        let name = cx.t(&list_title(self.kind));
        let mut state = std::mem::take(&mut self.table);
        let order = self.list.order.clone();
        let id = self.table_id();
        let events = {
            let columns = &columns;
            let this = &mut *self;
            let cx = &*cx;
            let mut row = |place: usize| {
                let line = this.line(place, listed, cx)?;
                Some(this.row(&line, columns, cx))
            };
            table(
                ui,
                &cx.theme,
                id,
                &name,
                &mut state,
                columns,
                listed.rows.len(),
                &order,
                cx.language,
                &mut row,
            )
        };
        self.table = state;
        self.find_ahead(cx, listed);
        // The keyboard came into the table: its first record is shown as soon as it is read.
        if self.entered
            && let Some(line) = self.line(0, listed, cx)
        {
            self.entered = false;
            self.detail.show(self.kind, line.id);
        }
        for event in events {
            self.happened(event, listed, cx);
        }
    }

    pub(super) fn happened(&mut self, event: TableEvent, listed: &Arc<Listed>, cx: &mut Cx<'_>) {
        match event {
            TableEvent::Sort { column, added } => self.sort(column, added),
            TableEvent::Moved(place) => {
                if let Some(line) = self.line(place, listed, cx) {
                    self.detail.show(self.kind, line.id);
                }
            }
            TableEvent::Open(place) => {
                if let Some(line) = self.line(place, listed, cx) {
                    cx.ask(Action::Go(match self.kind {
                        RecordKind::Mou => Route::Mou(RecordId::from_any(line.id)),
                        kind => Route::Form(kind, Some(line.id)),
                    }));
                }
            }
            TableEvent::Typed(text) => {
                let question = crate::ops::Find { text, kinds: vec![self.kind], limit: 1 };
                self.ahead = Some((question, Slot::default()));
            }
            TableEvent::Width(column, width) => {
                let mut layout = self.layout(cx);
                layout.widths.insert(column.to_owned(), width);
                cx.ask(Action::Prefer(Preference::Table(self.kind.table().to_owned(), layout)));
            }
            TableEvent::Delete => self.delete_selected(cx),
        }
    }

    /// Goes to the row that begins with what was typed into the table.
    fn find_ahead(&mut self, cx: &Cx<'_>, listed: &Listed) {
        let Some((question, slot)) = &mut self.ahead else { return };
        let Some(hits) = slot.get(cx.data, question).ready() else { return };
        self.ahead = None;
        let place = hits.first().and_then(|hit| listed.rows.iter().position(|row| *row == hit.row));
        if let (Some(place), Some(hit)) = (place, hits.first()) {
            self.table.go_to(place);
            self.detail.show(self.kind, hit.id);
        }
    }

    /// Sorts by a column: up, down, not at all.
    fn sort(&mut self, column: &'static str, added: bool) {
        let now = self.list.order.iter().find(|by| by.column == column).map(|by| by.descending);
        let next = match now {
            None => Some(SortBy { column, descending: false }),
            Some(false) => Some(SortBy { column, descending: true }),
            Some(true) => None,
        };
        if added {
            let place = self.list.order.iter().position(|by| by.column == column);
            match (place, next) {
                (Some(place), Some(next)) => {
                    if let Some(by) = self.list.order.get_mut(place) {
                        *by = next;
                    }
                }
                (Some(place), None) => {
                    self.list.order.remove(place);
                }
                (None, next) => self.list.order.extend(next),
            }
        } else {
            self.list.order = next.into_iter().collect();
        }
    }

    /// A line, if its block is there.
    pub(super) fn line(&mut self, place: usize, listed: &Listed, cx: &Cx<'_>) -> Option<Line> {
        let block = place / BLOCK;
        let at = self.blocks.iter().position(|(number, _)| *number == block);
        let mut entry = match at {
            Some(at) => self.blocks.remove(at),
            None => (block, Slot::default()),
        };
        let end = ((block + 1) * BLOCK).min(listed.rows.len());
        let rows = listed.rows.get(block * BLOCK..end)?.to_vec();
        let question = Page { kind: self.kind, rows };
        let answer = entry.1.get(cx.data, &question).ready();
        let fits = entry.1.answers(&question);
        self.blocks.push(entry);
        if self.blocks.len() > KEPT {
            self.blocks.remove(0);
        }
        if !fits {
            return None;
        }
        let row = listed.rows.get(place)?;
        answer?.iter().find(|line| line.row == *row).cloned()
    }

    fn row(&self, line: &Line, shown: &[TableColumn], cx: &Cx<'_>) -> TableRow {
        let mut badge = None;
        let cells = shown.iter().enumerate().map(|(place, column)| {
            if column.key == NAME || (self.kind == RecordKind::Mou && column.key == "number") {
                return if line.name.is_empty() {
                    cx.t(&message("mou-no-number"))
                } else {
                    line.name.clone()
                };
            }
            let cell = columns(self.kind).iter().position(|known| known.key == column.key);
            let value = cell.and_then(|cell| line.cells.get(cell)).unwrap_or(&Shown::Empty);
            let mark = match value {
                Shown::MouState(state) => Some(mou_mark(*state)),
                Shown::Vitality(vitality) => Some(vitality_mark(*vitality)),
                _ => None,
            };
            badge = mark.map(|(tone, icon)| (place, tone, icon)).or(badge);
            cx.shown(value)
        });
        let cells = cells.collect();
        TableRow { cells, badge }
    }
}

/// "Thêm làng nghề" and so on.
fn new_label(kind: RecordKind) -> Message {
    match kind {
        RecordKind::Village => message("act-new-village"),
        RecordKind::Artisan => message("act-new-artisan"),
        RecordKind::Product => message("act-new-product"),
        RecordKind::Mou => message("act-new-mou"),
        RecordKind::Person => message("act-new-person"),
        _ => message("act-new-partner"),
    }
}
