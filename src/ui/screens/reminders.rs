//! All that needs somebody, by how soon; the home screen shows the first rows of it.

use std::sync::Arc;

use eframe::egui::{self, CentralPanel, CornerRadius, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_phosphor::regular as icons;

use super::answered;
use super::export::ExportDialog;
use super::related::due_mark;
use crate::documents::list::{ListCell, ListPaper};
use crate::domain::TaskOrigin;
use crate::i18n::{Message, field_label, message};
use crate::ops::{Reminder, ReminderOf, ReminderReason, Reminders, Urgency};
use crate::runtime::Slot;
use crate::ui::action::{Action, ConferencePart, Cx, Route};
use crate::ui::components::{Button, at_right, badge, card, empty, heading, line, screen_head, segments};
use crate::ui::theme::{self, BODY, BODY_MEDIUM, FIGURES, SCREEN, SMALL, space};
use crate::vietnamese::PartialDate;

/// Height of a row.
const ROW: f32 = 40.0;

/// The page of reminders.
#[derive(Default)]
pub struct RemindersScreen {
    slot: Slot<Reminders>,
    /// Only these; none means all.
    only: Option<Urgency>,
    export: Option<ExportDialog>,
}

/// A row of the page.
enum Row<'a> {
    Head(Urgency, usize),
    Entry(&'a Reminder),
}

impl RemindersScreen {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let question = Reminders { today: cx.today };
        let all = self.slot.get(cx.data, &question).ready();
        let ground = screen_head(ui, cx.theme, cx.narrow, "reminders-head", |ui| {
            ui.horizontal_centered(|ui| {
                heading(ui, &cx.t(&message("nav-reminders")), SCREEN, cx.theme.c.text);
                ui.add_space(space::M);
                self.filter_ui(ui, cx, all.as_deref().map_or(&[], Vec::as_slice));
                at_right(ui, "reminders-end", |ui| {
                    let label = cx.t(&message("list-export"));
                    let some = all.as_ref().is_some_and(|all| all.iter().any(|entry| self.keeps(entry)));
                    let button = Button::outline(&label).icon(icons::EXPORT).enabled(some);
                    if button.show(ui, &cx.theme).clicked()
                        && let Some(all) = &all
                    {
                        let shown = all.iter().filter(|entry| self.keeps(entry));
                        self.export = Some(ExportDialog::of_paper(paper(cx, shown), "xlsx", cx));
                    }
                });
            });
        });
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            if let Some(all) = answered(ui, cx, &mut self.slot, &question, 8) {
                self.body_ui(ui, cx, &all);
            }
        });
        if let Some(mut dialog) = self.export.take()
            && dialog.ui(ui, cx)
        {
            self.export = Some(dialog);
        }
    }

    fn keeps(&self, entry: &Reminder) -> bool {
        self.only.is_none_or(|only| entry.urgency == only)
    }

    fn filter_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, all: &[Reminder]) {
        let mut values = vec![(None, cx.t(&message("reminders-all").with("count", all.len())))];
        for urgency in [Urgency::Over, Urgency::Week, Urgency::Unsigned, Urgency::Month] {
            let count = all.iter().filter(|entry| entry.urgency == urgency).count();
            values.push((Some(urgency), format!("{} {count}", cx.t(&label(urgency)))));
        }
        segments(ui, &cx.theme, &values, &mut self.only);
    }

    fn body_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>, all: &Arc<Vec<Reminder>>) {
        let mut rows = Vec::new();
        let mut before = None;
        for entry in all.iter().filter(|entry| self.keeps(entry)) {
            if before != Some(entry.urgency) {
                before = Some(entry.urgency);
                rows.push(Row::Head(
                    entry.urgency,
                    all.iter().filter(|other| other.urgency == entry.urgency).count(),
                ));
            }
            rows.push(Row::Entry(entry));
        }
        if rows.is_empty() {
            let title = cx.t(&message("reminders-none"));
            empty(ui, &cx.theme, &title, &cx.t(&message("reminders-explain")), |_| {});
            return;
        }
        card(ui, &cx.theme.clone(), 0, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical().show_rows(ui, ROW, rows.len(), |ui, range| {
                for row in rows.get(range).unwrap_or_default() {
                    match row {
                        Row::Entry(entry) => reminder_row(ui, cx, entry),
                        Row::Head(urgency, count) => head_ui(ui, cx, *urgency, *count),
                    }
                }
            });
        });
        ui.add_space(space::L);
    }
}

fn label(urgency: Urgency) -> Message {
    match urgency {
        Urgency::Over => message("reminders-over"),
        Urgency::Week => message("reminders-week"),
        Urgency::Unsigned => message("reminders-unsigned"),
        Urgency::Month => message("reminders-month"),
    }
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, urgency: Urgency, count: usize) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::ZERO, cx.theme.c.sunken);
    let mut child = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(16.0, 0.0)))
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    line(&mut child, &cx.t(&label(urgency)), BODY_MEDIUM, cx.theme.c.text);
    line(&mut child, &count.to_string(), SMALL, cx.theme.c.muted);
}

