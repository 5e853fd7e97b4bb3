//! Dental claims: what did a dentist do, on which tooth?

use superbill_model::{Claim, Procedure, ServiceLine, Tooth, ToothStatus};
use superbill_types::Date;

use super::maker::{Maker, count, on};
use super::who::{pick, provider};

pub(super) fn fill(claim: &mut Claim, maker: &mut Maker) {
    let day = maker.day();
    claim.facility_code = Some("11".into());
    let dated_once = maker.random.chance(50);
    if dated_once {
        claim.dates.push(on("472", day, None));
    }
    if maker.random.chance(70) {
        let mut rendering = provider(&mut maker.random);
        rendering.taxonomy = Some("1223G0001X".into());
        claim.providers.rendering = Some(Box::new(rendering));
    }
    if maker.random.chance(10) {
        claim.tooth_status.push(ToothStatus { tooth: "17".into(), status: "M".into() });
    }
    let lines = pick(&mut maker.random, &[1, 1, 2, 3, 4]);
    let day = (!dated_once).then_some(day);
    claim.lines = (0..lines).map(|_| line(maker, day)).collect();
}

fn line(maker: &mut Maker, day: Option<Date>) -> ServiceLine {
    let mut line = maker.line(30, 1_200);
    let random = &mut maker.random;
    let (code, on_tooth) = pick(random, &PROCEDURES);
    line.procedure =
        Some(Procedure { qualifier: "AD".into(), code: code.into(), ..Procedure::default() });
    line.units = count(1);
    if on_tooth {
        let surfaces = if code == "D2150" { vec!["M".into(), "O".into()] } else { Vec::new() };
        line.teeth.push(Tooth { tooth: random.between(1, 32).to_string().into(), surfaces });
    }
    line.dates.extend(day.map(|day| on("472", day, None)));
    if code == "D2740" {
        line.prosthesis = Some("I".into());
    }
    line
}

/// Procedure, and whether it is done on one tooth.
const PROCEDURES: [(&str, bool); 6] = [
    ("D0120", false),
    ("D1110", false),
    ("D0274", false),
    ("D2150", true),
    ("D2740", true),
    ("D7140", true),
];
