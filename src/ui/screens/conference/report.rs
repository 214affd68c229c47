//! What came of a conference in tables and charts, and all its papers.

use eframe::egui::{Align, Id, Layout, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icons;

use super::papers::{ConferencePapers, badge_size_ui};
use super::plan::bar_ui;
use crate::documents::list::{ListCell, ListPaper};
use crate::domain::{CodeSet, Conference, Stored};
use crate::i18n::message;
use crate::ops::{
    Command, ConferenceReport, ConferenceReportAnswer, Earlier, MOST_COMPARED, ReportBar, ReportChart,
    ReportTable, Shown,
};
use crate::runtime::{ConferencePaper, Slot};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Tone, card, heading, line, row_choice, segments, text, tick};
use crate::ui::screens::answered;
use crate::ui::screens::export::ExportDialog;
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, SMALL, SMALL_MEDIUM, space};

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shows {
    /// A table, by its place.
    Table(usize),
    /// The charts.
    Charts,
    /// The papers.
    #[default]
    Papers,
}

/// The part.
#[derive(Default)]
pub(super) struct Report {
    slot: Slot<ConferenceReport>,
    shows: Shows,
    papers: ConferencePapers,
    export: Option<ExportDialog>,
}

impl Report {
    /// Draws it.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<Conference>) {
        self.papers.poll(cx);
        let question = ConferenceReport { conference: stored.id };
        if let Some(answer) = answered(ui, cx, &mut self.slot, &question, 8) {
            self.body_ui(ui, cx, stored, &answer);
        }
        if let Some(mut dialog) = self.export.take()
            && dialog.ui(ui, cx)
        {
            self.export = Some(dialog);
        }
    }

    fn body_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &ConferenceReportAnswer,
    ) {
        ui.horizontal(|ui| {
            let kinds = [
                (0, cx.t(&message("report-papers"))),
                (1, cx.t(&message("report-tables"))),
                (2, cx.t(&message("report-charts"))),
            ];
            let mut kind = match self.shows {
                Shows::Papers => 0,
                Shows::Table(_) => 1,
                Shows::Charts => 2,
            };
            let before = kind;
            segments(ui, &cx.theme, &kinds, &mut kind);
            if kind != before {
                self.shows = match kind {
                    1 => Shows::Table(0),
                    2 => Shows::Charts,
                    _ => Shows::Papers,
                };
            }
            if let Shows::Table(place) = self.shows {
                let tables = answer.tables.iter();
                let names: Vec<String> =
                    tables.map(|table| format!("{}. {}", table.code, cx.t(&table.title))).collect();
                let shown = names.get(place).cloned().unwrap_or_default();
                let id = Id::unique("report-table");
                let label = cx.t(&message("report-choose"));
                if let Some(chosen) = row_choice(ui, &cx.theme, id, &label, &shown, &names, 320.0) {
                    self.shows = Shows::Table(chosen);
                }
                if let Some(table) = answer.tables.get(place) {
                    let export = cx.t(&message("report-export"));
                    let ready = !table.rows.is_empty();
                    let button = Button::outline(&export).icon(icons::EXPORT).enabled(ready);
                    if button.show(ui, &cx.theme).clicked() {
                        let paper = list(cx, stored, table);
                        self.export = Some(ExportDialog::of_paper(paper, "xlsx", cx));
                    }
                }
                let all = cx.t(&message("report-workbook"));
                if Button::plain(&all).icon(icons::FILE_XLS).show(ui, &cx.theme).clicked() {
                    let made = cx.data.conference_workbook(stored.id, (cx.language, cx.today));
                    self.papers.show(made);
                }
            }
        });
        if self.shows == Shows::Table(0) && !answer.earlier.is_empty() {
            ui.add_space(4.0);
            compared_ui(ui, cx, stored, &answer.earlier);
        }
        ui.add_space(space::M);
        ScrollArea::both().id_salt("report-part").auto_shrink(false).show(ui, |ui| match self.shows {
            Shows::Table(place) => {
                if let Some(table) = answer.tables.get(place) {
                    table_ui(ui, cx, table);
                }
            }
            Shows::Charts => charts_ui(ui, cx, &answer.charts),
            Shows::Papers => self.papers_ui(ui, cx, stored),
        });
    }

    fn papers_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<Conference>) {
        card(ui, &cx.theme.clone(), 16, |ui| {
            heading(ui, &cx.t(&message("report-papers")), CARD, cx.theme.c.text);
            text(ui, &cx.t(&message("report-papers-explain")), SMALL, cx.theme.c.muted);
            ui.add_space(space::S);
            for paper in ConferencePaper::ALL {
                let paper = match paper {
                    ConferencePaper::Badges(_) => ConferencePaper::Badges(cx.preferences.badges),
                    paper => paper,
                };
                self.paper_ui(ui, cx, stored, paper);
            }
        });
        ui.add_space(space::L);
    }

    fn paper_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        paper: ConferencePaper,
    ) {
        let name = cx.t(&paper.label());
        ui.horizontal(|ui| {
            ui.set_min_height(38.0);
            ui.allocate_ui(vec2(330.0, 24.0), |ui| {
                ui.set_width(330.0);
                line(ui, &name, BODY_MEDIUM, cx.theme.c.text);
            });
            let ready = self.papers.is_idle();
            let words = [
                (message("paper-show"), message("paper-show-of"), icons::EYE),
                (message("paper-print"), message("paper-print-of"), icons::PRINTER),
            ];
            for (place, (short, long, icon)) in words.into_iter().enumerate() {
                let (short, long) = (cx.t(&short), cx.t(&long.with("name", name.as_str())));
                let button = Button::outline(&short).small().icon(icon).name(&long).enabled(ready);
                if button.show(ui, &cx.theme).clicked() {
                    self.papers.start(cx, (stored.id, paper), None, place == 1);
                }
            }
            if paper.is_edited() {
                let word = cx.t(&message("paper-word-of").with("name", name.as_str()));
                let button = Button::plain("Word").small().icon(icons::FILE_DOC).name(&word).enabled(ready);
                if button.show(ui, &cx.theme).clicked() {
                    let made = cx.data.conference_word(stored.id, paper, (cx.language, cx.today));
                    self.papers.show(made);
                }
            }
            if matches!(paper, ConferencePaper::Badges(_)) {
                badge_size_ui(ui, cx, 270.0);
            }
        });
    }
}

