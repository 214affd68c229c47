//! Fields to type into and to choose from: label above, input, and below it what is wrong.
//!
//! Nothing that is typed is changed while it is being typed: input methods send a backspace and a letter in
//! one frame, and a field that corrects in between makes other words of it.

use eframe::egui::{
    self, CornerRadius, Frame, Id, Margin, Popup, PopupCloseBehavior, Response, Role, Sense, Stroke,
    StrokeKind, TextEdit, Ui, ViewportCommand, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::button::ring;
use super::{line, text};
use crate::i18n::{Language, message};
use crate::problem::{Problem, Severity};
use crate::ui::theme::{self, BODY, SMALL, SMALL_MEDIUM, Theme, space};

/// A field to type into.
pub struct Field<'f> {
    id: Id,
    label: &'f str,
    hint: &'f str,
    help: &'f str,
    required: Option<&'f str>,
    problem: Option<&'f Problem>,
    marked: Option<&'f Problem>,
    rows: usize,
    width: f32,
    figures: bool,
    icon: Option<&'f str>,
    name: Option<&'f str>,
}

impl<'f> Field<'f> {
    /// A field with its label above.
    pub fn new(id: Id, label: &'f str) -> Self {
        Self {
            id,
            label,
            hint: "",
            help: "",
            required: None,
            problem: None,
            marked: None,
            rows: 1,
            width: f32::INFINITY,
            figures: false,
            icon: None,
            name: None,
        }
    }

    /// What stands in it while it is empty.
    #[must_use]
    pub fn hint(mut self, hint: &'f str) -> Self {
        self.hint = hint;
        self
    }

    /// A remark below.
    #[must_use]
    pub fn help(mut self, help: &'f str) -> Self {
        self.help = help;
        self
    }

    /// The word that says it must be filled.
    #[must_use]
    pub fn required(mut self, word: Option<&'f str>) -> Self {
        self.required = word;
        self
    }

    /// What is wrong with it.
    #[must_use]
    pub fn problem(mut self, problem: Option<&'f Problem>) -> Self {
        self.problem = problem;
        self
    }

    /// What is wrong with it and told elsewhere: here it is only marked.
    #[must_use]
    pub fn marked(mut self, problem: Option<&'f Problem>) -> Self {
        self.marked = problem;
        self
    }

    /// Several lines.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// At most so wide.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Holds figures.
    #[must_use]
    pub fn figures(mut self) -> Self {
        self.figures = true;
        self
    }

    /// With an icon inside at the left.
    #[must_use]
    pub fn icon(mut self, icon: &'f str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Its name where no label stands above it.
    #[must_use]
    pub fn name(mut self, name: &'f str) -> Self {
        self.name = Some(name);
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui, theme: &Theme, language: Language, value: &mut String) -> Response {
        if self.label.is_empty() && self.problem.is_none() && self.help.is_empty() {
            let width = self.width.min(ui.available_width());
            return self.input_ui(ui, theme, language, value, width);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            let width = self.width.min(ui.available_width());
            ui.set_width(width);
            if !self.label.is_empty() {
                label_above(ui, theme, self.label, self.required);
            }
            let response = self.input_ui(ui, theme, language, value, width);
            below(ui, theme, language, self.problem, self.help);
            response
        })
        .inner
    }

    fn input_ui(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        language: Language,
        value: &mut String,
        width: f32,
    ) -> Response {
        let frame = field_frame(ui, theme, self.id, self.problem.or(self.marked), self.icon.is_some());
        let font = theme::font(if self.figures { theme::FIGURES } else { BODY });
        let edit = if self.rows > 1 { TextEdit::multiline(value) } else { TextEdit::singleline(value) };
        let hint = egui::RichText::new(self.hint).color(theme.c.muted);
        let output = edit
            .id(self.id)
            .frame(frame)
            .font(font)
            .text_color(theme.c.text)
            .hint_text(hint)
            .desired_rows(self.rows)
            .desired_width(width)
            .align(if self.rows > 1 { egui::Align2::LEFT_TOP } else { egui::Align2::LEFT_CENTER })
            .min_size(vec2(width, space::CONTROL))
            .show(ui);
        let response = output.response.response;
        let name = self.name.unwrap_or(self.label);
        let response = if name.is_empty() { response } else { response.accessible_name(name) };
        if let Some(icon) = self.icon {
            let at = pos2(response.rect.left() + 17.0, response.rect.center().y);
            let font = theme::icon_font(16.0, false);
            ui.painter().text(at, egui::Align2::CENTER_CENTER, icon, font, theme.c.muted);
        }
        text_menu(&response, language);
        response
    }
}

/// The label above a field, with the word for what must be filled.
pub fn label_above(ui: &mut Ui, theme: &Theme, label: &str, required: Option<&str>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let room = ui.available_width() - if required.is_some() { 60.0 } else { 0.0 };
        ui.scope(|ui| {
            ui.set_max_width(room.max(40.0));
            line(ui, label, SMALL_MEDIUM, theme.c.muted);
        });
        if let Some(required) = required {
            line(ui, required, SMALL_MEDIUM, theme.c.danger);
        }
    });
}

/// The frame of an input in its state.
pub fn field_frame(ui: &Ui, theme: &Theme, id: Id, problem: Option<&Problem>, icon: bool) -> Frame {
    let c = theme.c;
    let focused = ui.memory(|memory| memory.has_focus(id));
    let (colour, width) = match problem.map(|problem| problem.severity) {
        _ if focused => (c.focus, 2.0),
        Some(Severity::Error) => (c.danger, 2.0),
        Some(Severity::Warning) => (c.warning, 2.0),
        _ => (c.border_strong, 1.0),
    };
    let inset = i8::from(width <= 1.5);
    Frame::new()
        .fill(c.raised)
        .stroke(Stroke::new(width, colour))
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin {
            left: if icon { 32 } else { 9 } + inset,
            right: 9 + inset,
            top: 4 + inset,
            bottom: 4 + inset,
        })
}

