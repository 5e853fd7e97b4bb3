//! Mutations: is one thing broken in a sound file reported by the right rule, there, with the right code?
#![cfg(feature = "all")]

mod common;
mod mutate;

use std::collections::BTreeMap;

use common::guides;
use mutate::{Broken, KINDS};
use proptest::prelude::*;
use superbill_guides::generate::{Plan, Random, generate};
use superbill_types::{Date, Finding};
use superbill_x12::{Stamp, acknowledge_groups, validate};

/// Breaks a file in one way; none where it has nothing to break so.
fn broken(guide: usize, kind: usize, plan: Plan) -> Option<(Vec<u8>, Broken)> {
    let (name, guide) = &guides()[guide];
    let mut drawn = generate(guide, plan);
    let mut random = Random::new(plan.seed ^ 0x5eed);
    let broken = KINDS[kind].1(&mut drawn, &mut random)?;
    // The second segment tells which of two guides is meant.
    let choosing = name.starts_with("278") && broken.ordinal == 2;
    (!choosing).then(|| (drawn.bytes(), broken))
}

fn is_expected(finding: &Finding, broken: &Broken) -> bool {
    let at = &finding.location;
    (finding.rule.id, at.ordinal, at.element, at.component)
        == (broken.rule, broken.ordinal, broken.element, broken.component)
        && at.segment == broken.segment
        && at.loop_id == broken.loop_id
        && finding.rule.acknowledgment == broken.code
}

/// Whether the answer has the code at the segment.
fn is_answered(bytes: &[u8], broken: &Broken) -> bool {
    let stamp =
        Stamp { date: Date::new(2026, 11, 23).expect("a day"), hour: 0, minute: 0, number: 1 };
    let answer =
        acknowledge_groups(bytes, superbill_guides::library(), stamp).expect("it is framed");
    let text = String::from_utf8(answer.x12.clone()).expect("text");
    let clean = validate(&answer.x12, superbill_guides::library()).expect("it is framed");
    assert_eq!(clean.kept().first(), None, "{text}");
    let Some((family, code)) = broken.code.split_once(':') else { return true };
    let head = format!("IK3*{}*{}*", broken.segment, broken.ordinal);
    let mut here = false;
    text.split('~').any(|line| {
        let cells: Vec<&str> = line.split('*').collect();
        here = line.starts_with(&head) || here && !line.starts_with("IK3");
        match family {
            "IK3" => line.starts_with(&head) && cells.last() == Some(&code),
            "IK4" => here && cells[0] == "IK4" && cells.get(3) == Some(&code),
            _ => cells[0] == "IK5" && cells[2..].contains(&code),
        }
    })
}

proptest! {
    #[test]
    fn one_thing_broken_is_one_finding_there(
        guide in 0_usize..14, kind in 0..KINDS.len(), chance in 0_u8..=100, segments in 0_usize..200,
        seed in any::<u64>(),
    ) {
        let Some((bytes, broken)) = broken(guide, kind, Plan { seed, chance, segments }) else {
            return Ok(());
        };
        let findings = validate(&bytes, superbill_guides::library()).expect("it is framed");
        let text = || {
            let found: Vec<String> = findings.kept().iter().map(told).collect();
            let text = String::from_utf8_lossy(&bytes).replace('~', "~\n");
            format!("{} {}: {broken:?}\n{found:#?}\n{text}", guides()[guide].0, KINDS[kind].0)
        };
        let (expected, others): (Vec<_>, Vec<_>) =
            findings.kept().iter().partition(|finding| is_expected(finding, &broken));
        prop_assert_eq!(expected.len(), 1, "{}", text());
        let allowed = |finding: &&Finding| !broken.also.contains(&finding.rule.id);
        prop_assert!(!others.iter().any(allowed), "{}", text());
        prop_assert!(guides()[guide].0 == "999" || is_answered(&bytes, &broken), "{}", text());
    }
}

fn told(finding: &Finding) -> String {
    let at = &finding.location;
    format!(
        "{} {} {} #{} {}-{} {}",
        finding.rule.id,
        at.loop_id,
        at.segment,
        at.ordinal,
        at.element,
        at.component,
        finding.message()
    )
}

/// Each way to break a file finds something to break; the three claims alone have counters.
#[test]
fn every_mutation_is_met() {
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for (kind, (name, _)) in KINDS.iter().enumerate() {
        for guide in 0..guides().len() {
            let plans = (0..40).map(|seed| Plan { seed, chance: 50, segments: 100 });
            let found = plans.filter_map(|plan| broken(guide, kind, plan)).next();
            *met.entry(name).or_default() += usize::from(found.is_some());
        }
    }
    let rare: Vec<_> = met.iter().filter(|(_, guides)| **guides < 3).collect();
    assert!(rare.is_empty(), "{met:?}");
}
