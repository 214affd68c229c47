//! Papers at the board: those of the ceremony as a whole, and those of the pair that is chosen.

use eframe::egui::{Ui, vec2};
use egui_phosphor::regular as icons;

use super::mou::ChangedPages;
use super::paper_way::{Paper, PaperWay};
use crate::domain::MouState;
use crate::i18n::message;
use crate::ops::{Ceremony, Signing};
use crate::runtime::{CeremonyPaper, Ticket};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Tone, icon_button};

/// Papers on their way.
#[derive(Default)]
pub(super) struct CeremonyPapers {
    way: PaperWay,
    /// Single pages that are being made: the name of their file, and how many times they are printed.
    pages: Option<(&'static str, u32, Ticket<ChangedPages>)>,
}

impl CeremonyPapers {
    /// Looks how far they are.
    pub(super) fn poll(&mut self, cx: &mut Cx<'_>) {
        self.way.poll(cx);
        let Some((name, times, ticket)) = self.pages.take() else { return };
        match ticket.poll() {
            None => self.pages = Some((name, times, ticket)),
            Some(Ok(Some((_, pdf)))) => self.way.write(cx, Paper::Print(None, times), (name.to_owned(), pdf)),
            Some(Ok(None)) => cx.ask(Action::Say(Tone::Good, message("ceremony-no-change"))),
            Some(Err(error)) => cx.ask(Action::Fail(error)),
        }
    }

    /// The papers of the ceremony, each behind its sign.
    pub(super) fn ceremony_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, question: Ceremony) {
        for paper in CeremonyPaper::ALL {
            let icon = match paper {
                CeremonyPaper::Order => icons::LIST_NUMBERS,
                CeremonyPaper::Copies => icons::TABLE,
                CeremonyPaper::Telephones => icons::PHONE_LIST,
                CeremonyPaper::Script => icons::MICROPHONE_STAGE,
                CeremonyPaper::Plates => icons::IDENTIFICATION_CARD,
            };
            if icon_button(ui, &cx.theme, icon, &cx.t(&paper.label())).clicked() {
                self.way.start(Paper::Show, cx.data.ceremony_paper(question, paper, cx.language));
            }
        }
    }

    /// What is printed of a pair: everything, the page that is signed, what another signer changed.
    pub(super) fn pair_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, pair: &Signing) {
        if pair.state == MouState::Draft {
            return;
        }
        let copies = u32::try_from(pair.copies.0.max(1)).unwrap_or(1);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let print = cx.t(&message("ceremony-print").with("count", copies));
        if Button::outline(&print).icon(icons::PRINTER).show(ui, &cx.theme).clicked() {
            self.way.start(Paper::Print(None, copies), cx.data.paper(pair.id, None));
        }
        if pair.papers > 1 {
            // Each original needs the new sheets.
            let print = cx.t(&message("ceremony-print-changed").with("count", copies));
            if Button::outline(&print).icon(icons::FILE_TEXT).show(ui, &cx.theme).clicked() {
                self.pages = Some(("trang-thay.pdf", copies, cx.data.changed_pages(pair.id)));
            }
        }
        // One sheet was spoilt.
        let print = cx.t(&message("ceremony-print-signed"));
        if Button::outline(&print).icon(icons::SIGNATURE).show(ui, &cx.theme).clicked() {
            self.pages = Some(("trang-ky.pdf", 1, cx.data.signed_pages(pair.id)));
        }
    }
}
