//! Posting: what goes in, what is refused, and what does doing it twice change?

mod common;

use common::{day, money, page, post, posted, proof, reads, remittance, rules, stamp};
use superbill_accounts::{Book, Event, PatientPaid, PostOptions, Proof, RULES, Verdict};
use superbill_model::ProviderAdjustment;
use superbill_types::{Phi, Severity};

const ORDINARY: &str = "claim A1 1 125.00 80.00\n CO 45 45.00\n claim A2 1 60.00 60.00";

#[test]
fn the_same_payment_again_changes_nothing() {
    let mut book = Book::new();
    let sent = remittance("BLUE", "T1", "2026-01-10", ORDINARY);
    assert_eq!(post(&mut book, &sent).posted, 2);
    let entries = book.entries().to_vec();
    let again = post(&mut book, &sent);
    assert_eq!((again.posted, rules(&again)), (0, vec!["duplicate", "duplicate"]));
    assert_eq!(book.entries(), entries);
    let refusal = again.refused().next().expect("two");
    assert_eq!(refusal.finding.rule.id, "POST-01");
    assert_eq!(refusal.claim, Some(0));
    assert_eq!(refusal.finding.location.path, "claims[0]");
}

#[test]
fn another_payment_of_the_same_amounts_is_posted() {
    let mut book = Book::new();
    posted(&mut book, "BLUE", "T1", "2026-01-10", "claim A1 1 60.00 60.00 P1\n remark MA15");
    posted(&mut book, "BLUE", "T2", "2026-01-11", "claim A1 1 60.00 60.00 P2\n remark MA15");
    reads(&book, "A1", "charged 120.00\n insurance paid 120.00");
}

#[test]
fn a_claim_twice_in_one_payment_is_held_and_stays_held() {
    let mut book = Book::new();
    let twice = "claim A1 1 60.00 60.00 P1\n claim A1 1 60.00 60.00 P1";
    let sent = remittance("BLUE", "T1", "2026-01-10", twice);
    assert_eq!(rules(&post(&mut book, &sent)), ["identical-claim-in-payment"]);
    reads(&book, "A1", "charged 60.00\n insurance paid 60.00");
    assert_eq!(rules(&post(&mut book, &sent)), ["duplicate", "identical-claim-in-payment"]);
}

#[test]
fn parts_of_a_claim_with_equal_amounts_are_not_taken_for_one() {
    let mut book = Book::new();
    let parts =
        "claim A1 1 60.00 50.00 P1\n CO 45 10.00\n claim A1 1 60.00 50.00 P1\n CO 253 10.00";
    let sent = remittance("BLUE", "T1", "2026-01-10", parts);
    assert_eq!(post(&mut book, &sent).posted, 2);
    assert_eq!(rules(&post(&mut book, &sent)), ["duplicate", "duplicate"]);
    reads(&book, "A1", "charged 120.00\n insurance paid 100.00\n written off 20.00");
}

#[test]
fn a_payment_off_balance_is_refused_whole_unless_accepted() {
    let mut book = Book::new();
    let mut sent = remittance("BLUE", "T1", "2026-01-10", ORDINARY);
    sent.payment_amount = Some(money("130.00"));
    let refused = post(&mut book, &sent);
    assert_eq!((refused.posted, rules(&refused)), (0, vec!["payment-unbalanced"]));
    assert!(refused.findings[0].finding.message().contains("off by 10.00"));
    assert!(book.entries().is_empty());
    let accept = PostOptions { accept_unbalanced: true };
    let posting = book.post_remittance(&sent, &proof(&sent), accept, &stamp("accept"));
    assert_eq!(posting.posted, 2);
    let first = &book.entries()[0].event;
    assert!(matches!(first, Event::PaymentReceived(payment) if payment.accepted_unbalanced));
}

