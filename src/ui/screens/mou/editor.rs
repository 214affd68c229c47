//! The editor of a MoU: what it says at the left, its page in the middle, what is missing at the right.
//!
//! What is typed is saved a second after the last key, as one operation each time; the page in the middle
//! is the PDF itself, drawn again after 150 ms of rest.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, CentralPanel, Frame, Id, Margin, Panel, ScrollArea, TextureHandle, Ui, vec2};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::after::After;
use super::final_text::ChangedPages;
use super::noting::NotingDialog;
use super::page::Drawn;
use super::parts::{Parts, adopt_ids, draft_of};
use crate::documents::mou::data::PrintLanguage;
use crate::documents::mou::records::print_language;
use crate::documents::mou::review::COMPARED;
use crate::domain::{FrozenDocument, Id as RecordId, Mou, MouDossier, MouParty, MouState};
use crate::error::{Error, ErrorKind};
use crate::i18n::message;
use crate::ops::{Command, MouDesk, MouDeskAnswer, MouDraft, Outcome};
use crate::problem::{Problem, Severity};
use crate::runtime::{Data, OwnTemplates, Preview, Printer, Slot, Ticket, View};
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Tone, banner, choice, failed, heading, icon_button, line, mou_badge, note, segments, skeleton,
    tabs, text, ticked, way_back,
};
use crate::ui::screens::paper_way::PaperWay;
use crate::ui::screens::photos::Photos;
use crate::ui::theme::{CARD, SCREEN, SMALL, space};

/// Saved so long after the last change, in seconds.
const SAVE_AFTER: f64 = 1.0;
/// Below this width there is no room for three panes.
const SMALL_WIDTH: f32 = 1_000.0;

/// The editor of one MoU.
pub struct MouScreen {
    pub(super) id: RecordId<Mou>,
    pub(super) desk: Slot<MouDesk>,
    pub(super) answer: Option<Arc<MouDeskAnswer>>,
    pub(super) draft: MouDraft,
    pub(super) saved: MouDraft,
    pub(super) changed_at: f64,
    pub(super) saving: Option<Ticket<Outcome>>,
    /// What could not be saved: tried again when it is changed, or when the editor is left.
    refused: Option<MouDraft>,
    /// Made final as soon as it is saved.
    freezes: bool,
    pub(super) failure: Option<Error>,
    pub(super) parts: Parts,
    pub(super) language: Option<PrintLanguage>,
    pub(super) page: usize,
    pub(super) zoom: f32,
    pub(super) drawing: Option<(Drawn, Ticket<Preview>)>,
    pub(super) drawn: Option<(Drawn, Preview, TextureHandle)>,
    /// What could not be drawn, and why; tried again when something else is to be shown.
    pub(super) draw_failure: Option<(Drawn, Error)>,
    pub(super) freezing: Option<Ticket<Outcome>>,
    pub(super) way: PaperWay,
    /// The path that is typed where no dialog can open.
    pub(super) path: Option<String>,
    /// Its field comes into view and gets the keyboard.
    pub(super) seek_path: bool,
    pub(super) dialog: Option<Ticket<Option<PathBuf>>>,
    pub(super) printers: Option<Ticket<Vec<Printer>>>,
    pub(super) known_printers: Vec<Printer>,
    pub(super) printer: Option<String>,
    pub(super) copies: String,
    pub(super) own_templates: Slot<OwnTemplates>,
    /// The name under which the wording becomes a template, as it is typed.
    pub(super) naming: Option<String>,
    /// Where there is no room for three panes: the list of what is missing stands where the form was.
    pub(super) checking: bool,
    /// What is shown beside a final text.
    pub(super) after: After,
    pub(super) photos: Photos,
    /// Another state that is being noted.
    pub(super) noting: Option<NotingDialog>,
    /// The party whose signer is being replaced.
    pub(super) replacing: Option<RecordId<MouParty>>,
    pub(super) replaced: Option<Ticket<Outcome>>,
    /// What the newest final text changed: the paper it was worked out for, and its pages.
    pub(super) changed: Option<(RecordId<FrozenDocument>, Ticket<ChangedPages>)>,
    pub(super) changed_pages: Option<(RecordId<FrozenDocument>, ChangedPages)>,
}

