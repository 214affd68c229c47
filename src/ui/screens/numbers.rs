//! The registers of numbers: what was given, gaps and their reasons, what is kept for conferences and laptops,
//! and the register of documents of a year as a list for paper.

use std::collections::BTreeMap;

use eframe::egui::{CentralPanel, Id, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use super::answered;
use super::export::ExportDialog;
use crate::documents::list::{ListCell, ListPaper};
use crate::domain::{NumberPattern, RecordKind};
use crate::i18n::{field_label, message};
use crate::ops::{Command, MouRegister, NumberDesk, NumberDeskAnswer, RegisterLine, SeriesState};
use crate::runtime::Slot;
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Field, Tone, at_right, card, empty, heading, icon_button, line, link, note, row_choice,
    screen_head, text,
};
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, SCREEN, SMALL, space};
use crate::vietnamese::PartialDate;

/// So many gaps of a series are listed.
const LISTED: usize = 40;

/// The page of numbers.
#[derive(Default)]
pub struct NumbersScreen {
    slot: Slot<NumberDesk>,
    register: Slot<MouRegister>,
    /// The register of documents that was chosen.
    chosen: Option<MouRegister>,
    /// The register that is to be printed.
    wanted: Option<MouRegister>,
    export: Option<ExportDialog>,
    /// Reasons as they are typed, by series and number.
    reasons: BTreeMap<(String, i64), String>,
}

impl NumbersScreen {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let ground = screen_head(ui, cx.theme, cx.narrow, "numbers-head", |ui| {
            ui.horizontal_centered(|ui| {
                heading(ui, &cx.t(&message("nav-numbers")), SCREEN, cx.theme.c.text);
                at_right(ui, "numbers-end", |ui| {
                    let known = self.slot.get(cx.data, &NumberDesk).ready();
                    self.register_ui(ui, cx, known.as_deref().map_or(&[], |answer| &answer.years));
                    let add = cx.t(&message("numbers-add"));
                    if Button::outline(&add).icon(icons::PLUS).show(ui, &cx.theme).clicked() {
                        cx.ask(Action::Go(Route::Form(RecordKind::NumberSeries, None)));
                    }
                });
            });
        });
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            let Some(answer) = answered(ui, cx, &mut self.slot, &NumberDesk, 6) else { return };
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| self.body_ui(ui, cx, &answer));
        });
        if let Some(wanted) = self.wanted
            && let Some(lines) = self.register.get(cx.data, &wanted).ready()
        {
            self.wanted = None;
            let paper = register_paper(cx, wanted.year, &lines);
            self.export = Some(ExportDialog::of_paper(paper, "pdf", cx));
        }
        if let Some(mut dialog) = self.export.take()
            && dialog.ui(ui, cx)
        {
            self.export = Some(dialog);
        }
    }

    /// Which year's register of documents goes on paper.
    fn register_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, years: &[Option<i64>]) {
        let this = MouRegister { year: Some(i64::from(cx.today.year())) };
        let there = |register: &MouRegister| years.contains(&register.year);
        let newest = years.first().map(|year| MouRegister { year: *year });
        let register = self.chosen.filter(there).or(Some(this).filter(there)).or(newest);
        let Some(MouRegister { year }) = register else { return };
        let words: Vec<String> = years.iter().map(|year| year_words(cx, *year)).collect();
        let shown = year_words(cx, year);
        let (id, name) = (Id::unique("numbers-year"), cx.t(&message("numbers-year")));
        let chosen = row_choice(ui, &cx.theme, id, &name, &shown, &words, 132.0);
        if let Some(year) = chosen.and_then(|place| years.get(place)) {
            self.chosen = Some(MouRegister { year: *year });
        }
        let print = cx.t(&message("numbers-print").with("year", shown.as_str()));
        if Button::outline(&print).icon(icons::PRINTER).show(ui, &cx.theme).clicked() {
            self.wanted = register;
        }
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &NumberDeskAnswer) {
        ui.spacing_mut().item_spacing.y = 12.0;
        for (number, papers) in &answer.twice {
            let words = message("numbers-twice").with("number", number.as_str()).with("count", papers.len());
            note(ui, &cx.theme, Tone::Stop, &cx.t(&words));
            for (id, subject) in papers {
                if link(ui, &cx.theme, subject, BODY_MEDIUM).clicked() {
                    cx.ask(Action::Go(Route::Mou(*id)));
                }
            }
        }
        if answer.series.is_empty() {
            let title = cx.t(&message("numbers-empty"));
            empty(ui, &cx.theme, &title, &cx.t(&message("numbers-empty-explain")), |_| {});
        }
        if answer.series.iter().any(|series| !series.blocks.is_empty()) {
            let words = message("numbers-desk").with("desk", cx.data.desk_code());
            text(ui, &cx.t(&words), COMPACT, cx.theme.c.muted);
        }
        for series in &answer.series {
            card(ui, &cx.theme.clone(), 16, |ui| self.series_ui(ui, cx, series));
        }
        ui.add_space(space::L);
    }

    fn series_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, series: &SeriesState) {
        ui.spacing_mut().item_spacing.y = 6.0;
        let year = series.record.year.unwrap_or_else(|| i64::from(cx.today.year()));
        let pattern = NumberPattern::parse(&series.record.pattern).ok();
        let show = |value: i64, of: Option<i64>| {
            let number = |pattern: &NumberPattern| pattern.format(value, of.unwrap_or(year));
            pattern.as_ref().map_or_else(|| value.to_string(), number)
        };
        if link(ui, &cx.theme, &series.record.name, CARD).clicked() {
            let route = Route::Form(RecordKind::NumberSeries, Some(series.id.any()));
            cx.ask(Action::Go(route));
        }
        let words = message("numbers-state").with("used", series.used).with("next", show(series.next, None));
        text(ui, &cx.t(&words), BODY, cx.theme.c.text);
        blocks_ui(ui, cx, series);
        if series.gaps.is_empty() {
            return;
        }
        text(ui, &cx.t(&message("numbers-gaps")), BODY_MEDIUM, cx.theme.c.text);
        for gap in series.gaps.iter().take(LISTED) {
            ui.horizontal(|ui| {
                ui.set_min_height(32.0);
                ui.scope(|ui| {
                    ui.set_width(210.0);
                    line(ui, &show(gap.value, gap.year), BODY, cx.theme.c.text);
                });
                if let Some(reason) = &gap.reason {
                    text(ui, reason, COMPACT, cx.theme.c.muted);
                    return;
                }
                let key = (series.id.any().hex(), gap.value);
                let typed = self.reasons.entry(key.clone()).or_default();
                let label = cx.t(&message("numbers-reason").with("number", show(gap.value, gap.year)));
                let id = Id::unique(("gap", &key));
                let field = Field::new(id, "").name(&label).hint(&label).width(300.0);
                field.show(ui, &cx.theme, cx.language, typed);
                let explain = cx.t(&message("numbers-explain"));
                let ready = !typed.trim().is_empty();
                let button = Button::outline(&explain).small().icon(icons::CHECK).enabled(ready);
                if button.show(ui, &cx.theme).clicked() {
                    let reason = std::mem::take(typed);
                    let command = Command::ExplainGap { series: series.id, value: gap.value, reason };
                    cx.ask(Action::Run(Box::new(command), message("done-explained")));
                }
            });
        }
        let more = series.gaps.len().saturating_sub(LISTED);
        if more > 0 {
            text(ui, &cx.t(&message("numbers-more").with("count", more)), SMALL, cx.theme.c.muted);
        }
    }
}

