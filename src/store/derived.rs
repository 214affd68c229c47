//! What follows from the records and is kept beside them: sort keys and the search index.
//!
//! Both are brought up to date inside the operation that changed a record, from the rows the change log
//! names; they are local, never exchanged, and can be made anew at any time. Made in Rust and not by SQL
//! functions of ours, so that any SQLite tool can still read and check the file.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{CachedStatement, Connection, OptionalExtension as _, Row, params};

use super::Store;
use super::search::{self, KnownWords};
use super::standing;
use crate::domain::{AnyId, Cell, CodeSet, ColumnType as _, PhoneNumbers, Record, RecordKind, Trade};
use crate::error::{ErrorKind, Result};
use crate::i18n::Language;
use crate::places::{CommuneCode, Places};
use crate::vietnamese;

/// Grows whenever sort keys or search words are made in another way; a file with another number, or made
/// with another list of administrative units, is brought up to date when it is next opened for writing.
const VERSION: u32 = 3;
const VERSION_KEY: &str = "derived_version";

/// Whether a table of this kind is kept in the order of names.
pub(super) fn has_sort_key(kind: RecordKind) -> bool {
    use RecordKind as K;
    matches!(
        kind,
        K::Village | K::Person | K::Artisan | K::Organisation | K::Product | K::Conference | K::Mou
    )
}

/// Where the sort key of a record comes from.
pub(super) enum SortKey {
    /// From its own columns.
    Own(Vec<u8>),
    /// An artisan stands where the person stands.
    OfPerson(Option<AnyId>),
}

/// The sort key of a record with these cells; `None` for kinds without an order of names.
pub(super) fn sort_key<R: Record>(cells: &[Cell]) -> Option<SortKey> {
    let cell = |name: &str| R::COLUMNS.iter().position(|column| *column == name).and_then(|at| cells.get(at));
    let text = |name: &str| match cell(name) {
        Some(Cell::Text(text)) => text.as_str(),
        _ => "",
    };
    if R::KIND == RecordKind::Artisan {
        let person = if let Some(Cell::Id(id)) = cell("person") { Some(*id) } else { None };
        return Some(SortKey::OfPerson(person));
    }
    sort_text(R::KIND, &text).map(|name| SortKey::Own(vietnamese::sort_key(&name)))
}

/// The columns the order of a kind follows from; the first that is not empty wins.
fn sort_columns(kind: RecordKind) -> &'static [&'static str] {
    match kind {
        RecordKind::Village | RecordKind::Product | RecordKind::Conference => &["name"],
        RecordKind::Person => &["sort_name", "full_name"],
        RecordKind::Organisation => &["sort_name", "name"],
        RecordKind::Mou => &["number", "subject"],
        _ => &[],
    }
}

/// The text a record is sorted by.
fn sort_text<'t>(kind: RecordKind, text: &impl Fn(&str) -> &'t str) -> Option<String> {
    let columns = sort_columns(kind);
    let (column, value) = columns
        .iter()
        .map(|column| (*column, text(column)))
        .find(|(_, value)| !value.is_empty())
        .or_else(|| columns.first().map(|column| (*column, "")))?;
    Some(match (kind, column) {
        (RecordKind::Person, "full_name") => vietnamese::person_sort_name(value),
        (RecordKind::Organisation, "name") => vietnamese::organisation_sort_name(value),
        _ => value.to_owned(),
    })
}

/// The columns whose change moves a record in its order or in the search.
fn watched_columns(kind: RecordKind) -> &'static [&'static str] {
    match kind {
        RecordKind::Village => &[
            "name",
            "other_names",
            "name_en",
            "trades",
            "products_made",
            "commune",
            "street",
            "former_address",
            "deleted",
        ],
        RecordKind::Person => {
            &["full_name", "sort_name", "phones", "commune", "street", "former_address", "deleted"]
        }
        RecordKind::Artisan => &["person", "village", "craft", "deleted"],
        RecordKind::Organisation => &[
            "name",
            "short_name",
            "sort_name",
            "name_en",
            "tax_code",
            "phones",
            "commune",
            "street",
            "former_address",
            "seeks_trades",
            "deleted",
        ],
        RecordKind::Product => &["name", "name_en", "code", "barcode", "village", "organisation", "deleted"],
        RecordKind::Conference => &["name", "name_en", "theme", "venue", "commune", "deleted"],
        RecordKind::Mou => &["number", "subject", "subject_en", "village_name", "product_group", "deleted"],
        RecordKind::MouParty => &["mou", "organisation", "person", "deleted"],
        _ => &[],
    }
}

