//! Reading: which field of the record does each segment of a remittance fill?
//!
//! A segment that has no field, or that yields nothing, is kept as [`OtherSegment`].

use superbill_model::{
    Address, Adjustment, BankAccount, ClaimGroup, ClaimPayment, Contact, ContactNumber,
    DiagnosisGroup, Identifier, InpatientAdjudication, Name, OtherSegment, OutpatientAdjudication,
    Party, Positioned, Procedure, ProviderAdjustment, ProviderSummary, QualifiedAmount,
    QualifiedDate, QualifiedQuantity, Reference, Remark, Remittance, RemittanceDelivery,
    ServicePayment,
};
use superbill_types::{DateValue, Money, Phi, Quantity, Text};
use superbill_x12::Segment;

/// Builds a [`Remittance`] from the segments of one transaction set, ST to SE.
#[derive(Debug, Default)]
pub struct RemittanceReader {
    record: Remittance,
    claim: Option<ClaimReader>,
    party: WhichParty,
    /// Whether the payment was read; a second one is kept as sent.
    paid: bool,
    provider_adjustment_segments: u32,
}

#[derive(Debug, Default, PartialEq)]
enum WhichParty {
    #[default]
    None,
    Payer,
    Payee,
    /// One the record has no place for: its segments are kept as sent.
    Other,
}

impl RemittanceReader {
    /// Takes in the next segment.
    pub fn segment(&mut self, segment: &Segment<'_>) {
        match segment.id() {
            b"CLP" => {
                self.end_claim();
                let mut claim = ClaimReader::default();
                claim.segment(segment);
                self.claim = Some(claim);
            }
            b"LX" => {
                self.end_claim();
                self.party = WhichParty::Other;
                let number = segment.text(1).or_else(|| Some(Text::default()));
                self.record.groups.push(ClaimGroup { number, ..ClaimGroup::default() });
            }
            b"PLB" => {
                self.end_claim();
                self.provider_adjustments(segment);
            }
            b"SE" => self.end_claim(),
            _ => match &mut self.claim {
                Some(claim) => claim.segment(segment),
                None => self.header(segment),
            },
        }
    }

    /// The record.
    #[must_use]
    pub fn finish(mut self) -> Remittance {
        self.end_claim();
        self.record
    }

    fn end_claim(&mut self) {
        if let Some(claim) = self.claim.take() {
            if self.record.groups.is_empty() {
                self.record.groups.push(ClaimGroup::default());
            }
            if let Some(group) = self.record.groups.last_mut() {
                group.claims.push(claim.finish());
            }
        }
    }

    fn header(&mut self, segment: &Segment<'_>) {
        let known = match segment.id() {
            b"ST" => {
                self.record.control_number = text(segment, 2);
                true
            }
            b"BPR" if !self.paid => self.payment(segment),
            b"TRN" if self.record.trace_number.is_empty() => self.trace(segment),
            b"CUR" if self.record.currency.is_none() => {
                self.record.currency = segment.text(2);
                self.record.currency.is_some()
            }
            b"DTM" if self.record.production_date.is_none() && segment.element(1) == b"405" => {
                self.record.production_date = segment.text(2).map(|d| DateValue::read(&d));
                self.record.production_date.is_some()
            }
            b"TS3" => self.summary(segment),
            b"TS2" => self.diagnosis_summary(segment),
            b"REF" if self.party == WhichParty::None => {
                push(&mut self.record.references, reference(segment))
            }
            _ => self.party_segment(segment),
        };
        if !known {
            self.record.other_segments.push(other(segment));
        }
    }

    fn payment(&mut self, segment: &Segment<'_>) -> bool {
        self.paid = true;
        let record = &mut self.record;
        record.handling = text(segment, 1);
        record.payment_amount = money(segment, 2);
        record.credit_or_debit = text(segment, 3);
        record.payment_method = text(segment, 4);
        record.payment_format = segment.text(5);
        record.sender_account = account(segment, 6);
        record.originating_company = segment.text(10);
        record.originating_company_supplement = segment.text(11);
        record.receiver_account = account(segment, 12);
        record.payment_date = segment.text(16).map(|date| DateValue::read(&date));
        true
    }

    fn trace(&mut self, segment: &Segment<'_>) -> bool {
        let record = &mut self.record;
        record.trace_type = text(segment, 1);
        record.trace_number = text(segment, 2);
        record.trace_payer = segment.text(3);
        record.trace_supplement = segment.text(4);
        !record.trace_number.is_empty()
    }

