//! Answer: whose claim is it, where and when, as a remittance says it?

use superbill_model::{
    Claim, ClaimDate, ClaimKind, ClaimParty, ClaimPayment, EntityName, InpatientAdjudication, Name,
    OutpatientAdjudication, Positioned, QualifiedAmount, QualifiedDate,
};
use superbill_types::{DateValue, Money, Phi, Text};

use super::lines::day_of;
use super::{Case, rank};

/// The answer to a claim with all but its money.
pub(super) fn of(case: &Case<'_>, allowed: Money) -> ClaimPayment {
    let claim = case.claim;
    let status = ["1", "2", "3"][rank(&claim.coverage.sequence).min(2)];
    let mut out = ClaimPayment {
        patient_control_number: claim.patient_control_number.clone(),
        status: status.into(),
        filing_indicator: Some(filing_indicator(claim.coverage.filing_indicator.as_deref())),
        payer_claim_number: Some(Phi::new(case.number.clone())),
        facility_type: claim.facility_code.clone(),
        frequency: claim.frequency.clone(),
        names: names(claim),
        dates: dates(claim, case),
        ..ClaimPayment::default()
    };
    if is_inpatient(claim) {
        out.diagnosis_related_group.clone_from(&claim.diagnosis_related_group);
        let period = service_period(claim);
        let days = period.1.and_then(|to| Some(to.day()?.days_since(period.0?.day()?)));
        let days = Some(Money::from_scaled(days.unwrap_or(0).max(0), 0));
        let days = Positioned { position: 1, amount: days, text: None };
        out.inpatient = Some(InpatientAdjudication { values: vec![days] });
    }
    if !allowed.is_zero() {
        out.amounts.push(QualifiedAmount { qualifier: "AU".into(), amount: Some(allowed) });
    }
    out
}

/// Adds a remark to a claim, at the place its kind of adjudication has for it.
pub(super) fn remark(answer: &mut ClaimPayment, code: Option<&str>) {
    let Some(code) = code else { return };
    let (values, places) = match &mut answer.inpatient {
        Some(inpatient) => (&mut inpatient.values, [5, 20, 21, 22, 23]),
        None => {
            let outpatient = answer.outpatient.get_or_insert_with(OutpatientAdjudication::default);
            (&mut outpatient.values, [3, 4, 5, 6, 7])
        }
    };
    let taken = |place: &u8| values.iter().any(|value| value.position == *place);
    if let Some(position) = places.into_iter().find(|place| !taken(place)) {
        values.push(Positioned { position, amount: None, text: Some(code.into()) });
    }
}

/// Whether a hospital bills a stay: type of bill 11x, 18x, 21x, 41x.
pub(super) fn is_inpatient(claim: &Claim) -> bool {
    claim.kind == ClaimKind::Institutional
        && matches!(claim.facility_code.as_deref(), Some("11" | "18" | "21" | "41"))
}

/// Kind of coverage as a remittance says it, from what the claim says.
fn filing_indicator(claim: Option<&str>) -> Text {
    match claim {
        Some("BL" | "CI") => "12",
        Some("FI") => "OF",
        Some(
            known @ ("12" | "13" | "14" | "15" | "16" | "17" | "AM" | "CH" | "DS" | "HM" | "LM"
            | "MA" | "MB" | "MC" | "OF" | "TV" | "VA" | "WC"),
        ) => known,
        _ => "ZZ",
    }
    .into()
}

/// The patient, the subscriber where another, who rendered.
fn names(claim: &Claim) -> Vec<Name> {
    let mut names = vec![patient_name(claim)];
    if claim.patient.is_some() {
        names.push(name("IL", &claim.coverage.subscriber.0));
    }
    let rendering = claim.providers.rendering.as_ref();
    names.extend(rendering.filter(|one| one.identifier.is_some()).map(|one| name("82", one)));
    names
}

/// The patient with the number the payer knows them by: their subscriber's.
fn patient_name(claim: &Claim) -> Name {
    let mut patient = name("QC", claim.treated());
    let subscriber = claim.coverage.subscriber.0.identifier.as_ref();
    let member = subscriber.filter(|id| id.qualifier == "MI");
    patient.identifier = patient.identifier.or_else(|| member.cloned());
    patient
}

fn name(role: &str, party: &ClaimParty) -> Name {
    let EntityName { entity_type, last_name, first_name, middle_name, suffix, .. } =
        party.name.clone();
    Name {
        role: role.into(),
        entity_type,
        last_name,
        first_name,
        middle_name,
        prefix: None,
        suffix,
        identifier: party.identifier.clone(),
    }
}

fn dates(claim: &Claim, case: &Case<'_>) -> Vec<QualifiedDate> {
    let (from, to) = service_period(claim);
    let mut dates: Vec<_> = from.iter().map(|day| day_of("232", day)).collect();
    dates.extend(to.iter().map(|day| day_of("233", day)));
    dates.push(day_of("050", &DateValue::Day(case.date)));
    dates
}

/// First and last day of service: the statement's or the claim's own, else those of the lines.
fn service_period(claim: &Claim) -> (Option<DateValue>, Option<DateValue>) {
    let period = |one: &&ClaimDate| matches!(one.qualifier.as_str(), "434" | "472");
    if let Some(told) = claim.dates.iter().find(period) {
        return (told.from.clone(), told.to.clone().or_else(|| told.from.clone()));
    }
    let lines = || claim.lines.iter().flat_map(|line| &line.dates).filter(period);
    let first = lines().filter_map(|date| date.from.as_ref()?.day()).min();
    let last = lines().filter_map(|date| date.to.as_ref().or(date.from.as_ref())?.day()).max();
    (first.map(DateValue::Day), last.map(DateValue::Day))
}
