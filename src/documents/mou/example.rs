//! Invented facts with which the page of a template is shown while it is written.

use jiff::ToSpan;
use jiff::civil::Date;

use super::data::Both;
use super::facts::{AnnexFacts, Authorisation, ConferenceFacts, ContactFacts, Facts, PartyFacts};
use super::template::{Template, used_values};
use crate::domain::{Detail, DetailKind, Details, SigningForm};
use crate::i18n::{Language, Message, message};

/// What the MoU of the example has: conditions of a template hold or not by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Parties, 2 to 4.
    pub parties: usize,
    /// A witness signs, too.
    pub witness: bool,
    /// Products are listed.
    pub annex: bool,
    /// Values that may be left out are there.
    pub full: bool,
}

impl Shape {
    /// The shape a template is made for: with a third party where its text speaks of one.
    pub fn of(template: &Template) -> Self {
        let third = used_values(&template.clauses()).iter().any(|name| name.starts_with("c."));
        Self { parties: if third { 3 } else { 2 }, witness: true, annex: true, full: true }
    }
}

/// The facts of the example on this day.
pub fn example(template: &Template, shape: Shape, today: Date) -> Facts {
    let optional = |key: Message| shape.full.then(|| both(&key));
    let details = template.details.0.iter().map(|detail| answered(detail, shape.full, today)).collect();
    let products = [message("example-product"), message("example-product-second")];
    let products = products.iter().filter(|_| shape.annex).map(product).collect();
    Facts {
        number: Some(message("example-number").with("year", today.year().to_string()).text(Language::Vi)),
        date: Some(today),
        place: Some(both(&message("example-place"))),
        conference: shape.full.then(|| ConferenceFacts {
            name: both(&message("example-conference")),
            host: Some(both(&message("example-host"))),
        }),
        parties: (0..shape.parties).map(|place| party(place, shape.full, today)).collect(),
        witnesses: if shape.witness { vec![witness()] } else { Vec::new() },
        village: Some(both(&message("example-village"))),
        product_group: Some(both(&message("example-product-group"))),
        corner: optional(message("example-corner")),
        outlets: shape.full.then_some(6),
        outlet_months: shape.full.then_some(6),
        supply: optional(message("example-supply")),
        target_value: shape.full.then_some(2_400_000_000),
        contract_by: Some(today),
        certificates: optional(message("example-certificates")),
        payment_days: Some(30),
        report_period: Some(both(&message("example-report"))),
        review_months: Some(3),
        term_months: Some(24),
        notice_days: Some(30),
        copies_each: Some(2),
        witness_copies: shape.witness.then_some(1),
        details: Details(details),
        annex: products,
        ..Facts::default()
    }
}

fn both(key: &Message) -> Both<String> {
    Both { vi: key.text(Language::Vi), en: key.text(Language::En) }
}

fn party(place: usize, full: bool, today: Date) -> PartyFacts {
    let (name, person) = match place {
        0 => (message("example-party-a"), message("example-person-a")),
        1 => (message("example-party-b"), message("example-person-b")),
        2 => (message("example-party-c"), message("example-person-c")),
        _ => (message("example-party-d"), message("example-person-d")),
    };
    let given = |text: &str| full.then(|| text.to_owned());
    // The second one signs by authority, given before the day.
    let authorisation = (place == 1 && full).then(|| Authorisation {
        form: SigningForm::Authority,
        number: Some("11/GUQ".to_owned()),
        date: Some(today.saturating_sub(ToSpan::days(10))),
        on_behalf_of: Some(both(&message("example-principal"))),
    });
    let position = match authorisation {
        Some(_) => message("example-position-authorised"),
        None => message("example-position"),
    };
    PartyFacts {
        name: both(&name),
        address: Some(message("example-address").text(Language::Vi)),
        former_address: full.then(|| message("example-former-address").text(Language::Vi)),
        tax_code: given("9900000016"),
        phone: Some("0900 000 001".to_owned()),
        email: given("lienhe@thidu.example"),
        account: full.then(|| both(&message("example-account"))),
        honorific: both(&message("example-honorific")),
        representative: Some(person.text(Language::Vi)),
        position: Some(both(&position)),
        authorisation,
        has_seal: true,
        contact: full.then(|| ContactFacts {
            honorific: both(&message("example-honorific")),
            name: message("example-contact").text(Language::Vi),
            phone: Some("0900 000 002".to_owned()),
        }),
        network: full.then(|| both(&message("example-network"))),
        ..PartyFacts::default()
    }
}

