//! The templates an office can choose from: those of the program, and its own.

use std::collections::BTreeMap;

use crate::documents::mou::template::Template;
use crate::domain::{MouTemplate, RecordKind};
use crate::error::Result;
use crate::ops::Query;
use crate::store::Store;

/// Asks for the templates: first those that come with the program, then the newest version of each of the
/// office's own that is in use and can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Templates;

impl Query for Templates {
    type Answer = Vec<Template>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::MouTemplate]
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<Template>> {
        let mut newest: BTreeMap<String, MouTemplate> = BTreeMap::new();
        for stored in store.rows().all::<MouTemplate>()? {
            let record = stored.record;
            let known = newest.get(&record.key).map_or(0, |known| known.version);
            if record.version > known {
                newest.insert(record.key.clone(), record);
            }
        }
        let own = newest.into_values().filter(|record| record.in_use);
        let own = own.filter_map(|record| Template::load(&record.source).ok());
        Ok(Template::built_in().iter().cloned().chain(own).collect())
    }
}
