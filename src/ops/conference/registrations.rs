//! Registration forms: what an organisation handed in, saved in one act; and what it offers and wants, taken
//! over into the register.

use std::collections::BTreeSet;

use super::guests::{Codes, Picked, participation_id, take_in};
use super::invite::group_of;
use crate::domain::{
    Answer, Cell, Clean as _, CodeSet, ColumnType as _, Conference, ConsentPurpose, Id, IdSource, Offer,
    Organisation, Participation, Person, Position, Product, RecordKind, Registration, Stored,
};
use crate::error::{ErrorKind, Result};
use crate::i18n::{Message, message};
use crate::ops::{Outcome, Query, records};
use crate::store::{Rows, Store, Writer};
use crate::vietnamese::{clean, same_words};

/// A registration form as it was handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct RegistrationForm {
    /// The conference.
    pub conference: Id<Conference>,
    /// The organisation.
    pub organisation: Picked<Organisation>,
    /// Who comes.
    pub delegates: Vec<Delegate>,
    /// What stands in the form; its conference and organisation are set when it is saved.
    pub registration: Registration,
    /// The products that are offered; their form is set when it is saved.
    pub offers: Vec<Offer>,
}

/// Somebody who comes for an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Delegate {
    /// The person.
    pub person: Picked<Person>,
    /// The position.
    pub title: String,
}

/// What is done with registration forms.
#[derive(Clone, Debug, PartialEq)]
pub enum RegistrationAct {
    /// Keeps a form, with everybody and everything that is new in it.
    Save(Box<RegistrationForm>),
    /// Takes over what a form offers and wants: offers become products, wants become what the organisation
    /// looks for, where nothing stands yet and in these columns.
    Confirm(Id<Registration>, BTreeSet<&'static str>),
}

impl RegistrationAct {
    pub(super) fn label(&self) -> Message {
        match self {
            Self::Save(_) => message("operation-registration"),
            Self::Confirm(..) => message("operation-registration-confirm"),
        }
    }

