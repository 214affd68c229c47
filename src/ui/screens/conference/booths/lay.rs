//! Asks how many booths are laid out.

use eframe::egui::{Id, Modal, Ui};
use egui_phosphor::regular as icons;

use super::act;
use crate::domain::{Conference, Id as RecordId, Stored};
use crate::i18n::message;
use crate::ops::BoothAct;
use crate::problem::Problem;
use crate::ui::action::Cx;
use crate::ui::components::{Button, Field, dialog_frame, entered, heading, text};
use crate::ui::theme::{CARD, SMALL, space};
use crate::vietnamese::parse_integer;

/// Places in a row, as long as nobody says anything else.
const PLACES: i64 = 10;

/// The dialog.
pub(super) struct LayDialog {
    conference: RecordId<Conference>,
    rows: String,
    places: String,
    size: String,
    fresh: bool,
}

fn count(typed: &str) -> Option<i64> {
    parse_integer(typed).ok().filter(|count| (1..=100).contains(count))
}

impl LayDialog {
    pub(super) fn new(stored: &Stored<Conference>) -> Self {
        let planned = stored.record.planned_booths.filter(|count| *count > 0).unwrap_or(2 * PLACES);
        let places = planned.min(PLACES);
        Self {
            conference: stored.id,
            rows: ((planned + places - 1) / places).min(100).to_string(),
            places: places.to_string(),
            size: "3 × 3 m".to_owned(),
            fresh: true,
        }
    }

    /// Draws it; false when it is done.
    pub(super) fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        let mut stays = true;
        let frame = dialog_frame(&cx.theme);
        let modal = Modal::new(Id::unique("booth-lay")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(520.0);
            let (theme, language) = (cx.theme, cx.language);
            heading(ui, &cx.t(&message("booths-lay")), CARD, theme.c.text);
            text(ui, &cx.t(&message("booths-lay-explain")), SMALL, theme.c.muted);
            ui.add_space(space::S);
            let (rows, places) = (count(&self.rows), count(&self.places));
            let focused = ui.memory(eframe::egui::Memory::focused);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                let fields = [
                    ("booth-rows", message("booths-rows"), &mut self.rows, rows),
                    ("booth-places", message("booths-places"), &mut self.places, places),
                ];
                for (id, label, typed, read) in fields {
                    let wrong = Problem::error(id, message("booths-number"));
                    let problem = if read.is_none() { Some(&wrong) } else { None };
                    let label = cx.t(&label);
                    let field = Field::new(Id::unique(id), &label).figures().width(150.0).problem(problem);
                    field.show(ui, &theme, language, typed);
                }
                let label = cx.t(&message("booths-size"));
                Field::new(Id::unique("booth-size"), &label).show(ui, &theme, language, &mut self.size);
            });
            if std::mem::take(&mut self.fresh) {
                ui.memory_mut(|memory| memory.request_focus(Id::unique("booth-rows")));
            }
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                let numbers = rows.zip(places);
                let all = numbers.map_or(0, |(rows, places)| rows * places);
                let make = cx.t(&message("booths-lay-count").with("count", all));
                let button = Button::primary(&make).icon(icons::GRID_FOUR).enabled(numbers.is_some());
                let fields = ["booth-rows", "booth-places", "booth-size"].map(Id::unique);
                if (button.show(ui, &theme).clicked() || entered(ui, focused, &fields))
                    && let Some((rows, places)) = numbers
                {
                    let (conference, size) = (self.conference, self.size.clone());
                    let lay = BoothAct::Lay { conference, rows, places, size };
                    act(cx, lay, message("done-booths-laid"));
                    stays = false;
                }
                let cancel = cx.t(&message("act-cancel"));
                if Button::outline(&cancel).show(ui, &theme).clicked() {
                    stays = false;
                }
            });
        });
        stays && !modal.should_close()
    }
}
