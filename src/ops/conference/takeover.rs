//! What a registration form says, taken over into the register: what the organisation is, who represents it, what it
//! offers and what it wants.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::guests::Picked;
use super::registrations::{add_contact, delegates_of, hold_position};
use crate::domain::{
    Cell, Clean as _, ColumnType, Id, IdSource, Offer, Organisation, OrganisationKind, Person, Position,
    Product, Record, RecordKind, Registration, Stored,
};
use crate::error::{ErrorKind, Result};
use crate::ops::positions::head_on;
use crate::ops::{Outcome, Query, records};
use crate::store::{Rows, Store, Writer};
use crate::vietnamese::same_words;

/// Columns of an organisation that a form states under the same name (part A).
const PART_A: [&str; 8] =
    ["kind", "tax_code", "commune", "street", "former_address", "phones", "email", "website"];

/// Columns of an organisation that a form states, and what they are called there (part E).
const PART_E: [(&str, &str); 4] = [
    ("seeks", "wants"),
    ("seeks_trades", "wants_trades"),
    ("seeks_quantity", "wants_quantity"),
    ("markets", "markets"),
];

/// What is written over, though something else stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Over {
    /// Columns of the organisation and of who represents it.
    pub organisation: BTreeSet<&'static str>,
    /// Columns of the products that offers mean.
    pub products: BTreeSet<(Id<Offer>, &'static str)>,
}

/// A column and what a form says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The column.
    pub column: &'static str,
    /// What stands there.
    pub before: Cell,
    /// What will stand there.
    pub after: Cell,
}

impl Wanted {
    fn new<T: ColumnType>(column: &'static str, before: &T, after: &T) -> Self {
        Self { column, before: before.to_cell(), after: after.to_cell() }
    }

    /// Whether nothing stands there yet, so that it is taken over without being asked.
    pub fn fills(&self) -> bool {
        is_nothing(self.column, &self.before)
    }

    /// Whether the form says something, and something else.
    fn says(&self) -> bool {
        self.before != self.after && !is_nothing(self.column, &self.after)
    }
}

fn is_nothing(column: &str, cell: &Cell) -> bool {
    match cell {
        Cell::Null => true,
        Cell::Text(text) => text.is_empty() || (column == "kind" && *text == OrganisationKind::Other.code()),
        _ => false,
    }
}

fn cell_of<R: Record>(record: &R, column: &str) -> Cell {
    let cells = R::COLUMNS.iter().zip(record.cells());
    cells.into_iter().find(|(name, _)| **name == column).map_or(Cell::Null, |(_, cell)| cell)
}

/// The record with these values.
fn with<'w, R: Record>(record: &R, wants: impl IntoIterator<Item = &'w Wanted>) -> R {
    let mut cells = record.cells();
    for want in wants {
        if let Some(place) = R::COLUMNS.iter().position(|name| *name == want.column)
            && let Some(cell) = cells.get_mut(place)
        {
            *cell = want.after.clone();
        }
    }
    R::from_cells(cells.into_iter())
}

/// What a form says of its organisation and the record does not.
fn wanted(form: &Registration, organisation: &Organisation) -> Vec<Wanted> {
    let columns = PART_A.into_iter().map(|column| (column, column)).chain(PART_E);
    let wants = columns.map(|(column, stated)| match column {
        // A number more, not another one.
        "phones" => Wanted::new(column, &organisation.phones, &organisation.phones.and(&form.phones)),
        column => Wanted { column, before: cell_of(organisation, column), after: cell_of(form, stated) },
    });
    wants.filter(Wanted::says).collect()
}

/// A new organisation with what the form says of it in part A.
pub(super) fn described(organisation: &Organisation, form: &Registration) -> Organisation {
    let wants = wanted(form, organisation);
    with(organisation, wants.iter().filter(|want| PART_A.contains(&want.column)))
}

/// Who of an organisation is called as the one who represents it by the form.
fn representative(
    rows: Rows<'_>,
    organisation: Id<Organisation>,
    form: &Registration,
) -> Result<Option<(Stored<Position>, Stored<Person>)>> {
    let name = Person::called(&form.representative).full_name;
    for position in rows.children::<Position>("organisation", organisation.any())? {
        if let Some(person) = rows.linked(position.record.person)?
            && same_words(&person.record.full_name, &name)
        {
            return Ok(Some((position, person)));
        }
    }
    Ok(None)
}

