//! Short messages at the foot of the window.

use eframe::egui::{self, Align2, Area, CornerRadius, Frame, Id, Margin, Order, Ui, vec2};

use super::action::{Action, Route};
use super::app::App;
use super::components::{Button, Tone};
use super::screens::list_width;
use super::theme::{self, BODY, space};
use crate::i18n::{Message, message};

/// A short message at the foot of the window.
pub(super) struct Toast {
    pub tone: Tone,
    pub words: Message,
    /// When it goes away, in the time of the window; not known before it is first drawn.
    pub until: Option<f64>,
    /// Offers to take this operation back.
    pub undo: Option<i64>,
}

impl App {
    /// Short messages above the status line: in the middle, on the board over the end of its list, so that what
    /// comes next is never covered.
    pub(super) fn toasts_ui(&mut self, ui: &Ui, actions: &mut Vec<Action>) {
        let now = ui.input(|input| input.time);
        self.toasts.retain(|toast| toast.until.is_none_or(|until| until > now));
        let (theme, language) = (self.theme, self.language());
        let mut away = None;
        let foot = space::STATUS_LINE + 12.0;
        let on_board = self.data.is_some() && self.route() == Route::Ceremony;
        let list = list_width(ui.ctx().content_rect().width() - space::RAIL);
        let (place, offset, room) = if on_board {
            (Align2::LEFT_BOTTOM, vec2(space::RAIL + 12.0, -foot), list - 84.0)
        } else {
            (Align2::CENTER_BOTTOM, vec2(0.0, -foot), 480.0)
        };
        Area::new(Id::unique("toasts"))
            // Also over a dialog, which may have asked for what is said.
            .order(Order::Tooltip)
            .anchor(place, offset)
            .show(ui.ctx(), |ui| {
                for (place, toast) in self.toasts.iter_mut().enumerate() {
                    let until = *toast.until.get_or_insert(now + 5.0);
                    let left = (until - now).max(0.05);
                    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
                    Frame::new()
                        .fill(theme.c.raised)
                        .stroke(theme.line())
                        .corner_radius(CornerRadius::same(8))
                        .shadow(theme.popup_shadow())
                        .inner_margin(Margin::symmetric(14, 8))
                        .show(ui, |ui| {
                            ui.set_max_width(640.0);
                            let undo = |ui: &mut Ui, words: &str| {
                                let label = message("act-undo").text(language);
                                let name = format!("{label}: {words}");
                                Button::plain(&label).small().name(&name).show(ui, &theme).clicked()
                            };
                            let words = toast.words.text(language);
                            let mut takes_back = false;
                            ui.horizontal(|ui| {
                                let (_, ink) = super::components::words_colour(&theme, toast.tone);
                                let icon = egui::RichText::new(toast.tone.icon());
                                ui.label(icon.font(theme::icon_font(18.0, false)).color(ink));
                                let galley = theme::galley(ui, &words, BODY, theme.c.text, room, 3);
                                let (rect, response) =
                                    ui.allocate_exact_size(galley.size(), egui::Sense::hover());
                                response.widget_info(|| {
                                    egui::WidgetInfo::labeled(egui::Role::Status, true, &words)
                                });
                                ui.painter().galley(rect.min, galley, theme.c.text);
                                if toast.undo.is_some() && !on_board {
                                    takes_back = undo(ui, &words);
                                }
                            });
                            // There the way back stands below: the list has no room beside the words.
                            if toast.undo.is_some() && on_board {
                                takes_back = undo(ui, &words);
                            }
                            if let Some(operation) = toast.undo.filter(|_| takes_back) {
                                actions.push(Action::TakeBack(operation, toast.words.clone()));
                                away = Some(place);
                            }
                        });
                }
            });
        if let Some(place) = away {
            self.toasts.remove(place);
        }
    }
}
