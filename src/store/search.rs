//! Search as you type over everything with a name: exact spelling before toneless, whole words before
//! beginnings, names before places, one mistyped letter forgiven when nothing else is found.
//!
//! The index holds each word without tones and, where that differs, as it is spelt, so that one lookup
//! serves both. Hits come in the order of the index and only the first few dozen are ranked here; SQLite's
//! own ranking (bm25) reads every hit and takes 1.5 s among a million records.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};
use std::ops::Bound;

use rusqlite::{Connection, Row, params};

use super::Store;
use crate::domain::{AnyId, RecordKind};
use crate::error::Result;
use crate::i18n::Language;
use crate::places::{CommuneCode, Places};
use crate::vietnamese;

/// The kinds that are found, in the order equal hits are shown.
const KINDS: [RecordKind; 7] = [
    RecordKind::Village,
    RecordKind::Organisation,
    RecordKind::Artisan,
    RecordKind::Person,
    RecordKind::Product,
    RecordKind::Conference,
    RecordKind::Mou,
];

/// Room for the rows of one kind in the numbers of the index.
const KIND_SHIFT: u32 = 40;

/// At least this many candidates of a kind are ranked.
const CANDIDATES: usize = 50;

/// Stands before words as they are spelt, so that looking for "nguy…" does not also read "nguyễn".
const SPELT: &str = "ø";

/// From this length on, beginnings are looked up among the known words: the index has no lists for them
/// and would put one together from all their hits before giving the first.
const KNOWN_FROM: usize = 4;

/// More words with one beginning than this are left to the index.
const COMPLETIONS: usize = 24;

/// How many corrections of a mistyped word are tried.
const CORRECTIONS: usize = 24;

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct SearchQuery<'q> {
    /// What was typed; the last word may be unfinished.
    pub text: &'q str,
    /// Which kinds; empty means all.
    pub kinds: &'q [RecordKind],
    /// At most this many hits.
    pub limit: usize,
}

/// How far from what was typed a hit is; smaller is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpellingStage {
    /// Spelt as typed, tones included.
    AsTyped,
    /// The same without tones.
    WithoutTones,
    /// Every word is only a beginning: "n v a".
    Beginnings,
    /// One letter of a word was mistyped.
    Corrected,
}

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: RecordKind,
    /// Its id.
    pub id: AnyId,
    /// Its local row.
    pub row: i64,
    /// Its name.
    pub name: String,
    /// Where it is: "Chuyên Mỹ, Hà Nội"; empty when unknown.
    pub place: String,
    /// How it was found.
    pub stage: SpellingStage,
}

/// The number of a record in the index; `None` for kinds that are not found.
pub(super) fn index_row(kind: RecordKind, row: i64) -> Option<i64> {
    base(kind).map(|base| base + row)
}

fn base(kind: RecordKind) -> Option<i64> {
    let place = KINDS.iter().position(|searched| *searched == kind)?;
    i64::try_from(place + 1).ok().map(|number| number << KIND_SHIFT)
}

/// Adds the words of a text in its exact form as the index holds them.
pub(super) fn push_index_words(exact: &str, text: &mut String) {
    for word in exact.split(' ').filter(|word| !word.is_empty()) {
        let folded = vietnamese::fold(word);
        text.push_str(&folded);
        text.push(' ');
        if folded != word {
            text.push_str(SPELT);
            text.push_str(word);
            text.push(' ');
        }
    }
}

/// Whether a word of the index is a telephone number, a tax code or the beginning of one.
pub(super) fn is_number(word: &str) -> bool {
    word.len() >= KNOWN_FROM && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word of the index is one of letters, without tones or as it is spelt.
fn is_known_word(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase()) || word.starts_with(SPELT)
}

/// A typed word.
struct Word {
    /// With its tones.
    exact: String,
    /// Without.
    folded: String,
}

impl Word {
    /// As the index holds words that are spelt with tones.
    fn spelt(&self) -> String {
        let mark = if self.exact == self.folded { "" } else { SPELT };
        format!("{mark}{}", self.exact)
    }
}

fn typed_words(text: &str) -> Vec<Word> {
    let words = vietnamese::exact(&vietnamese::clean(text));
    let words = words.split(' ').filter(|word| !word.is_empty());
    words.map(|word| Word { exact: word.to_owned(), folded: vietnamese::fold(word) }).collect()
}

