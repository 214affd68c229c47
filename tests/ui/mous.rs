//! A MoU from choosing the parties to the frozen paper.

use eframe::egui::Key;
use so_lang_nghe::domain::{ClauseKind, FrozenDocument, Mou, MouClause, MouState};

use super::story::Story;

fn newest(story: &Story) -> (so_lang_nghe::domain::Id<Mou>, Mou) {
    let mous = story.store().rows().all::<Mou>().unwrap();
    let stored = mous.into_iter().last().unwrap();
    (stored.id, stored.record)
}

#[test]
fn a_new_mou_is_filled_checked_frozen_and_its_paper_saved() {
    let mut story = Story::with_sample();
    story.ctrl(Key::M);
    story.must_see("Chưa có số");
    story.must_see("Cần xử lý trước khi in");
    story.press("Cấp số: Biên bản ghi nhớ 2026");
    story.must_see("06/2026/BBGN-HHLN");
    story.type_into("Ngày", "18/12");
    story.type_into("Nội dung (về việc)", "thử biên bản");
    story.settle();
    let (_, mou) = newest(&story);
    assert_eq!(mou.subject, "thử biên bản", "saved a moment after typing");
    assert_eq!(mou.date.unwrap().to_string(), "2026-12-18");
    story.press("Mở Bên A");
    story.type_into("Đối tác", "dan hoa");
    story.key(Key::Enter);
    story.settle();
    story.must_see("Đan Hòa");
}

#[test]
fn the_check_list_leads_to_what_is_missing_until_the_text_is_final() {
    let mut story = Story::with_sample();
    story.press("Biên bản ghi nhớ");
    story.press_row("Chưa có số");
    story.key(Key::Enter);
    story.must_see("Bên B chưa có người đại diện");
    story.press("Điền ngay: Bên B chưa có người đại diện");
    // The signer is not in the register yet.
    story.press("Người ký");
    story.press("Thêm người ký mới…");
    story.type_into("Họ và tên", "Lê Thị Ký");
    story.type_into("Chức vụ", "Giám đốc chi nhánh");
    story.press("Thêm người ký");
    story.must_see("Lê Thị Ký, Giám đốc chi nhánh");
    assert!(!story.sees("Bên B chưa có người đại diện"), "{}", story.names());
    story.press("Cấp số: Biên bản ghi nhớ 2026");
    story.must_see("06/2026/BBGN-HHLN");
    for row in ["Dòng 1", "Dòng 2"] {
        story.press(&format!("Điền ngay: {row} của phụ lục chưa có giá tham khảo"));
        story.type_text("120.000");
    }
    story.must_see("Đã kiểm, không có lỗi");
    story.press("Chốt văn bản");
    story.must_see("Văn bản đã chốt");
    let store = story.store();
    let mous = store.rows().all::<Mou>().unwrap();
    let mou = mous.into_iter().find(|stored| stored.record.number.starts_with("06/2026")).unwrap();
    assert_eq!(mou.record.state, MouState::TextFinal);
    let papers = store.rows().children::<FrozenDocument>("mou", mou.id.any()).unwrap();
    assert!(papers[0].record.data.contains("Lê Thị Ký"));
    drop(store);
    // One step back, and the text is a draft again.
    story.ctrl(Key::Z);
    story.must_see("Mẫu và số");
}

#[test]
fn a_text_with_something_missing_is_not_frozen_and_says_what() {
    let mut story = Story::with_sample();
    story.press("Biên bản ghi nhớ");
    story.press_row("Chưa có số");
    story.key(Key::Enter);
    story.press("Chốt văn bản");
    story.must_see("chỗ cần sửa");
    let mous = story.store().rows().all::<Mou>().unwrap();
    assert!(mous.iter().any(|stored| stored.record.state == MouState::Draft));
}

#[test]
fn a_draft_with_a_day_before_its_own_is_kept_and_told_but_not_made_final() {
    let mut story = Story::with_sample();
    story.press("Biên bản ghi nhớ");
    story.press_row("Chưa có số");
    story.key(Key::Enter);
    story.type_into("Hạn ký hợp đồng", "1/1/2020");
    story.settle();
    let draft = |story: &Story| {
        let mous = story.store().rows().all::<Mou>().unwrap();
        mous.into_iter().find(|stored| stored.record.number.is_empty()).unwrap().record
    };
    assert_eq!(draft(&story).contract_by.unwrap().to_string(), "2020-01-01", "nothing typed is lost");
    story.must_see("Điền ngay: Hạn ký hợp đồng chính thức phải sau ngày ký biên bản");
    story.press("Chốt văn bản");
    assert_eq!(draft(&story).state, MouState::Draft);
}

#[test]
fn a_value_that_cannot_be_read_stays_is_told_and_is_not_made_final() {
    let mut story = Story::with_sample();
    story.press("Biên bản ghi nhớ");
    story.press_row("Chưa có số");
    story.key(Key::Enter);
    story.type_into("Thời hạn (tháng)", " tháng rưỡi");
    let typed = story.value("Thời hạn (tháng)");
    story.type_into("Nội dung (về việc)", " (thử)");
    story.settle();
    assert_eq!(story.value("Thời hạn (tháng)"), typed, "saving another value leaves it alone");
    story.press("Chốt văn bản");
    story.must_see(&format!("Không đọc được “{typed}”"));
    let mous = story.store().rows().all::<Mou>().unwrap();
    let draft = mous.into_iter().find(|stored| stored.record.number.is_empty()).unwrap().record;
    assert_eq!(draft.state, MouState::Draft);
    assert!(draft.subject.ends_with("(thử)"));
}

