//! The line with which the secretary notes what is being said.

use eframe::egui::{Id, Key, Modifiers, Ui};
use egui_phosphor::regular as icons;

use super::super::live::draft_of;
use crate::domain::{
    AnyId, Conference, Id as RecordId, Organisation, Person, RecordKind, Statement, StatementKind, Topic,
};
use crate::i18n::{field_label, message};
use crate::ops::{Attendee, Command, Find, Outcome};
use crate::runtime::{Draft, Slot, Ticket};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, Finding, Suggested, Suggestion, card, choice, suggest};
use crate::ui::fields::new_record;
use crate::ui::theme::space;
use crate::vietnamese::{clean, clean_lines, fold};

/// How many people are offered.
const OFFERED: usize = 8;

/// Who speaks.
#[derive(Clone, Default)]
struct Speaker {
    name: String,
    person: Option<RecordId<Person>>,
    organisation: Option<RecordId<Organisation>>,
}

/// The line.
#[derive(Default)]
pub(super) struct Entry {
    kind: StatementKind,
    topic: Topic,
    /// What stands in the field of the speaker.
    who: String,
    speaker: Speaker,
    /// Who spoke last.
    last: Speaker,
    words: String,
    /// Whom it is for, and whom the last one was for.
    to: String,
    last_to: String,
    found: Slot<Find>,
    making: Option<(String, Ticket<Outcome>)>,
}

fn words_id() -> Id {
    Id::unique("said-entry-words")
}

/// Width of the field for whom it is for.
const TO: f32 = 180.0;
/// Width of the choice of the kind.
const KIND: f32 = 128.0;
/// Width of the choice of the topic.
const TOPIC: f32 = 176.0;
/// Everything stands in one line where there is so much room.
const ONE_LINE: f32 = 860.0;

/// Whether somebody is asked to do something about statements of this kind.
fn is_addressed(kind: StatementKind) -> bool {
    matches!(kind, StatementKind::Difficulty | StatementKind::Proposal | StatementKind::Question)
}

