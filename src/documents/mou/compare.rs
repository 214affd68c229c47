//! Where the text of a MoU says something else than its template, and which words differ.

use std::collections::BTreeMap;

use super::data::Both;
use super::marks::squeeze;
use super::template::{ClauseNode, Template};
use crate::domain::{ClauseKind, ClauseTree};

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// They stand in both texts.
    Same,
    /// Only in the first text.
    Removed,
    /// Only in the second text.
    Added,
}

/// The nodes of a text that differ from its template: the place of the node ("3.0.1": the second child of the
/// first child of the fourth tree) and what the template says there. What has no counterpart in the template is
/// not in it.
pub fn differing(trees: &[ClauseTree], template: &Template) -> BTreeMap<String, Both<String>> {
    let clauses = template.clauses();
    let mut found = BTreeMap::new();
    let (bases, articles): (Vec<_>, Vec<_>) =
        trees.iter().enumerate().partition(|(_, tree)| tree.clause.kind == ClauseKind::Basis);
    let same_key = |tree: &ClauseTree| {
        let key = &tree.clause.key;
        clauses.articles.iter().find(|node| !key.is_empty() && node.key == *key)
    };
    for (place, tree) in articles {
        if let Some(node) = same_key(tree) {
            note(&place.to_string(), tree, node, &mut found);
        }
    }
    let (places, bases): (Vec<_>, Vec<_>) = bases.into_iter().unzip();
    for (place, (tree, node)) in places.iter().zip(bases.iter().zip(counterparts(&bases, &clauses.bases))) {
        if let Some(node) = node {
            note(&place.to_string(), tree, node, &mut found);
        }
    }
    found
}

/// Notes a node and what is below it where they differ.
fn note(place: &str, tree: &ClauseTree, node: &ClauseNode, found: &mut BTreeMap<String, Both<String>>) {
    let clause = &tree.clause;
    if squeeze(&clause.text) != node.vi || squeeze(&clause.text_en) != node.en {
        found.insert(place.to_owned(), Both { vi: node.vi.clone(), en: node.en.clone() });
    }
    let children: Vec<&ClauseTree> = tree.children.iter().collect();
    let nodes = counterparts(&children, &node.children);
    for (number, (child, node)) in children.iter().zip(nodes).enumerate() {
        if let Some(node) = node {
            note(&format!("{place}.{number}"), child, node, found);
        }
    }
}

/// The node of the template each of these siblings came from. Where as many are there, they stand in the same
/// order; else equal texts belong together, and of the rest those that share most words.
fn counterparts<'t>(trees: &[&ClauseTree], nodes: &'t [ClauseNode]) -> Vec<Option<&'t ClauseNode>> {
    let is_basis = trees.first().is_some_and(|tree| tree.clause.kind == ClauseKind::Basis);
    if trees.len() == nodes.len() && !is_basis {
        return nodes.iter().map(Some).collect();
    }
    let mut free: Vec<&ClauseNode> = nodes.iter().collect();
    let mut found: Vec<Option<&ClauseNode>> = Vec::new();
    for tree in trees {
        let text = squeeze(&tree.clause.text);
        let same = free.iter().position(|node| node.vi == text);
        found.push(same.map(|place| free.remove(place)));
    }
    for (tree, found) in trees.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
        let alike = free.iter().enumerate().map(|(place, node)| (shared(&tree.clause.text, &node.vi), place));
        // Half of the words at least: else it is a text of its own.
        if let Some((share, place)) = alike.max_by_key(|(share, place)| (*share, usize::MAX - place))
            && share >= 50
        {
            *found = Some(free.remove(place));
        }
    }
    found
}

/// How many of a hundred words of the longer text stand in both, in the same order.
fn shared(one: &str, other: &str) -> usize {
    let longer = one.split_whitespace().count().max(other.split_whitespace().count()).max(1);
    let same = words(one, other).into_iter().filter(|(change, _)| *change == Change::Same);
    same.map(|(_, words)| words.split_whitespace().count()).sum::<usize>() * 100 / longer
}

/// Longer than this in words times words, the middle of two texts is not compared word by word.
const MOST: usize = 4_000_000;

