//! The templates an office can choose from: those of the program, and its own.

use std::collections::BTreeMap;

use crate::documents::mou::template::Template;
use crate::domain::{AnyId, MouTemplate, RecordKind, Stored};
use crate::error::Result;
use crate::ops::Query;
use crate::problem::Problem;
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
        let own = OwnTemplates.answer(store)?.into_iter().filter(|own| own.stored.record.in_use);
        let own = own.filter_map(|own| own.template.ok());
        Ok(Template::built_in().iter().cloned().chain(own).collect())
    }
}

/// A template of the office.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnTemplate {
    /// The record.
    pub stored: Stored<MouTemplate>,
    /// What its text says, or why it cannot be read: a newer program on another laptop may have written it.
    pub template: std::result::Result<Template, Vec<Problem>>,
    /// What every MoU says and this template does not.
    pub lacks: Vec<Problem>,
    /// Its older versions, the newest first.
    pub older: Vec<Stored<MouTemplate>>,
}

impl OwnTemplate {
    /// The id of its first version, which stays while versions come.
    pub fn id(&self) -> AnyId {
        self.older.last().unwrap_or(&self.stored).id.any()
    }

    fn of(mut versions: Vec<Stored<MouTemplate>>) -> Option<Self> {
        versions.sort_by_key(|stored| std::cmp::Reverse(stored.record.version));
        let older = versions.split_off(1.min(versions.len()));
        let stored = versions.pop()?;
        let template = Template::load(&stored.record.source);
        let lacks = template.as_ref().map(Template::needed).unwrap_or_default();
        Some(Self { stored, template, lacks, older })
    }
}

/// Asks for the newest version of each template of the office, whether it is in use or not, with the older ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnTemplates;

impl Query for OwnTemplates {
    type Answer = Vec<OwnTemplate>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::MouTemplate]
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<OwnTemplate>> {
        let mut versions: BTreeMap<String, Vec<Stored<MouTemplate>>> = BTreeMap::new();
        for stored in store.rows().all::<MouTemplate>()? {
            versions.entry(stored.record.key.clone()).or_default().push(stored);
        }
        Ok(versions.into_values().filter_map(OwnTemplate::of).collect())
    }
}

/// By what a template of the program is named where those of the office are named by their ids.
pub fn built_in_id(template: &Template) -> AnyId {
    AnyId::from_parts(&template.id, &[])
}

/// The record that keeps a template as one of the office, where these are known already: under a key that no
/// template of the program has, as the next version of that key. The same text once more is none.
pub fn own_template(mut template: Template, known: &[OwnTemplate]) -> Option<MouTemplate> {
    if Template::built_in().iter().any(|built_in| built_in.id == template.id) {
        template.id.push_str("-rieng");
    }
    let before = known.iter().map(|own| &own.stored.record).find(|record| record.key == template.id);
    if let Some(before) = before {
        template.version = u32::try_from(before.version).unwrap_or_default();
        if before.in_use && template.source() == before.source {
            return None;
        }
        template.version += 1;
    } else {
        template.version = 1;
    }
    Some(MouTemplate {
        key: template.id.clone(),
        version: i64::from(template.version),
        name: template.name.vi.clone(),
        source: template.source(),
        in_use: true,
        note: String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;

    fn kept(record: MouTemplate) -> OwnTemplate {
        let stored = Stored { id: Id::from_any(AnyId::from_bytes([7; 16])), changed_at: 0, record };
        OwnTemplate::of(vec![stored]).unwrap()
    }

    #[test]
    fn a_template_taken_in_again_is_its_next_version_and_never_one_of_the_program() {
        let built_in = Template::built_in()[0].clone();
        let first = own_template(built_in.clone(), &[]).unwrap();
        assert_eq!((first.key.as_str(), first.version), ("cooperative-supermarket-rieng", 1));
        let mut read = Template::load(&first.source).unwrap();
        let known = [kept(first)];
        assert_eq!(own_template(read.clone(), &known), None, "the same text");
        assert_eq!(own_template(built_in, &known), None, "the same text from its first file");
        read.articles[0].vi.push_str(" mới");
        let second = own_template(read, &known).unwrap();
        assert_eq!((second.key.as_str(), second.version), ("cooperative-supermarket-rieng", 2));
        assert_eq!(Template::load(&second.source).unwrap().version, 2, "its file says so, too");
    }
}
