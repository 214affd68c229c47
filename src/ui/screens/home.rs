//! The home screen: how much there is, what comes next, what needs somebody, what was done last.

use eframe::egui::{
    self, CentralPanel, CornerRadius, Frame, Margin, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    vec2,
};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::answered;
use super::reminders::reminder_row;
use crate::domain::{AnyId, Id, RecordKind, office_time};
use crate::i18n::message;
use crate::ops::{Home, HomeAnswer, NextConference, Reached};
use crate::runtime::{Data, Slot, View};
use crate::store::{ActKind, Recent};
use crate::ui::action::{Action, ConferencePart, Cx, Route, list_title};
use crate::ui::components::{
    Button, at_right, card, heading, line, link, link_width, progress_bar, screen_head, text,
};
use crate::ui::theme::{
    self, BODY, BODY_MEDIUM, CARD, FIGURES, NUMBER, RECORD, SCREEN, SECTION, SMALL, space,
};
use crate::vietnamese::{LunarDate, LunarDay, PartialDate, group, weekday};

/// Width in which five bars stand beside each other with their words.
const BARS: f32 = 690.0;

/// The home screen.
#[derive(Default)]
pub struct HomeScreen {
    answer: Slot<Home>,
}

impl HomeScreen {
    /// The numbers, for this screen and the status line.
    pub fn view(&mut self, data: &Data, today: Date) -> View<HomeAnswer> {
        self.answer.get(data, &Home { today })
    }

    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let frame = screen_head(ui, cx.theme, cx.narrow, "home-head", |ui| head_ui(ui, cx));
        let question = Home { today: cx.today };
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            let Some(answer) = answered(ui, cx, &mut self.answer, &question, 8) else { return };
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.add_space(4.0);
                numbers_ui(ui, cx, &answer);
                ui.add_space(14.0);
                let width = ui.available_width();
                if width < 860.0 {
                    left_ui(ui, cx, &answer);
                    ui.add_space(14.0);
                    recent_ui(ui, cx, &answer);
                } else {
                    let right = if cx.narrow { 372.0 } else { 426.0 };
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = 16.0;
                        ui.vertical(|ui| {
                            ui.set_width(width - right - 16.0);
                            left_ui(ui, cx, &answer);
                        });
                        ui.vertical(|ui| {
                            ui.set_width(right);
                            recent_ui(ui, cx, &answer);
                        });
                    });
                }
                ui.add_space(space::L);
            });
        });
    }
}

fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.horizontal_centered(|ui| {
        let actions = [
            (message("act-new-artisan"), icons::USER_PLUS, Route::Form(RecordKind::Artisan, None)),
            (message("act-new-partner"), icons::STOREFRONT, Route::Form(RecordKind::Organisation, None)),
        ];
        let wide = ui.available_width() > 760.0;
        ui.vertical(|ui| {
            ui.set_width(if wide { 380.0 } else { (ui.available_width() - 220.0).max(220.0) });
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(6.0);
            heading(ui, &cx.t(&message("nav-home")), SCREEN, cx.theme.c.text);
            line(ui, &today(cx), SMALL, cx.theme.c.muted);
        });
        at_right(ui, "home-actions", |ui| {
            for (label, icon, route) in actions.into_iter().filter(|_| wide) {
                if Button::plain(&cx.t(&label)).icon(icon).show(ui, &cx.theme).clicked() {
                    cx.ask(Action::Go(route));
                }
            }
            let label = cx.t(&message("act-new-mou"));
            if Button::primary(&label).icon(icons::FILE_PLUS).show(ui, &cx.theme).clicked() {
                cx.ask(Action::NewMou);
            }
        });
    });
}

/// "Thứ Hai, 23/11/2026 · Rằm tháng Mười năm Bính Ngọ".
fn today(cx: &Cx<'_>) -> String {
    let day = PartialDate::Day(cx.today).show(cx.language);
    let lunar = LunarDate::from_solar(cx.today);
    let lunar = LunarDay { day: lunar.day, month: lunar.month, leap: lunar.leap }.show(cx.language);
    format!("{}, {day} · {lunar}", weekday(cx.today, cx.language))
}