    fn party_segment(&mut self, segment: &Segment<'_>) -> bool {
        if segment.id() == b"N1" {
            self.party = match segment.element(1) {
                b"PR" if self.record.payer == Party::default() => WhichParty::Payer,
                b"PE" if self.record.payee == Party::default() => WhichParty::Payee,
                _ => WhichParty::Other,
            };
        }
        let party = match self.party {
            WhichParty::None | WhichParty::Other => return false,
            WhichParty::Payer => &mut self.record.payer,
            WhichParty::Payee => &mut self.record.payee,
        };
        read_party(party, segment)
    }

    fn summary(&mut self, segment: &Segment<'_>) -> bool {
        let Some(group) = self.record.groups.last_mut().filter(|g| g.summary.is_none()) else {
            return false;
        };
        group.summary = Some(ProviderSummary {
            provider: text(segment, 1),
            facility_type: text(segment, 2),
            fiscal_period: segment.text(3).map(|date| DateValue::read(&date)),
            values: positioned(segment, 4, &[]),
        });
        true
    }

    fn diagnosis_summary(&mut self, segment: &Segment<'_>) -> bool {
        let Some(group) = self.record.groups.last_mut().filter(|g| g.diagnosis_summary.is_none())
        else {
            return false;
        };
        group.diagnosis_summary = Some(DiagnosisGroup { values: positioned(segment, 1, &[]) });
        true
    }

    fn provider_adjustments(&mut self, segment: &Segment<'_>) {
        let before = self.record.provider_adjustments.len();
        for slot in (3..=13).step_by(2) {
            if segment.element(slot).is_empty() && segment.element(slot + 1).is_empty() {
                continue;
            }
            self.record.provider_adjustments.push(ProviderAdjustment {
                reason: part(segment, slot, 1).unwrap_or_default(),
                reference: part(segment, slot, 2),
                amount: money(segment, slot + 1),
                provider: text(segment, 1),
                fiscal_period: segment.text(2).map(|date| DateValue::read(&date)),
                segment: self.provider_adjustment_segments,
            });
        }
        if self.record.provider_adjustments.len() == before {
            self.record.other_segments.push(other(segment));
        } else {
            self.provider_adjustment_segments += 1;
        }
    }
}

/// Builds a [`ClaimPayment`] from its segments, CLP first.
#[derive(Debug, Default)]
pub struct ClaimReader {
    record: ClaimPayment,
    /// CAS segments seen at the open level.
    adjustment_segments: u32,
}

impl ClaimReader {
    /// Takes in the next segment.
    pub fn segment(&mut self, segment: &Segment<'_>) {
        if segment.id() == b"CLP" {
            return self.claim(segment);
        }
        if segment.id() == b"SVC" {
            self.adjustment_segments = 0;
            return self.record.services.push(service(segment));
        }
        let segments = &mut self.adjustment_segments;
        let known = match self.record.services.last_mut() {
            Some(service) => service_segment(service, segments, segment),
            None => claim_segment(&mut self.record, segments, segment),
        };
        if !known {
            let kept = match self.record.services.last_mut() {
                Some(service) => &mut service.other_segments,
                None => &mut self.record.other_segments,
            };
            kept.push(other(segment));
        }
    }

    /// The record.
    #[must_use]
    pub fn finish(self) -> ClaimPayment {
        self.record
    }

    fn claim(&mut self, segment: &Segment<'_>) {
        let record = &mut self.record;
        record.patient_control_number = Phi::new(text(segment, 1));
        record.status = text(segment, 2);
        record.charge_amount = money(segment, 3);
        record.payment_amount = money(segment, 4);
        record.patient_responsibility = money(segment, 5);
        record.filing_indicator = segment.text(6);
        record.payer_claim_number = segment.text(7).map(Phi::new);
        record.facility_type = segment.text(8);
        record.frequency = segment.text(9);
        record.patient_status = segment.text(10);
        record.diagnosis_related_group = segment.text(11);
        record.diagnosis_related_group_weight = quantity(segment, 12);
        record.discharge_fraction = quantity(segment, 13);
        record.coordination_of_benefits = segment.text(14);
    }
}

