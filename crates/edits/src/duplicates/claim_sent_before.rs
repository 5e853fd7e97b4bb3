//! Claims sent before: is this one new?

use superbill_model::{ChargedClaim, ChargedLine, Claim, EntityName, ServiceLine};
use superbill_types::{DateValue, Phi, Rule, Severity, Text};

use super::same;
use crate::{Case, Check, Days, Edit, Kinds, Parts, dates, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DUP-04",
        name: "claim-sent-before",
        severity: Severity::Warning,
        snip: 7,
        acknowledgment: "277CA:A7:54",
        message: "a claim with the same patient, lines and days was sent before",
        help: "To correct that claim, use frequency 7 with the payer's number; do not send it \
               a second time.",
        source: "Medicare Claims Processing Manual 1, 120",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD
        .and(Parts::COVERAGE)
        .and(Parts::PATIENT)
        .and(Parts::DATES)
        .and(Parts::LINES)
        .and(Parts::LINE_SERVICE)
        .and(Parts::LINE_CHARGE)
        .and(Parts::LINE_DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let first = matches!(claim.coverage.sequence.as_str(), "" | "P");
    let again = |sent: &ChargedClaim| is_same(sent, claim);
    if first && same::is_new(claim) && case.history().iter().any(again) {
        case.find("");
    }
}

/// Whether a claim sent before billed the same. What it does not tell is not compared.
fn is_same(sent: &ChargedClaim, claim: &Claim) -> bool {
    let EntityName { last_name, first_name, .. } = &claim.treated().name;
    let member = claim.coverage.subscriber.0.identifier.as_ref().map(|it| &it.value);
    let differ = |one: Option<&Phi<Text>>, other: Option<&Phi<Text>>| {
        one.zip(other).is_some_and(|(one, other)| one != other)
    };
    sent.charge_amount == claim.charge_amount
        && matches!(sent.frequency.as_str(), "" | "1")
        && sent.lines.len() == claim.lines.len()
        && !differ(sent.member_id.as_ref(), member)
        && !differ(sent.last_name.as_ref(), last_name.as_ref())
        && !differ(sent.first_name.as_ref(), first_name.as_ref())
        && sent.lines.iter().zip(&claim.lines).all(|(one, line)| is_same_line(one, line, claim))
}

fn is_same_line(sent: &ChargedLine, line: &ServiceLine, claim: &Claim) -> bool {
    let procedure = line.procedure.as_ref().map(|it| it.code.as_str());
    let code = procedure.or(line.revenue_code.as_deref()).unwrap_or_default();
    let day = sent.date.as_ref().and_then(DateValue::day);
    sent.charge_amount == line.charge_amount
        && sent.procedure == code
        && sent.modifiers == service::modifiers(line)
        && day.is_some()
        && day == dates::of_line(line, claim).map(|(from, _)| from)
}
