//! Writing: which segments does an answer to claims make?

use superbill_model::{
    AnswerTotal, BatchAnswer, ClaimAcknowledgment, ClaimAnswer, LineAnswer, Name, Procedure,
    ProviderAnswer, StatusAnswer, StatusReason,
};
use superbill_types::{DateValue, Text};
use superbill_x12::{HoldsSeparator, Writer};

use super::ClaimAnswers;
use crate::Envelope;
use crate::remittance::write::{date_text, money};

type Written = Result<(), HoldsSeparator>;

/// Writes answers, an interchange for each.
///
/// # Errors
/// [`HoldsSeparator`] where a value holds a separator of its interchange; none of [`super::answer_claims`] does.
pub fn write_answers(answers: &[ClaimAnswers]) -> Result<Vec<u8>, HoldsSeparator> {
    let mut bytes = Vec::new();
    for ClaimAnswers { envelope, sets } in answers {
        let mut out = Writer::new(envelope.delimiters);
        envelope.open(&mut out)?;
        envelope.open_group(&mut out, "HN", GUIDE, envelope.control_number)?;
        for set in sets {
            write_set(&mut out, set)?;
        }
        Envelope::close_group(&mut out, sets.len(), envelope.control_number)?;
        envelope.close(&mut out, 1)?;
        bytes.extend(out.into_bytes());
    }
    Ok(bytes)
}

fn write_set(out: &mut Writer, set: &ClaimAcknowledgment) -> Written {
    let first = out.segments();
    let day = |day: &Option<DateValue>| day.as_ref().map_or_else(Text::default, date_text);
    out.segment("ST").element("277").element(&set.control_number).element(GUIDE).end()?;
    out.segment("BHT").element("0085").element("08").element(&set.reference);
    out.element(&day(&set.date)).optional(set.time.as_deref()).element("TH").end()?;
    let mut levels = 0;
    let any = !set.batches.is_empty();
    let source = level(out, &mut levels, 0, "20", Some(any))?;
    name(out, &set.source)?;
    out.segment("TRN").element("1").element(&set.trace).end()?;
    dates(out, "050", set.received_date.as_ref(), None)?;
    dates(out, "009", set.processed_date.as_ref(), None)?;
    for batch in &set.batches {
        let parent = level(out, &mut levels, source, "21", Some(!batch.providers.is_empty()))?;
        write_batch(out, batch)?;
        for provider in &batch.providers {
            let any = !provider.claims.is_empty();
            let parent = level(out, &mut levels, parent, "19", Some(any))?;
            write_provider(out, provider)?;
            let mut patient: Option<&Name> = None;
            for claim in &provider.claims {
                if patient != Some(&claim.patient) {
                    level(out, &mut levels, parent, "PT", None)?;
                    name(out, &claim.patient)?;
                    patient = Some(&claim.patient);
                }
                write_claim(out, claim)?;
            }
        }
    }
    let count = out.segments() - first + 1;
    out.segment("SE").element(&count.to_string()).element(&set.control_number).end()
}

/// Writes HL; `children` is absent where the guide does not ask. Gives its number.
fn level(
    out: &mut Writer,
    levels: &mut u32,
    parent: u32,
    code: &str,
    children: Option<bool>,
) -> Result<u32, HoldsSeparator> {
    *levels += 1;
    let parent = if parent > 0 { parent.to_string() } else { Text::default().to_string() };
    out.segment("HL").element(&levels.to_string()).element(&parent).element(code);
    let flag = children.map(|any| if any { "1" } else { "0" });
    out.optional(flag).end()?;
    Ok(*levels)
}

fn name(out: &mut Writer, name: &Name) -> Written {
    out.segment("NM1").element(&name.role).element(&name.entity_type);
    let parts = [&name.last_name, &name.first_name, &name.middle_name, &name.prefix, &name.suffix];
    for part in parts {
        out.optional(part.as_ref().map(|part| part.reveal().as_str()));
    }
    if let Some(identifier) = &name.identifier {
        out.element(&identifier.qualifier).element(identifier.value.reveal());
    }
    out.end()
}

