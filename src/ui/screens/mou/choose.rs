//! A new MoU begins with the choice of its template.

use eframe::egui::{Id, Modal, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use super::details::{new_mou, template_name};
use crate::i18n::message;
use crate::ops::MouDraft;
use crate::runtime::{Slot, Templates, View};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, dialog_frame, heading, skeleton, text};
use crate::ui::theme::{CARD, SMALL, space};

/// The dialog with the templates.
#[derive(Default)]
pub struct TemplateDialog {
    templates: Slot<Templates>,
    /// The keyboard is on the first one already.
    focused: bool,
}

impl TemplateDialog {
    /// Draws it and begins the MoU that is chosen; false when it is done.
    pub fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        let (stays, draft) = self.choose(ui, cx);
        if let Some(draft) = draft {
            cx.ask(Action::NewMouOf(Box::new(draft)));
        }
        stays
    }

    /// Draws it: whether it stays, and the draft of the template that was chosen.
    pub fn choose(&mut self, ui: &Ui, cx: &Cx<'_>) -> (bool, Option<MouDraft>) {
        let (mut stays, mut chosen) = (true, None);
        let frame = dialog_frame(&cx.theme);
        let modal = Modal::new(Id::unique("templates")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(520.0);
            heading(ui, &cx.t(&message("templates-choose")), CARD, cx.theme.c.text);
            text(ui, &cx.t(&message("templates-choose-explain")), SMALL, cx.theme.c.muted);
            ui.add_space(space::S);
            let View::Ready(templates) = self.templates.get(cx.data, &Templates) else {
                return skeleton(ui, &cx.theme, 6);
            };
            ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
                for template in templates.iter() {
                    let name = template_name(template, cx.language);
                    let row = Button::plain(&name).icon(icons::FILE_TEXT).wide(ui.available_width());
                    let row = row.show(ui, &cx.theme);
                    if !self.focused {
                        self.focused = true;
                        row.request_focus();
                    }
                    if row.clicked() {
                        chosen = Some(new_mou(template));
                        stays = false;
                    }
                }
            });
            ui.add_space(space::M);
            if Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked() {
                stays = false;
            }
        });
        (stays && !modal.should_close(), chosen)
    }
}
