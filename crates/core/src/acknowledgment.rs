//! Acknowledgments: what does an answer that came back say?

use core::fmt::Write;

use serde::Serialize;
use superbill_exchange::acknowledgment::claims::{ClaimAnswerReader, find_sent_claims};
use superbill_exchange::acknowledgment::{AcknowledgmentReader, find_sent};
use superbill_model::{
    AnswerReason, AnswerTotal, BatchAnswer, ClaimAcknowledgment, ClaimAnswer, GroupAnswer,
    InterchangeAnswer, Name, ProviderAnswer, SentPlace, SetAnswer, SetError, StatusAnswer,
    StatusReason,
};
use superbill_types::Findings;
use superbill_x12::{Framer, Step, Unreadable, Validator};

use crate::FindingRecord;
use crate::finding::{capital, records};

/// What came back for a file that was sent.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AcknowledgmentReport {
    /// Whether there is an answer, and every answer accepts what it is about.
    pub accepted: bool,
    /// Answers to interchanges (TA1).
    #[cfg_attr(feature = "typescript", tsify(type = "InterchangeAnswer[]"))]
    pub interchanges: Vec<InterchangeAnswer>,
    /// Answers to groups and the sets in them (999, 997).
    #[cfg_attr(feature = "typescript", tsify(type = "GroupAnswer[]"))]
    pub groups: Vec<GroupAnswer>,
    /// Answers to claims (277CA).
    #[cfg_attr(feature = "typescript", tsify(type = "ClaimAcknowledgment[]"))]
    pub claims: Vec<ClaimAcknowledgment>,
    /// What is wrong with the acknowledgment itself.
    pub findings: Vec<FindingRecord>,
}

/// Reads an acknowledgment (999, 997, TA1, 277CA). With the file that was sent, each line says which bytes and
/// which claim of it are meant.
///
/// # Errors
/// [`Unreadable`] where the acknowledgment (0) or the file sent (1) cannot be framed.
pub fn acknowledgment(
    bytes: &[u8],
    sent: Option<&[u8]>,
) -> Result<AcknowledgmentReport, (usize, Unreadable)> {
    let mut findings = Findings::default();
    let mut framer = Framer::new();
    let mut validator = Validator::new(superbill_guides::library());
    let mut reader = AcknowledgmentReader::default();
    let mut claim_reader = ClaimAnswerReader::default();
    while let Step::Segment(place) = framer.step(bytes, true, &mut findings).map_err(|e| (0, e))? {
        let segment = framer.segment(bytes);
        validator.segment(place, &segment, framer.envelope(), &mut findings);
        reader.segment(place, &segment);
        claim_reader.segment(place, &segment, framer.envelope());
    }
    let (mut answers, mut claims) = (reader.finish(), claim_reader.finish());
    if let Some(sent) = sent {
        find_sent(&mut answers, sent).map_err(|error| (1, error))?;
        find_sent_claims(&mut claims, sent).map_err(|error| (1, error))?;
    }
    if !answers.groups.is_empty() {
        // A 997 has no guide of its own, but all of it is read.
        findings.retain(|finding| finding.rule.id != "ENV-38");
    }
    let is_good = |status: &AnswerReason| matches!(status.code.as_str(), "A" | "E");
    let interchanges = answers.interchanges.iter().map(|it| &it.status);
    let sets = answers.groups.iter().flat_map(|group| &group.sets).map(|set| &set.status);
    let mut all = answers.groups.iter().map(|it| &it.status).chain(interchanges).chain(sets);
    let any = answers.interchanges.len() + answers.groups.len() + claims.len() > 0;
    Ok(AcknowledgmentReport {
        accepted: any
            && all.all(is_good)
            && claims.iter().flat_map(|it| &it.batches).all(is_taken_in),
        claims,
        findings: records(&findings),
        interchanges: answers.interchanges,
        groups: answers.groups,
    })
}

