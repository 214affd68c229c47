//! The same document as a file that offices can edit: the same text in the same structure, without the exact
//! places of the printed page. Word and `LibreOffice` lay it out themselves.

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, Header, HeightRule, LineSpacing, LineSpacingType, NumPages,
    PageMargin, PageNum, PageOrientationType, PageSize, Paragraph as Par, Run as Letters, RunFonts, Section,
    SpecialIndentType, Tab, TabLeaderType, TabValueType, Table as Grid, TableCell, TableCellMargins,
    TableRow, VAlignType, WidthType,
};

use super::PaperError;
use super::blocks::{
    Align, Block, Cell, Chart, Columns, Document, FillIn, Labelled, Numbers, PageFormat, Paragraph,
    RuleBelow, Run, Signature, Signatures, Table, mm,
};

/// The font of papers in Vietnamese offices; the program's own Tinos has the same widths.
const FONT: &str = "Times New Roman";

/// Space at the left and right of the text of a cell.
const PADDING: f32 = mm(1.2);

/// A square to tick; Word takes it from another font where its own lacks it.
const SQUARE: char = '\u{2610}';

/// Lengths in a file of this kind are twentieths of a point.
#[expect(clippy::cast_possible_truncation, reason = "lengths on a page")]
fn twips(points: f32) -> i32 {
    (points * 20.0).round() as i32
}

fn width(points: f32) -> usize {
    usize::try_from(twips(points)).unwrap_or(0)
}

/// Sizes of letters are half points.
fn half_points(size: f32) -> usize {
    width(size) / 10
}

/// Writes a document.
pub fn docx(document: &Document) -> Result<Vec<u8>, PaperError> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    file(document).build().pack(&mut bytes).map_err(|error| PaperError::Sheet(error.to_string()))?;
    Ok(bytes.into_inner())
}

fn file(document: &Document) -> Docx {
    let mut format = document.sheet.format;
    let mut sections = Vec::new();
    for blocks in document.blocks.split_inclusive(|block| matches!(block, Block::Turn(_))) {
        sections.push((format, broken(flat(blocks, format.text_width()))));
        if let Some(Block::Turn(next)) = blocks.last() {
            format = *next;
        }
    }
    // The pages of the last section are those of the file.
    let (format, last) = sections.pop().unwrap_or((format, Vec::new()));
    let [wide, high] = page_size(format);
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
    let mut file = Docx::new().default_fonts(fonts).page_size(wide, high).page_margin(margin(format));
    if format.width > format.height {
        file = file.page_orient(PageOrientationType::Landscape);
    }
    for (format, parts) in sections {
        file = file.add_section(section(document, format, parts));
    }
    if let Some(footer) = footer(document) {
        file = file.footer(footer);
    }
    // What is printed across a draft or above a reading copy stands in the head of every page.
    let marks = document.sheet.watermark.iter().chain(&document.sheet.top_note);
    let marks: Vec<_> = marks.map(|words| Letters::new().add_text(words).bold().color("8A8477")).collect();
    if !marks.is_empty() {
        let mark = marks.into_iter().fold(Par::new().align(AlignmentType::Center), Par::add_run);
        file = file.header(Header::new().add_paragraph(mark));
    }
    for part in last {
        file = match part {
            Part::Par(paragraph) => file.add_paragraph(*paragraph),
            Part::Grid(grid) => file.add_table(*grid),
            Part::Break => file,
        };
    }
    file
}

/// Pages of one size within a file.
fn section(document: &Document, format: PageFormat, parts: Vec<Part>) -> Section {
    let [wide, high] = page_size(format);
    let mut section = Section::new().page_size(PageSize::new().size(wide, high)).page_margin(margin(format));
    if format.width > format.height {
        section = section.page_orient(PageOrientationType::Landscape);
    }
    if let Some(footer) = footer(document) {
        section = section.footer(footer);
    }
    for part in parts {
        section = match part {
            Part::Par(paragraph) => section.add_paragraph(*paragraph),
            Part::Grid(grid) => section.add_table(*grid),
            Part::Break => section,
        };
    }
    section
}

