//! Secondary claims: what does the next payer get once a payer has answered?
//!
//! The answer is told at the level the payer told it: line by line where its remittance has lines, else for
//! the claim. Adjustments are carried as they are, `OA` 23 (what earlier payers did) and empty quantities
//! included; the adjudication date stands at exactly one level. What is charged never changes.

use std::collections::BTreeSet;

use superbill_model::{
    Adjustment, Claim, ClaimKind, ClaimParty, ClaimPayment, ClaimReference, Coverage,
    LineAdjudication, NamedParty, OtherCoverage, Patient, Procedure, Remittance, ServiceLine,
    ServicePayment,
};
use superbill_types::{DateValue, Findings, Money, Phi, Quantity, Text, sort_by_number};

use super::answer::Answer;
use super::coordination::{coordination, finding};
use super::roles::role;
use super::rules;

/// The claim to the next payer, with what the last payer did. `claim` is the claim that payer was sent,
/// `payment` its answer in `remittance`.
///
/// # Errors
/// Every reason why it should not be billed or cannot be made; paths are those of `claim`, and
/// `payment.` stands before those of the answer.
pub fn secondary(
    claim: &Claim,
    payment: &ClaimPayment,
    remittance: &Remittance,
) -> Result<Claim, Findings> {
    of_answer(claim, &Answer::join(&[(payment, remittance)]))
}

/// The claim to the next payer, made of the last word of all remittances on it: reversals take back, corrections
/// stand, parts of a split claim are joined. None where no remittance answers the claim.
///
/// # Errors
/// As [`secondary`].
#[must_use]
pub fn next(claim: &Claim, remittances: &[Remittance]) -> Option<Result<Claim, Findings>> {
    Answer::last_word(claim, remittances).map(|answer| of_answer(claim, &answer))
}

fn of_answer(claim: &Claim, answer: &Answer) -> Result<Claim, Findings> {
    let mut findings = Findings::default();
    answer_fits(claim, &answer.payment, &mut findings);
    let date = answer.date.as_ref();
    if date.is_none() {
        findings.push(finding(&rules::NO_DATE, "payment"));
    }
    let next = next_coverage(claim);
    if next.is_none() {
        findings.push(finding(&rules::NO_NEXT_PAYER, "otherCoverages"));
    }
    let payer = claim.coverage.payer.identifier.as_ref();
    if payer.is_none() {
        findings.push(finding(&rules::PAYER_UNKNOWN, "coverage.payer.identifier"));
    }
    let (Some(date), Some(next), Some(payer)) = (date, next, payer) else { return Err(findings) };
    let mut out = claim.clone();
    out.frequency = Some("1".into());
    let mut answered = move_on(&mut out, next);
    corrected_insured(&mut answered, &answer.payment);
    adjudicate(&mut out, &mut answered, answer, payer.value.reveal(), date, &mut findings);
    out.other_coverages.push(answered);
    sort_by_number(&mut out.other_coverages, |other| rank(&other.coverage.sequence) as i64);
    let medicare = matches!(out.coverage.filing_indicator.as_deref(), Some("MA" | "MB"));
    // A facility tells the reason with a value code (12 to 16, 41 to 43, 47): its guide has no SBR05.
    let has_reason = out.coverage.insurance_type.is_some() || out.kind == ClaimKind::Institutional;
    if medicare && !has_reason {
        let at = format!("otherCoverages[{next}].coverage.insuranceType");
        findings.push(finding(&rules::MEDICARE_REASON, &at));
    }
    if findings.errors() == 0 {
        findings.append(coordination(&out));
    }
    if findings.errors() > 0 { Err(findings) } else { Ok(out) }
}

/// The claim that replaces one the payer has: frequency 7 with the payer's number for it.
#[must_use]
pub fn corrected(claim: &Claim, payer_claim_number: &Phi<Text>) -> Claim {
    again(claim, "7", payer_claim_number)
}

/// The claim that takes back one the payer has: frequency 8 with the payer's number for it.
#[must_use]
pub fn void(claim: &Claim, payer_claim_number: &Phi<Text>) -> Claim {
    again(claim, "8", payer_claim_number)
}

