//! The Vietnamese lunar calendar (âm lịch): between solar and lunar dates, and the days of festivals.
//!
//! Computed, not tabled: a month starts on the day of the new moon, the month of the winter solstice is
//! the eleventh, and in a year of thirteen months the first one without a principal solar term is a leap
//! month. New moons and the sun's longitude follow J. Meeus, Astronomical Algorithms (chapters 49 and 25);
//! the rules of the calendar were published by Hồ Ngọc Đức. The days are those of Hà Nội: UTC+7 since
//! 1 January 1968 (Quyết định 121-CP), UTC+8 before, as the calendars of the time. China's calendar
//! (UTC+8) differs on some days, even at Tết (1985, 2007, 2030). Three new moons fall within a minute of
//! midnight (about 8 May 2054, 16 November 2077, 19 October 2085): nobody can forecast the turning of the
//! earth so exactly, and printed calendars may have the day before.

use jiff::SignedDuration;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::i18n::{Language, Message, message};

use super::fold::fold;
use super::text::clean;

/// A day of the lunar calendar in a certain lunar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LunarDate {
    /// The lunar year, named by the solar year in which it starts.
    pub year: i16,
    /// 1 (tháng Giêng) to 12 (tháng Chạp).
    pub month: i8,
    /// Whether this is the leap month (tháng nhuận) after the month of this number.
    pub leap: bool,
    /// 1 to 30.
    pub day: i8,
}

/// A day that comes back every lunar year, such as that of a festival.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LunarDay {
    /// 1 (tháng Giêng) to 12 (tháng Chạp).
    pub month: i8,
    /// Whether the day belongs to the leap month, in years that have it.
    pub leap: bool,
    /// 1 to 30.
    pub day: i8,
}

impl LunarDate {
    /// The lunar date of a solar one; meant for the years 1900 to 2199.
    pub fn from_solar(date: Date) -> Self {
        let today = day_number(date);
        let mut moon = estimated_moon(today) + 1;
        while new_moon_day(moon) > today {
            moon -= 1;
        }
        let year = date.year();
        let eleventh = eleventh_month(year);
        let winter = if eleventh <= moon {
            Winter::between(year, eleventh, eleventh_month(year + 1))
        } else {
            Winter::between(year - 1, eleventh_month(year - 1), eleventh)
        };
        let (month, leap) = winter.month(moon);
        let year = if month >= 11 { winter.year } else { winter.year + 1 };
        let day = i8::try_from(today - new_moon_day(moon) + 1).unwrap_or(30);
        Self { year, month, leap, day }
    }

    /// The solar date; nothing if the year has no such leap month or the month no such day.
    pub fn to_solar(self) -> Option<Date> {
        let moon = moon_of(self.year, self.month, self.leap)?;
        let first = new_moon_day(moon);
        let day = first + i32::from(self.day) - 1;
        (self.day >= 1 && day < new_moon_day(moon + 1)).then(|| solar(day))?
    }
}

impl LunarDay {
    /// The day as it is said: "mùng 10 tháng 3 âm lịch", "rằm tháng Giêng âm lịch".
    pub fn show(self, language: Language) -> String {
        let month = match (self.month, self.leap) {
            (1, false) => message("lunar-month-first"),
            (12, false) => message("lunar-month-last"),
            (month, false) => message("lunar-month").with("month", month.to_string()),
            (month, true) => message("lunar-month-leap").with("month", month.to_string()),
        };
        let day = match self.day {
            15 => message("lunar-day-full-moon"),
            1..=10 => message("lunar-day-early").with("day", self.day.to_string()),
            day => message("lunar-day").with("day", day.to_string()),
        };
        day.with("month", month).text(language)
    }
}

