//! The forms of a desk: somebody who stands on no list, and somebody who comes instead of a guest.

use eframe::egui::{Id, Ui, vec2};
use egui_phosphor::regular as icons;

use super::{CheckInScreen, Desk};
use crate::domain::{ConsentPurpose, GuestGroup, Id as RecordId, Participation, RecordKind};
use crate::i18n::{field_label, message};
use crate::ops::{DeskAct, DeskGuest as Guest, Find, WalkIn};
use crate::runtime::Slot;
use crate::ui::action::Cx;
use crate::ui::components::{
    Button, Field, Finding, Suggested, Suggestion, card, choice, entered, heading, line, suggest, text,
};
use crate::ui::screens::conference::ticks;
use crate::ui::theme::{CARD, SMALL, space};

/// So many organisations are offered.
const OFFERED: usize = 5;

/// The first field of the form for who stands on no list.
pub(super) fn walk_in_field() -> Id {
    Id::unique("desk-new-name")
}

/// The first field of the form for who comes instead of a guest.
pub(super) fn substitute_field() -> Id {
    Id::unique("desk-instead-name")
}

/// Somebody who stands on no list.
#[derive(Default)]
pub(super) struct WalkInForm {
    walk_in: WalkIn,
    organisations: Slot<Find>,
}

impl WalkInForm {
    pub(super) fn set_name(&mut self, name: &str) {
        name.trim().clone_into(&mut self.walk_in.name);
    }
}

/// Somebody who comes instead of a guest.
pub(super) struct SubstituteForm {
    guest: RecordId<Participation>,
    guest_name: String,
    name: String,
    phone: String,
}

impl SubstituteForm {
    pub(super) fn of(guest: &Guest) -> Self {
        Self { guest: guest.id, guest_name: guest.spoken(), name: String::new(), phone: String::new() }
    }
}

impl CheckInScreen {
    pub(super) fn form_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, desk: &Desk) {
        card(ui, &cx.theme.clone(), 16, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            match self.substitute.take() {
                Some(mut form) => {
                    if self.substitute_ui(ui, cx, &mut form) {
                        self.substitute = Some(form);
                    }
                }
                None => self.walk_in_ui(ui, cx, desk),
            }
        });
    }

    fn walk_in_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, desk: &Desk) {
        let theme = cx.theme;
        ui.horizontal(|ui| {
            heading(ui, &cx.t(&message("desk-new-title")), CARD, theme.c.text);
            line(ui, "F2", SMALL, theme.c.muted);
        });
        let focused = ui.memory(eframe::egui::Memory::focused);
        let (name, phone) = (walk_in_field(), Id::unique("desk-new-phone"));
        let organisation = Id::unique("desk-new-organisation");
        let label = cx.t(&message("desk-new-name"));
        let form = &mut self.walk_in;
        Field::new(name, &label).show(ui, &theme, cx.language, &mut form.walk_in.name);
        organisation_ui(ui, cx, organisation, form);
        let half = (ui.available_width() - space::S) / 2.0;
        ui.horizontal_top(|ui| {
            let label = cx.t(&message("desk-new-phone"));
            Field::new(phone, &label).width(half).show(ui, &theme, cx.language, &mut form.walk_in.phone);
            let groups: Vec<String> = GuestGroup::ALL.iter().map(|group| cx.t(&group.label())).collect();
            let label = cx.t(&message("desk-new-group"));
            let shown = cx.t(&form.walk_in.group.label());
            let id = Id::unique("desk-new-group");
            let chosen = choice(ui, &theme, cx.language, id, &label, &shown, &groups, half, None);
            if let Some(group) = chosen.and_then(|place| GuestGroup::ALL.get(place)) {
                form.walk_in.group = *group;
            }
        });
        let ready = !form.walk_in.name.trim().is_empty();
        let add = cx.t(&message("desk-new-add"));
        let wide = ui.available_width();
        let button = Button::outline(&add).icon(icons::USER_PLUS).tall().wide(wide).enabled(ready);
        let pressed = button.show(ui, &theme).clicked() || entered(ui, focused, &[name, organisation, phone]);
        // What may be left out stands below what must be in sight on a small screen.
        line(ui, &cx.t(&field_label("consents")), SMALL, theme.c.muted);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::M, 0.0);
            let purposes: Vec<_> =
                ConsentPurpose::ALL.iter().map(|purpose| (purpose.code(), purpose.label())).collect();
            ticks(ui, cx, &purposes, &mut form.walk_in.consents);
        });
        if pressed
            && ready
            && let Some(conference) = &desk.guests.conference
        {
            let walk_in = self.walk_in.walk_in.clone();
            let name = walk_in.name.clone();
            self.act(cx, &name, DeskAct::WalkIn(conference.id, walk_in), true);
        }
    }

    /// Whether the form stays.
    fn substitute_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, form: &mut SubstituteForm) -> bool {
        let theme = cx.theme;
        let title = message("desk-instead-title").with("name", form.guest_name.as_str());
        text(ui, &cx.t(&title), CARD, theme.c.text);
        let focused = ui.memory(eframe::egui::Memory::focused);
        let (name, phone) = (substitute_field(), Id::unique("desk-instead-phone"));
        let label = cx.t(&message("desk-instead-name"));
        Field::new(name, &label).show(ui, &theme, cx.language, &mut form.name);
        let label = cx.t(&message("desk-instead-phone"));
        Field::new(phone, &label).show(ui, &theme, cx.language, &mut form.phone);
        ui.add_space(space::S);
        let ready = !form.name.trim().is_empty();
        let add = cx.t(&message("desk-instead-add"));
        let wide = ui.available_width();
        let button = Button::primary(&add).icon(icons::USER_SWITCH).tall().wide(wide).enabled(ready);
        let pressed = button.show(ui, &theme).clicked() || entered(ui, focused, &[name, phone]);
        if pressed && ready {
            let act = DeskAct::Substitute(form.guest, form.name.clone(), form.phone.clone());
            self.act(cx, &form.name, act, true);
        }
        let cancel = cx.t(&message("act-cancel"));
        !Button::plain(&cancel).tall().show(ui, &theme).clicked()
    }
}

/// The organisation in words; those of the register that fit are offered.
fn organisation_ui(ui: &mut Ui, cx: &Cx<'_>, id: Id, form: &mut WalkInForm) {
    let label = cx.t(&message("desk-new-organisation"));
    let typed = &mut form.walk_in.organisation;
    let mut offered: Vec<Suggestion> = Vec::new();
    if !typed.trim().is_empty() && ui.memory(|memory| memory.has_focus(id)) {
        let kinds = vec![RecordKind::Organisation];
        let question = Find { text: typed.clone(), kinds, limit: OFFERED };
        if let Some(hits) = form.organisations.get(cx.data, &question).ready() {
            let rows = hits.iter().filter(|hit| hit.name != *typed);
            offered =
                rows.map(|hit| Suggestion { title: hit.name.clone(), second: hit.place.clone() }).collect();
        }
    }
    let nothing = cx.t(&message("desk-new-as-said"));
    let finding = Finding {
        id,
        label: &label,
        hint: "",
        required: None,
        problem: None,
        help: "",
        width: f32::INFINITY,
        make: None,
        nothing: &nothing,
    };
    if let Suggested::Taken(place) = suggest(ui, &cx.theme, cx.language, &finding, typed, &offered)
        && let Some(taken) = offered.get(place)
    {
        taken.title.clone_into(typed);
    }
}
