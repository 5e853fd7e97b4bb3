//! Fees: what does a fee schedule allow for a procedure on a day?
//!
//! Medicare's amounts are worked out from its relative values and a locality's indices, exactly, with one
//! rounding at the end (42 CFR 414.20; the formula is in the documentation of each year's relative value file):
//!
//! ```text
//! (work * work index + practice expense * its index + malpractice * its index) * conversion factor
//! ```
//!
//! A practice's own schedule is a list of amounts. Both name CPT codes, so neither is shipped; they become packs
//! on the machine of who is licensed (`loaders`). What modifiers do to an amount (both sides, assistants,
//! several procedures) is told as indicators and not applied; amounts are before deductible and coinsurance.

#[cfg(feature = "build")]
mod build;
mod table;

#[cfg(feature = "build")]
pub(crate) use build::{LocalityRow, SetAmount, ValueRow, amounts, values};

use serde::{Deserialize, Serialize};
use superbill_types::{Date, Money, Quantity};

use self::table::{Amounts, Values};
use crate::frame::{Frame, Kind};
use crate::{BadPack, CodeBooks, PackInfo};

/// What is asked of a fee schedule.
#[derive(Clone, Copy, Debug)]
pub struct FeeQuestion<'a> {
    /// The practice's schedule by the name of its pack (`acme` for `fees-acme`); empty for Medicare's.
    pub schedule: &'a str,
    /// The procedure.
    pub code: &'a str,
    /// Its modifiers; the first that the schedule has a row for counts, the others change nothing.
    pub modifiers: &'a [&'a str],
    /// Medicare's contractor and locality, `10112-00`; empty for the national amount.
    pub locality: &'a str,
    /// Whether it is done in a facility: see [`is_facility`].
    pub facility: bool,
    /// The date of service.
    pub on: Date,
}

/// What a fee schedule says of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FeeAnswer {
    /// This much.
    Fee {
        /// For one unit.
        amount: Money,
        /// The schedule's edition.
        edition: String,
    },
    /// It is listed, and Medicare sets no amount for it.
    NoAmount {
        /// Why: Medicare's status indicator, such as `B` bundled, `C` priced by the contractor, `N` not covered.
        status: String,
        /// The schedule's edition.
        edition: String,
    },
    /// The schedule has no row for it that day.
    NotListed {
        /// The schedule's edition.
        edition: String,
    },
    /// The schedule has no such locality.
    UnknownLocality {
        /// The schedule's edition.
        edition: String,
    },
    /// No schedule of that name and year is there to ask.
    NotLoaded,
}

/// Medicare's row for a procedure: relative values, and how it is paid beside others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RelativeValues {
    /// The procedure.
    pub code: String,
    /// `26`, `TC` or `53` where the row is for that alone; empty else.
    pub modifier: String,
    /// Status indicator: `A`, `R` and `T` have an amount.
    pub status: String,
    /// Work.
    pub work: Quantity,
    /// Practice expense outside a facility.
    pub office_expense: Quantity,
    /// Practice expense in a facility.
    pub facility_expense: Quantity,
    /// Malpractice.
    pub malpractice: Quantity,
    /// Whether it is rarely or never done outside a facility.
    pub rare_in_office: bool,
    /// Whether it is rarely or never done in a facility.
    pub rare_in_facility: bool,
    /// Dollars a relative value.
    pub conversion_factor: Quantity,
    /// Days of the global period: `000`, `010`, `090`, `MMM`, `XXX`, `YYY`, `ZZZ`.
    pub global_days: String,
    /// How professional and technical component go together.
    pub components: String,
    /// Beside other procedures (modifier 51).
    pub multiple: String,
    /// On both sides (modifier 50).
    pub bilateral: String,
    /// With an assistant (80, 81, 82, AS).
    pub assistant: String,
    /// With a second surgeon (62).
    pub co_surgeon: String,
    /// With a team (66).
    pub team: String,
    /// The endoscopy its family is paid by; empty where there is none.
    pub base: String,
    /// The schedule's edition.
    pub edition: String,
}

/// A Medicare locality and its indices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Locality {
    /// Contractor and number, `10112-00`.
    pub id: String,
    /// The state.
    pub state: String,
    /// Its name in the file.
    pub name: String,
    /// Index of work.
    pub work: Quantity,
    /// Index of practice expense.
    pub expense: Quantity,
    /// Index of malpractice.
    pub malpractice: Quantity,
}

/// Whether Medicare pays a physician's service at a place of service at the facility rate (Claims
/// Processing Manual, chapter 26, section 10.5, and chapter 12, section 20.4.2).
///
/// ```
/// assert!(superbill_codes::is_facility("22") && !superbill_codes::is_facility("11"));
/// ```
#[must_use]
pub fn is_facility(place_of_service: &str) -> bool {
    FACILITIES.contains(&place_of_service)
}

const FACILITIES: [&str; 16] = [
    "02", "19", "21", "22", "23", "24", "26", "31", "34", "41", "42", "51", "52", "53", "56", "61",
];

/// The schedules loaded.
#[derive(Default)]
pub(crate) struct Schedules {
    values: Vec<Values>,
    amounts: Vec<Amounts>,
}

impl Schedules {
    /// Takes a schedule in; one of the same name is replaced.
    pub(crate) fn load(&mut self, frame: Frame) -> Result<(), BadPack> {
        let name = frame.name.clone();
        if frame.kind == Kind::Values {
            let table = Values::open(frame)?;
            self.values.retain(|it| it.frame.name != name);
            self.values.push(table);
        } else {
            let table = Amounts::open(frame)?;
            self.amounts.retain(|it| it.frame.name != name);
            self.amounts.push(table);
        }
        Ok(())
    }

    /// Medicare's schedule of the year of a day.
    fn of_year(&self, on: Date) -> Option<&Values> {
        self.values.iter().find(|it| it.frame.as_of.parts().0 == on.parts().0)
    }
}

impl CodeBooks {
    /// What a fee schedule allows for one unit of a procedure.
    #[must_use]
    pub fn fee(&self, asked: &FeeQuestion<'_>) -> FeeAnswer {
        if asked.schedule.is_empty() {
            let table = self.fees.of_year(asked.on);
            return table.map_or(FeeAnswer::NotLoaded, |table| table.answer(asked));
        }
        let table = self.fees.amounts.iter().find(|it| it.frame.name == asked.schedule);
        table.map_or(FeeAnswer::NotLoaded, |table| table.answer(asked))
    }

    /// Medicare's row for a procedure in the year of a day: the first modifier's that has one, else the
    /// procedure's own. None where there is none, or no schedule of that year.
    #[must_use]
    pub fn relative_values(
        &self,
        code: &str,
        modifiers: &[&str],
        on: Date,
    ) -> Option<RelativeValues> {
        self.fees.of_year(on)?.record(code, modifiers)
    }

    /// The localities of Medicare's schedule of the year of a day, in order of the file.
    #[must_use]
    pub fn localities(&self, on: Date) -> Vec<Locality> {
        self.fees.of_year(on).map_or(Vec::new(), Values::localities)
    }

    /// The fee schedules that are loaded.
    #[must_use]
    pub fn fee_tables(&self) -> Vec<PackInfo> {
        let values = self.fees.values.iter().map(|it| it.frame.info());
        values.chain(self.fees.amounts.iter().map(|it| it.frame.info())).collect()
    }
}
