//! NCCI tables in bytes: where does a pair, a limit or an add-on lie?
//!
//! Codes are five bytes, sorted, and numbered by their place. After the text the parts are:
//!
//! - pairs: codes; where each code's rows begin as column 1 (u32, one more than codes); periods (first day,
//!   day it ends, u32 each as 20261231, and indicator); rows. A row is column 2's number and the period's,
//!   in as few bits as the counts ask for: 2.6 million pairs take less than four bytes each, and none is
//!   unpacked. Rows of a column 1 are sorted by column 2.
//! - units: codes; u32 each: units times four, plus the rule.
//! - add-ons: codes; where each code's rows begin (u32, one more than codes); rows of 14 bytes: primary, first
//!   day, last day, type.

use superbill_types::Date;

use super::{AddOnAnswer, PairAnswer, UnitAnswer, UnitRule};
use crate::BadPack;
use crate::frame::{CODE, Frame, long, place, starts_fit};
use crate::pack::number;

/// Length of a period.
pub(super) const PERIOD: usize = 9;
/// Length of an add-on's row.
pub(super) const ADD_ON: usize = 14;
/// Primary of an add-on whose payer decides.
pub(super) const PAYER_DECIDES: &str = "CCCCC";
/// Spare bytes after packed rows, so that eight can be read at each.
pub(super) const SPARE: usize = 8;

/// How many bits number so many things; one at least, so that rows take room.
pub(super) fn bits(count: usize) -> u32 {
    (usize::BITS - count.saturating_sub(1).leading_zeros()).max(1)
}

/// Pairs of procedures.
pub(super) struct Pairs {
    pub(super) frame: Frame,
    code_bits: u32,
    period_bits: u32,
}

impl Pairs {
    pub(super) fn open(frame: Frame) -> Result<Self, BadPack> {
        let codes = frame.part(1).len() / CODE;
        let periods = frame.part(3).len() / PERIOD;
        let (code_bits, period_bits) = (bits(codes), bits(periods));
        let rows = starts_fit(&frame, codes).ok_or(BadPack::Malformed)?;
        let length = (rows as u64 * u64::from(code_bits + period_bits)).div_ceil(8) + SPARE as u64;
        let fits = frame.part(4).len() as u64 == length && code_bits + period_bits <= 48;
        fits.then_some(Self { frame, code_bits, period_bits }).ok_or(BadPack::Malformed)
    }

    pub(super) fn answer(&self, column1: &str, column2: &str, on: Date) -> PairAnswer {
        let quarter = self.frame.edition.clone();
        match self.indicator(column1, column2, number(on)) {
            Some(indicator) => PairAnswer::Denied { modifier_allowed: indicator == 1, quarter },
            None => PairAnswer::Allowed { quarter },
        }
    }

    /// The indicator of a pair in force on a day, the strictest where there are two.
    fn indicator(&self, column1: &str, column2: &str, on: u32) -> Option<u8> {
        let codes = self.frame.part(1);
        let (first, second) = (place(codes, column1)?, place(codes, column2)? as u64);
        let starts = self.frame.part(2);
        let (mut low, end) = (long(starts, 4 * first)?, long(starts, 4 * first + 4)?);
        let mut high = end;
        while low < high {
            let middle = low + (high - low) / 2;
            if self.row(middle)? >> self.period_bits < second {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let rows = (low..end).map_while(|row| self.row(row));
        let of_pair = rows.take_while(|row| row >> self.period_bits == second);
        let in_force = of_pair.filter_map(|row| {
            let period = usize::try_from(row & ((1 << self.period_bits) - 1)).ok()?;
            let bytes = self.frame.part(3).get(PERIOD * period..)?.first_chunk::<PERIOD>()?;
            let (from, until) = (long(bytes, 0)?, long(bytes, 4)?);
            (from..until).contains(&(on as usize)).then_some(bytes[8])
        });
        in_force.min()
    }

    /// The bits of a row: column 2, then period.
    fn row(&self, row: usize) -> Option<u64> {
        let width = self.code_bits + self.period_bits;
        let bit = row as u64 * u64::from(width);
        let at = usize::try_from(bit / 8).ok()?;
        let bytes = self.frame.part(4).get(at..)?.first_chunk::<8>()?;
        Some((u64::from_le_bytes(*bytes) >> (bit % 8)) & ((1 << width) - 1))
    }
}

/// Limits of units.
pub(super) struct Units {
    pub(super) frame: Frame,
}

impl Units {
    pub(super) fn open(frame: Frame) -> Result<Self, BadPack> {
        let fits = frame.part(1).len() / CODE == frame.part(2).len() / 4;
        fits.then_some(Self { frame }).ok_or(BadPack::Malformed)
    }

    pub(super) fn answer(&self, code: &str) -> UnitAnswer {
        let quarter = self.frame.edition.clone();
        let place = place(self.frame.part(1), code);
        let Some(value) = place.and_then(|place| long(self.frame.part(2), 4 * place)) else {
            return UnitAnswer::NoLimit { quarter };
        };
        let rule = match value % 4 {
            0 => UnitRule::Line,
            1 => UnitRule::DayPolicy,
            _ => UnitRule::DayClinical,
        };
        UnitAnswer::Limit { units: u32::try_from(value / 4).unwrap_or(u32::MAX), rule, quarter }
    }
}

/// Add-ons and what they are added to.
pub(super) struct AddOns {
    pub(super) frame: Frame,
}

impl AddOns {
    pub(super) fn open(frame: Frame) -> Result<Self, BadPack> {
        let rows = starts_fit(&frame, frame.part(1).len() / CODE);
        let fits = rows == Some(frame.part(3).len() / ADD_ON);
        fits.then_some(Self { frame }).ok_or(BadPack::Malformed)
    }

    pub(super) fn answer(&self, code: &str, on: Date) -> AddOnAnswer {
        let quarter = self.frame.edition.clone();
        let mut primaries = Vec::new();
        let (mut found, mut others) = (false, false);
        for row in self.rows(code).unwrap_or_default().chunks_exact(ADD_ON) {
            let (from, to) = (long(row, 5).unwrap_or(0), long(row, 9).unwrap_or(0));
            if !(from..=to).contains(&(number(on) as usize)) {
                continue;
            }
            found = true;
            others |= row.get(13) != Some(&1);
            let primary = row.get(..CODE).and_then(|it| core::str::from_utf8(it).ok());
            primaries.extend(primary.filter(|it| *it != PAYER_DECIDES).map(str::to_owned));
        }
        if found {
            AddOnAnswer::NeedsPrimary { primaries, others, quarter }
        } else {
            AddOnAnswer::Stands { quarter }
        }
    }

    fn rows(&self, code: &str) -> Option<&[u8]> {
        let place = place(self.frame.part(1), code)?;
        let starts = self.frame.part(2);
        let (start, end) = (long(starts, 4 * place)?, long(starts, 4 * place + 4)?);
        self.frame.part(3).get(ADD_ON * start..ADD_ON * end)
    }
}
