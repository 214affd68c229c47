//! Cleaning and checking of records before they are stored: all problems at once, each with its field.
//!
//! An error blocks; a warning is kept with the record ("vẫn lưu"), because officers copy from stamps and
//! old papers and the program must not stop a ceremony.

use super::record::Cell;
use super::{
    Apprenticeship, Artisan, Certificate, CertificateKind, Contract, DistinctPair, FollowUp, FrozenDocument,
    IssuedNumber, LibraryClause, Mou, MouClause, MouEvent, MouParty, MouProduct, MouTemplate, NumberBlock,
    NumberPattern, NumberSeries, Obligation, ObligationState, Organisation, Person, PhoneNumbers, Picture,
    Placement, Position, Preservation, Product, Recognition, Record, Sales, SavedSearch, Village,
};
use crate::i18n::message;
use crate::problem::Problem;
use crate::vietnamese::{self, personal_id, tax_code};

/// Columns whose line breaks mean something.
const LONG_TEXTS: [&str; 31] = [
    "note",
    "story_sentence",
    "story_sentence_en",
    "story_short",
    "story_short_en",
    "story_long",
    "story_long_en",
    "process",
    "directions",
    "visiting_experiences",
    "festival_note",
    "description",
    "works",
    "seeks",
    "reason",
    "threats",
    "measures",
    "result",
    "evidence",
    "task",
    "next_step",
    "conclusions",
    "report_to",
    "recipients",
    "work",
    "wants",
    "logistics",
    "specification",
    "reply",
    "products",
    "words",
];

/// The smallest share of households in the trade for a craft village, in percent (Decree 52/2018/NĐ-CP,
/// article 5; older decisions of provinces used 30).
const CRAFT_SHARE: i64 = 20;

/// No register begins with a higher number.
const HIGHEST_FIRST: i64 = 99_999;

/// A record that can be made fit for the database.
pub trait Clean: Record {
    /// The same record with every text cleaned: NFC, no stray spaces, no invisible characters.
    #[must_use]
    fn cleaned(&self) -> Self {
        let cells = Self::COLUMNS.iter().zip(self.cells()).map(|(column, cell)| match cell {
            Cell::Text(text) if LONG_TEXTS.contains(column) => Cell::Text(vietnamese::clean_lines(&text)),
            Cell::Text(text) => Cell::Text(vietnamese::clean(&text)),
            other => other,
        });
        Self::from_cells(cells)
    }

    /// What is wrong with the cleaned record.
    fn check(&self) -> Vec<Problem> {
        Vec::new()
    }
}

/// Collects problems.
#[derive(Default)]
pub(super) struct Findings(pub(super) Vec<Problem>);

impl Findings {
    pub(super) fn required(&mut self, field: &str, given: bool) {
        if !given {
            self.0.push(Problem::error(field, message("check-required")));
        }
    }

    pub(super) fn not_negative(&mut self, field: &str, number: Option<i64>) {
        if number.is_some_and(|number| number < 0) {
            self.0.push(Problem::error(field, message("check-negative")));
        }
    }

    pub(super) fn in_order<T: PartialOrd>(&mut self, field: &str, from: Option<T>, to: Option<T>) {
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            self.0.push(Problem::error(field, message("check-order")));
        }
    }

    pub(super) fn phones(&mut self, phones: &PhoneNumbers) {
        for phone in &phones.0 {
            self.0.extend(vietnamese::parse_phones(&phone.digits).1);
        }
    }

    pub(super) fn email(&mut self, email: &str) {
        let shaped = email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        if !email.is_empty() && (!shaped || email.contains(' ')) {
            self.0.push(Problem::warning("email", message("check-email")));
        }
    }
}

impl Clean for Village {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("name", !self.name.is_empty());
        for (field, number) in [
            ("households", self.households),
            ("craft_households", self.craft_households),
            ("workers", self.workers),
            ("revenue", self.revenue),
        ] {
            found.not_negative(field, number);
        }
        if let (Some(all), Some(craft)) = (self.households, self.craft_households) {
            if craft > all {
                found.0.push(Problem::error("craft_households", message("check-craft-households")));
            } else if matches!(self.recognition, Recognition::Village | Recognition::TraditionalVillage)
                && craft * 100 < all * CRAFT_SHARE
            {
                found.0.push(Problem::warning(
                    "craft_households",
                    message("check-craft-share").with("share", CRAFT_SHARE),
                ));
            }
        }
        let inside =
            |number: Option<i64>, low, high| number.is_none_or(|number| (low..=high).contains(&number));
        // Vietnam with its islands, in microdegrees.
        if !inside(self.latitude, 6_000_000, 24_000_000) || !inside(self.longitude, 102_000_000, 118_000_000)
        {
            found.0.push(Problem::warning("latitude", message("check-outside-vietnam")));
        }
        found.0
    }
}

