//! Everything a report counts, read once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::ConferenceFigures;
use crate::domain::{
    Answer, Booth, BoothDay, BoothState, BudgetLine, Certificate, CertificateKind, Conference, Contract,
    FollowUp, Id, Meeting, MeetingResult, Mou, Organisation, OrganisationKind, Participation, PartyDossier,
    PartyRole, Product, Registration, Sales, StatementKind, Stored, Trade, Validity, Village,
};
use crate::error::Result;
use crate::ops::Shown;
use crate::ops::conference::check_in::arrivals;
use crate::ops::conference::statements::{StatementLine, said};
use crate::ops::queries::party_dossiers;
use crate::ops::shown::named;
use crate::places::{CommuneCode, Places};
use crate::store::Rows;

/// A party of a MoU.
pub(super) struct Seat {
    /// What it is called.
    pub(super) name: Shown,
    /// The organisation; none where somebody signs for themselves.
    pub(super) organisation: Option<Id<Organisation>>,
    /// Its province; empty where that is not known.
    pub(super) province: String,
}

/// A MoU with what came of it.
pub(super) struct Signed {
    pub(super) mou: Mou,
    /// The parties in their order: Party A comes first.
    pub(super) parties: Vec<Seat>,
    pub(super) witnesses: Vec<Shown>,
    pub(super) contracts: Vec<Contract>,
    /// What was asked and answered, in the order of the days.
    pub(super) talks: Vec<FollowUp>,
    pub(super) sold: Option<i64>,
}

/// An organisation of the conference.
pub(super) struct Firm {
    pub(super) record: Organisation,
    /// Its province; empty where that is not known.
    pub(super) province: String,
    /// The trades of its village and of its products; read for those that took part.
    pub(super) trades: BTreeSet<Trade>,
}

/// A village that took part.
pub(super) struct Home {
    pub(super) record: Village,
    pub(super) province: String,
    pub(super) trades: BTreeSet<Trade>,
}

/// A booth with what it took in.
pub(super) struct Stand {
    pub(super) booth: Booth,
    pub(super) days: Vec<BoothDay>,
}

impl Stand {
    /// Whether somebody was there: it has its place, or something was noted of it.
    fn is_used(&self) -> bool {
        matches!(self.booth.state, BoothState::Placed | BoothState::Taken) || !self.days.is_empty()
    }
}

/// Everything that is counted.
pub(super) struct Event {
    pub(super) guests: Vec<Stored<Participation>>,
    /// Where each guest comes from: the province of the organisation, else of the person.
    pub(super) provinces: BTreeMap<Id<Participation>, String>,
    pub(super) present: BTreeMap<Id<Participation>, i64>,
    pub(super) registrations: BTreeMap<Id<Organisation>, Registration>,
    pub(super) firms: BTreeMap<Id<Organisation>, Firm>,
    /// The organisations that took part: with somebody who came, a booth, a meeting or a signed MoU.
    pub(super) took_part: BTreeSet<Id<Organisation>>,
    /// The villages of those organisations, of the booths and of the signed MoUs.
    pub(super) villages: BTreeMap<Id<Village>, Home>,
    pub(super) booths: Vec<Stand>,
    pub(super) meetings: Vec<Meeting>,
    pub(super) mous: Vec<Signed>,
    pub(super) statements: Vec<StatementLine>,
    pub(super) budget: Vec<BudgetLine>,
    /// Products of those who took part with three, four and five stars of OCOP.
    pub(super) ocop: [i64; 3],
}

/// The sum of what is known; nothing where nothing is.
pub(super) fn known_sum(amounts: impl Iterator<Item = Option<i64>>) -> Option<i64> {
    amounts.flatten().reduce(i64::saturating_add)
}

pub(super) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Whether a meeting took place.
pub(super) fn was_held(meeting: &Meeting) -> bool {
    !matches!(meeting.result, MeetingResult::None | MeetingResult::Absent)
}

fn province(places: &Places, commune: Option<CommuneCode>) -> String {
    let province = commune.and_then(|code| places.province_of(code));
    province.map_or_else(String::new, |of| of.name.clone())
}

fn trades(village: &Village) -> BTreeSet<Trade> {
    village.trades.0.iter().filter_map(|code| Trade::from_code(code)).collect()
}

