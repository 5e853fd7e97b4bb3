//! Repairs: is form mended, content left alone, and nothing written that was not asked for?

use serde_json::{Map, Value};
use superbill_edits::{apply, repairs};

use crate::case::{Case, examples};

/// What stands at a path, and what a repair makes of it; the same means none.
const FORMS: &[(&str, &str, &str)] = &[
    ("billingProvider.contacts[0].numbers[0].value", "(518) 555-0177", "5185550177"),
    ("billingProvider.contacts[0].numbers[0].value", "+1 518.555.0177", "5185550177"),
    ("billingProvider.contacts[0].numbers[0].value", "555-0177", "555-0177"),
    ("billingProvider.contacts[0].numbers[0].value", "518-555-0177 ext 3", "518-555-0177 ext 3"),
    ("billingProvider.address.postalCode", "12207-0001", "122070001"),
    ("billingProvider.address.postalCode", "12207", "122070000"),
    ("billingProvider.address.postalCode", "1220", "1220"),
    ("coverage.subscriber.address.postalCode", "12208", "12208"),
    ("coverage.subscriber.address.postalCode", "12208 1234", "122081234"),
    ("lines[0].procedure.code", "99-213", "99213"),
    ("lines[0].procedure.code", " j1885", "J1885"),
    ("lines[0].procedure.modifiers[0]", "lt ", "LT"),
    ("diagnoses[0].code", "J06.9", "J069"),
    ("billingProvider.taxId.value", "12-3456789", "123456789"),
    ("billingProvider.taxId.value", "12-345678X", "12-345678X"),
    ("billingProvider.identifier.value", "1234 567 893", "1234567893"),
    ("billingProvider.taxonomy", "207q00000x", "207Q00000X"),
    ("coverage.subscriber.name.lastName", "  RIVERA   DEL  RIO ", "RIVERA DEL RIO"),
    ("coverage.subscriber.name.lastName", "PEÑA-MÜLLER", "PENA-MULLER"),
    ("coverage.subscriber.name.lastName", "O’NEIL", "O'NEIL"),
    ("coverage.subscriber.name.lastName", "Ωmega", "Ωmega"),
    ("lines[0].drug.code", "1234-5678-90", "01234567890"),
    ("lines[0].drug.code", "12345-678-90", "12345067890"),
    ("lines[0].drug.code", "12345-6789-0", "12345678900"),
    ("lines[0].drug.code", "1234567890", "1234567890"),
];

fn patched(path: &str, value: &str) -> Case {
    let mut patch = Map::new();
    if path.starts_with("lines[0].drug") {
        patch.insert("lines[0].drug".into(), serde_json::json!({ "qualifier": "N4" }));
    }
    patch.insert(path.into(), Value::String(value.into()));
    Case::base("professional").with(&patch)
}

#[test]
fn forms_are_mended_and_nothing_else() {
    for (path, from, to) in FORMS {
        let mut batch = patched(path, from).batch();
        let before = batch.clone();
        let found = repairs(&batch);
        if from == to {
            assert!(found.is_empty(), "{path} {from}: {}", found.len());
            continue;
        }
        assert_eq!(found.len(), 1, "{path} {from}");
        assert_eq!(found[0].path, format!("claims[0].{path}"));
        assert_eq!(found[0].from.as_ref().map(|it| it.reveal().as_str()), Some(*from));
        assert_eq!(found[0].to.reveal(), to);
        assert_eq!(apply(&mut batch, &found), 1);
        assert_eq!(batch, patched(path, to).batch(), "{path}");
        assert!(repairs(&batch).is_empty(), "{path} {from}: twice");
        let mut other = before;
        other.claims[0] = Case::base("professional").batch().claims[0].clone();
        let asked_for_another_value = apply(&mut other, &found);
        assert_eq!(asked_for_another_value, 0, "{path} {from}");
    }
}

#[test]
fn what_is_missing_is_told_only_where_something_tells_it() {
    let told = |patch: &[(&str, Value)]| {
        let patch = patch.iter().map(|(path, value)| ((*path).to_owned(), value.clone())).collect();
        let found = repairs(&Case::base("professional").with(&patch).batch());
        let told = found.iter().map(|it| (it.rule.id, it.path.clone(), it.to.reveal().clone()));
        told.collect::<Vec<_>>()
    };
    let province = ("coverage.subscriber.address.state", Value::from("ON"));
    let code = ("coverage.subscriber.address.postalCode", Value::from("M5V 2T6"));
    let country = "claims[0].coverage.subscriber.address.country".to_owned();
    assert!(told(&[province.clone(), code]).contains(&("RPR-05", country, "CA".into())));
    assert!(told(&[province]).is_empty());
    let number = "claims[0].lines[1].controlNumber".to_owned();
    assert_eq!(told(&[("lines[1].controlNumber", Value::Null)]), [("RPR-08", number, "2".into())]);
    let kind = "claims[0].providers.rendering.name.entityType".to_owned();
    let none = ("providers.rendering.name.entityType", Value::from(""));
    assert_eq!(told(&[none]), [("RPR-09", kind, "1".into())]);
}

#[test]
fn base_claims_need_none_and_every_example_is_mended_once() {
    for kind in ["professional", "institutional", "dental"] {
        assert!(repairs(&Case::base(kind).batch()).is_empty(), "{kind}");
    }
    for example in examples() {
        let mut batch = Case::base(&example.kind).with(&example.patch).batch();
        let found = repairs(&batch);
        assert_eq!(apply(&mut batch, &found), found.len(), "{example:?}");
        assert!(repairs(&batch).is_empty(), "{example:?}");
    }
}
