//! The wording of a MoU: templates, clause trees, the marks inside their texts, and their checks.
//!
//! A template is a TOML file a lawyer can read (`assets/templates`); its head explains the marks. A MoU
//! keeps its own copy of the clause tree, which officers edit. Nothing here knows the values of a MoU:
//! [`super::fill`] puts them in.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::data::{Both, PrintLanguage};
use super::marks::{Parsed, Piece, parse, squeeze, terms};
use super::values;
use crate::domain::{Detail, DetailKind, Details};
use crate::i18n::{Language, Message, message};
use crate::problem::{Problem, blocks};

/// A node of a clause tree: a legal basis, an article, a clause or a point, told apart by where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseNode {
    /// Name of an article for cross references, such as `confidentiality`; empty elsewhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// Condition for printing it, such as `witness` or `annex + not target`; empty means always.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// Vietnamese title of an article, or Vietnamese text of anything else.
    #[serde(default)]
    pub vi: String,
    /// The same in English; when empty, the Vietnamese text is printed in its place.
    #[serde(default)]
    pub en: String,
    /// The clauses of an article or the points of a clause.
    #[serde(default, alias = "clause", alias = "point", skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<ClauseNode>,
}

/// The part of a template that a MoU copies and its officer may edit.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Clauses {
    /// Legal bases in order.
    pub bases: Vec<ClauseNode>,
    /// Articles in order, with clauses and points below them.
    pub articles: Vec<ClauseNode>,
}

/// The wording of one kind of MoU.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// Key, such as `cooperative-supermarket`.
    pub id: String,
    /// Version of the text, counted from 1; a frozen MoU remembers it.
    pub version: u32,
    /// Name in lists.
    pub name: Both<String>,
    /// The language a new MoU starts with.
    pub language: PrintLanguage,
    /// Printed close together, to stand on one page.
    pub compact: bool,
    /// Title over the text, in capitals.
    pub title: Both<String>,
    /// The line below the title, around `{{subject}}`.
    pub subject: Both<String>,
    /// What `{{subject}}` says when the officer wrote nothing.
    pub default_subject: Both<String>,
    /// Values it asks for beyond those every MoU has, with what they are at the beginning.
    pub details: Details,
    /// Legal bases.
    pub bases: Vec<ClauseNode>,
    /// The sentence before the parties.
    pub opening: Both<String>,
    /// The sentence after the parties.
    pub agreement: Both<String>,
    /// Labelled lines of a party or witness; `{{own.…}}` is the party itself.
    pub lines: Vec<LineWording>,
    /// Articles.
    pub articles: Vec<ClauseNode>,
    /// Words of the signature blocks.
    pub signature: SignatureWording,
    /// Words of the annex.
    pub annex: AnnexWording,
}

/// A template as its file says it: what it leaves out is taken from the frame all templates share.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct TemplateFile {
    id: String,
    version: u32,
    #[serde(default)]
    language: PrintLanguage,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    compact: bool,
    name: Both<String>,
    subject: Both<String>,
    default_subject: Both<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Both<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opening: Option<Both<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<Both<String>>,
    #[serde(rename = "field", default, skip_serializing_if = "Vec::is_empty")]
    fields: Vec<FieldWording>,
    #[serde(rename = "line", default, skip_serializing_if = "Vec::is_empty")]
    lines: Vec<LineWording>,
    #[serde(rename = "basis", default, skip_serializing_if = "Vec::is_empty")]
    bases: Vec<ClauseNode>,
    #[serde(rename = "article", default, skip_serializing_if = "Vec::is_empty")]
    articles: Vec<ClauseNode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signature: Option<SignatureWording>,
    #[serde(skip_serializing_if = "Option::is_none")]
    annex: Option<AnnexWording>,
}

/// What all templates share unless they say it themselves.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Frame {
    title: Both<String>,
    opening: Both<String>,
    agreement: Both<String>,
    #[serde(rename = "line")]
    lines: Vec<LineWording>,
    signature: SignatureWording,
    annex: AnnexWording,
}

