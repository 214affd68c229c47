//! The palette (Ctrl+K): records, commands and places in one list, by keyboard alone.

use eframe::egui::{
    self, CornerRadius, Id, Key, Modal, Modifiers, Role, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::action::{Action, Cx, Route};
use super::commands::{self, COMMANDS};
use super::components::text_menu;
use super::theme::{self, BODY, SECTION, SMALL, SMALL_MEDIUM};
use crate::domain::{Id as RecordId, RecordKind};
use crate::i18n::message;
use crate::ops::Find;
use crate::runtime::Slot;
use crate::vietnamese::fold;

/// How many of each sort are listed.
const RECORDS: usize = 12;
const PLACES: usize = 4;

/// The palette while it is open.
#[derive(Default)]
pub struct Palette {
    typed: String,
    found: Slot<Find>,
    place: usize,
    fresh: bool,
}

/// One row.
struct Entry {
    group: String,
    icon: &'static str,
    title: String,
    second: String,
    action: Option<Action>,
}

impl Palette {
    /// A palette that takes the keyboard.
    pub fn new() -> Self {
        Self { fresh: true, ..Self::default() }
    }

    /// Draws it; returns whether it stays open.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) -> bool {
        let mut stays = true;
        let frame = egui::Frame::new()
            .fill(cx.theme.c.raised)
            .stroke(cx.theme.line())
            .corner_radius(CornerRadius::same(10))
            .shadow(cx.theme.dialog_shadow())
            .inner_margin(egui::Margin::same(8));
        let area =
            Modal::default_area(Id::unique("palette")).anchor(egui::Align2::CENTER_TOP, vec2(0.0, 56.0));
        let modal = Modal::new(Id::unique("palette")).area(area).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width((ui.ctx().content_rect().width() - 80.0).clamp(320.0, 640.0));
            if self.content(ui, cx) {
                stays = false;
            }
        });
        stays && !modal.should_close()
    }

    /// Returns whether something was taken.
    fn content(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) -> bool {
        let id = Id::unique("palette-text");
        if self.fresh {
            // The first frame only measures; the keyboard is taken as soon as the field is there.
            self.fresh = !ui.memory(|memory| memory.has_focus(id));
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let entries = self.entries(cx);
        let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(ui, Key::ArrowDown) {
            self.place += 1;
        }
        if pressed(ui, Key::ArrowUp) {
            self.place = self.place.saturating_sub(1);
        }
        self.place = self.place.min(entries.len().saturating_sub(1));
        let enter = pressed(ui, Key::Enter);
        let hint = egui::RichText::new(cx.t(&message("find-hint"))).color(cx.theme.c.muted);
        let output = TextEdit::singleline(&mut self.typed)
            .id(id)
            .frame(egui::Frame::new().inner_margin(egui::Margin::symmetric(10, 8)))
            .font(theme::font(SECTION))
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .show(ui);
        let field = output.response.response.accessible_name(cx.t(&message("act-find")));
        text_menu(&field, cx.language);
        if field.changed() {
            self.place = 0;
        }
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
        ui.add_space(4.0);
        let mut taken = None;
        egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut group = "";
            for (number, entry) in entries.iter().enumerate() {
                if entry.group != group {
                    group = &entry.group;
                    ui.add_space(6.0);
                    ui.horizontal(|ui| {
                        ui.add_space(10.0);
                        super::components::line(ui, group, SMALL_MEDIUM, cx.theme.c.muted);
                    });
                }
                if row(ui, cx, entry, number == self.place) {
                    taken = Some(number);
                }
            }
            if entries.is_empty() {
                super::components::text(ui, &cx.t(&message("find-nothing")), BODY, cx.theme.c.muted);
            }
        });
        if enter && !entries.is_empty() {
            taken = Some(self.place);
        }
        let Some(taken) = taken else { return false };
        if let Some(action) = entries.into_iter().nth(taken).and_then(|entry| entry.action) {
            cx.ask(action);
        }
        true
    }

    /// A command that begins with what was typed stands first; then records, other commands, places.
    fn entries(&mut self, cx: &Cx<'_>) -> Vec<Entry> {
        let words = fold(&self.typed);
        let (mut entries, other_commands): (Vec<_>, Vec<_>) = commands_of(cx, &words)
            .into_iter()
            .partition(|entry| !words.is_empty() && fold(&entry.title).starts_with(&words));
        if !words.is_empty() {
            let question = Find { text: self.typed.clone(), kinds: Vec::new(), limit: RECORDS };
            if let Some(hits) = self.found.get(cx.data, &question).ready() {
                for hit in hits.iter() {
                    let action = match hit.kind {
                        RecordKind::Mou => Action::Go(Route::Mou(RecordId::from_any(hit.id))),
                        kind => Action::Show(kind, hit.id),
                    };
                    let openable = super::screens::has_list(hit.kind) || hit.kind == RecordKind::Mou;
                    if !openable {
                        continue;
                    }
                    let kind = hit.kind.label().text(cx.language);
                    let second = if hit.place.is_empty() { kind } else { format!("{kind} · {}", hit.place) };
                    entries.push(Entry {
                        group: cx.t(&message("find-records")),
                        icon: super::shell::kind_icon(hit.kind),
                        title: hit.name.clone(),
                        second,
                        action: Some(action),
                    });
                }
            }
        }
        entries.extend(other_commands);
        if !words.is_empty() {
            for hit in cx.places.search(&self.typed, PLACES) {
                let crate::places::Place::Commune(code) = hit.place else { continue };
                let title = cx.places.commune_address(code, cx.language).unwrap_or_default();
                let second = hit.found_by.map(|former| former.text(cx.language)).unwrap_or_default();
                entries.push(Entry {
                    group: cx.t(&message("find-places")),
                    icon: icons::MAP_PIN,
                    action: Some(Action::Search(RecordKind::Village, title.replace(',', " "))),
                    title,
                    second,
                });
            }
        }
        entries
    }
}

/// The commands that have all the words.
fn commands_of(cx: &Cx<'_>, words: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    for command in COMMANDS {
        let title = cx.t(&(command.label)());
        if !words.split(' ').all(|word| fold(&title).contains(word)) {
            continue;
        }
        let action = commands::action(command.act, cx.language, cx.preferences, cx.theme.dark);
        if action.is_none() || command.act == commands::Act::Find {
            continue;
        }
        entries.push(Entry {
            group: cx.t(&message("find-commands")),
            icon: command.icon,
            title,
            second: command.keys.as_ref().map(commands::keys_text).unwrap_or_default(),
            action,
        });
    }
    entries
}

fn row(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry, on: bool) -> bool {
    let c = cx.theme.c;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, &entry.title));
    if on {
        ui.painter().rect_filled(rect, CornerRadius::same(6), c.selection);
        ui.scroll_to_rect(rect, None);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), c.hover);
    }
    let middle = rect.center().y;
    let font = theme::icon_font(18.0, false);
    let at = pos2(rect.left() + 20.0, middle);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, entry.icon, font, c.muted);
    let second = theme::galley(ui, &entry.second, SMALL, c.muted, rect.width() * 0.55, 1);
    let room = rect.width() - 60.0 - second.size().x;
    let title = theme::galley(ui, &entry.title, BODY, c.text, room.max(60.0), 1);
    ui.painter().galley(pos2(rect.left() + 40.0, middle - title.size().y / 2.0), title, c.text);
    let at = pos2(rect.right() - 10.0 - second.size().x, middle - second.size().y / 2.0);
    ui.painter().galley(at, second, c.muted);
    response.clicked()
}
