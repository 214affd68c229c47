//! What is wrong with a value that was typed, read or printed: data, not text.
//!
//! Checks return *all* problems at once, each with the field it belongs to, so that a form can show
//! them where they are and the command line can list them. A problem never stops an officer by itself:
//! only [`Severity::Error`] does.

use crate::i18n::{Language, Message};

/// How much a [`Problem`] weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing has to be done.
    Notice,
    /// Probably wrong, but the officer may keep it ("vẫn lưu"): lists are copied from stamps and old papers.
    Warning,
    /// Cannot be stored or printed like this.
    Error,
}

/// One thing that is wrong, with the place and the sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field in the words of the code, such as `tax_code` or `party.2.address`; its first part
    /// without numbers is the key of the label (`field-tax-code`).
    pub field: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong and what is needed.
    pub message: Message,
}

impl Problem {
    /// A problem that blocks.
    pub fn error(field: impl Into<String>, message: Message) -> Self {
        Self { field: field.into(), severity: Severity::Error, message }
    }

    /// A problem that lets pass.
    pub fn warning(field: impl Into<String>, message: Message) -> Self {
        Self { field: field.into(), severity: Severity::Warning, message }
    }

    /// A remark.
    pub fn notice(field: impl Into<String>, message: Message) -> Self {
        Self { field: field.into(), severity: Severity::Notice, message }
    }

    /// The sentence in the given language.
    pub fn text(&self, language: Language) -> String {
        self.message.text(language)
    }
}

/// Whether any of the problems blocks.
pub fn blocks(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}
