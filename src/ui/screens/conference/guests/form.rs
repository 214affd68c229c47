//! A registration form (phiếu đăng ký) typed in as it lies on the desk, parts A to G, or opened again to be corrected;
//! saved at once with everybody and everything that is new in it. `parts` draws it.

mod parts;

pub(super) use self::parts::asked_of;

use eframe::egui::{Key, Modifiers, ScrollArea, Ui};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::pick::{Pick, new_person, phones_of};
use crate::domain::{
    AnyId, Clean as _, Conference, Id as RecordId, Item, Offer, Organisation, Person, RecordKind,
    Registration,
};
use crate::i18n::{Language, message};
use crate::ops::{
    AnyRecord, Command, ConferenceAct, Contact, Delegate, FormOrganisation, FormSheet, FormSheetAnswer,
    Outcome, Picked, RegistrationAct, RegistrationForm, Registrations,
};
use crate::problem::{Problem, Severity};
use crate::runtime::{Slot, Ticket};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Tone, at_right, heading, icon_button, skeleton};
use crate::ui::fields::FieldStates;
use crate::ui::forms::{Typed, blank, read, typed};
use crate::ui::theme::{RECORD, space};
use crate::vietnamese::{PartialDate, phone};

/// The form has room for so many delegates (handbook 5.1).
const DELEGATES: usize = 3;

/// What part A says of the organisation, by line: the widths of each in relation to each other.
const PART_A: [&[(&str, f32)]; 7] = [
    &[("kind", 1.0), ("tax_code", 1.0)],
    &[("commune", 1.4), ("street", 1.0)],
    &[("former_address", 1.0)],
    &[("phones", 1.0), ("email", 1.0)],
    &[("website", 1.0)],
    &[("representative", 1.2), ("representative_title", 1.0)],
    &[("representative_phones", 1.0), ("representative_email", 1.2)],
];

/// Somebody who comes.
struct DelegateFields {
    person: Pick,
    title: String,
    phones: String,
    email: String,
    contact: Slot<Contact>,
    /// Whose telephone numbers and address stand in the fields.
    filled: Option<AnyId>,
}

impl Default for DelegateFields {
    fn default() -> Self {
        Self {
            person: Pick::new(RecordKind::Person),
            title: String::new(),
            phones: String::new(),
            email: String::new(),
            contact: Slot::default(),
            filled: None,
        }
    }
}

impl DelegateFields {
    /// Shows what the register knows of the person who was chosen.
    fn fill(&mut self, cx: &Cx<'_>) {
        let chosen = self.person.chosen();
        if self.filled == chosen {
            return;
        }
        if self.filled.is_some() {
            // What was shown of one person is not what another one has.
            (self.phones, self.email, self.filled) = (String::new(), String::new(), None);
        }
        let Some(id) = chosen else { return };
        let question = Contact { person: RecordId::from_any(id) };
        if let Some(known) = self.contact.get(cx.data, &question).ready()
            && known.id.any() == id
        {
            if self.phones.trim().is_empty() {
                self.phones = phones_shown(&known.record);
            }
            if self.email.trim().is_empty() {
                self.email.clone_from(&known.record.email);
            }
            self.filled = chosen;
        }
    }
}

fn phones_shown(person: &Person) -> String {
    person.phones.0.iter().map(|number| phone::show(&number.digits)).collect::<Vec<_>>().join(", ")
}

/// A product that is offered.
#[derive(Default)]
struct OfferFields {
    before: Item<Offer>,
    typed: Typed,
}

/// The page.
pub(super) struct FormPage {
    /// The form that is corrected; nothing while a new one is typed in.
    form: Option<RecordId<Registration>>,
    sheet: Slot<FormSheet>,
    /// What stood in the form when it was opened.
    before: Option<(Registration, RegistrationForm)>,
    /// Who came with it then.
    came: Vec<(AnyId, String)>,
    firm: Pick,
    known_firm: Slot<FormOrganisation>,
    /// The organisation of which part A shows what the register says.
    filled: Option<AnyId>,
    delegates: Vec<DelegateFields>,
    typed: Typed,
    offers: Vec<OfferFields>,
    fields: FieldStates,
    known: Slot<Registrations>,
    saving: Option<Ticket<Outcome>>,
    /// Saving was tried: what is wrong is shown.
    tried: bool,
    /// Frames drawn so far.
    frames: u8,
}

impl Default for FormPage {
    fn default() -> Self {
        Self {
            form: None,
            sheet: Slot::default(),
            before: None,
            came: Vec::new(),
            firm: Pick::new(RecordKind::Organisation),
            known_firm: Slot::default(),
            filled: None,
            delegates: std::iter::repeat_with(DelegateFields::default).take(DELEGATES).collect(),
            // Nothing is ticked beforehand (Law 91/2025/QH15, article 9).
            typed: Typed::new(),
            offers: vec![OfferFields::default()],
            fields: FieldStates::default(),
            known: Slot::default(),
            saving: None,
            tried: false,
            frames: 0,
        }
    }
}

