//! Words that read badly when a line ends between them.
//!
//! Typographic rules for Vietnamese and English, given as the two words; nothing here knows about lines.

/// How a word belongs to the word before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Pair {
    /// Not at all.
    #[default]
    None,
    /// The two make one name or notion, such as "làng nghề".
    Compound,
    /// A number with what it counts or names, a title with a name, a sign with its figure.
    Number,
    /// Groups of digits that are one figure, such as a telephone number or an account.
    Figure,
}

/// Words that come before a number.
const NUMBERED: [&str; 16] = [
    "ngày", "tháng", "năm", "số", "Số", "số:", "Số:", "Điều", "điều", "khoản", "điểm", "No.", "Article",
    "Articles", "VND", "Ø",
];

/// Words that come after a number.
const COUNTED: [&str; 17] = [
    "cm",
    "mm",
    "m",
    "kg",
    "đồng",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words that come before a name or position.
const TITLES: [&str; 13] =
    ["Ông", "Bà", "ông", "bà", "Mr.", "Ms.", "Mrs.", "Dr.", "TM.", "KT.", "TL.", "TUQ.", "Q."];

/// Words that come before the letter of a party.
const PARTIES: [&str; 5] = ["Bên", "bên", "BÊN", "Party", "PARTY"];

/// Two words of one name or notion, in small letters; they are found in capitals as well.
const COMPOUNDS: [(&str, &str); 16] = [
    ("bảo", "vệ"),
    ("biên", "bản"),
    ("chí", "minh"),
    ("chủ", "tịch"),
    ("giám", "đốc"),
    ("hà", "nội"),
    ("hồ", "chí"),
    ("hội", "đồng"),
    ("hợp", "đồng"),
    ("làng", "nghề"),
    ("quản", "trị"),
    ("tiêu", "thụ"),
    ("trải", "nghiệm"),
    ("văn", "bản"),
    ("viet", "nam"),
    ("việt", "nam"),
];

impl Pair {
    /// How `word` belongs to the word `before`.
    pub fn of(before: &str, word: &str) -> Self {
        let bare = word.trim_end_matches([',', ';', '.', ':']);
        let digit_first = word.trim_start_matches('(').starts_with(|first: char| first.is_ascii_digit());
        let digit_before = before.ends_with(|last: char| last.is_ascii_digit());
        let number = digit_first && (digit_before || word.starts_with('(') || NUMBERED.contains(&before))
            || digit_before && (word.starts_with('(') || COUNTED.contains(&bare));
        if digits(before) && digits(bare) {
            return Self::Figure;
        }
        let letter = bare.chars().count() == 1 && PARTIES.contains(&before);
        let sign = matches!(word, "–" | "-" | "×") || before == "×";
        if number || letter || sign || TITLES.contains(&before) || is_numbering(before) {
            Self::Number
        } else if is_compound(before, bare) {
            Self::Compound
        } else {
            Self::None
        }
    }
}

fn is_compound(before: &str, word: &str) -> bool {
    let same = |text: &str, small: &str| text.chars().flat_map(char::to_lowercase).eq(small.chars());
    let before = before.trim_start_matches(['(', '“']);
    COMPOUNDS.iter().any(|(first, second)| same(before, first) && same(word, second))
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word numbers a clause or point, such as "1." or "đ)".
fn is_numbering(word: &str) -> bool {
    let letter = |text: &str| text.chars().count() <= 2 && text.chars().all(char::is_alphanumeric);
    word.strip_suffix('.').is_some_and(|number| number.len() <= 2 && digits(number))
        || word.strip_suffix(')').is_some_and(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_titles_stay_with_their_words() {
        let pairs = [
            ("ngày", "24"),
            ("tháng", "12"),
            ("Điều", "8,"),
            ("03", "(ba)"),
            ("two", "(02)"),
            ("20", "cm"),
            ("20", "cm."),
            ("24", "November"),
            ("Bên", "B;"),
            ("Party", "A"),
            ("Bà", "Hường"),
            ("1.", "Tự"),
            ("đ)", "Thông"),
            ("A", "–"),
            ("×", "26"),
            ("No.", "91/2015"),
        ];
        for (before, word) in pairs {
            assert_eq!(Pair::of(before, word), Pair::Number, "{before} {word}");
        }
    }

    #[test]
    fn groups_of_digits_are_one_figure() {
        for (before, word) in [("0900", "000"), ("000", "002;"), ("111", "222,")] {
            assert_eq!(Pair::of(before, word), Pair::Figure, "{before} {word}");
        }
    }

    #[test]
    fn compounds_stay_together_whatever_follows_them() {
        let pairs = [
            ("làng", "nghề"),
            ("Việt", "Nam."),
            ("LÀNG", "NGHỀ"),
            ("Hà", "Nội,"),
            ("Hồ", "Chí"),
            ("Chí", "Minh,"),
            ("(Biên", "bản"),
            ("Hợp", "đồng"),
            ("HỘI", "ĐỒNG"),
            ("QUẢN", "TRỊ"),
        ];
        for (before, word) in pairs {
            assert_eq!(Pair::of(before, word), Pair::Compound, "{before} {word}");
        }
    }

    #[test]
    fn other_words_may_part() {
        for (before, word) in [
            ("và", "Bên"),
            ("hợp", "tác"),
            ("A.", "Bên"),
            ("", "Điều"),
            ("(ba)", "tháng"),
            ("năm", "nay"),
            ("2026.", "Bên"),
        ] {
            assert_eq!(Pair::of(before, word), Pair::None, "{before} {word}");
        }
    }
}
