//! The wording of a MoU: placeholders, bold, what differs from the template, the library, signers by date.

use eframe::egui::{Key, Modifiers};
use so_lang_nghe::domain::{ClauseKind, LibraryClause, Mou, MouClause};

use super::story::Story;

/// Opens the draft of the sample book.
fn draft() -> Story {
    let mut story = Story::with_sample();
    open_draft(&mut story);
    story
}

fn open_draft(story: &mut Story) {
    story.press("Biên bản ghi nhớ");
    story.press_row("Chưa có số");
    story.key(Key::Enter);
}

/// The saved clauses of the draft in the order of their kind.
fn clauses(story: &Story, kind: ClauseKind) -> Vec<MouClause> {
    let store = story.store();
    let mous = store.rows().all::<Mou>().unwrap();
    let mou = mous.into_iter().find(|stored| stored.record.number.is_empty()).unwrap();
    let mut clauses = store.rows().children::<MouClause>("mou", mou.id.any()).unwrap();
    clauses.retain(|stored| stored.record.kind == kind);
    clauses.sort_by_key(|stored| stored.record.sequence);
    clauses.into_iter().map(|stored| stored.record).collect()
}

fn titles(story: &Story) -> Vec<String> {
    clauses(story, ClauseKind::Article).into_iter().map(|clause| clause.text).collect()
}

fn texts(story: &Story) -> String {
    let all = [ClauseKind::Basis, ClauseKind::Article, ClauseKind::Clause, ClauseKind::Point];
    let all = all.into_iter().flat_map(|kind| clauses(story, kind));
    all.map(|clause| clause.text).collect::<Vec<_>>().join("\n")
}

#[test]
fn placeholders_are_picked_by_meaning_and_words_made_bold_from_the_keyboard() {
    let mut story = draft();
    let title = titles(&story)[0].clone();
    story.press(&title);
    story.type_into("Tên điều", " ");
    story.ctrl(Key::Space);
    story.must_see("{{copies_each}} · nay là: 02 (hai) bản");
    story.type_text("ma so thue ben b");
    story.must_see("Mã số thuế của Bên B · {{b.tax_code}} · nay là: ");
    story.key(Key::Enter);
    story.settle();
    assert!(texts(&story).contains(&format!("{title} {{{{b.tax_code}}}}")), "{}", texts(&story));
    // The keyboard is in the text again: Ctrl+B is bold there and makes no copy of the register.
    story.ctrl(Key::B);
    story.type_text("gấp");
    story.ctrl(Key::A);
    story.ctrl(Key::I);
    story.settle();
    assert!(texts(&story).contains(&format!("__{title} {{{{b.tax_code}}}}**gấp**__")), "{}", texts(&story));
    assert!(!story.sees("Đã sao lưu"));
    story.press("Chữ nghiêng (Ctrl+I)");
    assert!(texts(&story).contains(&format!("{title} {{{{b.tax_code}}}}**gấp**")));
    assert!(!texts(&story).contains("__"));
    // The button does the same as the keys; what nobody knows is told by name.
    story.press("Chèn ô điền (Ctrl+Dấu cách)");
    story.type_text("xyz");
    story.must_see("Không có ô điền nào như thế.");
    story.key(Key::Escape);
    story.type_into("Tên điều", " {{prise}}");
    story.must_see("có ô điền “prise” mà chương trình không biết");
}

#[test]
fn a_changed_clause_is_compared_with_its_template_and_put_back() {
    let mut story = draft();
    assert!(!story.sees("Khác lời mẫu"));
    let title = titles(&story)[0].clone();
    story.press(&title);
    story.type_into("Tên điều", " riêng");
    story.must_see(&format!("Khác lời mẫu: {title} riêng"));
    story.press(&format!("So với mẫu: {title} riêng"));
    story.must_see(&format!("{title} [thêm: riêng]"));
    story.settle();
    assert_eq!(titles(&story)[0], format!("{title} riêng"));
    story.press(&format!("Trả về lời mẫu: {title} riêng"));
    assert!(!story.sees("Khác lời mẫu"));
    story.settle();
    assert_eq!(titles(&story)[0], title);
    story.press("Trang chủ");
    story.ctrl(Key::Z);
    assert_eq!(titles(&story)[0], format!("{title} riêng"), "it can be taken back");
}

