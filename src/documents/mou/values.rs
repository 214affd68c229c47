//! What each placeholder of a MoU says about the facts, in each language.
//!
//! The names of the placeholders stand here; how they are written in a text is the matter of
//! [`super::template`].

use super::data::{Both, PrintLanguage, Span, Text};
use super::facts::{ContactFacts, Facts, PartyFacts};
use crate::domain::{Detail, DetailKind};
use crate::i18n::{Language, Message, message};
use crate::vietnamese::{digits_and_words, in_words, in_words_en, long_date, money, money_in_words};

/// Placeholders about the MoU as a whole whose text is a value.
pub(super) const GENERAL: [&str; 24] = [
    "certificates",
    "conference.host",
    "conference.name",
    "contract_by",
    "copies",
    "copies_each",
    "corner",
    "date",
    "focal_points",
    "notice",
    "number",
    "outlet_months",
    "outlets",
    "payment",
    "place",
    "product_group",
    "report",
    "review",
    "subject",
    "supply",
    "target",
    "term",
    "village",
    "witness.copies",
];

/// Placeholders whose text is words the program chooses: nothing an officer fills in.
pub(super) const GRAMMAR: [&str; 12] = [
    "annex",
    "articles",
    "languages",
    "parties.all",
    "parties.list",
    "parties.other",
    "party.a",
    "party.b",
    "party.c",
    "party.d",
    "witness",
    "witness.each",
];

/// Who has the placeholders of `OF_PARTY`, in the order of parties and witnesses.
pub(super) const PARTIES: [&str; 4] = ["a", "b", "c", "d"];
pub(super) const WITNESSES: [&str; 2] = ["w1", "w2"];

/// Placeholders of a party or witness, after `a.`, `b.`, `c.`, `d.`, `w1.`, `w2.` or `own.`.
pub(super) const OF_PARTY: [&str; 19] = [
    "account",
    "address",
    "authorisation.date",
    "authorisation.number",
    "citizen_id",
    "contact",
    "email",
    "former_address",
    "name",
    "network",
    "office",
    "phone",
    "position",
    "principal",
    "represented",
    "representative",
    "role",
    "signer",
    "tax_code",
];

/// Whether there is such a placeholder; a capital first letter makes the value begin with one.
pub fn is_field(name: &str) -> bool {
    let name = uncapitalised(name);
    let of_party = name.split_once('.').is_some_and(|(who, what)| {
        (PARTIES.contains(&who) || WITNESSES.contains(&who)) && OF_PARTY.contains(&what)
    });
    of_party || GENERAL.contains(&&*name) || is_grammar(&name)
}

/// Whether a placeholder only stands for words of grammar, which the two languages use in their own ways.
pub(super) fn is_grammar(name: &str) -> bool {
    GRAMMAR.contains(&name)
}

/// The place of a placeholder's value in the facts, such as `party.2.address` for `b.address`.
pub fn field_path(name: &str) -> String {
    let name = uncapitalised(name);
    let Some((who, what)) = name.split_once('.') else {
        return if name == "copies" { "copies_each".to_owned() } else { name };
    };
    let number =
        |names: &[&str]| names.iter().zip(1..).find(|(name, _)| **name == who).map(|(_, number)| number);
    let what = match what {
        "signer" => "representative",
        "office" => "position",
        what => what,
    };
    match (number(&PARTIES), number(&WITNESSES)) {
        (Some(number), _) => format!("party.{number}.{what}"),
        (_, Some(number)) => format!("witness.{number}.{what}"),
        _ => name,
    }
}

