//! The record that is chosen in a list: what is known of it, what belongs to it, what happened to it.

use eframe::egui::{Frame, Margin, Panel, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icons;

use super::history::history_ui;
use crate::domain::{AnyId, Id as RecordId, MouState, RecordKind};
use crate::i18n::{Message, field_label, message};
use crate::ops::{Command, Detail, DetailAnswer, History, Related, Shown};
use crate::runtime::{Slot, View};
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Tone, badge, facts_line, failed, heading, icon_button, line, link, mou_badge, skeleton, tabs,
    text,
};
use crate::ui::pictures;
use crate::ui::theme::{BODY, BODY_MEDIUM, COMPACT, PARAGRAPH, RECORD, SMALL, space};

/// The tabs of the pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Overview,
    Products,
    People,
    Partners,
    Mous,
    Honours,
    History,
}

/// The pane at the right of a list.
#[derive(Default)]
pub(super) struct DetailPane {
    shown: Option<Detail>,
    answer: Slot<Detail>,
    history: Slot<History>,
    tab: Tab,
}

impl DetailPane {
    /// Shows a record.
    pub(super) fn show(&mut self, kind: RecordKind, id: AnyId) {
        self.shown = Some(Detail { kind, id });
    }

    /// Whether there is something to show.
    pub(super) fn is_open(&self) -> bool {
        self.shown.is_some()
    }

    /// The record that is shown.
    pub(super) fn id(&self) -> Option<AnyId> {
        self.shown.map(|shown| shown.id)
    }

    /// Draws the pane.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(shown) = self.shown else { return };
        let view = self.answer.get(cx.data, &shown);
        let answer = match &view {
            View::Failed(error) => {
                if failed(ui, &cx.theme, cx.language, error, &cx.t(&message("act-close"))) {
                    self.shown = None;
                }
                return;
            }
            View::Ready(answer) if self.answer.answers(&shown) => answer.clone(),
            _ => {
                ui.add_space(space::L);
                skeleton(ui, &cx.theme, 6);
                return;
            }
        };
        if answer.deleted {
            self.shown = None;
            return;
        }
        Panel::bottom("detail-foot")
            .frame(Frame::new().fill(cx.theme.c.surface).inner_margin(Margin::symmetric(14, 8)))
            .exact_size(48.0)
            .show(ui, |ui| self.foot_ui(ui, cx, &answer));
        Frame::new().inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
            self.head_ui(ui, cx, &answer);
            ui.add_space(4.0);
            self.tabs_ui(ui, cx, &answer);
            ui.add_space(8.0);
            ScrollArea::vertical().id_salt(("detail", shown.id.hex())).auto_shrink(false).show(ui, |ui| {
                self.body_ui(ui, cx, &answer);
                ui.add_space(space::L);
            });
        });
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &DetailAnswer) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            pictures::motif(ui, &answer.record, vec2(if cx.narrow { 132.0 } else { 176.0 }, 132.0));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 5.0;
                ui.horizontal_top(|ui| {
                    let width = ui.available_width() - 28.0 - 14.0;
                    ui.scope(|ui| {
                        ui.set_max_width(width);
                        ui.vertical(|ui| {
                            ui.set_width(width);
                            heading(ui, &answer.name, RECORD, cx.theme.c.text);
                        });
                    });
                    if icon_button(ui, &cx.theme, icons::X, &cx.t(&message("act-close"))).clicked() {
                        self.shown = None;
                    }
                });
                let place = answer.facts.iter().find(|fact| fact.key == "commune");
                if let Some(place) = place {
                    line(ui, &cx.shown(&place.value), BODY, cx.theme.c.muted);
                }
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                    marks(ui, cx, answer);
                });
            });
        });
    }

    fn tabs_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, answer: &DetailAnswer) {
        let count = |kinds: &[RecordKind]| {
            answer.related.iter().filter(|related| kinds.contains(&related.kind)).count()
        };
        let mut values = vec![(Tab::Overview, cx.t(&message("tab-overview")))];
        let mut add = |tab: Tab, label: Message, kinds: &[RecordKind]| {
            let count = count(kinds);
            if count > 0 {
                values.push((tab, format!("{} {count}", cx.t(&label))));
            }
        };
        add(Tab::Products, message("nav-products"), &[RecordKind::Product]);
        let people = match answer.record.kind() {
            RecordKind::Organisation => message("tab-signers"),
            _ => message("nav-artisans"),
        };
        add(Tab::People, people, &[RecordKind::Artisan, RecordKind::Position]);
        add(Tab::Partners, message("nav-partners"), &[RecordKind::Organisation]);
        add(Tab::Mous, message("tab-mous"), &[RecordKind::Mou]);
        add(Tab::Honours, message("tab-honours"), &[RecordKind::Certificate]);
        values.push((Tab::History, cx.t(&message("tab-history"))));
        if !values.iter().any(|(tab, _)| *tab == self.tab) {
            self.tab = Tab::Overview;
        }
        tabs(ui, &cx.theme, &values, &mut self.tab);
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &DetailAnswer) {
        let kinds: &[RecordKind] = match self.tab {
            Tab::Overview => return overview_ui(ui, cx, answer),
            Tab::History => {
                let Some(shown) = self.shown else { return };
                let mut of = vec![shown.id];
                of.extend(answer.person.iter().map(|(id, _)| id.any()));
                return history_ui(ui, cx, &mut self.history, &History { of });
            }
            Tab::Products => &[RecordKind::Product],
            Tab::People => &[RecordKind::Artisan, RecordKind::Position],
            Tab::Partners => &[RecordKind::Organisation],
            Tab::Mous => &[RecordKind::Mou],
            Tab::Honours => &[RecordKind::Certificate],
        };
        for related in answer.related.iter().filter(|related| kinds.contains(&related.kind)) {
            related_ui(ui, cx, related);
        }
    }

    fn foot_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &DetailAnswer) {
        let Some(shown) = self.shown else { return };
        ui.horizontal_centered(|ui| {
            let edit = cx.t(&message("act-edit"));
            if Button::outline(&edit).icon(icons::PENCIL_SIMPLE).show(ui, &cx.theme).clicked() {
                cx.ask(Action::Go(Route::Form(shown.kind, Some(shown.id))));
            }
            let delete = cx.t(&message("act-delete"));
            if Button::plain(&delete).icon(icons::TRASH).show(ui, &cx.theme).clicked() {
                let done = message("done-deleted").with("name", answer.name.as_str());
                cx.ask(Action::Run(Box::new(Command::Delete(shown.kind, shown.id)), done));
            }
        });
    }
}