/// The solar date of a yearly lunar day in a lunar year (which ends in January or February of the next).
///
/// Day 30 of a month with 29 days is its last day. A day of a leap month is held in the ordinary month
/// of the same number in years without it. Nothing for months and days that do not exist at all.
pub fn festival_in(year: i16, day: LunarDay) -> Option<Date> {
    let moon = Some(day.leap)
        .filter(|leap| *leap)
        .and_then(|leap| moon_of(year, day.month, leap))
        .or_else(|| moon_of(year, day.month, false))?;
    (1..=30).contains(&day.day).then_some(())?;
    let last = new_moon_day(moon + 1) - 1;
    solar((new_moon_day(moon) + i32::from(day.day) - 1).min(last))
}

/// Reads a yearly lunar day: "15/2", "mùng 10 tháng 3", "rằm tháng Giêng", "23 tháng Chạp", "10/3 ÂL".
///
/// "Tháng Một" is the eleventh month, as in "một, chạp, giêng, hai"; "nhuận" marks a leap month.
pub fn parse_lunar_day(text: &str) -> Result<LunarDay, Message> {
    let cleaned = clean(text);
    let folded = fold(&cleaned);
    let mut leap = false;
    let mut words = Vec::new();
    for word in folded.split_whitespace() {
        match word {
            "ngay" | "mung" | "mong" | "am" | "lich" | "al" => {}
            "nhuan" => leap = true,
            word => words.push(word),
        }
    }
    let (day, month) = match words.iter().position(|word| *word == "thang") {
        Some(place) => words.split_at(place),
        None => words.split_at(words.len().min(1)),
    };
    let month = month.strip_prefix(&["thang"]).unwrap_or(month);
    let read = || {
        let day = if day == ["ram"] { 15 } else { small_number(day)? };
        let month = match month {
            ["gieng"] => 1,
            ["mot"] => 11,
            ["chap"] => 12,
            month => small_number(month)?,
        };
        ((1..=30).contains(&day) && (1..=12).contains(&month)).then_some(LunarDay { month, leap, day })
    };
    read().ok_or_else(|| message("lunar-not-read").with("text", cleaned.as_str()))
}

/// A number up to 99 in digits or in folded words.
fn small_number(words: &[&str]) -> Option<i8> {
    let unit = |word: &str| {
        Some(match word {
            "mot" => 1,
            "hai" => 2,
            "ba" => 3,
            "bon" | "tu" => 4,
            "nam" | "lam" => 5,
            "sau" => 6,
            "bay" => 7,
            "tam" => 8,
            "chin" => 9,
            _ => return None,
        })
    };
    match words {
        ["muoi"] => Some(10),
        ["muoi", units] => Some(10 + unit(units)?),
        [tens, "muoi"] => Some(10 * unit(tens)?),
        [tens, "muoi", units] => Some(10 * unit(tens)? + unit(units)?),
        [word] => unit(word).or_else(|| word.parse().ok().filter(|_| word.len() <= 2)),
        _ => None,
    }
}

/// The months from one eleventh month, that of the winter solstice, to the next.
///
/// Months are counted by their new moons, as Meeus does: number 0 is that of 6 January 2000.
struct Winter {
    /// The solar year of the solstice.
    year: i16,
    /// The new moon of the eleventh month.
    eleventh: i32,
    /// The new moon of the leap month, if one falls before the next eleventh month.
    leap: Option<i32>,
}

impl Winter {
    /// From the eleventh month of a solar year to the eleventh month of the next.
    fn between(year: i16, eleventh: i32, next: i32) -> Self {
        let without_term = |moon: &i32| term(new_moon_day(*moon)) == term(new_moon_day(moon + 1));
        let leap = if next - eleventh == 13 { (eleventh + 1..next).find(without_term) } else { None };
        Self { year, eleventh, leap }
    }

    /// The number of a month and whether it is the leap month.
    fn month(&self, moon: i32) -> (i8, bool) {
        let after_leap = self.leap.is_some_and(|leap| moon >= leap);
        let count = moon - self.eleventh - i32::from(after_leap);
        (i8::try_from((count + 10) % 12 + 1).unwrap_or(1), self.leap == Some(moon))
    }
}

