//! The sample book with its papers.

use std::path::Path;

use super::{Machine, Session, freeze};
use crate::documents::Engine;
use crate::documents::mou::records;
use crate::documents::mou::template::Template;
use crate::domain::MouState;
use crate::error::{Error, ErrorKind, Result};
use crate::ops::{Command, SampleClauses};
use crate::store::{Counts, Store};

/// The moment the sample book is made at: the same for everybody, so that its contents are.
/// 2026-11-23 08:00 in Vietnam.
pub const SAMPLE_MOMENT: i64 = 1_795_395_600_000;

/// Makes a data file with the sample book under another name and moves it into its place: half a book helps
/// nobody. Tells how much is in it.
pub fn make_sample_file(
    machine: &Machine,
    path: &Path,
    artisans: usize,
    progress: &mut dyn FnMut(usize),
) -> Result<Counts> {
    let arriving = path.with_extension("tmp");
    Store::discard(&arriving)?;
    let fill = |progress: &mut dyn FnMut(usize)| {
        let mut session = Session::create(&machine.at(SAMPLE_MOMENT), &arriving, "")?;
        let made = make_sample_book(&mut session, artisans, progress);
        let counts = made.and_then(|()| session.register().store().counts());
        session.close_without_copy()?;
        let counts = counts?;
        Store::rename(&arriving, path)?;
        Ok(counts)
    };
    fill(progress).inspect_err(|_: &Error| {
        // Best effort: the error that counts is the first.
        let _ = Store::discard(&arriving);
    })
}

/// Fills a new register with the sample book, and beside it with as many further artisans as asked.
///
/// `progress` is told how many of the further artisans are done.
pub fn make_sample_book(
    session: &mut Session,
    artisans: usize,
    progress: &mut dyn FnMut(usize),
) -> Result<()> {
    let clauses = Template::built_in().iter().map(|template| SampleClauses {
        template: template.id.clone(),
        template_version: i64::from(template.version),
        clauses: records::clause_trees(template),
        details: template.details.clone(),
    });
    let clauses: Vec<_> = clauses.collect();
    let book = session.write(|register, now| register.fill_with_sample(&clauses, artisans, now, progress))?;
    let mut engine = Engine::new()
        .map_err(|error| Error::new(ErrorKind::Bug("the fonts cannot be read")).because(error))?;
    for (mou, states) in book.mous {
        for (state, date) in states {
            if state == MouState::TextFinal {
                freeze(session, &mut engine, mou, date)?;
            } else {
                session.run(&Command::SetMouState { mou, state, date, note: String::new() })?;
            }
        }
    }
    Ok(())
}