#[test]
fn what_cannot_be_saved_stays_on_the_screen_and_is_saved_when_it_can_be() {
    let mut story = Story::with_sample();
    story.press("Biên bản ghi nhớ");
    story.press_row("Chưa có số");
    story.key(Key::Enter);
    story.must_see("Mẫu và số");
    // As a full disk would: no MoU can be written.
    let file = rusqlite::Connection::open(story.home().join("so-mau.langnghe")).unwrap();
    file.execute_batch("CREATE TRIGGER full BEFORE UPDATE ON mou BEGIN SELECT RAISE(ABORT, 'full'); END")
        .unwrap();
    story.type_into("Nội dung (về việc)", " (thử)");
    story.settle();
    assert!(story.value("Nội dung (về việc)").ends_with("(thử)"));
    story.press("Chốt văn bản");
    let draft = |story: &Story| {
        let mous = story.store().rows().all::<Mou>().unwrap();
        mous.into_iter().find(|stored| stored.record.number.is_empty()).unwrap().record
    };
    assert_eq!(draft(&story).state, MouState::Draft, "the older text is not made final");
    // Leaving leads back to what is not saved.
    story.press("Trang chủ");
    story.press("Đã hiểu");
    assert!(story.value("Nội dung (về việc)").ends_with("(thử)"));
    file.execute_batch("DROP TRIGGER full").unwrap();
    story.press("Trang chủ");
    assert!(draft(&story).subject.ends_with("(thử)"));
}

#[test]
fn a_final_text_is_opened_again_frozen_again_and_printed_the_same() {
    let mut story = Story::with_sample();
    story.press("Biên bản ghi nhớ");
    story.press_row("05/2026");
    story.key(Key::Enter);
    story.must_see("Văn bản đã chốt");
    story.press("Mở lại văn bản");
    story.must_see("Mẫu và số");
    story.press("Chốt văn bản");
    story.must_see("Đã chốt văn bản");
    let store = story.store();
    let mous = store.rows().all::<Mou>().unwrap();
    let mou = mous.into_iter().find(|stored| stored.record.number.starts_with("05/2026")).unwrap();
    assert_eq!(mou.record.state, MouState::TextFinal);
    let papers = store.rows().children::<FrozenDocument>("mou", mou.id.any()).unwrap();
    assert_eq!(papers.len(), 2);
    let kept = store.rows().blob(&papers[1].record.sha256).unwrap().unwrap();
    drop(store);
    story.press("Lưu PDF");
    let field = "Lưu vào tệp";
    let path = story.value(field);
    story.press("Lưu vào đây");
    story.must_see("Đã lưu PDF");
    assert_eq!(std::fs::read(path).unwrap(), kept, "the very bytes of the final text");
    story.press("Ghi: Đã in");
    story.press("Ghi: Đã ký");
    story.must_see("Đã ký");
}

#[test]
fn a_clause_is_changed_moved_and_switched_off_and_the_others_are_numbered_anew() {
    let mut story = Story::with_sample();
    story.press("Biên bản ghi nhớ");
    story.press_row("Chưa có số");
    story.key(Key::Enter);
    let articles = |story: &Story| {
        let store = story.store();
        let mous = store.rows().all::<Mou>().unwrap();
        let mou = mous.into_iter().find(|stored| stored.record.number.is_empty()).unwrap();
        let mut clauses = store.rows().children::<MouClause>("mou", mou.id.any()).unwrap();
        clauses.retain(|stored| stored.record.kind == ClauseKind::Article);
        clauses.sort_by_key(|stored| stored.record.sequence);
        clauses.into_iter().map(|stored| stored.record).collect::<Vec<_>>()
    };
    let before = articles(&story);
    let (first, second) = (before[0].text.clone(), before[1].text.clone());
    story.press(&format!("Đưa xuống: {first}"));
    assert_eq!(articles(&story)[0].text, second);
    let switches: Vec<String> = story
        .names()
        .lines()
        .filter(|line| line.starts_with("Switch"))
        .map(|line| line.split('"').nth(1).unwrap().to_owned())
        .collect();
    assert!(switches.contains(&second), "{switches:?}");
    story.switch(&second);
    assert_eq!(articles(&story)[0].condition, "never");
    story.switch(&second);
    assert_eq!(articles(&story)[0].condition, before[1].condition);
    story.press(&first);
    story.type_into("Nội dung", " (thử)");
    assert!(articles(&story)[1].text.ends_with("(thử)"));
}

#[test]
fn all_mous_are_printed_into_a_folder() {
    let mut story = Story::with_sample();
    story.press("Biên bản ghi nhớ");
    story.press("Xuất tất cả ra PDF");
    story.must_see("Đã xuất 6 biên bản");
    let files = std::fs::read_dir(story.home().join("bien-ban")).unwrap().count();
    assert_eq!(files, 6);
}
