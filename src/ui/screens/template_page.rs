//! The page of a template in the middle of its editor, filled with invented values: with two to four parties, with
//! or without a witness, an annex and what may be left out, so that conditions can be seen at work.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, ColorImage, CornerRadius, Frame, Margin, Rect, ScrollArea, Sense, TextureHandle,
    TextureOptions, Ui, vec2,
};
use egui_phosphor::regular as icons;

use super::template::Sheet;
use crate::documents::mou::data::PrintLanguage;
use crate::documents::mou::example::Shape;
use crate::documents::mou::placeholders::Placeholder;
use crate::documents::mou::template::Template;
use crate::error::Error;
use crate::i18n::message;
use crate::problem::Problem;
use crate::runtime::{Preview, Ticket};
use crate::ui::action::Cx;
use crate::ui::components::{choice, icon_button, line, segments, tick};
use crate::ui::theme::{self, BODY, COMPACT};

/// Points of an A4 page.
const PAGE: egui::Vec2 = vec2(595.0, 842.0);

/// What a picture of the page shows.
#[derive(Clone, PartialEq)]
struct Shown {
    sheet: Sheet,
    shape: Shape,
    language: PrintLanguage,
    page: usize,
    /// Pixels of a page's width.
    pixels: u32,
}

/// The page.
#[derive(Default)]
pub(super) struct TemplatePage {
    shape: Option<(Shape, PrintLanguage)>,
    page: usize,
    drawing: Option<(Shown, Ticket<Preview>)>,
    drawn: Option<(Shown, Preview, TextureHandle)>,
    failure: Option<(Shown, Error)>,
}

impl TemplatePage {
    /// Shows the page as this template is meant, in its language.
    pub(super) fn shape_of(&mut self, template: &Template) {
        self.shape = Some((Shape::of(template), template.language));
        self.page = 0;
    }

    /// What is wrong with the template, as far as it was drawn.
    pub(super) fn problems(&self) -> Vec<Problem> {
        self.drawn.as_ref().map(|(_, preview, _)| preview.problems.clone()).unwrap_or_default()
    }

    /// Why it cannot be drawn.
    pub(super) fn failure(&self) -> Option<&Error> {
        self.failure.as_ref().map(|(_, error)| error)
    }

    /// What the text may speak of, with what it says on the page.
    pub(super) fn placeholders(&self) -> Arc<Vec<Placeholder>> {
        self.drawn.as_ref().map(|(_, preview, _)| Arc::clone(&preview.placeholders)).unwrap_or_default()
    }

    /// Numbers of the printed articles by key.
    pub(super) fn numbers(&self) -> std::collections::BTreeMap<String, u32> {
        let articles = self.drawn.as_ref().map(|(_, preview, _)| preview.articles.iter().cloned());
        articles.into_iter().flatten().collect()
    }