fn claim_segment(claim: &mut ClaimPayment, segments: &mut u32, segment: &Segment<'_>) -> bool {
    match segment.id() {
        b"CAS" => adjustments(&mut claim.adjustments, segments, segment),
        b"NM1" => {
            claim.names.push(name(segment));
            true
        }
        b"MIA" if claim.inpatient.is_none() => {
            let values = positioned(segment, 1, &[5, 20, 21, 22, 23]);
            claim.inpatient = Some(InpatientAdjudication { values });
            true
        }
        b"MOA" if claim.outpatient.is_none() => {
            let values = positioned(segment, 1, &[3, 4, 5, 6, 7]);
            claim.outpatient = Some(OutpatientAdjudication { values });
            true
        }
        b"REF" => push(&mut claim.references, reference(segment)),
        b"DTM" => push(&mut claim.dates, date(segment)),
        b"PER" => {
            claim.contacts.push(contact(segment));
            true
        }
        b"AMT" => push(&mut claim.amounts, amount(segment)),
        b"QTY" => push(&mut claim.quantities, qualified_quantity(segment)),
        _ => false,
    }
}

fn service_segment(line: &mut ServicePayment, segments: &mut u32, segment: &Segment<'_>) -> bool {
    match segment.id() {
        b"CAS" => adjustments(&mut line.adjustments, segments, segment),
        b"REF" => push(&mut line.references, reference(segment)),
        b"DTM" => push(&mut line.dates, date(segment)),
        b"AMT" => push(&mut line.amounts, amount(segment)),
        b"QTY" => push(&mut line.quantities, qualified_quantity(segment)),
        b"LQ" => {
            line.remarks.push(Remark { list: text(segment, 1), code: text(segment, 2) });
            true
        }
        _ => false,
    }
}

fn service(segment: &Segment<'_>) -> ServicePayment {
    ServicePayment {
        procedure: procedure(segment, 1).unwrap_or_default(),
        charge_amount: money(segment, 2),
        payment_amount: money(segment, 3),
        revenue_code: segment.text(4),
        units: quantity(segment, 5),
        submitted_procedure: procedure(segment, 6),
        submitted_units: quantity(segment, 7),
        ..ServicePayment::default()
    }
}

pub(crate) fn procedure(segment: &Segment<'_>, element: usize) -> Option<Procedure> {
    if segment.element(element).is_empty() {
        return None;
    }
    let mut modifiers: Vec<Text> =
        (3..=6).map(|n| part(segment, element, n).unwrap_or_default()).collect();
    while modifiers.last().is_some_and(Text::is_empty) {
        modifiers.pop();
    }
    Some(Procedure {
        qualifier: part(segment, element, 1).unwrap_or_default(),
        code: part(segment, element, 2).unwrap_or_default(),
        modifiers,
        description: part(segment, element, 7),
        code_range_end: part(segment, element, 8),
    })
}

/// One CAS: a group code and up to six slots of reason, amount and quantity; an empty slot keeps its
/// place (RFI 1532).
pub(crate) fn adjustments(
    list: &mut Vec<Adjustment>,
    segments: &mut u32,
    segment: &Segment<'_>,
) -> bool {
    let (before, mut empty_slots_before) = (list.len(), 0);
    for slot in (2..=17).step_by(3) {
        if (slot..slot + 3).all(|n| segment.element(n).is_empty()) {
            empty_slots_before += 1;
            continue;
        }
        list.push(Adjustment {
            group: text(segment, 1),
            reason: text(segment, slot),
            amount: money(segment, slot + 1),
            quantity: quantity(segment, slot + 2),
            segment: *segments,
            empty_slots_before,
        });
        empty_slots_before = 0;
    }
    let any = list.len() > before;
    *segments += u32::from(any);
    any
}

fn read_party(party: &mut Party, segment: &Segment<'_>) -> bool {
    match segment.id() {
        b"N1" => {
            party.name = segment.text(2);
            party.identifier = identifier(segment, 3);
            true
        }
        b"N3" => {
            let address = party.address.get_or_insert_with(Address::default);
            address.lines.extend((1..=2).filter_map(|n| segment.text(n)));
            true
        }
        b"N4" => {
            let address = party.address.get_or_insert_with(Address::default);
            address.city = segment.text(1);
            address.state = segment.text(2);
            address.postal_code = segment.text(3);
            address.country = segment.text(4);
            address.country_subdivision = segment.text(7);
            true
        }
        b"REF" => push(&mut party.references, reference(segment)),
        b"PER" => {
            party.contacts.push(contact(segment));
            true
        }
        b"RDM" if party.delivery.is_none() => {
            party.delivery = Some(RemittanceDelivery {
                method: text(segment, 1),
                name: segment.text(2),
                address: segment.text(3),
            });
            true
        }
        _ => false,
    }
}

