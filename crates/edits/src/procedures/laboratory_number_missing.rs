//! Laboratory: does the claim name its certificate?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-069",
        name: "laboratory-number-missing",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A6:630",
        message: "{code} is a laboratory test; Medicare and Medicaid ask for the laboratory's CLIA number",
        help: "Enter the CLIA number of the laboratory that did the test.",
        source: "42 CFR 493; Claims Processing Manual 16, 70",
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
    let asked = matches!(claim.coverage.filing_indicator.as_deref(), Some("MB" | "MC"));
    let told = claim.references.iter().chain(&line.references).any(|it| it.qualifier == "X4");
    if asked && !told && service::is_in(code, &service::LABORATORY) {
        case.find("references").fact("code", code);
    }
}
