//! Many records at once: the same value in a field of all, one word for another, tags; each one operation, and
//! each told beforehand what it will change.

use super::{AnyRecord, Outcome, Query, records};
use crate::domain::{AnyId, Cell, RecordKind};
use crate::error::{ErrorKind, Result};
use crate::i18n::message;
use crate::problem::Problem;
use crate::store::{Rows, Store, Writer};

/// What is done to many records.
#[derive(Clone, Debug, PartialEq)]
pub enum BulkChange {
    /// These columns get these values; the others stay as they are.
    Set(Vec<(&'static str, Cell)>),
    /// In one column of text every occurrence of `find` becomes `with`, letters and tones as written.
    Replace {
        /// The column.
        column: &'static str,
        /// What is looked for.
        find: String,
        /// What takes its place.
        with: String,
    },
}

impl BulkChange {
    /// The record after the change; nothing when it stays as it is.
    fn applied(&self, record: &AnyRecord) -> Option<AnyRecord> {
        let mut cells = record.cells();
        match self {
            Self::Set(values) => {
                for (column, value) in values {
                    let cell = cell_of(record, &mut cells, column)?;
                    cell.clone_from(value);
                }
            }
            Self::Replace { column, find, with } => {
                let Some(Cell::Text(text)) = cell_of(record, &mut cells, column) else { return None };
                if find.is_empty() || !text.contains(find.as_str()) {
                    return None;
                }
                *text = text.replace(find.as_str(), with);
            }
        }
        let after = record.with_cells(cells).cleaned();
        (after != *record).then_some(after)
    }
}

fn cell_of<'c>(record: &AnyRecord, cells: &'c mut [Cell], column: &str) -> Option<&'c mut Cell> {
    let place = record.columns().iter().position(|name| *name == column)?;
    cells.get_mut(place)
}

/// The records in these local rows; rows that are gone are passed over.
fn found(rows: Rows<'_>, kind: RecordKind, places: &[i64]) -> Result<Vec<(AnyId, AnyRecord)>> {
    let mut all = Vec::with_capacity(places.len());
    for place in places {
        if let Some(id) = rows.id_at(kind, *place)?
            && let Some(record) = AnyRecord::find(&rows, kind, id)?
        {
            all.push((id, record));
        }
    }
    Ok(all)
}

/// Changes records; the first that may not be so stops all, with its name.
pub(super) fn change_rows(
    writer: &mut Writer<'_>,
    kind: RecordKind,
    places: &[i64],
    change: &BulkChange,
) -> Result<Outcome> {
    for (id, record) in found(writer.rows(), kind, places)? {
        let Some(after) = change.applied(&record) else { continue };
        records::change(writer, id, &after).map_err(|error| match error.kind() {
            ErrorKind::Invalid(problems) => {
                let named = problems.iter().map(|problem| {
                    let what = message("bulk-refused")
                        .with("name", record.name())
                        .with("what", problem.message.clone());
                    Problem { message: what, ..problem.clone() }
                });
                ErrorKind::Invalid(named.collect()).into()
            }
            _ => error,
        })?;
    }
    Ok(Outcome::default())
}

/// Asks what a change of many records would do.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkPreview {
    /// The kind.
    pub kind: RecordKind,
    /// Local rows.
    pub rows: Vec<i64>,
    /// What would be done.
    pub change: BulkChange,
}

/// What a change of many records would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BulkEffect {
    /// How many records would be others.
    pub changed: usize,
    /// Name, value before and value after of the first of them.
    pub examples: Vec<(String, String, String)>,
}

/// So many examples are shown.
const EXAMPLES: usize = 50;

impl Query for BulkPreview {
    type Answer = BulkEffect;

    fn reads(&self) -> Vec<RecordKind> {
        vec![self.kind]
    }

    fn answer(&self, store: &mut Store) -> Result<BulkEffect> {
        let mut effect = BulkEffect::default();
        let rows = store.rows();
        for (id, record) in found(rows, self.kind, &self.rows)? {
            let Some(after) = self.change.applied(&record) else { continue };
            effect.changed += 1;
            if effect.examples.len() < EXAMPLES {
                let column = match &self.change {
                    BulkChange::Set(values) => values.first().map(|(column, _)| *column),
                    BulkChange::Replace { column, .. } => Some(*column),
                };
                let value = |record: &AnyRecord| {
                    column.and_then(|column| {
                        cell_of(record, &mut record.cells(), column).map(|cell| shown(cell))
                    })
                };
                let name = super::detail::name_by_id(rows, self.kind, id)?.unwrap_or_default();
                let (before, after) = (value(&record), value(&after));
                effect.examples.push((name, before.unwrap_or_default(), after.unwrap_or_default()));
            }
        }
        Ok(effect)
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Integer(number) => number.to_string(),
        Cell::Null | Cell::Id(_) => String::new(),
    }
}
