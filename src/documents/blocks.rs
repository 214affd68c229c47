//! What is to be printed, as pure data: blocks of text in order, and the sheet they stand on.
//!
//! Blocks know sizes and rules ("keep with the next two lines") but no positions; `layout` finds those.
//! Lengths are in points (1/72 inch); [`mm`] converts.

pub use super::board::Board;

/// Points in the given number of millimetres.
pub const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// A colour: red, green and blue; black is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// Everything a document needs to become pages.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Document {
    /// What is said about the document outside its text.
    pub properties: Properties,
    /// What is printed around the text.
    pub sheet: Sheet,
    /// The text in reading order.
    pub blocks: Vec<Block>,
}

/// The properties of the file, shown by readers and archives.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Properties {
    /// Title, shown in the window bar.
    pub title: String,
    /// What it is about.
    pub subject: String,
    /// Who made it.
    pub author: String,
    /// BCP 47 tag of the main language, such as `vi-VN`.
    pub language: &'static str,
}

/// Size of a sheet and the room around its text, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageFormat {
    /// Width of the sheet.
    pub width: f32,
    /// Height of the sheet.
    pub height: f32,
    /// Left margin.
    pub left: f32,
    /// Right margin.
    pub right: f32,
    /// Margin above and below.
    pub above: f32,
}

impl PageFormat {
    /// A4 upright, with the margins of Decree 30/2020/NĐ-CP (left 30–35 mm, right 15–20, above and below
    /// 20–25).
    pub const UPRIGHT: Self =
        Self { width: mm(210.0), height: mm(297.0), left: mm(30.0), right: mm(20.0), above: mm(20.0) };
    /// A4 on its side, for tables with many columns (the Decree allows it); bound at the top edge.
    pub const ACROSS: Self =
        Self { width: mm(297.0), height: mm(210.0), left: mm(20.0), right: mm(20.0), above: mm(20.0) };

    /// Width of the text.
    pub const fn text_width(&self) -> f32 {
        self.width - self.left - self.right
    }

    /// Height of the text.
    pub const fn text_height(&self) -> f32 {
        self.height - 2.0 * self.above
    }
}

impl Default for PageFormat {
    fn default() -> Self {
        Self::UPRIGHT
    }
}

/// What is printed on every sheet besides the text.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Sheet {
    /// Size and margins.
    pub format: PageFormat,
    /// Form of the page number.
    pub numbers: Numbers,
    /// Every part after a break counts its pages from 1: letters to many people in one document.
    pub numbers_anew: bool,
    /// Large pale words across every page, behind the text.
    pub watermark: Option<String>,
    /// Small italic line at the top of the first page.
    pub top_note: Option<String>,
    /// Draws values of fields on pale yellow and gaps on pale red.
    pub mark_fields: bool,
}

/// Form of the page number.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Numbers {
    /// In the middle of the top margin from the second page.
    #[default]
    Top,
    /// Nowhere.
    None,
    /// At the foot of every page; `{page}` and `{pages}` in the pattern are replaced.
    Foot(String),
}

/// Letters for papers that are read, or looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Family {
    /// Tinos, with serifs.
    #[default]
    Serif,
    /// Be Vietnam Pro, without.
    Sans,
}

/// A piece of text in one style.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Run {
    /// The characters; any white space but U+00A0 is one space.
    pub text: String,
    /// Printed in bold.
    pub bold: bool,
    /// Printed in italics; the face without serifs has none.
    pub italic: bool,
    /// With serifs or without.
    pub family: Family,
    /// Key of the field whose value this is.
    pub field: Option<String>,
    /// The value of the field is not known.
    pub missing: bool,
}

/// How lines stand between the margins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Align {
    /// Flush on both sides; the last line at the left.
    #[default]
    Justify,
    /// Flush at the left.
    Left,
    /// Flush at the left, with lines of about the same length.
    Even,
    /// Centred, with lines of about the same length.
    Centre,
    /// Flush at the right.
    Right,
}

/// A line drawn below the last line of a paragraph, centred on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RuleBelow {
    /// As long as the text.
    AsText,
    /// A part of the text's length, between 0 and 1.
    Part(f32),
    /// This many points long.
    Length(f32),
}

/// Lines of text that run on.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// The text.
    pub runs: Vec<Run>,
    /// Size of the letters in points.
    pub size: f32,
    /// Distance of the baselines in multiples of the size.
    pub line: f32,
    /// Form of the lines.
    pub align: Align,
    /// Colour of the letters.
    pub colour: Colour,
    /// Indent of the first line in points.
    pub indent: f32,
    /// Distance of all lines from the left, and of centred ones from the right as well, in points.
    pub inset: f32,
    /// Space above in points, left out at the top of a page.
    pub before: f32,
    /// Line below the text.
    pub rule: Option<RuleBelow>,
    /// The last line has at least two words.
    pub two_words_last: bool,
    /// Number of following lines that stay on the same page.
    pub keep_next: usize,
    /// Entry in the outline of the file.
    pub outline: Option<String>,
}

impl Default for Paragraph {
    fn default() -> Self {
        Self {
            runs: Vec::new(),
            size: 13.5,
            line: 1.3,
            align: Align::Justify,
            colour: Colour::default(),
            indent: 0.0,
            inset: 0.0,
            before: 0.0,
            rule: None,
            two_words_last: false,
            keep_next: 0,
            outline: None,
        }
    }
}

