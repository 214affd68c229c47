//! What became of the MoUs that were signed: how many, what they were to bring and brought, which moved on and
//! what keeps the others.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Query, Shown};
use crate::domain::{
    AnyId, Conference, Id, MouState, ObligationState, Obstacle, OrganisationKind, RecordKind, Trade,
};
use crate::error::Result;
use crate::i18n::message;
use crate::places::{CommuneCode, Places};
use crate::store::{SignedMou, Store};

/// Asks for the statistics of the MoUs that were signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MouStatistics {
    /// Only those signed in this year.
    pub year: Option<i64>,
    /// Only those signed at this conference.
    pub conference: Option<Id<Conference>>,
    /// Today at the office: what is overdue.
    pub today: Date,
}

/// The statistics.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MouStatisticsAnswer {
    /// The years something was signed in, the latest first.
    pub years: Vec<i64>,
    /// The conferences something was signed at, by name.
    pub conferences: Vec<(Id<Conference>, String)>,
    /// All of them together.
    pub total: MouFigures,
    /// The same, divided.
    pub groups: BTreeMap<Division, Vec<MouGroup>>,
    /// How many are in each state, in the order of a life.
    pub states: Vec<(MouState, usize)>,
    /// Those that did not move on.
    pub stalled: usize,
    /// What keeps them: how many of them each keeps, the most frequent first.
    pub obstacles: Vec<(Obstacle, usize)>,
    /// What the parties had to do.
    pub tasks: TaskFigures,
}

/// By what MoUs are divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Division {
    /// The year of signing.
    #[default]
    Year,
    /// The conference.
    Conference,
    /// The province of the village, else of the first party.
    Province,
    /// The trades of the village; one with two trades counts in both.
    Trade,
    /// The kinds of parties; one with several counts in each.
    Kind,
}

impl Division {
    /// All, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Year, Self::Conference, Self::Province, Self::Trade, Self::Kind];
}

/// The MoUs of one part.
#[derive(Clone, Debug, PartialEq)]
pub struct MouGroup {
    /// What it is called; [`Shown::Empty`] where it is not known.
    pub label: Shown,
    /// Its figures.
    pub figures: MouFigures,
}

/// The figures of some MoUs. Amounts are in đồng, and nothing where none is known: that is not 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MouFigures {
    /// How many were signed.
    pub signed: usize,
    /// What they were expected to bring in their first year.
    pub target: Option<i64>,
    /// The contracts that followed.
    pub contracts: i64,
    /// The value of these.
    pub contract_value: Option<i64>,
    /// What was sold so far.
    pub sales: Option<i64>,
    /// How many moved on: under way, contracted, completed, or with a contract or sales.
    pub moved: usize,
    /// Expected and sold of those of which both are known.
    both: Option<(i64, i64)>,
}

impl MouFigures {
    fn add(&mut self, mou: &SignedMou) {
        let sum = |all: &mut Option<i64>, one: Option<i64>| {
            if let Some(one) = one {
                *all = Some(all.unwrap_or(0).saturating_add(one));
            }
        };
        self.signed += 1;
        self.contracts += mou.contracts;
        self.moved += usize::from(has_moved(mou));
        sum(&mut self.target, mou.target);
        sum(&mut self.contract_value, mou.contract_value);
        sum(&mut self.sales, mou.sales);
        if let (Some(target), Some(sales)) = (mou.target.filter(|target| *target > 0), mou.sales) {
            let (all, sold) = self.both.unwrap_or_default();
            self.both = Some((all.saturating_add(target), sold.saturating_add(sales)));
        }
    }

    /// What was sold so far in per cent of what was expected, over those of which both are known.
    pub fn reached(&self) -> Option<i64> {
        let (target, sales) = self.both?;
        let percent = i128::from(sales) * 100 / i128::from(target);
        i64::try_from(percent).ok()
    }

    /// How many of a hundred moved on.
    pub fn moved_share(&self) -> Option<usize> {
        (self.moved * 100).checked_div(self.signed)
    }
}

/// The tasks of MoUs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskFigures {
    /// Done by their day.
    pub in_time: usize,
    /// Done after it.
    pub late: usize,
    /// Done, but nobody knows whether in time.
    pub done: usize,
    /// Their day is over.
    pub overdue: usize,
    /// Still to come.
    pub open: usize,
}

impl TaskFigures {
    fn add(&mut self, state: &str, due: Option<Date>, done_on: Option<Date>, today: Date) {
        match (ObligationState::from_code(state), due, done_on) {
            (Some(ObligationState::Done), Some(due), Some(done)) if done <= due => self.in_time += 1,
            (Some(ObligationState::Done), Some(_), Some(_)) => self.late += 1,
            (Some(ObligationState::Done), ..) => self.done += 1,
            (Some(ObligationState::Open), Some(due), _) if due < today => self.overdue += 1,
            (Some(ObligationState::Open), ..) => self.open += 1,
            (Some(ObligationState::Dropped) | None, ..) => {}
        }
    }
}

fn has_moved(mou: &SignedMou) -> bool {
    mou.state.moves_on() || mou.contracts > 0 || mou.sales.is_some_and(|sales| sales > 0)
}

