//! Documents that leave the program on paper: text becomes blocks, blocks become pages, pages become PDF.
//!
//! An [`Engine`] holds the fonts and what it has shaped; there is one for each thread. The same data gives
//! the same bytes, in any process: times come in as arguments.

pub mod badges;
pub mod blocks;
pub mod board;
pub mod booth_plan;
pub mod ceremony;
pub mod certificate;
pub mod conference;
pub mod docx;
pub mod fonts;
#[cfg(feature = "preview")]
pub mod image;
pub mod layout;
pub mod leaflet;
pub mod list;
pub mod mou;
pub mod pdf;
pub mod signs;
pub mod text;
pub mod vcard;

use blocks::Document;
use fonts::Fonts;
use layout::{FieldArea, Pages};

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// A face that is part of the program cannot be read.
    #[error("the font {0} cannot be read")]
    Font(&'static str),
    /// A face could not be reduced to the letters of the document.
    #[error("the font {0} cannot be reduced: {1}")]
    Subset(&'static str, String),
    /// The file could not be put together.
    #[error("the PDF cannot be written: {0}")]
    Pdf(String),
    /// The workbook could not be put together.
    #[error("the workbook cannot be written: {0}")]
    Sheet(String),
    /// The bytes are no PDF, or it has no such page.
    #[error("the page cannot be drawn")]
    Image,
}

/// A document that is ready to be printed, kept or shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// The file.
    pub pdf: Vec<u8>,
    /// Number of pages, the annex included.
    pub pages: usize,
    /// Number of pages before the annex.
    pub body: usize,
    /// The text in reading order, a paragraph a line.
    pub text: String,
    /// Where the values of fields stand.
    pub fields: Vec<FieldArea>,
}

/// Lays out and writes documents; one for each thread.
pub struct Engine {
    fonts: Fonts,
    subsets: pdf::Subsets,
}

impl Engine {
    /// Loads the fonts that are part of the program.
    pub fn new() -> Result<Self, PaperError> {
        Ok(Self { fonts: Fonts::new()?, subsets: pdf::Subsets::default() })
    }

    /// Lays out a document.
    pub fn lay_out(&mut self, document: &Document) -> Pages {
        layout::lay_out(&mut self.fonts, document)
    }

    /// Lays out a document whose pages begin where those of another one did.
    pub fn lay_out_keeping(&mut self, document: &Document, starts: &[layout::Start]) -> Pages {
        layout::lay_out_keeping(&mut self.fonts, document, starts)
    }

    /// Writes laid out pages as PDF, made at the given moment.
    pub fn pdf(
        &mut self,
        document: &Document,
        pages: &Pages,
        made_at: jiff::Timestamp,
    ) -> Result<Vec<u8>, PaperError> {
        pdf::write(&self.fonts, &mut self.subsets, &document.properties, pages, made_at)
    }

    /// Whether the fonts have the character.
    pub fn can_print(&self, character: char) -> bool {
        self.fonts.can_print(character)
    }
}
