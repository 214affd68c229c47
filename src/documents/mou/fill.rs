//! From a template, a clause tree and the facts of one MoU to the complete [`MouData`].
//!
//! A pure function: the same input gives the same output. What is missing comes back as problems, all at
//! once, and stands in the text as marked gaps, so that a draft can always be shown.

use super::data::{
    Annex, AnnexRow, Article, Both, Clause, Head, MouData, Party, PartyLine, PrintLanguage, Span, Standing,
    Text, plain_text,
};
use super::facts::{AnnexFacts, Facts, PartyFacts};
use super::marks::{Piece, holds, parse};
use super::template::{ClauseNode, Clauses, LineWording, Template, article_keys, check_part};
use super::values::{Values, clean, field_path, gap, pick};
use crate::i18n::{Language, Message, message};
use crate::problem::Problem;
use crate::vietnamese::{group, long_date};

/// A filled MoU.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// What is printed.
    pub data: MouData,
    /// All that is missing or wrong, in the order of the text; an error means that the text cannot be
    /// made final.
    pub problems: Vec<Problem>,
}

/// Puts the facts into a clause tree and the rest of its template.
///
/// Nodes whose condition does not hold vanish; so do clauses whose points all vanished and articles whose
/// clauses all vanished. Numbers and cross references follow from what is left.
pub fn fill(
    facts: &Facts,
    clauses: &Clauses,
    template: &Template,
    language: PrintLanguage,
    standing: Standing,
) -> Filled {
    let mut values = Values { facts, print: language, articles: 0, own: "" };
    let live = Clauses { bases: prune(&clauses.bases, &values), articles: prune(&clauses.articles, &values) };
    values.articles = live.articles.len();
    let mut filler = Filler { values, articles: &live.articles, template, problems: frame_problems(facts) };

    let subject = filler.subject(template);
    let bases = filler.bases(&live.bases);
    let opening = filler.both(&template.opening, &message("mou-place-opening"));
    let parties = filler.parties();
    let witnesses = filler.witnesses();
    let agreement = filler.both(&template.agreement, &message("mou-place-agreement"));
    let articles = filler.articles();
    let annex = filler.annex();
    let mut problems = filler.problems;
    problems.extend(check_part(&live, &article_keys(&clauses.articles), &facts.details));
    let data = MouData {
        template: template.id.clone(),
        template_version: template.version,
        language,
        head: head(facts),
        page_numbers: facts.page_numbers,
        compact: template.compact,
        standing,
        number: facts.number.as_deref().and_then(clean),
        title: template.title.clone(),
        subject,
        bases,
        opening,
        parties,
        witnesses,
        agreement,
        articles,
        annex,
        date: facts.date.map(|date| date.to_string()),
        author: facts.author.clone(),
        signed_pages: None,
        page_starts: Vec::new(),
    };
    Filled { data, problems }
}

/// The nodes that are printed: their condition holds, and there is something left in them.
fn prune(nodes: &[ClauseNode], values: &Values<'_>) -> Vec<ClauseNode> {
    let mut live = Vec::new();
    for node in nodes {
        let children = prune(&node.children, values);
        let emptied = children.is_empty() && !node.children.is_empty();
        let blank = node.vi.trim().is_empty() && node.en.trim().is_empty();
        if !emptied && !blank && holds(&node.when, |name| values.has(name)) {
            live.push(ClauseNode { children, ..node.clone() });
        }
    }
    live
}

fn frame_problems(facts: &Facts) -> Vec<Problem> {
    let mut problems = Vec::new();
    match facts.parties.len() {
        0 | 1 => problems.push(Problem::error("party", message("mou-too-few-parties"))),
        2..=4 => {}
        _ => problems.push(Problem::error("party", message("mou-too-many-parties"))),
    }
    if facts.witnesses.len() > 2 {
        problems.push(Problem::error("witness", message("mou-too-many-witnesses")));
    }
    if facts.organiser.as_ref().is_some_and(|organiser| pick(&organiser.name, Language::Vi).is_none()) {
        let place = message("mou-place-head");
        problems.push(missing_problem("organiser.name".to_owned(), &place, message("mou-field-organiser")));
    }
    problems
}

fn head(facts: &Facts) -> Head {
    let Some(organiser) = &facts.organiser else { return Head::Peers };
    let upper =
        |text: &Both<String>| in_both(|language| pick(text, language).unwrap_or_default().to_uppercase());
    Head::Organiser {
        superior: organiser.superior.as_ref().map(upper),
        name: upper(&organiser.name),
        place_and_date: in_both(|language| {
            let date = match facts.date {
                Some(date) => long_date(date, language),
                None => gap("date", language).text,
            };
            match pick(&organiser.town, language) {
                Some(town) => {
                    message("mou-place-and-date").with("place", town).with("date", date).text(language)
                }
                None => date,
            }
        }),
    }
}

struct Filler<'a> {
    values: Values<'a>,
    /// The articles that are printed.
    articles: &'a [ClauseNode],
    template: &'a Template,
    problems: Vec<Problem>,
}

