//! The four faces of Tinos, two of Be Vietnam Pro, and the shaping of single words.
//!
//! Words are shaped once by parley and kept: a thousand agreements share nearly all of theirs. Lines are
//! broken in `layout`; nothing here knows about them. Fonts of the system are never used.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{
    FontContext, FontFamily, FontFeatures, FontStyle, FontWeight, Layout, LayoutContext, StyleProperty,
};
use printpdf::ParsedFont;

use super::PaperError;

/// Number of words of one face that are kept before all of them are dropped.
const WORDS_KEPT: usize = 4_000;

/// Top of tall letters above the baseline, in ems (hhea of Tinos).
pub const ASCENT: f32 = 0.891;

/// Bottom of letters below the baseline, in ems (hhea of Tinos).
pub const DESCENT: f32 = 0.216;

/// One of the faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Upright.
    Regular,
    /// Upright bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold italic.
    BoldItalic,
    /// Upright without serifs, for papers that are looked at rather than read.
    Sans,
    /// The same, strong.
    SansBold,
}

impl Face {
    /// All faces in the order in which they are written to files.
    pub const ALL: [Self; 6] =
        [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic, Self::Sans, Self::SansBold];
    /// The faces of papers that are read.
    pub const TEXT: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];

    /// The face for a style.
    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// The face without serifs.
    pub fn sans(bold: bool) -> Self {
        if bold { Self::SansBold } else { Self::Sans }
    }

    /// The face of Tinos for what a face lacks.
    fn stand_in(self) -> Self {
        match self {
            Self::Sans => Self::Regular,
            Self::SansBold => Self::Bold,
            face => face,
        }
    }

    /// The family it is found under.
    fn family(self) -> &'static str {
        if self.stand_in() == self { "Tinos" } else { "Be Vietnam Pro" }
    }

    /// The font file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/Tinos-Regular.ttf"),
            Self::Bold => include_bytes!("../../assets/fonts/Tinos-Bold.ttf"),
            Self::Italic => include_bytes!("../../assets/fonts/Tinos-Italic.ttf"),
            Self::BoldItalic => include_bytes!("../../assets/fonts/Tinos-BoldItalic.ttf"),
            Self::Sans => include_bytes!("../../assets/fonts/BeVietnamPro-Regular.ttf"),
            Self::SansBold => include_bytes!("../../assets/fonts/BeVietnamPro-SemiBold.ttf"),
        }
    }

    /// The `PostScript` name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "Tinos-Regular",
            Self::Bold => "Tinos-Bold",
            Self::Italic => "Tinos-Italic",
            Self::BoldItalic => "Tinos-BoldItalic",
            Self::Sans => "BeVietnamPro-Regular",
            Self::SansBold => "BeVietnamPro-SemiBold",
        }
    }
}

/// One value for each face.
#[derive(Clone, Debug, Default)]
pub struct Faces<T> {
    regular: T,
    bold: T,
    italic: T,
    bold_italic: T,
    sans: T,
    sans_bold: T,
}

impl<T> Faces<T> {
    /// Makes the value of each face, or gives the first error.
    pub fn try_new<E>(mut make: impl FnMut(Face) -> Result<T, E>) -> Result<Self, E> {
        Ok(Self {
            regular: make(Face::Regular)?,
            bold: make(Face::Bold)?,
            italic: make(Face::Italic)?,
            bold_italic: make(Face::BoldItalic)?,
            sans: make(Face::Sans)?,
            sans_bold: make(Face::SansBold)?,
        })
    }

    /// The value of a face.
    pub fn get(&self, face: Face) -> &T {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Italic => &self.italic,
            Face::BoldItalic => &self.bold_italic,
            Face::Sans => &self.sans,
            Face::SansBold => &self.sans_bold,
        }
    }

    /// The value of a face, to change.
    pub fn get_mut(&mut self, face: Face) -> &mut T {
        match face {
            Face::Regular => &mut self.regular,
            Face::Bold => &mut self.bold,
            Face::Italic => &mut self.italic,
            Face::BoldItalic => &mut self.bold_italic,
            Face::Sans => &mut self.sans,
            Face::SansBold => &mut self.sans_bold,
        }
    }
}