/// What a placeholder is called in a sentence: "địa chỉ".
pub(super) fn label(name: &str) -> Message {
    let plain = uncapitalised(name);
    let what = match plain.split_once('.') {
        Some((who, what)) if PARTIES.contains(&who) || WITNESSES.contains(&who) => what,
        _ => &plain,
    };
    match what {
        "account" => message("mou-field-account"),
        "citizen_id" => message("mou-field-citizen-id"),
        "address" => message("mou-field-address"),
        "annex" => message("mou-field-annex"),
        "authorisation.date" => message("mou-field-authorisation-date"),
        "authorisation.number" => message("mou-field-authorisation-number"),
        "certificates" => message("mou-field-certificates"),
        "conference.host" => message("mou-field-conference-host"),
        "conference.name" => message("mou-field-conference"),
        "contact" | "focal_points" => message("mou-field-contact"),
        "contract_by" => message("mou-field-contract-by"),
        "copies" | "copies_each" => message("mou-field-copies"),
        "corner" => message("mou-field-corner"),
        "date" => message("mou-field-date"),
        "email" => message("mou-field-email"),
        "former_address" => message("mou-field-former-address"),
        "name" => message("mou-field-name"),
        "network" => message("mou-field-network"),
        "notice" => message("mou-field-notice"),
        "number" => message("mou-field-number"),
        "outlet_months" => message("mou-field-outlet-months"),
        "outlets" => message("mou-field-outlets"),
        "parties.list" | "parties.all" | "parties.other" | "party.a" => {
            message("mou-field-party").with("number", 1)
        }
        "party.b" => message("mou-field-party").with("number", 2),
        "party.c" => message("mou-field-party").with("number", 3),
        "party.d" => message("mou-field-party").with("number", 4),
        "payment" => message("mou-field-payment"),
        "phone" => message("mou-field-phone"),
        "place" => message("mou-field-place"),
        "position" | "office" => message("mou-field-position"),
        "principal" => message("mou-field-principal"),
        "product_group" => message("mou-field-product-group"),
        "report" => message("mou-field-report"),
        "represented" | "representative" | "signer" => message("mou-field-representative"),
        "review" => message("mou-field-review"),
        "subject" => message("mou-field-subject"),
        "supply" => message("mou-field-supply"),
        "target" => message("mou-field-target"),
        "tax_code" => message("mou-field-tax-code"),
        "term" => message("mou-field-term"),
        "village" => message("mou-field-village"),
        "witness" | "witness.each" => message("mou-field-witness"),
        "witness.copies" => message("mou-field-witness-copies"),
        _ => message("mou-field-other").with("name", name),
    }
}

/// The span of a value that is not known.
pub(super) fn gap(name: &str, language: Language) -> Span {
    let is_date = name == "contract_by" || name.ends_with("date");
    let text = if is_date { message("mou-gap-date") } else { message("mou-gap") };
    Span { missing: true, ..Span::field(name, text.text(language)) }
}

/// A text in one language, or in the other when it is empty; `None` when both are.
pub(super) fn pick(text: &Both<String>, language: Language) -> Option<String> {
    [language, Language::Vi, Language::En].into_iter().find_map(|language| clean(text.in_language(language)))
}

/// A typed text cleaned for print; `None` when nothing is left of it.
pub(super) fn clean(text: &str) -> Option<String> {
    let text = crate::vietnamese::clean(text);
    (!text.is_empty()).then_some(text)
}

/// The name of a placeholder without the capital that asks for a capital value.
pub(super) fn uncapitalised(name: &str) -> String {
    change_first(name, |first| first.to_lowercase().collect())
}

fn capitalised(text: &str) -> String {
    change_first(text, |first| first.to_uppercase().collect())
}

fn change_first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| change(first) + letters.as_str())
}

/// The values of placeholders for one MoU.
pub(super) struct Values<'a> {
    /// The facts they come from.
    pub facts: &'a Facts,
    /// Language or languages of the print.
    pub print: PrintLanguage,
    /// Number of printed articles.
    pub articles: usize,
    /// Whose block is being written: `own.name` is `a.name` in that of party `a`; empty outside blocks.
    pub own: &'static str,
}

impl<'a> Values<'a> {
    /// The full name of a placeholder that may begin with `own.`.
    pub(super) fn full_name(&self, name: &str) -> String {
        match name.strip_prefix("own.") {
            Some(what) => format!("{}.{what}", self.own),
            None => name.to_owned(),
        }
    }