impl Event {
    pub(super) fn read(rows: Rows<'_>, places: &Places, conference: &Stored<Conference>) -> Result<Self> {
        let of = conference.id;
        let id = of.any();
        let mut guests = rows.children::<Participation>("conference", id)?;
        guests.sort_by_key(|guest| (guest.record.protocol_order.unwrap_or(i64::MAX), guest.id));
        let provinces = rows.guest_names(of)?.into_iter();
        let provinces = provinces.map(|names| (names.id, province(places, names.commune)));
        let registrations = rows.children::<Registration>("conference", id)?;
        let registrations =
            registrations.into_iter().filter_map(|form| Some((form.record.organisation?, form.record)));
        let mut booths = Vec::new();
        for Stored { id, record: booth, .. } in rows.children::<Booth>("conference", id)? {
            let mut days = rows.children::<BoothDay>("booth", id.any())?;
            if booth.takes_part(!days.is_empty()) {
                days.sort_by_key(|day| day.record.date);
                booths.push(Stand { booth, days: days.into_iter().map(|day| day.record).collect() });
            }
        }
        booths.sort_by(|one: &Stand, other| one.booth.code.cmp(&other.booth.code));
        let mut meetings: Vec<Meeting> =
            rows.children::<Meeting>("conference", id)?.into_iter().map(|stored| stored.record).collect();
        meetings.sort_by_key(|meeting| (meeting.date, meeting.start, meeting.table_number));
        let budget = rows.children::<BudgetLine>("conference", id)?;
        let mut event = Self {
            present: arrivals(rows, of)?,
            registrations: registrations.collect(),
            firms: BTreeMap::new(),
            took_part: BTreeSet::new(),
            villages: BTreeMap::new(),
            booths,
            meetings,
            mous: Vec::new(),
            statements: said(rows, of, None)?,
            budget: budget.into_iter().map(|stored| stored.record).collect(),
            ocop: [0; 3],
            guests,
            provinces: provinces.filter(|(_, name)| !name.is_empty()).collect(),
        };
        event.read_mous(rows, places, of)?;
        event.read_firms(rows, places)?;
        event.read_villages(rows, places, conference.record.from_date)?;
        Ok(event)
    }

    fn read_mous(&mut self, rows: Rows<'_>, places: &Places, conference: Id<Conference>) -> Result<()> {
        for Stored { id, record, .. } in rows.children::<Mou>("conference", conference.any())? {
            let parties = party_dossiers(rows, id)?;
            let name = |party: &PartyDossier| {
                let english = party.organisation.as_ref().map(|firm| firm.name_en.as_str());
                named(party.name(), english.unwrap_or_default())
            };
            let of_role = |role| parties.iter().filter(move |party| party.party.role == role);
            let seat = |party: &PartyDossier| {
                let firm = party.organisation.as_ref();
                let commune = firm.map_or_else(
                    || party.person.as_ref().and_then(|person| person.commune),
                    |firm| firm.commune,
                );
                let organisation = firm.and(party.party.organisation);
                Seat { name: name(party), organisation, province: province(places, commune) }
            };
            let contracts = rows.children::<Contract>("mou", id.any())?;
            let sales = rows.children::<Sales>("mou", id.any())?;
            let mut talks = rows.children::<FollowUp>("mou", id.any())?;
            talks.sort_by_key(|talk| (talk.record.date, talk.id));
            self.mous.push(Signed {
                parties: of_role(PartyRole::Party).map(seat).collect(),
                witnesses: of_role(PartyRole::Witness).map(name).collect(),
                contracts: contracts.into_iter().map(|stored| stored.record).collect(),
                talks: talks.into_iter().map(|stored| stored.record).collect(),
                sold: known_sum(sales.iter().map(|sales| sales.record.amount)),
                mou: record,
            });
        }
        self.mous.sort_by(|one, other| one.mou.number.cmp(&other.mou.number));
        Ok(())
    }

