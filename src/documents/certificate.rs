//! Certificates of attendance: a sheet across for each, in both languages, signed by the host.

use super::blocks::{Align, Block, Board, Colour, Document, Numbers, Properties, Sheet, mm};
use super::board::{GOLD, INK, LACQUER, MUTED, Paint, Stand, area, sans, strong};
use super::signs::ACROSS;
use crate::i18n::{Language, message};

/// Whom a certificate is given to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendee {
    /// "Ông", "Bà", a title, and the same in English; may be empty.
    pub honorific: [String; 2],
    /// Full name.
    pub name: String,
    /// Position and organisation in one line, and the same in English; may be empty.
    pub role: [String; 2],
    /// Number of the certificate; may be empty.
    pub number: String,
}

/// The certificates of a conference. Pairs are Vietnamese and English; where the English is empty, it is left
/// out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Certificates {
    /// Who gives them.
    pub host: [String; 2],
    /// Name of the conference.
    pub conference: [String; 2],
    /// When and where it was held, as it is read: "tổ chức ngày … tại …".
    pub held: [String; 2],
    /// Place and day of signing: "Hà Nội, ngày … tháng … năm …".
    pub given: [String; 2],
    /// Position of the signer: "Chủ tịch".
    pub position: [String; 2],
    /// Name of the signer.
    pub signer: String,
    /// Whom they are given to, in the order they are printed.
    pub attendees: Vec<Attendee>,
    /// Language of the title of the file.
    pub language: Language,
}

/// The drum behind the text.
const PALE: Colour = Colour(0xF6, 0xEF, 0xE0);

impl Certificates {
    /// The sheets.
    pub fn document(&self) -> Document {
        let [vi, en] = &self.host;
        let (author, language) =
            if self.language == Language::Vi || en.is_empty() { (vi, "vi-VN") } else { (en, "en-GB") };
        Document {
            properties: Properties {
                title: message("certificates-title").text(self.language),
                subject: self.conference[0].clone(),
                author: author.clone(),
                language,
            },
            sheet: Sheet { format: ACROSS, numbers: Numbers::None, ..Sheet::default() },
            blocks: self.attendees.iter().map(|attendee| Block::Board(self.sheet(attendee))).collect(),
        }
    }

    fn sheet(&self, attendee: &Attendee) -> Board {
        let mut board = Board { height: ACROSS.height, ..Board::default() };
        drum(&mut board);
        frame(&mut board);
        let place = |x: f32, y: f32, width: f32, height: f32| area(mm(x), mm(y), mm(width), mm(height));
        board.seal(mm(142.0), mm(20.0), mm(13.0));
        let [host, host_en] = &self.host;
        board.text(
            place(35.0, 34.0, 227.0, 12.5),
            Align::Centre,
            Stand::Middle,
            vec![strong(&host.to_uppercase(), 13.0, INK).over(2), sans(host_en, 10.0, MUTED)],
        );
        let both = |key: fn() -> crate::i18n::Message| [Language::Vi, Language::En].map(|of| key().text(of));
        let [heading, heading_en] = both(|| message("certificate-heading"));
        board.text(
            place(35.0, 47.0, 227.0, 23.0),
            Align::Centre,
            Stand::Middle,
            vec![strong(&heading.to_uppercase(), 34.0, LACQUER), sans(&heading_en, 13.0, GOLD)],
        );
        let [gives, gives_en] = both(|| message("certificate-gives"));
        let [was_at, was_at_en] = both(|| message("certificate-attended"));
        let [vi, en] = &attendee.honorific;
        board.text(
            place(35.0, 71.0, 227.0, 39.0),
            Align::Centre,
            Stand::Middle,
            vec![
                sans(&beside(&gives, &gives_en), 11.0, MUTED),
                sans(&beside(vi, en), 12.0, INK).below(3.0),
                strong(&attendee.name, 34.0, INK).over(2),
                sans(&attendee.role[0], 12.5, INK).over(2).below(2.0),
                sans(&attendee.role[1], 10.5, MUTED).over(2),
            ],
        );
        board.text(
            place(35.0, 111.0, 227.0, 33.0),
            Align::Centre,
            Stand::Middle,
            vec![
                sans(&beside(&was_at, &was_at_en), 11.0, MUTED),
                strong(&self.conference[0], 15.0, INK).over(2).below(3.0),
                sans(&self.conference[1], 11.0, MUTED).over(2),
                sans(&self.held[0], 11.5, INK).over(2).below(3.0),
                sans(&self.held[1], 10.0, MUTED).over(2),
            ],
        );
        // Above the room for signature and seal, and below it.
        board.text(
            place(152.0, 146.0, 110.0, 18.5),
            Align::Centre,
            Stand::Top,
            vec![
                sans(&self.given[0], 11.0, INK),
                sans(&self.given[1], 9.0, MUTED),
                strong(&self.position[0].to_uppercase(), 11.5, INK).over(2).below(2.0),
                sans(&self.position[1], 9.0, MUTED),
            ],
        );
        board.text(
            place(152.0, 183.0, 110.0, 7.0),
            Align::Centre,
            Stand::Foot,
            vec![strong(&self.signer, 13.0, INK)],
        );
        board.text(
            place(26.0, 183.0, 110.0, 7.0),
            Align::Left,
            Stand::Foot,
            vec![sans(&attendee.number, 9.5, MUTED)],
        );
        board
    }
}

