//! The tables B1 to B8 of a report on a conference (handbook 5.5).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::report::{ConferenceFigures, Event, ReportTable, count, known_sum};
use crate::domain::{
    Conference, ConsentPurpose, Id, Organisation, ParticipationForm, Product, Trade, Village,
};
use crate::error::Result;
use crate::i18n::{Language, Message, message};
use crate::ops::Shown;
use crate::ops::shown::{self, named, text};
use crate::places::Places;
use crate::store::Rows;
use crate::vietnamese::PartialDate;

impl Event {
    /// B2.
    pub(super) fn organisations(&self, rows: Rows<'_>, places: &Places) -> Result<ReportTable> {
        let mut lines = Vec::new();
        for (id, place) in self.organisations_there().into_iter().zip(1..) {
            let Some((firm, province)) = self.firms.get(&id) else { continue };
            let sent = self.registrations.get(&id);
            let delegates = || self.guests.iter().filter(|guest| guest.record.organisation == Some(id));
            // A person is named who agreed to it (Law 91/2025/QH15).
            let agreed = delegates().find(|guest| guest.record.agreed(ConsentPurpose::Listed));
            // Telephone numbers are for those who agreed to be found by partners.
            let found = agreed.is_some_and(|guest| guest.record.agreed(ConsentPurpose::Partners));
            let person = rows.linked(agreed.and_then(|guest| guest.record.person))?.map(|found| found.record);
            let forms: BTreeSet<&str> = delegates()
                .flat_map(|guest| &guest.record.forms.0)
                .chain(sent.iter().flat_map(|sent| &sent.forms.0))
                .map(String::as_str)
                .collect();
            let forms =
                forms.into_iter().filter_map(ParticipationForm::from_code).map(ParticipationForm::label);
            let mut trades: BTreeSet<String> = BTreeSet::new();
            for product in rows.children::<Product>("organisation", id.any())? {
                if let Some(village) = rows.linked(product.record.village)? {
                    trades.extend(village.record.trades.0);
                }
            }
            if let Some(village) = rows.linked(firm.village)? {
                trades.extend(village.record.trades.0);
            }
            let trades = trades.iter().filter_map(|code| Trade::from_code(code)).map(Trade::label);
            let commune = firm.commune.and_then(|code| places.commune(code));
            lines.push(vec![
                Shown::Number(place),
                named(&firm.name, &firm.name_en),
                Shown::Words(vec![firm.kind.label()]),
                text(province),
                commune.map_or(Shown::Empty, |commune| text(&commune.name)),
                Shown::Words(trades.collect()),
                person.as_ref().map_or(Shown::Empty, |person| text(&person.full_name)),
                person
                    .as_ref()
                    .filter(|_| found)
                    .map_or(Shown::Empty, |person| shown::phones(&person.phones)),
                Shown::Words(forms.collect()),
            ]);
        }
        Ok(ReportTable {
            title: message("report-b2"),
            columns: vec![
                (message("column-number"), 5.0),
                (message("column-organisation"), 28.0),
                (message("field-kind"), 14.0),
                (message("field-province"), 12.0),
                (message("field-commune"), 14.0),
                (message("column-trades"), 18.0),
                (message("column-representative"), 16.0),
                (message("field-phones"), 13.0),
                (message("field-forms"), 18.0),
            ],
            rows: lines,
            sum: false,
            across: true,
        })
    }

