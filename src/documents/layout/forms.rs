//! Rows that people fill in by hand, and bars: what is drawn beside the words.

use super::flow::{Break, Flow, Slab, solid};
use super::lines::text_width;
use super::{Area, BLACK, Colour, Rule};
use crate::documents::blocks::{Align, Bar, Chart, FillIn, FillPart, Paragraph, Run, mm};
use crate::documents::fonts::{ASCENT, DESCENT};

/// Distance of baselines in multiples of the size.
const LINE: f32 = 1.2;
/// Side of a square to tick in multiples of the size.
const SQUARE: f32 = 0.78;
/// Distance of words from the left edge of their square in multiples of the size.
const AFTER_SQUARE: f32 = 1.25;
/// Thickness of squares and of the axis of bars.
const THIN: f32 = 0.6;
/// Lines to write on.
const WRITE: Rule = Rule { from: (0.0, 0.0), to: (0.0, 0.0), width: 0.4, colour: Colour(0x60, 0x60, 0x60) };
/// A line to write on is at least so long; where there is no room it stands below the words.
const LEAST_LINE: f32 = mm(16.0);
/// Space between words and their line, and between two parts.
const GAP: f32 = mm(1.2);
/// Space between two parts of a row.
const BETWEEN: f32 = mm(3.0);
/// Largest part of the width for what bars stand for.
const LABELS: f32 = 0.42;
/// Ground of bars: dark enough for every printer, light enough to save ink.
const BAR: Colour = Colour(0x8C, 0x8C, 0x8C);
/// Colour of what is missing of the whole.
const PALE: Colour = Colour(0xE2, 0xE2, 0xE2);
/// Height of a bar in multiples of the size.
const BAR_HEIGHT: f32 = 0.95;
/// Space between two bars.
const BETWEEN_BARS: f32 = 4.0;
/// Space between the title and the first bar.
const BELOW_TITLE: f32 = 4.0;
/// So many bars stay on one page.
const TOGETHER: usize = 24;

impl Flow<'_> {
    /// A row that is filled in by hand, as one piece.
    pub(super) fn fill_in(&mut self, row: &FillIn, x: f32, width: f32) -> Slab {
        let room = width - row.inset;
        let sum: f32 = row.parts.iter().map(|part| part.share).sum();
        let mut left = x + row.inset;
        let mut whole = Slab { before: row.before, ..Slab::default() };
        for (part, count) in row.parts.iter().zip(1..) {
            let share = room * part.share / sum.max(0.01);
            let gap = if count < row.parts.len() { BETWEEN } else { 0.0 };
            let slab = self.fill_part(part, row, left, share - gap);
            whole.height = whole.height.max(slab.height);
            whole.draw(slab, 0.0);
            left += share;
        }
        whole
    }

    fn fill_part(&mut self, part: &FillPart, row: &FillIn, x: f32, width: f32) -> Slab {
        let size = row.size;
        let indent = if part.tick { AFTER_SQUARE * size } else { 0.0 };
        let label = flush(part.label.clone(), size);
        let mut slab = solid(self.paragraph(&label, x + indent, width - indent));
        // In a high row the words stand at the bottom, where the line is.
        let down = (row.height - LINE * size).max(0.0);
        let height = down + slab.height.max(LINE * size);
        let baseline = |top: f32| top + LINE * size / 2.0 + (ASCENT - DESCENT) / 2.0 * size;
        let mut whole = Slab { height, ..Slab::default() };
        if part.tick {
            let (square, bottom) = (SQUARE * size, baseline(down) + 0.04 * size);
            let (top, right) = (bottom - square, x + square);
            let corners = [(x, top), (right, top), (right, bottom), (x, bottom)];
            for (from, to) in corners.into_iter().zip(corners.into_iter().cycle().skip(1)) {
                whole.rules.push(Rule { from, to, width: THIN, colour: BLACK });
            }
        }
        if part.line {
            let right = x + width;
            let end = slab.lines.last().map_or(x + indent, |line| line.right() + GAP);
            let mut y = baseline(height - LINE * size) + 0.16 * size;
            let from = if right - end < LEAST_LINE {
                let further = row.height.max(LINE * size);
                whole.height += further;
                y += further;
                x + indent
            } else {
                end
            };
            whole.rules.push(Rule { from: (from, y), to: (right, y), ..WRITE });
        }
        slab.before = 0.0;
        whole.draw(slab, down);
        whole
    }

    /// A title and bars below it, each with what it stands for at its left and its value at its end.
    pub(super) fn chart(&mut self, chart: &Chart, x: f32, width: f32) -> Vec<Slab> {
        let size = chart.size;
        let mut slabs = Vec::new();
        if !chart.title.is_empty() {
            let title = Paragraph { keep_next: 2, ..flush(chart.title.clone(), size) };
            slabs.append(&mut self.paragraph(&title, x, width));
        }
        let titled = slabs.len();
        let plain = |text: &str| vec![Run { text: text.to_owned(), ..Run::default() }];
        let mut widest = |text: fn(&Bar) -> &str| {
            let widths = chart.bars.iter().map(|bar| text_width(self.fonts, &plain(text(bar)), size));
            widths.fold(0.0, f32::max)
        };
        let labels = (widest(|bar| &bar.label) + 0.5).min(width * LABELS);
        let values = widest(|bar| &bar.value) + 0.5;
        let axis = x + labels + BETWEEN;
        let room = (x + width - axis - values - GAP).max(0.0);
        let least = if chart.whole { 1.0 } else { 0.0 };
        let longest = chart.bars.iter().map(|bar| bar.length).fold(least, f64::max);
        for bar in &chart.bars {
            #[expect(clippy::cast_possible_truncation, reason = "a part of the width")]
            let part = if longest > 0.0 { (bar.length.max(0.0) / longest) as f32 } else { 0.0 };
            let label = solid(self.paragraph(&flush(plain(&bar.label), size), x, labels));
            #[expect(clippy::cast_possible_truncation, reason = "a part of the width")]
            let whole = if chart.whole { (1.0 / longest) as f32 } else { 0.0 };
            let value_x = axis + room * part.max(whole) + GAP;
            let value = solid(self.paragraph(&flush(plain(&bar.value), size), value_x, values));
            let height = label.height.max(LINE * size) + BETWEEN_BARS;
            let before = if slabs.len() == titled { BELOW_TITLE } else { 0.0 };
            let mut slab = Slab { before, height, ..Slab::default() };
            let thick = BAR_HEIGHT * size;
            let y = (height - thick) / 2.0;
            if whole > part {
                slab.fills.push((Area { x: axis, y, width: room * whole, height: thick }, PALE));
            }
            if part > 0.0 {
                slab.fills.push((Area { x: axis, y, width: room * part, height: thick }, BAR));
            }
            slab.rules.push(Rule { from: (axis, 0.0), to: (axis, height), width: THIN, colour: BLACK });
            let middle = |part: &Slab| (height - part.height) / 2.0;
            let (label_top, value_top) = (middle(&label), middle(&value));
            slab.draw(label, label_top);
            slab.draw(value, value_top);
            slabs.push(slab);
        }
        if slabs.len() <= TOGETHER {
            slabs.iter_mut().skip(1).for_each(|slab| slab.begin = Break::Never);
        }
        if let Some(first) = slabs.first_mut() {
            first.before = chart.before;
        }
        slabs
    }
}

