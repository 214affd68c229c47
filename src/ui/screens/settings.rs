//! Settings: who works here, how the program looks, its language, number series, copies.

use eframe::egui::{CentralPanel, Id, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icons;

use crate::domain::{NumberPattern, NumberSeries, RecordKind, Stored, desk_code};
use crate::i18n::{Language, field_label, message};
use crate::ops::{Command, Query};
use crate::problem::Problem;
use crate::runtime::{Density, Look, Preferences, RendererChoice, Slot, Ticket};
use crate::store::{BackupCopy, Store};
use crate::ui::action::{Action, Cx, Preference};
use crate::ui::components::{Button, Field, Tone, card, heading, line, note, screen_head, segments, text};
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, SCREEN, SMALL, SMALL_MEDIUM, space};

/// Asks for the number series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct SeriesList;

impl Query for SeriesList {
    type Answer = Vec<Stored<NumberSeries>>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::NumberSeries]
    }

    fn answer(&self, store: &mut Store) -> crate::error::Result<Self::Answer> {
        store.rows().all()
    }
}

/// The settings.
#[derive(Default)]
pub struct SettingsScreen {
    officer: Option<String>,
    desk: Option<String>,
    series: Slot<SeriesList>,
    name: String,
    pattern: String,
    copies: Option<Ticket<Vec<BackupCopy>>>,
    known: Vec<BackupCopy>,
    asked: bool,
    asked_after: Option<jiff::civil::DateTime>,
}

