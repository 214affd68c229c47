//! A field that finds: what was typed is looked up, and a row of the list below it is taken by mouse, or by
//! arrows and Enter.

use eframe::egui::{
    self, CornerRadius, Id, Key, Modifiers, Popup, PopupCloseBehavior, RectAlign, Role, Sense, StrokeKind,
    TextEdit, Ui, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::field::below;
use super::{field_frame, label_above, text_menu};
use crate::i18n::Language;
use crate::problem::Problem;
use crate::ui::theme::{self, BODY, BODY_MEDIUM, SMALL, Theme, space};

/// One row of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What it is.
    pub title: String,
    /// What tells it from others of the same name.
    pub second: String,
}

/// What was done with the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggested {
    /// Nothing.
    Nothing,
    /// Something was typed.
    Typed,
    /// The suggestion with this place was taken.
    Taken(usize),
    /// What was typed shall be made.
    Made,
    /// What was chosen before shall go.
    Cleared,
}

/// What a finding field shows.
pub struct Finding<'f> {
    /// Its id.
    pub id: Id,
    /// The label above.
    pub label: &'f str,
    /// What stands in it while it is empty.
    pub hint: &'f str,
    /// The word that says it must be filled.
    pub required: Option<&'f str>,
    /// What is wrong with it.
    pub problem: Option<&'f Problem>,
    /// A remark below.
    pub help: &'f str,
    /// Its width at most.
    pub width: f32,
    /// The words of the row that makes a new record; none where that cannot be.
    pub make: Option<&'f str>,
    /// What the list says when nothing fits.
    pub nothing: &'f str,
}

/// Where the list of a field stands.
#[derive(Clone, Copy, Debug, Default)]
struct Place(usize);

/// Draws the field and, while it holds the keyboard, the list.
pub fn suggest(
    ui: &mut Ui,
    theme: &Theme,
    language: Language,
    finding: &Finding<'_>,
    typed: &mut String,
    suggestions: &[Suggestion],
) -> Suggested {
    let id = finding.id;
    let mut result = Suggested::Nothing;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let width = finding.width.min(ui.available_width());
        ui.set_width(width);
        label_above(ui, theme, finding.label, finding.required);
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let list = id.with("list");
        let open = has_focus && ui.data(|data| data.get_temp::<bool>(list)).unwrap_or(false);
        let rows = suggestions.len() + usize::from(finding.make.is_some() && !typed.trim().is_empty());
        let mut place = ui.data(|data| data.get_temp::<Place>(id)).unwrap_or_default();
        place.0 = place.0.min(rows.saturating_sub(1));
        if has_focus {
            result = keys(ui, list, open, rows, suggestions.len(), &mut place);
        }
        let frame = field_frame(ui, theme, id, finding.problem, false);
        let hint = egui::RichText::new(finding.hint).color(theme.c.muted);
        let output = TextEdit::singleline(typed)
            .id(id)
            .frame(frame)
            .font(theme::font(BODY))
            .text_color(theme.c.text)
            .hint_text(hint)
            .desired_width(width)
            .align(egui::Align2::LEFT_CENTER)
            .min_size(vec2(width, space::CONTROL))
            .show(ui);
        let response = output.response.response.accessible_name(finding.label);
        text_menu(&response, language);
        if response.changed() {
            place.0 = 0;
            ui.data_mut(|data| data.insert_temp(list, true));
            result = if typed.is_empty() { Suggested::Cleared } else { Suggested::Typed };
        }
        if response.clicked() {
            ui.data_mut(|data| data.insert_temp(list, true));
        }
        if response.lost_focus() {
            ui.data_mut(|data| data.insert_temp(list, false));
        }
        if open && let Some(taken) = list_below(theme, finding, &response, suggestions, typed, place.0) {
            result = taken;
            ui.data_mut(|data| data.insert_temp(list, false));
        }
        ui.data_mut(|data| data.insert_temp(id, place));
        below(ui, theme, language, finding.problem, finding.help);
    });
    result
}

