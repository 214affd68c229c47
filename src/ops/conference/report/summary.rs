//! B1: what was planned and reached, against conferences before, and what the figures rest on.

use jiff::civil::Date;

use super::event::{Event, count};
use super::{ConferenceFigures, ReportTable, money_known, per_hundred, percent};
use crate::domain::{BoothDay, Conference};
use crate::i18n::{Message, message};
use crate::ops::Shown;

/// How a figure is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    /// Counted from records: none is none.
    Counted,
    /// Noted by people: none is not known.
    Noted,
    /// Noted, in đồng.
    Money,
}

impl Figure {
    fn shown(self, value: i64) -> Shown {
        match self {
            Self::Noted if value == 0 => Shown::Empty,
            Self::Counted | Self::Noted => Shown::Number(value),
            Self::Money => money_known(value),
        }
    }
}

/// A line of the summary.
pub(super) struct Line {
    pub(super) label: Message,
    pub(super) unit: Message,
    pub(super) kind: Figure,
    of: fn(&ConferenceFigures) -> i64,
    pub(super) planned: Option<i64>,
    note: Option<Message>,
}

impl Line {
    fn new(label: Message, unit: Message, kind: Figure, of: fn(&ConferenceFigures) -> i64) -> Self {
        Self { label, unit, kind, of, planned: None, note: None }
    }

    fn planned(self, planned: Option<i64>) -> Self {
        Self { planned, ..self }
    }

