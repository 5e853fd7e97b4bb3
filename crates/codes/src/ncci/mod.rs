//! NCCI: may two procedures be billed together, how many units of one, and is one an add-on?
//!
//! The tables name CPT codes, so none is shipped; a licensee makes packs of the files that CMS publishes
//! (`NcciBuilder`) and loads them. Until then every answer is "not loaded".
//!
//! A pack is a table of one quarter. A table of pairs holds its history, so it answers for earlier days as
//! well; limits of units and add-ons are those of its quarter: compare [`quarter`].

#[cfg(feature = "build")]
mod build;
mod table;

#[cfg(feature = "build")]
pub use build::NcciBuilder;

use serde::{Deserialize, Serialize};
use superbill_types::Date;

use self::table::{AddOns, Pairs, Units};
use crate::frame::{Frame, Kind};
use crate::{BadPack, CodeBooks};

/// Whose table of edits applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NcciSetting {
    /// Practitioners and ambulatory surgery centers.
    Practitioner,
    /// Outpatient hospital services.
    OutpatientHospital,
    /// Suppliers of durable medical equipment; unit limits only.
    Equipment,
}

impl NcciSetting {
    /// All of them, in the order that packs number them.
    pub const ALL: [Self; 3] = [Self::Practitioner, Self::OutpatientHospital, Self::Equipment];

    /// Its name in JSON and in the names of packs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Practitioner => "practitioner",
            Self::OutpatientHospital => "outpatient-hospital",
            Self::Equipment => "equipment",
        }
    }
}

/// What the table says of a pair of procedures on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PairAnswer {
    /// No such pair is in the table of this quarter.
    Allowed {
        /// The table's edition.
        quarter: String,
    },
    /// The second procedure is not paid beside the first.
    Denied {
        /// Whether a modifier on either may lift it.
        modifier_allowed: bool,
        /// The table's edition.
        quarter: String,
    },
    /// No table is there to ask.
    NotLoaded,
}

/// What a pair of procedures comes to, with their modifiers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
// Closed: these are the answers there are.
pub enum PairVerdict {
    /// Both are paid.
    Pass {
        /// The table's edition.
        quarter: String,
    },
    /// The second is not paid.
    Fail {
        /// Whether a modifier could lift it.
        modifier_allowed: bool,
        /// The table's edition.
        quarter: String,
    },
    /// The second would not be paid but for this modifier.
    Bypassed {
        /// The modifier.
        modifier: String,
        /// The table's edition.
        quarter: String,
    },
    /// No table is there to ask.
    NotChecked,
}

/// Modifiers that lift a pair which allows it (NCCI policy manual, chapter 1, section E).
pub const PAIR_MODIFIERS: [&str; 44] = [
    "24", "25", "27", "57", "58", "59", "78", "79", "91", "E1", "E2", "E3", "E4", "F1", "F2", "F3",
    "F4", "F5", "F6", "F7", "F8", "F9", "FA", "LC", "LD", "LM", "LT", "RC", "RI", "RT", "T1", "T2",
    "T3", "T4", "T5", "T6", "T7", "T8", "T9", "TA", "XE", "XP", "XS", "XU",
];

impl PairAnswer {
    /// What the pair comes to where the two lines carry these modifiers.
    ///
    /// ```
    /// use superbill_codes::{PairAnswer, PairVerdict};
    ///
    /// let quarter = "2026 Q4".to_owned();
    /// let answer = PairAnswer::Denied { modifier_allowed: true, quarter: quarter.clone() };
    /// let modifier = "59".to_owned();
    /// assert_eq!(answer.verdict(["RR", "59"]), PairVerdict::Bypassed { modifier, quarter });
    /// assert_eq!(PairAnswer::NotLoaded.verdict(["59"]), PairVerdict::NotChecked);
    /// ```
    #[must_use]
    pub fn verdict<'m>(self, modifiers: impl IntoIterator<Item = &'m str>) -> PairVerdict {
        match self {
            Self::Allowed { quarter } => PairVerdict::Pass { quarter },
            Self::NotLoaded => PairVerdict::NotChecked,
            Self::Denied { modifier_allowed, quarter } => {
                let lifts = |it: &&str| modifier_allowed && PAIR_MODIFIERS.contains(it);
                match modifiers.into_iter().find(lifts) {
                    Some(modifier) => {
                        PairVerdict::Bypassed { modifier: modifier.to_owned(), quarter }
                    }
                    None => PairVerdict::Fail { modifier_allowed, quarter },
                }
            }
        }
    }
}

