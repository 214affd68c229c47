//! What was said at a conference: a line to note it at once, the list, an overview, conclusions and tasks.

mod conclusions;
mod entry;
mod overview;
mod panel;

use eframe::egui::{self, CentralPanel, Frame, Id, Margin, Panel, Ui, UiBuilder, vec2};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use self::conclusions::Conclusions;
use self::entry::Entry;
use self::panel::StatementPanel;
use super::live::{Pane, Saving};
use crate::documents::list::{ListCell, ListPaper};
use crate::domain::{
    Conference, Id as RecordId, RecordKind, Statement, StatementKind, StatementState, Stored, Topic,
};
use crate::i18n::{field_label, message};
use crate::ops::{Command, Shown, StatementFilter, StatementLine, Statements as Question, StatementsAnswer};
use crate::runtime::{Draft, Slot};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{
    Button, Field, TableColumn, TableEvent, TableRow, TableState, Tone, at_right, choice, empty, segments,
    table,
};
use crate::ui::screens::answered;
use crate::ui::screens::export::ExportDialog;
use crate::ui::theme::space;
use crate::vietnamese::PartialDate;

/// How far a statement is, in colour and icon.
pub(super) fn mark(line: &StatementLine) -> (Tone, &'static str) {
    match line.statement.state {
        _ if line.overdue.is_some() => (Tone::Stop, icons::WARNING_OCTAGON),
        StatementState::Noted => (Tone::Look, icons::NOTE_PENCIL),
        StatementState::Sent => (Tone::Busy, icons::PAPER_PLANE_TILT),
        StatementState::Answered => (Tone::Good, icons::CHECK_CIRCLE),
        StatementState::Closed => (Tone::Plain, icons::MINUS_CIRCLE),
    }
}

/// The same in words.
pub(super) fn state_words(cx: &Cx<'_>, line: &StatementLine) -> String {
    match line.overdue {
        Some(days) => cx.t(&message("due-over").with("count", days)),
        None => cx.t(&line.statement.state.label()),
    }
}

/// What is shown of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    List,
    Overview,
    Conclusions,
}

/// The line to write in, the filters and some rows of the list are so high.
const LOW: f32 = 440.0;

/// The part.
#[derive(Default)]
pub(super) struct Statements {
    slot: Slot<Question>,
    side: Side,
    entry: Entry,
    filter: StatementFilter,
    rows: TableState,
    chosen: Option<RecordId<Statement>>,
    panel: StatementPanel,
    conclusions: Conclusions,
    export: Option<ExportDialog>,
}

