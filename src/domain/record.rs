//! What every record has in common: a kind, columns by name, and cells that a table can hold.
//!
//! A record is declared once with the `record!` macro; its columns, the reading and the writing follow
//! from the fields. `store` turns cells into SQL values; nothing here knows SQL.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::ids::{AnyId, Id};
use crate::i18n::{Message, message};
use crate::places::CommuneCode;
use crate::vietnamese::{LunarDay, PartialDate, Sex};

/// The value of one column: what a STRICT table of ours can hold. No floating point: money is whole đồng,
/// coordinates are microdegrees, so that every value survives the change log exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Not known or not given.
    Null,
    /// A whole number; yes is 1, no is 0.
    Integer(i64),
    /// Text in NFC.
    Text(String),
    /// The id of this or another record.
    Id(AnyId),
}

/// A type that fits into one column.
pub trait ColumnType: Sized {
    /// The cell that holds this value.
    fn to_cell(&self) -> Cell;

    /// The value of a cell. A value this version does not know (written by a newer one) reads as the
    /// type's empty value; it stays in the table until somebody changes the field.
    fn from_cell(cell: Cell) -> Self;
}

/// A record with an id: one row of one table.
pub trait Record: Clone + PartialEq + std::fmt::Debug + Default {
    /// Which table it lives in.
    const KIND: RecordKind;
    /// The names of its columns, in the order of [`Record::cells`].
    const COLUMNS: &'static [&'static str];

    /// The values of its columns.
    fn cells(&self) -> Vec<Cell>;

    /// The record with these values; missing ones are empty.
    fn from_cells(cells: impl Iterator<Item = Cell>) -> Self;
}

/// A record as it stands in the database.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored<R> {
    /// Its id.
    pub id: Id<R>,
    /// When it was last changed, milliseconds since 1970 in UTC.
    pub changed_at: i64,
    /// Its fields.
    pub record: R,
}

/// A record that may be new: with its id if it is in the database already.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Item<R> {
    /// Its id; nothing for a new one.
    pub id: Option<Id<R>>,
    /// Its fields.
    pub record: R,
}

impl<R> From<R> for Item<R> {
    fn from(record: R) -> Self {
        Self { id: None, record }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $table:literal,)*) => {
        /// The kinds of records, one table each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum RecordKind { $($(#[$doc])* $name,)* }

        impl RecordKind {
            /// Every kind, parents before the children that refer to them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name of the table, which is also the code of the kind.
            pub fn table(self) -> &'static str {
                match self { $(Self::$name => $table,)* }
            }

            /// The word for it: "làng nghề", "craft village".
            pub fn label(self) -> Message {
                match self { $(Self::$name => message(concat!("kind-", $table)),)* }
            }
        }
    };
}

kinds! {
    /// Craft village (làng nghề).
    Village = "village",
    /// Person (người).
    Person = "person",
    /// A person's craft side (nghệ nhân).
    Artisan = "artisan",
    /// Master and apprentice (thầy trò).
    Apprenticeship = "apprenticeship",
    /// Cooperative, firm, body (đối tác).
    Organisation = "organisation",
    /// What a person is in an organisation (chức vụ).
    Position = "position",
    /// Product (sản phẩm).
    Product = "product",
    /// Title or certificate (danh hiệu, chứng nhận).
    Certificate = "certificate",
    /// Conference (hội nghị).
    Conference = "conference",
    /// A person at a conference (tham dự).
    Participation = "participation",
    /// Series of document numbers (sổ số).
    NumberSeries = "number_series",
    /// Memorandum of Understanding (biên bản ghi nhớ).
    Mou = "mou",
    /// Party or witness of a MoU (bên).
    MouParty = "mou_party",
    /// Article, clause or point of a MoU (điều, khoản, điểm).
    MouClause = "mou_clause",
    /// Product in the annex of a MoU (dòng phụ lục).
    MouProduct = "mou_product",
    /// A change of a MoU's state (mốc trạng thái).
    MouEvent = "mou_event",
    /// A number that was given out (số đã cấp).
    IssuedNumber = "issued_number",
    /// Bytes of a printed document that never change (bản đã chốt).
    FrozenDocument = "frozen_document",
    /// Template of the office (mẫu biên bản).
    MouTemplate = "mou_template",
    /// Clause in the library (thư viện điều khoản).
    LibraryClause = "library_clause",
    /// Numbers kept for a conference or laptop (khối số).
    NumberBlock = "number_block",
    /// What a party has to do (việc phải làm).
    Obligation = "obligation",
    /// A time a party was asked (theo dõi).
    FollowUp = "follow_up",
    /// Contract that followed a MoU (hợp đồng).
    Contract = "contract",
    /// What was sold in a quarter (doanh số).
    Sales = "sales",
    /// Point of a programme (mục chương trình).
    ProgrammeItem = "programme_item",
    /// Member of an organising committee (thành viên Ban Tổ chức).
    CommitteeMember = "committee_member",
    /// Task of a conference (việc của hội nghị).
    ConferenceTask = "conference_task",
    /// Line of a budget (khoản kinh phí).
    BudgetLine = "budget_line",
    /// Registration form (phiếu đăng ký).
    Registration = "registration",
    /// Product offered with a form (sản phẩm chào).
    Offer = "offer",
    /// Entry of a check-in desk (lượt đón tiếp).
    CheckIn = "check_in",
    /// What somebody said (ý kiến).
    Statement = "statement",
    /// Booth (gian hàng).
    Booth = "booth",
    /// A day of a booth (doanh thu ngày).
    BoothDay = "booth_day",
    /// What somebody wants of the meetings (nhu cầu gặp).
    MeetingWish = "meeting_wish",
    /// Meeting of a maker and a buyer (cuộc gặp).
    Meeting = "meeting",
    /// What was found about a village's craft (tình trạng bảo tồn).
    Preservation = "preservation",
    /// A product or village sold somewhere (nơi tiêu thụ).
    Placement = "placement",
    /// Picture or file (ảnh, tệp).
    Picture = "picture",
    /// Saved search (tìm kiếm đã lưu).
    SavedSearch = "saved_search",
    /// Two records that are not the same (không trùng).
    DistinctPair = "distinct_pair",
}

