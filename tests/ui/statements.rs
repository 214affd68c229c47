//! What is said at a conference: noted in a line, found, answered, counted; conclusions and tasks.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use so_lang_nghe::domain::{
    Conference, ConferenceTask, ObligationState, Statement, StatementKind, StatementState, TaskOrigin, Topic,
};

use super::story::Story;

/// Goes to the statements of the coming conference.
fn statements_of(story: &mut Story) {
    story.press("Hội nghị");
    story.press("Ý kiến");
}

fn said(story: &Story) -> Vec<Statement> {
    let mut all = story.store().rows().all::<Statement>().unwrap();
    all.sort_by_key(|stored| stored.id);
    all.into_iter().map(|stored| stored.record).collect()
}

/// Chooses a value from the list with this name.
fn choose(story: &mut Story, list: &str, value: &str) {
    story.press(list);
    story.harness.get_by_role_and_label(Role::ListBoxOption, value).click();
    story.settle();
}

/// Notes three statements of two people.
fn noted(story: &mut Story) {
    statements_of(story);
    story.must_see("Chưa ghi ý kiến nào");
    choose(story, "Loại", "Kiến nghị");
    choose(story, "Chủ đề", "Vốn, tín dụng");
    story.enter("Người nói");
    story.type_text("phung the hien");
    story.key(Key::Enter);
    // The keyboard is in the field for the words now.
    story.type_text("Cho hộ làm nghề vay không thế chấp");
    story.key(Key::Enter);
    story.type_text("Giảm lãi suất cho làng nghề");
    story.key(Key::Enter);
    story.key(Key::ArrowUp);
    story.type_text("Kéo dài thời hạn vay");
    story.key(Key::Enter);
}

#[test]
fn the_secretary_notes_one_statement_after_the_other_without_the_mouse() {
    let mut story = Story::with_sample();
    noted(&mut story);
    let all = said(&story);
    assert_eq!(all.len(), 3, "{}", story.names());
    assert!(all.iter().all(|one| one.kind == StatementKind::Proposal && one.topic == Topic::Capital));
    // The speaker goes with the words: the second has none, Up took the last one again.
    assert!(all[0].person.is_some() && all[0].organisation.is_some());
    assert_eq!((all[1].person, all[2].person), (None, all[0].person));
    assert_eq!(story.value("Nội dung"), "");
    // In the empty field Ctrl+Z takes back what was noted.
    story.ctrl(Key::Z);
    story.ctrl(Key::Z);
    assert_eq!(said(&story).len(), 1);
}

#[test]
fn a_statement_is_sent_answered_and_its_body_counted() {
    let mut story = Story::with_sample();
    noted(&mut story);
    story.press("Mọi loại (3)");
    story.key(Key::Escape);
    story.type_into("Tìm trong ý kiến", "the chap");
    story.must_see("Mọi loại (1)");
    story.press_row("Cho hộ làm nghề vay");
    story.type_into("Gửi đến", "Ngân hàng Nhà nước");
    story.key(Key::Tab);
    assert_eq!(said(&story)[0].addressed_to, "Ngân hàng Nhà nước");
    story.press("Đã chuyển");
    let sent = said(&story)[0].clone();
    assert_eq!(sent.state, StatementState::Sent);
    assert_eq!(sent.sent_on.unwrap().to_string(), "2026-11-26");
    // Sent long ago, it is overdue.
    story.enter("Ngày chuyển");
    story.ctrl(Key::A);
    story.type_text("20/10/2026");
    story.key(Key::Tab);
    story.must_see("Quá 7 ngày");
    story.press("Tổng hợp");
    story.must_see("Ngân hàng Nhà nước: 1 kiến nghị, 0 đã trả lời");
    story.must_see("1 quá hạn trả lời");
    story.must_see("Vốn, tín dụng");
    story.press("Ngân hàng Nhà nước: 1 kiến nghị, 0 đã trả lời");
    story.press_row("Cho hộ làm nghề vay");
    story.type_into("Nội dung trả lời", "Đã trình dự thảo thông tư.");
    story.key(Key::Tab);
    let answered = said(&story)[0].clone();
    assert_eq!(answered.state, StatementState::Answered);
    assert_eq!(answered.replied_by, "Ngân hàng Nhà nước");
    assert_eq!(answered.replied_on.unwrap().to_string(), "2026-11-26");
    story.key(Key::Escape);
    story.ctrl(Key::Z);
    assert_eq!(said(&story)[0].state, StatementState::Sent);
    story.press("Tổng hợp");
    story.press("Xuất kiến nghị gửi Ngân hàng Nhà nước");
    story.must_see("Xuất 1 dòng");
    story.press("Xuất tệp");
    let folder = story.home().join("danh-sach");
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    let named =
        |name: &std::ffi::OsString| name.to_string_lossy().contains("Kiến nghị gửi Ngân hàng Nhà nước");
    assert!(files.iter().any(named), "{files:?}");
}