#[test]
fn a_claim_off_balance_is_refused_alone_unless_accepted() {
    let mut book = Book::new();
    let text = "claim A1 1 125.00 80.00\n CO 45 40.00\n claim A2 1 60.00 60.00";
    let sent = remittance("BLUE", "T1", "2026-01-10", text);
    let posting = post(&mut book, &sent);
    assert_eq!((posting.posted, rules(&posting)), (1, vec!["claim-unbalanced"]));
    assert!(book.account("A1").is_none(), "never half of a claim");
    let accept = PostOptions { accept_unbalanced: true };
    let posting = book.post_remittance(&sent, &proof(&sent), accept, &stamp("accept"));
    assert_eq!(rules(&posting), ["posted-unbalanced", "duplicate", "charge-unexplained"]);
    reads(
        &book,
        "A1",
        "charged           125.00
         insurance paid     80.00
         written off        40.00
         insurance owes      5.00
          of which unexplained 5.00",
    );
}

#[test]
fn a_balance_that_was_not_proved_is_none() {
    let mut book = Book::new();
    let sent = remittance("BLUE", "T1", "2026-01-10", ORDINARY);
    let unproved = Proof { payment: Verdict::Unproved, claims: vec![Verdict::Balanced; 2] };
    let posting = book.post_remittance(&sent, &unproved, PostOptions::default(), &stamp("1"));
    assert_eq!(rules(&posting), ["payment-unbalanced"]);
    let short = Proof { payment: Verdict::Balanced, claims: vec![Verdict::Balanced] };
    let posting = book.post_remittance(&sent, &short, PostOptions::default(), &stamp("2"));
    assert_eq!(rules(&posting), ["claim-unbalanced"]);
    assert_eq!(posting.posted, 1);
}

#[test]
fn what_is_no_answer_to_a_claim_of_ours_is_refused_with_its_reason() {
    for (text, rule) in [
        ("claim A1 25 100.00 0.00\n OA 101 100.00", "predetermination"),
        ("claim A1 23 100.00 0.00\n OA B11 100.00", "not-this-payers-claim"),
        ("claim A1 5 100.00 100.00", "claim-status-unknown"),
        ("claim 0 1 100.00 100.00", "control-number-missing"),
        ("claim A1 1 100.00 x", "amount-missing"),
        ("claim A1 1 100.00 0.00\n CO 45 ten", "amount-missing"),
        ("claim A1 1 1000000000000.00 0.00\n CO 45 1000000000000.00", "amount-out-of-range"),
        ("claim A1 1 0.00001 0.00001", "amount-out-of-range"),
        ("claim A1 22 100.00 100.00", "reversal-not-negative"),
        ("claim A1 1 -100.00 -100.00", "charge-negative"),
    ] {
        let mut book = Book::new();
        let posting = post(&mut book, &remittance("BLUE", "T1", "2026-01-10", text));
        assert_eq!((posting.posted, rules(&posting)), (0, vec![rule]), "{text}");
        assert!(book.entries().is_empty(), "{text}");
    }
}

#[test]
fn what_a_payer_moves_outside_claims_is_journalled_once_and_touches_no_account() {
    let mut book = Book::new();
    let mut sent = remittance("BLUE", "T1", "2026-01-10", ORDINARY);
    sent.provider_adjustments.push(ProviderAdjustment {
        reason: "WO".into(),
        reference: Some("A9".into()),
        amount: Some(money("40.00")),
        ..ProviderAdjustment::default()
    });
    sent.payment_amount = Some(money("100.00"));
    post(&mut book, &sent);
    post(&mut book, &sent);
    let payments: Vec<_> = book
        .entries()
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::PaymentReceived(payment) => Some(payment),
            _ => None,
        })
        .collect();
    assert_eq!(payments.len(), 1);
    assert_eq!(payments[0].provider_adjustments[0].amount, Some(money("40.00")));
    assert!(book.account("A9").is_none());
}

#[test]
fn a_payment_of_provider_adjustments_alone_is_journalled() {
    let mut book = Book::new();
    let mut sent = remittance("BLUE", "T1", "2026-01-10", "");
    let amount = Some(money("-12.50"));
    sent.provider_adjustments.push(ProviderAdjustment { amount, ..ProviderAdjustment::default() });
    sent.payment_amount = Some(money("12.50"));
    assert_eq!(post(&mut book, &sent).posted, 0);
    assert_eq!(book.entries().len(), 1);
}

