//! Many chosen records at once: the same values in chosen fields, one word for another, tags. What will change
//! is told before it does, and is one step to undo.

use eframe::egui::{Id, Modal, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use crate::domain::{CodeSet, RecordKind};
use crate::i18n::{field_label, message};
use crate::ops::{BulkChange, BulkPreview, Command};
use crate::problem::Problem;
use crate::runtime::Slot;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{
    Button, Field, choice, dialog_frame, heading, icon_button, line, segments, text,
};
use crate::ui::fields::FieldStates;
use crate::ui::forms::{self, Typed};
use crate::ui::sections::{Asked, Input, sections};
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, SMALL, space};

/// What is to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Set,
    Replace,
    Tag,
}

/// The dialog over a list.
pub(super) struct BulkDialog {
    kind: RecordKind,
    rows: Vec<i64>,
    mode: Mode,
    /// The fields that are set, in the order they were chosen.
    chosen: Vec<&'static str>,
    typed: Typed,
    fields: FieldStates,
    /// The field in which words are replaced.
    column: &'static str,
    find: String,
    with: String,
    add: String,
    remove: String,
    preview: Slot<BulkPreview>,
}

/// The fields of a kind that many records can share.
fn common(kind: RecordKind) -> Vec<&'static Asked> {
    let fields = sections(kind).iter().flat_map(|section| section.fields);
    fields
        .filter(|field| {
            let own = !field.column.contains('.') && !field.required && field.column != "tags";
            own && !matches!(field.input, Input::FormerPlace | Input::Secret)
        })
        .collect()
}

/// The fields of a kind that hold text.
fn texts(kind: RecordKind) -> Vec<&'static str> {
    let fields = sections(kind).iter().flat_map(|section| section.fields);
    let text = fields.filter(|field| matches!(field.input, Input::Text | Input::Lines(_)));
    text.map(|field| field.column).filter(|column| !column.contains('.')).collect()
}

impl BulkDialog {
    /// For the records in these local rows.
    pub(super) fn new(kind: RecordKind, rows: Vec<i64>) -> Self {
        Self {
            kind,
            rows,
            mode: Mode::default(),
            chosen: Vec::new(),
            typed: Typed::new(),
            fields: FieldStates::default(),
            column: texts(kind).first().copied().unwrap_or_default(),
            find: String::new(),
            with: String::new(),
            add: String::new(),
            remove: String::new(),
            preview: Slot::default(),
        }
    }

