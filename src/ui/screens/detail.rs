//! The record that is chosen in a list: what is known of it, what belongs to it, what happened to it.

use eframe::egui::{Frame, Margin, Panel, Popup, Rect, RectAlign, ScrollArea, Sense, Ui, vec2};
use egui_phosphor::regular as icons;

use super::contact::{ContactDialog, contact_of};
use super::history::history_ui;
use super::leaflet::LeafletDialog;
use super::photos::{Photos, receive};
use super::related::{related_ui, timeline, timeline_ui};
use crate::domain::{
    AnyId, Assessment, Bearing, Completeness, Id as RecordId, RecordKind, Validity, Vitality,
};
use crate::i18n::{Message, field_label, message};
use crate::ops::{Command, Detail, DetailAnswer, History, Shown};
use crate::runtime::{Slot, View};
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Tone, badge, banner, facts_line, failed, heading, icon_button, line, link, note, skeleton, tabs,
    text,
};
use crate::ui::pictures;
use crate::ui::shell::kind_icon;
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, PARAGRAPH, RECORD, space};

/// The tabs of the pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Overview,
    /// Records of these kinds.
    Of(&'static [RecordKind]),
    Pictures,
    Timeline,
    History,
}

/// The kinds a tab shows, and its label.
type Part = (&'static [RecordKind], fn() -> Message);

/// The tabs of what belongs to a record, in their order.
const PARTS: &[Part] = &[
    (&[RecordKind::Product], || message("nav-products")),
    (&[RecordKind::Artisan, RecordKind::Apprenticeship], || message("nav-artisans")),
    (&[RecordKind::Position], || message("tab-positions")),
    (&[RecordKind::Organisation], || message("nav-partners")),
    (&[RecordKind::Village], || message("nav-villages")),
    (&[RecordKind::Mou], || message("tab-mous")),
    (&[RecordKind::Obligation], || message("after-tasks")),
    (&[RecordKind::Conference, RecordKind::Meeting], || message("tab-conferences")),
    (&[RecordKind::Placement], || message("tab-placements")),
    (&[RecordKind::Certificate], || message("tab-honours")),
    (&[RecordKind::Preservation], || message("tab-preservation")),
];

/// So many missing fields are named.
const NAMED: usize = 5;

/// What can be added to a record of a kind, in the order it is offered.
fn addable(kind: RecordKind) -> &'static [RecordKind] {
    use RecordKind as K;
    match kind {
        K::Village => {
            &[K::Artisan, K::Product, K::Organisation, K::Certificate, K::Preservation, K::Placement]
        }
        K::Artisan => &[K::Product, K::Certificate, K::Position, K::Apprenticeship],
        K::Person => &[K::Position, K::Artisan],
        K::Organisation => &[K::Position, K::Product, K::Certificate, K::Placement],
        K::Product => &[K::Certificate, K::Placement],
        _ => &[],
    }
}

