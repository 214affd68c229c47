//! A record with what belongs to it, as the pane beside a list shows it.

use super::related::{Related, pictures, related};
use super::shown::{commune, labels, masked, number, phones, text, yes_or_no};
use super::{AnyRecord, Query, Shown};
use crate::domain::{
    AnyId, Artisan, Assessment, Cell, CodeSet, Completeness, Id, Mou, Organisation, OrganisationRole, Person,
    Picture, Product, Record, RecordKind, Stored, Trade, Village, assess,
};
use crate::error::{ErrorKind, Result};
use crate::i18n::Message;
use crate::places::CommuneCode;
use crate::store::{Rows, Store};
use crate::vietnamese::{PartialDate, tax_code};

/// One fact of a record: its label is `field-<key>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The column.
    pub key: &'static str,
    /// The value.
    pub value: Shown,
}

/// Asks for a record with what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    /// The kind.
    pub kind: RecordKind,
    /// The id.
    pub id: AnyId,
}

/// A record with what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct DetailAnswer {
    /// Its id.
    pub id: AnyId,
    /// The record.
    pub record: AnyRecord,
    /// The person of an artisan.
    pub person: Option<(Id<Person>, Person)>,
    /// What it is called.
    pub name: String,
    /// Names of the records it refers to.
    pub names: Vec<(AnyId, String)>,
    /// Whether it is in the trash.
    pub deleted: bool,
    /// The code of its trade, or of its village's; empty where none is known.
    pub trade: String,
    /// What is shown first; unknown values are left out.
    pub facts: Vec<Fact>,
    /// A paragraph about it, if there is one.
    pub story: String,
    /// Records that belong to it.
    pub related: Vec<Related>,
    /// Its pictures and files, the main one first.
    pub pictures: Vec<Stored<Picture>>,
    /// How complete it is, for the kinds lists are kept of.
    pub completeness: Option<Completeness>,
    /// How a village's craft is doing, and why.
    pub assessment: Option<Assessment>,
}

impl Query for Detail {
    type Answer = DetailAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        RecordKind::ALL.to_vec()
    }

    fn answer(&self, store: &mut Store) -> Result<DetailAnswer> {
        let rows = store.rows();
        let missing = || ErrorKind::NotFound(self.kind.label());
        let record = AnyRecord::find(&rows, self.kind, self.id)?.ok_or_else(missing)?;
        let deleted = rows.is_deleted(self.kind, self.id)?.unwrap_or(false);
        let mut answer = DetailAnswer {
            id: self.id,
            name: record.name(),
            names: linked_names(rows, &record)?,
            trade: trade(rows, &record)?,
            record,
            person: None,
            deleted,
            facts: Vec::new(),
            story: String::new(),
            related: related(rows, self.kind, self.id)?,
            pictures: pictures(rows, self.kind, self.id)?,
            completeness: None,
            assessment: None,
        };
        let beside = rows.beside(self.kind, self.id)?;
        match answer.record.clone() {
            AnyRecord::Village(village) => {
                answer.completeness = Some(Completeness::of_village(&village, beside));
                answer.assessment = Some(assess(&rows.craft_facts(Id::from_any(self.id), &village)?));
                about_village(rows, &village, &mut answer)?;
            }
            AnyRecord::Artisan(artisan) => {
                about_artisan(rows, &artisan, &mut answer)?;
                let person = answer.person.as_ref().map(|(_, person)| person.clone()).unwrap_or_default();
                answer.completeness = Some(Completeness::of_artisan(&artisan, &person, beside));
            }
            AnyRecord::Person(person) => {
                answer.completeness = Some(Completeness::of_person(&person));
                about_person(&person, &mut answer);
            }
            AnyRecord::Organisation(record) => {
                answer.completeness = Some(Completeness::of_organisation(&record, beside));
                about_organisation(rows, &record, &mut answer)?;
            }
            AnyRecord::Product(product) => {
                answer.completeness = Some(Completeness::of_product(&product, beside));
                about_product(rows, &product, &mut answer)?;
            }
            _ => {}
        }
        answer.facts.retain(|fact| fact.value != Shown::Empty);
        Ok(answer)
    }
}

fn fact(key: &'static str, value: Shown) -> Fact {
    Fact { key, value }
}

/// The first trade of a record: its own, what it looks for, or that of its village.
fn trade(rows: Rows<'_>, record: &AnyRecord) -> Result<String> {
    let (own, village) = match record {
        AnyRecord::Village(village) => (village.trades.0.first(), None),
        AnyRecord::Organisation(record) => (record.seeks_trades.0.first(), record.village),
        AnyRecord::Artisan(artisan) => (None, artisan.village),
        AnyRecord::Product(product) => (None, product.village),
        _ => (None, None),
    };
    let village = if own.is_none() { rows.linked(village)? } else { None };
    let other = village.as_ref().and_then(|village| village.record.trades.0.first());
    Ok(own.or(other).cloned().unwrap_or_default())
}

