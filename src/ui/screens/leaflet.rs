//! The leaflet of a village on its way out: shown, printed or saved.

use eframe::egui::{Id, Modal, Ui};
use egui_phosphor::regular as icons;

use super::paper_way::{Paper, PaperWay};
use super::path_field::{PathField, file_name};
use crate::domain::{Id as RecordId, Village};
use crate::i18n::message;
use crate::ops::{LeafletFacts, VillageLeaflet};
use crate::runtime::{Slot, View};
use crate::ui::action::Cx;
use crate::ui::components::{Button, Tone, dialog_frame, failed, heading, note, skeleton, text};
use crate::ui::theme::{BODY, CARD, space};

/// The dialog.
pub(super) struct LeafletDialog {
    question: VillageLeaflet,
    facts: Slot<VillageLeaflet>,
    path: PathField,
    way: PaperWay,
}

impl LeafletDialog {
    /// For a village of this name.
    pub(super) fn new(village: RecordId<Village>, name: &str, cx: &Cx<'_>) -> Self {
        let safe = file_name(name);
        let path = cx.data.machine().home().join("to-gioi-thieu").join(format!("{safe}.pdf"));
        Self {
            question: VillageLeaflet { village, today: cx.today },
            facts: Slot::default(),
            path: PathField::new(path),
            way: PaperWay::default(),
        }
    }

    /// Draws the dialog; false when it is done.
    pub(super) fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        self.way.poll(cx);
        let mut stays = true;
        let modal = Modal::new(Id::unique("leaflet")).frame(dialog_frame(&cx.theme)).show(ui.ctx(), |ui| {
            ui.set_width(620.0);
            heading(ui, &cx.t(&message("leaflet-make")), CARD, cx.theme.c.text);
            text(ui, &cx.t(&message("leaflet-explain")), BODY, cx.theme.c.muted);
            ui.add_space(space::S);
            match self.facts.get(cx.data, &self.question) {
                View::Ready(facts) => facts_ui(ui, cx, &facts),
                View::Failed(error) => {
                    let close = cx.t(&message("act-close"));
                    stays = !failed(ui, &cx.theme, cx.language, &error, &close);
                }
                View::Loading => skeleton(ui, &cx.theme, 2),
            }
            ui.add_space(space::S);
            self.path.ui(ui, cx, "leaflet-path", &cx.t(&message("paper-path")));
            ui.add_space(space::M);
            ui.horizontal_wrapped(|ui| {
                stays &= !Button::plain(&cx.t(&message("act-close"))).show(ui, &cx.theme).clicked();
                let other = cx.t(&message("export-other-place"));
                self.path
                    .button_ui(ui, cx, &other, |path| crate::ui::dialogs::save_file(path.file_name(), "pdf"));
                let idle = self.way.is_idle();
                let path = self.path.path().map(|path| path.with_extension("pdf"));
                let save = cx.t(&message("paper-save-here"));
                let button = Button::outline(&save).icon(icons::FILE_PDF).enabled(idle && path.is_some());
                let save = button.show(ui, &cx.theme).clicked();
                let print = cx.t(&message("print-now"));
                let button = Button::outline(&print).icon(icons::PRINTER).enabled(idle);
                let print = button.show(ui, &cx.theme).clicked();
                let show = cx.t(&message("paper-open"));
                let button = Button::primary(&show).icon(icons::ARROW_SQUARE_OUT).enabled(idle);
                let show = button.show(ui, &cx.theme).clicked();
                let asked = match path {
                    Some(path) if save => Some(Paper::SaveTo(path)),
                    _ if print => Some(Paper::Print(None, 1)),
                    _ if show => Some(Paper::Show),
                    _ => None,
                };
                if let Some(paper) = asked {
                    self.way.start(paper, cx.data.leaflet(self.question));
                }
            });
        });
        (stays && !modal.should_close()) || !self.way.is_idle()
    }
}

/// What is printed, and what is not and why.
fn facts_ui(ui: &mut Ui, cx: &Cx<'_>, facts: &LeafletFacts) {
    let photos = message("leaflet-has-photos").with("count", facts.pictures.len());
    text(ui, &cx.t(&photos), BODY, cx.theme.c.text);
    if facts.withheld > 0 {
        let words = message("leaflet-withheld").with("count", facts.withheld);
        note(ui, &cx.theme, Tone::Look, &cx.t(&words));
    }
    match &facts.lead {
        Some(lead) => {
            let words = message("leaflet-has-contact").with("name", lead.name.as_str());
            text(ui, &cx.t(&words), BODY, cx.theme.c.text);
        }
        None => note(ui, &cx.theme, Tone::Look, &cx.t(&message("leaflet-no-contact"))),
    }
}
