//! Whom to invite: lists of the register with their filters and saved searches, a tick for each, and on which
//! terms.

use std::collections::HashSet;

use eframe::egui::{
    CornerRadius, Id, Modal, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};
use egui_phosphor::regular as icons;

use super::change::{FIRST_FRAMES, optional};
use super::pick::Pick;
use crate::domain::{
    CodeSet, Conference, GuestClass, GuestGroup, Id as RecordId, ParticipationForm, Person, RecordKind, Trade,
};
use crate::i18n::{field_label, message};
use crate::ops::{
    Candidate, Candidates, Command, ConferenceAct, GuestCandidates, GuestSource, GuestTerms, Invited, List,
    SavedSearches,
};
use crate::runtime::{Slot, View};
use crate::ui::action::{Action, Cx, list_title};
use crate::ui::components::{
    Button, Field, choice, dialog_frame, failed, heading, line, link, segments, skeleton, text, tick,
};
use crate::ui::theme::{self, BODY_MEDIUM, CARD, COMPACT, COMPACT_MEDIUM, SMALL, Theme, space};
use crate::vietnamese::group;

/// Height of a row.
const ROW: f32 = 30.0;
/// Codes of a filter that are shown: the most frequent.
const SHOWN: usize = 8;
/// Width of the filters.
const FILTERS: f32 = 232.0;

/// Where guests are looked for, as it is chosen.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    List(RecordKind),
    Guests,
    Committees,
}

/// The dialog.
pub(super) struct InviteDialog {
    conference: RecordId<Conference>,
    source: GuestSource,
    list: List,
    village: Pick,
    trade: Option<Trade>,
    found: Slot<GuestCandidates>,
    saved: Slot<SavedSearches>,
    /// The question all of whose answers are shown, however many they are.
    whole: Option<GuestCandidates>,
    chosen: Vec<Invited>,
    ids: HashSet<RecordId<Person>>,
    group: Option<GuestGroup>,
    class: GuestClass,
    forms: CodeSet,
    /// Frames drawn so far.
    frames: u8,
}

impl InviteDialog {
    pub(super) fn new(conference: RecordId<Conference>) -> Self {
        Self {
            conference,
            source: GuestSource::default(),
            list: List::of(RecordKind::Organisation),
            village: Pick::new(RecordKind::Village),
            trade: None,
            found: Slot::default(),
            saved: Slot::default(),
            whole: None,
            chosen: Vec::new(),
            ids: HashSet::new(),
            group: None,
            class: GuestClass::default(),
            forms: CodeSet::of([ParticipationForm::Attend.code()]),
            frames: 0,
        }
    }

    fn choose(&mut self, invited: &Invited, on: bool) {
        if on && self.ids.insert(invited.person) {
            self.chosen.push(invited.clone());
        } else if !on && self.ids.remove(&invited.person) {
            self.chosen.retain(|other| other.person != invited.person);
        }
    }

