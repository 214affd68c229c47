//! What came of a conference, in figures: the tables B1 to B8 of the handbook (5.5), and what is better looked
//! at than read.

use std::collections::{BTreeMap, BTreeSet};

use super::check_in::arrivals;
use super::report_tables::summary;
use super::statements::{StatementLine, said};
use crate::domain::{
    Answer, Booth, BoothDay, BudgetLine, Conference, ConferenceState, Contract, GuestGroup, Id, Meeting,
    MeetingResult, Mou, Organisation, Participation, PartyDossier, PartyRole, RecordKind, Registration,
    Sales, StatementKind, Stored, office_time,
};
use crate::error::Result;
use crate::i18n::{Message, message};
use crate::ops::queries::party_dossiers;
use crate::ops::shown::{named, text};
use crate::ops::{Query, Shown};
use crate::places::{CommuneCode, Places};
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
}

/// A chart of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportChart {
    /// Its title.
    pub title: Message,
    /// What each bar stands for, and its length as it is counted.
    pub bars: Vec<(Shown, i64)>,
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
    /// Organisations of those who came; of the invited while nobody came.
    pub organisations: i64,
    /// Their provinces.
    pub provinces: i64,
    /// Booths that were not given up.
    pub booths: i64,
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
            K::Contract,
            K::Sales,
            K::Product,
            K::Village,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<ConferenceReportAnswer> {
        let places = store.places();
        let rows = store.rows();
        let Some(conference) = rows.find(self.conference)? else {
            return Ok(ConferenceReportAnswer::default());
        };
        let event = Event::read(rows, places, self.conference)?;
        let mut earlier = rows.all::<Conference>()?;
        earlier.retain(|other| {
            other.id != conference.id
                && other.record.state != ConferenceState::Cancelled
                && other.record.from_date.is_some()
                && other.record.from_date < conference.record.from_date
        });
        let before = match earlier.iter().max_by_key(|other| other.record.from_date) {
            Some(other) => Some(Event::read(rows, places, other.id)?.figures()),
            None => None,
        };
        let figures = event.figures();
        Ok(ConferenceReportAnswer {
            tables: vec![
                summary(&conference.record, &figures, before.as_ref(), &event),
                event.organisations(rows, places)?,
                event.memoranda(),
                event.follow_up(),
                event.by_province(rows, places)?,
                event.booth_takings(),
                event.meetings(),
                event.budget(),
            ],
            charts: event.charts(),
            difficulties: event.of_kind(StatementKind::Difficulty).cloned().collect(),
            proposals: event.of_kind(StatementKind::Proposal).cloned().collect(),
            figures,
        })
    }
}

/// A MoU with what came of it.
pub(super) struct Signed {
    pub(super) mou: Mou,
    pub(super) parties: Vec<Shown>,
    pub(super) provinces: BTreeSet<String>,
    pub(super) witnesses: Vec<Shown>,
    pub(super) contracts: Vec<Contract>,
    pub(super) sold: Option<i64>,
}

/// Everything that is counted.
pub(super) struct Event {
    pub(super) guests: Vec<Stored<Participation>>,
    /// Where each guest comes from: the province of the organisation, else of the person.
    pub(super) provinces: BTreeMap<Id<Participation>, String>,
    pub(super) present: BTreeMap<Id<Participation>, i64>,
    pub(super) registrations: BTreeMap<Id<Organisation>, Registration>,
    pub(super) firms: BTreeMap<Id<Organisation>, (Organisation, String)>,
    pub(super) booths: Vec<(Booth, Vec<BoothDay>)>,
    pub(super) meetings: Vec<Meeting>,
    pub(super) mous: Vec<Signed>,
    pub(super) statements: Vec<StatementLine>,
    pub(super) budget: Vec<BudgetLine>,
}

/// The sum of what is known; nothing where nothing is.
pub(super) fn known_sum(amounts: impl Iterator<Item = Option<i64>>) -> Option<i64> {
    amounts.flatten().reduce(i64::saturating_add)
}

pub(super) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn province(places: &Places, commune: Option<CommuneCode>) -> String {
    let province = commune.and_then(|code| places.province_of(code));
    province.map_or_else(String::new, |of| of.name.clone())
}

