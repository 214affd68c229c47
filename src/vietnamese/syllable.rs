//! One Vietnamese syllable: where its tone stands, and where y is only another way to write i.
//!
//! The same syllable has several spellings: the tone of an open oa, oe, uy stands on the first vowel
//! (hòa, old style) or on the second (hoà), and typing errors put it anywhere else. A tone belongs to
//! the syllable as a whole, so the letters alone decide the canonical place. Used by the keys in `fold`
//! and `sort`; nothing here changes what is stored.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{compose, is_combining_mark};

use super::text::{invisible, true_letter};

/// How y or i is written when it is the only vowel after a consonant (Mỹ, Mĩ).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OneVowel {
    /// As it was typed.
    AsTyped,
    /// Always i.
    AlwaysI,
}

/// The words of a text in small letters, decomposed (NFD); everything that is no letter or digit separates.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let letters = text.chars().filter(|&character| !invisible(character)).map(true_letter);
    for character in letters.flat_map(char::to_lowercase).nfd() {
        if character.is_alphanumeric() || (is_combining_mark(character) && !word.is_empty()) {
            word.push(character);
        } else if !is_combining_mark(character) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The canonical spelling (NFC) of one of the [`words`]; one that is no Vietnamese syllable stays as it is.
pub(super) fn canonical(word: &str, one_vowel: OneVowel) -> String {
    let Some(mut syllable) = Syllable::read(word) else { return word.nfc().collect() };
    if one_vowel == OneVowel::AlwaysI && syllable.has_one_vowel_after_consonant() {
        let place = syllable.vowel;
        if let Some(vowel) = syllable.letters.get_mut(place).filter(|vowel| **vowel == 'y') {
            *vowel = 'i';
        }
    }
    let mut spelling = String::with_capacity(word.len());
    let place = syllable.tone_place();
    for (index, letter) in syllable.letters.iter().enumerate() {
        spelling.push(*letter);
        if index == place {
            spelling.extend(syllable.tone);
        }
    }
    spelling.nfc().collect()
}

/// A syllable in its parts; `letters[vowel..coda]` are the vowels, without the u of qu and the i of gi.
struct Syllable {
    letters: Vec<char>,
    tone: Option<char>,
    vowel: usize,
    coda: usize,
}

impl Syllable {
    /// Takes a decomposed word apart; nothing if it cannot be one Vietnamese syllable.
    fn read(word: &str) -> Option<Self> {
        let mut letters: Vec<char> = Vec::with_capacity(word.len());
        let mut tone = None;
        for character in word.chars() {
            if is_tone(character) {
                letters.last().copied().filter(|letter| is_vowel(*letter))?;
                if tone.replace(character).is_some() {
                    return None;
                }
            } else if is_combining_mark(character) {
                let last = letters.last_mut()?;
                *last = compose(*last, character)?;
            } else {
                letters.push(character);
            }
        }
        let (vowel, coda) = vowels(&letters)?;
        Some(Self { letters, tone, vowel, coda })
    }

    /// The index of the letter that carries the tone.
    fn tone_place(&self) -> usize {
        let vowels = self.letters.get(self.vowel..self.coda).unwrap_or_default();
        let marked = vowels.iter().rposition(|letter| matches!(letter, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư'));
        let closed = self.coda < self.letters.len();
        let offset = marked.unwrap_or(match vowels {
            [_] => 0,
            ['o', 'a' | 'e'] | ['u', 'y'] => 1,
            [_, _] if !closed => 0,
            _ => 1,
        });
        self.vowel + offset
    }

    fn has_one_vowel_after_consonant(&self) -> bool {
        self.vowel > 0 && self.coda - self.vowel == 1
    }
}

/// Where the vowels of a syllable start and end; nothing without vowels, or with too many of them.
fn vowels(letters: &[char]) -> Option<(usize, usize)> {
    let onset = match letters {
        ['q', 'u', next, ..] | ['g', 'i', next, ..] if is_vowel(*next) => 2,
        _ => 0,
    };
    let is_vowel_at = |index: &usize| letters.get(*index).copied().is_some_and(is_vowel);
    let start = (onset..letters.len()).find(is_vowel_at)?;
    let end = (start..letters.len()).find(|index| !is_vowel_at(index)).unwrap_or(letters.len());
    let one_group = !(end..letters.len()).any(|index| is_vowel_at(&index));
    (one_group && end - start <= 3).then_some((start, end))
}

/// Whether the character is the combining mark of one of the five written tones.
fn is_tone(character: char) -> bool {
    matches!(character, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_taken_apart_at_everything_that_is_no_letter_or_digit() {
        assert_eq!(
            words(" TP.Hồ-Chí\u{A0}Minh 2026 "),
            ["tp", "ho\u{302}\u{300}", "chi\u{301}", "minh", "2026"]
        );
        assert!(words("\u{301} – …").is_empty());
    }

    #[test]
    fn the_tone_moves_but_the_vowel_stays_as_typed_for_sorting() {
        let sorted = |word: &str| canonical(&word.nfd().collect::<String>(), OneVowel::AsTyped);
        assert_eq!(sorted("mỹ"), "mỹ");
        assert_eq!(sorted("hòa"), "hoà");
        assert_eq!(sorted("thúy"), "thuý");
        assert_eq!(sorted("kontúm"), "kontúm");
    }
}
