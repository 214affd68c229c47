//! Villages, artisans and partners: found, added, changed, deleted and brought back.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, vec2};
use egui_kittest::kittest::Queryable as _;
use so_lang_nghe::domain::{Artisan, Cell, Id, Organisation, Person, RecordKind, Village};

use super::story::Story;

#[test]
fn a_new_user_opens_the_sample_book_and_finds_a_village_without_tone_marks() {
    let mut story = Story::first_start();
    story.press("Mở sổ mẫu");
    story.must_see("Trang chủ");
    story.ctrl(Key::K);
    story.type_text("bat trang");
    story.must_see("Gốm Bát Tràng");
    story.key(Key::Enter);
    story.must_see("làng thấy năm 1352");
}

#[test]
fn a_list_is_filtered_by_what_is_typed_and_by_what_is_ticked() {
    let mut story = Story::with_sample();
    story.press("Làng nghề");
    story.must_see("66");
    story.type_into("Lọc trong danh sách", "non la");
    story.must_see("Nón làng Chuông");
    assert!(!story.sees("Gốm Bát Tràng"));
    story.press("Bỏ lọc");
    story.press("Gốm sứ");
    story.must_see("8 trong 66");
    story.must_see("Gốm Bát Tràng");
    story.press("Bỏ lọc Gốm sứ");
    story.must_see("Bánh đa nem Thổ Hà");
}

#[test]
fn a_partner_with_a_wrong_tax_code_is_warned_about_saved_undone_and_done_again() {
    let mut story = Story::with_sample();
    story.press("Thêm đối tác");
    story.type_into("Tên", "Công ty TNHH Gốm Mới");
    story.type_into("Mã số thuế", "0100109107");
    story.enter("Tên viết tắt");
    story.must_see("không khớp số kiểm tra");
    story.ctrl(Key::S);
    story.must_see("Đã lưu Công ty TNHH Gốm Mới");
    let found = |story: &Story| {
        let all = story.store().rows().all::<Organisation>().unwrap();
        all.into_iter().find(|stored| stored.record.name == "Công ty TNHH Gốm Mới")
    };
    assert_eq!(found(&story).unwrap().record.tax_code, "0100109107");
    story.must_see("Hoàn tác: Thêm đối tác Công ty TNHH Gốm Mới");
    story.ctrl(Key::Z);
    assert!(found(&story).is_none());
    story.ctrl(Key::Y);
    assert!(found(&story).is_some());
}

#[test]
fn a_form_without_a_name_is_not_saved_and_loses_nothing() {
    let mut story = Story::with_sample();
    story.press("Làng nghề");
    story.press("Thêm làng nghề");
    story.type_into("Tổ nghề", "Bà chúa dệt");
    story.ctrl(Key::S);
    story.must_see("1 chỗ phải sửa trước khi lưu");
    story.must_see("Cần nhập mục này");
    assert_eq!(story.value("Tổ nghề"), "Bà chúa dệt");
    // The keyboard went to the field that blocks.
    story.type_text("Dệt Thử");
    story.ctrl(Key::S);
    story.must_see("Đã lưu Dệt Thử");
    let villages = story.store().rows().all::<Village>().unwrap();
    let village = villages.into_iter().find(|stored| stored.record.name == "Dệt Thử").unwrap();
    assert_eq!(village.record.founder, "Bà chúa dệt");
}

#[test]
fn an_artisan_is_added_with_person_village_and_place_in_one_step() {
    let mut story = Story::with_sample();
    story.press("Thêm nghệ nhân");
    story.type_into("Họ và tên", "Nguyễn Thị Thử");
    story.type_into("Ngày sinh", "5/9/65");
    story.type_into("Điện thoại", "0912345678");
    story.type_into("Làng nghề", "bat tra");
    story.press("Gốm Bát Tràng");
    story.type_into("Xã, phường", "bat trang");
    story.key(Key::Enter);
    story.ctrl(Key::S);
    story.must_see("Đã lưu Nguyễn Thị Thử");
    let store = story.store();
    let people = store.rows().all::<Person>().unwrap();
    let person = people.into_iter().find(|stored| stored.record.full_name == "Nguyễn Thị Thử").unwrap();
    assert_eq!(person.record.birth.unwrap().to_iso(), "1965-09-05");
    assert_eq!(person.record.phones.0[0].digits, "0912345678");
    assert!(person.record.commune.is_some());
    let artisans = store.rows().children::<Artisan>("person", person.id.any()).unwrap();
    let village = store.rows().linked(artisans[0].record.village).unwrap().unwrap();
    assert_eq!(village.record.name, "Gốm Bát Tràng");
    drop(store);
    story.ctrl(Key::Z);
    let gone = story.store().rows().all::<Person>().unwrap();
    assert!(gone.iter().all(|stored| stored.record.full_name != "Nguyễn Thị Thử"), "one step undoes both");
}

