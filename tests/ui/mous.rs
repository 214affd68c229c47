//! A MoU from choosing the parties to the frozen paper.

use eframe::egui::Key;
use so_lang_nghe::domain::{
    ClauseKind, Contract, FollowUp, FrozenDocument, Mou, MouClause, MouParty, MouState, MouTemplate,
    Obligation, Sales,
};

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
    // The first template has the keyboard.
    story.key(Key::Enter);
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
    story.must_see("mục, không có lỗi");
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
    story.key(Key::Enter);
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
    story.type_into("Tên điều", " (thử)");
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

#[test]
fn a_template_brings_its_text_and_asks_for_its_own_values() {
    let mut story = Story::with_sample();
    story.ctrl(Key::M);
    story.press("Làng nghề – doanh nghiệp lữ hành");
    story.must_see("Giá trị riêng của mẫu");
    story.enter("Lượng khách mỗi tháng (lượt khách)");
    story.ctrl(Key::A);
    story.type_text("150");
    story.settle();
    let (id, mou) = newest(&story);
    assert_eq!(mou.template, "village-tour-operator");
    let visitors = mou.details.0.iter().find(|detail| detail.key == "visitors").unwrap();
    assert_eq!(visitors.number, Some(150));
    let clauses = story.store().rows().children::<MouClause>("mou", id.any()).unwrap();
    assert!(clauses.iter().any(|clause| clause.record.text.contains("{{detail.visitors}}")));
    // What the text does not speak of is not asked.
    assert!(!story.sees("Tên khu trưng bày"));
    // Another template, and back by undo.
    story.press("Mẫu văn bản");
    story.press("Hợp tác xã – siêu thị");
    story.must_see("Văn bản nay theo mẫu");
    story.settle();
    assert_eq!(newest(&story).1.template, "cooperative-supermarket");
    story.must_see("Tên khu trưng bày");
    story.ctrl(Key::Z);
    let (_, mou) = newest(&story);
    assert_eq!(mou.template, "village-tour-operator");
    assert_eq!(mou.details.0.len(), 10);
}

#[test]
fn an_artisan_signs_for_herself() {
    let mut story = Story::with_sample();
    story.ctrl(Key::M);
    story.press("Hộ, nghệ nhân – cửa hàng");
    story.press("Mở Bên A");
    story.press("Cá nhân ký cho chính mình (nghệ nhân)");
    story.type_into("Người", "la dinh khuong");
    story.key(Key::Enter);
    story.settle();
    story.must_see("ký cho chính mình");
    let (id, _) = newest(&story);
    let store = story.store();
    let parties = store.rows().children::<MouParty>("mou", id.any()).unwrap();
    let person = store.rows().linked(parties[0].record.person).unwrap().unwrap();
    assert_eq!(person.record.full_name, "Lã Đình Khuông");
    assert!(parties[0].record.organisation.is_none());
    // Found by the name of the artisan, too.
    story.press("Biên bản ghi nhớ");
    story.type_into("Lọc trong danh sách", "khuông");
    story.must_see("Lã Đình Khuông");
}

/// The words of each page of a PDF.
fn page_texts(pdf: &[u8]) -> Vec<String> {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages = document.get_pages();
    pages.keys().map(|page| document.extract_text(&[*page]).unwrap()).collect()
}

/// Opens the first MoU of the list whose row begins like this.
fn open_mou(story: &mut Story, beginning: &str) {
    story.press("Biên bản ghi nhớ");
    story.press_row(beginning);
    story.key(Key::Enter);
}

