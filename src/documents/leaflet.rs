//! The leaflet of a village for visitors and buyers: photographs, story, what to know, products, contact.

use std::sync::Arc;

use super::Engine;
use super::blocks::{
    Align, Block, Board, Colour, Columns, Document, Family, Numbers, PageFormat, Paragraph, Properties, Run,
    Sheet, mm,
};
use super::board::{GOLD, INK, LACQUER, LINE, MUTED, Paint, Photo, Stand, area, sans, strong};
use crate::i18n::{Language, Message, message};

/// Everything a leaflet says. Pairs are Vietnamese and English; what is empty is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leaflet {
    /// What kind of village it is, and its trades.
    pub kind: [String; 2],
    /// Name of the village.
    pub name: String,
    /// The same in English.
    pub name_en: String,
    /// Where it is.
    pub place: [String; 2],
    /// Its address before 1 July 2025.
    pub former: String,
    /// Its story.
    pub story: [String; 2],
    /// What visitors ask.
    pub facts: Vec<LeafletFact>,
    /// What it sells.
    pub products: Vec<LeafletProduct>,
    /// Up to three photographs; further ones are not printed.
    pub photos: Vec<Arc<Photo>>,
    /// Who took them.
    pub authors: String,
    /// Whom to call.
    pub contact: Option<LeafletContact>,
    /// The day it is printed.
    pub date: String,
}

/// Something visitors ask, with the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeafletFact {
    /// What it is about.
    pub label: [String; 2],
    /// The answer.
    pub lines: Vec<String>,
}

/// A product on a leaflet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeafletProduct {
    /// Name.
    pub name: String,
    /// The same in English.
    pub name_en: String,
    /// Material, size, titles.
    pub detail: String,
    /// Price as it is read.
    pub price: String,
    /// Smallest order as it is read.
    pub order: String,
}

/// Whom to call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeafletContact {
    /// Name of the organisation.
    pub name: String,
    /// Telephone numbers, e-mail, address.
    pub lines: Vec<String>,
    /// The same as vCard, for the QR code.
    pub vcard: String,
}

/// Office printers lose 5 mm at every edge.
const FORMAT: PageFormat =
    PageFormat { width: mm(210.0), height: mm(297.0), left: mm(14.0), right: mm(14.0), above: mm(12.0) };
/// Width of what is printed.
const WIDTH: f32 = FORMAT.text_width();
/// Width of the story beside what visitors ask.
const STORY: f32 = mm(110.0);
/// Space between columns.
const GAP: f32 = mm(9.0);
/// Longer stories, in letters, stand over the whole width.
const LONG_STORY: usize = 1_400;
/// More products than these are only counted.
const PRODUCTS: usize = 12;
/// Heights of the photographs, the largest first: they leave the room to the words.
const HEIGHTS: [f32; 6] = [1.25, 1.1, 1.0, 0.85, 0.7, 0.55];
/// Strips of the weave that stands for photographs, across,
const COLUMNS: u8 = 20;
/// and down.
const ROWS: u8 = 4;
/// Its ground.
const PALE: Colour = Colour(0xF5, 0xE5, 0xDC);
/// Its strips.
const STRIP: Colour = Colour(0xE6, 0xC9, 0xBA);
/// Radius of the corners of photographs.
const ROUND: f32 = 6.0;

impl Leaflet {
    /// The pages: one, or more where the story needs them. Photographs are as large as one page allows.
    pub fn document(&self, engine: &mut Engine) -> Document {
        let fits = |height: &f32| engine.lay_out(&self.with_photos(*height)).pages.len() == 1;
        let heights = if self.photos.is_empty() { &[] } else { HEIGHTS.as_slice() };
        self.with_photos(heights.iter().copied().find(fits).unwrap_or(1.0))
    }

    fn with_photos(&self, height: f32) -> Document {
        let mut blocks = vec![Block::Board(self.head())];
        blocks.push(Block::Board(if self.photos.is_empty() { weave() } else { self.gallery(height) }));
        blocks.push(even(paragraph(&self.name, true, 29.0, INK, 9.0)));
        let english = [self.name_en.as_str(), &self.place[1]];
        let english: Vec<&str> = english.into_iter().filter(|part| !part.is_empty()).collect();
        let before = message("leaflet-before").with("address", self.former.as_str()).text(Language::Vi);
        let former = if self.former.is_empty() { String::new() } else { before };
        for (line, size) in [(self.place[0].clone(), 11.5), (english.join(" · "), 10.0), (former, 9.0)] {
            if !line.trim().is_empty() {
                blocks.push(even(paragraph(&line, false, size, MUTED, 0.0)));
            }
        }
        let mut line = Board { height: 6.0, before: 7.0, ..Board::default() };
        line.weave((0.0, 3.0), WIDTH, LACQUER, GOLD);
        blocks.push(Block::Board(line));
        self.story_and_facts(&mut blocks);
        self.offer(&mut blocks);
        blocks.push(Block::Rest);
        blocks.push(Block::Board(self.foot()));
        let title = message("leaflet-title").with("name", self.name.as_str()).text(Language::Vi);
        Document {
            properties: Properties {
                title,
                subject: self.place[0].clone(),
                author: message("leaflet-office").text(Language::Vi),
                language: "vi-VN",
            },
            sheet: Sheet { format: FORMAT, numbers: Numbers::None, ..Sheet::default() },
            blocks,
        }
    }

