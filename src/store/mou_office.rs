//! Questions over all MoUs at once: what became of those that were signed, and the register of documents.
//! Each reads its tables once; twenty thousand MoUs are a few hundred milliseconds one by one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::Rows;
use crate::domain::{AnyId, Conference, Id, Mou, MouState, NumberSeries};
use crate::error::Result;

/// What is counted of a MoU that was signed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SignedMou {
    /// How far it is.
    pub state: MouState,
    /// The year of its day.
    pub year: Option<i64>,
    /// The conference it was signed at.
    pub conference: Option<AnyId>,
    /// Its expected value in đồng.
    pub target: Option<i64>,
    /// The commune it is about: of its village, else of the first party.
    pub commune: String,
    /// Codes of the trades it is about: of its village, else of those of its parties; separated by ";".
    pub trades: String,
    /// Codes of the kinds of organisations that are parties; an empty one is a person.
    pub kinds: BTreeSet<String>,
    /// How many contracts followed.
    pub contracts: i64,
    /// Their value in đồng, where any is known.
    pub contract_value: Option<i64>,
    /// What was sold so far, where anything was noted.
    pub sales: Option<i64>,
    /// Codes of what kept it from moving on.
    pub obstacles: BTreeSet<String>,
    /// Its tasks that count: code of the state, by when, when done.
    pub tasks: Vec<(String, Option<Date>, Option<Date>)>,
}

/// A MoU in the register of documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisteredMou {
    /// The MoU.
    pub id: Option<AnyId>,
    /// Its number; empty where it was signed without one.
    pub number: String,
    /// Its day.
    pub date: Option<Date>,
    /// What it is about.
    pub subject: String,
    /// How far it is.
    pub state: MouState,
    /// Originals for each party and each witness.
    pub copies: (i64, i64),
    /// Its parties in order: place, name, and who signs.
    pub parties: Vec<(i64, String, String)>,
    /// How many witnesses it has.
    pub witnesses: i64,
}

/// What tells of a MoU that has not ended whether it needs somebody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MouInHand {
    /// Its number.
    pub number: String,
    /// How far it is.
    pub state: MouState,
    /// Its day.
    pub date: Option<Date>,
    /// The day by which a contract is to follow.
    pub contract_by: Option<Date>,
    /// Its term in months.
    pub term_months: Option<i64>,
}

/// How far a MoU is at its ceremony.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reached {
    /// When it reached its states, milliseconds since 1970 in UTC.
    pub times: Vec<(MouState, i64)>,
    /// How many final texts it had.
    pub papers: usize,
}

type AtMou = HashMap<[u8; 16], usize>;

fn day(text: Option<String>) -> Option<Date> {
    text.and_then(|text| text.parse().ok())
}

