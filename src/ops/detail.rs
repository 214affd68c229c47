//! A record with what belongs to it, as the pane beside a list shows it.

use super::lists::{commune, labels, number, phones, text, yes_or_no};
use super::queries::mou_parties;
use super::{AnyRecord, Query, Shown};
use crate::domain::{
    AnyId, Artisan, Cell, Certificate, Id, Mou, MouParty, Organisation, Person, Position, Product,
    RecordKind, Trade, Village,
};
use crate::error::{ErrorKind, Result};
use crate::store::{Rows, Store};
use crate::vietnamese::tax_code;

/// One fact of a record: its label is `field-<key>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The column.
    pub key: &'static str,
    /// The value.
    pub value: Shown,
}

/// A record that belongs to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Its kind.
    pub kind: RecordKind,
    /// Its id.
    pub id: AnyId,
    /// Its name.
    pub name: String,
    /// What else is worth saying in a list.
    pub second: Vec<Shown>,
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
    /// What is shown first; unknown values are left out.
    pub facts: Vec<Fact>,
    /// A paragraph about it, if there is one.
    pub story: String,
    /// Records that belong to it.
    pub related: Vec<Related>,
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
            name: record.name(),
            names: linked_names(rows, &record)?,
            record,
            person: None,
            deleted,
            facts: Vec::new(),
            story: String::new(),
            related: Vec::new(),
        };
        match answer.record.clone() {
            AnyRecord::Village(village) => about_village(rows, self.id, &village, &mut answer)?,
            AnyRecord::Artisan(artisan) => about_artisan(rows, self.id, &artisan, &mut answer)?,
            AnyRecord::Organisation(record) => about_organisation(rows, self.id, &record, &mut answer)?,
            AnyRecord::Product(product) => about_product(rows, &product, &mut answer)?,
            _ => {}
        }
        answer.facts.retain(|fact| fact.value != Shown::Empty);
        Ok(answer)
    }
}