    /// B3.
    pub(super) fn memoranda(&self) -> ReportTable {
        let rows = self.mous.iter().zip(1..).map(|(signed, place)| {
            let mou = &signed.mou;
            let first = signed.parties.first().cloned().unwrap_or_default();
            let others = signed.parties.get(1..).unwrap_or_default().to_vec();
            vec![
                Shown::Number(place),
                text(&mou.number),
                mou.date.map_or(Shown::Empty, Shown::Date),
                first,
                Shown::Several(others, "; "),
                Shown::Several(signed.witnesses.clone(), "; "),
                text(&mou.subject),
                millions(mou.target_value),
                mou.term_months.map_or(Shown::Empty, |months| {
                    Shown::Words(vec![message("report-months").with("count", months)])
                }),
                Shown::MouState(mou.state),
            ]
        });
        ReportTable {
            title: message("report-b3"),
            columns: vec![
                (message("column-number"), 5.0),
                (message("field-number"), 16.0),
                (message("column-signed-on"), 11.0),
                (message("column-party-a"), 20.0),
                (message("column-party-b"), 20.0),
                (message("column-witness"), 16.0),
                (message("field-subject"), 20.0),
                (message("column-value-millions"), 12.0),
                (message("column-term"), 9.0),
                (message("field-state"), 13.0),
            ],
            rows: rows.collect(),
            sum: false,
            across: true,
        }
    }

    /// B4.
    pub(super) fn follow_up(&self) -> ReportTable {
        let signed = self.mous.iter().filter(|signed| signed.mou.state.was_signed());
        let rows = signed.zip(1..).map(|(signed, place)| {
            let contracts = signed.contracts.iter().map(|contract| {
                let day = contract.date.map_or(Shown::Empty, Shown::Date);
                Shown::Several(vec![text(&contract.number), day], ", ")
            });
            let amount = known_sum(signed.contracts.iter().map(|contract| contract.amount));
            let target = signed.mou.target_value.filter(|target| *target > 0);
            vec![
                Shown::Number(place),
                text(&signed.mou.number),
                Shown::Several(contracts.collect(), "; "),
                millions(amount),
                millions(signed.sold),
                signed.sold.zip(target).map_or(Shown::Empty, |(sold, target)| percent(sold, target)),
                Shown::MouState(signed.mou.state),
            ]
        });
        ReportTable {
            title: message("report-b4"),
            columns: vec![
                (message("column-number"), 5.0),
                (message("column-mou-number"), 18.0),
                (message("column-contracts"), 24.0),
                (message("column-contract-value"), 14.0),
                (message("column-sold"), 14.0),
                (message("column-of-target"), 10.0),
                (message("field-state"), 15.0),
            ],
            rows: rows.collect(),
            sum: false,
            across: false,
        }
    }

    /// B5.
    pub(super) fn by_province(&self, rows: Rows<'_>, places: &Places) -> Result<ReportTable> {
        #[derive(Default)]
        struct Line {
            villages: BTreeSet<Id<Village>>,
            organisations: i64,
            booths: i64,
            mous: i64,
            value: i64,
            under_way: i64,
        }
        let mut lines: BTreeMap<String, Line> = BTreeMap::new();
        for id in self.organisations_there() {
            let Some((firm, province)) = self.firms.get(&id) else { continue };
            if !province.is_empty() {
                let line = lines.entry(province.clone()).or_default();
                line.organisations += 1;
                line.villages.extend(firm.village);
            }
        }
        for (booth, _) in &self.booths {
            let firm = booth.organisation.and_then(|id| self.firms.get(&id));
            let mut of = firm.map(|(_, province)| province.clone()).unwrap_or_default();
            if of.is_empty()
                && let Some(village) = rows.linked(booth.village)?
            {
                let found = village.record.commune.and_then(|code| places.province_of(code));
                of = found.map(|found| found.name.clone()).unwrap_or_default();
            }
            if !of.is_empty() {
                let line = lines.entry(of).or_default();
                line.booths += 1;
                line.villages.extend(booth.village);
            }
        }
        for signed in self.mous.iter().filter(|signed| signed.mou.state.was_signed()) {
            for province in &signed.provinces {
                let line = lines.entry(province.clone()).or_default();
                line.mous += 1;
                line.value += signed.mou.target_value.unwrap_or(0);
                line.under_way += i64::from(signed.mou.state.moves_on());
            }
        }
        let rows = lines.into_iter().map(|(province, line)| {
            vec![
                text(&province),
                Shown::Number(count(line.villages.len())),
                Shown::Number(line.organisations),
                Shown::Number(line.booths),
                Shown::Number(line.mous),
                if line.value > 0 { millions(Some(line.value)) } else { Shown::Empty },
                if line.mous > 0 { percent(line.under_way, line.mous) } else { Shown::Empty },
            ]
        });
        Ok(ReportTable {
            title: message("report-b5"),
            columns: vec![
                (message("field-province"), 22.0),
                (message("column-villages"), 12.0),
                (message("column-organisations"), 12.0),
                (message("column-booths"), 12.0),
                (message("column-mous"), 12.0),
                (message("column-value-millions"), 16.0),
                (message("column-under-way"), 14.0),
            ],
            rows: rows.collect(),
            sum: false,
            across: false,
        })
    }

