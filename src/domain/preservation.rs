//! Preservation of a village's craft (tình trạng bảo tồn): what was found on a day, and the state that
//! follows from it, with the reasons in words.
//!
//! No law sets a measure for a craft in danger; Decree 52/2018/NĐ-CP, article 3, only speaks of crafts "có
//! nguy cơ bị mai một, thất truyền". The limits below are the program's own, stand in the manual, and are
//! always shown together with the figures they were applied to.

use super::record::{codes, record};
use super::{Id, Village};
use crate::i18n::{Message, message};
use crate::vietnamese::PartialDate;

codes! {
    /// How the demand for a village's products develops.
    Demand, "demand" {
        /// Nobody has said.
        #[default]
        Unknown = "unknown",
        /// Rises.
        Rising = "rising",
        /// Stays.
        Steady = "steady",
        /// Falls.
        Falling = "falling",
        /// Nobody buys any more.
        Gone = "gone",
    }
}

record! {
    /// What was found in a village on one day; several over time.
    Preservation {
        /// The village.
        village: Option<Id<Village>>,
        /// When.
        date: Option<PartialDate>,
        /// Artisans who practise.
        practising: Option<i64>,
        /// Of them older than sixty.
        over_sixty: Option<i64>,
        /// Apprentices and successors.
        successors: Option<i64>,
        /// Households still in the trade.
        craft_households: Option<i64>,
        /// Demand.
        demand: Demand,
        /// What threatens the craft.
        threats: String,
        /// What was done or is planned.
        measures: String,
        /// Who assessed.
        assessor: String,
        /// Invented for the sample book.
        invented: bool,
        /// Remark of the office.
        note: String,
    }
}

codes! {
    /// How a village's craft is doing.
    Vitality, "vitality" {
        /// Too little is known to say.
        #[default]
        Unknown = "unknown",
        /// Nguy cấp: the craft ends with the people who practise it now.
        Critical = "critical",
        /// Có nguy cơ.
        AtRisk = "at_risk",
        /// Ổn định.
        Stable = "stable",
        /// Đang phát triển.
        Developing = "developing",
    }
}

impl Vitality {
    /// Whether the village belongs on the page of those to be preserved.
    pub fn needs_care(self) -> bool {
        matches!(self, Self::Critical | Self::AtRisk)
    }
}

/// What is known of a village's craft, gathered from the register.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CraftFacts {
    /// Findings, the newest first.
    pub findings: Vec<Preservation>,
    /// Artisans of the village in the register who practise.
    pub practising: i64,
    /// Of them those whose year of birth is known.
    pub ages_known: i64,
    /// Of these older than sixty this year.
    pub over_sixty: i64,
    /// Apprentices of the village's artisans in the register, living ones.
    pub apprentices: i64,
    /// Households in the trade as the village's record says.
    pub households: Option<i64>,
    /// MoUs that are signed and have not ended.
    pub mous: i64,
    /// Outlets and markets where its products are sold now.
    pub placements: i64,
    /// What these sell in a year, in đồng.
    pub sales: i64,
}

/// Which way a reason points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// Speaks for the craft.
    Good,
    /// Neither.
    Neutral,
    /// Is a concern of this weight: 1 or 2.
    Concern(i64),
}

/// One reason in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which way it points.
    pub bearing: Bearing,
    /// The figure in words.
    pub words: Message,
}

/// The state of a village's craft with its reasons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The state.
    pub vitality: Vitality,
    /// Why, concerns first.
    pub reasons: Vec<Reason>,
    /// The craft's strength from 0 to 100: what the page of villages to be preserved is drawn by; `None` when
    /// too little is known.
    pub strength: Option<i64>,
}

/// A craft with so few practising artisans is a grave concern.
const FEW: i64 = 3;
/// So few are a concern.
const SOME: i64 = 10;
/// So many years of birth of a village's artisans speak for the village.
const ENOUGH_AGES: i64 = 5;
/// The sum of concerns from which a craft is critical.
const CRITICAL: i64 = 4;
/// The sum of concerns from which a craft is at risk.
const AT_RISK: i64 = 2;

