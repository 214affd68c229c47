//! The search index over current and former names: a small vocabulary and the names as numbers in it.
//!
//! Building it takes a few milliseconds and happens at the first search; it is never stored.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::list::Places;
use super::units::{Place, UnitKind};
use crate::vietnamese::{exact, fold, sort_key};

/// The index of one edition of the lists.
#[derive(Debug)]
pub(super) struct Index {
    /// All words of names without marks, sorted; a word is known by its place here.
    pub(super) folded: Vec<String>,
    /// All words of names with their marks, sorted.
    pub(super) exact: Vec<String>,
    words: Vec<Word>,
    pub(super) names: Vec<Name>,
    pub(super) entries: Vec<Entry>,
    targets: Vec<usize>,
    /// What can be found: the provinces by code, then the communes by province and name.
    pub(super) places: Vec<Place>,
}

/// A word of a name: its places in the two vocabularies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) folded: usize,
    pub(super) exact: usize,
}

/// The level of a unit in either system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Province,
    District,
    Commune,
}

/// A name of a unit, shared by all entries in which it stands.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) kind: UnitKind,
    pub(super) level: Level,
    words: Range<usize>,
}

/// A way to find one or more places: a unit with the larger units around it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) origin: Origin,
    /// The name of the unit itself, then those of the units around it (places in [`Index::names`]).
    pub(super) names: [Option<usize>; 4],
    targets: Range<usize>,
}

/// What kind of unit an [`Entry`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// A province or commune of the current list.
    Current,
    /// A former province, by one of its communes (a place in the list of former communes).
    FormerProvince(usize),
    /// A former commune (a place in the list of former communes).
    FormerCommune(usize),
    /// A former district, by one of its communes (a place in the list of former communes).
    FormerDistrict(usize),
}

impl Index {
    pub(super) fn new(places: &Places) -> Self {
        let mut builder = Builder::new(places);
        builder.add_current(places);
        builder.add_former(places);
        builder.finish()
    }

    /// The name of the unit of an entry (0), or of the units around it (from 1).
    pub(super) fn name(&self, entry: &Entry, position: usize) -> Option<&Name> {
        self.names.get((*entry.names.get(position)?)?)
    }

    /// The words of a name.
    pub(super) fn words(&self, name: &Name) -> &[Word] {
        self.words.get(name.words.clone()).unwrap_or_default()
    }

    /// The places an entry leads to (places in [`Index::places`]).
    pub(super) fn targets(&self, entry: &Entry) -> &[usize] {
        self.targets.get(entry.targets.clone()).unwrap_or_default()
    }
}

/// Cuts a text into words; signs separate them, but an apostrophe belongs to its word (“Ea H'Leo”).
pub(super) fn split_words(text: &str) -> impl Iterator<Item = String> {
    let apostrophe = |letter: char| matches!(letter, '\'' | '’' | 'ʼ');
    let separates = move |letter: char| !letter.is_alphanumeric() && !apostrophe(letter);
    let words = text.split(separates).map(move |word| word.replace(apostrophe, ""));
    words.filter(|word| !word.is_empty())
}

/// A name before the vocabulary is complete.
struct RawName {
    kind: UnitKind,
    level: Level,
    words: Vec<String>,
}

/// Gathers names and entries.
struct Builder {
    places: Vec<Place>,
    place_numbers: HashMap<Place, usize>,
    names: Vec<RawName>,
    entries: Vec<Entry>,
    targets: Vec<usize>,
    /// The name of each current province, for the communes in it.
    province_names: HashMap<Place, usize>,
}

impl Builder {
    fn new(places: &Places) -> Self {
        let provinces = places.provinces.iter().map(|province| Place::Province(province.code));
        let mut communes: Vec<_> = places.communes.iter().collect();
        communes.sort_by_cached_key(|commune| (commune.province, sort_key(&commune.name), commune.code));
        let communes = communes.into_iter().map(|commune| Place::Commune(commune.code));
        let all: Vec<_> = provinces.chain(communes).collect();
        Self {
            place_numbers: all.iter().enumerate().map(|(number, place)| (*place, number)).collect(),
            places: all,
            names: Vec::new(),
            entries: Vec::new(),
            targets: Vec::new(),
            province_names: HashMap::new(),
        }
    }

