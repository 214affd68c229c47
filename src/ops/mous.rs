//! Memoranda of Understanding: drafts with their parties, text and annex, numbers, final texts, states.

use std::collections::{BTreeMap, VecDeque};

use jiff::civil::Date;

use super::records::passed;
use super::{Outcome, records};
use crate::domain::{
    ClauseTree, Clean, FrozenDocument, Id, IdSource, IssuedNumber, Item, Mou, MouClause, MouDossier,
    MouEvent, MouLanguage, MouParty, MouProduct, MouState, NumberSeries, NumberState, PartyRole, Position,
    Record, RecordKind, Stored,
};
use crate::error::{ErrorKind, Result};
use crate::i18n::message;
use crate::problem::Problem;
use crate::store::{self, Writer};

/// A MoU with everything that belongs to its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MouDraft {
    /// Its own fields; number and state are left to their commands.
    pub mou: Mou,
    /// Parties, then witnesses; role and sequence are set.
    pub parties: Vec<Item<MouParty>>,
    /// The text.
    pub clauses: Vec<ClauseTree>,
    /// The annex.
    pub products: Vec<Item<MouProduct>>,
}

impl MouDraft {
    /// A new draft that says what another MoU says: its parties, text, values and annex, but not its number,
    /// day and place in a ceremony.
    pub fn like(dossier: &MouDossier) -> Self {
        let mou = Mou {
            number: String::new(),
            series: None,
            date: None,
            state: MouState::Draft,
            ceremony_batch: None,
            ceremony_order: None,
            ceremony_time: None,
            copies_checked: false,
            amends: None,
            ..dossier.mou.clone()
        };
        Self {
            mou,
            parties: dossier.parties.iter().map(|party| party.party.clone().into()).collect(),
            clauses: dossier.clauses.iter().map(fresh).collect(),
            products: dossier.products.iter().map(|(line, _)| line.record.clone().into()).collect(),
        }
    }

    /// Takes over what another MoU says, but for its own parties, number, day, place and conference.
    pub fn take_over(&mut self, other: &Self) {
        let own = self.mou.clone();
        self.mou = Mou {
            number: own.number,
            series: own.series,
            state: own.state,
            date: own.date,
            place: own.place,
            place_en: own.place_en,
            conference: own.conference,
            ceremony_batch: own.ceremony_batch,
            ceremony_order: own.ceremony_order,
            ceremony_time: own.ceremony_time,
            copies_checked: own.copies_checked,
            amends: own.amends,
            invented: own.invented,
            ..other.mou.clone()
        };
        self.clauses.clone_from(&other.clauses);
        if self.products.is_empty() {
            self.products.clone_from(&other.products);
        }
    }
}

/// A node and what is below it, as new ones.
fn fresh(tree: &ClauseTree) -> ClauseTree {
    let clause = MouClause { mou: None, parent: None, ..tree.clause.clone() };
    ClauseTree { id: None, clause, children: tree.children.iter().map(fresh).collect() }
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
    /// When the PDF was made, milliseconds since 1970 in UTC: it stands in its bytes.
    pub made_at: i64,
    /// The day the text was made final.
    pub date: Date,
}

/// Adds a MoU or writes over a draft; what is unchanged is not written again. What is wrong in the MoU itself
/// is kept and told: a draft is saved while it is being typed, and making it final refuses it.
pub(super) fn save(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Option<Id<Mou>>,
    draft: &MouDraft,
) -> Result<Outcome> {
    let mut mou = draft.mou.cleaned();
    let warnings = mou.check();
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
    // The places of parties and of witnesses are counted apart.
    let mut parties = draft.parties.clone();
    let (mut signing, mut witnessing) = (1.., 1..);
    for Item { record, .. } in &mut parties {
        let places = if record.role == PartyRole::Party { &mut signing } else { &mut witnessing };
        record.sequence = places.next().unwrap_or(1);
    }
    save_list(writer, ids, id, &parties, |party, _| party.mou = Some(id))?;
    save_list(writer, ids, id, &draft.products, |product, sequence| {
        product.mou = Some(id);
        product.sequence = sequence;
    })?;
    save_clauses(writer, ids, id, &draft.clauses)?;
    Ok(Outcome { id: Some(id.any()), warnings, ..Outcome::default() })
}

/// Writes a MoU's list: items with an id over their rows, new ones added, rows nobody names into the trash.
fn save_list<R: Clean>(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    mou: Id<Mou>,
    items: &[Item<R>],
    own: impl Fn(&mut R, i64),
) -> Result<()> {
    let mut there = rows_of(writer, mou)?;
    for (item, sequence) in items.iter().zip(1..) {
        let mut record = item.record.cleaned();
        own(&mut record, sequence);
        passed(record.check())?;
        records::refers_to_nothing_in_the_trash(writer.trashed_reference(&record)?)?;
        save_row(writer, ids, &mut there, item.id, &record)?;
    }
    drop_rows(writer, there)
}

