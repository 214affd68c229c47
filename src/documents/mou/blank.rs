//! A Memorandum of Understanding to be filled in by hand: the number is printed, everything the parties still
//! have to say is a dotted line.

use jiff::civil::Date;

use super::data::{Both, MouData, Party, Span, Standing, Text};
use super::facts::{Facts, PartyFacts};
use super::fill::fill;
use super::template::Template;
use crate::domain::{Detail, Details};
use crate::i18n::{Language, message};

/// Leader of a whole line.
const LINE: usize = 25;
/// Leader of a name inside a sentence.
const WORDS: usize = 12;
/// Leader of an amount or number.
const NUMBER: usize = 8;

/// Values that are numbers with their unit.
const NUMBERS: [&str; 6] = ["outlets", "outlet_months", "payment", "review", "term", "notice"];

/// Values that are known before anybody comes: they are printed.
const KNOWN: [&str; 8] = [
    "number",
    "date",
    "place",
    "conference.name",
    "conference.host",
    "copies",
    "copies_each",
    "witness.copies",
];

/// The blank form for a ceremony: the day, the place, the conference and the copies are those of a MoU that is
/// signed there, and it has as many parties and witnesses.
pub fn blank(model: &Facts, number: &str, template: &Template) -> MouData {
    let facts = Facts {
        number: Some(number.to_owned()),
        subject: None,
        parties: model.parties.iter().map(open_party).collect(),
        witnesses: model.witnesses.iter().map(open_party).collect(),
        village: Some(open()),
        product_group: Some(open()),
        corner: None,
        outlets: Some(1),
        outlet_months: Some(1),
        supply: Some(open()),
        target_value: Some(1),
        contract_by: model.contract_by.or(model.date).or(Some(Date::ZERO)),
        certificates: None,
        payment_days: Some(1),
        report_period: None,
        review_months: Some(1),
        term_months: Some(1),
        notice_days: Some(1),
        details: Details(template.details.0.iter().map(open_detail).collect()),
        annex: Vec::new(),
        ..model.clone()
    };
    let mut data = fill(&facts, &template.clauses(), template, template.language, Standing::Final).data;
    let mut texts: Vec<&mut Both<Text>> = vec![&mut data.subject, &mut data.opening, &mut data.agreement];
    texts.extend(&mut data.bases);
    for article in &mut data.articles {
        texts.push(&mut article.title);
        for clause in &mut article.clauses {
            texts.push(&mut clause.text);
            texts.extend(&mut clause.points);
        }
    }
    for text in texts {
        dot(text, WORDS);
    }
    for party in data.parties.iter_mut().chain(&mut data.witnesses) {
        dot_party(party);
    }
    data
}

/// A text that is there, whatever it says.
fn open() -> Both<String> {
    Both { vi: "…".to_owned(), en: "…".to_owned() }
}

fn open_party(model: &PartyFacts) -> PartyFacts {
    let text = || Some("…".to_owned());
    let of_organisation = |value: Option<String>| value.filter(|_| !model.person);
    // A witness has no duties: only its name and who signs are printed.
    let with_details = model.address.is_some();
    let detail = |value: Option<String>| value.filter(|_| with_details);
    PartyFacts {
        name: open(),
        person: model.person,
        citizen_id: detail(text()).filter(|_| model.person),
        address: detail(text()),
        tax_code: of_organisation(detail(text())),
        phone: detail(text()),
        email: detail(text()),
        account: of_organisation(detail(text())).map(|_| open()),
        representative: text(),
        position: Some(open()),
        has_seal: model.has_seal,
        ..PartyFacts::default()
    }
}

fn open_detail(asked: &Detail) -> Detail {
    let text = "…".to_owned();
    let date = Some(Date::ZERO);
    Detail { text: text.clone(), text_en: text, number: Some(1), date, ..asked.clone() }
}

fn dot_party(party: &mut Party) {
    // What the role leaves of the line.
    dot(&mut party.name, LINE.saturating_sub(party.role.vi.chars().count() / 2));
    for line in &mut party.lines {
        let several = line.value.vi.iter().filter(|span| span.field.is_some()).count() > 1;
        let one = if several { WORDS } else { LINE };
        dot(&mut line.value, if line.second.is_some() { NUMBER } else { one });
        if let Some((_, value)) = &mut line.second {
            dot(value, WORDS);
        }
    }
    for position in &mut party.signature_positions {
        dot(position, WORDS);
    }
    // The name is written where the signature stands.
    party.signer.clear();
}

/// Turns the values of a text that are not known into leaders: words into one of this length, numbers into a
/// shorter one, a day into one to fill in.
fn dot(text: &mut Both<Text>, words: usize) {
    for (spans, language) in [(&mut text.vi, Language::Vi), (&mut text.en, Language::En)] {
        for span in spans {
            let Some(name) = span.field.take().map(|name| name.to_lowercase()) else { continue };
            if KNOWN.contains(&&*name) && !span.missing {
                continue;
            }
            let leader = match &*name {
                "date" | "contract_by" => message("mou-blank-date").text(language),
                name if NUMBERS.contains(&name) => "…".repeat(NUMBER),
                _ => "…".repeat(words),
            };
            *span = Span { strong: span.strong, ..Span::plain(leader) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Engine;
    use crate::documents::mou::check::check;
    use crate::documents::mou::facts::sample::facts;

    #[test]
    fn every_template_is_a_form_with_its_number_and_nothing_of_who_signed_elsewhere() {
        let mut engine = Engine::new().unwrap();
        let model = facts();
        for template in Template::built_in() {
            let data = blank(&model, "11/2026/BBGN-HHLN", template);
            assert_eq!(check(&engine, &data), [], "{}", template.id);
            let (_, pages) = engine.lay_out_mou(&data);
            let text = crate::documents::text::text(&pages);
            assert!(text.contains("11/2026/BBGN-HHLN"), "{text}");
            assert!(!text.contains("DỰ THẢO") && text.contains("………"), "{text}");
            let own = model.parties.iter().flat_map(|party| [party.name.vi.as_str(), party.name.en.as_str()]);
            let known = own.chain(model.parties.iter().filter_map(|party| party.representative.as_deref()));
            for name in known.chain(["Đan Hòa", "mây tre đan"]) {
                assert!(!text.to_uppercase().contains(&name.to_uppercase()), "{}: {name}", template.id);
            }
        }
    }
}
