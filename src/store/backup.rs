//! Copies of the data file: made whole, checked, and thinned out; and put back.
//!
//! `VACUUM INTO` gives one consistent file even while another connection writes; SQLite's page-wise backup
//! never finished beside a busy writer (measured), and copying the file by hand loses what still stands in
//! its log.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, ValueRef};
use sha2::{Digest as _, Sha256};

use super::{Access, Originals, Store, file, migrate, replica};
use crate::domain::IdSource;
use crate::error::{Error, ErrorKind, FileAction, Result};

/// How many copies are kept of each age.
const RECENT: usize = 6;
const DAILY: usize = 7;
const WEEKLY: usize = 8;
const MONTHLY: usize = 12;

/// The form of the time in a copy's name.
const TIME_FORM: &str = "%Y-%m-%d_%H-%M-%S";

/// A copy of the data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupCopy {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made, local time of the office.
    pub made_at: DateTime,
    /// Its length in bytes.
    pub length: u64,
}

impl Store {
    /// Makes a checked copy in `folder`, with its SHA-256 beside it.
    pub fn back_up(&self, folder: &Path, now: DateTime) -> Result<BackupCopy> {
        let (target, now) = free_place(folder, &self.path, now);
        write_copy(&self.connection, &target).map_err(|error| error.in_file(&self.path))?;
        let length =
            fs::metadata(&target).map_err(|error| Error::file(FileAction::Read, &target, error))?.len();
        Ok(BackupCopy { path: target, made_at: now, length })
    }

    /// Brings the pictures into `folder`, into one file for all copies there: they never change, so only those
    /// that are not there yet are written.
    pub fn back_up_pictures(&self, folder: &Path) -> Result<()> {
        Originals::of(&folder.join(file_name(&self.path))).take_over(Originals::of(&self.path).path())
    }

    /// Lets older copies in the register's own folder go by age, never the one just made: a clock that was
    /// set back must not cost the newest state.
    pub fn thin_out_copies(&self, folder: &Path, just_made: &Path) -> Result<()> {
        for copy in superseded(copies(folder, &self.path)?).into_iter().filter(|copy| copy.path != just_made)
        {
            // A copy that cannot be removed now goes next time.
            let _ = fs::remove_file(&copy.path);
            let _ = fs::remove_file(checksum_path(&copy.path));
        }
        Ok(())
    }

    /// Puts a copy back in the place of the data file, as a new replica of the register.
    ///
    /// The present state is kept first, as a copy or, if it cannot be read, as it is; the log beside the
    /// data file goes, because it belongs to the present state. Returns where the present state is kept,
    /// if there was one. Pictures of the copy that are not here come along; none goes.
    pub fn restore(
        data: &Path,
        copy: &Path,
        folder: &Path,
        ids: &mut IdSource,
        (now, at): (DateTime, i64),
    ) -> Result<Option<PathBuf>> {
        let found = file::identify(copy)?;
        if found > migrate::newest() {
            return Err(ErrorKind::TooNew { path: copy.to_owned(), found, known: migrate::newest() }.into());
        }
        refuse_other_files(data)?;
        check_copy(copy)?;
        let lock = file::Lock::take(data)?;
        let kept = if data.exists() { Some(keep_present(data, folder, now)?) } else { None };
        let arriving = file::with_ending(data, ".tmp");
        file::remove_if_there(&arriving)?;
        // Read through SQLite, so that what still stands in the copy's own log comes along.
        vacuum_into(&file::connect(copy, Access::Read)?, &arriving)?;
        let mut connection = file::connect(&arriving, Access::Write)?;
        replica::renew(&mut connection, ids, at)?;
        file::let_go(connection)?;
        for pictures in Originals::beside(copy)? {
            Originals::of(data).take_over(&pictures)?;
        }
        for ending in ["-wal", "-shm"] {
            file::remove_if_there(&file::with_ending(data, ending))?;
        }
        file::move_into_place(&arriving, data)?;
        lock.release()?;
        Ok(kept)
    }
}

/// The name of a copy made now; a second later when there is one of this second, which must not be lost.
fn free_place(folder: &Path, data: &Path, now: DateTime) -> (PathBuf, DateTime) {
    let mut now = now;
    loop {
        let name = format!("{}_{}.{}", stem(data), now.strftime(TIME_FORM), Store::EXTENSION);
        let target = folder.join(name);
        match now.checked_add(jiff::Span::new().seconds(1)) {
            Ok(later) if target.exists() => now = later,
            _ => return (target, now),
        }
    }
}