/// A glyph of a shaped word; lengths are thousandths of an em.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Number of the glyph in its face; 0 is the box for what the face does not have.
    pub id: u16,
    /// Way to the next glyph, kerning included.
    pub advance: f32,
    /// Shift to the right of where it would stand, for marks.
    pub x: f32,
    /// Shift upwards, for marks.
    pub y: f32,
    /// The characters it stands for; empty for the further glyphs of one character.
    pub text: Box<str>,
}

/// A shaped word or part of a word in one face.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The characters.
    pub text: Box<str>,
    /// The face.
    pub face: Face,
    /// Length in thousandths of an em.
    pub width: f32,
    /// The glyphs from left to right.
    pub glyphs: Box<[Glyph]>,
}

/// The fonts with what has been shaped so far; one for each thread.
pub struct Fonts {
    contexts: FontContext,
    scratch: LayoutContext<()>,
    parsed: Faces<ParsedFont>,
    words: Faces<HashMap<Box<str>, Arc<Word>>>,
    spaces: Faces<Arc<Word>>,
    printable: HashSet<char>,
    /// What both faces without serifs have.
    sans: HashSet<char>,
}

impl Fonts {
    /// Loads the faces that are part of the program.
    pub fn new() -> Result<Self, PaperError> {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for face in Face::ALL {
            // Be Vietnam Pro calls its weights families of their own.
            let family = FontInfoOverride { family_name: Some(face.family()), ..FontInfoOverride::default() };
            collection.register_fonts(Blob::new(Arc::new(face.bytes())), Some(family));
        }
        let mut parsed = Faces::try_new(|face| {
            ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new()).ok_or(PaperError::Font(face.name()))
        })?;
        let mut contexts = FontContext { collection, source_cache: SourceCache::default() };
        let mut scratch = LayoutContext::new();
        let spaces = Faces::try_new(|face| Ok(Arc::new(shape(&mut contexts, &mut scratch, face, " "))))?;
        let printable = characters(&parsed, &Face::TEXT);
        let sans = characters(&parsed, &[Face::Sans, Face::SansBold]);
        for face in Face::ALL {
            // Only metrics and widths are needed from here on; the copy of the file is large.
            let parsed = parsed.get_mut(face);
            parsed.original_bytes = Vec::new();
            parsed.codepoint_to_glyph.clear();
        }
        Ok(Self { contexts, scratch, parsed, words: Faces::default(), spaces, printable, sans })
    }

    /// Whether every face of Tinos has the character; white space and invisible marks count as printable.
    pub fn can_print(&self, character: char) -> bool {
        character.is_whitespace() || is_invisible(character) || self.printable.contains(&character)
    }

    /// The space between words.
    pub fn space(&self, face: Face) -> &Arc<Word> {
        self.spaces.get(face)
    }

    /// The face as `printpdf` knows it: metrics, and the widths of all glyphs in font units.
    pub fn parsed(&self, face: Face) -> &ParsedFont {
        self.parsed.get(face)
    }

    /// The word shaped in the face, or in Tinos when the face lacks one of its letters.
    pub fn word(&mut self, face: Face, text: &str) -> Arc<Word> {
        let lacks = |text: &str| text.chars().any(|letter| !self.sans.contains(&letter));
        let face = if face.stand_in() != face && lacks(text) { face.stand_in() } else { face };
        if let Some(word) = self.words.get(face).get(text) {
            return Arc::clone(word);
        }
        let word = Arc::new(shape(&mut self.contexts, &mut self.scratch, face, text));
        let words = self.words.get_mut(face);
        if words.len() >= WORDS_KEPT {
            words.clear();
        }
        words.insert(text.into(), Arc::clone(&word));
        word
    }
}

