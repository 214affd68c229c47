//! What lists show: which records, in which order, with how many of what; and the lines of a window of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Query;
use super::queries::mou_parties;
use crate::domain::{
    AnyId, Artisan, Cell, CodeSet, ColumnType as _, Mou, Organisation, Person, Product, RecordKind, Stored,
    Village, Vitality,
};
use crate::error::Result;
use crate::i18n::{Language, Message, message};
use crate::places::{CommuneCode, Places};
use crate::store::{Rows, SearchQuery, Store};
use crate::vietnamese::{PartialDate, group, money, phone, sort_key, tax_code};

/// More records than anybody looks through are found by typing more.
const MOST_FOUND: usize = 500;

/// What a list asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The kind.
    pub kind: RecordKind,
    /// Words to find; empty for all.
    pub text: String,
    /// Chosen codes by column; a record passes when it has one of them in every column.
    pub filters: BTreeMap<&'static str, BTreeSet<String>>,
    /// Columns to sort by, the most important first; then by name.
    pub order: Vec<SortBy>,
}

/// One column of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortBy {
    /// The column.
    pub column: &'static str,
    /// From the highest down.
    pub descending: bool,
}

/// The records a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Local row numbers in the order of the list.
    pub rows: Vec<i64>,
    /// How many records there are of this kind.
    pub all: usize,
    /// For each column that can be filtered: its codes with how many records have them, given the other
    /// filters; the most frequent first.
    pub facets: Vec<(&'static str, Vec<(String, usize)>)>,
}

impl List {
    /// All records of a kind by name.
    pub fn of(kind: RecordKind) -> Self {
        Self { kind, text: String::new(), filters: BTreeMap::new(), order: Vec::new() }
    }

    /// The columns of a kind that can be filtered. `commune` is filtered by the province it is in.
    pub fn filter_columns(kind: RecordKind) -> &'static [&'static str] {
        match kind {
            RecordKind::Village => &["commune", "trades", "recognition", "standing", "vitality", "tags"],
            RecordKind::Organisation => &["kind", "roles", "commune", "standing", "tags"],
            RecordKind::Product => &["standing", "on_sale", "province", "tags"],
            RecordKind::Artisan => &["province", "standing", "state", "tags"],
            RecordKind::Person => &["standing", "commune", "tags"],
            RecordKind::Mou => &["state", "tags"],
            _ => &[],
        }
    }

    /// What a code of a column is called.
    pub fn code_label(kind: RecordKind, column: &str, code: &str, places: &Places) -> Shown {
        use crate::domain::{ArtisanState, MouState, OrganisationKind, OrganisationRole, Recognition, Trade};
        if matches!(column, "commune" | "province") {
            let province = places.provinces().iter().find(|province| province.code.to_string() == code);
            return province.map_or(Shown::Empty, |province| Shown::Text(province.name.clone()));
        }
        let label = match (kind, column) {
            (_, "trades") => Trade::from_code(code).map(Trade::label),
            (_, "recognition") => Recognition::from_code(code).map(Recognition::label),
            (RecordKind::Artisan, "state") => ArtisanState::from_code(code).map(ArtisanState::label),
            (RecordKind::Mou, "state") => MouState::from_code(code).map(MouState::label),
            (_, "kind") => OrganisationKind::from_code(code).map(OrganisationKind::label),
            (_, "roles") => OrganisationRole::from_code(code).map(OrganisationRole::label),
            (_, "on_sale") => Some(yes_or_no(code == "1")),
            (_, "vitality") => Vitality::from_code(code).map(Vitality::label),
            (_, "standing") => standing_label(code),
            _ => None,
        };
        label.map_or_else(|| Shown::Text(code.to_owned()), |label| Shown::Words(vec![label]))
    }
}

/// What a code of `standing` is called (`store::standing` gives them).
fn standing_label(code: &str) -> Option<Message> {
    Some(match code {
        "mou" => message("standing-mou"),
        "placed" => message("standing-placed"),
        "care" => message("standing-care"),
        "missing" => message("standing-missing"),
        "titled" => message("standing-titled"),
        "position" => message("standing-position"),
        "teaching" => message("standing-teaching"),
        "artisan" => message("standing-artisan"),
        "buyer" => message("standing-buyer"),
        "no_signer" => message("standing-no_signer"),
        "certified" => message("standing-certified"),
        _ => return None,
    })
}

