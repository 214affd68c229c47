//! Plates: sheets that are folded in the middle and read from both sides of a table.

use super::flow::{Flow, Slab};
use super::lines::{Line, Measure, lines, longest_word};
use super::{Colour, Rule, TextLine};
use crate::documents::blocks::{Align, Plate, PlateLine};
use crate::documents::fonts::{ASCENT, DESCENT};

/// By so much letters grow smaller in one step.
const STEP: f32 = 0.95;
/// No smaller than this, in points.
const LEAST: f32 = 9.0;
/// Distance of baselines in multiples of the size.
const LINE: f32 = 1.18;
/// The line to fold along.
const FOLD: Colour = Colour(0xB0, 0xB0, 0xB0);

impl Flow<'_> {
    /// A whole page with the lines below and above its fold.
    pub(super) fn plate(&mut self, plate: &Plate, x: f32, width: f32) -> Slab {
        let height = self.page;
        let set: Vec<(f32, Vec<Line>)> = plate.lines.iter().map(|line| self.fitted(line, width)).collect();
        let high: f32 = set
            .iter()
            .zip(&plate.lines)
            .map(|((size, lines), line)| line.before + size * LINE * count(lines.len()))
            .sum();
        let mut slab = Slab { height, ..Slab::default() };
        // In the middle of the lower half.
        let mut y = height * 0.75 - high / 2.0;
        for ((size, lines), line) in set.into_iter().zip(&plate.lines) {
            y += line.before;
            let paragraph = self.next_paragraph();
            for Line { words, joined, .. } in lines {
                let baseline = y + size * LINE / 2.0 + (ASCENT - DESCENT) / 2.0 * size;
                slab.lines.push(TextLine {
                    x,
                    baseline,
                    size,
                    colour: line.colour,
                    words,
                    paragraph,
                    joined,
                });
                y += size * LINE;
            }
        }
        let (from, to) = ((x, height / 2.0), (x + width, height / 2.0));
        slab.rules.push(Rule { from, to, width: 0.3, colour: FOLD });
        // Turned around the middle of the page, it stands above the fold.
        slab.turned = slab.lines.clone();
        for line in &mut slab.turned {
            line.baseline += self.above;
        }
        slab
    }

    /// A line as large as it may be without more lines than allowed and without a cut word.
    fn fitted(&mut self, line: &PlateLine, width: f32) -> (f32, Vec<Line>) {
        let runs = std::slice::from_ref(&line.run);
        let mut size = line.size;
        loop {
            let measure = Measure { width, indent: 0.0, size, align: Align::Centre, two_words_last: false };
            let set = lines(self.fonts, runs, measure);
            let fits = set.len() <= line.most_lines && longest_word(self.fonts, runs, size) <= width;
            if fits || size * STEP < LEAST {
                return (size, set);
            }
            size *= STEP;
        }
    }
}

fn count(lines: usize) -> f32 {
    f32::from(u16::try_from(lines).unwrap_or(u16::MAX))
}