/// What is to be done, in words.
fn what(cx: &Cx<'_>, entry: &Reminder) -> String {
    match entry.reason {
        ReminderReason::Finish => cx.t(&message("attention-finish")),
        ReminderReason::Sign => cx.t(&message("attention-sign")),
        ReminderReason::Contract => cx.t(&message("attention-contract")),
        ReminderReason::Expires => cx.t(&message("attention-expires")),
        ReminderReason::Ask(months) => cx.t(&message("attention-ask").with("months", months)),
        ReminderReason::Reply => cx.t(&message("attention-reply").with("what", entry.what.as_str())),
        ReminderReason::Task | ReminderReason::NextStep => entry.what.clone(),
    }
}

/// The number of the MoU, or what else it is about.
fn number(cx: &Cx<'_>, entry: &Reminder) -> String {
    match entry.about {
        ReminderOf::Mou(_) if entry.number.is_empty() => cx.t(&message("mou-no-number")),
        ReminderOf::Mou(_) => entry.number.clone(),
        ReminderOf::Task(_, TaskOrigin::Preparation) => cx.t(&message("nav-conference")),
        ReminderOf::Task(_, TaskOrigin::Conclusion) => cx.t(&message("reminders-conclusion")),
        ReminderOf::Proposal(_) => cx.t(&message("reminders-proposal")),
        ReminderOf::Meeting(_) => cx.t(&message("reminders-meeting")),
    }
}

/// Where it is done.
fn place(entry: &Reminder) -> Route {
    match entry.about {
        ReminderOf::Mou(id) => Route::Mou(id),
        ReminderOf::Task(id, TaskOrigin::Preparation) => Route::Conference(Some(id), ConferencePart::Plan),
        ReminderOf::Task(id, TaskOrigin::Conclusion) | ReminderOf::Proposal(id) => {
            Route::Conference(Some(id), ConferencePart::Statements)
        }
        ReminderOf::Meeting(id) => Route::Conference(Some(id), ConferencePart::Meetings),
    }
}

/// Draws a reminder; a click leads to where it is done.
pub(super) fn reminder_row(ui: &mut Ui, cx: &mut Cx<'_>, entry: &Reminder) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let (tone, icon, when) = due_mark(cx.today, entry.due);
    let (number, what) = (number(cx, entry), what(cx, entry));
    let name = format!("{number}, {}, {what}, {}", entry.parties, cx.t(&when));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, cx.theme.c.hover);
    }
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(16.0, 9.0))));
    child.set_max_width(140.0);
    badge(&mut child, &cx.theme, tone, icon, &cx.t(&when));
    let middle = rect.center().y;
    let width = rect.width();
    let last = (width * 0.26).max(190.0).min(width - 500.0);
    let cells = [
        (number, FIGURES, 160.0, 170.0),
        (entry.parties.clone(), BODY, 340.0, width - 340.0 - last - 20.0),
        (what, BODY, width - last - 8.0, last - 8.0),
    ];
    for (words, kind, left, room) in cells {
        let word = theme::galley(ui, &words, kind, cx.theme.c.text, room.max(20.0), 1);
        let at = pos2(rect.left() + left, middle - word.size().y / 2.0);
        ui.painter().galley(at, word, cx.theme.c.text);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, cx.theme.line());
    if response.has_focus() {
        let ring = cx.theme.focus_ring();
        ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(2), ring, egui::StrokeKind::Inside);
    }
    if response.clicked() {
        cx.ask(Action::Go(place(entry)));
    }
    response.on_hover_text(name).on_hover_cursor(egui::CursorIcon::PointingHand);
}

/// The reminders as a list for paper.
fn paper<'a>(cx: &Cx<'_>, shown: impl Iterator<Item = &'a Reminder>) -> ListPaper {
    let cell = |text: String| ListCell { text, number: None };
    let rows = shown.enumerate().map(|(place, entry)| {
        let (.., when) = due_mark(cx.today, entry.due);
        vec![
            cell((place + 1).to_string()),
            cell(PartialDate::Day(entry.due).show(cx.language)),
            cell(cx.t(&when)),
            cell(number(cx, entry)),
            cell(entry.parties.clone()),
            cell(what(cx, entry)),
        ]
    });
    ListPaper {
        title: cx.t(&message("nav-reminders")),
        notes: vec![PartialDate::Day(cx.today).show(cx.language)],
        head: [
            message("pack-place"),
            field_label("due"),
            message("reminders-when"),
            field_label("number"),
            message("reminders-whose"),
            message("reminders-what"),
        ]
        .map(|label| cx.t(&label))
        .to_vec(),
        widths: vec![40.0, 80.0, 90.0, 130.0, 220.0, 260.0],
        rows: rows.collect(),
        foot: cx.t(&message("list-foot")),
        language: cx.language,
    }
}
