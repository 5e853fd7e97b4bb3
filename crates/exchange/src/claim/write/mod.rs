//! Writing: which interchange says these claims?
//!
//! One interchange; a group for each guide; a transaction set for each batch. One counter numbers the levels;
//! a billing provider, subscriber or patient is told again only where it changes. What is written is walked
//! through the guide's own table before it is given out: a claim that breaks the guide is not written, and
//! every reason is told with the path of its field.

mod claim;
mod coverage;
mod line;
mod order;
mod out;
mod party;

use superbill_model::{Claim, ClaimBatch, ClaimKind, ClaimParty};
use superbill_types::Findings;
use superbill_x12::{Delimiters, Library, validate};

pub use self::order::prepare;
use self::out::Out;
pub(super) use self::out::Trace;
use self::party::{name, numbers, specialty_segment, tax};
use super::coordination::finding;
use super::layout::{PAT, SBR};
use super::{kind, rules};
use crate::Envelope;
use crate::digits::Digits;
use crate::remittance::write::date_text;

/// Writes batches of claims, each as a transaction set, and proves them against their guides.
///
/// # Errors
/// Every reason why it cannot be, each with the path of its field such as
/// `claims[0].lines[2].procedure`; `batches[1].` stands before where there are several. Nothing is written.
pub fn write(
    batches: &[ClaimBatch],
    envelope: &Envelope,
    library: &Library,
) -> Result<Vec<u8>, Findings> {
    let (bytes, mut findings, _) = compose(batches, envelope, false);
    let Ok(found) = validate(&bytes, library) else {
        findings.push(finding(&rules::NOT_FRAMED, "envelope.delimiters"));
        return Err(findings);
    };
    if found.errors() > 0 {
        // Only now is it worth knowing where each segment comes from.
        let (_, _, trace) = compose(batches, envelope, true);
        let trace = trace.unwrap_or_default();
        for mut finding in found.kept().iter().cloned() {
            let at = &finding.location;
            finding.location.path = if finding.rule.id == SEGMENT_MISSING {
                trace.path_of_missing(at.set, at.ordinal, &at.loop_id)
            } else {
                trace.path(at.set, at.ordinal, at.element)
            };
            findings.push(finding);
        }
    }
    if findings.errors() > 0 { Err(findings) } else { Ok(bytes) }
}

/// Writes batches of claims as they are, whether they keep to a guide or not.
///
/// # Errors
/// What no file can hold: values with separators in them, more claims or lines than a set or claim can have.
pub fn write_unchecked(batches: &[ClaimBatch], envelope: &Envelope) -> Result<Vec<u8>, Findings> {
    let (bytes, findings, _) = compose(batches, envelope, false);
    if findings.errors() > 0 { Err(findings) } else { Ok(bytes) }
}

/// A batch as it is written, and where each segment comes from.
pub(super) fn traced(batch: &ClaimBatch, delimiters: Delimiters) -> (Vec<u8>, Trace) {
    let envelope = Envelope { delimiters, ..Envelope::default() };
    let (bytes, _, trace) = compose(std::slice::from_ref(batch), &envelope, true);
    (bytes, trace.unwrap_or_default())
}

/// Batches as they are written, and where each segment of the first comes from.
pub(super) fn traced_file(batches: &[ClaimBatch], envelope: &Envelope) -> (Vec<u8>, Trace) {
    let (bytes, _, trace) = compose(batches, envelope, true);
    (bytes, trace.unwrap_or_default())
}

