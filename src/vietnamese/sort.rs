//! The order of Vietnamese lists, and the names by which people and organisations are sorted.
//!
//! Vietnamese lists compare syllable by syllable: letters, then tone of the first, then of the second.
//! The keys are stored beside the records and compared byte by byte; they depend on the version of
//! `icu_collator`, so they are made anew when that changes and never leave the computer.

use std::sync::OnceLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use super::fold::fold;
use super::syllable::{self, OneVowel};
use super::text::clean;

/// The key whose bytes put texts into Vietnamese order.
///
/// The alphabet is a ă â b c d đ e ê …, the tones follow ngang, huyền, hỏi, ngã, sắc, nặng. Capitals,
/// punctuation, decomposition and tone placement (hòa, hoà) make no difference, so equal keys are
/// possible: whoever sorts adds a last criterion of its own.
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 2);
    for word in syllable::words(text) {
        let word = syllable::canonical(&word, OneVowel::AsTyped);
        if let Some(collator) = collator() {
            // Writing into a vector cannot fail.
            let Ok(()) = collator.write_sort_key_to(&word, &mut key);
        } else {
            key.extend_from_slice(word.as_bytes());
        }
        // Lower than every byte of a key, so that "An Bình" comes before "Anh".
        key.push(0);
    }
    key
}

/// The name by which a person is sorted: given name, then family name, then middle names.
///
/// "Nguyễn Thị Minh Hường" becomes "Hường Nguyễn Thị Minh". It is a proposal: Y Blơng Niê, Siu Black
/// and foreigners are sorted otherwise, and officers can change it.
pub fn person_sort_name(full: &str) -> String {
    let full = clean(full);
    match full.rsplit_once(' ') {
        Some((others, given)) => format!("{given} {others}"),
        None => full,
    }
}

/// The name by which an organisation is sorted: without the words for its kind.
///
/// "Công ty TNHH MTV Gốm Chu Đậu" becomes "Gốm Chu Đậu". A name of nothing but such words stays.
pub fn organisation_sort_name(full: &str) -> String {
    let full = clean(full);
    let mut words: &[&str] = &full.split(' ').collect::<Vec<_>>();
    while let Some(rest) = without_kind(words) {
        words = rest;
    }
    if words.is_empty() { full } else { words.join(" ") }
}

/// Words for kinds of organisations, folded; several may follow each other ("Chi nhánh Công ty …").
const KINDS: [&str; 26] = [
    "chi nhanh",
    "co so",
    "co so san xuat",
    "cong ty",
    "ctcp",
    "cty",
    "dntn",
    "doanh nghiep",
    "doanh nghiep tu nhan",
    "hkd",
    "ho kinh doanh",
    "ho kinh doanh ca the",
    "hop tac xa",
    "htx",
    "lhhtx",
    "lien hiep hop tac xa",
    "lien hiep htx",
    "lien hiep cac hop tac xa",
    "tap doan",
    "tht",
    "to hop tac",
    "tong cong ty",
    "van phong dai dien",
    "tnhh",
    "trach nhiem huu han",
    "co phan",
];

/// Words that belong to the kind only after one of [`KINDS`]: "MTV", "hai thành viên trở lên".
const QUALIFIERS: [&str; 10] = [
    "cp",
    "hop danh",
    "mtv",
    "1tv",
    "mot thanh vien",
    "1 thanh vien",
    "hai thanh vien",
    "2 thanh vien",
    "hai thanh vien tro len",
    "2 thanh vien tro len",
];

/// The words of the longest kind, and room for dashes and brackets between them.
const LONGEST_KIND: usize = 8;

/// The words after the kind (with its qualifier) at their start, if they start with one.
fn without_kind<'a, 'b>(words: &'a [&'b str]) -> Option<&'a [&'b str]> {
    let start_in = |words: &'a [&'b str], phrases: &[&str]| {
        (1..=words.len().min(LONGEST_KIND)).rev().find_map(|count| {
            let (start, rest) = words.split_at_checked(count)?;
            phrases.contains(&fold(&start.join(" ")).as_str()).then_some(rest)
        })
    };
    let rest = start_in(words, &KINDS)?;
    Some(start_in(rest, &QUALIFIERS).unwrap_or(rest))
}

