//! Many journeys: do thousands of claims come home, whatever their payers do?

use std::collections::BTreeSet;

use superbill::accounts::{AccountReport, PatientPaid};
use superbill::documents::{Amounts, Visit};
use superbill::types::{Date, Money, Phi};
use superbill::{AccountBook, ActBy};
use superbill_guides::generate::Random;
use superbill_simulator::{Coordination, Identity, Level, Payer, Recovery, Scenario, claims};

use super::{ANSWERED, Journey, accepted, claims_of};

/// How many batches of one to six claims are sent.
const BATCHES: u64 = 800;

#[test]
fn every_claim_ends_in_a_statement_of_what_is_left() {
    let mut told = BTreeSet::new();
    let mut count = 0;
    // Claims answered by first, second and third payers.
    let mut answered = [0, 0, 0];
    for seed in 0..BATCHES {
        let batch = claims::random(seed);
        count += batch.claims.len();
        let mut journey = Journey::default();
        let mut files = vec![journey.charge(&batch)];
        let mut all = files.clone();
        for place in 1..=3 {
            let mut payer = payer(seed, place);
            let mut next = Vec::new();
            for sent in files.drain(..) {
                let answers = payer.answer(&sent, ANSWERED).expect("X12");
                accepted(&answers, &sent);
                let posted = journey.post(&answers.remittance_835);
                answered[place as usize - 1] += posted;
                all.extend(
                    [answers.remittance_835.clone()].into_iter().filter(|it| !it.is_empty()),
                );
                if answers.remittance_835.is_empty() {
                    continue;
                }
                let (billed, reasons) = journey.next(&sent, &answers.remittance_835);
                told.extend(reasons);
                next.extend(
                    [billed, answers.forwarded_837].into_iter().filter(|it| !it.is_empty()),
                );
            }
            files = next;
        }
        assert!(files.is_empty(), "nobody has a fourth payer");
        if seed % 4 == 0 {
            at_once(&journey, &all);
        }
        statement(&mut journey);
    }
    assert!(count > 2000 && answered[1] > 1200 && answered[2] > 250, "{count} {answered:?}");
    // Sent on by the payer; no next payer.
    let known: BTreeSet<String> = ["SEC-01", "SEC-06"].map(str::to_owned).into();
    assert!(told.is_subset(&known), "{told:?}");
}

/// All files posted at once make the same accounts, and so does the journal read back.
fn at_once(journey: &Journey, files: &[Vec<u8>]) {
    let on: Date = ANSWERED.parse().expect("a day");
    let by = ActBy { at: ANSWERED.into(), ..ActBy::default() };
    let report = superbill::account(files, &by).expect("X12");
    assert!(report.conserved && report.unmatched.is_empty());
    let stripped = |mut accounts: Vec<AccountReport>| {
        accounts.iter_mut().for_each(|one| one.entries.clear());
        accounts
    };
    let stepwise = journey.book.accounts(on);
    assert!(stripped(report.accounts) == stripped(stepwise.clone()));
    let again = AccountBook::read(&journey.book.journal(0)).expect("a sound journal");
    assert!(again.accounts(on) == stepwise);
}

/// The statements ask for what the last payers left, account by account; what is paid is asked no more.
fn statement(journey: &mut Journey) {
    let on: Date = ANSWERED.parse().expect("a day");
    let mut asked = Vec::new();
    for statement in journey.book.statements(on, None) {
        for visit in &statement.visits {
            adds_up(visit);
            let number = visit.control_number.reveal().clone();
            let left = journey
                .left
                .get(&number.to_ascii_uppercase())
                .copied()
                .flatten()
                .unwrap_or_default();
            assert_eq!(visit.you_owe, left, "{number}");
            let balance = journey.balance(&number);
            assert_eq!(balance.unexplained, Money::ZERO, "{number}");
            assert_eq!(balance.patient_excess, Money::ZERO, "{number}");
            assert_eq!(balance.repeated, Money::ZERO, "{number}");
            assert!(!balance.insurance_balance.is_negative(), "{number} {balance:?}");
            asked.push((number, visit.you_owe));
        }
    }
    for (number, amount) in asked.into_iter().filter(|(_, amount)| !amount.is_zero()) {
        let by = journey.by();
        let payment = PatientPaid {
            patient_control_number: Phi::new(number.into()),
            amount,
            ..PatientPaid::default()
        };
        assert_eq!(journey.book.patient_paid(payment, &by).posted, 1);
    }
    journey.whole();
    for statement in journey.book.statements(on, None) {
        assert!(statement.visits.iter().all(|visit| visit.you_owe.is_zero()));
    }
}

/// What a visit on a statement tells is its charge, and its lines are what the visit is.
fn adds_up(visit: &Visit) {
    let sum = |amounts: &Amounts| {
        let Amounts { plan_paid, discount, other, with_insurance, your_part, .. } = *amounts;
        plan_paid + discount + other + with_insurance + your_part
    };
    assert_eq!(visit.amounts.charge, sum(&visit.amounts));
    assert_eq!(visit.you_owe, visit.amounts.your_part - visit.patient_paid);
    for line in &visit.lines {
        assert_eq!(line.amounts.charge, sum(&line.amounts));
    }
    if !visit.lines.is_empty() {
        let lines = visit.lines.iter();
        assert_eq!(
            lines.clone().map(|line| line.amounts.charge).sum::<Money>(),
            visit.amounts.charge
        );
        let owed = lines.map(|line| line.amounts.your_part).sum::<Money>();
        assert_eq!(owed, visit.amounts.your_part);
    }
}

/// A payer for a place in the order of payment, of a mind of its own.
pub(super) fn payer(seed: u64, place: u64) -> Payer {
    let mut random = Random::new(seed * 10 + place);
    let mut scenario = Scenario::varied();
    scenario.payer = Identity {
        name: format!("PAYER {place}").into(),
        number: format!("198765432{place}").into(),
    };
    scenario.rates.percent_of_charge = random.between(30, 100) as u32;
    scenario.cost_share.deductible_on_claim = random.chance(20);
    scenario.cost_share.coinsurance_percent = random.between(0, 4) as u32 * 10;
    scenario.chances.split = 6;
    scenario.echoes_lines = !random.chance(20);
    scenario.echoes_capitals = random.chance(20);
    if random.chance(20) {
        scenario.rates.case_rate = Some(Money::from_scaled(random.between(500, 9_000) as i64, 0));
    }
    if random.chance(15) {
        scenario.level = *random.pick(&[Level::Line, Level::Claim]).expect("a level");
    }
    let ways = [Coordination::Standard, Coordination::NonDuplication, Coordination::LastResort];
    scenario.coordination = *random.pick(&ways).expect("a way");
    if random.chance(50) {
        scenario.recovery = Recovery::Later;
    }
    Payer::new(seed, scenario)
}

#[test]
fn the_same_seed_makes_the_same_journey() {
    let journey = Journey::default();
    for seed in 0..20 {
        let sent = journey.file(&claims::random(seed));
        let answers = payer(seed, 1).answer(&sent, ANSWERED).expect("X12");
        assert_eq!(payer(seed, 1).answer(&sent, ANSWERED), Ok(answers));
        assert_eq!(claims_of(&sent).len(), claims::random(seed).claims.len());
    }
}