#[test]
fn a_clause_goes_into_the_library_and_into_a_memorandum_of_another_template() {
    let mut story = draft();
    let title = titles(&story)[0].clone();
    story.press(&title);
    story.type_into("Tên điều", " chung");
    story.press("Lưu điều khoản vào thư viện");
    assert_eq!(story.value("Tên trong thư viện"), format!("{title} chung"));
    story.enter("Tên trong thư viện");
    story.ctrl(Key::A);
    story.type_text("Mục đích của Hiệp hội");
    story.press("Lưu điều khoản vào thư viện");
    story.must_see("Đã lưu điều khoản Mục đích của Hiệp hội vào thư viện, phiên bản 1");
    // Another template: the article of the same key is replaced, found without tones.
    story.ctrl(Key::M);
    story.press("Làng nghề – doanh nghiệp lữ hành");
    story.press("Chèn điều khoản từ thư viện");
    story.type_text("muc dich hiep");
    story.key(Key::Enter);
    story.must_see("đã thay điều cùng khóa trong biên bản");
    story.settle();
    let newest = |story: &Story| {
        let store = story.store();
        let mou = store.rows().all::<Mou>().unwrap().into_iter().last().unwrap();
        let clauses = store.rows().children::<MouClause>("mou", mou.id.any()).unwrap();
        clauses.into_iter().filter(|clause| clause.record.text == format!("{title} chung")).count()
    };
    assert_eq!(newest(&story), 1);
    story.press("Trang chủ");
    story.ctrl(Key::Z);
    assert_eq!(newest(&story), 0, "taken back");
}

#[test]
fn clauses_and_points_are_added_moved_tied_to_a_condition_and_removed() {
    let mut story = draft();
    let title = titles(&story)[0].clone();
    let of_first = |story: &Story| -> Vec<MouClause> {
        let store = story.store();
        let mous = store.rows().all::<Mou>().unwrap();
        let mou = mous.into_iter().find(|stored| stored.record.number.is_empty()).unwrap();
        let clauses = store.rows().children::<MouClause>("mou", mou.id.any()).unwrap();
        let first = clauses.iter().find(|stored| stored.record.text == title).unwrap().id;
        let mut below: Vec<_> = clauses.into_iter().filter(|one| one.record.parent == Some(first)).collect();
        below.sort_by_key(|stored| stored.record.sequence);
        below.into_iter().map(|stored| stored.record).collect()
    };
    let before = of_first(&story);
    story.press(&title);
    story.press("Thêm khoản");
    // The keyboard is in the new clause; another follows by key, and is moved up by key.
    story.type_text("Khoản thêm");
    story.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    story.settle();
    story.type_text("Khoản sau");
    story.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    story.settle();
    story.settle();
    let texts: Vec<String> = of_first(&story).into_iter().map(|clause| clause.text).collect();
    assert_eq!(texts.len(), before.len() + 2);
    assert_eq!(texts[before.len()..], ["Khoản sau", "Khoản thêm"]);
    story.press(&format!("Thêm điểm vào khoản {}", texts.len()));
    story.type_text("Điểm một");
    story.settle();
    assert!(clauses(&story, ClauseKind::Point).iter().any(|point| point.text == "Điểm một"));
    // Printed only with a witness, chosen in words and without tones.
    story.press("Chọn điều kiện in: Khoản sau");
    story.type_text("khong co ben chung kien");
    story.key(Key::Enter);
    story.must_see("không có bên chứng kiến");
    let condition = |story: &Story| of_first(story)[before.len()].condition.clone();
    story.settle();
    assert_eq!(condition(&story), "not witness");
    // Switched off and on it keeps what it asks for; its opposite takes its place.
    story.switch("Khoản sau");
    assert_eq!(condition(&story), "never + not witness");
    story.switch("Khoản sau");
    assert_eq!(condition(&story), "not witness");
    story.press("Chọn điều kiện in: Khoản sau");
    story.type_text("co ben chung kien");
    story.key(Key::Enter);
    story.settle();
    assert_eq!(condition(&story), "witness");
    story.press("Bỏ điều kiện: có bên chứng kiến");
    assert_eq!(condition(&story), "");
    story.press("Bỏ: Khoản sau");
    story.must_see("Đã bỏ: Khoản sau. Nhấn Ctrl+Z để lấy lại.");
    assert_eq!(of_first(&story).len(), before.len() + 1);
    story.ctrl(Key::Z);
    assert_eq!(of_first(&story).len(), before.len() + 2);
}