impl MouScreen {
    /// The editor of this MoU.
    pub fn new(id: RecordId<Mou>) -> Self {
        Self {
            id,
            desk: Slot::default(),
            answer: None,
            draft: MouDraft::default(),
            saved: MouDraft::default(),
            changed_at: 0.0,
            saving: None,
            refused: None,
            freezes: false,
            failure: None,
            parts: Parts::default(),
            language: None,
            page: 0,
            zoom: 1.0,
            drawing: None,
            drawn: None,
            draw_failure: None,
            freezing: None,
            way: PaperWay::default(),
            path: None,
            seek_path: false,
            dialog: None,
            printers: None,
            known_printers: Vec::new(),
            printer: None,
            copies: String::new(),
            own_templates: Slot::default(),
            naming: None,
            checking: false,
            after: After::default(),
            photos: Photos::default(),
            noting: None,
            replacing: None,
            replaced: None,
            changed: None,
            changed_pages: None,
        }
    }

    /// The MoU.
    pub fn id(&self) -> RecordId<Mou> {
        self.id
    }

    /// Whether the keyboard is in a text whose own keys come before those of the program.
    pub fn writes(&self, context: &egui::Context) -> bool {
        self.parts.writes(context)
    }

    /// Saves what is typed and not saved yet; the ticket is there as long as the answer is not.
    pub fn save_now(&mut self, data: &Data) {
        if self.is_draft() && self.draft != self.saved {
            self.saved = self.draft.clone();
            let command = Command::SaveMou(Some(self.id), Box::new(self.draft.clone()));
            self.saving = Some(data.run(command));
        }
    }

    /// Saves for leaving: what came of it, once it is known. If it cannot be saved, the editor still has it.
    pub fn saved(&mut self) -> Option<crate::error::Result<()>> {
        let Some(ticket) = &self.saving else { return Some(Ok(())) };
        let answer = ticket.poll()?;
        self.saving = None;
        Some(answer.map(drop).inspect_err(|_| self.keep_refused()))
    }

    /// Whether what stands there was refused as it is.
    pub(super) fn is_refused(&self) -> bool {
        self.refused.as_ref() == Some(&self.draft)
    }

    /// Nothing of what was to be saved is stored.
    fn keep_refused(&mut self) {
        if let Some(answer) = &self.answer {
            self.refused = Some(std::mem::replace(&mut self.saved, draft_of(&answer.dossier)));
        }
    }

    fn state(&self) -> MouState {
        self.answer.as_ref().map_or(MouState::Draft, |answer| answer.dossier.mou.state)
    }

    pub(super) fn is_draft(&self) -> bool {
        self.answer.is_some() && self.state() == MouState::Draft
    }