/// What is wrong, each with the part of the form it stands in.
type Problems = Vec<(String, Problem)>;

fn offer_key(place: usize) -> String {
    format!("offer{place}")
}

impl FormPage {
    /// The page of a form; without one, of a new form.
    pub(super) fn of(form: Option<RecordId<Registration>>) -> Self {
        Self { form, ..Self::default() }
    }

    /// Everything that was typed as what will be saved, and what is wrong with it.
    fn read(&self, conference: RecordId<Conference>, today: Date) -> (RegistrationForm, Problems) {
        let mut problems = Problems::new();
        let mut note = |part: &str, found: Vec<Problem>, set: &[&str]| {
            let open = found.into_iter().filter(|problem| !set.contains(&problem.field.as_str()));
            problems.extend(open.map(|problem| (part.to_owned(), problem)));
        };
        let organisation = if let Some(id) = self.firm.chosen() {
            Picked::Known(RecordId::from_any(id))
        } else {
            let firm = Organisation { name: self.firm.name(), ..Organisation::default() };
            note("firm", firm.check(), &[]);
            Picked::New(Box::new(firm))
        };
        let delegates = self.delegates.iter().filter(|delegate| !delegate.person.name().is_empty());
        let delegates = delegates.map(|delegate| Delegate {
            person: match delegate.person.chosen() {
                Some(id) => Picked::Known(RecordId::from_any(id)),
                None => Picked::New(Box::new(new_person(&delegate.person.name(), &delegate.phones))),
            },
            title: delegate.title.clone(),
            phones: phones_of(&delegate.phones),
            email: delegate.email.clone(),
        });
        let delegates = delegates.collect();
        let kind = RecordKind::Registration;
        let before = self.before.as_ref().map(|(record, _)| record.clone().into());
        let found = read(kind, &before.unwrap_or_else(|| blank(kind)), None, &self.typed, today);
        note("form", found.problems, &["conference", "organisation"]);
        let registration = match found.record {
            AnyRecord::Registration(form) => *form,
            _ => Registration::default(),
        };
        let mut offers = Vec::new();
        for (place, offer) in self.offers.iter().enumerate() {
            if offer.typed.values().all(|text| text.trim().is_empty()) {
                continue;
            }
            let before = offer.before.record.clone().into();
            let found = read(RecordKind::Offer, &before, None, &offer.typed, today);
            note(&offer_key(place), found.problems, &["registration"]);
            let record = match found.record {
                AnyRecord::Offer(offer) => *offer,
                _ => Offer::default(),
            };
            offers.push(Item { id: offer.before.id, record });
        }
        let form =
            RegistrationForm { form: self.form, conference, organisation, delegates, registration, offers };
        (form, problems)
    }

    /// Shows what stands in a form that is opened.
    fn fill(&mut self, sheet: &FormSheetAnswer, conference: RecordId<Conference>, today: Date) {
        let record = &sheet.record;
        self.typed = typed(RecordKind::Registration, &record.clone().into(), None);
        if let Some(firm) = record.organisation {
            self.firm = Pick::of(RecordKind::Organisation, firm.any(), &sheet.organisation);
            self.filled = Some(firm.any());
        }
        let delegates = sheet.delegates.iter().map(|(person, title)| DelegateFields {
            person: Pick::of(RecordKind::Person, person.id.any(), &person.record.full_name),
            title: title.clone(),
            phones: phones_shown(&person.record),
            email: person.record.email.clone(),
            filled: Some(person.id.any()),
            ..DelegateFields::default()
        });
        self.delegates = delegates.collect();
        let room = self.delegates.len().max(DELEGATES);
        self.delegates.resize_with(room, DelegateFields::default);
        self.came = sheet
            .delegates
            .iter()
            .map(|(person, _)| (person.id.any(), person.record.full_name.clone()))
            .collect();
        let offers = sheet.offers.iter().map(|stored| OfferFields {
            before: Item { id: Some(stored.id), record: stored.record.clone() },
            typed: typed(RecordKind::Offer, &stored.record.clone().into(), None),
        });
        self.offers = offers.collect();
        if self.offers.is_empty() {
            self.offers.push(OfferFields::default());
        }
        // The first field is not given the keyboard: nobody begins with the name of the organisation here.
        self.frames = u8::MAX;
        self.before = Some((
            record.clone(),
            RegistrationForm {
                form: self.form,
                conference,
                organisation: Picked::New(Box::default()),
                delegates: Vec::new(),
                registration: record.clone(),
                offers: Vec::new(),
            },
        ));
        let (form, _) = self.read(conference, today);
        self.before = Some((record.clone(), form));
    }

