//! Letters to guests: the invitation (giấy mời) and the thanks afterwards (thư cảm ơn), one for each guest in
//! one document.

use super::{
    GAP, Guest, Head, Signer, body, bold, centred, keep_last, labelled, or_gap, paragraphs, plain, run, title,
};
use crate::documents::blocks::{
    Align, Block, Cell, Document, Numbers, Paragraph, RuleBelow, Sheet, Table, mm,
};
use crate::i18n::message;

/// Invitations to a conference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Invitation {
    /// The head of every letter.
    pub head: Head,
    /// The conference.
    pub conference: String,
    /// Its theme; may be empty.
    pub theme: String,
    /// Who holds it together with the agency of the head; may be empty.
    pub hosts: String,
    /// Who chairs it; may be empty.
    pub chair: String,
    /// When it is, in words.
    pub time: String,
    /// Where it is.
    pub place: String,
    /// The programme in short: time and what; may be empty.
    pub programme: Vec<[String; 2]>,
    /// By when an answer is asked for; may be empty.
    pub answer_by: String,
    /// Whom to answer: name, telephone, email; may be empty.
    pub contact: String,
    /// Who gets copies.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signer: Signer,
    /// Whom the letters are for.
    pub guests: Vec<Guest>,
}

/// Thanks to those who took part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thanks {
    /// The head of every letter.
    pub head: Head,
    /// The conference.
    pub conference: String,
    /// When it was, in words; may be empty.
    pub time: String,
    /// Where it was; may be empty.
    pub place: String,
    /// What came of it, one paragraph a line; may be empty.
    pub results: String,
    /// Who gets copies.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signer: Signer,
    /// Whom the letters are for.
    pub guests: Vec<Guest>,
}

impl Invitation {
    /// The letters, each on pages of its own; without guests one with room for the name.
    pub fn document(&self) -> Document {
        let head = &self.head;
        let kind = head.say(&message("invitation-title"));
        let mut common = self.common();
        keep_last(&mut common);
        let closing = head.closing(&self.recipients, &self.signer);
        letters(head, &kind, &self.conference, &self.guests, |guest| {
            let mut blocks = title(&kind, &[&self.conference]);
            let call = Paragraph {
                keep_next: 2,
                ..centred(plain(&head.say(&message("invitation-calls"))), 14.0, 12.0)
            };
            blocks.push(Block::Paragraph(call));
            blocks.extend(addressed(guest));
            blocks.extend(common.iter().cloned());
            blocks.push(closing.clone());
            blocks
        })
    }

    /// What all letters have: to what, when, where, what else.
    fn common(&self) -> Vec<Block> {
        let head = &self.head;
        let mut runs = plain(&format!("{} ", head.say(&message("invitation-to"))));
        runs.push(run(or_gap(&self.conference), true));
        let mut rest = String::new();
        if !self.theme.is_empty() {
            rest = format!(" {}", head.say(&message("invitation-theme").with("theme", self.theme.as_str())));
        }
        let hosts = match (head.agency.as_str(), self.hosts.as_str()) {
            ("", "") => None,
            (agency, "") => Some(message("invitation-host").with("agency", agency)),
            ("", hosts) => Some(message("invitation-host").with("agency", hosts)),
            (agency, hosts) => Some(message("invitation-hosts").with("agency", agency).with("hosts", hosts)),
        };
        if let Some(hosts) = hosts {
            rest = format!("{rest} {}", head.say(&hosts));
        }
        runs.push(run(&format!("{rest}."), false));
        let mut blocks = vec![Block::Paragraph(Paragraph { before: 12.0, ..body(runs) })];
        let facts = [
            (message("invitation-chair"), &self.chair),
            (message("invitation-time"), &self.time),
            (message("invitation-place"), &self.place),
        ];
        for (label, value) in facts {
            if !value.is_empty() {
                blocks.push(labelled(&head.say(&label), bold(value)));
            }
        }
        if !self.programme.is_empty() {
            let title = format!("{}:", head.say(&message("invitation-programme")));
            let title = Paragraph { before: 3.0, keep_next: 2, ..body(plain(&title)) };
            blocks.push(Block::Paragraph(title));
            blocks.push(Block::Table(self.programme_table()));
        }
        let answer = match (self.answer_by.as_str(), self.contact.as_str()) {
            ("", "") => None,
            ("", contact) => Some(message("invitation-contact").with("contact", contact)),
            (day, "") => Some(message("invitation-answer").with("day", day)),
            (day, contact) => {
                Some(message("invitation-answer-contact").with("day", day).with("contact", contact))
            }
        };
        blocks.extend(answer.map(|answer| Block::Paragraph(body(plain(&head.say(&answer))))));
        blocks.push(Block::Paragraph(body(plain(&head.say(&message("invitation-honour"))))));
        blocks
    }

