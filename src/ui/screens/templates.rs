//! The templates of MoUs: those of the program and those of the office, out into files and in from them; and
//! beside them the library of clauses.

use std::collections::BTreeMap;
use std::path::PathBuf;

use eframe::egui::{CentralPanel, Context, Id, Modal, Panel, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use super::answered;
use super::library::LibraryPart;
use super::mou::{new_mou, template_name};
use super::path_field::PathField;
use super::template::TemplateEditor;
use crate::documents::mou::template::Template;
use crate::domain::{AnyId, MouTemplate, RecordKind, Stored};
use crate::error::ErrorKind;
use crate::i18n::message;
use crate::ops::{AnyRecord, Command};
use crate::problem::Problem;
use crate::runtime::{Draft, OwnTemplate, OwnTemplates, Slot, Ticket, built_in_id, own_template};
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Tone, at_right, badge, card, dialog_frame, heading, icon_button, line, screen_head, tabs, text,
};
use crate::ui::dialogs;
use crate::ui::theme::{BODY_MEDIUM, CARD, SCREEN, SMALL, space};

/// The ending of a template's file.
const ENDING: &str = "toml";

/// A file that is asked for: a template on its way out, or one on its way in.
#[derive(Default)]
struct FileDialog {
    /// Its text; none on the way in.
    source: Option<String>,
    path: PathField,
    writing: Option<Ticket<PathBuf>>,
    reading: Option<Ticket<Vec<u8>>>,
}

/// The page of templates.
#[derive(Default)]
pub struct TemplatesScreen {
    slot: Slot<OwnTemplates>,
    dialog: Option<FileDialog>,
    /// The library of clauses is shown, not the templates.
    clauses: bool,
    library: LibraryPart,
    /// The editor of one template, while it is open.
    editor: Option<TemplateEditor>,
}

impl TemplatesScreen {
    /// Draws the editor of a template; what was typed into it before is among the drafts.
    pub fn edit(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, id: AnyId, drafts: &mut BTreeMap<String, Draft>) {
        if self.editor.as_ref().is_none_or(|editor| editor.id() != id) {
            self.editor = Some(TemplateEditor::new(id, drafts.remove(&TemplateEditor::draft_key_of(id))));
        }
        if let Some(editor) = &mut self.editor {
            editor.ui(ui, cx);
        }
    }

    /// The page is left: what was being typed, if it is not saved.
    pub fn leave(&mut self, now: i64) -> Option<Draft> {
        self.editor.take().and_then(|editor| editor.draft(now))
    }

    /// Whether the keyboard is in a text whose own keys come before those of the program.
    pub fn writes(&self, context: &Context) -> bool {
        self.editor.as_ref().is_some_and(|editor| editor.writes(context)) || self.library.writes(context)
    }

