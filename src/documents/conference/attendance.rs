//! The list delegates sign at the desk (danh sách đại biểu ký nhận): the record on paper.

use super::{NARROW, bold, cell, centred, foot, head_cell, italic, joined, plain, properties};
use crate::documents::blocks::{
    Align, Block, Cell, Document, FillIn, FillPart, Numbers, Paragraph, RuleBelow, Sheet, Signature,
    Signatures, Table, mm,
};
use crate::i18n::{Language, Message, message};

/// Rows left for those who come unannounced.
pub const BLANK_ROWS: usize = 20;
/// Height of a row: room for a signature.
const ROW: f32 = mm(11.5);
/// Number, name, office, telephone, signature.
const WIDTHS: [f32; 5] = [mm(11.0), mm(46.0), mm(58.0), mm(28.0), mm(32.0)];

/// The list of those who are expected.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attendance {
    /// Who holds the conference.
    pub agency: String,
    /// The conference.
    pub conference: String,
    /// When it is, in words; may be empty.
    pub time: String,
    /// Where it is; may be empty.
    pub place: String,
    /// The delegates in order.
    pub groups: Vec<Group>,
    /// Number of empty rows at the end, such as [`BLANK_ROWS`].
    pub blank_rows: usize,
    /// The language.
    pub language: Language,
}

/// Delegates with a heading of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// The heading; empty for none.
    pub heading: String,
    /// The delegates.
    pub delegates: Vec<Delegate>,
}

/// A delegate on the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delegate {
    /// Honorific and name.
    pub name: String,
    /// Position and organisation.
    pub office: String,
    /// The telephone number as it may be shown; may be empty.
    pub phone: String,
}

impl Attendance {
    fn say(&self, message: Message) -> String {
        message.text(self.language)
    }

    /// The pages.
    pub fn document(&self) -> Document {
        let title = self.say(message("attendance-title"));
        let mut blocks = vec![Block::Paragraph(centred(bold(&self.agency.to_uppercase()), 12.0, 0.0))];
        blocks.push(Block::Paragraph(centred(bold(&title), 15.0, 8.0)));
        let rule = Some(RuleBelow::Length(mm(40.0)));
        blocks.push(Block::Paragraph(Paragraph {
            rule,
            inset: mm(10.0),
            ..centred(bold(&self.conference), 13.0, 1.0)
        }));
        let when = joined([&self.time, &self.place], " – ");
        if !when.is_empty() {
            blocks.push(Block::Paragraph(centred(italic(&when), 12.0, 6.0)));
        }
        blocks.push(Block::Table(self.table()));
        blocks.extend(self.end());
        Document {
            properties: properties(&title, &self.conference, &self.agency, self.language),
            sheet: Sheet { format: NARROW, numbers: Numbers::Foot(foot(self.language)), ..Sheet::default() },
            blocks,
        }
    }

    fn table(&self) -> Table {
        let head = [
            message("paper-place-in-list"),
            message("attendance-name"),
            message("attendance-office"),
            message("attendance-phone"),
            message("attendance-signature"),
        ];
        let mut number = 0_usize;
        let mut rows = Vec::new();
        let mut row = |delegate: &Delegate| {
            number += 1;
            vec![
                cell(&number.to_string(), Align::Centre),
                Cell { lines: vec![bold(&delegate.name)], align: Align::Left, span: 0 },
                cell(&delegate.office, Align::Left),
                cell(&delegate.phone, Align::Centre),
                Cell::default(),
            ]
        };
        for group in &self.groups {
            if !group.heading.is_empty() && !group.delegates.is_empty() {
                let lines = vec![bold(&group.heading)];
                rows.push(vec![Cell { lines, align: Align::Left, span: WIDTHS.len() - 1 }]);
            }
            rows.extend(group.delegates.iter().map(&mut row));
        }
        rows.extend((0..self.blank_rows).map(|_| row(&Delegate::default())));
        Table {
            widths: WIDTHS.to_vec(),
            head: head.map(|title| head_cell(&self.say(title))).into(),
            rows,
            size: 11.5,
            before: 10.0,
            row_height: ROW,
            ..Table::default()
        }
    }

    /// How many signed, and who counted them.
    fn end(&self) -> [Block; 2] {
        let part = |message: Message, share| FillPart {
            label: plain(&self.say(message)),
            line: true,
            share,
            ..FillPart::default()
        };
        let count = FillIn {
            parts: vec![part(message("attendance-count"), 1.0)],
            size: 12.0,
            height: mm(8.0),
            before: 4.0,
            ..FillIn::default()
        };
        let signature = Signature {
            heading: vec![bold(&self.say(message("attendance-writer")))],
            note: vec![italic(&self.say(message("paper-sign-name")))],
            ..Signature::default()
        };
        let rows = vec![vec![Signature::default(), signature]];
        [
            Block::FillIn(count),
            Block::Signatures(Signatures {
                rows,
                size: 12.0,
                name_size: 12.0,
                room: mm(20.0),
                ..Signatures::default()
            }),
        ]
    }
}
