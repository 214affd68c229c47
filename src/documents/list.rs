//! A list as it is seen on the screen, as a file for a spreadsheet or as pages.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::PaperError;
use super::blocks::{
    Align, Block, Cell, Document, Numbers, PageFormat, Paragraph, Properties, Run, Sheet, Table,
};
use crate::i18n::Language;
use crate::vietnamese::Figure;

/// One value of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListCell {
    /// As it is read.
    pub text: String,
    /// The same as a number, where it is one: spreadsheets add it up.
    pub number: Option<Figure>,
}

/// A list with everything that is written above and in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPaper {
    /// Its title.
    pub title: String,
    /// What stands below the title: filters, day, office.
    pub notes: Vec<String>,
    /// The headings of the columns.
    pub head: Vec<String>,
    /// Widths of the columns in relation to each other.
    pub widths: Vec<f32>,
    /// The rows, one cell for each column.
    pub rows: Vec<Vec<ListCell>>,
    /// The foot of a page, with `{page}` and `{pages}`.
    pub foot: String,
    /// The language it is in.
    pub language: Language,
}

/// UTF-8 with a byte order mark: without it Excel takes Vietnamese for another alphabet.
const BOM: &str = "\u{feff}";

/// Size of the letters in the rows, in points.
const LETTERS: f32 = 9.0;

/// Letters in the name of a sheet (ECMA-376 by way of Excel).
const MOST_OF_A_NAME: usize = 31;

/// Width of a letter in a workbook, in the measure of the widths.
const LETTER: f32 = 6.0;
/// Width of a column without one.
const USUAL: f32 = 120.0;
/// Height of a line in a workbook, in points.
const LINE: f64 = 15.0;
/// So many lines of a row are shown at most.
const MOST_LINES: u32 = 12;
/// A4, as workbooks number it.
const A4: u8 = 9;

/// Letters of an entry that stand on one line of a cell; longer ones are broken.
const ONE_LINE: usize = 32;

impl ListPaper {
    /// Comma-separated values as RFC 4180 has them, with a byte order mark. A text that a spreadsheet would
    /// take for a formula begins with an apostrophe.
    pub fn csv(&self) -> Vec<u8> {
        let mut file = BOM.to_owned();
        let head = self.head.iter().map(|label| quoted(label));
        push_row(&mut file, head);
        for row in &self.rows {
            let cells = row.iter().map(|cell| match cell.number {
                Some(Figure::Whole(number)) => number.to_string(),
                Some(Figure::Percent(percent)) => format!("{percent}%"),
                Some(figure @ Figure::Millions(_)) => reckoned(figure).0.to_string(),
                None => quoted(&harmless(&cell.text)),
            });
            push_row(&mut file, cells);
        }
        file.into_bytes()
    }

