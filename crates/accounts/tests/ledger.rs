//! Ledger pages: what does each kind of answer make of an account?

mod common;

use common::{day, money, page, posted, reads, rules, stamp};
use superbill_accounts::{Book, ClaimCharged, PatientPaid};
use superbill_types::Phi;

fn charge(book: &mut Book, number: &str, amount: &str, frequency: &str) -> usize {
    let claim = ClaimCharged {
        patient_control_number: Phi::new(number.into()),
        charge: money(amount),
        frequency: frequency.into(),
        ..ClaimCharged::default()
    };
    book.charge(claim, &stamp(&format!("charge {number} {frequency}"))).posted
}

fn pay(book: &mut Book, number: &str, amount: &str, id: &str) {
    let payment = PatientPaid {
        patient_control_number: Phi::new(number.into()),
        amount: money(amount),
        method: "card".into(),
        ..PatientPaid::default()
    };
    assert_eq!(book.patient_paid(payment, &stamp(id)).posted, 1);
}

#[test]
fn a_claim_charged_waits_for_its_payer() {
    let mut book = Book::new();
    charge(&mut book, "A1", "125.00", "1");
    reads(&book, "A1", "charged 125.00\n insurance owes 125.00");
}

/// Some payers write our numbers in capitals.
#[test]
fn a_number_echoed_in_capitals_finds_its_account() {
    let mut book = Book::new();
    charge(&mut book, "a1", "125.00", "1");
    posted(&mut book, "BLUE", "T1", "2026-01-10", "claim A1 1 125.00 80.00\n CO 45 45.00");
    reads(&book, "a1", "charged 125.00\n insurance paid 80.00\n written off 45.00");
    assert_eq!(book.ledger().accounts().len(), 1);
    // A claim of ours has the number it has.
    assert_eq!(charge(&mut book, "A1", "60.00", "1"), 1);
    reads(&book, "A1", "charged 60.00\n insurance owes 60.00");
    posted(&mut book, "BLUE", "T2", "2026-01-11", "claim A1 1 60.00 60.00");
    reads(&book, "A1", "charged 60.00\n insurance paid 60.00");
    // Two that differ in nothing else: neither is meant.
    charge(&mut book, "bC", "10.00", "1");
    charge(&mut book, "Bc", "20.00", "1");
    posted(&mut book, "BLUE", "T3", "2026-01-12", "claim BC 1 20.00 20.00");
    reads(&book, "Bc", "charged 20.00\n insurance owes 20.00");
}

#[test]
fn paid_and_written_off() {
    let mut book = Book::new();
    posted(&mut book, "BLUE", "T1", "2026-01-10", "claim A1 1 125.00 80.00\n CO 45 45.00");
    reads(
        &book,
        "A1",
        "charged           125.00
         insurance paid     80.00
         written off        45.00",
    );
}

#[test]
fn the_patient_owes_deductible_coinsurance_and_what_is_not_covered() {
    let mut book = Book::new();
    let text = "claim A1 1 200.00 60.00
                line 99213 150.00 60.00\n CO 45 40.00\n PR 1 35.00\n PR 2 15.00
                line 99999 50.00 0.00\n PR 204 50.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", text);
    pay(&mut book, "A1", "30.00", "receipt 1");
    reads(
        &book,
        "A1",
        "charged           200.00
         insurance paid     60.00
         written off        40.00
         patient's part    100.00
         patient paid       30.00
         patient owes       70.00",
    );
}

#[test]
fn a_denial_is_never_a_write_off() {
    for denial in
        ["CO 16", "CO 97", "PI 29", "CO 197", "OA 18", "CO 96", "CO 50", "OA 133", "CO Z9"]
    {
        let mut book = Book::new();
        let text = format!("claim A1 1 125.00 0.00\n {denial} 125.00");
        posted(&mut book, "BLUE", "T1", "2026-01-10", &text);
        reads(&book, "A1", "charged 125.00\n insurance owes 125.00\n of which denied 125.00");
    }
}

#[test]
fn a_reason_not_known_is_said() {
    let mut book = Book::new();
    let text = "claim A1 1 125.00 100.00\n CO Z9 25.00";
    let posting = posted(&mut book, "BLUE", "T1", "2026-01-10", text);
    assert_eq!(rules(&posting), ["adjustment-reason-unknown"]);
}

#[test]
fn a_secondary_payer_takes_over_what_the_first_left() {
    let mut book = Book::new();
    let first = "claim A1 1 100.00 60.00\n CO 45 20.00\n PR 2 20.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", first);
    let second = "claim A1 2 100.00 15.00\n OA 23 80.00\n PR 3 5.00";
    assert!(posted(&mut book, "GREEN", "S1", "2026-02-10", second).findings.is_empty());
    reads(
        &book,
        "A1",
        "charged           100.00
         insurance paid     75.00
         written off        20.00
         patient's part      5.00
         patient owes        5.00",
    );
}

