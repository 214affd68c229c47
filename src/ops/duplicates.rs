//! Records that may be the same: weighted rules over names, numbers, places and dates; pairs of a whole
//! register, and whatever is like the record that is being typed. Nothing is ever merged by itself.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{AnyRecord, Query};
use crate::domain::{
    AnyId, Artisan, CodeSet, DistinctPair, Organisation, Person, PhoneNumbers, Product, Record, RecordKind,
    Stored, Village,
};
use crate::error::Result;
use crate::i18n::{Message, message};
use crate::places::{CommuneCode, Places};
use crate::store::{Rows, SearchQuery, Store};
use crate::vietnamese::{ComparedName, Likeness, PartialDate, fold, organisation_sort_name, parse_phones};

/// The kinds that are looked through.
pub const COMPARED: [RecordKind; 4] =
    [RecordKind::Person, RecordKind::Organisation, RecordKind::Village, RecordKind::Product];

/// From so many points on two records are shown as alike.
const ALIKE: i64 = 45;
/// While somebody types, the name alone is enough, also without its tones.
const ALIKE_TYPED: i64 = 38;
/// From so many points on they are very much alike.
const VERY_ALIKE: i64 = 65;

/// Two records that may be the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The older record.
    pub first: AnyId,
    /// Its name.
    pub first_name: String,
    /// The other one.
    pub second: AnyId,
    /// Its name.
    pub second_name: String,
    /// How alike, and why.
    pub alike: Alike,
}

/// How alike two records are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alike {
    /// Points: from 45 alike, from 65 very much.
    pub points: i64,
    /// Why, in words.
    pub reasons: Vec<Message>,
}

impl Alike {
    /// Whether hardly anything speaks against it.
    pub fn is_strong(&self) -> bool {
        self.points >= VERY_ALIKE
    }

    fn add(&mut self, points: i64, reason: Message) {
        self.points += points;
        if points > 0 {
            self.reasons.push(reason);
        }
    }
}

/// What of a record is compared.
#[derive(Clone, Debug, Default, PartialEq)]
struct Compared {
    name: Option<ComparedName>,
    /// Further names, of a village.
    others: Vec<ComparedName>,
    /// Telephone numbers of today's form.
    phones: BTreeSet<String>,
    email: String,
    /// Tax code, personal id, barcode or the maker's code.
    numbers: BTreeSet<String>,
    /// Of these, one that no two records have: two that differ are two.
    own_number: String,
    birth: Option<PartialDate>,
    province: Option<String>,
    commune: Option<CommuneCode>,
    village: Option<AnyId>,
    maker: Option<AnyId>,
    trades: CodeSet,
}

fn phones_of(numbers: &PhoneNumbers) -> BTreeSet<String> {
    // Numbers written before 2018 come in their form of today.
    numbers.0.iter().flat_map(|number| parse_phones(&number.digits).0).map(|phone| phone.digits).collect()
}

fn given(texts: &[&str]) -> BTreeSet<String> {
    texts.iter().filter(|text| !text.is_empty()).map(|text| (*text).to_owned()).collect()
}

/// The commune of today, found by the former one where only that is known.
fn place(
    places: &Places,
    commune: Option<CommuneCode>,
    former: Option<CommuneCode>,
) -> (Option<CommuneCode>, Option<String>) {
    let commune = commune
        .or_else(|| former.and_then(|code| places.former_commune(code)).map(|former| former.successor));
    let province = commune.and_then(|code| places.province_of(code)).map(|found| found.code.to_string());
    (commune, province)
}

/// Words that stand before many names of villages and tell nothing.
const VILLAGE_WORDS: [&str; 6] = ["lang", "nghe", "truyen", "thong", "pho", "xom"];

fn village_name(name: &str) -> ComparedName {
    let words: Vec<&str> =
        name.split_whitespace().filter(|word| !VILLAGE_WORDS.contains(&fold(word).as_str())).collect();
    ComparedName::new(&if words.is_empty() { name.to_owned() } else { words.join(" ") })
}

impl Compared {
    fn of_person(person: &Person, village: Option<AnyId>, places: &Places) -> Self {
        let (commune, province) = place(places, person.commune, person.former_commune);
        Self {
            name: Some(ComparedName::new(&person.full_name)),
            phones: phones_of(&person.phones),
            email: person.email.to_lowercase(),
            numbers: given(&[&person.personal_id]),
            own_number: person.personal_id.clone(),
            birth: person.birth,
            commune,
            province,
            village,
            ..Self::default()
        }
    }

