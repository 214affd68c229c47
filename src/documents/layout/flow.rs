//! Blocks become slabs: strips over the width of the text that do not break over pages.
//!
//! A slab holds a line of text, a row of a table or a row of signatures, drawn from its own top edge, and
//! knows whether a page may begin with it. `paginate` does the rest.

use std::sync::Arc;

use super::lines::{Line, Measure, lines, text_width};
use super::{Area, BLACK, Colour, Rule, TextLine};
use crate::documents::blocks::{
    Align, Block, Columns, Labelled, PageFormat, Paragraph, RuleBelow, Run, Sheet, mm,
};
use crate::documents::board::Shape;
use crate::documents::fonts::{ASCENT, DESCENT, Fonts};

/// Ground of values in a draft.
const FIELD: Colour = Colour(0xFF, 0xF3, 0xC9);
/// Ground of gaps in a draft.
const GAP: Colour = Colour(0xFB, 0xDD, 0xDD);
/// Underline of gaps in a draft.
const GAP_LINE: Colour = Colour(0xAE, 0x1B, 0x32);
/// Thickness of the lines below mottos and titles.
const RULE: f32 = 0.8;
/// Width of the column of colons.
const COLON: f32 = mm(3.2);
/// Distance between the longest label and its colon.
const LABEL_GAP: f32 = mm(1.0);
/// Largest part of the width that labels may take.
const LABEL_SHARE: f32 = 0.45;
/// Least distance of a second label from the first value's left edge.
const SECOND_TAB: f32 = mm(42.0);
/// Least distance of a second label from the first value's right edge.
const SECOND_GAP: f32 = mm(6.0);

/// Whether a page may begin with a slab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Break {
    /// It may.
    #[default]
    Free,
    /// Only when there is no free place.
    Avoid,
    /// Only when the page would be empty otherwise.
    Never,
}

/// A strip of the page that does not break.
#[derive(Clone, Debug, Default)]
pub struct Slab {
    /// Space above, left out at the top of a page.
    pub before: f32,
    /// Height without the space above.
    pub height: f32,
    /// Whether a page may begin with it.
    pub begin: Break,
    /// Number of slabs after it that stay with it.
    pub keep_next: usize,
    /// Number of slabs before it that stay with it.
    pub keep_previous: usize,
    /// What is repeated above it when a page begins with it.
    pub head: Option<Arc<Slab>>,
    /// Where the line between two columns stands.
    pub divider: Option<f32>,
    /// Entry in the outline.
    pub outline: Option<String>,
    /// Text; baselines count from the top edge.
    pub lines: Vec<TextLine>,
    /// Text that stands upside down on the page, wherever the slab is.
    pub turned: Vec<TextLine>,
    /// What boards draw.
    pub shapes: Vec<Shape>,
    /// It stands at the foot of its page, and so does what follows.
    pub rest: bool,
    /// Lines.
    pub rules: Vec<Rule>,
    /// Coloured grounds.
    pub fills: Vec<(Area, Colour)>,
    /// Values of fields.
    pub fields: Vec<(String, Area)>,
}

impl Slab {
    /// Draws another slab on this one, its top edge `down` below.
    pub fn draw(&mut self, mut other: Self, down: f32) {
        for line in &mut other.lines {
            line.baseline += down;
        }
        for rule in &mut other.rules {
            rule.from.1 += down;
            rule.to.1 += down;
        }
        let areas = other.fills.iter_mut().map(|(area, _)| area);
        let shapes = other.shapes.iter_mut().map(|shape| &mut shape.area);
        for area in areas.chain(shapes).chain(other.fields.iter_mut().map(|(_, area)| area)) {
            area.y += down;
        }
        self.lines.append(&mut other.lines);
        self.turned.append(&mut other.turned);
        self.rules.append(&mut other.rules);
        self.fills.append(&mut other.fills);
        self.shapes.append(&mut other.shapes);
        self.fields.append(&mut other.fields);
        self.outline = self.outline.take().or(other.outline);
    }
}

/// The slabs one below the other as one slab.
pub fn solid(slabs: Vec<Slab>) -> Slab {
    let mut whole = Slab::default();
    for (index, slab) in slabs.into_iter().enumerate() {
        if index == 0 {
            whole.before = slab.before;
        } else {
            whole.height += slab.before;
        }
        let top = whole.height;
        whole.height += slab.height;
        whole.draw(slab, top);
    }
    whole
}