    fn add_current(&mut self, places: &Places) {
        for province in &places.provinces {
            let place = Place::Province(province.code);
            let name = self.add_name(province.kind, Level::Province, &province.name);
            self.province_names.insert(place, name);
            self.add_entry(Origin::Current, [Some(name), None, None, None], [place]);
        }
        for commune in &places.communes {
            let name = self.add_name(commune.kind, Level::Commune, &commune.name);
            let province = self.province_names.get(&Place::Province(commune.province)).copied();
            self.add_entry(
                Origin::Current,
                [Some(name), province, None, None],
                [Place::Commune(commune.code)],
            );
        }
    }

    fn add_former(&mut self, places: &Places) {
        let mut provinces = BTreeMap::new();
        let mut districts = BTreeMap::new();
        for (number, former) in places.former.iter().enumerate() {
            let Some(successor) = places.commune(former.successor) else { continue };
            let place = Place::Commune(successor.code);
            let today = Place::Province(successor.province);

            let province_key = (former.province.kind.word(), &former.province.name);
            let province = provinces.entry(province_key).or_insert_with(|| {
                let name = self.add_name(former.province.kind, Level::Province, &former.province.name);
                (name, number, BTreeSet::new())
            });
            province.2.insert(today);
            let province = province.0;
            let district = former.district.as_ref().map(|unit| {
                let key = (province, unit.kind.word(), &unit.name);
                let district = districts.entry(key).or_insert_with(|| {
                    (self.add_name(unit.kind, Level::District, &unit.name), number, BTreeSet::new())
                });
                district.2.insert(place);
                district.0
            });
            let name = self.add_name(former.name.kind, Level::Commune, &former.name.name);
            let today = self.province_names.get(&today).copied();
            self.add_entry(
                Origin::FormerCommune(number),
                [Some(name), district, Some(province), today],
                [place],
            );
        }
        for (name, number, targets) in provinces.into_values() {
            self.add_entry(Origin::FormerProvince(number), [Some(name), None, None, None], targets);
        }
        for ((province, ..), (name, number, targets)) in districts {
            let names = [Some(name), None, Some(province), None];
            self.add_entry(Origin::FormerDistrict(number), names, targets);
        }
    }

    fn add_name(&mut self, kind: UnitKind, level: Level, name: &str) -> usize {
        self.names.push(RawName { kind, level, words: split_words(name).collect() });
        self.names.len() - 1
    }

    fn add_entry(
        &mut self,
        origin: Origin,
        names: [Option<usize>; 4],
        targets: impl IntoIterator<Item = Place>,
    ) {
        let start = self.targets.len();
        let numbers = targets.into_iter().filter_map(|place| self.place_numbers.get(&place));
        self.targets.extend(numbers);
        self.entries.push(Entry { origin, names, targets: start..self.targets.len() });
    }

    fn finish(self) -> Index {
        // Few words make all the names, so each is folded only once.
        let mut raw: Vec<&str> =
            self.names.iter().flat_map(|name| name.words.iter().map(String::as_str)).collect();
        raw.sort_unstable();
        raw.dedup();
        let spellings: Vec<_> = raw.iter().map(|word| (fold(word), exact(word))).collect();
        let folded = vocabulary(spellings.iter().map(|(folded, _)| folded));
        let exact = vocabulary(spellings.iter().map(|(_, exact)| exact));
        let known: HashMap<&str, Word> = raw
            .iter()
            .zip(&spellings)
            .filter_map(|(word, (plain, marked))| {
                let folded = folded.binary_search(plain).ok()?;
                Some((*word, Word { folded, exact: exact.binary_search(marked).ok()? }))
            })
            .collect();

        let mut words = Vec::new();
        let mut names = Vec::with_capacity(self.names.len());
        for name in &self.names {
            let start = words.len();
            words.extend(name.words.iter().filter_map(|word| known.get(word.as_str())));
            names.push(Name { kind: name.kind, level: name.level, words: start..words.len() });
        }
        let Self { entries, targets, places, .. } = self;
        Index { folded, exact, words, names, entries, targets, places }
    }
}

fn vocabulary<'a>(words: impl Iterator<Item = &'a String>) -> Vec<String> {
    words.collect::<BTreeSet<_>>().into_iter().cloned().collect()
}
