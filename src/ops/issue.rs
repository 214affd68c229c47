//! Which number of a series a MoU gets: one of those kept for its conference or for this laptop, else the
//! next that is kept for nobody. Laptops that do not see each other never give the same number of a block.

use super::numbers::next_free;
use super::{Outcome, mous};
use crate::domain::{
    Conference, Id, IdSource, IssuedNumber, Mou, NumberBlock, NumberPattern, NumberSeries, Stored,
};
use crate::error::{Error, ErrorKind, Result};
use crate::i18n::message;
use crate::problem::Problem;
use crate::store::{Rows, Writer};

/// Gives a MoU the next number of a series on the laptop with this code. A number that was ever given, also
/// to a deleted paper, is never given again by accident. A series without a year counts by the year of the MoU;
/// one without a day takes `year`.
pub(super) fn issue_number(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Id<Mou>,
    series: Id<NumberSeries>,
    (year, desk): (i64, &str),
) -> Result<Outcome> {
    let before = mous::unnumbered(writer, id)?;
    let series = writer.rows().get(series)?;
    let pattern = NumberPattern::parse(&series.record.pattern)
        .map_err(|what| Error::new(ErrorKind::Invalid(vec![Problem::error("pattern", what)])))?;
    let year = before.date.map_or(year, |day| i64::from(day.year()));
    let register = Issuing::new(writer.rows(), &series, pattern, year)?;
    let (value, warning) = register.next(before.conference, desk)?;
    let number = IssuedNumber {
        series: Some(series.id),
        value: Some(value),
        text: register.text(value),
        mou: Some(id),
        ..IssuedNumber::default()
    };
    let mut outcome = mous::put_number(writer, ids, id, &before, &number)?;
    outcome.warnings.extend(warning);
    Ok(outcome)
}

/// The numbers that are left in the blocks of a conference from which the laptop with this code takes, as
/// printed and at most so many.
pub fn numbers_left(
    rows: Rows<'_>,
    conference: Id<Conference>,
    (year, desk): (i64, &str),
    most: usize,
) -> Result<Vec<String>> {
    let mut left = Vec::new();
    for series in rows.all::<NumberSeries>()? {
        let Ok(pattern) = NumberPattern::parse(&series.record.pattern) else { continue };
        let register = Issuing::new(rows, &series, pattern, year)?;
        for (rank, block) in register.kept(Some(conference), desk) {
            let mut after = None;
            while rank < Rank::Desk
                && left.len() < most
                && let Some(value) = register.next_in(block, after)?
            {
                left.push(register.text(value));
                after = Some(value);
            }
        }
    }
    Ok(left)
}

/// For whom a block is kept, the nearest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// For the conference on this laptop.
    ConferenceHere,
    /// For the conference on any laptop.
    Conference,
    /// For this laptop.
    Desk,
}

/// A series while numbers of it are looked for.
struct Issuing<'c> {
    rows: Rows<'c>,
    record: NumberSeries,
    pattern: NumberPattern,
    year: i64,
    /// The oldest first, in the same order on every laptop.
    blocks: Vec<Stored<NumberBlock>>,
    issued: Vec<IssuedNumber>,
    highest: Option<i64>,
}

impl<'c> Issuing<'c> {
    fn new(rows: Rows<'c>, series: &Stored<NumberSeries>, pattern: NumberPattern, year: i64) -> Result<Self> {
        let id = series.id.any();
        let mut blocks = rows.children::<NumberBlock>("series", id)?;
        blocks.sort_by_key(|stored| stored.id);
        let issued = rows.children::<IssuedNumber>("series", id)?;
        Ok(Self {
            rows,
            pattern,
            year: series.record.year.unwrap_or(year),
            record: series.record.clone(),
            blocks,
            issued: issued.into_iter().map(|stored| stored.record).collect(),
            highest: rows.highest_number(id)?,
        })
    }

    /// A number as printed.
    fn text(&self, value: i64) -> String {
        self.pattern.format(value, self.year)
    }

