//! What keeps a MoU from being printed: gaps, and characters the fonts do not have.
//!
//! Every printed text is looked at, and everything is reported at once, named by its place. Whether the
//! facts are right is not asked here.

use std::collections::BTreeMap;

use super::data::{
    Annex, AnnexRow, Article, Both, Head, MouData, Party, PartyLine, PrintLanguage, Span, Standing,
};
use super::values::field_path;
use crate::documents::Engine;
use crate::i18n::{Language, Message, message};
use crate::problem::{Problem, Severity};

/// Everything in the printed languages that is missing or cannot be printed; in a draft a gap is a warning.
pub fn check(engine: &Engine, data: &MouData) -> Vec<Problem> {
    found(engine, data, true)
}

/// Only the letters that no font has, named for each place.
pub fn letters(engine: &Engine, data: &MouData) -> Vec<Problem> {
    found(engine, data, false)
}

fn found(engine: &Engine, data: &MouData, gaps: bool) -> Vec<Problem> {
    let languages: &[Language] = match data.language {
        PrintLanguage::Vi => &[Language::Vi],
        PrintLanguage::En => &[Language::En],
        PrintLanguage::ViEn => &[Language::Vi, Language::En],
    };
    let (standing, problems, odd) = (data.standing, Vec::new(), BTreeMap::new());
    let mut checker = Checker { engine, languages, standing, gaps, problems, odd };
    checker.whole(data);
    checker.problems
}

/// A part of the MoU: its name in the words of the code and for people.
struct Place {
    field: String,
    message: Message,
}

impl Place {
    fn new(field: impl Into<String>, message: Message) -> Self {
        Self { field: field.into(), message }
    }
}

struct Checker<'a> {
    engine: &'a Engine,
    languages: &'static [Language],
    standing: Standing,
    /// Whether gaps are told.
    gaps: bool,
    problems: Vec<Problem>,
    /// Letters that no font has, by field, with the place of their problem.
    odd: BTreeMap<String, (usize, Vec<char>)>,
}

