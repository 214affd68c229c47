//! What was deleted, and the way back.

use eframe::egui::{CentralPanel, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icons;

use super::answered;
use super::history::moment;
use crate::i18n::message;
use crate::ops::{Command, Trash, TrashLine};
use crate::runtime::Slot;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, card, empty, heading, line, screen_head};
use crate::ui::shell::kind_icon;
use crate::ui::theme::{self, BODY, BODY_MEDIUM, SCREEN, SMALL, space};

/// The trash.
#[derive(Default)]
pub struct TrashScreen {
    lines: Slot<Trash>,
}

impl TrashScreen {
    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        // By the day, so that the question stays the same while the screen is open.
        let day = 24 * 60 * 60 * 1_000;
        let question = Trash { since: (cx.now - Trash::KEPT) / day * day };
        let frame = screen_head(ui, cx.theme, cx.narrow, "trash-head", |ui| {
            ui.horizontal_centered(|ui| {
                heading(ui, &cx.t(&message("nav-trash")), SCREEN, cx.theme.c.text);
                line(ui, &cx.t(&message("trash-kept")), BODY, cx.theme.c.muted);
            });
        });
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            let Some(lines) = answered(ui, cx, &mut self.lines, &question, 6) else { return };
            if lines.is_empty() {
                let (title, explain) = (cx.t(&message("trash-empty")), cx.t(&message("trash-empty-explain")));
                empty(ui, &cx.theme, &title, &explain, |_| {});
                return;
            }
            card(ui, &cx.theme.clone(), 0, |ui| {
                let height = 52.0;
                ui.spacing_mut().item_spacing.y = 0.0;
                ScrollArea::vertical().show_rows(ui, height, lines.len(), |ui, range| {
                    for line in lines.get(range).unwrap_or_default() {
                        line_ui(ui, cx, line, height);
                    }
                });
            });
            ui.add_space(space::L);
        });
    }
}

fn line_ui(ui: &mut Ui, cx: &mut Cx<'_>, entry: &TrashLine, height: f32) {
    let top = ui.cursor().top();
    ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
        ui.set_min_height(height);
        ui.horizontal_centered(|ui| {
            ui.add_space(16.0);
            ui.label(
                eframe::egui::RichText::new(kind_icon(entry.kind))
                    .font(theme::icon_font(20.0, false))
                    .color(cx.theme.c.muted),
            );
            let width = (ui.available_width() - 160.0).max(100.0);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(7.0);
                let kind = cx.t(&entry.kind.label());
                let name = if entry.name.is_empty() { kind.clone() } else { entry.name.clone() };
                line(ui, &name, BODY_MEDIUM, cx.theme.c.text);
                let when = cx.t(&message("trash-when").with("when", moment(entry.at, cx.language)));
                line(ui, &format!("{kind} · {when}"), SMALL, cx.theme.c.muted);
            });
            let label = cx.t(&message("act-restore"));
            let full = cx.t(&message("act-restore-name").with("name", entry.name.as_str()));
            let button = Button::outline(&label).icon(icons::ARROW_COUNTER_CLOCKWISE).name(&full);
            if button.show(ui, &cx.theme).clicked() {
                let done = message("done-restored").with("name", entry.name.as_str());
                cx.ask(Action::Run(Box::new(Command::Restore(entry.kind, entry.id)), done));
            }
        });
    });
    ui.painter().hline(ui.max_rect().x_range(), top + height, cx.theme.line());
}
