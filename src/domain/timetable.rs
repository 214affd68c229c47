//! Which pairs meet when and at which table (lịch kết nối).
//!
//! First the pairs are chosen: in rounds, so that everybody has a first meeting before others have a second,
//! within a round the best pairs first. Then each gets a slot, which is a colouring of edges: where no slot is
//! free for both, two slots change places along the chain of meetings that stands in the way. So nearly
//! everything that was chosen finds its place; at last what is still free is filled. The way from one table to
//! another lies between the slots, which the hall holds apart; and a buyer stays at its table as long as it can,
//! so that most have no way at all.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Id, Organisation};

/// Seller and buyer.
pub type MeetingPair = (Id<Organisation>, Id<Organisation>);

/// Where and when a meeting is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct MeetingSeat {
    /// The slot, from 0.
    pub slot: usize,
    /// The table, from 0.
    pub table: usize,
}

/// A meeting that stays where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptMeeting {
    /// Who meets.
    pub pair: MeetingPair,
    /// The table, where it is one of the hall.
    pub table: Option<usize>,
    /// The slots it takes; none when it is at another time.
    pub slots: Range<usize>,
}

/// Tables and slots of a hall, and how many meetings one participant has at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingRoom {
    /// Tables.
    pub tables: usize,
    /// Slots.
    pub slots: usize,
    /// Most meetings of one participant.
    pub most: usize,
}

/// So often no way is found to rearrange before only free places are filled: keeps the time within bounds.
const TRIES: usize = 2_000;

/// Gives the pairs, the best first, their places; none to those that find none. The same pairs always get the
/// same places. A pair that is kept is not to be among them.
pub fn timetable(pairs: &[MeetingPair], kept: &[KeptMeeting], room: MeetingRoom) -> Vec<Option<MeetingSeat>> {
    let mut plan = Plan::new(pairs, kept, room);
    plan.choose();
    let chosen: Vec<usize> = (0..pairs.len()).filter(|pair| plan.taken(*pair)).collect();
    for pair in chosen {
        if !plan.place(pair) {
            plan.drop_pair(pair);
        }
    }
    plan.fill();
    plan.seats(kept, room.tables)
}

/// What somebody does in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Busy {
    Free,
    Kept,
    With(usize),
}

#[derive(Default)]
struct Node {
    /// Pairs it is in, the best first.
    pairs: Vec<usize>,
    /// By slot.
    busy: Vec<Busy>,
    /// Meetings it has or will have.
    count: usize,
    /// Meetings it can have at most.
    most: usize,
}

struct Plan {
    nodes: Vec<Node>,
    /// The two nodes of each pair.
    ends: Vec<(usize, usize)>,
    taken: Vec<bool>,
    slot: Vec<Option<usize>>,
    /// Free tables of each slot, without what is placed.
    tables: Vec<usize>,
    /// Pairs placed in each slot.
    load: Vec<usize>,
    most: usize,
    /// How many pairs can be taken in all, and how many are.
    capacity: usize,
    total: usize,
    failures: usize,
}

/// Meetings that change their slots with one another.
struct Chain {
    pairs: Vec<usize>,
    /// Of them, so many are in the first of the two slots.
    first: usize,
    nodes: BTreeSet<usize>,
}

