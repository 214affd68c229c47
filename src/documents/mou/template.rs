//! The wording of a MoU: templates, clause trees, the marks inside their texts, and their checks.
//!
//! A template is a TOML file a lawyer can read (`assets/templates`); its head explains the marks. A MoU
//! keeps its own copy of the clause tree, which officers edit. Nothing here knows the values of a MoU:
//! [`super::fill`] puts them in.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::data::Both;
use super::values;
use crate::i18n::{Language, Message, message};
use crate::problem::Problem;

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
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Key, such as `cooperative-supermarket`.
    pub id: String,
    /// Version of the text, counted from 1; a frozen MoU remembers it.
    pub version: u32,
    /// Name in lists.
    pub name: Both<String>,
    /// Title over the text, in capitals.
    pub title: Both<String>,
    /// The line below the title, around `{{subject}}`.
    pub subject: Both<String>,
    /// What `{{subject}}` says when the officer wrote nothing.
    pub default_subject: Both<String>,
    /// Legal bases.
    #[serde(rename = "basis")]
    pub bases: Vec<ClauseNode>,
    /// The sentence before the parties.
    pub opening: Both<String>,
    /// The sentence after the parties.
    pub agreement: Both<String>,
    /// Labelled lines of a party or witness; `{{own.…}}` is the party itself.
    #[serde(rename = "line")]
    pub lines: Vec<LineWording>,
    /// Articles.
    #[serde(rename = "article")]
    pub articles: Vec<ClauseNode>,
    /// Words of the signature blocks.
    pub signature: SignatureWording,
    /// Words of the annex.
    pub annex: AnnexWording,
}

/// A labelled line in the block of a party.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineWording {
    /// The label, such as "Địa chỉ".
    pub label: Both<String>,
    /// Condition for printing it; empty means always.
    #[serde(default)]
    pub when: String,
    /// Vietnamese value.
    pub vi: String,
    /// English value.
    pub en: String,
    /// A second label and value on the same line.
    pub second: Option<Box<LineWording>>,
}

/// The words of signature blocks; headings and positions are printed in capitals.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureWording {
    /// Heading of a party.
    pub party: Both<String>,
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
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
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

impl Template {
    /// Reads and checks a template; all that is wrong with it comes back at once.
    pub fn load(source: &str) -> Result<Self, Vec<Problem>> {
        let template: Self = toml::from_str(source).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let line = source.get(..start).unwrap_or_default().matches('\n').count() + 1;
            vec![Problem::error(
                "template",
                message("mou-template-unreadable").with("line", line).with("detail", error.message()),
            )]
        })?;
        let problems = template.check();
        if problems.is_empty() { Ok(template) } else { Err(problems) }
    }

    /// The templates that come with the program.
    pub fn built_in() -> &'static [Self] {
        static TEMPLATES: OnceLock<Vec<Template>> = OnceLock::new();
        const SOURCES: [&str; 1] = [include_str!("../../../assets/templates/cooperative-supermarket.toml")];
        // A built-in template always loads: a test of this file says so.
        TEMPLATES.get_or_init(|| SOURCES.into_iter().filter_map(|source| Self::load(source).ok()).collect())
    }

    /// A copy of its legal bases and articles, for a new MoU; line breaks of the file are spaces in it.
    pub fn clauses(&self) -> Clauses {
        Clauses { bases: one_line(&self.bases), articles: one_line(&self.articles) }
    }

    fn check(&self) -> Vec<Problem> {
        let mut checker = Checker { keys: article_keys(&self.articles), own: false, problems: Vec::new() };
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
        for text in [&self.signature.party, &self.signature.witness, &self.signature.on_behalf] {
            checker.text("signature", &signature, &text.vi, &text.en);
        }
        for (index, line) in self.lines.iter().enumerate() {
            let place = message("mou-place-line").with("line", index + 1);
            for line in std::iter::once(line).chain(line.second.as_deref()) {
                checker.condition("line", &place, &line.when);
                checker.text("line", &place, &line.vi, &line.en);
            }
        }
        checker.problems
    }
}

/// Everything that is wrong with the texts of a clause tree, each with its article and clause.
///
/// Placeholders, conditions and cross references must be known, marks closed, and both languages must
/// use the same placeholders; words that only serve the grammar of one language are free.
pub fn check(clauses: &Clauses) -> Vec<Problem> {
    check_part(clauses, &article_keys(&clauses.articles))
}

/// Checks a part of a clause tree whose whole has these article keys.
pub(super) fn check_part(part: &Clauses, keys: &[String]) -> Vec<Problem> {
    let mut checker = Checker { keys: keys.to_vec(), own: false, problems: Vec::new() };
    checker.clauses(&part.bases, &part.articles);
    checker.problems
}