    fn head(&self) -> Board {
        let mut board = Board { height: mm(10.0), ..Board::default() };
        let side = mm(9.2);
        board.seal(0.0, mm(0.4), side);
        let beside = side + mm(3.0);
        let [office, office_en] = both(&message("leaflet-office"));
        board.text(
            area(beside, 0.0, WIDTH * 0.48 - beside, board.height),
            Align::Left,
            Stand::Middle,
            vec![strong(&office, 9.5, INK), sans(&office_en, 8.5, MUTED)],
        );
        board.text(
            area(WIDTH * 0.5, 0.0, WIDTH * 0.5, board.height),
            Align::Right,
            Stand::Middle,
            vec![sans(&self.kind[0], 9.0, INK).over(2), sans(&self.kind[1], 8.5, MUTED).over(2)],
        );
        board
    }

    fn gallery(&self, scale: f32) -> Board {
        let gap = mm(2.5);
        let half = (WIDTH - gap) / 2.0;
        let (height, areas) = match self.photos.len() {
            1 => {
                let height = mm(84.0) * scale;
                (height, vec![area(0.0, 0.0, WIDTH, height)])
            }
            2 => {
                let height = mm(66.0) * scale;
                (height, vec![area(0.0, 0.0, half, height), area(half + gap, 0.0, half, height)])
            }
            _ => {
                let height = mm(80.0) * scale;
                let small = (height - gap) / 2.0;
                // Those at the right are 3:2.
                let wide = WIDTH - gap - small * 1.5;
                let right = area(wide + gap, 0.0, small * 1.5, small);
                let below = area(right.x, small + gap, right.width, small);
                (height, vec![area(0.0, 0.0, wide, height), right, below])
            }
        };
        let mut board = Board { height, before: mm(4.5), ..Board::default() };
        for (area, photo) in areas.into_iter().zip(&self.photos) {
            board.shape(area, ROUND, Paint::Photo(Arc::clone(photo)));
        }
        board
    }

    /// The story beside what visitors ask.
    fn story_and_facts(&self, blocks: &mut Vec<Block>) {
        let [story, english] = &self.story;
        let mut told: Vec<Block> = Vec::new();
        for (place, part) in story.lines().filter(|part| !part.trim().is_empty()).enumerate() {
            told.push(words(part, false, 10.5, INK, if place == 0 { 0.0 } else { 4.0 }));
        }
        for (place, part) in english.lines().filter(|part| !part.trim().is_empty()).enumerate() {
            told.push(words(part, false, 9.5, MUTED, if place == 0 { 8.0 } else { 4.0 }));
        }
        let facts: Vec<Vec<Block>> = self.facts.iter().map(fact).collect();
        let before = |mut told: Vec<Block>| {
            if let Some(Block::Paragraph(first)) = told.first_mut() {
                first.before = 8.0;
            }
            told
        };
        let long = story.chars().count() + english.chars().count() > LONG_STORY;
        if !told.is_empty() && !facts.is_empty() && !long {
            let (left, left_width) = (before(told), STORY);
            let right = before(facts.into_iter().flatten().collect());
            blocks.push(Block::Columns(Columns {
                left,
                right,
                left_width,
                gap: GAP,
                divided: false,
                level: false,
            }));
            return;
        }
        blocks.append(&mut before(told));
        pairs(blocks, facts, 10.0);
    }

    /// The products, two in a row.
    fn offer(&self, blocks: &mut Vec<Block>) {
        if self.products.is_empty() {
            return;
        }
        let heading = both(&message("leaflet-products")).join(" · ");
        blocks
            .push(Block::Paragraph(Paragraph { keep_next: 1, ..paragraph(&heading, true, 13.0, INK, 14.0) }));
        let shown: Vec<Vec<Block>> = self.products.iter().take(PRODUCTS).map(product).collect();
        pairs(blocks, shown, 6.0);
        let more = self.products.len().saturating_sub(PRODUCTS);
        if more > 0 {
            let more = both(&message("leaflet-more").with("count", more)).join(" · ");
            blocks.push(words(&more, false, 9.5, MUTED, 6.0));
        }
    }