impl Store {
    /// Finds records by what was typed so far.
    pub fn search(&mut self, query: SearchQuery<'_>) -> Result<Vec<Hit>> {
        let words = typed_words(query.text);
        if words.is_empty() || query.limit == 0 {
            return Ok(Vec::new());
        }
        let kinds = if query.kinds.is_empty() { &KINDS[..] } else { query.kinds };
        self.words.load_newest(&self.connection)?;
        let found = Finder { connection: &self.connection, kinds, limit: query.limit };
        let mut hits = match (words.as_slice(), self.words.expression(&words)) {
            ([number], _) if is_number(&number.folded) => found.numbers(number, &words)?,
            (_, Some(expression)) => {
                found.typed(&expression, self.words.expression_as_spelt(&words).as_deref(), &words)?
            }
            (_, None) => Vec::new(),
        };
        if hits.is_empty()
            && let Some(expression) = self.words.beginnings(&words)
        {
            hits = found.all(&expression, &words, Some(SpellingStage::Beginnings))?;
        }
        if hits.is_empty()
            && let Some(corrected) = self.words.correct(&words)
        {
            hits = found.all(&corrected, &words, Some(SpellingStage::Corrected))?;
        }
        hits.sort_by_key(|ranked| ranked.rank);
        hits.truncate(query.limit);
        Ok(hits.into_iter().map(|ranked| ranked.hit(self.places)).collect())
    }
}

struct Finder<'f> {
    connection: &'f Connection,
    kinds: &'f [RecordKind],
    limit: usize,
}

/// Smaller is better: spelling, whether the name has the words, whether it begins with them, whether the
/// last word is whole, kind, order of the index.
type Rank = (SpellingStage, bool, Reverse<bool>, Reverse<bool>, usize, usize);

/// A hit before it is known whether it will be shown.
struct Ranked {
    rank: Rank,
    kind: RecordKind,
    row: i64,
    id: AnyId,
    name: String,
    commune: Option<String>,
}

impl Ranked {
    /// A row of `search_hit`, ranked by its name in the exact form.
    fn read(row: &Row<'_>, kind: RecordKind, base: i64, rank: impl Fn(&str) -> Rank) -> Result<Self> {
        Ok(Self {
            rank: rank(row.get_ref(3)?.as_str().unwrap_or_default()),
            kind,
            row: row.get::<_, i64>(0)? - base,
            id: AnyId::from_bytes(row.get(1)?),
            name: row.get(2)?,
            commune: row.get(4)?,
        })
    }

    fn hit(self, places: &Places) -> Hit {
        let code = self.commune.and_then(|code| CommuneCode::parse(&code));
        let place =
            code.and_then(|code| places.commune_short_address(code, Language::Vi)).unwrap_or_default();
        Hit { kind: self.kind, id: self.id, row: self.row, name: self.name, place, stage: self.rank.0 }
    }
}

impl Finder<'_> {
    /// Hits that contain the typed words, the last one as a beginning; `expression` asks for them without
    /// tones, `spelt` as they are spelt.
    fn typed(&self, expression: &str, spelt: Option<&str>, words: &[Word]) -> Result<Vec<Ranked>> {
        let mut hits = Vec::new();
        for (order, kind) in self.kinds.iter().enumerate() {
            let mut seen = HashSet::new();
            let cut = self.add(*kind, order, expression, words, None, &mut seen, &mut hits)?;
            if !cut {
                continue;
            }
            // More than can be ranked: fetch what would rank first by itself.
            if let Some(spelt) = spelt {
                self.add(*kind, order, spelt, words, None, &mut seen, &mut hits)?;
            }
            self.add(*kind, order, &whole_words(words), words, None, &mut seen, &mut hits)?;
        }
        Ok(hits)
    }

    /// Hits whose telephone number or tax code begins so.
    fn numbers(&self, number: &Word, words: &[Word]) -> Result<Vec<Ranked>> {
        let mut hits = Vec::new();
        for (order, kind) in self.kinds.iter().enumerate() {
            let Some(base) = base(*kind) else { continue };
            let mut statement = self.connection.prepare_cached(
                "SELECT search_hit.row, id, name, exact, commune FROM search_number
                 JOIN search_hit ON search_hit.row = search_number.row
                 WHERE search_number.kind = ?1 AND number >= ?2 AND number < ?2 || ':' LIMIT ?3",
            )?;
            let most = i64::try_from(self.limit.max(CANDIDATES)).unwrap_or(i64::MAX);
            let mut rows = statement.query(params![base, number.folded, most])?;
            let mut seen = HashSet::new();
            while let Some(row) = rows.next()? {
                if seen.insert(row.get::<_, i64>(0)?) {
                    let place = hits.len();
                    hits.push(Ranked::read(row, *kind, base, |exact| {
                        rank(exact, words, None, order, place)
                    })?);
                }
            }
        }
        Ok(hits)
    }

    /// Hits of one expression over all kinds.
    fn all(&self, expression: &str, words: &[Word], stage: Option<SpellingStage>) -> Result<Vec<Ranked>> {
        let mut hits = Vec::new();
        for (order, kind) in self.kinds.iter().enumerate() {
            self.add(*kind, order, expression, words, stage, &mut HashSet::new(), &mut hits)?;
        }
        Ok(hits)
    }

    /// Adds the first hits of an expression within one kind; true when there may be more.
    #[expect(clippy::too_many_arguments, reason = "one private step of `typed` and `all`, which share it")]
    fn add(
        &self,
        kind: RecordKind,
        order: usize,
        expression: &str,
        words: &[Word],
        stage: Option<SpellingStage>,
        seen: &mut HashSet<i64>,
        hits: &mut Vec<Ranked>,
    ) -> Result<bool> {
        let Some(base) = base(kind) else { return Ok(false) };
        let limit = self.limit.max(CANDIDATES);
        let mut statement = self.connection.prepare_cached(
            "SELECT row, id, name, exact, commune FROM search CROSS JOIN search_hit ON row = search.rowid
             WHERE search MATCH ?1 AND search.rowid BETWEEN ?2 AND ?3 LIMIT ?4",
        )?;
        let highest = base + (1_i64 << KIND_SHIFT) - 1;
        let most = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut rows = statement.query(params![expression, base, highest, most])?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            count += 1;
            let number: i64 = row.get(0)?;
            if !seen.insert(number) {
                continue;
            }
            let place = hits.len();
            hits.push(Ranked::read(row, kind, base, |exact| rank(exact, words, stage, order, place))?);
        }
        Ok(count >= limit)
    }
}