#[test]
fn articles_and_bases_are_added_where_they_belong() {
    let mut story = draft();
    let (count, bases) = (titles(&story).len(), clauses(&story, ClauseKind::Basis).len());
    story.press("Thêm điều");
    story.type_text("Điều thêm");
    story.enter("Khoản 1");
    story.type_text("Một khoản {{prise}}.");
    story.settle();
    let titles = titles(&story);
    assert_eq!(
        (titles.len(), titles[count - 1].as_str()),
        (count + 1, "Điều thêm"),
        "before the closing one"
    );
    // What is wrong in it leads to its very text.
    story.press("Điều thêm");
    let wrong = "có ô điền “prise” mà chương trình không biết";
    let names = story.names();
    let leads = |line: &&str| line.contains("Điền ngay: Khoản 1") && line.contains(wrong);
    let name = names.lines().find(leads).unwrap_or_else(|| panic!("{names}"));
    let name = name.split('"').nth(1).unwrap().to_owned();
    story.press(&name);
    story.type_text(" Thêm.");
    story.settle();
    assert!(texts(&story).contains("Một khoản {{prise}}. Thêm."), "{}", texts(&story));
    story.press("Thêm căn cứ");
    story.type_text("Căn cứ thêm");
    story.settle();
    let all = clauses(&story, ClauseKind::Basis);
    assert_eq!((all.len(), all[bases].text.as_str()), (bases + 1, "Căn cứ thêm"));
}

#[test]
fn clauses_are_written_changed_and_put_aside_on_the_page_of_templates() {
    let mut story = Story::with_sample();
    story.ctrl(Key::K);
    story.type_text("mẫu biên bản");
    story.key(Key::Enter);
    story.press("Thư viện điều khoản");
    story.must_see("Thư viện chưa có điều khoản nào");
    story.press("Thêm điều khoản đầu tiên");
    story.press("Lưu");
    story.must_see("Điều khoản chưa có tên trong thư viện.");
    story.must_see("Khoản 1 Điều 1 chưa có nội dung tiếng Việt");
    story.type_into("Tên trong thư viện", "Bất khả kháng");
    story.type_into("Tên điều", "Bất khả kháng");
    story.type_into("Tên điều (tiếng Anh)", "Force majeure");
    story.type_into("Khoản 1", "Thiên tai, hỏa hoạn {{nothing}}:");
    story.type_into("Khoản 1 (tiếng Anh)", "Natural disasters, fire:");
    story.press("Thêm điểm vào khoản 1");
    story.type_into("Điểm thứ 1 của khoản 1", "Bão");
    story.type_into("Điểm thứ 1 của khoản 1 (tiếng Anh)", "storms");
    story.press("Lưu");
    story.must_see("Khoản 1 Điều 1 có ô điền “nothing” mà chương trình không biết");
    story.enter("Khoản 1");
    story.ctrl(Key::A);
    story.type_text("Thiên tai, hỏa hoạn:");
    story.press("Lưu");
    story.must_see("Đã lưu điều khoản Bất khả kháng vào thư viện, phiên bản 1");
    let versions = |story: &Story| {
        let all = story.store().rows().all::<LibraryClause>().unwrap();
        all.into_iter().map(|stored| (stored.record.version, stored.record.in_use)).collect::<Vec<_>>()
    };
    story.press("Sửa điều khoản: Bất khả kháng");
    story.type_into("Khoản 1", " dịch bệnh");
    story.press("Lưu");
    story.must_see("phiên bản 2");
    assert_eq!(versions(&story), [(1, true), (2, true)], "the older one stays");
    // What is half written survives Esc, and the wording of an older version is taken again.
    story.press("Sửa điều khoản: Bất khả kháng");
    story.type_into("Tên điều", " viết dở");
    story.key(Key::Escape);
    if story.sees("Sửa điều khoản thành phiên bản mới") {
        story.key(Key::Escape);
    }
    story.must_see("Bản nháp được giữ");
    story.press("Sửa điều khoản: Bất khả kháng");
    assert_eq!(story.value("Tên điều"), "Bất khả kháng viết dở");
    story.press("Mở lời văn của phiên bản 1");
    assert_eq!(story.value("Khoản 1"), "Thiên tai, hỏa hoạn:");
    story.enter("Khoản 1");
    story.ctrl(Key::Space);
    story.type_text("ma so thue ben b");
    story.must_see("Mã số thuế của Bên B · {{b.tax_code}} · ví dụ: ");
    story.key(Key::Escape);
    story.press("Hủy");
    story.press("Thôi dùng điều khoản: Bất khả kháng");
    story.must_see("đã thôi dùng");
    assert_eq!(versions(&story), [(1, true), (2, false)]);
    // What is put aside is not offered; taken back, it is, also after the program was started again.
    open_draft(&mut story);
    story.press("Chèn điều khoản từ thư viện");
    story.must_see("Thư viện không có điều khoản nào như thế.");
    story.key(Key::Escape);
    story.ctrl(Key::Z);
    let mut story = story.crash_and_start_again();
    open_draft(&mut story);
    let count = titles(&story).len();
    story.press("Chèn điều khoản từ thư viện");
    story.key(Key::Enter);
    story.settle();
    let titles = titles(&story);
    assert_eq!(titles.len(), count + 1);
    assert_eq!(titles[count - 1], "Bất khả kháng", "before the closing article");
    story.must_see("Đã chèn điều khoản Bất khả kháng");
}

