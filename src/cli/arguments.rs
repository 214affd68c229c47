//! What was typed, as data.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

use crate::documents::mou::data::PrintLanguage;
use crate::error::{ErrorKind, Result};
use crate::i18n::{Language, Message, message};

/// What the program is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// No arguments: make the sample book and print its MoUs.
    Sample,
    /// Explain the commands.
    Help,
    /// Name the version.
    Version,
    /// Make the sample book.
    Demo {
        /// The new data file.
        data: PathBuf,
        /// Further artisans.
        scale: usize,
    },
    /// Print MoUs.
    Mou {
        /// The data file.
        data: PathBuf,
        /// Which.
        choice: MouChoice,
        /// In which language; `None` takes each MoU's own.
        language: Option<PrintLanguage>,
        /// Where to.
        out: PathBuf,
    },
    /// Find records.
    Search {
        /// The data file.
        data: PathBuf,
        /// What was typed.
        query: String,
        /// At most this many.
        limit: usize,
    },
    /// Look for faults.
    Check {
        /// The data file.
        data: PathBuf,
    },
    /// Make a copy.
    Backup {
        /// The data file.
        data: PathBuf,
        /// The folder; `None` takes the usual one.
        folder: Option<PathBuf>,
    },
    /// Put a copy back.
    Restore {
        /// The data file.
        data: PathBuf,
        /// The copy.
        copy: PathBuf,
    },
}

/// Which MoUs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum MouChoice {
    /// All outside the trash.
    All,
    /// Those with this number.
    Number(String),
}

/// How many hits are shown when nothing is said.
const USUAL_LIMIT: usize = 20;

/// Everything that can be given, before it is known whether it fits the command.
#[derive(Default)]
struct Given {
    words: Vec<String>,
    data: Option<PathBuf>,
    out: Option<PathBuf>,
    to: Option<PathBuf>,
    from: Option<PathBuf>,
    number: Option<String>,
    language: Option<PrintLanguage>,
    scale: Option<usize>,
    limit: Option<usize>,
    all: bool,
    help: bool,
    version: bool,
    /// Names of the options in the order given.
    options: Vec<String>,
}

/// Reads the arguments. The language of the program is set as soon as it is known, so that errors speak it.
pub(super) fn read(
    arguments: impl IntoIterator<Item = OsString>,
    language: &mut Language,
) -> Result<Command> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    for pair in arguments.windows(2) {
        if let [option, value] = pair
            && option == "--ui-language"
            && let Some(known) = value.to_str().and_then(Language::from_code)
        {
            *language = known;
        }
    }
    let given = Given::read(arguments).map_err(|error| match error {
        Misread::Ours(message) => ErrorKind::Usage(message),
        Misread::Lexopt(error) => ErrorKind::Usage(said(&error)),
    })?;
    Ok(given.command().map_err(ErrorKind::Usage)?)
}

enum Misread {
    Ours(Message),
    Lexopt(lexopt::Error),
}

impl From<lexopt::Error> for Misread {
    fn from(error: lexopt::Error) -> Self {
        Self::Lexopt(error)
    }
}

/// The library's complaint in our words.
fn said(error: &lexopt::Error) -> Message {
    match error {
        lexopt::Error::MissingValue { option } => {
            message("usage-missing-value").with("option", option.clone().unwrap_or_default())
        }
        lexopt::Error::UnexpectedOption(option) => {
            message("usage-unknown-option").with("option", option.as_str())
        }
        lexopt::Error::ParsingFailed { value, .. } => {
            message("usage-not-a-number").with("value", value.as_str())
        }
        other => message("usage-other").with("details", other.to_string()),
    }
}