#[test]
fn somebody_else_signs_a_final_text_and_only_the_pages_that_change_are_printed_again() {
    let mut story = Story::with_sample();
    open_mou(&mut story, "05/2026");
    let (id, before) = {
        let store = story.store();
        let mous = store.rows().all::<Mou>().unwrap();
        let mou = mous.into_iter().find(|mou| mou.record.number.starts_with("05/2026")).unwrap();
        let papers = store.rows().children::<FrozenDocument>("mou", mou.id.any()).unwrap();
        let paper = papers[0].record.clone();
        (mou.id, store.rows().blob(&paper.sha256).unwrap().unwrap())
    };
    // What changed in the register since is no matter of the new paper.
    story.ctrl(Key::Num4);
    story.type_into("Lọc trong danh sách", "công ty cổ phần bán lẻ");
    story.press_row("Công ty Cổ phần Bán lẻ Ba Mùa");
    story.press("Sửa");
    story.type_into("Số nhà, đường, thôn", " (mới)");
    story.ctrl(Key::S);
    open_mou(&mut story, "05/2026");
    story.press("Đổi người ký: Công ty Cổ phần Bán lẻ Ba Mùa");
    story.press("Đổi người ký");
    let director = story.names().lines().find(|line| line.contains(", Tổng Giám đốc")).unwrap().to_owned();
    let director = director.split('"').nth(1).unwrap().to_owned();
    story.press(&director);
    story.must_see("Đã đổi người ký và chốt bản mới");
    story.must_see("Các bản đã chốt");
    story.must_see("đã thay");
    story.must_see("Trang khác với các bản trước: ");
    let store = story.store();
    let papers = store.rows().children::<FrozenDocument>("mou", id.any()).unwrap();
    assert_eq!(papers.len(), 2);
    let blob = |place: usize| store.rows().blob(&papers[place].record.sha256).unwrap().unwrap();
    assert!(blob(0) == before, "the replaced paper stays as it is");
    let (old, new) = (page_texts(&before), page_texts(&blob(1)));
    assert_eq!(old.len(), new.len());
    let name = director.split(',').next().unwrap();
    assert!(new.iter().any(|page| page.contains(name)), "{name} in {new:?}");
    assert!(!new.iter().any(|page| page.contains("Tạ Thị Minh Hường") || page.contains("(mới)")));
    let differ: Vec<usize> =
        (0..old.len()).filter(|page| old[*page] != new[*page]).map(|page| page + 1).collect();
    let list = differ.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    story.must_see(&format!("Trang khác với các bản trước: {list}"));
    // The block of the party at the beginning and the signature at the end; nothing between them moved.
    assert_eq!(differ.len(), 2, "{differ:?}");
    // Taken back, the former signer and the former paper are in force again.
    story.ctrl(Key::Z);
    let store = story.store();
    assert_eq!(store.rows().children::<FrozenDocument>("mou", id.any()).unwrap().len(), 1);
    story.must_see("Tạ Thị Minh Hường");
}

#[test]
fn what_comes_of_a_mou_is_noted_and_brought_to_mind() {
    let mut story = Story::with_sample();
    open_mou(&mut story, "02/2026");
    story.press("Việc phải làm");
    story.must_see("Chưa ghi việc nào");
    story.press("Thêm việc phải làm");
    story.type_into("Việc phải làm", "Gửi mẫu tem nhãn");
    story.type_into("Hạn", "20/11/2026");
    story.ctrl(Key::S);
    story.must_see("Quá 6 ngày");
    story.press("Theo dõi");
    story.press("Thêm lần theo dõi");
    story.type_into("Ngày", "25/11/2026");
    story.type_into("Kết quả", "Đã gửi hàng mẫu");
    story.type_into("Việc tiếp theo", "Chốt giá");
    story.type_into("Hạn việc tiếp theo", "01/12/2026");
    story.ctrl(Key::S);
    story.press("Hợp đồng");
    story.press("Thêm hợp đồng");
    story.type_into("Số", "12/HĐNT");
    story.type_into("Ngày", "26/11/2026");
    story.type_into("Giá trị (đồng)", "300 triệu");
    story.ctrl(Key::S);
    story.press("Doanh số");
    story.press("Thêm doanh số quý");
    story.type_into("Năm", "2026");
    story.type_into("Quý", "5");
    story.type_into("Giá trị (đồng)", "120 triệu");
    story.ctrl(Key::S);
    story.must_see("Quý là số từ 1 đến 4.");
    story.enter("Quý");
    story.ctrl(Key::A);
    story.type_text("3");
    story.ctrl(Key::S);
    story.must_see("Quý 3/2026");
    story.must_see("Đã bán 120.000.000 đồng");
    story.press("Dòng thời gian");
    story.must_see("12/HĐNT");
    let store = story.store();
    let mou = store.rows().all::<Obligation>().unwrap()[0].record.mou;
    assert!(mou.is_some());
    assert_eq!(store.rows().all::<FollowUp>().unwrap()[0].record.mou, mou);
    assert_eq!(store.rows().all::<Contract>().unwrap()[0].record.amount, Some(300_000_000));
    assert_eq!(store.rows().all::<Sales>().unwrap()[0].record.amount, Some(120_000_000));
    // The home screen says what is overdue and what comes next; done, it is silent.
    story.press("Trang chủ");
    story.must_see("Gửi mẫu tem nhãn");
    story.must_see("Chốt giá");
    // All of it stands on a page of its own, which leads to the MoU and goes on paper.
    story.ctrl(Key::K);
    story.type_text("viec den han");
    story.key(Key::Enter);
    story.must_see("Hỏi kết quả sau");
    story.press("Quá hạn 3");
    assert!(story.sees("Gửi mẫu tem nhãn") && !story.sees("Chốt giá"));
    story.press("Xuất danh sách");
    story.press("PDF để in");
    story.press("Xuất tệp");
    story.settle();
    story.must_see("Đã xuất");
    story.press("02/2026/BBGN-HHLN, LHHTX Sông Thí Dụ – Willow & Reed, Gửi mẫu tem nhãn, Quá 6 ngày");
    story.must_see("Việc phải làm 1");
    story.press("Trang chủ");
    open_mou(&mut story, "02/2026");
    story.press("Việc phải làm 1");
    story.press("Gửi mẫu tem nhãn");
    story.press("Trạng thái");
    story.press("Đã làm");
    story.type_into("Ngày làm xong", "26/11/2026");
    story.ctrl(Key::S);
    story.press("Trang chủ");
    assert!(!story.sees("Quá 6 ngày"));
}

