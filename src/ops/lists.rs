//! What lists show: which records, in which order, with how many of what.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Query, Shown, yes_or_no};
use crate::domain::{AnyId, Cell, RecordKind, Stored, Village, Vitality};
use crate::error::Result;
use crate::i18n::{Message, message};
use crate::places::{CommuneCode, Places};
use crate::store::{Rows, SearchQuery, Store};
use crate::vietnamese::sort_key;

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

    /// The columns of a kind that can be filtered. `commune` is filtered by the province it is in,
    /// `date` by its year.
    pub fn filter_columns(kind: RecordKind) -> &'static [&'static str] {
        match kind {
            RecordKind::Village => &["commune", "trades", "recognition", "standing", "vitality", "tags"],
            RecordKind::Organisation => &["kind", "roles", "commune", "standing", "tags"],
            RecordKind::Product => &["standing", "on_sale", "province", "tags"],
            RecordKind::Artisan => &["province", "standing", "state", "tags"],
            RecordKind::Person => &["standing", "commune", "tags"],
            RecordKind::Mou => &["state", "date", "tags"],
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
        let by_name = self.text.trim().is_empty() && self.order.is_empty();
        if by_name && self.filters.is_empty() {
            return self.everything(store);
        }
        let mut sieve = Sieve::new(self);
        if by_name {
            return self.only_filtered(sieve, store);
        }
        let mut columns: Vec<&'static str> = Self::filter_columns(self.kind).to_vec();
        let filtered = columns.len();
        columns.extend(self.order.iter().map(|by| by.column).filter(|column| *column != NAME));
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
        lines.retain(|(_, cells)| sieve.lets_through(cells.iter().map(text_of), places));
        self.sort(&mut lines, filtered, store)?;
        let rows = lines.into_iter().map(|(row, _)| row).collect();
        Ok(Listed { rows, all, facets: sieve.into_counts() })
    }
}

/// A cell as filters see it.
fn text_of(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Integer(number) => Cow::Owned(number.to_string()),
        Cell::Null | Cell::Id(_) => Cow::Borrowed(""),
    }
}

/// The filters of a list, and what they have seen.
struct Sieve<'f> {
    facets: Vec<Facet<'f>>,
    /// For the record being looked at: the place of its value in each facet.
    seen: Vec<usize>,
}

impl<'f> Sieve<'f> {
    fn new(list: &'f List) -> Self {
        let columns = List::filter_columns(list.kind);
        let facet = |column: &&'static str| Facet::new(column, list.filters.get(column));
        Self { facets: columns.iter().map(facet).collect(), seen: vec![0; columns.len()] }
    }

    /// Whether a record with these values passes; counts it where it does, and where it would without that
    /// one filter.
    fn lets_through(&mut self, texts: impl Iterator<Item = impl AsRef<str>>, places: &Places) -> bool {
        let mut missed = 0;
        for ((facet, seen), text) in self.facets.iter_mut().zip(&mut self.seen).zip(texts) {
            *seen = facet.look_up(text.as_ref(), places);
            missed += usize::from(!facet.passes(*seen));
        }
        if missed > 1 {
            return false;
        }
        for (facet, seen) in self.facets.iter_mut().zip(&self.seen) {
            if missed == 0 || !facet.passes(*seen) {
                facet.count(*seen, 1);
            }
        }
        missed == 0
    }

    fn into_counts(self) -> Vec<(&'static str, Vec<(String, usize)>)> {
        self.facets.into_iter().map(Facet::into_counts).collect()
    }
}

/// One column that is filtered: the values seen so far, each with its codes, whether it passes, and how many
/// records have it. Few different values stand in a million rows.
struct Facet<'f> {
    column: &'static str,
    /// Chosen codes; nothing where all pass.
    chosen: Option<&'f BTreeSet<String>>,
    places_of: HashMap<String, usize>,
    values: Vec<(Vec<String>, bool, usize)>,
}

impl<'f> Facet<'f> {
    fn new(column: &'static str, chosen: Option<&'f BTreeSet<String>>) -> Self {
        let chosen = chosen.filter(|chosen| !chosen.is_empty());
        Self { column, chosen, places_of: HashMap::new(), values: Vec::new() }
    }

    /// The place of a value among those seen.
    fn look_up(&mut self, text: &str, places: &Places) -> usize {
        if let Some(place) = self.places_of.get(text) {
            return *place;
        }
        let codes = codes(self.column, text, places);
        let passes = self.chosen.is_none_or(|chosen| codes.iter().any(|code| chosen.contains(code)));
        self.values.push((codes, passes, 0));
        let place = self.values.len() - 1;
        self.places_of.insert(text.to_owned(), place);
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
        let columns = Self::filter_columns(self.kind);
        let mut facets = Sieve::new(self).facets;
        if !columns.is_empty() {
            for (cells, count) in store.rows().values_counted(self.kind, columns)? {
                let count = usize::try_from(count).unwrap_or(0);
                for (facet, cell) in facets.iter_mut().zip(&cells) {
                    let place = facet.look_up(&text_of(cell), store.places());
                    facet.count(place, count);
                }
            }
        }
        let facets = facets.into_iter().map(Facet::into_counts).collect();
        Ok(Listed { all: rows.len(), rows, facets })
    }

    /// Filtered and by name: the values come in no order, which an index can give, and the order by itself.
    fn only_filtered(&self, mut sieve: Sieve<'_>, store: &Store) -> Result<Listed> {
        let places = store.places();
        let mut passed = HashSet::new();
        store.rows().look_through(self.kind, Self::filter_columns(self.kind), |row, texts| {
            if sieve.lets_through(texts, places) {
                passed.insert(row);
            }
        })?;
        let mut rows = store.rows().in_order(self.kind)?;
        let all = rows.len();
        rows.retain(|row| passed.contains(row));
        Ok(Listed { rows, all, facets: sieve.into_counts() })
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

/// The codes a filter sees in a value.
fn codes(column: &str, text: &str, places: &Places) -> Vec<String> {
    if column == "commune" {
        let province = CommuneCode::parse(text).and_then(|code| places.province_of(code));
        return province.map(|province| province.code.to_string()).into_iter().collect();
    }
    if column == "date" {
        return text.get(..4).map(str::to_owned).into_iter().collect();
    }
    text.split(';').map(str::trim).filter(|code| !code.is_empty()).map(str::to_owned).collect()
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