fn numbers_ui(ui: &mut Ui, cx: &mut Cx<'_>, answer: &HomeAnswer) {
    let explain = |kind: RecordKind| match kind {
        RecordKind::Mou => {
            message("home-mous").with("drafts", answer.drafts).with("under_way", answer.under_way)
        }
        RecordKind::Village => message("home-villages"),
        RecordKind::Artisan => message("home-artisans"),
        RecordKind::Organisation => message("home-partners"),
        _ => message("home-products"),
    };
    let width = ui.available_width();
    let count = f32::from(u8::try_from(answer.counts.len().max(1)).unwrap_or(5));
    let share = width / count;
    let room = share - 26.0;
    let (text, muted) = (cx.theme.c.text, cx.theme.c.muted);
    // In large letters a name takes two lines; all cells are as high as the highest.
    let words: Vec<_> = answer
        .counts
        .iter()
        .map(|(kind, number)| {
            let title = theme::galley(ui, &cx.t(&list_title(*kind)), BODY_MEDIUM, text, room, 2);
            let figures = theme::galley(ui, &group(*number, cx.language), NUMBER, text, room, 1);
            [figures, title, theme::galley(ui, &cx.t(&explain(*kind)), SMALL, muted, room, 2)]
        })
        .collect();
    let height = words.iter().map(|[_, title, below]| 54.0 + title.size().y + below.size().y);
    let height = height.fold(92.0, f32::max);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let outline = egui::Stroke::new(1.0, cx.theme.c.border);
    ui.painter().rect(rect, CornerRadius::same(10), cx.theme.c.raised, outline, egui::StrokeKind::Inside);
    let mut left = rect.left();
    for ((place, (kind, number)), words) in answer.counts.iter().enumerate().zip(words) {
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(share, rect.height()));
        left += share;
        let response =
            ui.interact(cell.shrink(4.0), ui.scope_id().with(("number", kind.table())), Sense::click());
        let title = cx.t(&list_title(*kind));
        let figures = group(*number, cx.language);
        let name = format!("{title}: {figures}");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.hovered() {
            ui.painter().rect_filled(cell.shrink(4.0), CornerRadius::same(8), cx.theme.c.hover);
        }
        if response.has_focus() {
            let ring = cx.theme.focus_ring();
            ui.painter().rect_stroke(cell.shrink(3.0), CornerRadius::same(8), ring, egui::StrokeKind::Inside);
        }
        if place > 0 {
            ui.painter().vline(cell.left(), cell.y_range().shrink(14.0), cx.theme.line());
        }
        let x = cell.left() + 18.0;
        let [figures, title, below] = words;
        let under_title = cell.top() + 44.0 + title.size().y;
        ui.painter().galley(pos2(x, cell.top() + 10.0), figures, text);
        ui.painter().galley(pos2(x, cell.top() + 44.0), title, text);
        ui.painter().galley(pos2(x, under_title), below, text);
        if response.clicked() {
            cx.ask(Action::Go(match kind {
                RecordKind::Mou => Route::Mous,
                kind => Route::List(*kind),
            }));
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
    }
}

fn left_ui(ui: &mut Ui, cx: &mut Cx<'_>, answer: &HomeAnswer) {
    if let Some(next) = &answer.conference {
        conference_ui(ui, cx, next);
        ui.add_space(14.0);
    }
    reminders_ui(ui, cx, answer);
}

