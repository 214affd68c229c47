//! Memoranda of Understanding: from complete data to the printed paper.

pub mod bases;
#[cfg(feature = "gui")]
pub mod blank;
pub mod check;
pub mod compare;
pub mod conditions;
pub mod data;
#[cfg(feature = "gui")]
pub mod example;
pub mod facts;
pub mod fill;
pub mod marks;
mod needed;
pub mod pages;
pub mod piece;
pub mod placeholders;
pub mod records;
pub mod review;
#[cfg(test)]
pub(crate) mod sample;
pub mod signers;
pub mod template;
pub mod values;

use self::data::{MouData, Standing};
use super::blocks::Document;
use super::layout::Pages;
use super::{Engine, PaperError, Printed, text};
use crate::problem::{Problem, blocks};

/// Number of body pages that is tried first.
const USUAL_PAGES: usize = 4;

/// How often the text is laid out anew until the number of pages it names is its own.
const MOST_TRIALS: usize = 4;

/// Why a MoU was not printed.
#[derive(Debug)]
pub enum Refused {
    /// The text is not fit to be printed; all problems at once.
    Problems(Vec<Problem>),
    /// The program failed.
    Failed(PaperError),
}

impl From<PaperError> for Refused {
    fn from(error: PaperError) -> Self {
        Self::Failed(error)
    }
}

impl Engine {
    /// Prints a MoU, made at the given moment, or says all that keeps it from being printed. A draft is always
    /// printed: gaps are marked in it, and letters that no font has stand as boxes.
    pub fn mou(&mut self, data: &MouData, made_at: jiff::Timestamp) -> Result<Printed, Refused> {
        let problems = check::check(self, data);
        if data.standing != Standing::Draft && blocks(&problems) {
            return Err(Refused::Problems(problems));
        }
        let (document, pages) = self.lay_out_mou(data);
        let pdf = self.pdf(&document, &pages, made_at)?;
        Ok(Printed {
            pdf,
            pages: pages.pages.len(),
            body: pages.body,
            text: text::text(&pages),
            fields: pages.fields,
        })
    }

    /// Lays out a MoU whose text names the number of its own body pages.
    pub fn lay_out_mou(&mut self, data: &MouData) -> (Document, Pages) {
        if let Some(signed) = data.signed_pages {
            let document = self.mou_document(data, signed);
            let laid_out = self.lay_out_keeping(&document, &data.page_starts);
            return (document, laid_out);
        }
        let mut count = USUAL_PAGES;
        let mut trials = 1;
        loop {
            let document = self.mou_document(data, count);
            let laid_out = self.lay_out(&document);
            if laid_out.body == count || trials == MOST_TRIALS {
                return (document, laid_out);
            }
            count = laid_out.body;
            trials += 1;
        }
    }

    fn mou_document(&self, data: &MouData, pages: usize) -> Document {
        pages::document(data, pages, &|letter| self.can_print(letter))
    }
}

#[cfg(test)]
mod tests {
    use super::data::{Head, PageNumbers, PrintLanguage, plain_text};
    use super::sample::{annex, both, from_templates, mou, text, third, witness};
    use super::*;
    use crate::documents::blocks::PageFormat;
    use crate::documents::blocks::mm;
    use crate::documents::layout::{Page, TextLine};

    const LEFT: f32 = PageFormat::UPRIGHT.left;
    const TOP: f32 = PageFormat::UPRIGHT.above;
    const RIGHT: f32 = PageFormat::UPRIGHT.width - PageFormat::UPRIGHT.right;
    const BOTTOM: f32 = PageFormat::UPRIGHT.height - PageFormat::UPRIGHT.above;
    use crate::problem::Severity;

    /// Prints that differ in everything that changes the form.
    fn variants() -> Vec<(String, MouData)> {
        let mut variants = Vec::new();
        for language in [PrintLanguage::Vi, PrintLanguage::En, PrintLanguage::ViEn] {
            for (parties, witnesses, rows) in [(2, 1, 5), (2, 0, 0), (3, 1, 12), (4, 2, 60)] {
                for standing in [Standing::Final, Standing::Draft, Standing::ReadingCopy] {
                    let mut data = MouData { language, standing, ..mou(parties + rows) };
                    data.parties.extend(('C'..).take(parties - 2).map(third));
                    data.witnesses = vec![witness(); witnesses];
                    data.annex = Some(annex(rows));
                    if rows == 12 {
                        lengthen(&mut data);
                    }
                    variants.push((format!("{language:?} {parties} parties {standing:?}"), data));
                }
            }
        }
        variants
    }

