//! Two records side by side: field by field the officer chooses which value stays, then both become one, or are
//! remembered to be two.

use std::collections::BTreeMap;

use eframe::egui::{CentralPanel, Panel, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use crate::domain::{AnyId, Cell, CodeSet, ColumnType as _, RecordKind};
use crate::i18n::{field_label, message};
use crate::ops::{AnyRecord, Command, Detail, DetailAnswer};
use crate::runtime::{Slot, View};
use crate::ui::action::{Action, Cx, list_title};
use crate::ui::components::{
    Button, Tone, at_right, card, failed, heading, line, link, note, screen_head, skeleton, text, tick,
};
use crate::ui::forms;
use crate::ui::sections::{Asked, Input, sections};
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, SCREEN, SMALL, space};
use crate::ui::values;

/// Which value stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Kept,
    Lost,
    Both,
}

/// The screen of two records.
pub struct MergeScreen {
    kind: RecordKind,
    keep: AnyId,
    lose: AnyId,
    kept: Slot<Detail>,
    lost: Slot<Detail>,
    chosen: BTreeMap<&'static str, Side>,
}

impl MergeScreen {
    /// For two records of a kind.
    pub fn new(kind: RecordKind, keep: AnyId, lose: AnyId) -> Self {
        Self { kind, keep, lose, kept: Slot::default(), lost: Slot::default(), chosen: BTreeMap::new() }
    }

    /// What it is for.
    pub fn subject(&self) -> (RecordKind, AnyId, AnyId) {
        (self.kind, self.keep, self.lose)
    }

    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let frame = screen_head(ui, cx.theme, cx.narrow, "merge-head", |ui| {
            ui.horizontal_centered(|ui| {
                if link(ui, &cx.theme, &cx.t(&list_title(self.kind)), BODY_MEDIUM).clicked() {
                    cx.ask(Action::Back);
                }
                line(ui, icons::CARET_RIGHT, BODY, cx.theme.c.muted);
                heading(ui, &cx.t(&message("merge-title")), SCREEN, cx.theme.c.text);
            });
        });
        let kept = self.kept.get(cx.data, &Detail { kind: self.kind, id: self.keep });
        let lost = self.lost.get(cx.data, &Detail { kind: self.kind, id: self.lose });
        let (kept, lost) = match (kept, lost) {
            (View::Ready(kept), View::Ready(lost)) => (kept, lost),
            (View::Failed(error), _) | (_, View::Failed(error)) => {
                CentralPanel::no_frame().frame(frame).show(ui, |ui| {
                    if failed(ui, &cx.theme, cx.language, &error, &cx.t(&message("act-back"))) {
                        cx.ask(Action::Back);
                    }
                });
                return;
            }
            _ => {
                CentralPanel::no_frame().frame(frame).show(ui, |ui| skeleton(ui, &cx.theme, 8));
                return;
            }
        };
        if kept.deleted || lost.deleted {
            // Merged, here or by another step.
            CentralPanel::no_frame().frame(frame).show(ui, |ui| {
                note(ui, &cx.theme, Tone::Busy, &cx.t(&message("merge-gone")));
            });
            return;
        }
        let foot = frame.fill(cx.theme.c.surface);
        Panel::bottom("merge-foot").frame(foot).exact_size(52.0).show(ui, |ui| {
            self.foot_ui(ui, cx, &kept, &lost);
        });
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                card(ui, &cx.theme.clone(), 16, |ui| self.fields_ui(ui, cx, &kept, &lost));
                ui.add_space(space::XL);
            });
        });
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, kept: &DetailAnswer, lost: &DetailAnswer) {
        let width = (ui.available_width() - LABEL - 2.0 * space::M) / 2.0;
        row_ui(
            ui,
            width,
            |ui| {
                line(ui, "", SMALL, cx.theme.c.muted);
            },
            |ui| {
                line(ui, &cx.t(&message("merge-kept")), SMALL, cx.theme.c.muted);
                heading(ui, &kept.name, CARD, cx.theme.c.text);
                let count = message("merge-links").with("count", kept.related.len());
                line(ui, &cx.t(&count), COMPACT, cx.theme.c.muted);
            },
            |ui| {
                line(ui, &cx.t(&message("merge-lost")), SMALL, cx.theme.c.muted);
                heading(ui, &lost.name, CARD, cx.theme.c.text);
                let count = message("merge-links-move").with("count", lost.related.len());
                line(ui, &cx.t(&count), COMPACT, cx.theme.c.muted);
            },
        );
        let swap = cx.t(&message("merge-swap"));
        if Button::plain(&swap).small().icon(icons::ARROWS_LEFT_RIGHT).show(ui, &cx.theme).clicked() {
            *self = Self::new(self.kind, self.lose, self.keep);
            return;
        }
        let mut same = Vec::new();
        for field in sections(self.kind).iter().flat_map(|section| section.fields) {
            let (one, two) = (cell(&kept.record, field.column), cell(&lost.record, field.column));
            if one == two {
                if !is_empty(&one) {
                    same.push(field);
                }
                continue;
            }
            let before = self.side(field, &one);
            let side = std::cell::Cell::new(before);
            let label = cx.t(&field_label(field.column));
            let (left, right) = (words(field, &one, kept, cx), words(field, &two, lost, cx));
            let both = can_join(field) && !is_empty(&one) && !is_empty(&two);
            row_ui(
                ui,
                width,
                |ui| {
                    text(ui, &label, BODY, cx.theme.c.muted);
                    if both {
                        let mut on = side.get() == Side::Both;
                        if tick(ui, &cx.theme, &mut on, &cx.t(&message("merge-both")), None).changed() {
                            side.set(if on { Side::Both } else { Side::Kept });
                        }
                    }
                },
                |ui| choice_ui(ui, cx, &side, Side::Kept, &left),
                |ui| choice_ui(ui, cx, &side, Side::Lost, &right),
            );
            if side.get() != before {
                self.chosen.insert(field.column, side.get());
            }
        }
        if !same.is_empty() {
            let names: Vec<String> = same.iter().map(|field| cx.t(&field_label(field.column))).collect();
            let words = message("merge-same").with("fields", names.join(", ").to_lowercase());
            text(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
        }
    }

    /// Which value of a field stays: as chosen, else that of the kept record unless it has none.
    fn side(&self, field: &Asked, kept: &Cell) -> Side {
        let usual = if is_empty(kept) { Side::Lost } else { Side::Kept };
        self.chosen.get(field.column).copied().unwrap_or(usual)
    }

    fn foot_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, kept: &DetailAnswer, lost: &DetailAnswer) {
        ui.horizontal_centered(|ui| {
            let apart = cx.t(&message("merge-apart"));
            if Button::plain(&apart).icon(icons::NOT_EQUALS).show(ui, &cx.theme).clicked() {
                let command = Command::KeepApart(self.kind, self.keep, self.lose);
                cx.ask(Action::Run(Box::new(command), message("done-apart")));
                cx.ask(Action::Back);
            }
            at_right(ui, "merge-end", |ui| {
                let go = cx.t(&message("merge-go"));
                if Button::primary(&go).icon(icons::GIT_MERGE).show(ui, &cx.theme).clicked() {
                    let record = self.merged(kept, lost);
                    let done = message("done-merged").with("name", kept.name.as_str());
                    let command = Command::Merge(self.keep, self.lose, record);
                    cx.ask(Action::Run(Box::new(command), done));
                    cx.ask(Action::Back);
                }
            });
        });
    }

    /// The record both become.
    fn merged(&self, kept: &DetailAnswer, lost: &DetailAnswer) -> AnyRecord {
        let fields: Vec<&Asked> = sections(self.kind).iter().flat_map(|section| section.fields).collect();
        let columns = kept.record.columns().iter();
        let cells = columns.zip(kept.record.cells().into_iter().zip(lost.record.cells()));
        let chosen = cells.map(|(column, (one, two))| {
            let Some(field) = fields.iter().find(|field| field.column == *column) else {
                // What no form shows stays, or comes from the other where there is nothing.
                return if is_empty(&one) { two } else { one };
            };
            match self.side(field, &one) {
                Side::Kept => one,
                Side::Lost => two,
                Side::Both => joined(field, &one, &two),
            }
        });
        kept.record.with_cells(chosen.collect())
    }
}

