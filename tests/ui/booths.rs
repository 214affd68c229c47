//! The booths of a conference: laid out, given away, put elsewhere by mouse and keyboard, filled in, counted.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use so_lang_nghe::domain::{Booth, BoothDay, BoothState};

use super::story::Story;

/// Goes to the booths of the coming conference.
fn booths_of(story: &mut Story) {
    story.press("Hội nghị");
    story.press("Gian hàng");
}

fn booths(story: &Story) -> Vec<Booth> {
    let mut all: Vec<Booth> =
        story.store().rows().all::<Booth>().unwrap().into_iter().map(|stored| stored.record).collect();
    all.sort_by_key(|booth| (booth.plan_row.is_none(), booth.plan_row, booth.plan_place, booth.code.clone()));
    all
}

/// The booth with this code.
fn coded(story: &Story, code: &str) -> Booth {
    booths(story).into_iter().find(|booth| booth.code == code).unwrap()
}

/// Two rows of four booths, and those who registered beside them.
fn laid(story: &mut Story) {
    booths_of(story);
    story.must_see("Chưa có gian hàng nào");
    story.press("Lập gian hàng");
    for (field, count) in [("Số dãy", "2"), ("Số gian mỗi dãy", "4")] {
        story.enter(field);
        story.ctrl(Key::A);
        story.type_text(count);
    }
    story.press("Lập 8 gian hàng");
    story.press("Từ phiếu đăng ký");
}

/// The middle of the cell or line whose name begins so.
fn middle(story: &Story, name: &str) -> Pos2 {
    story.middle(Role::ListBoxOption, |label| label.starts_with(name))
}

fn press_cell(story: &mut Story, name: &str) {
    let at = middle(story, name);
    for pressed in [true, false] {
        story.harness.event(Event::PointerMoved(at));
        story.harness.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        story.harness.step();
    }
    story.settle();
}

fn drag(story: &mut Story, from: &str, to: &str) {
    let (from, to) = (middle(story, from), middle(story, to));
    story.drag(from, to);
}

#[test]
fn booths_are_laid_out_and_those_who_registered_are_seated_by_mouse() {
    let mut story = Story::with_sample();
    laid(&mut story);
    let waiting = booths(&story).len() - 8;
    assert!(waiting > 2, "{waiting}");
    story.must_see(&format!("Chưa có chỗ ({waiting})"));
    drag(&mut story, "DK01", "B03");
    let seated = coded(&story, "B03");
    assert!(seated.organisation.is_some());
    assert_eq!((seated.state, seated.size.as_str()), (BoothState::Placed, "3 × 3 m"));
    // The booth that nobody had made room.
    assert_eq!(booths(&story).len(), 8 + waiting - 1);
    // Onto one that nobody has: they change places; and onto a free cell, where the plan grows.
    drag(&mut story, "B03", "A01");
    assert_eq!(coded(&story, "A01").organisation, seated.organisation);
    assert_eq!(coded(&story, "B03").organisation, None);
    drag(&mut story, "A01", "C05, ô trống");
    assert_eq!(coded(&story, "C05").organisation, seated.organisation);
    story.ctrl(Key::Z);
    assert_eq!(coded(&story, "A01").organisation, seated.organisation);
    // All others at once.
    story.press("Xếp vào chỗ trống");
    let given =
        booths(&story).into_iter().filter(|booth| booth.plan_row.is_some() && booth.organisation.is_some());
    assert_eq!(given.count(), waiting.min(8));
    story.ctrl(Key::Z);
    story.must_see(&format!("Chưa có chỗ ({})", waiting - 1));
}

#[test]
fn the_keyboard_moves_booths_and_sets_their_state() {
    let mut story = Story::with_sample();
    laid(&mut story);
    story.tab_to("DK02");
    let code = coded(&story, "DK02").organisation;
    story.key(Key::X);
    story.must_see("Đang chuyển DK02");
    // From the first cell to B03.
    story.key(Key::ArrowDown);
    story.key(Key::ArrowRight);
    story.key(Key::ArrowRight);
    story.key(Key::Enter);
    assert_eq!(coded(&story, "B03").organisation, code);
    story.key(Key::Num3);
    assert_eq!(coded(&story, "B03").state, BoothState::Taken);
    story.ctrl(Key::Z);
    assert_eq!(coded(&story, "B03").state, BoothState::Placed);
    // Taken along and let go: nothing moves, and the screen stays.
    story.key(Key::X);
    story.key(Key::ArrowLeft);
    story.key(Key::Escape);
    story.must_see("Mũi tên để chọn");
    assert_eq!(coded(&story, "B03").organisation, code);
    // Two change places.
    story.key(Key::ArrowRight);
    story.key(Key::X);
    story.key(Key::ArrowUp);
    story.key(Key::Enter);
    assert_eq!(coded(&story, "A03").organisation, code);
    story.ctrl(Key::Z);
    assert_eq!(coded(&story, "B03").organisation, code);
    // Enter on a free cell adds a booth.
    for _ in 0..6 {
        story.key(Key::ArrowDown);
    }
    story.key(Key::Enter);
    assert_eq!(coded(&story, "C03").plan_row, Some(3));
}

