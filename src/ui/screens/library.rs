//! The library of clauses, on the page of templates: what there is, and the form of one clause.

use std::collections::BTreeMap;

use eframe::egui::{Align, Context, Id, Modal, ScrollArea, Ui};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::answered;
use super::tree::{Beside, Tree};
use crate::documents::mou::data::PrintLanguage;
use crate::documents::mou::example::{Shape, example};
use crate::documents::mou::piece::Piece;
use crate::documents::mou::placeholders::{Placeholder, placeholders};
use crate::documents::mou::records::clause_tree;
use crate::documents::mou::template::{ClauseNode, Template};
use crate::domain::{ClauseKind, ClauseTree, Details, LibraryClause, Stored};
use crate::error::{Error, ErrorKind, Result};
use crate::i18n::{Language, Message, message};
use crate::ops::{AnyRecord, Command};
use crate::problem::{Problem, blocks};
use crate::runtime::{Library, OwnClause, Slot, key_of, library_clause};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{
    Button, Field, Tone, at_right, badge, card, dialog_frame, empty, heading, icon_button, line, note,
    segments, text,
};
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, SMALL, space};

/// The part of the page.
#[derive(Default)]
pub(super) struct LibraryPart {
    slot: Slot<Library>,
    form: Option<ClauseForm>,
    /// A form that was closed while something in it was not saved.
    aside: Option<ClauseForm>,
}

/// A clause as it is written.
struct ClauseForm {
    /// The version that is changed; none for a new clause.
    before: Option<LibraryClause>,
    /// Name and clause as the form opened, and as they are now.
    first: (String, ClauseTree),
    name: String,
    clause: ClauseTree,
    /// The values the clause asks for.
    details: Details,
    tree: Tree,
    placeholders: Vec<Placeholder>,
    /// What kept it from being saved.
    problems: Vec<Problem>,
    /// They are new.
    told: bool,
    /// The keyboard is in its first field already.
    focused: bool,
}

impl LibraryPart {
    /// Whether the keyboard is in a text with marks.
    pub(super) fn writes(&self, context: &Context) -> bool {
        self.form.as_ref().is_some_and(|form| form.tree.wording.writes(context))
    }

    /// Opens the form of a new clause.
    pub(super) fn add(&mut self) {
        let node = ClauseNode { children: vec![ClauseNode::default()], ..ClauseNode::default() };
        self.open(None, &Piece { node, ..Piece::default() });
    }

    /// Opens the form of a clause: the one that was put aside, or a fresh one.
    fn open(&mut self, before: Option<&LibraryClause>, piece: &Piece) {
        let key = before.map(|before| before.key.as_str());
        let same = |form: &mut ClauseForm| form.before.as_ref().map(|before| before.key.as_str()) == key;
        self.form = self.aside.take_if(same).or_else(|| Some(ClauseForm::of(before, piece)));
    }

    /// Draws the clauses.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(own) = answered(ui, cx, &mut self.slot, &Library, 6) else { return };
        if own.is_empty() {
            let (title, words) = (cx.t(&message("library-empty")), cx.t(&message("library-explain")));
            let theme = cx.theme;
            empty(ui, &theme, &title, &words, |ui| {
                let add = cx.t(&message("library-first"));
                if Button::outline(&add).icon(icons::PLUS).show(ui, &theme).clicked() {
                    self.add();
                }
            });
        } else {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                text(ui, &cx.t(&message("library-explain")), SMALL, cx.theme.c.muted);
                for clause in own.iter() {
                    self.clause_ui(ui, cx, clause);
                }
                ui.add_space(space::L);
            });
        }
        if let Some(mut form) = self.form.take() {
            match form.ui(ui, cx, &own) {
                Closing::Stays => self.form = Some(form),
                Closing::Done => self.aside = None,
                Closing::Aside => {
                    if form.is_changed() {
                        cx.ask(Action::Say(Tone::Busy, message("draft-left")));
                        self.aside = Some(form);
                    }
                }
            }
        }
    }

    fn clause_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, own: &OwnClause) {
        let OwnClause { stored, piece, .. } = own;
        let name = stored.record.name.as_str();
        card(ui, &cx.theme.clone(), 12, |ui| {
            ui.push_id(&stored.record.key, |ui| {
                ui.horizontal(|ui| {
                    ui.set_min_height(34.0);
                    ui.scope(|ui| {
                        ui.set_max_width((ui.available_width() - 150.0).max(120.0));
                        line(ui, name, BODY_MEDIUM, cx.theme.c.text);
                    });
                    at_right(ui, "clause-end", |ui| {
                        if let Ok(piece) = piece {
                            let label = cx.t(&message("library-edit").with("name", name));
                            let words = cx.t(&message("act-edit"));
                            let button =
                                Button::outline(&words).small().icon(icons::PENCIL_SIMPLE).name(&label);
                            if button.show(ui, &cx.theme).clicked() {
                                self.open(Some(&stored.record), piece);
                            }
                        }
                        use_ui(ui, cx, stored);
                    });
                });
                ui.horizontal(|ui| {
                    if let Ok(piece) = piece {
                        badge(ui, &cx.theme, Tone::Plain, icons::TEXT_ALIGN_LEFT, &cx.t(&kind_word(piece)));
                    }
                    let (tone, icon, words) = if stored.record.in_use {
                        let version = stored.record.version.to_string();
                        (Tone::Good, icons::CHECK, message("library-version").with("version", version))
                    } else {
                        (Tone::Look, icons::PROHIBIT, message("library-unused"))
                    };
                    badge(ui, &cx.theme, tone, icon, &cx.t(&words));
                });
                match piece {
                    Ok(piece) => {
                        line(ui, &plain(piece, Language::Vi), BODY, cx.theme.c.text);
                        let english = plain(piece, Language::En);
                        if !english.is_empty() {
                            line(ui, &english, SMALL, cx.theme.c.muted);
                        }
                    }
                    Err(problems) => {
                        for problem in problems {
                            text(ui, &problem.text(cx.language), SMALL, cx.theme.c.danger);
                        }
                    }
                }
            });
        });
    }
}

