//! Scrubbing: do the rules find what is wrong with claims of any form, in its place, and nothing else?

use std::fs;
use std::path::Path;

use superbill::code_sets::CodeBooks;
use superbill::edits::{Change, Ruleset, Setting};
use superbill::types::Severity;
use superbill::{ScrubOptions, ScrubReport, scrub};

const EXAMPLE: &str = include_str!("../../edits/examples/professional.json");

fn options() -> ScrubOptions {
    ScrubOptions { at: "2026-11-23T10:00:00Z".into(), ..ScrubOptions::default() }
}

fn scrubbed(claims: &[u8]) -> ScrubReport {
    scrub(claims, &CodeBooks::default(), &options()).expect("claims")
}

fn errors(report: &ScrubReport) -> Vec<(&str, &str)> {
    let errors = report.findings.iter().filter(|it| it.severity == Severity::Error);
    errors.map(|it| (it.rule.as_str(), it.path.as_str())).collect()
}

/// The example as an 837.
fn file(json: &str) -> Vec<u8> {
    let options = superbill::BuildOptions { at: options().at, ..Default::default() };
    let built = superbill::build_file(json.as_bytes(), &options).expect("claims");
    assert!(built.accepted, "{:?}", built.findings);
    built.x12.into_bytes()
}

#[test]
fn a_good_claim_has_no_error_as_json_and_as_a_file() {
    for claims in [EXAMPLE.as_bytes().to_vec(), file(EXAMPLE)] {
        let report = scrubbed(&claims);
        assert_eq!(errors(&report), []);
        assert!(report.accepted);
    }
}

#[test]
fn what_is_wrong_in_a_file_has_its_element() {
    let file = String::from_utf8(file(EXAMPLE)).expect("ASCII");
    let spoilt = file.replacen("*1234567893~", "*1234567890~", 1);
    assert_ne!(file, spoilt);
    let report = scrubbed(spoilt.as_bytes());
    let found =
        report.findings.iter().find(|it| it.rule.starts_with("IDF") || it.name.contains("npi"));
    let found = found.unwrap_or_else(|| unreachable!("{:?}", report.findings));
    assert_eq!((found.segment.as_str(), found.element), ("NM1", Some(9)));
    let (start, end) = found.span;
    assert_eq!(&spoilt[start as usize..end as usize], "1234567890");
}

