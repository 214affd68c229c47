//! The change log: every change of every row, by column name, grouped into labelled operations.
//!
//! Triggers made from the tables write it, so that no change escapes; outside an operation they fail.
//! The same log serves undo and redo, the history of a record, "what changed" for the screen, and later
//! the exchange between laptops. Values are JSON with whole numbers, text and hexadecimal ids only: all
//! of them read back exactly.

use std::collections::BTreeSet;

use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OptionalExtension as _, params, params_from_iter};
use serde_json::{Map, Value as Json};

use super::{Store, Writer, derived};
use crate::domain::{AnyId, RecordKind};
use crate::error::{Error, ErrorKind, Result};
use crate::i18n::Message;

/// Columns that are local and derived: neither logged nor exchanged.
const LOCAL_COLUMNS: [&str; 4] = ["rid", "id", "changed_at", "sort_key"];

/// What kind of act an operation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActKind {
    /// An officer did something.
    Do,
    /// An operation was taken back.
    Undo,
    /// An operation that had been taken back was done again.
    Redo,
}

impl ActKind {
    fn code(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    fn from_code(code: &str) -> Self {
        match code {
            "undo" => Self::Undo,
            "redo" => Self::Redo,
            _ => Self::Do,
        }
    }
}

/// What is about to be written: who, when, and what it is called.
#[derive(Clone, Debug)]
pub struct Act {
    /// Its name in the undo menu and the history.
    pub label: Message,
    /// Who does it; empty when nobody signed in.
    pub officer: String,
    /// Milliseconds since 1970 in UTC.
    pub at: i64,
}

/// What an operation really touched, read from the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The operation's number on this laptop; 0 when nothing changed.
    pub operation: i64,
    /// The kinds of records that changed.
    pub kinds: BTreeSet<RecordKind>,
    /// How many rows changed, a row changed twice counted twice.
    pub rows: i64,
}

/// An operation as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Its number on this laptop.
    pub number: i64,
    /// Done, undone or redone.
    pub kind: ActKind,
    /// Its name.
    pub label: Message,
    /// Who did it.
    pub officer: String,
    /// When, milliseconds since 1970 in UTC.
    pub at: i64,
    /// The operation that an undo or redo took back.
    pub target: Option<i64>,
}

/// The result of taking an operation back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What was taken back.
    pub what: Message,
    /// What changed.
    pub changed: Changed,
    /// Cells that somebody changed since and that were left as they are: table, id, column.
    pub kept: Vec<(RecordKind, AnyId, String)>,
}

/// An operation with what it is about first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// The operation.
    pub operation: Operation,
    /// The kind of the first record it changed, and the record that one is seen with.
    pub about: Option<(RecordKind, (RecordKind, AnyId))>,
}

/// One change in the history of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The kind of the record, if this program knows it.
    pub kind: Option<RecordKind>,
    /// The operation it belongs to.
    pub operation: Operation,
    /// Column, old value, new value; values as text, empty when there was none.
    pub columns: Vec<(String, String, String)>,
    /// The record was made by this change.
    pub created: bool,
    /// On which laptop: the code the head office gave it, else the first digits of its id.
    pub laptop: String,
    /// On this one.
    pub here: bool,
}

/// Makes the triggers of every table of records anew.
pub(super) fn install_triggers(connection: &Connection) -> Result<()> {
    for kind in RecordKind::ALL {
        let table = kind.table();
        let columns = logged_columns(connection, table)?;
        let new_row = json_object(&columns, |column| (column.given("new"), column.json("new")));
        let changed = |side| json_object(&columns, |column| (column.differs(), column.json(side)));
        let any = columns.iter().map(Column::differs).collect::<Vec<_>>().join(" OR ");
        let operation = "(SELECT operation FROM engine)";
        connection.execute_batch(&format!(
            "DROP TRIGGER IF EXISTS {table}_inserted;
             DROP TRIGGER IF EXISTS {table}_updated;
             DROP TRIGGER IF EXISTS {table}_kept;
             CREATE TRIGGER {table}_inserted AFTER INSERT ON {table} BEGIN
                 INSERT INTO change (operation, tbl, row, kind, new)
                 VALUES ({operation}, '{table}', new.id, 'I', {new_row});
             END;
             CREATE TRIGGER {table}_updated AFTER UPDATE ON {table} WHEN {any} BEGIN
                 INSERT INTO change (operation, tbl, row, kind, new, old)
                 VALUES ({operation}, '{table}', new.id, 'U', {new}, {old});
             END;
             CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} BEGIN
                 SELECT raise(ABORT, 'records go to the trash, never away');
             END;",
            new = changed("new"),
            old = changed("old"),
        ))?;
    }
    Ok(())
}

