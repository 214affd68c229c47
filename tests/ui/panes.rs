//! What is typed on the page of a conference is saved without a button, however the page is left.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use so_lang_nghe::domain::{Booth, BoothDay, Conference, ConferenceTask, Meeting, Statement};

use super::meetings::gathered;
use super::story::Story;

/// Goes to a part of the page of the coming conference.
fn part(story: &mut Story, name: &str) {
    story.press("Hội nghị");
    story.press(name);
}

/// How a page is left while a field of it has the keyboard.
#[derive(Clone, Copy)]
enum Leaving {
    ByKey,
    Back,
    Closing,
}

impl Leaving {
    const ALL: [Self; 3] = [Self::ByKey, Self::Back, Self::Closing];

    fn leave(self, mut story: Story) -> Story {
        match self {
            Self::ByKey => story.ctrl(Key::Num1),
            Self::Back => story.key(Key::Escape),
            Self::Closing => return story.close_and_start_again(),
        }
        story
    }
}

fn with_booths() -> Story {
    let mut story = Story::with_sample();
    part(&mut story, "Gian hàng");
    story.press("Lập gian hàng");
    story.key(Key::Enter);
    story
}

#[test]
fn what_is_typed_about_a_booth_is_saved_when_the_page_is_left() {
    for leaving in Leaving::ALL {
        let mut story = with_booths();
        story.type_into("Biển tên gian hàng", "TƠ NẮNG");
        story.type_into("Doanh thu 18/12/2026", "12,5 triệu");
        let mut story = leaving.leave(story);
        let store = story.store();
        let booths = store.rows().all::<Booth>().unwrap();
        assert!(booths.iter().any(|booth| booth.record.sign == "TƠ NẮNG"));
        let days = store.rows().all::<BoothDay>().unwrap();
        assert_eq!(days.first().and_then(|day| day.record.takings), Some(12_500_000));
        drop(store);
        part(&mut story, "Gian hàng");
        assert_eq!(story.value("Biển tên gian hàng"), "TƠ NẮNG");
        assert_eq!(story.value("Doanh thu 18/12/2026"), "12.500.000");
    }
}

#[test]
fn what_is_typed_about_a_statement_is_saved_when_the_page_is_left() {
    for leaving in Leaving::ALL {
        let mut story = Story::with_sample();
        part(&mut story, "Ý kiến");
        story.type_into("Nội dung", "Giữ nghề đan");
        story.key(Key::Enter);
        story.press_row("Giữ nghề đan");
        story.type_into("Nội dung trả lời", "Đã ghi nhận.");
        let mut story = leaving.leave(story);
        let said = story.store().rows().all::<Statement>().unwrap();
        assert_eq!(said[0].record.reply, "Đã ghi nhận.");
        part(&mut story, "Ý kiến");
        story.must_see("Đã trả lời");
    }
}

#[test]
fn conclusions_are_saved_when_the_page_or_only_the_part_is_left() {
    let concluded = |story: &Story| {
        let all = story.store().rows().all::<Conference>().unwrap();
        all.iter().map(|stored| stored.record.conclusions.clone()).collect::<String>()
    };
    for leaving in Leaving::ALL {
        let mut story = Story::with_sample();
        part(&mut story, "Ý kiến");
        story.press("Kết luận và nhiệm vụ");
        story.type_into("Kết luận", "Lập tổ công tác.");
        let mut story = leaving.leave(story);
        assert_eq!(concluded(&story), "Lập tổ công tác.");
        part(&mut story, "Ý kiến");
        if !story.sees("Việc phải làm") {
            story.press("Kết luận và nhiệm vụ");
        }
        assert_eq!(story.value("Kết luận"), "Lập tổ công tác.");
        story.type_into("Kết luận", " Họp lại.");
        story.press("Danh sách ý kiến");
        assert_eq!(concluded(&story), "Lập tổ công tác. Họp lại.");
        // One step back takes back what was typed since the page was opened, and the field follows.
        story.ctrl(Key::Z);
        story.press("Kết luận và nhiệm vụ");
        assert_eq!(story.value("Kết luận"), "Lập tổ công tác.");
    }
}

#[test]
fn what_is_typed_about_a_meeting_is_saved_when_the_page_is_left() {
    let mut story = Story::with_sample();
    gathered(&mut story);
    story.press("Xếp lịch");
    for (leaving, step) in Leaving::ALL.into_iter().zip(["Gửi mẫu sang", "Gửi báo giá", "Gọi lại"])
    {
        story.press("Theo đơn vị");
        story.press_row("");
        story.enter("Việc tiếp theo");
        story.ctrl(Key::A);
        story.type_text(step);
        // The result is noted together with what is typed beside it.
        if step == "Gọi lại" {
            story.press("1. Quan tâm");
        }
        story = leaving.leave(story);
        let meetings = story.store().rows().all::<Meeting>().unwrap();
        assert!(meetings.iter().any(|meeting| meeting.record.next_step == step), "{step}");
        part(&mut story, "Kết nối B2B");
    }
}

