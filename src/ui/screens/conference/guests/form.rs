//! A registration form (phiếu đăng ký) typed in as it lies on the desk, parts A to G; saved at once with
//! everybody and everything that is new in it.

use eframe::egui::{Id, Key, Modifiers, ScrollArea, Ui};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::change::FIRST_FRAMES;
use super::invite::{forms, ticks};
use super::pick::{Pick, new_person};
use crate::domain::{
    CodeSet, Conference, ConsentPurpose, Id as RecordId, Need, Offer, Organisation, RecordKind, Registration,
};
use crate::i18n::{Language, Message, message};
use crate::ops::{
    AnyRecord, Command, ConferenceAct, Delegate, Outcome, Picked, RegistrationAct, RegistrationForm,
    Registrations,
};
use crate::problem::{Problem, Severity};
use crate::runtime::{Slot, Ticket};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, Tone, at_right, card, heading, icon_button, line, note, text};
use crate::ui::fields::FieldStates;
use crate::ui::forms::{Typed, blank, read};
use crate::ui::sections::{Asked, sections};
use crate::ui::theme::{CARD, RECORD, SMALL, space};
use crate::vietnamese::PartialDate;

/// The form has room for so many delegates (handbook 5.1).
const DELEGATES: usize = 3;

/// Fields of an organisation that is new.
const FIRM: [&str; 4] = ["kind", "tax_code", "phones", "email"];
/// Fields of an offer by line: the widths of each in relation to each other.
const OFFER: [&[(&str, f32)]; 2] = [
    &[("name", 3.0), ("trades", 2.0), ("unit", 1.0), ("capacity_per_month", 1.4)],
    &[("certificates", 3.0), ("specification", 2.0), ("minimum_order", 1.2), ("wholesale", 1.2)],
];

/// Somebody who comes.
struct DelegateFields {
    person: Pick,
    title: String,
    phones: String,
}

impl Default for DelegateFields {
    fn default() -> Self {
        Self { person: Pick::new(RecordKind::Person), title: String::new(), phones: String::new() }
    }
}

/// The page.
pub(super) struct FormPage {
    firm: Pick,
    firm_typed: Typed,
    delegates: Vec<DelegateFields>,
    typed: Typed,
    forms: CodeSet,
    needs: CodeSet,
    consents: CodeSet,
    offers: Vec<Typed>,
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
            firm: Pick::new(RecordKind::Organisation),
            firm_typed: Typed::new(),
            delegates: std::iter::repeat_with(DelegateFields::default).take(DELEGATES).collect(),
            typed: Typed::new(),
            forms: CodeSet::default(),
            needs: CodeSet::default(),
            // Nothing is ticked beforehand (Law 91/2025/QH15, article 9).
            consents: CodeSet::default(),
            offers: vec![Typed::new()],
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

fn join(codes: &CodeSet) -> String {
    codes.0.iter().cloned().collect::<Vec<_>>().join(";")
}

impl FormPage {
    /// Everything that was typed as what will be saved, and what is wrong with it.
    fn read(&self, conference: RecordId<Conference>, today: Date) -> (RegistrationForm, Problems) {
        let mut problems = Problems::new();
        let mut note = |part: &str, found: Vec<Problem>, set: &[&str]| {
            let open = found.into_iter().filter(|problem| !set.contains(&problem.field.as_str()));
            problems.extend(open.map(|problem| (part.to_owned(), problem)));
        };
        let of = |kind: RecordKind, typed: &Typed| {
            let read = read(kind, &blank(kind), None, typed, today);
            (read.record, read.problems)
        };
        let organisation = if let Some(id) = self.firm.chosen() {
            Picked::Known(RecordId::from_any(id))
        } else {
            let mut typed = self.firm_typed.clone();
            typed.insert("name".to_owned(), self.firm.name());
            let (record, found) = of(RecordKind::Organisation, &typed);
            note("firm", found, &[]);
            Picked::New(match record {
                AnyRecord::Organisation(firm) => firm,
                _ => Box::new(Organisation::default()),
            })
        };
        let delegates = self.delegates.iter().filter(|delegate| !delegate.person.name().is_empty());
        let delegates = delegates.map(|delegate| Delegate {
            person: match delegate.person.chosen() {
                Some(id) => Picked::Known(RecordId::from_any(id)),
                None => Picked::New(Box::new(new_person(&delegate.person.name(), &delegate.phones))),
            },
            title: delegate.title.clone(),
        });
        let delegates = delegates.collect();
        let mut typed = self.typed.clone();
        for (column, codes) in [("forms", &self.forms), ("needs", &self.needs), ("consents", &self.consents)]
        {
            typed.insert(column.to_owned(), join(codes));
        }
        let (record, found) = of(RecordKind::Registration, &typed);
        note("form", found, &["conference", "organisation"]);
        let registration = match record {
            AnyRecord::Registration(form) => *form,
            _ => Registration::default(),
        };
        let mut offers = Vec::new();
        for (place, typed) in self.offers.iter().enumerate() {
            if typed.values().all(|text| text.trim().is_empty()) {
                continue;
            }
            let (record, found) = of(RecordKind::Offer, typed);
            note(&offer_key(place), found, &["registration"]);
            offers.push(match record {
                AnyRecord::Offer(offer) => *offer,
                _ => Offer::default(),
            });
        }
        (RegistrationForm { conference, organisation, delegates, registration, offers }, problems)
    }

