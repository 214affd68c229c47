//! A Memorandum of Understanding becomes blocks in the form of Decree 30/2020/NĐ-CP.
//!
//! The texts are final; here only stand sizes, distances and the order of parts. Each part is made for one
//! language at a time; a bilingual print sets the two side by side.

use super::data::{
    Annex, AnnexRow, Article, Both, Clause, Head, MouData, PageNumbers, Party, PartyLine, PrintLanguage,
    Span, Standing, plain_text,
};
use crate::documents::blocks::{
    Align, Block, Cell, Columns, Document, Labelled, Numbers, PageFormat, Paragraph, Properties, RuleBelow,
    Run, Sheet, Signature, Signatures, Table, mm,
};
use crate::i18n::{Language, message};

/// What stands for the number of body pages in the text of a clause.
pub const PAGES: &str = "{pages}";

/// Letters of points in Vietnamese law, in the order of the Vietnamese alphabet.
const LETTERS_VI: &str = "abcdđeghiklmnopqrstuvxy";
/// Letters of points in English.
const LETTERS_EN: &str = "abcdefghijklmnopqrstuvwxyz";
/// Size of the names of those who sign.
const NAME: f32 = 13.5;
/// Widths of the columns of the annex.
const ANNEX_WIDTHS: [f32; 7] = [mm(11.0), mm(38.5), mm(30.5), mm(13.0), mm(21.0), mm(20.5), mm(25.5)];
/// How the cells of the annex stand.
const ANNEX_ALIGN: [Align; 7] =
    [Align::Centre, Align::Even, Align::Even, Align::Centre, Align::Right, Align::Right, Align::Even];

/// Makes the blocks of a MoU whose body has so many pages; what is not printed is marked.
pub fn document(data: &MouData, pages: usize, prints: &dyn Fn(char) -> bool) -> Document {
    let form = match data.language {
        PrintLanguage::ViEn => &BILINGUAL,
        _ if data.compact => &COMPACT,
        _ => &MONOLINGUAL,
    };
    let print = Print { data, form, pages: format!("{pages:02}"), prints };
    Document { properties: print.properties(), sheet: print.sheet(), blocks: print.blocks() }
}

/// Sizes and distances in points.
struct Form {
    size: f32,
    /// Distance of the baselines in multiples of the size.
    line: f32,
    /// Indent of first lines and of party blocks.
    indent: f32,
    align: Align,
    /// Space above paragraphs.
    before: f32,
    /// Space above legal bases.
    bases: f32,
    /// Space above parts of the text.
    apart: f32,
    /// Space above the rows of a party block.
    row_before: f32,
    label_width: f32,
    state: f32,
    motto: f32,
    number: f32,
    title: f32,
    /// Keeps the lines of the subject short.
    subject_inset: f32,
    table: f32,
    signature: f32,
    /// Height left free for signature and seal.
    room: f32,
}

const MONOLINGUAL: Form = Form {
    size: 13.5,
    line: 1.3,
    indent: mm(10.0),
    align: Align::Justify,
    before: 6.0,
    bases: 4.0,
    apart: 9.0,
    row_before: 2.0,
    label_width: mm(27.0),
    state: 13.0,
    motto: 14.0,
    number: 13.0,
    title: 14.0,
    subject_inset: mm(18.0),
    table: 12.0,
    signature: 13.5,
    room: mm(36.0),
};

/// For a short agreement that stands on one page: between a household and a shop there are few seals.
const COMPACT: Form = Form {
    size: 12.5,
    line: 1.1,
    before: 3.0,
    bases: 2.0,
    apart: 4.0,
    row_before: 0.5,
    room: mm(24.0),
    ..MONOLINGUAL
};

const BILINGUAL: Form = Form {
    size: 11.2,
    line: 1.23,
    indent: 0.0,
    align: Align::Left,
    before: 3.0,
    bases: 2.5,
    apart: 6.0,
    row_before: 1.0,
    label_width: mm(20.0),
    state: 10.2,
    motto: 11.2,
    number: 11.2,
    title: 11.2,
    subject_inset: 0.0,
    table: 10.5,
    signature: 11.2,
    room: mm(36.0),
};

/// Bold or italic.
#[derive(Clone, Copy, Default)]
struct Style {
    bold: bool,
    italic: bool,
}

const PLAIN: Style = Style { bold: false, italic: false };
const BOLD: Style = Style { bold: true, italic: false };
const ITALIC: Style = Style { bold: false, italic: true };

