//! Many claims: is every claim sound, and every answer to it valid and balanced?

mod common;

use common::{ANSWERED, clean, file, remittances};
use superbill_simulator::{Payer, Scenario, claims};

#[test]
fn every_answer_keeps_to_its_guide_and_balances() {
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
        }
        if !answers.forwarded_837.is_empty() {
            clean(&answers.forwarded_837, "forwarded 837");
        }
    }
}
