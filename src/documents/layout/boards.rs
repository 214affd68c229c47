//! Boards: shapes at their places, and texts set into boxes.

use super::TextLine;
use super::flow::{Flow, Slab};
use super::lines::{Line, Measure, lines, longest_word};
use crate::documents::blocks::{Align, Board, PlateLine};
use crate::documents::board::{Stand, TextBox};
use crate::documents::fonts::{ASCENT, DESCENT};

/// By so much letters grow smaller in one step.
const STEP: f32 = 0.96;
/// A further line is taken before letters are smaller than this part of their size,
const BEFORE_BREAK: f32 = 0.8;
/// and, where they are small anyway, than this part.
const BEFORE_BREAK_SMALL: f32 = 0.95;
/// Rather than in letters smaller than this part of what they could be, a word of a sign is cut.
const BEFORE_CUT: f32 = 0.25;
/// Letters of this size in points are small.
const SMALL: f32 = 14.0;
/// Letters of a line are no smaller than this part of their size, unless the box is too low.
const LEAST: f32 = 0.62;
/// No letters are smaller than this, in points.
const TINY: f32 = 2.5;
/// Distance of baselines in multiples of the size.
const LINE: f32 = 1.25;
/// The same where letters are as large as they can be.
const LINE_LARGEST: f32 = 1.32;
/// By so much of their size, capitals with two marks stand out of the first line.
const MARKS: f32 = 0.12;

/// A line with the size it is set in, and its words.
type Set = (f32, Vec<Line>);

impl Flow<'_> {
    /// A board as one piece.
    pub(super) fn board(&mut self, board: &Board, x: f32) -> Slab {
        let mut slab = Slab { height: board.height, before: board.before, ..Slab::default() };
        slab.shapes.clone_from(&board.shapes);
        for shape in &mut slab.shapes {
            shape.area.x += x;
        }
        for text in &board.texts {
            self.text_box(text, x, &mut slab);
        }
        slab
    }

    fn text_box(&mut self, text: &TextBox, x: f32, slab: &mut Slab) {
        let set = self.fit(text);
        let space = text.area.height - height(text, &set);
        let mut y = text.area.y
            + match text.stand {
                Stand::Top => 0.0,
                Stand::Middle => space / 2.0,
                Stand::Foot => space,
            };
        y += head(text, &set);
        let pitch = pitch(text);
        let mut first = true;
        for ((size, lines), line) in set.into_iter().zip(&text.lines) {
            if lines.is_empty() {
                continue;
            }
            y += if first { 0.0 } else { line.before };
            first = false;
            let paragraph = self.next_paragraph();
            for Line { words, joined, .. } in lines {
                let baseline = y + size * pitch / 2.0 + (ASCENT - DESCENT) / 2.0 * size;
                let (x, colour) = (x + text.area.x, line.colour);
                slab.lines.push(TextLine { x, baseline, size, colour, words, paragraph, joined });
                y += size * pitch;
            }
        }
    }

    /// The lines in the largest sizes that fit.
    fn fit(&mut self, text: &TextBox) -> Vec<Set> {
        let mut scale = 1.0;
        loop {
            let mut whole = true;
            let mut set = Vec::with_capacity(text.lines.len());
            for line in &text.lines {
                let size = line.size * scale;
                if text.largest {
                    let own = self.broken(line, size, text);
                    whole &= self.is_whole(line, size, &own, line.most_lines, text);
                    set.push((size, own));
                } else {
                    set.push(self.few_lines(line, size, text));
                }
            }
            let tiny = text.lines.iter().all(|line| line.size * scale * STEP < TINY);
            if (whole && height(text, &set) <= text.area.height + 0.01) || tiny {
                return set;
            }
            scale *= STEP;
        }
    }

    /// A line in as few lines as it can have without becoming small.
    fn few_lines(&mut self, line: &PlateLine, full: f32, text: &TextBox) -> Set {
        for most in 1..=line.most_lines.max(1) {
            let before_break = if full < SMALL { BEFORE_BREAK_SMALL } else { BEFORE_BREAK };
            let least = full * if most < line.most_lines { before_break } else { LEAST };
            let mut size = full;
            while size >= least {
                let set = self.broken(line, size, text);
                if self.is_whole(line, size, &set, most, text) {
                    return (size, set);
                }
                size *= STEP;
            }
        }
        let size = full * LEAST;
        (size, self.broken(line, size, text))
    }

    fn broken(&mut self, line: &PlateLine, size: f32, text: &TextBox) -> Vec<Line> {
        // Lines of about the same length look better than a full one and a word.
        let align = if text.align == Align::Left { Align::Even } else { text.align };
        let measure = Measure { width: text.area.width, indent: 0.0, size, align, two_words_last: false };
        lines(self.fonts, std::slice::from_ref(&line.run), measure)
    }

    /// Whether it has no more lines than these and no word is cut.
    fn is_whole(&mut self, line: &PlateLine, size: f32, set: &[Line], most: usize, text: &TextBox) -> bool {
        let cut = text.largest && size < line.size * BEFORE_CUT;
        let runs = std::slice::from_ref(&line.run);
        set.len() <= most && (cut || longest_word(self.fonts, runs, size) <= text.area.width)
    }
}

fn pitch(text: &TextBox) -> f32 {
    if text.largest { LINE_LARGEST } else { LINE }
}

/// Room for the marks of large capitals above the first line.
fn head(text: &TextBox, set: &[Set]) -> f32 {
    if text.largest { set.first().map_or(0.0, |(size, _)| size * MARKS) } else { 0.0 }
}

fn height(text: &TextBox, set: &[Set]) -> f32 {
    let mut height = head(text, set);
    for ((size, lines), line) in set.iter().zip(&text.lines).filter(|((_, lines), _)| !lines.is_empty()) {
        height += if height > 0.0 { line.before } else { 0.0 };
        height += size * pitch(text) * f32::from(u16::try_from(lines.len()).unwrap_or(u16::MAX));
    }
    height
}
