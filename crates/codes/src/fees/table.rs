//! Fee schedules in bytes: where do a procedure's values lie, and what do they come to?
//!
//! After the text and the codes the parts are:
//!
//! - where each code's rows begin (u32, one more than codes), and the rows. The row without a modifier
//!   comes first.
//! - Medicare's: a row is modifier, status, marks of rarity, seven relative values in hundredths (u32), the
//!   conversion factor in ten-thousandths (u32), indicators. Then localities: contractor, number, three indices in
//!   thousandths (u32); and a line of text each: state, tab, name.
//! - a practice's: a row is modifier, first and last day (u32), cents (u64).

use superbill_types::{Money, Quantity};

use super::{FeeAnswer, FeeQuestion, Locality, RelativeValues};
use crate::BadPack;
use crate::frame::{CODE, Frame, long, place, starts_fit};
use crate::pack::number;

/// Length of a modifier; blanks where there is none.
pub(super) const MODIFIER: usize = 2;
/// Length of a row of Medicare's.
pub(super) const VALUE: usize = 50;
/// Length of a locality.
pub(super) const LOCALITY: usize = 19;
/// Length of a row of a practice's.
pub(super) const AMOUNT: usize = 18;

/// Medicare's schedule of a year.
pub(super) struct Values {
    pub(super) frame: Frame,
}

/// A row of Medicare's.
#[derive(Clone, Copy)]
struct Row<'a>(&'a [u8; VALUE]);

impl Row<'_> {
    fn text(&self, from: usize, to: usize) -> String {
        let text = core::str::from_utf8(self.0.get(from..to).unwrap_or_default());
        text.unwrap_or_default().trim().to_owned()
    }

    /// A relative value in hundredths: work, expense outside and in a facility, malpractice; then the values
    /// that cap an image's.
    fn value(&self, which: usize) -> i128 {
        self.long(4 + 4 * which)
    }

    /// The conversion factor in ten-thousandths.
    fn factor(&self) -> i128 {
        self.long(32)
    }

    fn long(&self, at: usize) -> i128 {
        i128::try_from(long(self.0, at).unwrap_or_default()).unwrap_or_default()
    }

    /// What the row comes to with indices in thousandths.
    fn amount(&self, [work, expense, malpractice]: [i128; 3], facility: bool) -> Option<Money> {
        let setting = usize::from(facility);
        let sum = |of_expense: usize, of_malpractice: usize| {
            let values = [self.value(0), self.value(of_expense), self.value(of_malpractice)];
            values[0] * work + values[1] * expense + values[2] * malpractice
        };
        let own = sum(1 + setting, 3);
        // The technical part of an image is not paid above what a hospital's would be (DRA, section 5102).
        let capped = self.value(4 + setting) != 0;
        let sum = if capped { own.min(sum(4 + setting, 6)) } else { own };
        // Hundredths, thousandths and ten-thousandths: nine decimals. Halves of a cent go up.
        let cents = (sum * self.factor() + 5_000_000) / 10_000_000;
        Money::from_digits(cents, 2)
    }
}

impl Values {
    pub(super) fn open(frame: Frame) -> Result<Self, BadPack> {
        let rows = starts_fit(&frame, frame.part(1).len() / CODE);
        let names = core::str::from_utf8(frame.part(5)).map_err(|_| BadPack::Malformed)?;
        let fits = rows.and_then(|it| it.checked_mul(VALUE)) == Some(frame.part(3).len())
            && frame.part(4).len() == LOCALITY * names.lines().count();
        fits.then_some(Self { frame }).ok_or(BadPack::Malformed)
    }

    pub(super) fn answer(&self, asked: &FeeQuestion<'_>) -> FeeAnswer {
        let edition = self.frame.edition.clone();
        let Some(indices) = self.indices(asked.locality) else {
            return FeeAnswer::UnknownLocality { edition };
        };
        let Some(row) = self.row(asked.code, asked.modifiers) else {
            return FeeAnswer::NotListed { edition };
        };
        let status = row.text(2, 3);
        let priced = matches!(&*status, "A" | "R" | "T");
        match row.amount(indices, asked.facility).filter(|_| priced) {
            Some(amount) => FeeAnswer::Fee { amount, edition },
            None => FeeAnswer::NoAmount { status, edition },
        }
    }

