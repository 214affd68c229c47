//! Buttons, links, switches, segments and tabs.

use eframe::egui::{
    self, Color32, CornerRadius, CursorIcon, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};
use egui_phosphor::regular as icons;

use super::line;
use crate::ui::theme::{self, BODY, BODY_MEDIUM, COMPACT_MEDIUM, Kind, SMALL, Theme, space};

/// How much a button weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    /// What the officer came to do: one on a screen.
    Primary,
    /// Everything else.
    Outline,
    /// Beside other things.
    Plain,
    /// Cannot be undone.
    Danger,
}

/// A button with a word.
pub struct Button<'b> {
    rank: Rank,
    label: &'b str,
    icon: Option<&'b str>,
    after: Option<&'b str>,
    keys: Option<&'b str>,
    name: Option<&'b str>,
    enabled: bool,
    small: bool,
    tall: bool,
    wide: Option<f32>,
}

impl<'b> Button<'b> {
    fn new(rank: Rank, label: &'b str) -> Self {
        Self {
            rank,
            label,
            icon: None,
            after: None,
            keys: None,
            name: None,
            enabled: true,
            small: false,
            tall: false,
            wide: None,
        }
    }

    /// The one filled button of a screen.
    pub fn primary(label: &'b str) -> Self {
        Self::new(Rank::Primary, label)
    }

    /// An outlined button.
    pub fn outline(label: &'b str) -> Self {
        Self::new(Rank::Outline, label)
    }

    /// A button without an outline.
    pub fn plain(label: &'b str) -> Self {
        Self::new(Rank::Plain, label)
    }

    /// A button for what cannot be undone.
    pub fn danger(label: &'b str) -> Self {
        Self::new(Rank::Danger, label)
    }

    /// With an icon before the word.
    #[must_use]
    pub fn icon(mut self, icon: &'b str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With an icon after the word.
    #[must_use]
    pub fn after(mut self, icon: &'b str) -> Self {
        self.after = Some(icon);
        self
    }

    /// With its shortcut.
    #[must_use]
    pub fn keys(mut self, keys: &'b str) -> Self {
        self.keys = Some(keys);
        self
    }

    /// With a fuller name for those who do not see where it stands.
    #[must_use]
    pub fn name(mut self, name: &'b str) -> Self {
        self.name = Some(name);
        self
    }

    /// Whether it can be pressed.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// A smaller one, inside cards.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// A taller one, for fingers.
    #[must_use]
    pub fn tall(mut self) -> Self {
        self.tall = true;
        self
    }

    /// So wide at least, with its word at the left; a tall one has it in the middle.
    #[must_use]
    pub fn wide(mut self, width: f32) -> Self {
        self.wide = Some(width);
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let c = theme.c;
        let kind = if self.small { COMPACT_MEDIUM } else { BODY_MEDIUM };
        let (height, padding) = match (self.small, self.rank) {
            (true, _) => (26.0, 8.0),
            _ if self.tall => (space::TOUCH, 16.0),
            (false, Rank::Plain) => (space::CONTROL, 10.0),
            (false, _) => (space::CONTROL, 12.0),
        };
        let word = theme::galley(ui, self.label, kind, Color32::PLACEHOLDER, f32::INFINITY, 1);
        let icon_size = if self.small { 16.0 } else { 18.0 };
        let glyph = |icon: &str| {
            let font = theme::icon_font(icon_size, false);
            ui.painter().layout_no_wrap(icon.to_owned(), font, Color32::PLACEHOLDER)
        };
        let (before, after) = (self.icon.map(glyph), self.after.map(glyph));
        let keys =
            self.keys.map(|keys| theme::galley(ui, keys, SMALL, Color32::PLACEHOLDER, f32::INFINITY, 1));
        let icons = [&before, &after].into_iter().flatten().count();
        let icons = if icons == 2 {
            2.0
        } else if icons == 1 {
            1.0
        } else {
            0.0
        };
        let keys_width = keys.as_ref().map_or(0.0, |keys| keys.size().x + 22.0);
        let inner = word.size().x + icons * (icon_size + 7.0) + keys_width;
        let width = self.wide.map_or(inner + 2.0 * padding, |wide| wide.max(inner + 2.0 * padding));
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
        let name = self.name.unwrap_or(self.label);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, self.enabled, name));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let pressed = response.is_pointer_button_down_on();
        let hovered = response.hovered() && self.enabled;
        let (ground, outline, ink) = match self.rank {
            _ if !self.enabled && self.rank == Rank::Plain => {
                (Color32::TRANSPARENT, Color32::TRANSPARENT, c.muted)
            }
            _ if !self.enabled => (c.sunken, c.border, c.muted),
            Rank::Primary if pressed => (c.primary_pressed, c.primary_pressed, c.on_primary),
            Rank::Primary if hovered => (c.primary_hover, c.primary_hover, c.on_primary),
            Rank::Primary => (c.primary, c.primary, c.on_primary),
            Rank::Danger if hovered => (c.danger_soft, c.danger, c.danger),
            Rank::Danger => (c.raised, c.danger, c.danger),
            Rank::Outline if hovered || pressed => (c.hover, c.border_strong, c.text),
            Rank::Outline => (c.raised, c.border_strong, c.text),
            Rank::Plain if hovered || pressed => (c.hover, Color32::TRANSPARENT, c.text),
            Rank::Plain => (Color32::TRANSPARENT, Color32::TRANSPARENT, c.text),
        };
        let radius = CornerRadius::same(6);
        ui.painter().rect(rect, radius, ground, Stroke::new(1.0, outline), StrokeKind::Inside);
        let mut x = if self.wide.is_some() && !self.tall {
            rect.left() + padding
        } else {
            rect.center().x - inner / 2.0
        };
        let middle = rect.center().y;
        if let Some(glyph) = before {
            let size = glyph.size();
            ui.painter().galley(pos2(x, middle - size.y / 2.0), glyph, ink);
            x += icon_size + 7.0;
        }
        let size = word.size();
        ui.painter().galley(pos2(x, middle - size.y / 2.0), word, ink);
        x += size.x + 7.0;
        if let Some(glyph) = after {
            let size = glyph.size();
            ui.painter().galley(pos2(x, middle - size.y / 2.0), glyph, ink);
            x += icon_size + 7.0;
        }
        if let Some(keys) = keys {
            let size = keys.size();
            let frame = egui::Rect::from_min_size(pos2(x + 3.0, middle - 9.0), vec2(size.x + 12.0, 19.0));
            ui.painter().rect_stroke(frame, CornerRadius::same(3), Stroke::new(1.0, ink), StrokeKind::Inside);
            ui.painter().galley(pos2(frame.left() + 6.0, middle - size.y / 2.0), keys, ink);
        }
        ring(ui, theme, &response, 6);
        if self.enabled { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
    }
}