fn again(claim: &Claim, frequency: &str, payer_claim_number: &Phi<Text>) -> Claim {
    let mut out = claim.clone();
    out.frequency = Some(frequency.into());
    out.references.retain(|one| one.qualifier != "F8");
    out.references.push(reference("F8", payer_claim_number.clone()));
    out
}

/// Whether the answer is one on which a claim to the next payer can stand.
fn answer_fits(claim: &Claim, payment: &ClaimPayment, findings: &mut Findings) {
    if matches!(payment.status.as_str(), "19" | "20" | "21" | "23") || payment.name("TT").is_some()
    {
        findings.push(finding(&rules::CROSSED_OVER, "payment.status"));
    }
    if payment.is_reversal() {
        findings.push(finding(&rules::FROM_REVERSAL, "payment.status"));
    }
    if payment.status == "25" {
        findings.push(finding(&rules::PREDETERMINED, "payment.status"));
    }
    let (sent, echoed) = (&claim.patient_control_number, &payment.patient_control_number);
    if !sent.reveal().eq_ignore_ascii_case(echoed.reveal()) {
        findings.push(finding(&rules::OTHER_CLAIM, "payment.patientControlNumber"));
    }
    if payment.charge_amount != claim.charge_amount || payment.payment_amount.is_none() {
        let told =
            |amount: Option<Money>| amount.map_or("none".to_owned(), |amount| amount.to_string());
        findings.push(
            finding(&rules::SPLIT, "payment.chargeAmount")
                .with("sent", told(claim.charge_amount))
                .with("told", told(payment.charge_amount)),
        );
    }
}

/// Place of a coverage in the order of payment.
fn rank(sequence: &str) -> usize {
    ["P", "S", "T", "A", "B", "C", "D", "E", "F", "G", "H"]
        .iter()
        .position(|one| *one == sequence)
        .unwrap_or(usize::MAX)
}

/// Which of the other coverages comes next.
fn next_coverage(claim: &Claim) -> Option<usize> {
    let now = rank(&claim.coverage.sequence);
    let later = claim.other_coverages.iter().enumerate().filter(|(_, other)| {
        let rank = rank(&other.coverage.sequence);
        rank > now && rank != usize::MAX
    });
    later.min_by_key(|(_, other)| rank(&other.coverage.sequence)).map(|(index, _)| index)
}

/// Makes the next coverage that of the claim; gives back the one that was.
fn move_on(claim: &mut Claim, next: usize) -> OtherCoverage {
    let treated = claim.treated().clone();
    let relationship =
        claim.patient.as_ref().map_or("18", |patient| &patient.relationship).to_owned();
    let mut coming = claim.other_coverages.remove(next);
    let mut coverage = core::mem::take(&mut coming.coverage);
    let mut left = core::mem::take(&mut claim.coverage);
    let to_plan = |one: &ClaimReference| matches!(one.qualifier.as_str(), "G1" | "9F" | "F8");
    // Authorizations belong to the payer that gave them.
    let (theirs, ours) = core::mem::take(&mut claim.references)
        .into_iter()
        .partition::<Vec<_>, _>(|one| to_plan(one) && one.payer.is_none());
    claim.references = ours;
    let of_payer = core::mem::take(&mut coverage.payer.references);
    for one in of_payer {
        match one.qualifier.as_str() {
            "G1" | "9F" => claim.references.push(one),
            "F8" | "T4" => {}
            _ => coverage.payer.references.push(one),
        }
    }
    numbers_of(claim, &mut coverage, core::mem::take(&mut coming.providers));
    if coverage.relationship.as_deref() == Some("18") {
        let person = &mut coverage.subscriber.0;
        person.demographics = person.demographics.take().or(treated.demographics);
        person.address = person.address.take().or(treated.address);
        claim.patient = None;
    } else {
        let relationship = coverage.relationship.take().unwrap_or_default();
        let party = ClaimParty { identifier: None, references: Vec::new(), ..treated };
        claim.patient = Some(Box::new(Patient { relationship, party }));
    }
    claim.coverage = coverage;
    left.relationship = Some(relationship.into());
    other_coverage(claim, left, theirs)
}

