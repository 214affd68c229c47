//! What the forms of records ask for, and the way from what was typed to a record.
//!
//! A form holds texts only. Nothing is lost when a text is no number or no day: it stays where it was typed
//! with a sentence below it.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};

use super::sections::{Input, sections};
use crate::domain::{
    AnyId, Artisan, Cell, Clean as _, ColumnType as _, Organisation, Person, PhoneNumber, PhoneNumbers,
    Record as _, RecordKind,
};
use crate::i18n::{Language, Message, message};
use crate::ops::AnyRecord;
use crate::problem::Problem;
use crate::vietnamese::{
    LunarDay, PartialDate, clean, group, parse_day_near, parse_integer, parse_lunar_day, parse_money,
    parse_phones, parse_time, phone, show_time,
};

/// What is typed, by field.
pub type Typed = BTreeMap<String, String>;

/// A record as the form shows it at first.
pub fn typed(kind: RecordKind, record: &AnyRecord, person: Option<&Person>) -> Typed {
    let mut typed = Typed::new();
    let empty = Person::default();
    let person = person.unwrap_or(&empty);
    for field in sections(kind).iter().flat_map(|section| section.fields) {
        let cell = match field.column.strip_prefix("person.") {
            Some(column) => cell_of(Person::COLUMNS, person.cells(), column),
            None => cell_of(record.columns(), record.cells(), field.column),
        };
        typed.insert(field.column.to_owned(), written(field.input, cell));
    }
    typed
}