/// Draws the ring of the keyboard around a focused control.
pub(super) fn ring(ui: &Ui, theme: &Theme, response: &Response, radius: u8) {
    if response.has_focus() {
        let rect = response.rect.expand(3.0);
        let radius = CornerRadius::same(radius.saturating_add(3));
        ui.painter().rect_stroke(rect, radius, theme.focus_ring(), StrokeKind::Inside);
    }
}

/// A button that is only an icon: crosses, carets, handles.
pub fn icon_button(ui: &mut Ui, theme: &Theme, icon: &str, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), theme.c.hover);
    }
    let font = theme::icon_font(16.0, false);
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, icon, font, theme.c.muted);
    ring(ui, theme, &response, 6);
    response.on_hover_text(name).on_hover_cursor(CursorIcon::PointingHand)
}

/// A word that leads somewhere.
pub fn link(ui: &mut Ui, theme: &Theme, label: &str, kind: Kind) -> Response {
    let word = theme::galley(ui, label, kind, theme.c.link, ui.available_width(), 1);
    let elided = word.elided;
    let (rect, response) = ui.allocate_exact_size(word.size(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, label));
    if response.hovered() {
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, theme.c.link));
    }
    ui.painter().galley(rect.min, word, theme.c.link);
    ring(ui, theme, &response, 2);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if elided { response.on_hover_text(label) } else { response }
}

/// The list a record is from, before its name in the head of a screen; where there is little room, an arrow.
pub fn way_back(ui: &mut Ui, theme: &Theme, list: &str, small: bool) -> Response {
    if small {
        return icon_button(ui, theme, icons::ARROW_LEFT, list);
    }
    let back = link(ui, theme, list, BODY_MEDIUM);
    line(ui, icons::CARET_RIGHT, BODY, theme.c.muted);
    back
}

/// How much room a link takes.
pub fn link_width(ui: &Ui, theme: &Theme, label: &str, kind: Kind) -> f32 {
    theme::galley(ui, label, kind, theme.c.link, f32::INFINITY, 1).size().x
}

/// On or off.
pub fn switch(ui: &mut Ui, theme: &Theme, on: &mut bool, name: &str) -> Response {
    let (rect, mut response) = ui.allocate_exact_size(vec2(34.0, 20.0), Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    let value = *on;
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, value, name));
    let c = theme.c;
    let (ground, knob) = if *on { (c.primary, c.on_primary) } else { (c.raised, c.border_strong) };
    let outline = Stroke::new(1.0, if *on { c.primary } else { c.border_strong });
    ui.painter().rect(rect, CornerRadius::same(10), ground, outline, StrokeKind::Inside);
    let x = if *on { rect.right() - 10.0 } else { rect.left() + 10.0 };
    ui.painter().circle_filled(pos2(x, rect.center().y), if *on { 7.0 } else { 6.0 }, knob);
    ring(ui, theme, &response, 10);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A box with a tick and its word; the whole line can be pressed. `count` stands at the right.
