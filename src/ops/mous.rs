//! Memoranda of Understanding: drafts with their parties, text and annex, numbers, final texts, states.

use std::collections::VecDeque;

use jiff::civil::Date;

use super::records::passed;
use super::{Outcome, records};
use crate::domain::{
    ClauseTree, Clean, FrozenDocument, Id, IdSource, IssuedNumber, Mou, MouClause, MouEvent, MouLanguage,
    MouParty, MouProduct, MouState, NumberPattern, NumberSeries, NumberState, Record, Stored,
};
use crate::error::{Error, ErrorKind, Result};
use crate::i18n::message;
use crate::problem::Problem;
use crate::store::{self, Writer};

/// A MoU with everything that belongs to its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MouDraft {
    /// Its own fields; number and state are left to their commands.
    pub mou: Mou,
    /// Parties, then witnesses; role and sequence are set.
    pub parties: Vec<MouParty>,
    /// The text.
    pub clauses: Vec<ClauseTree>,
    /// The annex.
    pub products: Vec<MouProduct>,
}

/// The paper of a final text.
#[derive(Clone, Debug, PartialEq)]
pub struct FrozenPaper {
    /// The bytes of the PDF.
    pub pdf: Vec<u8>,
    /// Its pages.
    pub pages: usize,
    /// Language or languages of the text.
    pub language: MouLanguage,
    /// The data it was made from, as JSON.
    pub data: String,
    /// Key of the template.
    pub template: String,
    /// Version of the template.
    pub template_version: i64,
    /// The day the text was made final.
    pub date: Date,
}

/// Adds a MoU or writes over a draft; what is unchanged is not written again.
pub(super) fn save(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Option<Id<Mou>>,
    draft: &MouDraft,
) -> Result<Outcome> {
    let mut mou = draft.mou.cleaned();
    let warnings = passed(mou.check())?;
    let id = if let Some(id) = id {
        let before = open_text(writer, id)?;
        mou.number.clone_from(&before.number);
        mou.series = before.series;
        mou.state = before.state;
        writer.update(id, &before, &mou)?;
        id
    } else {
        mou.number.clear();
        mou.series = None;
        mou.state = MouState::Draft;
        let id = ids.make_id(writer.at());
        writer.insert(id, &mou)?;
        id
    };
    save_list(writer, ids, id, &draft.parties, |party, _| party.mou = Some(id))?;
    save_list(writer, ids, id, &draft.products, |product, sequence| {
        product.mou = Some(id);
        product.sequence = sequence;
    })?;
    save_clauses(writer, ids, id, &draft.clauses)?;
    Ok(Outcome { id: Some(id.any()), warnings, ..Outcome::default() })
}

/// Writes a MoU's list over the one that is there: row for row, the rest added or put into the trash.
fn save_list<R: Record + Clean>(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    mou: Id<Mou>,
    items: &[R],
    own: impl Fn(&mut R, i64),
) -> Result<()> {
    let mut there = writer.rows().children::<R>("mou", mou.any())?.into_iter();
    for (item, sequence) in items.iter().zip(1..) {
        let mut item = item.cleaned();
        own(&mut item, sequence);
        passed(item.check())?;
        match there.next() {
            Some(Stored { id, record, .. }) => writer.update(id, &record, &item)?,
            None => writer.insert(ids.make_id(writer.at()), &item)?,
        }
    }
    for surplus in there {
        writer.set_deleted(R::KIND, surplus.id.any(), true)?;
    }
    Ok(())
}

fn save_clauses(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    mou: Id<Mou>,
    trees: &[ClauseTree],
) -> Result<()> {
    let mut there = writer.rows().children::<MouClause>("mou", mou.any())?.into_iter();
    // Depth first, so that rows are matched in reading order.
    let mut waiting: VecDeque<(Option<Id<MouClause>>, i64, &ClauseTree)> =
        trees.iter().zip(1..).map(|(tree, sequence)| (None, sequence, tree)).collect();
    while let Some((parent, sequence, tree)) = waiting.pop_front() {
        let clause = MouClause { mou: Some(mou), parent, sequence, ..tree.clause.cleaned() };
        let id = if let Some(Stored { id, record, .. }) = there.next() {
            writer.update(id, &record, &clause)?;
            id
        } else {
            let id = ids.make_id(writer.at());
            writer.insert(id, &clause)?;
            id
        };
        for (sequence, child) in (1..).zip(&tree.children).collect::<Vec<_>>().into_iter().rev() {
            waiting.push_front((Some(id), sequence, child));
        }
    }
    for surplus in there {
        writer.set_deleted(MouClause::KIND, surplus.id.any(), true)?;
    }
    Ok(())
}

/// The MoU, if its text may still change.
pub(super) fn open_text(writer: &Writer<'_>, id: Id<Mou>) -> Result<Mou> {
    let mou = writer.rows().get(id)?.record;
    if mou.state == MouState::Draft { Ok(mou) } else { Err(ErrorKind::TextFinal(mou.number).into()) }
}

