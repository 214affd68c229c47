//! The clauses of a MoU.

use eframe::egui::Ui;

use super::parts::Parts;
use crate::documents::mou::conditions::is_off;
use crate::documents::mou::review::COMPARED;
use crate::domain::{ClauseKind, ClauseTree, MouLanguage};
use crate::i18n::message;
use crate::ops::{MouDeskAnswer, MouDraft};
use crate::ui::action::Cx;
use crate::ui::components::heading;
use crate::ui::screens::tree::{Beside, path_of};
use crate::ui::theme::CARD;

impl Parts {
    pub(super) fn clauses_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        answer: &MouDeskAnswer,
        draft: &mut MouDraft,
    ) {
        heading(ui, &cx.t(&message("mou-clauses-title")), CARD, cx.theme.c.text);
        self.compare(cx, answer, draft);
        let printed = |tree: &ClauseTree| match tree.clause.kind {
            ClauseKind::Article => self.numbers.contains_key(&tree.clause.key),
            _ => !is_off(&tree.clause.condition),
        };
        let compared = self.jump.as_deref().and_then(|jump| jump.strip_prefix(COMPARED)).map(str::to_owned);
        let path = match &compared {
            Some(place) => place.split('.').map(|number| number.parse().ok()).collect(),
            None => self.jump.as_deref().and_then(|jump| path_of(jump, &draft.clauses, printed)),
        };
        if let Some(path) = path {
            self.jump = None;
            self.tree.go_to(path);
        }
        if let Some(place) = compared {
            self.compared.show(place);
        }
        let mut beside = Beside {
            english: draft.mou.language != MouLanguage::Vi,
            numbers: &self.numbers,
            compared: Some(&mut self.compared),
            shelf: Some(&mut self.shelf),
            tools: true,
            alone: false,
        };
        self.tree.ui(ui, cx, (&mut draft.clauses, &mut draft.mou.details), &mut beside);
    }
}