impl Entry {
    /// Draws it.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: RecordId<Conference>,
        people: &[Attendee],
    ) {
        self.poll(cx);
        card(ui, &cx.theme.clone(), 12, |ui| {
            // Large letters on a small screen leave no room for all in one line.
            let room = ui.available_width();
            let narrow = room < ONE_LINE;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let who = if room > 1_150.0 { 250.0 } else { 210.0 };
                self.about_ui(
                    ui,
                    cx,
                    people,
                    if narrow { room - KIND - TOPIC - 2.0 * space::S } else { who },
                );
                if !narrow {
                    self.said_ui(ui, cx, conference);
                }
            });
            if narrow {
                ui.add_space(space::S);
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    self.said_ui(ui, cx, conference);
                });
            }
        });
    }

    /// What kind it is, what it is about, and who speaks.
    fn about_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, people: &[Attendee], who: f32) {
        let (theme, language) = (cx.theme, cx.language);
        let kinds: Vec<String> = StatementKind::ALL.iter().map(|kind| cx.t(&kind.label())).collect();
        let label = cx.t(&field_label("kind"));
        let shown = cx.t(&self.kind.label());
        let id = Id::unique("said-entry-kind");
        let taken = choice(ui, &theme, language, id, &label, &shown, &kinds, KIND, None);
        if let Some(kind) = taken.and_then(|place| StatementKind::ALL.get(place)) {
            self.kind = *kind;
        }
        let topics: Vec<String> = Topic::ALL.iter().map(|topic| cx.t(&topic.label())).collect();
        let label = cx.t(&message("said-topic"));
        let shown = cx.t(&self.topic.label());
        let id = Id::unique("said-entry-topic");
        let taken = choice(ui, &theme, language, id, &label, &shown, &topics, TOPIC, None);
        if let Some(topic) = taken.and_then(|place| Topic::ALL.get(place)) {
            self.topic = *topic;
        }
        self.who_ui(ui, cx, people, who);
    }

    /// What is said, for whom, and the button that notes it.
    fn said_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, conference: RecordId<Conference>) {
        let save = cx.t(&message("said-save"));
        let addressed = is_addressed(self.kind);
        let beside = if addressed { TO + space::S } else { 0.0 };
        let width = (ui.available_width() - 92.0 - beside).max(160.0);
        let mut entered = self.words_ui(ui, cx, width);
        if addressed {
            entered |= self.body_ui(ui, cx);
        }
        ui.vertical(|ui| {
            ui.add_space(21.0);
            let ready = !clean(&self.words).is_empty();
            let button = Button::primary(&save).icon(icons::NOTE_PENCIL).enabled(ready);
            if button.show(ui, &cx.theme).clicked() || entered {
                self.save(ui, cx, conference);
            }
        });
    }

    /// The statement as a form that is being filled in, for the next time the register is opened.
    pub(super) fn draft(&self, conference: RecordId<Conference>, now: i64) -> Option<Draft> {
        let words = clean_lines(&self.words);
        if words.is_empty() {
            return None;
        }
        let statement = self.statement(conference, words);
        let hex = |id: Option<AnyId>| id.map(|id| id.hex()).unwrap_or_default();
        let fields = [
            ("kind", statement.kind.code().to_owned()),
            ("topic", statement.topic.code().to_owned()),
            ("person", hex(statement.person.map(|id| id.any()))),
            ("organisation", hex(statement.organisation.map(|id| id.any()))),
            ("words", statement.words.clone()),
            ("addressed_to", statement.addressed_to.clone()),
        ];
        Some(draft_of(RecordKind::Statement, conference, statement.words, fields, now))
    }

    /// The statement as it stands in the line. A name that stands for nobody is kept with the words.
    fn statement(&self, conference: RecordId<Conference>, words: String) -> Statement {
        let nobody = self.speaker.person.is_none() && !clean(&self.who).is_empty();
        Statement {
            conference: Some(conference),
            kind: self.kind,
            topic: self.topic,
            person: self.speaker.person,
            organisation: self.speaker.organisation,
            addressed_to: if is_addressed(self.kind) { clean(&self.to) } else { String::new() },
            words: if nobody { format!("{}: {words}", clean(&self.who)) } else { words },
            ..Statement::default()
        }
    }

    /// The field for the words; true when Enter was pressed. Up in the empty field takes who spoke last.
    fn words_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, width: f32) -> bool {
        let focused = ui.memory(|memory| memory.has_focus(words_id()));
        // In the empty field what was noted last is taken back, not letters.
        if focused
            && self.words.is_empty()
            && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Z))
        {
            cx.ask(Action::Undo);
        }
        if focused
            && self.words.is_empty()
            && !self.last.name.is_empty()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp))
        {
            self.speaker = self.last.clone();
            self.who.clone_from(&self.last.name);
        }
        let (label, hint) = (cx.t(&field_label("words")), cx.t(&message("said-words-hint")));
        let again = message("said-same-speaker").with("name", self.last.name.as_str());
        let hint = if self.last.name.is_empty() || !self.who.is_empty() { hint } else { cx.t(&again) };
        let field = Field::new(words_id(), &label).hint(&hint).width(width);
        let response = field.show(ui, &cx.theme, cx.language, &mut self.words);
        response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    /// The field for whom it is for; true when Enter was pressed. Up in the empty field takes the last one.
    fn body_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let id = Id::unique("said-entry-to");
        if ui.memory(|memory| memory.has_focus(id))
            && self.to.is_empty()
            && !self.last_to.is_empty()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp))
        {
            self.to.clone_from(&self.last_to);
        }
        let (label, hint) = (cx.t(&message("said-to")), cx.t(&message("said-to-hint")));
        let again = cx.t(&message("said-same-body").with("name", self.last_to.as_str()));
        let hint = if self.last_to.is_empty() { hint } else { again };
        let field = Field::new(id, &label).hint(&hint).width(TO);
        let response = field.show(ui, &cx.theme, cx.language, &mut self.to);
        response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    fn save(&mut self, ui: &Ui, cx: &mut Cx<'_>, conference: RecordId<Conference>) {
        ui.memory_mut(|memory| memory.request_focus(words_id()));
        let words = clean_lines(&self.words);
        if words.is_empty() || self.making.is_some() {
            return;
        }
        let statement = self.statement(conference, words);
        cx.ask(Action::Run(Box::new(Command::Add(statement.into())), message("done-said")));
        if self.speaker.person.is_some() {
            self.last = std::mem::take(&mut self.speaker);
        }
        if !clean(&self.to).is_empty() {
            self.last_to = clean(&std::mem::take(&mut self.to));
        }
        self.words.clear();
        self.who.clear();
    }

    /// Who speaks: those who take part first, then everybody of the register.
    fn who_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, people: &[Attendee], width: f32) {
        let id = Id::unique("said-entry-who");
        let wanted = fold(&self.who);
        let known = !self.speaker.name.is_empty() && self.speaker.name == self.who;
        let focused = ui.memory(|memory| memory.has_focus(id));
        // Who is called so comes before those whose firm is.
        let fitting = |by_name: bool| {
            let wanted = wanted.as_str();
            people.iter().filter(move |one| match one.fits(wanted) {
                _ if known => by_name,
                (named, found) => named == by_name && found,
            })
        };
        let offered = if focused { OFFERED } else { 0 };
        let here: Vec<&Attendee> = fitting(true).chain(fitting(false)).take(offered).collect();
        let question = Find { text: self.who.clone(), kinds: vec![RecordKind::Person], limit: OFFERED };
        let ask = focused && !known && !wanted.is_empty();
        let hits = if ask { self.found.get(cx.data, &question).ready() } else { None };
        let hits = hits.unwrap_or_default();
        let there = |id| people.iter().any(|one| one.person.any() == id);
        let others: Vec<_> = hits.iter().filter(|hit| !there(hit.id)).take(OFFERED - here.len()).collect();
        let rows: Vec<Suggestion> = here
            .iter()
            .map(|one| Suggestion { title: one.name.clone(), second: one.second.clone() })
            .chain(others.iter().map(|hit| Suggestion { title: hit.name.clone(), second: hit.place.clone() }))
            .collect();
        let (label, hint) = (cx.t(&message("said-who")), cx.t(&message("hint-find")));
        let make = cx.t(&message("find-make").with("name", self.who.trim()));
        let nothing = cx.t(&message("find-nothing"));
        let finding = Finding {
            id,
            label: &label,
            hint: &hint,
            required: None,
            problem: None,
            help: "",
            width,
            make: (!known).then_some(make.as_str()),
            nothing: &nothing,
        };
        match suggest(ui, &cx.theme, cx.language, &finding, &mut self.who, &rows) {
            Suggested::Taken(place) => {
                let guest = here.get(place).map(|one| Speaker {
                    name: one.name.clone(),
                    person: Some(one.person),
                    organisation: one.organisation,
                });
                let other = place.checked_sub(here.len());
                let other = other.and_then(|place| others.get(place)).map(|hit| Speaker {
                    name: hit.name.clone(),
                    person: Some(RecordId::from_any(hit.id)),
                    organisation: None,
                });
                if let Some(speaker) = guest.or(other) {
                    self.who.clone_from(&speaker.name);
                    self.speaker = speaker;
                    ui.memory_mut(|memory| memory.request_focus(words_id()));
                }
            }
            Suggested::Made => {
                let name = clean(&self.who);
                if let Some(command) = new_record(RecordKind::Person, &name) {
                    self.making = Some((name, cx.data.run(command)));
                    ui.memory_mut(|memory| memory.request_focus(words_id()));
                }
            }
            Suggested::Typed | Suggested::Cleared => self.speaker = Speaker::default(),
            Suggested::Nothing => {}
        }
    }

    /// Whether the person that was made is there.
    fn poll(&mut self, cx: &mut Cx<'_>) {
        let Some((name, ticket)) = &self.making else { return };
        let Some(answer) = ticket.poll() else { return };
        match answer {
            Ok(outcome) => {
                let person = outcome.id.map(RecordId::from_any);
                self.speaker = Speaker { name: name.clone(), person, organisation: None };
                self.who.clone_from(name);
            }
            Err(error) => cx.ask(Action::Fail(error)),
        }
        self.making = None;
    }
}
