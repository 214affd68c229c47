//! From the records of the register to the facts and the text of a MoU.

use super::data::{Both, PageNumbers, PrintLanguage};
use super::facts::{
    AnnexFacts, Authorisation, ConferenceFacts, ContactFacts, Facts, OrganiserFacts, PartyFacts,
};
use super::piece::Piece;
use super::template::{ClauseNode, Clauses, Template};
use crate::domain::{
    AddressForm, ClauseKind, ClauseTree, Conference, MouClause, MouDossier, MouHead, MouLanguage, MouParty,
    MouProduct, Organisation, PageNumbering, PartyDossier, PartyRole, Person, PhoneNumbers, Position,
    Product, SigningForm,
};
use crate::i18n::Language;
use crate::places::{CommuneCode, Places};
use crate::vietnamese::{AmountStyle, phone, tax_code};

/// The facts of a MoU.
///
/// `author` stands in the properties of the file; `amount_style` is how the office writes numbers.
pub fn facts(dossier: &MouDossier, places: &Places, author: &str, amount_style: AmountStyle) -> Facts {
    let MouDossier { mou, conference, host, village, parties, products, .. } = dossier;
    let of_role = |role| {
        let parties = parties.iter().filter(move |party| party.party.role == role);
        parties.map(|party| party_facts(party, places)).collect()
    };
    let village_name = match village {
        _ if !mou.village_name.is_empty() => both(&mou.village_name, ""),
        Some(village) => both(&village.name, ""),
        None => None,
    };
    Facts {
        number: given(&mou.number),
        date: mou.date,
        place: both(&mou.place, &mou.place_en),
        subject: both(&mou.subject, &mou.subject_en),
        organiser: (mou.head == MouHead::Organiser)
            .then(|| organiser(host.as_ref(), conference.as_ref(), places)),
        page_numbers: match mou.page_numbering {
            PageNumbering::Top => PageNumbers::Top,
            PageNumbering::Foot => PageNumbers::Foot,
        },
        conference: conference.as_ref().map(|conference| ConferenceFacts {
            name: both(&conference.name, &conference.name_en).unwrap_or_default(),
            host: host.as_ref().and_then(|host| both(&host.name, &host.name_en)),
        }),
        parties: of_role(PartyRole::Party),
        witnesses: of_role(PartyRole::Witness).into_iter().map(witness_facts).collect(),
        village: village_name,
        product_group: both(&mou.product_group, &mou.product_group_en),
        corner: both(&mou.corner_name, &mou.corner_name_en),
        outlets: small(mou.outlets),
        outlet_months: small(mou.first_months),
        supply: both(&mou.supply, &mou.supply_en),
        target_value: mou.target_value.filter(|value| *value > 0),
        contract_by: mou.contract_by,
        certificates: both(&mou.certificates, &mou.certificates_en),
        payment_days: small(mou.payment_days),
        report_period: both(&mou.report_period, &mou.report_period_en),
        review_months: small(mou.review_months),
        term_months: small(mou.term_months),
        notice_days: small(mou.notice_days),
        copies_each: small(mou.copies_each),
        witness_copies: small(mou.witness_copies),
        details: mou.details.clone(),
        annex: products.iter().map(|(line, product)| annex_facts(&line.record, product.as_ref())).collect(),
        amount_style,
        author: author.to_owned(),
    }
}

/// The language a MoU is made in.
pub fn print_language(language: MouLanguage) -> PrintLanguage {
    match language {
        MouLanguage::Vi => PrintLanguage::Vi,
        MouLanguage::En => PrintLanguage::En,
        MouLanguage::ViEn => PrintLanguage::ViEn,
    }
}

/// The language a MoU is made in, from that of a print.
pub fn mou_language(language: PrintLanguage) -> MouLanguage {
    match language {
        PrintLanguage::Vi => MouLanguage::Vi,
        PrintLanguage::En => MouLanguage::En,
        PrintLanguage::ViEn => MouLanguage::ViEn,
    }
}

/// A MoU's own text, as an officer may have changed it.
pub fn clauses(trees: &[ClauseTree]) -> Clauses {
    let (bases, articles): (Vec<_>, Vec<_>) =
        trees.iter().partition(|tree| tree.clause.kind == ClauseKind::Basis);
    Clauses {
        bases: bases.into_iter().map(node).collect(),
        articles: articles.into_iter().map(node).collect(),
    }
}

fn node(tree: &ClauseTree) -> ClauseNode {
    let MouClause { key, condition, text, text_en, .. } = tree.clause.clone();
    ClauseNode {
        key,
        when: condition,
        vi: text,
        en: text_en,
        children: tree.children.iter().map(node).collect(),
    }
}