#[expect(clippy::indexing_slicing, reason = "all indices are places in the plan's own lists")]
impl Plan {
    fn new(pairs: &[MeetingPair], kept: &[KeptMeeting], room: MeetingRoom) -> Self {
        let everybody = pairs.iter().chain(kept.iter().map(|kept| &kept.pair));
        let everybody: BTreeSet<Id<Organisation>> = everybody.flat_map(|pair| [pair.0, pair.1]).collect();
        let number: BTreeMap<Id<Organisation>, usize> =
            everybody.into_iter().enumerate().map(|(place, id)| (id, place)).collect();
        let of = |pair: &MeetingPair| {
            let number = |id| number.get(id).copied().unwrap_or_default();
            (number(&pair.0), number(&pair.1))
        };
        let node = || Node { busy: vec![Busy::Free; room.slots], ..Node::default() };
        let mut nodes: Vec<Node> = number.iter().map(|_| node()).collect();
        let mut full = vec![BTreeSet::new(); room.slots];
        for meeting in kept {
            let (seller, buyer) = of(&meeting.pair);
            for end in [seller, buyer] {
                nodes[end].count += 1;
            }
            for slot in meeting.slots.clone().filter(|slot| *slot < room.slots) {
                nodes[seller].busy[slot] = Busy::Kept;
                nodes[buyer].busy[slot] = Busy::Kept;
                full[slot].extend(meeting.table.filter(|table| *table < room.tables));
            }
        }
        for node in &mut nodes {
            let free = node.busy.iter().filter(|busy| **busy == Busy::Free).count();
            node.most = room.most.min(node.count + free);
        }
        let ends: Vec<(usize, usize)> = pairs.iter().map(of).collect();
        for (pair, (seller, buyer)) in ends.iter().enumerate() {
            nodes[*seller].pairs.push(pair);
            nodes[*buyer].pairs.push(pair);
        }
        let tables: Vec<usize> = full.iter().map(|full| room.tables - full.len()).collect();
        Self {
            nodes,
            taken: vec![false; ends.len()],
            slot: vec![None; ends.len()],
            ends,
            capacity: tables.iter().sum(),
            load: vec![0; tables.len()],
            tables,
            most: room.most,
            total: 0,
            failures: 0,
        }
    }

    fn taken(&self, pair: usize) -> bool {
        self.taken[pair]
    }

    fn take(&mut self, pair: usize) {
        let (seller, buyer) = self.ends[pair];
        self.taken[pair] = true;
        self.total += 1;
        self.nodes[seller].count += 1;
        self.nodes[buyer].count += 1;
    }

    fn drop_pair(&mut self, pair: usize) {
        let (seller, buyer) = self.ends[pair];
        self.taken[pair] = false;
        self.total -= 1;
        self.nodes[seller].count -= 1;
        self.nodes[buyer].count -= 1;
    }

    fn other_end(&self, pair: usize, node: usize) -> usize {
        let (seller, buyer) = self.ends[pair];
        if seller == node { buyer } else { seller }
    }

    fn has_room(&self, pair: usize) -> bool {
        let (seller, buyer) = self.ends[pair];
        let free = |node: usize| self.nodes[node].count < self.nodes[node].most;
        !self.taken[pair] && self.total < self.capacity && free(seller) && free(buyer)
    }

    /// Chooses the pairs that shall meet.
    fn choose(&mut self) {
        let waiting = self.nodes.iter().filter(|node| node.count == 0 && !node.pairs.is_empty()).count();
        if self.capacity < waiting {
            // Not everybody can meet: better two that have nobody than one of them.
            self.round(|seller, buyer| seller == 0 && buyer == 0);
        }
        for number in 1..=self.most {
            self.round(|seller, buyer| seller < number || buyer < number);
            if number == 1 {
                for node in 0..self.nodes.len() {
                    if self.nodes[node].count == 0 && self.nodes[node].most > 0 {
                        self.make_way(node, &mut BTreeSet::new());
                    }
                }
            }
            if self.total >= self.capacity {
                break;
            }
        }
    }

    fn round(&mut self, wanted: impl Fn(usize, usize) -> bool) {
        for pair in 0..self.ends.len() {
            let (seller, buyer) = self.ends[pair];
            if wanted(self.nodes[seller].count, self.nodes[buyer].count) && self.has_room(pair) {
                self.take(pair);
            }
        }
    }

    /// Gives somebody without a meeting one that another can do without, or can replace.
    fn make_way(&mut self, node: usize, seen: &mut BTreeSet<usize>) -> bool {
        let pairs = self.nodes[node].pairs.clone();
        for pair in &pairs {
            if self.has_room(*pair) {
                self.take(*pair);
                return true;
            }
        }
        for pair in pairs {
            let partner = self.other_end(pair, node);
            if self.nodes[partner].most == 0 || !seen.insert(partner) {
                continue;
            }
            let theirs = self.nodes[partner].pairs.iter().rev().copied();
            let theirs: Vec<usize> = theirs.filter(|pair| self.taken[*pair]).collect();
            let spare = |plan: &Self, pair: usize| plan.nodes[plan.other_end(pair, partner)].count > 1;
            if let Some(given) = theirs.iter().copied().find(|pair| spare(self, *pair)) {
                self.drop_pair(given);
                self.take(pair);
                return true;
            }
            for given in theirs {
                let third = self.other_end(given, partner);
                self.drop_pair(given);
                self.take(pair);
                if self.make_way(third, seen) {
                    return true;
                }
                self.drop_pair(pair);
                self.take(given);
            }
        }
        false
    }

