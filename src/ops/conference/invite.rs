//! Whom to invite: persons of the register, artisans, and for organisations who speaks for them; and inviting
//! them, any number in one act.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::civil::Date;

use super::guests::{Codes, participation_id, take_in};
use crate::domain::{
    AnyId, Artisan, ArtisanState, Cell, Certificate, CertificateKind, CodeSet, CommitteeMember, Conference,
    GuestClass, GuestGroup, Id, Organisation, OrganisationKind, OrganisationRole, Participation, Person,
    Position, RecordKind, Stored, Village,
};
use crate::error::{ErrorKind, Result};
use crate::i18n::{Language, message};
use crate::ops::positions::{head_on, position_on};
use crate::ops::{List, Listed, Outcome, Query};
use crate::store::{Rows, Store, Writer};
use crate::vietnamese::fold;

/// So many are offered at first, so that a long list is there at once.
const FIRST: usize = 2_000;

/// Where guests are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GuestSource {
    /// In a list of the register.
    #[default]
    Register,
    /// Among the guests of another conference; without a choice the one before.
    Guests(Option<Id<Conference>>),
    /// In the committees of a conference; without a choice the one that is invited to.
    Committees(Option<Id<Conference>>),
}

/// Who is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The person.
    pub person: Id<Person>,
    /// The organisation the person speaks for.
    pub organisation: Option<Id<Organisation>>,
    /// The position, as it stands on the badge.
    pub title: String,
    /// The group the record suggests.
    pub group: GuestGroup,
}

/// On which terms persons are invited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GuestTerms {
    /// The group; without one each gets the group its record suggests.
    pub group: Option<GuestGroup>,
    /// The class.
    pub class: GuestClass,
    /// How they take part, codes of [`ParticipationForm`](crate::domain::ParticipationForm).
    pub forms: CodeSet,
}

/// Invites persons, with codes in the order given.
pub(super) fn invite(
    writer: &mut Writer<'_>,
    conference: Id<Conference>,
    invited: &[Invited],
    terms: &GuestTerms,
) -> Result<Outcome> {
    let mut codes = Codes::of(writer, conference)?;
    for guest in invited {
        if writer.rows().is_deleted(RecordKind::Person, guest.person.any())? != Some(false) {
            return Err(ErrorKind::NotFound(RecordKind::Person.label()).into());
        }
        let participation = Participation {
            conference: Some(conference),
            person: Some(guest.person),
            organisation: guest.organisation,
            title: guest.title.clone(),
            guest_group: terms.group.unwrap_or(guest.group),
            class: terms.class,
            forms: terms.forms.clone(),
            ..Participation::default()
        };
        let id = participation_id(conference, guest.person);
        take_in(writer, id, &mut codes, participation, |known, _| known.clone())?;
    }
    Ok(Outcome::default())
}

/// Asks whom to invite from a list of persons, artisans or organisations.
#[derive(Clone, Debug, PartialEq)]
pub struct GuestCandidates {
    /// The conference.
    pub conference: Id<Conference>,
    /// Where they are looked for.
    pub source: GuestSource,
    /// The list with its words, filters and order; of another source only its words count.
    pub list: List,
    /// Only who belongs to this village.
    pub village: Option<Id<Village>>,
    /// Only who belongs to a village of this trade; empty for all.
    pub trade: String,
    /// Today at the office: only positions that are held count.
    pub today: Date,
    /// All of them, however many they are.
    pub whole: bool,
}

/// Somebody who can be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Local row in its list.
    pub row: i64,
    /// What the list is about: the name of the person, or of the organisation.
    pub name: String,
    /// The name of who would come.
    pub person: String,
    /// The organisation that would be represented.
    pub organisation: String,
    /// Who would be invited; nothing for an organisation without a position of anybody, and for the dead.
    pub invited: Option<Invited>,
    /// The person has died.
    pub dead: bool,
    /// Is invited already.
    pub already: bool,
}

/// Who can be invited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    /// The first of them, in the order of the list.
    pub found: Vec<Candidate>,
    /// How many the list has.
    pub count: usize,
    /// Codes that can be filtered by, with counts.
    pub facets: Vec<(&'static str, Vec<(String, usize)>)>,
    /// The conferences among which the source can be chosen, the latest first.
    pub conferences: Vec<(Id<Conference>, String)>,
    /// The one that was looked at.
    pub of: Option<Id<Conference>>,
}

impl Query for GuestCandidates {
    type Answer = Candidates;

    fn reads(&self) -> Vec<RecordKind> {
        let mut kinds = self.list.reads();
        kinds.extend([
            RecordKind::Participation,
            RecordKind::Person,
            RecordKind::Position,
            RecordKind::Conference,
            RecordKind::CommitteeMember,
        ]);
        kinds
    }