impl Query for MouStatistics {
    type Answer = MouStatisticsAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![
            K::Mou,
            K::MouParty,
            K::Organisation,
            K::Person,
            K::Village,
            K::Conference,
            K::Contract,
            K::Sales,
            K::FollowUp,
            K::Obligation,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<MouStatisticsAnswer> {
        let all = store.rows().signed_mous()?;
        let mut names = BTreeMap::new();
        for stored in store.rows().all::<Conference>()? {
            names.insert(stored.id.any(), stored.record.name);
        }
        let mut answer = MouStatisticsAnswer::default();
        let years: BTreeSet<i64> = all.iter().filter_map(|mou| mou.year).collect();
        answer.years = years.into_iter().rev().collect();
        let held: BTreeSet<AnyId> = all.iter().filter_map(|mou| mou.conference).collect();
        let held = names.iter().filter(|(id, _)| held.contains(id));
        answer.conferences = held.map(|(id, name)| (Id::from_any(*id), name.clone())).collect();
        answer.conferences.sort_by_cached_key(|(_, name)| crate::vietnamese::sort_key(name));
        let conference = self.conference.map(|id| id.any());
        let chosen = all.iter().filter(|mou| self.year.is_none() || mou.year == self.year);
        let chosen = chosen.filter(|mou| conference.is_none() || mou.conference == conference);

        let mut parts: BTreeMap<(Division, String), MouFigures> = BTreeMap::new();
        let mut states: BTreeMap<MouState, usize> = BTreeMap::new();
        let mut obstacles: BTreeMap<&'static str, (Obstacle, usize)> = BTreeMap::new();
        for mou in chosen {
            answer.total.add(mou);
            *states.entry(mou.state).or_default() += 1;
            for division in Division::ALL {
                for code in codes(division, mou, store.places()) {
                    parts.entry((division, code)).or_default().add(mou);
                }
            }
            for (state, due, done_on) in &mou.tasks {
                answer.tasks.add(state, *due, *done_on, self.today);
            }
            // What is completed or was left off keeps nobody any more, but says why it did not come to more.
            if has_moved(mou) {
                continue;
            }
            answer.stalled += 1;
            for obstacle in mou.obstacles.iter().filter_map(|code| Obstacle::from_code(code)) {
                obstacles.entry(obstacle.code()).or_insert((obstacle, 0)).1 += 1;
            }
        }
        answer.states =
            MouState::ALL.iter().filter_map(|state| Some((*state, *states.get(state)?))).collect();
        answer.obstacles = obstacles.into_values().collect();
        answer.obstacles.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for ((division, code), figures) in parts {
            let label = label(division, &code, &names, store.places());
            answer.groups.entry(division).or_default().push(MouGroup { label, figures });
        }
        for (division, groups) in &mut answer.groups {
            if *division == Division::Year {
                groups.reverse();
            } else {
                groups.sort_by_key(|group| std::cmp::Reverse(group.figures.signed));
            }
            // What is not known stands last.
            groups.sort_by_key(|group| group.label == Shown::Empty);
        }
        Ok(answer)
    }
}

/// The parts a MoU belongs to; an empty code where that is not known.
fn codes(division: Division, mou: &SignedMou, places: &Places) -> Vec<String> {
    let codes: Vec<String> = match division {
        Division::Year => mou.year.map(|year| year.to_string()).into_iter().collect(),
        Division::Conference => mou.conference.map(|id| id.hex()).into_iter().collect(),
        Division::Province => {
            let province = CommuneCode::parse(&mou.commune).and_then(|code| places.province_of(code));
            province.map(|province| province.code.to_string()).into_iter().collect()
        }
        Division::Trade => {
            let codes = mou.trades.split(';').map(str::trim).filter(|code| !code.is_empty());
            codes.map(str::to_owned).collect()
        }
        Division::Kind => {
            // A person is a kind of party, too; its code is no code of an organisation.
            let named = |code: &String| if code.is_empty() { PERSON.to_owned() } else { code.clone() };
            mou.kinds.iter().map(named).collect()
        }
    };
    if codes.is_empty() { vec![String::new()] } else { codes }
}

/// The code of a party that is a person.
const PERSON: &str = "person";

fn label(division: Division, code: &str, names: &BTreeMap<AnyId, String>, places: &Places) -> Shown {
    let words = |found: Option<crate::i18n::Message>| {
        found.map_or_else(|| Shown::Text(code.to_owned()), |label| Shown::Words(vec![label]))
    };
    match division {
        _ if code.is_empty() => Shown::Empty,
        Division::Year => code.parse().map_or(Shown::Empty, Shown::Year),
        Division::Conference => {
            let name = AnyId::from_hex(code).and_then(|id| names.get(&id));
            name.map_or(Shown::Empty, |name| Shown::Text(name.clone()))
        }
        Division::Province => {
            let province = places.provinces().iter().find(|province| province.code.to_string() == code);
            province.map_or(Shown::Empty, |province| Shown::Text(province.name.clone()))
        }
        Division::Trade => words(Trade::from_code(code).map(Trade::label)),
        Division::Kind if code == PERSON => words(Some(message("statistics-person"))),
        Division::Kind => words(OrganisationKind::from_code(code).map(OrganisationKind::label)),
    }
}
