//! The clauses an office keeps to put them into MoUs of any template.

use std::collections::BTreeMap;

use crate::documents::mou::piece::Piece;
use crate::domain::{LibraryClause, RecordKind, Stored};
use crate::error::Result;
use crate::ops::Query;
use crate::problem::Problem;
use crate::store::Store;
use crate::vietnamese::{fold, sort_key};

/// A clause of the library.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnClause {
    /// The record.
    pub stored: Stored<LibraryClause>,
    /// What its text says, or why it cannot be read: a newer program on another laptop may have written it.
    pub piece: std::result::Result<Piece, Vec<Problem>>,
    /// Its older versions, the newest first.
    pub older: Vec<Stored<LibraryClause>>,
}

/// Asks for the newest version of each clause of the library by name, whether it is in use or not, with the older
/// ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Library;

impl Query for Library {
    type Answer = Vec<OwnClause>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::LibraryClause]
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<OwnClause>> {
        let mut versions: BTreeMap<String, Vec<Stored<LibraryClause>>> = BTreeMap::new();
        for stored in store.rows().all::<LibraryClause>()? {
            versions.entry(stored.record.key.clone()).or_default().push(stored);
        }
        let newest = |mut versions: Vec<Stored<LibraryClause>>| {
            versions.sort_by_key(|stored| std::cmp::Reverse(stored.record.version));
            let older = versions.split_off(1.min(versions.len()));
            let stored = versions.pop()?;
            Some(OwnClause { piece: Piece::load(&stored.record.source), stored, older })
        };
        let mut all: Vec<_> = versions.into_values().filter_map(newest).collect();
        all.sort_by_cached_key(|own| (sort_key(&own.stored.record.name), own.stored.record.key.clone()));
        Ok(all)
    }
}

/// A name as a key: "Bảo mật thông tin" is `bao-mat-thong-tin`.
pub fn key_of(name: &str) -> String {
    let words = fold(name);
    let words = words.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The record that keeps a clause in the library, where these are known already: as the next version under its
/// name, or under the name of `before` that is changed. The same text once more is none.
pub fn library_clause(
    name: &str,
    mut piece: Piece,
    before: Option<&LibraryClause>,
    known: &[OwnClause],
) -> Option<LibraryClause> {
    let name = name.trim();
    let key = before.map_or_else(|| key_of(name), |before| before.key.clone());
    if !piece.basis && piece.node.key.is_empty() {
        // By its key an article is numbered and referred to.
        piece.node.key.clone_from(&key);
    }
    let source = piece.source();
    let newest = known.iter().map(|own| &own.stored.record).find(|record| record.key == key);
    if newest.is_some_and(|newest| newest.in_use && newest.source == source && newest.name == name) {
        return None;
    }
    let note = newest.map(|newest| newest.note.clone()).unwrap_or_default();
    let version = newest.map_or(0, |newest| newest.version) + 1;
    Some(LibraryClause { key, version, name: name.to_owned(), source, in_use: true, note })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::mou::template::ClauseNode;
    use crate::domain::{AnyId, Id};

    #[test]
    fn a_change_is_the_next_version_and_the_same_text_is_none() {
        let child = ClauseNode { vi: "Một.".into(), en: "One.".into(), ..ClauseNode::default() };
        let node = ClauseNode {
            vi: "Giá".into(),
            en: "Price".into(),
            children: vec![child],
            ..ClauseNode::default()
        };
        let mut piece = Piece { node, ..Piece::default() };
        let first = library_clause(" Giá cả ", piece.clone(), None, &[]).unwrap();
        assert_eq!((first.key.as_str(), first.version, first.name.as_str()), ("gia-ca", 1, "Giá cả"));
        let stored =
            Stored { id: Id::from_any(AnyId::from_bytes([7; 16])), changed_at: 0, record: first.clone() };
        let known = [OwnClause { piece: Piece::load(&first.source), stored, older: Vec::new() }];
        assert_eq!(library_clause("Giá cả", piece.clone(), None, &known), None);
        piece.node.children[0].vi.push_str(" Hai.");
        let second = library_clause("Giá bán", piece, Some(&first), &known).unwrap();
        assert_eq!((second.key.as_str(), second.version, second.name.as_str()), ("gia-ca", 2, "Giá bán"));
        assert_eq!(Piece::load(&second.source).unwrap().node.key, "gia-ca", "it can be referred to");
    }
}
