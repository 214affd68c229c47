//! What is noted of a MoU with a reason: another state, on the day it was reached; a number that is taken off.

use eframe::egui::{Id, Modal, Ui};

use super::MouScreen;
use super::parts::Parts;
use crate::domain::{Id as RecordId, Mou, MouState};
use crate::i18n::{Language, Message, field_label, message};
use crate::ops::Command;
use crate::problem::Problem;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, date_field, dialog_frame, heading};
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
                let label = cx.t(&field_label("date"));
                let problem = dialog.wrong.clone().map(|wrong| Problem::error("date", wrong));
                date_field(
                    ui,
                    &cx.theme,
                    cx.language,
                    day,
                    &label,
                    None,
                    &mut dialog.day,
                    cx.today,
                    200.0,
                    problem.as_ref(),
                );
                if !dialog.focused {
                    dialog.focused = true;
                    ui.memory_mut(|memory| memory.request_focus(day));
                }
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
                    if Button::primary(&label).show(ui, &cx.theme).clicked() {
                        match parse_day_near(&dialog.day, cx.today) {
                            Some(PartialDate::Day(date)) => {
                                let (mou, state, note) =
                                    (self.id, dialog.state, dialog.note.trim().to_owned());
                                let command = Command::SetMouState { mou, state, date, note };
                                let words = message("done-state").with("state", state.label());
                                cx.ask(Action::Run(Box::new(command), words));
                                done = true;
                            }
                            _ => dialog.wrong = parse_day(&dialog.day).err(),
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
        Field::new(Id::unique("mou-drop-reason"), &why).show(ui, &cx.theme, cx.language, &mut reason);
        let stays = ui.horizontal(|ui| {
            let ready = !reason.trim().is_empty();
            let drop = Button::outline(&label).small().enabled(ready).show(ui, &cx.theme).clicked();
            if drop {
                let command = Command::DropNumber(id, reason.trim().to_owned());
                cx.ask(Action::Run(Box::new(command), message("done-drop-number")));
            }
            !Button::plain(&cx.t(&message("act-cancel"))).small().show(ui, &cx.theme).clicked() && !drop
        });
        self.dropping = stays.inner.then_some(reason);
    }
}