fn shape(contexts: &mut FontContext, scratch: &mut LayoutContext<()>, face: Face, text: &str) -> Word {
    let (weight, style) = match face {
        Face::Regular | Face::Sans => (FontWeight::NORMAL, FontStyle::Normal),
        Face::Bold => (FontWeight::BOLD, FontStyle::Normal),
        Face::SansBold => (FontWeight::SEMI_BOLD, FontStyle::Normal),
        Face::Italic => (FontWeight::NORMAL, FontStyle::Italic),
        Face::BoldItalic => (FontWeight::BOLD, FontStyle::Italic),
    };
    let mut builder = scratch.ranged_builder(contexts, text, 1.0, false);
    builder.push_default(StyleProperty::FontFamily(FontFamily::from(face.family())));
    builder.push_default(StyleProperty::FontSize(1000.0));
    builder.push_default(StyleProperty::FontWeight(weight));
    builder.push_default(StyleProperty::FontStyle(style));
    if !text.contains(char::is_alphabetic) {
        // Figures stand below each other in tables: all digits keep their one width.
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::from("\"kern\" 0")));
    }
    let mut layout: Layout<()> = builder.build(text);
    layout.break_all_lines(None);
    let glyphs = glyphs(&layout, text);
    let width = glyphs.iter().map(|glyph| glyph.advance).sum();
    Word { text: text.into(), face, width, glyphs: glyphs.into() }
}

/// Whether a character only steers programs and leaves nothing on paper.
pub fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || (character.is_control() && !character.is_whitespace())
}

/// The characters that all these faces have.
fn characters(parsed: &Faces<ParsedFont>, faces: &[Face]) -> HashSet<char> {
    let has = |face: Face, code: &u32| {
        parsed.get(face).codepoint_to_glyph.get(code).is_some_and(|glyph| *glyph != 0)
    };
    let Some(first) = faces.first() else { return HashSet::new() };
    let first = parsed.get(*first).codepoint_to_glyph.keys();
    first
        .filter(|code| faces.iter().all(|face| has(*face, code)))
        .filter_map(|code| char::from_u32(*code))
        .collect()
}

