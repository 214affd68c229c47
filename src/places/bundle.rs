//! A whole edition of the lists in one text file, as an office receives it.
//!
//! The first line is `administrative-units,<version>,<date>,<count>`: the version of the layout, the day
//! whose state the list shows, and the number of data lines in the file, by which a file that was cut off
//! is noticed. Then come the four lists like the files in `assets/places/`, each under a line `[name]`.
//! The file is not signed: who sent it is for the officer to know.

use std::iter;

use jiff::civil::Date;

use super::list::{Places, normalized};
use super::read::{Section, Source};
use super::units::{Change, Changed, Commune, FormerCommune, Province, UnitName};
use crate::i18n::message;
use crate::problem::Problem;

const NAME: &str = "administrative-units";
const VERSION: u32 = 1;
/// A first line as an example, for people who chose another file.
const EXAMPLE: &str = "administrative-units,1,2026-04-30,13400";

impl Places {
    /// Reads an edition from the text of a bundle.
    pub fn from_bundle(text: &str) -> Result<Self, Vec<Problem>> {
        let text = normalized(text);
        let first_line = text.lines().next().unwrap_or_default();
        let header = Header::read(first_line).map_err(|problem| vec![problem])?;
        let mut problems = Vec::new();
        let sources = sections(&text, &mut problems);
        let found = sources.iter().map(data_lines).sum::<usize>();
        if found != header.count {
            let what = message("places-incomplete").with("expected", header.count).with("found", found);
            problems.push(Problem::error("places", what));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut places = Self::from_sources(&sources)?;
        if header.date < places.date {
            let what = message("places-older-than-changes").with("date", header.date.to_string());
            return Err(vec![Problem::error("places.1", what.with("newest", places.date.to_string()))]);
        }
        places.date = header.date;
        Ok(places)
    }

    /// Writes this edition as a bundle.
    pub fn to_bundle(&self) -> String {
        let lists = [
            self.provinces.iter().map(province_line).collect::<Vec<_>>(),
            self.communes.iter().map(commune_line).collect(),
            self.former.iter().map(former_line).collect(),
            self.changes.iter().map(change_line).collect(),
        ];
        let count = lists.iter().map(Vec::len).sum::<usize>();
        let header = format!("{NAME},{VERSION},{},{count}", self.date);
        let parts = Section::ALL.into_iter().zip(lists).flat_map(|(section, lines)| {
            [format!("[{}]", section.name()), section.columns().to_owned()].into_iter().chain(lines)
        });
        iter::once(header).chain(parts).flat_map(|line| [line, "\n".to_owned()]).collect()
    }
}

/// What the first line says.
struct Header {
    date: Date,
    count: usize,
}

impl Header {
    fn read(line: &str) -> Result<Self, Problem> {
        let wrong = || Problem::error("places.1", message("places-not-a-bundle").with("expected", EXAMPLE));
        let rest = line.strip_prefix(NAME).and_then(|rest| rest.strip_prefix(',')).ok_or_else(wrong)?;
        let (version, rest) = rest.split_once(',').ok_or_else(wrong)?;
        let version: u32 = version.parse().ok().ok_or_else(wrong)?;
        if version > VERSION {
            return Err(Problem::error("places.1", message("places-too-new").with("version", version)));
        }
        let (date, count) = rest.split_once(',').ok_or_else(wrong)?;
        let date = date.parse().ok().ok_or_else(wrong)?;
        let count = count.trim_end().parse().ok().ok_or_else(wrong)?;
        Ok(Self { date, count })
    }
}

/// Cuts the text after the first line into its four lists, whatever their order.
fn sections<'a>(text: &'a str, problems: &mut Vec<Problem>) -> [Source<'a>; 4] {
    let mut sources = Section::ALL.map(|section| Source { section, first_line: 0, lines: Vec::new() });
    let mut current = None;
    for (line, number) in text.lines().zip(1..).skip(1) {
        let title = line.trim_end().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        if let Some(title) = title {
            let is_new = |source: &&mut Source<'_>| source.section.name() == title && source.first_line == 0;
            current = sources.iter_mut().find(is_new);
            match &mut current {
                Some(source) => source.first_line = number + 1,
                None => problems.push(wrong_section(number, line)),
            }
        } else if let Some(source) = &mut current {
            source.lines.push(line);
        }
    }
    for source in sources.iter().filter(|source| source.first_line == 0) {
        let what = message("places-missing-section").with("name", source.section.name());
        problems.push(Problem::error("places", what));
    }
    sources
}

fn wrong_section(number: usize, line: &str) -> Problem {
    let what = message("places-wrong-section").with("line", number).with("value", line.trim_end());
    Problem::error(format!("places.{number}"), what)
}

/// How many lines a list has below the names of the columns.
fn data_lines(source: &Source<'_>) -> usize {
    source.lines.iter().skip(1).filter(|line| !line.is_empty()).count()
}

