//! How well a query fits one unit.
//!
//! A query is a row of words. It fits a unit if it can be cut into runs of which one is in the name of the
//! unit and each other one in the name of another unit around it (district, province), in any order. A word
//! for a kind says no more than the level of the next run: people write “tx Từ Sơn” for what is a city by
//! now.

use super::index::{Entry, Index, Level, Name, Origin, Word};
use super::query::Query;
use super::units::UnitKind;

/// How well a query fits a unit; the smallest is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score {
    /// A run leaves its name unfinished while the query goes on, or begins inside the name of a surrounding
    /// unit, or the query ends with a word for a kind.
    pub(super) is_loose: bool,
    is_former: bool,
    pub(super) class: Class,
    /// Differences that count less: 4 for a run that begins inside the name of the unit, 2 for another kind
    /// of the same level, 1 for other marks.
    penalty: u8,
    /// Former provinces before communes before districts.
    origin: u8,
}

/// How the query fits the name of the unit itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// It is the whole name with its marks.
    Marked,
    /// It is the whole name.
    Whole,
    /// It begins words in the name.
    Prefix,
}

impl Score {
    /// Whether an entry could fit better than this: no former name beats a current one.
    pub(super) fn can_improve(self, entry: &Entry) -> bool {
        self.is_loose || self.is_former || entry.origin == Origin::Current
    }
}

/// The tokens of the query that fit words of a name, one bit each.
pub(super) fn name_fits(index: &Index, name: &Name, query: &Query) -> u32 {
    index.words(name).iter().fold(0, |all, word| all | query.fits(word.folded))
}

/// The comparison of a query with an entry.
pub(super) struct Matcher<'a> {
    index: &'a Index,
    query: &'a Query,
    /// What [`name_fits`] says of every name.
    fits: &'a [u32],
    entry: &'a Entry,
}

/// A way to cut the beginning of the query into runs.
#[derive(Clone, Copy)]
struct Cut {
    /// The first token that is not used yet.
    next: usize,
    /// The kind that was said for the next run.
    kind: Option<UnitKind>,
    /// The names that have a run already, one bit each; the lowest is the unit itself.
    used: u8,
    /// Whether the run in the name of the unit itself is all of it.
    is_whole: bool,
    has_other_marks: bool,
    is_loose: bool,
    penalty: u8,
}

/// A stretch of words of a name that the query has in the same order.
struct Run {
    length: usize,
    /// Whether no word is only begun.
    is_whole: bool,
    has_other_marks: bool,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(index: &'a Index, query: &'a Query, fits: &'a [u32], entry: &'a Entry) -> Self {
        Self { index, query, fits, entry }
    }

    /// How well the query fits the unit of the entry, if it does.
    pub(super) fn score(&self) -> Option<Score> {
        self.best(Cut {
            next: 0,
            kind: None,
            used: 0,
            is_whole: false,
            has_other_marks: false,
            is_loose: false,
            penalty: 0,
        })
    }

    /// The best way to use the rest of the query.
    fn best(&self, cut: Cut) -> Option<Score> {
        if cut.next >= self.query.len() {
            return self.finish(cut);
        }
        let as_kind = self
            .query
            .kind(cut.next)
            .and_then(|(count, kind)| self.best(Cut { next: cut.next + count, kind: Some(kind), ..cut }));
        let in_names = (0..self.entry.names.len()).filter_map(|position| self.best_in_name(cut, position));
        as_kind.into_iter().chain(in_names).min()
    }

    /// The best way if the next run is in a certain name of the entry.
    fn best_in_name(&self, cut: Cut, position: usize) -> Option<Score> {
        let bit = 1 << position;
        let number = (*self.entry.names.get(position)?)?;
        if cut.used & bit != 0 || self.fits.get(number)? & (1 << cut.next) == 0 {
            return None;
        }
        let name = self.index.names.get(number)?;
        if !cut.kind.is_none_or(|kind| may_be(name, kind)) {
            return None;
        }
        let words = self.index.words(name);
        let is_unit = position == 0;
        let from = |start: usize| {
            let run = self.run(words.get(start..)?, cut.next)?;
            let next = cut.next + run.length;
            let is_whole = run.is_whole && run.length == words.len();
            let goes_on = next < self.query.len();
            let other_kind = cut.kind.is_some_and(|kind| kind != name.kind);
            self.best(Cut {
                next,
                kind: None,
                used: cut.used | bit,
                is_whole: if is_unit { is_whole } else { cut.is_whole },
                has_other_marks: cut.has_other_marks || run.has_other_marks,
                is_loose: cut.is_loose || (!is_whole && goes_on) || (!is_unit && start > 0),
                penalty: cut.penalty + u8::from(other_kind) * 2 + u8::from(is_unit && start > 0) * 4,
            })
        };
        (0..words.len()).filter_map(from).min()
    }

    /// The longest run of the query from a token on at the beginning of these words.
    fn run(&self, words: &[Word], token: usize) -> Option<Run> {
        let mut run = Run { length: 0, is_whole: true, has_other_marks: false };
        for (number, word) in (token..self.query.len()).zip(words) {
            let bit = 1 << number;
            if self.query.fits(word.folded) & bit == 0 {
                break;
            }
            run.length += 1;
            run.is_whole =
                self.index.folded.get(word.folded).is_some_and(|word| self.query.is_whole(number, word));
            run.has_other_marks |= self.query.fits_marked(word.exact) & bit == 0;
        }
        (run.length > 0).then_some(run)
    }

    /// The score of a cut that used all tokens.
    fn finish(&self, cut: Cut) -> Option<Score> {
        let unit = self.index.name(self.entry, 0)?;
        let is_former = self.entry.origin != Origin::Current;
        let only_kind = cut.used == 0 && cut.kind == Some(unit.kind) && !is_former;
        if cut.used & 1 == 0 && !only_kind {
            return None;
        }
        let other_marks = self.query.marked && cut.has_other_marks;
        let class = match (cut.is_whole, self.query.marked && !cut.has_other_marks) {
            (true, true) => Class::Marked,
            (true, false) => Class::Whole,
            (false, _) => Class::Prefix,
        };
        Some(Score {
            is_loose: cut.is_loose || cut.kind.is_some(),
            is_former,
            class,
            penalty: cut.penalty + u8::from(other_marks),
            origin: match self.entry.origin {
                Origin::Current | Origin::FormerProvince(_) => 0,
                Origin::FormerCommune(_) => 1,
                Origin::FormerDistrict(_) => 2,
            },
        })
    }
}

/// Whether people may use the word of a kind for the unit with this name.
///
/// Kinds of one level pass for each other, because units are promoted and old habits stay; a đặc khu was a
/// district or a provincial city of islands before.
fn may_be(name: &Name, kind: UnitKind) -> bool {
    let district = name.level == Level::District || name.kind == UnitKind::DacKhu;
    match kind {
        UnitKind::Province => name.level == Level::Province,
        UnitKind::City => name.level == Level::Province || district,
        UnitKind::Huyen | UnitKind::Quan | UnitKind::ThiXa => district,
        UnitKind::Xa | UnitKind::Phuong | UnitKind::ThiTran | UnitKind::DacKhu => {
            name.level == Level::Commune
        }
    }
}