/// Turns blocks into slabs.
pub struct Flow<'a> {
    /// The fonts.
    pub fonts: &'a mut Fonts,
    mark_fields: bool,
    /// Height of the text on a page.
    pub(super) page: f32,
    /// The margin above it.
    pub(super) above: f32,
    /// Number of the last paragraph.
    paragraph: u32,
    /// Width of the label column of each group.
    labels: Vec<(u8, f32)>,
}

impl<'a> Flow<'a> {
    /// Prepares for the blocks of one document: finds the widths of its label columns.
    pub fn new(fonts: &'a mut Fonts, sheet: &Sheet, blocks: &[Block]) -> Self {
        let mut labels = Vec::new();
        measure_labels(fonts, blocks, &mut labels);
        Self {
            fonts,
            mark_fields: sheet.mark_fields,
            page: sheet.format.text_height(),
            above: sheet.format.above,
            paragraph: 0,
            labels,
        }
    }

    /// Goes on on pages of this size.
    pub fn turn(&mut self, format: PageFormat) {
        (self.page, self.above) = (format.text_height(), format.above);
    }

    /// The number of a new paragraph.
    pub fn next_paragraph(&mut self) -> u32 {
        self.paragraph += 1;
        self.paragraph
    }

    /// The blocks one below the other, from `x`, at most `width` wide.
    pub fn stack(&mut self, blocks: &[Block], x: f32, width: f32) -> Vec<Slab> {
        let mut slabs: Vec<Slab> = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => slabs.append(&mut self.paragraph(paragraph, x, width)),
                Block::Labelled(row) => slabs.append(&mut self.labelled(row, x, width)),
                Block::Together(blocks) => {
                    let mut inner = self.stack(blocks, x, width);
                    inner.iter_mut().skip(1).for_each(|slab| slab.begin = Break::Never);
                    slabs.append(&mut inner);
                }
                Block::Columns(columns) => slabs.append(&mut self.columns(columns, x, width)),
                Block::Table(table) => slabs.append(&mut self.table(table, x, width)),
                Block::Signatures(signatures) => slabs.append(&mut self.signatures(signatures, x, width)),
                Block::Plate(plate) => slabs.push(self.plate(plate, x, width)),
                Block::FillIn(row) => slabs.push(self.fill_in(row, x, width)),
                Block::Chart(chart) => slabs.append(&mut self.chart(chart, x, width)),
                Block::PageBreak | Block::Turn(_) => {}
                Block::Board(board) => slabs.push(self.board(board, x)),
                Block::Rest => slabs.push(Slab { rest: true, keep_next: 1, ..Slab::default() }),
            }
        }
        keep(&mut slabs);
        slabs
    }

    /// The lines of a paragraph, each a slab.
    pub fn paragraph(&mut self, paragraph: &Paragraph, x: f32, width: f32) -> Vec<Slab> {
        let Paragraph { runs, size, line, align, indent, .. } = paragraph;
        let number = self.next_paragraph();
        let right_inset = if *align == Align::Centre { paragraph.inset } else { 0.0 };
        let (x, width) = (x + paragraph.inset, width - paragraph.inset - right_inset);
        let two_words_last = paragraph.two_words_last;
        let measure = Measure { width, indent: *indent, size: *size, align: *align, two_words_last };
        let lines = lines(self.fonts, runs, measure);
        let count = lines.len();
        let mut slabs = Vec::with_capacity(count);
        for (index, text) in lines.into_iter().enumerate() {
            let extent = (text.x, text.width);
            let mut slab = self.line(text, runs, number, x, *size, *line);
            slab.lines.iter_mut().for_each(|line| line.colour = paragraph.colour);
            let last = index + 1 == count;
            if index == 0 {
                slab.before = paragraph.before;
                slab.outline.clone_from(&paragraph.outline);
            }
            if index == 1 || (last && index > 0) {
                slab.begin = Break::Never;
            }
            if last {
                slab.keep_next = paragraph.keep_next;
                if let Some(rule) = paragraph.rule {
                    rule_below(&mut slab, rule, x, extent, *size);
                }
            }
            slabs.push(slab);
        }
        slabs
    }

    /// One line of text with its marks.
    fn line(&self, line: Line, runs: &[Run], paragraph: u32, x: f32, size: f32, pitch: f32) -> Slab {
        let height = size * pitch;
        let baseline = height / 2.0 + (ASCENT - DESCENT) / 2.0 * size;
        let mut slab = Slab { height, ..Slab::default() };
        for stretch in &line.stretches {
            let Some(run) = runs.get(stretch.run) else { continue };
            let (top, bottom) = (baseline - 0.86 * size, baseline + 0.26 * size);
            let left = x + stretch.x;
            let area = Area { x: left, y: top, width: stretch.width, height: bottom - top };
            if self.mark_fields {
                slab.fills.push((area, if run.missing { GAP } else { FIELD }));
            }
            if self.mark_fields && run.missing {
                let (from, to) = ((left, bottom), (left + stretch.width, bottom));
                slab.rules.push(Rule { from, to, width: RULE, colour: GAP_LINE });
            }
            if let Some(field) = &run.field {
                slab.fields.push((field.clone(), area));
            }
        }
        let Line { words, joined, .. } = line;
        slab.lines.push(TextLine { x, baseline, size, colour: BLACK, words, paragraph, joined });
        slab
    }

    /// A label, its colon and its value, line by line.
    fn labelled(&mut self, row: &Labelled, x: f32, width: f32) -> Vec<Slab> {
        let number = self.next_paragraph();
        let wanted = self
            .labels
            .iter()
            .find(|(group, _)| *group == row.group)
            .map_or(row.label_width, |(_, width)| *width);
        let column = wanted.min(width * LABEL_SHARE);
        let colon = [Run { text: ":".into(), ..Run::default() }];
        let colon_x = x + row.indent + column;
        let value_x = colon_x + COLON;
        let room = x + width - value_x;
        let labels = self.piece(&row.label, number, x + row.indent, column, row);
        let colon = self.piece(&colon, number, colon_x, COLON, row);
        let mut values = self.piece(&row.value, number, value_x, room, row);
        let mut beside = Vec::new();
        if let Some((label, value)) = &row.second {
            let number = self.next_paragraph();
            let runs = second(label, value);
            let used = values.first().and_then(|slab| slab.lines.first()).map_or(value_x, TextLine::right);
            let tab = (value_x + SECOND_TAB).max(used + SECOND_GAP);
            if values.len() <= 1 && text_width(self.fonts, &runs, row.size) <= x + width - tab {
                beside = self.piece(&runs, number, tab, x + width - tab, row);
            } else {
                values.extend(self.piece(&runs, number, value_x, room, row));
            }
        }
        let mut slabs = level(vec![labels, colon, values, beside]);
        for (index, slab) in slabs.iter_mut().enumerate() {
            slab.begin = if index == 0 { Break::Free } else { Break::Never };
            slab.before = if index == 0 { row.before } else { 0.0 };
        }
        slabs
    }

    /// A part of a labelled row, flush at the left.
    fn piece(&mut self, runs: &[Run], number: u32, x: f32, width: f32, row: &Labelled) -> Vec<Slab> {
        let measure =
            Measure { width, indent: 0.0, size: row.size, align: Align::Left, two_words_last: false };
        let lines = lines(self.fonts, runs, measure);
        lines.into_iter().map(|line| self.line(line, runs, number, x, row.size, row.line)).collect()
    }

    /// Two stacks side by side.
    fn columns(&mut self, columns: &Columns, x: f32, width: f32) -> Vec<Slab> {
        let Columns { left, right, left_width, gap, divided, level: breakable } = columns;
        let right_x = x + left_width + gap;
        let mut left = self.stack(left, x, *left_width);
        let mut right = self.stack(right, right_x, x + width - right_x);
        if !breakable {
            left = vec![solid(left)];
            right = vec![solid(right)];
        }
        let divider = divided.then_some(x + left_width + gap / 2.0);
        let mut slabs = level(vec![left, right]);
        for slab in &mut slabs {
            slab.divider = divider;
        }
        slabs
    }
}