impl Statements {
    /// Draws it.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<Conference>) {
        let question = Question { conference: stored.id, today: cx.today };
        let Some(answer) = answered(ui, cx, &mut self.slot, &question, 8) else { return };
        ui.horizontal(|ui| {
            let sides = [
                (Side::List, cx.t(&message("said-list"))),
                (Side::Overview, cx.t(&message("said-overview"))),
                (Side::Conclusions, cx.t(&message("said-conclusions"))),
            ];
            segments(ui, &cx.theme, &sides, &mut self.side);
            if self.side == Side::List && !answer.lines.is_empty() {
                at_right(ui, "said-end", |ui| {
                    let export = cx.t(&message("said-export"));
                    if Button::outline(&export).icon(icons::EXPORT).show(ui, &cx.theme).clicked() {
                        let shown = shown(&answer, &self.filter).into_iter().rev().collect::<Vec<_>>();
                        let title = cx.t(&message("said-paper"));
                        self.export(cx, paper(cx, title, &stored.record.name, &shown));
                    }
                });
            }
        });
        ui.add_space(space::S);
        match self.side {
            Side::List if ui.available_height() < LOW => {
                // Large letters on a small screen: the whole is moved, so that the list is reached.
                egui::ScrollArea::vertical().id_salt("said-low").auto_shrink(false).show(ui, |ui| {
                    let room = egui::Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), LOW));
                    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
                        self.list_ui(ui, cx, stored, &answer);
                    });
                });
            }
            Side::List => self.list_ui(ui, cx, stored, &answer),
            Side::Overview => {
                let asked = egui::ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| overview::overview_ui(ui, cx, &answer))
                    .inner;
                match asked {
                    Some(overview::Asked::Topic(topic)) => {
                        self.filter = StatementFilter { topic: Some(topic), ..StatementFilter::default() };
                        self.side = Side::List;
                    }
                    Some(overview::Asked::Body(body)) => {
                        self.filter = StatementFilter {
                            kind: Some(StatementKind::Proposal),
                            addressed_to: Some(body),
                            ..StatementFilter::default()
                        };
                        self.side = Side::List;
                    }
                    Some(overview::Asked::Paper(body)) => {
                        let proposals = answer.proposals_for(&body);
                        let title = match body.as_str() {
                            "" => cx.t(&message("said-proposals")),
                            body => cx.t(&message("said-proposals-to").with("body", body)),
                        };
                        self.export(cx, paper(cx, title, &stored.record.name, &proposals));
                    }
                    None => {}
                }
            }
            Side::Conclusions => self.conclusions.ui(ui, cx, stored, &answer.tasks),
        }
        if let Some(mut dialog) = self.export.take()
            && dialog.ui(ui, cx)
        {
            self.export = Some(dialog);
        }
    }

    /// What is being typed and is no record yet.
    pub(super) fn drafts(&self, conference: RecordId<Conference>, now: i64) -> Vec<Draft> {
        [self.entry.draft(conference, now), self.conclusions.draft(conference, now)]
            .into_iter()
            .flatten()
            .collect()
    }

    fn export(&mut self, cx: &Cx<'_>, paper: ListPaper) {
        self.export = Some(ExportDialog::of_paper(paper, "docx", cx));
    }

    fn list_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &StatementsAnswer,
    ) {
        self.entry.ui(ui, cx, stored.id, &answer.people);
        ui.add_space(space::M);
        if answer.lines.is_empty() {
            let title = cx.t(&message("said-empty"));
            empty(ui, &cx.theme, &title, &cx.t(&message("said-empty-explain")), |_| {});
            return;
        }
        if self.chosen.is_some_and(|id| !answer.lines.iter().any(|line| line.id == id)) {
            self.chosen = None;
        }
        if let Some(line) = answer.lines.iter().find(|line| Some(line.id) == self.chosen) {
            let width = if cx.narrow { 360.0 } else { 392.0 };
            let open = Panel::right("said-panel")
                .frame(Frame::new().inner_margin(Margin { left: 12, ..Margin::ZERO }))
                .exact_size(width)
                .resizable(false)
                .show_separator_line(false)
                .show(ui, |ui| self.panel.ui(ui, cx, answer, line))
                .inner;
            if !open {
                self.chosen = None;
            }
        }
        CentralPanel::no_frame().show(ui, |ui| {
            self.filters_ui(ui, cx, answer);
            ui.add_space(space::S);
            self.table_ui(ui, cx, answer);
        });
    }

    /// Words, kind, topic, state and body, each with how many there are.
    fn filters_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, answer: &StatementsAnswer) {
        let room = ui.available_width() - 4.0 * space::S;
        let wide = room > 900.0;
        let width = if wide { 170.0 } else { (room + space::S) / 4.0 };
        let hint = cx.t(&message("said-find"));
        let field = Field::new(Id::unique("said-find"), "").name(&hint).hint(&hint);
        let field = field.icon(icons::MAGNIFYING_GLASS);
        if wide {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let field = field.width(room - 4.0 * width);
                field.show(ui, &cx.theme, cx.language, &mut self.filter.text);
                self.choices_ui(ui, cx, answer, width);
            });
        } else {
            field.show(ui, &cx.theme, cx.language, &mut self.filter.text);
            ui.add_space(space::S);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                self.choices_ui(ui, cx, answer, width);
            });
        }
    }

    fn choices_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, answer: &StatementsAnswer, width: f32) {
        let count = |filter: &StatementFilter| shown(answer, filter).len();
        let filter = self.filter.clone();
        let kinds: Vec<_> = StatementKind::ALL.iter().map(|kind| (*kind, cx.t(&kind.label()))).collect();
        let id = Id::unique("said-kind");
        let all = cx.t(&message("said-all-kinds"));
        let of = |kind| count(&StatementFilter { kind, ..filter.clone() });
        counted_choice(ui, cx, id, &all, &kinds, &mut self.filter.kind, width, of);
        let topics: Vec<_> = Topic::ALL.iter().map(|topic| (*topic, cx.t(&topic.label()))).collect();
        let id = Id::unique("said-topic");
        let all = cx.t(&message("said-all-topics"));
        let of = |topic| count(&StatementFilter { topic, ..filter.clone() });
        counted_choice(ui, cx, id, &all, &topics, &mut self.filter.topic, width, of);
        let states: Vec<_> = StatementState::ALL.iter().map(|state| (*state, cx.t(&state.label()))).collect();
        let id = Id::unique("said-state");
        let all = cx.t(&message("said-all-states"));
        let of = |state| count(&StatementFilter { state, ..filter.clone() });
        counted_choice(ui, cx, id, &all, &states, &mut self.filter.state, width, of);
        let bodies: Vec<_> = answer.addressees().into_iter().map(|body| (body.clone(), body)).collect();
        let id = Id::unique("said-body");
        let all = cx.t(&message("said-all-bodies"));
        let of = |addressed_to| count(&StatementFilter { addressed_to, ..filter.clone() });
        counted_choice(ui, cx, id, &all, &bodies, &mut self.filter.addressed_to, width, of);
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &StatementsAnswer) {
        let shown = shown(answer, &self.filter);
        if shown.is_empty() {
            let title = cx.t(&message("said-none-found"));
            let mut all = false;
            empty(ui, &cx.theme, &title, &cx.t(&message("said-none-found-explain")), |ui| {
                let label = cx.t(&message("said-show-all"));
                all = Button::outline(&label).show(ui, &cx.theme).clicked();
            });
            if all {
                self.filter = StatementFilter::default();
            }
            return;
        }
        let wide = ui.available_width() > 980.0;
        let words = (ui.available_width() - if wide { 814.0 } else { 420.0 }).max(220.0);
        let mut columns = Vec::new();
        let column =
            |key, label: String, width| TableColumn { key, label, numeric: false, sortable: false, width };
        columns.push(column("words", cx.t(&field_label("words")), words));
        columns.push(column("who", cx.t(&message("said-who")), if wide { 220.0 } else { 150.0 }));
        columns.push(column("kind", cx.t(&field_label("kind")), 110.0));
        if wide {
            columns.push(column("topic", cx.t(&message("said-topic")), 174.0));
            columns.push(column("to", cx.t(&field_label("addressed_to")), 150.0));
        }
        columns.push(column("state", cx.t(&field_label("state")), 160.0));
        let mut row = |place: usize| {
            let line = shown.get(place)?;
            let statement = &line.statement;
            let mut cells = vec![one_line(&statement.words), line.who(), cx.t(&statement.kind.label())];
            if wide {
                cells.push(cx.t(&statement.topic.label()));
                cells.push(statement.addressed_to.clone());
            }
            let (tone, icon) = mark(line);
            cells.push(state_words(cx, line));
            Some(TableRow { badge: Some((cells.len() - 1, tone, icon)), cells })
        };
        // The row of the chosen statement stays the chosen row, whatever was added above it.
        match shown.iter().position(|line| Some(line.id) == self.chosen) {
            Some(place) if !self.rows.selected.contains(&place) => self.rows.choose(place),
            None => self.rows.selected.clear(),
            Some(_) => {}
        }
        let id = Id::unique("said-table");
        let name = cx.t(&message("said-list"));
        let happened = table(
            ui,
            &cx.theme,
            id,
            &name,
            &mut self.rows,
            &columns,
            shown.len(),
            &[],
            cx.language,
            &mut row,
        );
        for event in happened {
            match event {
                TableEvent::Moved(place) => self.chosen = shown.get(place).map(|line| line.id),
                TableEvent::Open(place) => {
                    self.chosen = shown.get(place).map(|line| line.id);
                    ui.memory_mut(|memory| memory.request_focus(Id::unique("said-words")));
                }
                TableEvent::Delete => {
                    if let Some(line) = self.rows.cursor.and_then(|place| shown.get(place)) {
                        delete(cx, line);
                    }
                }
                _ => {}
            }
        }
    }
}

