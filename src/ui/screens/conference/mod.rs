//! A conference: its plan, its guests, booths, meetings, what was said, and the report.

mod booths;
mod guests;
mod live;
mod meetings;
mod plan;
mod report;
mod statements;

use eframe::egui::{CentralPanel, Id, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use self::plan::CopyDialog;
use crate::domain::{Conference, Id as RecordId, RecordKind, Stored};
use crate::i18n::message;
use crate::ops::{ConferencePlan, ConferencePlanAnswer};
use crate::runtime::{Slot, View};
use crate::ui::action::{Action, ConferencePart, Cx, Route};
use crate::ui::components::{
    Button, at_right, choice, empty, failed, heading, icon_button, screen_head, skeleton, tabs,
};
use crate::ui::theme::{SCREEN, space};

/// The page of a conference.
#[derive(Default)]
pub struct ConferenceScreen {
    plan: Slot<ConferencePlan>,
    copy: Option<CopyDialog>,
    guests: guests::Guests,
    booths: booths::Booths,
    meetings: meetings::Meetings,
    statements: statements::Statements,
    report: report::Report,
}

impl ConferenceScreen {
    /// Draws a part of it.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: Option<RecordId<Conference>>,
        part: ConferencePart,
    ) {
        let view = self.plan.get(cx.data, &ConferencePlan { conference, today: cx.today });
        let answer = match &view {
            View::Ready(answer) => Some(answer.clone()),
            _ => None,
        };
        let ground = screen_head(ui, cx.theme, cx.narrow, "conference-head", |ui| {
            ui.horizontal_centered(|ui| self.head_ui(ui, cx, answer.as_deref(), part));
        });
        CentralPanel::no_frame().frame(ground).show(ui, |ui| match view {
            View::Ready(answer) => {
                if let Some(stored) = &answer.conference {
                    self.part_ui(ui, cx, conference, part, (stored, &answer));
                } else {
                    empty_ui(ui, cx);
                }
            }
            View::Failed(error) => {
                if failed(ui, &cx.theme, cx.language, &error, &cx.t(&message("act-again"))) {
                    self.plan = Slot::default();
                }
            }
            View::Loading => skeleton(ui, &cx.theme, 8),
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
        match part {
            ConferencePart::Plan => {
                ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| plan::plan_ui(ui, cx, stored, answer));
            }
            ConferencePart::Guests => self.guests.ui(ui, cx, stored),
            ConferencePart::Booths => self.booths.ui(ui, cx, stored),
            ConferencePart::Meetings => self.meetings.ui(ui, cx, stored),
            ConferencePart::Statements => self.statements.ui(ui, cx, stored),
            ConferencePart::Report => self.report.ui(ui, cx, stored),
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
            let chosen = choice(ui, &cx.theme, cx.language, id, &label, shown, &names, width, None);
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
