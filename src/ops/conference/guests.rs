//! The guests of a conference in the order of protocol: who is invited, what they answered, who comes instead
//! of whom, and the numbers of codes and invitations.

use std::collections::HashMap;

use jiff::civil::Date;

use super::check_in::is_there;
use crate::domain::{
    Answer, AnyId, Arrangement, CodeSet, Conference, GuestClass, GuestGroup, Id, IdSource, InvitationChannel,
    Meal, Participation, Person, PhoneNumbers, Record, RecordKind, Registration, Stored,
};
use crate::error::{ErrorKind, Result};
use crate::i18n::{Message, message};
use crate::ops::positions::position_on;
use crate::ops::{AnyRecord, Outcome, Query, records};
use crate::problem::Problem;
use crate::store::{GuestNames, Rows, Store, Writer};
use crate::vietnamese::fold;

/// Somebody or something of the register, or new to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Picked<R> {
    /// It is there.
    Known(Id<R>),
    /// It is added.
    New(Box<R>),
}

impl<R: Record> Picked<R> {
    /// The record, added if it is new.
    pub(super) fn made(&self, writer: &mut Writer<'_>, ids: &mut IdSource) -> Result<Id<R>>
    where
        AnyRecord: From<R>,
    {
        match self {
            Self::Known(id) => Ok(*id),
            Self::New(record) => {
                let outcome = records::add(writer, ids, &AnyRecord::from((**record).clone()))?;
                outcome.id.map(Id::from_any).ok_or_else(|| ErrorKind::Bug("a new record has no id").into())
            }
        }
    }
}

/// What is done with guests of a conference.
#[derive(Clone, Debug, PartialEq)]
pub enum GuestAct {
    /// Writes the same into several.
    Change(Vec<Id<Participation>>, GuestChange),
    /// The order of protocol of the first so many.
    Arrange(Vec<Id<Participation>>),
    /// Numbers the invitations that have no number, in order of protocol, after the last number given.
    Number(Id<Conference>),
    /// A guest sends somebody.
    Substitute {
        /// The guest.
        guest: Id<Participation>,
        /// Who comes.
        person: Picked<Person>,
        /// The position of who comes, as it stands on the badge.
        title: String,
        /// When it was said.
        day: Option<Date>,
        /// How it was said.
        channel: InvitationChannel,
    },
}

/// What is written into guests; what is not given stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GuestChange {
    /// Group.
    pub group: Option<GuestGroup>,
    /// Class.
    pub class: Option<GuestClass>,
    /// How and when the invitation was sent.
    pub sent: Option<(InvitationChannel, Option<Date>)>,
    /// The answer, when and how it came.
    pub answer: Option<(Answer, Option<Date>, InvitationChannel)>,
    /// Meal.
    pub meal: Option<Meal>,
    /// Reminded on this day.
    pub reminded: Option<Date>,
}

impl GuestAct {
    pub(super) fn label(&self) -> Message {
        match self {
            Self::Change(guests, _) => message("operation-guests-change").with("count", guests.len()),
            Self::Arrange(_) => message("operation-guests-arrange"),
            Self::Number(_) => message("operation-guests-number"),
            Self::Substitute { .. } => message("operation-guest-substitute"),
        }
    }

    pub(super) fn execute(&self, writer: &mut Writer<'_>, ids: &mut IdSource) -> Result<Outcome> {
        match self {
            Self::Change(guests, change) => {
                for id in guests {
                    change.write(writer, *id)?;
                }
                Ok(Outcome::default())
            }
            Self::Arrange(guests) => {
                for (id, place) in guests.iter().zip(1_i64..) {
                    let before = writer.rows().get(*id)?.record;
                    let after = Participation { protocol_order: Some(place), ..before.clone() };
                    writer.update(*id, &before, &after)?;
                }
                Ok(Outcome::default())
            }
            Self::Number(conference) => number(writer, *conference),
            Self::Substitute { guest, person, title, day, channel } => {
                let person = person.made(writer, ids)?;
                let record = writer.rows().get(*guest)?.record;
                if record.person == Some(person) {
                    let what = Problem::error("person", message("check-own-substitute"));
                    return Err(ErrorKind::Invalid(vec![what]).into());
                }
                let conference = record.conference.ok_or(ErrorKind::Bug("a guest of no conference"))?;
                let mut codes = Codes::of(writer, conference)?;
                let said = Said { title: crate::vietnamese::clean(title), day: *day, channel: *channel };
                let id = substitute(writer, *guest, (conference, person), &said, &mut codes)?;
                Ok(Outcome { id: Some(id.any()), ..Outcome::default() })
            }
        }
    }
}

