//! Claim level: which field does each segment of 2300 fill?

use superbill_model::Claim;
use superbill_types::{Phi, Text};
use superbill_x12::Segment;

use super::super::element::Element;
use super::super::layout::{AMT, CL1, CLM, CN1, CR1, CR2, CRC, DN1, DN2, HCP, NTE, PWK, REF};
use super::super::{code, date};
use super::{ClaimReader, Level, Target, push, set};

impl ClaimReader {
    /// CLM.
    pub(super) fn open_claim(&mut self, segment: &Segment<'_>) {
        self.restore();
        let draft = &mut self.draft;
        let mut claim = Claim {
            kind: draft.kind,
            billing_provider: draft.billing_provider.clone(),
            currency: draft.currency.clone(),
            pay_to_address: draft.pay_to_address.clone(),
            pay_to_plan: draft.pay_to_plan.clone(),
            coverage: core::mem::take(&mut draft.coverage),
            patient: draft.patient.take(),
            ..Claim::default()
        };
        self.taken = true;
        let mut rest = Vec::new();
        CLM.fill(&mut claim, segment, 1, &mut rest);
        claim.other_elements = rest;
        if let Some(batch) = self.batches.last_mut() {
            batch.claims.push(claim);
        }
        self.enter(Level::Claim);
    }

    /// A segment of the claim itself; one behind a name is none of it.
    pub(super) fn claim_segment(&mut self, segment: &Segment<'_>) -> bool {
        let named = !matches!(self.target, Target::None);
        let Some(claim) = self.claim() else { return false };
        match segment.id() {
            b"REF" if !named => push(&mut claim.references, REF.read(segment)),
            b"DTP" => push(&mut claim.dates, date::read(segment)),
            b"CL1" => set(&mut claim.admission, CL1.read(segment)),
            b"DN1" => set(&mut claim.orthodontics, DN1.read(segment)),
            b"DN2" => push(&mut claim.tooth_status, DN2.read(segment)),
            b"PWK" => push(&mut claim.attachments, PWK.read(segment)),
            b"CN1" => set(&mut claim.contract, CN1.read(segment)),
            b"AMT" => push(&mut claim.amounts, AMT.read(segment)),
            b"K3" => push(&mut claim.file_information, file_information(segment)),
            b"NTE" => push(&mut claim.notes, NTE.read(segment)),
            b"CR1" => set(&mut claim.ambulance, CR1.read(segment)),
            b"CR2" => set(&mut claim.spinal_manipulation, CR2.read(segment)),
            b"CRC" => push(&mut claim.certifications, CRC.read(segment)),
            b"HI" => code::read(claim, segment),
            b"HCP" => set(&mut claim.pricing, HCP.read(segment)),
            _ => false,
        }
    }
}

/// K3: fixed-format text.
pub(super) fn file_information(segment: &Segment<'_>) -> Option<Phi<Text>> {
    let plain = segment.len() == 1;
    plain.then(|| Text::read(segment.element(1), segment.delimiters())).flatten().map(Phi::new)
}