/// The words of two texts, those only in the first before those only in the second; words of one fate that
/// stand together come as one text.
pub fn words(from: &str, to: &str) -> Vec<(Change, String)> {
    let (from, to): (Vec<&str>, Vec<&str>) =
        (from.split_whitespace().collect(), to.split_whitespace().collect());
    let start = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let (from_rest, to_rest) = (from.get(start..).unwrap_or_default(), to.get(start..).unwrap_or_default());
    let end =
        from_rest.iter().rev().zip(to_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    let (from_rest, tail) = from_rest.split_at(from_rest.len() - end);
    let (to_rest, _) = to_rest.split_at(to_rest.len() - end);
    let mut out = Vec::new();
    push(&mut out, Change::Same, from.get(..start).unwrap_or_default());
    middle(from_rest, to_rest, &mut out);
    push(&mut out, Change::Same, tail);
    out
}

/// The longest words in common, from the table of how many are common from each pair of places on.
fn middle(from: &[&str], to: &[&str], out: &mut Vec<(Change, String)>) {
    if from.len().saturating_mul(to.len()) > MOST {
        push(out, Change::Removed, from);
        push(out, Change::Added, to);
        return;
    }
    let width = to.len() + 1;
    let mut common = vec![0_u16; (from.len() + 1) * width];
    let at =
        |common: &[u16], row: usize, column: usize| common.get(row * width + column).copied().unwrap_or(0);
    for (row, word) in from.iter().enumerate().rev() {
        for (column, other) in to.iter().enumerate().rev() {
            let count = if word == other {
                at(&common, row + 1, column + 1).saturating_add(1)
            } else {
                at(&common, row + 1, column).max(at(&common, row, column + 1))
            };
            if let Some(cell) = common.get_mut(row * width + column) {
                *cell = count;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    while let (Some(word), Some(other)) = (from.get(row), to.get(column)) {
        if word == other {
            push(out, Change::Same, &[word]);
            (row, column) = (row + 1, column + 1);
        } else if at(&common, row + 1, column) >= at(&common, row, column + 1) {
            push(out, Change::Removed, &[word]);
            row += 1;
        } else {
            push(out, Change::Added, &[other]);
            column += 1;
        }
    }
    push(out, Change::Removed, from.get(row..).unwrap_or_default());
    push(out, Change::Added, to.get(column..).unwrap_or_default());
}

fn push(out: &mut Vec<(Change, String)>, change: Change, words: &[&str]) {
    if words.is_empty() {
        return;
    }
    let words = words.join(" ");
    match out.last_mut() {
        Some((last, text)) if *last == change => {
            text.push(' ');
            text.push_str(&words);
        }
        _ => out.push((change, words)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::documents::mou::records::clause_trees;

    #[test]
    fn only_what_was_changed_differs_wherever_it_stands_now() {
        let template = &Template::built_in()[0];
        let mut trees = clause_trees(template);
        assert_eq!(differing(&trees, template), BTreeMap::new());
        let bases = trees.iter().filter(|tree| tree.clause.kind == ClauseKind::Basis).count();
        // Moved and broken into lines is not changed.
        trees.swap(0, 1);
        trees.swap(bases, bases + 1);
        trees[0].clause.text = trees[0].clause.text.replacen(' ', "\n", 1);
        assert_eq!(differing(&trees, template), BTreeMap::new());
        let said = trees[bases].children[0].clause.text.clone();
        trees[bases].children[0].clause.text.push_str(" Thêm.");
        trees[1].clause.text_en.push_str(" as amended");
        let found = differing(&trees, template);
        assert_eq!(found.keys().collect::<Vec<_>>(), ["1", &format!("{bases}.0")]);
        assert_eq!(found[&format!("{bases}.0")].vi, said);
        // A clause of its own before it does not shift the others.
        let own = ClauseTree { clause: trees[1].clause.clone(), ..ClauseTree::default() };
        trees[bases].children.insert(0, own);
        let keys: Vec<_> = differing(&trees, template).into_keys().collect();
        assert_eq!(keys, ["1".to_owned(), format!("{bases}.1")]);
    }

    #[test]
    fn words_that_differ_are_told_apart() {
        let told = words("Bên A giao hàng trong 30 ngày", "Bên A giao đủ hàng trong 45 ngày");
        let expected = [
            (Change::Same, "Bên A giao"),
            (Change::Added, "đủ"),
            (Change::Same, "hàng trong"),
            (Change::Removed, "30"),
            (Change::Added, "45"),
            (Change::Same, "ngày"),
        ];
        assert_eq!(told, expected.map(|(change, text)| (change, text.to_owned())));
        assert_eq!(words("", "mới"), [(Change::Added, "mới".to_owned())]);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_difference(one in "([ab]{1,2} ){0,8}", other in "([ab]{1,2} ){0,8}") {
            let told = words(&one, &other);
            let side = |not: Change| {
                let kept = told.iter().filter(|(change, _)| *change != not).map(|(_, text)| text.as_str());
                kept.collect::<Vec<_>>().join(" ")
            };
            prop_assert_eq!(side(Change::Added), squeeze(&one));
            prop_assert_eq!(side(Change::Removed), squeeze(&other));
        }
    }
}
