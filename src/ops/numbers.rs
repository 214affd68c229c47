//! The registers of numbers: series, what they gave, the gaps, and what is kept for whom.

use std::collections::BTreeMap;

use super::Query;
use crate::domain::{
    Gap, Id, IssuedNumber, Mou, NumberBlock, NumberPattern, NumberSeries, NumberState, RecordKind, gaps,
};
use crate::error::Result;
use crate::store::{Rows, Store};

/// Asks for all series of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberDesk;

/// The series, and numbers that stand on more than one paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberDeskAnswer {
    /// The series, the newest year first.
    pub series: Vec<SeriesState>,
    /// Numbers that two papers carry, with what these are about.
    pub twice: Vec<Twice>,
    /// The years whose registers hold something, the newest first; last `None`, what is of no year.
    pub years: Vec<Option<i64>>,
}

/// A number with the papers that carry it and what each is about.
pub type Twice = (String, Vec<(Id<Mou>, String)>);

/// One series with what became of its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesState {
    /// Its id.
    pub id: Id<NumberSeries>,
    /// The series.
    pub record: NumberSeries,
    /// How many numbers stand on papers.
    pub used: usize,
    /// The number that is given next, outside all blocks.
    pub next: i64,
    /// Numbers below the highest one that stand on no paper; `None` as reason asks to be explained.
    pub gaps: Vec<Gap>,
    /// What is kept for conferences and laptops, with how many of each are given.
    pub blocks: Vec<(Id<NumberBlock>, NumberBlock, i64)>,
}

impl Query for NumberDesk {
    type Answer = NumberDeskAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::NumberSeries, RecordKind::NumberBlock, RecordKind::IssuedNumber, RecordKind::Mou]
    }

    fn answer(&self, store: &mut Store) -> Result<NumberDeskAnswer> {
        let rows = store.rows();
        let mut series = Vec::new();
        for stored in rows.all::<NumberSeries>()? {
            series.push(state(rows, stored.id, stored.record)?);
        }
        series.sort_by_key(|state| (std::cmp::Reverse(state.record.year), state.record.name.clone()));
        let mut mous = rows.all::<Mou>()?;
        mous.retain(|mou| !mou.record.number.is_empty());
        mous.sort_by(|left, right| left.record.number.cmp(&right.record.number));
        let twice = mous.chunk_by(|left, right| left.record.number == right.record.number);
        let twice = twice.filter(|same| same.len() > 1).map(|same| {
            let papers = same.iter().map(|mou| (mou.id, mou.record.subject.clone()));
            (same.first().map(|mou| mou.record.number.clone()).unwrap_or_default(), papers.collect())
        });
        let mut years = rows.registered_years()?;
        years.extend(series.iter().flat_map(|series| series.gaps.iter().map(|gap| gap.year)));
        let years = years.into_iter().rev().collect();
        Ok(NumberDeskAnswer { twice: twice.collect(), series, years })
    }
}

fn state(rows: Rows<'_>, id: Id<NumberSeries>, record: NumberSeries) -> Result<SeriesState> {
    let issued: Vec<IssuedNumber> =
        rows.children::<IssuedNumber>("series", id.any())?.into_iter().map(|stored| stored.record).collect();
    let on_paper = rows.mous_of_series(id)?;
    let stands = |number: &IssuedNumber| number.mou.is_some_and(|mou| on_paper.contains_key(&mou));
    let blocks: Vec<(Id<NumberBlock>, NumberBlock)> = rows
        .children::<NumberBlock>("series", id.any())?
        .into_iter()
        .map(|stored| (stored.id, stored.record))
        .collect();
    let kept: Vec<&NumberBlock> = blocks.iter().map(|(_, block)| block).collect();
    // What is kept and not given yet is no gap.
    let in_block = |value: i64| kept.iter().any(|block| block.holds(value));
    let mut open = gaps(record.first.max(1), &issued, stands);
    let used = issued.iter().filter(|number| number.state == NumberState::Used && stands(number)).count();
    let next = next_free(&record, rows.highest_number(id.any())?, &issued, &kept);
    // Nor is what lies before a block and is still to come.
    open.retain(|gap| gap.reason.is_some() || (!in_block(gap.value) && gap.value < next));
    let dated = issued.iter().filter_map(|number| {
        let day = (*on_paper.get(&number.mou?)?)?;
        Some((number.value?, i64::from(day.year())))
    });
    let dated: BTreeMap<i64, i64> = dated.collect();
    for gap in &mut open {
        // A series without a year counts on over the years: a gap is of the year of the MoU that had the number,
        // else of the one before it.
        let near = || dated.range(..=gap.value).next_back().or_else(|| dated.range(gap.value..).next());
        gap.year = record.year.or_else(|| near().map(|(_, year)| *year));
    }
    let given = |block: &NumberBlock| {
        let inside = |number: &&IssuedNumber| number.value.is_some_and(|value| block.holds(value));
        i64::try_from(issued.iter().filter(inside).count()).unwrap_or(0)
    };
    let blocks = blocks.iter().map(|(id, block)| (*id, block.clone(), given(block))).collect();
    Ok(SeriesState { id, used, next, gaps: open, blocks, record })
}