/// A logged column of a table.
struct Column {
    name: String,
    is_id: bool,
    empty: Option<String>,
}

impl Column {
    /// Whether it holds something at all.
    fn given(&self, side: &str) -> String {
        match &self.empty {
            Some(empty) => format!("{side}.{} <> {empty}", self.name),
            None => format!("{side}.{} IS NOT NULL", self.name),
        }
    }

    fn differs(&self) -> String {
        format!("new.{0} IS NOT old.{0}", self.name)
    }

    fn json(&self, side: &str) -> String {
        let name = &self.name;
        if self.is_id {
            // A list of one marks an id, so that it is never taken for text.
            format!("',\"{name}\":' || coalesce('[\"' || hex({side}.{name}) || '\"]', 'null')")
        } else {
            format!("',\"{name}\":' || json_quote({side}.{name})")
        }
    }
}

fn logged_columns(connection: &Connection, table: &str) -> Result<Vec<Column>> {
    let mut statement = connection
        .prepare("SELECT name, type, \"notnull\", dflt_value FROM pragma_table_info(?1) ORDER BY cid")?;
    let columns = statement.query_map([table], |row| {
        let not_null: bool = row.get(2)?;
        let default: Option<String> = row.get(3)?;
        Ok(Column {
            name: row.get(0)?,
            is_id: row.get::<_, String>(1)? == "BLOB",
            empty: default.filter(|_| not_null),
        })
    })?;
    let columns: std::result::Result<Vec<_>, _> = columns.collect();
    Ok(columns?.into_iter().filter(|column| !is_local(&column.name)).collect())
}

/// SQL for a JSON object of the columns whose condition holds. Plain concatenation: `json_object` and
/// `json_patch` take three times as long here.
fn json_object(columns: &[Column], parts: impl Fn(&Column) -> (String, String)) -> String {
    let cases = columns.iter().map(|column| {
        let (condition, json) = parts(column);
        format!("CASE WHEN {condition} THEN {json} ELSE '' END")
    });
    format!("'{{' || substr({}, 2) || '}}'", cases.collect::<Vec<_>>().join(" || "))
}

fn is_local(column: &str) -> bool {
    LOCAL_COLUMNS.contains(&column) || super::standing::COLUMNS.contains(&column)
}

