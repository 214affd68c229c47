//! Versions of the schema, in numbered steps.
//!
//! A step is never edited after its release and never calls code that lives on: what it needs stands in
//! it. Columns and tables are only ever added, because logs of older laptops speak of them by name.

use std::path::Path;

use rusqlite::{Connection, Transaction, params};

use super::{Access, backup, change_log};
use crate::domain::IdSource;
use crate::error::{Error, ErrorKind, Result};

/// "SLNG" at byte 68 of the file: this is a data file of Sổ Làng Nghề.
pub(super) const APPLICATION_ID: u32 = 0x534C_4E47;

/// One version to the next.
struct Step {
    /// The version it leads to.
    to: i64,
    /// The statements.
    sql: &'static str,
}

const STEPS: &[Step] = &[Step { to: 1, sql: include_str!("migrations/0001_initial.sql") }];

/// The version this program writes.
pub(super) fn newest() -> i64 {
    STEPS.iter().map(|step| step.to).max().unwrap_or(0)
}

/// Makes the schema in an empty file, with a new register and its first replica.
pub(super) fn create(connection: &mut Connection, ids: &mut IdSource, now: i64) -> Result<()> {
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    let transaction = connection.transaction()?;
    for step in STEPS {
        run(&transaction, step)?;
    }
    let (book, replica) = (ids.make(now), ids.make(now));
    transaction.execute(
        "INSERT INTO replica (rid, id, made_at) VALUES (1, ?1, ?2)",
        params![replica.bytes(), now],
    )?;
    transaction.execute("INSERT INTO front (replica, number, seen) VALUES (1, 0, '{}')", [])?;
    transaction.execute(
        "INSERT INTO engine (one, book, replica, clock) VALUES (1, ?1, 1, 0)",
        params![book.bytes()],
    )?;
    transaction.commit()?;
    Ok(())
}

/// Brings an older file up to date, after a copy of it was put into `backups`. A newer file is refused
/// and not touched.
pub(super) fn bring_up_to_date(
    connection: &mut Connection,
    path: &Path,
    access: Access,
    backups: &Path,
) -> Result<()> {
    let found = version(connection)?;
    if found > newest() {
        return Err(ErrorKind::TooNew { path: path.to_owned(), found, known: newest() }.into());
    }
    if found == newest() {
        return Ok(());
    }
    if found < 1 || access == Access::Read {
        return Err(Error::new(ErrorKind::Damaged(path.to_owned())).because("unexpected schema version"));
    }
    backup::before_migration(connection, path, found, backups)?;
    for step in STEPS.iter().filter(|step| step.to > found) {
        let transaction = connection.transaction()?;
        run(&transaction, step)?;
        transaction.commit()?;
    }
    Ok(())
}

/// The version of the schema in this file.
pub(super) fn version(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

fn run(transaction: &Transaction<'_>, step: &Step) -> Result<()> {
    transaction.execute_batch(step.sql)?;
    change_log::install_triggers(transaction)?;
    transaction.pragma_update(None, "user_version", step.to)?;
    Ok(())
}
