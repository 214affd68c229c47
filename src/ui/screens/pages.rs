//! The manual inside the program, the list of keys, and what the program is made of.

use eframe::egui::{CentralPanel, Rect, ScrollArea, Sense, Ui, vec2};
use egui_extras::{Column, TableBuilder};

use crate::i18n::{Message, message};
use crate::ui::action::Cx;
use crate::ui::commands::{COMMANDS, keys_text};
use crate::ui::components::{card, heading, line, screen_head, text};
use crate::ui::pictures;
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, PARAGRAPH, RECORD, SCREEN, SECTION, space};

/// Width of a column that is read.
const READING: f32 = 640.0;

fn page(ui: &mut Ui, cx: &mut Cx<'_>, title: &Message, content: impl FnOnce(&mut Ui, &mut Cx<'_>)) {
    let frame = screen_head(ui, cx.theme, cx.narrow, "page-head", |ui| {
        ui.horizontal_centered(|ui| heading(ui, &cx.t(title), SCREEN, cx.theme.c.text));
    });
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            content(ui, cx);
            ui.add_space(space::XL);
        });
    });
}

/// Width of the list of keys.
const KEYS: f32 = 480.0;

/// The manual.
#[derive(Default)]
pub struct HelpScreen;

impl HelpScreen {
    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        page(ui, cx, &message("nav-help"), |ui, cx| {
            let wide = ui.available_width();
            if wide < 1_000.0 {
                manual_ui(ui, cx);
                keys_ui(ui, cx);
                return;
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                ui.vertical(|ui| {
                    ui.set_width((wide - KEYS - 40.0).min(READING + 60.0));
                    manual_ui(ui, cx);
                });
                ui.vertical(|ui| {
                    ui.set_width(KEYS);
                    keys_ui(ui, cx);
                });
            });
        });
    }
}

fn manual_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let chapters = [
        (message("help-start-title"), message("help-start")),
        (message("help-find-title"), message("help-find")),
        (message("help-record-title"), message("help-record")),
        (message("help-many-title"), message("help-many")),
        (message("help-care-title"), message("help-care")),
        (message("help-mou-title"), message("help-mou")),
        (message("help-templates-title"), message("help-templates")),
        (message("help-numbers-title"), message("help-numbers")),
        (message("help-ceremony-title"), message("help-ceremony")),
        (message("help-after-title"), message("help-after")),
        (message("help-statistics-title"), message("help-statistics")),
        (message("help-plan-title"), message("help-plan")),
        (message("help-guests-title"), message("help-guests")),
        (message("help-desk-title"), message("help-desk")),
        (message("help-booths-title"), message("help-booths")),
        (message("help-meetings-title"), message("help-meetings")),
        (message("help-statements-title"), message("help-statements")),
        (message("help-report-title"), message("help-report")),
        (message("help-undo-title"), message("help-undo")),
        (message("help-copy-title"), message("help-copy")),
        (message("help-typing-title"), message("help-typing")),
    ];
    for (title, body) in chapters {
        card(ui, &cx.theme, 16, |ui| {
            heading(ui, &cx.t(&title), SECTION, cx.theme.c.text);
            for paragraph in cx.t(&body).split('\n').filter(|line| !line.trim().is_empty()) {
                text(ui, paragraph, PARAGRAPH, cx.theme.c.text);
            }
        });
        ui.add_space(space::M);
    }
}