/// "Có" or "Không".
pub fn yes_or_no(yes: bool) -> Message {
    if yes { message("word-yes") } else { message("word-no") }
}

impl Query for List {
    type Answer = Listed;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        if self.kind == K::Mou {
            return vec![K::Mou, K::MouParty, K::Organisation];
        }
        // Standings look at what belongs to a record.
        vec![
            K::Village,
            K::Person,
            K::Artisan,
            K::Organisation,
            K::Apprenticeship,
            K::Position,
            K::Product,
            K::Certificate,
            K::Mou,
            K::MouParty,
            K::Preservation,
            K::Placement,
            K::Picture,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<Listed> {
        let facets = Self::filter_columns(self.kind);
        let mut columns: Vec<&'static str> = facets.to_vec();
        columns.extend(self.order.iter().map(|by| by.column).filter(|column| *column != NAME));
        if self.text.trim().is_empty() && self.filters.is_empty() && self.order.is_empty() {
            return self.everything(store);
        }
        let (mut lines, all) = if self.text.trim().is_empty() {
            let lines = store.rows().columns_in_order(self.kind, &columns)?;
            let all = lines.len();
            (lines, all)
        } else {
            let query = SearchQuery { text: &self.text, kinds: &[self.kind], limit: MOST_FOUND };
            let found: Vec<i64> = store.search(query)?.into_iter().map(|hit| hit.row).collect();
            let all = usize::try_from(store.rows().count(self.kind)?).unwrap_or(0);
            (store.rows().columns_at(self.kind, &columns, &found)?, all)
        };
        let places = store.places();
        let nothing = BTreeSet::new();
        let mut counted: Vec<Facet<'_>> = facets
            .iter()
            .map(|column| Facet::new(column, self.filters.get(column).unwrap_or(&nothing)))
            .collect();
        let mut seen = vec![0; facets.len()];
        lines.retain(|(_, cells)| {
            for ((facet, cell), seen) in counted.iter_mut().zip(cells).zip(&mut seen) {
                *seen = facet.look_up(cell, places);
            }
            let missed = counted.iter().zip(&seen).filter(|(facet, seen)| !facet.passes(**seen)).count();
            for (facet, seen) in counted.iter_mut().zip(&seen) {
                if missed == 0 || (missed == 1 && !facet.passes(*seen)) {
                    facet.count(*seen, 1);
                }
            }
            missed == 0
        });
        let facets_found = counted.into_iter().map(Facet::into_counts).collect();
        self.sort(&mut lines, facets.len(), store)?;
        Ok(Listed { rows: lines.into_iter().map(|(row, _)| row).collect(), all, facets: facets_found })
    }
}

/// One column that is filtered: the values seen so far, each with its codes, whether it passes, and how many
/// records have it. Few different values stand in a million rows.
struct Facet<'f> {
    column: &'static str,
    chosen: &'f BTreeSet<String>,
    places_of: HashMap<String, usize>,
    values: Vec<(Vec<String>, bool, usize)>,
}

impl<'f> Facet<'f> {
    fn new(column: &'static str, chosen: &'f BTreeSet<String>) -> Self {
        Self { column, chosen, places_of: HashMap::new(), values: Vec::new() }
    }

    /// The place of a cell's value among those seen.
    fn look_up(&mut self, cell: &Cell, places: &Places) -> usize {
        let number;
        let key = match cell {
            Cell::Text(text) => text.as_str(),
            Cell::Integer(value) => {
                number = value.to_string();
                &number
            }
            Cell::Null | Cell::Id(_) => "",
        };
        if let Some(place) = self.places_of.get(key) {
            return *place;
        }
        let codes = codes(self.column, cell, places);
        let passes = self.chosen.is_empty() || codes.iter().any(|code| self.chosen.contains(code));
        self.values.push((codes, passes, 0));
        let place = self.values.len() - 1;
        self.places_of.insert(key.to_owned(), place);
        place
    }

    fn passes(&self, place: usize) -> bool {
        self.values.get(place).is_some_and(|(_, passes, _)| *passes)
    }

    fn count(&mut self, place: usize, more: usize) {
        if let Some((_, _, count)) = self.values.get_mut(place) {
            *count += more;
        }
    }

