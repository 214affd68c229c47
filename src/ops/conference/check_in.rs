//! What is done at a check-in desk. Entries are only ever added: an arrival that was a mistake gets a withdrawal
//! after it, so that desks whose files are merged come to the same result in whatever order they meet.

use super::desk_guests::phone_digits;
use super::guests::{self, Codes, Said, participation_id};
use super::{Outcome, chosen};
use crate::domain::{
    Answer, AnyId, CheckIn, CheckInKind, Clean as _, CodeSet, Conference, ConsentPurpose, GuestGroup, Id,
    IdSource, InvitationChannel, Organisation, Participation, Person, PhoneNumber, PhoneNumbers, RecordKind,
    Stored, office_time,
};
use crate::error::Result;
use crate::i18n::{Message, message};
use crate::ops::Query;
use crate::ops::records::passed;
use crate::store::{Rows, Store, Writer};
use crate::vietnamese::{clean, fold, parse_phones};
use jiff::civil::DateTime;
use std::collections::{BTreeMap, BTreeSet};

/// An act at a check-in desk.
#[derive(Clone, Debug, PartialEq)]
pub struct AtDesk {
    /// The desk: "Bàn 2".
    pub desk: String,
    /// Who sits there.
    pub officer: String,
    /// Whom it is about, as the history names it.
    pub name: String,
    /// What is done.
    pub act: DeskAct,
}

/// What can be done at a desk.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskAct {
    /// A guest came. Nothing is written when the guest is in already.
    Arrive(Id<Participation>),
    /// The arrival of a guest was a mistake.
    Withdraw(Id<Participation>),
    /// Somebody came instead of a guest: name and telephone number.
    Substitute(Id<Participation>, String, String),
    /// Somebody came who stands on no list.
    WalkIn(Id<Conference>, WalkIn),
    /// The badge of a guest was printed.
    Badge(Id<Participation>),
    /// A guest has now been given all of this, codes of [`Handout`](crate::domain::Handout).
    HandOut(Id<Participation>, CodeSet),
}

/// Somebody who stands on no list; only the name has to be known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WalkIn {
    /// Full name.
    pub name: String,
    /// The organisation in words; one of the register that is called so is meant.
    pub organisation: String,
    /// Telephone number.
    pub phone: String,
    /// Group of guests.
    pub group: GuestGroup,
    /// To what the guest agreed, codes of [`ConsentPurpose`].
    pub consents: CodeSet,
}

/// What an act at a desk came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Noted {
    /// The guest.
    pub guest: Id<Participation>,
    /// What was written; for a guest who was in already the entry of that arrival.
    pub entry: CheckIn,
    /// The guest was in already, and nothing was written.
    pub already: bool,
}

impl AtDesk {
    pub(super) fn label(&self) -> Message {
        let label = match self.act {
            DeskAct::Arrive(_) => message("operation-desk-arrive"),
            DeskAct::Withdraw(_) => message("operation-desk-withdraw"),
            DeskAct::Substitute(..) => message("operation-desk-substitute"),
            DeskAct::WalkIn(..) => message("operation-desk-walk-in"),
            DeskAct::Badge(_) => message("operation-desk-badge"),
            DeskAct::HandOut(..) => message("operation-desk-handouts"),
        };
        label.with("name", self.name.as_str())
    }
}

/// Badges that were printed together; each counts as one that a desk prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedBadges {
    /// The conference.
    pub conference: Id<Conference>,
    /// Whose badges; without them those of everybody who [has one](has_badge).
    pub only: Option<Vec<Id<Participation>>>,
    /// The desk of the laptop that printed them; may be empty.
    pub desk: String,
    /// Who printed them.
    pub officer: String,
}

/// Whether a badge is printed for a guest when all are: for who is expected, and for who came.
pub fn has_badge(guest: &Participation, is_there: bool) -> bool {
    guest.is_expected() || is_there
}

