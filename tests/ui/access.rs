//! Everything that can be pressed has a name, on every screen and in both languages.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, vec2};
use egui_kittest::kittest::NodeT as _;
use so_lang_nghe::i18n::{Language, message};

use super::conference_pages;
use super::story::Story;

fn nameless(story: &Story) -> Vec<String> {
    let pressable = [
        Role::Button,
        Role::Link,
        Role::CheckBox,
        Role::Switch,
        Role::Tab,
        Role::TextInput,
        Role::MultilineTextInput,
        Role::ComboBox,
        Role::Grid,
    ];
    let mut found = Vec::new();
    for node in story.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let named = node.label().is_some_and(|label| !label.trim().is_empty());
        if pressable.contains(&node.role()) && !named {
            found.push(format!("{:?} at {:?}", node.role(), node.raw_bounds()));
        }
    }
    found
}

#[test]
fn every_control_of_every_screen_has_a_name() {
    for (language, size) in [(Language::Vi, vec2(1366.0, 768.0)), (Language::En, vec2(1280.0, 720.0))] {
        let mut story = Story::in_language(language, size);
        let look = |story: &Story, screen: &str| {
            let found = nameless(story);
            assert!(found.is_empty(), "{screen} in {language:?}: {found:?}");
            // A key of a text that does not exist would be shown as it is.
            for name in story.names().lines() {
                let word = name.split('"').nth(1).unwrap_or_default();
                let is_key = word.contains('-')
                    && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
                assert!(!is_key, "{screen} in {language:?}: {word}");
            }
        };
        look(&story, "home");
        for key in [Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6] {
            story.ctrl(key);
            look(&story, "list");
            story.press_row("");
            look(&story, "list with a record");
            story.key(Key::Enter);
            look(&story, "form");
            story.key(Key::Escape);
        }
        story.ctrl(Key::M);
        look(&story, "MoU");
        for page in ["nav-numbers", "nav-statistics", "nav-templates", "ceremony-title"] {
            story.press(&message("menu").text(language));
            story.press(&message(page).text(language));
            look(&story, page);
        }
        story.press(&message("prepare-open").text(language));
        look(&story, "preparing a ceremony");
        story.press(&message("act-close").text(language));
        story.press(&message("ceremony-screen").text(language));
        look(&story, "a ceremony with its second screen");
        story.press(&message("ceremony-screen-close").text(language));
        conference_pages::walk(&mut story, language, &mut |story, place| look(story, place));
        story.ctrl(Key::Comma);
        look(&story, "settings");
        story.key(Key::F1);
        look(&story, "help");
        story.ctrl(Key::K);
        look(&story, "palette");
    }
}
