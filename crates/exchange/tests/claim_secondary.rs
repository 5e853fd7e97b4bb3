//! Secondary claims: do the equations of coordination of benefits hold, whatever the first payer did?

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use superbill_exchange::Envelope;
use superbill_exchange::claim::{
    coordination, corrected, prepare, read, secondary, void, write, write_unchecked,
};
use superbill_model::{
    Adjustment, Claim, ClaimBatch, ClaimPayment, Identifier, Name, OtherCoverage, Reference,
    Remittance, ServicePayment,
};
use superbill_types::{Date, DateValue, Money, Phi};

/// A claim with a line for each charge and a second coverage.
fn claim(charges: &[i64]) -> (ClaimBatch, Claim) {
    let path = "../../tests/corpus/837P/irobayna_stupidedi__commercial-health-insurance.edi";
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a sample");
    let mut batch = read(&bytes).expect("it is framed").0.remove(0);
    let mut claim = batch.claims.remove(0);
    claim.other_coverages.clear();
    let template = claim.lines[0].clone();
    claim.lines.clear();
    for charge in charges {
        let mut line = template.clone();
        (line.control_number, line.charge_amount) = (None, Some(cents(*charge)));
        claim.lines.push(line);
    }
    claim.charge_amount = Some(cents(charges.iter().sum()));
    let mut second = claim.coverage.clone();
    "S".clone_into(&mut second.sequence);
    second.relationship = Some("18".to_owned());
    second.subscriber.0.demographics = None;
    second.payer.references.clear();
    second.payer.identifier =
        Some(Identifier { qualifier: "PI".to_owned(), value: Phi::new("SECOND".to_owned()) });
    claim.other_coverages.push(OtherCoverage {
        coverage: second,
        benefits_assigned: Some("Y".to_owned()),
        release_of_information: Some("Y".to_owned()),
        ..OtherCoverage::default()
    });
    prepare(&mut claim);
    (batch, claim)
}

fn cents(cents: i64) -> Money {
    Money::from_scaled(cents, 2)
}

/// What a payer did with one charge: parts in percent of it, in order CO 45, PR 1, PR 2, OA 23.
fn adjusted(charge: i64, parts: [i64; 4]) -> (Money, Vec<Adjustment>) {
    let mut rest = charge;
    let mut out = Vec::new();
    for ((group, reason), part) in
        [("CO", "45"), ("PR", "1"), ("PR", "2"), ("OA", "23")].into_iter().zip(parts)
    {
        let amount = charge * part / 100;
        if amount != 0 {
            rest -= amount;
            out.push(Adjustment {
                group: group.to_owned(),
                reason: reason.to_owned(),
                amount: Some(cents(amount)),
                segment: out.len() as u32,
                ..Adjustment::default()
            });
        }
    }
    (cents(rest), out)
}

fn answer(claim: &Claim, by_line: bool, parts: &[[i64; 4]]) -> (ClaimPayment, Remittance) {
    let mut payment = ClaimPayment {
        patient_control_number: claim.patient_control_number.clone(),
        status: "1".to_owned(),
        charge_amount: claim.charge_amount,
        payer_claim_number: Some(Phi::new("PAYER1".to_owned())),
        ..ClaimPayment::default()
    };
    let cents_of = |amount: Option<Money>| {
        let text = amount.unwrap_or_default().to_string().replace('.', "");
        text.parse::<i64>().expect("cents")
    };
    if by_line {
        let mut paid = Money::ZERO;
        for (line, parts) in claim.lines.iter().zip(parts) {
            let (of_line, adjustments) = adjusted(cents_of(line.charge_amount), *parts);
            paid += of_line;
            payment.services.push(ServicePayment {
                procedure: line.procedure.clone().unwrap_or_default(),
                charge_amount: line.charge_amount,
                payment_amount: Some(of_line),
                adjustments,
                references: vec![Reference {
                    qualifier: "6R".to_owned(),
                    value: line.control_number.clone().unwrap_or_default(),
                    description: None,
                }],
                ..ServicePayment::default()
            });
        }
        payment.payment_amount = Some(paid);
    } else {
        let (paid, adjustments) = adjusted(cents_of(claim.charge_amount), parts[0]);
        (payment.payment_amount, payment.adjustments) = (Some(paid), adjustments);
    }
    let date = Date::new(2026, 3, 1).map(DateValue::Day);
    (payment, Remittance { payment_date: date, ..Remittance::default() })
}

