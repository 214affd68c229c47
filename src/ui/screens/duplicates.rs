//! The pairs of records that may be the same.

use eframe::egui::{CentralPanel, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icons;

use crate::domain::RecordKind;
use crate::i18n::message;
use crate::ops::{Alike, COMPARED, Command, Duplicates, Pair};
use crate::runtime::{Slot, View};
use crate::ui::action::{Action, Cx, Route, list_title};
use crate::ui::components::{
    Button, Tone, badge, card, empty, failed, heading, line, screen_head, segments, skeleton,
};
use crate::ui::theme::{BODY_MEDIUM, SCREEN, SMALL, space};

/// The list of suspected pairs.
pub struct DuplicatesScreen {
    kind: RecordKind,
    pairs: Slot<Duplicates>,
}

impl Default for DuplicatesScreen {
    fn default() -> Self {
        Self { kind: RecordKind::Person, pairs: Slot::default() }
    }
}

impl DuplicatesScreen {
    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let frame = screen_head(ui, cx.theme, cx.narrow, "duplicates-head", |ui| {
            ui.horizontal_centered(|ui| {
                heading(ui, &cx.t(&message("nav-duplicates")), SCREEN, cx.theme.c.text);
                ui.add_space(space::M);
                let kinds: Vec<_> = COMPARED.iter().map(|kind| (*kind, cx.t(&list_title(*kind)))).collect();
                segments(ui, &cx.theme, &kinds, &mut self.kind);
            });
        });
        let view = self.pairs.get(cx.data, &Duplicates { kind: self.kind });
        CentralPanel::no_frame().frame(frame).show(ui, |ui| match view {
            View::Failed(error) => {
                if failed(ui, &cx.theme, cx.language, &error, &cx.t(&message("act-again"))) {
                    self.pairs = Slot::default();
                }
            }
            View::Ready(pairs) if self.pairs.answers(&Duplicates { kind: self.kind }) => {
                if pairs.is_empty() {
                    let title = cx.t(&message("duplicates-none"));
                    empty(ui, &cx.theme, &title, &cx.t(&message("duplicates-explain")), |_| {});
                    return;
                }
                card(ui, &cx.theme.clone(), 0, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ScrollArea::vertical().show_rows(ui, ROW, pairs.len(), |ui, range| {
                        for pair in pairs.get(range).unwrap_or_default() {
                            pair_ui(ui, cx, self.kind, pair);
                        }
                    });
                });
                ui.add_space(space::L);
            }
            _ => skeleton(ui, &cx.theme, 8),
        });
    }
}

const ROW: f32 = 58.0;

fn pair_ui(ui: &mut Ui, cx: &mut Cx<'_>, kind: RecordKind, pair: &Pair) {
    let top = ui.cursor().top();
    ui.allocate_ui(vec2(ui.available_width(), ROW), |ui| {
        ui.set_min_height(ROW);
        ui.horizontal_centered(|ui| {
            ui.add_space(16.0);
            let width = (ui.available_width() - 420.0).max(160.0);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.add_space(9.0);
                let names = if pair.first_name == pair.second_name {
                    cx.t(&message("duplicates-twice").with("name", pair.first_name.as_str()))
                } else {
                    format!("{} – {}", pair.first_name, pair.second_name)
                };
                line(ui, &names, BODY_MEDIUM, cx.theme.c.text);
                line(ui, &reasons(cx, &pair.alike), SMALL, cx.theme.c.muted);
            });
            alike_badge(ui, cx, &pair.alike);
            let compare = cx.t(&message("alike-compare"));
            let full = format!("{compare}: {} – {}", pair.first_name, pair.second_name);
            let button = Button::outline(&compare).small().icon(icons::COLUMNS).name(&full);
            if button.show(ui, &cx.theme).clicked() {
                cx.ask(Action::Go(Route::Merge(kind, pair.first, pair.second)));
            }
            let apart = cx.t(&message("merge-apart"));
            let full = format!("{apart}: {} – {}", pair.first_name, pair.second_name);
            if Button::plain(&apart).small().name(&full).show(ui, &cx.theme).clicked() {
                let command = Command::KeepApart(kind, pair.first, pair.second);
                cx.ask(Action::Run(Box::new(command), message("done-apart")));
            }
        });
    });
    ui.painter().hline(ui.max_rect().x_range(), top + ROW, cx.theme.line());
}

/// Why two records are alike, in words.
pub(super) fn reasons(cx: &Cx<'_>, alike: &Alike) -> String {
    alike.reasons.iter().map(|reason| cx.t(reason)).collect::<Vec<_>>().join(", ")
}

/// "Rất giống" or "Hơi giống".
pub(super) fn alike_badge(ui: &mut Ui, cx: &Cx<'_>, alike: &Alike) {
    if alike.is_strong() {
        badge(ui, &cx.theme, Tone::Look, icons::WARNING, &cx.t(&message("alike-much")));
    } else {
        badge(ui, &cx.theme, Tone::Plain, icons::QUESTION, &cx.t(&message("alike-somewhat")));
    }
}
