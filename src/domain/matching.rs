//! Who should meet whom at a conference: sellers and buyers paired by what both want, each pair with its
//! points and the reasons for them.

use std::collections::BTreeSet;

use super::record::CodeSet;
use super::{Id, MeetingSide, Organisation, Trade};
use crate::i18n::{Language, message};
use crate::places::{Places, ProvinceCode};

/// An organisation on one side of the meetings, with all it wants there.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingParticipant {
    /// The organisation.
    pub organisation: Id<Organisation>,
    /// Its side.
    pub side: MeetingSide,
    /// Codes of the trades it makes or looks for; none means any.
    pub trades: CodeSet,
    /// Codes of the provinces it wants partners from; none means any.
    pub provinces: CodeSet,
    /// Units a month it can make, or needs.
    pub quantity: Option<i64>,
    /// Whom it asked for.
    pub partners: BTreeSet<Id<Organisation>>,
    /// Where it is.
    pub province: Option<ProvinceCode>,
    /// It, its village or one of its products holds a title or certificate.
    pub certified: bool,
}

/// Why two should meet, or why others come first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MatchReason {
    /// They asked for each other.
    Mutual,
    /// The seller asked for the buyer.
    SellerAsked,
    /// The buyer asked for the seller.
    BuyerAsked,
    /// The seller makes what the buyer looks for.
    Trades(Vec<Trade>),
    /// One of them named no trade.
    OpenTrades,
    /// One of them is in a province the other wants.
    ProvinceWanted(ProvinceCode),
    /// One of them is not in a province the other wants.
    ProvinceOther(ProvinceCode),
    /// The seller can make as much as the buyer needs.
    Enough,
    /// The seller can make so many percent of it.
    Partly(i64),
    /// The seller holds a title or certificate.
    Certified,
    /// A MoU stands between them already.
    Partners,
}

impl MatchReason {
    /// What it adds to the points of a pair, or takes away.
    pub fn points(&self) -> i64 {
        match self {
            Self::Mutual => 60,
            Self::SellerAsked | Self::BuyerAsked => 40,
            Self::Trades(trades) => i64::try_from(trades.len()).map_or(30, |count| (15 + 5 * count).min(30)),
            Self::OpenTrades => 5,
            Self::ProvinceWanted(_) | Self::Enough => 15,
            Self::Partly(_) => 7,
            Self::Certified => 10,
            Self::ProvinceOther(_) => -10,
            Self::Partners => -25,
        }
    }

    /// The reason in words.
    pub fn text(&self, language: Language, places: &Places) -> String {
        let place = |code: &ProvinceCode| {
            let province = places.province(*code);
            province.map(|province| province.short_name(language)).unwrap_or_default()
        };
        let words = match self {
            Self::Mutual => message("match-mutual"),
            Self::SellerAsked => message("match-seller-asked"),
            Self::BuyerAsked => message("match-buyer-asked"),
            Self::Trades(trades) => {
                let names: Vec<String> = trades.iter().map(|trade| trade.label().text(language)).collect();
                message("match-trades").with("trades", names.join(", "))
            }
            Self::OpenTrades => message("match-open-trades"),
            Self::ProvinceWanted(code) => message("match-province").with("province", place(code)),
            Self::ProvinceOther(code) => message("match-province-other").with("province", place(code)),
            Self::Enough => message("match-enough"),
            Self::Partly(percent) => message("match-partly").with("percent", *percent),
            Self::Certified => message("match-certified"),
            Self::Partners => message("match-partners"),
        };
        words.text(language)
    }
}

/// A pair that should meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingProposal {
    /// Who sells.
    pub seller: Id<Organisation>,
    /// Who buys.
    pub buyer: Id<Organisation>,
    /// Sum of the points of the reasons.
    pub score: i64,
    /// The reasons, the weightiest first.
    pub reasons: Vec<MatchReason>,
}

/// Two organisations in whichever order.
pub fn either_way(one: Id<Organisation>, other: Id<Organisation>) -> (Id<Organisation>, Id<Organisation>) {
    if one <= other { (one, other) } else { (other, one) }
}

/// The pairs that should meet, the best first: those that asked for one another, and those with a trade in
/// common or with no trade named. `signed` are those with a MoU, as [`either_way`] orders them.
pub fn meeting_proposals(
    participants: &[MeetingParticipant],
    signed: &BTreeSet<(Id<Organisation>, Id<Organisation>)>,
) -> Vec<MeetingProposal> {
    let of = |side| participants.iter().filter(move |participant| participant.side == side);
    let mut all: Vec<MeetingProposal> = of(MeetingSide::Seller)
        .flat_map(|seller| of(MeetingSide::Buyer).filter_map(|buyer| proposal(seller, buyer, signed)))
        .collect();
    all.sort_by_key(|pair| (std::cmp::Reverse(pair.score), pair.seller, pair.buyer));
    all
}