    /// Whom to call, and what is to be known of the leaflet itself.
    fn foot(&self) -> Board {
        let height = if self.contact.is_some() { mm(31.0) } else { mm(13.0) };
        let mut board = Board { height, before: mm(5.0), ..Board::default() };
        board.ground(area(0.0, 0.0, WIDTH, 0.6), LINE);
        let top = mm(4.0);
        let notes = WIDTH * 0.27;
        if let Some(contact) = &self.contact {
            let side = height - top;
            board.code(area(0.0, top, side, side), &contact.vcard);
            let beside = side + mm(5.0);
            let mut lines = vec![strong(&contact.name, 12.0, INK).over(2)];
            lines.extend(contact.lines.iter().map(|line| sans(line, 9.5, INK).over(2)));
            let scan = both(&message("leaflet-scan")).join(" · ");
            lines.push(sans(&scan, 8.0, MUTED).over(2).below(3.0));
            board.text(
                area(beside, top, WIDTH - beside - notes - mm(4.0), side),
                Align::Left,
                Stand::Middle,
                lines,
            );
        }
        let say = |message: Message| message.text(Language::Vi);
        let mut lines = Vec::new();
        if self.products.iter().any(|product| !product.price.is_empty()) {
            lines.push(say(message("leaflet-prices")));
        }
        if !self.authors.is_empty() && !self.photos.is_empty() {
            lines.push(say(message("leaflet-photos").with("names", self.authors.as_str())));
        }
        lines.push(say(message("leaflet-printed").with("date", self.date.as_str())));
        let lines = lines.iter().map(|line| sans(line, 7.5, MUTED).over(3)).collect();
        board.text(area(WIDTH - notes, top, notes, height - top), Align::Right, Stand::Foot, lines);
        board
    }
}

/// A plain weave, pale, where there is no photograph.
fn weave() -> Board {
    let cell = WIDTH / f32::from(COLUMNS);
    let height = cell * f32::from(ROWS);
    let mut board = Board { height, before: mm(4.5), ..Board::default() };
    board.shape(area(0.0, 0.0, WIDTH, height), ROUND, Paint::Ground(PALE));
    let (long, short) = (cell * 0.92, cell * 0.44);
    for row in 0..ROWS {
        for column in 0..COLUMNS {
            let (x, y) = (cell * (f32::from(column) + 0.5), cell * (f32::from(row) + 0.5));
            let (width, height) = if (row + column) % 2 == 0 { (short, long) } else { (long, short) };
            board.ground(area(x - width / 2.0, y - height / 2.0, width, height), STRIP);
        }
    }
    board
}

fn both(message: &Message) -> [String; 2] {
    Language::ALL.map(|language| message.text(language))
}

/// "Hội làng · Festival" above its answer.
fn fact(fact: &LeafletFact) -> Vec<Block> {
    let [label, english] = &fact.label;
    let run = |text: &str, bold| Run { bold, ..letters(text) };
    let label = Paragraph {
        runs: vec![run(label, true), run(&format!(" · {english}"), false)],
        keep_next: 1,
        ..paragraph("", true, 9.0, LACQUER, 7.0)
    };
    let lines = fact.lines.iter().flat_map(|line| line.lines());
    let lines =
        lines.filter(|line| !line.trim().is_empty()).map(|line| even(paragraph(line, false, 9.5, INK, 0.0)));
    std::iter::once(Block::Paragraph(label)).chain(lines).collect()
}

fn product(product: &LeafletProduct) -> Vec<Block> {
    let english = Some(product.name_en.as_str()).filter(|english| !english.is_empty());
    let mut blocks = vec![words(&product.name, true, 10.5, INK, 0.0)];
    blocks.extend(english.map(|english| words(english, false, 9.0, MUTED, 0.0)));
    blocks.extend(said(&product.detail, false, 9.0, MUTED, 0.0));
    let order = match (product.price.as_str(), product.order.as_str()) {
        (_, "") => String::new(),
        ("", order) => order.to_owned(),
        (_, order) => format!(" · {order}"),
    };
    let runs = vec![Run { bold: true, ..letters(&product.price) }, letters(&order)];
    if runs.iter().any(|run| !run.text.is_empty()) {
        blocks.push(Block::Paragraph(Paragraph { runs, ..paragraph("", true, 9.5, LACQUER, 0.0) }));
    }
    blocks
}

