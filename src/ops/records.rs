//! Adding, changing, deleting and tagging records.

use super::{AnyRecord, Outcome};
use crate::domain::{
    AnyId, Artisan, CodeSet, Conference, Id, IdSource, Mou, Organisation, Person, Product, Record,
    RecordKind, Village,
};
use crate::error::{ErrorKind, Result};
use crate::problem::{self, Problem};
use crate::store::Writer;

/// Adds a record, cleaned and checked.
pub(super) fn add(writer: &mut Writer<'_>, ids: &mut IdSource, record: &AnyRecord) -> Result<Outcome> {
    let record = record.cleaned();
    let warnings = passed(record.problems())?;
    let id = new_id(&record, ids, writer.at());
    match writer.rows().is_deleted(record.kind(), id)? {
        None => record.insert(writer, id)?,
        // Only an id that follows from others can be there already: the same person at the same conference.
        Some(deleted) => {
            if deleted {
                writer.set_deleted(record.kind(), id, false)?;
            }
            record.update(writer, id)?;
        }
    }
    Ok(Outcome { id: Some(id), warnings, ..Outcome::default() })
}

fn new_id(record: &AnyRecord, ids: &mut IdSource, at: i64) -> AnyId {
    if let AnyRecord::Participation(participation) = record
        && let (Some(conference), Some(person)) = (participation.conference, participation.person)
    {
        return AnyId::from_parts("participation", &[conference.any(), person.any()]);
    }
    ids.make(at)
}

/// Writes a record over the one with this id.
pub(super) fn change(writer: &mut Writer<'_>, id: AnyId, record: &AnyRecord) -> Result<Outcome> {
    let record = record.cleaned();
    let warnings = passed(record.problems())?;
    record.update(writer, id)?;
    Ok(Outcome { id: Some(id), warnings, ..Outcome::default() })
}

/// The warnings of a check; an error when something blocks.
pub(super) fn passed(problems: Vec<Problem>) -> Result<Vec<Problem>> {
    if problem::blocks(&problems) { Err(ErrorKind::Invalid(problems).into()) } else { Ok(problems) }
}

/// Puts a record into the trash.
pub(super) fn delete(writer: &mut Writer<'_>, kind: RecordKind, id: AnyId) -> Result<Outcome> {
    if kind == RecordKind::Mou {
        super::mous::open_text(writer, Id::from_any(id))?;
    }
    if let Some((by, count)) = writer.references(kind, id)? {
        return Err(ErrorKind::Referenced { kind, by, count }.into());
    }
    writer.set_deleted(kind, id, true)?;
    Ok(Outcome { id: Some(id), ..Outcome::default() })
}

/// Takes a record out of the trash.
pub(super) fn restore(writer: &mut Writer<'_>, kind: RecordKind, id: AnyId) -> Result<Outcome> {
    writer.set_deleted(kind, id, false)?;
    Ok(Outcome { id: Some(id), ..Outcome::default() })
}

/// Records that carry tags of the office.
trait Tagged: Record {
    fn tags(&mut self) -> &mut CodeSet;
}

macro_rules! tagged {
    ($($kind:ident),*) => {
        $(impl Tagged for $kind {
            fn tags(&mut self) -> &mut CodeSet {
                &mut self.tags
            }
        })*

        /// Adds and removes tags of many records.
        pub(super) fn retag(
            writer: &mut Writer<'_>,
            kind: RecordKind,
            ids: &[AnyId],
            add: &CodeSet,
            remove: &CodeSet,
        ) -> Result<Outcome> {
            match kind {
                $(RecordKind::$kind => retag_kind::<$kind>(writer, ids, add, remove)?,)*
                _ => return Err(ErrorKind::Bug("this kind of record has no tags").into()),
            }
            Ok(Outcome::default())
        }
    };
}

tagged!(Village, Person, Artisan, Organisation, Product, Conference, Mou);

fn retag_kind<R: Tagged>(
    writer: &mut Writer<'_>,
    ids: &[AnyId],
    add: &CodeSet,
    remove: &CodeSet,
) -> Result<()> {
    for id in ids {
        let id = Id::<R>::from_any(*id);
        let before = writer.rows().get(id)?.record;
        let mut after = before.clone();
        let tags = after.tags();
        tags.0.extend(add.0.iter().cloned());
        tags.0.retain(|tag| !remove.0.contains(tag));
        writer.update(id, &before, &after)?;
    }
    Ok(())
}
