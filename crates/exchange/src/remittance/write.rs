//! Writing: which segments say this remittance?
//!
//! Segments come in the guide's order; what the model kept as sent follows at the end of its level, that of
//! the payment at the end of its header.
//! Control numbers, dates and partners are arguments.

use superbill_model::{
    Adjustment, BankAccount, ClaimPayment, Contact, Name, OtherSegment, Party, Positioned,
    Procedure, QualifiedAmount, QualifiedDate, QualifiedQuantity, Reference, Remittance,
    ServicePayment,
};
use superbill_types::{DateValue, Money, Quantity, Text};
use superbill_x12::{HoldsSeparator, Writer};

use crate::Envelope;
use crate::digits::Digits;

/// A remittance cannot be written as X12.
pub type WriteError = HoldsSeparator;

/// Writes one interchange with one group that holds these remittances.
///
/// # Errors
/// [`WriteError`] when a value holds one of the separators.
pub fn write(remittances: &[Remittance], envelope: &Envelope) -> Result<Vec<u8>, WriteError> {
    let mut out = Writer::new(envelope.delimiters);
    envelope.open(&mut out)?;
    envelope.open_group(&mut out, "HP", "005010X221A1", envelope.control_number)?;
    for remittance in remittances {
        let before = out.segments();
        set(&mut out, remittance)?;
        let count = (out.segments() - before + 1).to_string();
        out.segment("SE").element(&count).element(&remittance.control_number).end()?;
    }
    Envelope::close_group(&mut out, remittances.len(), envelope.control_number)?;
    envelope.close(&mut out, 1)?;
    Ok(out.into_bytes())
}

fn set(out: &mut Writer, remittance: &Remittance) -> Result<(), WriteError> {
    out.segment("ST").element("835").element(&remittance.control_number).end()?;
    payment(out, remittance)?;
    references(out, &remittance.references)?;
    if let Some(day) = &remittance.production_date {
        out.segment("DTM").element("405").element(&date_text(day)).end()?;
    }
    party(out, "PR", &remittance.payer)?;
    party(out, "PE", &remittance.payee)?;
    // Before the first claim, which would take them for its own.
    others(out, &remittance.other_segments);
    for group in &remittance.groups {
        if let Some(number) = &group.number {
            out.segment("LX").element(number).end()?;
        }
        if let Some(summary) = &group.summary {
            out.segment("TS3").element(&summary.provider).element(&summary.facility_type);
            out.element(&optional_date(summary.fiscal_period.as_ref()));
            positioned(out, 4, &summary.values)?;
        }
        if let Some(summary) = &group.diagnosis_summary {
            out.segment("TS2");
            positioned(out, 1, &summary.values)?;
        }
        for one in &group.claims {
            claim(out, one)?;
        }
    }
    provider_adjustments(out, remittance)
}

fn payment(out: &mut Writer, remittance: &Remittance) -> Result<(), WriteError> {
    out.segment("BPR")
        .element(&remittance.handling)
        .element(&money(remittance.payment_amount))
        .element(&remittance.credit_or_debit)
        .element(&remittance.payment_method)
        .optional(remittance.payment_format.as_deref());
    account(out, remittance.sender_account.as_ref());
    out.optional(remittance.originating_company.as_deref())
        .optional(remittance.originating_company_supplement.as_deref());
    account(out, remittance.receiver_account.as_ref());
    out.element(&optional_date(remittance.payment_date.as_ref())).end()?;
    if !remittance.trace_number.is_empty() {
        out.segment("TRN")
            .element(&remittance.trace_type)
            .element(&remittance.trace_number)
            .optional(remittance.trace_payer.as_deref())
            .optional(remittance.trace_supplement.as_deref())
            .end()?;
    }
    if let Some(currency) = &remittance.currency {
        out.segment("CUR").element("PR").element(currency).end()?;
    }
    Ok(())
}

fn account(out: &mut Writer, account: Option<&BankAccount>) {
    let none = BankAccount::default();
    let account = account.unwrap_or(&none);
    out.element(&account.bank_qualifier)
        .element(account.bank.reveal())
        .optional(account.account_qualifier.as_deref())
        .optional(account.account.as_ref().map(|number| number.reveal().as_str()));
}

