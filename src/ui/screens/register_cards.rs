//! A list as cards: the same records, cursor and keys as in the table.

use std::sync::Arc;

use eframe::egui::{self, Ui};
use egui_phosphor::regular as icons;

use super::register::RegisterScreen;
use crate::i18n::message;
use crate::ops::Listed;
use crate::ui::action::{Action, Cx, Preference, list_title};
use crate::ui::components::{CardWords, cards, icon_button};

impl RegisterScreen {
    /// Table or cards.
    pub(super) fn cards_switch(&self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let mut layout = self.layout(cx);
        let (sign, words) = if layout.cards {
            (icons::ROWS, message("list-as-table"))
        } else {
            (icons::SQUARES_FOUR, message("list-as-cards"))
        };
        if icon_button(ui, &cx.theme, sign, &cx.t(&words)).clicked() {
            layout.cards = !layout.cards;
            cx.ask(Action::Prefer(Preference::Table(self.kind.table().to_owned(), layout)));
        }
    }

    pub(super) fn cards_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, listed: &Arc<Listed>) {
        let name = cx.t(&list_title(self.kind));
        let mut state = std::mem::take(&mut self.table);
        let id = self.table_id();
        // What is in sight, read before it is drawn: a card and its picture come from the same line.
        let events = {
            let this = std::cell::RefCell::new(&mut *self);
            let cx = &*cx;
            let mut words = |place: usize| {
                let line = this.borrow_mut().line(place, listed, cx)?;
                let mut cells = line.cells.iter().map(|cell| cx.shown(cell));
                let lines = [cells.next().unwrap_or_default(), cells.next().unwrap_or_default()];
                Some(CardWords { name: line.name, lines })
            };
            let mut picture = |ui: &Ui, place: usize, rect: egui::Rect| {
                let mut this = this.borrow_mut();
                let Some(line) = this.line(place, listed, cx) else { return };
                let drawn = line
                    .picture
                    .as_ref()
                    .is_some_and(|sha256| this.detail.photos.picture(ui, cx, sha256, true, rect));
                if !drawn {
                    crate::ui::pictures::motif_in(ui, &line.trade, rect);
                }
            };
            cards(ui, &cx.theme, id, &name, &mut state, listed.rows.len(), &mut words, &mut picture)
        };
        self.table = state;
        for event in events {
            self.happened(event, listed, cx);
        }
    }
}
