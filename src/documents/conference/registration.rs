//! The blank registration form (phiếu đăng ký): parts A to G on two pages, to be filled in by hand.
//!
//! Consent to the processing of personal data is asked for each purpose in a box of its own, and none is
//! ticked beforehand (Law 91/2025/QH15).

use super::{bold, centred, head_cell, italic, joined, plain, properties, run};
use crate::documents::blocks::{
    Align, Block, Cell, Document, FillIn, FillPart, Numbers, PageFormat, Paragraph, RuleBelow, Sheet,
    Signature, Signatures, Table, mm,
};
use crate::i18n::{Language, Message, message};

/// Size of the text in points.
const SIZE: f32 = 11.5;
/// Height of a row to write in.
const ROW: f32 = mm(8.3);
/// Height of a row with boxes to tick.
const TICKS: f32 = mm(6.8);
/// A4 upright with narrow margins.
const FORM: PageFormat =
    PageFormat { width: mm(210.0), height: mm(297.0), left: mm(20.0), right: mm(15.0), above: mm(15.0) };

/// The form for one conference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegistrationForm {
    /// Who holds the conference.
    pub agency: String,
    /// The conference.
    pub conference: String,
    /// When it is, in words; may be empty.
    pub time: String,
    /// Where it is; may be empty.
    pub place: String,
    /// By when the form is sent back, in words; may be empty.
    pub send_by: String,
    /// Where it is sent: address, email, telephone; may be empty.
    pub send_to: String,
    /// The language.
    pub language: Language,
}

impl RegistrationForm {
    fn say(&self, message: &Message) -> String {
        message.text(self.language)
    }

    /// The pages.
    pub fn document(&self) -> Document {
        let title = self.say(&message("registration-title"));
        let mut blocks = self.head(&title);
        blocks.push(Block::Together(self.organisation()));
        blocks.push(Block::Together(self.people()));
        blocks.push(Block::Together(self.forms()));
        blocks.push(Block::Together(self.products()));
        blocks.push(Block::Together(self.wishes()));
        blocks.push(Block::Together(self.logistics()));
        blocks.extend(self.consent());
        Document {
            properties: properties(&title, &self.conference, &self.agency, self.language),
            sheet: Sheet {
                format: FORM,
                numbers: Numbers::Foot(super::foot(self.language)),
                ..Sheet::default()
            },
            blocks,
        }
    }

    fn head(&self, title: &str) -> Vec<Block> {
        let line = |runs, size, before| Paragraph { line: 1.15, ..centred(runs, size, before) };
        let conference = line(bold(&self.conference), 12.5, 1.0);
        let mut lines = vec![
            line(bold(&self.agency.to_uppercase()), 11.5, 0.0),
            line(bold(title), 15.0, 6.0),
            Paragraph { inset: mm(8.0), rule: Some(RuleBelow::Length(mm(36.0))), ..conference },
        ];
        let when = joined([&self.time, &self.place], " – ");
        if !when.is_empty() {
            lines.push(line(italic(&when), 11.5, 5.0));
        }
        let send = match (self.send_by.as_str(), self.send_to.as_str()) {
            ("", "") => None,
            (day, "") => Some(message("registration-send-by").with("day", day)),
            ("", to) => Some(message("registration-send-to").with("to", to)),
            (day, to) => Some(message("registration-send").with("day", day).with("to", to)),
        };
        lines.extend(send.map(|send| line(italic(&self.say(&send)), 11.5, 2.0)));
        super::stack(lines)
    }

    /// The heading of a part, which stays with two rows after it.
    fn part(&self, letter: char, title: &Message) -> Block {
        Block::Paragraph(Paragraph {
            runs: bold(&format!("{letter}. {}", self.say(title))),
            size: 12.0,
            line: 1.15,
            align: Align::Left,
            before: 7.0,
            keep_next: 2,
            ..Paragraph::default()
        })
    }

    /// Lines to write on side by side, each with its part of the width.
    fn write<const N: usize>(&self, parts: [(Message, f32); N]) -> Block {
        let parts = parts.map(|(label, share)| FillPart {
            label: plain(&format!("{}:", self.say(&label))),
            line: true,
            share,
            ..FillPart::default()
        });
        Block::FillIn(FillIn { parts: parts.into(), size: SIZE, height: ROW, ..FillIn::default() })
    }

