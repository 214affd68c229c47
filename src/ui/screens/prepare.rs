//! Before a ceremony: numbers, final texts, the folder for the stick, and printing everything in order.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use eframe::egui::{Id, Modal, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use super::ceremony_status::whose;
use super::paper_way::{Came, Paper, PaperWay};
use super::path_field::PathField;
use crate::domain::{Id as RecordId, Mou, MouState};
use crate::i18n::message;
use crate::ops::{Ceremony, CeremonyAnswer, Command, NumberDesk, Outcome};
use crate::problem::Problem;
use crate::runtime::{FrozenMany, Pack, Progress, SavedPack, Slot, Ticket};
use crate::ui::action::{Action, Cx, Preference, Route};
use crate::ui::components::{Button, Tone, dialog_frame, heading, link, note, progress_bar, text};
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, SMALL, space};

/// The dialog.
#[derive(Default)]
pub(super) struct PrepareDialog {
    path: PathField,
    /// The conference whose ceremony it is, in hexadecimal.
    conference: String,
    numbers: Slot<NumberDesk>,
    numbering: VecDeque<Ticket<Outcome>>,
    /// What was said while numbers were given.
    remarks: Vec<Problem>,
    freezing: Option<(Arc<Progress>, Ticket<FrozenMany>)>,
    report: Option<FrozenMany>,
    /// Where everything is being saved.
    packing: Option<(Arc<Progress>, PathBuf, Ticket<Pack>)>,
    /// What was saved last.
    pack: Option<Pack>,
    /// MoUs that are still to be printed, each with how many copies.
    queue: VecDeque<(RecordId<Mou>, u32)>,
    /// What is being printed.
    printing: Option<(RecordId<Mou>, u32)>,
    /// What has been printed from here.
    printed: Vec<RecordId<Mou>>,
    /// Printing was stopped, or the printer failed; what is left can go on.
    paused: bool,
    way: PaperWay,
}

impl PrepareDialog {
    /// For the ceremony of this conference.
    pub(super) fn new(answer: &CeremonyAnswer, cx: &Cx<'_>) -> Self {
        let day = answer.conference.as_ref().and_then(|(_, found)| found.from_date).unwrap_or(cx.today);
        let folder = cx.data.machine().home().join(format!("le-ky-{day}"));
        Self { path: PathField::new(folder), conference: whose(answer), ..Self::default() }
    }

    fn poll(&mut self, cx: &mut Cx<'_>) {
        while let Some(answer) = self.numbering.front().and_then(Ticket::poll) {
            self.numbering.pop_front();
            match answer {
                Ok(outcome) => self.remarks.extend(outcome.warnings),
                Err(error) => {
                    // What follows would leave a gap.
                    self.numbering.clear();
                    cx.ask(Action::Fail(error));
                }
            }
        }
        if let Some((_, ticket)) = &self.freezing
            && let Some(answer) = ticket.poll()
        {
            self.freezing = None;
            match answer {
                Ok(report) => self.report = Some(report),
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        if let Some((progress, folder, ticket)) = self.packing.take() {
            match ticket.poll() {
                None => self.packing = Some((progress, folder, ticket)),
                Some(Ok(pack)) => {
                    let path = folder.display().to_string();
                    let words = message("done-pack").with("count", pack.mous).with("path", path);
                    cx.ask(Action::Say(Tone::Good, words));
                    let conference = self.conference.clone();
                    let saved = SavedPack { conference, folder, mous: pack.mous, at: cx.now };
                    cx.ask(Action::Prefer(Preference::Pack(saved)));
                    self.pack = Some(pack);
                }
                Some(Err(error)) => cx.ask(Action::Fail(error)),
            }
        }
        match (self.way.poll(cx), self.printing.take()) {
            (Came::Out, Some((id, _))) => self.printed.push(id),
            (Came::Failed, Some(failed)) => {
                // What follows would fail, too; it begins with this one again.
                self.queue.push_front(failed);
                self.paused = true;
            }
            (_, printing) => self.printing = printing,
        }
        if !self.paused
            && self.printing.is_none()
            && let Some((id, copies)) = self.queue.pop_front()
        {
            self.printing = Some((id, copies));
            self.way.start(Paper::Print(None, copies), cx.data.paper(id, None));
        }
    }

    /// Draws the dialog; false when it is done.
    pub(super) fn ui(
        &mut self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        question: Ceremony,
        answer: &CeremonyAnswer,
    ) -> bool {
        self.poll(cx);
        let mut stays = true;
        let frame = dialog_frame(&cx.theme);
        let modal = Modal::new(Id::unique("prepare")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(560.0);
            heading(ui, &cx.t(&message("prepare-title")), CARD, cx.theme.c.text);
            // It may be higher than a small screen, and messages stand below it.
            let room = (ui.ctx().content_rect().height() - 320.0).max(160.0);
            ScrollArea::vertical().id_salt("prepare").max_height(room).show(ui, |ui| {
                self.numbers_ui(ui, cx, answer);
                ui.add_space(space::S);
                self.freeze_ui(ui, cx, answer);
                ui.add_space(space::S);
                self.pack_ui(ui, cx, question);
                ui.add_space(space::S);
                self.print_ui(ui, cx, answer);
            });
            ui.add_space(space::M);
            let close = cx.t(&message("act-close"));
            if Button::outline(&close).show(ui, &cx.theme).clicked() {
                stays = false;
            }
        });
        let busy = self.freezing.is_some() || self.packing.is_some() || self.printing.is_some();
        (stays && !modal.should_close()) || busy
    }

    /// Numbers for those that have none, in the order they are signed.
    fn numbers_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, answer: &CeremonyAnswer) {
        let without: Vec<_> = answer
            .pairs
            .iter()
            .filter(|pair| pair.number.is_empty() && pair.state == MouState::Draft)
            .map(|pair| pair.id)
            .collect();
        let label = message("prepare-numbers").with("count", without.len());
        text(ui, &cx.t(&label), BODY_MEDIUM, cx.theme.c.text);
        if let Some(remark) = self.remarks.first() {
            note(ui, &cx.theme, Tone::Look, &remark.text(cx.language));
        }
        if self.remarks.len() > 1 {
            let more = message("prepare-remarks").with("count", self.remarks.len() - 1);
            text(ui, &cx.t(&more), SMALL, cx.theme.c.muted);
        }
        let desk = self.numbers.get(cx.data, &NumberDesk).ready();
        let year = i64::from(cx.today.year());
        let Some(desk) = desk.filter(|_| !without.is_empty()) else { return };
        ui.horizontal_wrapped(|ui| {
            for series in desk.series.iter().filter(|series| series.record.year.is_none_or(|of| of == year)) {
                let words = message("prepare-give").with("series", series.record.name.as_str());
                let ready = self.numbering.is_empty();
                let words = cx.t(&words);
                let button = Button::outline(&words).small().icon(icons::HASH).enabled(ready);
                if button.show(ui, &cx.theme).clicked() {
                    let ask = |id: &RecordId<Mou>| cx.data.run(Command::IssueNumber(*id, series.id));
                    self.remarks.clear();
                    self.numbering = without.iter().map(ask).collect();
                }
            }
        });
    }

