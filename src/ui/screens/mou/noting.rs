//! What is noted of a MoU with a reason: another state, on the day it was reached; a number that is taken off.

use eframe::egui::{Id, Memory, Modal, Ui};

use super::MouScreen;
use super::parts::Parts;
use crate::domain::{Id as RecordId, Mou, MouState};
use crate::i18n::{Language, Message, field_label, message};
use crate::ops::Command;
use crate::problem::Problem;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, date_field, dialog_frame, entered, heading};
use crate::ui::theme::{CARD, space};
use crate::vietnamese::{PartialDate, parse_day, parse_day_near};

/// The dialog.
pub(super) struct NotingDialog {
    state: MouState,
    /// The day as it is typed.
    day: String,
    note: String,
    /// Why the day cannot be read.
    wrong: Option<Message>,
    /// The keyboard is in its first field already.
    focused: bool,
}

impl NotingDialog {
    /// For this state, reached today unless something else is typed.
    pub(super) fn new(state: MouState, cx: &Cx<'_>) -> Self {
        let day = PartialDate::Day(cx.today).show(Language::Vi);
        Self { state, day, note: String::new(), wrong: None, focused: false }
    }
}

impl MouScreen {
    /// Draws the dialog while it is open.
    pub(super) fn noting_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let Some(mut dialog) = self.noting.take() else { return };
        let mut done = false;
        let modal =
            Modal::new(Id::unique("mou-noting")).frame(dialog_frame(&cx.theme)).show(ui.ctx(), |ui| {
                ui.set_width(440.0);
                let title = message("mou-note-state").with("state", dialog.state.label());
                heading(ui, &cx.t(&title), CARD, cx.theme.c.text);
                ui.add_space(space::S);
                let day = Id::unique("mou-noting-day");
                let focused = ui.memory(Memory::focused);
                if !dialog.focused {
                    // The first frame only measures; the keyboard is taken as soon as the field is there.
                    dialog.focused = ui.memory(|memory| memory.has_focus(day));
                    ui.memory_mut(|memory| memory.request_focus(day));
                }
                let label = cx.t(&field_label("date"));
                let problem = dialog.wrong.clone().map(|wrong| Problem::error("date", wrong));
                let (typed, wrong) = (&mut dialog.day, problem.as_ref());
                date_field(ui, &cx.theme, cx.language, day, &label, None, typed, cx.today, 200.0, wrong);
                let enter = entered(ui, focused, &[day]);
                let label = cx.t(&field_label("note"));
                Field::new(Id::unique("mou-noting-note"), &label).rows(2).show(
                    ui,
                    &cx.theme,
                    cx.language,
                    &mut dialog.note,
                );
                ui.add_space(space::S);
                ui.horizontal(|ui| {
                    let label = cx.t(&message("mou-note"));
                    if Button::primary(&label).show(ui, &cx.theme).clicked() || enter {
                        match parse_day_near(&dialog.day, cx.today) {
                            Some(PartialDate::Day(date)) => {
                                let (mou, state, note) =
                                    (self.id, dialog.state, dialog.note.trim().to_owned());
                                let command = Command::SetMouState { mou, state, date, note };
                                let words = message("done-state").with("state", state.label());
                                cx.ask(Action::Run(Box::new(command), words));
                                done = true;
                            }
                            other => {
                                let text = dialog.day.trim();
                                let month = other.map(|_| message("date-day-needed").with("text", text));
                                dialog.wrong = month.or_else(|| parse_day(text).err());
                                dialog.focused = false;
                            }
                        }
                    }
                    done |= Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked();
                });
            });
        if !done && !modal.should_close() {
            self.noting = Some(dialog);
        }
    }
}

impl Parts {
    /// A number that is wrong can be taken off while the text is not final.
    pub(super) fn drop_number_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, id: RecordId<Mou>) {
        let label = cx.t(&message("mou-drop-number"));
        let Some(mut reason) = self.dropping.take() else {
            if Button::plain(&label).small().show(ui, &cx.theme).clicked() {
                self.dropping = Some(String::new());
            }
            return;
        };
        let why = cx.t(&message("mou-drop-reason"));
        let (field, focused) = (Id::unique("mou-drop-reason"), ui.memory(Memory::focused));
        Field::new(field, &why).show(ui, &cx.theme, cx.language, &mut reason);
        let enter = entered(ui, focused, &[field]);
        let stays = ui.horizontal(|ui| {
            let ready = !reason.trim().is_empty();
            let button = Button::outline(&label).small().enabled(ready).show(ui, &cx.theme);
            let drop = ready && (button.clicked() || enter);
            if drop {
                let command = Command::DropNumber(id, reason.trim().to_owned());
                cx.ask(Action::Run(Box::new(command), message("done-drop-number")));
            }
            !Button::plain(&cx.t(&message("act-cancel"))).small().show(ui, &cx.theme).clicked() && !drop
        });
        self.dropping = stays.inner.then_some(reason);
    }
}
