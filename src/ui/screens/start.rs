//! The first screen: language, sample book, empty register, a file, recent files.

use std::path::{Path, PathBuf};

use eframe::egui::{CentralPanel, Frame, Id, Rect, ScrollArea, Sense, Ui, vec2};
use egui_phosphor::regular as icons;

use crate::domain::NumberPattern;
use crate::error::Error;
use crate::i18n::{Language, message};
use crate::problem::Problem;
use crate::runtime::Preferences;
use crate::store::Store;
use crate::ui::components::{
    Button, Field, Tone, at_right, banner, card, heading, line, link, note, segments, text,
};
use crate::ui::pictures;
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, RECORD, SECTION, SMALL, Theme, space};

/// What the first screen asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartAsk {
    /// Another language.
    Language(Language),
    /// Who works here.
    Officer(String),
    /// The sample book.
    Sample,
    /// An empty register: path, name of the office, number pattern.
    Create(PathBuf, String, String),
    /// A file that is known.
    Open(PathBuf),
    /// Copy the file to this machine first, then open it.
    CopyAndOpen(PathBuf),
    /// Open this file where it lies.
    OpenThere(PathBuf),
    /// Choose a file with the system's dialog.
    Choose,
}

/// The first screen.
pub struct StartScreen {
    officer: String,
    office: String,
    pattern: String,
    path: String,
    /// A path typed by hand, where no dialog opens.
    other: String,
    making: bool,
    /// A file on a stick or network drive that may be copied first.
    pub foreign: Option<PathBuf>,
}

impl StartScreen {
    /// The first screen of this machine.
    pub fn new(preferences: &Preferences, home: &Path) -> Self {
        Self {
            officer: preferences.officer.clone(),
            office: String::new(),
            pattern: "{so:02}/{nam}/BBGN-HHLN".to_owned(),
            path: home.join(format!("so-lang-nghe.{}", Store::EXTENSION)).display().to_string(),
            other: String::new(),
            making: false,
            foreign: None,
        }
    }