/// The state of a craft and why.
pub fn assess(facts: &CraftFacts) -> Assessment {
    let mut reasons = Vec::new();
    let mut add = |bearing, words| reasons.push(Reason { bearing, words });
    let newest = facts.findings.first();
    let found = |value: fn(&Preservation) -> Option<i64>| facts.findings.iter().find_map(value);
    let practising = found(|finding| finding.practising);
    if let Some(count) = practising {
        let bearing = match () {
            () if count <= FEW => Bearing::Concern(2),
            () if count <= SOME => Bearing::Concern(1),
            () => Bearing::Neutral,
        };
        let words = if count == 0 { message("reason-nobody") } else { message("reason-practising") };
        add(bearing, words.with("count", count));
    }
    // The share of the old: as found, else by the years of birth in the register, if these are many enough
    // to speak for the village.
    let share = match (found(|finding| finding.over_sixty), practising) {
        (Some(old), Some(all)) if all > 0 => Some((old, all)),
        _ => (facts.ages_known >= ENOUGH_AGES).then_some((facts.over_sixty, facts.ages_known)),
    };
    if let Some((old, all)) = share {
        let bearing = match old * 100 / all {
            75.. => Bearing::Concern(2),
            50..75 => Bearing::Concern(1),
            ..=25 => Bearing::Good,
            _ => Bearing::Neutral,
        };
        add(bearing, message("reason-old").with("count", old).with("all", all));
    }
    let successors =
        found(|finding| finding.successors).or((facts.apprentices > 0).then_some(facts.apprentices));
    if let Some(count) = successors {
        let bearing = match practising {
            _ if count == 0 => Bearing::Concern(2),
            Some(all) if count * 4 < all => Bearing::Concern(1),
            _ => Bearing::Good,
        };
        let words = if count == 0 { message("reason-no-successors") } else { message("reason-successors") };
        add(bearing, words.with("count", count));
    }
    if let Some((bearing, words)) = households(facts) {
        add(bearing, words);
    }
    if let Some(finding) = newest {
        let bearing = match finding.demand {
            Demand::Unknown => None,
            Demand::Rising => Some(Bearing::Good),
            Demand::Steady => Some(Bearing::Neutral),
            Demand::Falling => Some(Bearing::Concern(1)),
            Demand::Gone => Some(Bearing::Concern(2)),
        };
        if let Some(bearing) = bearing {
            add(bearing, message("reason-demand").with("demand", finding.demand.label()));
        }
    }
    let known = !reasons.is_empty() && (newest.is_some() || facts.ages_known >= ENOUGH_AGES);
    // A register is no census: how many of a village's artisans stand in it says nothing against the craft.
    if practising.is_none() && facts.practising > 0 {
        let words =
            message("reason-registered").with("count", facts.practising).with("old", facts.over_sixty);
        reasons.push(Reason { bearing: Bearing::Neutral, words });
    }
    if facts.mous > 0 {
        reasons
            .push(Reason { bearing: Bearing::Good, words: message("reason-mous").with("count", facts.mous) });
    }
    if facts.placements > 0 {
        let words = message("reason-placements").with("count", facts.placements);
        reasons.push(Reason { bearing: Bearing::Good, words });
    }
    let weight = |reason: &Reason| if let Bearing::Concern(weight) = reason.bearing { weight } else { 0 };
    let concern: i64 = reasons.iter().map(weight).sum();
    let good = i64::try_from(reasons.iter().filter(|reason| reason.bearing == Bearing::Good).count())
        .unwrap_or(i64::MAX);
    let vitality = match concern {
        _ if !known => Vitality::Unknown,
        _ if practising == Some(0) => Vitality::Critical,
        CRITICAL.. => Vitality::Critical,
        AT_RISK.. => Vitality::AtRisk,
        0 if good > 1 => Vitality::Developing,
        _ => Vitality::Stable,
    };
    reasons.sort_by_key(|reason| (reason.bearing == Bearing::Good, -weight(reason)));
    let strength = known.then(|| (60 - concern * 12 + good * 10).clamp(0, 100));
    Assessment { vitality, reasons, strength }
}

