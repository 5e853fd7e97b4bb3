//! Imports: does every field of other forms reach a claim, or is it told that it did not?
#![cfg(feature = "import")]

use std::fmt::Write;

use superbill_exchange::claim;
use superbill_exchange::import::{Format, Imported, NotImported, import};
use superbill_model::ClaimBatch;
use superbill_types::Phi;

const PATHS: &str = include_str!("clearinghouse.tsv");

/// Each field alone in a document: its value stands in the batch, or a note says why not.
#[test]
fn every_published_field_has_a_place_or_a_reason() {
    let (mut wrong, mut carried, mut told) = (String::new(), 0, 0);
    for (kind, path, leaf) in leaves() {
        let value = sample(&path, leaf);
        let document = document(&path, &value);
        let imported = import(document.as_bytes()).expect("a claim");
        let json = serde_json::to_string(&imported.batches).expect("JSON");
        let note = |id: &str| {
            let mut notes = imported.report.kept().iter();
            notes.find(|note| note.rule.id == id && place(&note.location.path) == path).is_some()
        };
        if note("IMP-02") {
            told += 1;
        } else if is_there(&json, leaf, &value) && !note("IMP-01") && !note("IMP-03") {
            carried += 1;
        } else {
            let notes: Vec<_> = imported
                .report
                .kept()
                .iter()
                .map(|note| format!("{} {}", note.rule.id, note.location.path))
                .collect();
            writeln!(wrong, "{kind} {path} {leaf} = {value}: {notes:?}").expect("text");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(carried > 1700 && told < 70, "{carried} carried over, {told} told");
}

/// Paths of values: those that no other path goes through.
fn leaves() -> Vec<(&'static str, String, &'static str)> {
    let rows: Vec<(&str, &str, &str)> = PATHS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut parts = line.split('\t');
            let mut next = || parts.next().expect("three columns");
            (next(), next(), next())
        })
        .collect();
    assert_eq!(rows.len(), 2161);
    let inner = |kind: &str, path: &str| {
        rows.iter().any(|row| {
            row.0 == kind
                && row.1.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '[']))
        })
    };
    let leaf =
        rows.iter().filter(|row| row.2 != "object" && row.2 != "any" && !inner(row.0, row.1));
    leaf.map(|(kind, path, leaf)| (*kind, (*path).to_owned(), *leaf)).collect()
}

/// A value that is found again, and fits the field.
fn sample(path: &str, leaf: &str) -> String {
    let name = path.trim_end_matches("[]").rsplit('.').next().unwrap_or("");
    match leaf {
        "boolean" => "true".to_owned(),
        "integer" | "number" => "7919".to_owned(),
        _ if name == "providerType" => "\"RenderingProvider\"".to_owned(),
        _ if name == "admissionDateAndHour" => "\"201810131242\"".to_owned(),
        _ if name == "dischargeHour" => "\"1130\"".to_owned(),
        _ if name.ends_with("djustmentDetails") => "{\"adjustmentAmount\":\"7919\"}".to_owned(),
        _ if name == "updatedInformation" => "\"7919\"".to_owned(),
        _ if name.to_lowercase().contains("date") || name == "dateOfBirth" => {
            "\"20240229\"".to_owned()
        }
        _ => "\"7919\"".to_owned(),
    }
}

fn is_there(json: &str, leaf: &str, value: &str) -> bool {
    match value.trim_matches('"') {
        "true" => leaf == "boolean",
        "20240229" => json.contains("2024-02-29"),
        "201810131242" => json.contains("2018-10-13") && json.contains("1242"),
        "RenderingProvider" => true,
        value if value.starts_with('{') => json.contains("7919"),
        value => json.contains(value),
    }
}

/// A document that has only this field, and what it needs to be known by.
fn document(path: &str, value: &str) -> String {
    let mut out = value.to_owned();
    for step in path.rsplit('.') {
        let name = step.trim_end_matches("[]");
        let lists = (step.len() - name.len()) / 2;
        if step == "providers[]" && !out.contains("providerType") {
            out = out.replacen('{', "{\"providerType\":\"RenderingProvider\",", 1);
        }
        out = format!("{{\"{name}\":{}{out}{}}}", "[".repeat(lists), "]".repeat(lists));
    }
    if !path.starts_with("claimInformation") {
        out = out.replacen('{', "{\"claimInformation\":{},", 1);
    }
    out
}