/// The pane at the right of a list.
#[derive(Default)]
pub(super) struct DetailPane {
    shown: Option<Detail>,
    answer: Slot<Detail>,
    history: Slot<History>,
    tab: Tab,
    pub(super) photos: Photos,
    contact: Option<ContactDialog>,
    leaflet: Option<LeafletDialog>,
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
        if has_pictures(shown.kind) && receive(ui, cx, (shown.kind, shown.id)) {
            self.tab = Tab::Pictures;
        }
        if let Some(mut dialog) = self.contact.take()
            && dialog.ui(ui, cx)
        {
            self.contact = Some(dialog);
        }
        if let Some(mut dialog) = self.leaflet.take()
            && dialog.ui(ui, cx)
        {
            self.leaflet = Some(dialog);
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
            let size = vec2(if cx.narrow { 132.0 } else { 176.0 }, 132.0);
            let main = answer.pictures.first().filter(|picture| picture.record.width.is_some());
            let place = Rect::from_min_size(ui.cursor().min, size);
            match main {
                Some(main) if self.photos.picture(ui, cx, &main.record.sha256, true, place) => {
                    ui.allocate_exact_size(size, Sense::hover());
                }
                _ => pictures::motif(ui, &answer.trade, size),
            }
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
        let mut values = vec![(Tab::Overview, cx.t(&message("tab-overview")))];
        for (kinds, label) in PARTS {
            let count = answer.related.iter().filter(|related| kinds.contains(&related.kind)).count();
            if count > 0 {
                values.push((Tab::Of(kinds), format!("{} {count}", cx.t(&label()))));
            }
        }
        if has_pictures(answer.record.kind()) {
            let label = cx.t(&message("tab-pictures"));
            let count = answer.pictures.len();
            let words = if count == 0 { label } else { format!("{label} {count}") };
            values.push((Tab::Pictures, words));
        }
        if timeline(&answer.related).len() > 1 {
            values.push((Tab::Timeline, cx.t(&message("tab-timeline"))));
        }
        values.push((Tab::History, cx.t(&message("tab-history"))));
        if !values.iter().any(|(tab, _)| *tab == self.tab) {
            self.tab = Tab::Overview;
        }
        tabs(ui, &cx.theme, &values, &mut self.tab);
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &DetailAnswer) {
        match self.tab {
            Tab::Overview => overview_ui(ui, cx, answer),
            Tab::History => {
                let Some(shown) = self.shown else { return };
                let mut of = vec![shown.id];
                of.extend(answer.person.iter().map(|(id, _)| id.any()));
                history_ui(ui, cx, &mut self.history, &History { of });
            }
            Tab::Pictures => {
                self.photos.ui(ui, cx, (answer.record.kind(), answer.id), &answer.pictures);
            }
            Tab::Timeline => timeline_ui(ui, cx, &answer.related),
            Tab::Of(kinds) => {
                for related in answer.related.iter().filter(|related| kinds.contains(&related.kind)) {
                    related_ui(ui, cx, related);
                }
                let Some(shown) = self.shown else { return };
                for kind in addable(shown.kind).iter().filter(|kind| kinds.contains(kind)) {
                    let words = add_words(cx, *kind);
                    if Button::plain(&words).small().icon(icons::PLUS).show(ui, &cx.theme).clicked() {
                        cx.ask(Action::Go(part_of(*kind, shown, answer)));
                    }
                }
            }
        }
    }

    fn foot_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &DetailAnswer) {
        let Some(shown) = self.shown else { return };
        ui.horizontal_centered(|ui| {
            let edit = cx.t(&message("act-edit"));
            if Button::outline(&edit).icon(icons::PENCIL_SIMPLE).show(ui, &cx.theme).clicked() {
                cx.ask(Action::Go(Route::Form(shown.kind, Some(shown.id))));
            }
            let add = cx.t(&message("act-add"));
            let button = Button::outline(&add).icon(icons::PLUS).after(icons::CARET_UP).show(ui, &cx.theme);
            Popup::menu(&button).align(RectAlign::TOP_START).show(|ui| {
                ui.set_width(260.0);
                ui.spacing_mut().item_spacing.y = 2.0;
                for kind in addable(shown.kind) {
                    let words = add_words(cx, *kind);
                    let row = Button::plain(&words).icon(kind_icon(*kind)).wide(ui.available_width());
                    if row.show(ui, &cx.theme).clicked() {
                        cx.ask(Action::Go(part_of(*kind, shown, answer)));
                        ui.close();
                    }
                }
            });
            if let Some(contact) = contact_of(answer, cx) {
                let card = cx.t(&message("contact-card"));
                if icon_button(ui, &cx.theme, icons::ADDRESS_BOOK, &card).clicked() {
                    self.contact = Some(ContactDialog::new(contact, cx));
                }
            }
            if shown.kind == RecordKind::Village {
                let make = cx.t(&message("leaflet-make"));
                if icon_button(ui, &cx.theme, icons::FILE_PDF, &make).clicked() {
                    let village = RecordId::from_any(shown.id);
                    self.leaflet = Some(LeafletDialog::new(village, &answer.name, cx));
                }
            }
            let delete = cx.t(&message("act-delete"));
            if Button::plain(&delete).icon(icons::TRASH).show(ui, &cx.theme).clicked() {
                let done = message("done-deleted").with("name", answer.name.as_str());
                cx.ask(Action::Run(Box::new(Command::Delete(shown.kind, shown.id)), done));
            }
        });
    }
}

/// Whether pictures can belong to records of this kind.
fn has_pictures(kind: RecordKind) -> bool {
    use RecordKind as K;
    matches!(kind, K::Village | K::Artisan | K::Person | K::Organisation | K::Product)
}

fn add_words(cx: &Cx<'_>, kind: RecordKind) -> String {
    cx.t(&message("detail-add").with("kind", kind.label()))
}

