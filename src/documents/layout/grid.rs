//! Tables and the places for signatures: blocks whose parts stand in a grid.

use std::sync::Arc;

use super::flow::{Break, Flow, Slab, solid};
use super::lines::{longest_word, text_width};
use super::{Area, BLACK, Colour, Rule};
use crate::documents::blocks::{Align, Cell, Paragraph, Run, Signature, Signatures, Table, mm};

/// Thickness of the lines of a table.
const LINE: f32 = 0.6;
/// Thickness of the lines of a list.
const HAIRLINE: f32 = 0.4;
/// Colour of the lines of a list.
const GREY: Colour = Colour(0xA8, 0xA2, 0x96);
/// Ground of the head of a list.
const HEAD: Colour = Colour(0xF1, 0xED, 0xE4);
/// Space between the lines of a table and the text at its left and right.
const PADDING: f32 = mm(1.2);
/// Space between the lines of a table and the text above and below.
const PADDING_ABOVE: f32 = mm(1.1);
/// Space above the first row of signatures.
const ABOVE_SIGNATURES: f32 = 14.0;
/// Space between two rows of signatures.
const BETWEEN_SIGNATURES: f32 = 10.0;
/// Space between two signatures side by side.
const SIGNATURE_GAP: f32 = mm(6.0);
/// Width of a signature that stands alone, as a part of the width of the text.
const ALONE: f32 = 0.8;

/// Height of text that stands whole with the signatures: about eight lines of the body.
const WHOLE: f32 = mm(52.0);
/// Least number of lines that stand with the signatures.
const LAST_LINES: usize = 2;

/// The parts of a signature from top to bottom.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Heading,
    Positions,
    Note,
    Name,
}

impl Part {
    fn of(self, signature: &Signature) -> &[Vec<Run>] {
        match self {
            Self::Heading => &signature.heading,
            Self::Positions => &signature.positions,
            Self::Note => &signature.note,
            Self::Name => std::slice::from_ref(&signature.name),
        }
    }
}

