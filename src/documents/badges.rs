//! Badges of a conference: sheets of cards with marks to cut along, in three sizes.
//!
//! The band says in words and colours, and in bars that a grey print shows as well, what somebody is there.
//! The QR code holds the code of the registration and nothing else.

use serde::{Deserialize, Serialize};

use super::blocks::{Align, Block, Board, Colour, Document, Numbers, PageFormat, Properties, Sheet, mm};
use super::board::{
    BAMBOO, INDIGO, INK, LACQUER, MUTED, PLUM, Paint, Stand, TURMERIC, WHITE, area, sans, strong,
};
use crate::i18n::{Language, Message, message};

/// Sizes of badges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BadgeSize {
    /// 85 × 54 mm, like a bank card: ten on a sheet.
    Small,
    /// 90 × 130 mm: four on a sheet.
    #[default]
    Medium,
    /// A6: a sheet cut into four.
    Large,
}

impl BadgeSize {
    /// Every size, in the order it is offered.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// What the screen calls it.
    pub fn label(self) -> Message {
        match self {
            Self::Small => message("badge-size-small"),
            Self::Medium => message("badge-size-medium"),
            Self::Large => message("badge-size-large"),
        }
    }

    /// Width and height in points.
    fn card(self) -> (f32, f32) {
        match self {
            Self::Small => (mm(85.0), mm(54.0)),
            Self::Medium => (mm(90.0), mm(130.0)),
            Self::Large => (mm(105.0), mm(148.0)),
        }
    }

    /// Columns and rows on a sheet.
    fn grid(self) -> (usize, usize) {
        match self {
            Self::Small => (2, 5),
            Self::Medium | Self::Large => (2, 2),
        }
    }

    /// How many badges stand on a sheet.
    pub fn on_a_sheet(self) -> usize {
        let (columns, rows) = self.grid();
        columns * rows
    }
}

/// What somebody is at a conference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeGroup {
    /// Delegate.
    #[default]
    Delegate,
    /// Guest.
    Guest,
    /// One of those who hold it.
    Organiser,
    /// From newspapers, radio and television.
    Press,
    /// At a booth.
    Exhibitor,
}

impl BadgeGroup {
    /// Every group.
    pub const ALL: [Self; 5] = [Self::Delegate, Self::Guest, Self::Organiser, Self::Press, Self::Exhibitor];

    /// What the band says.
    pub fn label(self) -> Message {
        match self {
            Self::Delegate => message("badge-group-delegate"),
            Self::Guest => message("badge-group-guest"),
            Self::Organiser => message("badge-group-organiser"),
            Self::Press => message("badge-group-press"),
            Self::Exhibitor => message("badge-group-exhibitor"),
        }
    }

    fn colour(self) -> Colour {
        match self {
            Self::Delegate => INDIGO,
            Self::Guest => LACQUER,
            Self::Organiser => BAMBOO,
            Self::Press => TURMERIC,
            Self::Exhibitor => PLUM,
        }
    }

    /// So many bars stand at the end of the band.
    fn bars(self) -> u8 {
        match self {
            Self::Delegate => 0,
            Self::Guest => 1,
            Self::Organiser => 2,
            Self::Press => 3,
            Self::Exhibitor => 4,
        }
    }
}

/// The badge of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Badge {
    /// What the person is there.
    pub group: BadgeGroup,
    /// "Ông", "Bà", a title; may be empty.
    pub honorific: String,
    /// Full name.
    pub name: String,
    /// Position; may be empty.
    pub position: String,
    /// Whom the person comes from; may be empty.
    pub organisation: String,
    /// Code of the registration: all the QR code says.
    pub code: String,
    /// The booth, or the place in the order of signing; may be empty.
    pub seat: String,
}

/// The badges of a conference, in the order they are printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Badges {
    /// Size of the cards.
    pub size: BadgeSize,
    /// Who holds the conference.
    pub host: String,
    /// Name of the conference.
    pub conference: String,
    /// Day and hour as they are read.
    pub date: String,
    /// Where it is held; may be empty.
    pub place: String,
    /// The badges.
    pub badges: Vec<Badge>,
    /// Language of the title of the file; the cards speak both.
    pub language: Language,
}

/// A sheet without margins.
pub(super) const SHEET: PageFormat =
    PageFormat { width: mm(210.0), height: mm(297.0), left: 0.0, right: 0.0, above: 0.0 };
/// Length of the marks to cut along.
const MARK: f32 = mm(6.0);
/// Their distance from the cards.
const OFF: f32 = mm(2.0);
/// Their thickness.
const HAIR: f32 = 0.4;