fn party(out: &mut Writer, role: &str, party: &Party) -> Result<(), WriteError> {
    if *party == Party::default() {
        return Ok(());
    }
    let identifier = party.identifier.as_ref();
    out.segment("N1")
        .element(role)
        .optional(party.name.as_deref())
        .optional(identifier.map(|id| id.qualifier.as_str()))
        .optional(identifier.map(|id| id.value.reveal().as_str()))
        .end()?;
    if let Some(address) = &party.address {
        for lines in address.lines.chunks(2) {
            out.segment("N3");
            for line in lines {
                out.element(line);
            }
            out.end()?;
        }
        let place = [&address.city, &address.state, &address.postal_code, &address.country];
        if place.iter().any(|part| part.is_some()) || address.country_subdivision.is_some() {
            out.segment("N4");
            for part in place {
                out.optional(part.as_deref());
            }
            out.element("").element("").optional(address.country_subdivision.as_deref()).end()?;
        }
    }
    references(out, &party.references)?;
    contacts(out, &party.contacts)?;
    if let Some(delivery) = &party.delivery {
        out.segment("RDM")
            .element(&delivery.method)
            .optional(delivery.name.as_deref())
            .optional(delivery.address.as_deref())
            .end()?;
    }
    Ok(())
}

fn claim(out: &mut Writer, claim: &ClaimPayment) -> Result<(), WriteError> {
    out.segment("CLP")
        .element(claim.patient_control_number.reveal())
        .element(&claim.status)
        .element(&money(claim.charge_amount))
        .element(&money(claim.payment_amount))
        .element(&money(claim.patient_responsibility))
        .optional(claim.filing_indicator.as_deref())
        .optional(claim.payer_claim_number.as_ref().map(|number| number.reveal().as_str()))
        .optional(claim.facility_type.as_deref())
        .optional(claim.frequency.as_deref())
        .optional(claim.patient_status.as_deref())
        .optional(claim.diagnosis_related_group.as_deref())
        .element(&quantity(claim.diagnosis_related_group_weight))
        .element(&quantity(claim.discharge_fraction))
        .optional(claim.coordination_of_benefits.as_deref())
        .end()?;
    adjustments(out, &claim.adjustments)?;
    for one in &claim.names {
        name(out, one)?;
    }
    if let Some(inpatient) = &claim.inpatient {
        out.segment("MIA");
        positioned(out, 1, &inpatient.values)?;
    }
    if let Some(outpatient) = &claim.outpatient {
        out.segment("MOA");
        positioned(out, 1, &outpatient.values)?;
    }
    references(out, &claim.references)?;
    dates(out, &claim.dates)?;
    contacts(out, &claim.contacts)?;
    amounts(out, &claim.amounts)?;
    quantities(out, &claim.quantities)?;
    others(out, &claim.other_segments);
    for line in &claim.services {
        service(out, line)?;
    }
    Ok(())
}

fn service(out: &mut Writer, line: &ServicePayment) -> Result<(), WriteError> {
    out.segment("SVC");
    procedure(out, Some(&line.procedure));
    out.element(&money(line.charge_amount))
        .element(&money(line.payment_amount))
        .optional(line.revenue_code.as_deref())
        .element(&quantity(line.units));
    procedure(out, line.submitted_procedure.as_ref());
    out.element(&quantity(line.submitted_units)).end()?;
    dates(out, &line.dates)?;
    adjustments(out, &line.adjustments)?;
    references(out, &line.references)?;
    amounts(out, &line.amounts)?;
    quantities(out, &line.quantities)?;
    for remark in &line.remarks {
        out.segment("LQ").element(&remark.list).element(&remark.code).end()?;
    }
    others(out, &line.other_segments);
    Ok(())
}

pub(crate) fn procedure(out: &mut Writer, procedure: Option<&Procedure>) {
    let Some(procedure) = procedure else {
        out.element("");
        return;
    };
    let modifier = |n: usize| procedure.modifiers.get(n).map_or("", Text::as_str);
    out.composite([
        procedure.qualifier.as_str(),
        procedure.code.as_str(),
        modifier(0),
        modifier(1),
        modifier(2),
        modifier(3),
        procedure.description.as_deref().unwrap_or(""),
        procedure.code_range_end.as_deref().unwrap_or(""),
    ]);
}

pub(crate) fn adjustments(out: &mut Writer, adjustments: &[Adjustment]) -> Result<(), WriteError> {
    for slots in adjustments.chunk_by(|a, b| a.segment == b.segment && a.group == b.group) {
        let mut used = 0;
        for slot in slots {
            let wanted = slot.empty_slots_before.min(5);
            // A group never spills past six slots: it begins another segment instead.
            if used == 0 || used + wanted + 1 > 6 {
                if used > 0 {
                    out.end()?;
                }
                out.segment("CAS").element(&slot.group);
                used = 0;
            }
            for _ in 0..wanted * 3 {
                out.element("");
            }
            out.element(&slot.reason)
                .element(&money(slot.amount))
                .element(&quantity(slot.quantity));
            used += wanted + 1;
        }
        out.end()?;
    }
    Ok(())
}

