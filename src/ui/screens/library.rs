//! The library of clauses, on the page of templates: what there is, and the form of one clause.

use eframe::egui::{Align, Id, Modal, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use super::answered;
use crate::documents::mou::piece::Piece;
use crate::documents::mou::template::ClauseNode;
use crate::domain::{ClauseKind, LibraryClause, Stored};
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
}

/// A clause as it is written.
struct ClauseForm {
    /// The version that is changed; none for a new clause.
    before: Option<LibraryClause>,
    name: String,
    piece: Piece,
    /// What kept it from being saved.
    problems: Vec<Problem>,
    /// They are new.
    told: bool,
    /// The keyboard is in its first field already.
    focused: bool,
}

impl LibraryPart {
    /// Opens the form of a new clause.
    pub(super) fn add(&mut self) {
        let node = ClauseNode { children: vec![ClauseNode::default()], ..ClauseNode::default() };
        let piece = Piece { node, ..Piece::default() };
        self.form = Some(ClauseForm {
            before: None,
            name: String::new(),
            piece,
            problems: Vec::new(),
            told: false,
            focused: false,
        });
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
        if let Some(mut form) = self.form.take()
            && form.ui(ui, cx, &own)
        {
            self.form = Some(form);
        }
    }

    fn clause_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, own: &OwnClause) {
        let OwnClause { stored, piece } = own;
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
                                self.form = Some(ClauseForm {
                                    before: Some(stored.record.clone()),
                                    name: name.to_owned(),
                                    piece: piece.clone(),
                                    problems: Vec::new(),
                                    told: false,
                                    focused: false,
                                });
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

impl ClauseForm {
    /// Draws the form over the page; false when it is done.
    fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>, known: &[OwnClause]) -> bool {
        let mut stays = true;
        let modal =
            Modal::new(Id::unique("library-form")).frame(dialog_frame(&cx.theme)).show(ui.ctx(), |ui| {
                let window = ui.ctx().content_rect().size();
                ui.set_width((window.x - 80.0).clamp(320.0, 720.0));
                let title =
                    if self.before.is_some() { message("library-change") } else { message("library-add") };
                heading(ui, &cx.t(&title), CARD, cx.theme.c.text);
                ui.add_space(space::S);
                ScrollArea::vertical().max_height((window.y - 200.0).max(160.0)).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    self.problems_ui(ui, cx);
                    self.fields_ui(ui, cx);
                });
                ui.add_space(space::M);
                ui.horizontal(|ui| {
                    stays = !Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked();
                    let save = cx.t(&message("act-save"));
                    if Button::primary(&save).icon(icons::CHECK).show(ui, &cx.theme).clicked() {
                        stays = !self.save(cx, known);
                    }
                });
            });
        stays && !modal.should_close()
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
        let mut piece = self.piece.clone();
        if piece.basis {
            piece.node.children.clear();
        }
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

    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let label = cx.t(&message("library-name"));
        let id = Id::unique("library-form-name");
        if !self.focused {
            self.focused = ui.memory(|memory| memory.has_focus(id));
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        Field::new(id, &label).show(ui, &cx.theme, cx.language, &mut self.name);
        let kinds = [(false, cx.t(&ClauseKind::Article.label())), (true, cx.t(&ClauseKind::Basis.label()))];
        segments(ui, &cx.theme, &kinds, &mut self.piece.basis);
        let node = &mut self.piece.node;
        if self.piece.basis {
            let labels = (message("library-basis"), message("library-basis-en"));
            return texts_ui(ui, cx, "library.basis", labels, 3, node);
        }
        texts_ui(ui, cx, "library", (message("library-title"), message("library-title-en")), 1, node);
        let mut removed = None;
        for (place, clause) in node.children.iter_mut().enumerate() {
            let number = place + 1;
            let labels = (
                message("library-clause").with("number", number),
                message("library-clause-en").with("number", number),
            );
            texts_ui(ui, cx, &format!("library.{place}"), labels, 3, clause);
            points_ui(ui, cx, number, &mut clause.children);
            ui.horizontal(|ui| {
                let add = cx.t(&message("library-add-point"));
                let name = cx.t(&message("library-add-point-to").with("number", number));
                if Button::plain(&add).small().icon(icons::PLUS).name(&name).show(ui, &cx.theme).clicked() {
                    clause.children.push(ClauseNode::default());
                }
                let remove = cx.t(&message("library-remove-clause").with("number", number));
                if Button::plain(&remove).small().icon(icons::TRASH).show(ui, &cx.theme).clicked() {
                    removed = Some(place);
                }
            });
        }
        if let Some(place) = removed {
            node.children.remove(place);
        }
        let add = cx.t(&message("library-add-clause"));
        if Button::outline(&add).small().icon(icons::PLUS).show(ui, &cx.theme).clicked() {
            node.children.push(ClauseNode::default());
        }
        text(ui, &cx.t(&message("wording-help")), SMALL, cx.theme.c.muted);
    }
}

/// The points of a clause.
fn points_ui(ui: &mut Ui, cx: &Cx<'_>, clause: usize, points: &mut Vec<ClauseNode>) {
    let mut removed = None;
    ui.indent(("library-points", clause), |ui| {
        for (place, point) in points.iter_mut().enumerate() {
            let of = |key: Message| key.with("point", place + 1).with("number", clause);
            let labels = (of(message("library-point")), of(message("library-point-en")));
            texts_ui(ui, cx, &format!("library.{clause}.{place}"), labels, 2, point);
            let remove = cx.t(&of(message("library-remove-point")));
            if Button::plain(&remove).small().icon(icons::TRASH).show(ui, &cx.theme).clicked() {
                removed = Some(place);
            }
        }
    });
    if let Some(place) = removed {
        points.remove(place);
    }
}

/// A text in both languages.
fn texts_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    path: &str,
    (vi, en): (Message, Message),
    rows: usize,
    node: &mut ClauseNode,
) {
    for (label, language, value) in [(vi, "vi", &mut node.vi), (en, "en", &mut node.en)] {
        let label = cx.t(&label);
        let id = Id::unique((path, language));
        Field::new(id, &label).rows(rows).show(ui, &cx.theme, cx.language, value);
    }
}
