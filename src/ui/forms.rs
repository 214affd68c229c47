//! What the forms of records ask for, and the way from what was typed to a record.
//!
//! A form holds texts only. Nothing is lost when a text is no number or no day: it stays where it was typed
//! with a sentence below it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::domain::{
    AnyId, Artisan, ArtisanState, Cell, Clean as _, ColumnType as _, Environment, FoundedBasis, Organisation,
    OrganisationKind, OrganisationRole, Person, PhoneNumber, PhoneNumbers, Recognition, Record as _,
    RecordKind, Trade, TradeGroup,
};
use crate::i18n::{Language, Message, message};
use crate::ops::AnyRecord;
use crate::problem::Problem;
use crate::vietnamese::{
    LunarDay, PartialDate, clean, group, parse_day_near, parse_integer, parse_lunar_day, parse_money,
    parse_phones, phone,
};

/// How a column is filled in.
#[derive(Clone, Copy, Debug)]
pub enum Input {
    /// A line.
    Text,
    /// Several lines.
    Lines(usize),
    /// A whole number.
    Number,
    /// A year.
    Year,
    /// Whole đồng.
    Money,
    /// A day, month or year.
    PartialDate,
    /// Telephone numbers.
    Phones,
    /// A day of the lunar calendar.
    Lunar,
    /// Yes or no.
    YesNo,
    /// One of some codes.
    Code(fn() -> Vec<(&'static str, Message)>),
    /// Several of some codes.
    Codes(fn() -> Vec<(&'static str, Message)>),
    /// A commune.
    Place,
    /// Another record.
    Link(RecordKind),
    /// Tags of the office.
    Tags,
}

/// One field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The column; a person's columns in an artisan's form begin with `person.`.
    pub column: &'static str,
    /// How it is filled in.
    pub input: Input,
    /// Twelfths of the width of its card.
    pub width: u8,
    /// Must be filled.
    pub required: bool,
}

const fn asked(column: &'static str, input: Input, width: u8) -> Asked {
    Asked { column, input, width, required: false }
}

const fn needed(column: &'static str, input: Input, width: u8) -> Asked {
    Asked { column, input, width, required: true }
}

/// A card of a form.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Its title.
    pub title: fn() -> Message,
    /// Its fields.
    pub fields: &'static [Asked],
    /// Stands in the column at the right.
    pub right: bool,
}

macro_rules! codes_of {
    ($($name:ident: $kind:ident),*) => {
        $(fn $name() -> Vec<(&'static str, Message)> {
            $kind::ALL.iter().map(|value| (value.code(), value.label())).collect()
        })*
    };
}
codes_of!(
    recognitions: Recognition,
    trade_groups: TradeGroup,
    trades: Trade,
    bases: FoundedBasis,
    environments: Environment,
    artisan_states: ArtisanState,
    organisation_kinds: OrganisationKind,
    roles: OrganisationRole
);

fn sexes() -> Vec<(&'static str, Message)> {
    vec![("", message("word-unknown")), ("female", message("sex-female")), ("male", message("sex-male"))]
}

const VILLAGE: &[Section] = &[
    Section {
        title: || message("form-names"),
        right: false,
        fields: &[
            needed("name", Input::Text, 6),
            asked("name_en", Input::Text, 6),
            asked("other_names", Input::Text, 6),
            asked("trades", Input::Codes(trades), 6),
            asked("trade_group", Input::Code(trade_groups), 12),
        ],
    },
    Section {
        title: || message("form-place"),
        right: false,
        fields: &[
            asked("commune", Input::Place, 7),
            asked("street", Input::Text, 5),
            asked("former_address", Input::Text, 12),
        ],
    },
    Section {
        title: || message("form-story"),
        right: false,
        fields: &[
            asked("founded", Input::Text, 5),
            asked("founded_basis", Input::Code(bases), 4),
            asked("founder", Input::Text, 3),
            asked("story_sentence", Input::Lines(2), 12),
            asked("story_short", Input::Lines(4), 12),
            asked("products_made", Input::Text, 6),
            asked("materials", Input::Text, 6),
            asked("distinctive", Input::Lines(2), 12),
        ],
    },
    Section {
        title: || message("form-recognition"),
        right: true,
        fields: &[
            asked("recognition", Input::Code(recognitions), 12),
            asked("recognition_number", Input::Text, 7),
            asked("recognition_date", Input::PartialDate, 5),
            asked("recognition_issuer", Input::Text, 12),
        ],
    },
    Section {
        title: || message("form-size"),
        right: true,
        fields: &[
            asked("households", Input::Number, 4),
            asked("craft_households", Input::Number, 4),
            asked("workers", Input::Number, 4),
            asked("revenue", Input::Money, 8),
            asked("revenue_year", Input::Year, 4),
            asked("environment", Input::Code(environments), 12),
            asked("lead_organisation", Input::Link(RecordKind::Organisation), 12),
        ],
    },
    Section {
        title: || message("form-visit"),
        right: true,
        fields: &[
            asked("festival", Input::Lunar, 5),
            asked("visiting_hours", Input::Text, 7),
            asked("festival_note", Input::Lines(2), 12),
            asked("directions", Input::Lines(2), 12),
        ],
    },
    Section {
        title: || message("form-office"),
        right: true,
        fields: &[asked("tags", Input::Tags, 12), asked("note", Input::Lines(3), 12)],
    },
];

const ARTISAN: &[Section] = &[
    Section {
        title: || message("form-person"),
        right: false,
        fields: &[
            asked("person.honorific", Input::Text, 3),
            needed("person.full_name", Input::Text, 9),
            asked("person.birth", Input::PartialDate, 4),
            asked("person.sex", Input::Code(sexes), 4),
            asked("person.sort_name", Input::Text, 4),
            asked("person.phones", Input::Phones, 6),
            asked("person.email", Input::Text, 6),
        ],
    },
    Section {
        title: || message("form-place"),
        right: false,
        fields: &[asked("person.commune", Input::Place, 7), asked("person.street", Input::Text, 5)],
    },
    Section {
        title: || message("form-craft"),
        right: true,
        fields: &[
            asked("village", Input::Link(RecordKind::Village), 12),
            asked("craft", Input::Text, 6),
            asked("state", Input::Code(artisan_states), 6),
            asked("started", Input::Year, 6),
            asked("taught", Input::Number, 6),
            asked("works", Input::Lines(3), 12),
        ],
    },
    Section {
        title: || message("form-office"),
        right: true,
        fields: &[asked("tags", Input::Tags, 12), asked("note", Input::Lines(3), 12)],
    },
];

const ORGANISATION: &[Section] = &[
    Section {
        title: || message("form-names"),
        right: false,
        fields: &[
            needed("name", Input::Text, 12),
            asked("short_name", Input::Text, 6),
            asked("name_en", Input::Text, 6),
            asked("kind", Input::Code(organisation_kinds), 6),
            asked("tax_code", Input::Text, 6),
            asked("roles", Input::Codes(roles), 12),
        ],
    },
    Section {
        title: || message("form-place"),
        right: false,
        fields: &[
            asked("commune", Input::Place, 7),
            asked("street", Input::Text, 5),
            asked("former_address", Input::Text, 12),
            asked("village", Input::Link(RecordKind::Village), 12),
        ],
    },
    Section {
        title: || message("form-contact"),
        right: true,
        fields: &[
            asked("phones", Input::Phones, 12),
            asked("email", Input::Text, 6),
            asked("website", Input::Text, 6),
        ],
    },
    Section {
        title: || message("form-bank"),
        right: true,
        fields: &[asked("bank_account", Input::Text, 5), asked("bank_name", Input::Text, 7)],
    },
    Section {
        title: || message("form-trade"),
        right: true,
        fields: &[
            asked("seeks", Input::Lines(2), 12),
            asked("seeks_trades", Input::Codes(trades), 12),
            asked("network", Input::Text, 7),
            asked("payment_days", Input::Number, 5),
        ],
    },
    Section {
        title: || message("form-office"),
        right: true,
        fields: &[asked("tags", Input::Tags, 12), asked("note", Input::Lines(3), 12)],
    },
];

const PRODUCT: &[Section] = &[
    Section {
        title: || message("form-names"),
        right: false,
        fields: &[
            needed("name", Input::Text, 8),
            asked("code", Input::Text, 4),
            asked("name_en", Input::Text, 12),
            asked("village", Input::Link(RecordKind::Village), 12),
            asked("organisation", Input::Link(RecordKind::Organisation), 12),
            asked("artisan", Input::Link(RecordKind::Artisan), 12),
        ],
    },
    Section {
        title: || message("form-description"),
        right: false,
        fields: &[
            asked("description", Input::Lines(3), 12),
            asked("material", Input::Text, 6),
            asked("size", Input::Text, 6),
            asked("unit", Input::Text, 4),
            asked("unit_en", Input::Text, 4),
            asked("weight_grams", Input::Number, 4),
        ],
    },
    Section {
        title: || message("form-trade"),
        right: true,
        fields: &[
            asked("retail_from", Input::Money, 6),
            asked("retail_to", Input::Money, 6),
            asked("wholesale_from", Input::Money, 6),
            asked("wholesale_to", Input::Money, 6),
            asked("minimum_order", Input::Number, 4),
            asked("capacity_per_month", Input::Number, 4),
            asked("lead_days", Input::Number, 4),
            asked("export_markets", Input::Text, 12),
            asked("on_sale", Input::YesNo, 6),
            asked("made_to_order", Input::YesNo, 6),
        ],
    },
    Section {
        title: || message("form-office"),
        right: true,
        fields: &[asked("tags", Input::Tags, 12), asked("note", Input::Lines(3), 12)],
    },
];

/// The cards of the form of a kind; empty for kinds that are not filled in by themselves.
pub fn sections(kind: RecordKind) -> &'static [Section] {
    match kind {
        RecordKind::Village => VILLAGE,
        RecordKind::Artisan => ARTISAN,
        RecordKind::Organisation => ORGANISATION,
        RecordKind::Product => PRODUCT,
        _ => &[],
    }
}

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

fn cell_of(columns: &[&'static str], cells: Vec<Cell>, column: &str) -> Cell {
    columns.iter().zip(cells).find(|(name, _)| **name == column).map_or(Cell::Null, |(_, cell)| cell)
}

/// A cell as a form shows it.
fn written(input: Input, cell: Cell) -> String {
    match (input, cell) {
        (Input::Number | Input::Money, Cell::Integer(number)) => group(number, Language::Vi),
        (Input::YesNo, Cell::Integer(number)) => if number == 0 { "" } else { "1" }.to_owned(),
        (_, Cell::Integer(number)) => number.to_string(),
        (Input::PartialDate, Cell::Text(text)) => {
            PartialDate::from_iso(&text).map_or(text, |date| date.show(Language::Vi))
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

/// A text as the value of a cell; `before` keeps what a form cannot show (who of several numbers uses Zalo).
fn parsed(input: Input, text: &str, before: &Cell, today: Date) -> Result<Cell, Message> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Ok(match input {
            Input::Text | Input::Lines(_) | Input::Phones | Input::Codes(_) | Input::Tags => {
                Cell::Text(String::new())
            }
            Input::YesNo => Cell::Integer(0),
            Input::Code(values) if values().first().is_some_and(|(code, _)| !code.is_empty()) => {
                before.clone()
            }
            _ => Cell::Null,
        });
    }
    Ok(match input {
        Input::Text | Input::Lines(_) | Input::Code(_) | Input::Place => Cell::Text(text.to_owned()),
        Input::Codes(_) | Input::Tags => {
            let parts = text.split([';', ',']).map(clean).filter(|part| !part.is_empty());
            let set: std::collections::BTreeSet<String> = parts.collect();
            Cell::Text(set.into_iter().collect::<Vec<_>>().join(";"))
        }
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
        Input::Link(_) => AnyId::from_hex(trimmed).map_or(Cell::Null, Cell::Id),
    })
}

/// An empty record of a kind with a form.
pub fn blank(kind: RecordKind) -> AnyRecord {
    AnyRecord::empty(kind).unwrap_or_else(|| match kind {
        RecordKind::Artisan => Artisan::default().into(),
        _ => Organisation::default().into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
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
        for kind in [RecordKind::Village, RecordKind::Artisan, RecordKind::Organisation, RecordKind::Product]
        {
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
