//! Scan: does the money balance, over a file of any size?
//!
//! One pass, one segment at a time, no memory beyond one row a claim. The equations (amounts exact):
//!
//! - line: charge - line adjustments = paid;
//! - claim: charge - claim and line adjustments = paid;
//! - payment: sum of claims paid - sum of provider adjustments = payment.
//!
//! AMT and QTY never balance. Each failure is one finding at the element that states the result.

use superbill_types::Findings;
use superbill_x12::{Envelope, Framer, Place, Segment, Step, Tag, Unreadable, tag};

use super::open::{Claim, Equation, Line, Mark, Set};
use super::reasons::Reasons;
use super::rows::{ClaimRow, Flags, PaymentRow, ReasonTotal, Scaled, Totals, money};
use super::rules;

/// Scans remittances segment by segment. Sets that are no remittance are passed over.
#[derive(Clone, Debug, Default)]
pub struct Scanner {
    claims: Vec<ClaimRow>,
    payments: Vec<PaymentRow>,
    totals: Totals,
    reasons: Reasons,
    claim_count: u32,
    interchange_start: u64,
    group_start: u64,
    holds_claims: bool,
    set: Option<Set>,
    claim: Option<Claim>,
    line: Option<Line>,
}

const CLP: Tag = tag(b"CLP");
const SVC: Tag = tag(b"SVC");
const CAS: Tag = tag(b"CAS");
const LX: Tag = tag(b"LX");
const PLB: Tag = tag(b"PLB");
const BPR: Tag = tag(b"BPR");
const AMT: Tag = tag(b"AMT");

impl Scanner {
    /// Steps through `buffer` until more bytes are needed or, with `end`, everything was read.
    ///
    /// # Errors
    /// As [`Framer::step`].
    #[inline(never)]
    pub fn run(
        &mut self,
        framer: &mut Framer,
        buffer: &[u8],
        end: bool,
        findings: &mut Findings,
    ) -> Result<(), Unreadable> {
        while let Step::Segment(place) = framer.step(buffer, end, findings)? {
            self.segment(place, &framer.segment(buffer), framer.envelope(), findings);
        }
        Ok(())
    }

    /// Takes in the next segment, as placed by `envelope`.
    #[inline]
    pub fn segment(
        &mut self,
        place: Place,
        segment: &Segment<'_>,
        envelope: &Envelope,
        findings: &mut Findings,
    ) {
        match place {
            Place::Body if self.set.is_some() => self.body(segment, envelope, findings),
            Place::Body => {}
            Place::SetHeader => {
                self.end_set(segment.span().start, findings);
                match envelope.set_id() {
                    "835" => self.open_set(segment, envelope),
                    "837" => self.holds_claims = true,
                    _ => {}
                }
            }
            _ => {
                // A trailer ends the claim before it; SE is the last segment of its set.
                self.boundary(segment, findings, true);
                let (after, span) = (place == Place::SetTrailer, segment.span());
                self.end_set(if after { span.end + 1 } else { span.start }, findings);
                match place {
                    Place::InterchangeHeader => self.interchange_start = span.start,
                    Place::GroupHeader => self.group_start = span.start,
                    _ => {}
                }
            }
        }
    }

    /// Ends what is open at the end of the input.
    pub fn finish(&mut self, end: u64, findings: &mut Findings) {
        self.end_set(end, findings);
    }

    /// The claims since the start, or since they were last taken.
    #[must_use]
    pub fn claims(&self) -> &[ClaimRow] {
        &self.claims
    }

    /// Takes the claims scanned so far out.
    pub fn take_claims(&mut self) -> Vec<ClaimRow> {
        std::mem::take(&mut self.claims)
    }

    /// Forgets the claims and payments scanned so far; the totals stay.
    pub fn forget(&mut self) {
        self.claims.clear();
        self.payments.clear();
    }

    /// The sums of all payments whose end was seen.
    #[must_use]
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// How many claims were begun, taken out or not.
    #[must_use]
    pub fn claim_count(&self) -> u32 {
        self.claim_count
    }

