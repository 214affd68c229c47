//! The editor of a template: what it says at the left, its page with invented values in the middle, what is wrong
//! and its versions at the right. Saved, it is the next version; what is typed before is a draft that survives a
//! crash.

use std::collections::BTreeMap;

use eframe::egui::{self, CentralPanel, Frame, Key, Margin, Modifiers, Panel, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use super::answered;
use super::mou::template_name;
use super::shelf::Shelf;
use super::subject::Subject;
use super::template_page::TemplatePage;
use super::template_words::words;
use super::tree::Tree;
use crate::documents::mou::data::Both;
use crate::documents::mou::records::{clause_trees, clauses};
use crate::documents::mou::template::{LineWording, Template};
use crate::domain::{AnyId, ClauseTree, RecordKind};
use crate::error::{Error, ErrorKind};
use crate::i18n::{Language, message};
use crate::ops::{AnyRecord, Command, Outcome};
use crate::problem::{Problem, Severity, blocks};
use crate::runtime::{Draft, OwnTemplate, OwnTemplates, Slot, Ticket, built_in_id, key_of, own_template};
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Pick, Tone, at_right, badge, icon_button, line, screen_head, tabs, way_back,
};
use crate::ui::theme::SCREEN;

/// Below this width there is no room for three panes.
const SMALL_WIDTH: f32 = 1_000.0;
/// A draft is kept so long after typing at the latest, in seconds.
const KEEP_AFTER: f64 = 1.0;
/// Typing with no longer rest than this, in seconds, is taken back as one.
const ONE_STEP: f64 = 1.5;
/// So many steps can be taken back.
const STEPS: usize = 200;

/// A template as it stands in the editor: its clauses as a tree, everything else as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    pub(super) template: Template,
    pub(super) trees: Vec<ClauseTree>,
}

impl Sheet {
    pub(super) fn of(mut template: Template) -> Self {
        let trees = clause_trees(&template);
        template.bases.clear();
        template.articles.clear();
        // Line breaks of a file are spaces in the text.
        let Template { title, subject, default_subject, opening, agreement, lines, .. } = &mut template;
        [title, subject, default_subject, opening, agreement].into_iter().for_each(flatten);
        for line in lines {
            flatten_line(line);
        }
        for (.., text) in words(&mut template) {
            flatten(text);
        }
        Self { template, trees }
    }

    /// The template it is.
    pub(super) fn template(&self) -> Template {
        let wording = clauses(&self.trees);
        Template { bases: wording.bases, articles: wording.articles, ..self.template.clone() }
    }
}

fn flatten(text: &mut Both<String>) {
    for side in [&mut text.vi, &mut text.en] {
        *side = side.split_whitespace().collect::<Vec<_>>().join(" ");
    }
}

