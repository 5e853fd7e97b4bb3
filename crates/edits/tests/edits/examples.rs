//! Examples: does each rule find what its text says it finds, and nothing in what it passes?

use std::collections::BTreeSet;

use serde_json::Value;
use superbill_types::Findings;

use crate::case::{Case, examples};

fn told(findings: &Findings) -> String {
    let lines = findings.kept().iter().map(|finding| {
        format!("  {} {}: {}\n", finding.rule.id, finding.location.path, finding.message())
    });
    lines.collect()
}

#[test]
fn the_base_claims_are_clean() {
    for kind in ["professional", "institutional", "dental"] {
        let mut findings = Case::base(kind).check();
        findings.retain(|finding| finding.rule.id != "TBL-01");
        assert_eq!(findings.total(), 0, "{kind}:\n{}", told(&findings));
    }
}

#[test]
fn every_example_is_as_told() {
    let mut wrong = Vec::new();
    for example in examples() {
        let case = Case::base(&example.kind).with(&example.patch);
        let findings = case.check();
        let paths: Vec<&str> = findings
            .kept()
            .iter()
            .filter(|finding| finding.rule.id == example.rule)
            .map(|finding| {
                finding.location.path.trim_start_matches("claims[0]").trim_start_matches('.')
            })
            .collect();
        let right = match &example.at {
            Some(at) => paths.contains(&at.as_str()),
            None => paths.is_empty(),
        };
        if !right {
            wrong.push(format!("{example:?}\nfound at {paths:?}; in all:\n{}", told(&findings)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn messages_are_whole_and_tell_nothing_that_identifies() {
    for example in examples() {
        let case = Case::base(&example.kind).with(&example.patch);
        let mut secret = BTreeSet::new();
        identifying(case.value(), "", &mut secret);
        for finding in case.check().kept() {
            let (message, help) = (finding.message(), finding.help());
            assert!(!message.contains('?'), "{}: a fact is missing: {message}", finding.rule.id);
            assert!(!help.contains('?'), "{}: a fact is missing: {help}", finding.rule.id);
            let facts = finding.facts.iter().map(|fact| fact.value.as_ref());
            for value in facts {
                assert!(!secret.contains(value), "{} tells {value}", finding.rule.id);
            }
        }
    }
}

/// Collects values of fields that identify a person.
fn identifying(value: &Value, field: &str, secret: &mut BTreeSet<String>) {
    match value {
        // Remarks and amounts of an earlier payer identify nobody.
        Value::Object(_) if matches!(field, "inpatient" | "outpatient") => {}
        Value::Object(fields) => fields.iter().for_each(|(name, it)| identifying(it, name, secret)),
        Value::Array(items) => items.iter().for_each(|it| identifying(it, field, secret)),
        Value::String(text) => {
            let names = [
                "lastName",
                "firstName",
                "middleName",
                "value",
                "birthDate",
                "deathDate",
                "lines",
                "city",
                "postalCode",
                "patientControlNumber",
                "groupNumber",
                "text",
            ];
            if names.contains(&field) && text.len() > 2 {
                secret.insert(text.clone());
            }
        }
        _ => {}
    }
}
