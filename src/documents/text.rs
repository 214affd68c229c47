//! The text of laid out pages in reading order, for search and for tests.

use super::layout::{Page, Pages, TextLine};

/// The text of all pages: a paragraph a line, an empty line between pages; no page numbers.
pub fn text(pages: &Pages) -> String {
    pages.pages.iter().map(page_text).collect::<Vec<_>>().join("\n\n")
}

/// The text of one page, a paragraph a line.
fn page_text(page: &Page) -> String {
    let mut text = String::new();
    let mut before: Option<&TextLine> = None;
    for line in &page.lines {
        match before {
            Some(before) if before.paragraph != line.paragraph => text.push('\n'),
            Some(before) if !before.joined => text.push(' '),
            _ => {}
        }
        for placed in &line.words {
            if placed.spaced {
                text.push(' ');
            }
            text.push_str(&placed.word.text);
        }
        before = Some(line);
    }
    text
}