/// Rows of a MoU that were not named yet.
type There<R> = BTreeMap<Id<R>, R>;

fn rows_of<R: Record>(writer: &Writer<'_>, mou: Id<Mou>) -> Result<There<R>> {
    let rows = writer.rows().children::<R>("mou", mou.any())?;
    Ok(rows.into_iter().map(|stored| (stored.id, stored.record)).collect())
}

/// Writes over a row of this MoU, or adds one; an id of another MoU's row makes a new row.
fn save_row<R: Record>(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    there: &mut There<R>,
    id: Option<Id<R>>,
    record: &R,
) -> Result<Id<R>> {
    if let Some(id) = id
        && let Some(before) = there.remove(&id)
    {
        writer.update(id, &before, record)?;
        return Ok(id);
    }
    let id = ids.make_id(writer.at());
    writer.insert(id, record)?;
    Ok(id)
}

fn drop_rows<R: Record>(writer: &mut Writer<'_>, there: There<R>) -> Result<()> {
    for id in there.into_keys() {
        writer.set_deleted(R::KIND, id.any(), true)?;
    }
    Ok(())
}

fn save_clauses(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    mou: Id<Mou>,
    trees: &[ClauseTree],
) -> Result<()> {
    let mut there = rows_of(writer, mou)?;
    // Parents before their children, who refer to them.
    let mut waiting: VecDeque<(Option<Id<MouClause>>, i64, &ClauseTree)> =
        trees.iter().zip(1..).map(|(tree, sequence)| (None, sequence, tree)).collect();
    while let Some((parent, sequence, tree)) = waiting.pop_front() {
        let clause = MouClause { mou: Some(mou), parent, sequence, ..tree.clause.cleaned() };
        let id = save_row(writer, ids, &mut there, tree.id, &clause)?;
        waiting.extend(tree.children.iter().zip(1..).map(|(child, sequence)| (Some(id), sequence, child)));
    }
    drop_rows(writer, there)
}

/// Puts a MoU into the trash whose text is not final.
pub(super) fn delete(writer: &mut Writer<'_>, id: Id<Mou>) -> Result<Outcome> {
    open_text(writer, id)?;
    records::to_trash(writer, RecordKind::Mou, id.any())
}

/// Takes a MoU out of the trash whose parties and products are not in it.
pub(super) fn restore(writer: &mut Writer<'_>, id: Id<Mou>) -> Result<Outcome> {
    let mou = writer.rows().get(id)?.record;
    records::refers_to_nothing_in_the_trash(writer.trashed_reference(&mou)?)?;
    for party in rows_of::<MouParty>(writer, id)?.values() {
        records::refers_to_nothing_in_the_trash(writer.trashed_reference(party)?)?;
    }
    for product in rows_of::<MouProduct>(writer, id)?.values() {
        records::refers_to_nothing_in_the_trash(writer.trashed_reference(product)?)?;
    }
    writer.set_deleted(RecordKind::Mou, id.any(), false)?;
    Ok(Outcome { id: Some(id.any()), ..Outcome::default() })
}

/// The MoU, if its text may still change.
fn open_text(writer: &Writer<'_>, id: Id<Mou>) -> Result<Mou> {
    let mou = alive(writer, id)?;
    if mou.state == MouState::Draft { Ok(mou) } else { Err(ErrorKind::TextFinal(mou.number).into()) }
}

