//! Beside the timetable: the chosen meeting with its reasons, its result and what is to be done next.

use eframe::egui::{Id, Key, Modifiers, ScrollArea, Ui};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::super::live::{Kept, Live, Pane, Saving, Seen, ask};
use super::{Meetings, Shown, pair_of, place_of};
use crate::domain::{
    Conference, Id as RecordId, MatchReason, Meeting, MeetingResult, Organisation, RecordKind, Stored,
};
use crate::i18n::{field_label, message};
use crate::ops::{Command, MeetingLine, MeetingsAnswer};
use crate::problem::Problem;
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Field, at_right, card, date_field, heading, icon_button, line, link, mou_badge, text, tick,
};
use crate::ui::forms;
use crate::ui::screens::mou::TemplateDialog;
use crate::ui::sections::Input;
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, SMALL, SMALL_MEDIUM, space};
use crate::vietnamese::{PartialDate, clean_lines, parse_day_near};

/// The results with their keys, in the order of the keyboard.
const RESULTS: [(Key, MeetingResult); 6] = [
    (Key::Num1, MeetingResult::Interested),
    (Key::Num2, MeetingResult::Samples),
    (Key::Num3, MeetingResult::Quote),
    (Key::Num4, MeetingResult::Mou),
    (Key::Num5, MeetingResult::NoMatch),
    (Key::Num6, MeetingResult::Absent),
];

/// The chosen meeting with what is being typed about it.
#[derive(Default)]
pub(super) struct MeetingPane {
    of: Option<RecordId<Meeting>>,
    seen: Seen,
    /// Who meets.
    pair: String,
    meeting: Kept<Meeting>,
    step: Live,
    day: Live,
}

impl MeetingPane {
    /// Takes over what the register says.
    fn follow(&mut self, cx: &mut Cx<'_>, answer: &MeetingsAnswer, line: &MeetingLine) {
        if self.of != Some(line.id) {
            self.save(cx);
            *self = Self { of: Some(line.id), seen: std::mem::take(&mut self.seen), ..Self::default() };
        }
        let day = line.record.next_date.map(|day| PartialDate::Day(day).show(crate::i18n::Language::Vi));
        self.pair = answer.pair(line.record.seller, line.record.buyer);
        self.meeting.follow(&line.record);
        self.step.follow(&line.record.next_step);
        self.day.follow(&day.unwrap_or_default());
    }

    /// The meeting as it stands in the fields.
    fn typed(&self, today: Date) -> Meeting {
        let before = self.meeting.now();
        let next_date = match parse_day_near(&self.day.typed, today) {
            Some(PartialDate::Day(day)) => Some(day),
            // What cannot be read as a day stays in the field and is not kept.
            _ if self.day.typed.trim().is_empty() => None,
            _ => before.next_date,
        };
        Meeting { next_step: clean_lines(&self.step.typed), next_date, ..before.clone() }
    }

    /// The meeting to be written, if that changes anything.
    fn change(&mut self, after: Meeting) -> Option<Saving> {
        self.step.saved();
        self.day.saved();
        let result = self.meeting.now().result;
        let after = self.meeting.change(after)?;
        let words = if after.result == result {
            message("meetings-saved").with("pair", self.pair.as_str())
        } else {
            message("meetings-noted").with("pair", self.pair.as_str()).with("result", after.result.label())
        };
        Some((Command::Change(self.of?.any(), after.into()), words))
    }
}

impl Pane for MeetingPane {
    fn unsaved(&mut self, today: Date) -> Vec<Saving> {
        if !self.step.is_changed() && !self.day.is_changed() {
            return Vec::new();
        }
        let after = self.typed(today);
        self.change(after).into_iter().collect()
    }
}

impl Meetings {
    /// Changes the meeting of a line, together with what is typed about it.
    fn change(
        &mut self,
        cx: &mut Cx<'_>,
        answer: &MeetingsAnswer,
        line: &MeetingLine,
        change: impl FnOnce(&mut Meeting),
    ) {
        self.pane.follow(cx, answer, line);
        let mut after = self.pane.typed(cx.today);
        change(&mut after);
        let saved = self.pane.change(after);
        ask(cx, saved);
    }

    fn note_result(
        &mut self,
        cx: &mut Cx<'_>,
        answer: &MeetingsAnswer,
        line: &MeetingLine,
        result: MeetingResult,
    ) {
        self.change(cx, answer, line, |meeting| {
            // The same again takes it back.
            meeting.result = if meeting.result == result { MeetingResult::None } else { result };
        });
    }