/// Draws stacks side by side, their first slabs level, their second slabs level, and so on.
fn level(stacks: Vec<Vec<Slab>>) -> Vec<Slab> {
    let mut level: Vec<Slab> = Vec::new();
    for stack in stacks {
        for (index, slab) in stack.into_iter().enumerate() {
            match level.get_mut(index) {
                Some(beside) => {
                    beside.before = beside.before.max(slab.before);
                    beside.height = beside.height.max(slab.height);
                    beside.begin = beside.begin.max(slab.begin);
                    beside.keep_next = beside.keep_next.max(slab.keep_next);
                    beside.draw(slab, 0.0);
                }
                None => level.push(slab),
            }
        }
    }
    level
}

/// Draws the line below a paragraph and makes room for it.
fn rule_below(slab: &mut Slab, rule: RuleBelow, x: f32, (start, width): (f32, f32), size: f32) {
    let baseline = slab.lines.first().map_or(0.0, |line| line.baseline);
    let (length, distance) = match rule {
        RuleBelow::AsText => (width, 0.45),
        RuleBelow::Part(part) => (width * part, 0.45),
        RuleBelow::Length(length) => (length, 0.6),
    };
    let y = baseline + distance * size;
    let left = x + start + (width - length) / 2.0;
    slab.rules.push(Rule { from: (left, y), to: (left + length, y), width: RULE, colour: super::BLACK });
    slab.height = slab.height.max(y + RULE);
}