/// The MoU, if it is not in the trash.
fn alive(writer: &Writer<'_>, id: Id<Mou>) -> Result<Mou> {
    match writer.rows().is_deleted(RecordKind::Mou, id.any())? {
        Some(false) => Ok(writer.rows().get(id)?.record),
        _ => Err(ErrorKind::NotFound(RecordKind::Mou.label()).into()),
    }
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

/// Takes the number off a draft: it is void from now on, with this reason, and is never given again.
pub(super) fn drop_number(writer: &mut Writer<'_>, id: Id<Mou>, reason: &str) -> Result<Outcome> {
    let before = open_text(writer, id)?;
    let given = writer.rows().children::<IssuedNumber>("mou", id.any())?;
    for Stored { id, record, .. } in given.into_iter().filter(|number| number.record.text == before.number) {
        let void = IssuedNumber { state: NumberState::Void, reason: reason.to_owned(), ..record.clone() };
        writer.update(id, &record, &void.cleaned())?;
    }
    let after = Mou { number: String::new(), series: None, ..before.clone() };
    writer.update(id, &before, &after)?;
    Ok(Outcome { id: Some(id.any()), ..Outcome::default() })
}

/// The MoU, if it may still get a number.
pub(super) fn unnumbered(writer: &Writer<'_>, id: Id<Mou>) -> Result<Mou> {
    let mou = open_text(writer, id)?;
    if mou.number.is_empty() { Ok(mou) } else { Err(ErrorKind::NumberTaken(mou.number).into()) }
}

/// Writes a number down and puts it on its MoU.
pub(super) fn put_number(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Id<Mou>,
    before: &Mou,
    number: &IssuedNumber,
) -> Result<Outcome> {
    let taken = writer.rows().was_given(&number.text)?;
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
    let (first, highest) = (record.first.max(1), writer.rows().highest_number(series.any())?.unwrap_or(0));
    if !(first..=highest).contains(&value) {
        let what =
            message("number-not-given").with("first", first.to_string()).with("highest", highest.to_string());
        return Err(ErrorKind::Invalid(vec![Problem::error("value", what)]).into());
    }
    let issued = writer.rows().children::<IssuedNumber>("series", series.any())?;
    let found = issued.into_iter().find(|number| number.record.value == Some(value));
    let paper = found.as_ref().and_then(|number| number.record.mou);
    let before = found.as_ref().map(|number| number.record.clone()).unwrap_or_default();
    if before.state == NumberState::Used && paper.is_some_and(|mou| alive(writer, mou).is_ok()) {
        return Err(ErrorKind::NumberTaken(before.text).into());
    }
    let explained = IssuedNumber {
        series: Some(series),
        value: Some(value),
        text: if before.text.is_empty() { value.to_string() } else { before.text.clone() },
        mou: paper,
        state: NumberState::Void,
        reason: reason.to_owned(),
    }
    .cleaned();
    match found {
        Some(Stored { id, record, .. }) => writer.update(id, &record, &explained)?,
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
    keep_paper(writer, ids, id, paper)?;
    reach(writer, ids, id, MouState::TextFinal, paper.date, "")
}

/// Lets somebody else sign for a party of a final text that nobody signed yet.
pub(super) fn replace_signer(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    id: Id<Mou>,
    (party, signer): (Id<MouParty>, Id<Position>),
    paper: &FrozenPaper,
    note: &str,
) -> Result<Outcome> {
    let state = alive(writer, id)?.state;
    if !state.is_unsigned() {
        let what = message("mou-signer-impossible").with("state", state.label());
        return Err(ErrorKind::Invalid(vec![Problem::error("signer", what)]).into());
    }
    let before = writer.rows().get(party)?.record;
    if before.mou != Some(id) {
        return Err(ErrorKind::NotFound(RecordKind::MouParty.label()).into());
    }
    let after = MouParty { signer: Some(signer), ..before.clone() };
    records::refers_to_nothing_in_the_trash(writer.trashed_reference(&after)?)?;
    writer.update(party, &before, &after)?;
    keep_paper(writer, ids, id, paper)?;
    reach(writer, ids, id, MouState::TextFinal, paper.date, note)
}

/// Keeps the bytes of a final text and what they were made from.
fn keep_paper(writer: &mut Writer<'_>, ids: &mut IdSource, id: Id<Mou>, paper: &FrozenPaper) -> Result<()> {
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
        made_at: paper.made_at,
    };
    writer.insert(ids.make_id(writer.at()), &document)
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
    let now = alive(writer, id)?.state;
    let allowed = match state {
        // Only a text that nobody signed yet opens again or is printed for signing.
        MouState::Draft | MouState::Printed => now.is_unsigned(),
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

/// Notes that final texts lie printed on the table.
pub(super) fn note_printed(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    mous: &[Id<Mou>],
    date: Date,
) -> Result<Outcome> {
    for id in mous {
        if alive(writer, *id)?.state == MouState::TextFinal {
            reach(writer, ids, *id, MouState::Printed, date, "")?;
        }
    }
    Ok(Outcome::default())
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
    // Another text is another paper, whose originals nobody has looked through.
    let copies_checked = before.copies_checked && !matches!(state, MouState::Draft | MouState::TextFinal);
    writer.update(id, &before, &Mou { state, copies_checked, ..before.clone() })?;
    let event = MouEvent { mou: Some(id), state, date: Some(date), note: note.to_owned() }.cleaned();
    records::passed(event.check())?;
    writer.insert(ids.make_id(writer.at()), &event)?;
    Ok(Outcome { id: Some(id.any()), ..Outcome::default() })
}