    /// B6.
    pub(super) fn booth_takings(&self) -> ReportTable {
        let days: BTreeSet<Date> =
            self.booths.iter().flat_map(|(_, days)| days).filter_map(|day| day.date).collect();
        let mut columns = vec![(message("field-code"), 8.0), (message("column-organisation"), 34.0)];
        columns.extend(days.iter().map(|day| {
            let label = message("column-day")
                .with("day_vi", format!("{}/{}", day.day(), day.month()))
                .with("day_en", PartialDate::Day(*day).show(Language::En));
            (label, 12.0)
        }));
        columns.extend([(message("column-total"), 14.0), (message("column-orders"), 10.0)]);
        let mut rows: Vec<Vec<Shown>> = Vec::new();
        for (booth, own) in &self.booths {
            let firm = booth.organisation.and_then(|id| self.firms.get(&id));
            let name = firm.map_or_else(|| text(&booth.sign), |(firm, _)| named(&firm.name, &firm.name_en));
            let mut row = vec![text(&booth.code), name];
            for day in &days {
                let taken = own.iter().find(|own| own.date == Some(*day)).and_then(|own| own.takings);
                row.push(millions(taken));
            }
            row.push(millions(known_sum(own.iter().map(|day| day.takings))));
            row.push(shown::number(known_sum(own.iter().map(|day| day.orders))));
            rows.push(row);
        }
        let sum = rows.len() > 1;
        if sum {
            let all = || self.booths.iter().flat_map(|(_, days)| days);
            let mut row = vec![Shown::Empty, Shown::Words(vec![message("column-total")])];
            for day in &days {
                let taken = all().filter(|own| own.date == Some(*day)).map(|own| own.takings);
                row.push(millions(known_sum(taken)));
            }
            row.push(millions(known_sum(all().map(|day| day.takings))));
            row.push(shown::number(known_sum(all().map(|day| day.orders))));
            rows.push(row);
        }
        ReportTable { title: message("report-b6"), columns, rows, sum, across: days.len() > 3 }
    }

    /// B7.
    pub(super) fn meetings(&self) -> ReportTable {
        let name = |id: Option<Id<Organisation>>| {
            let firm = id.and_then(|id| self.firms.get(&id));
            firm.map_or(Shown::Empty, |(firm, _)| named(firm.short(), &firm.name_en))
        };
        let rows = self.meetings.iter().zip(1..).map(|(meeting, place)| {
            let by = meeting.next_date.map_or(Shown::Empty, Shown::Date);
            vec![
                Shown::Number(place),
                name(meeting.seller),
                name(meeting.buyer),
                meeting.start.map_or(Shown::Empty, Shown::Time),
                Shown::Words(vec![meeting.result.label()]),
                Shown::Several(vec![text(&meeting.next_step), by], " – "),
            ]
        });
        ReportTable {
            title: message("report-b7"),
            columns: vec![
                (message("column-number"), 5.0),
                (message("field-seller"), 26.0),
                (message("field-buyer"), 26.0),
                (message("column-time"), 8.0),
                (message("column-result"), 14.0),
                (message("field-next-step"), 21.0),
            ],
            rows: rows.collect(),
            sum: false,
            across: false,
        }
    }

