//! Accounts: who owes what after these events?
//!
//! What happened is kept in a [`Journal`] that only grows and whose entries are chained by hash.
//! The [`Ledger`] is a fold over it: one [`Account`] per patient control number. A [`Book`] holds
//! both and is the only way to add to them; it posts a remittance, or refuses with a reason, never
//! half of a claim.
//!
//! Nothing here reads a clock or makes an id: see [`Stamp`]. The balance of a remittance is proved
//! elsewhere and handed in as a [`Proof`].
//!
//! | question | module |
//! |---|---|
//! | whose loss is an adjustment? | [`Treatment`] |
//! | what do several payers' answers make together? | [`Balance`], with the equations |
//! | how old is the patient's part? | [`Aging`] |
//! | which rules refuse a posting? | [`RULES`] |

mod account;
mod aging;
mod allocate;
mod book;
mod canonical;
mod desk;
mod event;
mod history;
mod journal;
mod ledger;
mod lines;
mod patients;
mod post;
mod read;
mod rules;
mod sums;
mod treatment;

pub use account::{Account, AccountReport};
pub use aging::Aging;
pub use allocate::Balance;
pub use book::Book;
pub use event::{
    AccountNote, ChargeLine, ClaimCharged, ClaimPosted, Event, PatientIdentity, PatientPaid, Payee,
    Payer, PaymentReceived, PostedAdjustment, PostedProviderAdjustment, PostedService, Undone,
};
pub use journal::{Broken, Damage, Entry, Hash, Journal, Stamp};
pub use ledger::Ledger;
pub use lines::Line;
pub use patients::{PatientSummary, patient_key};
pub use post::{PostOptions, Posting, PostingFinding, Proof, Verdict};
pub use rules::RULES;
pub use treatment::Treatment;