pub(crate) fn name(segment: &Segment<'_>) -> Name {
    let phi = |n| segment.text(n).map(Phi::new);
    Name {
        role: text(segment, 1),
        entity_type: text(segment, 2),
        last_name: phi(3),
        first_name: phi(4),
        middle_name: phi(5),
        prefix: phi(6),
        suffix: phi(7),
        identifier: identifier(segment, 8),
    }
}

pub(crate) fn identifier(segment: &Segment<'_>, at: usize) -> Option<Identifier> {
    let (qualifier, value) = (text(segment, at), text(segment, at + 1));
    (!qualifier.is_empty() || !value.is_empty())
        .then(|| Identifier { qualifier, value: Phi::new(value) })
}

fn contact(segment: &Segment<'_>) -> Contact {
    let number = |at| {
        let (kind, value) = (text(segment, at), text(segment, at + 1));
        (!kind.is_empty() || !value.is_empty()).then_some(ContactNumber { kind, value })
    };
    Contact {
        function: text(segment, 1),
        name: segment.text(2),
        numbers: [3, 5, 7].into_iter().filter_map(number).collect(),
    }
}

fn account(segment: &Segment<'_>, at: usize) -> Option<BankAccount> {
    if (at..at + 4).all(|n| segment.element(n).is_empty()) {
        return None;
    }
    Some(BankAccount {
        bank_qualifier: text(segment, at),
        bank: Phi::new(text(segment, at + 1)),
        account_qualifier: segment.text(at + 2),
        account: segment.text(at + 3).map(Phi::new),
    })
}

fn reference(segment: &Segment<'_>) -> Option<Reference> {
    (!segment.is_empty()).then(|| Reference {
        qualifier: text(segment, 1),
        value: Phi::new(text(segment, 2)),
        description: segment.text(3),
    })
}

fn date(segment: &Segment<'_>) -> Option<QualifiedDate> {
    let date = DateValue::read(&segment.text(2)?);
    Some(QualifiedDate { qualifier: text(segment, 1), date })
}

pub(crate) fn amount(segment: &Segment<'_>) -> Option<QualifiedAmount> {
    Some(QualifiedAmount { qualifier: segment.text(1)?, amount: Some(money(segment, 2)?) })
}

pub(crate) fn qualified_quantity(segment: &Segment<'_>) -> Option<QualifiedQuantity> {
    Some(QualifiedQuantity { qualifier: segment.text(1)?, quantity: Some(quantity(segment, 2)?) })
}

/// The values from element `from` on; those at `codes` are text, the others amounts.
pub(crate) fn positioned(segment: &Segment<'_>, from: usize, codes: &[usize]) -> Vec<Positioned> {
    (from..=segment.len().min(usize::from(u8::MAX)))
        .filter_map(|position| {
            let text = segment.text(position)?;
            let amount = if codes.contains(&position) { None } else { text.parse().ok() };
            let text = amount.is_none().then_some(text);
            Some(Positioned { position: position as u8, amount, text })
        })
        .collect()
}

fn other(segment: &Segment<'_>) -> OtherSegment {
    let bytes = segment.bytes();
    let text = Text::from_utf8(bytes)
        .unwrap_or_else(|| bytes.iter().map(|&byte| char::from(byte)).collect());
    OtherSegment { text: Phi::new(text) }
}

/// Adds what was read; false if nothing was.
fn push<T>(list: &mut Vec<T>, item: Option<T>) -> bool {
    let any = item.is_some();
    list.extend(item);
    any
}

pub(crate) fn text(segment: &Segment<'_>, element: usize) -> Text {
    segment.text(element).unwrap_or_default()
}

fn part(segment: &Segment<'_>, element: usize, component: usize) -> Option<Text> {
    let bytes = segment.component(element, component);
    (!bytes.is_empty()).then(|| Text::from_utf8_lossy(bytes))
}

pub(crate) fn money(segment: &Segment<'_>, element: usize) -> Option<Money> {
    str::from_utf8(segment.element(element)).ok()?.parse().ok()
}

fn quantity(segment: &Segment<'_>, element: usize) -> Option<Quantity> {
    str::from_utf8(segment.element(element)).ok()?.parse().ok()
}
