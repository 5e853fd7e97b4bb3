//! Ambulance: is it told from where to where?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "AMB-02",
        name: "ambulance-stop-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:698",
        message: "the {stop} of the ambulance is missing",
        help: "Enter the address, or the nearest crossing, and its ZIP code.",
        source: "837P guide: 2310E and 2310F; Claims Processing Manual 15, 10.3",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::PROVIDERS).and(Parts::LINES).and(Parts::LINE_PROVIDERS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    if !matches!(claim.facility_code.as_deref(), Some("41" | "42")) {
        return;
    }
    let lines = || claim.lines.iter().map(|line| &line.providers);
    if claim.providers.pick_up.is_none() && lines().any(|it| it.pick_up.is_none()) {
        case.find("providers.pickUp").fact("stop", "pick-up");
    }
    if claim.providers.drop_off.is_none() && lines().any(|it| it.drop_off.is_none()) {
        case.find("providers.dropOff").fact("stop", "drop-off");
    }
}
