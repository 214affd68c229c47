//! What was said at a conference, by topic and by whom it is for, and what became of it.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::super::Query;
use super::guests::title_of;
use crate::domain::{
    Conference, ConferenceTask, ConsentPurpose, Id, ObligationState, Organisation, Participation, Person,
    RecordKind, Statement, StatementKind, StatementState, Stored, TaskOrigin, Topic,
};
use crate::error::Result;
use crate::store::{Rows, Store};
use crate::vietnamese::{exact, fold, person_sort_name, sort_key};

/// Days after which a proposal should have been answered.
const ANSWER_DAYS: i64 = 30;

/// Asks for what was said at a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statements {
    /// The conference.
    pub conference: Id<Conference>,
    /// Today at the office.
    pub today: Date,
}

/// What was said at a conference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatementsAnswer {
    /// What was said, the latest first.
    pub lines: Vec<StatementLine>,
    /// What the conference concluded has to be done: open first, by day.
    pub tasks: Vec<Stored<ConferenceTask>>,
    /// Who takes part, by name.
    pub people: Vec<Attendee>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementLine {
    /// Its id.
    pub id: Id<Statement>,
    /// The record.
    pub statement: Statement,
    /// Who said it, with honorific.
    pub person: String,
    /// For which organisation.
    pub organisation: String,
    /// The person agreed to be named in what is given out (Law 91/2025/QH15).
    pub agreed: bool,
    /// For so many days an answer to the proposal is overdue.
    pub overdue: Option<i64>,
    /// What is looked through when something is typed: what was said, by whom and for whom, without tones.
    folded: String,
    /// The body it is for, however its name is capitalised.
    body: String,
}

impl StatementLine {
    /// Who said it as what is given out names it: who did not agree is `delegate`, of an organisation.
    pub fn public(&self, delegate: &str) -> String {
        let hidden = !self.agreed && !self.person.is_empty();
        let parts = [if hidden { delegate } else { self.person.as_str() }, self.organisation.as_str()];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(if hidden { " " } else { ", " })
    }

    /// Who said it and for whom: "Ông Đàm Quang Lộc, HTX Mây tre đan Đan Hòa".
    pub fn who(&self) -> String {
        let parts = [self.person.as_str(), self.organisation.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// The person.
    pub person: Id<Person>,
    /// The name with honorific.
    pub name: String,
    /// The organisation represented.
    pub organisation: Option<Id<Organisation>>,
    /// What the person is and where: "Giám đốc, HTX Mây tre đan Đan Hòa".
    pub second: String,
    /// The name without tones.
    called: String,
    /// Name and organisation without tones.
    folded: String,
}

impl Attendee {
    /// Whether the folded words are in the name, and whether they are in name or organisation.
    pub fn fits(&self, folded: &str) -> (bool, bool) {
        let within = |text: &str| folded.split_whitespace().all(|word| text.contains(word));
        (within(&self.called), within(&self.folded))
    }
}

impl Query for Statements {
    type Answer = StatementsAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![
            K::Conference,
            K::Statement,
            K::ConferenceTask,
            K::Person,
            K::Position,
            K::Organisation,
            K::Participation,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<StatementsAnswer> {
        let rows = store.rows();
        let mut lines = said(rows, self.conference, Some(self.today))?;
        lines.reverse();
        Ok(StatementsAnswer {
            lines,
            tasks: concluded(rows, self.conference)?,
            people: attendees(rows, self.conference)?,
        })
    }
}

/// What was said, in the order it was noted.
pub(super) fn said(
    rows: Rows<'_>,
    conference: Id<Conference>,
    today: Option<Date>,
) -> Result<Vec<StatementLine>> {
    let mut found = rows.children::<Statement>("conference", conference.any())?;
    found.sort_by_key(|stored| stored.id);
    let guests = rows.children::<Participation>("conference", conference.any())?.into_iter();
    let agreed = guests.filter(|guest| guest.record.agreed(ConsentPurpose::Listed));
    let agreed: HashSet<_> = agreed.filter_map(|guest| guest.record.person).collect();
    let mut lines = Vec::with_capacity(found.len());
    for Stored { id, record, .. } in found {
        let person = rows.linked(record.person)?;
        let person = person.map(|person| format!("{} {}", person.record.polite(), person.record.full_name));
        let person = person.unwrap_or_default();
        let organisation = rows.linked(record.organisation)?.map(|found| found.record.name);
        let organisation = organisation.unwrap_or_default();
        let all = [&record.words, &person, &organisation, &record.addressed_to];
        lines.push(StatementLine {
            id,
            folded: all.map(|part| fold(part)).join(" "),
            body: exact(&record.addressed_to),
            agreed: record.person.is_some_and(|person| agreed.contains(&person)),
            person,
            organisation,
            overdue: today.and_then(|today| overdue(&record, today)),
            statement: record,
        });
    }
    Ok(lines)
}

/// For so many days an answer to a proposal is overdue.
fn overdue(statement: &Statement, today: Date) -> Option<i64> {
    let days = i64::from(answer_due(statement)?.until(today).ok()?.get_days());
    (days > 0).then_some(days)
}

/// The day by which a proposal that was sent should be answered.
pub(in crate::ops) fn answer_due(statement: &Statement) -> Option<Date> {
    let waits = statement.kind == StatementKind::Proposal && statement.state == StatementState::Sent;
    statement.sent_on.filter(|_| waits)?.checked_add(ANSWER_DAYS.days()).ok()
}

/// The tasks the conference concluded: open first, by day.
pub(super) fn concluded(rows: Rows<'_>, conference: Id<Conference>) -> Result<Vec<Stored<ConferenceTask>>> {
    let mut tasks = rows.children::<ConferenceTask>("conference", conference.any())?;
    tasks.retain(|task| task.record.origin == TaskOrigin::Conclusion);
    tasks.sort_by_key(|task| {
        let open = task.record.state == ObligationState::Open;
        (!open, task.record.due.is_none(), task.record.due, task.id)
    });
    Ok(tasks)
}

fn attendees(rows: Rows<'_>, conference: Id<Conference>) -> Result<Vec<Attendee>> {
    let day = rows.get(conference)?.record.day();
    let mut people = Vec::new();
    let mut names = HashMap::new();
    for Stored { record, .. } in rows.children::<Participation>("conference", conference.any())? {
        let Some(Stored { id, record: person, .. }) = rows.linked(record.person)? else { continue };
        let organisation = match record.organisation {
            Some(id) if !names.contains_key(&id) => {
                let name = rows.linked(Some(id))?.map(|found| found.record.name).unwrap_or_default();
                names.insert(id, name.clone());
                name
            }
            Some(id) => names.get(&id).cloned().unwrap_or_default(),
            None => String::new(),
        };
        let second = [title_of(rows, &record, day)?, organisation];
        let second = second.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let name = format!("{} {}", person.polite(), person.full_name);
        let called = fold(&name);
        let folded = format!("{called} {}", fold(&second));
        let one = Attendee { person: id, name, organisation: record.organisation, second, called, folded };
        people.push((sort_key(&person_sort_name(&person.full_name)), one));
    }
    people.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(people.into_iter().map(|(_, one)| one).collect())
}

/// Which statements are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementFilter {
    /// Of this kind.
    pub kind: Option<StatementKind>,
    /// About this.
    pub topic: Option<Topic>,
    /// So far.
    pub state: Option<StatementState>,
    /// For this body.
    pub addressed_to: Option<String>,
    /// With these words, tones or not, in what was said, by whom and for whom.
    pub text: String,
}

impl StatementFilter {
    /// Whether a statement is wanted, as a question for many of them.
    pub fn keeping(&self) -> impl Fn(&StatementLine) -> bool + '_ {
        let body = self.addressed_to.as_deref().map(exact);
        let words = fold(&self.text);
        move |line| {
            let statement = &line.statement;
            self.kind.is_none_or(|kind| kind == statement.kind)
                && self.topic.is_none_or(|topic| topic == statement.topic)
                && self.state.is_none_or(|state| state == statement.state)
                && body.as_ref().is_none_or(|body| *body == line.body)
                && words.split_whitespace().all(|word| line.folded.contains(word))
        }
    }
}

/// How many statements there are of something, and how far they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All.
    pub count: usize,
    /// Wait for somebody: noted or sent.
    pub open: usize,
    /// Answered.
    pub answered: usize,
    /// Should have been answered by now.
    pub overdue: usize,
}

