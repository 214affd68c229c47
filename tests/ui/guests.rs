//! Guests of a conference, invited, answered for, registered, from the keyboard.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use so_lang_nghe::domain::{Answer, Offer, Organisation, Participation, Person, Product, Registration};
use so_lang_nghe::vietnamese::phone;

use super::story::Story;

/// Goes to the guests of the sample's conference.
fn guests(story: &mut Story) {
    story.press("Hội nghị");
    story.press("Khách mời");
}

fn all(story: &Story) -> Vec<Participation> {
    let store = story.store();
    store.rows().all::<Participation>().unwrap().into_iter().map(|stored| stored.record).collect()
}

fn alt(story: &mut Story, key: Key) {
    story.harness.key_press_modifiers(Modifiers::ALT, key);
    story.settle();
}

/// Presses what was drawn last under this name: in the dialog, not behind it.
fn press(story: &mut Story, role: Role, name: &str) {
    let node = story.harness.query_all_by_role_and_label(role, name).last();
    node.unwrap_or_else(|| panic!("no {role:?} is called {name:?}:\n{}", story.names())).click();
    story.settle();
}

/// Ticks a box by the keyboard, wherever it stands on the page.
fn toggle(story: &mut Story, name: &str) {
    let node = story.harness.query_all_by_role_and_label(Role::CheckBox, name).last();
    node.unwrap_or_else(|| panic!("no box is called {name:?}:\n{}", story.names())).focus();
    story.settle();
    story.key(Key::Space);
}

/// The first row with this word.
fn row(story: &Story, word: &str) -> String {
    let names = story.names();
    let found = names.lines().find(|line| line.starts_with("Row ") && line.contains(word));
    found.unwrap_or_else(|| panic!("no row with {word:?}:\n{names}")).to_owned()
}

#[test]
fn guests_are_invited_from_the_register_and_answer_by_a_key() {
    let mut story = Story::with_sample();
    guests(&mut story);
    let before = all(&story).len();
    story.press("Mời khách");
    press(&mut story, Role::RadioButton, "Nghệ nhân");
    let names = story.names();
    let all_new = names.lines().find(|line| line.contains("Chọn cả ")).unwrap();
    let all_new = all_new.split('"').nth(1).unwrap().to_owned();
    let count: usize = all_new.rsplit(' ').next().unwrap().parse().unwrap();
    assert!(count > 3, "{all_new}");
    story.press(&all_new);
    story.press(&format!("Mời {count} người"));
    story.must_see(&format!("Đã mời {count} khách"));
    let now = all(&story);
    assert_eq!(now.len(), before + count);
    let codes: std::collections::BTreeSet<_> = now.iter().map(|guest| guest.code.clone()).collect();
    assert_eq!(codes.len(), now.len(), "no code twice");
    // Who is invited is shown as such and cannot be invited again.
    story.press("Mời khách");
    press(&mut story, Role::RadioButton, "Nghệ nhân");
    story.must_see("đã mời");
    assert!(!story.sees("Chọn cả "));
    story.key(Key::Escape);
    story.ctrl(Key::Z);
    assert_eq!(all(&story).len(), before, "one step");
    story.ctrl(Key::Y);

    // The first of the list by the keyboard: moved, answered for, undone.
    story.enter("Tìm khách, đơn vị, mã");
    story.key(Key::ArrowDown);
    let first = row(&story, "\"1, ");
    let name = first.split('"').nth(1).unwrap().split(", ").nth(1).unwrap().to_owned();
    alt(&mut story, Key::ArrowDown);
    assert!(row(&story, &name).contains("\"2, "), "{}", row(&story, &name));
    alt(&mut story, Key::ArrowUp);
    assert!(row(&story, &name).contains("\"1, "), "{}", row(&story, &name));
    story.key(Key::Num3);
    assert!(row(&story, &name).contains("Không tham dự"), "{}", row(&story, &name));
    story.key(Key::Num1);
    assert!(row(&story, &name).contains("Tham dự"));

    // Somebody comes instead: typed, new, at the guest's place.
    story.key(Key::Num2);
    story.must_see("Người đi thay Ông");
    story.type_text("Bà Lê Thị Thay Mặt");
    story.press("Ghi người đi thay");
    story.must_see("Bà Lê Thị Thay Mặt sẽ đi thay");
    assert!(row(&story, "Lê Thị Thay Mặt (đi thay").contains("\"2, Bà Lê"));
    let substitute = all(&story).into_iter().find(|guest| guest.substitute_for.is_some());
    assert_eq!(substitute.unwrap().answer, Answer::Coming);

    // Numbers for all, in order; a guest goes and comes back.
    story.press("Việc khác với danh sách");
    let names = story.names();
    let number = names.lines().find(|line| line.contains("Đánh số giấy mời (")).unwrap();
    story.press(number.split('"').nth(1).unwrap());
    assert!(
        all(&story)
            .iter()
            .filter(|guest| guest.substitute_for.is_none())
            .all(|guest| !guest.invitation_number.is_empty())
    );
    let count = all(&story).len();
    story.press_row("1, ");
    story.key(Key::Delete);
    assert_eq!(all(&story).len(), count - 1);
    story.ctrl(Key::Z);
    assert_eq!(all(&story).len(), count);
    // Enter opens the form.
    story.press_row("1, ");
    story.key(Key::Enter);
    story.must_see("Ngày gửi giấy mời");
}

