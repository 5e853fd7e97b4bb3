//! Clinical trial: does Medicare learn which?

use superbill_model::Claim;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, place, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "REF-05",
        name: "trial-number-missing",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:252",
        message: "the claim bills a clinical trial, but the number of the trial is missing",
        help: "Enter the eight digits of the trial's number.",
        source: "CMS change request 8401",
    },
    kinds: Kinds::MEDICAL,
    days: Days::since(20140101),
    reads: Parts::COVERAGE
        .and(Parts::DIAGNOSES)
        .and(Parts::REFERENCES)
        .and(Parts::LINES)
        .and(Parts::LINE_SERVICE),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let medicare = place::is_medicare(&claim.coverage);
    let mut lines = claim.lines.iter();
    if !medicare || !claim.diagnoses.iter().any(|it| it.code == "Z006") {
        return;
    }
    let told = claim.references.iter().any(|it| it.qualifier == "P4");
    if !told && lines.any(|line| service::has_modifier(line, &["Q0", "Q1"])) {
        case.find("references");
    }
}
