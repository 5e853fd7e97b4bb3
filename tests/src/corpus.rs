//! The corpus: is every remittance of others read, balanced and written back as a person found right?
//!
//! One line a file in `golden/remittances.tsv`; the comment explains what surprises. `rewritten` compares
//! the segments of each set with those of the record written again: `same` bytes, `form` where only
//! numbers are written shorter or trailing separators left out, `order` where segments moved too, else
//! the segments that are not there.

use std::collections::BTreeMap;

use superbill_exchange::remittance::{Envelope, write};
use superbill_types::Money;
use superbill_x12::{Delimiters, Place, Unreadable};

use crate::files::{corpus, hostile, hostile_bytes};
use crate::golden::{assert_golden, stored};
use crate::reading::{Reading, read};

const GOLDEN: &str = "remittances.tsv";

#[test]
fn every_remittance_of_the_corpus_reads_as_a_person_found_right() {
    let kept = stored(GOLDEN);
    let comments: BTreeMap<_, _> = kept
        .lines()
        .filter_map(|line| Some((line.split('\t').next()?, line.rsplit('\t').next()?)))
        .collect();
    let mut table = "file\tpayments\tclaims\tbalanced\trewritten\tfindings\tcomment\n".to_owned();
    for (name, bytes) in corpus("835") {
        let comment = comments.get(name.as_str()).copied().unwrap_or("");
        table += &format!("{name}\t{}\t{comment}\n", row(read(&bytes)));
    }
    assert_golden(GOLDEN, &table);
}

#[test]
fn no_byte_is_lost_between_segments() {
    let hostile =
        hostile("835").into_iter().map(|row| (row.path.clone(), hostile_bytes(&row.path)));
    for (name, bytes) in corpus("835").into_iter().chain(hostile) {
        let Ok(reading) = read(&bytes) else { continue };
        let told: Vec<_> = reading
            .findings
            .kept()
            .iter()
            .filter(|finding| {
                matches!(finding.rule.id, "ENV-01" | "ENV-28" | "ENV-28E" | "ENV-02E")
            })
            .map(|finding| finding.location.span)
            .collect();
        let spans = reading.segments.iter().map(|(_, span, _)| *span);
        let ends = spans.clone().map(|span| span.end as usize);
        let starts = spans.skip(1).map(|span| span.start as usize).chain([bytes.len()]);
        for (end, start) in ends.zip(starts) {
            // The terminator, then line breaks or bytes that a finding tells of.
            let gap = (end + 1).min(start)..start;
            let lost = gap.clone().any(|at| {
                let told = told.iter().any(|span| (span.start..span.end).contains(&(at as u64)));
                !told && !matches!(bytes[at], b'\r' | b'\n')
            });
            assert!(!lost, "{name}: bytes {gap:?} are in no segment");
        }
    }
}

#[test]
fn every_hostile_row_to_read_is_written_back_whole() {
    for row in hostile("835").iter().filter(|row| row.action == "parse") {
        let reading = read(&hostile_bytes(&row.path)).expect("a readable row");
        let how = rewritten(&reading);
        assert!(["same", "form", "order"].contains(&how.as_str()), "{}: {how}", row.path);
    }
}

fn row(reading: Result<Reading, Unreadable>) -> String {
    let reading = match reading {
        Ok(reading) => reading,
        Err(unreadable) => return format!("-\t-\trefused\t-\t{unreadable}"),
    };
    let (payments, claims) = (reading.payments.len(), reading.claims.len());
    assert_eq!(claims, reading.remittances.iter().map(|one| one.claims().count()).sum::<usize>());
    assert_eq!(payments, reading.remittances.len());
    let balanced = !reading.payments.is_empty() && reading.payments.iter().all(|p| p.balanced());
    let mut counts = BTreeMap::<_, u32>::new();
    for (rule, _) in reading.found() {
        *counts.entry(rule).or_default() += 1;
    }
    let counts: Vec<_> = counts.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
    let findings = if counts.is_empty() { "-".into() } else { counts.join(", ") };
    let balanced = if balanced { "yes" } else { "no" };
    format!("{payments}\t{claims}\t{balanced}\t{}\t{findings}", rewritten(&reading))
}

/// How the records written again compare with what was read, the worst of them.
fn rewritten(reading: &Reading) -> String {
    let sets = bodies(reading);
    let payments = reading.payments.iter().zip(&reading.remittances);
    let each = payments.zip(sets).map(|((payment, record), before)| {
        let envelope = Envelope { delimiters: payment.delimiters, ..Envelope::default() };
        let bytes = write(std::slice::from_ref(record), &envelope).expect("it was read");
        let after = bodies(&read(&bytes).expect("it was written"));
        compare(&before, &after.concat(), payment.delimiters)
    });
    let mut each: Vec<_> = each.collect();
    let rank = |how: &String| ["same", "form", "order"].iter().position(|one| one == how);
    each.sort_by_key(|how| rank(how).unwrap_or(3));
    each.pop().unwrap_or_else(|| "-".into())
}

fn compare(before: &[Vec<u8>], after: &[Vec<u8>], delimiters: Delimiters) -> String {
    if before == after {
        return "same".into();
    }
    let form = |list: &[Vec<u8>]| -> Vec<_> {
        list.iter().map(|segment| normal(segment, delimiters)).collect()
    };
    let (mut before, mut after) = (form(before), form(after));
    if before == after {
        return "form".into();
    }
    before.sort();
    after.sort();
    if before == after {
        return "order".into();
    }
    before.retain(|segment| match after.iter().position(|one| one == segment) {
        Some(at) => {
            after.remove(at);
            false
        }
        None => true,
    });
    before.join(" ")
}

/// The segments of each 835 set, ST to the last before SE.
fn bodies(reading: &Reading) -> Vec<Vec<Vec<u8>>> {
    let (mut sets, mut inside) = (Vec::<Vec<_>>::new(), false);
    for (place, _, bytes) in &reading.segments {
        match place {
            Place::SetHeader => {
                inside = bytes.get(3..6) == Some(b"835");
                sets.extend(inside.then(|| vec![bytes.clone()]));
            }
            Place::Body if inside => sets.last_mut().expect("it is open").push(bytes.clone()),
            _ => inside = false,
        }
    }
    sets
}

/// A segment in default separators, numbers as short as can be, without trailing separators.
fn normal(segment: &[u8], delimiters: Delimiters) -> String {
    let text = String::from_utf8_lossy(segment);
    let elements = text.split(char::from(delimiters.element)).enumerate().map(|(n, element)| {
        let component = char::from(delimiters.component);
        let element = element.trim_end_matches(component).replace(component, ":");
        match element.parse::<Money>() {
            Ok(number) if n > 0 => number.decimal().normalize().to_string(),
            _ => element,
        }
    });
    elements.collect::<Vec<_>>().join("*").trim_end_matches('*').to_owned()
}
