//! The meetings of sellers and buyers: timetable, wishes, pairs without a place, and each participant's day.

mod grid;
mod lists;
mod side;

use eframe::egui::{self, Id, Rect, Ui, UiBuilder, Vec2, pos2};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use self::side::MeetingPane;
use super::live::{Pane, Saving};
use crate::domain::{Conference, Id as RecordId, Meeting, MeetingPair, MeetingSeat, RecordKind, Stored};
use crate::i18n::{Message, message};
use crate::ops::{
    Command, ConferenceAct, ConferenceMeetings, MeetingHall, MeetingLine, MeetingsAnswer, Outcome,
    PlacedMeeting,
};
use crate::runtime::{Slot, Ticket};
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, TableState, Tone, at_right, banner, choice, empty, icon_button, note, segments,
};
use crate::ui::screens::answered;
use crate::ui::screens::mou::TemplateDialog;
use crate::ui::theme::space;

/// Ways to look and ways to plan stand in one line where there is so much room.
const ONE_LINE: f32 = 820.0;
/// Meetings of each participant, at most, unless another number is chosen.
const USUAL_MOST: usize = 6;
/// The highest number that is offered.
const HIGHEST_MOST: usize = 24;
/// Width of what stands beside the timetable.
const SIDE: f32 = 336.0;

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    /// Tables and slots.
    #[default]
    Grid,
    /// Who meets when, by participant.
    Firms,
    /// Pairs without a place.
    Open,
    /// What both sides want.
    Wishes,
}

impl Shown {
    const ALL: [Self; 4] = [Self::Grid, Self::Firms, Self::Open, Self::Wishes];

    fn label(self) -> Message {
        match self {
            Self::Grid => message("meetings-grid"),
            Self::Firms => message("meetings-by-firm"),
            Self::Open => message("meetings-proposals"),
            Self::Wishes => message("meetings-wishes"),
        }
    }
}

/// What is waited for.
enum Running {
    /// Wishes are gathered.
    Gathering(Ticket<Outcome>),
    /// A MoU is begun.
    Beginning(Ticket<Outcome>),
}

/// The part of a conference.
#[derive(Default)]
pub(super) struct Meetings {
    slot: Slot<ConferenceMeetings>,
    shown: Shown,
    most: Option<usize>,
    /// The place of the keyboard.
    cursor: MeetingSeat,
    /// The size of a cell.
    cell: Vec2,
    /// How far the timetable is scrolled, and how far it is to be.
    offset: Vec2,
    scroll_to: Option<Vec2>,
    /// The meeting beside the timetable.
    chosen: Option<RecordId<Meeting>>,
    /// The meeting that is on its way to another place, and whether the mouse holds it.
    carried: Option<(RecordId<Meeting>, bool)>,
    pane: MeetingPane,
    firms: TableState,
    open: TableState,
    wishes: TableState,
    running: Option<Running>,
    templates: Option<(RecordId<Meeting>, TemplateDialog)>,
}

