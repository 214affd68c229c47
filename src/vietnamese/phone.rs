//! Telephone numbers of Vietnam, as they stand in forms and in the cells of old lists.
//!
//! Every problem with a number is a warning at most: numbers move between networks, new prefixes appear,
//! and a number nobody knows is still better than none. Numbers of other countries are kept as typed.

use serde::{Deserialize, Serialize};

use crate::i18n::message;
use crate::problem::Problem;

use super::fold::fold;
use super::text::clean_lines;

const FIELD: &str = "phones";

/// One telephone number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Phone {
    /// The digits to store and to dial, such as "0912345678"; of another country with a "+" before them.
    pub digits: String,
    /// The old number of 11 digits (before 2018) from which `digits` were converted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub converted_from: Option<String>,
}

/// What kind of number it is, told by its digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneKind {
    /// A mobile number, which may also have Zalo.
    Mobile,
    /// A landline number with its area code.
    Landline,
    /// A service number, 1800 or 1900.
    Service,
    /// A number of another country.
    Foreign,
}

impl Phone {
    /// The kind of the number; nothing if its prefix or length is unknown.
    pub fn kind(&self) -> Option<PhoneKind> {
        kind(&self.digits)
    }
}

/// Reads the numbers of a form field or a cell, several of them separated by ";", "/", "," "-" or "hoặc".
///
/// +84 becomes 0, a zero that a spreadsheet took from the front of a mobile number comes back, old mobile
/// numbers of 11 digits are converted. Words beside the numbers are left out, with a warning if they say
/// more than what kind of number it is.
pub fn parse_phones(text: &str) -> (Vec<Phone>, Vec<Problem>) {
    let cleaned = clean_lines(text);
    let mut phones: Vec<Phone> = Vec::new();
    let mut problems = Vec::new();
    // A plus always starts a number.
    for part in cleaned.replace('+', " +").split([';', '/', ',', '\n', '&', '|']) {
        for number in numbers(&digit_runs(part)) {
            let phone = normalised(&number);
            if !phones.contains(&phone) {
                problems.extend(problem(&phone));
                phones.push(phone);
            }
        }
    }
    if phones.is_empty() && !cleaned.is_empty() {
        problems.push(Problem::warning(FIELD, message("phone-none-found").with("text", cleaned.as_str())));
    } else if let Some(words) = remarks(&cleaned) {
        problems.push(Problem::warning(FIELD, message("phone-words-left-out").with("words", words)));
    }
    (phones, problems)
}

/// A number whose middle nobody can read, so that its owner still knows it: "09xx xxx 678".
pub fn masked(digits: &str) -> String {
    let count = digits.chars().filter(char::is_ascii_digit).count();
    let mut place = 0;
    let shown = show(digits);
    let hidden = shown.chars().map(|sign| {
        if !sign.is_ascii_digit() {
            return sign;
        }
        place += 1;
        if place <= 2 || place + 3 > count { sign } else { 'x' }
    });
    hidden.collect()
}

/// A number as it is printed: "0912 345 678", "024 3825 2096", "0222 383 1234", "1900 1234".
pub fn show(digits: &str) -> String {
    let groups: &[usize] = match (kind(digits), digits.len()) {
        (Some(PhoneKind::Landline), _) if has_short_area_code(digits) => &[3, 4, 4],
        (Some(PhoneKind::Landline), _) => &[4, 3, 4],
        (Some(PhoneKind::Service), 8) => &[4, 4],
        (Some(PhoneKind::Mobile | PhoneKind::Service), _) => &[4, 3, 3],
        (Some(PhoneKind::Foreign) | None, _) => &[],
    };
    let mut shown = String::new();
    let mut rest = digits;
    for length in groups {
        let (group, after) = rest.split_at_checked(*length).unwrap_or((rest, ""));
        shown.push_str(group);
        shown.push(' ');
        rest = after;
    }
    shown.push_str(rest);
    shown.trim_end().to_owned()
}