    fn answer(&self, store: &mut Store) -> Result<Candidates> {
        if self.source != GuestSource::Register {
            return self.of_conference(store.rows());
        }
        let Listed { mut rows, facets, .. } = self.list.answer(store)?;
        let register = store.rows();
        if let Some(allowed) = self.of_villages(register)? {
            rows.retain(|row| allowed.contains(row));
        }
        let there = self.there(register)?;
        let mut found = Vec::new();
        for row in rows.iter().take(if self.whole { usize::MAX } else { FIRST }) {
            if let Some(mut candidate) = self.candidate(register, *row)? {
                let person = candidate.invited.as_ref().map(|invited| invited.person);
                candidate.already = person.is_some_and(|person| there.contains(&person));
                found.push(candidate);
            }
        }
        Ok(Candidates { found, count: rows.len(), facets, ..Candidates::default() })
    }
}

impl GuestCandidates {
    /// Who is invited already.
    fn there(&self, rows: Rows<'_>) -> Result<HashSet<Id<Person>>> {
        let guests = rows.children::<Participation>("conference", self.conference.any())?;
        Ok(guests.iter().filter_map(|guest| guest.record.person).collect())
    }

    /// Who took part in another conference or works for one, in the order of protocol or of the committees.
    fn of_conference(&self, rows: Rows<'_>) -> Result<Candidates> {
        let mut all = rows.all::<Conference>()?;
        all.sort_by_key(|stored| std::cmp::Reverse((stored.record.from_date, stored.id)));
        let committees = matches!(self.source, GuestSource::Committees(_));
        if !committees {
            all.retain(|other| other.id != self.conference);
        }
        let of = match self.source {
            GuestSource::Committees(chosen) => Some(chosen.unwrap_or(self.conference)),
            GuestSource::Guests(Some(chosen)) => Some(chosen),
            GuestSource::Guests(None) => {
                let own = rows.find(self.conference)?.and_then(|own| own.record.from_date);
                let before = all.iter().find(|other| own.is_none() || other.record.from_date < own);
                before.or(all.first()).map(|other| other.id)
            }
            GuestSource::Register => None,
        };
        let mut invited = Vec::new();
        if let Some(of) = of.filter(|_| committees) {
            let mut members = rows.children::<CommitteeMember>("conference", of.any())?;
            members.sort_by_key(|member| (member.record.subcommittee, member.record.sequence, member.id));
            let person =
                |member: CommitteeMember| (member.person, None, String::new(), GuestGroup::Organiser);
            invited.extend(members.into_iter().map(|stored| person(stored.record)));
        } else if let Some(of) = of {
            let mut guests = rows.children::<Participation>("conference", of.any())?;
            guests.sort_by_key(|guest| (guest.record.protocol_order.unwrap_or(i64::MAX), guest.id));
            let person =
                |guest: Participation| (guest.person, guest.organisation, guest.title, guest.guest_group);
            invited.extend(guests.into_iter().map(|stored| person(stored.record)));
        }
        let wanted = fold(&self.list.text);
        let there = self.there(rows)?;
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for (person, organisation, title, group) in invited {
            let Some(person) = rows.linked(person)?.filter(|person| seen.insert(person.id)) else { continue };
            let candidate = self.again(rows, person, organisation, (title, group))?;
            let named = [&candidate.name, &candidate.organisation].map(|name| fold(name));
            if named.iter().any(|name| name.contains(&wanted)) {
                let already = candidate.invited.as_ref().is_some_and(|one| there.contains(&one.person));
                found.push(Candidate { already, ..candidate });
            }
        }
        let conferences = all.into_iter().map(|stored| (stored.id, stored.record.name)).collect();
        Ok(Candidates { count: found.len(), found, conferences, of, ..Candidates::default() })
    }

    /// Somebody who is known from a conference, with the position of today where there is one.
    fn again(
        &self,
        rows: Rows<'_>,
        person: Stored<Person>,
        organisation: Option<Id<Organisation>>,
        (title, group): (String, GuestGroup),
    ) -> Result<Candidate> {
        let position = position_on(rows, person.id, organisation, self.today)?;
        let organisation = organisation.or_else(|| position.as_ref().and_then(|held| held.organisation));
        let firm = rows.linked(organisation)?;
        let row = rows.row_of(RecordKind::Person, person.id.any())?.unwrap_or_default();
        let dead = has_died(&rows.children("person", person.id.any())?);
        let title = position.map_or(title, |held| held.title);
        Ok(somebody((row, person), firm, (title, group), dead))
    }

