//! What single screens show: the history of a record, the home screen, the trash, and what the MoU editor
//! chooses from.

use jiff::civil::{Date, DateTime};

use super::any_record::name_of;
use super::conference::coming;
use super::detail::{name_by_id, referred_kind};
use super::queries::{final_texts, party_dossiers};
use super::related::{Related, pictures, related};
use super::reminders::{Reminder, name, reminders};
use super::{ConferencePlan, MouDraft, Query, Reached, Shown, mou_dossier};
use crate::domain::{
    AnyId, Artisan, Conference, ConferenceTask, FrozenDocument, Id, Mou, MouDossier, MouParty, MouState,
    NumberSeries, ObligationState, Organisation, PartyDossier, PartyRole, Person, Picture, Position, Product,
    Record, RecordKind, Sales, Stored, TaskOrigin, Village, office_time,
};
use crate::error::Result;
use crate::store::{HistoryEntry, Hit, Recent, Rows, SearchQuery, Store};
use crate::vietnamese::PartialDate;

/// Asks what happened to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The record, and others that are shown as one with it (the person of an artisan).
    pub of: Vec<AnyId>,
}

/// One change of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryLine {
    /// The record that was changed.
    pub of: AnyId,
    /// The change.
    pub entry: HistoryEntry,
    /// Column, value before and value after, with records by their names.
    pub values: Vec<(String, String, String)>,
}

impl Query for History {
    type Answer = Vec<HistoryLine>;

    fn reads(&self) -> Vec<RecordKind> {
        RecordKind::ALL.to_vec()
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<HistoryLine>> {
        let mut lines = Vec::new();
        for id in &self.of {
            for entry in store.history(*id)? {
                let values = entry.columns.iter().map(|(column, before, after)| {
                    let named = |value: &String| -> Result<String> {
                        let Some(kind) = referred_kind(column) else { return Ok(value.clone()) };
                        // One record, or several with semicolons between.
                        let mut names = Vec::new();
                        for part in value.split(';') {
                            let Some(id) = AnyId::from_hex(part) else { return Ok(value.clone()) };
                            names.push(name_by_id(store.rows(), kind, id)?.unwrap_or_default());
                        }
                        Ok(names.join(", "))
                    };
                    Ok((column.clone(), named(before)?, named(after)?))
                });
                let values = values.collect::<Result<Vec<_>>>()?;
                lines.push(HistoryLine { of: *id, entry, values });
            }
        }
        // Newest first, as people ask.
        lines.sort_by_key(|line| std::cmp::Reverse(line.entry.operation.number));
        Ok(lines)
    }
}

/// Asks what is in the trash.
///
/// What lies there for longer than thirty days is no longer offered: the trash empties itself. Nothing is ever
/// wiped from the register, because other laptops may still speak of it; the history keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trash {
    /// Only what was put there since this moment, milliseconds since 1970 in UTC.
    pub since: i64,
}

impl Trash {
    /// So long it can be taken out again, in milliseconds.
    pub const KEPT: i64 = 30 * 24 * 60 * 60 * 1_000;
}

/// One record in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrashLine {
    /// Its kind.
    pub kind: RecordKind,
    /// Its id.
    pub id: AnyId,
    /// What it is called.
    pub name: String,
    /// When it was put there, milliseconds since 1970 in UTC.
    pub at: i64,
}

impl Query for Trash {
    type Answer = Vec<TrashLine>;

    fn reads(&self) -> Vec<RecordKind> {
        RecordKind::ALL.to_vec()
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<TrashLine>> {
        use RecordKind as K;
        let rows = store.rows();
        let mut lines = Vec::new();
        for kind in [
            K::Village,
            K::Artisan,
            K::Person,
            K::Organisation,
            K::Product,
            K::Mou,
            K::Conference,
            K::Position,
            K::Certificate,
            K::Preservation,
            K::Placement,
            K::Apprenticeship,
            K::Picture,
            K::SavedSearch,
            K::Obligation,
            K::FollowUp,
            K::Contract,
            K::Sales,
            K::NumberBlock,
            K::MouTemplate,
            K::LibraryClause,
        ] {
            for (id, at) in rows.trash(kind)?.into_iter().take_while(|(_, at)| *at >= self.since) {
                let name = name_by_id(rows, kind, id)?.unwrap_or_default();
                lines.push(TrashLine { kind, id, name, at });
            }
        }
        lines.sort_by_key(|line| std::cmp::Reverse(line.at));
        Ok(lines)
    }
}

/// Asks for records by what was typed; nothing typed gives the first of a kind in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// What was typed.
    pub text: String,
    /// Which kinds; empty means all that can be found.
    pub kinds: Vec<RecordKind>,
    /// At most this many.
    pub limit: usize,
}

