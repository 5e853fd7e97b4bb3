//! What was sent: which claim of which file is each answer about?
//!
//! One pass over the sent file. A batch is matched by its reference, a claim by our number for it; the same
//! number twice in a batch goes to the answers in their order.

use std::collections::BTreeMap;

use superbill_model::{ClaimAcknowledgment, SentPlace};
use superbill_types::{Findings, Phi, Span, Text};
use superbill_x12::{Framer, Place, Segment, Step, Unreadable};

/// Fills in `sent` of every answer whose claim is in the sent file.
///
/// # Errors
/// [`Unreadable`] where the sent file cannot be framed.
pub fn find_sent_claims(
    acknowledgments: &mut [ClaimAcknowledgment],
    sent: &[u8],
) -> Result<(), Unreadable> {
    let claims = claims(sent)?;
    // By number, then in file order.
    let mut by_number: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
    for claim in claims.iter().rev() {
        by_number.entry(&claim.number).or_default().push(claim);
    }
    let batches = acknowledgments.iter_mut().flat_map(|it| &mut it.batches);
    for batch in batches {
        let reference = batch.reference.clone();
        for answer in batch.providers.iter_mut().flat_map(|provider| &mut provider.claims) {
            let number = answer.patient_control_number.reveal().as_str();
            let Some(found) = by_number.get_mut(number) else { continue };
            // A clearinghouse may answer under a reference of its own.
            let ours = found.iter().rposition(|claim| claim.batch == reference);
            if let Some(at) = ours.or(found.len().checked_sub(1)) {
                let Claim { span, number, .. } = found.remove(at);
                answer.sent = Some(SentPlace {
                    span: (span.start, span.end),
                    patient_control_number: Some(Phi::new(number.clone())),
                });
            }
        }
    }
    Ok(())
}

struct Claim {
    batch: Text,
    number: Text,
    span: Span,
}

/// The claims of a file, each from its CLM up to what ends it.
fn claims(bytes: &[u8]) -> Result<Vec<Claim>, Unreadable> {
    let mut claims: Vec<Claim> = Vec::new();
    let (mut batch, mut open) = (Text::default(), false);
    let mut framer = Framer::new();
    let mut findings = Findings::with_limit(0);
    let text = |segment: &Segment<'_>, number| segment.text(number).unwrap_or_default();
    while let Step::Segment(place) = framer.step(bytes, true, &mut findings)? {
        let segment = framer.segment(bytes);
        match segment.id() {
            b"BHT" => batch = text(&segment, 3),
            b"CLM" if place == Place::Body => {
                let (batch, number) = (batch.clone(), text(&segment, 1));
                claims.push(Claim { batch, number, span: segment.span() });
                open = true;
            }
            b"HL" => open = false,
            _ if place != Place::Body => open = false,
            _ => {}
        }
        if let Some(claim) = claims.last_mut().filter(|_| open) {
            claim.span.end = segment.span().end;
        }
    }
    Ok(claims)
}
