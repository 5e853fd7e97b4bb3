//! Other coverages: which field does each segment of 2320 fill?

use superbill_model::{Adjustment, InpatientAdjudication, OtherCoverage, OutpatientAdjudication};
use superbill_types::DateValue;
use superbill_x12::Segment;

use super::super::date;
use super::super::layout::{AMT, OI, SBR};
use super::{ClaimReader, Level, push, set};
use crate::remittance::read::{adjustments, positioned};

impl ClaimReader {
    /// SBR in a claim.
    pub(super) fn open_coverage(&mut self, segment: &Segment<'_>) {
        let mut other = OtherCoverage::default();
        let mut rest = Vec::new();
        SBR.fill(&mut other.coverage, segment, 1, &mut rest);
        other.coverage.other_elements = rest;
        if let Some(claim) = self.claim() {
            claim.other_coverages.push(other);
        }
        self.enter(Level::Coverage);
    }

    /// A segment of another coverage.
    pub(super) fn coverage_segment(&mut self, segment: &Segment<'_>) -> bool {
        let mut segments = self.adjustment_segments;
        let Some(other) = self.coverage() else { return false };
        let known = match segment.id() {
            b"CAS" => read_adjustments(&mut other.adjustments, &mut segments, segment),
            b"AMT" => amount(other, segment),
            b"OI" => indicators(other, segment),
            b"MIA" if other.inpatient.is_none() => {
                let values = positioned(segment, 1, &[5, 20, 21, 22, 23]);
                other.inpatient = Some(InpatientAdjudication { values });
                true
            }
            b"MOA" if other.outpatient.is_none() => {
                let values = positioned(segment, 1, &[3, 4, 5, 6, 7]);
                other.outpatient = Some(OutpatientAdjudication { values });
                true
            }
            b"DTP" => set(&mut other.adjudication_date, adjudication_date(segment)),
            _ => false,
        };
        self.adjustment_segments = segments;
        known
    }
}

/// CAS, where every amount and quantity of it is one.
pub(super) fn read_adjustments(
    list: &mut Vec<Adjustment>,
    segments: &mut u32,
    segment: &Segment<'_>,
) -> bool {
    let numbers = (2..=segment.len()).filter(|n| n % 3 != 2);
    let fits = numbers.map(|n| segment.element(n)).all(|bytes| {
        bytes.is_empty()
            || str::from_utf8(bytes)
                .is_ok_and(|text| text.parse::<superbill_types::Money>().is_ok())
    });
    fits && segment.len() <= 19 && adjustments(list, segments, segment)
}

/// DTP*573 with a day.
pub(super) fn adjudication_date(segment: &Segment<'_>) -> Option<DateValue> {
    let date = date::read(segment)?;
    let plain = date.qualifier == "573" && date.to.is_none() && date.time.is_none();
    plain.then_some(date.from).flatten()
}

fn amount(other: &mut OtherCoverage, segment: &Segment<'_>) -> bool {
    let Some(told) = AMT.read(segment) else { return false };
    let field = match told.qualifier.as_str() {
        "D" => &mut other.paid_amount,
        "A8" => &mut other.non_covered_amount,
        "EAF" => &mut other.remaining_liability,
        _ => return push(&mut other.amounts, Some(told)),
    };
    set(field, told.amount)
}

/// OI, once.
fn indicators(other: &mut OtherCoverage, segment: &Segment<'_>) -> bool {
    let mut told = OtherCoverage::default();
    let first = other.benefits_assigned.is_none()
        && other.patient_signature_source.is_none()
        && other.release_of_information.is_none();
    if !first || !OI.fits(&mut told, segment) {
        return false;
    }
    other.benefits_assigned = told.benefits_assigned;
    other.patient_signature_source = told.patient_signature_source;
    other.release_of_information = told.release_of_information;
    true
}