impl Frame {
    fn built_in() -> &'static Self {
        static FRAME: OnceLock<Frame> = OnceLock::new();
        FRAME.get_or_init(|| {
            let source = include_str!("../../../assets/templates/frame.toml");
            // A test of this file says that it can be read.
            toml::from_str(source).unwrap_or_default()
        })
    }
}

/// A value that a template asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldWording {
    key: String,
    #[serde(default)]
    kind: DetailKind,
    label: Both<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<Both<String>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    vi: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    en: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<i64>,
}

impl From<FieldWording> for Detail {
    fn from(field: FieldWording) -> Self {
        let unit = field.unit.unwrap_or_default();
        Self {
            key: field.key,
            kind: field.kind,
            label: field.label.vi,
            label_en: field.label.en,
            unit: unit.vi,
            unit_en: unit.en,
            text: field.vi,
            text_en: field.en,
            number: field.number,
            date: None,
        }
    }
}

impl From<Detail> for FieldWording {
    fn from(detail: Detail) -> Self {
        let unit = Both { vi: detail.unit, en: detail.unit_en };
        Self {
            key: detail.key,
            kind: detail.kind,
            label: Both { vi: detail.label, en: detail.label_en },
            unit: (!unit.vi.is_empty() || !unit.en.is_empty()).then_some(unit),
            vi: detail.text,
            en: detail.text_en,
            number: detail.number,
        }
    }
}

/// A labelled line in the block of a party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineWording {
    /// The label, such as "Địa chỉ".
    pub label: Both<String>,
    /// Condition for printing it; empty means always.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// Vietnamese value.
    pub vi: String,
    /// English value.
    pub en: String,
    /// A second label and value on the same line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Box<LineWording>>,
}

/// The words of signature blocks; headings and positions are printed in capitals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureWording {
    /// Heading of a party.
    pub party: Both<String>,
    /// Heading of somebody who signs for themselves.
    pub person: Both<String>,
    /// Heading of a witness.
    pub witness: Both<String>,
    /// Line of the principal above the position of an authorised signer ("TUQ. …").
    pub on_behalf: Both<String>,
    /// Note below the positions of those who have a seal.
    pub with_seal: Both<String>,
    /// The same without a seal (households, groups).
    pub without_seal: Both<String>,
}

/// The words of the annex.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexWording {
    /// "PHỤ LỤC".
    pub heading: Both<String>,
    /// Title of the list.
    pub title: Both<String>,
    /// The line that ties the annex to its MoU.
    pub reference: Both<String>,
    /// Headings of the seven columns.
    pub columns: [Both<String>; 7],
    /// Label of the sum of the quantities.
    pub total: Both<String>,
    /// Remark below the table.
    pub note: Both<String>,
}

/// The files of the templates that come with the program, in the order they are offered.
const SOURCES: [&str; 6] = [
    include_str!("../../../assets/templates/cooperative-supermarket.toml"),
    include_str!("../../../assets/templates/village-tour-operator.toml"),
    include_str!("../../../assets/templates/cooperative-exporter.toml"),
    include_str!("../../../assets/templates/association-authority.toml"),
    include_str!("../../../assets/templates/three-party-design.toml"),
    include_str!("../../../assets/templates/artisan-shop.toml"),
];

impl Template {
    /// Reads and checks a template; all that is wrong with it comes back at once.
    pub fn load(source: &str) -> Result<Self, Vec<Problem>> {
        let file: TemplateFile = read_toml(source)?;
        let template = Self::of_file(file);
        let problems = template.check();
        if blocks(&problems) { Err(problems) } else { Ok(template) }
    }

    /// Reads a template whose text is not finished: only what is no template at all is refused.
    pub fn unfinished(source: &str) -> Result<Self, Vec<Problem>> {
        read_toml(source).map(Self::of_file)
    }

