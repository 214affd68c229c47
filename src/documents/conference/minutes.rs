//! Minutes of a conference (biên bản hội nghị), signed by its secretary and its chair.

use super::{
    GAP, Guest, Head, ROOM, SIZE, body, bold, cell, head_cell, heading, italic, labelled, paragraphs, plain,
    roman, run, title,
};
use crate::documents::blocks::{
    Align, Block, Document, Numbers, Paragraph, Sheet, Signature, Signatures, Table, mm,
};
use crate::i18n::{Message, message};

/// The minutes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Minutes {
    /// The head.
    pub head: Head,
    /// The conference.
    pub conference: String,
    /// When it began, in words; empty leaves room to write it.
    pub began: String,
    /// When it ended, in words; empty leaves room to write it.
    pub ended: String,
    /// Where it was.
    pub place: String,
    /// Who chaired it.
    pub chair: Guest,
    /// Who wrote the minutes.
    pub secretary: Guest,
    /// Who was there: what is counted and the number, or a group and its people.
    pub present: Vec<[String; 2]>,
    /// What happened in order, one paragraph a line.
    pub course: String,
    /// Who spoke and what was said, one paragraph a line.
    pub opinions: Vec<(Guest, String)>,
    /// What was concluded, one paragraph a line.
    pub conclusions: String,
    /// What is to be done.
    pub tasks: Vec<Task>,
    /// Who gets copies.
    pub recipients: Vec<String>,
}

/// Something to be done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Task {
    /// What.
    pub what: String,
    /// By whom.
    pub who: String,
    /// By when.
    pub until: String,
}

impl Minutes {
    /// The pages.
    pub fn document(&self) -> Document {
        let head = &self.head;
        let kind = head.say(&message("minutes-title"));
        let mut blocks = head.blocks("");
        blocks.extend(title(&kind, &[&self.conference]));
        blocks.extend(self.facts());
        let mut number = 0;
        let mut part = |blocks: &mut Vec<Block>, title: Message, content: Vec<Block>| {
            if !content.is_empty() {
                number += 1;
                blocks.push(heading(&format!("{}. {}", roman(number), head.say(&title))));
                blocks.extend(content);
            }
        };
        part(&mut blocks, message("minutes-course"), paragraphs(&self.course).collect());
        let opinions = self.opinions.iter().zip(1..);
        let opinions = opinions.flat_map(|((who, what), place)| self.opinion(place, who, what)).collect();
        part(&mut blocks, message("minutes-opinions"), opinions);
        part(&mut blocks, message("minutes-conclusions"), paragraphs(&self.conclusions).collect());
        let tasks = if self.tasks.is_empty() { Vec::new() } else { vec![Block::Table(self.task_table())] };
        part(&mut blocks, message("minutes-tasks"), tasks);
        blocks.push(self.signatures());
        blocks.extend(self.copies());
        Document {
            properties: head.properties(&kind, &self.conference),
            sheet: Sheet { numbers: Numbers::Top, ..Sheet::default() },
            blocks,
        }
    }

    /// Time, place, who led and who was there.
    fn facts(&self) -> Vec<Block> {
        let head = &self.head;
        let gap = GAP.repeat(2);
        let or_gap = |text: &str| plain(if text.is_empty() { &gap } else { text });
        let mut blocks = vec![
            labelled(&head.say(&message("minutes-began")), or_gap(&self.began)),
            labelled(&head.say(&message("minutes-place")), or_gap(&self.place)),
            labelled(&head.say(&message("minutes-chair")), or_gap(&self.chair.line())),
            labelled(&head.say(&message("minutes-secretary")), or_gap(&self.secretary.line())),
        ];
        blocks.extend(self.present.iter().map(|[label, value]| labelled(label, plain(value))));
        if let Some(Block::Labelled(first)) = blocks.first_mut() {
            first.before = 12.0;
        }
        blocks
    }

    /// "1. Ông …, Giám đốc …: what was said"; further paragraphs follow.
    fn opinion(&self, place: usize, who: &Guest, what: &str) -> Vec<Block> {
        let mut said: Vec<Block> = paragraphs(what).collect();
        let who = match who.line() {
            who if who.is_empty() => self.head.say(&message("minutes-somebody")),
            who => who,
        };
        let name = run(&format!("{place}. {who}"), true);
        match said.first_mut() {
            Some(Block::Paragraph(first)) => {
                first.runs.splice(0..0, [name, run(": ", false)]);
            }
            _ => said.push(Block::Paragraph(body(vec![name]))),
        }
        said
    }