#[test]
fn several_guests_get_the_same_and_those_without_an_answer_are_found() {
    let mut story = Story::with_sample();
    guests(&mut story);
    story.press_row("1, ");
    story.ctrl(Key::A);
    story.press("Ghi cho khách đã chọn");
    press(&mut story, Role::ComboBox, "Hạng khách");
    press(&mut story, Role::ListBoxOption, "Khách danh dự");
    press(&mut story, Role::ComboBox, "Cách gửi giấy mời");
    press(&mut story, Role::ListBoxOption, "Công văn");
    story.enter("Ngày gửi giấy mời");
    story.ctrl(Key::A);
    story.type_text("2/11/2026");
    press(&mut story, Role::ComboBox, "Phản hồi");
    press(&mut story, Role::ListBoxOption, "Chưa trả lời");
    press(&mut story, Role::Button, "Ghi");
    let guests = all(&story);
    assert!(guests.iter().all(|guest| guest.answer == Answer::None && guest.invited_on.is_some()));
    // One of them answers; the others were asked more than a week ago.
    story.press_row("1, ");
    story.key(Key::Num1);
    let count = guests.len();
    story.press(&format!("Mọi phản hồi ({count})"));
    story.press(&format!("Cần nhắc ({})", count - 1));
    let first = |line: &str| line.starts_with("Row \"1, ");
    assert!(!story.names().lines().any(first), "the first has answered");
    // Reminded today: they leave the list for a week.
    story.press_row("2, ");
    story.ctrl(Key::A);
    story.key(Key::Num5);
    story.must_see("Bỏ lọc");
}

#[test]
fn a_registration_form_is_typed_in_and_taken_over() {
    let mut story = Story::with_sample();
    guests(&mut story);
    let names = story.names();
    let forms = names.lines().find(|line| line.contains("Phiếu đăng ký")).unwrap();
    story.press(forms.split('"').nth(1).unwrap());
    story.must_see("Chưa nhận phiếu nào");
    story.press("Nhập phiếu đăng ký");
    // The keyboard is in the first field.
    story.ctrl(Key::S);
    story.must_see("Phiếu còn chỗ sai");
    story.type_text("Hợp tác xã Tơ Nắng");
    story.type_into("Người tham dự 1", "Bà Đỗ Thị Nắng");
    story.key(Key::Tab);
    story.type_text("Giám đốc");
    assert_eq!(story.value("Chức vụ người 1"), "Giám đốc");
    press(&mut story, Role::CheckBox, "Gian hàng");
    story.type_into("Tên", "Khăn tơ tằm");
    story.type_into("Giá sỉ", "180000");
    story.type_into("Muốn tìm", "Tơ sống");
    story.ctrl(Key::S);
    story.must_see("Đã lưu phiếu đăng ký của Hợp tác xã Tơ Nắng");
    let store = story.store();
    assert_eq!(store.rows().all::<Registration>().unwrap().len(), 1);
    assert_eq!(store.rows().all::<Offer>().unwrap()[0].record.wholesale, Some(180_000));
    drop(store);
    story.press("Đưa phiếu của Hợp tác xã Tơ Nắng vào sổ");
    story.must_see("Thêm sản phẩm “Khăn tơ tằm”.");
    story.press("Đưa vào sổ");
    story.must_see("Đã đưa phiếu của Hợp tác xã Tơ Nắng vào sổ");
    let of = |story: &Story| {
        let store = story.store();
        let firms = store.rows().all::<Organisation>().unwrap();
        let seeks =
            firms.into_iter().find(|firm| firm.record.name == "Hợp tác xã Tơ Nắng").unwrap().record.seeks;
        let products = store.rows().all::<Product>().unwrap();
        (seeks, products.iter().any(|product| product.record.name == "Khăn tơ tằm"))
    };
    assert_eq!(of(&story), ("Tơ sống".to_owned(), true));
    story.ctrl(Key::Z);
    assert_eq!(of(&story), (String::new(), false));
    story.press("Về danh sách khách mời");
    story.type_into("Tìm khách, đơn vị, mã", "do thi nang");
    assert!(row(&story, "Đỗ Thị Nắng, Giám đốc").contains("Tham dự"));
}

