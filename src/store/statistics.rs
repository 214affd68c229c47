//! How much there is, and whether it is sound.

use rusqlite::Connection;

use super::{Store, backup};
use crate::domain::RecordKind;
use crate::error::Result;
use crate::i18n::{Message, message};

/// How many records there are of each kind, in the order of the kinds.
pub type Counts = Vec<(RecordKind, i64)>;

/// Something wrong with the data file, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub message: Message,
    /// The file is damaged; otherwise a person has to decide something.
    pub damaged: bool,
}

impl Store {
    /// How many records there are.
    pub fn counts(&self) -> Result<Counts> {
        let rows = self.rows();
        RecordKind::ALL.iter().map(|kind| Ok((*kind, rows.count(*kind)?))).collect()
    }

    /// Looks for everything that can be wrong with the file; empty means sound.
    pub fn faults(&self) -> Result<Vec<Fault>> {
        self.find_faults().map_err(|error| error.in_file(self.path()))
    }

    fn find_faults(&self) -> Result<Vec<Fault>> {
        let mut messages = damaged_pages(&self.connection)?;
        // On a broken file the other questions only repeat the first answer.
        if messages.is_empty() {
            messages.extend(broken_references(&self.connection)?);
            messages.extend(broken_log(&self.connection)?);
            messages.extend(broken_documents(&self.connection)?);
        }
        let mut faults: Vec<_> =
            messages.into_iter().map(|message| Fault { message, damaged: true }).collect();
        if faults.is_empty() {
            let repeated = repeated_numbers(&self.connection)?;
            faults.extend(repeated.into_iter().map(|message| Fault { message, damaged: false }));
        }
        Ok(faults)
    }
}

/// SQLite's own check of pages, indexes and the full-text index.
fn damaged_pages(connection: &Connection) -> Result<Vec<Message>> {
    let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
    let lines: std::result::Result<Vec<_>, _> = lines.collect();
    Ok(match lines {
        Ok(lines) => lines
            .into_iter()
            .filter(|line| line != "ok")
            .map(|line| message("fault-pages").with("details", line))
            .collect(),
        Err(error) => vec![message("fault-pages").with("details", error.to_string())],
    })
}

fn broken_references(connection: &Connection) -> Result<Vec<Message>> {
    let mut statement =
        connection.prepare("SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let mut messages = Vec::new();
    for row in rows {
        let (table, count) = row?;
        let kind = RecordKind::from_table(&table).map_or_else(|| message("kind-other"), RecordKind::label);
        messages.push(message("fault-references").with("kind", kind).with("count", count));
    }
    Ok(messages)
}

/// Sequences without gaps, changes that belong to their operations, no operation left open.
fn broken_log(connection: &Connection) -> Result<Vec<Message>> {
    let faulty: i64 = connection.query_row(
        "SELECT (SELECT count(*) FROM (SELECT replica, count(*) AS held, min(sequence) AS low, max(sequence) AS high
                 FROM operation GROUP BY replica) WHERE held <> high - low + 1)
              + (SELECT count(*) FROM operation WHERE (SELECT count(*) FROM change
                 WHERE rid BETWEEN first_change AND last_change AND operation = operation.rid)
                 <> last_change - first_change + 1)
              + (SELECT count(*) FROM engine WHERE operation IS NOT NULL)",
        [],
        |row| row.get(0),
    )?;
    Ok(if faulty == 0 { Vec::new() } else { vec![message("fault-log").with("count", faulty)] })
}

/// Frozen documents whose bytes are missing or are not those that were signed.
fn broken_documents(connection: &Connection) -> Result<Vec<Message>> {
    let mut statement = connection.prepare(
        "SELECT coalesce(mou.number, ''), frozen_document.sha256, blob.bytes FROM frozen_document
         LEFT JOIN mou ON mou.id = frozen_document.mou LEFT JOIN blob ON blob.sha256 = frozen_document.sha256
         ORDER BY frozen_document.rid",
    )?;
    let mut rows = statement.query([])?;
    let mut messages = Vec::new();
    while let Some(row) = rows.next()? {
        let number: String = row.get(0)?;
        let expected: String = row.get(1)?;
        let bytes = row.get_ref(2)?.as_blob_or_null().unwrap_or(None);
        match bytes {
            None => messages.push(message("fault-document-missing").with("number", number)),
            Some(bytes) if backup::sha256(bytes) != expected => {
                messages.push(message("fault-document-changed").with("number", number));
            }
            Some(_) => {}
        }
    }
    Ok(messages)
}

/// The same number on two MoUs: both are kept, a person has to decide.
fn repeated_numbers(connection: &Connection) -> Result<Vec<Message>> {
    let mut statement = connection.prepare(
        "SELECT number, count(*) FROM mou WHERE deleted = 0 AND number <> '' GROUP BY number HAVING count(*) > 1",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let mut messages = Vec::new();
    for row in rows {
        let (number, count) = row?;
        messages.push(message("fault-number-twice").with("number", number).with("count", count));
    }
    Ok(messages)
}
