//! A signing ceremony: the MoUs of a conference in their batches and order, and how far each pair is.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};

use super::conference::of_now;
use super::queries::party_dossiers;
use super::{Outcome, Query};
use crate::domain::{
    Conference, Id, Mou, MouState, PartyDossier, PartyRole, Person, RecordKind, SigningForm, Stored,
};
use crate::error::Result;
use crate::i18n::Language;
use crate::store::{Reached, Rows, Store, Writer};

/// Asks for the ceremony of a conference; without one, for that of the conference of now among those at which
/// something is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ceremony {
    /// The conference.
    pub conference: Option<Id<Conference>>,
    /// Today at the office.
    pub today: Date,
    /// The language of names and subjects; what has none in English stands in Vietnamese.
    pub language: Language,
}

/// The ceremony.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CeremonyAnswer {
    /// The conference.
    pub conference: Option<(Id<Conference>, Conference)>,
    /// Who holds it.
    pub host: String,
    /// The conferences at which MoUs are signed, the latest first.
    pub conferences: Vec<(Id<Conference>, String)>,
    /// The pairs in the order they are called.
    pub pairs: Vec<Signing>,
}

/// One MoU of a ceremony.
#[derive(Clone, Debug, PartialEq)]
pub struct Signing {
    /// The MoU.
    pub id: Id<Mou>,
    /// Its number.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// The batch, from 1; 0 while it is in none.
    pub batch: i64,
    /// When the batch begins.
    pub begins: Option<Time>,
    /// All its originals are there and were looked through.
    pub checked: bool,
    /// How far it is.
    pub state: MouState,
    /// The parties in order.
    pub parties: Vec<Seat>,
    /// The witnesses in order.
    pub witnesses: Vec<Seat>,
    /// Originals in all, and how many each party and each witness keeps.
    pub copies: (i64, i64, i64),
    /// Its expected value in đồng.
    pub target: Option<i64>,
    /// How many final texts it had: more than one when a signer was replaced.
    pub papers: usize,
    /// When it reached its states, milliseconds since 1970 in UTC.
    pub times: Vec<(MouState, i64)>,
}

/// A party or witness at the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// Its name.
    pub name: String,
    /// Its short name, or its name.
    pub short: String,
    /// Who signs, with honorific.
    pub signer: String,
    /// The position of who signs.
    pub title: String,
    /// Signs by a power of attorney.
    pub by_authority: bool,
    /// The last day of the power of attorney, when the signing comes after it.
    pub authority_over: Option<Date>,
}

impl Seat {
    /// Who signs, with the position where there is one.
    pub fn signed(&self) -> String {
        if self.title.is_empty() { self.signer.clone() } else { format!("{}, {}", self.signer, self.title) }
    }
}

impl CeremonyAnswer {
    /// When a batch begins, if that is known.
    pub fn begins(&self, batch: i64) -> Option<Time> {
        self.pairs.iter().filter(|pair| pair.batch == batch).find_map(|pair| pair.begins)
    }
}

impl Signing {
    /// Who witnesses, as it is read: nothing without witnesses.
    pub fn witnessed(&self) -> String {
        self.witnesses.iter().map(Seat::signed).collect::<Vec<_>>().join("; ")
    }

    /// Whether its text is final and nobody signed yet.
    pub fn waits(&self) -> bool {
        self.state.is_unsigned()
    }

    /// The short names of its parties.
    pub fn names(&self) -> String {
        self.parties.iter().map(|seat| seat.short.as_str()).collect::<Vec<_>>().join(" – ")
    }
}

