//! The plan of a conference, on screen.

use eframe::egui::Key;
use so_lang_nghe::domain::{Conference, Picture, ProgrammeItem};

use super::story::Story;

#[test]
fn a_point_is_added_to_the_programme_and_next_years_conference_is_copied() {
    let mut story = Story::with_sample();
    story.press("Hội nghị");
    story.must_see("Hội nghị hợp tác phát triển sản phẩm làng nghề năm 2026");
    story.must_see("Thứ Sáu, 18/12/2026");
    story.press("Thêm mục chương trình");
    story.type_into("Nội dung mục", "Trình diễn nghề đan");
    story.type_into("Ngày", "18/12/2026");
    story.type_into("Giờ bắt đầu", "16h45");
    story.ctrl(Key::S);
    story.settle();
    story.must_see("Trình diễn nghề đan");
    story.must_see("16h45");
    story.press("Chép từ hội nghị này");
    story.must_see("Lập hội nghị mới");
    assert_eq!(story.value("Từ ngày"), "18/12/2027");
    story.press("Lập hội nghị mới");
    story.settle();
    story.must_see("Hội nghị hợp tác phát triển sản phẩm làng nghề năm 2027");
    let points = |story: &Story| story.store().rows().all::<ProgrammeItem>().unwrap().len();
    assert_eq!(points(&story), 24);
    story.ctrl(Key::Z);
    story.settle();
    assert_eq!(points(&story), 12);
    assert_eq!(story.store().rows().all::<Conference>().unwrap().len(), 1);
    let mut story = story.crash_and_start_again();
    story.press("Hội nghị");
    story.must_see("Trình diễn nghề đan");
}

#[test]
fn without_a_conference_the_page_says_what_to_do() {
    let mut story = Story::first_start();
    story.press("Lập sổ trống");
    story.type_into("Tên văn phòng, hiệp hội", "Hiệp hội Thử");
    story.press("Tạo sổ");
    story.press("Hội nghị");
    story.must_see("Chưa có hội nghị nào");
    story.press("Thêm hội nghị");
    story.type_into("Tên", "Hội nghị kết nối cung cầu");
    story.ctrl(Key::S);
    story.settle();
    story.must_see("Chưa có mục nào trong chương trình.");
}

#[test]
fn the_file_of_a_speaker_is_added_opened_removed_and_comes_back() {
    let mut story = Story::with_sample();
    let folder = story.folder.as_ref().unwrap().0.clone();
    let file = folder.join("tham luận.pptx");
    std::fs::write(&file, b"slides").unwrap();
    story.press("Hội nghị");
    let first = {
        let mut items = story.store().rows().all::<ProgrammeItem>().unwrap();
        items.sort_by_key(|item| (item.record.date, item.record.start, item.id));
        items[0].clone()
    };
    story.press(&format!("Thêm tệp cho: {}", first.record.point));
    story.type_into("Đường dẫn tệp", &file.display().to_string());
    story.press("Thêm vào hồ sơ");
    story.settle();
    story.must_see("tham luận.pptx");
    let kept = story.store().rows().all::<Picture>().unwrap().pop().unwrap().record;
    assert_eq!((kept.programme_item, kept.length), (Some(first.id), 6));
    story.press("tham luận.pptx");
    story.settle();
    let copy = story.home().join("anh").join("tham luận.pptx");
    assert_eq!(std::fs::read(copy).unwrap(), b"slides");
    if story.sees("Đã hiểu") {
        story.press("Đã hiểu");
    }
    let mut story = story.crash_and_start_again();
    story.press("Hội nghị");
    story.must_see("tham luận.pptx");
    let pictures = |story: &Story| story.store().rows().all::<Picture>().unwrap().len();
    let before = pictures(&story);
    story.press("Xóa tham luận.pptx");
    story.settle();
    assert!(!story.sees("Xóa tham luận.pptx"));
    assert_eq!(pictures(&story), before - 1);
    story.ctrl(Key::Z);
    story.settle();
    story.must_see("Xóa tham luận.pptx");
    // The point takes its files along.
    story.press(&format!("Xóa {}", first.record.point));
    story.settle();
    assert!(!story.sees("Xóa tham luận.pptx"));
    story.ctrl(Key::Z);
    story.settle();
    story.must_see("Xóa tham luận.pptx");
}
