//! Clauses of a text into the library of the office, and from there into a text.

use eframe::egui::{Id, Ui};
use egui_phosphor::regular as icons;

use super::library::{keep_clause, kind_word, plain};
use crate::documents::mou::piece::Piece;
use crate::documents::mou::records::clause_tree;
use crate::domain::{ClauseKind, ClauseTree, Details};
use crate::i18n::message;
use crate::runtime::{Library, OwnClause, Slot};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, Pick, PickWords, Picked, Suggestion, Tone};

/// The library beside a text.
#[derive(Default)]
pub(super) struct Shelf {
    library: Slot<Library>,
    /// The list of the library, while a clause is taken from it.
    inserting: Option<Pick>,
    /// The clause that goes into the library, and its name as it is typed.
    keeping: Option<(usize, String)>,
}

impl Shelf {
    /// The clauses of the library that are offered.
    fn offered(&mut self, cx: &Cx<'_>) -> Vec<OwnClause> {
        let known = self.library.get(cx.data, &Library).ready();
        let mut known = known.map(|known| known.to_vec()).unwrap_or_default();
        known.retain(|own| own.stored.record.in_use && own.piece.is_ok());
        known
    }

    /// The button that opens the list of the library.
    pub(super) fn insert_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let label = cx.t(&message("library-insert"));
        if Button::plain(&label).small().icon(icons::BOOKS).show(ui, &cx.theme).clicked() {
            self.inserting = Some(Pick::default());
        }
    }

    /// The list of the library, while it is open: the place of the clause that was taken from it.
    pub(super) fn list_ui(
        &mut self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        (trees, details): (&mut Vec<ClauseTree>, &mut Details),
        open: Option<usize>,
    ) -> Option<usize> {
        let mut pick = self.inserting.take()?;
        let offered = self.offered(cx);
        let row = |own: &OwnClause| {
            let said = own.piece.as_ref().map(|piece| (kind_word(piece), plain(piece, cx.language)));
            let second = said.map(|(kind, said)| format!("{} · {said}", cx.t(&kind))).unwrap_or_default();
            Suggestion { title: own.stored.record.name.clone(), second }
        };
        let rows: Vec<Suggestion> = offered.iter().map(row).collect();
        let words = PickWords {
            title: &cx.t(&message("library-insert")),
            search: &cx.t(&message("library-search")),
            nothing: &cx.t(&message("library-nothing")),
        };
        match pick.show(ui, &cx.theme, cx.language, &words, &rows) {
            Picked::Nothing => {
                self.inserting = Some(pick);
                None
            }
            Picked::Closed => None,
            Picked::Taken(place) => {
                let OwnClause { stored, piece: Ok(piece), .. } = offered.get(place)? else { return None };
                let (at, replaced) = insert(trees, details, piece, open);
                self.keeping = None;
                let done =
                    if replaced { message("done-clause-replaced") } else { message("done-clause-inserted") };
                cx.ask(Action::Say(Tone::Good, done.with("name", stored.record.name.as_str())));
                Some(at)
            }
        }
    }

    /// Keeps a clause in the library, under a name that is asked for.
    pub(super) fn keep_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        place: usize,
        title: &str,
        (tree, details): (&ClauseTree, &Details),
    ) {
        let save = cx.t(&message("library-save"));
        let Some((_, name)) = self.keeping.as_mut().filter(|(of, _)| *of == place) else {
            if Button::plain(&save).small().icon(icons::BOOKMARK_SIMPLE).show(ui, &cx.theme).clicked() {
                let short: String = title.chars().take(80).collect();
                self.keeping = Some((place, short));
            }
            return;
        };
        let label = cx.t(&message("library-name"));
        Field::new(Id::unique("library-name"), &label).show(ui, &cx.theme, cx.language, name);
        let name = name.trim().to_owned();
        let button = Button::outline(&save).small().icon(icons::BOOKMARK_SIMPLE).enabled(!name.is_empty());
        if button.show(ui, &cx.theme).clicked()
            && let Some(known) = self.library.get(cx.data, &Library).ready()
        {
            match keep_clause(cx, &name, Piece::of_tree(tree, details), None, &known) {
                Ok(()) => self.keeping = None,
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
    }
}

/// Puts a clause of the library into a text: in the place of the article of the same key; else after the open
/// clause of its kind, else before the last one, which closes its part. Returns where it stands now, and whether
/// it replaced another one.
fn insert(
    trees: &mut Vec<ClauseTree>,
    details: &mut Details,
    piece: &Piece,
    open: Option<usize>,
) -> (usize, bool) {
    for detail in &piece.details.0 {
        if !details.0.iter().any(|known| known.key == detail.key) {
            details.0.push(detail.clone());
        }
    }
    let mut tree = clause_tree(piece);
    let same = |known: &ClauseTree| !piece.basis && known.clause.key == piece.node.key;
    if let Some(place) = trees.iter().position(same)
        && let Some(known) = trees.get_mut(place)
    {
        tree.id = known.id;
        *known = tree;
        return (place, true);
    }
    let is_kind = |known: &ClauseTree| (known.clause.kind == ClauseKind::Basis) == piece.basis;
    let after_open = open.filter(|place| trees.get(*place).is_some_and(is_kind)).map(|place| place + 1);
    let first = if piece.basis { 0 } else { trees.len() };
    let place = after_open.or_else(|| trees.iter().rposition(is_kind)).unwrap_or(first);
    trees.insert(place.min(trees.len()), tree);
    (place, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::mou::template::Template;
    use crate::ui::screens::mou::new_mou;

    #[test]
    fn a_clause_of_another_template_brings_its_values_and_replaces_the_one_of_its_key() {
        let [first, second, ..] = Template::built_in() else { panic!("templates") };
        let mut draft = new_mou(first);
        let of = new_mou(second);
        let asks = |tree: &&ClauseTree| {
            let piece = Piece::of_tree(tree, &of.mou.details);
            !piece.details.0.is_empty() && !first.articles.iter().any(|node| node.key == piece.node.key)
        };
        let piece = Piece::of_tree(of.clauses.iter().find(asks).unwrap(), &of.mou.details);
        let count = draft.clauses.len();
        let last = draft.clauses[count - 1].clause.key.clone();
        assert_eq!(insert(&mut draft.clauses, &mut draft.mou.details, &piece, None), (count - 1, false));
        assert_eq!(draft.clauses[count].clause.key, last, "the closing article stays the last");
        assert!(draft.mou.details.0.iter().any(|detail| detail.key == piece.details.0[0].key));
        assert_eq!(insert(&mut draft.clauses, &mut draft.mou.details, &piece, None), (count - 1, true));
        assert_eq!(draft.clauses.len(), count + 1);
        let basis = Piece::of_tree(&draft.clauses[0].clone(), &draft.mou.details);
        assert_eq!(insert(&mut draft.clauses, &mut draft.mou.details, &basis, Some(0)), (1, false));
        assert_eq!(draft.clauses[1].clause.kind, ClauseKind::Basis);
    }
}
