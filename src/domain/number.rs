//! Numbers of documents: the pattern they are printed by, and the gaps in a series.
//!
//! A number is never given twice: the counter of a series goes on after the highest number ever given,
//! whether its MoU still exists or not (handbook 4.2). Numbers written by hand ("05a") stand beside.

use std::fmt::Write as _;

use super::{IssuedNumber, NumberState};
use crate::i18n::{Message, message};

/// A parsed pattern, such as `{so:02}/{nam}/BBGN-HHLN` (business style) or `{so:02}/BGN-HHLNVN`
/// (the style of Decree 30/2020/NĐ-CP, which has no year).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberPattern(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    /// The counter, filled with zeros to this many digits.
    Counter(usize),
    Year,
    ShortYear,
}

impl NumberPattern {
    /// Reads a pattern. Tokens: `{so}`, `{so:02}` (digits 1 to 6), `{nam}`, `{nam:2}`.
    pub fn parse(pattern: &str) -> Result<Self, Message> {
        let mut parts = Vec::new();
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            let (token, after) = after.split_once('}').ok_or_else(|| message("number-pattern-bracket"))?;
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            parts.push(parse_token(token)?);
            rest = after;
        }
        if rest.contains('}') {
            return Err(message("number-pattern-bracket"));
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        if !parts.iter().any(|part| matches!(part, Part::Counter(_))) {
            return Err(message("number-pattern-counter"));
        }
        Ok(Self(parts))
    }

    /// Whether the year stands in the number.
    pub fn has_year(&self) -> bool {
        self.0.iter().any(|part| matches!(part, Part::Year | Part::ShortYear))
    }

    /// The number as printed.
    pub fn format(&self, value: i64, year: i64) -> String {
        let mut number = String::new();
        for part in &self.0 {
            // Writing into a String cannot fail.
            let _ = match part {
                Part::Text(text) => write!(number, "{text}"),
                Part::Counter(digits) => write!(number, "{value:0digits$}"),
                Part::Year => write!(number, "{year}"),
                Part::ShortYear => write!(number, "{:02}", year.rem_euclid(100)),
            };
        }
        number
    }
}

fn parse_token(token: &str) -> Result<Part, Message> {
    match token {
        "so" => return Ok(Part::Counter(1)),
        "nam" => return Ok(Part::Year),
        "nam:2" => return Ok(Part::ShortYear),
        _ => {}
    }
    let digits = token.strip_prefix("so:0").and_then(|digits| digits.parse::<usize>().ok());
    match digits {
        Some(digits) if (1..=6).contains(&digits) => Ok(Part::Counter(digits)),
        _ => Err(message("number-pattern-token").with("token", format!("{{{token}}}"))),
    }
}

/// The longest code of a laptop.
const LONGEST_CODE: usize = 12;

/// A code of a laptop as it is kept and compared, however it was typed: "quầy 1" is "QUẦY-1".
pub fn desk_code(text: &str) -> String {
    let words = crate::vietnamese::clean(text).to_uppercase().replace(' ', "-");
    words.chars().take(LONGEST_CODE).collect()
}

/// A number missing from a series, with the reason if somebody wrote one down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The counter.
    pub value: i64,
    /// Why; `None` has to be explained.
    pub reason: Option<String>,
    /// The year it belongs to, where that is known.
    pub year: Option<i64>,
}

/// The numbers between the first and the highest given one that stand on no MoU, in order.
///
/// `issued` are all numbers of the series that are not in the trash; `first` is the series' first number;
/// `on_paper` tells whether the MoU of a number is there (one in the trash leaves a gap).
pub fn gaps(first: i64, issued: &[IssuedNumber], on_paper: impl Fn(&IssuedNumber) -> bool) -> Vec<Gap> {
    let Some(last) = issued.iter().filter_map(|number| number.value).max() else { return Vec::new() };
    let gap = |value| {
        let mut found = issued.iter().filter(|number| number.value == Some(value));
        if found.clone().any(|number| number.state == NumberState::Used && on_paper(number)) {
            return None;
        }
        let reason =
            found.find(|number| number.state == NumberState::Void).map(|number| number.reason.clone());
        Some(Gap { value, reason, year: None })
    };
    (first..=last).filter_map(gap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_print_the_styles_in_use() {
        let check = |pattern: &str, value, expected: &str| {
            assert_eq!(NumberPattern::parse(pattern).unwrap().format(value, 2026), expected);
        };
        check("{so:02}/{nam}/BBGN-HHLN", 5, "05/2026/BBGN-HHLN");
        check("{so:02}/BGN-HHLNVN", 5, "05/BGN-HHLNVN");
        check("HN{nam:2}-{so:04}", 147, "HN26-0147");
        check("{so}", 1234, "1234");
        check("{so:02}", 123, "123");
    }

    #[test]
    fn the_code_of_a_laptop_is_the_same_however_it_was_typed() {
        assert_eq!(desk_code("  quầy  1 "), "QUẦY-1");
        assert_eq!(desk_code("A"), desk_code("a"));
        assert_eq!(desk_code("Máy của ban tổ chức").chars().count(), LONGEST_CODE);
    }

    #[test]
    fn a_wrong_pattern_is_named() {
        let key = |pattern: &str| NumberPattern::parse(pattern).unwrap_err().key().to_owned();
        assert_eq!(key("05/2026"), "number-pattern-counter");
        assert_eq!(key("{so:02/{nam}"), "number-pattern-token");
        assert_eq!(key("{so:02"), "number-pattern-bracket");
        assert_eq!(key("{so}}"), "number-pattern-bracket");
        assert_eq!(key("{loai}-{so}"), "number-pattern-token");
    }

    #[test]
    fn gaps_are_the_numbers_on_no_paper_with_their_reason() {
        let number = |value, state, reason: &str| IssuedNumber {
            value: Some(value),
            state,
            reason: reason.into(),
            ..IssuedNumber::default()
        };
        let issued = [
            number(1, NumberState::Used, ""),
            number(3, NumberState::Void, "in hỏng"),
            number(5, NumberState::Used, ""),
            IssuedNumber { text: "05a".into(), ..IssuedNumber::default() },
        ];
        let found: Vec<_> =
            gaps(1, &issued, |_| true).into_iter().map(|gap| (gap.value, gap.reason)).collect();
        assert_eq!(found, [(2, None), (3, Some("in hỏng".into())), (4, None)]);
        assert!(gaps(1, &[], |_| true).is_empty());
        assert_eq!(gaps(1, &issued[..1], |_| false).len(), 1, "its paper is in the trash");
    }
}
