//! Faces reduced to the letters of one document.

use std::collections::HashMap;
use std::sync::Arc;

use printpdf::{FontMetrics, ParsedFont};
use subsetter::GlyphRemapper;

use super::deflated;
use crate::documents::PaperError;
use crate::documents::fonts::{Face, Faces, Fonts};

/// Number of subsets of one face that are kept before all of them are dropped.
const SUBSETS_KEPT: usize = 16;

/// A face reduced to some glyphs, numbered anew without gaps.
pub struct Subset {
    /// From the numbers of the face to those of the subset.
    numbers: GlyphRemapper,
    /// The font program, deflated.
    pub program: Vec<u8>,
    /// Size of the font program before it was deflated.
    pub program_length: usize,
    /// Widths of the glyphs in thousandths of an em, by their new number.
    pub widths: Vec<f32>,
}

impl Subset {
    /// The number of a glyph in the subset; 0, the empty box, when it is not in it.
    pub fn number(&self, glyph: u16) -> u16 {
        self.numbers.get(glyph).unwrap_or_default()
    }

    /// The width of a glyph of the face in thousandths of an em.
    pub fn width(&self, glyph: u16) -> f32 {
        self.widths.get(usize::from(self.number(glyph))).copied().unwrap_or_default()
    }

    /// The subset as `printpdf` takes it.
    ///
    /// The program is handed over deflated, as it will stand in the file: `printpdf` copies it without a
    /// look inside, and deflating is the dearest step of writing.
    pub fn for_printpdf(&self, face: Face, whole: &ParsedFont) -> ParsedFont {
        let metrics = FontMetrics { ascent: whole.font_metrics.ascent, descent: whole.font_metrics.descent };
        let name = Some(base_font(face));
        let mut font = ParsedFont::with_glyph_data(
            self.program.clone(),
            0,
            name,
            std::collections::BTreeMap::new(),
            std::collections::BTreeMap::new(),
            whole.units_per_em,
            metrics,
        );
        font.pdf_font_metrics = whole.pdf_font_metrics.clone();
        font
    }
}

/// Name of the subset of a face in the file; the six letters mark a subset.
pub(super) fn base_font(face: Face) -> String {
    format!("SLNTIN+{}", face.name())
}

/// The subsets made last, which a document that is printed again finds here.
#[derive(Default)]
pub struct Subsets {
    kept: Faces<HashMap<Vec<u16>, Arc<Subset>>>,
}

impl Subsets {
    /// The subset of a face with the glyphs, which are in ascending order.
    pub fn get(&mut self, fonts: &Fonts, face: Face, glyphs: Vec<u16>) -> Result<Arc<Subset>, PaperError> {
        let kept = self.kept.get_mut(face);
        if let Some(subset) = kept.get(&glyphs) {
            return Ok(Arc::clone(subset));
        }
        let subset = Arc::new(make(fonts, face, &glyphs)?);
        if kept.len() >= SUBSETS_KEPT {
            kept.clear();
        }
        kept.insert(glyphs, Arc::clone(&subset));
        Ok(subset)
    }
}

fn make(fonts: &Fonts, face: Face, glyphs: &[u16]) -> Result<Subset, PaperError> {
    let numbers = GlyphRemapper::new_from_glyphs_sorted(glyphs);
    let program = subsetter::subset(face.bytes(), 0, &numbers)
        .map_err(|error| PaperError::Subset(face.name(), error.to_string()))?;
    let whole = fonts.parsed(face);
    let scale = 1000.0 / f32::from(whole.units_per_em);
    let widths = numbers
        .remapped_gids()
        .map(|glyph| whole.get_glyph_width(glyph).map_or(0.0, |width| f32::from(width) * scale))
        .collect();
    Ok(Subset { numbers, program_length: program.len(), program: deflated(&program)?, widths })
}

#[cfg(test)]
impl Subsets {
    /// Number of subsets of a face that are kept.
    pub fn kept(&self, face: Face) -> usize {
        self.kept.get(face).len()
    }
}
