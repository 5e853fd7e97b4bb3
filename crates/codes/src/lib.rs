//! Code sets: what does a code mean, in our own plain words?
//!
//! Each set is a small table compiled in from `data/*.tsv`: a code, a label for a biller, a sentence
//! for a patient, and where the set has one, a mark that drives work (the kind of an adjustment, an
//! alert). Every word is our own; each file's header names where its list of codes came from.
//!
//! Codes are open: a code of tomorrow is `None` here, and the caller shows the code itself.
//! Payers' own explanations and licensed texts are not here, nor are these sets dated: a code stays
//! listed after its owner retires it, so that old files read.
//!
//! With the feature `packs` there are [`CodeBooks`]: large and dated lists, loaded as packs, asked
//! whether a code can be billed on a day, and searched. With `build` there is the packs' builder.
//!
//! ```
//! use superbill_codes::{ADJUSTMENT_REASON, REMARK};
//!
//! let reason = ADJUSTMENT_REASON.find("197").expect("listed");
//! assert_eq!(reason.label, "No advance approval");
//! assert_eq!(reason.plain, "The plan needed to approve this ahead of time and did not.");
//! assert!(REMARK.find("MA01").expect("listed").is_alert());
//! assert_eq!(REMARK.find("N99999"), None);
//! ```

#[cfg(feature = "packs")]
mod books;
#[cfg(feature = "build")]
mod build;
#[cfg(feature = "packs")]
mod bundled;
#[cfg(feature = "packs")]
mod excludes;
#[cfg(feature = "packs")]
mod fees;
#[cfg(feature = "packs")]
mod frame;
mod kind;
#[cfg(feature = "build")]
pub mod loaders;
#[cfg(feature = "packs")]
mod ncci;
#[cfg(feature = "packs")]
mod pack;
#[cfg(feature = "packs")]
mod references;
#[cfg(feature = "packs")]
mod search;
mod set;
#[cfg(feature = "packs")]
mod status;
#[cfg(feature = "packs")]
mod system;

#[cfg(feature = "packs")]
pub use books::{CodeBooks, Match, Search};

#[cfg(feature = "build")]
pub use build::{BuildError, PackBuilder, PackRow, SHIPPED, shipped};
#[cfg(feature = "packs")]
pub use fees::{FeeAnswer, FeeQuestion, Locality, RelativeValues, is_facility};
pub use kind::{AdjustmentKind, adjustment_kind};
#[cfg(feature = "build")]
pub use ncci::NcciBuilder;
#[cfg(feature = "packs")]
pub use ncci::{
    AddOnAnswer, NcciSetting, PAIR_MODIFIERS, PairAnswer, PairVerdict, UnitAnswer, UnitRule,
    quarter,
};
pub use set::{CodeSet, Meaning};
#[cfg(feature = "packs")]
pub use status::{BadPack, CodeEntry, CodeFlags, CodeStatus, Note, NoteKind, PackInfo, Section};
#[cfg(feature = "packs")]
pub use system::CodeSystem;

/// Group codes of an adjustment (CAS01): who bears it. Mark: `patient`, `provider`, or `none` where
/// the group alone does not decide.
pub static ADJUSTMENT_GROUP: CodeSet = CodeSet::new(include_str!("../data/adjustment_group.tsv"));

/// Claim adjustment reasons (CARC): why an amount was not paid. Mark: a kind, see [`adjustment_kind`].
pub static ADJUSTMENT_REASON: CodeSet = CodeSet::new(include_str!("../data/adjustment_reason.tsv"));

/// Remittance remarks (RARC), the common ones: more about a decision. Mark: `alert` where the remark
/// tells something and explains no reduction, see [`Meaning::is_alert`].
pub static REMARK: CodeSet = CodeSet::new(include_str!("../data/remark.tsv"));

/// Status of a claim in a remittance (CLP02): as which payer it was processed, denied, reversed.
pub static CLAIM_STATUS: CodeSet = CodeSet::new(include_str!("../data/claim_status.tsv"));

/// Provider-level adjustments (PLB): money moved outside any claim. The sign is not in the code: a
/// positive amount lowers the payment.
pub static PROVIDER_ADJUSTMENT: CodeSet =
    CodeSet::new(include_str!("../data/provider_adjustment.tsv"));

/// Payment methods (BPR04): check, electronic payment, none.
pub static PAYMENT_METHOD: CodeSet = CodeSet::new(include_str!("../data/payment_method.tsv"));

/// Claim filing indicators (CLP06, SBR09): the type of coverage.
pub static CLAIM_FILING: CodeSet = CodeSet::new(include_str!("../data/claim_filing.tsv"));

/// Places of service: where care was given. CMS's list.
pub static PLACE_OF_SERVICE: CodeSet = CodeSet::new(include_str!("../data/place_of_service.tsv"));

/// What an amount of a remittance is (AMT01).
pub static AMOUNT_QUALIFIER: CodeSet = CodeSet::new(include_str!("../data/amount_qualifier.tsv"));

/// What a date of a remittance is (DTM01).
pub static DATE_QUALIFIER: CodeSet = CodeSet::new(include_str!("../data/date_qualifier.tsv"));

/// What a reference number of a remittance is (REF01).
pub static REFERENCE_QUALIFIER: CodeSet =
    CodeSet::new(include_str!("../data/reference_qualifier.tsv"));
