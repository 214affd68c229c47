//! The answer of a desk over the whole width: green for who came, yellow for who was in, red for who is on no list.

use eframe::egui::{Color32, Ui, vec2};
use egui_phosphor::regular as icons;

use super::{CheckInScreen, Desk};
use crate::domain::{
    CheckIn, CheckInKind, CodeSet, GuestClass, GuestGroup, Handout, Id as RecordId, Participation,
    office_time,
};
use crate::i18n::message;
use crate::ops::{DeskAct, DeskGuest as Guest, Noted};
use crate::ui::action::Cx;
use crate::ui::components::{Button, big_tick, heading, line, result_panel, text};
use crate::ui::theme::{
    self, Kind, NUMBER, PARAGRAPH, SECTION, STAGE_PERSON, STAGE_SMALL, STAGE_TITLE, space,
};
use crate::vietnamese::show_time;

/// What is shown.
pub(super) enum Shown {
    /// A guest whose arrival stands in the register.
    Guest {
        /// The guest.
        guest: RecordId<Participation>,
        /// The name, until the guest is among those known here.
        name: String,
        /// The entry.
        entry: CheckIn,
        /// Was in before.
        already: bool,
        /// The entries that are known here have it.
        seen: bool,
    },
    /// An arrival was taken back.
    Withdrawn(RecordId<Participation>, String),
    /// Nobody fits what was typed.
    Unknown(String),
}

impl Shown {
    /// What an act came to, if it is something to show.
    pub(super) fn of(noted: Noted, name: String) -> Option<Self> {
        let Noted { guest, entry, already } = noted;
        match entry.kind {
            CheckInKind::Arrival => Some(Self::Guest { guest, name, entry, already, seen: false }),
            CheckInKind::Withdrawal => Some(Self::Withdrawn(guest, name)),
            CheckInKind::Badge | CheckInKind::Handout | CheckInKind::Given | CheckInKind::TakenBack => None,
        }
    }

    /// An arrival that is known.
    pub(super) fn arrived(guest: RecordId<Participation>, entry: CheckIn) -> Self {
        Self::Guest { guest, name: String::new(), entry, already: false, seen: true }
    }
}

/// When an entry was made, as it is spoken.
pub(super) fn time_of(cx: &Cx<'_>, entry: &CheckIn) -> String {
    let moment = entry.at.and_then(office_time);
    moment.map(|moment| show_time(moment.time(), cx.language)).unwrap_or_default()
}

/// Who wrote an entry, and where.
fn by(cx: &Cx<'_>, entry: &CheckIn) -> String {
    let words = if entry.officer.is_empty() {
        message("desk-by-desk")
    } else {
        message("desk-by").with("officer", entry.officer.as_str())
    };
    cx.t(&words.with("desk", entry.desk.as_str()))
}

/// Group, what the guest signs, and how the guest came to be here.
fn remarks(cx: &Cx<'_>, guest: &Guest) -> String {
    let mut words = Vec::new();
    if guest.class == GuestClass::Vip {
        words.push(cx.t(&guest.class.label()));
    }
    if guest.group != GuestGroup::None {
        words.push(cx.t(&message("desk-group").with("group", guest.group.label())));
    }
    if let Some(signs) = guest.signs {
        let label = match (signs.in_person, signs.batch) {
            (true, 0) => message("desk-signs-place"),
            (true, _) => message("desk-signs"),
            (false, 0) => message("desk-unit-signs-place"),
            (false, _) => message("desk-unit-signs"),
        };
        let label = label.with("place", signs.place.to_string());
        words.push(cx.t(&match signs.batch {
            0 => label,
            batch => label.with("batch", batch.to_string()),
        }));
    }
    if !guest.instead_of.is_empty() {
        words.push(cx.t(&message("desk-instead").with("name", guest.instead_of.as_str())));
    }
    if guest.walk_in {
        words.push(cx.t(&message("desk-walk-in")));
    }
    if !guest.code.is_empty() {
        words.push(guest.code.clone());
    }
    words.join(" · ")
}

/// The name as large as it fits.
fn name_ui(ui: &mut Ui, name: &str, ink: Color32, low: bool) {
    let kinds: &[Kind] = if low { &[STAGE_PERSON, NUMBER] } else { &[STAGE_TITLE, STAGE_PERSON, NUMBER] };
    let width = ui.available_width();
    let fits = |kind: &&Kind| !theme::galley(ui, name, **kind, ink, width, 1).elided;
    let kind = kinds.iter().find(fits).copied().unwrap_or(NUMBER);
    heading(ui, name, kind, ink);
}

/// Organisation and position: smaller rather than cut.
fn standing_ui(ui: &mut Ui, standing: &str, ink: Color32, low: bool) {
    let width = ui.available_width();
    let is_long = theme::galley(ui, standing, STAGE_SMALL, ink, width, 1).elided;
    if !standing.is_empty() {
        text(ui, standing, if low || is_long { PARAGRAPH } else { STAGE_SMALL }, ink);
    }
}

/// How large the sign of an answer is.
fn disc(low: bool) -> f32 {
    if low { 52.0 } else { 84.0 }
}

/// An answer of a title, a name and what there is to say of it.
fn words_ui(ui: &mut Ui, cx: &Cx<'_>, low: bool, look: (Color32, &str), [title, name, words]: [&str; 3]) {
    let said = |ui: &mut Ui, ink| {
        line(ui, title, SECTION, ink);
        name_ui(ui, name, ink, low);
        text(ui, words, PARAGRAPH, ink);
    };
    result_panel(ui, &cx.theme, look, disc(low), 0.0, said, |_| {});
}

