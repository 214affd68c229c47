//! Two records that are the same become one: fields as an officer chose them, links and pictures follow the
//! kept record, the other goes to the trash. One operation, so that undo parts them again.

use super::{AnyRecord, Outcome, records};
use crate::domain::{AnyId, Artisan, Cell, DistinctPair, Id, Person, RecordKind};
use crate::error::{ErrorKind, Result};
use crate::store::Writer;

/// Makes one record of two.
pub(super) fn merge(
    writer: &mut Writer<'_>,
    keep: AnyId,
    lose: AnyId,
    chosen: &AnyRecord,
) -> Result<Outcome> {
    let kind = chosen.kind();
    if keep == lose {
        return Err(ErrorKind::Bug("a record cannot be merged with itself").into());
    }
    if writer.rows().is_deleted(kind, lose)? != Some(false) {
        return Err(ErrorKind::NotFound(kind.label()).into());
    }
    let outcome = records::change(writer, keep, chosen)?;
    if kind == RecordKind::Person {
        merge_artisans(writer, Id::from_any(keep), Id::from_any(lose))?;
    }
    writer.repoint(kind, lose, keep)?;
    writer.set_deleted(kind, lose, true)?;
    Ok(Outcome { id: Some(keep), ..outcome })
}

/// A person has one craft side: that of the kept person, with what only the other knew.
fn merge_artisans(writer: &mut Writer<'_>, keep: Id<Person>, lose: Id<Person>) -> Result<()> {
    let kept = writer.rows().children::<Artisan>("person", keep.any())?;
    let Some(kept) = kept.into_iter().next() else { return Ok(()) };
    for other in writer.rows().children::<Artisan>("person", lose.any())? {
        let before: AnyRecord = writer.rows().get(kept.id)?.record.into();
        let empty: AnyRecord = Artisan::default().into();
        let cells = before.cells().into_iter().zip(AnyRecord::from(other.record).cells()).zip(empty.cells());
        let filled: Vec<Cell> =
            cells.map(|((mine, other), empty)| if mine == empty { other } else { mine }).collect();
        before.with_cells(filled).update(writer, kept.id.any())?;
        writer.repoint(RecordKind::Artisan, other.id.any(), kept.id.any())?;
        writer.set_deleted(RecordKind::Artisan, other.id.any(), true)?;
    }
    Ok(())
}

/// Remembers that two records are two, whatever they look like.
pub(super) fn keep_apart(
    writer: &mut Writer<'_>,
    kind: RecordKind,
    one: AnyId,
    two: AnyId,
) -> Result<Outcome> {
    if one == two {
        return Ok(Outcome::default());
    }
    let (first, second) = if one <= two { (one, two) } else { (two, one) };
    // Two desks that find the same write the same record.
    let id = AnyId::from_parts("distinct_pair", &[first, second]);
    if writer.rows().is_deleted(RecordKind::DistinctPair, id)?.is_some() {
        writer.set_deleted(RecordKind::DistinctPair, id, false)?;
    } else {
        let pair = DistinctPair { kind: kind.table().to_owned(), first: first.hex(), second: second.hex() };
        writer.insert(Id::from_any(id), &pair)?;
    }
    Ok(Outcome::default())
}