/// The glyphs of a laid out word with the characters they stand for.
fn glyphs(layout: &Layout<()>, text: &str) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::new();
    for run in layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()) {
        for cluster in run.clusters() {
            let mut characters = text.get(cluster.text_range()).unwrap_or_default();
            let count = cluster.glyphs().count();
            if count == 0 {
                // The rest of a ligature: its characters belong to the glyph before.
                if let Some(last) = glyphs.last_mut() {
                    last.text = format!("{}{characters}", last.text).into();
                }
            }
            for (index, glyph) in cluster.glyphs().enumerate() {
                let own = if index + 1 == count { characters.len() } else { first_length(characters) };
                let (own, rest) = characters.split_at(own);
                characters = rest;
                glyphs.push(Glyph {
                    id: u16::try_from(glyph.id).unwrap_or_default(),
                    advance: glyph.advance,
                    x: glyph.x,
                    // The layout counts downwards, glyphs are shifted upwards.
                    y: -glyph.y,
                    text: own.into(),
                });
            }
        }
    }
    glyphs
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    /// The 134 letters of Vietnamese beyond ASCII.
    fn vietnamese() -> Vec<char> {
        let tones = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
        let vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"];
        let mut letters: Vec<char> = vowels
            .iter()
            .flat_map(|vowel| tones.iter().map(move |tone| format!("{vowel}{tone}")))
            .map(|letter| letter.nfc().collect::<String>())
            .chain(["đ".into()])
            .flat_map(|letter| [letter.clone(), letter.to_uppercase()])
            .flat_map(|letter| letter.chars().collect::<Vec<_>>())
            .filter(|letter| !letter.is_ascii())
            .collect();
        letters.sort_unstable();
        letters.dedup();
        letters
    }

    #[test]
    fn every_face_has_every_vietnamese_letter() {
        let mut fonts = Fonts::new().unwrap();
        let letters = vietnamese();
        assert_eq!(letters.len(), 134);
        for face in Face::ALL {
            for letter in letters.iter().chain(&['₫', '…', '“', '”', '–', '×', 'Ø']) {
                let word = fonts.word(face, &letter.to_string());
                assert_eq!(word.glyphs.len(), 1, "{letter} in {}", face.name());
                assert_ne!(word.glyphs[0].id, 0, "{letter} in {}", face.name());
                assert!(fonts.can_print(*letter));
            }
        }
    }

    #[test]
    fn what_the_faces_lack_cannot_be_printed() {
        let mut fonts = Fonts::new().unwrap();
        for character in ['☐', '✓', '中', '🎋', '\u{F8FF}'] {
            assert!(!fonts.can_print(character), "{character}");
        }
        assert_eq!(fonts.word(Face::Regular, "中").glyphs[0].id, 0);
        for character in [' ', '\u{A0}', '\n', '\u{200B}', 'A'] {
            assert!(fonts.can_print(character), "{character:?}");
        }
    }

    #[test]
    fn the_licence_allows_embedding() {
        for face in Face::ALL {
            let bytes = face.bytes();
            let tables = bytes[12..].chunks(16);
            let os2 = tables.into_iter().find(|table| table.starts_with(b"OS/2")).unwrap();
            let offset = u32::from_be_bytes(os2[8..12].try_into().unwrap()) as usize;
            assert_eq!(bytes[offset + 8..offset + 10], [0, 0], "fsType of {}", face.name());
        }
    }

    #[test]
    fn faces_differ_and_letters_are_kerned() {
        let mut fonts = Fonts::new().unwrap();
        let mut widths: Vec<f32> = Face::ALL.iter().map(|face| fonts.word(*face, "Hương").width).collect();
        widths.dedup();
        assert_eq!(widths.len(), Face::ALL.len(), "{widths:?}");
        let sum = fonts.word(Face::Regular, "A").width + fonts.word(Face::Regular, "V").width;
        assert!(fonts.word(Face::Regular, "AV").width < sum - 50.0);
    }

    #[test]
    fn digits_have_one_width_even_side_by_side() {
        let mut fonts = Fonts::new().unwrap();
        for face in Face::TEXT {
            for pair in 0..100 {
                let width = fonts.word(face, &format!("{pair:02}")).width;
                assert!((width - 1000.0).abs() < 0.01, "{pair:02} is {width} wide in {}", face.name());
            }
        }
    }

    #[test]
    fn what_a_face_without_serifs_lacks_stands_in_tinos() {
        let mut fonts = Fonts::new().unwrap();
        assert_eq!(fonts.word(Face::SansBold, "Hường").face, Face::SansBold);
        let word = fonts.word(Face::SansBold, "Ωμέγα");
        assert_eq!(word.face, Face::Bold);
        assert!(word.glyphs.iter().all(|glyph| glyph.id != 0));
    }

    #[test]
    fn glyphs_give_back_the_text() {
        let mut fonts = Fonts::new().unwrap();
        for text in ["Nghị", "office", "g\u{303}ỳ", "05/2026/BBGN-HHLN", "affi"] {
            let word = fonts.word(Face::Italic, text);
            assert_eq!(word.glyphs.iter().map(|glyph| &*glyph.text).collect::<String>(), text);
        }
    }

    #[test]
    fn a_mark_stands_over_its_letter() {
        let mut fonts = Fonts::new().unwrap();
        let word = fonts.word(Face::Regular, "x\u{301}");
        assert_eq!(word.glyphs.len(), 2);
        assert!((word.width - fonts.word(Face::Regular, "x").width).abs() < 0.01);
        // The accent is drawn for capitals; over a small letter it is shifted left and down.
        let mark = &word.glyphs[1];
        assert!(mark.advance == 0.0 && mark.x < -50.0 && mark.y < -100.0, "{mark:?}");
    }

    #[test]
    fn a_word_is_shaped_once_and_the_memory_is_bounded() {
        let mut fonts = Fonts::new().unwrap();
        let first = fonts.word(Face::Bold, "Điều");
        assert!(Arc::ptr_eq(&first, &fonts.word(Face::Bold, "Điều")));
        for number in 0..WORDS_KEPT + 10 {
            fonts.word(Face::Bold, &number.to_string());
        }
        assert!(fonts.words.get(Face::Bold).len() <= WORDS_KEPT);
        assert_eq!(*first, *fonts.word(Face::Bold, "Điều"));
    }
}
