//! The words MoUs are made of: the values a template asks for, templates of the office, and its library of
//! clauses.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::record::{Cell, ColumnType, record};

/// How a value that a template asks for is written and printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DetailKind {
    /// Words.
    #[default]
    Text,
    /// A number of something: "200 (hai trăm) lượt khách".
    Count,
    /// Whole đồng.
    Money,
    /// A part of a hundred.
    Percent,
    /// A day.
    Date,
}

/// A value of one MoU that its template asked for. It keeps what the template said of it, so that the text of
/// a MoU does not depend on what becomes of the template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Detail {
    /// Its name in the text: `{{detail.visitors}}`.
    pub key: String,
    /// How it is printed.
    #[serde(default)]
    pub kind: DetailKind,
    /// What forms call it.
    #[serde(default)]
    pub label: String,
    /// The same in English.
    #[serde(default)]
    pub label_en: String,
    /// What a count counts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit_en: String,
    /// Words, in Vietnamese.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Words, in English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text_en: String,
    /// A count, an amount in đồng, or per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<i64>,
    /// A day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

/// The values of one MoU that its template asked for, in the template's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details(pub Vec<Detail>);

impl Details {
    /// These questions with the answers that are there already under the same names.
    #[must_use]
    pub fn with_answers_of(mut self, known: &Self) -> Self {
        for detail in &mut self.0 {
            let same = |other: &&Detail| other.key == detail.key && other.kind == detail.kind;
            if let Some(answer) = known.0.iter().find(same) {
                detail.text.clone_from(&answer.text);
                detail.text_en.clone_from(&answer.text_en);
                detail.number = answer.number;
                detail.date = answer.date;
            }
        }
        self
    }
}

impl ColumnType for Details {
    fn to_cell(&self) -> Cell {
        // A list of plain values always becomes JSON.
        let json = if self.0.is_empty() { None } else { serde_json::to_string(&self.0).ok() };
        Cell::Text(json.unwrap_or_default())
    }

    fn from_cell(cell: Cell) -> Self {
        let text = String::from_cell(cell);
        Self(serde_json::from_str(&text).unwrap_or_default())
    }
}

record! {
    /// One version of a template of the office (mẫu biên bản). The newest of a key is offered; older ones stay
    /// for the MoUs that were made with them.
    MouTemplate {
        /// Its key, such as `htx-sieu-thi-2`.
        key: String,
        /// Version, from 1.
        version: i64,
        /// What lists call it.
        name: String,
        /// Its text, as it is exported: TOML.
        source: String,
        /// Offered for new MoUs.
        in_use: bool,
        /// Remark of the office.
        note: String,
    }
}

record! {
    /// One version of a clause in the library of the office (thư viện điều khoản).
    LibraryClause {
        /// Its key; versions share it.
        key: String,
        /// Version, from 1.
        version: i64,
        /// What lists call it.
        name: String,
        /// The clause with what stands below it, as a piece of a template's file: TOML.
        source: String,
        /// Offered.
        in_use: bool,
        /// Remark of the office.
        note: String,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_survive_their_cell_and_keep_answers_under_the_same_name() {
        let count = |key: &str, number| Detail {
            key: key.into(),
            kind: DetailKind::Count,
            unit: "lượt khách".into(),
            number,
            ..Detail::default()
        };
        let known = Details(vec![count("visitors", Some(200)), count("gone", Some(1))]);
        assert_eq!(Details::from_cell(known.to_cell()), known);
        assert_eq!(Details::default().to_cell(), Cell::Text(String::new()));
        let words = Detail { key: "visitors".into(), text: "nhiều".into(), ..Detail::default() };
        let asked = Details(vec![count("visitors", None), count("new", Some(3))]);
        let merged = asked.with_answers_of(&known);
        assert_eq!(merged.0.iter().map(|detail| detail.number).collect::<Vec<_>>(), [Some(200), Some(3)]);
        // Another kind under the same name is another question.
        assert_eq!(Details(vec![words.clone()]).with_answers_of(&known), Details(vec![words]));
    }
}
