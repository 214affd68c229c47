//! The plan of a conference: when and where, how far everything is, programme, committee, tasks, budget.

use eframe::egui::{Id, Modal, Ui, vec2};
use egui_phosphor::regular as icons;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::domain::{Conference, Id as RecordId, Picture, ProgrammeItem, RecordKind, Stored};
use crate::i18n::{Message, message};
use crate::ops::{Command, ConferenceAct, ConferencePlanAnswer, Outcome, Reached, Shown};
use crate::runtime::Ticket;
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Field, card, date_field, dialog_frame, facts_line, heading, icon_button, line, link,
    progress_bar, text,
};
use crate::ui::screens::photos::Photos;
use crate::ui::screens::related::related_ui;
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, RECORD, SMALL, space};
use crate::vietnamese::{PartialDate, group, parse_day_near, show_time, weekday};

/// What is said when a list has nothing.
type Say = fn() -> Message;

/// The lists of the plan besides the programme: title and what is said while there is nothing.
const LISTS: [(RecordKind, Say, Say); 3] = [
    (RecordKind::ConferenceTask, || message("plan-tasks"), || message("plan-no-tasks")),
    (RecordKind::CommitteeMember, || message("plan-committee"), || message("plan-no-committee")),
    (RecordKind::BudgetLine, || message("plan-budget"), || message("plan-no-budget")),
];

/// Draws the plan.
pub(super) fn plan_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    stored: &Stored<Conference>,
    answer: &ConferencePlanAnswer,
    files: &mut Photos,
) {
    files.dialogs_ui(ui, cx);
    facts_ui(ui, cx, &stored.record, answer);
    ui.add_space(space::M);
    let width = (ui.available_width() - space::M) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.x = space::S;
            programme_ui(ui, cx, stored.id, answer, files);
        });
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.x = space::S;
            for (kind, title, nothing) in LISTS {
                list_ui(ui, cx, stored.id, answer, (kind, title(), nothing()));
                ui.add_space(space::M);
            }
        });
    });
    ui.add_space(space::L);
}

fn facts_ui(ui: &mut Ui, cx: &mut Cx<'_>, record: &Conference, answer: &ConferencePlanAnswer) {
    card(ui, &cx.theme.clone(), 16, |ui| {
        text(ui, &record.name, RECORD, cx.theme.c.text);
        if !record.theme.is_empty() {
            text(ui, &record.theme, BODY, cx.theme.c.muted);
        }
        ui.add_space(4.0);
        ui.spacing_mut().item_spacing.x = space::XL;
        let width = ui.available_width() - space::XL;
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width * 0.56);
                ui.spacing_mut().item_spacing = vec2(space::S, 4.0);
                words_ui(ui, cx, record, answer);
            });
            ui.vertical(|ui| {
                ui.set_width(width * 0.44);
                progress_ui(ui, cx, answer);
            });
        });
    });
}

/// When, where and by whom.
fn words_ui(ui: &mut Ui, cx: &Cx<'_>, record: &Conference, answer: &ConferencePlanAnswer) {
    let facts = [
        (message("plan-when"), days(cx, record.from_date, record.to_date)),
        (message("field-venue"), record.venue.clone()),
        (message("field-host"), answer.host.clone()),
        (message("field-cohosts"), record.cohosts.clone()),
        (message("field-sponsors"), record.sponsors.clone()),
    ];
    for (label, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        facts_line(ui, &cx.theme, &cx.t(label), 100.0, |ui| {
            text(ui, value, COMPACT, cx.theme.c.text);
        });
    }
}

/// How far everything is that was planned or begun.
fn progress_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &ConferencePlanAnswer) {
    let parts = [
        (message("plan-answers"), answer.answers),
        (message("plan-coming"), answer.coming),
        (message("plan-tasks"), answer.tasks),
        (message("plan-booths"), answer.booths),
        (message("plan-mous"), answer.mous),
        (message("plan-meetings"), answer.meetings),
        (message("plan-badges"), answer.badges),
    ];
    let shown: Vec<_> = parts.iter().filter(|(_, reached)| reached.all > 0).collect();
    let width = ((ui.available_width() - space::L) / 2.0).max(80.0);
    for row in shown.chunks(2) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            for (label, reached) in row {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    reached_ui(ui, cx, &cx.t(label), *reached, width);
                });
            }
        });
        ui.add_space(2.0);
    }
}