fn rules(result: Result<Claim, superbill_types::Findings>) -> Vec<&'static str> {
    result.err().map_or_else(Vec::new, |f| f.kept().iter().map(|one| one.rule.id).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_next_payers_claim_balances_and_keeps_to_its_guide(
        lines in prop::collection::vec((1_i64..200_000, prop::array::uniform4(0_i64..25)), 1..8),
        by_line in any::<bool>(),
    ) {
        let charges: Vec<i64> = lines.iter().map(|line| line.0).collect();
        let parts: Vec<[i64; 4]> = lines.iter().map(|line| line.1).collect();
        let (mut batch, claim) = claim(&charges);
        let (payment, remittance) = answer(&claim, by_line, &parts);
        let next = secondary(&claim, &payment, &remittance).expect("a balanced answer");
        prop_assert_eq!(coordination(&next).total(), 0);
        prop_assert_eq!(next.charge_amount, claim.charge_amount);
        prop_assert_eq!(&next.coverage.sequence, "S");
        let first = &next.other_coverages[0];
        prop_assert_eq!(first.paid_amount, payment.payment_amount);
        prop_assert_eq!(first.adjudication_date.is_some(), !by_line);
        let dated = next.lines.iter().flat_map(|line| &line.adjudications);
        prop_assert_eq!(dated.filter(|told| told.adjudication_date.is_some()).count(),
            if by_line { claim.lines.len() } else { 0 });
        let carried = next.lines.iter().flat_map(|line| &line.adjudications)
            .flat_map(|told| &told.adjustments).chain(&first.adjustments)
            .filter(|one| one.group == "OA" && one.reason == "23").count();
        let sent = payment.services.iter().flat_map(|line| &line.adjustments)
            .chain(&payment.adjustments).filter(|one| one.group == "OA").count();
        prop_assert_eq!(carried, sent);
        batch.claims = vec![next];
        let envelope = Envelope::default();
        let written = write(&[batch.clone()], &envelope, superbill_guides::library());
        let reasons = written.as_ref().err().map(|findings| {
            findings.kept().iter().map(|f| format!("{} {}", f.message(), f.location.path)).collect::<Vec<_>>()
        });
        prop_assert_eq!(reasons, None, "{}", String::from_utf8_lossy(&write_unchecked(&[batch.clone()], &envelope).unwrap_or_default()));
        let (again, _) = read(&written.unwrap_or_default()).expect("it is framed");
        prop_assert!(again == [batch]);
    }
}

/// A line of a hospital's claim that has no procedure is answered by its revenue code (`SVC*NU:0120`).
#[test]
fn a_line_billed_by_revenue_code_is_carried_by_it() {
    let (_, mut claim) = claim(&[90_000, 5_000]);
    for line in &mut claim.lines {
        line.revenue_code = Some("0120".to_owned());
    }
    claim.lines[0].procedure = None;
    let (mut payment, remittance) = answer(&claim, true, &[[10, 0, 10, 0], [10, 0, 0, 0]]);
    let judged = &mut payment.services[0].procedure;
    (judged.qualifier, judged.code) = ("NU".to_owned(), "0121".to_owned());
    let next = secondary(&claim, &payment, &remittance).expect("a balanced answer");
    let told = next.lines.iter().flat_map(|line| &line.adjudications);
    let told: Vec<_> =
        told.map(|one| (one.procedure.is_some(), one.revenue_code.as_deref())).collect();
    assert_eq!(told, [(false, Some("0121")), (true, Some("0120"))]);
}

#[test]
fn what_was_sent_on_already_is_not_billed() {
    let (_, claim) = claim(&[10_000]);
    let (mut payment, remittance) = answer(&claim, true, &[[10, 0, 10, 0]]);
    "19".clone_into(&mut payment.status);
    assert_eq!(rules(secondary(&claim, &payment, &remittance)), ["SEC-01"]);
    "1".clone_into(&mut payment.status);
    payment.names.push(Name { role: "TT".to_owned(), ..Name::default() });
    assert_eq!(rules(secondary(&claim, &payment, &remittance)), ["SEC-01"]);
}

#[test]
fn an_answer_that_cannot_be_carried_says_why() {
    let (_, claim) = claim(&[10_000, 5_000]);
    let (mut payment, remittance) = answer(&claim, true, &[[10, 0, 10, 0], [0, 0, 0, 0]]);
    payment.services[0].adjustments[0].amount = Some(cents(1));
    let told = rules(secondary(&claim, &payment, &remittance));
    assert_eq!(told, ["COB-05", "COB-07"]);
    payment.services.pop();
    "22".clone_into(&mut payment.status);
    let told = rules(secondary(&claim, &payment, &Remittance::default()));
    assert_eq!(told, ["COB-22", "SEC-05"]);
    let alone = Claim { other_coverages: Vec::new(), ..claim.clone() };
    "1".clone_into(&mut payment.status);
    assert_eq!(rules(secondary(&alone, &payment, &remittance)), ["SEC-06"]);
    assert_eq!(rules(secondary(&claim, &payment, &remittance)), ["SEC-10"]);
}

#[test]
fn corrected_and_void_claims_name_the_payers_claim() {
    let (mut batch, claim) = claim(&[10_000]);
    let number = Phi::new("PAYER1".to_owned());
    for (again, frequency) in [(corrected(&claim, &number), "7"), (void(&claim, &number), "8")] {
        assert_eq!(again.frequency.as_deref(), Some(frequency));
        assert!(again.reference("F8") == Some(&number));
        batch.claims = vec![again];
        assert!(write(&[batch.clone()], &Envelope::default(), superbill_guides::library()).is_ok());
    }
}
