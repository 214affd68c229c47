//! What is done with the finished paper of a MoU: saved, looked at, printed.

use std::path::PathBuf;

use eframe::egui::{Id, Ui};
use egui_phosphor::regular as icons;

use super::editor::MouScreen;
use crate::i18n::message;
use crate::runtime::Ticket;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, Tone, choice, heading, text};
use crate::ui::theme::{CARD, SMALL, space};

/// What is done with the finished PDF.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Paper {
    SaveTo(PathBuf),
    Show,
    Print,
}

/// A PDF with the name its file should have.
pub(super) type NamedPdf = (String, Vec<u8>);

impl MouScreen {
    pub(super) fn print_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        heading(ui, &cx.t(&message("print-title")), CARD, cx.theme.c.text);
        if let Some(path) = &mut self.path {
            let label = cx.t(&message("paper-path"));
            Field::new(Id::unique("paper-path"), &label).show(ui, &cx.theme, cx.language, path);
            let save = cx.t(&message("paper-save-here"));
            let path = PathBuf::from(path.trim());
            if Button::outline(&save).icon(icons::FILE_PDF).show(ui, &cx.theme).clicked() {
                self.ask_paper(cx, Paper::SaveTo(path));
                self.path = None;
            }
            ui.add_space(space::S);
        }
        if self.known_printers.is_empty() && self.printers.is_none() {
            self.printers = Some(cx.desk.printers());
        }
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(64.0);
                let label = cx.t(&message("print-copies"));
                Field::new(Id::unique("print-copies"), &label).figures().show(
                    ui,
                    &cx.theme,
                    cx.language,
                    &mut self.copies,
                );
            });
            if !self.known_printers.is_empty() {
                ui.vertical(|ui| {
                    let names: Vec<String> =
                        self.known_printers.iter().map(|printer| printer.name.clone()).collect();
                    let usual = self.known_printers.iter().find(|printer| printer.usual);
                    let shown = self.printer.clone().or(usual.map(|printer| printer.name.clone()));
                    let label = cx.t(&message("print-printer"));
                    let chosen = choice(
                        ui,
                        &cx.theme,
                        cx.language,
                        Id::unique("printer"),
                        &label,
                        &shown.unwrap_or_default(),
                        &names,
                        f32::INFINITY,
                        None,
                    );
                    if let Some(place) = chosen {
                        self.printer = names.get(place).cloned();
                    }
                });
            }
        });
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            let print = cx.t(&message("print-now"));
            if Button::outline(&print).icon(icons::PRINTER).show(ui, &cx.theme).clicked() {
                self.ask_paper(cx, Paper::Print);
            }
            let show = cx.t(&message("paper-open"));
            if Button::plain(&show).icon(icons::ARROW_SQUARE_OUT).show(ui, &cx.theme).clicked() {
                self.ask_paper(cx, Paper::Show);
            }
        });
        if self.is_draft() {
            text(ui, &cx.t(&message("print-draft")), SMALL, cx.theme.c.muted);
        }
    }

    /// Asks the system's dialog for a path; where there is none, a field for it opens.
    pub(super) fn ask_where(&mut self, cx: &Cx<'_>) {
        let Some(answer) = &self.answer else { return };
        let number: String = answer
            .dossier
            .mou
            .number
            .chars()
            .map(|letter| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' })
            .collect();
        let name = if number.is_empty() { "BBGN.pdf".to_owned() } else { format!("BBGN_{number}.pdf") };
        self.path = Some(cx.data.machine().home().join("bien-ban").join(&name).display().to_string());
        self.dialog = Some(cx.desk.ask_path(crate::ui::dialogs::save_pdf(name)));
    }

    pub(super) fn ask_paper(&mut self, cx: &Cx<'_>, paper: Paper) {
        self.paper = Some((paper, cx.data.paper(self.id, self.language)));
    }

    pub(super) fn poll_paper(&mut self, cx: &mut Cx<'_>) {
        if let Some(answer) = self.dialog.as_ref().and_then(Ticket::poll) {
            self.dialog = None;
            // Without an answer the field for the path stays: no dialog could open, or it was closed.
            if let Ok(Some(path)) = answer {
                self.path = None;
                self.ask_paper(cx, Paper::SaveTo(path));
            }
        }
        if let Some((_, ticket)) = &self.paper
            && let Some(answer) = ticket.poll()
            && let Some((paper, _)) = self.paper.take()
        {
            match answer {
                Ok((name, pdf)) => {
                    let path = match &paper {
                        Paper::SaveTo(path) => path.clone(),
                        Paper::Show | Paper::Print => cx.data.machine().home().join("ban-in").join(name),
                    };
                    self.written = Some((paper, cx.desk.save(path, pdf)));
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        if let Some((_, ticket)) = &self.written
            && let Some(answer) = ticket.poll()
            && let Some((paper, _)) = self.written.take()
        {
            match (paper, answer) {
                (_, Err(error)) => cx.ask(Action::Fail(error)),
                (Paper::SaveTo(_), Ok(path)) => {
                    let words = message("done-paper").with("path", path.display().to_string());
                    cx.ask(Action::Say(Tone::Good, words));
                }
                (Paper::Show, Ok(path)) => self.done = Some(cx.desk.show(path)),
                (Paper::Print, Ok(path)) => {
                    let copies = self.copies.trim().parse().unwrap_or(1);
                    self.done = Some(cx.desk.print(path, self.printer.clone(), copies));
                    cx.ask(Action::Say(Tone::Busy, message("done-sent-to-printer")));
                }
            }
        }
        if let Some(answer) = self.done.as_ref().and_then(Ticket::poll) {
            self.done = None;
            if let Err(error) = answer {
                cx.ask(Action::Fail(error));
            }
        }
    }
}