    fn of(record: &AnyRecord, places: &Places) -> Self {
        match record {
            AnyRecord::Person(person) => Self::of_person(person, None, places),
            AnyRecord::Organisation(record) => {
                let (commune, province) = place(places, record.commune, record.former_commune);
                Self {
                    name: Some(ComparedName::new(&organisation_sort_name(&record.name))),
                    phones: phones_of(&record.phones),
                    email: record.email.to_lowercase(),
                    numbers: given(&[&record.tax_code]),
                    own_number: record.tax_code.clone(),
                    commune,
                    province,
                    village: record.village.map(|id| id.any()),
                    ..Self::default()
                }
            }
            AnyRecord::Village(record) => {
                let (commune, province) = place(places, record.commune, record.former_commune);
                Self {
                    name: Some(village_name(&record.name)),
                    others: record.other_names.split([',', ';']).map(ComparedName::new).collect(),
                    commune,
                    province,
                    trades: record.trades.clone(),
                    ..Self::default()
                }
            }
            AnyRecord::Product(record) => Self {
                name: Some(ComparedName::new(&record.name)),
                numbers: given(&[&record.barcode, &record.code]),
                village: record.village.map(|id| id.any()),
                maker: record.organisation.map(|id| id.any()),
                ..Self::default()
            },
            _ => Self::default(),
        }
    }

    /// What two records that are alike have in common: one of these.
    fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = self.numbers.iter().map(|number| format!("#{number}")).collect();
        keys.extend(self.phones.iter().map(|phone| format!("+{phone}")));
        if !self.email.is_empty() {
            keys.push(format!("@{}", self.email));
        }
        for name in self.name.iter().chain(&self.others).filter(|name| !name.is_empty()) {
            keys.push(name.key().to_owned());
            keys.extend(name.one_letter_keys().into_iter().map(|key| format!("~{key}")));
        }
        keys
    }

    /// How alike two records of a kind are.
    fn alike(&self, other: &Self) -> Alike {
        let mut alike = Alike::default();
        if let (Some(one), Some(two)) = (&self.name, &other.name) {
            let mut likeness = one.likeness(two);
            for name in &self.others {
                likeness = likeness.min(name.likeness(two));
            }
            for name in &other.others {
                likeness = likeness.min(name.likeness(one));
            }
            match likeness {
                Likeness::Same => alike.add(45, message("alike-name")),
                Likeness::MissingTones => alike.add(40, message("alike-tones")),
                Likeness::OtherOrder => alike.add(38, message("alike-order")),
                Likeness::OneLetter => alike.add(28, message("alike-letter")),
                Likeness::OtherTones => alike.add(18, message("alike-other-tones")),
                Likeness::Different => {}
            }
        }
        if !self.numbers.is_disjoint(&other.numbers) {
            alike.add(55, message("alike-number"));
        } else if !self.own_number.is_empty() && !other.own_number.is_empty() {
            alike.points -= 60;
        }
        if !self.phones.is_disjoint(&other.phones) {
            alike.add(30, message("alike-phone"));
        }
        if !self.email.is_empty() && self.email == other.email {
            alike.add(20, message("alike-email"));
        }
        match (self.birth, other.birth) {
            (Some(one), Some(two)) if one == two && matches!(one, PartialDate::Day(_)) => {
                alike.add(25, message("alike-birth"));
            }
            (Some(one), Some(two)) if one.year() == two.year() => alike.add(12, message("alike-birth-year")),
            (Some(_), Some(_)) => alike.points -= 40,
            _ => {}
        }
        match (self.commune, other.commune) {
            (Some(one), Some(two)) if one == two => alike.add(15, message("alike-commune")),
            _ => match (&self.province, &other.province) {
                (Some(one), Some(two)) if one != two => alike.points -= 25,
                _ => {}
            },
        }
        match (self.village, other.village) {
            (Some(one), Some(two)) if one == two => alike.add(12, message("alike-village")),
            (Some(_), Some(_)) => alike.points -= 10,
            _ => {}
        }
        match (self.maker, other.maker) {
            (Some(one), Some(two)) if one == two => alike.add(15, message("alike-maker")),
            (Some(_), Some(_)) => alike.points -= 25,
            _ => {}
        }
        if self.trades.0.intersection(&other.trades.0).next().is_some() {
            alike.add(8, message("alike-trade"));
        }
        alike
    }
}

