//! Service lines: which field does each segment of 2400 fill?

use superbill_model::{ClaimKind, ClaimReference, Drug, Form, LineAdjudication, ServiceLine};
use superbill_types::Text;
use superbill_x12::Segment;

use super::super::date;
use super::super::element::Element;
use super::super::layout::{
    AMT, CN1, CR1, CR3, CRC, CTP, FRM, HCP, LIN, MEA, NTE, PS1, PWK, QTY, REF, SV1, SV2, SV3, SV5,
    SVD, TOO,
};
use super::claim::file_information;
use super::coverage::{adjudication_date, read_adjustments};
use super::{ClaimReader, Target, push, set};

impl ClaimReader {
    /// A segment of a line; one behind a name is none of it.
    pub(super) fn line_segment(&mut self, segment: &Segment<'_>) -> bool {
        match segment.id() {
            b"SV1" => self.service(segment, ClaimKind::Professional),
            b"SV2" => self.service(segment, ClaimKind::Institutional),
            b"SV3" => self.service(segment, ClaimKind::Dental),
            b"LIN" | b"CTP" => self.drug(segment),
            b"SVD" => {
                self.target = Target::Adjudication;
                (self.kept, self.adjustment_segments) = (false, 0);
                let mut told = LineAdjudication::default();
                let mut rest = Vec::new();
                SVD.fill(&mut told, segment, 1, &mut rest);
                told.other_elements = rest;
                self.line().map(|line| line.adjudications.push(told)).is_some()
            }
            b"LQ" | b"FRM" => self.form(segment),
            b"REF" => match self.target {
                Target::None => {
                    let Some(line) = self.line() else { return false };
                    reference(line, REF.read(segment))
                }
                Target::Drug => {
                    let Some(drug) = self.line().and_then(|line| line.drug.as_mut()) else {
                        return false;
                    };
                    push(&mut drug.references, REF.read(segment))
                }
                _ => false,
            },
            _ if matches!(self.target, Target::Adjudication) => self.adjudication(segment),
            _ => self.line().is_some_and(|line| line_detail(line, segment)),
        }
    }

    /// SV1, SV2, SV3: once.
    fn service(&mut self, segment: &Segment<'_>, kind: ClaimKind) -> bool {
        let Some(line) = self.line() else { return false };
        let first = line.procedure.is_none()
            && line.charge_amount.is_none()
            && line.revenue_code.is_none()
            && line.other_elements.is_empty();
        if !first {
            return false;
        }
        let mut rest = Vec::new();
        let layout = match kind {
            ClaimKind::Professional => &SV1,
            ClaimKind::Institutional => &SV2,
            ClaimKind::Dental => &SV3,
        };
        layout.fill(line, segment, 1, &mut rest);
        line.other_elements = rest;
        self.of_kind(kind);
        true
    }

    /// LIN opens a drug, CTP tells its quantity.
    fn drug(&mut self, segment: &Segment<'_>) -> bool {
        let Some(line) = self.line() else { return false };
        let known = match (segment.id(), &mut line.drug) {
            (b"LIN", None) => set(&mut line.drug, LIN.read(segment)),
            (b"CTP", Some(drug)) => counted(drug, segment),
            _ => false,
        };
        if known {
            (self.target, self.kept) = (Target::Drug, false);
        }
        known
    }

    /// LQ opens a form, FRM answers a question of it.
    fn form(&mut self, segment: &Segment<'_>) -> bool {
        let open = matches!(self.target, Target::Form);
        let Some(line) = self.line() else { return false };
        if segment.id() == b"FRM" {
            let form = line.forms.last_mut().filter(|_| open);
            return form.is_some_and(|form| push(&mut form.answers, FRM.read(segment)));
        }
        let part = |n| Text::read(segment.element(n), segment.delimiters());
        let (Some(list), Some(name), true) = (part(1), part(2), segment.len() == 2) else {
            return false;
        };
        line.forms.push(Form { list, form: name, answers: Vec::new() });
        (self.target, self.kept) = (Target::Form, false);
        true
    }

    /// What stands behind SVD.
    fn adjudication(&mut self, segment: &Segment<'_>) -> bool {
        let mut segments = self.adjustment_segments;
        let Some(told) = self.line().and_then(|line| line.adjudications.last_mut()) else {
            return false;
        };
        let known = match segment.id() {
            b"CAS" => read_adjustments(&mut told.adjustments, &mut segments, segment),
            b"DTP" => set(&mut told.adjudication_date, adjudication_date(segment)),
            b"AMT" => {
                let amount = AMT.read(segment).filter(|amount| amount.qualifier == "EAF");
                set(&mut told.remaining_liability, amount.and_then(|amount| amount.amount))
            }
            _ => false,
        };
        self.adjustment_segments = segments;
        known
    }
}

fn line_detail(line: &mut ServiceLine, segment: &Segment<'_>) -> bool {
    match segment.id() {
        b"TOO" => push(&mut line.teeth, TOO.read(segment)),
        b"SV5" => set(&mut line.equipment, SV5.read(segment)),
        b"PWK" => push(&mut line.attachments, PWK.read(segment)),
        b"CR1" => set(&mut line.ambulance, CR1.read(segment)),
        b"CR3" => set(&mut line.equipment_certification, CR3.read(segment)),
        b"CRC" => push(&mut line.certifications, CRC.read(segment)),
        b"DTP" => push(&mut line.dates, date::read(segment)),
        b"QTY" => push(&mut line.quantities, QTY.read(segment)),
        b"MEA" => push(&mut line.measurements, MEA.read(segment)),
        b"CN1" => set(&mut line.contract, CN1.read(segment)),
        b"AMT" => push(&mut line.amounts, AMT.read(segment)),
        b"K3" => push(&mut line.file_information, file_information(segment)),
        b"NTE" => push(&mut line.notes, NTE.read(segment)),
        b"PS1" => set(&mut line.purchased_service, PS1.read(segment)),
        b"HCP" => set(&mut line.pricing, HCP.read(segment)),
        _ => false,
    }
}

/// REF of a line: its own number has a field.
fn reference(line: &mut ServiceLine, told: Option<ClaimReference>) -> bool {
    match told {
        Some(told)
            if told.qualifier == "6R" && told.payer.is_none() && line.control_number.is_none() =>
        {
            line.control_number = Some(told.value);
            true
        }
        told => push(&mut line.references, told),
    }
}

/// CTP, once.
fn counted(drug: &mut Drug, segment: &Segment<'_>) -> bool {
    let mut told = Drug::default();
    let first = drug.unit_price.is_none() && drug.quantity.is_none() && drug.unit.is_none();
    let fits = first && CTP.fits(&mut told, segment);
    if fits {
        (drug.unit_price, drug.quantity, drug.unit) = (told.unit_price, told.quantity, told.unit);
    }
    fits
}
