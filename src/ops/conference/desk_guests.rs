//! The guests of a conference as a check-in desk looks for them: all in memory, with keys that are made once.

use std::collections::BTreeMap;

use super::check_in::DeskEntriesAnswer;
use super::chosen;
use super::guests::title_of;
use crate::domain::{
    CodeSet, Conference, GuestClass, GuestGroup, Id, Mou, MouParty, Organisation, Participation, Person,
    RecordKind, Stored,
};
use crate::error::Result;
use crate::ops::Query;
use crate::store::{Rows, Store};
use crate::vietnamese::fold::other_spelling;
use crate::vietnamese::{fold, person_sort_name, sort_key};

/// Asks for the guests of a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskGuests {
    /// The conference; without it the one that runs or comes next.
    pub conference: Option<Id<Conference>>,
    /// Today at the office.
    pub today: jiff::civil::Date,
}

/// The guests of a conference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeskGuestsAnswer {
    /// The conference; none when there is none in the register.
    pub conference: Option<Stored<Conference>>,
    /// Its guests in the order of names.
    pub guests: Vec<Guest>,
    places: BTreeMap<Id<Participation>, usize>,
}

/// A guest at the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Guest {
    /// The participation.
    pub id: Id<Participation>,
    /// How the guest is spoken of, where that is known: "Ông".
    pub honorific: String,
    /// Full name.
    pub name: String,
    /// Position, or what a walk-in said.
    pub title: String,
    /// The organisation.
    pub organisation: String,
    /// The province of the organisation, else of the person; empty where it is not known.
    pub province: String,
    /// Group of guests.
    pub group: GuestGroup,
    /// Class.
    pub class: GuestClass,
    /// Registration code.
    pub code: String,
    /// Came without an invitation.
    pub walk_in: bool,
    /// Who it comes instead of.
    pub instead_of: String,
    /// Who comes instead.
    pub substitute: Option<Id<Participation>>,
    /// Forms in which the guest takes part.
    pub forms: CodeSet,
    /// The MoU that is signed.
    pub signs: Option<Signs>,
    keys: Keys,
}

/// A MoU that a guest signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// Its place in the ceremony, from 1.
    pub place: usize,
    /// The batch; 0 while it is in none.
    pub batch: i64,
    /// The guest signs; else somebody else of the organisation does.
    pub in_person: bool,
}

/// Folded texts, each with a space at both ends, so that a word begins after a space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Keys {
    name: String,
    organisation: String,
    code: String,
    /// The digits at the end of the code.
    number: String,
    phones: Vec<String>,
}

impl Guest {
    /// Invited, and not sent by somebody who was.
    pub fn is_invited(&self) -> bool {
        !self.walk_in && self.instead_of.is_empty()
    }

    /// Name with honorific.
    pub fn spoken(&self) -> String {
        if self.honorific.is_empty() {
            self.name.clone()
        } else {
            format!("{} {}", self.honorific, self.name)
        }
    }

    /// Organisation and position.
    pub fn standing(&self) -> String {
        let parts = [&self.organisation, &self.title].into_iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// How well the guest fits what was typed; smaller is better.
    fn fit(&self, typed: &Typed) -> Option<u8> {
        let keys = &self.keys;
        if let Some(digits) = &typed.digits {
            let number = keys.number.trim_start_matches('0');
            let whole =
                keys.number == *digits || (!number.is_empty() && number == digits.trim_start_matches('0'));
            let tail =
                |phone: &String| phone.get(phone.len().saturating_sub(4)..).unwrap_or_default().to_owned();
            if digits.len() > 4 {
                return keys.phones.iter().any(|phone| phone.contains(digits.as_str())).then_some(0);
            }
            if whole || keys.phones.iter().any(|phone| tail(phone) == *digits) {
                return Some(0);
            }
            let begins = keys.number.starts_with(digits)
                || keys.phones.iter().any(|phone| tail(phone).starts_with(digits));
            return begins.then_some(1);
        }
        if keys.code.starts_with(&typed.key) || keys.code.ends_with(&format!("{} ", typed.key)) {
            return Some(0);
        }
        let has = |key: &str, word: &str| {
            let other = || other_spelling(word).is_some_and(|other| key.contains(&format!(" {other} ")));
            key.contains(&format!(" {word}")) || other()
        };
        if typed.words.iter().all(|word| has(&keys.name, word)) {
            return Some(u8::from(!keys.name.contains(&typed.key)));
        }
        let both = |word: &String| has(&keys.name, word) || has(&keys.organisation, word);
        typed.words.iter().all(both).then_some(2)
    }
}

/// What was typed into the field of a desk.
struct Typed {
    /// Folded, with a space in front.
    key: String,
    words: Vec<String>,
    /// When there is nothing but digits.
    digits: Option<String>,
}

impl Typed {
    fn new(text: &str) -> Option<Self> {
        let folded = fold(text);
        let words: Vec<_> = folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        if words.is_empty() {
            return None;
        }
        let digits: String = words.concat();
        let digits = digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(digits);
        let abroad = |digits: String| match digits.strip_prefix("84") {
            Some(rest) if digits.len() > 9 => format!("0{rest}"),
            _ => digits,
        };
        Some(Self { key: format!(" {folded}"), words, digits: digits.map(abroad) })
    }
}

impl DeskGuestsAnswer {
    /// Of a guest and the one who comes instead, the other one.
    pub fn other_of(&self, id: Id<Participation>) -> Option<&Guest> {
        let sent = self.guest(id)?.substitute;
        match sent {
            Some(sent) => self.guest(sent),
            None => self.guests.iter().find(|guest| guest.substitute == Some(id)),
        }
    }