/// A path as the list has it: without places in lists.
fn place(path: &str) -> String {
    let mut out = String::new();
    let mut number = false;
    for letter in path.chars() {
        match letter {
            '[' => number = true,
            ']' => {
                number = false;
                out.push_str("[]");
            }
            _ if number => {}
            _ => out.push(letter),
        }
    }
    out
}

fn of(text: &str) -> Imported {
    import(text.as_bytes()).expect("a claim")
}

fn notes(imported: &Imported) -> Vec<String> {
    let note = |note: &superbill_types::Finding| format!("{} {}", note.rule.id, note.location.path);
    imported.report.kept().iter().map(note).collect()
}

/// Claims whose import says nothing, built and proved against their guides.
fn proved(batches: &[ClaimBatch]) -> String {
    let mut batches = batches.to_vec();
    for (n, batch) in batches.iter_mut().enumerate() {
        batch.claims.iter_mut().for_each(claim::prepare);
        batch.control_number = format!("{:04}", n + 1).into();
        batch.reference = Phi::new(format!("{n}").into());
        batch.date = Some(superbill_types::DateValue::read("20260105"));
        batch.time = Some("1200".into());
    }
    let envelope = superbill_exchange::Envelope::default();
    let written = claim::write(&batches, &envelope, superbill_guides::library());
    let told = |found: superbill_types::Findings| {
        let found =
            found.kept().iter().map(|it| format!("{} {}\n", it.location.path, it.message()));
        found.collect::<String>()
    };
    let written = written.map_err(told).expect("claims that keep to the guide");
    assert_eq!(claim::read(&written).expect("X12").0.len(), batches.len());
    String::from_utf8(written).expect("text").replace('~', "\n")
}

#[test]
fn a_professional_claim() {
    let imported = of(include_str!("import/professional.json"));
    assert_eq!(imported.format, Format::Clearinghouse);
    assert_eq!(notes(&imported), ["IMP-02 usageIndicator"]);
    let file = proved(&imported.batches);
    for segment in [
        "NM1*PR*2*SAMPLE HEALTH*****PI*SH001",
        "PAT*19",
        "CLM*PCN-1*210.5***11:B:1*Y*A*Y*Y*P*AA:::NV",
        "DTP*314*RD8*20260102-20260110",
        "HI*ABK:S93401A*ABF:M25571",
        "SV1*HC:99213:25*150.5*UN*1***1:2",
        "SVD*OTHER1*60.25*HC:99213**1",
        "CAS*CO*45*70.25*1*253*20",
        "AMT*EAF*5",
    ] {
        assert!(file.contains(segment), "{segment}\n{file}");
    }
}

#[test]
fn an_institutional_claim() {
    let imported = of(include_str!("import/institutional.json"));
    assert_eq!(notes(&imported), [""; 0]);
    let file = proved(&imported.batches);
    for segment in [
        "CLM*PCN-2*1000***11:A:1**A*Y*Y",
        "DTP*435*DT*202601021242",
        "DTP*434*RD8*20260102-20260104",
        "HI*BBR:0DTJ4ZZ:D8:20260103",
        "HI*BI:70:RD8:20260102-20260103",
        "HI*BE:80:::2",
        "NM1*71*1*WELL*ANN****XX*1999996501",
        "SV2*0120*HC:99221*1000*DA*2",
    ] {
        assert!(file.contains(segment), "{segment}\n{file}");
    }
}

#[test]
fn a_dental_claim() {
    let imported = of(include_str!("import/dental.json"));
    assert_eq!(notes(&imported), [""; 0]);
    let file = proved(&imported.batches);
    for segment in [
        "DN1*36*24",
        "DN2*8*M****JP",
        "SV3*AD:D2391*95.5****1",
        "TOO*JP*3*M:O",
        "DTP*472*D8*20260105",
    ] {
        assert!(file.contains(segment), "{segment}\n{file}");
    }
}

