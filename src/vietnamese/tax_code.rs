//! Tax codes (mã số thuế): of firms, of their dependent units, and since 1 July 2025 of individuals.
//!
//! A code that fails its check digit is only doubted: officers copy numbers from stamps and old papers,
//! and a typing error there must not stop a signing. Whether a code is registered is not known here.

use crate::i18n::message;
use crate::problem::Problem;

use super::personal_id;
use super::text::clean;

const FIELD: &str = "tax_code";

/// Whose code it is, told by the number of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaxCodeKind {
    /// 10 digits: a firm, a co-operative, an organisation.
    Organisation,
    /// 13 digits: a unit of an organisation, such as a branch.
    DependentUnit,
    /// 12 digits: the personal number of an individual or of the head of a business household
    /// (Thông tư 86/2024/TT-BTC).
    Individual,
}

/// The kind of a code as [`check`] gives it back; nothing if it has no valid length.
pub fn kind(digits: &str) -> Option<TaxCodeKind> {
    match digits.len() {
        10 => Some(TaxCodeKind::Organisation),
        12 => Some(TaxCodeKind::Individual),
        13 => Some(TaxCodeKind::DependentUnit),
        _ => None,
    }
}

/// Checks a tax code; gives back what to store, digits only, and what is wrong with it.
///
/// Spaces, dots and dashes are left out. A zero that a spreadsheet took from the front comes back, with
/// a warning, when the check digit confirms it. Text that cannot be a code comes back as it was typed.
/// Nothing typed is nothing wrong.
pub fn check(text: &str) -> (String, Vec<Problem>) {
    let typed = clean(text);
    let digits: String =
        typed.chars().filter(|character| !matches!(character, ' ' | '.' | '-' | '–')).collect();
    if typed.is_empty() {
        return (typed, Vec::new());
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return (typed, vec![Problem::error(FIELD, message("tax-code-not-digits"))]);
    }
    let problems = match kind(&digits) {
        Some(TaxCodeKind::Individual) => personal_id::origin_problem(FIELD, &digits).into_iter().collect(),
        Some(_) if !is_issued(&digits) => vec![Problem::warning(FIELD, message("tax-code-doubtful"))],
        Some(_) => Vec::new(),
        None => return wrong_length(digits),
    };
    (digits, problems)
}

/// A code as it is printed: "0314409058", "0314409058-002".
pub fn show(digits: &str) -> String {
    match digits.split_at_checked(10) {
        Some((organisation, unit)) if digits.len() == 13 => format!("{organisation}-{unit}"),
        _ => digits.to_owned(),
    }
}

fn wrong_length(digits: String) -> (String, Vec<Problem>) {
    let completed = format!("0{digits}");
    let confirmed = matches!(kind(&completed), Some(TaxCodeKind::Organisation | TaxCodeKind::DependentUnit))
        && !digits.starts_with('0')
        && is_issued(&completed);
    if confirmed {
        let problem = Problem::warning(FIELD, message("tax-code-zero-added").with("code", show(&completed)));
        return (completed, vec![problem]);
    }
    let problem = message("tax-code-length").with("count", digits.len());
    (digits, vec![Problem::error(FIELD, problem)])
}

/// Whether a code of 10 or 13 digits passes its check digit and could have been issued at all.
fn is_issued(digits: &str) -> bool {
    const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];
    let values = || digits.chars().filter_map(|digit| digit.to_digit(10));
    let sum: u32 = values().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let serial_is_zero = values().skip(2).take(7).all(|digit| digit == 0);
    let unit_is_zero = digits.len() == 13 && digits.ends_with("000");
    // A remainder of 0 asks for a check digit of 10, so no such code is ever issued.
    values().nth(9) == Some(10 - sum % 11) && !serial_is_zero && !unit_is_zero
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::problem::blocks;

    fn keys(text: &str) -> Vec<String> {
        check(text).1.iter().map(|problem| problem.message.key().to_owned()).collect()
    }

    #[test]
    fn valid_codes_are_stored_as_digits_and_shown_with_their_dash() {
        for (text, digits, shown) in [
            ("0100112437", "0100112437", "0100112437"),
            (" 0100 233 488 ", "0100233488", "0100233488"),
            ("0314409058-002", "0314409058002", "0314409058-002"),
            ("0314409058002", "0314409058002", "0314409058-002"),
            ("9900000016", "9900000016", "9900000016"),
            ("9900000023", "9900000023", "9900000023"),
            ("9900000048", "9900000048", "9900000048"),
            ("001190000001", "001190000001", "001190000001"),
            ("", "", ""),
        ] {
            assert_eq!(check(text), (digits.to_owned(), Vec::new()), "{text}");
            assert_eq!(show(digits), shown);
        }
    }

    #[test]
    fn doubtful_codes_pass_with_a_warning() {
        for text in ["0100233480", "0100112438", "0100000000", "0314409058-000"] {
            assert_eq!(keys(text), ["tax-code-doubtful"], "{text}");
            assert!(!blocks(&check(text).1));
        }
        assert_eq!(keys("003190000001"), ["personal-id-province-unknown"]);
        assert_eq!(check("003190000001").1[0].field, "tax_code");
    }

    #[test]
    fn a_sum_that_asks_for_a_check_digit_of_ten_is_never_valid() {
        // 1 × 31 + 1 × 13 = 44, and a sum with remainder 10 has the check digit 0.
        assert!((0..10).all(|last| !is_issued(&format!("100001000{last}"))));
        // 1 × 29 + 1 × 3 = 32.
        assert!(is_issued("0100000010"));
    }

    #[test]
    fn a_zero_lost_in_a_spreadsheet_comes_back() {
        assert_eq!(check("100112437").0, "0100112437");
        assert_eq!(keys("100112437"), ["tax-code-zero-added"]);
        assert_eq!(keys("100112438"), ["tax-code-length"]);
    }

    #[test]
    fn what_cannot_be_a_code_is_refused_and_kept_as_typed() {
        for (text, key) in [
            ("0100112437A", "tax-code-not-digits"),
            ("đang xin", "tax-code-not-digits"),
            ("12345", "tax-code-length"),
        ] {
            assert_eq!(keys(text), [key]);
            assert!(blocks(&check(text).1));
            assert_eq!(check(text).0, text);
        }
    }

    proptest! {
        #[test]
        fn changing_one_digit_of_a_valid_code_is_noticed(place in 0..10_usize, digit in 0..10_u8) {
            let mut digits = b"0100112437".to_vec();
            let changed = digits[place] != b'0' + digit;
            digits[place] = b'0' + digit;
            let noticed = !check(std::str::from_utf8(&digits).unwrap()).1.is_empty();
            prop_assert_eq!(noticed, changed);
        }

        #[test]
        fn no_text_stops_the_check(text in any::<String>()) {
            let (stored, _) = check(&text);
            prop_assert_eq!(check(&stored).0, stored);
        }
    }
}
