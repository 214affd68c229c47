//! A text that is edited where it stands and saved when its field is left.

use crate::vietnamese::clean_lines;

/// The text of a field beside what the register says.
#[derive(Default)]
pub(super) struct Live {
    base: String,
    /// What stands in the field.
    pub typed: String,
}

impl Live {
    /// Takes over what the register says, when that is something new: also after undo.
    pub(super) fn follow(&mut self, now: &str) {
        if self.base != now {
            now.clone_into(&mut self.base);
            now.clone_into(&mut self.typed);
        }
    }

    /// Whether something else was typed.
    pub(super) fn is_changed(&self) -> bool {
        clean_lines(&self.typed) != clean_lines(&self.base)
    }
}
