//! The country drawn as dots, one for each commune, with marks on it. No boundaries: what is drawn is where
//! people live, and the two archipelagos are always there and named.

use eframe::egui::{
    self, Align2, Color32, CursorIcon, Id, Key, Modifiers, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo,
    vec2,
};

use crate::places::Places;
use crate::ui::theme::{self, SMALL, SMALL_MEDIUM, Theme};

/// A mark at microdegrees north and east.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapMark {
    /// Latitude in microdegrees north.
    pub latitude: i64,
    /// Longitude in microdegrees east.
    pub longitude: i64,
    /// Its colour.
    pub colour: Color32,
}

/// What part of the country is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapView {
    /// The middle in degrees north and east.
    centre: (f64, f64),
    /// How many times larger than the whole country.
    zoom: f64,
}

/// The whole country with its islands: degrees south, north, west and east.
const WHOLE: (f64, f64, f64, f64) = (6.6, 23.8, 101.6, 117.4);
/// A degree of longitude against one of latitude in the middle of the country, at 16° north.
const FLAT: f64 = 0.961;
/// Villages of one hamlet are still told apart.
const CLOSEST: f64 = 60.0;
/// A mark answers to the pointer within so many points.
const REACH: f32 = 9.0;
/// Marks closer than this many points are drawn as one, larger for more.
const CELL: f32 = 5.0;

impl Default for MapView {
    fn default() -> Self {
        Self { centre: (f64::midpoint(WHOLE.0, WHOLE.1), f64::midpoint(WHOLE.2, WHOLE.3)), zoom: 1.0 }
    }
}

impl MapView {
    /// Points for a degree of latitude.
    fn scale(&self, area: Rect) -> f64 {
        let high = f64::from(area.height()) / (WHOLE.1 - WHOLE.0);
        let wide = f64::from(area.width()) / ((WHOLE.3 - WHOLE.2) * FLAT);
        high.min(wide) * self.zoom
    }

    #[expect(clippy::cast_possible_truncation, reason = "points on a screen")]
    fn place(&self, area: Rect, scale: f64, latitude: f64, longitude: f64) -> Pos2 {
        let x = (longitude - self.centre.1) * FLAT * scale;
        let y = (self.centre.0 - latitude) * scale;
        area.center() + vec2(x as f32, y as f32)
    }

    /// Moves by points on the screen.
    fn pan(&mut self, area: Rect, by: Vec2) {
        let scale = self.scale(area);
        self.centre.0 = (self.centre.0 + f64::from(by.y) / scale).clamp(WHOLE.0, WHOLE.1);
        self.centre.1 = (self.centre.1 - f64::from(by.x) / (scale * FLAT)).clamp(WHOLE.2, WHOLE.3);
    }

    /// Zooms so that what is under a point stays there.
    fn zoom_at(&mut self, area: Rect, at: Pos2, factor: f64) {
        let before = self.scale(area);
        self.zoom = (self.zoom * factor).clamp(1.0, CLOSEST);
        let after = self.scale(area);
        let from = at - area.center();
        self.centre.0 -= f64::from(from.y) / before - f64::from(from.y) / after;
        self.centre.1 += (f64::from(from.x) / before - f64::from(from.x) / after) / FLAT;
        self.pan(area, Vec2::ZERO);
    }
}

/// Draws the map over all the room there is. Returns the mark that was pressed, if one was; `hovered` is given the
/// one below the pointer.
#[expect(clippy::too_many_arguments, reason = "everything a map is made of")]
pub fn map(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    name: &str,
    places: &Places,
    labels: &[(f64, f64, String)],
    view: &mut MapView,
    marks: &[MapMark],
    chosen: Option<usize>,
    hovered: &mut Option<usize>,
) -> Option<usize> {
    let area = ui.available_rect_before_wrap();
    ui.allocate_rect(area, Sense::hover());
    let response = ui.interact(area, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, name));
    turn(ui, view, area, &response);
    let painter = ui.painter().with_clip_rect(area);
    painter.rect_filled(area, 8.0, theme.c.raised);
    let scale = view.scale(area);
    let ground = theme.c.border_strong.gamma_multiply(0.55);
    let dot = if view.zoom < 3.0 { 1.3 } else { 2.2 };
    for commune in places.communes() {
        let at = view.place(area, scale, degrees(commune.latitude.into()), degrees(commune.longitude.into()));
        if area.contains(at) {
            painter.rect_filled(Rect::from_center_size(at, vec2(dot, dot)), 0.0, ground);
        }
    }
    for (latitude, longitude, label) in labels {
        let at = view.place(area, scale, *latitude, *longitude);
        for step in [vec2(-5.0, 2.0), vec2(0.0, -4.0), vec2(4.0, 3.0), vec2(-2.0, 6.0)] {
            painter.circle_filled(at + step, 1.4, theme.c.muted);
        }
        let galley = theme::galley(ui, label, SMALL, theme.c.text, 150.0, 2);
        // Near the edge the words move inwards: they are never cut.
        let half = galley.size().x / 2.0 + 6.0;
        let middle = if (area.left()..area.right()).contains(&at.x) && area.width() > 2.0 * half {
            at.x.clamp(area.left() + half, area.right() - half)
        } else {
            at.x
        };
        let corner = egui::pos2(middle - galley.size().x / 2.0, at.y + 10.0);
        painter.galley(corner, galley, theme.c.text);
    }
    let mouse = response.hover_pos();
    let mut nearest: Option<(f32, usize)> = None;
    // One dot for all marks of a small square: a hundred thousand of them stay quick, and none hides the others.
    let columns = cells(area.width());
    let mut grid: Vec<(u32, Pos2, Color32)> =
        vec![(0, Pos2::ZERO, Color32::TRANSPARENT); columns * cells(area.height())];
    for (number, mark) in marks.iter().enumerate() {
        let at = view.place(area, scale, degrees(mark.latitude), degrees(mark.longitude));
        if !area.contains(at) {
            continue;
        }
        if let Some(mouse) = mouse {
            let distance = mouse.distance(at);
            if distance < REACH && nearest.is_none_or(|(known, _)| distance < known) {
                nearest = Some((distance, number));
            }
        }
        let slot = cells(at.y - area.top()).saturating_sub(1) * columns + cells(at.x - area.left()) - 1;
        if let Some(slot) = grid.get_mut(slot) {
            *slot = (slot.0 + 1, at, mark.colour);
        }
    }
    for (count, at, colour) in grid.iter().filter(|(count, ..)| *count > 0) {
        let radius = match count {
            1 => 4.0,
            2..10 => 5.0,
            10..100 => 6.0,
            _ => 7.0,
        };
        painter.circle(*at, radius, *colour, egui::Stroke::new(1.0, theme.c.raised));
    }
    if let Some(mark) = chosen.and_then(|chosen| marks.get(chosen)) {
        let at = view.place(area, scale, degrees(mark.latitude), degrees(mark.longitude));
        painter.circle_stroke(at, 9.0, egui::Stroke::new(2.5, theme.c.primary));
    }
    if response.has_focus() {
        painter.rect_stroke(area, 8.0, theme.focus_ring(), egui::StrokeKind::Inside);
    }
    *hovered = nearest.map(|(_, number)| number);
    if hovered.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.clicked() { *hovered } else { None }
}