    /// Whether a number was given before, also by hand and also when that was taken back.
    fn was_given(&self, value: i64) -> Result<bool> {
        self.rows.was_given(&self.text(value))
    }

    /// The blocks a MoU of this conference takes from on a laptop, the nearest first.
    fn kept(&self, conference: Option<Id<Conference>>, desk: &str) -> Vec<(Rank, &Stored<NumberBlock>)> {
        let rank = |block: &NumberBlock| {
            let of_conference = block.conference.is_some() && block.conference == conference;
            let here = block.is_held_by(desk);
            match block.conference {
                Some(_) if of_conference && here => Some(Rank::ConferenceHere),
                Some(_) if of_conference && block.holder.is_empty() => Some(Rank::Conference),
                None if here => Some(Rank::Desk),
                _ => None,
            }
        };
        let ranked = self.blocks.iter().filter_map(|stored| Some((rank(&stored.record)?, stored)));
        let mut kept: Vec<_> = ranked.collect();
        kept.sort_by_key(|(rank, _)| *rank);
        kept
    }

    /// The first number of a block after this one, else after the highest given of it, that was never given;
    /// what lies in an older block, too, belongs to that one.
    fn next_in(&self, block: &Stored<NumberBlock>, after: Option<i64>) -> Result<Option<i64>> {
        let kept = &block.record;
        let given = self.issued.iter().filter_map(|number| number.value).filter(|value| kept.holds(*value));
        let mut value = after.or(given.max()).map_or(kept.first, |last| last + 1);
        while kept.holds(value) {
            let mut older = self.blocks.iter().take_while(|stored| stored.id != block.id);
            if !older.any(|stored| stored.record.holds(value)) && !self.was_given(value)? {
                return Ok(Some(value));
            }
            value += 1;
        }
        Ok(None)
    }

    /// The next number, and what has to be said when it does not come from where it should.
    fn next(&self, conference: Option<Id<Conference>>, desk: &str) -> Result<(i64, Option<Problem>)> {
        let mut used_up: Option<(Rank, &NumberBlock)> = None;
        for (rank, block) in self.kept(conference, desk) {
            if let Some(value) = self.next_in(block, None)? {
                let before = used_up.filter(|(before, _)| *before < rank);
                return Ok((value, before.map(|(rank, block)| self.used_up(rank, block, value))));
            }
            used_up = Some((rank, &block.record));
        }
        let blocks: Vec<&NumberBlock> = self.blocks.iter().map(|stored| &stored.record).collect();
        let mut value = next_free(&self.record, self.highest, &self.issued, &blocks);
        loop {
            if let Some(block) = blocks.iter().find(|block| block.holds(value)) {
                value = block.last.saturating_add(1);
            } else if self.was_given(value)? {
                value = value.saturating_add(1);
            } else {
                break;
            }
        }
        let warning = used_up.map(|(rank, block)| self.used_up(rank, block, value));
        Ok((value, warning.or_else(|| self.held_elsewhere(conference, desk, value))))
    }

    fn used_up(&self, rank: Rank, block: &NumberBlock, value: i64) -> Problem {
        let words = match rank {
            Rank::ConferenceHere | Rank::Conference => message("number-block-conference"),
            Rank::Desk => message("number-block-desk").with("desk", block.holder.as_str()),
        };
        let words = words
            .with("first", block.first.to_string())
            .with("last", block.last.to_string())
            .with("number", self.text(value));
        Problem::warning("number", words)
    }

    /// The conference has numbers, but on another laptop.
    fn held_elsewhere(&self, conference: Option<Id<Conference>>, desk: &str, value: i64) -> Option<Problem> {
        let of_conference =
            |block: &&NumberBlock| block.conference.is_some() && block.conference == conference;
        let block = self.blocks.iter().map(|stored| &stored.record).find(of_conference)?;
        let words = message("number-block-elsewhere")
            .with("holder", block.holder.as_str())
            .with("desk", desk)
            .with("number", self.text(value));
        Some(Problem::warning("number", words))
    }
}