    fn of_file(file: TemplateFile) -> Self {
        let frame = Frame::built_in();
        let lines = if file.lines.is_empty() { frame.lines.clone() } else { file.lines };
        Self {
            id: file.id,
            version: file.version,
            name: file.name,
            language: file.language,
            compact: file.compact,
            title: file.title.unwrap_or_else(|| frame.title.clone()),
            subject: file.subject,
            default_subject: file.default_subject,
            details: Details(file.fields.into_iter().map(Detail::from).collect()),
            bases: file.bases,
            opening: file.opening.unwrap_or_else(|| frame.opening.clone()),
            agreement: file.agreement.unwrap_or_else(|| frame.agreement.clone()),
            lines,
            articles: file.articles,
            signature: file.signature.unwrap_or_else(|| frame.signature.clone()),
            annex: file.annex.unwrap_or_else(|| frame.annex.clone()),
        }
    }

    /// The file of this template, which [`Template::load`] reads again; what is as in the frame is left out.
    pub fn source(&self) -> String {
        let frame = Frame::built_in();
        let flat = |text: &Both<String>| (squeeze(&text.vi), squeeze(&text.en));
        let own =
            |text: &Both<String>, shared: &Both<String>| (flat(text) != flat(shared)).then(|| text.clone());
        let file = TemplateFile {
            id: self.id.clone(),
            version: self.version,
            language: self.language,
            compact: self.compact,
            name: self.name.clone(),
            subject: self.subject.clone(),
            default_subject: self.default_subject.clone(),
            title: own(&self.title, &frame.title),
            opening: own(&self.opening, &frame.opening),
            agreement: own(&self.agreement, &frame.agreement),
            fields: self.details.0.iter().cloned().map(FieldWording::from).collect(),
            lines: if self.lines == frame.lines { Vec::new() } else { self.lines.clone() },
            bases: one_line(&self.bases),
            articles: one_line(&self.articles),
            signature: (self.signature != frame.signature).then(|| self.signature.clone()),
            annex: (self.annex != frame.annex).then(|| self.annex.clone()),
        };
        // Texts, numbers and lists always become TOML.
        toml::to_string_pretty(&file).unwrap_or_default()
    }

    /// The templates that come with the program.
    pub fn built_in() -> &'static [Self] {
        static TEMPLATES: OnceLock<Vec<Template>> = OnceLock::new();
        // A built-in template always loads: a test of this file says so.
        TEMPLATES.get_or_init(|| SOURCES.iter().filter_map(|source| Self::load(source).ok()).collect())
    }

    /// A copy of its legal bases and articles, for a new MoU; line breaks of the file are spaces in it.
    pub fn clauses(&self) -> Clauses {
        Clauses { bases: one_line(&self.bases), articles: one_line(&self.articles) }
    }

    /// Everything that is wrong with its texts, and what no text of it says though every MoU has to.
    pub fn check(&self) -> Vec<Problem> {
        let mut checker = Checker {
            keys: article_keys(&self.articles),
            details: self.details.0.iter().map(|detail| detail.key.clone()).collect(),
            own: false,
            problems: Vec::new(),
        };
        checker.fields(&self.details);
        let opening = message("mou-place-opening");
        let annex = message("mou-place-annex");
        for (field, place, text) in [
            ("subject", message("mou-place-subject"), &self.subject),
            ("subject", message("mou-place-subject"), &self.default_subject),
            ("opening", opening, &self.opening),
            ("agreement", message("mou-place-agreement"), &self.agreement),
            ("annex", annex.clone(), &self.annex.reference),
            ("annex", annex, &self.annex.note),
        ] {
            checker.text(field, &place, &text.vi, &text.en);
        }
        checker.clauses(&self.bases, &self.articles);
        checker.own = true;
        let signature = message("mou-place-signature");
        let SignatureWording { party, person, witness, on_behalf, .. } = &self.signature;
        for text in [party, person, witness, on_behalf] {
            checker.text("signature", &signature, &text.vi, &text.en);
        }
        for (index, line) in self.lines.iter().enumerate() {
            let place = message("mou-place-line").with("line", index + 1);
            for line in std::iter::once(line).chain(line.second.as_deref()) {
                checker.condition("line", &place, &line.when);
                checker.text("line", &place, &line.vi, &line.en);
            }
        }
        checker.problems.extend(self.needed());
        checker.problems
    }
}

