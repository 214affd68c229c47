//! An open register on this machine: commands at the present moment, and copies made in time.

use std::path::{Path, PathBuf};

use super::Machine;
use crate::domain::AnyId;
use crate::error::{Error, FileAction, Result};
use crate::ops::{Command, Outcome, Register};
use crate::store::{Access, BackupCopy, Store, Taken};

/// After so many milliseconds with unsaved changes a copy is made: 30 minutes.
const BACKUP_AFTER: i64 = 30 * 60 * 1_000;

/// A register that is open for writing.
pub struct Session {
    machine: Machine,
    register: Register,
    path: PathBuf,
    book: AnyId,
    /// The first change since the last copy.
    changed_since: Option<i64>,
}

impl Session {
    /// Makes a new register.
    pub fn create(machine: &Machine, path: &Path, officer: &str) -> Result<Self> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)
                .map_err(|error| Error::file(FileAction::MakeFolder, folder, error))?;
        }
        let store = Store::create(path, &mut machine.ids(), machine.now(), machine.places()?)?;
        Self::start(machine, store, officer)
    }

    /// Opens a register for writing.
    pub fn open(machine: &Machine, path: &Path, officer: &str) -> Result<Self> {
        let backups = Machine::backups_of(path);
        let store = Store::open(path, Access::Write, &backups, machine.places()?)?;
        Self::start(machine, store, officer)
    }

    fn start(machine: &Machine, mut store: Store, officer: &str) -> Result<Self> {
        let (path, book) = (store.path().to_owned(), store.book()?);
        let mut ids = machine.ids();
        store.claim(machine.remembered(&path, book), &mut ids, machine.now())?;
        machine.remember(&path, book, store.memory()?)?;
        let register = Register::new(store, ids, officer.to_owned())?;
        Ok(Self { machine: machine.clone(), register, path, book, changed_since: None })
    }

    /// The register, for reading.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The machine it is open on.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// Carries a command out now.
    pub fn run(&mut self, command: &Command) -> Result<Outcome> {
        let now = self.machine.now();
        let outcome = self.register.run(command, now)?;
        self.wrote(now)?;
        Ok(outcome)
    }

    /// Takes the last operation back.
    pub fn undo(&mut self) -> Result<Taken> {
        let now = self.machine.now();
        let taken = self.register.undo(now)?;
        self.wrote(now)?;
        Ok(taken)
    }

    /// Does the operation again that was taken back last.
    pub fn redo(&mut self) -> Result<Taken> {
        let now = self.machine.now();
        let taken = self.register.redo(now)?;
        self.wrote(now)?;
        Ok(taken)
    }

    /// Lets `work` write into the register and notes that it did.
    pub(super) fn write<T>(&mut self, work: impl FnOnce(&mut Register, i64) -> Result<T>) -> Result<T> {
        let now = self.machine.now();
        let value = work(&mut self.register, now)?;
        self.wrote(now)?;
        Ok(value)
    }

    fn wrote(&mut self, now: i64) -> Result<()> {
        self.changed_since.get_or_insert(now);
        self.machine.remember(&self.path, self.book, self.register.store().memory()?)
    }

    /// Makes a copy when changes have waited for half an hour; call it now and then.
    pub fn back_up_in_time(&mut self) -> Result<Option<BackupCopy>> {
        match self.changed_since {
            Some(since) if self.machine.now() - since >= BACKUP_AFTER => self.back_up().map(Some),
            _ => Ok(None),
        }
    }

    /// Makes a copy now.
    pub fn back_up(&mut self) -> Result<BackupCopy> {
        let folder = Machine::backups_of(&self.path);
        let copy = self.register.store().back_up(&folder, self.machine.office_time())?;
        self.changed_since = None;
        Ok(copy)
    }

    /// Makes a copy if anything changed, and lets the data file go.
    pub fn close(mut self) -> Result<Option<BackupCopy>> {
        let copy = if self.changed_since.is_some() { Some(self.back_up()?) } else { None };
        self.register.into_store().close()?;
        Ok(copy)
    }

    /// Moves this session's clock, for tests of what happens in time.
    pub fn set_machine(&mut self, machine: Machine) {
        self.machine = machine;
    }
}
