//! All components in their states, for those who work on the program (`--gallery`).

use eframe::egui::{CentralPanel, Frame, Id, Margin, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icons;

use crate::domain::{MouState, RecordKind};
use crate::i18n::message;
use crate::problem::Problem;
use crate::ui::action::Cx;
use crate::ui::components::{
    Button, Field, TableColumn, TableRow, TableState, Tone, badge, card, chip, choice, date_field, empty,
    heading, icon_button, link, mou_badge, note, progress_bar, segments, skeleton, switch, table, tabs, tick,
};
use crate::ui::fields::FieldStates;
use crate::ui::sections::{Asked, Input};
use crate::ui::theme::{BODY_MEDIUM, CARD, SCREEN, space};

/// The gallery.
#[derive(Default)]
pub struct GalleryScreen {
    text: String,
    long: String,
    number: String,
    money: String,
    date: String,
    place: String,
    village: String,
    tags: String,
    fields: FieldStates,
    on: bool,
    tab: usize,
    segment: usize,
    table: TableState,
}

impl GalleryScreen {
    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let frame = Frame::new().fill(cx.theme.c.background).inner_margin(Margin::symmetric(24, 12));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                heading(ui, &cx.t(&message("nav-gallery")), SCREEN, cx.theme.c.text);
                let width = ui.available_width();
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 16.0;
                    ui.vertical(|ui| {
                        ui.set_width((width - 16.0) / 2.0);
                        self.buttons_ui(ui, cx);
                        marks_ui(ui, cx);
                        self.table_ui(ui, cx);
                    });
                    ui.vertical(|ui| {
                        ui.set_width((width - 16.0) / 2.0);
                        self.fields_ui(ui, cx);
                        feedback_ui(ui, cx);
                    });
                });
            });
        });
    }

    fn buttons_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let theme = &cx.theme;
        card(ui, theme, 16, |ui| {
            heading(ui, &cx.t(&message("gallery-buttons")), CARD, theme.c.text);
            let (save, edit, delete) =
                (cx.t(&message("act-save")), cx.t(&message("act-edit")), cx.t(&message("act-delete")));
            ui.horizontal_wrapped(|ui| {
                Button::primary(&save).keys("Ctrl S").show(ui, theme);
                Button::outline(&edit).icon(icons::PENCIL_SIMPLE).show(ui, theme);
                Button::plain(&edit).icon(icons::PENCIL_SIMPLE).show(ui, theme);
                Button::danger(&delete).icon(icons::TRASH).show(ui, theme);
                Button::primary(&save).enabled(false).show(ui, theme);
                Button::outline(&edit).enabled(false).show(ui, theme);
                Button::outline(&edit).small().show(ui, theme);
                icon_button(ui, theme, icons::X, &cx.t(&message("act-close")));
                link(ui, theme, &cx.t(&message("nav-villages")), BODY_MEDIUM);
            });
            ui.horizontal(|ui| {
                switch(ui, theme, &mut self.on, &save);
                tick(ui, theme, &mut self.on, &edit, None);
            });
            let values: Vec<(usize, String)> =
                [&save, &edit, &delete].into_iter().cloned().enumerate().collect();
            segments(ui, theme, &values, &mut self.segment);
            tabs(ui, theme, &values, &mut self.tab);
        });
        ui.add_space(space::M);
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        card(ui, &cx.theme.clone(), 16, |ui| {
            heading(ui, &cx.t(&message("gallery-fields")), CARD, cx.theme.c.text);
            let theme = cx.theme;
            let label = |column: &str| crate::i18n::field_label(column).text(cx.language);
            let error = Problem::error("name", message("check-required"));
            let warning = Problem::warning("email", message("check-email"));
            let id = |name: &str| Id::unique(("gallery", name));
            let (name, mail, note) = (label("name"), label("email"), label("note"));
            Field::new(id("text"), &name).show(ui, &theme, cx.language, &mut self.text);
            Field::new(id("error"), &name).problem(Some(&error)).show(
                ui,
                &theme,
                cx.language,
                &mut self.text,
            );
            Field::new(id("warning"), &mail).problem(Some(&warning)).show(
                ui,
                &theme,
                cx.language,
                &mut self.text,
            );
            Field::new(id("long"), &note).rows(3).show(ui, &theme, cx.language, &mut self.long);
            let date = label("date");
            date_field(
                ui,
                &theme,
                cx.language,
                id("date"),
                &date,
                None,
                &mut self.date,
                cx.today,
                220.0,
                None,
            );
            let words = [label("name"), label("email")];
            choice(
                ui,
                &theme,
                cx.language,
                id("choice"),
                &label("kind"),
                &words[0].clone(),
                &words,
                220.0,
                None,
            );
            let asked = |column, input| Asked { column, input, width: 12, required: false, label: None };
            for (field, typed) in [
                (asked("households", Input::Number), &mut self.number),
                (asked("revenue", Input::Money), &mut self.money),
                (asked("commune", Input::Place), &mut self.place),
                (asked("village", Input::Link(RecordKind::Village)), &mut self.village),
                (asked("tags", Input::Tags), &mut self.tags),
            ] {
                self.fields.field_ui(ui, cx, Id::unique(("gallery", field.column)), &field, typed, None);
            }
        });
        ui.add_space(space::M);
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        card(ui, &cx.theme, 0, |ui| {
            let columns = [
                TableColumn {
                    key: "name",
                    label: cx.t(&crate::i18n::field_label("name")),
                    numeric: false,
                    sortable: true,
                    width: 220.0,
                },
                TableColumn {
                    key: "households",
                    label: cx.t(&crate::i18n::field_label("households")),
                    numeric: true,
                    sortable: true,
                    width: 140.0,
                },
            ];
            let title = cx.t(&message("gallery-table"));
            ui.allocate_ui(vec2(ui.available_width(), 260.0), |ui| {
                ui.set_min_height(260.0);
                table(
                    ui,
                    &cx.theme,
                    Id::unique("gallery-table"),
                    &title,
                    &mut self.table,
                    &columns,
                    1_000_000,
                    &[],
                    cx.language,
                    &mut |place| {
                        let number = crate::vietnamese::group(i64::try_from(place).unwrap_or(0), cx.language);
                        Some(TableRow { cells: vec![format!("{title} {number}"), number], badge: None })
                    },
                );
            });
        });
    }
}

