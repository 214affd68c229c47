//! The facts of one MoU, typed and plain: everything it says that is not in its template.
//!
//! The caller makes [`Facts`] from records; nothing is looked up here. A text that is empty in one
//! language is taken from the other, so a partner without an English name prints its Vietnamese one.

use jiff::civil::Date;

use super::data::{Both, PageNumbers};
use crate::domain::{Details, SigningForm};
use crate::vietnamese::AmountStyle;

/// Everything a MoU says that is not in its template.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Facts {
    /// The number as printed, such as `05/2026/BBGN-HHLN`.
    pub number: Option<String>,
    /// Day of signing.
    pub date: Option<Date>,
    /// Where it is signed, such as "Trung tâm Hội nghị Hồ Sen, thành phố Hà Nội".
    pub place: Option<Both<String>>,
    /// What it is about, after "Về việc" and after "on"; `None` takes the sentence of the template.
    pub subject: Option<Both<String>>,
    /// The organiser in the head (layout B); `None` prints the head between equals (layout A).
    pub organiser: Option<OrganiserFacts>,
    /// Where the page number stands.
    pub page_numbers: PageNumbers,
    /// Conference at which it is signed.
    pub conference: Option<ConferenceFacts>,
    /// The signing parties in order, two to four.
    pub parties: Vec<PartyFacts>,
    /// Witnesses in order, none to two; their address, tax code, telephone and account are printed when given.
    pub witnesses: Vec<PartyFacts>,
    /// Name of the craft village without "làng nghề".
    pub village: Option<Both<String>>,
    /// Group of products: "mây tre đan", "rattan and bamboo".
    pub product_group: Option<Both<String>>,
    /// Name of the display area: "Góc làng nghề".
    pub corner: Option<Both<String>>,
    /// Least number of outlets in the first months.
    pub outlets: Option<u32>,
    /// How many first months.
    pub outlet_months: Option<u32>,
    /// Expected supply: "khoảng 4.000 sản phẩm mỗi tháng", "about 4,000 items a month".
    pub supply: Option<Both<String>>,
    /// Target turnover of the first year in đồng, above 0.
    pub target_value: Option<i64>,
    /// Day before which the contract is to be signed.
    pub contract_by: Option<Date>,
    /// Certificates of the products: "OCOP 4 sao, nhãn hiệu tập thể".
    pub certificates: Option<Both<String>>,
    /// Longest payment term in days.
    pub payment_days: Option<u32>,
    /// How often the buyer reports: "hằng tháng", "monthly".
    pub report_period: Option<Both<String>>,
    /// Months between two reviews.
    pub review_months: Option<u32>,
    /// Term in months; whole years are printed as years.
    pub term_months: Option<u32>,
    /// Days of notice.
    pub notice_days: Option<u32>,
    /// Originals for each party.
    pub copies_each: Option<u32>,
    /// Originals for each witness.
    pub witness_copies: Option<u32>,
    /// Values the template asked for itself.
    pub details: Details,
    /// Products of the annex; none means there is no annex.
    pub annex: Vec<AnnexFacts>,
    /// How the office writes numbers in words.
    pub amount_style: AmountStyle,
    /// Who made the document, for the properties of the file.
    pub author: String,
}

/// The organiser in the head of a MoU (layout B of the handbook, 4.2).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OrganiserFacts {
    /// Its superior body, if it has one.
    pub superior: Option<Both<String>>,
    /// Its name.
    pub name: Both<String>,
    /// Place name of the date line (địa danh): "Hà Nội".
    pub town: Both<String>,
}

/// The conference at which a MoU is signed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ConferenceFacts {
    /// Its name; "the" before the English one is optional.
    pub name: Both<String>,
    /// Who holds it.
    pub host: Option<Both<String>>,
}