/// A text flush at the left.
fn flush(runs: Vec<Run>, size: f32) -> Paragraph {
    Paragraph { runs, size, line: LINE, align: Align::Left, ..Paragraph::default() }
}

#[cfg(test)]
mod tests {
    use crate::documents::blocks::{Bar, Block, Chart, Document, FillIn, FillPart, PageFormat, Run, mm};
    use crate::documents::fonts::Fonts;
    use crate::documents::layout::{Page, lay_out};

    fn run(text: &str) -> Vec<Run> {
        vec![Run { text: text.into(), ..Run::default() }]
    }

    fn page(block: Block) -> Page {
        let document = Document { blocks: vec![block], ..Document::default() };
        lay_out(&mut Fonts::new().unwrap(), &document).pages.remove(0)
    }

    #[test]
    fn a_part_has_its_square_before_and_its_line_after_the_words() {
        let part = |tick, label: &str, line| FillPart { tick, label: run(label), line, share: 1.0 };
        let parts = vec![part(true, "Gian hàng", true), part(false, "Ngày", true)];
        let page = page(Block::FillIn(FillIn { parts, size: 12.0, height: 24.0, ..FillIn::default() }));
        assert_eq!(page.rules.len(), 6);
        let (square, first, last) = (&page.rules[..4], page.rules[4], page.rules[5]);
        let right = square.iter().map(|rule| rule.from.0).fold(0.0, f32::max);
        assert!(page.lines[0].x > right && first.from.0 > page.lines[0].right());
        assert!((first.from.1 - last.from.1).abs() < 0.01 && first.from.1 > page.lines[0].baseline);
        assert!(first.to.0 < page.lines[1].x && last.from.0 > page.lines[1].right());
        let edge = PageFormat::UPRIGHT.width - PageFormat::UPRIGHT.right;
        assert!((last.to.0 - edge).abs() < 0.01);
    }

    #[test]
    fn a_line_without_room_stands_below_long_words() {
        let label = run(&"làng nghề ".repeat(11));
        let parts = vec![FillPart { label, line: true, share: 1.0, ..FillPart::default() }];
        let page = page(Block::FillIn(FillIn { parts, size: 12.0, ..FillIn::default() }));
        let below = page.rules[0];
        assert!(page.lines.iter().all(|line| line.baseline < below.from.1));
        assert!(below.to.0 - below.from.0 >= mm(16.0));
    }

    #[test]
    fn bars_are_as_long_as_their_values_and_stay_on_the_page() {
        let bar = |label: &str, length: f64| Bar { label: label.into(), length, value: length.to_string() };
        let bars = vec![bar(&"tỉnh ".repeat(30), 40.0), bar("b", 20.0), bar("c", 0.0), bar("d", -3.0)];
        let page = page(Block::Chart(Chart {
            title: run("Biểu đồ"),
            bars,
            size: 11.0,
            before: 6.0,
            ..Chart::default()
        }));
        assert_eq!(page.fills.len(), 2);
        let [long, half] = [page.fills[0].0, page.fills[1].0];
        assert!((long.width - 2.0 * half.width).abs() < 0.01);
        let edge = PageFormat::UPRIGHT.width - PageFormat::UPRIGHT.right;
        assert!(page.lines.iter().all(|line| line.right() <= edge + 0.1));
    }
}
