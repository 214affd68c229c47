//! The check-in desk of a conference: one field that finds guests, the answer over the whole width, and forms for
//! those who stand on no list. Nothing is shown as done before it is on disk.

mod forms;
mod list;
mod result;

use std::sync::Arc;

use eframe::egui::{self, CentralPanel, Id, Key, Modifiers, Popup, PopupCloseBehavior, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icons;

use self::forms::{SubstituteForm, WalkInForm};
use self::result::Shown;
use crate::documents::badges::BadgeSize;
use crate::domain::{Conference, Id as RecordId, Participation, RecordKind};
use crate::i18n::message;
use crate::ops::{
    AtDesk, Command, ConferenceAct, DeskAct, DeskCounts, DeskEntries, DeskEntriesAnswer, DeskGuest as Guest,
    DeskGuests, DeskGuestsAnswer, DeskTwins, Outcome,
};
use crate::runtime::{ConferencePaper, Slot, Ticket, View};
use crate::ui::action::{Action, Cx, Preference, Route};
use crate::ui::components::{
    Button, Field, Tone, at_right, banner, big_field, empty, facts_line, failed, figure, heading,
    icon_button, is_covered, line, screen_head, skeleton, text,
};
use crate::ui::screens::conference::badge_size_ui;
use crate::ui::screens::paper_way::{Came, Paper, PaperWay};
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, SCREEN, SMALL, space};

/// The field of the desk.
const FIELD: &str = "desk-field";
/// Below this width the less needed counts are only in the list of groups.
const TIGHT: f32 = 860.0;
/// Below this height the answer is drawn smaller.
const LOW: f32 = 560.0;

/// What the screen shows, taken from both answers.
#[derive(Clone)]
struct Desk {
    guests: Arc<DeskGuestsAnswer>,
    entries: Arc<DeskEntriesAnswer>,
    /// The name of the desk.
    name: String,
}

/// What fits what was typed; looked up again only when that or the guests changed.
#[derive(Default)]
struct Found {
    typed: String,
    guests: Option<Arc<DeskGuestsAnswer>>,
    places: Vec<usize>,
}

/// The desk.
#[derive(Default)]
pub struct CheckInScreen {
    of: Option<RecordId<Conference>>,
    guests: Slot<DeskGuests>,
    entries: Slot<DeskEntries>,
    typed: String,
    found: Found,
    counts: Option<(Arc<DeskGuestsAnswer>, Arc<DeskEntriesAnswer>, DeskCounts)>,
    /// The place in what was found.
    chosen: Option<usize>,
    shown: Option<Shown>,
    waiting: Vec<Waiting>,
    walk_in: WalkInForm,
    substitute: Option<SubstituteForm>,
    /// The name of the desk, while it is being typed.
    naming: Option<String>,
    /// A badge on its way to the printer, and whose it is.
    way: PaperWay,
    badge: Option<(RecordId<Participation>, String)>,
    twins: Slot<DeskTwins>,
}

/// An act whose answer has not come yet.
struct Waiting {
    ticket: Ticket<Outcome>,
    name: String,
    /// It came from a form, which is emptied when it is done.
    form: bool,
}