impl Query for Find {
    type Answer = Vec<Hit>;

    fn reads(&self) -> Vec<RecordKind> {
        match self.kinds.as_slice() {
            [] => RecordKind::ALL.to_vec(),
            [RecordKind::Person] => vec![RecordKind::Person, RecordKind::Artisan],
            kinds => kinds.to_vec(),
        }
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<Hit>> {
        if !self.text.trim().is_empty() {
            if self.kinds == [RecordKind::Person] {
                return people(store, &self.text, self.limit);
            }
            let query = SearchQuery { text: &self.text, kinds: &self.kinds, limit: self.limit };
            return store.search(query);
        }
        let mut hits = Vec::new();
        let rows = store.rows();
        for kind in &self.kinds {
            for row in rows.in_order(*kind)?.into_iter().take(self.limit) {
                hits.extend(first_hit(rows, *kind, row)?);
            }
        }
        Ok(hits)
    }
}

/// People by what was typed. The index has a person who is an artisan as one: such a hit stands for the person.
fn people(store: &mut Store, text: &str, limit: usize) -> Result<Vec<Hit>> {
    let kinds = &[RecordKind::Person, RecordKind::Artisan];
    let hits = store.search(SearchQuery { text, kinds, limit })?;
    let rows = store.rows();
    let mut people = Vec::with_capacity(hits.len());
    for hit in hits {
        if hit.kind == RecordKind::Person {
            people.push(hit);
            continue;
        }
        let person = rows.get::<Artisan>(Id::from_any(hit.id))?.record.person.map(|id| id.any());
        let Some(id) = person else { continue };
        let Some(row) = rows.row_of(RecordKind::Person, id)? else { continue };
        people.push(Hit { kind: RecordKind::Person, id, row, ..hit });
    }
    Ok(people)
}

fn first_hit(rows: Rows<'_>, kind: RecordKind, row: i64) -> Result<Option<Hit>> {
    fn id_at<R: Record>(rows: Rows<'_>, row: i64) -> Result<Option<(AnyId, String)>> {
        Ok(rows.at_row::<R>(row)?.map(|stored| (stored.id.any(), name_of(&stored.record))))
    }
    let found = match kind {
        RecordKind::Village => id_at::<Village>(rows, row)?,
        RecordKind::Person => id_at::<Person>(rows, row)?,
        RecordKind::Organisation => id_at::<Organisation>(rows, row)?,
        RecordKind::Product => id_at::<Product>(rows, row)?,
        RecordKind::Conference => id_at::<Conference>(rows, row)?,
        RecordKind::Artisan => match rows.at_row::<Artisan>(row)? {
            Some(stored) => {
                let id = stored.id.any();
                name_by_id(rows, kind, id)?.map(|name| (id, name))
            }
            None => None,
        },
        _ => None,
    };
    Ok(found.map(|(id, name)| Hit {
        kind,
        id,
        row,
        name,
        place: String::new(),
        stage: crate::store::SpellingStage::AsTyped,
    }))
}

/// Asks for the numbers and lists of the home screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Home {
    /// Today at the office.
    pub today: Date,
}

/// What the home screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeAnswer {
    /// Records by kind.
    pub counts: Vec<(RecordKind, i64)>,
    /// MoUs that were signed and have not ended.
    pub under_way: i64,
    /// MoUs whose text is not final yet.
    pub drafts: i64,
    /// MoUs that led to a contract.
    pub contracted: i64,
    /// The next conference.
    pub conference: Option<NextConference>,
    /// The first that needs somebody, the most urgent first.
    pub reminders: Vec<Reminder>,
    /// How much needs somebody in all.
    pub reminded: usize,
    /// What was done last, newest first, with what it was done to.
    pub recent: Vec<Recent>,
}

