//! The plan of the booths on sheets across: who stands where, to be hung up and handed out.

use super::blocks::{Align, Block, Board, Document, Numbers, Properties, Sheet, mm};
use super::board::{INK, LACQUER, LINE, MUTED, Paint, Stand, area, sans, strong};
use super::signs::ACROSS;
use crate::i18n::{Language, message};

/// A booth on the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanCell {
    /// The row, from 1.
    pub row: usize,
    /// The place in the row, from 1.
    pub place: usize,
    /// Its code.
    pub code: String,
    /// Who has it; empty while nobody has.
    pub name: String,
}

/// The plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoothSheet {
    /// Who holds the fair.
    pub host: String,
    /// Name of the fair or conference.
    pub conference: String,
    /// When and where.
    pub when: String,
    /// The booths with a place.
    pub cells: Vec<PlanCell>,
    /// Booths that have no place yet: code and name.
    pub beside: Vec<String>,
    /// The language.
    pub language: Language,
}

/// Most rows on a sheet, and most places of a row: letters below stay readable.
const ROWS: usize = 9;
/// See [`ROWS`].
const PLACES: usize = 14;
/// The plan keeps this distance from the edges, in millimetres.
const EDGE: f32 = 12.0;
/// Where the cells begin and end from above, in millimetres.
const TOP: f32 = 36.0;
/// See [`TOP`].
const FOOT: f32 = 192.0;
/// Cells are no larger, in millimetres: few booths need no whole wall.
const LARGEST: (f32, f32) = (60.0, 36.0);
/// Between two cells, in millimetres.
const GAP: f32 = 1.6;

