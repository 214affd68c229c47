//! Papers of a signing ceremony: what the master of ceremonies reads, and the plates on the table.

use std::collections::BTreeSet;

use super::blocks::{
    Align, Block, Document, Numbers, PageFormat, Paragraph, Plate, PlateLine, Properties, Run, Sheet, mm,
};
use crate::i18n::{Language, message};
use crate::vietnamese::show_time;
use jiff::civil::Time;

/// A pair as it is called.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Called {
    /// Its batch, from 1; 0 when it is in none.
    pub batch: i64,
    /// When the batch begins.
    pub begins: Option<Time>,
    /// What it is about.
    pub subject: String,
    /// The parties: name, who signs, position.
    pub parties: Vec<[String; 3]>,
    /// Who witnesses: name and position.
    pub witnesses: Vec<String>,
}

/// What the master of ceremonies reads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Script {
    /// The conference.
    pub conference: String,
    /// Who holds it.
    pub host: String,
    /// Sum of the expected values in đồng, as it is read; empty when there is none.
    pub value: String,
    /// The pairs in the order they are called.
    pub pairs: Vec<Called>,
    /// The language.
    pub language: Language,
}

/// Size of what is read aloud, in points: it is read standing.
const READ: f32 = 15.0;
/// Size of names.
const NAME: f32 = 18.0;

impl Script {
    /// The pages.
    pub fn document(&self) -> Document {
        let say = |key: crate::i18n::Message| key.text(self.language);
        let title = say(message("mc-title"));
        let mut blocks = vec![
            centred(&title.to_uppercase(), 15.0, true, 0.0),
            centred(&self.conference, 13.0, false, 2.0),
            read(&say(message("mc-opening").with("host", self.host.as_str())), 12.0),
        ];
        let batches: BTreeSet<i64> =
            self.pairs.iter().map(|pair| pair.batch).filter(|batch| *batch > 0).collect();
        let count = message("mc-count").with("count", self.pairs.len()).with("batches", batches.len());
        blocks.push(read(&say(count), 6.0));
        if !self.value.is_empty() {
            blocks.push(read(&say(message("mc-value").with("value", self.value.as_str())), 6.0));
        }
        let mut batch = None;
        for (place, pair) in (1_usize..).zip(&self.pairs) {
            if batch != Some(pair.batch) && pair.batch > 0 {
                let heading = say(match pair.begins {
                    Some(time) => message("ceremony-batch-from")
                        .with("batch", pair.batch)
                        .with("time", show_time(time, self.language)),
                    None => message("ceremony-batch").with("batch", pair.batch),
                });
                blocks.push(Block::Paragraph(Paragraph {
                    runs: vec![bold(&heading.to_uppercase())],
                    size: 13.0,
                    align: Align::Left,
                    before: 18.0,
                    keep_next: 3,
                    outline: Some(heading),
                    ..Paragraph::default()
                }));
            }
            batch = Some(pair.batch);
            blocks.push(Block::Together(self.pair(place, pair)));
        }
        blocks.push(read(&say(message("mc-closing").with("host", self.host.as_str())), 18.0));
        Document {
            properties: Properties { title, ..self.properties() },
            sheet: Sheet { numbers: Numbers::Foot(say(message("list-foot"))), ..Sheet::default() },
            blocks,
        }
    }

    fn pair(&self, place: usize, pair: &Called) -> Vec<Block> {
        let say = |key: crate::i18n::Message| key.text(self.language);
        let mut blocks = vec![Block::Paragraph(Paragraph {
            runs: vec![bold(&say(message("mc-pair").with("place", place)))],
            size: READ,
            align: Align::Left,
            before: 12.0,
            ..Paragraph::default()
        })];
        for [name, signer, title] in &pair.parties {
            blocks.push(Block::Paragraph(Paragraph {
                runs: vec![bold(name)],
                size: NAME,
                line: 1.2,
                align: Align::Left,
                inset: mm(8.0),
                before: 5.0,
                ..Paragraph::default()
            }));
            let words = if title.is_empty() {
                signer.clone()
            } else {
                say(message("mc-signer").with("signer", signer.as_str()).with("title", title.as_str()))
            };
            blocks.push(Block::Paragraph(Paragraph {
                runs: vec![plain(&words)],
                size: READ,
                align: Align::Left,
                inset: mm(8.0),
                ..Paragraph::default()
            }));
        }
        blocks.push(read(&say(message("mc-subject").with("subject", pair.subject.as_str())), 5.0));
        if !pair.witnesses.is_empty() {
            let names = pair.witnesses.join("; ");
            blocks.push(read(&say(message("mc-witness").with("names", names)), 3.0));
        }
        blocks.push(read(&say(message("mc-sign")), 3.0));
        blocks
    }

    fn properties(&self) -> Properties {
        let language = match self.language {
            Language::Vi => "vi-VN",
            Language::En => "en-GB",
        };
        Properties {
            subject: self.conference.clone(),
            author: self.host.clone(),
            language,
            ..Properties::default()
        }
    }