    /// Long names and addresses, points, another head, numbers at the foot.
    fn lengthen(data: &mut MouData) {
        let name = "CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN SẢN XUẤT, THƯƠNG MẠI VÀ XUẤT NHẬP KHẨU THỦ CÔNG MỸ NGHỆ ĐÔNG NGHIÊN";
        let address = "Lô CN-05, đường số 7, Cụm công nghiệp làng nghề Đông Nghiên Thượng, thôn Hạ Nguyễn Xuân Phúc Đường, xã Quỳnh Lưu Thượng Nguyên Khê, tỉnh Hưng Yên, Việt Nam";
        data.parties[1].name = text(name, name);
        data.parties[1].lines[0].value = text(address, address);
        data.articles[3].clauses[0].points =
            (0..6).map(|index| text(&format!("Điểm {index} {address};"), "A point;")).collect();
        data.head = Head::Organiser {
            superior: None,
            name: both("HIỆP HỘI LÀNG NGHỀ VIỆT NAM", "VIETNAM CRAFT VILLAGE ASSOCIATION"),
            place_and_date: both("Hà Nội, ngày 18 tháng 12 năm 2026", "Hà Nội, 18 December 2026"),
        };
        data.page_numbers = PageNumbers::Foot;
        data.number = None;
    }

    fn words(line: &TextLine) -> String {
        line.words.iter().map(|placed| &*placed.word.text).collect::<Vec<_>>().join(" ")
    }

    /// Baselines of the lines with the text.
    fn baselines(page: &Page, text: &str) -> Vec<f32> {
        page.lines.iter().filter(|line| words(line).contains(text)).map(|line| line.baseline).collect()
    }

    #[test]
    fn nothing_stands_outside_the_margins_on_any_page() {
        let mut engine = Engine::new().unwrap();
        for (name, data) in variants() {
            let (_, pages) = engine.lay_out_mou(&data);
            for page in &pages.pages {
                for line in &page.lines {
                    assert!(line.x >= LEFT - 0.1 && line.right() <= RIGHT + 0.5, "{name}: {}", words(line));
                    assert!(line.baseline > TOP && line.baseline < BOTTOM, "{name}: {}", words(line));
                }
                for rule in &page.rules {
                    assert!(rule.to.0 <= RIGHT + 0.5 && rule.to.1 <= BOTTOM + 0.5, "{name}");
                }
            }
        }
    }

    #[test]
    fn no_page_ends_with_a_heading_and_no_signatures_stand_alone() {
        let mut engine = Engine::new().unwrap();
        for (name, data) in variants() {
            let (_, pages) = engine.lay_out_mou(&data);
            for (number, page) in pages.pages.iter().enumerate() {
                let lowest = page.lines.iter().map(|line| line.baseline).fold(0.0, f32::max);
                for line in page.lines.iter().filter(|line| (line.baseline - lowest).abs() < 40.0) {
                    let text = words(line);
                    assert!(
                        !text.starts_with("Điều 1.") && !text.starts_with("Article 1."),
                        "{name}: {text}"
                    );
                }
                for entry in pages.outline.iter().filter(|entry| entry.page == number) {
                    assert!(lowest > entry.y + 40.0, "{name}: {}", entry.title);
                }
            }
            let signing = pages.pages.iter().find(|page| {
                !baselines(page, "ĐẠI DIỆN BÊN A").is_empty() || !baselines(page, "FOR PARTY A").is_empty()
            });
            let signing = signing.unwrap();
            let heading = signing
                .lines
                .iter()
                .position(|line| words(line).contains("DIỆN BÊN A") || words(line).contains("FOR PARTY A"));
            assert!(heading.unwrap() >= 2, "{name}");
        }
    }

