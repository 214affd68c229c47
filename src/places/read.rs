//! Reads the four lists from text and reports every line that is wrong, with what is wrong.
//!
//! The lists are plain comma-separated text without quoting: no name of a unit contains a comma.

use std::sync::Arc;

use jiff::civil::Date;

use super::units::{
    Change, Changed, Commune, CommuneCode, FIRST_DAY, FormerCommune, Place, Province, ProvinceCode, UnitKind,
    UnitName,
};
use crate::i18n::{Message, message};
use crate::problem::Problem;

/// One of the four lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Provinces,
    Communes,
    Former,
    Changes,
}

impl Section {
    /// All lists, in the order of a bundle.
    pub(super) const ALL: [Self; 4] = [Self::Provinces, Self::Communes, Self::Former, Self::Changes];

    /// The name in a bundle, like the name of the file.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Provinces => "provinces",
            Self::Communes => "communes",
            Self::Former => "former_communes",
            Self::Changes => "changes",
        }
    }

    /// The line with the names of the columns.
    pub(super) fn columns(self) -> &'static str {
        match self {
            Self::Provinces => "code,type,name",
            Self::Communes => "code,province_code,type,name,lat,lon,area_km2",
            Self::Former => {
                "former_code,former_name,former_district,former_province,new_commune_code,number_of_successors"
            }
            Self::Changes => "date,code,what,before,after,legal_basis",
        }
    }

    fn label(self) -> Message {
        match self {
            Self::Provinces => message("places-section-provinces"),
            Self::Communes => message("places-section-communes"),
            Self::Former => message("places-section-former"),
            Self::Changes => message("places-section-changes"),
        }
    }
}

/// A list as text, with the number its first line has in the file that people see.
pub(super) struct Source<'a> {
    pub(super) section: Section,
    pub(super) first_line: usize,
    pub(super) lines: Vec<&'a str>,
}

impl<'a> Source<'a> {
    /// A list in a file of its own.
    pub(super) fn whole(section: Section, text: &'a str) -> Self {
        Self { section, first_line: 1, lines: text.lines().collect() }
    }

    fn problem(&self, line: usize, what: Message) -> Problem {
        let number = self.first_line + line;
        let message = message("places-line").with("line", number).with("section", self.section.label());
        Problem::error(format!("places.{number}"), message.with("what", what))
    }
}

/// The values of the four lists, each sorted by code, the changes by date.
pub(super) struct Lists {
    pub(super) provinces: Vec<Province>,
    pub(super) communes: Vec<Commune>,
    pub(super) former: Vec<FormerCommune>,
    pub(super) changes: Vec<Change>,
}

