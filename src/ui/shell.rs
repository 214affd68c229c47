//! The frame around every screen: rail, top bar, status line.

use eframe::egui::{
    self, CornerRadius, CursorIcon, Frame, Margin, Panel, Popup, PopupCloseBehavior, Rect, Role, Sense, Ui,
    WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::action::{Action, ConferencePart, Cx, Route, list_title};
use super::commands::{self, COMMANDS, Group, keys_text};
use super::components::{Button, at_right, line, progress_bar};
use super::pictures;
use super::screens::Part;
use super::theme::{self, BODY_MEDIUM, SMALL, SMALL_MEDIUM, space};
use crate::domain::{Id, RecordKind, SavedSearch};
use crate::i18n::{Message, message};
use crate::ops::{HomeAnswer, List};
use crate::runtime::Progress;
use crate::vietnamese::group;

/// The sign of a kind.
pub fn kind_icon(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Village => icons::YARN,
        RecordKind::Artisan => icons::USERS_THREE,
        RecordKind::Person | RecordKind::Position => icons::USER,
        RecordKind::Organisation => icons::STOREFRONT,
        RecordKind::Product => icons::PACKAGE,
        RecordKind::Conference => icons::PRESENTATION,
        RecordKind::Certificate => icons::MEDAL,
        RecordKind::Mou => icons::HANDSHAKE,
        _ => icons::FILE,
    }
}

/// One place of the rail.
struct Place {
    route: Route,
    label: Message,
    icon: &'static str,
    filled: &'static str,
}

fn places() -> Vec<Place> {
    use egui_phosphor::fill;
    let place = |route, label, icon, filled| Place { route, label, icon, filled };
    vec![
        place(Route::Home, message("nav-home"), icons::HOUSE, fill::HOUSE),
        place(Route::List(RecordKind::Village), message("nav-villages"), icons::YARN, fill::YARN),
        place(
            Route::List(RecordKind::Artisan),
            message("nav-artisans"),
            icons::USERS_THREE,
            fill::USERS_THREE,
        ),
        place(
            Route::List(RecordKind::Organisation),
            message("nav-partners"),
            icons::STOREFRONT,
            fill::STOREFRONT,
        ),
        place(Route::List(RecordKind::Product), message("nav-products"), icons::PACKAGE, fill::PACKAGE),
        place(
            Route::Conference(None, ConferencePart::Plan),
            message("nav-conference"),
            icons::PRESENTATION,
            fill::PRESENTATION,
        ),
        place(Route::Mous, message("nav-mous"), icons::HANDSHAKE, fill::HANDSHAKE),
        place(Route::Care, message("nav-care-short"), icons::PLANT, fill::PLANT),
        place(Route::Map, message("nav-map"), icons::MAP_TRIFOLD, fill::MAP_TRIFOLD),
    ]
}

fn lower_places() -> Vec<Place> {
    use egui_phosphor::fill;
    let place = |route, label, icon, filled| Place { route, label, icon, filled };
    vec![
        place(Route::Help, message("nav-help"), icons::QUESTION, fill::QUESTION),
        place(Route::Settings, message("nav-settings"), icons::GEAR_SIX, fill::GEAR_SIX),
    ]
}

/// Whether a place of the rail is where we are.
fn is_here(place: Route, now: Route) -> bool {
    place == now
        || matches!((place, now), (Route::Home, Route::Reminders))
        || matches!((place, now), (Route::List(kind), Route::Form(other, _)) if kind == other)
        || matches!((place, now), (Route::List(kind), Route::Part(_, owner, _)) if kind == owner)
        || matches!(
            (place, now),
            (
                Route::Conference(..),
                Route::Conference(..)
                    | Route::CheckIn(_)
                    | Route::Form(RecordKind::Conference, _)
                    | Route::Part(
                        _,
                        RecordKind::Conference | RecordKind::Booth | RecordKind::Registration,
                        _
                    )
            )
        )
        || matches!(
            (place, now),
            (
                Route::Mous,
                Route::Mou(_)
                    | Route::Ceremony
                    | Route::Numbers
                    | Route::Statistics
                    | Route::Templates
                    | Route::Form(RecordKind::MouTemplate, _)
            )
        )
}

