//! A morning at the check-in desk, with the keyboard alone and without tones.

use eframe::egui::{Key, vec2};
use so_lang_nghe::domain::{CheckIn, CheckInKind, ConsentPurpose, Participation, Person};
use so_lang_nghe::i18n::Language;
use so_lang_nghe::vietnamese::fold;

use super::story::Story;

/// Goes to the desk.
fn go(story: &mut Story) {
    story.ctrl(Key::K);
    story.type_text("bàn đón tiếp");
    story.key(Key::Enter);
}

/// Goes to the desk and says which one it is.
fn open(story: &mut Story) {
    go(story);
    story.must_see("Đây là bàn đón tiếp nào?");
    story.type_text("Bàn 2");
    story.key(Key::Enter);
    story.must_see("Chưa có lượt vào nào tại Bàn 2");
}

/// Names and codes of those who are invited, in the order of their codes.
fn invited(story: &Story) -> Vec<(String, String)> {
    let store = story.store();
    let rows = store.rows();
    let all = rows.all::<Participation>().unwrap().into_iter().map(|stored| stored.record);
    let own = all.filter(|guest| guest.substitute_for.is_none() && !guest.walk_in);
    let name = |guest: &Participation| rows.linked::<Person>(guest.person).unwrap().unwrap().record.full_name;
    let mut guests: Vec<_> = own.map(|guest| (name(&guest), guest.code)).collect();
    guests.sort_by(|one, other| one.1.cmp(&other.1));
    guests
}

fn count(story: &Story, kind: CheckInKind) -> usize {
    let all = story.store().rows().all::<CheckIn>().unwrap();
    all.iter().filter(|stored| stored.record.kind == kind).count()
}

#[test]
fn a_morning_with_walk_ins_substitutes_and_guests_who_come_twice() {
    let mut story = Story::with_sample();
    let guests = invited(&story);
    open(&mut story);
    for (name, _) in &guests[..3] {
        story.type_text(&fold(name));
        story.must_see("1 người khớp");
        story.key(Key::Enter);
        story.must_see("Đã vào lúc 8h00");
        story.must_see(name);
        assert_eq!(story.value("Tìm khách"), "", "ready for the next guest");
    }
    for (name, _) in &guests[..3] {
        story.type_text(&fold(name));
        story.key(Key::Enter);
        story.must_see("Đã vào từ trước, lúc 8h00");
        story.must_see("Lễ tân: Trần Thu Hà, Bàn 2");
    }
    assert_eq!(count(&story, CheckInKind::Arrival), 3, "who is in is not noted again");
    for (number, (name, _)) in guests[3..7].iter().enumerate() {
        story.type_text(&fold(name));
        story.key(Key::F3);
        story.type_text(&format!("Đỗ Văn Thay {number}"));
        story.key(Key::Enter);
        story.must_see("Đã vào lúc 8h00");
        story.must_see(&format!("đến thay {name}"));
    }
    for number in 0..5 {
        story.key(Key::F2);
        story.type_text(&format!("Lê Thị Mới {number}"));
        story.key(Key::Tab);
        story.type_text("Xưởng Gỗ Xa Lạ");
        story.key(Key::Tab);
        story.type_text(&format!("090111220{number}"));
        story.key(Key::Enter);
        story.must_see(&format!("Bà Lê Thị Mới {number}"));
        story.must_see("khách vãng lai · HN26-B2-0");
    }
    story.must_see(&format!("7 / {} đã đến", guests.len()));
    story.must_see("5 khách vãng lai");
    story.must_see("4 đến thay");
    let walk_ins = story.store().rows().all::<Participation>().unwrap();
    assert_eq!(walk_ins.iter().filter(|guest| guest.record.walk_in && !guest.record.consent).count(), 5);

    // The power goes: every entry that was shown is there, and the desk knows its name.
    let mut story = story.crash_and_start_again();
    assert_eq!(count(&story, CheckInKind::Arrival), 12);
    go(&mut story);
    story.must_see("Lượt vào gần đây tại Bàn 2");
    story.must_see("5 khách vãng lai");
}

