//! Values of records in words, by how a form asks for them: for the history and for two records side by side.

use super::action::Cx;
use super::forms;
use super::sections::{Input, sections};
use crate::domain::{Cell, RecordKind};
use crate::i18n::Message;
use crate::places::{CommuneCode, ProvinceCode};
use crate::vietnamese::{PartialDate, group, money};

/// A value as people read it; of another record the caller knows the name.
pub(super) fn words(cx: &Cx<'_>, input: Input, cell: &Cell) -> String {
    match (input, cell) {
        (Input::Code(values), Cell::Text(code)) => label(cx, &values(), code),
        (Input::Codes(values), Cell::Text(codes)) => {
            let codes = codes.split(';').filter(|code| !code.is_empty());
            codes.map(|code| label(cx, &values(), code)).collect::<Vec<_>>().join(", ")
        }
        (Input::Place, Cell::Text(code)) => CommuneCode::parse(code)
            .and_then(|code| cx.places.commune_address(code, cx.language))
            .unwrap_or_default(),
        (Input::FormerPlace, Cell::Text(code)) => CommuneCode::parse(code)
            .and_then(|code| cx.places.former_commune(code))
            .map(|former| former.address(cx.language))
            .unwrap_or_default(),
        (Input::Provinces, Cell::Text(codes)) => {
            let found = codes.split(';').filter_map(ProvinceCode::parse);
            let found = found.filter_map(|code| cx.places.province(code));
            found.map(|province| province.short_name(cx.language)).collect::<Vec<_>>().join(", ")
        }
        (Input::YesNo, Cell::Integer(number)) => cx.t(&crate::ops::yes_or_no(*number != 0)),
        (Input::Number, Cell::Integer(number)) => group(*number, cx.language),
        (Input::Money, Cell::Integer(dong)) => money(*dong, cx.language),
        (Input::PartialDate | Input::Day, Cell::Text(text)) => {
            PartialDate::from_iso(text).map_or_else(|| text.clone(), |date| date.show(cx.language))
        }
        (Input::Secret, Cell::Text(number)) => masked(number),
        (input, cell) => forms::written(input, cell.clone()),
    }
}

/// A value as the log keeps it, as people read it.
pub(super) fn logged(cx: &Cx<'_>, kind: RecordKind, column: &str, text: &str) -> String {
    let field = sections(kind).iter().flat_map(|section| section.fields).find(|field| field.column == column);
    let Some(field) = field.filter(|_| !text.is_empty()) else { return text.to_owned() };
    let is_number =
        matches!(field.input, Input::Number | Input::Money | Input::YesNo | Input::Year | Input::Degrees);
    match text.parse() {
        Ok(number) if is_number => words(cx, field.input, &Cell::Integer(number)),
        _ => words(cx, field.input, &Cell::Text(text.to_owned())),
    }
}

fn label(cx: &Cx<'_>, values: &[(&'static str, Message)], code: &str) -> String {
    let known = values.iter().find(|(known, _)| *known == code);
    known.map_or_else(|| code.to_owned(), |(_, label)| cx.t(label))
}

/// A sensitive number: only its last three digits.
fn masked(number: &str) -> String {
    let shown =
        number.char_indices().rev().nth(2).map_or(number, |(place, _)| number.get(place..).unwrap_or(""));
    if number.is_empty() { String::new() } else { format!("•••• {shown}") }
}
