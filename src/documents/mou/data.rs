//! Everything that stands on a Memorandum of Understanding, as plain data with all texts final.
//!
//! The data is complete: whoever lays it out looks nothing up, whoever freezes it keeps it as JSON beside
//! the bytes of the PDF. Both languages are always filled, so that a frozen MoU can still be read in the
//! other one. `fill` makes it from a template and facts, `pages` turns it into blocks for the layout.

use serde::{Deserialize, Serialize};

use crate::documents::layout::Start;

/// Which language or languages a MoU is printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum PrintLanguage {
    /// Vietnamese alone.
    #[default]
    #[serde(rename = "vi")]
    Vi,
    /// English alone.
    #[serde(rename = "en")]
    En,
    /// Both, in two columns with articles side by side; the Vietnamese text prevails.
    #[serde(rename = "vi-en")]
    ViEn,
}

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Both<T> {
    /// In Vietnamese.
    pub vi: T,
    /// In English.
    pub en: T,
}

/// A run of text, the smallest unit a screen can point at.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Span {
    /// What is printed, in NFC; never empty.
    pub text: String,
    /// The placeholder this text came from, such as `a.address`; `None` for the words of the template.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The value is not known: a draft shows the gap, a final text is refused.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub missing: bool,
    /// Printed in bold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    /// Printed in italics.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub slanted: bool,
}

/// A paragraph's text as spans.
pub type Text = Vec<Span>;

/// The head of the first page (handbook 4.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Head {
    /// Layout A: between equals; the motto of the state centred over the page, the number below it.
    Peers,
    /// Layout B: the organiser at the left, the motto at the right, number and date line below.
    Organiser {
        /// The organiser's superior body, if it has one; capitals, not bold.
        superior: Option<Both<String>>,
        /// The organiser; capitals, bold.
        name: Both<String>,
        /// Place and date, such as "Hà Nội, ngày 05 tháng 02 năm 2026".
        place_and_date: Both<String>,
    },
}

/// Where the page number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum PageNumbers {
    /// Centred in the top margin from page 2 (Decree 30/2020/NĐ-CP, annex I).
    #[default]
    Top,
    /// "Trang x/y" at the foot of every page, usual between firms.
    Foot,
}

/// How far the text is: decides what is printed over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Standing {
    /// Not final: "DỰ THẢO" across every page, values and gaps marked.
    #[default]
    Draft,
    /// Final: nothing but the text.
    Final,
    /// Made from a frozen text in a language other than the one that was signed: a line says so.
    ReadingCopy,
}

/// One complete Memorandum of Understanding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MouData {
    /// Key of the template, such as `cooperative-supermarket`.
    pub template: String,
    /// Version of the template's text.
    pub template_version: u32,
    /// Language of this print.
    pub language: PrintLanguage,
    /// Form of the head.
    pub head: Head,
    /// Where the page number stands.
    pub page_numbers: PageNumbers,
    /// Printed close together, to stand on one page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub compact: bool,
    /// Draft, final or reading copy.
    pub standing: Standing,
    /// The number, such as `05/2026/BBGN-HHLN`; `None` prints "Số: …" with room to write.
    pub number: Option<String>,
    /// "BIÊN BẢN GHI NHỚ HỢP TÁC", "MEMORANDUM OF UNDERSTANDING".
    pub title: Both<String>,
    /// "Về việc …", "on …".
    pub subject: Both<Text>,
    /// Legal bases, one paragraph each, punctuation included.
    pub bases: Vec<Both<Text>>,
    /// "Hôm nay, ngày … chúng tôi gồm:".
    pub opening: Both<Text>,
    /// The signing parties in order, two to four.
    pub parties: Vec<Party>,
    /// Witnesses, none to two.
    pub witnesses: Vec<Party>,
    /// "Sau khi trao đổi … thống nhất ghi nhận những nội dung sau:".
    pub agreement: Both<Text>,
    /// The articles in order.
    pub articles: Vec<Article>,
    /// List of products, if there is one.
    pub annex: Option<Annex>,
    /// Day of signing as `YYYY-MM-DD`, for the document's properties.
    pub date: Option<String>,
    /// Who made the document, for its properties.
    pub author: String,
    /// Pages of the signed paper's body, which a reading copy in another language names instead of its
    /// own; `None` before there is such a paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_pages: Option<usize>,
    /// Where the pages of the paper began that this one replaced: pages on which nothing changed stay as they
    /// were. Only for the language it is signed in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub page_starts: Vec<Start>,
}

/// A party or witness: its block at the beginning and its signature at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// "BÊN A", "PARTY A", "BÊN CHỨNG KIẾN", "WITNESS".
    pub role: Both<String>,
    /// Name in capitals, after the role and a colon.
    pub name: Both<Text>,
    /// The labelled lines in order: address, tax code, telephone, account, representative, position.
    pub lines: Vec<PartyLine>,
    /// "ĐẠI DIỆN BÊN A", "FOR PARTY A".
    pub signature_heading: Both<String>,
    /// Position lines in capitals: one, or "TUQ. TỔNG GIÁM ĐỐC" and the signer's own.
    pub signature_positions: Vec<Both<Text>>,
    /// "(Ký, ghi rõ họ tên và đóng dấu)"; without the seal for households and groups.
    pub signature_note: Both<String>,
    /// The signer's name without titles or honours (Decree 30/2020/NĐ-CP).
    pub signer: Text,
}

