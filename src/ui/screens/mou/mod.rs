//! The editor of a MoU: its panes (`editor`), what is filled in (`parts`, `parties`, `text`), the page
//! (`page`), and what is done with the finished paper (`paper`).

mod editor;
mod page;
mod paper;
mod parties;
mod parts;
mod text;

pub use editor::MouScreen;
