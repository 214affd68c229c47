//! Texts for people, in Vietnamese and English.
//!
//! Code never holds a sentence: it makes a [`Message`], a key with its values, and whoever shows it
//! chooses the language. The sentences stand in `assets/i18n/<language>/<area>.ftl` (Project Fluent).
//! `tests/core/i18n.rs` checks that both languages are complete and that every key in the code exists.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};

/// A language the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Language {
    /// Vietnamese, the language of the office.
    #[default]
    #[serde(rename = "vi")]
    Vi,
    /// English, for visitors and foreign partners.
    #[serde(rename = "en")]
    En,
}

impl Language {
    /// Both languages, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The two-letter code of ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Which of two texts is read in this language: the Vietnamese one where there is none in English.
    pub fn pick<'t>(self, vi: &'t str, en: &'t str) -> &'t str {
        if self == Self::En && !en.is_empty() { en } else { vi }
    }

    /// The language with this code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// A sentence or label as data: a key and the values that go into it.
///
/// Messages are stored in the change log (labels of operations), so that an old label
/// can still be read in either language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    key: Cow<'static, str>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    values: Vec<(Cow<'static, str>, Value)>,
}

/// A value inside a [`Message`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A whole number; grouped the way of the language, and open to plural forms.
    Number(i64),
    /// Text that is shown as it is.
    Text(String),
    /// Another message, such as the word for a kind of record.
    Message(Box<Message>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

macro_rules! number_value {
    ($($number:ty),*) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Self {
                i64::try_from(number).map_or_else(|_| Self::Text(number.to_string()), Self::Number)
            }
        }
    )*};
}
number_value!(u8, u16, u32, u64, usize, i32, i64);

/// Makes a message from the key of its sentence.
pub fn message(key: &'static str) -> Message {
    Message { key: Cow::Borrowed(key), values: Vec::new() }
}

/// The label of a column or of the field of a problem: `tax_code` and `party.2.tax_code` are both
/// `field-tax-code`.
pub fn field_label(field: &str) -> Message {
    let last = field.rsplit('.').find(|part| !part.bytes().all(|byte| byte.is_ascii_digit()));
    let key = format!("field-{}", last.unwrap_or(field).replace('_', "-"));
    Message { key: Cow::Owned(key), values: Vec::new() }
}

impl Message {
    /// The same message with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((Cow::Borrowed(name), value.into()));
        self
    }

    /// The key of the sentence.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The sentence in the given language.
    ///
    /// An unknown key (a label written by a newer program) shows the key itself.
    pub fn text(&self, language: Language) -> String {
        let bundle = bundle(language);
        let Some(pattern) = bundle.get_message(&self.key).and_then(|found| found.value()) else {
            return self.key.clone().into_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &self.values {
            let value = match value {
                Value::Number(number) => FluentValue::from(*number),
                Value::Text(text) => FluentValue::from(text.as_str()),
                Value::Message(inner) => FluentValue::from(inner.text(language)),
            };
            args.set(name.as_ref(), value);
        }
        let mut errors = Vec::new();
        let mut text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        // A value at its end may be empty: a memorandum that has no number yet.
        text.truncate(text.trim_end().len());
        text
    }
}

/// The texts of one language, `(area, content of the file)`.
///
/// Public for the test that compares the languages with each other and with the code.
pub fn sources(language: Language) -> &'static [(&'static str, &'static str)] {
    macro_rules! areas {
        ($code:literal: $($area:literal)*) => {
            &[$(($area, include_str!(concat!("../assets/i18n/", $code, "/", $area, ".ftl")))),*]
        };
        ($code:literal) => {
            areas!($code: "errors" "records" "language" "places" "documents" "operations" "cli" "conference" "ui")
        };
    }
    match language {
        Language::Vi => areas!("vi"),
        Language::En => areas!("en"),
    }
}

fn bundle(language: Language) -> &'static FluentBundle<FluentResource> {
    static VI: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    static EN: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    match language {
        Language::Vi => VI.get_or_init(|| load(Language::Vi)),
        Language::En => EN.get_or_init(|| load(Language::En)),
    }
}

fn load(language: Language) -> FluentBundle<FluentResource> {
    // The codes are constants, so the fallback (the root locale) is never reached.
    let locale = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Marks around inserted values are for mixed writing directions; in print and in tests they are noise.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Vi => |value, _| group_number(value, '.'),
        Language::En => |value, _| group_number(value, ','),
    }));
    for (_, source) in sources(language) {
        // A broken line loses that one message; the test over all files reports it.
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Formats a whole number with its thousands separated; other values are left to Fluent.
fn group_number(value: &FluentValue<'_>, separator: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = format!("{:.0}", number.value);
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let mut text = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    Some(text)
}
