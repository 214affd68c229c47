//! Placements (nơi tiêu thụ): which product or village is sold where, since when, with what result.

use super::record::{codes, record};
use super::{Id, Mou, Organisation, Product, Village};
use crate::vietnamese::PartialDate;

codes! {
    /// What kind of place it is sold at.
    PlacementKind, "placement-kind" {
        /// A shop or show room.
        #[default]
        Shop = "shop",
        /// A supermarket or chain of shops.
        Chain = "chain",
        /// A tourist site, hotel or stop of tours.
        TouristSite = "tourist_site",
        /// An export market.
        Export = "export",
        /// A shop on the internet.
        Online = "online",
        /// A fair that comes back.
        Fair = "fair",
        /// Something else.
        Other = "other",
    }
}

record! {
    /// A product, or all that a village makes, sold at one outlet or market.
    Placement {
        /// The village whose products they are.
        village: Option<Id<Village>>,
        /// The product; empty means whatever the village makes.
        product: Option<Id<Product>>,
        /// The kind of place.
        kind: PlacementKind,
        /// The outlet, tourist site, chain or country: "Siêu thị Co.opmart Hà Nội", "Nhật Bản".
        outlet: String,
        /// The partner who sells it there.
        organisation: Option<Id<Organisation>>,
        /// The MoU it came from.
        mou: Option<Id<Mou>>,
        /// Since when.
        from_date: Option<PartialDate>,
        /// Until when; empty means still.
        to_date: Option<PartialDate>,
        /// What it sells in a year, in đồng.
        yearly_sales: Option<i64>,
        /// The result in words.
        result: String,
        /// Invented for the sample book.
        invented: bool,
        /// Remark of the office.
        note: String,
    }
}
