//! The lines of lists: which columns there are, and what stands in them.

use super::queries::mou_parties;
use super::related;
use super::shown::{commune, labels, number, phones, text};
use super::{List, Query, Shown};
use crate::domain::{
    AnyId, Artisan, Cell, CodeSet, ColumnType as _, Mou, Organisation, Person, Product, RecordKind, Stored,
    Village, Vitality,
};
use crate::error::Result;
use crate::store::{Rows, Store};
use crate::vietnamese::tax_code;

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Local row number.
    pub row: i64,
    /// Id of the record.
    pub id: AnyId,
    /// Its name.
    pub name: String,
    /// The values of [`columns`] after the name.
    pub cells: Vec<Shown>,
    /// What a card shows: SHA-256 of its main picture.
    pub picture: Option<String>,
    /// What a card shows without a picture: the code of its trade, or nothing.
    pub trade: String,
}

/// A column of a list after the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The column of the table, which is also the key of its label.
    pub key: &'static str,
    /// Numbers stand at the right.
    pub numeric: bool,
    /// Whether the list can be sorted by it.
    pub sortable: bool,
}

const fn column(key: &'static str, numeric: bool, sortable: bool) -> Column {
    Column { key, numeric, sortable }
}

/// The columns a list of this kind can show after the name.
pub fn columns(kind: RecordKind) -> &'static [Column] {
    const VILLAGE: &[Column] = &[
        column("trades", false, false),
        column("commune", false, true),
        column("craft_households", true, true),
        column("workers", true, true),
        column("completeness", true, true),
        column("recognition", false, true),
        column("vitality", false, true),
        column("sales", true, true),
        column("founded", false, false),
    ];
    const PERSON: &[Column] = &[
        column("phones", false, false),
        column("commune", false, true),
        column("birth", true, false),
        column("email", false, true),
        column("completeness", true, true),
    ];
    const ARTISAN: &[Column] = &[
        column("craft", false, true),
        column("village", false, true),
        column("birth", true, false),
        column("started", true, true),
        column("phones", false, false),
        column("state", false, true),
        column("completeness", true, true),
    ];
    const ORGANISATION: &[Column] = &[
        column("kind", false, true),
        column("roles", false, false),
        column("commune", false, true),
        column("phones", false, false),
        column("tax_code", false, true),
        column("completeness", true, true),
    ];
    const PRODUCT: &[Column] = &[
        column("code", false, true),
        column("village", false, true),
        column("organisation", false, false),
        column("retail_from", true, true),
        column("capacity_per_month", true, true),
        column("completeness", true, true),
    ];
    const MOU: &[Column] = &[
        column("parties", false, false),
        column("subject", false, true),
        column("date", true, true),
        column("state", false, true),
    ];
    match kind {
        RecordKind::Village => VILLAGE,
        RecordKind::Artisan => ARTISAN,
        RecordKind::Person => PERSON,
        RecordKind::Organisation => ORGANISATION,
        RecordKind::Product => PRODUCT,
        RecordKind::Mou => MOU,
        _ => &[],
    }
}

/// The lines of a window of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The kind.
    pub kind: RecordKind,
    /// Local row numbers, in the order of the list.
    pub rows: Vec<i64>,
}

impl Query for Page {
    type Answer = Vec<Line>;

    fn reads(&self) -> Vec<RecordKind> {
        List::of(self.kind).reads()
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<Line>> {
        let rows = store.rows();
        let mut lines = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            if let Some(mut line) = line(rows, self.kind, *row)? {
                let main = related::pictures(rows, self.kind, line.id)?.into_iter().next();
                line.picture = main.filter(|main| main.record.width.is_some()).map(|main| main.record.sha256);
                lines.push(line);
            }
        }
        Ok(lines)
    }
}

/// One line; `None` for a row that is gone and for kinds without lists.
fn line(rows: Rows<'_>, kind: RecordKind, row: i64) -> Result<Option<Line>> {
    match kind {
        RecordKind::Village => rows.at_row(row)?.map(|stored| village_line(rows, row, stored)).transpose(),
        RecordKind::Person => rows.at_row(row)?.map(|stored| person_line(rows, row, stored)).transpose(),
        RecordKind::Artisan => rows.at_row(row)?.map(|stored| artisan_line(rows, row, stored)).transpose(),
        RecordKind::Organisation => {
            rows.at_row(row)?.map(|stored| organisation_line(rows, row, stored)).transpose()
        }
        RecordKind::Product => rows.at_row(row)?.map(|stored| product_line(rows, row, stored)).transpose(),
        RecordKind::Mou => rows.at_row(row)?.map(|stored| mou_line(rows, row, stored)).transpose(),
        _ => Ok(None),
    }
}

