//! A path that is typed, or chosen in the system's own dialog where one can open.

use std::path::PathBuf;

use eframe::egui::{Id, Ui};
use egui_phosphor::regular as icons;

use crate::runtime::Ticket;
use crate::ui::action::Cx;
use crate::ui::components::{Button, Field};

/// The path with the dialog it may come from.
#[derive(Default)]
pub(super) struct PathField {
    typed: String,
    choosing: Option<Ticket<Option<PathBuf>>>,
}

impl PathField {
    /// With a path to begin with.
    pub(super) fn new(path: impl Into<PathBuf>) -> Self {
        Self { typed: path.into().display().to_string(), choosing: None }
    }

    /// The path; nothing while none is typed.
    pub(super) fn path(&self) -> Option<PathBuf> {
        let typed = self.typed.trim();
        (!typed.is_empty()).then(|| PathBuf::from(typed))
    }

    /// The name of the file, to begin a dialog with.
    pub(super) fn file_name(&self) -> String {
        let path = self.path().unwrap_or_default();
        path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Gives the file another ending.
    pub(super) fn set_ending(&mut self, ending: &str) {
        self.typed = PathBuf::from(&self.typed).with_extension(ending).display().to_string();
    }

    /// Draws the field.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, id: &str, label: &str) {
        if let Some(answer) = self.choosing.as_ref().and_then(Ticket::poll) {
            self.choosing = None;
            // Without an answer what is typed stays: no dialog could open, or it was closed.
            if let Ok(Some(path)) = answer {
                self.typed = path.display().to_string();
            }
        }
        Field::new(Id::unique(id), label).show(ui, &cx.theme, cx.language, &mut self.typed);
    }

    /// Draws the button that opens the system's dialog.
    pub(super) fn button_ui<D>(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        label: &str,
        dialog: impl FnOnce(&Self) -> D,
    ) where
        D: FnOnce() -> Option<PathBuf> + Send + 'static,
    {
        if Button::outline(label).icon(icons::FOLDER_OPEN).show(ui, &cx.theme).clicked() {
            self.choosing = Some(cx.desk.ask_path(dialog(self)));
        }
    }
}

/// A name as a file can have it on every system: what separates folders or is reserved becomes a line.
pub(super) fn file_name(name: &str) -> String {
    name.chars().map(|letter| if "/\\:*?\"<>|".contains(letter) { '_' } else { letter }).collect()
}
