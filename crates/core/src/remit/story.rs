//! The story of a claim: what was charged, paid and taken off, and why, in plain words?

use serde::Serialize;
use superbill_accounts::Treatment;
use superbill_codes::{
    ADJUSTMENT_GROUP, ADJUSTMENT_REASON, CLAIM_STATUS, DATE_QUALIFIER, REMARK, adjustment_kind,
};
use superbill_exchange::remittance::{BalanceCheck, BalanceLevel, Flags, claim_checks};
use superbill_model::{Adjustment, ClaimPayment, Procedure, ServicePayment};
use superbill_types::{DateValue, Money, Quantity, Text};

use crate::RemittanceFile;
use crate::words::{dollars, patient, service_days};

/// A claim as a reader follows it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClaimStory {
    /// One sentence with every amount.
    pub headline: String,
    /// Claim status code.
    pub status: String,
    /// What it means, for a biller.
    pub status_label: String,
    /// What it means, for a patient.
    pub status_plain: String,
    /// Patient, as people write the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient: Option<Text>,
    /// Key of the patient in an account book.
    pub patient_key: String,
    /// Payer's name.
    pub payer: String,
    /// Our number for the claim.
    pub patient_control_number: String,
    /// The payer's number for the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer_claim_number: Option<Text>,
    /// What was charged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_amount: Option<Money>,
    /// What the plan paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_amount: Option<Money>,
    /// Written off under the contract.
    pub contractual_amount: Money,
    /// Denied: not paid, and to be worked before it is anyone's debt.
    pub denied_amount: Money,
    /// Taken off for other reasons, such as what an earlier payer paid.
    pub other_amount: Money,
    /// The patient's part.
    pub patient_amount: Money,
    /// What the payer's amounts leave unexplained: zero where the claim balances.
    pub unexplained_amount: Money,
    /// Every adjustment, of the claim and then of its lines.
    pub adjustments: Vec<AdjustmentText>,
    /// The lines.
    pub services: Vec<ServiceStory>,
    /// Remarks of the claim itself.
    pub remarks: Vec<RemarkText>,
    /// Every equation with its terms.
    pub checks: Vec<BalanceRecord>,
    /// Whether the claim's money adds up.
    pub balanced: bool,
    /// Dates of the claim.
    pub dates: Vec<LabeledDate>,
}

/// An adjustment with its words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AdjustmentText {
    /// Adjustment group.
    pub group: String,
    /// What the group means.
    pub group_label: String,
    /// Adjustment reason.
    pub reason: String,
    /// What the reason means, for a biller.
    pub label: String,
    /// What it means, for a patient.
    pub plain: String,
    /// Kind of reason: `contractual`, `deductible`, `timely`, ...; `unknown` where it is not listed.
    pub kind: String,
    /// Amount taken off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Units taken off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// The line it belongs to, from 0; absent for the claim as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<u32>,
}

/// A remark with its words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RemarkText {
    /// Remark code.
    pub code: String,
    /// A few words for a biller.
    pub label: String,
    /// A sentence for a patient.
    pub plain: String,
}

/// A line as a reader follows it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceStory {
    /// Procedure as the payer judged it.
    pub procedure: ProcedureText,
    /// Procedure as we billed it, where it differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_procedure: Option<ProcedureText>,
    /// Revenue code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue_code: Option<Text>,
    /// First day of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateValue>,
    /// Units paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<Quantity>,
    /// What was charged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_amount: Option<Money>,
    /// What was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_amount: Option<Money>,
    /// Adjustments of the line.
    pub adjustments: Vec<AdjustmentText>,
    /// Remarks of the line.
    pub remarks: Vec<RemarkText>,
    /// Whether the line's money adds up.
    pub balanced: bool,
    /// Bytes of the file, to the end of the line's last segment.
    #[cfg_attr(feature = "typescript", tsify(type = "[number, number]"))]
    pub span: (u64, u64),
}

/// A procedure as coded, and as one text.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ProcedureText {
    /// Kind of code.
    pub qualifier: String,
    /// The code.
    pub code: String,
    /// Modifiers.
    pub modifiers: Vec<Text>,
    /// Code and modifiers, as billers write them: `99213-25`.
    pub text: String,
}

/// An equation with its terms.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct BalanceRecord {
    /// `payment`, `claim`, `claimFromLines` or `service`.
    pub level: String,
    /// What the equation proves, in words.
    pub label: String,
    /// The line, from 0, at that level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<u32>,
    /// Whether it is proved.
    pub balanced: bool,
    /// Its terms.
    pub terms: Vec<TermRecord>,
    /// What the terms come to.
    pub expected: Money,
    /// What the payer stated; absent where it was missing or no amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Money>,
    /// Stated less expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Money>,
    /// Path into the report.
    pub path: String,
    /// Bytes of the file it is about.
    #[cfg_attr(feature = "typescript", tsify(type = "[number, number]"))]
    pub span: (u64, u64),
}

