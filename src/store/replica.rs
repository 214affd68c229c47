//! Who writes into this copy of the register.
//!
//! A file that was copied to another machine, or put back from an older copy, carries the id of the
//! replica that wrote it; two machines writing under one id would make logs that cannot be told apart.
//! So the id counts only together with what this machine remembers of it, and is renewed otherwise.

use rusqlite::{Connection, params};

use super::Store;
use crate::domain::{AnyId, IdSource};
use crate::error::Result;

/// What a machine remembers of a data file it wrote into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// The replica it wrote as.
    pub replica: AnyId,
    /// The sequence of its last operation.
    pub sequence: i64,
}

pub(super) fn book(connection: &Connection) -> Result<AnyId> {
    Ok(connection.query_row("SELECT book FROM engine", [], |row| row.get(0).map(AnyId::from_bytes))?)
}

/// The replica that writes now and the sequence of its last operation.
pub(super) fn current(connection: &Connection) -> Result<Memory> {
    let memory = connection
        .prepare_cached(
            "SELECT replica.id, coalesce((SELECT max(sequence) FROM operation WHERE replica = engine.replica), 0)
             FROM engine JOIN replica ON replica.rid = engine.replica",
        )?
        .query_row([], |row| Ok(Memory { replica: AnyId::from_bytes(row.get(0)?), sequence: row.get(1)? }))?;
    Ok(memory)
}

impl Store {
    /// What this machine has to remember after writing.
    pub fn memory(&self) -> Result<Memory> {
        current(&self.connection)
    }

    /// How many operations are in the log, of all replicas.
    pub fn operations_so_far(&self) -> Result<i64> {
        let count =
            self.connection.query_row("SELECT coalesce(max(rid), 0) FROM operation", [], |row| row.get(0))?;
        Ok(count)
    }

    /// Gives the replica that writes here the code of its laptop: histories name it by that.
    pub fn name_replica(&mut self, code: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE replica SET code = ?1 WHERE rid = (SELECT replica FROM engine) AND code <> ?1",
            )?
            .execute([code])?;
        Ok(())
    }

    /// Makes sure that this machine writes under an id of its own, given what it remembers of this file.
    /// Returns whether a new replica was made: the file is new here, was copied, or is older than what
    /// was written before.
    pub fn claim(&mut self, remembered: Option<Memory>, ids: &mut IdSource, now: i64) -> Result<bool> {
        let found = current(&self.connection)?;
        if remembered
            .is_some_and(|memory| memory.replica == found.replica && memory.sequence <= found.sequence)
        {
            return Ok(false);
        }
        renew(&mut self.connection, ids, now)?;
        Ok(true)
    }
}

/// Writes as a new replica from now on, one that has seen everything in this file.
pub(super) fn renew(connection: &mut Connection, ids: &mut IdSource, now: i64) -> Result<()> {
    let transaction = connection.transaction()?;
    let mut seen = serde_json::Map::new();
    {
        let mut statement = transaction.prepare(
            "SELECT hex(replica.id), max(operation.sequence) FROM operation
                 JOIN replica ON replica.rid = operation.replica GROUP BY replica.rid ORDER BY 1",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
        for row in rows {
            let (replica, sequence) = row?;
            seen.insert(replica, sequence.into());
        }
    }
    transaction
        .execute("INSERT INTO replica (id, made_at) VALUES (?1, ?2)", params![ids.make(now).bytes(), now])?;
    let replica = transaction.last_insert_rowid();
    transaction.execute(
        "INSERT INTO front (replica, number, seen) VALUES (?1, 0, ?2)",
        params![replica, serde_json::Value::Object(seen).to_string()],
    )?;
    transaction.execute("UPDATE engine SET replica = ?1, front = 0", [replica])?;
    transaction.commit()?;
    Ok(())
}
