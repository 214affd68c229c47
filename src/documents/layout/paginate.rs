//! Slabs are dealt out to pages, and page numbers, notes and the draft mark are added.

use std::collections::BTreeMap;

use super::flow::{Break, Slab};
use super::lines::{Measure, lines};
use super::{BLACK, Colour, FieldArea, OutlineEntry, Page, Pages, Rule, Start, TextLine, Watermark};
use crate::documents::blocks::{Align, Numbers, PageFormat, Run, Sheet, mm};
use crate::documents::fonts::Fonts;

/// Size of the page number (Decree 30/2020/NĐ-CP: 13–14 pt).
const NUMBER_SIZE: f32 = 13.5;
/// Size of the page number at the foot.
const FOOT_SIZE: f32 = 11.0;
/// Baseline of what stands in the top margin.
const TOP_BASELINE: f32 = mm(15.5);
/// Distance of the baseline of what stands at the foot from the lower edge.
const FOOT_BASELINE: f32 = mm(11.0);
/// Size of the note at the top of the first page.
const NOTE_SIZE: f32 = 10.0;
/// Colour of the words across a draft.
const PALE: Colour = Colour(0xEF, 0xED, 0xE8);
/// Angle of the words across a draft, in degrees.
const ANGLE: f32 = 52.0;
/// Length of the words across a draft in points.
const WATERMARK_LENGTH: f32 = mm(225.0);
/// The line between two columns.
const DIVIDER: Rule = Rule { from: (0.0, 0.0), to: (0.0, 0.0), width: 0.5, colour: Colour(0x80, 0x80, 0x80) };

/// Fills pages; each part begins on a new one of its own size, the first part is the body. A page ends before
/// the lines in `wanted`, if it has room up to there.
pub fn paginate(
    fonts: &mut Fonts,
    sheet: &Sheet,
    parts: Vec<(PageFormat, Vec<Slab>)>,
    wanted: &[Start],
) -> Pages {
    let mut pages = Pages::default();
    let mut counted = BTreeMap::new();
    let mut ends = Vec::new();
    for (format, part) in parts {
        let mut begins: Vec<Start> = part.iter().map(|slab| start_of(slab, &mut counted)).collect();
        let mut rest = part;
        while !rest.is_empty() {
            let fits = fitting(&rest, format.text_height());
            // What follows the body is counted from its end, which may have other paragraphs now.
            let wanted = if pages.body == 0 { wanted } else { &[] };
            let kept = begins.iter().skip(1).take(fits).position(|start| wanted.contains(start));
            let count = kept.map_or(fits, |place| (place + 1).min(fits));
            let following = rest.split_off(count);
            pages.starts.extend(begins.first());
            begins.drain(..count.min(begins.len()));
            fill(&mut pages, format, rest);
            rest = following;
        }
        if pages.body == 0 {
            pages.body = pages.pages.len();
        }
        ends.push(pages.pages.len());
    }
    if !sheet.numbers_anew {
        ends = vec![pages.pages.len()];
    }
    furnish(fonts, sheet, &mut pages, &ends);
    pages.watermark = sheet.watermark.as_deref().map(|words| watermark(fonts, words));
    pages
}

/// The line a slab begins with; `counted` has the lines of each paragraph seen so far.
fn start_of(slab: &Slab, counted: &mut BTreeMap<u32, u32>) -> Start {
    let paragraph = slab.lines.first().map_or(0, |line| line.paragraph);
    let line = counted.get(&paragraph).copied().unwrap_or(0);
    for line in &slab.lines {
        *counted.entry(line.paragraph).or_default() += 1;
    }
    Start { paragraph, line }
}

/// How many slabs stand on the next page; at least one.
fn fitting(slabs: &[Slab], page: f32) -> usize {
    let mut height = slabs.first().and_then(|first| first.head.as_deref()).map_or(0.0, |head| head.height);
    let (mut free, mut avoided) = (None, None);
    for (index, slab) in slabs.iter().enumerate() {
        if index > 0 {
            match slab.begin {
                Break::Free => free = Some(index),
                Break::Avoid => avoided = Some(index),
                Break::Never => {}
            }
            height += slab.before;
        }
        height += slab.height;
        if height > page + 0.01 {
            return free.or(avoided).unwrap_or(index.max(1));
        }
    }
    slabs.len()
}

