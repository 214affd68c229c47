//! The foot of a list: what is done with the chosen records, with the search, and with the list as a whole.

use eframe::egui::{self, Id, Ui};
use egui_phosphor::regular as icons;

use super::bulk::BulkDialog;
use super::export::ExportDialog;
use super::register::RegisterScreen;
use crate::domain::RecordKind;
use crate::i18n::{Message, field_label, message};
use crate::ops::{Command, List, SavedSearches};
use crate::runtime::Export;
use crate::ui::action::{Action, Cx, list_title};
use crate::ui::components::{Button, Field, at_right, dialog_frame, heading, icon_button, line, link, tick};
use crate::ui::theme::{CARD, COMPACT_MEDIUM, SMALL, space};
use crate::vietnamese::PartialDate;

impl RegisterScreen {
    pub(super) fn foot_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        // Beside an open record there is room for signs only; their names are still heard.
        let narrow = ui.available_width() < 860.0;
        let press = |ui: &mut Ui, cx: &Cx<'_>, words: Message, sign: &str, enabled: bool| {
            let label = cx.t(&words);
            if narrow {
                return ui
                    .add_enabled_ui(enabled, |ui| icon_button(ui, &cx.theme, sign, &label))
                    .inner
                    .clicked();
            }
            Button::plain(&label).small().icon(sign).enabled(enabled).show(ui, &cx.theme).clicked()
        };
        ui.horizontal_centered(|ui| {
            let selected = self.table.selected.len();
            if selected > 0 {
                let words = message("list-selected").with("count", selected);
                line(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
                if press(ui, cx, message("act-delete"), icons::TRASH, true) {
                    self.delete_selected(cx);
                }
                let together = message("bulk-open");
                if self.kind != RecordKind::Mou && press(ui, cx, together, icons::PENCIL_LINE, true) {
                    self.bulk = Some(BulkDialog::new(self.kind, self.selected_rows()));
                }
            }
            if self.kind == RecordKind::Mou && press(ui, cx, message("list-print-all"), icons::FILES, true) {
                cx.ask(Action::PrintAll(cx.data.machine().home().join("bien-ban")));
            }
            if !self.list.filters.is_empty() || !self.typed.is_empty() {
                if press(ui, cx, message("list-no-filters"), icons::FUNNEL_X, true) {
                    self.list.filters.clear();
                    self.typed.clear();
                }
                if press(ui, cx, message("saved-save"), icons::BOOKMARK_SIMPLE, true) {
                    self.saving = Some((self.typed.clone(), false));
                }
            }
            at_right(ui, "list-files", |ui| {
                let count = self.rows.as_ref().map_or(0, |listed| listed.rows.len());
                if press(ui, cx, message("list-export"), icons::EXPORT, count > 0) {
                    self.export = Some(ExportDialog::new(self.as_export(cx), count, "xlsx", cx));
                }
                if press(ui, cx, message("list-print"), icons::PRINTER, count > 0) {
                    self.export = Some(ExportDialog::new(self.as_export(cx), count, "pdf", cx));
                }
            });
        });
    }

    /// The list as it is seen, for a file.
    fn as_export(&self, cx: &Cx<'_>) -> Export {
        let columns = self.shown_columns(cx);
        let count = self.rows.as_ref().map_or(0, |listed| listed.rows.len());
        let rows = cx.t(&message("export-rows").with("count", count));
        let mut notes = vec![format!("{} · {rows}", PartialDate::Day(cx.today).show(cx.language))];
        let filters: Vec<String> = self
            .list
            .filters
            .iter()
            .flat_map(|(column, codes)| codes.iter().map(move |code| (column, code)))
            .map(|(column, code)| cx.shown(&List::code_label(self.kind, column, code, cx.places)))
            .chain((!self.typed.trim().is_empty()).then(|| format!("“{}”", self.typed.trim())))
            .collect();
        if !filters.is_empty() {
            notes.push(cx.t(&message("export-filters").with("filters", filters.join(", "))));
        }
        Export {
            list: self.list.clone(),
            columns: columns.into_iter().map(|column| (column.key, column.label, column.width)).collect(),
            title: cx.t(&list_title(self.kind)),
            notes,
            language: cx.language,
        }
    }

    /// The searches that were saved for this kind.
    pub(super) fn saved_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(all) = self.saved.get(cx.data, &SavedSearches).ready() else { return };
        let own: Vec<_> = all.iter().filter(|(_, saved)| saved.kind == self.kind.table()).collect();
        if own.is_empty() {
            return;
        }
        ui.add_space(6.0);
        heading(ui, &cx.t(&message("saved-title")), CARD, cx.theme.c.text);
        ui.add_space(2.0);
        for (id, saved) in own {
            ui.horizontal(|ui| {
                let width = (ui.available_width() - 32.0).max(40.0);
                ui.scope(|ui| {
                    ui.set_width(width);
                    if link(ui, &cx.theme, &saved.name, COMPACT_MEDIUM).clicked()
                        && let Some(list) = List::of_saved(saved)
                    {
                        cx.ask(Action::ShowList(list));
                    }
                });
                let name = cx.t(&message("saved-drop").with("name", saved.name.as_str()));
                if icon_button(ui, &cx.theme, icons::X, &name).clicked() {
                    let done = message("done-deleted").with("name", saved.name.as_str());
                    let command = Command::Delete(RecordKind::SavedSearch, id.any());
                    cx.ask(Action::Run(Box::new(command), done));
                }
            });
        }
        ui.add_space(8.0);
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
    }

    /// Asks under which name the search is saved.
    pub(super) fn save_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let Some((name, in_rail)) = &mut self.saving else { return };
        let frame = dialog_frame(&cx.theme);
        let (mut stays, mut save) = (true, false);
        let modal = egui::Modal::new(Id::unique("save-search")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(420.0);
            heading(ui, &cx.t(&message("saved-save")), CARD, cx.theme.c.text);
            ui.add_space(space::S);
            let label = cx.t(&message("saved-name"));
            let field = Field::new(Id::unique("save-search-name"), &label);
            let response = field.show(ui, &cx.theme, cx.language, name);
            save |= response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            ui.add_space(space::S);
            let rail = cx.t(&field_label("in_rail"));
            tick(ui, &cx.theme, in_rail, &rail, None);
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                stays = !Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked();
                let label = cx.t(&message("saved-go"));
                let ready = !name.trim().is_empty();
                save |= Button::primary(&label).enabled(ready).show(ui, &cx.theme).clicked();
            });
        });
        if save && !name.trim().is_empty() {
            let saved = self.list.saved(name.trim(), *in_rail);
            let done = message("done-saved").with("name", name.trim());
            cx.ask(Action::Run(Box::new(Command::Add(saved.into())), done));
            stays = false;
        }
        if !stays || modal.should_close() {
            self.saving = None;
        }
    }
}