impl Filler<'_> {
    fn subject(&mut self, template: &Template) -> Both<Text> {
        let place = message("mou-place-subject");
        let mut subject = template.subject.clone();
        if self.values.has("subject") == Some(false) {
            subject.vi = subject.vi.replace("{{subject}}", &template.default_subject.vi);
            subject.en = subject.en.replace("{{subject}}", &template.default_subject.en);
        }
        self.both(&subject, &place)
    }

    /// Legal bases end with ";", the last one with ".".
    fn bases(&mut self, bases: &[ClauseNode]) -> Vec<Both<Text>> {
        let last = bases.len();
        let mut texts = Vec::new();
        for (basis, number) in bases.iter().zip(1..) {
            let mut text = self.node(basis, &message("mou-place-basis").with("basis", number));
            close_both(&mut text, if number == last { "." } else { ";" });
            texts.push(text);
        }
        texts
    }

    fn parties(&mut self) -> Vec<Party> {
        let wording = &self.template.signature;
        let heading = |party: &PartyFacts| if party.person { &wording.person } else { &wording.party };
        self.values.parties().map(|(who, party)| self.party(who, party, heading(party))).collect()
    }

    fn witnesses(&mut self) -> Vec<Party> {
        // Two witnesses are told apart by their roles, as parties are.
        let wording = &self.template.signature;
        let several = self.values.facts.witnesses.len() > 1;
        let heading = if several { &wording.party } else { &wording.witness };
        self.values.witnesses().map(|(who, party)| self.party(who, party, heading)).collect()
    }

    fn party(&mut self, who: &'static str, party: &PartyFacts, heading: &Both<String>) -> Party {
        let role = self.values.role_of(who);
        let wording = &self.template.signature;
        self.values.own = who;
        let name = upper(self.both(&same("{{own.name}}"), &role));
        let lines = self.template.lines.iter().filter_map(|line| self.line(line, &role)).collect();

        let place = message("mou-place-signature-of").with("party", role.clone());
        let mut positions = Vec::new();
        if party.person {
            let own = self.values.has("own.position") == Some(true);
            positions.extend(own.then(|| upper(self.both(&same("{{own.position}}"), &place))));
        } else if let Some(authorisation) = &party.authorisation {
            let line = match authorisation.form.line("{{own.principal}}") {
                Some(line) if !authorisation.is_by_power_of_attorney() => {
                    in_both(|language| line.text(language))
                }
                _ => wording.on_behalf.clone(),
            };
            positions.push(upper(self.both(&line, &place)));
            positions.push(upper(self.both(&same("{{own.position}}"), &place)));
        } else if party.acting {
            let line = message("signing-q").with("title", "{{own.office}}");
            positions.push(upper(self.both(&in_both(|language| line.text(language)), &place)));
        } else {
            positions.push(upper(self.both(&same("{{own.office}}"), &place)));
        }
        let signer = self.text("{{own.signer}}", Language::Vi, &place);
        let heading = self.both(heading, &place);
        self.values.own = "";
        Party {
            role: in_both(|language| role.text(language).to_uppercase()),
            name,
            lines,
            signature_heading: in_both(|language| plain_text(heading.in_language(language)).to_uppercase()),
            signature_positions: positions,
            signature_note: if party.has_seal {
                wording.with_seal.clone()
            } else {
                wording.without_seal.clone()
            },
            signer,
        }
    }

    fn line(&mut self, line: &LineWording, role: &Message) -> Option<PartyLine> {
        if !holds(&line.when, |name| self.values.has(name)) {
            return None;
        }
        let value =
            Both { vi: self.text(&line.vi, Language::Vi, role), en: self.text(&line.en, Language::En, role) };
        let second = line.second.as_ref().and_then(|second| self.line(second, role));
        let second = second.map(|second| (second.label, second.value));
        Some(PartyLine { label: line.label.clone(), value, second })
    }

    fn articles(&mut self) -> Vec<Article> {
        let mut articles = Vec::new();
        for (article, number) in self.articles.iter().zip(1..) {
            let place = message("mou-place-article").with("article", number);
            let title = self.node(article, &place);
            let single = article.children.len() == 1;
            let mut clauses = Vec::new();
            for (clause, clause_number) in article.children.iter().zip(1..) {
                let text = self.node(clause, &place);
                let points = self.points(clause, &place);
                clauses.push(Clause { number: (!single).then_some(clause_number), text, points });
            }
            articles.push(Article { key: article.key.clone(), number, title, clauses });
        }
        if let Some(clause) = articles.last_mut().and_then(|article| article.clauses.last_mut()) {
            let last = clause.points.last_mut().unwrap_or(&mut clause.text);
            close(&mut last.vi, "./.");
        }
        articles
    }

    /// Points end with ";", the last one with ".".
    fn points(&mut self, clause: &ClauseNode, place: &Message) -> Vec<Both<Text>> {
        let last = clause.children.len();
        let mut points = Vec::new();
        for (point, number) in clause.children.iter().zip(1..) {
            let mut text = self.node(point, place);
            close_both(&mut text, if number == last { "." } else { ";" });
            points.push(text);
        }
        points
    }

    fn annex(&mut self) -> Option<Annex> {
        let products = &self.values.facts.annex;
        if products.is_empty() {
            return None;
        }
        let wording = &self.template.annex;
        let place = message("mou-place-annex");
        let reference = self.both(&wording.reference, &place);
        let rows = products.iter().zip(1..).map(|(product, number)| self.row(product, number)).collect();
        Some(Annex {
            heading: wording.heading.clone(),
            title: wording.title.clone(),
            reference,
            columns: wording.columns.to_vec(),
            rows,
            total: sum(products).map(|sum| (wording.total.clone(), in_both(|language| group(sum, language)))),
            note: self.both(&wording.note, &place),
        })
    }

    fn row(&mut self, product: &AnnexFacts, number: usize) -> AnnexRow {
        let AnnexFacts { name, specification, unit, quantity, price, remarks } = product;
        let field = |what: &str| format!("annex.{number}.{what}");
        let text = |text: &Both<String>, what: &str| {
            in_both(|language| {
                pick(text, language).map(|text| Span::field(field(what), text)).into_iter().collect::<Text>()
            })
        };
        let mut required = |missing: bool, what: &str, label: Message| {
            if missing {
                let place = message("mou-place-annex-row").with("row", number);
                self.problems.push(missing_problem(field(what), &place, label));
            }
        };
        let mut or_gap = |mut text: Both<Text>, what: &str, label: Message| {
            required(text.vi.is_empty(), what, label);
            if text.vi.is_empty() {
                text = in_both(|language| vec![gap(&field(what), language)]);
            }
            text
        };
        let name = or_gap(text(name, "name"), "name", message("mou-field-product"));
        let unit = or_gap(text(unit, "unit"), "unit", message("mou-field-unit"));
        required(quantity.is_none(), "quantity", message("mou-field-quantity"));
        required(price.is_none(), "price", message("mou-field-price"));
        let number = |number: Option<i64>, what: &str| {
            in_both(|language| match number {
                Some(number) => vec![Span::field(field(what), group(number, language))],
                None => vec![gap(&field(what), language)],
            })
        };
        AnnexRow {
            name,
            specification: text(specification, "specification"),
            unit,
            quantity: number(*quantity, "quantity"),
            price: number(*price, "price"),
            remarks: text(remarks, "remarks"),
        }
    }

    /// The text of a node; a text that is empty in one language is taken from the other.
    fn node(&mut self, node: &ClauseNode, place: &Message) -> Both<Text> {
        let text = Both { vi: node.vi.clone(), en: node.en.clone() };
        let text = in_both(|language| pick(&text, language).unwrap_or_default());
        self.both(&text, place)
    }

    fn both(&mut self, text: &Both<String>, place: &Message) -> Both<Text> {
        Both { vi: self.text(&text.vi, Language::Vi, place), en: self.text(&text.en, Language::En, place) }
    }

    fn text(&mut self, source: &str, language: Language, place: &Message) -> Text {
        let mut out = Text::new();
        let mut look = Span::default();
        self.write(&parse(source).pieces, language, place, &mut look, &mut out);
        if let Some(last) = out.last_mut()
            && last.field.is_none()
        {
            last.text.truncate(last.text.trim_end().len());
        }
        out.retain(|span| !span.text.is_empty());
        if out.is_empty() {
            out.push(gap("text", language));
        }
        out
    }

    fn write(
        &mut self,
        pieces: &[Piece],
        language: Language,
        place: &Message,
        look: &mut Span,
        out: &mut Text,
    ) {
        for piece in pieces {
            let spans = match piece {
                Piece::Words(words) => vec![Span::plain(words.as_str())],
                Piece::Field(name) => self.field(name, language, place),
                Piece::Article(key) => vec![self.reference(key, language, place)],
                Piece::Strong => {
                    look.strong = !look.strong;
                    continue;
                }
                Piece::Slanted => {
                    look.slanted = !look.slanted;
                    continue;
                }
                Piece::Optional(pieces) => {
                    if self.all_there(pieces) {
                        self.write(pieces, language, place, look, out);
                    }
                    continue;
                }
            };
            for span in spans {
                append(out, Span { strong: look.strong, slanted: look.slanted, ..span });
            }
        }
    }

    /// Whether all values of an optional part are there; those of parts inside it do not count.
    fn all_there(&self, pieces: &[Piece]) -> bool {
        pieces.iter().all(|piece| match piece {
            Piece::Field(name) => self.values.value(name, Language::Vi).is_some(),
            Piece::Article(key) => self.number_of(key).is_some(),
            Piece::Words(_) | Piece::Optional(_) | Piece::Strong | Piece::Slanted => true,
        })
    }

    fn field(&mut self, name: &str, language: Language, place: &Message) -> Text {
        let value = self.values.value(name, language);
        let text = value.unwrap_or_else(|| vec![gap(&self.values.full_name(name), language)]);
        for span in &text {
            // Unknown placeholders are reported by the check of the clause tree.
            if span.missing
                && let Some(name) = span.field.as_deref().filter(|name| self.values.knows(name))
            {
                self.report(name, place);
            }
        }
        text
    }

    fn report(&mut self, name: &str, place: &Message) {
        let mut what = self.values.label(name);
        if let Some((who, _)) = name.split_once('.').filter(|_| field_path(name) != name) {
            let role = self.values.role_of(who);
            let signature = message("mou-place-signature-of").with("party", role.clone());
            if *place != role && *place != signature {
                what = message("mou-field-of-party").with("field", what).with("party", role);
            }
        }
        self.note(missing_problem(field_path(name), place, what));
    }

    /// Notes a problem once: both languages have the same gaps.
    fn note(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn number_of(&self, key: &str) -> Option<usize> {
        self.articles.iter().position(|article| article.key == key).map(|index| index + 1)
    }

    fn reference(&mut self, key: &str, language: Language, place: &Message) -> Span {
        if let Some(number) = self.number_of(key) {
            return Span::plain(message("mou-place-article").with("article", number).text(language));
        }
        let sentence = message("mou-missing-reference").with("place", place.clone());
        self.note(Problem::error(format!("article.{key}"), sentence));
        gap(&format!("article:{key}"), language)
    }
}

