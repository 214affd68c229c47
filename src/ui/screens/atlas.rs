//! Where the villages are, and how their crafts are doing: the map of the country, and preservation set against
//! development, both filtered in the same way, with the villages in words beside them.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{CentralPanel, Color32, Frame, Id, Margin, Panel, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use super::answered;
use super::detail::vitality_mark;
use super::export::ExportDialog;
use crate::documents::list::{ListCell, ListPaper};
use crate::domain::{AnyId, RecordKind, Trade, Vitality};
use crate::i18n::{field_label, message};
use crate::ops::{Atlas, CareNote, Mark, MarkFilter, Reasons, Shown};
use crate::runtime::{Slot, View};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{
    Button, MapMark, MapView, ScatterDot, at_right, badge, card, empty, heading, icon_button, line, link,
    map, map_tip, scatter, screen_head, segments, text, tick, words_colour,
};
use crate::ui::theme::{BODY_MEDIUM, CARD, COMPACT, COMPACT_MEDIUM, SCREEN, SMALL};

/// What is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Drawn {
    /// Preservation against development.
    #[default]
    Care,
    /// The country.
    Map,
}

/// What the colour of a mark says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Coloured {
    #[default]
    State,
    Trade,
}

/// The page of villages to be preserved, with the map.
#[derive(Default)]
pub struct AtlasScreen {
    drawn: Drawn,
    coloured: Coloured,
    marks: Slot<Atlas>,
    filter: MarkFilter,
    /// All trades and provinces are shown, not only the most frequent.
    unfolded: bool,
    reasons: Slot<Reasons>,
    view: MapView,
    chosen: Option<AnyId>,
    export: Option<ExportDialog>,
}

/// Below this width there is less beside the picture.
const SMALL_WIDTH: f32 = 800.0;
/// So many codes of a filter are shown before "more".
const SHOWN: usize = 7;
/// So many villages are explained at once.
const EXPLAINED: usize = 60;

impl AtlasScreen {
    /// Shows the page of villages to be preserved.
    pub fn show_care(&mut self) {
        self.drawn = Drawn::Care;
    }