impl Badges {
    /// The sheets.
    pub fn document(&self) -> Document {
        let sheets = self.badges.chunks(self.size.on_a_sheet());
        let language = if self.language == Language::Vi { "vi-VN" } else { "en-GB" };
        Document {
            properties: Properties {
                title: message("badges-title").text(self.language),
                subject: self.conference.clone(),
                author: self.host.clone(),
                language,
            },
            sheet: Sheet { format: SHEET, numbers: Numbers::None, ..Sheet::default() },
            blocks: sheets.map(|badges| Block::Board(self.sheet(badges))).collect(),
        }
    }

    fn sheet(&self, badges: &[Badge]) -> Board {
        let (width, height) = self.size.card();
        let (columns, rows) = self.size.grid();
        let (left, top) =
            ((SHEET.width - width * count(columns)) / 2.0, (SHEET.height - height * count(rows)) / 2.0);
        let mut board = Board { height: SHEET.height, ..Board::default() };
        for (place, badge) in badges.iter().enumerate() {
            let (column, row) = (place % columns, place / columns);
            let at = (left + width * count(column), top + height * count(row));
            match self.size {
                BadgeSize::Small => self.small(&mut board, at, badge),
                BadgeSize::Medium | BadgeSize::Large => self.upright(&mut board, at, badge),
            }
        }
        if self.size == BadgeSize::Large {
            quarter(&mut board);
            return board;
        }
        let (columns, rows) = (badges.len().min(columns), badges.len().div_ceil(columns));
        let (right, bottom) = (left + width * count(columns), top + height * count(rows));
        for line in 0..=columns {
            let x = left + width * count(line) - HAIR / 2.0;
            for y in [top - OFF - MARK, bottom + OFF] {
                board.ground(area(x, y, HAIR, MARK), INK);
            }
        }
        for line in 0..=rows {
            let y = top + height * count(line) - HAIR / 2.0;
            for x in [left - OFF - MARK, right + OFF] {
                board.ground(area(x, y, MARK, HAIR), INK);
            }
        }
        board
    }

    /// A card to hang round the neck.
    fn upright(&self, board: &mut Board, (x, y): (f32, f32), badge: &Badge) {
        let (width, _) = self.size.card();
        let scale = if self.size == BadgeSize::Large { 1.135 } else { 1.0 };
        let unit = mm(scale);
        let edge = 7.0 * unit;
        let inner = width - 2.0 * edge;
        let place = |left: f32, top: f32, width: f32, height: f32| {
            area(x + left, y + top * unit, width, height * unit)
        };
        let colour = badge.group.colour();
        let slot = place((width - 15.0 * unit) / 2.0, 4.5, 15.0 * unit, 3.4);
        let dashed = Paint::Outline { width: 0.5, colour: MUTED, dashed: true };
        board.shape(slot, 1.7 * unit, dashed);
        board.seal(x + edge, y + 13.8 * unit, 9.0 * unit);
        let beside = 11.5 * unit;
        board.text(
            place(edge + beside, 11.3, inner - beside, 14.0),
            Align::Left,
            Stand::Middle,
            vec![
                strong(&self.host.to_uppercase(), 8.6 * scale, INK).over(2),
                sans(&self.conference, 7.8 * scale, MUTED).over(3),
            ],
        );
        band(board, area(x, y + 28.0 * unit, width, 13.0 * unit), edge, 20.0 * scale, badge.group);
        let apart = if badge.position.is_empty() { 6.0 } else { 2.0 };
        board.text(
            place(edge, 45.0, inner, 53.5),
            Align::Left,
            Stand::Top,
            vec![
                sans(&badge.honorific, 11.0 * scale, MUTED),
                strong(&badge.name, 26.0 * scale, INK).over(2),
                sans(&badge.position, 11.5 * scale, INK).over(2).below(6.0 * scale),
                strong(&badge.organisation, 12.5 * scale, INK).over(3).below(apart * scale),
            ],
        );
        board.weave((x + edge, y + 101.3 * unit), inner, colour, MUTED);
        let code = 20.0 * unit;
        board.code(place(edge, 105.5, code, 20.0), &badge.code);
        let beside = code + 4.0 * unit;
        let small = |text: &str| sans(text, 7.8 * scale, MUTED).over(2);
        board.text(
            place(edge + beside, 105.5, inner - beside, 20.0),
            Align::Left,
            Stand::Middle,
            vec![
                strong(&badge.code, 13.0 * scale, INK),
                small(&badge.seat).below(1.0),
                small(&self.date),
                small(&self.place),
            ],
        );
    }

