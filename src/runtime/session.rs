//! An open register on this machine: commands at the present moment, and copies made in time.

use std::path::{Path, PathBuf};

use super::Machine;
use crate::domain::{AnyId, desk_code};
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
        let store = Store::create(path, &mut Machine::new_ids(), machine.now(), machine.places()?)?;
        // Nobody else can have it yet.
        Self::start(machine, store, officer)
    }

    /// Opens a register for writing.
    pub fn open(machine: &Machine, path: &Path, officer: &str) -> Result<Self> {
        let backups = Machine::backups_of(path);
        let mut store = Store::open(path, Access::Write, &backups, machine.places()?)?;
        let remembered = machine.remembered(path, store.book()?);
        store.claim(remembered, &mut Machine::new_ids(), machine.now())?;
        Self::start(machine, store, officer)
    }

    fn start(machine: &Machine, store: Store, officer: &str) -> Result<Self> {
        let (path, book, memory) = (store.path().to_owned(), store.book()?, store.memory()?);
        machine.remember(&path, book, memory)?;
        let ids = machine.record_ids(store.operations_so_far()?);
        let mut register = Register::new(store, ids, officer.to_owned())?;
        let desk = machine.desk_code(memory.replica);
        register.store_mut().name_replica(&desk)?;
        register.set_desk(desk);
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
        let outcome = self.register.run(command, now).map_err(|error| error.in_file(&self.path))?;
        self.wrote(now);
        Ok(outcome)
    }

    /// Takes the last operation back.
    pub fn undo(&mut self) -> Result<Taken> {
        let now = self.machine.now();
        let taken = self.register.undo(now).map_err(|error| error.in_file(&self.path))?;
        self.wrote(now);
        Ok(taken)
    }

    /// Does the operation again that was taken back last.
    pub fn redo(&mut self) -> Result<Taken> {
        let now = self.machine.now();
        let taken = self.register.redo(now).map_err(|error| error.in_file(&self.path))?;
        self.wrote(now);
        Ok(taken)
    }

    /// Who works from now on.
    pub fn set_officer(&mut self, officer: String) {
        self.register.set_officer(officer);
    }

    /// The code of this laptop: which numbers are kept for it, and where what it writes comes from.
    pub fn desk_code(&self) -> &str {
        self.register.desk()
    }

    /// Gives this laptop another code, now and for later starts.
    pub fn set_desk_code(&mut self, code: &str) -> Result<()> {
        let desk = desk_code(code);
        self.machine.set_desk_code(&desk)?;
        self.register.store_mut().name_replica(&desk)?;
        self.register.set_desk(desk);
        Ok(())
    }

    /// Lets `work` write into the register and notes that it did.
    pub(super) fn write<T>(&mut self, work: impl FnOnce(&mut Register, i64) -> Result<T>) -> Result<T> {
        let now = self.machine.now();
        let value = work(&mut self.register, now).map_err(|error| error.in_file(&self.path))?;
        self.wrote(now);
        Ok(value)
    }

    fn wrote(&mut self, now: i64) {
        self.changed_since.get_or_insert(now);
        // What was saved is saved: a memory that cannot be written must not make the officer save again. An
        // older memory is still true; without one the next start writes as a new replica.
        let remembered = self.register.store().memory();
        let _ = remembered.and_then(|memory| self.machine.remember(&self.path, self.book, memory));
    }

    /// Makes a copy when changes have waited for half an hour; call it now and then.
    pub fn back_up_in_time(&mut self) -> Result<Option<BackupCopy>> {
        match self.changed_since {
            Some(since) if self.machine.now() - since >= BACKUP_AFTER => self.back_up().map(Some),
            _ => Ok(None),
        }
    }

    /// Makes a copy now, and brings new pictures to the copies.
    pub fn back_up(&mut self) -> Result<BackupCopy> {
        let folder = Machine::backups_of(&self.path);
        let store = self.register.store();
        let copy = store.back_up(&folder, self.machine.office_time())?;
        store.thin_out_copies(&folder, &copy.path)?;
        self.changed_since = None;
        store.back_up_pictures(&folder)?;
        Ok(copy)
    }

    /// Makes a copy if anything changed, and lets the data file go.
    pub fn close(mut self) -> Result<Option<BackupCopy>> {
        let copy = if self.changed_since.is_some() { self.back_up().map(Some) } else { Ok(None) };
        // A copy that failed is told; the register is let go in order all the same.
        self.close_without_copy()?;
        copy
    }

    /// Lets the data file go, for a register that is still being made.
    pub fn close_without_copy(self) -> Result<()> {
        self.register.into_store().close()
    }

    /// Moves this session's clock, for tests of what happens in time.
    pub fn set_machine(&mut self, machine: Machine) {
        self.machine = machine;
    }
}
