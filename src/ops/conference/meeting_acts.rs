//! What is done with the meetings of a conference: wishes gathered, the timetable made, a meeting moved, a
//! MoU begun from it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;

use super::meetings::{MeetingHall, proposals};
use crate::domain::{
    Answer, Clean as _, CodeSet, Conference, Id, IdSource, KeptMeeting, Meeting, MeetingPair, MeetingResult,
    MeetingRoom, MeetingSide, MeetingWish, Need, Offer, Organisation, OrganisationRole, Participation,
    ParticipationForm, Product, Record as _, RecordKind, Registration, Stored, Village, timetable,
};
use crate::error::{ErrorKind, Result};
use crate::i18n::message;
use crate::ops::{MouDraft, Outcome, mous};
use crate::problem::{Problem, blocks};
use crate::store::{Rows, Writer};
use crate::vietnamese::parse_integer;

/// So many products are named in a wish.
const NAMED: usize = 4;

/// A wish without whose it is.
#[derive(Default)]
struct Wanted {
    trades: CodeSet,
    quantity: Option<i64>,
    words: String,
}

/// Makes the wishes that registration forms and the register tell and nobody noted yet.
pub(super) fn gather(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    conference: Id<Conference>,
) -> Result<Outcome> {
    let rows = writer.rows();
    let noted = rows.children::<MeetingWish>("conference", conference.any())?;
    let mut known: BTreeSet<(Id<Organisation>, MeetingSide)> =
        noted.iter().filter_map(|stored| Some((stored.record.organisation?, stored.record.side))).collect();
    let mut found: Vec<(Id<Organisation>, MeetingSide, Wanted)> = Vec::new();
    // What a form says about its sides is the last word of that organisation.
    let mut told = BTreeSet::new();
    let mut invited = BTreeSet::new();
    for stored in rows.children::<Registration>("conference", conference.any())? {
        let record = &stored.record;
        let Some(organisation) = record.organisation else { continue };
        let needs = |need: Need| record.needs.0.contains(need.code());
        let buys = [Need::Buy, Need::Material, Need::Design, Need::Travel].into_iter().any(needs);
        let meets = record.forms.0.contains(ParticipationForm::B2b.code());
        if !(meets || buys || needs(Need::Sell)) {
            continue;
        }
        invited.insert(organisation);
        if buys || needs(Need::Sell) {
            told.insert(organisation);
        }
        let offers = rows.children::<Offer>("registration", stored.id.any())?;
        if needs(Need::Sell) || !offers.is_empty() {
            let wanted = offered(&offers);
            let wanted =
                if offers.is_empty() { made(rows, organisation)?.unwrap_or_default() } else { wanted };
            found.push((organisation, MeetingSide::Seller, wanted));
        }
        let wants = !record.wants.is_empty() || !record.wants_trades.0.is_empty();
        if buys || wants {
            let wanted = Wanted {
                trades: record.wants_trades.clone(),
                quantity: quantity_in(&record.wants_quantity),
                words: joined([record.wants.clone(), record.wants_quantity.clone()]),
            };
            found.push((organisation, MeetingSide::Buyer, wanted));
        }
    }
    for guest in rows.children::<Participation>("conference", conference.any())? {
        let record = guest.record;
        let meets =
            record.forms.0.contains(ParticipationForm::B2b.code()) && record.answer != Answer::Declined;
        invited.extend(record.organisation.filter(|_| meets));
    }
    for organisation in invited.difference(&told) {
        if let Some(wanted) = made(rows, *organisation)? {
            found.push((*organisation, MeetingSide::Seller, wanted));
        }
        if let Some(wanted) = sought(rows, *organisation)? {
            found.push((*organisation, MeetingSide::Buyer, wanted));
        }
    }
    for (organisation, side, Wanted { trades, quantity, words }) in found {
        let deleted = rows.is_deleted(RecordKind::Organisation, organisation.any())? != Some(false);
        if deleted || !known.insert((organisation, side)) {
            continue;
        }
        let wish = MeetingWish {
            conference: Some(conference),
            organisation: Some(organisation),
            side,
            trades,
            quantity,
            words,
            ..MeetingWish::default()
        };
        writer.insert(ids.make_id::<MeetingWish>(writer.at()), &wish.cleaned())?;
    }
    Ok(Outcome::default())
}

/// What the products of a form say.
fn offered(offers: &[Stored<Offer>]) -> Wanted {
    let mut wanted = Wanted::default();
    for Stored { record, .. } in offers {
        wanted.trades.0.extend(record.trades.0.iter().cloned());
        wanted.quantity = sum(wanted.quantity, record.capacity_per_month);
    }
    wanted.words = named(offers.iter().map(|offer| offer.record.name.as_str()));
    wanted
}

