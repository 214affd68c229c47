//! The same without a mouse; order of Tab; one place for shortcuts.

use eframe::egui::{Key, Modifiers};
use so_lang_nghe::domain::Village;

use super::story::Story;

#[test]
fn a_village_is_found_changed_and_saved_by_keyboard_alone() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num2);
    story.ctrl(Key::K);
    story.type_text("van phuc");
    story.key(Key::Enter);
    story.must_see("Vạn Phúc");
    story.ctrl(Key::K);
    story.type_text("them lang nghe");
    story.key(Key::Enter);
    story.must_see("Hồ sơ mới");
    // Tab reaches the first field of the form.
    for _ in 0..40 {
        story.key(Key::Tab);
        let focused = story.harness.ctx.memory(eframe::egui::Memory::focused);
        if focused == Some(eframe::egui::Id::unique(("form", "village", "name"))) {
            break;
        }
    }
    story.type_text("Làng Bàn Phím");
    story.ctrl(Key::S);
    let villages = story.store().rows().all::<Village>().unwrap();
    assert!(villages.iter().any(|stored| stored.record.name == "Làng Bàn Phím"));
}

#[test]
fn tab_goes_through_a_form_in_the_order_it_is_read() {
    let mut story = Story::with_sample();
    story.press("Thêm đối tác");
    story.enter("Tên");
    let mut order = vec![];
    for _ in 0..4 {
        let focused = story.harness.ctx.memory(eframe::egui::Memory::focused).unwrap();
        order.push(focused);
        story.key(Key::Tab);
    }
    let field = |column: &str| eframe::egui::Id::unique(("form", "organisation", column));
    assert_eq!(order, [field("name"), field("short_name"), field("sort_name"), field("name_en")]);
}

#[test]
fn undo_in_a_text_field_belongs_to_the_field() {
    let mut story = Story::with_sample();
    story.press("Thêm đối tác");
    story.type_into("Tên", "Một");
    story.ctrl(Key::Z);
    story.must_see("Hồ sơ mới");
    assert!(!story.sees("Đã hoàn tác"));
}

#[test]
fn escape_leaves_the_field_before_it_leaves_the_screen() {
    let mut story = Story::with_sample();
    story.press("Thêm đối tác");
    story.type_into("Tên", "Một");
    story.key(Key::Escape);
    story.must_see("Đang thêm");
    story.key(Key::Escape);
    story.must_see("Trang chủ");
    assert!(!story.sees("Đang thêm"));
    story.ctrl(Key::K);
    story.key(Key::Escape);
    story.key(Key::F1);
    story.must_see("Phím tắt");
}

#[test]
fn the_table_moves_by_arrows_pages_ends_and_letters() {
    let mut story = Story::with_sample();
    story.press("Làng nghề");
    story.press_row("Bánh đa nem");
    story.key(Key::End);
    story.must_see("Đã chọn 1");
    let last = story.names();
    story.key(Key::Home);
    assert_ne!(story.names(), last);
    story.type_text("non");
    story.must_see("Nón");
    story.key(Key::Enter);
    story.must_see("Đang sửa");
    story.key(Key::Escape);
    story.must_see("Thêm làng nghề");
}

#[test]
fn language_and_look_change_at_once_and_are_remembered() {
    let mut story = Story::with_sample();
    story.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    story.settle();
    story.must_see("Craft villages");
    story.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    story.settle();
    story.ctrl(Key::Plus);
    let story = story.crash_and_start_again();
    story.must_see("Craft villages");
    assert!(story.harness.ctx.theme() == eframe::egui::Theme::Dark);
    assert!((story.harness.ctx.zoom_factor() - 1.1).abs() < 0.001);
}

#[test]
fn the_list_of_keys_and_the_menu_come_from_the_same_commands() {
    let mut story = Story::with_sample();
    story.key(Key::F1);
    story.must_see("Phím tắt");
    story.must_see("Ctrl K");
    story.press("Menu");
    story.must_see("Sao lưu ngay");
    story.press("Giới thiệu");
    story.must_see("SIL Open Font License 1.1");
}

#[test]
fn f8_goes_from_mistake_to_mistake() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num2);
    story.press("Thêm làng nghề");
    story.type_into("Tổng số hộ", "100");
    story.type_into("Số hộ làm nghề", "200");
    story.ctrl(Key::S);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..2 {
        story.key(Key::F8);
        let focused = story.harness.ctx.memory(eframe::egui::Memory::focused);
        let columns = ["name", "craft_households"];
        let field = |column: &str| eframe::egui::Id::unique(("form", "village", column));
        seen.extend(columns.into_iter().filter(|column| focused == Some(field(column))));
    }
    assert_eq!(seen.len(), 2, "{seen:?}\n{}", story.names());
}

#[test]
fn escape_passes_a_memorandum_that_was_deleted() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num6);
    story.press_row("Chưa có số");
    story.key(Key::Enter);
    story.must_see("Mẫu và số");
    story.ctrl(Key::Num6);
    story.press_row("Chưa có số");
    story.key(Key::Delete);
    for _ in 0..3 {
        story.key(Key::Escape);
    }
    story.must_see("Thay đổi gần đây");
}
