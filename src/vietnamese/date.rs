//! Dates and times as Vietnamese offices write, read and print them.
//!
//! Dates of people's lives and of history may be partial: a year, or a month of a year. Dates by the
//! lunar calendar are in `lunar`. What day it is today comes from outside.

use jiff::civil::{Date, Time, Weekday};

use crate::i18n::{Language, Message, message};

use super::fold::fold;
use super::text::clean;

/// A date of which perhaps only the month or the year is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A year, 1000 to 9999.
    Year(i16),
    /// A month of a year.
    Month {
        /// 1000 to 9999.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// A day in the years 1000 to 9999.
    Day(Date),
}

impl PartialDate {
    /// Reads a date as it is typed or found in old lists.
    ///
    /// "5/3/2026", "05-03-2026", "5.3.26", "3/1965", "1965", "ngày 5 tháng 3 năm 2026", "tháng 3 năm 1965",
    /// "năm 1965", ISO 8601 and English dates with the month as a word. The day comes before the month.
    /// A year of two digits is read as spreadsheets do: 00 to 29 are 2000 to 2029, 30 to 99 are 1930 to 1999.
    pub fn parse(text: &str) -> Result<Self, Message> {
        let cleaned = clean(text);
        let refused = || message("date-not-read").with("text", cleaned.as_str());
        let parts = parts(&cleaned).ok_or_else(refused)?;
        let (year, month, day) = match parts.as_slice() {
            [Part { value, digits: 4 }] => (*value, None, None),
            [Part { value: month, digits: 1 | 2 }, Part { value: year, digits: 4 }]
            | [Part { value: year, digits: 4 }, Part { value: month, digits: 2 }] => {
                (*year, Some(*month), None)
            }
            [day, month, year] if day.digits <= 2 && month.digits <= 2 => {
                (year.as_year().ok_or_else(refused)?, Some(month.value), Some(day.value))
            }
            [Part { value: year, digits: 4 }, month, day] => (*year, Some(month.value), Some(day.value)),
            _ => return Err(refused()),
        };
        Self::new(year, month, day).ok_or_else(|| message("date-no-such-day").with("text", cleaned.as_str()))
    }

    /// The date as it is shown: "05/03/1965", "03/1965", "1965"; in English "5 March 1965", "March 1965".
    pub fn show(self, language: Language) -> String {
        match (self, language) {
            (Self::Year(year), _) => year.to_string(),
            (Self::Month { year, month }, Language::Vi) => format!("{month:02}/{year}"),
            (Self::Month { year, month }, Language::En) => format!("{} {year}", month_name(month)),
            (Self::Day(date), Language::Vi) => {
                format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
            }
            (Self::Day(date), Language::En) => long_date(date, Language::En),
        }
    }

    /// The text for storage, in the forms of ISO 8601: "1965", "1965-03", "1965-03-05".
    pub fn to_iso(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Month { year, month } => format!("{year}-{month:02}"),
            Self::Day(date) => format!("{}-{:02}-{:02}", date.year(), date.month(), date.day()),
        }
    }

    /// Reads the text made by [`Self::to_iso`] and nothing else.
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(|part| part.parse::<i16>().ok());
        let year = parts.next()??;
        let month = parts.next().map_or(Some(None), |month| month.map(Some))?;
        let day = parts.next().map_or(Some(None), |day| day.map(Some))?;
        Self::new(year, month, day).filter(|date| date.to_iso() == text)
    }

    /// The year, always known.
    pub fn year(self) -> i16 {
        match self {
            Self::Year(year) | Self::Month { year, .. } => year,
            Self::Day(date) => date.year(),
        }
    }

    /// The first day the date may mean.
    pub fn earliest(self) -> Date {
        let (year, month) = match self {
            Self::Year(year) => (year, 1),
            Self::Month { year, month } => (year, month),
            Self::Day(date) => return date,
        };
        // The smallest date only stands in for months that cannot be made by parsing.
        Date::new(year, month, 1).unwrap_or(Date::MIN)
    }

    /// The last day the date may mean.
    pub fn latest(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
            Self::Month { .. } => self.earliest().last_of_month(),
            Self::Day(date) => date,
        }
    }

    fn new(year: i16, month: Option<i16>, day: Option<i16>) -> Option<Self> {
        (1000..=9999).contains(&year).then_some(())?;
        let Some(month) = month else { return Some(Self::Year(year)) };
        let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        let Some(day) = day else { return Some(Self::Month { year, month }) };
        Date::new(year, month, i8::try_from(day).ok()?).ok().map(Self::Day)
    }

    fn precision(self) -> u8 {
        match self {
            Self::Year(_) => 0,
            Self::Month { .. } => 1,
            Self::Day(_) => 2,
        }
    }
}