/// Draws slabs on a new page.
fn fill(pages: &mut Pages, format: PageFormat, slabs: Vec<Slab>) {
    let number = pages.pages.len();
    let mut canvas = Slab::default();
    let mut dividers: Vec<Rule> = Vec::new();
    let mut y = format.above;
    let mut open = false;
    let taken: f32 = slabs.iter().map(|slab| slab.before + slab.height).sum();
    let taken = taken - slabs.first().map_or(0.0, |first| first.before);
    for (index, mut slab) in slabs.into_iter().enumerate() {
        if index == 0 {
            if let Some(head) = slab.head.take() {
                let height = head.height;
                canvas.draw(head.as_ref().clone(), y);
                y += height;
            }
        } else {
            y += slab.before;
        }
        if slab.rest {
            y += (format.text_height() - taken).max(0.0);
        }
        let bottom = y + slab.height;
        match (slab.divider, dividers.last_mut()) {
            (Some(_), Some(last)) if open => last.to.1 = bottom,
            (Some(x), _) => dividers.push(Rule { from: (x, y), to: (x, bottom), ..DIVIDER }),
            (None, _) => {}
        }
        open = slab.divider.is_some();
        if let Some(title) = slab.outline.take() {
            pages.outline.push(OutlineEntry { title, page: number, y });
        }
        canvas.draw(slab, y);
        y = bottom;
    }
    // Slabs hold the lines of two columns side by side; people read one column's paragraph to its end.
    canvas.lines.sort_by_key(|line| line.paragraph);
    canvas.rules.append(&mut dividers);
    let fields = canvas.fields.into_iter().map(|(field, area)| FieldArea { page: number, field, area });
    pages.fields.extend(fields);
    pages.pages.push(Page {
        format,
        shapes: canvas.shapes,
        fills: canvas.fills,
        rules: canvas.rules,
        furniture: Vec::new(),
        lines: canvas.lines,
        turned: canvas.turned,
    });
}

/// Adds page numbers and the note of the first page; `ends` are the numbers of pages up to which they are
/// counted together.
fn furnish(fonts: &mut Fonts, sheet: &Sheet, pages: &mut Pages, ends: &[usize]) {
    let mut ends = ends.iter().copied();
    let (mut begin, mut end) = (0, 0);
    for (place, page) in pages.pages.iter_mut().enumerate() {
        if place >= end {
            (begin, end) = (place, ends.find(|end| *end > place).unwrap_or(usize::MAX));
        }
        let (index, count) = (place - begin, end - begin);
        let format = page.format;
        if let (0, Some(note)) = (place, &sheet.top_note) {
            let run = Run { text: note.clone(), italic: true, ..Run::default() };
            page.furniture.extend(centred(fonts, format, run, NOTE_SIZE, TOP_BASELINE));
        }
        let number = index + 1;
        match &sheet.numbers {
            Numbers::Top if index > 0 => {
                let run = Run { text: number.to_string(), ..Run::default() };
                page.furniture.extend(centred(fonts, format, run, NUMBER_SIZE, TOP_BASELINE));
            }
            Numbers::Top | Numbers::None => {}
            Numbers::Foot(pattern) => {
                let text =
                    pattern.replace("{page}", &number.to_string()).replace("{pages}", &count.to_string());
                let run = Run { text, ..Run::default() };
                page.furniture.extend(centred(fonts, format, run, FOOT_SIZE, format.height - FOOT_BASELINE));
            }
        }
    }
}

fn centred(fonts: &mut Fonts, format: PageFormat, run: Run, size: f32, baseline: f32) -> Option<TextLine> {
    let width = format.text_width();
    let measure = Measure { width, indent: 0.0, size, align: Align::Centre, two_words_last: false };
    let line = lines(fonts, &[run], measure).into_iter().next()?;
    let (x, words) = (format.left, line.words);
    Some(TextLine { x, baseline, size, colour: BLACK, words, paragraph: 0, joined: false })
}

