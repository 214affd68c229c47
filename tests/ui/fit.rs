//! The program's own words are whole on every screen: in both languages, at the sizes of old laptops, and as
//! large as somebody with weak eyes sets them. Names from the register may be cut; they end in "…".

use std::collections::BTreeSet;

use eframe::egui::epaint::{ClippedShape, Shape};
use eframe::egui::{Key, Vec2, vec2};
use so_lang_nghe::i18n::{Language, message, sources};

use super::conference_pages;
use super::story::Story;

/// Labels of codes, which stand in cells of tables as names do.
const VALUES: &[&str] = &[
    "trade-",
    "recognition-",
    "organisation-",
    "mou-state-",
    "leaflet-office",
    "guest-group-",
    "guest-class-",
    "answer-",
    "topic-",
    "meeting-result-",
    "meal-",
    "booth-state-",
    "booths-vacant",
    // The programme of the sample has a point of this name.
    "stage-title",
];
/// Labels of fields, which head the columns of tables, and notes in the tables of a report: a table is moved sideways
/// under its edge.
const COLUMNS: &[&str] = &["field-", "note-"];

/// Texts without a value in them, whose keys begin with one of these.
fn words(language: Language, keys: &[&str]) -> BTreeSet<String> {
    let lines = sources(language).iter().flat_map(|(_, source)| source.lines());
    lines
        .filter(|line| !line.contains('{') && !line.starts_with(['#', ' ']))
        .filter(|line| keys.iter().any(|key| line.starts_with(key)))
        .filter_map(|line| line.split_once(" = "))
        .map(|(_, text)| text.trim().to_owned())
        .collect()
}

/// Texts that are cut: by the end of their room, or by the edge of what they stand in.
fn cut(shapes: &[ClippedShape]) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut ended, mut clipped_off) = (BTreeSet::new(), BTreeSet::new());
    for clipped in shapes {
        let mut waiting = vec![&clipped.shape];
        while let Some(shape) = waiting.pop() {
            match shape {
                Shape::Vec(shapes) => waiting.extend(shapes),
                Shape::Text(text) => {
                    let (area, room) = (text.visual_bounding_rect(), clipped.clip_rect);
                    // What is scrolled away above or below is not cut.
                    let is_in_sight = area.intersects(room) && area.left() < room.right() - 1.0;
                    let is_over = area.right() > room.right() + 1.0 || area.left() < room.left() - 1.0;
                    if text.galley.elided {
                        ended.insert(text.galley.text().to_owned());
                    } else if is_in_sight && is_over {
                        clipped_off.insert(text.galley.text().to_owned());
                    }
                }
                _ => {}
            }
        }
    }
    (ended, clipped_off)
}

/// The word for a kind of records.
fn label(key: &str) -> so_lang_nghe::i18n::Message {
    use so_lang_nghe::domain::RecordKind;
    RecordKind::ALL.iter().map(|kind| kind.label()).find(|label| label.key() == key).unwrap()
}

/// The pages around memoranda that no key leads to.
fn office(story: &mut Story, language: Language, look: &mut dyn FnMut(&Story, &str)) {
    for name in ["nav-numbers", "nav-statistics", "nav-templates", "ceremony-title"] {
        story.press(&message("menu").text(language));
        story.press(&message(name).text(language));
        look(story, name);
        if name == "nav-templates" {
            super::templates::open_copy(story, language);
            look(story, "a template");
        }
    }
    story.press(&message("prepare-open").text(language));
    look(story, "preparing a ceremony");
    story.press(&message("act-close").text(language));
    story.press(&message("ceremony-screen").text(language));
    look(story, "a ceremony with its second screen");
    story.press(&message("ceremony-screen-close").text(language));
    look(story, "a ceremony");
}

/// Looks at a place, and remembers which of the program's own words are cut there.
fn look_for_cuts(language: Language, found: &mut Vec<String>) -> impl FnMut(&Story, &str) {
    let names = words(language, VALUES);
    let ours: BTreeSet<String> = words(language, &[""]).difference(&names).cloned().collect();
    let columns = words(language, COLUMNS);
    move |story: &Story, place: &str| {
        let (ended, clipped) = cut(&story.harness.output().shapes);
        let clipped = clipped.difference(&columns);
        found.extend(
            ended
                .iter()
                .chain(clipped)
                .filter(|text| ours.contains(*text))
                .map(|text| format!("{place}: {text}")),
        );
    }
}