    pub(super) fn record(&self, code: &str, modifiers: &[&str]) -> Option<RelativeValues> {
        let row = self.row(code, modifiers)?;
        let value = |which| Quantity::from_digits(row.value(which), 2);
        let rare = row.0.get(3).copied().unwrap_or_default();
        Some(RelativeValues {
            code: code.to_owned(),
            modifier: row.text(0, 2),
            status: row.text(2, 3),
            work: value(0)?,
            office_expense: value(1)?,
            facility_expense: value(2)?,
            malpractice: value(3)?,
            rare_in_office: rare & 1 != 0,
            rare_in_facility: rare & 2 != 0,
            conversion_factor: Quantity::from_digits(row.factor(), 4)?,
            components: row.text(36, 37),
            global_days: row.text(37, 40),
            multiple: row.text(40, 41),
            bilateral: row.text(41, 42),
            assistant: row.text(42, 43),
            co_surgeon: row.text(43, 44),
            team: row.text(44, 45),
            base: row.text(45, 50),
            edition: self.frame.edition.clone(),
        })
    }

    pub(super) fn localities(&self) -> Vec<Locality> {
        let names = core::str::from_utf8(self.frame.part(5)).unwrap_or_default().lines();
        let (rows, _) = self.frame.part(4).as_chunks::<LOCALITY>();
        let locality = |(row, name): (&[u8; LOCALITY], &str)| {
            let (state, name) = name.split_once('\t')?;
            let index = |at| Quantity::from_digits(i128::try_from(long(row, at)?).ok()?, 3);
            Some(Locality {
                id: format!("{}-{}", ascii(row, 0, 5), ascii(row, 5, 7)),
                state: state.to_owned(),
                name: name.to_owned(),
                work: index(7)?,
                expense: index(11)?,
                malpractice: index(15)?,
            })
        };
        rows.iter().zip(names).filter_map(locality).collect()
    }

    fn row(&self, code: &str, modifiers: &[&str]) -> Option<Row<'_>> {
        let (rows, _) = rows_of(&self.frame, code, VALUE)?.as_chunks::<VALUE>();
        let of = |modifier: &str| rows.iter().find(|it| ascii(*it, 0, MODIFIER) == modifier);
        modifiers.iter().find_map(|it| of(it)).or_else(|| of("")).map(Row)
    }

    /// The indices of a locality in thousandths: work, expense, malpractice.
    fn indices(&self, locality: &str) -> Option<[i128; 3]> {
        if locality.is_empty() {
            return Some([1000; 3]);
        }
        let wanted: String = locality.chars().filter(char::is_ascii_digit).collect();
        let (rows, _) = self.frame.part(4).as_chunks::<LOCALITY>();
        let row = rows.iter().find(|row| ascii(*row, 0, 7) == wanted)?;
        let index = |at| i128::try_from(long(row, at)?).ok();
        Some([index(7)?, index(11)?, index(15)?])
    }
}

/// A practice's schedule.
pub(super) struct Amounts {
    pub(super) frame: Frame,
}

impl Amounts {
    pub(super) fn open(frame: Frame) -> Result<Self, BadPack> {
        let rows = starts_fit(&frame, frame.part(1).len() / CODE);
        let fits = rows.and_then(|it| it.checked_mul(AMOUNT)) == Some(frame.part(3).len());
        fits.then_some(Self { frame }).ok_or(BadPack::Malformed)
    }

    pub(super) fn answer(&self, asked: &FeeQuestion<'_>) -> FeeAnswer {
        let edition = self.frame.edition.clone();
        let rows = rows_of(&self.frame, asked.code, AMOUNT).unwrap_or_default();
        let (rows, _) = rows.as_chunks::<AMOUNT>();
        let on = number(asked.on) as usize;
        // Of several in force the one that began last.
        let of = |modifier: &str| {
            rows.iter().rev().find(|row| {
                let days = long(*row, 2).zip(long(*row, 6));
                let in_force = days.is_some_and(|(from, to)| (from..=to).contains(&on));
                in_force && ascii(*row, 0, MODIFIER) == modifier
            })
        };
        let row = asked.modifiers.iter().find_map(|it| of(it)).or_else(|| of(""));
        let cents = row.and_then(|row| Some(i64::from_le_bytes(*row.last_chunk::<8>()?)));
        cents.map_or(FeeAnswer::NotListed { edition: edition.clone() }, |cents| FeeAnswer::Fee {
            amount: Money::from_scaled(cents, 2),
            edition,
        })
    }
}

/// The rows of a code.
fn rows_of<'f>(frame: &'f Frame, code: &str, length: usize) -> Option<&'f [u8]> {
    let place = place(frame.part(1), code)?;
    let starts = frame.part(2);
    let (start, end) = (long(starts, 4 * place)?, long(starts, 4 * place + 4)?);
    frame.part(3).get(length * start..length * end)
}

/// Letters of a row, without blanks around them.
fn ascii(row: &[u8], from: usize, to: usize) -> &str {
    let text = row.get(from..to).and_then(|it| core::str::from_utf8(it).ok());
    text.unwrap_or_default().trim()
}
