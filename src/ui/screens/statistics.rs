//! Statistics of MoUs: what was signed, what it was to bring and brought, what moved on and what keeps the rest.

use eframe::egui::{Align, CentralPanel, Id, Layout, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icons;

use super::answered;
use super::export::ExportDialog;
use crate::documents::list::{ListCell, ListPaper};
use crate::domain::{Conference, Id as RecordId, MouState, RecordKind};
use crate::i18n::{Message, field_label, message};
use crate::ops::{Division, List, MouFigures, MouStatistics, MouStatisticsAnswer, Shown};
use crate::runtime::Slot;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{
    Button, at_right, card, choice, empty, heading, line, link, progress_bar, screen_head, segments, text,
};
use crate::ui::theme::{
    self, BODY, BODY_MEDIUM, CARD, COMPACT, COMPACT_MEDIUM, NUMBER, SCREEN, SMALL, space,
};
use crate::vietnamese::{PartialDate, group, money};

/// What stands where nothing is known: that is not 0.
const UNKNOWN: &str = "—";
/// Height of a row.
const ROW: f32 = 34.0;
/// Least width of what a row is called.
const LABEL: f32 = 190.0;
/// Width of a bar.
const BAR: f32 = 64.0;

/// What is told of the MoUs of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    Signed,
    Target,
    Contracts,
    ContractValue,
    Sales,
    Reached,
    Moved,
}

impl Measure {
    const ALL: [Self; 7] = [
        Self::Signed,
        Self::Target,
        Self::Contracts,
        Self::ContractValue,
        Self::Sales,
        Self::Reached,
        Self::Moved,
    ];

    /// In a narrow window the last of these are left out; the file has all.
    const BY_WEIGHT: [Self; 7] = [
        Self::Signed,
        Self::Moved,
        Self::Contracts,
        Self::Reached,
        Self::Sales,
        Self::Target,
        Self::ContractValue,
    ];

    fn label(self) -> Message {
        match self {
            Self::Signed => message("statistics-signed"),
            Self::Target => message("statistics-target"),
            Self::Contracts => message("statistics-contracts"),
            Self::ContractValue => message("statistics-contract-value"),
            Self::Sales => message("statistics-sales"),
            Self::Reached => message("statistics-reached"),
            Self::Moved => message("statistics-moved"),
        }
    }

    fn width(self) -> f32 {
        match self {
            Self::Signed => 124.0,
            Self::Target | Self::ContractValue | Self::Sales => 148.0,
            Self::Contracts | Self::Reached => 92.0,
            Self::Moved => 112.0,
        }
    }

    /// The value as a whole number, where it is known.
    fn value(self, figures: &MouFigures) -> Option<i64> {
        let count = |number: usize| i64::try_from(number).ok();
        match self {
            Self::Signed => count(figures.signed),
            Self::Target => figures.target,
            Self::Contracts => Some(figures.contracts),
            Self::ContractValue => figures.contract_value,
            Self::Sales => figures.sales,
            Self::Reached => figures.reached(),
            Self::Moved => count(figures.moved),
        }
    }

    fn shown(self, cx: &Cx<'_>, figures: &MouFigures) -> String {
        let Some(value) = self.value(figures) else { return UNKNOWN.to_owned() };
        match (self, figures.moved_share()) {
            (Self::Reached, _) => format!("{value} %"),
            (Self::Moved, Some(share)) => {
                let count = group(value, cx.language);
                cx.t(&message("statistics-moved-share").with("count", count).with("share", share))
            }
            _ => group(value, cx.language),
        }
    }
}

fn division_label(division: Division) -> Message {
    match division {
        Division::Year => message("filter-year"),
        Division::Conference => field_label("conference"),
        Division::Province => message("filter-province"),
        Division::Trade => message("statistics-trade"),
        Division::Kind => message("statistics-kind"),
    }
}

/// The page.
#[derive(Default)]
pub struct StatisticsScreen {
    slot: Slot<MouStatistics>,
    year: Option<i64>,
    conference: Option<RecordId<Conference>>,
    division: Division,
    export: Option<ExportDialog>,
}