    /// A workbook with one sheet: head held in place and filtered, numbers as numbers, text as text.
    pub fn xlsx(&self) -> Result<Vec<u8>, PaperError> {
        workbook(&[("", self)])
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let bold = Format::new().set_bold().set_background_color(Color::RGB(0x00E6_E1D6));
        let head = bold
            .set_border_bottom(FormatBorder::Thin)
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_indent(1);
        let top = Format::new().set_align(FormatAlign::Top);
        // A number at the right edge of its cell does not touch the words in the next.
        let words = top.clone().set_text_wrap().set_indent(1);
        for (column, label) in (0_u16..).zip(&self.head) {
            sheet.write_with_format(0, column, label, &head)?;
            let width = self.widths.get(usize::from(column)).copied().unwrap_or(USUAL);
            sheet.set_column_width(column, f64::from(width / LETTER))?;
        }
        for (line, row) in (1_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                match cell.number {
                    Some(figure) => {
                        let (number, format) = reckoned(figure);
                        sheet.write_with_format(line, column, number, &top.clone().set_num_format(format))?
                    }
                    None if cell.text.is_empty() => sheet,
                    // As text, also "012345" and what begins like a formula.
                    None => sheet.write_string_with_format(line, column, &cell.text, &words)?,
                };
            }
        }
        // Not every program makes rows as high as their words.
        let head = self.lines_of(self.head.iter().map(String::as_str));
        let rows = self.rows.iter().map(|row| self.lines_of(row.iter().map(|cell| cell.text.as_str())));
        for (line, lines) in (0_u32..).zip(std::iter::once(head).chain(rows)).filter(|(_, lines)| *lines > 1)
        {
            sheet.set_row_height(line, LINE * f64::from(lines))?;
        }
        self.set_up_page(sheet)?;
        sheet.set_freeze_panes(1, 1)?;
        let (rows, columns) = (u32::try_from(self.rows.len()), u16::try_from(self.head.len()));
        if let (Ok(rows @ 1..), Ok(columns @ 1..)) = (rows, columns) {
            sheet.autofilter(0, 0, rows, columns - 1)?;
        }
        Ok(())
    }

    /// How many lines a row takes in its columns, as far as the number of letters tells.
    fn lines_of<'t>(&self, texts: impl Iterator<Item = &'t str>) -> u32 {
        let lines = (0..).zip(texts).map(|(column, text)| {
            let letters = self.letters(column).max(1);
            text.lines().map(|line| line.chars().count().div_ceil(letters)).sum::<usize>()
        });
        u32::try_from(lines.max().unwrap_or(1)).map_or(MOST_LINES, |lines| lines.clamp(1, MOST_LINES))
    }

    /// How many letters stand in a line of a column.
    fn letters(&self, column: usize) -> usize {
        let width = self.widths.get(column).copied().unwrap_or(USUAL);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few dozen")]
        let letters = (width / LETTER) as usize;
        letters
    }

    /// A page across as wide as the list, its head on every page.
    fn set_up_page(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let plain = |text: &str| text.replace('&', "&&").chars().take(100).collect::<String>();
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        let note = self.notes.first().map(String::as_str).unwrap_or_default();
        sheet.set_header(format!("&L{}&R{}", plain(&self.title), plain(note))).set_footer("&R&P / &N");
        Ok(())
    }

    /// The widths that most entries need on paper, in points: nine of ten stand on one line, or on a few
    /// when they are long.
    fn wanted_widths(&self) -> Vec<f32> {
        let columns = self.head.iter().enumerate().map(|(column, label)| {
            let mut lengths: Vec<usize> = self
                .rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.text.chars().count().min(ONE_LINE))
                .collect();
            let nine_of_ten = lengths.len() * 9 / 10;
            let most = match lengths.len() {
                0 => 0,
                _ => *lengths.select_nth_unstable(nine_of_ten).1,
            };
            let head = label.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
            #[expect(clippy::cast_precision_loss, reason = "at most a few dozen letters")]
            let letters = most.max(head + 1) as f32;
            (letters + 2.0) * LETTERS * 0.5
        });
        columns.collect()
    }

    /// The list as a document: title, notes, and a table whose head stands on every page.
    pub fn document(&self) -> Document {
        let run = |text: &str, bold, italic| Run { text: text.to_owned(), bold, italic, ..Run::default() };
        let mut blocks = vec![Block::Paragraph(Paragraph {
            runs: vec![run(&self.title, true, false)],
            size: 14.0,
            align: Align::Left,
            ..Paragraph::default()
        })];
        for note in &self.notes {
            blocks.push(Block::Paragraph(Paragraph {
                runs: vec![run(note, false, true)],
                size: 10.0,
                align: Align::Left,
                before: 2.0,
                ..Paragraph::default()
            }));
        }
        let widths = self.wanted_widths();
        let sum: f32 = widths.iter().sum();
        let wide = sum > PageFormat::UPRIGHT.text_width();
        let format = if wide { PageFormat::ACROSS } else { PageFormat::UPRIGHT };
        let cell =
            |text: &str, bold, align| Cell { lines: vec![vec![run(text, bold, false)]], align, span: 0 };
        let rows = self.rows.iter().map(|row| {
            let cells = row.iter().map(|value| {
                let align = if value.number.is_some() { Align::Right } else { Align::Left };
                cell(&value.text, false, align)
            });
            cells.collect()
        });
        blocks.push(Block::Table(Table {
            widths: widths.iter().map(|width| width / sum.max(1.0) * format.text_width()).collect(),
            head: self.head.iter().map(|label| cell(label, true, Align::Left)).collect(),
            rows: rows.collect(),
            size: LETTERS,
            before: 8.0,
            pale: true,
            ..Table::default()
        }));
        Document {
            properties: Properties {
                title: self.title.clone(),
                language: match self.language {
                    Language::Vi => "vi-VN",
                    Language::En => "en-GB",
                },
                ..Properties::default()
            },
            sheet: Sheet { format, numbers: Numbers::Foot(self.foot.clone()), ..Sheet::default() },
            blocks,
        }
    }
}

