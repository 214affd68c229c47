//! Meetings of sellers and buyers: from the wishes to the results and a MoU.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
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

#[test]
fn a_meeting_is_dragged_to_a_free_table() {
    let mut story = Story::with_sample();
    gathered(&mut story);
    story.press("Xếp lịch");
    let before = meetings(&story);
    // An hour at which a table has a meeting and another is free: nobody is in the way then.
    let cells: Vec<String> = story
        .names()
        .lines()
        .filter_map(|line| line.split('"').nth(1))
        .filter(|name| name.contains(", bàn "))
        .map(str::to_owned)
        .collect();
    let hours = |name: &str| name.split(", bàn ").next().unwrap_or_default().to_owned();
    let free = |name: &&String| name.ends_with(": trống");
    // The table at the left most: the last ones are scrolled out of sight.
    let table =
        |name: &str| name.split("bàn ").nth(1).unwrap().split(':').next().unwrap().parse::<u8>().unwrap();
    let mut places: Vec<&String> = cells.iter().filter(free).collect();
    places.sort_by_key(|name| table(name));
    let (to, from) = places
        .into_iter()
        .find_map(|to| Some((to, cells.iter().find(|from| !free(from) && hours(from) == hours(to))?)))
        .unwrap_or_else(|| panic!("{cells:?}"));
    let (from, to) = (from.clone(), to.clone());
    let (start, end) =
        (story.middle(Role::Button, |name| name == from), story.middle(Role::Button, |name| name == to));
    story.drag(start, end);
    let pair = from.split_once(": ").unwrap().1;
    let moved = to.replace("trống", pair);
    story.must_see(&moved);
    let after = meetings(&story);
    assert_eq!(after.iter().filter(|meeting| meeting.fixed).count(), 1);
    assert_ne!(after, before);
    story.ctrl(Key::Z);
    assert_eq!(meetings(&story), before);
    story.must_see(&from);
}
