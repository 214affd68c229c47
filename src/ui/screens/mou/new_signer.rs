//! Who signs and is not in the register yet, or has no paper for it yet: name, position and authorisation in one
//! step, from a draft and from a final text.

use eframe::egui::{Align, Id, Ui};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use crate::domain::{Id as RecordId, Organisation, Person, Position};
use crate::i18n::{field_label, message};
use crate::ops::{Command, Outcome, Signer};
use crate::runtime::Ticket;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, choice, date_field, text, tick};
use crate::ui::theme::{BODY_MEDIUM, SMALL, space};
use crate::vietnamese::{PartialDate, Sex, parse_day_near};

/// What came of it.
pub(super) enum NewSigned {
    /// The position is saved.
    Position(RecordId<Position>),
    /// Nobody is added.
    Nothing,
}

/// A signer who is being added, or whose right to sign is being written down.
#[derive(Default)]
pub(super) struct NewSigner {
    /// The position that is changed; nothing for a new person.
    known: Option<(RecordId<Position>, Box<Position>)>,
    person: Person,
    held: Position,
    /// The day of the authorisation as it is typed.
    day: String,
    /// Its last day as it is typed.
    until: String,
    /// The field that gets the keyboard.
    wanted: Option<&'static str>,
    saving: Option<Ticket<Outcome>>,
}

impl NewSigner {
    /// Somebody new.
    pub(super) fn new() -> Self {
        Self { held: Position { signs: true, ..Position::default() }, ..Self::default() }
    }

    /// The right to sign of somebody in the register.
    pub(super) fn of(signer: &Signer) -> Self {
        let typed = |day: Option<Date>| {
            day.map(|day| PartialDate::Day(day).show(crate::i18n::Language::Vi)).unwrap_or_default()
        };
        Self {
            known: Some((signer.position, Box::new(signer.held.clone()))),
            person: Person { full_name: signer.name.clone(), ..Person::default() },
            held: signer.held.clone(),
            day: typed(signer.held.authorisation_date),
            until: typed(signer.held.authorisation_until),
            ..Self::default()
        }
    }

    /// The same, with the keyboard where something is said about the right to sign, such as
    /// `party.2.authorisation.number`.
    pub(super) fn leading(signer: &Signer, field: &str) -> Self {
        let wanted = match field.rsplit('.').next() {
            Some("date") => "authorisation_date",
            Some("until") => "authorisation_until",
            Some("principal") => "authorised_by",
            _ => "authorisation_number",
        };
        Self { wanted: Some(wanted), ..Self::of(signer) }
    }