#[test]
fn who_no_longer_holds_the_position_is_told_and_proposed_last() {
    let mut story = draft();
    let (name, title) = ("Giáp Thị Thu", "Chủ tịch Hội đồng quản trị");
    story.press("Hợp tác xã Nón lá Xóm Gồi");
    story.press("Người ký");
    story.press("Thêm người ký mới…");
    story.type_into("Họ và tên", "Lê Văn Mới");
    story.type_into("Chức vụ", "Phó Giám đốc");
    story.press("Thêm người ký");
    story.must_see("Lê Văn Mới, Phó Giám đốc, là cấp phó được ghi là người đại diện theo pháp luật");
    story.press("Người ký");
    story.press(&format!("{name}, {title}"));
    assert!(!story.sees("cấp phó"));
    // Her time ends before the day of signing, 18 December.
    story.ctrl(Key::Num4);
    story.type_into("Lọc trong danh sách", "xóm gồi");
    story.press_row("Hợp tác xã Nón lá Xóm Gồi");
    story.press("Chức vụ 2");
    let row = story.names().lines().find(|line| line.contains(name)).unwrap().to_owned();
    story.press(row.split('"').nth(1).unwrap());
    story.type_into("Đến ngày", "30/11/2026");
    story.ctrl(Key::S);
    open_draft(&mut story);
    let over = "Bên A: Giáp Thị Thu chỉ giữ chức vụ Chủ tịch Hội đồng quản trị đến 30/11/2026, trước ngày ký 18/12/2026";
    story.must_see(over);
    story.press(&format!("Điền ngay: {over}"));
    story.press("Người ký");
    let names = story.names();
    let at = |words: &str| names.find(words).unwrap_or_else(|| panic!("{words} in {names}"));
    assert!(
        at("ListBoxOption \"Lê Văn Mới, Phó Giám đốc\"")
            < at("Chủ tịch Hội đồng quản trị (đã thôi giữ chức vụ, đến 30/11/2026)"),
        "{names}"
    );
    story.key(Key::Escape);
    // On an earlier day she may still sign.
    story.enter("Ngày");
    story.ctrl(Key::A);
    story.type_text("28/11/2026");
    story.settle();
    assert!(!story.sees(over));
}

#[test]
fn an_authorisation_that_is_over_is_told_in_the_check_list_and_at_the_signer() {
    let mut story = draft();
    story.ctrl(Key::Num4);
    story.type_into("Lọc trong danh sách", "xóm gồi");
    story.press_row("Hợp tác xã Nón lá Xóm Gồi");
    story.press("Chức vụ 1");
    let row = story.names().lines().find(|line| line.contains("Giáp Thị Thu")).unwrap().to_owned();
    story.press(row.split('"').nth(1).unwrap());
    story.press("Quyền hạn ký");
    story.press("“TUQ.” – ký thừa ủy quyền");
    story.type_into("Ký cho (chức vụ, tập thể)", "Hội đồng quản trị");
    story.type_into("Số giấy ủy quyền", "11/GUQ");
    story.type_into("Ngày giấy ủy quyền", "1/11/2026");
    story.type_into("Ủy quyền đến hết ngày", "30/11/2026");
    story.ctrl(Key::S);
    open_draft(&mut story);
    let over = "Giấy ủy quyền của Giáp Thị Thu (Bên A) hết hạn ngày 30/11/2026, trước ngày ký 18/12/2026";
    story.must_see(over);
    story.ctrl(Key::Z);
    story.settle();
    assert!(!story.sees(over), "{}", story.names());
    story.ctrl(Key::Y);
    story.settle();
    story.press(&format!("Điền ngay: {over}"));
    story.press("Người ký");
    story.must_see("Chủ tịch Hội đồng quản trị (giấy ủy quyền hết hạn ngày 30/11/2026)");
}
