//! Again: what remains of an answer that was taken back, corrected, replaced, voided or sent twice?

use superbill::accounts::{Balance, Book, Event, PostOptions, Proof, Stamp, Verdict};
use superbill::model::{Claim, ClaimBatch, Remittance};
use superbill::types::{Money, Phi};
use superbill::{AccountBook, RemittanceFile};
use superbill_exchange::claim::{corrected, void};
use superbill_simulator::{Payer, Scenario, claims};
use superbill_types::Text;

use super::many::payer;
use super::{ANSWERED, Journey, claims_of, remittances};

const LATER: &str = "2026-04-01T09:00:00Z";

/// How many batches each test sends.
const BATCHES: u64 = 100;

/// Charges a batch and posts the first payer's answers.
fn answered(seed: u64) -> (Journey, ClaimBatch, Payer, Vec<Balance>) {
    let batch = claims::random(seed);
    let mut journey = Journey::default();
    let sent = journey.charge(&batch);
    let before = balances(&journey, &batch);
    let mut payer = payer(seed, 1);
    let answers = payer.answer(&sent, ANSWERED).expect("X12");
    journey.post(&answers.remittance_835);
    (journey, batch, payer, before)
}

fn balances(journey: &Journey, batch: &ClaimBatch) -> Vec<Balance> {
    let numbers = batch.claims.iter().map(|claim| claim.patient_control_number.reveal());
    numbers.map(|number| journey.balance(number)).collect()
}

/// The claims of a remittance that take nothing back, in a book of their own beside the charge.
fn alone(charged: &[u8], remittances: &[Remittance]) -> Book {
    let mut book = AccountBook::new();
    book.charge(&RemittanceFile::open(charged.to_vec()).expect("X12"), &Journey::default().by());
    let mut book = book.book().clone();
    for mut remittance in remittances.iter().cloned() {
        for group in &mut remittance.groups {
            group.claims.retain(|claim| !claim.is_reversal());
        }
        let claims = remittance.claims().map(|_| Verdict::Balanced).collect();
        let proof = Proof { payment: Verdict::Balanced, claims };
        let stamp = Stamp { id: &remittance.trace_number, at: LATER, actor: "" };
        book.post_remittance(&remittance, &proof, PostOptions::default(), &stamp);
    }
    book
}

#[test]
fn a_reversal_leaves_the_account_as_it_was() {
    for seed in 0..BATCHES {
        let (mut journey, batch, mut payer, before) = answered(seed);
        for claim in &batch.claims {
            journey.post(&payer.take_back(claim.patient_control_number.reveal(), LATER));
        }
        assert!(balances(&journey, &batch) == before, "seed {seed}");
    }
}

#[test]
fn a_correction_leaves_what_it_says_itself() {
    for seed in 0..BATCHES {
        let (mut journey, batch, mut payer, _) = answered(seed);
        payer.scenario = Scenario::varied();
        payer.scenario.rates.percent_of_charge = 70;
        for claim in &batch.claims {
            let number = claim.patient_control_number.reveal();
            let told = payer.correct(number, LATER);
            journey.post(&told);
            if !told.is_empty() {
                let alone = alone(&journey.file(&batch), &remittances(&told));
                let alone = *alone.account(number).expect("charged").balance();
                assert_eq!(journey.balance(number), alone, "seed {seed}, {number}");
            }
        }
    }
}

#[test]
fn a_replacement_leaves_what_it_says_itself() {
    for seed in 0..BATCHES {
        let (mut journey, mut batch, mut payer, _) = answered(seed);
        let before = batch.clone();
        batch.claims = replacements(&journey, &before, |claim, number| {
            let mut claim = corrected(claim, number);
            claim.lines[0].charge_amount = Some(Money::from_scaled(12_345, 2));
            let charges = claim.lines.iter().filter_map(|line| line.charge_amount);
            claim.charge_amount = Some(charges.sum());
            claim
        });
        if batch.claims.is_empty() {
            continue;
        }
        payer.scenario.chances.reject = 0;
        let sent = journey.charge(&batch);
        let answers = payer.answer(&sent, LATER).expect("X12");
        journey.post(&answers.remittance_835);
        let alone = alone(&sent, &remittances(&answers.remittance_835));
        for claim in claims_of(&sent) {
            let number = claim.patient_control_number.reveal();
            let alone = *alone.account(number).expect("charged").balance();
            assert_eq!(journey.balance(number), alone, "seed {seed}, {number}");
        }
    }
}

#[test]
fn a_void_leaves_nothing() {
    for seed in 0..BATCHES {
        let (mut journey, mut batch, mut payer, _) = answered(seed);
        batch.claims = replacements(&journey, &batch, void);
        if batch.claims.is_empty() {
            continue;
        }
        payer.scenario.chances.reject = 0;
        let sent = journey.charge(&batch);
        journey.post(&payer.answer(&sent, LATER).expect("X12").remittance_835);
        for balance in balances(&journey, &batch) {
            assert_eq!(balance, Balance::default(), "seed {seed}");
        }
    }
}

