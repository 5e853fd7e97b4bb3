//! Hostile remittances: does each get the answer that its row expects?
//!
//! Framing, envelope and money here; what the guide's tables say (`IK3`, `IK4`, `AK9:2`, ...) is asserted
//! byte by byte in `crates/guides/tests/hostile.rs`.

use superbill_model::{Adjustment, Remittance};
use superbill_types::Money;

use crate::files::{Expected, hostile, hostile_bytes};
use crate::reading::{Reading, read};

/// The rules that answer a code of the table. Empty: the guide's tables answer it, not these readers.
fn rules_for(code: &str) -> &'static [&'static str] {
    match code {
        "LEX:missing-final-terminator" => &["ENV-29"],
        "LEX:bom" | "LEX:leading-bytes" => &["ENV-01"],
        "LEX:trailing-bytes" => &["ENV-28"],
        "TA1:016" => &["ENV-13"],
        "TA1:021" => &["ENV-23"],
        "TA1:023" => &["ENV-22"],
        "TA1:024" => &["ENV-25"],
        "AK9:3" => &["ENV-39"],
        "AK9:4" => &["ENV-41"],
        "IK5:4" => &["ENV-47"],
        "SNIP2:BPR02-NEG" => &["REM-04"],
        "SNIP3:835-CLAIM" => &["REM-34", "REM-35"],
        "SNIP3:835-TXN" => &["REM-37"],
        "SNIP3:835-INTEREST" => &["REM-40"],
        "SNIP4:BPR01-BPR04" => &["REM-03"],
        _ => &[],
    }
}

/// Codes that refuse the whole file, by the name of the reason.
fn refusal_for(code: &str) -> Option<&'static str> {
    Some(match code {
        "TA1:022" => "header-layout",
        "TA1:004" => "separators-clash",
        "LEX:not-x12" => "not-x12",
        "LEX:empty" => "empty",
        _ => return None,
    })
}

/// The row whose wrapped lines are refused here; the facade mends them (see `facade`).
const WRAPPED: &str = "h012_wrapped_80col.edi";

#[test]
fn what_cannot_be_framed_is_refused_at_its_byte() {
    let mut refused = 0;
    for row in hostile("835") {
        let truncated = row.path == "h020_isa_only_50.edi";
        let reason = if truncated { Some("header-truncated") } else { refusal_for(&row.code) };
        let got = read(&hostile_bytes(&row.path)).err();
        if row.path == WRAPPED {
            assert_eq!(got.map(|got| got.reason.name()), Some("header-layout"));
            continue;
        }
        assert_eq!(got.map(|got| got.reason.name()), reason, "{}", row.path);
        if let (Some(got), Some(offset)) = (got, row.offset) {
            assert_eq!(got.offset, offset, "{}", row.path);
        }
        refused += usize::from(got.is_some());
    }
    assert_eq!(refused, 6);
}

#[test]
fn each_wrong_is_found_at_its_byte() {
    let mut asserted = 0;
    for row in hostile("835") {
        let rules = rules_for(&row.code);
        let (Ok(reading), [_, ..]) = (read(&hostile_bytes(&row.path)), rules) else { continue };
        let offset = row.offset.expect("rows with a code have an offset");
        let found = reading.found();
        assert!(
            found
                .iter()
                .any(|(rule, at)| rules.contains(rule) && at_row(&reading, &row, offset, *at)),
            "{}: {} at {offset}, found {found:?}",
            row.path,
            row.code
        );
        asserted += 1;
    }
    assert_eq!(asserted, 18);
}

/// Whether `at` is the byte of the row or, for a sum, in the segment or claim that begins there.
fn at_row(reading: &Reading, row: &Expected, offset: u64, at: u64) -> bool {
    if !row.code.starts_with("SNIP3") {
        return at == offset;
    }
    let segments = reading.segments.iter();
    let mut spans = segments.map(|(_, span, _)| span).filter(|span| span.start <= offset);
    let claims = reading.claims.iter().any(|claim| {
        (claim.start..claim.end).contains(&offset) && (claim.start..claim.end).contains(&at)
    });
    claims || spans.next_back().is_some_and(|span| (span.start..=span.end).contains(&at))
}

