//! After the text is final: who promised what, when it was signed, the sheets that were signed.

use eframe::egui::Key;
use so_lang_nghe::domain::{MouParty, Obligation, PartyRole};

use super::story::Story;

/// Opens the first MoU of the list whose row begins like this.
fn open_mou(story: &mut Story, beginning: &str) {
    story.press("Biên bản ghi nhớ");
    story.press_row(beginning);
    story.key(Key::Enter);
}

fn promises(story: &Story) -> Vec<Obligation> {
    story.store().rows().all::<Obligation>().unwrap().into_iter().map(|stored| stored.record).collect()
}

#[test]
fn a_promise_is_of_one_of_the_parties_of_the_memorandum_also_of_a_person() {
    let mut story = Story::with_sample();
    open_mou(&mut story, "Chưa có số");
    // An artisan signs for herself.
    story.press("Mở Bên A");
    story.press("Cá nhân ký cho chính mình (nghệ nhân)");
    story.type_into("Người", "la dinh khuong");
    story.key(Key::Enter);
    story.settle();
    story.press("Điền ngay: Bên B chưa có người đại diện");
    story.press("Người ký");
    story.press("Thêm người ký mới…");
    story.type_into("Họ và tên", "Lê Thị Ký");
    story.type_into("Chức vụ", "Giám đốc chi nhánh");
    story.press("Thêm người ký");
    story.press("Cấp số: Biên bản ghi nhớ 2026");
    for row in ["Dòng 1", "Dòng 2"] {
        story.press(&format!("Điền ngay: {row} của phụ lục chưa có giá tham khảo"));
        story.type_text("120.000");
    }
    story.press("Chốt văn bản");
    story.must_see("Văn bản đã chốt");
    story.press("Việc phải làm");
    story.press("Thêm việc phải làm");
    assert_eq!(story.value("Bên thực hiện"), "Tất cả các bên");
    story.type_into("Việc phải làm", "Gửi mẫu giỏ");
    story.type_into("Hạn", "30/11/2026");
    story.press("Bên thực hiện");
    story.press("Bên A: Lã Đình Khuông");
    story.ctrl(Key::S);
    story.must_see("Gửi mẫu giỏ");
    story.must_see("Lã Đình Khuông");
    let made = promises(&story).remove(0);
    assert!(made.person.is_some() && made.organisation.is_none(), "{made:?}");
    // Reminders say who promised it, not all parties.
    story.press("Trang chủ");
    story.must_see("06/2026/BBGN-HHLN, Lã Đình Khuông, Gửi mẫu giỏ");
    // The firm does it after all: the choice holds one of them.
    open_mou(&mut story, "06/2026");
    story.press("Việc phải làm 1");
    story.press("Gửi mẫu giỏ");
    assert_eq!(story.value("Bên thực hiện"), "Bên A: Lã Đình Khuông");
    story.press("Bên thực hiện");
    let firm = story.names().lines().find(|line| line.contains("Bên B: ")).unwrap().to_owned();
    story.press(firm.split('"').nth(1).unwrap());
    story.ctrl(Key::S);
    let made = promises(&story).remove(0);
    let parties = story.store().rows().all::<MouParty>().unwrap();
    let party = parties.iter().rfind(|stored| {
        stored.record.mou == made.mou && stored.record.role == PartyRole::Party && stored.record.sequence == 2
    });
    assert_eq!((made.organisation, made.person), (party.unwrap().record.organisation, None));
    // Taken back, it is the artisan's again, and stands on her page.
    story.ctrl(Key::Z);
    assert!(promises(&story)[0].person.is_some());
    story.press("Nghệ nhân");
    story.press_row("Lã Đình Khuông");
    story.press("Việc phải làm 1");
    story.press("06/2026/BBGN-HHLN");
    story.must_see("Ghi: Đã in");
}
