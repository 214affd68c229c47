//! What the program says: notes, empty lists, failures, progress.

use eframe::egui::{
    self, CornerRadius, Frame, Margin, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::{Button, heading, text, words_colour};
use crate::error::Error;
use crate::i18n::Language;
use crate::ui::theme::{self, BODY, BODY_MEDIUM, COMPACT, PARAGRAPH, SECTION, SMALL, Theme};

/// What a note or badge is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Plain,
    /// Under way.
    Busy,
    /// Done.
    Good,
    /// Lets pass, but look.
    Look,
    /// Blocks.
    Stop,
    /// An honour.
    Honour,
    /// Sealed.
    Seal,
}

impl Tone {
    /// The sign of a note of this tone.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Plain | Self::Busy => icons::INFO,
            Self::Good => icons::CHECK_CIRCLE,
            Self::Look => icons::WARNING,
            Self::Stop => icons::WARNING_OCTAGON,
            Self::Honour => icons::MEDAL,
            Self::Seal => icons::STAMP,
        }
    }
}

/// A note over the width of a screen or pane.
pub fn note(ui: &mut Ui, theme: &Theme, tone: Tone, message: &str) {
    noted(ui, theme, tone, message, |_| {});
}

/// A note with what can be done about it.
pub fn banner<R>(
    ui: &mut Ui,
    theme: &Theme,
    tone: Tone,
    message: &str,
    actions: impl FnOnce(&mut Ui) -> R,
) -> R {
    noted(ui, theme, tone, message, |ui| ui.horizontal_wrapped(actions).inner)
}

fn noted<R>(ui: &mut Ui, theme: &Theme, tone: Tone, message: &str, below: impl FnOnce(&mut Ui) -> R) -> R {
    let (ground, ink) = words_colour(theme, tone);
    Frame::new()
        .fill(ground)
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(12, 9))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(20.0, 22.0), Sense::hover());
                let font = theme::icon_font(18.0, false);
                ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, tone.icon(), font, ink);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 4.0;
                    text(ui, message, PARAGRAPH, theme.c.text);
                    below(ui)
                })
                .inner
            })
            .inner
        })
        .inner
}

/// What was looked at and is right: a heading, and below it each point with its tick.
pub fn ticked(ui: &mut Ui, theme: &Theme, title: &str, points: &[String]) {
    let sign = |ui: &mut Ui, icon: &str, size: f32| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
        let font = theme::icon_font(size, false);
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, icon, font, theme.c.success);
    };
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal_top(|ui| {
        sign(ui, Tone::Good.icon(), 18.0);
        text(ui, title, BODY_MEDIUM, theme.c.success);
    });
    for point in points {
        ui.horizontal_top(|ui| {
            sign(ui, icons::CHECK, 14.0);
            text(ui, point, COMPACT, theme.c.text);
        });
    }
}

/// An empty list: what belongs here, and how it gets here.
pub fn empty<R>(
    ui: &mut Ui,
    theme: &Theme,
    title: &str,
    explanation: &str,
    actions: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.22).clamp(16.0, 160.0));
        weave(ui, theme);
        ui.add_space(8.0);
        heading(ui, title, SECTION, theme.c.text);
        ui.set_max_width(420.0);
        text(ui, explanation, BODY, theme.c.muted);
        ui.add_space(8.0);
        actions(ui)
    })
    .inner
}

/// The weave line: a level strip, an upright one, and so on.
fn weave(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(vec2(120.0, 14.0), Sense::hover());
    let mut x = rect.left();
    while x + 14.0 <= rect.right() + 0.5 {
        let level = Rect::from_min_size(pos2(x, rect.center().y - 2.0), vec2(10.0, 4.0));
        let upright = Rect::from_min_size(pos2(x + 12.0, rect.top()), vec2(4.0, 14.0));
        for strip in [level, upright] {
            ui.painter().rect_filled(strip, CornerRadius::ZERO, theme.c.border);
        }
        x += 18.0;
    }
}

/// Something could not be read: what happened, what to do, and a way to try again.
pub fn failed(ui: &mut Ui, theme: &Theme, language: Language, error: &Error, again: &str) -> bool {
    ui.vertical_centered(|ui| {
        ui.add_space(40.0);
        ui.set_max_width(480.0);
        text(ui, &error.message().text(language), BODY_MEDIUM, theme.c.text);
        text(ui, &error.hint().text(language), BODY, theme.c.muted);
        Button::outline(again).icon(icons::ARROW_CLOCKWISE).show(ui, theme).clicked()
    })
    .inner
}

/// How far something is, from 0 to 1.
pub fn progress_bar(ui: &mut Ui, theme: &Theme, share: f32, width: f32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 6.0), Sense::hover());
    let share = share.clamp(0.0, 1.0);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(f64::from(share));
        info
    });
    ui.painter().rect_filled(rect, CornerRadius::same(3), theme.c.sunken);
    let done = Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
    ui.painter().rect_filled(done, CornerRadius::same(3), theme.c.primary);
    response
}

/// Where text will be in a moment: bars instead of a jumping list.
pub fn skeleton(ui: &mut Ui, theme: &Theme, lines: usize) {
    for line in 0..lines {
        let share = match line % 3 {
            0 => 0.8,
            1 => 0.6,
            _ => 0.7,
        };
        let (rect, _) =
            ui.allocate_exact_size(vec2(ui.available_width() * share, SMALL.line), Sense::hover());
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 3.0)), CornerRadius::same(4), theme.c.sunken);
    }
}