    /// Draws the fields; with English ones where the text has English words. A final text asks for everything its
    /// paper needs, a draft may wait for it.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        organisation: RecordId<Organisation>,
        (english, is_final): (bool, bool),
    ) -> Option<NewSigned> {
        if let Some(answer) = self.saving.as_ref().and_then(Ticket::poll) {
            self.saving = None;
            match answer {
                Ok(outcome) => {
                    let known = self.known.as_ref().map(|(id, _)| *id);
                    return known.or(outcome.id.map(RecordId::from_any)).map(NewSigned::Position);
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        let field = |name: &'static str| Id::unique(("new-signer", name));
        let theme = cx.theme;
        let said = |ui: &mut Ui, name: &'static str, value: &mut String| {
            let label = cx.t(&field_label(name));
            Field::new(field(name), &label).show(ui, &theme, cx.language, value);
        };
        if self.known.is_none() {
            said(ui, "full_name", &mut self.person.full_name);
        } else {
            let name = format!("{}, {}", self.person.full_name, self.held.title);
            text(ui, &name, BODY_MEDIUM, theme.c.text);
        }
        said(ui, "title", &mut self.held.title);
        if english {
            said(ui, "title_en", &mut self.held.title_en);
        }
        if self.known.is_none() {
            // As it will be printed: "Ông" or "Bà".
            let [man, woman] = [message("sex-male"), message("sex-female")].map(|sex| cx.t(&sex));
            let shown = if self.person.is_woman() { woman.clone() } else { man.clone() };
            let names = [man, woman];
            let label = cx.t(&field_label("sex"));
            let chosen = choice(ui, &theme, cx.language, field("sex"), &label, &shown, &names, 140.0, None);
            if let Some(place) = chosen {
                self.person.sex = Some(if place == 0 { Sex::Male } else { Sex::Female });
            }
        }
        let label = cx.t(&message("mou-signs"));
        tick(ui, &theme, &mut self.held.signs, &label, None);
        if !self.held.signs {
            text(ui, &cx.t(&message("mou-authority-explain")), SMALL, theme.c.muted);
            let mut wanted = self.wanted.take();
            let mut lead = |ui: &Ui, name: &'static str| {
                if wanted.take_if(|wanted| *wanted == name).is_some() {
                    ui.memory_mut(|memory| memory.request_focus(field(name)));
                    ui.scroll_to_cursor(Some(Align::Center));
                }
            };
            let mut said = |ui: &mut Ui, name: &'static str, value: &mut String| {
                lead(ui, name);
                let label = cx.t(&field_label(name));
                Field::new(field(name), &label).show(ui, &theme, cx.language, value);
            };
            said(ui, "authorisation_number", &mut self.held.authorisation_number);
            said(ui, "authorised_by", &mut self.held.authorised_by);
            if english {
                said(ui, "authorised_by_en", &mut self.held.authorised_by_en);
            }
            let days = [("authorisation_date", &mut self.day), ("authorisation_until", &mut self.until)];
            for (name, typed) in days {
                lead(ui, name);
                let (id, label) = (field(name), cx.t(&field_label(name)));
                date_field(ui, &theme, cx.language, id, &label, None, typed, cx.today, f32::INFINITY, None);
            }
        }
        ui.add_space(space::S / 2.0);
        let ready = self.saving.is_none() && self.is_complete(cx.today, is_final);
        let save = if self.known.is_some() { message("mou-save-signer") } else { message("mou-add-signer") };
        let (save, leave) = (cx.t(&save), cx.t(&message("act-cancel")));
        let mut left = false;
        ui.horizontal(|ui| {
            let button = Button::outline(&save).small().icon(icons::USER_PLUS).enabled(ready);
            if button.show(ui, &theme).clicked() {
                self.save(cx, organisation);
            }
            left = Button::plain(&leave).small().show(ui, &theme).clicked();
        });
        left.then_some(NewSigned::Nothing)
    }

    /// Whether it can be saved: who signs by authority needs its number, day and principal on a final paper.
    fn is_complete(&self, today: Date, is_final: bool) -> bool {
        let said = |words: &str| !words.trim().is_empty();
        let day = day_of(&self.day, today);
        let authority = self.held.signs
            || (said(&self.held.authorisation_number) && said(&self.held.authorised_by) && day.is_some());
        said(&self.person.full_name)
            && said(&self.held.title)
            && (day.is_some() || !said(&self.day))
            && (day_of(&self.until, today).is_some() || !said(&self.until))
            && (authority || !is_final)
    }

    fn save(&mut self, cx: &Cx<'_>, organisation: RecordId<Organisation>) {
        let mut held = Position { organisation: Some(organisation), ..self.held.clone() };
        if held.signs && self.known.is_none() {
            // What was typed before it was ticked says nothing.
            let Position { title, title_en, .. } = held;
            held = Position {
                organisation: Some(organisation),
                title,
                title_en,
                signs: true,
                ..Position::default()
            };
        } else {
            held.authorisation_date = day_of(&self.day, cx.today);
            held.authorisation_until = day_of(&self.until, cx.today);
        }
        self.saving = Some(cx.data.run(match &self.known {
            Some((id, _)) => Command::Change(id.any(), held.into()),
            None => Command::SavePerson {
                person: None,
                details: Box::new(self.person.clone()),
                role: None,
                held: held.into(),
            },
        }));
    }
}

fn day_of(typed: &str, today: Date) -> Option<Date> {
    match parse_day_near(typed, today)? {
        PartialDate::Day(day) => Some(day),
        _ => None,
    }
}