/// The same as text for people.
///
/// # Errors
/// As [`acknowledgment`].
pub fn acknowledgment_text(
    bytes: &[u8],
    sent: Option<&[u8]>,
) -> Result<String, (usize, Unreadable)> {
    let report = acknowledgment(bytes, sent)?;
    let mut out = String::new();
    for answer in &report.interchanges {
        let (number, status, note) = (&answer.control_number, &answer.status, &answer.note);
        let _ = write!(out, "Interchange {number}: {}", said(status));
        let why = if note.code == "000" { String::new() } else { format!(": {}", said(note)) };
        let _ = writeln!(out, "{why}{}", unmatched(sent, answer.sent.as_ref()));
    }
    for group in &report.groups {
        write_group(group, sent, &mut out);
    }
    for acknowledgment in &report.claims {
        write_claims(acknowledgment, sent, &mut out);
    }
    if out.is_empty() {
        out.push_str("There is no acknowledgment in this file.\n");
    }
    Ok(out)
}

/// Whether nothing that is said of a batch, its providers or its claims rejects.
fn is_taken_in(batch: &BatchAnswer) -> bool {
    let providers = batch.providers.iter();
    let rejected = rejects(&batch.statuses) || providers.clone().any(|it| rejects(&it.statuses));
    !rejected && providers.flat_map(|it| &it.claims).all(ClaimAnswer::is_accepted)
}

fn write_group(group: &GroupAnswer, sent: Option<&[u8]>, out: &mut String) {
    let GroupAnswer { functional_id, control_number, .. } = group;
    let _ = write!(out, "Group {functional_id} {control_number}: {}", said(&group.status));
    if let (Some(accepted), Some(received)) = (group.accepted, group.received) {
        let _ = write!(out, " ({accepted} of {received} transaction sets accepted)");
    }
    out.push_str(unmatched(sent, group.sent.as_ref()));
    out.push('\n');
    for reason in &group.reasons {
        let _ = writeln!(out, "  {}", capital(&said(reason)));
    }
    for set in &group.sets {
        write_set(set, sent, out);
    }
}

fn write_set(set: &SetAnswer, sent: Option<&[u8]>, out: &mut String) {
    let SetAnswer { transaction_set, control_number, .. } = set;
    let _ = write!(out, "  Set {transaction_set} {control_number}: {}", said(&set.status));
    for (n, reason) in set.reasons.iter().enumerate() {
        let _ = write!(out, "{} {}", if n == 0 { ":" } else { ";" }, said(reason));
    }
    out.push_str(unmatched(sent, set.sent.as_ref()));
    out.push('\n');
    for error in &set.errors {
        write_error(error, out);
    }
}

fn write_error(error: &SetError, out: &mut String) {
    let place = error.sent.as_ref();
    let claim = place.and_then(|place| place.patient_control_number.as_ref());
    let named = error.unit.as_ref().filter(|unit| unit.name == "CLM01").map(|unit| &unit.value);
    out.push_str("    ");
    if let Some(claim) = claim.or(named) {
        let _ = write!(out, "claim {}, ", claim.reveal());
    }
    out.push_str(&error.segment);
    if let Some(element) = error.element {
        let _ = write!(out, "{element:02}");
    }
    if let Some(component) = error.component {
        let _ = write!(out, "-{component}");
    }
    if let Some(ordinal) = error.ordinal {
        let _ = write!(out, ", segment {ordinal}");
    }
    if let Some(loop_id) = &error.loop_id {
        let _ = write!(out, ", loop {loop_id}");
    }
    if let Some(SentPlace { span: (start, end), .. }) = place {
        let _ = write!(out, ", bytes {start} to {end} of the file sent");
    }
    let _ = write!(out, ": {}", said(&error.reason));
    if let Some(value) = &error.value {
        let _ = write!(out, "; sent was \"{}\"", value.reveal());
    }
    out.push('\n');
}

/// A code in plain words, or itself where it is not known.
fn said(reason: &AnswerReason) -> String {
    match &reason.meaning {
        Some(meaning) => meaning.to_string(),
        None if reason.code.is_empty() => "no code".to_owned(),
        None => format!("code {}", reason.code),
    }
}

