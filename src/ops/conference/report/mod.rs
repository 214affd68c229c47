//! What came of a conference, in figures: the tables B1 to B8 of the handbook (5.5), and what is better looked
//! at than read.

mod charts;
mod event;
mod shares;
mod summary;
mod tables;

use jiff::civil::Date;

use self::event::Event;
use super::statements::StatementLine;
use crate::domain::{Conference, ConferenceState, Id, RecordKind, StatementKind, Stored};
use crate::error::Result;
use crate::i18n::Message;
use crate::ops::{Query, Shown};
use crate::store::{Rows, Store};

/// Asks what came of a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConferenceReport {
    /// The conference.
    pub conference: Id<Conference>,
}

/// A table of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportTable {
    /// How the handbook calls it: "B1".
    pub code: &'static str,
    /// Its title.
    pub title: Message,
    /// Headings of the columns, each with its width in relation to the others.
    pub columns: Vec<(Message, f32)>,
    /// The rows.
    pub rows: Vec<Vec<Shown>>,
    /// The last row is a sum.
    pub sum: bool,
    /// It is too wide for a page upright.
    pub across: bool,
    /// How it was counted, where that has to be said.
    pub rule: Option<Message>,
}

impl ReportTable {
    /// Whether there are figures in a column; they stand at its right.
    pub fn is_numeric(&self, column: usize) -> bool {
        let mut known = self.rows.iter().filter_map(|row| row.get(column));
        known.any(|value| value.number().is_some())
    }
}

/// A chart of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportChart {
    /// Its title.
    pub title: Message,
    /// The bars from top to bottom.
    pub bars: Vec<ReportBar>,
    /// The length that is the whole, such as what was planned; 0 where the longest bar is the measure.
    pub whole: i64,
}

/// A bar of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportBar {
    /// What it stands for.
    pub label: Shown,
    /// Its length as it is counted.
    pub length: i64,
    /// The value as it is read.
    pub value: Shown,
}

impl ReportChart {
    /// The length over the whole width.
    pub fn most(&self) -> i64 {
        self.bars.iter().map(|bar| bar.length).max().unwrap_or(0).max(self.whole)
    }
}

/// What came of a conference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConferenceReportAnswer {
    /// The tables in order, B1 to B8.
    pub tables: Vec<ReportTable>,
    /// The charts; one without anything to show is left out.
    pub charts: Vec<ReportChart>,
    /// What was difficult, the first said first.
    pub difficulties: Vec<StatementLine>,
    /// What was proposed, the first said first.
    pub proposals: Vec<StatementLine>,
    /// The figures in short, as the text of the report says them.
    pub figures: ConferenceFigures,
    /// The conferences before, the last first.
    pub earlier: Vec<Earlier>,
}

/// A report compares with no more earlier conferences.
pub const MOST_COMPARED: usize = 3;

/// A conference that was held before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The conference.
    pub id: Id<Conference>,
    /// Its name.
    pub name: String,
    /// Its first day.
    pub day: Date,
    /// The report compares with it.
    pub compared: bool,
}

/// The figures of one conference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ConferenceFigures {
    /// Invited.
    pub invited: i64,
    /// Of them those who answered.
    pub answered: i64,
    /// Came.
    pub present: i64,
    /// Of them those who came without an invitation.
    pub walk_ins: i64,
    /// Of them those who came instead of somebody.
    pub substitutes: i64,
    /// Organisations that took part: of those who came (of the invited while nobody came), with a booth, a
    /// meeting that was held, or a signed MoU.
    pub organisations: i64,
    /// Their provinces and those of the guests without one.
    pub provinces: i64,
    /// Villages of those organisations, of the booths and of the signed MoUs.
    pub villages: i64,
    /// Cooperatives, their unions and groups among the organisations.
    pub cooperatives: i64,
    /// Household businesses among them.
    pub households: i64,
    /// Workers of the villages, as far as they are known.
    pub workers: i64,
    /// Products with three, four and five stars of OCOP.
    pub ocop: [i64; 3],
    /// Booths that were not given up.
    pub booths: i64,
    /// Visitors who asked at the booths, all days together.
    pub visitors: i64,
    /// Takings of the booths in đồng.
    pub takings: i64,
    /// Meetings that were held.
    pub meetings: i64,
    /// Meetings of which something came.
    pub fruitful: i64,
    /// MoUs signed.
    pub mous: i64,
    /// Their expected value in đồng.
    pub value: i64,
    /// Contracts that followed.
    pub contracts: i64,
    /// Their value in đồng.
    pub contracted: i64,
    /// Difficulties told.
    pub difficulties: i64,
    /// Proposals made.
    pub proposals: i64,
    /// Of them those that were answered.
    pub proposals_answered: i64,
    /// Money spent in đồng.
    pub spent: i64,
}