/// A party or a witness.
#[expect(clippy::struct_excessive_bools, reason = "facts that hold or do not, each by itself")]
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PartyFacts {
    /// Its name; required.
    pub name: Both<String>,
    /// A person who signs for themselves: represented by nobody, without position and seal.
    pub person: bool,
    /// Number of the identity card of such a person.
    pub citizen_id: Option<String>,
    /// Address line in Vietnamese, printed in both languages; required of parties.
    pub address: Option<String>,
    /// Address line before the reorganisation, printed "(trước đây là …)".
    pub former_address: Option<String>,
    /// Tax code as printed.
    pub tax_code: Option<String>,
    /// The tax code may not be left out (firms and cooperatives).
    pub tax_code_required: bool,
    /// Telephone as printed.
    pub phone: Option<String>,
    /// Electronic mail.
    pub email: Option<String>,
    /// Bank account: "000 111 222 333 tại Ngân hàng Thí dụ".
    pub account: Option<Both<String>>,
    /// "Ông", "Mr."; may be empty.
    pub honorific: Both<String>,
    /// Name of the person who signs, without titles; required.
    pub representative: Option<String>,
    /// Position of the person who signs; required.
    pub position: Option<Both<String>>,
    /// For whom the person signs who is not the legal representative.
    pub authorisation: Option<Authorisation>,
    /// Holds the position for a time: "Quyền Giám đốc".
    pub acting: bool,
    /// Has a round seal; households and groups have none.
    pub has_seal: bool,
    /// Focal point.
    pub contact: Option<ContactFacts>,
    /// Size of its retail network: "36 siêu thị", "36 stores".
    pub network: Option<Both<String>>,
}

/// The right to sign for somebody else. Who signs by a power of attorney (giấy ủy quyền) needs all of it; a
/// deputy, or who signs by order or for a body, only needs to say for whom.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Authorisation {
    /// The form of the signature; by default by a power of attorney.
    pub form: SigningForm,
    /// Number of the power of attorney.
    pub number: Option<String>,
    /// Its day.
    pub date: Option<Date>,
    /// Position of the principal, printed after "TUQ.", "KT.", "TL."; the body after "TM.".
    pub on_behalf_of: Option<Both<String>>,
}

impl Authorisation {
    /// Whether there must be a power of attorney with number and day.
    pub fn is_by_power_of_attorney(&self) -> bool {
        matches!(self.form, SigningForm::Own | SigningForm::Authority)
    }
}

/// A focal point.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ContactFacts {
    /// "Bà", "Ms."; may be empty.
    pub honorific: Both<String>,
    /// Name of the person.
    pub name: String,
    /// Telephone.
    pub phone: Option<String>,
}

/// A product of the annex.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AnnexFacts {
    /// Its name; required.
    pub name: Both<String>,
    /// Size, material, make; may be empty.
    pub specification: Both<String>,
    /// Unit: "chiếc", "bộ"; required.
    pub unit: Both<String>,
    /// Expected quantity a month; required.
    pub quantity: Option<i64>,
    /// Reference price in đồng; required.
    pub price: Option<i64>,
    /// Remark; may be empty.
    pub remarks: Both<String>,
}

/// Invented facts in which nothing is missing, for the tests of this folder.
#[cfg(test)]
pub(super) mod sample {
    use super::*;

    pub(crate) fn both(vi: &str, en: &str) -> Both<String> {
        Both { vi: vi.to_owned(), en: en.to_owned() }
    }

    /// The MoU of the handbook, 4.3.
    pub(crate) fn facts() -> Facts {
        Facts {
            number: Some("05/2026/BBGN-HHLN".to_owned()),
            date: Some(Date::constant(2026, 12, 18)),
            place: Some(both(
                "Trung tâm Hội nghị Hồ Sen, thành phố Hà Nội",
                "Hồ Sen Convention Centre, Hà Nội",
            )),
            conference: Some(ConferenceFacts {
                name: both(
                    "Hội nghị hợp tác phát triển sản phẩm làng nghề năm 2026",
                    "2026 Conference on Cooperation for Craft Village Product Development",
                ),
                host: Some(both("Hiệp hội Làng nghề Việt Nam", "Vietnam Craft Village Association")),
            }),
            parties: vec![cooperative(), retailer()],
            witnesses: vec![association()],
            village: Some(both("Đan Hòa", "")),
            product_group: Some(both("mây tre đan", "rattan and bamboo")),
            corner: Some(both("Góc làng nghề", "Craft Village Corner")),
            outlets: Some(6),
            outlet_months: Some(6),
            supply: Some(both("khoảng 4.000 sản phẩm mỗi tháng", "about 4,000 items a month")),
            target_value: Some(2_400_000_000),
            contract_by: Some(Date::constant(2027, 3, 31)),
            certificates: Some(both("OCOP 4 sao, nhãn hiệu tập thể", "4-star OCOP, collective mark")),
            payment_days: Some(30),
            report_period: Some(both("hằng tháng", "monthly")),
            review_months: Some(3),
            term_months: Some(24),
            notice_days: Some(30),
            copies_each: Some(2),
            witness_copies: Some(1),
            annex: vec![product("Rổ mây đan mắt cáo", "chiếc", 3_500), product("Bộ lót cốc mây", "bộ", 500)],
            author: "Văn phòng Hiệp hội".to_owned(),
            ..Facts::default()
        }
    }

