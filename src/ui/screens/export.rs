//! A list goes into a file: which kind of file, and where.

use std::path::PathBuf;

use eframe::egui::{Id, Modal, Ui};
use egui_phosphor::regular as icons;

use crate::documents::list::ListPaper;
use crate::i18n::message;
use crate::runtime::{Export, Ticket};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, Tone, dialog_frame, heading, segments, text};
use crate::ui::theme::{CARD, SMALL, space};

/// The kinds of files, by the ending of their names.
const ENDINGS: [&str; 4] = ["xlsx", "csv", "docx", "pdf"];

/// What goes into the file.
enum Content {
    /// A list whose rows are still to be read.
    List(Export),
    /// A list that is complete.
    Paper(ListPaper),
}

/// The dialog over a list.
pub(super) struct ExportDialog {
    content: Content,
    count: usize,
    ending: &'static str,
    path: String,
    choosing: Option<Ticket<Option<PathBuf>>>,
    writing: Option<Ticket<PathBuf>>,
}

impl ExportDialog {
    /// For a list with so many rows.
    pub(super) fn new(export: Export, count: usize, ending: &'static str, cx: &Cx<'_>) -> Self {
        let title = export.title.clone();
        Self::of(Content::List(export), &title, count, ending, cx)
    }

    /// For a list that is complete.
    pub(super) fn of_paper(paper: ListPaper, count: usize, ending: &'static str, cx: &Cx<'_>) -> Self {
        let title = paper.title.clone();
        Self::of(Content::Paper(paper), &title, count, ending, cx)
    }

    fn of(content: Content, title: &str, count: usize, ending: &'static str, cx: &Cx<'_>) -> Self {
        let name = format!("{title} {}.{ending}", cx.today);
        let path = cx.data.machine().home().join("danh-sach").join(name).display().to_string();
        Self { content, count, ending, path, choosing: None, writing: None }
    }

    /// Draws the dialog; false when it is done.
    pub(super) fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        if let Some(answer) = self.choosing.as_ref().and_then(Ticket::poll) {
            self.choosing = None;
            if let Ok(Some(path)) = answer {
                self.path = path.display().to_string();
            }
        }
        if let Some(answer) = self.writing.as_ref().and_then(Ticket::poll) {
            self.writing = None;
            match answer {
                Ok(path) => {
                    let words = message("done-exported")
                        .with("count", self.count)
                        .with("path", path.display().to_string());
                    cx.ask(Action::Say(Tone::Good, words));
                    return false;
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        let frame = dialog_frame(&cx.theme);
        let mut stays = true;
        let modal = Modal::new(Id::unique("export")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(560.0);
            heading(ui, &cx.t(&message("export-title").with("count", self.count)), CARD, cx.theme.c.text);
            ui.add_space(space::S);
            let kinds = [
                (ENDINGS[0], cx.t(&message("export-xlsx"))),
                (ENDINGS[1], cx.t(&message("export-csv"))),
                (ENDINGS[2], cx.t(&message("export-docx"))),
                (ENDINGS[3], cx.t(&message("export-pdf"))),
            ];
            let before = self.ending;
            segments(ui, &cx.theme, &kinds, &mut self.ending);
            if before != self.ending {
                let path = PathBuf::from(&self.path).with_extension(self.ending);
                self.path = path.display().to_string();
            }
            ui.add_space(space::S);
            let label = cx.t(&message("paper-path"));
            Field::new(Id::unique("export-path"), &label).show(ui, &cx.theme, cx.language, &mut self.path);
            text(ui, &cx.t(&message("export-explain")), SMALL, cx.theme.c.muted);
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                if Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked() {
                    stays = false;
                }
                let other = cx.t(&message("export-other-place"));
                if Button::outline(&other).icon(icons::FOLDER_OPEN).show(ui, &cx.theme).clicked() {
                    let name = PathBuf::from(&self.path);
                    let name = name.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    self.choosing = Some(cx.desk.ask_path(crate::ui::dialogs::save_file(name, self.ending)));
                }
                let go = cx.t(&message("export-go"));
                let ready = self.writing.is_none() && !self.path.trim().is_empty();
                let button = Button::primary(&go).icon(icons::EXPORT).enabled(ready);
                if button.show(ui, &cx.theme).clicked() {
                    // Whatever was typed, the ending says what the file is.
                    let path = PathBuf::from(self.path.trim()).with_extension(self.ending);
                    self.writing = Some(match &self.content {
                        Content::List(export) => cx.data.export(export.clone(), path),
                        Content::Paper(paper) => cx.data.write_list(paper.clone(), path),
                    });
                }
            });
        });
        stays && !modal.should_close()
    }
}
