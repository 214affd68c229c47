//! What a leaflet says of a village: only what is meant for visitors and buyers.

use jiff::civil::Date;

use super::Query;
use super::related::pictures;
use crate::domain::{Certificate, Id, Organisation, Picture, Product, RecordKind, Validity, Village};
use crate::error::Result;
use crate::store::{Rows, Store};

/// So many photographs are printed.
const PHOTOS: usize = 3;

/// Asks for what a leaflet of a village says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VillageLeaflet {
    /// The village.
    pub village: Id<Village>,
    /// Titles count that are valid today.
    pub today: Date,
}

/// What a leaflet of a village says.
#[derive(Clone, Debug, PartialEq)]
pub struct LeafletFacts {
    /// The village.
    pub village: Village,
    /// The organisation that leads it, whose contact is printed.
    pub lead: Option<Organisation>,
    /// Its titles that are valid.
    pub titles: Vec<Certificate>,
    /// The products on sale, each with its titles.
    pub products: Vec<(Product, Vec<Certificate>)>,
    /// The photographs that are printed: the village's own first, then those of its products.
    pub pictures: Vec<Picture>,
    /// How many more there are that may not be printed: nobody asked, or somebody refused.
    pub withheld: usize,
}

impl Query for VillageLeaflet {
    type Answer = LeafletFacts;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![K::Village, K::Organisation, K::Certificate, K::Product, K::Picture]
    }

    fn answer(&self, store: &mut Store) -> Result<LeafletFacts> {
        let rows = store.rows();
        let id = self.village.any();
        let village = rows.get(self.village)?.record;
        let lead = rows.linked(village.lead_organisation)?.map(|stored| stored.record);
        let mut all = pictures(rows, RecordKind::Village, id)?;
        let mut products = Vec::new();
        for stored in
            rows.children::<Product>("village", id)?.into_iter().filter(|found| found.record.on_sale)
        {
            all.extend(pictures(rows, RecordKind::Product, stored.id.any())?);
            let titles = self.titles(rows, "product", stored.id.any())?;
            products.push((stored.record, titles));
        }
        let (printed, withheld): (Vec<_>, Vec<_>) = all
            .into_iter()
            .map(|stored| stored.record)
            .filter(|picture| picture.width.is_some())
            .partition(Picture::may_be_published);
        Ok(LeafletFacts {
            lead,
            titles: self.titles(rows, "village", id)?,
            village,
            products,
            pictures: printed.into_iter().take(PHOTOS).collect(),
            withheld: withheld.len(),
        })
    }
}

impl VillageLeaflet {
    fn titles(
        &self,
        rows: Rows<'_>,
        column: &'static str,
        id: crate::domain::AnyId,
    ) -> Result<Vec<Certificate>> {
        let all = rows.children::<Certificate>(column, id)?.into_iter().map(|stored| stored.record);
        Ok(all.filter(|title| Validity::on(self.today, title.valid_to) != Validity::Expired).collect())
    }
}
