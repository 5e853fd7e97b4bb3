//! Service lines: which segments of 2400 say this line?

use superbill_model::{
    ClaimKind, ClaimReference, Drug, Form, LineAdjudication, QualifiedAmount, ServiceLine,
};

use super::super::layout::{
    AMT, CN1, CR1, CR3, CRC, CTP, FRM, HCP, LIN, MEA, NTE, PS1, PWK, QTY, REF, SV1, SV2, SV3, SV5,
    SVD, TOO,
};
use super::claim::{dates, file_information, providers};
use super::order;
use super::out::Out;
use crate::digits::Digits;
use crate::remittance::write::{adjustments, date_text};

/// LX and everything below.
pub(super) fn line(out: &mut Out, kind: ClaimKind, index: usize, line: &ServiceLine) {
    let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
    out.writer.segment("LX").element(Digits::whole(number).text());
    out.end(|_| "");
    let service = match kind {
        ClaimKind::Professional => &SV1,
        ClaimKind::Institutional => &SV2,
        ClaimKind::Dental => &SV3,
    };
    out.record(service, line, &line.other_elements);
    out.records("teeth", &TOO, &line.teeth);
    out.optional("equipment", &SV5, line.equipment.as_deref());
    out.records("attachments", &PWK, &line.attachments);
    out.optional("ambulance", &CR1, line.ambulance.as_deref());
    out.optional("equipment_certification", &CR3, line.equipment_certification.as_deref());
    out.records("certifications", &CRC, &line.certifications);
    dates(out, &line.dates);
    out.records("quantities", &QTY, &line.quantities);
    out.records("measurements", &MEA, &line.measurements);
    out.optional("contract", &CN1, line.contract.as_deref());
    numbers(out, kind, line);
    out.records("amounts", &AMT, &line.amounts);
    file_information(out, &line.file_information);
    out.records("notes", &NTE, &line.notes);
    out.optional("purchased_service", &PS1, line.purchased_service.as_deref());
    out.optional("pricing", &HCP, line.pricing.as_deref());
    out.others(&line.other_segments);
    if let Some(one) = &line.drug {
        out.within("drug", |out| drug(out, one));
    }
    providers(out, &line.providers, kind, true);
    out.each("adjudications", &line.adjudications, adjudication);
    out.each("forms", &line.forms, form);
}

/// The line's own number behind the references that the guide has before it.
fn numbers(out: &mut Out, kind: ClaimKind, line: &ServiceLine) {
    let order = order::of_line(kind);
    let own = order.iter().position(|code| *code == "6R").unwrap_or(0);
    let leads = |one: &&ClaimReference| order[..own].contains(&one.qualifier.as_str());
    let before = line.references.iter().take_while(leads).count();
    for (index, one) in line.references.iter().enumerate().take(before) {
        out.at("references", index, |out| out.record(&REF, one, &[]));
    }
    if let Some(number) = &line.control_number {
        out.writer.segment("REF").element("6R").element(number.reveal());
        out.end(|_| "control_number");
    }
    for (index, one) in line.references.iter().enumerate().skip(before) {
        out.at("references", index, |out| out.record(&REF, one, &[]));
    }
}

fn drug(out: &mut Out, drug: &Drug) {
    out.record(&LIN, drug, &[]);
    if drug.quantity.is_some() || drug.unit.is_some() || drug.unit_price.is_some() {
        out.record(&CTP, drug, &[]);
    }
    out.records("references", &REF, &drug.references);
}

fn adjudication(out: &mut Out, told: &LineAdjudication) {
    out.record(&SVD, told, &told.other_elements);
    out.segments("adjustments", |writer| adjustments(writer, &told.adjustments));
    if let Some(date) = &told.adjudication_date {
        out.writer.segment("DTP").element("573").element("D8").element(&date_text(date));
        out.end(|_| "adjudication_date");
    }
    if let Some(amount) = told.remaining_liability {
        let told = QualifiedAmount { qualifier: "EAF".into(), amount: Some(amount) };
        out.within("remaining_liability", |out| out.record(&AMT, &told, &[]));
    }
    out.others(&told.other_segments);
}

fn form(out: &mut Out, form: &Form) {
    out.writer.segment("LQ").element(&form.list).element(&form.form);
    out.end(|number| if number == 1 { "list" } else { "form" });
    out.records("answers", &FRM, &form.answers);
}