    /// Draws it; false when it is done.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, conference: RecordId<Conference>) -> bool {
        if let Some(answer) = self.saving.as_ref().and_then(Ticket::poll) {
            self.saving = None;
            match answer {
                Ok(_) => {
                    let done = message("done-form-saved").with("name", self.firm.name());
                    cx.ask(Action::Say(Tone::Good, done));
                    *self = Self::default();
                    return false;
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        if self.typed.is_empty() {
            let today = PartialDate::Day(cx.today).show(Language::Vi);
            self.typed.insert("received_on".to_owned(), today);
        }
        let (form, problems) = self.read(conference, cx.today);
        let shown = if self.tried { problems.clone() } else { Problems::new() };
        let mut stays = true;
        let mut save = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::S));
        ui.horizontal(|ui| {
            ui.set_height(space::CONTROL);
            if icon_button(ui, &cx.theme, icons::ARROW_LEFT, &cx.t(&message("forms-leave"))).clicked() {
                stays = false;
            }
            heading(ui, &cx.t(&message("forms-new")), RECORD, cx.theme.c.text);
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
                let clear = cx.t(&message("forms-clear"));
                if Button::plain(&clear).show(ui, &cx.theme).clicked() {
                    *self = Self::default();
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

    fn parts_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: RecordId<Conference>,
        problems: &Problems,
    ) {
        let theme = cx.theme;
        let half = (ui.available_width() - space::M) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            ui.vertical(|ui| {
                ui.set_width(half);
                part(ui, cx, &message("forms-part-a"), |ui, cx| {
                    self.firm_ui(ui, cx, conference, problems);
                });
                part(ui, cx, &message("forms-part-c"), |ui, cx| {
                    ui.horizontal_wrapped(|ui| ticks(ui, cx, &forms(), &mut self.forms));
                    self.field(ui, cx, "received_on", problems);
                });
            });
            ui.vertical(|ui| {
                ui.set_width(half);
                part(ui, cx, &message("forms-part-b"), |ui, cx| self.delegates_ui(ui, cx));
            });
        });
        part(ui, cx, &message("forms-part-d"), |ui, cx| self.offers_ui(ui, cx, problems));
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            ui.vertical(|ui| {
                ui.set_width(half);
                part(ui, cx, &message("forms-part-e"), |ui, cx| {
                    let needs: Vec<_> = Need::ALL.iter().map(|need| (need.code(), need.label())).collect();
                    ui.horizontal_wrapped(|ui| ticks(ui, cx, &needs, &mut self.needs));
                    for column in ["wants", "wants_trades", "wants_quantity", "markets"] {
                        self.field(ui, cx, column, problems);
                    }
                });
            });
            ui.vertical(|ui| {
                ui.set_width(half);
                part(ui, cx, &message("forms-part-f"), |ui, cx| {
                    for column in ["logistics", "note"] {
                        self.field(ui, cx, column, problems);
                    }
                });
                part(ui, cx, &message("forms-part-g"), |ui, cx| {
                    text(ui, &cx.t(&message("forms-consent-explain")), SMALL, theme.c.muted);
                    let purposes: Vec<_> =
                        ConsentPurpose::ALL.iter().map(|purpose| (purpose.code(), purpose.label())).collect();
                    ticks(ui, cx, &purposes, &mut self.consents);
                });
            });
        });
    }

    /// A field of the form itself.
    fn field(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, column: &'static str, problems: &Problems) {
        ui.add_space(4.0);
        let typed = self.typed.entry(column.to_owned()).or_default();
        let id = Id::unique(("registration", column));
        let problem = problem_of(problems, "form", column);
        if let Some(asked) = asked_of(RecordKind::Registration, column) {
            self.fields.field_ui(ui, cx, id, asked, typed, problem);
        }
    }