fn unmatched(sent: Option<&[u8]>, place: Option<&SentPlace>) -> &'static str {
    match (sent, place) {
        (Some(_), None) => " (not in the file given as sent)",
        _ => "",
    }
}

fn write_claims(acknowledgment: &ClaimAcknowledgment, sent: Option<&[u8]>, out: &mut String) {
    for batch in &acknowledgment.batches {
        let totals = totals(batch.accepted.as_ref(), batch.rejected.as_ref());
        let _ =
            write!(out, "Batch {}: {}", batch.reference, totals.unwrap_or("no totals told".into()));
        write_rejection(&batch.statuses, out);
        for provider in &batch.providers {
            write_provider(provider, out);
            for claim in &provider.claims {
                write_claim(claim, sent, out);
            }
        }
    }
}

/// A provider of whom nothing is taken in: its claims need not be told one by one.
fn write_provider(answer: &ProviderAnswer, out: &mut String) {
    if !rejects(&answer.statuses) {
        return;
    }
    let Name { last_name, identifier, .. } = &answer.provider;
    let number = identifier.as_ref().map(|it| it.value.reveal().as_str());
    let name = last_name.as_ref().map(|it| it.reveal().as_str());
    let _ = write!(out, "  provider {}", name.or(number).unwrap_or("without a name"));
    if let Some(totals) = totals(answer.accepted.as_ref(), answer.rejected.as_ref()) {
        let _ = write!(out, ": {totals}");
    }
    write_rejection(&answer.statuses, out);
}

/// How many claims of how much, as far as it is told.
fn totals(accepted: Option<&AnswerTotal>, rejected: Option<&AnswerTotal>) -> Option<String> {
    let told = [(accepted, "accepted"), (rejected, "rejected")];
    let told: Vec<String> = told
        .into_iter()
        .filter_map(|(total, word)| Some((total?, word)))
        .map(|(total, word)| {
            let claims = if total.count == 1 { "claim" } else { "claims" };
            let amount = total.amount.map_or_else(String::new, |it| format!(" ({it})"));
            format!("{} {claims} {word}{amount}", total.count)
        })
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// The end of a line: why a batch or provider is not taken in, where it is not.
fn write_rejection(statuses: &[StatusAnswer], out: &mut String) {
    if rejects(statuses) {
        write_statuses(statuses, out);
    } else {
        out.push('\n');
    }
}

fn rejects(statuses: &[StatusAnswer]) -> bool {
    statuses.iter().flat_map(|status| &status.reasons).any(StatusReason::rejects)
}

fn write_claim(claim: &ClaimAnswer, sent: Option<&[u8]>, out: &mut String) {
    let _ = write!(out, "  claim {}", claim.patient_control_number.reveal());
    if let Some(number) = &claim.payer_claim_number {
        let _ = write!(out, ", payer's number {}", number.reveal());
    }
    if let Some(SentPlace { span: (start, end), .. }) = &claim.sent {
        let _ = write!(out, ", bytes {start} to {end} of the file sent");
    }
    out.push_str(unmatched(sent, claim.sent.as_ref()));
    write_statuses(&claim.statuses, out);
    for line in &claim.lines {
        let _ = write!(out, "    line {}", line.procedure.code);
        if let Some(number) = &line.line_control_number {
            let _ = write!(out, " ({number})");
        }
        if let Some(charge) = line.charge_amount {
            let _ = write!(out, ", {charge}");
        }
        write_statuses(&line.statuses, out);
    }
}

fn write_statuses(statuses: &[StatusAnswer], out: &mut String) {
    let mut category = None;
    for reason in statuses.iter().flat_map(|status| &status.reasons) {
        if category == Some(&reason.category) {
            let _ = write!(out, "; {}", said(&reason.status));
        } else {
            let _ = write!(out, ": {}: {}", said(&reason.category), said(&reason.status));
        }
        category = Some(&reason.category);
    }
    for message in statuses.iter().filter_map(|status| status.message.as_ref()) {
        let _ = write!(out, "; \"{}\"", message.reveal());
    }
    out.push('\n');
}