    /// Boxes to tick side by side; those with `true` have a line after their words.
    fn tick<const N: usize>(&self, parts: [(Message, bool, f32); N]) -> Block {
        let parts = parts.map(|(label, line, share)| {
            let colon = if line { ":" } else { "" };
            let label = plain(&format!("{}{colon}", self.say(&label)));
            FillPart { tick: true, label, line, share }
        });
        Block::FillIn(FillIn { parts: parts.into(), size: SIZE, height: TICKS, ..FillIn::default() })
    }

    /// A table with empty rows.
    fn blank<const N: usize>(&self, columns: [(Message, f32); N], rows: usize) -> Block {
        let sum: f32 = columns.iter().map(|(_, width)| width).sum();
        let widths = columns.iter().map(|(_, width)| width / sum * FORM.text_width()).collect();
        let row = |place: usize| {
            let number = Cell { lines: vec![plain(&place.to_string())], align: Align::Centre, span: 0 };
            std::iter::once(number).chain(std::iter::repeat_with(Cell::default)).take(N).collect()
        };
        Block::Table(Table {
            widths,
            head: columns.map(|(title, _)| head_cell(&self.say(&title))).into(),
            rows: (1..=rows).map(row).collect(),
            size: 10.5,
            before: 3.0,
            row_height: ROW,
            ..Table::default()
        })
    }

    fn organisation(&self) -> Vec<Block> {
        vec![
            self.part('A', &message("registration-organisation")),
            self.write([(message("registration-name"), 1.0)]),
            self.tick([
                (message("registration-company"), false, 1.1),
                (message("registration-cooperative"), false, 1.0),
                (message("registration-household"), false, 1.15),
                (message("registration-village"), false, 1.0),
            ]),
            self.tick([
                (message("registration-state"), false, 1.1),
                (message("registration-association"), false, 1.0),
                (message("registration-other"), true, 2.15),
            ]),
            self.write([(message("registration-tax"), 1.0), (message("registration-website"), 1.2)]),
            self.write([(message("registration-address"), 1.0)]),
            self.write([(message("registration-former-address"), 1.0)]),
            self.write([(message("registration-head"), 1.2), (message("registration-position"), 1.0)]),
            self.write([(message("registration-phone"), 1.0), (message("registration-email"), 1.2)]),
        ]
    }

    fn people(&self) -> Vec<Block> {
        let columns = [
            (message("paper-place-in-list"), 11.0),
            (message("registration-person"), 56.0),
            (message("registration-position"), 44.0),
            (message("registration-phone"), 30.0),
            (message("registration-email"), 44.0),
        ];
        vec![self.part('B', &message("registration-people")), self.blank(columns, 3)]
    }

    fn forms(&self) -> Vec<Block> {
        vec![
            self.part('C', &message("registration-forms")),
            self.tick([
                (message("registration-attend"), false, 0.9),
                (message("registration-b2b"), false, 1.3),
                (message("registration-booth"), true, 1.1),
            ]),
            self.tick([(message("registration-sign"), true, 1.0)]),
            self.tick([(message("registration-speak"), true, 1.0)]),
        ]
    }

    fn products(&self) -> Vec<Block> {
        let columns = [
            (message("paper-place-in-list"), 11.0),
            (message("registration-product"), 40.0),
            (message("registration-specification"), 30.0),
            (message("registration-capacity"), 24.0),
            (message("registration-least"), 22.0),
            (message("registration-price"), 27.0),
            (message("registration-certificates"), 31.0),
        ];
        vec![
            self.part('D', &message("registration-products")),
            self.blank(columns, 4),
            self.tick([
                (message("registration-pictures"), false, 1.0),
                (message("registration-samples"), false, 1.0),
            ]),
        ]
    }

    fn wishes(&self) -> Vec<Block> {
        vec![
            self.part('E', &message("registration-wishes")),
            self.tick([
                (message("registration-sell"), false, 1.0),
                (message("registration-buy"), false, 1.0),
                (message("registration-material"), false, 1.3),
                (message("registration-design"), false, 1.4),
            ]),
            self.tick([
                (message("registration-travel"), false, 1.0),
                (message("registration-capital"), false, 1.0),
                (message("registration-other"), true, 2.7),
            ]),
            self.write([(message("registration-market"), 1.0)]),
            self.write([(message("registration-partners"), 1.0)]),
        ]
    }

