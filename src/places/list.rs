//! The lists as a value to look things up in: by code, by province and by day.

use std::sync::OnceLock;

use jiff::civil::Date;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::index::Index;
use super::read::{self, Lists, Section, Source};
use super::units::{
    Change, Changed, Commune, CommuneCode, FIRST_DAY, FormerCommune, Place, Province, ProvinceCode, UnitKind,
};
use crate::problem::Problem;

/// One edition of the lists of administrative units.
#[derive(Debug)]
pub struct Places {
    pub(super) date: Date,
    pub(super) provinces: Vec<Province>,
    pub(super) communes: Vec<Commune>,
    pub(super) former: Vec<FormerCommune>,
    pub(super) changes: Vec<Change>,
    index: OnceLock<Index>,
}

impl Places {
    /// The edition inside the program, read at the first call.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Places> = OnceLock::new();
        BUILT_IN.get_or_init(|| {
            let sources = [
                Source::whole(Section::Provinces, include_str!("../../assets/places/provinces.csv")),
                Source::whole(Section::Communes, include_str!("../../assets/places/communes.csv")),
                Source::whole(Section::Former, include_str!("../../assets/places/former_communes.csv")),
                Source::whole(Section::Changes, include_str!("../../assets/places/changes.csv")),
            ];
            // The files are part of the program and a test reads them, so the empty list never appears.
            Self::from_sources(&sources).unwrap_or_else(|_| Self::empty())
        })
    }

    /// Reads the four lists from the texts of their files (see `assets/places/README.md`).
    ///
    /// The date of the edition is that of its newest change.
    pub fn from_texts(
        provinces: &str,
        communes: &str,
        former: &str,
        changes: &str,
    ) -> Result<Self, Vec<Problem>> {
        let texts = [provinces, communes, former, changes].map(normalized);
        let [provinces, communes, former, changes] = &texts;
        let sources = [
            Source::whole(Section::Provinces, provinces),
            Source::whole(Section::Communes, communes),
            Source::whole(Section::Former, former),
            Source::whole(Section::Changes, changes),
        ];
        Self::from_sources(&sources)
    }

    /// The edition with the date of its newest change.
    pub(super) fn from_sources(sources: &[Source<'_>; 4]) -> Result<Self, Vec<Problem>> {
        let Lists { provinces, communes, former, changes } = read::read(sources)?;
        let date = changes.last().map_or(FIRST_DAY, |change| change.date);
        Ok(Self { date, provinces, communes, former, changes, index: OnceLock::new() })
    }

    fn empty() -> Self {
        Self {
            date: FIRST_DAY,
            provinces: Vec::new(),
            communes: Vec::new(),
            former: Vec::new(),
            changes: Vec::new(),
            index: OnceLock::new(),
        }
    }

    /// The day whose state the current list shows.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The provinces and cities, by code.
    pub fn provinces(&self) -> &[Province] {
        &self.provinces
    }

    /// The communes, by code.
    pub fn communes(&self) -> &[Commune] {
        &self.communes
    }

    /// The former communes, by their code.
    pub fn former_communes(&self) -> &[FormerCommune] {
        &self.former
    }

    /// The changes since [`FIRST_DAY`], the oldest first.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The province with this code.
    pub fn province(&self, code: ProvinceCode) -> Option<&Province> {
        let at = self.provinces.binary_search_by_key(&code, |province| province.code).ok()?;
        self.provinces.get(at)
    }

    /// The commune with this code.
    pub fn commune(&self, code: CommuneCode) -> Option<&Commune> {
        let at = self.communes.binary_search_by_key(&code, |commune| commune.code).ok()?;
        self.communes.get(at)
    }

    /// The province of the commune with this code.
    pub fn province_of(&self, code: CommuneCode) -> Option<&Province> {
        self.province(self.commune(code)?.province)
    }

    /// The former commune with this code of the former list.
    pub fn former_commune(&self, code: CommuneCode) -> Option<&FormerCommune> {
        let at = self.former.binary_search_by_key(&code, |former| former.code).ok()?;
        self.former.get(at)
    }

    /// The communes of a province, by code.
    pub fn communes_of(&self, province: ProvinceCode) -> impl Iterator<Item = &Commune> {
        self.communes.iter().filter(move |commune| commune.province == province)
    }

    /// The commune with the kind and the name it had on a day; none before [`FIRST_DAY`].
    ///
    /// `valid_from` is then the beginning of that state.
    pub fn commune_on(&self, code: CommuneCode, day: Date) -> Option<Commune> {
        let mut commune = self.commune(code)?.clone();
        let place = Place::Commune(code);
        commune.valid_from = self.roll_back(place, day, &mut commune.kind, &mut commune.name)?;
        Some(commune)
    }

    /// The province with the kind and the name it had on a day; none before [`FIRST_DAY`].
    pub fn province_on(&self, code: ProvinceCode, day: Date) -> Option<Province> {
        let mut province = self.province(code)?.clone();
        let place = Place::Province(code);
        province.valid_from = self.roll_back(place, day, &mut province.kind, &mut province.name)?;
        Some(province)
    }

    /// Undoes the changes after a day and returns the day of the last one that stays.
    fn roll_back(&self, place: Place, day: Date, kind: &mut UnitKind, name: &mut String) -> Option<Date> {
        if day < FIRST_DAY {
            return None;
        }
        for change in self.changes.iter().rev().filter(|change| change.place == place) {
            if change.date <= day {
                return Some(change.date);
            }
            match &change.changed {
                Changed::Kind { before, .. } => *kind = *before,
                Changed::Name { before, .. } => name.clone_from(before),
            }
        }
        Some(FIRST_DAY)
    }

    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self))
    }
}