/// The full-text expression for all words, the last one whole.
fn whole_words(words: &[Word]) -> String {
    words.iter().map(|word| format!("\"{}\"", word.folded)).collect::<Vec<_>>().join(" AND ")
}

/// The rank of a name in its exact form.
fn rank(exact: &str, words: &[Word], stage: Option<SpellingStage>, order: usize, place: usize) -> Rank {
    let as_typed = matches(exact, words, |word| &word.exact);
    let without_tones = as_typed.or_else(|| matches(&vietnamese::fold(exact), words, |word| &word.folded));
    let found = stage.unwrap_or(if as_typed.is_some() {
        SpellingStage::AsTyped
    } else {
        SpellingStage::WithoutTones
    });
    let (begins, whole) = without_tones.unwrap_or((false, false));
    (found, without_tones.is_none(), Reverse(begins), Reverse(whole), order, place)
}

/// Whether a name has all words, the last perhaps as a beginning: (they stand at its beginning in this
/// order, the last word is whole).
fn matches(name: &str, words: &[Word], form: impl Fn(&Word) -> &String) -> Option<(bool, bool)> {
    let (last, others) = words.split_last()?;
    let has = |wanted: &str| name.split(' ').any(|word| word == wanted);
    if !others.iter().all(|word| has(form(word))) {
        return None;
    }
    let whole = has(form(last));
    if !whole && !name.split(' ').any(|word| word.starts_with(form(last).as_str())) {
        return None;
    }
    let begins = name.split(' ').zip(words).all(|(word, typed)| word.starts_with(form(typed).as_str()));
    Some((begins && name.split(' ').count() >= words.len(), whole))
}

/// Every word of the index without tones: where a mistyped one is looked up.
#[derive(Default)]
pub(super) struct KnownWords {
    loaded: bool,
    /// SQLite's `data_version` when they were read.
    version: i64,
    words: BTreeSet<String>,
}

impl KnownWords {
    /// Reads the words once.
    pub(super) fn load(&mut self, connection: &Connection) -> Result<()> {
        self.read_when(connection, !self.loaded)
    }

    /// Reads them again if another connection has written since.
    fn load_newest(&mut self, connection: &Connection) -> Result<()> {
        let version = connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
        let needed = !self.loaded || self.version != version;
        self.version = version;
        self.read_when(connection, needed)
    }

    fn read_when(&mut self, connection: &Connection, needed: bool) -> Result<()> {
        if needed {
            let mut statement = connection.prepare_cached("SELECT word FROM search_word")?;
            let words = statement.query_map([], |row| row.get(0))?;
            self.words = words.collect::<std::result::Result<_, _>>()?;
            self.loaded = true;
        }
        Ok(())
    }

    /// The full-text expression for all words without tones, the last as a beginning; `None` when no known
    /// word begins like the last.
    fn expression(&self, words: &[Word]) -> Option<String> {
        let (last, others) = words.split_last()?;
        let mut terms: Vec<_> = others.iter().map(|word| format!("\"{}\"", word.folded)).collect();
        terms.push(self.beginning(&last.folded)?);
        Some(terms.join(" AND "))
    }

    /// The same for the words as they are spelt; `None` when nobody typed a tone or no known word has it.
    fn expression_as_spelt(&self, words: &[Word]) -> Option<String> {
        let (last, others) = words.split_last()?;
        words.iter().find(|word| word.exact != word.folded)?;
        let mut terms: Vec<_> = others.iter().map(|word| format!("\"{}\"", word.spelt())).collect();
        terms.push(self.beginning(&last.spelt())?);
        Some(terms.join(" AND "))
    }