fn compose(
    batches: &[ClaimBatch],
    envelope: &Envelope,
    trace: bool,
) -> (Vec<u8>, Findings, Option<Trace>) {
    let mut out = Out::new(envelope.delimiters, trace);
    if batches.iter().all(|batch| batch.claims.is_empty()) {
        out.refuse(&rules::NO_CLAIM, "claims");
    }
    for (field, id) in
        [("envelope.sender", &envelope.sender.1), ("envelope.receiver", &envelope.receiver.1)]
    {
        if id.len() > 15 {
            out.refuse(&rules::PARTNER_TOO_LONG, field);
        }
    }
    out.segments("envelope.sender", |writer| envelope.open(writer));
    let mut groups = 0;
    let mut index = 0;
    for group in batches.chunk_by(|a, b| guide(a) == guide(b)) {
        let number = envelope.control_number.saturating_add(groups);
        let guide = guide(&group[0]);
        out.segments("envelope.sender", |writer| envelope.open_group(writer, "HC", guide, number));
        for one in group {
            if batches.len() > 1 {
                out.at("batches", index, |out| batch(out, one));
            } else {
                batch(&mut out, one);
            }
            index += 1;
        }
        out.segments("", |writer| Envelope::close_group(writer, group.len(), number));
        groups += 1;
    }
    out.segments("", |writer| envelope.close(writer, groups as usize));
    out.finish()
}

fn guide(batch: &ClaimBatch) -> &str {
    let usual =
        || kind::guide(batch.claims.first().map_or(ClaimKind::default(), |claim| claim.kind));
    batch.guide.as_deref().unwrap_or_else(usual)
}

fn batch(out: &mut Out, batch: &ClaimBatch) {
    let guide = guide(batch);
    out.begin_set();
    out.writer.segment("ST").element("837").element(&batch.control_number);
    // Version 4010 has no third element.
    out.writer.element(if guide.starts_with("004") { "" } else { guide });
    out.end(|number| if number == 3 { "guide" } else { "control_number" });
    out.writer
        .segment("BHT")
        .element("0019")
        .element(batch.purpose.as_deref().unwrap_or("00"))
        .element(batch.reference.reveal())
        .element(&batch.date.as_ref().map(date_text).unwrap_or_default())
        .optional(batch.time.as_deref())
        .element(batch.usage.as_deref().unwrap_or("CH"));
    out.end(|number| {
        ["", "", "purpose", "reference", "date", "time", "usage"].get(number).copied().unwrap_or("")
    });
    out.others(&batch.other_segments);
    for (field, role, sent) in
        [("submitter", "41", &batch.submitter), ("receiver", "40", &batch.receiver)]
    {
        if *sent != ClaimParty::default() {
            out.within(field, |out| whole(out, role, sent));
        }
    }
    levels(out, batch);
    let count = (out.segments_of_set() + 1).to_string();
    out.writer.segment("SE").element(&count).element(&batch.control_number);
    out.end(|_| "");
}

/// The levels of billing providers, subscribers and patients, and the claims within.
fn levels(out: &mut Out, batch: &ClaimBatch) {
    let kind = batch.claims.first().map_or(ClaimKind::default(), |claim| claim.kind);
    let mut numbers = Numbers::default();
    let mut before: Option<&Claim> = None;
    let mut together = 0;
    for (index, claim) in batch.claims.iter().enumerate() {
        out.at("claims", index, |out| {
            if index == kind::CLAIMS_OF_SET {
                let finding = out.finding(&rules::TOO_MANY_CLAIMS, "");
                out.findings.push(finding.with("most", kind::CLAIMS_OF_SET.to_string()));
            }
            if claim.kind != kind {
                out.refuse(&rules::MIXED_KINDS, "kind");
            }
            let same = |alike: fn(&Claim, &Claim) -> bool| before.is_some_and(|b| alike(b, claim));
            let full = together == kind::CLAIMS_OF_PATIENT;
            let billing = !same(same_billing);
            let subscriber = billing || full || !same(same_subscriber);
            let patient = subscriber || !same(|a, b| a.patient == b.patient);
            if billing {
                numbers.billing = numbers.next(out, 0, "20", true);
                billing_provider(out, claim);
            }
            if subscriber {
                let parent = numbers.billing;
                numbers.subscriber = numbers.next(out, parent, "22", claim.patient.is_some());
                out.within("coverage", |out| subscriber_level(out, claim));
            }
            if let Some(told) = claim.patient.as_ref().filter(|_| patient) {
                let parent = numbers.subscriber;
                numbers.next(out, parent, "23", false);
                out.within("patient", |out| patient_level(out, told));
            }
            together = if patient { 1 } else { together + 1 };
            claim::claim(out, claim);
        });
        before = Some(claim);
    }
}

