//! Registration forms: what an organisation handed in, saved and corrected in one act with everybody and everything
//! that stands in it.

use std::collections::BTreeSet;

use super::guests::{Codes, Picked, participation_id, take_in};
use super::invite::group_of;
use super::takeover::{self, Over};
use crate::domain::{
    Answer, Arrangement, Clean as _, Conference, ConsentPurpose, Id, IdSource, Item, Meal, Offer,
    Organisation, Participation, Person, PhoneNumbers, Position, RecordKind, Registration, Stored,
};
use crate::error::{ErrorKind, Result};
use crate::i18n::{Message, message};
use crate::ops::{Outcome, Query, records};
use crate::store::{Rows, Store, Writer};
use crate::vietnamese::{clean, same_words};

/// A registration form as it was handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct RegistrationForm {
    /// The form that is corrected; nothing for a new one.
    pub form: Option<Id<Registration>>,
    /// The conference.
    pub conference: Id<Conference>,
    /// The organisation.
    pub organisation: Picked<Organisation>,
    /// Who comes. Who came with the form before and is left out stays a guest.
    pub delegates: Vec<Delegate>,
    /// What stands in the form; its conference and organisation are set when it is saved.
    pub registration: Registration,
    /// The products that are offered; their form is set when it is saved. What was offered before and is left out
    /// goes to the trash.
    pub offers: Vec<Item<Offer>>,
}

/// Somebody who comes for an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Delegate {
    /// The person.
    pub person: Picked<Person>,
    /// The position.
    pub title: String,
    /// Telephone numbers; those the register does not know are added to the person.
    pub phones: PhoneNumbers,
    /// E-mail address, for a person whose address the register does not know.
    pub email: String,
}

/// What is done with registration forms.
#[derive(Clone, Debug, PartialEq)]
pub enum RegistrationAct {
    /// Keeps a form, with everybody and everything that is new in it.
    Save(Box<RegistrationForm>),
    /// Takes over what a form says: of the organisation, what it offers, what it wants; where nothing stands yet,
    /// and over what stands there where that is said.
    Confirm(Id<Registration>, Over),
}

impl RegistrationAct {
    pub(super) fn label(&self) -> Message {
        match self {
            Self::Save(form) if form.form.is_some() => message("operation-registration-correct"),
            Self::Save(_) => message("operation-registration"),
            Self::Confirm(..) => message("operation-registration-confirm"),
        }
    }

    pub(super) fn execute(&self, writer: &mut Writer<'_>, ids: &mut IdSource) -> Result<Outcome> {
        match self {
            Self::Save(form) => form.save(writer, ids),
            Self::Confirm(form, over) => takeover::confirm(writer, ids, *form, over),
        }
    }
}

impl RegistrationForm {
    fn save(&self, writer: &mut Writer<'_>, ids: &mut IdSource) -> Result<Outcome> {
        let before = match self.form {
            Some(form) => Some(writer.rows().get(form)?.record),
            None => None,
        };
        let organisation = match &self.organisation {
            Picked::New(firm) => {
                let firm = takeover::described(firm, &self.registration);
                Picked::New(Box::new(firm)).made(writer, ids)?
            }
            Picked::Known(id) => *id,
        };
        let registration = Registration {
            conference: Some(self.conference),
            organisation: Some(organisation),
            confirmed: false,
            ..self.registration.clone()
        }
        .cleaned();
        let form = if let Some(form) = self.form {
            form
        } else {
            let made = records::add(writer, ids, &registration.clone().into())?.id;
            Id::from_any(made.ok_or(ErrorKind::Bug("a new form has no id"))?)
        };
        let same_offers = self.save_offers(writer, ids, form)?;
        if let Some(before) = &before {
            // What was taken over stays so unless something else stands in the form now.
            let same = Registration { confirmed: before.confirmed, ..registration.clone() };
            let after = if same_offers && same == *before { same } else { registration.clone() };
            records::change(writer, form.any(), &after.into())?;
        }
        self.save_delegates(writer, ids, (form, organisation), &registration, before.as_ref())?;
        if matches!(self.organisation, Picked::New(_)) {
            takeover::represent(writer, ids, (form, organisation), &registration, |_| true)?;
        }
        Ok(Outcome { id: Some(form.any()), ..Outcome::default() })
    }