impl StatisticsScreen {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let question = MouStatistics { year: self.year, conference: self.conference, today: cx.today };
        let view = self.slot.get(cx.data, &question);
        let ground = screen_head(ui, cx.theme, cx.narrow, "statistics-head", |ui| {
            ui.horizontal_centered(|ui| {
                heading(ui, &cx.t(&message("nav-statistics")), SCREEN, cx.theme.c.text);
                at_right(ui, "statistics-end", |ui| {
                    let label = cx.t(&message("statistics-export"));
                    let answer = view.ready().filter(|answer| answer.total.signed > 0);
                    let button = Button::outline(&label).icon(icons::EXPORT).enabled(answer.is_some());
                    if button.show(ui, &cx.theme).clicked()
                        && let Some(answer) = answer
                    {
                        let paper = self.paper(cx, &answer);
                        self.export = Some(ExportDialog::of_paper(paper, "xlsx", cx));
                    }
                });
            });
        });
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            let Some(answer) = answered(ui, cx, &mut self.slot, &question, 8) else { return };
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| self.body_ui(ui, cx, &answer));
        });
        if let Some(mut dialog) = self.export.take()
            && dialog.ui(ui, cx)
        {
            self.export = Some(dialog);
        }
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MouStatisticsAnswer) {
        ui.spacing_mut().item_spacing.y = 12.0;
        if answer.years.is_empty() && answer.conferences.is_empty() && answer.total.signed == 0 {
            let title = cx.t(&message("statistics-empty"));
            empty(ui, &cx.theme, &title, &cx.t(&message("statistics-empty-explain")), |_| {});
            return;
        }
        self.filters_ui(ui, cx, answer);
        if answer.total.signed == 0 {
            let title = cx.t(&message("statistics-none"));
            empty(ui, &cx.theme, &title, &cx.t(&message("statistics-none-explain")), |_| {});
            return;
        }
        card(ui, &cx.theme.clone(), 16, |ui| self.total_ui(ui, cx, &answer.total));
        card(ui, &cx.theme.clone(), 16, |ui| self.table_ui(ui, cx, answer));
        let width = ui.available_width();
        if width < 900.0 {
            self.states_ui(ui, cx, answer);
            obstacles_ui(ui, cx, answer);
            tasks_ui(ui, cx, answer);
        } else {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                let part = (width - 32.0) / 3.0;
                let column = |ui: &mut Ui, content: &mut dyn FnMut(&mut Ui)| {
                    ui.vertical(|ui| {
                        ui.set_width(part);
                        content(ui);
                    });
                };
                column(ui, &mut |ui| self.states_ui(ui, cx, answer));
                column(ui, &mut |ui| obstacles_ui(ui, cx, answer));
                column(ui, &mut |ui| tasks_ui(ui, cx, answer));
            });
        }
        ui.add_space(space::L);
    }

    /// Which year and which conference.
    fn filters_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, answer: &MouStatisticsAnswer) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            let all = cx.t(&message("statistics-all"));
            let mut years = vec![all.clone()];
            years.extend(answer.years.iter().map(i64::to_string));
            let shown = self.year.map_or_else(|| all.clone(), |year| year.to_string());
            let (id, label) = (Id::unique("statistics-year"), cx.t(&message("filter-year")));
            let chosen = choice(ui, &cx.theme, cx.language, id, &label, &shown, &years, 150.0, None);
            if let Some(place) = chosen {
                self.year = place.checked_sub(1).and_then(|place| answer.years.get(place)).copied();
            }
            let mut names = vec![all.clone()];
            names.extend(answer.conferences.iter().map(|(_, name)| name.clone()));
            let known = answer.conferences.iter().find(|(id, _)| Some(*id) == self.conference);
            let shown = known.map_or(all, |(_, name)| name.clone());
            let (id, label) = (Id::unique("statistics-conference"), cx.t(&field_label("conference")));
            let width = (ui.available_width() - 4.0).clamp(160.0, 480.0);
            let chosen = choice(ui, &cx.theme, cx.language, id, &label, &shown, &names, width, None);
            if let Some(place) = chosen {
                self.conference =
                    place.checked_sub(1).and_then(|place| answer.conferences.get(place)).map(|(id, _)| *id);
            }
        });
    }

    /// The MoUs behind a number, where the list can show just these: it knows nothing of conferences.
    fn list_of(&self, year: Option<i64>, states: &[MouState]) -> Option<List> {
        if self.conference.is_some() {
            return None;
        }
        let mut list = List::of(RecordKind::Mou);
        let codes = states.iter().map(|state| state.code().to_owned()).collect();
        list.filters.insert("state", codes);
        if let Some(year) = year.or(self.year) {
            list.filters.insert("date", [year.to_string()].into());
        }
        Some(list)
    }

    fn signed_list(&self, year: Option<i64>) -> Option<List> {
        let signed: Vec<MouState> =
            MouState::ALL.iter().copied().filter(|state| state.was_signed()).collect();
        self.list_of(year, &signed)
    }

    fn total_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>, total: &MouFigures) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(36.0, 12.0);
            let amount = |value: Option<i64>, cx: &Cx<'_>| {
                value.map_or_else(|| UNKNOWN.to_owned(), |value| money(value, cx.language))
            };
            let reached = total
                .reached()
                .map(|percent| cx.t(&message("statistics-of-target").with("percent", percent.to_string())));
            let contracts = message("statistics-with-contracts")
                .with("count", usize::try_from(total.contracts).unwrap_or(0));
            let share = total.moved_share().map_or_else(|| UNKNOWN.to_owned(), |share| format!("{share} %"));
            let tiles = [
                (
                    group(i64::try_from(total.signed).unwrap_or(0), cx.language),
                    message("statistics-signed-all"),
                    None,
                ),
                (share, message("statistics-moved-all"), None),
                (amount(total.target, cx), message("statistics-target-all"), None),
                (amount(total.contract_value, cx), contracts, None),
                (amount(total.sales, cx), message("statistics-sales-all"), reached),
            ];
            for (place, (figure, label, more)) in tiles.into_iter().enumerate() {
                let label = cx.t(&label);
                let kind = if place < 2 { NUMBER } else { SCREEN };
                // As wide as its widest line, so that what does not fit goes below.
                let lines = [(&figure, kind), (&label, COMPACT)];
                let widths = lines.map(|(words, kind)| {
                    theme::galley(ui, words, kind, cx.theme.c.text, f32::INFINITY, 1).size().x
                });
                let width = widths[0].max(widths[1]).ceil() + 2.0;
                ui.allocate_ui(vec2(width, 58.0), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        ui.spacing_mut().item_spacing.y = 2.0;
                        let list = self.signed_list(None).filter(|_| place == 0);
                        if let Some(list) = list {
                            if link(ui, &cx.theme, &figure, kind).clicked() {
                                cx.ask(Action::ShowList(list));
                            }
                        } else {
                            line(ui, &figure, kind, cx.theme.c.text);
                        }
                        line(ui, &label, COMPACT, cx.theme.c.muted);
                        if let Some(more) = more {
                            text(ui, &more, SMALL, cx.theme.c.muted);
                        }
                    });
                });
            }
        });
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MouStatisticsAnswer) {
        let values = Division::ALL.map(|division| (division, cx.t(&division_label(division))));
        segments(ui, &cx.theme, &values, &mut self.division);
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let room = ui.available_width();
        let mut left = room - LABEL;
        let fitting: Vec<Measure> = Measure::BY_WEIGHT
            .into_iter()
            .take_while(|measure| {
                left -= measure.width();
                left >= 0.0
            })
            .collect();
        let measures: Vec<Measure> = Measure::ALL.into_iter().filter(|one| fitting.contains(one)).collect();
        let taken: f32 = measures.iter().map(|measure| measure.width()).sum();
        let label_width = (room - taken).min(420.0);
        ui.horizontal(|ui| {
            ui.set_min_height(44.0);
            cell(ui, label_width, false, |ui| {
                line(ui, &cx.t(&division_label(self.division)), SMALL, cx.theme.c.muted);
            });
            for measure in &measures {
                cell(ui, measure.width(), true, |ui| {
                    text(ui, &cx.t(&measure.label()), SMALL, cx.theme.c.muted);
                });
            }
        });
        let groups = answer.groups.get(&self.division).map(Vec::as_slice).unwrap_or_default();
        let most = groups.iter().map(|group| group.figures.signed).max().unwrap_or(1).max(1);
        for (place, part) in groups.iter().enumerate() {
            ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
            let unknown = part.label == Shown::Empty;
            let label = if unknown { cx.t(&message("statistics-unknown")) } else { cx.shown(&part.label) };
            let list = match &part.label {
                Shown::Year(year) => self.signed_list(Some(*year)),
                _ => None,
            };
            ui.push_id(place, |ui| {
                let row =
                    Row { label: &label, width: label_width, share: Some((part.figures.signed, most)), list };
                row.ui(ui, cx, &measures, &part.figures);
            });
        }
        if groups.len() > 1 {
            ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
            let label = cx.t(&message("statistics-total"));
            let row = Row { label: &label, width: label_width, share: None, list: self.signed_list(None) };
            row.ui(ui, cx, &measures, &answer.total);
        }
        let several = match self.division {
            Division::Trade => Some(message("statistics-trade-explain")),
            Division::Kind => Some(message("statistics-kind-explain")),
            Division::Province => Some(message("statistics-province-explain")),
            Division::Year | Division::Conference => None,
        };
        ui.add_space(6.0);
        if let Some(words) = several {
            text(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
        }
        if measures.len() < Measure::ALL.len() {
            text(ui, &cx.t(&message("statistics-more-in-file")), SMALL, cx.theme.c.muted);
        }
    }

    fn states_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MouStatisticsAnswer) {
        card(ui, &cx.theme.clone(), 16, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            heading(ui, &cx.t(&message("statistics-states")), CARD, cx.theme.c.text);
            for (state, count) in &answer.states {
                let list = self.list_of(None, &[*state]);
                bar_ui(ui, cx, &state.label(), (*count, answer.total.signed), list);
            }
        });
    }

    /// The table as it is chosen, with all measures.
    fn paper(&self, cx: &Cx<'_>, answer: &MouStatisticsAnswer) -> ListPaper {
        let division = cx.t(&division_label(self.division));
        let groups = answer.groups.get(&self.division).map(Vec::as_slice).unwrap_or_default();
        let row = |label: String, figures: &MouFigures| {
            let mut cells = vec![ListCell { text: label, number: None }];
            cells.extend(Measure::ALL.into_iter().map(|measure| ListCell {
                text: measure.shown(cx, figures),
                number: measure.value(figures).filter(|_| measure != Measure::Reached).map(Into::into),
            }));
            cells
        };
        let mut rows: Vec<_> = groups
            .iter()
            .map(|part| {
                let unknown = part.label == Shown::Empty;
                let label =
                    if unknown { cx.t(&message("statistics-unknown")) } else { cx.shown(&part.label) };
                row(label, &part.figures)
            })
            .collect();
        rows.push(row(cx.t(&message("statistics-total")), &answer.total));
        let mut notes = vec![PartialDate::Day(cx.today).show(cx.language)];
        notes.extend(self.year.map(|year| format!("{}: {year}", cx.t(&message("filter-year")))));
        let known = answer.conferences.iter().find(|(id, _)| Some(*id) == self.conference);
        notes.extend(known.map(|(_, name)| name.clone()));
        ListPaper {
            title: cx.t(&message("statistics-title").with("division", division.to_lowercase())),
            notes,
            head: std::iter::once(division)
                .chain(Measure::ALL.map(|measure| cx.t(&measure.label())))
                .collect(),
            widths: std::iter::once(200.0).chain(Measure::ALL.map(Measure::width)).collect(),
            rows,
            foot: cx.t(&message("list-foot")),
            language: cx.language,
        }
    }
}