/// The collator of CLDR for Vietnamese, built once: letters and tones count, capitals do not.
///
/// The data stand in the program, so there is always one; without it the order would be that of bytes.
fn collator() -> Option<&'static CollatorBorrowed<'static>> {
    static COLLATOR: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    COLLATOR
        .get_or_init(|| {
            let mut options = CollatorOptions::default();
            options.strength = Some(Strength::Secondary);
            CollatorBorrowed::try_new(CollatorPreferences::from(locale!("vi")), options).ok()
        })
        .as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test list of the domain handbook, 3.8, in the order of a printed list.
    const PEOPLE: [&str; 21] = [
        "Nguyễn Văn An",
        "Lê Thị Ánh",
        "Nguyễn Thị Ân",
        "Trần Văn Ẩn",
        "Đỗ Thị Dung",
        "Phạm Đức Dũng",
        "Bùi Thị Đào",
        "Vũ Văn Đức",
        "Lê Thị Hoa",
        "Nguyễn Văn Hòa",
        "Đặng Văn Hoạ",
        "Hà Văn Hổ",
        "Hoàng Thị Hồng",
        "Ngô Văn Oanh",
        "Lý Thị Ơn",
        "Trương Thị Tú",
        "Lê Văn Tư",
        "Trương Văn Từ",
        "Trần Văn Tứ",
        "Tô Văn Út",
        "Tống Thị Ước",
    ];

    fn assert_ascending(texts: &[&str], key: impl Fn(&str) -> Vec<u8>) {
        for pair in texts.windows(2) {
            assert!(key(pair[0]) < key(pair[1]), "{} must come before {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn people_stand_in_the_order_of_the_handbook() {
        assert_ascending(&PEOPLE, |name| sort_key(&person_sort_name(name)));
    }

    #[test]
    fn tone_placement_decomposition_and_capitals_do_not_matter() {
        for (one, other) in [
            ("Nguyễn Văn Hòa", "Nguyễn Văn Hoà"),
            ("Bát Tràng", "Ba\u{301}t Tra\u{300}ng"),
            ("ĐẮK LẮK", "Đắk  Lắk"),
            ("Thúy", "Thuý"),
        ] {
            assert_eq!(sort_key(one), sort_key(other), "{one} {other}");
        }
    }

    #[test]
    fn letters_come_before_tones_and_syllables_one_after_the_other() {
        assert_ascending(&["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ"], sort_key);
        assert_ascending(&["da", "dân", "đá", "đan"], sort_key);
        assert_ascending(&["An", "An Bình", "Án An", "Anh", "Ánh", "Ăn", "Ân"], sort_key);
        assert_ascending(&["Hoa Văn", "Hòa An", "Hòa Văn", "Hoàn", "Hồ", "Hổ"], sort_key);
        assert_ascending(&["", "1", "2 An", "An", "Zê", "陶"], sort_key);
        assert_ascending(&["e", "ê", "o", "ô", "ơ", "u", "ư", "v"], sort_key);
    }

    #[test]
    fn the_given_name_comes_first_in_a_persons_sort_name() {
        for (full, sorted) in [
            ("Nguyễn Thị Minh Hường", "Hường Nguyễn Thị Minh"),
            (" Lê  Lộc ", "Lộc Lê"),
            ("Sen", "Sen"),
            ("", ""),
        ] {
            assert_eq!(person_sort_name(full), sorted);
        }
    }

    #[test]
    fn kinds_are_skipped_in_an_organisations_sort_name() {
        for (full, sorted) in [
            ("Công ty TNHH Gốm Chu Đậu", "Gốm Chu Đậu"),
            ("CÔNG TY TNHH MTV GỐM SỨ MINH LONG I", "GỐM SỨ MINH LONG I"),
            ("Công ty trách nhiệm hữu hạn hai thành viên trở lên Sen Việt", "Sen Việt"),
            ("Công ty TNHH một thành viên – Lụa Vạn Phúc", "Lụa Vạn Phúc"),
            ("Công ty Cổ phần Bán lẻ Ba Mùa", "Bán lẻ Ba Mùa"),
            ("Cty CP An Bình", "An Bình"),
            ("Công ty CP CP Việt Nam", "CP Việt Nam"),
            ("CTCP Tràng An", "Tràng An"),
            ("Chi nhánh Công ty CP Tràng An", "Tràng An"),
            ("Doanh nghiệp tư nhân Hoa Sen", "Hoa Sen"),
            ("DNTN Hoa Sen", "Hoa Sen"),
            ("Hợp tác xã mây tre đan Phú Vinh", "mây tre đan Phú Vinh"),
            ("HTX Phú Vinh", "Phú Vinh"),
            ("Liên hiệp HTX Thanh Hà", "Thanh Hà"),
            ("Liên hiệp Hợp tác xã Thanh Hà", "Thanh Hà"),
            ("Tổ hợp tác Quang Trung", "Quang Trung"),
            ("THT Quang Trung", "Quang Trung"),
            ("Hộ kinh doanh Nguyễn Văn An", "Nguyễn Văn An"),
            ("HKD Nguyễn Văn An", "Nguyễn Văn An"),
            ("Cơ sở sản xuất nón Chuông", "nón Chuông"),
            ("Cơ sở nón Chuông", "nón Chuông"),
            ("Tập đoàn Central Retail", "Central Retail"),
            ("Tổng công ty Thương mại Hà Nội", "Thương mại Hà Nội"),
            ("Hội Làng nghề Hà Nội", "Hội Làng nghề Hà Nội"),
            ("Công ty", "Công ty"),
            ("", ""),
        ] {
            assert_eq!(organisation_sort_name(full), sorted, "{full}");
        }
    }
}
