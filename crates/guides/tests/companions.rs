//! Companion guides: does an overlay narrow its guide, and only that?
#![cfg(feature = "all")]

mod common;

use std::collections::BTreeMap;

use common::guides;
use superbill_guides::generate::{Plan, generate};
use superbill_types::{Date, Severity};
use superbill_x12::{Companion, Library, Stamp, acknowledge_groups, validate};

const SUNRISE: &str = include_str!("../companions/sunrise-837p.companion");
const EVERGREEN: &str = include_str!("../companions/evergreen-270.companion");

fn companion(text: &str) -> Companion {
    Companion::read(text).expect("a companion")
}

fn with(text: &str) -> Library {
    superbill_guides::library().with_companion(&companion(text)).expect("it narrows")
}

/// Rules found, loop, segment, ordinal, element, component.
fn found(bytes: &[u8], library: &Library) -> Vec<String> {
    let findings = validate(bytes, library).expect("it is framed");
    let told = findings.kept().iter().map(|finding| {
        let at = &finding.location;
        format!(
            "{} {} {} #{} {}-{}",
            finding.rule.id, at.loop_id, at.segment, at.ordinal, at.element, at.component
        )
    });
    told.collect()
}

/// Files that the guide accepts break each rule of its companion and no other.
#[test]
fn each_rule_is_met_by_files_that_the_guide_accepts() {
    for (text, guide) in [(SUNRISE, "837p"), (EVERGREEN, "270")] {
        let (companion, library) = (companion(text), with(text));
        let mut met: BTreeMap<&str, u32> = companion.rules().map(|rule| (rule.id, 0)).collect();
        let (_, source) = guides().iter().find(|(name, _)| name == guide).expect("a guide");
        for seed in 0..150 {
            let plan = Plan { seed, chance: (seed % 90) as u8, segments: 150 };
            let bytes = generate(source, plan).bytes();
            let findings = validate(&bytes, &library).expect("it is framed");
            for finding in findings.kept() {
                let count = met.get_mut(finding.rule.id).expect("a rule of the companion");
                *count += 1;
                assert_eq!(finding.rule.snip, 7);
                assert!(finding.message().contains(companion.title()), "{}", finding.message());
                assert!(!finding.message().contains(['{', '?']), "{}", finding.message());
            }
        }
        assert!(met.values().all(|count| *count > 0), "{met:?}");
    }
}

#[test]
fn other_guides_are_as_they_were() {
    let library = with(SUNRISE);
    for (name, source) in guides().iter().filter(|(name, _)| name != "837p") {
        for seed in 0..10 {
            let bytes = generate(source, Plan { seed, chance: 50, segments: 100 }).bytes();
            assert_eq!(found(&bytes, &library), Vec::<String>::new(), "{name}");
        }
    }
}

/// An inquiry, its segments from ST to SE.
fn inquiry(body: &str) -> Vec<u8> {
    let count = body.matches('~').count() + 2;
    format!(
        "ISA*00*          *00*          *ZZ*A              *ZZ*B              *261123*1200*^*00501\
         *000000001*0*T*:~GS*HS*SEND*RECEIVE*20261123*1200*1*X*005010X279A1~ST*270*0001*005010X279A1~\
         {body}SE*{count}*0001~GE*1*1~IEA*1*000000001~"
    )
    .into_bytes()
}

const HEAD: &str = "BHT*0022*13*1*20261123*1200~HL*1**20*1~NM1*PR*2*EVERGREEN*****PI*EVG01~\
                    HL*2*1*21*1~NM1*1P*2*CLINIC*****";

#[test]
fn findings_stand_where_the_payer_asks() {
    let library = with(EVERGREEN);
    let good = inquiry(&format!(
        "{HEAD}XX*1999999984~HL*3*2*22*0~NM1*IL*1*DOE*JO****MI*123456789~DMG*D8*19800101~EQ*30^MH~"
    ));
    assert_eq!(found(&good, &library), Vec::<String>::new());
    let bad = inquiry(&format!(
        "{HEAD}FI*123456789~HL*3*2*22*0~NM1*IL*1*DOE*JO****MI*12345~EQ*30^2*HC:99213~"
    ));
    assert_eq!(found(&bad, superbill_guides::library()), Vec::<String>::new());
    assert_eq!(
        found(&bad, &library),
        [
            "EVG-01 2100B NM1 #6 8-0",
            "EVG-02 2100C NM1 #8 9-0",
            "EVG-03 2100C DMG #9 0-0",
            "EVG-04 2110C EQ #9 1-0",
            "EVG-05 2110C EQ #9 2-0",
        ]
    );
    let date = Date::new(2026, 11, 23).expect("a day");
    let stamp = Stamp { date, hour: 12, minute: 0, number: 1 };
    let answer = acknowledge_groups(&bad, &library, stamp).expect("it is framed");
    let text = String::from_utf8(answer.x12.clone()).expect("text");
    assert!(text.contains("IK3*DMG*9*2100C*3~"), "{text}");
    assert!(text.contains("IK4*1::2*1365*I6*2~"), "{text}");
    assert_eq!(found(&answer.x12, superbill_guides::library()), Vec::<String>::new());
}

