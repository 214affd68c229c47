//! A signing ceremony, from the drafts to the papers handed over.

use std::collections::BTreeSet;

use eframe::egui::Key;
use so_lang_nghe::domain::{FrozenDocument, Mou, MouState};

use super::story::Story;

/// Goes to the board.
fn board(story: &mut Story) {
    story.ctrl(Key::K);
    story.type_text("điều hành lễ ký");
    story.key(Key::Enter);
    story.must_see("Điều hành lễ ký");
}

/// Opens the MoU with this beginning of its number.
fn open_mou(story: &mut Story, beginning: &str) {
    story.press("Biên bản ghi nhớ");
    story.press_row(beginning);
    story.key(Key::Enter);
}

fn mous(story: &Story) -> Vec<Mou> {
    let mut mous: Vec<Mou> =
        story.store().rows().all::<Mou>().unwrap().into_iter().map(|stored| stored.record).collect();
    mous.retain(|mou| mou.ceremony_batch.is_some());
    mous.sort_by_key(|mou| (mou.ceremony_batch, mou.ceremony_order));
    mous
}

fn signed(story: &Story) -> usize {
    mous(story).iter().filter(|mou| mou.state == MouState::Signed).count()
}

/// Fourteen MoUs of the sample conference in three batches, as drafts but for two.
fn fourteen(story: &mut Story) {
    open_mou(story, "05/2026");
    for _ in 0..12 {
        story.press("Lập biên bản tương tự");
        story.must_see("Chưa có số");
        story.type_into("Ngày", "18/12/2026");
        story.settle();
        story.key(Key::Escape);
        story.key(Key::Escape);
    }
    // The sample's own draft lacks a signer; it stays out.
    board(story);
    story.press_row("1 HTX Xóm Gồi");
    for place in 1..=14 {
        // Past the sample's own draft to the next one that is in no batch.
        story.key(Key::ArrowDown);
        if place > 1 {
            story.key(Key::ArrowDown);
        }
        let batch = match place {
            ..=4 => 1,
            5..=9 => 2,
            _ => 3,
        };
        story.press("Đợt");
        story.press(&format!("Đợt {batch}"));
    }
}

#[test]
fn fourteen_memoranda_are_prepared_signed_sealed_and_handed_over() {
    let mut story = Story::with_sample();
    fourteen(&mut story);
    story.must_see("Đợt 1, 4 biên bản");
    story.must_see("Đợt 2, 5 biên bản");
    story.must_see("Đợt 3, 5 biên bản");
    // The last one is taken out of its batch, and back into it.
    story.press("Đợt");
    story.press("Chưa xếp đợt");
    story.must_see("Đợt 3, 4 biên bản");
    story.ctrl(Key::Z);
    story.must_see("Đợt 3, 5 biên bản");
    story.press("Chuẩn bị");
    story.press("Cấp số theo thứ tự ký: Biên bản ghi nhớ 2026");
    story.must_see("Mọi biên bản đã có số");
    let drafts = mous(&story).iter().filter(|mou| mou.state == MouState::Draft).count();
    story.press(&format!("Kiểm tra và chốt {} biên bản", drafts + 1));
    story.must_see(&format!("Đã chốt {drafts} biên bản; 1 biên bản còn thiếu"));
    let all = mous(&story);
    assert_eq!(all.len(), 14);
    let numbers: BTreeSet<&str> = all.iter().map(|mou| mou.number.as_str()).collect();
    assert_eq!(numbers.len(), 14, "{numbers:?}");
    // Given in the order of signing.
    let given: Vec<i64> = all
        .iter()
        .filter_map(|mou| mou.number.split('/').next()?.parse().ok())
        .filter(|number| *number > 5)
        .collect();
    assert!(given.is_sorted(), "{given:?}");
    // The pack.
    let folder = story.folder.as_ref().unwrap().0.join("usb");
    story.enter("Thư mục");
    story.ctrl(Key::A);
    story.type_text(&folder.display().to_string());
    story.press("Lưu bộ dự phòng");
    story.must_see("Đã lưu bộ dự phòng gồm 15 biên bản");
    let files: BTreeSet<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(files.len(), 15 + 5, "{files:?}");
    let order = std::fs::read(folder.join("00_Thu-tu-ky.pdf")).unwrap();
    let order = lopdf::Document::load_mem(&order).unwrap().extract_text(&[1]).unwrap();
    assert!(order.contains(&all[0].number), "{order}");
    story.press("Đóng");

    // The ceremony: the second screen shows who signs.
    for _ in 0..15 {
        story.key(Key::ArrowUp);
    }
    story.press("Màn hình 2");
    story.key(Key::Space);
    story.must_see("Đang ký");
    let first = story.names();
    assert!(first.contains("Đã ký xong, gọi cặp 2"), "{first}");
    for count in 1..=3 {
        story.key(Key::Space);
        assert_eq!(signed(&story), count);
    }
    // The last of the batch: between two batches nobody is on the stage.
    story.must_see("Đã ký xong");
    story.key(Key::Space);
    assert_eq!(signed(&story), 4);
    story.must_see("Mời cặp 5 lên ký");
    story.press("Tắt màn hình 2");
    // A pair is put off to the end of its batch.
    let late = mous(&story)[4].number.clone();
    story.press("Tạm hoãn cặp này");
    assert_eq!(mous(&story)[8].number, late);
    story.ctrl(Key::Z);
    assert_eq!(mous(&story)[4].number, late);
    // Another signer in the middle of it.
    story.press_row("6 HTX");
    story.press("Mở biên bản, đổi người ký");
    assert_eq!(story.value("Số bản"), "5", "two for each party and one for the witness");
    story.press("Đổi người ký: Công ty Cổ phần Bán lẻ Ba Mùa");
    story.press("Đổi người ký");
    let director = story.names().lines().find(|line| line.contains(", Tổng Giám đốc")).unwrap().to_owned();
    story.press(director.split('"').nth(1).unwrap());
    story.must_see("Đã đổi người ký");
    // The page of the parties and the page of signatures; not the annex.
    story.must_see("Trang khác với bản trước: 2, 5");
    story.key(Key::Escape);
    story.must_see("In trang thay đổi");
    let store = story.store();
    let papers = store.rows().all::<FrozenDocument>().unwrap();
    let sixth = mous(&story)[5].number.clone();
    let id =
        store.rows().all::<Mou>().unwrap().into_iter().find(|mou| mou.record.number == sixth).unwrap().id;
    assert_eq!(papers.iter().filter(|paper| paper.record.mou == Some(id)).count(), 2);
    // The power goes; what was signed is signed, and the board goes on where it was.
    let mut story = story.crash_and_start_again();
    assert_eq!(signed(&story), 4);
    board(&mut story);
    story.must_see("Mời cặp 5 lên ký");
    story.press_row("1 HTX");
    story.press("Đã đóng dấu");
    story.press("Đã giao văn bản");
    assert_eq!(mous(&story)[0].state, MouState::HandedOver);
    story.must_see("Xong");
    // On the home screen the first are listed, on their own page all.
    story.press("Trang chủ");
    let waiting = |story: &Story| story.names().matches(", Ký biên bản, ").count();
    assert!(waiting(&story) < 6, "{}", story.names());
    let more = story.names().lines().find(|line| line.contains("Xem tất cả")).unwrap().to_owned();
    story.press(more.split('"').nth(1).unwrap());
    assert!(waiting(&story) >= 6, "{}", story.names());
}

