//! The registration forms of a conference, and taking over into the register what one of them says.

use std::collections::BTreeSet;

use eframe::egui::{Id, Modal, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use super::form::asked_of;
use super::rows::back_ui;
use crate::domain::{
    Arrangement, Cell, CodeSet, Conference, Id as RecordId, Need, ParticipationForm, RecordKind, Registration,
};
use crate::i18n::{Message, field_label, message};
use crate::ops::{
    Command, ConferenceAct, FormConfirmation, Over, RegistrationAct, RegistrationLine, Registrations, Wanted,
};
use crate::places::CommuneCode;
use crate::runtime::Slot;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{
    Button, Tone, at_right, badge, card, dialog_frame, empty, heading, icon_button, line, link, skeleton,
    text, tick,
};
use crate::ui::forms::written;
use crate::ui::screens::answered;
use crate::ui::sections::Input;
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, SMALL, space};
use crate::vietnamese::PartialDate;

/// Where the officer wants to go from the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Nothing,
    Back,
    New,
    Open(RecordId<Registration>),
}

/// The list of forms.
#[derive(Default)]
pub(super) struct Received {
    forms: Slot<Registrations>,
    confirm: Option<ConfirmDialog>,
}

/// Labels of codes, one after the other.
fn labels(cx: &Cx<'_>, codes: &CodeSet, label: impl Fn(&str) -> Option<Message>) -> String {
    let words: Vec<String> =
        codes.0.iter().filter_map(|code| label(code)).map(|label| cx.t(&label)).collect();
    words.join(", ")
}

impl Received {
    /// Draws the list.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, conference: RecordId<Conference>) -> Asked {
        let mut asked = Asked::Nothing;
        ui.horizontal(|ui| {
            if back_ui(ui, cx, &message("forms-title")) {
                asked = Asked::Back;
            }
            at_right(ui, "forms-end", |ui| {
                let new = cx.t(&message("forms-new"));
                if Button::outline(&new).icon(icons::PLUS).show(ui, &cx.theme).clicked() {
                    asked = Asked::New;
                }
            });
        });
        ui.add_space(space::S);
        match answered(ui, cx, &mut self.forms, &Registrations { conference }, 6) {
            Some(forms) if forms.is_empty() => {
                let (title, explain) = (cx.t(&message("forms-empty")), cx.t(&message("forms-empty-explain")));
                empty(ui, &cx.theme, &title, &explain, |_| {});
            }
            Some(forms) => {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    for form in forms.iter() {
                        if self.form_ui(ui, cx, form) {
                            asked = Asked::Open(form.id);
                        }
                        ui.add_space(space::S);
                    }
                });
            }
            None => {}
        }
        if let Some(mut dialog) = self.confirm.take()
            && dialog.ui(ui, cx)
        {
            self.confirm = Some(dialog);
        }
        asked
    }

    /// A form; whether it shall be opened.
    fn form_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, form: &RegistrationLine) -> bool {
        let record = &form.record;
        let mut opens = false;
        card(ui, &cx.theme.clone(), 12, |ui| {
            ui.horizontal(|ui| {
                let room = (ui.available_width() - 230.0).max(160.0);
                ui.vertical(|ui| {
                    ui.set_width(room);
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.horizontal(|ui| {
                        let (tone, icon, state) = if record.confirmed {
                            (Tone::Good, icons::CHECK_CIRCLE, message("forms-confirmed"))
                        } else {
                            (Tone::Look, icons::CLOCK, message("forms-waiting"))
                        };
                        badge(ui, &cx.theme, tone, icon, &cx.t(&state));
                        opens |= link(ui, &cx.theme, &form.organisation, BODY_MEDIUM).clicked();
                    });
                    let day = record.received_on.map(|day| PartialDate::Day(day).show(cx.language));
                    let parts = [
                        day.unwrap_or_default(),
                        labels(cx, &record.forms, |code| {
                            ParticipationForm::from_code(code).map(ParticipationForm::label)
                        }),
                        labels(cx, &record.needs, |code| Need::from_code(code).map(Need::label)),
                        labels(cx, &record.arranged, |code| {
                            Arrangement::from_code(code).map(Arrangement::label)
                        }),
                    ];
                    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                    text(ui, &parts.join(" · "), COMPACT, cx.theme.c.muted);
                    for (label, value) in [
                        (message("forms-offers"), form.offers.join(", ")),
                        (message("forms-wants"), record.wants.clone()),
                        (field_label("logistics"), record.logistics.clone()),
                    ] {
                        if !value.is_empty() {
                            let words = message("forms-line").with("what", label).with("value", value);
                            text(ui, &cx.t(&words), COMPACT, cx.theme.c.text);
                        }
                    }
                });
                at_right(ui, "form-end", |ui| {
                    let name = message("forms-open-of").with("name", form.organisation.as_str());
                    opens |= icon_button(ui, &cx.theme, icons::PENCIL_SIMPLE, &cx.t(&name)).clicked();
                    if !record.confirmed {
                        let go = cx.t(&message("forms-confirm"));
                        let name = message("forms-confirm-of").with("name", form.organisation.as_str());
                        let name = cx.t(&name);
                        let button = Button::outline(&go).name(&name).icon(icons::BOOK_BOOKMARK);
                        if button.show(ui, &cx.theme).clicked() {
                            self.confirm = Some(ConfirmDialog::new(form.id));
                        }
                    }
                });
            });
        });
        opens
    }
}

