//! The check list of a MoU: what it says, where it leads, and what it says when nothing is wrong.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, MissingGlyphPolicy, vec2};
use egui_kittest::kittest::Queryable as _;
use so_lang_nghe::domain::{FrozenDocument, Mou, Organisation, Position};
use so_lang_nghe::i18n::Language;
use so_lang_nghe::ops::{Command, MouDraft, mou_dossier};
use so_lang_nghe::vietnamese::PartialDate;

use super::story::Story;

/// Opens the first MoU of the list whose row begins like this.
fn open(story: &mut Story, beginning: &str) {
    story.press("Biên bản ghi nhớ");
    story.press_row(beginning);
    story.key(Key::Enter);
}

/// Types into the field in place of what is there.
fn replace(story: &mut Story, field: &str, text: &str) {
    story.enter(field);
    story.ctrl(Key::A);
    story.type_text(text);
    story.settle();
}

#[test]
fn a_day_beside_the_conference_and_a_law_that_was_replaced_are_told_and_lead_to_their_fields() {
    let mut story = Story::with_sample();
    open(&mut story, "Chưa có số");
    // What is right is said, too, beside what is not.
    story.must_see("mục khác đã kiểm và đúng");
    story.must_see("Ngày ký trùng ngày hội nghị");
    story.must_see("căn cứ còn hiệu lực theo danh mục 11/2026");
    story.must_see("Lời văn các điều đúng mẫu gốc");
    replace(&mut story, "Ngày", "19/12/2026");
    let wrong = "Ngày ký 19/12/2026 không trùng ngày hội nghị 18/12/2026";
    story.must_see(wrong);
    assert!(!story.sees("Ngày ký trùng ngày hội nghị"));
    story.press(&format!("Điền ngay: {wrong}"));
    story.ctrl(Key::A);
    story.type_text("18/12/2026");
    story.settle();
    story.must_see("Ngày ký trùng ngày hội nghị");
    assert!(!story.sees(wrong));
    story.press("Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015");
    replace(&mut story, "Căn cứ", "Căn cứ Bộ luật Dân sự số 33/2005/QH11 ngày 14 tháng 6 năm 2005");
    let wrong = "Căn cứ thứ 1: 33/2005/QH11 hết hiệu lực từ 01/01/2017, nay là 91/2015/QH13";
    story.must_see(wrong);
    assert!(!story.sees("căn cứ còn hiệu lực theo danh mục"));
    story.press(&format!("Điền ngay: {wrong}"));
    story.ctrl(Key::A);
    story.type_text("Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015");
    story.settle();
    assert!(!story.sees(wrong));
}

#[test]
fn a_changed_article_is_told_and_leads_to_the_comparison() {
    let mut story = Story::with_sample();
    open(&mut story, "Chưa có số");
    story.press("Mục đích");
    let said = story.value("Khoản 1");
    replace(&mut story, "Khoản 1", &format!("{said} Thêm một câu."));
    story.settle();
    let told = "Điều 1 khác mẫu gốc 1 chỗ";
    story.must_see(told);
    assert!(!story.sees("Lời văn các điều đúng mẫu gốc"));
    // Closed again, the line of the list opens it where it differs.
    story.press("Mục đích");
    assert!(!story.sees("Ẩn so sánh"));
    story.press(&format!("So với mẫu: {told}"));
    story.must_see("[thêm: Thêm một câu.]");
    let back = story.names().lines().find(|line| line.contains("\"Trả về lời mẫu: ")).unwrap().to_owned();
    story.press(back.split('"').nth(1).unwrap());
    story.settle();
    assert!(!story.sees(told));
    story.must_see("Lời văn các điều đúng mẫu gốc");
}

#[test]
fn what_an_authorisation_lacks_is_filled_in_where_the_right_to_sign_is_written_down() {
    let mut story = Story::with_sample().changed_outside(|session| {
        let positions = session.register().store().rows().all::<Position>().unwrap();
        for stored in positions.into_iter().filter(|stored| !stored.record.authorisation_number.is_empty()) {
            let bare =
                Position { authorisation_number: String::new(), authorisation_date: None, ..stored.record };
            session.run(&Command::Change(stored.id.any(), bare.into())).unwrap();
        }
    });
    open(&mut story, "05/2026");
    story.must_see("Đã kiểm khi chốt, không có lỗi.");
    story.press("Mở lại văn bản");
    story.must_see("Mẫu và số");
    story.press("Điền ngay: Bên B chưa có ngày của giấy ủy quyền");
    story.type_text("01/12/2026");
    assert_eq!(story.value("Ngày giấy ủy quyền"), "01/12/2026", "{}", story.names());
    story.press("Điền ngay: Bên B chưa có số của giấy ủy quyền");
    story.type_text("11/GUQ");
    assert_eq!(story.value("Số giấy ủy quyền"), "11/GUQ", "{}", story.names());
}

