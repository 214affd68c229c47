//! A text as it is written, level by level: căn cứ, điều, khoản, điểm. On each level something is added, moved,
//! removed, switched off and on, and tied to a condition in words; in a MoU, in a template, in the library.

use std::collections::BTreeMap;

use eframe::egui::{Align, Align2, Id, Key, Modifiers, Role, Sense, Ui, WidgetInfo, vec2};
use egui_phosphor::regular as icons;

use super::mou::Compared;
use super::shelf::Shelf;
pub(super) use super::tree_shape::path_of;
use super::tree_shape::{Ask, Path, add, apply, at};
use super::wording::{Wording, capitalised};
use crate::documents::mou::conditions::{self, Condition};
use crate::documents::mou::marks::{BOLD, ITALIC};
use crate::domain::{ClauseKind, ClauseTree, Details};
use crate::i18n::{Message, message};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{
    Button, Pick, PickWords, Picked, Suggestion, Tone, at_right, chip, icon_button, line, link, switch,
};
use crate::ui::theme::{self, BODY, BODY_MEDIUM, COMPACT, SMALL, SMALL_MEDIUM, Theme, space};

/// The tree on the screen.
#[derive(Default)]
pub(super) struct Tree {
    /// The marks and placeholders of its texts.
    pub(super) wording: Wording,
    /// The clause of the first level that is open.
    pub(super) open: Option<usize>,
    /// The node whose condition is chosen from the list.
    choosing: Option<(Path, Pick)>,
    /// The node whose text gets the keyboard.
    jump: Option<Path>,
    /// What was asked for in this frame.
    asked: Option<(Path, Ask)>,
}

/// What stands beside the texts, where the tree is shown.
pub(super) struct Beside<'b> {
    /// The texts are shown in English, too.
    pub(super) english: bool,
    /// Numbers of the articles that are printed, by key.
    pub(super) numbers: &'b BTreeMap<String, u32>,
    /// The text beside its template.
    pub(super) compared: Option<&'b mut Compared>,
    /// The library.
    pub(super) shelf: Option<&'b mut Shelf>,
    /// Tools stand over the open clause, not over all of them.
    pub(super) tools: bool,
    /// The clause stands for itself: it is not removed.
    pub(super) alone: bool,
}

impl Tree {
    /// The tree of a text that is not of one MoU: placeholders say what is invented.
    pub(super) fn for_template() -> Self {
        Self { wording: Wording::for_template(), ..Self::default() }
    }

    /// Opens a node and puts the keyboard into its text.
    pub(super) fn go_to(&mut self, path: Path) {
        self.open = path.first().copied();
        self.jump = Some(path);
    }