/// What will change when a form is taken over.
struct ConfirmDialog {
    form: RecordId<Registration>,
    question: Slot<FormConfirmation>,
    /// What is written over.
    over: Over,
}

impl ConfirmDialog {
    fn new(form: RecordId<Registration>) -> Self {
        Self { form, question: Slot::default(), over: Over::default() }
    }

    /// Draws the dialog; false when it is done.
    fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        let mut stays = true;
        let frame = dialog_frame(&cx.theme);
        let answer = self.question.get(cx.data, &FormConfirmation { form: self.form }).ready();
        let modal = Modal::new(Id::unique("form-confirm")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(600.0);
            let Some(answer) = &answer else {
                skeleton(ui, &cx.theme, 4);
                return;
            };
            let title = message("forms-confirm-title").with("name", answer.organisation.as_str());
            heading(ui, &cx.t(&title), CARD, cx.theme.c.text);
            ui.add_space(space::S);
            ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
                if answer.offers.is_empty() && answer.wants.is_empty() {
                    text(ui, &cx.t(&message("forms-nothing-new")), BODY, cx.theme.c.muted);
                }
                for offer in &answer.offers {
                    let words = if offer.known {
                        message("forms-product-known").with("name", offer.name.as_str())
                    } else {
                        message("forms-product-new").with("name", offer.name.as_str())
                    };
                    text(ui, &cx.t(&words), BODY, cx.theme.c.text);
                    for want in &offer.wants {
                        let key = (offer.offer, want.column);
                        let mut on = self.over.products.contains(&key);
                        want_ui(ui, cx, &[RecordKind::Product], Some(&offer.name), want, &mut on);
                        set(&mut self.over.products, key, on);
                    }
                }
                for want in &answer.wants {
                    let kinds = [RecordKind::Organisation, RecordKind::Registration];
                    let mut on = self.over.organisation.contains(want.column);
                    want_ui(ui, cx, &kinds, None, want, &mut on);
                    set(&mut self.over.organisation, want.column, on);
                }
            });
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                let go = cx.t(&message("forms-confirm"));
                if Button::primary(&go).icon(icons::CHECK).show(ui, &cx.theme).clicked() {
                    let act = RegistrationAct::Confirm(self.form, self.over.clone());
                    let command = Command::AtConference(ConferenceAct::Registration(act));
                    let done = message("done-form-confirmed").with("name", answer.organisation.as_str());
                    cx.ask(Action::Run(Box::new(command), done));
                    stays = false;
                }
                if Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked() {
                    stays = false;
                }
            });
        });
        stays && !modal.should_close()
    }
}

fn set<T: Ord>(chosen: &mut BTreeSet<T>, key: T, on: bool) {
    if on {
        chosen.insert(key);
    } else {
        chosen.remove(&key);
    }
}

/// What a form says of a column: what fills it is taken over, what would write over something is asked.
fn want_ui(ui: &mut Ui, cx: &Cx<'_>, kinds: &[RecordKind], of: Option<&str>, want: &Wanted, over: &mut bool) {
    let input = kinds.iter().find_map(|kind| asked_of(*kind, want.column)).map(|asked| asked.input);
    let shown = |cell: &Cell| {
        let text = input.map(|input| written(input, cell.clone())).unwrap_or_default();
        match input {
            Some(Input::Code(values) | Input::Codes(values)) => {
                let values = values();
                let label =
                    |code: &str| values.iter().find(|(known, _)| *known == code).map(|(_, label)| label);
                let labels: Vec<String> =
                    text.split(';').filter_map(label).map(|label| cx.t(label)).collect();
                labels.join(", ")
            }
            Some(Input::Place) => CommuneCode::parse(&text)
                .and_then(|code| cx.places.commune_address(code, cx.language))
                .unwrap_or(text),
            _ => text,
        }
    };
    ui.add_space(space::S);
    let field = cx.t(&field_label(want.column));
    line(ui, &field, SMALL, cx.theme.c.muted);
    let after = shown(&want.after);
    if want.fills() {
        text(ui, &after, BODY, cx.theme.c.text);
        return;
    }
    let words = message("bulk-before-after").with("before", shown(&want.before)).with("after", after);
    text(ui, &cx.t(&words), BODY, cx.theme.c.text);
    let label = match of {
        Some(name) => message("forms-over-product").with("field", field).with("name", name),
        None => message("forms-over").with("field", field),
    };
    tick(ui, &cx.theme, over, &cx.t(&label), None);
}
