//! Claim entry: does what a page is offered fit the claim it is offered for?

use serde_json::{Value, json};
use superbill::model::ClaimKind::{self, Dental, Institutional, Professional};
use superbill::{ClaimEntry, claim_entry, import};

const KINDS: [ClaimKind; 3] = [Professional, Institutional, Dental];

/// A value with all that stands around it on a path such as `lines[].notes[]`.
fn around(path: &str, value: Value) -> Value {
    path.rsplit('.').fold(value, |inner, step| match step.strip_suffix("[]") {
        Some(list) => json!({ list: [inner] }),
        None => json!({ step: inner }),
    })
}

/// Asserts that every value of a claim has a field.
fn fits(claim: Value, what: &str) {
    let batch = json!({ "claims": [claim] }).to_string();
    let imported = import(batch.as_bytes()).expect("claims");
    let told: Vec<_> = imported.report.kept().iter().collect();
    assert!(told.is_empty(), "{what}: {told:?}");
}

fn codes<'e>(entry: &'e ClaimEntry, path: &str, when: Option<&str>) -> Vec<&'e str> {
    let is = |list: &&superbill::ChoiceList| {
        let of = list.when.as_ref().and_then(|when| when.is.first()).map(String::as_str);
        list.path == path && of == when
    };
    let list = entry.choices.iter().find(is);
    list.map_or(Vec::new(), |list| list.codes.iter().map(|(code, _)| code.as_str()).collect())
}

#[test]
fn blank_claims_and_entries_fit_the_model() {
    for kind in KINDS {
        let entry = claim_entry(kind);
        let blank = import(entry.blank.to_string().as_bytes()).expect("claims");
        assert_eq!(blank.report.total(), 0, "{kind:?}");
        assert_eq!(blank.batches[0].claims[0].kind, kind);
        for one in &entry.entries {
            fits(around(&one.path, one.entry.clone()), &one.path);
        }
    }
}

#[test]
fn every_choice_is_for_a_field_of_the_model_and_has_words() {
    for kind in KINDS {
        for list in claim_entry(kind).choices {
            assert!(!list.codes.is_empty(), "{kind:?} {}", list.path);
            for (code, words) in &list.codes {
                assert!(!words.is_empty(), "{kind:?} {} {code}", list.path);
            }
            if !list.path.starts_with('*') {
                fits(around(&list.path, json!(list.codes[0].0)), &list.path);
            }
        }
    }
}

#[test]
fn every_row_of_the_data_is_of_use() {
    let data: Value = serde_json::from_str(include_str!("../data/claim-entry.json")).expect("JSON");
    let all = KINDS.map(claim_entry);
    let mut unused = Vec::new();
    for row in data["choices"].as_array().expect("rows") {
        let path = row["path"].as_str().expect("a path");
        let kinds = KINDS.iter().zip(&all).filter(|(kind, _)| {
            let of = row["kinds"].as_array();
            of.is_none_or(|of| of.iter().any(|one| json!(kind) == *one))
        });
        let mut kinds = kinds.filter(|(_, it)| it.choices.iter().any(|list| list.path == path));
        unused.extend(kinds.next().is_none().then_some(path));
    }
    assert!(unused.is_empty(), "no kind of claim has {unused:?}");
    for (kind, entry) in KINDS.iter().zip(&all) {
        let text = serde_json::to_string(&entry.choices).expect("JSON");
        assert!(text.len() < 40_000, "{kind:?}: {} bytes", text.len());
    }
}

#[test]
fn codes_are_those_of_the_guide_in_our_words_and_order() {
    let [professional, institutional, dental] = KINDS.map(claim_entry);
    let categories = codes(&professional, "certifications[].category", None);
    assert_eq!(categories, ["07", "75", "E1", "E2", "E3", "ZZ"]);
    assert_eq!(codes(&institutional, "certifications[].category", None), ["ZZ"]);
    assert!(codes(&dental, "certifications[].category", None).is_empty());
    let conditions = codes(&professional, "certifications[].conditions[]", Some("07"));
    assert_eq!(conditions, ["01", "04", "05", "06", "07", "08", "09", "12"]);
    assert_eq!(codes(&professional, "certifications[].conditions[]", Some("75")), ["IH"]);
    assert_eq!(codes(&professional, "frequency", None), ["1", "7", "8"]);
    let reference = |code: &str| {
        let list = dental.choices.iter().find(|list| list.path == "references[].qualifier");
        let codes = list.map_or(&[][..], |list| &list.codes);
        codes.iter().find(|(known, _)| known == code).map(|(_, words)| words.as_str())
    };
    assert_eq!(reference("G1"), Some("Prior Authorization"));
    let paid = &professional.positions.iter().find(|list| list.path.ends_with("outpatient.values"));
    let paid: Vec<_> = paid.map_or(Vec::new(), |list| list.positions.iter().collect());
    assert_eq!(paid.len(), 9);
    assert!(paid[1].number && !paid[2].number, "{paid:?}");
}
