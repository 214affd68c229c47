//! The annex of a MoU: which products its lines can come from, and how they come into it.

use std::collections::BTreeMap;

use super::{MouDraft, Query};
use crate::domain::{Artisan, Id, Item, MouProduct, Organisation, Person, Product, RecordKind};
use crate::error::Result;
use crate::store::Store;

/// Who makes products: an organisation, or a person who signs for themselves.
pub type Maker = (Option<Id<Organisation>>, Option<Id<Person>>);

/// Asks for the products of some makers and for those that stand in the lines of an annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexProducts {
    /// The parties of the MoU.
    pub makers: Vec<Maker>,
    /// The products of its lines.
    pub lines: Vec<Id<Product>>,
}

/// Products for an annex.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnnexProductsAnswer {
    /// What each maker has on sale, in the order of the question; oldest first.
    pub made: Vec<Vec<Id<Product>>>,
    /// All of them, and those of the lines.
    pub products: BTreeMap<Id<Product>, Product>,
}

impl Query for AnnexProducts {
    type Answer = AnnexProductsAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::Product, RecordKind::Artisan]
    }

    fn answer(&self, store: &mut Store) -> Result<AnnexProductsAnswer> {
        let rows = store.rows();
        let mut answer = AnnexProductsAnswer::default();
        for (organisation, person) in &self.makers {
            let mut found = Vec::new();
            if let Some(organisation) = organisation {
                found.extend(rows.children::<Product>("organisation", organisation.any())?);
            }
            if let Some(person) = person {
                for artisan in rows.children::<Artisan>("person", person.any())? {
                    found.extend(rows.children::<Product>("artisan", artisan.id.any())?);
                }
            }
            found.retain(|stored| stored.record.on_sale);
            answer.made.push(found.iter().map(|stored| stored.id).collect());
            answer.products.extend(found.into_iter().map(|stored| (stored.id, stored.record)));
        }
        for id in &self.lines {
            if let Some(stored) = rows.linked(Some(*id))? {
                answer.products.insert(stored.id, stored.record);
            }
        }
        Ok(answer)
    }
}

impl MouDraft {
    /// Those of some products that no line of the annex stands for.
    pub fn not_in_annex(&self, products: &[Id<Product>]) -> Vec<Id<Product>> {
        let is_there = |id: &Id<Product>| self.products.iter().any(|line| line.record.product == Some(*id));
        products.iter().copied().filter(|id| !is_there(id)).collect()
    }

    /// Adds a line for each of these products that has none, with the price it proposes; how many were added.
    pub fn add_to_annex<'p>(
        &mut self,
        products: impl IntoIterator<Item = (Id<Product>, &'p Product)>,
    ) -> usize {
        let before = self.products.len();
        for (id, product) in products {
            if !self.not_in_annex(&[id]).is_empty() {
                let price = product.proposed_price();
                let record = MouProduct { product: Some(id), price, ..MouProduct::default() };
                self.products.push(Item { id: None, record });
            }
        }
        self.products.len() - before
    }
}
