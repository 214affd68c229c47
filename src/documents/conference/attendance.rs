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
    fn say(&self, message: &Message) -> String {
        message.text(self.language)
    }

    /// The pages.
    pub fn document(&self) -> Document {
        let title = self.say(&message("attendance-title"));
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
            head: head.map(|title| head_cell(&self.say(&title))).into(),
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
            label: plain(&self.say(&message)),
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
            heading: vec![bold(&self.say(&message("attendance-writer")))],
            note: vec![italic(&self.say(&message("paper-sign-name")))],
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::conference::sample::{attendance, guest};
    use crate::documents::conference::tests::{laid_out, said};
    use crate::documents::text::text;

    #[test]
    fn every_delegate_and_twenty_empty_rows_can_be_signed_on() {
        for (language, first) in [(Language::Vi, "STT"), (Language::En, "No.")] {
            let pages = laid_out(&attendance(30, language).document());
            let words = text(&pages);
            assert!(words.contains("\n30\nBà Tạ Thị Minh Hường\n"), "{words}");
            assert!(words.contains("\n49\n50\n") && !words.contains("\n51\n"), "{words}");
            assert!(pages.pages.iter().skip(1).all(|page| &*page.lines[0].words[0].word.text == first));
            // Lines over the whole width that lie nearer than a signature needs are those of head and headings.
            let page = &pages.pages[2];
            let mut across: Vec<f32> = page
                .rules
                .iter()
                .filter(|rule| rule.to.0 - rule.from.0 > 400.0)
                .map(|rule| rule.from.1)
                .collect();
            across.sort_by(f32::total_cmp);
            let low = across.windows(2).filter(|pair| pair[1] - pair[0] < ROW - 0.1).count();
            assert!(across.len() > 15 && low <= 2, "{across:?}");
        }
    }

    #[test]
    fn a_group_has_its_heading_above_its_first_delegate_and_an_empty_one_none() {
        let words = said(&attendance(6, Language::Vi).document());
        assert!(words.contains(&format!("Sở, ngành\n1\n{}", guest(0).called())), "{words}");
        assert!(words.contains(&format!("Làng nghề, hợp tác xã\n4\n{}", guest(3).called())), "{words}");
        assert!(!words.contains("Nghệ nhân"), "{words}");
        for count in 4..40 {
            let mut list = attendance(0, Language::Vi);
            let delegate = Delegate { name: "Bà Lò Thị Pành".into(), ..Delegate::default() };
            list.groups = vec![
                Group { heading: "Một".into(), delegates: vec![delegate.clone(); count] },
                Group { heading: "Hai".into(), delegates: vec![delegate] },
            ];
            let words = said(&list.document());
            assert!(words.contains(&format!("Hai\n{}\nBà Lò Thị Pành", count + 1)), "{words}");
        }
    }

    #[test]
    fn a_list_of_nobody_is_still_a_list() {
        assert!(said(&Attendance::default().document()).starts_with("DANH SÁCH ĐẠI BIỂU KÝ NHẬN"));
    }
}