pub fn tick(ui: &mut Ui, theme: &Theme, on: &mut bool, label: &str, count: Option<&str>) -> Response {
    let c = theme.c;
    let counted =
        count.map(|count| theme::galley(ui, count, theme::SMALL_FIGURES, c.muted, f32::INFINITY, 1));
    let right = counted.as_ref().map_or(0.0, |count| count.size().x + 8.0);
    let kind = if *on { COMPACT_MEDIUM } else { theme::COMPACT };
    let room = if count.is_some() { ui.available_width() - 24.0 - right } else { f32::INFINITY };
    let word = theme::galley(ui, label, kind, c.text, room.max(20.0), 2);
    let width = if count.is_some() { ui.available_width() } else { word.size().x + 24.0 };
    let (rect, mut response) =
        ui.allocate_exact_size(vec2(width, 27_f32.max(word.size().y + 8.0)), Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    let value = *on;
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, value, label));
    let middle = rect.center().y;
    let square = egui::Rect::from_center_size(pos2(rect.left() + 8.0, middle), vec2(16.0, 16.0));
    let (ground, outline) = if *on { (c.primary, c.primary) } else { (c.raised, c.border_strong) };
    ui.painter().rect(square, CornerRadius::same(4), ground, Stroke::new(1.0, outline), StrokeKind::Inside);
    if *on {
        let font = theme::icon_font(13.0, false);
        let place = egui::Align2::CENTER_CENTER;
        ui.painter().text(square.center(), place, egui_phosphor::regular::CHECK, font, c.on_primary);
    }
    let elided = word.elided;
    let at = pos2(rect.left() + 24.0, middle - word.size().y / 2.0);
    ui.painter().galley(at, word, c.text);
    if let Some(count) = counted {
        let at = pos2(rect.right() - count.size().x, middle - count.size().y / 2.0);
        ui.painter().galley(at, count, c.muted);
    }
    ring(ui, theme, &response, 4);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if elided { response.on_hover_text(label) } else { response }
}

/// A few values side by side, one of them chosen. Returns whether another was chosen.
pub fn segments<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    values: &[(T, String)],
    chosen: &mut T,
) -> bool {
    let c = theme.c;
    let before = *chosen;
    let middle = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(vec2(0.0, space::CONTROL), middle, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let last = values.len().saturating_sub(1);
        for (place, (value, label)) in values.iter().enumerate() {
            let on = *chosen == *value;
            let ink = if on { c.link } else { c.text };
            let word = theme::galley(ui, label, COMPACT_MEDIUM, ink, f32::INFINITY, 1);
            let (rect, response) =
                ui.allocate_exact_size(vec2(word.size().x + 24.0, space::CONTROL), Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, label));
            let left = if place == 0 { 6 } else { 0 };
            let right = if place == last { 6 } else { 0 };
            let radius = CornerRadius { nw: left, sw: left, ne: right, se: right };
            let ground = if on {
                c.primary_soft
            } else if response.hovered() {
                c.hover
            } else {
                c.raised
            };
            ui.painter().rect(rect, radius, ground, Stroke::new(1.0, c.border_strong), StrokeKind::Inside);
            ui.painter().galley(rect.center() - word.size() / 2.0, word, ink);
            ring(ui, theme, &response, 6);
            if response.clicked() {
                *chosen = *value;
            }
            response.on_hover_cursor(CursorIcon::PointingHand);
        }
    });
    *chosen != before
}

/// Between two tabs.
const TAB_GAP: f32 = 9.0;

/// Tabs of a pane.
pub fn tabs<T: Copy + PartialEq>(ui: &mut Ui, theme: &Theme, values: &[(T, String)], chosen: &mut T) {
    let c = theme.c;
    let row = ui
        .horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            for (value, label) in values {
                let on = *chosen == *value;
                let ink = if on { c.text } else { c.muted };
                let word = theme::galley(ui, label, theme::SMALL_MEDIUM, ink, f32::INFINITY, 1);
                let (rect, response) =
                    ui.allocate_exact_size(vec2(word.size().x + TAB_GAP, 34.0), Sense::click());
                response.widget_info(|| WidgetInfo::selected(Role::Tab, true, on, label));
                let ink = if response.hovered() { c.text } else { ink };
                ui.painter().galley(pos2(rect.left(), rect.center().y - word.size().y / 2.0), word, ink);
                if on {
                    let mark = egui::Rect::from_min_max(
                        pos2(rect.left(), rect.bottom() - 3.0),
                        pos2(rect.right() - TAB_GAP, rect.bottom()),
                    );
                    ui.painter().rect_filled(mark, CornerRadius::same(1), c.primary);
                }
                ring(ui, theme, &response, 4);
                if response.clicked() {
                    *chosen = *value;
                }
                response.on_hover_cursor(CursorIcon::PointingHand);
            }
        })
        .response
        .rect;
    ui.painter().hline(ui.max_rect().x_range(), row.bottom(), theme.line());
}
