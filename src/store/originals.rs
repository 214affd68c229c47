//! The bytes of pictures and files, in a second data file beside the register, under their SHA-256.
//!
//! Written before the record that speaks of them, never changed, put together from several laptops by plain
//! union, and allowed to be absent: the register itself stays small, and its copies quick. Small pictures for
//! lists lie beside the large ones; they can be made anew at any time.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension as _, params};

use super::{Access, at, file};
use crate::error::{Error, FileAction, Result};

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

/// The ending of the second data file, after the whole name of the register.
const ENDING: &str = ".anh";

/// How many pictures are taken over in one transaction.
const TOGETHER: usize = 32;

/// A picture under its SHA-256: its bytes and a small one of it.
type Kept<'k> = (&'k str, Vec<u8>, Option<Vec<u8>>);

/// The second data file of a register.
pub struct Originals {
    path: PathBuf,
    /// Nothing until something is written, or while the file is absent.
    connection: Option<Connection>,
}

impl Originals {
    /// Of the register at this path; nothing is made before something is kept.
    pub fn of(register: &Path) -> Self {
        Self { path: file::with_ending(register, ENDING), connection: None }
    }

    /// The files that may hold the pictures of a register or of a copy of it: `register.langnghe.anh` in the
    /// same folder also stands for the copies named `register_2026-12-01_08-00-00.langnghe` beside it.
    pub(super) fn beside(copy: &Path) -> Result<Vec<PathBuf>> {
        let folder = match copy.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let failed = |error| Error::file(FileAction::Read, folder, error);
        let name = copy.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let register_ending = format!(".{}{ENDING}", super::Store::EXTENSION);
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let file = entry.file_name().to_string_lossy().into_owned();
            let of_the_register = file
                .strip_suffix(&register_ending)
                .and_then(|stem| name.strip_prefix(stem))
                .is_some_and(|rest| rest.starts_with('_'));
            if of_the_register || file.strip_suffix(ENDING) == Some(&name) {
                found.push(entry.path());
            }
        }
        Ok(found)
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
    pub fn keep(&mut self, sha256: &str, bytes: Vec<u8>, small: Option<Vec<u8>>) -> Result<()> {
        self.keep_all(&[(sha256, bytes, small)])
    }

    /// Keeps pictures in one transaction.
    fn keep_all(&mut self, pictures: &[Kept<'_>]) -> Result<()> {
        let path = self.path.clone();
        let Some(connection) = self.open(true)? else { return Ok(()) };
        let write = || -> rusqlite::Result<()> {
            let transaction = connection.unchecked_transaction()?;
            for (sha256, bytes, small) in pictures {
                let sql = "INSERT INTO original (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
                transaction.prepare_cached(sql)?.execute(params![sha256, bytes])?;
                if let Some(small) = small {
                    let sql = "INSERT INTO small (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
                    transaction.prepare_cached(sql)?.execute(params![sha256, small])?;
                }
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

    /// Takes over what another such file has and this one has not.
    pub(super) fn take_over(&mut self, from: &Path) -> Result<()> {
        if !from.exists() || from == self.path {
            return Ok(());
        }
        let reading = |error| at(from, error);
        let source = file::connect(from, Access::Read)?;
        let keys = |connection: &Connection| -> rusqlite::Result<Vec<String>> {
            let mut statement = connection.prepare("SELECT sha256 FROM original ORDER BY sha256")?;
            statement.query_map([], |row| row.get(0))?.collect()
        };
        let there = keys(&source).map_err(reading)?;
        let here = match self.open(false)? {
            Some(connection) => keys(connection).map_err(|error| self.failed(error))?,
            None => Vec::new(),
        };
        let missing: Vec<_> = there.into_iter().filter(|key| here.binary_search(key).is_err()).collect();
        let sql = "SELECT original.bytes, small.bytes FROM original LEFT JOIN small USING (sha256)
            WHERE sha256 = ?1";
        let mut select = source.prepare(sql).map_err(reading)?;
        for some in missing.chunks(TOGETHER) {
            let mut pictures = Vec::with_capacity(some.len());
            for key in some {
                let picture = select.query_row([key], |row| Ok((row.get(0)?, row.get(1)?)));
                let (bytes, small): (Vec<u8>, Option<Vec<u8>>) = picture.map_err(reading)?;
                pictures.push((key.as_str(), bytes, small));
            }
            self.keep_all(&pictures)?;
        }
        Ok(())
    }

    fn read(&mut self, sql: &str, sha256: &str) -> Result<Option<Vec<u8>>> {
        let path = self.path.clone();
        let Some(connection) = self.open(false)? else { return Ok(None) };
        let read = || connection.prepare_cached(sql)?.query_row([sha256], |row| row.get(0)).optional();
        read().map_err(|error| at(&path, error))
    }
}