fn fact(key: &'static str, value: Shown) -> Fact {
    Fact { key, value }
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
        "person" | "contact" => RecordKind::Person,
        "artisan" | "master" | "apprentice" => RecordKind::Artisan,
        "organisation" | "lead_organisation" | "host" => RecordKind::Organisation,
        "product" => RecordKind::Product,
        "conference" => RecordKind::Conference,
        "signer" => RecordKind::Position,
        "series" => RecordKind::NumberSeries,
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

/// The number of a MoU, or what it is about while it has none.
fn mou_name(mou: &Mou) -> String {
    if mou.number.is_empty() { mou.subject.clone() } else { mou.number.clone() }
}

fn about_village(rows: Rows<'_>, id: AnyId, village: &Village, answer: &mut DetailAnswer) -> Result<()> {
    let lead = rows.linked(village.lead_organisation)?;
    answer.facts = vec![
        fact("trades", labels(&village.trades, |code| Trade::from_code(code).map(Trade::label))),
        fact("recognition", Shown::Words(vec![village.recognition.label()])),
        fact("street", text(&village.street)),
        fact("commune", commune(village.commune)),
        fact("former_address", text(&village.former_address)),
        fact("founded", text(&village.founded)),
        fact("founder", text(&village.founder)),
        fact("households", number(village.households)),
        fact("craft_households", number(village.craft_households)),
        fact("workers", number(village.workers)),
        fact("products_made", text(&village.products_made)),
        fact("materials", text(&village.materials)),
        fact(
            "lead_organisation",
            lead.map_or(Shown::Empty, |lead| {
                Shown::Record(RecordKind::Organisation, lead.id.any(), lead.record.name)
            }),
        ),
    ];
    answer.story = [&village.story_short, &village.story_sentence, &village.distinctive]
        .into_iter()
        .find(|story| !story.is_empty())
        .cloned()
        .unwrap_or_default();
    for stored in rows.children::<Product>("village", id)? {
        answer.related.push(product_line(stored.id.any(), &stored.record));
    }
    for stored in rows.children::<Artisan>("village", id)? {
        let person = rows.linked(stored.record.person)?.map(|stored| stored.record).unwrap_or_default();
        answer.related.push(Related {
            kind: RecordKind::Artisan,
            id: stored.id.any(),
            name: person.full_name,
            second: vec![
                text(&stored.record.craft),
                person.birth.map_or(Shown::Empty, |birth| Shown::Year(i64::from(birth.year()))),
            ],
        });
    }
    for stored in rows.children::<Organisation>("village", id)? {
        answer.related.push(organisation_line(stored.id.any(), &stored.record));
    }
    for stored in rows.children::<Mou>("village", id)? {
        answer.related.push(mou_line(rows, stored.id, &stored.record)?);
    }
    certificates(rows, "village", id, answer)
}

fn about_artisan(rows: Rows<'_>, id: AnyId, artisan: &Artisan, answer: &mut DetailAnswer) -> Result<()> {
    let stored = rows.linked(artisan.person)?;
    let person = stored.as_ref().map(|stored| stored.record.clone()).unwrap_or_default();
    answer.person = stored.map(|stored| (stored.id, stored.record));
    answer.name.clone_from(&person.full_name);
    let village = rows.linked(artisan.village)?;
    answer.facts = vec![
        fact("craft", text(&artisan.craft)),
        fact(
            "village",
            village.map_or(Shown::Empty, |village| {
                Shown::Record(RecordKind::Village, village.id.any(), village.record.name)
            }),
        ),
        fact("birth", person.birth.map_or(Shown::Empty, Shown::PartialDate)),
        fact("phones", phones(&person.phones)),
        fact("email", text(&person.email)),
        fact("street", text(&person.street)),
        fact("commune", commune(person.commune)),
        fact("started", artisan.started.map_or(Shown::Empty, Shown::Year)),
        fact("taught", number(artisan.taught)),
        fact("state", Shown::Words(vec![artisan.state.label()])),
        fact("works", text(&artisan.works)),
    ];
    answer.story.clone_from(&artisan.note);
    for stored in rows.children::<Product>("artisan", id)? {
        answer.related.push(product_line(stored.id.any(), &stored.record));
    }
    if let Some(person) = artisan.person {
        for stored in rows.children::<Position>("person", person.any())? {
            if let Some(organisation) = rows.linked(stored.record.organisation)? {
                let mut line = organisation_line(organisation.id.any(), &organisation.record);
                line.second = vec![text(&stored.record.title)];
                answer.related.push(line);
            }
        }
    }
    certificates(rows, "artisan", id, answer)
}

fn about_organisation(
    rows: Rows<'_>,
    id: AnyId,
    record: &Organisation,
    answer: &mut DetailAnswer,
) -> Result<()> {
    use crate::domain::OrganisationRole;
    let village = rows.linked(record.village)?;
    answer.facts = vec![
        fact("kind", Shown::Words(vec![record.kind.label()])),
        fact(
            "roles",
            labels(&record.roles, |code| OrganisationRole::from_code(code).map(OrganisationRole::label)),
        ),
        fact("tax_code", text(&tax_code::show(&record.tax_code))),
        fact("street", text(&record.street)),
        fact("commune", commune(record.commune)),
        fact("former_address", text(&record.former_address)),
        fact("phones", phones(&record.phones)),
        fact("email", text(&record.email)),
        fact("website", text(&record.website)),
        fact(
            "village",
            village.map_or(Shown::Empty, |village| {
                Shown::Record(RecordKind::Village, village.id.any(), village.record.name)
            }),
        ),
        fact("network", text(&record.network)),
        fact("seeks_trades", labels(&record.seeks_trades, |code| Trade::from_code(code).map(Trade::label))),
    ];
    answer.story = if record.seeks.is_empty() { record.note.clone() } else { record.seeks.clone() };
    for stored in rows.children::<Position>("organisation", id)? {
        let person = rows.linked(stored.record.person)?.map(|stored| stored.record).unwrap_or_default();
        answer.related.push(Related {
            kind: RecordKind::Position,
            id: stored.id.any(),
            name: person.full_name,
            second: vec![text(&stored.record.title)],
        });
    }
    for stored in rows.children::<Product>("organisation", id)? {
        answer.related.push(product_line(stored.id.any(), &stored.record));
    }
    for party in rows.children::<MouParty>("organisation", id)? {
        let Some(mou) = party.record.mou else { continue };
        if rows.is_deleted(RecordKind::Mou, mou.any())? == Some(false) {
            let stored = rows.get(mou)?;
            answer.related.push(mou_line(rows, stored.id, &stored.record)?);
        }
    }
    certificates(rows, "organisation", id, answer)
}

fn about_product(rows: Rows<'_>, product: &Product, answer: &mut DetailAnswer) -> Result<()> {
    let village = rows.linked(product.village)?;
    let maker = rows.linked(product.organisation)?;
    answer.facts = vec![
        fact("code", text(&product.code)),
        fact(
            "village",
            village.map_or(Shown::Empty, |village| {
                Shown::Record(RecordKind::Village, village.id.any(), village.record.name)
            }),
        ),
        fact(
            "organisation",
            maker.map_or(Shown::Empty, |maker| {
                Shown::Record(RecordKind::Organisation, maker.id.any(), maker.record.name)
            }),
        ),
        fact("material", text(&product.material)),
        fact("size", text(&product.size)),
        fact("retail_from", product.retail_from.map_or(Shown::Empty, Shown::Money)),
        fact("wholesale_from", product.wholesale_from.map_or(Shown::Empty, Shown::Money)),
        fact("capacity_per_month", number(product.capacity_per_month)),
        fact("on_sale", Shown::Words(vec![yes_or_no(product.on_sale)])),
    ];
    answer.story.clone_from(&product.description);
    Ok(())
}

fn product_line(id: AnyId, product: &Product) -> Related {
    let price = product.retail_from.map_or(Shown::Empty, Shown::Money);
    Related {
        kind: RecordKind::Product,
        id,
        name: product.name.clone(),
        second: vec![text(&product.material), price],
    }
}

fn organisation_line(id: AnyId, record: &Organisation) -> Related {
    let second = vec![Shown::Words(vec![record.kind.label()])];
    Related { kind: RecordKind::Organisation, id, name: record.name.clone(), second }
}

fn mou_line(rows: Rows<'_>, id: Id<Mou>, mou: &Mou) -> Result<Related> {
    let parties = mou_parties(rows, id)?.join(" – ");
    let second = vec![text(&parties), Shown::MouState(mou.state)];
    Ok(Related { kind: RecordKind::Mou, id: id.any(), name: mou.number.clone(), second })
}

fn certificates(rows: Rows<'_>, column: &'static str, id: AnyId, answer: &mut DetailAnswer) -> Result<()> {
    for stored in rows.children::<Certificate>(column, id)? {
        let certificate = stored.record;
        answer.related.push(Related {
            kind: RecordKind::Certificate,
            id: stored.id.any(),
            name: certificate.number.clone(),
            second: vec![
                Shown::Words(vec![certificate.kind.label()]),
                certificate.date.map_or(Shown::Empty, Shown::PartialDate),
            ],
        });
    }
    Ok(())
}
