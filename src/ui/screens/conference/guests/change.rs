//! What is written into guests: the same into several, and who comes instead of one.

use eframe::egui::{Id, Modal, Ui, vec2};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::pick::{Pick, new_person};
use crate::domain::{
    Answer, GuestClass, GuestGroup, Id as RecordId, InvitationChannel, Meal, Participation, RecordKind,
};
use crate::i18n::{Message, field_label, message};
use crate::ops::{Command, ConferenceAct, Guest, GuestAct, GuestChange, Picked};
use crate::problem::Problem;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, choice, date_field, dialog_frame, heading, text};
use crate::ui::forms;
use crate::ui::sections::Input;
use crate::ui::theme::{CARD, SMALL, space};
use crate::vietnamese::{PartialDate, parse_day_near};

/// Width of a field in these dialogs.
const FIELD: f32 = 270.0;

/// So many frames a dialog gives the keyboard to its first field.
pub(super) const FIRST_FRAMES: u8 = 3;

/// One of some values, or none of them.
pub(super) fn optional<T: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    values: &[(T, Message)],
    nothing: &Message,
    chosen: &mut Option<T>,
) {
    let mut words = vec![cx.t(nothing)];
    words.extend(values.iter().map(|(_, label)| cx.t(label)));
    let now = chosen.and_then(|value| values.iter().position(|(known, _)| *known == value));
    let shown = words.get(now.map_or(0, |place| place + 1)).cloned().unwrap_or_default();
    let label = cx.t(&field_label(key));
    let id = Id::unique(("guest-choice", key));
    let picked = choice(ui, &cx.theme, cx.language, id, &label, &shown, &words, FIELD, None);
    if let Some(place) = picked {
        *chosen = place.checked_sub(1).and_then(|place| values.get(place)).map(|(value, _)| *value);
    }
}

/// One of some values in a row of a bar.
pub(super) fn one_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    values: &[(T, String)],
    chosen: &mut T,
    width: f32,
) {
    let words: Vec<String> = values.iter().map(|(_, words)| words.clone()).collect();
    let now = values.iter().position(|(value, _)| value == chosen);
    let shown = now.and_then(|place| words.get(place)).cloned().unwrap_or_default();
    let picked = choice(ui, &cx.theme, cx.language, Id::unique(key), "", &shown, &words, width, None);
    if let Some((value, _)) = picked.and_then(|place| values.get(place)) {
        *chosen = *value;
    }
}

/// The ways of a word between office and guest.
pub(super) fn channels() -> Vec<(InvitationChannel, Message)> {
    let ways = InvitationChannel::ALL.iter().filter(|way| **way != InvitationChannel::None);
    ways.map(|way| (*way, way.label())).collect()
}

fn day_of(typed: &str, today: Date) -> Option<Date> {
    match parse_day_near(typed, today) {
        Some(PartialDate::Day(day)) => Some(day),
        _ => None,
    }
}

fn day_ui(ui: &mut Ui, cx: &Cx<'_>, key: &'static str, typed: &mut String) {
    let id = Id::unique(("guest-day", key));
    let wrong = forms::read_one(Input::Day, typed, cx.today).err();
    let wrong = wrong.map(|words| Problem::error(key, words));
    let (label, wrong) = (cx.t(&field_label(key)), wrong.as_ref());
    date_field(ui, &cx.theme, cx.language, id, &label, None, typed, cx.today, FIELD, wrong);
}

/// Two fields side by side.
fn pair(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, 0.0);
        content(ui);
    });
    ui.add_space(space::S);
}

/// The same is written into several guests.
pub(super) struct ChangeDialog {
    guests: Vec<RecordId<Participation>>,
    group: Option<GuestGroup>,
    class: Option<GuestClass>,
    sent: Option<InvitationChannel>,
    sent_on: String,
    answer: Option<Answer>,
    answered: Option<InvitationChannel>,
    answered_on: String,
    meal: Option<Meal>,
}

impl ChangeDialog {
    pub(super) fn new(guests: Vec<RecordId<Participation>>, today: Date) -> Self {
        let today = PartialDate::Day(today).show(crate::i18n::Language::Vi);
        Self {
            guests,
            group: None,
            class: None,
            sent: None,
            sent_on: today.clone(),
            answer: None,
            answered: None,
            answered_on: today,
            meal: None,
        }
    }

    /// What shall be written; nothing while nothing is chosen or a day cannot be read.
    fn change(&self, today: Date) -> Option<GuestChange> {
        let sent = match self.sent {
            Some(way) => Some((way, Some(day_of(&self.sent_on, today)?))),
            None => None,
        };
        let answer = match self.answer {
            Some(Answer::None) => Some((Answer::None, None, InvitationChannel::None)),
            Some(answer) => {
                let day = Some(day_of(&self.answered_on, today)?);
                Some((answer, day, self.answered.unwrap_or_default()))
            }
            None => None,
        };
        let change = GuestChange {
            group: self.group,
            class: self.class,
            sent,
            answer,
            meal: self.meal,
            reminded: None,
        };
        (change != GuestChange::default()).then_some(change)
    }