/// A count with its bar.
fn reached_ui(ui: &mut Ui, cx: &Cx<'_>, label: &str, reached: Reached, width: f32) {
    ui.spacing_mut().item_spacing.y = 3.0;
    text(ui, label, SMALL, cx.theme.c.muted);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        line(ui, &group(reached.done, cx.language), BODY_MEDIUM, cx.theme.c.text);
        line(ui, &format!("/ {}", group(reached.all, cx.language)), BODY, cx.theme.c.muted);
    });
    bar_ui(ui, cx, reached.done, reached.all, width, label);
}

/// A bar as long as a part of a whole.
pub(super) fn bar_ui(ui: &mut Ui, cx: &Cx<'_>, part: i64, whole: i64, width: f32, label: &str) {
    #[expect(clippy::cast_precision_loss, reason = "the length of a bar")]
    let share = if whole > 0 { (part as f32 / whole as f32).min(1.0) } else { 0.0 };
    progress_bar(ui, &cx.theme, share, width, label);
}

/// "Thứ Sáu, 18/12/2026", or from one day to another.
pub(super) fn days(cx: &Cx<'_>, from: Option<Date>, to: Option<Date>) -> String {
    let day = |day: Date| PartialDate::Day(day).show(cx.language);
    match (from, to) {
        (Some(from), Some(to)) if to != from => format!("{} – {}", day(from), day(to)),
        (Some(from), _) => format!("{}, {}", weekday(from, cx.language), day(from)),
        (None, Some(to)) => day(to),
        (None, None) => String::new(),
    }
}

fn title_ui(ui: &mut Ui, cx: &mut Cx<'_>, title: &str, kind: RecordKind, of: RecordId<Conference>) {
    ui.horizontal(|ui| {
        heading(ui, title, CARD, cx.theme.c.text);
        let add = cx.t(&message("detail-add").with("kind", kind.label()));
        if icon_button(ui, &cx.theme, icons::PLUS, &add).clicked() {
            cx.ask(Action::Go(Route::Part(kind, RecordKind::Conference, of.any())));
        }
    });
    ui.add_space(4.0);
}

fn programme_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    of: RecordId<Conference>,
    answer: &ConferencePlanAnswer,
    photos: &mut Photos,
) {
    card(ui, &cx.theme.clone(), 16, |ui| {
        title_ui(ui, cx, &cx.t(&message("plan-programme")), RecordKind::ProgrammeItem, of);
        if answer.programme.is_empty() {
            text(ui, &cx.t(&message("plan-no-programme")), BODY, cx.theme.c.muted);
        }
        let mut day = None;
        for ((item, speaker), files) in answer.programme.iter().zip(&answer.speakers).zip(&answer.files) {
            if item.record.date.is_some() && day != item.record.date {
                day = item.record.date;
                ui.add_space(4.0);
                line(ui, &days(cx, day, None), SMALL, cx.theme.c.muted);
            }
            item_ui(ui, cx, (item, speaker), files, photos);
        }
    });
}

