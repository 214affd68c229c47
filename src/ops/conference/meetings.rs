//! Meetings of sellers and buyers at a conference: what both want, who should meet, who meets when.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time};

use super::guests::title_of;
use crate::domain::{
    Certificate, CodeSet, Conference, Id, MatchReason, Meeting, MeetingParticipant, MeetingProposal,
    MeetingSeat, MeetingSide, MeetingWish, Mou, MouParty, MouState, Organisation, Participation, Person,
    Product, RecordKind, Stored, either_way, meeting_proposals,
};
use crate::error::Result;
use crate::i18n::{Language, Message, field_label, message};
use crate::ops::Query;
use crate::places::{CommuneCode, Places};
use crate::store::{Rows, Store};
use crate::vietnamese::{show_time, sort_key};

/// No hall has more tables, no day more slots: keeps a slip of the keyboard from filling the memory.
const MOST: i64 = 500;
/// No fair lasts longer, in days.
const MOST_DAYS: usize = 14;

/// Tables and slots of the meetings, as the conference says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingHall {
    /// How long a meeting takes, in minutes.
    pub minutes: i64,
    /// How long it takes to another table and the next meeting, in minutes.
    pub pause: i64,
    /// How many tables there are.
    pub tables: usize,
    /// When each slot begins, day after day.
    pub starts: Vec<DateTime>,
}

impl MeetingHall {
    /// The hall of a conference; else what its form has to say first.
    pub fn of(conference: &Conference) -> std::result::Result<Self, Vec<Message>> {
        let Conference { from_date, meeting_tables, meeting_minutes, meeting_from, meeting_to, .. } =
            conference;
        let tables = meeting_tables.filter(|tables| (1..=MOST).contains(tables));
        let minutes = meeting_minutes.filter(|minutes| *minutes > 0);
        let lacks = [
            (from_date.is_some(), "from_date"),
            (tables.is_some(), "meeting_tables"),
            (minutes.is_some(), "meeting_minutes"),
            (meeting_from.is_some(), "meeting_from"),
            (meeting_to.is_some(), "meeting_to"),
        ];
        let lacks = || lacks.iter().filter(|(said, _)| !said).map(|(_, field)| field_label(field)).collect();
        let (Some(first), Some(tables), Some(minutes), Some(from), Some(to)) =
            (*from_date, tables, minutes, *meeting_from, *meeting_to)
        else {
            return Err(lacks());
        };
        let length = minutes_of_day(to) - minutes_of_day(from);
        let pause = conference.meeting_break.unwrap_or(0).max(0);
        // After the last one nobody has to go anywhere.
        let count = (length.saturating_add(pause) / minutes.saturating_add(pause)).min(MOST);
        let count = usize::try_from(count).unwrap_or_default();
        let start = |slot: usize| {
            let after = i64::try_from(slot).ok()?.checked_mul(minutes.checked_add(pause)?)?;
            from.checked_add(after.minutes()).ok()
        };
        let hours: Vec<Time> = (0..count).map_while(start).collect();
        let days = conference.meeting_days.and_then(|days| usize::try_from(days).ok()).unwrap_or(1);
        let days = conference.days().take(days.min(MOST_DAYS));
        let on = |day: Date| hours.iter().map(move |hour| day.to_datetime(*hour));
        let mut starts: Vec<DateTime> = days.flat_map(on).collect();
        // A last day before the first one is told by the form; meetings have their first day all the same.
        if starts.is_empty() {
            starts.extend(on(first));
        }
        if starts.is_empty() {
            return Err(vec![field_label("meeting_to")]);
        }
        Ok(Self { minutes, pause, tables: usize::try_from(tables).unwrap_or(1), starts })
    }

    /// The slots a meeting takes, with the way to the next one; none when it is at another time or day.
    pub fn slots(&self, meeting: &Meeting) -> std::ops::Range<usize> {
        let Some(start) = self.start_of(meeting) else { return 0..0 };
        let begins = minutes_of_day(start.time());
        let takes = self.minutes.saturating_add(self.pause);
        let overlaps = |slot: &DateTime| {
            let on = minutes_of_day(slot.time());
            let meet = on < begins.saturating_add(takes) && begins < on.saturating_add(takes);
            slot.date() == start.date() && meet
        };
        let first = self.starts.iter().position(overlaps).unwrap_or(0);
        let count = self.starts.iter().filter(|slot| overlaps(slot)).count();
        first..first + count
    }

