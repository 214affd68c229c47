//! Numbers and amounts of đồng in words, for contracts and memoranda.
//!
//! Vietnamese follows the official style of the North by default; [`AmountStyle`] holds what the South
//! and some offices write otherwise. The rules and their table are in the domain handbook, 3.6.

use serde::{Deserialize, Serialize};

/// How an office writes numbers in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AmountStyle {
    /// The word for a missing ten: 105 is "một trăm linh năm" or "một trăm lẻ năm".
    pub zero_tens: ZeroTens,
    /// The word for a thousand.
    pub thousand: Thousand,
    /// The word for 4 after a ten from twenty on.
    pub four: Four,
    /// The spelling of the word for a thousand million.
    pub billion: Billion,
}

/// The word for a missing ten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ZeroTens {
    /// "linh", North and official.
    #[default]
    Linh,
    /// "lẻ", South.
    Le,
}

/// The word for a thousand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Thousand {
    /// "nghìn", North and official.
    #[default]
    Nghin,
    /// "ngàn", South.
    Ngan,
}

/// The word for 4 after a ten from twenty on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Four {
    /// "hai mươi tư".
    #[default]
    Tu,
    /// "hai mươi bốn".
    Bon,
}

/// The spelling of the word for a thousand million.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Billion {
    /// "tỷ".
    #[default]
    Ty,
    /// "tỉ".
    Ti,
}

/// A number in Vietnamese words, in small letters: "hai tỷ bốn trăm triệu".
///
/// Exact for every number up to 10^18, "một tỷ tỷ"; larger ones go on in the same way.
pub fn in_words(number: u64, style: AmountStyle) -> String {
    if number == 0 {
        return digit(0).to_owned();
    }
    let mut words = Vec::new();
    push_number(number, style, &mut words);
    words.join(" ")
}

/// An amount of đồng in Vietnamese words, as documents write it: "Hai tỷ bốn trăm triệu đồng".
pub fn money_in_words(dong: u64, style: AmountStyle) -> String {
    let words = in_words(dong, style);
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{} đồng", letters.as_str())
}

/// A small number as documents count copies, years and days: "04 (bốn)", "30 (ba mươi)".
pub fn digits_and_words(number: u32, style: AmountStyle) -> String {
    format!("{number:02} ({})", in_words(number.into(), style))
}

/// A number in English words, in small letters: "two billion four hundred million".
pub fn in_words_en(number: u64) -> String {
    const SCALES: [(u64, &str); 6] = [
        (1_000_000_000_000_000_000, "quintillion"),
        (1_000_000_000_000_000, "quadrillion"),
        (1_000_000_000_000, "trillion"),
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
        (1_000, "thousand"),
    ];
    if number == 0 {
        return "zero".to_owned();
    }
    let mut words = Vec::new();
    let mut rest = number;
    for (scale, name) in SCALES {
        if rest >= scale {
            push_group_en(rest / scale, &mut words);
            words.push(name.to_owned());
            rest %= scale;
        }
    }
    push_group_en(rest, &mut words);
    words.join(" ")
}

/// What stands above a thousand million is read as a number of its own, before "tỷ".
fn push_number(number: u64, style: AmountStyle, words: &mut Vec<&'static str>) {
    const BILLION: u64 = 1_000_000_000;
    if number >= BILLION {
        push_number(number / BILLION, style, words);
        words.push(match style.billion {
            Billion::Ty => "tỷ",
            Billion::Ti => "tỉ",
        });
    }
    let thousand = match style.thousand {
        Thousand::Nghin => "nghìn",
        Thousand::Ngan => "ngàn",
    };
    let rest = number % BILLION;
    for (group, name) in
        [(rest / 1_000_000, Some("triệu")), (rest / 1_000 % 1_000, Some(thousand)), (rest % 1_000, None)]
    {
        if group > 0 {
            push_group(group, style, words);
            words.extend(name);
        }
    }
}

