//! Others' files: does the payer answer whatever comes, and soundly where it is sound?

mod common;

use std::fs;
use std::path::Path;

use common::{ANSWERED, SENT, clean, file, remittances};
use superbill::{BuildOptions, ScrubOptions, edit, secondary};
use superbill_codes::CodeBooks;
use superbill_exchange::check;
use superbill_exchange::claim;
use superbill_guides::generate::Random;
use superbill_simulator::{Payer, Scenario, claims};
use superbill_types::Severity;

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

/// No rule takes a sound claim for a wrong one, nor the claim that goes to the next payer.
#[test]
fn made_up_claims_pass_the_edits() {
    let books = CodeBooks::default();
    let options = ScrubOptions { at: SENT.into(), ..ScrubOptions::default() };
    let build = BuildOptions { at: SENT.into(), ..BuildOptions::default() };
    for seed in 0..200 {
        let sent = file(&claims::random(seed));
        let mut files = vec![sent.clone()];
        let mut payer = Payer::new(seed, Scenario::varied());
        let told = payer.answer(&sent, SENT).expect("X12").remittance_835;
        if !told.is_empty() {
            files.push(secondary(&sent, &told, &build).expect("X12").x12.into_bytes());
        }
        for bytes in files.into_iter().filter(|bytes| !bytes.is_empty()) {
            let (batches, _) = claim::read(&bytes).expect("X12");
            let found = edit(&batches, &books, &options).expect("a moment");
            let errors = found.kept().iter().filter(|one| one.severity == Severity::Error);
            let told: Vec<_> =
                errors.map(|one| (one.rule.id, one.message(), &one.location.path)).collect();
            assert!(told.is_empty(), "seed {seed} {told:?}");
        }
    }
}