    /// Shows the map.
    pub fn show_map(&mut self) {
        self.drawn = Drawn::Map;
    }

    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let view = self.marks.get(cx.data, &Atlas);
        let ground = screen_head(ui, cx.theme, cx.narrow, "atlas-head", |ui| self.head_ui(ui, cx, &view));
        let marks = match &view {
            View::Ready(marks) => Arc::clone(marks),
            View::Loading | View::Failed(_) => {
                CentralPanel::no_frame()
                    .frame(ground)
                    .show(ui, |ui| answered(ui, cx, &mut self.marks, &Atlas, 8));
                return;
            }
        };
        let pane = Frame::new().fill(cx.theme.c.surface).inner_margin(Margin::symmetric(14, 8));
        let room = ui.available_width();
        // Large letters on a small screen: the map and the words stay.
        if room > SMALL_WIDTH {
            Panel::left("atlas-filters")
                .frame(pane)
                .exact_size(if cx.narrow { 190.0 } else { 206.0 })
                .resizable(false)
                .show(ui, |ui| ScrollArea::vertical().show(ui, |ui| self.filters_ui(ui, cx, &marks)));
        }
        let shown: Vec<&Mark> = marks.iter().filter(|mark| self.filter.has(mark)).collect();
        let width: f32 = if cx.narrow { 330.0 } else { 384.0 };
        Panel::right("atlas-list")
            .frame(pane)
            .exact_size(width.min(room * 0.42))
            .resizable(false)
            .show(ui, |ui| self.list_ui(ui, cx, &shown));
        let ground = ground.inner_margin(Margin::same(12));
        CentralPanel::no_frame().frame(ground).show(ui, |ui| match self.drawn {
            Drawn::Care => self.care_ui(ui, cx, &shown),
            Drawn::Map => self.map_ui(ui, cx, &shown),
        });
        if let Some(mut dialog) = self.export.take()
            && dialog.ui(ui, cx)
        {
            self.export = Some(dialog);
        }
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &View<Vec<Mark>>) {
        let small = ui.available_width() < SMALL_WIDTH;
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let title = match self.drawn {
                Drawn::Care => message("nav-care"),
                Drawn::Map => message("nav-map"),
            };
            if !small {
                heading(ui, &cx.t(&title), SCREEN, cx.theme.c.text);
            }
            let drawn =
                [(Drawn::Care, cx.t(&message("atlas-care"))), (Drawn::Map, cx.t(&message("nav-map")))];
            segments(ui, &cx.theme, &drawn, &mut self.drawn);
            if self.drawn == Drawn::Map {
                let coloured = [
                    (Coloured::State, cx.t(&message("atlas-by-state"))),
                    (Coloured::Trade, cx.t(&message("atlas-by-trade"))),
                ];
                segments(ui, &cx.theme, &coloured, &mut self.coloured);
            }
            let View::Ready(marks) = view else { return };
            at_right(ui, "atlas-end", |ui| {
                let print = cx.t(&message("list-print"));
                let pressed = if small {
                    icon_button(ui, &cx.theme, icons::PRINTER, &print).clicked()
                } else {
                    Button::outline(&print).icon(icons::PRINTER).show(ui, &cx.theme).clicked()
                };
                if pressed {
                    let shown: Vec<&Mark> = marks.iter().filter(|mark| self.filter.has(mark)).collect();
                    let paper = self.paper(cx, &shown);
                    self.export = Some(ExportDialog::of_paper(paper, "pdf", cx));
                }
            });
        });
    }

    fn filters_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, marks: &[Mark]) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let title = |ui: &mut Ui, words: &str| {
            ui.add_space(6.0);
            heading(ui, words, CARD, cx.theme.c.text);
            ui.add_space(2.0);
        };
        let number = |count: usize| crate::vietnamese::group(i64::try_from(count).unwrap_or(0), cx.language);
        title(ui, &cx.t(&field_label("vitality")));
        for vitality in
            [Vitality::Critical, Vitality::AtRisk, Vitality::Stable, Vitality::Developing, Vitality::Unknown]
        {
            let count = marks.iter().filter(|mark| mark.vitality == vitality).count();
            let mut on = self.filter.vitality.contains(&vitality);
            let label = cx.t(&vitality.label());
            if tick(ui, &cx.theme, &mut on, &label, Some(&number(count))).changed()
                && !self.filter.vitality.remove(&vitality)
            {
                self.filter.vitality.insert(vitality);
            }
        }
        let mut trades: BTreeMap<&str, usize> = BTreeMap::new();
        let mut provinces: BTreeMap<&str, usize> = BTreeMap::new();
        for mark in marks {
            for trade in &mark.trades.0 {
                *trades.entry(trade).or_default() += 1;
            }
            if !mark.province.is_empty() {
                *provinces.entry(&mark.province).or_default() += 1;
            }
        }
        let groups = [
            (field_label("trades"), trades, &mut self.filter.trades, "trades"),
            (message("filter-province"), provinces, &mut self.filter.provinces, "commune"),
        ];
        for (words, counts, chosen, column) in groups {
            title(ui, &cx.t(&words));
            let mut counts: Vec<_> = counts.into_iter().collect();
            counts.sort_by_key(|(code, count)| (std::cmp::Reverse(*count), *code));
            for (place, (code, count)) in counts.iter().enumerate() {
                let mut on = chosen.contains(*code);
                if !self.unfolded && place >= SHOWN && !on {
                    continue;
                }
                let label = crate::ops::List::code_label(RecordKind::Village, column, code, cx.places);
                let label = cx.shown(&label);
                if tick(ui, &cx.theme, &mut on, &label, Some(&number(*count))).changed()
                    && !chosen.remove(*code)
                {
                    chosen.insert((*code).to_owned());
                }
            }
        }
        ui.add_space(6.0);
        let more = if self.unfolded { message("filter-less") } else { message("atlas-all") };
        if link(ui, &cx.theme, &cx.t(&more), COMPACT_MEDIUM).clicked() {
            self.unfolded = !self.unfolded;
        }
    }

    /// The villages in words, those in the greatest danger first.
    fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, shown: &[&Mark]) {
        let count = message("list-count-of").with("count", shown.len());
        let all = self.marks.get(cx.data, &Atlas).ready().map_or(0, |marks| marks.len());
        line(ui, &cx.t(&count.with("all", all)), SMALL, cx.theme.c.muted);
        let mut order = urgent_first(shown);
        if let Some(chosen) = self.chosen
            && let Some(place) = order.iter().position(|mark| mark.id == chosen)
        {
            let mark = order.remove(place);
            order.insert(0, mark);
        }
        order.truncate(EXPLAINED);
        let question = Reasons { villages: order.iter().map(|mark| mark.id).collect() };
        let notes = self.reasons.get(cx.data, &question).ready();
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for mark in order {
                let note = notes.as_ref().and_then(|notes| notes.get(&mark.id));
                village_ui(ui, cx, mark, note);
            }
        });
    }

    /// The strength of the craft against what is sold.
    fn care_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, shown: &[&Mark]) {
        let known: Vec<&&Mark> = shown.iter().filter(|mark| mark.strength.is_some()).collect();
        if known.is_empty() {
            let (title, explain) = (cx.t(&message("care-none")), cx.t(&message("care-none-explain")));
            empty(ui, &cx.theme, &title, &explain, |_| {});
            return;
        }
        let dots: Vec<ScatterDot> = known
            .iter()
            .map(|mark| ScatterDot {
                x: share(mark.strength.unwrap_or(0)),
                y: height_of(mark.sales),
                colour: state_colour(cx, mark.vitality),
            })
            .collect();
        let steps: Vec<(f32, String)> = SALES_STEPS
            .iter()
            .map(|(dong, words)| (height_of(*dong), if *dong == 0 { "0".to_owned() } else { cx.t(&words()) }))
            .collect();
        let corners = [
            cx.t(&message("care-weak-sold")),
            cx.t(&message("care-strong-sold")),
            cx.t(&message("care-weak")),
            cx.t(&message("care-strong")),
        ];
        let chosen = known.iter().position(|mark| Some(mark.id) == self.chosen);
        let (across, up) = (cx.t(&message("care-across")), cx.t(&message("care-up")));
        let theme = cx.theme;
        let (pressed, hovered) = card(ui, &theme, 10, |ui| {
            scatter(
                ui,
                &theme,
                Id::unique("care-plot"),
                &cx.t(&message("nav-care")),
                (&across, &up),
                &steps,
                [&corners[0], &corners[1], &corners[2], &corners[3]],
                &dots,
                chosen,
            )
        });
        if let Some(mark) = hovered.and_then(|place| known.get(place)) {
            map_tip(ui, &cx.theme, &tip(cx, mark));
        }
        if let Some(mark) = pressed.and_then(|place| known.get(place)) {
            self.chosen = Some(mark.id);
        }
    }

    fn map_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, shown: &[&Mark]) {
        let placed: Vec<&&Mark> =
            shown.iter().filter(|mark| mark.latitude.is_some() && mark.longitude.is_some()).collect();
        let marks: Vec<MapMark> = placed
            .iter()
            .filter_map(|mark| {
                let colour = match self.coloured {
                    Coloured::State => state_colour(cx, mark.vitality),
                    Coloured::Trade => trade_colour(mark),
                };
                Some(MapMark { latitude: mark.latitude?, longitude: mark.longitude?, colour })
            })
            .collect();
        let labels = islands(cx);
        let chosen = placed.iter().position(|mark| Some(mark.id) == self.chosen);
        let mut hovered = None;
        let name = cx.t(&message("nav-map"));
        let pressed = map(
            ui,
            &cx.theme,
            Id::unique("map"),
            &name,
            cx.places,
            &labels,
            &mut self.view,
            &marks,
            chosen,
            &mut hovered,
        );
        if let Some(mark) = hovered.and_then(|place| placed.get(place)) {
            map_tip(ui, &cx.theme, &tip(cx, mark));
        }
        if let Some(mark) = pressed.and_then(|place| placed.get(place)) {
            if self.chosen == Some(mark.id) {
                // Pressed again: to its record.
                cx.ask(Action::Show(RecordKind::Village, mark.id));
            }
            self.chosen = Some(mark.id);
        }
    }

    /// What is seen as a list for paper.
    fn paper(&mut self, cx: &Cx<'_>, shown: &[&Mark]) -> ListPaper {
        let order = urgent_first(shown);
        let question = Reasons { villages: order.iter().take(EXPLAINED).map(|mark| mark.id).collect() };
        let notes = self.reasons.get(cx.data, &question).ready();
        let cell = |text: String| ListCell { text, number: None };
        let rows = order.iter().map(|mark| {
            let note = notes.as_ref().and_then(|notes| notes.get(&mark.id));
            let place = mark
                .commune
                .and_then(|code| cx.places.commune_short_address(code, cx.language))
                .unwrap_or_default();
            let reasons = note.map_or_else(String::new, |note| {
                note.reasons.iter().map(|reason| cx.t(reason)).collect::<Vec<_>>().join("; ")
            });
            vec![
                cell(mark.name.clone()),
                cell(place),
                cell(cx.t(&mark.vitality.label())),
                cell(reasons),
                cell(note.map(|note| note.measures.clone()).unwrap_or_default()),
                ListCell {
                    text: cx.shown(&Shown::Number(mark.sales)),
                    number: (mark.sales > 0).then(|| mark.sales.into()),
                },
            ]
        });
        ListPaper {
            title: cx.t(&message("nav-care")),
            notes: vec![
                crate::vietnamese::PartialDate::Day(cx.today).show(cx.language),
                cx.t(&message("care-rule")),
            ],
            head: ["name", "commune", "vitality", "reason", "measures", "sales"]
                .map(|key| cx.t(&field_label(key)))
                .to_vec(),
            widths: vec![100.0, 90.0, 66.0, 150.0, 100.0, 70.0],
            rows: rows.collect(),
            foot: cx.t(&message("list-foot")),
            language: cx.language,
        }
    }
}

