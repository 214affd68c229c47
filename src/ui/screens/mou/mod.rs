//! The editor of a MoU: its panes (`editor`), what is filled in (`parts`, `parties`, `text`, `annex`, and beside
//! the wording `compared`), the page (`page`), what is done with the finished paper (`paper`), and what came of it (`after`).

mod after;
mod annex;
mod choose;
mod compared;
mod details;
mod editor;
mod final_text;
mod new_signer;
mod noting;
mod page;
mod paper;
mod parties;
mod parts;
mod text;

pub use choose::TemplateDialog;
pub(super) use compared::Compared;
pub(super) use details::{new_mou, template_name};
pub use editor::MouScreen;
pub(super) use final_text::ChangedPages;