impl GuestChange {
    fn write(&self, writer: &mut Writer<'_>, id: Id<Participation>) -> Result<()> {
        let before = writer.rows().get(id)?.record;
        let mut after = before.clone();
        after.guest_group = self.group.unwrap_or(before.guest_group);
        after.class = self.class.unwrap_or(before.class);
        after.meal = self.meal.unwrap_or(before.meal);
        after.reminded_on = self.reminded.or(before.reminded_on);
        if let Some((channel, day)) = self.sent {
            (after.invitation_channel, after.invited_on) = (channel, day);
        }
        if let Some((answer, day, channel)) = self.answer {
            // Without an answer there is no day it came.
            let answered = answer != Answer::None;
            after.answer = answer;
            after.answered_on = day.filter(|_| answered);
            after.answer_channel = if answered { channel } else { InvitationChannel::None };
            if before.answer == Answer::Substitute && answer != Answer::Substitute {
                withdraw_substitutes(writer, &before, None)?;
            }
        }
        writer.update(id, &before, &after)
    }
}

/// Who was to come instead of a guest does not: a guest in its own right stays one, anybody else goes to the
/// trash. `but` is left alone, and so is who came already.
fn withdraw_substitutes(
    writer: &mut Writer<'_>,
    guest: &Participation,
    but: Option<Id<Participation>>,
) -> Result<()> {
    let Some(conference) = guest.conference else { return Ok(()) };
    for stored in writer.rows().children::<Participation>("conference", conference.any())? {
        let Stored { id, record, .. } = stored;
        if guest.person.is_none() || record.substitute_for != guest.person || Some(id) == but {
            continue;
        }
        if is_there(writer.rows(), id)? {
            continue;
        }
        if record.was_invited() || record.walk_in {
            let after = Participation { substitute_for: None, ..record.clone() };
            writer.update(id, &record, &after)?;
        } else {
            writer.set_deleted(RecordKind::Participation, id.any(), true)?;
        }
    }
    Ok(())
}

/// What was said when a guest sent somebody.
pub(super) struct Said {
    /// The position of who comes.
    pub(super) title: String,
    /// When.
    pub(super) day: Option<Date>,
    /// How.
    pub(super) channel: InvitationChannel,
}

/// A guest sends somebody else, who takes over the place of the guest with everything that was arranged for it,
/// and the place of anybody who was to come before. A person who is a guest already stays what that guest is.
pub(super) fn substitute(
    writer: &mut Writer<'_>,
    guest: Id<Participation>,
    (conference, person): (Id<Conference>, Id<Person>),
    said: &Said,
    codes: &mut Codes,
) -> Result<Id<Participation>> {
    let before = writer.rows().get(guest)?.record;
    let id = participation_id(conference, person);
    withdraw_substitutes(writer, &before, Some(id))?;
    let place = Participation {
        person: Some(person),
        substitute_for: before.person,
        title: said.title.clone(),
        answer: Answer::Coming,
        answered_on: said.day,
        answer_channel: said.channel,
        invitation_number: String::new(),
        invitation_channel: InvitationChannel::None,
        invited_on: None,
        reminded_on: None,
        // Nobody agrees for somebody else.
        consent: false,
        consents: CodeSet::default(),
        registration: None,
        walk_in: false,
        note: String::new(),
        code: String::new(),
        ..before.clone()
    };
    take_in(writer, id, codes, place, |known, place| Participation {
        substitute_for: place.substitute_for,
        answer: place.answer,
        answered_on: place.answered_on,
        answer_channel: place.answer_channel,
        title: if known.title.is_empty() { place.title.clone() } else { known.title.clone() },
        ..known.clone()
    })?;
    let after = Participation {
        answer: Answer::Substitute,
        answered_on: said.day,
        answer_channel: said.channel,
        ..before.clone()
    };
    writer.update(guest, &before, &after)?;
    Ok(id)
}

/// Puts a guest into the list: a new one gets the next code, one from the trash comes back with its own code,
/// and one that is there becomes what `join` makes of both.
pub(super) fn take_in(
    writer: &mut Writer<'_>,
    id: Id<Participation>,
    codes: &mut Codes,
    guest: Participation,
    join: impl FnOnce(&Participation, &Participation) -> Participation,
) -> Result<()> {
    match writer.rows().is_deleted(RecordKind::Participation, id.any())? {
        None => writer.insert(id, &Participation { code: codes.next(), ..guest }),
        Some(trashed) => {
            let before = writer.rows().get(id)?.record;
            let mut after = if trashed { guest } else { join(&before, &guest) };
            after.code = if before.code.is_empty() { codes.next() } else { before.code.clone() };
            if trashed {
                writer.set_deleted(RecordKind::Participation, id.any(), false)?;
            }
            writer.update(id, &before, &after)
        }
    }
}