pub(super) fn same_billing(a: &Claim, b: &Claim) -> bool {
    a.billing_provider == b.billing_provider
        && a.currency == b.currency
        && a.pay_to_address == b.pay_to_address
        && a.pay_to_plan == b.pay_to_plan
}

/// A subscriber who is the patient has no patient level, so the two never share one.
fn same_subscriber(a: &Claim, b: &Claim) -> bool {
    a.coverage == b.coverage && a.patient.is_some() == b.patient.is_some()
}

#[derive(Default)]
struct Numbers {
    last: u32,
    billing: u32,
    subscriber: u32,
}

impl Numbers {
    /// Writes HL with the next number.
    fn next(&mut self, out: &mut Out, parent: u32, level: &str, children: bool) -> u32 {
        self.last += 1;
        let above = Digits::whole(parent);
        out.writer
            .segment("HL")
            .element(Digits::whole(self.last).text())
            .element(if parent == 0 { "" } else { above.text() })
            .element(level)
            .element(if children { "1" } else { "0" });
        out.end(|_| "");
        self.last
    }
}

fn billing_provider(out: &mut Out, claim: &Claim) {
    out.within("billing_provider", |out| {
        if let Some(taxonomy) = &claim.billing_provider.taxonomy {
            specialty_segment(out, "BI", taxonomy);
        }
    });
    if let Some(currency) = &claim.currency {
        out.writer.segment("CUR").element("85").element(currency);
        out.end(|_| "currency");
    }
    out.within("billing_provider", |out| {
        name(out, "85", &claim.billing_provider, None);
        tax(out, &claim.billing_provider);
        numbers(out, &claim.billing_provider);
    });
    if let Some(place) = &claim.pay_to_address {
        out.within("pay_to_address", |out| whole(out, "87", place));
    }
    if let Some(plan) = &claim.pay_to_plan {
        out.within("pay_to_plan", |out| {
            name(out, "PE", plan, None);
            out.records("references", &super::layout::REF, &plan.references);
            tax(out, plan);
            let rest = ClaimParty { references: Vec::new(), ..(**plan).clone() };
            numbers(out, &rest);
        });
    }
}

fn subscriber_level(out: &mut Out, claim: &Claim) {
    let coverage = &claim.coverage;
    out.record(&SBR, coverage, &coverage.other_elements);
    let person = &coverage.subscriber.0;
    let kept = person.other_elements.iter().any(|one| one.segment == "PAT");
    let told = person.demographics.as_ref().filter(|told| {
        kept || told.death_date.is_some() || told.weight.is_some() || told.pregnant.is_some()
    });
    out.within("subscriber", |out| {
        if let Some(told) = told {
            out.within("demographics", |out| out.record(&PAT, told, &person.other_elements));
        }
        whole(out, "IL", person);
    });
    if coverage.payer != ClaimParty::default() {
        out.within("payer", |out| whole(out, "PR", &coverage.payer));
    }
}

fn patient_level(out: &mut Out, patient: &superbill_model::Patient) {
    let none = superbill_model::Demographics::default();
    let told = patient.party.demographics.as_ref().unwrap_or(&none);
    out.writer.segment("PAT").element(&patient.relationship);
    out.elements(&PAT, told, &patient.party.other_elements, 2);
    out.end(|number| match number {
        1 => "relationship",
        6 => "party.demographics.death_date",
        8 => "party.demographics.weight",
        9 => "party.demographics.pregnant",
        _ => "",
    });
    out.within("party", |out| whole(out, "QC", &patient.party));
}

/// A party with everything behind its name.
fn whole(out: &mut Out, role: &str, party: &ClaimParty) {
    name(out, role, party, None);
    numbers(out, party);
}

/// The rule of a required segment or loop that does not stand where it should.
const SEGMENT_MISSING: &str = "SYN-04";
