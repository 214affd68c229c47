//! Takes apart what an officer typed into a place search: words, words for kinds, abbreviations.
//!
//! A word for a kind stays a word as well, because names contain such words (“Hà Tĩnh”, “Phúc Xá”, “Quan
//! Sơn” without tones); which it is, the match with a name decides.

use unicode_normalization::UnicodeNormalization as _;

use super::index::{Index, split_words};
use super::units::UnitKind;
use crate::vietnamese::fold::other_spelling;
use crate::vietnamese::{exact, fold};

/// More words than any address of three levels has; what comes after them is not looked at.
const MAX_WORDS: usize = 24;

/// Words for kinds and their abbreviations; an abbreviation with a point inside is two words here.
const KINDS: [(&str, UnitKind); 19] = [
    ("tỉnh", UnitKind::Province),
    ("thành phố", UnitKind::City),
    ("tp", UnitKind::City),
    ("t p", UnitKind::City),
    ("xã", UnitKind::Xa),
    ("x", UnitKind::Xa),
    ("phường", UnitKind::Phuong),
    ("p", UnitKind::Phuong),
    ("đặc khu", UnitKind::DacKhu),
    ("huyện", UnitKind::Huyen),
    ("h", UnitKind::Huyen),
    ("quận", UnitKind::Quan),
    ("q", UnitKind::Quan),
    ("thị xã", UnitKind::ThiXa),
    ("tx", UnitKind::ThiXa),
    ("t x", UnitKind::ThiXa),
    ("thị trấn", UnitKind::ThiTran),
    ("tt", UnitKind::ThiTran),
    ("t t", UnitKind::ThiTran),
];

/// From this length on, the beginning of a word for a kind counts as that word while it is being typed.
const KIND_PREFIX: usize = 3;

/// Other ways to write provinces, without marks, with the name in the lists.
const ALIASES: [(&str, &str); 8] = [
    ("tphcm", "hồ chí minh"),
    ("hcm", "hồ chí minh"),
    ("tphn", "hà nội"),
    ("hn", "hà nội"),
    ("brvt", "bà rịa vũng tàu"),
    ("br vt", "bà rịa vũng tàu"),
    // The name from 1989 to 2024; the former list has the city of Huế already.
    ("thua thien hue", "huế"),
    ("tt hue", "huế"),
];

/// A query, ready to be compared with names by their numbers in an [`Index`].
pub(super) struct Query {
    tokens: Vec<Token>,
    /// Whether the query has marks, so that names with the same marks come first.
    pub(super) marked: bool,
    /// For each word of the vocabulary without marks, the tokens it fits, one bit each.
    folded: Vec<u32>,
    /// The same for the vocabulary with marks.
    exact: Vec<u32>,
    /// The tokens that must be found in a name, one bit each: all that are no part of a word for a kind.
    pub(super) required: u32,
    /// Whether the query is one word for a kind and nothing else.
    pub(super) is_only_kind: bool,
}

/// A word of the query.
struct Token {
    folded: String,
    exact: String,
    /// Whether it is typed with marks, so that it is only what it says.
    marked: bool,
    /// A word for a kind that begins here, with the number of tokens it takes.
    kind: Option<(usize, UnitKind)>,
}

impl Query {
    /// Takes the text apart; the last word may be unfinished.
    pub(super) fn new(text: &str, index: &Index) -> Self {
        let text: String = text.nfc().collect();
        let mut tokens: Vec<_> = split_words(&text).flat_map(|word| split_number(&word)).collect();
        tokens = replace_aliases(tokens);
        tokens.truncate(MAX_WORDS);
        for start in 0..tokens.len() {
            let kind = kind_at(tokens.get(start..).unwrap_or_default());
            if let Some(token) = tokens.get_mut(start) {
                token.kind = kind;
            }
        }
        let mut query = Self {
            marked: !text.is_ascii(),
            folded: vec![0; index.folded.len()],
            exact: vec![0; index.exact.len()],
            required: required(&tokens),
            is_only_kind: tokens
                .first()
                .and_then(|token| token.kind)
                .is_some_and(|(count, _)| count == tokens.len()),
            tokens,
        };
        query.mark_vocabulary(index);
        query
    }

