//! Ambulance: do miles come with a ride?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "AMB-05",
        name: "miles-without-ride",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A7:507",
        message: "miles ({code}) are billed without a ride",
        help: "Bill the ride (A0426 to A0434) on the same claim; a ride that was not covered has no covered miles.",
        source: "Claims Processing Manual 15, 20.1.4 and 30",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINES.and(Parts::LINE_SERVICE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let is_ride = |code: &str| ("A0426"..="A0434").contains(&code);
    if claim.lines.iter().any(|line| is_ride(service::code(line))) {
        return;
    }
    for (index, line) in claim.lines.iter().enumerate() {
        let code = service::code(line);
        if matches!(code, "A0425" | "A0435" | "A0436") {
            case.find(format_args!("lines[{index}].procedure.code")).fact("code", code);
        }
    }
}