impl CheckInScreen {
    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, conference: Option<RecordId<Conference>>) {
        self.poll(ui, cx);
        if self.way.poll(cx) == Came::Out
            && let Some((guest, name)) = self.badge.take()
        {
            self.act(cx, &name, DeskAct::Badge(guest), false);
        }
        let asked = DeskGuests { conference, today: cx.today };
        let asked_entries = DeskEntries { conference, today: cx.today };
        let guests = self.guests.get(cx.data, &asked);
        let entries = self.entries.get(cx.data, &asked_entries);
        let fits = self.guests.answers(&asked) && self.entries.answers(&asked_entries);
        let desk = match (&guests, &entries) {
            (View::Ready(guests), View::Ready(entries)) if fits => Some(Desk {
                guests: Arc::clone(guests),
                entries: Arc::clone(entries),
                name: cx.preferences.desk.clone(),
            }),
            _ => None,
        };
        // By whatever way one comes here: what was typed for a conference stays as long as it is the same.
        if let Some(desk) = &desk {
            let of = desk.guests.conference.as_ref().map(|stored| stored.id);
            if self.of != of {
                let (guests, entries) = (std::mem::take(&mut self.guests), std::mem::take(&mut self.entries));
                *self = Self { of, guests, entries, ..Self::default() };
            }
        }
        let ready = desk.as_ref().filter(|desk| desk.guests.conference.is_some());
        let ground = screen_head(ui, cx.theme, cx.narrow, "desk-head", |ui| {
            ui.horizontal_top(|ui| self.head_ui(ui, cx, ready));
        });
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            let Some(desk) = desk else {
                match (guests, entries) {
                    (View::Failed(error), _) | (_, View::Failed(error)) => {
                        if failed(ui, &cx.theme, cx.language, &error, &cx.t(&message("act-again"))) {
                            (self.guests, self.entries) = (Slot::default(), Slot::default());
                        }
                    }
                    _ => skeleton(ui, &cx.theme, 8),
                }
                return;
            };
            if desk.guests.conference.is_none() {
                let (title, words) = (message("conference-empty"), message("conference-empty-explain"));
                empty(ui, &cx.theme.clone(), &cx.t(&title), &cx.t(&words), |ui| {
                    let add = cx.t(&message("act-new-conference"));
                    if Button::primary(&add).icon(icons::PLUS).show(ui, &cx.theme).clicked() {
                        cx.ask(Action::Go(Route::Form(RecordKind::Conference, None)));
                    }
                });
            } else if desk.name.is_empty() || self.naming.is_some() {
                self.naming_ui(ui, cx);
            } else {
                self.desk_ui(ui, cx, &desk);
            }
        });
    }

    /// Takes the answers that came: only now something is shown as done.
    fn poll(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        for waiting in std::mem::take(&mut self.waiting) {
            match waiting.ticket.poll() {
                None => self.waiting.push(waiting),
                Some(Ok(outcome)) => {
                    if waiting.form {
                        self.walk_in = WalkInForm::default();
                        self.substitute = None;
                        self.typed.clear();
                        ui.memory_mut(|memory| memory.request_focus(Id::unique(FIELD)));
                    }
                    if let Some(noted) = outcome.noted {
                        self.shown = Shown::of(noted, waiting.name).or(self.shown.take());
                    }
                }
                Some(Err(error)) => cx.ask(Action::Fail(error)),
            }
        }
    }

    /// Carries an act out; its answer is waited for.
    fn act(&mut self, cx: &Cx<'_>, name: &str, act: DeskAct, form: bool) {
        let command = Command::AtConference(ConferenceAct::Desk(AtDesk {
            desk: cx.preferences.desk.clone(),
            officer: cx.preferences.officer.clone(),
            name: name.to_owned(),
            act,
        }));
        self.waiting.push(Waiting { ticket: cx.data.run(command), name: name.to_owned(), form });
    }

    fn arrive(&mut self, cx: &Cx<'_>, guest: &Guest) {
        self.typed.clear();
        self.chosen = None;
        self.act(cx, &guest.name, DeskAct::Arrive(guest.id), false);
    }

    /// Which desk this is: asked once and remembered.
    fn naming_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let id = Id::unique("desk-name");
        let mut name = self.naming.take().unwrap_or_else(|| cx.preferences.desk.clone());
        let (title, words) = (cx.t(&message("desk-which")), cx.t(&message("desk-which-explain")));
        let (label, hint) = (cx.t(&message("desk-which-field")), cx.t(&message("desk-which-hint")));
        let enter =
            ui.input(|input| input.key_pressed(Key::Enter)) && ui.memory(|memory| memory.has_focus(id));
        if ui.memory(egui::Memory::focused).is_none() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let theme = cx.theme;
        empty(ui, &theme, &title, &words, |ui| {
            Field::new(id, "").name(&label).hint(&hint).width(300.0).show(ui, &theme, cx.language, &mut name);
            ui.add_space(space::S);
            badge_size_ui(ui, cx, 300.0);
            ui.add_space(space::S);
            let ready = !name.trim().is_empty();
            let start = cx.t(&message("desk-start"));
            let button = Button::primary(&start).icon(icons::CHECK).tall().enabled(ready);
            if (button.show(ui, &theme).clicked() || enter) && ready {
                cx.ask(Action::Prefer(Preference::CheckInDesk(crate::vietnamese::clean(&name))));
            } else {
                self.naming = Some(name);
            }
        });
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, desk: Option<&Desk>) {
        let tight = ui.available_width() < TIGHT;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                heading(ui, &cx.t(&message("check-in-title")), SCREEN, cx.theme.c.text);
                if let Some(desk) = desk.filter(|desk| !desk.name.is_empty()) {
                    let change = cx.t(&message("desk-change").with("desk", desk.name.as_str()));
                    let button = Button::outline(&desk.name).small().icon(icons::DESKTOP).name(&change);
                    if button.show(ui, &cx.theme).on_hover_text(&change).clicked() {
                        self.naming = Some(desk.name.clone());
                    }
                    if !tight {
                        size_ui(ui, cx);
                    }
                }
            });
            if let Some(conference) = desk.and_then(|desk| desk.guests.conference.as_ref()) {
                ui.set_max_width(if tight { 240.0 } else { 460.0 });
                line(ui, &conference.record.name, SMALL, cx.theme.c.muted);
            }
        });
        let Some(desk) = desk else { return };
        let counts = self.counted(desk).clone();
        at_right(ui, "desk-counts", |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let of = |all: usize| cx.t(&message("desk-of").with("all", all.to_string()));
            let (invited, vip) = (counts.invited, counts.vip);
            let mut figures = vec![
                (invited.0, of(invited.1), message("desk-came")),
                (vip.0, of(vip.1), message("desk-vip")),
            ];
            if !tight {
                figures.push((counts.walk_ins, String::new(), message("desk-walk-ins")));
                figures.push((counts.substitutes, String::new(), message("desk-substitutes")));
            }
            for (count, of, label) in figures {
                figure(ui, &cx.theme, &count.to_string(), &of, &cx.t(&label));
            }
            let groups = icon_button(ui, &cx.theme, icons::CHART_BAR, &cx.t(&message("desk-groups")));
            let behavior = PopupCloseBehavior::CloseOnClickOutside;
            Popup::menu(&groups).width(420.0).close_behavior(behavior).show(|ui| groups_ui(ui, cx, &counts));
        });
    }

    fn counted(&mut self, desk: &Desk) -> &DeskCounts {
        let known = self.counts.as_ref().is_some_and(|(guests, entries, _)| {
            Arc::ptr_eq(guests, &desk.guests) && Arc::ptr_eq(entries, &desk.entries)
        });
        let counts = if known { self.counts.take().map(|(.., counts)| counts) } else { None };
        let counts = counts.unwrap_or_else(|| DeskCounts::of(&desk.guests, &desk.entries));
        &self.counts.insert((Arc::clone(&desk.guests), Arc::clone(&desk.entries), counts)).2
    }

    /// The guests that fit what is typed.
    fn look_up(&mut self, desk: &Desk) {
        let same_guests = self.found.guests.as_ref().is_some_and(|guests| Arc::ptr_eq(guests, &desk.guests));
        if same_guests && self.found.typed == self.typed {
            return;
        }
        if self.found.typed != self.typed {
            self.chosen = None;
        }
        let places = desk.guests.find(&self.typed);
        self.found = Found { typed: self.typed.clone(), guests: Some(Arc::clone(&desk.guests)), places };
        if self.found.places.len() == 1 {
            self.chosen = Some(0);
        }
    }

    fn chosen_guest<'d>(&self, desk: &'d Desk) -> Option<&'d Guest> {
        desk.guests.guests.get(*self.found.places.get(self.chosen?)?)
    }

    fn desk_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, desk: &Desk) {
        let id = Id::unique(FIELD);
        let is_covered = is_covered(ui.ctx());
        if ui.memory(egui::Memory::focused).is_none() && !is_covered {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if !is_covered {
            self.keys(ui, cx, desk, id);
        }
        let was_focused = ui.memory(|memory| memory.has_focus(id));
        let (name, hint) = (cx.t(&message("desk-field")), cx.t(&message("desk-hint")));
        let clear = cx.t(&message("desk-clear"));
        let room = if self.typed.is_empty() { 0.0 } else { 150.0 };
        let mut cleared = false;
        let (theme, language) = (cx.theme, cx.language);
        big_field(ui, &theme, language, id, &name, &hint, &mut self.typed, room, |ui| {
            if room > 0.0 {
                let button = Button::plain(&clear).icon(icons::X).keys("Esc").tall();
                cleared = button.show(ui, &theme).clicked();
            }
        });
        if cleared {
            self.clear();
        }
        self.look_up(desk);
        // After the field has taken its letters: a scanner sends them and Enter in one go.
        if was_focused && !is_covered && ui.input(|input| input.key_pressed(Key::Enter)) {
            self.enter(cx, desk);
        }
        ui.add_space(space::M);
        self.twins_ui(ui, cx, desk);
        let low = ui.available_height() < LOW - 80.0;
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            self.result_ui(ui, cx, desk, low);
            let width = ui.available_width();
            let side = (width * 0.35).clamp(250.0, 424.0);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                ui.vertical(|ui| {
                    ui.set_width(width - side - space::L);
                    self.list_ui(ui, cx, desk);
                });
                ui.vertical(|ui| {
                    ui.set_width(side);
                    self.form_ui(ui, cx, desk);
                });
            });
            ui.add_space(space::L);
        });
    }

    fn clear(&mut self) {
        self.typed.clear();
        (self.chosen, self.shown) = (None, None);
    }

    fn keys(&mut self, ui: &Ui, cx: &mut Cx<'_>, desk: &Desk, field: Id) {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::NONE, Key::F2) {
            self.start_walk_in(ui);
        }
        if pressed(Modifiers::NONE, Key::F3) {
            self.start_substitute(ui, cx, desk);
        }
        if pressed(Modifiers::NONE, Key::F4)
            && let Some(guest) = self.shown_guest()
        {
            self.print_badge(cx, desk, guest);
        }
        let focused = ui.memory(egui::Memory::focused);
        if pressed(Modifiers::NONE, Key::Escape) {
            // The field has the keyboard again by then: the form goes first.
            if self.substitute.take().is_none() {
                self.clear();
            }
            ui.memory_mut(|memory| memory.request_focus(field));
        }
        if focused != Some(field) {
            return;
        }
        // While something is typed, Ctrl+Z takes back letters.
        if self.typed.is_empty() && pressed(Modifiers::COMMAND, Key::Z) {
            match desk.entries.last_at(&desk.name) {
                Some(guest) => {
                    let name = desk.guests.guest(guest).map(|guest| guest.name.clone()).unwrap_or_default();
                    self.act(cx, &name, DeskAct::Withdraw(guest), false);
                }
                None => cx.ask(Action::Say(Tone::Look, message("desk-nothing-to-undo"))),
            }
        }
        let count = self.found.places.len().min(list::LISTED);
        if pressed(Modifiers::NONE, Key::ArrowDown) && count > 0 {
            self.chosen = Some(self.chosen.map_or(0, |place| (place + 1).min(count - 1)));
        }
        if pressed(Modifiers::NONE, Key::ArrowUp) && count > 0 {
            self.chosen = Some(self.chosen.unwrap_or(0).saturating_sub(1));
        }
    }

    /// Enter in the field: the chosen guest comes in; of several one has to be chosen first.
    fn enter(&mut self, cx: &Cx<'_>, desk: &Desk) {
        if self.typed.trim().is_empty() {
            return;
        }
        if let Some(guest) = self.chosen_guest(desk).cloned() {
            self.arrive(cx, &guest);
        } else if self.found.places.is_empty() {
            self.shown = Some(Shown::Unknown(self.typed.trim().to_owned()));
        } else {
            self.chosen = Some(0);
        }
    }

    /// Another laptop writes under the name of this desk: nobody could tell who was taken in where.
    fn twins_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &Desk) {
        let Some(conference) = &desk.guests.conference else { return };
        let question = DeskTwins { conference: conference.id, desk: desk.name.clone() };
        let twins = self.twins.get(cx.data, &question).ready().unwrap_or_default();
        if twins.is_empty() || !self.twins.answers(&question) {
            return;
        }
        let codes: Vec<&str> = twins.iter().map(|(code, _)| code.as_str()).collect();
        let words = message("desk-twins")
            .with("codes", codes.join(", "))
            .with("desk", desk.name.as_str())
            .with("count", twins.iter().map(|(_, count)| count).sum::<i64>());
        let change = cx.t(&message("desk-twins-change"));
        let theme = cx.theme;
        let pressed = banner(ui, &theme, Tone::Look, &cx.t(&words), |ui| {
            Button::outline(&change).small().icon(icons::DESKTOP).show(ui, &theme).clicked()
        });
        if pressed {
            self.naming = Some(desk.name.clone());
        }
        ui.add_space(space::S);
    }

    fn start_walk_in(&mut self, ui: &Ui) {
        self.substitute = None;
        // A name typed without tones finds, and is not one to be printed on a badge.
        if self.found.places.is_empty() && !self.typed.is_ascii() {
            self.walk_in.set_name(&self.typed);
        }
        ui.memory_mut(|memory| memory.request_focus(forms::walk_in_field()));
    }

    fn start_substitute(&mut self, ui: &Ui, cx: &mut Cx<'_>, desk: &Desk) {
        match self.chosen_guest(desk) {
            Some(guest) => {
                self.substitute = Some(SubstituteForm::of(guest));
                ui.memory_mut(|memory| memory.request_focus(forms::substitute_field()));
            }
            None => cx.ask(Action::Say(Tone::Look, message("desk-choose-first"))),
        }
    }

    /// Prints the badge of a guest on the usual printer; what was printed is counted.
    fn print_badge(&mut self, cx: &mut Cx<'_>, desk: &Desk, guest: RecordId<Participation>) {
        let Some(conference) = desk.guests.conference.as_ref().filter(|_| self.way.is_idle()) else { return };
        let paper = ConferencePaper::Badges(cx.preferences.badges);
        let only = Some(vec![guest]);
        let made = cx.data.conference_paper(conference.id, paper, only, (cx.language, cx.today));
        self.way.start(Paper::Print(None, 1), made);
        let name = desk.guests.guest(guest).map(|guest| guest.name.clone()).unwrap_or_default();
        self.badge = Some((guest, name));
    }

    /// Shows the arrival of a guest who is in.
    fn show_arrival(&mut self, desk: &Desk, guest: RecordId<Participation>) {
        self.shown = desk.entries.arrival(guest).map(|entry| Shown::arrived(guest, entry.clone()));
    }
}