/// How the number of households in the trade developed since the oldest finding that tells it.
fn households(facts: &CraftFacts) -> Option<(Bearing, Message)> {
    let mut told =
        facts.findings.iter().filter_map(|finding| Some((finding.date, finding.craft_households?)));
    let (_, now) = told.next().or(facts.households.map(|households| (None, households)))?;
    let words = message("reason-households").with("now", now);
    let Some((since, before)) = told.next_back().filter(|(_, before)| *before > 0) else {
        return Some((Bearing::Neutral, words));
    };
    let bearing = match (now - before) * 100 / before {
        ..=-50 => Bearing::Concern(2),
        -49..=-20 => Bearing::Concern(1),
        10.. => Bearing::Good,
        _ => Bearing::Neutral,
    };
    let since = since.map_or_else(String::new, |date| date.year().to_string());
    let words =
        message("reason-households-since").with("now", now).with("before", before).with("since", since);
    Some((bearing, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(
        year: &str,
        practising: i64,
        over_sixty: i64,
        successors: i64,
        households: i64,
    ) -> Preservation {
        Preservation {
            date: PartialDate::from_iso(year),
            practising: Some(practising),
            over_sixty: Some(over_sixty),
            successors: Some(successors),
            craft_households: Some(households),
            ..Preservation::default()
        }
    }

    fn state(findings: Vec<Preservation>) -> Vitality {
        assess(&CraftFacts { findings, ..CraftFacts::default() }).vitality
    }

    #[test]
    fn nothing_known_says_nothing() {
        let assessment = assess(&CraftFacts::default());
        assert_eq!(assessment, Assessment::default());
        // A contract alone does not tell how the craft is doing.
        let sold = CraftFacts { mous: 2, placements: 1, ..CraftFacts::default() };
        assert_eq!(assess(&sold).vitality, Vitality::Unknown);
    }

    #[test]
    fn states_follow_from_people_successors_and_households() {
        assert_eq!(
            state(vec![finding("2026", 40, 8, 30, 200), finding("2020", 38, 8, 20, 150)]),
            Vitality::Developing
        );
        assert_eq!(state(vec![finding("2026", 40, 16, 8, 200)]), Vitality::Stable);
        assert_eq!(state(vec![finding("2026", 12, 8, 2, 40)]), Vitality::AtRisk);
        assert_eq!(
            state(vec![finding("2026", 2, 2, 0, 2), finding("2000", 30, 5, 10, 60)]),
            Vitality::Critical
        );
        assert_eq!(state(vec![finding("2026", 0, 0, 5, 0)]), Vitality::Critical);
    }

    #[test]
    fn every_state_but_unknown_has_a_reason_and_concerns_come_first() {
        let facts = CraftFacts {
            findings: vec![Preservation {
                practising: Some(2),
                over_sixty: Some(2),
                ..Preservation::default()
            }],
            mous: 1,
            ..CraftFacts::default()
        };
        let assessment = assess(&facts);
        assert_eq!(assessment.vitality, Vitality::Critical);
        let bearings: Vec<_> = assessment.reasons.iter().map(|reason| reason.bearing).collect();
        assert_eq!(bearings, [Bearing::Concern(2), Bearing::Concern(2), Bearing::Good]);
    }

    #[test]
    fn few_artisans_in_the_register_are_no_verdict_and_are_still_told() {
        let facts = CraftFacts { practising: 3, ages_known: 3, over_sixty: 3, ..CraftFacts::default() };
        let assessment = assess(&facts);
        assert_eq!(assessment.vitality, Vitality::Unknown);
        assert_eq!(assessment.reasons.len(), 1);
        // Many years of birth do speak.
        let facts = CraftFacts { practising: 8, ages_known: 8, over_sixty: 7, ..CraftFacts::default() };
        assert_eq!(assess(&facts).vitality, Vitality::AtRisk);
    }

    #[test]
    fn more_people_or_more_successors_never_make_it_worse() {
        for practising in 0..30 {
            for successors in 0..30 {
                let now = assess(&CraftFacts {
                    findings: vec![finding("2026", practising, 0, successors, 20)],
                    ..CraftFacts::default()
                });
                let more = assess(&CraftFacts {
                    findings: vec![finding("2026", practising, 0, successors + 1, 20)],
                    ..CraftFacts::default()
                });
                assert!(more.strength >= now.strength, "{practising} {successors}");
            }
        }
    }
}