/// Refuses to put a register in the place of somebody's document.
fn refuse_other_files(data: &Path) -> Result<()> {
    let ours = data.extension().is_some_and(|ending| ending == Store::EXTENSION);
    match file::identify(data) {
        Err(error) if !ours && matches!(error.kind(), ErrorKind::Foreign(..)) => Err(error),
        _ => Ok(()),
    }
}

/// Whether a file is a copy with its checksum beside it, which nobody should change.
pub(super) fn is_copy(path: &Path) -> bool {
    checksum_path(path).exists()
}

/// The copies of this data file in a folder, newest first.
pub fn copies(folder: &Path, data: &Path) -> Result<Vec<BackupCopy>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::file(FileAction::Read, folder, error)),
    };
    let start = format!("{}_", stem(data));
    let mut copies = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| Error::file(FileAction::Read, folder, error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let time =
            name.strip_prefix(&start).and_then(|rest| rest.strip_suffix(&format!(".{}", Store::EXTENSION)));
        let Some(made_at) = time.and_then(|time| DateTime::strptime(TIME_FORM, time).ok()) else { continue };
        let length = entry.metadata().map_or(0, |metadata| metadata.len());
        copies.push(BackupCopy { path: entry.path(), made_at, length });
    }
    copies.sort_by_key(|copy| std::cmp::Reverse(copy.made_at));
    Ok(copies)
}

/// The copies to let go, given all of them newest first: kept are the last six, and the newest of each of
/// the last seven days, eight weeks and twelve months that have one.
pub fn superseded(copies: Vec<BackupCopy>) -> Vec<BackupCopy> {
    let mut kept: Vec<bool> = (0..copies.len()).map(|place| place < RECENT).collect();
    let mut keep_newest_of = |limit: usize, period: &dyn Fn(DateTime) -> (i16, i16)| {
        let mut periods = Vec::new();
        for (copy, kept) in copies.iter().zip(&mut kept) {
            let period = period(copy.made_at);
            if !periods.contains(&period) && periods.len() < limit {
                periods.push(period);
                *kept = true;
            }
        }
    };
    keep_newest_of(DAILY, &|time| (time.year(), time.day_of_year()));
    keep_newest_of(WEEKLY, &|time| {
        let week = time.date().iso_week_date();
        (week.year(), i16::from(week.week()))
    });
    keep_newest_of(MONTHLY, &|time| (time.year(), i16::from(time.month())));
    copies.into_iter().zip(kept).filter(|(_, kept)| !kept).map(|(copy, _)| copy).collect()
}

/// Keeps the state before a migration.
pub(super) fn before_migration(
    connection: &Connection,
    path: &Path,
    version: i64,
    folder: &Path,
) -> Result<()> {
    let target = folder.join(format!("{}_truoc-nang-cap-v{version}.{}", stem(path), Store::EXTENSION));
    write_copy(connection, &target)
}

/// Writes a copy beside its place, checks it, and moves it there: a power cut leaves no half copy, a full
/// disk no rest of one.
fn write_copy(connection: &Connection, target: &Path) -> Result<()> {
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| Error::file(FileAction::MakeFolder, folder, error))?;
    let arriving = file::with_ending(target, ".tmp");
    file::remove_if_there(&arriving)?;
    let written = vacuum_into(connection, &arriving).and_then(|()| {
        check_pages(&file::connect(&arriving, Access::Read)?, &arriving)?;
        let checksum = format!("{}  {}\n", sha256_of(&arriving)?, file_name(target));
        write_whole(&checksum_path(target), checksum.as_bytes())?;
        file::move_into_place(&arriving, target)
    });
    if written.is_err() {
        // Best effort: the error that counts is the first.
        let _ = fs::remove_file(&arriving);
    }
    written
}

/// One consistent file of everything a connection sees.
fn vacuum_into(connection: &Connection, target: &Path) -> Result<()> {
    // As bytes: a path need not be UTF-8.
    let name = ToSqlOutput::Borrowed(ValueRef::Text(target.as_os_str().as_encoded_bytes()));
    connection.execute("VACUUM INTO ?1", [name]).map_err(|error| match super::at(target, error) {
        // A damaged source is not the fault of the target.
        error if matches!(error.kind(), ErrorKind::Damaged(_)) => {
            Error::new(ErrorKind::Damaged(PathBuf::new())).because(error)
        }
        error => error,
    })?;
    Ok(())
}