fn missing_problem(field: String, place: &Message, what: Message) -> Problem {
    Problem::error(field, message("mou-missing").with("place", place.clone()).with("field", what))
}

fn same(text: &str) -> Both<String> {
    Both { vi: text.to_owned(), en: text.to_owned() }
}

fn in_both<T>(make: impl Fn(Language) -> T) -> Both<T> {
    Both { vi: make(Language::Vi), en: make(Language::En) }
}

fn upper(text: Both<Text>) -> Both<Text> {
    let upper = |mut text: Text| {
        for span in &mut text {
            span.text = span.text.to_uppercase();
        }
        text
    };
    Both { vi: upper(text.vi), en: upper(text.en) }
}

/// Appends a span: words join words, and where an optional part fell away no surplus space stays.
fn append(out: &mut Text, mut span: Span) {
    if span.field.is_some() {
        out.push(span);
        return;
    }
    let ends_with = |mark: char| out.last().is_some_and(|last| last.text.ends_with(mark));
    let stop_follows_stop = ends_with('.') && span.text.starts_with('.');
    let space_follows_space = (out.is_empty() || ends_with(' ')) && span.text.starts_with(' ');
    if stop_follows_stop || space_follows_space {
        span.text.remove(0);
    }
    if span.text.is_empty() {
        return;
    }
    let Some(last) = out.last_mut().filter(|last| last.field.is_none()) else {
        out.push(span);
        return;
    };
    if span.text.starts_with([',', '.', ';', ':', ')']) {
        last.text.truncate(last.text.trim_end().len());
    }
    if (last.strong, last.slanted) == (span.strong, span.slanted) {
        last.text.push_str(&span.text);
    } else {
        out.push(span);
    }
}

fn close_both(text: &mut Both<Text>, mark: &str) {
    close(&mut text.vi, mark);
    close(&mut text.en, mark);
}

