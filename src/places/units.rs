//! The values of the lists: codes, kinds, units and changes. No lookup and no text happens here.

use std::fmt;
use std::sync::Arc;

use jiff::civil::{Date, date};
use serde::de::{Error as _, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The first day of the two-level system (Luật Tổ chức chính quyền địa phương 72/2025/QH15).
pub const FIRST_DAY: Date = date(2025, 7, 1);

macro_rules! code {
    ($(#[$about:meta])* $name:ident, $width:literal, $expected:literal) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// Reads a code that is written with all its digits; anything else is no code.
            pub fn parse(text: &str) -> Option<Self> {
                let complete = text.len() == $width && text.bytes().all(|byte| byte.is_ascii_digit());
                complete.then(|| text.parse().ok().map(Self)).flatten()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{:0width$}", self.0, width = $width)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&text), &$expected))
            }
        }
    };
}

code! {
    /// The five-digit code of a commune, in the current or in the former list.
    ///
    /// Most codes went over from the former list, often with another territory behind them.
    CommuneCode, 5, "five digits"
}

code! {
    /// The two-digit code of a province in the *current* list of 34.
    ProvinceCode, 2, "two digits"
}

impl ProvinceCode {
    /// Thành phố Hồ Chí Minh.
    pub const HO_CHI_MINH: Self = Self(79);
}

/// What kind of unit something is, in the current two-level or the former three-level system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// Tỉnh.
    Province,
    /// Thành phố: of the rank of a province, and in the former system also of a district.
    City,
    /// Xã.
    Xa,
    /// Phường.
    Phuong,
    /// Đặc khu, for islands; only in the current system.
    DacKhu,
    /// Huyện; only in the former system, like all that follow.
    Huyen,
    /// Quận.
    Quan,
    /// Thị xã.
    ThiXa,
    /// Thị trấn.
    ThiTran,
}

/// The kinds with the words the lists use, in lower case and at the beginning of a name.
const KIND_WORDS: [(UnitKind, &str, &str); 9] = [
    (UnitKind::Province, "tỉnh", "Tỉnh"),
    (UnitKind::City, "thành phố", "Thành phố"),
    (UnitKind::Xa, "xã", "Xã"),
    (UnitKind::Phuong, "phường", "Phường"),
    (UnitKind::DacKhu, "đặc khu", "Đặc khu"),
    (UnitKind::Huyen, "huyện", "Huyện"),
    (UnitKind::Quan, "quận", "Quận"),
    (UnitKind::ThiXa, "thị xã", "Thị xã"),
    (UnitKind::ThiTran, "thị trấn", "Thị trấn"),
];

impl UnitKind {
    /// Whether provinces of the current list can be of this kind.
    pub fn is_provincial(self) -> bool {
        matches!(self, Self::Province | Self::City)
    }

    /// Whether communes of the current list can be of this kind.
    pub fn is_communal(self) -> bool {
        matches!(self, Self::Xa | Self::Phuong | Self::DacKhu)
    }

    /// The kind for the word of the data files, in lower case.
    pub fn from_word(word: &str) -> Option<Self> {
        KIND_WORDS.iter().find(|(_, small, _)| *small == word).map(|(kind, ..)| *kind)
    }

    /// The word of the data files, in lower case; what people read comes from [`UnitName::text`].
    pub fn word(self) -> &'static str {
        self.words().0
    }

    fn words(self) -> (&'static str, &'static str) {
        let found = KIND_WORDS.iter().find(|(kind, ..)| *kind == self);
        found.map_or(("", ""), |(_, small, capital)| (small, capital))
    }
}

/// A unit as former lists name it: its kind and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitName {
    /// The kind, such as `Huyen`.
    pub kind: UnitKind,
    /// The name without the word of the kind, such as “Gia Lâm” or “8”.
    pub name: Arc<str>,
}

impl UnitName {
    /// Reads a name that begins with the word of its kind, such as “Huyện Gia Lâm”.
    pub fn parse(text: &str) -> Option<Self> {
        KIND_WORDS.iter().find_map(|(kind, small, capital)| {
            let name = text.strip_prefix(capital).or_else(|| text.strip_prefix(small))?.strip_prefix(' ')?;
            Some(Self { kind: *kind, name: name.into() })
        })
    }

    /// The name as the data files write it, with the word of the kind in front, such as “Huyện Gia Lâm”.
    pub fn in_list(&self) -> String {
        format!("{} {}", self.kind.words().1, self.name)
    }
}

