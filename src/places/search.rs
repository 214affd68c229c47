//! Search as you type over current and former units, and the exact look-up for imports.
//!
//! This reads no full addresses: a street or a village in the query leaves nothing that fits.

use super::index::{Entry, Index, Level, Origin};
use super::list::Places;
use super::matching::{Class, Matcher, Score, name_fits};
use super::names::joined;
use super::query::Query;
use super::units::{CommuneCode, FormerCommune, Place, UnitName};
use crate::i18n::Language;

/// A unit of the current list that a query found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceHit {
    /// The unit.
    pub place: Place,
    /// The former unit by which it was found, if not by its own name.
    pub found_by: Option<FormerUnit>,
    /// Whether a person has to check the unit, because the former one was divided (“cần kiểm tra”).
    pub needs_checking: bool,
}

/// A unit of the former three-level list: a commune, a district or a province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerUnit {
    /// The code of the commune, if it is one.
    pub code: Option<CommuneCode>,
    /// The commune, if it is one.
    pub commune: Option<UnitName>,
    /// The district, unless it is a province.
    pub district: Option<UnitName>,
    /// The province.
    pub province: UnitName,
}

impl FormerUnit {
    /// The names from the smallest unit up: “xã Bát Tràng, huyện Gia Lâm, thành phố Hà Nội”.
    pub fn text(&self, language: Language) -> String {
        joined([self.commune.as_ref(), self.district.as_ref(), Some(&self.province)], language)
    }
}

impl Places {
    /// The units that fit what is typed so far, the best first.
    ///
    /// Whole current names come first (with the same marks, then without), then beginnings of words in
    /// current names, then former names in the same way; equals go by province and name. Only if there are
    /// none, looser fits follow, such as the units of the kind that is being typed. Nothing typed finds
    /// nothing.
    pub fn search(&self, query: &str, limit: usize) -> Vec<PlaceHit> {
        self.find(query, limit, |_, _| true)
    }

    /// The communes that a row of an imported table can mean, by whole current or former names.
    ///
    /// One hit without `needs_checking` is an answer; several are for a person to choose from. A
    /// district that fits nothing is left out, and the hits then need checking.
    pub fn guess_commune(
        &self,
        commune: &str,
        district: Option<&str>,
        province: Option<&str>,
    ) -> Vec<PlaceHit> {
        let is_commune = |entry: &Entry, score: Score| {
            let level = self.index().name(entry, 0).map(|name| name.level);
            level == Some(Level::Commune) && !score.is_loose && score.class != Class::Prefix
        };
        let query = [Some(commune), district, province].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let hits = self.find(&query, usize::MAX, is_commune);
        if !hits.is_empty() || district.is_none() {
            return hits;
        }
        let mut hits = self.guess_commune(commune, None, province);
        for hit in &mut hits {
            hit.needs_checking = true;
        }
        hits
    }

    fn find(&self, query: &str, limit: usize, accept: impl Fn(&Entry, Score) -> bool) -> Vec<PlaceHit> {
        let index = self.index();
        let query = Query::new(query, index);
        if query.len() == 0 {
            return Vec::new();
        }
        let fits: Vec<u32> = index.names.iter().map(|name| name_fits(index, name, &query)).collect();
        let mut best: Vec<Option<(Score, &Entry)>> = vec![None; index.places.len()];
        for entry in &index.entries {
            let targets = index.targets(entry);
            let is_better = |slot: &usize| {
                best.get(*slot).is_some_and(|found| found.is_none_or(|(score, _)| score.can_improve(entry)))
            };
            if !may_fit(entry, &query, &fits) || !targets.iter().any(is_better) {
                continue;
            }
            let found = Matcher::new(index, &query, &fits, entry).score();
            let Some(score) = found.filter(|score| accept(entry, *score)) else { continue };
            for target in targets {
                if let Some(slot) = best.get_mut(*target)
                    && slot.is_none_or(|(known, _)| score < known)
                {
                    *slot = Some((score, entry));
                }
            }
        }
        let mut hits: Vec<_> = best
            .into_iter()
            .zip(&index.places)
            .enumerate()
            .filter_map(|(number, (found, place))| found.map(|(score, entry)| (score, number, entry, *place)))
            .collect();
        if hits.iter().any(|(score, ..)| !score.is_loose) {
            hits.retain(|(score, ..)| !score.is_loose);
        }
        // Cutting before sorting keeps the first letters of a query fast, which fit thousands of units.
        if limit < hits.len() {
            hits.select_nth_unstable_by_key(limit, |(score, number, ..)| (*score, *number));
            hits.truncate(limit);
        }
        hits.sort_unstable_by_key(|(score, number, ..)| (*score, *number));
        hits.into_iter().map(|(_, _, entry, place)| self.hit(index, entry, place)).collect()
    }