    /// Draws the dialog; false when it is done.
    pub(super) fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        let mut stays = true;
        let frame = dialog_frame(&cx.theme);
        let modal = Modal::new(Id::unique("guests-change")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(2.0 * FIELD + space::M);
            let title = message("guests-change-title").with("count", self.guests.len());
            heading(ui, &cx.t(&title), CARD, cx.theme.c.text);
            text(ui, &cx.t(&message("guests-change-explain")), SMALL, cx.theme.c.muted);
            ui.add_space(space::S);
            let same = message("guests-unchanged");
            pair(ui, |ui| {
                let groups: Vec<_> = GuestGroup::ALL.iter().map(|group| (*group, group.label())).collect();
                optional(ui, cx, "guest_group", &groups, &same, &mut self.group);
                let classes: Vec<_> = GuestClass::ALL.iter().map(|class| (*class, class.label())).collect();
                optional(ui, cx, "class", &classes, &same, &mut self.class);
            });
            pair(ui, |ui| {
                optional(ui, cx, "invitation_channel", &channels(), &same, &mut self.sent);
                if self.sent.is_some() {
                    day_ui(ui, cx, "invited_on", &mut self.sent_on);
                }
            });
            pair(ui, |ui| {
                let answers: Vec<_> = Answer::ALL.iter().map(|answer| (*answer, answer.label())).collect();
                optional(ui, cx, "answer", &answers, &same, &mut self.answer);
                if self.answer.is_some_and(|answer| answer != Answer::None) {
                    day_ui(ui, cx, "answered_on", &mut self.answered_on);
                }
            });
            pair(ui, |ui| {
                let meals: Vec<_> = Meal::ALL.iter().map(|meal| (*meal, meal.label())).collect();
                optional(ui, cx, "meal", &meals, &same, &mut self.meal);
                if self.answer.is_some_and(|answer| answer != Answer::None) {
                    let nothing = message("word-unknown");
                    optional(ui, cx, "answer_channel", &channels(), &nothing, &mut self.answered);
                }
            });
            ui.add_space(space::S);
            ui.horizontal(|ui| {
                let change = self.change(cx.today);
                let go = cx.t(&message("guests-change-go"));
                let button = Button::primary(&go).icon(icons::CHECK).enabled(change.is_some());
                if button.show(ui, &cx.theme).clicked()
                    && let Some(change) = change
                {
                    let count = self.guests.len();
                    write(cx, self.guests.clone(), change, message("done-guests").with("count", count));
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

/// Writes something into guests.
pub(super) fn write(
    cx: &mut Cx<'_>,
    guests: Vec<RecordId<Participation>>,
    change: GuestChange,
    done: Message,
) {
    run(cx, GuestAct::Change(guests, change), done);
}

/// Does something with guests.
pub(super) fn run(cx: &mut Cx<'_>, act: GuestAct, done: Message) {
    cx.ask(Action::Run(Box::new(Command::AtConference(ConferenceAct::Guests(act))), done));
}

/// Somebody comes instead of a guest.
pub(super) struct SubstituteDialog {
    guest: RecordId<Participation>,
    name: String,
    person: Pick,
    phones: String,
    title: String,
    day: String,
    channel: Option<InvitationChannel>,
    /// Frames drawn so far: the first only measure, so that the keyboard is given in each of them.
    frames: u8,
}

impl SubstituteDialog {
    pub(super) fn new(guest: &Guest, channel: InvitationChannel, today: Date) -> Self {
        Self {
            guest: guest.id,
            name: format!("{} {}", guest.polite, guest.name),
            person: Pick::new(RecordKind::Person),
            phones: String::new(),
            title: String::new(),
            day: PartialDate::Day(today).show(crate::i18n::Language::Vi),
            channel: Some(channel).filter(|channel| *channel != InvitationChannel::None),
            frames: 0,
        }
    }

    /// Draws the dialog; false when it is done.
    pub(super) fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        let mut stays = true;
        let frame = dialog_frame(&cx.theme);
        let modal = Modal::new(Id::unique("guest-substitute")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(2.0 * FIELD + space::M);
            let title = message("substitute-title").with("name", self.name.as_str());
            heading(ui, &cx.t(&title), CARD, cx.theme.c.text);
            text(ui, &cx.t(&message("substitute-explain")), SMALL, cx.theme.c.muted);
            ui.add_space(space::S);
            let first = Id::unique("substitute-person");
            if self.frames < FIRST_FRAMES {
                self.frames += 1;
                ui.memory_mut(|memory| memory.request_focus(first));
            }
            self.person.ui(ui, cx, first, &cx.t(&message("substitute-person")), true, true);
            ui.add_space(space::S);
            pair(ui, |ui| {
                let field = |key: &'static str, typed: &mut String, ui: &mut Ui| {
                    let label = cx.t(&field_label(key));
                    let field = Field::new(Id::unique(("substitute", key)), &label).width(FIELD);
                    field.show(ui, &cx.theme, cx.language, typed);
                };
                field("title", &mut self.title, ui);
                if self.person.chosen().is_none() {
                    field("phones", &mut self.phones, ui);
                }
            });
            pair(ui, |ui| {
                day_ui(ui, cx, "answered_on", &mut self.day);
                let nothing = message("word-unknown");
                optional(ui, cx, "answer_channel", &channels(), &nothing, &mut self.channel);
            });
            ui.horizontal(|ui| {
                let name = self.person.name();
                let go = cx.t(&message("substitute-go"));
                let read = forms::read_one(Input::Day, &self.day, cx.today).is_ok();
                let button = Button::primary(&go).icon(icons::USER_SWITCH).enabled(!name.is_empty() && read);
                if button.show(ui, &cx.theme).clicked() {
                    let person = match self.person.chosen() {
                        Some(id) => Picked::Known(RecordId::from_any(id)),
                        None => Picked::New(Box::new(new_person(&name, &self.phones))),
                    };
                    let act = GuestAct::Substitute {
                        guest: self.guest,
                        person,
                        title: self.title.clone(),
                        day: day_of(&self.day, cx.today),
                        channel: self.channel.unwrap_or_default(),
                    };
                    run(cx, act, message("done-substitute").with("name", name));
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
