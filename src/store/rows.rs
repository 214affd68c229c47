//! Records in and out of their tables, the same way for every kind.
//!
//! The SQL follows from a record's columns ([`Record::COLUMNS`]), so that a new field needs a migration
//! and a struct field and nothing else. Questions over several tables stand in files of their own.

use rusqlite::types::{Value as SqlValue, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, Row, params, params_from_iter};

use super::derived::{self, SortKey};
use crate::domain::{AnyId, Cell, CheckIn, Conference, Id, Record, RecordKind, Stored};
use crate::error::{ErrorKind, Result};
use crate::places::Places;

/// Reading records.
#[derive(Clone, Copy)]
pub struct Rows<'c> {
    connection: &'c Connection,
}

impl<'c> Rows<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection }
    }

    pub(super) fn connection(self) -> &'c Connection {
        self.connection
    }

    /// The record with this id, in the trash or not.
    pub fn find<R: Record>(&self, id: Id<R>) -> Result<Option<Stored<R>>> {
        let sql = format!("{} WHERE id = ?1", select::<R>());
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([id.any().bytes()], stored_from_row).optional()?)
    }

    /// The record with this id; missing is an error that names the kind.
    pub fn get<R: Record>(&self, id: Id<R>) -> Result<Stored<R>> {
        self.find(id)?.ok_or_else(|| ErrorKind::NotFound(R::KIND.label()).into())
    }

    /// The record a reference points to, if there is one.
    pub fn linked<R: Record>(&self, id: Option<Id<R>>) -> Result<Option<Stored<R>>> {
        id.map_or(Ok(None), |id| self.find(id))
    }

    /// All records of a kind that are not in the trash, oldest first.
    pub fn all<R: Record>(&self) -> Result<Vec<Stored<R>>> {
        let sql = format!("{} WHERE deleted = 0 ORDER BY rid", select::<R>());
        self.query(&sql, [])
    }

    /// The records whose `column` refers to this one and that are not in the trash, oldest first.
    pub fn children<R: Record>(&self, column: &'static str, parent: AnyId) -> Result<Vec<Stored<R>>> {
        debug_assert!(R::COLUMNS.contains(&column), "{column} is no column of {}", R::KIND.table());
        let sql = format!("{} WHERE {column} = ?1 AND deleted = 0 ORDER BY rid", select::<R>());
        self.query(&sql, [parent.bytes()])
    }

    /// Codes of other laptops that wrote entries of a conference under the name of this desk, each with how many.
    /// Whatever this laptop wrote under an older id of the file is its own.
    pub fn check_ins_of_others(&self, conference: Id<Conference>, desk: &str) -> Result<Vec<(String, i64)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT replica.code, count(DISTINCT check_in.id) FROM engine
             JOIN replica own ON own.rid = engine.replica
             JOIN check_in ON check_in.desk = ?2 AND check_in.deleted = 0
             JOIN participation ON participation.id = check_in.participation AND participation.conference = ?1
             JOIN change ON change.row = check_in.id AND change.kind = 'I'
             JOIN operation ON operation.rid = change.operation
             JOIN replica ON replica.rid = operation.replica
             WHERE replica.rid <> own.rid AND replica.code <> own.code
             GROUP BY replica.code ORDER BY replica.code",
        )?;
        let found = statement
            .query_map(params![conference.any().bytes(), desk], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<std::result::Result<_, _>>()?)
    }

    /// The entries of all check-in desks of a conference, oldest first.
    pub fn check_ins(&self, conference: Id<Conference>) -> Result<Vec<Stored<CheckIn>>> {
        let sql = format!(
            "{} WHERE deleted = 0 AND participation IN (SELECT id FROM participation WHERE conference = ?1 AND deleted = 0)
             ORDER BY rid",
            select::<CheckIn>()
        );
        self.query(&sql, [conference.any().bytes()])
    }

    /// The records with this text in `column` that are not in the trash.
    pub fn matching<R: Record>(&self, column: &'static str, text: &str) -> Result<Vec<Stored<R>>> {
        debug_assert!(R::COLUMNS.contains(&column), "{column} is no column of {}", R::KIND.table());
        let sql = format!("{} WHERE {column} = ?1 AND deleted = 0 ORDER BY rid", select::<R>());
        self.query(&sql, [text])
    }

    /// The local row numbers of a kind in the Vietnamese order of names: what a table scrolls over.
    pub fn in_order(&self, kind: RecordKind) -> Result<Vec<i64>> {
        let order = if derived::has_sort_key(kind) { "sort_key, rid" } else { "rid" };
        let sql = format!("SELECT rid FROM {} WHERE deleted = 0 ORDER BY {order}", kind.table());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// The local row number of a record that is not in the trash.
    pub fn row_of(&self, kind: RecordKind, id: AnyId) -> Result<Option<i64>> {
        let sql = format!("SELECT rid FROM {} WHERE id = ?1 AND deleted = 0", kind.table());
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([id.bytes()], |row| row.get(0)).optional()?)
    }

    /// The record in a local row, unless it is in the trash.
    pub fn id_at(&self, kind: RecordKind, row: i64) -> Result<Option<AnyId>> {
        let sql = format!("SELECT id FROM {} WHERE rid = ?1 AND deleted = 0", kind.table());
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([row], |row| Ok(AnyId::from_bytes(row.get(0)?))).optional()?)
    }

    /// Some columns of a kind in the Vietnamese order of names, each with its local row number: what lists
    /// filter, count and sort by. References and texts come as they are stored.
    pub fn columns_in_order(
        &self,
        kind: RecordKind,
        columns: &[&'static str],
    ) -> Result<Vec<(i64, Vec<Cell>)>> {
        let order = if derived::has_sort_key(kind) { "sort_key, rid" } else { "rid" };
        let names = [&["rid"], columns].concat().join(", ");
        let sql = format!("SELECT {names} FROM {} WHERE deleted = 0 ORDER BY {order}", kind.table());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows =
            statement.query_map([], |row| Ok((row.get(0)?, cells_after_first(row, columns.len())?)))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// Some columns of the records in these local rows, in the order given; rows that are gone are left out.
    pub fn columns_at(
        &self,
        kind: RecordKind,
        columns: &[&'static str],
        rows: &[i64],
    ) -> Result<Vec<(i64, Vec<Cell>)>> {
        let names = [&["rid"], columns].concat().join(", ");
        let sql = format!("SELECT {names} FROM {} WHERE rid = ?1 AND deleted = 0", kind.table());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut found = Vec::with_capacity(rows.len());
        for number in rows {
            let line = statement
                .query_row([number], |row| Ok((row.get(0)?, cells_after_first(row, columns.len())?)));
            found.extend(line.optional()?);
        }
        Ok(found)
    }

    /// Shows some columns of each record of a kind as texts, in no order, to `look`, which is also given the
    /// local row number: nothing is copied, and an index that has the columns is enough.
    pub fn look_through(
        &self,
        kind: RecordKind,
        columns: &[&'static str],
        mut look: impl FnMut(i64, &mut dyn Iterator<Item = &str>),
    ) -> Result<()> {
        // Numbers become texts in SQL; texts stay what they are.
        let texts: Vec<_> = columns.iter().map(|column| format!("CAST({column} AS TEXT)")).collect();
        let names = texts.join(", ");
        let sql = format!("SELECT rid, {names} FROM {} WHERE deleted = 0", kind.table());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let number = row.get(0)?;
            let text = |place| row.get_ref(place).ok().and_then(|value| value.as_str().ok()).unwrap_or("");
            look(number, &mut (1..=columns.len()).map(text));
        }
        Ok(())
    }

    /// How many records have each combination of values of some columns.
    pub fn values_counted(
        &self,
        kind: RecordKind,
        columns: &[&'static str],
    ) -> Result<Vec<(Vec<Cell>, i64)>> {
        let names = columns.join(", ");
        let sql =
            format!("SELECT count(*), {names} FROM {} WHERE deleted = 0 GROUP BY {names}", kind.table());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows =
            statement.query_map([], |row| Ok((cells_after_first(row, columns.len())?, row.get(0)?)))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// The records of a kind that are in the trash, last deleted first, each with the moment.
    pub fn trash(&self, kind: RecordKind) -> Result<Vec<(AnyId, i64)>> {
        let sql = format!(
            "SELECT id, changed_at FROM {} WHERE deleted = 1 ORDER BY changed_at DESC, rid DESC",
            kind.table()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| Ok((AnyId::from_bytes(row.get(0)?), row.get(1)?)))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// The record in this local row.
    pub fn at_row<R: Record>(&self, row: i64) -> Result<Option<Stored<R>>> {
        let sql = format!("{} WHERE rid = ?1", select::<R>());
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([row], stored_from_row).optional()?)
    }

    /// How many records of a kind are not in the trash.
    pub fn count(&self, kind: RecordKind) -> Result<i64> {
        let sql = format!("SELECT count(*) FROM {} WHERE deleted = 0", kind.table());
        Ok(self.connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
    }

    /// Whether a record is in the trash; `None` when there is none.
    pub fn is_deleted(&self, kind: RecordKind, id: AnyId) -> Result<Option<bool>> {
        let sql = format!("SELECT deleted FROM {} WHERE id = ?1", kind.table());
        Ok(self.connection.prepare_cached(&sql)?.query_row([id.bytes()], |row| row.get(0)).optional()?)
    }

    /// The highest counter ever given in a series, in the trash or not.
    pub fn highest_number(&self, series: AnyId) -> Result<Option<i64>> {
        let mut statement =
            self.connection.prepare_cached("SELECT max(value) FROM issued_number WHERE series = ?1")?;
        Ok(statement.query_row([series.bytes()], |row| row.get(0))?)
    }

    /// Whether a number was ever given, in the trash or not.
    pub fn was_given(&self, number: &str) -> Result<bool> {
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM issued_number WHERE text = ?1")?;
        Ok(statement.exists([number])?)
    }

    /// Bytes that were stored under this SHA-256 in hexadecimal.
    pub fn blob(&self, sha256: &str) -> Result<Option<Vec<u8>>> {
        let mut statement = self.connection.prepare_cached("SELECT bytes FROM blob WHERE sha256 = ?1")?;
        Ok(statement.query_row([sha256], |row| row.get(0)).optional()?)
    }

    fn query<R: Record>(self, sql: &str, values: impl rusqlite::Params) -> Result<Vec<Stored<R>>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(values, stored_from_row)?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }
}

/// Writing records inside one operation; what it has written it can read.
pub struct Writer<'c> {
    connection: &'c Connection,
    at: i64,
    places: &'static Places,
}

impl<'c> Writer<'c> {
    pub(super) fn new(connection: &'c Connection, at: i64, places: &'static Places) -> Self {
        Self { connection, at, places }
    }

    pub(super) fn connection(&self) -> &'c Connection {
        self.connection
    }

    /// The moment of the operation, milliseconds since 1970 in UTC.
    pub fn at(&self) -> i64 {
        self.at
    }

    /// The list of administrative units the register is kept with.
    pub fn places(&self) -> &'static Places {
        self.places
    }

    /// Reading, this operation's changes included.
    pub fn rows(&self) -> Rows<'c> {
        Rows::new(self.connection)
    }

    /// Adds a record under a new id.
    pub fn insert<R: Record>(&mut self, id: Id<R>, record: &R) -> Result<()> {
        let cells = record.cells();
        let sort_key = derived::sort_key::<R>(&cells);
        let columns = R::COLUMNS.join(", ");
        let marks = vec!["?"; R::COLUMNS.len() + 2].join(", ");
        let (extra_column, extra_mark) = match &sort_key {
            None => ("", ""),
            Some(SortKey::Own(_)) => (", sort_key", ", ?"),
            Some(SortKey::OfPerson(_)) => {
                (", sort_key", ", coalesce((SELECT sort_key FROM person WHERE id = ?), x'')")
            }
        };
        let sql = format!(
            "INSERT INTO {} (id, {columns}, changed_at{extra_column}) VALUES ({marks}{extra_mark})",
            R::KIND.table(),
        );
        let values = std::iter::once(Cell::Id(id.any())).chain(cells).map(to_sql);
        let own = std::iter::once(SqlValue::Integer(self.at)).chain(sort_key.map(|key| match key {
            SortKey::Own(bytes) => SqlValue::Blob(bytes),
            SortKey::OfPerson(person) => {
                person.map_or(SqlValue::Null, |id| SqlValue::Blob(id.bytes().to_vec()))
            }
        }));
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(values.chain(own)))?;
        Ok(())
    }

    /// Writes the columns in which `after` differs from `before`; nothing when they are equal.
    pub fn update<R: Record>(&mut self, id: Id<R>, before: &R, after: &R) -> Result<()> {
        let changes: Vec<_> = R::COLUMNS
            .iter()
            .zip(before.cells())
            .zip(after.cells())
            .filter(|((_, old), new)| old != new)
            .map(|((column, _), new)| (*column, new))
            .collect();
        if changes.is_empty() {
            return Ok(());
        }
        let assignments: Vec<_> = changes.iter().map(|(column, _)| format!("{column} = ?")).collect();
        let sql =
            format!("UPDATE {} SET {}, changed_at = ? WHERE id = ?", R::KIND.table(), assignments.join(", "));
        let values = changes.into_iter().map(|(_, cell)| to_sql(cell));
        let own = [SqlValue::Integer(self.at), SqlValue::Blob(id.any().bytes().to_vec())];
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(values.chain(own)))?;
        Ok(())
    }

    /// Puts a record into the trash, or takes it out again.
    pub fn set_deleted(&mut self, kind: RecordKind, id: AnyId, deleted: bool) -> Result<()> {
        let sql = format!("UPDATE {} SET deleted = ?1, changed_at = ?2 WHERE id = ?3", kind.table());
        let rows = self.connection.prepare_cached(&sql)?.execute(params![deleted, self.at, id.bytes()])?;
        if rows == 0 { Err(ErrorKind::NotFound(kind.label()).into()) } else { Ok(()) }
    }

    /// The first kind of records outside the trash that refer to this one, and how many; what belongs to
    /// a record (the parties of a MoU) does not count as referring to it.
    pub fn references(&self, kind: RecordKind, id: AnyId) -> Result<Option<(RecordKind, i64)>> {
        for by in RecordKind::ALL.iter().copied().filter(|by| !belongs_to(*by, kind)) {
            let mut keys = self.connection.prepare_cached(
                "SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = ?2 ORDER BY id",
            )?;
            let columns = keys.query_map([by.table(), kind.table()], |row| row.get::<_, String>(0))?;
            let columns: std::result::Result<Vec<_>, _> = columns.collect();
            for column in columns? {
                // What belongs to a MoU or a registration form in the trash is in the trash with it.
                let seen = if belongs_to(by, RecordKind::Mou) {
                    "AND NOT EXISTS (SELECT 1 FROM mou WHERE mou.id = child.mou AND mou.deleted)"
                } else if by == RecordKind::Offer {
                    "AND NOT EXISTS (SELECT 1 FROM registration form
                                     WHERE form.id = child.registration AND form.deleted)"
                } else {
                    ""
                };
                let sql = format!(
                    "SELECT count(*) FROM {} child WHERE {column} = ?1 AND child.deleted = 0 {seen}",
                    by.table(),
                );
                let count =
                    self.connection.prepare_cached(&sql)?.query_row([id.bytes()], |row| row.get(0))?;
                if count > 0 {
                    return Ok(Some((by, count)));
                }
            }
        }
        Ok(None)
    }

    /// The column of a record that refers to something in the trash, and the kind of that.
    pub fn trashed_reference<R: Record>(&self, record: &R) -> Result<Option<(&'static str, RecordKind)>> {
        for (column, cell) in R::COLUMNS.iter().zip(record.cells()) {
            let Cell::Id(id) = cell else { continue };
            let mut keys = self
                .connection
                .prepare_cached("SELECT \"table\" FROM pragma_foreign_key_list(?1) WHERE \"from\" = ?2")?;
            let table: Option<String> =
                keys.query_row([R::KIND.table(), column], |row| row.get(0)).optional()?;
            let Some(kind) = table.as_deref().and_then(RecordKind::from_table) else { continue };
            if self.rows().is_deleted(kind, id)? == Some(true) {
                return Ok(Some((column, kind)));
            }
        }
        Ok(None)
    }

    /// Lets every record that refers to `from` refer to `to` instead, also those in the trash.
    pub fn repoint(&mut self, kind: RecordKind, from: AnyId, to: AnyId) -> Result<()> {
        for by in RecordKind::ALL {
            let columns: Vec<String> = {
                let mut keys = self.connection.prepare_cached(
                    "SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = ?2 ORDER BY id",
                )?;
                let columns = keys.query_map([by.table(), kind.table()], |row| row.get(0))?;
                columns.collect::<std::result::Result<_, _>>()?
            };
            for column in columns {
                let sql =
                    format!("UPDATE {} SET {column} = ?1, changed_at = ?2 WHERE {column} = ?3", by.table());
                self.connection.prepare_cached(&sql)?.execute(params![to.bytes(), self.at, from.bytes()])?;
            }
        }
        Ok(())
    }

    /// Keeps bytes under their SHA-256 in hexadecimal; the same bytes twice are kept once.
    pub fn keep_blob(&mut self, sha256: &str, bytes: &[u8]) -> Result<()> {
        self.connection
            .prepare_cached("INSERT INTO blob (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
            .execute(params![sha256, bytes])?;
        Ok(())
    }
}

