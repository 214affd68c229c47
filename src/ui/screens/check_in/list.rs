//! The list of a desk: who fits what is typed, or while nothing is, who came in here last.

use eframe::egui::{
    CornerRadius, Id, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::result::time_of;
use super::{CheckInScreen, Desk};
use crate::domain::{CheckIn, CheckInKind, GuestGroup};
use crate::i18n::message;
use crate::ops::DeskGuest as Guest;
use crate::ui::action::Cx;
use crate::ui::components::{Button, Tone, badge, card, line, link, text};
use crate::ui::theme::{self, BODY, BODY_MEDIUM, CARD, COMPACT, SECTION, SMALL, SMALL_FIGURES, space};

/// So many guests are listed; who has typed so little types on.
pub(super) const LISTED: usize = 30;
/// So many entries of the desk are listed.
const RECENT: usize = 20;
/// Height of a row, which a finger can hit.
const ROW: f32 = space::TOUCH + 20.0;

impl CheckInScreen {
    pub(super) fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, desk: &Desk) {
        card(ui, &cx.theme.clone(), 0, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if self.typed.trim().is_empty() {
                self.recent_ui(ui, cx, desk);
            } else {
                self.found_ui(ui, cx, desk);
            }
        });
    }

    fn found_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, desk: &Desk) {
        let typed = self.typed.trim().to_owned();
        let count = self.found.places.len();
        if count == 0 {
            let words = message("desk-none-found").with("typed", typed);
            head_ui(ui, cx, &cx.t(&words), None);
            foot_ui(ui, cx, |ui, cx| {
                text(ui, &cx.t(&message("desk-none-explain")), BODY, cx.theme.c.muted);
            });
            return;
        }
        let words = message("desk-found").with("count", count).with("typed", typed);
        head_ui(ui, cx, &cx.t(&words), Some(&cx.t(&message("desk-keys"))));
        let mut comes = None;
        for (place, at) in self.found.places.iter().take(LISTED).enumerate() {
            let Some(guest) = desk.guests.guests.get(*at) else { continue };
            let is_chosen = self.chosen == Some(place);
            let main = self.substitute.is_none();
            let (row, pressed) = row_ui(ui, cx, desk, guest, (is_chosen, main));
            if row.clicked() {
                self.chosen = Some(place);
            }
            if is_chosen && !ui.clip_rect().contains_rect(row.rect) {
                row.scroll_to_me(None);
            }
            if pressed {
                comes = Some(guest.clone());
            }
        }
        if let Some(guest) = comes {
            self.arrive(cx, &guest);
        }
        let more = count.saturating_sub(LISTED);
        if more > 0 {
            foot_ui(ui, cx, |ui, cx| {
                text(ui, &cx.t(&message("desk-more").with("count", more)), BODY, cx.theme.c.muted);
            });
        }
        let mut instead = false;
        foot_ui(ui, cx, |ui, cx| {
            let start = cx.t(&message("desk-instead-start"));
            ui.horizontal_wrapped(|ui| {
                line(ui, &cx.t(&message("desk-instead-question")), BODY, cx.theme.c.text);
                instead = link(ui, &cx.theme, &start, BODY_MEDIUM).clicked();
                line(ui, "F3", SMALL, cx.theme.c.muted);
            });
        });
        if instead {
            self.start_substitute(ui, cx, desk);
        }
    }

    fn recent_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, desk: &Desk) {
        if desk.guests.guests.is_empty() {
            head_ui(ui, cx, &cx.t(&message("desk-no-guests")), None);
            foot_ui(ui, cx, |ui, cx| {
                text(ui, &cx.t(&message("desk-no-guests-explain")), BODY, cx.theme.c.muted);
            });
            return;
        }
        head_ui(ui, cx, &cx.t(&message("desk-recent").with("desk", desk.name.as_str())), None);
        // What was taken back is in the history, and no longer here.
        let standing = |entry: &&CheckIn| {
            entry.kind == CheckInKind::Arrival
                && entry.desk == desk.name
                && entry.participation.and_then(|guest| desk.entries.arrival(guest)) == Some(*entry)
        };
        let entries = desk.entries.entries.iter().rev().map(|stored| &stored.record).filter(standing);
        let mut count = 0;
        for guest in entries.take(RECENT).filter_map(|entry| desk.guests.guest(entry.participation?)) {
            count += 1;
            if row_ui(ui, cx, desk, guest, (false, false)).0.clicked() {
                self.show_arrival(desk, guest.id);
            }
        }
        foot_ui(ui, cx, |ui, cx| {
            if count == 0 {
                let words = message("desk-recent-none").with("desk", desk.name.as_str());
                text(ui, &cx.t(&words), BODY, cx.theme.c.text);
            }
            text(ui, &cx.t(&message("desk-others")), COMPACT, cx.theme.c.muted);
        });
    }
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, title: &str, keys: Option<&str>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let c = cx.theme.c;
    // The keys are told whole or not at all.
    let keys = keys.map(|keys| theme::galley(ui, keys, SMALL, c.muted, rect.width() * 0.55, 1));
    let keys = keys.filter(|keys| !keys.elided);
    let taken = keys.as_ref().map_or(0.0, |keys| keys.size().x + 16.0);
    let title = theme::galley(ui, title, CARD, c.text, rect.width() - 32.0 - taken, 1);
    ui.painter().galley(pos2(rect.left() + 16.0, rect.center().y - title.size().y / 2.0), title, c.text);
    if let Some(keys) = keys {
        let at = pos2(rect.right() - 16.0 - keys.size().x, rect.center().y - keys.size().y / 2.0);
        ui.painter().galley(at, keys, c.muted);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.line());
}