impl Checker<'_> {
    fn whole(&mut self, data: &MouData) {
        self.head(data);
        self.spans(&Place::new("subject", message("paper-place-subject")), &data.subject);
        for (index, basis) in (1_u32..).zip(&data.bases) {
            let place =
                Place::new(format!("basis.{index}"), message("paper-place-basis").with("number", index));
            self.spans(&place, basis);
        }
        self.spans(&Place::new("opening", message("paper-place-opening")), &data.opening);
        for (index, party) in (1_u32..).zip(&data.parties) {
            self.party(&format!("party.{index}"), party);
        }
        for (index, witness) in (1_u32..).zip(&data.witnesses) {
            self.party(&format!("witness.{index}"), witness);
        }
        self.spans(&Place::new("agreement", message("paper-place-agreement")), &data.agreement);
        data.articles.iter().for_each(|article| self.article(article));
        if let Some(annex) = &data.annex {
            self.annex(annex);
        }
    }

    fn head(&mut self, data: &MouData) {
        let head = Place::new("head", message("paper-place-head"));
        if let Head::Organiser { superior, name, place_and_date } = &data.head {
            for text in superior.iter().chain([name, place_and_date]) {
                self.words(&head, text);
            }
        }
        let number = data.number.clone().unwrap_or_default();
        self.words(
            &Place::new("number", message("paper-place-number")),
            &Both { vi: number.clone(), en: number },
        );
        self.words(&Place::new("title", message("paper-place-title")), &data.title);
    }

    fn party(&mut self, field: &str, party: &Party) {
        let part = |name: &str, label: &Both<String>| {
            let message = message("paper-place-party")
                .with("role_vi", party.role.vi.as_str())
                .with("role_en", party.role.en.as_str())
                .with("label_vi", label.vi.as_str())
                .with("label_en", label.en.as_str());
            Place::new(format!("{field}.{name}"), message)
        };
        let whole = |name: &str, message: Message| {
            let message =
                message.with("role_vi", party.role.vi.as_str()).with("role_en", party.role.en.as_str());
            Place::new(format!("{field}.{name}"), message)
        };
        self.words(&whole("role", message("paper-place-party-name")), &party.role);
        self.spans(&whole("name", message("paper-place-party-name")), &party.name);
        for (index, PartyLine { label, value, second }) in (1_u32..).zip(&party.lines) {
            let mut line = |label: &Both<String>, value: &Both<Vec<Span>>| {
                let name = field_name(value).map_or_else(|| format!("line.{index}"), str::to_owned);
                let place = part(&name, label);
                self.words(&place, label);
                self.spans(&place, value);
            };
            line(label, value);
            if let Some((label, value)) = second {
                line(label, value);
            }
        }
        let signature = whole("signature", message("paper-place-signature"));
        self.words(&signature, &party.signature_heading);
        self.words(&signature, &party.signature_note);
        party.signature_positions.iter().for_each(|position| self.spans(&signature, position));
        self.one(&signature, &party.signer);
    }

    fn article(&mut self, article: &Article) {
        let number = article.number;
        let place = message("paper-place-article").with("article", number);
        self.spans(&Place::new(format!("article.{number}.title"), place), &article.title);
        for (index, clause) in (1_u32..).zip(&article.clauses) {
            let clause_number = clause.number.unwrap_or(index);
            let place = match clause.number {
                Some(clause) => message("paper-place-clause").with("article", number).with("clause", clause),
                None => message("paper-place-article").with("article", number),
            };
            let place = Place::new(format!("article.{number}.clause.{clause_number}"), place);
            self.spans(&place, &clause.text);
            for (index, point) in (1_u32..).zip(&clause.points) {
                let field = format!("{}.point.{index}", place.field);
                self.spans(&Place::new(field, place.message.clone()), point);
            }
        }
    }

    fn annex(&mut self, annex: &Annex) {
        let whole = Place::new("annex", message("paper-place-annex"));
        self.words(&whole, &annex.heading);
        self.words(&whole, &annex.title);
        self.spans(&whole, &annex.reference);
        annex.columns.iter().for_each(|column| self.words(&whole, column));
        for (index, row) in (1_u32..).zip(&annex.rows) {
            let place = message("paper-place-annex-row").with("row", index);
            let place = Place::new(format!("annex.row.{index}"), place);
            let AnnexRow { name, specification, unit, quantity, price, remarks } = row;
            for text in [name, specification, unit, quantity, price, remarks] {
                self.spans(&place, text);
            }
        }
        if let Some((label, sum)) = &annex.total {
            self.words(&whole, label);
            self.words(&whole, sum);
        }
        self.spans(&whole, &annex.note);
    }

    /// Checks words that are not made of spans.
    fn words(&mut self, place: &Place, text: &Both<String>) {
        for language in self.languages {
            self.characters(place, text.in_language(*language));
        }
    }

    /// Checks a text in the printed languages.
    fn spans(&mut self, place: &Place, text: &Both<Vec<Span>>) {
        for language in self.languages {
            self.one(place, text.in_language(*language));
        }
    }

    /// Checks one text; a value leads to where it is typed.
    fn one(&mut self, place: &Place, text: &[Span]) {
        for span in text {
            match &span.field {
                Some(field) if !span.missing => {
                    let own = Place { field: field_path(field), message: place.message.clone() };
                    self.characters(&own, &span.text);
                }
                _ => self.characters(place, &span.text),
            }
        }
        if self.gaps && text.iter().any(|span| span.missing) {
            let severity = if self.standing == Standing::Draft { Severity::Warning } else { Severity::Error };
            let message = message("paper-missing").with("place", place.message.clone());
            self.add(Problem { field: place.field.clone(), severity, message });
        }
    }

    /// The letters of one field that no font has make one problem.
    fn characters(&mut self, place: &Place, text: &str) {
        for letter in text.chars().filter(|letter| !self.engine.can_print(*letter)) {
            let next = self.problems.len();
            let (at, letters) = self.odd.entry(place.field.clone()).or_insert((next, Vec::new()));
            if letters.contains(&letter) {
                continue;
            }
            letters.push(letter);
            let named = letters.iter().map(|letter| format!("“{letter}” (U+{:04X})", u32::from(*letter)));
            let message = message("paper-unprintable")
                .with("letters", named.collect::<Vec<_>>().join(", "))
                .with("place", place.message.clone());
            let problem = Problem::error(place.field.clone(), message);
            match self.problems.get_mut(*at) {
                Some(known) => *known = problem,
                None => self.problems.push(problem),
            }
        }
    }

    /// Both languages often have the same gap; it is reported once.
    fn add(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

/// The last part of the key of the first field in a value: `a.address` gives `address`.
fn field_name(value: &Both<Vec<Span>>) -> Option<&str> {
    let key = value.vi.iter().chain(&value.en).find_map(|span| span.field.as_deref())?;
    key.rsplit('.').next()
}
