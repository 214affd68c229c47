//! What is done for the window beside the register: opening files, asking the system for a path, showing and
//! printing a PDF, keeping what is remembered.

use std::path::{Component, Path, PathBuf, Prefix};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::lane::{Lane, Ticket, Wake};
use super::{Data, Draft, Machine, Preferences, Work, make_sample_file};
use crate::error::{Error, ErrorKind, FileAction, Result};
use crate::i18n::message;
use crate::store::Store;

/// A printer of this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    /// What the system calls it.
    pub name: String,
    /// The one that is taken when none is chosen.
    pub usual: bool,
}

/// A thread for everything that may be slow and is not the register.
pub struct Desk {
    /// Short work: files that are kept.
    keeper: Lane<Machine>,
    /// Long work: opening, printing.
    opener: Lane<Machine>,
    /// Questions of the system to the officer, which wait as long as it takes.
    dialogs: Lane<Machine>,
    machine: Machine,
    work: Work,
    wake: Wake,
}

/// Larger files are no contacts, in bytes.
const MOST_READ: u64 = 10 * 1024 * 1024;

impl Desk {
    /// A desk on this machine.
    pub fn new(machine: &Machine, work: Work, wake: Wake) -> Result<Self> {
        let lane = |name: &str| match work {
            Work::Inline => Ok(Lane::inline(machine.clone())),
            Work::Threads => {
                let own = machine.clone();
                Lane::start(name, move || Ok(own), drop)
            }
        };
        let (keeper, opener, dialogs) = (lane("keeper")?, lane("opener")?, lane("dialogs")?);
        Ok(Self { keeper, opener, dialogs, machine: machine.clone(), work, wake })
    }

    /// The machine.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// Opens a register.
    pub fn open(&self, path: PathBuf, officer: String) -> Ticket<Data> {
        let (work, wake) = (self.work, self.wake.clone());
        self.opener.ask(&self.wake, move |machine| Data::open(machine, &path, &officer, work, wake, false))
    }

    /// Makes a new register.
    pub fn create(&self, path: PathBuf, officer: String) -> Ticket<Data> {
        let (work, wake) = (self.work, self.wake.clone());
        self.opener.ask(&self.wake, move |machine| Data::open(machine, &path, &officer, work, wake, true))
    }

    /// Opens the sample book, which is made first if it is not there yet.
    pub fn open_sample(&self, officer: String) -> Ticket<Data> {
        let (work, wake) = (self.work, self.wake.clone());
        self.opener.ask(&self.wake, move |machine| {
            let path = machine.home().join(format!("so-mau.{}", Store::EXTENSION));
            if !path.exists() {
                make_sample_file(machine, &path, 0, &mut |_| {})?;
            }
            Data::open(machine, &path, &officer, work, wake, false)
        })
    }

    /// Copies a register from a stick or network drive to this machine; the name it has there.
    pub fn copy_here(&self, from: PathBuf) -> Ticket<PathBuf> {
        self.opener.ask(&self.wake, move |machine| {
            let name = from.file_name().unwrap_or_default().to_owned();
            let mut to = machine.home().join(&name);
            let stem = from.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let mut number = 2;
            while to.exists() {
                to = machine.home().join(format!("{stem}-{number}.{}", Store::EXTENSION));
                number += 1;
            }
            std::fs::create_dir_all(machine.home())
                .map_err(|error| Error::file(FileAction::MakeFolder, machine.home(), error))?;
            // As a register of its own, read with what still stands in its log.
            let when = (machine.office_time(), machine.now());
            Store::restore(&to, &from, &Machine::backups_of(&to), &mut Machine::new_ids(), when)?;
            Ok(to)
        })
    }