fn foot_ui(ui: &mut Ui, cx: &Cx<'_>, content: impl FnOnce(&mut Ui, &Cx<'_>)) {
    eframe::egui::Frame::new().inner_margin(eframe::egui::Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        content(ui, cx);
    });
}

/// A guest; whether the button of the row was pressed.
/// `main` is false while another button is the one to press.
fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    desk: &Desk,
    guest: &Guest,
    (chosen, main): (bool, bool),
) -> (Response, bool) {
    let c = cx.theme.c;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, Id::unique(("desk-row", guest.id.any())), Sense::click());
    let arrival = desk.entries.arrival(guest.id);
    let state = match arrival {
        Some(entry) => message("desk-in").with("time", time_of(cx, entry)),
        None if guest.substitute.is_some() => message("desk-replaced"),
        None => message("desk-declined"),
    };
    let state = cx.t(&state);
    let name = format!("{}, {}, {}, {state}", guest.name, guest.standing(), guest.code);
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen, &name));
    if chosen || response.hovered() || response.has_focus() {
        let ground = if chosen { c.selection } else { c.hover };
        ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
    }
    if chosen {
        let bar = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
        ui.painter().rect_filled(bar, CornerRadius::ZERO, c.primary);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.line());
    let end = 164.0;
    let middle = if rect.width() > 560.0 { 196.0 } else { 0.0 };
    let room = rect.width() - 16.0 - end - middle - 24.0;
    let first = theme::galley(ui, &guest.name, SECTION, c.text, room, 1);
    ui.painter().galley(pos2(rect.left() + 16.0, rect.top() + 8.0), first, c.text);
    let second = if guest.instead_of.is_empty() {
        guest.standing()
    } else {
        let instead = cx.t(&message("desk-instead").with("name", guest.instead_of.as_str()));
        format!("{instead} · {}", guest.standing())
    };
    let second = theme::galley(ui, &second, COMPACT, c.muted, room, 1);
    ui.painter().galley(pos2(rect.left() + 16.0, rect.top() + 34.0), second, c.muted);
    if middle > 0.0 {
        let right = rect.right() - end - 12.0;
        let group = if guest.group == GuestGroup::None { String::new() } else { cx.t(&guest.group.label()) };
        let group = theme::galley(ui, &group, COMPACT, c.text, middle, 1);
        ui.painter().galley(pos2(right - group.size().x, rect.top() + 11.0), group, c.text);
        let code = theme::galley(ui, &guest.code, SMALL_FIGURES, c.muted, middle, 1);
        ui.painter().galley(pos2(right - code.size().x, rect.top() + 35.0), code, c.muted);
    }
    let at =
        Rect::from_min_max(pos2(rect.right() - end, rect.top()), pos2(rect.right() - 16.0, rect.bottom()));
    let from_right = Layout::right_to_left(eframe::egui::Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(at).layout(from_right));
    let mut pressed = false;
    if arrival.is_some() {
        badge(&mut ui, &cx.theme, Tone::Good, icons::CHECK_CIRCLE, &state);
    } else if chosen {
        let (label, name) = (message("desk-arrive"), message("desk-arrive-name"));
        let (label, name) = (cx.t(&label), cx.t(&name.with("name", guest.name.as_str())));
        let button = if main { Button::primary(&label) } else { Button::outline(&label) };
        let button = button.icon(icons::USER_CHECK).name(&name).tall();
        pressed = button.show(&mut ui, &cx.theme).clicked();
    } else if guest.substitute.is_some() {
        badge(&mut ui, &cx.theme, Tone::Busy, icons::USER_SWITCH, &state);
    }
    (response, pressed)
}