/// A row of the table.
struct Row<'r> {
    label: &'r str,
    width: f32,
    /// How long its bar is: so many of so many.
    share: Option<(usize, usize)>,
    /// The MoUs behind it.
    list: Option<List>,
}

impl Row<'_> {
    fn ui(self, ui: &mut Ui, cx: &mut Cx<'_>, measures: &[Measure], figures: &MouFigures) {
        let kind = if self.share.is_some() { BODY } else { BODY_MEDIUM };
        ui.horizontal(|ui| {
            ui.set_min_height(ROW);
            cell(ui, self.width, false, |ui| {
                line(ui, self.label, kind, cx.theme.c.text).on_hover_text(self.label);
            });
            for measure in measures {
                let shown = measure.shown(cx, figures);
                cell(ui, measure.width(), true, |ui| {
                    if *measure != Measure::Signed {
                        line(ui, &shown, kind, cx.theme.c.text);
                        return;
                    }
                    if let Some(list) = self.list.clone() {
                        if link(ui, &cx.theme, &shown, kind).clicked() {
                            cx.ask(Action::ShowList(list));
                        }
                    } else {
                        line(ui, &shown, kind, cx.theme.c.text);
                    }
                    if let Some((part, all)) = self.share {
                        ui.add_space(8.0);
                        progress_bar(ui, &cx.theme, share(part, all), BAR, self.label);
                    }
                });
            }
        });
    }
}