/// One term of an equation.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TermRecord {
    /// What it is.
    pub label: String,
    /// Its amount.
    pub amount: Money,
    /// `+` added or `-` taken off.
    #[cfg_attr(feature = "typescript", tsify(type = "\"+\" | \"-\""))]
    pub sign: char,
}

/// A date with what it is the date of.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LabeledDate {
    /// What it is.
    pub label: String,
    /// The day.
    pub date: DateValue,
}

impl BalanceRecord {
    pub(super) fn new(check: BalanceCheck, path: String, span: (u64, u64)) -> Self {
        let (level, label) = match check.level {
            BalanceLevel::Payment => ("payment", "Payment: claims paid less provider adjustments"),
            BalanceLevel::ClaimFromLines => {
                ("claimFromLines", "Claim: line charges make the charge")
            }
            BalanceLevel::Service => ("service", "Line: charge less adjustments is what was paid"),
            _ => ("claim", "Claim: charge less adjustments is what was paid"),
        };
        Self {
            level: level.into(),
            label: label.into(),
            service: check.service.map(|n| n as u32),
            balanced: check.balanced(),
            expected: check.expected,
            found: check.found,
            difference: check.difference(),
            terms: check
                .terms
                .into_iter()
                .map(|term| TermRecord {
                    label: term.label.into(),
                    amount: term.amount,
                    sign: if term.subtracted { '-' } else { '+' },
                })
                .collect(),
            path,
            span,
        }
    }
}

impl RemittanceFile {
    /// A claim's story; none if there is no such claim.
    #[must_use]
    pub fn story(&self, index: usize) -> Option<ClaimStory> {
        let row = self.claim_rows().get(index)?;
        let claim = self.claim(index)?;
        let payer = self.payment(row.payment as usize)?.payer.name.unwrap_or_default();
        let path = format!("remittances[{}].claims[{}]", row.payment, row.index);
        let mut story = story(&claim, payer.to_string(), &path, (row.start, row.end));
        story.balanced = row.flags.has(Flags::BALANCED);
        let mut spans: Vec<(u64, u64)> = Vec::new();
        self.each_segment_of(index, |segment| {
            let span = segment.span();
            if segment.id() == b"SVC" {
                spans.push((span.start, span.end));
            } else if let Some(line) = spans.last_mut() {
                line.1 = span.end;
            }
        })?;
        for (line, span) in story.services.iter_mut().zip(spans) {
            line.span = span;
        }
        Some(story)
    }
}

fn story(claim: &ClaimPayment, payer: String, path: &str, span: (u64, u64)) -> ClaimStory {
    let status = CLAIM_STATUS.find(&claim.status);
    let checks: Vec<_> = claim_checks(claim)
        .into_iter()
        .map(|check| {
            let path = match (check.service, check.level) {
                (Some(n), _) => format!("{path}.services[{n}].paymentAmount"),
                (None, BalanceLevel::ClaimFromLines) => format!("{path}.chargeAmount"),
                _ => format!("{path}.paymentAmount"),
            };
            BalanceRecord::new(check, path, span)
        })
        .collect();
    let mut adjustments: Vec<_> =
        claim.adjustments.iter().map(|adjustment| explain(adjustment, None)).collect();
    let services = claim.services.iter().enumerate().map(|(n, line)| {
        let balanced = checks.iter().all(|check| check.service != Some(n as u32) || check.balanced);
        service(line, n as u32, balanced)
    });
    let services: Vec<ServiceStory> = services.collect();
    adjustments.extend(services.iter().flat_map(|line| line.adjustments.iter().cloned()));
    let parts = Parts::of(claim);
    ClaimStory {
        headline: headline(claim, &parts),
        status: claim.status.to_string(),
        status_label: status
            .map_or_else(|| format!("Status {}", claim.status), |it| it.label.into()),
        status_plain: status.map_or_else(String::new, |it| it.plain.into()),
        patient: patient(claim).map(Into::into),
        patient_key: superbill_accounts::patient_key(claim).to_string(),
        payer,
        patient_control_number: claim.patient_control_number.reveal().to_string(),
        payer_claim_number: claim.payer_claim_number.as_ref().map(|n| n.reveal().clone()),
        charge_amount: claim.charge_amount,
        payment_amount: claim.payment_amount,
        contractual_amount: parts.contractual,
        denied_amount: parts.denied,
        other_amount: parts.other,
        patient_amount: parts.patient,
        unexplained_amount: parts.unexplained,
        adjustments,
        services,
        remarks: claim.remarks().map(remark).collect(),
        balanced: checks.iter().all(|check| check.balanced || check.level == "claimFromLines"),
        checks,
        dates: dates(claim),
    }
}

/// Where the adjustments of a claim went.
#[derive(Default)]
struct Parts {
    contractual: Money,
    denied: Money,
    other: Money,
    patient: Money,
    unexplained: Money,
}