impl Rows<'_> {
    /// How many MoUs are in each state.
    pub fn mou_states(&self) -> Result<Vec<(MouState, i64)>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT state, count(*) FROM mou WHERE deleted = 0 GROUP BY state ORDER BY state",
        )?;
        let mut rows = statement.query([])?;
        let mut states = Vec::new();
        while let Some(row) = rows.next()? {
            states.extend(MouState::from_code(row.get_ref(0)?.as_str().unwrap_or("")).zip(Some(row.get(1)?)));
        }
        Ok(states)
    }

    /// The MoUs that have not ended.
    pub fn mous_in_hand(&self) -> Result<BTreeMap<Id<Mou>, MouInHand>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, number, state, date, contract_by, term_months FROM mou
             WHERE deleted = 0 AND state NOT IN ('completed', 'expired', 'terminated', 'not_carried_out')",
        )?;
        let mut rows = statement.query([])?;
        let mut mous = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let Some(state) = MouState::from_code(row.get_ref(2)?.as_str().unwrap_or("")) else { continue };
            let mou = MouInHand {
                number: row.get(1)?,
                state,
                date: day(row.get(3)?),
                contract_by: day(row.get(4)?),
                term_months: row.get(5)?,
            };
            mous.insert(Id::from_any(AnyId::from_bytes(row.get(0)?)), mou);
        }
        Ok(mous)
    }

    /// The short names of the parties of all MoUs, in their order.
    pub fn party_names(&self) -> Result<HashMap<Id<Mou>, Vec<String>>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT mou_party.mou, coalesce(nullif(organisation.short_name, ''), organisation.name, person.full_name)
             FROM mou_party
             LEFT JOIN organisation ON organisation.id = mou_party.organisation
             LEFT JOIN person ON person.id = mou_party.person
             WHERE mou_party.deleted = 0 AND mou_party.role = 'party' ORDER BY mou_party.sequence, mou_party.rid",
        )?;
        let mut rows = statement.query([])?;
        let mut names: HashMap<Id<Mou>, Vec<String>> = HashMap::new();
        while let Some(row) = rows.next()? {
            if let (Some(id), Some(name)) = (row.get::<_, Option<[u8; 16]>>(0)?, row.get(1)?) {
                names.entry(Id::from_any(AnyId::from_bytes(id))).or_default().push(name);
            }
        }
        Ok(names)
    }

    /// All MoUs that were signed, whatever became of them since.
    pub fn signed_mous(&self) -> Result<Vec<SignedMou>> {
        let mut mous: Vec<SignedMou> = Vec::new();
        let mut at = AtMou::new();
        let mut statement = self.connection().prepare_cached(
            "SELECT mou.id, mou.state, mou.date, mou.conference, mou.target_value,
                 coalesce(village.commune, ''), coalesce(village.trades, '')
             FROM mou LEFT JOIN village ON village.id = mou.village WHERE mou.deleted = 0",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let Some(state) = MouState::from_code(row.get_ref(1)?.as_str().unwrap_or("")) else { continue };
            if !state.was_signed() {
                continue;
            }
            at.insert(row.get(0)?, mous.len());
            mous.push(SignedMou {
                state,
                year: day(row.get(2)?).map(|day| i64::from(day.year())),
                conference: row.get::<_, Option<[u8; 16]>>(3)?.map(AnyId::from_bytes),
                target: row.get(4)?,
                commune: row.get(5)?,
                trades: row.get(6)?,
                ..SignedMou::default()
            });
        }
        self.add_parties(&at, &mut mous)?;
        self.add_results(&at, &mut mous)?;
        Ok(mous)
    }

    fn add_parties(self, at: &AtMou, mous: &mut [SignedMou]) -> Result<()> {
        let mut statement = self.connection().prepare_cached(
            "SELECT mou_party.mou, coalesce(organisation.kind, ''),
                 coalesce(village.commune, organisation.commune, person.commune, ''), coalesce(village.trades, '')
             FROM mou_party
             LEFT JOIN organisation ON organisation.id = mou_party.organisation
             LEFT JOIN person ON person.id = mou_party.person
             LEFT JOIN village ON village.id = organisation.village
             WHERE mou_party.deleted = 0 AND mou_party.role = 'party'
                 AND (organisation.id IS NOT NULL OR person.id IS NOT NULL)
             ORDER BY mou_party.sequence DESC",
        )?;
        let mut rows = statement.query([])?;
        // The communes of parties by MoU, the last party first, so that the first one stays.
        let own: Vec<bool> = mous.iter().map(|mou| mou.commune.is_empty()).collect();
        let trades: Vec<bool> = mous.iter().map(|mou| mou.trades.is_empty()).collect();
        while let Some(row) = rows.next()? {
            let Some(place) = at.get(&row.get::<_, [u8; 16]>(0)?).copied() else { continue };
            let Some(mou) = mous.get_mut(place) else { continue };
            mou.kinds.insert(row.get(1)?);
            let commune: String = row.get(2)?;
            if own.get(place) == Some(&true) && !commune.is_empty() {
                mou.commune = commune;
            }
            let of_party: String = row.get(3)?;
            if trades.get(place) == Some(&true) && !of_party.is_empty() {
                mou.trades = of_party;
            }
        }
        Ok(())
    }

    /// Contracts, sales, talks and tasks.
    fn add_results(self, at: &AtMou, mous: &mut [SignedMou]) -> Result<()> {
        let mut each =
            |sql: &str, add: &dyn Fn(&rusqlite::Row<'_>, &mut SignedMou) -> rusqlite::Result<()>| {
                let mut statement = self.connection().prepare_cached(sql)?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    let place = row.get::<_, Option<[u8; 16]>>(0)?.and_then(|id| at.get(&id));
                    if let Some(mou) = place.and_then(|place| mous.get_mut(*place)) {
                        add(row, mou)?;
                    }
                }
                Ok::<(), crate::error::Error>(())
            };
        each(
            "SELECT mou, count(*), sum(amount) FROM contract WHERE deleted = 0 GROUP BY mou",
            &|row, mou| {
                (mou.contracts, mou.contract_value) = (row.get(1)?, row.get(2)?);
                Ok(())
            },
        )?;
        each("SELECT mou, sum(amount) FROM sales WHERE deleted = 0 GROUP BY mou", &|row, mou| {
            mou.sales = row.get(1)?;
            Ok(())
        })?;
        each("SELECT mou, obstacles FROM follow_up WHERE deleted = 0 AND obstacles <> ''", &|row, mou| {
            let codes: String = row.get(1)?;
            let codes = codes.split(';').map(str::trim).filter(|code| !code.is_empty());
            mou.obstacles.extend(codes.map(str::to_owned));
            Ok(())
        })?;
        each("SELECT mou, state, due, done_on FROM obligation WHERE deleted = 0", &|row, mou| {
            mou.tasks.push((row.get(1)?, day(row.get(2)?), day(row.get(3)?)));
            Ok(())
        })
    }

    /// The MoUs that stand in the register of documents of a year: those that carry a number or were signed, by
    /// their day, those without one by their series; with neither they are of no year.
    pub fn registered_mous(&self, year: Option<i64>) -> Result<Vec<RegisteredMou>> {
        let mut mous: Vec<RegisteredMou> = Vec::new();
        let mut at = AtMou::new();
        let mut statement = self.connection().prepare_cached(
            "SELECT mou.id, mou.number, mou.date, mou.subject, mou.state, coalesce(mou.copies_each, 0),
                 coalesce(mou.witness_copies, 0)
             FROM mou LEFT JOIN number_series ON number_series.id = mou.series
             WHERE mou.deleted = 0
                 AND coalesce(CAST(substr(mou.date, 1, 4) AS INTEGER), number_series.year) IS ?1",
        )?;
        let mut rows = statement.query([year])?;
        while let Some(row) = rows.next()? {
            let (id, number): ([u8; 16], String) = (row.get(0)?, row.get(1)?);
            let state = MouState::from_code(row.get_ref(4)?.as_str().unwrap_or("")).unwrap_or_default();
            if number.is_empty() && !state.was_signed() {
                continue;
            }
            at.insert(id, mous.len());
            mous.push(RegisteredMou {
                id: Some(AnyId::from_bytes(id)),
                number,
                date: day(row.get(2)?),
                subject: row.get(3)?,
                state,
                copies: (row.get(5)?, row.get(6)?),
                ..RegisteredMou::default()
            });
        }
        // The whole table is read once: one question for each MoU takes longer even for a tenth of them.
        let mut statement = self.connection().prepare_cached(
            "SELECT mou_party.mou, mou_party.role = 'witness', coalesce(organisation.name, person.full_name, ''),
                 coalesce(signer.full_name, person.full_name, ''), mou_party.sequence
             FROM mou_party
             LEFT JOIN organisation ON organisation.id = mou_party.organisation
             LEFT JOIN person ON person.id = mou_party.person
             LEFT JOIN position ON position.id = mou_party.signer
             LEFT JOIN person AS signer ON signer.id = position.person
             WHERE mou_party.deleted = 0",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let place = row.get::<_, Option<[u8; 16]>>(0)?.and_then(|id| at.get(&id));
            let Some(mou) = place.and_then(|place| mous.get_mut(*place)) else { continue };
            if row.get(1)? {
                mou.witnesses += 1;
            } else {
                let place: i64 = row.get(4)?;
                let later = mou.parties.partition_point(|(other, ..)| *other <= place);
                mou.parties.insert(later, (place, row.get(2)?, row.get(3)?));
            }
        }
        Ok(mous)
    }

    /// The years in whose registers of documents MoUs stand; `None` for those of no year.
    pub fn registered_years(&self) -> Result<BTreeSet<Option<i64>>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT DISTINCT coalesce(CAST(substr(mou.date, 1, 4) AS INTEGER), number_series.year), mou.state,
                 mou.number <> ''
             FROM mou LEFT JOIN number_series ON number_series.id = mou.series WHERE mou.deleted = 0",
        )?;
        let mut rows = statement.query([])?;
        let mut years = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let state = MouState::from_code(row.get_ref(1)?.as_str().unwrap_or(""));
            if row.get(2)? || state.is_some_and(MouState::was_signed) {
                years.insert(row.get(0)?);
            }
        }
        Ok(years)
    }

    /// The MoUs outside the trash that got a number of this series, with their days.
    pub fn mous_of_series(&self, series: Id<NumberSeries>) -> Result<HashMap<Id<Mou>, Option<Date>>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT mou.id, mou.date FROM issued_number JOIN mou ON mou.id = issued_number.mou
             WHERE issued_number.series = ?1 AND issued_number.deleted = 0 AND mou.deleted = 0",
        )?;
        let mous = statement.query_map([series.any().bytes()], |row| {
            Ok((Id::from_any(AnyId::from_bytes(row.get(0)?)), day(row.get(1)?)))
        })?;
        Ok(mous.collect::<std::result::Result<_, _>>()?)
    }

    /// The conferences at which MoUs are signed.
    pub fn conferences_with_mous(&self) -> Result<BTreeSet<AnyId>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id FROM conference
             WHERE EXISTS (SELECT 1 FROM mou WHERE mou.conference = conference.id AND mou.deleted = 0)",
        )?;
        let ids = statement.query_map([], |row| row.get(0).map(AnyId::from_bytes))?;
        Ok(ids.collect::<std::result::Result<_, _>>()?)
    }

    /// How far the MoUs of a conference are, by the log: it knows the moment, an event only the day.
    pub fn reached_at(&self, conference: Id<Conference>) -> Result<BTreeMap<Id<Mou>, Reached>> {
        let mut all: BTreeMap<Id<Mou>, Reached> = BTreeMap::new();
        let mut statement = self.connection().prepare_cached(
            "SELECT mou.id, mou_event.state,
                 (SELECT operation.at FROM change JOIN operation ON operation.rid = change.operation
                  WHERE change.row = mou_event.id ORDER BY change.rid DESC LIMIT 1)
             FROM mou JOIN mou_event ON mou_event.mou = mou.id
             WHERE mou.conference = ?1 AND mou.deleted = 0 AND mou_event.deleted = 0 ORDER BY mou_event.rid",
        )?;
        let mut rows = statement.query([conference.any().bytes()])?;
        while let Some(row) = rows.next()? {
            let id = Id::from_any(AnyId::from_bytes(row.get(0)?));
            let state = MouState::from_code(row.get_ref(1)?.as_str().unwrap_or(""));
            if let (Some(state), Some(at)) = (state, row.get(2)?) {
                all.entry(id).or_default().times.push((state, at));
            }
        }
        let mut statement = self.connection().prepare_cached(
            "SELECT mou.id, count(*) FROM mou JOIN frozen_document ON frozen_document.mou = mou.id
             WHERE mou.conference = ?1 AND mou.deleted = 0 AND frozen_document.deleted = 0 GROUP BY mou.id",
        )?;
        let mut rows = statement.query([conference.any().bytes()])?;
        while let Some(row) = rows.next()? {
            let id = Id::from_any(AnyId::from_bytes(row.get(0)?));
            all.entry(id).or_default().papers = usize::try_from(row.get::<_, i64>(1)?).unwrap_or(0);
        }
        Ok(all)
    }
}
