//! The tables of a report on a conference that list something: B2 to B4, B6 to B8 (handbook 5.5).

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::event::{Event, Signed, Stand, known_sum, was_held};
use super::{ReportTable, millions, percent};
use crate::domain::{ConsentPurpose, Id, Obstacle, Organisation, ParticipationForm, Trade};
use crate::error::Result;
use crate::i18n::{Language, message};
use crate::ops::Shown;
use crate::ops::shown::{self, named, text};
use crate::places::Places;
use crate::store::Rows;
use crate::vietnamese::{PartialDate, organisation_sort_name, sort_key};

impl Event {
    /// B2.
    pub(super) fn organisations(&self, rows: Rows<'_>, places: &Places) -> Result<ReportTable> {
        let mut lines = Vec::new();
        let mut there: Vec<_> = self.firms_there().collect();
        there.sort_by_cached_key(|(_, firm)| {
            let own = &firm.record.sort_name;
            if own.is_empty() { sort_key(&organisation_sort_name(&firm.record.name)) } else { sort_key(own) }
        });
        for ((id, firm), place) in there.into_iter().zip(1..) {
            let trades = firm.trades.iter().copied().map(Trade::label);
            let delegates = || self.guests.iter().filter(move |guest| guest.record.organisation == Some(id));
            // A person is named who agreed to it (Law 91/2025/QH15).
            let agreed = delegates().find(|guest| guest.record.agreed(ConsentPurpose::Listed));
            // Telephone numbers are for those who agreed to be found by partners.
            let found = agreed.is_some_and(|guest| guest.record.agreed(ConsentPurpose::Partners));
            let person = rows.linked(agreed.and_then(|guest| guest.record.person))?.map(|found| found.record);
            let forms = self.forms(id).into_iter().map(ParticipationForm::label);
            let (firm, province) = (&firm.record, &firm.province);
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
            code: "B2",
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
            rule: None,
        })
    }

    /// How an organisation took part: as it registered, and as it did.
    fn forms(&self, id: Id<Organisation>) -> BTreeSet<ParticipationForm> {
        let guests = self.guests.iter().filter(|guest| guest.record.organisation == Some(id));
        let asked = guests.flat_map(|guest| &guest.record.forms.0);
        let asked = asked.chain(self.registrations.get(&id).into_iter().flat_map(|sent| &sent.forms.0));
        let mut forms: BTreeSet<_> = asked.filter_map(|code| ParticipationForm::from_code(code)).collect();
        let came = self.guests.iter().filter(|guest| self.present.contains_key(&guest.id));
        let meets = |side: Option<Id<Organisation>>| side == Some(id);
        let held = self.meetings.iter().filter(|meeting| was_held(meeting));
        let did = [
            (ParticipationForm::Attend, came.filter(|guest| guest.record.organisation == Some(id)).count()),
            (
                ParticipationForm::Booth,
                self.booths.iter().filter(|stand| meets(stand.booth.organisation)).count(),
            ),
            (
                ParticipationForm::B2b,
                held.filter(|meeting| meets(meeting.seller) || meets(meeting.buyer)).count(),
            ),
            (
                ParticipationForm::Sign,
                self.signed()
                    .flat_map(|signed| &signed.parties)
                    .filter(|seat| meets(seat.organisation))
                    .count(),
            ),
        ];
        forms.extend(did.iter().filter(|(_, times)| *times > 0).map(|(form, _)| *form));
        forms
    }

    /// B3.
    pub(super) fn memoranda(&self) -> ReportTable {
        let rows = self.mous.iter().zip(1..).map(|(signed, place)| {
            let mou = &signed.mou;
            let mut parties = signed.parties.iter().map(|seat| seat.name.clone());
            let first = parties.next().unwrap_or_default();
            vec![
                Shown::Number(place),
                text(&mou.number),
                mou.date.map_or(Shown::Empty, Shown::Date),
                first,
                Shown::Several(parties.collect(), "; "),
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
            code: "B3",
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
            rule: None,
        }
    }

    /// B4.
    pub(super) fn follow_up(&self) -> ReportTable {
        let rows = self.signed().zip(1..).map(|(signed, place)| {
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
                obstacles(signed),
                wanted(signed),
                Shown::MouState(signed.mou.state),
            ]
        });
        ReportTable {
            code: "B4",
            title: message("report-b4"),
            columns: vec![
                (message("column-number"), 5.0),
                (message("column-mou-number"), 16.0),
                (message("column-contracts"), 22.0),
                (message("column-contract-value"), 13.0),
                (message("column-sold"), 12.0),
                (message("column-of-target"), 10.0),
                (message("field-obstacles"), 18.0),
                (message("column-wanted"), 26.0),
                (message("field-state"), 14.0),
            ],
            rows: rows.collect(),
            sum: false,
            across: true,
            rule: None,
        }
    }

    /// B6.
    pub(super) fn booth_takings(&self) -> ReportTable {
        let days: BTreeSet<Date> =
            self.booths.iter().flat_map(|stand| &stand.days).filter_map(|day| day.date).collect();
        let mut columns = vec![(message("field-code"), 8.0), (message("column-organisation"), 34.0)];
        columns.extend(days.iter().map(|day| {
            let label = message("column-day")
                .with("day_vi", format!("{}/{}", day.day(), day.month()))
                .with("day_en", PartialDate::Day(*day).show(Language::En));
            (label, 12.0)
        }));
        columns.extend([(message("column-total"), 14.0), (message("column-orders"), 10.0)]);
        let mut rows: Vec<Vec<Shown>> = Vec::new();
        for Stand { booth, days: own } in &self.booths {
            let firm = booth.organisation.and_then(|id| self.firms.get(&id));
            let firm = firm.map(|firm| named(&firm.record.name, &firm.record.name_en));
            let village = || booth.village.and_then(|id| self.villages.get(&id));
            let village = || village().map(|home| named(&home.record.name, &home.record.name_en));
            let name = firm.or_else(village).unwrap_or_else(|| text(&booth.sign));
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
            let all = || self.booths.iter().flat_map(|stand| &stand.days);
            let mut row = vec![Shown::Empty, Shown::Words(vec![message("column-total")])];
            for day in &days {
                let taken = all().filter(|own| own.date == Some(*day)).map(|own| own.takings);
                row.push(millions(known_sum(taken)));
            }
            row.push(millions(known_sum(all().map(|day| day.takings))));
            row.push(shown::number(known_sum(all().map(|day| day.orders))));
            rows.push(row);
        }
        ReportTable {
            code: "B6",
            title: message("report-b6"),
            columns,
            rows,
            sum,
            across: days.len() > 3,
            rule: None,
        }
    }

    /// B7.
    pub(super) fn meetings(&self) -> ReportTable {
        let name = |id: Option<Id<Organisation>>| {
            let firm = id.and_then(|id| self.firms.get(&id));
            firm.map_or(Shown::Empty, |firm| named(firm.record.short(), &firm.record.name_en))
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
            code: "B7",
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
            rule: None,
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
            code: "B8",
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
            rule: None,
        }
    }
}

/// What keeps a MoU from moving on, as far as its talks say.
fn obstacles(signed: &Signed) -> Shown {
    let codes = signed.talks.iter().flat_map(|talk| &talk.obstacles.0);
    let named: BTreeSet<Obstacle> = codes.filter_map(|code| Obstacle::from_code(code)).collect();
    if named.is_empty() {
        return Shown::Empty;
    }
    Shown::Words(named.into_iter().map(Obstacle::label).collect())
}

/// What the last talk that asked for something wants: the next step with its day, and its remark.
fn wanted(signed: &Signed) -> Shown {
    let asks = signed.talks.iter().rev().find(|talk| !talk.next_step.is_empty() || !talk.note.is_empty());
    asks.map_or(Shown::Empty, |talk| {
        let by = talk.next_date.filter(|_| !talk.next_step.is_empty()).map_or(Shown::Empty, Shown::Date);
        let step = Shown::Several(vec![text(&talk.next_step), by], " – ");
        Shown::Several(vec![step, text(&talk.note)], "; ")
    })
}