#[test]
fn a_village_that_is_missing_is_made_inside_the_field() {
    let mut story = Story::with_sample();
    story.press("Thêm nghệ nhân");
    story.type_into("Họ và tên", "Nguyễn Văn Mới");
    story.type_into("Làng nghề", "Đan Lát Chưa Có");
    story.press("Tạo mới “Đan Lát Chưa Có”");
    assert_eq!(story.value("Làng nghề"), "Đan Lát Chưa Có");
    story.ctrl(Key::S);
    let villages = story.store().rows().all::<Village>().unwrap();
    assert!(villages.iter().any(|stored| stored.record.name == "Đan Lát Chưa Có"));
}

#[test]
fn what_is_deleted_comes_back_from_the_trash() {
    let mut story = Story::with_sample();
    story.press("Sản phẩm");
    story.type_into("Lọc trong danh sách", "lua");
    let rows: Vec<String> =
        story.names().lines().filter(|line| line.starts_with("Row")).map(str::to_owned).collect();
    assert!(!rows.is_empty(), "{}", story.names());
    let name = rows[0].trim_start_matches("Row \"").split(',').next().unwrap().to_owned();
    story.press_row(&name);
    story.key(Key::Delete);
    if story.sees("Không xóa được") {
        // It stands in the annex of a MoU: told, and nothing happened.
        story.press("Đã hiểu");
        return;
    }
    story.must_see("Đã xóa");
    story.ctrl(Key::K);
    story.type_text("thùng rác");
    story.key(Key::Enter);
    story.must_see(&name);
    story.press(&format!("Lấy lại {name}"));
    story.must_see("Đã lấy lại");
    story.must_see("Thùng rác trống");
}

#[test]
fn the_other_button_of_the_mouse_shows_what_can_be_done_with_a_row() {
    let mut story = Story::with_sample();
    story.press("Nghệ nhân");
    story.press_row_other_button("Trịnh Khắc Bồi");
    story.must_see("Đã chọn 1");
    story.press_last("Sửa");
    story.must_see("Đang sửa");
    assert_eq!(story.value("Họ và tên"), "Trịnh Khắc Bồi");
}

#[test]
fn the_history_tells_who_changed_what_and_takes_one_change_back() {
    let mut story = Story::with_sample();
    story.ctrl(Key::K);
    story.type_text("bat trang");
    story.key(Key::Enter);
    story.press("Sửa");
    story.type_into("Tổ nghề", "Người thử");
    story.ctrl(Key::S);
    story.press("Lịch sử");
    story.must_see("Trần Thu Hà");
    story.must_see("Tổ nghề: từ trống thành “Người thử”");
    story.press("Hoàn lại thay đổi này");
    let villages = story.store().rows().all::<Village>().unwrap();
    let village = villages.into_iter().find(|stored| stored.record.name == "Gốm Bát Tràng").unwrap();
    assert_eq!(village.record.founder, "");
}

#[test]
fn several_rows_are_selected_with_shift_and_sorting_goes_by_several_columns() {
    let mut story = Story::with_sample();
    story.press("Đối tác");
    story.press_row("");
    story.harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    story.settle();
    story.harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    story.settle();
    story.must_see("Đã chọn 3");
    story.press("Loại");
    let first = |story: &Story| {
        story.names().lines().find(|line| line.starts_with("Row")).map(str::to_owned).unwrap_or_default()
    };
    let up = first(&story);
    story.press("Loại");
    assert_ne!(first(&story), up, "down is not up");
}

#[test]
fn a_record_that_was_found_is_chosen_in_the_middle_of_a_long_list() {
    let mut story = Story::with_artisans(1_000);
    let artisans = story.store().rows().in_order(RecordKind::Artisan).unwrap();
    let people =
        story.store().rows().columns_at(RecordKind::Artisan, &["person"], &artisans[700..701]).unwrap();
    let Cell::Id(person) = people[0].1[0] else { panic!("an artisan is a person") };
    let name = story.store().rows().get::<Person>(Id::from_any(person)).unwrap().record.full_name;
    story.ctrl(Key::K);
    story.type_text(&name);
    story.key(Key::Enter);
    story.must_see("Đã chọn 1");
    story.press_row(&name);
}