#[test]
fn the_chosen_booth_is_filled_in_where_it_stands() {
    let mut story = Story::with_sample();
    laid(&mut story);
    press_cell(&mut story, "A01");
    story.enter("Đối tác");
    story.type_text("Sơn mài Hạ Thái");
    story.key(Key::Enter);
    assert!(coded(&story, "A01").organisation.is_some(), "{}", story.names());
    story.type_into("Biển tên gian hàng", "SƠN MÀI HẠ THÁI, THƯỜNG TÍN, THÀNH PHỐ HÀ NỘI");
    story.must_see("Biển tên có 45 chữ");
    story.key(Key::Tab);
    assert_eq!(coded(&story, "A01").sign, "SƠN MÀI HẠ THÁI, THƯỜNG TÍN, THÀNH PHỐ HÀ NỘI");
    story.press("Điện");
    assert!(coded(&story, "A01").needs.0.contains("power"));
    story.type_into("Phí gian hàng", "1,5 triệu");
    // Chosen another before the field was left: nothing is lost.
    press_cell(&mut story, "A02");
    assert_eq!(coded(&story, "A01").fee, Some(1_500_000));
    press_cell(&mut story, "A01");
    assert_eq!(story.value("Phí gian hàng"), "1.500.000");
    story.ctrl(Key::Z);
    assert_eq!(coded(&story, "A01").fee, None);
    assert_eq!(story.value("Phí gian hàng"), "");
    story.harness.get_by_role_and_label(Role::Button, "Đã nhận").scroll_to_me();
    story.settle();
    story.press("Đã nhận");
    assert_eq!(coded(&story, "A01").state, BoothState::Taken);
    // What it took in.
    story.type_into("Doanh thu 18/12/2026", "12,5 triệu");
    story.key(Key::Enter);
    story.type_into("Khách hỏi 18/12/2026", "80");
    story.key(Key::Tab);
    let days: Vec<BoothDay> =
        story.store().rows().all::<BoothDay>().unwrap().into_iter().map(|stored| stored.record).collect();
    assert_eq!(days.len(), 1);
    assert_eq!((days[0].takings, days[0].visitors), (Some(12_500_000), Some(80)));
    assert_eq!(story.value("Doanh thu 18/12/2026"), "12.500.000");
    story.press("Doanh thu");
    let total = story.harness.query_all_by_role(Role::Row).next().unwrap().accesskit_node().label().unwrap();
    assert!(total.starts_with("Tổng") && total.contains("12.500.000"), "{total}");
    // It is all there after a crash.
    let mut story = story.crash_and_start_again();
    booths_of(&mut story);
    press_cell(&mut story, "A01");
    assert_eq!(story.value("Doanh thu 18/12/2026"), "12.500.000");
    story.press("Xuất danh sách");
    story.must_see("Xuất ");
    story.press("Xuất tệp");
    let folder = story.home().join("danh-sach");
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(files.iter().any(|file| file.extension().is_some_and(|ending| ending == "xlsx")), "{files:?}");
}

#[test]
fn a_booth_off_the_plan_stands_beside_it_and_one_is_deleted() {
    let mut story = Story::in_language(so_lang_nghe::i18n::Language::En, eframe::egui::vec2(1280.0, 720.0));
    story.press("Conference");
    story.press("Booths");
    story.press("Lay out booths");
    story.key(Key::Enter);
    assert!(booths(&story).len() >= 10, "{}", story.names());
    let before = booths(&story).len();
    press_cell(&mut story, "A02");
    story.press("Take off the plan");
    story.must_see("Without a place (1)");
    assert_eq!(coded(&story, "DK01").plan_row, None);
    story.press("Delete DK01");
    assert_eq!(booths(&story).len(), before - 1);
    story.ctrl(Key::Z);
    story.ctrl(Key::Z);
    assert_eq!(coded(&story, "A02").plan_place, Some(2));
}

#[test]
fn the_plan_is_printed_with_codes_and_names() {
    let mut story = Story::with_sample();
    laid(&mut story);
    drag(&mut story, "DK01", "B03");
    story.press("Mở sơ đồ gian hàng để in");
    story.settle();
    let pdf = std::fs::read(story.home().join("ban-in").join("So-do-gian-hang.pdf")).unwrap();
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    assert_eq!(document.get_pages().len(), 1);
    let words = document.extract_text(&[1]).unwrap();
    assert!(words.contains("B03") && words.contains("A01"), "{words}");
}