#[test]
fn a_form_that_was_saved_is_opened_corrected_and_deleted() {
    let mut story = Story::with_sample();
    guests(&mut story);
    let names = story.names();
    let forms = names.lines().find(|line| line.contains("Phiếu đăng ký")).unwrap();
    story.press(forms.split('"').nth(1).unwrap());
    story.press("Nhập phiếu đăng ký");
    story.type_text("Hợp tác xã Tơ Nắng");
    press(&mut story, Role::ComboBox, "Loại");
    press(&mut story, Role::ListBoxOption, "Hợp tác xã");
    story.type_into("Địa chỉ cũ", "xã Phùng Xá, huyện Mỹ Đức");
    story.type_into("Người đại diện", "Bà Đỗ Thị Nắng");
    story.type_into("Chức vụ người đại diện", "Giám đốc");
    story.type_into("Điện thoại người đại diện", "0912 345 678");
    story.type_into("Người tham dự 1", "Bà Đỗ Thị Nắng");
    story.key(Key::Tab);
    story.type_into("Người tham dự 2", "Ông Lê Văn Tơ");
    story.key(Key::Tab);
    toggle(&mut story, "Gian hàng");
    story.type_into("Số gian hàng", "2");
    toggle(&mut story, "Chụp và đăng ảnh");
    story.type_into("Tên", "Khăn tơ tằm");
    story.ctrl(Key::S);
    story.must_see("Đã lưu phiếu đăng ký của Hợp tác xã Tơ Nắng");
    let firm = |story: &Story| {
        let firms = story.store().rows().all::<Organisation>().unwrap();
        firms.into_iter().find(|firm| firm.record.name == "Hợp tác xã Tơ Nắng").unwrap().record
    };
    assert_eq!(firm(&story).former_address, "xã Phùng Xá, huyện Mỹ Đức");

    // Everything stands in it again; what is corrected is proposed for the register.
    story.press("Mở phiếu của Hợp tác xã Tơ Nắng");
    story.must_see("Phiếu đăng ký của Hợp tác xã Tơ Nắng");
    assert_eq!(story.value("Người tham dự 2"), "Lê Văn Tơ");
    assert_eq!(story.value("Số gian hàng"), "2");
    assert_eq!(story.value("Điện thoại người đại diện"), "0912 345 678");
    story.type_into("Năng lực mỗi tháng", "300");
    story.enter("Địa chỉ cũ");
    story.ctrl(Key::A);
    story.type_text("xã Phùng Xá");
    story.enter("Người tham dự 2");
    story.ctrl(Key::A);
    story.key(Key::Delete);
    story.must_see("Không còn trong phiếu nhưng vẫn là khách mời: Lê Văn Tơ.");
    story.ctrl(Key::S);
    story.must_see("Đã lưu phiếu đăng ký của Hợp tác xã Tơ Nắng");
    assert_eq!(story.store().rows().all::<Registration>().unwrap().len(), 1);
    assert_eq!(story.store().rows().all::<Offer>().unwrap()[0].record.capacity_per_month, Some(300));
    let agreed = all(&story).iter().filter(|guest| guest.consents.0.contains("pictures")).count();
    assert_eq!(agreed, 2, "who is taken off stays a guest");
    story.press("Đưa phiếu của Hợp tác xã Tơ Nắng vào sổ");
    press(&mut story, Role::CheckBox, "Thay “Địa chỉ cũ” bằng nội dung trong phiếu");
    story.press("Đưa vào sổ");
    assert_eq!(firm(&story).former_address, "xã Phùng Xá");

    story.press("Mở phiếu của Hợp tác xã Tơ Nắng");
    story.press("Xóa phiếu");
    story.must_see("Chưa nhận phiếu nào");
    story.ctrl(Key::Z);
    story.must_see("Hợp tác xã Tơ Nắng");
    assert_eq!(all(&story).iter().filter(|guest| guest.registration.is_some()).count(), 1);
}