    fn task_table(&self) -> Table {
        let titles = [
            message("paper-place-in-list"),
            message("minutes-task"),
            message("minutes-task-who"),
            message("minutes-task-until"),
        ];
        let rows = self.tasks.iter().zip(1_usize..).map(|(task, place)| {
            vec![
                cell(&place.to_string(), Align::Centre),
                cell(&task.what, Align::Left),
                cell(&task.who, Align::Left),
                cell(&task.until, Align::Centre),
            ]
        });
        Table {
            widths: vec![mm(12.0), mm(76.0), mm(45.0), mm(27.0)],
            head: titles.map(|title| head_cell(&self.head.say(&title))).into(),
            rows: rows.collect(),
            size: 12.0,
            before: 6.0,
            ..Table::default()
        }
    }

    /// The end of the text with the places to sign.
    fn signatures(&self) -> Block {
        let head = &self.head;
        let end = match self.ended.as_str() {
            "" => message("minutes-end-open"),
            time => message("minutes-end").with("time", time),
        };
        let text = format!("{} {}", head.say(&end), head.say(&message("minutes-adopted")));
        let place = |title: Message, who: &Guest| Signature {
            heading: vec![bold(&head.say(&title).to_uppercase())],
            note: vec![italic(&head.say(&message("paper-sign-name")))],
            name: bold(&who.name),
            ..Signature::default()
        };
        let signers = vec![
            place(message("minutes-secretary"), &self.secretary),
            place(message("minutes-chair"), &self.chair),
        ];
        Block::Signatures(Signatures {
            text: vec![Block::Paragraph(Paragraph { before: 10.0, ..body(plain(&text)) })],
            rows: vec![signers],
            size: SIZE,
            name_size: SIZE,
            room: ROOM,
        })
    }

    fn copies(&self) -> Vec<Block> {
        let mut blocks = super::stack(self.head.recipients(&self.recipients));
        if let Some(Block::Paragraph(first)) = blocks.first_mut() {
            first.before = 14.0;
        }
        if blocks.is_empty() { blocks } else { vec![Block::Together(blocks)] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::conference::sample::{LONG, minutes};
    use crate::documents::conference::tests::said;
    use crate::i18n::Language;

    #[test]
    fn minutes_tell_who_led_what_was_said_and_what_is_to_be_done() {
        let words = said(&minutes(Language::Vi).document());
        for part in [
            "Chủ trì : Ông Chử Văn Bình, Phó Chủ tịch Hiệp hội",
            "I. Diễn biến hội nghị",
            "1. Ông Đàm Quang Lộc, Giám đốc, Hợp tác xã Mây tre đan Đan Hòa: Đề nghị Hiệp hội",
            "3. Đại biểu: Đề nghị kéo dài",
            "III. Kết luận",
            "IV. Nhiệm vụ sau hội nghị",
            "Việc\nNgười thực hiện\nThời hạn",
            LONG,
            "Hội nghị kết thúc lúc 11h45 cùng ngày. Biên bản đã được đọc lại",
            "Tạ Thị Minh Hường\nChử Văn Bình",
            "- Lưu: VT, BTC.",
        ] {
            assert!(words.contains(part), "{part} in {words}");
        }
        assert!(said(&minutes(Language::En).document()).contains("The conference ended"));
    }

    #[test]
    fn parts_without_content_are_left_out_and_the_others_counted_on() {
        let mut short = minutes(Language::Vi);
        (short.course, short.opinions) = (String::new(), Vec::new());
        (short.chair, short.ended) = (Guest::default(), String::new());
        let words = said(&short.document());
        assert!(words.contains("I. Kết luận") && words.contains("II. Nhiệm vụ"), "{words}");
        assert!(words.contains("kết thúc lúc … giờ …") && words.contains("đọc lại"), "{words}");
        let open = said(&Minutes::default().document());
        assert!(open.contains("Chủ trì") && open.contains("THƯ KÝ") && !open.contains("I. "), "{open}");
    }
}