fn write_batch(out: &mut Writer, batch: &BatchAnswer) -> Written {
    name(out, &batch.receiver)?;
    out.segment("TRN").element("2").element(&batch.reference).end()?;
    statuses(out, &batch.statuses)?;
    totals(out, ["90", "AA"], [&batch.accepted, &batch.rejected])
}

fn write_provider(out: &mut Writer, provider: &ProviderAnswer) -> Written {
    name(out, &provider.provider)?;
    let Some(reference) = &provider.reference else { return Ok(()) };
    out.segment("TRN").element("1").element(reference).end()?;
    statuses(out, &provider.statuses)?;
    totals(out, ["QA", "QC"], [&provider.accepted, &provider.rejected])
}

/// QTY and AMT of what is accepted and of what is rejected.
fn totals(out: &mut Writer, counts: [&str; 2], totals: [&Option<AnswerTotal>; 2]) -> Written {
    for (qualifier, total) in counts.into_iter().zip(totals) {
        if let Some(total) = total {
            out.segment("QTY").element(qualifier).element(&total.count.to_string()).end()?;
        }
    }
    for (qualifier, total) in ["YU", "YY"].into_iter().zip(totals) {
        if let Some(amount) = total.as_ref().and_then(|total| total.amount) {
            out.segment("AMT").element(qualifier).element(&money(Some(amount))).end()?;
        }
    }
    Ok(())
}

fn write_claim(out: &mut Writer, claim: &ClaimAnswer) -> Written {
    out.segment("TRN").element("2").element(claim.patient_control_number.reveal()).end()?;
    statuses(out, &claim.statuses)?;
    let numbers = [("1K", &claim.payer_claim_number), ("D9", &claim.clearinghouse_number)];
    for (qualifier, number) in numbers {
        if let Some(number) = number {
            out.segment("REF").element(qualifier).element(number.reveal()).end()?;
        }
    }
    if let Some(bill_type) = &claim.bill_type {
        out.segment("REF").element("BLT").element(bill_type).end()?;
    }
    dates(out, "472", claim.service_from.as_ref(), claim.service_to.as_ref())?;
    for line in &claim.lines {
        write_line(out, line)?;
    }
    Ok(())
}

fn write_line(out: &mut Writer, line: &LineAnswer) -> Written {
    out.segment("SVC");
    let Procedure { qualifier, code, modifiers, .. } = &line.procedure;
    let parts = [qualifier, code].into_iter().chain(modifiers);
    out.composite(parts.map(Text::as_str)).element(&money(line.charge_amount)).element("");
    out.optional(line.revenue_code.as_deref()).end()?;
    statuses(out, &line.statuses)?;
    if let Some(number) = &line.line_control_number {
        out.segment("REF").element("FJ").element(number).end()?;
    }
    dates(out, "472", line.service_from.as_ref(), line.service_to.as_ref())
}

fn statuses(out: &mut Writer, statuses: &[StatusAnswer]) -> Written {
    for status in statuses {
        let mut reasons = status.reasons.iter();
        out.segment("STC");
        reason(out, reasons.next());
        out.element(&status.date.as_ref().map_or_else(Text::default, date_text));
        out.optional(status.action.as_deref()).element(&money(status.charge_amount));
        for _ in 5..=9 {
            out.element("");
        }
        reason(out, reasons.next());
        reason(out, reasons.next());
        out.optional(status.message.as_ref().map(|message| message.reveal().as_str())).end()?;
    }
    Ok(())
}

fn reason(out: &mut Writer, reason: Option<&StatusReason>) {
    let Some(StatusReason { category, status, entity }) = reason else {
        out.element("");
        return;
    };
    let entity = entity.as_ref().map_or("", |entity| entity.code.as_str());
    out.composite([category.code.as_str(), status.code.as_str(), entity]);
}

fn dates(
    out: &mut Writer,
    qualifier: &str,
    from: Option<&DateValue>,
    to: Option<&DateValue>,
) -> Written {
    let Some(from) = from else { return Ok(()) };
    let (format, days) = match to {
        Some(to) => ("RD8", format!("{}-{}", date_text(from), date_text(to)).into()),
        None => ("D8", date_text(from)),
    };
    out.segment("DTP").element(qualifier).element(format).element(&days).end()
}

/// GS08 and ST03 of a claim acknowledgment.
const GUIDE: &str = "005010X214";
