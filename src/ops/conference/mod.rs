//! A conference: its plan as screens show it, and what can be done with it as a whole.

mod booths;
mod check_in;
mod desk_guests;
mod guests;
mod invite;
mod minutes;
mod registrations;
mod report;
mod statements;
mod takeover;

pub use check_in::{
    AtDesk, DeskAct, DeskEntries, DeskEntriesAnswer, DeskTwins, Noted, Presence, PrintedBadges, WalkIn,
    has_badge,
};
pub use desk_guests::{
    DeskCounts, DeskGuests, DeskGuestsAnswer, Guest as DeskGuest, Signers, Signs, signers,
};
mod meeting_acts;
mod meetings;

pub use meeting_acts::PlacedMeeting;
pub use meetings::{
    ConferenceMeetings, MeetingDelegate, MeetingFirm, MeetingHall, MeetingLine, MeetingsAnswer, NoPlace,
    WishLine,
};

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::detail::link;
use super::records;
use super::related::{Related, label, pictures};
use super::shown::text;
use super::{MouDraft, Outcome, Query, Shown};
use crate::domain::{
    Answer, Booth, BoothState, BudgetLine, Clean as _, CodeSet, CommitteeMember, Conference, ConferenceState,
    ConferenceTask, Id, IdSource, Meeting, MeetingResult, Mou, MouState, ObligationState, Participation,
    Picture, ProgrammeItem, RecordKind, Stored, TaskOrigin,
};
use crate::error::Result;
use crate::i18n::{Message, message};
use crate::store::{Rows, Store, Writer};
use crate::vietnamese::PartialDate;

pub use booths::{
    BoothAct, BoothLine, BoothPlan, BoothPlanAnswer, BoothProducts, Figures, Place, place_code,
};
pub use guests::{Guest, GuestAct, GuestBook, GuestBookAnswer, GuestChange, Picked, participation_id};
pub use invite::{Candidate, Candidates, GuestCandidates, GuestSource, GuestTerms, Invited};
pub use minutes::{Attendance, ConferenceMinutes, ConferenceMinutesAnswer, NamedPerson};
pub use registrations::{
    Contact, Delegate, FormSheet, FormSheetAnswer, RegistrationAct, RegistrationForm, RegistrationLine,
    Registrations,
};
pub use report::{
    ConferenceFigures, ConferenceReport, ConferenceReportAnswer, Earlier, MOST_COMPARED, ReportBar,
    ReportChart, ReportTable,
};
pub(super) use statements::answer_due;
pub use statements::{Attendee, StatementFilter, StatementLine, Statements, StatementsAnswer, Tally};
pub use takeover::{FormConfirmation, FormConfirmationAnswer, FormOrganisation, Offered, Over, Wanted};

/// What can be done with a conference as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum ConferenceAct {
    /// Makes a new conference like this one, to begin on a day: programme, committees, budget and what had to be
    /// prepared, moved by as many days; nobody is invited yet.
    Copy(Id<Conference>, String, Date),
    /// Something that is done with its booths.
    Booths(BoothAct),
    /// Invites persons on the same terms; who is invited already stays as it is.
    Invite(Id<Conference>, Vec<Invited>, GuestTerms),
    /// Answers, order of protocol, invitations.
    Guests(GuestAct),
    /// Registration forms.
    Registration(RegistrationAct),
    /// Something at a check-in desk.
    Desk(AtDesk),
    /// Badges were printed together.
    Badges(PrintedBadges),
    /// Makes the wishes for meetings that forms and register tell.
    GatherWishes(Id<Conference>),
    /// Makes the timetable of meetings: each participant meets at most so many others.
    Timetable(Id<Conference>, usize),
    /// Puts a meeting to a table and time.
    PlaceMeeting(PlacedMeeting),
    /// Begins the MoU that came of a meeting.
    MeetingMou(Id<Meeting>, Box<MouDraft>),
}

impl ConferenceAct {
    /// What it is called in the undo menu and the history.
    pub(super) fn label(&self) -> Message {
        match self {
            Self::Copy(_, name, _) => message("operation-conference-copy").with("name", name.as_str()),
            Self::Booths(act) => act.label(),
            Self::Invite(_, invited, _) => message("operation-invite").with("count", invited.len()),
            Self::Guests(act) => act.label(),
            Self::Registration(act) => act.label(),
            Self::Desk(at) => at.label(),
            Self::Badges(_) => message("operation-badges"),
            Self::GatherWishes(_) => message("operation-gather-wishes"),
            Self::Timetable(..) => message("operation-timetable"),
            Self::PlaceMeeting(_) => message("operation-place-meeting"),
            Self::MeetingMou(..) => message("operation-meeting-mou"),
        }
    }
}