fn province_line(province: &Province) -> String {
    format!("{},{},{}", province.code, province.kind.word(), province.name)
}

fn commune_line(commune: &Commune) -> String {
    let Commune { code, province, kind, name, latitude, longitude, area, .. } = commune;
    let kind = kind.word();
    let (latitude, longitude) = (decimal(*latitude), decimal(*longitude));
    let area = area.map(decimal).unwrap_or_default();
    format!("{code},{province},{kind},{name},{latitude},{longitude},{area}")
}

fn former_line(former: &FormerCommune) -> String {
    let FormerCommune { code, name, district, province, successor, successors } = former;
    let district = district.as_ref().map(UnitName::in_list).unwrap_or_default();
    format!("{code},{},{district},{},{successor},{successors}", name.in_list(), province.in_list())
}

fn change_line(change: &Change) -> String {
    let (what, before, after) = match &change.changed {
        Changed::Kind { before, after } => ("type", before.word(), after.word()),
        Changed::Name { before, after } => ("name", before.as_str(), after.as_str()),
    };
    format!("{},{},{what},{before},{after},{}", change.date, change.place.code(), change.legal_basis)
}

/// Writes millionths of a unit as a decimal number.
fn decimal(millionths: i32) -> String {
    let text = format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    const SMALL: &str = "administrative-units,1,2027-01-15,6
[provinces]
code,type,name
01,thành phố,Hà Nội
[communes]
code,province_code,type,name,lat,lon,area_km2
00577,01,phường,Bát Tràng,20.9786,105.924,20.67
00565,01,xã,Gia Lâm,21.0241,105.9421,
[former_communes]
former_code,former_name,former_district,former_province,new_commune_code,number_of_successors
00583,Xã Bát Tràng,Huyện Gia Lâm,Thành phố Hà Nội,00577,3
00586,Xã Một Thời,,Thành phố Hà Nội,00577,1
[changes]
date,code,what,before,after,legal_basis
2027-01-01,00577,type,xã,phường,Nghị quyết 1/NQ-UBTVQH16
";

    fn problems(text: &str) -> Vec<String> {
        let problems = Places::from_bundle(text).unwrap_err();
        problems.iter().map(|problem| format!("{}: {}", problem.field, problem.text(Language::Vi))).collect()
    }

    #[test]
    fn the_built_in_edition_comes_back_from_its_bundle() {
        let places = Places::built_in();
        let text = places.to_bundle();
        let again = Places::from_bundle(&text).unwrap();
        assert!(
            text.starts_with("administrative-units,1,2026-04-30,13400\n[provinces]\ncode,type,name\n01,")
        );
        assert_eq!(again.date(), places.date());
        assert_eq!(again.provinces(), places.provinces());
        assert_eq!(again.communes(), places.communes());
        assert_eq!(again.former_communes(), places.former_communes());
        assert_eq!(again.changes(), places.changes());
        assert_eq!(again.to_bundle(), text);
    }

    #[test]
    fn a_newer_edition_replaces_the_built_in_one() {
        let places = Places::from_bundle(SMALL).unwrap();
        assert_eq!(places.date().to_string(), "2027-01-15");
        assert_eq!(places.to_bundle().lines().count(), SMALL.lines().count());
        assert_eq!(places.search("một thời", 9).len(), 1);
        assert!(places.search("chuyên mỹ", 9).is_empty());
    }

    #[test]
    fn files_of_other_programs_are_read_with_their_marks_and_line_ends() {
        use unicode_normalization::UnicodeNormalization as _;
        let foreign = format!("\u{feff}{}", SMALL.nfd().collect::<String>().replace('\n', "\r\n"));
        let places = Places::from_bundle(&foreign).unwrap();
        assert_eq!(places.to_bundle(), Places::from_bundle(SMALL).unwrap().to_bundle());
    }

    #[test]
    fn a_change_of_the_name_is_undone_for_days_before_it() {
        let text = SMALL.replace("type,xã,phường", "name,Gốm Sứ,Bát Tràng");
        let places = Places::from_bundle(&text).unwrap();
        let code = places.communes().last().unwrap().code;
        let name = |day: &str| places.commune_on(code, day.parse().unwrap()).unwrap().name;
        assert_eq!((name("2026-12-31"), name("2027-01-01")), ("Gốm Sứ".to_owned(), "Bát Tràng".to_owned()));
    }

    #[test]
    fn another_file_is_refused_in_one_sentence() {
        for text in ["", "code,type,name\n", "administrative-units,x", "administrative-units,1,30/4/2026,5"] {
            assert_eq!(
                problems(text),
                ["places.1: Đây không phải là tệp danh mục đơn vị hành chính: dòng đầu phải có dạng \
                  “administrative-units,1,2026-04-30,13400”."]
            );
        }
        assert_eq!(problems(&SMALL.replacen(",1,", ",2,", 1)).len(), 1);
    }

    #[test]
    fn a_file_that_was_cut_off_is_noticed() {
        let (start, _) = SMALL.split_once("2027-01-01").unwrap();
        assert_eq!(
            problems(start),
            ["places: Tệp danh mục ghi là có 6 dòng dữ liệu, nhưng đọc được 5 dòng; tệp có thể bị thiếu."]
        );
        let (start, _) = SMALL.split_once("[changes]").unwrap();
        assert_eq!(problems(start).len(), 2);
        assert!(problems(start)[0].contains("[changes]"));
    }

    #[test]
    fn a_broken_line_is_named_with_its_number_and_reason() {
        let cases = [
            ("00577,01,phường", "577,01,phường", 7, "“577” không phải là mã xã"),
            ("00577,01,phường", "00577,1,phường", 7, "“1” không phải là mã tỉnh"),
            ("00577,01,phường", "00577,02,phường", 7, "mã 02 không có trong danh mục"),
            ("00577,01,phường", "00577,01,huyện", 7, "“huyện” không phải là loại"),
            (",Gia Lâm,21", ",Gia  Lâm,21", 8, "tên “Gia  Lâm” để trống hoặc thừa khoảng trắng"),
            (",Gia Lâm,21", ",,21", 8, "tên “” để trống"),
            ("21.0241,105.9421", "105.9421,21.0241", 8, "“105.9421” không phải là số hợp lệ ở cột “lat”"),
            ("20.67", "20,67", 7, "phải có 7 ô, nhưng dòng này có 8 ô"),
            ("00565,", "00577,", 8, "mã 00577 đã có ở một dòng khác"),
            ("00577,3", "00999,3", 11, "mã 00999 không có trong danh mục"),
            ("00577,3", "00577,0", 11, "“0” không phải là số hợp lệ"),
            ("Huyện Gia Lâm", "Gia Lâm", 11, "“Gia Lâm” không phải là loại"),
            ("2027-01-01", "2025-01-01", 15, "“2025-01-01” không phải là ngày hợp lệ"),
            ("00577,type,", "00577,area,", 15, "“area” không phải là loại thay đổi"),
            ("xã,phường", "phường,xã", 15, "mã 00577 không khớp"),
            ("2027-01-01,00577", "2027-01-01,00999", 15, "mã 00999 không có trong danh mục"),
        ];
        for (from, to, line, reason) in cases {
            assert!(SMALL.contains(from), "{from}");
            let problems = problems(&SMALL.replacen(from, to, 1));
            let found = problems.iter().any(|problem| {
                problem.starts_with(&format!("places.{line}: Dòng {line}, phần “"))
                    && problem.contains(reason)
            });
            assert!(found, "{to}: {problems:?}");
        }
    }

    #[test]
    fn wrong_columns_sections_and_dates_are_named() {
        let columns = problems(&SMALL.replace("code,type,name", "code;type;name"));
        assert!(columns[0].contains("Dòng 3, phần “tỉnh, thành phố”: dòng tên cột phải là “code,type,name”"));
        let twice = problems(&SMALL.replace("[communes]", "[provinces]"));
        assert!(twice.iter().any(|problem| problem.starts_with("places.5: Dòng 5: “[provinces]”")));
        let old = problems(&SMALL.replace("2027-01-15", "2026-12-01"));
        assert!(old[0].contains("(2026-12-01) sớm hơn thay đổi mới nhất ghi trong đó (2027-01-01)"));
    }

    #[test]
    fn all_wrong_lines_are_reported_at_once() {
        let text = SMALL.replace("00577,01", "577,01").replace("00565,01", "565,01");
        let text = text.replace("Xã Bát Tràng", "Bát Tràng").replace("00577,type,", "00577,area,");
        let lines: Vec<_> =
            Places::from_bundle(&text).unwrap_err().into_iter().map(|problem| problem.field).collect();
        assert_eq!(lines, ["places.7", "places.8", "places.11", "places.15"]);
    }

    #[test]
    fn the_four_texts_alone_are_read_like_a_bundle() {
        let part = |name: &str| {
            let (_, rest) = SMALL.split_once(&format!("[{name}]\n")).unwrap();
            rest.split('[').next().unwrap()
        };
        let [provinces, communes, former, changes] =
            ["provinces", "communes", "former_communes", "changes"].map(part);
        let places = Places::from_texts(provinces, communes, former, changes).unwrap();
        assert_eq!(places.date().to_string(), "2027-01-01");
        assert_eq!(places.communes().len(), 2);
        let wrong = Places::from_texts(provinces, communes, changes, former).unwrap_err();
        assert_eq!(wrong.len(), 2);
        assert_eq!(wrong[0].field, "places.1");
    }
}