fn number(writer: &mut Writer<'_>, conference: Id<Conference>) -> Result<Outcome> {
    let mut next = writer.rows().highest_invitation(conference)?;
    for guest in in_order(writer.rows(), conference)? {
        // Who comes instead of somebody, or came unasked, has no invitation of its own.
        let record = &guest.record;
        if !record.invitation_number.is_empty() || record.substitute_for.is_some() || record.walk_in {
            continue;
        }
        next += 1;
        let after = Participation { invitation_number: format!("{next:02}"), ..record.clone() };
        writer.update(guest.names.id, record, &after)?;
    }
    Ok(Outcome::default())
}

/// The participation of a person at a conference, whether it is there or not.
pub fn participation_id(conference: Id<Conference>, person: Id<Person>) -> Id<Participation> {
    Id::from_any(AnyId::from_parts("participation", &[conference.any(), person.any()]))
}

/// Registration codes, one after the other and none twice: `HN26-0147`, at a desk `HN26-B2-01`.
pub(super) struct Codes {
    beginning: String,
    last: i64,
    digits: usize,
}

impl Codes {
    /// The codes of a conference, after the last one given.
    pub(super) fn of(writer: &Writer<'_>, conference: Id<Conference>) -> Result<Self> {
        Self::of_desk(writer, conference, "")
    }

    /// The codes of a desk known by these letters: each desk has a series of its own, because it does not know
    /// what the others give.
    pub(super) fn of_desk(writer: &Writer<'_>, conference: Id<Conference>, letters: &str) -> Result<Self> {
        let record = writer.rows().get(conference)?.record;
        let today = crate::domain::office_time(writer.at()).map(jiff::civil::DateTime::date);
        let year = record.from_date.or(today).map_or(0, Date::year).rem_euclid(100);
        let own = record.code_prefix.trim();
        let mut beginning = if own.is_empty() { format!("HN{year:02}-") } else { format!("{own}-") };
        if !letters.is_empty() {
            beginning = format!("{beginning}{letters}-");
        }
        let last = writer.rows().highest_code(&beginning)?;
        Ok(Self { beginning, last, digits: if letters.is_empty() { 4 } else { 2 } })
    }

    fn next(&mut self) -> String {
        self.last += 1;
        format!("{}{:0digits$}", self.beginning, self.last, digits = self.digits)
    }
}

/// What a guest is: as it was noted, else by the position held in the organisation on the day of the conference.
pub(super) fn title_of(rows: Rows<'_>, guest: &Participation, day: Date) -> Result<String> {
    let (Some(person), Some(_), true) = (guest.person, guest.organisation, guest.title.is_empty()) else {
        return Ok(guest.title.clone());
    };
    let held = position_on(rows, person, guest.organisation, day)?;
    Ok(held.map(|position| position.title).unwrap_or_default())
}

/// A guest with its names.
struct Named {
    names: GuestNames,
    record: Participation,
}

/// The guests of a conference in order of protocol: by the order the office gave, then by class, group and
/// name; who comes instead of somebody stands behind that guest.
fn in_order(rows: Rows<'_>, conference: Id<Conference>) -> Result<Vec<Named>> {
    let records = rows.children::<Participation>("conference", conference.any())?;
    let names = rows.guest_names(conference)?;
    // Both have the same order; a guest without a person, which no form lets pass, is left out.
    let mut records: HashMap<_, _> = records.into_iter().map(|stored| (stored.id, stored.record)).collect();
    let mut guests: Vec<Named> = names
        .into_iter()
        .filter_map(|names| records.remove(&names.id).map(|record| Named { names, record }))
        .collect();
    let class = |class: GuestClass| GuestClass::ALL.iter().rev().position(|known| *known == class);
    let group = |group: GuestGroup| match group {
        GuestGroup::None => usize::MAX,
        group => GuestGroup::ALL.iter().position(|known| *known == group).unwrap_or(usize::MAX),
    };
    let own_key = |guest: &Named| {
        let record = &guest.record;
        (class(record.class), group(record.guest_group), guest.names.sort_key.clone())
    };
    let places: HashMap<_, _> = guests
        .iter()
        .map(|guest| (guest.record.person, (guest.record.protocol_order, own_key(guest))))
        .collect();
    guests.sort_by_cached_key(|guest| {
        let instead = guest.record.substitute_for.and_then(|person| places.get(&Some(person)));
        let (order, key) = match instead {
            Some((order, key)) => (guest.record.protocol_order.or(*order), key.clone()),
            None => (guest.record.protocol_order, own_key(guest)),
        };
        (order.unwrap_or(i64::MAX), key, instead.is_some(), guest.names.id)
    });
    Ok(guests)
}