    /// Asks for a path or several with the system's own dialog; nothing when it was closed or could not open.
    pub fn ask_path<P: Default + Send + 'static>(
        &self,
        dialog: impl FnOnce() -> P + Send + 'static,
    ) -> Ticket<P> {
        match self.work {
            // Tests have nobody to answer.
            Work::Inline => self.dialogs.ask(&self.wake, |_| Ok(P::default())),
            Work::Threads => self.dialogs.ask(&self.wake, move |_| Ok(dialog())),
        }
    }

    /// Puts a copy in the place of a closed register.
    pub fn restore(&self, data: PathBuf, copy: PathBuf) -> Ticket<Option<PathBuf>> {
        self.opener.ask(&self.wake, move |machine| {
            let when = (machine.office_time(), machine.now());
            Store::restore(&data, &copy, &Machine::backups_of(&data), &mut Machine::new_ids(), when)
        })
    }

    /// Remembers how the program looks and what was open.
    pub fn remember(&self, preferences: &Preferences) -> Ticket<()> {
        let preferences = preferences.clone();
        self.keeper.ask(&self.wake, move |machine| preferences.save(machine))
    }

    /// Keeps what is being typed.
    pub fn keep_draft(&self, data: &Path, draft: Draft) -> Ticket<()> {
        let data = data.to_owned();
        self.keeper.ask(&self.wake, move |machine| draft.keep(machine, &data))
    }

    /// Lets the draft of a form go.
    pub fn drop_draft(&self, data: &Path, form: String) -> Ticket<()> {
        let data = data.to_owned();
        self.keeper.ask(&self.wake, move |machine| {
            Draft::drop(machine, &data, &form);
            Ok(())
        })
    }

    /// Writes a PDF to a path.
    pub fn save(&self, path: PathBuf, pdf: Vec<u8>) -> Ticket<PathBuf> {
        self.opener.ask(&self.wake, move |_| {
            super::papers::save_paper(&path, &pdf)?;
            Ok(path)
        })
    }

    /// Reads a file, up to ten megabytes.
    pub fn read(&self, path: PathBuf) -> Ticket<Vec<u8>> {
        self.opener.ask(&self.wake, move |_| {
            let failed = |path: &Path| ErrorKind::File(FileAction::Read, path.to_owned());
            let length =
                std::fs::metadata(&path).map_err(|error| Error::new(failed(&path)).because(error))?.len();
            if length > MOST_READ {
                return Err(failed(&path).into());
            }
            std::fs::read(&path).map_err(|error| Error::new(failed(&path)).because(error))
        })
    }

    /// Opens a file in the system's own program for it.
    pub fn show(&self, path: PathBuf) -> Ticket<()> {
        self.opener.ask(&self.wake, move |machine| {
            let (program, first) = if cfg!(windows) {
                ("explorer", None)
            } else if cfg!(target_os = "macos") {
                ("open", None)
            } else {
                ("xdg-open", None::<&str>)
            };
            start_viewer(Command::new(machine.program(program)).args(first).arg(&path), program)
        })
    }

    /// Whether a file lies on a stick, a network drive or another place that can go away.
    pub fn is_elsewhere(&self, path: &Path) -> bool {
        let place = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if cfg!(windows) {
            // A share, or a drive other than the one the program's own folder is on. Once resolved, a path
            // begins with `\\?\`, so the kind of its beginning is compared, not the text.
            let drive = |path: &Path| match path.components().next() {
                Some(Component::Prefix(prefix)) => match prefix.kind() {
                    Prefix::Disk(letter) | Prefix::VerbatimDisk(letter) => Some(letter.to_ascii_uppercase()),
                    _ => None,
                },
                _ => None,
            };
            let place = drive(&place);
            return place.is_none() || place != drive(self.machine.home());
        }
        let text = place.to_string_lossy();
        ["/media/", "/run/media/", "/mnt/", "/Volumes/", "/run/user/"]
            .iter()
            .any(|root| text.starts_with(root))
    }

    /// Whether there is a screen to open a window on; where that cannot be told, there may be one.
    pub fn has_display() -> bool {
        if cfg!(any(windows, target_os = "macos")) {
            return true;
        }
        ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
            .into_iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
    }

    /// Starts the program once more with these arguments and waits until it ends.
    pub fn start_again(arguments: &[std::ffi::OsString]) -> Result<()> {
        let what = || message("system-program").with("program", "so-lang-nghe");
        let program =
            std::env::current_exe().map_err(|error| Error::new(ErrorKind::System(what())).because(error))?;
        let status = Command::new(program).args(arguments).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => Err(ErrorKind::NoWindow.into()),
            Err(error) => Err(Error::new(ErrorKind::System(what())).because(error)),
        }
    }

    /// Whether this system says which printers it has.
    pub const KNOWS_PRINTERS: bool = cfg!(not(windows));

    /// The printers of this machine; empty where the system does not say.
    pub fn printers(&self) -> Ticket<Vec<Printer>> {
        self.opener.ask(&self.wake, |machine| Ok(printers(machine)))
    }

    /// Sends a PDF to a printer, so many copies.
    pub fn print(&self, path: PathBuf, printer: Option<String>, copies: u32) -> Ticket<()> {
        self.opener.ask(&self.wake, move |machine| {
            if cfg!(windows) {
                // Windows prints through the program that belongs to PDF files.
                // The path stands in the environment: what follows `-Command` would be read as script.
                let script = "Start-Process -FilePath $env:LANGNGHE_PAPER -Verb Print";
                let mut command = Command::new(machine.program("powershell"));
                command.args(["-NoProfile", "-Command", script]).env("LANGNGHE_PAPER", &path);
                for _ in 0..copies.max(1) {
                    start(&mut command, "powershell")?;
                }
                return Ok(());
            }
            let mut command = Command::new(machine.program("lp"));
            command.arg("-n").arg(copies.max(1).to_string());
            if let Some(printer) = printer {
                command.arg("-d").arg(printer);
            }
            start(command.arg("--").arg(&path), "lp")
        })
    }
}

