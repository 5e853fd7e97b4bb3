//! Simulator: what would a payer answer to these claims?
//!
//! A made-up payer for tests and the demo. It takes a file of claims (837 professional, institutional or dental)
//! and gives back what a payer sends: a TA1 and a 999 for the file, a 277CA for each claim, and a remittance
//! (835) that balances. [`Scenario`] says how it decides, a seed draws what is left open, and the time is an
//! argument: the same input gives the same bytes. [`claims::random`] makes claims to feed it.
//!
//! ```
//! use superbill_simulator::{Payer, Scenario, claims};
//!
//! let options = superbill::BuildOptions { at: "2026-03-01T09:00:00Z".into(), ..Default::default() };
//! let file = superbill::build(&[claims::random(7)], &options).x12;
//! let mut payer = Payer::new(1, Scenario::default());
//! let answers = payer.answer(file.as_bytes(), "2026-03-08T09:00:00Z")?;
//! let remittance = superbill::RemittanceFile::open(answers.remittance_835).expect("X12");
//! assert!(remittance.balanced());
//! # Ok::<(), superbill::NoAcknowledgment>(())
//! ```
//!
//! It knows no contract, no code edits and no benefits beyond the scenario: it is not a model of any payer, and
//! its claims are of made-up people.

mod adjudicate;
pub mod claims;
mod payer;
mod remit;
mod scenario;
mod status;

pub use payer::{Answers, Payer};
pub use scenario::{
    Chances, Coordination, CostShare, Denial, Identity, Level, Rates, Recovery, Rejection, Scenario,
};
