//! The bytes of pictures and files, in a second data file beside the register, under their SHA-256.
//!
//! Written before the record that speaks of them, never changed, put together from several laptops by plain
//! union, and allowed to be absent: the register itself stays small, and its copies quick. Small pictures for
//! lists lie beside the large ones; they can be made anew at any time.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension as _, params};

use super::at;
use super::file;
use crate::error::{Error, Result};

/// Large pages make reading of large values several times quicker.
const SETTINGS: &str = "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS original (
        sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS small (
        sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL
    ) STRICT;";

/// How long another program may hold the file, in milliseconds.
const PATIENCE: u64 = 5_000;

/// The second data file of a register.
pub struct Originals {
    path: PathBuf,
    /// Nothing until something is written, or while the file is absent.
    connection: Option<Connection>,
}

impl Originals {
    /// Of the register at this path; nothing is made before something is kept.
    pub fn of(register: &Path) -> Self {
        Self { path: file::with_ending(register, ".anh"), connection: None }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn failed(&self, error: rusqlite::Error) -> Error {
        at(&self.path, error)
    }

    fn open(&mut self, make: bool) -> Result<Option<&Connection>> {
        if self.connection.is_none() && (make || self.path.exists()) {
            let open = || -> rusqlite::Result<Connection> {
                let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
                    | OpenFlags::SQLITE_OPEN_CREATE
                    | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                let connection = Connection::open_with_flags(&self.path, flags)?;
                connection.busy_timeout(std::time::Duration::from_millis(PATIENCE))?;
                connection.execute_batch(SETTINGS)?;
                Ok(connection)
            };
            let connection = open().map_err(|error| self.failed(error))?;
            self.connection = Some(connection);
        }
        Ok(self.connection.as_ref())
    }

    /// Keeps bytes with a small picture of them; the same bytes twice are kept once.
    pub fn keep(&mut self, sha256: &str, bytes: &[u8], small: Option<&[u8]>) -> Result<()> {
        let path = self.path.clone();
        let Some(connection) = self.open(true)? else { return Ok(()) };
        let write = || -> rusqlite::Result<()> {
            let transaction = connection.unchecked_transaction()?;
            let sql = "INSERT INTO original (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
            transaction.prepare_cached(sql)?.execute(params![sha256, bytes])?;
            if let Some(small) = small {
                let sql = "INSERT INTO small (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
                transaction.prepare_cached(sql)?.execute(params![sha256, small])?;
            }
            transaction.commit()
        };
        write().map_err(|error| at(&path, error))
    }

    /// The bytes under this SHA-256; nothing where they are not on this laptop.
    pub fn original(&mut self, sha256: &str) -> Result<Option<Vec<u8>>> {
        self.read("SELECT bytes FROM original WHERE sha256 = ?1", sha256)
    }

    /// The small picture of the bytes under this SHA-256.
    pub fn small(&mut self, sha256: &str) -> Result<Option<Vec<u8>>> {
        self.read("SELECT bytes FROM small WHERE sha256 = ?1", sha256)
    }

    fn read(&mut self, sql: &str, sha256: &str) -> Result<Option<Vec<u8>>> {
        let path = self.path.clone();
        let Some(connection) = self.open(false)? else { return Ok(None) };
        let read = || connection.prepare_cached(sql)?.query_row([sha256], |row| row.get(0)).optional();
        read().map_err(|error| at(&path, error))
    }
}