#[test]
fn a_statement_and_a_task_that_were_not_entered_stay_in_their_lines_and_are_offered_after_closing() {
    let mut story = Story::with_sample();
    part(&mut story, "Ý kiến");
    story.type_into("Nội dung", "Cho vay không thế chấp");
    story.ctrl(Key::Num1);
    part(&mut story, "Ý kiến");
    assert_eq!(story.value("Nội dung"), "Cho vay không thế chấp");
    story.press("Kết luận và nhiệm vụ");
    story.type_into("Việc phải làm", "Lập tổ công tác");
    let mut story = story.close_and_start_again();
    assert_eq!(story.store().rows().all::<Statement>().unwrap().len(), 0);
    story.press("Làm tiếp: ý kiến · Cho vay không thế chấp");
    assert_eq!(story.value("Nội dung"), "Cho vay không thế chấp");
    story.ctrl(Key::S);
    let said = story.store().rows().all::<Statement>().unwrap();
    assert_eq!(said[0].record.words, "Cho vay không thế chấp");
    let tasks = story.store().rows().all::<ConferenceTask>().unwrap().len();
    let mut story = story.crash_and_start_again();
    story.press("Làm tiếp: việc của hội nghị · Lập tổ công tác");
    story.ctrl(Key::S);
    assert_eq!(story.store().rows().all::<ConferenceTask>().unwrap().len(), tasks + 1);
    part(&mut story, "Ý kiến");
    story.press("Kết luận và nhiệm vụ");
    story.must_see("Xong: Lập tổ công tác");
}

#[test]
fn another_conference_has_parts_of_its_own() {
    let mut story = Story::with_sample();
    gathered(&mut story);
    story.press("Xếp lịch");
    story.press("Chưa xếp");
    story.press("Báo cáo");
    story.press("Biểu đồ");
    story.press("Chép từ hội nghị này");
    story.press("Lập hội nghị mới");
    story.must_see("năm 2027");
    story.press("Báo cáo");
    story.must_see("Mở xem: Giấy mời");
    story.press("Kết nối B2B");
    story.must_see("Chưa có nhu cầu gặp nào");
    // Back at the first one, everything is as it was left.
    story.key(Key::Escape);
    story.key(Key::Escape);
    story.must_see("năm 2026");
}

#[test]
fn the_desk_keeps_what_is_typed_whichever_way_one_comes_back() {
    let mut story = Story::with_sample();
    story.press("Hội nghị");
    story.press("Bàn đón tiếp");
    story.type_text("Bàn 1");
    story.key(Key::Enter);
    story.key(Key::F2);
    story.type_text("Bà Lê Thị Mới");
    story.ctrl(Key::Num1);
    story.ctrl(Key::K);
    story.type_text("bàn đón tiếp");
    story.key(Key::Enter);
    assert_eq!(story.value("Họ và tên"), "Bà Lê Thị Mới");
}

/// The middle of the first meeting in the timetable.
fn first_meeting(story: &Story) -> Pos2 {
    let mut nodes = story.harness.query_all_by_role(Role::Button);
    let meets = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|name| name.contains("bàn 1: ") && !name.ends_with("trống"))
    };
    nodes.find(meets).unwrap().rect().center()
}

#[test]
fn a_meeting_that_is_dragged_out_of_the_window_stays_where_it_was() {
    let mut story = Story::with_sample();
    gathered(&mut story);
    story.press("Xếp lịch");
    let places = |story: &Story| {
        let all = story.store().rows().all::<Meeting>().unwrap();
        let mut all: Vec<_> = all
            .iter()
            .map(|meeting| (meeting.id, meeting.record.start, meeting.record.table_number))
            .collect();
        all.sort();
        all
    };
    let before = places(&story);
    let from = first_meeting(&story);
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: eframe::egui::Modifiers::NONE,
    };
    story.harness.event(Event::PointerMoved(from));
    story.harness.step();
    story.harness.event(button(from, true));
    story.harness.step();
    story.harness.event(Event::PointerMoved(from + eframe::egui::vec2(40.0, 60.0)));
    story.harness.step();
    story.must_see("chọn ô trống");
    story.harness.event(Event::PointerGone);
    story.harness.step();
    story.harness.step();
    assert!(!story.sees("chọn ô trống"), "nothing is carried any longer");
    // The button was let go outside; the mouse comes back and does nothing.
    story.harness.event(Event::PointerMoved(from + eframe::egui::vec2(0.0, 300.0)));
    story.harness.event(button(from + eframe::egui::vec2(0.0, 300.0), false));
    story.settle();
    assert_eq!(places(&story), before);
}