/// The new moon of a month in a lunar year; nothing if the year has no such month.
fn moon_of(year: i16, month: i8, leap: bool) -> Option<i32> {
    ((1..=12).contains(&month) && (1..=9998).contains(&year)).then_some(())?;
    let winter_year = if month >= 11 { year } else { year - 1 };
    let winter = Winter::between(winter_year, eleventh_month(winter_year), eleventh_month(winter_year + 1));
    let count = (i32::from(month) + 1) % 12;
    let moon = winter.eleventh + count;
    match (winter.leap, leap) {
        (Some(leap_moon), true) => (leap_moon == moon + 1).then_some(leap_moon),
        (None, true) => None,
        (Some(leap_moon), false) if moon >= leap_moon => Some(moon + 1),
        (_, false) => Some(moon),
    }
}

/// The new moon of the month that holds the winter solstice of a solar year.
fn eleventh_month(year: i16) -> i32 {
    let new_year = Date::new(year + 1, 1, 1).unwrap_or(Date::MAX);
    // The last month to start about the end of the year, or one before: the sun must not be past 270 degrees.
    let mut moon = estimated_moon(day_number(new_year));
    while term(new_moon_day(moon)) >= WINTER_SOLSTICE {
        moon -= 1;
    }
    moon
}

/// The principal solar term at 270 degrees, three quarters of the way from the spring equinox.
const WINTER_SOLSTICE: i32 = 9;

/// The last principal solar term before a local day, counted from the spring equinox (0 to 11).
fn term(day: i32) -> i32 {
    let midnight = f64::from(day) - 0.5 - hours_ahead(f64::from(day)) / 24.0;
    floor(sun_longitude(midnight) / 30.0)
}

/// A new moon at or near a day, at most one month away.
fn estimated_moon(day: i32) -> i32 {
    floor((f64::from(day) - 2_451_550.1) / 29.530_588_861)
}

/// The local day of a new moon.
fn new_moon_day(moon: i32) -> i32 {
    let time = new_moon(moon);
    floor(time + 0.5 + hours_ahead(time) / 24.0)
}

/// The hours by which the clocks of Hà Nội are ahead of universal time.
fn hours_ahead(time: f64) -> f64 {
    /// Noon of 1 January 1968 as a Julian day.
    const REFORM: f64 = 2_439_857.0;
    if time < REFORM - 0.5 { 8.0 } else { 7.0 }
}

/// The Julian day number of 1 January 1970, and the day itself.
const EPOCH: (i32, Date) = (2_440_588, Date::constant(1970, 1, 1));

/// The number of a day in the count of Julian days, which start at noon.
fn day_number(date: Date) -> i32 {
    let days = date.duration_since(EPOCH.1).as_hours() / 24;
    EPOCH.0.saturating_add(i32::try_from(days).unwrap_or(i32::MAX))
}

fn solar(day_number: i32) -> Option<Date> {
    let days = SignedDuration::from_hours(i64::from(day_number - EPOCH.0) * 24);
    EPOCH.1.checked_add(days).ok()
}

/// The moment of a new moon as a Julian day in universal time, right to some ten seconds (Meeus 49).
fn new_moon(moon: i32) -> f64 {
    let k = f64::from(moon);
    let t = k / 1236.85;
    let sun = angle(2.5534 + 29.105_356_70 * k - 0.000_001_4 * t * t);
    let anomaly = angle(201.5643 + 385.816_935_28 * k + 0.010_758_2 * t * t + 0.000_012_38 * t * t * t);
    let latitude = angle(160.7108 + 390.670_502_84 * k - 0.001_611_8 * t * t - 0.000_002_27 * t * t * t);
    let node = angle(124.7746 - 1.563_755_88 * k + 0.002_067_2 * t * t);
    let eccentricity = 1.0 - 0.002_516 * t - 0.000_007_4 * t * t;
    let mut time = 2_451_550.097_66 + 29.530_588_861 * k + 0.000_154_37 * t * t - 0.000_000_15 * t * t * t;
    for (size, power, of_sun, of_anomaly, of_latitude) in PERIODIC_TERMS {
        let argument = of_sun * sun + of_anomaly * anomaly + of_latitude * latitude;
        time += size * eccentricity.powi(power) * argument.sin();
    }
    time -= 0.000_17 * node.sin();
    for (size, start, speed) in PLANETARY_TERMS {
        time += size * angle(start + speed * k).sin();
    }
    time - clock_error(t) / 86_400.0
}

