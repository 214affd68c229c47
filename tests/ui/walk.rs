//! The whole task of an officer, from the sample book to the saved paper: by mouse, and by keyboard alone in
//! another language, look, size of the window and of the letters.

use eframe::egui::{Key, vec2};
use so_lang_nghe::domain::{FrozenDocument, Mou, MouState, Organisation};
use so_lang_nghe::i18n::{Language, field_label, message};
use so_lang_nghe::runtime::{Look, Preferences};

use super::story::Story;

/// Somebody with a mouse, or without.
struct Officer {
    story: Story,
    language: Language,
    mouse: bool,
}

impl Officer {
    fn word(&self, key: &'static str) -> String {
        message(key).text(self.language)
    }

    fn press(&mut self, name: &str) {
        if self.mouse {
            return self.story.press(name);
        }
        self.story.tab_to(name);
        self.story.key(Key::Space);
    }

    fn fill(&mut self, column: &'static str, text: &str) {
        let name = field_label(column).text(self.language);
        if self.mouse {
            return self.story.type_into(&name, text);
        }
        self.story.tab_to(&name);
        self.story.key(Key::End);
        self.story.type_text(text);
    }

    /// Looks for something everywhere and goes to it.
    fn find(&mut self, words: &str) {
        self.story.ctrl(Key::K);
        self.story.type_text(words);
        self.story.key(Key::Enter);
    }

    /// What the check list leads to.
    fn to_settle(&self) -> Vec<String> {
        let go = message("check-go-to").with("what", "").text(self.language);
        let names = self.story.names();
        let lines = names.lines().filter_map(|line| line.strip_prefix("Button \"")?.strip_suffix('"'));
        lines.filter(|name| name.starts_with(go.trim())).map(str::to_owned).collect()
    }

    /// Shows what is to settle, where it has no room beside the page.
    fn check(&mut self) {
        let start = message("mou-tab-check").with("count", "").text(self.language);
        let tab = format!("Tab \"{}", start.trim());
        if self.story.names().lines().any(|line| line.starts_with(&tab)) {
            self.press(start.trim());
        }
    }

    /// From the village that is looked for to the paper in its folder.
    fn makes_a_memorandum(&mut self) {
        self.find("bat trang");
        self.story.must_see("Bát Tràng");
        // A firm with a wrong tax code: said, and saved.
        self.find(&self.word("act-new-partner"));
        self.fill("name", "Công ty TNHH Thử Nghiệm");
        self.fill("tax_code", "0100109107");
        self.story.ctrl(Key::S);
        let warned = message("done-with-warning").with("field", field_label("tax_code")).with("warning", "");
        self.story.must_see(&warned.text(self.language));
        let firms = self.story.store().rows().all::<Organisation>().unwrap();
        assert!(firms.iter().any(|firm| firm.record.tax_code == "0100109107"), "warned of, and saved");
        self.story.ctrl(Key::M);
        self.story.key(Key::Enter);
        for (role, words) in [("A", "xom goi"), ("B", "thu nghiem")] {
            let role = message("mou-seat-party").with("letter", role).text(self.language);
            self.press(&format!("{} {role}", self.word("word-open")));
            self.fill("organisation", words);
            self.story.key(Key::Enter);
        }
        self.check();
        assert!(self.to_settle().len() > 5, "{}", self.story.names());
        self.settle_all();
        self.press(&self.word("mou-freeze"));
        self.story.must_see(&self.word("done-frozen"));
        self.press(&self.word("paper-save"));
        let path = self.story.value(&self.word("paper-path"));
        self.press(&self.word("paper-save-here"));
        let store = self.story.store();
        let mous = store.rows().all::<Mou>().unwrap();
        let mou = mous.iter().max_by_key(|stored| stored.changed_at).unwrap();
        assert_eq!(mou.record.state, MouState::TextFinal);
        let papers = store.rows().children::<FrozenDocument>("mou", mou.id.any()).unwrap();
        let kept = store.rows().blob(&papers[0].record.sha256).unwrap().unwrap();
        assert_eq!(std::fs::read(path).unwrap(), kept, "the very pages that are shown");
    }

    /// Follows the list of what is to settle from field to field, until it is empty.
    fn settle_all(&mut self) {
        for _ in 0..12 {
            let Some(next) = self.to_settle().into_iter().next() else { break };
            self.press(&next);
            let answers = [
                ("mou-field-product-group", "nón lá"),
                ("mou-field-village", "bat trang"),
                ("mou-field-date", "18/12"),
                ("mou-field-place", "Hà Nội"),
                ("mou-field-term", "24"),
            ];
            let answer = answers.iter().find(|(key, _)| next.ends_with(&self.word(key)));
            if let Some((_, text)) = answer {
                self.story.type_text(text);
                // One of the register is chosen, the day is read.
                self.story.key(Key::Enter);
            } else if next.ends_with(&self.word("mou-number-missing")) {
                self.story.type_text("99/2026");
                self.press(&self.word("mou-write-number"));
            } else if next.ends_with(&self.word("mou-field-representative")) {
                self.add_signer();
            } else if next.ends_with(&self.word("tax-code-doubtful")) {
                self.press(&self.word("mou-open-record"));
                self.fill("tax_code", "");
                self.story.key(Key::Backspace);
                self.story.type_text("6");
                self.story.ctrl(Key::S);
            } else {
                assert!(next.ends_with(&self.word("mou-field-address")), "{next}");
                self.press(&self.word("mou-open-record"));
                self.fill("street", "số 1 phố Thử");
                self.story.ctrl(Key::S);
            }
            self.check();
        }
        assert!(self.to_settle().is_empty(), "{:?}", self.to_settle());
    }

    /// A signer who is not in the register yet.
    fn add_signer(&mut self) {
        self.press(&field_label("signer").text(self.language));
        self.press(&self.word("mou-new-signer"));
        self.fill("full_name", "Lê Thị Ký");
        self.fill("title", "Giám đốc");
        self.press(&self.word("mou-add-signer"));
    }
}

fn officer(language: Language, mouse: bool, look: Look, text_percent: u16) -> Officer {
    let preferences = Preferences { language: Some(language), look, text_percent, ..Preferences::default() };
    let size = if text_percent > 100 { vec2(1280.0, 720.0) } else { vec2(1366.0, 768.0) };
    Officer { story: Story::preferring(preferences, size, false), language, mouse }
}

#[test]
fn a_memorandum_is_made_by_mouse_in_vietnamese() {
    officer(Language::Vi, true, Look::Light, 100).makes_a_memorandum();
}

#[test]
fn a_memorandum_is_made_by_keyboard_alone_in_vietnamese() {
    officer(Language::Vi, false, Look::Light, 100).makes_a_memorandum();
}

#[test]
fn a_memorandum_is_made_by_keyboard_alone_in_english_in_the_dark_in_large_letters() {
    officer(Language::En, false, Look::Dark, 150).makes_a_memorandum();
}