    fn hit(&self, index: &Index, entry: &Entry, place: Place) -> PlaceHit {
        let (number, has_commune, has_district) = match entry.origin {
            Origin::Current => return PlaceHit { place, found_by: None, needs_checking: false },
            Origin::FormerCommune(number) => (number, true, true),
            Origin::FormerDistrict(number) => (number, false, true),
            Origin::FormerProvince(number) => (number, false, false),
        };
        let former = self.former.get(number);
        let found_by = former.map(|former| FormerUnit {
            code: has_commune.then_some(former.code),
            commune: has_commune.then(|| former.name.clone()),
            district: former.district.clone().filter(|_| has_district),
            province: former.province.clone(),
        });
        let was_split = has_commune && former.is_some_and(FormerCommune::needs_checking);
        PlaceHit { place, found_by, needs_checking: was_split || index.targets(entry).len() > 1 }
    }
}

/// A quick look that most entries do not pass: whether each necessary word of the query stands in one of
/// the names, and at least one word in the name of the unit itself.
fn may_fit(entry: &Entry, query: &Query, fits: &[u32]) -> bool {
    let fits_of = |name: &usize| fits.get(*name).copied().unwrap_or(0);
    let unit = entry.names.first().and_then(Option::as_ref).map_or(0, fits_of);
    if unit == 0 && !(query.is_only_kind && entry.origin == Origin::Current) {
        return false;
    }
    let covered = entry.names.iter().flatten().fold(0, |all, name| all | fits_of(name));
    query.required & !covered == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(place: Place) -> String {
        let places = Places::built_in();
        match place {
            Place::Province(code) => places.province_name(code, Language::Vi).unwrap(),
            Place::Commune(code) => places.commune_address(code, Language::Vi).unwrap(),
        }
    }

    /// The hits as texts, a former name in brackets, a question mark where a person has to check.
    fn texts(hits: &[PlaceHit]) -> Vec<String> {
        let mark = |hit: &PlaceHit| if hit.needs_checking { "?" } else { "" };
        let former = |hit: &PlaceHit| {
            hit.found_by.as_ref().map(|unit| format!(" ({})", unit.text(Language::Vi))).unwrap_or_default()
        };
        hits.iter().map(|hit| format!("{}{}{}", name(hit.place), former(hit), mark(hit))).collect()
    }

    fn search(query: &str) -> Vec<String> {
        texts(&Places::built_in().search(query, 8))
    }

    fn first(query: &str) -> String {
        search(query).into_iter().next().unwrap_or_default()
    }

    #[test]
    fn a_current_name_is_found_with_and_without_marks_kinds_and_province() {
        for query in [
            "p. thanh xuan",
            "phường thanh xuân",
            "P.Thanh Xuân",
            "thanh xuân",
            "THANH XUAN HN",
            "ha noi, thanh xuan",
            "thanh xuân tp hà nội",
            "thanh xuân tp. h",
            "Phường Tha\u{300}nh Xuân".replace("a\u{300}", "a").as_str(),
        ] {
            assert_eq!(first(query), "phường Thanh Xuân, thành phố Hà Nội", "{query}");
        }
        for query in ["chuyen my ha noi", "xã chuyên mỹ", "x chuyên mĩ", "chuyên my, ha n"] {
            assert_eq!(first(query), "xã Chuyên Mỹ, thành phố Hà Nội", "{query}");
        }
    }

    #[test]
    fn provinces_are_found_first_by_their_names_and_abbreviations() {
        for (query, province) in [
            ("đồng nai", "thành phố Đồng Nai"),
            ("tỉnh đồng nai", "thành phố Đồng Nai"),
            ("tp hcm", "thành phố Hồ Chí Minh"),
            ("TP.HCM", "thành phố Hồ Chí Minh"),
            ("tphcm", "thành phố Hồ Chí Minh"),
            ("hn", "thành phố Hà Nội"),
            ("h", "thành phố Hà Nội"),
            ("ha tinh", "tỉnh Hà Tĩnh"),
            ("daklak", ""),
            ("dak lak", "tỉnh Đắk Lắk"),
        ] {
            assert_eq!(first(query), province, "{query}");
        }
    }

    #[test]
    fn former_provinces_lead_to_the_present_ones() {
        assert_eq!(first("tỉnh bắc giang"), "tỉnh Bắc Ninh (tỉnh Bắc Giang)");
        assert_eq!(first("brvt"), "thành phố Hồ Chí Minh (tỉnh Bà Rịa - Vũng Tàu)");
        assert_eq!(first("tỉnh Hòa Bình"), "tỉnh Phú Thọ (tỉnh Hoà Bình)");
        assert!(search("bac giang").contains(&"tỉnh Bắc Ninh (tỉnh Bắc Giang)".to_owned()));
    }

    #[test]
    fn a_former_district_leads_to_the_communes_on_its_land() {
        let tu_son = ["Đồng Nguyên", "Phù Khê", "Tam Sơn", "Từ Sơn"]
            .map(|name| format!("phường {name}, tỉnh Bắc Ninh (thành phố Từ Sơn, tỉnh Bắc Ninh)?"));
        for query in ["tx từ sơn", "TX. Tu Son", "thi xa tu son", "tp từ sơn"] {
            assert_eq!(search(query), tu_son, "{query}");
        }
        assert_eq!(first("gia lam"), "xã Gia Lâm, thành phố Hà Nội");
        for hit in search("h. gia lam") {
            assert!(hit.ends_with("(huyện Gia Lâm, thành phố Hà Nội)?"), "{hit}");
        }
        assert_eq!(search("h. gia lam").len(), 4);
        assert!(search("q ba dinh").iter().all(|hit| hit.contains("(quận Ba Đình, thành phố Hà Nội)")));
        assert_eq!(search("q8 hcm").len(), 3);
        assert_eq!(first("huyện trường sa"), "đặc khu Trường Sa, tỉnh Khánh Hòa");
        assert_eq!(first("huyện hoàng sa"), "đặc khu Hoàng Sa, thành phố Đà Nẵng");
    }

    #[test]
    fn a_former_commune_that_was_split_needs_checking() {
        assert_eq!(first("xa bat trang"), "xã Bát Tràng, thành phố Hà Nội");
        assert_eq!(
            search("xã bát tràng, huyện gia lâm, hà nội"),
            ["xã Bát Tràng, thành phố Hà Nội (xã Bát Tràng, huyện Gia Lâm, thành phố Hà Nội)?"]
        );
        assert_eq!(
            search("van phuc ha dong"),
            ["phường Hà Đông, thành phố Hà Nội (phường Vạn Phúc, quận Hà Đông, thành phố Hà Nội)"]
        );
    }

    #[test]
    fn whole_names_with_the_same_marks_come_before_others() {
        assert_eq!(first("Thạnh Xuân"), "xã Thạnh Xuân, thành phố Cần Thơ");
        assert_eq!(first("Mỹ Đức, An Giang"), "xã Mỹ Đức, tỉnh An Giang");
        let quan_son = search("quan son");
        assert_eq!(quan_son[..2], ["xã Quan Sơn, tỉnh Lạng Sơn", "xã Quan Sơn, tỉnh Thanh Hóa"]);
        let dong_nai = search("dong nai");
        assert!(dong_nai[1].contains("(xã Đồng Nai, huyện Bù Đăng, tỉnh Bình Phước)"), "{dong_nai:?}");
    }

    #[test]
    fn words_of_kinds_inside_names_are_names() {
        for (query, start) in [
            ("phuc xa", "phường Hồng Hà, thành phố Hà Nội (phường Phúc Xá"),
            ("tinh bien", "phường Tịnh Biên, tỉnh An Giang"),
            ("quán toan", "phường Hồng An, thành phố Hải Phòng (phường Quán Toan"),
            ("ea hleo", "xã Ea H'Leo, tỉnh Đắk Lắk"),
            ("ea h’leo", "xã Ea H'Leo, tỉnh Đắk Lắk"),
        ] {
            assert!(first(query).starts_with(start), "{query}: {}", first(query));
        }
    }

    #[test]
    fn a_word_for_a_kind_alone_lists_units_of_that_kind() {
        let places = Places::built_in();
        assert_eq!(places.search("đặc khu", 99).len(), 13);
        assert_eq!(places.search("dac kh", 99).len(), 13);
        assert_eq!(places.search("tp", 99).len(), 7);
    }

    #[test]
    fn looser_fits_appear_only_if_there_is_nothing_better() {
        assert_eq!(search("ha noi"), ["thành phố Hà Nội"]);
        assert!(first("my dinh tu liem").contains("(phường Mỹ Đình 1, quận Nam Từ Liêm"));
    }

    #[test]
    fn nothing_is_found_for_nothing_and_for_other_text() {
        for query in ["", "  ", ".,-", "'", "xyzzy", "123456", "陶瓷", "số 5 ngõ 12 thanh xuân"] {
            assert_eq!(search(query), Vec::<String>::new(), "{query}");
        }
        assert!(Places::built_in().search("ha noi", 0).is_empty());
    }

    #[test]
    fn every_beginning_of_a_query_is_answered_and_always_alike() {
        let places = Places::built_in();
        for query in [
            "phường thanh xuân, quận thanh xuân, tp. hà nội",
            "xa bat trang huyen gia lam ha noi",
            "TX Tu\u{31b}\u{300} Sơn",
            "p q x h tp tx tt t.p p1 q12 hcm brvt tt-hue thua thien hue xa xa xa xa xa xa xa xa xa xa xa xa",
            "Ea H'Leo",
            "đặc khu hoàng sa",
        ] {
            for (end, _) in query.char_indices().chain([(query.len(), ' ')]) {
                let typed = &query[..end];
                let hits = places.search(typed, 8);
                assert!(hits.len() <= 8);
                assert_eq!(hits, places.search(typed, 8), "{typed}");
                let all = places.search(typed, usize::MAX);
                assert_eq!(hits, all[..hits.len()], "{typed}");
            }
        }
    }

    #[test]
    fn typing_a_name_never_leaves_the_list_empty() {
        for query in ["phường thanh xuân", "xa chuyen my ha noi", "huyện gia lâm", "thị xã từ sơn", "tp hcm"]
        {
            for (end, letter) in query.char_indices() {
                let typed = &query[..end + letter.len_utf8()];
                // One or two letters of a word for a kind are not yet that word, nor a name.
                if !["phư", "hc"].iter().any(|start| typed.ends_with(start)) {
                    assert!(!search(typed).is_empty(), "{typed}");
                }
            }
        }
    }

    fn guess(commune: &str, district: Option<&str>, province: Option<&str>) -> Vec<String> {
        texts(&Places::built_in().guess_commune(commune, district, province))
    }

    #[test]
    fn imported_rows_are_matched_by_whole_names() {
        let bat_trang = "xã Bát Tràng, thành phố Hà Nội (xã Bát Tràng, huyện Gia Lâm, thành phố Hà Nội)?";
        for (commune, district) in [("Bát Tràng", "Gia Lâm"), ("X. Bat Trang", "H. Gia Lam")] {
            assert_eq!(guess(commune, Some(district), Some("TP Hà Nội")), [bat_trang]);
            assert_eq!(guess(commune, Some(district), None), [bat_trang]);
        }
        assert_eq!(guess("Chuyên Mỹ", None, Some("Hà Nội")), ["xã Chuyên Mỹ, thành phố Hà Nội"]);
        assert_eq!(guess("Chuyên", None, Some("Hà Nội")), Vec::<String>::new());
        assert_eq!(guess("Hà Nội", None, None), Vec::<String>::new());
    }

    #[test]
    fn an_imported_name_that_occurs_often_has_several_answers() {
        assert!(guess("Tân Tiến", None, None).len() > 7);
        let one = guess("Tân Tiến", Some("TP Bắc Giang"), Some("Bắc Giang"));
        assert_eq!(
            one,
            ["phường Tân Tiến, tỉnh Bắc Ninh (phường Tân Tiến, thành phố Bắc Giang, tỉnh Bắc Giang)"]
        );
    }

    #[test]
    fn an_imported_district_that_fits_nothing_makes_the_answer_doubtful() {
        assert_eq!(
            guess("Chuyên Mỹ", Some("Huyện Không Có"), Some("Hà Nội")),
            ["xã Chuyên Mỹ, thành phố Hà Nội?"]
        );
    }
}
