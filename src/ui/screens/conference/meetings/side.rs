//! Beside the timetable: the chosen meeting with its reasons, its result and what is to be done next.

use eframe::egui::{Id, Key, Modifiers, ScrollArea, Ui};
use egui_phosphor::regular as icons;

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
use crate::vietnamese::{PartialDate, parse_day_near};

/// The results with their keys, in the order of the keyboard.
const RESULTS: [(Key, MeetingResult); 6] = [
    (Key::Num1, MeetingResult::Interested),
    (Key::Num2, MeetingResult::Samples),
    (Key::Num3, MeetingResult::Quote),
    (Key::Num4, MeetingResult::Mou),
    (Key::Num5, MeetingResult::NoMatch),
    (Key::Num6, MeetingResult::Absent),
];

/// What is being typed about a meeting.
pub(super) struct Edited {
    id: RecordId<Meeting>,
    step: String,
    day: String,
    /// What the register has, or was asked to keep.
    kept: (String, String),
}

impl Edited {
    fn of(line: &MeetingLine) -> Self {
        let day = line.record.next_date.map(|day| PartialDate::Day(day).show(crate::i18n::Language::Vi));
        let (step, day) = (line.record.next_step.clone(), day.unwrap_or_default());
        Self { id: line.id, kept: (step.clone(), day.clone()), step, day }
    }

    fn changed(&self) -> bool {
        (&self.step, &self.day) != (&self.kept.0, &self.kept.1)
    }
}

/// Writes a meeting over the one that is there.
fn change(cx: &mut Cx<'_>, answer: &MeetingsAnswer, line: &MeetingLine, record: Meeting) {
    let pair = answer.pair(line.record.seller, line.record.buyer);
    let words = if record.result == line.record.result {
        message("meetings-saved").with("pair", pair)
    } else {
        message("meetings-noted").with("pair", pair).with("result", record.result.label())
    };
    cx.ask(Action::Run(Box::new(Command::Change(line.id.any(), record.into())), words));
}

fn note_result(cx: &mut Cx<'_>, answer: &MeetingsAnswer, line: &MeetingLine, result: MeetingResult) {
    // The same again takes it back.
    let result = if line.record.result == result { MeetingResult::None } else { result };
    change(cx, answer, line, Meeting { result, ..line.record.clone() });
}

/// One key for each result, and one that keeps a meeting where it is.
pub(super) fn result_keys(ui: &Ui, cx: &mut Cx<'_>, answer: &MeetingsAnswer, line: &MeetingLine) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (key, result) in RESULTS {
        if pressed(key) {
            note_result(cx, answer, line, result);
        }
    }
    if pressed(Key::F) {
        change(cx, answer, line, Meeting { fixed: !line.record.fixed, ..line.record.clone() });
    }
    if pressed(Key::Delete) {
        delete(cx, answer, line);
    }
}

impl Meetings {
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
        self.keep_typed(cx, answer, chosen);
        ScrollArea::vertical().id_salt("meeting-side").auto_shrink(false).show(ui, |ui| {
            card(ui, &theme, 14, |ui| match chosen {
                Some(line) => self.meeting_side_ui(ui, cx, answer, line),
                None => {
                    text(ui, &cx.t(&message("meetings-choose")), BODY, theme.c.muted);
                }
            });
        });
    }

    /// Keeps what was typed about another meeting, and begins with the chosen one.
    fn keep_typed(&mut self, cx: &mut Cx<'_>, answer: &MeetingsAnswer, chosen: Option<&MeetingLine>) {
        let id = chosen.map(|line| line.id);
        if self.edited.as_ref().map(|edited| edited.id) != id {
            if let Some(edited) = self.edited.take()
                && let Some(line) = answer.meetings.iter().find(|line| line.id == edited.id)
            {
                save_typed(cx, answer, line, &edited);
            }
            self.edited = chosen.map(Edited::of);
        } else if let (Some(edited), Some(line)) = (&mut self.edited, chosen) {
            // What changed elsewhere, or was taken back, is shown.
            let now = Edited::of(line);
            if !edited.changed() && edited.kept != now.kept {
                *edited = now;
            }
        }
    }

    fn meeting_side_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MeetingsAnswer, line: &MeetingLine) {
        let theme = cx.theme;
        let record = &line.record;
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
            change(cx, answer, line, Meeting { fixed, ..record.clone() });
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
                        note_result(cx, answer, line, *result);
                    }
                }
            });
        }
        ui.add_space(4.0);
        self.next_ui(ui, cx, answer, line);
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

    /// What is to be done next, and by when: kept when the field is left.
    fn next_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MeetingsAnswer, line: &MeetingLine) {
        let Some(edited) = self.edited.as_mut().filter(|edited| edited.id == line.id) else { return };
        let (theme, language) = (cx.theme, cx.language);
        let label = cx.t(&message("meetings-next"));
        let id = Id::unique("meeting-next");
        let step = Field::new(id, &label).rows(2).show(ui, &theme, language, &mut edited.step);
        let label = cx.t(&message("meetings-next-by"));
        let id = Id::unique("meeting-next-day");
        let wrong = forms::read_one(Input::Day, &edited.day, cx.today).err();
        let wrong = wrong.map(|words| Problem::error("next_date", words));
        let day = date_field(
            ui,
            &theme,
            language,
            id,
            &label,
            None,
            &mut edited.day,
            cx.today,
            f32::INFINITY,
            wrong.as_ref(),
        );
        let typing = step.has_focus() || day.has_focus();
        if !typing && edited.changed() {
            save_typed(cx, answer, line, edited);
            edited.kept = (edited.step.clone(), edited.day.clone());
        }
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

fn save_typed(cx: &mut Cx<'_>, answer: &MeetingsAnswer, line: &MeetingLine, edited: &Edited) {
    let next_date = match parse_day_near(&edited.day, cx.today) {
        Some(PartialDate::Day(day)) => Some(day),
        // What cannot be read as a day stays in the field and is not kept.
        _ if edited.day.trim().is_empty() => None,
        _ => line.record.next_date,
    };
    let next_step = edited.step.clone();
    let record = Meeting { next_step, next_date, ..line.record.clone() };
    if record != line.record {
        change(cx, answer, line, record);
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
