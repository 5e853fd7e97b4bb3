//! Mammography: does the claim name its certificate?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-071",
        name: "mammography-number-missing",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A6:630",
        message: "screening mammography ({code}) for Medicare needs the certificate number of the center",
        help: "Enter the mammography certification number (EW).",
        source: "42 CFR 410.34; 837P guide: 2300 REF*EW",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::COVERAGE
        .and(Parts::REFERENCES)
        .and(Parts::LINE_SERVICE)
        .and(Parts::LINE_REFERENCES),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let code = service::code(line);
    let told = claim.references.iter().chain(&line.references).any(|it| it.qualifier == "EW");
    if service::is_medicare_b(claim) && !told && matches!(code, "77063" | "77067") {
        case.find("references").fact("code", code);
    }
}
