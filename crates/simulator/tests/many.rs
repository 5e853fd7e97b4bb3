//! Many claims: is every claim sound, and every answer to it valid and balanced?

mod common;

use std::collections::BTreeSet;

use common::{ANSWERED, clean, file, remittances};
use superbill_simulator::{Payer, Scenario, claims};

#[test]
fn every_answer_keeps_to_its_guide_and_balances() {
    let mut seen = BTreeSet::new();
    for seed in 0..300 {
        let sent = file(&claims::random(seed));
        let mut scenario = Scenario::varied();
        scenario.chances.split = 10;
        let mut payer = Payer::new(seed, scenario);
        let answers = payer.answer(&sent, ANSWERED).expect("X12");
        clean(&sent, "837");
        clean(&answers.ta1, "TA1");
        clean(&answers.acknowledgment_999, "999");
        clean(&answers.claim_acknowledgment_277, "277CA");
        if !answers.remittance_835.is_empty() {
            clean(&answers.remittance_835, "835");
            remittances(&answers.remittance_835);
            let text = String::from_utf8_lossy(&answers.remittance_835).into_owned();
            seen.extend(TOLD.into_iter().filter(|one| text.contains(one)));
        }
        if !answers.forwarded_837.is_empty() {
            clean(&answers.forwarded_837, "forwarded 837");
        }
    }
    assert_eq!(seen, TOLD.into_iter().collect(), "everything is told by some payer");
}

/// What a varied payer tells now and then.
const TOLD: [&str; 18] = [
    "*4*",
    "*19*",
    "~NM1*TT*",
    "*MA15",
    "~CAS*CO*45*",
    "~CAS*CO*16*",
    "~CAS*CO*29*",
    "~CAS*PR*96*",
    "~CAS*PR*3*",
    "~CAS*OA*94*-",
    "~CAS*CO*97*",
    "~BPR*H*0*C*NON",
    "~BPR*I*",
    "*L6:",
    "~LQ*HE*",
    "~MIA*",
    "~SVC*AD:",
    "~SVC*HC:",
];