    /// Saves what is offered; whether it is what was offered before.
    fn save_offers(
        &self,
        writer: &mut Writer<'_>,
        ids: &mut IdSource,
        form: Id<Registration>,
    ) -> Result<bool> {
        let known = writer.rows().children::<Offer>("registration", form.any())?;
        let mut same = true;
        for item in &self.offers {
            let stored = known.iter().find(|stored| Some(stored.id) == item.id);
            // Another name is perhaps another product.
            let product = stored.and_then(|stored| {
                stored.record.product.filter(|_| same_words(&stored.record.name, &item.record.name))
            });
            let offer = Offer { registration: Some(form), product, ..item.record.clone() }.cleaned();
            match stored {
                Some(stored) if stored.record == offer => {}
                Some(stored) => {
                    same = false;
                    records::change(writer, stored.id.any(), &offer.into())?;
                }
                None => {
                    same = false;
                    records::add(writer, ids, &offer.into())?;
                }
            }
        }
        for stored in &known {
            if !self.offers.iter().any(|item| item.id == Some(stored.id)) {
                same = false;
                writer.set_deleted(RecordKind::Offer, stored.id.any(), true)?;
            }
        }
        Ok(same)
    }

    fn save_delegates(
        &self,
        writer: &mut Writer<'_>,
        ids: &mut IdSource,
        (form, organisation): (Id<Registration>, Id<Organisation>),
        registration: &Registration,
        before: Option<&Registration>,
    ) -> Result<()> {
        let group = group_of(&writer.rows().get(organisation)?.record);
        let mut codes = Codes::of(writer, self.conference)?;
        let mut come = BTreeSet::new();
        for delegate in &self.delegates {
            let person = delegate.person.made(writer, ids)?;
            add_contact(writer, person, &delegate.phones, &delegate.email)?;
            let title = clean(&delegate.title);
            hold_position(writer, ids, person, organisation, &title)?;
            let mut guest = Participation {
                conference: Some(self.conference),
                person: Some(person),
                organisation: Some(organisation),
                title,
                guest_group: group,
                forms: registration.forms.clone(),
                answer: Answer::Coming,
                answered_on: registration.received_on,
                meal: meal_of(registration),
                registration: Some(form),
                ..Participation::default()
            };
            for purpose in ConsentPurpose::ALL {
                guest.agree(*purpose, registration.consents.0.contains(purpose.code()));
            }
            let id = participation_id(self.conference, person);
            come.insert(id);
            take_in(writer, id, &mut codes, guest, |known, guest| match before {
                Some(before) if known.registration == Some(form) => corrected(known, guest, before),
                _ => joined(known, guest),
            })?;
        }
        for stored in writer.rows().children::<Participation>("registration", form.any())? {
            if !come.contains(&stored.id) {
                let after = Participation { registration: None, ..stored.record.clone() };
                writer.update(stored.id, &stored.record, &after)?;
            }
        }
        Ok(())
    }
}

/// What who comes with a form eats; where it asks for both kinds, the office says who eats what.
fn meal_of(form: &Registration) -> Meal {
    let asks = |what: Arrangement| form.arranged.0.contains(what.code());
    match (asks(Arrangement::Lunch), asks(Arrangement::Vegetarian)) {
        (true, _) => Meal::Lunch,
        (false, true) => Meal::Vegetarian,
        (false, false) => Meal::None,
    }
}

/// What is known of a guest and what a form says: the form adds, and its answer is the newer one.
fn joined(known: &Participation, form: &Participation) -> Participation {
    let mut joined = known.clone();
    joined.organisation = known.organisation.or(form.organisation);
    joined.registration = form.registration;
    if joined.title.is_empty() {
        joined.title.clone_from(&form.title);
    }
    if joined.guest_group == crate::domain::GuestGroup::None {
        joined.guest_group = form.guest_group;
    }
    if joined.meal == Meal::None {
        joined.meal = form.meal;
    }
    joined.forms.0.extend(form.forms.0.iter().cloned());
    joined.consent |= form.consent;
    joined.consents.0.extend(form.consents.0.iter().cloned());
    if joined.answer != Answer::Coming {
        joined.answer = form.answer;
        joined.answered_on = form.answered_on;
    }
    joined
}

/// What is known of a guest who came with a form, now that the form is corrected: what it says otherwise than
/// before is said otherwise of the guest, everything else stays.
fn corrected(known: &Participation, form: &Participation, before: &Registration) -> Participation {
    let mut after = known.clone();
    if known.organisation == before.organisation {
        after.organisation = form.organisation;
    }
    after.title.clone_from(&form.title);
    for gone in before.forms.0.difference(&form.forms.0) {
        after.forms.0.remove(gone);
    }
    let old = &before.forms.0;
    after.forms.0.extend(form.forms.0.iter().filter(|code| !old.contains(*code)).cloned());
    for purpose in ConsentPurpose::ALL {
        if before.consents.0.contains(purpose.code()) != form.agreed(*purpose) {
            after.agree(*purpose, form.agreed(*purpose));
        }
    }
    if known.meal == meal_of(before) || known.meal == Meal::None {
        after.meal = form.meal;
    }
    after
}

