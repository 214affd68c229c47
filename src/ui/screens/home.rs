//! The home screen: how much there is, what comes next, what needs somebody, what was done last.

use eframe::egui::{
    self, CentralPanel, CornerRadius, Frame, Margin, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    vec2,
};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::related::due_mark;
use crate::domain::{RecordKind, office_time};
use crate::i18n::message;
use crate::ops::{Attention, AttentionReason, Home, HomeAnswer, NextConference};
use crate::runtime::{Data, Slot, View};
use crate::store::ActKind;
use crate::ui::action::{Action, Cx, Route, list_title};
use crate::ui::components::{
    Button, at_right, badge, card, failed, heading, line, link, progress_bar, screen_head, skeleton, text,
};
use crate::ui::theme::{
    self, BODY, BODY_MEDIUM, CARD, FIGURES, NUMBER, RECORD, SCREEN, SECTION, SMALL, space,
};
use crate::vietnamese::{LunarDate, LunarDay, PartialDate, group, weekday};

/// The home screen.
#[derive(Default)]
pub struct HomeScreen {
    answer: Slot<Home>,
    /// Everything that needs somebody is listed, not only what is due first.
    all: bool,
}

/// So much of what needs somebody is listed at first.
const FIRST: usize = 7;

impl HomeScreen {
    /// The numbers, for this screen and the status line.
    pub fn view(&mut self, data: &Data, today: Date) -> View<HomeAnswer> {
        self.answer.get(data, &Home { today })
    }

    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let frame = screen_head(ui, cx.theme, cx.narrow, "home-head", |ui| head_ui(ui, cx));
        let view = self.view(cx.data, cx.today);
        CentralPanel::no_frame().frame(frame).show(ui, |ui| match view {
            View::Loading => skeleton(ui, &cx.theme, 8),
            View::Failed(error) => {
                if failed(ui, &cx.theme, cx.language, &error, &cx.t(&message("act-again"))) {
                    self.answer = Slot::default();
                }
            }
            View::Ready(answer) => {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    ui.add_space(4.0);
                    numbers_ui(ui, cx, &answer);
                    ui.add_space(14.0);
                    let width = ui.available_width();
                    if width < 860.0 {
                        left_ui(ui, cx, &answer, &mut self.all);
                        ui.add_space(14.0);
                        recent_ui(ui, cx, &answer);
                    } else {
                        let right = if cx.narrow { 372.0 } else { 426.0 };
                        ui.horizontal_top(|ui| {
                            ui.spacing_mut().item_spacing.x = 16.0;
                            ui.vertical(|ui| {
                                ui.set_width(width - right - 16.0);
                                left_ui(ui, cx, &answer, &mut self.all);
                            });
                            ui.vertical(|ui| {
                                ui.set_width(right);
                                recent_ui(ui, cx, &answer);
                            });
                        });
                    }
                    ui.add_space(space::L);
                });
            }
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

fn left_ui(ui: &mut Ui, cx: &mut Cx<'_>, answer: &HomeAnswer, all: &mut bool) {
    if let Some(next) = &answer.conference {
        conference_ui(ui, cx, next);
        ui.add_space(14.0);
    }
    attention_ui(ui, cx, &answer.attention, all);
}

fn conference_ui(ui: &mut Ui, cx: &mut Cx<'_>, next: &NextConference) {
    card(ui, &cx.theme.clone(), 16, |ui| {
        let width = ui.available_width();
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width - 110.0);
                ui.spacing_mut().item_spacing.y = 2.0;
                line(ui, &cx.t(&message("home-next-conference")), SMALL, cx.theme.c.muted);
                text(ui, &next.conference.name, SECTION, cx.theme.c.text);
                let day = next.conference.from_date.map(|day| {
                    format!("{}, {}", weekday(day, cx.language), PartialDate::Day(day).show(cx.language))
                });
                let parts: Vec<String> = day.into_iter().chain(Some(next.conference.venue.clone())).collect();
                line(ui, &parts.join(" · "), SMALL, cx.theme.c.muted);
            });
            if let Some(days) = next.conference.from_date.map(|day| days_until(cx.today, day)) {
                ui.with_layout(egui::Layout::top_down(egui::Align::Max), |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    line(ui, &group(days, cx.language), NUMBER, cx.theme.c.text);
                    line(ui, &cx.t(&message("home-days-left").with("count", days)), SMALL, cx.theme.c.muted);
                });
            }
        });
        ui.add_space(8.0);
        let share = (ui.available_width() - 24.0) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 24.0;
            let parts =
                [(message("home-answered"), next.answered), (message("home-final-texts"), next.final_texts)];
            for (label, (done, all)) in parts {
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

fn attention_ui(ui: &mut Ui, cx: &mut Cx<'_>, attention: &[Attention], all: &mut bool) {
    card(ui, &cx.theme.clone(), 0, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        title_ui(ui, cx, &cx.t(&message("home-attention")));
        if attention.is_empty() {
            Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
                text(ui, &cx.t(&message("home-no-attention")), BODY, cx.theme.c.muted);
            });
        }
        for entry in attention.iter().take(if *all { attention.len() } else { FIRST }) {
            attention_row(ui, cx, entry);
        }
        if attention.len() > FIRST {
            Frame::new().inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
                let label = if *all {
                    message("home-attention-first")
                } else {
                    message("home-attention-all").with("count", attention.len())
                };
                if link(ui, &cx.theme, &cx.t(&label), BODY_MEDIUM).clicked() {
                    *all = !*all;
                }
            });
        }
    });
}

/// The title of a card with a list.
fn title_ui(ui: &mut Ui, cx: &Cx<'_>, title: &str) {
    Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
        heading(ui, title, CARD, cx.theme.c.text);
    });
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
}

fn attention_row(ui: &mut Ui, cx: &mut Cx<'_>, entry: &Attention) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::click());
    let (tone, icon, when) = due_mark(cx.today, entry.due);
    let number = if entry.number.is_empty() { cx.t(&message("mou-no-number")) } else { entry.number.clone() };
    let what = cx.t(&match entry.reason {
        AttentionReason::Finish => message("attention-finish"),
        AttentionReason::Sign => message("attention-sign"),
        AttentionReason::Contract => message("attention-contract"),
        AttentionReason::Expires => message("attention-expires"),
        AttentionReason::Task => message("attention-task").with("what", entry.what.as_str()),
        AttentionReason::NextStep => message("attention-next").with("what", entry.what.as_str()),
    });
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
    let last = (width * 0.26).min(190.0);
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
        cx.ask(Action::Go(Route::Mou(entry.id)));
    }
    response.on_hover_text(name).on_hover_cursor(egui::CursorIcon::PointingHand);
}

fn recent_ui(ui: &mut Ui, cx: &mut Cx<'_>, answer: &HomeAnswer) {
    card(ui, &cx.theme.clone(), 0, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        title_ui(ui, cx, &cx.t(&message("home-recent")));
        for (operation, about) in &answer.recent {
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
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &what));
            if response.hovered() {
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
            if response.clicked()
                && let Some((kind, id)) = about
            {
                cx.ask(match kind {
                    RecordKind::Mou => Action::Go(Route::Mou(crate::domain::Id::from_any(*id))),
                    kind => Action::Show(*kind, *id),
                });
            }
            if elided {
                response.on_hover_text(what);
            }
        }
    });
}
