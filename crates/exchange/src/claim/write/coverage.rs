//! Other coverages: which segments of 2320 tell another insurance and what its payer did?

use superbill_model::{ClaimParty, OtherCoverage, QualifiedAmount};

use super::super::layout::{AMT, OI, SBR};
use super::claim::named;
use super::out::Out;
use super::party::{name, numbers};
use crate::remittance::write::{adjustments, date_text, positioned};

/// SBR and everything below.
pub(super) fn other(out: &mut Out, other: &OtherCoverage) {
    let coverage = &other.coverage;
    out.within("coverage", |out| out.record(&SBR, coverage, &coverage.other_elements));
    out.segments("adjustments", |writer| adjustments(writer, &other.adjustments));
    let amounts = [
        ("paid_amount", "D", other.paid_amount),
        ("non_covered_amount", "A8", other.non_covered_amount),
        ("remaining_liability", "EAF", other.remaining_liability),
    ];
    for (field, qualifier, amount) in amounts {
        if amount.is_some() {
            let told = QualifiedAmount { qualifier: qualifier.into(), amount };
            out.within(field, |out| out.record(&AMT, &told, &[]));
        }
    }
    out.records("amounts", &AMT, &other.amounts);
    if other.benefits_assigned.is_some()
        || other.patient_signature_source.is_some()
        || other.release_of_information.is_some()
    {
        out.record(&OI, other, &[]);
    }
    if let Some(inpatient) = &other.inpatient {
        out.writer.segment("MIA");
        out.segments("inpatient", |writer| positioned(writer, 1, &inpatient.values));
    }
    if let Some(outpatient) = &other.outpatient {
        out.writer.segment("MOA");
        out.segments("outpatient", |writer| positioned(writer, 1, &outpatient.values));
    }
    out.others(&other.other_segments);
    let subscriber = &coverage.subscriber.0;
    if *subscriber != ClaimParty::default() {
        out.within("coverage.subscriber", |out| {
            name(out, "IL", subscriber, None);
            numbers(out, subscriber);
        });
    }
    if coverage.payer != ClaimParty::default() {
        out.within("coverage.payer", |out| name(out, "PR", &coverage.payer, None));
    }
    if let Some(date) = &other.adjudication_date {
        out.writer.segment("DTP").element("573").element("D8").element(&date_text(date));
        out.end(|_| "adjudication_date");
    }
    out.within("coverage.payer", |out| numbers(out, &coverage.payer));
    named(out, "providers", &other.providers);
}