/// By the earliest day; of two with the same, the less exact comes first.
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.earliest(), self.precision()).cmp(&(other.earliest(), other.precision()))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self::Day(date)
    }
}

/// Reads a date that must be a whole day, in the forms of [`PartialDate::parse`].
pub fn parse_day(text: &str) -> Result<Date, Message> {
    match PartialDate::parse(text)? {
        PartialDate::Day(date) => Ok(date),
        PartialDate::Month { .. } | PartialDate::Year(_) => {
            Err(message("date-day-needed").with("text", clean(text)))
        }
    }
}

/// Reads a date as it is typed into a form: what [`PartialDate::parse`] reads, and a day and month alone
/// ("5/9"), which are of this year.
pub fn parse_day_near(text: &str, today: Date) -> Option<PartialDate> {
    if let Ok(date) = PartialDate::parse(text) {
        return Some(date);
    }
    let (day, month) =
        clean(text).split_once(['/', '-', '.']).map(|(day, month)| (day.parse(), month.parse()))?;
    let (day, month): (i8, i8) = (day.ok()?, month.ok()?);
    Date::new(today.year(), month, day).ok().map(PartialDate::Day)
}

/// The date in the words of a document: "ngày 05 tháng 02 năm 2026", "18 December 2026".
///
/// A zero stands before days under 10 and before the months 1 and 2 only (Nghị định 30/2020/NĐ-CP).
pub fn long_date(date: Date, language: Language) -> String {
    let (day, month) = match language {
        Language::Vi if date.month() <= 2 => (format!("{:02}", date.day()), format!("{:02}", date.month())),
        Language::Vi => (format!("{:02}", date.day()), date.month().to_string()),
        Language::En => (date.day().to_string(), month_name(date.month())),
    };
    message("date-long")
        .with("day", day)
        .with("month", month)
        .with("year", date.year().to_string())
        .text(language)
}

/// Place and date at the head or foot of a document: "Hà Nội, ngày 05 tháng 02 năm 2026".
pub fn date_line(place: &str, date: Date, language: Language) -> String {
    format!("{place}, {}", long_date(date, language))
}

/// The name of the day of the week: "Thứ Hai" … "Chủ nhật".
pub fn weekday(date: Date, language: Language) -> String {
    let name = match date.weekday() {
        Weekday::Monday => message("weekday-monday"),
        Weekday::Tuesday => message("weekday-tuesday"),
        Weekday::Wednesday => message("weekday-wednesday"),
        Weekday::Thursday => message("weekday-thursday"),
        Weekday::Friday => message("weekday-friday"),
        Weekday::Saturday => message("weekday-saturday"),
        Weekday::Sunday => message("weekday-sunday"),
    };
    name.text(language)
}

/// Reads a time of the day: "8h30", "14h", "8 giờ 30", "8g30", "08:30".
pub fn parse_time(text: &str) -> Result<Time, Message> {
    let cleaned = clean(text);
    let lower = cleaned.to_lowercase().replace("giờ", "h").replace("phút", "").replace('g', "h");
    let time = || {
        let (hour, minute) = lower.split_once(['h', ':'])?;
        let minute = match minute.trim() {
            "" if lower.contains('h') => 0,
            minute => number(minute, 2)?,
        };
        Time::new(number(hour.trim(), 2)?, minute, 0, 0).ok()
    };
    time().ok_or_else(|| message("time-not-read").with("text", cleaned.as_str()))
}

/// The time as it is shown: "8h30", "14h00"; in English "08:30".
pub fn show_time(time: Time, language: Language) -> String {
    match language {
        Language::Vi => format!("{}h{:02}", time.hour(), time.minute()),
        Language::En => format!("{:02}:{:02}", time.hour(), time.minute()),
    }
}

/// A number inside a written date.
struct Part {
    value: i16,
    digits: usize,
}

impl Part {
    fn as_year(&self) -> Option<i16> {
        match (self.digits, self.value) {
            (4, year) => Some(year),
            (2, year @ 0..=29) => Some(2000 + year),
            (2, year) => Some(1900 + year),
            _ => None,
        }
    }
}