#[test]
fn a_write_off_the_secondary_repeats_is_taken_once() {
    // OA-23 tells the first payer's payment only, so CO-45 holds its write-off again.
    let mut book = Book::new();
    let first = "claim A1 1 100.00 60.00\n CO 45 20.00\n PR 2 20.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", first);
    let second = "claim A1 2 100.00 10.00\n OA 23 60.00\n CO 45 30.00";
    let posting = posted(&mut book, "GREEN", "S1", "2026-02-10", second);
    assert_eq!(rules(&posting), ["adjustment-repeated"]);
    reads(
        &book,
        "A1",
        "charged           100.00
         insurance paid     70.00
         written off        30.00",
    );
}

#[test]
fn a_payer_of_last_resort_that_ignores_the_first_writes_off_only_the_rest() {
    let mut book = Book::new();
    let first = "claim A1 1 100.00 60.00\n CO 45 20.00\n PR 2 20.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", first);
    posted(&mut book, "STATE", "S1", "2026-02-10", "claim A1 2 100.00 0.00\n CO 45 100.00");
    reads(
        &book,
        "A1",
        "charged           100.00
         insurance paid     60.00
         written off        40.00",
    );
}

#[test]
fn a_secondary_alone_shows_the_prior_payers_part_until_that_payer_is_posted() {
    let mut book = Book::new();
    let second = "claim A1 2 100.00 15.00\n OA 23 80.00\n PR 3 5.00";
    posted(&mut book, "GREEN", "S1", "2026-02-10", second);
    reads(
        &book,
        "A1",
        "charged           100.00
         insurance paid     15.00
         other adjustments  80.00
          of which prior payer 80.00
         patient's part      5.00
         patient owes        5.00",
    );
    let first = "claim A1 1 100.00 60.00\n CO 45 20.00\n PR 2 20.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", first);
    reads(
        &book,
        "A1",
        "charged           100.00
         insurance paid     75.00
         written off        20.00
         patient's part      5.00
         patient owes        5.00",
    );
}

#[test]
fn a_prior_part_that_is_not_in_the_account_is_not_invented() {
    let mut book = Book::new();
    let first = "claim A1 1 100.00 60.00\n CO 45 20.00\n PR 2 20.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", first);
    let second = "claim A1 2 100.00 5.00\n OA 23 95.00";
    let posting = posted(&mut book, "GREEN", "S1", "2026-02-10", second);
    assert_eq!(rules(&posting), ["charge-unexplained"]);
    reads(
        &book,
        "A1",
        "charged           100.00
         insurance paid     65.00
         written off        20.00
         insurance owes     15.00
          of which unexplained 15.00",
    );
}

#[test]
fn a_secondary_denial_leaves_the_rest_with_it() {
    let mut book = Book::new();
    let first = "claim A1 1 100.00 60.00\n CO 45 20.00\n PR 2 20.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", first);
    posted(&mut book, "GREEN", "S1", "2026-02-10", "claim A1 4 100.00 0.00\n CO 16 100.00");
    reads(
        &book,
        "A1",
        "charged           100.00
         insurance paid     60.00
         written off        20.00
         insurance owes     20.00
          of which denied   20.00",
    );
}

#[test]
fn a_claim_on_its_way_to_the_next_payer_is_not_billed_to_the_patient() {
    for first in [
        "claim A1 19 100.00 60.00\n CO 45 20.00\n PR 2 20.00",
        "claim A1 1 100.00 60.00\n CO 45 20.00\n PR 2 20.00\n next payer",
    ] {
        let mut book = Book::new();
        posted(&mut book, "MEDICARE", "T1", "2026-01-10", first);
        reads(
            &book,
            "A1",
            "charged           100.00
             insurance paid     60.00
             written off        20.00
             insurance owes     20.00
              of which next payer 20.00",
        );
        let second = "claim A1 2 100.00 15.00\n OA 23 80.00\n PR 3 5.00";
        posted(&mut book, "GREEN", "S1", "2026-02-10", second);
        reads(
            &book,
            "A1",
            "charged           100.00
             insurance paid     75.00
             written off        20.00
             patient's part      5.00
             patient owes        5.00",
        );
    }
}