/// A workbook with a sheet for each list. One that has a code is named by it and its title, as far as a sheet may be.
pub fn workbook(lists: &[(&str, &ListPaper)]) -> Result<Vec<u8>, PaperError> {
    let filled = || -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        for (code, list) in lists {
            let sheet = workbook.add_worksheet();
            if !code.is_empty() {
                let title: String =
                    list.title.chars().filter(|letter| !"[]:*?/\\\u{27}".contains(*letter)).collect();
                let name: String = format!("{code} {title}").chars().take(MOST_OF_A_NAME).collect();
                sheet.set_name(name.trim())?;
            }
            list.write(sheet)?;
        }
        workbook.save_to_buffer()
    };
    filled().map_err(|error| PaperError::Sheet(error.to_string()))
}

/// A number as a spreadsheet reckons with it, and how it shows it; the office's own spreadsheet chooses the
/// signs for decimals and thousands.
#[expect(clippy::cast_precision_loss, reason = "sums of money are below 2^53")]
fn reckoned(figure: Figure) -> (f64, &'static str) {
    match figure {
        Figure::Whole(number) => (number as f64, "#,##0"),
        Figure::Millions(dong) if figure.has_tenths() => (dong as f64 / 1e6, "#,##0.0"),
        Figure::Millions(dong) => (dong as f64 / 1e6, "#,##0"),
        Figure::Percent(percent) => (percent as f64 / 100.0, "0 %"),
    }
}

fn push_row(file: &mut String, cells: impl Iterator<Item = String>) {
    file.push_str(&cells.collect::<Vec<_>>().join(","));
    file.push_str("\r\n");
}

/// A value between quotation marks where it has to be.
fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// A text that no spreadsheet takes for a formula (OWASP, "CSV injection").
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> ListPaper {
        let cell = |text: &str, number: Option<i64>| ListCell {
            text: text.to_owned(),
            number: number.map(Figure::Whole),
        };
        ListPaper {
            title: "Làng nghề".into(),
            head: vec!["Tên".into(), "Số hộ".into()],
            widths: vec![200.0, 80.0],
            rows: vec![
                vec![cell("Gốm \"Bát Tràng\", xã", None), cell("1.204", Some(1_204))],
                vec![cell("=HYPERLINK(1)", None), cell("", None)],
            ],
            ..ListPaper::default()
        }
    }

    #[test]
    fn csv_has_a_mark_quotes_and_no_formulas() {
        let text = String::from_utf8(list().csv()).unwrap();
        assert_eq!(text, "\u{feff}Tên,Số hộ\r\n\"Gốm \"\"Bát Tràng\"\", xã\",1204\r\n'=HYPERLINK(1),\r\n");
    }

    #[test]
    fn numbers_are_numbers_for_a_spreadsheet_whatever_they_look_like() {
        let figures = [
            (Figure::Millions(2_437_500), "2,4", "2.4", "2.4375", (2.4375, "#,##0.0")),
            (Figure::Millions(30_000_000), "30", "30", "30", (30.0, "#,##0")),
            (Figure::Millions(99_960_000), "100", "100", "99.96", (99.96, "#,##0")),
            (Figure::Millions(2_400_600_000), "2.401", "2,401", "2400.6", (2_400.6, "#,##0")),
            (Figure::Percent(87), "87 %", "87 %", "87%", (0.87, "0 %")),
        ];
        for (figure, vi, en, csv, written) in figures {
            assert_eq!((figure.text(Language::Vi).as_str(), figure.text(Language::En).as_str()), (vi, en));
            let cell = ListCell { text: vi.into(), number: Some(figure) };
            let list =
                ListPaper { head: vec!["Tiền".into()], rows: vec![vec![cell]], ..ListPaper::default() };
            assert_eq!(String::from_utf8(list.csv()).unwrap(), format!("\u{feff}Tiền\r\n{csv}\r\n"));
            assert_eq!(reckoned(figure), written);
        }
    }

    #[test]
    fn a_workbook_is_a_zip_with_the_texts_in_it() {
        let bytes = list().xlsx().unwrap();
        assert!(bytes.starts_with(b"PK"));
        assert!(bytes.len() > 1_000);
    }
}
