//! The parts of a registration form, A to G, as the page draws them.

use eframe::egui::{Align, Id, Layout, Ui, vec2};
use egui_phosphor::regular as icons;

use super::super::change::FIRST_FRAMES;
use super::super::invite::{forms, ticks};
use super::{FormPage, OfferFields, PART_A, Problems, offer_key};
use crate::domain::{
    Arrangement, CodeSet, Conference, ConsentPurpose, Enclosed, Id as RecordId, Need, ParticipationForm,
    RecordKind,
};
use crate::i18n::{Message, message};
use crate::ops::Registrations;
use crate::problem::Problem;
use crate::ui::action::Cx;
use crate::ui::components::{Button, Field, Tone, card, heading, icon_button, line, note, text};
use crate::ui::fields::FieldStates;
use crate::ui::forms::Typed;
use crate::ui::sections::{Asked, sections};
use crate::ui::theme::{CARD, SMALL, space};

/// Fields of an offer by line: the widths of each in relation to each other.
const OFFER: [&[(&str, f32)]; 2] = [
    &[("name", 3.0), ("trades", 2.0), ("unit", 1.0), ("capacity_per_month", 1.8)],
    &[("certificates", 3.0), ("specification", 2.0), ("minimum_order", 1.2), ("wholesale", 1.2)],
];

/// Two parts stand beside each other where there is so much room.
const TWO: f32 = 800.0;