impl Parts {
    fn of(claim: &ClaimPayment) -> Self {
        let mut parts = Self::default();
        let lines = claim.services.iter().flat_map(|line| &line.adjustments);
        for adjustment in claim.adjustments.iter().chain(lines) {
            let amount = adjustment.amount.unwrap_or_default();
            match Treatment::of(&adjustment.group, &adjustment.reason) {
                Treatment::Patient => parts.patient += amount,
                Treatment::Contractual => parts.contractual += amount,
                Treatment::Other | Treatment::Excess | Treatment::PriorPayer => {
                    parts.other += amount;
                }
                // Denied, bundled, or a reason nobody knows: to be worked.
                _ => parts.denied += amount,
            }
        }
        let charge = claim.charge_amount.unwrap_or_default();
        let paid = claim.payment_amount.unwrap_or_default();
        let told = parts.contractual + parts.denied + parts.other + parts.patient;
        parts.unexplained = charge - paid - told;
        parts
    }
}

fn headline(claim: &ClaimPayment, parts: &Parts) -> String {
    let amount =
        |money: Option<Money>| money.map_or_else(|| "an unreadable amount".into(), dollars);
    let mut text = format!("Charged {}", amount(claim.charge_amount));
    text.push_str(&format!("; the plan paid {}", amount(claim.payment_amount)));
    for (part, words) in [
        (parts.contractual, "written off by contract"),
        (parts.denied, "not paid, to be worked"),
        (parts.other, "adjusted for other reasons"),
        (parts.unexplained, "not explained by the payer"),
    ] {
        if !part.is_zero() {
            text.push_str(&format!("; {} {words}", dollars(part)));
        }
    }
    text.push_str(&format!("; the patient's part is {}.", dollars(parts.patient)));
    text
}

fn service(line: &ServicePayment, number: u32, balanced: bool) -> ServiceStory {
    ServiceStory {
        procedure: procedure(&line.procedure),
        submitted_procedure: line.submitted_procedure.as_ref().map(procedure),
        revenue_code: line.revenue_code.clone(),
        date: line.dates.first().map(|date| date.date.clone()),
        units: line.units,
        charge_amount: line.charge_amount,
        payment_amount: line.payment_amount,
        adjustments: line.adjustments.iter().map(|it| explain(it, Some(number))).collect(),
        remarks: line.remarks.iter().map(|it| remark(&it.code)).collect(),
        balanced,
        span: (0, 0),
    }
}

pub(crate) fn procedure(procedure: &Procedure) -> ProcedureText {
    let mut text = procedure.code.to_string();
    for modifier in procedure.modifiers.iter().filter(|it| !it.is_empty()) {
        text.push('-');
        text.push_str(modifier);
    }
    ProcedureText {
        qualifier: procedure.qualifier.to_string(),
        code: procedure.code.to_string(),
        modifiers: procedure.modifiers.clone(),
        text: text.to_string(),
    }
}

/// An adjustment with the words for its codes; an unknown code is named, never guessed.
pub(crate) fn explain(adjustment: &Adjustment, service: Option<u32>) -> AdjustmentText {
    let group = ADJUSTMENT_GROUP.find(&adjustment.group);
    let reason = ADJUSTMENT_REASON.find(&adjustment.reason);
    AdjustmentText {
        group_label: group
            .map_or_else(|| adjustment.group.clone(), |it| it.label.into())
            .to_string(),
        label: reason.map_or_else(|| format!("Reason {}", adjustment.reason), |it| it.label.into()),
        plain: reason.map_or_else(
            || format!("The payer gave reason {}, which is not in our list.", adjustment.reason),
            |it| it.plain.into(),
        ),
        kind: adjustment_kind(&adjustment.reason).map_or("unknown", |kind| kind.name()).into(),
        group: adjustment.group.to_string(),
        reason: adjustment.reason.to_string(),
        amount: adjustment.amount,
        quantity: adjustment.quantity,
        service,
    }
}

fn remark(code: &str) -> RemarkText {
    let meaning = REMARK.find(code);
    RemarkText {
        code: code.into(),
        label: meaning.map_or_else(|| format!("Remark {code}"), |it| it.label.into()),
        plain: meaning.map_or_else(String::new, |it| it.plain.into()),
    }
}

fn dates(claim: &ClaimPayment) -> Vec<LabeledDate> {
    let mut dates: Vec<_> = claim
        .dates
        .iter()
        .map(|date| LabeledDate {
            label: DATE_QUALIFIER
                .find(&date.qualifier)
                .map_or_else(|| format!("Date {}", date.qualifier), |it| it.label.into()),
            date: date.date.clone(),
        })
        .collect();
    if dates.is_empty()
        && let Some((first, _)) = service_days(claim)
    {
        dates.push(LabeledDate { label: "Service date".into(), date: DateValue::Day(first) });
    }
    dates
}