/// A conference that is coming.
#[derive(Clone, Debug, PartialEq)]
pub struct NextConference {
    /// The conference.
    pub conference: Stored<Conference>,
    /// Guests who answered, of all that are invited.
    pub answered: Reached,
    /// Booths that have their place, of those planned.
    pub booths: Reached,
    /// MoUs with a final text, of those planned.
    pub final_texts: Reached,
    /// Tasks of the preparation that are done.
    pub tasks: Reached,
    /// Badges that were printed, of those that are needed.
    pub badges: Reached,
    /// The task that is due next, with its day.
    pub next: Option<(String, Option<Date>)>,
}

impl Query for Home {
    type Answer = HomeAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        RecordKind::ALL.to_vec()
    }

    fn answer(&self, store: &mut Store) -> Result<HomeAnswer> {
        use MouState as S;
        use RecordKind as K;
        let rows = store.rows();
        let kinds = [K::Village, K::Artisan, K::Organisation, K::Mou, K::Product];
        let counts = kinds.into_iter().map(|kind| Ok((kind, rows.count(kind)?))).collect::<Result<_>>()?;
        let states = rows.mou_states()?;
        let count = |wanted: &[MouState]| {
            states.iter().filter(|(state, _)| wanted.contains(state)).map(|(_, count)| count).sum()
        };
        let mut reminders = reminders(rows, self.today)?;
        let reminded = reminders.len();
        reminders.truncate(REMINDERS);
        name(rows, &mut reminders)?;
        let mut conference = None;
        if let Some(stored) = coming(&rows.all::<Conference>()?, self.today).cloned() {
            let mut open = rows.children::<ConferenceTask>("conference", stored.id.any())?;
            open.retain(|task| {
                task.record.state == ObligationState::Open && task.record.origin == TaskOrigin::Preparation
            });
            // What has no day comes last.
            open.sort_by_key(|task| (task.record.due.is_none(), task.record.due));
            let next = open.into_iter().next().map(|task| (task.record.task, task.record.due));
            let plan = ConferencePlan { conference: Some(stored.id), today: self.today }.answer(store)?;
            conference = Some(NextConference {
                conference: stored,
                answered: plan.answers,
                booths: plan.booths,
                final_texts: plan.mous,
                tasks: plan.tasks,
                badges: plan.badges,
                next,
            });
        }
        Ok(HomeAnswer {
            counts,
            under_way: count(&[S::Signed, S::Sealed, S::HandedOver, S::UnderWay, S::Contracted]),
            drafts: count(&[S::Draft]),
            contracted: count(&[S::Contracted, S::Completed]),
            conference,
            reminders,
            reminded,
            recent: store.recent_operations(RECENT)?,
        })
    }
}

/// How many operations the home screen lists.
const RECENT: usize = 8;

/// How many reminders the home screen lists.
const REMINDERS: usize = 7;

/// Who can sign for an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Signer {
    /// The position.
    pub position: Id<Position>,
    /// The person.
    pub person: Option<Id<Person>>,
    /// The person's name.
    pub name: String,
    /// The title of the position.
    pub title: String,
    /// The position itself, for whether it is held on a day.
    pub held: Position,
}

/// Asks who can sign for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The organisation.
    pub organisation: Id<Organisation>,
}

impl Query for Choices {
    type Answer = Vec<Signer>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::Position, RecordKind::Person]
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<Signer>> {
        let rows = store.rows();
        let mut signers = Vec::new();
        for stored in rows.children::<Position>("organisation", self.organisation.any())? {
            let person = rows.linked(stored.record.person)?;
            signers.push(Signer {
                position: stored.id,
                person: stored.record.person,
                name: person.map(|person| person.record.full_name).unwrap_or_default(),
                title: stored.record.title.clone(),
                held: stored.record,
            });
        }
        Ok(signers)
    }
}

/// Asks for the last MoU with an organisation, to begin a new one with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastWith {
    /// The organisation.
    pub organisation: Id<Organisation>,
    /// The MoU that is being written.
    pub not: Id<Mou>,
}

