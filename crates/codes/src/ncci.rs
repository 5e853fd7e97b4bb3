//! NCCI: may two procedures be billed together, and how many units of one?
//!
//! The tables name CPT codes, so none is shipped; a licensee loads them as packs. Until then every
//! answer is "not loaded".

use serde::{Deserialize, Serialize};
use superbill_types::Date;

use crate::CodeBooks;

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
        /// The table's edition.
        quarter: String,
    },
    /// No table is there to ask.
    NotLoaded,
}

impl CodeBooks {
    /// Whether `column2` may be billed beside `column1` on a day.
    #[must_use]
    pub fn pair(&self, _: NcciSetting, _column1: &str, _column2: &str, _on: Date) -> PairAnswer {
        PairAnswer::NotLoaded
    }

    /// How many units of a procedure may be billed on a day.
    #[must_use]
    pub fn unit_limit(&self, _: NcciSetting, _code: &str, _on: Date) -> UnitAnswer {
        UnitAnswer::NotLoaded
    }

    /// Whether a procedure is an add-on, and to what.
    #[must_use]
    pub fn add_on(&self, _code: &str, _on: Date) -> AddOnAnswer {
        AddOnAnswer::NotLoaded
    }
}