/// A copy is good when its pages are and, where its checksum lies beside it, its bytes are.
fn check_copy(copy: &Path) -> Result<()> {
    if let Ok(expected) = fs::read_to_string(checksum_path(copy))
        && expected.split_whitespace().next() != Some(sha256_of(copy)?.as_str())
    {
        return Err(
            Error::new(ErrorKind::Damaged(copy.to_owned())).because("its SHA-256 is not the noted one")
        );
    }
    check_pages(&file::connect(copy, Access::Read)?, copy)
}

/// Runs SQLite's quick check; a failure means the file is damaged.
pub(super) fn check_pages(connection: &Connection, path: &Path) -> Result<()> {
    let verdict: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| super::at(path, error))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(Error::new(ErrorKind::Damaged(path.to_owned())).because(verdict))
    }
}

/// Keeps what is there now: as a copy if it can be read, as raw files if not.
fn keep_present(data: &Path, folder: &Path, now: DateTime) -> Result<PathBuf> {
    let name = format!("{}_truoc-khoi-phuc_{}.{}", stem(data), now.strftime(TIME_FORM), Store::EXTENSION);
    let target = folder.join(name);
    let copied = file::identify(data)
        .and_then(|_| file::connect(data, Access::Read))
        .and_then(|connection| write_copy(&connection, &target));
    if copied.is_ok() {
        return Ok(target);
    }
    fs::create_dir_all(folder).map_err(|error| Error::file(FileAction::MakeFolder, folder, error))?;
    for ending in ["", "-wal"] {
        let from = file::with_ending(data, ending);
        if from.exists() {
            let to = file::with_ending(&target, ending);
            fs::copy(&from, &to).map_err(|error| Error::file(FileAction::Write, &to, error))?;
        }
    }
    Ok(target)
}

/// Writes a whole small file so that a power cut leaves the old or the new one.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |error| Error::file(FileAction::Write, path, error);
    let arriving = file::with_ending(path, ".tmp");
    let mut output = File::create(&arriving).map_err(failed)?;
    output.write_all(bytes).and_then(|()| output.sync_all()).map_err(failed)?;
    fs::rename(&arriving, path).map_err(failed)
}

fn sha256_of(path: &Path) -> Result<String> {
    let failed = |error| Error::file(FileAction::Read, path, error);
    let mut input = File::open(path).map_err(failed)?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let length = input.read(&mut buffer).map_err(failed)?;
        if length == 0 {
            return Ok(hex(&digest.finalize()));
        }
        digest.update(buffer.get(..length).unwrap_or_default());
    }
}

/// The SHA-256 of bytes in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn checksum_path(copy: &Path) -> PathBuf {
    file::with_ending(copy, ".sha256")
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_year_of_copies_every_three_hours_is_thinned_by_age() {
        let start = date(2025, 12, 1).at(8, 0, 0, 0);
        let mut kept: Vec<BackupCopy> = Vec::new();
        for step in 0..(365 * 8) {
            let made_at = start.checked_add(jiff::Span::new().hours(step * 3)).unwrap();
            kept.insert(0, BackupCopy { path: format!("{step}").into(), made_at, length: 1 });
            let gone = superseded(kept.clone());
            kept.retain(|copy| !gone.contains(copy));
        }
        assert!(kept.len() <= RECENT + DAILY + WEEKLY + MONTHLY, "{}", kept.len());
        assert!(kept.len() >= 20, "{}", kept.len());
        let newest = kept.first().unwrap().made_at;
        let oldest = kept.last().unwrap().made_at;
        assert_eq!(newest, start.checked_add(jiff::Span::new().hours(3 * (365 * 8 - 1))).unwrap());
        assert!(oldest < newest.checked_sub(jiff::Span::new().days(300)).unwrap(), "oldest {oldest}");
        let days: std::collections::BTreeSet<_> = kept.iter().map(|copy| copy.made_at.date()).collect();
        let last_week = (0..7)
            .filter(|back| days.contains(&newest.date().checked_sub(jiff::Span::new().days(*back)).unwrap()));
        assert_eq!(last_week.count(), 7);
    }

    #[test]
    fn few_copies_are_all_kept() {
        let copies: Vec<_> = (0..6)
            .map(|minute| BackupCopy {
                path: "x".into(),
                made_at: date(2026, 1, 1).at(9, 50 - minute, 0, 0),
                length: 1,
            })
            .collect();
        assert!(superseded(copies).is_empty());
    }

    #[test]
    fn the_checksum_is_sha256_in_hexadecimal() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
