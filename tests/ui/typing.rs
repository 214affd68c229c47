//! Vietnamese is typed with programs that send backspaces and letters, several in one frame, or a preedit and
//! a commit. Whatever comes, the text is exactly what was typed.

use eframe::egui::{Event, ImeEvent, Key, Modifiers};
use so_lang_nghe::domain::Organisation;

use super::story::Story;

fn key(key: Key) -> [Event; 2] {
    let event =
        |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    [event(true), event(false)]
}

fn text(text: &str) -> Event {
    Event::Text(text.to_owned())
}

/// "tiếng" as `UniKey` sends it for t-i-e-e-n-g-s, all events of a key in one frame.
fn telex() -> Vec<Vec<Event>> {
    let back = |count: usize| (0..count).flat_map(|_| key(Key::Backspace)).collect::<Vec<_>>();
    let mut third = back(1);
    third.push(text("ê"));
    let mut last = back(3);
    last.push(text("ếng"));
    vec![vec![text("t")], vec![text("i")], vec![text("e")], third, vec![text("n")], vec![text("g")], last]
}

/// "đường" as VNI sends it, everything in a single frame.
fn vni() -> Vec<Vec<Event>> {
    let mut all = vec![text("d")];
    all.extend(key(Key::Backspace));
    all.push(text("đ"));
    all.push(text("u"));
    all.push(text("o"));
    all.push(text("n"));
    all.push(text("g"));
    for _ in 0..4 {
        all.extend(key(Key::Backspace));
    }
    all.push(text("ường"));
    vec![all]
}

/// "chạm" as ibus sends it: preedit, then commit.
fn preedit() -> Vec<Vec<Event>> {
    let shown =
        |text: &str| Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None });
    vec![
        vec![shown("c")],
        vec![shown("ch")],
        vec![shown("cha")],
        vec![shown("cham")],
        vec![shown("chạm")],
        vec![Event::Ime(ImeEvent::Commit("chạm".to_owned()))],
    ]
}

fn play(story: &mut Story, frames: Vec<Vec<Event>>) {
    for events in frames {
        story.harness.input_mut().events.extend(events);
        story.harness.step();
    }
}

fn typed_into(story: &mut Story, field: &str) {
    let before = story.value(field);
    for (frames, word) in [(telex(), "tiếng"), (vni(), "đường"), (preedit(), "chạm")] {
        story.enter(field);
        story.ctrl(Key::A);
        play(story, frames);
        assert_eq!(story.value(field), word, "{field}");
    }
    let _ = before;
}

#[test]
fn every_kind_of_field_takes_what_input_methods_send() {
    let mut story = Story::with_sample();
    story.press("Làng nghề");
    typed_into(&mut story, "Lọc trong danh sách");
    story.press("Bỏ lọc");
    story.press("Thêm làng nghề");
    for field in [
        "Tên",
        "Câu chuyện ngắn",
        "Tổng số hộ",
        "Doanh thu năm",
        "Ngày quyết định",
        "Xã, phường",
        "Đơn vị đầu mối",
    ] {
        typed_into(&mut story, field);
    }
}

#[test]
fn the_palette_takes_what_input_methods_send() {
    let mut story = Story::with_sample();
    story.ctrl(Key::K);
    for (frames, word) in [(telex(), "tiếng"), (vni(), "đường"), (preedit(), "chạm")] {
        story.ctrl(Key::A);
        play(&mut story, frames);
        assert_eq!(story.value("Tìm mọi thứ"), word);
    }
}

#[test]
fn the_text_is_whole_when_save_follows_at_once() {
    let mut story = Story::with_sample();
    story.press("Thêm đối tác");
    story.enter("Tên");
    let mut frames = telex();
    // Save is pressed in the very frame of the last letters.
    frames.last_mut().unwrap().push(Event::Key {
        key: Key::S,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    });
    play(&mut story, frames);
    story.settle();
    let all = story.store().rows().all::<Organisation>().unwrap();
    assert!(all.iter().any(|stored| stored.record.name == "tiếng"), "{}", story.names());
}

#[test]
fn nothing_is_written_out_before_a_field_is_left() {
    let mut story = Story::with_sample();
    story.press("Làng nghề");
    story.press("Thêm làng nghề");
    story.type_into("Ngày quyết định", "5/9");
    assert_eq!(story.value("Ngày quyết định"), "5/9");
    story.key(Key::Tab);
    assert_eq!(story.value("Ngày quyết định"), "05/09/2026");
}