/// The earlier conferences, to be ticked that the summary compares with.
fn compared_ui(ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<Conference>, earlier: &[Earlier]) {
    let chosen = earlier.iter().filter(|other| other.compared).count();
    line(ui, &cx.t(&message("report-compared")), SMALL, cx.theme.c.muted);
    ui.horizontal_wrapped(|ui| {
        for other in earlier {
            let when = format!("{}/{}", other.day.month(), other.day.year());
            let label = message("report-compared-with").with("when", when).with("name", other.name.as_str());
            let mut on = other.compared;
            if !tick(ui, &cx.theme, &mut on, &cx.t(&label), None).changed() {
                continue;
            }
            if on && chosen == MOST_COMPARED {
                let most = i64::try_from(MOST_COMPARED).unwrap_or_default();
                cx.ask(Action::Say(Tone::Look, message("report-compared-most").with("count", most)));
                continue;
            }
            let ids = earlier.iter().filter(|one| if one.id == other.id { on } else { one.compared });
            let compared_with = CodeSet(ids.map(|one| one.id.any().hex()).collect());
            let record = Conference { compared_with, ..stored.record.clone() };
            let command = Command::Change(stored.id.any(), record.into());
            cx.ask(Action::Run(Box::new(command), message("report-compared-done")));
        }
    });
}

/// The table as a list that can go into a file.
fn list(cx: &Cx<'_>, stored: &Stored<Conference>, table: &ReportTable) -> ListPaper {
    ListPaper {
        title: cx.t(&table.title),
        notes: std::iter::once(stored.record.name.clone())
            .chain(table.rule.as_ref().map(|rule| cx.t(rule)))
            .collect(),
        head: table.columns.iter().map(|(label, _)| cx.t(label)).collect(),
        widths: table.columns.iter().map(|(_, width)| *width * 6.0).collect(),
        rows: table
            .rows
            .iter()
            .map(|row| {
                row.iter().map(|value| ListCell { text: cx.shown(value), number: value.number() }).collect()
            })
            .collect(),
        foot: cx.t(&message("list-foot")),
        language: cx.language,
    }
}

/// Least points for a unit of width.
const UNIT: f32 = 8.0;