#[test]
fn the_last_arrival_of_the_desk_is_taken_back_and_stays_in_the_register() {
    let mut story = Story::with_sample();
    let guests = invited(&story);
    open(&mut story);
    // A scanner types the code and Enter.
    for (_, code) in &guests[..2] {
        story.type_text(code);
        story.key(Key::Enter);
        story.must_see("Đã vào lúc 8h00");
    }
    for (name, _) in guests[..2].iter().rev() {
        story.ctrl(Key::Z);
        story.must_see("Đã hoàn tác lượt vào");
        story.must_see(name);
    }
    story.ctrl(Key::Z);
    story.must_see("Bàn này không có lượt vào nào để hoàn tác.");
    story.must_see(&format!("0 / {} đã đến", guests.len()));
    assert_eq!((count(&story, CheckInKind::Arrival), count(&story, CheckInKind::Withdrawal)), (2, 2));
    // With the mouse: the guest comes again and is given a bag; then the button takes it back.
    story.type_text(&fold(&guests[0].0));
    story.press(&format!("Ghi có mặt: {}", guests[0].0));
    story.press("Túi quà");
    assert_eq!(count(&story, CheckInKind::Given), 1);
    story.press("Hoàn tác lượt vào");
    story.must_see("Đã hoàn tác lượt vào");
    // What the whole program undoes is no longer shown as done.
    story.type_text(&guests[0].1);
    story.key(Key::Enter);
    story.must_see("Đã vào lúc 8h00");
    story.press(&format!("Hoàn tác: Ghi có mặt: {}", guests[0].0));
    assert!(!story.sees("Đã vào lúc 8h00"));
}

#[test]
fn a_walk_in_agrees_to_each_purpose_for_itself_and_to_nothing_beforehand() {
    let mut story = Story::with_sample();
    open(&mut story);
    story.key(Key::F2);
    story.type_text("Lê Thị Mới");
    story.press("Chụp và đăng ảnh");
    story.press("Thêm và ghi có mặt");
    story.must_see("Bà Lê Thị Mới");
    let guests = story.store().rows().all::<Participation>().unwrap();
    let new = guests.into_iter().find(|guest| guest.record.walk_in).unwrap().record;
    let agreed = ConsentPurpose::ALL.iter().filter(|purpose| new.agreed(**purpose)).count();
    assert!(new.agreed(ConsentPurpose::Pictures) && agreed == 1);
}

#[test]
fn who_is_on_no_list_is_said_in_red_and_of_several_one_is_chosen_first() {
    let mut story = Story::with_sample();
    open(&mut story);
    story.type_text("khong ai ten the");
    story.must_see("Không có ai khớp “khong ai ten the”");
    story.key(Key::Enter);
    story.must_see("Không có trong danh sách khách");
    assert_eq!(count(&story, CheckInKind::Arrival), 0);
    story.key(Key::Escape);
    assert!(!story.sees("Không có trong danh sách khách"));
    story.key(Key::F3);
    story.must_see("Tìm và chọn tên người được mời trước");
    story.type_text("n");
    story.key(Key::Enter);
    assert_eq!(count(&story, CheckInKind::Arrival), 0, "several fit, and none was chosen");
    story.key(Key::ArrowDown);
    // Escape leaves the form of a substitute, and what was found stays.
    story.key(Key::F3);
    story.must_see("Họ và tên người đến thay");
    story.key(Key::Escape);
    assert!(!story.sees("Họ và tên người đến thay"));
    story.key(Key::Enter);
    assert_eq!(count(&story, CheckInKind::Arrival), 1);
    story.press("Xem theo nhóm khách");
    story.must_see("Tất cả đang có mặt: 1 người");
}

#[test]
fn the_desk_works_in_english_on_a_small_screen() {
    let mut story = Story::in_language(Language::En, vec2(1280.0, 720.0));
    story.ctrl(Key::K);
    story.type_text("check-in desk");
    story.key(Key::Enter);
    story.type_text("Desk 1");
    story.key(Key::Enter);
    story.type_text("HN26-0001");
    story.key(Key::Enter);
    story.must_see("In since 08:00");
    story.must_see("Take arrival back");
    story.must_see("Last arrivals at Desk 1");
}

#[test]
fn both_a_guest_and_the_one_who_came_instead_are_told_in_yellow_words() {
    let mut story = Story::with_sample();
    let (name, code) = invited(&story)[0].clone();
    open(&mut story);
    story.type_text(&fold(&name));
    story.key(Key::F3);
    story.type_text("Đỗ Văn Thay");
    story.key(Key::Enter);
    story.must_see("Đã vào lúc 8h00");
    assert!(!story.sees("cả người được mời và người đến thay"));
    story.type_text(&code);
    story.key(Key::Enter);
    story.must_see("Đỗ Văn Thay cũng đã được ghi có mặt: cả người được mời và người đến thay đều vào.");
}

#[test]
fn the_size_of_badges_is_chosen_at_the_desk_and_remembered() {
    let mut story = Story::with_sample();
    open(&mut story);
    story.press("Khổ thẻ: Thẻ đeo, 90 × 130 mm");
    story.press("Thẻ nhỏ, 85 × 54 mm");
    let mut story = story.close_and_start_again();
    go(&mut story);
    story.must_see("Khổ thẻ: Thẻ nhỏ, 85 × 54 mm");
}
