//! Coordination of benefits: does what earlier payers did add up to what is charged?
//!
//! For each earlier payer that adjudicated (RFI 1294, 524, 2168; a wrong formula some payers use, charge =
//! line payments + claim adjustments, is not among them):
//!
//! - line charge = line paid + line adjustments, over all reports of the payer on the line;
//! - claim paid = line payments - claim adjustments, where lines are reported;
//! - claim charge = claim paid + claim adjustments + line adjustments.

use superbill_model::{Adjustment, Claim, LineAdjudication, OtherCoverage};
use superbill_types::{Finding, Findings, Location, Money, Rule};

use super::rules;

/// The rules that [`coordination`] holds.
pub static COORDINATION_RULES: [&Rule; 4] = [
    &rules::LINE_COORDINATION,
    &rules::PAYER_COORDINATION,
    &rules::CLAIM_COORDINATION,
    &rules::DATE_LEVEL,
];

/// What of earlier payers' adjudications does not add up or stands at the wrong level.
#[must_use]
pub fn coordination(claim: &Claim) -> Findings {
    let mut findings = Findings::default();
    for (index, other) in claim.other_coverages.iter().enumerate() {
        let path = format!("otherCoverages[{index}]");
        if let Some(paid) = other.paid_amount {
            payer(claim, other, paid, &path, &mut findings);
        }
    }
    findings
}

fn payer(claim: &Claim, other: &OtherCoverage, paid: Money, path: &str, findings: &mut Findings) {
    let mut line_paid = Money::ZERO;
    let mut line_adjustments = Money::ZERO;
    let mut dates = usize::from(other.adjudication_date.is_some());
    let mut reported = false;
    for (index, line) in claim.lines.iter().enumerate() {
        let told: Vec<&LineAdjudication> =
            line.adjudications.iter().filter(|one| is_of(one, other)).collect();
        if told.is_empty() {
            continue;
        }
        reported = true;
        let of_line: Money = told.iter().filter_map(|one| one.paid_amount).sum();
        let adjusted: Money = told.iter().map(|one| sum(&one.adjustments)).sum();
        line_paid += of_line;
        line_adjustments += adjusted;
        let dated = told.iter().filter(|one| one.adjudication_date.is_some()).count();
        if dates == 0 && dated < told.len() || other.adjudication_date.is_some() && dated > 0 {
            findings.push(finding(&rules::DATE_LEVEL, &format!("lines[{index}]")));
        }
        dates += dated;
        let charge = line.charge_amount.unwrap_or_default();
        if charge != of_line + adjusted {
            let at = format!("lines[{index}].adjudications");
            findings.push(differs(&rules::LINE_COORDINATION, &at, charge, of_line + adjusted));
        }
    }
    if dates == 0 {
        findings.push(finding(&rules::DATE_LEVEL, &format!("{path}.adjudicationDate")));
    }
    let claim_adjustments = sum(&other.adjustments);
    if reported && paid != line_paid - claim_adjustments {
        let at = format!("{path}.paidAmount");
        findings.push(differs(
            &rules::PAYER_COORDINATION,
            &at,
            paid,
            line_paid - claim_adjustments,
        ));
    }
    let charge = claim.charge_amount.unwrap_or_default();
    let told = paid + claim_adjustments + line_adjustments;
    if charge != told {
        findings.push(differs(&rules::CLAIM_COORDINATION, path, charge, told));
    }
}

/// Whether a line's report is by the payer of this coverage.
fn is_of(told: &LineAdjudication, other: &OtherCoverage) -> bool {
    let payer = other.coverage.payer.identifier.as_ref();
    payer.is_some_and(|payer| payer.value.reveal().as_str() == told.payer)
}

pub(super) fn sum(adjustments: &[Adjustment]) -> Money {
    adjustments.iter().filter_map(|one| one.amount).sum()
}

fn differs(rule: &'static Rule, path: &str, charge: Money, told: Money) -> Finding {
    finding(rule, path)
        .with("expected", charge.to_string())
        .with("told", told.to_string())
        .with("difference", (charge - told).to_string())
}

pub(super) fn finding(rule: &'static Rule, path: &str) -> Finding {
    Finding::new(rule, Location { path: path.to_owned(), ..Location::default() })
}