    fn programme_table(&self) -> Table {
        let rows = self.programme.iter().map(|[time, what]| {
            let cell = |text: &str, align| Cell { lines: vec![plain(text)], align, span: 0 };
            vec![cell(time, Align::Centre), cell(what, Align::Left)]
        });
        let title = |key| super::head_cell(&self.head.say(&key));
        Table {
            widths: vec![mm(36.0), mm(124.0)],
            head: vec![title(message("invitation-hour")), title(message("invitation-what"))],
            rows: rows.collect(),
            size: 12.0,
            before: 4.0,
            ..Table::default()
        }
    }
}

impl Thanks {
    /// The letters, each on pages of its own; without guests one with room for the name.
    pub fn document(&self) -> Document {
        let head = &self.head;
        let kind = head.say(&message("thanks-title"));
        let closing = head.closing(&self.recipients, &self.signer);
        let mut common = self.common();
        keep_last(&mut common);
        letters(head, &kind, &self.conference, &self.guests, |guest| {
            let title =
                Paragraph { rule: Some(RuleBelow::Length(mm(26.0))), ..centred(bold(&kind), 14.0, 18.0) };
            let call = centred(plain(&head.say(&message("thanks-calls"))), 14.0, 12.0);
            let mut blocks =
                vec![Block::Paragraph(title), Block::Paragraph(Paragraph { keep_next: 2, ..call })];
            blocks.extend(addressed(guest));
            blocks.extend(common.iter().cloned());
            blocks.push(closing.clone());
            blocks
        })
    }

    fn common(&self) -> Vec<Block> {
        let head = &self.head;
        let conference = or_gap(&self.conference);
        let when = match (self.time.as_str(), self.place.as_str()) {
            ("", "") => message("thanks-held").with("conference", conference),
            (time, "") => message("thanks-held-time").with("conference", conference).with("time", time),
            ("", place) => message("thanks-held-place").with("conference", conference).with("place", place),
            (time, place) => message("thanks-held-both")
                .with("conference", conference)
                .with("time", time)
                .with("place", place),
        };
        let first = Paragraph { before: 12.0, ..body(plain(&head.say(&when))) };
        let agency = or_gap(&head.agency);
        let mut blocks = vec![Block::Paragraph(first)];
        blocks.extend(paragraphs(&self.results));
        for text in
            [message("thanks-words").with("agency", agency), message("thanks-hope").with("agency", agency)]
        {
            blocks.push(Block::Paragraph(body(plain(&head.say(&text)))));
        }
        blocks.push(Block::Paragraph(body(plain(&head.say(&message("thanks-end"))))));
        blocks
    }
}

/// One letter for each guest, each on pages of its own that are counted anew.
fn letters(
    head: &Head,
    kind: &str,
    subject: &str,
    guests: &[Guest],
    letter: impl Fn(&Guest) -> Vec<Block>,
) -> Document {
    let open = [Guest::default()];
    let guests = if guests.is_empty() { &open } else { guests };
    let mut blocks = Vec::new();
    for guest in guests {
        if !blocks.is_empty() {
            blocks.push(Block::PageBreak);
        }
        let own = Head { date: guest.date.or(head.date), ..head.clone() };
        blocks.extend(own.blocks(&guest.number));
        blocks.extend(letter(guest));
    }
    Document {
        properties: head.properties(kind, subject),
        sheet: Sheet { numbers: Numbers::Top, numbers_anew: true, ..Sheet::default() },
        blocks,
    }
}