fn marks_ui(ui: &mut Ui, cx: &Cx<'_>) {
    card(ui, &cx.theme, 16, |ui| {
        heading(ui, &cx.t(&message("gallery-marks")), CARD, cx.theme.c.text);
        ui.horizontal_wrapped(|ui| {
            for state in MouState::ALL {
                mou_badge(ui, &cx.theme, *state, cx.language);
            }
            let honour = cx.t(&crate::domain::Recognition::TraditionalVillage.label());
            badge(ui, &cx.theme, Tone::Honour, icons::MEDAL, &honour);
            chip(ui, &cx.theme, &honour, &honour);
        });
    });
    ui.add_space(space::M);
}

fn feedback_ui(ui: &mut Ui, cx: &Cx<'_>) {
    card(ui, &cx.theme, 16, |ui| {
        heading(ui, &cx.t(&message("gallery-feedback")), CARD, cx.theme.c.text);
        for tone in [Tone::Busy, Tone::Good, Tone::Look, Tone::Stop] {
            note(ui, &cx.theme, tone, &cx.t(&message("check-required")));
        }
        progress_bar(ui, &cx.theme, 0.63, 240.0, &cx.t(&message("gallery-feedback")));
        skeleton(ui, &cx.theme, 3);
        let (title, explain) = (cx.t(&message("trash-empty")), cx.t(&message("trash-empty-explain")));
        empty(ui, &cx.theme, &title, &explain, |_| {});
    });
}