/// What the record is, in a few badges.
fn marks(ui: &mut Ui, cx: &Cx<'_>, answer: &DetailAnswer) {
    let fact = |key: &str| answer.facts.iter().find(|fact| fact.key == key).map(|fact| cx.shown(&fact.value));
    let theme = &cx.theme;
    match answer.record.kind() {
        RecordKind::Village => {
            if let Some(recognition) = fact("recognition") {
                let unknown = cx.t(&crate::domain::Recognition::None.label());
                let tone = if recognition == unknown { Tone::Plain } else { Tone::Honour };
                badge(ui, theme, tone, icons::MEDAL, &recognition);
            }
        }
        RecordKind::Artisan => {
            if let Some(state) = fact("state") {
                badge(ui, theme, Tone::Plain, icons::USER, &state);
            }
        }
        RecordKind::Organisation => {
            if let Some(kind) = fact("kind") {
                badge(ui, theme, Tone::Plain, icons::STOREFRONT, &kind);
            }
        }
        _ => {}
    }
    for related in answer.related.iter().filter(|related| related.kind == RecordKind::Certificate).take(2) {
        if let Some(title) = related.second.first() {
            badge(ui, theme, Tone::Honour, icons::STAR, &cx.shown(title));
        }
    }
    let mous = answer.related.iter().filter(|related| related.kind == RecordKind::Mou).count();
    if mous > 0 {
        let label = cx.t(&message("badge-mous").with("count", mous));
        badge(ui, theme, Tone::Busy, icons::HANDSHAKE, &label);
    }
}

fn overview_ui(ui: &mut Ui, cx: &mut Cx<'_>, answer: &DetailAnswer) {
    ui.spacing_mut().item_spacing.y = 8.0;
    let width = if cx.narrow { 96.0 } else { 110.0 };
    for fact in &answer.facts {
        if fact.value == Shown::Empty {
            continue;
        }
        let label = cx.t(&field_label(fact.key));
        facts_line(ui, &cx.theme.clone(), &label, width, |ui| match &fact.value {
            Shown::Record(kind, id, name) => {
                if link(ui, &cx.theme.clone(), name, BODY_MEDIUM).clicked() {
                    cx.ask(Action::Show(*kind, *id));
                }
            }
            value => {
                text(ui, &cx.shown(value), BODY, cx.theme.c.text);
            }
        });
    }
    if !answer.story.is_empty() {
        ui.add_space(4.0);
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
        ui.add_space(8.0);
        text(ui, &answer.story, PARAGRAPH, cx.theme.c.text);
    }
}

/// A record that belongs to the shown one.
pub(super) fn related_ui(ui: &mut Ui, cx: &mut Cx<'_>, related: &Related) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let name = if related.name.is_empty() { cx.t(&message("mou-no-number")) } else { related.name.clone() };
    let route = match related.kind {
        RecordKind::Mou => Some(Action::Go(Route::Mou(RecordId::from_any(related.id)))),
        kind if super::has_list(kind) => Some(Action::Show(kind, related.id)),
        _ => None,
    };
    match route {
        Some(route) => {
            if link(ui, &cx.theme, &name, BODY_MEDIUM).clicked() {
                cx.ask(route);
            }
        }
        None => {
            line(ui, &name, BODY_MEDIUM, cx.theme.c.text);
        }
    }
    let mut state: Option<MouState> = None;
    let second: Vec<String> = related
        .second
        .iter()
        .filter_map(|value| {
            if let Shown::MouState(found) = value {
                state = Some(*found);
                return None;
            }
            Some(cx.shown(value)).filter(|text| !text.is_empty())
        })
        .collect();
    if !second.is_empty() {
        text(ui, &second.join(" · "), if state.is_some() { SMALL } else { COMPACT }, cx.theme.c.muted);
    }
    if let Some(state) = state {
        mou_badge(ui, &cx.theme, state, cx.language);
    }
    ui.add_space(6.0);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
    ui.add_space(6.0);
}
