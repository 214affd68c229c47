//! What has to be arranged for the guests: meals, companions, hotels and who fetches whom, by guest and in sums.

use std::sync::Arc;

use eframe::egui::{Id, Ui};
use egui_phosphor::regular as icons;

use super::rows::{back_ui, column, guest_name, phones_of};
use crate::documents::list::{ListCell, ListPaper};
use crate::domain::{Arrangement, Conference, Meal, RecordKind};
use crate::i18n::{Message, field_label, message};
use crate::ops::{Guest, GuestBookAnswer};
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{Button, TableEvent, TableRow, TableState, at_right, empty, segments, table};
use crate::ui::theme::space;
use crate::vietnamese::PartialDate;

/// Width in which a telephone number stands whole.
const PHONES: f32 = 132.0;

/// What the officer asks for.
pub(super) enum Asked {
    /// Nothing.
    Nothing,
    /// Back to the list of guests.
    Back,
    /// The list as a file.
    Export(Box<ListPaper>),
}

/// Which guests are shown: all for whom something is arranged, or those with one thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shows {
    #[default]
    All,
    Lunch,
    Vegetarian,
    Companions,
    Hotel,
    Transport,
}

impl Shows {
    const ALL: [Self; 6] =
        [Self::All, Self::Lunch, Self::Vegetarian, Self::Companions, Self::Hotel, Self::Transport];

    fn label(self) -> Message {
        match self {
            Self::All => message("logistics-all"),
            Self::Lunch => Meal::Lunch.label(),
            Self::Vegetarian => Meal::Vegetarian.label(),
            Self::Companions => field_label("companions"),
            Self::Hotel => field_label("hotel"),
            Self::Transport => field_label("transport"),
        }
    }

    fn keeps(self, answer: &GuestBookAnswer, guest: &Guest) -> bool {
        let record = &guest.record;
        match self {
            Self::All => Self::ALL.iter().any(|shows| *shows != Self::All && shows.keeps(answer, guest)),
            Self::Lunch => record.meal == Meal::Lunch,
            Self::Vegetarian => record.meal == Meal::Vegetarian,
            Self::Companions => companions(guest) > 0,
            Self::Hotel => !record.hotel.is_empty() || answer.asks(guest, Arrangement::Rooms).is_some(),
            Self::Transport => {
                !record.transport.is_empty() || answer.asks(guest, Arrangement::PickUp).is_some()
            }
        }
    }

    /// How many there are of it.
    fn sum(self, answer: &GuestBookAnswer) -> i64 {
        let kept = answer.guests.iter().filter(|guest| guest.record.is_expected());
        let kept = kept.filter(|guest| self.keeps(answer, guest));
        match self {
            Self::Companions => kept.map(companions).sum(),
            _ => i64::try_from(kept.count()).unwrap_or(0),
        }
    }
}

fn companions(guest: &Guest) -> i64 {
    guest.record.companions.unwrap_or(0).max(0)
}

/// The page.
#[derive(Default)]
pub(super) struct Logistics {
    shows: Shows,
    table: TableState,
    made_of: Option<(Arc<GuestBookAnswer>, Shows)>,
    /// Places of the guests that are shown.
    rows: Vec<usize>,
}