/// The rail at the left: the places of the program, and the searches an office put there.
pub fn rail(ui: &mut Ui, cx: &mut Cx<'_>, now: Route, saved: &[(Id<SavedSearch>, SavedSearch)]) {
    let frame = Frame::new().fill(cx.theme.c.rail);
    Panel::left("rail")
        .frame(frame)
        .exact_size(space::RAIL)
        .resizable(false)
        .show_separator_line(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let (rect, _) = ui.allocate_exact_size(vec2(space::RAIL, 58.0), Sense::hover());
            let seal = Rect::from_center_size(rect.center(), vec2(40.0, 40.0));
            pictures::seal(ui, seal);
            let lower = lower_places();
            // Large text on a small screen: the rail scrolls instead of losing its end.
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                for place in places() {
                    place_ui(ui, cx, &place, now);
                }
                for (_, search) in saved.iter().filter(|(_, search)| search.in_rail) {
                    let icons = (icons::BOOKMARK_SIMPLE, egui_phosphor::fill::BOOKMARK_SIMPLE);
                    if rail_item(ui, cx, &search.name, icons, false)
                        && let Some(list) = List::of_saved(search)
                    {
                        cx.ask(Action::ShowList(list));
                    }
                }
                let height = 56.0 * f32::from(u8::try_from(lower.len()).unwrap_or(3));
                let space = ui.available_height() - height - 8.0;
                if space > 0.0 {
                    ui.add_space(space);
                }
                for place in lower {
                    place_ui(ui, cx, &place, now);
                }
            });
        });
}

fn place_ui(ui: &mut Ui, cx: &mut Cx<'_>, place: &Place, now: Route) {
    let (words, here) = (cx.t(&place.label), is_here(place.route, now));
    if rail_item(ui, cx, &words, (place.icon, place.filled), here) {
        cx.ask(Action::Go(place.route));
    }
}

/// One entry of the rail, with its sign and the same filled; whether it was pressed.
fn rail_item(ui: &mut Ui, cx: &Cx<'_>, words: &str, signs: (&str, &str), here: bool) -> bool {
    let c = cx.theme.c;
    let ink = if here { c.rail_active_text } else { c.rail_text };
    let kind = if here { SMALL_MEDIUM } else { SMALL };
    // The last two syllables stay together: "ghi nhớ" is one word.
    let balanced = match words.rsplit_once(' ') {
        Some((before, last)) if before.contains(' ') => format!("{before}\u{a0}{last}"),
        _ => words.to_owned(),
    };
    let mut job = theme::job(&balanced, kind, ink, space::RAIL - 14.0, 2);
    job.halign = egui::Align::Center;
    job.wrap.break_anywhere = false;
    let word = ui.painter().layout_job(job);
    let height = 36.0 + word.size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(space::RAIL, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, here, words));
    let inner = rect.shrink2(vec2(6.0, 0.0));
    if here {
        ui.painter().rect_filled(inner, CornerRadius::same(6), c.rail_active);
        let mark =
            Rect::from_min_max(rect.min + vec2(0.0, 8.0), pos2(rect.left() + 4.0, rect.bottom() - 8.0));
        ui.painter().rect_filled(mark, CornerRadius::same(2), c.rail_mark);
    } else if response.hovered() {
        ui.painter().rect_filled(inner, CornerRadius::same(6), c.rail_active.gamma_multiply(0.5));
    }
    let icon = if here { signs.1 } else { signs.0 };
    let at = pos2(rect.center().x, rect.top() + 18.0);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icon, theme::icon_font(22.0, here), ink);
    ui.painter().galley(pos2(rect.center().x, rect.top() + 31.0), word, ink);
    if response.has_focus() {
        let ring = egui::Stroke::new(2.0, c.rail_focus);
        ui.painter().rect_stroke(inner, CornerRadius::same(6), ring, egui::StrokeKind::Inside);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// The bar at the top: find, undo, redo, menu.
pub fn top_bar(ui: &mut Ui, cx: &mut Cx<'_>) {
    let frame = Frame::new().fill(cx.theme.c.surface).inner_margin(Margin::symmetric(16, 0));
    Panel::top("top-bar").frame(frame).exact_size(space::TOP_BAR).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            find_button(ui, cx);
            let status = cx.data.status();
            let undo = status.undo.as_ref().map(|label| cx.t(label));
            let redo = status.redo.as_ref().map(|label| cx.t(label));
            history_button(ui, cx, &message("act-undo"), icons::ARROW_U_UP_LEFT, undo.as_ref(), Action::Undo);
            history_button(
                ui,
                cx,
                &message("act-redo"),
                icons::ARROW_U_UP_RIGHT,
                redo.as_ref(),
                Action::Redo,
            );
            at_right(ui, "menu", |ui| {
                let officer = cx.preferences.officer.clone();
                if !officer.is_empty() && !cx.narrow {
                    ui.scope(|ui| {
                        ui.set_max_width(220.0);
                        line(ui, &officer, BODY_MEDIUM, cx.theme.c.text);
                    });
                    ui.add_space(space::M);
                }
                let menu = cx.t(&message("menu"));
                let button = Button::plain(&menu).icon(icons::LIST).show(ui, &cx.theme);
                menu_ui(&button, cx);
            });
        });
    });
}

