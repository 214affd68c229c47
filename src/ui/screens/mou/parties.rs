//! The parties and witnesses of a MoU with who signs for them.

use eframe::egui::{CornerRadius, Frame, Id, Margin, Stroke, Ui, vec2};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::new_signer::{NewSigned, NewSigner};
use super::parts::Parts;
use crate::domain::{
    AddressForm, AnyId, Held, Id as RecordId, Item, MouLanguage, MouParty, Organisation, PartyRole, Position,
    RecordKind,
};
use crate::i18n::{Message, field_label, message};
use crate::ops::{Choices, LastWith, MouDraft, Signer};
use crate::runtime::Slot;
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{Button, choice, heading, icon_button, line, link, tick};
use crate::ui::theme::{BODY_MEDIUM, CARD, COMPACT, SMALL};
use crate::vietnamese::PartialDate;

/// What becomes of a party.
#[derive(Clone, Copy)]
enum Change {
    Remove,
    Earlier,
    Later,
}

impl Parts {
    pub(super) fn parties_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut MouDraft) {
        heading(ui, &cx.t(&message("mou-parties-title")), CARD, cx.theme.c.text);
        self.english = draft.mou.language != MouLanguage::Vi;
        let mut asked = None;
        let (mut parties, mut witnesses) = (0_u8, 0_u8);
        let count = draft.parties.len();
        for place in 0..count {
            let Some(item) = draft.parties.get_mut(place) else { continue };
            let role = match item.record.role {
                PartyRole::Party => {
                    let letter = char::from(b'A' + parties.min(25));
                    parties += 1;
                    cx.t(&message("mou-seat-party").with("letter", letter.to_string()))
                }
                PartyRole::Witness => {
                    witnesses += 1;
                    cx.t(&message("mou-seat-witness"))
                }
            };
            let change = self.party_ui(ui, cx, place, (&role, draft.mou.date), &mut item.record);
            asked = change.map(|change| (place, change)).or(asked);
        }
        match asked {
            Some((place, Change::Remove)) => {
                draft.parties.remove(place);
                self.open_party = None;
                self.new_signer = None;
            }
            Some((place, Change::Earlier)) if may_swap(&draft.parties, place) => {
                draft.parties.swap(place - 1, place);
                self.follow(place, place - 1);
            }
            Some((place, Change::Later)) if may_swap(&draft.parties, place + 1) => {
                draft.parties.swap(place, place + 1);
                self.follow(place, place + 1);
            }
            _ => {}
        }
        ui.horizontal(|ui| {
            let add = |role: PartyRole, parties: &mut Vec<Item<MouParty>>| {
                let same = parties.iter().filter(|party| party.record.role == role).count();
                let place = match role {
                    PartyRole::Party => parties.iter().filter(|party| party.record.role == role).count(),
                    PartyRole::Witness => parties.len(),
                };
                let record =
                    MouParty { role, sequence: i64::try_from(same + 1).unwrap_or(1), ..MouParty::default() };
                parties.insert(place, record.into());
                place
            };
            let label = cx.t(&message("mou-add-party"));
            let room = parties < 4;
            if Button::plain(&label).small().icon(icons::PLUS).enabled(room).show(ui, &cx.theme).clicked() {
                self.open_party = Some(add(PartyRole::Party, &mut draft.parties));
            }
            let label = cx.t(&message("mou-add-witness"));
            let room = witnesses < 2;
            if Button::plain(&label).small().icon(icons::PLUS).enabled(room).show(ui, &cx.theme).clicked() {
                self.open_party = Some(add(PartyRole::Witness, &mut draft.parties));
                // Who witnesses keeps a copy (handbook 4.2), unless another number was typed.
                draft.mou.witness_copies = draft.mou.witness_copies.or(Some(1));
            }
        });
    }

    /// What is open at a party goes with it to another place, whose party takes the one that is left.
    fn follow(&mut self, from: usize, to: usize) {
        self.open_party = Some(to);
        if let Some((place, _)) = &mut self.new_signer {
            *place = match *place {
                of if of == from => to,
                of if of == to => from,
                of => of,
            };
        }
    }

    /// One party: a line, or its fields when it is open. Returns what shall become of it.
    fn party_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        place: usize,
        (role, day): (&str, Option<Date>),
        party: &mut MouParty,
    ) -> Option<Change> {
        let mut change = None;
        let open = self.open_party == Some(place);
        let mut signers = self.signers_of(cx, party.organisation);
        proposed(cx, &mut signers, day);
        let outline = Stroke::new(1.0, cx.theme.c.border);
        let frame = Frame::new()
            .fill(cx.theme.c.raised)
            .stroke(outline)
            .corner_radius(CornerRadius::same(8))
            .inner_margin(Margin::symmetric(10, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            let signer = signers.iter().find(|signer| Some(signer.position) == party.signer);
            let own = party.organisation.map(|id| id.any()).or(party.person.map(|id| id.any()));
            let name = own.and_then(|id| self.fields.name(id));
            ui.horizontal(|ui| {
                ui.allocate_ui(vec2(88.0, 20.0), |ui| {
                    ui.set_width(88.0);
                    line(ui, role, COMPACT, cx.theme.c.muted);
                });
                let width = ui.available_width() - 36.0;
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let title = name.clone().unwrap_or_else(|| cx.t(&message("mou-choose-party")));
                    if link(ui, &cx.theme, &title, BODY_MEDIUM).clicked() {
                        self.open_party = if open { None } else { Some(place) };
                    }
                    let words = match signer {
                        Some(signer) => format!("{}, {}", signer.name, signer.title),
                        None if party.person.is_some() => cx.t(&message("mou-signs-alone")),
                        None => cx.t(&message("mou-no-signer")),
                    };
                    let ink = if signer.is_some() || party.person.is_some() {
                        cx.theme.c.muted
                    } else {
                        cx.theme.c.danger
                    };
                    line(ui, &words, SMALL, ink);
                });
                let (icon, name) = if open {
                    (icons::CARET_UP, message("word-close"))
                } else {
                    (icons::CARET_DOWN, message("word-open"))
                };
                if icon_button(ui, &cx.theme, icon, &format!("{} {role}", cx.t(&name))).clicked() {
                    self.open_party = if open { None } else { Some(place) };
                }
            });
            if open {
                change = self.open_party_ui(ui, cx, (place, day), party, &signers);
            }
        });
        change
    }

    fn open_party_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (place, day): (usize, Option<Date>),
        party: &mut MouParty,
        signers: &[Signer],
    ) -> Option<Change> {
        let key = format!("party.{place}");
        let label = cx.t(&field_label("organisation"));
        let id = Id::unique(("mou-party", place));
        let to_record = self.lead_to(ui, (place, id), party, signers);
        let mut alone = party.person.is_some() || self.alone == Some(place);
        let person = cx.t(&message("mou-party-person"));
        if tick(ui, &cx.theme, &mut alone, &person, None).changed() {
            self.alone = alone.then_some(place);
            (party.organisation, party.person, party.signer) = (None, None, None);
        }
        if alone {
            let label = cx.t(&field_label("person"));
            let mut hex = party.person.map(|id| id.any().hex()).unwrap_or_default();
            self.fields.link_ui(ui, cx, id, &key, RecordKind::Person, &label, None, &mut hex, None);
            party.person = AnyId::from_hex(&hex).map(RecordId::from_any);
        }
        let mut hex = party.organisation.map(|id| id.any().hex()).unwrap_or_default();
        if !alone {
            self.fields.link_ui(ui, cx, id, &key, RecordKind::Organisation, &label, None, &mut hex, None);
        }
        let organisation = AnyId::from_hex(&hex).map(RecordId::from_any);
        if organisation != party.organisation {
            party.organisation = organisation;
            party.signer = None;
            self.unsigned = organisation.map(|_| place);
        }
        // Who alone can sign on that day is the signer; somebody else can still be chosen.
        let mut able = signers.iter().filter(|signer| unable(cx, signer, day).is_none());
        if self.unsigned == Some(place)
            && let (Some(only), None) = (able.next(), able.next())
        {
            party.signer = Some(only.position);
            self.unsigned = None;
        }
        if let Some(organisation) = party.organisation {
            let mut names: Vec<String> = signers.iter().map(|signer| signer_name(cx, signer, day)).collect();
            names.push(cx.t(&message("mou-new-signer")));
            let now = signers.iter().position(|signer| Some(signer.position) == party.signer);
            let shown = now
                .and_then(|place| names.get(place))
                .cloned()
                .unwrap_or_else(|| cx.t(&message("mou-no-signer")));
            let label = cx.t(&field_label("signer"));
            let id = Id::unique(("mou-signer", place));
            let chosen = choice(ui, &cx.theme, cx.language, id, &label, &shown, &names, f32::INFINITY, None);
            match chosen {
                Some(place_of) if place_of < signers.len() => {
                    party.signer = signers.get(place_of).map(|signer| signer.position);
                }
                Some(_) => {
                    self.new_signer = Some((place, NewSigner::new()));
                }
                None => {}
            }
            self.right_ui(ui, cx, (place, organisation), party, signers);
        }
        if let Some(organisation) = party.organisation {
            self.last_ui(ui, cx, organisation);
        }
        let values = AddressForm::ALL;
        let names: Vec<String> = values.iter().map(|value| cx.t(&value.label())).collect();
        let (label, shown) = (cx.t(&field_label("address_form")), cx.t(&party.address_form.label()));
        let id = Id::unique(("mou-address", place));
        let chosen = choice(ui, &cx.theme, cx.language, id, &label, &shown, &names, f32::INFINITY, None);
        if let Some(value) = chosen.and_then(|place| values.get(place)) {
            party.address_form = *value;
        }
        let label = cx.t(&field_label("contact"));
        let mut hex = party.contact.map(|id| id.any().hex()).unwrap_or_default();
        let id = Id::unique(("mou-contact", place));
        let key = format!("contact.{place}");
        self.fields.link_ui(ui, cx, id, &key, RecordKind::Person, &label, None, &mut hex, None);
        party.contact = AnyId::from_hex(&hex).map(RecordId::from_any);
        ui.horizontal_wrapped(|ui| {
            if let Some(organisation) = party.organisation {
                let label = cx.t(&message("mou-open-record"));
                let button = Button::plain(&label).small().icon(icons::PENCIL_SIMPLE).show(ui, &cx.theme);
                if to_record {
                    button.request_focus();
                    button.scroll_to_me(Some(eframe::egui::Align::Center));
                }
                if button.clicked() {
                    let route = Route::Form(RecordKind::Organisation, Some(organisation.any()));
                    cx.ask(Action::Go(route));
                }
            }
            change_ui(ui, cx)
        })
        .inner
    }

    /// Goes to what a problem says of this open party; whether that stands in the record of its organisation.
    fn lead_to(&mut self, ui: &Ui, (place, id): (usize, Id), party: &MouParty, signers: &[Signer]) -> bool {
        let Some(jump) = self.jump.clone() else { return false };
        if !(jump.starts_with("party") || (jump.starts_with("witness") && jump != "witness.copies")) {
            return false;
        }
        let about = |parts: &[&str]| parts.iter().any(|part| jump.contains(part));
        if about(&["authorisation", "principal"]) && party.signer.is_some() {
            // As soon as it is known who signs.
            let signer = signers.iter().find(|signer| Some(signer.position) == party.signer);
            if let Some(signer) = signer {
                self.new_signer = Some((place, NewSigner::leading(signer, &jump)));
            }
            self.jump.take_if(|_| !signers.is_empty());
            return false;
        }
        self.jump = None;
        if party.organisation.is_some() && about_record(&jump) {
            return true;
        }
        let about_signer = about(&["representative", "position", "signer", "authorisation", "principal"]);
        let target = if about_signer { Id::unique(("mou-signer", place)) } else { id };
        ui.memory_mut(|memory| memory.request_focus(target));
        ui.scroll_to_cursor(Some(eframe::egui::Align::Center));
        false
    }

    /// By which right the signer signs, and the pane in which that or somebody new is written down.
    fn right_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (place, organisation): (usize, RecordId<Organisation>),
        party: &mut MouParty,
        signers: &[Signer],
    ) {
        let english = self.english;
        let chosen = signers.iter().find(|signer| Some(signer.position) == party.signer);
        if let (Some(signer), None) = (chosen, &self.new_signer) {
            let label = cx.t(&message("mou-signer-right"));
            if Button::plain(&label).small().icon(icons::SEAL_CHECK).show(ui, &cx.theme).clicked() {
                self.new_signer = Some((place, NewSigner::of(signer)));
            }
        }
        let saved = self.new_signer_ui(ui, cx, (place, organisation), (english, false));
        party.signer = saved.or(party.signer);
    }

    /// Offers to begin with what the last MoU with a party said.
    fn last_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, organisation: RecordId<Organisation>) {
        let Some(not) = self.mou else { return };
        let last = self.last.get(cx.data, &LastWith { organisation, not }).ready();
        let Some((number, draft)) = last.as_deref().and_then(Option::as_ref) else { return };
        let label = cx.t(&message("mou-take-over").with("number", number.as_str()));
        if Button::plain(&label).small().icon(icons::COPY).show(ui, &cx.theme).clicked() {
            self.taken_over = Some(draft.clone());
        }
    }

    /// The pane for a signer of the party in this place, when it is open: the position, once it is saved.
    pub(super) fn new_signer_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (place, organisation): (usize, RecordId<Organisation>),
        (english, is_final): (bool, bool),
    ) -> Option<RecordId<Position>> {
        let (_, pane) = self.new_signer.as_mut().filter(|(party, _)| *party == place)?;
        let done = pane.ui(ui, cx, organisation, (english, is_final))?;
        self.new_signer = None;
        match done {
            NewSigned::Position(position) => Some(position),
            NewSigned::Nothing => None,
        }
    }

    pub(super) fn signers_of(
        &mut self,
        cx: &Cx<'_>,
        organisation: Option<RecordId<Organisation>>,
    ) -> Vec<Signer> {
        let Some(organisation) = organisation else { return Vec::new() };
        let at = self.signers.iter().position(|(id, _)| *id == organisation);
        let at = at.unwrap_or_else(|| {
            self.signers.push((organisation, Slot::default()));
            self.signers.len() - 1
        });
        let Some((_, slot)) = self.signers.get_mut(at) else { return Vec::new() };
        let answer = slot.get(cx.data, &Choices { organisation }).ready();
        answer.map(|signers| signers.to_vec()).unwrap_or_default()
    }
}