/// The names behind the ids in a record's cells.
fn linked_names(rows: Rows<'_>, record: &AnyRecord) -> Result<Vec<(AnyId, String)>> {
    let mut names = Vec::new();
    for (column, cell) in record.columns().iter().zip(record.cells()) {
        let Cell::Id(id) = cell else { continue };
        if let Some(kind) = referred_kind(column) {
            names.extend(name_by_id(rows, kind, id)?.map(|name| (id, name)));
        }
    }
    Ok(names)
}

/// The kind a column of this name refers to.
pub(super) fn referred_kind(column: &str) -> Option<RecordKind> {
    Some(match column {
        "village" => RecordKind::Village,
        "person" | "contact" | "chair" | "secretary" | "substitute_for" => RecordKind::Person,
        "artisan" | "master" | "apprentice" => RecordKind::Artisan,
        "organisation" | "lead_organisation" | "host" | "seller" | "buyer" | "partner" => {
            RecordKind::Organisation
        }
        "product" => RecordKind::Product,
        "conference" | "compared_with" => RecordKind::Conference,
        "signer" => RecordKind::Position,
        "series" => RecordKind::NumberSeries,
        "mou" | "amends" => RecordKind::Mou,
        _ => return None,
    })
}

/// What the record with this id is called; an artisan by the person.
pub(super) fn name_by_id(rows: Rows<'_>, kind: RecordKind, id: AnyId) -> Result<Option<String>> {
    if kind == RecordKind::Mou {
        return Ok(rows.find::<Mou>(Id::from_any(id))?.map(|stored| mou_name(&stored.record)));
    }
    let person = match AnyRecord::find(&rows, kind, id)? {
        None => return Ok(None),
        Some(AnyRecord::Artisan(artisan)) => artisan.person,
        Some(AnyRecord::Position(position)) => position.person,
        Some(record) => return Ok(Some(record.name())),
    };
    Ok(rows.linked(person)?.map(|stored| stored.record.full_name))
}

/// Asks what a record is called, of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The kind.
    pub kind: RecordKind,
    /// The id.
    pub id: AnyId,
}

impl Query for Named {
    type Answer = String;

    fn reads(&self) -> Vec<RecordKind> {
        vec![self.kind, RecordKind::Person]
    }

    fn answer(&self, store: &mut Store) -> Result<String> {
        let name = name_by_id(store.rows(), self.kind, self.id)?;
        name.ok_or_else(|| ErrorKind::NotFound(self.kind.label()).into())
    }
}

/// Another record by its name.
pub(super) fn link<R: Record>(rows: Rows<'_>, id: Option<Id<R>>) -> Result<Shown> {
    let Some(id) = id else { return Ok(Shown::Empty) };
    let name = name_by_id(rows, R::KIND, id.any())?;
    Ok(name.map_or(Shown::Empty, |name| Shown::Record(R::KIND, id.any(), name)))
}

/// The number of a MoU, or what it is about while it has none.
fn mou_name(mou: &Mou) -> String {
    if mou.number.is_empty() { mou.subject.clone() } else { mou.number.clone() }
}

/// A date in a record, as it is shown.
fn when(date: Option<PartialDate>) -> Shown {
    date.map_or(Shown::Empty, Shown::PartialDate)
}

fn words(message: Message) -> Shown {
    Shown::Words(vec![message])
}

fn trades(codes: &CodeSet) -> Shown {
    labels(codes, |code| Trade::from_code(code).map(Trade::label))
}

/// An address of both lists.
fn address(street: &str, code: Option<CommuneCode>, former: &str) -> [Fact; 3] {
    [fact("street", text(street)), fact("commune", commune(code)), fact("former_address", text(former))]
}

