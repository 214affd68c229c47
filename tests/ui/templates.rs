//! Templates of the office: made from one of the program, written level by level, kept as versions.

use eframe::egui::Key;
use so_lang_nghe::documents::mou::template::{ClauseNode, Template};
use so_lang_nghe::domain::{Mou, MouTemplate};
use so_lang_nghe::i18n::{Language, message};

use super::story::Story;

/// On the page of templates: opens the editor with a copy of the first template of the program.
pub(crate) fn open_copy(story: &mut Story, language: Language) {
    let template = &Template::built_in()[0];
    let name = template.name.in_language(language).as_str();
    story.press(&message("templates-copy").with("name", name).text(language));
}

fn page(story: &mut Story) {
    story.ctrl(Key::K);
    story.type_text("mẫu biên bản");
    story.key(Key::Enter);
}

/// The versions of the office's templates, the newest first.
fn versions(story: &Story) -> Vec<(i64, Template)> {
    let mut all = story.store().rows().all::<MouTemplate>().unwrap();
    all.sort_by_key(|stored| std::cmp::Reverse(stored.record.version));
    all.iter().map(|one| (one.record.version, Template::load(&one.record.source).unwrap())).collect()
}

fn replace(story: &mut Story, field: &str, text: &str) {
    story.enter(field);
    story.ctrl(Key::A);
    story.type_text(text);
}

fn article<'t>(template: &'t Template, title: &str) -> &'t ClauseNode {
    template.articles.iter().find(|article| article.vi == title).unwrap()
}

#[test]
fn a_template_of_the_office_is_written_from_its_title_to_its_points() {
    let mut story = Story::with_sample();
    page(&mut story);
    open_copy(&mut story, Language::Vi);
    story.must_see("bản mới, chưa lưu");
    replace(&mut story, "Tên mẫu", "Mẫu của Hiệp hội");
    replace(&mut story, "Tên mẫu (tiếng Anh)", "The template of the Association");
    replace(&mut story, "Tên văn bản", "BẢN GHI NHỚ");
    story.press("Thêm căn cứ");
    story.type_text("Căn cứ Điều lệ Hiệp hội");
    story.type_into("Căn cứ (tiếng Anh)", "Pursuant to the Statute");
    story.press("Thêm điều");
    story.type_text("Quảng bá");
    story.press("Chọn điều kiện in: Quảng bá");
    story.type_text("co ben chung kien");
    story.key(Key::Enter);
    story.must_see("Chỉ in khi: có bên chứng kiến");
    story.type_into("Tên điều (tiếng Anh)", "Promotion");
    story.enter("Khoản 1");
    story.type_text("Các bên cùng quảng bá:");
    story.enter("Khoản 1 (tiếng Anh)");
    story.type_text("The Parties promote together:");
    story.press("Thêm điểm vào khoản 1");
    story.type_text("Trên trang tin của ");
    story.ctrl(Key::Space);
    story.type_text("ten ben b");
    story.must_see("· ví dụ: ");
    story.key(Key::Escape);
    story.type_text("{{b.name}}");
    story.enter("Điểm thứ 1 của khoản 1 (tiếng Anh)");
    story.type_text("On the website of {{b.name}}");
    // A value of its own.
    story.press("Thêm giá trị riêng");
    story.type_text("Số lần đăng");
    story.type_into("Tên giá trị (tiếng Anh)", "Number of posts");
    story.ctrl(Key::S);
    story.must_see("Đã lưu mẫu Mẫu của Hiệp hội, phiên bản 1");
    let saved = versions(&story).remove(0).1;
    assert_eq!(saved.title.vi, "BẢN GHI NHỚ");
    assert_eq!(saved.bases.last().unwrap().vi, "Căn cứ Điều lệ Hiệp hội");
    let own = article(&saved, "Quảng bá");
    assert_eq!(own.when, "witness");
    assert_eq!(own.children[0].children[0].vi, "Trên trang tin của {{b.name}}");
    assert_eq!(saved.details.0.last().unwrap().label, "Số lần đăng");
    // Ctrl+Z takes the saved version back, redo brings it again; it is offered for new memoranda.
    story.must_see("phiên bản 1");
    story.press("Mẫu biên bản");
    story.ctrl(Key::Z);
    assert!(versions(&story).is_empty());
    story.ctrl(Key::Y);
    assert_eq!(versions(&story).len(), 1);
    story.ctrl(Key::M);
    story.press("Mẫu của Hiệp hội");
    story.settle();
    let mou = story.store().rows().all::<Mou>().unwrap().pop().unwrap().record;
    assert_eq!(mou.template, "mau-cua-hiep-hoi");
}

