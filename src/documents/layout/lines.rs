//! From runs of text to lines: words, where lines break, and where each word stands.
//!
//! All breaks of a paragraph are chosen together, so that no line is looser than it must be, the last one
//! has two words where that is asked for, and pairs such as "Điều 8" or "ngày 24" stay on one line where they can. Nothing here
//! knows about pages.

use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::pairs::Pair;
use crate::documents::blocks::{Align, Family, Run};
use crate::documents::fonts::{Face, Fonts, Word, is_invisible};

/// Part of its width by which a space may shrink in a justified line.
const SHRINK: f32 = 0.12;

/// Part of its width by which a space grows in a line that is still good.
const STRETCH: f32 = 0.6;

/// Cost of a line that should not be; large, so that fewer such lines always win.
const BAD: f64 = 1e4;

/// Cost of each line of a ragged paragraph: evenness never makes a paragraph longer.
const RAGGED_LINE: f64 = 1e7;

/// Cost of a last line with a single word, where the measure asks for two.
const LONELY_WORD: f64 = 5e6;

/// Cost of a break between a number and its word in justified text: that of a line whose spaces are two and
/// a half times as wide as they should be.
const NUMBER: f64 = 2.5e6;

/// Cost of a break inside a name or notion in justified text: that of a line whose spaces are nearly twice
/// as wide as they should be.
const COMPOUND: f64 = 1.5e5;

/// Cost of a break inside a figure, such as a telephone number: worse than any loose line.
const FIGURE: f64 = 5e7;

/// Cost of a break at a space that does not break.
const BROKEN_GLUE: f64 = 1e9;

/// The measure into which text is set.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// Width in points.
    pub width: f32,
    /// Indent of the first line in points.
    pub indent: f32,
    /// Size of the letters in points.
    pub size: f32,
    /// Form of the lines.
    pub align: Align,
    /// The last line has at least two words.
    pub two_words_last: bool,
}

/// A word at its place in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedWord {
    /// Left edge in points, from the left edge of the measure.
    pub x: f32,
    /// The shaped word.
    pub word: Arc<Word>,
    /// A space stands before it.
    pub spaced: bool,
}

/// A part of a line that one run with a field fills.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Position of the run in the paragraph.
    pub run: usize,
    /// Left edge in points.
    pub x: f32,
    /// Length in points.
    pub width: f32,
}

/// A line of a paragraph.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Line {
    /// The words from left to right.
    pub words: Vec<PlacedWord>,
    /// The parts that are values of fields.
    pub stretches: Vec<Stretch>,
    /// Left edge of the text in points.
    pub x: f32,
    /// Length of the text in points.
    pub width: f32,
    /// The line goes on in the next one without a space between.
    pub joined: bool,
}

/// A piece of a word in one style.
struct Piece {
    word: Arc<Word>,
    run: usize,
}

/// What cannot be broken: a word, with the space before it.
#[derive(Default)]
struct Atom {
    pieces: Vec<Piece>,
    /// Length in points.
    width: f32,
    /// Space before it in points; 0 when it follows without one.
    space: f32,
    /// It may not begin a line.
    glued: bool,
    /// How it belongs to the word before.
    pair: Pair,
}

/// Breaks runs into lines; no runs give no lines.
pub fn lines(fonts: &mut Fonts, runs: &[Run], measure: Measure) -> Vec<Line> {
    let atoms = atoms(fonts, runs, measure.size);
    let atoms = split_long(fonts, atoms, measure);
    let mut lines = Vec::new();
    let mut rest = atoms.as_slice();
    let starts = breaks(&atoms, measure);
    for (index, pair) in starts.windows(2).enumerate() {
        let &[start, end] = pair else { continue };
        let Some((own, following)) = rest.split_at_checked(end - start) else { break };
        rest = following;
        let indent = if index == 0 { measure.indent } else { 0.0 };
        let mut line = set(own, runs, indent, following.is_empty(), measure);
        line.joined = following.first().is_some_and(|next| next.space == 0.0);
        lines.push(line);
    }
    lines
}

/// Length of the longest word in points: the least width that breaks none.
pub fn longest_word(fonts: &mut Fonts, runs: &[Run], size: f32) -> f32 {
    atoms(fonts, runs, size).iter().map(|atom| atom.width).fold(0.0, f32::max)
}

/// Length of the text on one line in points.
pub fn text_width(fonts: &mut Fonts, runs: &[Run], size: f32) -> f32 {
    atoms(fonts, runs, size)
        .iter()
        .enumerate()
        .map(|(index, atom)| atom.width + if index == 0 { 0.0 } else { atom.space })
        .sum()
}

