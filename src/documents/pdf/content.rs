//! What is drawn on a page, in the operators of PDF (ISO 32000, 8 and 9).
//!
//! The bytes are made here and not by `printpdf`, which would make one operand of every glyph.

use std::io::Write as _;
use std::sync::Arc;

use super::shapes::{Drawing, Photos};
use super::subsets::Subset;
use crate::documents::blocks::PageFormat;
use crate::documents::fonts::{Face, Faces, Fonts};
use crate::documents::layout::{BLACK, Colour, Page, Pages, PlacedWord, TextLine};

/// Subsets of the faces that the document uses.
pub(super) type Used = Faces<Option<Arc<Subset>>>;

/// Least shift, in thousandths of an em, that is written.
const LEAST_SHIFT: f32 = 0.5;

/// The operators that draw a page.
pub(super) fn content(fonts: &Fonts, used: &Used, photos: &Photos, pages: &Pages, page: &Page) -> Vec<u8> {
    let PageFormat { width, height, .. } = page.format;
    let mut out = Vec::with_capacity(16_384);
    Drawing { out: &mut out, height, photos }.shapes(&page.shapes);
    let mut painter = Painter { out, fonts, used, height, font: None, colour: None };
    if let Some(watermark) = &pages.watermark {
        painter.watermark(watermark, width);
    }
    for (area, colour) in &page.fills {
        painter.colour(*colour, "rg");
        let bottom = height - area.y - area.height;
        painter.put(format_args!("{:.2} {bottom:.2} {:.2} {:.2} re f\n", area.x, area.width, area.height));
    }
    for rule in &page.rules {
        painter.colour(rule.colour, "RG");
        let (from, to) = (height - rule.from.1, height - rule.to.1);
        painter.put(format_args!(
            "{:.2} w {:.2} {from:.2} m {:.2} {to:.2} l S\n",
            rule.width, rule.from.0, rule.to.0
        ));
    }
    painter.colour = None;
    painter.put(format_args!("BT\n"));
    painter.colour(BLACK, "rg");
    for line in page.furniture.iter().chain(&page.lines) {
        painter.line(line);
    }
    for line in &page.turned {
        painter.turned(line, width);
    }
    painter.put(format_args!("ET\n"));
    painter.out
}

struct Painter<'a> {
    out: Vec<u8>,
    fonts: &'a Fonts,
    used: &'a Used,
    /// Height of the page: PDF counts from below.
    height: f32,
    /// Face and size that are set.
    font: Option<(Face, f32)>,
    /// Colour that is set.
    colour: Option<Colour>,
}

impl Painter<'_> {
    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to memory cannot fail.
        let _ = self.out.write_fmt(text);
    }

    fn colour(&mut self, colour: Colour, operator: &str) {
        if self.colour == Some(colour) {
            return;
        }
        self.colour = Some(colour);
        let Colour(red, green, blue) = colour;
        let grey = red == green && green == blue;
        let [red, green, blue] = [red, green, blue].map(|part| f32::from(part) / 255.0);
        if grey {
            let operator = if operator == "rg" { "g" } else { "G" };
            self.put(format_args!("{} {operator}\n", Short(red)));
        } else {
            self.put(format_args!("{} {} {} {operator}\n", Short(red), Short(green), Short(blue)));
        }
    }

    /// Words across the page.
    fn watermark(&mut self, mark: &crate::documents::layout::Watermark, width: f32) {
        let (sine, cosine) = mark.angle.to_radians().sin_cos();
        // The middle of the words, half the height of capitals above the baseline, stands in the middle.
        let (along, above) = (mark.width / 2.0, mark.size * 0.33);
        let x = width / 2.0 - along * cosine + above * sine;
        let y = self.height / 2.0 - along * sine - above * cosine;
        self.put(format_args!("BT\n"));
        self.colour(mark.colour, "rg");
        self.put(format_args!("{cosine:.5} {sine:.5} {:.5} {cosine:.5} {x:.2} {y:.2} Tm\n", -sine));
        self.words(&mark.words, mark.size);
        self.put(format_args!("ET\n"));
        self.font = None;
    }

    fn line(&mut self, line: &TextLine) {
        let Some(first) = line.words.first() else { return };
        let (x, y) = (line.x + first.x, self.height - line.baseline);
        self.colour(line.colour, "rg");
        self.put(format_args!("1 0 0 1 {} {} Tm\n", Short(x), Short(y)));
        self.words(&line.words, line.size);
    }

    /// The same upside down: turned by half a circle around the middle of the page.
    fn turned(&mut self, line: &TextLine, width: f32) {
        let Some(first) = line.words.first() else { return };
        let (x, y) = (width - line.x - first.x, line.baseline);
        self.colour(line.colour, "rg");
        self.put(format_args!("-1 0 0 -1 {} {} Tm\n", Short(x), Short(y)));
        self.words(&line.words, line.size);
    }

    /// Shows words from the present place on; the pen counts thousandths of an em.
    fn words(&mut self, words: &[PlacedWord], size: f32) {
        let start = words.first().map_or(0.0, |first| first.x);
        let mut pen = 0.0_f32;
        let mut open = false;
        for placed in words {
            let face = placed.word.face;
            let Some(subset) = self.used.get(face).clone() else { continue };
            if self.font != Some((face, size)) {
                if open {
                    self.out.extend_from_slice(b")]TJ\n");
                }
                self.font = Some((face, size));
                self.put(format_args!("/{} {size} Tf\n", super::resource(face)));
                open = false;
            }
            if !open {
                self.out.extend_from_slice(b"[(");
                open = true;
            }
            if placed.spaced {
                for glyph in &self.fonts.space(face).glyphs {
                    self.glyph(subset.number(glyph.id));
                    pen += subset.width(glyph.id);
                }
            }
            let place = (placed.x - start) * 1000.0 / size;
            pen -= self.shift(pen - place);
            for glyph in &placed.word.glyphs {
                let raised = glyph.y != 0.0;
                if raised {
                    self.put(format_args!(")]TJ {} Ts [(", Short(glyph.y * size / 1000.0)));
                }
                let before = pen;
                pen -= self.shift(-glyph.x);
                self.glyph(subset.number(glyph.id));
                pen += subset.width(glyph.id);
                pen -= self.shift(pen - before - glyph.advance);
                if raised {
                    self.out.extend_from_slice(b")]TJ 0 Ts [(");
                }
            }
        }
        if open {
            self.out.extend_from_slice(b")]TJ\n");
        }
    }

    /// Moves the pen back by about this much; gives what was really written.
    fn shift(&mut self, back: f32) -> f32 {
        if back.abs() < LEAST_SHIFT {
            return 0.0;
        }
        let back = back.round();
        self.put(format_args!("){back}("));
        back
    }

    /// The two bytes of a glyph inside a string.
    fn glyph(&mut self, number: u16) {
        for byte in number.to_be_bytes() {
            match byte {
                b'(' | b')' | b'\\' => self.out.extend_from_slice(&[b'\\', byte]),
                b'\r' => self.out.extend_from_slice(b"\\r"),
                _ => self.out.push(byte),
            }
        }
    }
}

/// A number with at most three decimals and no zeros at its end.
struct Short(f32);

impl std::fmt::Display for Short {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}", (self.0 * 1000.0).round() / 1000.0)
    }
}