    fn set(&mut self, pair: usize, slot: usize) {
        let (seller, buyer) = self.ends[pair];
        self.nodes[seller].busy[slot] = Busy::With(pair);
        self.nodes[buyer].busy[slot] = Busy::With(pair);
        self.slot[pair] = Some(slot);
        self.load[slot] += 1;
    }

    fn is_free(&self, node: usize, slot: usize) -> bool {
        self.nodes[node].busy[slot] == Busy::Free
    }

    /// Puts a pair into the first slot in which both and a table are free.
    fn place_free(&mut self, pair: usize) -> bool {
        let (seller, buyer) = self.ends[pair];
        let slot = (0..self.load.len()).find(|slot| {
            self.load[*slot] < self.tables[*slot] && self.is_free(seller, *slot) && self.is_free(buyer, *slot)
        });
        if let Some(slot) = slot {
            self.set(pair, slot);
        }
        slot.is_some()
    }

    /// Puts a pair into a slot, rearranging others if it must.
    fn place(&mut self, pair: usize) -> bool {
        if self.place_free(pair) {
            return true;
        }
        if self.failures >= TRIES {
            return false;
        }
        let placed = self.place_at_freed_table(pair) || self.place_in_freed_slot(pair);
        self.failures += usize::from(!placed);
        placed
    }

    /// Both are free, but no table is: a meeting of that slot goes to another one.
    fn place_at_freed_table(&mut self, pair: usize) -> bool {
        let (seller, buyer) = self.ends[pair];
        let slots = 0..self.load.len();
        for full in slots.clone().filter(|slot| self.tables[*slot] > 0) {
            if !(self.is_free(seller, full) && self.is_free(buyer, full)) {
                continue;
            }
            let there = self.nodes.iter().filter_map(|node| match node.busy[full] {
                Busy::With(pair) => Some(pair),
                Busy::Free | Busy::Kept => None,
            });
            let there: BTreeSet<usize> = there.collect();
            for other in slots.clone().filter(|slot| self.load[*slot] < self.tables[*slot]) {
                for start in &there {
                    let (one, two) = self.ends[*start];
                    let chain = self.chain(one, full, other).zip(self.chain(two, full, other));
                    let Some((mut chain, rest)) = chain else { continue };
                    for more in rest.pairs {
                        if !chain.pairs.contains(&more) {
                            chain.first += usize::from(self.slot[more] == Some(full));
                            chain.pairs.push(more);
                        }
                    }
                    chain.nodes.extend(rest.nodes);
                    let shorter = 2 * chain.first == chain.pairs.len() + 1;
                    if shorter && !chain.nodes.contains(&seller) && !chain.nodes.contains(&buyer) {
                        self.exchange(&chain.pairs, full, other);
                        self.set(pair, full);
                        return true;
                    }
                }
            }
        }
        false
    }

    /// No slot is free for both: the buyer's meetings change slots along a chain that does not reach the seller.
    fn place_in_freed_slot(&mut self, pair: usize) -> bool {
        let (seller, buyer) = self.ends[pair];
        let slots = 0..self.load.len();
        for wanted in slots.clone().filter(|slot| self.is_free(seller, *slot)) {
            for other in slots.clone().filter(|slot| *slot != wanted && self.is_free(buyer, *slot)) {
                let Some(chain) = self.chain(buyer, wanted, other) else { continue };
                if chain.nodes.contains(&seller) {
                    continue;
                }
                let (first, second) = (chain.first, chain.pairs.len() - chain.first);
                let fits = self.load[wanted] + second < self.tables[wanted] + first
                    && self.load[other] + first <= self.tables[other] + second;
                if fits {
                    self.exchange(&chain.pairs, wanted, other);
                    self.set(pair, wanted);
                    return true;
                }
            }
        }
        false
    }