fn witness() -> PartyFacts {
    PartyFacts {
        name: both(&message("example-host")),
        honorific: both(&message("example-honorific")),
        representative: Some(message("example-person-witness").text(Language::Vi)),
        position: Some(both(&message("example-position-witness"))),
        has_seal: true,
        ..PartyFacts::default()
    }
}

fn product(name: &Message) -> AnnexFacts {
    AnnexFacts {
        name: both(name),
        specification: both(&message("example-specification")),
        unit: both(&message("example-unit")),
        quantity: Some(500),
        price: Some(45_000),
        remarks: Both::default(),
    }
}

/// A value the template asks for: what it begins with, else an answer of its kind.
fn answered(detail: &Detail, full: bool, today: Date) -> Detail {
    let mut detail = detail.clone();
    let begins = !detail.text.is_empty() || detail.number.is_some();
    if begins || !full {
        return detail;
    }
    match detail.kind {
        DetailKind::Text => {
            detail.text = format!("[{}]", detail.label);
            let english = if detail.label_en.is_empty() { &detail.label } else { &detail.label_en };
            detail.text_en = format!("[{english}]");
        }
        DetailKind::Money => detail.number = Some(50_000_000),
        DetailKind::Count | DetailKind::Percent => detail.number = Some(10),
        DetailKind::Date => detail.date = Some(today),
    }
    detail
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Engine;
    use crate::documents::blocks::PageFormat;
    use crate::documents::mou::data::{PrintLanguage, Standing};
    use crate::documents::mou::fill::fill;

    const LONG: &str = "CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN SẢN XUẤT, THƯƠNG MẠI VÀ XUẤT NHẬP KHẨU THỦ CÔNG MỸ NGHỆ ĐÔNG NGHIÊN THƯỢNG";

    /// Each template with two, three and four parties, with and without a witness and an annex, with all values
    /// and the fewest, with long names and without tax codes.
    #[test]
    fn every_template_fits_its_pages_in_every_shape_and_has_nothing_missing() {
        let mut engine = Engine::new().unwrap();
        let day = Date::constant(2026, 12, 18);
        for template in Template::built_in() {
            for parties in 2..=4 {
                for (witness, annex, full, long) in
                    [(true, true, true, true), (false, false, false, false), (true, false, true, false)]
                {
                    let shape = Shape { parties, witness, annex, full };
                    let mut facts = example(template, shape, day);
                    if long {
                        facts.parties.iter_mut().for_each(|party| {
                            party.name = Both { vi: LONG.to_owned(), en: LONG.to_owned() };
                        });
                    }
                    for language in [PrintLanguage::Vi, PrintLanguage::En, PrintLanguage::ViEn] {
                        let name = format!("{} {shape:?} {language:?}", template.id);
                        let filled = fill(&facts, &template.clauses(), template, language, Standing::Final);
                        // A template for three parties speaks of the third one.
                        let meant = full && parties >= Shape::of(template).parties;
                        assert!(!meant || filled.problems.is_empty(), "{name}: {:#?}", filled.problems);
                        let (_, pages) = engine.lay_out_mou(&filled.data);
                        for line in pages.pages.iter().flat_map(|page| &page.lines) {
                            let sheet = PageFormat::UPRIGHT;
                            assert!(line.right() <= sheet.width - sheet.right + 0.5, "{name}");
                            assert!(line.baseline < sheet.height - sheet.above + 0.5, "{name}");
                        }
                        let text = crate::documents::text::text(&pages);
                        assert!(!text.contains("{{") && !text.contains("[["), "{name}: {text}");
                    }
                }
            }
        }
    }
}