/// The keys, from the same definition as the menu.
fn keys_ui(ui: &mut Ui, cx: &Cx<'_>) {
    card(ui, &cx.theme, 16, |ui| {
        heading(ui, &cx.t(&message("help-keys")), CARD, cx.theme.c.text);
        let mut rows: Vec<(String, String)> = COMMANDS
            .iter()
            .filter_map(|command| Some((cx.t(&(command.label)()), keys_text(command.keys.as_ref()?))))
            .collect();
        rows.push((cx.t(&message("help-keys-table")), cx.t(&message("help-keys-arrows"))));
        rows.push((cx.t(&message("help-keys-select")), cx.t(&message("help-keys-shift"))));
        rows.push((cx.t(&message("help-keys-next")), "F8".to_owned()));
        rows.push((cx.t(&message("help-keys-desk")), "F2, F3, F4".to_owned()));
        rows.push((cx.t(&message("help-keys-answer")), "1–5".to_owned()));
        rows.push((cx.t(&message("help-keys-order")), cx.t(&message("help-keys-alt"))));
        rows.push((cx.t(&message("help-keys-move")), cx.t(&message("help-keys-then"))));
        rows.push((cx.t(&message("help-keys-result")), "1–6, F".to_owned()));
        TableBuilder::new(ui)
            .vscroll(false)
            .column(Column::remainder().clip(true))
            .column(Column::exact(206.0))
            .body(|body| {
                body.rows(28.0, rows.len(), |mut row| {
                    let Some((label, keys)) = rows.get(row.index()) else { return };
                    row.col(|ui| {
                        line(ui, label, BODY, cx.theme.c.text);
                    });
                    row.col(|ui| {
                        line(ui, keys, COMPACT, cx.theme.c.muted);
                    });
                });
            });
    });
}

/// Version, licences, fonts.
#[derive(Default)]
pub struct AboutScreen;

impl AboutScreen {
    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        page(ui, cx, &message("nav-about"), |ui, cx| {
            ui.set_max_width(READING);
            card(ui, &cx.theme.clone(), 16, |ui| {
                ui.horizontal_top(|ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(64.0, 64.0), Sense::hover());
                    pictures::seal(ui, Rect::from_min_size(rect.min, vec2(64.0, 64.0)));
                    ui.vertical(|ui| {
                        heading(ui, "Sổ Làng Nghề", RECORD, cx.theme.c.text);
                        let version = message("about-version").with("version", env!("CARGO_PKG_VERSION"));
                        text(ui, &cx.t(&version), BODY, cx.theme.c.muted);
                    });
                });
                text(ui, &cx.t(&message("about-what")), PARAGRAPH, cx.theme.c.text);
                text(ui, &cx.t(&message("about-offline")), PARAGRAPH, cx.theme.c.text);
            });
            ui.add_space(space::M);
            card(ui, &cx.theme.clone(), 16, |ui| {
                heading(ui, &cx.t(&message("about-licences")), CARD, cx.theme.c.text);
                text(ui, &cx.t(&message("about-own-licence")), BODY, cx.theme.c.text);
                for (name, licence) in [
                    ("Be Vietnam Pro, SLN Num", "SIL Open Font License 1.1"),
                    ("Tinos", "SIL Open Font License 1.1"),
                    ("Phosphor Icons", "MIT"),
                    ("SQLite", "Public Domain"),
                    ("egui, eframe", "MIT OR Apache-2.0"),
                    ("Fluent, ICU4X, Parley, printpdf, hayro", "MIT OR Apache-2.0 · Unicode-3.0"),
                ] {
                    ui.horizontal(|ui| {
                        ui.allocate_ui(vec2(300.0, 20.0), |ui| {
                            ui.set_width(300.0);
                            line(ui, name, BODY_MEDIUM, cx.theme.c.text);
                        });
                        line(ui, licence, BODY, cx.theme.c.muted);
                    });
                }
            });
            ui.add_space(space::M);
            card(ui, &cx.theme.clone(), 16, |ui| {
                heading(ui, &cx.t(&message("about-places")), CARD, cx.theme.c.text);
                let day = crate::vietnamese::PartialDate::Day(cx.places.date()).show(cx.language);
                text(ui, &cx.t(&message("about-places-day").with("day", day)), BODY, cx.theme.c.text);
                let data = message("about-data").with("path", cx.data.path().display().to_string());
                text(ui, &cx.t(&data), BODY, cx.theme.c.muted);
            });
        });
    }
}
