//! What can go wrong, as data: a kind with its values, and the cause below it.
//!
//! Every error has one sentence that says what happened and one that says what to do; the cause is for
//! the log and the folded "Details". Wording stands in `assets/i18n/*/errors.ftl`.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::domain::RecordKind;
use crate::i18n::{Language, Message, message};
use crate::problem::Problem;

/// The result of everything that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// What was being done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileAction {
    /// Reading it.
    Read,
    /// Writing it.
    Write,
    /// Making a folder.
    MakeFolder,
}

/// What a file is that is not one of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignFile {
    /// Nothing in it.
    Empty,
    /// A PDF.
    Pdf,
    /// A zip archive: Word, Excel, a packed folder.
    Zip,
    /// An old Word or Excel file (compound document).
    OldOffice,
    /// A picture.
    Picture,
    /// A database of another program.
    OtherDatabase,
    /// Plain text.
    Text,
    /// A folder.
    Folder,
    /// Something else.
    Unknown,
}

/// The kinds of errors with what belongs to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// A file or folder could not be read or written.
    File(FileAction, PathBuf),
    /// There is no file.
    Missing(PathBuf),
    /// There is a file already.
    AlreadyThere(PathBuf),
    /// The file is not a data file of this program.
    Foreign(PathBuf, ForeignFile),
    /// The data file is damaged.
    Damaged(PathBuf),
    /// A newer program wrote the data file; it was left untouched.
    TooNew {
        /// The data file.
        path: PathBuf,
        /// Version of the file.
        found: i64,
        /// Highest version this program knows.
        known: i64,
    },
    /// The data file is open in this program already.
    InUse(PathBuf),
    /// Another program holds the data file.
    Locked(PathBuf),
    /// No room on the disk.
    DiskFull(PathBuf),
    /// Values cannot be stored or printed like this.
    Invalid(Vec<Problem>),
    /// A record or document is not there.
    NotFound(Message),
    /// Others refer to the record.
    Referenced {
        /// The kind of the record.
        kind: RecordKind,
        /// What it is called.
        name: String,
        /// The kind of those that refer to it.
        by: RecordKind,
        /// How many.
        count: i64,
    },
    /// The text of this MoU is final and cannot change.
    TextFinal(String),
    /// The number stands on another document.
    NumberTaken(String),
    /// Nothing was done that can be undone.
    NothingToUndo,
    /// Nothing was undone.
    NothingToRedo,
    /// The command line was used wrongly.
    Usage(Message),
    /// A check found faults; they were listed.
    ChecksFailed {
        /// How many.
        count: usize,
        /// The file is damaged, not only something in it to be decided.
        damaged: bool,
    },
    /// The final text of this MoU is missing or no longer what it was.
    PaperChanged(String),
    /// Results could not be written to where they were sent.
    Output,
    /// So many documents could not be printed; each was named.
    NotPrinted(usize),
    /// The window could not be opened.
    NoWindow,
    /// Another program of the system could not do what it was asked.
    System(Message),
    /// A mistake in the program.
    Bug(&'static str),
}

