//! Claim acknowledgment (277CA): what does this payer say of each claim before it judges it?
//!
//! The answer itself is superbill's own; here the payer puts its name to it, with its numbers for the claims it
//! takes in and its reasons for those it turns away.

use superbill_exchange::acknowledgment::claims::{answer_claims, write_answers};
use superbill_model::{
    AnswerReason, AnswerTotal, ClaimAcknowledgment, ClaimAnswer, Identifier, Name, StatusReason,
};
use superbill_types::{Findings, Money, Phi, Text};
use superbill_x12::Stamp;

use crate::{Identity, Rejection};

/// Whether a claim is taken in.
#[derive(Clone, Debug)]
pub(crate) enum Verdict {
    /// With the payer's number for it, where it has one.
    Accepted(Option<Text>),
    Rejected(Rejection),
}

/// The answer to a file: the verdict on each claim of each set that was accepted (`None`: it was not), in the
/// order sent. Empty where no set was.
pub(crate) fn write(
    sent: &[u8],
    verdicts: &[Option<Vec<Verdict>>],
    payer: &Identity,
    stamp: Stamp,
) -> Vec<u8> {
    let mut answers = answer_claims(sent, &Findings::default(), stamp).unwrap_or_default();
    let mut verdicts = verdicts.iter();
    for interchange in &mut answers {
        interchange.sets.retain_mut(|set| {
            let Some(Some(verdicts)) = verdicts.next() else { return false };
            decide(set, verdicts, payer);
            true
        });
    }
    answers.retain(|interchange| !interchange.sets.is_empty());
    write_answers(&answers).unwrap_or_default()
}

fn decide(set: &mut ClaimAcknowledgment, verdicts: &[Verdict], payer: &Identity) {
    set.source = Name {
        role: "PR".into(),
        entity_type: "2".into(),
        last_name: Some(Phi::new(payer.name.clone())),
        identifier: Some(Identifier {
            qualifier: "PI".into(),
            value: Phi::new(payer.number.clone()),
        }),
        ..Name::default()
    };
    let mut verdicts = verdicts.iter();
    for batch in &mut set.batches {
        (batch.accepted, batch.rejected) = (None, None);
        for provider in &mut batch.providers {
            (provider.accepted, provider.rejected) = (None, None);
            for (claim, verdict) in provider.claims.iter_mut().zip(&mut verdicts) {
                let charge = tell(claim, verdict);
                let of_provider = (&mut provider.accepted, &mut provider.rejected);
                let of_batch = (&mut batch.accepted, &mut batch.rejected);
                for (accepted, rejected) in [of_provider, of_batch] {
                    let total = if claim.is_accepted() { accepted } else { rejected };
                    let total: &mut AnswerTotal = total.get_or_insert_default();
                    total.count += 1;
                    total.amount = Some(total.amount.unwrap_or_default() + charge);
                }
            }
        }
    }
}

/// Tells a claim's verdict; gives its charge.
fn tell(claim: &mut ClaimAnswer, verdict: &Verdict) -> Money {
    match verdict {
        Verdict::Accepted(number) => claim.payer_claim_number = number.clone().map(Phi::new),
        Verdict::Rejected(Rejection { category, status, entity }) => {
            let code = |code: &Text| AnswerReason { code: code.clone(), meaning: None };
            for said in &mut claim.statuses {
                said.action = Some("U".into());
                said.reasons = vec![StatusReason {
                    category: code(category),
                    status: code(status),
                    entity: entity.as_ref().map(code),
                }];
            }
        }
    }
    claim.statuses.iter().find_map(|said| said.charge_amount).unwrap_or_default()
}