impl Store {
    /// The one door for changes: runs `work` in one transaction as one labelled operation, brings derived
    /// columns and the search index up to date, and commits; any error leaves everything as it was.
    pub fn operate<T>(
        &mut self,
        act: &Act,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<(T, Changed)> {
        self.operate_as(ActKind::Do, None, act, work)
    }

    fn operate_as<T>(
        &mut self,
        kind: ActKind,
        target: Option<i64>,
        act: &Act,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<(T, Changed)> {
        let path = self.path.clone();
        let run = || {
            let transaction =
                self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
            let number = begin(&transaction, kind, target, act)?;
            let first = last_change(&transaction)? + 1;
            let mut writer = Writer::new(&transaction, act.at, self.places);
            let value = work(&mut writer)?;
            let last = last_change(&transaction)?;
            if last < first {
                // Nothing happened: no operation, no gap in the sequence.
                transaction.rollback()?;
                return Ok((value, Changed::default()));
            }
            let changed = summary(&transaction, number, first, last)?;
            derived::refresh(&transaction, self.places, &mut self.words, first, last, act.at)?;
            transaction.execute(
                "UPDATE operation SET first_change = ?2, last_change = ?3 WHERE rid = ?1",
                [number, first, last],
            )?;
            transaction.execute("UPDATE engine SET operation = NULL", [])?;
            transaction.commit()?;
            Ok((value, changed))
        };
        let result = run().map_err(|error: Error| error.in_file(&path));
        if result.is_err() {
            self.words.forget();
        }
        result
    }

    /// Takes an operation back (undo), or takes an undo back (redo): an operation like any other.
    ///
    /// Only cells that still hold what the operation wrote are changed; the others are listed.
    pub fn take_back(&mut self, target: i64, kind: ActKind, act: &Act) -> Result<Taken> {
        let (kept, changed) =
            self.operate_as(kind, Some(target), act, |writer| revert(writer, target, None))?;
        Ok(Taken { what: act.label.clone(), changed, kept })
    }

    /// Takes back what an operation wrote into one field of one record, and nothing else of it: a change like any
    /// other, which can be undone.
    pub fn take_back_field(&mut self, target: i64, row: AnyId, column: &str, act: &Act) -> Result<Taken> {
        let (kept, changed) =
            self.operate_as(ActKind::Do, None, act, |writer| revert(writer, target, Some((row, column))))?;
        Ok(Taken { what: act.label.clone(), changed, kept })
    }

    /// The last operations of this replica, newest first.
    pub fn last_operations(&self, limit: usize) -> Result<Vec<Operation>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT rid, kind, label, officer, at, target FROM operation
             WHERE replica = (SELECT replica FROM engine) ORDER BY sequence DESC LIMIT ?1",
        )?;
        let rows = statement.query_map([i64::try_from(limit).unwrap_or(i64::MAX)], operation_from_row)?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// The last operations of all replicas, newest first, with what each is about first.
    pub fn recent_operations(&self, limit: usize) -> Result<Vec<Recent>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT operation.rid, operation.kind, label, officer, at, target, tbl, row
             FROM operation LEFT JOIN change ON change.rid = first_change
             ORDER BY operation.rid DESC LIMIT ?1",
        )?;
        let found = statement.query_map([i64::try_from(limit).unwrap_or(i64::MAX)], |row| {
            let table: Option<String> = row.get(6)?;
            let id: Option<[u8; 16]> = row.get(7)?;
            let about = table.as_deref().and_then(RecordKind::from_table).zip(id.map(AnyId::from_bytes));
            Ok((operation_from_row(row)?, about))
        })?;
        let rows = self.rows();
        found
            .map(|found| {
                let (operation, about) = found?;
                let about = match about {
                    Some((kind, id)) => Some((kind, rows.whole_of(kind, id)?)),
                    None => None,
                };
                Ok(Recent { operation, about })
            })
            .collect()
    }

    /// Everything that happened to a record, oldest first.
    pub fn history(&self, id: AnyId) -> Result<Vec<HistoryEntry>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT operation.rid, operation.kind, label, officer, at, target, change.kind, new, old,
                    CASE replica.code WHEN '' THEN substr(hex(replica.id), 25, 4) ELSE replica.code END,
                    replica.rid = (SELECT replica FROM engine), tbl
             FROM change JOIN operation ON operation.rid = change.operation
             JOIN replica ON replica.rid = operation.replica
             WHERE row = ?1 ORDER BY change.rid",
        )?;
        let rows = statement.query_map([id.bytes()], |row| {
            let new = object(&row.get::<_, String>(7)?);
            let old = row.get::<_, Option<String>>(8)?.map(|old| object(&old)).unwrap_or_default();
            let columns = new.into_iter().map(|(column, value)| {
                let before = old.get(&column).map(plain).unwrap_or_default();
                (column, before, plain(&value))
            });
            let table: String = row.get(11)?;
            Ok(HistoryEntry {
                kind: RecordKind::from_table(&table),
                operation: operation_from_row(row)?,
                columns: columns.collect(),
                created: row.get::<_, String>(6)? == "I",
                laptop: row.get(9)?,
                here: row.get(10)?,
            })
        })?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }
}

fn operation_from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Operation> {
    let label: String = row.get(2)?;
    Ok(Operation {
        number: row.get(0)?,
        kind: ActKind::from_code(&row.get::<_, String>(1)?),
        // A label of an unknown form is still an operation.
        label: serde_json::from_str(&label).unwrap_or_else(|_| crate::i18n::message("operation-unknown")),
        officer: row.get(3)?,
        at: row.get(4)?,
        target: row.get(5)?,
    })
}

/// Opens an operation: the next sequence of this replica, the hybrid clock one further.
fn begin(connection: &Connection, kind: ActKind, target: Option<i64>, act: &Act) -> Result<i64> {
    let label = serde_json::to_string(&act.label)
        .map_err(|error| Error::new(ErrorKind::Bug("a label cannot be written")).because(error))?;
    // max(last + 1, wall clock): an order that respects cause and effect, whatever the clock says.
    connection.prepare_cached("UPDATE engine SET clock = max(clock + 1, ?1 << 16)")?.execute([act.at])?;
    connection
        .prepare_cached(
            "INSERT INTO operation (replica, sequence, clock, front, kind, label, officer, at, target)
             SELECT replica,
                    1 + coalesce((SELECT max(sequence) FROM operation WHERE operation.replica = engine.replica), 0),
                    clock, front, ?1, ?2, ?3, ?4, ?5
             FROM engine",
        )?
        .execute(params![kind.code(), label, act.officer, act.at, target])?;
    let number = connection.last_insert_rowid();
    connection.prepare_cached("UPDATE engine SET operation = ?1")?.execute([number])?;
    Ok(number)
}

fn last_change(connection: &Connection) -> Result<i64> {
    Ok(connection
        .prepare_cached("SELECT coalesce(max(rid), 0) FROM change")?
        .query_row([], |row| row.get(0))?)
}

