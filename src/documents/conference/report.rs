//! Report on how a conference went (báo cáo kết quả tổ chức): text, tables and bars. Tables with many columns
//! become annexes on pages across.

use super::{
    Head, Signer, body, bold, centred, heading, italic, joined, keep_last, or_gap, paragraphs, plain, roman,
    title,
};
use crate::documents::blocks::{
    Align, Bar, Block, Cell, Chart, Document, Numbers, PageFormat, Paragraph, Sheet, Table, mm,
};
use crate::i18n::message;
use crate::vietnamese::long_date;

/// Width of a bold letter in multiples of the size.
const LETTER: f32 = 0.68;

/// The report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The head.
    pub head: Head,
    /// The conference.
    pub conference: String,
    /// Whom it is for; may be empty.
    pub addressed: Vec<String>,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// Who gets copies.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signer: Signer,
}

/// What a section is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Topic {
    /// How it was prepared and went.
    #[default]
    General,
    /// What came of it.
    Results,
    /// What was difficult and why.
    Difficulties,
    /// What is proposed.
    Proposals,
}

/// A section of a report; one without content is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// What it is about.
    pub topic: Topic,
    /// The text, one paragraph a line.
    pub text: String,
    /// Its tables.
    pub tables: Vec<Figures>,
    /// Its charts.
    pub charts: Vec<Bars>,
}

/// A table of figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Its title.
    pub title: String,
    /// The headings of the columns.
    pub head: Vec<String>,
    /// Widths of the columns in relation to each other.
    pub widths: Vec<f32>,
    /// How the columns stand; those not named stand at the left.
    pub align: Vec<Align>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// The last row is a sum.
    pub sum: bool,
    /// It has so many columns that it needs a page across.
    pub across: bool,
    /// How it was counted, said below it; may be empty.
    pub rule: String,
}

/// Bars with a title.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// Its title.
    pub title: String,
    /// The bars.
    pub bars: Vec<Bar>,
    /// A length of 1 is the whole, and what is missing of it is seen.
    pub whole: bool,
}

impl Section {
    fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.tables.is_empty() && self.charts.is_empty()
    }
}

impl Figures {
    /// Widths of the columns in points. No heading is cut: Word makes no column wider than it is told to.
    fn columns(&self, width: f32, size: f32) -> Vec<f32> {
        let columns = self.head.len();
        let sum: f32 = self.widths.iter().take(columns).sum();
        let known = self.widths.len() >= columns && sum > 0.0;
        let own = |(column, heading): (usize, &String)| {
            let wanted = match self.widths.get(column) {
                Some(wide) if known => wide / sum * width,
                _ => width / count(columns),
            };
            let word = heading.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
            let least = count(word) * size * LETTER + 2.0 * mm(1.5);
            (wanted.max(least), least)
        };
        let widths: Vec<(f32, f32)> = self.head.iter().enumerate().map(own).collect();
        let excess = (widths.iter().map(|(wide, _)| wide).sum::<f32>() - width).max(0.0);
        // Each column gives of what it can spare.
        let spare = widths.iter().map(|(wide, least)| wide - least).sum::<f32>().max(1.0);
        let give = (excess / spare).min(1.0);
        widths.into_iter().map(|(wide, least)| wide - (wide - least) * give).collect()
    }

    /// It stands on pages across after the report.
    fn is_annex(&self) -> bool {
        self.across && !self.rows.is_empty()
    }
}

impl Report {
    /// The pages.
    pub fn document(&self) -> Document {
        let head = &self.head;
        let kind = head.say(&message("report-title"));
        let about = head.say(&message("report-about"));
        let mut blocks = head.blocks("");
        blocks.extend(title(&kind, &[&about, or_gap(&self.conference)]));
        blocks.extend(self.addressed());
        let mut annexes = Vec::new();
        let (mut tables, mut charts) = (0, 0);
        for (section, number) in self.sections.iter().filter(|section| !section.is_empty()).zip(1..) {
            blocks.push(heading(&format!("{}. {}", roman(number), self.topic(section.topic))));
            blocks.extend(paragraphs(&section.text));
            for table in &section.tables {
                if table.is_annex() {
                    annexes.push(table);
                    blocks.push(Block::Paragraph(body(plain(&self.see(table, annexes.len())))));
                } else {
                    tables += 1;
                    blocks.extend(self.table(table, tables));
                }
            }
            for chart in &section.charts {
                charts += 1;
                blocks.push(Block::Chart(self.chart(chart, charts)));
            }
        }
        let end = message("report-end").with("conference", or_gap(&self.conference));
        blocks.push(Block::Paragraph(Paragraph { before: 10.0, ..body(plain(&head.say(&end))) }));
        keep_last(&mut blocks);
        blocks.push(head.closing(&self.recipients, &self.signer));
        for (table, place) in annexes.iter().zip(1..) {
            blocks.push(if place == 1 { Block::Turn(PageFormat::ACROSS) } else { Block::PageBreak });
            blocks.extend(self.annex(table, place, annexes.len()));
        }
        Document {
            properties: head.properties(&joined([&kind, &about, &self.conference], " "), &self.conference),
            sheet: Sheet { numbers: Numbers::Top, ..Sheet::default() },
            blocks,
        }
    }

