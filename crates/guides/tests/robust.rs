//! Robustness: does any input come to an end, and do chunks give what the whole gives?
#![cfg(feature = "all")]

use std::time::{Duration, Instant};

use proptest::prelude::*;
use superbill_types::{Finding, Findings};
use superbill_x12::{Reader, Step, Validator, describe, validate};

const ISA: &str = "ISA*00*          *00*          *ZZ*A              *ZZ*B              \
                   *261123*1200*^*00501*000000001*0*T*:~";

/// An interchange around the segments of one set.
fn interchange(version: &str, set: &str, group: &str, body: &str) -> Vec<u8> {
    let count = body.matches('~').count() + 2;
    format!(
        "{ISA}GS*{group}*SEND*RECEIVE*20261123*1200*1*X*{version}~ST*{set}*0001*{version}~{body}\
         SE*{count}*0001~GE*1*1~IEA*1*000000001~"
    )
    .into_bytes()
}

fn chunked(bytes: &[u8], size: usize) -> Option<Vec<Finding>> {
    let mut reader = Reader::default();
    let mut validator = Validator::new(superbill_guides::library());
    let mut findings = Findings::default();
    let mut chunks = bytes.chunks(size.max(1));
    loop {
        match reader.step(&mut findings).ok()? {
            Step::Segment(place) => {
                validator.segment(place, &reader.segment(), reader.envelope(), &mut findings);
            }
            Step::NeedMore => match chunks.next() {
                Some(chunk) => reader.push(chunk),
                None => reader.finish(),
            },
            Step::End => break,
        }
    }
    findings.sort();
    Some(findings.kept().to_vec())
}

fn whole(bytes: &[u8]) -> Option<Vec<Finding>> {
    validate(bytes, superbill_guides::library()).ok().map(|findings| findings.kept().to_vec())
}

#[test]
fn a_hostile_file_costs_what_its_length_does() {
    let levels: String = (2..50_000).map(|n| format!("HL*{n}*{}*22*1~", n - 1)).collect();
    let nested = interchange("005010X222A1", "837", "HC", &format!("HL*1**20*1~{levels}"));
    let repeated = "CLM*A*1***11:B:1*Y*A*Y*Y~".repeat(50_000);
    let repeated = interchange("005010X222A1", "837", "HC", &repeated);
    let repetitions = format!("EB*1**{}30~", "30^".repeat(200_000));
    let repetitions = interchange("005010X279A1", "271", "HB", &repetitions);
    for bytes in [nested, repeated, repetitions] {
        let start = Instant::now();
        let findings = validate(&bytes, superbill_guides::library()).expect("it is framed");
        assert!(findings.errors() > 0);
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    }
}

proptest! {
    #[test]
    fn any_bytes_come_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let all = [ISA.as_bytes(), &bytes].concat();
        for bytes in [&bytes, &all] {
            let _ = validate(bytes, superbill_guides::library());
            let _ = describe(bytes, superbill_guides::library(), 10_000);
        }
    }

    #[test]
    fn segments_in_any_order_are_kept_and_chunks_give_what_the_whole_gives(
        picks in proptest::collection::vec((0_usize..4000, 0_usize..4000), 1..60),
        file in 0_usize..4,
        chunk in 1_usize..200,
    ) {
        let samples: [&[u8]; 4] = [
            include_bytes!("../../../tests/corpus/hostile/h122_moa_mia.edi"),
            include_bytes!("../../../tests/corpus/hostile/h134_cob_line_unbalanced.edi"),
            include_bytes!("../../../tests/corpus/hostile/h152_271_active.edi"),
            include_bytes!("../../../tests/corpus/hostile/h150_277ca_reject.edi"),
        ];
        let mut segments: Vec<&[u8]> = samples[file].split(|&b| b == b'~').collect();
        let body = 2..segments.len() - 4;
        for (from, to) in picks {
            let (from, to) = (2 + from % body.len(), 2 + to % body.len());
            let moved = segments[from];
            segments[to] = moved;
        }
        let bytes = segments.join(&b'~');
        let findings = whole(&bytes);
        prop_assert!(findings.is_some());
        prop_assert_eq!(chunked(&bytes, chunk), findings);
    }
}
