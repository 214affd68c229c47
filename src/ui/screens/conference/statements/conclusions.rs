//! What a conference concluded, and what has to be done for it: task, who, by when.

use eframe::egui::{Align, Id, Key, Layout, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::super::live::{Kept, Live, Pane, Saving, Seen, draft_of};
use crate::domain::{
    Conference, ConferenceTask, Id as RecordId, ObligationState, RecordKind, Stored, TaskOrigin,
};
use crate::i18n::{field_label, message};
use crate::ops::Command;
use crate::problem::Problem;
use crate::runtime::Draft;
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{Button, Field, badge, card, date_field, heading, icon_button, link, text, tick};
use crate::ui::screens::related::due_mark;
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, SMALL, space};
use crate::vietnamese::{PartialDate, clean, clean_lines, parse_day_near};

/// Conclusions and tasks.
#[derive(Default)]
pub(super) struct Conclusions {
    of: Option<RecordId<Conference>>,
    seen: Seen,
    conference: Kept<Conference>,
    words: Live,
    task: String,
    responsible: String,
    due: String,
}

fn task_id() -> Id {
    Id::unique("concluded-task")
}

/// Conclusions and tasks stand beside each other where there is so much room.
const TWO: f32 = 800.0;

impl Conclusions {
    /// Draws them side by side.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        tasks: &[Stored<ConferenceTask>],
    ) {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let all = ui.available_width();
            let (words, tasks_width, beside) = if all < TWO {
                (all, all, Layout::top_down(Align::Min))
            } else {
                let width = all - space::M;
                (width * 0.44, width * 0.56, Layout::left_to_right(Align::Min))
            };
            ui.allocate_ui_with_layout(vec2(all, 0.0), beside, |ui| {
                ui.spacing_mut().item_spacing = vec2(space::M, space::M);
                ui.vertical(|ui| {
                    ui.set_width(words);
                    card(ui, &cx.theme.clone(), 16, |ui| self.words_ui(ui, cx, stored));
                });
                ui.vertical(|ui| {
                    ui.set_width(tasks_width);
                    card(ui, &cx.theme.clone(), 16, |ui| self.tasks_ui(ui, cx, stored.id, tasks));
                });
            });
        });
    }

    /// The task as a form that is being filled in, for the next time the register is opened.
    pub(super) fn draft(&self, conference: RecordId<Conference>, now: i64) -> Option<Draft> {
        let task = clean(&self.task);
        if task.is_empty() {
            return None;
        }
        let fields = [
            ("origin", TaskOrigin::Conclusion.code().to_owned()),
            ("task", task.clone()),
            ("responsible", clean(&self.responsible)),
            ("due", clean(&self.due)),
        ];
        Some(draft_of(RecordKind::ConferenceTask, conference, task, fields, now))
    }

    fn words_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, stored: &Stored<Conference>) {
        if self.seen.was_away(ui) {
            (self.conference, self.words) = (Kept::default(), Live::default());
        }
        self.of = Some(stored.id);
        self.conference.follow(&stored.record);
        self.words.follow(&stored.record.conclusions);
        heading(ui, &cx.t(&message("form-conclusions")), CARD, cx.theme.c.text);
        text(ui, &cx.t(&message("said-conclusions-explain")), SMALL, cx.theme.c.muted);
        ui.add_space(4.0);
        let label = cx.t(&field_label("conclusions"));
        let field = Field::new(Id::unique("conclusions"), "").name(&label).rows(16);
        field.show(ui, &cx.theme, cx.language, &mut self.words.typed);
    }

    fn tasks_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: RecordId<Conference>,
        tasks: &[Stored<ConferenceTask>],
    ) {
        heading(ui, &cx.t(&message("said-tasks")), CARD, cx.theme.c.text);
        ui.add_space(4.0);
        self.add_ui(ui, cx, conference);
        ui.add_space(space::S);
        if tasks.is_empty() {
            text(ui, &cx.t(&message("said-no-tasks")), BODY, cx.theme.c.muted);
        }
        for task in tasks {
            ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
            ui.add_space(6.0);
            task_ui(ui, cx, task);
            ui.add_space(6.0);
        }
    }

    /// The line that adds a task: Enter saves, and the next one can be typed.
    fn add_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, conference: RecordId<Conference>) {
        let (theme, language) = (cx.theme, cx.language);
        let label = cx.t(&field_label("task"));
        let task = Field::new(task_id(), &label).show(ui, &theme, language, &mut self.task);
        let mut left = task.lost_focus();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let label = cx.t(&field_label("responsible"));
            let width = (ui.available_width() - 160.0 - 132.0 - 2.0 * space::S).max(120.0);
            let field = Field::new(Id::unique("concluded-who"), &label).width(width);
            left |= field.show(ui, &theme, language, &mut self.responsible).lost_focus();
            let (label, id) = (cx.t(&field_label("due")), Id::unique("concluded-due"));
            let wrong =
                parse_day_near(&self.due, cx.today).is_none_or(|day| !matches!(day, PartialDate::Day(_)));
            let wrong = (wrong && !clean(&self.due).is_empty())
                .then(|| Problem::error("due", message("date-day-needed").with("text", self.due.as_str())));
            let due = &mut self.due;
            let due =
                date_field(ui, &theme, language, id, &label, None, due, cx.today, 160.0, wrong.as_ref());
            left |= due.lost_focus();
            let entered = left && ui.input(|input| input.key_pressed(Key::Enter));
            ui.vertical(|ui| {
                ui.add_space(21.0);
                let add = cx.t(&message("said-add-task"));
                let ready = !clean(&self.task).is_empty() && wrong.is_none();
                let button = Button::outline(&add).icon(icons::PLUS).enabled(ready);
                if (button.show(ui, &theme).clicked() || entered) && ready {
                    let due = match parse_day_near(&self.due, cx.today) {
                        Some(PartialDate::Day(day)) => Some(day),
                        _ => None,
                    };
                    let task = ConferenceTask {
                        conference: Some(conference),
                        origin: TaskOrigin::Conclusion,
                        task: clean(&self.task),
                        responsible: clean(&self.responsible),
                        due,
                        ..ConferenceTask::default()
                    };
                    cx.ask(Action::Run(Box::new(Command::Add(task.into())), message("done-task")));
                    for text in [&mut self.task, &mut self.responsible, &mut self.due] {
                        text.clear();
                    }
                    ui.memory_mut(|memory| memory.request_focus(task_id()));
                }
            });
        });
    }
}

