//! Any claim: is every value on the form, or told by a finding, and does nothing panic?
//!
//! Claims are the samples with any of their texts replaced and any of their lists made longer or shorter:
//! the shape is that of a claim, the content is anything.

use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;
use superbill_documents::form::{FilledForm, FormKind, fill};
use superbill_model::{Claim, ClaimBatch};

const KINDS: [FormKind; 3] = [FormKind::Cms1500, FormKind::Ub04, FormKind::Ada];
const SAMPLES: [&str; 3] = ["professional", "institutional", "dental"];

/// A change of one text or list, chosen by number among all.
#[derive(Clone, Debug)]
enum Change {
    Text(String),
    Repeat(u8),
    Cut,
}

fn change() -> impl Strategy<Value = (u16, Change)> {
    let text = prop_oneof![
        3 => "[A-Za-z0-9 .,#-]{0,60}",
        2 => "\\PC{0,40}",
        1 => "[0-9]{1,12}",
        1 => Just("\u{0}\u{1b}\u{202e}".to_owned()),
        1 => "(20[0-9]{2})-[01][0-9]-[0-3][0-9]",
    ];
    let change = prop_oneof![
        6 => text.prop_map(Change::Text),
        2 => (2_u8..40).prop_map(Change::Repeat),
        1 => Just(Change::Cut),
    ];
    (any::<u16>(), change)
}

/// Applies a change to the text or list it chooses.
fn apply(value: &mut Value, left: &mut usize, change: &Change) {
    match value {
        Value::String(text) => {
            if let (0, Change::Text(new)) = (*left, change) {
                text.clone_from(new);
            }
            *left = left.wrapping_sub(1);
        }
        Value::Array(items) => {
            match (*left, change, items.first().cloned()) {
                (0, Change::Repeat(count), Some(first)) => {
                    items.resize(usize::from(*count), first);
                }
                (0, Change::Cut, _) => items.clear(),
                _ => {}
            }
            *left = left.wrapping_sub(1);
            items.iter_mut().for_each(|item| apply(item, left, change));
        }
        Value::Object(fields) => {
            fields.values_mut().for_each(|field| apply(field, left, change));
        }
        _ => {}
    }
}

/// How many texts and lists there are.
fn places(value: &Value) -> usize {
    match value {
        Value::String(_) => 1,
        Value::Array(items) => 1 + items.iter().map(places).sum::<usize>(),
        Value::Object(fields) => fields.values().map(places).sum(),
        _ => 0,
    }
}

fn sample(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/claims");
    let bytes = std::fs::read(folder.join(format!("{name}.json"))).expect("a sample");
    serde_json::from_slice(&bytes).expect("JSON")
}

/// The changed batch and its claim. A change that leaves no claim, such as of an amount to a word, is undone.
fn changed(name: &str, changes: &[(u16, Change)]) -> (ClaimBatch, Claim) {
    let mut value = sample(name);
    let read = |value: &Value| {
        let batch: ClaimBatch = serde_json::from_value(value.clone()).ok()?;
        let claim = batch.claims.first()?.clone();
        Some((batch, claim))
    };
    for (place, change) in changes {
        let mut next = value.clone();
        let count = places(&next["claims"][0]);
        apply(&mut next["claims"][0], &mut (usize::from(*place) % count), change);
        if read(&next).is_some() {
            value = next;
        }
    }
    read(&value).expect("a claim")
}

/// The letters and digits of a text, to compare across the writing of forms.
fn bare(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase()
}

fn on_form(form: &FilledForm, value: &str) -> bool {
    let value = bare(value);
    form.pages
        .iter()
        .any(|page| page.texts.iter().any(|text| bare(text.text.reveal()).contains(&value)))
}

fn found(form: &FilledForm, path: &str) -> bool {
    form.findings.kept().iter().any(|it| it.location.path.contains(path))
}

/// What every form of the claim's own kind has to show.
fn values(claim: &Claim) -> Vec<(String, String)> {
    let mut values = vec![(
        "patientControlNumber".to_owned(),
        claim.patient_control_number.reveal().to_string(),
    )];
    for (index, line) in claim.lines.iter().enumerate() {
        if let Some(procedure) = &line.procedure {
            values.push((format!("lines[{index}].procedure"), procedure.code.to_string()));
        }
        if let Some(charge) = line.charge_amount {
            let dollars = charge.to_string();
            let dollars = dollars.split('.').next().unwrap_or("").to_owned();
            values.push((format!("lines[{index}].chargeAmount"), dollars));
        }
    }
    for (index, diagnosis) in claim.diagnoses.iter().enumerate() {
        if ["ABK", "ABF"].contains(&diagnosis.qualifier.as_str()) {
            values.push((format!("diagnoses[{index}].code"), diagnosis.code.to_string()));
        }
    }
    let identifier = claim.coverage.subscriber.0.identifier.as_ref();
    if let Some(identifier) = identifier {
        let path = "coverage.subscriber.identifier".to_owned();
        values.push((path, identifier.value.reveal().to_string()));
    }
    values
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_value_is_placed_or_found(
        which in 0_usize..3,
        changes in proptest::collection::vec(change(), 0..12),
    ) {
        let (batch, claim) = changed(SAMPLES[which], &changes);
        let form = fill(&batch, &batch.claims[0], FormKind::of(claim.kind));
        let too_many = form.findings.kept().iter().any(|it| it.rule.id == "FRM-008");
        for (path, value) in values(&claim) {
            let told = on_form(&form, &value) || found(&form, &path);
            prop_assert!(told || path.starts_with("diagnoses") && too_many, "{path}: {value:?}");
        }
    }

    #[test]
    fn no_claim_panics(
        which in 0_usize..3,
        changes in proptest::collection::vec(change(), 0..20),
    ) {
        let (batch, claim) = changed(SAMPLES[which], &changes);
        for kind in KINDS {
            // Also a claim that is not of the batch.
            let form = fill(&batch, &claim, kind);
            prop_assert!(!form.pages.is_empty());
            for (number, page) in form.pages.iter().enumerate() {
                for text in &page.texts {
                    let shown = text.text.reveal();
                    prop_assert!(shown.bytes().all(|byte| (0x20..0x7f).contains(&byte)));
                    prop_assert!((0..=61_200).contains(&text.x) && (0..=79_200).contains(&text.y));
                }
                prop_assert!(form.svg(number, true).ends_with("</svg>\n"));
            }
            #[cfg(feature = "pdf")]
            prop_assert!(superbill_documents::form::pdf(&[form], true).ends_with(b"%%EOF"));
        }
    }
}
