//! The columns of a list as the officer arranged them.

use eframe::egui;
use egui_phosphor::regular as icons;

use super::register::RegisterScreen;
use crate::domain::RecordKind;
use crate::i18n::{field_label, message};
use crate::ops::{NAME, columns};
use crate::runtime::TableLayout;
use crate::ui::action::{Action, Cx, Preference};
use crate::ui::components::{Button, TableColumn, icon_button, tick};

impl RegisterScreen {
    pub(super) fn layout(&self, cx: &Cx<'_>) -> TableLayout {
        cx.preferences.tables.get(self.kind.table()).cloned().unwrap_or_default()
    }

    /// The columns as the officer arranged them, the name first.
    pub(super) fn shown_columns(&self, cx: &Cx<'_>) -> Vec<TableColumn> {
        let layout = self.layout(cx);
        let mut known: Vec<_> = columns(self.kind).to_vec();
        let place = |key: &str| layout.order.iter().position(|name| name == key).unwrap_or(usize::MAX);
        known.sort_by_key(|column| place(column.key));
        let first = TableColumn {
            key: if self.kind == RecordKind::Mou { "number" } else { NAME },
            label: cx.t(&match self.kind {
                RecordKind::Mou => field_label("number"),
                RecordKind::Artisan => field_label("full_name"),
                _ => field_label("name"),
            }),
            numeric: false,
            sortable: self.kind != RecordKind::Mou,
            width: layout.widths.get(NAME).copied().unwrap_or(name_width(self.kind)),
        };
        let room_is_short = self.detail.is_open() && self.kind != RecordKind::Mou;
        let rest = known.into_iter().enumerate().filter(|(place, column)| {
            let hidden = layout.hidden.iter().any(|name| name == column.key);
            let crowded = room_is_short && *place > 1 && layout.order.is_empty();
            !hidden && !crowded
        });
        let rest = rest.map(|(_, column)| TableColumn {
            key: column.key,
            label: cx.t(&if column.key == "parties" {
                message("mou-parties")
            } else {
                field_label(column.key)
            }),
            numeric: column.numeric,
            sortable: column.sortable,
            width: layout.widths.get(column.key).copied().unwrap_or(usual_width(column.key)),
        });
        std::iter::once(first).chain(rest).collect()
    }

    /// Which columns are shown, and in which order.
    pub(super) fn columns_menu(&self, button: &egui::Response, cx: &mut Cx<'_>) {
        let kind = self.kind;
        let before = self.layout(cx);
        let mut layout = before.clone();
        egui::Popup::menu(button).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            ui.set_min_width(250.0);
            let mut keys: Vec<&'static str> = columns(kind).iter().map(|column| column.key).collect();
            keys.sort_by_key(|key| layout.order.iter().position(|name| name == key).unwrap_or(usize::MAX));
            let mut moved = None;
            for (place, key) in keys.iter().enumerate() {
                ui.horizontal(|ui| {
                    let label =
                        cx.t(&if *key == "parties" { message("mou-parties") } else { field_label(key) });
                    let mut on = !layout.hidden.iter().any(|name| name == key);
                    ui.allocate_ui(egui::vec2(170.0, 28.0), |ui| {
                        ui.set_width(170.0);
                        if tick(ui, &cx.theme, &mut on, &label, None).changed() {
                            layout.hidden.retain(|name| name != key);
                            if !on {
                                layout.hidden.push((*key).to_owned());
                            }
                        }
                    });
                    let up = cx.t(&message("column-up").with("column", label.as_str()));
                    if icon_button(ui, &cx.theme, icons::ARROW_UP, &up).clicked() && place > 0 {
                        moved = Some((place, place - 1));
                    }
                    let down = cx.t(&message("column-down").with("column", label.as_str()));
                    if icon_button(ui, &cx.theme, icons::ARROW_DOWN, &down).clicked()
                        && place + 1 < keys.len()
                    {
                        moved = Some((place, place + 1));
                    }
                });
            }
            if let Some((from, to)) = moved {
                keys.swap(from, to);
                layout.order = keys.iter().map(|key| (*key).to_owned()).collect();
            }
            let label = cx.t(&message("columns-usual"));
            if Button::plain(&label)
                .small()
                .icon(icons::ARROW_COUNTER_CLOCKWISE)
                .show(ui, &cx.theme)
                .clicked()
            {
                layout = TableLayout { cards: layout.cards, ..TableLayout::default() };
            }
        });
        if layout != before {
            cx.ask(Action::Prefer(Preference::Table(kind.table().to_owned(), layout)));
        }
    }
}

fn name_width(kind: RecordKind) -> f32 {
    match kind {
        RecordKind::Mou => 196.0,
        RecordKind::Organisation | RecordKind::Product => 240.0,
        _ => 190.0,
    }
}

fn usual_width(key: &str) -> f32 {
    match key {
        "trades" | "roles" => 172.0,
        "commune" => 190.0,
        "craft_households" => 136.0,
        "completeness" => 84.0,
        "workers" | "started" | "birth" | "date" => 118.0,
        "kind" | "village" => 150.0,
        "craft" => 140.0,
        "phones" | "tax_code" => 135.0,
        "parties" => 280.0,
        "subject" => 300.0,
        _ => 160.0,
    }
}