/// The keys of articles, without the empty ones.
pub(super) fn article_keys(articles: &[ClauseNode]) -> Vec<String> {
    articles.iter().map(|article| article.key.clone()).filter(|key| !key.is_empty()).collect()
}

/// A piece of a text with marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words that are printed as they are.
    Words(String),
    /// `{{name}}`: a value.
    Field(String),
    /// `{{article:key}}`: the number of an article.
    Article(String),
    /// `[[ … ]]`: falls away when a value inside is not there.
    Optional(Vec<Piece>),
    /// `**`: bold begins or ends.
    Strong,
}

/// A text taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parsed {
    /// The pieces in order; a mark that is not closed stays as words.
    pub pieces: Vec<Piece>,
    /// All marks are closed and no single brace is left over, save `{pages}`.
    pub well_formed: bool,
}

/// Takes a text with marks apart; runs of white space count as one space.
pub(super) fn parse(text: &str) -> Parsed {
    let text = squeeze(text);
    let mut rest = text.as_str();
    let mut well_formed = true;
    let pieces = parse_level(&mut rest, 0, &mut well_formed);
    Parsed { pieces, well_formed }
}

/// How deep `[[ … ]]` may stand inside each other: more is a slip, and bounds the recursion.
const DEEPEST: u8 = 4;

fn parse_level(rest: &mut &str, depth: u8, well_formed: &mut bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut strong = false;
    let mut closed = depth == 0;
    while let Some((start, mark)) = next_mark(rest) {
        let (words, tail) = rest.split_at(start);
        push_words(&mut pieces, words, well_formed);
        *rest = tail.strip_prefix(mark).unwrap_or(tail);
        match mark {
            "**" => {
                strong = !strong;
                pieces.push(Piece::Strong);
            }
            "[[" if depth < DEEPEST => {
                pieces.push(Piece::Optional(parse_level(rest, depth + 1, well_formed)));
            }
            "]]" if depth > 0 => {
                closed = true;
                break;
            }
            "{{" if let Some((name, tail)) = rest.split_once("}}")
                && !name.contains(['{', '[']) =>
            {
                *rest = tail;
                let name = name.trim();
                pieces.push(match name.strip_prefix("article:") {
                    Some(key) => Piece::Article(key.trim().to_owned()),
                    None => Piece::Field(name.to_owned()),
                });
            }
            _ => {
                *well_formed = false;
                pieces.push(Piece::Words(mark.to_owned()));
            }
        }
    }
    if !closed || depth == 0 {
        push_words(&mut pieces, rest, well_formed);
        *rest = "";
    }
    *well_formed &= closed && !strong;
    pieces
}

fn next_mark(text: &str) -> Option<(usize, &'static str)> {
    ["{{", "[[", "]]", "**"].into_iter().filter_map(|mark| Some((text.find(mark)?, mark))).min()
}

fn push_words(pieces: &mut Vec<Piece>, words: &str, well_formed: &mut bool) {
    *well_formed &= !words.replace("{pages}", "").contains(['{', '}']);
    if !words.is_empty() {
        pieces.push(Piece::Words(words.to_owned()));
    }
}

/// Whether a condition holds, given which names have a value; terms with unknown names (`None`) are ignored,
/// so that a slip does not make a clause disappear.
pub(super) fn holds(condition: &str, has: impl Fn(&str) -> Option<bool>) -> bool {
    terms(condition).all(|(wanted, name)| has(name).is_none_or(|has| has == wanted))
}