    /// Whether Ctrl+Z takes back what was done in the editor, not what was saved.
    pub fn takes_back(&self) -> bool {
        self.editor.as_ref().is_some_and(TemplateEditor::takes_back)
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let ground = screen_head(ui, cx.theme, cx.narrow, "templates-head", |ui| {
            ui.horizontal_centered(|ui| {
                heading(ui, &cx.t(&message("nav-templates")), SCREEN, cx.theme.c.text);
                at_right(ui, "templates-end", |ui| {
                    if self.clauses {
                        let add = cx.t(&message("library-add"));
                        if Button::outline(&add).icon(icons::PLUS).show(ui, &cx.theme).clicked() {
                            self.library.add();
                        }
                        return;
                    }
                    let take = cx.t(&message("templates-import"));
                    if Button::outline(&take).icon(icons::FOLDER_OPEN).show(ui, &cx.theme).clicked() {
                        self.dialog = Some(FileDialog::default());
                    }
                });
            });
        });
        let values = [(false, cx.t(&message("templates-tab"))), (true, cx.t(&message("library-tab")))];
        Panel::top("templates-tabs").frame(ground).show_separator_line(false).show(ui, |ui| {
            tabs(ui, &cx.theme, &values, &mut self.clauses);
            ui.add_space(space::S);
        });
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            if self.clauses {
                return self.library.ui(ui, cx);
            }
            let Some(own) = answered(ui, cx, &mut self.slot, &OwnTemplates, 6) else { return };
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| self.body_ui(ui, cx, &own));
        });
        if let Some(mut dialog) = self.dialog.take()
            && dialog.ui(ui, cx, self.slot.get(cx.data, &OwnTemplates).ready().as_deref())
        {
            self.dialog = Some(dialog);
        }
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, own: &[OwnTemplate]) {
        ui.spacing_mut().item_spacing.y = 8.0;
        text(ui, &cx.t(&message("templates-explain")), SMALL, cx.theme.c.muted);
        for one in own {
            let OwnTemplate { stored, template, .. } = one;
            match template {
                Ok(template) => self.template_ui(ui, cx, template, Some(one)),
                Err(problems) => {
                    card(ui, &cx.theme.clone(), 12, |ui| {
                        line(ui, &stored.record.name, BODY_MEDIUM, cx.theme.c.text);
                        for problem in problems {
                            text(ui, &problem.text(cx.language), SMALL, cx.theme.c.danger);
                        }
                    });
                }
            }
        }
        for template in Template::built_in() {
            self.template_ui(ui, cx, template, None);
        }
        ui.add_space(space::L);
    }

    fn template_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, template: &Template, own: Option<&OwnTemplate>) {
        let lacks = own.map(|own| own.lacks.as_slice()).unwrap_or_default();
        let id = own.map_or_else(|| built_in_id(template), OwnTemplate::id);
        let own = own.map(|own| &own.stored);
        let name = template_name(template, cx.language);
        card(ui, &cx.theme.clone(), 12, |ui| {
            ui.push_id(&template.id, |ui| {
                ui.horizontal(|ui| {
                    ui.set_min_height(34.0);
                    line(ui, &name, BODY_MEDIUM, cx.theme.c.text);
                    at_right(ui, "template-end", |ui| {
                        if own.is_none_or(|stored| stored.record.in_use) {
                            let label = cx.t(&message("templates-use").with("name", name.as_str()));
                            let words = cx.t(&message("templates-use-short"));
                            let button = Button::outline(&words).small().icon(icons::FILE_PLUS);
                            if button.name(&label).show(ui, &cx.theme).clicked() {
                                cx.ask(Action::NewMouOf(Box::new(new_mou(template))));
                            }
                        }
                        let (label, words) = if own.is_some() {
                            (message("templates-edit"), message("act-edit"))
                        } else {
                            (message("templates-copy"), message("templates-copy-short"))
                        };
                        let label = cx.t(&label.with("name", name.as_str()));
                        let words = cx.t(&words);
                        let button = Button::plain(&words).small().icon(icons::PENCIL_SIMPLE).name(&label);
                        if button.show(ui, &cx.theme).clicked() {
                            cx.ask(Action::Go(Route::Form(RecordKind::MouTemplate, Some(id))));
                        }
                        let label = cx.t(&message("templates-export").with("name", name.as_str()));
                        let words = cx.t(&message("templates-export-short"));
                        let button = Button::plain(&words).small().icon(icons::EXPORT).name(&label);
                        if button.show(ui, &cx.theme).clicked() {
                            let folder = cx.data.machine().home().join("mau-bien-ban");
                            let path = folder.join(format!("{}-{}.{ENDING}", template.id, template.version));
                            let source = Some(template.source());
                            self.dialog = Some(FileDialog {
                                source,
                                path: PathField::new(path),
                                ..FileDialog::default()
                            });
                        }
                        if let Some(stored) = own {
                            use_ui(ui, cx, stored, &name);
                        }
                    });
                });
                let (tone, icon, words) = match own {
                    None => (Tone::Plain, icons::CHECK, message("templates-built-in")),
                    Some(stored) if stored.record.in_use => {
                        let version = stored.record.version.to_string();
                        (Tone::Good, icons::CHECK, message("templates-own").with("version", version))
                    }
                    Some(_) => (Tone::Look, icons::PROHIBIT, message("templates-unused")),
                };
                badge(ui, &cx.theme, tone, icon, &cx.t(&words));
                for problem in lacks {
                    text(ui, &problem.text(cx.language), SMALL, cx.theme.c.warning);
                }
            });
        });
    }
}

