//! Blocks become pages: positions in points, counted from the top left corner of the sheet.
//!
//! [`lay_out`] is the only layout; the PDF, the text and the clickable areas of a preview all come from
//! its [`Pages`]. `lines` breaks paragraphs (`pairs` tells it where not to), `flow` and `grid` stack
//! blocks into slabs that do not break, `paginate` deals the slabs out to pages. Nothing here knows about
//! PDF.

pub mod boards;
pub mod flow;
pub mod forms;
pub mod grid;
pub mod lines;
pub mod paginate;
pub mod pairs;
pub mod plates;

use serde::{Deserialize, Serialize};

pub use super::blocks::{Area, Colour};
use super::blocks::{Block, Document, PageFormat};
use super::board::Shape;
use super::fonts::Fonts;
pub use lines::PlacedWord;

/// The colour of text and lines.
pub const BLACK: Colour = Colour(0, 0, 0);

/// Words on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// Left edge from which the words are placed.
    pub x: f32,
    /// The baseline.
    pub baseline: f32,
    /// Size of the letters.
    pub size: f32,
    /// Colour of the letters.
    pub colour: Colour,
    /// The words from left to right.
    pub words: Vec<PlacedWord>,
    /// Counts the paragraphs in reading order; the lines of one have the same number.
    pub paragraph: u32,
    /// The next line of the paragraph goes on without a space.
    pub joined: bool,
}

impl TextLine {
    /// Right edge of the last word.
    pub fn right(&self) -> f32 {
        self.x + self.words.last().map_or(0.0, |placed| placed.x + placed.word.width * self.size / 1000.0)
    }
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Left or upper end.
    pub from: (f32, f32),
    /// Right or lower end.
    pub to: (f32, f32),
    /// Thickness.
    pub width: f32,
    /// Colour.
    pub colour: Colour,
}

/// Where a value stands, so that a screen can lead from the page to the field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldArea {
    /// Page, counted from 0.
    pub page: usize,
    /// Key of the field, such as `a.address`.
    pub field: String,
    /// The rectangle.
    pub area: Area,
}

/// An article or annex and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// Its heading.
    pub title: String,
    /// Page, counted from 0.
    pub page: usize,
    /// Upper edge.
    pub y: f32,
}

/// What is drawn on one page, from the back to the front.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Page {
    /// Its size and margins.
    pub format: PageFormat,
    /// What boards draw.
    pub shapes: Vec<Shape>,
    /// Coloured grounds.
    pub fills: Vec<(Area, Colour)>,
    /// Lines.
    pub rules: Vec<Rule>,
    /// Page number and notes, which are not part of the text.
    pub furniture: Vec<TextLine>,
    /// The text in reading order.
    pub lines: Vec<TextLine>,
    /// Text that stands upside down: turned by half a circle around the middle of the page.
    pub turned: Vec<TextLine>,
}

impl Page {
    /// Whether both look the same on paper: which paragraph of the document a line belongs to is not seen.
    pub fn looks_like(&self, other: &Self) -> bool {
        let seen = |page: &Self| {
            let mut page = page.clone();
            let lines = [&mut page.furniture, &mut page.lines, &mut page.turned];
            lines.into_iter().flatten().for_each(|line| line.paragraph = 0);
            page
        };
        seen(self) == seen(other)
    }
}

/// Words across every page behind the text, turned to the left around its middle.
#[derive(Clone, Debug, PartialEq)]
pub struct Watermark {
    /// The words from left to right, placed from 0.
    pub words: Vec<PlacedWord>,
    /// Length of the words.
    pub width: f32,
    /// Size of the letters.
    pub size: f32,
    /// Degrees against the clock.
    pub angle: f32,
    /// Colour.
    pub colour: Colour,
}

/// A line of the text: the number of its paragraph, and its place among the paragraph's lines, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Start {
    /// The paragraph.
    pub paragraph: u32,
    /// The line.
    pub line: u32,
}

/// A document as it is printed.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pages {
    /// The pages in order.
    pub pages: Vec<Page>,
    /// Number of pages before the annex.
    pub body: usize,
    /// With which line each page begins.
    pub starts: Vec<Start>,
    /// Where the values of fields stand, in reading order.
    pub fields: Vec<FieldArea>,
    /// Articles and annex.
    pub outline: Vec<OutlineEntry>,
    /// Words behind the text of every page.
    pub watermark: Option<Watermark>,
}

/// Lays out a document.
pub fn lay_out(fonts: &mut Fonts, document: &Document) -> Pages {
    lay_out_keeping(fonts, document, &[])
}

/// Lays out a document whose pages begin where those of another one did, as far as they have room: what is
/// different on one page leaves the others as they were.
pub fn lay_out_keeping(fonts: &mut Fonts, document: &Document, starts: &[Start]) -> Pages {
    let mut format = document.sheet.format;
    let mut flow = flow::Flow::new(fonts, &document.sheet, &document.blocks);
    let mut parts = Vec::new();
    for blocks in document.blocks.split_inclusive(|block| matches!(block, Block::PageBreak | Block::Turn(_)))
    {
        flow.turn(format);
        parts.push((format, flow.stack(blocks, format.left, format.text_width())));
        if let Some(Block::Turn(next)) = blocks.last() {
            format = *next;
        }
    }
    paginate::paginate(fonts, &document.sheet, parts, starts)
}
