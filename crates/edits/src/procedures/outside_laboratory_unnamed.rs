//! Tests sent out: does the claim name the laboratory that did them?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-070",
        name: "outside-laboratory-unnamed",
        severity: Severity::Error,
        snip: 6,
        acknowledgment: "277CA:A6:630",
        message: "modifier 90 says that another laboratory did the test, but its CLIA number is missing",
        help: "Enter the CLIA number of the laboratory that did the test as the referring one (F4).",
        source: "Claims Processing Manual 16, 40.1",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::REFERENCES.and(Parts::LINE_SERVICE).and(Parts::LINE_REFERENCES),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let told = claim.references.iter().chain(&line.references).any(|it| it.qualifier == "F4");
    if !told
        && service::has_modifier(line, &["90"])
        && service::is_in(service::code(line), &service::LABORATORY)
    {
        case.find("references");
    }
}