fn conference_ui(ui: &mut Ui, cx: &mut Cx<'_>, next: &NextConference) {
    let record = &next.conference.record;
    card(ui, &cx.theme.clone(), 16, |ui| {
        let width = ui.available_width();
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width - 130.0);
                ui.spacing_mut().item_spacing.y = 2.0;
                line(ui, &cx.t(&message("home-next-conference")), SMALL, cx.theme.c.muted);
                text(ui, &record.name, SECTION, cx.theme.c.text);
                let day = record.from_date.map(|day| {
                    format!("{}, {}", weekday(day, cx.language), PartialDate::Day(day).show(cx.language))
                });
                let parts = day.into_iter().chain(Some(record.venue.clone()));
                let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
                line(ui, &parts.join(" · "), SMALL, cx.theme.c.muted);
            });
            if let Some(days) = record.from_date.map(|day| days_until(cx.today, day)) {
                ui.with_layout(egui::Layout::top_down(egui::Align::Max), |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    if days > 0 {
                        line(ui, &group(days, cx.language), NUMBER, cx.theme.c.text);
                        let left = message("home-days-left").with("count", days);
                        line(ui, &cx.t(&left), SMALL, cx.theme.c.muted);
                    } else {
                        line(ui, &cx.t(&message("home-under-way")), BODY_MEDIUM, cx.theme.c.text);
                    }
                });
            }
        });
        ui.add_space(8.0);
        let parts = [
            (message("home-answered"), next.answered),
            (message("home-booths"), next.booths),
            (message("home-final-texts"), next.final_texts),
            (message("home-tasks"), next.tasks),
            (message("plan-badges"), next.badges),
        ];
        // What nothing is planned of would be a bar that never moves.
        let mut parts: Vec<_> = parts.into_iter().filter(|(_, reached)| reached.all > 0).collect();
        // Where there is no room for all, the next task below says how far the preparation is.
        if parts.len() > 4 && ui.available_width() < BARS {
            parts.remove(3);
        }
        let count = f32::from(u8::try_from(parts.len().max(1)).unwrap_or(4));
        let share = (ui.available_width() - 20.0 * (count - 1.0)) / count;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 20.0;
            for (label, Reached { done, all }) in parts {
                ui.vertical(|ui| {
                    ui.set_width(share);
                    ui.spacing_mut().item_spacing.y = 3.0;
                    let label = cx.t(&label);
                    line(ui, &label, SMALL, cx.theme.c.muted);
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = 5.0;
                        line(ui, &group(done, cx.language), RECORD, cx.theme.c.text);
                        line(ui, &format!("/ {}", group(all, cx.language)), BODY, cx.theme.c.muted);
                    });
                    progress_bar(ui, &cx.theme, ratio(done, all), share, &label);
                });
            }
        });
        ui.add_space(8.0);
        ui.painter().hline(ui.max_rect().x_range().expand(16.0), ui.cursor().top(), cx.theme.line());
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let open = cx.t(&message("home-open-conference"));
            let end = link_width(ui, &cx.theme, &open, BODY_MEDIUM);
            ui.scope(|ui| {
                ui.set_width(width - end - 16.0);
                let words = next.next.as_ref().map_or_else(
                    || cx.t(&message("home-no-task")),
                    |(task, due)| match due {
                        Some(due) => {
                            let due = PartialDate::Day(*due).show(cx.language);
                            cx.t(&message("home-next-task-by").with("task", task.as_str()).with("due", due))
                        }
                        None => cx.t(&message("home-next-task").with("task", task.as_str())),
                    },
                );
                line(ui, &words, BODY, cx.theme.c.text);
            });
            if link(ui, &cx.theme, &open, BODY_MEDIUM).clicked() {
                cx.ask(Action::Go(Route::Conference(Some(next.conference.id), ConferencePart::Plan)));
            }
        });
    });
}

fn ratio(done: i64, all: i64) -> f32 {
    let part = |number: i64| f32::from(u16::try_from(number.clamp(0, 60_000)).unwrap_or(0));
    if all > 0 { part(done) / part(all) } else { 0.0 }
}

fn days_until(today: Date, day: Date) -> i64 {
    let span = today.until(day).map(|span| i64::from(span.get_days()));
    span.unwrap_or(0)
}

