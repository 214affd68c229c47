//! What needs somebody, and by when: MoUs that wait for their signing, what their parties promised, talks that
//! are due (handbook 5.4), and what a conference left to be done.

use std::collections::HashMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Query;
use super::conference::answer_due;
use super::queries::{mou_parties, short_name};
use crate::domain::{
    Conference, ConferenceState, ConferenceTask, FollowUp, Id, Meeting, Mou, MouState, Obligation,
    ObligationState, Organisation, Person, RecordKind, Statement, TaskOrigin,
};
use crate::error::Result;
use crate::store::{MouInHand, Rows, Store};

/// So many days before its day something is brought to mind; what is overdue stays until it is done.
const REMINDED: i32 = 30;
/// So many days before its day something is urgent.
const URGENT: i32 = 7;
/// Months after the signing at which the parties are asked how it goes (handbook 5.4).
const ASKED: [i32; 4] = [1, 3, 6, 12];
/// A talk so many days before it is due was that talk.
const EARLY: i32 = 14;
/// From so many MoUs on, the parties of all are read at once: that is quicker than one by one.
const MANY: usize = 200;

/// Asks for all that needs somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminders {
    /// Today at the office.
    pub today: Date,
}

/// Something that needs somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminder {
    /// What it is about.
    pub about: ReminderOf,
    /// The number of the MoU; empty where there is none.
    pub number: String,
    /// The parties of the MoU or of the meeting, or the conference; of a promise only who made it.
    pub parties: String,
    /// The organisation or person that promised it; with neither all parties.
    pub promised_by: (Option<Id<Organisation>>, Option<Id<Person>>),
    /// Why.
    pub reason: ReminderReason,
    /// The task or the next step in words; empty for the others.
    pub what: String,
    /// By when.
    pub due: Date,
    /// How soon.
    pub urgency: Urgency,
}

/// What a reminder is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReminderOf {
    /// A MoU.
    Mou(Id<Mou>),
    /// Something to be done for a conference, or that it concluded.
    Task(Id<Conference>, TaskOrigin),
    /// A meeting at a conference.
    Meeting(Id<Conference>),
    /// A proposal a conference made.
    Proposal(Id<Conference>),
}

/// Why something needs somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReminderReason {
    /// It is to be signed and its text is not final.
    Finish,
    /// Its text is final and it is to be signed.
    Sign,
    /// The contract it promises is due.
    Contract,
    /// Its term ends.
    Expires,
    /// So many months after the signing its parties are to be asked how it goes.
    Ask(i32),
    /// A party has something to do.
    Task,
    /// The next step of a talk is due.
    NextStep,
    /// A proposal should have been answered.
    Reply,
}

/// How soon somebody is needed, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Its day is over.
    Over,
    /// Within a week.
    Week,
    /// The day of the signing went by without it. After what was promised: such papers may never be signed.
    Unsigned,
    /// Within a month.
    Month,
}