/// Brings sort keys and search up to date for the rows that these changes of the log touched.
pub(super) fn refresh(
    connection: &Connection,
    places: &Places,
    words: &mut KnownWords,
    first: i64,
    last: i64,
    at: i64,
) -> Result<()> {
    for (kind, id) in standing::reached(connection, first, last)? {
        standing::refresh(connection, places, kind, id, at)?;
    }
    let touched = touched(connection, first, last)?;
    if touched.is_empty() {
        return Ok(());
    }
    let mut index = Index::new(connection, places, words)?;
    for ((kind, id), fresh) in with_dependents(connection, touched)? {
        // A new artisan stands where the person stood when it was added, and the same operation may have
        // renamed the person.
        if !fresh || kind == RecordKind::Artisan {
            refresh_sort_key(connection, kind, id)?;
        }
        index.refresh(kind, id, fresh)?;
    }
    Ok(())
}

/// Records by kind and id; true when they are new, so that nothing has to be taken out of the index.
type Touched = BTreeMap<(RecordKind, AnyId), bool>;

fn touched(connection: &Connection, first: i64, last: i64) -> Result<Touched> {
    let mut statement = connection
        .prepare_cached("SELECT tbl, row, kind, new, old FROM change WHERE rid BETWEEN ?1 AND ?2")?;
    let mut rows = statement.query([first, last])?;
    let mut touched = Touched::new();
    while let Some(row) = rows.next()? {
        let Some(kind) = RecordKind::from_table(row.get_ref(0)?.as_str().unwrap_or_default()) else {
            continue;
        };
        let watched = watched_columns(kind);
        if watched.is_empty() {
            continue;
        }
        let id = AnyId::from_bytes(row.get(1)?);
        if row.get_ref(2)?.as_str() == Ok("I") {
            touched.insert((kind, id), true);
            continue;
        }
        let new: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(row.get_ref(3)?.as_str().unwrap_or_default()).unwrap_or_default();
        if watched.iter().any(|column| new.contains_key(*column)) {
            touched.entry((kind, id)).or_insert(false);
        }
        if kind == RecordKind::Artisan && new.contains_key("person") {
            // The person who was an artisan until now is found as a person again.
            let old: serde_json::Value =
                serde_json::from_str(row.get_ref(4)?.as_str().unwrap_or_default()).unwrap_or_default();
            let person = old.pointer("/person/0").and_then(|id| id.as_str()).and_then(AnyId::from_hex);
            if let Some(person) = person {
                touched.entry((RecordKind::Person, person)).or_insert(false);
            }
        }
    }
    Ok(touched)
}

/// Adds the records whose words come from the touched ones.
fn with_dependents(connection: &Connection, touched: Touched) -> Result<Touched> {
    let mut all = touched.clone();
    for ((kind, id), fresh) in touched {
        let dependents: &[(RecordKind, &str)] = match kind {
            // A new record has nobody yet who refers to it, but for a party and an artisan.
            RecordKind::Village if !fresh => &[
                (RecordKind::Artisan, "SELECT id FROM artisan WHERE village = ?1"),
                (RecordKind::Product, "SELECT id FROM product WHERE village = ?1"),
            ],
            RecordKind::Person if !fresh => &[
                (RecordKind::Artisan, "SELECT id FROM artisan WHERE person = ?1"),
                (RecordKind::Mou, "SELECT mou FROM mou_party WHERE person = ?1 AND mou IS NOT NULL"),
            ],
            RecordKind::Organisation if !fresh => &[
                (RecordKind::Product, "SELECT id FROM product WHERE organisation = ?1"),
                (RecordKind::Mou, "SELECT mou FROM mou_party WHERE organisation = ?1 AND mou IS NOT NULL"),
            ],
            RecordKind::Artisan => {
                &[(RecordKind::Person, "SELECT person FROM artisan WHERE id = ?1 AND person IS NOT NULL")]
            }
            RecordKind::MouParty => {
                &[(RecordKind::Mou, "SELECT mou FROM mou_party WHERE id = ?1 AND mou IS NOT NULL")]
            }
            _ => &[],
        };
        for (dependent, sql) in dependents {
            let mut statement = connection.prepare_cached(sql)?;
            let ids = statement.query_map([id.bytes()], |row| row.get(0).map(AnyId::from_bytes))?;
            for id in ids {
                all.entry((*dependent, id?)).or_insert(false);
            }
        }
    }
    Ok(all)
}

