//! Searches an office saved: only the question is kept, so that they stay live.

use std::collections::{BTreeMap, BTreeSet};

use super::{List, NAME, Query, SortBy, columns};
use crate::domain::{Id, RecordKind, SavedSearch};
use crate::error::Result;
use crate::store::Store;

/// Asks for the saved searches, oldest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SavedSearches;

impl Query for SavedSearches {
    type Answer = Vec<(Id<SavedSearch>, SavedSearch)>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::SavedSearch]
    }

    fn answer(&self, store: &mut Store) -> Result<Self::Answer> {
        let all = store.rows().all::<SavedSearch>()?;
        Ok(all.into_iter().map(|stored| (stored.id, stored.record)).collect())
    }
}

/// What stands for a character that divides codes inside one: tags are any text.
const ESCAPES: [(&str, &str); 4] = [("%", "%25"), ("&", "%26"), ("=", "%3D"), ("|", "%7C")];

fn escaped(code: &str) -> String {
    ESCAPES.iter().fold(code.to_owned(), |text, (plain, code)| text.replace(plain, code))
}

fn plain(code: &str) -> String {
    ESCAPES.iter().rev().fold(code.to_owned(), |text, (plain, code)| text.replace(code, plain))
}

impl List {
    /// The list as it is saved under a name.
    pub fn saved(&self, name: &str, in_rail: bool) -> SavedSearch {
        let filters = self.filters.iter().map(|(column, codes)| {
            let codes: Vec<String> = codes.iter().map(|code| escaped(code)).collect();
            format!("{column}={}", codes.join("|"))
        });
        let sort =
            self.order.iter().map(|by| format!("{}{}", if by.descending { "-" } else { "" }, by.column));
        SavedSearch {
            name: name.to_owned(),
            kind: self.kind.table().to_owned(),
            text: self.text.clone(),
            filters: filters.collect::<Vec<_>>().join("&"),
            sort: sort.collect::<Vec<_>>().join(","),
            in_rail,
        }
    }

    /// A saved list; nothing for a kind without lists. Columns this version does not know are left out.
    pub fn of_saved(saved: &SavedSearch) -> Option<Self> {
        let kind = RecordKind::from_table(&saved.kind).filter(|kind| !columns(*kind).is_empty())?;
        let mut filters: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
        for part in saved.filters.split('&') {
            let Some((name, codes)) = part.split_once('=') else { continue };
            if let Some(column) = Self::filter_columns(kind).iter().find(|column| **column == name) {
                filters.insert(column, codes.split('|').map(plain).collect());
            }
        }
        let order = saved.sort.split(',').filter_map(|part| {
            let (name, descending) = part.strip_prefix('-').map_or((part, false), |name| (name, true));
            let known = columns(kind).iter().find(|column| column.key == name && column.sortable);
            let column = known.map(|column| column.key).or((name == NAME).then_some(NAME))?;
            Some(SortBy { column, descending })
        });
        Some(Self { kind, text: saved.text.clone(), filters, order: order.collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_back_as_it_was_saved() {
        let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        let list = List {
            kind: RecordKind::Village,
            text: "gốm & sứ".into(),
            filters: BTreeMap::from([
                ("commune", codes(&["01", "24"])),
                ("tags", codes(&["a=b|c&d", "100 %", "%7C"])),
            ]),
            order: vec![
                SortBy { column: "workers", descending: true },
                SortBy { column: NAME, descending: false },
            ],
        };
        assert_eq!(List::of_saved(&list.saved("Gốm", true)), Some(list.clone()));
        let newer = SavedSearch { filters: "moon=1&commune=01".into(), ..list.saved("x", false) };
        assert_eq!(List::of_saved(&newer).unwrap().filters.len(), 1);
        assert_eq!(List::of_saved(&SavedSearch { kind: "operation".into(), ..newer }), None);
    }
}
