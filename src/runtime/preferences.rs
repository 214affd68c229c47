//! What the program remembers between starts: how it looks, who works with it, which files were open, and
//! what was being typed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Machine;
use crate::documents::badges::BadgeSize;
use crate::error::{Error, ErrorKind, FileAction, Result};
use crate::i18n::Language;
use crate::store::{sha256, write_whole};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Look {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How close things stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    /// Room to aim with a mouse.
    #[default]
    Comfortable,
    /// More lines on the screen.
    Compact,
}

/// What draws the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RendererChoice {
    /// Whatever starts.
    #[default]
    Auto,
    /// OpenGL.
    Glow,
    /// Vulkan, Direct3D or Metal, where it is compiled in.
    Wgpu,
}

impl RendererChoice {
    /// Its name on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Glow => "glow",
            Self::Wgpu => "wgpu",
        }
    }
}

/// How an officer arranged a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableLayout {
    /// Columns that are not shown.
    pub hidden: Vec<String>,
    /// Columns in the order they are shown; those that are not named follow.
    pub order: Vec<String>,
    /// Widths in points by column.
    pub widths: BTreeMap<String, f32>,
    /// Shown as cards instead.
    pub cards: bool,
}

/// What is remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Language of the program; `None` before the first start.
    pub language: Option<Language>,
    /// Light or dark.
    pub look: Look,
    /// Size of all text, in percent: 80 to 175.
    pub text_percent: u16,
    /// How close things stand.
    pub density: Density,
    /// Who works here; stands in the history of every change.
    pub officer: String,
    /// Data files, the last one first.
    pub recent: Vec<PathBuf>,
    /// Tables by name.
    pub tables: BTreeMap<String, TableLayout>,
    /// What draws the window.
    pub renderer: RendererChoice,
    /// The check-in desk this laptop stands at: "Bàn 2".
    pub desk: String,
    /// Where everything of a ceremony was saved last.
    pub pack: Option<SavedPack>,
    /// The size of badges this laptop prints.
    pub badges: BadgeSize,
}

/// A folder with everything of a ceremony, as it was saved from this machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedPack {
    /// The id of the conference in hexadecimal; empty for MoUs of none.
    pub conference: String,
    /// The folder.
    pub folder: PathBuf,
    /// How many MoUs lie in it.
    pub mous: usize,
    /// When it was saved, milliseconds since 1970 in UTC.
    pub at: i64,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: None,
            look: Look::default(),
            text_percent: 100,
            density: Density::default(),
            officer: String::new(),
            recent: Vec::new(),
            tables: BTreeMap::new(),
            renderer: RendererChoice::default(),
            desk: String::new(),
            pack: None,
            badges: BadgeSize::default(),
        }
    }
}

/// How many files are remembered.
const RECENT: usize = 8;

impl Preferences {
    /// The smallest and largest size of text, in percent.
    pub const TEXT_RANGE: (u16, u16) = (80, 175);

    /// What this machine remembers; a file that cannot be read is as good as none.
    pub fn load(machine: &Machine) -> Self {
        let text = fs::read_to_string(file(machine)).unwrap_or_default();
        let mut preferences: Self = serde_json::from_str(&text).unwrap_or_default();
        let (low, high) = Self::TEXT_RANGE;
        preferences.text_percent = preferences.text_percent.clamp(low, high);
        preferences
    }

    /// Remembers.
    pub fn save(&self, machine: &Machine) -> Result<()> {
        let json = serde_json::to_string_pretty(self).map_err(|error| {
            Error::new(ErrorKind::Bug("the preferences cannot be written")).because(error)
        })?;
        make_folder(machine.home())?;
        write_whole(&file(machine), json.as_bytes())
    }

    /// Puts a file first among the recent ones.
    pub fn opened(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }
}

fn file(machine: &Machine) -> PathBuf {
    machine.home().join("preferences.json")
}

fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| Error::file(FileAction::MakeFolder, folder, error))
}

/// A form that was being filled in when the program ended, on its own or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Which form, and for which record: `village`, `village 0193…`.
    pub form: String,
    /// What to call it when asking whether to go on.
    pub name: String,
    /// When it was last typed into, milliseconds since 1970 in UTC.
    pub at: i64,
    /// What was typed, by field.
    pub fields: BTreeMap<String, String>,
}

impl Draft {
    /// The drafts of a data file, the newest first.
    pub fn all(machine: &Machine, data: &Path) -> Vec<Self> {
        let Ok(entries) = fs::read_dir(folder(machine, data)) else { return Vec::new() };
        let texts = entries.flatten().filter_map(|entry| fs::read_to_string(entry.path()).ok());
        let mut drafts: Vec<Self> = texts.filter_map(|text| serde_json::from_str(&text).ok()).collect();
        drafts.sort_by_key(|draft| std::cmp::Reverse(draft.at));
        drafts
    }

    /// Keeps the draft, over what was kept of the same form before.
    pub fn keep(&self, machine: &Machine, data: &Path) -> Result<()> {
        let json = serde_json::to_string(self)
            .map_err(|error| Error::new(ErrorKind::Bug("a draft cannot be written")).because(error))?;
        make_folder(&folder(machine, data))?;
        write_whole(&draft_file(machine, data, &self.form), json.as_bytes())
    }

    /// Lets the draft of a form go.
    pub fn drop(machine: &Machine, data: &Path, form: &str) {
        // A draft that stays is asked about once more; nothing is lost.
        let _ = fs::remove_file(draft_file(machine, data, form));
    }
}

/// Drafts belong to a place: a copy of the file elsewhere has its own.
fn folder(machine: &Machine, data: &Path) -> PathBuf {
    let place = fs::canonicalize(data).unwrap_or_else(|_| data.to_owned());
    machine.home().join("drafts").join(sha256(place.display().to_string().as_bytes()))
}

fn draft_file(machine: &Machine, data: &Path, form: &str) -> PathBuf {
    folder(machine, data).join(format!("{}.json", sha256(form.as_bytes())))
}