fn find_button(ui: &mut Ui, cx: &mut Cx<'_>) {
    let c = cx.theme.c;
    let width = (ui.available_width() * 0.36).clamp(180.0, 440.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 36.0), Sense::click());
    let words = cx.t(&message("find-hint"));
    let name = cx.t(&message("act-find"));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let outline = egui::Stroke::new(1.0, c.border_strong);
    let ground = if response.hovered() { c.hover } else { c.raised };
    ui.painter().rect(rect, CornerRadius::same(6), ground, outline, egui::StrokeKind::Inside);
    let at = pos2(rect.left() + 20.0, rect.center().y);
    let place = egui::Align2::CENTER_CENTER;
    ui.painter().text(at, place, icons::MAGNIFYING_GLASS, theme::icon_font(17.0, false), c.muted);
    let long = theme::galley(ui, &words, theme::BODY, c.muted, rect.width() - 110.0, 1);
    let word = if long.elided {
        theme::galley(ui, &name, theme::BODY, c.muted, rect.width() - 110.0, 1)
    } else {
        long
    };
    ui.painter().galley(pos2(rect.left() + 38.0, rect.center().y - word.size().y / 2.0), word, c.muted);
    let keys = commands::info(commands::Act::Find).and_then(|info| info.keys.as_ref()).map(keys_text);
    let word = theme::galley(ui, &keys.unwrap_or_default(), SMALL, c.muted, 80.0, 1);
    let frame = Rect::from_min_size(
        pos2(rect.right() - word.size().x - 22.0, rect.center().y - 10.0),
        vec2(word.size().x + 14.0, 20.0),
    );
    ui.painter().rect(frame, CornerRadius::same(4), c.surface, cx.theme.line(), egui::StrokeKind::Inside);
    ui.painter().galley(frame.center() - word.size() / 2.0, word, c.muted);
    if response.has_focus() {
        let ring = rect.expand(3.0);
        let stroke = cx.theme.focus_ring();
        ui.painter().rect_stroke(ring, CornerRadius::same(9), stroke, egui::StrokeKind::Inside);
    }
    if response.clicked() {
        cx.ask(Action::Palette);
    }
}