/// Carries it out.
pub(super) fn execute(writer: &mut Writer<'_>, ids: &mut IdSource, act: &ConferenceAct) -> Result<Outcome> {
    match act {
        ConferenceAct::Copy(from, name, first) => copy(writer, ids, *from, name, *first),
        ConferenceAct::Booths(act) => booths::execute(writer, ids, act),
        ConferenceAct::Invite(conference, invited, terms) => {
            invite::invite(writer, *conference, invited, terms)
        }
        ConferenceAct::Guests(act) => act.execute(writer, ids),
        ConferenceAct::Registration(act) => act.execute(writer, ids),
        ConferenceAct::Desk(at) => check_in::execute(writer, ids, at),
        ConferenceAct::Badges(printed) => printed.execute(writer, ids),
        ConferenceAct::GatherWishes(conference) => meeting_acts::gather(writer, ids, *conference),
        ConferenceAct::Timetable(conference, most) => {
            meeting_acts::make_timetable(writer, ids, *conference, *most)
        }
        ConferenceAct::PlaceMeeting(placed) => meeting_acts::place(writer, ids, placed),
        ConferenceAct::MeetingMou(meeting, draft) => meeting_acts::begin_mou(writer, ids, *meeting, draft),
    }
}

fn copy(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    from: Id<Conference>,
    name: &str,
    first: Date,
) -> Result<Outcome> {
    let before = writer.rows().get(from)?.record;
    let days = before.from_date.and_then(|day| day.until(first).ok()).map(|span| span.get_days());
    let moved = |day: Option<Date>| day.and_then(|day| day.checked_add(days?.days()).ok());
    let new = Conference {
        name: name.to_owned(),
        name_en: String::new(),
        from_date: Some(first),
        to_date: moved(before.to_date),
        answer_by: moved(before.answer_by),
        state: ConferenceState::Preparing,
        code_prefix: String::new(),
        conclusions: String::new(),
        report_number: String::new(),
        minutes_number: String::new(),
        compared_with: CodeSet::default(),
        invented: false,
        ..before
    }
    .cleaned();
    let warnings = records::passed(new.check())?;
    let id = ids.make_id::<Conference>(writer.at());
    writer.insert(id, &new)?;
    let conference = Some(id);
    for stored in writer.rows().children::<ProgrammeItem>("conference", from.any())? {
        let date = moved(stored.record.date);
        let item = ProgrammeItem { conference, date, ..stored.record };
        writer.insert(ids.make_id::<ProgrammeItem>(writer.at()), &item)?;
    }
    for stored in writer.rows().children::<CommitteeMember>("conference", from.any())? {
        let member = CommitteeMember { conference, ..stored.record };
        writer.insert(ids.make_id::<CommitteeMember>(writer.at()), &member)?;
    }
    for stored in writer.rows().children::<ConferenceTask>("conference", from.any())? {
        if stored.record.origin == TaskOrigin::Conclusion {
            continue;
        }
        let due = moved(stored.record.due);
        let state = ObligationState::Open;
        let task = ConferenceTask { conference, due, state, done_on: None, ..stored.record };
        writer.insert(ids.make_id::<ConferenceTask>(writer.at()), &task)?;
    }
    for stored in writer.rows().children::<BudgetLine>("conference", from.any())? {
        let line = BudgetLine { conference, spent: None, ..stored.record };
        writer.insert(ids.make_id::<BudgetLine>(writer.at()), &line)?;
    }
    Ok(Outcome { id: Some(id.any()), warnings, ..Outcome::default() })
}

/// The programme of a conference by day and time, each point with who speaks: the person of the register, else as
/// it was noted.
pub fn programme(rows: Rows<'_>, conference: Id<Conference>) -> Result<Vec<(Stored<ProgrammeItem>, String)>> {
    let mut items = rows.children::<ProgrammeItem>("conference", conference.any())?;
    items.sort_by_key(|item| (item.record.date, item.record.start, item.id));
    let mut points = Vec::with_capacity(items.len());
    for item in items {
        let person = rows.linked(item.record.person)?.map(|stored| stored.record);
        let named = person.map(|person| format!("{} {}", person.polite(), person.full_name));
        let speaker = named.unwrap_or_else(|| item.record.speaker.clone());
        points.push((item, speaker));
    }
    Ok(points)
}

