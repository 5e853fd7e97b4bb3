//! Generated claims: does the model have a place for every segment the three guides know, and does it give
//! each of them back?

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use superbill_exchange::Envelope;
use superbill_exchange::claim::{read, write, write_unchecked};
use superbill_guides::generate::{Plan, generate};
use superbill_guides::source::{self, Source};
use superbill_types::{Findings, Quantity};
use superbill_x12::{Framer, Step, validate};

fn guides() -> &'static [Source] {
    static GUIDES: OnceLock<Vec<Source>> = OnceLock::new();
    GUIDES.get_or_init(|| {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../guides/data");
        let parse = |name: &str| {
            let text = fs::read_to_string(data.join(name)).expect("a guide");
            source::read(name, &text).expect("it is sound")
        };
        ["837p.guide", "837i.guide", "837d.guide"].map(parse).into()
    })
}

/// For each claim, its segments and those of the levels above it, sorted. Numbers of levels and lines are
/// left out, and codes (HI) stand each for itself. That a subscriber with claims is the patient is not said
/// of the claims of dependents.
fn claims(bytes: &[u8]) -> Vec<Vec<String>> {
    let (mut framer, mut findings) = (Framer::new(), Findings::default());
    let mut levels: [Vec<String>; 5] = Default::default();
    let mut level = 0;
    let mut out = Vec::new();
    while let Step::Segment(_) = framer.step(bytes, true, &mut findings).expect("it is framed") {
        let segment = framer.segment(bytes);
        let entered = match (segment.id(), segment.element(3)) {
            (b"ST", _) => Some(0),
            (b"HL", b"20") => Some(1),
            (b"HL", b"22") => Some(2),
            (b"HL", _) => Some(3),
            (b"CLM", _) => Some(4),
            _ => None,
        };
        if (entered.is_some() || segment.id() == b"SE") && level == 4 {
            let mut claim = levels.concat();
            claim.sort();
            out.push(claim);
            if segment.element(3) == b"23" && levels[3].is_empty() {
                levels[2].iter_mut().filter(|it| is_self(it)).for_each(|it| {
                    *it = it.replacen("*18", "*", 1).trim_end_matches('*').to_owned();
                });
            }
        }
        if let Some(entered) = entered {
            level = entered;
            levels[level..].iter_mut().for_each(Vec::clear);
        }
        match segment.id() {
            b"ST" | b"SE" | b"HL" | b"LX" => {}
            b"HI" => levels[level].extend(
                (1..=segment.len()).filter_map(|n| segment.text(n)).map(|code| plain(&code)),
            ),
            _ => levels[level].push(plain(&String::from_utf8_lossy(segment.bytes()))),
        }
    }
    out
}

/// An SBR that says that subscriber and patient are one.
fn is_self(segment: &str) -> bool {
    segment.strip_prefix("SBR*").is_some_and(|rest| rest.split('*').nth(1) == Some("18"))
}

/// Numbers without the zeros that say nothing.
fn plain(segment: &str) -> String {
    let zeros = |text: &str| {
        text.parse::<Quantity>().map_or_else(|_| text.to_owned(), |number| number.to_string())
    };
    let components = |text: &str| text.split(':').map(zeros).collect::<Vec<_>>().join(":");
    segment.split('*').map(components).collect::<Vec<_>>().join("*")
}

fn lines(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('~', "~\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_guide_draws_is_read_and_written_back(
        guide in 0_usize..3, chance in 20_u8..=100, count in 0_usize..400, seed in any::<u64>(),
    ) {
        let drawn = generate(&guides()[guide], Plan { seed, chance, segments: count });
        let bytes = drawn.bytes();
        let (batches, _) = read(&bytes).expect("it is framed");
        prop_assume!(batches.iter().any(|batch| !batch.claims.is_empty()));
        let text = serde_json::to_string(&batches).expect("JSON");
        prop_assert!(!text.contains("otherSegments"), "{text}\n{}", lines(&bytes));
        prop_assert!(!text.contains("otherElements"), "{text}\n{}", lines(&bytes));
        let envelope = Envelope::default();
        let written = write_unchecked(&batches, &envelope).expect("no separators");
        let (again, _) = read(&written).expect("it is framed");
        prop_assert!(again == batches, "{}", lines(&bytes));
        let (before, after) = (claims(&bytes), claims(&written));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            let lost: Vec<&String> = before.iter().filter(|one| !after.contains(one)).collect();
            prop_assert!(before == after, "{lost:?}\n{}\n{}", before.join("\n"), after.join("\n"));
        }
        {
            let findings = validate(&written, superbill_guides::library()).expect("it is framed");
            let found = findings.kept().first().map(|f| (f.rule.id, f.message(), f.location.clone()));
            prop_assert_eq!(found, None, "{}", lines(&written));
            prop_assert!(write(&batches, &envelope, superbill_guides::library()).is_ok());
        }
        let back: Vec<superbill_model::ClaimBatch> = serde_json::from_str(&text).expect("JSON");
        prop_assert!(back == batches);
    }
}
