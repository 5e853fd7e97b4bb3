//! Institutional claims: what did a hospital do, for patients who stayed and such as did not?

use superbill_model::{
    Admission, Claim, ClaimProcedure, ClaimValue, Diagnosis, Occurrence, Procedure, ServiceLine,
};
use superbill_types::{Date, DateValue};

use super::maker::{Maker, count, on};
use super::who::{pick, provider};

pub(super) fn fill(claim: &mut Claim, maker: &mut Maker) {
    let stays = maker.random.chance(50);
    let from = maker.day();
    let days = if stays { maker.random.between(1, 6) } else { 0 };
    let to = from.plus_days(days as u64).unwrap_or(from);
    claim.facility_code = Some(if stays { "11" } else { "13" }.into());
    claim.dates.push(on("434", from, Some(to)));
    let random = &mut maker.random;
    claim.admission = Some(Box::new(Admission {
        priority: Some(pick(random, &["1", "2", "3"]).into()),
        source: Some("1".into()),
        patient_status: Some(pick(random, &["01", "03", "06"]).into()),
    }));
    claim.providers.attending = Some(Box::new(provider(random)));
    diagnoses(claim, stays, maker);
    if stays {
        stay(claim, from, days, maker);
    } else {
        visit(claim, from, maker);
    }
    if maker.random.chance(20) {
        claim.conditions.push("09".into());
    }
    if maker.random.chance(20) {
        let date = Some(DateValue::Day(from));
        claim.occurrences.push(Occurrence { code: "11".into(), date });
    }
}

fn diagnoses(claim: &mut Claim, stays: bool, maker: &mut Maker) {
    let present = || stays.then(|| "Y".to_owned());
    let mut add = |qualifier: &str, code: &str, present_on_admission| {
        claim.diagnoses.push(Diagnosis {
            qualifier: qualifier.into(),
            code: code.into(),
            present_on_admission,
        });
    };
    add(
        "ABK",
        pick(&mut maker.random, &["J189", "I2510", "K3580", "S72001A"]),
        present().map(Into::into),
    );
    if stays {
        add("ABJ", "R0602", None);
    }
    for code in ["I10", "E119", "N179"].into_iter().take(maker.random.between(0, 3)) {
        add("ABF", code, present().map(Into::into));
    }
}

/// A stay: room and board by the day, a group, perhaps an operation.
fn stay(claim: &mut Claim, from: Date, days: usize, maker: &mut Maker) {
    let mut admitted = on("435", from, None);
    admitted.time = Some("0815".into());
    claim.dates.push(admitted);
    claim.diagnosis_related_group = Some(pick(&mut maker.random, &["193", "247", "343"]).into());
    if maker.random.chance(40) {
        claim.procedures.push(ClaimProcedure {
            qualifier: "BBR".into(),
            code: "0DTJ4ZZ".into(),
            date: Some(DateValue::Day(from)),
        });
        claim.providers.operating = Some(Box::new(provider(&mut maker.random)));
    }
    if maker.random.chance(40) {
        claim.values.push(ClaimValue { code: "01".into(), amount: Some(maker.dollars(800, 900)) });
    }
    let mut room = maker.line(900, 5_000);
    (room.revenue_code, room.unit, room.units) =
        (Some("0120".into()), Some("DA".into()), count(days));
    claim.lines.push(room);
    for code in ["0250", "0300", "0360"].into_iter().take(maker.random.between(0, 3)) {
        let mut line = maker.line(40, 9_000);
        (line.revenue_code, line.unit, line.units) =
            (Some(code.into()), Some("UN".into()), count(1));
        claim.lines.push(line);
    }
}

/// A visit: each service by its procedure and day.
fn visit(claim: &mut Claim, from: Date, maker: &mut Maker) {
    for _ in 0..maker.random.between(1, 5) {
        let mut line: ServiceLine = maker.line(40, 1_500);
        let (revenue, code) = pick(&mut maker.random, &SERVICES);
        line.revenue_code = Some(revenue.into());
        line.procedure =
            Some(Procedure { qualifier: "HC".into(), code: code.into(), ..Procedure::default() });
        (line.unit, line.units) = (Some("UN".into()), count(maker.random.between(1, 3)));
        line.dates.push(on("472", from, None));
        claim.lines.push(line);
    }
}

/// Revenue code with procedure.
const SERVICES: [(&str, &str); 5] =
    [("0450", "99284"), ("0300", "80053"), ("0320", "71046"), ("0730", "93005"), ("0636", "J1885")];