fn kind(digits: &str) -> Option<PhoneKind> {
    let count = digits.len();
    if digits.starts_with('+') {
        return Some(PhoneKind::Foreign);
    }
    let is_service = digits.starts_with("1800") || digits.starts_with("1900");
    let is_mobile = count == 10 && digits.get(..3).is_some_and(is_mobile_prefix);
    let is_landline =
        count == 11 && (has_short_area_code(digits) || digits.get(..4).is_some_and(is_area_code));
    match () {
        () if is_service && matches!(count, 8 | 10) => Some(PhoneKind::Service),
        () if is_mobile => Some(PhoneKind::Mobile),
        () if is_landline => Some(PhoneKind::Landline),
        () => None,
    }
}

/// The prefixes of the mobile networks since the change of 2018.
fn is_mobile_prefix(prefix: &str) -> bool {
    let number = prefix.strip_prefix('0').and_then(|prefix| prefix.parse::<u8>().ok());
    number.is_some_and(
        |number| matches!(number, 32..=39 | 52 | 55 | 56 | 58 | 59 | 70 | 76..=79 | 81..=94 | 96..=99),
    )
}

/// Whether it is a number of Hà Nội or Thành phố Hồ Chí Minh, whose area codes have three digits.
fn has_short_area_code(digits: &str) -> bool {
    digits.starts_with("024") || digits.starts_with("028")
}

/// The area codes of four digits; they follow the 63 provinces before 2025.
fn is_area_code(code: &str) -> bool {
    let number = code.strip_prefix('0').and_then(|code| code.parse::<u16>().ok());
    number.is_some_and(|number| {
        matches!(
            number,
            203..=216 | 218..=222 | 225..=229 | 232..=239 | 251 | 252 | 254..=263 | 269..=277 | 290..=294 | 296
                | 297 | 299
        )
    })
}

/// A number as it is dialled inside Vietnam, old mobile numbers converted; of another country with "+".
fn normalised(written: &str) -> Phone {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let international =
        if written.starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    let national = match international {
        Some(rest) => match rest.strip_prefix("84") {
            Some(national) => national,
            // ITU-T E.164 allows 15 digits; under 7 it is a typing error.
            None if matches!(rest.len(), 7..=15) => {
                return Phone { digits: format!("+{rest}"), converted_from: None };
            }
            None => digits.as_str(),
        },
        None => digits.strip_prefix("84").filter(|rest| matches!(rest.len(), 9 | 10)).unwrap_or(&digits),
    };
    let completed = format!("0{national}");
    let lacks_zero = kind(&completed).is_some() || converted(&completed).is_some();
    let digits = if lacks_zero { completed } else { national.to_owned() };
    match converted(&digits) {
        Some(new) => Phone { digits: new, converted_from: Some(digits) },
        None => Phone { digits, converted_from: None },
    }
}

/// The number of today for an old mobile number of 11 digits (the change of 15 September 2018).
fn converted(digits: &str) -> Option<String> {
    let (prefix, subscriber) = digits.split_at_checked(4).filter(|_| digits.len() == 11)?;
    let new = match prefix {
        "0120" => "070",
        "0121" => "079",
        "0122" => "077",
        "0126" => "076",
        "0128" => "078",
        "0123" => "083",
        "0124" => "084",
        "0125" => "085",
        "0127" => "081",
        "0129" => "082",
        "0162" => "032",
        "0163" => "033",
        "0164" => "034",
        "0165" => "035",
        "0166" => "036",
        "0167" => "037",
        "0168" => "038",
        "0169" => "039",
        "0186" => "056",
        "0188" => "058",
        "0199" => "059",
        _ => return None,
    };
    Some(format!("{new}{subscriber}"))
}

fn problem(phone: &Phone) -> Option<Problem> {
    let shown = show(&phone.digits);
    match &phone.converted_from {
        Some(old) => {
            let problem = message("phone-converted").with("old", old.as_str()).with("new", shown);
            Some(Problem::warning(FIELD, problem))
        }
        None if phone.kind().is_none() => {
            Some(Problem::warning(FIELD, message("phone-unknown").with("number", shown)))
        }
        None => None,
    }
}

