//! The way through every part of the page of a conference and through the desk, for tests that look at all
//! screens.

use eframe::egui::Key;
use so_lang_nghe::i18n::{Language, message};

use super::story::Story;

/// What looks at a screen; the word says which one it is.
type Look<'l> = dyn FnMut(&mut Story, &str) + 'l;

/// An officer on that way.
struct Way<'w, 'l> {
    story: &'w mut Story,
    language: Language,
    look: &'w mut Look<'l>,
}

/// Walks through the page of the coming conference, then through the desk.
pub(crate) fn walk(story: &mut Story, language: Language, look: &mut Look<'_>) {
    let mut way = Way { story, language, look };
    way.press("nav-conference");
    way.look("plan");
    way.press("conference-copy");
    way.look("copying a conference");
    way.press("act-cancel");
    way.guests();
    way.booths();
    way.meetings();
    way.statements();
    way.press("conference-report");
    way.look("papers");
    for part in ["report-tables", "report-charts"] {
        way.press(part);
        way.look(part);
    }
    way.desk();
}

impl Way<'_, '_> {
    fn press(&mut self, key: &'static str) {
        self.story.press(&message(key).text(self.language));
    }

    fn look(&mut self, place: &str) {
        (self.look)(self.story, place);
    }

    fn guests(&mut self) {
        self.press("conference-guests");
        self.look("guests");
        self.press("invite-title");
        self.look("inviting");
        self.story.key(Key::Escape);
        self.story.press_row("1, ");
        self.look("guests, one chosen");
        self.press("guests-change");
        self.look("changing guests");
        self.press("act-cancel");
        let forms = message("forms-all").with("count", 0).text(self.language);
        self.story.press(&forms);
        self.look("forms");
        self.press("forms-new");
        self.look("a form");
        self.press("forms-leave");
        self.press("forms-back");
    }

    fn booths(&mut self) {
        self.press("conference-booths");
        self.look("no booths");
        self.press("booths-lay");
        self.look("laying out booths");
        self.story.key(Key::Enter);
        self.press("booths-register");
        self.look("booths");
        self.press("booths-figures");
        self.look("takings");
    }

    fn meetings(&mut self) {
        self.press("conference-meetings");
        self.look("no meetings");
        self.press("meetings-gather");
        self.look("wishes");
        self.press("meetings-make");
        self.look("timetable");
        self.press("meetings-proposals");
        self.look("pairs without a place");
        self.press("meetings-by-firm");
        self.story.press_row("");
        self.look("meetings by participant");
        self.press("meetings-grid");
        self.look("timetable, a meeting chosen");
    }

    fn statements(&mut self) {
        self.press("conference-statements");
        self.look("no statements");
        let words = message("field-words").text(self.language);
        self.story.type_into(&words, "Giữ nghề đan");
        self.story.key(Key::Enter);
        self.look("statements");
        self.story.press_row("Giữ nghề đan");
        self.look("a statement");
        self.press("said-overview");
        self.look("overview of statements");
        self.press("said-conclusions");
        self.look("conclusions");
    }

    fn desk(&mut self) {
        self.press("check-in-title");
        self.look("which desk");
        self.story.type_text("Bàn 1");
        self.story.key(Key::Enter);
        self.look("desk");
        self.story.type_text("n");
        self.look("desk, some found");
        self.story.key(Key::ArrowDown);
        self.story.key(Key::F3);
        self.look("desk, a substitute");
        self.story.key(Key::Escape);
        self.story.key(Key::Enter);
        self.look("desk, somebody came");
        self.press("desk-groups");
        self.look("desk, groups");
        self.story.key(Key::Escape);
        self.story.type_text("khong ai");
        self.story.key(Key::Enter);
        self.look("desk, nobody found");
    }
}
