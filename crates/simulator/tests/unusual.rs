//! Unusual answers: are they told as payers tell them?

#![allow(clippy::panic, reason = "a failing check is a panic here")]

mod common;

use common::{ANSWERED, clean, file, remittances};
use superbill_exchange::claim::{corrected, read, void};
use superbill_model::{ClaimBatch, ClaimKind, ClaimPayment};
use superbill_simulator::{Answers, Payer, Scenario, claims};
use superbill_types::Money;

/// A professional claim with at least two lines and as many further coverages.
fn claim(coverages: usize) -> ClaimBatch {
    let mut batches = (0..).map(|seed| claims::random_of(ClaimKind::Professional, seed));
    let fits = |batch: &ClaimBatch| {
        let claim = &batch.claims[0];
        claim.lines.len() == 2
            && claim.other_coverages.len() == coverages
            && claim.lines.iter().all(|line| line.charge_amount != Some(Money::ZERO))
            && claim.lines[0].procedure.as_ref().map(|one| &one.code)
                != claim.lines[1].procedure.as_ref().map(|one| &one.code)
    };
    let mut batch = batches.find(fits).expect("there are many");
    batch.claims.truncate(1);
    batch
}

fn certainly(change: impl Fn(&mut Scenario)) -> Payer {
    let mut scenario = Scenario::default();
    change(&mut scenario);
    Payer::new(3, scenario)
}

#[track_caller]
fn answer(payer: &mut Payer, batch: &ClaimBatch) -> Answers {
    let answers = payer.answer(&file(batch), ANSWERED).expect("X12");
    clean(&answers.claim_acknowledgment_277, "277CA");
    answers
}

fn payments(answers: &Answers) -> Vec<ClaimPayment> {
    remittances(&answers.remittance_835).iter().flat_map(|one| one.claims().cloned()).collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(text)
}

#[test]
fn a_split_claim_comes_in_parts_that_say_so() {
    let batch = claim(0);
    let parts = payments(&answer(&mut certainly(|it| it.chances.split = 100), &batch));
    assert_eq!(parts.len(), 2);
    let charges: Money = parts.iter().filter_map(|part| part.charge_amount).sum();
    assert_eq!(Some(charges), batch.claims[0].charge_amount);
    assert!(parts.iter().all(|part| part.remarks().eq(["MA15"])));
    assert!(parts[0].payer_claim_number != parts[1].payer_claim_number);
}

#[test]
fn a_bundled_line_keeps_its_number_and_what_was_billed() {
    let batch = claim(0);
    let told = payments(&answer(&mut certainly(|it| it.chances.bundle = 100), &batch));
    let [head, inside] = told[0].services.as_slice() else { panic!("two lines") };
    let lines = &batch.claims[0].lines;
    assert!(
        inside.submitted_procedure.as_ref().map(|one| &one.code)
            == lines[1].procedure.as_ref().map(|one| &one.code)
    );
    assert_eq!(inside.procedure.code, head.procedure.code);
    assert_eq!(inside.references[0].value.reveal(), "L2");
    let reasons = |line: &superbill_model::ServicePayment| {
        line.adjustments
            .iter()
            .map(|one| format!("{}-{}", one.group, one.reason))
            .collect::<Vec<_>>()
    };
    assert_eq!(reasons(head), ["CO-45", "OA-94"]);
    assert_eq!(reasons(inside), ["CO-97"]);
    assert_eq!(head.adjustments[1].amount, inside.charge_amount.map(|amount| -amount));
}

#[test]
fn a_claim_sent_on_names_the_next_payer_and_arrives_there() {
    let batch = claim(1);
    let answers = answer(&mut certainly(|it| it.chances.cross_over = 100), &batch);
    let told = &payments(&answers)[0];
    assert_eq!(told.status, "19");
    let next = &batch.claims[0].other_coverages[0].coverage.payer;
    let carrier = told.name("TT").expect("a carrier");
    assert!(carrier.identifier == next.identifier);
    clean(&answers.forwarded_837, "837");
    let (sent_on, _) = read(&answers.forwarded_837).expect("X12");
    assert_eq!(sent_on[0].claims[0].coverage.sequence, "S");
    let second = Payer::new(4, Scenario::default()).answer(&answers.forwarded_837, ANSWERED);
    assert_eq!(payments(&second.expect("X12"))[0].status, "2");
}