/// Three digits; every group but the first names its hundreds, even when there are none.
fn push_group(group: u64, style: AmountStyle, words: &mut Vec<&'static str>) {
    let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10);
    let first = words.is_empty();
    if hundreds > 0 || !first {
        words.extend([digit(hundreds), "trăm"]);
    }
    match tens {
        0 if units > 0 && !words.is_empty() => words.push(match style.zero_tens {
            ZeroTens::Linh => "linh",
            ZeroTens::Le => "lẻ",
        }),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([digit(tens), "mươi"]),
    }
    match (tens, units) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) if style.four == Four::Tu => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(digit(units)),
    }
}

fn digit(value: u64) -> &'static str {
    match value {
        0 => "không",
        1 => "một",
        2 => "hai",
        3 => "ba",
        4 => "bốn",
        5 => "năm",
        6 => "sáu",
        7 => "bảy",
        8 => "tám",
        _ => "chín",
    }
}

fn push_group_en(group: u64, words: &mut Vec<String>) {
    const SMALL: [&str; 20] = [
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let word = |list: &[&'static str], index: u64| {
        usize::try_from(index).ok().and_then(|index| list.get(index).copied()).unwrap_or_default()
    };
    let (hundreds, rest) = (group / 100, group % 100);
    if hundreds > 0 {
        words.push(format!("{} hundred", word(&SMALL, hundreds)));
    }
    match (rest / 10, rest % 10) {
        (0, 0) => {}
        (0 | 1, _) => words.push(word(&SMALL, rest).to_owned()),
        (tens, 0) => words.push(word(&TENS, tens).to_owned()),
        (tens, units) => words.push(format!("{}-{}", word(&TENS, tens), word(&SMALL, units))),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NORTH: AmountStyle = AmountStyle {
        zero_tens: ZeroTens::Linh,
        thousand: Thousand::Nghin,
        four: Four::Tu,
        billion: Billion::Ty,
    };
    const SOUTH: AmountStyle = AmountStyle {
        zero_tens: ZeroTens::Le,
        thousand: Thousand::Ngan,
        four: Four::Bon,
        billion: Billion::Ti,
    };

    #[test]
    fn amounts_of_the_handbook_read_as_its_table_says() {
        for (dong, words) in [
            (0, "Không đồng"),
            (10, "Mười đồng"),
            (11, "Mười một đồng"),
            (14, "Mười bốn đồng"),
            (15, "Mười lăm đồng"),
            (20, "Hai mươi đồng"),
            (21, "Hai mươi mốt đồng"),
            (24, "Hai mươi tư đồng"),
            (25, "Hai mươi lăm đồng"),
            (55, "Năm mươi lăm đồng"),
            (91, "Chín mươi mốt đồng"),
            (101, "Một trăm linh một đồng"),
            (104, "Một trăm linh bốn đồng"),
            (105, "Một trăm linh năm đồng"),
            (110, "Một trăm mười đồng"),
            (115, "Một trăm mười lăm đồng"),
            (121, "Một trăm hai mươi mốt đồng"),
            (1_001, "Một nghìn không trăm linh một đồng"),
            (1_015, "Một nghìn không trăm mười lăm đồng"),
            (21_000, "Hai mươi mốt nghìn đồng"),
            (100_001, "Một trăm nghìn không trăm linh một đồng"),
            (105_000, "Một trăm linh năm nghìn đồng"),
            (1_000_005, "Một triệu không trăm linh năm đồng"),
            (1_000_105, "Một triệu một trăm linh năm đồng"),
            (1_010_000, "Một triệu không trăm mười nghìn đồng"),
            (1_015_000, "Một triệu không trăm mười lăm nghìn đồng"),
            (12_345_678, "Mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám đồng"),
            (24_000_000, "Hai mươi tư triệu đồng"),
            (
                999_999_999,
                "Chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng",
            ),
            (1_000_000_001, "Một tỷ không trăm linh một đồng"),
            (1_005_000_000, "Một tỷ không trăm linh năm triệu đồng"),
            (
                1_234_567_890,
                "Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi đồng",
            ),
            (2_400_000_000, "Hai tỷ bốn trăm triệu đồng"),
            (24_000_000_000, "Hai mươi tư tỷ đồng"),
            (1_000_000_000_000, "Một nghìn tỷ đồng"),
            (1_000_000_000_000_000, "Một triệu tỷ đồng"),
        ] {
            assert_eq!(money_in_words(dong, NORTH), words, "{dong}");
        }
    }

    #[test]
    fn amounts_above_a_thousand_million_lose_nothing() {
        for (number, words) in [
            (1_000_000_000_000_000_000, "một tỷ tỷ"),
            (1_000_001_000_000_000, "một triệu không trăm linh một tỷ"),
            (1_000_000_000_001_000, "một triệu tỷ không trăm linh một nghìn"),
            (1_000_000_000_001, "một nghìn tỷ không trăm linh một"),
            (1_000_000_001_000_000, "một triệu tỷ không trăm linh một triệu"),
            (2_015_000_000_000_000, "hai triệu không trăm mười lăm nghìn tỷ"),
        ] {
            assert_eq!(in_words(number, NORTH), words, "{number}");
        }
    }

    #[test]
    fn the_south_writes_its_own_words() {
        assert_eq!(in_words(24_105, SOUTH), "hai mươi bốn ngàn một trăm lẻ năm");
        assert_eq!(in_words(4_000_000_000, SOUTH), "bốn tỉ");
        assert_eq!(AmountStyle::default(), NORTH);
    }

    #[test]
    fn copies_and_days_are_written_in_digits_and_words() {
        assert_eq!(digits_and_words(4, NORTH), "04 (bốn)");
        assert_eq!(digits_and_words(2, NORTH), "02 (hai)");
        assert_eq!(digits_and_words(30, NORTH), "30 (ba mươi)");
        assert_eq!(digits_and_words(120, NORTH), "120 (một trăm hai mươi)");
    }

    #[test]
    fn english_words() {
        for (number, words) in [
            (0, "zero"),
            (2, "two"),
            (13, "thirteen"),
            (30, "thirty"),
            (42, "forty-two"),
            (100, "one hundred"),
            (115, "one hundred fifteen"),
            (1_001, "one thousand one"),
            (2_400_000_000, "two billion four hundred million"),
            (1_000_000_000_000_000_000, "one quintillion"),
        ] {
            assert_eq!(in_words_en(number), words);
        }
    }

    /// Reads words back: an independent reader, for the test below only.
    fn read(words: &str) -> u64 {
        if let Some((high, low)) = words.rsplit_once(" tỷ").or_else(|| words.rsplit_once(" tỉ")) {
            return read(high) * 1_000_000_000 + read(low);
        }
        let (mut total, mut group, mut units) = (0, 0, 0);
        for word in words.split_whitespace() {
            match word {
                "triệu" => (total, group, units) = (total + (group + units) * 1_000_000, 0, 0),
                "nghìn" | "ngàn" => (total, group, units) = (total + (group + units) * 1_000, 0, 0),
                "trăm" => (group, units) = (group + units * 100, 0),
                "mươi" => (group, units) = (group + units * 10, 0),
                "mười" => group += 10,
                "linh" | "lẻ" | "không" => {}
                "mốt" => units = 1,
                "tư" => units = 4,
                "lăm" => units = 5,
                word => units = (1..=9).find(|value| digit(*value) == word).unwrap(),
            }
        }
        total + group + units
    }

    proptest! {
        #[test]
        fn words_can_be_read_back(
            groups in proptest::collection::vec(prop_oneof![Just(0), Just(1), 0_u64..1_000], 1..=6),
            south in any::<bool>(),
        ) {
            let number = groups.iter().fold(0, |number, group| number * 1_000 + group);
            let style = if south { SOUTH } else { NORTH };
            prop_assert_eq!(read(&in_words(number, style)), number);
        }
    }
}