impl Logistics {
    /// Draws it.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: &Conference,
        answer: &Arc<GuestBookAnswer>,
    ) -> Asked {
        let mut asked = Asked::Nothing;
        ui.horizontal(|ui| {
            if back_ui(ui, cx, &message("guests-logistics")) {
                asked = Asked::Back;
            }
            at_right(ui, "logistics-end", |ui| {
                let export = cx.t(&message("logistics-export"));
                let button = Button::outline(&export).icon(icons::EXPORT).enabled(!self.rows.is_empty());
                if button.show(ui, &cx.theme).clicked() {
                    asked = Asked::Export(Box::new(self.paper(cx, conference, answer)));
                }
            });
        });
        ui.add_space(space::S);
        let values: Vec<_> = Shows::ALL.iter().map(|shows| (*shows, counted(cx, answer, *shows))).collect();
        ui.horizontal(|ui| segments(ui, &cx.theme, &values, &mut self.shows));
        ui.add_space(space::S);
        self.refresh(answer);
        if self.rows.is_empty() {
            let (title, words) = (message("logistics-empty"), message("logistics-empty-explain"));
            empty(ui, &cx.theme.clone(), &cx.t(&title), &cx.t(&words), |_| {});
            return asked;
        }
        self.table_ui(ui, cx, answer);
        asked
    }

    fn refresh(&mut self, answer: &Arc<GuestBookAnswer>) {
        let made = self.made_of.as_ref();
        if made.is_some_and(|(old, shows)| Arc::ptr_eq(old, answer) && *shows == self.shows) {
            return;
        }
        let kept = (0..)
            .zip(&answer.guests)
            .filter(|(_, guest)| guest.record.is_expected() && self.shows.keeps(answer, guest));
        self.rows = kept.map(|(place, _)| place).collect();
        self.made_of = Some((Arc::clone(answer), self.shows));
        self.table.reset();
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &GuestBookAnswer) {
        let rest = (ui.available_width() - 12.0 - 44.0 - PHONES - 84.0 - 66.0 - 2.0 * 146.0).max(240.0);
        let column = |key, label, width| column(cx, key, &label, width);
        let columns = [
            column("place", message("guests-place"), 44.0),
            column("person", message("guests-name"), rest * 0.56),
            column("organisation", message("guests-from"), rest * 0.44),
            column("phones", field_label("phones"), PHONES),
            column("meal", field_label("meal"), 84.0),
            column("companions", message("guests-companions"), 66.0),
            column("hotel", field_label("hotel"), 146.0),
            column("transport", field_label("transport"), 146.0),
        ];
        let name = cx.t(&message("guests-logistics"));
        let rows = &self.rows;
        let events = table(
            ui,
            &cx.theme,
            Id::unique("logistics-table"),
            &name,
            &mut self.table,
            &columns,
            rows.len(),
            &[],
            cx.language,
            &mut |row| {
                let guest = answer.guests.get(*rows.get(row)?)?;
                Some(TableRow { cells: cells(cx, answer, row + 1, guest), badge: None })
            },
        );
        for event in events {
            if let TableEvent::Open(row) = event
                && let Some(guest) = self.rows.get(row).and_then(|place| answer.guests.get(*place))
            {
                cx.ask(Action::Go(Route::Form(RecordKind::Participation, Some(guest.id.any()))));
            }
        }
    }

    /// What is shown as a list with its sums.
    fn paper(&self, cx: &Cx<'_>, conference: &Conference, answer: &GuestBookAnswer) -> ListPaper {
        let head = [
            (message("guests-place"), 50.0),
            (message("guests-name"), 210.0),
            (field_label("organisation"), 190.0),
            (field_label("phones"), 110.0),
            (field_label("meal"), 80.0),
            (field_label("companions"), 70.0),
            (field_label("hotel"), 130.0),
            (field_label("transport"), 150.0),
            (field_label("logistics"), 150.0),
        ];
        let guests = self.rows.iter().filter_map(|place| answer.guests.get(*place));
        let rows = guests.zip(1_usize..).map(|(guest, number)| {
            let form = guest.record.registration.and_then(|form| answer.registrations.get(&form));
            let mut cells = cells(cx, answer, number, guest);
            cells.push(form.map(|form| form.logistics.clone()).unwrap_or_default());
            let number = |place: usize, text: &str| match place {
                0 | 5 => text.parse::<i64>().ok().map(Into::into),
                _ => None,
            };
            let cells = cells.into_iter().enumerate();
            cells.map(|(place, text)| ListCell { number: number(place, &text), text }).collect()
        });
        let day = message("guests-paper-day").with("day", PartialDate::Day(cx.today).show(cx.language));
        let sums = Shows::ALL.iter().skip(1).map(|shows| counted(cx, answer, *shows));
        ListPaper {
            title: cx.t(&message("logistics-paper")),
            notes: vec![conference.name.clone(), cx.t(&day), sums.collect::<Vec<_>>().join(" · ")],
            widths: head.iter().map(|(_, width)| *width).collect(),
            head: head.iter().map(|(label, _)| cx.t(label)).collect(),
            rows: rows.collect(),
            foot: cx.t(&message("list-foot")),
            language: cx.language,
        }
    }
}

/// "Ăn trưa (52)".
fn counted(cx: &Cx<'_>, answer: &GuestBookAnswer, shows: Shows) -> String {
    let count = crate::vietnamese::group(shows.sum(answer), cx.language);
    cx.t(&message("guests-counted").with("what", shows.label()).with("count", count))
}

/// A guest with what is arranged; where nothing is yet, what the form asks for.
fn cells(cx: &Cx<'_>, answer: &GuestBookAnswer, number: usize, guest: &Guest) -> Vec<String> {
    let record = &guest.record;
    let mut hotel = record.hotel.clone();
    if let (true, Some(form)) = (hotel.is_empty(), answer.asks(guest, Arrangement::Rooms)) {
        let words = form.rooms.map_or_else(
            || message("logistics-asks-room"),
            |count| message("logistics-asks-rooms").with("count", count),
        );
        hotel = cx.t(&words);
    }
    let mut transport = record.transport.clone();
    if transport.is_empty() && answer.asks(guest, Arrangement::PickUp).is_some() {
        transport = cx.t(&message("logistics-asks-transport"));
    }
    let companions = companions(guest);
    vec![
        number.to_string(),
        guest_name(cx, guest),
        guest.organisation.clone(),
        phones_of(guest),
        if record.meal == Meal::None { String::new() } else { cx.t(&record.meal.label()) },
        if companions > 0 { companions.to_string() } else { String::new() },
        hotel,
        transport,
    ]
}