/// The runs of digits in a part of a cell; a plus stays with its run.
fn digit_runs(part: &str) -> Vec<&str> {
    let outside = |character: char| !character.is_ascii_digit() && character != '+';
    part.split(outside).filter(|run| run.bytes().any(|byte| byte.is_ascii_digit())).collect()
}

/// Puts runs together to numbers: "0912 345 678 - 024 3825 2096" are two, whatever stands between.
///
/// If no way of cutting gives nothing but known numbers, the runs are one number.
fn numbers(runs: &[&str]) -> Vec<String> {
    /// Far more than people write; the ways to cut grow fast with the runs.
    const MOST_RUNS: usize = 40;
    if runs.len() > MOST_RUNS {
        return runs.iter().map(|run| (*run).to_owned()).collect();
    }
    known_numbers(runs).unwrap_or_else(|| vec![runs.concat()])
}

/// The longest numbers first, so that what belongs together stays together.
fn known_numbers(runs: &[&str]) -> Option<Vec<String>> {
    if runs.is_empty() {
        return Some(Vec::new());
    }
    (1..=runs.len()).rev().find_map(|count| {
        let (number, rest) = runs.split_at_checked(count)?;
        let number = number.concat();
        normalised(&number).kind()?;
        let others = known_numbers(rest)?;
        Some(std::iter::once(number).chain(others).collect())
    })
}