#[test]
fn three_payers_in_turn() {
    let mut book = Book::new();
    let first = "claim A1 1 1000.00 500.00\n CO 45 200.00\n PR 1 300.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", first);
    let second = "claim A1 2 1000.00 100.00\n OA 23 700.00\n CO 45 50.00\n PR 2 150.00";
    posted(&mut book, "GREEN", "S1", "2026-02-10", second);
    let third = "claim A1 3 1000.00 120.00\n OA 23 850.00\n PR 3 30.00";
    posted(&mut book, "RED", "R1", "2026-03-10", third);
    reads(
        &book,
        "A1",
        "charged          1000.00
         insurance paid    720.00
         written off       250.00
         patient's part     30.00
         patient owes       30.00",
    );
}

#[test]
fn a_secondary_with_a_higher_fee_schedule() {
    // The secondary allows more than is charged and says so with reason 94.
    let mut book = Book::new();
    let first = "claim A1 1 541.00 500.00\n CO 45 16.00\n PR 2 25.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", first);
    let second = "claim A1 2 541.00 34.00\n line 55669 541.00 34.00\n OA 23 516.00\n OA 94 -9.00";
    posted(&mut book, "GREEN", "S1", "2026-02-10", second);
    reads(
        &book,
        "A1",
        "charged           541.00
         insurance paid    534.00
         written off        16.00
         other adjustments  -9.00",
    );
}

#[test]
fn a_line_paid_inside_another_is_no_denial() {
    let mut book = Book::new();
    let text = "claim A1 1 150.00 150.00
                line 10060 100.00 150.00\n OA 94 -50.00
                line 10061 50.00 0.00\n CO 97 50.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", text);
    reads(&book, "A1", "charged 150.00\n insurance paid 150.00");
}

#[test]
fn payers_that_pay_too_much_have_a_credit() {
    let mut book = Book::new();
    posted(&mut book, "BLUE", "T1", "2026-01-10", "claim A1 1 100.00 80.00\n CO 45 20.00");
    let second = "claim A1 2 100.00 70.00\n PR 2 30.00";
    let posting = posted(&mut book, "GREEN", "S1", "2026-02-10", second);
    assert_eq!(rules(&posting), ["patient-part-too-large", "insurance-credit"]);
    reads(
        &book,
        "A1",
        "charged           100.00
         insurance paid    150.00
         written off        20.00
         insurance owes    -70.00",
    );
}

#[test]
fn a_copay_at_the_desk_is_a_credit_until_the_payer_answers() {
    let mut book = Book::new();
    charge(&mut book, "A1", "125.00", "1");
    pay(&mut book, "A1", "25.00", "receipt 1");
    reads(
        &book,
        "A1",
        "charged           125.00
         patient paid       25.00
         insurance owes    125.00
         patient owes      -25.00",
    );
    let text = "claim A1 1 125.00 60.00\n CO 45 45.00\n PR 3 20.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", text);
    pay(&mut book, "A1", "-5.00", "refund 1");
    reads(
        &book,
        "A1",
        "charged           125.00
         insurance paid     60.00
         written off        45.00
         patient's part     20.00
         patient paid       20.00",
    );
}

#[test]
fn a_charge_is_entered_once_replaced_and_voided() {
    let mut book = Book::new();
    assert_eq!(charge(&mut book, "A1", "125.00", "1"), 1);
    let claim = ClaimCharged {
        patient_control_number: Phi::new("A1".into()),
        charge: money("125.00"),
        frequency: "1".into(),
        ..ClaimCharged::default()
    };
    assert_eq!(rules(&book.charge(claim, &stamp("again"))), ["already-charged"]);
    assert_eq!(charge(&mut book, "A1", "100.00", "7"), 1);
    reads(&book, "A1", "charged 100.00\n insurance owes 100.00");
    assert_eq!(charge(&mut book, "A1", "100.00", "8"), 1);
    reads(&book, "A1", "");
}

#[test]
fn what_we_posted_by_mistake_is_undone_and_may_be_posted_again() {
    let mut book = Book::new();
    let text = "claim A1 1 125.00 80.00\n CO 45 25.00\n PR 3 20.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", text);
    let before = page(&book, "A1");
    let back = "claim A1 22 -125.00 -80.00\n CO 45 -25.00\n PR 3 -20.00";
    posted(&mut book, "BLUE", "T2", "2026-02-10", back);
    let original = book.entries()[1].id.clone();
    let reversal = book.entries()[3].id.clone();
    let refused = book.undo(&original, "wrong patient", &stamp("undo 1"));
    assert_eq!(rules(&refused), ["nothing-to-undo"], "the payer took it back already");
    assert_eq!(book.undo(&reversal, "not ours", &stamp("undo 2")).posted, 1);
    assert_eq!(page(&book, "A1"), before);
    assert_eq!(book.undo(&original, "wrong patient", &stamp("undo 3")).posted, 1);
    reads(&book, "A1", "");
    assert_eq!(rules(&book.undo(&original, "again", &stamp("undo 4"))), ["nothing-to-undo"]);
    assert_eq!(rules(&book.undo("nowhere", "?", &stamp("undo 5"))), ["nothing-to-undo"]);
    posted(&mut book, "BLUE", "T1", "2026-01-10", text);
    assert_eq!(page(&book, "A1"), before);
}

