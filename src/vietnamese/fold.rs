//! Keys for searching and comparing Vietnamese text.
//!
//! [`fold`] is the loose key: no marks, no capitals, no punctuation, so that "lang bat trang" finds
//! "làng Bát Tràng". [`exact`] keeps the marks and only unites spellings of the same word (hòa = hoà,
//! Mỹ = Mĩ); it ranks hits and finds duplicates. Neither is for showing or storing as the text itself.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::syllable;
use super::text::{invisible, true_letter};

/// The search key of a text: small letters without marks, words separated by one space.
///
/// Composed and decomposed text give the same key; đ becomes d; punctuation separates words.
/// Letters of other scripts are kept.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut space = false;
    for character in text.chars() {
        let letter = match character {
            'a'..='z' | '0'..='9' => character,
            'A'..='Z' => character.to_ascii_lowercase(),
            '\u{300}'..='\u{36F}' => continue,
            _ if character.is_ascii() => {
                space |= !invisible(character);
                continue;
            }
            _ => {
                let Some(letter) = base_letter(character) else {
                    fold_foreign(character, &mut key, &mut space);
                    continue;
                };
                letter
            }
        };
        push(letter, &mut key, &mut space);
    }
    key
}

/// The comparing key of a text: small letters with their marks, words separated by one space.
///
/// The tone stands at one canonical place (hòa and hoà are equal), y and i are united where they are
/// the only vowel after a consonant (Mỹ and Mĩ, tỷ and tỉ); hay and hai, tuý and tuí stay different.
pub fn exact(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in syllable::words(text) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&syllable::canonical(&word, syllable::OneVowel::AlwaysI));
    }
    key
}

/// Whether two texts say the same words, whatever their capitals, punctuation and tone placement.
pub fn same_words(left: &str, right: &str) -> bool {
    exact(left) == exact(right)
}

/// The other spelling of a folded word with y or i as its last letter and only vowel: "my" for "mi".
///
/// [`fold`] keeps y and i apart, because as the start of a word "ki" would bring in "kim" and "kinh";
/// a search that takes whole words asks for both.
pub fn other_spelling(word: &str) -> Option<String> {
    let (start, other) = match (word.strip_suffix('y'), word.strip_suffix('i')) {
        (Some(start), _) => (start, 'i'),
        (_, Some(start)) => (start, 'y'),
        _ => return None,
    };
    let consonants = start.strip_suffix("qu").unwrap_or(start);
    let only_vowel = !start.is_empty() && !consonants.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    only_vowel.then(|| format!("{start}{other}"))
}

/// The ASCII letter under a precomposed Vietnamese letter (or a look-alike of đ).
fn base_letter(character: char) -> Option<char> {
    Some(match character {
        'à' | 'ả' | 'ã' | 'á' | 'ạ' | 'ă' | 'ằ' | 'ẳ' | 'ẵ' | 'ắ' | 'ặ' | 'â' | 'ầ' | 'ẩ' | 'ẫ' | 'ấ'
        | 'ậ' | 'À' | 'Ả' | 'Ã' | 'Á' | 'Ạ' | 'Ă' | 'Ằ' | 'Ẳ' | 'Ẵ' | 'Ắ' | 'Ặ' | 'Â' | 'Ầ' | 'Ẩ' | 'Ẫ'
        | 'Ấ' | 'Ậ' => 'a',
        'đ' | 'Đ' | 'ð' | 'Ð' | 'ɖ' | 'Ɖ' => 'd',
        'è' | 'ẻ' | 'ẽ' | 'é' | 'ẹ' | 'ê' | 'ề' | 'ể' | 'ễ' | 'ế' | 'ệ' | 'È' | 'Ẻ' | 'Ẽ' | 'É' | 'Ẹ'
        | 'Ê' | 'Ề' | 'Ể' | 'Ễ' | 'Ế' | 'Ệ' => 'e',
        'ì' | 'ỉ' | 'ĩ' | 'í' | 'ị' | 'Ì' | 'Ỉ' | 'Ĩ' | 'Í' | 'Ị' => 'i',
        'ò' | 'ỏ' | 'õ' | 'ó' | 'ọ' | 'ô' | 'ồ' | 'ổ' | 'ỗ' | 'ố' | 'ộ' | 'ơ' | 'ờ' | 'ở' | 'ỡ' | 'ớ'
        | 'ợ' | 'Ò' | 'Ỏ' | 'Õ' | 'Ó' | 'Ọ' | 'Ô' | 'Ồ' | 'Ổ' | 'Ỗ' | 'Ố' | 'Ộ' | 'Ơ' | 'Ờ' | 'Ở' | 'Ỡ'
        | 'Ớ' | 'Ợ' => 'o',
        'ù' | 'ủ' | 'ũ' | 'ú' | 'ụ' | 'ư' | 'ừ' | 'ử' | 'ữ' | 'ứ' | 'ự' | 'Ù' | 'Ủ' | 'Ũ' | 'Ú' | 'Ụ'
        | 'Ư' | 'Ừ' | 'Ử' | 'Ữ' | 'Ứ' | 'Ự' => 'u',
        'ỳ' | 'ỷ' | 'ỹ' | 'ý' | 'ỵ' | 'Ỳ' | 'Ỷ' | 'Ỹ' | 'Ý' | 'Ỵ' => 'y',
        _ => return None,
    })
}