/// Adds to a person the telephone numbers and the e-mail address that are not known.
pub(super) fn add_contact(
    writer: &mut Writer<'_>,
    person: Id<Person>,
    phones: &PhoneNumbers,
    email: &str,
) -> Result<()> {
    let before = writer.rows().get(person)?.record;
    let mut after = Person { phones: before.phones.and(phones), ..before.clone() };
    if after.email.is_empty() {
        after.email = clean(email);
    }
    writer.update(person, &before, &after)
}

/// Notes a position, unless the person has one in the organisation.
pub(super) fn hold_position(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    person: Id<Person>,
    firm: Id<Organisation>,
    title: &str,
) -> Result<()> {
    let held = writer.rows().children::<Position>("person", person.any())?;
    if title.is_empty() || held.iter().any(|position| position.record.organisation == Some(firm)) {
        return Ok(());
    }
    let position = Position {
        person: Some(person),
        organisation: Some(firm),
        title: title.to_owned(),
        ..Position::default()
    };
    records::add(writer, ids, &position.into())?;
    Ok(())
}

/// Asks for the forms of a conference, the latest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registrations {
    /// The conference.
    pub conference: Id<Conference>,
}

/// A form as its list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct RegistrationLine {
    /// The form.
    pub id: Id<Registration>,
    /// Everything that stands in it.
    pub record: Registration,
    /// The organisation.
    pub organisation: String,
    /// The names of the products it offers.
    pub offers: Vec<String>,
}

impl Query for Registrations {
    type Answer = Vec<RegistrationLine>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::Registration, RecordKind::Offer, RecordKind::Organisation]
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<RegistrationLine>> {
        let rows = store.rows();
        let mut lines = Vec::new();
        for Stored { id, record, .. } in rows.children::<Registration>("conference", self.conference.any())? {
            let organisation = rows.linked(record.organisation)?.map(|firm| firm.record.name);
            let offers = offers_of(rows, id)?.into_iter().map(|offer| offer.name).collect();
            lines.push(RegistrationLine {
                id,
                record,
                organisation: organisation.unwrap_or_default(),
                offers,
            });
        }
        lines.sort_by_key(|line| std::cmp::Reverse((line.record.received_on, line.id)));
        Ok(lines)
    }
}

fn offers_of(rows: Rows<'_>, form: Id<Registration>) -> Result<Vec<Offer>> {
    let offers = rows.children::<Offer>("registration", form.any())?;
    Ok(offers.into_iter().map(|stored| stored.record).collect())
}

/// Asks for everything that stands in a form, to be corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormSheet {
    /// The form.
    pub form: Id<Registration>,
}

/// Everything that stands in a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormSheetAnswer {
    /// The form itself.
    pub record: Registration,
    /// The name of its organisation.
    pub organisation: String,
    /// What it offers.
    pub offers: Vec<Stored<Offer>>,
    /// Who comes with it: the person, and the position as it stands on the badge.
    pub delegates: Vec<(Stored<Person>, String)>,
}

impl Query for FormSheet {
    type Answer = FormSheetAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![K::Registration, K::Offer, K::Organisation, K::Participation, K::Person]
    }

    fn answer(&self, store: &mut Store) -> Result<FormSheetAnswer> {
        let rows = store.rows();
        let record = rows.get(self.form)?.record;
        let organisation = rows.linked(record.organisation)?.map(|firm| firm.record.name);
        Ok(FormSheetAnswer {
            organisation: organisation.unwrap_or_default(),
            offers: rows.children("registration", self.form.any())?,
            delegates: delegates_of(rows, self.form)?,
            record,
        })
    }
}

/// Who came with a form, each with the position.
pub(super) fn delegates_of(rows: Rows<'_>, form: Id<Registration>) -> Result<Vec<(Stored<Person>, String)>> {
    let mut guests = rows.children::<Participation>("registration", form.any())?;
    guests.sort_by(|one, other| one.record.code.cmp(&other.record.code));
    let mut delegates = Vec::with_capacity(guests.len());
    for guest in guests {
        if let Some(person) = rows.linked(guest.record.person)? {
            delegates.push((person, guest.record.title));
        }
    }
    Ok(delegates)
}

/// Asks for a person whose telephone numbers and address a form shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The person.
    pub person: Id<Person>,
}

impl Query for Contact {
    type Answer = Stored<Person>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::Person]
    }

    fn answer(&self, store: &mut Store) -> Result<Stored<Person>> {
        store.rows().get(self.person)
    }
}
