//! The command line: for offices that script, and for tests. Reads arguments, calls `runtime` and `ops`,
//! prints results to standard output and everything else to standard error.
//!
//! Exit codes: 0 done, 1 failed, 2 used wrongly.

mod arguments;
mod commands;

use std::ffi::OsString;
use std::io::Write;

use crate::error::{Error, ErrorKind};
use crate::i18n::{Language, Message};
use crate::runtime::Machine;

/// Where the program writes.
pub struct Console<'c> {
    /// Results.
    pub output: &'c mut dyn Write,
    /// Errors, warnings, progress.
    pub notes: &'c mut dyn Write,
    /// Whether somebody watches the notes.
    pub watched: bool,
    /// The language of everything that is said.
    pub language: Language,
    /// A result could not be written.
    broken: bool,
}

impl<'c> Console<'c> {
    /// A console that speaks Vietnamese until told otherwise.
    pub fn new(output: &'c mut dyn Write, notes: &'c mut dyn Write, watched: bool) -> Self {
        Self { output, notes, watched, language: Language::Vi, broken: false }
    }

    /// Prints a result.
    fn say(&mut self, message: &Message) {
        self.line(&message.text(self.language));
    }

    /// Prints a line of a result. A closed pipe (`| head`) is no error.
    fn line(&mut self, line: &str) {
        let written = writeln!(self.output, "{line}").and_then(|()| self.output.flush());
        self.broken |= written.is_err_and(|error| error.kind() != std::io::ErrorKind::BrokenPipe);
    }

    /// Prints a remark.
    fn note(&mut self, message: &Message) {
        let _ = writeln!(self.notes, "{}", message.text(self.language));
    }

    /// Shows how far long work is, on one line that is written over.
    fn progress(&mut self, message: &Message) {
        if self.watched {
            let _ = write!(self.notes, "\r{}", message.text(self.language));
            let _ = self.notes.flush();
        }
    }

    /// Ends the line of progress.
    fn progress_done(&mut self) {
        if self.watched {
            let _ = writeln!(self.notes);
        }
    }

    /// Says what happened, what to do, and every problem by itself.
    fn fail(&mut self, error: &Error) {
        self.note(&error.message());
        if let ErrorKind::Invalid(problems) = error.kind() {
            self.problems(problems);
        }
        self.note(&error.hint());
        if matches!(error.kind(), ErrorKind::Bug(_)) {
            let _ = writeln!(self.notes, "{}", error.details());
        }
    }

    fn problems(&mut self, problems: &[crate::problem::Problem]) {
        for problem in problems {
            let _ = writeln!(self.notes, "  - {}: {}", problem.field, problem.text(self.language));
        }
    }
}

/// Runs the program with its arguments (without its own name); returns the exit code.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    machine: &Machine,
    console: &mut Console<'_>,
) -> u8 {
    let result = arguments::read(arguments, &mut console.language)
        .and_then(|command| commands::run(&command, machine, console))
        .and_then(|()| if console.broken { Err(ErrorKind::Output.into()) } else { Ok(()) });
    match result {
        Ok(()) => 0,
        Err(error) => {
            console.fail(&error);
            if matches!(error.kind(), ErrorKind::Usage(_)) { 2 } else { 1 }
        }
    }
}
