//! Secondary claims: do the equations of coordination of benefits hold, whatever the first payer did?

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use superbill_exchange::Envelope;
use superbill_exchange::claim::{
    coordination, corrected, next, prepare, read, secondary, void, write, write_unchecked,
};
use superbill_model::{
    Adjustment, Claim, ClaimBatch, ClaimGroup, ClaimPayment, Identifier, Name, OtherCoverage,
    Reference, Remittance, ServicePayment,
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
    second.sequence = "S".into();
    second.relationship = Some("18".into());
    second.subscriber.0.demographics = None;
    second.payer.references.clear();
    second.payer.identifier =
        Some(Identifier { qualifier: "PI".into(), value: Phi::new("SECOND".into()) });
    claim.other_coverages.push(OtherCoverage {
        coverage: second,
        benefits_assigned: Some("Y".into()),
        release_of_information: Some("Y".into()),
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
                group: group.into(),
                reason: reason.into(),
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
        status: "1".into(),
        charge_amount: claim.charge_amount,
        payer_claim_number: Some(Phi::new("PAYER1".into())),
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
                    qualifier: "6R".into(),
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
        line.revenue_code = Some("0120".into());
    }
    claim.lines[0].procedure = None;
    let (mut payment, remittance) = answer(&claim, true, &[[10, 0, 10, 0], [10, 0, 0, 0]]);
    let judged = &mut payment.services[0].procedure;
    (judged.qualifier, judged.code) = ("NU".into(), "0121".into());
    let next = secondary(&claim, &payment, &remittance).expect("a balanced answer");
    let told = next.lines.iter().flat_map(|line| &line.adjudications);
    let told: Vec<_> =
        told.map(|one| (one.procedure.is_some(), one.revenue_code.as_deref())).collect();
    assert_eq!(told, [(false, Some("0121")), (true, Some("0120"))]);
}

/// SBR05 stands in the guides of professional and dental claims only.
#[test]
fn medicare_asks_why_it_pays_second_but_not_a_facility_in_that_place() {
    let (_, mut claim) = claim(&[10_000]);
    claim.other_coverages[0].coverage.filing_indicator = Some("MA".into());
    let (payment, remittance) = answer(&claim, true, &[[10, 0, 10, 0]]);
    assert_eq!(rules(secondary(&claim, &payment, &remittance)), ["SEC-08"]);
    claim.kind = superbill_model::ClaimKind::Institutional;
    assert_eq!(rules(secondary(&claim, &payment, &remittance)), [""; 0]);
}

#[test]
fn what_was_sent_on_already_is_not_billed() {
    let (_, claim) = claim(&[10_000]);
    let (mut payment, remittance) = answer(&claim, true, &[[10, 0, 10, 0]]);
    payment.status = "19".into();
    assert_eq!(rules(secondary(&claim, &payment, &remittance)), ["SEC-01"]);
    payment.status = "1".into();
    payment.names.push(Name { role: "TT".into(), ..Name::default() });
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
    payment.status = "22".into();
    let told = rules(secondary(&claim, &payment, &Remittance::default()));
    assert_eq!(told, ["COB-22", "SEC-05"]);
    let alone = Claim { other_coverages: Vec::new(), ..claim.clone() };
    payment.status = "1".into();
    assert_eq!(rules(secondary(&alone, &payment, &remittance)), ["SEC-06"]);
    assert_eq!(rules(secondary(&claim, &payment, &remittance)), ["SEC-10"]);
}

#[test]
fn corrected_and_void_claims_name_the_payers_claim() {
    let (mut batch, claim) = claim(&[10_000]);
    let number = Phi::new("PAYER1".into());
    for (again, frequency) in [(corrected(&claim, &number), "7"), (void(&claim, &number), "8")] {
        assert_eq!(again.frequency.as_deref(), Some(frequency));
        assert!(again.reference("F8") == Some(&number));
        batch.claims = vec![again];
        assert!(write(&[batch.clone()], &Envelope::default(), superbill_guides::library()).is_ok());
    }
}

/// A remittance of a day of March with these answers.
fn remittance(day: u32, claims: &[&ClaimPayment]) -> Remittance {
    Remittance {
        payment_date: Date::new(2026, 3, day).map(DateValue::Day),
        groups: vec![ClaimGroup {
            claims: claims.iter().map(|one| (*one).clone()).collect(),
            ..ClaimGroup::default()
        }],
        ..Remittance::default()
    }
}

/// The answer that takes another back.
fn reversed(payment: &ClaimPayment) -> ClaimPayment {
    let mut out = payment.clone();
    let minus = |amount: &mut Option<Money>| *amount = amount.map(|amount| Money::ZERO - amount);
    out.status = "22".into();
    minus(&mut out.charge_amount);
    minus(&mut out.payment_amount);
    for service in &mut out.services {
        minus(&mut service.charge_amount);
        minus(&mut service.payment_amount);
        service.adjustments.iter_mut().for_each(|one| minus(&mut one.amount));
    }
    out
}

fn paid(claim: &Claim) -> Option<String> {
    claim.other_coverages[0].paid_amount.map(|paid| paid.to_string())
}

#[test]
fn the_last_word_counts() {
    let (_, claim) = claim(&[10_000]);
    let first = answer(&claim, true, &[[10, 0, 10, 0]]).0;
    let second = answer(&claim, true, &[[20, 0, 10, 0]]).0;
    let back = reversed(&first);
    let all = [remittance(1, &[&first]), remittance(9, &[&back, &second])];
    let made = next(&claim, &all).expect("answers").expect("a balanced answer");
    assert_eq!(paid(&made).as_deref(), Some("70.00"));
    let date = made.lines[0].adjudications[0].adjudication_date.clone();
    assert_eq!(date, Date::new(2026, 3, 9).map(DateValue::Day));
    // A correction that nothing made room for still counts; what was only taken back does not.
    let made = next(&claim, &[remittance(1, &[&first, &second])]).expect("answers");
    assert_eq!(made.ok().as_ref().and_then(paid).as_deref(), Some("70.00"));
    let taken = next(&claim, &[remittance(1, &[&first, &back])]).expect("answers");
    assert!(rules(taken).contains(&"COB-22"));
    assert!(next(&claim, &[remittance(1, &[])]).is_none());
}

#[test]
fn parts_of_a_split_claim_are_one_answer() {
    let (mut batch, claim) = claim(&[10_000, 5_000, 2_500]);
    let whole = answer(&claim, true, &[[10, 0, 10, 0], [0, 20, 0, 0], [0, 0, 0, 10]]).0;
    let part = |number: &str, lines: std::ops::Range<usize>| {
        let services = whole.services[lines].to_vec();
        ClaimPayment {
            charge_amount: Some(services.iter().filter_map(|one| one.charge_amount).sum()),
            payment_amount: Some(services.iter().filter_map(|one| one.payment_amount).sum()),
            payer_claim_number: Some(Phi::new(number.into())),
            services,
            ..whole.clone()
        }
    };
    let (a, b) = (part("A", 0..1), part("B", 1..3));
    let made = next(&claim, &[remittance(1, &[&a]), remittance(2, &[&b])]);
    let made = made.expect("answers").expect("parts that charge the whole");
    assert_eq!(made.other_coverages[0].paid_amount, whole.payment_amount);
    let days: Vec<_> =
        made.lines.iter().map(|line| line.adjudications[0].adjudication_date.clone()).collect();
    let day = |day| Date::new(2026, 3, day).map(DateValue::Day);
    assert_eq!(days, [day(1), day(2), day(2)]);
    assert_eq!(coordination(&made).total(), 0);
    batch.claims = vec![made];
    assert!(write(&[batch], &Envelope::default(), superbill_guides::library()).is_ok());
    let half = next(&claim, &[remittance(1, &[&a])]).expect("answers");
    assert!(rules(half).contains(&"SEC-04"));
    // One part is corrected.
    let mut better = a.clone();
    better.services[0].payment_amount = Some(cents(9_000));
    better.services[0].adjustments.truncate(1);
    better.payment_amount = Some(cents(9_000));
    let all = [remittance(1, &[&a, &b]), remittance(3, &[&reversed(&a), &better])];
    let made = next(&claim, &all).expect("answers").expect("parts that charge the whole");
    assert_eq!(made.lines[0].adjudications[0].paid_amount, Some(cents(9_000)));
    assert_eq!(made.lines[1].adjudications.len(), 1);
}

/// A part may hold lines free of charge only.
#[test]
fn a_part_without_a_charge_is_a_part() {
    let (_, claim) = claim(&[0, 5_000]);
    let whole = answer(&claim, true, &[[0; 4], [0, 20, 0, 0]]).0;
    let part = |line: usize| ClaimPayment {
        charge_amount: whole.services[line].charge_amount,
        payment_amount: whole.services[line].payment_amount,
        services: vec![whole.services[line].clone()],
        ..whole.clone()
    };
    for parts in [[part(0), part(1)], [part(1), part(0)]] {
        let told = remittance(1, &[&parts[0], &parts[1]]);
        let made = next(&claim, &[told]).expect("answers").expect("parts that charge the whole");
        assert!(made.lines.iter().all(|line| line.adjudications.len() == 1));
        assert_eq!(made.other_coverages[0].paid_amount, whole.payment_amount);
    }
}

#[test]
fn a_bundled_line_names_the_line_it_was_paid_under() {
    let (_, mut claim) = claim(&[10_000, 5_000]);
    for (line, code) in claim.lines.iter_mut().zip(["80048", "84443"]) {
        line.procedure.as_mut().expect("a procedure").code = code.into();
    }
    let (mut payment, remittance) = answer(&claim, true, &[[10, 0, 0, 0], [0, 0, 0, 0]]);
    let adjusted = |group: &str, reason: &str, amount| Adjustment {
        group: group.into(),
        reason: reason.into(),
        amount: Some(cents(amount)),
        segment: 1,
        ..Adjustment::default()
    };
    let [first, second] = payment.services.as_mut_slice() else { unreachable!("two lines") };
    first.adjustments.push(adjusted("OA", "94", -5_000));
    first.payment_amount = Some(cents(14_000));
    second.submitted_procedure = Some(second.procedure.clone());
    second.procedure = first.procedure.clone();
    second.payment_amount = Some(cents(0));
    second.adjustments = vec![adjusted("CO", "97", 5_000)];
    payment.payment_amount = Some(cents(14_000));
    payment.names.push(Name {
        role: "74".into(),
        identifier: Some(Identifier { qualifier: "C".into(), value: Phi::new("NEW".into()) }),
        ..Name::default()
    });
    let made = secondary(&claim, &payment, &remittance).expect("a balanced answer");
    let lines = made.lines.iter().map(|line| line.adjudications[0].bundled_line.as_deref());
    assert_eq!(lines.collect::<Vec<_>>(), [None, Some("1")]);
    let insured = &made.other_coverages[0].coverage.subscriber.0;
    assert!(insured.identifier.as_ref().is_some_and(|id| id.value.reveal() == "NEW"));
}