/// Whether a clause is a legal basis or an article.
pub(super) fn kind_word(piece: &Piece) -> Message {
    if piece.basis { ClauseKind::Basis.label() } else { ClauseKind::Article.label() }
}

/// What a clause says, as one text.
pub(super) fn plain(piece: &Piece, language: Language) -> String {
    fn collect(node: &ClauseNode, language: Language, out: &mut Vec<String>) {
        let text = if language == Language::Vi { &node.vi } else { &node.en };
        if !text.trim().is_empty() {
            out.push(text.trim().to_owned());
        }
        node.children.iter().for_each(|child| collect(child, language, out));
    }
    let mut out = Vec::new();
    collect(&piece.node, language, &mut out);
    out.join(" · ")
}

/// The switch between "offered" and "not offered any more".
fn use_ui(ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<LibraryClause>) {
    let (icon, label) = if stored.record.in_use {
        (icons::PROHIBIT, message("library-stop"))
    } else {
        (icons::CHECK, message("library-again"))
    };
    let name = stored.record.name.as_str();
    let label = cx.t(&label.with("name", name));
    if icon_button(ui, &cx.theme, icon, &label).clicked() {
        let record = LibraryClause { in_use: !stored.record.in_use, ..stored.record.clone() };
        let command = Command::Change(stored.id.any(), AnyRecord::LibraryClause(Box::new(record)));
        cx.ask(Action::Run(Box::new(command), message("done-saved").with("name", name)));
    }
}

/// Keeps a clause in the library: under its name, or as the next version of `before`.
pub(super) fn keep_clause(
    cx: &mut Cx<'_>,
    name: &str,
    piece: Piece,
    before: Option<&LibraryClause>,
    known: &[OwnClause],
) -> Result<()> {
    let mut problems = piece.check();
    if key_of(name).is_empty() {
        problems.insert(0, Problem::error("name", message("library-no-name")));
    }
    if blocks(&problems) {
        return Err(Error::new(ErrorKind::Invalid(problems)));
    }
    let action = match library_clause(name, piece, before, known) {
        None => Action::Say(Tone::Plain, message("library-known").with("name", name)),
        Some(record) => {
            let done = message("done-clause").with("name", name).with("version", record.version.to_string());
            Action::Run(Box::new(Command::Add(AnyRecord::LibraryClause(Box::new(record)))), done)
        }
    };
    cx.ask(action);
    Ok(())
}

/// What becomes of the form.
#[derive(Clone, Copy, PartialEq)]
enum Closing {
    Stays,
    /// Saved, or thrown away.
    Done,
    /// Closed by Esc: what is not saved is kept for the next time.
    Aside,
}

impl ClauseForm {
    fn of(before: Option<&LibraryClause>, piece: &Piece) -> Self {
        let (name, clause) =
            (before.map(|before| before.name.clone()).unwrap_or_default(), clause_tree(piece));
        let shape = Shape { parties: 4, witness: true, annex: true, full: true };
        let template = Template { details: piece.details.clone(), ..Template::default() };
        let facts = example(&template, shape, Date::ZERO);
        Self {
            before: before.cloned(),
            first: (name.clone(), clause.clone()),
            name,
            clause,
            details: piece.details.clone(),
            tree: Tree::for_template(),
            placeholders: placeholders(&facts, PrintLanguage::Vi, &[]),
            problems: Vec::new(),
            told: false,
            focused: false,
        }
    }

