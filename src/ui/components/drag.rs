//! Something that is taken along with the mouse.

use eframe::egui::{Pos2, Ui};

/// How far a drag is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Drag {
    /// It is held here.
    Held(Pos2),
    /// It was let go here.
    LetGo(Pos2),
    /// It is over: the pointer left the window, or was let go where nobody saw it.
    Over,
}

/// How far the drag is that was begun.
pub fn drag(ui: &Ui) -> Drag {
    ui.input(|input| {
        let pointer = &input.pointer;
        match pointer.interact_pos() {
            // A finger is gone in the moment it lets go.
            Some(at) if pointer.any_released() => Drag::LetGo(at),
            Some(at) if pointer.any_down() && pointer.has_pointer() => Drag::Held(at),
            _ => Drag::Over,
        }
    })
}