#[test]
fn an_act_with_a_known_id_is_refused() {
    let mut book = Book::new();
    let paid = |amount: &str| PatientPaid {
        patient_control_number: Phi::new("A1".into()),
        amount: money(amount),
        ..PatientPaid::default()
    };
    assert_eq!(rules(&book.patient_paid(paid("10.00"), &stamp("r1"))), ["account-new"]);
    assert_eq!(rules(&book.patient_paid(paid("10.00"), &stamp("r1"))), ["id-taken"]);
    assert_eq!(rules(&book.patient_paid(paid("0"), &stamp("r2"))), ["amount-zero"]);
    reads(&book, "A1", "patient paid 10.00\n patient owes -10.00");
}

#[test]
fn an_account_takes_a_limited_number_of_postings() {
    let mut book = Book::new();
    let mut text = String::new();
    for cents in 0..4100 {
        text.push_str(&format!("claim A1 1 1.{cents:04} 1.{cents:04}\n"));
    }
    let posting = post(&mut book, &remittance("BLUE", "T1", "2026-01-10", &text));
    assert_eq!(posting.posted, 4096);
    assert_eq!(rules(&posting), ["account-too-long"; 4]);
    assert_eq!(
        Book::restore(book.entries().to_vec()).expect("within limits").entries().len(),
        4097
    );
}

#[test]
fn no_message_shows_a_person() {
    let mut book = Book::new();
    let text = "claim ROE777 1 125.00 80.00\n CO 45 40.00\n patient ROE JANE M777
                claim ROE778 22 -10.00 -10.00\n patient ROE JANE M777";
    let sent = remittance("BLUE", "T1", "2026-01-10", text);
    let accept = PostOptions { accept_unbalanced: true };
    let posting = book.post_remittance(&sent, &proof(&sent), accept, &stamp("1"));
    assert!(posting.findings.len() >= 3);
    for found in &posting.findings {
        let shown = format!("{found:?} {} {}", found.finding.message(), found.finding.help());
        assert!(
            !shown.contains("777") && !shown.contains("778") && !shown.contains("ROE"),
            "{shown}"
        );
    }
    let shown = format!("{book:?} {:?}", book.patients(day("2026-02-01")));
    assert!(!shown.contains("JANE") && !shown.contains("777"), "names and numbers stay wrapped");
}

#[test]
fn every_rule_is_complete_and_told_once() {
    let mut ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len());
    assert!(ids.is_sorted());
    for rule in RULES {
        assert!(rule.message.ends_with('.') && rule.help.ends_with('.'), "{}", rule.id);
        assert!(!rule.source.is_empty(), "{}", rule.id);
        let refused = rule.severity == Severity::Error;
        assert_eq!(refused, rule.id < "POST-20", "{}", rule.id);
    }
}

#[test]
fn posting_in_any_order_of_files_gives_the_same_account() {
    let files = [
        ("BLUE", "T1", "2026-01-10", "claim A1 1 100.00 60.00 P1\n CO 45 20.00\n PR 2 20.00"),
        (
            "BLUE",
            "T2",
            "2026-02-10",
            "claim A1 22 -100.00 -60.00 P1\n CO 45 -20.00\n PR 2 -20.00
                                      claim A1 1 100.00 65.00 P2\n CO 45 20.00\n PR 2 15.00",
        ),
        ("GREEN", "S1", "2026-03-10", "claim A1 2 100.00 10.00\n OA 23 85.00\n PR 3 5.00"),
    ];
    let mut pages = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut book = Book::new();
        for (payer, trace, date, text) in order.map(|at| files[at]) {
            posted(&mut book, payer, trace, date, text);
        }
        pages.push(page(&book, "A1"));
    }
    pages.dedup();
    assert_eq!(pages.len(), 1, "{}", pages.join("\n"));
}