/// Ends a text with this mark, in place of the one it has.
fn close(text: &mut Text, mark: &str) {
    if let Some(last) = text.last_mut().filter(|last| last.field.is_none()) {
        let kept = last.text.trim_end_matches(['.', ',', ';', '/', ' ']).len();
        last.text.truncate(kept);
    }
    text.retain(|span| !span.text.is_empty());
    append(text, Span::plain(mark));
}

/// The sum of the quantities, when all are known and can be added: one unit, or pieces.
fn sum(products: &[AnnexFacts]) -> Option<i64> {
    /// Units that count pieces, so that different ones may be added up.
    const PIECES: [&str; 15] = [
        "bộ",
        "bức",
        "cái",
        "cặp",
        "chai",
        "chiếc",
        "con",
        "cuốn",
        "đôi",
        "hộp",
        "lọ",
        "quả",
        "sản phẩm",
        "tấm",
        "túi",
    ];
    let unit = |product: &AnnexFacts| pick(&product.unit, Language::Vi).map(|unit| unit.to_lowercase());
    let (first, rest) = products.split_first()?;
    let first_unit = unit(first)?;
    let one_unit = rest.iter().all(|product| unit(product).as_ref() == Some(&first_unit));
    let pieces =
        || products.iter().all(|product| unit(product).is_some_and(|unit| PIECES.contains(&unit.as_str())));
    if rest.is_empty() || !(one_unit || pieces()) {
        return None;
    }
    products.iter().try_fold(0_i64, |sum, product| sum.checked_add(product.quantity?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::documents::mou::facts::sample::{association, both, cooperative, facts, product, retailer};
    use crate::documents::mou::facts::{Authorisation, ConferenceFacts, ContactFacts, OrganiserFacts};
    use crate::domain::SigningForm;

    fn template() -> &'static Template {
        &Template::built_in()[0]
    }

    fn filled_in(facts: &Facts, language: PrintLanguage) -> Filled {
        fill(facts, &template().clauses(), template(), language, Standing::Draft)
    }

    fn filled(facts: &Facts) -> Filled {
        filled_in(facts, PrintLanguage::Vi)
    }

    fn sentences(filled: &Filled) -> Vec<String> {
        filled.problems.iter().map(|problem| problem.text(Language::Vi)).collect()
    }

    /// All texts with marks, in one language, in the order of the page.
    fn texts(data: &MouData, language: Language) -> Vec<&Text> {
        fn side(text: &Both<Text>, language: Language) -> &Text {
            text.in_language(language)
        }
        let side = move |text| side(text, language);
        let mut all = vec![side(&data.subject)];
        all.extend(data.bases.iter().map(side));
        all.push(side(&data.opening));
        for party in data.parties.iter().chain(&data.witnesses) {
            all.push(side(&party.name));
            for line in &party.lines {
                all.push(side(&line.value));
                all.extend(line.second.iter().map(|(_, value)| side(value)));
            }
        }
        all.push(side(&data.agreement));
        for article in &data.articles {
            all.push(side(&article.title));
            for clause in &article.clauses {
                all.push(side(&clause.text));
                all.extend(clause.points.iter().map(side));
            }
        }
        for party in data.parties.iter().chain(&data.witnesses) {
            all.extend(party.signature_positions.iter().map(side));
            all.push(&party.signer);
        }
        if let Some(annex) = &data.annex {
            all.extend([side(&annex.reference), side(&annex.note)]);
            for row in &annex.rows {
                all.extend([side(&row.name), side(&row.unit), side(&row.quantity), side(&row.price)]);
            }
        }
        all
    }

    /// The whole MoU as a reader sees it.
    fn read(data: &MouData, language: Language) -> String {
        let both = |text: &Both<String>| text.in_language(language).clone();
        let words = |text: &Both<Text>| plain_text(text.in_language(language));
        let mut lines = vec![both(&data.title), words(&data.subject)];
        lines.extend(data.bases.iter().map(words));
        lines.push(words(&data.opening));
        for party in data.parties.iter().chain(&data.witnesses) {
            lines.push(format!("{}: {}", both(&party.role), words(&party.name)));
            for line in &party.lines {
                let second =
                    line.second.iter().map(|(label, value)| format!("  {}: {}", both(label), words(value)));
                lines.push(format!(
                    "{}: {}{}",
                    both(&line.label),
                    words(&line.value),
                    second.collect::<String>()
                ));
            }
        }
        lines.push(words(&data.agreement));
        for article in &data.articles {
            let heading = message("mou-place-article").with("article", article.number).text(language);
            lines.push(format!("{heading}. {}", words(&article.title)));
            for clause in &article.clauses {
                let number = clause.number.map(|number| format!("{number}. ")).unwrap_or_default();
                lines.push(format!("{number}{}", words(&clause.text)));
                lines.extend(clause.points.iter().map(|point| format!("- {}", words(point))));
            }
        }
        for party in data.parties.iter().chain(&data.witnesses) {
            lines.push(both(&party.signature_heading));
            lines.extend(party.signature_positions.iter().map(words));
            lines.extend([both(&party.signature_note), plain_text(&party.signer)]);
        }
        if let Some(annex) = &data.annex {
            lines.extend([both(&annex.heading), both(&annex.title), words(&annex.reference)]);
            for row in &annex.rows {
                lines.push(format!(
                    "{} | {} | {} | {}",
                    words(&row.name),
                    words(&row.unit),
                    words(&row.quantity),
                    words(&row.price)
                ));
            }
            lines.extend(annex.total.iter().map(|(label, sum)| format!("{}: {}", both(label), both(sum))));
            lines.push(words(&annex.note));
        }
        lines.join("\n")
    }

    #[test]
    fn the_sample_of_the_handbook_reads_as_a_whole() {
        let filled = filled_in(&facts(), PrintLanguage::ViEn);
        assert_eq!(filled.problems, Vec::new());
        let vi = read(&filled.data, Language::Vi);
        let en = read(&filled.data, Language::En);
        for part in [
            "Về việc tiêu thụ và quảng bá sản phẩm mây tre đan của làng nghề Đan Hòa",
            "Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015;",
            "khả năng hợp tác của hai bên.\n",
            "Hôm nay, ngày 18 tháng 12 năm 2026, tại Trung tâm Hội nghị Hồ Sen, thành phố Hà Nội, trong khuôn khổ",
            "BÊN A: HỢP TÁC XÃ MÂY TRE ĐAN ĐAN HÒA",
            "Điện thoại: 0900 000 001  Email: htx@danhoa.example",
            "Giám đốc Thu mua (theo Giấy ủy quyền số 11/2026/GUQ ngày 01 tháng 12 năm 2026)",
            "riêng Điều 8, Điều 9 và Điều 13 có giá trị ràng buộc hai bên.",
            "Điều 14. Giá trị pháp lý và điều khoản chung",
            "Bên A và Bên B mỗi bên giữ 02 (hai) bản, Bên chứng kiến giữ 01 (một) bản./.",
            "TUQ. TỔNG GIÁM ĐỐC\nGIÁM ĐỐC THU MUA\n(Ký, ghi rõ họ tên và đóng dấu)\nTạ Thị Minh Hường",
            "ĐẠI DIỆN BÊN CHỨNG KIẾN\nPHÓ CHỦ TỊCH HIỆP HỘI LÀNG NGHỀ VIỆT NAM",
            "Cộng: 4.000",
        ] {
            assert!(vi.contains(part), "{part}\n{vi}");
        }
        for part in [
            "on the sale and promotion of rattan and bamboo products of Đan Hòa craft village",
            "PARTY B: BA MÙA RETAIL JOINT STOCK COMPANY",
            "only Article 8, Article 9 and Article 13 are binding on the Parties.",
            "and the Witness keeps one (01) original.",
            "WITNESS: VIETNAM CRAFT VILLAGE ASSOCIATION",
            "FOR THE GENERAL DIRECTOR\nPURCHASING DIRECTOR",
        ] {
            assert!(en.contains(part), "{part}\n{en}");
        }
    }

    #[test]
    fn words_between_marks_are_bold_in_italics_or_both() {
        let mut clauses = template().clauses();
        clauses.articles[0].children[0].vi = "Một **hai __ba__** __bốn__ năm".to_owned();
        let filled = fill(&facts(), &clauses, template(), PrintLanguage::Vi, Standing::Final);
        let text = &filled.data.articles[0].clauses[0].text.vi;
        let looks: Vec<_> = text.iter().map(|span| (span.text.trim(), span.strong, span.slanted)).collect();
        assert_eq!(
            looks[..5],
            [
                ("Một", false, false),
                ("hai", true, false),
                ("ba", true, true),
                ("", false, false),
                ("bốn", false, true)
            ]
        );
    }

    #[test]
    fn the_clause_without_obligation_is_bold() {
        let data = filled(&facts()).data;
        let clause = &data.articles.last().unwrap().clauses[0].text;
        let strong: Vec<_> =
            clause.vi.iter().filter(|span| span.strong).map(|span| span.text.as_str()).collect();
        assert_eq!(strong, ["không làm phát sinh nghĩa vụ mua bán hoặc bồi thường"]);
    }

    #[test]
    fn values_carry_their_field_and_words_do_not() {
        let data = filled(&facts()).data;
        assert_eq!(data.parties[0].name.vi[0].field.as_deref(), Some("a.name"));
        assert_eq!(data.opening.vi[0], Span::plain("Hôm nay, "));
        assert_eq!(data.opening.vi[1], Span::field("date", "ngày 18 tháng 12 năm 2026"));
        assert_eq!(data.articles[2].clauses[3].text.vi.len(), 1);
    }

    /// Facts with so many parties and witnesses, with or without the optional parts.
    fn shape(parties: usize, witnesses: usize, full: bool) -> Facts {
        let mut facts = facts();
        facts.parties =
            [cooperative(), retailer(), cooperative(), retailer()].into_iter().take(parties).collect();
        facts.witnesses = vec![association(); witnesses];
        if !full {
            facts = Facts {
                number: None,
                conference: None,
                corner: None,
                outlets: None,
                outlet_months: None,
                supply: None,
                target_value: None,
                contract_by: None,
                certificates: None,
                payment_days: None,
                report_period: None,
                review_months: None,
                notice_days: None,
                witness_copies: None,
                annex: Vec::new(),
                ..facts
            };
            for party in facts.parties.iter_mut().chain(&mut facts.witnesses) {
                (party.phone, party.email, party.account) = (None, None, None);
                (party.former_address, party.contact, party.network) = (None, None, None);
                party.authorisation = None;
            }
        }
        facts
    }

    #[test]
    fn every_shape_is_numbered_and_clean() {
        for parties in 2..=4 {
            for witnesses in 0..=2 {
                for full in [false, true] {
                    for print in [PrintLanguage::Vi, PrintLanguage::En, PrintLanguage::ViEn] {
                        let filled = filled_in(&shape(parties, witnesses, full), print);
                        assert_eq!(filled.problems, Vec::new());
                        assert_clean(&filled.data);
                        let articles = 13 + (parties - 2) + usize::from(witnesses > 0);
                        assert_eq!(filled.data.articles.len(), articles);
                        assert_references(&filled.data);
                        let last = &filled.data.articles.last().unwrap().clauses;
                        assert_eq!(last.len(), if print == PrintLanguage::ViEn { 3 } else { 2 });
                        assert!(plain_text(&last.last().unwrap().text.vi).ends_with("bản./."));
                    }
                }
            }
        }
    }

    fn assert_clean(data: &MouData) {
        for language in Language::ALL {
            for text in texts(data, language) {
                let text = plain_text(text);
                assert!(!text.is_empty() && text.trim() == text, "{text:?}");
                for bad in [
                    "{{", "}}", "[[", "]]", "**", "  ", " ,", " .", " ;", " :", " )", "( ", "()", ",,", "..",
                    ";.", ",.",
                ] {
                    assert!(!text.contains(bad), "{bad:?} in {text}");
                }
            }
        }
        for (article, number) in data.articles.iter().zip(1..) {
            assert_eq!(article.number, number);
            let numbers: Vec<_> = article.clauses.iter().map(|clause| clause.number).collect();
            let expected: Vec<_> = (1..).take(numbers.len()).map(Some).collect();
            assert_eq!(numbers, if numbers.len() == 1 { vec![None] } else { expected });
        }
    }

    fn assert_references(data: &MouData) {
        let number = |key: &str| data.articles.iter().find(|article| article.key == key).unwrap().number;
        let effect = &data.articles.last().unwrap().clauses[0].text;
        let (secrecy, property, law) =
            (number("confidentiality"), number("intellectual-property"), number("settlement"));
        let expected = format!("riêng Điều {secrecy}, Điều {property} và Điều {law} có giá trị");
        assert!(plain_text(&effect.vi).contains(&expected), "{expected}");
        let expected = format!("only Article {secrecy}, Article {property} and Article {law} are");
        assert!(plain_text(&effect.en).contains(&expected), "{expected}");
    }

    #[test]
    fn the_fewest_facts_read_well() {
        let data = filled(&shape(3, 2, false)).data;
        let vi = read(&data, Language::Vi);
        for part in [
            "thành phố Hà Nội, chúng tôi gồm:",
            "thông qua hệ thống bán lẻ của Bên B;",
            "tại các điểm bán do Bên A và Bên B cùng lựa chọn.",
            "theo nhu cầu của Bên B.",
            "Định kỳ thông tin cho Bên A",
            "thông báo bằng văn bản cho các bên còn lại.",
            "Các bên họp rà soát việc thực hiện định kỳ và gửi kết quả cho các Bên chứng kiến.",
            "Vai trò của các Bên chứng kiến\nCác Bên chứng kiến xác nhận",
            "Biên bản gồm {pages} trang, 15 điều, được lập bằng tiếng Việt thành 06 (sáu) bản",
            "Bên A, Bên B và Bên C mỗi bên giữ 02 (hai) bản./.",
            "BÊN CHỨNG KIẾN THỨ HAI: HIỆP HỘI LÀNG NGHỀ VIỆT NAM",
        ] {
            assert!(vi.contains(part), "{part}\n{vi}");
        }
        assert!(!vi.contains("Doanh số") && !vi.contains("Phụ lục") && !vi.contains("Email"));
    }

    #[test]
    fn both_languages_are_the_same_whatever_is_printed() {
        let (vi, en) = (filled(&facts()).data, filled_in(&facts(), PrintLanguage::En).data);
        assert!(read(&vi, Language::En).contains("is made in Vietnamese in five (05) originals"));
        assert!(read(&en, Language::En).contains("is made in English in five (05) originals"));
        assert_eq!(vi.articles[..13], en.articles[..13]);
    }

    #[test]
    fn a_missing_representative_is_told_once_for_each_place() {
        let mut facts = facts();
        facts.parties[1].representative = Some("  ".to_owned());
        let filled = filled(&facts);
        assert_eq!(
            sentences(&filled),
            ["Bên B chưa có người đại diện", "Phần ký của Bên B chưa có người đại diện"]
        );
        assert!(filled.problems.iter().all(|problem| problem.field == "party.2.representative"));
        let [gap] = filled.data.parties[1].signer.as_slice() else { panic!("one span") };
        assert!(gap.missing && gap.field.as_deref() == Some("b.signer") && !gap.text.is_empty());
    }

    #[test]
    fn all_that_is_missing_is_told_at_once_with_its_place() {
        let mut facts = facts();
        (facts.date, facts.term_months, facts.village, facts.copies_each) = (None, None, None, None);
        facts.parties[0].address = None;
        facts.parties[1].tax_code = None;
        facts.parties[1].authorisation = Some(Authorisation::default());
        facts.parties[1].contact = None;
        facts.annex[1].price = None;
        assert_eq!(
            sentences(&filled(&facts)),
            [
                "Trích yếu chưa có tên làng nghề",
                "Phần mở đầu chưa có ngày ký",
                "Bên A chưa có địa chỉ",
                "Bên B chưa có mã số thuế",
                "Bên B chưa có số của giấy ủy quyền",
                "Bên B chưa có ngày của giấy ủy quyền",
                "Phần ký của Bên B chưa có chức vụ người ủy quyền hoặc giao ký",
                "Điều 1 chưa có tên làng nghề",
                "Điều 2 chưa có tên làng nghề",
                "Điều 7 chưa có đầu mối liên hệ của Bên B",
                "Điều 11 chưa có thời hạn",
                "Điều 14 chưa có số bản của mỗi bên",
                "Phụ lục chưa có ngày ký",
                "Dòng 2 của phụ lục chưa có giá tham khảo",
            ]
        );
    }

    #[test]
    fn numbers_of_the_annex_carry_their_field_and_gaps_are_marked() {
        let mut facts = facts();
        (facts.annex[0].quantity, facts.annex[1].price) = (None, None);
        let rows = filled(&facts).data.annex.unwrap().rows;
        let [first, second] = &rows[..2] else { panic!("two rows") };
        let price = group(facts.annex[0].price.unwrap(), Language::En);
        assert_eq!(first.price.en, [Span::field("annex.1.price", price)]);
        for (text, key) in [(&first.quantity, "annex.1.quantity"), (&second.price, "annex.2.price")] {
            for language in Language::ALL {
                assert_eq!(text.in_language(language), &[gap(key, language)]);
            }
        }
    }

    #[test]
    fn two_witnesses_sign_as_they_are_named_at_the_beginning() {
        let heading = |witnesses: usize| -> Vec<(String, String)> {
            let witnesses = filled(&shape(2, witnesses, true)).data.witnesses;
            let heading = |party: Party| (party.signature_heading.vi, party.signature_heading.en);
            witnesses.into_iter().map(heading).collect()
        };
        let pair = |vi: &str, en: &str| (vi.to_owned(), en.to_owned());
        assert_eq!(heading(1), [pair("ĐẠI DIỆN BÊN CHỨNG KIẾN", "WITNESSED BY")]);
        assert_eq!(
            heading(2),
            [
                pair("ĐẠI DIỆN BÊN CHỨNG KIẾN THỨ NHẤT", "FOR FIRST WITNESS"),
                pair("ĐẠI DIỆN BÊN CHỨNG KIẾN THỨ HAI", "FOR SECOND WITNESS"),
            ]
        );
    }

    #[test]
    fn optional_lines_of_a_party_are_left_out() {
        let mut facts = facts();
        let labels = |facts: &Facts| -> Vec<String> {
            filled(facts).data.parties[0].lines.iter().map(|line| line.label.vi.clone()).collect()
        };
        assert_eq!(
            labels(&facts),
            ["Địa chỉ", "Mã số thuế", "Điện thoại", "Tài khoản", "Đại diện", "Chức vụ"]
        );
        facts.parties[0].phone = None;
        facts.parties[0].account = None;
        assert_eq!(labels(&facts), ["Địa chỉ", "Mã số thuế", "Email", "Đại diện", "Chức vụ"]);
        (facts.parties[0].email, facts.parties[0].tax_code) = (None, None);
        facts.parties[0].tax_code_required = false;
        assert_eq!(labels(&facts), ["Địa chỉ", "Đại diện", "Chức vụ"]);
        facts.parties[0].address = None;
        assert_eq!(labels(&facts), ["Địa chỉ", "Đại diện", "Chức vụ"]);
    }

    #[test]
    fn the_address_of_a_party_names_the_former_one() {
        let data = filled(&facts()).data;
        let address = &data.parties[0].lines[0].value;
        assert!(plain_text(&address.vi).contains("Hà Nội (trước đây là thôn Hạ,"));
        assert!(plain_text(&address.en).contains("Hà Nội (formerly thôn Hạ,"));
    }

    #[test]
    fn a_household_signs_without_a_seal() {
        let mut facts = facts();
        facts.parties[0].has_seal = false;
        let data = filled(&facts).data;
        assert_eq!(data.parties[0].signature_note.vi, "(Ký, ghi rõ họ tên)");
        assert_eq!(data.parties[1].signature_note.vi, "(Ký, ghi rõ họ tên và đóng dấu)");
    }

    #[test]
    fn the_organiser_stands_in_the_head() {
        let mut facts = facts();
        facts.date = Some(jiff::civil::date(2026, 2, 5));
        facts.organiser = Some(OrganiserFacts {
            superior: None,
            name: both("Hiệp hội Làng nghề Việt Nam", "Vietnam Craft Village Association"),
            town: both("Hà Nội", ""),
        });
        let Head::Organiser { superior: None, name, place_and_date } = filled(&facts).data.head else {
            panic!("layout B")
        };
        assert_eq!(name.vi, "HIỆP HỘI LÀNG NGHỀ VIỆT NAM");
        let nameless = Facts { organiser: Some(OrganiserFacts::default()), ..facts };
        assert_eq!(sentences(&filled(&nameless)), ["Đầu trang chưa có tên đơn vị chủ trì"]);
        assert_eq!(place_and_date, both("Hà Nội, ngày 05 tháng 02 năm 2026", "Hà Nội, 5 February 2026"));
    }

    #[test]
    fn the_subject_of_the_officer_replaces_that_of_the_template() {
        let mut facts = facts();
        facts.subject = Some(both("mở cửa hàng chung", "a common shop"));
        let subject = filled(&facts).data.subject;
        assert_eq!(plain_text(&subject.vi), "Về việc mở cửa hàng chung");
        assert_eq!(subject.en[1], Span::field("subject", "a common shop"));
    }

    #[test]
    fn a_value_that_ends_with_a_stop_has_no_second_one() {
        let mut clauses = template().clauses();
        let last = clauses.articles.last_mut().unwrap();
        last.children.truncate(1);
        (last.children[0].vi, last.children[0].en) =
            ("Do {{corner}}".to_owned(), "By {{corner}}. Always by {{corner}}.".to_owned());
        let facts = Facts { corner: Some(both("Ba Mùa Ltd.", "")), ..facts() };
        let filled = fill(&facts, &clauses, template(), PrintLanguage::Vi, Standing::Draft);
        let text = &filled.data.articles.last().unwrap().clauses[0].text;
        assert_eq!(plain_text(&text.vi), "Do Ba Mùa Ltd./.");
        assert_eq!(plain_text(&text.en), "By Ba Mùa Ltd. Always by Ba Mùa Ltd.");
    }

    #[test]
    fn an_edited_clause_tree_is_printed_and_numbered_anew() {
        let mut clauses = template().clauses();
        clauses.articles.retain(|article| article.key != "purpose");
        clauses.articles[0].when = "never".to_owned();
        clauses.articles[1].children.truncate(1);
        clauses.articles[1].children[0].when = "not outlets".to_owned();
        let filled = fill(&facts(), &clauses, template(), PrintLanguage::Vi, Standing::Final);
        assert_eq!(filled.problems, Vec::new());
        assert_eq!(filled.data.articles[0].key, "party-a");
        assert_eq!(filled.data.articles.len(), 11);
        assert_references(&filled.data);
        assert_clean(&filled.data);
    }

    #[test]
    fn a_reference_to_an_article_that_is_not_printed_is_told() {
        let mut clauses = template().clauses();
        let settlement = clauses.articles.iter_mut().find(|article| article.key == "settlement").unwrap();
        settlement.when = "never".to_owned();
        let filled = fill(&facts(), &clauses, template(), PrintLanguage::Vi, Standing::Final);
        assert_eq!(sentences(&filled), ["Điều 13 dẫn chiếu đến một điều không có trong văn bản"]);
    }

    #[test]
    fn slips_of_an_officer_are_told_and_do_not_hide_the_clause() {
        let mut clauses = template().clauses();
        let clause = &mut clauses.articles[0].children[0];
        (clause.vi, clause.en) = ("Giá {{prise}} là [[tạm".to_owned(), String::new());
        clause.when = "not anex".to_owned();
        let filled = fill(&facts(), &clauses, template(), PrintLanguage::Vi, Standing::Draft);
        assert_eq!(
            sentences(&filled),
            [
                "Khoản 1 Điều 1 có điều kiện “anex” mà chương trình không biết",
                "Khoản 1 Điều 1 có dấu ngoặc, dấu ** hoặc dấu __ chưa đóng đúng ở bản tiếng Việt",
                "Khoản 1 Điều 1 có ô điền “prise” mà chương trình không biết",
                "Khoản 1 Điều 1 chưa có nội dung tiếng Anh",
            ]
        );
        assert_eq!(plain_text(&filled.data.articles[0].clauses[0].text.en), "Giá …… là tạm");
    }

    #[test]
    fn the_sum_is_printed_only_when_quantities_can_be_added() {
        let sum = |products: &[(&str, i64)]| {
            super::sum(
                &products.iter().map(|(unit, quantity)| product("x", unit, *quantity)).collect::<Vec<_>>(),
            )
        };
        assert_eq!(sum(&[("chiếc", 1_200), ("Bộ", 500)]), Some(1_700));
        assert_eq!(sum(&[("kg", 2), ("kg", 3)]), Some(5));
        assert_eq!(sum(&[("kg", 2), ("chiếc", 3)]), None);
        assert_eq!(sum(&[("kg", 2)]), None);
        assert_eq!(sum(&[("kg", i64::MAX), ("kg", 1)]), None);
        assert_eq!(
            super::sum(&[AnnexFacts { quantity: None, ..product("x", "kg", 1) }, product("x", "kg", 1)]),
            None
        );
    }

    #[test]
    fn parties_and_witnesses_have_their_bounds() {
        assert_eq!(sentences(&filled(&Facts::default()))[0], "Biên bản cần ít nhất hai bên ký");
        let mut facts = shape(4, 2, true);
        facts.parties.push(retailer());
        facts.witnesses.push(association());
        let filled = filled(&facts);
        assert_eq!(
            sentences(&filled),
            ["Biên bản có nhiều nhất bốn bên ký", "Biên bản có nhiều nhất hai bên chứng kiến"]
        );
        assert_eq!((filled.data.parties.len(), filled.data.witnesses.len()), (4, 2));
    }

    fn any_both() -> impl Strategy<Value = Both<String>> {
        let text = || prop_oneof![Just(String::new()), Just(" Ho\u{300}a. ".to_owned()), ".{0,12}"];
        (text(), text()).prop_map(|(vi, en)| Both { vi, en })
    }

    fn any_party() -> impl Strategy<Value = PartyFacts> {
        let text = || proptest::option::of(".{0,12}");
        let both = || proptest::option::of(any_both());
        let contact = (any_both(), ".{0,8}", text()).prop_map(|(honorific, name, phone)| ContactFacts {
            honorific,
            name,
            phone,
        });
        let form = proptest::sample::select(SigningForm::ALL);
        let authorisation = (form, text(), both()).prop_map(|(form, number, on_behalf_of)| Authorisation {
            form,
            number,
            date: None,
            on_behalf_of,
        });
        (
            (any_both(), any_both(), text(), text(), text(), any::<bool>()),
            (text(), text(), both(), both(), both()),
            (proptest::option::of(authorisation), proptest::option::of(contact), any::<bool>()),
        )
            .prop_map(|(names, more, last)| PartyFacts {
                name: names.0,
                honorific: names.1,
                address: names.2,
                former_address: names.3,
                tax_code: names.4,
                tax_code_required: names.5,
                phone: more.0,
                representative: more.1,
                position: more.2,
                network: more.3,
                account: more.4,
                authorisation: last.0,
                acting: names.5,
                contact: last.1,
                has_seal: last.2,
                // One in four signs for themselves.
                person: names.5 && last.2,
                citizen_id: None,
                email: None,
            })
    }

    fn any_facts() -> impl Strategy<Value = Facts> {
        let both = || proptest::option::of(any_both());
        let count = || proptest::option::of(any::<u32>());
        let products = (any_both(), any_both(), any::<Option<i64>>(), any::<Option<i64>>()).prop_map(
            |(name, unit, quantity, price)| AnnexFacts {
                name,
                unit,
                quantity,
                price,
                ..AnnexFacts::default()
            },
        );
        (
            proptest::collection::vec(any_party(), 0..6),
            proptest::collection::vec(any_party(), 0..4),
            proptest::collection::vec(products, 0..4),
            (both(), both(), both(), both(), both(), any_both()),
            (count(), count(), count(), count(), count(), count()),
            any::<Option<i64>>(),
        )
            .prop_map(|(parties, witnesses, annex, texts, counts, target_value)| Facts {
                parties,
                witnesses,
                annex,
                subject: texts.0,
                village: texts.1,
                corner: texts.2,
                supply: texts.3,
                conference: Some(ConferenceFacts { name: texts.5, host: texts.4 }),
                outlets: counts.0,
                term_months: counts.1,
                notice_days: counts.2,
                copies_each: counts.3,
                witness_copies: counts.4,
                review_months: counts.5,
                target_value,
                ..facts()
            })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_facts_are_filled_the_same_way_twice_without_empty_spans(facts in any_facts(), print in 0..3) {
            let print = [PrintLanguage::Vi, PrintLanguage::En, PrintLanguage::ViEn][usize::try_from(print).unwrap()];
            let filled = filled_in(&facts, print);
            prop_assert_eq!(&filled, &filled_in(&facts, print));
            for language in Language::ALL {
                for text in texts(&filled.data, language) {
                    prop_assert!(!text.is_empty() && text.iter().all(|span| !span.text.is_empty()));
                }
            }
            let missing = texts(&filled.data, Language::Vi).into_iter().flatten().any(|span| span.missing);
            prop_assert!(!missing || !filled.problems.is_empty());
            let json = serde_json::to_string(&filled.data).unwrap();
            prop_assert_eq!(serde_json::from_str::<MouData>(&json).unwrap(), filled.data);
        }

        #[test]
        fn any_text_in_a_clause_is_taken(text in "([\\[\\]{}*. a]|\\{\\{term\\}\\}){0,24}") {
            let mut clauses = template().clauses();
            clauses.articles[0].children[0].vi.clone_from(&text);
            let filled = fill(&facts(), &clauses, template(), PrintLanguage::Vi, Standing::Draft);
            let marks = plain_text(&filled.data.articles[0].clauses[0].text.vi);
            prop_assert!(!marks.contains("{{") || !filled.problems.is_empty());
        }
    }
}