#[test]
fn what_cannot_be_written_is_told_beside_the_rules_and_not_twice() {
    let report = scrubbed(br#"{"claims": [{"patientControlNumber": "A1"}]}"#);
    assert!(!report.accepted);
    let mut paths: Vec<_> = errors(&report).into_iter().map(|(_, path)| path).collect();
    assert!(paths.contains(&"claims[0].chargeAmount"), "{paths:?}");
    let charge = paths.iter().filter(|path| **path == "claims[0].chargeAmount").count();
    assert_eq!(charge, 1);
    paths.retain(|path| path.starts_with("envelope"));
    assert!(paths.is_empty());
}

#[test]
fn every_file_of_claims_is_scrubbed() {
    for kind in ["837P", "837I", "837D"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus").join(kind);
        for entry in fs::read_dir(folder).expect("a folder of the corpus").flatten() {
            let bytes = fs::read(entry.path()).expect("a file of the corpus");
            let checked = superbill::validate(&bytes, &superbill::ValidateOptions::default());
            let scrubbed = scrub(&bytes, &CodeBooks::default(), &options());
            match (checked, scrubbed) {
                // The rules add to what the guide says and take nothing away.
                (Ok(checked), Ok(scrubbed)) => assert!(scrubbed.total >= checked.total),
                (Ok(_), Err(none)) => assert!(none.to_string().starts_with("there is no claim")),
                (Err(_), scrubbed) => assert!(scrubbed.is_err(), "{:?}", entry.path()),
            }
        }
    }
}

#[test]
fn a_file_of_claims_is_validated_by_the_rules_where_the_day_is_told() {
    let spoilt = String::from_utf8(file(EXAMPLE)).expect("ASCII");
    let spoilt = spoilt.replacen("*1234567893~", "*1234567890~", 1);
    let validate = |at: Option<&str>, snip: Option<&str>| {
        let options = superbill::ValidateOptions {
            at: at.map(str::to_owned),
            snip: snip.map(str::to_owned),
            ..Default::default()
        };
        superbill::validate(spoilt.as_bytes(), &options).expect("a file").accepted
    };
    assert!(validate(None, None));
    assert!(validate(Some("2026-11-23"), Some("1-2")));
    assert!(!validate(Some("2026-11-23"), None));
}

#[test]
fn a_value_that_does_not_fit_is_told_while_typing_and_the_rest_is_checked() {
    let mut checker = superbill::ClaimChecker::default();
    let books = CodeBooks::default();
    let typing = EXAMPLE.replacen("\"215.00\"", "\"21x\"", 1);
    assert_ne!(typing, EXAMPLE);
    let report = checker.check_json(typing.as_bytes(), &books, &options()).expect("a batch");
    assert!(!report.accepted);
    let first = &report.findings[0];
    assert!(first.path.ends_with("hargeAmount"), "{first:?}");
    let whole = checker.check_json(EXAMPLE.as_bytes(), &books, &options()).expect("a batch");
    assert!(whole.accepted, "{:?}", whole.findings);
}

#[test]
fn answers_of_earlier_payers_add_up_to_what_is_charged() {
    let file = include_bytes!("../../../tests/corpus/hostile/h134_cob_line_unbalanced.edi");
    let report = scrubbed(file);
    let told: Vec<_> = report.findings.iter().filter(|it| it.rule.starts_with("COB")).collect();
    let places: Vec<_> =
        told.iter().map(|it| (it.rule.as_str(), it.segment.as_str(), it.path.as_str())).collect();
    assert_eq!(
        places,
        [
            ("COB-07", "SBR", "claims[0].otherCoverages[0]"),
            ("COB-05", "SVD", "claims[0].lines[0].adjudications"),
        ]
    );
    let change = Change {
        rule: "COB-07".into(),
        payer: None,
        setting: Setting::Off,
        reason: "agreed by telephone".into(),
    };
    let ruleset = Ruleset { changes: vec![change], ..Ruleset::default() };
    let tuned = scrub(file, &CodeBooks::default(), &ScrubOptions { ruleset, ..options() });
    let tuned = tuned.expect("there is such a rule");
    assert!(tuned.findings.iter().all(|it| it.rule != "COB-07"));
    assert!(tuned.findings.iter().any(|it| it.rule == "COB-05"));

    let balanced = String::from_utf8_lossy(file).replace("CAS*PR*2*30~", "CAS*PR*2*80~");
    let report = scrubbed(balanced.as_bytes());
    assert!(report.findings.iter().all(|it| !it.rule.starts_with("COB")));
}

#[test]
fn rules_of_payers_are_tuned_as_others_and_stand_in_one_file() {
    let rule = "title = \"Moon\"\nprefix = \"MOON\"\npayers = \"any\"\n\n[[rule]]\nid = \"MOON-01\"\n\
        name = \"any\"\nwhen = \"true\"\nmessage = \"wrong\"\nhelp = \"Mend it.\"\n\
        fails = [{}]\n";
    let tuned = |setting: Setting, reason: &str, files: usize| {
        let change = Change { rule: "MOON-01".into(), payer: None, setting, reason: reason.into() };
        let ruleset = Ruleset { changes: vec![change], ..Ruleset::default() };
        let payer_rules = vec![rule.to_owned(); files];
        let options = ScrubOptions { ruleset, payer_rules, ..options() };
        let report = scrub(EXAMPLE.as_bytes(), &CodeBooks::default(), &options);
        report.map_err(|why| why.to_string()).map(|report| {
            report.findings.iter().find(|it| it.rule == "MOON-01").map(|it| it.severity)
        })
    };
    assert_eq!(tuned(Setting::Note, "", 1), Ok(Some(Severity::Note)));
    assert_eq!(tuned(Setting::Off, "agreed by telephone", 1), Ok(None));
    assert_eq!(
        tuned(Setting::Off, "", 1),
        Err("rule MOON-01 is turned off without a reason".to_owned())
    );
    assert_eq!(tuned(Setting::Note, "", 0), Err("there is no rule MOON-01".to_owned()));
    let twice = "rule MOON-01 stands in two files of payer rules, Moon and Moon: give each file a \
        prefix of its own";
    assert_eq!(tuned(Setting::Note, "", 2), Err(twice.to_owned()));
}

#[test]
fn a_file_is_validated_and_answered_by_the_tables_that_are_given() {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../pkg/codes/icd10cm.pack");
    let mut books = CodeBooks::default();
    books.load(fs::read(pack).expect("a pack that ships")).expect("a whole pack");
    let text = String::from_utf8(file(EXAMPLE)).expect("ASCII");
    let spoilt = text.replacen("ABF:R0981", "ABF:R0999", 1);
    assert!(spoilt != text && superbill::has_claims(spoilt.as_bytes()));
    let asked = superbill::ValidateOptions { at: Some(options().at), ..Default::default() };
    let unknown = |books: &CodeBooks| {
        let report = superbill::validate_with(spoilt.as_bytes(), books, &asked).expect("a file");
        report.findings.iter().any(|it| it.name == "diagnosis-unknown")
    };
    assert!(unknown(&books) && !unknown(&CodeBooks::default()));
    let asked = superbill::AcknowledgeOptions {
        kind: "277ca".into(),
        at: options().at,
        seed: None,
        companion: None,
    };
    let answer = |file: &str, books: &CodeBooks| {
        superbill::acknowledge_with(file.as_bytes(), books, &asked).expect("an answer").accepted
    };
    assert!(!answer(&spoilt, &books) && answer(&text, &books));
}