/// The conference of now: the one that runs or comes next, else the latest; a cancelled one only where there is
/// no other.
pub(super) fn of_now(all: &[Stored<Conference>], today: Date) -> Option<&Stored<Conference>> {
    let cancelled = |stored: &Stored<Conference>| stored.record.state == ConferenceState::Cancelled;
    // The last of those that are equal is the newest.
    let latest = all.iter().max_by_key(|stored| (!cancelled(stored), stored.record.from_date));
    coming(all, today).or(latest)
}

/// The conference that runs or comes next.
pub(super) fn coming(all: &[Stored<Conference>], today: Date) -> Option<&Stored<Conference>> {
    let coming = all.iter().filter(|stored| stored.record.is_coming(today));
    coming.min_by_key(|stored| stored.record.from_date)
}

/// The conference that is meant: this one; without an id that of now.
pub(super) fn chosen(
    rows: Rows<'_>,
    conference: Option<Id<Conference>>,
    today: Date,
) -> Result<Option<Stored<Conference>>> {
    if let Some(id) = conference
        && let Some(stored) = rows.find(id)?
    {
        return Ok(Some(stored));
    }
    Ok(of_now(&rows.all::<Conference>()?, today).cloned())
}

/// Asks for the plan of a conference; without an id for that of now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConferencePlan {
    /// The conference.
    pub conference: Option<Id<Conference>>,
    /// Today at the office.
    pub today: Date,
}

/// Part of a whole, as a count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// So many are done.
    pub done: i64,
    /// Of so many; what was planned where a number was planned.
    pub all: i64,
}

impl Reached {
    fn of(done: usize, all: usize) -> Self {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Self { done: number(done), all: number(all) }
    }

    fn planned(done: usize, planned: Option<i64>) -> Self {
        let reached = Self::of(done, done);
        Self { all: planned.unwrap_or(reached.done), ..reached }
    }
}

/// The plan of a conference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConferencePlanAnswer {
    /// The conference; none when there is none in the register.
    pub conference: Option<Stored<Conference>>,
    /// All conferences, the latest first.
    pub conferences: Vec<(Id<Conference>, String)>,
    /// Who hosts it.
    pub host: String,
    /// Guests who answered, of those invited.
    pub answers: Reached,
    /// Guests who come or send somebody, of the planned number of delegates.
    pub coming: Reached,
    /// Tasks of the preparation that are done.
    pub tasks: Reached,
    /// Booths that have their place, of the planned number.
    pub booths: Reached,
    /// MoUs whose text is final, of the planned number.
    pub mous: Reached,
    /// Meetings with a result, of all.
    pub meetings: Reached,
    /// Badges that were printed, of those that are needed.
    pub badges: Reached,
    /// Planned and spent in đồng.
    pub budget: (i64, i64),
    /// The programme, by day and time.
    pub programme: Vec<Stored<ProgrammeItem>>,
    /// Committee, tasks and budget as lists.
    pub related: Vec<Related>,
    /// Names of the persons in the programme, in its order.
    pub speakers: Vec<String>,
    /// What is shown or read at each point of the programme, in its order.
    pub files: Vec<Vec<Stored<Picture>>>,
}

