//! Test vocabulary: how is a remittance, and an account, written so that a clerk can read it?
#![allow(dead_code, unreachable_pub, clippy::panic, reason = "each test file uses its part")]

use superbill_accounts::{Book, PostOptions, Posting, Proof, Stamp, Verdict};
use superbill_model::{
    Adjustment, ClaimGroup, ClaimPayment, Identifier, Name, Positioned, Remittance, ServicePayment,
};
use superbill_types::{Date, DateValue, Money, Phi};

/// An amount in dollars and cents, as written.
pub fn money(text: &str) -> Money {
    text.parse().expect("a test writes amounts well")
}

/// A day.
pub fn day(text: &str) -> Date {
    text.parse().expect("a test writes days well")
}

/// Who does what when, in tests.
pub fn stamp(id: &str) -> Stamp<'_> {
    Stamp { id, at: "2026-02-01T09:00:00Z", actor: "clerk" }
}

/// A remittance from lines such as `claim A1 1 125.00 80.00` and `CO 45 45.00`.
///
/// ```text
/// claim NUMBER STATUS CHARGE PAID [PAYER-CLAIM-NUMBER]
/// line PROCEDURE CHARGE PAID          following adjustments belong to the line
/// GROUP REASON AMOUNT
/// remark MA15
/// patient LAST FIRST MEMBER
/// next payer                          the claim was sent on (crossover carrier)
/// ```
pub fn remittance(payer: &str, trace: &str, date: &str, text: &str) -> Remittance {
    let mut claims: Vec<ClaimPayment> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match (words[0], claims.last_mut()) {
            ("claim", _) => claims.push(claim(&words)),
            (_, None) => panic!("start with a claim: {line}"),
            ("line", Some(claim)) => claim.services.push(ServicePayment {
                charge_amount: words[2].parse().ok(),
                payment_amount: words[3].parse().ok(),
                ..ServicePayment::default()
            }),
            ("remark", Some(claim)) => {
                let adjudication = claim.outpatient.get_or_insert_default();
                let text = Some(words[1].to_owned());
                adjudication.values.push(Positioned {
                    position: 3,
                    text: text.map(Into::into),
                    ..Positioned::default()
                });
            }
            ("patient", Some(claim)) => claim.names.push(name(&words)),
            ("next", Some(claim)) => {
                claim.names.push(Name { role: "TT".into(), ..Name::default() });
            }
            (group, Some(claim)) => {
                let to = claim.services.last_mut().map(|service| &mut service.adjustments);
                to.unwrap_or(&mut claim.adjustments).push(Adjustment {
                    group: group.into(),
                    reason: words[1].into(),
                    amount: words[2].parse().ok(),
                    ..Adjustment::default()
                });
            }
        }
    }
    let paid = claims.iter().filter_map(|claim| claim.payment_amount).sum();
    let mut remittance = Remittance {
        payment_amount: Some(paid),
        payment_method: "ACH".into(),
        payment_date: Some(DateValue::Day(day(date))),
        trace_number: trace.into(),
        trace_payer: Some(payer.into()),
        groups: vec![ClaimGroup { claims, ..ClaimGroup::default() }],
        ..Remittance::default()
    };
    remittance.payer.name = Some(payer.into());
    remittance
}

fn claim(words: &[&str]) -> ClaimPayment {
    ClaimPayment {
        patient_control_number: Phi::new(words[1].into()),
        status: words[2].into(),
        charge_amount: words[3].parse().ok(),
        payment_amount: words[4].parse().ok(),
        payer_claim_number: words.get(5).map(|number| Phi::new((*number).into())),
        ..ClaimPayment::default()
    }
}

fn name(words: &[&str]) -> Name {
    let text = |at: usize| words.get(at).map(|word| Phi::new((*word).into()));
    Name {
        role: "QC".into(),
        last_name: text(1),
        first_name: text(2),
        identifier: text(3).map(|value| Identifier { qualifier: "MI".into(), value }),
        ..Name::default()
    }
}

/// The balance of a remittance, worked out from its claims.
pub fn proof(remittance: &Remittance) -> Proof {
    let claims = remittance.claims().map(verdict).collect();
    let paid: Money = remittance.claims().filter_map(|claim| claim.payment_amount).sum();
    let moved: Money = remittance.provider_adjustments.iter().filter_map(|a| a.amount).sum();
    let off = paid - moved - remittance.payment_amount.unwrap_or_default();
    Proof { payment: if off.is_zero() { Verdict::Balanced } else { Verdict::OffBy(off) }, claims }
}

fn verdict(claim: &ClaimPayment) -> Verdict {
    let lines = claim.services.iter().flat_map(|line| &line.adjustments);
    let adjusted: Money = claim.adjustments.iter().chain(lines).filter_map(|a| a.amount).sum();
    let off = claim.charge_amount.unwrap_or_default()
        - adjusted
        - claim.payment_amount.unwrap_or_default();
    if off.is_zero() { Verdict::Balanced } else { Verdict::OffBy(off) }
}

/// Posts a remittance under its trace number.
pub fn post(book: &mut Book, remittance: &Remittance) -> Posting {
    let id = remittance.trace_number.clone();
    book.post_remittance(remittance, &proof(remittance), PostOptions::default(), &stamp(&id))
}

/// Posts a remittance that must go in without a refusal.
pub fn posted(book: &mut Book, payer: &str, trace: &str, date: &str, text: &str) -> Posting {
    let posting = post(book, &remittance(payer, trace, date, text));
    let refused: Vec<_> = posting.refused().map(|found| found.finding.message()).collect();
    assert!(refused.is_empty(), "{refused:?}");
    posting
}

/// Names of the rules of a posting's findings.
pub fn rules(posting: &Posting) -> Vec<&'static str> {
    posting.findings.iter().map(|found| found.finding.rule.name).collect()
}

/// An account as a ledger page: what is not zero, one a line, without leading blanks.
pub fn page(book: &Book, number: &str) -> String {
    let account = book.account(number).expect("the account is there");
    let balance = account.balance();
    let mut page = String::new();
    for (label, amount) in [
        ("charged", balance.charges),
        ("insurance paid", balance.insurance_payments),
        ("written off", balance.contractual_adjustments),
        ("other adjustments", balance.other_adjustments),
        ("  of which prior payer", balance.prior_payer),
        ("patient's part", balance.patient_responsibility),
        ("patient paid", balance.patient_payments),
        ("insurance owes", balance.insurance_balance),
        ("  of which denied", balance.denied),
        ("  of which next payer", balance.pending_next_payer),
        ("  of which unexplained", balance.unexplained),
        ("patient owes", balance.patient_balance),
    ] {
        if !amount.is_zero() {
            page.push_str(&format!("{label:<23}{:>9}\n", amount.to_string()));
        }
    }
    assert!(balance.conserves(), "{page}");
    page
}

/// Compares a page with one written in a test, whatever its indent.
#[track_caller]
pub fn reads(book: &Book, number: &str, expected: &str) {
    let trimmed = |text: &str| {
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        text.lines().map(words).filter(|line| !line.is_empty()).collect::<Vec<_>>()
    };
    let page = page(book, number);
    assert_eq!(trimmed(&page), trimmed(expected), "\n{page}");
}