impl Event {
    fn read(rows: Rows<'_>, places: &Places, conference: Id<Conference>) -> Result<Self> {
        let id = conference.any();
        let mut guests = rows.children::<Participation>("conference", id)?;
        guests.sort_by_key(|guest| (guest.record.protocol_order.unwrap_or(i64::MAX), guest.id));
        let provinces = rows.guest_names(conference)?.into_iter();
        let provinces = provinces.map(|names| (names.id, province(places, names.commune)));
        let registrations = rows.children::<Registration>("conference", id)?;
        let registrations =
            registrations.into_iter().filter_map(|form| Some((form.record.organisation?, form.record)));
        let mut booths = Vec::new();
        for Stored { id, record, .. } in rows.children::<Booth>("conference", id)? {
            let mut days = rows.children::<BoothDay>("booth", id.any())?;
            if !record.takes_part(!days.is_empty()) {
                continue;
            }
            days.sort_by_key(|day| day.record.date);
            booths.push((record, days.into_iter().map(|day| day.record).collect()));
        }
        booths.sort_by(|one: &(Booth, Vec<BoothDay>), other| one.0.code.cmp(&other.0.code));
        let mut meetings: Vec<Meeting> =
            rows.children::<Meeting>("conference", id)?.into_iter().map(|stored| stored.record).collect();
        meetings.sort_by_key(|meeting| (meeting.date, meeting.start, meeting.table_number));
        let mut event = Self {
            present: arrivals(rows, conference)?,
            registrations: registrations.collect(),
            firms: BTreeMap::new(),
            booths,
            meetings,
            mous: Vec::new(),
            statements: said(rows, conference, None)?,
            budget: rows
                .children::<BudgetLine>("conference", id)?
                .into_iter()
                .map(|stored| stored.record)
                .collect(),
            guests,
            provinces: provinces.filter(|(_, name)| !name.is_empty()).collect(),
        };
        event.read_mous(rows, places, conference)?;
        let mut named: BTreeSet<Id<Organisation>> =
            event.guests.iter().filter_map(|guest| guest.record.organisation).collect();
        named.extend(event.registrations.keys());
        named.extend(event.booths.iter().filter_map(|(booth, _)| booth.organisation));
        named.extend(event.meetings.iter().flat_map(|meeting| [meeting.seller, meeting.buyer]).flatten());
        for id in named {
            if let Some(stored) = rows.find(id)? {
                let province = province(places, stored.record.commune);
                event.firms.insert(id, (stored.record, province));
            }
        }
        Ok(event)
    }

    fn read_mous(&mut self, rows: Rows<'_>, places: &Places, conference: Id<Conference>) -> Result<()> {
        for Stored { id, record, .. } in rows.children::<Mou>("conference", conference.any())? {
            let parties = party_dossiers(rows, id)?;
            let names = |role| {
                let seats = parties.iter().filter(move |party| party.party.role == role);
                let english = |party: &PartyDossier| {
                    party.organisation.as_ref().map(|firm| firm.name_en.clone()).unwrap_or_default()
                };
                seats.map(|party| named(party.name(), &english(party))).collect()
            };
            let contracts = rows.children::<Contract>("mou", id.any())?;
            let sales = rows.children::<Sales>("mou", id.any())?;
            let firms = parties.iter().filter(|party| party.party.role == PartyRole::Party);
            self.mous.push(Signed {
                parties: names(PartyRole::Party),
                witnesses: names(PartyRole::Witness),
                provinces: firms
                    .filter_map(|party| party.organisation.as_ref())
                    .map(|firm| province(places, firm.commune))
                    .filter(|name| !name.is_empty())
                    .collect(),
                contracts: contracts.into_iter().map(|stored| stored.record).collect(),
                sold: known_sum(sales.iter().map(|sales| sales.record.amount)),
                mou: record,
            });
        }
        self.mous.sort_by(|one, other| one.mou.number.cmp(&other.mou.number));
        Ok(())
    }

    /// Those who came; before anybody came, all who are invited.
    fn there(&self) -> impl Iterator<Item = &Stored<Participation>> {
        let nobody = self.present.is_empty();
        self.guests.iter().filter(move |guest| nobody || self.present.contains_key(&guest.id))
    }

    pub(super) fn organisations_there(&self) -> BTreeSet<Id<Organisation>> {
        self.there().filter_map(|guest| guest.record.organisation).collect()
    }

