//! Places: are fields found in the file that was built of them?

use superbill::{BuildOptions, build, import, places};

const SAMPLES: [&str; 3] = [
    include_str!("../../../www/public/samples/professional-claim.json"),
    include_str!("../../../www/public/samples/institutional-claim.json"),
    include_str!("../../../www/public/samples/dental-claim.json"),
];

#[test]
fn what_stands_at_a_place_is_what_the_field_says() {
    for sample in SAMPLES {
        let batch = import(sample.as_bytes()).expect("a claim").batches.remove(0);
        let options =
            BuildOptions { at: "2026-11-23T10:00:00Z".to_owned(), ..BuildOptions::default() };
        let built = build(core::slice::from_ref(&batch), &options);
        assert!(built.accepted);
        let found = places(&batch, &options);
        assert!(found.len() > 60, "{} places", found.len());
        let said = |path: &str| {
            let place = found.iter().find(|place| place.path == path).expect(path);
            &built.x12[place.start as usize..place.end as usize]
        };
        let claim = &batch.claims[0];
        assert_eq!(said("claims[0].patientControlNumber"), claim.patient_control_number.reveal());
        assert_eq!(said("claims[0].diagnoses[0].code"), claim.diagnoses[0].code.to_string());
        let npi = claim.billing_provider.identifier.as_ref().expect("an NPI");
        assert_eq!(said("claims[0].billingProvider.identifier.value"), npi.value.reveal().as_str());
        for (at, line) in claim.lines.iter().enumerate() {
            let charge = line.charge_amount.expect("a charge");
            let written = said(&format!("claims[0].lines[{at}].chargeAmount"));
            assert_eq!(written.parse(), Ok(charge));
        }
        // Almost everything has an element of its own; the rest its segment.
        let whole = |start: u32| built.x12.as_bytes()[start as usize - 1] == b'~';
        let segments = found.iter().filter(|place| whole(place.start)).count();
        assert!(segments * 10 < found.len(), "{segments} of {}", found.len());
    }
}

#[test]
fn claims_that_are_sent_in_another_order_keep_their_paths() {
    let mut batch: serde_json::Value = serde_json::from_str(SAMPLES[0]).expect("JSON");
    let claim = batch["claims"][0].clone();
    let mut other = claim.clone();
    other["billingProvider"]["name"]["lastName"] = "ANOTHER PRACTICE".into();
    let mut claims = [claim.clone(), other, claim];
    for (at, claim) in claims.iter_mut().enumerate() {
        claim["patientControlNumber"] = format!("LARK-{at}").into();
    }
    batch["claims"] = claims.as_slice().into();
    let options = BuildOptions { at: "2026-11-23T10:00:00Z".to_owned(), ..BuildOptions::default() };
    let text = batch.to_string();
    let built = superbill::build_file(text.as_bytes(), &options).expect("claims");
    assert!(built.accepted, "{:?}", built.findings);
    let found = places(&import(text.as_bytes()).expect("claims").batches[0], &options);
    for at in 0..3 {
        let path = format!("claims[{at}].patientControlNumber");
        let place = found.iter().find(|place| place.path == path).expect(&path);
        let said = &built.x12[place.start as usize..place.end as usize];
        assert_eq!(said, format!("LARK-{at}"));
    }
}