struct Print<'a> {
    data: &'a MouData,
    form: &'static Form,
    /// Number of body pages as two digits.
    pages: String,
    /// Whether the fonts have a letter.
    prints: &'a dyn Fn(char) -> bool,
}

impl Print<'_> {
    fn properties(&self) -> Properties {
        let first = self.first();
        let subject = plain_text(self.data.subject.in_language(first));
        let number = self.data.number.as_deref().unwrap_or_default();
        let name = format!("{} {number}", self.data.title.in_language(first));
        let language = if first == Language::Vi { "vi-VN" } else { "en-GB" };
        let title = format!("{} – {subject}", name.trim_end());
        Properties { title, subject, author: self.data.author.clone(), language }
    }

    fn sheet(&self) -> Sheet {
        let draft = self.data.standing == Standing::Draft;
        let copy = self.data.standing == Standing::ReadingCopy;
        let page_of = |language: &Language| {
            message("paper-page-of").with("page", "{page}").with("pages", "{pages}").text(*language)
        };
        Sheet {
            format: PageFormat::UPRIGHT,
            numbers: match self.data.page_numbers {
                PageNumbers::Top => Numbers::Top,
                PageNumbers::Foot => {
                    Numbers::Foot(self.languages().iter().map(page_of).collect::<Vec<_>>().join(" – "))
                }
            },
            watermark: draft.then(|| message("paper-draft").text(self.first())),
            top_note: copy.then(|| message("paper-reading-copy").text(self.first())),
            mark_fields: draft,
            ..Sheet::default()
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let data = self.data;
        let mut blocks = self.head();
        blocks.push(self.heading(|language| self.title(language)));
        blocks.push(self.heading(|language| self.subject(language)));
        for (index, basis) in data.bases.iter().enumerate() {
            let before = if index == 0 { self.form.apart + 3.0 } else { self.form.bases };
            // Bases have a line or two, which even spaces would tear apart at names and numbers.
            blocks.push(self.both(|language| self.body(basis, language, ITALIC, before)));
        }
        blocks.push(self.both(|language| Paragraph {
            keep_next: 1,
            ..self.body(&data.opening, language, PLAIN, self.form.apart)
        }));
        blocks.extend(data.parties.iter().chain(&data.witnesses).map(|party| self.party(party)));
        blocks.push(self.both(|language| self.body(&data.agreement, language, PLAIN, self.form.apart)));
        blocks.extend(data.articles.iter().flat_map(|article| self.article(article)));
        let last = data.articles.last().and_then(|article| article.clauses.last());
        let last_blocks = last.map_or(0, |clause| 1 + clause.points.len());
        let end = blocks.split_off(blocks.len().saturating_sub(last_blocks));
        blocks.push(self.signatures(end));
        if let Some(annex) = &data.annex {
            blocks.push(Block::PageBreak);
            blocks.extend(self.annex(annex));
        }
        blocks
    }

    /// The languages of the print, the prevailing one first.
    fn languages(&self) -> &'static [Language] {
        match self.data.language {
            PrintLanguage::Vi => &[Language::Vi],
            PrintLanguage::En => &[Language::En],
            PrintLanguage::ViEn => &[Language::Vi, Language::En],
        }
    }

    fn first(&self) -> Language {
        if self.data.language == PrintLanguage::En { Language::En } else { Language::Vi }
    }

    /// A paragraph in each language of the print, side by side, their lines level.
    fn both(&self, make: impl Fn(Language) -> Paragraph) -> Block {
        self.side_by_side(true, |language| Block::Paragraph(make(language)))
    }

    /// A line of the head in each language; side by side, each keeps the distances of its own lines.
    fn heading(&self, make: impl Fn(Language) -> Paragraph) -> Block {
        self.side_by_side(false, |language| Block::Paragraph(make(language)))
    }

    fn side_by_side(&self, level: bool, make: impl Fn(Language) -> Block) -> Block {
        if self.data.language != PrintLanguage::ViEn {
            return make(self.first());
        }
        Block::Columns(Columns {
            left: vec![make(Language::Vi)],
            right: vec![make(Language::En)],
            left_width: mm(76.5),
            gap: mm(7.0),
            divided: true,
            level,
        })
    }

    /// The runs of a text; letters that no font has are runs of their own, marked like gaps.
    fn runs(&self, text: &[Span], style: Style) -> Vec<Run> {
        let mut runs = Vec::new();
        for span in text {
            let words = span.text.replace(PAGES, &self.pages);
            let run = |text: &str, missing: bool| Run {
                text: text.to_owned(),
                bold: style.bold || span.strong,
                // Within italics, what stands out is upright.
                italic: style.italic != span.slanted,
                field: span.field.clone(),
                missing: span.missing || missing,
                ..Run::default()
            };
            let mut rest = words.as_str();
            while let Some(first) = rest.chars().next() {
                let printed = (self.prints)(first);
                let end = rest.find(|letter| (self.prints)(letter) != printed).unwrap_or(rest.len());
                let (same, after) = rest.split_at(end);
                runs.push(run(same, !printed));
                rest = after;
            }
        }
        runs
    }

    fn body(&self, text: &Both<Vec<Span>>, language: Language, style: Style, before: f32) -> Paragraph {
        let Form { size, line, indent, align, .. } = *self.form;
        let runs = self.runs(text.in_language(language), style);
        Paragraph { runs, size, line, align, indent, before, two_words_last: true, ..Paragraph::default() }
    }

    fn head(&self) -> Vec<Block> {
        match &self.data.head {
            Head::Peers => vec![
                self.heading(|language| {
                    centred(words(&message("paper-state").text(language), BOLD), self.form.state, 0.0)
                }),
                self.heading(|language| {
                    let motto = words(&message("paper-motto").text(language), BOLD);
                    Paragraph { rule: Some(RuleBelow::AsText), ..centred(motto, self.form.motto, 0.0) }
                }),
                self.heading(|language| centred(words(&self.number(language), PLAIN), self.form.number, 6.0)),
            ],
            Head::Organiser { superior, name, place_and_date } => {
                let mut left = Vec::new();
                if let Some(superior) = superior {
                    left.extend(self.lines(superior, PLAIN, 12.0));
                }
                left.extend(self.lines(name, BOLD, 12.0));
                let text =
                    |key: fn(Language) -> String| Both { vi: key(Language::Vi), en: key(Language::En) };
                let mut right =
                    self.lines(&text(|language| message("paper-state").text(language)), BOLD, 12.0);
                right.extend(self.lines(&text(|language| message("paper-motto").text(language)), BOLD, 13.0));
                underline(&mut left, RuleBelow::Part(0.4));
                underline(&mut right, RuleBelow::AsText);
                let number = self.number(self.first());
                let dates = self.lines(place_and_date, ITALIC, 13.0);
                vec![
                    beside(left, right, 0.0),
                    beside(
                        vec![Paragraph { line: 1.2, ..centred(words(&number, PLAIN), 13.0, 0.0) }],
                        dates,
                        6.0,
                    ),
                ]
            }
        }
    }

    /// Centred lines of one text, the second language smaller and in italics below the first.
    fn lines(&self, text: &Both<String>, style: Style, size: f32) -> Vec<Paragraph> {
        let line = |(index, language): (usize, &Language)| {
            let (style, size) = if index == 0 { (style, size) } else { (ITALIC, size - 2.0) };
            Paragraph { line: 1.2, ..centred(words(text.in_language(*language), style), size, 0.0) }
        };
        self.languages().iter().enumerate().map(line).collect()
    }

    fn number(&self, language: Language) -> String {
        match &self.data.number {
            Some(number) => message("paper-number").with("number", number.as_str()).text(language),
            None => message("paper-number-open").text(language),
        }
    }

    fn title(&self, language: Language) -> Paragraph {
        let before = 1.4 * self.form.size - 3.0;
        Paragraph {
            keep_next: 1,
            ..centred(words(self.data.title.in_language(language), BOLD), self.form.title, before)
        }
    }

    fn subject(&self, language: Language) -> Paragraph {
        let runs = self.runs(self.data.subject.in_language(language), BOLD);
        let inset = self.form.subject_inset;
        Paragraph { inset, rule: Some(RuleBelow::Length(mm(42.0))), ..centred(runs, self.form.title, 2.0) }
    }

    /// The block of a party: its name and its labelled lines.
    fn party(&self, party: &Party) -> Block {
        let mut blocks = vec![self.both(|language| {
            let mut runs = words(&format!("{}: ", party.role.in_language(language)), BOLD);
            runs.extend(self.runs(party.name.in_language(language), BOLD));
            let Form { size, line, indent, apart, .. } = *self.form;
            let before = apart - 1.0;
            Paragraph { runs, size, line, inset: indent, align: Align::Left, before, ..Paragraph::default() }
        })];
        for line in &party.lines {
            let PartyLine { label, value, second } = line;
            match second {
                Some((second_label, second_value)) if self.data.language == PrintLanguage::ViEn => {
                    blocks.push(self.side_by_side(true, |language| self.row(label, value, None, language)));
                    blocks.push(
                        self.side_by_side(true, |language| {
                            self.row(second_label, second_value, None, language)
                        }),
                    );
                }
                _ => blocks.push(
                    self.side_by_side(true, |language| self.row(label, value, second.as_ref(), language)),
                ),
            }
        }
        Block::Together(blocks)
    }

    fn row(
        &self,
        label: &Both<String>,
        value: &Both<Vec<Span>>,
        second: Option<&(Both<String>, Both<Vec<Span>>)>,
        language: Language,
    ) -> Block {
        let Form { size, line, indent, row_before, label_width, .. } = *self.form;
        Block::Labelled(Labelled {
            label: words(label.in_language(language), PLAIN),
            value: self.runs(value.in_language(language), PLAIN),
            second: second.map(|(label, value)| {
                (words(label.in_language(language), PLAIN), self.runs(value.in_language(language), PLAIN))
            }),
            size,
            line,
            indent,
            before: row_before,
            group: u8::from(language == Language::En),
            label_width,
        })
    }

    fn article(&self, article: &Article) -> Vec<Block> {
        let Form { size, line, indent, apart, .. } = *self.form;
        let heading = |language| {
            let numbered = message("paper-article").with("number", article.number.to_string()).text(language);
            let title = article.title.in_language(language);
            let outline = Some(format!("{numbered} {}", plain_text(title)));
            let mut runs = words(&format!("{numbered} "), BOLD);
            runs.extend(self.runs(title, BOLD));
            let align = Align::Left;
            let paragraph =
                Paragraph { runs, size, line, indent, align, before: apart, ..Paragraph::default() };
            Paragraph { keep_next: 2, outline, ..paragraph }
        };
        let mut blocks = vec![self.both(heading)];
        for clause in &article.clauses {
            blocks.push(self.both(|language| self.clause(clause, language)));
            for (index, point) in clause.points.iter().enumerate() {
                blocks.push(self.both(|language| {
                    let letter = letter(index, language);
                    self.numbered(&format!("{letter}) "), point, language)
                }));
            }
        }
        blocks
    }

    fn clause(&self, clause: &Clause, language: Language) -> Paragraph {
        let number = clause.number.map(|number| format!("{number}. ")).unwrap_or_default();
        let keep_next = usize::from(!clause.points.is_empty());
        Paragraph { keep_next, ..self.numbered(&number, &clause.text, language) }
    }

    fn numbered(&self, number: &str, text: &Both<Vec<Span>>, language: Language) -> Paragraph {
        let mut paragraph = self.body(text, language, PLAIN, self.form.before);
        if !number.is_empty() {
            paragraph.runs.insert(0, Run { text: number.to_owned(), ..Run::default() });
        }
        paragraph
    }

    /// The places to sign, with the end of the text above them.
    fn signatures(&self, text: Vec<Block>) -> Block {
        let Self { data, form, .. } = self;
        let rows = data.parties.chunks(2).chain(data.witnesses.chunks(2));
        let rows = rows.map(|row| row.iter().map(|party| self.signature(party)).collect()).collect();
        Block::Signatures(Signatures { text, rows, size: form.signature, name_size: NAME, room: form.room })
    }

    /// A place to sign; in a bilingual print the second language follows in italics.
    fn signature(&self, party: &Party) -> Signature {
        let mut signature = Signature { name: self.runs(&party.signer, BOLD), ..Signature::default() };
        let mut heading = Vec::new();
        for (index, language) in self.languages().iter().enumerate() {
            let (style, mark) = if index == 0 { (BOLD, "") } else { (ITALIC, "\u{A0}/ ") };
            // Each language stays on one line; where there is no room for both, the second begins a new one.
            let whole = party.signature_heading.in_language(*language).replace(' ', "\u{A0}");
            heading.extend(words(&format!("{mark}{whole}"), style));
            let positions =
                party.signature_positions.iter().map(|text| self.runs(text.in_language(*language), style));
            signature.positions.extend(positions);
            signature.note.push(words(party.signature_note.in_language(*language), ITALIC));
        }
        signature.heading.push(heading);
        signature
    }

    fn annex(&self, annex: &Annex) -> Vec<Block> {
        let size = self.form.size;
        let mut blocks = Vec::new();
        for (index, language) in self.languages().iter().enumerate() {
            let heading = annex.heading.in_language(*language);
            let outline = (index == 0).then(|| heading.clone());
            let before = if index == 0 { 0.0 } else { 8.0 };
            let style = if index == 0 { BOLD } else { Style { bold: true, italic: true } };
            blocks.push(Paragraph { outline, keep_next: 4, ..centred(words(heading, style), size, before) });
            blocks.push(centred(words(annex.title.in_language(*language), style), size, 2.0));
            blocks.push(centred(self.runs(annex.reference.in_language(*language), ITALIC), size, 2.0));
        }
        let mut blocks: Vec<Block> = blocks.into_iter().map(Block::Paragraph).collect();
        blocks.push(Block::Table(self.table(annex)));
        blocks.push(self.both(|language| self.body(&annex.note, language, PLAIN, 10.0)));
        blocks
    }

    fn table(&self, annex: &Annex) -> Table {
        let head = annex.columns.iter().map(|column| self.cell_words(column, BOLD, Align::Centre)).collect();
        let mut rows: Vec<Vec<Cell>> =
            annex.rows.iter().zip(1_usize..).map(|(row, number)| self.annex_row(row, number)).collect();
        if let Some((label, sum)) = &annex.total {
            rows.push(vec![
                Cell { span: 3, ..self.cell_words(label, BOLD, Align::Centre) },
                self.cell_words(sum, BOLD, Align::Right),
                Cell::default(),
                Cell::default(),
            ]);
        }
        Table {
            widths: ANNEX_WIDTHS.to_vec(),
            head,
            rows,
            size: self.form.table,
            before: 12.0,
            ..Table::default()
        }
    }

    fn annex_row(&self, row: &AnnexRow, number: usize) -> Vec<Cell> {
        let AnnexRow { name, specification, unit, quantity, price, remarks } = row;
        let counted = Cell { lines: vec![words(&number.to_string(), PLAIN)], ..Cell::default() };
        let texts = [name, specification, unit, quantity, price, remarks].map(|text| self.cell(text));
        std::iter::once(counted)
            .chain(texts)
            .zip(ANNEX_ALIGN)
            .map(|(cell, align)| Cell { align, ..cell })
            .collect()
    }

    /// A cell in each language, the second below the first where it differs.
    fn cell(&self, text: &Both<Vec<Span>>) -> Cell {
        let mut lines = vec![self.runs(text.in_language(self.first()), PLAIN)];
        if self.data.language == PrintLanguage::ViEn && plain_text(&text.vi) != plain_text(&text.en) {
            lines.push(self.runs(&text.en, ITALIC));
        }
        Cell { lines, ..Cell::default() }
    }

    fn cell_words(&self, text: &Both<String>, style: Style, align: Align) -> Cell {
        let mut lines = vec![words(text.in_language(self.first()), style)];
        if self.data.language == PrintLanguage::ViEn && text.vi != text.en {
            lines.push(words(&text.en, ITALIC));
        }
        Cell { lines, align, span: 0 }
    }
}