fn reminders_ui(ui: &mut Ui, cx: &mut Cx<'_>, answer: &HomeAnswer) {
    card(ui, &cx.theme.clone(), 0, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let more = (answer.reminded > answer.reminders.len()).then(|| {
            let label = cx.t(&message("home-reminders-all").with("count", answer.reminded));
            (label, Action::Go(Route::Reminders))
        });
        title_ui(ui, cx, &cx.t(&message("nav-reminders")), more);
        if answer.reminders.is_empty() {
            Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
                text(ui, &cx.t(&message("reminders-none")), BODY, cx.theme.c.muted);
            });
        }
        for entry in &answer.reminders {
            reminder_row(ui, cx, entry);
        }
    });
}

/// The title of a card with a list, and where more of it is.
fn title_ui(ui: &mut Ui, cx: &mut Cx<'_>, title: &str, more: Option<(String, Action)>) {
    Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.horizontal(|ui| {
            let end =
                more.as_ref().map_or(0.0, |(label, _)| link_width(ui, &cx.theme, label, BODY_MEDIUM) + 16.0);
            let width = ui.available_width() - end;
            ui.scope(|ui| {
                ui.set_width(width);
                heading(ui, title, CARD, cx.theme.c.text);
            });
            if let Some((label, action)) = more
                && link(ui, &cx.theme, &label, BODY_MEDIUM).clicked()
            {
                cx.ask(action);
            }
        });
    });
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
}

fn recent_ui(ui: &mut Ui, cx: &mut Cx<'_>, answer: &HomeAnswer) {
    card(ui, &cx.theme.clone(), 0, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        title_ui(ui, cx, &cx.t(&message("home-recent")), None);
        for Recent { operation, about } in &answer.recent {
            let label = cx.t(&operation.label);
            let what = match operation.kind {
                ActKind::Do => label,
                ActKind::Undo => cx.t(&message("history-undone").with("what", label)),
                ActKind::Redo => cx.t(&message("history-redone").with("what", label)),
            };
            let width = ui.available_width();
            let said = theme::galley(ui, &what, BODY, cx.theme.c.text, width - 84.0, 2);
            let height = 36_f32.max(said.size().y + 14.0);
            let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
            let way = about.and_then(|(kind, whole)| way_to(kind, whole));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, way.is_some(), &what));
            if response.hovered() && way.is_some() {
                ui.painter().rect_filled(rect, CornerRadius::ZERO, cx.theme.c.hover);
            }
            let when = office_time(operation.at).map_or_else(String::new, |time| {
                if time.date() == cx.today {
                    format!("{:02}:{:02}", time.hour(), time.minute())
                } else {
                    format!("{:02}/{:02}", time.day(), time.month())
                }
            });
            let middle = rect.center().y;
            let word = theme::galley(ui, &when, FIGURES, cx.theme.c.muted, 60.0, 1);
            let at = pos2(rect.left() + 16.0, middle - word.size().y / 2.0);
            ui.painter().galley(at, word, cx.theme.c.muted);
            let elided = said.elided;
            let at = pos2(rect.left() + 70.0, middle - said.size().y / 2.0);
            ui.painter().galley(at, said, cx.theme.c.text);
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, cx.theme.line());
            if response.has_focus() {
                let ring = cx.theme.focus_ring();
                let radius = CornerRadius::same(2);
                ui.painter().rect_stroke(rect.shrink(1.0), radius, ring, egui::StrokeKind::Inside);
            }
            if response.clicked() {
                cx.actions.extend(way);
            }
            if elided {
                response.on_hover_text(what);
            }
        }
    });
}

/// Where something that was changed can be seen: at the record it is seen with, or where the office keeps it.
fn way_to(kind: RecordKind, (whole, id): (RecordKind, AnyId)) -> Option<Action> {
    use RecordKind as K;
    Some(match whole {
        K::Conference => Action::Go(Route::Conference(Some(Id::from_any(id)), ConferencePart::of(kind))),
        K::NumberSeries | K::NumberBlock => Action::Go(Route::Numbers),
        K::MouTemplate | K::LibraryClause => Action::Go(Route::Templates),
        K::DistinctPair => Action::Go(Route::Duplicates),
        K::Mou => Action::Show(whole, id),
        whole if super::has_list(whole) => Action::Show(whole, id),
        _ => return None,
    })
}