    /// A card of the size of a bank card.
    fn small(&self, board: &mut Board, (x, y): (f32, f32), badge: &Badge) {
        let (width, _) = self.size.card();
        let place = |left: f32, top: f32, width: f32, height: f32| {
            area(x + mm(left), y + mm(top), mm(width), mm(height))
        };
        band(board, area(x, y, width, mm(10.0)), mm(5.0), 14.0, badge.group);
        board.text(
            place(5.0, 11.2, 75.0, 23.6),
            Align::Left,
            Stand::Middle,
            vec![
                sans(&badge.honorific, 7.5, MUTED),
                strong(&badge.name, 19.0, INK).over(2),
                sans(&badge.position, 8.0, INK).over(2).below(1.0),
                strong(&badge.organisation, 8.5, INK).over(2).below(0.5),
            ],
        );
        board.weave((x + mm(5.0), y + mm(36.2)), mm(57.5), badge.group.colour(), MUTED);
        board.code(place(66.0, 36.0, 14.0, 14.0), &badge.code);
        let when = if self.place.is_empty() {
            self.date.clone()
        } else {
            format!("{} · {}", self.date, self.place)
        };
        board.text(
            place(5.0, 37.6, 58.0, 12.8),
            Align::Left,
            Stand::Middle,
            vec![
                strong(&badge.code, 9.0, INK),
                sans(&self.conference, 6.2, MUTED).over(2),
                sans(&when, 6.2, MUTED).over(2),
                sans(&badge.seat, 6.2, MUTED),
            ],
        );
    }
}

/// Marks to cut a sheet into four: cards without room around them are marked where they are cut.
fn quarter(board: &mut Board) {
    let (x, y) = (SHEET.width / 2.0, SHEET.height / 2.0);
    for (from, length) in [(mm(5.0), mm(4.0)), (y - mm(3.0), mm(6.0)), (SHEET.height - mm(9.0), mm(4.0))] {
        board.ground(area(x - HAIR / 2.0, from, HAIR, length), MUTED);
    }
    for (from, length) in [(mm(5.0), mm(4.0)), (x - mm(3.0), mm(6.0)), (SHEET.width - mm(9.0), mm(4.0))] {
        board.ground(area(from, y - HAIR / 2.0, length, HAIR), MUTED);
    }
}

/// The band with the group in both languages; a grey print tells the groups apart by the bars at its end.
fn band(board: &mut Board, at: super::blocks::Area, edge: f32, size: f32, group: BadgeGroup) {
    board.ground(at, group.colour());
    let (bar, gap) = (at.height * 0.09, at.height * 0.09);
    let mut right = at.x + at.width - gap;
    for _ in 0..group.bars() {
        right -= bar;
        board.ground(area(right, at.y, bar, at.height), WHITE);
        right -= gap;
    }
    let right = right.min(at.x + at.width - edge);
    let words = group.label();
    let (left, english) = (at.x + edge, (right - at.x - edge) * 0.32);
    let vietnamese = right - left - english;
    board.text(
        area(left, at.y, vietnamese, at.height),
        Align::Left,
        Stand::Middle,
        vec![strong(&words.text(Language::Vi).to_uppercase(), size, WHITE)],
    );
    board.text(
        area(left + vietnamese, at.y, english, at.height),
        Align::Right,
        Stand::Middle,
        vec![sans(&words.text(Language::En), size * 0.54, WHITE)],
    );
}

