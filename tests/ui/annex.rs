//! The annex of a MoU: lines from the register and by hand, their order, each act undone by itself.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use so_lang_nghe::domain::{Mou, MouProduct};

use super::story::Story;

/// Opens the MoU without a number and leads to its annex.
fn draft() -> Story {
    let mut story = Story::with_sample();
    story.press("Biên bản ghi nhớ");
    story.press_row("Chưa có số");
    story.key(Key::Enter);
    story.must_see("Phụ lục sản phẩm");
    story
}

/// The lines of the newest of all drafts, in their order.
fn lines(story: &Story) -> Vec<MouProduct> {
    let store = story.store();
    let drafts = store.rows().all::<Mou>().unwrap();
    let mou = drafts.into_iter().rfind(|stored| stored.record.number.is_empty()).unwrap();
    let mut lines = store.rows().children::<MouProduct>("mou", mou.id.any()).unwrap();
    lines.sort_by_key(|stored| stored.record.sequence);
    lines.into_iter().map(|stored| stored.record).collect()
}

#[test]
fn lines_come_from_the_register_and_by_hand_and_each_act_is_undone_by_itself() {
    let mut story = draft();
    let before = lines(&story);
    assert_eq!(before.len(), 2);
    story.must_see("chưa có giá");
    // One product of the maker is not there yet; nothing is taken twice.
    story.press("Thêm 1 sản phẩm của Bên A");
    story.must_see("Đã thêm 1 sản phẩm vào phụ lục");
    story.must_see("Nón nhỏ treo trang trí");
    assert!(!story.sees("sản phẩm của Bên A"), "{}", story.names());
    let taken = lines(&story);
    assert_eq!((taken.len(), taken[2].price), (3, Some(17_000)), "the price of the register is proposed");
    story.ctrl(Key::Z);
    assert_eq!(lines(&story), before);
    // A line that is no product of the register.
    story.press("Thêm sản phẩm vào phụ lục");
    story.type_into("Tên trên giấy", "Quai nón thêu");
    story.type_into("Đơn vị tính", "bộ");
    story.type_into("Số lượng/tháng", "40");
    story.type_into("Giá tham khảo", "25 nghìn");
    story.type_into("Ghi chú", "Màu theo mẫu");
    assert!(!story.sees("Ghi chú (tiếng Anh)"), "the text is Vietnamese");
    story.settle();
    story.must_see("40 bộ · 25.000 đồng");
    let own = lines(&story)[2].clone();
    assert_eq!((own.product, own.name.as_str(), own.unit.as_str()), (None, "Quai nón thêu", "bộ"));
    assert_eq!((own.quantity, own.price, own.remarks.as_str()), (Some(40), Some(25_000), "Màu theo mẫu"));
    story.press("Đưa lên: Quai nón thêu");
    assert_eq!(lines(&story)[1].name, "Quai nón thêu");
    assert_eq!(story.value("Ghi chú"), "Màu theo mẫu", "what is open goes along");
    story.ctrl(Key::Z);
    assert_eq!(lines(&story)[2].remarks, "Màu theo mẫu");
    assert_eq!(lines(&story)[2].name, "Quai nón thêu");
    // Removed in the moment in which something was typed: two operations all the same.
    assert_eq!(story.value("Tên trên giấy"), "Quai nón thêu", "what is open goes back along");
    story.enter("Ghi chú");
    story.key(Key::End);
    story.harness.event(Event::Text(", cỡ lớn".to_owned()));
    story.harness.step();
    story.harness.get_by_role_and_label(Role::Button, "Bỏ sản phẩm này").click();
    story.settle();
    story.must_see("Đã bỏ: Quai nón thêu");
    assert_eq!(lines(&story).len(), 2);
    story.ctrl(Key::Z);
    assert_eq!(lines(&story)[2].remarks, "Màu theo mẫu, cỡ lớn");
    story.ctrl(Key::Z);
    assert_eq!(lines(&story)[2].remarks, "Màu theo mẫu");
    let mut story = story.crash_and_start_again();
    story.press("Biên bản ghi nhớ");
    story.press_row("Chưa có số");
    story.key(Key::Enter);
    story.must_see("Quai nón thêu");
}

#[test]
fn a_chosen_product_proposes_its_price_and_a_line_moves_by_keyboard() {
    let mut story = Story::with_sample();
    story.press("Biên bản ghi nhớ");
    story.press_row("04/2026");
    story.key(Key::Enter);
    story.press("Lập biên bản tương tự");
    story.must_see("Phụ lục sản phẩm");
    let count = lines(&story).len();
    let last = |story: &Story| lines(story).last().unwrap().clone();
    story.press("Thêm sản phẩm vào phụ lục");
    // The keyboard stands where the product is chosen.
    story.type_text("lich tranh");
    story.key(Key::Enter);
    story.settle();
    assert_eq!(lines(&story).len(), count + 1);
    assert_eq!(last(&story).price, Some(230_000));
    assert_eq!(last(&story).name, "", "the name is that of the register");
    let choose = |story: &mut Story, name: &str| {
        story.enter("Sản phẩm trong sổ");
        story.ctrl(Key::A);
        story.type_text(name);
        story.key(Key::Enter);
        story.settle();
    };
    choose(&mut story, "non nho treo");
    assert_eq!(last(&story).price, Some(17_000), "a proposal follows the product");
    story.enter("Giá tham khảo");
    story.ctrl(Key::A);
    story.type_text("18.500");
    story.settle();
    choose(&mut story, "lich tranh");
    assert_eq!(last(&story).price, Some(18_500), "what was typed stays");
    story.press("Lấy giá trong sổ: 230.000 đồng");
    story.settle();
    assert_eq!(last(&story).price, Some(230_000));
    // What cannot be read is told, and the line keeps its price.
    story.type_into("Giá tham khảo", " chai");
    story.enter("Ghi chú (tiếng Anh)");
    story.must_see("Không đọc được “230.000 chai”");
    assert_eq!(last(&story).price, Some(230_000));
    story.type_text("boxed");
    story.settle();
    assert_eq!(last(&story).remarks_en, "boxed");
    story.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    story.settle();
    let now = lines(&story);
    assert_eq!(now[count - 1].remarks_en, "boxed");
    story.must_see("Không đọc được “230.000 chai”");
    story.type_text(" by two");
    story.settle();
    assert_eq!(lines(&story)[count - 1].remarks_en, "boxed by two", "the keyboard goes with the line");
}
