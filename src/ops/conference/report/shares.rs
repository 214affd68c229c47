//! B5: what came from each province and from each trade.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Event, count};
use super::{ReportTable, money_known, percent};
use crate::domain::{Booth, Trade};
use crate::i18n::{Message, message};
use crate::ops::Shown;
use crate::ops::shown::text;
use crate::vietnamese::sort_key;

/// What is counted for a province or a trade.
#[derive(Default)]
struct Line {
    villages: i64,
    organisations: i64,
    booths: i64,
    mous: i64,
    value: i64,
    under_way: i64,
}

impl Line {
    fn cells(&self, name: Shown) -> Vec<Shown> {
        vec![
            name,
            Shown::Number(self.villages),
            Shown::Number(self.organisations),
            Shown::Number(self.booths),
            Shown::Number(self.mous),
            money_known(self.value),
            if self.mous > 0 { percent(self.under_way, self.mous) } else { Shown::Empty },
        ]
    }
}

/// Lines by what they are counted for; what belongs to nothing known is counted for itself.
struct Lines<K> {
    known: BTreeMap<K, Line>,
    unknown: Line,
}

impl<K: Ord> Lines<K> {
    fn add(&mut self, keys: impl IntoIterator<Item = K>, add: impl Fn(&mut Line)) {
        let mut found = false;
        for key in keys {
            found = true;
            add(self.known.entry(key).or_default());
        }
        if !found {
            add(&mut self.unknown);
        }
    }
}

/// A province with the key by which it stands in Vietnamese order.
type Place<'n> = (Vec<u8>, &'n str);

/// A province, unless it is not known.
fn known(name: &str) -> Option<Place<'_>> {
    (!name.is_empty()).then(|| (sort_key(name), name))
}

impl Event {
    /// B5 by province. A MoU is counted for the province of each of its parties, its value for Party A's.
    pub(super) fn by_province(&self) -> ReportTable {
        let mut lines: Lines<Place<'_>> = Lines { known: BTreeMap::new(), unknown: Line::default() };
        for home in self.villages.values() {
            lines.add(known(&home.province), |line| line.villages += 1);
        }
        for (_, firm) in self.firms_there() {
            lines.add(known(&firm.province), |line| line.organisations += 1);
        }
        for stand in &self.booths {
            lines.add(known(self.province_of(&stand.booth)), |line| line.booths += 1);
        }
        for signed in self.signed() {
            let provinces = signed.parties.iter().filter_map(|seat| known(&seat.province));
            let moves_on = i64::from(signed.mou.state.moves_on());
            lines.add(provinces.collect::<BTreeSet<_>>(), |line| {
                line.mous += 1;
                line.under_way += moves_on;
            });
            let first = signed.parties.first().and_then(|seat| known(&seat.province));
            lines.add(first, |line| line.value += signed.mou.target_value.unwrap_or(0));
        }
        self.shares(
            ("B5a", message("report-b5"), message("field-province")),
            lines,
            (|(_, name)| text(name), message("report-no-province")),
            message("report-b5-rule"),
        )
    }

    /// B5 by trade. What belongs to several trades is counted for each, a value for the first of them.
    pub(super) fn by_trade(&self) -> ReportTable {
        let mut lines: Lines<Trade> = Lines { known: BTreeMap::new(), unknown: Line::default() };
        for home in self.villages.values() {
            lines.add(home.trades.iter().copied(), |line| line.villages += 1);
        }
        for (_, firm) in self.firms_there() {
            lines.add(firm.trades.iter().copied(), |line| line.organisations += 1);
        }
        for stand in &self.booths {
            lines.add(self.trades_of_booth(&stand.booth), |line| line.booths += 1);
        }
        for signed in self.signed() {
            let trades = self.trades_of(signed);
            let moves_on = i64::from(signed.mou.state.moves_on());
            lines.add(trades.iter().copied(), |line| {
                line.mous += 1;
                line.under_way += moves_on;
            });
            lines.add(trades.first().copied(), |line| line.value += signed.mou.target_value.unwrap_or(0));
        }
        self.shares(
            ("B5b", message("report-b5-trades"), message("column-trade")),
            lines,
            (|trade| Shown::Words(vec![trade.label()]), message("report-no-trade")),
            message("report-b5-trades-rule"),
        )
    }

    /// The trades of a booth: of its village, else of its organisation.
    fn trades_of_booth(&self, booth: &Booth) -> BTreeSet<Trade> {
        let village = booth.village.and_then(|id| self.villages.get(&id)).map(|home| &home.trades);
        let firm = booth.organisation.and_then(|id| self.firms.get(&id)).map(|firm| &firm.trades);
        village.filter(|trades| !trades.is_empty()).or(firm).cloned().unwrap_or_default()
    }

    /// The lines as a table, with what is counted once as its sum.
    fn shares<K>(
        &self,
        (code, title, column): (&'static str, Message, Message),
        lines: Lines<K>,
        (name, nowhere): (impl Fn(K) -> Shown, Message),
        rule: Message,
    ) -> ReportTable {
        let unknown = lines.unknown.cells(Shown::Words(vec![nowhere]));
        let mut rows: Vec<Vec<Shown>> =
            lines.known.into_iter().map(|(key, line)| line.cells(name(key))).collect();
        if unknown.iter().skip(1).any(|cell| !matches!(cell, Shown::Empty | Shown::Number(0))) {
            rows.push(unknown);
        }
        let sum = rows.len() > 1;
        if sum {
            let figures = self.figures();
            let whole = Line {
                villages: figures.villages,
                organisations: figures.organisations,
                booths: figures.booths,
                mous: figures.mous,
                value: figures.value,
                under_way: count(self.signed().filter(|signed| signed.mou.state.moves_on()).count()),
            };
            rows.push(whole.cells(Shown::Words(vec![message("column-total")])));
        }
        ReportTable {
            code,
            title,
            columns: vec![
                (column, 22.0),
                (message("column-villages"), 12.0),
                (message("column-organisations"), 12.0),
                (message("column-booths"), 12.0),
                (message("column-mous"), 12.0),
                (message("column-value-millions"), 16.0),
                (message("column-under-way"), 14.0),
            ],
            rows,
            sum,
            across: false,
            rule: Some(rule),
        }
    }
}