/// Values to tick with their codes.
type Ticks = Vec<(&'static str, Message)>;

/// How a column of a kind is filled in.
pub(in super::super) fn asked_of(kind: RecordKind, column: &str) -> Option<&'static Asked> {
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

/// Fields of a record side by side, line by line.
fn lines_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    fields: &mut FieldStates,
    typed: &mut Typed,
    (kind, part): (RecordKind, &str),
    lines: &[&[(&'static str, f32)]],
    problems: &Problems,
) {
    for columns in lines {
        let all: f32 = columns.iter().map(|(_, share)| share).sum();
        let gaps = space::S * f32::from(u8::try_from(columns.len()).unwrap_or(1) - 1);
        let room = ui.available_width() - gaps;
        ui.add_space(4.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            for (column, share) in *columns {
                ui.vertical(|ui| {
                    ui.set_width(room * share / all);
                    let typed = typed.entry((*column).to_owned()).or_default();
                    let id = Id::unique(("registration", part, *column));
                    let problem = problem_of(problems, part, column);
                    if let Some(asked) = asked_of(kind, column) {
                        fields.field_ui(ui, cx, id, asked, typed, problem);
                    }
                });
            }
        });
    }
}

impl FormPage {
    pub(super) fn parts_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: RecordId<Conference>,
        problems: &Problems,
    ) {
        // Large letters on a small screen: one part below the other.
        let all = ui.available_width();
        let (half, beside) = if all < TWO {
            (all, Layout::top_down(Align::Min))
        } else {
            ((all - space::M) / 2.0, Layout::left_to_right(Align::Min))
        };
        ui.allocate_ui_with_layout(vec2(all, 0.0), beside, |ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            ui.vertical(|ui| {
                ui.set_width(half);
                part(ui, cx, &message("forms-part-a"), |ui, cx| {
                    self.firm_ui(ui, cx, conference, problems);
                });
            });
            ui.vertical(|ui| {
                ui.set_width(half);
                part(ui, cx, &message("forms-part-b"), |ui, cx| self.delegates_ui(ui, cx));
                part(ui, cx, &message("forms-part-c"), |ui, cx| self.ways_ui(ui, cx, problems));
            });
        });
        part(ui, cx, &message("forms-part-d"), |ui, cx| self.offers_ui(ui, cx, problems));
        ui.allocate_ui_with_layout(vec2(all, 0.0), beside, |ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            ui.vertical(|ui| {
                ui.set_width(half);
                part(ui, cx, &message("forms-part-e"), |ui, cx| {
                    let needs = Need::ALL.iter().map(|need| (need.code(), need.label())).collect();
                    self.ticks_ui(ui, cx, "needs", &needs);
                    for column in ["wants", "wants_trades", "wants_quantity", "markets", "partners"] {
                        self.field(ui, cx, column, problems);
                    }
                });
            });
            ui.vertical(|ui| {
                ui.set_width(half);
                part(ui, cx, &message("forms-part-f"), |ui, cx| {
                    let arranged = Arrangement::ALL.iter().map(|what| (what.code(), what.label())).collect();
                    let set = self.ticks_ui(ui, cx, "arranged", &arranged);
                    if set.0.contains(Arrangement::Rooms.code()) {
                        self.field(ui, cx, "rooms", problems);
                    }
                    for column in ["logistics", "note"] {
                        self.field(ui, cx, column, problems);
                    }
                });
                part(ui, cx, &message("forms-part-g"), |ui, cx| {
                    text(ui, &cx.t(&message("forms-consent-explain")), SMALL, cx.theme.c.muted);
                    let purposes: Ticks =
                        ConsentPurpose::ALL.iter().map(|purpose| (purpose.code(), purpose.label())).collect();
                    ui.vertical(|ui| self.ticks_in(ui, cx, "consents", &purposes));
                });
            });
        });
    }

    /// Ticks of a column beside each other; what is ticked.
    fn ticks_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, column: &str, values: &Ticks) -> CodeSet {
        ui.horizontal_wrapped(|ui| self.ticks_in(ui, cx, column, values)).inner
    }

    fn ticks_in(&mut self, ui: &mut Ui, cx: &Cx<'_>, column: &str, values: &Ticks) -> CodeSet {
        let typed = self.typed.entry(column.to_owned()).or_default();
        let mut set = CodeSet::of(typed.split(';').filter(|code| !code.is_empty()));
        ticks(ui, cx, values, &mut set);
        *typed = set.0.iter().cloned().collect::<Vec<_>>().join(";");
        set
    }

    /// A field of the form itself.
    fn field(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, column: &'static str, problems: &Problems) {
        self.lines(ui, cx, &[&[(column, 1.0)]], problems);
    }

    fn lines(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, lines: &[&[(&'static str, f32)]], problems: &Problems) {
        let kind = RecordKind::Registration;
        lines_ui(ui, cx, &mut self.fields, &mut self.typed, (kind, "form"), lines, problems);
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
        if let Some(chosen) = self.firm.chosen() {
            let forms = self.known.get(cx.data, &Registrations { conference }).ready().unwrap_or_default();
            let twice = forms.iter().any(|form| {
                Some(form.id) != self.form
                    && form.record.organisation.is_some_and(|firm| firm.any() == chosen)
            });
            if twice {
                ui.add_space(4.0);
                note(ui, &cx.theme, Tone::Look, &cx.t(&message("forms-twice")));
            }
            let explain = match self.form {
                None => message("forms-firm-known"),
                Some(_) => message("forms-firm-stated"),
            };
            text(ui, &cx.t(&explain), SMALL, cx.theme.c.muted);
        }
        self.lines(ui, cx, &PART_A, problems);
    }

    fn delegates_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        for (place, delegate) in self.delegates.iter_mut().enumerate() {
            let number = place + 1;
            let id = |what: &'static str| Id::unique(("registration-delegate", place, what));
            let label = cx.t(&message("forms-delegate").with("number", number));
            delegate.person.ui(ui, cx, id("name"), &label, false, true);
            delegate.fill(cx);
            let third = (ui.available_width() - 2.0 * space::S) / 3.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let label = cx.t(&message("forms-delegate-title").with("number", number));
                let field = Field::new(id("title"), &label).width(third);
                field.show(ui, &cx.theme, cx.language, &mut delegate.title);
                let label = cx.t(&message("forms-delegate-phone").with("number", number));
                let field = Field::new(id("phones"), &label).figures().width(third);
                field.show(ui, &cx.theme, cx.language, &mut delegate.phones);
                let label = cx.t(&message("forms-delegate-email").with("number", number));
                let field = Field::new(id("email"), &label).width(third);
                field.show(ui, &cx.theme, cx.language, &mut delegate.email);
            });
            ui.add_space(space::S);
        }
        if self.delegates.iter().any(|delegate| delegate.person.chosen().is_some()) {
            text(ui, &cx.t(&message("forms-delegate-known")), SMALL, cx.theme.c.muted);
        }
        let stays = |id| self.delegates.iter().any(|delegate| delegate.person.chosen() == Some(id));
        let off: Vec<&str> =
            self.came.iter().filter(|(id, _)| !stays(*id)).map(|(_, name)| name.as_str()).collect();
        if !off.is_empty() {
            let words = message("forms-delegate-off").with("names", off.join(", "));
            note(ui, &cx.theme, Tone::Look, &cx.t(&words));
        }
    }

    /// How it takes part, and what belongs to each way.
    fn ways_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, problems: &Problems) {
        let set = self.ticks_ui(ui, cx, "forms", &forms());
        for (form, column) in [
            (ParticipationForm::Booth, "booths"),
            (ParticipationForm::Sign, "sign_with"),
            (ParticipationForm::Speak, "speech"),
        ] {
            if set.0.contains(form.code()) {
                self.field(ui, cx, column, problems);
            }
        }
        self.field(ui, cx, "received_on", problems);
    }

    fn offers_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, problems: &Problems) {
        let mut away = None;
        for (place, offer) in self.offers.iter_mut().enumerate() {
            ui.horizontal(|ui| {
                let title = message("forms-offer").with("number", place + 1);
                line(ui, &cx.t(&title), SMALL, cx.theme.c.muted);
                let label = cx.t(&message("forms-offer-away").with("number", place + 1));
                if icon_button(ui, &cx.theme, icons::X, &label).clicked() {
                    away = Some(place);
                }
            });
            let part = offer_key(place);
            let of = (RecordKind::Offer, part.as_str());
            lines_ui(ui, cx, &mut self.fields, &mut offer.typed, of, &OFFER, problems);
            ui.add_space(space::S);
        }
        if let Some(place) = away {
            self.offers.remove(place);
        }
        ui.horizontal(|ui| {
            let add = cx.t(&message("forms-offer-add"));
            if Button::outline(&add).small().icon(icons::PLUS).show(ui, &cx.theme).clicked() {
                self.offers.push(OfferFields::default());
            }
            ui.add_space(space::M);
            let enclosed = Enclosed::ALL.iter().map(|what| (what.code(), what.label())).collect();
            self.ticks_in(ui, cx, "enclosed", &enclosed);
        });
    }
}