    /// One key for each result, and one that keeps a meeting where it is.
    pub(super) fn result_keys(
        &mut self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        answer: &MeetingsAnswer,
        line: &MeetingLine,
    ) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        for (key, result) in RESULTS {
            if pressed(key) {
                self.note_result(cx, answer, line, result);
            }
        }
        if pressed(Key::F) {
            self.change(cx, answer, line, |meeting| meeting.fixed = !meeting.fixed);
        }
        if pressed(Key::Delete) {
            delete(cx, answer, line);
        }
    }

    pub(super) fn side_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &MeetingsAnswer,
    ) {
        let theme = cx.theme;
        if self.shown == Shown::Open {
            ScrollArea::vertical().id_salt("meeting-side").auto_shrink(false).show(ui, |ui| {
                card(ui, &theme, 14, |ui| self.proposal_ui(ui, cx, stored.id, answer));
            });
            return;
        }
        let chosen = answer.meetings.iter().find(|line| Some(line.id) == self.chosen);
        ScrollArea::vertical().id_salt("meeting-side").auto_shrink(false).show(ui, |ui| {
            card(ui, &theme, 14, |ui| match chosen {
                Some(line) => self.meeting_side_ui(ui, cx, answer, line),
                None => {
                    text(ui, &cx.t(&message("meetings-choose")), BODY, theme.c.muted);
                }
            });
        });
    }

    fn meeting_side_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MeetingsAnswer, line: &MeetingLine) {
        if self.pane.seen.was_away(ui) {
            self.pane.of = None;
        }
        self.pane.follow(cx, answer, line);
        let theme = cx.theme;
        let record = self.pane.meeting.now().clone();
        ui.spacing_mut().item_spacing.y = 5.0;
        ui.horizontal(|ui| {
            let place = place_of(cx, answer.hall.as_ref(), line.seat);
            heading(ui, &place, CARD, theme.c.text);
            at_right(ui, "meeting-end", |ui| {
                if icon_button(ui, &theme, icons::PENCIL_SIMPLE, &cx.t(&message("act-edit"))).clicked() {
                    cx.ask(Action::Go(Route::Form(RecordKind::Meeting, Some(line.id.any()))));
                }
                if icon_button(ui, &theme, icons::TRASH, &cx.t(&message("meetings-delete"))).clicked() {
                    delete(cx, answer, line);
                }
            });
        });
        for (column, who) in [("seller", record.seller), ("buyer", record.buyer)] {
            firm_ui(ui, cx, answer, column, who);
        }
        let mut fixed = record.fixed;
        if tick(ui, &theme, &mut fixed, &cx.t(&field_label("fixed")), None).changed() {
            self.change(cx, answer, line, |meeting| meeting.fixed = fixed);
        }
        ui.add_space(space::S);
        line_of(ui, cx, &cx.t(&field_label("result")));
        let width = (ui.available_width() - space::S) / 2.0;
        for row in RESULTS.chunks(2) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                for (key, result) in row {
                    let words = message("meetings-result-key")
                        .with("key", key.symbol_or_name())
                        .with("result", result.label());
                    let label = cx.t(&words);
                    let on = record.result == *result;
                    let button = Button::outline(&label);
                    let button = if on { button.icon(icons::CHECK) } else { button };
                    if button.small().wide(width).show(ui, &theme).clicked() {
                        self.note_result(cx, answer, line, *result);
                    }
                }
            });
        }
        ui.add_space(4.0);
        self.next_ui(ui, cx);
        ui.add_space(space::S);
        if let Some((id, name, state)) = &line.mou {
            ui.horizontal(|ui| {
                let label = cx.t(&message("meetings-open-mou"));
                let button = Button::outline(&label).icon(icons::FILE_TEXT).small().show(ui, &theme);
                if button.on_hover_text(name).clicked() {
                    cx.ask(Action::Go(Route::Mou(*id)));
                }
                mou_badge(ui, &theme, *state, cx.language);
            });
        } else {
            let label = cx.t(&message("meetings-mou"));
            if Button::outline(&label).icon(icons::FILE_PLUS).small().show(ui, &theme).clicked() {
                self.templates = Some((line.id, TemplateDialog::default()));
            }
        }
        ui.add_space(space::S);
        reasons_ui(ui, cx, &line.reasons, &record.reason);
    }

    /// What is to be done next, and by when.
    fn next_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (theme, language) = (cx.theme, cx.language);
        let label = cx.t(&message("meetings-next"));
        let field = Field::new(Id::unique("meeting-next"), &label).rows(2);
        field.show(ui, &theme, language, &mut self.pane.step.typed);
        let label = cx.t(&message("meetings-next-by"));
        let id = Id::unique("meeting-next-day");
        let (day, width) = (&mut self.pane.day.typed, f32::INFINITY);
        let wrong = forms::read_one(Input::Day, day, cx.today).err();
        let wrong = wrong.map(|words| Problem::error("next_date", words));
        date_field(ui, &theme, language, id, &label, None, day, cx.today, width, wrong.as_ref());
    }

    fn proposal_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: RecordId<Conference>,
        answer: &MeetingsAnswer,
    ) {
        let theme = cx.theme;
        ui.spacing_mut().item_spacing.y = 5.0;
        let chosen = self.open.cursor.and_then(|place| answer.open.get(place));
        let Some((proposal, place)) = chosen else {
            text(ui, &cx.t(&message("meetings-choose-pair")), BODY, theme.c.muted);
            return;
        };
        let points = message("meetings-points").with("count", proposal.score);
        heading(ui, &cx.t(&points), CARD, theme.c.text);
        firm_ui(ui, cx, answer, "seller", Some(proposal.seller));
        firm_ui(ui, cx, answer, "buyer", Some(proposal.buyer));
        let count = |who| answer.firms.get(&who).map_or(0, |firm| firm.meetings);
        let have = message("meetings-have")
            .with("seller", count(proposal.seller))
            .with("buyer", count(proposal.buyer));
        text(ui, &cx.t(&have), SMALL, theme.c.muted);
        ui.add_space(space::S);
        reasons_ui(ui, cx, &proposal.reasons, "");
        ui.add_space(space::S);
        match (&answer.hall, place) {
            (Some(hall), Ok(seat)) => {
                let hours = hall.hours(seat.slot, cx.language);
                let words = message("meetings-put").with("hours", hours).with("table", seat.table + 1);
                let label = cx.t(&words);
                if Button::primary(&label).icon(icons::CALENDAR_PLUS).show(ui, &theme).clicked() {
                    let pair = (proposal.seller, proposal.buyer);
                    self.put(cx, conference, answer, (None, pair), *seat);
                }
            }
            (Some(_), Err(reason)) => {
                text(ui, &cx.t(&reason.words()), BODY, theme.c.warning);
            }
            (None, _) => {}
        }
    }
}