/// One labelled line of a party block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyLine {
    /// "Địa chỉ", "Address".
    pub label: Both<String>,
    /// The value.
    pub value: Both<Text>,
    /// A second label and value on the same line, such as Email after the telephone; a two-column print
    /// gives it a line of its own.
    pub second: Option<(Both<String>, Both<Text>)>,
}

/// "Điều n. Tên điều".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Key of the article in its template, such as `confidentiality`; empty for one an officer added.
    pub key: String,
    /// Number, counted from 1.
    pub number: u32,
    /// Title without "Điều n.".
    pub title: Both<Text>,
    /// Its clauses in order.
    pub clauses: Vec<Clause>,
}

/// A clause (khoản): "1. …", or a plain paragraph when it is the only one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Number, counted from 1; `None` for a plain paragraph.
    pub number: Option<u32>,
    /// The text; `{pages}` stands for the number of pages of the body as two digits ("04").
    pub text: Both<Text>,
    /// Its points (điểm) in order, lettered a b c d đ e … in Vietnamese, a b c d e f … in English.
    pub points: Vec<Both<Text>>,
}

/// The annex: products with quantities and reference prices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annex {
    /// "PHỤ LỤC", "ANNEX".
    pub heading: Both<String>,
    /// "DANH MỤC SẢN PHẨM DỰ KIẾN CUNG ỨNG".
    pub title: Both<String>,
    /// "(Kèm theo Biên bản ghi nhớ số … ngày …)".
    pub reference: Both<Text>,
    /// Headings of the seven columns: No., product, specification, unit, quantity, price, remarks.
    pub columns: Vec<Both<String>>,
    /// The products in order.
    pub rows: Vec<AnnexRow>,
    /// "Cộng" and the sum of the quantities, when they can be added (one unit or pieces).
    pub total: Option<(Both<String>, Both<String>)>,
    /// Remark below the table.
    pub note: Both<Text>,
}

/// One product of the annex; its numbers are already printed the way of each language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnexRow {
    /// Name of the product.
    pub name: Both<Text>,
    /// Size, material, make.
    pub specification: Both<Text>,
    /// Unit: chiếc, bộ, kg.
    pub unit: Both<Text>,
    /// Expected quantity a month.
    pub quantity: Both<Text>,
    /// Reference price in đồng.
    pub price: Both<Text>,
    /// Remark.
    pub remarks: Both<Text>,
}

/// What of a party depends on who signs for it; the last part of the keys of its fields.
const OF_SIGNER: [&str; 6] =
    ["representative", "position", "office", "signer", "authorisation.number", "authorisation.date"];

impl MouData {
    /// Takes over from `other` who signs for one party or witness, counted from 0, and nothing else.
    pub fn take_signer(&mut self, other: &Self, witness: bool, place: usize) {
        let of = |data: &Self| {
            let parties = if witness { &data.witnesses } else { &data.parties };
            parties.get(place).cloned()
        };
        let Some(new) = of(other) else { return };
        let letter = if witness { ["w1", "w2"].get(place) } else { ["a", "b", "c", "d"].get(place) };
        let Some(letter) = letter else { return };
        let is_of_signer = |field: &str| {
            field
                .strip_prefix(letter)
                .and_then(|rest| rest.strip_prefix('.'))
                .is_some_and(|what| OF_SIGNER.contains(&what))
        };
        let about_signer = |line: &PartyLine| {
            line.value.vi.iter().any(|span| span.field.as_deref().is_some_and(is_of_signer))
        };
        let parties = if witness { &mut self.witnesses } else { &mut self.parties };
        if let Some(party) = parties.get_mut(place) {
            let lines = new.lines.iter().filter(|line| about_signer(line)).cloned();
            let at = party.lines.iter().position(about_signer).unwrap_or(party.lines.len());
            party.lines.retain(|line| !about_signer(line));
            let at = at.min(party.lines.len());
            party.lines.splice(at..at, lines);
            party.signature_positions = new.signature_positions;
            party.signature_note = new.signature_note;
            party.signer = new.signer;
        }
        // The text may name the signer, too; each text of the other data stands in the same place.
        let mut other = other.clone();
        let (own, other) = (self.texts_mut(), other.texts_mut());
        if own.len() == other.len() {
            for (text, new) in own.into_iter().zip(other) {
                if text.iter().any(|span| span.field.as_deref().is_some_and(is_of_signer)) {
                    text.clone_from(new);
                }
            }
        }
    }

    /// The running texts: opening, agreement, articles, clauses and points in both languages.
    fn texts_mut(&mut self) -> Vec<&mut Text> {
        let mut all = Vec::new();
        for text in [&mut self.opening, &mut self.agreement] {
            all.extend([&mut text.vi, &mut text.en]);
        }
        for article in &mut self.articles {
            all.extend([&mut article.title.vi, &mut article.title.en]);
            for clause in &mut article.clauses {
                all.extend([&mut clause.text.vi, &mut clause.text.en]);
                for point in &mut clause.points {
                    all.extend([&mut point.vi, &mut point.en]);
                }
            }
        }
        all
    }
}

impl Span {
    /// Words of the template.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A value that fills a placeholder.
    pub fn field(key: impl Into<String>, text: impl Into<String>) -> Self {
        Self { text: text.into(), field: Some(key.into()), ..Self::default() }
    }
}

/// The characters of a text without its marks.
pub fn plain_text(text: &[Span]) -> String {
    text.iter().map(|span| span.text.as_str()).collect()
}