    /// The local rows of who belongs to the village or to a village of the trade; nothing when all do.
    fn of_villages(&self, rows: Rows<'_>) -> Result<Option<HashSet<i64>>> {
        if self.village.is_none() && self.trade.is_empty() {
            return Ok(None);
        }
        let villages: HashSet<AnyId> = rows
            .all::<Village>()?
            .into_iter()
            .filter(|village| self.village.is_none_or(|wanted| wanted == village.id))
            .filter(|village| self.trade.is_empty() || village.record.trades.0.contains(&self.trade))
            .map(|village| village.id.any())
            .collect();
        let of = |cell: Option<&Cell>| matches!(cell, Some(Cell::Id(id)) if villages.contains(id));
        if self.list.kind != RecordKind::Person {
            let lines = rows.columns_in_order(self.list.kind, &["village"])?;
            return Ok(Some(
                lines.into_iter().filter(|(_, cells)| of(cells.first())).map(|(row, _)| row).collect(),
            ));
        }
        // A person belongs where the person works as an artisan, or holds a position.
        let mut persons = BTreeSet::new();
        for (_, cells) in rows.columns_in_order(RecordKind::Artisan, &["village", "person"])? {
            if let (true, Some(Cell::Id(person))) = (of(cells.first()), cells.get(1)) {
                persons.insert(*person);
            }
        }
        let mut firms: BTreeMap<Id<Organisation>, bool> = BTreeMap::new();
        for position in rows.all::<Position>()? {
            let (Some(person), Some(firm)) = (position.record.person, position.record.organisation) else {
                continue;
            };
            let belongs = if let Some(belongs) = firms.get(&firm) {
                *belongs
            } else {
                let village = rows.find(firm)?.and_then(|firm| firm.record.village);
                village.is_some_and(|village| villages.contains(&village.any()))
            };
            firms.insert(firm, belongs);
            if belongs {
                persons.insert(person.any());
            }
        }
        let mut allowed = HashSet::new();
        for person in persons {
            allowed.extend(rows.row_of(RecordKind::Person, person)?);
        }
        Ok(Some(allowed))
    }

    fn candidate(&self, rows: Rows<'_>, row: i64) -> Result<Option<Candidate>> {
        match self.list.kind {
            RecordKind::Organisation => {
                let Some(firm) = rows.at_row::<Organisation>(row)? else { return Ok(None) };
                let head = head_on(rows, firm.id, self.today)?;
                let person = match &head {
                    Some(position) => rows.linked(position.person)?,
                    None => None,
                };
                let title = head.map(|position| position.title).unwrap_or_default();
                let dead = match &person {
                    Some(person) => has_died(&rows.children("person", person.id.any())?),
                    None => false,
                };
                Ok(Some(Candidate {
                    row,
                    name: firm.record.name.clone(),
                    person: person.as_ref().map(|person| person.record.full_name.clone()).unwrap_or_default(),
                    organisation: firm.record.name.clone(),
                    invited: person.filter(|_| !dead).map(|person| Invited {
                        person: person.id,
                        organisation: Some(firm.id),
                        title,
                        group: group_of(&firm.record),
                    }),
                    dead,
                    already: false,
                }))
            }
            RecordKind::Artisan => {
                let Some(artisan) = rows.at_row::<Artisan>(row)? else { return Ok(None) };
                let Some(person) = rows.linked(artisan.record.person)? else { return Ok(None) };
                self.person(rows, row, person, &[artisan]).map(Some)
            }
            _ => {
                let Some(person) = rows.at_row::<Person>(row)? else { return Ok(None) };
                let artisan = rows.children::<Artisan>("person", person.id.any())?;
                self.person(rows, row, person, &artisan).map(Some)
            }
        }
    }

    /// A person, with the position in an organisation, else the title and the village of an artisan.
    fn person(
        &self,
        rows: Rows<'_>,
        row: i64,
        person: Stored<Person>,
        artisan: &[Stored<Artisan>],
    ) -> Result<Candidate> {
        let dead = has_died(artisan);
        let artisan = artisan.first();
        let head = position_on(rows, person.id, None, self.today)?;
        let firm = match &head {
            Some(position) => rows.linked(position.organisation)?,
            None => None,
        };
        let title = match (head, artisan) {
            (Some(position), _) => position.title,
            (None, Some(artisan)) => standing(rows, artisan)?,
            (None, None) => String::new(),
        };
        let group = match (&firm, artisan) {
            // In the list of artisans they are meant as artisans.
            (_, Some(_)) if self.list.kind == RecordKind::Artisan => GuestGroup::Artisan,
            (Some(firm), _) => group_of(&firm.record),
            (None, Some(_)) => GuestGroup::Artisan,
            (None, None) => GuestGroup::None,
        };
        Ok(somebody((row, person), firm, (title, group), dead))
    }
}

