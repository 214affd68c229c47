//! The leaflet of a village put into words of both languages.

use std::sync::Arc;

use jiff::civil::Date;

use crate::documents::board::Photo;
use crate::documents::leaflet::{Leaflet, LeafletContact, LeafletFact, LeafletProduct};
use crate::documents::vcard::Contact;
use crate::domain::{Certificate, CodeSet, Organisation, Product, Recognition, Trade, Village};
use crate::error::Result;
use crate::i18n::{Language, Message, message};
use crate::ops::LeafletFacts;
use crate::places::{CommuneCode, Places};
use crate::store::Originals;
use crate::vietnamese::{PartialDate, festival_in, group, money, phone};

/// The words of the leaflet, and its photographs as far as they lie on this laptop.
pub(super) fn leaflet(
    facts: &LeafletFacts,
    places: &Places,
    today: Date,
    originals: &mut Originals,
) -> Result<Leaflet> {
    let village = &facts.village;
    let mut photos = Vec::new();
    let mut authors: Vec<&str> = Vec::new();
    for picture in &facts.pictures {
        let Some(photo) = originals.original(&picture.sha256)?.and_then(Photo::new) else { continue };
        photos.push(Arc::new(photo));
        if !picture.author.is_empty() && !authors.contains(&picture.author.as_str()) {
            authors.push(&picture.author);
        }
    }
    let stories = |vietnamese: [&String; 4]| {
        let told = vietnamese.into_iter().find(|story| !story.is_empty());
        told.cloned().unwrap_or_default()
    };
    let none = String::new();
    Ok(Leaflet {
        kind: Language::ALL.map(|language| kind(village, language)),
        name: village.name.clone(),
        name_en: village.name_en.clone(),
        place: Language::ALL.map(|language| address(&village.street, village.commune, places, language)),
        former: village.former_address.clone(),
        story: [
            stories([
                &village.story_short,
                &village.story_long,
                &village.story_sentence,
                &village.distinctive,
            ]),
            stories([&village.story_short_en, &village.story_long_en, &village.story_sentence_en, &none]),
        ],
        facts: about(facts, today),
        products: facts.products.iter().map(|(product, titles)| offered(product, titles)).collect(),
        photos,
        authors: authors.join(", "),
        contact: facts.lead.as_ref().map(|lead| contact(lead, places)),
        date: PartialDate::Day(today).show(Language::Vi),
    })
}

/// "Làng nghề truyền thống · Gốm sứ".
fn kind(village: &Village, language: Language) -> String {
    let recognised = Some(village.recognition).filter(|known| *known != Recognition::None);
    let words = recognised.map(|known| known.label().text(language));
    words.into_iter().chain(trades(&village.trades, language)).collect::<Vec<_>>().join(" · ")
}

fn trades(codes: &CodeSet, language: Language) -> impl Iterator<Item = String> {
    codes.0.iter().filter_map(move |code| Some(Trade::from_code(code)?.label().text(language)))
}

fn address(street: &str, commune: Option<CommuneCode>, places: &Places, language: Language) -> String {
    let commune = commune.and_then(|code| places.commune_address(code, language));
    let parts = [Some(street.to_owned()).filter(|street| !street.is_empty()), commune];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What visitors and buyers ask first; what is not known is left out.
fn about(facts: &LeafletFacts, today: Date) -> Vec<LeafletFact> {
    let village = &facts.village;
    let mut all: Vec<LeafletFact> = Vec::new();
    let mut add = |label: Message, lines: Vec<String>| {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            all.push(LeafletFact { label: Language::ALL.map(|language| label.text(language)), lines });
        }
    };
    add(message("leaflet-recognised"), recognised(village));
    add(message("leaflet-titles"), facts.titles.iter().map(title).collect());
    add(message("leaflet-founded"), vec![village.founded.clone()]);
    let festival = village.festival.map(|day| {
        let dates = [today.year() - 1, today.year(), today.year() + 1].map(|year| festival_in(year, day));
        let next = dates.into_iter().flatten().find(|date| *date >= today);
        let lunar = day.show(Language::Vi);
        next.map_or_else(
            || lunar.clone(),
            |date| {
                let date = PartialDate::Day(date).show(Language::Vi);
                message("leaflet-festival-next")
                    .with("lunar", lunar.as_str())
                    .with("date", date)
                    .text(Language::Vi)
            },
        )
    });
    add(message("leaflet-festival"), vec![festival.unwrap_or_default(), village.festival_note.clone()]);
    add(message("leaflet-way"), vec![village.directions.clone()]);
    add(message("leaflet-experience"), vec![village.visiting_experiences.clone()]);
    add(message("leaflet-hours"), vec![village.visiting_hours.clone()]);
    add(message("leaflet-parking"), vec![village.parking.clone()]);
    all
}

