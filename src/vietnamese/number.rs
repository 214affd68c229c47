//! Whole numbers and amounts of đồng as people write them: "1.234.567", "1,5 triệu", "VND 1,500,000".
//!
//! Money is whole đồng in an `i64`; there are no smaller units. Amounts in words are in `amount`.

use crate::i18n::{Language, Message, message};

use super::fold::fold;
use super::text::clean;

/// A whole number with its thousands separated: "1.234.567" in Vietnamese, "1,234,567" in English.
pub fn group(number: i64, language: Language) -> String {
    let separator = match language {
        Language::Vi => '.',
        Language::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Reads a whole number: "1234567", "1.234.567", "1,234,567" or "1 234 567", with or without a minus.
///
/// A separator counts only before groups of three digits, so "1.5" is refused and "1.500" is 1500.
pub fn parse_integer(text: &str) -> Result<i64, Message> {
    let cleaned = clean(text);
    let refused = || message("number-not-whole").with("text", cleaned.as_str());
    let (sign, digits) = match cleaned.strip_prefix('-') {
        Some(rest) => (-1, rest.trim_start()),
        None => (1, cleaned.as_str()),
    };
    let digits = ungrouped(digits).ok_or_else(refused)?;
    digits.parse::<i64>().ok().map(|number| sign * number).ok_or_else(refused)
}

/// An amount of đồng: "2.400.000.000 đồng" in Vietnamese, "VND 2,400,000,000" in English.
pub fn money(dong: i64, language: Language) -> String {
    message("money").with("amount", group(dong, language)).text(language)
}

/// A number of a list: how it is read, and what a spreadsheet adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A whole number.
    Whole(i64),
    /// Đồng, read in millions.
    Millions(i64),
    /// A share in percent.
    Percent(i64),
}

impl From<i64> for Figure {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl Figure {
    /// As it is read: "1.204", "2,4" (millions), "87 %".
    pub fn text(self, language: Language) -> String {
        match self {
            Self::Whole(number) => group(number, language),
            Self::Percent(percent) => format!("{percent} %"),
            Self::Millions(_) => {
                let tenths = self.tenths();
                let point = match language {
                    Language::Vi => ',',
                    Language::En => '.',
                };
                let whole = group(tenths / 10, language);
                if self.has_tenths() { format!("{whole}{point}{}", (tenths % 10).abs()) } else { whole }
            }
        }
    }

    /// Millions below a hundred are read with one decimal, unless that is 0.
    pub fn has_tenths(self) -> bool {
        self.tenths() % 10 != 0
    }

    /// Tenths of millions as they are read; those of a hundred millions and more are whole.
    fn tenths(self) -> i64 {
        let Self::Millions(dong) = self else { return 0 };
        let round = |to: i64| dong.saturating_add(dong.signum() * to / 2) / to;
        if dong.abs() < 100_000_000 { round(100_000) } else { round(1_000_000) * 10 }
    }
}

/// Reads an amount of đồng, not negative: "1.500.000 đồng", "1,5 triệu", "2 tỷ 400 triệu", "500k", "₫".
///
/// A single separator before exactly three digits marks thousands ("1.500 đồng"), so "1.500 triệu" is one
/// and a half billion. What can be read in two ways is refused: "1,500 triệu", "2 tỷ 500".
pub fn parse_money(text: &str) -> Result<i64, Message> {
    let cleaned = clean(text);
    let refused = || message("money-not-read").with("text", cleaned.as_str());
    let mut parts = money_parts(&cleaned).into_iter().peekable();
    let mut total: i64 = 0;
    let mut last_unit = i64::MAX;
    let mut read_any = false;
    while let Some(part) = parts.next() {
        let number = match part {
            Part::Number(number) => number,
            Part::Word(word) if is_currency(&word) => continue,
            Part::Word(_) => return Err(refused()),
        };
        let mut unit: i64 = 1;
        while let Some(factor) = parts.peek().and_then(Part::factor) {
            unit = unit.checked_mul(factor).ok_or_else(refused)?;
            parts.next();
        }
        // "2 tỷ 500" means two and a half billion to some, 500 đồng more than two to others.
        let is_unclear = if unit > 1 { is_ambiguous(&number) } else { read_any };
        if is_unclear {
            return Err(message("money-ambiguous").with("text", cleaned.as_str()));
        }
        let amount = times(&number, unit).filter(|amount| *amount < last_unit).ok_or_else(refused)?;
        last_unit = unit;
        total = total.checked_add(amount).ok_or_else(refused)?;
        read_any = true;
    }
    if read_any { Ok(total) } else { Err(refused()) }
}

/// A run of characters inside a written amount.
enum Part {
    /// Digits with their separators, as written.
    Number(String),
    /// Letters, folded; the sign ₫ counts as "d".
    Word(String),
}

impl Part {
    /// The factor, if this is one of the words for a power of thousand.
    fn factor(&self) -> Option<i64> {
        let Self::Word(word) = self else { return None };
        match word.as_str() {
            "k" | "nghin" | "ngan" => Some(1_000),
            "tr" | "trieu" => Some(1_000_000),
            "ty" | "ti" => Some(1_000_000_000),
            _ => None,
        }
    }
}

fn is_currency(word: &str) -> bool {
    matches!(word, "d" | "dong" | "vnd" | "chan")
}

/// Takes an amount apart into numbers and words; a space stays inside a number when a digit follows.
fn money_parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text.trim_end_matches(['.', '/', ' ']);
    while let Some(first) = rest.chars().next() {
        if first == ' ' {
            rest = rest.trim_start();
            continue;
        }
        let numeric = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',' | ' ');
        let in_number = first.is_ascii_digit();
        let end = rest
            .find(|character| if in_number { !numeric(character) } else { numeric(character) })
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = if end == 0 { "" } else { after };
        parts.push(if in_number {
            Part::Number(run.trim_end().to_owned())
        } else {
            Part::Word(if run == "₫" { "d".to_owned() } else { fold(run) })
        });
    }
    parts
}