    fn freeze_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &CeremonyAnswer) {
        let drafts: Vec<_> =
            answer.pairs.iter().filter(|pair| pair.state == MouState::Draft).map(|pair| pair.id).collect();
        let final_texts = answer.pairs.len() - drafts.len();
        let words = message("prepare-final").with("count", final_texts).with("all", answer.pairs.len());
        text(ui, &cx.t(&words), BODY_MEDIUM, cx.theme.c.text);
        if let Some((progress, _)) = &self.freezing {
            return progress_ui(ui, cx, progress);
        }
        if !drafts.is_empty() {
            let without = answer.pairs.iter();
            let without =
                without.filter(|pair| pair.state == MouState::Draft && pair.number.is_empty()).count();
            if without > 0 {
                let words = message("prepare-without-number").with("count", without);
                note(ui, &cx.theme, Tone::Look, &cx.t(&words));
            }
            let label = cx.t(&message("prepare-freeze").with("count", drafts.len()));
            let ready = self.numbering.is_empty();
            let button = Button::outline(&label).small().icon(icons::LOCK_SIMPLE).enabled(ready);
            if button.show(ui, &cx.theme).clicked() {
                let progress = Arc::new(Progress::default());
                let ticket = cx.data.freeze_many(drafts, cx.today, Arc::clone(&progress));
                self.freezing = Some((progress, ticket));
            }
        }
        let Some(report) = &self.report else { return };
        let words =
            message("prepare-report").with("frozen", report.frozen).with("refused", report.refused.len());
        note(ui, &cx.theme, if report.refused.is_empty() { Tone::Good } else { Tone::Look }, &cx.t(&words));
        ScrollArea::vertical().id_salt("refused").max_height(150.0).show(ui, |ui| {
            for (id, name, problems) in &report.refused {
                if link(ui, &cx.theme, name, BODY_MEDIUM).clicked() {
                    cx.ask(Action::Go(Route::Mou(*id)));
                }
                for problem in problems.iter().take(3) {
                    text(ui, &problem.text(cx.language), SMALL, cx.theme.c.muted);
                }
            }
        });
    }

    fn pack_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, question: Ceremony) {
        text(ui, &cx.t(&message("prepare-pack")), BODY_MEDIUM, cx.theme.c.text);
        text(ui, &cx.t(&message("prepare-pack-explain")), SMALL, cx.theme.c.muted);
        if let Some((progress, ..)) = &self.packing {
            return progress_ui(ui, cx, progress);
        }
        self.path.ui(ui, cx, "pack-folder", &cx.t(&message("prepare-folder")));
        ui.horizontal(|ui| {
            let other = cx.t(&message("export-other-place"));
            self.path.button_ui(ui, cx, &other, |_| crate::ui::dialogs::choose_folder);
            let save = cx.t(&message("prepare-save"));
            let folder = self.path.path();
            let button = Button::outline(&save).icon(icons::USB).enabled(folder.is_some());
            if button.show(ui, &cx.theme).clicked()
                && let Some(folder) = folder
            {
                let progress = Arc::new(Progress::default());
                let shared = Arc::clone(&progress);
                let ticket = cx.data.ceremony_pack(question, folder.clone(), cx.language, shared);
                self.packing = Some((progress, folder, ticket));
            }
        });
        let Some(pack) = self.pack.filter(|pack| pack.unnumbered > 0) else { return };
        let words = message("prepare-unnumbered").with("count", pack.unnumbered);
        note(ui, &cx.theme, Tone::Look, &cx.t(&words));
        if link(ui, &cx.theme, &cx.t(&message("prepare-keep-numbers")), BODY_MEDIUM).clicked() {
            cx.ask(Action::Go(Route::Numbers));
        }
    }

    fn print_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &CeremonyAnswer) {
        text(ui, &cx.t(&message("prepare-print")), BODY_MEDIUM, cx.theme.c.text);
        let left = self.queue.len() + usize::from(self.printing.is_some());
        if left > 0 {
            self.queue_ui(ui, cx, left);
        } else {
            let ready: Vec<_> = answer.pairs.iter().filter(|pair| pair.waits()).collect();
            let sheets: i64 = ready.iter().map(|pair| pair.copies.0.max(1)).sum();
            let label = message("prepare-print-all").with("count", ready.len()).with("copies", sheets);
            let label = cx.t(&label);
            let button = Button::outline(&label).small().icon(icons::PRINTER).enabled(!ready.is_empty());
            if button.show(ui, &cx.theme).clicked() {
                let copies = |all: i64| u32::try_from(all.max(1)).unwrap_or(1);
                self.queue = ready.iter().map(|pair| (pair.id, copies(pair.copies.0))).collect();
                self.printed.clear();
                self.paused = false;
            }
        }
        // What came out of the printer; printed elsewhere, all of them.
        let final_texts = answer.pairs.iter().filter(|pair| pair.state == MouState::TextFinal);
        let seen = |id: &RecordId<Mou>| self.printed.is_empty() || self.printed.contains(id);
        let printed: Vec<_> = final_texts.map(|pair| pair.id).filter(seen).collect();
        let nothing_yet = left > 0 && self.printed.is_empty();
        if self.printing.is_some() || printed.is_empty() || nothing_yet {
            return;
        }
        let label = message("prepare-note-printed").with("count", printed.len());
        let label = cx.t(&label);
        if Button::outline(&label).small().icon(icons::CHECK).enabled(!cx.busy).show(ui, &cx.theme).clicked()
        {
            let done = message("operation-printed").with("count", printed.len());
            cx.ask(Action::Run(Box::new(Command::NotePrinted(printed, cx.today)), done));
        }
    }

    /// What is still to be printed: stopped, gone on with, given up.
    fn queue_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, left: usize) {
        ui.horizontal(|ui| {
            let words = if self.paused { message("prepare-paused") } else { message("prepare-printing") };
            text(ui, &cx.t(&words.with("count", left)), BODY, cx.theme.c.text);
            if !self.paused {
                let stop = cx.t(&message("act-stop"));
                self.paused = Button::plain(&stop).small().icon(icons::STOP).show(ui, &cx.theme).clicked();
                ui.ctx().request_repaint_after(std::time::Duration::from_millis(200));
                return;
            }
            let on = cx.t(&message("prepare-print-on"));
            if Button::outline(&on).small().icon(icons::PRINTER).show(ui, &cx.theme).clicked() {
                self.paused = false;
            }
            let leave = cx.t(&message("act-cancel"));
            if Button::plain(&leave).small().show(ui, &cx.theme).clicked() {
                self.queue.clear();
            }
        });
    }
}

fn progress_ui(ui: &mut Ui, cx: &Cx<'_>, progress: &Progress) {
    let (done, all) = (progress.done.load(Ordering::Relaxed), progress.all.load(Ordering::Relaxed));
    #[expect(clippy::cast_precision_loss, reason = "a bar on the screen")]
    let share = done as f32 / all.max(1) as f32;
    let name = cx.t(&message("prepare-title"));
    progress_bar(ui, &cx.theme, share, ui.available_width().min(320.0), &name);
    ui.horizontal(|ui| {
        text(ui, &format!("{done} / {all}"), SMALL, cx.theme.c.muted);
        let stop = cx.t(&message("act-stop"));
        if Button::plain(&stop).small().icon(icons::STOP).show(ui, &cx.theme).clicked() {
            progress.stop.store(true, Ordering::Relaxed);
        }
    });
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
}