impl PrintedBadges {
    pub(super) fn execute(&self, writer: &mut Writer<'_>, ids: &mut IdSource) -> Result<Outcome> {
        let guests = if let Some(guests) = &self.only {
            guests.clone()
        } else {
            let entries = entries_of(writer.rows(), self.conference)?;
            let mut guests = writer.rows().children::<Participation>("conference", self.conference.any())?;
            guests.retain(|guest| has_badge(&guest.record, entries.arrival(guest.id).is_some()));
            guests.into_iter().map(|guest| guest.id).collect()
        };
        for guest in guests {
            let at = AtDesk {
                desk: self.desk.clone(),
                officer: self.officer.clone(),
                name: String::new(),
                act: DeskAct::Badge(guest),
            };
            execute(writer, ids, &at)?;
        }
        Ok(Outcome::default())
    }
}

/// How many of the guests who have a badge hold a printed one, and how many they are.
pub(super) fn badges(
    rows: Rows<'_>,
    conference: Id<Conference>,
    guests: &[Stored<Participation>],
) -> Result<(usize, usize)> {
    let entries = entries_of(rows, conference)?;
    let have = guests.iter().filter(|guest| has_badge(&guest.record, entries.arrival(guest.id).is_some()));
    let printed =
        |guest: &Id<Participation>| entries.presence.get(guest).is_some_and(|presence| presence.badges > 0);
    let have: Vec<_> = have.map(|guest| guest.id).collect();
    Ok((have.iter().filter(|guest| printed(guest)).count(), have.len()))
}

/// Asks which other laptops write entries under the name of a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskTwins {
    /// The conference.
    pub conference: Id<Conference>,
    /// The name of the desk.
    pub desk: String,
}

impl Query for DeskTwins {
    /// Codes of the laptops, each with how many entries it wrote.
    type Answer = Vec<(String, i64)>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::CheckIn]
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<(String, i64)>> {
        store.rows().check_ins_of_others(self.conference, &self.desk)
    }
}

/// What the entries of a guest say, taken in order of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Presence {
    /// The arrival, while the guest is in: the first one since the last withdrawal.
    pub arrival: Option<CheckIn>,
    /// How often the badge was printed.
    pub badges: usize,
    /// What the guest was given.
    pub handouts: CodeSet,
}

impl Presence {
    fn take(&mut self, entry: &CheckIn) {
        match entry.kind {
            CheckInKind::Arrival => {
                self.arrival.get_or_insert_with(|| entry.clone());
            }
            CheckInKind::Withdrawal => self.arrival = None,
            CheckInKind::Badge => self.badges += 1,
            CheckInKind::Handout => entry.handouts.clone_into(&mut self.handouts),
            CheckInKind::Given => self.handouts.0.extend(entry.handouts.0.iter().cloned()),
            CheckInKind::TakenBack => self.handouts.0.retain(|code| !entry.handouts.0.contains(code)),
        }
    }
}

fn in_order(mut entries: Vec<Stored<CheckIn>>) -> Vec<Stored<CheckIn>> {
    entries.sort_by_key(|stored| (stored.record.at, stored.id));
    entries
}

/// Asks for the entries of all desks of a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskEntries {
    /// The conference; without it the one that runs or comes next.
    pub conference: Option<Id<Conference>>,
    /// Today at the office.
    pub today: jiff::civil::Date,
}

/// The entries of all desks of a conference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeskEntriesAnswer {
    /// In order of time.
    pub entries: Vec<Stored<CheckIn>>,
    /// What they say of each guest.
    pub presence: BTreeMap<Id<Participation>, Presence>,
}

impl DeskEntriesAnswer {
    /// The arrival of a guest who is in.
    pub fn arrival(&self, guest: Id<Participation>) -> Option<&CheckIn> {
        self.presence.get(&guest)?.arrival.as_ref()
    }

    /// The guest whose arrival a desk noted last and that still stands.
    pub fn last_at(&self, desk: &str) -> Option<Id<Participation>> {
        let arrivals = self.entries.iter().rev().map(|stored| &stored.record);
        let mut own = arrivals.filter(|entry| entry.desk == desk && entry.kind == CheckInKind::Arrival);
        own.find_map(|entry| entry.participation.filter(|guest| self.arrival(*guest) == Some(entry)))
    }
}

