//! Papers of a conference that are read: letters to guests, the list they sign, the registration form,
//! minutes, report and timetables.
//!
//! Each is plain data with all values final; `document()` makes its blocks, for pages and for Word. What is
//! not known is left out, or leaves a dotted gap where people write it by hand. The form is that of Decree
//! 30/2020/NĐ-CP.

pub mod attendance;
pub mod letters;
pub mod minutes;
pub mod registration;
pub mod report;
#[cfg(test)]
mod sample;
pub mod timetable;

use jiff::civil::Date;

use super::blocks::{
    Align, Block, Cell, Columns, Labelled, PageFormat, Paragraph, Properties, RuleBelow, Run, mm,
};
use crate::i18n::{Language, Message, message};
use crate::vietnamese::date::long_date;
use crate::vietnamese::joined;

/// Size of the text in points.
const SIZE: f32 = 13.5;
/// Indent of first lines.
const INDENT: f32 = mm(10.0);
/// Dots where a name or place is written by hand.
const GAP: &str = "………………………";
/// Height left free for signature and seal.
const ROOM: f32 = mm(28.0);
/// A4 upright with narrow margins, for lists and forms.
const NARROW: PageFormat =
    PageFormat { width: mm(210.0), height: mm(297.0), left: mm(20.0), right: mm(15.0), above: mm(17.0) };

/// The head of a paper: who issues it, under which number, where and when.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// The agency above; empty when there is none.
    pub superior: String,
    /// Who issues the paper.
    pub agency: String,
    /// Number and symbol, such as "05/GM-HHLN"; empty leaves room to write it.
    pub number: String,
    /// Where it is issued.
    pub place: String,
    /// The day; none leaves room to write it.
    pub date: Option<Date>,
    /// The language of the paper.
    pub language: Language,
}

/// Who signs for the agency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signer {
    /// Right to sign and for whom, such as "TM. BAN TỔ CHỨC"; may be empty.
    pub authority: String,
    /// Position, in capitals; may be empty.
    pub position: String,
    /// The name without titles; may be empty.
    pub name: String,
}

/// Somebody a paper names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guest {
    /// "Ông", "Bà", "Mr.", "Dr."; may be empty.
    pub honorific: String,
    /// The name; empty when the organisation is meant.
    pub name: String,
    /// The position; may be empty.
    pub position: String,
    /// The organisation; may be empty.
    pub organisation: String,
    /// A number of the guest's own letter; empty when all have that of the head.
    pub number: String,
    /// The day of the guest's own letter; none when all have that of the head.
    pub date: Option<Date>,
}

impl Guest {
    /// Honorific and name; the organisation when there is no name.
    fn called(&self) -> String {
        match self.name.as_str() {
            "" => self.organisation.clone(),
            name => joined([self.honorific.as_str(), name], " "),
        }
    }

    /// Position and organisation, as far as they are known and not said by the name.
    fn office(&self) -> String {
        let organisation = if self.name.is_empty() { "" } else { &self.organisation };
        joined([self.position.as_str(), organisation], ", ")
    }

    /// Everything on one line.
    fn line(&self) -> String {
        joined([self.called(), self.office()], ", ")
    }
}

impl Head {
    fn say(&self, message: &Message) -> String {
        message.text(self.language)
    }

    fn number_line(&self, own: &str) -> String {
        match [own, &self.number].into_iter().find(|number| !number.is_empty()) {
            Some(number) => self.say(&message("paper-number").with("number", number)),
            None => self.say(&message("paper-number-open")),
        }
    }

    fn place_and_date(&self) -> String {
        let day = self
            .date
            .map_or_else(|| self.say(&message("paper-date-gap")), |date| long_date(date, self.language));
        let place = if self.place.is_empty() { "…………" } else { &self.place };
        joined([place, day.as_str()], ", ")
    }

    /// The head; a letter may have a number of its `own`.
    fn blocks(&self, own: &str) -> Vec<Block> {
        let line =
            |runs, size| Paragraph { runs, size, line: 1.2, align: Align::Centre, ..Paragraph::default() };
        let mut left = Vec::new();
        if !self.superior.is_empty() {
            left.push(line(plain(&self.superior.to_uppercase()), 12.0));
        }
        let agency = line(bold(&or_gap(&self.agency).to_uppercase()), 12.0);
        left.push(Paragraph { rule: Some(RuleBelow::Part(0.4)), ..agency });
        let motto = line(bold(&self.say(&message("paper-motto"))), 13.0);
        let right = vec![
            line(bold(&self.say(&message("paper-state"))), 12.0),
            Paragraph { rule: Some(RuleBelow::AsText), ..motto },
        ];
        let number = line(plain(&self.number_line(own)), 13.0);
        let date = line(italic(&self.place_and_date()), 13.0);
        vec![
            beside(stack(left), stack(right)),
            beside(
                stack(vec![Paragraph { before: 6.0, ..number }]),
                stack(vec![Paragraph { before: 6.0, ..date }]),
            ),
        ]
    }

