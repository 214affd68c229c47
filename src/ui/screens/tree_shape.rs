//! The shape of a text: where its nodes stand, and how they are added, moved and removed.

use crate::domain::{ClauseKind, ClauseTree};

/// Where a node stands: the place among the first level, then among the children of each.
pub(super) type Path = Vec<usize>;

/// What is asked for at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    Up,
    Down,
    Remove,
    /// Another one of its level, after it.
    After,
    /// One more below it.
    Below,
}

/// The node at a place.
pub(super) fn at<'t>(trees: &'t mut [ClauseTree], path: &[usize]) -> Option<&'t mut ClauseTree> {
    let (first, rest) = path.split_first()?;
    let tree = trees.get_mut(*first)?;
    if rest.is_empty() { Some(tree) } else { at(&mut tree.children, rest) }
}

/// The nodes among which one stands.
fn siblings<'t>(trees: &'t mut Vec<ClauseTree>, path: &[usize]) -> Option<&'t mut Vec<ClauseTree>> {
    match path {
        [] => None,
        [_] => Some(trees),
        [first, rest @ ..] => siblings(&mut trees.get_mut(*first)?.children, rest),
    }
}

fn empty(kind: ClauseKind) -> ClauseTree {
    let mut tree = ClauseTree::default();
    tree.clause.kind = kind;
    tree
}

/// An empty clause of the first level. An article has a first clause, and a key by which it is numbered and
/// referred to.
fn empty_root(trees: &[ClauseTree], kind: ClauseKind) -> ClauseTree {
    let mut tree = empty(kind);
    if kind == ClauseKind::Article {
        let taken = |key: &String| trees.iter().any(|tree| tree.clause.key == *key);
        let free = (1..=trees.len() + 1).map(|number| format!("own-{number}")).find(|key| !taken(key));
        tree.clause.key = free.unwrap_or_default();
        tree.children.push(empty(ClauseKind::Clause));
    }
    tree
}

/// Adds a basis or an article: after the open one of its kind; else a basis after the last, and an article
/// before the last, which closes the text. Where it stands.
pub(super) fn add(trees: &mut Vec<ClauseTree>, kind: ClauseKind, open: Option<usize>) -> usize {
    let is_kind = |tree: &ClauseTree| tree.clause.kind == kind;
    let after_open = open.filter(|place| trees.get(*place).is_some_and(is_kind)).map(|place| place + 1);
    let last = trees.iter().rposition(is_kind);
    let place = after_open.unwrap_or(match (kind, last) {
        (ClauseKind::Basis, last) => last.map_or(0, |last| last + 1),
        (_, last) => last.unwrap_or(trees.len()),
    });
    let tree = empty_root(trees, kind);
    let place = place.min(trees.len());
    trees.insert(place, tree);
    place
}

/// Does what is asked for at a node: where the node stands then, or the one that was added. Nothing where it
/// cannot be done.
pub(super) fn apply(trees: &mut Vec<ClauseTree>, path: &[usize], ask: Ask) -> Option<Path> {
    let place = *path.last()?;
    let to = |place: usize| {
        let mut path = path.to_vec();
        path.pop();
        path.push(place);
        path
    };
    if ask == Ask::Below {
        let tree = at(trees, path)?;
        let kind = match tree.clause.kind {
            ClauseKind::Article => ClauseKind::Clause,
            ClauseKind::Clause => ClauseKind::Point,
            ClauseKind::Basis | ClauseKind::Point => return None,
        };
        tree.children.push(empty(kind));
        let mut below = path.to_vec();
        below.push(tree.children.len() - 1);
        return Some(below);
    }
    let kind = at(trees, path)?.clause.kind;
    let added = if path.len() == 1 { empty_root(trees, kind) } else { empty(kind) };
    let among = siblings(trees, path)?;
    match ask {
        Ask::Up | Ask::Down => {
            let other = if ask == Ask::Up { place.checked_sub(1)? } else { place + 1 };
            // Bases stand before articles.
            if among.get(other)?.clause.kind != kind {
                return None;
            }
            among.swap(place, other);
            Some(to(other))
        }
        Ask::Remove => {
            among.remove(place);
            Some(to(place.saturating_sub(1)))
        }
        Ask::After | Ask::Below => {
            among.insert(place + 1, added);
            Some(to(place + 1))
        }
    }
}