    fn mark_vocabulary(&mut self, index: &Index) {
        let last = self.tokens.len().saturating_sub(1);
        for (number, token) in self.tokens.iter().enumerate() {
            let is_last = number == last;
            mark(&mut self.folded, &index.folded, &token.folded, 1 << number, is_last);
            mark(&mut self.exact, &index.exact, &token.exact, 1 << number, is_last);
            if let Some(other) = other_spelling(&token.folded) {
                mark(&mut self.folded, &index.folded, &other, 1 << number, false);
            }
        }
    }

    /// The number of words.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word for a kind that begins at a token, with the number of tokens it takes.
    pub(super) fn kind(&self, token: usize) -> Option<(usize, UnitKind)> {
        self.tokens.get(token)?.kind
    }

    /// The tokens a word of the vocabulary without marks fits, one bit each.
    pub(super) fn fits(&self, folded: usize) -> u32 {
        self.folded.get(folded).copied().unwrap_or(0)
    }

    /// The same for a word of the vocabulary with marks.
    pub(super) fn fits_marked(&self, exact: usize) -> u32 {
        self.exact.get(exact).copied().unwrap_or(0)
    }

    /// Whether a token is the whole of a word that it fits, and not only its beginning.
    pub(super) fn is_whole(&self, token: usize, word: &str) -> bool {
        self.tokens.get(token).is_some_and(|token| token.folded.len() == word.len())
    }
}

/// Sets the bit of a token at every word that it is, or begins.
fn mark(marks: &mut [u32], vocabulary: &[String], token: &str, bit: u32, as_prefix: bool) {
    let start = vocabulary.partition_point(|word| word.as_str() < token);
    let fits = |word: &&String| if as_prefix { word.starts_with(token) } else { *word == token };
    let words = vocabulary.iter().skip(start).take_while(fits);
    for (mark, _) in marks.iter_mut().skip(start).zip(words) {
        *mark |= bit;
    }
}

impl Token {
    fn new(word: &str) -> Self {
        Self { folded: fold(word), exact: exact(word), marked: !word.is_ascii(), kind: None }
    }

    /// Whether this is the word, with or without its marks.
    fn is(&self, word: &str) -> bool {
        if self.marked { self.exact == exact(word) } else { self.folded == fold(word) }
    }

    /// Whether this is the beginning of the word, long enough unless words before it make it clear.
    fn begins(&self, word: &str, is_clear: bool) -> bool {
        let begins = if self.marked {
            exact(word).starts_with(&self.exact)
        } else {
            fold(word).starts_with(&self.folded)
        };
        begins && (is_clear || self.folded.len() >= KIND_PREFIX)
    }
}

/// Takes “q1” and “p12” apart, as they stand in addresses of cities.
fn split_number(word: &str) -> Vec<Token> {
    let number = word.strip_prefix(['q', 'Q', 'p', 'P']).filter(|rest| !rest.is_empty());
    match number.filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(number) => {
            let letter = word.strip_suffix(number).unwrap_or_default();
            vec![Token::new(letter), Token::new(number)]
        }
        None => vec![Token::new(word)],
    }
}

fn replace_aliases(tokens: Vec<Token>) -> Vec<Token> {
    let mut replaced: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        replaced.push(token);
        for (alias, name) in ALIASES {
            let count = alias.split(' ').count();
            let start = replaced.len().saturating_sub(count);
            let end = replaced.get(start..).unwrap_or_default();
            if end.iter().map(|token| token.folded.as_str()).eq(alias.split(' ')) {
                replaced.truncate(start);
                replaced.extend(name.split(' ').map(Token::new));
            }
        }
    }
    replaced
}