#[test]
fn interest_is_paid_beside_the_claim() {
    let answers = answer(&mut certainly(|it| it.chances.interest = 100), &claim(0));
    let remittance = &remittances(&answers.remittance_835)[0];
    let paid: Money = remittance.claims().filter_map(|claim| claim.payment_amount).sum();
    let [interest] = remittance.provider_adjustments.as_slice() else { panic!("one") };
    let amount = interest.amount.unwrap_or_default();
    assert!(interest.reason == "L6" && amount.is_negative());
    assert_eq!(remittance.payment_amount, Some(paid - amount));
}

#[test]
fn nothing_paid_is_no_payment() {
    let answers = answer(&mut certainly(|it| it.chances.non_covered = 100), &claim(0));
    let remittance = &remittances(&answers.remittance_835)[0];
    assert_eq!((remittance.handling.as_str(), remittance.payment_method.as_str()), ("H", "NON"));
    let told = remittance.claims().next().expect("an answer");
    assert_eq!(told.patient_responsibility, told.charge_amount);
    assert!(holds(&answers.remittance_835, "~LQ*HE*N130~"));
}

#[test]
fn a_claim_turned_away_is_told_and_not_paid() {
    let answers = answer(&mut certainly(|it| it.chances.reject = 100), &claim(0));
    assert!(answers.remittance_835.is_empty());
    assert!(holds(&answers.claim_acknowledgment_277, "~QTY*AA*1~"));
    assert!(!holds(&answers.claim_acknowledgment_277, "STC*A2"));
}

#[test]
fn a_file_that_breaks_its_guide_is_not_looked_into() {
    let sent = String::from_utf8_lossy(&file(&claim(0))).replace("CLM*", "CLX*");
    let answers =
        Payer::new(1, Scenario::default()).answer(sent.as_bytes(), ANSWERED).expect("X12");
    assert!(holds(&answers.acknowledgment_999, "~IK5*R"));
    assert!(answers.claim_acknowledgment_277.is_empty() && answers.remittance_835.is_empty());
    assert!(Payer::new(1, Scenario::default()).answer(b"no X12", ANSWERED).is_err());
}

#[test]
fn the_same_claim_again_is_a_duplicate() {
    let batch = claim(0);
    let mut payer = certainly(|_| {});
    let first = payments(&answer(&mut payer, &batch));
    let again = payments(&answer(&mut payer, &batch));
    let denied = again[0].services.iter().flat_map(|line| &line.adjustments);
    assert!(denied.clone().count() > 0 && denied.clone().all(|one| one.reason == "18"));
    assert!(first[0].payer_claim_number != again[0].payer_claim_number);
}

#[test]
fn a_replacement_reverses_first_and_a_void_only_reverses() {
    let mut batch = claim(0);
    let mut payer = certainly(|_| {});
    let first = payments(&answer(&mut payer, &batch)).remove(0);
    let number = first.payer_claim_number.clone().expect("a number");
    let original = batch.claims[0].clone();
    batch.claims[0] = corrected(&original, &number);
    let told = payments(&answer(&mut payer, &batch));
    let statuses = |told: &[ClaimPayment]| -> Vec<String> {
        told.iter().map(|one| one.status.to_string()).collect()
    };
    assert_eq!(statuses(&told), ["22", "1"]);
    assert_eq!(told[0].payment_amount, first.payment_amount.map(|amount| -amount));
    assert!(told[0].payer_claim_number == first.payer_claim_number);
    let number = told[1].payer_claim_number.clone().expect("a number");
    batch.claims[0] = void(&original, &number);
    assert_eq!(statuses(&payments(&answer(&mut payer, &batch))), ["22"]);
    let answers = answer(&mut payer, &batch);
    assert!(answers.remittance_835.is_empty(), "it is gone");
    assert!(holds(&answers.claim_acknowledgment_277, "~STC*A7:464*"));
}

#[test]
fn a_predetermination_pays_nothing_and_stands_nowhere() {
    let mut batch = claims::random_of(ClaimKind::Dental, 1);
    batch.claims.truncate(1);
    batch.claims[0].submission_reason = Some("PB".into());
    let mut payer = certainly(|it| it.chances.split = 100);
    let told = payments(&answer(&mut payer, &batch));
    assert_eq!((told.len(), told[0].status.as_str()), (1, "25"));
    assert_eq!(told[0].payment_amount, Some(Money::ZERO));
    let number = batch.claims[0].patient_control_number.reveal();
    assert!(payer.take_back(number, ANSWERED).is_empty());
}
