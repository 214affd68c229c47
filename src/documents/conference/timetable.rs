//! Timetables of meetings between two sides (lịch kết nối B2B): for each delegate and for each table, on a
//! sheet of its own.

use super::{Guest, NARROW, bold, cell, centred, foot, head_cell, italic, joined, plain, properties};
use crate::documents::blocks::{
    Align, Block, Cell, Document, Numbers, Paragraph, RuleBelow, Sheet, Table, mm,
};
use crate::i18n::{Language, Message, message};

/// Timetables of one day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timetables {
    /// Who holds the conference.
    pub agency: String,
    /// The conference.
    pub conference: String,
    /// Day and place, in words; may be empty.
    pub when: String,
    /// The sheets in order.
    pub sheets: Vec<Timetable>,
    /// Last line of every sheet, such as whom to ask; may be empty.
    pub note: String,
    /// The language.
    pub language: Language,
}

/// Whose timetable it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Whose {
    /// Of somebody who takes part: name, position and organisation.
    Delegate {
        /// Honorific and name, or the organisation.
        name: String,
        /// Position and organisation; may be empty.
        office: String,
    },
    /// Of a table, by its number or name.
    Table(String),
}

/// A sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Timetable {
    /// Whose it is.
    pub whose: Whose,
    /// The meetings in order.
    pub meetings: Vec<Meeting>,
}

/// A meeting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meeting {
    /// From when to when.
    pub time: String,
    /// The table; not said on the sheet of a table.
    pub table: String,
    /// Who meets: the other side for a delegate, both for a table.
    pub partners: Vec<Guest>,
    /// What they want from each other; may be empty.
    pub wishes: String,
}

impl Timetables {
    fn say(&self, message: &Message) -> String {
        message.text(self.language)
    }

    /// The pages.
    pub fn document(&self) -> Document {
        let mut blocks = Vec::new();
        for sheet in &self.sheets {
            if !blocks.is_empty() {
                blocks.push(Block::PageBreak);
            }
            blocks.extend(self.sheet(sheet));
        }
        if blocks.is_empty() {
            blocks.extend(self.head());
            blocks.push(self.none());
        }
        let title = self.say(&message("timetable-title"));
        Document {
            properties: properties(&title, &self.conference, &self.agency, self.language),
            sheet: Sheet {
                format: NARROW,
                numbers: Numbers::Foot(foot(self.language)),
                numbers_anew: true,
                ..Sheet::default()
            },
            blocks,
        }
    }

    /// What stands above every sheet.
    fn head(&self) -> Vec<Block> {
        let line = |text: &str, size, before| Block::Paragraph(centred(bold(text), size, before));
        let mut blocks = vec![line(&self.agency.to_uppercase(), 12.0, 0.0)];
        let conference = centred(plain(&self.conference), 12.5, 2.0);
        blocks.push(Block::Paragraph(Paragraph { inset: mm(10.0), ..conference }));
        blocks.push(line(&self.say(&message("timetable-title")).to_uppercase(), 14.0, 14.0));
        if !self.when.is_empty() {
            blocks.push(Block::Paragraph(centred(italic(&self.when), 12.0, 1.0)));
        }
        blocks
    }

    fn none(&self) -> Block {
        Block::Paragraph(centred(italic(&self.say(&message("timetable-none"))), 13.0, 16.0))
    }

    fn sheet(&self, sheet: &Timetable) -> Vec<Block> {
        let (name, office) = match &sheet.whose {
            Whose::Delegate { name, office } => (name.clone(), office.clone()),
            Whose::Table(number) => {
                (self.say(&message("timetable-table-of").with("number", number.as_str())), String::new())
            }
        };
        let mut blocks = self.head();
        blocks.push(Block::Paragraph(Paragraph {
            outline: Some(name.clone()),
            rule: office.is_empty().then_some(RuleBelow::Length(mm(40.0))),
            line: 1.2,
            ..centred(bold(&name), 18.0, 14.0)
        }));
        if !office.is_empty() {
            let rule = Some(RuleBelow::Length(mm(40.0)));
            let office = centred(plain(&office), 13.0, 2.0);
            blocks.push(Block::Paragraph(Paragraph { inset: mm(10.0), rule, ..office }));
        }
        if sheet.meetings.is_empty() {
            blocks.push(self.none());
        } else {
            blocks.push(Block::Table(self.table(sheet)));
        }
        if !self.note.is_empty() {
            blocks.push(Block::Paragraph(Paragraph {
                align: Align::Left,
                ..centred(italic(&self.note), 11.5, 8.0)
            }));
        }
        blocks
    }

