//! The data file itself: what it is, who has it open, and how SQLite is told to treat it.

use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::Access;
use crate::error::{Error, ErrorKind, FileAction, ForeignFile, Result};

/// "SLNG" at byte 68 of the file: this is a data file of Sổ Làng Nghề.
pub(super) const APPLICATION_ID: u32 = 0x534C_4E47;

/// How long a statement waits for another connection of ours.
const BUSY: Duration = Duration::from_secs(5);

/// Opens an empty file to make a data file in, without a log beside it; what a power cut left goes first.
pub(super) fn make_new(path: &Path) -> Result<Connection> {
    for ending in ["", "-journal", "-wal", "-shm"] {
        remove_if_there(&with_ending(path, ending))?;
    }
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
        .map_err(|error| super::at(path, error))
}

/// Writes everything into the one file and closes it.
pub(super) fn let_go(connection: Connection) -> Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(connection.close().map_err(|(_, error)| error)?)
}

/// Moves a finished file into its place and makes the move durable.
pub(super) fn move_into_place(arriving: &Path, path: &Path) -> Result<()> {
    let failed = |error| Error::file(FileAction::Write, path, error);
    let file = File::options().read(true).write(true).open(arriving);
    file.and_then(|file| file.sync_all()).map_err(failed)?;
    fs::rename(arriving, path).map_err(failed)?;
    if let Some(Ok(folder)) = path.parent().map(File::open) {
        // Windows cannot sync folders and does not need to; elsewhere we are no worse off than before.
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Removes a file that may not be there.
pub(super) fn remove_if_there(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::file(FileAction::Write, path, error))
        }
        _ => Ok(()),
    }
}

/// Opens a connection with the pragmas of this program (measured in the storage study: WAL with FULL lost
/// no acknowledged commit in 4,000 simulated power cuts).
pub(super) fn connect(path: &Path, access: Access) -> Result<Connection> {
    let flags = match access {
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    } | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| super::at(path, error))?;
    let connection = match access {
        Access::Read if !can_read(&connection) && !has_log(path) => still(path)?,
        _ => connection,
    };
    connection.busy_timeout(BUSY)?;
    connection.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA cache_size = -32768;
         PRAGMA temp_store = MEMORY;",
    )?;
    if access == Access::Write {
        // Answers with the mode, so it cannot stand in the batch above.
        connection
            .query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))
            .map_err(|error| super::at(path, error))?;
        connection.execute_batch("PRAGMA synchronous = FULL;")?;
    }
    Ok(connection)
}

fn can_read(connection: &Connection) -> bool {
    connection.query_row("PRAGMA schema_version", [], |_| Ok(())).is_ok()
}

/// Opens a file where nothing can be written beside it (a write-protected stick, a CD): nobody can be
/// changing it.
fn still(path: &Path) -> Result<Connection> {
    let mut uri = String::from(if cfg!(windows) { "file:///" } else { "file:" });
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                uri.push(char::from(*byte));
            }
            b'\\' if cfg!(windows) => uri.push('/'),
            _ => {
                // Writing into a String cannot fail.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri.push_str("?immutable=1");
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let failed = |error: rusqlite::Error| match super::at(path, error) {
        error if matches!(error.kind(), ErrorKind::File(..)) => {
            Error::new(ErrorKind::File(FileAction::Read, path.to_owned())).because(error)
        }
        error => error,
    };
    let connection = Connection::open_with_flags(uri, flags).map_err(failed)?;
    connection.query_row("PRAGMA schema_version", [], |_| Ok(())).map_err(failed)?;
    Ok(connection)
}

/// The version of a data file as its header says; refuses what is not one of ours, saying what it is
/// instead. The file is not touched.
pub(super) fn identify(path: &Path) -> Result<i64> {
    let foreign = |what| Err(ErrorKind::Foreign(path.to_owned(), what).into());
    if path.is_dir() {
        return foreign(ForeignFile::Folder);
    }
    let mut file = File::open(path).map_err(|error| Error::file(FileAction::Read, path, error))?;
    let mut head = Vec::with_capacity(100);
    std::io::Read::by_ref(&mut file)
        .take(100)
        .read_to_end(&mut head)
        .map_err(|error| Error::file(FileAction::Read, path, error))?;
    if let Some(what) = foreign_kind(&head) {
        return foreign(what);
    }
    if number_at(&head, 68) != Some(APPLICATION_ID) {
        return foreign(ForeignFile::OtherDatabase);
    }
    let length = file.metadata().map_err(|error| Error::file(FileAction::Read, path, error))?.len();
    if is_cut_off(&head, length) && !has_log(path) {
        return Err(ErrorKind::Damaged(path.to_owned()).into());
    }
    Ok(number_at(&head, 60).map_or(0, i64::from))
}

