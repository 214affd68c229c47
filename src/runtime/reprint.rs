//! Single pages of a final text that are printed again: those another signer changed, and those that are signed.

use std::collections::{BTreeMap, BTreeSet};

use super::papers::{data_of, moment, paper_error};
use crate::documents::Engine;
use crate::documents::layout::Page;
use crate::domain::FrozenDocument;
use crate::error::Result;

/// Pages, counted from 1, and a PDF of only these; nothing when there are none.
pub(super) type SomePages = Option<(Vec<usize>, Vec<u8>)>;

/// The pages of a final text that differ from those of any text before it: whichever of them lies on the table,
/// with these sheets it is the one in force.
pub(super) fn changed_pages(
    engine: &mut Engine,
    earlier: &[FrozenDocument],
    newest: &FrozenDocument,
) -> Result<SomePages> {
    let (_, after) = engine.lay_out_mou(&data_of(newest)?);
    let mut changed = BTreeSet::new();
    for old in earlier {
        let (_, before) = engine.lay_out_mou(&data_of(old)?);
        let same_length = before.pages.len() == after.pages.len();
        let differs = |(place, page): &(usize, &Page)| {
            // With another number of pages, all of them say so in "Trang x/y".
            !same_length || before.pages.get(*place).is_none_or(|before| !before.looks_like(page))
        };
        changed.extend(after.pages.iter().enumerate().filter(differs).map(|(place, _)| place));
    }
    only(engine, newest, &changed)
}

/// The pages of a final text on which is signed: for a sheet that was spoilt.
pub(super) fn signed_pages(engine: &mut Engine, paper: &FrozenDocument) -> Result<SomePages> {
    let (_, pages) = engine.lay_out_mou(&data_of(paper)?);
    // A clause may name a signer, too: where each is named last is signed.
    let mut last = BTreeMap::new();
    for field in pages.fields.iter().filter(|field| field.page < pages.body) {
        if field.field.ends_with(".signer") {
            last.insert(field.field.as_str(), field.page);
        }
    }
    only(engine, paper, &last.into_values().collect())
}

fn only(engine: &mut Engine, paper: &FrozenDocument, wanted: &BTreeSet<usize>) -> Result<SomePages> {
    if wanted.is_empty() {
        return Ok(None);
    }
    let (document, mut pages) = engine.lay_out_mou(&data_of(paper)?);
    let all = std::mem::take(&mut pages.pages).into_iter().enumerate();
    pages.pages = all.filter(|(place, _)| wanted.contains(place)).map(|(_, page)| page).collect();
    // Entries of the outline lead to pages that are not all there.
    pages.outline.clear();
    let pdf = engine.pdf(&document, &pages, moment(paper.made_at)?).map_err(paper_error)?;
    Ok(Some((wanted.iter().map(|place| place + 1).collect(), pdf)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::mou::data::MouData;
    use crate::documents::mou::sample::{annex, mou, spans, text};

    /// Who signs carries the field it has in a filled text.
    fn signed() -> MouData {
        let mut data = mou(1);
        let seats = data.parties.iter_mut().zip(["a", "b"]).chain(data.witnesses.iter_mut().zip(["w"]));
        for (seat, letter) in seats {
            seat.signer = spans(&format!("[{letter}.signer|Đàm Quang Lộc]"));
        }
        data
    }

    fn paper(data: &MouData) -> FrozenDocument {
        FrozenDocument { data: serde_json::to_string(data).unwrap(), ..FrozenDocument::default() }
    }

    #[test]
    fn a_page_that_differs_from_any_earlier_text_is_printed_again() {
        let mut engine = Engine::new().unwrap();
        let first = signed();
        // The name of a party stands on the first page, who signs for the other on the last.
        let mut second = first.clone();
        second.parties[0].name = text("HTX KHÁC", "ANOTHER");
        let mut third = second.clone();
        third.parties[1].signer = spans("[b.signer|Lê Thị Mới]");
        let last = engine.lay_out_mou(&third).1.body;
        let mut pages = |earlier: &[&MouData]| {
            let earlier: Vec<_> = earlier.iter().map(|data| paper(data)).collect();
            changed_pages(&mut engine, &earlier, &paper(&third)).unwrap().map(|(pages, _)| pages)
        };
        assert!(last > 2);
        assert_eq!(pages(&[]), None);
        assert_eq!(pages(&[&third]), None);
        assert_eq!(pages(&[&second]), Some(vec![last]));
        assert_eq!(pages(&[&second, &first]), Some(vec![1, last]));
    }

    #[test]
    fn the_page_that_is_signed_is_the_last_of_the_body_whatever_follows() {
        let mut engine = Engine::new().unwrap();
        let mut data = signed();
        let body = engine.lay_out_mou(&data).1.body;
        let (pages, pdf) = signed_pages(&mut engine, &paper(&data)).unwrap().unwrap();
        assert_eq!(pages, [body]);
        assert_eq!(lopdf::Document::load_mem(&pdf).unwrap().get_pages().len(), 1);
        data.annex = Some(annex(40));
        let laid_out = engine.lay_out_mou(&data).1;
        assert!(laid_out.pages.len() > laid_out.body);
        assert_eq!(signed_pages(&mut engine, &paper(&data)).unwrap().unwrap().0, [laid_out.body]);
    }
}