/// The coverage that was billed, as an other coverage tells it.
fn other_coverage(claim: &Claim, mut left: Coverage, theirs: Vec<ClaimReference>) -> OtherCoverage {
    let person = &mut left.subscriber.0;
    person.demographics = None;
    person.contacts.clear();
    person.references.retain(|one| one.qualifier == "SY");
    let payer = &mut left.payer;
    payer.contacts.clear();
    let (billing, plan) = core::mem::take(&mut payer.references)
        .into_iter()
        .partition::<Vec<_>, _>(|one| matches!(one.qualifier.as_str(), "G2" | "LU"));
    payer.references = plan;
    payer.references.extend(theirs.into_iter().filter(|one| one.qualifier != "F8"));
    let providers = (!billing.is_empty()).then(|| {
        let mut party = ClaimParty { references: billing, ..ClaimParty::default() };
        party.name.entity_type = claim.billing_provider.name.entity_type.clone();
        NamedParty { role: "85".into(), party }
    });
    OtherCoverage {
        coverage: left,
        benefits_assigned: claim.benefits_assigned.clone(),
        patient_signature_source: claim.patient_signature_source.clone(),
        release_of_information: claim.release_of_information.clone(),
        providers: providers.into_iter().collect(),
        ..OtherCoverage::default()
    }
}

/// The numbers that the coming payer gave the claim's providers stand with these now.
fn numbers_of(claim: &mut Claim, coverage: &mut Coverage, providers: Vec<NamedParty>) {
    for one in providers {
        let of_claim =
            role(one.role.as_bytes()).and_then(|role| (role.of_mut)(&mut claim.providers).as_mut());
        if one.role == "85" {
            coverage.payer.references.extend(one.party.references);
        } else if let Some(party) = of_claim {
            party.references.extend(one.party.references);
        }
    }
}

/// The payer's own number for the insured, where its answer corrects the one it was sent (`NM1*74`).
fn corrected_insured(answered: &mut OtherCoverage, payment: &ClaimPayment) {
    let told = payment.name("74").and_then(|name| name.identifier.as_ref());
    let told = told.filter(|told| matches!(told.qualifier.as_str(), "C" | "MI"));
    if let (Some(told), Some(sent)) = (told, &mut answered.coverage.subscriber.0.identifier) {
        sent.value = told.value.clone();
    }
}

/// Tells what the payer did, at the level it told it.
fn adjudicate(
    claim: &mut Claim,
    answered: &mut OtherCoverage,
    answer: &Answer,
    payer: &str,
    date: &DateValue,
    findings: &mut Findings,
) {
    let payment = &answer.payment;
    answered.paid_amount = payment.payment_amount;
    answered.adjustments = packed(&payment.adjustments);
    answered.outpatient.clone_from(&payment.outpatient);
    if claim.kind == ClaimKind::Institutional {
        answered.inpatient.clone_from(&payment.inpatient);
    }
    if let Some(number) = &payment.payer_claim_number {
        answered.coverage.payer.references.push(reference("F8", number.clone()));
    }
    // One level tells what the patient still owes: the lines, unless the claim itself was adjusted.
    let by_line = !payment.services.is_empty();
    if !by_line {
        answered.adjudication_date = Some(date.clone());
    }
    if !by_line || !payment.adjustments.is_empty() {
        let of_lines = payment.services.iter().map(|service| liability(&service.adjustments));
        answered.remaining_liability = Some(liability(&payment.adjustments) + of_lines.sum());
    }
    let mut used = BTreeSet::new();
    let mut places = Vec::new();
    for service in &payment.services {
        let at = line_of(&claim.lines, service, &used);
        used.extend(at);
        places.push(at);
    }
    for (index, service) in payment.services.iter().enumerate() {
        let Some(at) = places[index] else {
            findings.push(finding(&rules::LINE_UNMATCHED, &format!("payment.services[{index}]")));
            continue;
        };
        let paid_on = answer.service_dates.get(index).cloned().flatten();
        let (procedure, revenue_code) = judged(service, &claim.lines[at]);
        let told = LineAdjudication {
            payer: payer.into(),
            paid_amount: Some(service.payment_amount.unwrap_or_default()),
            procedure,
            revenue_code,
            paid_units: service
                .units
                .filter(|units| !units.is_zero())
                .or(Some(Quantity::from_scaled(1, 0))),
            bundled_line: bundled_into(service, &payment.services, &places),
            adjustments: packed(&service.adjustments),
            adjudication_date: paid_on.or_else(|| Some(date.clone())),
            remaining_liability: answered
                .remaining_liability
                .is_none()
                .then(|| liability(&service.adjustments)),
            ..LineAdjudication::default()
        };
        claim.lines[at].adjudications.push(told);
    }
    if by_line {
        for at in (0..claim.lines.len()).filter(|at| !used.contains(at)) {
            findings.push(finding(&rules::LINE_UNANSWERED, &format!("lines[{at}]")));
        }
    }
}