fn page_size(format: PageFormat) -> [u32; 2] {
    [format.width, format.height].map(|length| u32::try_from(twips(length)).unwrap_or(0))
}

fn margin(format: PageFormat) -> PageMargin {
    PageMargin::new()
        .top(twips(format.above))
        .bottom(twips(format.above))
        .left(twips(format.left))
        .right(twips(format.right))
}

/// The page number; letters to many people in one file have none, because it counts through.
fn footer(document: &Document) -> Option<Footer> {
    let number = Par::new().align(AlignmentType::Center).add_page_num(PageNum::new());
    let number = match &document.sheet.numbers {
        Numbers::None => return None,
        _ if document.sheet.numbers_anew => return None,
        Numbers::Top => number,
        Numbers::Foot(_) => number.add_run(Letters::new().add_text("/")).add_num_pages(NumPages::new()),
    };
    Some(Footer::new().add_paragraph(number))
}

/// The parts with their breaks: a paragraph after one begins a page, before a table an empty one does.
fn broken(parts: Vec<Part>) -> Vec<Part> {
    let mut whole = Vec::new();
    let mut breaks = false;
    for part in parts {
        match part {
            Part::Break => breaks = true,
            Part::Par(paragraph) => {
                whole.push(Part::Par(Box::new(paragraph.page_break_before(breaks))));
                breaks = false;
            }
            Part::Grid(_) => {
                if std::mem::take(&mut breaks) {
                    let page = Par::new().add_run(Letters::new().add_break(BreakType::Page));
                    whole.push(Part::Par(Box::new(page)));
                }
                whole.push(part);
            }
        }
    }
    whole
}

/// What stands in a file one below the other.
enum Part {
    Par(Box<Par>),
    Grid(Box<Grid>),
    Break,
}

fn flat(blocks: &[Block], room: f32) -> Vec<Part> {
    let mut parts = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => parts.push(Part::Par(Box::new(par(paragraph)))),
            Block::Labelled(row) => parts.extend(labelled(row).map(|par| Part::Par(Box::new(par)))),
            Block::Together(blocks) => parts.extend(flat(blocks, room)),
            Block::Columns(columns) => parts.push(Part::Grid(Box::new(side_by_side(columns, room)))),
            Block::Table(table) => parts.push(Part::Grid(Box::new(grid(table)))),
            Block::Signatures(block) => {
                parts.extend(flat(&block.text, room));
                parts.push(Part::Grid(Box::new(signatures(block, room))));
            }
            Block::Plate(plate) => {
                for line in &plate.lines {
                    let run = letters(std::slice::from_ref(&line.run), line.size);
                    let par = run.into_iter().fold(Par::new(), Par::add_run);
                    parts.push(Part::Par(Box::new(par.align(AlignmentType::Center))));
                }
                parts.push(Part::Break);
            }
            Block::FillIn(row) => parts.push(Part::Par(Box::new(fill_in(row, room)))),
            Block::Chart(bars) => parts.extend(chart(bars, room)),
            Block::Board(board) => {
                for line in board.texts.iter().flat_map(|text| &text.lines) {
                    let run = letters(std::slice::from_ref(&line.run), line.size);
                    parts.push(Part::Par(Box::new(run.into_iter().fold(Par::new(), Par::add_run))));
                }
            }
            Block::PageBreak => parts.push(Part::Break),
            // What is left of a page means nothing in Word; a turn ends a section.
            Block::Rest | Block::Turn(_) => {}
        }
    }
    parts
}

fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Justify => AlignmentType::Both,
        Align::Left | Align::Even => AlignmentType::Left,
        Align::Centre => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
    }
}

/// Words in the style of each run.
fn letters(runs: &[Run], size: f32) -> Vec<Letters> {
    let styled = |run: &Run| {
        let mut letters = Letters::new().add_text(&run.text).size(half_points(size));
        if run.bold {
            letters = letters.bold();
        }
        if run.italic {
            letters = letters.italic();
        }
        letters
    };
    runs.iter().map(styled).collect()
}