/// How the village is recognised, and by which decision.
fn recognised(village: &Village) -> Vec<String> {
    if village.recognition == Recognition::None {
        return Vec::new();
    }
    let date = village.recognition_date.map(|date| date.show(Language::Vi)).unwrap_or_default();
    let decision = [village.recognition_number.as_str(), &date, &village.recognition_issuer];
    let decision: Vec<&str> = decision.into_iter().filter(|part| !part.is_empty()).collect();
    vec![village.recognition.label().text(Language::Vi), decision.join(", ")]
}

/// "OCOP, 4 sao".
fn title(certificate: &Certificate) -> String {
    let stars =
        certificate.stars.map(|stars| message("certificate-stars").with("count", stars).text(Language::Vi));
    let name = certificate.kind.label().text(Language::Vi);
    let parts = [Some(name), stars, Some(certificate.field.clone()).filter(|field| !field.is_empty())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn offered(product: &Product, titles: &[Certificate]) -> LeafletProduct {
    let say = |message: Message| message.text(Language::Vi);
    let detail = [product.material.as_str(), &product.size];
    let mut detail: Vec<String> =
        detail.into_iter().filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect();
    detail.extend(titles.iter().map(title));
    let price = match (product.retail_from, product.retail_to) {
        (None, None) => String::new(),
        (Some(from), None) => say(message("leaflet-price-from").with("price", money(from, Language::Vi))),
        (None, Some(to)) => say(message("leaflet-price-to").with("price", money(to, Language::Vi))),
        (Some(from), Some(to)) if from == to => money(from, Language::Vi),
        (Some(from), Some(to)) => {
            let [from, to] = [from, to].map(|price| group(price, Language::Vi));
            say(message("price-range").with("from", from).with("to", to))
        }
    };
    let price = match product.unit.as_str() {
        unit if unit.is_empty() || price.is_empty() => price,
        unit => say(message("leaflet-price-unit").with("price", price).with("unit", unit)),
    };
    let order = product.minimum_order.map(|count| {
        let count = group(count, Language::Vi);
        say(message("leaflet-order").with("count", count).with("unit", product.unit.as_str()))
    });
    LeafletProduct {
        name: product.name.clone(),
        name_en: product.name_en.clone(),
        detail: detail.join(", "),
        price,
        order: order.unwrap_or_default().trim().to_owned(),
    }
}

/// The contact of the organisation that leads the village; nothing of it is secret.
fn contact(lead: &Organisation, places: &Places) -> LeafletContact {
    let place = address(&lead.street, lead.commune, places, Language::Vi);
    let card = Contact {
        is_organisation: true,
        name: lead.name.clone(),
        phones: lead.phones.0.iter().map(|number| number.digits.clone()).collect(),
        email: lead.email.clone(),
        website: lead.website.clone(),
        address: place.clone(),
        ..Contact::default()
    };
    let phones: Vec<String> = card.phones.iter().map(|digits| phone::show(digits)).collect();
    LeafletContact {
        name: lead.name.clone(),
        lines: vec![
            phones.join(" · "),
            [lead.email.as_str(), &lead.website]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            place,
        ],
        vcard: card.vcard(),
    }
}
