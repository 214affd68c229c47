//! Boards: strips of a page on which everything has its place, for papers that are looked at rather than read.
//!
//! Shapes lie behind the text in their order; texts are set into boxes, where they shrink until they fit and
//! are never cut. Two signs are drawn of rectangles only: the seal of the program and the weave line.

use std::sync::Arc;

use super::blocks::{Align, Area, Colour, Family, PlateLine, Run};

/// The colour of text on these papers, softer than black.
pub const INK: Colour = Colour(0x21, 0x1F, 0x1B);
/// What is said beside the main thing.
pub const MUTED: Colour = Colour(0x5C, 0x57, 0x4E);
/// Text on coloured grounds.
pub const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);
/// Indigo.
pub const INDIGO: Colour = Colour(0x2B, 0x40, 0x79);
/// Red-brown of lacquer, the colour of the seal.
pub const LACQUER: Colour = Colour(0x98, 0x34, 0x1A);
/// Green of bamboo.
pub const BAMBOO: Colour = Colour(0x2B, 0x66, 0x38);
/// Turmeric.
pub const TURMERIC: Colour = Colour(0x84, 0x50, 0x00);
/// Plum.
pub const PLUM: Colour = Colour(0x5B, 0x35, 0x6E);
/// Gold leaf.
pub const GOLD: Colour = Colour(0x7A, 0x5A, 0x14);
/// Hairlines.
pub const LINE: Colour = Colour(0xD9, 0xD4, 0xC8);

/// A strip over the width of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// Height in points.
    pub height: f32,
    /// Space above in points.
    pub before: f32,
    /// What is drawn, from the back to the front; places count from the top left corner of the board.
    pub shapes: Vec<Shape>,
    /// What is written, in reading order.
    pub texts: Vec<TextBox>,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Where.
    pub area: Area,
    /// Radius of its corners in points.
    pub radius: f32,
    /// How.
    pub paint: Paint,
}

/// How a shape is filled.
#[derive(Clone, Debug, PartialEq)]
pub enum Paint {
    /// In one colour.
    Ground(Colour),
    /// Only its edge.
    Outline {
        /// Thickness in points.
        width: f32,
        /// Colour.
        colour: Colour,
        /// In short dashes.
        dashed: bool,
    },
    /// A star with so many rays as wide as the area.
    Star(u16, Colour),
    /// The dark squares of a QR code.
    Code(Arc<Vec<Vec<bool>>>),
    /// A photograph, cropped around its middle.
    Photo(Arc<Photo>),
}

/// Where the lines of a box stand in its height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stand {
    /// At its top.
    #[default]
    Top,
    /// In its middle.
    Middle,
    /// At its foot.
    Foot,
}

/// Lines in a box: each one grows smaller until it has no more lines than it may, all of them until they fit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextBox {
    /// Where.
    pub area: Area,
    /// How the lines stand in its width.
    pub align: Align,
    /// And in its height.
    pub stand: Stand,
    /// The letters are as large as the box allows, rather than in few lines.
    pub largest: bool,
    /// The lines, from top to bottom; empty ones take no room.
    pub lines: Vec<PlateLine>,
}

/// A photograph as JPEG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// The bytes.
    pub jpeg: Vec<u8>,
    /// Width in pixels.
    pub width: u16,
    /// Height in pixels.
    pub height: u16,
    /// It has no colours.
    pub grey: bool,
}

impl Photo {
    /// Reads the size of a JPEG of eight bits in grey or in three colours; nothing when it is something else.
    pub fn new(jpeg: Vec<u8>) -> Option<Self> {
        let mut rest = jpeg.strip_prefix(b"\xFF\xD8")?;
        loop {
            let [0xFF, marker, after @ ..] = rest else { return None };
            let [high, low, ..] = after else { return None };
            let length = usize::from(u16::from_be_bytes([*high, *low]));
            match (marker, after) {
                // Further bytes may stand before a marker.
                (0xFF, _) => rest = rest.get(1..)?,
                (0xC0..=0xC2, [_, _, 8, h1, h0, w1, w0, parts, ..]) if matches!(parts, 1 | 3) => {
                    let (height, width) = (u16::from_be_bytes([*h1, *h0]), u16::from_be_bytes([*w1, *w0]));
                    let grey = *parts == 1;
                    return (width > 0 && height > 0).then_some(Self { jpeg, width, height, grey });
                }
                (0xC0..=0xCF, _) if !matches!(marker, 0xC4 | 0xCC) => return None,
                _ => rest = after.get(length..)?,
            }
        }
    }
}