    /// Whether the term of a condition is there; `None` for an unknown term.
    pub(super) fn has(&self, name: &str) -> Option<bool> {
        match name {
            "bilingual" => Some(self.print == PrintLanguage::ViEn),
            "never" => Some(false),
            _ => self.knows(&self.full_name(name)).then(|| self.value(name, Language::Vi).is_some()),
        }
    }

    /// Whether there is such a placeholder in this MoU.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.detail(&uncapitalised(name)).is_some() || is_field(name)
    }

    /// What a placeholder is called in a sentence.
    pub(super) fn label(&self, name: &str) -> Message {
        match self.detail(&uncapitalised(name)) {
            Some(Detail { label, label_en, .. }) => message("mou-field-detail")
                .with("label_vi", label.as_str())
                .with("label_en", if label_en.is_empty() { label.as_str() } else { label_en }),
            None => label(name),
        }
    }

    /// The value the template asked for under this name.
    fn detail(&self, name: &str) -> Option<&'a Detail> {
        let key = name.strip_prefix("detail.")?;
        self.facts.details.0.iter().find(|detail| detail.key == key)
    }

    /// A value the template asked for, as it is printed.
    fn of_detail(&self, detail: &Detail, language: Language) -> Option<String> {
        let both = |vi: &str, en: &str| pick(&Both { vi: vi.to_owned(), en: en.to_owned() }, language);
        match detail.kind {
            DetailKind::Text => both(&detail.text, &detail.text_en),
            DetailKind::Count => {
                let count = detail.number.and_then(|number| u32::try_from(number).ok())?;
                let number = self.number(Some(count).filter(|count| *count > 0)?, language);
                let unit = both(&detail.unit, &detail.unit_en);
                Some(unit.map_or_else(|| number.clone(), |unit| format!("{number} {unit}")))
            }
            DetailKind::Money => self.amount(detail.number?, language),
            DetailKind::Percent => {
                let part = detail.number.and_then(|number| u32::try_from(number).ok())?;
                let words = match language {
                    Language::Vi => in_words(u64::from(part), self.facts.amount_style),
                    Language::En => in_words_en(part.into()),
                };
                let printed = message("mou-percent").with("digits", part.to_string()).with("words", words);
                Some(printed.text(language))
            }
            DetailKind::Date => Some(long_date(detail.date?, language)),
        }
    }

    /// What a placeholder says; `None` when there is nothing to say.
    ///
    /// A required value of a party that is not known is there as a missing span.
    pub(super) fn value(&self, name: &str, language: Language) -> Option<Text> {
        let name = self.full_name(name);
        let plain = uncapitalised(&name);
        let mut text = match &*plain {
            "focal_points" => self.focal_points(language)?,
            _ if is_grammar(&plain) => vec![Span::plain(self.grammar(&plain, language)?)],
            _ => match self.general(&plain, language) {
                Some(text) => vec![Span::field(&*plain, text)],
                None => vec![self.of_party(&plain, language)?],
            },
        };
        if plain != name
            && let Some(first) = text.first_mut()
        {
            first.text = capitalised(&first.text);
        }
        Some(text)
    }

    fn general(&self, name: &str, language: Language) -> Option<String> {
        let facts = self.facts;
        if let Some(detail) = self.detail(name) {
            return self.of_detail(detail, language);
        }
        let both = |text: &Option<Both<String>>| pick(text.as_ref()?, language);
        match name {
            "certificates" => both(&facts.certificates),
            "conference.host" => with_the(facts.conference.as_ref()?.host.as_ref()?, language),
            "conference.name" => with_the(&facts.conference.as_ref()?.name, language),
            "contract_by" => Some(long_date(facts.contract_by?, language)),
            "copies" => self.counted(self.copies(), message("mou-count-copies"), language),
            "copies_each" => self.counted(facts.copies_each, message("mou-count-copies"), language),
            "corner" => both(&facts.corner),
            "date" => Some(long_date(facts.date?, language)),
            "notice" => self.counted(facts.notice_days, message("mou-count-days"), language),
            "number" => clean(facts.number.as_ref()?),
            "outlet_months" => self.counted(facts.outlet_months, message("mou-count-months"), language),
            "outlets" => self.counted(facts.outlets, message("mou-count-outlets"), language),
            "payment" => self.counted(facts.payment_days, message("mou-count-days"), language),
            "place" => both(&facts.place),
            "product_group" => both(&facts.product_group),
            "report" => both(&facts.report_period),
            "review" => self.every(facts.review_months, language),
            "subject" => both(&facts.subject),
            "supply" => both(&facts.supply),
            "target" => self.amount(facts.target_value?, language),
            "term" => match facts.term_months? {
                months if months.is_multiple_of(12) => {
                    self.counted(Some(months / 12), message("mou-count-years"), language)
                }
                months => self.counted(Some(months), message("mou-count-months"), language),
            },
            "village" => both(&facts.village),
            "witness.copies" if !facts.witnesses.is_empty() => {
                self.counted(facts.witness_copies, message("mou-count-copies"), language)
            }
            _ => None,
        }
    }

    fn grammar(&self, name: &str, language: Language) -> Option<String> {
        let facts = self.facts;
        let two = facts.parties.len() <= 2;
        let words = match name {
            "annex" => {
                let one = (!facts.annex.is_empty()).then_some(1);
                return self.counted(one, message("mou-count-annexes"), language);
            }
            "articles" => message("mou-count-articles")
                .with("digits", format!("{:02}", self.articles))
                .with("number", self.articles),
            "languages" => match self.print {
                PrintLanguage::Vi => message("mou-language-vi"),
                PrintLanguage::En => message("mou-language-en"),
                PrintLanguage::ViEn => message("mou-language-vi-en"),
            },
            "parties.all" if two => message("mou-both-parties"),
            "parties.all" => message("mou-all-parties"),
            "parties.other" if two => message("mou-other-party"),
            "parties.other" => message("mou-other-parties"),
            "parties.list" => list(&self.roles())?,
            "witness" | "witness.each" => match (facts.witnesses.len(), name) {
                (0, _) => return None,
                (1, _) => message("mou-witness"),
                (_, "witness") => message("mou-witnesses"),
                _ => message("mou-each-witness"),
            },
            _ => {
                let who = name.strip_prefix("party.")?;
                let index = PARTIES.iter().position(|name| *name == who)?;
                facts.parties.get(index)?;
                role(who)
            }
        };
        Some(words.text(language))
    }

    fn of_party(&self, name: &str, language: Language) -> Option<Span> {
        let (who, what) = name.split_once('.')?;
        let is_witness = WITNESSES.contains(&who);
        let party = if is_witness {
            self.witnesses().find(|(name, _)| *name == who)?.1
        } else {
            self.parties().find(|(name, _)| *name == who)?.1
        };
        let both = |text: &Option<Both<String>>| pick(text.as_ref()?, language);
        let required = |value: Option<String>| {
            Some(value.map_or_else(|| gap(name, language), |text| Span::field(name, text)))
        };
        let office = |position: Option<String>| match position {
            Some(position) if is_witness => Some(of_body(&position, &party.name, language)),
            position => position,
        };
        let value = match what {
            "account" => both(&party.account),
            "address" if is_witness => party.address.as_deref().and_then(clean),
            "address" => return required(party.address.as_deref().and_then(clean)),
            "authorisation.date" | "authorisation.number" => {
                let authorisation = party.authorisation.as_ref()?;
                let value = if what == "authorisation.date" {
                    authorisation.date.map(|date| long_date(date, language))
                } else {
                    authorisation.number.as_deref().and_then(clean)
                };
                if authorisation.is_by_power_of_attorney() {
                    return required(value);
                }
                value
            }
            "citizen_id" => clean(party.citizen_id.as_ref()?),
            "contact" => contact(party.contact.as_ref()?, language),
            "email" => clean(party.email.as_ref()?),
            "former_address" => clean(party.former_address.as_ref()?),
            "name" => return required(pick(&party.name, language)),
            "network" => both(&party.network),
            "office" => return required(office(both(&party.position))),
            "phone" => clean(party.phone.as_ref()?),
            "position" if party.person => both(&party.position),
            "position" => {
                let acting = |title: String| message("mou-acting").with("title", title).text(language);
                let title = both(&party.position);
                return required(if party.acting { title.map(acting) } else { title });
            }
            "principal" => return required(office(both(&party.authorisation.as_ref()?.on_behalf_of))),
            "represented" if party.person => None,
            "representative" => {
                return required(person(&party.honorific, party.representative.as_ref(), language));
            }
            "role" | "represented" => return Some(Span::plain(self.role_of(who).text(language))),
            "signer" => return required(party.representative.as_deref().and_then(clean)),
            "tax_code" if party.tax_code_required => {
                return required(party.tax_code.as_deref().and_then(clean));
            }
            "tax_code" => clean(party.tax_code.as_ref()?),
            _ => None,
        };
        value.map(|text| Span::field(name, text))
    }

    /// The role of a party or witness: "Bên A", "Bên chứng kiến".
    pub(super) fn role_of(&self, who: &str) -> Message {
        match (who, self.facts.witnesses.len()) {
            ("w1", 0 | 1) => message("mou-role-witness"),
            ("w1", _) => message("mou-role-witness-first"),
            ("w2", _) => message("mou-role-witness-second"),
            _ => role(who),
        }
    }

    /// The parties as placeholders call them, with their facts.
    pub(super) fn parties(&self) -> impl Iterator<Item = (&'static str, &'a PartyFacts)> + use<'a> {
        PARTIES.into_iter().zip(&self.facts.parties)
    }

    /// The witnesses as placeholders call them, with their facts.
    pub(super) fn witnesses(&self) -> impl Iterator<Item = (&'static str, &'a PartyFacts)> + use<'a> {
        WITNESSES.into_iter().zip(&self.facts.witnesses)
    }

    fn roles(&self) -> Vec<Message> {
        self.parties().map(|(who, _)| role(who)).collect()
    }

    /// Originals in all; those of witnesses count when their number is known.
    fn copies(&self) -> Option<u32> {
        let times = |count: usize, each: Option<u32>| Some(u32::try_from(count).ok()?.saturating_mul(each?));
        let of_parties = times(self.facts.parties.len(), self.facts.copies_each)?;
        let of_witnesses = times(self.facts.witnesses.len(), self.facts.witness_copies).unwrap_or(0);
        Some(of_parties.saturating_add(of_witnesses))
    }

    /// A number in digits and words: "06 (sáu)", "six (06)".
    fn number(&self, number: u32, language: Language) -> String {
        match language {
            Language::Vi => digits_and_words(number, self.facts.amount_style),
            Language::En => format!("{} ({number:02})", in_words_en(number.into())),
        }
    }

    /// A number with what it counts; 0 says as little as no number.
    fn counted(&self, count: Option<u32>, what: Message, language: Language) -> Option<String> {
        let count = count.filter(|count| *count > 0)?;
        let words = self.number(count, language);
        Some(what.with("count", words).with("number", count).text(language))
    }

    fn every(&self, months: Option<u32>, language: Language) -> Option<String> {
        let message = match months? {
            0 => return None,
            1 => message("mou-every-month"),
            12 => message("mou-every-year"),
            months => message("mou-every-months").with("count", self.number(months, language)),
        };
        Some(message.text(language))
    }

    /// An amount in đồng in digits and words.
    fn amount(&self, value: i64, language: Language) -> Option<String> {
        let whole = u64::try_from(value).ok().filter(|value| *value > 0)?;
        let words = match language {
            Language::Vi => money_in_words(whole, self.facts.amount_style),
            Language::En => in_words_en(whole),
        };
        let digits = money(value, language);
        Some(message("mou-amount").with("digits", digits).with("words", words).text(language))
    }

    /// The focal points of all parties, once one is known; the others are missing.
    fn focal_points(&self, language: Language) -> Option<Text> {
        self.parties().find(|(_, party)| party.contact.is_some())?;
        let mut text = Text::new();
        for (who, _) in self.parties() {
            let separator = if text.is_empty() { "" } else { "; " };
            text.push(Span::plain(format!("{separator}{} – ", role(who).text(language))));
            let name = format!("{who}.contact");
            text.push(self.of_party(&name, language).unwrap_or_else(|| gap(&name, language)));
        }
        Some(text)
    }
}