fn provider_adjustments(out: &mut Writer, remittance: &Remittance) -> Result<(), WriteError> {
    let all = &remittance.provider_adjustments;
    for pairs in all.chunk_by(|a, b| {
        (a.segment, &a.provider, &a.fiscal_period) == (b.segment, &b.provider, &b.fiscal_period)
    }) {
        for six in pairs.chunks(6) {
            out.segment("PLB")
                .element(&six[0].provider)
                .element(&optional_date(six[0].fiscal_period.as_ref()));
            for pair in six {
                out.composite([pair.reason.as_str(), pair.reference.as_deref().unwrap_or("")])
                    .element(&money(pair.amount));
            }
            out.end()?;
        }
    }
    Ok(())
}

fn name(out: &mut Writer, name: &Name) -> Result<(), WriteError> {
    out.segment("NM1").element(&name.role).element(&name.entity_type);
    for part in [&name.last_name, &name.first_name, &name.middle_name, &name.prefix, &name.suffix] {
        out.optional(part.as_ref().map(|text| text.reveal().as_str()));
    }
    let identifier = name.identifier.as_ref();
    out.optional(identifier.map(|id| id.qualifier.as_str()))
        .optional(identifier.map(|id| id.value.reveal().as_str()))
        .end()
}

fn references(out: &mut Writer, references: &[Reference]) -> Result<(), WriteError> {
    for reference in references {
        out.segment("REF")
            .element(&reference.qualifier)
            .element(reference.value.reveal())
            .optional(reference.description.as_deref())
            .end()?;
    }
    Ok(())
}

pub(crate) fn contacts(out: &mut Writer, contacts: &[Contact]) -> Result<(), WriteError> {
    for contact in contacts {
        out.segment("PER").element(&contact.function).optional(contact.name.as_deref());
        for number in &contact.numbers {
            out.element(&number.kind).element(&number.value);
        }
        out.end()?;
    }
    Ok(())
}

fn dates(out: &mut Writer, dates: &[QualifiedDate]) -> Result<(), WriteError> {
    for date in dates {
        out.segment("DTM").element(&date.qualifier).element(&date_text(&date.date)).end()?;
    }
    Ok(())
}

pub(crate) fn amounts(out: &mut Writer, amounts: &[QualifiedAmount]) -> Result<(), WriteError> {
    for amount in amounts {
        out.segment("AMT").element(&amount.qualifier).element(&money(amount.amount)).end()?;
    }
    Ok(())
}

pub(crate) fn quantities(
    out: &mut Writer,
    quantities: &[QualifiedQuantity],
) -> Result<(), WriteError> {
    for item in quantities {
        out.segment("QTY").element(&item.qualifier).element(&quantity(item.quantity)).end()?;
    }
    Ok(())
}

/// The values at their positions, the first of them at `from`; ends the segment.
pub(crate) fn positioned(
    out: &mut Writer,
    from: u8,
    values: &[Positioned],
) -> Result<(), WriteError> {
    let mut next = from;
    for value in values {
        while next < value.position {
            out.element("");
            next += 1;
        }
        match value.amount {
            Some(_) => out.element(&money(value.amount)),
            None => out.optional(value.text.as_deref()),
        };
        next = next.saturating_add(1);
    }
    out.end()
}

fn others(out: &mut Writer, segments: &[OtherSegment]) {
    for segment in segments {
        out.raw(segment.text.reveal().as_bytes());
    }
}

/// An amount as X12 writes it: no zeros that say nothing.
pub(crate) fn money(amount: Option<Money>) -> Text {
    amount.map_or_else(Text::default, |amount| Digits::money(amount).text().into())
}

pub(crate) fn quantity(amount: Option<Quantity>) -> Text {
    amount.map_or_else(Text::default, |amount| Digits::quantity(amount).text().into())
}

pub(crate) fn date_text(date: &DateValue) -> Text {
    match date {
        DateValue::Day(day) => Digits::day(*day).text().into(),
        DateValue::Text(text) => text.clone().into(),
    }
}

fn optional_date(date: Option<&DateValue>) -> Text {
    date.map_or_else(Text::default, date_text)
}
