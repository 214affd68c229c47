//! Values as lists and pages show them, in whichever language.

use crate::domain::{AnyId, CodeSet, RecordKind, Vitality};
use crate::i18n::{Language, Message, message};
use crate::places::{CommuneCode, Places};
use crate::vietnamese::{Figure, PartialDate, group, joined, money, phone, show_time};

/// A value as a list or page shows it, in whichever language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Not known.
    #[default]
    Empty,
    /// As it is stored.
    Text(String),
    /// A name in Vietnamese and in English texts.
    Named(String, String),
    /// A whole number.
    Number(i64),
    /// A year, which is not grouped.
    Year(i64),
    /// Whole đồng.
    Money(i64),
    /// Đồng in a column of millions.
    Millions(i64),
    /// Đồng from, đồng to; one may be missing.
    MoneyRange(Option<i64>, Option<i64>),
    /// A share in percent.
    Percent(i64),
    /// A day.
    Date(jiff::civil::Date),
    /// A day, month or year.
    PartialDate(PartialDate),
    /// A time of the day.
    Time(jiff::civil::Time),
    /// Several values with this between them; those not known are left out.
    Several(Vec<Shown>, &'static str),
    /// Words of the program.
    Words(Vec<Message>),
    /// A commune: "xã Bát Tràng, Hà Nội".
    Commune(CommuneCode),
    /// The state of a MoU.
    MouState(crate::domain::MouState),
    /// How a village's craft is doing.
    Vitality(Vitality),
    /// Another record by its name.
    Record(RecordKind, AnyId, String),
}

impl Shown {
    /// The value in words of a language.
    pub fn text(&self, language: Language, places: &Places) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Record(_, _, text) => text.clone(),
            Self::Named(vi, en) => if language == Language::En { en } else { vi }.clone(),
            Self::Number(number) => group(*number, language),
            Self::Year(year) => year.to_string(),
            Self::Money(dong) => money(*dong, language),
            Self::MoneyRange(from, to) => {
                let price = |dong: &Option<i64>| dong.map_or_else(String::new, |dong| group(dong, language));
                message("price-range").with("from", price(from)).with("to", price(to)).text(language)
            }
            Self::Millions(dong) => Figure::Millions(*dong).text(language),
            Self::Percent(percent) => Figure::Percent(*percent).text(language),
            Self::Date(date) => PartialDate::Day(*date).show(language),
            Self::PartialDate(date) => date.show(language),
            Self::Time(time) => show_time(*time, language),
            Self::Several(values, between) => {
                let texts = values.iter().map(|value| value.text(language, places));
                joined(texts, between)
            }
            Self::Words(words) => words.iter().map(|word| word.text(language)).collect::<Vec<_>>().join(", "),
            Self::Commune(code) => places.commune_short_address(*code, language).unwrap_or_default(),
            Self::MouState(state) => state.label().text(language),
            Self::Vitality(vitality) => vitality.label().text(language),
        }
    }

    /// The value as a number, where it is one that a spreadsheet can reckon with.
    pub fn number(&self) -> Option<Figure> {
        match self {
            Self::Number(number) | Self::Money(number) => Some(Figure::Whole(*number)),
            Self::Millions(dong) => Some(Figure::Millions(*dong)),
            Self::Percent(percent) => Some(Figure::Percent(*percent)),
            _ => None,
        }
    }

    /// A range of prices.
    pub(super) fn range(from: Option<i64>, to: Option<i64>) -> Self {
        match (from, to) {
            (None, None) => Self::Empty,
            (Some(one), None) => Self::Money(one),
            (from, to) if from == to => from.map_or(Self::Empty, Self::Money),
            (from, to) => Self::MoneyRange(from, to),
        }
    }
}

/// "Có" or "Không".
pub fn yes_or_no(yes: bool) -> Message {
    if yes { message("word-yes") } else { message("word-no") }
}

/// A text, or nothing.
pub(super) fn text(text: &str) -> Shown {
    if text.is_empty() { Shown::Empty } else { Shown::Text(text.to_owned()) }
}

/// A name with its English form, where it has one.
pub(super) fn named(vi: &str, en: &str) -> Shown {
    if en.is_empty() || vi.is_empty() { text(vi) } else { Shown::Named(vi.to_owned(), en.to_owned()) }
}

pub(super) fn number(number: Option<i64>) -> Shown {
    number.map_or(Shown::Empty, Shown::Number)
}

pub(super) fn commune(code: Option<CommuneCode>) -> Shown {
    code.map_or(Shown::Empty, Shown::Commune)
}

pub(super) fn phones(numbers: &crate::domain::PhoneNumbers) -> Shown {
    numbers.0.first().map_or(Shown::Empty, |number| Shown::Text(phone::show(&number.digits)))
}

/// A sensitive number: only its last three digits.
pub(super) fn masked(number: &str) -> Shown {
    let last: Vec<char> = number.chars().rev().take(3).collect();
    if number.is_empty() {
        Shown::Empty
    } else {
        Shown::Text(format!("•••• {}", last.iter().rev().collect::<String>()))
    }
}

/// The labels of a set of codes.
pub(super) fn labels(codes: &CodeSet, label: impl Fn(&str) -> Option<Message>) -> Shown {
    let labels: Vec<_> = codes.0.iter().filter_map(|code| label(code)).collect();
    if labels.is_empty() { Shown::Empty } else { Shown::Words(labels) }
}