fn flatten_line(line: &mut LineWording) {
    for side in [&mut line.vi, &mut line.en] {
        *side = side.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if let Some(second) = &mut line.second {
        flatten_line(second);
    }
}

/// The editor of one template.
pub(super) struct TemplateEditor {
    id: AnyId,
    own: Slot<OwnTemplates>,
    /// The newest stored version, as it was when it was taken over; nothing before the first answer, a template of
    /// the program without a version for one that is not stored yet.
    pub(super) first: Option<(Option<i64>, Sheet)>,
    pub(super) sheet: Sheet,
    /// What was typed before, until it is put in.
    draft: Option<Draft>,
    /// It was, and can be thrown away.
    pub(super) restored: bool,
    /// The version that was just saved, until the answer knows it.
    awaited: Option<i64>,
    pub(super) past: Vec<Sheet>,
    pub(super) future: Vec<Sheet>,
    changed_at: f64,
    pub(super) tree: Tree,
    pub(super) page: TemplatePage,
    /// An older version that is looked at, with what was being written.
    pub(super) seen: Option<(i64, Sheet)>,
    /// Where there is no room for three panes: what is wrong stands where the form was.
    pub(super) checking: bool,
    saving: Option<Ticket<Outcome>>,
    pub(super) failure: Option<Error>,
    kept: Option<Sheet>,
    kept_at: f64,
    /// The text that gets the keyboard, by the field a problem names.
    pub(super) jump: Option<String>,
    /// The line of the parties whose condition is chosen from the list.
    pub(super) choosing: Option<(usize, Pick)>,
    /// The line of the parties that is open.
    pub(super) open_line: Option<usize>,
    /// The text of signatures or annex that is open.
    pub(super) open_words: Option<usize>,
    pub(super) shelf: Shelf,
}

impl TemplateEditor {
    /// The editor of a template, with what was typed before.
    pub(super) fn new(id: AnyId, draft: Option<Draft>) -> Self {
        Self {
            id,
            own: Slot::default(),
            first: None,
            sheet: Sheet::default(),
            draft,
            restored: false,
            awaited: None,
            past: Vec::new(),
            future: Vec::new(),
            changed_at: 0.0,
            tree: Tree::for_template(),
            page: TemplatePage::default(),
            seen: None,
            checking: false,
            saving: None,
            failure: None,
            kept: None,
            kept_at: 0.0,
            jump: None,
            choosing: None,
            open_line: None,
            open_words: None,
            shelf: Shelf::default(),
        }
    }

    /// What it edits: the first version of a template of the office, or one of the program.
    pub(super) fn id(&self) -> AnyId {
        self.id
    }

    /// The name under which its draft is kept.
    pub(super) fn draft_key_of(id: AnyId) -> String {
        Subject { kind: RecordKind::MouTemplate, id: Some(id), of: None }.draft_key()
    }

    /// Whether the keyboard is in a text with marks.
    pub(super) fn writes(&self, context: &egui::Context) -> bool {
        self.tree.wording.writes(context)
    }

    /// Whether Ctrl+Z takes back what was done in the editor.
    pub(super) fn takes_back(&self) -> bool {
        !self.past.is_empty() || !self.future.is_empty()
    }

    /// What is to be kept of it now.
    pub(super) fn draft(&self, now: i64) -> Option<Draft> {
        let (_, first) = self.first.as_ref()?;
        // What is only looked at is no draft; what was being written before it is.
        let sheet = self.seen.as_ref().map_or(&self.sheet, |(_, written)| written);
        let template = sheet.template();
        (sheet != first).then(|| Draft {
            form: self.draft_key(),
            name: template.name.vi.clone(),
            at: now,
            fields: BTreeMap::from([("source".to_owned(), template.source())]),
        })
    }

    pub(super) fn draft_key(&self) -> String {
        Self::draft_key_of(self.id)
    }

    /// Draws the editor.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(own) = answered(ui, cx, &mut self.own, &OwnTemplates, 8) else { return };
        let base = own.iter().find(|own| own.id() == self.id);
        if !self.take(cx, base) {
            return;
        }
        self.poll(cx);
        self.keep(ui, cx);
        let save = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::S));
        if !ui.ctx().text_edit_focused() {
            let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
            if pressed(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z)
                || pressed(Modifiers::COMMAND, Key::Y)
            {
                self.step(false);
            } else if pressed(Modifiers::COMMAND, Key::Z) {
                self.step(true);
            }
        }
        let mut asked = save;
        let head = screen_head(ui, cx.theme, cx.narrow, "template-head", |ui| {
            asked |= self.head_ui(ui, cx, base);
        });
        let small = ui.available_width() < SMALL_WIDTH;
        let (left, right) = match (small, cx.narrow) {
            (true, _) => (ui.available_width() * 0.5, 0.0),
            (false, true) => (452.0, 252.0),
            (false, false) => (500.0, 276.0),
        };
        let ground = head.fill(cx.theme.c.surface).inner_margin(Margin::ZERO);
        Panel::left("template-form").frame(ground).exact_size(left).resizable(false).show(ui, |ui| {
            if small {
                Frame::new().inner_margin(Margin::symmetric(20, 4)).show(ui, |ui| {
                    let count = self.page.problems().len();
                    let values = [
                        (false, cx.t(&message("mou-tab-form"))),
                        (true, cx.t(&message("mou-tab-check").with("count", count))),
                    ];
                    tabs(ui, &cx.theme, &values, &mut self.checking);
                });
            }
            if small && self.checking {
                return self.scrolled_side_ui(ui, cx, base);
            }
            self.written_ui(ui, cx);
        });
        if !small {
            Panel::right("template-check").frame(ground).exact_size(right).resizable(false).show(ui, |ui| {
                self.scrolled_side_ui(ui, cx, base);
            });
        }
        CentralPanel::no_frame()
            .frame(Frame::new().fill(cx.theme.c.sunken))
            .show(ui, |ui| self.page.ui(ui, cx, &self.sheet));
        if asked {
            // After the fields: letters that came in the same frame belong to what is saved.
            self.save(cx, base, &own);
        }
    }

    /// The form under its tools.
    fn written_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        Frame::new().inner_margin(Margin { left: 20, right: 16, top: 6, bottom: 2 }).show(ui, |ui| {
            self.tree.wording.tools_ui(ui, cx);
        });
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
        let before = self.sheet.clone();
        let mut shaped = false;
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let margin = Margin { left: 20, right: 16, top: 8, bottom: 24 };
            Frame::new().inner_margin(margin).show(ui, |ui| shaped = self.form_ui(ui, cx));
        });
        let placeholders = match self.tree.wording.picks_for() {
            Some(text) if self.is_of_party(text) => self.placeholders_of_party(cx.today),
            _ => self.page.placeholders(),
        };
        self.tree.wording.placeholders_ui(ui, cx, &placeholders);
        self.note(ui, before, shaped);
    }

    fn scrolled_side_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, base: Option<&OwnTemplate>) {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| self.side_ui(ui, cx, base));
        });
    }

    /// Numbers of the articles on the page, by key.
    pub(super) fn numbers(&self) -> BTreeMap<String, u32> {
        self.page.numbers()
    }

    /// Takes the stored template over, at first and when another version came while nothing was being written;
    /// false when there is nothing to edit.
    fn take(&mut self, cx: &mut Cx<'_>, base: Option<&OwnTemplate>) -> bool {
        let version = base.map(|own| own.stored.record.version);
        self.awaited.take_if(|awaited| Some(*awaited) == version);
        if self.awaited.is_some() {
            return true;
        }
        if let Some((known, first)) = &self.first
            && (*known == version || self.sheet != *first)
        {
            return true;
        }
        let template = match base {
            Some(own) => Template::unfinished(&own.stored.record.source).ok(),
            None => {
                Template::built_in().iter().find(|template| built_in_id(template) == self.id).map(copy_of)
            }
        };
        let Some(template) = template else {
            // What was stored is gone: taken back, or never there.
            cx.ask(Action::Replace(Route::Templates));
            return false;
        };
        self.sheet = Sheet::of(template);
        self.first = Some((version, self.sheet.clone()));
        self.past.clear();
        self.future.clear();
        self.page.shape_of(&self.sheet.template());
        let draft = self.draft.take();
        if let Some(source) = draft.as_ref().and_then(|draft| draft.fields.get("source"))
            && let Ok(template) = Template::unfinished(source)
        {
            self.sheet = Sheet::of(template);
            self.restored = true;
        }
        self.kept = Some(self.sheet.clone());
        true
    }

    /// One step back, or on again.
    fn step(&mut self, back: bool) {
        let (from, to) =
            if back { (&mut self.past, &mut self.future) } else { (&mut self.future, &mut self.past) };
        if let Some(sheet) = from.pop() {
            to.push(std::mem::replace(&mut self.sheet, sheet));
            self.changed_at = 0.0;
        }
    }

    /// Notes what was done in this frame, so that it can be taken back.
    fn note(&mut self, ui: &Ui, before: Sheet, shaped: bool) {
        if self.sheet == before {
            return;
        }
        let now = ui.input(|input| input.time);
        if shaped || self.past.is_empty() || now - self.changed_at > ONE_STEP {
            self.past.push(before);
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
        self.future.clear();
        // After a change of the shape, typing is a step of its own.
        self.changed_at = if shaped { 0.0 } else { now };
    }

    /// The name, the way back, and the buttons; whether it shall be saved.
    fn head_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, base: Option<&OwnTemplate>) -> bool {
        let mut save = false;
        let small = ui.available_width() < SMALL_WIDTH;
        ui.horizontal_centered(|ui| {
            let list = cx.t(&message("nav-templates"));
            if way_back(ui, &cx.theme, &list, small).clicked() {
                cx.ask(Action::Go(Route::Templates));
            }
            let version = base.map_or(0, |own| own.stored.record.version);
            ui.scope(|ui| {
                ui.set_max_width((ui.available_width() - if small { 360.0 } else { 500.0 }).max(120.0));
                line(ui, &template_name(&self.sheet.template, cx.language), SCREEN, cx.theme.c.text);
            });
            let (tone, words) = match base {
                Some(_) => (Tone::Good, message("library-version").with("version", version.to_string())),
                None => (Tone::Busy, message("template-new")),
            };
            if !small {
                badge(ui, &cx.theme, tone, icons::FILES, &cx.t(&words));
            }
            at_right(ui, "template-head-end", |ui| {
                let back = cx.t(&message("template-back"));
                if icon_button(ui, &cx.theme, icons::ARROW_U_UP_LEFT, &back).clicked() {
                    self.step(true);
                }
                let on = cx.t(&message("template-again"));
                if icon_button(ui, &cx.theme, icons::ARROW_U_UP_RIGHT, &on).clicked() {
                    self.step(false);
                }
                let words = cx.t(&message("template-save").with("version", (version + 1).to_string()));
                let button = Button::primary(&words).icon(icons::CHECK).keys("Ctrl+S");
                save = button.enabled(self.saving.is_none()).show(ui, &cx.theme).clicked();
            });
        });
        save
    }

    /// Keeps the draft a moment after typing.
    fn keep(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        if self.seen.is_some() || self.kept.as_ref() == Some(&self.sheet) {
            return;
        }
        let now = ui.input(|input| input.time);
        if self.kept_at == 0.0 {
            self.kept_at = now;
        }
        if now - self.kept_at < KEEP_AFTER {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(250));
            return;
        }
        self.kept = Some(self.sheet.clone());
        self.kept_at = 0.0;
        cx.ask(match self.draft(cx.now) {
            Some(draft) => Action::KeepDraft(draft),
            None => Action::DropDraft(self.draft_key()),
        });
    }

    /// Saves as the next version, if nothing blocks.
    fn save(&mut self, cx: &mut Cx<'_>, base: Option<&OwnTemplate>, own: &[OwnTemplate]) {
        if self.saving.is_some() {
            return;
        }
        let mut template = self.sheet.template();
        self.failure = None;
        if key_of(&template.name.vi).is_empty() {
            let problem = Problem::error("name", message("template-no-name"));
            self.jump = Some("name".to_owned());
            self.failure = Some(ErrorKind::Invalid(vec![problem]).into());
            return;
        }
        let problems = template.check();
        if blocks(&problems) {
            let first = problems.iter().find(|problem| problem.severity == Severity::Error);
            self.jump = first.map(|problem| problem.field.clone());
            self.failure = Some(ErrorKind::Invalid(problems).into());
            return;
        }
        match base {
            Some(base) => template.id.clone_from(&base.stored.record.key),
            None => template.id = free_key(&template.name.vi, own),
        }
        let name = template_name(&template, cx.language);
        match own_template(template, own) {
            Some(record) => {
                let command = Command::Add(AnyRecord::MouTemplate(Box::new(record)));
                self.saving = Some(cx.data.run(command));
                self.poll(cx);
            }
            None => cx.ask(Action::Say(Tone::Plain, message("templates-known").with("name", name))),
        }
    }

    fn poll(&mut self, cx: &mut Cx<'_>) {
        let Some(answer) = self.saving.as_ref().and_then(Ticket::poll) else { return };
        self.saving = None;
        match answer {
            Ok(outcome) => {
                let version = self.first.as_ref().and_then(|(version, _)| *version).unwrap_or_default() + 1;
                cx.ask(Action::DropDraft(self.draft_key()));
                let name = template_name(&self.sheet.template, cx.language);
                let done = message("done-template").with("name", name).with("version", version.to_string());
                cx.ask(Action::Say(Tone::Good, done));
                let fresh = self.first.take().is_none_or(|(version, _)| version.is_none());
                self.first = Some((Some(version), self.sheet.clone()));
                self.awaited = Some(version);
                self.kept = Some(self.sheet.clone());
                self.restored = false;
                self.seen = None;
                // From now on Ctrl+Z takes back what was saved.
                self.past.clear();
                self.future.clear();
                if let Some(id) = outcome.id.filter(|_| fresh) {
                    self.id = id;
                    cx.ask(Action::Replace(Route::Form(RecordKind::MouTemplate, Some(id))));
                }
            }
            Err(error) => self.failure = Some(error),
        }
    }
}

/// A template of the program as the beginning of one of the office.
fn copy_of(template: &Template) -> Template {
    let name = |language: Language| {
        let name = template.name.in_language(language).as_str();
        message("template-copy").with("name", name).text(language)
    };
    let name = Both { vi: name(Language::Vi), en: name(Language::En) };
    Template { name, ..template.clone() }
}

/// A key after the name that no template has.
fn free_key(name: &str, own: &[OwnTemplate]) -> String {
    let key = key_of(name);
    let taken = |key: &String| {
        own.iter().any(|own| own.stored.record.key == *key)
            || Template::built_in().iter().any(|template| template.id == *key)
    };
    let numbered = (2..).map(|number| format!("{key}-{number}"));
    std::iter::once(key.clone()).chain(numbered).find(|key| !taken(key)).unwrap_or(key)
}