/// "Email: …" as it stands at the second tab.
fn second(label: &[Run], value: &[Run]) -> Vec<Run> {
    let colon = Run { text: ": ".into(), ..Run::default() };
    label.iter().chain(std::iter::once(&colon)).chain(value).cloned().collect()
}

/// Carries the wishes of slabs to stay together over to their neighbours.
fn keep(slabs: &mut [Slab]) {
    let mut following = 0_usize;
    for slab in slabs.iter_mut() {
        if following > 0 {
            slab.begin = Break::Never;
        }
        following = following.saturating_sub(1).max(slab.keep_next);
    }
    let mut previous = 0_usize;
    for slab in slabs.iter_mut().rev() {
        if previous > 0 {
            slab.begin = Break::Never;
        }
        if slab.keep_previous > 0 {
            slab.begin = Break::Never;
        }
        previous = previous.saturating_sub(1).max(slab.keep_previous.saturating_sub(1));
    }
}

/// Collects the widths of the label columns of all rows.
fn measure_labels(fonts: &mut Fonts, blocks: &[Block], labels: &mut Vec<(u8, f32)>) {
    for block in blocks {
        match block {
            Block::Labelled(row) => {
                let width = (text_width(fonts, &row.label, row.size) + LABEL_GAP).max(row.label_width);
                match labels.iter_mut().find(|(group, _)| *group == row.group) {
                    Some((_, widest)) => *widest = widest.max(width),
                    None => labels.push((row.group, width)),
                }
            }
            Block::Together(blocks) => measure_labels(fonts, blocks, labels),
            Block::Columns(Columns { left, right, .. }) => {
                measure_labels(fonts, left, labels);
                measure_labels(fonts, right, labels);
            }
            Block::Paragraph(_)
            | Block::Table(_)
            | Block::Signatures(_)
            | Block::Plate(_)
            | Block::FillIn(_)
            | Block::Chart(_)
            | Block::Board(_)
            | Block::Rest
            | Block::PageBreak
            | Block::Turn(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Run> {
        vec![Run { text: text.into(), ..Run::default() }]
    }

    fn row(label: &str, value: &str) -> Labelled {
        Labelled {
            label: words(label),
            value: words(value),
            size: 13.5,
            line: 1.3,
            label_width: mm(27.0),
            ..Labelled::default()
        }
    }

    fn stacked(blocks: &[Block], mark_fields: bool) -> Vec<Slab> {
        let mut fonts = Fonts::new().unwrap();
        let sheet = Sheet { mark_fields, ..Sheet::default() };
        Flow::new(&mut fonts, &sheet, blocks).stack(blocks, 0.0, 453.5)
    }

    /// Left edges of the texts of a slab.
    fn edges(slab: &Slab) -> Vec<f32> {
        slab.lines.iter().map(|line| line.x + line.words[0].x).collect()
    }

    #[test]
    fn colons_of_a_group_stand_below_each_other() {
        let blocks =
            [row("Địa chỉ", "Hà Nội"), row("Người đại diện theo pháp luật", "Ông Lộc")].map(Block::Labelled);
        let slabs = stacked(&blocks, false);
        assert_eq!(slabs.len(), 2);
        assert_eq!(edges(&slabs[0]), edges(&slabs[1]));
        let label_end = slabs[1].lines[0].right();
        assert!(edges(&slabs[1])[1] > label_end && edges(&slabs[1])[1] < label_end + 10.0);
    }

    #[test]
    fn further_lines_of_a_value_stand_below_its_first() {
        let slabs = stacked(&[Block::Labelled(row("Địa chỉ", &"phường Thuận Thành ".repeat(6)))], false);
        assert!(slabs.len() >= 2);
        assert!((edges(&slabs[0])[2] - edges(&slabs[1])[0]).abs() < 0.01);
        assert_eq!(slabs[1].begin, Break::Never);
    }

    #[test]
    fn a_second_value_stands_beside_or_below() {
        let second = |text: &str| Some((words("Email"), words(text)));
        let beside = Labelled { second: second("a@b.example"), ..row("Điện thoại", "0900 000 001") };
        let below = Labelled { second: second(&"dai-".repeat(18)), ..row("Điện thoại", "0900 000 001") };
        let without = Labelled { second: second("a@b.example"), ..row("Điện thoại", "") };
        let slabs = stacked(&[beside, below, without].map(Block::Labelled), false);
        assert_eq!(slabs[0].lines.len(), 4);
        assert!(slabs[1].lines.len() == 3 && slabs[2].lines.len() == 1);
        assert!((edges(&slabs[1])[2] - edges(&slabs[2])[0]).abs() < 0.01);
        let last: String = slabs
            .last()
            .unwrap()
            .lines
            .iter()
            .flat_map(|line| &line.words)
            .map(|placed| &*placed.word.text)
            .collect();
        assert!(last.contains("Email:"), "{last}");
    }

    #[test]
    fn a_very_long_label_is_broken_and_leaves_room_for_the_value() {
        let slabs = stacked(&[Block::Labelled(row(&"nhãn rất dài ".repeat(8), "giá trị"))], false);
        assert!(slabs.len() > 1);
        assert!(slabs.iter().flat_map(|slab| &slab.lines).all(|line| line.right() < 453.6));
    }

    #[test]
    fn a_rule_is_as_long_as_asked_and_centred_below() {
        let rules = [RuleBelow::AsText, RuleBelow::Part(0.5), RuleBelow::Length(mm(42.0))];
        for rule in rules {
            let paragraph = Paragraph {
                runs: words("Độc lập - Tự do - Hạnh phúc"),
                align: Align::Centre,
                rule: Some(rule),
                ..Paragraph::default()
            };
            let slab = stacked(&[Block::Paragraph(paragraph)], false).remove(0);
            let (line, drawn) = (&slab.lines[0], slab.rules[0]);
            let text = line.right() - line.words[0].x;
            let expected = match rule {
                RuleBelow::AsText => text,
                RuleBelow::Part(part) => text * part,
                RuleBelow::Length(length) => length,
            };
            assert!((drawn.to.0 - drawn.from.0 - expected).abs() < 0.01);
            assert!((f32::midpoint(drawn.to.0, drawn.from.0) - 453.5 / 2.0).abs() < 0.01);
            assert!(drawn.from.1 > line.baseline + 3.0 && drawn.from.1 < slab.height);
        }
    }

    #[test]
    fn a_draft_marks_values_and_gaps_and_every_print_knows_where_they_stand() {
        let value = Run { field: Some("a.name".into()), ..words("Đan Hòa").remove(0) };
        let gap = Run { field: Some("a.phone".into()), missing: true, ..words("……").remove(0) };
        let plain = words(" và ").remove(0);
        let block = Block::Paragraph(Paragraph { runs: vec![value, plain, gap], ..Paragraph::default() });
        let draft = stacked(std::slice::from_ref(&block), true).remove(0);
        assert_eq!(draft.fills.iter().map(|(_, colour)| *colour).collect::<Vec<_>>(), [FIELD, GAP]);
        assert_eq!(draft.rules.len(), 1);
        let clean = stacked(&[block], false).remove(0);
        assert!(clean.fills.is_empty() && clean.rules.is_empty());
        assert_eq!(
            clean.fields.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(),
            ["a.name", "a.phone"]
        );
        assert_eq!(clean.fields, draft.fields);
    }

    #[test]
    fn columns_begin_level_and_their_lines_stay_level() {
        let long = |text: &str, count| {
            vec![Block::Paragraph(Paragraph {
                runs: words(&text.repeat(count)),
                align: Align::Left,
                ..Paragraph::default()
            })]
        };
        let columns = |level| {
            Block::Columns(Columns {
                left: long("làng nghề ", 30),
                right: long("craft village ", 40),
                left_width: 216.0,
                gap: 20.0,
                divided: true,
                level,
            })
        };
        let level = stacked(&[columns(true)], false);
        assert!(level.len() > 5);
        for slab in level.iter().filter(|slab| slab.lines.len() == 2) {
            assert!((slab.lines[0].baseline - slab.lines[1].baseline).abs() < 0.01);
            assert!(slab.lines[0].right() <= 216.1 && slab.lines[1].x >= 236.0);
            assert_eq!(slab.divider, Some(226.0));
        }
        assert_eq!(stacked(&[columns(false)], false).len(), 1);
    }
}
