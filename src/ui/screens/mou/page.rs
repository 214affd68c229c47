//! The page of a MoU in the middle of its editor: the PDF itself, drawn again when what it shows has rested.

use std::sync::Arc;

use eframe::egui::{Frame, Margin, ScrollArea, Sense, Ui};
use egui_phosphor::regular as icons;

use super::editor::MouScreen;
use crate::documents::mou::data::PrintLanguage;
use crate::i18n::message;
use crate::ops::MouDraft;
use crate::ui::action::Cx;
use crate::ui::components::{Button, icon_button, line, page, page_pixels, page_texture};
use crate::ui::theme::BODY;

/// Drawn again so long after the last change, in seconds.
const DRAW_AFTER: f64 = 0.06;

/// What the preview shows.
pub(super) struct Drawn {
    draft: Option<MouDraft>,
    language: Option<PrintLanguage>,
    page: usize,
    /// Pixels of a page's width.
    pixels: u32,
    version: u64,
}

impl MouScreen {
    /// The page with its tools.
    pub(super) fn page_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let count = self.drawn.as_ref().map_or(0, |(_, preview, _)| preview.count);
        Frame::new().inner_margin(Margin::symmetric(12, 4)).show(ui, |ui| {
            ui.horizontal(|ui| {
                let before = cx.t(&message("page-before"));
                if Button::plain(&before)
                    .icon(icons::CARET_LEFT)
                    .enabled(self.page > 0)
                    .show(ui, &cx.theme)
                    .clicked()
                {
                    self.page -= 1;
                }
                let words = message("page-of").with("page", self.page + 1).with("count", count);
                line(ui, &cx.t(&words), BODY, cx.theme.c.text);
                let after = cx.t(&message("page-after"));
                let more = self.page + 1 < count;
                if Button::plain(&after).after(icons::CARET_RIGHT).enabled(more).show(ui, &cx.theme).clicked()
                {
                    self.page += 1;
                }
                if ui.available_width() > 110.0 {
                    ui.add_space((ui.available_width() - 100.0).max(0.0));
                    if icon_button(ui, &cx.theme, icons::MAGNIFYING_GLASS_MINUS, &cx.t(&message("zoom-out")))
                        .clicked()
                    {
                        self.zoom = (self.zoom / 1.25).max(0.5);
                    }
                    if icon_button(ui, &cx.theme, icons::MAGNIFYING_GLASS_PLUS, &cx.t(&message("zoom-in")))
                        .clicked()
                    {
                        self.zoom = (self.zoom * 1.25).min(4.0);
                    }
                    if icon_button(
                        ui,
                        &cx.theme,
                        icons::ARROWS_OUT_LINE_HORIZONTAL,
                        &cx.t(&message("zoom-fit")),
                    )
                    .clicked()
                    {
                        self.zoom = 1.0;
                    }
                }
            });
        });
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
        let width = ((ui.available_width() - 40.0) * self.zoom).max(120.0);
        self.draw(ui, cx, width);
        ScrollArea::both().auto_shrink(false).show(ui, |ui| {
            let refused = self.draw_failure.as_ref().map(|(_, error)| Err(error));
            let drawn = self.drawn.as_ref().map(|(_, preview, texture)| Ok((preview, texture)));
            let pressed = page(ui, &cx.theme, cx.language, width, Sense::CLICK, refused.or(drawn));
            if let Some((_, Some((x, y)))) = pressed
                && let Some((_, preview, _)) = &self.drawn
            {
                let hit = preview.fields.iter().find(|field| {
                    let area = field.area;
                    field.page == preview.page
                        && (area.x..=area.x + area.width).contains(&x)
                        && (area.y..=area.y + area.height).contains(&y)
                });
                if let Some(field) = hit {
                    let path = crate::documents::mou::values::field_path(&field.field);
                    self.parts.jump_to(&path);
                }
            }
        });
    }

    /// Asks for the page when what it shows has changed and rested.
    fn draw(&mut self, ui: &Ui, cx: &Cx<'_>, width: f32) {
        let now = ui.input(|input| input.time);
        let (pixels, share) = page_pixels(ui, width);
        let version = cx.data.version(crate::domain::RecordKind::ALL);
        if let Some((_, ticket)) = &self.drawing
            && let Some(answer) = ticket.poll()
            && let Some((drawn, _)) = self.drawing.take()
        {
            match answer {
                Ok(preview) => {
                    let texture = page_texture(ui, "mou-page", &preview);
                    self.page = preview.page;
                    self.draw_failure = None;
                    self.parts.placeholders = Arc::clone(&preview.placeholders);
                    self.parts.numbers = preview.articles.iter().cloned().collect();
                    self.drawn = Some((drawn, preview, texture));
                }
                Err(error) => self.draw_failure = Some((drawn, error)),
            }
        }
        let draft = self.is_draft().then_some(&self.draft);
        let place = (self.language, self.page, pixels, version);
        let is_of = |drawn: &Drawn| {
            (drawn.language, drawn.page, drawn.pixels, drawn.version) == place
                && drawn.draft.as_ref() == draft
        };
        let (shown, refused) = (self.drawn.as_ref(), self.draw_failure.as_ref());
        let is_there = shown.is_some_and(|(drawn, ..)| is_of(drawn));
        if is_there && refused.is_some_and(|(drawn, _)| !is_of(drawn)) {
            self.draw_failure = None;
            return;
        }
        if is_there || self.drawing.is_some() || refused.is_some_and(|(drawn, _)| is_of(drawn)) {
            return;
        }
        let typing = self.draft != self.saved && now - self.changed_at < DRAW_AFTER;
        if typing && self.drawn.is_some() {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(40));
            return;
        }
        let wanted =
            Drawn { draft: draft.cloned(), language: self.language, page: self.page, pixels, version };
        let ticket = cx.data.preview(self.id, wanted.draft.clone(), wanted.language, wanted.page, share);
        self.drawing = Some((wanted, ticket));
    }
}