#[test]
fn a_letter_no_font_has_is_named_with_its_place_and_the_page_is_drawn_all_the_same() {
    let mut story = Story::with_sample();
    // The fonts of the window do not have them either.
    story.harness.ctx.set_missing_glyph_policy(MissingGlyphPolicy::Tofu);
    open(&mut story, "Chưa có số");
    let subject = story.value("Nội dung (về việc)");
    replace(&mut story, "Nội dung (về việc)", "đưa nón 手 🎋 ra chợ");
    let told = "Phông chữ không có “手” (U+624B), “🎋” (U+1F38B) ở phần “Về việc”";
    story.must_see(told);
    story.must_see("Trang 1 / 5");
    assert!(!story.sees("Phông chữ in được mọi chữ"));
    story.press("Chốt văn bản");
    story.must_see("chỗ cần sửa");
    story.press(&format!("Điền ngay: {told}"));
    story.ctrl(Key::A);
    story.type_text(&subject);
    story.settle();
    assert!(!story.sees(told));
    story.must_see("Phông chữ in được mọi chữ");
    // In a line of the annex it leads there.
    story.press("Mở dòng 2 của phụ lục");
    replace(&mut story, "Ghi chú", "中");
    story.press("Mở dòng 1 của phụ lục");
    story.press("Điền ngay: Phông chữ không có “中” (U+4E2D) ở dòng 2 của phụ lục");
    assert_eq!(story.value("Ghi chú"), "中");
}

#[test]
fn a_page_that_could_not_be_drawn_says_why_and_is_drawn_once_it_can_be() {
    let mut story = Story::with_sample().changed_outside(|session| {
        let mous = session.register().store().rows().all::<Mou>().unwrap();
        let id = mous.iter().find(|stored| stored.record.number.is_empty()).unwrap().id;
        let dossier = mou_dossier(&session.register().store().rows(), id).unwrap();
        let mut draft = MouDraft::like(&dossier);
        draft.mou.template = "mau-khong-con".to_owned();
        session.run(&Command::SaveMou(Some(id), Box::new(draft))).unwrap();
    });
    open(&mut story, "Chưa có số");
    story.must_see("Chưa vẽ được trang này.");
    assert!(!story.sees("không có lỗi"), "{}", story.names());
    story.press("Mẫu văn bản");
    story.press("Hợp tác xã – siêu thị");
    story.settle();
    story.must_see("Trang 1 / ");
    assert!(!story.sees("Chưa vẽ được trang này."));
}

#[test]
fn who_left_the_position_does_not_sign_a_final_text() {
    let mut story = Story::with_sample().changed_outside(|session| {
        let store = session.register().store();
        let firms = store.rows().all::<Organisation>().unwrap();
        let firm = firms.iter().find(|stored| stored.record.name.contains("Bán lẻ Ba Mùa")).unwrap().id;
        let held = store.rows().children::<Position>("organisation", firm.any()).unwrap();
        let director = held.into_iter().find(|stored| stored.record.title == "Tổng Giám đốc").unwrap();
        let left = Position { to_date: PartialDate::parse("31/10/2026").ok(), ..director.record };
        session.run(&Command::Change(director.id.any(), left.into())).unwrap();
    });
    open(&mut story, "05/2026");
    story.press("Đổi người ký: Công ty Cổ phần Bán lẻ Ba Mùa");
    story.press("Đổi người ký");
    let director = story.names().lines().find(|line| line.contains(", Tổng Giám đốc")).unwrap().to_owned();
    let director = director.split('"').nth(1).unwrap().to_owned();
    assert!(director.contains("đã thôi giữ chức vụ, đến 31/10/2026"), "{director}");
    story.press(&director);
    story.must_see("không ký được biên bản này: đã thôi giữ chức vụ");
    let store = story.store();
    let mous = store.rows().all::<Mou>().unwrap();
    let mou = mous.into_iter().find(|mou| mou.record.number.starts_with("05/2026")).unwrap();
    assert_eq!(store.rows().children::<FrozenDocument>("mou", mou.id.any()).unwrap().len(), 1);
}

#[test]
fn the_field_for_the_path_comes_into_view_below_a_long_list() {
    let mut story = Story::in_language(Language::Vi, vec2(1280.0, 720.0));
    story.ctrl(Key::M);
    story.key(Key::Enter);
    story.must_see("Chưa có số");
    story.press("Lưu PDF");
    let field = "Lưu vào tệp";
    let place = story.harness.get_by_role_and_label(Role::TextInput, field).rect();
    assert!(place.bottom() <= 720.0 - 30.0 && place.top() >= 100.0, "{place:?}");
    story.key(Key::End);
    story.type_text("x");
    assert!(story.value(field).ends_with("pdfx"), "it has the keyboard: {}", story.value(field));
}