/// A cell of the table; figures stand at the right.
fn cell(ui: &mut Ui, width: f32, at_right: bool, content: impl FnOnce(&mut Ui)) {
    let layout =
        if at_right { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
    ui.allocate_ui_with_layout(vec2(width, ROW), layout, |ui| {
        ui.set_width(width);
        ui.set_max_width(width - 10.0);
        content(ui);
    });
}

#[expect(clippy::cast_precision_loss, reason = "a bar on the screen")]
fn share(part: usize, all: usize) -> f32 {
    part as f32 / all.max(1) as f32
}

/// A name with a number and a bar.
fn bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, label: &Message, (count, all): (usize, usize), list: Option<List>) {
    let label = cx.t(label);
    let number = group(i64::try_from(count).unwrap_or(0), cx.language);
    ui.horizontal(|ui| {
        ui.set_min_height(28.0);
        let room = ui.available_width();
        cell(ui, room - BAR - 64.0, false, |ui| {
            line(ui, &label, COMPACT, cx.theme.c.text);
        });
        progress_bar(ui, &cx.theme, share(count, all), BAR, &label);
        let width = ui.available_width().min(50.0);
        cell(ui, width, true, |ui| match list {
            Some(list) => {
                if link(ui, &cx.theme, &number, COMPACT_MEDIUM).clicked() {
                    cx.ask(Action::ShowList(list));
                }
            }
            None => {
                line(ui, &number, COMPACT_MEDIUM, cx.theme.c.text);
            }
        });
    });
}