/// Cuts the runs at white space and shapes the words.
fn atoms(fonts: &mut Fonts, runs: &[Run], size: f32) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    let mut space = Some((0.0, false));
    for (index, run) in runs.iter().enumerate() {
        let face = match run.family {
            Family::Serif => Face::of(run.bold, run.italic),
            Family::Sans => Face::sans(run.bold),
        };
        let composed = (!is_nfc(&run.text)).then(|| run.text.nfc().collect::<String>());
        let mut text = composed.as_deref().unwrap_or(&run.text);
        while let Some(first) = text.chars().next() {
            if first.is_whitespace() {
                let glued = first == '\u{A0}' || first == '\u{202F}';
                let before = space.is_some_and(|(_, glued)| glued);
                space = Some((fonts.space(face).width * size / 1000.0, glued || before));
                text = text.get(first.len_utf8()..).unwrap_or_default();
                continue;
            }
            let (word, rest) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
            text = rest;
            if word.chars().all(is_invisible) {
                continue;
            }
            let word = shaped(fonts, face, word);
            if let Some((space, glued)) = space.take() {
                atoms.push(Atom { space, glued, ..Atom::default() });
            }
            if let Some(atom) = atoms.last_mut() {
                atom.width += word.width * size / 1000.0;
                atom.pieces.push(Piece { word, run: index });
            }
        }
    }
    mark_pairs(&mut atoms);
    atoms
}

/// The word without characters that leave nothing on paper.
fn shaped(fonts: &mut Fonts, face: Face, word: &str) -> Arc<Word> {
    if word.contains(is_invisible) {
        let visible: String = word.chars().filter(|character| !is_invisible(*character)).collect();
        return fonts.word(face, &visible);
    }
    fonts.word(face, word)
}

/// Marks words that should stay on the line of the word before.
fn mark_pairs(atoms: &mut [Atom]) {
    let mut before = String::new();
    for atom in atoms {
        let text: String = atom.pieces.iter().map(|piece| &*piece.word.text).collect();
        atom.pair = Pair::of(&before, &text);
        before = text;
    }
}

/// Cuts words that are wider than the measure, behind a sign where possible.
fn split_long(fonts: &mut Fonts, atoms: Vec<Atom>, measure: Measure) -> Vec<Atom> {
    let room = measure.width - measure.indent.max(0.0);
    if atoms.iter().all(|atom| atom.width <= room) {
        return atoms;
    }
    let mut split = Vec::new();
    for atom in atoms {
        if atom.width <= room {
            split.push(atom);
            continue;
        }
        let mut space = atom.space;
        let mut glued = atom.glued;
        for piece in &atom.pieces {
            for part in parts(fonts, &piece.word, measure.size, room) {
                let width = part.width * measure.size / 1000.0;
                let pieces = vec![Piece { word: part, run: piece.run }];
                split.push(Atom { pieces, width, space, glued, pair: Pair::None });
                space = 0.0;
                glued = false;
            }
        }
    }
    split
}

/// The word cut behind signs, and into single characters where that is not enough.
fn parts(fonts: &mut Fonts, word: &Word, size: f32, room: f32) -> Vec<Arc<Word>> {
    let mut parts = Vec::new();
    for text in word.text.split_inclusive(['/', '-', '.', '@', '_', ',', ';', ':', '&', '=', '?']) {
        let part = fonts.word(word.face, text);
        if part.width * size / 1000.0 <= room {
            parts.push(part);
        } else {
            let mut buffer = [0; 4];
            parts.extend(
                text.chars().map(|character| fonts.word(word.face, character.encode_utf8(&mut buffer))),
            );
        }
    }
    parts
}

/// The first atom of each line and, last, the number of atoms: the breaks with the least total cost.
fn breaks(atoms: &[Atom], measure: Measure) -> Vec<usize> {
    // `best` holds for each number of atoms the least cost of setting them and where the last line begins.
    let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
    for end in 1..=atoms.len() {
        let mut choice = (f64::INFINITY, end - 1);
        let mut length = 0.0;
        let mut spaces = 0.0;
        let mut behind = 0.0;
        for (start, atom) in atoms.iter().enumerate().take(end).rev() {
            length += atom.width + behind;
            spaces += behind;
            behind = atom.space;
            let room = measure.width - if start == 0 { measure.indent } else { 0.0 };
            let alone = start + 1 == end;
            let shrink = if measure.align == Align::Justify { SHRINK } else { 0.0 };
            if length - spaces * shrink > room + 0.01 && !alone {
                break;
            }
            let mut cost = line_cost(room - length, spaces, room, end == atoms.len(), measure.align);
            if start > 0 {
                cost += break_cost(atom, measure.align);
            }
            if measure.two_words_last && start > 0 && alone && end == atoms.len() {
                cost += LONELY_WORD;
            }
            let total = best.get(start).map_or(f64::INFINITY, |(before, _)| before + cost);
            if total < choice.0 {
                choice = (total, start);
            }
        }
        best.push(choice);
    }
    let mut starts = vec![atoms.len()];
    let mut end = atoms.len();
    while end > 0 {
        end = best.get(end).map_or(0, |(_, start)| *start);
        starts.push(end);
    }
    starts.reverse();
    starts
}