impl SettingsScreen {
    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let frame = screen_head(ui, cx.theme, cx.narrow, "settings-head", |ui| {
            ui.horizontal_centered(|ui| {
                heading(ui, &cx.t(&message("nav-settings")), SCREEN, cx.theme.c.text);
            });
        });
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let width = ui.available_width();
                if width < 900.0 {
                    self.office_ui(ui, cx);
                    look_ui(ui, cx);
                    self.series_ui(ui, cx);
                    self.copies_ui(ui, cx);
                } else {
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = 16.0;
                        let half = (width - 16.0) / 2.0;
                        ui.vertical(|ui| {
                            ui.set_width(half);
                            self.office_ui(ui, cx);
                            look_ui(ui, cx);
                        });
                        ui.vertical(|ui| {
                            ui.set_width(half);
                            self.series_ui(ui, cx);
                            self.copies_ui(ui, cx);
                        });
                    });
                }
                ui.add_space(space::XL);
            });
        });
    }

    fn office_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        card(ui, &cx.theme.clone(), 16, |ui| {
            heading(ui, &cx.t(&message("settings-office")), CARD, cx.theme.c.text);
            let officer = self.officer.get_or_insert_with(|| cx.preferences.officer.clone());
            let (label, help) = (cx.t(&message("settings-officer")), cx.t(&message("settings-officer-help")));
            let field = Field::new(Id::unique("settings-officer"), &label).help(&help);
            let response = field.show(ui, &cx.theme, cx.language, officer);
            if response.lost_focus() && *officer != cx.preferences.officer {
                let name = crate::vietnamese::clean(officer);
                cx.ask(Action::Prefer(Preference::Officer(name)));
            }
            let now = cx.data.desk_code();
            let desk = self.desk.get_or_insert_with(|| now.clone());
            let (label, help) = (cx.t(&message("settings-desk")), cx.t(&message("settings-desk-help")));
            let field = Field::new(Id::unique("settings-desk"), &label).help(&help);
            if field.show(ui, &cx.theme, cx.language, desk).lost_focus() {
                let code = desk_code(desk);
                // A laptop always has a code.
                *desk = if code.is_empty() { now.clone() } else { code };
                if *desk != now {
                    let code = desk.clone();
                    cx.ask(Action::Prefer(Preference::Desk(code)));
                }
            }
            text(ui, &cx.t(&message("settings-file")), SMALL_MEDIUM, cx.theme.c.muted);
            text(ui, &cx.data.path().display().to_string(), BODY, cx.theme.c.text);
            ui.horizontal(|ui| {
                let open = cx.t(&message("act-open"));
                if Button::outline(&open).icon(icons::FOLDER_OPEN).show(ui, &cx.theme).clicked() {
                    cx.ask(Action::ChooseFile);
                }
                let close = cx.t(&message("act-close-file"));
                if Button::plain(&close).icon(icons::BOOKS).show(ui, &cx.theme).clicked() {
                    cx.ask(Action::CloseFile);
                }
            });
        });
        ui.add_space(space::M);
    }

    fn series_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        card(ui, &cx.theme.clone(), 16, |ui| {
            heading(ui, &cx.t(&message("settings-series")), CARD, cx.theme.c.text);
            if let Some(series) = self.series.get(cx.data, &SeriesList).ready() {
                for stored in series.iter() {
                    let example = NumberPattern::parse(&stored.record.pattern).map(|pattern| {
                        pattern.format(
                            stored.record.first.max(1),
                            stored.record.year.unwrap_or(i64::from(cx.today.year())),
                        )
                    });
                    line(ui, &stored.record.name, BODY_MEDIUM, cx.theme.c.text);
                    let words = message("settings-series-line")
                        .with("pattern", stored.record.pattern.as_str())
                        .with("example", example.unwrap_or_default());
                    text(ui, &cx.t(&words), COMPACT, cx.theme.c.muted);
                }
            }
            ui.add_space(4.0);
            let label = cx.t(&field_label("name"));
            Field::new(Id::unique("series-name"), &label).show(ui, &cx.theme, cx.language, &mut self.name);
            let label = cx.t(&field_label("pattern"));
            let problem = match NumberPattern::parse(&self.pattern) {
                Err(words) if !self.pattern.trim().is_empty() => Some(Problem::error("pattern", words)),
                _ => None,
            };
            let help = cx.t(&message("settings-pattern-help"));
            Field::new(Id::unique("series-pattern"), &label).help(&help).problem(problem.as_ref()).show(
                ui,
                &cx.theme,
                cx.language,
                &mut self.pattern,
            );
            let add = cx.t(&message("settings-add-series"));
            let ready = problem.is_none() && !self.name.trim().is_empty() && !self.pattern.trim().is_empty();
            if Button::outline(&add).icon(icons::PLUS).enabled(ready).show(ui, &cx.theme).clicked() {
                let series = NumberSeries {
                    name: std::mem::take(&mut self.name),
                    pattern: std::mem::take(&mut self.pattern),
                    year: Some(i64::from(cx.today.year())),
                    first: 1,
                    note: String::new(),
                };
                cx.ask(Action::Run(Box::new(Command::Add(series.into())), message("done-series")));
            }
        });
        ui.add_space(space::M);
    }

    fn copies_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let newest = cx.data.status().copy.map(|copy| copy.made_at);
        if self.copies.is_none() && (!self.asked || self.asked_after != newest) {
            self.copies = Some(cx.data.copies());
            self.asked = true;
            self.asked_after = newest;
        }
        if let Some(answer) = self.copies.as_ref().and_then(Ticket::poll) {
            self.copies = None;
            match answer {
                Ok(copies) => self.known = copies,
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        card(ui, &cx.theme.clone(), 16, |ui| {
            heading(ui, &cx.t(&message("settings-copies")), CARD, cx.theme.c.text);
            let words = message("settings-copies-count").with("count", self.known.len());
            text(ui, &cx.t(&words), BODY, cx.theme.c.text);
            let label = cx.t(&message("act-back-up"));
            if Button::outline(&label).icon(icons::SHIELD_CHECK).show(ui, &cx.theme).clicked() {
                cx.ask(Action::BackUp);
            }
            ui.add_space(4.0);
            for copy in self.known.iter().take(12) {
                ui.horizontal(|ui| {
                    let date = crate::vietnamese::PartialDate::Day(copy.made_at.date()).show(cx.language);
                    let when = format!("{date} {:02}:{:02}", copy.made_at.hour(), copy.made_at.minute());
                    let size = message("copy-size").with("kilobytes", copy.length / 1_024);
                    let words = format!("{when} · {}", cx.t(&size));
                    let width = ui.available_width() - 130.0;
                    ui.allocate_ui(vec2(width, 26.0), |ui| {
                        ui.set_width(width);
                        line(ui, &words, BODY, cx.theme.c.text);
                    });
                    let label = cx.t(&message("act-restore-copy"));
                    let name = cx.t(&message("act-restore-copy-of").with("when", when.as_str()));
                    if Button::plain(&label).small().name(&name).show(ui, &cx.theme).clicked() {
                        cx.ask(Action::Restore(copy.clone()));
                    }
                });
            }
            text(ui, &cx.t(&message("settings-copies-help")), SMALL, cx.theme.c.muted);
        });
    }
}

