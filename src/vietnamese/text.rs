//! Cleaning of text that was typed, pasted or imported, before it is stored.
//!
//! Files from macOS and some phones are decomposed (NFD), web pages bring no-break and zero-width
//! characters, old keyboards an Icelandic Ð for Đ. Cleaning makes equal things equal and keeps every
//! letter, mark and capital. It is no spelling correction and it does not read old fonts (TCVN3, VNI).

use unicode_normalization::UnicodeNormalization as _;

/// Cleans text that stands on one line, such as a name or an address.
///
/// The result is NFC; spaces of every kind and line breaks became single spaces, none stands at
/// either end; invisible and control characters are gone; letters that only look like Đ are Đ.
pub fn clean(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut space = false;
    for character in text.chars().filter(|&character| !invisible(character)).map(true_letter).nfc() {
        if character.is_whitespace() {
            space = true;
            continue;
        }
        if space && !line.is_empty() {
            line.push(' ');
        }
        space = false;
        line.push(character);
    }
    line
}

/// Cleans text of several lines, such as a story: each line as [`clean`] does it.
///
/// Line breaks become `\n`; at most one empty line stands between two others, none at either end.
pub fn clean_lines(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    let mut gap = false;
    for line in text.replace("\r\n", "\n").split(line_break).map(clean) {
        if line.is_empty() {
            gap = true;
            continue;
        }
        if !lines.is_empty() {
            lines.push_str(if gap { "\n\n" } else { "\n" });
        }
        gap = false;
        lines.push_str(&line);
    }
    lines
}

/// The letter meant by one that only looks like Đ or đ: Ð and ð are Icelandic, Ɖ and ɖ African.
pub(super) fn true_letter(character: char) -> char {
    match character {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        other => other,
    }
}

/// Whether the character shows nothing: controls (but not tabs and line breaks), zero-width
/// characters, soft hyphens, marks of writing direction.
pub(super) fn invisible(character: char) -> bool {
    match character {
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => true,
        other => other.is_control() && !other.is_whitespace(),
    }
}

fn line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The parts that are not empty with a mark between them.
pub fn joined<T: AsRef<str>>(parts: impl IntoIterator<Item = T>, mark: &str) -> String {
    let mut text = String::new();
    for part in parts {
        let part = part.as_ref().trim();
        if !part.is_empty() {
            if !text.is_empty() {
                text.push_str(mark);
            }
            text.push_str(part);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_decomposed_name_becomes_composed() {
        assert_eq!(clean("Ba\u{301}t Tra\u{300}ng"), "Bát Tràng");
        assert_eq!(clean("Phu\u{31B}\u{301}c, Nguye\u{302}\u{303}n"), "Phức, Nguyễn");
        assert_eq!(clean("a\u{323}\u{302}"), "ậ");
    }

    #[test]
    fn spaces_of_every_kind_become_one() {
        assert_eq!(clean("\u{FEFF} làng\u{A0}\u{A0}gốm\t Bát\r\nTràng\u{2003}"), "làng gốm Bát Tràng");
        assert_eq!(clean(" \n\t"), "");
    }

    #[test]
    fn invisible_characters_are_dropped_even_inside_a_letter() {
        assert_eq!(clean("Bát\u{200B} Tr\u{AD}àng\0"), "Bát Tràng");
        assert_eq!(clean("a\u{200D}\u{301}o"), "áo");
    }

    #[test]
    fn letters_that_look_like_d_with_a_stroke_become_it() {
        assert_eq!(clean("\u{D0}ông Hồ, \u{189}ắk Lắk, \u{F0}á"), "Đông Hồ, Đắk Lắk, đá");
    }

    #[test]
    fn capitals_punctuation_and_marks_stay() {
        assert_eq!(clean("H'Mông – HTX “Y Blơng” (Êđê)…"), "H'Mông – HTX “Y Blơng” (Êđê)…");
    }

    #[test]
    fn lines_are_kept_with_at_most_one_empty_line_between() {
        assert_eq!(clean_lines("\n một \r\n\r\n \r\n\r\nhai\rba\u{2028}bốn\n\n"), "một\n\nhai\nba\nbốn");
        assert_eq!(clean_lines(" \n \n"), "");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in "[\\PC\\s\u{0}-\u{1f}\u{ad}\u{200b}\u{301}\u{323}a-yđð]*") {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
            let lines = clean_lines(&text);
            prop_assert_eq!(clean_lines(&lines), lines);
        }
    }
}