fn refresh_sort_key(connection: &Connection, kind: RecordKind, id: AnyId) -> Result<()> {
    if kind == RecordKind::Artisan {
        connection
            .prepare_cached(
                "UPDATE artisan SET sort_key = coalesce((SELECT sort_key FROM person WHERE id = artisan.person), x'')
                 WHERE id = ?1",
            )?
            .execute([id.bytes()])?;
        return Ok(());
    }
    let columns = sort_columns(kind);
    if columns.is_empty() {
        return Ok(());
    }
    let sql = format!("SELECT sort_key, {} FROM {} WHERE id = ?1", columns.join(", "), kind.table());
    let found = connection.prepare_cached(&sql)?.query_row([id.bytes()], |row| {
        let texts: rusqlite::Result<Vec<String>> = (1..=columns.len()).map(|at| row.get(at)).collect();
        Ok((row.get::<_, Vec<u8>>(0)?, texts?))
    });
    let Some((old, texts)) = found.optional()? else { return Ok(()) };
    let text = |name: &str| {
        let at = columns.iter().position(|column| *column == name);
        at.and_then(|at| texts.get(at)).map_or("", String::as_str)
    };
    let new = sort_text(kind, &text).map(|name| vietnamese::sort_key(&name)).unwrap_or_default();
    if new != old {
        let sql = format!("UPDATE {} SET sort_key = ?1 WHERE id = ?2", kind.table());
        connection.prepare_cached(&sql)?.execute(params![new, id.bytes()])?;
    }
    Ok(())
}

/// The search index while it is being written: statements and words prepared once for many records.
struct Index<'c, 'w> {
    connection: &'c Connection,
    places: &'w Places,
    words: &'w mut KnownWords,
    insert: CachedStatement<'c>,
    insert_hit: CachedStatement<'c>,
    delete: CachedStatement<'c>,
    delete_hit: CachedStatement<'c>,
    insert_number: CachedStatement<'c>,
    delete_numbers: CachedStatement<'c>,
    villages: HashMap<AnyId, VillageWords>,
}

/// What a village gives to those who belong to it.
#[derive(Clone, Default)]
struct VillageWords {
    words: String,
    commune: Option<String>,
}

