//! The only place with SQL: one SQLite file, rows in and rows out.
//!
//! Reading goes through [`Store::rows`] and [`Store::search`]. Writing has one door, [`Store::operate`]:
//! one transaction, one labelled operation in the change log, derived columns and the search index
//! brought up to date before COMMIT. A write outside it is refused by the database itself.

mod backup;
mod change_log;
mod derived;
mod file;
mod guests;
mod migrate;
mod mou_office;
mod originals;
mod replica;
mod rows;
mod search;
mod standing;
mod statistics;
mod wholes;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub use backup::{BackupCopy, copies, sha256, superseded, write_whole};
pub use change_log::{Act, ActKind, Changed, HistoryEntry, Operation, Recent, Taken};
pub use guests::GuestNames;
pub use mou_office::{MouInHand, Reached, RegisteredMou, SignedMou};
pub use originals::Originals;
pub use replica::Memory;
pub use rows::{Rows, Writer};
pub use search::{Hit, SearchQuery, SpellingStage};
pub use statistics::{Counts, Fault};

use crate::domain::{AnyId, IdSource};
use crate::error::{Error, ErrorKind, Result};
use crate::places::Places;

/// What a store is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reading and writing; one at a time, guarded by a lock file.
    Write,
    /// Reading beside a writer.
    Read,
}

/// An open data file.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    lock: Option<file::Lock>,
    places: &'static Places,
    words: search::KnownWords,
}

impl Store {
    /// The file name's ending of a data file.
    pub const EXTENSION: &'static str = "langnghe";

    /// Makes a new, empty data file. Fails when there is one already.
    pub fn create(path: &Path, ids: &mut IdSource, now: i64, places: &'static Places) -> Result<Self> {
        if path.exists() {
            return Err(ErrorKind::AlreadyThere(path.to_owned()).into());
        }
        let arriving = file::with_ending(path, ".tmp");
        let made = file::make_new(&arriving).and_then(|mut connection| {
            migrate::create(&mut connection, ids, now)?;
            derived::mark_fresh(&connection, places)?;
            file::let_go(connection)
        });
        made.and_then(|()| file::move_into_place(&arriving, path)).map_err(|error| error.in_file(path))?;
        Self::open(path, Access::Write, Path::new(""), places)
    }

    /// Opens a data file; older ones are brought up to date, with a copy in `backups` first.
    pub fn open(path: &Path, access: Access, backups: &Path, places: &'static Places) -> Result<Self> {
        Self::open_file(path, access, backups, places).map_err(|error| error.in_file(path))
    }

    fn open_file(path: &Path, access: Access, backups: &Path, places: &'static Places) -> Result<Self> {
        let version = file::identify(path)?;
        if version > migrate::newest() {
            return Err(ErrorKind::TooNew {
                path: path.to_owned(),
                found: version,
                known: migrate::newest(),
            }
            .into());
        }
        let lock = if access == Access::Write { Some(file::Lock::take(path)?) } else { None };
        let connection = file::connect(path, access)?;
        if access == Access::Read && Self::is_behind(&connection, places)? && !backup::is_copy(path) {
            // Only a writer can bring it up to date; a copy stays as it is, or its checksum would not fit.
            drop(connection);
            match Self::open_file(path, Access::Write, backups, places) {
                Ok(store) => store.close()?,
                // Whoever has it open does it.
                Err(error) if matches!(error.kind(), ErrorKind::InUse(_)) => {}
                Err(error) => return Err(error),
            }
            let connection = file::connect(path, access)?;
            return Ok(Self::assemble(connection, path, None, places));
        }
        if access == Access::Read {
            return Ok(Self::assemble(connection, path, None, places));
        }
        let mut store = Self::assemble(connection, path, lock, places);
        migrate::bring_up_to_date(&mut store.connection, path, backups)?;
        if store.lock.as_ref().is_some_and(file::Lock::was_left_behind) {
            backup::check_pages(&store.connection, path)?;
        }
        if derived::is_stale(&store.connection, places)? {
            derived::rebuild(&mut store)?;
        }
        Ok(store)
    }

    /// One more reading connection to a register that this process has open.
    ///
    /// The file is not looked into again: POSIX lets go of every lock a process has on a file when it closes
    /// that file anywhere. Another program could then take the log away from under us.
    pub fn open_beside(path: &Path, places: &'static Places) -> Result<Self> {
        let connection = file::connect(path, Access::Read).map_err(|error| error.in_file(path))?;
        Ok(Self::assemble(connection, path, None, places))
    }

    /// Whether the file waits for a newer schema or a newer search index.
    fn is_behind(connection: &Connection, places: &Places) -> Result<bool> {
        Ok(migrate::version(connection)? < migrate::newest() || derived::is_stale(connection, places)?)
    }

    /// A store in memory, for tests.
    pub fn in_memory(ids: &mut IdSource, now: i64, places: &'static Places) -> Result<Self> {
        let connection = file::connect(Path::new(":memory:"), Access::Write)?;
        let mut store = Self::assemble(connection, Path::new(":memory:"), None, places);
        migrate::create(&mut store.connection, ids, now)?;
        derived::mark_fresh(&store.connection, places)?;
        Ok(store)
    }

    fn assemble(
        connection: Connection,
        path: &Path,
        lock: Option<file::Lock>,
        places: &'static Places,
    ) -> Self {
        connection.set_prepared_statement_cache_capacity(256);
        Self { connection, path: path.to_owned(), lock, places, words: search::KnownWords::default() }
    }

    /// Removes a data file that was never finished, with all that lies beside it.
    pub fn discard(path: &Path) -> Result<()> {
        ["", "-wal", "-shm", "-journal", ".lock"]
            .into_iter()
            .try_for_each(|ending| file::remove_if_there(&file::with_ending(path, ending)))
    }

    /// Gives a closed data file its name.
    pub fn rename(from: &Path, to: &Path) -> Result<()> {
        file::move_into_place(from, to)?;
        Self::discard(from)
    }

    /// Where the data file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The administrative units names and search go by.
    pub fn places(&self) -> &'static Places {
        self.places
    }

    /// Reading records.
    pub fn rows(&self) -> Rows<'_> {
        Rows::new(&self.connection)
    }

    /// The id of this register, the same in every copy of it.
    pub fn book(&self) -> Result<AnyId> {
        replica::book(&self.connection)
    }

    /// Writes everything into the one file and lets it go.
    pub fn close(self) -> Result<()> {
        let Self { connection, path, lock, .. } = self;
        let closed = match lock {
            Some(_) => file::let_go(connection),
            None => connection.close().map_err(|(_, error)| error.into()),
        };
        closed.and_then(|()| lock.map_or(Ok(()), file::Lock::release)).map_err(|error| error.in_file(&path))
    }
}

/// The crate's error for an SQLite error, with the file it concerns.
fn at(path: &Path, error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode;
    let kind = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => ErrorKind::Locked(path.to_owned()),
        Some(ErrorCode::DiskFull) => ErrorKind::DiskFull(path.to_owned()),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => ErrorKind::Damaged(path.to_owned()),
        Some(
            ErrorCode::CannotOpen
            | ErrorCode::ReadOnly
            | ErrorCode::PermissionDenied
            | ErrorCode::SystemIoFailure,
        ) => ErrorKind::File(crate::error::FileAction::Write, path.to_owned()),
        _ => ErrorKind::Bug("an SQL statement failed"),
    };
    Error::new(kind).because(error)
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        // SQLite names no file; `Error::in_file` adds it where it is known.
        at(Path::new(""), error)
    }
}
