//! A page of a finished PDF as pixels: people see the file itself, not a second drawing of it.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::PaperError;

/// The pixels of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageImage {
    /// Pixels in a row.
    pub width: u16,
    /// Number of rows.
    pub height: u16,
    /// Red, green, blue and opacity of each pixel, row by row; every pixel is opaque.
    pub rgba: Vec<u8>,
}

/// Draws a page, counted from 0, with so many pixels to a point (1/72 inch).
pub fn page_image(pdf: &[u8], page: usize, pixels_per_point: f32) -> Result<PageImage, PaperError> {
    let pdf = Pdf::new(Arc::new(pdf.to_vec())).ok().ok_or(PaperError::Image)?;
    let page = pdf.pages().get(page).ok_or(PaperError::Image)?;
    let settings = PixmapSettings { x_scale: pixels_per_point, y_scale: pixels_per_point, bg_color: WHITE };
    let cache = RenderCache::new();
    let pixmap = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
    let (width, height) = (pixmap.width(), pixmap.height());
    Ok(PageImage { width, height, rgba: pixmap.data_as_u8_slice().to_vec() })
}

/// How many pages a PDF has.
pub fn page_count(pdf: &[u8]) -> Result<usize, PaperError> {
    Ok(Pdf::new(Arc::new(pdf.to_vec())).ok().ok_or(PaperError::Image)?.pages().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Engine;
    use crate::documents::mou::data::{MouData, Standing};
    use crate::documents::mou::sample::mou;

    fn drawn(standing: Standing) -> PageImage {
        let data = MouData { standing, ..mou(0) };
        let printed = Engine::new().unwrap().mou(&data, "2026-12-18T02:00:00Z".parse().unwrap()).unwrap();
        page_image(&printed.pdf, 0, 1.0).unwrap()
    }

    #[test]
    fn a_page_is_white_with_black_text_inside_the_margins() {
        let image = drawn(Standing::Final);
        assert_eq!((image.width, image.height), (595, 841));
        let row = |y: usize| image.rgba.chunks(4).skip(y * 595).take(595);
        let dark = |pixel: &[u8]| pixel[0] < 128;
        assert!(row(10).all(|pixel| pixel == [255; 4]));
        assert!((60..780).map(|y| row(y).filter(|pixel| dark(pixel)).count()).sum::<usize>() > 5_000);
        assert!((0..841).all(|y| row(y).skip(541).all(|pixel| pixel == [255; 4])));
        assert!((0..841).all(|y| row(y).take(83).all(|pixel| pixel == [255; 4])));
    }

    #[test]
    fn a_draft_shows_its_marks() {
        let image = drawn(Standing::Draft);
        let has = |colour: [u8; 4]| image.rgba.chunks(4).filter(|pixel| *pixel == colour).count();
        assert!(has([0xFF, 0xF3, 0xC9, 255]) > 1_000);
        assert!(has([0xEF, 0xED, 0xE8, 255]) > 1_000);
    }

    #[test]
    fn what_is_no_page_is_an_error() {
        assert!(page_image(b"not a PDF", 0, 1.0).is_err());
        let printed = Engine::new().unwrap().mou(&mou(0), "2026-12-18T02:00:00Z".parse().unwrap()).unwrap();
        assert!(page_image(&printed.pdf, 5, 1.0).is_err());
    }
}
