//! What is particular about Vietnamese text, numbers, dates and identifiers.
//!
//! | module | what |
//! |---|---|
//! | [`text`] | cleaning of typed, pasted and imported text before it is stored |
//! | [`mod@fold`] | keys for searching ("bat trang") and comparing (hòa = hoà) |
//! | [`sort`] | keys for the Vietnamese order, names by which people and organisations are sorted |
//! | [`number`] | whole numbers and amounts of đồng in digits |
//! | [`amount`] | numbers and amounts in words, Vietnamese and English |
//! | [`date`] | dates, also partial ones, and times: reading, showing, the words of documents |
//! | [`lunar`] | the lunar calendar and the days of festivals |
//! | [`tax_code`] | mã số thuế |
//! | [`personal_id`] | số định danh cá nhân (CCCD, căn cước) |
//! | [`phone`] | telephone numbers |
//!
//! Everything here is a pure function of its arguments. Checks report problems as data at the fields
//! `tax_code`, `personal_id`, `phones` and `birth`. Old encodings (TCVN3, VNI) are not read here.

pub mod alike;
pub mod amount;
pub mod date;
pub mod fold;
pub mod lunar;
pub mod number;
pub mod personal_id;
pub mod phone;
pub mod sort;
mod syllable;
pub mod tax_code;
pub mod text;

pub use alike::{ComparedName, Likeness};
pub use amount::{AmountStyle, digits_and_words, in_words, in_words_en, money_in_words};
pub use date::{
    PartialDate, date_line, long_date, parse_day, parse_day_near, parse_time, show_time, weekday,
};
pub use fold::{exact, fold, same_words};
pub use lunar::{LunarDate, LunarDay, festival_in, parse_lunar_day};
pub use number::{Figure, group, money, parse_integer, parse_money};
pub use personal_id::Sex;
pub use phone::{Phone, parse_phones};
pub use sort::{organisation_sort_name, person_sort_name, sort_key};
pub use text::{clean, clean_lines, joined};