impl Query for Ceremony {
    type Answer = CeremonyAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![
            K::Mou,
            K::MouParty,
            K::MouEvent,
            K::FrozenDocument,
            K::Organisation,
            K::Person,
            K::Position,
            K::Conference,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<CeremonyAnswer> {
        let rows = store.rows();
        let with_mous = rows.conferences_with_mous()?;
        let mut conferences = rows.all::<Conference>()?;
        conferences.retain(|stored| with_mous.contains(&stored.id.any()));
        conferences.sort_by_key(|stored| std::cmp::Reverse(stored.record.from_date));
        let named = self.conference.and_then(|id| conferences.iter().find(|stored| stored.id == id));
        let Some(chosen) = named.or_else(|| of_now(&conferences, self.today)).cloned() else {
            return Ok(CeremonyAnswer::default());
        };
        let language = self.language;
        let host = rows.linked(chosen.record.host)?.map(|host| host.record);
        let host = host.map(|host| language.pick(&host.name, &host.name_en).to_owned());
        let mut reached = rows.reached_at(chosen.id)?;
        let mut pairs = Vec::new();
        for mou in rows.children::<Mou>("conference", chosen.id.any())? {
            let reached = reached.remove(&mou.id).unwrap_or_default();
            pairs.push((mou.record.ceremony_order, signing(rows, &mou, reached, (self.today, language))?));
        }
        // What is in no batch yet stands last, and so does what has no place in its batch.
        let last = |number: Option<i64>| number.unwrap_or(i64::MAX);
        pairs.sort_by_key(|(order, pair)| {
            let batch = if pair.batch == 0 { i64::MAX } else { pair.batch };
            (batch, last(*order), pair.number.clone(), pair.id)
        });
        Ok(CeremonyAnswer {
            host: host.unwrap_or_default(),
            conferences: conferences.iter().map(|found| (found.id, found.record.name.clone())).collect(),
            pairs: pairs.into_iter().map(|(_, pair)| pair).collect(),
            conference: Some((chosen.id, named_in(language, chosen.record))),
        })
    }
}

fn signing(
    rows: Rows<'_>,
    Stored { id, record: mou, .. }: &Stored<Mou>,
    reached: Reached,
    (today, language): (Date, Language),
) -> Result<Signing> {
    let all = party_dossiers(rows, *id)?;
    // Who has not signed yet signs on the day of the text, or later.
    let day = mou.state.is_unsigned().then(|| mou.date.map_or(today, |day| day.max(today)));
    let of_role = |role| {
        let seats = all.iter().filter(move |party| party.party.role == role);
        seats.map(|party| seat(party, day, language)).collect()
    };
    Ok(Signing {
        id: *id,
        number: mou.number.clone(),
        subject: language.pick(&mou.subject, &mou.subject_en).to_owned(),
        batch: mou.ceremony_batch.unwrap_or(0).max(0),
        begins: mou.ceremony_time,
        checked: mou.copies_checked,
        state: mou.state,
        copies: (mou.originals(&all), mou.copies_each.unwrap_or(0), mou.witness_copies.unwrap_or(0)),
        parties: of_role(PartyRole::Party),
        witnesses: of_role(PartyRole::Witness),
        target: mou.target_value,
        papers: reached.papers,
        times: reached.times,
    })
}

/// A conference by its name in a language.
fn named_in(language: Language, conference: Conference) -> Conference {
    let name = language.pick(&conference.name, &conference.name_en).to_owned();
    Conference { name, ..conference }
}

fn seat(party: &PartyDossier, day: Option<Date>, language: Language) -> Seat {
    let spoken = |person: &Person| format!("{} {}", person.polite_in(language), person.full_name);
    if let Some(person) = &party.person {
        let name = spoken(person);
        return Seat { short: name.clone(), name: name.clone(), signer: name, ..Seat::default() };
    }
    let organisation = party.organisation.clone().unwrap_or_default();
    let signer = party.signer.as_ref();
    let position = party.position.as_ref();
    Seat {
        short: organisation.short().to_owned(),
        name: language.pick(&organisation.name, &organisation.name_en).to_owned(),
        signer: signer.map(spoken).unwrap_or_default(),
        title: position
            .map(|position| language.pick(&position.title, &position.title_en).to_owned())
            .unwrap_or_default(),
        by_authority: position.is_some_and(|position| position.form() == SigningForm::Authority),
        authority_over: position.zip(day).and_then(|(position, day)| position.authority_over(day)),
    }
}

/// Puts MoUs into their batches and order; the text of a final one is not touched by it.
pub(super) fn arrange(
    writer: &mut Writer<'_>,
    places: &[(Id<Mou>, Option<i64>, Option<i64>)],
) -> Result<Outcome> {
    let mut known = Vec::new();
    let mut times = BTreeMap::new();
    for (id, batch, _) in places {
        let mou = writer.rows().get(*id)?.record;
        if let (true, Some(time)) = (mou.ceremony_batch == *batch, mou.ceremony_time) {
            times.insert(*batch, time);
        }
        known.push(mou);
    }
    for ((id, batch, order), before) in places.iter().zip(known) {
        // Who joins a batch begins with it.
        let time = batch.and_then(|_| times.get(batch).copied());
        let (ceremony_batch, ceremony_order) = (*batch, *order);
        let after = Mou { ceremony_batch, ceremony_order, ceremony_time: time, ..before.clone() };
        writer.update(*id, &before, &after)?;
    }
    Ok(Outcome::default())
}

/// Says when a batch begins.
pub(super) fn set_time(writer: &mut Writer<'_>, mous: &[Id<Mou>], time: Option<Time>) -> Result<Outcome> {
    for id in mous {
        let before = writer.rows().get(*id)?.record;
        writer.update(*id, &before, &Mou { ceremony_time: time, ..before.clone() })?;
    }
    Ok(Outcome::default())
}

/// Notes that the originals of a MoU are all there and were looked through, or that they are not.
pub(super) fn check_copies(writer: &mut Writer<'_>, id: Id<Mou>, checked: bool) -> Result<Outcome> {
    let before = writer.rows().get(id)?.record;
    let copies_checked = checked && before.state != MouState::Draft;
    writer.update(id, &before, &Mou { copies_checked, ..before.clone() })?;
    Ok(Outcome::default())
}