fn look_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    card(ui, &cx.theme.clone(), 16, |ui| {
        heading(ui, &cx.t(&message("settings-look")), CARD, cx.theme.c.text);
        let preferences = cx.preferences;
        let label = |ui: &mut Ui, cx: &Cx<'_>, words| line(ui, &cx.t(&words), SMALL_MEDIUM, cx.theme.c.muted);
        label(ui, cx, message("settings-language"));
        let mut language = cx.language;
        // Each language is called by its own name, so that it can be found.
        let values = [(Language::Vi, "Tiếng Việt".to_owned()), (Language::En, "English".to_owned())];
        if segments(ui, &cx.theme, &values, &mut language) {
            cx.ask(Action::Prefer(Preference::Language(language)));
        }
        label(ui, cx, message("settings-theme"));
        let mut look = preferences.look;
        let values = [
            (Look::System, cx.t(&message("look-system"))),
            (Look::Light, cx.t(&message("look-light"))),
            (Look::Dark, cx.t(&message("look-dark"))),
        ];
        if segments(ui, &cx.theme, &values, &mut look) {
            cx.ask(Action::Prefer(Preference::Look(look)));
        }
        label(ui, cx, message("settings-density"));
        let mut density = preferences.density;
        let values = [
            (Density::Comfortable, cx.t(&message("density-comfortable"))),
            (Density::Compact, cx.t(&message("density-compact"))),
        ];
        if segments(ui, &cx.theme, &values, &mut density) {
            cx.ask(Action::Prefer(Preference::Density(density)));
        }
        label(ui, cx, message("settings-text").with("percent", preferences.text_percent));
        ui.horizontal(|ui| {
            let (low, high) = Preferences::TEXT_RANGE;
            let now = preferences.text_percent;
            let smaller = cx.t(&message("act-smaller"));
            if Button::outline(&smaller).enabled(now > low).show(ui, &cx.theme).clicked() {
                cx.ask(Action::Prefer(Preference::Text((now - 10).max(low))));
            }
            let larger = cx.t(&message("act-larger"));
            if Button::outline(&larger).enabled(now < high).show(ui, &cx.theme).clicked() {
                cx.ask(Action::Prefer(Preference::Text((now + 10).min(high))));
            }
            let usual = cx.t(&message("act-usual-size"));
            if Button::plain(&usual).enabled(now != 100).show(ui, &cx.theme).clicked() {
                cx.ask(Action::Prefer(Preference::Text(100)));
            }
        });
        if cfg!(feature = "wgpu") {
            label(ui, cx, message("settings-renderer"));
            let mut renderer = preferences.renderer;
            let values = [
                (RendererChoice::Auto, cx.t(&message("renderer-auto"))),
                (RendererChoice::Glow, "OpenGL".to_owned()),
                (RendererChoice::Wgpu, "Vulkan / Direct3D".to_owned()),
            ];
            if segments(ui, &cx.theme, &values, &mut renderer) {
                cx.ask(Action::Prefer(Preference::Renderer(renderer)));
            }
        }
        note(ui, &cx.theme, Tone::Plain, &cx.t(&message("settings-kept")));
    });
    ui.add_space(space::M);
}