/// A paragraph with the distances of the printed one.
fn par(paragraph: &Paragraph) -> Par {
    let Paragraph { runs, size, line, align, indent, inset, before, keep_next, outline, rule, .. } =
        paragraph;
    let spacing = LineSpacing::new()
        .line_rule(LineSpacingType::Auto)
        .line(twips(*line * 12.0 / 1.15))
        .before(u32::try_from(twips(*before)).unwrap_or(0))
        .after(0);
    let first = SpecialIndentType::FirstLine(twips(*indent));
    let ruled = *rule == Some(RuleBelow::AsText);
    let styled = letters(runs, *size).into_iter();
    let styled = styled.map(|run| if ruled { run.underline("single") } else { run });
    let mut par = styled.fold(Par::new(), Par::add_run);
    par = par.align(alignment(*align)).line_spacing(spacing);
    let right = (*align == Align::Centre).then(|| twips(*inset));
    par = par.indent(Some(twips(*inset)), Some(first), right, None);
    if *keep_next > 0 {
        par = par.keep_next(true);
    }
    if outline.is_some() {
        par = par.outline_lvl(0);
    }
    par
}

/// "Label: value", each pair a paragraph.
fn labelled(row: &Labelled) -> impl Iterator<Item = Par> {
    let pair = |label: &[Run], value: &[Run], before: f32| {
        let colon = Run { text: ": ".into(), ..Run::default() };
        let runs = label.iter().chain(std::iter::once(&colon)).chain(value).cloned().collect();
        let Labelled { size, line, indent, .. } = *row;
        par(&Paragraph {
            runs,
            size,
            line,
            inset: indent,
            before,
            align: Align::Left,
            ..Paragraph::default()
        })
    };
    let second = row.second.as_ref().map(|(label, value)| pair(label, value, 0.0));
    std::iter::once(pair(&row.label, &row.value, row.before)).chain(second)
}

/// A row that is filled in by hand: its lines are the leaders of tabs.
fn fill_in(row: &FillIn, room: f32) -> Par {
    let FillIn { parts, size, height, inset, before } = row;
    let before = before + (height - size * 1.2).max(0.0);
    let mut filled = par(&Paragraph {
        size: *size,
        line: 1.2,
        align: Align::Left,
        inset: *inset,
        before,
        ..Paragraph::default()
    });
    let sum: f32 = parts.iter().map(|part| part.share).sum();
    let mut end = *inset;
    for (part, count) in parts.iter().zip(1..) {
        end += (room - inset) * part.share / sum.max(0.01);
        let mut words = part.label.clone();
        if part.tick {
            words.insert(0, Run { text: format!("{SQUARE} "), ..Run::default() });
        }
        filled = letters(&words, *size).into_iter().fold(filled, Par::add_run);
        if part.line || count < parts.len() {
            let leader = if part.line { TabLeaderType::Dot } else { TabLeaderType::None };
            let tab = Tab::new().val(TabValueType::Left).pos(width(end)).leader(leader);
            filled = filled.add_tab(tab).add_run(Letters::new().add_tab());
        }
    }
    filled
}

/// The bars of a chart as a table of their values.
fn chart(chart: &Chart, room: f32) -> Vec<Part> {
    let title = Paragraph {
        runs: chart.title.clone(),
        size: chart.size,
        align: Align::Left,
        before: chart.before,
        keep_next: 1,
        ..Paragraph::default()
    };
    let cell = |text: &str, align| {
        let run = Run { text: text.to_owned(), ..Run::default() };
        Cell { lines: vec![vec![run]], align, span: 0 }
    };
    let rows = chart.bars.iter();
    let rows = rows.map(|bar| vec![cell(&bar.label, Align::Left), cell(&bar.value, Align::Right)]);
    let table = Table {
        widths: vec![room * 0.7, room * 0.3],
        rows: rows.collect(),
        size: chart.size,
        ..Table::default()
    };
    vec![Part::Par(Box::new(par(&title))), Part::Grid(Box::new(grid(&table)))]
}