#[test]
fn many_chosen_rows_are_deleted_and_brought_back_as_one() {
    let mut story = Story::with_artisans(1_000);
    let count = |story: &Story| story.store().rows().in_order(RecordKind::Artisan).unwrap().len();
    let before = count(&story);
    story.ctrl(Key::Num3);
    story.type_into("Lọc trong danh sách", "sơn mài");
    story.press_row("");
    story.ctrl(Key::A);
    story.key(Key::Delete);
    let after = count(&story);
    assert!(before - after > 100, "more than the lines that were drawn: {before} {after}");
    story.ctrl(Key::Z);
    assert_eq!(count(&story), before);
}

#[test]
fn the_message_takes_back_what_it_says_and_not_what_was_done_last() {
    let mut story = Story::with_artisans(1_000);
    let there = |story: &Story, rows: &[i64]| {
        let all = story.store().rows().in_order(RecordKind::Artisan).unwrap();
        rows.iter().map(|row| all.contains(row)).collect::<Vec<_>>()
    };
    story.ctrl(Key::Num3);
    story.type_into("Lọc trong danh sách", "sơn mài");
    let before = story.store().rows().in_order(RecordKind::Artisan).unwrap();
    let mut gone: Vec<i64> = Vec::new();
    let mut first: Option<String> = None;
    story.press_row("");
    for _ in 0..2 {
        // Quickly: a message goes after some seconds.
        for key in [Key::Home, Key::Delete] {
            story.harness.key_press(key);
            story.harness.step();
            story.harness.step();
        }
        let now = before.iter().filter(|row| !gone.contains(row) && !there(&story, &[**row])[0]);
        let now: Vec<i64> = now.copied().collect();
        gone.extend(now);
        let names = story.names();
        let said = names.lines().find(|line| line.starts_with("Button \"Hoàn tác: Đã xóa")).unwrap();
        first.get_or_insert_with(|| said.split('"').nth(1).unwrap().to_owned());
    }
    assert_eq!(gone.len(), 2, "{}", story.names());
    story.press(&first.unwrap());
    assert_eq!(there(&story, &gone), [true, false], "{}", story.names());
    // The one that was deleted last is still what Ctrl+Z takes back.
    story.ctrl(Key::Z);
    assert_eq!(there(&story, &gone), [true, true]);
}

#[test]
fn a_form_that_is_left_through_the_search_comes_back_as_it_was() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num4);
    story.press("Thêm đối tác");
    story.type_into("Tên", "Hợp tác xã Đang Nhập");
    story.ctrl(Key::K);
    story.type_text("bat trang");
    story.key(Key::Enter);
    story.must_see("Gốm Bát Tràng");
    story.ctrl(Key::Num4);
    story.press("Thêm đối tác");
    assert_eq!(story.value("Tên"), "Hợp tác xã Đang Nhập");
}

#[test]
fn another_register_shows_nothing_of_the_one_before() {
    let mut story = Story::with_artisans(1_000);
    story.must_see("1.040");
    story.ctrl(Key::K);
    story.type_text("dong so");
    story.key(Key::Enter);
    story.must_see("Mở sổ mẫu");
    let other = story.home().join("trống.langnghe");
    let machine = so_lang_nghe::runtime::Machine::fixed(story.home().to_owned(), super::story::NOW);
    so_lang_nghe::runtime::make_sample_file(&machine, &other, 0, &mut |_| {}).unwrap();
    story.type_into("hoặc gõ đường dẫn rồi nhấn Enter", &other.display().to_string());
    story.key(Key::Enter);
    story.must_see("Nghệ nhân: 40");
}

#[test]
fn a_changed_officer_stands_in_the_history_at_once() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Comma);
    story.enter("Cán bộ phụ trách");
    story.ctrl(Key::A);
    story.type_text("Lý Văn Mới");
    story.key(Key::Tab);
    story.ctrl(Key::M);
    story.key(Key::Enter);
    let operations = story.store().last_operations(1).unwrap();
    assert_eq!(operations[0].officer, "Lý Văn Mới");
}