/// Of each claim that has an answer, another with the payer's number for it.
fn replacements(
    journey: &Journey,
    batch: &ClaimBatch,
    again: impl Fn(&Claim, &Phi<Text>) -> Claim,
) -> Vec<Claim> {
    let number_of = |claim: &Claim| {
        let account = journey.book.book().account(claim.patient_control_number.reveal())?;
        account.entries(journey.book.entries(0)).find_map(|entry| match &entry.event {
            Event::ClaimPosted(posted) => posted.payer_claim_number.clone(),
            _ => None,
        })
    };
    batch.claims.iter().filter_map(|claim| Some(again(claim, &number_of(claim)?))).collect()
}

#[test]
fn the_same_remittance_again_changes_nothing() {
    for seed in 0..BATCHES {
        let batch = claims::random(seed);
        let mut journey = Journey::default();
        let sent = journey.charge(&batch);
        let told = payer(seed, 1).answer(&sent, ANSWERED).expect("X12").remittance_835;
        journey.post(&told);
        let before = balances(&journey, &batch);
        if let Ok(file) = RemittanceFile::open(told) {
            let by = journey.by();
            let act = journey.book.post(&file, &by);
            assert_eq!((act.posted, act.refused.len()), (0, file.claim_count()));
        }
        assert!(balances(&journey, &batch) == before);
    }
}

/// A late correction by the first payer meets answers of later payers; whatever they make together, money
/// is whole.
#[test]
fn a_late_correction_keeps_money_whole() {
    for seed in 0..BATCHES {
        let batch = claims::random(seed);
        let mut journey = Journey::default();
        let sent = journey.charge(&batch);
        let (mut first, mut second) = (payer(seed, 1), payer(seed, 2));
        let told = first.answer(&sent, ANSWERED).expect("X12").remittance_835;
        journey.post(&told);
        if told.is_empty() {
            continue;
        }
        let (next, _) = journey.next(&sent, &told);
        if !next.is_empty() {
            journey.post(&second.answer(&next, ANSWERED).expect("X12").remittance_835);
        }
        for claim in &batch.claims {
            journey.post(&first.correct(claim.patient_control_number.reveal(), LATER));
            journey.post(&second.take_back(claim.patient_control_number.reveal(), LATER));
        }
    }
}

/// The next payer gets the corrected answer, and what it leaves is what is asked of the patient.
#[test]
fn a_corrected_answer_goes_on_to_the_next_payer() {
    for seed in 0..BATCHES {
        let (mut journey, batch, mut first, _) = answered(seed);
        let sent = journey.file(&batch);
        first.scenario.chances.deny_line = 0;
        first.scenario.chances.cross_over = 0;
        let mut second = payer(seed, 2);
        second.scenario.chances.cross_over = 0;
        for claim in &batch.claims {
            let number = claim.patient_control_number.reveal();
            let told = first.correct(number, LATER);
            if told.is_empty() {
                continue;
            }
            journey.post(&told);
            let (next, _) = journey.next(&sent, &told);
            if !next.is_empty() {
                assert_eq!(claims_of(&next).len(), 1);
                journey.post(&second.answer(&next, LATER).expect("X12").remittance_835);
            }
            let left = journey.left[number.to_ascii_uppercase().as_str()].expect("not on its way");
            assert_eq!(journey.balance(number).patient_balance, left, "seed {seed}, {number}");
        }
    }
}

/// A later payer's answer without the first one's: what was done before it is shown as such, and what it leaves
/// is the patient's.
#[test]
fn a_later_answer_stands_alone() {
    for seed in 0..BATCHES {
        let batch = claims::random(seed);
        let mut journey = Journey::default();
        let sent = journey.charge(&batch);
        let told = payer(seed, 1).answer(&sent, ANSWERED).expect("X12").remittance_835;
        let next = if told.is_empty() { Vec::new() } else { journey.next(&sent, &told).0 };
        if next.is_empty() {
            continue;
        }
        let mut second = payer(seed, 2);
        second.scenario.chances.deny_claim = 0;
        journey.post(&second.answer(&next, ANSWERED).expect("X12").remittance_835);
        for (number, left) in &journey.left {
            let balance = journey.balance(number);
            assert_eq!(balance.patient_balance, left.unwrap_or_default(), "seed {seed}, {number}");
            assert_eq!(balance.unexplained, Money::ZERO, "seed {seed}, {number}");
        }
    }
}

/// The order in which remittances come makes no difference, as long as each payer says its place.
#[test]
fn the_order_of_remittances_makes_no_difference() {
    for seed in 0..BATCHES {
        let batch = claims::random(seed);
        let mut forth = Journey::default();
        let mut back = Journey::default();
        let mut sent = forth.charge(&batch);
        back.charge(&batch);
        let mut told = Vec::new();
        for place in 1..=3 {
            let mut payer = payer(seed, place);
            payer.scenario.chances.deny_claim = 0;
            payer.scenario.chances.cross_over = 0;
            told.push(payer.answer(&sent, ANSWERED).expect("X12").remittance_835);
            let last = told.last().expect("one was pushed");
            sent = if last.is_empty() { Vec::new() } else { forth.next(&sent, last).0 };
            if sent.is_empty() {
                break;
            }
        }
        for one in &told {
            forth.post(one);
        }
        for one in told.iter().rev() {
            back.post(one);
        }
        assert!(balances(&forth, &batch) == balances(&back, &batch), "seed {seed}");
    }
}
