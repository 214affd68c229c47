//! What was typed, as data.

use std::ffi::OsString;
#[cfg(feature = "gui")]
use std::path::Path;
use std::path::PathBuf;

use lexopt::prelude::*;

use crate::documents::mou::data::PrintLanguage;
use crate::error::{ErrorKind, Result};
use crate::i18n::{Language, Message, message};
#[cfg(feature = "gui")]
use crate::store::Store;

/// What the program is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// Open the window.
    #[cfg(feature = "gui")]
    Window(crate::ui::Opening),
    /// Make the sample book and print its MoUs.
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

/// More hits than anybody reads.
const HIGHEST_LIMIT: usize = 10_000;

/// Four times as many artisans as the largest register that was measured.
const HIGHEST_SCALE: usize = 4_000_000;

/// Everything that can be given, before it is known whether it fits the command.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "one for each option without a value")]
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
    #[cfg(feature = "gui")]
    renderer: Option<crate::runtime::RendererChoice>,
    gallery: bool,
    once: bool,
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
    // Both `--ui-language en` and `--ui-language=en`, before anything can go wrong in the wrong language.
    let texts: Vec<_> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after = texts.iter().skip_while(|text| **text != "--ui-language").nth(1).copied();
    let code = texts.iter().find_map(|text| text.strip_prefix("--ui-language=")).or(after);
    *language = code.and_then(Language::from_code).unwrap_or(*language);
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

#[cfg(feature = "gui")]
fn renderer(code: &str) -> std::result::Result<crate::runtime::RendererChoice, Misread> {
    use crate::runtime::RendererChoice as Choice;
    let known = [Choice::Auto, Choice::Glow, Choice::Wgpu].into_iter().find(|choice| choice.code() == code);
    known.ok_or_else(|| Misread::Ours(message("usage-renderer").with("value", code)))
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
                Long("gallery") => given.gallery = true,
                Long("once") => given.once = true,
                #[cfg(feature = "gui")]
                Long("renderer") => given.renderer = Some(renderer(&parser.value()?.string()?)?),
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
            return self.window();
        };
        match name.as_str() {
            // A register that was double-clicked in the file manager.
            #[cfg(feature = "gui")]
            path if Path::new(path).extension().is_some_and(|ending| ending == Store::EXTENSION) => {
                self.allows("", &["renderer"], 0)?;
                Ok(Command::Window(crate::ui::Opening {
                    data: Some(PathBuf::from(path)),
                    renderer: self.renderer,
                    ..crate::ui::Opening::default()
                }))
            }
            "sample" => {
                self.allows(&name, &[], 0)?;
                Ok(Command::Sample)
            }
            "demo" => {
                self.allows(&name, &["data", "scale"], 0)?;
                Ok(Command::Demo {
                    data: needed(self.data, "--data")?,
                    scale: within(self.scale, 0, "--scale", HIGHEST_SCALE)?,
                })
            }
            "mou" => {
                self.allows(&name, &["data", "number", "all", "language", "out"], 0)?;
                let choice = match (self.all, self.number) {
                    (true, None) => MouChoice::All,
                    (false, Some(number)) if !number.trim().is_empty() => MouChoice::Number(number),
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
                let limit = within(self.limit, USUAL_LIMIT, "--limit", HIGHEST_LIMIT)?;
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

    /// Without a command the window opens; in a build without one, the sample book is made and printed.
    #[cfg(feature = "gui")]
    fn window(self) -> std::result::Result<Command, Message> {
        self.allows("", &["data", "renderer", "gallery", "once"], 0)?;
        let opening = crate::ui::Opening {
            data: self.data,
            renderer: self.renderer,
            gallery: self.gallery,
            once: self.once,
        };
        Ok(Command::Window(opening))
    }

    #[cfg(not(feature = "gui"))]
    fn window(self) -> std::result::Result<Command, Message> {
        self.allows("", &[], 0)?;
        Ok(Command::Sample)
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
    let given = value.filter(|path| !path.as_os_str().is_empty());
    given.ok_or_else(|| message("usage-needed").with("option", option))
}

/// A number between 1 and the highest, or the usual one.
fn within(
    value: Option<usize>,
    usual: usize,
    option: &str,
    highest: usize,
) -> std::result::Result<usize, Message> {
    match value {
        Some(number) if !(1..=highest).contains(&number) => {
            Err(message("usage-range").with("option", option).with("highest", highest))
        }
        other => Ok(other.unwrap_or(usual)),
    }
}

fn print_language(code: &str) -> std::result::Result<PrintLanguage, Misread> {
    match code {
        "vi" => Ok(PrintLanguage::Vi),
        "en" => Ok(PrintLanguage::En),
        "vi-en" => Ok(PrintLanguage::ViEn),
        _ => Err(Misread::Ours(message("usage-language").with("value", code))),
    }
}