/// What a form says of who represents the organisation and the register does not. Without a position nobody
/// represents anything.
fn wanted_of_representative(
    rows: Rows<'_>,
    organisation: Id<Organisation>,
    form: &Registration,
) -> Result<Vec<Wanted>> {
    if form.representative.is_empty() || form.representative_title.is_empty() {
        return Ok(Vec::new());
    }
    let Some((position, person)) = representative(rows, organisation, form)? else {
        let day = form.received_on.map_or_else(|| day_of(rows, form), Ok)?;
        let head = head_on(rows, organisation, day)?;
        let head = head.map_or(Ok(None), |head| rows.linked(head.person))?;
        let head = head.map(|head| head.record.full_name).unwrap_or_default();
        return Ok(vec![Wanted::new("representative", &head, &form.representative)]);
    };
    let (position, person) = (position.record, person.record);
    let wants = [
        Wanted::new("representative_title", &position.title, &form.representative_title),
        Wanted::new("representative_phones", &person.phones, &person.phones.and(&form.representative_phones)),
        Wanted::new("representative_email", &person.email, &form.representative_email),
    ];
    Ok(wants.into_iter().filter(Wanted::says).collect())
}

/// The day of the conference of a form.
fn day_of(rows: Rows<'_>, form: &Registration) -> Result<Date> {
    Ok(rows.linked(form.conference)?.map_or(Date::MAX, |conference| conference.record.day()))
}

/// Takes over who represents the organisation.
pub(super) fn represent(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    (id, organisation): (Id<Registration>, Id<Organisation>),
    form: &Registration,
    takes: impl Fn(&Wanted) -> bool,
) -> Result<()> {
    let mut wants = wanted_of_representative(writer.rows(), organisation, form)?;
    wants.retain(takes);
    if wants.iter().any(|want| want.column == "representative") {
        let new = Person::called(&form.representative);
        // Who represents the organisation perhaps comes along.
        let delegates = delegates_of(writer.rows(), id)?;
        let delegate =
            delegates.iter().find(|(person, _)| same_words(&person.record.full_name, &new.full_name));
        let person = match delegate {
            Some((person, _)) => person.id,
            None => Picked::New(Box::new(new)).made(writer, ids)?,
        };
        add_contact(writer, person, &form.representative_phones, &form.representative_email)?;
        return hold_position(writer, ids, person, organisation, &form.representative_title);
    }
    let Some((position, person)) = representative(writer.rows(), organisation, form)? else { return Ok(()) };
    let (mut title, mut after) = (position.record.clone(), person.record.clone());
    for want in wants {
        match want.column {
            "representative_title" => title.title.clone_from(&form.representative_title),
            "representative_phones" => after.phones = after.phones.and(&form.representative_phones),
            _ => after.email.clone_from(&form.representative_email),
        }
    }
    writer.update(position.id, &position.record, &title)?;
    writer.update(person.id, &person.record, &after)
}

/// The product of an organisation that an offer means, if there is one.
fn meant(products: &[Stored<Product>], offer: &Offer) -> Option<Stored<Product>> {
    let linked = products.iter().find(|product| offer.product == Some(product.id));
    let named = || products.iter().find(|product| same_words(&product.record.name, &offer.name));
    linked.or_else(named).cloned()
}

/// Words with others after them, unless they say them already.
fn and(words: &str, more: &str) -> String {
    match (words, more) {
        ("", more) => more.to_owned(),
        (words, more) if words.contains(more) => words.to_owned(),
        (words, more) => format!("{words}\n{more}"),
    }
}

/// What an offer says of its product and the record does not.
fn offered(offer: &Offer, product: &Product) -> Vec<Wanted> {
    let wants = [
        Wanted::new("description", &product.description, &and(&product.description, &offer.specification)),
        Wanted::new("unit", &product.unit, &offer.unit),
        Wanted::new("capacity_per_month", &product.capacity_per_month, &offer.capacity_per_month),
        Wanted::new("minimum_order", &product.minimum_order, &offer.minimum_order),
        Wanted::new("wholesale_from", &product.wholesale_from, &offer.wholesale),
        Wanted::new("note", &product.note, &and(&product.note, &offer.certificates)),
    ];
    wants.into_iter().filter(Wanted::says).collect()
}

