//! A page of a paper on its bed: the picture of it with its shadow, before it is there a word that it is coming, and
//! where it cannot be drawn why.

use eframe::egui::{
    Color32, ColorImage, CornerRadius, Image, Rect, Response, Role, Sense, TextureHandle, TextureOptions, Ui,
    UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::feedback::{Tone, note};
use crate::error::Error;
use crate::i18n::{Language, message};
use crate::runtime::Preview;
use crate::ui::theme::{self, BODY, Theme};

/// Points of an A4 page.
const PAGE: Vec2 = vec2(595.0, 842.0);
/// Most pixels of a page's width.
const MOST: u16 = 4_000;

/// Pixels of a page that is so wide on the screen, and how many of them a point of the paper has.
pub fn page_pixels(ui: &Ui, width: f32) -> (u32, f32) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a screen")]
    let pixels = (width * ui.ctx().pixels_per_point()).round().clamp(100.0, f32::from(MOST)) as u16;
    (u32::from(pixels), f32::from(pixels) / PAGE.x)
}

/// The picture of a page, ready to be drawn.
pub fn page_texture(ui: &Ui, name: &str, preview: &Preview) -> TextureHandle {
    let size = [usize::from(preview.image.width), usize::from(preview.image.height)];
    let image = ColorImage::from_rgba_unmultiplied(size, &preview.image.rgba);
    ui.ctx().load_texture(name, image, TextureOptions::LINEAR)
}

/// Draws the page so wide; what was done with it, and where on the paper it was pressed, in points of it.
pub fn page(
    ui: &mut Ui,
    theme: &Theme,
    language: Language,
    width: f32,
    sense: Sense,
    drawn: Option<Result<(&Preview, &TextureHandle), &Error>>,
) -> Option<(Response, Option<(f32, f32)>)> {
    let size = vec2(width, width * PAGE.y / PAGE.x);
    let room = vec2(size.x.max(ui.available_width()), size.y + 36.0);
    let (bed, _) = ui.allocate_exact_size(room, Sense::hover());
    let left = bed.left() + (bed.width() - size.x) / 2.0;
    let sheet = Rect::from_min_size(pos2(left, bed.top() + 16.0), size);
    ui.painter().add(theme.popup_shadow().as_shape(sheet, CornerRadius::ZERO));
    ui.painter().rect_filled(sheet, CornerRadius::ZERO, Color32::WHITE);
    let (preview, texture) = match drawn {
        Some(Ok(drawn)) => drawn,
        Some(Err(error)) => {
            ui.scope_builder(UiBuilder::new().max_rect(sheet.shrink(24.0)), |ui| {
                let words = message("page-not-drawn").with("why", error.message());
                note(ui, theme, Tone::Stop, &words.text(language));
            });
            return None;
        }
        None => {
            let words = message("page-drawing").text(language);
            let word = theme::galley(ui, &words, BODY, theme.c.muted, 300.0, 1);
            ui.painter().galley(sheet.center() - word.size() / 2.0, word, theme.c.muted);
            return None;
        }
    };
    Image::new(texture).paint_at(ui, sheet);
    let response = ui.interact(sheet, ui.scope_id().with("page"), sense);
    let words = message("page-of").with("page", preview.page + 1).with("count", preview.count);
    let words = words.text(language);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &words));
    let at = response.interact_pointer_pos().filter(|_| response.clicked());
    let scale = PAGE.x / sheet.width();
    let at = at.map(|at| ((at.x - sheet.left()) * scale, (at.y - sheet.top()) * scale));
    Some((response, at))
}