impl Meetings {
    /// Draws it.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<Conference>) {
        self.poll(cx);
        let question = ConferenceMeetings { conference: stored.id };
        let Some(answer) = answered(ui, cx, &mut self.slot, &question, 8) else { return };
        self.head_ui(ui, cx, stored, &answer);
        ui.add_space(space::S);
        if answer.wishes.is_empty() && answer.meetings.is_empty() {
            let title = cx.t(&message("meetings-none"));
            let explain = cx.t(&message("meetings-none-explain"));
            let theme = cx.theme;
            empty(ui, &theme, &title, &explain, |ui| {
                let gather = cx.t(&message("meetings-gather"));
                if Button::primary(&gather).icon(icons::DOWNLOAD_SIMPLE).show(ui, &theme).clicked() {
                    self.gather(cx, stored.id);
                }
                ui.add_space(space::S);
                let add = cx.t(&message("meetings-add-wish"));
                if Button::outline(&add).icon(icons::PLUS).show(ui, &theme).clicked() {
                    add_part(cx, RecordKind::MeetingWish, stored.id);
                }
            });
            return;
        }
        notes_ui(ui, cx, stored, &answer);
        let area = ui.available_rect_before_wrap();
        let area = Rect::from_min_max(area.min, pos2(area.right(), area.bottom() - space::M));
        ui.allocate_rect(area, egui::Sense::hover());
        if self.shown == Shown::Wishes {
            let mut main = ui.new_child(UiBuilder::new().max_rect(area));
            self.wishes_ui(&mut main, cx, &answer);
        } else {
            let middle = area.right() - SIDE;
            let main = Rect::from_min_max(area.min, pos2(middle - space::M, area.bottom()));
            let mut main = ui.new_child(UiBuilder::new().max_rect(main));
            match (&answer.hall, self.shown) {
                (Some(hall), Shown::Grid) => self.grid_ui(&mut main, cx, stored.id, &answer, hall),
                (_, Shown::Open) => self.open_ui(&mut main, cx, stored.id, &answer),
                _ => self.firms_ui(&mut main, cx, &answer),
            }
            let side = Rect::from_min_max(pos2(middle, area.top()), area.max);
            let mut side = ui.new_child(UiBuilder::new().max_rect(side));
            self.side_ui(&mut side, cx, stored, &answer);
        }
        if let Some((meeting, mut dialog)) = self.templates.take() {
            let (stays, draft) = dialog.choose(ui, cx);
            if let Some(mut draft) = draft
                && let Some(line) = answer.meetings.iter().find(|line| line.id == meeting)
            {
                for (party, who) in draft.parties.iter_mut().zip([line.record.seller, line.record.buyer]) {
                    party.record.organisation = who;
                }
                draft.mou.conference = Some(stored.id);
                draft.mou.date = stored.record.from_date;
                let act = ConferenceAct::MeetingMou(meeting, Box::new(draft));
                self.running = Some(Running::Beginning(cx.data.run(Command::AtConference(act))));
            } else if stays {
                self.templates = Some((meeting, dialog));
            }
        }
    }

    /// What a command brought.
    fn poll(&mut self, cx: &mut Cx<'_>) {
        let answer = match &self.running {
            Some(Running::Gathering(ticket) | Running::Beginning(ticket)) => ticket.poll(),
            None => None,
        };
        let Some(answer) = answer else { return };
        match (self.running.take(), answer) {
            (_, Err(error)) => cx.ask(Action::Fail(error)),
            (Some(Running::Beginning(_)), Ok(outcome)) => {
                if let Some(id) = outcome.id {
                    cx.ask(Action::Go(Route::Mou(RecordId::from_any(id))));
                }
            }
            (_, Ok(outcome)) => {
                let (tone, words) = if outcome.changed.operation == 0 {
                    (Tone::Look, message("meetings-nothing-gathered"))
                } else {
                    self.shown = Shown::Wishes;
                    (Tone::Good, message("meetings-gathered"))
                };
                cx.ask(Action::Say(tone, words));
            }
        }
    }

    fn gather(&mut self, cx: &Cx<'_>, conference: RecordId<Conference>) {
        if self.running.is_none() {
            let command = Command::AtConference(ConferenceAct::GatherWishes(conference));
            self.running = Some(Running::Gathering(cx.data.run(command)));
        }
    }

    fn head_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &MeetingsAnswer,
    ) {
        // Large letters on a small screen leave no room for both in one line.
        let narrow = ui.available_width() < ONE_LINE;
        ui.horizontal(|ui| {
            let theme = cx.theme;
            let values = Shown::ALL.map(|shown| (shown, cx.t(&shown.label())));
            segments(ui, &theme, &values, &mut self.shown);
            if !narrow {
                at_right(ui, "meetings-end", |ui| self.plan_ui(ui, cx, stored, answer));
            }
        });
        if narrow {
            ui.horizontal(|ui| self.plan_ui(ui, cx, stored, answer));
        }
    }

    /// What makes the timetable and adds to it.
    fn plan_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &MeetingsAnswer,
    ) {
        let theme = cx.theme;
        let gather = cx.t(&message("meetings-gather"));
        if icon_button(ui, &theme, icons::DOWNLOAD_SIMPLE, &gather).clicked() {
            self.gather(cx, stored.id);
        }
        let (label, kind) = if self.shown == Shown::Wishes {
            (message("meetings-add-wish"), RecordKind::MeetingWish)
        } else {
            (message("meetings-add"), RecordKind::Meeting)
        };
        if icon_button(ui, &theme, icons::PLUS, &cx.t(&label)).clicked() {
            add_part(cx, kind, stored.id);
        }
        let most = self.most.unwrap_or(USUAL_MOST);
        let say = |count: usize| cx.t(&message("meetings-most").with("count", count));
        let values: Vec<String> = (1..=HIGHEST_MOST).map(say).collect();
        let id = Id::unique("meetings-most");
        let chosen = choice(ui, &theme, cx.language, id, "", &say(most), &values, 252.0, None);
        if let Some(place) = chosen {
            self.most = Some(place + 1);
        }
        let make = cx.t(&message("meetings-make"));
        let ready = answer.hall.is_some() && !answer.wishes.is_empty();
        // Where something else comes first, or is offered one by one, it steps back.
        let second = answer.wishes.is_empty() || self.shown == Shown::Open;
        let button = if second { Button::outline(&make) } else { Button::primary(&make) };
        let button = button.icon(icons::CALENDAR_CHECK).enabled(ready);
        if button.show(ui, &theme).clicked() {
            let act = ConferenceAct::Timetable(stored.id, most);
            let command = Box::new(Command::AtConference(act));
            cx.ask(Action::Run(command, message("meetings-made")));
            self.shown = Shown::Grid;
        }
    }

    /// Puts a meeting, or a pair without one, to a place; says who is busy there if somebody is.
    fn put(
        &mut self,
        cx: &mut Cx<'_>,
        conference: RecordId<Conference>,
        answer: &MeetingsAnswer,
        (meeting, pair): (Option<RecordId<Meeting>>, MeetingPair),
        seat: MeetingSeat,
    ) {
        let Some(hall) = &answer.hall else { return };
        if let Some(busy) = answer.busy(meeting, (Some(pair.0), Some(pair.1)), seat) {
            return cx.ask(Action::Say(Tone::Stop, busy));
        }
        let (Some(start), Ok(table)) = (hall.starts.get(seat.slot), i64::try_from(seat.table + 1)) else {
            return;
        };
        self.carried = None;
        self.cursor = seat;
        let words = if meeting.is_some() { message("meetings-moved") } else { message("meetings-placed") };
        let words = words
            .with("pair", answer.pair(Some(pair.0), Some(pair.1)))
            .with("hours", hall.hours(seat.slot, cx.language))
            .with("table", table);
        let placed = PlacedMeeting { conference, meeting, pair, table, start: *start };
        let command = Command::AtConference(ConferenceAct::PlaceMeeting(placed));
        cx.ask(Action::Run(Box::new(command), words));
    }
}

