//! A text that is final: who signs, which papers it had, its states, and the ways that are still open.

use eframe::egui::{Id, Ui};
use egui_phosphor::regular as icons;

use super::editor::MouScreen;
use super::new_signer::NewSigner;
use super::noting::NotingDialog;
use super::parties::{proposed, signer_name, unable};
use crate::domain::{Id as RecordId, MouLanguage, MouParty, MouState, Position};
use crate::i18n::message;
use crate::ops::MouDeskAnswer;
use crate::runtime::Ticket;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Tone, choice, heading, note, text};
use crate::ui::screens::paper_way::Paper;
use crate::ui::theme::{BODY_MEDIUM, CARD, COMPACT, SMALL, space};

/// Pages that are not as in the paper before, counted from 1, and a PDF of only these.
pub(in crate::ui::screens) type ChangedPages = Option<(Vec<usize>, Vec<u8>)>;

impl MouScreen {
    /// A final text: nothing to type.
    pub(super) fn final_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MouDeskAnswer) {
        let mou = &answer.dossier.mou;
        let open = mou.state.is_unsigned();
        note(ui, &cx.theme, Tone::Busy, &cx.t(&message("mou-is-final")));
        ui.add_space(space::M);
        heading(ui, &cx.t(&message("mou-parties-title")), CARD, cx.theme.c.text);
        self.signers_ui(ui, cx, answer, open);
        self.papers_ui(ui, cx, answer);
        ui.add_space(space::M);
        if open {
            let label = cx.t(&message("mou-reopen"));
            if Button::outline(&label).icon(icons::LOCK_SIMPLE_OPEN).show(ui, &cx.theme).clicked() {
                self.set_state(cx, MouState::Draft);
            }
            return;
        }
        text(ui, &cx.t(&message("mou-other-states")), SMALL, cx.theme.c.muted);
        let others = [MouState::Paused, MouState::Terminated, MouState::NotCarriedOut, MouState::Expired];
        for state in others.into_iter().filter(|state| *state != mou.state) {
            let label = cx.t(&state.label());
            if Button::plain(&label).small().show(ui, &cx.theme).clicked() {
                self.noting = Some(NotingDialog::new(state, cx));
            }
        }
    }

    /// Who signs; as long as nobody did, somebody else can.
    fn signers_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MouDeskAnswer, open: bool) {
        if let Some(answer) = self.replaced.as_ref().and_then(Ticket::poll) {
            self.replaced = None;
            match answer {
                Ok(_) => {
                    self.replacing = None;
                    cx.ask(Action::Say(Tone::Good, message("done-signer")));
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        for (place, party) in answer.dossier.parties.iter().enumerate() {
            let name = party.name();
            text(ui, name, BODY_MEDIUM, cx.theme.c.text);
            let signer = party.signer.as_ref().map(|person| person.full_name.clone());
            let title = party.position.as_ref().map(|position| position.title.clone());
            let words: Vec<String> = signer.into_iter().chain(title).collect();
            text(ui, &words.join(", "), COMPACT, cx.theme.c.muted);
            let (true, Some(organisation), Some(id)) = (open, party.party.organisation, party.id) else {
                continue;
            };
            let change = cx.t(&message("mou-change-signer"));
            if self.replacing != Some(id) {
                let spoken = format!("{change}: {name}");
                let button = Button::plain(&change).small().icon(icons::USER_SWITCH).name(&spoken);
                if button.show(ui, &cx.theme).clicked() {
                    self.replacing = Some(id);
                    self.parts.new_signer = None;
                }
                continue;
            }
            let english = answer.dossier.mou.language != MouLanguage::Vi;
            if let Some(position) = self.parts.new_signer_ui(ui, cx, (place, organisation), (english, true)) {
                self.replace(cx, id, position);
            }
            if self.parts.new_signer.is_some() {
                continue;
            }
            let day = answer.dossier.mou.date;
            let mut signers = self.parts.signers_of(cx, Some(organisation));
            proposed(cx, &mut signers, day);
            let mut names: Vec<String> = signers.iter().map(|signer| signer_name(cx, signer, day)).collect();
            names.push(cx.t(&message("mou-new-signer")));
            let field = Id::unique(("change-signer", id.any()));
            let shown = cx.t(&message("mou-choose-signer"));
            let chosen =
                choice(ui, &cx.theme, cx.language, field, &change, &shown, &names, f32::INFINITY, None);
            let chosen = chosen.map(|of| signers.get(of));
            if let Some(Some(signer)) = chosen
                && let Some(reason) = unable(cx, signer, day)
            {
                let words = message("mou-signer-unable").with("name", signer.name.as_str());
                cx.ask(Action::Say(Tone::Stop, words.with("reason", reason)));
                continue;
            }
            match chosen {
                // Who may not sign alone needs a paper first.
                Some(Some(signer)) if !signer.held.may_sign() => {
                    self.parts.new_signer = Some((place, NewSigner::of(signer)));
                }
                Some(Some(signer)) => self.replace(cx, id, signer.position),
                Some(None) => self.parts.new_signer = Some((place, NewSigner::new())),
                None => {}
            }
            text(ui, &cx.t(&message("mou-change-signer-explain")), SMALL, cx.theme.c.muted);
        }
    }

    fn replace(&mut self, cx: &Cx<'_>, party: RecordId<MouParty>, position: RecordId<Position>) {
        if self.replaced.is_none() {
            self.replaced = Some(cx.data.replace_signer(self.id, party, position, cx.today));
        }
    }

    /// The papers of the final text: the one in force, those it replaced, and the pages that differ.
    fn papers_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MouDeskAnswer) {
        let [(newest, _), _, ..] = answer.papers.as_slice() else { return };
        ui.add_space(space::M);
        heading(ui, &cx.t(&message("after-papers")), CARD, cx.theme.c.text);
        for (place, (id, paper)) in answer.papers.iter().enumerate() {
            let time = crate::domain::office_time(paper.made_at)
                .map(|time| time.strftime("%d/%m/%Y %H:%M").to_string())
                .unwrap_or_default();
            let state = if place == 0 { message("after-paper-now") } else { message("after-paper-old") };
            let words = message("after-paper").with("time", time).with("pages", paper.pages);
            let words = format!("{} · {}", cx.t(&words), cx.t(&state));
            let button = Button::plain(&words).small().icon(icons::FILE_PDF);
            if button.show(ui, &cx.theme).clicked() {
                self.way.start(Paper::Show, cx.data.final_text(*id));
            }
        }
        self.changed_ui(ui, cx, *newest);
    }

    fn changed_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        newest: crate::domain::Id<crate::domain::FrozenDocument>,
    ) {
        if let Some((of, ticket)) = &self.changed
            && let Some(answer) = ticket.poll()
        {
            let of = *of;
            self.changed = None;
            match answer {
                Ok(pages) => self.changed_pages = Some((of, pages)),
                Err(error) => {
                    // Not asked again in every frame.
                    self.changed_pages = Some((of, None));
                    cx.ask(Action::Fail(error));
                }
            }
        }
        let known = self.changed_pages.as_ref().is_some_and(|(of, _)| *of == newest);
        if !known && self.changed.is_none() {
            self.changed = Some((newest, cx.data.changed_pages(self.id)));
        }
        let Some((of, Some((pages, pdf)))) = &self.changed_pages else { return };
        if *of != newest {
            return;
        }
        let list = pages.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        let words = message("after-changed").with("pages", list).with("count", pages.len());
        text(ui, &cx.t(&words), COMPACT, cx.theme.c.text);
        let name = format!("BBGN_{}_trang-thay.pdf", newest.any().hex());
        let mut wanted = None;
        ui.horizontal_wrapped(|ui| {
            let print = cx.t(&message("after-changed-print"));
            if Button::outline(&print).small().icon(icons::PRINTER).show(ui, &cx.theme).clicked() {
                wanted = Some(self.to_printer());
            }
            let show = cx.t(&message("after-changed-open"));
            if Button::plain(&show).small().icon(icons::ARROW_SQUARE_OUT).show(ui, &cx.theme).clicked() {
                wanted = Some(Paper::Show);
            }
        });
        if let Some(paper) = wanted {
            let pdf = pdf.clone();
            self.way.write(cx, paper, (name, pdf));
        }
    }
}
