//! What is edited where it stands. It is saved when the keyboard goes elsewhere: to another field, another
//! record, another page, or with the window.

use eframe::egui::Ui;
use jiff::civil::Date;

use crate::domain::{Conference, Id as RecordId, RecordKind};
use crate::i18n::Message;
use crate::ops::Command;
use crate::runtime::Draft;
use crate::ui::action::{Action, Cx};
use crate::ui::screens::subject::Subject;

/// Something to be saved, and what is said then.
pub(super) type Saving = (Command, Message);

/// A pane whose fields are saved without a button. The page asks it whenever the keyboard went elsewhere; the
/// pane itself only when something is picked or another record comes into it.
pub(super) trait Pane {
    /// What stands in the fields and was not saved yet; from now on it counts as saved.
    fn unsaved(&mut self, today: Date) -> Vec<Saving>;

    /// Saves it now.
    fn save(&mut self, cx: &mut Cx<'_>)
    where
        Self: Sized,
    {
        let saved = self.unsaved(cx.today);
        ask(cx, saved);
    }
}

/// Asks for what shall be saved.
pub(super) fn ask(cx: &mut Cx<'_>, saved: impl IntoIterator<Item = Saving>) {
    for (command, done) in saved {
        cx.ask(Action::Run(Box::new(command), done));
    }
}

/// A new record of a conference that is being typed, as the draft of its form.
pub(super) fn draft_of<const N: usize>(
    kind: RecordKind,
    conference: RecordId<Conference>,
    name: String,
    fields: [(&str, String); N],
    now: i64,
) -> Draft {
    let subject = Subject { kind, id: None, of: Some((RecordKind::Conference, conference.any())) };
    let fields = fields.into_iter().filter(|(_, text)| !text.is_empty());
    let fields = fields.map(|(column, text)| (column.to_owned(), text)).collect();
    Draft { form: subject.draft_key(), name, at: now, fields }
}

/// The text of a field beside what the register says.
#[derive(Default)]
pub(super) struct Live {
    base: String,
    /// What stood in the field when it was last read or saved.
    known: String,
    /// What stands in the field.
    pub typed: String,
}

impl Live {
    /// Takes over what the register says, when that is something new: also after undo. What was typed on
    /// meanwhile stays.
    pub(super) fn follow(&mut self, now: &str) {
        if self.base != now {
            now.clone_into(&mut self.base);
            if !self.is_changed() {
                now.clone_into(&mut self.typed);
            }
            now.clone_into(&mut self.known);
        }
    }

    /// Whether something was typed that was not saved yet.
    pub(super) fn is_changed(&self) -> bool {
        self.typed != self.known
    }

    /// What stands there now is saved.
    pub(super) fn saved(&mut self) {
        self.typed.clone_into(&mut self.known);
    }
}

/// When a pane was last drawn.
#[derive(Default)]
pub(super) struct Seen(u64);

impl Seen {
    /// Whether something else was drawn instead since: then the register may have changed there and back.
    pub(super) fn was_away(&mut self, ui: &Ui) -> bool {
        let now = ui.ctx().cumulative_frame_nr();
        std::mem::replace(&mut self.0, now) + 1 < now
    }
}

/// A value as the register has it, and as it was last asked to be kept: the answer to that may still be on its
/// way.
#[derive(Default)]
pub(super) struct Kept<T> {
    base: T,
    now: T,
}

impl<T: Clone + PartialEq> Kept<T> {
    /// Takes over what the register says, when that is something new.
    pub(super) fn follow(&mut self, base: &T) {
        if self.base != *base {
            self.base.clone_from(base);
            self.now.clone_from(base);
        }
    }

    /// The value as it was last read or saved.
    pub(super) fn now(&self) -> &T {
        &self.now
    }

    /// Takes a change over; the value to be written, if it is another.
    pub(super) fn change(&mut self, after: T) -> Option<T> {
        if after == self.now {
            return None;
        }
        self.now.clone_from(&after);
        Some(after)
    }
}