    /// Whether a set of claims (837) went by beside the remittances.
    #[must_use]
    pub fn holds_claims(&self) -> bool {
        self.holds_claims
    }

    /// The payments whose end was seen since the start, or since they were forgotten.
    #[must_use]
    pub fn payments(&self) -> &[PaymentRow] {
        &self.payments
    }

    /// What each reason took off, largest amount first.
    #[must_use]
    pub fn reasons(&self) -> Vec<ReasonTotal> {
        self.reasons.totals()
    }

    /// The first byte of the claim that is open; bytes from there on are still needed.
    #[must_use]
    pub fn open_claim(&self) -> Option<u64> {
        self.claim.as_ref().map(|claim| claim.row.start)
    }

    #[inline]
    fn body(&mut self, segment: &Segment<'_>, envelope: &Envelope, findings: &mut Findings) {
        match segment.tag() {
            CAS => self.adjustments(segment, envelope, findings),
            SVC => self.open_line(segment, envelope, findings),
            CLP => self.open_claim_row(segment, envelope, findings),
            AMT if segment.element(1) == b"I" => self.interest(segment, envelope),
            LX => self.boundary(segment, findings, false),
            PLB => {
                self.boundary(segment, findings, true);
                self.provider_adjustments(segment, envelope, findings);
            }
            BPR => self.payment(segment, envelope, findings),
            _ => {}
        }
    }

    fn open_set(&mut self, segment: &Segment<'_>, envelope: &Envelope) {
        let start = segment.span().start;
        let mut location = envelope.locate(segment);
        location.segment = "BPR".into();
        self.set = Some(Set {
            location,
            row: PaymentRow {
                delimiters: segment.delimiters(),
                interchange_start: self.interchange_start,
                group_start: self.group_start,
                start,
                end: start,
                header_end: 0,
                summary_start: 0,
                first_claim: self.claim_count,
                claims: 0,
                unbalanced_claims: 0,
                payment: Scaled::ABSENT,
                claims_paid: Scaled::ZERO,
                provider_adjustments: Scaled::ZERO,
                charges: Scaled::ZERO,
                adjustments: Scaled::ZERO,
                patient: Scaled::ZERO,
                adds_up: false,
            },
            header_open: true,
            summary_open: false,
            payment_at: Mark { ordinal: 1, element: 0, span: segment.span() },
            interest_told: 0,
            interest_at: None,
            interest_given: 0,
        });
    }

    fn payment(&mut self, segment: &Segment<'_>, envelope: &Envelope, findings: &mut Findings) {
        let Some(set) = &mut self.set else { return };
        set.row.payment = Scaled::read(segment.element(2));
        set.payment_at = Mark::of(segment, 2, envelope);
        if set.row.payment.units().is_some_and(|amount| amount < 0) {
            findings.push(set.finding(&rules::PAYMENT_NEGATIVE, "BPR", "", set.payment_at));
        }
        if segment.element(1) == b"I" && segment.element(4) == b"NON" {
            let mark = Mark::of(segment, 1, envelope);
            findings.push(set.finding(&rules::NO_MONEY_MOVES, "BPR", "", mark));
        }
    }

    fn interest(&mut self, segment: &Segment<'_>, envelope: &Envelope) {
        if let Some(set) = self.set.as_mut().filter(|_| self.claim.is_some()) {
            let told = Scaled::read(segment.element(2)).or_zero();
            set.interest_told = set.interest_told.saturating_add(told);
            set.interest_at.get_or_insert(Mark::of(segment, 2, envelope));
        }
    }

    /// A segment that ends the header, and the open claim.
    fn boundary(&mut self, segment: &Segment<'_>, findings: &mut Findings, summary: bool) {
        let start = segment.span().start;
        self.end_claim(start, findings);
        if let Some(set) = &mut self.set {
            if std::mem::take(&mut set.header_open) {
                set.row.header_end = start;
            }
            if summary && !std::mem::replace(&mut set.summary_open, true) {
                set.row.summary_start = start;
            }
        }
    }