/// The text in composed form (NFC): a list that another program wrote can have its marks apart.
pub(super) fn normalized(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;

    use super::*;

    fn code(text: &str) -> CommuneCode {
        CommuneCode::parse(text).unwrap()
    }

    fn province(text: &str) -> ProvinceCode {
        ProvinceCode::parse(text).unwrap()
    }

    #[test]
    fn the_built_in_lists_are_complete() {
        let places = Places::built_in();
        let communes = |kind| places.communes().iter().filter(|commune| commune.kind == kind).count();
        let cities = places.provinces().iter().filter(|province| province.kind == UnitKind::City);
        assert_eq!(places.date(), date(2026, 4, 30));
        assert_eq!(places.provinces().len(), 34);
        assert_eq!(
            cities.map(|city| city.name.as_str()).collect::<Vec<_>>(),
            ["Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Đồng Nai", "Hồ Chí Minh", "Cần Thơ"]
        );
        assert_eq!(places.communes().len(), 3321);
        assert_eq!(communes(UnitKind::Xa), 2611);
        assert_eq!(communes(UnitKind::Phuong), 697);
        assert_eq!(communes(UnitKind::DacKhu), 13);
        assert_eq!(places.former_communes().len(), 10_034);
        assert_eq!(places.former_communes().iter().filter(|former| former.needs_checking()).count(), 471);
        assert_eq!(places.changes().len(), 11);
    }

    #[test]
    fn communes_per_province_are_those_of_the_resolutions() {
        let expected =
            [("01", 126), ("24", 99), ("38", 166), ("46", 40), ("75", 95), ("79", 168), ("96", 64)];
        for (text, count) in expected {
            assert_eq!(Places::built_in().communes_of(province(text)).count(), count, "{text}");
        }
    }

    #[test]
    fn every_former_commune_has_a_successor_and_every_former_province_only_one() {
        let places = Places::built_in();
        let mut provinces = BTreeSet::new();
        for former in places.former_communes() {
            let successor = places.commune(former.successor).unwrap();
            provinces.insert((former.province.in_list(), successor.province));
        }
        assert_eq!(provinces.len(), 63);
    }

    #[test]
    fn names_are_composed_and_have_no_spare_spaces() {
        let places = Places::built_in();
        let communes = places.communes().iter().map(|commune| commune.name.as_str());
        let provinces = places.provinces().iter().map(|province| province.name.as_str());
        let former = places.former_communes().iter().flat_map(|former| {
            [
                &*former.name.name,
                &*former.province.name,
                former.district.as_ref().map_or("x", |unit| &unit.name),
            ]
        });
        for name in communes.chain(provinces).chain(former) {
            assert!(is_nfc(name), "{name}");
            assert_eq!(name.split_whitespace().collect::<Vec<_>>().join(" "), name);
            assert!(!name.contains(['"', ',', '\r']), "{name}");
        }
    }

    #[test]
    fn inside_a_province_a_name_is_a_key() {
        let places = Places::built_in();
        let keys: BTreeSet<_> =
            places.communes().iter().map(|commune| (commune.province, &commune.name)).collect();
        assert_eq!(keys.len(), places.communes().len());
    }

    #[test]
    fn codes_that_named_another_province_before_name_the_present_one() {
        let traps = [
            ("24", "Bắc Ninh"),
            ("15", "Lào Cai"),
            ("44", "Quảng Trị"),
            ("52", "Gia Lai"),
            ("80", "Tây Ninh"),
            ("82", "Đồng Tháp"),
            ("91", "An Giang"),
        ];
        for (text, name) in traps {
            assert_eq!(Places::built_in().province(province(text)).unwrap().name, name);
        }
        assert_eq!(Places::built_in().province(province("27")), None);
    }

    #[test]
    fn dong_nai_became_a_city_on_30_april_2026() {
        let places = Places::built_in();
        let kind = |day| places.province_on(province("75"), day).map(|unit| (unit.kind, unit.valid_from));
        assert_eq!(kind(date(2025, 6, 30)), None);
        assert_eq!(kind(date(2025, 7, 1)), Some((UnitKind::Province, FIRST_DAY)));
        assert_eq!(kind(date(2026, 4, 29)), Some((UnitKind::Province, FIRST_DAY)));
        assert_eq!(kind(date(2026, 4, 30)), Some((UnitKind::City, date(2026, 4, 30))));
        assert_eq!(places.province(province("75")).unwrap().valid_from, date(2026, 4, 30));
    }

    #[test]
    fn ten_communes_of_dong_nai_became_wards_and_kept_their_codes() {
        let places = Places::built_in();
        let before = date(2026, 4, 29);
        let on = |day| {
            let communes = places.communes_of(province("75")).map(|commune| commune.code);
            let kinds = communes.map(|code| places.commune_on(code, day).unwrap().kind);
            kinds.filter(|kind| *kind == UnitKind::Phuong).count()
        };
        assert_eq!((on(before), on(date(2026, 4, 30))), (23, 33));
        let long_thanh = places.commune_on(code("26368"), before).unwrap();
        assert_eq!((long_thanh.kind, long_thanh.valid_from), (UnitKind::Xa, FIRST_DAY));
        assert_eq!(places.commune(code("26368")).unwrap().kind, UnitKind::Phuong);
        let unchanged = places.commune_on(code("00577"), date(2030, 1, 1)).unwrap();
        assert_eq!(Some(&unchanged), places.commune(code("00577")));
    }

    #[test]
    fn both_archipelagos_are_there_with_their_provinces() {
        let places = Places::built_in();
        for (text, name, place, north, east) in [
            ("20333", "Hoàng Sa", "Đà Nẵng", 16_568_000, 112_135_000),
            ("22736", "Trường Sa", "Khánh Hòa", 9_710_000, 114_450_000),
        ] {
            let commune = places.commune(code(text)).unwrap();
            assert_eq!((commune.kind, commune.name.as_str()), (UnitKind::DacKhu, name));
            assert_eq!(places.province(commune.province).unwrap().name, place);
            assert_eq!((commune.latitude, commune.longitude), (north, east));
        }
    }

    #[test]
    fn an_area_that_the_list_does_not_know_is_none() {
        let places = Places::built_in();
        assert_eq!(places.commune(code("00004")).unwrap().area, Some(2_970_000));
        for unknown in ["19147", "06187"] {
            assert_eq!(places.commune(code(unknown)).unwrap().area, None);
        }
    }
}
