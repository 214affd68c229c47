//! What the records of a MoU say together and no field alone: its day, the tax codes, the legal bases, what its
//! text changed of the template; and what was looked at and found right.

use super::bases;
use super::compare::differing;
use super::data::{MouData, Span};
use super::fill::Filled;
use super::signers::{self, Day, seats};
use super::template::Template;
use crate::domain::{ClauseKind, Clean as _, MouDossier, PartyDossier, PartyRole};
use crate::i18n::{Language, Message, message};
use crate::problem::Problem;
use crate::vietnamese::{AmountStyle, PartialDate, group, money_in_words, tax_code};

/// What is doubtful or wrong in the records behind a text.
pub fn check(dossier: &MouDossier, data: &MouData) -> Vec<Problem> {
    let mut problems = signers::check(dossier.mou.date, &dossier.parties);
    problems.extend(day_of_conference(dossier));
    problems.extend(tax_codes(dossier));
    problems.extend(bases::check(dossier.mou.date, &data.bases));
    problems.extend(dossier.mou.check());
    problems.extend(dossier.check());
    problems
}

/// A MoU of a conference is signed while it is held.
fn day_of_conference(dossier: &MouDossier) -> Option<Problem> {
    let (day, conference) = (dossier.mou.date?, dossier.conference.as_ref()?);
    let first = conference.from_date?;
    let last = conference.to_date.unwrap_or(first);
    if (first..=last).contains(&day) {
        return None;
    }
    let shown = |day| Day(PartialDate::Day(day));
    let words =
        if first == last { message("mou-day-of-conference") } else { message("mou-days-of-conference") };
    let words = words.with("day", shown(day)).with("first", shown(first)).with("last", shown(last));
    Some(Problem::warning("date", words))
}

/// Tax codes as they stand on the paper: those of the parties.
fn tax_codes(dossier: &MouDossier) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (field, seat, code) in coded(dossier) {
        for Problem { severity, message: what, .. } in tax_code::check(&code).1 {
            let message = message("mou-of-party").with("party", seat.clone()).with("what", what);
            problems.push(Problem { field: format!("{field}.tax_code"), severity, message });
        }
    }
    problems
}

/// The parties that have a tax code.
fn coded(dossier: &MouDossier) -> Vec<(String, Message, String)> {
    let parties = seats(&dossier.parties).into_iter();
    let parties = parties.filter(|(.., party)| party.party.role == PartyRole::Party);
    let code = |party: &PartyDossier| party.organisation.as_ref().map(|of| of.tax_code.clone());
    parties
        .filter_map(|(field, seat, party)| Some((field, seat, code(party).filter(|code| !code.is_empty())?)))
        .collect()
}

/// The articles that say something else than their template; each leads to the first place where it does.
pub fn differences(dossier: &MouDossier, template: &Template, data: &MouData) -> Vec<Problem> {
    let differs = differing(&dossier.clauses, template);
    let mut problems = Vec::new();
    for (root, tree) in dossier.clauses.iter().enumerate() {
        let (own, below) = (root.to_string(), format!("{root}."));
        let mut places = differs.keys().filter(|place| **place == own || place.starts_with(&below));
        let printed = data.articles.iter().find(|article| article.key == tree.clause.key);
        let (ClauseKind::Article, Some(article), Some(first)) = (tree.clause.kind, printed, places.next())
        else {
            continue;
        };
        let words = message("mou-differs").with("article", article.number).with("count", places.count() + 1);
        problems.push(Problem::warning(format!("{COMPARED}{first}"), words));
    }
    problems
}

/// Fields of problems that lead to the comparison with the template begin so; the place of the clause follows.
pub const COMPARED: &str = "compare.";

/// What was looked at and is right, in short.
pub fn passed(dossier: &MouDossier, filled: &Filled) -> Vec<Message> {
    let (mou, data) = (&dossier.mou, &filled.data);
    let told = |keys: &[&str]| filled.problems.iter().any(|problem| keys.contains(&problem.message.key()));
    let about = |field: &str| filled.problems.iter().any(|problem| problem.field.starts_with(field));
    let mut passed = Vec::new();
    if !told(&["mou-missing", "mou-too-few-parties"]) {
        passed.push(message("check-ok-filled"));
    }
    let signers = dossier.parties.iter().any(|party| party.position.is_some());
    if let Some(day) = mou.date.filter(|_| signers && !told(&signers::KEYS)) {
        passed.push(message("check-ok-signers").with("day", Day(PartialDate::Day(day))));
    }
    if mou.date.is_some() && dossier.conference.is_some() && day_of_conference(dossier).is_none() {
        passed.push(message("check-ok-conference"));
    }
    if mou.target_value.is_some_and(|target| is_in_words(data, target)) {
        passed.push(message("check-ok-words"));
    }
    let copies = |role| match role {
        PartyRole::Party => mou.copies_each,
        PartyRole::Witness => mou.witness_copies,
    };
    let copies: Option<Vec<i64>> = dossier.parties.iter().map(|party| copies(party.party.role)).collect();
    if let Some(copies) = copies.filter(|copies| !copies.is_empty() && copies.iter().all(|each| *each >= 0)) {
        let parts = copies.iter().map(i64::to_string).collect::<Vec<_>>().join(" + ");
        let total = mou.originals(&dossier.parties).to_string();
        passed.push(message("check-ok-copies").with("total", total).with("parts", parts));
    }
    let tax_codes = coded(dossier).len();
    if tax_codes > 0 && !filled.problems.iter().any(|problem| problem.field.ends_with(".tax_code")) {
        passed.push(message("check-ok-tax").with("count", tax_codes));
    }
    let (known, others) = bases::known(&data.bases);
    if known > 0 && !told(&["mou-basis-replaced", "mou-basis-not-yet"]) {
        let as_of = format!("{}/{}", bases::AS_OF.month(), bases::AS_OF.year());
        passed
            .push(message("check-ok-bases").with("known", known).with("others", others).with("as_of", as_of));
    }
    if let Some(annex) = data.annex.as_ref().filter(|_| !about("annex.")) {
        passed.push(message("check-ok-annex").with("count", annex.rows.len()));
    }
    if !told(&["mou-differs"]) {
        passed.push(message("check-ok-template"));
    }
    if !told(&["paper-unprintable"]) {
        passed.push(message("check-ok-letters"));
    }
    passed
}

/// Whether the text says an amount in digits and beside them in words.
fn is_in_words(data: &MouData, target: i64) -> bool {
    let Ok(number) = u64::try_from(target) else { return false };
    let (digits, words) = (group(target, Language::Vi), money_in_words(number, AmountStyle::default()));
    let says =
        |span: &Span| span.text.contains(&digits) && span.text.to_lowercase().contains(&words.to_lowercase());
    let clauses = data.articles.iter().flat_map(|article| &article.clauses);
    let texts = clauses.flat_map(|clause| std::iter::once(&clause.text).chain(&clause.points));
    texts.flat_map(|text| &text.vi).any(says)
}
