//! What every MoU says and no text of a template does.

use super::marks::parse;
use super::template::{Template, collect_names, used_values};
use super::values;
use crate::i18n::message;
use crate::problem::Problem;

impl Template {
    /// Placeholders that a MoU needs and that stand nowhere in the template.
    pub fn needed(&self) -> Vec<Problem> {
        let mut names = used_values(&self.clauses());
        let texts = [&self.subject, &self.opening, &self.agreement];
        let lines = self.lines.iter().flat_map(|line| std::iter::once(line).chain(line.second.as_deref()));
        let texts = texts.into_iter().flat_map(|text| [&text.vi, &text.en]);
        for text in texts.chain(lines.flat_map(|line| [&line.vi, &line.en])) {
            collect_names(&parse(text).pieces, &mut names);
        }
        let groups: [(&str, &[&str]); 5] = [
            ("opening", &["date"]),
            ("opening", &["place"]),
            ("line.1", &["own.representative", "own.signer"]),
            ("article.1", &["term"]),
            ("article.1", &["copies", "copies_each"]),
        ];
        let missing = groups.iter().filter(|(_, group)| !group.iter().any(|name| names.contains(*name)));
        missing
            .filter_map(|(field, group)| {
                let name = *group.first()?;
                let what = values::label(name.strip_prefix("own.").unwrap_or(name));
                let words = message("mou-check-needed").with("what", what).with("name", name);
                Some(Problem::warning(*field, words))
            })
            .collect()
    }
}
