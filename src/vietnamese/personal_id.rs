//! Personal identification numbers (số định danh cá nhân, on the CCCD and the căn cước card).
//!
//! The number has no check digit, but it holds the place of birth registration, the sex and the year of
//! birth, which are compared with the other fields. Numbers of this kind are personal data: show them
//! with [`masked`].

use serde::{Deserialize, Serialize};

use crate::i18n::message;
use crate::problem::Problem;

use super::date::PartialDate;
use super::text::clean;

const FIELD: &str = "personal_id";

/// The sex written on a person's papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sex {
    /// Nam.
    Male,
    /// Nữ.
    Female,
}

/// Checks a personal number against the other fields; gives back what to store and what is wrong.
///
/// Spaces, dots and dashes are left out. Disagreement with birth or sex is a warning: nobody knows yet
/// which of the two is wrong. A CMND number of 9 digits is recognised and named as such.
/// Nothing typed is nothing wrong.
pub fn check(id: &str, birth: Option<&PartialDate>, sex: Option<Sex>) -> (String, Vec<Problem>) {
    let typed = clean(id);
    let digits: String =
        typed.chars().filter(|character| !matches!(character, ' ' | '.' | '-' | '–')).collect();
    if typed.is_empty() {
        return (typed, Vec::new());
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return (typed, vec![Problem::error(FIELD, message("personal-id-not-digits"))]);
    }
    let problems = match digits.len() {
        12 => doubts(&digits, birth, sex),
        9 => vec![Problem::warning(FIELD, message("personal-id-old-card"))],
        count => vec![Problem::error(FIELD, message("personal-id-length").with("count", count))],
    };
    (digits, problems)
}

/// The number with its middle hidden: "001*****0001"; of other lengths only the last three digits show.
pub fn masked(id: &str) -> String {
    let count = id.chars().count();
    let (first, last) = if count == 12 { (3, 4) } else { (0, 3.min(count / 2)) };
    id.chars()
        .enumerate()
        .map(|(index, digit)| if index < first || index + last >= count { digit } else { '*' })
        .collect()
}

/// A warning if the first three digits are neither a province before 2025 nor a foreign country.
///
/// Numbers given out before 1 July 2025 keep the codes of the 63 provinces, and those of the 34 new
/// provinces are among them. Countries have codes from 100.
pub(super) fn origin_problem(field: &str, digits: &str) -> Option<Problem> {
    const PROVINCES: [u16; 63] = [
        1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38,
        40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80,
        82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
    ];
    let origin = digits.get(..3)?;
    let code: u16 = origin.parse().ok()?;
    let known = code >= 100 || PROVINCES.contains(&code);
    (!known).then(|| Problem::warning(field, message("personal-id-province-unknown").with("code", origin)))
}

/// Compares the parts of a number of 12 digits with the birth and the sex of the person.
fn doubts(digits: &str, birth: Option<&PartialDate>, sex: Option<Sex>) -> Vec<Problem> {
    let mut problems: Vec<Problem> = origin_problem(FIELD, digits).into_iter().collect();
    let century_and_sex = digits.get(3..4).and_then(|digit| digit.parse::<i16>().ok());
    let year_in_century = digits.get(4..6).and_then(|digits| digits.parse::<i16>().ok());
    let (Some(code), Some(year_in_century)) = (century_and_sex, year_in_century) else { return problems };
    let year = 1900 + 100 * (code / 2) + year_in_century;
    if let Some(birth) = birth.filter(|birth| birth.year() != year) {
        let problem = message("personal-id-birth-differs")
            .with("in_number", year.to_string())
            .with("typed", birth.year().to_string());
        problems.push(Problem::warning("birth", problem));
    }
    let sex_in_number = if code % 2 == 0 { Sex::Male } else { Sex::Female };
    if sex.is_some_and(|sex| sex != sex_in_number) {
        problems.push(Problem::warning(
            FIELD,
            match sex_in_number {
                Sex::Male => message("personal-id-of-man"),
                Sex::Female => message("personal-id-of-woman"),
            },
        ));
    }
    problems
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::problem::blocks;

    fn check_all(id: &str, birth: &str, sex: Option<Sex>) -> Vec<(String, String)> {
        let birth = PartialDate::from_iso(birth);
        let (_, problems) = check(id, birth.as_ref(), sex);
        problems.iter().map(|problem| (problem.field.clone(), problem.message.key().to_owned())).collect()
    }

    #[test]
    fn a_number_that_agrees_with_the_person_is_right() {
        for (id, birth, sex) in [
            ("001190000001", "1990-05-17", Some(Sex::Female)),
            ("001 190 000 001", "1990", Some(Sex::Female)),
            ("096065012345", "1965-03", Some(Sex::Male)),
            ("079303000001", "2003", Some(Sex::Female)),
            ("001203.000.001", "2003", Some(Sex::Male)),
            ("156080000001", "", None),
            ("", "1990", Some(Sex::Male)),
        ] {
            assert!(check_all(id, birth, sex).is_empty(), "{id}");
        }
        assert_eq!(check("001 190-000.001", None, None).0, "001190000001");
    }

    #[test]
    fn disagreement_is_a_warning_at_its_field() {
        let pair = |field: &str, key: &str| (field.to_owned(), key.to_owned());
        assert_eq!(
            check_all("001190000001", "1991", Some(Sex::Male)),
            [pair("birth", "personal-id-birth-differs"), pair("personal_id", "personal-id-of-woman")]
        );
        assert_eq!(
            check_all("001090000001", "1990", Some(Sex::Female)),
            [pair("personal_id", "personal-id-of-man")]
        );
        assert_eq!(check_all("001290000001", "1990", None), [pair("birth", "personal-id-birth-differs")]);
        assert_eq!(
            check_all("003190000001", "", None),
            [pair("personal_id", "personal-id-province-unknown")]
        );
        assert_eq!(
            check_all("097190000001", "", None),
            [pair("personal_id", "personal-id-province-unknown")]
        );
        let birth = PartialDate::Year(1991);
        assert!(!blocks(&check("003190000001", Some(&birth), Some(Sex::Male)).1));
    }

    #[test]
    fn old_card_numbers_are_named_and_kept() {
        assert_eq!(
            check_all("012345678", "1960", None),
            [("personal_id".into(), "personal-id-old-card".into())]
        );
        assert_eq!(check("012 345 678", None, None).0, "012345678");
        assert!(!blocks(&check("012345678", None, None).1));
    }

    #[test]
    fn what_cannot_be_a_number_is_refused_and_kept_as_typed() {
        for (id, key) in [("00119000000", "personal-id-length"), ("B1234567", "personal-id-not-digits")] {
            let (stored, problems) = check(id, None, None);
            assert_eq!((stored.as_str(), problems[0].message.key()), (id, key));
            assert!(blocks(&problems));
        }
    }

    #[test]
    fn masking_hides_the_middle() {
        for (id, shown) in [
            ("001190000001", "001*****0001"),
            ("012345678", "******678"),
            ("1234", "**34"),
            ("1", "*"),
            ("", ""),
        ] {
            assert_eq!(masked(id), shown);
        }
    }

    proptest! {
        #[test]
        fn no_text_stops_the_check_or_the_mask(id in any::<String>()) {
            let (stored, _) = check(&id, None, None);
            prop_assert_eq!(check(&stored, None, None).0, stored);
            prop_assert_eq!(masked(&id).chars().count(), id.chars().count());
        }
    }
}