#[test]
fn numbers_are_kept_for_a_conference_explained_and_printed_as_a_register() {
    let mut story = Story::with_sample();
    story.ctrl(Key::K);
    story.type_text("số văn bản");
    story.key(Key::Enter);
    story.must_see("số tiếp theo là 06/2026/BBGN-HHLN");
    story.press("Thêm khối số");
    story.type_into("Số đầu tiên", "20");
    story.type_into("Số cuối", "10");
    story.type_into("Hội nghị", "hoi nghi hop tac");
    story.key(Key::Enter);
    story.ctrl(Key::S);
    story.must_see("Số cuối phải từ số đầu đến");
    story.enter("Số cuối");
    story.ctrl(Key::A);
    story.type_text("21");
    story.ctrl(Key::S);
    story.must_see("Giữ cho hội nghị: số 20–21, đã cấp 0 trong 2");
    // A MoU of that conference takes from the block, the others do not.
    for expected in ["20/2026/BBGN-HHLN", "21/2026/BBGN-HHLN"] {
        open_mou(&mut story, "04/2026");
        story.press("Lập biên bản tương tự");
        story.press("Cấp số: Biên bản ghi nhớ 2026");
        story.must_see(expected);
    }
    open_mou(&mut story, "04/2026");
    story.press("Lập biên bản tương tự");
    story.press("Cấp số: Biên bản ghi nhớ 2026");
    story.must_see("Khối số 20–21 giữ cho hội nghị này đã hết; biên bản lấy số 06/2026/BBGN-HHLN");
    story.ctrl(Key::M);
    story.key(Key::Enter);
    story.press("Cấp số: Biên bản ghi nhớ 2026");
    story.must_see("07/2026/BBGN-HHLN");
    // One goes into the trash: its number is not given again, and the gap asks for a reason.
    story.press("Biên bản ghi nhớ");
    story.press_row("06/2026");
    story.press("Xóa");
    story.ctrl(Key::K);
    story.type_text("số văn bản");
    story.key(Key::Enter);
    story.must_see("số tiếp theo là 08/2026/BBGN-HHLN");
    story.type_into("Lý do của số 06/2026/BBGN-HHLN", "lập nhầm");
    story.press("Ghi lý do");
    story.must_see("lập nhầm");
    story.press("In sổ đăng ký 2026");
    let path = story.folder.as_ref().unwrap().0.join("so.pdf");
    story.enter("Lưu vào tệp");
    story.ctrl(Key::A);
    story.type_text(&path.display().to_string());
    story.press("Xuất tệp");
    story.must_see("Đã xuất");
    let text = page_texts(&std::fs::read(&path).unwrap()).join("\n");
    assert!(!text.contains("08/2026/BBGN"), "what is still to come is no gap: {text}");
    for words in ["Sổ đăng ký biên bản ghi nhớ năm 2026", "05/2026/BBGN-HHLN", "Bỏ số: lập nhầm"]
    {
        assert!(text.split_whitespace().collect::<Vec<_>>().join(" ").contains(words), "{words} in {text}");
    }
}

