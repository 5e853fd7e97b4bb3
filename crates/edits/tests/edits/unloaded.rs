//! Tables that are not loaded: is each told, and never taken for a pass or a failure?

use superbill_codes::CodeBooks;
use superbill_edits::check;
use superbill_types::Severity;

use crate::case::Case;

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
