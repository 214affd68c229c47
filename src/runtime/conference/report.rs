//! The report on a conference: sentences, tables, charts; and its tables as lists.

use super::{BC, Papers, courtesy, lines};
use crate::documents::blocks::{Align, Bar};
use crate::documents::conference::Head;
use crate::documents::conference::report::{Bars, Figures, Report, Section, Topic};
use crate::documents::list::{ListCell, ListPaper};
use crate::error::Result;
use crate::i18n::message;
use crate::ops::{ConferenceReport, ConferenceReportAnswer, Query as _, ReportTable, Shown, StatementLine};

impl Papers<'_> {
    /// What came of it, in sentences.
    pub(super) fn results(&self, answer: &ConferenceReportAnswer) -> String {
        let figures = &answer.figures;
        let millions = |dong: i64| crate::vietnamese::money(dong, self.language);
        let mut lines = Vec::new();
        if figures.present > 0 {
            lines.push(
                message("report-said-present")
                    .with("present", figures.present)
                    .with("organisations", figures.organisations)
                    .with("provinces", figures.provinces),
            );
        }
        if figures.booths > 0 {
            lines.push(message("report-said-booths").with("booths", figures.booths));
        }
        if figures.meetings > 0 {
            lines.push(
                message("report-said-meetings")
                    .with("meetings", figures.meetings)
                    .with("fruitful", figures.fruitful),
            );
        }
        if figures.mous > 0 {
            let said = message("report-said-mous").with("mous", figures.mous);
            lines.push(said.with("value", millions(figures.value)));
        }
        if figures.contracts > 0 {
            let said = message("report-said-contracts").with("contracts", figures.contracts);
            lines.push(said.with("value", millions(figures.contracted)));
        }
        lines.iter().map(|line| self.say(line)).collect::<Vec<_>>().join("\n")
    }

    fn figures(&self, table: &ReportTable) -> Figures {
        let rows = table.rows.iter().map(|row| {
            row.iter().map(|value| value.text(self.language, self.places)).collect::<Vec<String>>()
        });
        Figures {
            title: self.say(&table.title),
            head: table.columns.iter().map(|(label, _)| self.say(label)).collect(),
            widths: table.columns.iter().map(|(_, width)| *width).collect(),
            align: (0..table.columns.len())
                .map(|column| if table.is_numeric(column) { Align::Right } else { Align::Left })
                .collect(),
            rows: rows.collect(),
            sum: table.sum,
            across: table.across,
            rule: table.rule.as_ref().map_or_else(String::new, |rule| self.say(rule)),
        }
    }

    pub(super) fn report(&mut self) -> Result<Report> {
        let answer = ConferenceReport { conference: self.id }.answer(self.store)?;
        let mut tables: Vec<Figures> = answer
            .tables
            .iter()
            .filter(|table| !table.rows.is_empty())
            .map(|table| self.figures(table))
            .collect();
        let rest = if tables.is_empty() { Vec::new() } else { tables.split_off(1) };
        let charts = answer.charts.iter().map(|chart| {
            let bars = chart.bars.iter().map(|bar| {
                #[expect(clippy::cast_precision_loss, reason = "the length of a bar")]
                let length = bar.length as f64 / chart.most().max(1) as f64;
                let said = |value: &Shown| value.text(self.language, self.places);
                Bar { label: said(&bar.label), length, value: said(&bar.value) }
            });
            Bars { title: self.say(&chart.title), bars: bars.collect(), whole: chart.whole > 0 }
        });
        let charts = charts.collect();
        let general = message("report-said-held")
            .with("conference", self.name())
            .with("time", self.days(self.language))
            .with("place", self.place());
        let figures = &answer.figures;
        let mut general = vec![self.say(&general)];
        if figures.invited > 0 {
            let said = message("report-said-invited").with("invited", figures.invited);
            general.push(self.say(&said.with("answered", figures.answered)));
        }
        if figures.walk_ins + figures.substitutes > 0 {
            let said = message("report-said-others").with("present", figures.present);
            let said = said.with("walk-ins", figures.walk_ins).with("substitutes", figures.substitutes);
            general.push(self.say(&said));
        }
        let said = |who: &str, words: &str| {
            if who.is_empty() { words.to_owned() } else { format!("{who}: {words}") }
        };
        // Only who agreed is named in what is given out (Law 91/2025/QH15).
        let delegate = self.say(&message("said-delegate"));
        let named = |line: &StatementLine| courtesy(&line.public(&delegate), self.language);
        let difficulties = answer.difficulties.iter();
        let difficulties: Vec<String> =
            difficulties.map(|line| format!("- {}", said(&named(line), &line.statement.words))).collect();
        let mut proposals: Vec<String> = Vec::new();
        if figures.proposals > 0 {
            let said = message("report-said-proposals").with("proposals", figures.proposals);
            proposals.push(self.say(&said.with("answered", figures.proposals_answered)));
        }
        for line in &answer.proposals {
            let proposed = &line.statement;
            let words = said(&named(line), &proposed.words);
            let to = proposed.addressed_to.as_str();
            proposals.push(if to.is_empty() { format!("- {words}") } else { format!("- {to}: {words}") });
            if !proposed.reply.is_empty() {
                let by = if proposed.replied_by.is_empty() { to } else { proposed.replied_by.as_str() };
                let reply = if by.is_empty() { message("report-reply") } else { message("report-reply-by") };
                proposals.push(self.say(&reply.with("reply", proposed.reply.as_str()).with("by", by)));
            }
        }
        let addressed: Vec<String> = lines(&self.conference.report_to).collect();
        let section = |topic, text: String| Section { topic, text, ..Section::default() };
        Ok(Report {
            head: Head { number: self.number(&self.conference.report_number, BC), ..self.head() },
            conference: self.name(),
            recipients: self.recipients(!addressed.is_empty(), &self.conference.recipients),
            addressed,
            sections: vec![
                Section { tables, ..section(Topic::General, general.join("\n")) },
                Section { tables: rest, charts, ..section(Topic::Results, self.results(&answer)) },
                section(Topic::Difficulties, difficulties.join("\n")),
                section(Topic::Proposals, proposals.join("\n")),
            ],
            signer: self.signer(self.language)?,
        })
    }

    /// The tables of the report as lists with their codes, one a sheet of a workbook.
    pub(super) fn lists(&mut self) -> Result<Vec<(&'static str, ListPaper)>> {
        let answer = ConferenceReport { conference: self.id }.answer(self.store)?;
        let list = |table: &ReportTable| ListPaper {
            title: self.say(&table.title),
            notes: std::iter::once(self.name())
                .chain(table.rule.as_ref().map(|rule| self.say(rule)))
                .collect(),
            head: table.columns.iter().map(|(label, _)| self.say(label)).collect(),
            widths: table.columns.iter().map(|(_, width)| *width * 6.0).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| {
                    let cells = row.iter().map(|value| ListCell {
                        text: value.text(self.language, self.places),
                        number: value.number(),
                    });
                    cells.collect()
                })
                .collect(),
            foot: self.say(&message("list-foot")),
            language: self.language,
        };
        Ok(answer.tables.iter().map(|table| (table.code, list(table))).collect())
    }
}