    fn figures(&self) -> ConferenceFigures {
        let firms = self.organisations_there();
        let provinces: BTreeSet<&String> =
            self.there().filter_map(|guest| self.provinces.get(&guest.id)).collect();
        let held = |wanted: fn(MeetingResult) -> bool| {
            count(self.meetings.iter().filter(|meeting| wanted(meeting.result)).count())
        };
        let guests = || self.guests.iter().map(|guest| &guest.record);
        let invited = || guests().filter(|guest| guest.is_invited());
        let came = |wanted: fn(&Participation) -> bool| {
            let there = self.guests.iter().filter(|guest| self.present.contains_key(&guest.id));
            count(there.filter(|guest| wanted(&guest.record)).count())
        };
        let signed = || self.mous.iter().filter(|signed| signed.mou.state.was_signed());
        let contracts = || self.mous.iter().flat_map(|signed| &signed.contracts);
        let days = self.booths.iter().flat_map(|(_, days)| days);
        ConferenceFigures {
            invited: count(invited().count()),
            answered: count(invited().filter(|guest| guest.answer != Answer::None).count()),
            present: count(self.present.len()),
            walk_ins: came(|guest| guest.walk_in),
            substitutes: came(|guest| guest.substitute_for.is_some()),
            organisations: count(firms.len()),
            provinces: count(provinces.len()),
            booths: count(self.booths.len()),
            takings: days.filter_map(|day| day.takings).sum(),
            meetings: held(|result| !matches!(result, MeetingResult::None | MeetingResult::Absent)),
            fruitful: held(|result| {
                !matches!(result, MeetingResult::None | MeetingResult::Absent | MeetingResult::NoMatch)
            }),
            mous: count(signed().count()),
            value: signed().filter_map(|signed| signed.mou.target_value).sum(),
            contracts: count(contracts().count()),
            contracted: contracts().filter_map(|contract| contract.amount).sum(),
            proposals: count(self.of_kind(StatementKind::Proposal).count()),
            proposals_answered: count(
                self.of_kind(StatementKind::Proposal).filter(|said| !said.statement.reply.is_empty()).count(),
            ),
            spent: self.budget.iter().filter_map(|line| line.spent).sum(),
        }
    }

    /// What was said of a kind.
    fn of_kind(&self, kind: StatementKind) -> impl Iterator<Item = &StatementLine> {
        self.statements.iter().filter(move |line| line.statement.kind == kind)
    }

    fn charts(&self) -> Vec<ReportChart> {
        let mut groups: BTreeMap<GuestGroup, i64> = BTreeMap::new();
        let mut provinces: BTreeMap<&str, i64> = BTreeMap::new();
        // Who is in no group is counted after those who are in one.
        let mut others = 0;
        for guest in self.there() {
            match guest.record.guest_group {
                GuestGroup::None => others += 1,
                group => *groups.entry(group).or_default() += 1,
            }
            if let Some(province) = self.provinces.get(&guest.id) {
                *provinces.entry(province).or_default() += 1;
            }
        }
        let mut by_province: Vec<_> =
            provinces.into_iter().map(|(name, number)| (text(name), number)).collect();
        by_province.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
        by_province.truncate(12);
        let mut hours: BTreeMap<(i8, i8), i64> = BTreeMap::new();
        for at in self.present.values() {
            if let Some(time) = office_time(*at) {
                *hours.entry((time.hour(), time.minute() / 30 * 30)).or_default() += 1;
            }
        }
        let mut results: BTreeMap<MeetingResult, i64> = BTreeMap::new();
        for meeting in &self.meetings {
            *results.entry(meeting.result).or_default() += 1;
        }
        let chart = |title, bars: Vec<(Shown, i64)>| ReportChart { title, bars };
        let words = |message| Shown::Words(vec![message]);
        let charts = [
            chart(
                message("chart-groups"),
                groups
                    .into_iter()
                    .map(|(group, number)| (group.label(), number))
                    .chain((others > 0).then(|| (message("guests-other-groups"), others)))
                    .map(|(label, number)| (words(label), number))
                    .collect(),
            ),
            chart(message("chart-provinces"), by_province),
            chart(
                message("chart-arrivals"),
                hours
                    .into_iter()
                    .map(|((hour, minute), number)| (text(&format!("{hour}h{minute:02}")), number))
                    .collect(),
            ),
            chart(
                message("chart-results"),
                results.into_iter().map(|(result, number)| (words(result.label()), number)).collect(),
            ),
            chart(
                message("chart-values"),
                self.mous
                    .iter()
                    .filter(|signed| signed.mou.state.was_signed())
                    .filter_map(|signed| Some((text(&signed.mou.number), signed.mou.target_value? / MILLION)))
                    .collect(),
            ),
        ];
        charts.into_iter().filter(|chart| chart.bars.iter().any(|(_, number)| *number > 0)).collect()
    }
}

/// Tables give money in millions of đồng.
pub(super) const MILLION: i64 = 1_000_000;