    pub(crate) fn cooperative() -> PartyFacts {
        PartyFacts {
            name: both("Hợp tác xã Mây tre đan Đan Hòa", "Đan Hòa Rattan and Bamboo Cooperative"),
            address: Some("Thôn Hạ, xã Hòa Đan, thành phố Hà Nội".to_owned()),
            former_address: Some("thôn Hạ, xã Hòa Đan, huyện Thí Dụ, thành phố Hà Nội".to_owned()),
            tax_code: Some("9900000016".to_owned()),
            tax_code_required: true,
            phone: Some("0900 000 001".to_owned()),
            email: Some("htx@danhoa.example".to_owned()),
            account: Some(both("000 111 222 333 tại Ngân hàng Thí dụ", "000 111 222 333 at Thí Dụ Bank")),
            honorific: both("Ông", "Mr."),
            representative: Some("Đàm Quang Lộc".to_owned()),
            position: Some(both("Chủ tịch Hội đồng quản trị", "Chairman of the Board")),
            has_seal: true,
            contact: Some(ContactFacts {
                honorific: both("Bà", "Ms."),
                name: "Đàm Thu Nga".to_owned(),
                phone: Some("0900 000 002".to_owned()),
            }),
            ..PartyFacts::default()
        }
    }

    pub(crate) fn retailer() -> PartyFacts {
        PartyFacts {
            name: both("Công ty cổ phần Bán lẻ Ba Mùa", "Ba Mùa Retail Joint Stock Company"),
            address: Some("Số 00 phố Thí Dụ, phường Thuận Thành, tỉnh Bắc Ninh".to_owned()),
            tax_code: Some("9900000023".to_owned()),
            tax_code_required: true,
            phone: Some("0222 000 0000".to_owned()),
            email: Some("thumua@bamua.example".to_owned()),
            honorific: both("Bà", "Ms."),
            representative: Some("Tạ Thị Minh Hường".to_owned()),
            position: Some(both("Giám đốc Thu mua", "Purchasing Director")),
            authorisation: Some(Authorisation {
                form: SigningForm::Authority,
                number: Some("11/2026/GUQ".to_owned()),
                date: Some(Date::constant(2026, 12, 1)),
                on_behalf_of: Some(both("Tổng Giám đốc", "General Director")),
            }),
            has_seal: true,
            contact: Some(ContactFacts {
                honorific: both("Ông", "Mr."),
                name: "Vương Đình Khải".to_owned(),
                phone: Some("0900 000 003".to_owned()),
            }),
            network: Some(both("36 siêu thị", "36 stores")),
            ..PartyFacts::default()
        }
    }

    pub(crate) fn association() -> PartyFacts {
        PartyFacts {
            name: both("Hiệp hội Làng nghề Việt Nam", "Vietnam Craft Village Association"),
            honorific: both("Ông", "Mr."),
            representative: Some("Chử Văn Bình".to_owned()),
            position: Some(both("Phó Chủ tịch", "Vice President")),
            has_seal: true,
            ..PartyFacts::default()
        }
    }

    pub(crate) fn product(name: &str, unit: &str, quantity: i64) -> AnnexFacts {
        AnnexFacts {
            name: both(name, ""),
            specification: both("Ø 30 cm", ""),
            unit: both(unit, ""),
            quantity: Some(quantity),
            price: Some(45_000),
            remarks: Both::default(),
        }
    }
}