impl Query for DeskEntries {
    type Answer = DeskEntriesAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::CheckIn, RecordKind::Conference]
    }

    fn answer(&self, store: &mut Store) -> Result<DeskEntriesAnswer> {
        let rows = store.rows();
        let Some(conference) = chosen(rows, self.conference, self.today)? else {
            return Ok(DeskEntriesAnswer::default());
        };
        entries_of(rows, conference.id)
    }
}

fn entries_of(rows: Rows<'_>, conference: Id<Conference>) -> Result<DeskEntriesAnswer> {
    let entries = in_order(rows.check_ins(conference)?);
    let mut presence: BTreeMap<_, Presence> = BTreeMap::new();
    for Stored { record, .. } in &entries {
        if let Some(guest) = record.participation {
            presence.entry(guest).or_default().take(record);
        }
    }
    Ok(DeskEntriesAnswer { entries, presence })
}

/// Who of a conference is there, and when each came, milliseconds since 1970 in UTC.
pub(super) fn arrivals(
    rows: Rows<'_>,
    conference: Id<Conference>,
) -> Result<BTreeMap<Id<Participation>, i64>> {
    let presence = entries_of(rows, conference)?.presence;
    Ok(presence.into_iter().filter_map(|(guest, of)| Some((guest, of.arrival?.at?))).collect())
}

/// Carries an act out.
pub(super) fn execute(writer: &mut Writer<'_>, ids: &mut IdSource, at: &AtDesk) -> Result<Outcome> {
    match &at.act {
        DeskAct::Arrive(guest) => arrive(writer, ids, at, *guest),
        DeskAct::Withdraw(guest) => {
            if !is_there(writer.rows(), *guest)? {
                return Ok(Outcome::default());
            }
            note(writer, ids, at, *guest, CheckInKind::Withdrawal, CodeSet::default())
        }
        DeskAct::Substitute(guest, name, phone) => substitute(writer, ids, at, *guest, (name, phone)),
        DeskAct::WalkIn(conference, walk_in) => add_walk_in(writer, ids, at, *conference, walk_in),
        DeskAct::Badge(guest) => note(writer, ids, at, *guest, CheckInKind::Badge, CodeSet::default()),
        DeskAct::HandOut(guest, handouts) => {
            // What differs is written, not all there is: another desk may have given something meanwhile.
            let had = of_guest(writer.rows(), *guest)?.0.handouts.0;
            let given = handouts.0.difference(&had).cloned().collect::<BTreeSet<_>>();
            let back = had.difference(&handouts.0).cloned().collect::<BTreeSet<_>>();
            let mut outcome = Outcome::default();
            for (kind, codes) in [(CheckInKind::Given, given), (CheckInKind::TakenBack, back)] {
                if !codes.is_empty() {
                    outcome = note(writer, ids, at, *guest, kind, CodeSet(codes))?;
                }
            }
            Ok(outcome)
        }
    }
}

/// Whether a guest is in.
pub(super) fn is_there(rows: Rows<'_>, guest: Id<Participation>) -> Result<bool> {
    Ok(of_guest(rows, guest)?.0.arrival.is_some())
}

/// What the entries of a guest say, and the moment of the last one.
fn of_guest(rows: Rows<'_>, guest: Id<Participation>) -> Result<(Presence, Option<i64>)> {
    let entries = in_order(rows.children("participation", guest.any())?);
    let mut presence = Presence::default();
    for stored in &entries {
        presence.take(&stored.record);
    }
    Ok((presence, entries.last().and_then(|stored| stored.record.at)))
}