/// Asks for the guests of a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuestBook {
    /// The conference.
    pub conference: Id<Conference>,
}

/// A guest as lists and papers show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Guest {
    /// The participation.
    pub id: Id<Participation>,
    /// Its local row.
    pub row: i64,
    /// Everything noted about it.
    pub record: Participation,
    /// "Ông", "Bà" or as noted.
    pub polite: String,
    /// The name.
    pub name: String,
    /// The position: as it was noted, else the one held on the day of the conference.
    pub title: String,
    /// Telephone numbers.
    pub phones: PhoneNumbers,
    /// The organisation that is represented.
    pub organisation: String,
    /// Its short name, else its name.
    pub short: String,
    /// The province of the organisation, else of the person.
    pub province: String,
    /// Whom the guest comes instead of.
    pub substitute_for: String,
    /// Who comes instead of the guest.
    pub substitute: String,
    /// What is looked through when something is typed: name, title, organisation, code, without tones.
    pub folded: String,
}

/// The guests of a conference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GuestBookAnswer {
    /// In order of protocol.
    pub guests: Vec<Guest>,
    /// How many registration forms came, and how many of them are not in the register yet.
    pub forms: (usize, usize),
    /// The forms, for what they ask to be arranged.
    pub registrations: HashMap<Id<Registration>, Registration>,
}

impl GuestBookAnswer {
    /// The form a guest came with, if it asks that this be arranged.
    pub fn asks(&self, guest: &Guest, what: Arrangement) -> Option<&Registration> {
        let form = self.registrations.get(&guest.record.registration?)?;
        form.arranged.0.contains(what.code()).then_some(form)
    }

    /// The order of protocol once the guest at a place stands before the one that is at another now: as many
    /// guests as have to have a number for it, so that most stay without.
    pub fn moved(&self, from: usize, to: usize) -> Vec<Id<Participation>> {
        let numbered = self.guests.iter().rposition(|guest| guest.record.protocol_order.is_some());
        let last = from.max(to.saturating_sub(1)).max(numbered.unwrap_or(0));
        let mut order: Vec<_> = self.guests.iter().map(|guest| guest.id).collect();
        if from < order.len() && to <= order.len() {
            let own = order.remove(from);
            order.insert(if to > from { to - 1 } else { to }, own);
        }
        order.truncate(last + 1);
        order
    }
}

impl Query for GuestBook {
    type Answer = GuestBookAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![K::Conference, K::Participation, K::Person, K::Organisation, K::Position, K::Registration]
    }

    fn answer(&self, store: &mut Store) -> Result<GuestBookAnswer> {
        let rows = store.rows();
        let places = store.places();
        let Some(Stored { record: conference, .. }) = rows.find(self.conference)? else {
            return Ok(GuestBookAnswer::default());
        };
        let named = in_order(rows, self.conference)?;
        let instead: HashMap<_, _> = named
            .iter()
            .filter_map(|guest| Some((guest.record.substitute_for?, guest.names.person.full_name.clone())))
            .collect();
        let mut guests = Vec::with_capacity(named.len());
        for Named { names, record } in named {
            let province = names.commune.and_then(|code| places.province_of(code));
            let title = title_of(rows, &record, conference.day())?;
            let short = if names.short_name.is_empty() { &names.organisation } else { &names.short_name };
            let words = [
                &names.person.full_name,
                &title,
                &names.organisation,
                &names.short_name,
                &record.code,
                &record.invitation_number,
            ];
            guests.push(Guest {
                id: names.id,
                row: names.row,
                polite: names.person.polite().to_owned(),
                short: short.clone(),
                province: province.map(|province| province.name.clone()).unwrap_or_default(),
                substitute: record
                    .person
                    .and_then(|person| instead.get(&person).cloned())
                    .unwrap_or_default(),
                folded: fold(&words.map(String::as_str).join(" ")),
                name: names.person.full_name,
                phones: names.person.phones,
                title,
                organisation: names.organisation,
                substitute_for: names.substitute_for,
                record,
            });
        }
        let forms = rows.children::<Registration>("conference", self.conference.any())?;
        let open = forms.iter().filter(|form| !form.record.confirmed).count();
        let counts = (forms.len(), open);
        let registrations = forms.into_iter().map(|stored| (stored.id, stored.record)).collect();
        Ok(GuestBookAnswer { guests, forms: counts, registrations })
    }
}