    /// When a meeting begins; one without a day is on the first.
    fn start_of(&self, meeting: &Meeting) -> Option<DateTime> {
        let day = meeting.date.or_else(|| self.starts.first().map(|first| first.date()))?;
        Some(day.to_datetime(meeting.start?))
    }

    /// The table of a meeting, from 0; none when the hall has no such table.
    pub fn table(&self, meeting: &Meeting) -> Option<usize> {
        let table = usize::try_from(meeting.table_number?).ok()?.checked_sub(1)?;
        (table < self.tables).then_some(table)
    }

    /// Where a meeting stands in the timetable.
    pub fn seat(&self, meeting: &Meeting) -> Option<MeetingSeat> {
        let table = self.table(meeting)?;
        let slot = self.slots(meeting).start;
        let start = self.start_of(meeting)?;
        (self.starts.get(slot) == Some(&start)).then_some(MeetingSeat { slot, table })
    }

    /// When a slot begins and ends: "8h30 – 8h50"; where there are several days with the day before it.
    pub fn hours(&self, slot: usize, language: Language) -> String {
        let Some(start) = self.starts.get(slot) else { return String::new() };
        let end = start.time().wrapping_add(self.minutes.minutes());
        let hours = format!("{} – {}", show_time(start.time(), language), show_time(end, language));
        match self.day(slot) {
            Some(day) => message("meetings-on-day").with("day", day).with("hours", hours).text(language),
            None => hours,
        }
    }

    /// The day of a slot, where there are several days: "18/12".
    pub fn day(&self, slot: usize) -> Option<Message> {
        let day = |start: &DateTime| start.date();
        let of = self.starts.get(slot).map(day)?;
        let several = self.starts.first().map(day) != self.starts.last().map(day);
        several.then(|| {
            message("meetings-day").with("day", i64::from(of.day())).with("month", i64::from(of.month()))
        })
    }
}

fn minutes_of_day(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}

/// Asks for the meetings of a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConferenceMeetings {
    /// The conference.
    pub conference: Id<Conference>,
}

/// Who comes for an organisation, for the printed timetable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingDelegate {
    /// "Ông", "Bà" and the name.
    pub name: String,
    /// The position, as it stands on the badge.
    pub title: String,
}

/// An organisation that meets others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeetingFirm {
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// Where it is.
    pub commune: Option<CommuneCode>,
    /// Who comes for it.
    pub delegates: Vec<MeetingDelegate>,
    /// How many meetings it has that have their place.
    pub meetings: usize,
}

/// A wish with what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct WishLine {
    /// The wish.
    pub id: Id<MeetingWish>,
    /// Its fields.
    pub record: MeetingWish,
    /// With how many others it is proposed.
    pub proposals: usize,
}

/// A meeting with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingLine {
    /// The meeting.
    pub id: Id<Meeting>,
    /// Its fields.
    pub record: Meeting,
    /// Where it stands in the timetable; none while it has no place there.
    pub seat: Option<MeetingSeat>,
    /// The slots it takes.
    pub slots: std::ops::Range<usize>,
    /// Why the two should meet.
    pub reasons: Vec<MatchReason>,
    /// The MoU that came of it, with what lists call it and how far it is.
    pub mou: Option<(Id<Mou>, String, MouState)>,
}

/// Why a pair has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// In no slot both are free.
    NoSlot,
    /// Where both are free, all tables are taken.
    NoTable,
}

impl NoPlace {
    /// The reason in words.
    pub fn words(self) -> Message {
        match self {
            Self::NoSlot => message("meetings-no-slot"),
            Self::NoTable => message("meetings-no-table"),
        }
    }
}

/// The meetings of a conference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeetingsAnswer {
    /// Tables and slots.
    pub hall: Option<MeetingHall>,
    /// What the form of the conference has to say before there is a hall.
    pub lacks: Vec<Message>,
    /// Everybody who wishes for meetings or has one.
    pub firms: BTreeMap<Id<Organisation>, MeetingFirm>,
    /// The wishes: sellers, then buyers, each by name.
    pub wishes: Vec<WishLine>,
    /// The meetings by time and table; those without a place stand last.
    pub meetings: Vec<MeetingLine>,
    /// The slots of meetings of somebody who is busy then, or at a table that is taken; and who or which.
    pub twice: Vec<(usize, Message)>,
    /// Each participant by name with the places of its meetings in that list.
    pub by_firm: Vec<(Id<Organisation>, usize)>,
    /// Pairs that should meet and have no meeting yet, the best first; each with the first place that is free
    /// for it, or why there is none.
    pub open: Vec<(MeetingProposal, std::result::Result<MeetingSeat, NoPlace>)>,
}

