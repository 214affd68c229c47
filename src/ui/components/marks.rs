//! Texts, badges, chips and cards.

use eframe::egui::{
    self, Color32, CornerRadius, Frame, Label, Margin, Panel, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::Tone;
use super::button::ring;
use crate::domain::MouState;
use crate::i18n::Language;
use crate::ui::theme::{self, Kind, SMALL_MEDIUM, Theme};

/// A text that wraps.
pub fn text(ui: &mut Ui, text: &str, kind: Kind, colour: Color32) -> Response {
    let width = ui.available_width();
    let job = theme::job(text, kind, colour, width, usize::MAX);
    ui.add(Label::new(job).wrap())
}

/// A text on one line; what does not fit is in its tooltip.
pub fn line(ui: &mut Ui, text: &str, kind: Kind, colour: Color32) -> Response {
    let galley = theme::galley(ui, text, kind, colour, ui.available_width(), 1);
    let elided = galley.elided;
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().galley(rect.min, galley, colour);
    if elided { response.on_hover_text(text) } else { response }
}

/// The heading of a section.
pub fn heading(ui: &mut Ui, text: &str, kind: Kind, colour: Color32) -> Response {
    let galley = theme::galley(ui, text, kind, colour, ui.available_width(), 4);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    ui.painter().galley(rect.min, galley, colour);
    response
}

/// A label and its value, side by side.
pub fn facts_line(ui: &mut Ui, theme: &Theme, label: &str, label_width: f32, value: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let width = ui.available_width();
        ui.allocate_ui(vec2(label_width, 20.0), |ui| {
            ui.set_width(label_width);
            text(ui, label, theme::COMPACT, theme.c.muted);
        });
        ui.vertical(|ui| {
            ui.set_max_width((width - label_width - 8.0).max(60.0));
            value(ui);
        });
    });
}

/// The colours of a tone: ground and ink.
pub fn words_colour(theme: &Theme, tone: Tone) -> (Color32, Color32) {
    let c = theme.c;
    match tone {
        Tone::Plain => (c.sunken, c.muted),
        Tone::Busy => (c.primary_soft, c.link),
        Tone::Good => (c.success_soft, c.success),
        Tone::Look => (c.warning_soft, c.warning),
        Tone::Stop => (c.danger_soft, c.danger),
        Tone::Honour => (c.gold_soft, c.gold),
        Tone::Seal => (c.accent_soft, c.accent),
    }
}

/// A state in words, with its icon.
pub fn badge(ui: &mut Ui, theme: &Theme, tone: Tone, icon: &str, label: &str) -> Response {
    let (ground, ink) = words_colour(theme, tone);
    let word = theme::galley(ui, label, SMALL_MEDIUM, ink, (ui.available_width() - 36.0).max(30.0), 1);
    let elided = word.elided;
    let (rect, response) = ui.allocate_exact_size(vec2(word.size().x + 34.0, 22.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, label));
    ui.painter().rect_filled(rect, CornerRadius::same(4), ground);
    let font = theme::icon_font(14.0, false);
    let at = pos2(rect.left() + 14.0, rect.center().y);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icon, font, ink);
    ui.painter().galley(pos2(rect.left() + 26.0, rect.center().y - word.size().y / 2.0), word, ink);
    if elided { response.on_hover_text(label) } else { response }
}

/// How far a MoU is.
pub fn mou_mark(state: MouState) -> (Tone, &'static str) {
    use MouState as S;
    match state {
        S::Draft => (Tone::Look, icons::PENCIL_SIMPLE),
        S::TextFinal => (Tone::Busy, icons::LOCK_SIMPLE),
        S::Printed => (Tone::Busy, icons::PRINTER),
        S::Signed => (Tone::Good, icons::SIGNATURE),
        S::Sealed => (Tone::Seal, icons::STAMP),
        S::HandedOver | S::Completed => (Tone::Good, icons::CHECK_CIRCLE),
        S::UnderWay => (Tone::Busy, icons::HANDSHAKE),
        S::Contracted => (Tone::Good, icons::FILE_TEXT),
        S::Paused => (Tone::Look, icons::PAUSE_CIRCLE),
        S::Expired => (Tone::Plain, icons::CLOCK),
        S::Terminated | S::NotCarriedOut => (Tone::Plain, icons::X_CIRCLE),
    }
}

/// How far a MoU is, as a badge.
pub fn mou_badge(ui: &mut Ui, theme: &Theme, state: MouState, language: Language) -> Response {
    let (tone, icon) = mou_mark(state);
    badge(ui, theme, tone, icon, &state.label().text(language))
}

/// A filter that is in force; pressing it takes it away.
pub fn chip(ui: &mut Ui, theme: &Theme, label: &str, name: &str) -> Response {
    let c = theme.c;
    let word = theme::galley(ui, label, SMALL_MEDIUM, c.link, 260.0, 1);
    let (rect, response) = ui.allocate_exact_size(vec2(word.size().x + 44.0, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let ground = if response.hovered() { c.selection } else { c.primary_soft };
    ui.painter().rect_filled(rect, CornerRadius::same(14), ground);
    ui.painter().galley(pos2(rect.left() + 12.0, rect.center().y - word.size().y / 2.0), word, c.link);
    let at = pos2(rect.right() - 17.0, rect.center().y);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icons::X, theme::icon_font(13.0, false), c.link);
    ring(ui, theme, &response, 14);
    response.on_hover_text(name)
}

/// Puts what follows at the right end of a row. Laid out from left to right, so that Tab goes the same way;
/// the width is that of the frame before.
pub fn at_right<R>(ui: &mut Ui, id: &'static str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.scope_id().with(id);
    let known = ui.data(|data| data.get_temp::<f32>(id));
    let gap = ui.available_width() - known.unwrap_or(240.0);
    if gap > 0.0 {
        ui.add_space(gap);
    }
    let start = vec2(0.0, theme::space::CONTROL);
    let shown = ui.allocate_ui_with_layout(start, egui::Layout::left_to_right(egui::Align::Center), content);
    let width = shown.response.rect.width();
    if known.is_none_or(|known| (known - width).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("the width of a row's end");
    }
    shown.inner
}

/// The head of a screen, and the ground of what stands below it.
pub fn screen_head(
    ui: &mut Ui,
    theme: Theme,
    narrow: bool,
    id: &str,
    content: impl FnOnce(&mut Ui),
) -> Frame {
    let side = if narrow { 16 } else { 24 };
    let ground = Frame::new().fill(theme.c.background).inner_margin(Margin::symmetric(side, 0));
    Panel::top(id.to_owned())
        .frame(ground)
        .exact_size(theme::space::SCREEN_HEADER)
        .show_separator_line(false)
        .show(ui, content);
    ground
}

/// The sheet of a dialog.
pub fn dialog_frame(theme: &Theme) -> Frame {
    Frame::new()
        .fill(theme.c.raised)
        .stroke(theme.line())
        .corner_radius(CornerRadius::same(10))
        .shadow(theme.dialog_shadow())
        .inner_margin(Margin::same(20))
}

/// A card: a white sheet with a hairline.
pub fn card<R>(ui: &mut Ui, theme: &Theme, margin: i8, content: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .fill(theme.c.raised)
        .stroke(Stroke::new(1.0, theme.c.border))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::same(margin))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
        .inner
}

/// The outline of a part of a table or list that holds the keyboard.
pub(super) fn focus_inside(ui: &Ui, theme: &Theme, rect: egui::Rect) {
    ui.painter().rect_stroke(rect, CornerRadius::same(2), theme.focus_ring(), StrokeKind::Inside);
}