#[test]
fn the_patients_part_ages_from_the_day_it_became_theirs() {
    let mut book = Book::new();
    let text = "claim A1 1 60.00 10.00 P1\n PR 1 50.00\n remark MA15";
    posted(&mut book, "BLUE", "T1", "2026-01-01", text);
    let text = "claim A1 1 40.00 10.00 P2\n PR 1 30.00\n remark MA15";
    posted(&mut book, "BLUE", "T2", "2026-03-01", text);
    let shown = |book: &Book, on: &str| {
        let aging = book.account("A1").expect("posted").aging(day(on));
        let buckets = [
            aging.days0_to30,
            aging.days31_to60,
            aging.days61_to90,
            aging.days91_to120,
            aging.over120,
        ];
        buckets.map(|amount| amount.to_string()).join(" ")
    };
    assert_eq!(shown(&book, "2026-01-31"), "80.00 0.00 0.00 0.00 0.00");
    assert_eq!(shown(&book, "2026-02-01"), "30.00 50.00 0.00 0.00 0.00");
    assert_eq!(shown(&book, "2026-03-02"), "30.00 50.00 0.00 0.00 0.00");
    assert_eq!(shown(&book, "2026-03-03"), "30.00 0.00 50.00 0.00 0.00");
    assert_eq!(shown(&book, "2026-04-15"), "0.00 30.00 0.00 50.00 0.00");
    assert_eq!(shown(&book, "2027-01-01"), "0.00 0.00 0.00 0.00 80.00");
    pay(&mut book, "A1", "60.00", "receipt 1");
    assert_eq!(shown(&book, "2026-04-15"), "0.00 20.00 0.00 0.00 0.00", "the oldest is paid first");
    pay(&mut book, "A1", "60.00", "receipt 2");
    assert_eq!(shown(&book, "2026-04-15"), "0.00 0.00 0.00 0.00 0.00", "a credit has no age");
}

#[test]
fn patients_have_their_accounts_together_under_a_key_without_a_name() {
    let mut book = Book::new();
    let text = "claim A1 1 60.00 10.00\n PR 1 50.00\n patient ROE JANE M77
                claim A2 1 40.00 10.00\n PR 1 30.00\n patient roe Jane M77
                claim A3 1 40.00 40.00\n patient ROE RICHARD M77
                claim A4 1 40.00 10.00\n PR 1 30.00";
    posted(&mut book, "BLUE", "T1", "2026-01-01", text);
    let patients = book.patients(day("2026-01-15"));
    let shown: Vec<_> = patients
        .iter()
        .map(|patient| {
            let accounts: Vec<_> = patient.accounts.iter().map(|a| a.reveal().as_str()).collect();
            format!("{} {} {}", patient.name.reveal(), accounts.join("+"), patient.balance)
        })
        .collect();
    assert_eq!(shown, ["ROE, JANE A1+A2 80.00", "ROE, RICHARD A3 0.00", " A4 30.00"]);
    assert_eq!(patients[0].key, "0216ab22c9ba57869565cbeb5731b97a", "the same in every journal");
    assert!(!format!("{patients:?}").contains("ROE"));
}

#[test]
fn an_account_reads_in_lines() {
    let mut book = Book::new();
    let text = "claim A1 1 125.00 80.00\n CO 45 25.00\n PR 3 20.00";
    posted(&mut book, "BLUE", "T1", "2026-01-10", text);
    pay(&mut book, "A1", "20.00", "receipt 1");
    let account = book.account("A1").expect("posted");
    let lines = account.lines(book.entries());
    let shown: Vec<_> = lines.iter().map(|line| line.text.reveal().as_str()).collect();
    assert_eq!(
        shown,
        [
            "BLUE paid 80.00 of 125.00; written off 25.00; patient's part 20.00.",
            "Patient paid 20.00, card."
        ]
    );
    let report =
        serde_json::to_value(account.report(book.entries(), day("2026-02-01"))).expect("plain");
    assert_eq!(report["patientControlNumber"], "A1");
    assert_eq!(report["insurancePayments"], "80.00");
    assert_eq!(report["aging"]["days0To30"], "0.00");
    assert_eq!(report["entries"][0]["kind"], "payment");
    assert_eq!(report["entries"][0]["date"], "2026-01-10");
}