impl MeetingsAnswer {
    /// What an organisation is called in short.
    pub fn short(&self, id: Option<Id<Organisation>>) -> &str {
        id.and_then(|id| self.firms.get(&id)).map_or("", |firm| firm.short.as_str())
    }

    /// "HTX Phú Vinh – Siêu thị Sao Việt".
    pub fn pair(&self, seller: Option<Id<Organisation>>, buyer: Option<Id<Organisation>>) -> String {
        format!("{} – {}", self.short(seller), self.short(buyer))
    }

    /// The meetings at a place; more than one where something was booked twice.
    pub fn at(&self, seat: MeetingSeat) -> impl Iterator<Item = &MeetingLine> {
        self.meetings.iter().filter(move |line| line.seat == Some(seat))
    }

    /// Who is busy, so that these two cannot meet there; the meeting itself does not count.
    pub fn busy(
        &self,
        meeting: Option<Id<Meeting>>,
        pair: (Option<Id<Organisation>>, Option<Id<Organisation>>),
        seat: MeetingSeat,
    ) -> Option<Message> {
        let hall = self.hall.as_ref()?;
        let others = || {
            let others = self.meetings.iter().filter(move |line| Some(line.id) != meeting);
            others.filter(move |line| line.slots.contains(&seat.slot))
        };
        if let Some(line) = others().find(|line| hall.table(&line.record) == Some(seat.table)) {
            let names = self.pair(line.record.seller, line.record.buyer);
            return Some(message("meetings-busy-table").with("table", seat.table + 1).with("pair", names));
        }
        for line in others() {
            let there = [line.record.seller, line.record.buyer];
            if let Some(who) = [pair.0, pair.1].into_iter().find(|who| there.contains(who)) {
                let other = there.into_iter().find(|other| *other != who).flatten();
                let table = line.record.table_number.map(|table| table.to_string()).unwrap_or_default();
                return Some(
                    message("meetings-busy")
                        .with("name", self.short(who))
                        .with("other", self.short(other))
                        .with("table", table),
                );
            }
        }
        None
    }

    /// Who meets two at once, and which tables are taken twice, with the hour.
    pub fn conflicts(&self, language: Language) -> Vec<String> {
        let Some(hall) = &self.hall else { return Vec::new() };
        let words = |(slot, busy): &(usize, Message)| {
            format!("{}: {}", hall.hours(*slot, language), busy.text(language))
        };
        self.twice.iter().map(words).collect()
    }

    fn find_conflicts(&mut self) {
        let twice = self.meetings.iter().filter_map(|line| {
            let seat = line.seat?;
            let busy = self.busy(Some(line.id), (line.record.seller, line.record.buyer), seat)?;
            Some((seat.slot, busy))
        });
        self.twice = twice.collect();
    }

    /// Works out for each open pair where it could be.
    fn find_places(&mut self) {
        let Some(hall) = &self.hall else { return };
        let slots = hall.starts.len();
        let mut busy: BTreeMap<Id<Organisation>, Vec<bool>> = BTreeMap::new();
        let mut tables = vec![vec![false; hall.tables]; slots];
        for line in &self.meetings {
            for slot in line.slots.clone() {
                for who in [line.record.seller, line.record.buyer].into_iter().flatten() {
                    let theirs = busy.entry(who).or_insert_with(|| vec![false; slots]);
                    theirs.get_mut(slot).into_iter().for_each(|taken| *taken = true);
                }
                let place = hall.table(&line.record).and_then(|table| tables.get_mut(slot)?.get_mut(table));
                if let Some(taken) = place {
                    *taken = true;
                }
            }
        }
        let free: Vec<Option<usize>> =
            tables.iter().map(|tables| tables.iter().position(|taken| !taken)).collect();
        for (pair, place) in &mut self.open {
            let is_busy =
                |who, slot: usize| busy.get(who).is_some_and(|slots| slots.get(slot) == Some(&true));
            *place = Err(NoPlace::NoSlot);
            for (slot, table) in free.iter().enumerate() {
                if is_busy(&pair.seller, slot) || is_busy(&pair.buyer, slot) {
                    continue;
                }
                if let Some(table) = table {
                    *place = Ok(MeetingSeat { slot, table: *table });
                    break;
                }
                *place = Err(NoPlace::NoTable);
            }
        }
    }
}