/// Puts parts into a cell; a cell always ends with a paragraph.
fn filled(cell: TableCell, parts: Vec<Part>) -> TableCell {
    let mut cell = cell;
    let mut ends = false;
    for part in parts {
        (cell, ends) = match part {
            Part::Par(par) => (cell.add_paragraph(*par), true),
            Part::Grid(grid) => (cell.add_table(*grid), false),
            Part::Break => (cell, ends),
        };
    }
    if ends { cell } else { cell.add_paragraph(Par::new()) }
}

/// Two stacks side by side: where their lines stand level, block by block, else as two cells.
fn side_by_side(columns: &Columns, room: f32) -> Grid {
    let Columns { left, right, left_width, gap, level, .. } = columns;
    let right_width = room - left_width - gap;
    let cell = |blocks: &[Block], wide: f32| {
        filled(TableCell::new().width(width(wide), WidthType::Dxa), flat(blocks, wide))
    };
    let row = |left: &[Block], right: &[Block]| {
        TableRow::new(vec![cell(left, left_width + gap / 2.0), cell(right, right_width + gap / 2.0)])
    };
    let rows = if *level {
        let most = left.len().max(right.len());
        (0..most)
            .map(|place| {
                let one = |blocks: &[Block]| blocks.get(place..=place).unwrap_or_default().to_vec();
                row(&one(left), &one(right))
            })
            .collect()
    } else {
        vec![row(left, right)]
    };
    Grid::without_borders(rows)
        .margins(margins(gap / 4.0))
        .set_grid(vec![width(left_width + gap / 2.0), width(right_width + gap / 2.0)])
}

fn grid(table: &Table) -> Grid {
    let row = |cells: &[Cell]| {
        let heading = matches!(cells, [cell] if cell.span > 0);
        let mut column = 0;
        let cells = cells.iter().map(|cell| {
            let wide: f32 = table.widths.iter().skip(column).take(1 + cell.span).sum();
            column += 1 + cell.span;
            let mut own =
                TableCell::new().width(width(wide), WidthType::Dxa).vertical_align(VAlignType::Center);
            if cell.span > 0 {
                own = own.grid_span(1 + cell.span);
            }
            let lines = cell.lines.iter().map(|runs| {
                Part::Par(Box::new(par(&Paragraph {
                    runs: runs.clone(),
                    size: table.size,
                    line: 1.1,
                    align: cell.align,
                    ..Paragraph::default()
                })))
            });
            filled(own, lines.collect())
        });
        let row = TableRow::new(cells.collect()).cant_split();
        if table.row_height > 0.0 && !heading {
            return row.row_height(table.row_height * 20.0).height_rule(HeightRule::AtLeast);
        }
        row
    };
    let rows = std::iter::once(&table.head).chain(&table.rows).filter(|cells| !cells.is_empty());
    let grid = table.widths.iter().map(|wide| width(*wide)).collect();
    Grid::new(rows.map(|cells| row(cells)).collect()).margins(margins(PADDING)).set_grid(grid)
}

/// Space between the lines of a table and its text: that of the printed page, which is less than Word's own.
fn margins(padding: f32) -> TableCellMargins {
    TableCellMargins::new().margin(0, width(padding), 0, width(padding))
}