/// How many pages the paper of this name has.
fn pages(story: &Story, name: &str) -> usize {
    let path = story.home().join("ban-in").join(name);
    let pdf = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    lopdf::Document::load_mem(&pdf).unwrap().get_pages().len()
}

#[test]
fn papers_are_made_of_the_guests_who_are_chosen() {
    let mut story = Story::with_sample();
    guests(&mut story);
    story.press("Việc khác với danh sách");
    assert!(!story.sees("khách đã chọn"));
    story.key(Key::Escape);
    story.press_row("1, ");
    story.harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    story.settle();
    story.must_see("Đã chọn 2");
    for (paper, name, count) in [("Giấy mời", "Giay-moi.pdf", 2), ("Thẻ đại biểu", "The-dai-bieu.pdf", 1)]
    {
        story.press("Việc khác với danh sách");
        story.must_see("Giấy tờ của 2 khách đã chọn");
        story.press(&format!("Mở xem: {paper}"));
        story.settle();
        if story.sees("Đã hiểu") {
            story.press("Đã hiểu");
        }
        assert_eq!(pages(&story, name), count, "{paper}");
    }
}

#[test]
fn who_is_reminded_has_a_telephone_and_logistics_are_told_by_guest_and_in_sums() {
    let mut story = Story::with_sample();
    guests(&mut story);
    story.press_row("1, ");
    story.ctrl(Key::A);
    story.press("Ghi cho khách đã chọn");
    press(&mut story, Role::ComboBox, "Cách gửi giấy mời");
    press(&mut story, Role::ListBoxOption, "Công văn");
    story.enter("Ngày gửi giấy mời");
    story.ctrl(Key::A);
    story.type_text("2/11/2026");
    press(&mut story, Role::ComboBox, "Phản hồi");
    press(&mut story, Role::ListBoxOption, "Chưa trả lời");
    press(&mut story, Role::ComboBox, "Bữa ăn");
    press(&mut story, Role::ListBoxOption, "Ăn chay");
    press(&mut story, Role::Button, "Ghi");
    // Who was to come instead of somebody does not any longer.
    let count = all(&story).len();
    story.press(&format!("Mọi phản hồi ({count})"));
    story.press(&format!("Cần nhắc ({count})"));
    let store = story.store();
    let called = store.rows().all::<Participation>().unwrap().into_iter().find_map(|guest| {
        let person = store.rows().linked::<Person>(guest.record.person).unwrap()?.record;
        person.phones.0.first().map(|number| phone::show(&number.digits))
    });
    drop(store);
    let called = called.expect("somebody in the sample has a telephone");
    assert!(story.names().lines().any(|line| line.starts_with("Row ") && line.contains(&called)));
    story.press("Việc khác với danh sách");
    story.press("Xuất danh sách cần nhắc, có điện thoại");
    story.must_see("Danh sách khách cần nhắc phản hồi");
    story.key(Key::Escape);

    story.press("Việc khác với danh sách");
    story.press("Hậu cần cho khách");
    story.must_see(&format!("Ăn chay ({count})"));
    story.press("Ăn trưa (0)");
    story.must_see("Chưa có gì phải bố trí");
    story.press(&format!("Ăn chay ({count})"));
    assert!(row(&story, "\"1, ").contains("Ăn chay"));
    // Where a guest is put up is written in the guest's form.
    story.press_row("1, ");
    story.key(Key::Enter);
    story.type_into("Khách sạn", "Nhà khách Thí Dụ");
    story.ctrl(Key::S);
    story.must_see("Khách sạn (1)");
    story.press("Xuất danh sách hậu cần");
    story.must_see("Danh sách hậu cần");
    story.key(Key::Escape);
    story.key(Key::Escape);
    story.must_see("Mời khách");
}

