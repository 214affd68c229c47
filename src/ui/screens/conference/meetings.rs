//! Part of a conference.

use eframe::egui::Ui;

use crate::domain::{Conference, Stored};
use crate::ui::action::Cx;

/// The part.
#[derive(Default)]
pub(super) struct Meetings {}

impl Meetings {
    /// Draws it.
    pub(super) fn ui(&mut self, _ui: &mut Ui, _cx: &mut Cx<'_>, _stored: &Stored<Conference>) {}
}
