//! Journeys: does money stay whole from the claim to the patient's statement?
//!
//! Made-up claims go to simulated payers; their answers are posted, carried to the next payer, posted again, and
//! end in statements. After every step each account conserves money, and all that payers say they paid is in
//! the accounts:
//!
//! ```text
//! insurance payments of all accounts = payments (BPR02) + provider adjustments (PLB)
//! ```

mod again;
mod many;
mod page;
mod views;

use std::collections::BTreeMap;

use superbill::accounts::Balance;
use superbill::model::{Claim, ClaimBatch, Remittance};
use superbill::types::Money;
use superbill::{AccountBook, ActBy, BuildOptions, RemittanceFile, acknowledgment, build};
use superbill_exchange::claim::{coordination, read};
use superbill_simulator::Answers;

/// When claims are sent, and when payers answer.
const SENT: &str = "2026-03-01T09:00:00Z";
const ANSWERED: &str = "2026-03-08T09:00:00Z";

/// A book, with what was posted into it counted beside it.
#[derive(Default)]
struct Journey {
    book: AccountBook,
    acts: u32,
    /// Sum of the payments (BPR02).
    payments: Money,
    /// Sum of money moved outside the claims (PLB); positive lowered a payment.
    moved: Money,
    /// What the last payer to answer left to the patient, by account in capitals; none while the claim is on its
    /// way.
    left: BTreeMap<String, Option<Money>>,
}

impl Journey {
    /// Writes claims as a file in which our own checks find nothing.
    #[track_caller]
    fn file(&self, batch: &ClaimBatch) -> Vec<u8> {
        let report = build(std::slice::from_ref(batch), &options());
        let told: Vec<_> = report.findings.iter().map(|one| (&one.message, &one.path)).collect();
        assert!(report.accepted && told.is_empty(), "{told:?}");
        let bytes = report.x12.into_bytes();
        clean(&bytes);
        bytes
    }

    /// Writes claims and enters them as charged.
    #[track_caller]
    fn charge(&mut self, batch: &ClaimBatch) -> Vec<u8> {
        let bytes = self.file(batch);
        let file = RemittanceFile::open(bytes.clone()).expect("X12");
        let by = self.by();
        let act = self.book.charge(&file, &by);
        assert_eq!(act.refused.len(), 0, "{:?}", act.refused);
        assert_eq!(act.posted as usize, batch.claims.len());
        self.whole();
        bytes
    }

    /// Posts a remittance: every claim of it. Tells how many these are.
    #[track_caller]
    fn post(&mut self, bytes: &[u8]) -> usize {
        if bytes.is_empty() {
            return 0;
        }
        clean(bytes);
        let file = RemittanceFile::open(bytes.to_vec()).expect("X12");
        assert!(file.balanced(), "{}", lines(bytes));
        let by = self.by();
        let act = self.book.post(&file, &by);
        assert_eq!(act.refused.len(), 0, "{:?}\n{}", act.refused, lines(bytes));
        assert_eq!(act.posted as usize, file.claim_count());
        for remittance in remittances(bytes) {
            self.payments += remittance.payment_amount.unwrap_or_default();
            let moved = remittance.provider_adjustments.iter().filter_map(|one| one.amount);
            self.moved += moved.sum();
            self.note(&remittance);
        }
        self.whole();
        file.claim_count()
    }

    /// Notes what the answers of a payment leave to the patients.
    fn note(&mut self, remittance: &Remittance) {
        let mut told: BTreeMap<&str, Option<Money>> = BTreeMap::new();
        for claim in remittance.claims().filter(|claim| !claim.is_reversal()) {
            let part = claim.patient_responsibility.unwrap_or_default();
            let part = claim.name("TT").is_none().then_some(part);
            let sum =
                told.entry(claim.patient_control_number.reveal()).or_insert(Some(Money::ZERO));
            *sum = sum.zip(part).map(|(sum, part)| sum + part);
        }
        let told = told.into_iter().map(|(number, part)| (number.to_ascii_uppercase(), part));
        self.left.extend(told);
    }

    /// Asserts what must hold after every step.
    #[track_caller]
    fn whole(&self) {
        let accounts = self.book.book().ledger().accounts();
        assert!(accounts.iter().all(|account| account.balance().conserves()));
        let paid: Money = accounts.iter().map(|one| one.balance().insurance_payments).sum();
        assert_eq!(paid, self.payments + self.moved, "every cent of the payments is in an account");
    }

    /// The claims to the next payer, those that can be, as a file our own checks find nothing in; and why the
    /// others are not billed.
    #[track_caller]
    fn next(&self, claims: &[u8], remittance: &[u8]) -> (Vec<u8>, Vec<String>) {
        let report = superbill::secondary(claims, remittance, &options()).expect("both are X12");
        let bytes = report.x12.into_bytes();
        if !bytes.is_empty() {
            clean(&bytes);
            coordinated(&bytes);
        }
        (bytes, report.findings.into_iter().map(|finding| finding.rule).collect())
    }

    /// The account of a claim, in money.
    #[track_caller]
    fn balance(&self, number: &str) -> Balance {
        *self.book.book().account(number).expect("the account is there").balance()
    }

    fn by(&mut self) -> ActBy {
        self.acts += 1;
        ActBy { at: ANSWERED.into(), id: format!("act {}", self.acts), ..ActBy::default() }
    }
}

fn options() -> BuildOptions {
    BuildOptions { at: SENT.into(), ..BuildOptions::default() }
}

/// Asserts that the file and each of its sets was accepted, and that the answers are sound.
#[track_caller]
fn accepted(answers: &Answers, sent: &[u8]) {
    for answer in [&answers.ta1, &answers.acknowledgment_999] {
        assert!(acknowledgment(answer, Some(sent)).expect("X12").accepted, "{}", lines(answer));
    }
    clean(&answers.claim_acknowledgment_277);
}

/// Asserts that what earlier payers did adds up in every claim of a file.
#[track_caller]
fn coordinated(bytes: &[u8]) {
    for claim in claims_of(bytes) {
        let found = coordination(&claim);
        let told: Vec<_> =
            found.kept().iter().map(|one| (one.rule.id, &one.location.path)).collect();
        assert!(told.is_empty(), "{told:?}\n{}", lines(bytes));
    }
}

fn claims_of(bytes: &[u8]) -> Vec<Claim> {
    let (batches, _) = read(bytes).expect("X12");
    batches.into_iter().flat_map(|batch| batch.claims).collect()
}

fn remittances(bytes: &[u8]) -> Vec<Remittance> {
    let file = RemittanceFile::open(bytes.to_vec()).expect("X12");
    (0..file.payment_rows().len()).filter_map(|at| file.remittance(at)).collect()
}

/// Asserts that our own checks find nothing.
#[track_caller]
fn clean(bytes: &[u8]) {
    let found = superbill_exchange::check(bytes, superbill_guides::library()).expect("X12");
    let told: Vec<_> = found.kept().iter().map(|one| (one.rule.id, one.message())).collect();
    assert!(told.is_empty(), "{told:?}\n{}", lines(bytes));
}

fn lines(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('~', "~\n")
}