/// What a file that begins like this is; `None` for an SQLite database.
fn foreign_kind(head: &[u8]) -> Option<ForeignFile> {
    let starts = |magic: &[u8]| head.starts_with(magic);
    if starts(b"SQLite format 3\0") {
        None
    } else if head.is_empty() {
        Some(ForeignFile::Empty)
    } else if starts(b"%PDF") {
        Some(ForeignFile::Pdf)
    } else if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        Some(ForeignFile::Zip)
    } else if starts(b"\xD0\xCF\x11\xE0") {
        Some(ForeignFile::OldOffice)
    } else if starts(b"\x89PNG") || starts(b"\xFF\xD8\xFF") || starts(b"GIF8") {
        Some(ForeignFile::Picture)
    } else if is_text(head) {
        Some(ForeignFile::Text)
    } else {
        Some(ForeignFile::Unknown)
    }
}

fn is_text(head: &[u8]) -> bool {
    let plain = match std::str::from_utf8(head) {
        Ok(_) => true,
        // The first hundred bytes may end within a letter.
        Err(error) => error.error_len().is_none(),
    };
    plain && !head.contains(&0)
}

/// The big-endian number of four bytes at this place of the header (SQLite file format, 1.3).
fn number_at(head: &[u8], place: usize) -> Option<u32> {
    let bytes = head.get(place..place + 4)?;
    bytes.try_into().ok().map(u32::from_be_bytes)
}

/// Whether the file is shorter than its header says.
fn is_cut_off(head: &[u8], length: u64) -> bool {
    let page = head
        .get(16..18)
        .map_or(0, |bytes| bytes.iter().fold(0_u64, |size, byte| (size << 8) | u64::from(*byte)));
    let page = if page == 1 { 65_536 } else { page };
    let pages = number_at(head, 28).map_or(0, u64::from);
    length < page * pages
}

/// Whether a write-ahead log lies beside the file that may hold the rest.
fn has_log(path: &Path) -> bool {
    with_ending(path, "-wal").metadata().is_ok_and(|log| log.len() > 0)
}

/// The path with something more at its end: `register.langnghe-wal`.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The lock beside the data file: held while the program has it open for writing.
///
/// The file's content says whether the last holder let go in order; a power cut leaves it as it was.
pub(super) struct Lock {
    file: File,
    left_behind: bool,
}

const HELD: &[u8] = b"open\n";

impl Lock {
    /// Takes the lock, or says that the data file is in use.
    pub(super) fn take(path: &Path) -> Result<Self> {
        let name = with_ending(path, ".lock");
        let failed = |error| Error::file(FileAction::Write, &name, error);
        let options = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&name);
        let mut file = options.map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(ErrorKind::InUse(path.to_owned()).into()),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        let mut content = Vec::new();
        file.read_to_end(&mut content).map_err(failed)?;
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        std::io::Write::write_all(&mut file, HELD).map_err(failed)?;
        Ok(Self { file, left_behind: content == HELD })
    }

    /// Whether the last holder did not let go in order.
    pub(super) fn was_left_behind(&self) -> bool {
        self.left_behind
    }

    /// Lets go in order.
    pub(super) fn release(self) -> Result<()> {
        self.file.set_len(0).map_err(|error| Error::file(FileAction::Write, Path::new(""), error))
    }
}

impl Drop for Lock {
    /// Lets go by name, not by closing: a program that is just being started (a viewer for a PDF) holds a
    /// copy of every open file until it runs, and the lock with it.
    fn drop(&mut self) {
        // If even this fails, closing the file is what remains, and that follows.
        let _ = self.file.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test writes a file")]
    fn a_copy_of_the_open_file_in_another_program_does_not_keep_the_register_locked() {
        let folder = std::env::temp_dir().join(format!("so-lang-nghe-lock-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("a.langnghe");
        let lock = Lock::take(&path).unwrap();
        let inherited = lock.file.try_clone().unwrap();
        lock.release().unwrap();
        assert!(!Lock::take(&path).unwrap().was_left_behind());
        drop(inherited);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