impl Clean for Person {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("full_name", !self.full_name.is_empty());
        found.phones(&self.phones);
        found.email(&self.email);
        if !self.personal_id.is_empty() {
            found.0.extend(personal_id::check(&self.personal_id, self.birth.as_ref(), self.sex).1);
        }
        found.0
    }
}

impl Clean for Artisan {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("person", self.person.is_some());
        found.not_negative("taught", self.taught);
        if self.started.is_some_and(|year| !(1900..=2100).contains(&year)) {
            found.0.push(Problem::error("started", message("check-year")));
        }
        found.0
    }
}

impl Clean for Apprenticeship {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("master", self.master.is_some());
        found.required("apprentice", self.apprentice.is_some());
        if self.master.is_some() && self.master == self.apprentice {
            found.0.push(Problem::error("apprentice", message("check-own-master")));
        }
        found.in_order("to_date", self.from_date, self.to_date);
        found.0
    }
}

impl Clean for Organisation {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("name", !self.name.is_empty());
        found.phones(&self.phones);
        found.email(&self.email);
        found.not_negative("payment_days", self.payment_days);
        found.not_negative("outlets", self.outlets);
        found.in_order("seeks_price_to", self.seeks_price_from, self.seeks_price_to);
        if !self.tax_code.is_empty() {
            found.0.extend(tax_code::check(&self.tax_code).1);
        }
        found.0
    }
}

impl Clean for Position {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("person", self.person.is_some());
        found.required("organisation", self.organisation.is_some());
        found.required("title", !self.title.is_empty());
        found.in_order("to_date", self.from_date, self.to_date);
        found.in_order("authorisation_until", self.authorisation_date, self.authorisation_until);
        let dated = self.authorisation_date.is_some() || self.authorisation_until.is_some();
        if self.authorisation_number.is_empty() && dated {
            found.0.push(Problem::warning("authorisation_number", message("check-authorisation")));
        }
        if self.authorised_by.is_empty() && self.signing_form.line("").is_some() {
            found.0.push(Problem::warning("authorised_by", message("check-signing-for")));
        }
        found.0
    }
}

impl Clean for Product {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("name", !self.name.is_empty());
        for (field, number) in [
            ("retail_from", self.retail_from),
            ("wholesale_from", self.wholesale_from),
            ("minimum_order", self.minimum_order),
            ("capacity_per_month", self.capacity_per_month),
            ("lead_days", self.lead_days),
            ("weight_grams", self.weight_grams),
        ] {
            found.not_negative(field, number);
        }
        found.in_order("retail_to", self.retail_from, self.retail_to);
        found.in_order("wholesale_to", self.wholesale_from, self.wholesale_to);
        found.0
    }
}

impl Clean for Certificate {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        let owners = [
            self.village.is_some(),
            self.artisan.is_some(),
            self.organisation.is_some(),
            self.product.is_some(),
        ];
        if owners.into_iter().filter(|given| *given).count() != 1 {
            found.0.push(Problem::error("owner", message("check-one-owner")));
        }
        // Below three stars there is no certificate (Decision 148/QĐ-TTg).
        if self.kind == CertificateKind::Ocop && self.stars.is_some_and(|stars| !(3..=5).contains(&stars)) {
            found.0.push(Problem::error("stars", message("check-stars")));
        }
        found.in_order("valid_to", self.date.map(vietnamese::PartialDate::earliest), self.valid_to);
        found.0
    }
}

impl Clean for Mou {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        for (field, number) in [
            ("target_value", self.target_value),
            ("outlets", self.outlets),
            ("first_months", self.first_months),
            ("payment_days", self.payment_days),
            ("review_months", self.review_months),
            ("term_months", self.term_months),
            ("notice_days", self.notice_days),
            ("copies_each", self.copies_each),
            ("witness_copies", self.witness_copies),
        ] {
            found.not_negative(field, number);
        }
        if let (Some(date), Some(by)) = (self.date, self.contract_by)
            && by < date
        {
            found.0.push(Problem::error("contract_by", message("check-contract-by")));
        }
        found.0
    }
}