/// Reads the four lists, in the order of [`Section::ALL`].
pub(super) fn read(sources: &[Source<'_>; 4]) -> Result<Lists, Vec<Problem>> {
    let [province_source, commune_source, former_source, change_source] = sources;
    let mut problems = Vec::new();

    let rows = rows(province_source, &mut problems, province);
    let mut provinces = unique(province_source, rows, &mut problems, |province| province.code);

    // After a problem in one list, references to it are not checked: one bad line would make many.
    let complete = problems.is_empty();
    let find = |code: &ProvinceCode| provinces.binary_search_by_key(code, |province| province.code);
    let known = |code: &ProvinceCode| !complete || find(code).is_ok();
    let rows = self::rows(commune_source, &mut problems, |cells| commune(cells, known));
    let mut communes = unique(commune_source, rows, &mut problems, |commune| commune.code);

    let complete = problems.is_empty();
    let find = |code: &CommuneCode| communes.binary_search_by_key(code, |commune| commune.code);
    let known = |code: &CommuneCode| !complete || find(code).is_ok();
    let mut names = Names::default();
    let rows = self::rows(former_source, &mut problems, |cells| former(cells, known, &mut names));
    let former = unique(former_source, rows, &mut problems, |former| former.code);

    let mut rows = self::rows(change_source, &mut problems, change);
    rows.sort_by_key(|(_, change)| change.date);
    if problems.is_empty() {
        apply_changes(change_source, &rows, &mut provinces, &mut communes, &mut problems);
    }
    let changes = rows.into_iter().map(|(_, change)| change).collect();

    if problems.is_empty() { Ok(Lists { provinces, communes, former, changes }) } else { Err(problems) }
}

/// Reads the lines of a list; each value comes with its line, counted from the line of the columns.
fn rows<'a, T, const N: usize>(
    source: &Source<'a>,
    problems: &mut Vec<Problem>,
    mut parse: impl FnMut([&'a str; N]) -> Result<T, Message>,
) -> Vec<(usize, T)> {
    let columns = source.section.columns();
    if source.lines.first().is_none_or(|line| line.trim_end() != columns) {
        problems.push(source.problem(0, message("places-wrong-columns").with("columns", columns)));
        return Vec::new();
    }
    let mut rows = Vec::with_capacity(source.lines.len());
    for (line, text) in source.lines.iter().enumerate().skip(1).filter(|(_, text)| !text.is_empty()) {
        match cells(text).and_then(&mut parse) {
            Ok(value) => rows.push((line, value)),
            Err(what) => problems.push(source.problem(line, what)),
        }
    }
    rows
}

fn cells<const N: usize>(line: &str) -> Result<[&str; N], Message> {
    let mut cells = [""; N];
    let mut found = 0;
    for text in line.split(',') {
        if let Some(cell) = cells.get_mut(found) {
            *cell = text;
        }
        found += 1;
    }
    if found == N {
        Ok(cells)
    } else {
        Err(message("places-wrong-field-count").with("expected", N).with("found", found))
    }
}

/// Sorts the rows by code and reports every code that stands there twice.
fn unique<T, K: Ord + ToString>(
    source: &Source<'_>,
    mut rows: Vec<(usize, T)>,
    problems: &mut Vec<Problem>,
    code: impl Fn(&T) -> K,
) -> Vec<T> {
    rows.sort_by_key(|(_, row)| code(row));
    for ((_, first), (line, second)) in rows.iter().zip(rows.iter().skip(1)) {
        if code(first) == code(second) {
            let what = message("places-code-twice").with("code", code(second).to_string());
            problems.push(source.problem(*line, what));
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

fn province([code, kind, name]: [&str; 3]) -> Result<Province, Message> {
    Ok(Province {
        code: province_code(code)?,
        kind: kind_word(kind, UnitKind::is_provincial)?,
        name: clean(name)?.to_owned(),
        valid_from: FIRST_DAY,
    })
}

fn commune(
    [code, province, kind, name, latitude, longitude, area]: [&str; 7],
    is_known: impl Fn(&ProvinceCode) -> bool,
) -> Result<Commune, Message> {
    let province = province_code(province)?;
    if !is_known(&province) {
        return Err(unknown_code(&province));
    }
    let area = if area.is_empty() { 0 } else { millionths(area, "area_km2", 0..=i32::MAX)? };
    Ok(Commune {
        code: commune_code(code)?,
        kind: kind_word(kind, UnitKind::is_communal)?,
        name: clean(name)?.to_owned(),
        province,
        // The bounds hold the mainland and both archipelagos, and tell the two columns apart.
        latitude: millionths(latitude, "lat", 6_000_000..=24_000_000)?,
        longitude: millionths(longitude, "lon", 102_000_000..=118_000_000)?,
        area: Some(area).filter(|area| *area > 0),
        valid_from: FIRST_DAY,
    })
}

/// The names of the line before: lists go by province and district, so most names can be shared.
#[derive(Default)]
struct Names<'a> {
    district: Option<(&'a str, UnitName)>,
    province: Option<(&'a str, UnitName)>,
}

fn former<'a>(
    [code, name, district, province, successor, successors]: [&'a str; 6],
    is_known: impl Fn(&CommuneCode) -> bool,
    names: &mut Names<'a>,
) -> Result<FormerCommune, Message> {
    let successor = commune_code(successor)?;
    if !is_known(&successor) {
        return Err(unknown_code(&successor));
    }
    let district = if district.is_empty() { None } else { Some(shared_name(district, &mut names.district)?) };
    let count = successors.parse().ok().filter(|count| *count > 0);
    Ok(FormerCommune {
        code: commune_code(code)?,
        name: unit_name(name)?,
        district,
        province: shared_name(province, &mut names.province)?,
        successor,
        successors: count.ok_or_else(|| wrong_number(successors, "number_of_successors"))?,
    })
}

fn change([day, code, what, before, after, legal_basis]: [&str; 6]) -> Result<Change, Message> {
    let date = day.parse().ok().filter(|date: &Date| *date >= FIRST_DAY);
    let place = match ProvinceCode::parse(code) {
        Some(code) => Place::Province(code),
        None => Place::Commune(commune_code(code)?),
    };
    let changed = match what {
        "type" => {
            let fits = |kind: UnitKind| match place {
                Place::Province(_) => kind.is_provincial(),
                Place::Commune(_) => kind.is_communal(),
            };
            Changed::Kind { before: kind_word(before, fits)?, after: kind_word(after, fits)? }
        }
        "name" => Changed::Name { before: clean(before)?.to_owned(), after: clean(after)?.to_owned() },
        _ => return Err(message("places-wrong-change").with("value", what)),
    };
    Ok(Change {
        date: date.ok_or_else(|| message("places-wrong-date").with("value", day))?,
        place,
        changed,
        legal_basis: legal_basis.to_owned(),
    })
}

/// Enters the days of the changes in the units and checks that the newest change agrees with the list.
fn apply_changes(
    source: &Source<'_>,
    rows: &[(usize, Change)],
    provinces: &mut [Province],
    communes: &mut [Commune],
    problems: &mut Vec<Problem>,
) {
    for (index, (line, change)) in rows.iter().enumerate() {
        let unit = match change.place {
            Place::Province(code) => provinces
                .binary_search_by_key(&code, |province| province.code)
                .ok()
                .and_then(|at| provinces.get_mut(at))
                .map(|province| (province.kind, province.name.as_str(), &mut province.valid_from)),
            Place::Commune(code) => communes
                .binary_search_by_key(&code, |commune| commune.code)
                .ok()
                .and_then(|at| communes.get_mut(at))
                .map(|commune| (commune.kind, commune.name.as_str(), &mut commune.valid_from)),
        };
        let Some((kind, name, valid_from)) = unit else {
            problems.push(source.problem(*line, unknown_code(&change.place.code())));
            continue;
        };
        *valid_from = change.date;
        let agrees = match &change.changed {
            Changed::Kind { after, .. } => *after == kind,
            Changed::Name { after, .. } => after == name,
        };
        let is_newest = !rows.iter().skip(index + 1).any(|(_, later)| {
            let same = std::mem::discriminant(&later.changed) == std::mem::discriminant(&change.changed);
            same && later.place == change.place
        });
        if is_newest && !agrees {
            let what = message("places-change-mismatch").with("code", change.place.code());
            problems.push(source.problem(*line, what));
        }
    }
}

fn province_code(text: &str) -> Result<ProvinceCode, Message> {
    ProvinceCode::parse(text).ok_or_else(|| message("places-wrong-province-code").with("value", text))
}

fn commune_code(text: &str) -> Result<CommuneCode, Message> {
    CommuneCode::parse(text).ok_or_else(|| message("places-wrong-commune-code").with("value", text))
}

fn unknown_code(code: &impl ToString) -> Message {
    message("places-unknown-code").with("code", code.to_string())
}

fn kind_word(text: &str, fits: impl Fn(UnitKind) -> bool) -> Result<UnitKind, Message> {
    let kind = UnitKind::from_word(text).filter(|kind| fits(*kind));
    kind.ok_or_else(|| message("places-wrong-kind").with("value", text))
}

fn clean(name: &str) -> Result<&str, Message> {
    let spare = name.trim() != name || name.contains("  ");
    if name.is_empty() || spare { Err(message("places-wrong-name").with("value", name)) } else { Ok(name) }
}

fn unit_name(text: &str) -> Result<UnitName, Message> {
    UnitName::parse(clean(text)?).ok_or_else(|| message("places-wrong-kind").with("value", text))
}

fn shared_name<'a>(text: &'a str, last: &mut Option<(&'a str, UnitName)>) -> Result<UnitName, Message> {
    if let Some((_, name)) = last.as_ref().filter(|(last, _)| *last == text) {
        return Ok(UnitName { kind: name.kind, name: Arc::clone(&name.name) });
    }
    let name = unit_name(text)?;
    *last = Some((text, name.clone()));
    Ok(name)
}

fn wrong_number(text: &str, column: &'static str) -> Message {
    message("places-wrong-number").with("value", text).with("column", column)
}

/// Reads a positive decimal number with at most six decimals as a whole number of millionths.
fn millionths(
    text: &str,
    column: &'static str,
    range: std::ops::RangeInclusive<i32>,
) -> Result<i32, Message> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let value = (!whole.is_empty() && digits(whole) && digits(decimals) && decimals.len() <= 6)
        .then(|| format!("{whole}{decimals:0<6}").parse().ok())
        .flatten()
        .filter(|value| range.contains(value));
    value.ok_or_else(|| wrong_number(text, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        let read = |text| millionths(text, "lat", 0..=i32::MAX).ok();
        assert_eq!(read("21.0386"), Some(21_038_600));
        assert_eq!(read("105.838"), Some(105_838_000));
        assert_eq!(read("20"), Some(20_000_000));
        assert_eq!(read("0.000001"), Some(1));
        for wrong in ["", "-1", "1e3", "21,5", "1.2.3", "9999", "0.0000001", "²", "+1"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