/// Whether records of kind `child` are only seen as part of one of kind `parent`.
fn belongs_to(child: RecordKind, parent: RecordKind) -> bool {
    use RecordKind as K;
    match parent {
        K::Mou => matches!(
            child,
            K::MouParty
                | K::MouClause
                | K::MouProduct
                | K::MouEvent
                | K::IssuedNumber
                | K::FrozenDocument
                | K::Obligation
                | K::FollowUp
                | K::Contract
                | K::Sales
                | K::Picture
        ),
        K::Registration => child == K::Offer,
        K::Booth => child == K::BoothDay,
        K::Participation => child == K::CheckIn,
        // Pictures, titles and findings are of one record each.
        _ => matches!(child, K::Picture | K::Certificate | K::Preservation),
    }
}

fn select<R: Record>() -> String {
    format!("SELECT id, changed_at, {} FROM {}", R::COLUMNS.join(", "), R::KIND.table())
}

fn stored_from_row<R: Record>(row: &Row<'_>) -> rusqlite::Result<Stored<R>> {
    let cells: std::result::Result<Vec<_>, _> =
        (2..R::COLUMNS.len() + 2).map(|column| row.get_ref(column).map(from_sql)).collect();
    Ok(Stored {
        id: Id::from_any(AnyId::from_bytes(row.get(0)?)),
        changed_at: row.get(1)?,
        record: R::from_cells(cells?.into_iter()),
    })
}

/// The values after the first one of a line.
fn cells_after_first(row: &Row<'_>, count: usize) -> rusqlite::Result<Vec<Cell>> {
    (1..=count).map(|place| Ok(from_sql(row.get_ref(place)?))).collect()
}

fn to_sql(cell: Cell) -> SqlValue {
    match cell {
        Cell::Null => SqlValue::Null,
        Cell::Integer(number) => SqlValue::Integer(number),
        Cell::Text(text) => SqlValue::Text(text),
        Cell::Id(id) => SqlValue::Blob(id.bytes().to_vec()),
    }
}

fn from_sql(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Integer(number) => Cell::Integer(number),
        ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => {
            bytes.try_into().map_or(Cell::Null, |bytes| Cell::Id(AnyId::from_bytes(bytes)))
        }
        // STRICT tables of ours have no floating point.
        ValueRef::Null | ValueRef::Real(_) => Cell::Null,
    }
}