    /// Draws the tree; whether its shape was changed, not only its words.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (trees, details): (&mut Vec<ClauseTree>, &mut Details),
        beside: &mut Beside<'_>,
    ) -> bool {
        let mut shaped = false;
        for place in 0..trees.len() {
            if let Some(tree) = trees.get_mut(place) {
                shaped |= self.root_ui(ui, cx, (tree, details), place, beside);
            }
        }
        let mut added = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for kind in [ClauseKind::Basis, ClauseKind::Article] {
                let label = match kind {
                    ClauseKind::Basis => message("tree-add-basis"),
                    _ => message("tree-add-article"),
                };
                if Button::plain(&cx.t(&label)).small().icon(icons::PLUS).show(ui, &cx.theme).clicked() {
                    added = Some(kind);
                }
            }
            if let Some(shelf) = &mut beside.shelf {
                shelf.insert_ui(ui, cx);
            }
        });
        if let Some(kind) = added {
            self.go_to(vec![add(trees, kind, self.open)]);
            shaped = true;
        }
        if let Some(shelf) = &mut beside.shelf
            && let Some(at) = shelf.list_ui(ui, cx, (trees, details), self.open)
        {
            self.go_to(vec![at]);
            shaped = true;
        }
        shaped |= self.conditions_ui(ui, cx, trees, details);
        shaped | self.carry_out(cx, trees)
    }

    /// One clause that stands for itself, always open; whether its shape was changed.
    pub(super) fn one_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (tree, details): (&mut ClauseTree, &Details),
        beside: &mut Beside<'_>,
    ) -> bool {
        let mut shaped = self.node_ui(ui, cx, (tree, details), &mut vec![0], beside);
        let mut trees = vec![std::mem::take(tree)];
        // Only what stands below it is moved or removed.
        self.asked.take_if(|(path, ask)| path.len() == 1 && *ask != Ask::Below);
        shaped |= self.conditions_ui(ui, cx, &mut trees, details);
        shaped |= self.carry_out(cx, &mut trees);
        *tree = trees.pop().unwrap_or_default();
        shaped
    }

    /// The line of a clause of the first level, and what is in it when it is open.
    fn root_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (tree, details): (&mut ClauseTree, &Details),
        place: usize,
        beside: &mut Beside<'_>,
    ) -> bool {
        let open = self.open == Some(place);
        let title = name_of(cx, tree, &[place]);
        let off = conditions::is_off(&tree.clause.condition);
        let mut shaped = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            ui.allocate_ui(vec2(30.0, 28.0), |ui| {
                ui.set_width(30.0);
                let is_article = tree.clause.kind == ClauseKind::Article;
                let number = beside.numbers.get(&tree.clause.key).filter(|_| is_article && !off);
                line(ui, &number.map_or_else(|| "–".to_owned(), u32::to_string), COMPACT, cx.theme.c.muted);
            });
            let place_key = place.to_string();
            let changed = beside.compared.as_ref().is_some_and(|compared| compared.differs(&place_key));
            let when = asks_for(cx, &tree.clause.condition, details);
            let marks = [changed, !when.is_empty()].map(|mark| if mark { 22.0 } else { 0.0 });
            let width = ui.available_width() - 104.0 - marks.iter().sum::<f32>();
            ui.scope(|ui| {
                ui.set_width(width);
                if link(ui, &cx.theme, &title, if open { BODY_MEDIUM } else { BODY }).clicked() {
                    self.open = if open { None } else { Some(place) };
                }
            });
            if changed {
                let words = cx.t(&message("compare-differs-in").with("title", title.as_str()));
                mark(ui, &cx.theme, icons::PENCIL_SIMPLE, &words);
            }
            if !when.is_empty() {
                mark(ui, &cx.theme, icons::FUNNEL, &when);
            }
            self.moves_ui(ui, cx, &title, &[place]);
            shaped |= switch_ui(ui, cx, tree, &title, beside);
        });
        if open {
            if beside.tools {
                ui.indent(("clause-tools", place), |ui| {
                    self.wording.tools_ui(ui, cx);
                });
            }
            shaped |= self.node_ui(ui, cx, (tree, details), &mut vec![place], beside);
            if let Some(shelf) = &mut beside.shelf {
                ui.indent(("clause-keep", place), |ui| {
                    shelf.keep_ui(ui, cx, place, &title, (&*tree, details));
                });
            }
        }
        shaped
    }

    /// The buttons that move a node.
    fn moves_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, title: &str, path: &[usize]) {
        let up = cx.t(&message("clause-up").with("title", title));
        if icon_button(ui, &cx.theme, icons::ARROW_UP, &up).clicked() {
            self.asked = Some((path.to_vec(), Ask::Up));
        }
        let down = cx.t(&message("clause-down").with("title", title));
        if icon_button(ui, &cx.theme, icons::ARROW_DOWN, &down).clicked() {
            self.asked = Some((path.to_vec(), Ask::Down));
        }
    }

    /// The buttons for the condition of a node and for removing it.
    fn changes_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, title: &str, path: &[usize], alone: bool) {
        let when = cx.t(&message("condition-add").with("title", title));
        if icon_button(ui, &cx.theme, icons::FUNNEL, &when).clicked() {
            self.choosing = Some((path.to_vec(), Pick::default()));
        }
        if alone && path.len() == 1 {
            return;
        }
        let remove = cx.t(&message("tree-remove").with("title", title));
        if icon_button(ui, &cx.theme, icons::TRASH, &remove).clicked() {
            self.asked = Some((path.to_vec(), Ask::Remove));
        }
    }

    /// The texts of a node and of what stands below it.
    fn node_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (tree, details): (&mut ClauseTree, &Details),
        path: &mut Path,
        beside: &mut Beside<'_>,
    ) -> bool {
        let key = path.iter().map(usize::to_string).collect::<Vec<_>>().join(".");
        let mut shaped = false;
        ui.indent(("clause", &key), |ui| {
            let name = name_of(cx, tree, path);
            let (label, label_en) = labels(tree.clause.kind, path);
            let (label, label_en) = (cx.t(&label), cx.t(&label_en));
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.set_min_height(space::CONTROL);
                let off = conditions::is_off(&tree.clause.condition);
                let shown =
                    if off { cx.t(&message("tree-off").with("what", &*label)) } else { label.clone() };
                let buttons = if path.len() > 1 { 166.0 } else { 64.0 };
                ui.scope(|ui| {
                    ui.set_max_width((ui.available_width() - buttons).max(40.0));
                    line(ui, &shown, SMALL_MEDIUM, cx.theme.c.muted);
                });
                at_right(ui, "node-end", |ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    if path.len() > 1 {
                        self.moves_ui(ui, cx, &name, path);
                    }
                    self.changes_ui(ui, cx, &name, path, beside.alone);
                    if path.len() > 1 {
                        shaped |= switch_ui(ui, cx, tree, &name, beside);
                    }
                });
            });
            let id = Id::unique(("clause-text", &key));
            if self.jump.as_deref() == Some(path.as_slice()) {
                ui.scroll_to_cursor(Some(Align::Center));
                if ui.memory(|memory| memory.has_focus(id)) {
                    self.jump = None;
                } else {
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
            }
            self.keys(ui, id, path);
            self.wording.marked_ui(ui, cx, id, ("", &label), &mut tree.clause.text);
            if beside.english {
                let id = Id::unique(("clause-text-en", &key));
                self.keys(ui, id, path);
                self.wording.marked_ui(ui, cx, id, (&label_en, &label_en), &mut tree.clause.text_en);
            }
            shaped |= condition_ui(ui, cx, &mut tree.clause.condition, details);
            if let Some(compared) = &mut beside.compared {
                compared.compared_ui(ui, cx, &key, (&name, beside.english), &mut tree.clause);
            }
            let below =
                if tree.clause.kind == ClauseKind::Basis { &mut [] } else { tree.children.as_mut_slice() };
            for (place, child) in below.iter_mut().enumerate() {
                path.push(place);
                shaped |= self.node_ui(ui, cx, (child, details), path, beside);
                path.pop();
            }
            let add = match (tree.clause.kind, path.as_slice()) {
                (ClauseKind::Article, _) => Some((message("tree-add-clause"), message("tree-add-clause"))),
                (ClauseKind::Clause, [.., place]) => {
                    let to = message("tree-add-point-to").with("number", place + 1);
                    Some((message("tree-add-point"), to))
                }
                _ => None,
            };
            if let Some((label, name)) = add {
                let (label, name) = (cx.t(&label), cx.t(&name));
                let button = Button::plain(&label).small().icon(icons::PLUS).name(&name);
                if button.show(ui, &cx.theme).clicked() {
                    self.asked = Some((path.clone(), Ask::Below));
                }
            }
        });
        shaped
    }

    /// The keys of a text: Alt with the arrows moves its node, Ctrl+Enter adds one after it.
    fn keys(&mut self, ui: &Ui, id: Id, path: &[usize]) {
        if !ui.memory(|memory| memory.has_focus(id)) {
            return;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (modifiers, key, ask) in [
            (Modifiers::ALT, Key::ArrowUp, Ask::Up),
            (Modifiers::ALT, Key::ArrowDown, Ask::Down),
            (Modifiers::COMMAND, Key::Enter, Ask::After),
        ] {
            if pressed(modifiers, key) {
                self.asked = Some((path.to_vec(), ask));
            }
        }
    }

    /// The list of conditions, while it is open; whether one was taken.
    fn conditions_ui(&mut self, ui: &Ui, cx: &Cx<'_>, trees: &mut [ClauseTree], details: &Details) -> bool {
        let Some((path, mut pick)) = self.choosing.take() else { return false };
        match pick_condition(ui, cx, &mut pick, &conditions::offered(details)) {
            (Picked::Nothing, _) => self.choosing = Some((path, pick)),
            (_, Some(term)) => {
                if let Some(tree) = at(trees, &path) {
                    tree.clause.condition = conditions::with(&tree.clause.condition, &term);
                    return true;
                }
            }
            _ => {}
        }
        false
    }

    /// Does what was asked for; whether something changed.
    fn carry_out(&mut self, cx: &mut Cx<'_>, trees: &mut Vec<ClauseTree>) -> bool {
        let Some((path, ask)) = self.asked.take() else { return false };
        let name = at(trees, &path).map(|tree| name_of(cx, tree, &path)).unwrap_or_default();
        let Some(to) = apply(trees, &path, ask) else { return false };
        let moves_root = path.len() == 1 && matches!(ask, Ask::Up | Ask::Down);
        if ask == Ask::Remove {
            if path.len() == 1 {
                self.open = None;
            }
            cx.ask(Action::Say(Tone::Plain, message("done-clause-removed").with("title", name)));
        } else if !moves_root || self.open == path.first().copied() {
            self.go_to(to);
        } else if self.open == to.first().copied() {
            // The open one changed places with it.
            self.open = path.first().copied();
        }
        true
    }
}