impl Query for Reminders {
    type Answer = Vec<Reminder>;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![
            K::Mou,
            K::MouParty,
            K::Organisation,
            K::Person,
            K::Obligation,
            K::FollowUp,
            K::Conference,
            K::ConferenceTask,
            K::Meeting,
            K::Statement,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<Reminder>> {
        let rows = store.rows();
        let mut reminders = reminders(rows, self.today)?;
        name(rows, &mut reminders)?;
        Ok(reminders)
    }
}

/// All that needs somebody, the most urgent first; MoUs do not carry their parties yet: see [`name`].
pub(super) fn reminders(rows: Rows<'_>, today: Date) -> Result<Vec<Reminder>> {
    let mut all = Gathered { today, limit: after(today, REMINDED), all: Vec::new() };
    all.mous(rows)?;
    all.conferences(rows)?;
    all.all.sort_by_key(|reminder| (reminder.urgency, reminder.due));
    Ok(all.all)
}

/// Writes the parties into reminders of MoUs.
pub(super) fn name(rows: Rows<'_>, reminders: &mut [Reminder]) -> Result<()> {
    let mut known = if reminders.len() > MANY { Some(rows.party_names()?) } else { None };
    for reminder in reminders {
        let ReminderOf::Mou(id) = reminder.about else { continue };
        let (organisation, person) = reminder.promised_by;
        if let Some(name) = short_name(rows, organisation, person)? {
            reminder.parties = name;
            continue;
        }
        let parties = match &mut known {
            Some(known) => known.get(&id).cloned().unwrap_or_default(),
            None => mou_parties(rows, id)?,
        };
        reminder.parties = parties.join(" – ");
    }
    Ok(())
}

fn after(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// The same day so many months later.
fn months_after(day: Date, months: i64) -> Option<Date> {
    jiff::Span::new().try_months(months).ok().and_then(|span| day.checked_add(span).ok())
}

struct Gathered {
    today: Date,
    /// What is due later is not told yet.
    limit: Date,
    all: Vec<Reminder>,
}

impl Gathered {
    fn add(
        &mut self,
        about: ReminderOf,
        (number, parties): (&str, &str),
        reason: ReminderReason,
        what: String,
        due: Option<Date>,
    ) {
        let Some(due) = due.filter(|due| *due <= self.limit) else { return };
        let is_signing = matches!(reason, ReminderReason::Finish | ReminderReason::Sign);
        let urgency = match due {
            due if due < self.today && is_signing => Urgency::Unsigned,
            due if due < self.today => Urgency::Over,
            due if due <= after(self.today, URGENT) => Urgency::Week,
            _ => Urgency::Month,
        };
        let (number, parties) = (number.to_owned(), parties.to_owned());
        let promised_by = (None, None);
        self.all.push(Reminder { about, number, parties, promised_by, reason, what, due, urgency });
    }

    fn mous(&mut self, rows: Rows<'_>) -> Result<()> {
        let mous = rows.mous_in_hand()?;
        let mut talks: HashMap<Id<Mou>, FollowUp> = HashMap::new();
        for stored in rows.all::<FollowUp>()? {
            let Some(mou) = stored.record.mou else { continue };
            let known = talks.entry(mou).or_default();
            if stored.record.date >= known.date {
                *known = stored.record;
            }
        }
        for (id, mou) in &mous {
            let about = ReminderOf::Mou(*id);
            let whose = (mou.number.as_str(), "");
            for (reason, due) in self.of_mou(mou, talks.get(id)) {
                self.add(about, whose, reason, String::new(), Some(due));
            }
            if let Some(talk) = talks.remove(id).filter(|talk| !talk.next_step.is_empty()) {
                self.add(about, whose, ReminderReason::NextStep, talk.next_step, talk.next_date);
            }
        }
        for stored in rows.all::<Obligation>()? {
            let record = stored.record;
            if record.state == ObligationState::Open
                && let Some(id) = record.mou
                && let Some(mou) = mous.get(&id)
            {
                let about = ReminderOf::Mou(id);
                let before = self.all.len();
                self.add(about, (&mou.number, ""), ReminderReason::Task, record.task, record.due);
                for told in self.all.iter_mut().skip(before) {
                    told.promised_by = (record.organisation, record.person);
                }
            }
        }
        Ok(())
    }

    /// What a MoU itself asks for, with the day.
    fn of_mou(&self, mou: &MouInHand, talk: Option<&FollowUp>) -> Vec<(ReminderReason, Date)> {
        use MouState as S;
        use ReminderReason as R;
        match mou.state {
            S::Draft => return mou.date.map(|day| (R::Finish, day)).into_iter().collect(),
            state if state.is_unsigned() => {
                return mou.date.map(|day| (R::Sign, day)).into_iter().collect();
            }
            _ => {}
        }
        let mut reasons = Vec::new();
        let moves = !matches!(mou.state, S::Paused);
        if moves && mou.state != S::Contracted {
            reasons.extend(mou.contract_by.map(|day| (R::Contract, day)));
        }
        let end = mou.date.zip(mou.term_months).and_then(|(day, months)| months_after(day, months));
        reasons.extend(end.map(|day| (R::Expires, day)));
        if moves {
            // Only the last talk that is due: who was not asked after a month is asked once after three.
            let asked = ASKED.iter().rev().find_map(|months| {
                let due = months_after(mou.date?, i64::from(*months))?;
                (due <= after(self.today, URGENT)).then_some((R::Ask(*months), due))
            });
            let last = talk.and_then(|talk| talk.date);
            reasons.extend(asked.filter(|(_, due)| last.is_none_or(|last| last < after(*due, -EARLY))));
        }
        reasons
    }

    fn conferences(&mut self, rows: Rows<'_>) -> Result<()> {
        let mut conferences: HashMap<Id<Conference>, String> = HashMap::new();
        for stored in rows.all::<Conference>()? {
            if stored.record.state != ConferenceState::Cancelled {
                conferences.insert(stored.id, stored.record.name);
            }
        }
        for stored in rows.all::<ConferenceTask>()? {
            let record = stored.record;
            if record.state == ObligationState::Open
                && let Some(id) = record.conference
                && let Some(conference) = conferences.get(&id)
            {
                let about = ReminderOf::Task(id, record.origin);
                self.add(about, ("", conference), ReminderReason::Task, record.task, record.due);
            }
        }
        for stored in rows.all::<Meeting>()? {
            let record = stored.record;
            // Once there is a MoU, its own talks are what is followed.
            if record.next_step.is_empty() || record.mou.is_some() {
                continue;
            }
            let Some(id) = record.conference.filter(|id| conferences.contains_key(id)) else { continue };
            let mut parties = Vec::new();
            for party in [record.seller, record.buyer] {
                parties.extend(
                    rows.linked::<Organisation>(party)?.map(|stored| stored.record.short().to_owned()),
                );
            }
            let whose = parties.join(" – ");
            let about = ReminderOf::Meeting(id);
            self.add(about, ("", &whose), ReminderReason::NextStep, record.next_step, record.next_date);
        }
        for stored in rows.all::<Statement>()? {
            let record = stored.record;
            // An answer that still has time is nobody's task here.
            let due = answer_due(&record).filter(|due| *due < self.today);
            if let Some(id) = record.conference.filter(|id| conferences.contains_key(id)) {
                let about = ReminderOf::Proposal(id);
                self.add(about, ("", &record.addressed_to), ReminderReason::Reply, record.words, due);
            }
        }
        Ok(())
    }
}