impl RecordKind {
    /// The kind whose table has this name.
    pub fn from_table(table: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.table() == table)
    }
}

/// Declares a record: its struct, its columns and the way to and from cells.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Default)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }

        impl $crate::domain::Record for $name {
            const KIND: $crate::domain::RecordKind = $crate::domain::RecordKind::$name;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),*];

            fn cells(&self) -> Vec<$crate::domain::Cell> {
                vec![$($crate::domain::ColumnType::to_cell(&self.$field)),*]
            }

            fn from_cells(mut cells: impl Iterator<Item = $crate::domain::Cell>) -> Self {
                Self { $($field: $crate::domain::ColumnType::from_cell(
                    cells.next().unwrap_or($crate::domain::Cell::Null)),)* }
            }
        }
    };
}
pub(crate) use record;

/// Declares an enum that is stored as a code and has a label in both languages.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident, $prefix:literal { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// Every value, in the order it is offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code it is stored as.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The value with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }

            /// What the screen calls it.
            pub fn label(self) -> $crate::i18n::Message {
                match self { $(Self::$variant => $crate::i18n::message(concat!($prefix, "-", $code)),)* }
            }
        }

        impl $crate::domain::ColumnType for $name {
            fn to_cell(&self) -> $crate::domain::Cell {
                $crate::domain::Cell::Text(self.code().to_owned())
            }

            fn from_cell(cell: $crate::domain::Cell) -> Self {
                match cell {
                    $crate::domain::Cell::Text(code) => Self::from_code(&code).unwrap_or_default(),
                    _ => Self::default(),
                }
            }
        }
    };
}
pub(crate) use codes;

impl ColumnType for String {
    fn to_cell(&self) -> Cell {
        Cell::Text(self.clone())
    }

    fn from_cell(cell: Cell) -> Self {
        if let Cell::Text(text) = cell { text } else { Self::new() }
    }
}

impl ColumnType for bool {
    fn to_cell(&self) -> Cell {
        Cell::Integer(i64::from(*self))
    }

    fn from_cell(cell: Cell) -> Self {
        matches!(cell, Cell::Integer(number) if number != 0)
    }
}

impl ColumnType for i64 {
    fn to_cell(&self) -> Cell {
        Cell::Integer(*self)
    }

    fn from_cell(cell: Cell) -> Self {
        if let Cell::Integer(number) = cell { number } else { 0 }
    }
}

/// Types that a column may lack.
macro_rules! optional_column {
    ($type:ty, $value:ident => $to:expr, $cell:ident => $from:expr) => {
        impl ColumnType for Option<$type> {
            fn to_cell(&self) -> Cell {
                self.as_ref().map_or(Cell::Null, |$value| $to)
            }

            fn from_cell($cell: Cell) -> Self {
                $from
            }
        }
    };
}

fn text_of(cell: Cell) -> Option<String> {
    if let Cell::Text(text) = cell { Some(text) } else { None }
}

optional_column!(i64, number => Cell::Integer(*number),
    cell => if let Cell::Integer(number) = cell { Some(number) } else { None });
optional_column!(Date, date => Cell::Text(date.to_string()),
    cell => text_of(cell).and_then(|text| text.parse().ok()));
optional_column!(Time, time => Cell::Text(time.strftime("%H:%M").to_string()),
    cell => text_of(cell).and_then(|text| Time::strptime("%H:%M", text).ok()));