/// How the limit on a procedure's units is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum UnitRule {
    /// To each line.
    Line,
    /// To all lines of the day; set by policy, never lifted.
    DayPolicy,
    /// To all lines of the day; may be lifted on appeal.
    DayClinical,
}

/// What the table says of a procedure's units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum UnitAnswer {
    /// The table has no limit for it.
    NoLimit {
        /// The table's edition.
        quarter: String,
    },
    /// At most this many.
    Limit {
        /// Units.
        units: u32,
        /// To what it applies.
        rule: UnitRule,
        /// The table's edition.
        quarter: String,
    },
    /// No table is there to ask.
    NotLoaded,
}

/// What the table says of a procedure that may be an add-on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AddOnAnswer {
    /// It is no add-on code.
    Stands {
        /// The table's edition.
        quarter: String,
    },
    /// It is paid only beside one of these procedures; none listed means that the payer decides.
    NeedsPrimary {
        /// The procedures, one of which has to be there.
        primaries: Vec<String>,
        /// Whether the payer may accept others beside those (types 2 and 3).
        others: bool,
        /// The table's edition.
        quarter: String,
    },
    /// No table is there to ask.
    NotLoaded,
}

/// The tables loaded.
#[derive(Default)]
pub(crate) struct Tables {
    pairs: [Option<Pairs>; 3],
    units: [Option<Units>; 3],
    add_ons: Option<AddOns>,
}

impl Tables {
    /// Takes a table in; one of the same kind and setting is replaced.
    pub(crate) fn load(&mut self, frame: Frame) -> Result<(), BadPack> {
        let at = frame.setting.map_or(0, |setting| setting as usize);
        match frame.kind {
            Kind::Pairs => self.pairs[at] = Some(Pairs::open(frame)?),
            Kind::Units => self.units[at] = Some(Units::open(frame)?),
            _ => self.add_ons = Some(AddOns::open(frame)?),
        }
        Ok(())
    }
}

impl CodeBooks {
    /// Whether `column2` may be billed beside `column1` on a day.
    #[must_use]
    pub fn pair(&self, setting: NcciSetting, column1: &str, column2: &str, on: Date) -> PairAnswer {
        let table = self.ncci.pairs[setting as usize].as_ref();
        table.map_or(PairAnswer::NotLoaded, |table| table.answer(column1, column2, on))
    }

    /// How many units of a procedure may be billed on a day.
    #[must_use]
    pub fn unit_limit(&self, setting: NcciSetting, code: &str, _on: Date) -> UnitAnswer {
        let table = self.ncci.units[setting as usize].as_ref();
        table.map_or(UnitAnswer::NotLoaded, |table| table.answer(code))
    }

    /// Whether a procedure is an add-on, and to what.
    #[must_use]
    pub fn add_on(&self, code: &str, on: Date) -> AddOnAnswer {
        let table = self.ncci.add_ons.as_ref();
        table.map_or(AddOnAnswer::NotLoaded, |table| table.answer(code, on))
    }

    /// The tables of the initiative that are loaded.
    #[must_use]
    pub fn ncci_tables(&self) -> Vec<crate::PackInfo> {
        let pairs = self.ncci.pairs.iter().flatten().map(|table| table.frame.info());
        let units = self.ncci.units.iter().flatten().map(|table| table.frame.info());
        let add_ons = self.ncci.add_ons.iter().map(|table| table.frame.info());
        pairs.chain(units).chain(add_ons).collect()
    }
}

/// The quarter of a day, as editions are named. Quarters sort as they follow each other.
///
/// ```
/// use superbill_types::Date;
///
/// let day = Date::new(2026, 11, 23).ok_or("a day")?;
/// assert_eq!(superbill_codes::quarter(day), "2026 Q4");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn quarter(day: Date) -> String {
    let (year, month, _) = day.parts();
    format!("{year} Q{}", month.div_ceil(3))
}
