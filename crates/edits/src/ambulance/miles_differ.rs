//! Ambulance: are the miles billed those of the ride?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "AMB-06",
        name: "miles-differ",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:476",
        message: "{units} miles are billed, but the ride was {distance}",
        help: "Bill the miles with the patient on board, to a tenth below 100.",
        source: "Claims Processing Manual 15, 30.1.2",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::CERTIFICATIONS
        .and(Parts::LINES)
        .and(Parts::LINE_SERVICE)
        .and(Parts::LINE_DETAILS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let miles = || {
        let all = claim.lines.iter().enumerate();
        all.filter(|(_, it)| matches!(service::code(it), "A0425" | "A0435" | "A0436"))
    };
    if miles().nth(1).is_some() {
        return;
    }
    let Some((index, line)) = miles().next() else { return };
    let ride = line.ambulance.as_ref().or(claim.ambulance.as_ref());
    let Some(distance) = ride.and_then(|ride| ride.distance) else { return };
    if let Some(units) = line.units.filter(|units| *units != distance) {
        let path = format_args!("lines[{index}].units");
        case.find(path).fact("units", units).fact("distance", distance);
    }
}