/// The words of a cell that are no labels of numbers, such as a name.
fn remarks(text: &str) -> Option<String> {
    const LABELS: [&str; 21] = [
        "cd",
        "co dinh",
        "co quan",
        "cq",
        "dd",
        "di dong",
        "dien thoai",
        "dt",
        "dtdd",
        "fax",
        "hoac",
        "hotline",
        "mobile",
        "nha rieng",
        "phone",
        "sdt",
        "so",
        "tel",
        "va",
        "viber",
        "zalo",
    ];
    let is_label = |words: &str| LABELS.contains(&fold(words).as_str());
    let outside = |character: char| !(character.is_alphabetic() || character == ' ');
    let words: Vec<&str> = text
        .split(outside)
        .map(str::trim)
        .filter(|words| !words.is_empty() && !is_label(words) && !words.split(' ').all(is_label))
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::problem::Severity;

    fn digits(text: &str) -> Vec<String> {
        parse_phones(text).0.into_iter().map(|phone| phone.digits).collect()
    }

    #[test]
    fn a_masked_number_is_known_by_its_owner_only() {
        for (digits, shown) in
            [("0912345678", "09xx xxx 678"), ("02438252096", "02x xxxx x096"), ("113", "113"), ("", "")]
        {
            assert_eq!(masked(digits), shown);
        }
    }

    fn keys(text: &str) -> Vec<String> {
        parse_phones(text).1.iter().map(|problem| problem.message.key().to_owned()).collect()
    }

    #[test]
    fn usual_numbers_are_read_without_problems() {
        for (text, expected) in [
            ("0912345678", vec!["0912345678"]),
            ("0912.345.678", vec!["0912345678"]),
            ("+84 912 345 678", vec!["0912345678"]),
            ("+84 (0) 912 345 678", vec!["0912345678"]),
            ("84912345678", vec!["0912345678"]),
            ("0084912345678", vec!["0912345678"]),
            ("912345678", vec!["0912345678"]),
            ("ĐT: 024 3825 2096", vec!["02438252096"]),
            ("(024) 3825-2096", vec!["02438252096"]),
            ("+84 24 3825 2096", vec!["02438252096"]),
            ("0222.383.1234", vec!["02223831234"]),
            ("1900 1234", vec!["19001234"]),
            ("1800 599 920", vec!["1800599920"]),
            ("+86 138 0013 8000", vec!["+8613800138000"]),
            ("0900 000 001", vec!["0900000001"]),
            ("", vec![]),
        ] {
            assert_eq!(digits(text), expected, "{text}");
            assert!(keys(text).is_empty(), "{text}: {:?}", keys(text));
        }
    }

    #[test]
    fn several_numbers_in_a_cell_are_told_apart() {
        let two = ["0912345678", "02438252096"];
        for text in [
            "0912345678; 02438252096",
            "0912 345 678 / 024 3825 2096",
            "0912-345-678 - 024-3825-2096",
            "0912 345 678 hoặc 024.3825.2096",
            "0912345678 02438252096",
            "DĐ 0912345678\nCQ 02438252096",
            "ĐTDĐ: 912 345 678, Zalo 0912345678, cố định: 024 38252096",
        ] {
            assert_eq!(digits(text), two, "{text}");
            assert!(keys(text).is_empty(), "{text}: {:?}", keys(text));
        }
    }

    #[test]
    fn old_mobile_numbers_are_converted_with_a_warning() {
        for (old, new) in [
            ("01201234567", "0701234567"),
            ("01211234567", "0791234567"),
            ("01221234567", "0771234567"),
            ("01261234567", "0761234567"),
            ("01281234567", "0781234567"),
            ("01231234567", "0831234567"),
            ("01241234567", "0841234567"),
            ("01251234567", "0851234567"),
            ("01271234567", "0811234567"),
            ("01291234567", "0821234567"),
            ("01621234567", "0321234567"),
            ("01691234567", "0391234567"),
            ("01861234567", "0561234567"),
            ("01881234567", "0581234567"),
            ("01991234567", "0591234567"),
        ] {
            let (phones, problems) = parse_phones(old);
            assert_eq!(phones, [Phone { digits: new.to_owned(), converted_from: Some(old.to_owned()) }]);
            assert_eq!(problems.len(), 1);
            assert_eq!(
                (problems[0].severity, problems[0].message.key()),
                (Severity::Warning, "phone-converted")
            );
        }
        assert_eq!(digits("+84 168 123 4567"), ["0381234567"]);
        assert_eq!(digits("1681234567"), ["0381234567"]);
    }

    #[test]
    fn unknown_numbers_are_kept_with_a_warning() {
        for (text, expected) in [
            ("0512345678", "0512345678"),
            ("0438252096", "0438252096"),
            ("02171234567", "02171234567"),
            ("091234567", "091234567"),
            ("12345", "12345"),
        ] {
            assert_eq!(digits(text), [expected], "{text}");
            assert_eq!(keys(text), ["phone-unknown"], "{text}");
        }
        assert_eq!(digits("024.3825.2096/2097"), ["02438252096", "2097"]);
        assert_eq!(keys("024.3825.2096/2097"), ["phone-unknown"]);
    }

    #[test]
    fn words_that_say_more_are_reported() {
        assert_eq!(keys("0912345678 (chị Lan)"), ["phone-words-left-out"]);
        assert_eq!(keys("chưa có"), ["phone-none-found"]);
        let (_, problems) = parse_phones("0912345678 (chị Lan)");
        assert!(problems[0].text(crate::i18n::Language::Vi).contains("chị Lan"));
    }

    #[test]
    fn numbers_are_shown_in_groups() {
        for (digits, shown) in [
            ("0912345678", "0912 345 678"),
            ("02438252096", "024 3825 2096"),
            ("02838252096", "028 3825 2096"),
            ("02223831234", "0222 383 1234"),
            ("19001234", "1900 1234"),
            ("1800599920", "1800 599 920"),
            ("+8613800138000", "+8613800138000"),
            ("12345", "12345"),
            ("", ""),
        ] {
            assert_eq!(show(digits), shown);
        }
    }

    proptest! {
        #[test]
        fn no_cell_stops_the_reading(text in any::<String>(), near in "[0-9 +./;()-]{0,60}") {
            for text in [text, near] {
                for phone in parse_phones(&text).0.into_iter().filter(|phone| phone.kind().is_some()) {
                    let again = parse_phones(&phone.digits).0;
                    prop_assert_eq!(&again, &[Phone { converted_from: None, ..phone.clone() }]);
                    prop_assert_eq!(parse_phones(&show(&phone.digits)).0, again);
                }
            }
        }
    }
}