    /// How many records have each code, the most frequent first.
    fn into_counts(self) -> (&'static str, Vec<(String, usize)>) {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (codes, _, count) in self.values.into_iter().filter(|(_, _, count)| *count > 0) {
            for code in codes {
                *counts.entry(code).or_default() += count;
            }
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
        (self.column, counts)
    }
}

/// The column by which lists are kept anyway.
pub const NAME: &str = "name";

impl List {
    /// All records by name: the order comes from an index, the counts from SQL, so that a million are quick.
    fn everything(&self, store: &Store) -> Result<Listed> {
        let rows = store.rows().in_order(self.kind)?;
        let nothing = BTreeSet::new();
        let mut facets = Vec::new();
        for column in Self::filter_columns(self.kind) {
            let mut facet = Facet::new(column, &nothing);
            for (cell, count) in store.rows().values_counted(self.kind, column)? {
                let place = facet.look_up(&cell, store.places());
                facet.count(place, usize::try_from(count).unwrap_or(0));
            }
            facets.push(facet.into_counts());
        }
        Ok(Listed { all: rows.len(), rows, facets })
    }

    fn sort(&self, lines: &mut [(i64, Vec<Cell>)], skip: usize, store: &Store) -> Result<()> {
        let names = if self.order.iter().any(|by| by.column == "village") {
            names_of::<Village>(store.rows())?
        } else {
            HashMap::new()
        };
        // The last column first: every sort keeps the order of the one before where it is equal.
        let mut place = skip + self.order.iter().filter(|by| by.column != NAME).count();
        for by in self.order.iter().rev() {
            if by.column == NAME {
                if by.descending {
                    lines.reverse();
                }
                continue;
            }
            place -= 1;
            let key = |cells: &[Cell]| match cells.get(place) {
                Some(Cell::Integer(number)) => (false, Some(*number), Vec::new()),
                Some(Cell::Text(text)) if by.column == "commune" => {
                    let name = CommuneCode::parse(text)
                        .and_then(|code| store.places().commune(code))
                        .map(|commune| sort_key(&commune.name));
                    (name.is_none(), None, name.unwrap_or_default())
                }
                Some(Cell::Text(text)) if !text.is_empty() => (false, None, sort_key(text)),
                Some(Cell::Id(id)) => {
                    let name = names.get(id);
                    (name.is_none(), None, name.map(|name| sort_key(name)).unwrap_or_default())
                }
                // What is not known stands last, whichever way the column is sorted.
                _ => (true, None, Vec::new()),
            };
            lines.sort_by_cached_key(|(_, cells)| key(cells));
            if by.descending {
                let known = lines.iter().take_while(|(_, cells)| !key(cells).0).count();
                if let Some(known) = lines.get_mut(..known) {
                    known.reverse();
                }
            }
        }
        Ok(())
    }
}

fn names_of<R: crate::domain::Record>(rows: Rows<'_>) -> Result<HashMap<AnyId, String>> {
    let named = |stored: Stored<R>| (stored.id.any(), super::any_record::name_of(&stored.record));
    Ok(rows.all::<R>()?.into_iter().map(named).collect())
}

/// The codes a filter sees in a cell.
fn codes(column: &str, cell: &Cell, places: &Places) -> Vec<String> {
    match cell {
        Cell::Text(text) if column == "commune" => {
            let commune = CommuneCode::parse(text).and_then(|code| places.commune(code));
            commune.map(|commune| commune.province.to_string()).into_iter().collect()
        }
        Cell::Text(text) => {
            text.split(';').map(str::trim).filter(|code| !code.is_empty()).map(str::to_owned).collect()
        }
        Cell::Integer(number) => vec![number.to_string()],
        Cell::Null | Cell::Id(_) => Vec::new(),
    }
}

/// A value as a list or page shows it, in whichever language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Not known.
    #[default]
    Empty,
    /// As it is stored.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A year, which is not grouped.
    Year(i64),
    /// Whole đồng.
    Money(i64),
    /// Đồng from, đồng to; one may be missing.
    MoneyRange(Option<i64>, Option<i64>),
    /// A share in percent.
    Percent(i64),
    /// A day.
    Date(jiff::civil::Date),
    /// A day, month or year.
    PartialDate(crate::vietnamese::PartialDate),
    /// Words of the program.
    Words(Vec<Message>),
    /// A commune: "xã Bát Tràng, Hà Nội".
    Commune(CommuneCode),
    /// The state of a MoU.
    MouState(crate::domain::MouState),
    /// How a village's craft is doing.
    Vitality(Vitality),
    /// Another record by its name.
    Record(RecordKind, AnyId, String),
}

