//! Whether the legal bases of a MoU are in force on its day.
//!
//! A small table of what the templates cite and of what it replaced, as of [`AS_OF`]. What is not in it is not
//! judged: somebody has to look it up.

use jiff::civil::{Date, date};

use super::data::{Both, Text, plain_text};
use super::signers::Day;
use crate::i18n::message;
use crate::problem::Problem;
use crate::vietnamese::PartialDate;

/// The day of the table.
pub const AS_OF: Date = date(2026, 11, 26);

/// A law or decree.
struct Act {
    number: &'static str,
    from: Date,
    /// The day from which it is no longer in force, and what stands in its place.
    until: Option<(Date, &'static str)>,
}

const fn since(number: &'static str, from: Date) -> Act {
    Act { number, from, until: None }
}

const fn replaced(number: &'static str, until: Date, by: &'static str) -> Act {
    Act { number, from: Date::MIN, until: Some((until, by)) }
}

/// Handbook 1.1–1.3, 1.5 and 7; for the civil code, the commercial law and the law of 2012 their own final articles
/// or that of what replaced them (Điều 689 of 91/2015/QH13, Điều 323 of 36/2005/QH11, Điều 115 of 17/2023/QH15).
const ACTS: [Act; 14] = [
    since("91/2015/QH13", date(2017, 1, 1)),
    since("36/2005/QH11", date(2006, 1, 1)),
    since("17/2023/QH15", date(2024, 7, 1)),
    since("52/2018/NĐ-CP", date(2018, 6, 1)),
    since("43/2024/NĐ-CP", date(2024, 6, 6)),
    since("126/2024/NĐ-CP", date(2024, 11, 26)),
    since("91/2025/QH15", date(2026, 1, 1)),
    since("356/2025/NĐ-CP", date(2026, 1, 1)),
    replaced("33/2005/QH11", date(2017, 1, 1), "91/2015/QH13"),
    replaced("23/2012/QH13", date(2024, 7, 1), "17/2023/QH15"),
    replaced("66/2006/NĐ-CP", date(2018, 6, 1), "52/2018/NĐ-CP"),
    replaced("123/2014/NĐ-CP", date(2024, 6, 6), "43/2024/NĐ-CP"),
    replaced("45/2010/NĐ-CP", date(2024, 11, 26), "126/2024/NĐ-CP"),
    replaced("13/2023/NĐ-CP", date(2026, 1, 1), "356/2025/NĐ-CP"),
];

/// The bases that are not in force on the day of the MoU, or on the day of the table while there is none.
pub fn check(day: Option<Date>, bases: &[Both<Text>]) -> Vec<Problem> {
    let day = day.unwrap_or(AS_OF);
    let mut problems = Vec::new();
    for (basis, number) in bases.iter().zip(1_u32..) {
        let words = plain_text(&basis.vi);
        for act in ACTS.iter().filter(|act| cites(&words, act.number)) {
            let about = |message: crate::i18n::Message, from: Date| {
                let from = Day(PartialDate::Day(from));
                message.with("basis", number).with("number", act.number).with("from", from)
            };
            let found = match act.until {
                Some((until, by)) if until <= day => {
                    about(message("mou-basis-replaced"), until).with("now", by)
                }
                _ if act.from > day => about(message("mou-basis-not-yet"), act.from),
                _ => continue,
            };
            problems.push(Problem::warning(format!("basis.{number}"), found));
        }
    }
    problems
}

/// How many of the bases cite something that the table knows, and how many something else with a number.
pub fn known(bases: &[Both<Text>]) -> (usize, usize) {
    let words: Vec<String> = bases.iter().map(|basis| plain_text(&basis.vi)).collect();
    let (known, others): (Vec<_>, Vec<_>) = words
        .iter()
        .filter(|words| words.split_whitespace().any(is_number))
        .partition(|words| ACTS.iter().any(|act| cites(words, act.number)));
    (known.len(), others.len())
}

/// Whether a word is the number of an act, such as "52/2018/NĐ-CP".
fn is_number(word: &str) -> bool {
    let mut parts = word.split('/');
    let digits = |part: Option<&str>| {
        part.is_some_and(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    digits(parts.next()) && digits(parts.next()) && parts.next().is_some()
}

/// Whether a text names an act: its number as a whole, not the end of a longer one.
fn cites(words: &str, number: &str) -> bool {
    words.match_indices(number).any(|(at, _)| {
        let (before, after) = (words.get(..at).unwrap_or_default(), words.get(at + number.len()..));
        !before.ends_with(|letter: char| letter.is_alphanumeric())
            && !after.unwrap_or_default().starts_with(|letter: char| letter.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::mou::data::Span;
    use crate::documents::mou::template::Template;
    use crate::i18n::Language;

    fn basis(words: &str) -> Both<Text> {
        Both { vi: vec![Span::plain(words)], en: Text::new() }
    }

    fn told(day: Option<Date>, words: &str) -> Vec<String> {
        let problems = check(day, &[basis("Căn cứ nhu cầu của các bên;"), basis(words)]);
        problems.iter().map(|problem| format!("{}: {}", problem.field, problem.text(Language::Vi))).collect()
    }

    #[test]
    fn what_was_replaced_or_is_to_come_is_told_with_its_day() {
        let old = "Căn cứ Nghị định số 45/2010/NĐ-CP ngày 21 tháng 4 năm 2010;";
        let replaced =
            "basis.2: Căn cứ thứ 2: 45/2010/NĐ-CP hết hiệu lực từ 26/11/2024, nay là 126/2024/NĐ-CP";
        assert_eq!(told(Some(date(2026, 12, 18)), old), [replaced]);
        assert_eq!(told(Some(date(2024, 11, 26)), old), [replaced]);
        assert_eq!(told(Some(date(2024, 11, 25)), old), Vec::<String>::new());
        assert_eq!(told(None, old), [replaced], "a new MoU without a day is signed later than the table");
        let new = "Căn cứ Luật Hợp tác xã số 17/2023/QH15 ngày 20 tháng 6 năm 2023.";
        assert_eq!(told(Some(date(2026, 12, 18)), new), Vec::<String>::new());
        assert_eq!(
            told(Some(date(2024, 6, 30)), new),
            ["basis.2: Căn cứ thứ 2: 17/2023/QH15 đến 01/07/2024 mới có hiệu lực, sau ngày ký"]
        );
        // Two acts have the number 91; another's number may end like one.
        assert_eq!(told(None, "Căn cứ Nghị định số 113/2023/NĐ-CP;"), Vec::<String>::new());
        assert_eq!(told(None, "Căn cứ Bộ luật Dân sự số 91/2015/QH13"), Vec::<String>::new());
    }

    #[test]
    fn every_act_the_templates_cite_is_known_and_in_force() {
        for template in Template::built_in() {
            let bases: Vec<_> = template.bases.iter().map(|node| basis(&node.vi)).collect();
            assert_eq!(check(None, &bases), Vec::new(), "{}", template.id);
            let (known, others) = known(&bases);
            assert!(known > 0 && others == 0, "{}: {known} known, {others} others", template.id);
        }
        assert_eq!(known(&[basis("Căn cứ Thông tư số 05/2024/TT-BNN ngày 1 tháng 2;")]), (0, 1));
        assert_eq!(known(&[basis("Căn cứ Điều lệ của Bên A;")]), (0, 0));
        // What stands in the place of another is in force itself.
        for act in &ACTS {
            let Some((until, by)) = act.until else { continue };
            assert!(ACTS.iter().any(|other| other.number == by && other.from == until), "{by}");
        }
    }
}