fn line_of(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    line(ui, words, SMALL_MEDIUM, cx.theme.c.muted);
}

/// One of the two, and where it is.
fn firm_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    answer: &MeetingsAnswer,
    column: &str,
    who: Option<RecordId<Organisation>>,
) {
    let Some((id, firm)) = who.and_then(|id| Some((id, answer.firms.get(&id)?))) else { return };
    line_of(ui, cx, &cx.t(&field_label(column)));
    if link(ui, &cx.theme, &firm.name, BODY_MEDIUM).clicked() {
        cx.ask(Action::Show(RecordKind::Organisation, id.any()));
    }
    let place = firm.commune.and_then(|code| cx.places.commune_short_address(code, cx.language));
    if let Some(place) = place {
        text(ui, &place, COMPACT, cx.theme.c.muted);
    }
}

/// Why the two should meet, in words.
fn reasons_ui(ui: &mut Ui, cx: &Cx<'_>, reasons: &[MatchReason], own: &str) {
    if reasons.is_empty() && own.is_empty() {
        return;
    }
    line_of(ui, cx, &cx.t(&message("meetings-why")));
    if !own.is_empty() {
        text(ui, own, COMPACT, cx.theme.c.text);
    }
    for reason in reasons {
        let sign = if reason.points() > 0 { "+" } else { "−" };
        let words = format!("{sign}{} · {}", reason.points().abs(), reason.text(cx.language, cx.places));
        text(ui, &words, COMPACT, cx.theme.c.text);
    }
}

pub(super) fn delete(cx: &mut Cx<'_>, answer: &MeetingsAnswer, line: &MeetingLine) {
    let names = match pair_of(line) {
        Some(pair) => answer.pair(Some(pair.0), Some(pair.1)),
        None => String::new(),
    };
    let words = message("meetings-deleted").with("pair", names);
    cx.ask(Action::Run(Box::new(Command::Delete(RecordKind::Meeting, line.id.any())), words));
}
