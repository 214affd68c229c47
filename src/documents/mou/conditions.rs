//! The conditions of clauses as officers choose them: in words, switched off and on, added and taken away.
//!
//! A condition is terms joined by `+`, such as `witness + not annex`. One of them is `never`: a clause that is
//! switched off keeps what else it asks for.

use super::marks::terms;
use super::values::{GENERAL, PARTIES, WITNESSES, label, role, uncapitalised};
use crate::domain::Details;
use crate::i18n::{Message, message};

/// The term of a clause that is not printed.
const NEVER: &str = "never";

/// A term of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// As it is written: `not annex`.
    pub term: String,
    /// What it says: "không có phụ lục".
    pub words: Message,
    /// What it is about.
    pub about: Message,
}

/// Whether a clause with this condition is switched off.
pub fn is_off(condition: &str) -> bool {
    terms(condition).any(|term| term == (true, NEVER))
}

/// The condition of a clause that is switched on or off; what else it asks for stays.
#[must_use]
pub fn switched(condition: &str, on: bool) -> String {
    let rest = terms(condition).filter(|term| *term != (true, NEVER));
    let first = (!on).then_some((true, NEVER));
    joined(first.into_iter().chain(rest))
}

/// The condition with one more term, in the place of its opposite.
#[must_use]
pub fn with(condition: &str, term: &str) -> String {
    let added: Vec<_> = terms(term).collect();
    let kept = terms(condition).filter(|(_, name)| !added.iter().any(|(_, other)| other == name));
    joined(kept.chain(added.iter().copied()))
}

/// The condition without a term.
#[must_use]
pub fn without(condition: &str, term: &str) -> String {
    let removed: Vec<_> = terms(term).collect();
    joined(terms(condition).filter(|term| !removed.contains(term)))
}

fn joined<'t>(terms: impl Iterator<Item = (bool, &'t str)>) -> String {
    let written = terms.map(|(wanted, name)| if wanted { name.to_owned() } else { format!("not {name}") });
    written.collect::<Vec<_>>().join(" + ")
}

/// The terms of a condition in words, in a text that asks for these values; being switched off is none.
pub fn in_words(condition: &str, details: &Details) -> Vec<Condition> {
    let terms = terms(condition).filter(|term| *term != (true, NEVER));
    terms.map(|(wanted, name)| one(wanted, name, details)).collect()
}

/// Terms that are offered for a clause, each with its opposite: the form of the MoU first, then the values the
/// template asks for, then all others.
pub fn offered(details: &Details) -> Vec<Condition> {
    const FORM: [&str; 6] = ["witness", "annex", "party.c", "party.d", "bilingual", "focal_points"];
    /// Known of every MoU that is signed, or no value of their own.
    const NO_QUESTION: [&str; 4] = ["focal_points", "date", "number", "copies"];
    const OF_PARTY: [&str; 7] =
        ["tax_code", "account", "phone", "email", "former_address", "authorisation.number", "network"];
    let mut names: Vec<String> = FORM.map(str::to_owned).into();
    names.extend(details.0.iter().map(|detail| format!("detail.{}", detail.key)));
    let general = GENERAL.iter().filter(|name| !NO_QUESTION.contains(name));
    names.extend(general.map(|name| (*name).to_owned()));
    for who in PARTIES {
        names.extend(OF_PARTY.map(|what| format!("{who}.{what}")));
    }
    names.iter().flat_map(|name| [one(true, name, details), one(false, name, details)]).collect()
}

/// Terms that are offered for a line in the block of a party: what is known of that party.
pub fn offered_of_party() -> Vec<Condition> {
    const OF_PARTY: [&str; 9] = [
        "address",
        "former_address",
        "tax_code",
        "citizen_id",
        "account",
        "phone",
        "email",
        "represented",
        "authorisation.number",
    ];
    let none = Details::default();
    let names = OF_PARTY.map(|what| format!("own.{what}"));
    names.iter().flat_map(|name| [one(true, name, &none), one(false, name, &none)]).collect()
}