/// The cell of a column.
pub fn cell_of(columns: &[&'static str], cells: Vec<Cell>, column: &str) -> Cell {
    columns.iter().zip(cells).find(|(name, _)| **name == column).map_or(Cell::Null, |(_, cell)| cell)
}

/// A cell as a form shows it.
pub fn written(input: Input, cell: Cell) -> String {
    match (input, cell) {
        (Input::Number | Input::Money, Cell::Integer(number)) => group(number, Language::Vi),
        (Input::Degrees, Cell::Integer(micro)) => degrees(micro),
        (Input::YesNo, Cell::Integer(number)) => if number == 0 { "" } else { "1" }.to_owned(),
        (_, Cell::Integer(number)) => number.to_string(),
        (Input::PartialDate | Input::Day, Cell::Text(text)) => {
            PartialDate::from_iso(&text).map_or(text, |date| date.show(Language::Vi))
        }
        (Input::Time, cell @ Cell::Text(_)) => {
            Option::<Time>::from_cell(cell).map_or_else(String::new, |time| show_time(time, Language::Vi))
        }
        (Input::Phones, Cell::Text(text)) => {
            let numbers = PhoneNumbers::from_cell(Cell::Text(text)).0;
            numbers.iter().map(|number| phone::show(&number.digits)).collect::<Vec<_>>().join(", ")
        }
        (Input::Lunar, cell @ Cell::Text(_)) => Option::<LunarDay>::from_cell(cell)
            .map_or_else(String::new, |day| {
                format!("{}/{}{}", day.day, day.month, if day.leap { " nhuận" } else { "" })
            }),
        (_, Cell::Text(text)) => text,
        (_, Cell::Id(id)) => id.hex(),
        (_, Cell::Null) => String::new(),
    }
}

/// What a form makes of what was typed.
#[derive(Clone, Debug)]
pub struct Read {
    /// The record, as far as it could be read.
    pub record: AnyRecord,
    /// The person of an artisan.
    pub person: Option<Person>,
    /// All that is wrong, by field.
    pub problems: Vec<Problem>,
}

/// Reads a form: the record that was there before with what was typed over it.
pub fn read(
    kind: RecordKind,
    before: &AnyRecord,
    person: Option<&Person>,
    typed: &Typed,
    today: Date,
) -> Read {
    let mut problems = Vec::new();
    let mut cells = before.cells();
    let mut details = person.cloned().unwrap_or_default();
    let mut person_cells = details.cells();
    let mut about_person = false;
    for field in sections(kind).iter().flat_map(|section| section.fields) {
        let text = typed.get(field.column).map(String::as_str).unwrap_or_default();
        let (columns, cells, column) = match field.column.strip_prefix("person.") {
            Some(column) => {
                about_person = true;
                (Person::COLUMNS, &mut person_cells, column)
            }
            None => (before.columns(), &mut cells, field.column),
        };
        let place = columns.iter().position(|name| *name == column);
        let Some(cell) = place.and_then(|place| cells.get_mut(place)) else { continue };
        match parsed(field.input, text, cell, today) {
            Ok(read) => *cell = read,
            Err(message) => problems.push(Problem::error(field.column, message)),
        }
    }
    let record = before.with_cells(cells);
    if about_person {
        details = Person::from_cells(person_cells.into_iter());
        let named = |mut problem: Problem| {
            problem.field = format!("person.{}", problem.field);
            problem
        };
        problems.extend(details.cleaned().check().into_iter().map(named));
    }
    let own = record.cleaned().problems().into_iter();
    // The person of an artisan is made together with the artisan.
    problems.extend(own.filter(|problem| !(about_person && problem.field == "person")));
    let read_badly: Vec<String> = problems.iter().map(|problem| problem.field.clone()).collect();
    let mut place = 0;
    problems.retain(|problem| {
        // One sentence for a field is enough; that it cannot be read comes first.
        let first = read_badly.iter().position(|field| *field == problem.field) == Some(place);
        place += 1;
        first
    });
    Read { record, person: about_person.then_some(details), problems }
}

/// What was typed into one field as a cell.
pub fn read_one(input: Input, text: &str, today: Date) -> Result<Cell, Message> {
    parsed(input, text, &Cell::Text(String::new()), today)
}

/// A text as the value of a cell; `before` keeps what a form cannot show (who of several numbers uses Zalo).
fn parsed(input: Input, text: &str, before: &Cell, today: Date) -> Result<Cell, Message> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Ok(match input {
            Input::Text
            | Input::Secret
            | Input::Lines(_)
            | Input::Phones
            | Input::Codes(_)
            | Input::Provinces
            | Input::Tags => Cell::Text(String::new()),
            Input::YesNo => Cell::Integer(0),
            Input::Code(values) if values().first().is_some_and(|(code, _)| !code.is_empty()) => {
                before.clone()
            }
            _ => Cell::Null,
        });
    }
    Ok(match input {
        Input::Text
        | Input::Secret
        | Input::Lines(_)
        | Input::Code(_)
        | Input::Place
        | Input::FormerPlace => Cell::Text(text.to_owned()),
        Input::Degrees => Cell::Integer(microdegrees(trimmed)?),
        Input::Day => match parse_day_near(trimmed, today) {
            Some(date @ PartialDate::Day(_)) => Cell::Text(date.to_iso()),
            Some(_) => return Err(message("date-day-needed").with("text", trimmed)),
            None => return Err(message("date-not-read").with("text", trimmed)),
        },
        Input::Codes(_) | Input::Provinces | Input::Tags => {
            let parts = text.split([';', ',']).map(clean).filter(|part| !part.is_empty());
            let set: std::collections::BTreeSet<String> = parts.collect();
            Cell::Text(set.into_iter().collect::<Vec<_>>().join(";"))
        }
        Input::Time => Some(parse_time(trimmed)?).to_cell(),
        Input::Number => Cell::Integer(parse_integer(trimmed)?),
        Input::Year => {
            let year: i64 = trimmed
                .parse()
                .ok()
                .filter(|year| (1..=9_999).contains(year))
                .ok_or_else(|| message("date-not-read").with("text", trimmed))?;
            Cell::Integer(year)
        }
        Input::Money => Cell::Integer(parse_money(trimmed)?),
        Input::PartialDate => {
            let date = parse_day_near(trimmed, today);
            Cell::Text(date.ok_or_else(|| message("date-not-read").with("text", trimmed))?.to_iso())
        }
        Input::Phones => {
            let old = PhoneNumbers::from_cell(before.clone()).0;
            let zalo = |digits: &str| old.iter().any(|phone| phone.digits == digits && phone.zalo);
            let numbers = parse_phones(trimmed)
                .0
                .into_iter()
                .map(|phone| PhoneNumber { zalo: zalo(&phone.digits), digits: phone.digits });
            PhoneNumbers(numbers.collect()).to_cell()
        }
        Input::Lunar => Some(parse_lunar_day(trimmed)?).to_cell(),
        Input::YesNo => Cell::Integer(1),
        Input::Link(_) | Input::Party => AnyId::from_hex(trimmed).map_or(Cell::Null, Cell::Id),
    })
}

/// Degrees with up to six decimals, as maps copy them.
fn degrees(micro: i64) -> String {
    let sign = if micro < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:06}", micro.abs() / 1_000_000, micro.abs() % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Microdegrees of "21.0278" or "21,0278".
fn microdegrees(text: &str) -> Result<i64, Message> {
    let bad = || message("degrees-not-read").with("text", text);
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits: String = part.chars().take(6).collect();
    if !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(bad());
    }
    let degrees: i64 = whole.parse().ok().filter(|degrees| (-180..=180).contains(degrees)).ok_or_else(bad)?;
    let micro: i64 = format!("{digits:0<6}").parse().ok().ok_or_else(bad)?;
    Ok(degrees * 1_000_000 + if whole.starts_with('-') { -micro } else { micro })
}

/// An empty record of a kind with a form.
pub fn blank(kind: RecordKind) -> AnyRecord {
    AnyRecord::empty(kind).unwrap_or_else(|| match kind {
        RecordKind::Artisan => Artisan::default().into(),
        _ => Organisation::default().into(),
    })
}