/// So long the system may take to say that it has no program for a file.
const VIEWER_FAILS_WITHIN: Duration = Duration::from_secs(1);

/// Starts the system's own program for a file, which runs as long as the officer looks: neither it nor what it
/// inherits may be waited for, or nothing could be printed meanwhile.
fn start_viewer(command: &mut Command, program: &str) -> Result<()> {
    let failed = || ErrorKind::System(message("system-program").with("program", program));
    let started = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut viewer = started.map_err(|error| Error::new(failed()).because(error))?;
    let step = Duration::from_millis(20);
    let mut waited = Duration::ZERO;
    while waited < VIEWER_FAILS_WITHIN {
        match viewer.try_wait() {
            Ok(Some(status)) if status.success() || cfg!(windows) => return Ok(()),
            Ok(Some(status)) => return Err(Error::new(failed()).because(status.to_string())),
            Ok(None) => thread::sleep(step),
            Err(error) => return Err(Error::new(failed()).because(error)),
        }
        waited += step;
    }
    // The system keeps what is left of a program until somebody asks how it ended.
    let waits = thread::Builder::new().name("viewer".to_owned());
    let waits = waits.spawn(move || viewer.wait());
    waits.map(drop).map_err(|error| Error::new(failed()).because(error))
}

/// Starts a program of the system and waits for it to say whether it could.
fn start(command: &mut Command, program: &str) -> Result<()> {
    let output = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).output();
    let what = || message("system-program").with("program", program);
    match output {
        Ok(output) if output.status.success() || cfg!(windows) => Ok(()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            Err(Error::new(ErrorKind::System(what())).because(said))
        }
        Err(error) => Err(Error::new(ErrorKind::System(what())).because(error)),
    }
}

fn printers(machine: &Machine) -> Vec<Printer> {
    let say = |arguments: &[&str]| -> String {
        let output = Command::new(machine.program("lpstat"))
            .args(arguments)
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .output();
        output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
    };
    if !Desk::KNOWS_PRINTERS {
        return Vec::new();
    }
    let usual = say(&["-d"]);
    let usual = usual.rsplit(": ").next().map(str::trim).unwrap_or_default().to_owned();
    let names = say(&["-e"]);
    names.lines().map(|name| Printer { name: name.to_owned(), usual: name == usual }).collect()
}

#[cfg(all(test, unix))]
mod tests {
    use std::time::Instant;

    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test measures")]
    fn a_viewer_that_stays_open_is_not_waited_for_and_one_that_is_missing_is_told() {
        let begun = Instant::now();
        let shell = |script: &str| start_viewer(Command::new("sh").args(["-c", script]), "sh");
        shell("sleep 5 & exit 0").unwrap();
        shell("sleep 5").unwrap();
        assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
        shell("exit 3").unwrap_err();
        start_viewer(&mut Command::new("no such viewer"), "no such viewer").unwrap_err();
    }
}