/// An error with its cause.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// An error without a deeper cause.
    pub fn new(kind: ErrorKind) -> Self {
        Self { kind, source: None }
    }

    /// The same error with its cause.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// A file error with its cause; a full disk is named as such.
    pub fn file(action: FileAction, path: &Path, source: std::io::Error) -> Self {
        let kind = match source.kind() {
            std::io::ErrorKind::StorageFull => ErrorKind::DiskFull(path.to_owned()),
            std::io::ErrorKind::NotFound if action == FileAction::Read => ErrorKind::Missing(path.to_owned()),
            _ => ErrorKind::File(action, path.to_owned()),
        };
        Self::new(kind).because(source)
    }

    /// The same error about this file, where the place it came from did not know the file.
    #[must_use]
    pub fn in_file(mut self, file: &Path) -> Self {
        match &mut self.kind {
            ErrorKind::File(_, path)
            | ErrorKind::Damaged(path)
            | ErrorKind::Locked(path)
            | ErrorKind::DiskFull(path)
                if path.as_os_str().is_empty() =>
            {
                file.clone_into(path);
            }
            _ => {}
        }
        self
    }

    /// What kind of error it is.
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// What happened, for the person at the screen: one calm sentence.
    pub fn message(&self) -> Message {
        match &self.kind {
            ErrorKind::File(FileAction::Read, path) => with_path(message("error-read"), path),
            ErrorKind::File(FileAction::Write, path) => with_path(message("error-write"), path),
            ErrorKind::File(FileAction::MakeFolder, path) => with_path(message("error-make-folder"), path),
            ErrorKind::Missing(path) => with_path(message("error-missing"), path),
            ErrorKind::AlreadyThere(path) => with_path(message("error-already-there"), path),
            ErrorKind::Foreign(path, found) => {
                with_path(message("error-foreign"), path).with("what", found.label())
            }
            ErrorKind::Damaged(path) => with_path(message("error-damaged"), path),
            ErrorKind::TooNew { path, found, known } => {
                with_path(message("error-too-new"), path).with("found", *found).with("known", *known)
            }
            ErrorKind::InUse(path) => with_path(message("error-in-use"), path),
            ErrorKind::Locked(path) => with_path(message("error-locked"), path),
            ErrorKind::DiskFull(path) => with_path(message("error-disk-full"), path),
            ErrorKind::Invalid(problems) => message("error-invalid").with("count", problems.len()),
            ErrorKind::NotFound(what) => message("error-not-found").with("what", what.clone()),
            ErrorKind::Referenced { kind, name, by, count } => message("error-referenced")
                .with("name", name.as_str())
                .with("kind", kind.label())
                .with("by", by.label())
                .with("count", *count),
            ErrorKind::TextFinal(number) => message("error-text-final").with("number", number.as_str()),
            ErrorKind::NumberTaken(number) => message("error-number-taken").with("number", number.as_str()),
            ErrorKind::NothingToUndo => message("error-nothing-to-undo"),
            ErrorKind::NothingToRedo => message("error-nothing-to-redo"),
            ErrorKind::Usage(what) | ErrorKind::System(what) => what.clone(),
            ErrorKind::ChecksFailed { count, .. } => message("error-checks-failed").with("count", *count),
            ErrorKind::PaperChanged(number) => message("error-paper-changed").with("number", number.as_str()),
            ErrorKind::Output => message("error-output"),
            ErrorKind::NotPrinted(count) => message("error-not-printed").with("count", *count),
            ErrorKind::NoWindow => message("error-no-window"),
            ErrorKind::Bug(what) => message("error-bug").with("what", *what),
        }
    }

    /// What to do now: one sentence.
    pub fn hint(&self) -> Message {
        match &self.kind {
            ErrorKind::File(FileAction::Read, _) => message("hint-read"),
            ErrorKind::File(..) => message("hint-write"),
            ErrorKind::Missing(_) => message("hint-missing"),
            ErrorKind::AlreadyThere(_) => message("hint-already-there"),
            ErrorKind::Foreign(..) => message("hint-foreign"),
            ErrorKind::Damaged(_) => message("hint-damaged"),
            ErrorKind::TooNew { .. } => message("hint-too-new"),
            ErrorKind::InUse(_) => message("hint-in-use"),
            ErrorKind::Locked(_) => message("hint-locked"),
            ErrorKind::DiskFull(_) => message("hint-disk-full"),
            ErrorKind::Invalid(_) => message("hint-invalid"),
            ErrorKind::NotFound(_) => message("hint-not-found"),
            ErrorKind::Referenced { .. } => message("hint-referenced"),
            ErrorKind::TextFinal(_) => message("hint-text-final"),
            ErrorKind::NumberTaken(_) => message("hint-number-taken"),
            ErrorKind::NothingToUndo | ErrorKind::NothingToRedo => message("hint-nothing-to-undo"),
            ErrorKind::Usage(_) => message("hint-usage"),
            ErrorKind::ChecksFailed { damaged: true, .. } | ErrorKind::PaperChanged(_) => {
                message("hint-checks-failed")
            }
            ErrorKind::ChecksFailed { damaged: false, .. } => message("hint-decide"),
            ErrorKind::Output => message("hint-output"),
            ErrorKind::NotPrinted(_) => message("hint-not-printed"),
            ErrorKind::NoWindow => message("hint-no-window"),
            ErrorKind::System(_) => message("hint-system"),
            ErrorKind::Bug(_) => message("hint-bug"),
        }
    }

    /// The chain of causes, for the log and the folded "Details"; empty when there is none.
    pub fn details(&self) -> String {
        let mut lines = Vec::new();
        let mut cause = self.source.as_deref().map(|source| source as &(dyn std::error::Error + 'static));
        while let Some(error) = cause {
            lines.push(error.to_string());
            cause = error.source();
        }
        lines.join("\n")
    }
}

fn with_path(text: Message, path: &Path) -> Message {
    text.with("path", path.display().to_string())
}

impl ForeignFile {
    /// The word for it.
    pub fn label(self) -> Message {
        match self {
            Self::Empty => message("foreign-empty"),
            Self::Pdf => message("foreign-pdf"),
            Self::Zip => message("foreign-zip"),
            Self::OldOffice => message("foreign-old-office"),
            Self::Picture => message("foreign-picture"),
            Self::OtherDatabase => message("foreign-other-database"),
            Self::Text => message("foreign-text"),
            Self::Folder => message("foreign-folder"),
            Self::Unknown => message("foreign-unknown"),
        }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self::new(kind)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message().text(Language::En))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn std::error::Error + 'static))
    }
}
