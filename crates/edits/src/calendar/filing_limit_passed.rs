//! Filing limit: is it still time?

use superbill_model::{Claim, ClaimKind};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates, place};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-105",
        name: "filing-limit-passed",
        severity: Severity::Warning,
        snip: 7,
        acknowledgment: "277CA:A7:718",
        message: "the service of {service} was {days} days before today; the payer takes claims up \
                  to {limit}",
        help: "Send it with a reason for the delay and proof of earlier filing, or write it off; \
               the patient does not owe it.",
        source: "42 CFR 424.44 for Medicare; the limits the host gives for other payers",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD
        .and(Parts::COVERAGE)
        .and(Parts::DATES)
        .and(Parts::LINES)
        .and(Parts::LINE_DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    // A replacement or void is filed by other limits, and a reason for the delay answers the question.
    let original = claim.frequency.as_deref().is_none_or(|code| code == "1");
    if !original || claim.delay_reason.is_some() {
        return;
    }
    let Some((from, to)) = dates::of_claim(claim) else { return };
    let service = if claim.kind == ClaimKind::Institutional { to } else { from };
    let payer = claim.coverage.payer.identifier.as_ref().map(|it| it.value.reveal().as_str());
    let last = match case.ruleset().filing_days(payer) {
        Some(days) => service.plus_days(days.into()),
        // One calendar year.
        None if place::is_medicare(&claim.coverage) => super::years_later(service, 1),
        None => return,
    };
    let today = case.today();
    if let Some(limit) = last.filter(|last| today > *last) {
        let found = case.find("coverage.payer").fact("service", service);
        found.fact("days", today.days_since(service)).fact("limit", limit);
    }
}