#[test]
fn the_pack_has_blank_forms_with_the_numbers_kept_for_the_conference() {
    let mut story = Story::with_sample();
    story.ctrl(Key::K);
    story.type_text("số văn bản");
    story.key(Key::Enter);
    story.press("Thêm khối số");
    story.type_into("Số đầu tiên", "20");
    story.type_into("Số cuối", "21");
    story.type_into("Hội nghị", "hoi nghi hop tac");
    story.key(Key::Enter);
    story.type_into("Giữ cho máy", "a");
    story.ctrl(Key::S);
    story.must_see("a (máy này): số 20–21, đã cấp 0 trong 2");
    story.must_see("Mã máy này là A");
    board(&mut story);
    story.press("Chuẩn bị");
    let folder = story.folder.as_ref().unwrap().0.join("usb");
    story.enter("Thư mục");
    story.ctrl(Key::A);
    story.type_text(&folder.display().to_string());
    story.press("Lưu bộ dự phòng");
    story.must_see("Đã lưu bộ dự phòng");
    let form = std::fs::read(folder.join("00_Mau-trong_21-2026-BBGN-HHLN.pdf")).unwrap();
    let text = lopdf::Document::load_mem(&form).unwrap().extract_text(&[1]).unwrap();
    assert!(text.contains("21/2026/BBGN-HHLN") && text.contains("………"), "{text}");
    assert!(folder.join("00_Mau-trong_20-2026-BBGN-HHLN.pdf").exists());
    // The form takes no number.
    let store = story.store();
    assert!(store.rows().all::<Mou>().unwrap().iter().all(|mou| !mou.record.number.starts_with("20/")));
}

#[test]
fn a_laptop_has_a_code_that_outlives_a_crash() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Comma);
    assert_eq!(story.value("Mã máy này"), "A");
    story.enter("Mã máy này");
    story.ctrl(Key::A);
    story.type_text("quầy 1");
    story.enter("Cán bộ phụ trách");
    assert_eq!(story.value("Mã máy này"), "QUẦY-1");
    let mut story = story.crash_and_start_again();
    story.ctrl(Key::Comma);
    assert_eq!(story.value("Mã máy này"), "QUẦY-1");
    // An empty code is none: the one before stays.
    story.enter("Mã máy này");
    story.ctrl(Key::A);
    story.key(Key::Delete);
    story.enter("Cán bộ phụ trách");
    assert_eq!(story.value("Mã máy này"), "QUẦY-1");
}
