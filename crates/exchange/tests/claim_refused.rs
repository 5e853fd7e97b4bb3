//! Claims that cannot be written: is every reason told at once, each with the path of its field?

use std::fs;
use std::path::Path;

use superbill_exchange::Envelope;
use superbill_exchange::claim::{prepare, read, write};
use superbill_model::{Claim, ClaimBatch, ClaimKind};
use superbill_types::{Phi, Text};

fn batch() -> ClaimBatch {
    let path = "../../tests/corpus/837P/irobayna_stupidedi__commercial-health-insurance.edi";
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a sample");
    read(&bytes).expect("it is framed").0.remove(0)
}

/// What keeps the batch from being written: rule and path of each finding.
fn reasons(batch: &ClaimBatch) -> Vec<String> {
    let envelope = Envelope::default();
    match write(std::slice::from_ref(batch), &envelope, superbill_guides::library()) {
        Ok(_) => Vec::new(),
        Err(findings) => findings
            .kept()
            .iter()
            .map(|finding| format!("{} {}", finding.rule.id, finding.location.path))
            .collect(),
    }
}

#[test]
fn every_reason_is_told_with_its_path() {
    let mut batch = batch();
    assert_eq!(reasons(&batch), Vec::<String>::new());
    let claim = &mut batch.claims[0];
    claim.billing_provider.address = None;
    claim.coverage.subscriber.0.name.last_name = Some(Phi::new("A*B".into()));
    claim.facility_code = None;
    claim.diagnoses[0].code = Text::default();
    claim.lines[0].charge_amount = None;
    claim.lines[1].dates.clear();
    claim.lines[1].unit = Some("XX".into());
    let told = reasons(&batch);
    for expected in [
        "SYN-04 claims[0].billingProvider",
        "WRT-02 claims[0].coverage.subscriber",
        "SYN-13 claims[0].facilityCode",
        "SYN-13 claims[0].diagnoses",
        "SYN-13 claims[0].lines[0].chargeAmount",
        "SYN-04 claims[0].lines[1]",
        "SYN-24 claims[0].lines[1].unit",
    ] {
        assert!(told.iter().any(|one| one.starts_with(expected)), "{expected}: {told:#?}");
    }
}

#[test]
fn limits_name_the_claim() {
    let mut batch = batch();
    let line = batch.claims[0].lines[0].clone();
    batch.claims[0].lines = vec![line; 51];
    assert!(reasons(&batch).contains(&"CLM-074 claims[0].lines".to_owned()));
    let mut mixed = self::batch();
    let dental = Claim { kind: ClaimKind::Dental, ..mixed.claims[0].clone() };
    mixed.claims.push(dental);
    assert!(reasons(&mixed).contains(&"WRT-03 claims[1].kind".to_owned()));
    let mut many = self::batch();
    many.claims = vec![many.claims[0].clone(); 5_001];
    assert!(reasons(&many).contains(&"CLM-040 claims[5000]".to_owned()));
    assert!(reasons(&ClaimBatch::default()).contains(&"WRT-01 claims".to_owned()));
}

#[test]
fn more_claims_than_one_patient_can_hold_open_another_level() {
    let mut batch = batch();
    batch.claims = vec![batch.claims[0].clone(); 250];
    assert_eq!(reasons(&batch), Vec::<String>::new());
}

#[test]
fn lines_get_numbers_and_references_an_order() {
    let mut claim = batch().claims.remove(0);
    claim.lines[0].control_number = Some(Phi::new("L2".into()));
    claim.lines[1].control_number = None;
    prepare(&mut claim);
    let numbers: Vec<&str> = claim
        .lines
        .iter()
        .filter_map(|line| Some(line.control_number.as_ref()?.reveal().as_str()))
        .collect();
    assert_eq!(numbers[..2], ["L2", "L2X"]);
    let again = claim.clone();
    prepare(&mut claim);
    assert!(claim == again);
}
