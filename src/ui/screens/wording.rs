//! Texts of clauses as they are written: bold, italics, and placeholders picked from a list.

use std::ops::Range;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{Context, Id, Key, Memory, Modifiers, TextEdit, Ui};
use egui_phosphor::regular as icons;

use crate::documents::mou::marks::{BOLD, ITALIC};
use crate::documents::mou::placeholders::Placeholder;
use crate::i18n::message;
use crate::ui::action::Cx;
use crate::ui::components::{Button, Field, Pick, PickWords, Picked, Suggestion, icon_button, text};
use crate::ui::theme::SMALL;

/// What is done to a text at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Edit {
    /// What is selected stands between this mark, or no longer does.
    Wrap(&'static str),
    /// This is put in the place of what is selected.
    Insert(String),
}

/// How the texts of clauses are written.
#[derive(Default)]
pub(super) struct Wording {
    /// What placeholders say is invented, not what they say now.
    example: bool,
    /// The text that had the keyboard last.
    last: Option<Id>,
    /// The texts below the tools that are drawn.
    drawn: Vec<Id>,
    pending: Option<(Id, Edit)>,
    /// The list of placeholders, for this text.
    picking: Option<(Id, Pick)>,
    /// The text that gets the keyboard back: for a frame after a list was closed it is not given away yet.
    returning: Option<Id>,
}

impl Wording {
    /// For texts that are not of one MoU.
    pub(super) fn for_template() -> Self {
        Self { example: true, ..Self::default() }
    }

    /// Whether the keyboard is in a text with marks: its keys come before those of the program.
    pub(super) fn writes(&self, context: &Context) -> bool {
        let focused = context.memory(Memory::focused);
        focused.is_some() && focused == self.last
    }

    /// The tools over texts with marks; they work on the text that had the keyboard last.
    pub(super) fn tools_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let target = self.last.filter(|last| self.drawn.contains(last));
        let target = target.or(self.drawn.first().copied());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let tools = [
                (icons::TEXT_B, message("wording-bold"), Edit::Wrap(BOLD)),
                (icons::TEXT_ITALIC, message("wording-italic"), Edit::Wrap(ITALIC)),
            ];
            for (icon, name, edit) in tools {
                if icon_button(ui, &cx.theme, icon, &cx.t(&name)).clicked() {
                    self.pending = target.map(|target| (target, edit));
                }
            }
            let label = cx.t(&message("wording-placeholder"));
            let name = cx.t(&message("wording-placeholder-keys"));
            let button = Button::plain(&label).small().icon(icons::BRACKETS_CURLY).name(&name);
            if button.show(ui, &cx.theme).on_hover_text(&name).clicked() {
                self.picking = target.map(|target| (target, Pick::default()));
            }
        });
        text(ui, &cx.t(&message("tree-help")), SMALL, cx.theme.c.muted);
        self.drawn.clear();
    }

    /// A text with marks.
    pub(super) fn marked_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        id: Id,
        (label, name): (&str, &str),
        value: &mut String,
    ) {
        let rows = (value.chars().count() / 52 + 1).clamp(2, 8);
        let wording = self;
        wording.drawn.push(id);
        if ui.memory(|memory| memory.has_focus(id)) {
            wording.last = Some(id);
            let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
            if pressed(Key::B) {
                wording.pending = Some((id, Edit::Wrap(BOLD)));
            }
            if pressed(Key::I) {
                wording.pending = Some((id, Edit::Wrap(ITALIC)));
            }
            if pressed(Key::Space) {
                wording.picking = Some((id, Pick::default()));
            }
        }
        if wording.returning == Some(id) {
            if ui.memory(|memory| memory.has_focus(id)) {
                wording.returning = None;
            } else {
                ui.memory_mut(|memory| memory.request_focus(id));
                ui.ctx().request_repaint();
            }
        }
        if let Some((_, edit)) = wording.pending.take_if(|(target, _)| *target == id) {
            apply(ui, id, &edit, value);
            wording.returning = Some(id);
        }
        Field::new(id, label).name(name).rows(rows).show(ui, &cx.theme, cx.language, value);
    }

    /// The text the list of placeholders is open for.
    pub(super) fn picks_for(&self) -> Option<Id> {
        self.picking.as_ref().map(|(id, _)| *id)
    }

    /// The list of placeholders, while it is open.
    pub(super) fn placeholders_ui(&mut self, ui: &Ui, cx: &Cx<'_>, placeholders: &[Placeholder]) {
        let Some((target, mut pick)) = self.picking.take() else { return };
        let rows: Vec<Suggestion> = placeholders
            .iter()
            .map(|one| {
                let value = one.value.in_language(cx.language);
                let now = if value.is_empty() {
                    message("placeholder-empty")
                } else if self.example {
                    message("placeholder-example").with("value", value.as_str())
                } else {
                    message("placeholder-now").with("value", value.as_str())
                };
                Suggestion {
                    title: capitalised(&cx.t(&one.meaning)),
                    second: format!("{{{{{}}}}} · {}", one.name, cx.t(&now)),
                }
            })
            .collect();
        let words = PickWords {
            title: &cx.t(&message("placeholder-title")),
            search: &cx.t(&message("placeholder-search")),
            nothing: &cx.t(&message("placeholder-nothing")),
        };
        match pick.show(ui, &cx.theme, cx.language, &words, &rows) {
            Picked::Nothing => self.picking = Some((target, pick)),
            Picked::Closed => self.returning = Some(target),
            Picked::Taken(place) => {
                let name = placeholders.get(place).map(|one| one.name.clone());
                self.pending = name.map(|name| (target, Edit::Insert(format!("{{{{{name}}}}}"))));
            }
        }
    }
}

