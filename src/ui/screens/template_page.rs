//! The page of a template in the middle of its editor, filled with invented values: with two to four parties, with
//! or without a witness, an annex and what may be left out, so that conditions can be seen at work.

use std::sync::Arc;

use eframe::egui::{Frame, Id, Margin, ScrollArea, Sense, TextureHandle, Ui};
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
use crate::ui::components::{choice, icon_button, line, page, page_pixels, page_texture, segments, tick};
use crate::ui::theme::{BODY, COMPACT};

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
                let id = Id::unique("template-page-language");
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
            let drawn = self.drawn.as_ref().map(|(_, preview, texture)| Ok((preview, texture)));
            page(ui, &cx.theme, cx.language, width, Sense::hover(), drawn);
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
                    let texture = page_texture(ui, "template-page", &preview);
                    self.page = preview.page;
                    self.failure = None;
                    self.drawn = Some((Shown { page: preview.page, ..shown }, preview, texture));
                }
                Err(error) => self.failure = Some((shown, error)),
            }
        }
        let Some((shape, language)) = self.shape.filter(|_| self.drawing.is_none()) else { return };
        let (pixels, per_point) = page_pixels(ui, width);
        let is_it = |shown: &Shown| {
            (shown.shape, shown.language, shown.page, shown.pixels) == (shape, language, self.page, pixels)
                && shown.sheet == *sheet
        };
        let drawn = self.drawn.as_ref().is_some_and(|(shown, ..)| is_it(shown));
        if drawn || self.failure.as_ref().is_some_and(|(shown, _)| is_it(shown)) {
            return;
        }
        let shown = Shown { sheet: sheet.clone(), shape, language, page: self.page, pixels };
        let wanted = (shape, language, cx.today);
        let ticket = cx.data.template_page(sheet.template(), wanted, self.page, per_point);
        self.drawing = Some((shown, ticket));
    }
}
