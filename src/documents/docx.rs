//! The same document as a file that offices can edit: the same text in the same structure, without the exact
//! places of the printed page. Word and `LibreOffice` lay it out themselves.

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, Header, LineSpacing, LineSpacingType, NumPages, PageMargin,
    PageNum, PageOrientationType, Paragraph as Par, Run as Letters, RunFonts, SpecialIndentType,
    Table as Grid, TableCell, TableRow, VAlignType, WidthType,
};

use super::PaperError;
use super::blocks::{
    Align, Block, Cell, Columns, Document, Labelled, Numbers, Paragraph, Run, Signature, Signatures, Table,
};

/// The font of papers in Vietnamese offices; the program's own Tinos has the same widths.
const FONT: &str = "Times New Roman";

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
    let format = document.sheet.format;
    let lengths = [format.width, format.height].map(|length| u32::try_from(twips(length)).unwrap_or(0));
    let margin = PageMargin::new()
        .top(twips(format.above))
        .bottom(twips(format.above))
        .left(twips(format.left))
        .right(twips(format.right));
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
    let mut file = Docx::new().default_fonts(fonts).page_size(lengths[0], lengths[1]).page_margin(margin);
    if format.width > format.height {
        file = file.page_orient(PageOrientationType::Landscape);
    }
    file = match &document.sheet.numbers {
        Numbers::None => file,
        Numbers::Top | Numbers::Foot(_) => {
            let number = Par::new().align(AlignmentType::Center).add_page_num(PageNum::new());
            file.footer(Footer::new().add_paragraph(match &document.sheet.numbers {
                Numbers::Foot(_) => {
                    number.add_run(Letters::new().add_text("/")).add_num_pages(NumPages::new())
                }
                _ => number,
            }))
        }
    };
    // What is printed across a draft or above a reading copy stands in the head of every page.
    let marks = document.sheet.watermark.iter().chain(&document.sheet.top_note);
    let marks: Vec<_> = marks.map(|words| Letters::new().add_text(words).bold().color("8A8477")).collect();
    if !marks.is_empty() {
        let mark = marks.into_iter().fold(Par::new().align(AlignmentType::Center), Par::add_run);
        file = file.header(Header::new().add_paragraph(mark));
    }
    let mut breaks = false;
    for part in flat(&document.blocks, format.text_width()) {
        match part {
            Part::Break => breaks = true,
            Part::Par(paragraph) => {
                file = file.add_paragraph(paragraph.page_break_before(breaks));
                breaks = false;
            }
            Part::Grid(grid) => {
                if breaks {
                    file = file.add_paragraph(Par::new().add_run(Letters::new().add_break(BreakType::Page)));
                    breaks = false;
                }
                file = file.add_table(*grid);
            }
        }
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    file.build().pack(&mut bytes).map_err(|error| PaperError::Sheet(error.to_string()))?;
    Ok(bytes.into_inner())
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
            Block::Board(board) => {
                for line in board.texts.iter().flat_map(|text| &text.lines) {
                    let run = letters(std::slice::from_ref(&line.run), line.size);
                    parts.push(Part::Par(Box::new(run.into_iter().fold(Par::new(), Par::add_run))));
                }
            }
            Block::Rest => {}
            Block::PageBreak => parts.push(Part::Break),
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
    let Paragraph { runs, size, line, align, indent, inset, before, keep_next, outline, .. } = paragraph;
    let spacing = LineSpacing::new()
        .line_rule(LineSpacingType::Auto)
        .line(twips(*line * 12.0 / 1.15))
        .before(u32::try_from(twips(*before)).unwrap_or(0))
        .after(0);
    let first = SpecialIndentType::FirstLine(twips(*indent));
    let mut par = letters(runs, *size).into_iter().fold(Par::new(), Par::add_run);
    par = par.align(alignment(*align)).line_spacing(spacing);
    par = par.indent(Some(twips(*inset)), Some(first), None, None);
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
    Grid::without_borders(rows).set_grid(vec![width(left_width + gap / 2.0), width(right_width + gap / 2.0)])
}

fn grid(table: &Table) -> Grid {
    let row = |cells: &[Cell]| {
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
        TableRow::new(cells.collect())
    };
    let rows = std::iter::once(&table.head).chain(&table.rows).filter(|cells| !cells.is_empty());
    let grid = table.widths.iter().map(|wide| width(*wide)).collect();
    Grid::new(rows.map(|cells| row(cells)).collect()).set_grid(grid)
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
    Grid::without_borders(rows.collect()).set_grid(vec![width(room / 2.0); 2])
}

#[cfg(test)]
mod tests {
    use super::*;
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
            let document = pages::document(&data, 5);
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
}