impl Pane for Statements {
    fn unsaved(&mut self, today: Date) -> Vec<Saving> {
        let mut saved = self.panel.unsaved(today);
        saved.extend(self.conclusions.unsaved(today));
        saved
    }
}

/// What the filter leaves, the latest first.
fn shown<'a>(answer: &'a StatementsAnswer, filter: &StatementFilter) -> Vec<&'a StatementLine> {
    let keeps = filter.keeping();
    answer.lines.iter().filter(|line| keeps(line)).collect()
}

/// Puts a statement into the trash.
fn delete(cx: &mut Cx<'_>, line: &StatementLine) {
    let done = message("done-deleted").with("name", one_line(&line.statement.words));
    cx.ask(Action::Run(Box::new(Command::Delete(RecordKind::Statement, line.id.any())), done));
}

/// A text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A filter that says how many there would be of each value.
#[expect(clippy::too_many_arguments, reason = "everything a filter says; all of it is different at each use")]
fn counted_choice<T: Clone + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    id: Id,
    all: &str,
    values: &[(T, String)],
    chosen: &mut Option<T>,
    width: f32,
    count: impl Fn(Option<T>) -> usize,
) {
    let offered: Vec<Option<T>> = std::iter::once(None)
        .chain(values.iter().map(|(value, _)| Some(value.clone())))
        .filter(|value| value.is_none() || value == chosen || count(value.clone()) > 0)
        .collect();
    let label = |value: &Option<T>| {
        let name = value.as_ref().and_then(|value| values.iter().find(|(known, _)| known == value));
        let name = name.map_or(all, |(_, name)| name.as_str());
        format!("{name} ({})", count(value.clone()))
    };
    let names: Vec<String> = offered.iter().map(label).collect();
    let shown = label(chosen);
    if let Some(value) = choice(ui, &cx.theme, cx.language, id, "", &shown, &names, width, None)
        .and_then(|place| offered.get(place))
    {
        chosen.clone_from(value);
    }
}