/// A person who can be invited for an organisation, unless the person is dead.
fn somebody(
    (row, person): (i64, Stored<Person>),
    firm: Option<Stored<Organisation>>,
    (title, group): (String, GuestGroup),
    dead: bool,
) -> Candidate {
    let organisation = firm.as_ref().map(|firm| firm.id);
    let name = person.record.full_name;
    Candidate {
        row,
        name: name.clone(),
        person: name,
        organisation: firm.map(|firm| firm.record.name).unwrap_or_default(),
        invited: (!dead).then_some(Invited { person: person.id, organisation, title, group }),
        dead,
        already: false,
    }
}

/// The group of guests an organisation suggests.
pub(super) fn group_of(firm: &Organisation) -> GuestGroup {
    use OrganisationRole as R;
    let name = fold(&firm.name);
    let begins = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    if begins(&["ubnd xa", "ubnd phuong", "uy ban nhan dan xa", "uy ban nhan dan phuong"]) {
        return GuestGroup::Commune;
    }
    if begins(&["ubnd", "uy ban nhan dan", "tinh uy", "thanh uy", "hoi dong nhan dan"]) {
        return GuestGroup::Province;
    }
    if begins(&["bo ", "van phong chinh phu", "quoc hoi"]) {
        return GuestGroup::Central;
    }
    let groups = [
        (R::Supermarket, GuestGroup::Distributor),
        (R::Distributor, GuestGroup::Distributor),
        (R::Exporter, GuestGroup::Exporter),
        (R::Travel, GuestGroup::Travel),
        (R::Bank, GuestGroup::Bank),
        (R::Press, GuestGroup::Press),
        (R::Agency, GuestGroup::Department),
        (R::Association, GuestGroup::Association),
        (R::School, GuestGroup::Expert),
        (R::Producer, GuestGroup::Village),
    ];
    let by_role = groups.iter().find(|(role, _)| firm.roles.0.contains(role.code()));
    if let Some((_, group)) = by_role {
        return *group;
    }
    match firm.kind {
        OrganisationKind::Other if begins(&["htx", "hop tac xa", "to hop tac"]) => GuestGroup::Village,
        OrganisationKind::Cooperative
        | OrganisationKind::CooperativeUnion
        | OrganisationKind::CooperativeGroup
        | OrganisationKind::Household => GuestGroup::Village,
        OrganisationKind::Association => GuestGroup::Association,
        OrganisationKind::StateAgency => GuestGroup::Department,
        OrganisationKind::School => GuestGroup::Expert,
        _ => GuestGroup::None,
    }
}

fn has_died(artisan: &[Stored<Artisan>]) -> bool {
    artisan.iter().any(|artisan| artisan.record.state == ArtisanState::Dead)
}

/// What an artisan is, as it stands on a badge: the highest title, and the village.
fn standing(rows: Rows<'_>, artisan: &Stored<Artisan>) -> Result<String> {
    let title = honour(rows, artisan.id)?;
    let Some(village) = rows.linked(artisan.record.village)? else { return Ok(title) };
    let of =
        if title.is_empty() { message("invited-of-village") } else { message("invited-title-of-village") };
    Ok(of.with("title", title).with("village", village.record.name).text(Language::Vi))
}

/// The highest title of an artisan.
fn honour(rows: Rows<'_>, artisan: Id<Artisan>) -> Result<String> {
    const TITLES: [CertificateKind; 5] = [
        CertificateKind::PeopleArtisan,
        CertificateKind::MeritedArtisan,
        CertificateKind::ProvincialArtisan,
        CertificateKind::AssociationArtisan,
        CertificateKind::SkilledWorker,
    ];
    let places: HashMap<CertificateKind, usize> = TITLES.into_iter().zip(0..).collect();
    let held = rows.children::<Certificate>("artisan", artisan.any())?;
    let highest = held.iter().filter_map(|title| places.get(&title.record.kind)).min();
    let kind = highest.and_then(|place| TITLES.get(*place));
    Ok(kind.map(|kind| kind.label().text(Language::Vi)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_group_follows_from_name_role_and_kind() {
        let firm = |name: &str, roles: &[&str], kind| Organisation {
            name: name.into(),
            roles: CodeSet::of(roles.iter().copied()),
            kind,
            ..Organisation::default()
        };
        let other = OrganisationKind::Other;
        assert_eq!(group_of(&firm("UBND xã Bát Tràng", &["agency"], other)), GuestGroup::Commune);
        assert_eq!(group_of(&firm("UBND thành phố Hà Nội", &[], other)), GuestGroup::Province);
        assert_eq!(group_of(&firm("Bộ Công Thương", &["agency"], other)), GuestGroup::Central);
        assert_eq!(
            group_of(&firm("Siêu thị Ba Mùa", &["producer", "supermarket"], other)),
            GuestGroup::Distributor
        );
        assert_eq!(group_of(&firm("HTX Phù Lãng", &[], OrganisationKind::Cooperative)), GuestGroup::Village);
        assert_eq!(group_of(&firm("X", &[], other)), GuestGroup::None);
    }
}