#[test]
fn a_tag_without_enter_is_saved_with_its_record_and_with_no_other() {
    let mut story = Story::with_sample();
    let mut tags = |name: &str, tag: &str| {
        story.ctrl(Key::Num4);
        story.press("Thêm đối tác");
        story.type_into("Tên", name);
        story.enter("Nhãn");
        for letter in tag.chars() {
            story.type_text(&letter.to_string());
        }
        story.ctrl(Key::S);
        let all = story.store().rows().all::<Organisation>().unwrap();
        all.into_iter()
            .find(|stored| stored.record.name == name)
            .unwrap()
            .record
            .tags
            .0
            .into_iter()
            .collect::<Vec<_>>()
    };
    assert_eq!(tags("Hợp tác xã Một", "hàng tết"), ["hàng tết"]);
    assert!(tags("Hợp tác xã Hai", "").is_empty());
}

#[test]
fn the_history_speaks_in_words_and_hides_what_is_hidden_elsewhere() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num4);
    story.press_row("");
    story.press("Sửa");
    story.enter("Số tài khoản");
    story.ctrl(Key::A);
    story.type_text("1234567890");
    story.enter("Giá tìm mua từ");
    story.ctrl(Key::A);
    story.type_text("2,5 triệu");
    story.press("Loại");
    story.press("Trường, viện");
    story.ctrl(Key::S);
    story.press("Lịch sử");
    story.must_see("thành “2.500.000 đồng”");
    story.must_see("thành “Trường, viện”");
    story.must_see("•••• 890");
    assert!(!story.sees("1234567890") && !story.sees("school"), "{}", story.names());
}

#[test]
fn a_person_who_is_no_artisan_has_pictures_too() {
    let mut story = Story::with_sample();
    let picture = story.home().join("chân dung.png");
    let mut encoder = png::Encoder::new(std::fs::File::create(&picture).unwrap(), 4, 4);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().unwrap().write_image_data(&[90; 48]).unwrap();
    story.press("Menu");
    story.press("Mọi người");
    story.press("Thêm người");
    story.type_into("Họ và tên", "Phan Thị Thử");
    story.ctrl(Key::S);
    story.press("Ảnh");
    story.press("Thêm ảnh, tệp");
    story.type_into("Đường dẫn tệp", &picture.display().to_string());
    story.press("Thêm vào hồ sơ");
    story.must_see("Ảnh 1");
    story.ctrl(Key::Z);
    assert!(!story.sees("Ảnh 1"));
    story.ctrl(Key::Y);
    let mut story = story.crash_and_start_again();
    // From the last changes to the person.
    story.press("Thêm 1 ảnh, tệp");
    story.must_see("Phan Thị Thử");
    story.must_see("Ảnh 1");
}

#[test]
fn a_record_that_is_chosen_in_a_field_is_opened_from_there() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num5);
    story.type_into("Lọc trong danh sách", "chè móc câu");
    story.press_row("Chè móc câu");
    story.press("Sửa");
    story.press("Mở hồ sơ Chè Tân Cương");
    story.must_see("Sản phẩm 3");
    // And back to the form.
    story.key(Key::Escape);
    story.must_see("Đang sửa");
}

#[test]
fn the_last_changes_lead_to_the_conference() {
    let mut story = Story::with_sample();
    story.press("Hội nghị");
    story.press("Thêm mục chương trình");
    story.type_into("Nội dung mục", "Trình diễn nghề đan");
    story.ctrl(Key::S);
    story.press("Trang chủ");
    story.press("Thêm mục chương trình Trình diễn nghề đan");
    story.must_see("Trình diễn nghề đan");
}

#[test]
fn a_column_is_made_wider_with_the_mouse_and_remembered_when_it_is_let_go() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num4);
    let saved = |story: &Story| {
        std::fs::read_to_string(story.home().join("preferences.json")).unwrap().contains("\"widths\": {\n")
    };
    let edge = |story: &Story| story.harness.get_by_role_and_label(Role::ColumnHeader, "Loại").rect();
    let before = edge(&story);
    let grip = before.left_center();
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    story.harness.event(Event::PointerMoved(grip));
    story.harness.step();
    story.harness.event(button(grip, true));
    story.harness.step();
    for far in [10.0, 30.0, 60.0] {
        story.harness.event(Event::PointerMoved(grip + vec2(far, 0.0)));
        story.harness.step();
        story.harness.step();
        assert!(!saved(&story), "nothing is written while the mouse is down");
    }
    assert!(edge(&story).left() > before.left() + 40.0, "the column follows the mouse");
    story.harness.event(button(grip + vec2(60.0, 0.0), false));
    story.settle();
    assert!(saved(&story));
    let wide = edge(&story).left();
    let mut story = story.crash_and_start_again();
    story.ctrl(Key::Num4);
    assert!((edge(&story).left() - wide).abs() < 1.0);
}