/// What was said as a list, for paper or for a body it is sent to.
fn paper(cx: &Cx<'_>, title: String, conference: &str, lines: &[&StatementLine]) -> ListPaper {
    let cell = |text: String| ListCell { text, number: None };
    let day = |day: Option<Date>| day.map(|day| PartialDate::Day(day).show(cx.language)).unwrap_or_default();
    let rows = lines.iter().enumerate().map(|(place, line)| {
        let statement = &line.statement;
        let mut state = vec![cx.t(&statement.state.label())];
        state.extend([statement.reply.clone(), statement.replied_by.clone(), day(statement.replied_on)]);
        state.retain(|part| !part.is_empty());
        vec![
            cell((place + 1).to_string()),
            cell(cx.t(&statement.kind.label())),
            cell(cx.t(&statement.topic.label())),
            cell(statement.words.clone()),
            cell(line.public(&cx.t(&message("said-delegate")))),
            cell(statement.addressed_to.clone()),
            cell(day(statement.sent_on)),
            cell(state.join("; ")),
        ]
    });
    ListPaper {
        title,
        notes: vec![conference.to_owned(), cx.shown(&Shown::Date(cx.today))],
        head: [
            message("pack-place"),
            field_label("kind"),
            message("said-topic"),
            field_label("words"),
            message("said-who"),
            field_label("addressed_to"),
            field_label("sent_on"),
            message("said-answer"),
        ]
        .map(|label| cx.t(&label))
        .to_vec(),
        widths: vec![40.0, 90.0, 110.0, 320.0, 180.0, 120.0, 80.0, 180.0],
        rows: rows.collect(),
        foot: cx.t(&message("list-foot")),
        language: cx.language,
    }
}