/// Wheel, dragging and keys.
fn turn(ui: &Ui, view: &mut MapView, area: Rect, response: &egui::Response) {
    if response.dragged() {
        view.pan(area, response.drag_delta());
    }
    if let Some(at) = response.hover_pos() {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        let factor = f64::from(pinch) * (f64::from(wheel) / 240.0).exp();
        if (factor - 1.0).abs() > 1e-4 {
            view.zoom_at(area, at, factor);
        }
    }
    if response.has_focus() {
        // Arrows move the map, not the keyboard.
        let filter = egui::EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..egui::EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        for (key, by) in [
            (Key::ArrowLeft, vec2(60.0, 0.0)),
            (Key::ArrowRight, vec2(-60.0, 0.0)),
            (Key::ArrowUp, vec2(0.0, 60.0)),
            (Key::ArrowDown, vec2(0.0, -60.0)),
        ] {
            if pressed(key) {
                view.pan(area, by);
            }
        }
        if pressed(Key::Plus) || pressed(Key::Equals) {
            view.zoom_at(area, area.center(), 1.4);
        }
        if pressed(Key::Minus) {
            view.zoom_at(area, area.center(), 1.0 / 1.4);
        }
    }
}

/// The name of what is below the pointer, beside it.
pub fn map_tip(ui: &Ui, theme: &Theme, words: &str) {
    let Some(at) = ui.ctx().pointer_hover_pos() else { return };
    let layer = egui::LayerId::new(egui::Order::Tooltip, Id::unique("map-tip"));
    let painter = ui.ctx().layer_painter(layer);
    let galley = theme::galley(ui, words, SMALL_MEDIUM, theme.c.text, 260.0, 3);
    let rect = Align2::LEFT_BOTTOM.anchor_size(at + vec2(14.0, -8.0), galley.size() + vec2(16.0, 10.0));
    painter.rect(rect, 6.0, theme.c.raised, theme.line(), egui::StrokeKind::Inside);
    painter.galley(rect.min + vec2(8.0, 5.0), galley, theme.c.text);
}

#[expect(clippy::cast_precision_loss, reason = "microdegrees are far below 2^52")]
fn degrees(micro: i64) -> f64 {
    micro as f64 / 1_000_000.0
}

/// How many squares a length is made of.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "points on a screen, not negative"
)]
fn cells(length: f32) -> usize {
    (length.max(0.0) / CELL) as usize + 1
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;

    #[test]
    fn what_is_under_the_pointer_stays_there_and_the_country_is_never_lost() {
        let area = Rect::from_min_size(pos2(10.0, 20.0), vec2(600.0, 640.0));
        let mut view = MapView::default();
        let spot = |view: &MapView| view.place(area, view.scale(area), 21.03, 105.85);
        let before = spot(&view);
        view.zoom_at(area, before, 4.0);
        assert!(before.distance(spot(&view)) < 1.0, "{before:?} {:?}", spot(&view));
        view.zoom_at(area, before, 1e9);
        assert!((view.zoom - CLOSEST).abs() < 1e-9);
        view.pan(area, vec2(1e9, -1e9));
        assert!(view.centre.0 >= WHOLE.0 && view.centre.1 >= WHOLE.2);
        view.zoom_at(area, before, 0.0);
        assert!((view.zoom - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_whole_country_is_in_sight_at_first_with_both_archipelagos() {
        let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(700.0, 560.0));
        let view = MapView::default();
        for (latitude, longitude) in
            [(23.3, 105.3), (8.6, 104.7), (16.568, 112.135), (9.71, 114.45), (7.0, 112.0)]
        {
            assert!(
                area.contains(view.place(area, view.scale(area), latitude, longitude)),
                "{latitude} {longitude}"
            );
        }
    }
}