    pub(super) fn execute(&self, writer: &mut Writer<'_>, ids: &mut IdSource) -> Result<Outcome> {
        match self {
            Self::Save(form) => form.save(writer, ids),
            Self::Confirm(form, over) => confirm(writer, ids, *form, over),
        }
    }
}

impl RegistrationForm {
    fn save(&self, writer: &mut Writer<'_>, ids: &mut IdSource) -> Result<Outcome> {
        let organisation = self.organisation.made(writer, ids)?;
        let group = group_of(&writer.rows().get(organisation)?.record);
        let registration = Registration {
            conference: Some(self.conference),
            organisation: Some(organisation),
            confirmed: false,
            ..self.registration.clone()
        };
        let form = records::add(writer, ids, &registration.clone().into())?.id;
        let form = form.ok_or(ErrorKind::Bug("a new form has no id"))?;
        for offer in &self.offers {
            let offer = Offer { registration: Some(Id::from_any(form)), product: None, ..offer.clone() };
            records::add(writer, ids, &offer.into())?;
        }
        let mut codes = Codes::of(writer, self.conference)?;
        for delegate in &self.delegates {
            let person = delegate.person.made(writer, ids)?;
            let title = clean(&delegate.title);
            hold_position(writer, ids, person, organisation, &title)?;
            let guest = Participation {
                conference: Some(self.conference),
                person: Some(person),
                organisation: Some(organisation),
                title,
                guest_group: group,
                forms: registration.forms.clone(),
                answer: Answer::Coming,
                answered_on: registration.received_on,
                consent: registration.consents.0.contains(ConsentPurpose::Listed.code()),
                ..Participation::default()
            };
            take_in(writer, participation_id(self.conference, person), &mut codes, guest, joined)?;
        }
        Ok(Outcome { id: Some(form), ..Outcome::default() })
    }
}

/// What is known of a guest and what a form says: the form adds, and its answer is the newer one.
fn joined(known: &Participation, form: &Participation) -> Participation {
    let mut joined = known.clone();
    joined.organisation = known.organisation.or(form.organisation);
    if joined.title.is_empty() {
        joined.title.clone_from(&form.title);
    }
    if joined.guest_group == crate::domain::GuestGroup::None {
        joined.guest_group = form.guest_group;
    }
    joined.forms.0.extend(form.forms.0.iter().cloned());
    joined.consent |= form.consent;
    if joined.answer != Answer::Coming {
        joined.answer = form.answer;
        joined.answered_on = form.answered_on;
    }
    joined
}

/// Notes a position, unless the person has one in the organisation.
fn hold_position(
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

/// A column of an organisation and what a form says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The column.
    pub column: &'static str,
    /// What stands there.
    pub before: String,
    /// What the form says.
    pub after: String,
}

/// What a form wants that the organisation's record does not say.
fn wanted(form: &Registration, organisation: &Organisation) -> Vec<Wanted> {
    let codes = |codes: &CodeSet| match codes.to_cell() {
        Cell::Text(text) => text,
        _ => String::new(),
    };
    [
        ("seeks", organisation.seeks.clone(), form.wants.clone()),
        ("seeks_trades", codes(&organisation.seeks_trades), codes(&form.wants_trades)),
        ("seeks_quantity", organisation.seeks_quantity.clone(), form.wants_quantity.clone()),
        ("markets", organisation.markets.clone(), form.markets.clone()),
    ]
    .into_iter()
    .filter(|(_, before, after)| !after.is_empty() && before != after)
    .map(|(column, before, after)| Wanted { column, before, after })
    .collect()
}

/// The product of an organisation that an offer means, if there is one.
fn meant(products: &[Stored<Product>], offer: &Offer) -> Option<Id<Product>> {
    let found = products.iter().find(|product| same_words(&product.record.name, &offer.name));
    found.map(|product| product.id)
}

fn confirm(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Id<Registration>,
    over: &BTreeSet<&'static str>,
) -> Result<Outcome> {
    let form = writer.rows().get(id)?.record;
    let organisation = form.organisation.ok_or(ErrorKind::Bug("a form of no organisation"))?;
    let before = writer.rows().get(organisation)?.record;
    let mut products = writer.rows().children::<Product>("organisation", organisation.any())?;
    for Stored { id: offer, record, .. } in writer.rows().children::<Offer>("registration", id.any())? {
        if record.product.is_some() {
            continue;
        }
        let product = if let Some(product) = meant(&products, &record) {
            product
        } else {
            let product = Product {
                name: record.name.clone(),
                organisation: Some(organisation),
                village: before.village,
                description: record.specification.clone(),
                unit: record.unit.clone(),
                capacity_per_month: record.capacity_per_month,
                minimum_order: record.minimum_order,
                wholesale_from: record.wholesale,
                on_sale: true,
                note: record.certificates.clone(),
                ..Product::default()
            };
            let id = Picked::New(Box::new(product.clone())).made(writer, ids)?;
            products.push(Stored { id, changed_at: writer.at(), record: product });
            id
        };
        let after = Offer { product: Some(product), ..record.clone() };
        writer.update(offer, &record, &after)?;
    }
    let mut after = before.clone();
    for want in wanted(&form, &before) {
        if !want.before.is_empty() && !over.contains(want.column) {
            continue;
        }
        match want.column {
            "seeks" => after.seeks = want.after,
            "seeks_trades" => after.seeks_trades = form.wants_trades.clone(),
            "seeks_quantity" => after.seeks_quantity = want.after,
            _ => after.markets = want.after,
        }
    }
    let after = after.cleaned();
    writer.update(organisation, &before, &after)?;
    let confirmed = Registration { confirmed: true, ..form.clone() };
    writer.update(id, &form, &confirmed)?;
    Ok(Outcome { id: Some(organisation.any()), ..Outcome::default() })
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

/// Asks what confirming a form would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormConfirmation {
    /// The form.
    pub form: Id<Registration>,
}

/// What confirming a form would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormConfirmationAnswer {
    /// The organisation.
    pub organisation: String,
    /// The offers, each with whether the organisation has a product of this name already.
    pub offers: Vec<(String, bool)>,
    /// What the organisation's record would say otherwise.
    pub wants: Vec<Wanted>,
}

impl Query for FormConfirmation {
    type Answer = FormConfirmationAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![K::Registration, K::Offer, K::Organisation, K::Product]
    }

    fn answer(&self, store: &mut Store) -> Result<FormConfirmationAnswer> {
        let rows = store.rows();
        let form = rows.get(self.form)?.record;
        let Some(organisation) = rows.linked(form.organisation)? else {
            return Ok(FormConfirmationAnswer::default());
        };
        let products = rows.children::<Product>("organisation", organisation.id.any())?;
        let offers = offers_of(rows, self.form)?.into_iter().filter(|offer| offer.product.is_none());
        Ok(FormConfirmationAnswer {
            offers: offers.map(|offer| (offer.name.clone(), meant(&products, &offer).is_some())).collect(),
            wants: wanted(&form, &organisation.record),
            organisation: organisation.record.name,
        })
    }
}