fn arrive(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    at: &AtDesk,
    guest: Id<Participation>,
) -> Result<Outcome> {
    if let Some(entry) = of_guest(writer.rows(), guest)?.0.arrival {
        let noted = Some(Noted { guest, entry, already: true });
        return Ok(Outcome { id: Some(guest.any()), noted, ..Outcome::default() });
    }
    note(writer, ids, at, guest, CheckInKind::Arrival, CodeSet::default())
}

fn note(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    at: &AtDesk,
    guest: Id<Participation>,
    kind: CheckInKind,
    handouts: CodeSet,
) -> Result<Outcome> {
    writer.rows().get(guest)?;
    // The clocks of two laptops differ: what is written knowing another entry stands after it.
    let last = of_guest(writer.rows(), guest)?.1;
    let moment = last.map_or(writer.at(), |last| writer.at().max(last + 1));
    let entry = CheckIn {
        participation: Some(guest),
        kind,
        at: Some(moment),
        desk: at.desk.clone(),
        officer: at.officer.clone(),
        handouts,
    };
    writer.insert(ids.make_id::<CheckIn>(writer.at()), &entry)?;
    let noted = Some(Noted { guest, entry, already: false });
    Ok(Outcome { id: Some(guest.any()), noted, ..Outcome::default() })
}

fn substitute(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    at: &AtDesk,
    guest: Id<Participation>,
    (name, phone): (&str, &str),
) -> Result<Outcome> {
    let before = writer.rows().get(guest)?.record;
    let Some(conference) = before.conference else { return arrive(writer, ids, at, guest) };
    let announced = before.answer == Answer::Substitute;
    // A guest who is in has sent nobody.
    if is_there(writer.rows(), guest)? {
        return arrive(writer, ids, at, guest);
    }
    let person = person(writer, ids, conference, name, phone)?;
    if before.person == Some(person) {
        return arrive(writer, ids, at, guest);
    }
    // That somebody else comes was perhaps said before, whoever it is now.
    let today = office_time(writer.at()).map(DateTime::date);
    let said = Said {
        title: String::new(),
        day: if announced { before.answered_on } else { today },
        channel: if announced { before.answer_channel } else { InvitationChannel::None },
    };
    let mut codes = Codes::of_desk(writer, conference, &desk_letters(&at.desk))?;
    let sent = guests::substitute(writer, guest, (conference, person), &said, &mut codes)?;
    arrive(writer, ids, at, sent)
}

fn add_walk_in(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    at: &AtDesk,
    conference: Id<Conference>,
    walk_in: &WalkIn,
) -> Result<Outcome> {
    let person = person(writer, ids, conference, &walk_in.name, &walk_in.phone)?;
    let known = participation_id(conference, person);
    if writer.rows().is_deleted(RecordKind::Participation, known.any())? == Some(false) {
        return arrive(writer, ids, at, known);
    }
    let words = clean(&walk_in.organisation);
    let organisation = organisation(writer.rows(), &words)?;
    let mut codes = Codes::of_desk(writer, conference, &desk_letters(&at.desk))?;
    let mut added = Participation {
        conference: Some(conference),
        person: Some(person),
        answer: Answer::Coming,
        // What is no organisation of the register stands on the badge as it was said.
        title: if organisation.is_none() { words } else { String::new() },
        organisation,
        guest_group: walk_in.group,
        walk_in: true,
        ..Participation::default()
    };
    for purpose in ConsentPurpose::ALL {
        added.agree(*purpose, walk_in.consents.0.contains(purpose.code()));
    }
    guests::take_in(writer, known, &mut codes, added, |there, _| there.clone())?;
    arrive(writer, ids, at, known)
}