/// The number that is given next outside all blocks: one more than the highest that was ever given outside
/// them, and past every block that lies there.
pub(super) fn next_free(
    record: &NumberSeries,
    highest: Option<i64>,
    issued: &[IssuedNumber],
    blocks: &[&NumberBlock],
) -> i64 {
    let inside = |value: i64| blocks.iter().any(|block| block.holds(value));
    let outside = issued.iter().filter_map(|number| number.value).filter(|value| !inside(*value)).max();
    // Numbers in the trash count, too; they are only known by the highest.
    let outside = outside.max(highest.filter(|highest| !inside(*highest)));
    let mut next = outside.map_or(record.first.max(1), |highest| highest.saturating_add(1));
    while let Some(block) = blocks.iter().find(|block| block.holds(next)) {
        next = block.last.saturating_add(1);
    }
    next
}

/// Asks for the register of documents that got a number or were signed in a year (sổ đăng ký).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MouRegister {
    /// The year of their day; those without a day count by their series, and with neither they are of no year.
    pub year: Option<i64>,
}

/// One line of the register of documents.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterLine {
    /// The number; empty where one was signed without.
    pub number: String,
    /// The day of signing.
    pub date: Option<jiff::civil::Date>,
    /// The parties.
    pub parties: String,
    /// Who signs for each party.
    pub signers: String,
    /// What it is about.
    pub subject: String,
    /// Originals in all.
    pub copies: i64,
    /// How far it is; nothing for a number that stands on no paper.
    pub state: Option<crate::domain::MouState>,
    /// Why a number stands on no paper.
    pub reason: String,
}

impl Query for MouRegister {
    type Answer = Vec<RegisterLine>;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![
            K::Mou,
            K::MouParty,
            K::Organisation,
            K::Person,
            K::Position,
            K::IssuedNumber,
            K::NumberSeries,
            K::NumberBlock,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<RegisterLine>> {
        let rows = store.rows();
        let mut lines = Vec::new();
        for mou in rows.registered_mous(self.year)? {
            let (each, witness) = mou.copies;
            let there = |texts: Vec<&str>, between| {
                texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between)
            };
            let names = mou.parties.iter().map(|(_, name, _)| name.as_str()).collect();
            let signers = mou.parties.iter().map(|(.., signer)| signer.as_str()).collect();
            let parties = i64::try_from(mou.parties.len()).unwrap_or(0);
            lines.push(RegisterLine {
                number: mou.number,
                date: mou.date,
                parties: there(names, " – "),
                signers: there(signers, "; "),
                subject: mou.subject,
                copies: each * parties + witness * mou.witnesses,
                state: Some(mou.state),
                reason: String::new(),
            });
        }
        for series in rows.all::<NumberSeries>()? {
            let pattern = NumberPattern::parse(&series.record.pattern).ok();
            // Of no year, a number in which the year stands cannot be written out.
            let pattern = pattern.filter(|pattern| self.year.is_some() || !pattern.has_year());
            let year = self.year.unwrap_or_default();
            let gaps = state(rows, series.id, series.record)?.gaps.into_iter();
            for gap in gaps.filter(|gap| gap.year == self.year) {
                let number = pattern.as_ref().map(|pattern| pattern.format(gap.value, year));
                lines.push(RegisterLine {
                    number: number.unwrap_or_else(|| gap.value.to_string()),
                    date: None,
                    parties: String::new(),
                    signers: String::new(),
                    subject: String::new(),
                    copies: 0,
                    state: None,
                    reason: gap.reason.unwrap_or_default(),
                });
            }
        }
        lines.sort_by_cached_key(|line| (line.number.is_empty(), crate::vietnamese::sort_key(&line.number)));
        Ok(lines)
    }
}