/// Reads a text that people write; what cannot be read is told with its line.
pub(super) fn read_toml<T: serde::de::DeserializeOwned>(source: &str) -> Result<T, Vec<Problem>> {
    toml::from_str(source).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = source.get(..start).unwrap_or_default().matches('\n').count() + 1;
        vec![Problem::error(
            "template",
            message("mou-template-unreadable").with("line", line).with("detail", error.message()),
        )]
    })
}

/// Everything that is wrong with the texts of a clause tree, each with its article and clause.
///
/// Placeholders, conditions and cross references must be known, marks closed, and both languages must
/// use the same placeholders; words that only serve the grammar of one language are free.
pub fn check(clauses: &Clauses, details: &Details) -> Vec<Problem> {
    check_part(clauses, &article_keys(&clauses.articles), details)
}

/// Checks a part of a clause tree whose whole has these article keys, in a MoU with these own values.
pub(super) fn check_part(part: &Clauses, keys: &[String], details: &Details) -> Vec<Problem> {
    let details = details.0.iter().map(|detail| detail.key.clone()).collect();
    let mut checker = Checker { keys: keys.to_vec(), details, own: false, problems: Vec::new() };
    checker.clauses(&part.bases, &part.articles);
    checker.problems
}

/// The values a text speaks of, also in conditions and in parts that may fall away.
pub fn used_values(clauses: &Clauses) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut waiting: Vec<&ClauseNode> = clauses.bases.iter().chain(&clauses.articles).collect();
    while let Some(node) = waiting.pop() {
        names.extend(terms(&node.when).map(|(_, name)| values::uncapitalised(name)));
        for text in [&node.vi, &node.en] {
            collect_names(&parse(text).pieces, &mut names);
        }
        waiting.extend(&node.children);
    }
    names
}

/// The keys of articles, without the empty ones.
pub(super) fn article_keys(articles: &[ClauseNode]) -> Vec<String> {
    articles.iter().map(|article| article.key.clone()).filter(|key| !key.is_empty()).collect()
}

pub(super) fn one_line(nodes: &[ClauseNode]) -> Vec<ClauseNode> {
    nodes
        .iter()
        .map(|node| ClauseNode {
            vi: squeeze(&node.vi),
            en: squeeze(&node.en),
            children: one_line(&node.children),
            ..node.clone()
        })
        .collect()
}

struct Checker {
    /// Keys that cross references may name.
    keys: Vec<String>,
    /// Names of the values the template asks for itself.
    details: Vec<String>,
    /// `own.…` may be used: the text stands in the block of a party.
    own: bool,
    problems: Vec<Problem>,
}

impl Checker {
    /// The values a template asks for: names that can stand in a text, each once.
    fn fields(&mut self, details: &Details) {
        for (detail, number) in details.0.iter().zip(1_usize..) {
            let place = message("mou-place-field").with("number", number);
            let plain = |key: &str| {
                !key.is_empty() && key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
            };
            let twice = self.details.iter().filter(|key| **key == detail.key).count() > 1;
            if twice || !plain(&detail.key) {
                let what = message("mou-check-field-key").with("place", place).with("name", &*detail.key);
                self.error(&format!("field.{number}"), what);
            }
        }
    }

    fn clauses(&mut self, bases: &[ClauseNode], articles: &[ClauseNode]) {
        for (basis, number) in bases.iter().zip(1_usize..) {
            let place = message("mou-place-basis").with("basis", number);
            self.node(&format!("basis.{number}"), &place, basis);
        }
        for (article, number) in articles.iter().zip(1_usize..) {
            let place = message("mou-place-article").with("article", number);
            let field = format!("article.{number}");
            self.node(&field, &place, article);
            let same = |other: &&String| !other.is_empty() && **other == article.key;
            if self.keys.iter().filter(same).count() > 1 {
                self.error(&field, message("mou-check-key").with("place", place).with("name", &*article.key));
            }
            for (clause, clause_number) in article.children.iter().zip(1_usize..) {
                let place = message("mou-place-clause").with("clause", clause_number).with("article", number);
                let field = format!("{field}.clause.{clause_number}");
                self.node(&field, &place, clause);
                for (point, point_number) in clause.children.iter().zip(1_usize..) {
                    let place = message("mou-place-point")
                        .with("point", point_number)
                        .with("clause", clause_number)
                        .with("article", number);
                    self.node(&format!("{field}.point.{point_number}"), &place, point);
                }
            }
        }
    }