    /// The meetings that hang together from a node on, in turn in the first and in the second slot; none
    /// where one of them is kept, or where they come back.
    fn chain(&self, from: usize, first: usize, second: usize) -> Option<Chain> {
        let mut chain = Chain { pairs: Vec::new(), first: 0, nodes: BTreeSet::from([from]) };
        let (mut node, mut slot) = (from, first);
        loop {
            match self.nodes[node].busy[slot] {
                Busy::Kept => return None,
                Busy::Free => {
                    // What it does in the other slot is the meeting it was reached by, or kept.
                    let back = if slot == first { second } else { first };
                    let kept = self.nodes[node].busy[back] == Busy::Kept;
                    return (!kept).then_some(chain);
                }
                Busy::With(pair) => {
                    chain.first += usize::from(slot == first);
                    chain.pairs.push(pair);
                    node = self.other_end(pair, node);
                    if !chain.nodes.insert(node) {
                        return None;
                    }
                    slot = if slot == first { second } else { first };
                }
            }
        }
    }

    /// Exchanges two slots for these meetings.
    fn exchange(&mut self, pairs: &[usize], one: usize, two: usize) {
        let mut moved = Vec::new();
        for pair in pairs {
            let Some(slot) = self.slot[*pair] else { continue };
            let (seller, buyer) = self.ends[*pair];
            self.nodes[seller].busy[slot] = Busy::Free;
            self.nodes[buyer].busy[slot] = Busy::Free;
            self.load[slot] -= 1;
            moved.push((*pair, if slot == one { two } else { one }));
        }
        for (pair, slot) in moved {
            self.set(pair, slot);
        }
    }

    /// Uses what is still free, again in rounds.
    fn fill(&mut self) {
        let mut failed = BTreeSet::new();
        for number in 1..=self.most {
            for pair in 0..self.ends.len() {
                let (seller, buyer) = self.ends[pair];
                let next = self.nodes[seller].count < number || self.nodes[buyer].count < number;
                if next && !failed.contains(&pair) && self.has_room(pair) {
                    if self.place(pair) {
                        self.take(pair);
                    } else {
                        failed.insert(pair);
                    }
                }
            }
        }
        // Later exchanges may have made a place for one that had none.
        for pair in 0..self.ends.len() {
            if self.has_room(pair) && self.place_free(pair) {
                self.take(pair);
            }
        }
    }