/// The size of the badges this laptop prints, beside the name of its desk.
fn size_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let shown = cx.t(&cx.preferences.badges.label());
    let name = cx.t(&message("desk-badge-size").with("size", shown.as_str()));
    let button = Button::outline(&shown).small().icon(icons::IDENTIFICATION_BADGE).name(&name);
    let button = button.show(ui, &cx.theme).on_hover_text(&name);
    Popup::menu(&button).show(|ui| {
        for size in BadgeSize::ALL {
            if Button::plain(&cx.t(&size.label())).show(ui, &cx.theme).clicked() {
                cx.ask(Action::Prefer(Preference::Badges(size)));
                ui.close();
            }
        }
    });
}

/// Who is there, by group.
fn groups_ui(ui: &mut Ui, cx: &Cx<'_>, counts: &DeskCounts) {
    ui.set_min_width(400.0);
    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
    text(ui, &cx.t(&message("desk-there").with("count", counts.there)), CARD, cx.theme.c.text);
    let others =
        [(message("desk-walk-ins"), counts.walk_ins), (message("desk-substitutes"), counts.substitutes)];
    for (label, count) in others {
        let label = cx.t(&label);
        let mut letters = label.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        facts_line(ui, &cx.theme, &format!("{first}{}", letters.as_str()), 200.0, |ui| {
            line(ui, &count.to_string(), BODY_MEDIUM, cx.theme.c.text);
        });
    }
    for (group, there, invited) in &counts.groups {
        let words =
            message("desk-group-line").with("there", there.to_string()).with("invited", invited.to_string());
        facts_line(ui, &cx.theme, &cx.t(&group.label()), 200.0, |ui| {
            line(ui, &cx.t(&words), BODY, cx.theme.c.text);
        });
    }
    if !counts.provinces.is_empty() {
        let by: Vec<String> =
            counts.provinces.iter().map(|(name, count)| format!("{name} {count}")).collect();
        let words = message("desk-provinces").with("list", by.join(" · "));
        text(ui, &cx.t(&words), BODY, cx.theme.c.text);
    }
    text(ui, &cx.t(&message("desk-others")), COMPACT, cx.theme.c.muted);
}
