//! What a desk in a foyer needs: a field to read from a step away, ticks for fingers, figures, and an answer over
//! the whole width.

use eframe::egui::{
    self, Color32, CornerRadius, CursorIcon, Frame, Id, Margin, Rect, Response, Role, Sense, Stroke,
    StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::button::ring;
use super::text_menu;
use crate::i18n::Language;
use crate::ui::theme::{self, BODY_MEDIUM, SCREEN, SMALL, STAGE_SMALL, STAGE_TEXT, Theme, space};

/// Height of the field.
const FIELD: f32 = 60.0;

/// The one field of a desk; `end` stands in its last `room` points.
#[expect(clippy::too_many_arguments, reason = "everything a field says; all of it is different at each use")]
pub fn big_field(
    ui: &mut Ui,
    theme: &Theme,
    language: Language,
    id: Id,
    name: &str,
    hint: &str,
    typed: &mut String,
    room: f32,
    end: impl FnOnce(&mut Ui),
) -> Response {
    let c = theme.c;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), FIELD), Sense::hover());
    let focused = ui.memory(|memory| memory.has_focus(id));
    let outline = if focused { theme.focus_ring() } else { Stroke::new(1.0, c.border_strong) };
    ui.painter().rect(rect, CornerRadius::same(8), c.raised, outline, StrokeKind::Inside);
    let at = pos2(rect.left() + 34.0, rect.center().y);
    let font = theme::icon_font(26.0, false);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icons::MAGNIFYING_GLASS, font, c.text);
    let inner = Rect::from_min_max(
        pos2(rect.left() + 62.0, rect.top() + 6.0),
        pos2(rect.right() - room - 16.0, rect.bottom() - 6.0),
    );
    let middle = egui::Layout::left_to_right(egui::Align::Center);
    let mut field = ui.new_child(UiBuilder::new().max_rect(inner).layout(middle));
    let words = theme::galley(ui, hint, STAGE_SMALL, c.muted, inner.width(), 1);
    let kind = if words.elided { theme::BODY } else { STAGE_SMALL };
    let output = TextEdit::singleline(typed)
        .id(id)
        .frame(Frame::NONE)
        .font(theme::font(STAGE_TEXT))
        .text_color(c.text)
        .hint_text(egui::RichText::new(hint).font(theme::font(kind)).color(c.muted))
        .desired_width(inner.width())
        .min_size(inner.size())
        .align(egui::Align2::LEFT_CENTER)
        .show(&mut field);
    let response = output.response.response.accessible_name(name);
    text_menu(&response, language);
    let last = Rect::from_min_max(pos2(rect.right() - room - 8.0, rect.top()), rect.right_bottom());
    let from_right = egui::Layout::right_to_left(egui::Align::Center);
    let mut after = ui.new_child(UiBuilder::new().max_rect(last.shrink2(vec2(10.0, 0.0))).layout(from_right));
    end(&mut after);
    response
}

/// A tick to be hit with a finger.
pub fn big_tick(ui: &mut Ui, theme: &Theme, on: bool, label: &str) -> Response {
    let c = theme.c;
    let word = theme::galley(ui, label, BODY_MEDIUM, c.text, f32::INFINITY, 1);
    let size = vec2(word.size().x + 50.0, space::TOUCH);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, label));
    let ground = if response.hovered() { c.hover } else { c.raised };
    let outline = Stroke::new(1.0, c.border_strong);
    ui.painter().rect(rect, CornerRadius::same(6), ground, outline, StrokeKind::Inside);
    let (icon, ink) = if on { (icons::CHECK_SQUARE, c.success) } else { (icons::SQUARE, c.muted) };
    let at = pos2(rect.left() + 24.0, rect.center().y);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icon, theme::icon_font(22.0, on), ink);
    ui.painter().galley(pos2(rect.left() + 40.0, rect.center().y - word.size().y / 2.0), word, c.text);
    ring(ui, theme, &response, 6);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A count with what it is of, its label below, and a hairline before it.
pub fn figure(ui: &mut Ui, theme: &Theme, number: &str, of: &str, label: &str) -> Response {
    let c = theme.c;
    let number_word = theme::galley(ui, number, SCREEN, c.text, f32::INFINITY, 1);
    let of_word = theme::galley(ui, of, theme::BODY, c.muted, f32::INFINITY, 1);
    let label_word = theme::galley(ui, label, SMALL, c.muted, f32::INFINITY, 1);
    let width = (number_word.size().x + 5.0 + of_word.size().x).max(label_word.size().x) + 36.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 54.0), Sense::hover());
    let name = format!("{number} {of} {label}").replace("  ", " ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let rect = Rect::from_min_max(pos2(rect.left(), rect.top() + 8.0), rect.right_bottom());
    ui.painter().vline(rect.left(), rect.y_range(), theme.line());
    let left = rect.left() + 18.0;
    let wide = number_word.size().x;
    ui.painter().galley(pos2(left, rect.top()), number_word, c.text);
    ui.painter().galley(pos2(left + wide + 5.0, rect.top() + 6.0), of_word, c.muted);
    ui.painter().galley(pos2(left, rect.top() + 28.0), label_word, c.muted);
    response
}

/// An answer over the whole width: its sign in a disc, what it says, and at the right, in so much room, what can
/// be done.
pub fn result_panel(
    ui: &mut Ui,
    theme: &Theme,
    (ground, icon): (Color32, &str),
    disc: f32,
    room: f32,
    words: impl FnOnce(&mut Ui, Color32),
    end: impl FnOnce(&mut Ui),
) {
    let ink = theme.c.on_solid;
    let margin = if disc > 60.0 { 22 } else { 14 };
    Frame::new()
        .fill(ground)
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(margin + 10, margin))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            // What stands beside the words is in their middle: as high as they were in the frame before.
            let id = ui.scope_id().with("result-panel");
            let (high, end_high) = ui.data(|data| data.get_temp::<(f32, f32)>(id)).unwrap_or((disc, disc));
            let tallest = high.max(disc).max(end_high);
            let row = ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 26.0;
                let (rect, _) = ui.allocate_exact_size(vec2(disc, tallest), Sense::hover());
                ui.painter().circle_filled(rect.center(), disc / 2.0, ink);
                let font = theme::icon_font(disc * 0.6, false);
                ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, icon, font, ground);
                let width = (ui.available_width() - room - 26.0).max(160.0);
                let left = middle(ui, (tallest - high) / 2.0, width, |ui| words(ui, ink));
                let right = middle(ui, (tallest - end_high) / 2.0, room, |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    end(ui);
                });
                (left, right)
            });
            if (row.inner.0 - high).abs() > 0.5 || (row.inner.1 - end_high).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(id, row.inner));
                ui.ctx().request_discard("the height of an answer");
            }
        });
}

/// A column that begins so far below the top; how high its content is.
fn middle(ui: &mut Ui, above: f32, width: f32, content: impl FnOnce(&mut Ui)) -> f32 {
    let column = ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(above);
        let shown = ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 3.0);
            content(ui);
        });
        shown.response.rect.height()
    });
    column.inner
}