    /// The guest of a participation.
    pub fn guest(&self, id: Id<Participation>) -> Option<&Guest> {
        self.guests.get(*self.places.get(&id)?)
    }

    /// The places of the guests that fit what was typed, the best first: beginnings of words of the name in any
    /// order and without tones, the last four digits of a telephone number, a code with or without its beginning.
    /// Names of organisations count where the name alone does not fit. A whole code means one guest.
    pub fn find(&self, typed: &str) -> Vec<usize> {
        let Some(typed) = Typed::new(typed) else { return Vec::new() };
        let code = format!("{} ", typed.key);
        if let Some(place) = self.guests.iter().position(|guest| guest.keys.code == code) {
            return vec![place];
        }
        let fits = self.guests.iter().enumerate();
        let mut found: Vec<_> = fits.filter_map(|(place, guest)| Some((guest.fit(&typed)?, place))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, place)| place).collect()
    }
}

/// How many came, of how many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskCounts {
    /// Invited guests who are in, or whose substitute is; and how many were invited.
    pub invited: (usize, usize),
    /// The same of guests of honour.
    pub vip: (usize, usize),
    /// Walk-ins who are in.
    pub walk_ins: usize,
    /// Substitutes who are in.
    pub substitutes: usize,
    /// Everybody who is in.
    pub there: usize,
    /// Those in and those invited, by group that has any.
    pub groups: Vec<(GuestGroup, usize, usize)>,
    /// Those in by province, most first; those whose province is not known are left out.
    pub provinces: Vec<(String, usize)>,
}

impl DeskCounts {
    /// Counts guests by what the entries say.
    pub fn of(guests: &DeskGuestsAnswer, entries: &DeskEntriesAnswer) -> Self {
        let mut counts = Self::default();
        let mut groups: BTreeMap<usize, (GuestGroup, usize, usize)> = BTreeMap::new();
        let mut provinces: BTreeMap<&str, usize> = BTreeMap::new();
        for guest in &guests.guests {
            let is_in = |id| entries.arrival(id).is_some();
            let there = is_in(guest.id);
            let place = GuestGroup::ALL.iter().position(|group| *group == guest.group).unwrap_or_default();
            let group = groups.entry(place).or_insert((guest.group, 0, 0));
            counts.there += usize::from(there);
            group.1 += usize::from(there);
            if there && !guest.province.is_empty() {
                *provinces.entry(&guest.province).or_default() += 1;
            }
            if guest.walk_in {
                counts.walk_ins += usize::from(there);
            } else if !guest.is_invited() {
                counts.substitutes += usize::from(there);
            } else {
                let represented = usize::from(there || guest.substitute.is_some_and(is_in));
                group.2 += 1;
                counts.invited.0 += represented;
                counts.invited.1 += 1;
                if guest.class == GuestClass::Vip {
                    counts.vip.0 += represented;
                    counts.vip.1 += 1;
                }
            }
        }
        counts.groups = groups.into_values().collect();
        counts.provinces = provinces.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
        counts.provinces.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), sort_key(name)));
        counts
    }
}