    fn firm_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: RecordId<Conference>,
        problems: &Problems,
    ) {
        let id = Id::unique("registration-firm");
        if self.frames < FIRST_FRAMES {
            self.frames += 1;
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        self.firm.ui(ui, cx, id, &cx.t(&message("forms-firm")), true, true);
        if let Some(problem) = problem_of(problems, "firm", "name") {
            text(ui, &cx.t(&problem.message), SMALL, cx.theme.c.danger);
        }
        let Some(chosen) = self.firm.chosen() else {
            for columns in FIRM.chunks(2) {
                let half = (ui.available_width() - space::S) / 2.0;
                ui.add_space(4.0);
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    for column in columns {
                        ui.vertical(|ui| {
                            ui.set_width(half);
                            let typed = self.firm_typed.entry((*column).to_owned()).or_default();
                            let id = Id::unique(("registration-firm", *column));
                            let problem = problem_of(problems, "firm", column);
                            if let Some(asked) = asked_of(RecordKind::Organisation, column) {
                                self.fields.field_ui(ui, cx, id, asked, typed, problem);
                            }
                        });
                    }
                });
            }
            return;
        };
        let forms = self.known.get(cx.data, &Registrations { conference }).ready().unwrap_or_default();
        let own = forms.iter().find(|form| form.record.organisation.is_some_and(|firm| firm.any() == chosen));
        if own.is_some() {
            ui.add_space(4.0);
            note(ui, &cx.theme, Tone::Look, &cx.t(&message("forms-twice")));
        }
    }

    fn delegates_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        for (place, delegate) in self.delegates.iter_mut().enumerate() {
            let number = place + 1;
            let id = |what: &'static str| Id::unique(("registration-delegate", place, what));
            let label = cx.t(&message("forms-delegate").with("number", number));
            delegate.person.ui(ui, cx, id("name"), &label, false, true);
            let half = (ui.available_width() - space::S) / 2.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let label = cx.t(&message("forms-delegate-title").with("number", number));
                let field = Field::new(id("title"), &label).width(half);
                field.show(ui, &cx.theme, cx.language, &mut delegate.title);
                if delegate.person.chosen().is_none() {
                    let label = cx.t(&message("forms-delegate-phone").with("number", number));
                    let field = Field::new(id("phones"), &label).figures().width(half);
                    field.show(ui, &cx.theme, cx.language, &mut delegate.phones);
                }
            });
            ui.add_space(space::S);
        }
    }

    fn offers_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, problems: &Problems) {
        let mut away = None;
        for (place, typed) in self.offers.iter_mut().enumerate() {
            ui.horizontal(|ui| {
                let title = message("forms-offer").with("number", place + 1);
                line(ui, &cx.t(&title), SMALL, cx.theme.c.muted);
                let label = cx.t(&message("forms-offer-away").with("number", place + 1));
                if icon_button(ui, &cx.theme, icons::X, &label).clicked() {
                    away = Some(place);
                }
            });
            let part = offer_key(place);
            for columns in OFFER {
                let all: f32 = columns.iter().map(|(_, share)| share).sum();
                let gaps = space::S * f32::from(u8::try_from(columns.len()).unwrap_or(1) - 1);
                let room = ui.available_width() - gaps;
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    for (column, share) in columns {
                        ui.vertical(|ui| {
                            ui.set_width(room * share / all);
                            let typed = typed.entry((*column).to_owned()).or_default();
                            let id = Id::unique(("registration-offer", place, *column));
                            let problem = problem_of(problems, &part, column);
                            if let Some(asked) = asked_of(RecordKind::Offer, column) {
                                self.fields.field_ui(ui, cx, id, asked, typed, problem);
                            }
                        });
                    }
                });
            }
            ui.add_space(space::S);
        }
        if let Some(place) = away {
            self.offers.remove(place);
        }
        let add = cx.t(&message("forms-offer-add"));
        if Button::outline(&add).small().icon(icons::PLUS).show(ui, &cx.theme).clicked() {
            self.offers.push(Typed::new());
        }
    }
}

fn offer_key(place: usize) -> String {
    format!("offer{place}")
}

/// How a column of a kind is filled in.
fn asked_of(kind: RecordKind, column: &str) -> Option<&'static Asked> {
    sections(kind).iter().flat_map(|section| section.fields).find(|asked| asked.column == column)
}

fn problem_of<'p>(problems: &'p Problems, part: &str, column: &str) -> Option<&'p Problem> {
    problems
        .iter()
        .find(|(known, problem)| known == part && problem.field == column)
        .map(|(_, problem)| problem)
}

/// A part of the form, as it is lettered on paper.
fn part(ui: &mut Ui, cx: &mut Cx<'_>, title: &Message, content: impl FnOnce(&mut Ui, &mut Cx<'_>)) {
    card(ui, &cx.theme.clone(), 14, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, &cx.t(title), CARD, cx.theme.c.text);
        ui.add_space(4.0);
        content(ui, cx);
    });
    ui.add_space(space::M);
}