fn one(wanted: bool, name: &str, details: &Details) -> Condition {
    let term = if wanted { name.to_owned() } else { format!("not {name}") };
    let (what, about) = subject(name, details);
    let words = match (name, wanted) {
        ("bilingual", true) => message("condition-bilingual"),
        ("bilingual", false) => message("condition-one-language"),
        (_, true) => message("condition-has").with("what", what),
        (_, false) => message("condition-lacks").with("what", what),
    };
    Condition { term, words, about }
}

/// What a term is about, and of which kind that is.
fn subject(name: &str, details: &Details) -> (Message, Message) {
    let plain = uncapitalised(name);
    if let Some(key) = plain.strip_prefix("detail.")
        && let Some(detail) = details.0.iter().find(|detail| detail.key == key)
    {
        let en = if detail.label_en.is_empty() { &detail.label } else { &detail.label_en };
        let label = message("mou-field-detail").with("label_vi", &*detail.label).with("label_en", &**en);
        return (label, message("condition-about-own"));
    }
    let form = message("condition-about-form");
    match plain.split_once('.') {
        Some(("party", who)) => (role(who), form),
        Some((who, what)) if PARTIES.contains(&who) || WITNESSES.contains(&who) => {
            let who = if WITNESSES.contains(&who) { message("mou-role-witness") } else { role(who) };
            let whose = message("mou-field-of-party").with("field", label(what)).with("party", who);
            (whose, message("condition-about-party"))
        }
        Some(("own", what)) => (label(what), message("condition-about-party")),
        _ if ["witness", "annex", "bilingual", "focal_points"].contains(&&*plain) => (label(&plain), form),
        _ => (label(&plain), message("condition-about-value")),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::documents::mou::template::{ClauseNode, Template};
    use crate::i18n::Language;

    #[test]
    fn switching_off_and_on_keeps_what_else_is_asked_for() {
        let off = switched("witness + not annex", false);
        assert_eq!(off, "never + witness + not annex");
        assert!(is_off(&off) && !is_off("witness") && !is_off(""));
        assert_eq!(switched(&off, false), off, "once is enough");
        assert_eq!(switched(&off, true), "witness + not annex");
        assert_eq!(switched("never", true), "");
    }

    #[test]
    fn a_term_takes_the_place_of_its_opposite() {
        assert_eq!(with("", "witness"), "witness");
        assert_eq!(with("witness + annex", "not witness"), "annex + not witness");
        assert_eq!(without("annex + not witness", "not witness"), "annex");
        assert_eq!(without("annex", "not annex"), "annex");
    }

    #[test]
    fn every_condition_of_the_templates_is_said_in_words_and_can_be_chosen() {
        fn conditions<'n>(nodes: &'n [ClauseNode], all: &mut Vec<&'n str>) {
            for node in nodes {
                all.push(&node.when);
                conditions(&node.children, all);
            }
        }
        for template in Template::built_in() {
            let mut all = Vec::new();
            conditions(&template.bases, &mut all);
            conditions(&template.articles, &mut all);
            let offered: BTreeSet<String> =
                offered(&template.details).into_iter().map(|one| one.term).collect();
            for one in all.iter().flat_map(|condition| in_words(condition, &template.details)) {
                assert!(offered.contains(&one.term), "{}", one.term);
                let said = one.words.text(Language::Vi);
                assert!(!said.contains(['“', '.', '{']), "{said}");
            }
        }
        let said = |condition| in_words(condition, &Details::default())[0].words.text(Language::Vi);
        assert_eq!(said("witness"), "có bên chứng kiến");
        assert_eq!(said("not party.c"), "không có Bên C");
        assert_eq!(said("b.email"), "có địa chỉ thư điện tử của Bên B");
    }

    #[test]
    fn what_is_offered_is_told_apart_in_both_languages() {
        let details = &Template::built_in()[1].details;
        for language in Language::ALL {
            for all in [offered(details), offered_of_party()] {
                let said: BTreeSet<String> = all.iter().map(|one| one.words.text(language)).collect();
                assert_eq!(said.len(), all.len(), "{said:#?}");
            }
        }
    }
}
