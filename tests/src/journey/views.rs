//! Views: can everything be shown of these files, and does no message tell who the patient is?

use superbill::{
    ActBy, ValidateOptions, account_text, acknowledgment_text, describe_text, remit, remit_text,
    statement_html, statement_text, validate,
};
use superbill_guides::generate::Random;
use superbill_simulator::claims;

use super::many::payer;
use super::{ANSWERED, Journey, claims_of};

#[test]
fn every_file_can_be_shown() {
    for seed in 0..25 {
        let mut journey = Journey::default();
        let sent = journey.charge(&claims::random(seed));
        let answers = payer(seed, 1).answer(&sent, ANSWERED).expect("X12");
        let told = answers.remittance_835;
        for bytes in [&sent, &answers.acknowledgment_999, &answers.claim_acknowledgment_277] {
            assert!(!describe_text(bytes).expect("X12").is_empty());
        }
        assert!(acknowledgment_text(&answers.ta1, Some(&sent)).is_ok());
        if told.is_empty() {
            continue;
        }
        assert!(remit(&told).expect("X12").balanced);
        assert!(!remit_text(&told).expect("X12").is_empty());
        let by = ActBy { at: ANSWERED.into(), ..ActBy::default() };
        let files = [sent, told];
        assert!(account_text(&files, &by).expect("X12").contains("\nConserved: "));
        assert!(!statement_text(&files, &by).expect("X12").is_empty());
        assert!(statement_html(&files, &by).expect("X12").starts_with("<!doctype html>"));
    }
}

#[test]
fn no_message_tells_who_the_patient_is() {
    let mut random = Random::new(11);
    for seed in 0..60 {
        let mut journey = Journey::default();
        let sent = journey.charge(&claims::random(seed));
        let mut payer = payer(seed, 1);
        payer.scenario.chances.split = 40;
        let told = payer.answer(&sent, ANSWERED).expect("X12").remittance_835;
        let mut messages = Vec::new();
        for bytes in [&sent, &told] {
            let mut spoilt = bytes.clone();
            for _ in 0..12 {
                let at = random.between(106, spoilt.len().max(107) - 1);
                if let Some(byte) = spoilt.get_mut(at) {
                    *byte = *random.pick(b"*:~X").expect("a byte");
                }
            }
            let report = validate(&spoilt, &ValidateOptions::default());
            let found = report.map(|report| report.findings).unwrap_or_default();
            messages.extend(found.into_iter().map(|one| one.message + &one.help));
        }
        if !told.is_empty() {
            let report = superbill::secondary(&sent, &told, &super::options()).expect("X12");
            messages.extend(report.findings.into_iter().map(|one| one.message + &one.help));
            journey.post(&told);
            let by = journey.by();
            let file = superbill::RemittanceFile::open(told).expect("X12");
            let again = journey.book.post(&file, &by);
            let said = again.refused.into_iter().chain(again.remarks);
            messages.extend(said.map(|one| one.message + &one.help));
        }
        for claim in claims_of(&sent) {
            let subscriber = &claim.coverage.subscriber.0;
            let name = &claim.treated().name;
            let member = subscriber.identifier.as_ref().map(|id| &id.value);
            let parts = [name.last_name.as_ref(), name.first_name.as_ref(), member];
            for part in parts.into_iter().flatten().map(|part| part.reveal().as_str()) {
                let tells = |message: &&String| {
                    message.split(|c: char| !c.is_alphanumeric()).any(|word| word == part)
                };
                assert_eq!(messages.iter().find(tells), None, "seed {seed}");
            }
        }
    }
}