impl<'c, 'w> Index<'c, 'w> {
    fn new(connection: &'c Connection, places: &'w Places, words: &'w mut KnownWords) -> Result<Self> {
        words.load(connection)?;
        Ok(Self {
            connection,
            places,
            words,
            insert: connection.prepare_cached("INSERT INTO search (rowid, text) VALUES (?1, ?2)")?,
            insert_hit: connection.prepare_cached(
                "INSERT INTO search_hit (row, id, name, exact, commune) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?,
            delete: connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?,
            delete_hit: connection.prepare_cached("DELETE FROM search_hit WHERE row = ?1")?,
            insert_number: connection.prepare_cached(
                "INSERT OR IGNORE INTO search_number (row, number, kind) VALUES (?1, ?2, ?3)",
            )?,
            delete_numbers: connection.prepare_cached("DELETE FROM search_number WHERE row = ?1")?,
            villages: HashMap::new(),
        })
    }

    fn refresh(&mut self, kind: RecordKind, id: AnyId, fresh: bool) -> Result<()> {
        let Some(document) = self.document(kind, id)? else { return Ok(()) };
        let Some(row) = search::index_row(kind, document.row) else { return Ok(()) };
        if !fresh {
            self.delete.execute([row])?;
            self.delete_hit.execute([row])?;
            self.delete_numbers.execute([row])?;
        }
        if document.listed {
            let Document { ref name, ref words, ref commune, .. } = document;
            let exact = vietnamese::exact(name);
            let mut text = String::with_capacity(2 * (exact.len() + words.len()));
            search::push_index_words(&exact, &mut text);
            search::push_index_words(&vietnamese::exact(words), &mut text);
            self.words.learn(self.connection, &text)?;
            self.insert.execute(params![row, text])?;
            self.insert_hit.execute(params![row, id.bytes(), name, exact, commune])?;
            for number in text.split(' ').filter(|word| search::is_number(word)) {
                self.insert_number.execute(params![row, number, row - document.row])?;
            }
        }
        Ok(())
    }

    /// The words a record is found by. Sensitive fields (personal id, bank account) are not among them.
    fn document(&mut self, kind: RecordKind, id: AnyId) -> Result<Option<Document>> {
        let Some(sql) = document_sql(kind) else { return Ok(None) };
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([id.bytes()], Document::read).optional()?;
        let Some((mut document, village)) = found else { return Ok(None) };
        if let Some(village) = village {
            let VillageWords { words, commune } = self.village_words(village)?;
            document.words.push(' ');
            document.words.push_str(words);
            document.commune.clone_from(commune);
        } else {
            push_place(&mut document.words, document.commune.as_deref(), self.places);
        }
        Ok(Some(document))
    }

    /// Name and place of a village, for those who belong to it.
    fn village_words(&mut self, id: AnyId) -> Result<&VillageWords> {
        if !self.villages.contains_key(&id) {
            let mut statement = self
                .connection
                .prepare_cached("SELECT name || ' ' || former_address, commune FROM village WHERE id = ?1")?;
            let village = statement
                .query_row([id.bytes()], |row| Ok(VillageWords { words: row.get(0)?, commune: row.get(1)? }));
            let mut village = village.optional()?.unwrap_or_default();
            push_place(&mut village.words, village.commune.as_deref(), self.places);
            self.villages.insert(id, village);
        }
        self.villages.get(&id).ok_or_else(|| ErrorKind::Bug("the words of a village are gone").into())
    }
}

/// The row of a record, whether it is in the trash, its name, further words, commune, telephones, village,
/// codes of trades.
fn document_sql(kind: RecordKind) -> Option<&'static str> {
    Some(match kind {
        RecordKind::Village => {
            "SELECT rid, deleted, name, other_names || ' ' || name_en || ' ' || street || ' ' || former_address
             || ' ' || products_made, commune, '', NULL, trades FROM village WHERE id = ?1"
        }
        RecordKind::Organisation => {
            "SELECT rid, deleted, name, short_name || ' ' || name_en || ' ' || tax_code || ' ' || street || ' ' ||
             former_address, commune, phones, NULL, seeks_trades FROM organisation WHERE id = ?1"
        }
        // A person who is an artisan is found as one.
        RecordKind::Person => {
            "SELECT rid, deleted OR EXISTS (SELECT 1 FROM artisan WHERE person = person.id AND deleted = 0),
             full_name, street || ' ' || former_address, commune, phones, NULL, '' FROM person WHERE id = ?1"
        }
        RecordKind::Artisan => {
            "SELECT artisan.rid, artisan.deleted OR person.deleted, full_name, craft, commune, phones, village, ''
             FROM artisan JOIN person ON person.id = artisan.person WHERE artisan.id = ?1"
        }
        RecordKind::Product => {
            "SELECT product.rid, product.deleted, product.name, product.name_en || ' ' || code || ' ' || barcode
             || ' ' || coalesce(organisation.name, ''), NULL, '', product.village, '' FROM product
             LEFT JOIN organisation ON organisation.id = product.organisation WHERE product.id = ?1"
        }
        RecordKind::Conference => {
            "SELECT rid, deleted, name, name_en || ' ' || theme || ' ' || venue, commune, '', NULL, ''
             FROM conference WHERE id = ?1"
        }
        RecordKind::Mou => {
            "SELECT rid, deleted, trim(number || ' ' || subject), subject_en || ' ' || village_name || ' ' ||
             product_group || ' ' || coalesce((SELECT group_concat(coalesce(organisation.name, person.full_name), ' ')
             FROM mou_party LEFT JOIN organisation ON organisation.id = mou_party.organisation
             LEFT JOIN person ON person.id = mou_party.person
             WHERE mou_party.mou = mou.id AND mou_party.deleted = 0), ''), NULL, '', NULL, ''
             FROM mou WHERE id = ?1"
        }
        _ => return None,
    })
}