impl Clean for MouParty {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("mou", self.mou.is_some());
        found.0
    }
}

impl Clean for MouClause {}

impl Clean for MouProduct {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.not_negative("quantity", self.quantity);
        found.not_negative("price", self.price);
        found.0
    }
}

impl Clean for MouEvent {}

impl Clean for NumberSeries {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        if !(0..=HIGHEST_FIRST).contains(&self.first) {
            found
                .0
                .push(Problem::error("first", message("check-first-number").with("highest", HIGHEST_FIRST)));
        }
        match NumberPattern::parse(&self.pattern) {
            Ok(pattern) if pattern.has_year() && self.year.is_none() => {
                found.0.push(Problem::warning("year", message("check-series-year")));
            }
            Ok(_) => {}
            Err(what) => found.0.push(Problem::error("pattern", what)),
        }
        found.0
    }
}

impl Clean for IssuedNumber {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("number", !self.text.is_empty());
        found.0
    }
}

impl Clean for Preservation {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("village", self.village.is_some());
        found.required("date", self.date.is_some());
        for (field, number) in [
            ("practising", self.practising),
            ("over_sixty", self.over_sixty),
            ("successors", self.successors),
            ("craft_households", self.craft_households),
        ] {
            found.not_negative(field, number);
        }
        if let (Some(all), Some(old)) = (self.practising, self.over_sixty)
            && old > all
        {
            found.0.push(Problem::error("over_sixty", message("check-over-sixty")));
        }
        found.0
    }
}

impl Clean for Placement {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("outlet", !self.outlet.is_empty() || self.organisation.is_some());
        found.required("product", self.product.is_some() || self.village.is_some());
        found.not_negative("yearly_sales", self.yearly_sales);
        found.in_order("to_date", self.from_date, self.to_date);
        found.0
    }
}

impl Clean for Picture {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        let owners = [
            self.village.is_some(),
            self.artisan.is_some(),
            self.person.is_some(),
            self.organisation.is_some(),
            self.product.is_some(),
            self.conference.is_some(),
            self.mou.is_some(),
            self.programme_item.is_some(),
        ];
        if owners.into_iter().filter(|given| *given).count() != 1 {
            found.0.push(Problem::error("owner", message("check-picture-owner")));
        }
        found.required("sha256", !self.sha256.is_empty());
        found.0
    }
}

impl Clean for SavedSearch {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("name", !self.name.is_empty());
        found.0
    }
}

impl Clean for DistinctPair {}

/// What a template or clause of the office cannot be without.
fn named_source(key: &str, name: &str, source: &str) -> Vec<Problem> {
    let mut found = Findings::default();
    found.required("key", !key.is_empty());
    found.required("name", !name.is_empty());
    found.required("source", !source.is_empty());
    found.0
}

/// A text of a file, whose line breaks and spaces are its own.
fn as_written<R: Record>(record: &R, of_people: &[&str]) -> R {
    let cells = R::COLUMNS.iter().zip(record.cells()).map(|(column, cell)| match cell {
        Cell::Text(text) if of_people.contains(column) => Cell::Text(vietnamese::clean(&text)),
        other => other,
    });
    R::from_cells(cells)
}

impl Clean for MouTemplate {
    fn cleaned(&self) -> Self {
        as_written(self, &["key", "name", "note"])
    }

    fn check(&self) -> Vec<Problem> {
        named_source(&self.key, &self.name, &self.source)
    }
}

impl Clean for LibraryClause {
    fn cleaned(&self) -> Self {
        as_written(self, &["key", "name", "note"])
    }

    fn check(&self) -> Vec<Problem> {
        named_source(&self.key, &self.name, &self.source)
    }
}

impl Clean for NumberBlock {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("series", self.series.is_some());
        found.required("holder", self.conference.is_some() || !self.holder.is_empty());
        if self.first < 1 || self.last < self.first || self.last > HIGHEST_FIRST {
            found.0.push(Problem::error("last", message("check-block").with("highest", HIGHEST_FIRST)));
        }
        found.0
    }
}