fn watermark(fonts: &mut Fonts, words: &str) -> Watermark {
    let run = Run { text: words.into(), bold: true, ..Run::default() };
    let measure = |size| Measure { width: 1e6, indent: 0.0, size, align: Align::Left, two_words_last: false };
    let natural =
        lines(fonts, std::slice::from_ref(&run), measure(1.0)).first().map_or(1.0, |line| line.width);
    let size = (WATERMARK_LENGTH / natural.max(0.1)).min(150.0);
    let line = lines(fonts, &[run], measure(size)).into_iter().next().unwrap_or_default();
    Watermark { words: line.words, width: line.width, size, angle: ANGLE, colour: PALE }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::blocks::{
        Block, Cell, Document, Labelled, Paragraph, Signature, Signatures, Table,
    };
    use crate::documents::layout::lay_out;
    use crate::documents::text::text;

    const BOTTOM: f32 = PageFormat::UPRIGHT.height - PageFormat::UPRIGHT.above;
    const RIGHT: f32 = PageFormat::UPRIGHT.width - PageFormat::UPRIGHT.right;

    fn words(text: &str) -> Vec<Run> {
        vec![Run { text: text.into(), ..Run::default() }]
    }

    /// A paragraph of so many lines that begins with a word of its own.
    fn paragraph(name: &str, lines: usize) -> Block {
        let runs = words(&format!(
            "{name} {}",
            vec!["cộng đồng làng nghề cùng phát triển bền vững và"; lines * 2 - 1].join(" ")
        ));
        Block::Paragraph(Paragraph { runs, ..Paragraph::default() })
    }

    fn laid_out(blocks: Vec<Block>) -> Pages {
        lay_out(&mut Fonts::new().unwrap(), &Document { blocks, ..Document::default() })
    }

    /// Numbers of the paragraphs on a page with their lines there.
    fn counts(page: &Page) -> Vec<(u32, usize)> {
        let mut counts: Vec<(u32, usize)> = Vec::new();
        for line in &page.lines {
            match counts.last_mut() {
                Some((number, count)) if *number == line.paragraph => *count += 1,
                _ => counts.push((line.paragraph, 1)),
            }
        }
        counts
    }

    #[test]
    fn two_lines_of_a_paragraph_stand_on_each_side_of_a_page_break() {
        for fill in 30..45 {
            let blocks = vec![paragraph("đầu", fill), paragraph("giữa", 5), paragraph("cuối", 3)];
            let pages = laid_out(blocks);
            assert_eq!(pages.pages.len(), 2, "{fill}");
            for page in &pages.pages {
                for (number, count) in counts(page) {
                    assert!(count >= 2, "paragraph {number} has {count} line on a page for {fill}");
                }
            }
        }
    }

    #[test]
    fn a_heading_stays_with_two_lines() {
        for fill in 32..44 {
            let heading =
                Paragraph { runs: words("Điều 1. Mục đích"), keep_next: 2, ..Paragraph::default() };
            let pages = laid_out(vec![
                paragraph("đầu", fill),
                Block::Paragraph(heading),
                paragraph("một", 1),
                paragraph("hai", 6),
            ]);
            let page =
                pages.pages.iter().find(|page| page.lines.iter().any(|line| line.paragraph == 2)).unwrap();
            let following = page.lines.iter().filter(|line| line.paragraph > 2).count();
            assert!(following >= 2, "{following} lines below the heading for {fill}");
        }
    }

    #[test]
    fn what_belongs_together_is_not_split_unless_it_is_higher_than_a_page() {
        let rows = |count: usize| {
            let row = |index| {
                Block::Labelled(Labelled {
                    label: words("Địa chỉ"),
                    value: words(&format!("dòng {index}")),
                    size: 13.5,
                    line: 1.3,
                    ..Labelled::default()
                })
            };
            Block::Together((0..count).map(row).collect())
        };
        let pages = laid_out(vec![paragraph("đầu", 30), rows(20)]);
        assert_eq!(pages.pages.len(), 2);
        assert_eq!(counts(&pages.pages[0]), [(1, pages.pages[0].lines.len())]);
        let pages = laid_out(vec![rows(60)]);
        assert_eq!(pages.pages.len(), 2);
        assert!(pages.pages[0].lines.iter().all(|line| line.baseline < BOTTOM));
    }

    #[test]
    fn signatures_take_a_short_end_of_the_text_along_whole_and_two_lines_of_a_long_one() {
        for (fill, end) in (20..44).flat_map(|fill| [1, 3, 5, 12].map(|end| (fill, end))) {
            let signature = Signature {
                heading: vec![words("ĐẠI DIỆN BÊN A")],
                name: words("Đàm Quang Lộc"),
                ..Signature::default()
            };
            let row = vec![signature.clone(), signature];
            let block = Signatures {
                text: vec![paragraph("cuối", end)],
                rows: vec![row.clone(), row],
                size: 13.5,
                name_size: 13.5,
                room: mm(36.0),
            };
            let pages = laid_out(vec![paragraph("đầu", fill), Block::Signatures(block)]);
            let count = |page: &Page| page.lines.iter().filter(|line| line.paragraph == 2).count();
            let last = pages.pages.last().unwrap();
            let whole: usize = pages.pages.iter().map(count).sum();
            let wanted = if whole <= 8 { whole } else { 2 };
            assert!(
                count(last) >= wanted,
                "{} of {whole} lines above the signatures for {fill}",
                count(last)
            );
            assert_eq!(last.lines.iter().filter(|line| line.paragraph > 2).count(), 8, "{fill}");
        }
    }

    #[test]
    fn the_head_of_a_table_is_repeated_and_rows_do_not_split() {
        let cell = |text: &str| Cell { lines: vec![words(text)], ..Cell::default() };
        let row = |index: usize| {
            vec![cell(&index.to_string()), cell("mây tre đan của làng nghề Đan Hòa xã Hòa Đan")]
        };
        let table = Table {
            widths: vec![60.0, 120.0],
            head: vec![cell("STT"), cell("Tên")],
            rows: (1..=60).map(row).collect(),
            size: 12.0,
            ..Table::default()
        };
        let pages = laid_out(vec![Block::Table(table)]);
        assert!(pages.pages.len() > 1);
        for page in &pages.pages {
            assert_eq!(&*page.lines[0].words[0].word.text, "STT");
            let lowest = page.rules.iter().map(|rule| rule.to.1).fold(0.0, f32::max);
            assert!(page.lines.iter().all(|line| line.baseline < lowest));
            assert!(lowest <= BOTTOM + 0.1);
        }
        let last = text(&pages);
        assert!((1..=60).all(|index| last.contains(&format!("\n{index}\nmây tre đan của"))), "{last}");
    }

    #[test]
    fn a_row_higher_than_a_page_goes_on_on_the_next() {
        let cell = |text: &str| Cell { lines: vec![words(text)], ..Cell::default() };
        let long = "ghi chú rất dài ".repeat(400);
        let table = Table {
            widths: vec![60.0, 60.0],
            head: vec![cell("A"), cell("B")],
            rows: vec![vec![cell("1"), cell(&long)]],
            size: 12.0,
            ..Table::default()
        };
        let pages = laid_out(vec![Block::Table(table)]);
        assert!(pages.pages.iter().flat_map(|page| &page.lines).all(|line| line.baseline < BOTTOM));
        assert_eq!(text(&pages).matches("ghi").count(), 400);
    }

    #[test]
    fn a_long_word_widens_its_column_but_the_table_keeps_its_width() {
        let cell = |text: &str| Cell { lines: vec![words(text)], ..Cell::default() };
        let rows =
            vec![vec![cell("1.250.000.000.000"), cell("mây")], vec![cell("1"), cell(&"x".repeat(300))]];
        let table = Table {
            widths: vec![30.0, 400.0],
            head: vec![cell("Giá"), cell("Tên")],
            rows,
            size: 12.0,
            ..Table::default()
        };
        let pages = laid_out(vec![Block::Table(table)]);
        let right = pages.pages[0].rules.iter().map(|rule| rule.to.0).fold(0.0, f32::max);
        assert!((right - RIGHT).abs() < 0.1);
        assert!(text(&pages).contains("1.250.000.000.000"));
        assert!(pages.pages[0].lines.iter().all(|line| line.right() < right));
    }

    #[test]
    fn a_page_break_ends_the_body_and_numbers_begin_on_page_two() {
        let pages = laid_out(vec![paragraph("một", 50), Block::PageBreak, paragraph("hai", 2)]);
        assert_eq!((pages.body, pages.pages.len()), (2, 3));
        let numbers: Vec<usize> = pages.pages.iter().map(|page| page.furniture.len()).collect();
        assert_eq!(numbers, [0, 1, 1]);
        let number = &pages.pages[2].furniture[0];
        assert_eq!(&*number.words[0].word.text, "3");
        assert!(number.baseline < PageFormat::UPRIGHT.above);
        assert!(
            ((number.x + number.words[0].x + number.right()) / 2.0
                - f32::midpoint(PageFormat::UPRIGHT.left, RIGHT))
            .abs()
                < 0.1
        );
    }

    #[test]
    fn numbers_at_the_foot_stand_on_every_page() {
        let sheet = Sheet { numbers: Numbers::Foot("Trang {page}/{pages}".into()), ..Sheet::default() };
        let document = Document { sheet, blocks: vec![paragraph("một", 50)], ..Document::default() };
        let pages = lay_out(&mut Fonts::new().unwrap(), &document);
        let feet: Vec<String> = pages
            .pages
            .iter()
            .map(|page| {
                page.furniture[0].words.iter().map(|placed| &*placed.word.text).collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(feet, ["Trang 1/2", "Trang 2/2"]);
    }

    #[test]
    fn pages_turn_where_they_are_asked_to_and_number_on() {
        let pages = laid_out(vec![
            paragraph("một", 2),
            Block::Turn(PageFormat::ACROSS),
            paragraph("hai", 60),
            Block::PageBreak,
            paragraph("ba", 2),
            Block::Turn(PageFormat::UPRIGHT),
            paragraph("bốn", 2),
        ]);
        let across: Vec<bool> = pages.pages.iter().map(|page| page.format == PageFormat::ACROSS).collect();
        assert_eq!(across.len(), pages.pages.len());
        assert!(
            !across[0]
                && !across[across.len() - 1]
                && across[1..across.len() - 1].iter().all(|turned| *turned)
        );
        let bottom = PageFormat::ACROSS.height - PageFormat::ACROSS.above;
        assert!(pages.pages[1].lines.iter().all(|line| line.baseline < bottom));
        let widest = pages.pages[1].lines.iter().map(super::TextLine::right).fold(0.0, f32::max);
        assert!(widest > RIGHT && pages.pages[1].furniture[0].baseline < PageFormat::ACROSS.above);
        assert_eq!(pages.body, 1);
    }
}