/// What of a record goes into the search index.
struct Document {
    row: i64,
    listed: bool,
    name: String,
    words: String,
    commune: Option<String>,
}

impl Document {
    fn read(row: &Row<'_>) -> rusqlite::Result<(Self, Option<AnyId>)> {
        let mut words: String = row.get(3)?;
        for phone in PhoneNumbers::from_cell(Cell::Text(row.get(5)?)).0 {
            words.push(' ');
            words.push_str(&phone.digits);
        }
        for trade in CodeSet::from_cell(Cell::Text(row.get(7)?)).0 {
            if let Some(trade) = Trade::from_code(&trade) {
                words.push(' ');
                words.push_str(&trade.label().text(Language::Vi));
            }
        }
        let document = Self {
            row: row.get(0)?,
            listed: !row.get::<_, bool>(1)?,
            name: row.get(2)?,
            words,
            commune: row.get(4)?,
        };
        Ok((document, row.get::<_, Option<[u8; 16]>>(6)?.map(AnyId::from_bytes)))
    }
}

fn push_place(text: &mut String, code: Option<&str>, places: &Places) {
    let address =
        code.and_then(CommuneCode::parse).and_then(|code| places.commune_address(code, Language::Vi));
    if let Some(address) = address {
        text.push(' ');
        text.push_str(&address);
    }
}

/// Whether this program makes sort keys and search in another way than the file's last one did.
pub(super) fn is_stale(connection: &Connection, places: &Places) -> Result<bool> {
    let made: Option<String> = connection
        .query_row("SELECT value FROM setting WHERE key = ?1", [VERSION_KEY], |row| row.get(0))
        .optional()?;
    Ok(made != Some(version(places)))
}

/// Makes all sort keys and the whole search index anew.
pub(super) fn rebuild(store: &mut Store) -> Result<()> {
    let transaction = store.connection.transaction()?;
    transaction.execute_batch(
        "INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM search_hit;
         DELETE FROM search_number; DELETE FROM search_word;",
    )?;
    store.words.forget();
    let mut index = Index::new(&transaction, store.places, &mut store.words)?;
    for kind in RecordKind::ALL.iter().copied().filter(|kind| has_sort_key(*kind)) {
        for id in ids_of(&transaction, kind)? {
            refresh_sort_key(&transaction, kind, id)?;
            index.refresh(kind, id, true)?;
        }
    }
    drop(index);
    let at = standing::last_moment(&transaction)?;
    for kind in standing::KINDS {
        for id in ids_of(&transaction, kind)? {
            standing::refresh(&transaction, store.places, kind, id, at)?;
        }
    }
    mark_fresh(&transaction, store.places)?;
    transaction.commit()?;
    Ok(())
}

fn ids_of(connection: &Connection, kind: RecordKind) -> Result<BTreeSet<AnyId>> {
    let mut statement = connection.prepare(&format!("SELECT id FROM {}", kind.table()))?;
    let ids = statement.query_map([], |row| row.get(0).map(AnyId::from_bytes))?;
    Ok(ids.collect::<std::result::Result<_, _>>()?)
}

fn version(places: &Places) -> String {
    format!("{VERSION} {}", places.date())
}

/// Marks the derived columns of a new file as up to date.
pub(super) fn mark_fresh(connection: &Connection, places: &Places) -> Result<()> {
    connection.execute(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
        [VERSION_KEY, &version(places)],
    )?;
    Ok(())
}