/// What it costs to begin a line with the word; short lines do no harm in a ragged paragraph.
fn break_cost(atom: &Atom, align: Align) -> f64 {
    let glue = if atom.glued { BROKEN_GLUE } else { 0.0 };
    glue + match (atom.pair, align) {
        (Pair::None, _) => 0.0,
        (Pair::Compound, Align::Justify) => COMPOUND,
        (Pair::Compound, _) => 4e5,
        (Pair::Number, Align::Justify) => NUMBER,
        (Pair::Number, _) => 1e6,
        (Pair::Figure, _) => FIGURE,
    }
}

/// What a line costs that leaves `slack` points of `room`; `spaces` is the length of its spaces.
fn line_cost(slack: f32, spaces: f32, room: f32, last: bool, align: Align) -> f64 {
    let badness = match align {
        Align::Justify if last && slack >= 0.0 => 0.0,
        Align::Justify if spaces <= 0.0 => BAD,
        Align::Justify => {
            let ratio = slack / spaces / if slack >= 0.0 { STRETCH } else { SHRINK };
            (100.0 * f64::from(ratio.abs()).powi(3)).min(BAD)
        }
        Align::Left | Align::Right if last => 0.0,
        Align::Left | Align::Right | Align::Even | Align::Centre => {
            100.0 * f64::from(slack / room * 4.0).powi(2)
        }
    };
    let line = if align == Align::Justify { 0.0 } else { RAGGED_LINE };
    line + (10.0 + badness).powi(2)
}

/// Places the words of one line.
fn set(atoms: &[Atom], runs: &[Run], indent: f32, last: bool, measure: Measure) -> Line {
    let room = measure.width - indent;
    let inner = || atoms.iter().skip(1).map(|atom| atom.space);
    let spaces: f32 = inner().sum();
    let length = spaces + atoms.iter().map(|atom| atom.width).sum::<f32>();
    let slack = room - length;
    let stretched = measure.align == Align::Justify && spaces > 0.0 && (!last || slack < 0.0);
    let factor = if stretched { 1.0 + slack / spaces } else { 1.0 };
    let start = indent
        + match measure.align {
            Align::Justify | Align::Left | Align::Even => 0.0,
            Align::Centre => slack / 2.0,
            Align::Right => slack,
        };
    let mut line = Line { x: start, ..Line::default() };
    let mut pen = start;
    for (index, atom) in atoms.iter().enumerate() {
        let apart = index > 0 && atom.space > 0.0;
        let from = pen;
        if apart {
            pen += atom.space * factor;
        }
        for (position, piece) in atom.pieces.iter().enumerate() {
            let width = piece.word.width * measure.size / 1000.0;
            let lead = if position == 0 { pen - from } else { 0.0 };
            if runs.get(piece.run).is_some_and(|run| run.field.is_some() || run.missing) {
                extend(&mut line.stretches, piece.run, pen, width, lead);
            }
            line.words.push(PlacedWord {
                x: pen,
                word: Arc::clone(&piece.word),
                spaced: apart && position == 0,
            });
            pen += width;
        }
    }
    line.width = pen - start;
    line
}

