//! A list goes into a file: which kind of file, and where.

use std::path::PathBuf;

use eframe::egui::{Id, Modal, Ui};
use egui_phosphor::regular as icons;

use super::path_field::{PathField, file_name};
use crate::documents::list::ListPaper;
use crate::i18n::message;
use crate::runtime::{Export, Ticket};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Tone, dialog_frame, heading, segments, text};
use crate::ui::dialogs;
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
    path: PathField,
    writing: Option<Ticket<PathBuf>>,
}

impl ExportDialog {
    /// For a list with so many rows.
    pub(super) fn new(export: Export, count: usize, ending: &'static str, cx: &Cx<'_>) -> Self {
        let title = export.title.clone();
        Self::of(Content::List(export), &title, count, ending, cx)
    }

    /// For a list that is complete.
    pub(super) fn of_paper(paper: ListPaper, ending: &'static str, cx: &Cx<'_>) -> Self {
        let (title, count) = (paper.title.clone(), paper.rows.len());
        Self::of(Content::Paper(paper), &title, count, ending, cx)
    }

    fn of(content: Content, title: &str, count: usize, ending: &'static str, cx: &Cx<'_>) -> Self {
        let name = format!("{} {}.{ending}", file_name(title), cx.today);
        let path = cx.data.machine().home().join("danh-sach").join(name);
        Self { content, count, ending, path: PathField::new(path), writing: None }
    }

    /// Draws the dialog; false when it is done.
    pub(super) fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
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
                self.path.set_ending(self.ending);
            }
            ui.add_space(space::S);
            self.path.ui(ui, cx, "export-path", &cx.t(&message("paper-path")));
            text(ui, &cx.t(&message("export-explain")), SMALL, cx.theme.c.muted);
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                if Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked() {
                    stays = false;
                }
                let other = cx.t(&message("export-other-place"));
                let ending = self.ending;
                self.path.button_ui(ui, cx, &other, |path| dialogs::save_file(path.file_name(), ending));
                let go = cx.t(&message("export-go"));
                let path = self.path.path().filter(|_| self.writing.is_none());
                let button = Button::primary(&go).icon(icons::EXPORT).enabled(path.is_some());
                if button.show(ui, &cx.theme).clicked()
                    && let Some(path) = path
                {
                    // Whatever was typed, the ending says what the file is.
                    let path = path.with_extension(self.ending);
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
