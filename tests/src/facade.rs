//! The facade: what JSON does a caller get for a handful of files?

use serde_json::{Value, to_string_pretty, to_value};
use superbill::{RemittanceFile, ValidateOptions, remit, validate};

use crate::files::{case, corpus, hostile, hostile_bytes};
use crate::golden::assert_golden;
use crate::reading::read;

/// The hostile files whose whole report was read by a person.
const READ: [&str; 7] = [
    "h036_two_isa_delims",
    "h045_lower_segment",
    "h069_amt_comma",
    "h105_claim_unbalanced",
    "h109_plb_6_pairs",
    "h111_reversal_pair",
    "h114_cas_gap",
];

/// Unwrapped by the facade; what is below it refuses the header.
const WRAPPED: &str = "h012_wrapped_80col.edi";

#[test]
fn the_reports_are_as_a_person_found_right() {
    for name in READ {
        let report = remit(&hostile_bytes(&format!("{name}.edi"))).expect("it can be framed");
        let json = to_string_pretty(&report).expect("a report is JSON") + "\n";
        assert_golden(&format!("remit/{name}.json"), &json);
    }
}

#[test]
fn a_file_with_every_element_is_clean_and_reported_whole() {
    let bytes = case("every-element.835");
    let reading = read(&bytes).expect("it can be framed");
    assert_eq!(reading.found(), vec![]);
    let checked = validate(&bytes, &ValidateOptions::default()).expect("it can be framed");
    let findings = to_value(&checked).expect("a report is JSON")["findings"].clone();
    assert_eq!(findings, Value::Array(vec![]), "the guide's tables find nothing");
    let json = to_string_pretty(&remit(&bytes).expect("it can be framed")).expect("JSON") + "\n";
    assert_golden("remit/every-element.json", &json);
    // Every value that a payer sent is in it.
    for (.., segment) in reading.segments.iter().skip(3) {
        let text = String::from_utf8_lossy(segment);
        let Some((id, elements)) = text.split_once('*') else { continue };
        if matches!(id, "ST" | "SE" | "GE" | "IEA") {
            continue;
        }
        // 405 is what the field for the production date says.
        for value in elements.split(['*', ':']).filter(|v| v.len() > 2 && *v != "405") {
            assert!(json.contains(value) || json.contains(&spelled(value)), "{id} lost {value}");
        }
    }
}

/// A day or an amount as JSON spells it.
fn spelled(value: &str) -> String {
    if let Some(day) = superbill::types::Date::from_ccyymmdd(value) {
        return day.to_string();
    }
    value.parse::<superbill::types::Money>().map_or_else(|_| value.into(), |m| m.to_string())
}

#[test]
fn reports_agree_with_what_was_read() {
    let hostile =
        hostile("835").into_iter().map(|row| (row.path.clone(), hostile_bytes(&row.path)));
    for (name, bytes) in corpus("835").into_iter().chain(hostile) {
        if name == WRAPPED {
            continue;
        }
        let (Ok(reading), Ok(report)) = (read(&bytes), remit(&bytes)) else {
            assert_eq!(read(&bytes).err(), remit(&bytes).err(), "{name}");
            continue;
        };
        let json = to_value(&report).expect("a report is JSON");
        let remittances = json["remittances"].as_array().expect("a list");
        assert_eq!(remittances.len(), reading.payments.len(), "{name}");
        for (record, model) in remittances.iter().zip(&reading.remittances) {
            let claims = record["claims"].as_array().expect("a list");
            assert_eq!(claims.len(), model.claims().count(), "{name}");
            for (claim, model) in claims.iter().zip(model.claims()) {
                let amount = |field: &str| claim[field].as_str().map(str::to_owned);
                assert_eq!(amount("chargeAmount"), model.charge_amount.map(|m| m.to_string()));
                assert_eq!(amount("paymentAmount"), model.payment_amount.map(|m| m.to_string()));
            }
        }
        no_number_is_money(&name, &json);
        let file = RemittanceFile::open(bytes).expect("it can be framed");
        assert_eq!(json["balanced"], file.balanced(), "{name}");
    }
}

#[test]
fn a_wrapped_file_reads_as_the_whole_one_with_a_warning() {
    let report = |path: &str| {
        let report = remit(&hostile_bytes(path)).expect("it can be read");
        to_value(report).expect("a report is JSON")
    };
    let (wrapped, whole) = (report(WRAPPED), report("h001_ok_835.edi"));
    for field in ["patientControlNumber", "chargeAmount", "paymentAmount", "services", "names"] {
        let claim = |of: &Value| of["remittances"][0]["claims"][0][field].clone();
        assert_eq!(claim(&wrapped), claim(&whole), "{field}");
    }
    let findings = wrapped["findings"].as_array().expect("a list");
    let told: Vec<_> = findings.iter().map(|f| (f["rule"].as_str(), &f["span"][0])).collect();
    assert_eq!(told, [(Some("ENV-02"), &Value::from(80))]);
}

/// Amounts are text: a JSON number with a fraction would be a float.
fn no_number_is_money(name: &str, json: &Value) {
    match json {
        Value::Number(number) => assert!(number.is_u64() || number.is_i64(), "{name}: {number}"),
        Value::Array(list) => list.iter().for_each(|one| no_number_is_money(name, one)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            assert!(!(key.ends_with("Amount") && value.is_number()), "{name}: {key}");
            no_number_is_money(name, value);
        }),
        _ => {}
    }
}