impl Query for ConferenceMeetings {
    type Answer = MeetingsAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![
            K::Conference,
            K::MeetingWish,
            K::Meeting,
            K::Organisation,
            K::Certificate,
            K::Product,
            K::Mou,
            K::MouParty,
            K::Participation,
            K::Person,
            K::Position,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<MeetingsAnswer> {
        let rows = store.rows();
        let conference = rows.get(self.conference)?.record;
        let mut answer = MeetingsAnswer::default();
        match MeetingHall::of(&conference) {
            Ok(hall) => answer.hall = Some(hall),
            Err(lacks) => answer.lacks = lacks,
        }
        let wishes = rows.children::<MeetingWish>("conference", self.conference.any())?;
        let proposals = proposals(rows, store.places(), &wishes)?;
        let mut known: BTreeMap<(Id<Organisation>, Id<Organisation>), MeetingProposal> =
            proposals.iter().map(|pair| ((pair.seller, pair.buyer), pair.clone())).collect();
        let mut counts: BTreeMap<(MeetingSide, Id<Organisation>), usize> = BTreeMap::new();
        for pair in &proposals {
            *counts.entry((MeetingSide::Seller, pair.seller)).or_default() += 1;
            *counts.entry((MeetingSide::Buyer, pair.buyer)).or_default() += 1;
        }
        for Stored { id, record, .. } in wishes {
            let partners = [record.organisation, record.partner];
            for who in partners.into_iter().flatten() {
                firm(rows, &mut answer.firms, who)?;
            }
            let key = record.organisation.map(|who| (record.side, who));
            let proposals = key.and_then(|key| counts.get(&key)).copied().unwrap_or(0);
            answer.wishes.push(WishLine { id, record, proposals });
        }
        for Stored { id, record, .. } in rows.children::<Meeting>("conference", self.conference.any())? {
            for who in [record.seller, record.buyer].into_iter().flatten() {
                firm(rows, &mut answer.firms, who)?;
            }
            let pair = record.seller.zip(record.buyer);
            let reasons = pair.and_then(|pair| known.remove(&pair)).map(|pair| pair.reasons);
            let hall = answer.hall.as_ref();
            let seat = hall.and_then(|hall| hall.seat(&record));
            let slots = hall.map_or(0..0, |hall| hall.slots(&record));
            let mou = rows.linked(record.mou)?.map(|mou| {
                let Mou { number, subject, state, .. } = mou.record;
                (mou.id, if number.is_empty() { subject } else { number }, state)
            });
            if seat.is_some() {
                for who in [record.seller, record.buyer].into_iter().flatten() {
                    answer.firms.entry(who).or_default().meetings += 1;
                }
            }
            let reasons = reasons.unwrap_or_default();
            answer.meetings.push(MeetingLine { id, record, seat, slots, reasons, mou });
        }
        answer.meetings.sort_by_key(|line| (line.seat.is_none(), line.seat, line.id));
        let firms = &answer.firms;
        let by_name = |id: Option<Id<Organisation>>| {
            sort_key(id.and_then(|id| firms.get(&id)).map_or("", |firm| firm.name.as_str()))
        };
        answer
            .wishes
            .sort_by_cached_key(|line| (line.record.side, by_name(line.record.organisation), line.id));
        for (place, line) in answer.meetings.iter().enumerate() {
            let both = [line.record.seller, line.record.buyer].into_iter().flatten();
            answer.by_firm.extend(both.map(|who| (who, place)));
        }
        answer.by_firm.sort_by_cached_key(|(who, place)| (by_name(Some(*who)), *who, *place));
        answer.open = proposals
            .into_iter()
            .filter(|pair| known.contains_key(&(pair.seller, pair.buyer)))
            .map(|pair| (pair, Err(NoPlace::NoSlot)))
            .collect();
        answer.find_places();
        answer.find_conflicts();
        let guests = rows.children::<Participation>("conference", self.conference.any())?;
        for Stored { record, .. } in guests {
            let Some(firm) = record.organisation.and_then(|id| answer.firms.get_mut(&id)) else { continue };
            if !record.is_expected() {
                continue;
            }
            let Some(person) = rows.linked::<Person>(record.person)? else { continue };
            let name = format!("{} {}", person.record.polite(), person.record.full_name);
            let title = title_of(rows, &record, conference.day())?;
            firm.delegates.push(MeetingDelegate { name: name.trim().to_owned(), title });
        }
        Ok(answer)
    }
}

fn firm(
    rows: Rows<'_>,
    firms: &mut BTreeMap<Id<Organisation>, MeetingFirm>,
    id: Id<Organisation>,
) -> Result<()> {
    if let std::collections::btree_map::Entry::Vacant(place) = firms.entry(id) {
        let found = rows.find(id)?.map(|stored| stored.record).unwrap_or_default();
        place.insert(MeetingFirm {
            short: found.short().to_owned(),
            name: found.name,
            commune: found.commune,
            ..MeetingFirm::default()
        });
    }
    Ok(())
}

/// The pairs that should meet, of all wishes of a conference.
pub(super) fn proposals(
    rows: Rows<'_>,
    places: &Places,
    wishes: &[Stored<MeetingWish>],
) -> Result<Vec<MeetingProposal>> {
    let mut participants: BTreeMap<(MeetingSide, Id<Organisation>), MeetingParticipant> = BTreeMap::new();
    for Stored { record, .. } in wishes {
        let Some(organisation) = record.organisation else { continue };
        let key = (record.side, organisation);
        if let Some(known) = participants.get_mut(&key) {
            // Several wishes of one: all trades and partners; any place where one of them says so.
            known.trades.0.extend(record.trades.0.iter().cloned());
            if record.provinces.0.is_empty() {
                known.provinces = CodeSet::default();
            } else if !known.provinces.0.is_empty() {
                known.provinces.0.extend(record.provinces.0.iter().cloned());
            }
            known.quantity = known.quantity.max(record.quantity);
            known.partners.extend(record.partner);
            continue;
        }
        let found = rows.find(organisation)?.map(|stored| stored.record).unwrap_or_default();
        let province = found.commune.and_then(|code| places.province_of(code));
        let participant = MeetingParticipant {
            organisation,
            side: record.side,
            trades: record.trades.clone(),
            provinces: record.provinces.clone(),
            quantity: record.quantity,
            partners: record.partner.into_iter().collect(),
            province: province.map(|province| province.code),
            certified: record.side == MeetingSide::Seller && certified(rows, organisation, &found)?,
        };
        participants.insert(key, participant);
    }
    let everybody: BTreeSet<Id<Organisation>> = participants.keys().map(|(_, id)| *id).collect();
    let signed = signed(rows, &everybody)?;
    let participants: Vec<MeetingParticipant> = participants.into_values().collect();
    Ok(meeting_proposals(&participants, &signed))
}

/// Whether it, its village or one of its products holds a title or certificate.
fn certified(rows: Rows<'_>, id: Id<Organisation>, record: &Organisation) -> Result<bool> {
    if !rows.children::<Certificate>("organisation", id.any())?.is_empty() {
        return Ok(true);
    }
    if let Some(village) = record.village
        && !rows.children::<Certificate>("village", village.any())?.is_empty()
    {
        return Ok(true);
    }
    for product in rows.children::<Product>("organisation", id.any())? {
        if !rows.children::<Certificate>("product", product.id.any())?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Which of them have a MoU with one another whose text is final.
fn signed(
    rows: Rows<'_>,
    everybody: &BTreeSet<Id<Organisation>>,
) -> Result<BTreeSet<(Id<Organisation>, Id<Organisation>)>> {
    let mut parties: BTreeMap<Id<Mou>, Vec<Id<Organisation>>> = BTreeMap::new();
    for id in everybody {
        for party in rows.children::<MouParty>("organisation", id.any())? {
            if let Some(mou) = party.record.mou {
                parties.entry(mou).or_default().push(*id);
            }
        }
    }
    let mut signed = BTreeSet::new();
    for (mou, parties) in parties {
        let deleted = rows.is_deleted(RecordKind::Mou, mou.any())? != Some(false);
        if deleted || parties.len() < 2 || rows.get(mou)?.record.state == MouState::Draft {
            continue;
        }
        for (place, one) in parties.iter().enumerate() {
            signed.extend(parties.iter().skip(place + 1).map(|other| either_way(*one, *other)));
        }
    }
    Ok(signed)
}
