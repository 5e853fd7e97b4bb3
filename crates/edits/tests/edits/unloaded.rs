//! Tables that are not loaded: is each told, and never taken for a pass or a failure?

use superbill_codes::CodeBooks;
use superbill_edits::{check, edit_of};
use superbill_types::Severity;

use crate::case::{Case, books};

/// What is told as not checked where nothing is loaded.
fn told(kind: &str, changes: &str) -> Vec<String> {
    let changes = serde_json::from_str(changes).expect("JSON");
    let (case, books) = (Case::base(kind).with(&changes), CodeBooks::default());
    let findings = check(&case.batch(), &case.context(&books));
    let tables = findings.kept().iter().filter(|it| it.rule.id == "TBL-01");
    let mut tables: Vec<String> = tables
        .map(|it| it.facts.first().map_or_else(String::new, |fact| fact.value.to_string()))
        .collect();
    assert!(findings.kept().iter().all(|it| it.severity < Severity::Error), "{kind}");
    tables.sort();
    tables
}

#[test]
fn nothing_loaded_is_told_table_by_table() {
    let office = [
        "add-on codes (NCCI)",
        "diagnosis codes",
        "modifiers (CPT)",
        "procedure codes (CPT)",
        "procedure pairs (NCCI)",
        "unit limits (NCCI)",
    ];
    assert_eq!(told("professional", "{}"), office);
    assert_eq!(told("institutional", "{}"), ["diagnosis codes", "procedure codes (CPT)"]);
    assert_eq!(told("dental", "{}"), ["dental procedure codes (CDT)"]);
    let drug = r#"{"lines[1].drug": {"qualifier": "N4", "code": "00409128031", "quantity": "1",
        "unit": "ML"}, "lines[1].procedure": {"qualifier": "HC", "code": "J1885", "modifiers": ["JZ"]}}"#;
    let tables = told("professional", drug);
    for table in ["national drug codes (NDC)", "procedure codes (HCPCS)", "modifiers (HCPCS)"] {
        assert!(tables.iter().any(|it| it == table), "{table} is not told: {tables:?}");
    }
}

/// A code that no list has, by the rule that refuses it.
const UNKNOWN: [(&str, &str, &str); 16] = [
    (
        "CLM-022",
        "professional",
        r#"{"billingProvider.address.country": "US", "billingProvider.address.state": "ZZ"}"#,
    ),
    ("PTY-04", "professional", r#"{"billingProvider.address.country": "ZZ"}"#),
    ("CLM-067", "professional", r#"{"billingProvider.taxonomy": "999X00000X"}"#),
    ("DXC-10", "professional", r#"{"diagnoses[1].code": "Q9999"}"#),
    ("CLM-077", "professional", r#"{"lines[1].procedure.code": "J0000"}"#),
    ("CLM-079", "professional", r#"{"lines[1].procedure.modifiers": ["ZQ"]}"#),
    ("CLM-045", "professional", r#"{"facilityCode": "90"}"#),
    ("CLM-088", "professional", r#"{"lines[1].placeOfService": "90"}"#),
    (
        "MNY-07",
        "professional",
        r#"{"otherCoverages": [{"adjustments": [{"group": "CO", "reason": "999", "amount": "1.00"}]}]}"#,
    ),
    (
        "MNY-06",
        "professional",
        r#"{"otherCoverages": [{"outpatient": {"values": [{"position": 3, "text": "ZZ99"}]}}]}"#,
    ),
    (
        "PRC-08",
        "institutional",
        r#"{"procedures": [{"qualifier": "BBR", "code": "0ZZ0ZZZ", "date": "2026-03-02"}]}"#,
    ),
    ("INS-07", "institutional", r#"{"admission.patientStatus": "99"}"#),
    ("BIL-03", "institutional", r#"{"admission.source": "7"}"#),
    ("BIL-10", "institutional", r#"{"values": [{"code": "Z9", "amount": "1.00"}]}"#),
    (
        "BIL-14",
        "institutional",
        r#"{"diagnosisRelatedGroup": "997", "coverage.filingIndicator": "MA"}"#,
    ),
    ("BIL-16", "institutional", r#"{"lines[0].revenueCode": "0265"}"#),
];

#[test]
fn an_unknown_code_is_judged_softer_where_its_table_is_older() {
    for (rule, kind, patch) in UNKNOWN {
        let case = Case::base(kind).with(&serde_json::from_str(patch).expect("JSON"));
        let told = |year| {
            let case = case.in_year(year);
            let findings = check(&case.batch(), &case.context(books()));
            findings.kept().iter().find(|it| it.rule.id == rule).map(|it| it.severity)
        };
        let own = edit_of(rule).map(|edit| edit.rule.severity);
        assert_eq!(told(2022), own, "{rule} in the time of its table");
        assert!(told(2036).is_some_and(|it| it < Severity::Error), "{rule} much later");
    }
}