    fn logistics(&self) -> Vec<Block> {
        vec![
            self.part('F', &message("registration-logistics")),
            self.tick([
                (message("registration-lunch"), false, 1.0),
                (message("registration-vegetarian"), false, 1.0),
                (message("registration-pick-up"), false, 1.0),
                (message("registration-rooms"), true, 1.5),
            ]),
            self.tick([
                (message("registration-power"), false, 1.0),
                (message("registration-water"), false, 1.0),
                (message("registration-requests"), true, 1.6),
            ]),
        ]
    }

    /// A box for each purpose, and the place to sign.
    fn consent(&self) -> Vec<Block> {
        let holder = message("registration-consent-why").with("agency", super::or_gap(&self.agency));
        let mut blocks = vec![
            self.part('G', &message("registration-consent")),
            Block::Paragraph(Paragraph {
                runs: plain(&self.say(&holder)),
                size: SIZE,
                line: 1.15,
                before: 4.0,
                keep_next: 1,
                ..Paragraph::default()
            }),
        ];
        let purposes = [
            message("registration-consent-organise"),
            message("registration-consent-partners"),
            message("registration-consent-directory"),
            message("registration-consent-pictures"),
            message("registration-consent-later"),
        ];
        blocks.extend(purposes.map(|purpose| self.tick([(purpose, false, 1.0)])));
        let withdraw = Paragraph {
            runs: italic(&self.say(&message("registration-consent-withdraw"))),
            size: 10.5,
            line: 1.15,
            before: 3.0,
            ..Paragraph::default()
        };
        let signature = Signature {
            heading: vec![
                vec![run(&self.say(&message("paper-date-gap")), false)],
                bold(&self.say(&message("registration-signature")).to_uppercase()),
            ],
            note: vec![italic(&self.say(&message("registration-signature-note")))],
            ..Signature::default()
        };
        blocks.push(Block::Signatures(Signatures {
            text: vec![Block::Paragraph(withdraw)],
            rows: vec![vec![Signature::default(), signature]],
            size: SIZE,
            name_size: SIZE,
            room: mm(24.0),
        }));
        let office = [(message("registration-code"), 1.2), (message("registration-received"), 1.0)];
        blocks.push(Block::Together(vec![
            Block::Paragraph(Paragraph {
                runs: italic(&self.say(&message("registration-office"))),
                size: 10.5,
                before: 16.0,
                ..Paragraph::default()
            }),
            self.write(office),
        ]));
        blocks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::conference::sample::{LONG, form};
    use crate::documents::conference::tests::laid_out;
    use crate::documents::text::text;

    #[test]
    fn the_form_has_seven_parts_on_two_pages_in_both_languages() {
        let long = RegistrationForm {
            agency: LONG.into(),
            conference: LONG.into(),
            place: LONG.into(),
            send_to: LONG.into(),
            ..form(Language::Vi)
        };
        for form in [form(Language::Vi), form(Language::En), long, RegistrationForm::default()] {
            let pages = laid_out(&form.document());
            assert_eq!(pages.pages.len(), 2);
            let words = text(&pages);
            for letter in 'A'..='G' {
                assert!(
                    words.lines().any(|line| line.starts_with(&format!("{letter}. "))),
                    "{letter} in {words}"
                );
            }
            assert_eq!(words.matches("91/2025/QH15").count(), 1);
        }
    }

    #[test]
    fn every_purpose_has_an_empty_box_of_its_own() {
        let form = form(Language::Vi);
        let purposes = form.consent().into_iter().filter_map(|block| match block {
            Block::FillIn(row) => Some(row),
            _ => None,
        });
        let purposes: Vec<FillIn> = purposes.collect();
        assert_eq!(purposes.len(), 5);
        assert!(purposes.iter().all(|row| row.parts.len() == 1 && row.parts[0].tick));
        let pages = laid_out(&form.document());
        let squares = pages.pages.iter().flat_map(|page| &page.rules).filter(|rule| {
            let length = (rule.to.0 - rule.from.0).abs() + (rule.to.1 - rule.from.1).abs();
            (length - 0.78 * SIZE).abs() < 0.01
        });
        // Seven kinds, five ways to take part, two for products, seven wishes, seven of logistics, five purposes.
        assert_eq!(squares.count(), 4 * (7 + 5 + 2 + 7 + 7 + 5));
        assert!(pages.pages.iter().all(|page| page.fills.is_empty()));
    }
}