    fn is_changed(&self) -> bool {
        (&self.name, &self.clause) != (&self.first.0, &self.first.1)
    }

    /// Draws the form over the page.
    fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>, known: &[OwnClause]) -> Closing {
        let mut closing = Closing::Stays;
        let modal =
            Modal::new(Id::unique("library-form")).frame(dialog_frame(&cx.theme)).show(ui.ctx(), |ui| {
                let window = ui.ctx().content_rect().size();
                ui.set_width((window.x - 80.0).clamp(320.0, 760.0));
                let title =
                    if self.before.is_some() { message("library-change") } else { message("library-add") };
                heading(ui, &cx.t(&title), CARD, cx.theme.c.text);
                ui.add_space(space::S);
                ScrollArea::vertical().max_height((window.y - 200.0).max(160.0)).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    self.problems_ui(ui, cx);
                    self.fields_ui(ui, cx);
                    self.versions_ui(ui, cx, known);
                });
                ui.add_space(space::M);
                ui.horizontal(|ui| {
                    if Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked() {
                        closing = Closing::Done;
                    }
                    let save = cx.t(&message("act-save"));
                    if Button::primary(&save).icon(icons::CHECK).show(ui, &cx.theme).clicked()
                        && self.save(cx, known)
                    {
                        closing = Closing::Done;
                    }
                });
            });
        self.tree.wording.placeholders_ui(ui, cx, &self.placeholders);
        if closing == Closing::Stays && modal.should_close() { Closing::Aside } else { closing }
    }

    /// The older versions of the clause, and the way to take their wording again.
    fn versions_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, known: &[OwnClause]) {
        let Some(before) = &self.before else { return };
        let older = known.iter().find(|own| own.stored.record.key == before.key);
        let older = older.map(|own| own.older.as_slice()).unwrap_or_default();
        if older.is_empty() {
            return;
        }
        heading(ui, &cx.t(&message("template-versions")), CARD, cx.theme.c.text);
        for stored in older {
            let Ok(piece) = Piece::load(&stored.record.source) else { continue };
            let version = stored.record.version.to_string();
            ui.horizontal(|ui| {
                ui.scope(|ui| {
                    ui.set_width(ui.available_width() - 150.0);
                    let words = message("template-version").with("version", version.as_str());
                    line(
                        ui,
                        &format!("{} · {}", cx.t(&words), plain(&piece, cx.language)),
                        SMALL,
                        cx.theme.c.muted,
                    );
                });
                let label = cx.t(&message("template-open-short"));
                let name = cx.t(&message("template-open").with("version", version.as_str()));
                let button = Button::plain(&label).small().icon(icons::CLOCK_COUNTER_CLOCKWISE).name(&name);
                if button.show(ui, &cx.theme).clicked() {
                    self.clause = clause_tree(&piece);
                    self.details.clone_from(&piece.details);
                }
            });
        }
    }

    /// What kept it from being saved, above the fields; brought into view when it is new.
    fn problems_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if std::mem::take(&mut self.told) {
            ui.scroll_to_cursor(Some(Align::TOP));
        }
        for problem in &self.problems {
            note(ui, &cx.theme, Tone::Stop, &problem.text(cx.language));
        }
    }

    /// Keeps what is written; false when something is wrong with it, which is told in the form.
    fn save(&mut self, cx: &mut Cx<'_>, known: &[OwnClause]) -> bool {
        let mut clause = self.clause.clone();
        if clause.clause.kind == ClauseKind::Basis {
            clause.children.clear();
        }
        let piece = Piece::of_tree(&clause, &self.details);
        match keep_clause(cx, self.name.trim(), piece, self.before.as_ref(), known) {
            Ok(()) => true,
            Err(error) => {
                if let ErrorKind::Invalid(problems) = error.kind() {
                    self.told = true;
                    self.problems.clone_from(problems);
                    self.problems.retain(|problem| problem.severity == crate::problem::Severity::Error);
                }
                false
            }
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let label = cx.t(&message("library-name"));
        let id = Id::unique("library-form-name");
        if !self.focused {
            self.focused = ui.memory(|memory| memory.has_focus(id));
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        Field::new(id, &label).show(ui, &cx.theme, cx.language, &mut self.name);
        let kinds = [ClauseKind::Article, ClauseKind::Basis].map(|kind| (kind, cx.t(&kind.label())));
        segments(ui, &cx.theme, &kinds, &mut self.clause.clause.kind);
        self.tree.wording.tools_ui(ui, cx);
        let numbers = BTreeMap::new();
        let mut beside = Beside {
            english: true,
            numbers: &numbers,
            compared: None,
            shelf: None,
            tools: false,
            alone: true,
        };
        self.tree.one_ui(ui, cx, (&mut self.clause, &self.details), &mut beside);
    }
}
