//! Answers that change answers: what becomes of an account when a payer takes back, corrects or splits?
mod common;

use common::{posted, reads, rules};
use superbill_accounts::Book;

#[test]
fn a_reversal_takes_back_and_the_correction_follows() {
    let mut book = Book::new();
    let first = "claim A1 1 125.00 80.00 P1\n CO 45 25.00\n PR 3 20.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", first);
    let back = "claim A1 22 -125.00 -80.00 P1\n CO 45 -25.00\n PR 3 -20.00";
    assert!(posted(&mut book, "BLUE", "T2", "2026-02-10", back).findings.is_empty());
    reads(&book, "A1", "charged 125.00\n insurance owes 125.00");
    let right = "claim A1 1 125.00 90.00 P2\n CO 45 25.00\n PR 3 10.00";
    posted(&mut book, "BLUE", "T3", "2026-03-10", right);
    reads(
        &book,
        "A1",
        "charged           125.00
         insurance paid     90.00
         written off        25.00
         patient's part     10.00
         patient owes       10.00",
    );
}

#[test]
fn reversal_and_correction_in_one_payment() {
    let mut book = Book::new();
    posted(&mut book, "BLUE", "T1", "2026-01-10", "claim A1 2 125.00 80.00\n CO 45 45.00");
    let both = "claim A1 22 -125.00 -80.00\n CO 45 -45.00\n claim A1 2 125.00 100.00\n CO 45 25.00";
    posted(&mut book, "BLUE", "T2", "2026-02-10", both);
    reads(&book, "A1", "charged 125.00\n insurance paid 100.00\n written off 25.00");
}

#[test]
fn a_reversal_of_what_was_never_posted_is_posted_and_said() {
    let mut book = Book::new();
    let back = "claim A1 22 -125.00 -80.00\n CO 45 -45.00\n claim A1 1 125.00 100.00\n CO 45 25.00";
    let posting = posted(&mut book, "BLUE", "T2", "2026-02-10", back);
    assert_eq!(rules(&posting), ["reversal-of-unposted"]);
    reads(&book, "A1", "insurance paid 20.00\n written off -20.00");
    posted(&mut book, "BLUE", "T1", "2026-01-10", "claim A1 1 125.00 80.00\n CO 45 45.00");
    reads(&book, "A1", "charged 125.00\n insurance paid 100.00\n written off 25.00");
}

#[test]
fn a_claim_answered_in_parts_is_summed() {
    let mut book = Book::new();
    let parts = "claim A1 1 60.00 40.00 P1\n CO 45 20.00\n remark MA15
                 claim A1 1 40.00 0.00 P2\n PR 1 40.00\n remark MA15";
    posted(&mut book, "BLUE", "T1", "2026-01-10", parts);
    reads(
        &book,
        "A1",
        "charged           100.00
         insurance paid     40.00
         written off        20.00
         patient's part     40.00
         patient owes       40.00",
    );
}

#[test]
fn a_denied_claim_sent_again_is_charged_once() {
    let mut book = Book::new();
    posted(&mut book, "BLUE", "T1", "2026-01-10", "claim A1 4 125.00 0.00 P1\n CO 16 125.00");
    posted(&mut book, "BLUE", "T2", "2026-02-10", "claim A1 4 125.00 0.00 P2\n CO 16 125.00");
    reads(&book, "A1", "charged 125.00\n insurance owes 125.00\n of which denied 125.00");
    posted(&mut book, "BLUE", "T3", "2026-03-10", "claim A1 1 125.00 80.00 P3\n CO 45 45.00");
    reads(&book, "A1", "charged 125.00\n insurance paid 80.00\n written off 45.00");
}

#[test]
fn a_denial_on_the_patient_ends_when_the_claim_is_paid_after_all() {
    let mut book = Book::new();
    posted(&mut book, "BLUE", "T1", "2026-01-10", "claim A1 4 125.00 0.00 P1\n PR 27 125.00");
    reads(&book, "A1", "charged 125.00\n patient's part 125.00\n patient owes 125.00");
    posted(&mut book, "BLUE", "T2", "2026-03-10", "claim A1 1 125.00 80.00 P2\n CO 45 45.00");
    reads(&book, "A1", "charged 125.00\n insurance paid 80.00\n written off 45.00");
}
