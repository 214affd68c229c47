//! The screens. Each keeps its own state, draws itself from answers, and asks for what shall be done.

mod address;
mod atlas;
mod bulk;
mod ceremony;
mod ceremony_papers;
mod ceremony_parts;
mod ceremony_status;
mod check_in;
mod columns;
mod conference;
mod contact;
mod detail;
mod duplicates;
mod export;
mod form;
mod gallery;
mod history;
mod home;
mod leaflet;
mod library;
mod merge;
mod mou;
mod numbers;
mod pages;
mod paper_way;
mod party_choice;
mod path_field;
mod photos;
mod prepare;
mod projector;
mod register;
mod register_cards;
mod register_foot;
mod related;
mod reminders;
mod settings;
mod shelf;
mod start;
mod statistics;
mod subject;
mod template;
mod template_page;
mod template_parts;
mod template_side;
mod template_words;
mod templates;
mod trash;
mod tree;
mod tree_shape;
mod wording;

pub use atlas::AtlasScreen;
pub use ceremony::{CeremonyScreen, list_width};
pub use ceremony_status::Part;
pub use check_in::CheckInScreen;
pub use conference::ConferenceScreen;
pub use contact::ImportDialog;
pub use duplicates::DuplicatesScreen;
pub use form::FormScreen;
pub use gallery::GalleryScreen;
pub use home::HomeScreen;
pub use merge::MergeScreen;
pub use mou::{MouScreen, TemplateDialog};
pub use numbers::NumbersScreen;
pub use pages::{AboutScreen, HelpScreen};
pub use register::RegisterScreen;
pub use reminders::RemindersScreen;
pub use settings::SettingsScreen;
pub use start::{StartAsk, StartScreen};
pub use statistics::StatisticsScreen;
pub use subject::Subject;
pub use templates::TemplatesScreen;
pub use trash::TrashScreen;

use std::sync::Arc;

use eframe::egui::Ui;

use crate::domain::RecordKind;
use crate::i18n::message;
use crate::ops::Query;
use crate::runtime::{Slot, View};
use crate::ui::action::Cx;
use crate::ui::components::{failed, skeleton};

/// Whether records of this kind have a list and a form of their own.
pub fn has_list(kind: RecordKind) -> bool {
    use RecordKind as K;
    matches!(kind, K::Village | K::Artisan | K::Organisation | K::Product | K::Person)
}

/// The answer to a screen's question, once there is one.
///
/// Until it comes, so many bars stand in its place; where it cannot be given, why not and a way to ask again.
fn answered<Q: Query>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    slot: &mut Slot<Q>,
    question: &Q,
    bars: usize,
) -> Option<Arc<Q::Answer>> {
    match slot.get(cx.data, question) {
        View::Ready(answer) => return Some(answer),
        View::Loading => skeleton(ui, &cx.theme, bars),
        View::Failed(error) => {
            if failed(ui, &cx.theme, cx.language, &error, &cx.t(&message("act-again"))) {
                *slot = Slot::default();
            }
        }
    }
    None
}