    /// The tables: a buyer stays where it was, else a seller, else the first that is free.
    fn seats(&self, kept: &[KeptMeeting], tables: usize) -> Vec<Option<MeetingSeat>> {
        let mut seats = vec![None; self.ends.len()];
        let mut last: Vec<Option<usize>> = vec![None; self.nodes.len()];
        for slot in 0..self.load.len() {
            let taken = kept.iter().filter(|kept| kept.slots.contains(&slot)).filter_map(|kept| kept.table);
            let mut full: BTreeSet<usize> = taken.collect();
            let mut waiting: Vec<usize> =
                (0..self.ends.len()).filter(|pair| self.slot[*pair] == Some(slot)).collect();
            for which in 0..3 {
                waiting.retain(|pair| {
                    let (seller, buyer) = self.ends[*pair];
                    let table = match which {
                        0 => last[buyer],
                        1 => last[seller],
                        _ => (0..tables).find(|table| !full.contains(table)),
                    };
                    let Some(table) = table.filter(|table| full.insert(*table)) else { return true };
                    last[buyer] = Some(table);
                    last[seller] = Some(table);
                    seats[*pair] = Some(MeetingSeat { slot, table });
                    false
                });
            }
        }
        seats
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{IdSource, Random};

    fn ids(count: usize) -> Vec<Id<Organisation>> {
        let mut source = IdSource::new([7; 16]);
        (0..count).map(|_| source.make_id(1)).collect()
    }

    /// Everybody of the first with everybody of the second.
    fn all(sellers: &[Id<Organisation>], buyers: &[Id<Organisation>]) -> Vec<MeetingPair> {
        sellers.iter().flat_map(|seller| buyers.iter().map(|buyer| (*seller, *buyer))).collect()
    }

    fn placed(seats: &[Option<MeetingSeat>]) -> usize {
        seats.iter().flatten().count()
    }

    #[test]
    fn a_full_house_finds_all_its_places() {
        // Seven sellers meet seven buyers in seven slots at seven tables: only a Latin square does it.
        let ids = ids(14);
        let pairs = all(&ids[..7], &ids[7..]);
        let room = MeetingRoom { tables: 7, slots: 7, most: 7 };
        assert_eq!(placed(&timetable(&pairs, &[], room)), 49);
        // With fewer tables every one of them is used in every slot.
        let room = MeetingRoom { tables: 3, slots: 9, most: 7 };
        assert_eq!(placed(&timetable(&pairs, &[], room)), 27);
    }

    #[test]
    fn everybody_has_a_first_meeting_before_others_have_many() {
        let ids = ids(6);
        // The best pairs are all those of one seller.
        let mut pairs = all(&ids[..1], &ids[3..]);
        pairs.extend(all(&ids[1..3], &ids[3..4]));
        let room = MeetingRoom { tables: 1, slots: 3, most: 2 };
        let seats = timetable(&pairs, &[], room);
        let meets = |id: usize| {
            let with = pairs.iter().zip(&seats).filter(|(_, seat)| seat.is_some());
            with.filter(|(pair, _)| pair.0 == ids[id] || pair.1 == ids[id]).count()
        };
        assert_eq!(placed(&seats), 3);
        assert!((0..3).all(|seller| meets(seller) == 1), "{seats:?}");
    }

    #[test]
    fn what_is_kept_stays_and_a_meeting_makes_way_for_somebody_without_one() {
        let ids = ids(4);
        // Seller 0 could meet both buyers and takes the better one; seller 1 only that one.
        let pairs = [(ids[0], ids[2]), (ids[0], ids[3]), (ids[1], ids[2])];
        let room = MeetingRoom { tables: 2, slots: 3, most: 1 };
        let seats = timetable(&pairs, &[], room);
        assert_eq!(seats.iter().map(Option::is_some).collect::<Vec<_>>(), [false, true, true]);
        let kept = [KeptMeeting { pair: (ids[1], ids[3]), table: Some(0), slots: 0..1 }];
        let room = MeetingRoom { tables: 1, slots: 2, most: 3 };
        let seats = timetable(&pairs, &kept, room);
        assert_eq!(placed(&seats), 1);
        assert_eq!(seats.iter().flatten().next(), Some(&MeetingSeat { slot: 1, table: 0 }));
    }

    #[test]
    fn nobody_and_no_table_is_booked_twice_whatever_is_wished() {
        let mut random = Random::new(26);
        for _ in 0..300 {
            let ids = ids(2 + random.below(14));
            let mut pairs: Vec<MeetingPair> = Vec::new();
            for _ in 0..random.below(60) {
                let pair = (ids[random.below(ids.len())], ids[random.below(ids.len())]);
                if pair.0 != pair.1 && !pairs.contains(&pair) {
                    pairs.push(pair);
                }
            }
            let room =
                MeetingRoom { tables: random.below(5), slots: random.below(8), most: 1 + random.below(6) };
            // Some stay where an earlier timetable put them.
            let before = timetable(&pairs, &[], room);
            let mut kept = Vec::new();
            let mut seats = Vec::new();
            let mut open = Vec::new();
            for (pair, seat) in pairs.iter().zip(&before) {
                match seat {
                    Some(seat) if random.below(3) == 0 => {
                        let slots = seat.slot..seat.slot + 1;
                        kept.push(KeptMeeting { pair: *pair, table: Some(seat.table), slots });
                        seats.push((*pair, *seat));
                    }
                    _ => open.push(*pair),
                }
            }
            let found = timetable(&open, &kept, room);
            assert_eq!(found, timetable(&open, &kept, room), "the same again");
            seats.extend(open.iter().zip(&found).filter_map(|(pair, seat)| Some((*pair, (*seat)?))));
            let mut tables = BTreeSet::new();
            let mut people = BTreeSet::new();
            let mut counts: BTreeMap<Id<Organisation>, usize> = BTreeMap::new();
            for ((seller, buyer), seat) in &seats {
                assert!(seat.table < room.tables && seat.slot < room.slots);
                assert!(tables.insert((seat.slot, seat.table)), "a table twice");
                for who in [*seller, *buyer] {
                    assert!(people.insert((seat.slot, who)), "somebody twice");
                    *counts.entry(who).or_default() += 1;
                }
            }
            assert!(counts.values().all(|count| *count <= room.most));
            // Nothing that could be placed was left out.
            for ((seller, buyer), seat) in open.iter().zip(&found) {
                let more = |who| counts.get(who).copied().unwrap_or(0) < room.most;
                let free = (0..room.slots).any(|slot| {
                    let table = (0..room.tables).any(|table| !tables.contains(&(slot, table)));
                    table && !people.contains(&(slot, *seller)) && !people.contains(&(slot, *buyer))
                });
                assert!(seat.is_some() || !(more(seller) && more(buyer) && free));
            }
        }
    }
}