/// Width of the labels.
const LABEL: f32 = 170.0;

fn row_ui(
    ui: &mut Ui,
    width: f32,
    label: impl FnOnce(&mut Ui),
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        ui.vertical(|ui| {
            ui.set_width(LABEL);
            label(ui);
        });
        ui.vertical(|ui| {
            ui.set_width(width);
            left(ui);
        });
        ui.vertical(|ui| {
            ui.set_width(width);
            right(ui);
        });
    });
    ui.add_space(4.0);
    ui.separator();
}

fn choice_ui(ui: &mut Ui, cx: &Cx<'_>, side: &std::cell::Cell<Side>, this: Side, words: &str) {
    let mut on = side.get() == this || side.get() == Side::Both;
    let words = if words.is_empty() { cx.t(&message("word-empty")) } else { words.to_owned() };
    if tick(ui, &cx.theme, &mut on, &words, None).changed() {
        side.set(this);
    }
}

fn cell(record: &AnyRecord, column: &str) -> Cell {
    forms::cell_of(record.columns(), record.cells(), column)
}

fn is_empty(cell: &Cell) -> bool {
    matches!(cell, Cell::Null) || *cell == Cell::Text(String::new()) || *cell == Cell::Integer(0)
}

/// Sets and telephone numbers can be put together.
fn can_join(field: &Asked) -> bool {
    matches!(field.input, Input::Codes(_) | Input::Provinces | Input::Tags | Input::Phones)
}

fn joined(field: &Asked, one: &Cell, two: &Cell) -> Cell {
    if matches!(field.input, Input::Phones) {
        let numbers = |cell: &Cell| crate::domain::PhoneNumbers::from_cell(cell.clone()).0;
        let mut all = numbers(one);
        for number in numbers(two) {
            if !all.iter().any(|known| known.digits == number.digits) {
                all.push(number);
            }
        }
        return crate::domain::PhoneNumbers(all).to_cell();
    }
    let mut all = CodeSet::from_cell(one.clone());
    all.0.extend(CodeSet::from_cell(two.clone()).0);
    all.to_cell()
}

/// A value as people read it.
fn words(field: &Asked, cell: &Cell, of: &DetailAnswer, cx: &Cx<'_>) -> String {
    match (field.input, cell) {
        (Input::Link(_), Cell::Id(id)) => {
            of.names.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone()).unwrap_or_default()
        }
        (input, cell) => values::words(cx, input, cell),
    }
}
