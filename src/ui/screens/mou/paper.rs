//! What is done with the finished paper of a MoU: saved, looked at, printed.

use std::path::PathBuf;

use eframe::egui::{Align, Id, Key, Ui};
use egui_phosphor::regular as icons;

use super::editor::MouScreen;
use crate::documents::mou::data::Both;
use crate::documents::mou::records;
use crate::documents::mou::template::{Clauses, Template};
use crate::domain::MouDossier;
use crate::error::{ErrorKind, Result};
use crate::i18n::{Language, message};
use crate::ops::MouDraft;
use crate::runtime::{OwnTemplates, Ticket, View, key_of, template_of};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, choice, heading, text};
use crate::ui::screens::paper_way::Paper;
use crate::ui::screens::templates::keep;
use crate::ui::theme::{CARD, SMALL, space};

impl MouScreen {
    pub(super) fn print_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        heading(ui, &cx.t(&message("print-title")), CARD, cx.theme.c.text);
        if let Some(path) = &mut self.path {
            let label = cx.t(&message("paper-path"));
            let field = Id::unique("paper-path");
            if std::mem::take(&mut self.seek_path) {
                ui.memory_mut(|memory| memory.request_focus(field));
                ui.scroll_to_cursor(Some(Align::Center));
            }
            let typed = Field::new(field, &label).show(ui, &cx.theme, cx.language, path);
            let entered = typed.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let save = cx.t(&message("paper-save-here"));
            let path = PathBuf::from(path.trim());
            if Button::outline(&save).icon(icons::FILE_PDF).show(ui, &cx.theme).clicked() || entered {
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
                self.ask_paper(cx, self.to_printer());
            }
            let show = cx.t(&message("paper-open"));
            if Button::plain(&show).icon(icons::ARROW_SQUARE_OUT).show(ui, &cx.theme).clicked() {
                self.ask_paper(cx, Paper::Show);
            }
        });
        let edit = cx.t(&message("paper-docx"));
        if Button::plain(&edit).small().icon(icons::FILE_DOC).show(ui, &cx.theme).clicked() {
            self.ask_where(cx, "docx");
        }
        if self.is_draft() {
            text(ui, &cx.t(&message("print-draft")), SMALL, cx.theme.c.muted);
        }
        ui.add_space(space::M);
        self.again_ui(ui, cx);
        if let Some(answer) = self.answer.clone() {
            self.template_ui(ui, cx, &answer.dossier);
        }
    }

    /// Asks the system's dialog for a path; where there is none, a field for it opens.
    pub(super) fn ask_where(&mut self, cx: &Cx<'_>, ending: &'static str) {
        let Some(answer) = &self.answer else { return };
        let number: String = answer
            .dossier
            .mou
            .number
            .chars()
            .map(|letter| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' })
            .collect();
        let name = if number.is_empty() { "BBGN".to_owned() } else { format!("BBGN_{number}") };
        let name = format!("{name}.{ending}");
        self.path = Some(cx.data.machine().home().join("bien-ban").join(&name).display().to_string());
        self.dialog = Some(cx.desk.ask_path(crate::ui::dialogs::save_file(name, ending)));
    }

    /// New MoUs that begin with this one.
    fn again_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(answer) = &self.answer else { return };
        let like = cx.t(&message("mou-like"));
        if Button::plain(&like).small().icon(icons::COPY).show(ui, &cx.theme).clicked() {
            cx.ask(Action::NewMouOf(Box::new(MouDraft::like(&answer.dossier))));
        }
        if self.is_draft() {
            return;
        }
        let amend = cx.t(&message("mou-amend"));
        if Button::plain(&amend).small().icon(icons::FILE_PLUS).show(ui, &cx.theme).clicked() {
            let mut draft = MouDraft::like(&answer.dossier);
            let mou = &answer.dossier.mou;
            draft.mou.amends = Some(self.id);
            let subject = message("mou-amend-subject").with("number", mou.number.as_str());
            draft.mou.subject = subject.text(Language::Vi);
            draft.mou.subject_en = subject.text(Language::En);
            cx.ask(Action::NewMouOf(Box::new(draft)));
        }
    }

    /// The wording of this MoU as a template of the office, under a name that is asked for.
    fn template_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, dossier: &MouDossier) {
        let save = cx.t(&message("templates-save"));
        let View::Ready(own) = self.own_templates.get(cx.data, &OwnTemplates) else { return };
        let Some(name) = &mut self.naming else {
            if Button::plain(&save).small().icon(icons::FILES).show(ui, &cx.theme).clicked() {
                // The next version of the office's own keeps its name; another template needs another one.
                let own = dossier.wording.is_some().then(|| template_of(dossier).ok()).flatten();
                self.naming = Some(own.map(|template| template.name.vi.clone()).unwrap_or_default());
            }
            return;
        };
        let label = cx.t(&message("templates-name"));
        Field::new(Id::unique("template-name"), &label).show(ui, &cx.theme, cx.language, name);
        let name = name.trim().to_owned();
        let button = Button::outline(&save).icon(icons::FILES).enabled(!name.is_empty());
        if !button.show(ui, &cx.theme).clicked() {
            return;
        }
        self.naming = None;
        let clauses = if self.is_draft() { &self.draft.clauses } else { &dossier.clauses };
        let template = template_of(dossier)
            .and_then(|template| renamed(template.into_owned(), &name, records::clauses(clauses)));
        match template {
            Ok(template) => keep(cx, template, &own),
            Err(error) => cx.ask(Action::Fail(error)),
        }
    }

    /// The printer that was chosen, and how many copies.
    pub(super) fn to_printer(&self) -> Paper {
        Paper::Print(self.printer.clone(), self.copies.trim().parse().unwrap_or(1))
    }

    /// Sends the PDF on its way, or the file to edit where the path ends like one.
    pub(super) fn ask_paper(&mut self, cx: &Cx<'_>, paper: Paper) {
        if let Paper::SaveTo(path) = &paper
            && path.extension().is_some_and(|ending| ending == "docx")
        {
            let file = cx.data.editable(self.id, self.language);
            return self.way.start(paper, file);
        }
        self.way.start(paper, cx.data.paper(self.id, self.language));
    }

    pub(super) fn poll_paper(&mut self, cx: &mut Cx<'_>) {
        if let Some(answer) = self.dialog.as_ref().and_then(Ticket::poll) {
            self.dialog = None;
            if let Ok(Some(path)) = answer {
                self.path = None;
                self.ask_paper(cx, Paper::SaveTo(path));
            } else {
                // No dialog could open, or it was closed: the field for the path stays, below all that is missing.
                (self.seek_path, self.checking) = (true, true);
            }
        }
        self.way.poll(cx);
    }
}

/// A template with another wording; under another name it is another template.
fn renamed(mut template: Template, name: &str, clauses: Clauses) -> Result<Template> {
    if name != template.name.vi {
        template.id = key_of(name);
        template.name = Both { vi: name.to_owned(), en: String::new() };
    }
    template.bases = clauses.bases;
    template.articles = clauses.articles;
    Template::load(&template.source()).map_err(|problems| ErrorKind::Invalid(problems).into())
}