#[test]
fn each_readable_row_gives_its_values() {
    let mut asserted = 0;
    for row in hostile("835") {
        if row.values.is_empty() || row.path == WRAPPED {
            continue;
        }
        let reading = read(&hostile_bytes(&row.path)).expect("a readable row");
        for value in row.values.split(';') {
            let (key, wanted) = value.split_once('=').expect("key=value");
            assert_eq!(told(&reading, key, wanted), wanted, "{} {key}", row.path);
        }
        asserted += 1;
    }
    assert_eq!(asserted, 30);
}

#[test]
fn rows_to_read_without_a_warning_give_none() {
    let rows = hostile("835").into_iter().filter(|row| row.action == "parse");
    for row in rows {
        let reading = read(&hostile_bytes(&row.path)).expect("a readable row");
        assert_eq!(reading.found(), vec![], "{}", row.path);
        assert!(reading.payments.iter().all(|payment| payment.balanced()), "{}", row.path);
    }
}

#[test]
fn a_claim_whose_id_is_misspelled_does_not_vanish_silently() {
    for path in ["h045_lower_segment.edi", "h048_leading_space_seg.edi"] {
        let reading = read(&hostile_bytes(path)).expect("a readable row");
        assert!(reading.found().iter().any(|(rule, _)| *rule == "REM-56"), "{path}");
        // Nor do its segments become the payee's.
        assert_eq!(reading.remittances[0].payee.references.len(), 1, "{path}");
    }
}

#[test]
fn an_unreadable_payment_of_a_claim_proves_nothing() {
    let reading = read(&hostile_bytes("h069_amt_comma.edi")).expect("a readable row");
    let rules: Vec<_> = reading.found().iter().map(|(rule, _)| *rule).collect();
    assert_eq!(rules, ["REM-55", "REM-55"], "one for the payment, one for the claim");
}

/// What was read, written as the table writes it.
fn told(reading: &Reading, key: &str, wanted: &str) -> String {
    let headers = |id: &[u8]| {
        let of =
            |segment: &[u8]| segment.starts_with(id) && !segment[id.len()].is_ascii_alphanumeric();
        reading.segments.iter().filter(|(.., bytes)| of(bytes)).count().to_string()
    };
    let sum =
        |amounts: &mut dyn Iterator<Item = Option<Money>>| same(amounts.flatten().sum(), wanted);
    match key {
        "isa" => headers(b"ISA"),
        "st" => headers(b"ST"),
        "claims" => {
            let claims = reading.remittances.iter().flat_map(Remittance::claims);
            let amount = |amount: Option<Money>| amount.map_or_else(String::new, short);
            let claims = claims.map(|claim| {
                let (charge, paid) = (amount(claim.charge_amount), amount(claim.payment_amount));
                format!("{}/{charge}/{paid}", claim.patient_control_number.reveal())
            });
            claims.collect::<Vec<_>>().join("|")
        }
        "adj" => {
            let adjustments = reading.remittances.iter().flat_map(all_adjustments);
            sum(&mut adjustments.map(|one| one.amount))
        }
        "plb" => {
            let remittances = reading.remittances.iter();
            sum(&mut remittances.flat_map(|one| &one.provider_adjustments).map(|one| one.amount))
        }
        "bpr" => sum(&mut reading.remittances.iter().map(|one| one.payment_amount)),
        other => panic!("unknown key {other}"),
    }
}

fn all_adjustments(one: &Remittance) -> Vec<&Adjustment> {
    let claims = one.claims();
    let lists = claims.flat_map(|claim| {
        let lines = claim.services.iter().map(|line| &line.adjustments);
        std::iter::once(&claim.adjustments).chain(lines)
    });
    lists.flatten().collect()
}

/// The wanted text where it names this amount, else the amount.
fn same(amount: Money, wanted: &str) -> String {
    if wanted.parse() == Ok(amount) { wanted.into() } else { amount.to_string() }
}

/// As few digits as say the amount.
fn short(amount: Money) -> String {
    amount.decimal().normalize().to_string()
}