/// The person of this name and telephone number, new where the register has none. Two desks that enter the same
/// newcomer with the same number make the same record.
fn person(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    conference: Id<Conference>,
    name: &str,
    phone: &str,
) -> Result<Id<Person>> {
    let phones = parse_phones(phone).0.into_iter();
    let phones: Vec<_> = phones.map(|phone| PhoneNumber { digits: phone.digits, zalo: false }).collect();
    let person = Person { full_name: clean(name), phones: PhoneNumbers(phones), ..Person::default() };
    passed(person.check())?;
    let key = fold(&person.full_name);
    let Some(first) = person.phones.0.first().map(|phone| phone.digits.clone()) else {
        let id = ids.make_id(writer.at());
        writer.insert(id, &person)?;
        return Ok(id);
    };
    let mut row = None;
    writer.rows().look_through(RecordKind::Person, &["phones", "full_name"], |number, texts| {
        let phones = texts.next().unwrap_or_default();
        if row.is_none() && phone_digits(phones).any(|digits| digits == first) {
            row = texts.next().is_some_and(|name| fold(name) == key).then_some(number);
        }
    })?;
    if let Some(row) = row
        && let Some(id) = writer.rows().id_at(RecordKind::Person, row)?
    {
        return Ok(Id::from_any(id));
    }
    let id = AnyId::from_parts(&format!("person {key} {first}"), &[conference.any()]);
    match writer.rows().is_deleted(RecordKind::Person, id)? {
        None => writer.insert(Id::from_any(id), &person)?,
        Some(true) => writer.set_deleted(RecordKind::Person, id, false)?,
        Some(false) => {}
    }
    Ok(Id::from_any(id))
}

/// The one organisation that is called so, by its full or short name.
fn organisation(rows: Rows<'_>, words: &str) -> Result<Option<Id<Organisation>>> {
    let key = fold(words);
    if key.is_empty() {
        return Ok(None);
    }
    let mut found = Vec::new();
    rows.look_through(RecordKind::Organisation, &["name", "short_name"], |row, texts| {
        for name in texts {
            if fold(name) == key && found.last() != Some(&row) {
                found.push(row);
            }
        }
    })?;
    let [row] = found.as_slice() else { return Ok(None) };
    Ok(rows.id_at(RecordKind::Organisation, *row)?.map(Id::from_any))
}

/// A desk in a code: the first letters of its words, and its numbers.
fn desk_letters(desk: &str) -> String {
    let letters = |word: &str| {
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            word.to_owned()
        } else {
            word.chars().take(1).collect()
        }
    };
    fold(desk).split(' ').map(letters).collect::<String>().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::CheckInKind as K;
    use super::*;

    #[test]
    fn a_desk_is_known_by_first_letters_and_numbers() {
        for (desk, letters) in [("Bàn 2", "B2"), ("A", "A"), ("Quầy lễ tân 10", "QLT10"), ("", "")] {
            assert_eq!(desk_letters(desk), letters, "{desk}");
        }
    }

    #[test]
    fn the_first_arrival_since_the_last_withdrawal_counts() {
        let entry = |kind, at| CheckIn { kind, at: Some(at), ..CheckIn::default() };
        let mut presence = Presence::default();
        for (kind, at, arrived) in [
            (K::Withdrawal, 1, None),
            (K::Arrival, 2, Some(2)),
            (K::Arrival, 3, Some(2)),
            (K::Badge, 4, Some(2)),
            (K::Withdrawal, 5, None),
            (K::Arrival, 6, Some(6)),
        ] {
            presence.take(&entry(kind, at));
            assert_eq!(presence.arrival.as_ref().and_then(|arrival| arrival.at), arrived);
        }
        assert_eq!(presence.badges, 1);
    }

    #[test]
    fn what_two_desks_gave_without_seeing_each_other_was_given() {
        let entry = |kind, codes: &[&str]| CheckIn {
            kind,
            handouts: CodeSet::of(codes.iter().copied()),
            ..CheckIn::default()
        };
        let mut presence = Presence::default();
        for (kind, codes, has) in [
            (K::Handout, &["papers"][..], &["papers"][..]),
            (K::Given, &["bag"], &["bag", "papers"]),
            (K::Given, &["meal"], &["bag", "meal", "papers"]),
            (K::TakenBack, &["bag"], &["meal", "papers"]),
        ] {
            presence.take(&entry(kind, codes));
            assert_eq!(presence.handouts, CodeSet::of(has.iter().copied()));
        }
    }
}