impl Query for LastWith {
    type Answer = Option<(String, MouDraft)>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::Mou, RecordKind::MouParty, RecordKind::MouClause, RecordKind::MouProduct]
    }

    fn answer(&self, store: &mut Store) -> Result<Self::Answer> {
        let rows = store.rows();
        let mut last: Option<(Option<Date>, Id<Mou>)> = None;
        for party in rows.children::<MouParty>("organisation", self.organisation.any())? {
            let Some(mou) = party.record.mou.filter(|mou| *mou != self.not) else { continue };
            if party.record.role == PartyRole::Witness
                || rows.is_deleted(RecordKind::Mou, mou.any())? != Some(false)
            {
                continue;
            }
            let record = rows.get(mou)?.record;
            if !record.number.is_empty() && last.is_none_or(|(date, id)| (date, id) < (record.date, mou)) {
                last = Some((record.date, mou));
            }
        }
        let Some((_, id)) = last else { return Ok(None) };
        let dossier = mou_dossier(&rows, id)?;
        Ok(Some((dossier.mou.number.clone(), MouDraft::like(&dossier))))
    }
}

/// Asks for the parties of a MoU in order, then its witnesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MouParties {
    /// The MoU.
    pub id: Id<Mou>,
}

impl Query for MouParties {
    type Answer = Vec<PartyDossier>;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![K::MouParty, K::Organisation, K::Person, K::Position]
    }

    fn answer(&self, store: &mut Store) -> Result<Self::Answer> {
        party_dossiers(store.rows(), self.id)
    }
}

/// Asks for a MoU and what its editor chooses from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MouDesk {
    /// The MoU.
    pub id: Id<Mou>,
}

/// A MoU on the desk of its editor.
#[derive(Clone, Debug, PartialEq)]
pub struct MouDeskAnswer {
    /// The MoU with everything its paper says.
    pub dossier: MouDossier,
    /// Series its number can come from.
    pub series: Vec<(Id<NumberSeries>, NumberSeries)>,
    /// Conferences it can be signed at.
    pub conferences: Vec<(Id<Conference>, String)>,
    /// What came of it: tasks, talks, contracts, sales, its states with the officer who noted each, and its scans
    /// with who filed them.
    pub related: Vec<Related>,
    /// Scans and photographs of the signed sheets, the main one first.
    pub pictures: Vec<Stored<Picture>>,
    /// What was sold under it so far, in đồng.
    pub sold: i64,
    /// Its final texts, the newest first: the one in force, and those it replaced.
    pub papers: Vec<(Id<FrozenDocument>, FrozenDocument)>,
    /// Whether it is in the trash.
    pub deleted: bool,
}

impl Query for MouDesk {
    type Answer = MouDeskAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        RecordKind::ALL.to_vec()
    }

    fn answer(&self, store: &mut Store) -> Result<MouDeskAnswer> {
        let of = self.id.any();
        let rows = store.rows();
        let mut all = related(rows, RecordKind::Mou, of)?;
        for event in all.iter_mut().filter(|related| related.kind == RecordKind::MouEvent) {
            if let Some(noted) = store.history(event.id)?.last() {
                event.second.insert(0, Shown::Text(noted.operation.officer.clone()));
            }
        }
        let pictures = pictures(store.rows(), RecordKind::Mou, of)?;
        for Stored { id, record, .. } in &pictures {
            // A scan happened on the day it was filed.
            let filed = store.history(id.any())?.into_iter().next().map(|entry| entry.operation);
            let date = filed.as_ref().and_then(|filed| office_time(filed.at)).map(DateTime::date);
            let name = if record.caption.is_empty() { &record.file_name } else { &record.caption };
            let officer = Shown::Text(filed.map(|filed| filed.officer).unwrap_or_default());
            let name = Shown::Text(name.clone());
            let scan = Related::new(RecordKind::Picture, id.any(), name, vec![officer]);
            all.push(Related { date: date.map(PartialDate::Day), ..scan });
        }
        let rows = store.rows();
        let sales = rows.children::<Sales>("mou", of)?;
        let papers = final_texts(rows, self.id)?;
        Ok(MouDeskAnswer {
            related: all,
            pictures,
            sold: sales.iter().filter_map(|stored| stored.record.amount).sum(),
            papers: papers.into_iter().map(|stored| (stored.id, stored.record)).collect(),
            dossier: mou_dossier(&rows, self.id)?,
            series: rows.all::<NumberSeries>()?.into_iter().map(|found| (found.id, found.record)).collect(),
            conferences: rows
                .all::<Conference>()?
                .into_iter()
                .map(|found| (found.id, found.record.name))
                .collect(),
            deleted: rows.is_deleted(RecordKind::Mou, self.id.any())?.unwrap_or(false),
        })
    }
}