/// The field that says what a record is called.
pub fn name_column(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Artisan => "person.full_name",
        RecordKind::Person => "full_name",
        RecordKind::Position => "title",
        RecordKind::Placement => "outlet",
        RecordKind::Certificate | RecordKind::Contract => "number",
        RecordKind::Obligation | RecordKind::ConferenceTask => "task",
        RecordKind::ProgrammeItem => "point",
        RecordKind::BudgetLine => "item",
        RecordKind::Booth => "code",
        RecordKind::Statement => "words",
        RecordKind::Picture => "caption",
        _ => "name",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Recognition;
    use crate::problem::Severity;

    const TODAY: Date = Date::constant(2026, 11, 26);

    fn form(kind: RecordKind, fields: &[(&str, &str)]) -> Read {
        let mut typed = typed(kind, &blank(kind), None);
        for (field, text) in fields {
            assert!(typed.insert((*field).to_owned(), (*text).to_owned()).is_some(), "no field {field}");
        }
        read(kind, &blank(kind), None, &typed, TODAY)
    }

    #[test]
    fn every_field_is_a_column_of_its_record() {
        let forms: Vec<_> =
            RecordKind::ALL.iter().copied().filter(|kind| !sections(*kind).is_empty()).collect();
        assert_eq!(forms.len(), 30);
        for kind in forms {
            for field in sections(kind).iter().flat_map(|section| section.fields) {
                let found = match field.column.strip_prefix("person.") {
                    Some(column) => Person::COLUMNS.contains(&column),
                    None => blank(kind).columns().contains(&field.column),
                };
                assert!(found, "{kind:?} {}", field.column);
            }
        }
    }

    #[test]
    fn what_is_shown_reads_back_as_the_same_record() {
        let village = crate::domain::Village {
            name: "Bát Tràng".into(),
            households: Some(1_204),
            revenue: Some(2_400_000_000),
            festival: Some(LunarDay { day: 15, month: 2, leap: false }),
            recognition: Recognition::TraditionalVillage,
            recognition_date: PartialDate::from_iso("2010-05"),
            trades: crate::domain::CodeSet::of(["gom-su", "son-mai"]),
            commune: crate::places::CommuneCode::parse("00577"),
            ..Default::default()
        };
        let record = AnyRecord::from(village);
        let shown = typed(RecordKind::Village, &record, None);
        assert_eq!(shown["households"], "1.204");
        assert_eq!(shown["recognition_date"], "05/2010");
        let read = read(RecordKind::Village, &record, None, &shown, TODAY);
        assert_eq!(read.record, record);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
    }

    #[test]
    fn texts_that_are_no_values_are_told_at_their_field() {
        let read =
            form(RecordKind::Village, &[("name", "X"), ("households", "vài chục"), ("festival", "50/1")]);
        let fields: Vec<_> = read.problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["households", "festival"]);
    }

    #[test]
    fn places_on_the_earth_are_kept_to_the_microdegree() {
        for (text, micro) in [("21.0278", 21_027_800), ("105,9131467", 105_913_146), ("-8", -8_000_000)] {
            assert_eq!(microdegrees(text), Ok(micro));
        }
        assert_eq!(degrees(21_027_800), "21.0278");
        assert_eq!(degrees(-500_000), "-0.5");
        assert!(microdegrees("21°").is_err() && microdegrees("500").is_err());
    }

    #[test]
    fn the_end_of_a_certificate_is_a_day() {
        let read = form(RecordKind::Certificate, &[("valid_to", "2027")]);
        assert!(read.problems.iter().any(|problem| problem.field == "valid_to"));
        let read = form(RecordKind::Certificate, &[("valid_to", "31/12/2026")]);
        assert!(!read.problems.iter().any(|problem| problem.field == "valid_to"));
    }

    #[test]
    fn a_wrong_tax_code_warns_and_a_missing_name_blocks() {
        let read = form(RecordKind::Organisation, &[("tax_code", "0100109107")]);
        let found: Vec<_> =
            read.problems.iter().map(|problem| (problem.field.as_str(), problem.severity)).collect();
        assert_eq!(found, [("name", Severity::Error), ("tax_code", Severity::Warning)]);
    }

    #[test]
    fn an_artisan_is_checked_together_with_the_person() {
        let read = form(RecordKind::Artisan, &[("person.full_name", ""), ("person.phones", "0912 34 567")]);
        let fields: Vec<_> = read.problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["person.full_name", "person.phones"]);
        let read = form(RecordKind::Artisan, &[("person.full_name", "Nguyễn Thị Hường"), ("craft", "Thêu")]);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        assert_eq!(read.person.unwrap().full_name, "Nguyễn Thị Hường");
    }
}