fn table_ui(ui: &mut Ui, cx: &Cx<'_>, table: &ReportTable) {
    if table.rows.is_empty() {
        text(ui, &cx.t(&message("report-nothing")), BODY, cx.theme.c.muted);
        return;
    }
    let sum: f32 = table.columns.iter().map(|(_, width)| *width).sum();
    let gap = space::M;
    #[expect(clippy::cast_precision_loss, reason = "a dozen columns")]
    let gaps = gap * table.columns.len() as f32;
    let unit = ((ui.available_width() - 34.0 - gaps) / sum).max(UNIT);
    let whole = unit * sum + gaps;
    card(ui, &cx.theme, 16, |ui| {
        ui.set_min_width(whole);
        ui.spacing_mut().item_spacing = vec2(gap, 4.0);
        let row = |ui: &mut Ui, cells: &mut dyn FnMut(&mut Ui, usize)| {
            ui.horizontal_top(|ui| {
                for (column, (_, width)) in table.columns.iter().enumerate() {
                    let side = if table.is_numeric(column) { Align::Max } else { Align::Min };
                    ui.allocate_ui_with_layout(vec2(width * unit, 0.0), Layout::top_down(side), |ui| {
                        ui.set_width(width * unit);
                        cells(ui, column);
                    });
                }
            });
        };
        row(ui, &mut |ui, column| {
            if let Some((label, _)) = table.columns.get(column) {
                text(ui, &cx.t(label), SMALL_MEDIUM, cx.theme.c.muted);
            }
        });
        let rule = |ui: &mut Ui| {
            ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
            ui.add_space(4.0);
        };
        rule(ui);
        let last = table.rows.len();
        for (values, place) in table.rows.iter().zip(1..) {
            let strong = table.sum && place == last;
            row(ui, &mut |ui, column| {
                let value = values.get(column).unwrap_or(&Shown::Empty);
                let kind = if strong { BODY_MEDIUM } else { COMPACT };
                let words = cx.shown(value);
                let words = if words.is_empty() { "–".to_owned() } else { words };
                text(ui, &words, kind, cx.theme.c.text);
            });
            rule(ui);
        }
        if let Some(how) = &table.rule {
            text(ui, &cx.t(how), SMALL, cx.theme.c.muted);
        }
    });
    ui.add_space(space::L);
}

/// Two charts stand beside each other where there is so much room.
const TWO: f32 = 800.0;

fn charts_ui(ui: &mut Ui, cx: &Cx<'_>, charts: &[ReportChart]) {
    if charts.is_empty() {
        text(ui, &cx.t(&message("report-nothing")), BODY, cx.theme.c.muted);
        return;
    }
    // Two columns of about the same height, in the order of the charts; one where there is no room for two.
    let two = ui.available_width() > TWO;
    let mut columns: [(usize, Vec<&ReportChart>); 2] = Default::default();
    for chart in charts {
        let [left, right] = &mut columns;
        let column = if !two || left.0 <= right.0 { left } else { right };
        column.0 += chart.bars.len() + 3;
        column.1.push(chart);
    }
    let room = ui.available_width() - space::M;
    let width = if two { room / 2.0 } else { room };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        for (_, charts) in &columns {
            ui.vertical(|ui| {
                ui.set_width(width);
                for chart in charts {
                    chart_ui(ui, cx, chart);
                    ui.add_space(space::M);
                }
            });
        }
    });
}

fn chart_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &ReportChart) {
    card(ui, &cx.theme, 16, |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        heading(ui, &cx.t(&chart.title), CARD, cx.theme.c.text);
        ui.add_space(space::S);
        for bar in &chart.bars {
            chart_bar_ui(ui, cx, bar, chart.most());
        }
    });
}

/// A bar with its label before it and its value after it, or below it where the value is more than a number.
fn chart_bar_ui(ui: &mut Ui, cx: &Cx<'_>, bar: &ReportBar, most: i64) {
    let width = ui.available_width();
    let (label, value) = (cx.shown(&bar.label), cx.shown(&bar.value));
    let short = bar.value.number().is_some();
    ui.horizontal(|ui| {
        ui.allocate_ui(vec2(width * 0.42, 20.0), |ui| {
            ui.set_width(width * 0.42);
            line(ui, &label, COMPACT, cx.theme.c.text);
        });
        let said = format!("{label}: {value}");
        if short {
            bar_ui(ui, cx, bar.length, most, width * 0.42, &said);
            line(ui, &value, BODY_MEDIUM, cx.theme.c.text);
        } else {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                line(ui, &value, BODY_MEDIUM, cx.theme.c.text);
                bar_ui(ui, cx, bar.length, most, width * 0.56, &said);
            });
        }
    });
    if !short {
        ui.add_space(4.0);
    }
}