/// Days, power of the eccentricity, multiples of the sun's anomaly, the moon's anomaly, its latitude.
const PERIODIC_TERMS: [(f64, i32, f64, f64, f64); 24] = [
    (-0.407_20, 0, 0.0, 1.0, 0.0),
    (0.172_41, 1, 1.0, 0.0, 0.0),
    (0.016_08, 0, 0.0, 2.0, 0.0),
    (0.010_39, 0, 0.0, 0.0, 2.0),
    (0.007_39, 1, -1.0, 1.0, 0.0),
    (-0.005_14, 1, 1.0, 1.0, 0.0),
    (0.002_08, 2, 2.0, 0.0, 0.0),
    (-0.001_11, 0, 0.0, 1.0, -2.0),
    (-0.000_57, 0, 0.0, 1.0, 2.0),
    (0.000_56, 1, 1.0, 2.0, 0.0),
    (-0.000_42, 0, 0.0, 3.0, 0.0),
    (0.000_42, 1, 1.0, 0.0, 2.0),
    (0.000_38, 1, 1.0, 0.0, -2.0),
    (-0.000_24, 1, -1.0, 2.0, 0.0),
    (-0.000_07, 0, 2.0, 1.0, 0.0),
    (0.000_04, 0, 0.0, 2.0, -2.0),
    (0.000_04, 0, 3.0, 0.0, 0.0),
    (0.000_03, 0, 1.0, 1.0, -2.0),
    (0.000_03, 0, 0.0, 2.0, 2.0),
    (-0.000_03, 0, 1.0, 1.0, 2.0),
    (0.000_03, 0, -1.0, 1.0, 2.0),
    (-0.000_02, 0, -1.0, 1.0, -2.0),
    (-0.000_02, 0, 1.0, 3.0, 0.0),
    (0.000_02, 0, 0.0, 4.0, 0.0),
];

/// Days, degrees at the start, degrees per new moon.
const PLANETARY_TERMS: [(f64, f64, f64); 14] = [
    (0.000_325, 299.77, 0.107_408),
    (0.000_165, 251.88, 0.016_321),
    (0.000_164, 251.83, 26.651_886),
    (0.000_126, 349.42, 36.412_478),
    (0.000_110, 84.66, 18.206_239),
    (0.000_062, 141.74, 53.303_771),
    (0.000_060, 207.14, 2.453_732),
    (0.000_056, 154.84, 7.306_860),
    (0.000_047, 34.52, 27.261_239),
    (0.000_042, 207.19, 0.121_824),
    (0.000_040, 291.34, 1.844_379),
    (0.000_037, 161.72, 24.198_154),
    (0.000_035, 239.56, 25.513_099),
    (0.000_023, 331.55, 3.592_518),
];

/// The apparent longitude of the sun in degrees, 0 to 360, right to a hundredth (Meeus 25).
fn sun_longitude(time: f64) -> f64 {
    let t = (time - 2_451_545.0) / 36_525.0;
    let mean = 280.466_46 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let anomaly = angle(357.529_11 + 35_999.050_29 * t - 0.000_153_7 * t * t);
    let centre = (1.914_602 - 0.004_817 * t - 0.000_014 * t * t) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_289 * (3.0 * anomaly).sin();
    let node = angle(125.04 - 1_934.136 * t);
    (mean + centre - 0.005_69 - 0.004_78 * node.sin()).rem_euclid(360.0)
}

