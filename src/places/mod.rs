//! The administrative units of Vietnam: the current two-level list, the former three-level list with the
//! successors, and the search over both.
//!
//! Legal basis of the current list: Nghị quyết 202/2025/QH15 (34 provincial units) and the resolutions of
//! the Standing Committee on their communes, in force since 1 July 2025; codes of Quyết định
//! 19/2025/QĐ-TTg. A two-digit code can name another province in the former list of 63 (24 was Bắc Giang,
//! now it is Bắc Ninh), therefore codes of former *provinces* do not occur here at all.
//!
//! This module knows no villages (thôn, tổ dân phố), no streets and no map, and it keeps no global choice:
//! whoever uses a newer list than [`Places::built_in`] holds the value.

mod bundle;
mod index;
mod list;
mod matching;
mod names;
mod query;
mod read;
mod search;
mod units;

pub use list::Places;
pub use search::{FormerUnit, PlaceHit};
pub use units::{
    Change, Changed, Commune, CommuneCode, FIRST_DAY, FormerCommune, Place, Province, ProvinceCode, UnitKind,
    UnitName,
};
