//! How complete a record is (hồ sơ): what an association wants to know of it, and what of that is missing.

use super::{Artisan, Organisation, Person, Product, Village};

/// What stands beside a record that makes it complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Pictures.
    pub pictures: i64,
    /// Artisans of a village.
    pub artisans: i64,
    /// Products.
    pub products: i64,
    /// Findings about the preservation of a village.
    pub findings: i64,
    /// Positions of an organisation that may sign for it.
    pub signers: i64,
}

/// What a record is wanted to tell: the key of each field (`field-…`), how much it weighs, whether it is there.
type Wanted = Vec<(&'static str, i64, bool)>;

/// How complete a record is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// From 0 to 100.
    pub percent: i64,
    /// Keys of the fields that are missing, the weightiest first.
    pub missing: Vec<&'static str>,
}

impl Completeness {
    /// From this many percent on nobody has to look for more.
    pub const ENOUGH: i64 = 80;

    fn of(wanted: Wanted) -> Self {
        let sum = |only: bool| -> i64 {
            wanted.iter().filter(|(_, _, there)| *there || !only).map(|(_, weight, _)| weight).sum()
        };
        let percent = sum(true) * 100 / sum(false).max(1);
        let mut missing: Vec<_> = wanted.into_iter().filter(|(_, _, there)| !there).collect();
        missing.sort_by_key(|(_, weight, _)| -weight);
        Self { percent, missing: missing.into_iter().map(|(key, ..)| key).collect() }
    }

    /// Of a village.
    pub fn of_village(village: &Village, beside: Beside) -> Self {
        let told = |text: &str| !text.is_empty();
        let recognised = village.recognition != super::Recognition::None;
        let mut wanted = vec![
            ("name", 3, told(&village.name)),
            ("trades", 3, !village.trades.0.is_empty()),
            ("trade_group", 1, village.trade_group != super::TradeGroup::None),
            ("commune", 3, village.commune.is_some() && !village.place_needs_checking),
            ("former_address", 1, told(&village.former_address)),
            ("founded", 1, told(&village.founded)),
            ("story_short", 2, told(&village.story_short)),
            ("story_short_en", 1, told(&village.story_short_en)),
            ("products_made", 1, told(&village.products_made)),
            ("materials", 1, told(&village.materials)),
            ("households", 2, village.households.is_some()),
            ("craft_households", 2, village.craft_households.is_some()),
            ("workers", 1, village.workers.is_some()),
            ("revenue", 1, village.revenue.is_some()),
            ("lead_organisation", 2, village.lead_organisation.is_some()),
            ("pictures", 2, beside.pictures > 0),
            ("artisans", 2, beside.artisans > 0),
            ("products", 2, beside.products > 0),
            ("findings", 2, beside.findings > 0),
        ];
        if recognised {
            wanted.push(("recognition_number", 2, told(&village.recognition_number)));
            wanted.push(("recognition_date", 1, village.recognition_date.is_some()));
            wanted.push(("recognition_issuer", 1, told(&village.recognition_issuer)));
        }
        Self::of(wanted)
    }

    /// Of an artisan with the person.
    pub fn of_artisan(artisan: &Artisan, person: &Person, beside: Beside) -> Self {
        Self::of(vec![
            ("full_name", 3, !person.full_name.is_empty()),
            ("birth", 2, person.birth.is_some()),
            ("sex", 1, person.sex.is_some()),
            ("phones", 3, !person.phones.0.is_empty()),
            ("commune", 2, person.commune.is_some()),
            ("village", 3, artisan.village.is_some()),
            ("craft", 3, !artisan.craft.is_empty()),
            ("started", 1, artisan.started.is_some()),
            ("works", 1, !artisan.works.is_empty()),
            ("pictures", 2, beside.pictures > 0),
        ])
    }

    /// Of a person who is no artisan.
    pub fn of_person(person: &Person) -> Self {
        Self::of(vec![
            ("full_name", 3, !person.full_name.is_empty()),
            ("honorific", 1, !person.honorific.is_empty()),
            ("phones", 3, !person.phones.0.is_empty()),
            ("email", 1, !person.email.is_empty()),
            ("commune", 1, person.commune.is_some()),
        ])
    }

    /// Of an organisation.
    pub fn of_organisation(organisation: &Organisation, beside: Beside) -> Self {
        let mut wanted = vec![
            ("name", 3, !organisation.name.is_empty()),
            ("kind", 1, organisation.kind != super::OrganisationKind::Other),
            ("roles", 2, !organisation.roles.0.is_empty()),
            ("commune", 3, organisation.commune.is_some()),
            ("street", 1, !organisation.street.is_empty()),
            ("phones", 2, !organisation.phones.0.is_empty()),
            ("email", 1, !organisation.email.is_empty()),
            ("signers", 3, beside.signers > 0),
        ];
        if organisation.kind.needs_tax_code() {
            wanted.push(("tax_code", 3, !organisation.tax_code.is_empty()));
        }
        Self::of(wanted)
    }

    /// Of a product.
    pub fn of_product(product: &Product, beside: Beside) -> Self {
        Self::of(vec![
            ("name", 3, !product.name.is_empty()),
            ("name_en", 1, !product.name_en.is_empty()),
            ("village", 2, product.village.is_some()),
            ("organisation", 1, product.organisation.is_some() || product.artisan.is_some()),
            ("description", 1, !product.description.is_empty()),
            ("material", 1, !product.material.is_empty()),
            ("size", 1, !product.size.is_empty()),
            ("unit", 1, !product.unit.is_empty()),
            ("retail_from", 2, product.retail_from.is_some()),
            ("wholesale_from", 2, product.wholesale_from.is_some()),
            ("minimum_order", 1, product.minimum_order.is_some()),
            ("capacity_per_month", 2, product.capacity_per_month.is_some()),
            ("lead_days", 1, product.lead_days.is_some()),
            ("pictures", 2, beside.pictures > 0),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_the_weightiest_first() {
        let village = Village { name: "Đông Hồ".into(), ..Village::default() };
        let complete = Completeness::of_village(&village, Beside::default());
        assert!(complete.percent < 15, "{complete:?}");
        assert_eq!(complete.missing[..2], ["trades", "commune"]);
        assert!(!complete.missing.contains(&"name") && !complete.missing.contains(&"recognition_date"));
        let full = Completeness::of_person(&Person {
            full_name: "A".into(),
            honorific: "Bà".into(),
            phones: super::super::PhoneNumbers(vec![super::super::PhoneNumber {
                digits: "0912345678".into(),
                zalo: false,
            }]),
            email: "a@b.vn".into(),
            commune: crate::places::CommuneCode::parse("00577"),
            ..Person::default()
        });
        assert_eq!(full, Completeness { percent: 100, missing: vec![] });
    }

    #[test]
    fn a_recognised_village_needs_its_decision() {
        let village = Village { recognition: super::super::Recognition::Village, ..Village::default() };
        let complete = Completeness::of_village(&village, Beside { artisans: 1, ..Beside::default() });
        assert!(complete.missing.contains(&"recognition_number"));
        assert!(!complete.missing.contains(&"artisans"));
    }
}