/// The node a problem is about, such as `article.3.clause.2` or an article by its key: numbers count the nodes
/// of their level that `counts` says are printed.
pub(super) fn path_of(
    field: &str,
    trees: &[ClauseTree],
    counts: impl Fn(&ClauseTree) -> bool,
) -> Option<Path> {
    let mut parts = field.split('.');
    let kind = match parts.next()? {
        "basis" => ClauseKind::Basis,
        "article" => ClauseKind::Article,
        _ => return None,
    };
    let which = parts.next()?;
    let nth = |among: &[ClauseTree], kind: ClauseKind, number: usize| {
        let printed = among.iter().enumerate().filter(|(_, tree)| tree.clause.kind == kind && counts(tree));
        printed.map(|(place, _)| place).nth(number.checked_sub(1)?)
    };
    let root = match which.parse() {
        Ok(number) => nth(trees, kind, number)?,
        Err(_) => trees.iter().position(|tree| tree.clause.kind == kind && tree.clause.key == which)?,
    };
    let mut path = vec![root];
    let mut among = &trees.get(root)?.children;
    while let (Some(level), Some(number)) = (parts.next(), parts.next()) {
        let kind = if level == "clause" { ClauseKind::Clause } else { ClauseKind::Point };
        let Some(place) = number.parse().ok().and_then(|number| nth(among, kind, number)) else { break };
        path.push(place);
        let Some(tree) = among.get(place) else { break };
        among = &tree.children;
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::mou::conditions;
    use crate::documents::mou::records::clause_trees;
    use crate::documents::mou::template::Template;

    #[test]
    fn nodes_of_every_level_are_added_moved_and_removed() {
        let mut trees = clause_trees(&Template::built_in()[0]);
        let bases = trees.iter().filter(|tree| tree.clause.kind == ClauseKind::Basis).count();
        let count = trees.len();
        assert_eq!(apply(&mut trees, &[bases], Ask::Up), None, "bases stand before articles");
        assert_eq!(apply(&mut trees, &[bases - 1], Ask::Down), None);
        assert_eq!(apply(&mut trees, &[0], Ask::Up), None);
        let article = (bases..count).find(|place| trees[*place].children.len() > 1).unwrap();
        let first = trees[article].children[0].clone();
        assert_eq!(apply(&mut trees, &[article, 0], Ask::Down), Some(vec![article, 1]));
        assert_eq!(trees[article].children[1], first);
        trees[article].children[1].children.clear();
        assert_eq!(apply(&mut trees, &[article, 1], Ask::Below), Some(vec![article, 1, 0]));
        assert_eq!(trees[article].children[1].children[0].clause.kind, ClauseKind::Point);
        assert_eq!(apply(&mut trees, &[article, 1, 0], Ask::After), Some(vec![article, 1, 1]));
        assert_eq!(apply(&mut trees, &[article, 1, 0], Ask::Below), None, "nothing stands below a point");
        assert_eq!(apply(&mut trees, &[article, 1, 1], Ask::Remove), Some(vec![article, 1, 0]));
        assert_eq!(add(&mut trees, ClauseKind::Basis, None), bases);
        assert_eq!(add(&mut trees, ClauseKind::Article, None), count, "before the closing one");
        assert_eq!(add(&mut trees, ClauseKind::Article, Some(bases + 1)), bases + 2);
        let keys: Vec<&str> = trees.iter().map(|tree| tree.clause.key.as_str()).collect();
        assert_eq!((keys[count + 1], keys[bases + 2]), ("own-1", "own-2"));
        assert_eq!(add(&mut Vec::new(), ClauseKind::Article, None), 0);
    }

    #[test]
    fn a_problem_leads_to_its_node() {
        let mut trees = clause_trees(&Template::built_in()[0]);
        let bases = trees.iter().filter(|tree| tree.clause.kind == ClauseKind::Basis).count();
        let path = |trees: &[ClauseTree], field: &str| {
            path_of(field, trees, |tree| !conditions::is_off(&tree.clause.condition))
        };
        assert_eq!(path(&trees, "basis.2"), Some(vec![1]));
        assert_eq!(path(&trees, "article.3.clause.1"), Some(vec![bases + 2, 0]));
        trees[bases].clause.condition = "never".to_owned();
        assert_eq!(path(&trees, "article.3.clause.1"), Some(vec![bases + 3, 0]));
        assert_eq!(path(&trees, "article.90"), None);
        assert_eq!(path(&trees, "article.purpose"), Some(vec![bases]));
        assert_eq!(path(&trees, "party.1"), None);
    }
}