impl Flow<'_> {
    /// The rows of a table, the head first.
    pub(super) fn table(&mut self, table: &Table, x: f32, width: f32) -> Vec<Slab> {
        let widths = self.widths(table, width);
        let rule = Rule {
            from: (x, 0.0),
            to: (x + width, 0.0),
            width: if table.pale { HAIRLINE } else { LINE },
            colour: if table.pale { GREY } else { BLACK },
        };
        let mut head = solid(self.row(&table.head, &widths, rule, (table.size, 0.0), self.page / 2.0));
        head.rules.push(rule);
        if table.pale {
            head.fills.push((Area { x, y: 0.0, width, height: head.height }, HEAD));
        }
        head.before = table.before;
        head.keep_next = 1;
        let repeated = Arc::new(Slab { before: 0.0, ..head.clone() });
        let mut slabs = vec![head];
        for cells in &table.rows {
            let most = self.page - repeated.height;
            // One cell over all columns is a heading: as low as its words, and never at the foot of a page.
            let heading = matches!(cells.as_slice(), [cell] if cell.span > 0);
            let (least, keep_next) = if heading { (0.0, 1) } else { (table.row_height, 0) };
            for row in self.row(cells, &widths, rule, (table.size, least), most) {
                slabs.push(Slab { head: Some(Arc::clone(&repeated)), keep_next, ..row });
            }
        }
        // The sum, or the last row, does not stand on a page of its own.
        if let Some(last) = slabs.last_mut() {
            last.begin = Break::Never;
        }
        slabs
    }

    /// The widths of the columns: as wanted, but no narrower than their longest word; the widest give way.
    fn widths(&mut self, table: &Table, width: f32) -> Vec<f32> {
        let mut least = vec![0.0_f32; table.widths.len()];
        for cells in std::iter::once(&table.head).chain(&table.rows) {
            let mut column = 0;
            for cell in cells {
                if let (0, Some(least)) = (cell.span, least.get_mut(column)) {
                    for runs in &cell.lines {
                        *least = least.max(longest_word(self.fonts, runs, table.size) + 2.0 * PADDING + 0.1);
                    }
                }
                column += 1 + cell.span;
            }
        }
        // One long word must not push the other columns off the page; it is cut instead.
        let most = width / 3.0;
        let least: Vec<f32> = least.into_iter().map(|least| least.min(most)).collect();
        let wanted: Vec<f32> =
            table.widths.iter().zip(&least).map(|(wanted, least)| wanted.max(*least)).collect();
        let spare: f32 = wanted.iter().zip(&least).map(|(wanted, least)| wanted - least).sum();
        let excess = wanted.iter().sum::<f32>() - width;
        let part = if spare > 0.0 { (excess / spare).min(1.0) } else { 0.0 };
        wanted.iter().zip(&least).map(|(wanted, least)| wanted - (wanted - least) * part).collect()
    }

    /// A row with the lines at its sides and below it, which are like the `rule` above the table; cut only
    /// when it is higher than `most`. Its letters have a size, itself a least height.
    fn row(
        &mut self,
        cells: &[Cell],
        widths: &[f32],
        rule: Rule,
        (size, least): (f32, f32),
        most: f32,
    ) -> Vec<Slab> {
        let mut edge = rule.from.0;
        let mut column = 0;
        let mut edges = vec![edge];
        let mut stacks = Vec::new();
        for cell in cells {
            let width: f32 = widths.iter().skip(column).take(1 + cell.span).sum();
            column += 1 + cell.span;
            stacks.push(self.stack_lines(
                &cell.lines,
                (edge + PADDING, width - 2.0 * PADDING),
                size,
                1.18,
                cell.align,
            ));
            edge += width;
            edges.push(edge);
        }
        let mut rows = Vec::new();
        while rows.is_empty() || stacks.iter().any(|stack| !stack.is_empty()) {
            let parts = stacks
                .iter_mut()
                .map(|stack| solid(take_height(stack, most - 2.0 * PADDING_ABOVE)))
                .collect();
            rows.push(ruled(parts, &edges, rule, (size, least)));
        }
        rows
    }

    /// The lines of paragraphs; `(x, width)` is where they stand.
    fn stack_lines(
        &mut self,
        lines: &[Vec<Run>],
        (x, width): (f32, f32),
        size: f32,
        line: f32,
        align: Align,
    ) -> Vec<Slab> {
        let mut slabs = Vec::new();
        for runs in lines {
            let paragraph = Paragraph { runs: runs.clone(), size, line, align, ..Paragraph::default() };
            slabs.append(&mut self.paragraph(&paragraph, x, width));
        }
        slabs
    }

    /// The text before the signatures and their rows; what stands in one row is level.
    pub(super) fn signatures(&mut self, block: &Signatures, x: f32, width: f32) -> Vec<Slab> {
        let mut slabs = self.stack(&block.text, x, width);
        let height: f32 = slabs.iter().map(|slab| slab.before + slab.height).sum();
        let keep_previous = if height <= WHOLE { slabs.len().max(LAST_LINES) } else { LAST_LINES };
        for (index, row) in block.rows.iter().enumerate() {
            let mut slab = self.signature_row(row, block, x, width);
            if index == 0 {
                slab.before = ABOVE_SIGNATURES;
                slab.keep_previous = keep_previous;
            } else {
                slab.before = BETWEEN_SIGNATURES;
                slab.begin = Break::Avoid;
            }
            slabs.push(slab);
        }
        slabs
    }

    fn signature_row(&mut self, row: &[Signature], block: &Signatures, x: f32, width: f32) -> Slab {
        let places: Vec<(f32, f32)> = match row.len() {
            0 | 1 => vec![(x + width * (1.0 - ALONE) / 2.0, width * ALONE)],
            _ => {
                let own = (width - SIGNATURE_GAP) / 2.0;
                vec![(x, own), (x + own + SIGNATURE_GAP, own)]
            }
        };
        let mut whole = Slab::default();
        let mut fits = |(signature, place): (&Signature, &(f32, f32))| {
            text_width(self.fonts, &signature.name, block.name_size) <= place.1
        };
        let name_size = if row.iter().zip(&places).all(&mut fits) { block.name_size } else { block.size };
        for part in [Part::Heading, Part::Positions, Part::Note, Part::Name] {
            let size = match part {
                Part::Heading | Part::Positions => block.size,
                Part::Note => block.size - 1.0,
                Part::Name => name_size,
            };
            // A name in larger letters takes no more height than one in those of the rest.
            let line = if part == Part::Name { 1.2 * block.size / size } else { 1.2 };
            if part == Part::Name {
                whole.height += block.room;
            }
            let top = whole.height;
            for (signature, place) in row.iter().zip(&places) {
                let pile = solid(self.stack_lines(part.of(signature), *place, size, line, Align::Centre));
                whole.height = whole.height.max(top + pile.height);
                whole.draw(pile, top);
            }
        }
        whole
    }
}

/// Takes slabs from the front up to the given height, at least one.
fn take_height(stack: &mut Vec<Slab>, most: f32) -> Vec<Slab> {
    let mut height = 0.0;
    let fitting = stack.iter().take_while(|slab| {
        height += slab.height;
        height <= most
    });
    let count = fitting.count().max(1).min(stack.len());
    let rest = stack.split_off(count);
    std::mem::replace(stack, rest)
}

/// Centres the contents of cells in their row and draws its lines, but not the one above.
fn ruled(parts: Vec<Slab>, edges: &[f32], rule: Rule, (size, least): (f32, f32)) -> Slab {
    let tallest = parts.iter().map(|part| part.height).fold(size, f32::max);
    let height = (tallest + 2.0 * PADDING_ABOVE).max(least);
    let mut row = Slab { height, ..Slab::default() };
    let upright = |x: &f32| ((*x, 0.0), (*x, height));
    let below = edges.first().zip(edges.last()).map(|(left, right)| ((*left, height), (*right, height)));
    for (from, to) in edges.iter().map(upright).chain(below) {
        row.rules.push(Rule { from, to, ..rule });
    }
    for part in parts {
        let down = (height - part.height) / 2.0;
        row.draw(part, down);
    }
    row
}
