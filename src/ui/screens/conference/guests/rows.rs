//! What the lists of guests share: the columns there is room for, names, invitations, answers; the head of their pages.

use eframe::egui::{Key, Modifiers, Ui};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use crate::domain::{Answer, GuestGroup, InvitationChannel, Meal, Participation};
use crate::i18n::{Message, field_label, message};
use crate::ops::Guest;
use crate::ui::action::Cx;
use crate::ui::components::{TableColumn, TableRow, Tone, heading, icon_button, is_covered};
use crate::ui::theme::{RECORD, space};
use crate::vietnamese::{PartialDate, phone};

/// The head of a page that was opened from the guests, in a line of its own; whether to go back to them, and not to
/// the screen before the conference.
pub(super) fn back_ui(ui: &mut Ui, cx: &Cx<'_>, title: &Message) -> bool {
    let free = !is_covered(ui.ctx()) && !ui.ctx().text_edit_focused();
    let left = free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    ui.set_height(space::CONTROL);
    let pressed = icon_button(ui, &cx.theme, icons::ARROW_LEFT, &cx.t(&message("forms-back"))).clicked();
    heading(ui, &cx.t(title), RECORD, cx.theme.c.text);
    left || pressed
}

/// A column of a list of guests.
pub(super) fn column(cx: &Cx<'_>, key: &'static str, label: &Message, width: f32) -> TableColumn {
    let numeric = matches!(key, "place" | "companions");
    TableColumn { key, label: cx.t(label), numeric, sortable: false, width }
}

/// The columns there is room for. Who reminds guests needs their telephone numbers, and when that was done last.
pub(super) fn columns(cx: &Cx<'_>, room: f32, reminding: bool) -> Vec<TableColumn> {
    let column = |key, label, width| column(cx, key, &label, width);
    let mut columns = vec![
        column("place", message("guests-place"), 48.0),
        column("person", message("guests-name"), 0.0),
        column("organisation", message("guests-from"), 0.0),
        column("guest_group", field_label("guest_group"), 160.0),
        column("class", message("guests-class"), 146.0),
        column("invitation", message("guests-invitation"), 200.0),
        column("answer", field_label("answer"), 144.0),
        column("meal", field_label("meal"), 84.0),
        column("companions", message("guests-companions"), 66.0),
    ];
    if reminding {
        columns.retain(|column| !matches!(column.key, "class" | "meal" | "companions"));
        columns.insert(3, column("phones", field_label("phones"), 130.0));
        columns.insert(columns.len() - 1, column("reminded", field_label("reminded_on"), 110.0));
    }
    // The bar at the right stands over the last of them.
    let mut rest = room - 12.0 - columns.iter().map(|column| column.width).sum::<f32>();
    for key in ["companions", "meal", "class", "guest_group"] {
        if rest >= 420.0 {
            break;
        }
        if let Some(place) = columns.iter().position(|column| column.key == key) {
            rest += columns.remove(place).width;
        }
    }
    for column in &mut columns {
        match column.key {
            "person" => column.width = rest * 0.56,
            "organisation" => column.width = rest * 0.44,
            _ => {}
        }
    }
    columns
}

/// The answer of a guest as a badge.
fn answer_mark(record: &Participation, answer_by: Option<Date>, today: Date) -> (Tone, &'static str) {
    match record.answer {
        Answer::Coming => (Tone::Good, icons::CHECK_CIRCLE),
        Answer::Substitute => (Tone::Busy, icons::USER_SWITCH),
        Answer::Declined => (Tone::Stop, icons::X_CIRCLE),
        Answer::None if record.wants_reminder(answer_by, today) => (Tone::Look, icons::BELL),
        Answer::None => (Tone::Plain, icons::CLOCK),
    }
}

/// The name of a guest as lists show it, with the title and who comes instead of whom.
pub(super) fn guest_name(cx: &Cx<'_>, guest: &Guest) -> String {
    let mut name = format!("{} {}", guest.polite, guest.name);
    if !guest.title.is_empty() {
        name = format!("{name}, {}", guest.title);
    }
    if !guest.substitute_for.is_empty() {
        let instead = message("guests-instead").with("name", guest.substitute_for.as_str());
        name = format!("{name} ({})", cx.t(&instead));
    }
    name
}

/// The telephone numbers of a guest.
pub(super) fn phones_of(guest: &Guest) -> String {
    guest.phones.0.iter().map(|number| phone::show(&number.digits)).collect::<Vec<_>>().join(", ")
}

/// Number, day and way of an invitation: what is cut off last matters most.
pub(super) fn invitation(cx: &Cx<'_>, record: &Participation) -> String {
    // A day of this year stands without the year.
    let day = |day: Date| {
        let whole = PartialDate::Day(day).show(cx.language);
        let year = format!("/{}", cx.today.year());
        whole.strip_suffix(&year).map_or_else(|| whole.clone(), str::to_owned)
    };
    let way = Some(record.invitation_channel).filter(|way| *way != InvitationChannel::None);
    let parts = [
        record.invitation_number.clone(),
        record.invited_on.map(day).unwrap_or_default(),
        way.map(|way| cx.t(&way.label())).unwrap_or_default(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

pub(super) fn row_of(
    cx: &Cx<'_>,
    columns: &[TableColumn],
    place: usize,
    guest: &Guest,
    answer_by: Option<Date>,
) -> TableRow {
    let record = &guest.record;
    let mut badge = None;
    let cells = columns.iter().enumerate().map(|(number, column)| match column.key {
        "place" => (place + 1).to_string(),
        "person" => guest_name(cx, guest),
        "organisation" => guest.organisation.clone(),
        "guest_group" if record.guest_group == GuestGroup::None => String::new(),
        "guest_group" => cx.t(&record.guest_group.label()),
        "class" => cx.t(&record.class.label()),
        "invitation" => invitation(cx, record),
        "answer" => {
            let (tone, icon) = answer_mark(record, answer_by, cx.today);
            badge = Some((number, tone, icon));
            if record.answer == Answer::Substitute && !guest.substitute.is_empty() {
                guest.substitute.clone()
            } else {
                cx.t(&record.answer.label())
            }
        }
        "phones" => phones_of(guest),
        "reminded" => {
            record.reminded_on.map(|day| PartialDate::Day(day).show(cx.language)).unwrap_or_default()
        }
        "meal" if record.meal == Meal::None => String::new(),
        "meal" => cx.t(&record.meal.label()),
        _ => record.companions.filter(|count| *count > 0).map(|count| count.to_string()).unwrap_or_default(),
    });
    let cells = cells.collect();
    TableRow { cells, badge }
}