/// Stacks side by side, two in a row.
fn pairs(blocks: &mut Vec<Block>, stacks: Vec<Vec<Block>>, before: f32) {
    let mut stacks = stacks.into_iter();
    while let Some(mut left) = stacks.next() {
        let mut right = stacks.next().unwrap_or_default();
        for side in [&mut left, &mut right] {
            if let Some(Block::Paragraph(first)) = side.first_mut() {
                first.before = before;
            }
        }
        let left_width = (WIDTH - GAP) / 2.0;
        blocks.push(Block::Columns(Columns {
            left,
            right,
            left_width,
            gap: GAP,
            divided: false,
            level: false,
        }));
    }
}

fn letters(text: &str) -> Run {
    Run { text: text.to_owned(), family: Family::Sans, ..Run::default() }
}

fn paragraph(text: &str, bold: bool, size: f32, colour: Colour, before: f32) -> Paragraph {
    Paragraph {
        runs: vec![Run { bold, ..letters(text) }],
        size,
        line: if size > 20.0 { 1.22 } else { 1.42 },
        align: Align::Left,
        colour,
        before,
        ..Paragraph::default()
    }
}

fn words(text: &str, bold: bool, size: f32, colour: Colour, before: f32) -> Block {
    Block::Paragraph(paragraph(text, bold, size, colour, before))
}

/// Lines of about the same length.
fn even(paragraph: Paragraph) -> Block {
    Block::Paragraph(Paragraph { align: Align::Even, ..paragraph })
}