    /// "Kính gửi": one on the same line, more on lines of their own.
    fn addressed(&self) -> Vec<Block> {
        let line = |text: &str| Block::Paragraph(centred(plain(text), 14.0, 12.0));
        let to = |names: &str| self.head.say(&message("report-to").with("names", names));
        match self.addressed.as_slice() {
            [] => Vec::new(),
            [one] => vec![line(&to(one))],
            many => {
                let lines = many.iter().zip(1..).map(|(name, count)| {
                    let end = if count < many.len() { ";" } else { "." };
                    let runs = plain(&format!("- {name}{end}"));
                    let inset = mm(45.0);
                    let align = Align::Left;
                    Block::Paragraph(Paragraph { align, inset, ..centred(runs, 14.0, 1.0) })
                });
                let mut to = Paragraph { inset: mm(32.0), ..centred(plain(&to("")), 14.0, 12.0) };
                to.align = Align::Left;
                std::iter::once(Block::Paragraph(to)).chain(lines).collect()
            }
        }
    }

    fn topic(&self, topic: Topic) -> String {
        self.head.say(&match topic {
            Topic::General => message("report-general"),
            Topic::Results => message("report-results"),
            Topic::Difficulties => message("report-difficulties"),
            Topic::Proposals => message("report-proposals"),
        })
    }

    /// Where a table stands that is too wide for the text.
    fn see(&self, table: &Figures, place: usize) -> String {
        let wide = self.sections.iter().flat_map(|section| &section.tables).filter(|table| table.is_annex());
        if wide.count() == 1 {
            return self.head.say(&message("report-see-annex").with("title", table.title.as_str()));
        }
        let see = message("report-see-annexes").with("title", table.title.as_str());
        self.head.say(&see.with("place", roman(place)))
    }

    /// A title and a table below it.
    fn table(&self, table: &Figures, place: usize) -> Vec<Block> {
        let titled = message("report-table").with("place", place).with("title", table.title.as_str());
        let title = Paragraph { keep_next: 2, ..centred(bold(&self.head.say(&titled)), 12.5, 12.0) };
        let mut blocks = vec![Block::Paragraph(title)];
        blocks.extend(self.grid(table, PageFormat::UPRIGHT.text_width(), 11.5));
        blocks
    }

    /// The lines of a table over the given width and how they were counted; without rows a sentence that says so.
    fn grid(&self, table: &Figures, width: f32, size: f32) -> Vec<Block> {
        if table.rows.is_empty() {
            let none = self.head.say(&message("report-no-figures"));
            return vec![Block::Paragraph(centred(italic(&none), size, 4.0))];
        }
        let columns = table.head.len();
        let rows = table.rows.iter().zip(1..).map(|(row, place)| {
            let strong = table.sum && place == table.rows.len();
            let cells = row.iter().enumerate().map(|(column, text)| Cell {
                lines: vec![if strong { bold(text) } else { plain(text) }],
                align: table.align.get(column).copied().unwrap_or(Align::Left),
                span: 0,
            });
            // Every row has a cell in every column, so that the lines go through.
            cells.chain(std::iter::repeat_with(Cell::default)).take(columns).collect()
        });
        let lines = Block::Table(Table {
            widths: table.columns(width, size),
            head: table.head.iter().map(|title| super::head_cell(title)).collect(),
            rows: rows.collect(),
            size,
            before: 5.0,
            ..Table::default()
        });
        let rule = Paragraph { align: Align::Left, ..centred(italic(&table.rule), size, 3.0) };
        let rule = (!table.rule.is_empty()).then_some(Block::Paragraph(rule));
        std::iter::once(lines).chain(rule).collect()
    }

    fn chart(&self, chart: &Bars, place: usize) -> Chart {
        let titled = message("report-chart").with("place", place).with("title", chart.title.as_str());
        Chart {
            title: bold(&self.head.say(&titled)),
            bars: chart.bars.clone(),
            whole: chart.whole,
            size: 11.5,
            before: 12.0,
        }
    }

