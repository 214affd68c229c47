//! What happened to a record: who, when, what was there before and after, and a way to take it back.

use eframe::egui::Ui;
use egui_phosphor::regular as icons;

use super::answered;
use crate::domain::office_time;
use crate::i18n::{Language, field_label, message};
use crate::ops::{History, HistoryLine};
use crate::runtime::Slot;
use crate::store::ActKind;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, line, text};
use crate::ui::theme::{BODY_MEDIUM, COMPACT, SMALL};
use crate::ui::values::logged;
use crate::vietnamese::PartialDate;

/// How many letters of a long text are shown.
const LONG: usize = 160;

/// Draws the history.
pub(super) fn history_ui(ui: &mut Ui, cx: &mut Cx<'_>, slot: &mut Slot<History>, question: &History) {
    let Some(lines) = answered(ui, cx, slot, question, 4) else { return };
    for entry in lines.iter() {
        entry_ui(ui, cx, entry);
    }
}

/// A moment as people write it: "26/11/2026 14:32".
pub(super) fn moment(at: i64, language: Language) -> String {
    let Some(time) = office_time(at) else { return String::new() };
    format!("{} {:02}:{:02}", PartialDate::Day(time.date()).show(language), time.hour(), time.minute())
}

fn entry_ui(ui: &mut Ui, cx: &mut Cx<'_>, entry: &HistoryLine) {
    ui.spacing_mut().item_spacing.y = 3.0;
    let operation = &entry.entry.operation;
    let what = match operation.kind {
        ActKind::Do => cx.t(&operation.label),
        ActKind::Undo => cx.t(&message("history-undone").with("what", cx.t(&operation.label))),
        ActKind::Redo => cx.t(&message("history-redone").with("what", cx.t(&operation.label))),
    };
    text(ui, &what, BODY_MEDIUM, cx.theme.c.text);
    let who =
        if operation.officer.is_empty() { cx.t(&message("word-nobody")) } else { operation.officer.clone() };
    let laptop = if entry.entry.here {
        message("history-here")
    } else {
        message("history-laptop").with("code", entry.entry.laptop.as_str())
    };
    let when = moment(operation.at, cx.language);
    line(ui, &format!("{when} · {who} · {}", cx.t(&laptop)), SMALL, cx.theme.c.muted);
    if !entry.entry.created {
        let one = entry.values.iter().filter(|(column, ..)| column != "deleted").count() == 1;
        for (column, before, after) in &entry.values {
            if column == "deleted" {
                continue;
            }
            let label = cx.t(&field_label(column));
            let read = |text: &str| match entry.entry.kind {
                Some(kind) => value(cx, &logged(cx, kind, column, text)),
                None => value(cx, text),
            };
            let words = message("history-value")
                .with("field", label.as_str())
                .with("before", read(before))
                .with("after", read(after));
            text(ui, &cx.t(&words), COMPACT, cx.theme.c.text);
            if !one && operation.kind == ActKind::Do {
                let back = cx.t(&message("history-field-back"));
                let full = cx.t(&message("history-field-back-name").with("field", label));
                let button = Button::plain(&back).small().icon(icons::ARROW_U_UP_LEFT).name(&full);
                if button.show(ui, &cx.theme).clicked() {
                    cx.ask(Action::TakeBackField(
                        operation.number,
                        entry.of,
                        column.clone(),
                        field_label(column),
                    ));
                }
            }
        }
        if operation.kind == ActKind::Do {
            let label = cx.t(&message("history-take-back"));
            let button = Button::plain(&label).small().icon(icons::ARROW_U_UP_LEFT);
            if button.show(ui, &cx.theme).clicked() {
                cx.ask(Action::TakeBack(operation.number, operation.label.clone()));
            }
        }
    }
    ui.add_space(6.0);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
    ui.add_space(6.0);
}

/// A value, cut where it is long.
fn value(cx: &Cx<'_>, text: &str) -> String {
    if text.is_empty() {
        return cx.t(&message("word-empty"));
    }
    let mut short: String = text.chars().take(LONG).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("“{short}”")
}