impl<T> Both<T> {
    /// The text in one language.
    pub fn in_language(&self, language: Language) -> &T {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }
}

fn words(text: &str, style: Style) -> Vec<Run> {
    vec![Run { text: text.to_owned(), bold: style.bold, italic: style.italic, ..Run::default() }]
}

fn centred(runs: Vec<Run>, size: f32, before: f32) -> Paragraph {
    Paragraph { runs, size, before, align: Align::Centre, ..Paragraph::default() }
}

/// Draws a rule below the last line.
fn underline(lines: &mut [Paragraph], rule: RuleBelow) {
    if let Some(last) = lines.last_mut() {
        last.rule = Some(rule);
    }
}

/// Two stacks of a head with the organiser, `before` points below what stands above.
fn beside(left: Vec<Paragraph>, right: Vec<Paragraph>, before: f32) -> Block {
    let stack = |mut lines: Vec<Paragraph>| {
        if let Some(first) = lines.first_mut() {
            first.before = before;
        }
        lines.into_iter().map(Block::Paragraph).collect()
    };
    let (left, right) = (stack(left), stack(right));
    Block::Columns(Columns { left, right, left_width: mm(66.0), gap: mm(2.0), divided: false, level: false })
}

/// The letter of a point, counted from 0; after the last letter they are doubled.
fn letter(index: usize, language: Language) -> String {
    let letters = if language == Language::Vi { LETTERS_VI } else { LETTERS_EN };
    let count = letters.chars().count();
    let letter = letters.chars().nth(index % count).unwrap_or_default();
    std::iter::repeat_n(letter, 1 + index / count).collect()
}