/// Whom a letter is for, in the middle of the page; a dotted gap for a name written by hand.
fn addressed(guest: &Guest) -> Vec<Block> {
    let called = guest.called();
    if called.is_empty() {
        let gap = GAP.repeat(3);
        return vec![Block::Paragraph(centred(plain(&gap), 14.0, 6.0))];
    }
    let outline = Some(called.clone());
    let name = Paragraph { keep_next: 1, outline, ..centred(bold(&called), 15.0, 5.0) };
    let mut blocks = vec![Block::Paragraph(name)];
    let office = guest.office();
    if !office.is_empty() {
        blocks.push(Block::Paragraph(Paragraph { inset: mm(8.0), ..centred(plain(&office), 13.0, 1.0) }));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::conference::sample::{CONFERENCE, LONG, guest, invitation, thanks};
    use crate::documents::conference::tests::{laid_out, said};
    use crate::documents::text::text;
    use crate::i18n::Language;

    #[test]
    fn every_guest_has_a_letter_of_one_page_with_name_position_and_organisation() {
        for language in Language::ALL {
            let pages = laid_out(&invitation(7, language).document());
            assert_eq!(pages.pages.len(), 7);
            assert_eq!(pages.outline.len(), 7);
            let words = text(&pages);
            for (letter, place) in words.split("\n\n").zip(0..) {
                assert!(
                    letter.contains(&guest(place).called()) && letter.contains(&guest(place).office()),
                    "{letter}"
                );
                assert!(letter.contains("0900 000 002") && letter.contains("Hồ Sen"), "{letter}");
            }
            assert!(pages.pages.iter().all(|page| page.furniture.is_empty()));
        }
    }

    #[test]
    fn pages_of_a_long_letter_are_counted_by_themselves() {
        let mut long = invitation(2, Language::Vi);
        long.programme = vec![["08h00".into(), "Tham luận về sản phẩm làng nghề".into()]; 40];
        let pages = laid_out(&long.document());
        let numbers: Vec<String> = pages
            .pages
            .iter()
            .map(|page| {
                page.furniture.iter().flat_map(|line| &line.words).map(|word| &*word.word.text).collect()
            })
            .collect();
        assert_eq!(numbers, ["", "2", "", "2"]);
    }

    #[test]
    fn a_letter_says_nothing_of_what_is_not_known_and_has_the_number_of_its_guest() {
        let mut bare = invitation(1, Language::Vi);
        bare.guests[0].number = "17/GM-HHLN".into();
        for text in
            [&mut bare.theme, &mut bare.hosts, &mut bare.chair, &mut bare.answer_by, &mut bare.contact]
        {
            text.clear();
        }
        bare.programme.clear();
        let words = said(&bare.document());
        assert!(words.contains("Số: 17/GM-HHLN"), "{words}");
        assert!(
            words.contains(&format!("Tới dự {CONFERENCE} do Hiệp hội Làng nghề Việt Nam tổ chức.")),
            "{words}"
        );
        for absent in ["chủ đề", "Chủ trì", "Chương trình", "xác nhận", "liên hệ"] {
            assert!(!words.contains(absent), "{absent} in {words}");
        }
        for open in [Invitation::default().document(), Thanks::default().document()] {
            assert!(said(&open).contains("…………"));
        }
    }

    #[test]
    fn long_names_stay_on_the_page_whole() {
        let mut long = invitation(1, Language::Vi);
        let name = Guest { name: LONG.into(), position: LONG.into(), organisation: LONG.into(), ..guest(0) };
        long.guests = vec![name];
        (long.conference, long.place, long.signer.name) = (LONG.into(), LONG.into(), LONG.into());
        let words = said(&long.document());
        assert!(words.matches(LONG).count() >= 7, "{words}");
    }

    #[test]
    fn thanks_name_conference_and_results() {
        for (language, title) in [(Language::Vi, "THƯ CẢM ƠN"), (Language::En, "LETTER OF THANKS")] {
            let pages = laid_out(&thanks(3, language).document());
            assert_eq!(pages.pages.len(), 3);
            let words = text(&pages);
            for part in [title, CONFERENCE, "36 biên bản ghi nhớ", "Bà Tạ Thị Minh Hường"] {
                assert!(words.contains(part), "{part} in {words}");
            }
        }
    }
}
