//! The placeholders a MoU's text may use, each with its meaning in words and what it says now.

use super::data::{Article, Both, PrintLanguage, plain_text};
use super::facts::Facts;
use super::values::{GENERAL, GRAMMAR, OF_PARTY, Values, label};
use crate::i18n::{Language, Message, message};

/// A placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// Its name between the braces: `b.address`.
    pub name: String,
    /// What it stands for.
    pub meaning: Message,
    /// What it says now; empty when it has nothing to say.
    pub value: Both<String>,
}

/// All placeholders of a MoU with these facts and printed articles: its own values first, then those of every
/// MoU, of its parties, numbers of articles, and words of grammar.
pub fn placeholders(facts: &Facts, print: PrintLanguage, articles: &[Article]) -> Vec<Placeholder> {
    let values = Values { facts, print, articles: articles.len(), own: "" };
    let one = |name: String, meaning: Message| {
        let said = |language| values.value(&name, language).map(|text| plain_text(&text)).unwrap_or_default();
        Placeholder { value: Both { vi: said(Language::Vi), en: said(Language::En) }, name, meaning }
    };
    let mut all = Vec::new();
    for detail in &facts.details.0 {
        let name = format!("detail.{}", detail.key);
        let meaning = values.label(&name);
        all.push(one(name, meaning));
    }
    all.extend(GENERAL.iter().map(|name| one((*name).to_owned(), meaning(name))));
    let whose: Vec<&str> =
        values.parties().map(|(who, _)| who).chain(values.witnesses().map(|(who, _)| who)).collect();
    for who in whose {
        for what in OF_PARTY {
            let name = format!("{who}.{what}");
            let meaning = message("mou-field-of-party")
                .with("field", meaning(&name))
                .with("party", values.role_of(who));
            all.push(one(name, meaning));
        }
    }
    for article in articles.iter().filter(|article| !article.key.is_empty()) {
        let number = |language| message("mou-place-article").with("article", article.number).text(language);
        let meaning = message("placeholder-article")
            .with("title_vi", plain_text(&article.title.vi))
            .with("title_en", plain_text(&article.title.en));
        let value = Both { vi: number(Language::Vi), en: number(Language::En) };
        all.push(Placeholder { name: format!("article:{}", article.key), meaning, value });
    }
    all.extend(GRAMMAR.iter().map(|name| one((*name).to_owned(), meaning(name))));
    all
}

/// The placeholders of a line in the block of a party: `own.…` is the party that is printed. What they say is of
/// the first party.
pub fn placeholders_of_party(facts: &Facts, print: PrintLanguage) -> Vec<Placeholder> {
    let values = Values { facts, print, articles: 0, own: "a" };
    let one = |what: &&str| {
        let name = format!("own.{what}");
        let said = |language| values.value(&name, language).map(|text| plain_text(&text)).unwrap_or_default();
        let value = Both { vi: said(Language::Vi), en: said(Language::En) };
        let field = meaning(&format!("a.{what}"));
        let meaning =
            message("mou-field-of-party").with("field", field).with("party", message("placeholder-own"));
        Placeholder { name, meaning, value }
    };
    OF_PARTY.iter().map(one).collect()
}

/// What a placeholder means; more than it is called in a sentence where several are called the same.
fn meaning(name: &str) -> Message {
    let what = name.split_once('.').map_or(name, |(_, what)| what);
    match name {
        "annex" => message("placeholder-annex"),
        "articles" => message("placeholder-articles"),
        "copies" => message("placeholder-copies"),
        "focal_points" => message("placeholder-focal-points"),
        "languages" => message("placeholder-languages"),
        "parties.all" => message("placeholder-parties-all"),
        "parties.list" => message("placeholder-parties-list"),
        "parties.other" => message("placeholder-parties-other"),
        "witness" => message("placeholder-witness"),
        "witness.each" => message("placeholder-witness-each"),
        _ if name.starts_with("party.") => message("placeholder-party").with("letter", what.to_uppercase()),
        _ => match what {
            "office" => message("placeholder-office"),
            "representative" => message("placeholder-representative"),
            "represented" => message("placeholder-represented"),
            "role" => message("placeholder-role"),
            "signer" => message("placeholder-signer"),
            _ => label(name),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::documents::mou::data::Standing;
    use crate::documents::mou::facts::sample::facts;
    use crate::documents::mou::fill::fill;
    use crate::documents::mou::template::Template;
    use crate::documents::mou::values::is_field;

    #[test]
    fn every_placeholder_has_a_meaning_of_its_own_in_both_languages() {
        let (facts, template) = (facts(), &Template::built_in()[0]);
        let filled = fill(&facts, &template.clauses(), template, PrintLanguage::Vi, Standing::Draft);
        let all = placeholders(&facts, PrintLanguage::Vi, &filled.data.articles);
        for language in Language::ALL {
            let meanings: BTreeSet<_> = all.iter().map(|one| one.meaning.text(language)).collect();
            assert_eq!(meanings.len(), all.len(), "{meanings:#?}");
        }
        let found = |name: &str| all.iter().find(|one| one.name == name).unwrap();
        assert_eq!(found("term").value.vi, "02 (hai) năm");
        assert_eq!(
            found("a.signer").meaning.text(Language::Vi),
            "họ tên người ký, không kèm Ông, Bà của Bên A"
        );
        let first = &filled.data.articles[0];
        assert_eq!(found(&format!("article:{}", first.key)).value.vi, "Điều 1");
        // Bên C is not there, and nothing else is missing.
        let known = all.iter().filter(|one| is_field(&one.name)).count();
        assert_eq!(known, GENERAL.len() + GRAMMAR.len() + 3 * OF_PARTY.len());
        assert!(!all.iter().any(|one| one.name.starts_with("c.")));
    }
}