/// Words with a capital first letter.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Changes a text at its cursor.
fn apply(ui: &Ui, id: Id, edit: &Edit, value: &mut String) {
    let context = ui.ctx();
    let mut state = TextEdit::load_state(context, id).unwrap_or_default();
    let end = value.chars().count();
    let chosen = state.cursor.char_range().map_or(end..end, |range| {
        let range = range.as_sorted_char_range();
        range.start.0.min(end)..range.end.0.min(end)
    });
    let (text, chosen) = edited(value, chosen, edit);
    *value = text;
    let range = CCursorRange::two(CCursor::new(chosen.start), CCursor::new(chosen.end));
    state.cursor.set_char_range(Some(range));
    TextEdit::store_state(context, id, state);
}

/// The text after an edit, and what is selected then, in letters.
fn edited(value: &str, chosen: Range<usize>, edit: &Edit) -> (String, Range<usize>) {
    let letters = |range: Range<usize>| value.chars().skip(range.start).take(range.len()).collect::<String>();
    let (before, inside) = (letters(0..chosen.start), letters(chosen.clone()));
    let after = letters(chosen.end..value.chars().count());
    match edit {
        Edit::Insert(words) => {
            let at = chosen.start + words.chars().count();
            (format!("{before}{words}{after}"), at..at)
        }
        Edit::Wrap(mark) => {
            let width = mark.len();
            if let Some(bare) = inside.strip_prefix(mark).and_then(|inside| inside.strip_suffix(mark)) {
                (format!("{before}{bare}{after}"), chosen.start..chosen.end - 2 * width)
            } else if let (Some(before), Some(after)) = (before.strip_suffix(mark), after.strip_prefix(mark))
            {
                (format!("{before}{inside}{after}"), chosen.start - width..chosen.end - width)
            } else {
                (format!("{before}{mark}{inside}{mark}{after}"), chosen.start + width..chosen.end + width)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_round_what_is_selected_and_away_again() {
        let bold = Edit::Wrap(BOLD);
        let (text, chosen) = edited("Bên Ả giao hàng", 4..5, &bold);
        assert_eq!((text.as_str(), chosen.clone()), ("Bên **Ả** giao hàng", 6..7));
        assert_eq!(edited(&text, chosen, &bold), ("Bên Ả giao hàng".to_owned(), 4..5));
        assert_eq!(edited(&text, 4..9, &bold), ("Bên Ả giao hàng".to_owned(), 4..5));
        assert_eq!(edited("", 0..0, &Edit::Wrap(ITALIC)), ("____".to_owned(), 2..2));
        let insert = Edit::Insert("{{term}}".to_owned());
        assert_eq!(edited("trong xx nhé", 6..8, &insert), ("trong {{term}} nhé".to_owned(), 14..14));
    }
}
