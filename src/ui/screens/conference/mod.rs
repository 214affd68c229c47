//! A conference: its plan, its guests, booths, meetings, what was said, and the report.

mod booths;
mod guests;
mod live;
mod meetings;
mod papers;
mod plan;
mod report;
mod statements;

use std::collections::BTreeMap;

use eframe::egui::{CentralPanel, Id, Memory, ScrollArea, Ui};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

pub(super) use self::guests::ticks;
use self::live::{Pane, Saving};
pub(super) use self::papers::badge_size_ui;
use self::plan::CopyDialog;
use crate::domain::{Conference, Id as RecordId, RecordKind, Stored};
use crate::i18n::message;
use crate::ops::{ConferencePlan, ConferencePlanAnswer};
use crate::runtime::{Draft, Slot};
use crate::ui::action::{Action, ConferencePart, Cx, Route};
use crate::ui::components::{Button, at_right, empty, heading, icon_button, row_choice, screen_head, tabs};
use crate::ui::screens::answered;
use crate::ui::screens::photos::Photos;
use crate::ui::theme::{SCREEN, space};

/// The page of a conference.
#[derive(Default)]
pub struct ConferenceScreen {
    plan: Slot<ConferencePlan>,
    copy: Option<CopyDialog>,
    /// The parts, for each conference its own: what was begun with one is not seen with another.
    parts: BTreeMap<RecordId<Conference>, Parts>,
    /// What had the keyboard in the last frame.
    focused: Option<Id>,
}

/// What the parts of the page remember.
#[derive(Default)]
struct Parts {
    /// The files of those who speak.
    files: Photos,
    guests: guests::Guests,
    booths: booths::Booths,
    meetings: meetings::Meetings,
    statements: statements::Statements,
    report: report::Report,
}

impl ConferenceScreen {
    /// What was typed on the page and not saved yet; from now on it counts as saved.
    pub fn save_now(&mut self, today: Date) -> Vec<Saving> {
        let parts = self.parts.values_mut().flat_map(|parts| {
            [&mut parts.booths as &mut dyn Pane, &mut parts.meetings, &mut parts.statements]
        });
        parts.flat_map(|part| part.unsaved(today)).collect()
    }

    /// What is being typed on the page and is no record yet, as drafts of forms.
    pub fn drafts(&self, now: i64) -> Vec<Draft> {
        self.parts.iter().flat_map(|(id, parts)| parts.statements.drafts(*id, now)).collect()
    }

