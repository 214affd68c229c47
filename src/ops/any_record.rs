//! A record of any kind that an officer edits by itself.

use crate::domain::{
    AnyId, Apprenticeship, Artisan, Booth, BoothDay, BudgetLine, Cell, Certificate, CheckIn, Clean as _,
    CommitteeMember, Conference, ConferenceTask, Contract, DistinctPair, FollowUp, Id, LibraryClause,
    Meeting, MeetingWish, MouTemplate, NumberBlock, NumberSeries, Obligation, Offer, Organisation,
    Participation, Person, Picture, Placement, Position, Preservation, Product, ProgrammeItem, Record,
    RecordKind, Registration, Sales, SavedSearch, Statement, Village,
};
use crate::error::Result;
use crate::problem::Problem;
use crate::store::{Rows, Writer};

macro_rules! any_record {
    ($($kind:ident),*) => {
        /// A record of any kind that is edited by itself; MoUs and what belongs to them have commands of
        /// their own.
        #[derive(Clone, Debug, PartialEq)]
        pub enum AnyRecord {
            $(#[doc = concat!("See [`", stringify!($kind), "`].")] $kind(Box<$kind>),)*
        }

        $(impl From<$kind> for AnyRecord {
            fn from(record: $kind) -> Self {
                Self::$kind(Box::new(record))
            }
        })*

        impl AnyRecord {
            /// Its kind.
            pub fn kind(&self) -> RecordKind {
                match self { $(Self::$kind(_) => $kind::KIND,)* }
            }

            /// The same record with its texts cleaned.
            #[must_use]
            pub fn cleaned(&self) -> Self {
                match self { $(Self::$kind(record) => record.cleaned().into(),)* }
            }

            /// What is wrong with it.
            pub fn problems(&self) -> Vec<Problem> {
                match self { $(Self::$kind(record) => record.check(),)* }
            }

            /// What it is called.
            pub fn name(&self) -> String {
                match self { $(Self::$kind(record) => name_of(record.as_ref()),)* }
            }

            /// The names of its columns, in the order of [`AnyRecord::cells`].
            pub fn columns(&self) -> &'static [&'static str] {
                match self { $(Self::$kind(_) => $kind::COLUMNS,)* }
            }

            /// The values of its columns.
            pub fn cells(&self) -> Vec<Cell> {
                match self { $(Self::$kind(record) => record.cells(),)* }
            }

            /// An empty record of a kind that is edited by itself.
            pub fn empty(kind: RecordKind) -> Option<Self> {
                match kind {
                    $(RecordKind::$kind => Some($kind::default().into()),)*
                    _ => None,
                }
            }

            /// The same record with other values, one for each column.
            #[must_use]
            pub fn with_cells(&self, cells: Vec<Cell>) -> Self {
                match self { $(Self::$kind(_) => $kind::from_cells(cells.into_iter()).into(),)* }
            }

            /// The record with this id, if this kind is edited by itself.
            pub fn find(rows: &Rows<'_>, kind: RecordKind, id: AnyId) -> Result<Option<Self>> {
                match kind {
                    $(RecordKind::$kind => {
                        Ok(rows.find::<$kind>(Id::from_any(id))?.map(|stored| stored.record.into()))
                    })*
                    _ => Ok(None),
                }
            }

            /// The column that refers to something in the trash, and the kind of that.
            pub(super) fn trashed_reference(
                &self,
                writer: &Writer<'_>,
            ) -> Result<Option<(&'static str, RecordKind)>> {
                match self { $(Self::$kind(record) => writer.trashed_reference(record.as_ref()),)* }
            }

            pub(super) fn insert(&self, writer: &mut Writer<'_>, id: AnyId) -> Result<()> {
                match self { $(Self::$kind(record) => writer.insert(Id::from_any(id), record.as_ref()),)* }
            }

            /// Writes what differs from the record that is there.
            pub(super) fn update(&self, writer: &mut Writer<'_>, id: AnyId) -> Result<()> {
                match self {
                    $(Self::$kind(record) => {
                        let id = Id::<$kind>::from_any(id);
                        let before = writer.rows().get(id)?.record;
                        writer.update(id, &before, record)
                    })*
                }
            }
        }
    };
}

any_record!(
    Village,
    Person,
    Artisan,
    Apprenticeship,
    Organisation,
    Position,
    Product,
    Certificate,
    Conference,
    Participation,
    NumberSeries,
    Preservation,
    Placement,
    Picture,
    SavedSearch,
    DistinctPair,
    MouTemplate,
    LibraryClause,
    NumberBlock,
    Obligation,
    FollowUp,
    Contract,
    Sales,
    ProgrammeItem,
    CommitteeMember,
    ConferenceTask,
    BudgetLine,
    Registration,
    Offer,
    CheckIn,
    Statement,
    Booth,
    BoothDay,
    MeetingWish,
    Meeting
);

/// What a record is called: its first column of text that is a name.
pub(super) fn name_of<R: Record>(record: &R) -> String {
    if R::KIND == RecordKind::Meeting {
        // Its result is a code and no name.
        return String::new();
    }
    let cells = record.cells();
    let named = |wanted: &str| {
        let place = R::COLUMNS.iter().position(|column| *column == wanted)?;
        match cells.get(place)? {
            Cell::Text(text) if !text.is_empty() => Some(text.clone()),
            _ => None,
        }
    };
    [
        "name",
        "full_name",
        "title",
        "subject",
        "number",
        "craft",
        "code",
        "field",
        "outlet",
        "caption",
        "file_name",
        "task",
        "point",
        "item",
        "result",
        "holder",
    ]
    .into_iter()
    .find_map(named)
    .unwrap_or_default()
}
