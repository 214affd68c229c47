//! A clause that stands for itself, in the library of the office: a piece of a template's file.
//!
//! It is written as it stands in a template, `[[basis]]` or `[[article]]`, with the `[[field]]`s it asks for, so
//! that it can be taken from one and put into another by hand as well.

use serde::{Deserialize, Serialize};

use super::conditions::switched;
use super::template::{
    ClauseNode, Clauses, FieldWording, article_keys, check_part, one_line, read_toml, used_values,
};
use crate::domain::{ClauseKind, ClauseTree, Detail, Details};
use crate::i18n::message;
use crate::problem::{Problem, blocks};

/// A clause with the values it asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// What it asks for beyond the values every MoU has.
    pub details: Details,
    /// Whether it is a legal basis; else it is an article.
    pub basis: bool,
    /// The clause with what stands below it.
    pub node: ClauseNode,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PieceFile {
    #[serde(rename = "field", default, skip_serializing_if = "Vec::is_empty")]
    fields: Vec<FieldWording>,
    #[serde(rename = "basis", default, skip_serializing_if = "Vec::is_empty")]
    bases: Vec<ClauseNode>,
    #[serde(rename = "article", default, skip_serializing_if = "Vec::is_empty")]
    articles: Vec<ClauseNode>,
}

impl Piece {
    /// Reads a piece; all that is wrong with it comes back at once.
    pub fn load(source: &str) -> Result<Self, Vec<Problem>> {
        let file: PieceFile = read_toml(source)?;
        let details = Details(file.fields.into_iter().map(Detail::from).collect());
        let (basis, node) = match (file.bases.as_slice(), file.articles.as_slice()) {
            ([node], []) => (true, node),
            ([], [node]) => (false, node),
            _ => return Err(vec![Problem::error("source", message("library-one"))]),
        };
        let node = one_line(std::slice::from_ref(node)).pop().unwrap_or_default();
        let piece = Self { details, basis, node };
        let problems = piece.check();
        if blocks(&problems) { Err(problems) } else { Ok(piece) }
    }

    /// The text of this piece, which [`Piece::load`] reads again.
    pub fn source(&self) -> String {
        let nodes = one_line(std::slice::from_ref(&self.node));
        let (bases, articles) = if self.basis { (nodes, Vec::new()) } else { (Vec::new(), nodes) };
        let fields = self.details.0.iter().cloned().map(FieldWording::from).collect();
        // Texts, numbers and lists always become TOML.
        toml::to_string_pretty(&PieceFile { fields, bases, articles }).unwrap_or_default()
    }

    /// A clause of a MoU, with those of the MoU's own values it speaks of. What was filled in there is not kept.
    pub fn of_tree(tree: &ClauseTree, details: &Details) -> Self {
        let mut clauses = super::records::clauses(std::slice::from_ref(tree));
        let basis = tree.clause.kind == ClauseKind::Basis;
        let used = used_values(&clauses);
        let asked = details.0.iter().filter(|detail| used.contains(&format!("detail.{}", detail.key)));
        let asked = asked.map(|detail| Detail { date: None, ..detail.clone() }).collect();
        let nodes = if basis { &mut clauses.bases } else { &mut clauses.articles };
        let mut node = nodes.pop().unwrap_or_default();
        // What is kept to be used is not switched off.
        node.when = switched(&node.when, true);
        Self { details: Details(asked), basis, node }
    }

    /// Everything that is wrong with it; articles it refers to are looked for in the MoU it gets into.
    pub fn check(&self) -> Vec<Problem> {
        let nodes = vec![self.node.clone()];
        let clauses = if self.basis {
            Clauses { bases: nodes, articles: Vec::new() }
        } else {
            Clauses { bases: Vec::new(), articles: nodes }
        };
        let mut keys = article_keys(&clauses.articles);
        for name in used_values(&clauses) {
            if let Some(key) =
                name.strip_prefix("article:").filter(|key| !keys.iter().any(|known| known == key))
            {
                keys.push(key.to_owned());
            }
        }
        check_part(&clauses, &keys, &self.details)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::mou::records::clause_trees;
    use crate::documents::mou::template::Template;
    use crate::i18n::Language;

    #[test]
    fn every_clause_of_every_template_can_stand_for_itself() {
        for template in Template::built_in() {
            for tree in clause_trees(template) {
                let piece = Piece::of_tree(&tree, &template.details);
                let again = Piece::load(&piece.source());
                assert_eq!(again.as_ref(), Ok(&piece), "{}: {}", template.id, tree.clause.text);
            }
        }
    }

    #[test]
    fn a_piece_with_a_slip_is_refused_with_its_place() {
        let told = |source: &str| {
            let problems = Piece::load(source).unwrap_err();
            problems.iter().map(|problem| problem.text(Language::Vi)).collect::<Vec<_>>()
        };
        assert_eq!(told(""), ["Thư viện giữ từng điều khoản một: một căn cứ hoặc một điều"]);
        let source = "[[article]]\nvi = \"Giá\"\nen = \"Price\"\n[[article.clause]]\nvi = \"{{prise}}\"\nen = \"{{prise}}\"";
        assert_eq!(told(source), ["Khoản 1 Điều 1 có ô điền “prise” mà chương trình không biết"]);
        assert!(told("[[article]\n")[0].contains("dòng 1"));
    }
}
