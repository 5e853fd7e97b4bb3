//! Dates: what day does a text name, and what if it names none?

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

extern crate alloc;

/// A calendar day. Written `YYYY-MM-DD`.
///
/// ```
/// use superbill_types::Date;
/// let day = Date::from_ccyymmdd("20240229").ok_or("no such day")?;
/// assert_eq!(day.to_string(), "2024-02-29");
/// assert_eq!(Date::from_ccyymmdd("20230229"), None);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The first of January 1970.
    pub const EPOCH: Self = Self(NaiveDate::from_epoch_days(0).expect("day 0 is a day"));

    /// The day of a year, month and day of month; none if the calendar has no such day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Eight digits, as X12 writes a day.
    #[must_use]
    pub fn from_ccyymmdd(text: &str) -> Option<Self> {
        if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let number: i32 = text.parse().ok()?;
        let (year, rest) = (number / 10_000, number.unsigned_abs() % 10_000);
        Self::new(year, rest / 100, rest % 100)
    }

    /// Eight digits, as X12 writes a day.
    #[must_use]
    pub fn ccyymmdd(self) -> String {
        alloc::format!("{:04}{:02}{:02}", self.0.year(), self.0.month(), self.0.day())
    }

    /// Whole days from `earlier` to this day; negative when this day is earlier.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// Year, month 1 to 12, day of month 1 to 31.
    #[must_use]
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The day `days` later.
    #[must_use]
    pub fn plus_days(self, days: u64) -> Option<Self> {
        self.0.checked_add_days(chrono::Days::new(days)).map(Self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = &'static str;

    /// Reads `YYYY-MM-DD`; a time after a `T` is passed over.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let day = text.split('T').next().unwrap_or(text);
        let mut parts = day.splitn(3, '-');
        let mut next = |width: usize| {
            parts
                .next()
                .filter(|p| p.len() == width && p.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|p| p.parse::<u32>().ok())
        };
        let read = (next(4), next(2), next(2));
        let (Some(year), Some(month), Some(day)) = read else {
            return Err("not a day: write YYYY-MM-DD");
        };
        Self::new(year.cast_signed(), month, day).ok_or("not a day of the calendar")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A date as a payer sent it: a day of the calendar, or the text that is none (`00000000`), kept.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum DateValue {
    /// A day.
    Day(Date),
    /// Text that names no day.
    Text(String),
}

impl DateValue {
    /// Reads eight digits; anything else is kept as text.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Date::from_ccyymmdd(text).map_or_else(|| Self::Text(text.into()), Self::Day)
    }

    /// The day, where there is one.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Text(_) => None,
        }
    }
}

impl fmt::Debug for DateValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => fmt::Display::fmt(day, f),
            Self::Text(_) => f.write_str("[text]"),
        }
    }
}

impl Serialize for DateValue {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Day(day) => day.serialize(to),
            Self::Text(text) => to.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for DateValue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Ok(text.parse().map_or(Self::Text(text), Self::Day))
    }
}
