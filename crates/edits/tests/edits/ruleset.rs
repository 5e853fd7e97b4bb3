//! Rulesets: does a change count, for whom it is meant, and is it refused where it makes no sense?

use serde_json::{Map, Value, json};
use superbill_edits::{BadRuleset, Checker, Ruleset};
use superbill_types::Severity;

use crate::case::{Case, books};

fn case(changes: Value) -> Case {
    let patch = json!({ "chargeAmount": "1.00", "ruleset": { "changes": changes } });
    let Value::Object(patch) = patch else { unreachable!("an object") };
    Case::base("professional").with(&patch)
}

/// How bad it is that total and lines differ.
fn severity(changes: Value) -> Option<Severity> {
    let findings = case(changes).check();
    findings.kept().iter().find(|it| it.rule.id == "CLM-044").map(|it| it.severity)
}

#[test]
fn a_change_counts_for_its_payer() {
    let note = json!({ "rule": "CLM-044", "setting": "note" });
    let off = json!({ "rule": "CLM-044", "payer": "EHP01", "setting": "off", "reason": "agreed" });
    let other =
        json!({ "rule": "CLM-044", "payer": "OTHER", "setting": "off", "reason": "agreed" });
    assert_eq!(severity(json!([])), Some(Severity::Error));
    assert_eq!(severity(json!([note])), Some(Severity::Note));
    assert_eq!(severity(json!([note, other])), Some(Severity::Note));
    assert_eq!(severity(json!([off, note])), None);
    let warning = json!({ "rule": "CLM-044", "setting": "warning" });
    assert_eq!(severity(json!([note, warning])), Some(Severity::Warning));
}

#[test]
fn a_ruleset_that_makes_no_sense_is_refused() {
    let prove = |changes: Value| case(changes).ruleset.prove(|id| id == "SUN-01");
    assert_eq!(prove(json!([{ "rule": "CLM-044", "setting": "note" }])), Ok(()));
    let nobody = prove(json!([{ "rule": "XXX-99", "setting": "note" }]));
    assert_eq!(nobody, Err(BadRuleset::NoSuchRule("XXX-99".into())));
    let silent = prove(json!([{ "rule": "CLM-044", "setting": "off" }]));
    assert_eq!(silent, Err(BadRuleset::NoReason("CLM-044".into())));
    assert_eq!(prove(json!([{ "rule": "SUN-01", "setting": "note" }])), Ok(()));
    let silent = prove(json!([{ "rule": "SUN-01", "setting": "off", "reason": " " }]));
    assert_eq!(silent, Err(BadRuleset::NoReason("SUN-01".into())));
    assert_eq!(Ruleset::default().prove(|_| false), Ok(()));
}

#[test]
fn a_checker_notices_another_ruleset_and_another_payer() {
    let (books, mut checker) = (books(), Checker::default());
    let off =
        json!([{ "rule": "CLM-044", "payer": "EHP01", "setting": "off", "reason": "agreed" }]);
    let told = |case: &Case, checker: &mut Checker| {
        let findings = checker.update(&case.batch(), &case.context(books));
        findings.kept().iter().any(|it| it.rule.id == "CLM-044")
    };
    assert!(told(&case(json!([])), &mut checker));
    assert!(!told(&case(off.clone()), &mut checker));
    let payer = Map::from_iter([("coverage.payer.identifier.value".into(), json!("OTHER"))]);
    assert!(told(&case(off.clone()).with(&payer), &mut checker));
    assert!(!told(&case(off), &mut checker));
}