/// The text a new MoU starts with.
pub fn clause_trees(template: &Template) -> Vec<ClauseTree> {
    let clauses = template.clauses();
    let bases = clauses.bases.iter().map(|basis| tree(basis, &[ClauseKind::Basis]));
    bases.chain(clauses.articles.iter().map(|article| tree(article, &LEVELS))).collect()
}

/// A clause of the library as one of a MoU.
pub fn clause_tree(piece: &Piece) -> ClauseTree {
    let levels: &[ClauseKind] = if piece.basis { &[ClauseKind::Basis] } else { &LEVELS };
    tree(&piece.node, levels)
}

/// What stands below what.
const LEVELS: [ClauseKind; 3] = [ClauseKind::Article, ClauseKind::Clause, ClauseKind::Point];

/// A node as a clause of the first of these levels; what is deeper than the last stays on the last.
fn tree(node: &ClauseNode, levels: &[ClauseKind]) -> ClauseTree {
    let (kind, deeper) = match levels {
        [kind, deeper @ ..] if !deeper.is_empty() => (*kind, deeper),
        [kind, ..] => (*kind, levels),
        [] => (ClauseKind::Point, levels),
    };
    ClauseTree {
        id: None,
        clause: MouClause {
            kind,
            key: node.key.clone(),
            text: node.vi.clone(),
            text_en: node.en.clone(),
            condition: node.when.clone(),
            ..MouClause::default()
        },
        children: node.children.iter().map(|child| tree(child, deeper)).collect(),
    }
}

fn party_facts(dossier: &PartyDossier, places: &Places) -> PartyFacts {
    let PartyDossier { party, organisation, position, signer, contact, .. } = dossier;
    if let (None, Some(person)) = (organisation, &dossier.person) {
        return person_facts(party, person, places);
    }
    let Some(organisation) = organisation else {
        return PartyFacts { has_seal: true, ..PartyFacts::default() };
    };
    let current = address(&organisation.street, organisation.commune, places);
    let former = given(&organisation.former_address);
    let (address, former_address) = match party.address_form {
        AddressForm::Current => (current, None),
        AddressForm::Both => (current, former),
        AddressForm::Former => (former.or(current), None),
    };
    PartyFacts {
        name: both(&organisation.name, &organisation.name_en).unwrap_or_default(),
        person: false,
        citizen_id: None,
        address,
        former_address,
        tax_code: given(&organisation.tax_code).map(|code| tax_code::show(&code)),
        tax_code_required: organisation.kind.needs_tax_code(),
        phone: main_phone(&organisation.phones),
        email: given(&organisation.email),
        account: account(organisation),
        honorific: signer.as_ref().map(honorific).unwrap_or_default(),
        representative: signer.as_ref().and_then(|signer| given(&signer.full_name)),
        position: position.as_ref().and_then(|position| both(&position.title, &position.title_en)),
        authorisation: position.as_ref().and_then(authorisation),
        acting: position.as_ref().is_some_and(|held| held.form() == SigningForm::Acting),
        has_seal: organisation.kind.has_seal(),
        contact: contact.as_ref().map(|contact| ContactFacts {
            honorific: honorific(contact),
            name: contact.full_name.clone(),
            phone: main_phone(&contact.phones),
        }),
        network: both(&organisation.network, &organisation.network_en),
    }
}

/// Somebody who signs for themselves.
fn person_facts(party: &MouParty, person: &Person, places: &Places) -> PartyFacts {
    let current = address(&person.street, person.commune, places);
    let former = given(&person.former_address);
    let (address, former_address) = match party.address_form {
        AddressForm::Current => (current, None),
        AddressForm::Both => (current, former),
        AddressForm::Former => (former.or(current), None),
    };
    let polite = honorific(person);
    PartyFacts {
        name: in_both(|language| format!("{} {}", polite.in_language(language), person.full_name)),
        person: true,
        citizen_id: given(&person.personal_id),
        address,
        former_address,
        phone: main_phone(&person.phones),
        email: given(&person.email),
        representative: given(&person.full_name),
        honorific: polite,
        ..PartyFacts::default()
    }
}

/// A witness has no duties: its papers, address and focal point are not printed.
fn witness_facts(facts: PartyFacts) -> PartyFacts {
    PartyFacts {
        address: None,
        former_address: None,
        tax_code: None,
        tax_code_required: false,
        phone: None,
        email: None,
        account: None,
        contact: None,
        ..facts
    }
}

/// Who is not the legal representative signs for somebody; what is missing of it is reported.
fn authorisation(position: &Position) -> Option<Authorisation> {
    let form = position.form();
    form.line("").is_some().then(|| Authorisation {
        form,
        number: given(&position.authorisation_number),
        date: position.authorisation_date,
        on_behalf_of: both(&position.authorised_by, &position.authorised_by_en),
    })
}