/// Gives a MoU the next number of a series: one more than any number ever given, so that a number of a
/// deleted paper is never used again by accident.
pub(super) fn issue_number(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Id<Mou>,
    series: Id<NumberSeries>,
    year: i64,
) -> Result<Outcome> {
    let before = unnumbered(writer, id)?;
    let record = writer.rows().get(series)?.record;
    let pattern = NumberPattern::parse(&record.pattern)
        .map_err(|what| Error::new(ErrorKind::Invalid(vec![Problem::error("pattern", what)])))?;
    let value =
        writer.rows().highest_number(series.any())?.map_or(record.first.max(1), |highest| highest + 1);
    let text = pattern.format(value, record.year.unwrap_or(year));
    let number = IssuedNumber {
        series: Some(series),
        value: Some(value),
        text,
        mou: Some(id),
        ..IssuedNumber::default()
    };
    put_number(writer, ids, id, &before, &number)
}

/// Gives a MoU a number written by hand; one that stands elsewhere is kept with a warning.
pub(super) fn write_number(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Id<Mou>,
    text: &str,
) -> Result<Outcome> {
    let before = unnumbered(writer, id)?;
    let number = IssuedNumber { text: text.to_owned(), mou: Some(id), ..IssuedNumber::default() }.cleaned();
    passed(number.check())?;
    put_number(writer, ids, id, &before, &number)
}

fn unnumbered(writer: &Writer<'_>, id: Id<Mou>) -> Result<Mou> {
    let mou = open_text(writer, id)?;
    if mou.number.is_empty() { Ok(mou) } else { Err(ErrorKind::NumberTaken(mou.number).into()) }
}

fn put_number(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Id<Mou>,
    before: &Mou,
    number: &IssuedNumber,
) -> Result<Outcome> {
    let taken = !writer.rows().matching::<Mou>("number", &number.text)?.is_empty();
    let warnings = if taken {
        vec![Problem::warning(
            "number",
            message("number-stands-elsewhere").with("number", number.text.as_str()),
        )]
    } else {
        Vec::new()
    };
    writer.insert(ids.make_id(writer.at()), number)?;
    let after = Mou { number: number.text.clone(), series: number.series, ..before.clone() };
    writer.update(id, before, &after)?;
    Ok(Outcome { id: Some(id.any()), number: Some(number.text.clone()), warnings, ..Outcome::default() })
}

/// Writes down why a number of a series stands on no paper.
pub(super) fn explain_gap(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    series: Id<NumberSeries>,
    value: i64,
    reason: &str,
) -> Result<Outcome> {
    let record = writer.rows().get(series)?.record;
    let issued = writer.rows().children::<IssuedNumber>("series", series.any())?;
    let found = issued.into_iter().find(|number| number.record.value == Some(value));
    let explained = IssuedNumber {
        series: Some(series),
        value: Some(value),
        text: value.to_string(),
        state: NumberState::Void,
        reason: reason.to_owned(),
        ..IssuedNumber::default()
    }
    .cleaned();
    match found {
        Some(number) if number.record.state == NumberState::Used => {
            return Err(ErrorKind::NumberTaken(number.record.text).into());
        }
        Some(Stored { id, record, .. }) => writer.update(id, &record, &explained)?,
        None if value < record.first.max(1) => {
            let problem = Problem::error(
                "value",
                message("number-before-first").with("first", record.first.to_string()),
            );
            return Err(ErrorKind::Invalid(vec![problem]).into());
        }
        None => writer.insert(ids.make_id(writer.at()), &explained)?,
    }
    Ok(Outcome::default())
}

/// Makes a text final and keeps its paper.
pub(super) fn freeze(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Id<Mou>,
    paper: &FrozenPaper,
) -> Result<Outcome> {
    open_text(writer, id)?;
    let sha256 = store::sha256(&paper.pdf);
    writer.keep_blob(&sha256, &paper.pdf)?;
    let document = FrozenDocument {
        mou: Some(id),
        language: paper.language,
        sha256,
        length: i64::try_from(paper.pdf.len()).unwrap_or(i64::MAX),
        pages: i64::try_from(paper.pages).unwrap_or(i64::MAX),
        data: paper.data.clone(),
        template: paper.template.clone(),
        template_version: paper.template_version,
        made_at: writer.at(),
    };
    writer.insert(ids.make_id(writer.at()), &document)?;
    reach(writer, ids, id, MouState::TextFinal, paper.date, "")
}

/// Notes that a MoU reached a state.
pub(super) fn set_state(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Id<Mou>,
    state: MouState,
    date: Date,
    note: &str,
) -> Result<Outcome> {
    let now = writer.rows().get(id)?.record.state;
    let allowed = match state {
        // Only a text that nobody signed yet opens again.
        MouState::Draft => matches!(now, MouState::TextFinal | MouState::Printed),
        // A text becomes final by freezing it, and nothing else follows on a draft.
        MouState::TextFinal => false,
        _ => now != MouState::Draft,
    };
    if !allowed {
        let what = message("mou-state-impossible").with("from", now.label()).with("to", state.label());
        return Err(ErrorKind::Invalid(vec![Problem::error("state", what)]).into());
    }
    reach(writer, ids, id, state, date, note)
}

fn reach(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Id<Mou>,
    state: MouState,
    date: Date,
    note: &str,
) -> Result<Outcome> {
    let before = writer.rows().get(id)?.record;
    writer.update(id, &before, &Mou { state, ..before.clone() })?;
    let event = MouEvent { mou: Some(id), state, date: Some(date), note: note.to_owned() }.cleaned();
    records::passed(event.check())?;
    writer.insert(ids.make_id(writer.at()), &event)?;
    Ok(Outcome { id: Some(id.any()), ..Outcome::default() })
}
