//! Meetings of sellers and buyers: from the wishes to the results and a MoU.

use eframe::egui::Key;
use so_lang_nghe::domain::{Meeting, MeetingResult, MeetingWish};

use super::story::Story;

fn meetings(story: &Story) -> Vec<Meeting> {
    let mut all: Vec<Meeting> =
        story.store().rows().all::<Meeting>().unwrap().into_iter().map(|stored| stored.record).collect();
    all.sort_by_key(|meeting| (meeting.start, meeting.table_number));
    all
}

fn wishes(story: &Story) -> usize {
    story.store().rows().all::<MeetingWish>().unwrap().len()
}

/// The meetings of the sample conference, with the hall filled in and the wishes gathered.
pub(super) fn gathered(story: &mut Story) {
    story.press("Hội nghị");
    story.press("Kết nối B2B");
    story.must_see("Chưa có nhu cầu gặp nào");
    story.press("Lấy nhu cầu từ sổ và phiếu đăng ký");
    story.must_see("nhu cầu bên bán");
    // Without a number of tables there is no timetable; it is told, and the way to it.
    for (tables, lacks) in [("", true), ("12", false)] {
        story.press(if lacks { "Sửa" } else { "Điền phiếu hội nghị" });
        story.enter("Số bàn");
        story.ctrl(Key::A);
        story.key(Key::Delete);
        story.type_text(tables);
        story.ctrl(Key::S);
        story.settle();
        assert_eq!(story.sees("Phiếu hội nghị còn thiếu hoặc chưa đúng: số bàn"), lacks);
    }
}

#[test]
fn makers_and_buyers_meet_by_a_timetable_and_its_results_are_noted() {
    let mut story = Story::with_sample();
    gathered(&mut story);
    assert!(wishes(&story) > 15, "{}", wishes(&story));
    // Nothing twice.
    let before = wishes(&story);
    story.press("Lấy nhu cầu từ sổ và phiếu đăng ký");
    assert_eq!(wishes(&story), before);

    story.press("Xếp lịch");
    let made = meetings(&story);
    assert!(made.len() > 20, "{}", made.len());
    // The first meeting, by the keyboard: its result, its next step, and another place.
    story.tab_to("Lịch kết nối");
    story.key(Key::ArrowDown);
    story.key(Key::ArrowUp);
    story.key(Key::Num2);
    story.must_see("Gửi mẫu");
    assert_eq!(meetings(&story)[0].result, MeetingResult::Samples);
    story.ctrl(Key::Z);
    assert_eq!(meetings(&story)[0].result, MeetingResult::None);
    story.press("1. Quan tâm");
    assert_eq!(meetings(&story)[0].result, MeetingResult::Interested);
    story.type_into("Việc tiếp theo", "Gửi báo giá");
    // A day that cannot be read is told at its field and not kept.
    story.type_into("Hạn", "mai kia");
    story.must_see("mai kia”");
    story.ctrl(Key::A);
    story.key(Key::Delete);
    story.type_into("Hạn", "31/12/2026");
    story.tab_to("Lịch kết nối");
    let first = meetings(&story).remove(0);
    assert_eq!((first.next_step.as_str(), first.next_date.is_some()), ("Gửi báo giá", true));

    // A place that is taken is refused, a free one takes it.
    story.key(Key::X);
    story.must_see("chọn ô trống rồi bấm Enter");
    story.key(Key::ArrowDown);
    story.key(Key::Enter);
    let same = |meeting: &Meeting| (meeting.seller, meeting.buyer) == (first.seller, first.buyer);
    let still = meetings(&story).into_iter().find(same).unwrap();
    assert_eq!((still.start, still.table_number), (first.start, first.table_number));
    for _ in 0..9 {
        story.key(Key::ArrowDown);
    }
    story.key(Key::Enter);
    let moved = meetings(&story).into_iter().find(same).unwrap();
    assert!(moved.fixed && moved.start > first.start, "{moved:?}\n{}", story.names());

    // The pairs without a place, and each participant's day.
    story.press("Chưa xếp");
    story.press("Theo đơn vị");
    story.press_row("Ba Mùa");
    story.must_see("Vì sao nên gặp");
    // A MoU with the two as parties; the meeting knows it.
    story.press("Lập biên bản");
    story.key(Key::Enter);
    story.must_see("Chưa có số");
    let signed = meetings(&story).into_iter().find(|meeting| meeting.mou.is_some()).unwrap();
    assert_eq!(signed.result, MeetingResult::Mou);
}