/// A point of the programme, with the files of who speaks.
fn item_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (item, speaker): (&Stored<ProgrammeItem>, &str),
    files: &[Stored<Picture>],
    photos: &mut Photos,
) {
    let record = &item.record;
    let time = record.start.map(|time| show_time(time, cx.language)).unwrap_or_default();
    ui.horizontal_top(|ui| {
        let width = ui.available_width();
        ui.vertical(|ui| {
            ui.set_width(56.0);
            line(ui, &time, BODY_MEDIUM, cx.theme.c.text);
        });
        ui.vertical(|ui| {
            ui.set_width((width - 56.0 - 2.0 * 36.0 - 3.0 * space::S).max(80.0));
            ui.spacing_mut().item_spacing.y = 2.0;
            if link(ui, &cx.theme, &record.point, BODY_MEDIUM).clicked() {
                cx.ask(Action::Go(Route::Form(RecordKind::ProgrammeItem, Some(item.id.any()))));
            }
            let minutes = record.minutes.map(|count| cx.t(&message("plan-minutes").with("count", count)));
            let words: Vec<String> = [speaker.to_owned(), minutes.unwrap_or_default()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            if !words.is_empty() {
                text(ui, &words.join(" · "), COMPACT, cx.theme.c.muted);
            }
            photos.lines_ui(ui, cx, files);
        });
        let label = cx.t(&message("plan-add-file").with("name", record.point.as_str()));
        if icon_button(ui, &cx.theme, icons::PAPERCLIP, &label).clicked() {
            photos.ask((RecordKind::ProgrammeItem, item.id.any()));
        }
        let label = cx.t(&message("related-delete").with("name", record.point.as_str()));
        if icon_button(ui, &cx.theme, icons::TRASH, &label).clicked() {
            let done = message("done-deleted").with("name", record.point.as_str());
            cx.ask(Action::Run(Box::new(Command::Delete(RecordKind::ProgrammeItem, item.id.any())), done));
        }
    });
    ui.add_space(6.0);
}

fn list_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    of: RecordId<Conference>,
    answer: &ConferencePlanAnswer,
    (kind, title, nothing): (RecordKind, Message, Message),
) {
    card(ui, &cx.theme.clone(), 16, |ui| {
        title_ui(ui, cx, &cx.t(&title), kind, of);
        let mut shown = answer.related.iter().filter(|related| related.kind == kind).peekable();
        if shown.peek().is_none() {
            text(ui, &cx.t(&nothing), BODY, cx.theme.c.muted);
        } else if kind == RecordKind::BudgetLine {
            let (planned, spent) = answer.budget;
            let words = message("plan-budget-sum")
                .with("planned", cx.shown(&Shown::Money(planned)))
                .with("spent", cx.shown(&Shown::Money(spent)));
            text(ui, &cx.t(&words), BODY_MEDIUM, cx.theme.c.text);
            ui.add_space(4.0);
        }
        for related in shown {
            related_ui(ui, cx, related);
        }
    });
}

/// Asks for name and first day of a conference that is copied from another.
pub(super) struct CopyDialog {
    from: RecordId<Conference>,
    source: String,
    name: String,
    day: String,
    running: Option<Ticket<Outcome>>,
}

impl CopyDialog {
    pub(super) fn new(stored: &Stored<Conference>, cx: &Cx<'_>) -> Self {
        let record = &stored.record;
        let year = record.from_date.map(Date::year);
        let name = match year {
            Some(year) => record.name.replace(&year.to_string(), &(year + 1).to_string()),
            None => record.name.clone(),
        };
        let day = record.from_date.and_then(|day| day.checked_add(1.year()).ok());
        let day = day.map(|day| PartialDate::Day(day).show(cx.language)).unwrap_or_default();
        Self { from: stored.id, source: record.name.clone(), name, day, running: None }
    }

    /// Draws it; false when it is done.
    pub(super) fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        if let Some(answer) = self.running.as_ref().and_then(Ticket::poll) {
            match answer {
                Ok(outcome) => {
                    if let Some(id) = outcome.id {
                        cx.ask(Action::Show(RecordKind::Conference, id));
                    }
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
            return false;
        }
        let mut stays = true;
        let frame = dialog_frame(&cx.theme);
        let modal = Modal::new(Id::unique("conference-copy")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(520.0);
            heading(ui, &cx.t(&message("conference-copy")), CARD, cx.theme.c.text);
            let words = message("conference-copy-explain").with("name", self.source.as_str());
            text(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
            ui.add_space(space::S);
            let (theme, language) = (cx.theme, cx.language);
            let label = cx.t(&message("field-name"));
            Field::new(Id::unique("copy-name"), &label).show(ui, &theme, language, &mut self.name);
            ui.add_space(space::S);
            let label = cx.t(&message("field-from-date"));
            let id = Id::unique("copy-day");
            date_field(ui, &theme, language, id, &label, None, &mut self.day, cx.today, 220.0, None);
            ui.add_space(space::M);
            let day = match parse_day_near(&self.day, cx.today) {
                Some(PartialDate::Day(day)) => Some(day),
                _ => None,
            };
            ui.horizontal(|ui| {
                let make = cx.t(&message("conference-copy-make"));
                let ready = day.is_some() && !self.name.trim().is_empty() && self.running.is_none();
                let button = Button::primary(&make).icon(icons::COPY).enabled(ready);
                if button.show(ui, &theme).clicked()
                    && let Some(day) = day
                {
                    let act = ConferenceAct::Copy(self.from, self.name.clone(), day);
                    self.running = Some(cx.data.run(Command::AtConference(act)));
                }
                let cancel = cx.t(&message("act-cancel"));
                if Button::outline(&cancel).show(ui, &theme).clicked() {
                    stays = false;
                }
            });
        });
        stays && !modal.should_close()
    }
}
