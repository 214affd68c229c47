//! After the text is final: who promised what, when it was signed, the sheets that were signed.

use eframe::egui::Key;
use so_lang_nghe::domain::{Mou, MouEvent, MouParty, MouProduct, MouState, Obligation, PartyRole, Picture};

use super::story::Story;

/// Opens the first MoU of the list whose row begins like this.
fn open_mou(story: &mut Story, beginning: &str) {
    story.press("Biên bản ghi nhớ");
    story.press_row(beginning);
    story.key(Key::Enter);
}

fn promises(story: &Story) -> Vec<Obligation> {
    story.store().rows().all::<Obligation>().unwrap().into_iter().map(|stored| stored.record).collect()
}

#[test]
fn a_promise_is_of_one_of_the_parties_of_the_memorandum_also_of_a_person() {
    let mut story = Story::with_sample();
    open_mou(&mut story, "Chưa có số");
    // An artisan signs for herself.
    story.press("Mở Bên A");
    story.press("Cá nhân ký cho chính mình (nghệ nhân)");
    story.type_into("Người", "la dinh khuong");
    story.key(Key::Enter);
    story.settle();
    story.press("Điền ngay: Bên B chưa có người đại diện");
    story.press("Người ký");
    story.press("Thêm người ký mới…");
    story.type_into("Họ và tên", "Lê Thị Ký");
    story.type_into("Chức vụ", "Giám đốc chi nhánh");
    story.press("Thêm người ký");
    story.press("Cấp số: Biên bản ghi nhớ 2026");
    for row in ["Dòng 1", "Dòng 2"] {
        story.press(&format!("Điền ngay: {row} của phụ lục chưa có giá tham khảo"));
        story.type_text("120.000");
    }
    story.press("Chốt văn bản");
    story.must_see("Văn bản đã chốt");
    story.press("Việc phải làm");
    story.press("Thêm việc phải làm");
    assert_eq!(story.value("Bên thực hiện"), "Tất cả các bên");
    story.type_into("Việc phải làm", "Gửi mẫu giỏ");
    story.type_into("Hạn", "30/11/2026");
    story.press("Bên thực hiện");
    story.press("Bên A: Lã Đình Khuông");
    story.ctrl(Key::S);
    story.must_see("Gửi mẫu giỏ");
    story.must_see("Lã Đình Khuông");
    let made = promises(&story).remove(0);
    assert!(made.person.is_some() && made.organisation.is_none(), "{made:?}");
    // Reminders say who promised it, not all parties.
    story.press("Trang chủ");
    story.must_see("06/2026/BBGN-HHLN, Lã Đình Khuông, Gửi mẫu giỏ");
    // The firm does it after all: the choice holds one of them.
    open_mou(&mut story, "06/2026");
    story.press("Việc phải làm 1");
    story.press("Gửi mẫu giỏ");
    assert_eq!(story.value("Bên thực hiện"), "Bên A: Lã Đình Khuông");
    story.press("Bên thực hiện");
    let firm = story.names().lines().find(|line| line.contains("Bên B: ")).unwrap().to_owned();
    story.press(firm.split('"').nth(1).unwrap());
    story.ctrl(Key::S);
    let made = promises(&story).remove(0);
    let parties = story.store().rows().all::<MouParty>().unwrap();
    let party = parties.iter().rfind(|stored| {
        stored.record.mou == made.mou && stored.record.role == PartyRole::Party && stored.record.sequence == 2
    });
    assert_eq!((made.organisation, made.person), (party.unwrap().record.organisation, None));
    // Taken back, it is the artisan's again, and stands on her page.
    story.ctrl(Key::Z);
    assert!(promises(&story)[0].person.is_some());
    story.press("Nghệ nhân");
    story.press_row("Lã Đình Khuông");
    story.press("Việc phải làm 1");
    story.press("06/2026/BBGN-HHLN");
    story.must_see("Ghi: Đã in");
}

/// The events of the MoU with this number: state, day, remark.
fn events(story: &Story, number: &str) -> Vec<(MouState, String, String)> {
    let store = story.store();
    let mous = store.rows().all::<Mou>().unwrap();
    let mou = mous.into_iter().find(|stored| stored.record.number.starts_with(number)).unwrap();
    let events = store.rows().children::<MouEvent>("mou", mou.id.any()).unwrap().into_iter();
    let day = |event: &MouEvent| event.date.map(|day| day.to_string()).unwrap_or_default();
    events.map(|stored| (stored.record.state, day(&stored.record), stored.record.note.clone())).collect()
}