    /// Draws a part of it.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: Option<RecordId<Conference>>,
        part: ConferencePart,
    ) {
        let asked = cx.actions.len();
        self.page_ui(ui, cx, conference, part);
        // What was typed is saved when the keyboard goes elsewhere, before whatever was done then.
        let focused = ui.memory(Memory::focused);
        let is_elsewhere = std::mem::replace(&mut self.focused, focused) != focused;
        if is_elsewhere || !ui.ctx().text_edit_focused() {
            let saved = self.save_now(cx.today).into_iter();
            let saved = saved.map(|(command, done)| Action::Run(Box::new(command), done));
            cx.actions.splice(asked..asked, saved);
        }
    }

    fn page_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: Option<RecordId<Conference>>,
        part: ConferencePart,
    ) {
        let question = ConferencePlan { conference, today: cx.today };
        let answer = self.plan.get(cx.data, &question).ready();
        let ground = screen_head(ui, cx.theme, cx.narrow, "conference-head", |ui| {
            ui.horizontal_centered(|ui| self.head_ui(ui, cx, answer.as_deref(), part));
        });
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            let Some(answer) = answered(ui, cx, &mut self.plan, &question, 8) else { return };
            if let Some(stored) = &answer.conference {
                self.part_ui(ui, cx, conference, part, (stored, &answer));
            } else {
                empty_ui(ui, cx);
            }
        });
        if let Some(mut dialog) = self.copy.take()
            && dialog.ui(ui, cx)
        {
            self.copy = Some(dialog);
        }
    }

    fn part_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: Option<RecordId<Conference>>,
        part: ConferencePart,
        (stored, answer): (&Stored<Conference>, &ConferencePlanAnswer),
    ) {
        let labels = ConferencePart::ALL.map(|part| (part, cx.t(&part.label())));
        let mut chosen = part;
        tabs(ui, &cx.theme, &labels, &mut chosen);
        if chosen != part {
            cx.ask(Action::Replace(Route::Conference(conference, chosen)));
        }
        ui.add_space(space::M);
        let parts = self.parts.entry(stored.id).or_default();
        match part {
            ConferencePart::Plan => {
                ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| plan::plan_ui(ui, cx, stored, answer, &mut parts.files));
            }
            ConferencePart::Guests => parts.guests.ui(ui, cx, stored),
            ConferencePart::Booths => parts.booths.ui(ui, cx, stored),
            ConferencePart::Meetings => parts.meetings.ui(ui, cx, stored),
            ConferencePart::Statements => parts.statements.ui(ui, cx, stored),
            ConferencePart::Report => parts.report.ui(ui, cx, stored),
        }
    }

    fn head_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        answer: Option<&ConferencePlanAnswer>,
        part: ConferencePart,
    ) {
        let stored = answer.and_then(|answer| answer.conference.as_ref());
        heading(ui, &cx.t(&message("nav-conference")), SCREEN, cx.theme.c.text);
        let (Some(answer), Some(stored)) = (answer, stored) else { return };
        if answer.conferences.len() > 1 {
            let names: Vec<String> = answer.conferences.iter().map(|(_, name)| name.clone()).collect();
            let label = cx.t(&message("conference-choose"));
            let width = if cx.narrow { 300.0 } else { 420.0 };
            let id = Id::unique("conference-choice");
            let shown = &stored.record.name;
            let chosen = row_choice(ui, &cx.theme, id, &label, shown, &names, width);
            if let Some((id, _)) = chosen.and_then(|place| answer.conferences.get(place)) {
                cx.ask(Action::Replace(Route::Conference(Some(*id), part)));
            }
        }
        at_right(ui, "conference-end", |ui| {
            let copy = cx.t(&message("conference-copy"));
            if icon_button(ui, &cx.theme, icons::COPY, &copy).clicked() {
                self.copy = Some(CopyDialog::new(stored, cx));
            }
            let add = cx.t(&message("act-new-conference"));
            if icon_button(ui, &cx.theme, icons::PLUS, &add).clicked() {
                cx.ask(Action::Go(Route::Form(RecordKind::Conference, None)));
            }
            let change = cx.t(&message("act-edit"));
            if Button::outline(&change).icon(icons::PENCIL_SIMPLE).show(ui, &cx.theme).clicked() {
                cx.ask(Action::Go(Route::Form(RecordKind::Conference, Some(stored.id.any()))));
            }
            let desk = cx.t(&message("check-in-title"));
            // Every other part has an own first thing to do.
            let button =
                if part == ConferencePart::Plan { Button::primary(&desk) } else { Button::outline(&desk) };
            let button = button.icon(icons::IDENTIFICATION_BADGE);
            if button.show(ui, &cx.theme).clicked() {
                cx.ask(Action::Go(Route::CheckIn(Some(stored.id))));
            }
        });
    }
}

/// What is said while there is no conference.
fn empty_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let (title, words) = (cx.t(&message("conference-empty")), cx.t(&message("conference-empty-explain")));
    let theme = cx.theme;
    empty(ui, &theme, &title, &words, |ui| {
        let add = cx.t(&message("act-new-conference"));
        if Button::primary(&add).icon(icons::PLUS).show(ui, &theme).clicked() {
            cx.ask(Action::Go(Route::Form(RecordKind::Conference, None)));
        }
    });
}
