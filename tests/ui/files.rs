//! Registers as files: made, opened, kept, copied; drafts after a crash.

use eframe::egui::Key;
use so_lang_nghe::domain::{NumberSeries, Organisation};

use super::story::Story;

#[test]
fn an_empty_register_is_made_with_office_and_number_pattern() {
    let mut story = Story::first_start();
    story.press("Lập sổ trống");
    story.type_into("Tên văn phòng, hiệp hội", "Hiệp hội Thử");
    story.press("Tạo sổ");
    story.must_see("Trang chủ");
    let path = story.home().join("so-lang-nghe.langnghe");
    let places = so_lang_nghe::places::Places::built_in();
    let access = so_lang_nghe::store::Access::Read;
    let store = so_lang_nghe::store::Store::open(&path, access, story.home(), places).unwrap();
    let offices = store.rows().all::<Organisation>().unwrap();
    assert_eq!(offices[0].record.name, "Hiệp hội Thử");
    assert_eq!(store.rows().all::<NumberSeries>().unwrap().len(), 1);
    drop(store);
    story.press("Làng nghề");
    story.must_see("Chưa có làng nghề nào");
}

#[test]
fn a_file_that_is_no_register_is_refused_with_a_sentence() {
    let mut story = Story::first_start();
    let path = story.home().join("danh sách.pdf");
    std::fs::write(&path, b"%PDF-1.7 nothing").unwrap();
    story.type_into("hoặc gõ đường dẫn rồi nhấn Enter", path.to_str().unwrap());
    story.key(Key::Enter);
    story.must_see("không phải sổ của Sổ Làng Nghề");
    story.must_see("Mở sổ mẫu");
}

#[test]
fn what_was_typed_survives_a_crash_and_asks_what_to_do() {
    let mut story = Story::with_sample();
    story.press("Thêm đối tác");
    story.type_into("Tên", "Công ty Đang Gõ Dở");
    story.settle();
    let mut story = story.crash_and_start_again();
    story.must_see("Có 1 bản nháp chưa lưu");
    story.must_see("Công ty Đang Gõ Dở");
    story.press("Làm tiếp: đối tác · Công ty Đang Gõ Dở");
    assert_eq!(story.value("Tên"), "Công ty Đang Gõ Dở");
    story.ctrl(Key::S);
    story.must_see("Đã lưu Công ty Đang Gõ Dở");
    let story = story.crash_and_start_again();
    assert!(!story.sees("bản nháp chưa lưu"));
}

#[test]
fn a_draft_can_be_thrown_away() {
    let mut story = Story::with_sample();
    story.press("Thêm đối tác");
    story.type_into("Tên", "Bỏ Đi");
    story.settle();
    let mut story = story.crash_and_start_again();
    story.press("Bỏ hết bản nháp");
    let story = story.crash_and_start_again();
    assert!(!story.sees("bản nháp chưa lưu"));
}

#[test]
fn closing_saves_and_backs_up_and_the_copy_can_be_restored() {
    let mut story = Story::with_sample();
    story.press("Thêm đối tác");
    story.type_into("Tên", "Trước Khi Sao Lưu");
    story.ctrl(Key::S);
    story.ctrl(Key::B);
    story.must_see("Đã sao lưu");
    story.press("Thêm đối tác");
    story.type_into("Tên", "Sau Khi Sao Lưu");
    story.ctrl(Key::S);
    story.press("Cài đặt");
    story.must_see("Có 1 bản sao");
    story.press("Khôi phục bản sao lúc 26/11/2026 08:00");
    story.must_see("Khôi phục bản sao này?");
    story.press("Khôi phục");
    story.settle();
    let names: Vec<String> = story
        .store()
        .rows()
        .all::<Organisation>()
        .unwrap()
        .into_iter()
        .map(|stored| stored.record.name)
        .collect();
    assert!(names.contains(&"Trước Khi Sao Lưu".to_owned()));
    assert!(!names.contains(&"Sau Khi Sao Lưu".to_owned()), "{}", story.names());
}