#[test]
fn a_state_is_noted_on_another_day_with_a_remark_by_keyboard() {
    let mut story = Story::with_sample();
    open_mou(&mut story, "05/2026");
    let before = events(&story, "05/2026").len();
    story.press("Ghi ngày khác, thêm ghi chú");
    story.must_see("Ghi: Đã in");
    // Escape closes it, and nothing was noted.
    story.key(Key::Escape);
    assert!(!story.sees("Ghi chú") && events(&story, "05/2026").len() == before, "{}", story.names());
    story.press("Ghi ngày khác, thêm ghi chú");
    // The keyboard is in the field of the day; a month is no day, and the dialog says so.
    story.ctrl(Key::A);
    story.type_text("11/2026");
    story.key(Key::Enter);
    story.must_see("Cần ghi đủ ngày");
    story.ctrl(Key::A);
    story.type_text("20/11");
    story.type_into("Ghi chú", "in ở nhà in Mai Lâm");
    // In the remark Enter makes a line; in the field of the day it saves.
    story.key(Key::Enter);
    assert_eq!(events(&story, "05/2026").len(), before);
    story.enter("Ngày");
    story.key(Key::Enter);
    let noted = events(&story, "05/2026").pop().unwrap();
    assert_eq!(noted, (MouState::Printed, "2026-11-20".into(), "in ở nhà in Mai Lâm".into()));
    assert!(!story.sees("Ghi chú"), "{}", story.names());
    story.press("Dòng thời gian");
    story.must_see("in ở nhà in Mai Lâm");
    story.ctrl(Key::Z);
    assert_eq!(events(&story, "05/2026").len(), before);
}

#[test]
fn parties_change_their_places_and_change_back() {
    let mut story = Story::with_sample();
    open_mou(&mut story, "Chưa có số");
    let parties = |story: &Story| {
        let store = story.store();
        let mous = store.rows().all::<Mou>().unwrap();
        let mou = mous.into_iter().find(|stored| stored.record.number.is_empty()).unwrap();
        let mut parties = store.rows().children::<MouParty>("mou", mou.id.any()).unwrap();
        parties.retain(|stored| stored.record.role == PartyRole::Party);
        parties.sort_by_key(|stored| stored.record.sequence);
        parties.into_iter().map(|stored| stored.record.organisation).collect::<Vec<_>>()
    };
    let before = parties(&story);
    let turned: Vec<_> = before.iter().rev().copied().collect();
    assert_eq!(before.len(), 2);
    story.press("Mở Bên B");
    story.press("Lên trước");
    story.settle();
    assert_eq!(parties(&story), turned);
    story.ctrl(Key::Z);
    assert_eq!(parties(&story), before);
    // Bên A is the one that is open now.
    story.tab_to("Xuống sau");
    story.key(Key::Enter);
    story.settle();
    assert_eq!(parties(&story), turned);
    story.ctrl(Key::Z);
    assert_eq!(parties(&story), before);
}

#[test]
fn the_register_of_a_year_is_chosen_in_the_head_of_the_page_and_printed() {
    let mut story = Story::with_sample();
    // A number written by hand on a paper without a day.
    story.ctrl(Key::M);
    story.key(Key::Enter);
    story.type_into("Số", "05a");
    story.press("Dùng số này");
    story.settle();
    story.ctrl(Key::K);
    story.type_text("số văn bản");
    story.key(Key::Enter);
    assert_eq!(story.value("Năm của sổ đăng ký"), "2026");
    story.press("Năm của sổ đăng ký");
    story.press("không rõ năm");
    story.press("In sổ đăng ký không rõ năm");
    story.must_see("Xuất 1 dòng");
    let path = story.home().join("so.pdf");
    story.enter("Lưu vào tệp");
    story.ctrl(Key::A);
    story.type_text(&path.display().to_string());
    story.press("Xuất tệp");
    story.must_see("Đã xuất");
    let pdf = lopdf::Document::load(&path).unwrap();
    let text = pdf.extract_text(&[1]).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("không rõ năm") && text.contains("05a"), "{text}");
    assert!(!text.contains("05/2026"), "{text}");
}