    /// Draws it.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        language: Language,
        preferences: &Preferences,
        opening: bool,
        failure: Option<&Error>,
    ) -> Vec<StartAsk> {
        let mut asks = Vec::new();
        CentralPanel::no_frame().frame(Frame::new().fill(theme.c.background)).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let wide = ui.available_width();
                let width = (wide - 48.0).min(860.0);
                let top = ((ui.available_height() - 620.0) / 2.0).max(24.0);
                ui.add_space(top);
                ui.horizontal_top(|ui| {
                    ui.add_space((wide - width) / 2.0);
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        self.content_ui(ui, theme, language, preferences, opening, failure, &mut asks);
                    });
                });
            });
        });
        asks
    }

    #[expect(clippy::too_many_arguments, reason = "what the first screen is made of")]
    fn content_ui(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        language: Language,
        preferences: &Preferences,
        opening: bool,
        failure: Option<&Error>,
        asks: &mut Vec<StartAsk>,
    ) {
        let t = |words: crate::i18n::Message| words.text(language);
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(72.0, 72.0), Sense::hover());
            pictures::seal(ui, Rect::from_min_size(rect.min, vec2(72.0, 72.0)));
            ui.vertical(|ui| {
                ui.set_width(ui.available_width() - 230.0);
                ui.add_space(10.0);
                heading(ui, "Sổ Làng Nghề", RECORD, theme.c.text);
                line(ui, &t(message("start-what")), BODY, theme.c.muted);
            });
            let mut chosen = language;
            let values = [(Language::Vi, "Tiếng Việt".to_owned()), (Language::En, "English".to_owned())];
            if at_right(ui, "start-language", |ui| segments(ui, theme, &values, &mut chosen)) {
                asks.push(StartAsk::Language(chosen));
            }
        });
        ui.add_space(space::L);
        if opening {
            note(ui, theme, Tone::Busy, &t(message("start-opening")));
            ui.add_space(space::M);
        }
        if let Some(error) = failure {
            let words = format!("{} {}", error.message().text(language), error.hint().text(language));
            note(ui, theme, Tone::Stop, &words);
            ui.add_space(space::M);
        }
        self.foreign_ui(ui, theme, language, asks);
        let half = (ui.available_width() - 16.0) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            ui.vertical(|ui| {
                ui.set_width(half);
                card(ui, theme, 16, |ui| {
                    heading(ui, &t(message("start-sample-title")), SECTION, theme.c.text);
                    text(ui, &t(message("start-sample-explain")), BODY, theme.c.muted);
                    ui.add_space(4.0);
                    let label = t(message("start-sample"));
                    let button = Button::primary(&label).icon(icons::BOOK_OPEN).enabled(!opening);
                    if button.show(ui, theme).clicked() {
                        asks.push(StartAsk::Sample);
                    }
                });
                ui.add_space(space::M);
                self.create_ui(ui, theme, language, opening, asks);
            });
            ui.vertical(|ui| {
                ui.set_width(half);
                card(ui, theme, 16, |ui| {
                    let (label, help) = (t(message("settings-officer")), t(message("settings-officer-help")));
                    let field = Field::new(Id::unique("start-officer"), &label).help(&help);
                    if field.show(ui, theme, language, &mut self.officer).lost_focus() {
                        asks.push(StartAsk::Officer(crate::vietnamese::clean(&self.officer)));
                    }
                });
                ui.add_space(space::M);
                self.open_ui(ui, theme, language, preferences, opening, asks);
            });
        });
    }

    fn foreign_ui(&mut self, ui: &mut Ui, theme: &Theme, language: Language, asks: &mut Vec<StartAsk>) {
        let Some(path) = self.foreign.clone() else { return };
        let words = message("start-foreign").with("path", path.display().to_string()).text(language);
        banner(ui, theme, Tone::Look, &words, |ui| {
            let label = message("start-copy").text(language);
            if Button::outline(&label).small().icon(icons::COPY).show(ui, theme).clicked() {
                asks.push(StartAsk::CopyAndOpen(path.clone()));
                self.foreign = None;
            }
            let label = message("start-open-there").text(language);
            if Button::plain(&label).small().show(ui, theme).clicked() {
                asks.push(StartAsk::OpenThere(path.clone()));
                self.foreign = None;
            }
        });
        ui.add_space(space::M);
    }

    fn create_ui(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        language: Language,
        opening: bool,
        asks: &mut Vec<StartAsk>,
    ) {
        let t = |words: crate::i18n::Message| words.text(language);
        card(ui, theme, 16, |ui| {
            heading(ui, &t(message("start-empty-title")), SECTION, theme.c.text);
            text(ui, &t(message("start-empty-explain")), BODY, theme.c.muted);
            if !self.making {
                let label = t(message("start-empty"));
                if Button::outline(&label).icon(icons::PLUS).enabled(!opening).show(ui, theme).clicked() {
                    self.making = true;
                }
                return;
            }
            let required = t(message("word-required"));
            let label = t(message("start-office"));
            Field::new(Id::unique("start-office"), &label).required(Some(&required)).show(
                ui,
                theme,
                language,
                &mut self.office,
            );
            let label = t(message("start-pattern"));
            let problem = NumberPattern::parse(&self.pattern).err();
            let problem = problem.map(|words| Problem::error("pattern", words));
            let help = t(message("settings-pattern-help"));
            Field::new(Id::unique("start-pattern"), &label).help(&help).problem(problem.as_ref()).show(
                ui,
                theme,
                language,
                &mut self.pattern,
            );
            let label = t(message("start-path"));
            Field::new(Id::unique("start-path"), &label).show(ui, theme, language, &mut self.path);
            let label = t(message("start-create"));
            let ready = problem.is_none() && !self.office.trim().is_empty() && !opening;
            if Button::outline(&label).icon(icons::CHECK).enabled(ready).show(ui, theme).clicked() {
                let path = PathBuf::from(self.path.trim());
                asks.push(StartAsk::Create(path, self.office.clone(), self.pattern.clone()));
            }
        });
    }

    fn open_ui(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        language: Language,
        preferences: &Preferences,
        opening: bool,
        asks: &mut Vec<StartAsk>,
    ) {
        let t = |words: crate::i18n::Message| words.text(language);
        card(ui, theme, 16, |ui| {
            heading(ui, &t(message("start-open-title")), SECTION, theme.c.text);
            let label = t(message("start-open"));
            if Button::outline(&label).icon(icons::FOLDER_OPEN).enabled(!opening).show(ui, theme).clicked() {
                asks.push(StartAsk::Choose);
            }
            let label = t(message("start-type-path"));
            let response =
                Field::new(Id::unique("start-other"), &label).show(ui, theme, language, &mut self.other);
            if response.lost_focus()
                && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter))
                && !self.other.trim().is_empty()
            {
                asks.push(StartAsk::Open(PathBuf::from(self.other.trim())));
            }
            if !preferences.recent.is_empty() {
                ui.add_space(4.0);
                heading(ui, &t(message("start-recent")), CARD, theme.c.text);
                for path in &preferences.recent {
                    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                    if link(ui, theme, &name, BODY_MEDIUM).clicked() && !opening {
                        asks.push(StartAsk::Open(path.clone()));
                    }
                    let folder = path.parent().unwrap_or(Path::new("")).display().to_string();
                    line(ui, &folder, SMALL, theme.c.muted);
                }
            }
        });
    }
}
