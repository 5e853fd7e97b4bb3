//! Reading: which event is a payer's answer to a claim?
//!
//! From the remittance as the payer sent it to what is posted: amounts must be there, reasons get
//! their treatment. Nothing about the account is asked here; see `post.rs`.

use superbill_model::{
    Adjustment, ClaimPayment, Party, Procedure, QualifiedDate, Remittance, ServicePayment,
};
use superbill_types::{Date, DateValue, Money, Phi, Text};

use crate::Treatment;
use crate::event::{
    ClaimPosted, PatientIdentity, Payee, Payer, PaymentReceived, PostedAdjustment,
    PostedProviderAdjustment, PostedService,
};

/// The payment as a whole.
pub(crate) fn payment(remittance: &Remittance, accepted_unbalanced: bool) -> PaymentReceived {
    let adjustments = remittance.provider_adjustments.iter();
    PaymentReceived {
        payer: payer(remittance),
        payee: payee(&remittance.payee),
        trace_number: remittance.trace_number.clone(),
        amount: remittance.payment_amount,
        date: remittance.payment_date.as_ref().and_then(DateValue::day),
        method: remittance.payment_method.clone(),
        accepted_unbalanced,
        provider_adjustments: adjustments
            .map(|adjustment| PostedProviderAdjustment {
                reason: adjustment.reason.clone(),
                reference: adjustment.reference.clone().map(Phi::new),
                amount: adjustment.amount,
            })
            .collect(),
    }
}

/// One claim, or the name of the amount that is missing. Order and reversal are left to the poster.
pub(crate) fn claim(
    payment: &PaymentReceived,
    sent: &ClaimPayment,
) -> Result<ClaimPosted, &'static str> {
    let lines: Result<Vec<_>, _> = sent.services.iter().map(service).collect();
    Ok(ClaimPosted {
        patient_control_number: Phi::new(sent.patient_control_number.reveal().trim().into()),
        patient: patient(sent),
        payer: payment.payer.clone(),
        trace_number: payment.trace_number.clone(),
        payment_amount: payment.amount,
        payment_date: payment.date,
        payer_claim_number: sent.payer_claim_number.clone(),
        status: sent.status.clone(),
        order: 0,
        forwarded: matches!(sent.status.as_str(), "19" | "20" | "21") || sent.name("TT").is_some(),
        split: sent.remarks().any(|remark| remark == "MA15"),
        accepted_unbalanced: false,
        reverses: None,
        service_date: service_date(sent),
        charge: sent.charge_amount.ok_or("the charge")?,
        paid: sent.payment_amount.ok_or("the payment")?,
        adjustments: adjustments(&sent.adjustments)?,
        services: lines?,
    })
}

/// The place among the payers that a claim status states: 1 primary, 2 secondary, 3 tertiary.
pub(crate) fn stated_order(status: &str) -> Option<u8> {
    match status {
        "1" | "19" => Some(1),
        "2" | "20" => Some(2),
        "3" | "21" => Some(3),
        _ => None,
    }
}

fn service(sent: &ServicePayment) -> Result<PostedService, &'static str> {
    let billed = sent.submitted_procedure.as_ref().unwrap_or(&sent.procedure);
    Ok(PostedService {
        procedure: code(billed, sent.revenue_code.as_deref()),
        modifiers: billed.modifiers.clone(),
        date: day(&sent.dates, &["472", "150"]),
        charge: sent.charge_amount,
        paid: sent.payment_amount,
        adjustments: adjustments(&sent.adjustments)?,
    })
}

fn code(procedure: &Procedure, revenue_code: Option<&str>) -> Text {
    if procedure.code.is_empty() { revenue_code.unwrap_or("") } else { &procedure.code }.into()
}

fn adjustments(sent: &[Adjustment]) -> Result<Vec<PostedAdjustment>, &'static str> {
    let read = |adjustment: &Adjustment| {
        let (group, reason) = (adjustment.group.clone(), adjustment.reason.clone());
        let treatment = Treatment::of(&group, &reason);
        let amount = adjustment.amount.ok_or("an adjustment")?;
        Ok(PostedAdjustment { group, reason, amount, treatment })
    };
    sent.iter().map(read).collect()
}

/// What identifies the payer of a payment. Its number beside the trace number comes first, because
/// a trace number is unique only for that.
fn payer(remittance: &Remittance) -> Payer {
    let party = &remittance.payer;
    let own = party.identifier.as_ref().map(|identifier| identifier.value.reveal());
    let text = |value: &&Text| !value.trim().is_empty();
    let numbers = [remittance.trace_payer.as_ref(), own, remittance.originating_company.as_ref()];
    let name = party.name.as_ref().filter(text);
    let id = numbers.into_iter().flatten().find(text).or(name).cloned().unwrap_or_default();
    Payer { name: name.cloned().unwrap_or_else(|| id.clone()), id }
}

fn payee(party: &Party) -> Payee {
    let mut address = Vec::new();
    if let Some(sent) = &party.address {
        address.extend(sent.lines.iter().filter(|line| !line.is_empty()).cloned());
        let code = sent.postal_code.as_deref().map(postal_code);
        let place = [sent.city.clone(), sent.state.clone(), code];
        let place: Vec<Text> = place.into_iter().flatten().collect();
        if !place.is_empty() {
            address.push(place.join(" ").into());
        }
    }
    Payee { name: party.name.clone(), address }
}

pub(crate) fn patient(sent: &ClaimPayment) -> PatientIdentity {
    let (patient, insured) = (sent.name("QC"), sent.name("IL"));
    let member = [patient, insured].into_iter().flatten().find_map(|name| name.identifier.as_ref());
    PatientIdentity {
        last_name: patient.and_then(|name| name.last_name.clone()),
        first_name: patient.and_then(|name| name.first_name.clone()),
        member_id: member.map(|identifier| identifier.value.clone()),
    }
}

/// A ZIP code as people write it: nine digits with a hyphen.
fn postal_code(sent: &str) -> Text {
    match sent.split_at_checked(5) {
        Some((five, four)) if four.len() == 4 && sent.bytes().all(|b| b.is_ascii_digit()) => {
            [five, four].join("-").into()
        }
        _ => sent.into(),
    }
}

/// The first day of service: that of the claim, else the earliest of its lines.
fn service_date(sent: &ClaimPayment) -> Option<Date> {
    let lines = || sent.services.iter().filter_map(|line| day(&line.dates, &["472", "150"])).min();
    day(&sent.dates, &["232"]).or_else(lines)
}

fn day(dates: &[QualifiedDate], qualifiers: &[&str]) -> Option<Date> {
    let mut wanted = dates.iter().filter(|date| qualifiers.contains(&date.qualifier.as_str()));
    wanted.find_map(|date| date.date.day())
}

/// Whether two claims of one payment are the same in what identifies a posting.
pub(crate) fn same_posting(one: &ClaimPosted, other: &ClaimPosted) -> bool {
    one.charge == other.charge
        && one.paid == other.paid
        && one.status == other.status
        && one.payer_claim_number == other.payer_claim_number
        && one.trace_number == other.trace_number
        && one.payment_amount == other.payment_amount
        && one.payer.id == other.payer.id
}

/// Whether a reversal takes back exactly this answer.
pub(crate) fn takes_back(reversal: &ClaimPosted, answer: &ClaimPosted) -> bool {
    let nothing = |one: Money, other: Money| (one + other).is_zero();
    !answer.is_reversal()
        && answer.payer.id == reversal.payer.id
        && nothing(answer.charge, reversal.charge)
        && nothing(answer.paid, reversal.paid)
}
