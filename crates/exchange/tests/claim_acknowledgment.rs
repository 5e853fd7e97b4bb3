//! Claim acknowledgments: is the answer to any file of claims sound, and does it read back?

use std::fs;
use std::path::{Path, PathBuf};

use superbill_exchange::acknowledgment::claims::{
    ClaimAnswerReader, ClaimAnswers, answer_claims, find_sent_claims, write_answers,
};
use superbill_exchange::{check, claim};
use superbill_model::{ClaimAcknowledgment, ClaimAnswer};
use superbill_types::{Date, Finding, Findings, Location, Rule, Severity};
use superbill_x12::{Framer, Stamp, Step};

#[test]
fn every_file_of_claims_gets_a_sound_answer_that_reads_back() {
    let (mut accepted, mut rejected) = (0, 0);
    for path in files(&corpus()) {
        let sent = fs::read(&path).expect("a file of the corpus");
        let Ok(findings) = check(&sent, superbill_guides::library()) else { continue };
        let answers = answer_claims(&sent, &findings, stamp()).expect("frames");
        let x12 = write_answers(&answers).expect("no value holds a separator");
        if answers.is_empty() {
            assert!(x12.is_empty());
            continue;
        }
        let wrong = check(&x12, superbill_guides::library()).expect("our own answer frames");
        let errors: Vec<_> =
            wrong.kept().iter().filter(|it| it.severity == Severity::Error).collect();
        let shown = String::from_utf8_lossy(&x12);
        assert!(errors.is_empty(), "{}: {errors:?}\n{shown}", path.display());
        let made: Vec<_> = answers.iter().flat_map(|it| it.sets.clone()).collect();
        assert_eq!(read(&x12), made, "{}", path.display());
        let (batches, _) = claim::read(&sent).expect("frames");
        let claims = batches.iter().map(|batch| batch.claims.len()).sum::<usize>();
        assert_eq!(all(&made).len(), claims, "{}", path.display());
        let good = all(&made).iter().filter(|it| it.is_accepted()).count();
        if findings.errors() == 0 {
            assert_eq!(good, claims, "{}", path.display());
        }
        (accepted, rejected) = (accepted + good, rejected + claims - good);
    }
    assert!(accepted > 50 && rejected > 1000, "{accepted} {rejected}");
}

#[test]
fn each_claim_is_answered_for_itself_and_found_again() {
    let sent = fs::read(corpus().join("837P/rohanrkamath_KW-X12-Parser__edi_sample_25_claims.txt"))
        .expect("a file of the corpus");
    let mut findings = Findings::default();
    let path = "batches[0].claims[3].billingProvider.identifier".to_owned();
    findings.push(Finding::new(&NPI, Location { path, ..Location::default() }));
    let answers = answer_claims(&sent, &findings, stamp()).expect("frames");
    let mut made: Vec<_> = answers.into_iter().flat_map(|it| it.sets).collect();
    find_sent_claims(&mut made, &sent).expect("frames");
    let claims = all(&made);
    let rejected: Vec<_> = (0..claims.len()).filter(|at| !claims[*at].is_accepted()).collect();
    assert_eq!(rejected, [3]);
    let reason = &claims[3].statuses[0].reasons[0];
    assert_eq!((reason.category.code.as_str(), reason.status.code.as_str()), ("A7", "562"));
    assert_eq!(reason.status.meaning.as_deref(), Some("NPI of the billing provider"));
    let batch = &made[0].batches[0];
    assert_eq!(batch.rejected.as_ref().map(|total| total.count), Some(1));
    let (batches, _) = claim::read(&sent).expect("frames");
    for (answer, claim) in claims.iter().zip(batches.iter().flat_map(|batch| &batch.claims)) {
        let place = answer.sent.as_ref().expect("every claim is found");
        let bytes = &sent[place.span.0 as usize..place.span.1 as usize];
        assert!(bytes.starts_with(b"CLM"));
        assert_eq!(answer.patient_control_number, claim.patient_control_number);
        assert_eq!(answer.statuses[0].charge_amount, claim.charge_amount);
    }
}

#[test]
fn more_findings_than_are_kept_accept_nothing_behind_them() {
    let sent = fs::read(corpus().join("837P/rohanrkamath_KW-X12-Parser__edi_sample_25_claims.txt"))
        .expect("a file of the corpus");
    let mut findings = Findings::with_limit(0);
    findings.push(Finding::new(&NPI, Location::default()));
    let answers = answer_claims(&sent, &findings, stamp()).expect("frames");
    let made: Vec<_> = answers.into_iter().flat_map(|it| it.sets).collect();
    assert!(all(&made).iter().all(|claim| !claim.is_accepted()));
}

fn all(made: &[ClaimAcknowledgment]) -> Vec<&ClaimAnswer> {
    let batches = made.iter().flat_map(|it| &it.batches);
    batches.flat_map(|batch| &batch.providers).flat_map(|provider| &provider.claims).collect()
}

fn read(x12: &[u8]) -> Vec<ClaimAcknowledgment> {
    let mut reader = ClaimAnswerReader::default();
    let mut framer = Framer::new();
    let mut findings = Findings::default();
    while let Step::Segment(place) = framer.step(x12, true, &mut findings).expect("frames") {
        reader.segment(place, &framer.segment(x12), framer.envelope());
    }
    reader.finish()
}

#[test]
fn an_answer_of_others_reads() {
    let path = "277CA/imsweb_x12-parser__x12_277CA_rejected.txt";
    let made = read(&fs::read(corpus().join(path)).expect("a file of the corpus"));
    let claims = all(&made);
    assert_eq!(claims.len(), 1);
    assert!(!claims[0].is_accepted());
    assert_eq!(claims[0].statuses[0].reasons[0].category.code, "A7");
    assert_eq!(claims[0].bill_type.as_deref(), Some("731"));
    assert!(ClaimAnswers::default().sets.is_empty());
}

static NPI: Rule = Rule {
    id: "TST-01",
    name: "npi-wrong",
    severity: Severity::Error,
    snip: 5,
    acknowledgment: "277CA:A7:562",
    message: "wrong",
    help: "mend it",
    source: "a test",
};

fn stamp() -> Stamp {
    let date = Date::new(2026, 11, 23).expect("a day");
    Stamp { date, hour: 10, minute: 5, number: 42 }
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => files.extend(self::files(&path)),
            false => files.push(path),
        }
    }
    files.sort();
    files
}
