//! Superbill: one plain function for each thing a user does.
//!
//! The facade over the crates below. Bytes and arguments in, records out; no file, clock, network or
//! random number is ever touched here. Money is exact. Findings say what is wrong and where; only bytes
//! that cannot be framed are an error.
//!
//! ```
//! let file = superbill::RemittanceFile::open(include_bytes!("../data/sample.835").to_vec())?;
//! assert_eq!(file.claim_count(), 2);
//! assert!(file.balanced());
//! let claim = file.claim(0).ok_or("no claim")?;
//! assert_eq!(claim.charge_amount.map(|m| m.to_string()).as_deref(), Some("125.00"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod account;
#[cfg(feature = "check")]
mod acknowledge;
#[cfg(feature = "check")]
mod acknowledgment;
mod book;
#[cfg(feature = "check")]
mod check_stream;
#[cfg(feature = "claims")]
mod claim;
#[cfg(feature = "claims")]
mod claim_file;
#[cfg(feature = "claims")]
mod codes;
#[cfg(feature = "claims")]
mod entry;
#[cfg(feature = "claims")]
mod explain;
mod finding;
#[cfg(feature = "forms")]
mod form;
#[cfg(feature = "claims")]
mod import;
#[cfg(feature = "check")]
mod narrowed;
#[cfg(feature = "packs-build")]
mod packs;
#[cfg(feature = "claims")]
mod payer;
#[cfg(feature = "claims")]
mod places;
#[cfg(feature = "claims")]
mod read;
mod remit;
#[cfg(feature = "check")]
mod rules;
#[cfg(feature = "claims")]
mod scrub;
#[cfg(feature = "check")]
mod segments;
mod statement;
#[cfg(feature = "check")]
mod validate;
mod words;

pub use account::{AccountsReport, account, account_text};
#[cfg(feature = "check")]
pub use acknowledge::{AcknowledgeOptions, AcknowledgeReport, NoAcknowledgment, acknowledge};
#[cfg(feature = "claims")]
pub use acknowledge::{acknowledge_claims, acknowledge_with};
#[cfg(feature = "check")]
pub use acknowledgment::{AcknowledgmentReport, acknowledgment, acknowledgment_text};
pub use book::{AccountBook, Act, ActBy, RefusalRecord};
#[cfg(feature = "check")]
pub use check_stream::{CheckReport, CheckStream};
#[cfg(feature = "claims")]
pub use claim::{BuildOptions, BuildReport, build, build_file, secondary};
#[cfg(feature = "claims")]
pub use claim_file::{BuiltFile, ClaimFile};
#[cfg(feature = "claims")]
pub use codes::{CodeRecord, LookupReport, lookup, lookup_all, lookup_text};
#[cfg(feature = "claims")]
pub use entry::{
    Asked, BlankEntry, ChoiceList, ClaimEntry, ClaimTotals, PositionList, PositionName, When,
    claim_entry, claim_totals,
};
pub use finding::FindingRecord;
#[cfg(feature = "forms")]
pub use form::{FormOptions, FormRecord, FormReport, form, form_pdf};
#[cfg(feature = "claims")]
pub use import::{ImportReport, import_claims};
#[cfg(feature = "packs-build")]
pub use packs::{NotPacked, PackOptions, make_pack};
#[cfg(feature = "claims")]
pub use payer::{RuleTestFailure, RuleTestReport, explain_payer_rule, test_rules, test_rules_text};
#[cfg(feature = "claims")]
pub use places::{FieldPlace, places};
#[cfg(feature = "claims")]
pub use read::{
    GroupRecord, InterchangeRecord, LoopRecord, LoopSegment, ReadReport, TransactionSetRecord, read,
};
pub use remit::{
    AdjustmentText, BalanceRecord, ClaimColumns, ClaimQuery, ClaimRecord, ClaimSort, ClaimStory,
    FileSummary, LabeledDate, PaymentSummary, ProcedureText, ProviderAdjustmentText, ReasonRecord,
    RemarkText, RemitReport, RemittanceFile, RemittanceStream, ServiceStory, StreamTotals,
    TermRecord, remit, remit_text,
};
#[cfg(feature = "check")]
pub use rules::{ExplanationRecord, RuleRecord, explain, explain_text, rules};
#[cfg(feature = "claims")]
pub use scrub::{
    ClaimChecker, NotScrubbed, RepairRecord, ScrubOptions, ScrubReport, edit, has_claims, repaired,
    scrub, scrub_text,
};
#[cfg(feature = "check")]
pub use segments::{DescribeReport, ElementRecord, SegmentRecord, describe, describe_text};
pub use statement::{statement_html, statement_text, statements};
pub use superbill_accounts as accounts;
#[cfg(any(feature = "claims", feature = "packs-build"))]
pub use superbill_codes as code_sets;
pub use superbill_documents as documents;
#[cfg(feature = "claims")]
pub use superbill_edits as edits;
#[cfg(any(feature = "claims", feature = "forms"))]
pub use superbill_exchange::import::{Format, Imported, NotImported, import};
pub use superbill_model as model;
pub use superbill_types as types;
pub use superbill_x12::{Unreadable, UnreadableReason};
#[cfg(feature = "check")]
pub use validate::{NotValidated, ValidateOptions, ValidationReport, validate, validate_text};
#[cfg(feature = "claims")]
pub use validate::{validate_text_with, validate_with};