#[test]
fn a_changed_wording_becomes_a_template_goes_out_as_a_file_and_comes_back() {
    let mut story = Story::with_sample();
    story.press("Biên bản ghi nhớ");
    story.press_row("Chưa có số");
    story.key(Key::Enter);
    story.press("Lưu lời văn thành mẫu");
    story.type_into("Tên mẫu", "Mẫu của Hiệp hội");
    story.press("Lưu lời văn thành mẫu");
    story.must_see("Đã lưu mẫu Mẫu của Hiệp hội, phiên bản 1");
    story.ctrl(Key::K);
    story.type_text("mẫu biên bản");
    story.key(Key::Enter);
    story.must_see("của đơn vị, phiên bản 1");
    story.press("Xuất mẫu ra tệp: Mẫu của Hiệp hội");
    let path = story.value("Tệp mẫu");
    story.press("Lưu tệp");
    story.must_see("Đã lưu");
    let source = std::fs::read_to_string(&path).unwrap();
    assert!(source.contains("id = \"mau-cua-hiep-hoi\""), "{source}");
    // Somebody edits the file, first badly.
    let broken = source.replacen("version = 1", "version = eins", 1);
    let read = |story: &mut Story, text: &str| {
        std::fs::write(&path, text).unwrap();
        story.press("Nhập mẫu từ tệp");
        story.type_into("Tệp mẫu", &path);
        story.press("Nhập mẫu");
    };
    read(&mut story, &broken);
    story.must_see("Không đọc được mẫu biên bản, dòng 2");
    story.key(Key::Escape);
    if story.sees("Tệp mẫu") {
        story.key(Key::Escape);
    }
    let last = source.rfind("\nvi = \"").unwrap() + "\nvi = \"".len();
    let mut better = source.clone();
    better.insert_str(last, "Nay ");
    read(&mut story, &better);
    story.must_see("Đã lưu mẫu Mẫu của Hiệp hội, phiên bản 2");
    let templates = story.store().rows().all::<MouTemplate>().unwrap();
    let versions: Vec<i64> = templates.iter().map(|stored| stored.record.version).collect();
    assert_eq!(versions, [1, 2]);
    story.press("Thôi dùng mẫu: Mẫu của Hiệp hội");
    story.must_see("của đơn vị, đã thôi dùng");
    story.ctrl(Key::Z);
    story.press("Lập biên bản theo mẫu: Mẫu của Hiệp hội");
    story.must_see("Chưa có số");
    let (_, mou) = newest(&story);
    assert_eq!(mou.template, "mau-cua-hiep-hoi");
}

#[test]
fn statistics_lead_to_the_memoranda_behind_them_and_into_a_file() {
    let mut story = Story::with_sample();
    story.ctrl(Key::K);
    story.type_text("thống kê biên bản");
    story.key(Key::Enter);
    story.must_see("biên bản đã ký");
    story.must_see("Theo trạng thái");
    story.press("Tỉnh, thành phố");
    story.must_see("Theo tỉnh của làng nghề");
    story.press("Năm ký");
    story.press("Xuất, in");
    let path = story.folder.as_ref().unwrap().0.join("thong-ke.csv");
    story.press("CSV");
    story.enter("Lưu vào tệp");
    story.ctrl(Key::A);
    story.type_text(&path.display().to_string());
    story.press("Xuất tệp");
    story.must_see("Đã xuất");
    let file = std::fs::read_to_string(&path).unwrap();
    let total = file.lines().last().unwrap().to_owned();
    assert!(file.contains("Giá trị dự kiến (đồng)") && total.starts_with("Tổng cộng,3,"), "{file}");
    // The number behind it opens the list with just these.
    story.press("3");
    story.must_see("01/2026/BBGN-HHLN");
    assert!(!story.sees("05/2026/BBGN-HHLN"), "{}", story.names());
}