/// What is kept of a series for conferences and laptops.
fn blocks_ui(ui: &mut Ui, cx: &mut Cx<'_>, series: &SeriesState) {
    let desk = cx.data.desk_code();
    for (id, block, given) in &series.blocks {
        ui.horizontal(|ui| {
            let words = message("numbers-block")
                .with("first", block.first.to_string())
                .with("last", block.last.to_string())
                .with("given", given.to_string())
                .with("all", (block.last - block.first + 1).to_string());
            let name = if block.holder.is_empty() {
                cx.t(&message("numbers-for-conference"))
            } else if block.is_held_by(&desk) {
                cx.t(&message("numbers-this-desk").with("desk", block.holder.as_str()))
            } else {
                block.holder.clone()
            };
            let words = format!("{name}: {}", cx.t(&words));
            if link(ui, &cx.theme, &words, BODY_MEDIUM).clicked() {
                cx.ask(Action::Go(Route::Form(RecordKind::NumberBlock, Some(id.any()))));
            }
            let label = cx.t(&message("related-delete").with("name", words));
            if icon_button(ui, &cx.theme, icons::TRASH, &label).clicked() {
                let command = Command::Delete(RecordKind::NumberBlock, id.any());
                let done = message("done-deleted").with("name", name);
                cx.ask(Action::Run(Box::new(command), done));
            }
        });
    }
    let add = cx.t(&message("numbers-add-block"));
    if Button::plain(&add).small().icon(icons::PLUS).show(ui, &cx.theme).clicked() {
        let route = Route::Part(RecordKind::NumberBlock, RecordKind::NumberSeries, series.id.any());
        cx.ask(Action::Go(route));
    }
}

/// A year in words.
fn year_words(cx: &Cx<'_>, year: Option<i64>) -> String {
    year.map_or_else(|| cx.t(&message("numbers-no-year")), |year| year.to_string())
}

/// The register of documents of a year as a list.
fn register_paper(cx: &Cx<'_>, year: Option<i64>, lines: &[RegisterLine]) -> ListPaper {
    let cell = |text: String| ListCell { text, number: None };
    let rows = lines.iter().enumerate().map(|(place, line)| {
        let date = line.date.map(|date| PartialDate::Day(date).show(cx.language)).unwrap_or_default();
        let number =
            if line.number.is_empty() { cx.t(&message("mou-no-number")) } else { line.number.clone() };
        let state = match line.state {
            Some(state) => cx.t(&state.label()),
            None if line.reason.is_empty() => cx.t(&message("numbers-unexplained")),
            None => cx.t(&message("numbers-void").with("reason", line.reason.as_str())),
        };
        vec![
            cell((place + 1).to_string()),
            cell(number),
            cell(date),
            cell(line.parties.clone()),
            cell(line.subject.clone()),
            cell(line.signers.clone()),
            cell(if line.copies > 0 { line.copies.to_string() } else { String::new() }),
            cell(state),
        ]
    });
    ListPaper {
        title: cx.t(&match year {
            Some(year) => message("numbers-register").with("year", year.to_string()),
            None => message("numbers-register-no-year"),
        }),
        notes: vec![PartialDate::Day(cx.today).show(cx.language)],
        head: [
            message("pack-place"),
            field_label("number"),
            message("numbers-day"),
            message("pack-parties"),
            field_label("subject"),
            message("pack-signers"),
            message("numbers-copies"),
            field_label("state"),
        ]
        .map(|label| cx.t(&label))
        .to_vec(),
        widths: vec![40.0, 130.0, 80.0, 220.0, 220.0, 160.0, 60.0, 120.0],
        rows: rows.collect(),
        foot: cx.t(&message("list-foot")),
        language: cx.language,
    }
}