/// Whether a number with a comma before its only three last digits may mean thousands or a fraction.
fn is_ambiguous(number: &str) -> bool {
    number.split_once(',').is_some_and(|(whole, after)| {
        after.len() == 3
            && whole.len() <= 3
            && !whole.starts_with('0')
            && is_digits(whole)
            && is_digits(after)
    })
}

/// A written number, perhaps with a fraction, times the unit; nothing unless that is whole and fits.
fn times(number: &str, unit: i64) -> Option<i64> {
    if let Some(digits) = ungrouped(number) {
        return digits.parse::<i64>().ok()?.checked_mul(unit);
    }
    let (whole, fraction) = number.rsplit_once([',', '.'])?;
    let whole = ungrouped(whole)?.parse::<i64>().ok()?.checked_mul(unit)?;
    let digits = u32::try_from(fraction.len()).ok().filter(|_| is_digits(fraction))?;
    let scale = 10_i64.checked_pow(digits)?;
    let part = fraction.parse::<i64>().ok()?.checked_mul(unit)?;
    (part % scale == 0).then_some(())?;
    whole.checked_add(part / scale)
}

/// The digits of a whole number without its separators; nothing if it is not written as one.
fn ungrouped(text: &str) -> Option<String> {
    if is_digits(text) {
        return Some(text.to_owned());
    }
    let separator = text.chars().find(|character| !character.is_ascii_digit())?;
    let mut groups = matches!(separator, '.' | ',' | ' ').then(|| text.split(separator))?;
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        (group.len() == 3).then_some(())?;
        digits.push_str(group);
    }
    ((1..=3).contains(&first.len()) && !first.starts_with('0') && is_digits(&digits)).then_some(digits)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn thousands_are_separated_the_way_of_the_language() {
        for (number, vi, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1.000", "1,000"),
            (1_234_567, "1.234.567", "1,234,567"),
            (-12_345, "-12.345", "-12,345"),
            (i64::MIN, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
        ] {
            assert_eq!(group(number, Language::Vi), vi);
            assert_eq!(group(number, Language::En), en);
        }
    }

    #[test]
    fn whole_numbers_are_read_with_any_separator() {
        for (text, number) in [
            ("1234567", 1_234_567),
            ("1.234.567", 1_234_567),
            ("1,234,567", 1_234_567),
            (" 1\u{A0}234 567 ", 1_234_567),
            ("1.500", 1_500),
            ("-5", -5),
            ("0", 0),
            ("007", 7),
        ] {
            assert_eq!(parse_integer(text), Ok(number), "{text}");
        }
        for text in [
            "",
            "1.5",
            "1,50",
            "12.34.567",
            "1.234,567",
            "1234.567",
            "0.500",
            "5 kg",
            "1e3",
            "--5",
            "9".repeat(19).as_str(),
        ] {
            assert!(parse_integer(text).is_err(), "{text}");
        }
    }

    #[test]
    fn money_shows_its_currency() {
        assert_eq!(money(2_400_000_000, Language::Vi), "2.400.000.000 đồng");
        assert_eq!(money(2_400_000_000, Language::En), "VND 2,400,000,000");
    }

    #[test]
    fn money_is_read_as_officers_write_it() {
        for (text, dong) in [
            ("1.500.000 đồng", 1_500_000),
            ("1500000", 1_500_000),
            ("1 500 000đ", 1_500_000),
            ("1.500 ₫", 1_500),
            ("1,500 đồng", 1_500),
            ("₫500.000", 500_000),
            ("VND 1,500,000", 1_500_000),
            ("1.500.000 VNĐ./.", 1_500_000),
            ("1,5 triệu", 1_500_000),
            ("1.5 triệu đồng", 1_500_000),
            ("1.500 triệu", 1_500_000_000),
            ("2,4 tỷ", 2_400_000_000),
            ("2,4 tỉ đồng chẵn", 2_400_000_000),
            ("2,45tỷ", 2_450_000_000),
            ("2 tỷ 400 triệu", 2_400_000_000),
            ("3 nghìn tỷ", 3_000_000_000_000),
            ("500 nghìn", 500_000),
            ("500 ngàn đồng", 500_000),
            ("500k", 500_000),
            ("0,125 tỷ", 125_000_000),
            ("0 đồng", 0),
        ] {
            assert_eq!(parse_money(text), Ok(dong), "{text}");
        }
    }

    #[test]
    fn money_that_is_unclear_is_refused() {
        for text in [
            "",
            "đồng",
            "-5 đồng",
            "USD 5",
            "1,5 đồng",
            "1,2345 nghìn",
            "5 triệu 2 tỷ",
            "2 triệu 3 triệu",
            "1 triệu 5000 nghìn",
            "5 5 triệu",
            "5 kg",
            "9999999999 tỷ",
        ] {
            assert_eq!(parse_money(text).unwrap_err().key(), "money-not-read", "{text}");
        }
        for text in ["1,500 triệu", "1tr5", "2 tỷ 500", "2 tỷ 500 đồng"] {
            assert_eq!(parse_money(text).unwrap_err().key(), "money-ambiguous", "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_read(number in any::<i64>(), dong in 0..i64::MAX) {
            for language in Language::ALL {
                if number != i64::MIN {
                    prop_assert_eq!(parse_integer(&group(number, language)), Ok(number));
                }
                prop_assert_eq!(parse_money(&money(dong, language)), Ok(dong));
            }
        }

        #[test]
        fn no_text_stops_the_reading(text in "[0-9., kđ₫a-ztỷiệu-]{0,20}") {
            let _ = parse_integer(&text);
            let _ = parse_money(&text);
        }
    }
}