fn obstacles_ui(ui: &mut Ui, cx: &mut Cx<'_>, answer: &MouStatisticsAnswer) {
    card(ui, &cx.theme.clone(), 16, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        heading(ui, &cx.t(&message("statistics-obstacles")), CARD, cx.theme.c.text);
        let words = message("statistics-stalled").with("count", answer.stalled);
        text(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
        if answer.obstacles.is_empty() && answer.stalled > 0 {
            text(ui, &cx.t(&message("statistics-no-obstacles")), COMPACT, cx.theme.c.text);
        }
        for (obstacle, count) in &answer.obstacles {
            bar_ui(ui, cx, &obstacle.label(), (*count, answer.stalled), None);
        }
    });
}

fn tasks_ui(ui: &mut Ui, cx: &mut Cx<'_>, answer: &MouStatisticsAnswer) {
    card(ui, &cx.theme.clone(), 16, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        heading(ui, &cx.t(&message("statistics-tasks")), CARD, cx.theme.c.text);
        let tasks = answer.tasks;
        let lines = [
            (message("statistics-in-time"), tasks.in_time),
            (message("statistics-late"), tasks.late),
            (message("statistics-done"), tasks.done),
            (message("statistics-overdue"), tasks.overdue),
            (message("statistics-open"), tasks.open),
        ];
        let all: usize = lines.iter().map(|(_, count)| count).sum();
        if all == 0 {
            text(ui, &cx.t(&message("statistics-no-tasks")), COMPACT, cx.theme.c.text);
        }
        for (label, count) in lines.iter().filter(|(_, count)| *count > 0) {
            bar_ui(ui, cx, label, (*count, all), None);
        }
    });
}