/// The switch between "offered" and "not offered any more".
fn use_ui(ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<MouTemplate>, name: &str) {
    let (icon, label) = if stored.record.in_use {
        (icons::PROHIBIT, message("templates-stop"))
    } else {
        (icons::CHECK, message("templates-again"))
    };
    let label = cx.t(&label.with("name", name));
    if icon_button(ui, &cx.theme, icon, &label).clicked() {
        let record = MouTemplate { in_use: !stored.record.in_use, ..stored.record.clone() };
        let command = Command::Change(stored.id.any(), AnyRecord::MouTemplate(Box::new(record)));
        cx.ask(Action::Run(Box::new(command), message("done-saved").with("name", name)));
    }
}

impl FileDialog {
    /// Draws the dialog; false when it is done. A file is taken in only where the templates are known.
    fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>, own: Option<&Vec<OwnTemplate>>) -> bool {
        if let Some(answer) = self.writing.as_ref().and_then(Ticket::poll) {
            self.writing = None;
            match answer {
                Ok(path) => {
                    let words = message("photos-saved").with("path", path.display().to_string());
                    cx.ask(Action::Say(Tone::Good, words));
                    return false;
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        if let Some(own) = own
            && let Some(answer) = self.reading.as_ref().and_then(Ticket::poll)
        {
            self.reading = None;
            match answer {
                Ok(bytes) => return !take_in(cx, bytes, own),
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        let out = self.source.is_some();
        let mut stays = true;
        let modal =
            Modal::new(Id::unique("template-file")).frame(dialog_frame(&cx.theme)).show(ui.ctx(), |ui| {
                ui.set_width(560.0);
                let title = if out { message("templates-export-title") } else { message("templates-import") };
                heading(ui, &cx.t(&title), CARD, cx.theme.c.text);
                text(ui, &cx.t(&message("templates-file-explain")), SMALL, cx.theme.c.muted);
                ui.add_space(space::S);
                self.path.ui(ui, cx, "template-path", &cx.t(&message("templates-path")));
                ui.add_space(space::M);
                ui.horizontal(|ui| {
                    stays = !Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked();
                    let choose = cx.t(&message("photos-choose"));
                    if out {
                        self.path
                            .button_ui(ui, cx, &choose, |path| dialogs::save_file(path.file_name(), ENDING));
                    } else {
                        self.path.button_ui(ui, cx, &choose, |_| dialogs::open_template);
                    }
                    let go = if out { message("templates-write") } else { message("templates-read") };
                    let idle = self.writing.is_none() && self.reading.is_none();
                    let path = self.path.path().filter(|_| idle);
                    let button = Button::primary(&cx.t(&go)).enabled(path.is_some()).show(ui, &cx.theme);
                    if button.clicked()
                        && let Some(path) = path
                    {
                        match &self.source {
                            Some(source) => {
                                let path = path.with_extension(ENDING);
                                self.writing = Some(cx.desk.save(path, source.clone().into_bytes()));
                            }
                            None => self.reading = Some(cx.desk.read(path)),
                        }
                    }
                });
            });
        stays && !modal.should_close()
    }
}

/// Keeps a file as a template of the office; true when it could be read.
fn take_in(cx: &mut Cx<'_>, bytes: Vec<u8>, own: &[OwnTemplate]) -> bool {
    let template = String::from_utf8(bytes)
        .map_err(|error| {
            let read = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let read = String::from_utf8_lossy(read);
            let line = read.matches('\n').count() + 1;
            let words = message("mou-template-unreadable").with("line", line).with("detail", "UTF-8");
            vec![Problem::error("template", words)]
        })
        .and_then(|source| Template::load(&source));
    match template {
        Ok(template) => {
            keep(cx, template, own);
            true
        }
        Err(problems) => {
            cx.ask(Action::Fail(ErrorKind::Invalid(problems).into()));
            false
        }
    }
}

/// Keeps a template as one of the office.
pub(super) fn keep(cx: &mut Cx<'_>, template: Template, own: &[OwnTemplate]) {
    let name = template_name(&template, cx.language);
    let Some(record) = own_template(template, own) else {
        return cx.ask(Action::Say(Tone::Plain, message("templates-known").with("name", name)));
    };
    let done = message("done-template").with("name", name).with("version", record.version.to_string());
    cx.ask(Action::Run(Box::new(Command::Add(AnyRecord::MouTemplate(Box::new(record)))), done));
}
