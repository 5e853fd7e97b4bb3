//! Fold: how long do a hundred thousand and a million entries take to write, fold and verify?
//!
//! `cargo run --release -p superbill-accounts --example fold`

use std::time::Instant;

use superbill_accounts::{
    ClaimPosted, Event, Journal, Ledger, Payer, PostedAdjustment, Stamp, Treatment,
};
use superbill_types::{Money, Phi};

fn journal(entries: u32, per_account: u32) -> Journal {
    let mut journal = Journal::new();
    let adjustment = |reason: &str, cents, treatment| PostedAdjustment {
        group: "CO".into(),
        reason: reason.into(),
        amount: Money::from_scaled(cents, 2),
        treatment,
    };
    for number in 0..entries {
        let id = format!("e{number}");
        let event = ClaimPosted {
            patient_control_number: Phi::new(format!("PCN{}", number / per_account).into()),
            payer: Payer { id: "1999999999".into(), name: "BLUE".into() },
            trace_number: format!("T{}", number / 100).into(),
            status: "1".into(),
            order: u8::try_from(number % per_account + 1).unwrap_or(9),
            charge: Money::from_scaled(12_500, 2),
            paid: Money::from_scaled(8_000, 2),
            adjustments: vec![
                adjustment("45", 2_500, Treatment::Contractual),
                adjustment("2", 2_000, Treatment::Patient),
            ],
            ..ClaimPosted::default()
        };
        let stamp = Stamp { id: &id, at: "2026-01-01T00:00:00Z", actor: "fold" };
        journal.append(&stamp, Event::ClaimPosted(Box::new(event))).expect("ids differ");
    }
    journal
}

#[expect(clippy::print_stdout, reason = "the measurement is what it is for")]
fn main() {
    for (entries, per_account) in [(100_000, 2), (1_000_000, 2), (1_000_000, 5)] {
        let start = Instant::now();
        let journal = journal(entries, per_account);
        let made = start.elapsed();
        let start = Instant::now();
        let ledger = Ledger::fold(journal.entries()).expect("it holds");
        let folded = start.elapsed();
        let start = Instant::now();
        journal.verify().expect("it holds");
        let accounts = ledger.accounts().len();
        let verified = start.elapsed();
        println!(
            "{entries} entries, {accounts} accounts: written {made:?}, folded {folded:?}, verified {verified:?}"
        );
    }
}