    /// Whether something was typed into it that is not saved.
    pub(super) fn is_changed(&self, conference: RecordId<Conference>, today: Date) -> bool {
        match &self.before {
            Some((_, form)) => self.read(conference, today).0 != *form,
            None => self.form.is_none(),
        }
    }

    /// Part A shows what the register says of the organisation that was chosen.
    fn fill_organisation(&mut self, cx: &Cx<'_>) {
        let chosen = self.firm.chosen();
        if self.filled == chosen {
            return;
        }
        let columns = || PART_A.iter().flat_map(|line| line.iter()).map(|(column, _)| *column);
        if self.filled.take().is_some() {
            for column in columns() {
                self.typed.remove(column);
            }
        }
        let Some(id) = chosen else { return };
        let question = FormOrganisation { organisation: RecordId::from_any(id), today: cx.today };
        if let Some(known) = self.known_firm.get(cx.data, &question).ready()
            && known.organisation.is_some_and(|firm| firm.any() == id)
        {
            let mut shown = typed(RecordKind::Registration, &(*known).clone().into(), None);
            for column in columns() {
                let typed = self.typed.entry(column.to_owned()).or_default();
                if typed.trim().is_empty() {
                    *typed = shown.remove(column).unwrap_or_default();
                }
            }
            self.filled = chosen;
        }
    }

    /// Draws it; false when it is done.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, conference: RecordId<Conference>) -> bool {
        if let Some(answer) = self.saving.as_ref().and_then(Ticket::poll) {
            self.saving = None;
            match answer {
                Ok(_) => {
                    let done = message("done-form-saved").with("name", self.firm.name());
                    cx.ask(Action::Say(Tone::Good, done));
                    *self = Self::of(self.form);
                    return false;
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        if let (Some(form), None) = (self.form, &self.before) {
            let Some(sheet) = self.sheet.get(cx.data, &FormSheet { form }).ready() else {
                skeleton(ui, &cx.theme, 8);
                return true;
            };
            self.fill(&sheet, conference, cx.today);
        }
        if self.typed.is_empty() {
            let today = PartialDate::Day(cx.today).show(Language::Vi);
            self.typed.insert("received_on".to_owned(), today);
        }
        self.fill_organisation(cx);
        let (form, problems) = self.read(conference, cx.today);
        let shown = if self.tried { problems.clone() } else { Problems::new() };
        let mut stays = true;
        let mut save = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::S));
        ui.horizontal(|ui| {
            ui.set_height(space::CONTROL);
            if icon_button(ui, &cx.theme, icons::ARROW_LEFT, &cx.t(&message("forms-leave"))).clicked() {
                stays = false;
            }
            let title = match self.form {
                Some(_) => message("forms-of").with("name", self.firm.name()),
                None => message("forms-new"),
            };
            heading(ui, &cx.t(&title), RECORD, cx.theme.c.text);
            at_right(ui, "form-page-end", |ui| {
                let label = cx.t(&message("forms-save"));
                let keys = crate::ui::commands::info(crate::ui::commands::Act::Save)
                    .and_then(|info| info.keys)
                    .map(|keys| ui.ctx().format_shortcut(&keys));
                let mut button = Button::primary(&label).icon(icons::CHECK).enabled(self.saving.is_none());
                if let Some(keys) = &keys {
                    button = button.keys(keys);
                }
                save |= button.show(ui, &cx.theme).clicked();
                let Some(form) = self.form else {
                    let clear = cx.t(&message("forms-clear"));
                    if Button::plain(&clear).show(ui, &cx.theme).clicked() {
                        *self = Self::default();
                    }
                    return;
                };
                let delete = cx.t(&message("forms-delete"));
                if Button::plain(&delete).icon(icons::TRASH).show(ui, &cx.theme).clicked() {
                    let done = message("done-form-deleted").with("name", self.firm.name());
                    let command = Command::Delete(RecordKind::Registration, form.any());
                    cx.ask(Action::Run(Box::new(command), done));
                    *self = Self::of(Some(form));
                    stays = false;
                }
            });
        });
        ui.add_space(space::S);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            self.parts_ui(ui, cx, conference, &shown);
            ui.add_space(space::L);
        });
        if save && self.saving.is_none() {
            self.tried = true;
            if problems.iter().any(|(_, problem)| problem.severity == Severity::Error) {
                cx.ask(Action::Say(Tone::Stop, message("forms-wrong")));
            } else {
                let act = RegistrationAct::Save(Box::new(form));
                let command = Command::AtConference(ConferenceAct::Registration(act));
                self.saving = Some(cx.data.run(command));
            }
        }
        stays
    }
}