/// What an organisation makes, as its products and its village say; none for one that makes nothing.
fn made(rows: Rows<'_>, id: Id<Organisation>) -> Result<Option<Wanted>> {
    let Some(found) = rows.find(id)? else { return Ok(None) };
    let products = rows.children::<Product>("organisation", id.any())?;
    let makes = found.record.roles.0.contains(OrganisationRole::Producer.code());
    if !makes && products.is_empty() {
        return Ok(None);
    }
    let mut villages: BTreeSet<Id<Village>> = found.record.village.into_iter().collect();
    let mut wanted = Wanted::default();
    for Stored { record, .. } in &products {
        villages.extend(record.village);
        wanted.quantity = sum(wanted.quantity, record.capacity_per_month);
    }
    for village in villages {
        wanted.trades.0.extend(rows.get(village)?.record.trades.0);
    }
    wanted.words = named(products.iter().map(|product| product.record.name.as_str()));
    Ok(Some(wanted))
}

/// What an organisation looks for, as the register says; none for one that looks for nothing.
fn sought(rows: Rows<'_>, id: Id<Organisation>) -> Result<Option<Wanted>> {
    let Some(found) = rows.find(id)? else { return Ok(None) };
    let Organisation { roles, seeks, seeks_trades, seeks_quantity, .. } = found.record;
    let buyers = [
        OrganisationRole::Distributor,
        OrganisationRole::Supermarket,
        OrganisationRole::Travel,
        OrganisationRole::Exporter,
    ];
    let buys = buyers.iter().any(|role| roles.0.contains(role.code()));
    // Makers look for orders, too; that makes no buyer of them.
    let makes = roles.0.contains(OrganisationRole::Producer.code());
    if !buys && seeks_trades.0.is_empty() && (makes || seeks.is_empty()) {
        return Ok(None);
    }
    Ok(Some(Wanted {
        trades: seeks_trades,
        quantity: quantity_in(&seeks_quantity),
        words: joined([seeks, seeks_quantity]),
    }))
}

fn sum(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.saturating_add(other)),
        (one, other) => one.or(other),
    }
}

fn joined(parts: [String; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn named<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.take(NAMED).collect::<Vec<_>>().join(", ")
}

/// The first number of "500 bộ mỗi tháng".
fn quantity_in(words: &str) -> Option<i64> {
    let first = words.split(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != ',');
    let first = first.map(|part| part.trim_matches(['.', ','])).find(|part| !part.is_empty())?;
    parse_integer(first).ok().filter(|number| *number >= 0)
}

fn hall_of(rows: Rows<'_>, conference: Id<Conference>) -> Result<MeetingHall> {
    MeetingHall::of(&rows.get(conference)?.record).map_err(|_lacks| {
        ErrorKind::Invalid(vec![Problem::error("meeting_tables", message("meetings-no-hall"))]).into()
    })
}

/// Makes the timetable: each participant meets at most so many others. Meetings that are fixed or have a
/// result stay; of the others those go that found no place and say nothing of their own.
pub(super) fn make_timetable(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    conference: Id<Conference>,
    most: usize,
) -> Result<Outcome> {
    let rows = writer.rows();
    let hall = hall_of(rows, conference)?;
    let wishes = rows.children::<MeetingWish>("conference", conference.any())?;
    let proposed: Vec<MeetingPair> =
        proposals(rows, writer.places(), &wishes)?.iter().map(|pair| (pair.seller, pair.buyer)).collect();
    let of = |record: &Meeting| record.seller.zip(record.buyer);
    let (stay, loose): (Vec<_>, Vec<_>) = rows
        .children::<Meeting>("conference", conference.any())?
        .into_iter()
        .filter(|stored| of(&stored.record).is_some())
        .partition(|Stored { record, .. }| {
            record.fixed || record.result != MeetingResult::None || record.mou.is_some()
        });
    let kept = stay.iter().filter_map(|Stored { record, .. }| {
        let (table, slots) = (hall.table(record), hall.slots(record));
        Some(KeptMeeting { pair: of(record)?, table, slots })
    });
    let kept: Vec<KeptMeeting> = kept.collect();
    let mut seen: BTreeSet<MeetingPair> = kept.iter().map(|kept| kept.pair).collect();
    // What somebody put in by hand comes first; then the proposals in their order.
    let known: BTreeSet<MeetingPair> = proposed.iter().copied().collect();
    let by_hand = loose.iter().filter_map(|stored| of(&stored.record)).filter(|pair| !known.contains(pair));
    let wanted: Vec<MeetingPair> = by_hand.collect();
    let pairs: Vec<MeetingPair> =
        wanted.into_iter().chain(proposed).filter(|pair| seen.insert(*pair)).collect();
    let room = MeetingRoom { tables: hall.tables, slots: hall.starts.len(), most };
    let seats = timetable(&pairs, &kept, room);
    let mut loose_of: BTreeMap<MeetingPair, Vec<&Stored<Meeting>>> = BTreeMap::new();
    for stored in loose.iter().rev() {
        if let Some(pair) = of(&stored.record) {
            loose_of.entry(pair).or_default().push(stored);
        }
    }
    for (pair, seat) in pairs.iter().zip(seats) {
        let Some(seat) = seat else { continue };
        let placed = Meeting {
            table_number: i64::try_from(seat.table + 1).ok(),
            date: hall.starts.get(seat.slot).map(|start| start.date()),
            start: hall.starts.get(seat.slot).map(|start| start.time()),
            ..Meeting::default()
        };
        let there = loose_of.get_mut(pair).and_then(Vec::pop);
        if let Some(Stored { id, record, .. }) = there {
            let Meeting { table_number, date, start, .. } = placed;
            writer.update(*id, record, &Meeting { table_number, date, start, ..record.clone() })?;
        } else {
            let (seller, buyer) = (Some(pair.0), Some(pair.1));
            let meeting = Meeting { conference: Some(conference), seller, buyer, ..placed };
            writer.insert(ids.make_id::<Meeting>(writer.at()), &meeting)?;
        }
    }
    for Stored { id, record, .. } in loose_of.into_values().flatten() {
        let said = [&record.reason, &record.note, &record.next_step].iter().any(|words| !words.is_empty());
        let proposed = of(record).is_some_and(|pair| known.contains(&pair));
        if proposed && !said {
            writer.set_deleted(Meeting::KIND, id.any(), true)?;
        } else {
            let (table_number, date, start) = (None, None, None);
            writer.update(*id, record, &Meeting { table_number, date, start, ..record.clone() })?;
        }
    }
    Ok(Outcome::default())
}

/// A meeting by hand: a new one, or one that goes to another table or time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedMeeting {
    /// The conference.
    pub conference: Id<Conference>,
    /// The meeting; none for a new one.
    pub meeting: Option<Id<Meeting>>,
    /// Who sells and who buys.
    pub pair: MeetingPair,
    /// The table, from 1.
    pub table: i64,
    /// When it begins.
    pub start: DateTime,
}