#[test]
fn conclusions_and_tasks_are_written_where_they_stand() {
    let mut story = Story::with_sample();
    statements_of(&mut story);
    story.press("Kết luận và nhiệm vụ");
    story.enter("Kết luận");
    story.type_text("Thống nhất lập tổ công tác.");
    story.key(Key::Tab);
    let concluded = |story: &Story| {
        let all = story.store().rows().all::<Conference>().unwrap();
        all.iter().map(|stored| stored.record.conclusions.clone()).collect::<String>()
    };
    // Tab writes itself into a text of several lines: the field is left by the mouse.
    story.enter("Việc phải làm");
    assert_eq!(concluded(&story), "Thống nhất lập tổ công tác.");
    story.type_text("Lập tổ công tác");
    story.key(Key::Tab);
    story.type_text("Văn phòng Hiệp hội");
    story.key(Key::Tab);
    story.type_text("20/11/2026");
    story.key(Key::Enter);
    let tasks = |story: &Story| -> Vec<ConferenceTask> {
        let all = story.store().rows().all::<ConferenceTask>().unwrap().into_iter();
        all.map(|stored| stored.record).filter(|task| task.origin == TaskOrigin::Conclusion).collect()
    };
    let task = tasks(&story)[0].clone();
    assert_eq!((task.task.as_str(), task.responsible.as_str()), ("Lập tổ công tác", "Văn phòng Hiệp hội"));
    assert_eq!(task.due.unwrap().to_string(), "2026-11-20");
    story.must_see("Quá 6 ngày");
    story.press("Xong: Lập tổ công tác");
    assert_eq!(tasks(&story)[0].state, ObligationState::Done);
    assert!(!story.sees("Quá 6 ngày"));
    for _ in 0..3 {
        story.ctrl(Key::Z);
    }
    assert_eq!((concluded(&story), tasks(&story).len()), (String::new(), 0));
}

#[test]
fn whom_a_proposal_is_for_is_noted_with_it() {
    let mut story = Story::with_sample();
    statements_of(&mut story);
    assert!(!story.sees("Gửi cơ quan"), "a speech is for nobody");
    choose(&mut story, "Loại", "Kiến nghị");
    story.type_into("Gửi cơ quan", "Bộ Công Thương");
    story.type_into("Nội dung", "Vay không thế chấp");
    story.key(Key::Enter);
    story.settle();
    story.enter("Gửi cơ quan");
    story.key(Key::ArrowUp);
    story.type_into("Nội dung", "Giảm lãi suất");
    story.press("Ghi");
    story.settle();
    let bodies: Vec<String> = said(&story).into_iter().map(|one| one.addressed_to).collect();
    assert_eq!(bodies, ["Bộ Công Thương", "Bộ Công Thương"]);
    story.must_see("Bộ Công Thương");
    story.ctrl(Key::Z);
    story.settle();
    assert_eq!(said(&story).len(), 1);
}
