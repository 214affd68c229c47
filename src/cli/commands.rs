//! What each command does.

use std::path::Path;

use super::Console;
use super::arguments::{Command, MouChoice};
use crate::documents::mou::data::PrintLanguage;
use crate::domain::{Id, Mou};
use crate::error::{ErrorKind, Result};
use crate::i18n::message;
use crate::ops::mous_in_order;
use crate::runtime::{Machine, PaperQueue, make_sample_file, print_many};
use crate::store::{Access, SearchQuery, Store};

/// Carries a command out.
pub(super) fn run(command: &Command, machine: &Machine, console: &mut Console<'_>) -> Result<()> {
    let file = match command {
        #[cfg(feature = "gui")]
        Command::Window(_) => machine.home(),
        Command::Sample | Command::Help | Command::Version => machine.home(),
        Command::Demo { data, .. }
        | Command::Mou { data, .. }
        | Command::Search { data, .. }
        | Command::Check { data }
        | Command::Backup { data, .. }
        | Command::Restore { data, .. } => data,
    };
    carry_out(command, machine, console).map_err(|error| error.in_file(file))
}

fn carry_out(command: &Command, machine: &Machine, console: &mut Console<'_>) -> Result<()> {
    match command {
        #[cfg(feature = "gui")]
        Command::Window(opening) => crate::ui::run(machine, opening),
        Command::Sample => sample(machine, console),
        Command::Help => {
            console.say(&message("help").with("version", env!("CARGO_PKG_VERSION")));
            Ok(())
        }
        Command::Version => {
            console.line(concat!("so-lang-nghe ", env!("CARGO_PKG_VERSION")));
            Ok(())
        }
        Command::Demo { data, scale } => demo(machine, console, data, *scale),
        Command::Mou { data, choice, language, out } => mou(machine, console, data, choice, *language, out),
        Command::Search { data, query, limit } => search(machine, console, data, query, *limit),
        Command::Check { data } => check(machine, console, data),
        Command::Backup { data, folder } => backup(machine, console, data, folder.as_deref()),
        Command::Restore { data, copy } => restore(machine, console, data, copy),
    }
}

/// The sample book in the program's folder, made once, and its MoUs as PDF beside it.
fn sample(machine: &Machine, console: &mut Console<'_>) -> Result<()> {
    let data = machine.home().join(format!("so-mau.{}", Store::EXTENSION));
    if !data.exists() {
        demo(machine, console, &data, 0)?;
    }
    let out = machine.home().join("ban-in-mau");
    mou(machine, console, &data, &MouChoice::All, None, &out)?;
    console.say(&message("cli-more"));
    Ok(())
}

/// Makes the sample book and says what is in it.
fn demo(machine: &Machine, console: &mut Console<'_>, data: &Path, scale: usize) -> Result<()> {
    if data.exists() {
        return Err(ErrorKind::AlreadyThere(data.to_owned()).into());
    }
    let made = make_sample_file(machine, data, scale, &mut |done| {
        console.progress(&message("cli-demo-progress").with("done", done).with("all", scale));
    });
    if scale > 0 {
        console.progress_done();
    }
    let counts = made?;
    console.say(&message("cli-demo-made").with("path", data.display().to_string()));
    for (kind, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        console.say(&message("cli-count").with("kind", kind.label()).with("count", count));
    }
    Ok(())
}

fn open(machine: &Machine, data: &Path) -> Result<Store> {
    Store::open(data, Access::Read, &Machine::backups_of(data), machine.places()?)
}

