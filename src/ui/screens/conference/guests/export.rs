//! The list of guests as a file: by rank, by group, by province.

use super::rows::{guest_name, invitation, phones_of};
use crate::documents::list::{ListCell, ListPaper};
use crate::domain::{Conference, GuestGroup, Meal};
use crate::i18n::{field_label, message};
use crate::ops::Guest;
use crate::ui::action::Cx;
use crate::vietnamese::{PartialDate, sort_key};

/// How the list is arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arranged {
    /// In order of protocol.
    Rank,
    /// By group, there in order of protocol.
    Group,
    /// By province, there in order of protocol.
    Province,
    /// In order of protocol, with telephone numbers: for the office, which calls the guests.
    Reminder,
}

/// The list of who is reminded has the first so many columns of the others: number, name, organisation, group.
const REMINDED: usize = 4;

/// The guests that are shown as a list.
pub(super) fn list_paper(
    cx: &Cx<'_>,
    conference: &Conference,
    guests: &[&Guest],
    arranged: Arranged,
) -> ListPaper {
    let mut guests = guests.to_vec();
    let title = match arranged {
        Arranged::Rank => message("guests-paper-rank"),
        Arranged::Reminder => message("guests-paper-remind"),
        Arranged::Group => {
            guests.sort_by_key(|guest| {
                (guest.record.guest_group == GuestGroup::None, guest.record.guest_group)
            });
            message("guests-paper-group")
        }
        Arranged::Province => {
            guests.sort_by_cached_key(|guest| (guest.province.is_empty(), sort_key(&guest.province)));
            message("guests-paper-province")
        }
    };
    let mut head = vec![
        (message("guests-place"), 50.0),
        (message("guests-name"), 220.0),
        (field_label("organisation"), 220.0),
        (field_label("guest_group"), 130.0),
        (message("filter-province"), 110.0),
        (field_label("code"), 90.0),
        (message("guests-invitation"), 130.0),
        (field_label("answer"), 110.0),
        (field_label("meal"), 80.0),
        (field_label("companions"), 70.0),
    ];
    // What the list is arranged by stands first, behind the number.
    let first = match arranged {
        Arranged::Rank | Arranged::Reminder => None,
        Arranged::Group => Some(3),
        Arranged::Province => Some(4),
    };
    if let Some(place) = first {
        let own = head.remove(place);
        head.insert(1, own);
    }
    if arranged == Arranged::Reminder {
        head.truncate(REMINDED);
        head.extend([
            (field_label("phones"), 150.0),
            (message("guests-invitation"), 130.0),
            (field_label("reminded_on"), 90.0),
            (field_label("answer"), 150.0),
        ]);
    }
    let rows = (1_i64..).zip(&guests).map(|(number, guest)| {
        let record = &guest.record;
        let text = |text: String| ListCell { text, number: None };
        let group = Some(record.guest_group).filter(|group| *group != GuestGroup::None);
        let meal = Some(record.meal).filter(|meal| *meal != Meal::None);
        let companions = record.companions.filter(|count| *count > 0);
        let mut row = vec![
            ListCell { text: number.to_string(), number: Some(number.into()) },
            text(guest_name(cx, guest)),
            text(guest.organisation.clone()),
            text(group.map(|group| cx.t(&group.label())).unwrap_or_default()),
            text(guest.province.clone()),
            text(record.code.clone()),
            text(invitation(cx, record)),
            text(cx.t(&record.answer.label())),
            text(meal.map(|meal| cx.t(&meal.label())).unwrap_or_default()),
            ListCell {
                text: companions.map(|count| count.to_string()).unwrap_or_default(),
                number: companions.map(Into::into),
            },
        ];
        if let Some(place) = first {
            let own = row.remove(place);
            row.insert(1, own);
        }
        if arranged == Arranged::Reminder {
            let day = record.reminded_on.map(|day| PartialDate::Day(day).show(cx.language));
            row.truncate(REMINDED);
            row.extend([text(phones_of(guest)), text(invitation(cx, record)), text(day.unwrap_or_default())]);
            // Room to write what was answered.
            row.push(text(String::new()));
        }
        row
    });
    let day = message("guests-paper-day").with("day", PartialDate::Day(cx.today).show(cx.language));
    ListPaper {
        title: cx.t(&title),
        notes: vec![conference.name.clone(), cx.t(&day)],
        widths: head.iter().map(|(_, width)| *width).collect(),
        head: head.iter().map(|(label, _)| cx.t(label)).collect(),
        rows: rows.collect(),
        foot: cx.t(&message("list-foot")),
        language: cx.language,
    }
}
