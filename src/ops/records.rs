//! Adding, changing, deleting and tagging records.

use super::related::pictures;
use super::{AnyRecord, Outcome, participation_id};
use crate::domain::{
    AnyId, Artisan, Clean as _, CodeSet, Conference, Id, IdSource, Mou, Organisation, Participation, Person,
    Picture, Position, Product, Record, RecordKind, Village,
};
use crate::error::{ErrorKind, Result};
use crate::i18n::message;
use crate::problem::{self, Problem};
use crate::store::Writer;

/// Adds a record, cleaned and checked.
pub(super) fn add(writer: &mut Writer<'_>, ids: &mut IdSource, record: &AnyRecord) -> Result<Outcome> {
    let record = record.cleaned();
    let warnings = passed(record.problems())?;
    refers_to_nothing_in_the_trash(record.trashed_reference(writer)?)?;
    let id = match &record {
        AnyRecord::Participation(participation) => add_participation(writer, participation)?,
        AnyRecord::Picture(picture) => {
            let Some(picture) = placed(writer, picture)? else { return Ok(Outcome::default()) };
            let id = ids.make_id(writer.at());
            writer.insert(id, &picture)?;
            id.any()
        }
        record => {
            let id = ids.make(writer.at());
            record.insert(writer, id)?;
            id
        }
    };
    Ok(Outcome { id: Some(id), warnings, ..Outcome::default() })
}

/// A picture after the others of its record; the first stands for the record. Nothing for one that is there.
fn placed(writer: &Writer<'_>, picture: &Picture) -> Result<Option<Picture>> {
    let owners = [
        (RecordKind::Village, picture.village.map(|id| id.any())),
        (RecordKind::Artisan, picture.artisan.map(|id| id.any())),
        (RecordKind::Person, picture.person.map(|id| id.any())),
        (RecordKind::Organisation, picture.organisation.map(|id| id.any())),
        (RecordKind::Product, picture.product.map(|id| id.any())),
        (RecordKind::Conference, picture.conference.map(|id| id.any())),
        (RecordKind::Mou, picture.mou.map(|id| id.any())),
        (RecordKind::ProgrammeItem, picture.programme_item.map(|id| id.any())),
    ];
    let owner = owners.into_iter().find_map(|(kind, id)| Some((kind, id?)));
    let Some((kind, id)) = owner else { return Ok(Some(picture.clone())) };
    let known = pictures(writer.rows(), kind, id)?;
    if known.iter().any(|stored| stored.record.sha256 == picture.sha256) {
        return Ok(None);
    }
    let last = known.iter().map(|stored| stored.record.sequence).max().unwrap_or(0);
    Ok(Some(Picture { sequence: last + 1, is_main: known.is_empty(), ..picture.clone() }))
}

/// Adds a participation under the id that follows from conference and person. A second desk that registers
/// the same person adds what it knows and takes nothing away.
fn add_participation(writer: &mut Writer<'_>, added: &Participation) -> Result<AnyId> {
    let (Some(conference), Some(person)) = (added.conference, added.person) else {
        return Err(ErrorKind::Bug("a participation of nobody or nowhere").into());
    };
    let id = participation_id(conference, person);
    let any = id.any();
    match writer.rows().is_deleted(RecordKind::Participation, any)? {
        None => writer.insert(id, added)?,
        Some(true) => {
            writer.set_deleted(RecordKind::Participation, any, false)?;
            let before = writer.rows().get(id)?.record;
            writer.update(id, &before, added)?;
        }
        Some(false) => {
            let before = writer.rows().get(id)?.record;
            let empty = Participation::default().cells();
            let merged = before.cells().into_iter().zip(added.cells()).zip(empty);
            let merged = merged.map(|((old, new), empty)| if new == empty { old } else { new });
            writer.update(id, &before, &Participation::from_cells(merged))?;
        }
    }
    Ok(any)
}

/// Writes a record over the one with this id.
pub(super) fn change(writer: &mut Writer<'_>, id: AnyId, record: &AnyRecord) -> Result<Outcome> {
    let record = record.cleaned();
    let warnings = passed(record.problems())?;
    refers_to_nothing_in_the_trash(record.trashed_reference(writer)?)?;
    if writer.rows().is_deleted(record.kind(), id)? == Some(true) {
        return Err(ErrorKind::NotFound(record.kind().label()).into());
    }
    record.update(writer, id)?;
    Ok(Outcome { id: Some(id), warnings, ..Outcome::default() })
}