    /// Draws the dialog; false when it is done.
    pub(super) fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        let frame = dialog_frame(&cx.theme);
        let mut stays = true;
        let modal = Modal::new(Id::unique("bulk")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(640.0);
            let title = message("bulk-title").with("count", self.rows.len()).with("kind", self.kind.label());
            heading(ui, &cx.t(&title), CARD, cx.theme.c.text);
            ui.add_space(space::S);
            let modes = [
                (Mode::Set, cx.t(&message("bulk-set"))),
                (Mode::Replace, cx.t(&message("bulk-replace"))),
                (Mode::Tag, cx.t(&message("bulk-tag"))),
            ];
            segments(ui, &cx.theme, &modes, &mut self.mode);
            ui.add_space(space::M);
            let command = match self.mode {
                Mode::Set => self.set_ui(ui, cx),
                Mode::Replace => self.replace_ui(ui, cx),
                Mode::Tag => self.tag_ui(ui, cx),
            };
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                if Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked() {
                    stays = false;
                }
                let go = cx.t(&message("bulk-go"));
                let ready = Button::primary(&go).icon(icons::CHECK).enabled(command.is_some());
                if ready.show(ui, &cx.theme).clicked()
                    && let Some(command) = command
                {
                    let done =
                        message("bulk-done").with("count", self.rows.len()).with("kind", self.kind.label());
                    cx.ask(Action::Run(Box::new(command), done));
                    stays = false;
                }
            });
        });
        stays && !modal.should_close()
    }

    /// Some fields get the same value in all.
    fn set_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) -> Option<Command> {
        text(ui, &cx.t(&message("bulk-set-explain")), SMALL, cx.theme.c.muted);
        let free: Vec<&Asked> =
            common(self.kind).into_iter().filter(|field| !self.chosen.contains(&field.column)).collect();
        let words: Vec<String> = free.iter().map(|field| cx.t(&field_label(field.column))).collect();
        let (label, add) = (cx.t(&message("bulk-field")), cx.t(&message("word-add")));
        let id = Id::unique(("bulk", "field"));
        let picked = choice(ui, &cx.theme, cx.language, id, &label, &add, &words, 300.0, None);
        if let Some(field) = picked.and_then(|place| free.get(place)) {
            self.chosen.push(field.column);
        }
        let mut values = Vec::new();
        let mut wrong = false;
        let mut away = None;
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for field in common(self.kind) {
                if !self.chosen.contains(&field.column) {
                    continue;
                }
                let typed = self.typed.entry(field.column.to_owned()).or_default();
                let read = forms::read_one(field.input, typed, cx.today);
                let problem = match &read {
                    // Nothing chosen yet is no value.
                    Ok(_) if matches!(field.input, Input::Code(_)) && typed.is_empty() => {
                        wrong = true;
                        None
                    }
                    Ok(cell) => {
                        values.push((field.column, cell.clone()));
                        None
                    }
                    Err(what) => {
                        wrong = true;
                        Some(Problem::error(field.column, what.clone()))
                    }
                };
                ui.horizontal_top(|ui| {
                    ui.vertical(|ui| {
                        ui.set_width(540.0);
                        let id = Id::unique(("bulk", field.column));
                        self.fields.field_ui(ui, cx, id, field, typed, problem.as_ref());
                    });
                    ui.vertical(|ui| {
                        ui.add_space(23.0);
                        let name =
                            cx.t(&message("bulk-leave").with("field", cx.t(&field_label(field.column))));
                        if icon_button(ui, &cx.theme, icons::X, &name).clicked() {
                            away = Some(field.column);
                        }
                    });
                });
            }
        });
        if let Some(column) = away {
            self.chosen.retain(|chosen| *chosen != column);
        }
        if values.is_empty() || wrong {
            return None;
        }
        self.preview_ui(ui, cx, BulkChange::Set(values), false)
    }

    /// One word for another in a field of text.
    fn replace_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) -> Option<Command> {
        let columns = texts(self.kind);
        let words: Vec<String> = columns.iter().map(|column| cx.t(&field_label(column))).collect();
        let (label, shown) = (cx.t(&message("bulk-in")), cx.t(&field_label(self.column)));
        let id = Id::unique(("bulk", "column"));
        let picked = choice(ui, &cx.theme, cx.language, id, &label, &shown, &words, 300.0, None);
        if let Some(column) = picked.and_then(|place| columns.get(place)) {
            self.column = column;
        }
        ui.horizontal_top(|ui| {
            let (find, with) = (cx.t(&message("bulk-find")), cx.t(&message("bulk-with")));
            let theme = cx.theme;
            Field::new(Id::unique(("bulk", "find")), &find).width(290.0).show(
                ui,
                &theme,
                cx.language,
                &mut self.find,
            );
            Field::new(Id::unique(("bulk", "with")), &with).width(290.0).show(
                ui,
                &theme,
                cx.language,
                &mut self.with,
            );
        });
        if self.find.is_empty() {
            return None;
        }
        let change =
            BulkChange::Replace { column: self.column, find: self.find.clone(), with: self.with.clone() };
        self.preview_ui(ui, cx, change, true)
    }

    /// What would change, and the command that does it if anything would.
    fn preview_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        change: BulkChange,
        examples: bool,
    ) -> Option<Command> {
        let question = BulkPreview { kind: self.kind, rows: self.rows.clone(), change: change.clone() };
        let answer = self.preview.get(cx.data, &question).ready();
        let effect = answer.filter(|_| self.preview.answers(&question))?;
        let words = message("bulk-effect").with("count", effect.changed).with("all", self.rows.len());
        ui.add_space(space::S);
        line(ui, &cx.t(&words), BODY_MEDIUM, cx.theme.c.text);
        if examples {
            ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
                for (name, before, after) in &effect.examples {
                    line(ui, name, BODY, cx.theme.c.text);
                    let value = message("bulk-before-after")
                        .with("before", around(before, &self.find))
                        .with("after", around(after, &self.with));
                    text(ui, &cx.t(&value), COMPACT, cx.theme.c.muted);
                }
            });
        }
        (effect.changed > 0).then(|| Command::ChangeRows(self.kind, self.rows.clone(), change))
    }

    /// Tags for all, or away from all.
    fn tag_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) -> Option<Command> {
        let field = |column, typed: &mut String, fields: &mut FieldStates, ui: &mut Ui, cx: &mut Cx<'_>| {
            let asked = Asked { column, input: Input::Tags, width: 12, required: false, label: None };
            fields.field_ui(ui, cx, Id::unique(("bulk", column)), &asked, typed, None);
        };
        field("tags_added", &mut self.add, &mut self.fields, ui, cx);
        field("tags_removed", &mut self.remove, &mut self.fields, ui, cx);
        let tags = |typed: &str| CodeSet::of(typed.split(';').filter(|tag| !tag.is_empty()));
        let (add, remove) = (tags(&self.add), tags(&self.remove));
        (!add.0.is_empty() || !remove.0.is_empty()).then(|| Command::Retag {
            kind: self.kind,
            rows: self.rows.clone(),
            add,
            remove,
        })
    }
}

/// So many letters are shown on either side of what was found.
const AROUND: usize = 40;

/// A long text cut to where something stands in it.
fn around(text: &str, found: &str) -> String {
    let at = if found.is_empty() { 0 } else { text.find(found).unwrap_or(0) };
    let before: Vec<char> = text.get(..at).unwrap_or_default().chars().rev().take(AROUND).collect();
    let after: String =
        text.get(at..).unwrap_or_default().chars().take(found.chars().count() + AROUND).collect();
    let cut = if before.len() == AROUND { "…" } else { "" };
    let more = if text.len() > at + after.len() { "…" } else { "" };
    format!("{cut}{}{after}{more}", before.iter().rev().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_to_what_was_found_between_whole_letters() {
        assert_eq!(around("Quận Ba", "Quận"), "Quận Ba");
        let long = format!("{}Quận{}", "đ".repeat(100), "ế".repeat(100));
        let cut = around(&long, "Quận");
        assert!(cut.starts_with("…đ") && cut.contains("Quận") && cut.ends_with("ế…"), "{cut}");
        assert_eq!(around("", "x"), "");
    }

    #[test]
    fn every_kind_with_a_list_has_fields_in_common() {
        for kind in [RecordKind::Village, RecordKind::Artisan, RecordKind::Organisation, RecordKind::Product]
        {
            assert!(common(kind).len() > 4 && !texts(kind).is_empty(), "{kind:?}");
        }
    }
}
