//! What is better looked at than read.

use std::collections::BTreeMap;

use super::event::Event;
use super::summary::{Figure, Line};
use super::{ConferenceFigures, MILLION, ReportBar, ReportChart, per_hundred};
use crate::domain::{GuestGroup, MeetingResult, Trade, office_time};
use crate::i18n::{Message, message};
use crate::ops::Shown;
use crate::ops::shown::text;
use crate::vietnamese::sort_key;

/// No chart of provinces has more bars: the last one stands for those that are left.
const MOST_BARS: usize = 12;

/// Đồng as whole millions, to the nearest.
fn in_millions(dong: i64) -> i64 {
    dong.saturating_add(MILLION / 2) / MILLION
}

fn words(said: Message) -> Shown {
    Shown::Words(vec![said])
}

/// Bars whose value is their length.
fn counted(title: Message, bars: impl IntoIterator<Item = (Shown, i64)>) -> ReportChart {
    let bars = bars.into_iter().map(|(label, number)| ReportBar {
        label,
        length: number,
        value: Shown::Number(number),
    });
    ReportChart { title, bars: bars.collect(), whole: 0 }
}

impl Event {
    /// The charts; one without anything to show is left out.
    pub(super) fn charts(&self, lines: &[Line], figures: &ConferenceFigures) -> Vec<ReportChart> {
        let values = self.signed().filter_map(|signed| {
            let value = signed.mou.target_value?;
            Some((text(&signed.mou.number), in_millions(value)))
        });
        let charts = [
            planned(lines, figures),
            self.groups(),
            self.guest_provinces(),
            self.hours(),
            self.results(),
            self.trades(),
            counted(message("chart-values"), values),
        ];
        charts.into_iter().filter(|chart| chart.bars.iter().any(|bar| bar.length > 0)).collect()
    }

    fn groups(&self) -> ReportChart {
        let mut groups: BTreeMap<GuestGroup, i64> = BTreeMap::new();
        // Who is in no group is counted after those who are in one.
        let mut others = 0;
        for guest in self.there() {
            match guest.record.guest_group {
                GuestGroup::None => others += 1,
                group => *groups.entry(group).or_default() += 1,
            }
        }
        let bars = groups.into_iter().map(|(group, number)| (group.label(), number));
        let bars = bars.chain((others > 0).then(|| (message("guests-other-groups"), others)));
        counted(message("chart-groups"), bars.map(|(label, number)| (words(label), number)))
    }

    fn guest_provinces(&self) -> ReportChart {
        let mut provinces: BTreeMap<&str, i64> = BTreeMap::new();
        for province in self.there().filter_map(|guest| self.provinces.get(&guest.id)) {
            *provinces.entry(province).or_default() += 1;
        }
        let mut bars: Vec<(&str, i64)> = provinces.into_iter().collect();
        bars.sort_by_cached_key(|(name, number)| (std::cmp::Reverse(*number), sort_key(name)));
        let mut bars: Vec<_> = bars.into_iter().map(|(name, number)| (text(name), number)).collect();
        if bars.len() > MOST_BARS {
            let rest = bars.split_off(MOST_BARS - 1);
            let others = message("chart-other-provinces").with("count", rest.len());
            bars.push((words(others), rest.iter().map(|(_, number)| number).sum()));
        }
        counted(message("chart-provinces"), bars)
    }

    fn hours(&self) -> ReportChart {
        let mut hours: BTreeMap<(i8, i8), i64> = BTreeMap::new();
        for time in self.present.values().filter_map(|at| office_time(*at)) {
            *hours.entry((time.hour(), time.minute() / 30 * 30)).or_default() += 1;
        }
        let hours = hours.into_iter();
        let bars = hours.map(|((hour, minute), number)| (text(&format!("{hour}h{minute:02}")), number));
        counted(message("chart-arrivals"), bars)
    }

    fn results(&self) -> ReportChart {
        let mut results: BTreeMap<MeetingResult, i64> = BTreeMap::new();
        for meeting in &self.meetings {
            *results.entry(meeting.result).or_default() += 1;
        }
        let bars = results.into_iter().map(|(result, number)| (words(result.label()), number));
        counted(message("chart-results"), bars)
    }

    /// Signed MoUs by trade: as long as their value, where any value is known, else as many as they are.
    fn trades(&self) -> ReportChart {
        let mut trades: BTreeMap<Trade, (i64, i64)> = BTreeMap::new();
        let mut others = (0, 0);
        for signed in self.signed() {
            let value = signed.mou.target_value.unwrap_or(0);
            let of = self.trades_of(signed);
            // Each MoU stands once, under its first trade, so that the bars add up.
            let entry = of.first().map_or(&mut others, |trade| trades.entry(*trade).or_default());
            *entry = (entry.0 + 1, entry.1 + value);
        }
        let mut bars: Vec<_> = trades.into_iter().map(|(trade, of)| (words(trade.label()), of)).collect();
        bars.sort_by_key(|(_, (number, value))| std::cmp::Reverse((*value, *number)));
        if others.0 > 0 {
            bars.push((words(message("report-no-trade")), others));
        }
        let any_value = bars.iter().any(|(_, (_, value))| *value > 0);
        let bars = bars.into_iter().map(|(label, (number, value))| {
            let mut said = vec![words(message("chart-mous").with("count", number))];
            if value > 0 {
                said.push(words(message("chart-millions").with("value", in_millions(value))));
            }
            let length = if any_value { in_millions(value) } else { number };
            ReportBar { label, length, value: Shown::Several(said, " · ") }
        });
        ReportChart { title: message("chart-trades"), bars: bars.collect(), whole: 0 }
    }
}

/// What was reached of what was planned.
fn planned(lines: &[Line], figures: &ConferenceFigures) -> ReportChart {
    let bars = lines.iter().filter_map(|line| {
        let planned = line.planned.filter(|planned| *planned > 0)?;
        let reached = line.reached(figures);
        let percent = per_hundred(reached, planned);
        let said = |value| if line.kind == Figure::Money { in_millions(value) } else { value };
        let value = message("chart-reached")
            .with("reached", said(reached))
            .with("planned", said(planned))
            .with("unit", line.unit.clone())
            .with("percent", percent);
        Some(ReportBar { label: words(line.label.clone()), length: percent, value: words(value) })
    });
    ReportChart { title: message("chart-planned"), bars: bars.collect(), whole: 100 }
}