    /// A wide table on a page of its own.
    fn annex(&self, table: &Figures, place: usize, of: usize) -> Vec<Block> {
        let head = &self.head;
        let name = match of {
            1 => head.say(&message("report-annex")),
            _ => head.say(&message("report-annex-of").with("place", roman(place))),
        };
        let report = match (head.number.as_str(), head.date) {
            (number, Some(date)) if !number.is_empty() => message("report-annex-number")
                .with("number", number)
                .with("date", long_date(date, head.language))
                .with("agency", head.agency.as_str()),
            _ => message("report-annex-to").with("conference", or_gap(&self.conference)),
        };
        let title = Paragraph {
            outline: Some(joined([&name, &table.title], ". ")),
            keep_next: 3,
            ..centred(bold(&name), 14.0, 0.0)
        };
        let mut blocks = vec![
            Block::Paragraph(title),
            Block::Paragraph(Paragraph {
                keep_next: 2,
                ..centred(bold(&table.title.to_uppercase()), 13.0, 2.0)
            }),
            Block::Paragraph(Paragraph {
                keep_next: 1,
                inset: mm(20.0),
                ..centred(italic(&head.say(&report)), 12.0, 2.0)
            }),
        ];
        blocks.extend(self.grid(table, PageFormat::ACROSS.text_width(), 10.5));
        blocks
    }
}

fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Engine;
    use crate::documents::conference::sample::{LONG, report};
    use crate::documents::conference::tests::{laid_out, said};
    use crate::documents::docx::docx;
    use crate::documents::text::text;
    use crate::i18n::Language;

    #[test]
    fn a_report_has_sections_tables_bars_and_wide_tables_across_after_it() {
        let document = report(Language::Vi).document();
        let pages = laid_out(&document);
        let across: Vec<bool> = pages.pages.iter().map(|page| page.format == PageFormat::ACROSS).collect();
        assert_eq!(across.iter().filter(|across| **across).count(), 2);
        assert!(across.is_sorted(), "{across:?}");
        let words = text(&pages);
        for part in [
            "Kết quả tổ chức\nHội nghị hợp tác",
            "- Sở Nông nghiệp và Môi trường.",
            "I. Tình hình chung",
            "II. Kết quả",
            "III. Kiến nghị, đề xuất",
            "Bảng 1. Tổng hợp kết quả hội nghị",
            "Danh sách biên bản ghi nhớ: chi tiết tại Phụ lục kèm theo.",
            "Không có số liệu.",
            "Biểu đồ 1. Số biên bản ghi nhớ theo tỉnh",
            "(Kèm theo Báo cáo số 12/BC-HHLN ngày 27 tháng 11 năm 2026 của Hiệp hội Làng nghề Việt Nam)",
            LONG,
        ] {
            assert!(words.contains(part), "{part} in {words}");
        }
        assert!(!words.contains("Khó khăn"), "{words}");
        let bars: usize = pages.pages.iter().map(|page| page.fills.len()).sum();
        assert_eq!(bars, 4);
        let mut engine = Engine::new().unwrap();
        let pdf = engine.pdf(&document, &pages, jiff::Timestamp::UNIX_EPOCH).unwrap();
        let file = lopdf::Document::load_mem(&pdf).unwrap();
        let wide = file.get_pages().into_values().map(|id| {
            let size = file.get_dictionary(id).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
            size[2].as_float().unwrap() > size[3].as_float().unwrap()
        });
        assert_eq!(wide.collect::<Vec<_>>(), across);
    }

    #[test]
    fn several_wide_tables_are_numbered_annexes() {
        let mut report = report(Language::Vi);
        let wide = report.sections[1].tables[1].clone();
        report.sections[1].tables.push(Figures { title: "Danh sách đơn vị tham gia".into(), ..wide });
        report.head.number.clear();
        let words = said(&report.document());
        assert!(words.contains("Danh sách đơn vị tham gia: chi tiết tại Phụ lục II kèm theo."), "{words}");
        assert!(
            words.contains("\n\nPhụ lục II\nDANH SÁCH ĐƠN VỊ THAM GIA\n(Kèm theo Báo cáo kết quả tổ chức"),
            "{words}"
        );
    }

    #[test]
    fn the_word_file_has_the_same_values() {
        for language in Language::ALL {
            let file = docx(&report(language).document()).unwrap();
            let read = docx_rs::read_docx(&file).unwrap().json();
            for part in ["Thành phố Hồ Chí Minh", "48.250", LONG] {
                assert!(read.contains(part), "{part}");
            }
        }
    }

    #[test]
    fn a_report_of_nothing_still_has_its_form() {
        let words = said(&Report::default().document());
        assert!(words.contains("BÁO CÁO\nKết quả tổ chức\n…") && !words.contains("I. "), "{words}");
    }
}
