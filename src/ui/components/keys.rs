//! Whose a key is.

use eframe::egui::{Context, Id, Key, Ui};

/// Whether something stands over the screen, to which keys belong then: a list that is open, or a dialog.
pub fn is_covered(context: &Context) -> bool {
    context.any_popup_open() || context.memory(|memory| memory.top_modal_layer().is_some())
}

/// Whether Enter was pressed in one of these fields; `focused` is what had the keyboard before they were drawn,
/// and they have taken what they want of it.
pub fn entered(ui: &Ui, focused: Option<Id>, fields: &[Id]) -> bool {
    focused.is_some_and(|id| fields.contains(&id)) && ui.input(|input| input.key_pressed(Key::Enter))
}