/// The same, or nothing.
fn said(text: &str, bold: bool, size: f32, colour: Colour, before: f32) -> Option<Block> {
    (!text.trim().is_empty()).then(|| words(text, bold, size, colour, before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Engine;
    use crate::documents::layout::Pages;
    use crate::documents::text::text;

    /// The head of a JPEG, which is all that is read here.
    fn photo(number: u8) -> Arc<Photo> {
        let mut jpeg = b"\xFF\xD8\xFF\xC0\0\x11\x08\x01\x00\x02\x00\x03".to_vec();
        jpeg.push(number);
        Arc::new(Photo::new(jpeg).unwrap())
    }

    fn leaflet() -> Leaflet {
        let product = |name: &str| LeafletProduct {
            name: name.into(),
            name_en: "Blue tea set".into(),
            detail: "gốm men lam, bộ 8 món".into(),
            price: "350.000 – 900.000 đồng/bộ".into(),
            order: "đặt từ 50 bộ".into(),
        };
        Leaflet {
            kind: ["Làng nghề truyền thống · Gốm sứ".into(), "Traditional craft village · Ceramics".into()],
            name: "Gốm Bát Tràng".into(),
            name_en: "Bát Tràng Pottery".into(),
            place: ["xã Bát Tràng, thành phố Hà Nội".into(), "Bát Tràng commune, Hà Nội city".into()],
            former: "xã Bát Tràng, huyện Gia Lâm, thành phố Hà Nội".into(),
            story: ["Làng gốm bên tả ngạn sông Hồng.".into(), "A pottery village on the Red River.".into()],
            facts: vec![LeafletFact {
                label: ["Hội làng".into(), "Festival".into()],
                lines: vec!["rằm tháng hai âm lịch".into()],
            }],
            products: vec![product("Ấm chén hoa lam"), product("Bình men ngọc"), product("Chum sành")],
            photos: vec![photo(1), photo(2), photo(3)],
            authors: "Nguyễn Văn Ảnh".into(),
            contact: Some(LeafletContact {
                name: "Hợp tác xã Gốm sứ Bát Tràng".into(),
                lines: vec!["024 3825 2096".into(), "gom@battrang.example".into()],
                vcard: "BEGIN:VCARD".into(),
            }),
            date: "23/11/2026".into(),
        }
    }

    fn laid_out(leaflet: &Leaflet) -> Pages {
        let mut engine = Engine::new().unwrap();
        let document = leaflet.document(&mut engine);
        engine.lay_out(&document)
    }

    #[test]
    fn everything_stands_on_one_page_and_the_contact_at_its_foot() {
        let pages = laid_out(&leaflet());
        assert_eq!(pages.pages.len(), 1);
        let said = text(&pages);
        for words in [
            "Gốm Bát Tràng",
            "Bát Tràng Pottery",
            "Trước 1/7/2025: xã Bát Tràng, huyện Gia Lâm",
            "A pottery village on the Red River.",
            "Hội làng · Festival",
            "Sản phẩm tiêu biểu · Products",
            "350.000 – 900.000 đồng/bộ · đặt từ 50 bộ",
            "024 3825 2096",
            "Ảnh: Nguyễn Văn Ảnh",
            "23/11/2026",
        ] {
            assert!(said.contains(words), "{words} in {said}");
        }
        let code = pages.pages[0].shapes.iter().find(|shape| matches!(shape.paint, Paint::Code(_))).unwrap();
        let bottom = code.area.y + code.area.height;
        assert!((bottom - (FORMAT.height - FORMAT.above)).abs() < 1.0, "{bottom}");
    }

    #[test]
    fn one_two_or_three_photographs_fill_the_width_and_more_are_not_printed() {
        for count in 0..5_u8 {
            let leaflet = Leaflet { photos: (0..count).map(photo).collect(), ..leaflet() };
            let pages = laid_out(&leaflet);
            let photos: Vec<_> =
                pages.pages[0].shapes.iter().filter(|shape| matches!(shape.paint, Paint::Photo(_))).collect();
            assert_eq!(photos.len(), usize::from(count.min(3)));
            let right = photos.iter().map(|shape| shape.area.x + shape.area.width).fold(0.0, f32::max);
            assert!(count == 0 || (right - FORMAT.left - WIDTH).abs() < 0.1);
        }
    }

    #[test]
    fn photographs_leave_the_room_to_the_words() {
        let height = |lines: usize| {
            let story = ["Một câu chuyện về nghề gốm bên sông. ".repeat(lines), String::new()];
            let pages = laid_out(&Leaflet { story, photos: vec![photo(1)], ..leaflet() });
            let photo = pages.pages[0].shapes.iter().find(|shape| matches!(shape.paint, Paint::Photo(_)));
            (pages.pages.len(), photo.unwrap().area.height)
        };
        let ((_, large), (pages, small)) = (height(2), height(20));
        assert!(large > mm(100.0) && small < mm(50.0), "{large} {small}");
        assert_eq!(pages, 1);
    }

    #[test]
    fn the_file_holds_each_photograph_once_as_it_came() {
        let leaflet = Leaflet { photos: vec![photo(1), photo(2), photo(1)], ..leaflet() };
        let mut engine = Engine::new().unwrap();
        let document = leaflet.document(&mut engine);
        let pages = engine.lay_out(&document);
        let pdf = engine.pdf(&document, &pages, "2026-12-18T02:03:04Z".parse().unwrap()).unwrap();
        let file = lopdf::Document::load_mem(&pdf).unwrap();
        let mut images: Vec<_> = file
            .objects
            .values()
            .filter_map(|object| object.as_stream().ok())
            .filter(|stream| {
                stream.dict.get(b"Subtype").and_then(lopdf::Object::as_name).ok() == Some(b"Image")
            })
            .map(|stream| stream.content.clone())
            .collect();
        images.sort();
        assert_eq!(images, [photo(1).jpeg.clone(), photo(2).jpeg.clone()]);
    }

    #[test]
    fn long_words_break_and_a_long_story_goes_on_on_a_second_page() {
        let mut long = leaflet();
        let word = "x".repeat(80);
        for field in [&mut long.name, &mut long.name_en, &mut long.former, &mut long.authors] {
            field.clone_from(&word);
        }
        long.kind = [word.clone(), word.clone()];
        long.story = ["Một câu chuyện rất dài về nghề gốm. ".repeat(150), word.clone()];
        long.facts[0].lines = vec![word.clone()];
        long.products = (0..20)
            .map(|number| LeafletProduct {
                name: format!("{number} {word}"),
                ..leaflet().products[0].clone()
            })
            .collect();
        let contact = long.contact.as_mut().unwrap();
        contact.name.clone_from(&word);
        contact.lines.push(word.clone());
        let pages = laid_out(&long);
        assert!(pages.pages.len() > 1);
        let said = text(&pages);
        assert_eq!(said.matches(&word).count(), 12 + 10, "{said}");
        assert!(said.contains("và 8 sản phẩm khác"), "{said}");
        for line in pages.pages.iter().flat_map(|page| &page.lines) {
            assert!(line.right() <= FORMAT.left + WIDTH + 0.5, "{line:?}");
            assert!(line.baseline < FORMAT.height - FORMAT.above, "{line:?}");
        }
    }

    #[test]
    fn a_village_of_which_little_is_known_has_a_leaflet_too() {
        let bare = Leaflet { name: "Lụa".into(), date: "23/11/2026".into(), ..Leaflet::default() };
        let pages = laid_out(&bare);
        assert_eq!(pages.pages.len(), 1);
        let said = text(&pages);
        assert!(said.contains("\nLụa\n") && !said.contains("Sản phẩm") && !said.contains('·'), "{said}");
    }
}