/// The values of columns that are kept beside a record and are no fields of it.
fn kept<const N: usize>(
    rows: Rows<'_>,
    kind: RecordKind,
    row: i64,
    columns: [&'static str; N],
) -> Result<[Cell; N]> {
    let found = rows.columns_at(kind, &columns, &[row])?.into_iter().next();
    let mut cells = found.map(|(_, cells)| cells).unwrap_or_default().into_iter();
    Ok(std::array::from_fn(|_| cells.next().unwrap_or(Cell::Null)))
}

fn first_trade(trades: &CodeSet) -> String {
    trades.0.first().cloned().unwrap_or_default()
}

fn percent(cell: &Cell) -> Shown {
    if let Cell::Integer(percent) = cell { Shown::Percent(*percent) } else { Shown::Empty }
}

fn village_line(
    rows: Rows<'_>,
    row: i64,
    Stored { id, record: village, .. }: Stored<Village>,
) -> Result<Line> {
    use crate::domain::Trade;
    let [completeness, vitality, sales] =
        kept(rows, RecordKind::Village, row, ["completeness", "vitality", "sales"])?;
    Ok(Line {
        row,
        id: id.any(),
        name: village.name,
        picture: None,
        trade: first_trade(&village.trades),
        cells: vec![
            labels(&village.trades, |code| Trade::from_code(code).map(Trade::label)),
            commune(village.commune),
            number(village.craft_households),
            number(village.workers),
            percent(&completeness),
            Shown::Words(vec![village.recognition.label()]),
            match Vitality::from_cell(vitality) {
                Vitality::Unknown => Shown::Empty,
                known => Shown::Vitality(known),
            },
            match sales {
                Cell::Integer(dong) if dong > 0 => Shown::Money(dong),
                _ => Shown::Empty,
            },
            text(&village.founded),
        ],
    })
}

fn person_line(rows: Rows<'_>, row: i64, Stored { id, record: person, .. }: Stored<Person>) -> Result<Line> {
    let [completeness] = kept(rows, RecordKind::Person, row, ["completeness"])?;
    Ok(Line {
        row,
        id: id.any(),
        name: person.full_name,
        picture: None,
        trade: String::new(),
        cells: vec![
            phones(&person.phones),
            commune(person.commune),
            person.birth.map_or(Shown::Empty, Shown::PartialDate),
            text(&person.email),
            percent(&completeness),
        ],
    })
}

fn artisan_line(rows: Rows<'_>, row: i64, stored: Stored<Artisan>) -> Result<Line> {
    let Stored { id, record: artisan, .. } = stored;
    let person = rows.linked(artisan.person)?.map(|stored| stored.record).unwrap_or_default();
    let village = rows.linked(artisan.village)?;
    let trade = village.as_ref().map(|village| first_trade(&village.record.trades)).unwrap_or_default();
    let [completeness] = kept(rows, RecordKind::Artisan, row, ["completeness"])?;
    Ok(Line {
        row,
        id: id.any(),
        name: person.full_name,
        picture: None,
        trade,
        cells: vec![
            text(&artisan.craft),
            village.map_or(Shown::Empty, |village| {
                Shown::Record(RecordKind::Village, village.id.any(), village.record.name)
            }),
            person.birth.map_or(Shown::Empty, |birth| Shown::Year(i64::from(birth.year()))),
            artisan.started.map_or(Shown::Empty, Shown::Year),
            phones(&person.phones),
            Shown::Words(vec![artisan.state.label()]),
            percent(&completeness),
        ],
    })
}

fn organisation_line(
    rows: Rows<'_>,
    row: i64,
    Stored { id, record, .. }: Stored<Organisation>,
) -> Result<Line> {
    use crate::domain::OrganisationRole;
    let [completeness] = kept(rows, RecordKind::Organisation, row, ["completeness"])?;
    Ok(Line {
        row,
        id: id.any(),
        name: record.name,
        picture: None,
        trade: first_trade(&record.seeks_trades),
        cells: vec![
            Shown::Words(vec![record.kind.label()]),
            labels(&record.roles, |code| OrganisationRole::from_code(code).map(OrganisationRole::label)),
            commune(record.commune),
            phones(&record.phones),
            text(&tax_code::show(&record.tax_code)),
            percent(&completeness),
        ],
    })
}

fn product_line(rows: Rows<'_>, row: i64, stored: Stored<Product>) -> Result<Line> {
    let Stored { id, record: product, .. } = stored;
    let village = rows.linked(product.village)?;
    let trade = village.as_ref().map(|village| first_trade(&village.record.trades)).unwrap_or_default();
    let maker = rows.linked(product.organisation)?;
    let [completeness] = kept(rows, RecordKind::Product, row, ["completeness"])?;
    Ok(Line {
        row,
        id: id.any(),
        name: product.name,
        picture: None,
        trade,
        cells: vec![
            text(&product.code),
            village.map_or(Shown::Empty, |village| {
                Shown::Record(RecordKind::Village, village.id.any(), village.record.name)
            }),
            maker.map_or(Shown::Empty, |maker| {
                Shown::Record(RecordKind::Organisation, maker.id.any(), maker.record.name)
            }),
            product.retail_from.map_or(Shown::Empty, Shown::Money),
            number(product.capacity_per_month),
            percent(&completeness),
        ],
    })
}

fn mou_line(rows: Rows<'_>, row: i64, Stored { id, record: mou, .. }: Stored<Mou>) -> Result<Line> {
    let parties = mou_parties(rows, id)?;
    Ok(Line {
        row,
        id: id.any(),
        name: mou.number,
        picture: None,
        trade: String::new(),
        cells: vec![
            text(&parties.join(" – ")),
            text(&mou.subject),
            mou.date.map_or(Shown::Empty, Shown::Date),
            Shown::MouState(mou.state),
        ],
    })
}