/// Arrows, Enter and Escape while the list is open; Down opens it.
fn keys(ui: &Ui, list: Id, open: bool, rows: usize, found: usize, place: &mut Place) -> Suggested {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if !open {
        if pressed(Key::ArrowDown) {
            ui.data_mut(|data| data.insert_temp(list, true));
        }
        return Suggested::Nothing;
    }
    if pressed(Key::ArrowDown) {
        place.0 = (place.0 + 1).min(rows.saturating_sub(1));
    }
    if pressed(Key::ArrowUp) {
        place.0 = place.0.saturating_sub(1);
    }
    if pressed(Key::Escape) {
        ui.data_mut(|data| data.insert_temp(list, false));
    }
    if rows > 0 && pressed(Key::Enter) {
        ui.data_mut(|data| data.insert_temp(list, false));
        return if place.0 < found { Suggested::Taken(place.0) } else { Suggested::Made };
    }
    Suggested::Nothing
}

fn list_below(
    theme: &Theme,
    finding: &Finding<'_>,
    field: &egui::Response,
    suggestions: &[Suggestion],
    typed: &str,
    place: usize,
) -> Option<Suggested> {
    let mut taken = None;
    Popup::from_response(field)
        .id(finding.id.with("popup"))
        .open(true)
        .align(RectAlign::BOTTOM_START)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .width(field.rect.width().max(300.0))
        .show(|ui| {
            ui.set_min_width(field.rect.width().max(300.0) - 12.0);
            egui::ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (number, suggestion) in suggestions.iter().enumerate() {
                    let Suggestion { title, second } = suggestion;
                    if row(ui, theme, None, (title, second), title, number == place) {
                        taken = Some(Suggested::Taken(number));
                    }
                }
                if let Some(make) = finding.make.filter(|_| !typed.trim().is_empty()) {
                    if row(ui, theme, Some(icons::PLUS), (make, ""), make, place == suggestions.len()) {
                        taken = Some(Suggested::Made);
                    }
                } else if suggestions.is_empty() {
                    super::text(ui, finding.nothing, SMALL, theme.c.muted);
                }
            });
        });
    taken
}

/// A row; pressed already when the button goes down, before the field loses the keyboard.
pub(super) fn row(
    ui: &mut Ui,
    theme: &Theme,
    icon: Option<&str>,
    (title, second): (&str, &str),
    name: &str,
    on: bool,
) -> bool {
    let c = theme.c;
    let height = if second.is_empty() { 32.0 } else { 46.0 };
    // Arrows choose a row; Tab leads past the list to the next field.
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, name));
    if on {
        ui.painter().rect_filled(rect, CornerRadius::same(4), c.selection);
        ui.painter().rect_stroke(rect, CornerRadius::same(4), theme.focus_ring(), StrokeKind::Inside);
        ui.scroll_to_rect(rect, None);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(4), c.hover);
    }
    let mut x = rect.left() + 8.0;
    if let Some(icon) = icon {
        let at = pos2(x + 8.0, rect.center().y);
        ui.painter().text(at, egui::Align2::CENTER_CENTER, icon, theme::icon_font(16.0, false), c.link);
        x += 24.0;
    }
    let kind = if icon.is_some() { BODY_MEDIUM } else { BODY };
    let ink = if icon.is_some() { c.link } else { c.text };
    let word = theme::galley(ui, title, kind, ink, rect.right() - x - 8.0, 1);
    let top = if second.is_empty() { rect.center().y - word.size().y / 2.0 } else { rect.top() + 4.0 };
    ui.painter().galley(pos2(x, top), word, ink);
    if !second.is_empty() {
        let word = theme::galley(ui, second, SMALL, c.muted, rect.right() - x - 8.0, 1);
        ui.painter().galley(pos2(x, rect.top() + 24.0), word, c.muted);
    }
    response.is_pointer_button_down_on() && ui.input(|input| input.pointer.any_pressed())
        || response.clicked()
}