/// The paragraphs of a Word file in their order, those of tables among them.
fn paragraphs(bytes: &[u8]) -> Vec<String> {
    use docx_rs::{DocumentChild, TableCellContent, TableChild, TableRowChild};
    fn of_table(table: &docx_rs::Table, texts: &mut Vec<String>) {
        for TableChild::TableRow(row) in &table.rows {
            for TableRowChild::TableCell(cell) in &row.cells {
                for content in &cell.children {
                    match content {
                        TableCellContent::Paragraph(paragraph) => texts.push(paragraph.raw_text()),
                        TableCellContent::Table(table) => of_table(table, texts),
                        _ => {}
                    }
                }
            }
        }
    }
    let mut texts = Vec::new();
    for child in &docx_rs::read_docx(bytes).unwrap().document.children {
        match child {
            DocumentChild::Paragraph(paragraph) => texts.push(paragraph.raw_text()),
            DocumentChild::Table(table) => of_table(table, &mut texts),
            _ => {}
        }
    }
    // Words that belong together are held together; for what is said that is a space.
    texts.iter().map(|text| text.replace('\u{a0}', " ")).collect()
}

#[test]
fn the_editable_copy_has_the_articles_the_annex_and_the_signatures_in_order() {
    let mut story = Story::with_sample();
    open_mou(&mut story, "05/2026");
    story.press("Lưu bản Word để sửa");
    let path = story.value("Lưu vào tệp");
    assert!(path.ends_with("BBGN_05_2026_BBGN-HHLN.docx"), "{path}");
    story.press("Lưu vào đây");
    story.must_see("Đã lưu");
    let texts = paragraphs(&std::fs::read(&path).unwrap());
    let at = |words: &str| {
        let found = texts.iter().position(|text| text == words);
        found.unwrap_or_else(|| panic!("{words:?} is no paragraph of:\n{}", texts.join("\n")))
    };
    let mut order = vec![at("BIÊN BẢN GHI NHỚ HỢP TÁC"), at("BÊN A: HỢP TÁC XÃ MÂY TRE ĐAN ĐAN HÒA")];
    // All articles with their numbers, each once, with what they say below them.
    let articles: Vec<usize> = (0..texts.len()).filter(|place| texts[*place].starts_with("Điều ")).collect();
    let numbers = articles.iter().map(|place| texts[*place].split('.').next().unwrap().to_owned());
    assert_eq!(
        numbers.collect::<Vec<_>>(),
        (1..=14).map(|number| format!("Điều {number}")).collect::<Vec<_>>()
    );
    order.extend(articles);
    for party in ["A", "B"] {
        order.push(at(&format!("ĐẠI DIỆN BÊN {party} / FOR PARTY {party}")));
    }
    order.extend([at("Tạ Thị Minh Hường"), at("Chử Văn Bình"), at("PHỤ LỤC"), at("STT"), at("Tên sản phẩm")]);
    // The table of the annex has the lines of the MoU in their order.
    let store = story.store();
    let mous = store.rows().all::<Mou>().unwrap();
    let mou = mous.into_iter().find(|stored| stored.record.number.starts_with("05/2026")).unwrap();
    let mut lines = store.rows().children::<MouProduct>("mou", mou.id.any()).unwrap();
    lines.sort_by_key(|line| line.record.sequence);
    assert!(lines.len() > 2);
    for (number, line) in (1..).zip(&lines) {
        let product = store.rows().linked(line.record.product).unwrap();
        let name = product.map_or(line.record.name.clone(), |product| product.record.name);
        let place = at(&name);
        assert_eq!(texts[place - 1], number.to_string(), "in a row of its own");
        order.push(place);
    }
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn the_signed_sheets_are_filed_by_keyboard_and_stand_in_the_time_line() {
    let mut story = Story::with_sample();
    let scan = story.home().join("ban ky 01.pdf");
    std::fs::write(&scan, b"%PDF-1.7 scan").unwrap();
    open_mou(&mut story, "01/2026");
    let press = |story: &mut Story, name: &str| {
        story.tab_to(name);
        story.key(Key::Enter);
        story.settle();
    };
    press(&mut story, "Bản quét");
    press(&mut story, "Thêm ảnh, tệp");
    // The keyboard is in the field for the path already.
    story.type_text(scan.to_str().unwrap());
    press(&mut story, "Thêm vào hồ sơ");
    story.must_see("Bản quét 1");
    story.must_see("ban ky 01.pdf");
    let store = story.store();
    let filed = store.rows().all::<Picture>().unwrap();
    let filed = filed.iter().find(|stored| stored.record.mou.is_some()).unwrap();
    assert_eq!(filed.record.length, 13);
    drop(store);
    press(&mut story, "Dòng thời gian");
    story.must_see("ban ky 01.pdf");
    story.must_see("ảnh, tệp");
    // Taken back, it is gone from both.
    story.ctrl(Key::Z);
    assert!(!story.sees("ban ky 01.pdf"), "{}", story.names());
}