    /// "Nơi nhận" and who gets copies, a line each; nothing when nobody does.
    fn recipients(&self, recipients: &[String]) -> Vec<Paragraph> {
        if recipients.is_empty() {
            return Vec::new();
        }
        let flush =
            |runs, size| Paragraph { runs, size, line: 1.2, align: Align::Left, ..Paragraph::default() };
        let strong = Run { italic: true, ..run(&self.say(&message("paper-recipients")), true) };
        let lines = recipients.iter().zip(1..).map(|(recipient, count)| {
            let end = if count < recipients.len() { ";" } else { "." };
            let bare = recipient.trim_end_matches(['.', ';']);
            flush(plain(&format!("- {bare}{end}")), 11.0)
        });
        std::iter::once(flush(vec![strong], 12.0)).chain(lines).collect()
    }

    /// Recipients at the left, signature at the right; the last paragraph above keeps with them.
    fn closing(&self, recipients: &[String], signer: &Signer) -> Block {
        // Without recipients the signature has more room: an English letter stays on its page.
        let left_width = if recipients.is_empty() { mm(60.0) } else { mm(74.0) };
        let mut left = self.recipients(recipients);
        let lines = [&signer.authority, &signer.position].into_iter().filter(|line| !line.is_empty());
        let mut right: Vec<Paragraph> = lines
            .map(|line| Paragraph { line: 1.2, ..centred(bold(&line.to_uppercase()), SIZE, 0.0) })
            .collect();
        if right.is_empty() {
            let note = italic(&self.say(&message("paper-sign-name")));
            right.push(Paragraph { line: 1.2, ..centred(note, SIZE, 0.0) });
        }
        right.push(Paragraph { line: 1.2, ..centred(bold(or_gap(&signer.name)), SIZE, ROOM) });
        for first in [left.first_mut(), right.first_mut()].into_iter().flatten() {
            first.before += 12.0;
        }
        Block::Columns(Columns {
            left: stack(left),
            right: stack(right),
            left_width,
            gap: mm(4.0),
            divided: false,
            level: false,
        })
    }

    fn properties(&self, title: &str, subject: &str) -> Properties {
        properties(title, subject, &self.agency, self.language)
    }
}

/// The kind of paper and what it is about, a paragraph each, below the head.
fn title(kind: &str, about: &[&str]) -> Vec<Block> {
    let mut lines = vec![centred(bold(kind), 14.0, 18.0)];
    let about = about.iter().filter(|text| !text.is_empty());
    lines.extend(about.map(|text| Paragraph {
        inset: mm(12.0),
        line: 1.2,
        ..centred(bold(text), SIZE, 2.0)
    }));
    if let Some(last) = lines.last_mut() {
        last.rule = Some(RuleBelow::Length(mm(40.0)));
    }
    stack(lines)
}

fn properties(title: &str, subject: &str, author: &str, language: Language) -> Properties {
    Properties {
        title: title.to_owned(),
        subject: subject.to_owned(),
        author: author.to_owned(),
        language: match language {
            Language::Vi => "vi-VN",
            Language::En => "en-GB",
        },
    }
}

/// The pattern of numbers at the foot: "Trang 1/5".
fn foot(language: Language) -> String {
    message("paper-page-of").with("page", "{page}").with("pages", "{pages}").text(language)
}

/// The text, or dots where it is written by hand.
fn or_gap(text: &str) -> &str {
    if text.is_empty() { GAP } else { text }
}

fn run(text: &str, bold: bool) -> Run {
    Run { text: text.to_owned(), bold, ..Run::default() }
}

fn plain(text: &str) -> Vec<Run> {
    vec![run(text, false)]
}

fn bold(text: &str) -> Vec<Run> {
    vec![run(text, true)]
}

fn italic(text: &str) -> Vec<Run> {
    vec![Run { italic: true, ..run(text, false) }]
}

fn stack(paragraphs: Vec<Paragraph>) -> Vec<Block> {
    paragraphs.into_iter().map(Block::Paragraph).collect()
}

fn centred(runs: Vec<Run>, size: f32, before: f32) -> Paragraph {
    Paragraph { runs, size, before, align: Align::Centre, ..Paragraph::default() }
}

/// A paragraph of the text.
fn body(runs: Vec<Run>) -> Paragraph {
    Paragraph { runs, size: SIZE, indent: INDENT, before: 6.0, two_words_last: true, ..Paragraph::default() }
}

/// A text of several paragraphs, one a line; empty lines are left out.
fn paragraphs(text: &str) -> impl Iterator<Item = Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Block::Paragraph(body(plain(line))))
}

/// The heading of a part of the text.
fn heading(text: &str) -> Block {
    Block::Paragraph(Paragraph {
        runs: bold(text),
        align: Align::Left,
        before: 10.0,
        keep_next: 2,
        outline: Some(text.to_owned()),
        ..body(Vec::new())
    })
}

/// "Label: value" as a row of its group.
fn labelled(label: &str, value: Vec<Run>) -> Block {
    Block::Labelled(Labelled {
        label: plain(label),
        value,
        size: SIZE,
        line: 1.3,
        indent: INDENT,
        before: 3.0,
        label_width: mm(26.0),
        ..Labelled::default()
    })
}