impl Clean for Obligation {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("mou", self.mou.is_some());
        found.required("task", !self.task.is_empty());
        if self.organisation.is_some() && self.person.is_some() {
            found.0.push(Problem::error("organisation", message("check-one-party")));
        }
        if self.state == ObligationState::Done && self.done_on.is_none() {
            found.0.push(Problem::warning("done_on", message("check-done-on")));
        }
        found.0
    }
}

impl Clean for FollowUp {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("mou", self.mou.is_some());
        found.required("date", self.date.is_some());
        found.required("result", !self.result.is_empty() || !self.next_step.is_empty());
        found.0
    }
}

impl Clean for Contract {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("mou", self.mou.is_some());
        found.required("number", !self.number.is_empty());
        found.not_negative("amount", self.amount);
        if let (Some(date), Some(last)) = (self.date, self.valid_to)
            && last < date
        {
            found.0.push(Problem::error("valid_to", message("check-contract-end")));
        }
        found.0
    }
}

impl Clean for Sales {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("mou", self.mou.is_some());
        found.required("year", self.year.is_some());
        if self.year.is_some_and(|year| !(2000..=2100).contains(&year)) {
            found.0.push(Problem::error("year", message("check-year")));
        }
        found.required("quarter", self.quarter.is_some());
        if self.quarter.is_some_and(|quarter| !(1..=4).contains(&quarter)) {
            found.0.push(Problem::error("quarter", message("check-quarter")));
        }
        found.required("amount", self.amount.is_some());
        found.not_negative("amount", self.amount);
        found.not_negative("jobs", self.jobs);
        found.0
    }
}

impl Clean for FrozenDocument {
    /// What was frozen is kept as it is, byte for byte.
    fn cleaned(&self) -> Self {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Severity, blocks};

    fn fields(problems: &[Problem]) -> Vec<(&str, Severity)> {
        problems.iter().map(|problem| (problem.field.as_str(), problem.severity)).collect()
    }

    #[test]
    fn texts_are_cleaned_and_long_texts_keep_their_lines() {
        let village = Village {
            name: "  Gốm\u{a0}\u{110}ông  Hồ ".into(),
            note: "một\n  hai ".into(),
            ..Village::default()
        };
        let cleaned = village.cleaned();
        assert_eq!(cleaned.name, "Gốm Đông Hồ");
        assert_eq!(cleaned.note, "một\nhai");
        assert!(cleaned.check().is_empty());
    }

    #[test]
    fn a_village_needs_a_name_and_believable_households() {
        assert_eq!(fields(&Village::default().check()), [("name", Severity::Error)]);
        let village = |all, craft| Village {
            name: "x".into(),
            recognition: Recognition::Village,
            households: Some(all),
            craft_households: Some(craft),
            ..Village::default()
        };
        assert_eq!(fields(&village(100, 101).check()), [("craft_households", Severity::Error)]);
        assert_eq!(fields(&village(100, 19).check()), [("craft_households", Severity::Warning)]);
        assert!(village(100, 20).check().is_empty());
    }

    #[test]
    fn a_wrong_checksum_warns_and_does_not_block() {
        let organisation =
            Organisation { name: "HTX".into(), tax_code: "0100233480".into(), ..Organisation::default() };
        let problems = organisation.check();
        assert_eq!(fields(&problems), [("tax_code", Severity::Warning)]);
        assert!(!blocks(&problems));
    }

    #[test]
    fn a_certificate_belongs_to_exactly_one() {
        assert!(blocks(&Certificate::default().check()));
        let id = crate::domain::IdSource::new([1; 16]).make(1);
        let one = Certificate { village: Some(crate::domain::Id::from_any(id)), ..Certificate::default() };
        assert!(one.check().is_empty());
        let two = Certificate { product: Some(crate::domain::Id::from_any(id)), ..one };
        assert!(blocks(&two.check()));
    }

    #[test]
    fn dates_and_prices_stand_in_order() {
        let product =
            Product { name: "x".into(), retail_from: Some(5), retail_to: Some(4), ..Product::default() };
        assert_eq!(fields(&product.check()), [("retail_to", Severity::Error)]);
        let series = NumberSeries { pattern: "{so:02}/{nam}".into(), ..NumberSeries::default() };
        assert_eq!(fields(&series.check()), [("year", Severity::Warning)]);
    }
}
