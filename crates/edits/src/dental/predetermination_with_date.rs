//! Predetermination: is it free of dates of service?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::teeth;
use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DEN-06",
        name: "predetermination-with-date",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:187",
        message: "the claim asks what would be paid, but tells a day of service",
        help: "Take the day away, or bill the service.",
        source: "837D guide: DTP 472, CLM19",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::DATES).and(Parts::LINES).and(Parts::LINE_DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let told = |line: &ServiceLine| dates::date(&line.dates, "472").is_some();
    let done = dates::date(&claim.dates, "472").is_some() || claim.lines.iter().any(told);
    if done && teeth::is_predetermination(claim) {
        case.find("submissionReason");
    }
}