/// The line a payer's line answers: by our number for it, which some payers write in capitals; else by
/// procedure and charge, the first that has no answer. A line the payer split is answered more than once.
fn line_of(
    lines: &[ServiceLine],
    service: &ServicePayment,
    used: &BTreeSet<usize>,
) -> Option<usize> {
    let echoed = service.references.iter().find(|one| one.qualifier == "6R");
    if let Some(echoed) = echoed {
        let same = |line: &ServiceLine| {
            let number = line.control_number.as_ref().map(|number| number.reveal().as_str());
            number.is_some_and(|number| number.eq_ignore_ascii_case(echoed.value.reveal()))
        };
        let found = lines.iter().position(same);
        if found.is_some() {
            return found;
        }
    }
    let billed = service.submitted_procedure.as_ref().unwrap_or(&service.procedure);
    lines.iter().enumerate().position(|(at, line)| {
        let code = line.procedure.as_ref().map(|procedure| procedure.code.as_str());
        let revenue = line.revenue_code.as_deref();
        !used.contains(&at)
            && line.charge_amount == service.charge_amount
            && (code == Some(&billed.code) || code.is_none() && revenue == Some(&billed.code))
    })
}

/// The number (LX) of the line a payer's line was bundled into: it was billed as one procedure, judged as another
/// line's, and nothing was paid for it.
fn bundled_into(
    service: &ServicePayment,
    services: &[ServicePayment],
    places: &[Option<usize>],
) -> Option<Text> {
    let billed = &service.submitted_procedure.as_ref()?.code;
    let judged = &service.procedure.code;
    let paid = service.payment_amount.unwrap_or_default();
    if billed == judged || paid != Money::ZERO {
        return None;
    }
    let mut others = services.iter().zip(places).filter(|(other, _)| {
        let its = other.submitted_procedure.as_ref().map_or(judged, |told| &told.code);
        other.procedure.code == *judged && its == judged
    });
    others.find_map(|(_, place)| *place).map(|at| (at + 1).to_string()).map(Into::into)
}

/// Procedure and revenue code as the payer judged a line. A line billed by revenue code alone comes back with
/// that code (`NU`) where a procedure stands; a payer that echoes no revenue code judged the one billed.
fn judged(service: &ServicePayment, line: &ServiceLine) -> (Option<Procedure>, Option<Text>) {
    let judged = &service.procedure;
    let by_revenue = judged.qualifier == "NU";
    let told = by_revenue.then_some(&judged.code).or(service.revenue_code.as_ref());
    let revenue = line.revenue_code.as_ref().map(|billed| told.unwrap_or(billed).clone());
    let procedure = Some(judged).filter(|one| !by_revenue && !one.code.is_empty());
    (procedure.cloned(), revenue)
}

/// What the patient owes by these adjustments: group `PR`.
fn liability(adjustments: &[Adjustment]) -> Money {
    adjustments.iter().filter(|one| one.group == "PR").filter_map(|one| one.amount).sum()
}

/// Adjustments in at most five segments: as the payer sent them where they are few, else six of a group in
/// each.
fn packed(adjustments: &[Adjustment]) -> Vec<Adjustment> {
    let mut out = adjustments.to_vec();
    let segments: BTreeSet<u32> = out.iter().map(|one| one.segment).collect();
    if segments.len() <= 5 {
        return out;
    }
    out.sort_by(|a, b| a.group.cmp(&b.group));
    let mut segment = 0;
    for group in out.chunk_by_mut(|a, b| a.group == b.group) {
        for six in group.chunks_mut(6) {
            for one in six.iter_mut() {
                (one.segment, one.empty_slots_before) = (segment, 0);
            }
            segment += 1;
        }
    }
    out
}

fn reference(qualifier: &str, value: Phi<Text>) -> ClaimReference {
    ClaimReference { qualifier: qualifier.into(), value, payer: None }
}
