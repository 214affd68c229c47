//! Two figures of many things against each other, with a word for each corner.

use eframe::egui::{self, Color32, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{self, SMALL, SMALL_MEDIUM, Theme};

/// One thing: both figures from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScatterDot {
    /// From the left.
    pub x: f32,
    /// From below.
    pub y: f32,
    /// Its colour.
    pub colour: Color32,
}

/// Room for the words at the left and below.
const EDGE: f32 = 58.0;
/// A dot answers to the pointer within so many points.
const REACH: f32 = 9.0;

/// Draws the picture over all the room there is. `axes` are the names of both figures, `steps` what stands at the
/// left with its place from 0 to 1, `corners` the words of the four corners: above at the left and right, below at
/// the left and right. Returns the dot that was pressed and the one below the pointer.
#[expect(clippy::too_many_arguments, reason = "everything such a picture is made of")]
pub fn scatter(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    name: &str,
    axes: (&str, &str),
    steps: &[(f32, String)],
    corners: [&str; 4],
    dots: &[ScatterDot],
    chosen: Option<usize>,
) -> (Option<usize>, Option<usize>) {
    let all = ui.available_rect_before_wrap();
    ui.allocate_rect(all, Sense::hover());
    let area = Rect::from_min_max(all.min + vec2(EDGE, 8.0), all.max - vec2(10.0, 34.0));
    let response = ui.interact(area, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, name));
    let painter = ui.painter().with_clip_rect(all);
    painter.rect(area, 6.0, theme.c.raised, theme.line(), egui::StrokeKind::Inside);
    let place = |x: f32, y: f32| {
        pos2(area.left() + 8.0 + x * (area.width() - 16.0), area.bottom() - 8.0 - y * (area.height() - 16.0))
    };
    let line = Stroke::new(1.0, theme.c.border);
    painter.hline(area.x_range(), area.center().y, line);
    painter.vline(area.center().x, area.y_range(), line);
    let word = |words: &str, at: egui::Pos2, align: egui::Align2, kind, colour| {
        let galley = theme::galley(ui, words, kind, colour, area.width() / 2.0 - 16.0, 2);
        let rect = align.anchor_size(at, galley.size());
        painter.galley(rect.min, galley, colour);
    };
    let muted = theme.c.muted;
    // The lowest dots stand on the line: the words of the lower corners stand above them.
    let inner = Rect::from_min_max(area.min + vec2(10.0, 10.0), area.max - vec2(10.0, 22.0));
    for (words, at, align) in [
        (corners[0], inner.left_top(), egui::Align2::LEFT_TOP),
        (corners[1], inner.right_top(), egui::Align2::RIGHT_TOP),
        (corners[2], inner.left_bottom(), egui::Align2::LEFT_BOTTOM),
        (corners[3], inner.right_bottom(), egui::Align2::RIGHT_BOTTOM),
    ] {
        word(words, at, align, SMALL_MEDIUM, muted);
    }
    for (at, words) in steps {
        word(words, pos2(area.left() - 6.0, place(0.0, *at).y), egui::Align2::RIGHT_CENTER, SMALL, muted);
    }
    let below = pos2(area.right(), area.bottom() + 8.0);
    word(axes.0, below, egui::Align2::RIGHT_TOP, SMALL, muted);
    word(axes.1, pos2(area.left(), area.bottom() + 8.0), egui::Align2::LEFT_TOP, SMALL, muted);
    let mouse = response.hover_pos();
    let mut nearest: Option<(f32, usize)> = None;
    for (number, dot) in dots.iter().enumerate() {
        let at = place(dot.x, dot.y);
        painter.circle(at, 5.0, dot.colour, Stroke::new(1.0, theme.c.raised));
        if let Some(mouse) = mouse {
            let distance = mouse.distance(at);
            if distance < REACH && nearest.is_none_or(|(known, _)| distance < known) {
                nearest = Some((distance, number));
            }
        }
    }
    if let Some(dot) = chosen.and_then(|chosen| dots.get(chosen)) {
        painter.circle_stroke(place(dot.x, dot.y), 9.0, Stroke::new(2.5, theme.c.primary));
    }
    let hovered = nearest.map(|(_, number)| number);
    if hovered.is_some() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    (if response.clicked() { hovered } else { None }, hovered)
}