/// Asks for the pairs of a kind that may be the same, the most alike first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duplicates {
    /// The kind, one of [`COMPARED`].
    pub kind: RecordKind,
}

/// More pairs nobody looks through at once.
const MOST_PAIRS: usize = 500;
/// A group of records with a key in common that is larger tells nothing by that key alone.
const LARGEST_GROUP: usize = 60;

impl Query for Duplicates {
    type Answer = Vec<Pair>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![self.kind, RecordKind::Artisan, RecordKind::DistinctPair]
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<Pair>> {
        let places = store.places();
        let all = everything(store.rows(), self.kind, places)?;
        let distinct = distinct(store.rows(), self.kind)?;
        let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, (_, _, compared)) in all.iter().enumerate() {
            for key in compared.keys() {
                groups.entry(key).or_default().push(place);
            }
        }
        let mut seen = BTreeSet::new();
        let mut pairs = Vec::new();
        #[expect(clippy::iter_over_hash_type, reason = "pairs are sorted afterwards")]
        for (key, mut members) in groups {
            members.dedup();
            if members.len() < 2 {
                continue;
            }
            for group in finer(&key, members, &all) {
                for (number, one) in group.iter().enumerate() {
                    for two in group.iter().skip(number + 1) {
                        let (Some(first), Some(second)) = (all.get(*one), all.get(*two)) else { continue };
                        if first.0 == second.0 || !seen.insert((*one.min(two), *one.max(two))) {
                            continue;
                        }
                        let alike = first.2.alike(&second.2);
                        if alike.points >= ALIKE && !distinct.contains(&ordered(first.0, second.0)) {
                            let (first, second) = if one < two { (first, second) } else { (second, first) };
                            pairs.push(Pair {
                                first: first.0,
                                first_name: first.1.clone(),
                                second: second.0,
                                second_name: second.1.clone(),
                                alike,
                            });
                        }
                    }
                }
            }
        }
        pairs.sort_by(|one, two| {
            let key = |pair: &Pair| (-pair.alike.points, pair.first, pair.second);
            key(one).cmp(&key(two))
        });
        pairs.truncate(MOST_PAIRS);
        Ok(pairs)
    }
}

type Entry = (AnyId, String, Compared);

/// A large group by something else that two of it should have in common: many people have one name.
fn finer(key: &str, members: Vec<usize>, all: &[Entry]) -> Vec<Vec<usize>> {
    if members.len() <= LARGEST_GROUP {
        return vec![members];
    }
    if key.starts_with('~') {
        // They are compared under their whole names.
        return Vec::new();
    }
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for member in members {
        let Some((_, _, compared)) = all.get(member) else { continue };
        if let Some(birth) = compared.birth {
            groups.entry(format!("y{}", birth.year())).or_default().push(member);
        }
        if let Some(commune) = compared.commune {
            groups.entry(format!("c{commune}")).or_default().push(member);
        }
        if let Some(village) = compared.village {
            groups.entry(format!("v{}", village.hex())).or_default().push(member);
        }
    }
    groups.into_values().filter(|group| (2..=10 * LARGEST_GROUP).contains(&group.len())).collect()
}

fn ordered(one: AnyId, two: AnyId) -> (AnyId, AnyId) {
    if one <= two { (one, two) } else { (two, one) }
}

/// Pairs an officer found to be two.
fn distinct(rows: Rows<'_>, kind: RecordKind) -> Result<BTreeSet<(AnyId, AnyId)>> {
    let pairs = rows.matching::<DistinctPair>("kind", kind.table())?;
    let ids = pairs.into_iter().filter_map(|stored| {
        Some(ordered(AnyId::from_hex(&stored.record.first)?, AnyId::from_hex(&stored.record.second)?))
    });
    Ok(ids.collect())
}

fn entries<R: Record + Into<AnyRecord>>(
    rows: Rows<'_>,
    compared: impl Fn(AnyId, &AnyRecord) -> Compared,
) -> Result<Vec<Entry>> {
    let entry = |stored: Stored<R>| {
        let record: AnyRecord = stored.record.into();
        let id = stored.id.any();
        let compared = compared(id, &record);
        (id, record.name(), compared)
    };
    Ok(rows.all::<R>()?.into_iter().map(entry).collect())
}

