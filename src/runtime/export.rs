//! A list as it is seen on the screen becomes a paper: its rows are read in blocks and put into words.

use crate::documents::list::{ListCell, ListPaper};
use crate::error::Result;
use crate::i18n::{Language, message};
use crate::ops::{List, Page, Query as _, columns};
use crate::store::Store;

/// Rows that are read together.
const BLOCK: usize = 1_000;

/// What of a list goes into a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// The list with its filters and its order.
    pub list: List,
    /// Keys, headings and widths of the columns, as they stand on the screen.
    pub columns: Vec<(&'static str, String, f32)>,
    /// The title.
    pub title: String,
    /// What stands below it.
    pub notes: Vec<String>,
    /// The language.
    pub language: Language,
}

impl Export {
    /// Reads the rows and puts them into words.
    pub fn paper(&self, store: &mut Store) -> Result<ListPaper> {
        let places = store.places();
        let listed = self.list.answer(store)?;
        let known = columns(self.list.kind);
        let mut rows = Vec::with_capacity(listed.rows.len());
        for block in listed.rows.chunks(BLOCK) {
            let page = Page { kind: self.list.kind, rows: block.to_vec() };
            for line in page.answer(store)? {
                let cells = self.columns.iter().map(|(key, ..)| {
                    let value = known.iter().position(|column| column.key == *key);
                    match value.and_then(|place| line.cells.get(place)) {
                        Some(value) => {
                            ListCell { text: value.text(self.language, places), number: value.number() }
                        }
                        None => ListCell { text: line.name.clone(), number: None },
                    }
                });
                rows.push(cells.collect());
            }
        }
        Ok(ListPaper {
            title: self.title.clone(),
            notes: self.notes.clone(),
            head: self.columns.iter().map(|(_, label, _)| label.clone()).collect(),
            widths: self.columns.iter().map(|(.., width)| *width).collect(),
            rows,
            foot: message("list-foot").text(self.language),
            language: self.language,
        })
    }
}