fn about_village(rows: Rows<'_>, village: &Village, answer: &mut DetailAnswer) -> Result<()> {
    answer.facts = vec![
        fact("trades", trades(&village.trades)),
        fact("recognition", words(village.recognition.label())),
        fact("recognition_number", text(&village.recognition_number)),
        fact("recognition_date", when(village.recognition_date)),
    ];
    answer.facts.extend(address(&village.street, village.commune, &village.former_address));
    answer.facts.extend([
        fact("founded", text(&village.founded)),
        fact("founder", text(&village.founder)),
        fact("households", number(village.households)),
        fact("craft_households", number(village.craft_households)),
        fact("workers", number(village.workers)),
        fact("revenue", village.revenue.map_or(Shown::Empty, Shown::Money)),
        fact("products_made", text(&village.products_made)),
        fact("materials", text(&village.materials)),
        fact("lead_organisation", link(rows, village.lead_organisation)?),
        fact("visiting_hours", text(&village.visiting_hours)),
        fact("visiting_experiences", text(&village.visiting_experiences)),
    ]);
    answer.story = [&village.story_short, &village.story_sentence, &village.distinctive]
        .into_iter()
        .find(|story| !story.is_empty())
        .cloned()
        .unwrap_or_default();
    Ok(())
}

fn about_artisan(rows: Rows<'_>, artisan: &Artisan, answer: &mut DetailAnswer) -> Result<()> {
    let stored = rows.linked(artisan.person)?;
    let person = stored.as_ref().map(|stored| stored.record.clone()).unwrap_or_default();
    answer.person = stored.map(|stored| (stored.id, stored.record));
    answer.name.clone_from(&person.full_name);
    answer.facts = vec![
        fact("craft", text(&artisan.craft)),
        fact("village", link(rows, artisan.village)?),
        fact("birth", when(person.birth)),
        fact("phones", phones(&person.phones)),
        fact("email", text(&person.email)),
        fact("personal_id", masked(&person.personal_id)),
    ];
    answer.facts.extend(address(&person.street, person.commune, &person.former_address));
    answer.facts.extend([
        fact("started", artisan.started.map_or(Shown::Empty, Shown::Year)),
        fact("taught", number(artisan.taught)),
        fact("state", words(artisan.state.label())),
        fact("works", text(&artisan.works)),
    ]);
    answer.story.clone_from(&artisan.note);
    Ok(())
}

fn about_person(person: &Person, answer: &mut DetailAnswer) {
    answer.facts = vec![
        fact("honorific", text(&person.honorific)),
        fact("birth", when(person.birth)),
        fact("phones", phones(&person.phones)),
        fact("email", text(&person.email)),
        fact("personal_id", masked(&person.personal_id)),
    ];
    answer.facts.extend(address(&person.street, person.commune, &person.former_address));
    answer.story.clone_from(&person.note);
}

fn about_organisation(rows: Rows<'_>, record: &Organisation, answer: &mut DetailAnswer) -> Result<()> {
    let roles = labels(&record.roles, |code| OrganisationRole::from_code(code).map(OrganisationRole::label));
    answer.facts = vec![
        fact("kind", words(record.kind.label())),
        fact("roles", roles),
        fact("tax_code", text(&tax_code::show(&record.tax_code))),
    ];
    answer.facts.extend(address(&record.street, record.commune, &record.former_address));
    answer.facts.extend([
        fact("phones", phones(&record.phones)),
        fact("email", text(&record.email)),
        fact("website", text(&record.website)),
        fact("bank_account", masked(&record.bank_account)),
        fact("village", link(rows, record.village)?),
        fact("network", text(&record.network)),
        fact("outlets", number(record.outlets)),
        fact("markets", text(&record.markets)),
        fact("seeks_trades", trades(&record.seeks_trades)),
        fact("seeks_quantity", text(&record.seeks_quantity)),
        fact("seeks_price_from", Shown::range(record.seeks_price_from, record.seeks_price_to)),
        fact("seeks_certificates", text(&record.seeks_certificates)),
        fact("payment_days", number(record.payment_days)),
    ]);
    answer.story = if record.seeks.is_empty() { record.note.clone() } else { record.seeks.clone() };
    Ok(())
}

fn about_product(rows: Rows<'_>, product: &Product, answer: &mut DetailAnswer) -> Result<()> {
    answer.facts = vec![
        fact("code", text(&product.code)),
        fact("village", link(rows, product.village)?),
        fact("organisation", link(rows, product.organisation)?),
        fact("artisan", link(rows, product.artisan)?),
        fact("material", text(&product.material)),
        fact("size", text(&product.size)),
        fact("retail_from", Shown::range(product.retail_from, product.retail_to)),
        fact("wholesale_from", Shown::range(product.wholesale_from, product.wholesale_to)),
        fact("minimum_order", number(product.minimum_order)),
        fact("capacity_per_month", number(product.capacity_per_month)),
        fact("lead_days", number(product.lead_days)),
        fact("packaging", text(&product.packaging)),
        fact("export_markets", text(&product.export_markets)),
        fact("on_sale", words(yes_or_no(product.on_sale))),
    ];
    answer.story.clone_from(&product.description);
    Ok(())
}