/// "Label : value", with the colons of all rows of a group below each other.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Labelled {
    /// The label.
    pub label: Vec<Run>,
    /// The value; its further lines stand below its first.
    pub value: Vec<Run>,
    /// A second label and value at a tab on the same line, or below when there is no room.
    pub second: Option<(Vec<Run>, Vec<Run>)>,
    /// Size of the letters in points.
    pub size: f32,
    /// Distance of the baselines in multiples of the size.
    pub line: f32,
    /// Indent of the label in points.
    pub indent: f32,
    /// Space above in points.
    pub before: f32,
    /// Rows of one group share the width of the label column.
    pub group: u8,
    /// Least width of the label column in points.
    pub label_width: f32,
}

/// A ruled table. Its head is repeated on every page, its rows do not split; a row of one cell over all
/// columns is a heading of the rows below it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Table {
    /// Wanted widths of the columns in points; widened where a word does not fit.
    pub widths: Vec<f32>,
    /// The head.
    pub head: Vec<Cell>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// Size of the letters in points.
    pub size: f32,
    /// Space above in points.
    pub before: f32,
    /// Grey hairlines and a ground below the head, for lists; papers that are signed have black lines.
    pub pale: bool,
    /// Least height of a row in points: people sign and write in some tables.
    pub row_height: f32,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Cell {
    /// The paragraphs of the cell.
    pub lines: Vec<Vec<Run>>,
    /// How they stand.
    pub align: Align,
    /// Number of further columns the cell covers.
    pub span: usize,
}

/// Two stacks of blocks side by side, beginning at the same height.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// What stands at the left.
    pub left: Vec<Block>,
    /// What stands at the right.
    pub right: Vec<Block>,
    /// Width of the left column in points; the right one takes the rest.
    pub left_width: f32,
    /// Space between the columns in points.
    pub gap: f32,
    /// Draws a thin line in the middle of the gap.
    pub divided: bool,
    /// Lines stand level and may go over to the next page; otherwise each side is one piece.
    pub level: bool,
}

/// Where one person signs.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Signature {
    /// Whom the person signs for.
    pub heading: Vec<Vec<Run>>,
    /// The position, one paragraph a line.
    pub positions: Vec<Vec<Run>>,
    /// What to do, in small italics.
    pub note: Vec<Vec<Run>>,
    /// The name below the room for signature and seal.
    pub name: Vec<Run>,
}

/// The places for signatures, one or two in a row; one alone stands in the middle.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Signatures {
    /// The end of the text, which stands with them: whole when it is short, else with two lines.
    pub text: Vec<Block>,
    /// The rows from top to bottom.
    pub rows: Vec<Vec<Signature>>,
    /// Size of the letters in points.
    pub size: f32,
    /// Size of the names in points; they are as small as the rest where one does not fit on its line.
    pub name_size: f32,
    /// Height left free for signature and seal in points.
    pub room: f32,
}

/// A line of a plate or of a board: it grows smaller until it has no more lines than it may and no word is cut.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct PlateLine {
    /// The words.
    pub run: Run,
    /// Size of the letters in points at first.
    pub size: f32,
    /// So many lines at most.
    pub most_lines: usize,
    /// Colour of the letters.
    pub colour: Colour,
    /// Space above in points.
    pub before: f32,
}

/// A sheet of its own that is folded in the middle: the lines in the middle of its lower half, and the same
/// upside down in the upper half.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Plate {
    /// The lines.
    pub lines: Vec<PlateLine>,
}

/// A row of a form that people fill in by hand: parts side by side.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct FillIn {
    /// The parts from left to right.
    pub parts: Vec<FillPart>,
    /// Size of the letters in points.
    pub size: f32,
    /// Least height of the row in points.
    pub height: f32,
    /// Distance from the left in points.
    pub inset: f32,
    /// Space above in points.
    pub before: f32,
}

/// A part of a row that is filled in by hand.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct FillPart {
    /// A square to tick stands before the words.
    pub tick: bool,
    /// The words.
    pub label: Vec<Run>,
    /// A line to write on stands after the words.
    pub line: bool,
    /// Its width in relation to the others.
    pub share: f32,
}

/// Horizontal bars below each other, with what they stand for and their values in words.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Chart {
    /// What it shows.
    pub title: Vec<Run>,
    /// The bars from top to bottom.
    pub bars: Vec<Bar>,
    /// A length of 1 is the whole, and what is missing of it is drawn pale.
    pub whole: bool,
    /// Size of the letters in points.
    pub size: f32,
    /// Space above in points.
    pub before: f32,
}

/// A bar of a chart.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length in relation to the others; less than nothing is drawn like nothing.
    pub length: f64,
    /// The value as it is read.
    pub value: String,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Lines of text that run on.
    Paragraph(Paragraph),
    /// A label and its value.
    Labelled(Labelled),
    /// Blocks that stay on one page.
    Together(Vec<Block>),
    /// Two stacks side by side.
    Columns(Columns),
    /// A ruled table.
    Table(Table),
    /// The places for signatures.
    Signatures(Signatures),
    /// A sheet that is folded and stands on a table.
    Plate(Plate),
    /// A row that is filled in by hand.
    FillIn(FillIn),
    /// Horizontal bars.
    Chart(Chart),
    /// A strip on which everything has its place.
    Board(Board),
    /// Whatever height the page has left, so that what follows stands at its foot.
    Rest,
    /// What follows begins on a new page; pages before the first break are the body.
    PageBreak,
    /// The same, on pages of this size from here on.
    Turn(PageFormat),
}
