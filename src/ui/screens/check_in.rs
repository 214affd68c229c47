//! The check-in desk of a conference.

use eframe::egui::Ui;

use crate::domain::{Conference, Id};
use crate::ui::action::Cx;

/// The desk.
#[derive(Default)]
pub struct CheckInScreen {}

impl CheckInScreen {
    /// Draws it.
    pub fn ui(&mut self, _ui: &mut Ui, _cx: &mut Cx<'_>, _conference: Option<Id<Conference>>) {}
}