    fn note(self, note: impl Into<Option<Message>>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// What was reached.
    pub(super) fn reached(&self, figures: &ConferenceFigures) -> i64 {
        (self.of)(figures)
    }

    /// What was reached in per cent of what was reached before; nothing where either is not known.
    fn against(&self, now: &ConferenceFigures, before: &ConferenceFigures) -> Shown {
        let (now, before) = (self.reached(now), self.reached(before));
        if before > 0 && (now > 0 || self.kind == Figure::Counted) {
            percent(now, before)
        } else {
            Shown::Empty
        }
    }
}

/// Of how many a value is known; nothing is said where it is known of all.
fn known_of(said: Message, known: usize, all: usize) -> Option<Message> {
    (0 < known && known < all).then(|| said.with("known", count(known)).with("all", count(all)))
}

/// The lines of the summary in their order.
pub(super) fn lines(plan: &Conference, now: &ConferenceFigures, event: &Event) -> Vec<Line> {
    use Figure::{Counted, Money, Noted};
    let planned_money: i64 = event.budget.iter().filter_map(|line| line.planned).sum();
    let planned_money = (!event.budget.is_empty()).then_some(planned_money);
    let noted = |of: fn(&BoothDay) -> Option<i64>| {
        let booths = event.booths.iter().filter(|stand| stand.days.iter().any(|day| of(day).is_some()));
        known_of(message("note-booths-noted"), booths.count(), event.booths.len())
    };
    let signed: Vec<_> = event.signed().collect();
    let valued = signed.iter().filter(|signed| signed.mou.target_value.is_some()).count();
    let contracts: Vec<_> = event.mous.iter().flat_map(|signed| &signed.contracts).collect();
    let priced = contracts.iter().filter(|contract| contract.amount.is_some()).count();
    let paid = event.budget.iter().filter(|line| line.spent.is_some()).count();
    let homes = || event.villages.values();
    let staffed = homes().filter(|home| home.record.workers.is_some()).count();
    let share = |part: i64, whole: i64, said: Message| {
        (whole > 0).then(|| said.with("percent", per_hundred(part, whole)))
    };
    let came = now.present > 0;
    let people = || message("unit-people");
    let [three, four, five] = now.ocop;
    let stars = message("note-ocop").with("five", five).with("four", four).with("three", three);
    vec![
        Line::new(message("report-invited"), people(), Counted, |of| of.invited)
            .note(message("note-invited")),
        Line::new(message("report-answered"), people(), Counted, |of| of.answered).note(share(
            now.answered,
            now.invited,
            message("note-of-invited"),
        )),
        Line::new(message("report-present"), people(), Counted, |of| of.present)
            .planned(plan.planned_delegates)
            .note(came.then(|| message("note-present"))),
        Line::new(message("report-walk-ins"), people(), Counted, |of| of.walk_ins),
        Line::new(message("report-substitutes"), people(), Counted, |of| of.substitutes),
        Line::new(message("report-organisations"), message("unit-organisations"), Counted, |of| {
            of.organisations
        })
        .note(if came { message("note-organisations") } else { message("note-not-yet") }),
        Line::new(message("report-cooperatives"), message("unit-organisations"), Counted, |of| {
            of.cooperatives
        })
        .note(message("note-cooperatives")),
        Line::new(message("report-households"), message("unit-households"), Counted, |of| of.households),
        Line::new(message("report-villages"), message("unit-villages"), Counted, |of| of.villages)
            .note(message("note-villages")),
        Line::new(message("report-workers"), people(), Noted, |of| of.workers).note(known_of(
            message("note-workers"),
            staffed,
            event.villages.len(),
        )),
        Line::new(message("report-ocop"), message("unit-products"), Counted, |of| of.ocop.iter().sum())
            .note((three + four + five > 0).then_some(stars)),
        Line::new(message("report-provinces"), message("unit-provinces"), Counted, |of| of.provinces),
        Line::new(message("report-booths"), message("unit-booths"), Counted, |of| of.booths)
            .planned(plan.planned_booths)
            .note(message("note-booths")),
        Line::new(message("report-visitors"), message("unit-visits"), Noted, |of| of.visitors)
            .note(noted(|day| day.visitors)),
        Line::new(message("report-takings"), message("unit-millions"), Money, |of| of.takings)
            .note(noted(|day| day.takings)),
        Line::new(message("report-meetings"), message("unit-meetings"), Counted, |of| of.meetings)
            .note(message("note-meetings")),
        Line::new(message("report-fruitful"), message("unit-meetings"), Counted, |of| of.fruitful)
            .note(share(now.fruitful, now.meetings, message("note-of-held"))),
        Line::new(message("report-mous"), message("unit-mous"), Counted, |of| of.mous)
            .planned(plan.planned_mous),
        Line::new(message("report-value"), message("unit-millions"), Money, |of| of.value).note(known_of(
            message("note-mous-valued"),
            valued,
            signed.len(),
        )),
        Line::new(message("report-contracts"), message("unit-contracts"), Counted, |of| of.contracts),
        Line::new(message("report-contracted"), message("unit-millions"), Money, |of| of.contracted)
            .note(known_of(message("note-contracts-valued"), priced, contracts.len())),
        Line::new(message("report-difficult"), message("unit-statements"), Counted, |of| of.difficulties),
        Line::new(message("report-proposed"), message("unit-proposals"), Counted, |of| of.proposals),
        Line::new(message("report-replied"), message("unit-proposals"), Counted, |of| of.proposals_answered),
        Line::new(message("report-spent"), message("unit-millions"), Money, |of| of.spent)
            .planned(planned_money)
            .note(known_of(message("note-budget-spent"), paid, event.budget.len())),
    ]
}

/// B1, with a column for each conference it is compared with.
pub(super) fn summary(
    lines: &[Line],
    now: &ConferenceFigures,
    before: &[(Date, ConferenceFigures)],
) -> ReportTable {
    let rows = lines.iter().zip(1..).map(|(line, place)| {
        let words = |said: &Message| Shown::Words(vec![said.clone()]);
        let mut row = vec![
            Shown::Number(place),
            words(&line.label),
            words(&line.unit),
            line.planned.map_or(Shown::Empty, |planned| line.kind.shown(planned)),
            line.kind.shown(line.reached(now)),
        ];
        row.extend(before.iter().map(|(_, figures)| line.against(now, figures)));
        if before.is_empty() {
            row.push(Shown::Empty);
        }
        row.push(line.note.as_ref().map_or(Shown::Empty, words));
        row
    });
    let mut columns = vec![
        (message("column-number"), 5.0),
        (message("column-what"), 32.0),
        (message("column-unit"), 14.0),
        (message("column-planned"), 9.0),
        (message("column-reached"), 9.0),
    ];
    columns.extend(before.iter().map(|(day, _)| {
        let when = format!("{}/{}", day.month(), day.year());
        (message("column-before-of").with("when", when), 10.0)
    }));
    if before.is_empty() {
        columns.push((message("column-before"), 10.0));
    }
    columns.push((message("field-note"), 28.0));
    ReportTable {
        code: "B1",
        title: message("report-b1"),
        columns,
        rows: rows.collect(),
        sum: false,
        across: before.len() > 1,
        rule: None,
    }
}
