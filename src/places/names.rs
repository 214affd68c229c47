//! How units are written for people: with the word of the kind, as an address, and short for lists.
//!
//! Names stay Vietnamese in both languages; only the words of the kinds are translated.

use jiff::civil::Date;

use super::list::Places;
use super::units::{Commune, CommuneCode, FormerCommune, Province, ProvinceCode, UnitKind, UnitName};
use crate::i18n::{Language, Message, message};

impl Province {
    /// The name with its kind, for documents: “tỉnh Bắc Ninh”.
    pub fn full_name(&self, language: Language) -> String {
        full_name(self.kind, &self.name, language)
    }

    /// The name without its kind, for lists: “Bắc Ninh”, “TP. HCM”.
    pub fn short_name(&self, language: Language) -> String {
        self.label().text(language)
    }

    /// The same in whichever language.
    pub fn label(&self) -> Message {
        if self.code == ProvinceCode::HO_CHI_MINH {
            message("place-ho-chi-minh-short")
        } else {
            message("place-short").with("name", self.name.as_str())
        }
    }
}

impl Commune {
    /// The name with its kind, for documents: “xã Chuyên Mỹ”.
    pub fn full_name(&self, language: Language) -> String {
        full_name(self.kind, &self.name, language)
    }
}

impl UnitName {
    /// The name with its kind, for documents: “huyện Gia Lâm”.
    pub fn text(&self, language: Language) -> String {
        full_name(self.kind, &self.name, language)
    }
}

impl FormerCommune {
    /// The former address: “xã Bát Tràng, huyện Gia Lâm, thành phố Hà Nội”.
    pub fn address(&self, language: Language) -> String {
        joined([Some(&self.name), self.district.as_ref(), Some(&self.province)], language)
    }
}

impl Places {
    /// The address for documents: “xã Chuyên Mỹ, thành phố Hà Nội”.
    pub fn commune_address(&self, code: CommuneCode, language: Language) -> Option<String> {
        let commune = self.commune(code)?;
        let province = self.province(commune.province)?;
        Some(join(commune.full_name(language), province.full_name(language), language))
    }

    /// The address for documents with the kinds and names of a certain day.
    ///
    /// None before the two-level system began.
    pub fn commune_address_on(&self, code: CommuneCode, day: Date, language: Language) -> Option<String> {
        let commune = self.commune_on(code, day)?;
        let province = self.province_on(commune.province, day)?;
        Some(join(commune.full_name(language), province.full_name(language), language))
    }

    /// The address for lists: “Chuyên Mỹ, Hà Nội”.
    pub fn commune_short_address(&self, code: CommuneCode, language: Language) -> Option<String> {
        let commune = self.commune(code)?;
        let province = self.province(commune.province)?;
        Some(join(commune.name.clone(), province.short_name(language), language))
    }

    /// The name of a province for documents: “thành phố Hồ Chí Minh”.
    pub fn province_name(&self, code: ProvinceCode, language: Language) -> Option<String> {
        self.province(code).map(|province| province.full_name(language))
    }
}

/// The names of nested units, the smallest first, such as those of a former commune.
pub(super) fn joined<'a>(
    units: impl IntoIterator<Item = Option<&'a UnitName>>,
    language: Language,
) -> String {
    let names = units.into_iter().flatten().map(|unit| unit.text(language));
    names.reduce(|inner, outer| join(inner, outer, language)).unwrap_or_default()
}

fn join(inner: String, outer: String, language: Language) -> String {
    message("place-joined").with("inner", inner).with("outer", outer).text(language)
}

fn full_name(kind: UnitKind, name: &str, language: Language) -> String {
    kind_message(kind, name).with("name", name).text(language)
}

fn kind_message(kind: UnitKind, name: &str) -> Message {
    // English puts the word before a mere number: “District 8”.
    let numbered = name.bytes().all(|byte| byte.is_ascii_digit());
    match kind {
        UnitKind::Phuong if numbered => message("place-phuong-numbered"),
        UnitKind::Quan if numbered => message("place-quan-numbered"),
        UnitKind::Province => message("place-province"),
        UnitKind::City => message("place-city"),
        UnitKind::Xa => message("place-xa"),
        UnitKind::Phuong => message("place-phuong"),
        UnitKind::DacKhu => message("place-dac-khu"),
        UnitKind::Huyen => message("place-huyen"),
        UnitKind::Quan => message("place-quan"),
        UnitKind::ThiXa => message("place-thi-xa"),
        UnitKind::ThiTran => message("place-thi-tran"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn code(text: &str) -> CommuneCode {
        CommuneCode::parse(text).unwrap()
    }

    fn named(text: &str) -> CommuneCode {
        let communes = Places::built_in().communes();
        communes.iter().find(|commune| commune.name == text).unwrap().code
    }

    #[test]
    fn an_address_has_the_kinds_in_small_letters() {
        let places = Places::built_in();
        let cases = [
            ("Chuyên Mỹ", "xã Chuyên Mỹ, thành phố Hà Nội", "Chuyên Mỹ, Hà Nội"),
            ("Thuận Thành", "phường Thuận Thành, tỉnh Bắc Ninh", "Thuận Thành, Bắc Ninh"),
            ("Sài Gòn", "phường Sài Gòn, thành phố Hồ Chí Minh", "Sài Gòn, TP. HCM"),
            ("Trường Sa", "đặc khu Trường Sa, tỉnh Khánh Hòa", "Trường Sa, Khánh Hòa"),
        ];
        for (name, long, short) in cases {
            assert_eq!(places.commune_address(named(name), Language::Vi).as_deref(), Some(long));
            assert_eq!(places.commune_short_address(named(name), Language::Vi).as_deref(), Some(short));
        }
    }

    #[test]
    fn english_keeps_vietnamese_names() {
        let address = Places::built_in().commune_address(named("Chuyên Mỹ"), Language::En);
        assert_eq!(address.as_deref(), Some("Chuyên Mỹ Commune, Hà Nội City"));
        let district = UnitName::parse("Quận 8").unwrap();
        assert_eq!(district.text(Language::En), "District 8");
        assert_eq!(district.text(Language::Vi), "quận 8");
    }

    #[test]
    fn a_document_of_an_earlier_day_has_the_kinds_of_that_day() {
        let on = |day| Places::built_in().commune_address_on(code("26368"), day, Language::Vi);
        assert_eq!(on(date(2026, 4, 29)).as_deref(), Some("xã Long Thành, tỉnh Đồng Nai"));
        assert_eq!(on(date(2026, 4, 30)).as_deref(), Some("phường Long Thành, thành phố Đồng Nai"));
        assert_eq!(on(date(2025, 6, 30)), None);
    }

    #[test]
    fn a_former_address_has_three_levels() {
        let former = Places::built_in().former_commune(code("00583")).unwrap();
        assert_eq!(former.address(Language::Vi), "xã Bát Tràng, huyện Gia Lâm, thành phố Hà Nội");
    }

    #[test]
    fn an_unknown_code_has_no_address() {
        assert_eq!(Places::built_in().commune_address(code("99999"), Language::Vi), None);
    }
}