    fn node(&mut self, field: &str, place: &Message, node: &ClauseNode) {
        self.condition(field, place, &node.when);
        self.text(field, place, &node.vi, &node.en);
    }

    fn condition(&mut self, field: &str, place: &Message, condition: &str) {
        for (_, name) in terms(condition) {
            if !self.knows(name) && !["bilingual", "never"].contains(&name) {
                let message = message("mou-check-condition").with("place", place.clone()).with("name", name);
                self.error(field, message);
            }
        }
    }

    fn text(&mut self, field: &str, place: &Message, vi: &str, en: &str) {
        let vi = self.one_language(field, place, vi, Language::Vi);
        let en = self.one_language(field, place, en, Language::En);
        let (Some(vi), Some(en)) = (vi, en) else { return };
        for (only, language) in [(vi.difference(&en), Language::Vi), (en.difference(&vi), Language::En)] {
            for name in only {
                let message = message("mou-check-languages")
                    .with("place", place.clone())
                    .with("name", name.as_str())
                    .with("language", language_name(language));
                self.error(field, message);
            }
        }
    }

    /// Checks the text of one language; its placeholders without those of grammar, if there is a text.
    fn one_language(
        &mut self,
        field: &str,
        place: &Message,
        text: &str,
        language: Language,
    ) -> Option<BTreeSet<String>> {
        let about = |key: Message| key.with("place", place.clone());
        if text.trim().is_empty() {
            let message = about(message("mou-check-no-text")).with("language", language_name(language));
            match language {
                Language::Vi => self.error(field, message),
                Language::En => self.problems.push(Problem::warning(field, message)),
            }
            return None;
        }
        let Parsed { pieces, well_formed } = parse(text);
        if !well_formed {
            self.error(field, about(message("mou-check-brackets")).with("language", language_name(language)));
        }
        let mut names = BTreeSet::new();
        collect_names(&pieces, &mut names);
        for name in &names {
            if let Some(key) = name.strip_prefix("article:") {
                if !self.keys.iter().any(|known| known == key) {
                    self.error(field, about(message("mou-check-reference")).with("name", key));
                }
            } else if !self.knows(name) {
                self.error(field, about(message("mou-check-field")).with("name", name.as_str()));
            }
        }
        names.retain(|name| !values::is_grammar(name));
        Some(names)
    }

    /// Whether a placeholder is known here; `own.…` has what any party has.
    fn knows(&self, name: &str) -> bool {
        let plain = values::uncapitalised(name);
        match (plain.strip_prefix("own."), plain.strip_prefix("detail.")) {
            (Some(name), _) => self.own && values::is_field(&format!("a.{name}")),
            (_, Some(name)) => self.details.iter().any(|key| key == name),
            _ => values::is_field(name),
        }
    }