    #[test]
    fn the_last_clause_stands_whole_with_the_signatures() {
        let mut engine = Engine::new().unwrap();
        for (name, data) in variants() {
            let (_, pages) = engine.lay_out_mou(&data);
            let page = pages.pages.iter().find(|page| {
                !baselines(page, "DIỆN BÊN A").is_empty() || !baselines(page, "FOR PARTY A").is_empty()
            });
            let clause = data.articles.last().unwrap().clauses.last().unwrap();
            let english = data.language == PrintLanguage::En;
            let text = plain_text(if english { &clause.text.en } else { &clause.text.vi });
            let first = text.split(" {").next().unwrap();
            assert!(!baselines(page.unwrap(), first).is_empty(), "{name}: {first}");
        }
    }

    #[test]
    fn a_lead_in_does_not_end_a_page() {
        let mut engine = Engine::new().unwrap();
        for language in [PrintLanguage::Vi, PrintLanguage::En, PrintLanguage::ViEn] {
            for lines in 0..40 {
                let mut data = MouData { language, ..mou(0) };
                let filler = text("Một dòng.", "A line.");
                let clauses = &mut data.articles[2].clauses;
                clauses[0].points = vec![filler.clone(); lines];
                clauses[1].text = text("Hai bên cùng làm:", "Both do:");
                clauses[1].points = vec![filler; 3];
                let (_, pages) = engine.lay_out_mou(&data);
                for page in &pages.pages {
                    let lowest = page.lines.iter().map(|line| line.baseline).fold(0.0, f32::max);
                    let last = page.lines.iter().filter(|line| (line.baseline - lowest).abs() < 1.0);
                    for line in last {
                        assert!(
                            !words(line).ends_with("làm:") && !words(line).ends_with("do:"),
                            "{language:?} {lines}: {}",
                            words(line)
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_gap_in_the_annex_is_marked_and_told_once() {
        let mut data = MouData { standing: Standing::Draft, language: PrintLanguage::ViEn, ..mou(0) };
        let rows = &mut data.annex.as_mut().unwrap().rows;
        rows[1].price = text("[?annex.2.price|……]", "[?annex.2.price|……]");
        rows[1].quantity = text("[?annex.2.quantity|……]", "[?annex.2.quantity|……]");
        rows[0].quantity = text("[annex.1.quantity|700]", "[annex.1.quantity|700]");
        let mut engine = Engine::new().unwrap();
        let problems = check::check(&engine, &data);
        assert_eq!(problems.iter().map(|problem| &*problem.field).collect::<Vec<_>>(), ["annex.row.2"]);
        let (_, pages) = engine.lay_out_mou(&data);
        let annex = pages.pages.last().unwrap();
        let ground = |key: &str| {
            let field = pages.fields.iter().find(|field| field.field == key).unwrap();
            annex.fills.iter().find(|(area, _)| *area == field.area).unwrap().1
        };
        assert_eq!(ground("annex.2.price"), ground("annex.2.quantity"));
        assert_ne!(ground("annex.2.price"), ground("annex.1.quantity"));
    }

    #[test]
    fn names_of_signers_are_as_large_in_every_language_where_they_fit() {
        let mut engine = Engine::new().unwrap();
        let mut sizes = |name: &str, language| {
            let mut data = MouData { language, ..mou(0) };
            data.parties[0].signer = text(name, name).vi;
            let (_, pages) = engine.lay_out_mou(&data);
            let signing = &pages.pages[pages.body - 1];
            signing.lines.iter().rfind(|line| words(line).starts_with("Đàm")).map(|line| line.size)
        };
        for language in [PrintLanguage::Vi, PrintLanguage::En, PrintLanguage::ViEn] {
            assert_eq!(sizes("Đàm Quang Lộc", language), Some(13.5));
        }
        let long = "Đàm Quang Nguyễn Thị Hoàng Phương Thảo Nguyên";
        assert_eq!(sizes(long, PrintLanguage::ViEn), Some(11.2));
    }

    #[test]
    fn there_is_room_for_signature_and_seal() {
        let mut engine = Engine::new().unwrap();
        for (name, data) in variants() {
            let (_, pages) = engine.lay_out_mou(&data);
            for page in &pages.pages {
                let notes: Vec<&TextLine> = page
                    .lines
                    .iter()
                    .filter(|line| {
                        matches!(
                            &*words(line),
                            "(Ký, ghi rõ họ tên và đóng dấu)" | "(Signature, full name and seal)"
                        )
                    })
                    .collect();
                for note in notes {
                    let below = page.lines.iter().filter(|line| {
                        line.baseline > note.baseline + 20.0
                            && line.x < note.right()
                            && line.right() > note.x + note.words[0].x
                    });
                    let next = below.map(|line| line.baseline - line.size).fold(f32::INFINITY, f32::min);
                    assert!(next - note.baseline >= mm(36.0), "{name}: {}", next - note.baseline);
                }
            }
        }
    }

    #[test]
    fn both_languages_of_a_clause_begin_level() {
        let data = MouData { language: PrintLanguage::ViEn, ..mou(0) };
        let (_, pages) = Engine::new().unwrap().lay_out_mou(&data);
        let pairs = [
            ("Điều 3.", "Article 3."),
            ("2. Bên A dự kiến", "2. Party A expects"),
            ("Hôm nay,", "Today,"),
            ("BÊN B:", "PARTY B:"),
            ("Chức vụ", "Position"),
            ("Căn cứ Luật Thương mại", "Pursuant to the Commercial"),
        ];
        for (vi, en) in pairs {
            let found: Vec<(f32, f32)> = pages
                .pages
                .iter()
                .filter_map(|page| Some((*baselines(page, vi).first()?, *baselines(page, en).first()?)))
                .collect();
            assert!(!found.is_empty(), "{vi}");
            assert!(found.iter().all(|(left, right)| (left - right).abs() < 0.01), "{vi}: {found:?}");
        }
    }

    #[test]
    fn a_party_block_stays_on_one_page() {
        let mut engine = Engine::new().unwrap();
        for (name, data) in variants() {
            let (_, pages) = engine.lay_out_mou(&data);
            let (first, last) = if data.language == PrintLanguage::En {
                ("PARTY B:", "Position")
            } else {
                ("BÊN B:", "Chức vụ")
            };
            let page = pages.pages.iter().find(|page| !baselines(page, first).is_empty()).unwrap();
            let start = baselines(page, first)[0];
            assert!(baselines(page, last).iter().any(|baseline| *baseline > start), "{name}");
        }
    }

    #[test]
    fn the_text_names_the_number_of_its_own_body_pages() {
        let mut engine = Engine::new().unwrap();
        for (name, data) in variants() {
            let (_, pages) = engine.lay_out_mou(&data);
            let text = text::text(&pages);
            let named = if data.language == PrintLanguage::En {
                format!("It has {:02} pages", pages.body)
            } else {
                format!("Biên bản gồm {:02} trang", pages.body)
            };
            assert!(text.contains(&named), "{name}: {named}");
            assert!(!text.contains("{pages}"));
        }
        let without = MouData { annex: None, ..mou(0) };
        let (_, pages) = engine.lay_out_mou(&without);
        assert_eq!(pages.body, pages.pages.len());
    }

    #[test]
    fn every_text_of_the_data_is_printed() {
        let mut engine = Engine::new().unwrap();
        let (_, pages) = engine.lay_out_mou(&mou(0));
        let printed = text::text(&pages);
        for expected in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 05/2026/BBGN-HHLN\nBIÊN BẢN GHI NHỚ HỢP TÁC\nVề việc tiêu thụ",
            "\nĐịa chỉ : Thôn Hạ, xã Hòa Đan, thành phố Hà Nội\nMã số thuế : 9900000016\nĐiện thoại : 0900 000 001\nEmail: htx@danhoa.example\n",
            "\nĐiều 2. Nguyên tắc hợp tác\n1. Tự nguyện, bình đẳng, cùng có lợi, công khai và tuân thủ pháp luật Việt Nam.\n2. Tôn trọng",
            "\nĐẠI DIỆN BÊN A\nĐẠI DIỆN BÊN B\nCHỦ TỊCH HỘI ĐỒNG QUẢN TRỊ\nTUQ. TỔNG GIÁM ĐỐC\nGIÁM ĐỐC THU MUA\n",
            "\n3\nGiỏ mây đi chợ\n34 × 20 × 26 cm\nchiếc\n800\n52.000\nOCOP 4 sao\n",
        ] {
            assert!(printed.contains(expected), "{expected}\n---\n{printed}");
        }
    }

    #[test]
    fn a_bilingual_text_reads_one_language_of_a_clause_after_the_other() {
        let data = MouData { language: PrintLanguage::ViEn, ..mou(0) };
        let (_, pages) = Engine::new().unwrap().lay_out_mou(&data);
        let printed = text::text(&pages);
        assert!(printed.contains("pháp luật Việt Nam.\n1. Free will, equality, mutual benefit, openness and compliance with the law of Viet Nam.\n2. Tôn trọng"), "{printed}");
        assert!(printed.contains("\nĐẠI DIỆN BÊN A / FOR PARTY A\n"), "{printed}");
    }

    #[test]
    fn points_have_the_letters_of_their_language() {
        let mut data = mou(0);
        data.articles[3].clauses[0].points =
            (0..25).map(|index| text(&format!("điểm {index};"), &format!("point {index};"))).collect();
        let mut engine = Engine::new().unwrap();
        let vietnamese = text::text(&engine.lay_out_mou(&data).1);
        for expected in [
            "\na) điểm 0;",
            "\nd) điểm 3;\nđ) điểm 4;\ne) điểm 5;\ng) điểm 6;",
            "\ny) điểm 22;\naa) điểm 23;",
        ] {
            assert!(vietnamese.contains(expected), "{expected}");
        }
        let english = text::text(&engine.lay_out_mou(&MouData { language: PrintLanguage::En, ..data }).1);
        assert!(english.contains("\nd) point 3;\ne) point 4;\nf) point 5;"), "{english}");
    }

    #[test]
    fn only_drafts_are_marked_and_only_reading_copies_say_so() {
        let mut engine = Engine::new().unwrap();
        for (name, data) in variants() {
            let (_, pages) = engine.lay_out_mou(&data);
            let draft = data.standing == Standing::Draft;
            assert_eq!(pages.watermark.is_some(), draft, "{name}");
            assert_eq!(pages.pages.iter().any(|page| !page.fills.is_empty()), draft, "{name}");
            let notes =
                pages.pages.iter().map(|page| page.furniture.iter().filter(|line| line.size < 10.5).count());
            let expected: &[usize] = if data.standing == Standing::ReadingCopy { &[1] } else { &[0] };
            assert_eq!(notes.take(2).collect::<Vec<_>>(), [expected[0], 0], "{name}");
        }
    }

    #[test]
    fn fields_can_be_found_on_their_pages() {
        let printed = Engine::new().unwrap().mou(&mou(0), "2026-12-18T02:00:00Z".parse().unwrap()).unwrap();
        assert_eq!(printed.pages, 5);
        let found = |key: &str| printed.fields.iter().filter(|field| field.field == key).collect::<Vec<_>>();
        assert_eq!(found("a.tax_code").len(), 1);
        assert_eq!(found("village.name").iter().map(|field| field.page).collect::<Vec<_>>(), [0, 1, 1]);
        for field in &printed.fields {
            assert!(
                field.area.width > 3.0 && field.area.height > 10.0 && field.area.y > TOP - 5.0,
                "{field:?}"
            );
        }
    }

    #[test]
    fn a_final_text_with_gaps_or_strange_letters_is_refused_with_all_places() {
        let mut data = mou(0);
        data.parties[0].lines[1].value = text("[?a.tax_code|……]", "[?a.tax_code|……]");
        data.articles[2].clauses[1].text = text("Bên A giao ☐ sản phẩm 中 và 中.", "Party A delivers ☐.");
        data.articles[3].clauses[0].points = vec![text("[?quantity|…]", "…")];
        data.annex.as_mut().unwrap().rows[1].price = text("38.000 ✓", "38,000");
        let mut engine = Engine::new().unwrap();
        let made_at = "2026-12-18T02:00:00Z".parse().unwrap();
        let Err(Refused::Problems(problems)) = engine.mou(&data, made_at) else { panic!("printed") };
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(
            fields,
            ["party.1.tax_code", "article.3.clause.2", "article.4.clause.1.point.1", "annex.row.2"]
        );
        let sentences: Vec<String> =
            problems.iter().map(|problem| problem.text(crate::i18n::Language::Vi)).collect();
        assert_eq!(sentences[0], "Chưa điền đủ mục “Mã số thuế” của BÊN A");
        assert_eq!(sentences[1], "Phông chữ không có “☐” (U+2610), “中” (U+4E2D) ở Điều 3, khoản 2");
        assert_eq!(
            problems[2].text(crate::i18n::Language::En),
            "Something is still missing in Article 4, clause 1"
        );
        data.articles[2].clauses[1].text = text("Bên A giao.", "☐");
        data.annex.as_mut().unwrap().rows.clear();
        data.standing = Standing::Draft;
        assert!(engine.mou(&data, made_at).is_ok());
        let problems = check::check(&engine, &data);
        assert!(problems.iter().all(|problem| problem.severity == Severity::Warning) && problems.len() == 2);
        // A letter that no font has is told as what refuses the final text; the draft shows a box, marked as a gap.
        data.language = PrintLanguage::ViEn;
        let printed = engine.mou(&data, made_at).unwrap();
        assert!(printed.text.contains('☐'), "{}", printed.text);
        let [problem] = check::letters(&engine, &data).try_into().unwrap();
        assert_eq!((problem.field.as_str(), problem.severity), ("article.3.clause.2", Severity::Error));
        let (document, _) = engine.lay_out_mou(&data);
        let marked = format!("{document:?}").matches("missing: true").count();
        data.articles[2].clauses[1].text = text("Bên A giao.", "x");
        let (document, _) = engine.lay_out_mou(&data);
        assert_eq!(marked, format!("{document:?}").matches("missing: true").count() + 1);
    }

    #[test]
    fn every_built_in_template_is_printed_whole() {
        let mut engine = Engine::new().unwrap();
        for language in [PrintLanguage::Vi, PrintLanguage::En, PrintLanguage::ViEn] {
            for (name, data) in from_templates(language) {
                let printed = engine.mou(&data, "2026-12-18T02:00:00Z".parse().unwrap()).unwrap();
                for article in &data.articles {
                    let title =
                        if language == PrintLanguage::En { &article.title.en } else { &article.title.vi };
                    assert!(printed.text.contains(&plain_text(title)), "{name}: {}", article.number);
                }
                assert!(printed.pdf.len() < 100_000, "{name}");
            }
        }
    }

    #[test]
    fn the_agreement_of_an_artisan_and_a_shop_stands_on_one_page() {
        use super::facts::sample::{both, facts, retailer};
        use super::facts::{Facts, PartyFacts};
        use super::template::Template;
        let template = Template::built_in().iter().find(|template| template.id == "artisan-shop").unwrap();
        let person = PartyFacts {
            name: both("Bà Lò Thị Pành", "Ms. Lò Thị Pành"),
            person: true,
            citizen_id: Some("014 000 000 001".to_owned()),
            address: Some("bản Chiềng Châu, xã Mai Châu, tỉnh Phú Thọ".to_owned()),
            phone: Some("0900 000 017".to_owned()),
            representative: Some("Lò Thị Pành".to_owned()),
            ..PartyFacts::default()
        };
        let facts = Facts {
            parties: vec![person, retailer()],
            witnesses: Vec::new(),
            annex: Vec::new(),
            details: template.details.clone(),
            ..facts()
        };
        let clauses = template.clauses();
        let filled = super::fill::fill(&facts, &clauses, template, PrintLanguage::Vi, Standing::Final);
        let told: Vec<_> =
            filled.problems.iter().map(|problem| problem.text(crate::i18n::Language::Vi)).collect();
        assert!(told.is_empty(), "{told:?}");
        let printed =
            Engine::new().unwrap().mou(&filled.data, "2026-12-18T02:03:04Z".parse().unwrap()).unwrap();
        assert_eq!(printed.pages, 1, "{}", printed.text);
        assert!(printed.text.contains("BÊN A: BÀ LÒ THỊ PÀNH"), "{}", printed.text);
        assert!(printed.text.contains("30% (ba mươi phần trăm)"), "{}", printed.text);
        // Who signs for herself is represented by nobody.
        assert!(!printed.text.contains("ĐẠI DIỆN BÊN A") && printed.text.contains("ĐẠI DIỆN BÊN B"));
    }

    #[test]
    fn an_engine_can_move_to_another_thread() {
        fn send<T: Send>(_: &T) {}
        send(&Engine::new().unwrap());
    }
}