/// All records of a kind outside the trash, oldest first.
fn everything(rows: Rows<'_>, kind: RecordKind, places: &Places) -> Result<Vec<Entry>> {
    let plain = |_: AnyId, record: &AnyRecord| Compared::of(record, places);
    match kind {
        RecordKind::Person => {
            let villages = villages_of_people(rows)?;
            entries::<Person>(rows, |id, record| match record {
                AnyRecord::Person(person) => Compared::of_person(person, villages.get(&id).copied(), places),
                _ => Compared::default(),
            })
        }
        RecordKind::Organisation => entries::<Organisation>(rows, plain),
        RecordKind::Village => entries::<Village>(rows, plain),
        RecordKind::Product => entries::<Product>(rows, plain),
        _ => Ok(Vec::new()),
    }
}

/// The villages of people who are artisans.
fn villages_of_people(rows: Rows<'_>) -> Result<HashMap<AnyId, AnyId>> {
    let artisans = rows.all::<Artisan>()?.into_iter();
    Ok(artisans
        .filter_map(|stored| Some((stored.record.person?.any(), stored.record.village?.any())))
        .collect())
}

/// Asks for records like the one that is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct AlikeTo {
    /// What is typed so far.
    pub record: AnyRecord,
    /// The village of a person who is an artisan.
    pub village: Option<AnyId>,
    /// The record itself, if it is in the register.
    pub except: Option<AnyId>,
}

/// A record like the one that is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct AlikeRecord {
    /// Its id.
    pub id: AnyId,
    /// Its name.
    pub name: String,
    /// Year of birth, place: what tells it from others.
    pub second: String,
    /// How alike, and why.
    pub alike: Alike,
}

/// So many names are looked at while somebody types.
const LOOKED_AT: usize = 40;
/// So many are shown.
const SHOWN: usize = 4;

impl Query for AlikeTo {
    type Answer = Vec<AlikeRecord>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![self.record.kind(), RecordKind::Artisan, RecordKind::DistinctPair]
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<AlikeRecord>> {
        let kind = self.record.kind();
        let places = store.places();
        let typed = match &self.record {
            AnyRecord::Person(person) => Compared::of_person(person, self.village, places),
            record => Compared::of(record, places),
        };
        let mut questions = vec![self.record.name()];
        questions.extend(typed.numbers.iter().chain(&typed.phones).cloned());
        // A person who is an artisan stands in the index as one.
        let kinds: &[RecordKind] = match kind {
            RecordKind::Person => &[RecordKind::Person, RecordKind::Artisan],
            RecordKind::Organisation => &[RecordKind::Organisation],
            RecordKind::Village => &[RecordKind::Village],
            _ => &[RecordKind::Product],
        };
        let mut ids = BTreeSet::new();
        for question in questions.iter().filter(|question| question.chars().count() > 2) {
            for hit in store.search(SearchQuery { text: question, kinds, limit: LOOKED_AT })? {
                ids.insert((hit.kind, hit.id));
            }
        }
        let rows = store.rows();
        let distinct = distinct(rows, kind)?;
        let mut found = Vec::new();
        for (hit, id) in ids {
            let (id, village) = if hit == RecordKind::Artisan {
                let artisan = rows.get::<Artisan>(crate::domain::Id::from_any(id))?.record;
                let Some(person) = artisan.person else { continue };
                (person.any(), artisan.village.map(|id| id.any()))
            } else {
                (id, None)
            };
            if Some(id) == self.except || found.iter().any(|known: &AlikeRecord| known.id == id) {
                continue;
            }
            if self.except.is_some_and(|except| distinct.contains(&ordered(id, except))) {
                continue;
            }
            let Some(record) = AnyRecord::find(&rows, kind, id)? else { continue };
            let compared = match &record {
                AnyRecord::Person(person) => Compared::of_person(person, village, places),
                record => Compared::of(record, places),
            };
            let alike = typed.alike(&compared);
            if alike.points >= ALIKE_TYPED {
                found.push(AlikeRecord { id, name: record.name(), second: second(&compared, places), alike });
            }
        }
        found.sort_by_key(|record| (-record.alike.points, record.id));
        found.truncate(SHOWN);
        Ok(found)
    }
}

fn second(compared: &Compared, places: &Places) -> String {
    let birth = compared.birth.map(|birth| birth.year().to_string());
    let place =
        compared.commune.and_then(|code| places.commune_short_address(code, crate::i18n::Language::Vi));
    birth.into_iter().chain(place).collect::<Vec<_>>().join(" · ")
}