pub(super) fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Engine;
    use crate::documents::layout::Pages;
    use crate::documents::text::text;

    fn badge(group: BadgeGroup, number: usize) -> Badge {
        let names =
            ["Đàm Quang Lộc", "Nguyễn Thị Minh Hường", "Phạm Thu Trang", "Vũ Hoàng Yến", "Y Blă Êban"];
        let organisations = [
            "Hợp tác xã Mây tre đan Đan Hòa",
            "Làng thêu Quất Động, xã Thượng Phúc, thành phố Hà Nội",
            "Văn phòng Hiệp hội Làng nghề Việt Nam",
            "Trung tâm Truyền thông và Xúc tiến thương mại làng nghề Kinh Bắc",
            "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại, Dịch vụ và Xuất nhập khẩu Gốm Bầu Trúc",
        ];
        Badge {
            group,
            honorific: ["Ông", "Nghệ nhân Ưu tú", "Bà", "Bà", ""][number % 5].into(),
            name: names[number % 5].into(),
            position: ["Chủ tịch Hội đồng quản trị", "Chủ cơ sở thêu", "Tiểu ban Lễ tân", "Phóng viên", ""]
                [number % 5]
                .into(),
            organisation: organisations[number % 5].into(),
            code: format!("HN26-{number:04}"),
            seat: if number.is_multiple_of(2) {
                format!("Bàn ký số {number}, đợt 2")
            } else {
                String::new()
            },
        }
    }

    pub(super) fn badges(size: BadgeSize, number: usize) -> Badges {
        Badges {
            size,
            host: "Hiệp hội Làng nghề Việt Nam".into(),
            conference: "Hội nghị hợp tác phát triển sản phẩm làng nghề năm 2026".into(),
            date: "18/12/2026, 8h00".into(),
            place: "Trung tâm Hội nghị Hồ Sen, Hà Nội".into(),
            badges: (0..number).map(|number| badge(BadgeGroup::ALL[number % 5], number)).collect(),
            language: Language::Vi,
        }
    }

    fn long(badges: &mut Badges) {
        for badge in &mut badges.badges {
            for words in [&mut badge.name, &mut badge.position, &mut badge.organisation, &mut badge.seat] {
                *words = "W".repeat(80);
            }
            badge.honorific = "Phó Giáo sư, Tiến sĩ, Nghệ nhân Nhân dân".into();
        }
        badges.conference = "x".repeat(80);
        badges.host =
            "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam và Hiệp hội Làng nghề Việt Nam cùng phối hợp".into();
        badges.place = "y".repeat(80);
    }

    fn laid_out(badges: &Badges) -> Pages {
        Engine::new().unwrap().lay_out(&badges.document())
    }

    /// The card every line stands in: no line may leave its own.
    fn assert_inside(size: BadgeSize, pages: &Pages) {
        let (width, height) = size.card();
        let (columns, rows) = size.grid();
        let left = (SHEET.width - width * count(columns)) / 2.0;
        let top = (SHEET.height - height * count(rows)) / 2.0;
        for line in pages.pages.iter().flat_map(|page| &page.lines) {
            let column = ((line.x - left) / width).floor();
            assert!(line.right() <= left + (column + 1.0) * width + 0.1, "{line:?}");
            let above = (line.baseline - line.size - top).rem_euclid(height);
            assert!(above + line.size * 1.2 <= height, "{line:?}");
            assert!(line.size >= 2.4, "{line:?}");
        }
    }

    #[test]
    fn a_full_sheet_is_one_page_and_one_more_badge_another() {
        for size in BadgeSize::ALL {
            let all = size.on_a_sheet();
            for (number, pages) in [(0, 0), (1, 1), (all, 1), (all + 1, 2)] {
                let laid = laid_out(&badges(size, number));
                assert_eq!(laid.pages.len(), pages, "{number} of {size:?}");
                assert_inside(size, &laid);
                for index in 0..number {
                    assert!(text(&laid).contains(&format!("HN26-{index:04}")));
                }
            }
        }
    }

    #[test]
    fn long_words_shrink_and_no_letter_is_lost() {
        for size in BadgeSize::ALL {
            let mut badges = badges(size, 3);
            long(&mut badges);
            let laid = laid_out(&badges);
            assert_inside(size, &laid);
            let said = text(&laid);
            assert_eq!(said.matches('W').count(), 3 * 4 * 80, "{said}");
            assert_eq!(said.matches('y').count(), 3 * 80 + said.matches("Ủy").count(), "{said}");
        }
    }

    #[test]
    fn the_band_tells_the_groups_apart_in_words_and_bars_and_the_code_says_nothing_else() {
        let document = badges(BadgeSize::Medium, 5).document();
        let laid = Engine::new().unwrap().lay_out(&document);
        let said = text(&laid);
        for words in ["ĐẠI BIỂU", "KHÁCH MỜI", "BAN TỔ CHỨC", "BÁO CHÍ", "GIAN HÀNG", "Exhibitor", "Press"]
        {
            assert!(said.contains(words), "{words} in {said}");
        }
        let codes: Vec<_> = laid
            .pages
            .iter()
            .flat_map(|page| &page.shapes)
            .filter_map(|shape| match &shape.paint {
                Paint::Code(code) => Some(code.as_ref().clone()),
                _ => None,
            })
            .collect();
        let expected: Vec<_> =
            (0..5).map(|number| super::super::vcard::qr(&format!("HN26-{number:04}")).unwrap()).collect();
        assert_eq!(codes, expected);
        let bars: std::collections::BTreeSet<u8> = BadgeGroup::ALL.iter().map(|group| group.bars()).collect();
        assert_eq!(bars.len(), 5);
    }
}