#[test]
fn a_form() {
    let imported = of(include_str!("import/form.json"));
    assert_eq!(imported.format, Format::Cms1500);
    assert_eq!(notes(&imported), ["IMP-01 box99", "IMP-02 Item30", "IMP-05 ", "IMP-05 "]);
    let mut batches = imported.batches;
    let whole = of(include_str!("import/professional.json"));
    batches[0].submitter = whole.batches[0].submitter.clone();
    batches[0].receiver = whole.batches[0].receiver.clone();
    let file = proved(&batches);
    for segment in [
        "NM1*IL*1*DOE*JANE*Q***MI*MEM-1",
        "CLM*ACC-7*225.5***11:B:1*Y*A*Y*Y**AA:::NV",
        "HI*ABK:S93401A*ABF:M25571",
        "SV1*HC:99213:25*150.5*UN*1*11**1:2",
        "SV1*HC:73610*75*UN*1*11**2",
        "NM1*DN*1*WELL*ANN****XX*1999996501",
    ] {
        assert!(file.contains(segment), "{segment}\n{file}");
    }
}

#[test]
fn our_own_claims_come_back() {
    let batches = of(include_str!("import/professional.json")).batches;
    let json = serde_json::to_string(&batches).expect("JSON");
    for text in [
        json.clone(),
        json[1..json.len() - 1].to_owned(),
        format!("{{\"interchanges\":[{{\"groups\":[{{\"transactionSets\":{json}}}]}}]}}"),
    ] {
        let imported = of(&text);
        assert_eq!((imported.format, imported.batches), (Format::Superbill, batches.clone()));
        assert_eq!(imported.report.total(), 0);
    }
    let odd =
        json.replacen("\"chargeAmount\":\"210.50\"", "\"chargeAmount\":\"SECRET\",\"x\":{}", 1);
    let imported = of(&odd);
    assert_eq!(notes(&imported), ["IMP-03 [0].claims[0].chargeAmount", "IMP-01 [0].claims[0].x"]);
    assert!(!format!("{:?}", imported.report).contains("SECRET"));
    let mut expected = batches;
    expected[0].claims[0].charge_amount = None;
    assert_eq!(imported.batches, expected);
}

#[test]
fn x12_and_several_documents() {
    let one = include_str!("import/dental.json");
    let imported = of(&format!("{one}\n{one}"));
    assert_eq!((imported.batches.len(), imported.batches[0].claims.len()), (1, 2));
    let written = proved(&imported.batches).replace('\n', "~");
    let again = of(&written);
    assert_eq!((again.format, again.batches[0].claims.len()), (Format::X12, 2));
}

#[test]
fn what_is_no_claim_is_told_by_place() {
    let refused = |text: &str| import(text.as_bytes()).expect_err("no claim");
    assert_eq!(refused("{\n  \"a\": SECRET}"), NotImported::Json { line: 2, column: 8 });
    assert_eq!(refused("nothing"), NotImported::Json { line: 1, column: 1 });
    assert_eq!(refused("{\"a\": 1}"), NotImported::NoClaim);
    assert_eq!(refused("[]"), NotImported::NoClaim);
    assert!(matches!(refused("ISA*"), NotImported::X12(_)));
    assert!(import(b"{\"a\":\"\xff\"}").is_err());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        cases: 100, failure_persistence: None, ..proptest::prelude::ProptestConfig::default()
    })]

    /// Whatever bytes come, an answer comes back, and it shows none of them.
    #[test]
    fn any_bytes_have_an_answer(
        which in 0..4_usize,
        changes in proptest::collection::vec((proptest::prelude::any::<u16>(), "[\\[\\]{}\",:0-9a-z\\\\.-]{0,3}"), 0..6),
    ) {
        let samples = [
            include_str!("import/professional.json"),
            include_str!("import/institutional.json"),
            include_str!("import/dental.json"),
            include_str!("import/form.json"),
        ];
        let mut text = samples[which].to_owned();
        for (at, with) in changes {
            let at = usize::from(at) % text.len();
            let end = (at + with.len()).min(text.len());
            text.replace_range(at..end, &with);
        }
        let told = match import(text.as_bytes()) {
            Ok(imported) => format!("{:?}", imported.report),
            Err(error) => format!("{error} {error:?}"),
        };
        for name in ["DOE", "JANE", "MEM-1", "1980"] {
            proptest::prop_assert!(!told.contains(name), "{}", name);
        }
    }
}