fn proposal(
    seller: &MeetingParticipant,
    buyer: &MeetingParticipant,
    signed: &BTreeSet<(Id<Organisation>, Id<Organisation>)>,
) -> Option<MeetingProposal> {
    if seller.organisation == buyer.organisation {
        return None;
    }
    let mut reasons = Vec::new();
    let asked =
        (seller.partners.contains(&buyer.organisation), buyer.partners.contains(&seller.organisation));
    reasons.extend(match asked {
        (true, true) => Some(MatchReason::Mutual),
        (true, false) => Some(MatchReason::SellerAsked),
        (false, true) => Some(MatchReason::BuyerAsked),
        (false, false) => None,
    });
    if seller.trades.0.is_empty() || buyer.trades.0.is_empty() {
        reasons.push(MatchReason::OpenTrades);
    } else {
        let common = seller.trades.0.intersection(&buyer.trades.0);
        let trades: Vec<Trade> = common.filter_map(|code| Trade::from_code(code)).collect();
        if !trades.is_empty() {
            reasons.push(MatchReason::Trades(trades));
        } else if reasons.is_empty() {
            return None;
        }
    }
    // A maker from where the buyer looks counts before a buyer from where the maker looks.
    let places = [(seller, buyer), (buyer, seller)].map(|(one, other)| {
        let code = one.province.filter(|_| !other.provinces.0.is_empty())?;
        Some((code, other.provinces.0.contains(&code.to_string())))
    });
    let places = || places.iter().flatten();
    if let Some((code, _)) = places().find(|(_, wanted)| *wanted) {
        reasons.push(MatchReason::ProvinceWanted(*code));
    } else if let Some((code, _)) = places().next() {
        reasons.push(MatchReason::ProvinceOther(*code));
    }
    if let (Some(made), Some(needed)) = (seller.quantity, buyer.quantity)
        && made > 0
        && needed > 0
    {
        let percent = made.saturating_mul(100) / needed;
        reasons.push(if made >= needed { MatchReason::Enough } else { MatchReason::Partly(percent.max(1)) });
    }
    if seller.certified {
        reasons.push(MatchReason::Certified);
    }
    if signed.contains(&either_way(seller.organisation, buyer.organisation)) {
        reasons.push(MatchReason::Partners);
    }
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.points()));
    let score = reasons.iter().map(MatchReason::points).sum();
    Some(MeetingProposal { seller: seller.organisation, buyer: buyer.organisation, score, reasons })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::IdSource;

    fn ids(count: usize) -> Vec<Id<Organisation>> {
        let mut source = IdSource::new([7; 16]);
        (0..count).map(|_| source.make_id(1)).collect()
    }

    fn wants(organisation: Id<Organisation>, side: MeetingSide, trades: &[&str]) -> MeetingParticipant {
        MeetingParticipant {
            organisation,
            side,
            trades: CodeSet::of(trades.iter().copied()),
            provinces: CodeSet::default(),
            quantity: None,
            partners: BTreeSet::new(),
            province: None,
            certified: false,
        }
    }

    #[test]
    fn pairs_are_ranked_by_reasons_that_are_told() {
        let ids = ids(4);
        let hanoi = ProvinceCode::parse("01");
        let mut seller = wants(ids[0], MeetingSide::Seller, &["gom-su", "may-tre-dan"]);
        seller.province = hanoi;
        seller.quantity = Some(300);
        seller.certified = true;
        let mut good = wants(ids[1], MeetingSide::Buyer, &["may-tre-dan"]);
        good.provinces = CodeSet::of(["01"]);
        good.quantity = Some(400);
        let mut other = wants(ids[2], MeetingSide::Buyer, &["muoi"]);
        let all = |other: &MeetingParticipant, signed: &BTreeSet<_>| {
            meeting_proposals(&[seller.clone(), good.clone(), other.clone()], signed)
        };
        let found = all(&other, &BTreeSet::new());
        assert_eq!(found.len(), 1, "nothing in common and nobody asked");
        assert_eq!(found[0].score, 20 + 15 + 10 + 7);
        let told: Vec<String> =
            found[0].reasons.iter().map(|reason| reason.text(Language::Vi, Places::built_in())).collect();
        assert!(told.iter().any(|words| words.contains("75")), "{told:?}");
        assert!(told.iter().any(|words| words.contains("Hà Nội")), "{told:?}");
        // Asked for: meets though the trades differ; and those who signed already come later.
        other.partners.insert(ids[0]);
        let signed = BTreeSet::from([either_way(ids[1], ids[0])]);
        let found = all(&other, &signed);
        assert_eq!(found[0].buyer, ids[2]);
        assert_eq!(found[0].reasons.first(), Some(&MatchReason::BuyerAsked));
        assert!(found[1].reasons.contains(&MatchReason::Partners));
        assert_eq!(found[1].score, 52 - 25);
    }

    #[test]
    fn nobody_is_paired_with_itself_and_no_trade_means_any() {
        let ids = ids(2);
        let both = [
            wants(ids[0], MeetingSide::Seller, &["gom-su"]),
            wants(ids[0], MeetingSide::Buyer, &["gom-su"]),
            wants(ids[1], MeetingSide::Buyer, &[]),
        ];
        let found = meeting_proposals(&both, &BTreeSet::new());
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].buyer, &found[0].reasons[..]), (ids[1], &[MatchReason::OpenTrades][..]));
    }
}