/// "Chứng nhận · This is to certify that".
fn beside(vi: &str, en: &str) -> String {
    match (vi, en) {
        (vi, "") => vi.to_owned(),
        ("", en) => en.to_owned(),
        (vi, en) => format!("{vi} · {en}"),
    }
}

/// A bronze drum seen from above, pale in the middle of the sheet.
fn drum(board: &mut Board) {
    let (x, y) = (ACROSS.width / 2.0, ACROSS.height / 2.0);
    let around = |radius: f32| area(x - radius, y - radius, 2.0 * radius, 2.0 * radius);
    for (radius, width) in
        [(mm(74.0), 2.4), (mm(71.0), 0.8), (mm(58.0), 0.8), (mm(55.5), 2.0), (mm(40.0), 2.0), (mm(37.5), 0.8)]
    {
        board.shape(around(radius), radius, Paint::Outline { width, colour: PALE, dashed: false });
    }
    for (ring, beads) in [(mm(64.5), 48_u16), (mm(47.7), 36)] {
        for bead in 0..beads {
            let turn = (std::f32::consts::TAU * f32::from(bead) / f32::from(beads)).sin_cos();
            let (x, y, side) = (x + ring * turn.0, y + ring * turn.1, mm(3.2));
            board.shape(area(x - side / 2.0, y - side / 2.0, side, side), side / 2.0, Paint::Ground(PALE));
        }
    }
    board.shape(around(mm(34.0)), 0.0, Paint::Star(14, PALE));
}