/// The seconds by which even time is ahead of the turning earth (ΔT), `t` centuries after 2000.
///
/// Measured up to 2020, a cautious forecast after: straight lines between every twenty years.
fn clock_error(t: f64) -> f64 {
    const SECONDS: [f64; 11] = [-3.0, 21.0, 24.0, 33.0, 51.0, 64.0, 69.0, 74.0, 84.0, 97.0, 113.0];
    let steps = (t * 5.0 + 5.0).clamp(0.0, 9.999);
    let index = usize::try_from(floor(steps)).unwrap_or_default();
    match SECONDS.get(index..) {
        Some([from, to, ..]) => from + (to - from) * steps.fract(),
        _ => 0.0,
    }
}

fn angle(degrees: f64) -> f64 {
    degrees.rem_euclid(360.0).to_radians()
}

#[expect(clippy::cast_possible_truncation, reason = "days and months of the years -9999 to 9999 fit")]
fn floor(number: f64) -> i32 {
    number.floor() as i32
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn lunar(year: i16, month: i8, day: i8) -> LunarDate {
        LunarDate { year, month, leap: false, day }
    }

    #[test]
    fn tet_falls_on_the_day_of_the_printed_calendars() {
        for tet in [
            date(1968, 1, 29),
            date(1969, 2, 16),
            date(1975, 2, 11),
            date(1985, 1, 21),
            date(2000, 2, 5),
            date(2007, 2, 17),
            date(2020, 1, 25),
            date(2021, 2, 12),
            date(2022, 2, 1),
            date(2023, 1, 22),
            date(2024, 2, 10),
            date(2025, 1, 29),
            date(2026, 2, 17),
            date(2027, 2, 6),
            date(2028, 1, 26),
            date(2029, 2, 13),
            date(2030, 2, 2),
            date(2033, 1, 31),
            date(2034, 2, 19),
        ] {
            assert_eq!(LunarDate::from_solar(tet), lunar(tet.year(), 1, 1), "{tet}");
            assert_eq!(lunar(tet.year(), 1, 1).to_solar(), Some(tet));
        }
    }

    #[test]
    fn leap_months_are_those_of_vietnam() {
        for (year, month) in [
            (1985, 2),
            (1987, 7),
            (2004, 2),
            (2006, 7),
            (2009, 5),
            (2012, 4),
            (2014, 9),
            (2017, 6),
            (2020, 4),
            (2023, 2),
            (2025, 6),
            (2028, 5),
            (2033, 11),
        ] {
            let leaps: Vec<i8> = (1..=12)
                .filter(|month| LunarDate { year, month: *month, leap: true, day: 1 }.to_solar().is_some())
                .collect();
            assert_eq!(leaps, [month], "{year}");
        }
        for year in [1984, 2007, 2024, 2026, 2030] {
            assert!((1..=12).all(|month| moon_of(year, month, true).is_none()), "{year}");
        }
    }

    #[test]
    fn before_1968_the_days_are_those_of_the_old_clock() {
        assert_eq!(LunarDate::from_solar(date(1967, 12, 2)), lunar(1967, 11, 1));
        assert_eq!(LunarDate::from_solar(date(1965, 2, 2)), lunar(1965, 1, 1));
        assert_eq!(LunarDate::from_solar(date(1903, 1, 29)), lunar(1903, 1, 1));
    }

    #[test]
    fn every_day_of_two_centuries_goes_to_the_lunar_calendar_and_back() {
        let mut day = date(1900, 1, 1);
        let mut before = LunarDate::from_solar(date(1899, 12, 31));
        while day <= date(2100, 12, 31) {
            let lunar = LunarDate::from_solar(day);
            assert_eq!(lunar.to_solar(), Some(day));
            let next_day = (lunar.year, lunar.month, lunar.leap, lunar.day)
                == (before.year, before.month, before.leap, before.day + 1);
            let next_month = lunar.day == 1 && (29..=30).contains(&before.day) && lunar > before;
            assert!(next_day || next_month, "{before:?} is followed by {lunar:?}");
            before = lunar;
            day = day.tomorrow().unwrap();
        }
    }

    #[test]
    fn days_that_do_not_exist_have_no_solar_date() {
        assert_eq!(lunar(2026, 1, 30).to_solar(), Some(date(2026, 3, 18)));
        assert_eq!(lunar(2026, 2, 30).to_solar(), None);
        for (month, day) in [(0, 1), (13, 1), (1, 0), (1, 31), (-1, 1)] {
            assert_eq!(lunar(2026, month, day).to_solar(), None);
            assert_eq!(festival_in(2026, LunarDay { month, leap: false, day }), None);
        }
    }

    #[test]
    fn years_out_of_range_stop_nothing() {
        for day in [Date::MIN, Date::MAX] {
            assert!((1..=12).contains(&LunarDate::from_solar(day).month));
        }
        for year in [i16::MIN, 0, 9999, i16::MAX] {
            assert_eq!(lunar(year, 1, 1).to_solar(), None);
        }
    }

    #[test]
    fn festivals_fall_on_their_day_of_the_year() {
        let festival = |year, month, day| festival_in(year, LunarDay { month, leap: false, day });
        assert_eq!(festival(2026, 3, 10), Some(date(2026, 4, 26)));
        assert_eq!(festival(2026, 8, 15), Some(date(2026, 9, 25)));
        assert_eq!(festival(2025, 12, 23), Some(date(2026, 2, 10)));
        // The second month of 2026 has 29 days.
        assert_eq!(festival(2026, 2, 30), festival(2026, 2, 29));
        let leap = LunarDay { month: 6, leap: true, day: 15 };
        assert_eq!(festival_in(2025, leap), Some(date(2025, 8, 8)));
        assert_eq!(festival_in(2026, leap), festival(2026, 6, 15));
    }

    #[test]
    fn lunar_days_are_read_as_people_write_them() {
        for (text, day, month, leap) in [
            ("15/2", 15, 2, false),
            ("ngày 15 tháng 2 âm lịch", 15, 2, false),
            ("15-2 (ÂL)", 15, 2, false),
            ("mùng 10 tháng 3", 10, 3, false),
            ("Mồng 10 tháng 3 ÂL", 10, 3, false),
            ("mùng mười tháng ba", 10, 3, false),
            ("10 tháng 3 âm lịch", 10, 3, false),
            ("rằm tháng Giêng", 15, 1, false),
            ("Rằm tháng Bảy", 15, 7, false),
            ("23 tháng Chạp", 23, 12, false),
            ("hai mươi ba tháng chạp", 23, 12, false),
            ("mùng 1 tháng Một", 1, 11, false),
            ("mùng năm tháng năm", 5, 5, false),
            ("mười sáu tháng mười một", 16, 11, false),
            ("15/6 nhuận", 15, 6, true),
        ] {
            assert_eq!(parse_lunar_day(text), Ok(LunarDay { month, leap, day }), "{text}");
        }
        for text in ["", "rằm", "tháng Giêng", "31/1", "0/1", "1/13", "15/2/2026", "hội làng", "15 2 3"]
        {
            assert_eq!(parse_lunar_day(text).unwrap_err().key(), "lunar-not-read", "{text}");
        }
    }

    #[test]
    fn lunar_days_are_shown_so_that_they_can_be_read_again() {
        for (day, month, leap, vi, en) in [
            (10, 3, false, "mùng 10 tháng 3 âm lịch", "day 10 of lunar month 3"),
            (15, 1, false, "rằm tháng Giêng âm lịch", "day 15 of lunar month 1"),
            (23, 12, false, "ngày 23 tháng Chạp âm lịch", "day 23 of lunar month 12"),
            (15, 6, true, "rằm tháng 6 nhuận âm lịch", "day 15 of leap lunar month 6"),
        ] {
            let lunar_day = LunarDay { month, leap, day };
            assert_eq!(lunar_day.show(Language::Vi), vi);
            assert_eq!(lunar_day.show(Language::En), en);
            assert_eq!(parse_lunar_day(vi), Ok(lunar_day));
        }
    }
}