    fn open_claim_row(
        &mut self,
        segment: &Segment<'_>,
        envelope: &Envelope,
        findings: &mut Findings,
    ) {
        self.boundary(segment, findings, false);
        let Some(set) = &mut self.set else { return };
        let status = status(segment.element(2));
        let mut flags = Flags::default();
        flags.set(Flags::REVERSAL, status == 22);
        flags.set(Flags::DENIED, status == 4);
        self.claim = Some(Claim {
            row: ClaimRow {
                delimiters: segment.delimiters(),
                start: segment.span().start,
                end: 0,
                payment: self.totals.payments,
                index: set.row.claims,
                charge: Scaled::read(segment.element(3)),
                paid: Scaled::read(segment.element(4)),
                patient: Scaled::read(segment.element(5)),
                adjustments: Scaled::ZERO,
                patient_adjustments: Scaled::ZERO,
                service_charges: Scaled::ZERO,
                services: 0,
                status,
                flags,
            },
            charge_at: Mark::of(segment, 3, envelope),
            paid_at: Mark::of(segment, 4, envelope),
            patient_at: Mark::of(segment, 5, envelope),
            sound: true,
        });
        set.row.claims += 1;
        self.claim_count += 1;
    }

    #[inline]
    fn open_line(&mut self, segment: &Segment<'_>, envelope: &Envelope, findings: &mut Findings) {
        self.end_line(findings);
        let Some(claim) = &mut self.claim else {
            return self.outside("SVC", segment, envelope, findings);
        };
        let charge = Scaled::read(segment.element(2));
        claim.row.services += 1;
        claim.row.service_charges.add(charge.or_zero());
        self.line = Some(Line {
            charge,
            paid: Scaled::read(segment.element(3)),
            adjustments: Scaled::ZERO,
            at: Mark::of(segment, 3, envelope),
        });
    }

    /// One CAS: a group and up to six slots of reason, amount and quantity.
    #[inline]
    fn adjustments(&mut self, segment: &Segment<'_>, envelope: &Envelope, findings: &mut Findings) {
        let Some(claim) = &mut self.claim else {
            return self.outside("CAS", segment, envelope, findings);
        };
        let group = segment.element(1);
        let mut slot = 2;
        while slot <= segment.len() && slot <= 17 {
            let (reason, text) = (segment.element(slot), segment.element(slot + 1));
            slot += 3;
            if text.is_empty() {
                continue;
            }
            let amount = Scaled::read(text);
            let Some(units) = amount.units() else {
                claim.sound = false;
                if let Some(set) = &self.set {
                    let span = segment.element_span(slot - 2);
                    let at = Mark { ordinal: 0, element: slot as u16 - 2, span };
                    let finding = set.finding(&rules::NOT_AN_AMOUNT, "CAS", claim.path(), at);
                    findings.push(finding.with("part", "an adjustment amount"));
                }
                continue;
            };
            claim.row.adjustments.add(units);
            if group == b"PR" {
                claim.row.patient_adjustments.add(units);
            } else if claim.row.paid == Scaled::ZERO && !claim.row.flags.has(Flags::DENIED) {
                claim.row.flags.set(Flags::DENIED, is_denial(reason));
            }
            if let Some(line) = &mut self.line {
                line.adjustments.add(units);
            }
            self.reasons.add(group, reason, units);
        }
    }

    /// Money of no claim: its CLP is missing or misspelled.
    #[cold]
    fn outside(
        &self,
        name: &'static str,
        segment: &Segment<'_>,
        envelope: &Envelope,
        findings: &mut Findings,
    ) {
        if let Some(set) = &self.set {
            let mark = Mark { span: segment.span(), ..Mark::of(segment, 0, envelope) };
            let finding = set.finding(&rules::OUTSIDE_CLAIM, name, "", mark);
            findings.push(finding.with("segment", name));
        }
    }