    /// The same with every word as a beginning: "n v a". A single word was looked for so already.
    fn beginnings(&self, words: &[Word]) -> Option<String> {
        let terms: Option<Vec<_>> = words.iter().map(|word| self.beginning(&word.folded)).collect();
        terms.filter(|terms| terms.len() > 1).map(|terms| terms.join(" AND "))
    }

    /// The words of the index with this beginning. They hold letters and digits only, so quotes cannot be
    /// broken out of.
    fn beginning(&self, word: &str) -> Option<String> {
        let Some(known) = self.completions(word) else { return Some(format!("\"{word}\"*")) };
        let known: Vec<_> = known.into_iter().map(|word| format!("\"{word}\"")).collect();
        (!known.is_empty()).then(|| format!("({})", known.join(" OR ")))
    }

    /// The known words with this beginning; `None` where the index has to be asked itself.
    fn completions(&self, beginning: &str) -> Option<Vec<&str>> {
        if beginning.chars().count() < KNOWN_FROM || !is_known_word(beginning) {
            return None;
        }
        let from = self.words.range::<str, _>((Bound::Included(beginning), Bound::Unbounded));
        let known = from.map(String::as_str).take_while(|word| word.starts_with(beginning));
        let known: Vec<_> = known.take(COMPLETIONS + 1).collect();
        (known.len() <= COMPLETIONS).then_some(known)
    }

    /// Forgets what was read, after a transaction that was rolled back.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Adds the words of an index text that are new. Numbers are no words: a wrong digit is another number.
    pub(super) fn learn(&mut self, connection: &Connection, index_text: &str) -> Result<()> {
        for word in index_text.split(' ') {
            if word.len() < 2 || !is_known_word(word) || self.words.contains(word) {
                continue;
            }
            connection
                .prepare_cached("INSERT OR IGNORE INTO search_word (word) VALUES (?1)")?
                .execute([word])?;
            self.words.insert(word.to_owned());
        }
        Ok(())
    }

    /// The expression for all words with one of them replaced by its nearest known ones; `None` when no
    /// word has any.
    fn correct(&self, words: &[Word]) -> Option<String> {
        let readings = words.iter().enumerate().filter_map(|(place, word)| {
            let nearest = self.nearest(&word.folded);
            let instead: Vec<_> = nearest.iter().map(|known| format!("\"{known}\"")).collect();
            let others = words.iter().enumerate().map(|(other, word)| {
                if other == place {
                    format!("({})", instead.join(" OR "))
                } else {
                    format!("\"{}\"", word.folded)
                }
            });
            (!instead.is_empty()).then(|| format!("({})", others.collect::<Vec<_>>().join(" AND ")))
        });
        let readings: Vec<_> = readings.collect();
        (!readings.is_empty()).then(|| readings.join(" OR "))
    }

    /// Known words one letter away, those with the same first letter first.
    fn nearest(&self, word: &str) -> Vec<&str> {
        if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Vec::new();
        }
        let mut near: Vec<_> = self
            .words
            .iter()
            .map(String::as_str)
            .filter(|known| known.is_ascii() && *known != word && one_letter_apart(known, word))
            .collect();
        near.sort_by_key(|known| {
            (known.as_bytes().first() != word.as_bytes().first(), known.len().abs_diff(word.len()))
        });
        near.truncate(CORRECTIONS);
        near
    }
}

/// Whether two ASCII words differ by one letter changed, added, left out, or two neighbours swapped
/// (Damerau's four mistakes).
fn one_letter_apart(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len().abs_diff(right.len()) > 1 {
        return false;
    }
    let same_start = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (left, right) = (left.split_at(same_start).1, right.split_at(same_start).1);
    let same_end = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    match (left.split_at(left.len() - same_end).0, right.split_at(right.len() - same_end).0) {
        ([_] | [], [_]) | ([_], []) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_mistakes_are_one_letter_apart() {
        for (left, right) in
            [("nguyen", "ngueyn"), ("van", "vna"), ("trang", "tranq"), ("huong", "hung"), ("hung", "huong")]
        {
            assert!(one_letter_apart(left, right), "{left} {right}");
        }
        for (left, right) in
            [("van", "van"), ("van", "nav"), ("bat", "gom"), ("a", "abc"), ("trang", "trong a")]
        {
            assert!(!one_letter_apart(left, right), "{left} {right}");
        }
    }

    #[test]
    fn the_index_holds_words_with_and_without_tones() {
        let mut text = String::new();
        push_index_words(&vietnamese::exact("Gốm Bát Tràng 0912"), &mut text);
        assert_eq!(text, "gom øgốm bat øbát trang øtràng 0912 ");
    }
}
