//! A list over the screen that is searched by typing; a row is taken by mouse, or by arrows and Enter.

use eframe::egui::{self, Id, Key, Modal, Modifiers, Ui};

use super::field::Field;
use super::suggest::row;
use super::{Suggestion, dialog_frame, heading, text};
use crate::i18n::Language;
use crate::ui::theme::{BODY, CARD, Theme, space};
use crate::vietnamese::fold;

/// The list while it is open.
#[derive(Default)]
pub struct Pick {
    typed: String,
    place: usize,
    /// The keyboard is in its field already.
    focused: bool,
}

/// What was done with the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// It stays open.
    Nothing,
    /// It was closed.
    Closed,
    /// The row with this place was taken.
    Taken(usize),
}

/// The words of a list.
pub struct PickWords<'w> {
    /// Its heading.
    pub title: &'w str,
    /// The name of the field that searches.
    pub search: &'w str,
    /// What it says when nothing fits, or there is nothing.
    pub nothing: &'w str,
}

impl Pick {
    /// Draws it over the screen.
    pub fn show(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        language: Language,
        words: &PickWords<'_>,
        rows: &[Suggestion],
    ) -> Picked {
        let mut picked = Picked::Nothing;
        let modal = Modal::new(Id::unique("pick")).frame(dialog_frame(theme)).show(ui.ctx(), |ui| {
            let window = ui.ctx().content_rect().size();
            ui.set_width((window.x - 80.0).clamp(320.0, 620.0));
            heading(ui, words.title, CARD, theme.c.text);
            ui.add_space(space::S);
            picked = self.content(ui, theme, language, words, rows, window.y);
        });
        if picked == Picked::Nothing && modal.should_close() { Picked::Closed } else { picked }
    }

    fn content(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        language: Language,
        words: &PickWords<'_>,
        rows: &[Suggestion],
        height: f32,
    ) -> Picked {
        let id = Id::unique("pick-text");
        if !self.focused {
            // The first frame only measures; the keyboard is taken as soon as the field is there.
            self.focused = ui.memory(|memory| memory.has_focus(id));
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(ui, Key::ArrowDown) {
            self.place += 1;
        }
        if pressed(ui, Key::ArrowUp) {
            self.place = self.place.saturating_sub(1);
        }
        let enter = pressed(ui, Key::Enter);
        let field = Field::new(id, "").name(words.search).hint(words.search);
        if field.show(ui, theme, language, &mut self.typed).changed() {
            self.place = 0;
        }
        ui.add_space(space::S);
        let asked = fold(&self.typed);
        let mut found: Vec<(usize, usize, &Suggestion)> = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            let text = fold(&format!("{} {}", row.title, row.second));
            if asked.split(' ').all(|word| text.contains(word)) {
                let whole: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
                let parts = asked.split(' ').filter(|word| !whole.contains(word)).count();
                found.push((parts, place, row));
            }
        }
        // What has the typed words as words stands before what has them inside of others.
        found.sort_by_key(|(parts, ..)| *parts);
        self.place = self.place.min(found.len().saturating_sub(1));
        let mut taken = None;
        egui::ScrollArea::vertical().max_height((height - 220.0).clamp(120.0, 420.0)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_width(ui.available_width());
            for (number, (_, place, suggestion)) in found.iter().enumerate() {
                let Suggestion { title, second } = *suggestion;
                let name = format!("{title} · {second}");
                if row(ui, theme, None, (title, second), &name, number == self.place) {
                    taken = Some(*place);
                }
            }
            if found.is_empty() {
                text(ui, words.nothing, BODY, theme.c.muted);
            }
        });
        if enter {
            taken = found.get(self.place).map(|(_, place, _)| *place);
        }
        taken.map_or(Picked::Nothing, Picked::Taken)
    }
}
