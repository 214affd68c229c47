//! What belongs to a record, as a list and by day.

use eframe::egui::Ui;
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use crate::domain::{Id as RecordId, MouState, RecordKind, Validity};
use crate::i18n::{Message, message};
use crate::ops::{Command, Related, Shown};
use crate::ui::action::{Action, ConferencePart, Cx, Route};
use crate::ui::components::{Tone, badge, facts_line, icon_button, line, link, mou_badge, text};
use crate::ui::theme::{BODY_MEDIUM, COMPACT, COMPACT_MEDIUM, SMALL};
use crate::vietnamese::PartialDate;

/// How urgent something is that is due on a day: a week before it is to be looked at, afterwards it stops.
pub(super) fn due_mark(today: Date, due: Date) -> (Tone, &'static str, Message) {
    let days = i64::from(today.until(due).map_or(0, |span| span.get_days()));
    match days {
        ..0 => (Tone::Stop, icons::WARNING_OCTAGON, message("due-over").with("count", -days)),
        0 => (Tone::Look, icons::CLOCK_COUNTDOWN, message("due-today")),
        1..=7 => (Tone::Look, icons::CLOCK_COUNTDOWN, message("due-in").with("count", days)),
        _ => (Tone::Plain, icons::CALENDAR_BLANK, message("due-in").with("count", days)),
    }
}

/// What happened, by day, the newest first; what has an end stands twice.
pub(super) fn timeline(related: &[Related]) -> Vec<(PartialDate, bool, &Related)> {
    let mut all: Vec<_> = related
        .iter()
        .flat_map(|related| {
            let begun = related.date.map(|date| (date, false, related));
            let ended = related.until.map(|date| (date, true, related));
            begun.into_iter().chain(ended)
        })
        .collect();
    all.sort_by_key(|(date, ended, related)| (std::cmp::Reverse(date.earliest()), *ended, related.id));
    all
}

pub(super) fn timeline_ui(ui: &mut Ui, cx: &mut Cx<'_>, all: &[Related]) {
    for (date, ended, related) in timeline(all) {
        facts_line(ui, &cx.theme.clone(), &date.show(cx.language), 84.0, |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                let kind = cx.t(&related.kind.label());
                let kind = if ended { cx.t(&message("timeline-ended").with("what", kind)) } else { kind };
                line(ui, &kind, SMALL, cx.theme.c.muted);
                name_ui(ui, cx, related);
                second_ui(ui, cx, related);
            });
        });
        ui.add_space(4.0);
    }
}

/// Where the name of a related record leads.
fn leads_to(related: &Related) -> Option<Action> {
    match related.kind {
        RecordKind::Mou => Some(Action::Go(Route::Mou(RecordId::from_any(related.id)))),
        kind if super::has_list(kind) || kind == RecordKind::Conference => {
            Some(Action::Show(kind, related.id))
        }
        // Held at a conference, which is named beside it.
        RecordKind::Meeting => match &related.name {
            Shown::Record(kind, id, _) => Some(Action::Show(*kind, *id)),
            _ => None,
        },
        RecordKind::MouEvent => None,
        kind => Some(Action::Go(Route::Form(kind, Some(related.id)))),
    }
}

fn name_ui(ui: &mut Ui, cx: &mut Cx<'_>, related: &Related) {
    let mut name = cx.shown(&related.name);
    if name.is_empty() {
        name = cx.t(&match related.kind {
            RecordKind::Mou => message("mou-no-number"),
            kind => kind.label(),
        });
    }
    match leads_to(related) {
        Some(action) => {
            if link(ui, &cx.theme, &name, BODY_MEDIUM).clicked() {
                cx.ask(action);
            }
        }
        None => {
            line(ui, &name, BODY_MEDIUM, cx.theme.c.text);
        }
    }
}

/// What else is worth saying: facts in a row, links of their own, badges.
fn second_ui(ui: &mut Ui, cx: &mut Cx<'_>, related: &Related) {
    let mut state: Option<MouState> = None;
    let mut words: Vec<String> = Vec::new();
    let mut other = None;
    for value in &related.second {
        match value {
            Shown::MouState(found) => state = Some(*found),
            Shown::Record(kind, id, name) => other = Some((*kind, *id, name)),
            value => words.push(cx.shown(value)),
        }
    }
    words.retain(|text| !text.is_empty());
    if !words.is_empty() {
        text(ui, &words.join(" · "), if state.is_some() { SMALL } else { COMPACT }, cx.theme.c.muted);
    }
    if let Some((kind, id, name)) = other
        && link(ui, &cx.theme, name, COMPACT_MEDIUM).clicked()
    {
        cx.ask(match (related.kind, kind) {
            (RecordKind::Meeting, RecordKind::Conference) => {
                Action::Go(Route::Conference(Some(RecordId::from_any(id)), ConferencePart::of(related.kind)))
            }
            _ => Action::Show(kind, id),
        });
    }
    if let Some(state) = state {
        mou_badge(ui, &cx.theme, state, cx.language);
    }
    if let Some(due) = related.due {
        let (tone, icon, when) = due_mark(cx.today, due);
        badge(ui, &cx.theme, tone, icon, &cx.t(&when));
    }
    if related.valid_to.is_some() {
        let validity = Validity::on(cx.today, related.valid_to);
        let (tone, icon) = match validity {
            Validity::Valid => (Tone::Good, icons::CHECK_CIRCLE),
            Validity::Expiring => (Tone::Look, icons::WARNING),
            Validity::Expired => (Tone::Stop, icons::X_CIRCLE),
        };
        let end = related.valid_to.map(|end| cx.shown(&Shown::Date(end))).unwrap_or_default();
        badge(ui, &cx.theme, tone, icon, &format!("{} · {end}", cx.t(&validity.label())));
    }
}

/// A record that belongs to the shown one.
pub(super) fn related_ui(ui: &mut Ui, cx: &mut Cx<'_>, related: &Related) {
    ui.spacing_mut().item_spacing.y = 2.0;
    // What is seen only here can be deleted here.
    let part = matches!(leads_to(related), Some(Action::Go(Route::Form(..))));
    ui.horizontal_top(|ui| {
        let room = if part { 36.0 + ui.spacing().item_spacing.x } else { 0.0 };
        let width = (ui.available_width() - room).max(40.0);
        ui.vertical(|ui| {
            ui.set_width(width);
            name_ui(ui, cx, related);
            if let Some(until) = related.until {
                let words = message("related-until").with("date", until.show(cx.language));
                text(ui, &cx.t(&words), COMPACT, cx.theme.c.muted);
            }
            second_ui(ui, cx, related);
        });
        if part {
            let name = cx.shown(&related.name);
            let label = cx.t(&message("related-delete").with("name", name.as_str()));
            if icon_button(ui, &cx.theme, icons::TRASH, &label).clicked() {
                let done = message("done-deleted").with("name", name);
                cx.ask(Action::Run(Box::new(Command::Delete(related.kind, related.id)), done));
            }
        }
    });
    ui.add_space(6.0);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
    ui.add_space(6.0);
}
