//! Remittances: what does a user want to know of an 835?

mod columns;
mod file;
mod report;
mod row;
mod search;
mod story;
mod stream;
mod summary;
mod text;

pub use columns::ClaimColumns;
pub use file::RemittanceFile;
#[cfg(feature = "check")]
pub(crate) use file::{note_wrapped, wrapped};
pub use report::{RemitReport, remit};
pub use row::ClaimRecord;
pub use search::{ClaimQuery, ClaimSort};
pub(crate) use story::explain;
pub use story::{
    AdjustmentText, BalanceRecord, ClaimStory, LabeledDate, ProcedureText, RemarkText,
    ServiceStory, TermRecord,
};
pub use stream::{RemittanceStream, StreamTotals};
pub use summary::{FileSummary, PaymentSummary, ProviderAdjustmentText, ReasonRecord};
pub use text::remit_text;