/// The list of conditions: what was done with it, and the term that was taken.
pub(super) fn pick_condition(
    ui: &Ui,
    cx: &Cx<'_>,
    pick: &mut Pick,
    offered: &[Condition],
) -> (Picked, Option<String>) {
    let row =
        |one: &Condition| Suggestion { title: capitalised(&cx.t(&one.words)), second: cx.t(&one.about) };
    let rows: Vec<Suggestion> = offered.iter().map(row).collect();
    let words = PickWords {
        title: &cx.t(&message("condition-title")),
        search: &cx.t(&message("condition-search")),
        nothing: &cx.t(&message("condition-nothing")),
    };
    let picked = pick.show(ui, &cx.theme, cx.language, &words, &rows);
    let term = match picked {
        Picked::Taken(place) => offered.get(place).map(|one| one.term.clone()),
        _ => None,
    };
    (picked, term)
}

/// What a condition asks for, in words; empty when it asks for nothing.
fn asks_for(cx: &Cx<'_>, condition: &str, details: &Details) -> String {
    let terms = conditions::in_words(condition, details).into_iter().map(|one| one.words);
    let all = terms.reduce(|first, next| message("condition-and").with("first", first).with("next", next));
    all.map(|all| cx.t(&message("clause-when").with("condition", all))).unwrap_or_default()
}