fn organiser(
    host: Option<&Organisation>,
    conference: Option<&Conference>,
    places: &Places,
) -> OrganiserFacts {
    let commune = conference.and_then(|conference| conference.commune).or_else(|| host?.commune);
    let province = commune.and_then(|code| places.province_of(code));
    // Without a commune, the place the host gives; place names are the same in both languages.
    let town = province
        .map(|province| province.name.clone())
        .or_else(|| Some(host?.street.clone()))
        .unwrap_or_default();
    OrganiserFacts {
        superior: host.and_then(|host| both(&host.superior, &host.superior_en)),
        name: host.and_then(|host| both(&host.name, &host.name_en)).unwrap_or_default(),
        town: Both { vi: town.clone(), en: town },
    }
}

fn annex_facts(line: &MouProduct, product: Option<&Product>) -> AnnexFacts {
    // What the line says itself, else the register. English words of the register translate its own Vietnamese ones.
    let said = |own: &str, own_en: &str, register: (&str, &str)| {
        let (vi, en) = if own.is_empty() { register } else { (own, "") };
        both(vi, if own_en.is_empty() { en } else { own_en }).unwrap_or_default()
    };
    let of = |words: for<'p> fn(&'p Product) -> (&'p str, &'p str)| product.map(words).unwrap_or_default();
    AnnexFacts {
        name: said(&line.name, &line.name_en, of(|product| (&product.name, &product.name_en))),
        specification: said(&line.specification, &line.specification_en, of(|product| (&product.size, ""))),
        unit: said(&line.unit, &line.unit_en, of(|product| (&product.unit, &product.unit_en))),
        quantity: line.quantity,
        price: line.price,
        remarks: both(&line.remarks, &line.remarks_en).unwrap_or_default(),
    }
}

/// "Thôn Hạ, xã Hòa Phú, thành phố Hà Nội".
fn address(street: &str, commune: Option<CommuneCode>, places: &Places) -> Option<String> {
    let commune = commune.and_then(|code| places.commune_address(code, Language::Vi));
    let parts: Vec<_> = given(street).into_iter().chain(commune).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn account(organisation: &Organisation) -> Option<Both<String>> {
    let number = given(&organisation.bank_account)?;
    let bank_en = if organisation.bank_name_en.is_empty() {
        &organisation.bank_name
    } else {
        &organisation.bank_name_en
    };
    Some(if organisation.bank_name.is_empty() {
        Both { vi: number.clone(), en: number }
    } else {
        Both {
            vi: format!("{number} tại {}", organisation.bank_name), en: format!("{number} at {bank_en}")
        }
    })
}

fn main_phone(phones: &PhoneNumbers) -> Option<String> {
    phones.0.first().map(|number| phone::show(&number.digits))
}

fn honorific(person: &Person) -> Both<String> {
    in_both(|language| person.polite_in(language).to_owned())
}

fn in_both(make: impl Fn(Language) -> String) -> Both<String> {
    Both { vi: make(Language::Vi), en: make(Language::En) }
}

fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn both(vi: &str, en: &str) -> Option<Both<String>> {
    (!vi.is_empty() || !en.is_empty()).then(|| Both { vi: vi.to_owned(), en: en.to_owned() })
}

fn small(number: Option<i64>) -> Option<u32> {
    number.and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_above_the_host_stands_in_the_head_where_there_is_one() {
        let facts = |host: &Organisation| organiser(Some(host), None, Places::built_in()).superior;
        assert_eq!(facts(&Organisation::default()), None);
        let host = Organisation { superior: "Sở Công Thương".into(), ..Organisation::default() };
        assert_eq!(facts(&host), Some(Both { vi: "Sở Công Thương".into(), en: String::new() }));
    }

    #[test]
    fn a_line_says_what_is_its_own_and_the_rest_in_the_words_of_the_register() {
        let product = Product {
            name: "Giỏ mây".into(),
            name_en: "Rattan basket".into(),
            unit: "chiếc".into(),
            unit_en: "piece".into(),
            ..Product::default()
        };
        let own =
            MouProduct { name: "Giỏ mây đôi".into(), unit_en: "pc".into(), ..MouProduct::default() };
        let facts = annex_facts(&own, Some(&product));
        // A translation of other words is none of these.
        assert_eq!(facts.name, Both { vi: "Giỏ mây đôi".into(), en: String::new() });
        assert_eq!(facts.unit, Both { vi: "chiếc".into(), en: "pc".into() });
        let facts = annex_facts(&MouProduct::default(), Some(&product));
        assert_eq!(facts.name, Both { vi: "Giỏ mây".into(), en: "Rattan basket".into() });
    }
}