/// The terms of a condition: whether the name must have a value, and the name.
fn terms(condition: &str) -> impl Iterator<Item = (bool, &str)> {
    condition
        .split('+')
        .map(str::trim)
        .filter(|term| !term.is_empty())
        .map(|term| term.strip_prefix("not ").map_or((true, term), |name| (false, name.trim())))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn one_line(nodes: &[ClauseNode]) -> Vec<ClauseNode> {
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
    /// `own.…` may be used: the text stands in the block of a party.
    own: bool,
    problems: Vec<Problem>,
}

impl Checker {
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
        match name.strip_prefix("own.") {
            Some(name) => self.own && values::is_field(&format!("a.{name}")),
            None => values::is_field(name),
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

fn collect_names(pieces: &[Piece], names: &mut BTreeSet<String>) {
    for piece in pieces {
        match piece {
            Piece::Field(name) => {
                names.insert(values::uncapitalised(name));
            }
            Piece::Article(key) => {
                names.insert(format!("article:{key}"));
            }
            Piece::Optional(pieces) => collect_names(pieces, names),
            Piece::Words(_) | Piece::Strong => {}
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
        check(&Clauses { bases: Vec::new(), articles })
            .iter()
            .map(|problem| problem.text(Language::Vi))
            .collect()
    }

    #[test]
    fn the_built_in_templates_load_and_have_no_problems() {
        assert_eq!(Template::load(FILE).map(|template| template.version), Ok(1));
        let template = &Template::built_in()[0];
        assert_eq!(template.id, "cooperative-supermarket");
        assert_eq!(check(&template.clauses()), Vec::new());
        // Fourteen of them are printed for two parties and a witness.
        assert_eq!(template.articles.len(), 16);
    }

    #[test]
    fn the_template_is_written_in_nfc_with_typographic_marks() {
        use unicode_normalization::UnicodeNormalization as _;
        assert!(FILE.nfc().eq(FILE.chars()));
        for clause in Template::built_in()[0].articles.iter().flat_map(|article| &article.children) {
            assert!(!clause.vi.contains(['"', '\'']) && !clause.en.contains(['"', '\'']), "{}", clause.en);
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
    fn a_broken_file_is_refused_with_its_line() {
        let line = FILE.lines().position(|line| line == "version = 1").unwrap() + 1;
        for (broken, told) in [
            (FILE.replacen("version = 1", "version = one", 1), format!("dòng {line}:")),
            (FILE.replacen("[signature]", "[signatur]", 1), "signatur".to_owned()),
            (FILE.replacen("hạn {{term}}", "hạn {{term}", 1), "dấu ngoặc".to_owned()),
        ] {
            let problems = Template::load(&broken).unwrap_err();
            let told = |problem: &Problem| problem.text(Language::Vi).contains(&told);
            assert!(problems.iter().any(told), "{problems:?}");
        }
    }

    #[test]
    fn a_text_is_taken_apart_at_its_marks() {
        let parsed = parse("Tại {{ place }}[[,\n do {{a.name}}[[ x]]]] **đậm** {{article:term}} {pages}");
        assert!(parsed.well_formed);
        let words = |text: &str| Piece::Words(text.to_owned());
        assert_eq!(
            parsed.pieces,
            [
                words("Tại "),
                Piece::Field("place".to_owned()),
                Piece::Optional(vec![
                    words(", do "),
                    Piece::Field("a.name".to_owned()),
                    Piece::Optional(vec![words(" x")])
                ]),
                words(" "),
                Piece::Strong,
                words("đậm"),
                Piece::Strong,
                words(" "),
                Piece::Article("term".to_owned()),
                words(" {pages}"),
            ]
        );
    }

    #[test]
    fn marks_that_are_not_closed_are_found_and_lose_no_words() {
        for text in [
            "a {{b",
            "a {{b {{c}}",
            "a [[b",
            "a ]] b",
            "a **b",
            "a {b} c",
            "a }} b",
            "[[**a]] b**",
            "a {pagse}",
            "[[a [[b [[c [[d [[e]]]]]]]]]]",
        ] {
            assert!(!parse(text).well_formed, "{text}");
        }
        assert_eq!(
            parse("a [[b").pieces,
            [Piece::Words("a ".to_owned()), Piece::Optional(vec![Piece::Words("b".to_owned())])]
        );
    }

    #[test]
    fn conditions_join_terms_and_ignore_unknown_ones() {
        let has = |name: &str| match name {
            "annex" => Some(true),
            "witness" => Some(false),
            _ => None,
        };
        for (condition, expected) in [
            ("", true),
            ("annex", true),
            ("not annex", false),
            ("witness", false),
            ("annex+not witness", true),
            (" annex + witness ", false),
            ("anex", true),
            ("not anex", true),
        ] {
            assert_eq!(holds(condition, has), expected, "{condition}");
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
                "Khoản 2 Điều 1 có dấu ngoặc hoặc dấu ** chưa đóng đúng ở bản tiếng Việt",
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
        let problems = check(&Clauses { bases: Vec::new(), articles });
        assert_eq!(problems.iter().map(|problem| problem.severity).collect::<Vec<_>>(), [Severity::Warning]);
        assert_eq!(problems[0].field, "article.1.clause.1");
    }

    #[test]
    fn two_articles_with_one_key_are_told() {
        let articles =
            vec![article("x", vec![node("Một.", "One.")]), article("x", vec![node("Hai.", "Two.")])];
        assert_eq!(check(&Clauses { bases: Vec::new(), articles }).len(), 2);
    }
}