impl Pane for Conclusions {
    fn unsaved(&mut self, _: Date) -> Vec<Saving> {
        let Some(id) = self.of.filter(|_| self.words.is_changed()) else { return Vec::new() };
        self.words.saved();
        let conclusions = clean_lines(&self.words.typed);
        let after = Conference { conclusions, ..self.conference.now().clone() };
        let saving =
            |after: Conference| (Command::Change(id.any(), after.into()), message("done-conclusions"));
        self.conference.change(after).map(saving).into_iter().collect()
    }
}

/// A task: done or not, what, who, by when.
fn task_ui(ui: &mut Ui, cx: &mut Cx<'_>, task: &Stored<ConferenceTask>) {
    let record = &task.record;
    ui.horizontal_top(|ui| {
        let room = ui.available_width();
        let mut done = record.state == ObligationState::Done;
        ui.vertical(|ui| {
            ui.set_width(70.0);
            let words = cx.t(&message("said-done"));
            // Each tick says which task it is for.
            let response = tick(ui, &cx.theme, &mut done, &words, None);
            let name = cx.t(&message("said-done-task").with("task", record.task.as_str()));
            let response = response.accessible_name(&name);
            if response.changed() {
                let state = if done { ObligationState::Done } else { ObligationState::Open };
                let done_on = done.then_some(cx.today);
                let after = ConferenceTask { state, done_on, ..record.clone() };
                let command = Command::Change(task.id.any(), after.into());
                cx.ask(Action::Run(Box::new(command), message("done-task")));
            }
        });
        ui.vertical(|ui| {
            ui.set_width((room - 70.0 - 60.0).max(120.0));
            ui.spacing_mut().item_spacing.y = 3.0;
            if link(ui, &cx.theme, &record.task, BODY_MEDIUM).clicked() {
                cx.ask(Action::Go(Route::Form(RecordKind::ConferenceTask, Some(task.id.any()))));
            }
            let due = record.due.map(|day| PartialDate::Day(day).show(cx.language));
            let state = (record.state == ObligationState::Dropped).then(|| cx.t(&record.state.label()));
            let parts = [Some(record.responsible.clone()), due, state];
            let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
            text(ui, &parts.join(" · "), COMPACT, cx.theme.c.muted);
            if record.state == ObligationState::Open
                && let Some(due) = record.due
            {
                let (tone, icon, when) = due_mark(cx.today, due);
                badge(ui, &cx.theme, tone, icon, &cx.t(&when));
            }
        });
        let delete = cx.t(&message("related-delete").with("name", record.task.as_str()));
        if icon_button(ui, &cx.theme, icons::TRASH, &delete).clicked() {
            let done = message("done-deleted").with("name", record.task.as_str());
            let command = Command::Delete(RecordKind::ConferenceTask, task.id.any());
            cx.ask(Action::Run(Box::new(command), done));
        }
    });
}