pub(super) fn confirm(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Id<Registration>,
    over: &Over,
) -> Result<Outcome> {
    let form = writer.rows().get(id)?.record;
    let organisation = form.organisation.ok_or(ErrorKind::Bug("a form of no organisation"))?;
    let before = writer.rows().get(organisation)?.record;
    let mut products = writer.rows().children::<Product>("organisation", organisation.any())?;
    for Stored { id: offer, record, .. } in writer.rows().children::<Offer>("registration", id.any())? {
        let product = if let Some(product) = meant(&products, &record) {
            let wants = offered(&record, &product.record);
            let takes = |want: &&Wanted| want.fills() || over.products.contains(&(offer, want.column));
            let after = with(&product.record, wants.iter().filter(takes)).cleaned();
            writer.update(product.id, &product.record, &after)?;
            products.retain(|known| known.id != product.id);
            Stored { record: after, ..product }
        } else {
            let product = Product {
                name: record.name.clone(),
                organisation: Some(organisation),
                village: before.village,
                on_sale: true,
                ..Product::default()
            };
            let product = with(&product, &offered(&record, &product)).cleaned();
            let id = Picked::New(Box::new(product.clone())).made(writer, ids)?;
            Stored { id, changed_at: writer.at(), record: product }
        };
        let after = Offer { product: Some(product.id), ..record.clone() };
        products.push(product);
        writer.update(offer, &record, &after)?;
    }
    let takes = |want: &Wanted| want.fills() || over.organisation.contains(want.column);
    let wants = wanted(&form, &before);
    let after = with(&before, wants.iter().filter(|want| takes(want))).cleaned();
    records::passed(after.check())?;
    writer.update(organisation, &before, &after)?;
    represent(writer, ids, (id, organisation), &form, takes)?;
    let confirmed = Registration { confirmed: true, ..form.clone() };
    writer.update(id, &form, &confirmed)?;
    Ok(Outcome { id: Some(organisation.any()), ..Outcome::default() })
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
    /// The offers that are new to the register, or say of their product what it does not.
    pub offers: Vec<Offered>,
    /// What the organisation's record, and that of who represents it, would say otherwise.
    pub wants: Vec<Wanted>,
}

/// An offer and what taking it over would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// The offer.
    pub offer: Id<Offer>,
    /// What it is called.
    pub name: String,
    /// Whether the organisation has such a product already.
    pub known: bool,
    /// What the product's record would say otherwise; nothing for a new one.
    pub wants: Vec<Wanted>,
}

impl Query for FormConfirmation {
    type Answer = FormConfirmationAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![K::Registration, K::Offer, K::Organisation, K::Product, K::Person, K::Position, K::Conference]
    }

    fn answer(&self, store: &mut Store) -> Result<FormConfirmationAnswer> {
        let rows = store.rows();
        let form = rows.get(self.form)?.record;
        let Some(organisation) = rows.linked(form.organisation)? else {
            return Ok(FormConfirmationAnswer::default());
        };
        let products = rows.children::<Product>("organisation", organisation.id.any())?;
        let mut offers = Vec::new();
        for Stored { id, record, .. } in rows.children::<Offer>("registration", self.form.any())? {
            let product = meant(&products, &record);
            let wants = product.as_ref().map(|product| offered(&record, &product.record)).unwrap_or_default();
            if record.product.is_none() || product.is_none() || !wants.is_empty() {
                offers.push(Offered { offer: id, name: record.name, known: product.is_some(), wants });
            }
        }
        let mut wants = wanted(&form, &organisation.record);
        wants.extend(wanted_of_representative(rows, organisation.id, &form)?);
        Ok(FormConfirmationAnswer { offers, wants, organisation: organisation.record.name })
    }
}

/// Asks what the register says of an organisation as part A of a form says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormOrganisation {
    /// The organisation.
    pub organisation: Id<Organisation>,
    /// Today at the office.
    pub today: Date,
}

impl Query for FormOrganisation {
    type Answer = Registration;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::Organisation, RecordKind::Position, RecordKind::Person]
    }

    fn answer(&self, store: &mut Store) -> Result<Registration> {
        let rows = store.rows();
        let firm = rows.get(self.organisation)?.record;
        let head = head_on(rows, self.organisation, self.today)?.unwrap_or_default();
        let person = rows.linked(head.person)?.map(|person| person.record).unwrap_or_default();
        Ok(Registration {
            organisation: Some(self.organisation),
            kind: firm.kind,
            tax_code: firm.tax_code,
            commune: firm.commune,
            street: firm.street,
            former_address: firm.former_address,
            phones: firm.phones,
            email: firm.email,
            website: firm.website,
            representative: person.full_name,
            representative_title: head.title,
            representative_phones: person.phones,
            representative_email: person.email,
            ..Registration::default()
        })
    }
}