/// What is handed out, as ticks; what the guest has now when one was pressed.
fn handouts_ui(ui: &mut Ui, cx: &Cx<'_>, has: CodeSet) -> Option<CodeSet> {
    let mut pressed = None;
    for handout in Handout::ALL.iter().copied() {
        let on = has.0.contains(handout.code());
        if big_tick(ui, &cx.theme, on, &cx.t(&handout.label())).clicked() {
            pressed = Some(handout.code().to_owned());
        }
    }
    let code = pressed?;
    let mut after = has;
    if !after.0.remove(&code) {
        after.0.insert(code);
    }
    Some(after)
}

impl CheckInScreen {
    pub(super) fn result_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, desk: &Desk, low: bool) {
        self.drop_what_no_longer_stands(desk);
        let Some(shown) = self.shown.take() else { return };
        let c = cx.theme.c;
        match &shown {
            Shown::Guest { guest, name, entry, already, .. } => {
                self.guest_ui(ui, cx, desk, low, (*guest, name), (entry, *already));
            }
            Shown::Withdrawn(id, name) => {
                let guest = desk.guests.guest(*id);
                let spoken = guest.map_or_else(|| name.clone(), Guest::spoken);
                let standing = guest.map(Guest::standing).unwrap_or_default();
                let look = (c.warning_solid, icons::ARROW_U_UP_LEFT);
                words_ui(ui, cx, low, look, [&cx.t(&message("desk-withdrawn")), &spoken, &standing]);
            }
            Shown::Unknown(typed) => {
                let (title, words) = (message("desk-unknown"), message("desk-unknown-explain"));
                let look = (c.danger_solid, icons::X);
                words_ui(ui, cx, low, look, [&cx.t(&title), &format!("“{typed}”"), &cx.t(&words)]);
            }
        }
        self.shown = Some(shown);
        ui.add_space(space::M);
    }

    /// A guest who is in, and what can be done.
    fn guest_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        desk: &Desk,
        low: bool,
        (id, name): (RecordId<Participation>, &str),
        (entry, already): (&CheckIn, bool),
    ) {
        let theme = cx.theme;
        let guest = desk.guests.guest(id);
        // Only one of a guest and who comes instead of the guest was expected.
        let both = desk.guests.other_of(id).filter(|other| desk.entries.arrival(other.id).is_some());
        let (look, words) = if let (Some(_), false) = (both, already) {
            ((theme.c.warning_solid, icons::WARNING), message("desk-at"))
        } else if already {
            ((theme.c.warning_solid, icons::WARNING), message("desk-already"))
        } else {
            ((theme.c.success_solid, icons::CHECK), message("desk-at"))
        };
        let words = cx.t(&words.with("time", time_of(cx, entry)));
        let room = 344.0_f32.min(ui.available_width() * 0.4);
        let presence = desk.entries.presence.get(&id);
        let (mut withdraw, mut badge, mut given) = (false, false, None);
        let free = self.way.is_idle();
        let said = |ui: &mut Ui, ink| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(12.0, 0.0);
                line(ui, &words, SECTION, ink);
                line(ui, &by(cx, entry), PARAGRAPH, ink);
            });
            name_ui(ui, &guest.map_or_else(|| name.to_owned(), Guest::spoken), ink, low);
            if let Some(guest) = guest {
                standing_ui(ui, &guest.standing(), ink, low);
                text(ui, &remarks(cx, guest), PARAGRAPH, ink);
            }
            if let Some(other) = both {
                let words = message("desk-both").with("name", other.spoken());
                text(ui, &cx.t(&words), PARAGRAPH, ink);
            }
        };
        result_panel(ui, &theme, look, disc(low), room, said, |ui| {
            let label = match presence.map_or(0, |presence| presence.badges) {
                0 => message("desk-badge"),
                count => message("desk-badge-again").with("count", count),
            };
            let label = cx.t(&label);
            let button = Button::outline(&label).icon(icons::PRINTER).keys("F4").tall();
            badge = button.enabled(free).show(ui, &theme).clicked();
            let label = cx.t(&message("desk-withdraw"));
            let button = Button::outline(&label).icon(icons::ARROW_U_UP_LEFT).tall();
            withdraw = button.show(ui, &theme).clicked();
            let has = presence.map(|presence| presence.handouts.clone()).unwrap_or_default();
            ui.horizontal_wrapped(|ui| given = handouts_ui(ui, cx, has));
        });
        let known = guest.map_or(name, |guest| guest.name.as_str());
        if badge {
            self.print_badge(cx, desk, id);
        }
        if withdraw {
            self.act(cx, known, DeskAct::Withdraw(id), false);
        }
        if let Some(handouts) = given {
            self.act(cx, known, DeskAct::HandOut(id, handouts), false);
        }
    }

    /// The guest whose arrival is shown.
    pub(super) fn shown_guest(&self) -> Option<RecordId<Participation>> {
        match self.shown {
            Some(Shown::Guest { guest, .. }) => Some(guest),
            _ => None,
        }
    }

    /// An arrival that was undone elsewhere is not shown any longer.
    fn drop_what_no_longer_stands(&mut self, desk: &Desk) {
        if let Some(Shown::Guest { guest, seen, .. }) = &mut self.shown {
            let is_in = desk.entries.arrival(*guest).is_some();
            if *seen && !is_in {
                self.shown = None;
            } else {
                *seen |= is_in;
            }
        }
    }
}