impl Query for DeskGuests {
    type Answer = DeskGuestsAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![K::Conference, K::Participation, K::Person, K::Organisation, K::Position, K::Mou, K::MouParty]
    }

    fn answer(&self, store: &mut Store) -> Result<DeskGuestsAnswer> {
        let rows = store.rows();
        let places = store.places();
        let Some(conference) = chosen(rows, self.conference, self.today)? else {
            return Ok(DeskGuestsAnswer::default());
        };
        let signers = signers(rows, conference.id)?;
        let mut organisations: BTreeMap<Id<Organisation>, Organisation> = BTreeMap::new();
        let mut sent: BTreeMap<Id<Person>, Id<Participation>> = BTreeMap::new();
        let mut people: BTreeMap<Id<Person>, String> = BTreeMap::new();
        let mut guests = Vec::new();
        for Stored { id, record, .. } in rows.children::<Participation>("conference", conference.id.any())? {
            let Some(person_id) = record.person else { continue };
            let Some(person) = rows.find(person_id)? else { continue };
            let organisation = match record.organisation {
                None => None,
                Some(id) => {
                    if let std::collections::btree_map::Entry::Vacant(entry) = organisations.entry(id) {
                        entry.insert(rows.find(id)?.map(|stored| stored.record).unwrap_or_default());
                    }
                    organisations.get(&id)
                }
            };
            let title = title_of(rows, &record, conference.record.day())?;
            if let Some(absent) = record.substitute_for {
                sent.insert(absent, id);
            }
            people.insert(person_id, person.record.full_name.clone());
            let commune = organisation.and_then(|of| of.commune).or(person.record.commune);
            let province = commune.and_then(|code| places.province_of(code)).map(|of| of.name.clone());
            let mut guest = guest(id, &record, &person.record, organisation, title, &signers);
            guest.province = province.unwrap_or_default();
            guests.push((record.substitute_for, person_id, guest));
        }
        // Two notes of one guest: the name of somebody else, and whose name that is.
        for (absent, person, guest) in &mut guests {
            if let Some(absent) = absent {
                let known = people.get(absent).cloned();
                let name = known.map_or_else(|| name_of(rows, *absent), Ok)?;
                guest.instead_of = name;
            }
            guest.substitute = sent.get(person).copied();
        }
        let mut guests: Vec<_> = guests.into_iter().map(|(_, _, guest)| guest).collect();
        guests.sort_by_cached_key(|guest| (sort_key(&person_sort_name(&guest.name)), guest.id));
        let places = guests.iter().enumerate().map(|(place, guest)| (guest.id, place)).collect();
        Ok(DeskGuestsAnswer { conference: Some(conference), guests, places })
    }
}

fn name_of(rows: Rows<'_>, person: Id<Person>) -> Result<String> {
    Ok(rows.find(person)?.map(|person| person.record.full_name).unwrap_or_default())
}

/// The digits of telephone numbers as they are stored.
pub(super) fn phone_digits(stored: &str) -> impl Iterator<Item = &str> {
    stored.split(' ').map(|phone| phone.trim_end_matches('z')).filter(|digits| !digits.is_empty())
}

fn guest(
    id: Id<Participation>,
    record: &Participation,
    person: &Person,
    organisation: Option<&Organisation>,
    title: String,
    signers: &Signers,
) -> Guest {
    let spaced = |text: &str| format!(" {} ", fold(text));
    let code = spaced(&record.code);
    let digits = code.trim_end().rsplit(|letter: char| !letter.is_ascii_digit()).next();
    let organisation_keys = organisation
        .map(|organisation| format!("{}{}", spaced(&organisation.short_name), spaced(&organisation.name)));
    Guest {
        id,
        honorific: honorific(person),
        name: person.full_name.clone(),
        title,
        organisation: organisation.map(|organisation| organisation.name.clone()).unwrap_or_default(),
        province: String::new(),
        group: record.guest_group,
        class: record.class,
        code: record.code.clone(),
        walk_in: record.walk_in,
        instead_of: String::new(),
        substitute: None,
        forms: record.forms.clone(),
        signs: signers.of(record),
        keys: Keys {
            name: spaced(&person.full_name),
            organisation: organisation_keys.unwrap_or_default(),
            number: digits.unwrap_or_default().to_owned(),
            phones: person.phones.0.iter().map(|phone| phone.digits.clone()).collect(),
            code,
        },
    }
}

/// How a person is spoken of; nothing where nobody knows, rather than wrongly.
fn honorific(person: &Person) -> String {
    let unknown = person.honorific.is_empty() && person.sex.is_none() && !person.is_woman();
    if unknown { String::new() } else { person.polite().to_owned() }
}