/// The numbers of a date in their order; nothing if anything else stands there.
fn parts(text: &str) -> Option<Vec<Part>> {
    let odd =
        |character: char| !character.is_alphanumeric() && !matches!(character, '/' | '-' | '.' | ',' | ' ');
    if text.starts_with('-') || text.contains(odd) {
        return None;
    }
    let mut parts = Vec::new();
    for word in fold(text).split_whitespace() {
        if matches!(word, "ngay" | "mung" | "thang" | "nam") {
            continue;
        }
        parts.push(match english_month(word) {
            Some(value) => Part { value, digits: 2 },
            None => Part { value: number(word, 4)?, digits: word.len() },
        });
    }
    Some(parts)
}

/// A number of at most so many ASCII digits.
fn number<T: std::str::FromStr>(text: &str, most: usize) -> Option<T> {
    let fits = text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}

fn english_month(word: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let matches = |month: &&str| word.len() >= 3 && month.starts_with(word);
    MONTHS.iter().position(matches).and_then(|index| i16::try_from(index + 1).ok())
}

fn month_name(month: i8) -> String {
    let name = match month {
        1 => message("month-january"),
        2 => message("month-february"),
        3 => message("month-march"),
        4 => message("month-april"),
        5 => message("month-may"),
        6 => message("month-june"),
        7 => message("month-july"),
        8 => message("month-august"),
        9 => message("month-september"),
        10 => message("month-october"),
        11 => message("month-november"),
        _ => message("month-december"),
    };
    name.text(Language::En)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_are_read_in_every_usual_form() {
        let day = PartialDate::Day(date(2026, 3, 5));
        for (text, expected) in [
            ("5/3/2026", day),
            ("05/03/2026", day),
            ("5-3-2026", day),
            ("05.03.2026", day),
            (" 5 / 3 / 2026 ", day),
            ("5/3/26", day),
            ("ngày 5 tháng 3 năm 2026", day),
            ("Ngày 05 tháng 3 năm 2026", day),
            ("2026-03-05", day),
            ("5 March 2026", day),
            ("5 Mar 2026", day),
            ("1/1/30", PartialDate::Day(date(1930, 1, 1))),
            ("1/1/29", PartialDate::Day(date(2029, 1, 1))),
            ("29/02/2024", PartialDate::Day(date(2024, 2, 29))),
            ("3/1965", PartialDate::Month { year: 1965, month: 3 }),
            ("tháng 3 năm 1965", PartialDate::Month { year: 1965, month: 3 }),
            ("tháng 3/1965", PartialDate::Month { year: 1965, month: 3 }),
            ("1965-03", PartialDate::Month { year: 1965, month: 3 }),
            ("March 1965", PartialDate::Month { year: 1965, month: 3 }),
            ("1965", PartialDate::Year(1965)),
            ("năm 1965", PartialDate::Year(1965)),
            ("NĂM 1010", PartialDate::Year(1010)),
        ] {
            assert_eq!(PartialDate::parse(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "hôm nay",
            "65",
            "196",
            "5/3",
            "3/65",
            "5/3/196",
            "5/3/2026?",
            "1965*",
            "-1965",
            "1/2/3/4",
            "26-03-2026-1",
            "ma 2026",
        ] {
            assert_eq!(PartialDate::parse(text).unwrap_err().key(), "date-not-read", "{text}");
        }
        for text in ["31/02/2026", "0/1/2026", "29/2/2023", "13/1965", "12/13/2026", "0000", "00/1965"] {
            assert_eq!(PartialDate::parse(text).unwrap_err().key(), "date-no-such-day", "{text}");
        }
    }

    #[test]
    fn a_whole_day_can_be_required() {
        assert_eq!(parse_day("5/3/2026"), Ok(date(2026, 3, 5)));
        assert_eq!(parse_day("3/2026").unwrap_err().key(), "date-day-needed");
        assert_eq!(parse_day("x").unwrap_err().key(), "date-not-read");
    }

    #[test]
    fn dates_are_shown_as_exactly_as_they_are_known() {
        for (text, vi, en) in [
            ("1965-03-05", "05/03/1965", "5 March 1965"),
            ("1965-03", "03/1965", "March 1965"),
            ("1965", "1965", "1965"),
        ] {
            let date = PartialDate::from_iso(text).unwrap();
            assert_eq!((date.show(Language::Vi).as_str(), date.show(Language::En).as_str()), (vi, en));
        }
    }

    #[test]
    fn only_the_stored_form_is_read_from_storage() {
        for text in [
            "",
            "5/3/1965",
            "1965-3",
            "1965-13",
            "1965-02-30",
            "965",
            "1965-03-05-01",
            "01965",
            "-1965",
            "+1965",
        ] {
            assert_eq!(PartialDate::from_iso(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_ordered_by_their_earliest_day_then_by_precision() {
        let mut dates = ["1966", "1965-01-02", "1965-01-01", "1965-01", "1965", "1964-12-31", "1965-02"]
            .map(|text| PartialDate::from_iso(text).unwrap());
        dates.sort();
        assert_eq!(
            dates.map(PartialDate::to_iso),
            ["1964-12-31", "1965", "1965-01", "1965-01-01", "1965-01-02", "1965-02", "1966"]
        );
    }

    #[test]
    fn documents_write_a_zero_before_days_and_the_first_two_months_only() {
        for (day, vi, en) in [
            (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026", "5 February 2026"),
            (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026", "31 January 2026"),
            (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026", "9 March 2026"),
            (date(2026, 12, 18), "ngày 18 tháng 12 năm 2026", "18 December 2026"),
        ] {
            assert_eq!(
                (long_date(day, Language::Vi).as_str(), long_date(day, Language::En).as_str()),
                (vi, en)
            );
        }
        assert_eq!(date_line("Hà Nội", date(2026, 2, 5), Language::Vi), "Hà Nội, ngày 05 tháng 02 năm 2026");
    }

    #[test]
    fn days_of_the_week_have_names() {
        assert_eq!(weekday(date(2026, 11, 23), Language::Vi), "Thứ Hai");
        assert_eq!(weekday(date(2026, 11, 28), Language::Vi), "Thứ Bảy");
        assert_eq!(weekday(date(2026, 11, 29), Language::Vi), "Chủ nhật");
        assert_eq!(weekday(date(2026, 11, 29), Language::En), "Sunday");
    }

    #[test]
    fn times_are_read_and_shown() {
        for (text, expected) in [
            ("8h30", time(8, 30, 0, 0)),
            ("08:30", time(8, 30, 0, 0)),
            ("8 giờ 30 phút", time(8, 30, 0, 0)),
            ("8g30", time(8, 30, 0, 0)),
            ("14h", time(14, 0, 0, 0)),
            ("14H00", time(14, 0, 0, 0)),
            ("0h5", time(0, 5, 0, 0)),
        ] {
            assert_eq!(parse_time(text), Ok(expected), "{text}");
        }
        for text in ["", "8", "24h", "8h60", "8:", "8h30h", "h30", "+8h30", "sáng"] {
            assert_eq!(parse_time(text).unwrap_err().key(), "time-not-read", "{text}");
        }
        assert_eq!(show_time(time(8, 5, 0, 0), Language::Vi), "8h05");
        assert_eq!(show_time(time(14, 0, 0, 0), Language::En), "14:00");
    }

    fn any_partial_date() -> impl Strategy<Value = PartialDate> {
        (1000..=9999_i16, 1..=12_i8, 1..=28_i8, 0..3).prop_map(|(year, month, day, kind)| match kind {
            0 => PartialDate::Year(year),
            1 => PartialDate::Month { year, month },
            _ => PartialDate::Day(Date::new(year, month, day).unwrap()),
        })
    }

    proptest! {
        #[test]
        fn what_is_shown_or_stored_can_be_read(date in any_partial_date()) {
            prop_assert_eq!(PartialDate::from_iso(&date.to_iso()), Some(date));
            prop_assert_eq!(PartialDate::parse(&date.to_iso()), Ok(date));
            for language in Language::ALL {
                prop_assert_eq!(PartialDate::parse(&date.show(language)), Ok(date));
            }
            if let PartialDate::Day(day) = date {
                prop_assert_eq!(parse_day(&long_date(day, Language::Vi)), Ok(day));
            }
        }

        #[test]
        fn no_text_stops_the_reading(text in any::<String>(), near in "[0-9/:h. -]{0,12}") {
            for text in [text, near] {
                let _ = PartialDate::parse(&text);
                let _ = PartialDate::from_iso(&text);
                let _ = parse_time(&text);
            }
        }
    }
}
