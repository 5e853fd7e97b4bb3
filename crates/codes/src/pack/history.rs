//! Histories: when was a code in effect, as what, with which flags?
//!
//! Few histories serve all codes of a list. In bytes: each is its number of periods (u16), then the
//! periods: first and last day (u32, ccyymmdd; 0 and 99999999 where open), flags (u32; the highest bit
//! marks a heading).

use superbill_types::Date;

use crate::{CodeFlags, CodeStatus};

/// A heading's bit among the flags.
const HEADING: u32 = 1 << 31;

/// A time in which a code was in effect without a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Period {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) heading: bool,
    pub(crate) flags: u32,
}

/// Periods in order of time, none over another.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct History(pub(crate) Vec<Period>);

impl History {
    /// The period that a day (ccyymmdd) is in.
    pub(crate) fn at(&self, on: u32) -> Option<&Period> {
        self.0.iter().find(|period| period.from <= on && on <= period.to)
    }

    /// Whether the code can be billed on a day.
    pub(crate) fn status(&self, on: u32) -> CodeStatus {
        match self.at(on) {
            Some(period) if period.heading => CodeStatus::Header,
            Some(_) => CodeStatus::Valid,
            None => {
                let (from, to) = self.period(on);
                CodeStatus::NotInEffect { from, to }
            }
        }
    }

    /// First and last day of the period that a day is in, or else of the nearest.
    pub(crate) fn period(&self, on: u32) -> (Option<Date>, Option<Date>) {
        let before = || self.0.iter().rev().find(|period| period.to < on);
        let nearest = self.at(on).or_else(before).or(self.0.first());
        nearest.map_or((None, None), |it| (date(it.from), date(it.to)))
    }

    pub(crate) fn flags(&self, on: u32) -> CodeFlags {
        CodeFlags(self.at(on).map_or(0, |period| period.flags))
    }

    #[cfg(feature = "build")]
    pub(crate) fn write(&self, to: &mut Vec<u8>) {
        let count = u16::try_from(self.0.len()).unwrap_or(u16::MAX);
        to.extend(count.to_le_bytes());
        for period in self.0.iter().take(usize::from(count)) {
            let flags = period.flags | if period.heading { HEADING } else { 0 };
            for number in [period.from, period.to, flags] {
                to.extend(number.to_le_bytes());
            }
        }
    }
}

/// Reads every history of a pack.
pub(crate) fn read(mut bytes: &[u8]) -> Option<Vec<History>> {
    let mut all = Vec::new();
    while let Some((count, rest)) = bytes.split_first_chunk::<2>() {
        let size = 12 * usize::from(u16::from_le_bytes(*count));
        let (periods, rest) = rest.split_at_checked(size)?;
        all.push(History(periods.chunks_exact(12).map(period).collect()));
        bytes = rest;
    }
    bytes.is_empty().then_some(all)
}

fn period(bytes: &[u8]) -> Period {
    let number = |n: usize| {
        let four = bytes.get(4 * n..).and_then(<[u8]>::first_chunk::<4>);
        u32::from_le_bytes(four.copied().unwrap_or_default())
    };
    let marks = number(2);
    let heading = marks & HEADING != 0;
    Period { from: number(0), to: number(1), heading, flags: marks & !HEADING }
}

/// A day as ccyymmdd.
pub(crate) fn number(day: Date) -> u32 {
    let (year, month, day) = day.parts();
    year.unsigned_abs() * 10_000 + month * 100 + day
}

fn date(number: u32) -> Option<Date> {
    Date::new((number / 10_000).cast_signed(), number / 100 % 100, number % 100)
}