    /// Plates for the table, one a sheet that is folded in the middle: who signs, position, for whom. Who signs
    /// several times has one.
    pub fn plates(&self) -> Document {
        let mut blocks = Vec::new();
        let mut made = BTreeSet::new();
        for seat in self.pairs.iter().flat_map(|pair| &pair.parties) {
            if !made.insert(seat) {
                continue;
            }
            let [name, signer, title] = seat;
            let line = |text: &str, size, bold, most_lines, before| PlateLine {
                run: Run { text: text.to_owned(), bold, ..Run::default() },
                size,
                most_lines,
                before,
                ..PlateLine::default()
            };
            let mut lines = vec![line(signer, 46.0, true, 2, 0.0)];
            if !title.is_empty() {
                lines.push(line(title, 22.0, false, 2, 10.0));
            }
            if name != signer {
                lines.push(line(name, 26.0, true, 3, 16.0));
            }
            blocks.push(Block::Plate(Plate { lines }));
        }
        let title = message("mc-plates").text(self.language);
        Document {
            properties: Properties { title, ..self.properties() },
            sheet: Sheet { format: PLATE, numbers: Numbers::None, ..Sheet::default() },
            blocks,
        }
    }
}

/// A sheet that is folded in the middle and stands on the table.
const PLATE: PageFormat =
    PageFormat { width: mm(210.0), height: mm(297.0), left: mm(15.0), right: mm(15.0), above: mm(12.0) };

fn plain(text: &str) -> Run {
    Run { text: text.to_owned(), ..Run::default() }
}

fn bold(text: &str) -> Run {
    Run { bold: true, ..plain(text) }
}

fn centred(text: &str, size: f32, strong: bool, before: f32) -> Block {
    let run = if strong { bold(text) } else { plain(text) };
    Block::Paragraph(Paragraph {
        runs: vec![run],
        size,
        align: Align::Centre,
        before,
        ..Paragraph::default()
    })
}

fn read(text: &str, before: f32) -> Block {
    Block::Paragraph(Paragraph {
        runs: vec![plain(text)],
        size: READ,
        align: Align::Left,
        before,
        ..Paragraph::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Engine;
    use crate::documents::text::text;

    fn script() -> Script {
        let pair = |batch, name: &str| Called {
            batch,
            begins: None,
            subject: "tiêu thụ sản phẩm".into(),
            parties: vec![
                [name.into(), "Ông Đàm Quang Lộc".into(), "Chủ tịch Hội đồng quản trị".into()],
                ["Bà Lò Thị Pành".into(), "Bà Lò Thị Pành".into(), String::new()],
            ],
            witnesses: vec!["Ông Chử Văn Bình, Phó Chủ tịch".into()],
        };
        Script {
            conference: "Hội nghị thử".into(),
            host: "Hiệp hội Làng nghề Việt Nam".into(),
            value: "3.000.000.000 đồng".into(),
            pairs: vec![pair(1, "Hợp tác xã Một"), pair(1, "Hợp tác xã Hai"), pair(2, "Hợp tác xã Ba")],
            language: Language::Vi,
        }
    }

    #[test]
    fn the_script_names_every_pair_in_its_batch() {
        let pages = Engine::new().unwrap().lay_out(&script().document());
        let said = text(&pages);
        for words in ["3 biên bản", "2 đợt", "ĐỢT 1", "ĐỢT 2", "Hợp tác xã Ba", "3.000.000.000 đồng"]
        {
            assert!(said.contains(words), "{words} in {said}");
        }
        let mut loose = script();
        loose.pairs.iter_mut().for_each(|pair| pair.batch = 0);
        let pages = Engine::new().unwrap().lay_out(&loose.document());
        assert!(!text(&pages).contains("đợt"), "{}", text(&pages));
    }

    #[test]
    fn a_plate_stands_on_both_sides_of_its_fold_and_long_names_shrink_whole() {
        let mut script = script();
        let long = "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại, Dịch vụ, Xuất nhập khẩu và Phát triển Chuỗi Cửa hàng Quà tặng Làng nghề Bảy Hiền";
        script.pairs[0].parties[0][0] = long.into();
        let pages = Engine::new().unwrap().lay_out(&script.plates());
        assert_eq!(pages.pages.len(), 4, "three firms, and a person who signs with each of them once");
        let words = |lines: &[crate::documents::layout::TextLine]| {
            let words = lines.iter().flat_map(|line| &line.words).map(|word| word.word.text.to_string());
            words.collect::<Vec<_>>().join(" ")
        };
        let page = &pages.pages[0];
        assert!(words(&page.lines).contains(long));
        assert_eq!(words(&page.lines), words(&page.turned));
        let middle = PLATE.height / 2.0;
        for line in page.lines.iter().chain(&page.turned) {
            assert!(line.baseline > middle && line.right() <= PLATE.width - PLATE.right + 0.5);
        }
    }
}
