//! The sample book with its papers.

use super::{Session, freeze};
use crate::documents::Engine;
use crate::documents::mou::records;
use crate::documents::mou::template::Template;
use crate::domain::MouState;
use crate::error::{Error, ErrorKind, Result};
use crate::ops::{Command, SampleClauses};

/// Fills a new register with the sample book, and beside it with as many further artisans as asked.
///
/// `progress` is told how many of the further artisans are done.
pub fn make_sample_book(
    session: &mut Session,
    artisans: usize,
    progress: &mut dyn FnMut(usize),
) -> Result<()> {
    let template = Template::built_in().first().ok_or(ErrorKind::Bug("there is no template"))?;
    let clauses = SampleClauses {
        template: template.id.clone(),
        template_version: i64::from(template.version),
        clauses: records::clause_trees(template),
    };
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