/// A condition in words, each term with the way to take it away; whether one was.
pub(super) fn condition_ui(ui: &mut Ui, cx: &Cx<'_>, condition: &mut String, details: &Details) -> bool {
    let terms = conditions::in_words(condition, details);
    let mut removed = None;
    if !terms.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            line(ui, &cx.t(&message("condition-only")), SMALL, cx.theme.c.muted);
            for one in &terms {
                let words = cx.t(&one.words);
                let name = cx.t(&message("condition-remove").with("words", words.as_str()));
                if chip(ui, &cx.theme, &words, &name).clicked() {
                    removed = Some(one.term.clone());
                }
            }
        });
    }
    let Some(term) = removed else { return false };
    *condition = conditions::without(condition, &term);
    true
}

/// The switch of a node; whether it was used.
fn switch_ui(ui: &mut Ui, cx: &Cx<'_>, tree: &mut ClauseTree, title: &str, beside: &Beside<'_>) -> bool {
    let condition = &mut tree.clause.condition;
    let mut on = !conditions::is_off(condition);
    if !switch(ui, &cx.theme, &mut on, title).changed() {
        return false;
    }
    *condition = conditions::switched(condition, on);
    // What was switched off by an older program lost its condition: that of the template comes back.
    if on && condition.is_empty() {
        let usual = beside.compared.as_ref().and_then(|compared| compared.usual_condition(&tree.clause.key));
        *condition = usual.map(|usual| conditions::switched(&usual, true)).unwrap_or_default();
    }
    true
}

/// What the text fields of a node are called: in Vietnamese, and for its English text.
fn labels(kind: ClauseKind, path: &[usize]) -> (Message, Message) {
    let number = path.last().map_or(1, |place| place + 1);
    let of = |key: Message| {
        let clause = path.iter().rev().nth(1).map_or(1, |place| place + 1);
        key.with("point", number).with("number", clause)
    };
    match kind {
        ClauseKind::Basis => (message("tree-basis"), message("tree-basis-en")),
        ClauseKind::Article => (message("tree-title"), message("tree-title-en")),
        ClauseKind::Clause => {
            (message("tree-clause").with("number", number), message("tree-clause-en").with("number", number))
        }
        ClauseKind::Point => (of(message("tree-point")), of(message("tree-point-en"))),
    }
}

/// What buttons call a node: its first words, or what it is while it has none.
fn name_of(cx: &Cx<'_>, tree: &ClauseTree, path: &[usize]) -> String {
    let title = title_of(&tree.clause.text);
    if title.is_empty() { cx.t(&labels(tree.clause.kind, path).0) } else { title }
}

/// The first words of a clause.
fn title_of(text: &str) -> String {
    let mut plain = text.replace(BOLD, "").replace(ITALIC, "").replace("[[", "").replace("]]", "");
    // A value in the title is filled in on the page; here its place is enough.
    while let (Some(start), Some(end)) = (plain.find("{{"), plain.find("}}"))
        && start < end
    {
        plain.replace_range(start..end + 2, "…");
    }
    let first = plain.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    first.trim().to_owned()
}

/// An icon that says something, without being pressed.
fn mark(ui: &mut Ui, theme: &Theme, icon: &str, words: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(18.0, 28.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let font = theme::icon_font(15.0, false);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, font, theme.c.warning);
    response.on_hover_text(words);
}