fn cell(text: &str, align: Align) -> Cell {
    Cell { lines: vec![plain(text)], align, span: 0 }
}

fn head_cell(text: &str) -> Cell {
    Cell { lines: vec![bold(text)], align: Align::Centre, span: 0 }
}

/// The head of a paper: what stands at the left is narrower.
fn beside(left: Vec<Block>, right: Vec<Block>) -> Block {
    Block::Columns(Columns { left, right, left_width: mm(66.0), gap: mm(2.0), divided: false, level: false })
}

/// Keeps the last paragraph with the two blocks after it.
fn keep_last(blocks: &mut [Block]) {
    if let Some(Block::Paragraph(last)) = blocks.last_mut() {
        last.keep_next = 1;
    }
}

/// A number of a part in Roman figures; parts of a paper are few.
fn roman(number: usize) -> String {
    let figures =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (value, figure) in figures {
        while rest >= value {
            text.push_str(figure);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::sample::{LONG, guest, head, signer};
    use super::*;
    use crate::documents::Engine;
    use crate::documents::blocks::Document;
    use crate::documents::layout::Pages;
    use crate::documents::text::text;

    /// The pages of a paper: nothing stands outside their margins, and no comma or colon is odd.
    pub(super) fn laid_out(document: &Document) -> Pages {
        let pages = Engine::new().unwrap().lay_out(document);
        for page in &pages.pages {
            let format = page.format;
            let (right, bottom) = (format.width - format.right + 0.6, format.height - format.above + 0.6);
            for line in &page.lines {
                let words: Vec<&str> = line.words.iter().map(|placed| &*placed.word.text).collect();
                assert!(line.x >= format.left - 0.1 && line.right() <= right, "{words:?}");
                assert!(line.baseline <= bottom, "{words:?}");
            }
        }
        let said = text(&pages);
        for odd in [" ,", ", ,", ",,", ", .", ",.", " .", "()", "“”", "::", ": :", " ;", "- ;", "- ."] {
            assert!(!said.contains(odd), "“{odd}” in {said}");
        }
        for line in said.lines() {
            assert!(!line.starts_with(',') && !line.ends_with(','), "{line}");
        }
        pages
    }

    /// The text of a paper whose pages are as they should be.
    pub(super) fn said(document: &Document) -> String {
        text(&laid_out(document))
    }

    #[test]
    fn somebody_is_called_with_what_is_known() {
        let whole = guest(0);
        assert_eq!(whole.line(), "Ông Đàm Quang Lộc, Giám đốc, Hợp tác xã Mây tre đan Đan Hòa");
        let nameless = Guest { name: String::new(), ..whole.clone() };
        assert_eq!(nameless.line(), "Hợp tác xã Mây tre đan Đan Hòa, Giám đốc");
        let private =
            Guest { honorific: String::new(), position: String::new(), organisation: String::new(), ..whole };
        assert_eq!(private.line(), "Đàm Quang Lộc");
        assert_eq!(Guest::default().line(), "");
    }

    #[test]
    fn a_head_names_agencies_number_place_and_day_and_leaves_room_for_what_is_open() {
        let document = |head: &Head| Document { blocks: head.blocks(""), ..Document::default() };
        let full = Head { superior: LONG.into(), agency: LONG.into(), ..head(Language::Vi) };
        let words = said(&document(&full));
        for part in ["Số: 05/GM-HHLN", "Hà Nội, ngày 27 tháng 11 năm 2026", "Độc lập - Tự do - Hạnh phúc"]
        {
            assert!(words.contains(part), "{part} in {words}");
        }
        assert_eq!(words.matches(&LONG.to_uppercase()).count(), 2, "{words}");
        let open = said(&document(&Head::default()));
        assert!(open.contains("Số: ……") && open.contains("……, ngày …… tháng …… năm 20……"), "{open}");
        let english = said(&document(&head(Language::En)));
        assert!(english.contains("No. 05/GM-HHLN") && english.contains("27 November 2026"), "{english}");
    }

    #[test]
    fn recipients_end_with_one_full_stop_and_a_signer_without_position_has_a_place() {
        let head = head(Language::Vi);
        let closing = |recipients: &[&str], signer: &Signer| {
            let recipients: Vec<String> = recipients.iter().map(|&text| text.into()).collect();
            said(&Document { blocks: vec![head.closing(&recipients, signer)], ..Document::default() })
        };
        let words = closing(&["Như trên;", "Lưu: VT."], &signer());
        assert!(
            words.contains("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. BAN TỔ CHỨC\nTRƯỞNG BAN\nChử Văn Bình"),
            "{words}"
        );
        let words = closing(&[], &Signer::default());
        assert!(words.starts_with("(Ký, ghi rõ họ tên)\n…"), "{words}");
    }

    #[test]
    fn parts_are_numbered_in_roman_figures() {
        let numbers: Vec<String> = [1, 4, 9, 14, 40].into_iter().map(roman).collect();
        assert_eq!(numbers, ["I", "IV", "IX", "XIV", "XL"]);
    }
}