/// A village in words.
fn village_ui(ui: &mut Ui, cx: &mut Cx<'_>, mark: &Mark, note: Option<&CareNote>) {
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.horizontal_wrapped(|ui| {
        if link(ui, &cx.theme, &mark.name, BODY_MEDIUM).clicked() {
            cx.ask(Action::Show(RecordKind::Village, mark.id));
        }
        let (tone, icon) = vitality_mark(mark.vitality);
        badge(ui, &cx.theme, tone, icon, &cx.t(&mark.vitality.label()));
    });
    if let Some(place) = mark.commune.and_then(|code| cx.places.commune_short_address(code, cx.language)) {
        line(ui, &place, SMALL, cx.theme.c.muted);
    }
    if let Some(note) = note {
        let reasons: Vec<String> = note.reasons.iter().map(|reason| cx.t(reason)).collect();
        if !reasons.is_empty() {
            text(ui, &reasons.join("; "), COMPACT, cx.theme.c.text);
        }
        if !note.measures.is_empty() {
            let words = message("atlas-measures").with("measures", note.measures.as_str());
            text(ui, &cx.t(&words), COMPACT, cx.theme.c.text);
        }
    }
    if mark.sales > 0 {
        let words = message("atlas-sales").with("sales", cx.shown(&Shown::Money(mark.sales)));
        line(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
    }
    ui.add_space(5.0);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
    ui.add_space(5.0);
}

/// Those in the greatest danger first; of equal danger those that sell least, then by name as they came.
fn urgent_first<'m>(shown: &[&'m Mark]) -> Vec<&'m Mark> {
    let mut order: Vec<&Mark> = shown.to_vec();
    order.sort_by_key(|mark| {
        let unknown = mark.vitality == Vitality::Unknown;
        (unknown, mark.vitality, mark.strength.unwrap_or(0), mark.sales)
    });
    order
}