impl Board {
    /// Fills a rectangle.
    pub fn ground(&mut self, area: Area, colour: Colour) {
        self.shape(area, 0.0, Paint::Ground(colour));
    }

    /// Draws a shape.
    pub fn shape(&mut self, area: Area, radius: f32, paint: Paint) {
        self.shapes.push(Shape { area, radius, paint });
    }

    /// Writes lines into a box.
    pub fn text(&mut self, area: Area, align: Align, stand: Stand, lines: Vec<PlateLine>) {
        self.texts.push(TextBox { area, align, stand, largest: false, lines });
    }

    /// The QR code of a text, as dark squares over the whole area; nothing when the text is too long for one.
    pub fn code(&mut self, area: Area, text: &str) {
        if let Some(code) = super::vcard::qr(text) {
            self.shape(area, 0.0, Paint::Code(Arc::new(code)));
        }
    }

    /// The seal: a plain weave in a red square.
    pub fn seal(&mut self, x: f32, y: f32, side: f32) {
        let unit = side / 36.0;
        let part = |left: f32, top: f32, width: f32, height: f32| {
            area(x + left * unit, y + top * unit, width * unit, height * unit)
        };
        self.shape(part(0.0, 0.0, 36.0, 36.0), 7.0 * unit, Paint::Ground(LACQUER));
        let edge = Paint::Outline { width: 1.2 * unit, colour: PAPER, dashed: false };
        self.shape(part(2.5, 2.5, 31.0, 31.0), 5.0 * unit, edge);
        for (row, top) in [5.2, 13.2, 21.2].into_iter().enumerate() {
            for (column, left) in [5.2, 13.2, 21.2].into_iter().enumerate() {
                let strip = if (row + column) % 2 == 0 {
                    part(left + 2.5, top, 4.6, 9.6)
                } else {
                    part(left, top + 2.5, 9.6, 4.6)
                };
                self.ground(strip, PAPER);
            }
        }
    }

    /// The weave line: a level strip, an upright one, and so on, from `x` over the width, around the height
    /// `y`.
    pub fn weave(&mut self, (x, y): (f32, f32), width: f32, level: Colour, upright: Colour) {
        let (long, gap, short, tall, thick) = (11.3_f32, 1.4, 2.4, 5.2, 2.0);
        let step = long + gap + short + gap;
        let mut left = 0.0;
        while left < width - 0.1 {
            let length = long.min(width - left);
            self.ground(area(x + left, y - thick / 2.0, length, thick), level);
            if left + long + gap + short <= width + 0.1 {
                self.ground(area(x + left + long + gap, y - tall / 2.0, short, tall), upright);
            }
            left += step;
        }
    }
}

/// The colour of the weave in the seal.
const PAPER: Colour = Colour(0xFF, 0xF8, 0xEE);

/// A rectangle.
pub const fn area(x: f32, y: f32, width: f32, height: f32) -> Area {
    Area { x, y, width, height }
}

/// A line without serifs.
pub fn sans(text: &str, size: f32, colour: Colour) -> PlateLine {
    let run = Run { text: text.to_owned(), family: Family::Sans, ..Run::default() };
    PlateLine { run, size, most_lines: 1, colour, before: 0.0 }
}

/// A strong line without serifs.
pub fn strong(text: &str, size: f32, colour: Colour) -> PlateLine {
    let mut line = sans(text, size, colour);
    line.run.bold = true;
    line
}

impl PlateLine {
    /// It may go over so many lines.
    #[must_use]
    pub fn over(self, most_lines: usize) -> Self {
        Self { most_lines, ..self }
    }

    /// With this space above.
    #[must_use]
    pub fn below(self, before: f32) -> Self {
        Self { before, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_photograph_is_read_from_its_head() {
        let head = b"\xFF\xD8\xFF\xE0\0\x04JF\xFF\xC0\0\x11\x08\x00\x30\x00\x40\x03rest".to_vec();
        let photo = Photo::new(head.clone()).unwrap();
        assert_eq!((photo.width, photo.height, photo.grey), (64, 48, false));
        for end in 0..16 {
            assert_eq!(Photo::new(head[..end].to_vec()), None);
        }
        for other in
            [&b"\x89PNG\r\n"[..], b"\xFF\xD8\xFF\xC0\0\x11\x08\0\0\0\0\x03", b"\xFF\xD8\xFF\xC3\0\x02"]
        {
            assert_eq!(Photo::new(other.to_vec()), None);
        }
    }
}