    fn table(&self, sheet: &Timetable) -> Table {
        let delegate = matches!(sheet.whose, Whose::Delegate { .. });
        let partners = if delegate { message("timetable-partner") } else { message("timetable-partners") };
        let mut columns = vec![(message("timetable-time"), mm(33.0))];
        if delegate {
            columns.push((message("timetable-table"), mm(16.0)));
        }
        columns.push((partners, if delegate { mm(56.0) } else { mm(66.0) }));
        columns.push((message("timetable-wishes"), if delegate { mm(44.0) } else { mm(50.0) }));
        columns.push((message("timetable-result"), mm(26.0)));
        let rows = sheet.meetings.iter().map(|meeting| {
            let mut row = vec![Cell { lines: vec![bold(&meeting.time)], align: Align::Centre, span: 0 }];
            if delegate {
                row.push(cell(&meeting.table, Align::Centre));
            }
            let partners = meeting.partners.iter().flat_map(|partner| {
                let office = partner.office();
                let office = (!office.is_empty()).then(|| plain(&office));
                std::iter::once(bold(&partner.called())).chain(office)
            });
            let partners = partners.collect();
            row.push(Cell { lines: partners, align: Align::Left, span: 0 });
            row.push(cell(&meeting.wishes, Align::Left));
            row.push(Cell::default());
            row
        });
        let sum: f32 = columns.iter().map(|(_, width)| width).sum();
        Table {
            widths: columns.iter().map(|(_, width)| width / sum * NARROW.text_width()).collect(),
            head: columns.into_iter().map(|(title, _)| head_cell(&self.say(&title))).collect(),
            rows: rows.collect(),
            size: 12.0,
            before: 14.0,
            row_height: mm(13.0),
            ..Table::default()
        }
    }
}

impl Whose {
    /// The heading of somebody's sheet.
    pub fn delegate(name: &str, position: &str, organisation: &str) -> Self {
        Self::Delegate { name: name.to_owned(), office: joined([position, organisation], ", ") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::conference::sample::{LONG, guest, timetables};
    use crate::documents::conference::tests::{laid_out, said};
    use crate::documents::text::text;

    #[test]
    fn each_sheet_says_whose_it_is_and_counts_its_own_pages() {
        for (language, table) in [(Language::Vi, "Bàn số 3"), (Language::En, "Table 3")] {
            let pages = laid_out(&timetables(language).document());
            let words = text(&pages);
            let meeting = format!("13h00 – 13h20\n1\n{}\n{}\nMua hàng", guest(0).called(), guest(0).office());
            for part in [table, "Ông Đàm Quang Lộc\nGiám đốc, Hợp tác xã", meeting.as_str(), LONG]
            {
                assert!(words.contains(part), "{part} in {words}");
            }
            let feet: Vec<String> = pages
                .pages
                .iter()
                .map(|page| page.furniture[0].words.last().unwrap().word.text.to_string())
                .collect();
            assert_eq!(feet[..2], ["1/1", "1/1"]);
            assert_eq!(*feet.last().unwrap(), format!("{0}/{0}", pages.pages.len() - 2));
        }
    }

    #[test]
    fn a_sheet_without_meetings_says_so() {
        for none in [
            Timetables::default(),
            Timetables { sheets: timetables(Language::Vi).sheets[1..2].to_vec(), ..Timetables::default() },
        ] {
            let pages = laid_out(&none.document());
            assert_eq!(pages.pages.len(), 1);
            assert!(said(&none.document()).contains("Chưa có cuộc gặp nào được xếp."));
        }
    }
}