/// Undo or redo with what it will do, in words.
fn history_button(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    label: &Message,
    icon: &str,
    what: Option<&String>,
    action: Action,
) {
    let words = cx.t(label);
    let name = what.map_or_else(|| words.clone(), |what| format!("{words}: {what}"));
    let button = Button::plain(&words).icon(icon).name(&name).enabled(what.is_some());
    let response = button.show(ui, &cx.theme);
    if response.clicked() {
        cx.ask(action);
    }
    if what.is_some() {
        response.on_hover_text(name);
    }
}

fn menu_ui(button: &egui::Response, cx: &mut Cx<'_>) {
    let mut taken = None;
    let window = button.ctx.content_rect();
    // Three columns where there is room for them; in a small window with large letters the menu scrolls.
    let columns: &[&[Group]] = if window.width() > 3.0 * MENU_COLUMN + 60.0 {
        &[&[Group::Go], &[Group::Add, Group::Edit], &[Group::File, Group::View, Group::Help]]
    } else {
        &[&[Group::Go, Group::Add], &[Group::Edit, Group::File, Group::View, Group::Help]]
    };
    Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        let height = (window.height() - space::TOP_BAR - 24.0).max(120.0);
        egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
            ui.horizontal_top(|ui| {
                for groups in columns {
                    ui.vertical(|ui| {
                        ui.set_width(MENU_COLUMN);
                        ui.spacing_mut().item_spacing.y = 0.0;
                        for group in *groups {
                            taken = group_ui(ui, cx, *group).or(taken.take());
                        }
                    });
                }
            });
        });
    });
    if let Some(action) = taken {
        cx.ask(action);
    }
}

/// Width of a column of the menu.
const MENU_COLUMN: f32 = 274.0;

/// The commands of a group; what the one that was pressed asks for.
fn group_ui(ui: &mut Ui, cx: &Cx<'_>, group: Group) -> Option<Action> {
    let mut taken = None;
    line(ui, &cx.t(&group.label()), SMALL_MEDIUM, cx.theme.c.muted);
    for command in COMMANDS.iter().filter(|command| command.group == group) {
        let action = commands::action(command.act, cx.language, cx.preferences, cx.theme.dark);
        let Some(action) = action else { continue };
        let words = cx.t(&(command.label)());
        let keys = command.keys.as_ref().map(keys_text).unwrap_or_default();
        if menu_row(ui, cx, command.icon, &words, &keys) {
            taken = Some(action);
            ui.close();
        }
    }
    ui.add_space(8.0);
    taken
}

fn menu_row(ui: &mut Ui, cx: &Cx<'_>, icon: &str, words: &str, keys: &str) -> bool {
    let c = cx.theme.c;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, words));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(4), c.hover);
    }
    let middle = rect.center().y;
    let at = pos2(rect.left() + 16.0, middle);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icon, theme::icon_font(17.0, false), c.muted);
    let keys = theme::galley(ui, keys, SMALL, c.muted, 120.0, 1);
    let word = theme::galley(ui, words, theme::BODY, c.text, rect.width() - 48.0 - keys.size().x, 1);
    ui.painter().galley(pos2(rect.left() + 32.0, middle - word.size().y / 2.0), word, c.text);
    let at = pos2(rect.right() - 6.0 - keys.size().x, middle - keys.size().y / 2.0);
    ui.painter().galley(at, keys, c.muted);
    if response.has_focus() {
        let stroke = cx.theme.focus_ring();
        ui.painter().rect_stroke(rect, CornerRadius::same(4), stroke, egui::StrokeKind::Inside);
    }
    response.clicked()
}

/// A running job as the status line shows it.
pub struct Job<'j> {
    /// What it is.
    pub label: Message,
    /// How far it is.
    pub progress: &'j Progress,
}