    /// Draws the dialog; false when it is done.
    pub(super) fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        let mut stays = true;
        let window = ui.ctx().content_rect();
        let (width, height) = ((window.width() - 90.0).min(1_080.0), (window.height() - 110.0).min(640.0));
        let frame = dialog_frame(&cx.theme);
        let modal = Modal::new(Id::unique("guests-invite")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(width);
            ui.set_height(height);
            heading(ui, &cx.t(&message("invite-title")), CARD, cx.theme.c.text);
            ui.add_space(space::S);
            self.head_ui(ui, cx);
            ui.add_space(space::S);
            let mut question = GuestCandidates {
                conference: self.conference,
                source: self.source,
                list: self.list.clone(),
                village: self.village.chosen().map(RecordId::from_any),
                trade: self.trade.map(|trade| trade.code().to_owned()).unwrap_or_default(),
                today: cx.today,
                whole: false,
            };
            let asked = question.clone();
            question.whole = self.whole.as_ref() == Some(&question);
            let view = self.found.get(cx.data, &question);
            // What stands below: terms in two lines at most, and the buttons.
            let room = (ui.available_height() - 128.0).max(120.0);
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(FILTERS);
                    ui.set_height(room);
                    let answer = view.ready();
                    ScrollArea::vertical().id_salt("invite-filters").auto_shrink(false).show(ui, |ui| {
                        ui.set_width(FILTERS - 14.0);
                        self.filters_ui(ui, cx, answer.as_deref());
                    });
                });
                ui.vertical(|ui| {
                    ui.set_width(width - FILTERS - space::S);
                    ui.set_height(room);
                    match view {
                        View::Ready(answer) => {
                            if self.list_ui(ui, cx, &answer) {
                                self.whole = Some(asked);
                            }
                        }
                        View::Loading => skeleton(ui, &cx.theme, 8),
                        View::Failed(error) => {
                            if failed(ui, &cx.theme, cx.language, &error, &cx.t(&message("act-again"))) {
                                self.found = Slot::default();
                            }
                        }
                    }
                });
            });
            ui.add_space(space::S);
            self.terms_ui(ui, cx);
            ui.add_space(space::S);
            ui.horizontal(|ui| {
                let count = self.chosen.len();
                let go = cx.t(&message("invite-go").with("count", count));
                let button = Button::primary(&go).icon(icons::PAPER_PLANE_TILT).enabled(count > 0);
                if button.show(ui, &cx.theme).clicked() {
                    let terms =
                        GuestTerms { group: self.group, class: self.class, forms: self.forms.clone() };
                    let act = ConferenceAct::Invite(self.conference, self.chosen.clone(), terms);
                    let done = message("done-invited").with("count", count);
                    cx.ask(Action::Run(Box::new(Command::AtConference(act)), done));
                    stays = false;
                }
                if Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked() {
                    stays = false;
                }
            });
        });
        stays && !modal.should_close()
    }

    /// Which list, words, and saved searches.
    fn head_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.horizontal(|ui| {
            let kinds = [RecordKind::Organisation, RecordKind::Artisan, RecordKind::Person];
            let mut labels: Vec<_> =
                kinds.iter().map(|kind| (Place::List(*kind), cx.t(&list_title(*kind)))).collect();
            labels.push((Place::Guests, cx.t(&message("invite-from-guests"))));
            labels.push((Place::Committees, cx.t(&message("invite-from-committees"))));
            let before = match self.source {
                GuestSource::Register => Place::List(self.list.kind),
                GuestSource::Guests(_) => Place::Guests,
                GuestSource::Committees(_) => Place::Committees,
            };
            let mut place = before;
            segments(ui, &cx.theme, &labels, &mut place);
            if place != before {
                self.source = match place {
                    Place::List(_) => GuestSource::Register,
                    Place::Guests => GuestSource::Guests(None),
                    Place::Committees => GuestSource::Committees(None),
                };
                if let Place::List(kind) = place
                    && kind != self.list.kind
                {
                    self.list = List { text: self.list.text.clone(), ..List::of(kind) };
                }
            }
            let hint = cx.t(&message("invite-find"));
            let id = Id::unique("invite-find");
            if self.frames < FIRST_FRAMES {
                self.frames += 1;
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            Field::new(id, "").hint(&hint).name(&hint).icon(icons::MAGNIFYING_GLASS).width(210.0).show(
                ui,
                &cx.theme,
                cx.language,
                &mut self.list.text,
            );
            let saved = self.saved.get(cx.data, &SavedSearches).ready().unwrap_or_default();
            let lists: Vec<(String, List)> = saved
                .iter()
                .filter_map(|(_, search)| Some((search.name.clone(), List::of_saved(search)?)))
                .filter(|(_, list)| kinds.contains(&list.kind))
                .collect();
            if self.source == GuestSource::Register && !lists.is_empty() {
                let names: Vec<String> = lists.iter().map(|(name, _)| name.clone()).collect();
                let now = lists.iter().find(|(_, list)| *list == self.list).map(|(name, _)| name.clone());
                let shown = now.unwrap_or_else(|| cx.t(&message("invite-saved")));
                let id = Id::unique("invite-saved");
                let picked = choice(ui, &cx.theme, cx.language, id, "", &shown, &names, 180.0, None);
                if let Some((_, list)) = picked.and_then(|place| lists.get(place)) {
                    self.list = list.clone();
                }
            }
        });
    }

    fn filters_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, answer: Option<&Candidates>) {
        if self.source != GuestSource::Register {
            if let Some(answer) = answer {
                self.conference_ui(ui, cx, answer);
            }
            return;
        }
        self.village.ui(ui, cx, Id::unique("invite-village"), &cx.t(&field_label("village")), false, false);
        ui.add_space(4.0);
        let trades: Vec<_> = Trade::ALL.iter().map(|trade| (*trade, trade.label())).collect();
        optional(ui, cx, "trades", &trades, &message("invite-all-trades"), &mut self.trade);
        let Some(answer) = answer else { return };
        for (column, counts) in &answer.facets {
            if counts.is_empty() && !self.list.filters.contains_key(column) {
                continue;
            }
            let title = match *column {
                "commune" => message("filter-province"),
                column => field_label(column),
            };
            ui.add_space(6.0);
            line(ui, &cx.t(&title), COMPACT_MEDIUM, cx.theme.c.text);
            let chosen = self.list.filters.get(column).cloned().unwrap_or_default();
            let gone = chosen.iter().filter(|code| !counts.iter().any(|(known, _)| known == *code));
            let gone: Vec<_> = gone.map(|code| (code.clone(), 0)).collect();
            for (place, (code, count)) in counts.iter().chain(&gone).enumerate() {
                let mut on = chosen.contains(code);
                if place >= SHOWN && !on {
                    continue;
                }
                let label = cx.shown(&List::code_label(self.list.kind, column, code, cx.places));
                let count = group(i64::try_from(*count).unwrap_or(0), cx.language);
                if tick(ui, &cx.theme, &mut on, &label, Some(&count)).changed() {
                    let codes = self.list.filters.entry(column).or_default();
                    if on {
                        codes.insert(code.clone());
                    } else {
                        codes.remove(code);
                    }
                    if codes.is_empty() {
                        self.list.filters.remove(column);
                    }
                }
            }
        }
    }

    /// Which conference the guests or the members of committees are taken from.
    fn conference_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, answer: &Candidates) {
        let names: Vec<String> = answer.conferences.iter().map(|(_, name)| name.clone()).collect();
        let now = answer.conferences.iter().find(|(id, _)| answer.of == Some(*id));
        let shown = now.map(|(_, name)| name.clone()).unwrap_or_default();
        let label = cx.t(&field_label("conference"));
        let id = Id::unique("invite-conference");
        let picked = choice(ui, &cx.theme, cx.language, id, &label, &shown, &names, FILTERS - 14.0, None);
        if let Some((id, _)) = picked.and_then(|place| answer.conferences.get(place)) {
            self.source = match self.source {
                GuestSource::Committees(_) => GuestSource::Committees(Some(*id)),
                _ => GuestSource::Guests(Some(*id)),
            };
        }
        ui.add_space(4.0);
        text(ui, &cx.t(&message("invite-again-explain")), SMALL, cx.theme.c.muted);
    }

    /// The list; true when all of a long one shall be shown.
    fn list_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, answer: &Candidates) -> bool {
        let mut whole = false;
        let new: HashSet<RecordId<Person>> = answer
            .found
            .iter()
            .filter(|candidate| !candidate.already)
            .filter_map(|candidate| candidate.invited.as_ref().map(|invited| invited.person))
            .collect();
        ui.horizontal(|ui| {
            let words = message("invite-found").with("count", answer.count).with("new", new.len());
            line(ui, &cx.t(&words), BODY_MEDIUM, cx.theme.c.text);
            if !new.is_empty() {
                let all = new.iter().all(|person| self.ids.contains(person));
                let label = if all { message("invite-none") } else { message("invite-all") };
                let label = cx.t(&label.with("count", new.len()));
                if Button::outline(&label).small().icon(icons::CHECKS).show(ui, &cx.theme).clicked() {
                    for candidate in answer.found.iter().filter(|candidate| !candidate.already) {
                        if let Some(invited) = &candidate.invited {
                            self.choose(invited, !all);
                        }
                    }
                }
            }
        });
        if answer.count > answer.found.len() {
            ui.horizontal(|ui| {
                let words = message("invite-more").with("count", answer.found.len());
                line(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
                let all = cx.t(&message("invite-whole").with("count", answer.count));
                whole = link(ui, &cx.theme, &all, SMALL).clicked();
            });
        }
        if answer.found.is_empty() {
            text(ui, &cx.t(&message("invite-nothing")), COMPACT, cx.theme.c.muted);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let list = ScrollArea::vertical().id_salt("invite-list").auto_shrink(false);
        list.show_rows(ui, ROW, answer.found.len(), |ui, seen| {
            for candidate in answer.found.get(seen).unwrap_or_default() {
                let on = candidate.invited.as_ref().filter(|_| !candidate.already);
                let ticked = on.map(|invited| self.ids.contains(&invited.person));
                let kind =
                    if self.source == GuestSource::Register { self.list.kind } else { RecordKind::Person };
                let response = row_ui(ui, cx, kind, candidate, ticked);
                if let (true, Some(invited), Some(ticked)) = (response.clicked(), on, ticked) {
                    self.choose(invited, !ticked);
                }
            }
        });
        whole
    }

    fn terms_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let groups = GuestGroup::ALL.iter().filter(|group| **group != GuestGroup::None);
            let groups: Vec<_> = groups.map(|group| (*group, group.label())).collect();
            optional(ui, cx, "guest_group", &groups, &message("invite-own-group"), &mut self.group);
            let mut class = Some(self.class).filter(|class| *class != GuestClass::B);
            let classes = [GuestClass::Vip, GuestClass::A].map(|class| (class, class.label()));
            optional(ui, cx, "class", &classes, &GuestClass::B.label(), &mut class);
            self.class = class.unwrap_or_default();
            ui.vertical(|ui| {
                line(ui, &cx.t(&field_label("forms")), SMALL, cx.theme.c.muted);
                ui.horizontal_wrapped(|ui| ticks(ui, cx, &forms(), &mut self.forms));
            });
        });
    }
}