    /// The organisations, and which of them took part.
    fn read_firms(&mut self, rows: Rows<'_>, places: &Places) -> Result<()> {
        let of_meeting = |meeting: &Meeting| [meeting.seller, meeting.buyer];
        let mut here: BTreeSet<Id<Organisation>> =
            self.there().filter_map(|guest| guest.record.organisation).collect();
        let used = self.booths.iter().filter(|stand| stand.is_used());
        here.extend(used.filter_map(|stand| stand.booth.organisation));
        let held = self.meetings.iter().filter(|meeting| was_held(meeting));
        here.extend(held.flat_map(of_meeting).flatten());
        let parties = self.signed().flat_map(|signed| &signed.parties);
        here.extend(parties.filter_map(|seat| seat.organisation));
        let mut known = here.clone();
        known.extend(self.booths.iter().filter_map(|stand| stand.booth.organisation));
        known.extend(self.meetings.iter().flat_map(of_meeting).flatten());
        for id in known {
            if let Some(Stored { record, .. }) = rows.find(id)? {
                let province = province(places, record.commune);
                self.firms.insert(id, Firm { record, province, trades: BTreeSet::new() });
            }
        }
        here.retain(|id| self.firms.contains_key(id));
        self.took_part = here;
        Ok(())
    }

    /// The villages that took part, the trades of the organisations, and their products with stars.
    fn read_villages(&mut self, rows: Rows<'_>, places: &Places, day: Option<Date>) -> Result<()> {
        let mut homes: BTreeSet<Id<Village>> =
            self.booths.iter().filter_map(|stand| stand.booth.village).collect();
        homes.extend(self.signed().filter_map(|signed| signed.mou.village));
        let mut products: BTreeSet<Id<Product>> = BTreeSet::new();
        let mut trades_of: BTreeMap<Id<Village>, BTreeSet<Trade>> = BTreeMap::new();
        for id in &self.took_part {
            let Some(firm) = self.firms.get_mut(id) else { continue };
            homes.extend(firm.record.village);
            let made = rows.children::<Product>("organisation", id.any())?;
            products.extend(made.iter().map(|product| product.id));
            let from = made.iter().filter_map(|product| product.record.village).chain(firm.record.village);
            for village in from.collect::<BTreeSet<_>>() {
                if let std::collections::btree_map::Entry::Vacant(entry) = trades_of.entry(village) {
                    let found = rows.find(village)?.map(|found| trades(&found.record));
                    entry.insert(found.unwrap_or_default());
                }
                firm.trades.extend(trades_of.get(&village).into_iter().flatten());
            }
        }
        for id in homes {
            let Some(Stored { record, .. }) = rows.find(id)? else { continue };
            // What the village makes and no organisation stands for.
            let made = rows.children::<Product>("village", id.any())?;
            let made = made.iter().filter(|product| product.record.organisation.is_none());
            products.extend(made.map(|product| product.id));
            let home = Home { province: province(places, record.commune), trades: trades(&record), record };
            self.villages.insert(id, home);
        }
        for id in products {
            let certificates = rows.children::<Certificate>("product", id.any())?;
            let counts = |certificate: &Certificate| {
                let given = |day| certificate.date.is_none_or(|given| given.earliest() <= day);
                let lasts = |day| Validity::on(day, certificate.valid_to) != Validity::Expired;
                certificate.kind == CertificateKind::Ocop && day.is_none_or(|day| given(day) && lasts(day))
            };
            let counted = certificates.iter().map(|stored| &stored.record).filter(|one| counts(one));
            let place = match counted.filter_map(|one| one.stars).max() {
                Some(3) => 0,
                Some(4) => 1,
                Some(5) => 2,
                _ => continue,
            };
            if let Some(number) = self.ocop.get_mut(place) {
                *number += 1;
            }
        }
        Ok(())
    }

    /// Those who came; before anybody came, all who are invited.
    pub(super) fn there(&self) -> impl Iterator<Item = &Stored<Participation>> {
        let nobody = self.present.is_empty();
        self.guests.iter().filter(move |guest| nobody || self.present.contains_key(&guest.id))
    }

    /// The organisations that took part.
    pub(super) fn firms_there(&self) -> impl Iterator<Item = (Id<Organisation>, &Firm)> {
        self.took_part.iter().filter_map(|id| Some((*id, self.firms.get(id)?)))
    }

    /// The MoUs that were signed.
    pub(super) fn signed(&self) -> impl Iterator<Item = &Signed> {
        self.mous.iter().filter(|signed| signed.mou.state.was_signed())
    }