/// Adds or changes a person and what the person is, as one operation.
pub(super) fn save_person(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    person: Option<Id<Person>>,
    details: &Person,
    role: Option<AnyId>,
    held: &AnyRecord,
) -> Result<Outcome> {
    let details = details.cleaned();
    let id = person.unwrap_or_else(|| ids.make_id(writer.at()));
    let held: AnyRecord = match held.cleaned() {
        AnyRecord::Artisan(artisan) => Artisan { person: Some(id), ..*artisan }.into(),
        AnyRecord::Position(position) => Position { person: Some(id), ..*position }.into(),
        _ => return Err(ErrorKind::Bug("only artisans and positions are held by a person").into()),
    };
    let mut problems = details.check();
    problems.extend(held.problems());
    let warnings = passed(problems)?;
    if person.is_some() {
        let before = writer.rows().get(id)?.record;
        writer.update(id, &before, &details)?;
    } else {
        writer.insert(id, &details)?;
    }
    let outcome = match role {
        Some(role) => change(writer, role, &held)?,
        None => add(writer, ids, &held)?,
    };
    Ok(Outcome { warnings, ..outcome })
}

/// Numbers pictures in this order; the first is the main one.
pub(super) fn arrange_pictures(writer: &mut Writer<'_>, order: &[Id<Picture>]) -> Result<Outcome> {
    for (id, sequence) in order.iter().zip(1_i64..) {
        let before = writer.rows().get(*id)?.record;
        let after = Picture { sequence, is_main: sequence == 1, ..before.clone() };
        writer.update(*id, &before, &after)?;
    }
    Ok(Outcome::default())
}

/// Refuses a reference to something in the trash.
pub(super) fn refers_to_nothing_in_the_trash(found: Option<(&'static str, RecordKind)>) -> Result<()> {
    match found {
        None => Ok(()),
        Some((column, kind)) => {
            let what = message("check-trashed").with("kind", kind.label());
            Err(ErrorKind::Invalid(vec![Problem::error(column, what)]).into())
        }
    }
}

/// The warnings of a check; an error when something blocks.
pub(super) fn passed(problems: Vec<Problem>) -> Result<Vec<Problem>> {
    if problem::blocks(&problems) { Err(ErrorKind::Invalid(problems).into()) } else { Ok(problems) }
}

/// Puts a record into the trash.
pub(super) fn delete(writer: &mut Writer<'_>, kind: RecordKind, id: AnyId) -> Result<Outcome> {
    edited_by_itself(writer, kind, id)?;
    to_trash(writer, kind, id)
}

/// Puts a record into the trash that nothing refers to.
pub(super) fn to_trash(writer: &mut Writer<'_>, kind: RecordKind, id: AnyId) -> Result<Outcome> {
    if let Some((by, count)) = writer.references(kind, id)? {
        let record = AnyRecord::find(&writer.rows(), kind, id)?;
        let name = record.map(|record| record.name()).unwrap_or_default();
        return Err(ErrorKind::Referenced { kind, name, by, count }.into());
    }
    writer.set_deleted(kind, id, true)?;
    Ok(Outcome { id: Some(id), ..Outcome::default() })
}

/// Takes a record out of the trash.
pub(super) fn restore(writer: &mut Writer<'_>, kind: RecordKind, id: AnyId) -> Result<Outcome> {
    let record = edited_by_itself(writer, kind, id)?;
    refers_to_nothing_in_the_trash(record.trashed_reference(writer)?)?;
    writer.set_deleted(kind, id, false)?;
    Ok(Outcome { id: Some(id), ..Outcome::default() })
}

/// The record, if its kind is edited by itself; parts of a MoU, numbers and papers have commands of their own.
fn edited_by_itself(writer: &Writer<'_>, kind: RecordKind, id: AnyId) -> Result<AnyRecord> {
    let record = AnyRecord::find(&writer.rows(), kind, id)?;
    record.ok_or_else(|| ErrorKind::NotFound(kind.label()).into())
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
            rows: &[i64],
            add: &CodeSet,
            remove: &CodeSet,
        ) -> Result<Outcome> {
            match kind {
                $(RecordKind::$kind => retag_kind::<$kind>(writer, rows, add, remove)?,)*
                _ => return Err(ErrorKind::Bug("this kind of record has no tags").into()),
            }
            Ok(Outcome::default())
        }
    };
}

tagged!(Village, Person, Artisan, Organisation, Product, Conference, Mou);

fn retag_kind<R: Tagged>(
    writer: &mut Writer<'_>,
    rows: &[i64],
    add: &CodeSet,
    remove: &CodeSet,
) -> Result<()> {
    for row in rows {
        let Some(id) = writer.rows().id_at(R::KIND, *row)? else { continue };
        let id = Id::<R>::from_any(id);
        let before = writer.rows().get(id)?.record;
        let mut after = before.clone();
        let tags = after.tags();
        tags.0.extend(add.0.iter().cloned());
        tags.0.retain(|tag| !remove.0.contains(tag));
        writer.update(id, &before, &after)?;
    }
    Ok(())
}