#[test]
fn guests_of_the_conference_before_are_invited_again() {
    let mut story = Story::with_sample();
    let before = all(&story).len();
    // Next year's conference, with the guests of this one.
    story.press("Hội nghị");
    story.press("Chép từ hội nghị này");
    story.press("Lập hội nghị mới");
    story.settle();
    story.press("Khách mời");
    story.press("Mời khách");
    press(&mut story, Role::RadioButton, "Khách kỳ trước");
    let names = story.names();
    let all_new = names.lines().find(|line| line.contains("Chọn cả ")).unwrap();
    let all_new = all_new.split('"').nth(1).unwrap().to_owned();
    let count: usize = all_new.rsplit(' ').next().unwrap().parse().unwrap();
    assert!(count > before - 5 && count <= before, "{count} of {before}");
    story.press(&all_new);
    press(&mut story, Role::RadioButton, "Ban Tổ chức");
    // Those of the committee are among them.
    assert!(story.names().contains("Bỏ chọn "), "{}", story.names());
    story.press(&format!("Mời {count} người"));
    story.settle();
    assert_eq!(all(&story).len(), before + count);
    story.ctrl(Key::Z);
    story.settle();
    assert_eq!(all(&story).len(), before);
}

#[test]
fn a_guest_is_dragged_in_the_order_of_protocol() {
    let mut story = Story::with_sample();
    guests(&mut story);
    let name = |story: &Story, place: usize| {
        let row = row(story, &format!("\"{place}, "));
        row.split('"').nth(1).unwrap().split(", ").nth(1).unwrap().to_owned()
    };
    let before: Vec<String> = (1..=5).map(|place| name(&story, place)).collect();
    let at = |story: &Story, place: usize| {
        story.middle(Role::Row, |label| label.starts_with(&format!("{place}, ")))
    };
    let (from, to) = (at(&story, 1), at(&story, 4));
    // Let go in the upper half of the fourth row: between the third and the fourth.
    story.drag(from, to - eframe::egui::vec2(0.0, 8.0));
    let moved = [1, 2, 0, 3, 4].map(|place| before[place].clone());
    assert_eq!((1..=5).map(|place| name(&story, place)).collect::<Vec<_>>(), moved);
    let order = |story: &Story| {
        let mut all: Vec<_> =
            all(story).into_iter().map(|guest| (guest.protocol_order, guest.code)).collect();
        all.sort();
        all
    };
    let places: Vec<_> = order(&story).iter().map(|(place, _)| *place).collect();
    assert!(places.iter().all(Option::is_some) && places.windows(2).all(|pair| pair[0] < pair[1]));
    story.ctrl(Key::Z);
    story.settle();
    assert_eq!((1..=5).map(|place| name(&story, place)).collect::<Vec<_>>(), before);
}

/// The cells of a line of comma-separated values.
fn csv_cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            letter => cells.last_mut().unwrap().push(letter),
        }
    }
    cells
}

#[test]
fn lists_by_rank_group_and_province_stand_in_their_order() {
    let mut story = Story::with_sample();
    guests(&mut story);
    let mut list = |act: &str| -> Vec<Vec<String>> {
        story.press("Việc khác với danh sách");
        story.press(act);
        story.press("CSV");
        let path = story.folder.as_ref().unwrap().0.join("khach.csv");
        story.enter("Lưu vào tệp");
        story.ctrl(Key::A);
        story.type_text(&path.display().to_string());
        story.press("Xuất tệp");
        story.settle();
        let file = std::fs::read_to_string(&path).unwrap();
        file.lines().skip(1).map(csv_cells).collect()
    };
    let ranked = list("Xuất danh sách theo thứ tự nghi thức");
    let places: Vec<usize> = ranked.iter().map(|row| row[0].parse().unwrap()).collect();
    assert_eq!(places, (1..=ranked.len()).collect::<Vec<_>>());
    let groups = list("Xuất danh sách theo nhóm khách");
    let named: Vec<&str> = groups.iter().map(|row| row[1].as_str()).collect();
    let order: Vec<String> = so_lang_nghe::domain::GuestGroup::ALL
        .iter()
        .map(|group| group.label().text(so_lang_nghe::i18n::Language::Vi))
        .collect();
    let places: Vec<usize> =
        named.iter().map(|name| order.iter().position(|group| group == name).unwrap()).collect();
    assert!(places.is_sorted() && places.first() < places.last(), "{named:?}");
    let provinces = list("Xuất danh sách theo tỉnh, thành phố");
    let named: Vec<&str> =
        provinces.iter().map(|row| row[1].as_str()).filter(|name| !name.is_empty()).collect();
    let keys: Vec<_> = named.iter().map(|name| so_lang_nghe::vietnamese::sort_key(name)).collect();
    assert!(keys.is_sorted() && keys.first() < keys.last(), "{named:?}");
    assert_eq!(provinces.len(), ranked.len());
}