impl Shown {
    /// The value in words of a language.
    pub fn text(&self, language: Language, places: &Places) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Record(_, _, text) => text.clone(),
            Self::Number(number) => group(*number, language),
            Self::Year(year) => year.to_string(),
            Self::Money(dong) => money(*dong, language),
            Self::MoneyRange(from, to) => {
                let price = |dong: &Option<i64>| dong.map_or_else(String::new, |dong| group(dong, language));
                message("price-range").with("from", price(from)).with("to", price(to)).text(language)
            }
            Self::Percent(percent) => format!("{percent} %"),
            Self::Date(date) => PartialDate::Day(*date).show(language),
            Self::PartialDate(date) => date.show(language),
            Self::Words(words) => words.iter().map(|word| word.text(language)).collect::<Vec<_>>().join(", "),
            Self::Commune(code) => places.commune_short_address(*code, language).unwrap_or_default(),
            Self::MouState(state) => state.label().text(language),
            Self::Vitality(vitality) => vitality.label().text(language),
        }
    }

    /// The value as a whole number, where it is one that can be added up.
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) | Self::Money(number) => Some(*number),
            _ => None,
        }
    }

    /// A range of prices.
    pub(super) fn range(from: Option<i64>, to: Option<i64>) -> Self {
        match (from, to) {
            (None, None) => Self::Empty,
            (Some(one), None) => Self::Money(one),
            (from, to) if from == to => from.map_or(Self::Empty, Self::Money),
            (from, to) => Self::MoneyRange(from, to),
        }
    }
}

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

/// Where a record stands in the data file: its local row number, `None` for one in the trash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowOf {
    /// The kind.
    pub kind: RecordKind,
    /// The record.
    pub id: AnyId,
}

impl Query for RowOf {
    type Answer = Option<i64>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![self.kind]
    }

    fn answer(&self, store: &mut Store) -> Result<Option<i64>> {
        store.rows().row_of(self.kind, self.id)
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
            lines.extend(line(rows, self.kind, *row)?);
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
    let [completeness] = kept(rows, RecordKind::Artisan, row, ["completeness"])?;
    Ok(Line {
        row,
        id: id.any(),
        name: person.full_name,
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
    let maker = rows.linked(product.organisation)?;
    let [completeness] = kept(rows, RecordKind::Product, row, ["completeness"])?;
    Ok(Line {
        row,
        id: id.any(),
        name: product.name,
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
        cells: vec![
            text(&parties.join(" – ")),
            text(&mou.subject),
            mou.date.map_or(Shown::Empty, Shown::Date),
            Shown::MouState(mou.state),
        ],
    })
}

/// A text, or nothing.
pub(super) fn text(text: &str) -> Shown {
    if text.is_empty() { Shown::Empty } else { Shown::Text(text.to_owned()) }
}

pub(super) fn number(number: Option<i64>) -> Shown {
    number.map_or(Shown::Empty, Shown::Number)
}

pub(super) fn commune(code: Option<CommuneCode>) -> Shown {
    code.map_or(Shown::Empty, Shown::Commune)
}

pub(super) fn phones(numbers: &crate::domain::PhoneNumbers) -> Shown {
    numbers.0.first().map_or(Shown::Empty, |number| Shown::Text(phone::show(&number.digits)))
}

/// A sensitive number: only its last three digits.
pub(super) fn masked(number: &str) -> Shown {
    let last: Vec<char> = number.chars().rev().take(3).collect();
    if number.is_empty() {
        Shown::Empty
    } else {
        Shown::Text(format!("•••• {}", last.iter().rev().collect::<String>()))
    }
}

/// The labels of a set of codes.
pub(super) fn labels(codes: &CodeSet, label: impl Fn(&str) -> Option<Message>) -> Shown {
    let labels: Vec<_> = codes.0.iter().filter_map(|code| label(code)).collect();
    if labels.is_empty() { Shown::Empty } else { Shown::Words(labels) }
}