/// Two lines around the sheet, the weave between them.
fn frame(board: &mut Board) {
    let inside = |edge: f32| area(edge, edge, ACROSS.width - 2.0 * edge, ACROSS.height - 2.0 * edge);
    let line = |width: f32, colour| Paint::Outline { width, colour, dashed: false };
    board.shape(inside(mm(9.0)), mm(2.0), line(1.6, LACQUER));
    board.shape(inside(mm(16.0)), mm(1.0), line(0.6, GOLD));
    // Strips that stand and lie in turn all the way round.
    let (edge, step, long, thick) = (mm(12.5), mm(6.0), mm(3.6), mm(1.0));
    let strip = |board: &mut Board, x: f32, y: f32, level: bool| {
        let (width, height) = if level { (long, thick) } else { (thick, long) };
        let colour = if level { LACQUER } else { GOLD };
        board.ground(area(x - width / 2.0, y - height / 2.0, width, height), colour);
    };
    // Whole steps, so that the corners are alike.
    let across = ((ACROSS.width - 2.0 * edge) / step / 2.0).round() * 2.0;
    let down = ((ACROSS.height - 2.0 * edge) / step / 2.0).round() * 2.0;
    let (wide, high) = ((ACROSS.width - 2.0 * edge) / across, (ACROSS.height - 2.0 * edge) / down);
    let mut place = 0.0;
    let mut level = false;
    while place < across + 0.5 {
        for y in [edge, ACROSS.height - edge] {
            strip(board, edge + place * wide, y, level);
        }
        (place, level) = (place + 1.0, !level);
    }
    (place, level) = (1.0, true);
    while place < down - 0.5 {
        for x in [edge, ACROSS.width - edge] {
            strip(board, x, edge + place * high, level);
        }
        (place, level) = (place + 1.0, !level);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Engine;
    use crate::documents::layout::Pages;
    use crate::documents::text::text;

    fn certificates() -> Certificates {
        Certificates {
            host: ["Hiệp hội Làng nghề Việt Nam".into(), "Vietnam Craft Village Association".into()],
            conference: [
                "Hội nghị hợp tác phát triển sản phẩm làng nghề năm 2026".into(),
                "Conference on Cooperation for Craft Village Products 2026".into(),
            ],
            held: [
                "tổ chức ngày 18 tháng 12 năm 2026 tại Trung tâm Hội nghị Hồ Sen, Hà Nội".into(),
                "held on 18 December 2026 at Hồ Sen Convention Centre, Hà Nội".into(),
            ],
            given: ["Hà Nội, ngày 18 tháng 12 năm 2026".into(), "Hà Nội, 18 December 2026".into()],
            position: ["Chủ tịch".into(), "President".into()],
            signer: "Chử Văn Bình".into(),
            attendees: vec![
                Attendee {
                    honorific: ["Bà".into(), "Ms".into()],
                    name: "Nguyễn Thị Minh Hường".into(),
                    role: [
                        "Chủ cơ sở thêu, Làng thêu Quất Động, thành phố Hà Nội".into(),
                        "Owner, Quất Động Embroidery Village, Hà Nội".into(),
                    ],
                    number: "Số 0147/2026/GCN-HHLN".into(),
                },
                Attendee { name: "Y Blă".into(), ..Attendee::default() },
                Attendee {
                    honorific: ["Phó Giáo sư, Tiến sĩ".into(), "Assoc. Prof. Dr".into()],
                    name: "W".repeat(80),
                    role: ["x".repeat(80), "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại, Dịch vụ, Xuất nhập khẩu và Phát triển Chuỗi Cửa hàng Quà tặng Làng nghề Bảy Hiền".into()],
                    number: "1".repeat(80),
                },
            ],
            language: Language::Vi,
        }
    }

    fn laid_out(certificates: &Certificates) -> Pages {
        Engine::new().unwrap().lay_out(&certificates.document())
    }

    #[test]
    fn each_is_a_sheet_with_everything_in_both_languages_inside_its_frame() {
        let pages = laid_out(&certificates());
        assert_eq!(pages.pages.len(), 3);
        let said = text(&pages);
        for words in [
            "GIẤY CHỨNG NHẬN",
            "Certificate of attendance",
            "Bà · Ms",
            "Nguyễn Thị Minh Hường",
            "CHỦ TỊCH",
            "Chử Văn Bình",
            "held on 18 December 2026",
            "Phát triển Chuỗi Cửa hàng Quà tặng Làng nghề Bảy Hiền",
        ] {
            assert!(said.contains(words), "{words} in {said}");
        }
        assert_eq!(said.matches('W').count(), 80);
        for line in pages.pages.iter().flat_map(|page| &page.lines) {
            assert!(
                line.x + line.words[0].x > mm(16.0) && line.right() < ACROSS.width - mm(16.0),
                "{line:?}"
            );
            assert!(line.baseline < ACROSS.height - mm(16.0), "{line:?}");
        }
    }

    #[test]
    fn between_position_and_name_there_is_room_for_signature_and_seal() {
        let pages = laid_out(&certificates());
        let baseline = |words: &str| {
            let line = pages.pages[0].lines.iter().find(|line| &*line.words[0].word.text == words).unwrap();
            line.baseline
        };
        let room = baseline("Chử") - baseline("President");
        assert!(room > mm(20.0), "{room}");
    }
}