optional_column!(PartialDate, date => Cell::Text(date.to_iso()),
    cell => text_of(cell).and_then(|text| PartialDate::from_iso(&text)));
optional_column!(CommuneCode, code => Cell::Text(code.to_string()),
    cell => text_of(cell).and_then(|text| CommuneCode::parse(&text)));
optional_column!(Sex, sex => Cell::Text(match sex { Sex::Male => "male", Sex::Female => "female" }.to_owned()),
    cell => match text_of(cell)?.as_str() { "male" => Some(Sex::Male), "female" => Some(Sex::Female), _ => None });
optional_column!(LunarDay, day => Cell::Text(format!("{}-{}{}", day.month, day.day, if day.leap { "L" } else { "" })),
    cell => text_of(cell).and_then(|text| lunar_day_of(&text)));

fn lunar_day_of(text: &str) -> Option<LunarDay> {
    let (month, day) = text.split_once('-')?;
    let (day, leap) = day.strip_suffix('L').map_or((day, false), |day| (day, true));
    Some(LunarDay { day: day.parse().ok()?, month: month.parse().ok()?, leap })
}

impl<R> ColumnType for Option<Id<R>> {
    fn to_cell(&self) -> Cell {
        self.as_ref().map_or(Cell::Null, |id| Cell::Id(id.any()))
    }

    fn from_cell(cell: Cell) -> Self {
        if let Cell::Id(id) = cell { Some(Id::from_any(id)) } else { None }
    }
}

/// A set of codes or tags, stored as text with semicolons between in alphabetical order, so that two
/// laptops that choose the same write the same bytes. A semicolon inside a tag becomes a comma.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CodeSet(pub BTreeSet<String>);

impl CodeSet {
    /// The set of these codes.
    pub fn of<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        Self(codes.into_iter().map(str::to_owned).collect())
    }
}

impl ColumnType for CodeSet {
    fn to_cell(&self) -> Cell {
        let tags = self.0.iter().map(|tag| tag.replace(';', ","));
        Cell::Text(tags.collect::<Vec<_>>().join(";"))
    }

    fn from_cell(cell: Cell) -> Self {
        let text = text_of(cell).unwrap_or_default();
        Self(text.split(';').map(str::trim).filter(|tag| !tag.is_empty()).map(str::to_owned).collect())
    }
}

/// A telephone number of a person or organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneNumber {
    /// Digits only, with the leading 0.
    pub digits: String,
    /// The owner uses Zalo under this number.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub zalo: bool,
}

/// Several telephone numbers, the main one first.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PhoneNumbers(pub Vec<PhoneNumber>);

impl PhoneNumbers {
    /// These numbers, and those of the others that are not among them.
    #[must_use]
    pub fn and(&self, others: &Self) -> Self {
        let is_new = |other: &&PhoneNumber| self.0.iter().all(|known| known.digits != other.digits);
        let new = others.0.iter().filter(is_new).cloned();
        Self(self.0.iter().cloned().chain(new).collect())
    }
}

impl ColumnType for PhoneNumbers {
    fn to_cell(&self) -> Cell {
        let codes =
            self.0.iter().map(|phone| format!("{}{}", phone.digits, if phone.zalo { "z" } else { "" }));
        Cell::Text(codes.collect::<Vec<_>>().join(" "))
    }

    fn from_cell(cell: Cell) -> Self {
        let text = text_of(cell).unwrap_or_default();
        let phones = text.split_whitespace().map(|code| {
            let (digits, zalo) = code.strip_suffix('z').map_or((code, false), |digits| (digits, true));
            PhoneNumber { digits: digits.to_owned(), zalo }
        });
        Self(phones.collect())
    }
}

/// How sure the facts of a village are, by field: what is not named here has a source.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Certainties(pub std::collections::BTreeMap<String, Certainty>);

/// How sure a fact is that has no source beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Believed to be right; nobody has looked it up.
    Unverified,
    /// Doubtful; an expert has to read it before it is printed.
    Unsure,
}

impl ColumnType for Certainties {
    fn to_cell(&self) -> Cell {
        let codes = self.0.iter().map(|(field, certainty)| match certainty {
            Certainty::Unverified => field.clone(),
            Certainty::Unsure => format!("{field}?"),
        });
        Cell::Text(codes.collect::<Vec<_>>().join(" "))
    }

    fn from_cell(cell: Cell) -> Self {
        let text = text_of(cell).unwrap_or_default();
        let entries = text.split_whitespace().map(|code| match code.strip_suffix('?') {
            Some(field) => (field.to_owned(), Certainty::Unsure),
            None => (code.to_owned(), Certainty::Unverified),
        });
        Self(entries.collect())
    }
}