    /// B8.
    pub(super) fn budget(&self) -> ReportTable {
        let mut rows: Vec<Vec<Shown>> = self
            .budget
            .iter()
            .map(|line| {
                vec![
                    text(&line.item),
                    shown::number(line.planned),
                    shown::number(line.spent),
                    text(&line.paid_by),
                ]
            })
            .collect();
        let sum = rows.len() > 1;
        if sum {
            rows.push(vec![
                Shown::Words(vec![message("column-total")]),
                Shown::Number(self.budget.iter().filter_map(|line| line.planned).sum()),
                Shown::Number(self.budget.iter().filter_map(|line| line.spent).sum()),
                Shown::Empty,
            ]);
        }
        ReportTable {
            title: message("report-b8"),
            columns: vec![
                (message("field-item"), 44.0),
                (message("column-planned-dong"), 18.0),
                (message("column-spent-dong"), 18.0),
                (message("field-paid-by"), 24.0),
            ],
            rows,
            sum,
            across: false,
        }
    }
}

fn millions(dong: Option<i64>) -> Shown {
    dong.map_or(Shown::Empty, Shown::Millions)
}

fn percent(part: i64, whole: i64) -> Shown {
    let share = i128::from(part) * 100 / i128::from(whole.max(1));
    Shown::Percent(i64::try_from(share).unwrap_or(i64::MAX))
}

/// A figure of a conference.
type Of = fn(&ConferenceFigures) -> i64;

/// B1: planned, reached, and against the conference before.
pub(super) fn summary(
    plan: &Conference,
    now: &ConferenceFigures,
    before: Option<&ConferenceFigures>,
    event: &Event,
) -> ReportTable {
    let planned_money: i64 = event.budget.iter().filter_map(|line| line.planned).sum();
    let planned_money = (!event.budget.is_empty()).then_some(planned_money);
    let people = || message("unit-people");
    let lines: [(Message, Message, Option<i64>, Of); 18] = [
        (message("report-invited"), people(), None, |of| of.invited),
        (message("report-answered"), people(), None, |of| of.answered),
        (message("report-present"), people(), plan.planned_delegates, |of| of.present),
        (message("report-walk-ins"), people(), None, |of| of.walk_ins),
        (message("report-substitutes"), people(), None, |of| of.substitutes),
        (message("report-organisations"), message("unit-organisations"), None, |of| of.organisations),
        (message("report-provinces"), message("unit-provinces"), None, |of| of.provinces),
        (message("report-booths"), message("unit-booths"), plan.planned_booths, |of| of.booths),
        (message("report-takings"), message("unit-millions"), None, |of| of.takings),
        (message("report-meetings"), message("unit-meetings"), None, |of| of.meetings),
        (message("report-fruitful"), message("unit-meetings"), None, |of| of.fruitful),
        (message("report-mous"), message("unit-mous"), plan.planned_mous, |of| of.mous),
        (message("report-value"), message("unit-millions"), None, |of| of.value),
        (message("report-contracts"), message("unit-contracts"), None, |of| of.contracts),
        (message("report-contracted"), message("unit-millions"), None, |of| of.contracted),
        (message("report-proposed"), message("unit-proposals"), None, |of| of.proposals),
        (message("report-replied"), message("unit-proposals"), None, |of| of.proposals_answered),
        (message("report-spent"), message("unit-millions"), planned_money, |of| of.spent),
    ];
    let in_millions = message("unit-millions");
    let rows = lines.into_iter().zip(1..).map(|((label, unit, planned, of), place)| {
        let number =
            |value: i64| if unit == in_millions { millions(Some(value)) } else { Shown::Number(value) };
        let old = before.map(of).filter(|old| *old > 0);
        vec![
            Shown::Number(place),
            Shown::Words(vec![label]),
            Shown::Words(vec![unit.clone()]),
            planned.map_or(Shown::Empty, number),
            number(of(now)),
            old.map_or(Shown::Empty, |old| percent(of(now), old)),
        ]
    });
    ReportTable {
        title: message("report-b1"),
        columns: vec![
            (message("column-number"), 6.0),
            (message("column-what"), 36.0),
            (message("column-unit"), 14.0),
            (message("column-planned"), 14.0),
            (message("column-reached"), 14.0),
            (message("column-before"), 16.0),
        ],
        rows: rows.collect(),
        sum: false,
        across: false,
    }
}