/// What is wrong, or a remark.
pub(super) fn below(ui: &mut Ui, theme: &Theme, language: Language, problem: Option<&Problem>, help: &str) {
    let c = theme.c;
    if let Some(problem) = problem {
        let (icon, ink) = match problem.severity {
            Severity::Error => (icons::WARNING_OCTAGON, c.danger),
            Severity::Warning => (icons::WARNING, c.warning),
            Severity::Notice => (icons::INFO, c.muted),
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
            ui.painter().text(
                rect.center(),
                egui::Align2::CENTER_CENTER,
                icon,
                theme::icon_font(15.0, false),
                ink,
            );
            text(ui, &problem.text(language), SMALL, ink);
        });
    } else if !help.is_empty() {
        text(ui, help, SMALL, theme.c.muted);
    }
}

/// Cut, copy, paste and select all, as every field has them.
pub fn text_menu(response: &Response, language: Language) {
    let id = response.id;
    response.context_menu(|ui| {
        let context = ui.ctx().clone();
        let entries = [
            (message("text-cut"), ViewportCommand::RequestCut),
            (message("text-copy"), ViewportCommand::RequestCopy),
            (message("text-paste"), ViewportCommand::RequestPaste),
        ];
        for (label, command) in entries {
            if ui.button(label.text(language)).clicked() {
                context.memory_mut(|memory| memory.request_focus(id));
                context.send_viewport_cmd(command);
                ui.close();
            }
        }
        if ui.button(message("text-select-all").text(language)).clicked() {
            context.memory_mut(|memory| memory.request_focus(id));
            if let Some(mut state) = TextEdit::load_state(&context, id) {
                let end = egui::text::CCursor::new(usize::MAX);
                let all = egui::text::CCursorRange::two(egui::text::CCursor::new(0), end);
                state.cursor.set_char_range(Some(all));
                TextEdit::store_state(&context, id, state);
            }
            ui.close();
        }
    });
}

/// One of a few values, chosen from a list that opens. Returns the place of the value that was chosen.
#[expect(clippy::too_many_arguments, reason = "everything a field says; all of it is different at each use")]
pub fn choice(
    ui: &mut Ui,
    theme: &Theme,
    language: Language,
    id: Id,
    label: &str,
    shown: &str,
    values: &[String],
    width: f32,
    problem: Option<&Problem>,
) -> Option<usize> {
    if label.is_empty() {
        return row_choice(ui, theme, id, shown, shown, values, width);
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let width = width.min(ui.available_width());
        ui.set_width(width);
        label_above(ui, theme, label, None);
        let chosen = choice_box(ui, theme, id, label, shown, values, width, problem);
        below(ui, theme, language, problem, "");
        chosen
    })
    .inner
}

/// The same in a row of buttons, where no label stands above it: its name is heard, not seen.
pub fn row_choice(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    name: &str,
    shown: &str,
    values: &[String],
    width: f32,
) -> Option<usize> {
    choice_box(ui, theme, id, name, shown, values, width, None)
}

#[expect(clippy::too_many_arguments, reason = "everything a field says; all of it is different at each use")]
fn choice_box(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    name: &str,
    shown: &str,
    values: &[String],
    width: f32,
    problem: Option<&Problem>,
) -> Option<usize> {
    let mut chosen = None;
    let (_, rect) = ui.allocate_space(vec2(width, space::CONTROL));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    let c = theme.c;
    let outline = match problem.map(|problem| problem.severity) {
        Some(Severity::Error) => Stroke::new(2.0, c.danger),
        Some(Severity::Warning) => Stroke::new(2.0, c.warning),
        _ => Stroke::new(1.0, c.border_strong),
    };
    let ground = if response.hovered() { c.hover } else { c.raised };
    ui.painter().rect(rect, CornerRadius::same(6), ground, outline, StrokeKind::Inside);
    let word = theme::galley(ui, shown, BODY, c.text, width - 40.0, 1);
    ui.painter().galley(pos2(rect.left() + 10.0, rect.center().y - word.size().y / 2.0), word, c.text);
    let at = pos2(rect.right() - 16.0, rect.center().y);
    let font = theme::icon_font(14.0, false);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icons::CARET_DOWN, font, c.muted);
    ring(ui, theme, &response, 6);
    let just_opened = response.clicked();
    Popup::menu(&response).width(width).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_max_height(320.0);
        egui::ScrollArea::vertical().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, value) in values.iter().enumerate() {
                let on = value == shown;
                let row = menu_row(ui, theme, value, on);
                if on && just_opened {
                    row.request_focus();
                }
                if row.clicked() {
                    chosen = Some(place);
                    ui.close();
                }
            }
        });
    });
    chosen
}

/// A row of a list that opens.
pub(super) fn menu_row(ui: &mut Ui, theme: &Theme, label: &str, on: bool) -> Response {
    let c = theme.c;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, label));
    if on {
        ui.painter().rect_filled(rect, CornerRadius::same(4), c.selection);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(4), c.hover);
    }
    let word = theme::galley(ui, label, BODY, c.text, rect.width() - 16.0, 1);
    ui.painter().galley(pos2(rect.left() + 8.0, rect.center().y - word.size().y / 2.0), word, c.text);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, CornerRadius::same(4), theme.focus_ring(), StrokeKind::Inside);
    }
    response
}