impl Query for ConferenceReport {
    type Answer = ConferenceReportAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![
            K::Conference,
            K::Organisation,
            K::Person,
            K::Participation,
            K::Registration,
            K::CheckIn,
            K::Booth,
            K::BoothDay,
            K::Meeting,
            K::Statement,
            K::BudgetLine,
            K::Mou,
            K::MouParty,
            K::FollowUp,
            K::Contract,
            K::Sales,
            K::Product,
            K::Certificate,
            K::Village,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<ConferenceReportAnswer> {
        let places = store.places();
        let rows = store.rows();
        let Some(conference) = rows.find(self.conference)? else {
            return Ok(ConferenceReportAnswer::default());
        };
        let event = Event::read(rows, places, &conference)?;
        let earlier = earlier(rows, &conference)?;
        let mut before = Vec::new();
        for other in earlier.iter().filter(|other| other.compared) {
            before.push((other.day, Event::read(rows, places, &rows.get(other.id)?)?.figures()));
        }
        let figures = event.figures();
        let lines = summary::lines(&conference.record, &figures, &event);
        Ok(ConferenceReportAnswer {
            tables: vec![
                summary::summary(&lines, &figures, &before),
                event.organisations(rows, places)?,
                event.memoranda(),
                event.follow_up(),
                event.by_province(),
                event.by_trade(),
                event.booth_takings(),
                event.meetings(),
                event.budget(),
            ],
            charts: event.charts(&lines, &figures),
            difficulties: event.of_kind(StatementKind::Difficulty).cloned().collect(),
            proposals: event.of_kind(StatementKind::Proposal).cloned().collect(),
            figures,
            earlier,
        })
    }
}

/// The conferences before one, the last first. Without a choice the last one is compared with.
fn earlier(rows: Rows<'_>, conference: &Stored<Conference>) -> Result<Vec<Earlier>> {
    let first = conference.record.from_date;
    let mut earlier: Vec<Earlier> = rows
        .all::<Conference>()?
        .into_iter()
        .filter(|other| other.record.state != ConferenceState::Cancelled)
        .filter_map(|other| {
            let day = other.record.from_date.filter(|day| first.is_some_and(|first| *day < first))?;
            let compared = conference.record.compared_with.0.contains(&other.id.any().hex());
            Some(Earlier { id: other.id, name: other.record.name, day, compared })
        })
        .collect();
    earlier.sort_by_key(|other| std::cmp::Reverse((other.day, other.id)));
    let mut room = MOST_COMPARED;
    for other in earlier.iter_mut().filter(|other| other.compared) {
        other.compared = room > 0;
        room = room.saturating_sub(1);
    }
    if room == MOST_COMPARED
        && let Some(last) = earlier.first_mut()
    {
        last.compared = true;
    }
    Ok(earlier)
}

/// Tables give money in millions of đồng.
const MILLION: i64 = 1_000_000;

fn millions(dong: Option<i64>) -> Shown {
    dong.map_or(Shown::Empty, Shown::Millions)
}

/// A sum of money; nothing known is no nothing.
fn money_known(dong: i64) -> Shown {
    millions(Some(dong).filter(|dong| *dong > 0))
}

/// A part of a whole in per cent, rounded down.
fn per_hundred(part: i64, whole: i64) -> i64 {
    let share = i128::from(part) * 100 / i128::from(whole.max(1));
    i64::try_from(share).unwrap_or(i64::MAX)
}

fn percent(part: i64, whole: i64) -> Shown {
    Shown::Percent(per_hundred(part, whole))
}
