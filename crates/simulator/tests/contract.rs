//! Contract: does the money follow the scenario?

mod common;

use common::{ANSWERED, file, remittances};
use superbill_model::{ClaimBatch, ClaimKind, ClaimPayment, Procedure};
use superbill_simulator::{Coordination, Level, Payer, Scenario, claims};
use superbill_types::{Money, Phi, Quantity};

fn money(text: &str) -> Money {
    text.parse().expect("a test writes amounts well")
}

/// One professional claim of one line.
fn claim(number: &str, charge: &str) -> ClaimBatch {
    let mut batch = claims::random_of(ClaimKind::Professional, 1);
    batch.claims.truncate(1);
    let claim = &mut batch.claims[0];
    claim.patient_control_number = Phi::new(number.into());
    claim.lines.truncate(1);
    let line = &mut claim.lines[0];
    line.procedure =
        Some(Procedure { qualifier: "HC".into(), code: "99213".into(), ..Procedure::default() });
    (line.units, line.drug) = (Some(Quantity::from_scaled(2, 0)), None);
    (line.charge_amount, claim.charge_amount) = (Some(money(charge)), Some(money(charge)));
    batch
}

fn answer(payer: &mut Payer, batch: &ClaimBatch) -> ClaimPayment {
    let answers = payer.answer(&file(batch), ANSWERED).expect("X12");
    let remittance = remittances(&answers.remittance_835).remove(0);
    remittance.claims().next().expect("an answer").clone()
}

/// An answer in words: paid, and each adjustment.
fn said(answer: &ClaimPayment) -> String {
    let lines = answer.services.iter().flat_map(|line| &line.adjustments);
    let mut words = vec![format!("paid {}", answer.payment_amount.unwrap_or_default())];
    words.extend(
        answer
            .adjustments
            .iter()
            .chain(lines)
            .map(|one| format!("{}-{} {}", one.group, one.reason, one.amount.unwrap_or_default())),
    );
    words.join(", ")
}

#[test]
fn a_rate_is_for_a_unit_and_never_above_the_charge() {
    let mut scenario = Scenario::default();
    scenario.rates.procedures.insert("99213".into(), money("40.00"));
    let mut payer = Payer::new(1, scenario);
    assert_eq!(said(&answer(&mut payer, &claim("A", "100.00"))), "paid 80.00, CO-45 20.00");
    assert_eq!(said(&answer(&mut payer, &claim("B", "70.00"))), "paid 70.00");
}

#[test]
fn a_deductible_is_borne_once_and_given_back_with_a_reversal() {
    let mut scenario = Scenario::default();
    scenario.cost_share.deductible = money("100.00");
    scenario.cost_share.copay = money("10.00");
    scenario.cost_share.coinsurance_percent = 50;
    let mut payer = Payer::new(1, scenario);
    let first = "paid 0.00, CO-45 20.00, PR-3 10.00, PR-1 70.00";
    assert_eq!(said(&answer(&mut payer, &claim("A", "100.00"))), first);
    let second = "paid 20.00, CO-45 20.00, PR-3 10.00, PR-1 30.00, PR-2 20.00";
    assert_eq!(said(&answer(&mut payer, &claim("B", "100.00"))), second);
    let third = "paid 35.00, CO-45 20.00, PR-3 10.00, PR-2 35.00";
    assert_eq!(said(&answer(&mut payer, &claim("C", "100.00"))), third);
    remittances(&payer.take_back("A", ANSWERED));
    assert_eq!(said(&answer(&mut payer, &claim("D", "100.00"))), first);
}

#[test]
fn a_deductible_may_stand_on_the_claim() {
    let mut scenario = Scenario::default();
    scenario.cost_share.deductible = money("30.00");
    scenario.cost_share.deductible_on_claim = true;
    let answer = answer(&mut Payer::new(1, scenario), &claim("A", "100.00"));
    assert_eq!(said(&answer), "paid 50.00, PR-1 30.00, CO-45 20.00");
    assert_eq!(answer.adjustments.len(), 1);
    assert_eq!(answer.patient_responsibility, Some(money("30.00")));
}

#[test]
fn a_case_rate_may_be_more_than_the_charge() {
    let mut scenario = Scenario { level: Level::Claim, ..Scenario::default() };
    scenario.rates.case_rate = Some(money("130.00"));
    let answer = answer(&mut Payer::new(1, scenario), &claim("A", "100.00"));
    assert_eq!(said(&answer), "paid 130.00, OA-94 -30.00");
    assert!(answer.services.is_empty());
}

/// The first payer allowed 80 of 100 and left 20 to the patient; the second would itself pay 70 of 80.
#[test]
fn a_later_payer_coordinates_as_its_plan_says() {
    let mut first = Scenario::default();
    first.cost_share.coinsurance_percent = 25;
    let mut batch = (1..)
        .map(|seed| claims::random_of(ClaimKind::Professional, seed))
        .find(|batch| batch.claims[0].other_coverages.len() == 1)
        .expect("most have two payers");
    batch.claims.truncate(1);
    let template = claim("A", "100.00").claims.remove(0);
    batch.claims[0].lines = template.lines;
    batch.claims[0].charge_amount = template.charge_amount;
    let sent = file(&batch);
    let told = Payer::new(1, first).answer(&sent, ANSWERED).expect("X12").remittance_835;
    let options = superbill::BuildOptions { at: ANSWERED.into(), ..Default::default() };
    let next = superbill::secondary(&sent, &told, &options).expect("X12");
    assert!(next.accepted, "{:?}", next.findings);
    for (coordination, expected) in [
        (Coordination::Standard, "paid 5.00, OA-23 80.00, PR-1 15.00"),
        (Coordination::NonDuplication, "paid 0.00, OA-23 80.00, PR-1 20.00"),
        (Coordination::LastResort, "paid 5.00, OA-23 80.00, CO-45 15.00"),
    ] {
        let mut scenario = Scenario { coordination, ..Scenario::default() };
        scenario.cost_share.deductible = money("75.00");
        let answers = Payer::new(1, scenario).answer(next.x12.as_bytes(), ANSWERED).expect("X12");
        let remittance = remittances(&answers.remittance_835).remove(0);
        let answer = remittance.claims().next().expect("an answer");
        assert_eq!(said(answer), expected);
        assert_eq!(answer.status, "2");
    }
}
