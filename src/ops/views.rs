//! What single screens show: a record with what belongs to it, its history, the home screen, the trash, and
//! what the MoU editor chooses from.

use jiff::civil::Date;

use super::any_record::name_of;
use super::lists::{commune, labels, number, phones, text, yes_or_no};
use super::queries::mou_parties;
use super::{AnyRecord, Query, Shown, mou_dossier};
use crate::domain::{
    Answer, AnyId, Artisan, Cell, Certificate, Conference, ConferenceState, Id, Mou, MouDossier, MouParty,
    MouState, NumberSeries, Organisation, Participation, Person, Position, Product, Record, RecordKind,
    Trade, Village,
};
use crate::error::{ErrorKind, Result};
use crate::store::{HistoryEntry, Hit, Recent, Rows, SearchQuery, Store};
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
fn name_by_id(rows: Rows<'_>, kind: RecordKind, id: AnyId) -> Result<Option<String>> {
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

/// Asks what happened to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The record, and others that are shown as one with it (the person of an artisan).
    pub of: Vec<AnyId>,
}

/// One change of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryLine {
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
                        let id = AnyId::from_hex(value);
                        match (id, referred_kind(column)) {
                            (Some(id), Some(kind)) => {
                                Ok(name_by_id(store.rows(), kind, id)?.unwrap_or_default())
                            }
                            _ => Ok(value.clone()),
                        }
                    };
                    Ok((column.clone(), named(before)?, named(after)?))
                });
                let values = values.collect::<Result<Vec<_>>>()?;
                lines.push(HistoryLine { entry, values });
            }
        }
        // Newest first, as people ask.
        lines.sort_by_key(|line| std::cmp::Reverse(line.entry.operation.number));
        Ok(lines)
    }
}

/// Asks what is in the trash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trash;

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
        for kind in [K::Village, K::Artisan, K::Organisation, K::Product, K::Mou, K::Position, K::Conference]
        {
            for (id, at) in rows.trash(kind)? {
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
        if self.kinds.is_empty() { RecordKind::ALL.to_vec() } else { self.kinds.clone() }
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<Hit>> {
        if !self.text.trim().is_empty() {
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
    /// MoUs that need somebody, the most urgent first.
    pub attention: Vec<Attention>,
    /// What was done last, newest first, with what it was done to.
    pub recent: Vec<Recent>,
}

/// A conference that is coming.
#[derive(Clone, Debug, PartialEq)]
pub struct NextConference {
    /// The conference.
    pub conference: Conference,
    /// Guests who answered, and all that are invited.
    pub answered: (i64, i64),
    /// MoUs with a final text, and all that are to be signed there.
    pub final_texts: (i64, i64),
}

/// A MoU that needs somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Attention {
    /// The MoU.
    pub id: Id<Mou>,
    /// Its number.
    pub number: String,
    /// Its parties.
    pub parties: String,
    /// Why.
    pub reason: AttentionReason,
    /// By when.
    pub due: Date,
}

/// Why a MoU needs somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttentionReason {
    /// It is to be signed and its text is not final.
    Finish,
    /// Its text is final and it is to be signed.
    Sign,
    /// The contract it promises is due.
    Contract,
    /// Its term ends.
    Expires,
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
        let mous = rows.all::<Mou>()?;
        let count = |states: &[MouState]| {
            i64::try_from(mous.iter().filter(|mou| states.contains(&mou.record.state)).count()).unwrap_or(0)
        };
        let mut attention = Vec::new();
        for stored in &mous {
            if let Some((reason, due)) = needs(&stored.record) {
                let parties = mou_parties(rows, stored.id)?.join(" – ");
                let number = stored.record.number.clone();
                attention.push(Attention { id: stored.id, number, parties, reason, due });
            }
        }
        attention.sort_by_key(|attention| attention.due);
        let mut conference = None;
        let mut conferences = rows.all::<Conference>()?;
        conferences.retain(|stored| {
            let record = &stored.record;
            record.state != ConferenceState::Cancelled
                && record.to_date.or(record.from_date).is_some_and(|day| day >= self.today)
        });
        conferences.sort_by_key(|stored| stored.record.from_date);
        if let Some(stored) = conferences.into_iter().next() {
            let guests = rows.children::<Participation>("conference", stored.id.any())?;
            let answered = guests.iter().filter(|guest| guest.record.answer != Answer::None).count();
            let there: Vec<_> = mous.iter().filter(|mou| mou.record.conference == Some(stored.id)).collect();
            let done = there.iter().filter(|mou| mou.record.state != S::Draft).count();
            let pair =
                |part: usize, all: usize| (i64::try_from(part).unwrap_or(0), i64::try_from(all).unwrap_or(0));
            conference = Some(NextConference {
                conference: stored.record,
                answered: pair(answered, guests.len()),
                final_texts: pair(done, there.len()),
            });
        }
        Ok(HomeAnswer {
            counts,
            under_way: count(&[S::Signed, S::Sealed, S::HandedOver, S::UnderWay, S::Contracted]),
            drafts: count(&[S::Draft]),
            contracted: count(&[S::Contracted, S::Completed]),
            conference,
            attention,
            recent: store.recent_operations(RECENT)?,
        })
    }
}

/// How many operations the home screen lists.
const RECENT: usize = 8;

/// Why this MoU needs somebody, and by when.
fn needs(mou: &Mou) -> Option<(AttentionReason, Date)> {
    use MouState as S;
    match mou.state {
        S::Draft => Some((AttentionReason::Finish, mou.date?)),
        S::TextFinal | S::Printed => Some((AttentionReason::Sign, mou.date?)),
        S::Signed | S::Sealed | S::HandedOver | S::UnderWay if mou.contract_by.is_some() => {
            Some((AttentionReason::Contract, mou.contract_by?))
        }
        S::Signed | S::Sealed | S::HandedOver | S::UnderWay | S::Contracted => {
            let months = i32::try_from(mou.term_months?).ok()?;
            let span = jiff::Span::new().try_months(months).ok()?;
            Some((AttentionReason::Expires, mou.date?.checked_add(span).ok()?))
        }
        _ => None,
    }
}

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
                title: stored.record.title,
            });
        }
        Ok(signers)
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
    /// What happened to its state: label of the state and day.
    pub deleted: bool,
}

impl Query for MouDesk {
    type Answer = MouDeskAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        RecordKind::ALL.to_vec()
    }

    fn answer(&self, store: &mut Store) -> Result<MouDeskAnswer> {
        let rows = store.rows();
        Ok(MouDeskAnswer {
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