fn mou(
    machine: &Machine,
    console: &mut Console<'_>,
    data: &Path,
    choice: &MouChoice,
    language: Option<PrintLanguage>,
    out: &Path,
) -> Result<()> {
    let store = open(machine, data)?;
    let mous = chosen(&store, choice)?;
    let queue = PaperQueue { mous: &mous, language, folder: out };
    let (mut done, mut failed) = (0, 0);
    let mut lines = Vec::new();
    let all = print_many(&store, &queue, &mut |(path, result)| {
        done += 1;
        console.progress(&message("cli-mou-progress").with("done", done).with("all", mous.len()));
        lines.push((path, result));
    });
    console.progress_done();
    lines.sort_by(|left, right| left.0.cmp(&right.0));
    for (path, result) in lines {
        match result {
            Ok(problems) => {
                console.line(&path.display().to_string());
                if !problems.is_empty() {
                    console.note(&message("cli-mou-draft").with("path", path.display().to_string()));
                    console.problems(&problems);
                }
            }
            Err(error) => {
                failed += 1;
                console.note(&message("cli-mou-failed").with("path", path.display().to_string()));
                console.fail(&error);
            }
        }
    }
    all?;
    if failed > 0 {
        return Err(ErrorKind::NotPrinted(failed).into());
    }
    console.say(&message("cli-mou-made").with("count", done).with("path", out.display().to_string()));
    Ok(())
}

/// The MoUs asked for: with this whole number, or whose number begins with these parts ("05/2026").
fn chosen(store: &Store, choice: &MouChoice) -> Result<Vec<Id<Mou>>> {
    let rows = store.rows();
    let all = mous_in_order(&rows)?;
    let MouChoice::Number(number) = choice else { return Ok(all) };
    let wanted = number.trim();
    let mut begins = Vec::new();
    let mut exact = Vec::new();
    for id in all {
        let text = rows.get(id)?.record.number;
        if text == wanted {
            exact.push(id);
        } else if text.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('/')) {
            begins.push(id);
        }
    }
    let found = if exact.is_empty() { begins } else { exact };
    if found.is_empty() {
        return Err(ErrorKind::NotFound(message("cli-mou-number").with("number", wanted)).into());
    }
    Ok(found)
}

fn search(
    machine: &Machine,
    console: &mut Console<'_>,
    data: &Path,
    query: &str,
    limit: usize,
) -> Result<()> {
    let mut store = open(machine, data)?;
    let hits = store.search(SearchQuery { text: query, kinds: &[], limit })?;
    if hits.is_empty() {
        console.note(&message("cli-search-nothing").with("query", query));
    }
    for hit in hits {
        let kind = hit.kind.label().text(console.language);
        console.line(&format!("{kind}\t{}\t{}", hit.name, hit.place));
    }
    Ok(())
}

fn check(machine: &Machine, console: &mut Console<'_>, data: &Path) -> Result<()> {
    let store = open(machine, data)?;
    let faults = store.faults()?;
    if faults.is_empty() {
        console.say(&message("cli-check-sound").with("path", data.display().to_string()));
        return Ok(());
    }
    for fault in &faults {
        console.say(&fault.message);
    }
    let damaged = faults.iter().any(|fault| fault.damaged);
    Err(ErrorKind::ChecksFailed { count: faults.len(), damaged }.into())
}

fn backup(machine: &Machine, console: &mut Console<'_>, data: &Path, folder: Option<&Path>) -> Result<()> {
    let store = open(machine, data)?;
    let own = Machine::backups_of(data);
    let copy = store.back_up(folder.unwrap_or(&own), machine.office_time())?;
    store.back_up_pictures(folder.unwrap_or(&own))?;
    if folder.is_none() {
        store.thin_out_copies(&own, &copy.path)?;
    }
    console.say(&message("cli-backup-made").with("path", copy.path.display().to_string()));
    Ok(())
}

fn restore(machine: &Machine, console: &mut Console<'_>, data: &Path, copy: &Path) -> Result<()> {
    let now = (machine.office_time(), machine.now());
    let kept = Store::restore(data, copy, &Machine::backups_of(data), &mut Machine::new_ids(), now)?;
    console.say(&message("cli-restored").with("path", data.display().to_string()));
    if let Some(kept) = kept {
        console.say(&message("cli-restore-kept").with("path", kept.display().to_string()));
    }
    Ok(())
}