/// The word for a kind with which these tokens begin; the last token may be unfinished.
fn kind_at(tokens: &[Token]) -> Option<(usize, UnitKind)> {
    KINDS.iter().find_map(|(phrase, kind)| {
        let count = phrase.split(' ').count().min(tokens.len());
        let (last, before) = tokens.get(..count)?.split_last()?;
        let mut words = phrase.split(' ');
        let begins_alike = before.iter().all(|token| words.next().is_some_and(|word| token.is(word)));
        let word = words.next()?;
        let is_complete = words.next().is_none() && last.is(word);
        let is_typed_now = count == tokens.len() && last.begins(word, !before.is_empty());
        (begins_alike && (is_complete || is_typed_now)).then_some((count, *kind))
    })
}

/// The tokens, as bits, that are no part of a word for a kind.
fn required(tokens: &[Token]) -> u32 {
    let mut required = 0;
    let mut kind_end = 0;
    for (number, token) in tokens.iter().enumerate() {
        if let Some((count, _)) = token.kind {
            kind_end = kind_end.max(number + count);
        }
        if number >= kind_end {
            required |= 1 << number;
        }
    }
    required
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::Places;

    fn folded(text: &str) -> Vec<String> {
        let query = Query::new(text, Places::built_in().index());
        query.tokens.into_iter().map(|token| token.folded).collect()
    }

    fn kinds(text: &str) -> Vec<Option<UnitKind>> {
        let query = Query::new(text, Places::built_in().index());
        query.tokens.iter().map(|token| token.kind.map(|(_, kind)| kind)).collect()
    }

    #[test]
    fn abbreviations_of_provinces_become_their_names() {
        for text in ["TP.HCM", "tp hcm", "Tp. HCM"] {
            assert_eq!(folded(text), ["tp", "ho", "chi", "minh"], "{text}");
        }
        assert_eq!(folded("tphcm"), ["ho", "chi", "minh"]);
        assert_eq!(folded("HN"), ["ha", "noi"]);
        assert_eq!(folded("BR-VT"), ["ba", "ria", "vung", "tau"]);
        assert_eq!(folded("TT-Huế"), ["hue"]);
        assert_eq!(folded("thủy xuân, thừa thiên huế"), ["thuy", "xuan", "hue"]);
    }

    #[test]
    fn signs_separate_words_but_an_apostrophe_does_not() {
        assert_eq!(folded("p.Thanh Xuân;Q.Thanh Xuân"), ["p", "thanh", "xuan", "q", "thanh", "xuan"]);
        assert_eq!(folded("Ea H'Leo"), ["ea", "hleo"]);
        assert_eq!(folded("P12, Q1"), ["p", "12", "q", "1"]);
        assert_eq!(folded(" ,.-- "), Vec::<String>::new());
    }

    #[test]
    fn words_for_kinds_are_recognised_also_unfinished_and_without_marks() {
        use UnitKind::{City, DacKhu, Huyen, Phuong, ThiTran, ThiXa, Xa};
        assert_eq!(kinds("xa"), [Some(Xa)]);
        assert_eq!(kinds("thi xa a"), [Some(ThiXa), Some(Xa), None]);
        assert_eq!(kinds("thị t"), [Some(ThiTran), None]);
        assert_eq!(kinds("t.p a"), [Some(City), Some(Phuong), None]);
        assert_eq!(kinds("dac k"), [Some(DacKhu), None]);
        assert_eq!(kinds("huye"), [Some(Huyen)]);
        assert_eq!(kinds("huye a"), [None, None]);
        assert_eq!(kinds("hu"), [None]);
    }

    #[test]
    fn a_word_with_other_marks_is_no_word_for_a_kind() {
        for text in ["phương liên", "quán toan", "xá a", "tịnh biên", "huyền a"] {
            assert_eq!(kinds(text).first(), Some(&None), "{text}");
        }
    }
}