    /// Draws the editor.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        match self.desk.get(cx.data, &MouDesk { id: self.id }) {
            View::Ready(answer) => self.take(ui, &answer),
            View::Failed(error) => {
                if failed(ui, &cx.theme, cx.language, &error, &cx.t(&message("act-back"))) {
                    cx.ask(Action::Go(Route::Mous));
                }
                return;
            }
            View::Loading => return skeleton(ui, &cx.theme, 8),
        }
        if self.answer.as_ref().is_some_and(|answer| answer.deleted) {
            // Back, not on: on the way back again it would stand in the way.
            cx.ask(Action::Back);
            return;
        }
        self.poll(cx);
        let side = if cx.narrow { 16 } else { 24 };
        let head = Frame::new().fill(cx.theme.c.background).inner_margin(Margin::symmetric(side, 0));
        Panel::top("mou-head")
            .frame(head)
            .exact_size(space::SCREEN_HEADER)
            .show(ui, |ui| self.head_ui(ui, cx));
        let small = ui.available_width() < SMALL_WIDTH;
        let (left, right) = match (small, cx.narrow) {
            (true, _) => (ui.available_width() * 0.46, 0.0),
            (false, true) => (424.0, 280.0),
            (false, false) => (444.0, 292.0),
        };
        Panel::left("mou-form")
            .frame(Frame::new().fill(cx.theme.c.surface))
            .exact_size(left)
            .resizable(false)
            .show(ui, |ui| {
                if small {
                    Frame::new().inner_margin(Margin::symmetric(20, 4)).show(ui, |ui| {
                        let values = [
                            (false, cx.t(&message("mou-tab-form"))),
                            (true, cx.t(&message("mou-tab-check").with("count", self.problems().len()))),
                        ];
                        tabs(ui, &cx.theme, &values, &mut self.checking);
                    });
                }
                if small && self.checking {
                    let frame = Frame::new().inner_margin(Margin::symmetric(20, 8));
                    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        frame.show(ui, |ui| self.check_ui(ui, cx));
                    });
                } else {
                    self.form_ui(ui, cx);
                }
            });
        if !small {
            Panel::right("mou-check")
                .frame(Frame::new().fill(cx.theme.c.surface).inner_margin(Margin::symmetric(16, 12)))
                .exact_size(right)
                .resizable(false)
                .show(ui, |ui| {
                    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| self.check_ui(ui, cx));
                });
        }
        CentralPanel::no_frame()
            .frame(Frame::new().fill(cx.theme.c.sunken))
            .show(ui, |ui| self.page_ui(ui, cx));
        self.noting_ui(ui, cx);
        self.keep(ui, cx);
    }

    /// Another answer came: the draft follows it unless somebody is typing.
    fn take(&mut self, ui: &Ui, answer: &Arc<MouDeskAnswer>) {
        let is_new = self.answer.as_ref().is_none_or(|known| !Arc::ptr_eq(known, answer));
        let typing = ui.ctx().text_edit_focused();
        let fresh = self.answer.is_none();
        if !is_new {
            if self.parts.stale && !typing && self.draft == self.saved {
                self.draft = draft_of(&answer.dossier);
                self.saved = self.draft.clone();
                self.parts.refresh(&answer.dossier);
            }
            return;
        }
        let stored = draft_of(&answer.dossier);
        if fresh || (!typing && self.draft == self.saved) {
            self.draft = stored.clone();
            self.saved = stored;
            self.parts.refresh(&answer.dossier);
        } else {
            adopt_ids(&mut self.draft, &stored);
            adopt_ids(&mut self.saved, &stored);
            self.refused.iter_mut().for_each(|refused| adopt_ids(refused, &stored));
            self.parts.stale = true;
        }
        // As many as there are originals, until somebody wants another number.
        let all = |dossier: &MouDossier| dossier.mou.originals(&dossier.parties).max(1).to_string();
        if self.answer.as_ref().is_none_or(|known| all(&known.dossier) == self.copies) {
            self.copies = all(&answer.dossier);
        }
        self.answer = Some(Arc::clone(answer));
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let small = ui.available_width() < SMALL_WIDTH;
        ui.horizontal_centered(|ui| {
            let list = cx.t(&message("nav-mous"));
            if way_back(ui, &cx.theme, &list, small).clicked() {
                cx.ask(Action::Go(Route::Mous));
            }
            let Some(answer) = self.answer.clone() else { return };
            let mou = &answer.dossier.mou;
            let title =
                if mou.number.is_empty() { cx.t(&message("mou-no-number")) } else { mou.number.clone() };
            let known = ui.data(|data| data.get_temp::<f32>(Id::unique("mou-end"))).unwrap_or(520.0);
            let room = (ui.available_width() - known - 12.0).max(90.0);
            ui.allocate_ui_with_layout(
                vec2(room, 36.0),
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| {
                    ui.set_width(room);
                    ui.scope(|ui| {
                        ui.set_max_width((room - if small { 84.0 } else { 150.0 }).max(80.0));
                        line(ui, &title, if small { CARD } else { SCREEN }, cx.theme.c.text);
                    });
                    mou_badge(ui, &cx.theme, mou.state, cx.language);
                },
            );
            let middle = egui::Layout::left_to_right(egui::Align::Center);
            let end = ui.allocate_ui_with_layout(vec2(0.0, space::CONTROL), middle, |ui| {
                let own = print_language(mou.language);
                let mut shown = self.language.unwrap_or(own);
                let values = [
                    (PrintLanguage::Vi, cx.t(&message("paper-vi"))),
                    (PrintLanguage::En, cx.t(&message("paper-en"))),
                    (PrintLanguage::ViEn, cx.t(&message("paper-vi-en"))),
                ];
                if small {
                    let words = values.clone().map(|(_, label)| label);
                    let now = values.iter().find(|(value, _)| *value == shown);
                    let now = now.map(|(_, label)| label.clone()).unwrap_or_default();
                    let id = Id::unique("paper-language");
                    let picked = choice(ui, &cx.theme, cx.language, id, "", &now, &words, 130.0, None);
                    if let Some((value, _)) = picked.and_then(|place| values.get(place)) {
                        shown = *value;
                    }
                } else {
                    segments(ui, &cx.theme, &values, &mut shown);
                }
                if shown != self.language.unwrap_or(own) {
                    self.language = Some(shown);
                    self.page = 0;
                }
                let save = cx.t(&message("paper-save"));
                if Button::outline(&save).icon(icons::FILE_PDF).show(ui, &cx.theme).clicked() {
                    self.ask_where(cx, "pdf");
                }
                self.main_button(ui, cx, mou.state);
            });
            let width = end.response.rect.width();
            if (width - known).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(Id::unique("mou-end"), width));
                ui.ctx().request_discard("the width of the buttons");
            }
        });
    }

    /// What comes next for a MoU in this state.
    fn main_button(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, state: MouState) {
        use MouState as S;
        if state == S::Draft {
            let label = cx.t(&message("mou-freeze"));
            let ready = self.freezing.is_none() && self.saving.is_none();
            if Button::primary(&label).icon(icons::LOCK_SIMPLE).enabled(ready).show(ui, &cx.theme).clicked() {
                self.freeze(cx);
            }
            return;
        }
        let next = match state {
            S::TextFinal => Some((S::Printed, icons::PRINTER)),
            S::Printed => Some((S::Signed, icons::SIGNATURE)),
            S::Signed => Some((S::Sealed, icons::STAMP)),
            S::Sealed => Some((S::HandedOver, icons::CHECK_CIRCLE)),
            S::HandedOver | S::Paused => Some((S::UnderWay, icons::HANDSHAKE)),
            S::UnderWay => Some((S::Contracted, icons::FILE_TEXT)),
            S::Contracted => Some((S::Completed, icons::CHECK_CIRCLE)),
            _ => None,
        };
        let Some((next, icon)) = next else { return };
        let label = cx.t(&message("mou-note-state").with("state", next.label()));
        if Button::primary(&label).icon(icon).show(ui, &cx.theme).clicked() {
            self.set_state(cx, next);
        }
        let other = cx.t(&message("mou-note-other-day"));
        if icon_button(ui, &cx.theme, icons::CALENDAR_BLANK, &other).clicked() {
            self.noting = Some(NotingDialog::new(next, cx));
        }
    }

    pub(super) fn set_state(&self, cx: &mut Cx<'_>, state: MouState) {
        let command = Command::SetMouState { mou: self.id, state, date: cx.today, note: String::new() };
        cx.ask(Action::Run(Box::new(command), message("done-state").with("state", state.label())));
    }

    fn form_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(answer) = self.answer.clone() else { return };
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 20, right: 16, top: 12, bottom: 24 }).show(ui, |ui| {
                if self.is_draft() {
                    self.parts.ui(ui, cx, self.id, &answer, &mut self.draft);
                    self.arrange_annex(ui, cx);
                } else {
                    self.after_ui(ui, cx, &answer);
                }
            });
        });
    }

    /// What is missing or doubtful; what is missing in several places is filled in at one.
    fn problems(&self) -> Vec<Problem> {
        let mut problems: Vec<Problem> =
            self.drawn.as_ref().map(|(_, preview, _)| preview.problems.clone()).unwrap_or_default();
        let mut seen = std::collections::BTreeSet::new();
        problems.retain(|problem| seen.insert((problem.field.clone(), problem.message.key().to_owned())));
        if self.is_draft() && self.draft.mou.number.is_empty() {
            problems.push(Problem::warning("number", message("mou-number-missing")));
        }
        problems
    }

    /// What is missing or doubtful, and printing.
    fn check_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        heading(ui, &cx.t(&message("check-title")), CARD, cx.theme.c.text);
        let problems = self.problems();
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        let words = message("check-count").with("errors", errors).with("warnings", problems.len() - errors);
        text(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
        if let Some(error) = &self.failure {
            let words = format!("{} {}", cx.t(&error.message()), cx.t(&error.hint()));
            note(ui, &cx.theme, Tone::Stop, &words);
        }
        if let Some((_, error)) = &self.draw_failure {
            note(ui, &cx.theme, Tone::Stop, &cx.t(&error.message()));
        }
        let draft = self.is_draft();
        if !draft && problems.is_empty() && self.drawn.is_some() {
            note(ui, &cx.theme, Tone::Good, &cx.t(&message("check-final")));
        }
        for (number, problem) in problems.iter().enumerate() {
            let tone = if problem.severity == Severity::Error { Tone::Stop } else { Tone::Look };
            let words = problem.text(cx.language);
            let (label, name) = if problem.field.starts_with(COMPARED) {
                let label = cx.t(&message("compare-show"));
                let name = format!("{label}: {words}");
                (label, name)
            } else {
                let name = message("check-go-to").with("what", words.as_str());
                (cx.t(&message("check-go")), cx.t(&name))
            };
            banner(ui, &cx.theme.clone(), tone, &words, |ui| {
                ui.push_id(number, |ui| {
                    if draft && Button::plain(&label).small().name(&name).show(ui, &cx.theme).clicked() {
                        self.parts.jump_to(&problem.field);
                        self.checking = false;
                    }
                });
            });
        }
        if self.draw_failure.is_none()
            && let Some((_, preview, _)) = &self.drawn
            && !preview.passed.is_empty()
        {
            let count = preview.passed.len();
            let fine =
                if problems.is_empty() { message("check-all-passed") } else { message("check-passed") };
            ui.add_space(space::S);
            let passed: Vec<String> = preview.passed.iter().map(|words| cx.t(words)).collect();
            ticked(ui, &cx.theme, &cx.t(&fine.with("count", count)), &passed);
        }
        ui.add_space(space::M);
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
        ui.add_space(space::M);
        self.print_ui(ui, cx);
    }

    /// Saves a moment after the last change.
    fn keep(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let now = ui.input(|input| input.time);
        if self.draft == self.saved || self.is_refused() || !self.is_draft() {
            return;
        }
        if self.parts.touched {
            self.parts.touched = false;
            self.changed_at = now;
        }
        if self.saving.is_some() {
            return;
        }
        if now - self.changed_at >= SAVE_AFTER {
            self.save_now(cx.data);
        } else {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
        }
    }

    /// Makes the text final, once what is typed is saved: never an older text than the one on the screen.
    fn freeze(&mut self, cx: &mut Cx<'_>) {
        // What stands in a field and cannot be read is not what would be printed.
        if let Some((key, field)) = self.parts.unread.first_key_value() {
            let typed = self.parts.typed.get(key).cloned().unwrap_or_default();
            cx.ask(Action::Say(Tone::Stop, message("mou-not-read").with("text", typed)));
            let field = field.clone();
            self.parts.jump_to(&field);
            self.checking = false;
            return;
        }
        self.save_now(cx.data);
        self.freezes = true;
    }

    fn poll(&mut self, cx: &mut Cx<'_>) {
        if self.saving.is_some()
            && let Some(answer) = self.saved()
        {
            self.freezes &= answer.is_ok();
            if answer.is_ok() {
                self.refused = None;
            }
            self.failure = answer.err();
        }
        if self.freezes && self.saving.is_none() {
            self.freezes = false;
            self.freezing = Some(cx.data.freeze(self.id, cx.today));
        }
        if let Some(answer) = self.freezing.as_ref().and_then(Ticket::poll) {
            self.freezing = None;
            match answer {
                Ok(_) => cx.ask(Action::Say(Tone::Good, message("done-frozen"))),
                Err(error) => {
                    if let ErrorKind::Invalid(problems) = error.kind()
                        && let Some(first) = problems.first()
                    {
                        self.parts.jump_to(&first.field);
                    }
                    self.failure = Some(error);
                }
            }
        }
        if let Some(answer) = self.printers.as_ref().and_then(Ticket::poll)
            && let Ok(printers) = answer
        {
            self.known_printers = printers;
        }
        self.poll_paper(cx);
    }
}

/// A day as it is kept in a draft.
pub(super) fn day(date: Option<Date>) -> String {
    date.map_or_else(String::new, |date| {
        crate::vietnamese::PartialDate::Day(date).show(crate::i18n::Language::Vi)
    })
}