    /// Notes an error once: both languages often have the same one.
    fn error(&mut self, field: &str, message: Message) {
        let problem = Problem::error(field, message);
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

pub(super) fn collect_names(pieces: &[Piece], names: &mut BTreeSet<String>) {
    for piece in pieces {
        match piece {
            Piece::Field(name) => {
                names.insert(values::uncapitalised(name));
            }
            Piece::Article(key) => {
                names.insert(format!("article:{key}"));
            }
            Piece::Optional(pieces) => collect_names(pieces, names),
            Piece::Words(_) | Piece::Strong | Piece::Slanted => {}
        }
    }
}

fn language_name(language: Language) -> Message {
    match language {
        Language::Vi => message("mou-language-vi"),
        Language::En => message("mou-language-en"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Severity;

    const FILE: &str = include_str!("../../../assets/templates/cooperative-supermarket.toml");

    fn node(vi: &str, en: &str) -> ClauseNode {
        ClauseNode { vi: vi.to_owned(), en: en.to_owned(), ..ClauseNode::default() }
    }

    fn article(key: &str, clauses: Vec<ClauseNode>) -> ClauseNode {
        ClauseNode { key: key.to_owned(), children: clauses, ..node("Mục đích", "Purpose") }
    }

    fn problems_of(clause: ClauseNode) -> Vec<String> {
        let articles = vec![article("purpose", vec![node("Một.", "One."), clause])];
        check(&Clauses { bases: Vec::new(), articles }, &Details::default())
            .iter()
            .map(|problem| problem.text(Language::Vi))
            .collect()
    }

    #[test]
    fn the_built_in_templates_load_and_have_no_problems() {
        for source in SOURCES {
            let template = Template::load(source).unwrap_or_else(|problems| {
                let told: Vec<_> = problems.iter().map(|problem| problem.text(Language::Vi)).collect();
                panic!("{told:#?}")
            });
            assert_eq!(template.check(), Vec::new(), "{}", template.id);
            assert!(!template.articles.is_empty() && !template.bases.is_empty(), "{}", template.id);
            // What a template asks for stands in its text.
            let used = used_values(&template.clauses());
            for detail in &template.details.0 {
                assert!(used.contains(&format!("detail.{}", detail.key)), "{} {}", template.id, detail.key);
                assert!(!detail.label.is_empty() && !detail.label_en.is_empty(), "{}", detail.key);
            }
        }
        assert_eq!(Template::built_in().len(), SOURCES.len());
        // Fourteen of them are printed for two parties and a witness.
        assert_eq!(Template::built_in()[0].articles.len(), 16);
        assert!(!Frame::built_in().lines.is_empty());
    }

    #[test]
    fn a_template_comes_back_from_its_own_file() {
        for template in Template::built_in() {
            let again = Template::load(&template.source()).unwrap();
            let flat = Template {
                bases: one_line(&template.bases),
                articles: one_line(&template.articles),
                ..template.clone()
            };
            assert_eq!(again, flat, "{}", template.id);
        }
    }

    #[test]
    fn the_templates_are_written_in_nfc_with_typographic_marks() {
        use unicode_normalization::UnicodeNormalization as _;
        for source in SOURCES {
            assert!(source.nfc().eq(source.chars()));
        }
        for template in Template::built_in() {
            for clause in template.articles.iter().flat_map(|article| &article.children) {
                let straight = ['"', '\''];
                assert!(!clause.vi.contains(straight) && !clause.en.contains(straight), "{}", clause.en);
            }
        }
    }

    #[test]
    fn values_a_template_asks_for_have_names_of_their_own() {
        let field =
            |key: &str| format!("[[field]]\nkey = \"{key}\"\nlabel = {{ vi = \"A\", en = \"A\" }}\n\n");
        let with = |fields: String| FILE.replacen("[[basis]]", &format!("{fields}[[basis]]"), 1);
        assert!(Template::load(&with(field("visitors"))).is_ok());
        for wrong in [field("Khách"), field("a") + &field("a")] {
            let told = Template::load(&with(wrong)).unwrap_err()[0].text(Language::Vi);
            assert!(told.contains("Giá trị riêng thứ"), "{told}");
        }
    }

    #[test]
    fn a_clause_tree_survives_json_and_has_no_line_breaks() {
        let clauses = Template::built_in()[0].clauses();
        let json = serde_json::to_string(&clauses).unwrap();
        assert!(!json.contains("\\n"));
        assert_eq!(serde_json::from_str::<Clauses>(&json).unwrap(), clauses);
    }

    #[test]
    fn what_every_memorandum_needs_and_no_text_says_is_told() {
        let mut template = Template::built_in()[0].clone();
        template.opening = Both { vi: "Chúng tôi gồm:".to_owned(), en: "We are:".to_owned() };
        template.lines.retain(|line| !line.vi.contains("representative"));
        let source = template.source().replace("{{copies}}", "04").replace("{{copies_each}}", "02");
        let told: Vec<_> = Template::load(&source).unwrap().check();
        assert!(told.iter().all(|problem| problem.severity == Severity::Warning));
        let told: Vec<_> = told.iter().map(|problem| problem.text(Language::Vi)).collect();
        let expected =
            [("ngày ký", "date"), ("địa điểm ký", "place"), ("người đại diện", "own.representative")];
        for (what, name) in expected.into_iter().chain([("số bản của mỗi bên", "copies")]) {
            let words = format!("Không chỗ nào trong mẫu ghi {what} (ô điền “{name}”)");
            assert!(told.contains(&words), "{words} in {told:#?}");
        }
        assert_eq!(told.len(), 4);
    }

    #[test]
    fn a_broken_file_is_refused_with_its_line() {
        let line = FILE.lines().position(|line| line == "version = 1").unwrap() + 1;
        for (broken, told) in [
            (FILE.replacen("version = 1", "version = one", 1), format!("dòng {line}:")),
            (FILE.replacen("[subject]", "[subjct]", 1), "subjct".to_owned()),
            (FILE.replacen("hạn {{term}}", "hạn {{term}", 1), "dấu ngoặc".to_owned()),
        ] {
            let problems = Template::load(&broken).unwrap_err();
            let told = |problem: &Problem| problem.text(Language::Vi).contains(&told);
            assert!(problems.iter().any(told), "{problems:?}");
        }
    }

    #[test]
    fn each_slip_in_a_clause_is_named_with_its_clause() {
        for (clause, sentence) in [
            (
                node("Giá {{prize}}.", "Price {{prize}}."),
                "Khoản 2 Điều 1 có ô điền “prize” mà chương trình không biết",
            ),
            (
                node("Xem {{article:x}}.", "See {{article:x}}."),
                "Khoản 2 Điều 1 dẫn chiếu đến điều “x” không có trong văn bản",
            ),
            (
                node("Giá {{target}.", "Price."),
                "Khoản 2 Điều 1 có dấu ngoặc, dấu ** hoặc dấu __ chưa đóng đúng ở bản tiếng Việt",
            ),
            (node("Hạn.", "Term {{term}}."), "Khoản 2 Điều 1 chỉ có ô điền “term” ở bản tiếng Anh"),
            (
                node("{{own.name}}", "{{own.name}}"),
                "Khoản 2 Điều 1 có ô điền “own.name” mà chương trình không biết",
            ),
            (node("", "Term."), "Khoản 2 Điều 1 chưa có nội dung tiếng Việt"),
            (
                ClauseNode { when: "anex".to_owned(), ..node("Một.", "One.") },
                "Khoản 2 Điều 1 có điều kiện “anex” mà chương trình không biết",
            ),
            (
                ClauseNode { children: vec![node("{{x}}", "{{x}}")], ..node("Gồm:", "As follows:") },
                "Điểm thứ 1, khoản 2, Điều 1 có ô điền “x” mà chương trình không biết",
            ),
        ] {
            assert_eq!(problems_of(clause), [sentence]);
        }
    }

    #[test]
    fn words_of_grammar_may_differ_and_english_may_wait() {
        let grammar = node("{{Parties.all}} họp tại {{place}}.", "They meet at {{Place}}.");
        assert_eq!(problems_of(grammar), Vec::<String>::new());
        let articles = vec![article("purpose", vec![node("Một.", " ")])];
        let problems = check(&Clauses { bases: Vec::new(), articles }, &Details::default());
        assert_eq!(problems.iter().map(|problem| problem.severity).collect::<Vec<_>>(), [Severity::Warning]);
        assert_eq!(problems[0].field, "article.1.clause.1");
    }

    #[test]
    fn two_articles_with_one_key_are_told() {
        let articles =
            vec![article("x", vec![node("Một.", "One.")]), article("x", vec![node("Hai.", "Two.")])];
        assert_eq!(check(&Clauses { bases: Vec::new(), articles }, &Details::default()).len(), 2);
    }
}