/// The slow path for what is neither ASCII nor Vietnamese: foreign letters, signs, spaces.
fn fold_foreign(character: char, key: &mut String, space: &mut bool) {
    if invisible(character) {
        return;
    }
    for letter in true_letter(character).to_lowercase().nfd() {
        if matches!(letter, '\u{300}'..='\u{36F}') {
            continue;
        }
        if letter.is_alphanumeric() {
            push(letter, key, space);
        } else if !is_combining_mark(letter) {
            *space = true;
        }
    }
}

fn push(letter: char, key: &mut String, space: &mut bool) {
    if *space && !key.is_empty() {
        key.push(' ');
    }
    *space = false;
    key.push(letter);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_search_key_has_no_marks_capitals_or_punctuation() {
        for (text, key) in [
            ("Bát Tràng", "bat trang"),
            ("BAT  TRANG", "bat trang"),
            ("Ba\u{301}t Tra\u{300}ng", "bat trang"),
            ("Đông Hồ", "dong ho"),
            ("\u{D0}ông\u{A0}Hồ", "dong ho"),
            ("Đắk Lắk – TP. Hồ Chí Minh", "dak lak tp ho chi minh"),
            ("  (H'Mông) Y Blơng Niê; ", "h mong y blong nie"),
            ("Nguyễn Thị Ước, phường Đúc", "nguyen thi uoc phuong duc"),
            ("Tr\u{AD}à\u{200B}ng\0", "trang"),
            ("05/2026/BBGN-HHLN", "05 2026 bbgn hhln"),
            ("Café Zürich Ñandú", "cafe zurich nandu"),
            ("陶瓷 Москва", "陶瓷 москва"),
            ("", ""),
            ("…", ""),
        ] {
            assert_eq!(fold(text), key, "{text}");
        }
    }

    #[test]
    fn every_vietnamese_letter_folds_to_the_base_of_its_decomposition() {
        let letters = "aăâbcdeêghiklmnoôơpqrstuưvxy".chars();
        for letter in letters {
            for tone in ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"] {
                let composed: String = format!("{letter}{tone}").nfc().collect();
                let base = composed.nfd().next().unwrap().to_string();
                assert_eq!(fold(&composed), base);
                assert_eq!(fold(&composed.to_uppercase()), base);
            }
        }
    }

    #[test]
    fn tone_placement_does_not_make_another_word() {
        for (old, new) in [
            ("Hòa Bình", "Hoà Bình"),
            ("thúy", "thuý"),
            ("Thủy", "thuỷ"),
            ("khỏe", "khoẻ"),
            ("HÒA", "hoà"),
            ("lọai", "loại"),
            ("hòan", "hoàn"),
            ("qúy", "quý"),
            ("qùa", "quà"),
            ("gìa", "già"),
            ("tòan quốc", "toàn quốc"),
            ("Ngu\u{79}e\u{302}\u{303}n", "NGUYỄN"),
        ] {
            assert!(same_words(old, new), "{old} {new}");
        }
    }

    #[test]
    fn one_canonical_spelling_is_produced() {
        for (text, key) in [
            ("Hòa", "hoà"),
            ("Quý", "quí"),
            ("quà", "quà"),
            ("QUỐC", "quốc"),
            ("già", "già"),
            ("giếng", "giếng"),
            ("gìn giữ", "gìn giữ"),
            ("thuyền", "thuyền"),
            ("khuỷu", "khuỷu"),
            ("ngoằn ngoèo", "ngoằn ngoèo"),
            ("của", "của"),
            ("cửa", "cửa"),
            ("nước", "nước"),
            ("thuở", "thuở"),
            ("hoặc", "hoặc"),
            ("người", "người"),
            ("bìa", "bìa"),
            ("xoáy", "xoáy"),
            ("ậ, ỷ, ý", "ậ ỷ ý"),
            ("đồng", "đồng"),
            ("Ðồng", "đồng"),
            ("résumé", "résumé"),
            ("piñata", "piñata"),
        ] {
            assert_eq!(exact(text), key, "{text}");
        }
    }

    #[test]
    fn y_and_i_are_one_only_when_alone_after_a_consonant() {
        for (one, other) in
            [("Mỹ", "Mĩ"), ("Lý", "Lí"), ("Quý", "Quí"), ("tỷ", "tỉ"), ("kỹ", "kĩ"), ("Quỳnh", "Quình")]
        {
            assert!(same_words(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("tuý", "túi"),
            ("hay", "hai"),
            ("uy", "ui"),
            ("ay", "ai"),
            ("thuỷ", "thủi"),
            ("ý", "í"),
            ("ta", "tà"),
            ("Dung", "Đung"),
            ("Tu", "Tư"),
            ("hoà", "hoá"),
        ] {
            assert!(!same_words(one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_other_spelling_exists_for_whole_words_with_one_vowel() {
        for (word, other) in [("my", "mi"), ("ly", "li"), ("ki", "ky"), ("quy", "qui"), ("nghi", "nghy")] {
            assert_eq!(other_spelling(word).as_deref(), Some(other));
        }
        for word in ["hay", "tuy", "y", "i", "minh", "", "trang", "hoai"] {
            assert_eq!(other_spelling(word), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn keys_are_stable_for_any_text(text in any::<String>()) {
            let key = fold(&text);
            prop_assert_eq!(&fold(&key), &key);
            let key = exact(&text);
            prop_assert_eq!(&exact(&key), &key);
        }

        #[test]
        fn composed_and_decomposed_text_have_the_same_keys(text in "[a-yA-YăâđêôơưĂÂĐÊÔƠƯàảãáạấệợữỵ -]{0,40}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&text), fold(&decomposed));
            prop_assert_eq!(exact(&text), exact(&decomposed));
        }
    }
}