/// Adds a piece to the stretch of its run, or begins a new one; `lead` is the space before the piece.
fn extend(stretches: &mut Vec<Stretch>, run: usize, x: f32, width: f32, lead: f32) {
    match stretches.last_mut() {
        Some(last) if last.run == run => last.width += lead + width,
        _ => stretches.push(Stretch { run, x, width }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::blocks::mm;

    const LONG: &str = "Biên bản này ghi nhận thiện chí hợp tác lâu dài giữa Bên A và Bên B trong việc đưa sản phẩm mây tre đan của làng nghề Đan Hòa vào hệ thống 36 siêu thị của Bên B, qua đó mở rộng thị trường, tạo việc làm cho người làm nghề và giới thiệu giá trị văn hóa của làng nghề tới người tiêu dùng.";

    fn run(text: &str) -> Run {
        Run { text: text.into(), ..Run::default() }
    }

    fn measure(width: f32, align: Align) -> Measure {
        Measure { width, indent: 0.0, size: 13.5, align, two_words_last: true }
    }

    fn text(line: &Line) -> String {
        line.words.iter().fold(String::new(), |mut text, placed| {
            if placed.spaced {
                text.push(' ');
            }
            text + &placed.word.text
        })
    }

    fn broken(text_: &str, measure: Measure) -> Vec<String> {
        lines(&mut Fonts::new().unwrap(), &[run(text_)], measure).iter().map(text).collect()
    }

    #[test]
    fn no_runs_give_no_lines() {
        let mut fonts = Fonts::new().unwrap();
        assert!(lines(&mut fonts, &[], measure(100.0, Align::Left)).is_empty());
        assert!(lines(&mut fonts, &[run(" \n ")], measure(100.0, Align::Left)).is_empty());
    }

    #[test]
    fn lines_hold_the_whole_text_and_white_space_is_one_space() {
        for width in [60.0, 150.0, 216.85, 453.5, 5000.0] {
            for align in [Align::Justify, Align::Left, Align::Even, Align::Centre, Align::Right] {
                assert_eq!(
                    broken(&LONG.replace(' ', "  \n"), measure(width, align)).join(" "),
                    LONG,
                    "{width} {align:?}"
                );
            }
        }
    }

    #[test]
    fn justified_lines_end_at_the_right_edge_and_others_stay_inside() {
        let mut fonts = Fonts::new().unwrap();
        for width in (180_u16..=480).step_by(20).map(f32::from) {
            for align in [Align::Justify, Align::Left, Align::Even, Align::Centre, Align::Right] {
                let measure = Measure { indent: 28.0, ..measure(width, align) };
                let lines = lines(&mut fonts, &[run(LONG)], measure);
                let last = lines.len() - 1;
                for (index, line) in lines.iter().enumerate() {
                    let right = line.x + line.width;
                    assert!(right <= width + 0.05, "{right} in {width}");
                    if align == Align::Justify && index < last || align == Align::Right {
                        assert!((right - width).abs() < 0.05, "{align:?}: {right} of {width}");
                    }
                }
                if align != Align::Centre && align != Align::Right {
                    assert!((lines[0].x - 28.0).abs() < 0.01);
                }
            }
        }
    }

    #[test]
    fn the_last_line_has_two_words() {
        for width in (180_u16..=480).step_by(7).map(f32::from) {
            for align in [Align::Justify, Align::Left, Align::Centre] {
                let lines = broken(LONG, measure(width, align));
                let last = lines.last().unwrap();
                assert!(last.split(' ').count() >= 2, "{width} {align:?}: {last}");
            }
        }
    }

    #[test]
    fn a_name_in_a_cell_may_end_with_a_line_of_one_word() {
        let mut fonts = Fonts::new().unwrap();
        let width = text_width(&mut fonts, &[run("hyacinth lampshade")], 13.5) + 2.0;
        for align in [Align::Even, Align::Left] {
            let cell = Measure { two_words_last: false, ..measure(width, align) };
            assert_eq!(broken("Water hyacinth lampshade", cell), ["Water hyacinth", "lampshade"]);
        }
        let body = measure(width, Align::Left);
        assert_eq!(broken("Water hyacinth lampshade", body), ["Water", "hyacinth lampshade"]);
    }

    #[test]
    fn a_number_stays_with_its_word_in_justified_text_unless_the_line_gets_very_loose() {
        let lead = "The Parties shall meet at least once in every year before the end of business on";
        for (first, second) in [("31", "December"), ("Article", "14"), ("sixty", "(60)")] {
            let text = format!("{lead} {first} {second} and then agree on the next year of their work.");
            let joined = format!("{first} {second}");
            for width in (300_u16..=480).step_by(5).map(f32::from) {
                let lines = broken(&text, measure(width, Align::Justify));
                assert!(lines.iter().any(|line| line.contains(&joined)), "{width}: {lines:?}");
            }
        }
        let start = "one two three Article";
        let width = text_width(&mut Fonts::new().unwrap(), &[run(start)], 13.5) + 1.0;
        let lines = broken("one two three Article 14 four and five", measure(width, Align::Justify));
        assert_eq!(lines[0], start);
    }

    #[test]
    fn positions_break_between_notions() {
        let lines = broken("TUQ. CHỦ TỊCH HỘI ĐỒNG QUẢN TRỊ", measure(218.0, Align::Centre));
        assert_eq!(lines, ["TUQ. CHỦ TỊCH", "HỘI ĐỒNG QUẢN TRỊ"]);
    }

    #[test]
    fn pairs_stay_on_one_line() {
        let pairs = [
            ("theo", "Điều", "8"),
            ("từ", "ngày", "24"),
            ("của", "Bên", "B"),
            ("trong", "03", "(ba)"),
            ("gặp", "Bà", "Hường"),
            ("đường", "20", "cm"),
            ("on", "1", "December"),
            ("gọi", "0900", "000"),
            ("", "đ)", "Thông"),
            ("for", "two", "(02)"),
        ];
        let mut fonts = Fonts::new().unwrap();
        for (lead, first, second) in pairs {
            // The first word of the pair is the last that fits.
            let start = format!("aaaa bbbb cccc {lead} {first}");
            let width = text_width(&mut fonts, &[run(&start)], 13.5) + 2.0;
            let lines = broken(&format!("{start} {second} dddd"), measure(width, Align::Left));
            let joined = format!("{first} {second}");
            assert!(lines.iter().any(|line| line.contains(&joined)), "{joined}: {lines:?}");
        }
    }

    #[test]
    fn a_space_that_does_not_break_holds_and_yields_only_in_need() {
        let lines = broken("một hai ba\u{A0}bốn", measure(70.0, Align::Left));
        assert_eq!(lines, ["một hai", "ba bốn"]);
        let lines = broken(&vec!["mười"; 30].join("\u{A0}"), measure(200.0, Align::Justify));
        assert!(
            lines.len() > 4 && lines.iter().rev().skip(1).all(|line| line.split(' ').count() >= 4),
            "{lines:?}"
        );
    }

    #[test]
    fn a_word_too_long_for_the_line_is_cut_behind_a_sign() {
        let mut fonts = Fonts::new().unwrap();
        let address = "phong-thu-mua@cong-ty-thu-cong-my-nghe-dong-nghien.example.com.vn";
        let lines = lines(&mut fonts, &[run(address)], measure(150.0, Align::Left));
        assert!(lines.len() > 1);
        let texts: Vec<String> = lines.iter().map(text).collect();
        assert_eq!(texts.concat(), address);
        assert!(texts[..texts.len() - 1].iter().all(|line| line.ends_with(['-', '@', '.'])), "{texts:?}");
        assert!(lines[0].joined && !lines.last().unwrap().joined);
        assert_eq!(broken(&"x".repeat(200), measure(150.0, Align::Justify)).concat(), "x".repeat(200));
    }

    #[test]
    fn centred_lines_have_about_the_same_length() {
        let mut fonts = Fonts::new().unwrap();
        let subject = "Về việc tiêu thụ và quảng bá sản phẩm mây tre đan của làng nghề Đan Hòa";
        let lines = lines(&mut fonts, &[run(subject)], measure(mm(110.0), Align::Centre));
        assert_eq!(lines.len(), 2);
        assert!((lines[0].width - lines[1].width).abs() < 60.0);
        for line in lines {
            assert!((line.x - (mm(110.0) - line.x - line.width)).abs() < 0.01);
        }
    }

    #[test]
    fn styles_change_inside_a_word_and_fields_are_marked() {
        let mut fonts = Fonts::new().unwrap();
        let bold = Run { bold: true, field: Some("a.name".into()), ..run("Đan Hòa") };
        let line =
            lines(&mut fonts, &[run("xã "), bold, run(", thành")], measure(400.0, Align::Left)).remove(0);
        assert_eq!(text(&line), "xã Đan Hòa, thành");
        let faces: Vec<Face> = line.words.iter().map(|placed| placed.word.face).collect();
        assert_eq!(faces, [Face::Regular, Face::Bold, Face::Bold, Face::Regular, Face::Regular]);
        assert_eq!(line.stretches.len(), 1);
        let stretch = line.stretches[0];
        assert_eq!(stretch.run, 1);
        assert!((stretch.x - line.words[1].x).abs() < 0.01);
        assert!((stretch.x + stretch.width - line.words[3].x).abs() < 0.01);
    }

    #[test]
    fn decomposed_letters_are_composed_and_invisible_ones_left_out() {
        assert_eq!(
            broken("Nghi\u{323} \u{200B} \u{FEFF}đi\u{323}n\u{200B}h", measure(400.0, Align::Left)),
            ["Nghị định"]
        );
    }
}
