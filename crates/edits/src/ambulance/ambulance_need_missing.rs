//! Ambulance for Medicare: why was it needed?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "AMB-03",
        name: "ambulance-need-missing",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A6:698",
        message: "Medicare wants the conditions that made an ambulance necessary",
        help: "Certify what applied: confined to bed, moved by stretcher, unconscious, an emergency, ...",
        source: "42 CFR 410.40; 837P guide: 2300 CRC 07",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::HEAD
        .and(Parts::COVERAGE)
        .and(Parts::CERTIFICATIONS)
        .and(Parts::LINES)
        .and(Parts::LINE_DETAILS),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let of_lines = claim.lines.iter().flat_map(|line| &line.certifications);
    let told = claim.certifications.iter().chain(of_lines).any(|it| it.category == "07");
    let ride = matches!(claim.facility_code.as_deref(), Some("41" | "42"));
    if ride && service::is_medicare_b(claim) && !told {
        case.find("certifications");
    }
}