pub(super) fn role(who: &str) -> Message {
    message("mou-party").with("letter", who.to_uppercase())
}

/// "Bên A, Bên B và Bên C".
fn list(parties: &[Message]) -> Option<Message> {
    let (last, before) = parties.split_last()?;
    let first = before
        .iter()
        .cloned()
        .reduce(|first, next| message("mou-list-next").with("first", first).with("next", next));
    Some(match first {
        Some(first) => message("mou-list-pair").with("first", first).with("last", last.clone()),
        None => last.clone(),
    })
}

/// A name in running text: an English one begins with "the".
fn with_the(name: &Both<String>, language: Language) -> Option<String> {
    let text = pick(name, language)?;
    if language == Language::Vi || clean(&name.en).is_none() {
        return Some(text);
    }
    let bare = text.strip_prefix("The ").or_else(|| text.strip_prefix("the ")).unwrap_or(&text);
    Some(format!("the {bare}"))
}

fn person(honorific: &Both<String>, name: Option<&String>, language: Language) -> Option<String> {
    let name = clean(name?)?;
    Some(match pick(honorific, language) {
        Some(honorific) => {
            message("mou-person").with("honorific", honorific).with("name", name).text(language)
        }
        None => name,
    })
}

/// A focal point within a sentence: "bà Đàm Thu Nga, điện thoại 0900 000 002".
fn contact(contact: &ContactFacts, language: Language) -> Option<String> {
    let person = person(&contact.honorific, Some(&contact.name), language)?;
    let person = match language {
        Language::Vi if pick(&contact.honorific, language).is_some() => uncapitalised(&person),
        _ => person,
    };
    Some(match contact.phone.as_deref().and_then(clean) {
        Some(phone) => message("mou-contact").with("person", person).with("phone", phone).text(language),
        None => person,
    })
}