/// The line at the foot: file, saved, running job, and between them what the screen has to say, else copy and
/// counts.
pub fn status_line(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    counts: Option<&HomeAnswer>,
    job: Option<&Job<'_>>,
    of_screen: Option<Vec<Part>>,
) {
    use std::sync::atomic::Ordering;
    let frame = Frame::new().fill(cx.theme.c.surface).inner_margin(Margin::symmetric(12, 0));
    Panel::bottom("status-line").frame(frame).exact_size(space::STATUS_LINE).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let status = cx.data.status();
            let file = cx.data.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
            let time = |at: jiff::civil::DateTime| {
                let clock = format!("{:02}:{:02}", at.hour(), at.minute());
                if at.date() == cx.today {
                    clock
                } else {
                    format!("{clock} {:02}/{:02}", at.day(), at.month())
                }
            };
            let mut parts = vec![(icons::DATABASE, cx.t(&message("status-file").with("file", file)))];
            let saved = status.saved_at.map_or_else(
                || message("status-nothing-changed"),
                |at| message("status-saved").with("time", time(at)),
            );
            parts.push((icons::CHECK, cx.t(&saved)));
            let copy = match (&status.copy_failed, &status.copy) {
                (Some(words), _) => (icons::WARNING, cx.t(words)),
                (None, Some(copy)) => {
                    (icons::SHIELD_CHECK, cx.t(&message("status-copy").with("time", time(copy.made_at))))
                }
                (None, None) => (icons::SHIELD, cx.t(&message("status-no-copy"))),
            };
            let counts = counts.filter(|_| of_screen.is_none());
            // What a screen has to say is said whole or not at all.
            let whole = of_screen.as_ref().map_or(usize::MAX, |_| parts.len());
            parts.extend(of_screen.unwrap_or_else(|| vec![copy]));
            if let Some(answer) = counts.filter(|_| !cx.narrow || ui.available_width() > 1_000.0) {
                let words: Vec<String> = answer
                    .counts
                    .iter()
                    .take(3)
                    .map(|(kind, count)| {
                        let title = cx.t(&list_title(*kind)).to_lowercase();
                        format!("{} {title}", group(*count, cx.language))
                    })
                    .collect();
                parts.push(("", words.join(" · ")));
            }
            let room = if job.is_some() { 330.0 } else { 0.0 };
            for (number, (icon, words)) in parts.iter().enumerate() {
                let least = if number < whole {
                    60.0
                } else {
                    theme::galley(ui, words, SMALL, cx.theme.c.muted, f32::INFINITY, 1).size().x + 40.0
                };
                if ui.available_width() < room + least {
                    break;
                }
                if number > 0 {
                    let x = ui.cursor().left() + 4.0;
                    ui.painter().vline(x, ui.max_rect().y_range().shrink(6.0), cx.theme.line());
                    ui.add_space(10.0);
                }
                if !icon.is_empty() {
                    let (rect, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
                    let font = theme::icon_font(15.0, false);
                    let place = egui::Align2::CENTER_CENTER;
                    ui.painter().text(rect.center(), place, icon, font, cx.theme.c.muted);
                }
                ui.scope(|ui| {
                    let most = if number < whole { 420.0 } else { f32::INFINITY };
                    let width = (ui.available_width() - room).clamp(40.0, most);
                    ui.set_max_width(width);
                    line(ui, words, SMALL, cx.theme.c.muted);
                });
            }
            if let Some(job) = job {
                let (done, all) =
                    (job.progress.done.load(Ordering::Relaxed), job.progress.all.load(Ordering::Relaxed));
                let gap = ui.available_width() - 320.0;
                if gap > 0.0 {
                    ui.add_space(gap);
                }
                let words = format!("{} {done}/{all}", cx.t(&job.label));
                line(ui, &words, SMALL, cx.theme.c.muted);
                let part = |number: usize| f32::from(u16::try_from(number.min(60_000)).unwrap_or(0));
                progress_bar(ui, &cx.theme, part(done) / part(all).max(1.0), 110.0, &words);
                let stop = cx.t(&message("act-stop"));
                if Button::plain(&stop).small().show(ui, &cx.theme).clicked() {
                    job.progress.stop.store(true, Ordering::Relaxed);
                }
            }
        });
    });
}