/// Who signs at a conference.
#[derive(Debug, Default)]
pub struct Signers {
    people: BTreeMap<Id<Person>, Signs>,
    organisations: BTreeMap<Id<Organisation>, Signs>,
}

impl Signers {
    /// What a guest signs, or else the organisation.
    pub fn of(&self, guest: &Participation) -> Option<Signs> {
        let own = guest.person.and_then(|person| self.people.get(&person));
        own.or_else(|| self.organisations.get(&guest.organisation?)).copied()
    }
}

/// Who signs which MoU, each with the first of theirs; places as the board of the ceremony counts them.
pub fn signers(rows: Rows<'_>, conference: Id<Conference>) -> Result<Signers> {
    let mut mous = rows.children::<Mou>("conference", conference.any())?;
    let last = |number: Option<i64>| number.filter(|number| *number > 0).unwrap_or(i64::MAX);
    mous.sort_by_key(|Stored { id, record, .. }| {
        (last(record.ceremony_batch), record.ceremony_order.unwrap_or(i64::MAX), record.number.clone(), *id)
    });
    let mut signers = Signers::default();
    for (place, mou) in (1..).zip(&mous) {
        let signs = Signs { place, batch: mou.record.ceremony_batch.unwrap_or(0).max(0), in_person: true };
        for party in rows.children::<MouParty>("mou", mou.id.any())? {
            let signer = rows.linked(party.record.signer)?.and_then(|position| position.record.person);
            for person in [party.record.person, signer].into_iter().flatten() {
                signers.people.entry(person).or_insert(signs);
            }
            if let Some(organisation) = party.record.organisation {
                let signs = Signs { in_person: false, ..signs };
                signers.organisations.entry(organisation).or_insert(signs);
            }
        }
    }
    Ok(signers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{IdSource, PhoneNumber, PhoneNumbers};

    fn guests(people: &[(&str, &str, &str, &str)]) -> DeskGuestsAnswer {
        let mut ids = IdSource::new([1; 16]);
        let made = people.iter().map(|(name, organisation, phone, code)| {
            let phones = PhoneNumbers(vec![PhoneNumber { digits: (*phone).to_owned(), zalo: false }]);
            let person = Person { full_name: (*name).to_owned(), phones, ..Person::default() };
            let record = Participation { code: (*code).to_owned(), ..Participation::default() };
            let organisation = Organisation { name: (*organisation).to_owned(), ..Organisation::default() };
            let id = ids.make_id(1);
            guest(id, &record, &person, Some(&organisation), String::new(), &Signers::default())
        });
        DeskGuestsAnswer { guests: made.collect(), ..DeskGuestsAnswer::default() }
    }

    #[test]
    fn guests_are_found_by_beginnings_of_words_digits_and_codes() {
        let all = guests(&[
            ("Đàm Quang Lộc", "HTX Mây tre đan Đan Hòa", "0912345678", "HN26-0147"),
            ("Đàm Quang Lợi", "HTX Chiếu cói Bình Minh", "0987650147", "HN26-0152"),
            ("Lý Thị Hòa", "Sở Công Thương", "0901112233", "HN26-0007"),
            ("Trần Văn Mới", "", "", "HN26-B2-01"),
        ]);
        for (typed, expected) in [
            ("d", &[0, 1][..]),
            ("dam quang lo", &[0, 1]),
            ("LỘC đàm", &[0]),
            ("li", &[2]),
            ("hoa", &[2, 0]),
            ("binh minh", &[1]),
            ("0147", &[0, 1]),
            ("147", &[0]),
            ("5678", &[0]),
            ("0912 345 678", &[0]),
            ("+84912345678", &[0]),
            ("HN26-0147", &[0]),
            ("hn26 0152", &[1]),
            ("HN26-B2-01", &[3]),
            ("b2 01", &[3]),
            ("7", &[2]),
            ("", &[]),
            ("-", &[]),
            ("xyz", &[]),
        ] {
            assert_eq!(all.find(typed), expected, "{typed}");
        }
    }

    #[test]
    fn nobody_is_called_a_man_by_guessing() {
        let named = |name: &str| Person { full_name: name.to_owned(), ..Person::default() };
        assert_eq!(honorific(&named("Trần Thị Mai")), "Bà");
        assert_eq!(honorific(&named("Trần Mai")), "");
        assert_eq!(honorific(&Person { honorific: "Đồng chí".into(), ..named("Trần Mai") }), "Đồng chí");
    }
}