/// Puts a meeting where somebody wants it; from then on it stays there. Refused where one of the two or the
/// table is taken.
pub(super) fn place(writer: &mut Writer<'_>, ids: &mut IdSource, placed: &PlacedMeeting) -> Result<Outcome> {
    let rows = writer.rows();
    let hall = hall_of(rows, placed.conference)?;
    let put = |before: Meeting| Meeting {
        table_number: Some(placed.table),
        date: Some(placed.start.date()),
        start: Some(placed.start.time()),
        fixed: true,
        ..before
    };
    let before = placed.meeting.map(|id| rows.get(id)).transpose()?;
    let after = put(before.as_ref().map_or_else(
        || Meeting {
            conference: Some(placed.conference),
            seller: Some(placed.pair.0),
            buyer: Some(placed.pair.1),
            ..Meeting::default()
        },
        |stored| stored.record.clone(),
    ));
    let mut problems = after.check();
    let slots = hall.slots(&after);
    for Stored { id, record, .. } in rows.children::<Meeting>("conference", placed.conference.any())? {
        let others = hall.slots(&record);
        if Some(id) == placed.meeting || slots.end <= others.start || others.end <= slots.start {
            continue;
        }
        if record.table_number == after.table_number {
            problems.push(Problem::error("table_number", message("meetings-table-taken")));
        }
        for who in [record.seller, record.buyer].into_iter().flatten() {
            if [after.seller, after.buyer].contains(&Some(who)) {
                let name = rows.get(who)?.record.short().to_owned();
                problems.push(Problem::error("start", message("meetings-taken").with("name", name)));
            }
        }
    }
    if blocks(&problems) {
        return Err(ErrorKind::Invalid(problems).into());
    }
    let id = if let Some(stored) = before {
        writer.update(stored.id, &stored.record, &after)?;
        stored.id
    } else {
        let id = ids.make_id::<Meeting>(writer.at());
        writer.insert(id, &after)?;
        id
    };
    Ok(Outcome { id: Some(id.any()), ..Outcome::default() })
}

/// Begins the MoU that came of a meeting.
pub(super) fn begin_mou(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    meeting: Id<Meeting>,
    draft: &MouDraft,
) -> Result<Outcome> {
    let outcome = mous::save(writer, ids, None, draft)?;
    let before = writer.rows().get(meeting)?.record;
    let after = Meeting { mou: outcome.id.map(Id::from_any), result: MeetingResult::Mou, ..before.clone() };
    writer.update(meeting, &before, &after)?;
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_the_first_number_of_what_is_said() {
        assert_eq!(quantity_in("khoảng 1.200 bộ mỗi tháng, 3 đợt"), Some(1_200));
        assert_eq!(quantity_in("500 bộ/tháng."), Some(500));
        assert_eq!(quantity_in("càng nhiều càng tốt"), None);
        assert_eq!(quantity_in(""), None);
    }
}