fn summary(connection: &Connection, operation: i64, first: i64, last: i64) -> Result<Changed> {
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT tbl FROM change WHERE rid BETWEEN ?1 AND ?2")?;
    let tables = statement.query_map([first, last], |row| row.get::<_, String>(0))?;
    let mut kinds = BTreeSet::new();
    for table in tables {
        kinds.extend(RecordKind::from_table(&table?));
    }
    Ok(Changed { operation, kinds, rows: last - first + 1 })
}

type Kept = Vec<(RecordKind, AnyId, String)>;

/// Writes the old values of an operation back, last change first; of one field only, if one is named.
fn revert(writer: &mut Writer<'_>, operation: i64, only: Option<(AnyId, &str)>) -> Result<Kept> {
    let connection = writer.connection();
    let range: Option<(i64, i64)> = connection
        .query_row("SELECT first_change, last_change FROM operation WHERE rid = ?1", [operation], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let (first, last) = range.ok_or(ErrorKind::NothingToUndo)?;
    let mut kept = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT tbl, row, kind, new, old FROM change WHERE rid BETWEEN ?1 AND ?2 ORDER BY rid DESC",
    )?;
    let mut rows = statement.query([first, last])?;
    while let Some(row) = rows.next()? {
        let table: String = row.get(0)?;
        let Some(kind) = RecordKind::from_table(&table) else { continue };
        let id = AnyId::from_bytes(row.get(1)?);
        let inserted = row.get::<_, String>(2)? == "I";
        if only.is_some_and(|(one, _)| one != id || inserted) {
            continue;
        }
        let (mut new, old) = if inserted {
            // Nothing is ever really deleted: what was made goes to the trash.
            (one_cell("deleted", 0), one_cell("deleted", 1))
        } else {
            (
                object(&row.get::<_, String>(3)?),
                row.get::<_, Option<String>>(4)?.map(|old| object(&old)).unwrap_or_default(),
            )
        };
        if let Some((_, column)) = only {
            new.retain(|name, _| name == column);
        }
        revert_row(writer.connection(), writer.at(), kind, id, &new, &old, &mut kept)?;
    }
    Ok(kept)
}

fn one_cell(column: &str, value: i64) -> Map<String, Json> {
    let mut cells = Map::new();
    cells.insert(column.to_owned(), value.into());
    cells
}

/// Sets the columns of a row to their old values where they still hold the new ones.
fn revert_row(
    connection: &Connection,
    at: i64,
    kind: RecordKind,
    id: AnyId,
    new: &Map<String, Json>,
    old: &Map<String, Json>,
    kept: &mut Kept,
) -> Result<()> {
    let set_cells = |columns: &[&String]| -> Result<usize> {
        let assignments: Vec<_> = columns.iter().map(|column| format!("{column} = ?")).collect();
        let conditions: Vec<_> = columns.iter().map(|column| format!("{column} IS ?")).collect();
        let sql = format!(
            "UPDATE {} SET {}, changed_at = ? WHERE id = ? AND {}",
            kind.table(),
            assignments.join(", "),
            conditions.join(" AND "),
        );
        let values = columns.iter().map(|column| sql_value(old.get(*column)));
        let expected = columns.iter().map(|column| sql_value(new.get(*column)));
        let own = [SqlValue::Integer(at), SqlValue::Blob(id.bytes().to_vec())];
        Ok(connection.prepare_cached(&sql)?.execute(params_from_iter(values.chain(own).chain(expected)))?)
    };
    let columns: Vec<&String> = new.keys().collect();
    if columns.is_empty() || set_cells(&columns)? == 1 {
        return Ok(());
    }
    // Somebody changed the row since: cell by cell, leaving alone what is no longer ours.
    for column in columns {
        if set_cells(&[column])? == 0 {
            kept.push((kind, id, column.clone()));
        }
    }
    Ok(())
}

/// The SQL value of a logged one.
fn sql_value(json: Option<&Json>) -> SqlValue {
    match json {
        Some(Json::Number(number)) => number.as_i64().map_or(SqlValue::Null, SqlValue::Integer),
        Some(Json::String(text)) => SqlValue::Text(text.clone()),
        Some(Json::Array(id)) => {
            let id = id.first().and_then(Json::as_str).and_then(AnyId::from_hex);
            id.map_or(SqlValue::Null, |id| SqlValue::Blob(id.bytes().to_vec()))
        }
        _ => SqlValue::Null,
    }
}

fn object(json: &str) -> Map<String, Json> {
    // Written by our triggers; anything else has nothing to give.
    serde_json::from_str(json).unwrap_or_default()
}

fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Null => String::new(),
        Json::Array(id) => id.first().and_then(Json::as_str).unwrap_or_default().to_owned(),
        other => other.to_string(),
    }
}