impl Given {
    fn read(arguments: Vec<OsString>) -> std::result::Result<Self, Misread> {
        let mut given = Self::default();
        let mut parser = lexopt::Parser::from_args(arguments);
        while let Some(argument) = parser.next()? {
            match &argument {
                Long(name) => given.options.push((*name).to_owned()),
                Short(_) | Value(_) => {}
            }
            match argument {
                Long("help") | Short('h') => given.help = true,
                Long("version") | Short('V') => given.version = true,
                Long("all") => given.all = true,
                Long("data") => given.data = Some(parser.value()?.into()),
                Long("out") => given.out = Some(parser.value()?.into()),
                Long("to") => given.to = Some(parser.value()?.into()),
                Long("from") => given.from = Some(parser.value()?.into()),
                Long("number") => given.number = Some(parser.value()?.string()?),
                Long("scale") => given.scale = Some(parser.value()?.parse()?),
                Long("limit") => given.limit = Some(parser.value()?.parse()?),
                Long("language") => given.language = Some(print_language(&parser.value()?.string()?)?),
                Long("ui-language") => {
                    let code = parser.value()?.string()?;
                    if Language::from_code(&code).is_none() {
                        return Err(Misread::Ours(message("usage-ui-language").with("value", code)));
                    }
                }
                Value(word) => given.words.push(word.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(given)
    }

    fn command(self) -> std::result::Result<Command, Message> {
        if self.help || self.words.first().is_some_and(|word| word == "help") {
            return Ok(Command::Help);
        }
        if self.version {
            return Ok(Command::Version);
        }
        let Some(name) = self.words.first().cloned() else {
            self.allows("", &[], 0)?;
            return Ok(Command::Sample);
        };
        match name.as_str() {
            "demo" => {
                self.allows(&name, &["data", "scale"], 0)?;
                Ok(Command::Demo { data: needed(self.data, "--data")?, scale: self.scale.unwrap_or(0) })
            }
            "mou" => {
                self.allows(&name, &["data", "number", "all", "language", "out"], 0)?;
                let choice = match (self.all, self.number) {
                    (true, None) => MouChoice::All,
                    (false, Some(number)) => MouChoice::Number(number),
                    _ => return Err(message("usage-number-or-all")),
                };
                Ok(Command::Mou {
                    data: needed(self.data, "--data")?,
                    choice,
                    language: self.language,
                    out: needed(self.out, "--out")?,
                })
            }
            "search" => {
                self.allows(&name, &["data", "limit"], usize::MAX)?;
                let query = self.words.get(1..).unwrap_or_default().join(" ");
                if query.trim().is_empty() {
                    return Err(message("usage-no-query"));
                }
                let limit = self.limit.unwrap_or(USUAL_LIMIT);
                Ok(Command::Search { data: needed(self.data, "--data")?, query, limit })
            }
            "check" => {
                self.allows(&name, &["data"], 0)?;
                Ok(Command::Check { data: needed(self.data, "--data")? })
            }
            "backup" => {
                self.allows(&name, &["data", "to"], 0)?;
                Ok(Command::Backup { data: needed(self.data, "--data")?, folder: self.to })
            }
            "restore" => {
                self.allows(&name, &["data", "from"], 0)?;
                Ok(Command::Restore {
                    data: needed(self.data, "--data")?,
                    copy: needed(self.from, "--from")?,
                })
            }
            _ => Err(message("usage-unknown-command").with("command", name)),
        }
    }

    /// Refuses options and words that the command does not take, instead of ignoring them.
    fn allows(&self, command: &str, options: &[&str], words: usize) -> std::result::Result<(), Message> {
        let stranger = self
            .options
            .iter()
            .find(|option| *option != "ui-language" && !options.contains(&option.as_str()));
        if let Some(option) = stranger {
            return Err(message("usage-option-not-here")
                .with("option", format!("--{option}"))
                .with("command", command));
        }
        match self.words.get(1) {
            Some(word) if words == 0 => Err(message("usage-surplus").with("word", word.as_str())),
            _ => Ok(()),
        }
    }
}

fn needed(value: Option<PathBuf>, option: &str) -> std::result::Result<PathBuf, Message> {
    value.ok_or_else(|| message("usage-needed").with("option", option))
}

fn print_language(code: &str) -> std::result::Result<PrintLanguage, Misread> {
    match code {
        "vi" => Ok(PrintLanguage::Vi),
        "en" => Ok(PrintLanguage::En),
        "vi-en" => Ok(PrintLanguage::ViEn),
        _ => Err(Misread::Ours(message("usage-language").with("value", code))),
    }
}