impl Query for ConferencePlan {
    type Answer = ConferencePlanAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![
            K::Conference,
            K::Organisation,
            K::Person,
            K::Participation,
            K::CheckIn,
            K::ProgrammeItem,
            K::CommitteeMember,
            K::ConferenceTask,
            K::BudgetLine,
            K::Booth,
            K::Meeting,
            K::Mou,
            K::Picture,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<ConferencePlanAnswer> {
        let rows = store.rows();
        let mut all = rows.all::<Conference>()?;
        all.sort_by_key(|stored| std::cmp::Reverse(stored.record.from_date));
        let Some(conference) = chosen(rows, self.conference, self.today)? else {
            return Ok(ConferencePlanAnswer::default());
        };
        let id = conference.id.any();
        let record = &conference.record;
        let guests = rows.children::<Participation>("conference", id)?;
        // A guest who sends somebody, and who is sent, are one.
        let seats =
            || guests.iter().map(|guest| &guest.record).filter(|guest| guest.substitute_for.is_none());
        let coming =
            seats().filter(|guest| matches!(guest.answer, Answer::Coming | Answer::Substitute)).count();
        let invited = || seats().filter(|guest| guest.is_invited());
        let answered = invited().filter(|guest| guest.answer != Answer::None).count();
        let tasks = rows.children::<ConferenceTask>("conference", id)?;
        let prepared = tasks.iter().filter(|task| {
            task.record.origin == TaskOrigin::Preparation && task.record.state != ObligationState::Dropped
        });
        let (done, open): (Vec<_>, Vec<_>) =
            prepared.partition(|task| task.record.state == ObligationState::Done);
        let booths = rows.children::<Booth>("conference", id)?;
        let has_place = |booth: &Booth| {
            booth.plan_row.is_some() && booth.is_given() && booth.state != BoothState::Dropped
        };
        let placed = booths.iter().filter(|booth| has_place(&booth.record)).count();
        let mous = rows.children::<Mou>("conference", id)?;
        let finished = mous.iter().filter(|mou| mou.record.state != MouState::Draft).count();
        let meetings = rows.children::<Meeting>("conference", id)?;
        let held = meetings.iter().filter(|meeting| meeting.record.result != MeetingResult::None).count();
        let (printed, have_badges) = check_in::badges(rows, conference.id, &guests)?;
        let (programme, speakers): (Vec<_>, _) = programme(rows, conference.id)?.into_iter().unzip();
        let files = programme
            .iter()
            .map(|item: &Stored<ProgrammeItem>| pictures(rows, RecordKind::ProgrammeItem, item.id.any()));
        let files = files.collect::<Result<_>>()?;
        let budget = rows.children::<BudgetLine>("conference", id)?;
        let sum =
            |of: fn(&BudgetLine) -> Option<i64>| budget.iter().filter_map(|line| of(&line.record)).sum();
        let money = (sum(|line| line.planned), sum(|line| line.spent));
        let host = rows.linked(record.host)?.map(|host| host.record.name).unwrap_or_default();
        Ok(ConferencePlanAnswer {
            conferences: all.iter().map(|stored| (stored.id, stored.record.name.clone())).collect(),
            host,
            answers: Reached::of(answered, invited().count()),
            coming: Reached::planned(coming, record.planned_delegates),
            tasks: Reached::of(done.len(), done.len() + open.len()),
            booths: Reached::planned(placed, record.planned_booths),
            mous: Reached::planned(finished, record.planned_mous),
            meetings: Reached::of(held, meetings.len()),
            badges: Reached::of(printed, have_badges),
            budget: money,
            programme,
            related: related(rows, tasks, budget, id)?,
            speakers,
            files,
            conference: Some(conference),
        })
    }
}

/// Committee, tasks and budget as lists show them.
fn related(
    rows: Rows<'_>,
    mut tasks: Vec<Stored<ConferenceTask>>,
    budget: Vec<Stored<BudgetLine>>,
    id: crate::domain::AnyId,
) -> Result<Vec<Related>> {
    let mut all = Vec::new();
    let mut members = rows.children::<CommitteeMember>("conference", id)?;
    members.sort_by_key(|stored| (stored.record.subcommittee, stored.record.sequence, stored.id));
    for Stored { id, record, .. } in members {
        let words = vec![label(record.subcommittee.label()), text(&record.duty), text(&record.work)];
        all.push(Related::new(RecordKind::CommitteeMember, id.any(), link(rows, record.person)?, words));
    }
    tasks.sort_by_key(|stored| {
        let open = stored.record.state == ObligationState::Open;
        (!open, stored.record.due.is_none(), stored.record.due, stored.id)
    });
    for Stored { id, record, .. } in tasks {
        let open = record.state == ObligationState::Open;
        let words =
            vec![text(&record.responsible), label(record.state.label()), label(record.origin.label())];
        all.push(Related {
            date: record.done_on.or(record.due).map(PartialDate::Day),
            due: record.due.filter(|_| open),
            ..Related::new(RecordKind::ConferenceTask, id.any(), text(&record.task), words)
        });
    }
    for Stored { id, record, .. } in budget {
        let money = |dong: Option<i64>, key: Message| {
            let words =
                |dong| vec![key.with("money", crate::vietnamese::group(dong, crate::i18n::Language::Vi))];
            dong.map_or(Shown::Empty, |dong| Shown::Words(words(dong)))
        };
        let words = vec![
            money(record.planned, message("budget-planned")),
            money(record.spent, message("budget-spent")),
            text(&record.paid_by),
        ];
        all.push(Related::new(RecordKind::BudgetLine, id.any(), text(&record.item), words));
    }
    Ok(all)
}
