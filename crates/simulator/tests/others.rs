//! Others' files: does the payer answer whatever comes, and soundly where it is sound?

mod common;

use std::fs;
use std::path::Path;

use common::{ANSWERED, clean, file, remittances};
use superbill_exchange::check;
use superbill_exchange::claim;
use superbill_guides::generate::Random;
use superbill_simulator::{Payer, Scenario, claims};

#[test]
fn sound_files_of_others_get_sound_answers() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut answered = 0;
    for folder in ["837P", "837I", "837D"] {
        let files = fs::read_dir(corpus.join(folder)).expect("a folder of the corpus");
        let mut paths: Vec<_> = files.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let bytes = fs::read(&path).expect("a file");
            let mut payer = Payer::new(7, Scenario::varied());
            let Ok(answers) = payer.answer(&bytes, ANSWERED) else { continue };
            let what = path.display().to_string();
            let sound = check(&bytes, superbill_guides::library()).is_ok_and(|it| it.total() == 0);
            if answers.remittance_835.is_empty() {
                continue;
            }
            remittances(&answers.remittance_835);
            if sound {
                answered += 1;
                clean(&answers.claim_acknowledgment_277, &what);
                clean(&answers.remittance_835, &what);
            }
        }
    }
    assert!(answered > 20, "{answered}");
}

#[test]
fn spoilt_files_are_answered_or_refused() {
    let mut random = Random::new(5);
    for seed in 0..400 {
        let mut bytes = file(&claims::random(seed % 20));
        for _ in 0..random.between(1, 3) {
            let at = random.between(106, bytes.len() - 1);
            bytes[at] = *random.pick(b"*:~^0129AZ- ").expect("a byte");
        }
        let mut payer = Payer::new(seed, Scenario::varied());
        if let Ok(answers) = payer.answer(&bytes, ANSWERED)
            && !answers.remittance_835.is_empty()
        {
            remittances(&answers.remittance_835);
        }
    }
}

#[test]
fn made_up_claims_read_back_as_they_were() {
    for seed in 0..200 {
        let mut batch = claims::random(seed);
        let read = claim::read(&file(&batch)).expect("X12").0.remove(0);
        batch.claims.iter_mut().for_each(claim::prepare);
        let json = |claims| serde_json::to_string_pretty(claims).expect("JSON");
        assert!(read.claims == batch.claims, "{}\n{}", json(&read.claims), json(&batch.claims));
    }
}