fn float(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

/// So many on each of as few sheets as there must be, about the same on all.
fn share(all: usize, most: usize) -> usize {
    all.div_ceil(all.div_ceil(most).max(1)).max(1)
}

impl BoothSheet {
    /// The sheets: as many as the plan needs.
    pub fn document(&self) -> Document {
        let last = |of: fn(&PlanCell) -> usize| self.cells.iter().map(of).max().unwrap_or(0);
        let (rows, places) = (last(|cell| cell.row), last(|cell| cell.place));
        let (high, wide) = (share(rows, ROWS), share(places, PLACES));
        let parts: Vec<(usize, usize)> = (0..rows.div_ceil(high))
            .flat_map(|down| (0..places.div_ceil(wide)).map(move |right| (down * high, right * wide)))
            .filter(|(down, right)| self.part((*down, *right), (high, wide)).next().is_some())
            .collect();
        let sheets = (1..).zip(&parts).map(|(number, from)| {
            let board = self.sheet((number, parts.len()), *from, (high, wide));
            Block::Board(board)
        });
        Document {
            properties: Properties {
                title: message("booth-plan-title").text(self.language),
                subject: self.conference.clone(),
                author: self.host.clone(),
                language: if self.language == Language::Vi { "vi-VN" } else { "en-GB" },
            },
            sheet: Sheet { format: ACROSS, numbers: Numbers::None, ..Sheet::default() },
            blocks: sheets.collect(),
        }
    }

    /// The booths of a part of the plan.
    fn part(
        &self,
        (down, right): (usize, usize),
        (high, wide): (usize, usize),
    ) -> impl Iterator<Item = &PlanCell> {
        let within = |at: usize, from: usize, count: usize| at > from && at <= from + count;
        self.cells.iter().filter(move |cell| within(cell.row, down, high) && within(cell.place, right, wide))
    }

    fn sheet(
        &self,
        (number, of): (usize, usize),
        from: (usize, usize),
        (high, wide): (usize, usize),
    ) -> Board {
        let mut board = Board { height: ACROSS.height, ..Board::default() };
        let place = |x: f32, y: f32, width: f32, height: f32| area(mm(x), mm(y), mm(width), mm(height));
        let inner = 297.0 - 2.0 * EDGE;
        board.seal(mm(EDGE), mm(10.0), mm(13.0));
        board.text(
            place(EDGE + 17.0, 8.0, 150.0, 18.0),
            Align::Left,
            Stand::Middle,
            vec![
                strong(&self.conference, 13.0, INK).over(2),
                sans(&self.when, 10.0, MUTED).over(2).below(1.0),
            ],
        );
        let title = message("booth-plan-title").text(self.language).to_uppercase();
        let mut right = vec![strong(&title, 18.0, LACQUER)];
        if of > 1 {
            let sheet = message("booth-plan-sheet").with("number", number).with("of", of);
            right.push(sans(&sheet.text(self.language), 10.0, MUTED));
        }
        board.text(place(297.0 - EDGE - 100.0, 8.0, 100.0, 18.0), Align::Right, Stand::Middle, right);
        board.weave((mm(EDGE), mm(31.0)), mm(inner), LACQUER, MUTED);

        let width = ((inner + GAP) / float(wide) - GAP).min(LARGEST.0);
        let height = ((FOOT - TOP + GAP) / float(high) - GAP).min(LARGEST.1);
        let left = EDGE + (inner + GAP - float(wide) * (width + GAP)) / 2.0;
        for cell in self.part(from, (high, wide)) {
            let x = left + float(cell.place - from.1 - 1) * (width + GAP);
            let y = TOP + float(cell.row - from.0 - 1) * (height + GAP);
            let vacant = cell.name.is_empty();
            let colour = if vacant { LINE } else { INK };
            let edge = Paint::Outline { width: 0.8, colour, dashed: vacant };
            board.shape(place(x, y, width, height), mm(1.2), edge);
            let code = strong(&cell.code, 12.0, if vacant { MUTED } else { LACQUER });
            board.text(place(x + 1.2, y + 0.8, width - 2.4, 5.6), Align::Left, Stand::Top, vec![code]);
            if !vacant {
                let name = sans(&cell.name, 15.0, INK).over(4);
                let room = place(x + 1.0, y + 6.2, width - 2.0, height - 7.0);
                board.text(room, Align::Centre, Stand::Middle, vec![name]);
            }
        }
        if number == of {
            let taken = self.cells.iter().filter(|cell| !cell.name.is_empty()).count();
            let count =
                message("booth-plan-count").with("taken", taken).with("vacant", self.cells.len() - taken);
            let mut foot = vec![sans(&count.text(self.language), 9.5, MUTED)];
            if !self.beside.is_empty() {
                let beside = message("booth-plan-beside").with("booths", self.beside.join(" · "));
                foot.push(sans(&beside.text(self.language), 9.5, MUTED).over(3));
            }
            board.text(place(EDGE, 194.0, inner, 12.0), Align::Left, Stand::Top, foot);
        }
        board
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Engine;
    use crate::documents::layout::Pages;
    use crate::documents::text::text;

    fn sheet(rows: usize, places: usize, name: &str) -> BoothSheet {
        let cells = (1..=rows).flat_map(|row| (1..=places).map(move |place| (row, place)));
        let cell = |(row, place)| PlanCell {
            row,
            place,
            code: format!("{}{place:02}", char::from(b'A' + u8::try_from(row - 1).unwrap())),
            name: if (row, place) == (1, 2) { String::new() } else { name.to_owned() },
        };
        BoothSheet {
            host: "Hiệp hội Làng nghề Việt Nam".into(),
            conference: "Hội chợ Làng nghề Việt Nam lần thứ 21".into(),
            cells: cells.map(cell).collect(),
            ..BoothSheet::default()
        }
    }

    fn laid_out(sheet: &BoothSheet) -> Pages {
        Engine::new().unwrap().lay_out(&sheet.document())
    }

    #[test]
    fn every_booth_stands_on_one_sheet_with_code_and_name() {
        let mut sheet = sheet(3, 5, "Hợp tác xã Mây tre đan Phú Vinh và các hộ làm nghề xã Phú Nghĩa");
        sheet.beside = vec!["D01 HTX Lụa Vạn Phúc".into()];
        let pages = laid_out(&sheet);
        assert_eq!(pages.pages.len(), 1);
        let words = text(&pages).split_whitespace().collect::<Vec<_>>().join(" ");
        for cell in &sheet.cells {
            assert!(words.contains(&cell.code), "{} in {words}", cell.code);
        }
        assert_eq!(words.matches("Phú Vinh").count(), 14, "a name is never cut");
        assert_eq!(words.matches("xã Phú Nghĩa").count(), 14);
        assert!(words.contains("14 gian đã có đơn vị") && words.contains("D01 HTX Lụa Vạn Phúc"), "{words}");
        for line in pages.pages.iter().flat_map(|page| &page.lines) {
            assert!(line.right() <= ACROSS.width && line.baseline < ACROSS.height, "{line:?}");
        }
    }

    #[test]
    fn a_large_plan_goes_over_as_few_sheets_as_it_needs() {
        for (rows, places, sheets) in [(9, 14, 1), (10, 14, 2), (4, 15, 2), (20, 30, 9)] {
            let pages = laid_out(&sheet(rows, places, "HTX"));
            assert_eq!(pages.pages.len(), sheets, "{rows} × {places}");
            assert_eq!(text(&pages).matches("HTX").count(), rows * places - 1);
        }
    }
}