    /// Draws it.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, sheet: &Sheet) {
        let Some((mut shape, mut language)) = self.shape else { return };
        let count = self.drawn.as_ref().map_or(0, |(_, preview, _)| preview.count);
        let wide = ui.available_width() > 450.0;
        Frame::new().inner_margin(Margin::symmetric(12, 4)).show(ui, |ui| {
            ui.horizontal(|ui| {
                let before = cx.t(&message("page-before"));
                if icon_button(ui, &cx.theme, icons::CARET_LEFT, &before).clicked() {
                    self.page = self.page.saturating_sub(1);
                }
                let words = message("page-of").with("page", self.page + 1).with("count", count);
                line(ui, &cx.t(&words), BODY, cx.theme.c.text);
                let after = cx.t(&message("page-after"));
                if icon_button(ui, &cx.theme, icons::CARET_RIGHT, &after).clicked() && self.page + 1 < count {
                    self.page += 1;
                }
                let values = [
                    (PrintLanguage::Vi, cx.t(&message("paper-vi"))),
                    (PrintLanguage::En, cx.t(&message("paper-en"))),
                    (PrintLanguage::ViEn, cx.t(&message("paper-vi-en"))),
                ];
                if wide {
                    segments(ui, &cx.theme, &values, &mut language);
                    return;
                }
                let names = values.clone().map(|(_, name)| name);
                let now = values.iter().find(|(value, _)| *value == language);
                let now = now.map(|(_, name)| name.clone()).unwrap_or_default();
                let id = egui::Id::unique("template-page-language");
                let picked = choice(ui, &cx.theme, cx.language, id, "", &now, &names, 150.0, None);
                if let Some((value, _)) = picked.and_then(|place| values.get(place)) {
                    language = *value;
                }
            });
            ui.horizontal(|ui| {
                line(ui, &cx.t(&message("template-parties")), COMPACT, cx.theme.c.muted);
                let values = [2, 3, 4].map(|count| (count, count.to_string()));
                segments(ui, &cx.theme, &values, &mut shape.parties);
            });
            ui.horizontal_wrapped(|ui| {
                tick(ui, &cx.theme, &mut shape.witness, &cx.t(&message("template-witness")), None);
                tick(ui, &cx.theme, &mut shape.annex, &cx.t(&message("template-annex")), None);
                tick(ui, &cx.theme, &mut shape.full, &cx.t(&message("template-full")), None);
            });
        });
        self.shape = Some((shape, language));
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
        let width = (ui.available_width() - 40.0).max(120.0);
        self.draw(ui, cx, sheet, width);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let size = vec2(width, width * PAGE.y / PAGE.x);
            let room = vec2(ui.available_width(), size.y + 36.0);
            let (bed, _) = ui.allocate_exact_size(room, Sense::hover());
            let left = bed.left() + (bed.width() - size.x) / 2.0;
            let paper = Rect::from_min_size(egui::pos2(left, bed.top() + 16.0), size);
            ui.painter().add(cx.theme.popup_shadow().as_shape(paper, CornerRadius::ZERO));
            ui.painter().rect_filled(paper, CornerRadius::ZERO, Color32::WHITE);
            let Some((_, preview, texture)) = &self.drawn else {
                let words = cx.t(&message("page-drawing"));
                let word = theme::galley(ui, &words, BODY, cx.theme.c.muted, 300.0, 1);
                ui.painter().galley(paper.center() - word.size() / 2.0, word, cx.theme.c.muted);
                return;
            };
            egui::Image::new(texture).paint_at(ui, paper);
            let response = ui.interact(paper, ui.scope_id().with("template-sheet"), Sense::hover());
            let words = cx.t(&message("page-of").with("page", preview.page + 1).with("count", preview.count));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &words));
        });
    }

    /// Asks for the page when what it shows has changed; one page at a time, the newest text next.
    fn draw(&mut self, ui: &Ui, cx: &Cx<'_>, sheet: &Sheet, width: f32) {
        if let Some((_, ticket)) = &self.drawing
            && let Some(answer) = ticket.poll()
            && let Some((shown, _)) = self.drawing.take()
        {
            match answer {
                Ok(preview) => {
                    let size = [usize::from(preview.image.width), usize::from(preview.image.height)];
                    let image = ColorImage::from_rgba_unmultiplied(size, &preview.image.rgba);
                    let texture = ui.ctx().load_texture("template-page", image, TextureOptions::LINEAR);
                    self.page = preview.page;
                    self.failure = None;
                    self.drawn = Some((Shown { page: preview.page, ..shown }, preview, texture));
                }
                Err(error) => self.failure = Some((shown, error)),
            }
        }
        let Some((shape, language)) = self.shape.filter(|_| self.drawing.is_none()) else { return };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a screen")]
        let pixels = (width * ui.ctx().pixels_per_point()).round().clamp(100.0, 4_000.0) as u32;
        let is_it = |shown: &Shown| {
            (shown.shape, shown.language, shown.page, shown.pixels) == (shape, language, self.page, pixels)
                && shown.sheet == *sheet
        };
        let drawn = self.drawn.as_ref().is_some_and(|(shown, ..)| is_it(shown));
        if drawn || self.failure.as_ref().is_some_and(|(shown, _)| is_it(shown)) {
            return;
        }
        let shown = Shown { sheet: sheet.clone(), shape, language, page: self.page, pixels };
        let pixels_per_point = f32::from(u16::try_from(pixels).unwrap_or(4_000)) / PAGE.x;
        let wanted = (shape, language, cx.today);
        let ticket = cx.data.template_page(sheet.template(), wanted, self.page, pixels_per_point);
        self.drawing = Some((shown, ticket));
    }
}