/// The forms of participation with their codes.
pub(super) fn forms() -> Vec<(&'static str, crate::i18n::Message)> {
    ParticipationForm::ALL.iter().map(|form| (form.code(), form.label())).collect()
}

/// A tick for each code.
pub(in crate::ui::screens) fn ticks(
    ui: &mut Ui,
    cx: &Cx<'_>,
    values: &[(&'static str, crate::i18n::Message)],
    chosen: &mut CodeSet,
) {
    for (code, label) in values {
        let mut on = chosen.0.contains(*code);
        if tick(ui, &cx.theme, &mut on, &cx.t(label), None).changed() {
            if on {
                chosen.0.insert((*code).to_owned());
            } else {
                chosen.0.remove(*code);
            }
        }
    }
}

/// A candidate on one line; without a tick where it cannot be chosen.
fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    kind: RecordKind,
    candidate: &Candidate,
    ticked: Option<bool>,
) -> Response {
    let theme: &Theme = &cx.theme;
    let c = theme.c;
    let title = candidate.invited.as_ref().map(|invited| invited.title.as_str()).unwrap_or_default();
    let parts = if kind == RecordKind::Organisation {
        [candidate.person.as_str(), title]
    } else {
        [title, candidate.organisation.as_str()]
    };
    let second = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let state = match (candidate.already, &candidate.invited) {
        (true, _) => cx.t(&message("invite-already")),
        (false, None) if candidate.dead => cx.t(&message("invite-dead")),
        (false, None) => cx.t(&message("invite-nobody")),
        _ => String::new(),
    };
    let sense = if ticked.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    let name = [candidate.name.as_str(), &second, &state];
    let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    response.widget_info(|| match ticked {
        Some(on) => WidgetInfo::selected(Role::CheckBox, true, on, &name),
        None => WidgetInfo::labeled(Role::Label, true, &name),
    });
    if response.hovered() && ticked.is_some() {
        ui.painter().rect_filled(rect, CornerRadius::same(4), c.hover);
    }
    let middle = rect.center().y;
    if let Some(on) = ticked {
        let at = eframe::egui::Rect::from_center_size(pos2(rect.left() + 14.0, middle), vec2(16.0, 16.0));
        let (ground, outline) = if on { (c.primary, c.primary) } else { (c.raised, c.border_strong) };
        ui.painter().rect(at, CornerRadius::same(4), ground, Stroke::new(1.0, outline), StrokeKind::Inside);
        if on {
            let font = theme::icon_font(13.0, false);
            let middle = eframe::egui::Align2::CENTER_CENTER;
            ui.painter().text(at.center(), middle, icons::CHECK, font, c.on_primary);
        }
    }
    let ink = if ticked.is_some() { c.text } else { c.muted };
    let mut right = rect.right() - 14.0;
    if !state.is_empty() {
        let word = theme::galley(ui, &state, SMALL, c.muted, 200.0, 1);
        right -= word.size().x + 10.0;
        ui.painter().galley(pos2(right + 10.0, middle - word.size().y / 2.0), word, c.muted);
    }
    let left = rect.left() + 30.0;
    let word = theme::galley(ui, &candidate.name, COMPACT_MEDIUM, ink, (right - left) * 0.6, 1);
    let end = left + word.size().x + 10.0;
    let mut cut = word.elided;
    ui.painter().galley(pos2(left, middle - word.size().y / 2.0), word, ink);
    if right - end > 30.0 {
        let word = theme::galley(ui, &second, COMPACT, c.muted, right - end, 1);
        cut |= word.elided;
        ui.painter().galley(pos2(end, middle - word.size().y / 2.0), word, c.muted);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, CornerRadius::same(4), theme.focus_ring(), StrokeKind::Inside);
        response.scroll_to_me(None);
    }
    if cut { response.on_hover_text(name) } else { response }
}