/// Whether a problem is about what stands in the record of the organisation, such as `party.2.tax_code`.
fn about_record(field: &str) -> bool {
    let of_record = ["address", "former_address", "tax_code", "phone", "email", "account", "network"];
    field.rsplit('.').next().is_some_and(|last| of_record.contains(&last))
}

/// What can become of a party; what was pressed.
fn change_ui(ui: &mut Ui, cx: &Cx<'_>) -> Option<Change> {
    let mut change = None;
    for (icon, label, asked) in [
        (icons::ARROW_UP, message("mou-party-earlier"), Change::Earlier),
        (icons::ARROW_DOWN, message("mou-party-later"), Change::Later),
        (icons::TRASH, message("mou-remove-party"), Change::Remove),
    ] {
        if Button::plain(&cx.t(&label)).small().icon(icon).show(ui, &cx.theme).clicked() {
            change = Some(asked);
        }
    }
    change
}

/// Whether this party and the one before it may change places: a witness stays behind the parties.
fn may_swap(parties: &[Item<MouParty>], place: usize) -> bool {
    let role = |place: usize| parties.get(place).map(|party| party.record.role);
    place > 0 && role(place).is_some() && role(place - 1) == role(place)
}

/// Why somebody cannot sign on the day of the MoU; nothing while there is no day.
pub(super) fn unable(cx: &Cx<'_>, signer: &Signer, day: Option<Date>) -> Option<Message> {
    let day = day?;
    Some(match signer.held.held_on(day) {
        Held::NotYet(from) => message("signer-not-yet").with("from", from.show(cx.language)),
        Held::Over(to) => message("signer-over").with("to", to.show(cx.language)),
        Held::Now => {
            let until = PartialDate::Day(signer.held.authority_over(day)?);
            message("signer-authority-over").with("until", until.show(cx.language))
        }
    })
}

/// Those who can sign on the day of the MoU stand before the others.
pub(super) fn proposed(cx: &Cx<'_>, signers: &mut [Signer], day: Option<Date>) {
    signers.sort_by_key(|signer| unable(cx, signer, day).is_some());
}

/// Name and title in a list; with the reason where the person cannot sign on the day of the MoU.
pub(super) fn signer_name(cx: &Cx<'_>, signer: &Signer, day: Option<Date>) -> String {
    let name = format!("{}, {}", signer.name, signer.title);
    match unable(cx, signer, day) {
        Some(reason) => format!("{name} ({})", cx.t(&reason)),
        None => name,
    }
}