    fn end_line(&mut self, findings: &mut Findings) {
        let Some(line) = self.line.take() else { return };
        let (Some(claim), Some(set)) = (&mut self.claim, &self.set) else { return };
        let equation = Equation::new(line.charge, line.adjustments, line.paid);
        if equation.holds() {
            return;
        }
        claim.sound = false;
        let number = claim.row.services;
        let path = format!("{}.services[{}].paymentAmount", claim.path(), number - 1);
        let finding = match equation {
            Equation::Unreadable => set
                .finding(&rules::NOT_AN_AMOUNT, "SVC", path, line.at)
                .with("part", format!("the charge or payment of line {number}")),
            Equation::Differs { .. } => equation
                .explain(set.finding(&rules::LINE, "SVC", path, line.at))
                .with("line", number.to_string()),
        };
        findings.push(finding);
    }

    fn end_claim(&mut self, end: u64, findings: &mut Findings) {
        self.end_line(findings);
        let Some(mut claim) = self.claim.take() else { return };
        let Some(set) = &mut self.set else { return };
        claim.row.end = end;
        let balanced = claim.check(set, findings);
        claim.row.flags.set(Flags::BALANCED, balanced);
        set.row.unbalanced_claims += u32::from(!balanced);
        match claim.row.paid.units() {
            Some(paid) => set.row.claims_paid.add(paid),
            None => set.row.claims_paid = Scaled::ABSENT,
        }
        set.row.charges.add(claim.row.charge.or_zero());
        set.row.adjustments.add(claim.row.adjustments.or_zero());
        set.row.patient.add(claim.row.patient_adjustments.or_zero());
        self.claims.push(claim.row);
    }

    fn provider_adjustments(
        &mut self,
        segment: &Segment<'_>,
        envelope: &Envelope,
        findings: &mut Findings,
    ) {
        let Some(set) = &mut self.set else { return };
        for slot in (3..=13).step_by(2) {
            let text = segment.element(slot + 1);
            if text.is_empty() {
                continue;
            }
            match Scaled::read(text).units() {
                Some(units) => {
                    set.row.provider_adjustments.add(units);
                    if segment.component(slot, 1) == b"L6" {
                        set.interest_given = set.interest_given.saturating_add(units);
                    }
                }
                None => {
                    set.row.provider_adjustments = Scaled::ABSENT;
                    let mark = Mark::of(segment, slot + 1, envelope);
                    let finding = set.finding(&rules::NOT_AN_AMOUNT, "PLB", "", mark);
                    findings.push(finding.with("part", "a provider adjustment amount"));
                }
            }
        }
    }

    fn end_set(&mut self, end: u64, findings: &mut Findings) {
        self.end_claim(end, findings);
        let Some(mut set) = self.set.take() else { return };
        let row = &mut set.row;
        row.end = end;
        if set.header_open {
            row.header_end = end;
        }
        if !set.summary_open {
            row.summary_start = end;
        }
        let equation = Equation::new(row.claims_paid, row.provider_adjustments, row.payment);
        row.adds_up = equation.holds();
        let path = format!("remittances[{}].paymentAmount", self.totals.payments);
        if !equation.holds() {
            findings.push(set.explain_payment(equation, path));
        }
        if set.interest_told != 0
            && set.interest_told != set.interest_given.saturating_neg()
            && let Some(mark) = set.interest_at
        {
            let finding = set.finding(&rules::INTEREST, "AMT", "", mark);
            findings.push(
                finding
                    .with("told", money(set.interest_told).to_string())
                    .with("given", money(set.interest_given).to_string()),
            );
        }
        self.totals.add(&set.row);
        self.payments.push(set.row);
    }
}

/// Whether a reason asks for work: something to correct, appeal or bill elsewhere.
fn is_denial(reason: &[u8]) -> bool {
    let reason = str::from_utf8(reason).unwrap_or("");
    superbill_codes::adjustment_kind(reason).is_some_and(|kind| kind.is_denial())
}

fn status(text: &[u8]) -> u8 {
    match *text {
        [a @ b'0'..=b'9'] => a - b'0',
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => (a - b'0') * 10 + (b - b'0'),
        _ => 0,
    }
}