impl Tally {
    fn add(&mut self, line: &StatementLine) {
        self.count += 1;
        match line.statement.state {
            StatementState::Noted | StatementState::Sent => self.open += 1,
            StatementState::Answered => self.answered += 1,
            StatementState::Closed => {}
        }
        self.overdue += usize::from(line.overdue.is_some());
    }
}

impl StatementsAnswer {
    /// How many statements there are about each topic, in the order of the topics.
    pub fn by_topic(&self) -> Vec<(Topic, Tally)> {
        let of = |topic: Topic| {
            let mut tally = Tally::default();
            let about = self.lines.iter().filter(|line| line.statement.topic == topic);
            about.for_each(|line| tally.add(line));
            (topic, tally)
        };
        Topic::ALL.iter().map(|topic| of(*topic)).filter(|(_, tally)| tally.count > 0).collect()
    }

    /// How many proposals there are for each body, the most first; a body is one however its name is
    /// capitalised. Proposals for nobody stand last, under no name.
    pub fn by_addressee(&self) -> Vec<(String, Tally)> {
        let mut found: BTreeMap<String, (String, Tally)> = BTreeMap::new();
        for line in self.lines.iter().rev().filter(|line| line.statement.kind == StatementKind::Proposal) {
            let name = &line.statement.addressed_to;
            found.entry(line.body.clone()).or_insert_with(|| (name.clone(), Tally::default())).1.add(line);
        }
        let mut all: Vec<_> = found.into_values().collect();
        all.sort_by_key(|(name, tally)| (name.is_empty(), std::cmp::Reverse(tally.count)));
        all
    }

    /// Everybody statements are for, each once.
    pub fn addressees(&self) -> Vec<String> {
        let mut found = BTreeMap::new();
        for line in self.lines.iter().rev().filter(|line| !line.statement.addressed_to.is_empty()) {
            let name = &line.statement.addressed_to;
            found.entry(line.body.clone()).or_insert_with(|| name.clone());
        }
        found.into_values().collect()
    }

    /// The proposals for a body, the first said first: what is sent to it.
    pub fn proposals_for(&self, body: &str) -> Vec<&StatementLine> {
        let wanted = exact(body);
        let of =
            |line: &&StatementLine| line.statement.kind == StatementKind::Proposal && line.body == wanted;
        self.lines.iter().rev().filter(of).collect()
    }
}
