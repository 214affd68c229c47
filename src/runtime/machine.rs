//! Clock, randomness and folders of this machine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::domain::{AnyId, IdSource, desk_code, office_time};
use crate::error::{Error, ErrorKind, FileAction, Result};
use crate::places::Places;
use crate::store::{Memory, sha256, write_whole};

/// Puts everything the program keeps into this folder instead of the user's data folder; for offices that
/// carry the program on a stick, and for tests.
const HOME_VARIABLE: &str = "SO_LANG_NGHE_HOME";

/// The folder's name inside the user's data folder.
const FOLDER: &str = "so-lang-nghe";

/// A list of administrative units that is newer than the program's.
const PLACES_FILE: &str = "don-vi-hanh-chinh.csv";

/// Letters of a code that nobody reads as another letter or digit.
const DESK_LETTERS: [char; 20] =
    ['A', 'B', 'C', 'D', 'E', 'G', 'H', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'X', 'Y'];

/// What the program asks of the machine.
#[derive(Clone, Debug)]
pub struct Machine {
    home: PathBuf,
    clock: Clock,
    /// Where the programs of the system are looked for; nothing where the system looks.
    programs: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug)]
enum Clock {
    /// The wall clock and true randomness.
    Real,
    /// Always this moment, and the same ids of records every time.
    Fixed(i64),
}

impl Machine {
    /// This machine.
    pub fn this() -> Self {
        Self { home: home(), clock: Clock::Real, programs: None }
    }

    /// A machine with its own folder where it is always the same moment (milliseconds since 1970 in UTC), and
    /// no program of the system but those in a folder of its own: for the sample book and for tests.
    pub fn fixed(home: PathBuf, now: i64) -> Self {
        let programs = Some(home.join("programs"));
        Self { home, clock: Clock::Fixed(now), programs }
    }

    /// The same machine at a fixed moment.
    #[must_use]
    pub fn at(&self, now: i64) -> Self {
        Self { clock: Clock::Fixed(now), ..self.clone() }
    }

    /// Now, milliseconds since 1970 in UTC.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn now(&self) -> i64 {
        match self.clock {
            Clock::Real => Timestamp::now().as_millisecond(),
            Clock::Fixed(now) => now,
        }
    }

    /// Now on a clock in Vietnam.
    pub fn office_time(&self) -> DateTime {
        office_time(self.now()).unwrap_or_default()
    }

    /// A source of ids that no other machine has: always for registers and replicas, which must never be
    /// the same twice.
    pub fn new_ids() -> IdSource {
        IdSource::new(*uuid::Uuid::new_v4().as_bytes())
    }

    /// A source of ids for records written after so many operations of a register; at a fixed moment the
    /// same every time.
    pub(super) fn record_ids(&self, after: i64) -> IdSource {
        match self.clock {
            Clock::Real => Self::new_ids(),
            Clock::Fixed(_) => {
                IdSource::new((0x51_u128 << 64 | u128::from(after.unsigned_abs())).to_be_bytes())
            }
        }
    }

    /// The administrative units to go by: a newer list that lies in the program's folder, else the one
    /// that is part of the program.
    pub fn places(&self) -> Result<&'static Places> {
        let built_in = Places::built_in();
        let path = self.home.join(PLACES_FILE);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(built_in),
            Err(error) => return Err(Error::file(FileAction::Read, &path, error)),
        };
        let newer =
            Places::from_bundle(&text).map_err(|problems| Error::new(ErrorKind::Invalid(problems)))?;
        // Read once a start and needed to its end.
        Ok(if newer.date() > built_in.date() { Box::leak(Box::new(newer)) } else { built_in })
    }

    /// A program of the system, such as the one that prints.
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs.as_ref().map_or_else(|| PathBuf::from(name), |folder| folder.join(name))
    }

    /// Where the program keeps its registers.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The code of this laptop among those that work with the same register, such as "A" or "QUẦY-1": it
    /// takes the numbers that are kept for it. Until the office gives it one, two letters of the replica
    /// that first wrote here.
    pub fn desk_code(&self, replica: AnyId) -> String {
        let kept = fs::read_to_string(self.desk_file()).map(|text| desk_code(&text)).unwrap_or_default();
        if !kept.is_empty() {
            return kept;
        }
        let letter = |byte: &u8| DESK_LETTERS.get(usize::from(*byte) % DESK_LETTERS.len());
        let code: String = replica.bytes().iter().rev().take(2).filter_map(letter).collect();
        // Where it cannot be kept, the next start comes to the same letters as long as the replica lives.
        let _ = self.set_desk_code(&code);
        code
    }

    /// Gives this laptop a code.
    pub fn set_desk_code(&self, code: &str) -> Result<()> {
        let file = self.desk_file();
        let folder = file.parent().unwrap_or(&self.home);
        fs::create_dir_all(folder).map_err(|error| Error::file(FileAction::MakeFolder, folder, error))?;
        write_whole(&file, desk_code(code).as_bytes())
    }

    fn desk_file(&self) -> PathBuf {
        self.home.join("machine").join("code.txt")
    }

    /// Where the copies of a data file are kept: beside it, in a folder an officer can find.
    pub fn backups_of(data: &Path) -> PathBuf {
        data.parent().unwrap_or(Path::new(".")).join("sao-luu")
    }

    /// What this machine remembers of having written into a data file.
    pub fn remembered(&self, data: &Path, book: AnyId) -> Option<Memory> {
        let text = fs::read_to_string(self.memory_file(data, book)).ok()?;
        let (replica, sequence) = text.trim().split_once(' ')?;
        Some(Memory { replica: AnyId::from_hex(replica)?, sequence: sequence.parse().ok()? })
    }

    /// Remembers having written into a data file.
    ///
    /// Written without waiting for the disk: after a power cut an older memory only means that a copy put
    /// back by hand within these seconds is not noticed here but when laptops exchange.
    #[expect(
        clippy::disallowed_methods,
        reason = "see above: waiting for the disk at every edit is not worth it"
    )]
    pub fn remember(&self, data: &Path, book: AnyId, memory: Memory) -> Result<()> {
        let file = self.memory_file(data, book);
        let folder = file.parent().unwrap_or(&self.home);
        fs::create_dir_all(folder).map_err(|error| Error::file(FileAction::MakeFolder, folder, error))?;
        let text = format!("{} {}\n", memory.replica.hex(), memory.sequence);
        fs::write(&file, text).map_err(|error| Error::file(FileAction::Write, &file, error))
    }

    /// One file for each data file at each place: a copy elsewhere is another replica.
    fn memory_file(&self, data: &Path, book: AnyId) -> PathBuf {
        let place = fs::canonicalize(data).unwrap_or_else(|_| data.to_owned());
        let key = sha256(format!("{} {}", book.hex(), place.display()).as_bytes());
        self.home.join("machine").join(key)
    }
}

/// The program's folder: the variable, or the place the system has for a user's data.
fn home() -> PathBuf {
    let variable = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(home) = variable(HOME_VARIABLE) {
        return home;
    }
    let data = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library").join("Application Support"))
    } else {
        variable("XDG_DATA_HOME").or_else(|| variable("HOME").map(|home| home.join(".local").join("share")))
    };
    // A system without any such variable still has the folder the program was started in.
    data.unwrap_or_default().join(FOLDER)
}
