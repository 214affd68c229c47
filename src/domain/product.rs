//! Products (sản phẩm), and titles and certificates (danh hiệu, chứng nhận) of anything.

use super::record::{CodeSet, codes, record};
use super::{Artisan, Id, Organisation, Village};
use crate::vietnamese::PartialDate;
use jiff::civil::Date;

record! {
    /// A product.
    Product {
        /// Name.
        name: String,
        /// Name in English.
        name_en: String,
        /// The maker's own code.
        code: String,
        /// The village it comes from.
        village: Option<Id<Village>>,
        /// The artisan who makes it, if a person does.
        artisan: Option<Id<Artisan>>,
        /// The organisation that makes it.
        organisation: Option<Id<Organisation>>,
        /// Description.
        description: String,
        /// Material.
        material: String,
        /// Size in words: "Ø 30 cm, cao 12 cm".
        size: String,
        /// Weight in grams.
        weight_grams: Option<i64>,
        /// Unit: chiếc, bộ, kg.
        unit: String,
        /// Unit in English.
        unit_en: String,
        /// Lowest retail price in đồng.
        retail_from: Option<i64>,
        /// Highest retail price in đồng.
        retail_to: Option<i64>,
        /// Lowest wholesale price in đồng.
        wholesale_from: Option<i64>,
        /// Highest wholesale price in đồng.
        wholesale_to: Option<i64>,
        /// Smallest order in units.
        minimum_order: Option<i64>,
        /// Capacity in units per month.
        capacity_per_month: Option<i64>,
        /// Days from order to delivery.
        lead_days: Option<i64>,
        /// Packaging.
        packaging: String,
        /// Customs code (HS).
        hs_code: String,
        /// Barcode (GS1).
        barcode: String,
        /// Made to order.
        made_to_order: bool,
        /// Export markets so far.
        export_markets: String,
        /// On sale.
        on_sale: bool,
        /// Invented for the sample book.
        invented: bool,
        /// Remark of the office.
        note: String,
        /// Tags of the office.
        tags: CodeSet,
    }
}

impl Product {
    /// What stands in an agreement as its price until somebody types another one: the lowest to wholesalers, else
    /// the lowest in shops.
    pub fn proposed_price(&self) -> Option<i64> {
        let Self { wholesale_from, wholesale_to, retail_from, retail_to, .. } = self;
        [wholesale_from, wholesale_to, retail_from, retail_to]
            .into_iter()
            .flatten()
            .copied()
            .find(|price| *price > 0)
    }
}

codes! {
    /// Kinds of titles and certificates (handbook 1.3, 1.4, 1.6, 1.7).
    CertificateKind, "certificate-kind" {
        /// Something else.
        #[default]
        Other = "other",
        /// People's Artisan (Nghệ nhân Nhân dân).
        PeopleArtisan = "people_artisan",
        /// Meritorious Artisan (Nghệ nhân Ưu tú).
        MeritedArtisan = "merited_artisan",
        /// Artisan of a province.
        ProvincialArtisan = "provincial_artisan",
        /// Artisan of Vietnam's craft villages, by the Association.
        AssociationArtisan = "association_artisan",
        /// Skilled worker (Thợ giỏi).
        SkilledWorker = "skilled_worker",
        /// OCOP with stars.
        Ocop = "ocop",
        /// Geographical indication.
        GeographicalIndication = "geographical_indication",
        /// Collective mark.
        CollectiveMark = "collective_mark",
        /// Certification mark.
        CertificationMark = "certification_mark",
        /// A management or quality standard.
        Iso = "iso",
        /// A list of UNESCO.
        Unesco = "unesco",
        /// National intangible heritage.
        NationalHeritage = "national_heritage",
        /// World craft village or city, by the World Crafts Council.
        WorldCraftVillage = "world_craft_village",
    }
}

record! {
    /// A title or certificate of exactly one village, artisan, organisation or product.
    Certificate {
        /// The village that holds it.
        village: Option<Id<Village>>,
        /// The artisan who holds it.
        artisan: Option<Id<Artisan>>,
        /// The organisation that holds it.
        organisation: Option<Id<Organisation>>,
        /// The product that holds it.
        product: Option<Id<Product>>,
        /// Kind.
        kind: CertificateKind,
        /// Stars of OCOP, 3 to 5.
        stars: Option<i64>,
        /// Set of criteria it was judged by.
        criteria: String,
        /// Field, or the protected name.
        field: String,
        /// Number of the decision or certificate.
        number: String,
        /// Date.
        date: Option<PartialDate>,
        /// Who gave it.
        issuer: String,
        /// Last day it is valid; empty means without limit.
        valid_to: Option<Date>,
        /// Invented for the sample book.
        invented: bool,
        /// Remark of the office.
        note: String,
    }
}

codes! {
    /// Whether a title or certificate still counts.
    Validity, "validity" {
        /// Còn hạn, or without limit.
        #[default]
        Valid = "valid",
        /// Sắp hết hạn: ninety days or less are left.
        Expiring = "expiring",
        /// Hết hạn.
        Expired = "expired",
    }
}

impl Validity {
    /// So many days before the end somebody has to think of the next one.
    pub const WARNED_DAYS: i32 = 90;

    /// Whether something with this last day still counts; the day itself does.
    pub fn on(today: Date, last_day: Option<Date>) -> Self {
        match last_day {
            Some(end) if end < today => Self::Expired,
            Some(end) if (end - today).get_days() <= Self::WARNED_DAYS => Self::Expiring,
            _ => Self::Valid,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_certificate_is_valid_to_its_last_day_and_warned_of_ninety_days_before() {
        let until = |last_day| Validity::on(date(2026, 11, 26), last_day);
        assert_eq!(until(None), Validity::Valid);
        assert_eq!(until(Some(date(2026, 11, 25))), Validity::Expired);
        assert_eq!(until(Some(date(2026, 11, 26))), Validity::Expiring);
        assert_eq!(until(Some(date(2027, 2, 24))), Validity::Expiring);
        assert_eq!(until(Some(date(2027, 2, 25))), Validity::Valid);
    }
}