/// The form of a new record that belongs to the shown one; what a person holds belongs to the person, also
/// when the person is shown as an artisan.
fn part_of(kind: RecordKind, shown: Detail, answer: &DetailAnswer) -> Route {
    match (kind, &answer.person) {
        (RecordKind::Position, Some((person, _))) => Route::Part(kind, RecordKind::Person, person.any()),
        _ => Route::Part(kind, shown.kind, shown.id),
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
        badge(ui, theme, Tone::Honour, icons::STAR, &cx.shown(&related.name));
    }
    if let Some(assessment) = &answer.assessment
        && assessment.vitality != Vitality::Unknown
    {
        let (tone, icon) = vitality_mark(assessment.vitality);
        badge(ui, theme, tone, icon, &cx.t(&assessment.vitality.label()));
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
    if let Some(assessment) = &answer.assessment {
        ui.add_space(8.0);
        assessment_ui(ui, cx, assessment);
    }
    ui.add_space(8.0);
    to_do_ui(ui, cx, answer);
}

/// How a village's craft is doing, with the reasons in words.
fn assessment_ui(ui: &mut Ui, cx: &Cx<'_>, assessment: &Assessment) {
    heading(ui, &cx.t(&message("field-vitality")), CARD, cx.theme.c.text);
    if assessment.vitality == Vitality::Unknown {
        text(ui, &cx.t(&message("vitality-unknown-explain")), BODY, cx.theme.c.muted);
    } else {
        let (tone, icon) = vitality_mark(assessment.vitality);
        badge(ui, &cx.theme, tone, icon, &cx.t(&assessment.vitality.label()));
    }
    for reason in &assessment.reasons {
        let (icon, colour) = match reason.bearing {
            Bearing::Good => (icons::ARROW_UP_RIGHT, cx.theme.c.success),
            Bearing::Neutral => (icons::MINUS, cx.theme.c.muted),
            Bearing::Concern(_) => (icons::ARROW_DOWN_RIGHT, cx.theme.c.warning),
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            line(ui, icon, BODY, colour);
            text(ui, &cx.t(&reason.words), BODY, cx.theme.c.text);
        });
    }
}

/// What is still missing, and what runs out.
fn to_do_ui(ui: &mut Ui, cx: &mut Cx<'_>, answer: &DetailAnswer) {
    for related in &answer.related {
        let validity = Validity::on(cx.today, related.valid_to);
        if let (Validity::Expiring | Validity::Expired, Some(end)) = (validity, related.valid_to) {
            let words = message("todo-certificate")
                .with("name", cx.shown(&related.name))
                .with("validity", cx.t(&validity.label()).to_lowercase())
                .with("date", cx.shown(&Shown::Date(end)));
            note(ui, &cx.theme, Tone::Look, &cx.t(&words));
            ui.add_space(4.0);
        }
    }
    let Some(completeness) = &answer.completeness else { return };
    let complete = message("todo-percent").with("percent", completeness.percent);
    if completeness.missing.is_empty() {
        badge(ui, &cx.theme, Tone::Good, icons::CHECK_CIRCLE, &cx.t(&complete));
        return;
    }
    let names: Vec<String> =
        completeness.missing.iter().take(NAMED).map(|key| cx.t(&field_label(key)).to_lowercase()).collect();
    let more = completeness.missing.len().saturating_sub(NAMED);
    let missing = message("todo-missing").with("fields", names.join(", ")).with("more", more);
    let words = format!("{} {}", cx.t(&complete), cx.t(&missing));
    let mend = cx.t(&message("todo-mend"));
    let tone = if completeness.percent < Completeness::ENOUGH { Tone::Look } else { Tone::Busy };
    let asked = banner(ui, &cx.theme, tone, &words, |ui| link(ui, &cx.theme, &mend, BODY_MEDIUM).clicked());
    if asked {
        cx.ask(Action::Go(Route::Form(answer.record.kind(), Some(answer.id))));
    }
}

/// The tone and sign of a state of a craft.
pub(super) fn vitality_mark(vitality: Vitality) -> (Tone, &'static str) {
    match vitality {
        Vitality::Unknown => (Tone::Plain, icons::QUESTION),
        Vitality::Critical => (Tone::Stop, icons::WARNING_OCTAGON),
        Vitality::AtRisk => (Tone::Look, icons::WARNING),
        Vitality::Stable => (Tone::Busy, icons::EQUALS),
        Vitality::Developing => (Tone::Good, icons::TREND_UP),
    }
}