    /// The province of a booth: of the organisation, else of the village; empty where neither is known.
    pub(super) fn province_of(&self, booth: &Booth) -> &str {
        let firm = booth.organisation.and_then(|id| self.firms.get(&id));
        let firm = firm.map(|firm| firm.province.as_str()).filter(|name| !name.is_empty());
        let village = || booth.village.and_then(|id| self.villages.get(&id));
        firm.or_else(|| village().map(|home| home.province.as_str())).unwrap_or_default()
    }

    /// The trades of a MoU: of the village it is about, else of the first party that has any.
    pub(super) fn trades_of(&self, signed: &Signed) -> BTreeSet<Trade> {
        let village = signed.mou.village.and_then(|id| self.villages.get(&id)).map(|home| &home.trades);
        let parties = signed.parties.iter().filter_map(|seat| self.firms.get(&seat.organisation?));
        let trades = village.into_iter().chain(parties.map(|firm| &firm.trades));
        trades.into_iter().find(|trades| !trades.is_empty()).cloned().unwrap_or_default()
    }

    pub(super) fn figures(&self) -> ConferenceFigures {
        let guests = self.there().filter_map(|guest| self.provinces.get(&guest.id)).map(String::as_str);
        let provinces: BTreeSet<&str> = guests
            .chain(self.firms_there().map(|(_, firm)| firm.province.as_str()))
            .chain(self.booths.iter().map(|stand| self.province_of(&stand.booth)))
            .filter(|name| !name.is_empty())
            .collect();
        let guests = || self.guests.iter().map(|guest| &guest.record);
        let invited = || guests().filter(|guest| guest.is_invited());
        let came = |wanted: fn(&Participation) -> bool| {
            let there = self.guests.iter().filter(|guest| self.present.contains_key(&guest.id));
            count(there.filter(|guest| wanted(&guest.record)).count())
        };
        let held = || self.meetings.iter().filter(|meeting| was_held(meeting));
        let contracts = || self.mous.iter().flat_map(|signed| &signed.contracts);
        let days = || self.booths.iter().flat_map(|stand| &stand.days);
        let of_kind = |kinds: &[OrganisationKind]| {
            count(self.firms_there().filter(|(_, firm)| kinds.contains(&firm.record.kind)).count())
        };
        ConferenceFigures {
            invited: count(invited().count()),
            answered: count(invited().filter(|guest| guest.answer != Answer::None).count()),
            present: count(self.present.len()),
            walk_ins: came(|guest| guest.walk_in),
            substitutes: came(|guest| guest.substitute_for.is_some()),
            organisations: count(self.took_part.len()),
            provinces: count(provinces.len()),
            villages: count(self.villages.len()),
            cooperatives: of_kind(&[
                OrganisationKind::Cooperative,
                OrganisationKind::CooperativeUnion,
                OrganisationKind::CooperativeGroup,
            ]),
            households: of_kind(&[OrganisationKind::Household]),
            workers: self.villages.values().filter_map(|home| home.record.workers).sum(),
            ocop: self.ocop,
            booths: count(self.booths.len()),
            visitors: days().filter_map(|day| day.visitors).sum(),
            takings: days().filter_map(|day| day.takings).sum(),
            meetings: count(held().count()),
            fruitful: count(held().filter(|meeting| meeting.result != MeetingResult::NoMatch).count()),
            mous: count(self.signed().count()),
            value: self.signed().filter_map(|signed| signed.mou.target_value).sum(),
            contracts: count(contracts().count()),
            contracted: contracts().filter_map(|contract| contract.amount).sum(),
            difficulties: count(self.of_kind(StatementKind::Difficulty).count()),
            proposals: count(self.of_kind(StatementKind::Proposal).count()),
            proposals_answered: count(
                self.of_kind(StatementKind::Proposal).filter(|said| !said.statement.reply.is_empty()).count(),
            ),
            spent: self.budget.iter().filter_map(|line| line.spent).sum(),
        }
    }

    /// What was said of a kind, and by whom.
    pub(super) fn of_kind(&self, kind: StatementKind) -> impl Iterator<Item = &StatementLine> {
        self.statements.iter().filter(move |line| line.statement.kind == kind)
    }
}