fn tip(cx: &Cx<'_>, mark: &Mark) -> String {
    let place = mark.commune.and_then(|code| cx.places.commune_short_address(code, cx.language));
    let state = cx.t(&mark.vitality.label());
    let lines = [Some(mark.name.clone()), place, Some(state)];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn state_colour(cx: &Cx<'_>, vitality: Vitality) -> Color32 {
    if vitality == Vitality::Unknown {
        return cx.theme.c.muted;
    }
    words_colour(&cx.theme, vitality_mark(vitality).0).1
}

/// A colour for the first trade of a village: far apart for neighbours in the list of trades.
fn trade_colour(mark: &Mark) -> Color32 {
    let first = mark.trades.0.iter().find_map(|code| Trade::from_code(code));
    let Some(place) = first.and_then(|trade| Trade::ALL.iter().position(|known| *known == trade)) else {
        return Color32::GRAY;
    };
    let turn = f32::from(u8::try_from(place).unwrap_or(0)) * 0.381_966;
    eframe::egui::ecolor::Hsva::new(turn.fract(), 0.65, 0.72, 1.0).into()
}

/// The two archipelagos, always there and named (handbook 2.7).
fn islands(cx: &Cx<'_>) -> Vec<(f64, f64, String)> {
    vec![(16.568, 112.135, cx.t(&message("map-hoang-sa"))), (9.71, 114.45, cx.t(&message("map-truong-sa")))]
}

fn share(percent: i64) -> f32 {
    f32::from(u8::try_from(percent.clamp(0, 100)).unwrap_or(0)) / 100.0
}

/// What stands beside the picture of sales.
type Step = (i64, fn() -> crate::i18n::Message);
const SALES_STEPS: [Step; 4] = [
    (0, || message("care-up")),
    (10_000_000, || message("care-10-million")),
    (1_000_000_000, || message("care-1-billion")),
    (100_000_000_000, || message("care-100-billion")),
];

/// Where sales stand between 0 and a hundred billion đồng a year: each step up is ten times as much.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a place in a picture")]
fn height_of(sales: i64) -> f32 {
    if sales <= 0 {
        return 0.0;
    }
    // A million is the first that shows.
    ((((sales as f64) / 1_000_000.0).log10() + 1.0) / 6.0).clamp(0.05, 1.0) as f32
}
