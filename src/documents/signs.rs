//! Signs of booths: a sheet across for each, its words as large as they can be.

use super::blocks::{Align, Block, Board, Document, Numbers, PageFormat, Properties, Sheet, mm};
use super::board::{INK, LACQUER, MUTED, Stand, TextBox, WHITE, area, sans, strong};
use crate::i18n::{Language, message};

/// One sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sign {
    /// What stands on it in capitals, forty letters at most by custom.
    pub words: String,
    /// Code of the booth; may be empty.
    pub booth: String,
    /// Whose booth it is, when the words do not say so; may be empty.
    pub organisation: String,
    /// Province; may be empty.
    pub province: String,
}

/// The signs of a fair, one a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// Who holds the fair.
    pub host: String,
    /// Name of the fair or conference.
    pub conference: String,
    /// The signs in the order they are printed.
    pub signs: Vec<Sign>,
    /// The language.
    pub language: Language,
}

/// A4 across without margins.
pub(super) const ACROSS: PageFormat =
    PageFormat { width: mm(297.0), height: mm(210.0), left: 0.0, right: 0.0, above: 0.0 };
/// Most lines of the words.
const LINES: usize = 4;

impl Signs {
    /// The sheets.
    pub fn document(&self) -> Document {
        let language = if self.language == Language::Vi { "vi-VN" } else { "en-GB" };
        Document {
            properties: Properties {
                title: message("signs-title").text(self.language),
                subject: self.conference.clone(),
                author: self.host.clone(),
                language,
            },
            sheet: Sheet { format: ACROSS, numbers: Numbers::None, ..Sheet::default() },
            blocks: self.signs.iter().map(|sign| Block::Board(self.sign(sign))).collect(),
        }
    }

    fn sign(&self, sign: &Sign) -> Board {
        let mut board = Board { height: ACROSS.height, ..Board::default() };
        let place = |x: f32, y: f32, width: f32, height: f32| area(mm(x), mm(y), mm(width), mm(height));
        let (edge, inner) = (15.0, 267.0);
        board.seal(mm(edge), mm(12.0), mm(13.0));
        board.text(
            place(edge + 17.0, 10.0, 170.0, 17.0),
            Align::Left,
            Stand::Middle,
            vec![
                strong(&self.host.to_uppercase(), 13.0, INK).over(2),
                sans(&self.conference, 12.0, MUTED).over(2),
            ],
        );
        if !sign.booth.is_empty() {
            let words = message("sign-booth").with("code", sign.booth.as_str()).text(self.language);
            let tab = place(206.0, 0.0, 76.0, 27.0);
            board.ground(tab, LACQUER);
            board.text(
                place(209.0, 6.0, 70.0, 19.0),
                Align::Centre,
                Stand::Middle,
                vec![strong(&words, 26.0, WHITE).over(2)],
            );
        }
        board.weave((mm(edge), mm(33.0)), mm(inner), LACQUER, MUTED);
        board.texts.push(TextBox {
            area: place(edge, 38.0, inner, 122.0),
            align: Align::Centre,
            stand: Stand::Middle,
            largest: true,
            lines: vec![strong(&sign.words.to_uppercase(), 150.0, INK).over(LINES)],
        });
        board.weave((mm(edge), mm(165.0)), mm(inner), LACQUER, MUTED);
        board.text(
            place(edge, 169.0, inner, 29.0),
            Align::Centre,
            Stand::Middle,
            vec![strong(&sign.organisation, 26.0, INK).over(2), sans(&sign.province, 22.0, MUTED).below(2.0)],
        );
        board
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Engine;
    use crate::documents::layout::Pages;
    use crate::documents::text::text;

    fn signs(words: &[&str]) -> Signs {
        let sign = |words: &&str| Sign {
            words: (*words).into(),
            booth: "A07".into(),
            organisation: "Hợp tác xã Gốm sứ Bát Tràng".into(),
            province: "Thành phố Hà Nội".into(),
        };
        Signs {
            host: "Hiệp hội Làng nghề Việt Nam".into(),
            conference: "Hội chợ Làng nghề Việt Nam lần thứ 21".into(),
            signs: words.iter().map(sign).collect(),
            language: Language::Vi,
        }
    }

    fn laid_out(signs: &Signs) -> Pages {
        Engine::new().unwrap().lay_out(&signs.document())
    }

    /// Size of the largest letters of each page.
    fn sizes(pages: &Pages) -> Vec<f32> {
        let size = |lines: &[crate::documents::layout::TextLine]| {
            lines.iter().map(|line| line.size).fold(0.0, f32::max)
        };
        pages.pages.iter().map(|page| size(&page.lines)).collect()
    }

    #[test]
    fn words_are_as_large_as_they_fit_and_in_capitals() {
        let words = ["Chè", "Gốm Bát Tràng", "Mây tre đan Phú Vinh và cộng sự Hà Nội", &"W".repeat(80)];
        let pages = laid_out(&signs(&words));
        assert_eq!(pages.pages.len(), 4);
        let sizes = sizes(&pages);
        assert!(sizes[0] > 140.0 && sizes[1] > 90.0 && sizes[2] > 55.0, "{sizes:?}");
        let said = text(&pages);
        assert!(said.contains("GỐM BÁT TRÀNG") && said.contains("Gian hàng A07"), "{said}");
        assert_eq!(said.matches('W').count(), 80);
        for line in pages.pages.iter().flat_map(|page| &page.lines) {
            assert!(line.right() <= ACROSS.width && line.baseline < ACROSS.height, "{line:?}");
        }
    }

    #[test]
    fn what_is_not_known_takes_no_room() {
        let bare =
            Signs { signs: vec![Sign { words: "Lụa".into(), ..Sign::default() }], ..Signs::default() };
        assert_eq!(text(&laid_out(&bare)).trim(), "LỤA");
    }
}
