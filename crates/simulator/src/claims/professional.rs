//! Professional claims: what did a doctor, a laboratory or a clinic do?

use superbill_model::{
    Claim, ClaimReference, Diagnosis, Drug, Note, Procedure, RelatedCauses, ServiceLine,
};
use superbill_types::{Date, Quantity, Text};

use super::maker::{Maker, count, on};
use super::who::{digits, facility, phi, pick, provider};

pub(super) fn fill(claim: &mut Claim, maker: &mut Maker) {
    let day = maker.day();
    let hospital = maker.random.chance(15);
    claim.facility_code = Some(if hospital { "21" } else { "11" }.into());
    if hospital {
        claim.dates.push(on("435", day, None));
        claim.providers.service_facility = Some(Box::new(facility(&mut maker.random)));
    }
    if maker.random.chance(5) {
        accident(claim, day);
    } else if maker.random.chance(15) {
        claim.dates.insert(0, on("431", day, None));
    }
    diagnoses(claim, maker);
    providers(claim, maker);
    if maker.random.chance(10) {
        let text = phi("SEEN AGAIN FOR A LASTING CONDITION");
        claim.notes.push(Note { kind: "ADD".into(), text });
    }
    let lines = pick(&mut maker.random, &[1, 1, 2, 2, 3, 4, 6]);
    claim.lines = (0..lines).map(|_| line(maker, day, claim.diagnoses.len())).collect();
    let mut codes = claim.lines.iter().filter_map(|line| line.procedure.as_ref());
    if codes.any(|procedure| LABORATORY.contains(&procedure.code.as_str())) {
        let value = phi(format!("33D{}", digits(&mut maker.random, 7)));
        claim.references.push(ClaimReference { qualifier: "X4".into(), value, payer: None });
    }
}

/// An auto accident: its day, and the state where it happened.
fn accident(claim: &mut Claim, day: Date) {
    let causes = vec!["AA".into()];
    claim.related_causes = Some(Box::new(RelatedCauses {
        causes,
        state: Some("NY".into()),
        ..RelatedCauses::default()
    }));
    claim.dates.insert(0, on("439", day, None));
}

fn diagnoses(claim: &mut Claim, maker: &mut Maker) {
    let count = pick(&mut maker.random, &[1, 2, 2, 3, 4, 12]);
    let first = maker.random.between(0, DIAGNOSES.len() - 1);
    let codes = DIAGNOSES.iter().cycle().skip(first).take(count);
    claim.diagnoses = codes
        .enumerate()
        .map(|(at, code)| Diagnosis {
            qualifier: if at == 0 { "ABK" } else { "ABF" }.into(),
            code: (*code).into(),
            present_on_admission: None,
        })
        .collect();
}

fn providers(claim: &mut Claim, maker: &mut Maker) {
    let random = &mut maker.random;
    if random.chance(20) {
        claim.providers.referring = Some(Box::new(provider(random)));
    }
    if random.chance(70) {
        let mut rendering = provider(random);
        rendering.taxonomy = random.chance(60).then(|| "207R00000X".to_owned()).map(Into::into);
        claim.providers.rendering = Some(Box::new(rendering));
    }
    if random.chance(8) {
        claim.providers.supervising = Some(Box::new(provider(random)));
    }
}

fn line(maker: &mut Maker, day: Date, diagnoses: usize) -> ServiceLine {
    let mut line = maker.line(15, 420);
    let random = &mut maker.random;
    let (code, modifiers) = pick(random, &PROCEDURES);
    let modifier = if random.chance(40) { pick(random, modifiers) } else { "" };
    let modifiers = modifier.split(' ').filter(|one| !one.is_empty());
    line.procedure = Some(Procedure {
        qualifier: "HC".into(),
        code: code.into(),
        modifiers: modifiers.map(Text::from).collect(),
        ..Procedure::default()
    });
    line.unit = Some("UN".into());
    line.units = count(pick(random, &[1, 1, 1, 2, 3]));
    line.diagnosis_pointers =
        (1..=random.between(1, diagnoses.min(4))).map(|at| at.to_string().into()).collect();
    let until = random.chance(10).then(|| day.plus_days(2)).flatten();
    line.dates.push(on("472", day, until));
    if code.starts_with('J') {
        line.drug = Some(Box::new(Drug {
            qualifier: "N4".into(),
            code: "00409128331".into(),
            quantity: Some(Quantity::from_scaled(25, 1)),
            unit: Some("ML".into()),
            ..Drug::default()
        }));
    }
    if random.chance(5) {
        line.providers.ordering = Some(Box::new(provider(random)));
    }
    line
}

const DIAGNOSES: [&str; 12] = [
    "I10", "E119", "Z0000", "J069", "E785", "R51", "N390", "F411", "K219", "J449", "M1711", "R0789",
];

/// Procedure, and modifiers it may have.
const PROCEDURES: [(&str, &[&str]); 13] = [
    ("99213", &["25"]),
    ("99214", &["25"]),
    ("99203", &["25"]),
    ("99285", &["25"]),
    ("20610", &["RT", "LT", "59", "RT 59"]),
    ("71046", &["26"]),
    ("93000", &[]),
    ("80053", &[]),
    ("81003", &["QW"]),
    ("85025", &["91"]),
    ("36415", &[]),
    ("97110", &["59"]),
    ("J1885", &[]),
];

/// Laboratory tests, for which the laboratory's number is told.
const LABORATORY: [&str; 3] = ["80053", "81003", "85025"];