/// A position with the body it belongs to, unless the position names the body already
/// ("Phó Chủ tịch Ủy ban nhân dân xã …", "Giám đốc Sở").
fn of_body(position: &str, body: &Both<String>, language: Language) -> String {
    let Some(body) = pick(body, language) else { return position.to_owned() };
    let first = body.split(' ').next().unwrap_or_default().to_lowercase();
    if position.to_lowercase().split(' ').any(|word| word == first) {
        return position.to_owned();
    }
    message("mou-office").with("position", position).with("organisation", body).text(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::mou::data::plain_text;
    use crate::documents::mou::facts::ConferenceFacts;
    use crate::documents::mou::facts::sample::*;

    fn say(facts: &Facts, name: &str, language: Language) -> Option<String> {
        let values = Values { facts, print: PrintLanguage::Vi, articles: 14, own: "" };
        values.value(name, language).map(|text| plain_text(&text))
    }

    fn vi(facts: &Facts, name: &str) -> String {
        say(facts, name, Language::Vi).unwrap_or_default()
    }

    fn en(facts: &Facts, name: &str) -> String {
        say(facts, name, Language::En).unwrap_or_default()
    }

    #[test]
    fn every_placeholder_has_a_value_and_a_label_of_its_own() {
        let mut facts = facts();
        facts.subject = Some(both("một việc", "a matter"));
        let mut full = retailer();
        full.citizen_id = Some("001000000000".to_owned());
        full.former_address = Some("nơi cũ".to_owned());
        full.account = Some(both("1 tại Ngân hàng", "1 at a bank"));
        facts.parties = vec![full.clone(), full.clone(), full.clone(), full.clone()];
        facts.witnesses = vec![full.clone(), full];
        let of_party = PARTIES
            .iter()
            .chain(&WITNESSES)
            .flat_map(|who| OF_PARTY.iter().map(move |what| format!("{who}.{what}")));
        let shared = GENERAL.iter().chain(&GRAMMAR).map(|name| (*name).to_owned());
        let other = message("mou-field-other").key().to_owned();
        for name in of_party.chain(shared) {
            assert!(is_field(&name), "{name}");
            for language in Language::ALL {
                assert!(say(&facts, &name, language).is_some_and(|text| !text.is_empty()), "{name}");
            }
            let labelled = label(&name).key() != other;
            assert!(
                labelled || name.ends_with("role") || ["languages", "articles"].contains(&&*name),
                "{name}"
            );
        }
        for name in ["", "a", "e.name", "a.nothing", "w3.name", "own.name", "Foo"] {
            assert!(!is_field(name) && say(&facts, name, Language::Vi).is_none(), "{name}");
        }
    }

    #[test]
    fn parties_are_listed_and_called_by_their_number() {
        let mut facts = facts();
        assert_eq!(vi(&facts, "parties.list"), "Bên A và Bên B");
        assert_eq!(vi(&facts, "Parties.all"), "Hai bên");
        assert_eq!(vi(&facts, "parties.other"), "bên kia");
        assert_eq!(en(&facts, "parties.other"), "the other Party");
        facts.parties.push(retailer());
        assert_eq!(vi(&facts, "parties.list"), "Bên A, Bên B và Bên C");
        assert_eq!(en(&facts, "parties.list"), "Party A, Party B and Party C");
        assert_eq!(vi(&facts, "Parties.all"), "Các bên");
        assert_eq!(vi(&facts, "parties.other"), "các bên còn lại");
        facts.parties.push(retailer());
        assert_eq!(vi(&facts, "parties.list"), "Bên A, Bên B, Bên C và Bên D");
    }

    #[test]
    fn numbers_stand_in_digits_and_words_with_what_they_count() {
        let mut facts = facts();
        for (name, vietnamese, english) in [
            ("term", "02 (hai) năm", "two (02) years"),
            ("notice", "30 (ba mươi) ngày", "thirty (30) days"),
            ("outlets", "06 (sáu) điểm bán", "six (06) outlets"),
            ("review", "03 (ba) tháng một lần", "every three (03) months"),
            ("copies", "05 (năm) bản", "five (05) originals"),
            ("witness.copies", "01 (một) bản", "one (01) original"),
            ("annex", "01 (một) phụ lục", "one (01) annex"),
            ("articles", "14 điều", "14 articles"),
            ("contract_by", "ngày 31 tháng 3 năm 2027", "31 March 2027"),
            (
                "target",
                "2.400.000.000 đồng (Hai tỷ bốn trăm triệu đồng)",
                "VND 2,400,000,000 (two billion four hundred million dong)",
            ),
        ] {
            assert_eq!(vi(&facts, name), vietnamese);
            assert_eq!(en(&facts, name), english);
        }
        facts.term_months = Some(18);
        assert_eq!(vi(&facts, "term"), "18 (mười tám) tháng");
        facts.review_months = Some(1);
        assert_eq!(vi(&facts, "review"), "hằng tháng");
        facts.review_months = Some(12);
        assert_eq!(en(&facts, "review"), "yearly");
        facts.witness_copies = None;
        assert_eq!(vi(&facts, "copies"), "04 (bốn) bản");
        (facts.term_months, facts.target_value, facts.copies_each) = (Some(0), Some(-5), Some(u32::MAX));
        assert_eq!((vi(&facts, "term"), vi(&facts, "target")), (String::new(), String::new()));
        assert!(vi(&facts, "copies").starts_with("4294967295 "));
    }

    #[test]
    fn an_empty_text_is_taken_from_the_other_language() {
        let mut facts = facts();
        assert_eq!(en(&facts, "village"), "Đan Hòa");
        facts.corner = Some(both("  ", "Corner"));
        assert_eq!(vi(&facts, "corner"), "Corner");
        facts.corner = Some(both(" ", "\n"));
        assert!(say(&facts, "corner", Language::Vi).is_none());
    }

    #[test]
    fn an_english_name_in_running_text_has_one_article() {
        let mut facts = facts();
        assert_eq!(en(&facts, "conference.host"), "the Vietnam Craft Village Association");
        facts.conference = Some(ConferenceFacts { name: both("Hội nghị", "The Meeting"), host: None });
        assert_eq!(en(&facts, "conference.name"), "the Meeting");
        facts.conference = Some(ConferenceFacts { name: both("Hội nghị", ""), host: None });
        assert_eq!(en(&facts, "conference.name"), "Hội nghị");
    }

    #[test]
    fn a_position_is_joined_to_the_body_it_does_not_name() {
        let body = both("Ủy ban nhân dân xã Hòa Đan", "People’s Committee of Hòa Đan Commune");
        assert_eq!(of_body("Phó Chủ tịch", &body, Language::Vi), "Phó Chủ tịch Ủy ban nhân dân xã Hòa Đan");
        let named = "Phó Chủ tịch Ủy ban nhân dân xã Hòa Đan";
        assert_eq!(of_body(named, &body, Language::Vi), named);
        let department = both("Sở Công Thương", "");
        assert_eq!(of_body("Giám đốc Sở", &department, Language::Vi), "Giám đốc Sở");
    }

    #[test]
    fn required_values_of_a_party_are_gaps_and_optional_ones_are_not_there() {
        let mut facts = facts();
        facts.parties[0] = PartyFacts { tax_code_required: true, ..PartyFacts::default() };
        facts.witnesses[0] = PartyFacts::default();
        let values = Values { facts: &facts, print: PrintLanguage::Vi, articles: 14, own: "" };
        for name in ["a.name", "a.address", "a.tax_code", "a.representative", "a.position", "w1.name"] {
            let text = values.value(name, Language::Vi).unwrap();
            assert!(text[0].missing && text[0].field.as_deref() == Some(name), "{name}");
        }
        for name in ["a.phone", "a.email", "a.account", "a.contact", "w1.address", "w1.tax_code"] {
            assert!(values.value(name, Language::Vi).is_none(), "{name}");
        }
    }

    #[test]
    fn focal_points_of_the_others_are_missing_once_one_is_known() {
        let mut facts = facts();
        let known = "Bên A – bà Đàm Thu Nga, điện thoại 0900 000 002; Bên B – ";
        assert_eq!(
            vi(&facts, "focal_points"),
            format!("{known}ông Vương Đình Khải, điện thoại 0900 000 003")
        );
        facts.parties[1].contact = None;
        assert_eq!(vi(&facts, "focal_points"), format!("{known}……"));
        facts.parties[0].contact = None;
        assert!(say(&facts, "focal_points", Language::Vi).is_none());
    }

    #[test]
    fn values_are_cleaned_and_composed() {
        assert_eq!(clean(" Ho\u{300}a\u{a0} \n Đan\u{0} ").as_deref(), Some("Hòa Đan"));
        assert_eq!(clean("\u{0}\t "), None);
    }

    #[test]
    fn a_placeholder_leads_to_its_place_in_the_facts() {
        for (name, path) in [
            ("a.name", "party.1.name"),
            ("d.authorisation.date", "party.4.authorisation.date"),
            ("w2.office", "witness.2.position"),
            ("b.signer", "party.2.representative"),
            ("term", "term"),
            ("copies", "copies_each"),
            ("conference.name", "conference.name"),
        ] {
            assert_eq!(field_path(name), path);
        }
    }
}