/// The page of a conference and the desk.
fn conference(language: Language, size: Vec2, percent: u16) {
    let mut story = Story::with_text(language, size, percent);
    let mut found = Vec::new();
    let mut look = look_for_cuts(language, &mut found);
    conference_pages::walk(&mut story, language, &mut |story, place| look(story, place));
    drop(look);
    assert!(found.is_empty(), "{language:?} at {size} and {percent} %:\n{}", found.join("\n"));
}

fn walk(language: Language, size: Vec2, percent: u16) {
    let mut story = Story::with_text(language, size, percent);
    let mut found = Vec::new();
    let mut look = look_for_cuts(language, &mut found);
    look(&story, "home");
    let lists = [
        (Key::Num2, "villages"),
        (Key::Num3, "artisans"),
        (Key::Num4, "partners"),
        (Key::Num5, "products"),
        (Key::Num6, "mous"),
    ];
    for (key, name) in lists {
        story.ctrl(key);
        look(&story, name);
        story.press_row("");
        look(&story, &format!("{name}, one chosen"));
        story.key(Key::Enter);
        look(&story, &format!("{name}, one opened"));
    }
    for (key, name) in [(Key::Num7, "people"), (Key::Num8, "care"), (Key::Num9, "map")] {
        story.ctrl(key);
        look(&story, name);
    }
    // What can be added to a village, and the card view.
    story.ctrl(Key::Num2);
    for kind in ["kind-certificate", "kind-preservation", "kind-placement"] {
        story.press_row("");
        story.press(&message("act-add").text(language));
        look(&story, "what can be added");
        story.press(&message("detail-add").with("kind", label(kind)).text(language));
        look(&story, kind);
        story.key(Key::Escape);
    }
    story.press(&message("list-as-cards").text(language));
    look(&story, "cards");
    story.press(&message("list-as-table").text(language));
    story.ctrl(Key::Num6);
    story.press_row(&message("mou-no-number").text(language));
    story.key(Key::Enter);
    look(&story, "a draft");
    for key in [Key::Comma, Key::K] {
        story.ctrl(key);
        look(&story, &format!("{key:?}"));
    }
    story.key(Key::Escape);
    story.key(Key::F1);
    look(&story, "help");
    story.press(&message("menu").text(language));
    story.press(&message("nav-duplicates").text(language));
    look(&story, "duplicates");
    story.press(&message("menu").text(language));
    look(&story, "menu");
    story.key(Key::Escape);
    story.ctrl(Key::K);
    story.type_text(&message("nav-trash").text(language));
    story.key(Key::Enter);
    look(&story, "trash");
    office(&mut story, language, &mut look);
    drop(look);
    assert!(found.is_empty(), "{language:?} at {size} and {percent} %:\n{}", found.join("\n"));
}

#[test]
fn every_word_is_whole_in_vietnamese() {
    walk(Language::Vi, vec2(1366.0, 768.0), 100);
    walk(Language::Vi, vec2(1280.0, 720.0), 100);
}

#[test]
fn every_word_is_whole_in_english() {
    walk(Language::En, vec2(1366.0, 768.0), 100);
    walk(Language::En, vec2(1280.0, 720.0), 100);
}

#[test]
fn every_word_is_whole_in_large_letters() {
    walk(Language::Vi, vec2(1280.0, 720.0), 150);
    walk(Language::En, vec2(1280.0, 720.0), 150);
}

#[test]
fn every_word_of_a_conference_is_whole() {
    conference(Language::Vi, vec2(1366.0, 768.0), 100);
    conference(Language::En, vec2(1280.0, 720.0), 100);
}

#[test]
fn every_word_of_a_conference_is_whole_in_large_letters() {
    conference(Language::Vi, vec2(1280.0, 720.0), 150);
    conference(Language::En, vec2(1280.0, 720.0), 150);
}