impl Pane for Meetings {
    fn unsaved(&mut self, today: Date) -> Vec<Saving> {
        self.pane.unsaved(today)
    }
}

/// What has to be said before the timetable.
fn notes_ui(ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<Conference>, answer: &MeetingsAnswer) {
    let theme = cx.theme;
    if !answer.lacks.is_empty() {
        let fields: Vec<String> = answer.lacks.iter().map(|field| cx.t(field).to_lowercase()).collect();
        let words = cx.t(&message("meetings-lacks").with("fields", fields.join(", ")));
        banner(ui, &theme, Tone::Look, &words, |ui| {
            let fill = cx.t(&message("meetings-fill-in"));
            if Button::outline(&fill).icon(icons::PENCIL_SIMPLE).show(ui, &theme).clicked() {
                cx.ask(Action::Go(Route::Form(RecordKind::Conference, Some(stored.id.any()))));
            }
        });
        ui.add_space(space::S);
    }
    let conflicts = answer.conflicts(cx.language);
    if let Some(first) = conflicts.first() {
        let words = message("meetings-conflict").with("count", conflicts.len()).with("what", first.as_str());
        note(ui, &theme, Tone::Stop, &cx.t(&words));
        ui.add_space(space::S);
    }
}

fn add_part(cx: &mut Cx<'_>, kind: RecordKind, conference: RecordId<Conference>) {
    cx.ask(Action::Go(Route::Part(kind, RecordKind::Conference, conference.any())));
}

/// "8h30 – 8h50, bàn 3", or that it has no place.
fn place_of(cx: &Cx<'_>, hall: Option<&MeetingHall>, seat: Option<MeetingSeat>) -> String {
    match (hall, seat) {
        (Some(hall), Some(seat)) => {
            let hours = hall.hours(seat.slot, cx.language);
            cx.t(&message("meetings-where").with("hours", hours).with("table", seat.table + 1))
        }
        _ => cx.t(&message("meetings-no-place")),
    }
}

/// The two of a meeting.
fn pair_of(line: &MeetingLine) -> Option<MeetingPair> {
    line.record.seller.zip(line.record.buyer)
}