#[test]
fn steps_are_taken_back_drafts_survive_a_crash_and_older_versions_open_again() {
    let mut story = Story::with_sample();
    page(&mut story);
    open_copy(&mut story, Language::Vi);
    let first = Template::built_in()[0].clauses().articles[0].vi.clone();
    story.press(&first);
    story.press(&format!("Bỏ: {first}"));
    story.must_see(&format!("Đã bỏ: {first}"));
    // Ctrl+Z works in the editor while there is something to take back in it.
    story.ctrl(Key::Z);
    story.press(&first);
    story.type_into("Tên điều", " của Hội");
    story.settle();
    // The power goes: what was typed is there again.
    let mut story = story.crash_and_start_again();
    story.press("Làm tiếp: mẫu biên bản · Hợp tác xã – siêu thị (mẫu riêng)");
    story.must_see("Đây là bản nháp bạn gõ lần trước");
    story.must_see(&format!("{first} của Hội"));
    story.ctrl(Key::S);
    story.must_see("phiên bản 1");
    let draft = "Đây là bản nháp bạn gõ lần trước";
    assert!(!story.sees(draft));
    // The second version, then the first one again.
    story.press(&format!("{first} của Hội"));
    story.type_into("Tên điều", " 2");
    story.ctrl(Key::S);
    story.must_see("phiên bản 2");
    story.press("Mở lời văn của phiên bản 1");
    story.must_see("Đây là lời văn của phiên bản 1");
    story.must_see(&format!("{first} của Hội"));
    story.press("Về bản đang soạn");
    story.must_see(&format!("{first} của Hội 2"));
    story.press("Mở lời văn của phiên bản 1");
    story.press("Lưu thành phiên bản 3");
    let titles: Vec<_> =
        versions(&story).into_iter().map(|(number, one)| (number, one.articles[0].vi.clone())).collect();
    let title = |text: &str| format!("{first} của Hội{text}");
    assert_eq!(titles, [(3, title("")), (2, title(" 2")), (1, title(""))]);
}

#[test]
fn what_is_wrong_in_a_template_is_told_and_keeps_it_from_being_saved() {
    let mut story = Story::with_sample();
    page(&mut story);
    open_copy(&mut story, Language::Vi);
    story.must_see("Đã kiểm, không có lỗi.");
    replace(&mut story, "Phần mở đầu", "Hôm nay, tại {{place}}, chúng tôi gồm: {{nobody}}");
    replace(&mut story, "Phần mở đầu (tiếng Anh)", "Today, at {{place}}, we are: {{nobody}}");
    story.must_see("Không chỗ nào trong mẫu ghi ngày ký (ô điền “date”)");
    let wrong = "Phần mở đầu có ô điền “nobody” mà chương trình không biết";
    story.must_see(wrong);
    story.ctrl(Key::S);
    assert!(versions(&story).is_empty());
    // The keyboard is where the slip is.
    story.press(&format!("Điền ngay: {wrong}"));
    story.ctrl(Key::A);
    story.type_text("Hôm nay, tại {{place}}, chúng tôi gồm:");
    replace(&mut story, "Phần mở đầu (tiếng Anh)", "Today, at {{place}}, we are:");
    assert!(!story.sees(wrong));
    replace(&mut story, "Tên mẫu", " ");
    story.ctrl(Key::S);
    story.must_see("Mẫu chưa có tên.");
    replace(&mut story, "Tên mẫu", "Mẫu thiếu ngày");
    story.ctrl(Key::S);
    story.must_see("Đã lưu mẫu Mẫu thiếu ngày, phiên bản 1");
    // The page of templates says what is missing, too.
    story.press("Mẫu biên bản");
    story.must_see("Không chỗ nào trong mẫu ghi ngày ký");
}

#[test]
fn the_words_of_signatures_and_annex_are_edited_in_the_template() {
    let mut story = Story::with_sample();
    page(&mut story);
    open_copy(&mut story, Language::Vi);
    replace(&mut story, "Tên mẫu", "Mẫu của Hiệp hội");
    story.press("Trên chữ ký của bên ký: Đại diện {{own.role}}");
    replace(&mut story, "Trên chữ ký của bên ký", "Thay mặt {{own.role}}");
    story.press("Cột 2: Tên sản phẩm");
    replace(&mut story, "Cột 2", "Mặt hàng");
    story.ctrl(Key::S);
    story.must_see("phiên bản 1");
    let saved = versions(&story).remove(0).1;
    assert_eq!(saved.signature.party.vi, "Thay mặt {{own.role}}");
    assert_eq!(saved.annex.columns[1].vi, "Mặt hàng");
    assert_eq!(saved.annex.columns[2], Template::built_in()[0].annex.columns[2]);
    // What is wrong in them is told and leads there.
    story.press("Trên chữ ký của bên ký: Thay mặt {{own.role}}");
    replace(&mut story, "Trên chữ ký của bên ký", "Thay mặt {{own.rolle}}");
    story.settle();
    story.press("Cột 2: Mặt hàng");
    assert!(!story.sees("Trên chữ ký của bên ký (tiếng Anh)"));
    story.press("Điền ngay: Phần ký có ô điền “own.rolle” mà chương trình không biết");
    story.ctrl(Key::A);
    story.type_text("Thay mặt {{own.role}}");
    story.settle();
    assert!(!story.sees("own.rolle"), "{}", story.names());
}