/// A province or a city of the same rank, of the current list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Province {
    /// Its code.
    pub code: ProvinceCode,
    /// `Province` or `City`.
    pub kind: UnitKind,
    /// The name without the word of the kind.
    pub name: String,
    /// The day since which kind and name are what they are, not before [`FIRST_DAY`].
    pub valid_from: Date,
}

/// A commune (xã, phường or đặc khu) of the current list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Its code.
    pub code: CommuneCode,
    /// `Xa`, `Phuong` or `DacKhu`.
    pub kind: UnitKind,
    /// The name without the word of the kind.
    pub name: String,
    /// The province it belongs to.
    pub province: ProvinceCode,
    /// Latitude of the centroid in millionths of a degree (WGS 84), positive to the north.
    pub latitude: i32,
    /// Longitude of the centroid in millionths of a degree (WGS 84), positive to the east.
    pub longitude: i32,
    /// The area in square metres, where the list knows it.
    pub area: Option<i32>,
    /// The day since which kind and name are what they are, not before [`FIRST_DAY`].
    pub valid_from: Date,
}

/// A commune of the three-level list that ended on 30 June 2025, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerCommune {
    /// The code in the former list.
    pub code: CommuneCode,
    /// Kind and name.
    pub name: UnitName,
    /// The district it belonged to; none for units of the two-level system that ended later.
    pub district: Option<UnitName>,
    /// The province it belonged to, one of the former 63.
    pub province: UnitName,
    /// The commune that holds all, or the main part, of its territory today.
    pub successor: CommuneCode,
    /// Among how many communes the territory was divided, from 1.
    pub successors: u8,
}

impl FormerCommune {
    /// Whether a person has to check the successor, because the commune was split (“cần kiểm tra”).
    pub fn needs_checking(&self) -> bool {
        self.successors > 1
    }
}

/// A unit of the current list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A province or city.
    Province(ProvinceCode),
    /// A commune.
    Commune(CommuneCode),
}

impl Place {
    /// The digits of the code.
    pub fn code(self) -> String {
        match self {
            Self::Province(code) => code.to_string(),
            Self::Commune(code) => code.to_string(),
        }
    }
}

/// A change of a unit that kept its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The first day of the new state.
    pub date: Date,
    /// The unit that changed.
    pub place: Place,
    /// What changed.
    pub changed: Changed,
    /// The resolution, as it is cited.
    pub legal_basis: String,
}

/// What a [`Change`] changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// The kind, such as from xã to phường.
    Kind {
        /// The kind until the day before.
        before: UnitKind,
        /// The kind since that day.
        after: UnitKind,
    },
    /// The name.
    Name {
        /// The name until the day before.
        before: String,
        /// The name since that day.
        after: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_keeps_its_leading_zeros_and_refuses_other_lengths() {
        assert_eq!(CommuneCode::parse("00004").unwrap().to_string(), "00004");
        assert_eq!(ProvinceCode::parse("01").unwrap().to_string(), "01");
        for wrong in ["", "4", "0000", "000004", "0004a", "+0004", " 0004", "٠٠٠٠٤"] {
            assert_eq!(CommuneCode::parse(wrong), None, "{wrong}");
        }
        assert_eq!(ProvinceCode::parse("1"), None);
    }

    #[test]
    fn codes_are_stored_as_text() {
        let code = CommuneCode::parse("00577").unwrap();
        assert_eq!(serde_json::to_string(&code).unwrap(), "\"00577\"");
        assert_eq!(serde_json::from_str::<CommuneCode>("\"00577\"").unwrap(), code);
        assert!(serde_json::from_str::<CommuneCode>("\"577\"").is_err());
    }

    #[test]
    fn a_name_is_taken_apart_into_kind_and_name() {
        let cases = [
            ("Thị trấn Xuân Mai", UnitKind::ThiTran, "Xuân Mai"),
            ("Thị xã Sơn Tây", UnitKind::ThiXa, "Sơn Tây"),
            ("xã Bắc Sơn", UnitKind::Xa, "Bắc Sơn"),
            ("Quận 8", UnitKind::Quan, "8"),
            ("Thành phố Phan Rang-Tháp Chàm", UnitKind::City, "Phan Rang-Tháp Chàm"),
        ];
        for (text, kind, name) in cases {
            assert_eq!(UnitName::parse(text), Some(UnitName { kind, name: name.into() }));
        }
        for wrong in ["Bát Tràng", "Xã", "XãBát Tràng", ""] {
            assert_eq!(UnitName::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_kind_has_its_own_word() {
        for (kind, small, capital) in KIND_WORDS {
            assert_eq!(UnitKind::from_word(small), Some(kind));
            assert_eq!(kind.word(), small);
            assert_eq!(capital.to_lowercase(), small);
        }
    }
}