/// The places for signatures, two in a row.
fn signatures(block: &Signatures, room: f32) -> Grid {
    let centred = |runs: &[Run], size: f32, before: f32| {
        Part::Par(Box::new(par(&Paragraph {
            runs: runs.to_vec(),
            size,
            line: 1.2,
            align: Align::Centre,
            before,
            ..Paragraph::default()
        })))
    };
    let cell = |signature: &Signature, wide: f32, span: usize| {
        let mut parts = Vec::new();
        for lines in [&signature.heading, &signature.positions] {
            parts.extend(lines.iter().map(|runs| centred(runs, block.size, 0.0)));
        }
        parts.extend(signature.note.iter().map(|runs| centred(runs, block.size - 1.0, 0.0)));
        parts.push(centred(&signature.name, block.name_size, block.room));
        let mut own = TableCell::new().width(width(wide), WidthType::Dxa);
        if span > 1 {
            own = own.grid_span(span);
        }
        filled(own, parts)
    };
    let rows = block.rows.iter().map(|row| {
        let (wide, span) = if row.len() < 2 { (room, 2) } else { (room / 2.0, 1) };
        TableRow::new(row.iter().map(|signature| cell(signature, wide, span)).collect())
    });
    Grid::without_borders(rows.collect()).margins(margins(0.0)).set_grid(vec![width(room / 2.0); 2])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::blocks::{Bar, FillPart};
    use crate::documents::mou::data::{MouData, PrintLanguage};
    use crate::documents::mou::pages;
    use crate::documents::mou::sample::mou;

    /// The words of the main part, paragraphs with lines between.
    fn words(file: &[u8]) -> String {
        let read = docx_rs::read_docx(file).unwrap();
        let mut text = String::new();
        let mut json: Vec<serde_json::Value> = vec![serde_json::from_str(&read.json()).unwrap()];
        while let Some(value) = json.pop() {
            match value {
                serde_json::Value::Object(map) => {
                    if map.get("type").and_then(|kind| kind.as_str()) == Some("text") {
                        let part = map.get("data").and_then(|data| data.get("text"));
                        text.push_str(part.and_then(|part| part.as_str()).unwrap_or_default());
                        text.push('\n');
                    }
                    json.extend(map.into_iter().map(|(_, value)| value).rev());
                }
                serde_json::Value::Array(all) => json.extend(all.into_iter().rev()),
                _ => {}
            }
        }
        text
    }

    #[test]
    fn an_editable_copy_says_what_the_paper_says() {
        for language in [PrintLanguage::Vi, PrintLanguage::En, PrintLanguage::ViEn] {
            let data = MouData { language, ..mou(0) };
            let document = pages::document(&data, 5, &|_| true);
            let file = docx(&document).unwrap();
            assert!(file.starts_with(b"PK"));
            let said = words(&file);
            for article in &data.articles {
                for clause in &article.clauses {
                    let text = if language == PrintLanguage::En { &clause.text.en } else { &clause.text.vi };
                    let longest = text.iter().max_by_key(|span| span.text.len()).unwrap();
                    let words = longest.text.replace(pages::PAGES, "05");
                    assert!(said.contains(words.trim()), "{words} in {said}");
                }
            }
            let signer = crate::documents::mou::data::plain_text(&data.parties[0].signer);
            assert!(said.contains(&signer));
        }
    }

    #[test]
    fn pages_turn_bars_become_a_table_and_lines_to_write_on_leaders_of_tabs() {
        let run = |text: &str| vec![Run { text: text.into(), ..Run::default() }];
        let bar = Bar { label: "Hà Nội".into(), length: 14.0, value: "14".into() };
        let part = |tick, line| FillPart { tick, label: run("Khác"), line, share: 1.0 };
        let parts = vec![part(true, false), part(false, true)];
        let document = Document {
            blocks: vec![
                Block::Chart(Chart {
                    title: run("Biểu đồ"),
                    bars: vec![bar],
                    size: 11.0,
                    before: 6.0,
                    ..Chart::default()
                }),
                Block::Turn(PageFormat::ACROSS),
                Block::FillIn(FillIn { parts, size: 11.0, ..FillIn::default() }),
            ],
            ..Document::default()
        };
        let text = String::from_utf8(file(&document).build().document).unwrap();
        let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part} in {text}"));
        let order = [
            place("Biểu đồ"),
            place("<w:tbl>"),
            place("Hà Nội"),
            place(r#"w:w="11906" w:h="16838""#),
            place(r#"w:leader="dot""#),
            place("\u{2610} "),
            place(r#"w:w="16838" w:h="11906" w:orient="landscape""#),
        ];
        assert!(order.is_sorted(), "{order:?} in {text}");
    }
}