#[test]
fn companions_are_laid_over_each_other() {
    let library = with(EVERGREEN);
    let more =
        "companion 005010X279A1 270 MORE \"A clearing house\"\n1 2100C/NM1 04 R warning \"x\"";
    let library = library.with_companion(&companion(more)).expect("it narrows");
    let bytes = inquiry(&format!("{HEAD}XX*1999999984~HL*3*2*22*0~NM1*IL*1*DOE*****MI*1~EQ*30~"));
    let findings = validate(&bytes, &library).expect("it is framed");
    let rules: Vec<_> = findings.kept().iter().map(|f| (f.rule.id, f.severity)).collect();
    assert!(rules.contains(&("MORE-1", Severity::Warning)), "{rules:?}");
    assert!(rules.contains(&("EVG-02", Severity::Error)), "{rules:?}");
}

#[test]
fn the_same_words_give_the_same_rules() {
    let rules = |text| companion(text).rules().map(core::ptr::from_ref).collect::<Vec<_>>();
    assert_eq!(rules(SUNRISE), rules(SUNRISE));
}

#[test]
fn what_does_not_narrow_is_refused_with_its_line() {
    let head = "companion 005010X279A1 270 EVG \"Evergreen\"\n";
    for (text, expected) in [
        ("", "line 1: there is no rule"),
        ("rules\n", "line 1: a line ends with words between quotation marks"),
        ("rules \"x\"\n", "line 1: the first line is `companion"),
        ("1 2100C/NM1 09 Q \"x\"", "line 2: `Q` is none of R, N"),
        ("1 2100C/NM1 R R R \"x\"", "line 2: a rule is `<number> <path>"),
        ("1 2100C/NM1 99-x R \"x\"", "line 2: `99-x` is no element"),
        ("1 2100C/DMG max=1 \"{x}\"", "line 2: a line ends with words"),
        ("1 2100C/DMG R \"x\"\n1 2100C/N3 R \"x\"", "line 3: rule EVG-1 stands twice"),
        ("1 2100C/XYZ R \"x\"", "line 2: the guide has no `2100C/XYZ` that fits"),
        ("1 2100C/REF:18 R \"x\"", "line 2: one segment of the guide holds all of 18|1L"),
        ("1 2100C/NM1 R \"x\"", "line 2: this segment begins its loop: name the loop"),
        ("1 2100C R \"x\"", "line 2: the guide requires it already"),
        ("1 2100C N \"x\"", "line 2: the guide requires it"),
        ("1 2100C max=2 \"x\"", "line 2: the guide allows no more"),
        ("1 2100C/NM1 06 R \"x\"", "line 2: the guide does not use it"),
        ("1 2100C/NM1 13 R \"x\"", "line 2: the guide has no such element there"),
        ("1 2100C/NM1 08 codes=XX \"x\"", "line 2: `XX` is no code of the guide there"),
        ("1 2100C/NM1 09 length=1-5 \"x\"", "line 2: the guide allows no such length"),
        ("1 2110C/EQ 02 codes=A \"x\"", "line 2: it has components: name one"),
        ("1 2110C codes=A \"x\"", "line 2: codes= and length= are for elements"),
        ("1 2110C/EQ 01 max=3 \"x\"", "line 2: max= is for segments and loops"),
        ("1 2110C 01 R \"x\"", "line 2: an element is named behind a segment"),
    ] {
        let head = if text.contains("2100C") || text.contains("2110C") { head } else { "" };
        let text = format!("{head}{text}");
        let library = superbill_guides::library();
        let read = Companion::read(&text).and_then(|it| library.with_companion(&it));
        let problem = read.map(|_| ()).expect_err(&text).to_string();
        assert!(problem.contains(expected), "{problem}\n{expected}");
    }
    let unknown = companion("companion 004010X092 270 OLD \"x\"\n1 2100C R \"x\"");
    assert!(superbill_guides::library().with_companion(&unknown).is_err());
}
