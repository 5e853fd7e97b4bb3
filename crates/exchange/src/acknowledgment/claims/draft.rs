//! A draft: what of a set of claims goes into its answer?
//!
//! Built while the set is read; whether a claim is accepted is known when it ends.

use superbill_model::{
    AnswerTotal, BatchAnswer, ClaimAcknowledgment, ClaimAnswer, LineAnswer, Name, Procedure,
    ProviderAnswer, StatusAnswer, StatusReason,
};
use superbill_types::{DateValue, Money, Phi, Text};
use superbill_x12::{Delimiters, Segment, Stamp};

use super::fold::see_lines;
use super::person::{clean, nobody, person};
use super::scope::{Level, Scopes};
use super::status_reason;
use crate::remittance::read::{money, procedure};

/// The answer to one set, gathered while it is read.
pub(super) struct Draft {
    answer: ClaimAcknowledgment,
    batch: BatchAnswer,
    separators: Delimiters,
    day: DateValue,
    scopes: Scopes,
    /// Scopes of each claim, from the outside in, by provider and place.
    claims: Vec<Sent>,
    subscriber: Option<Name>,
    patient: Option<Name>,
    /// Entity code of the last name, and qualifier of the last segment.
    entity: Text,
    qualifier: Text,
    other_payer: bool,
}

/// A claim as it was sent.
struct Sent {
    provider: usize,
    answer: ClaimAnswer,
    charge: Money,
    scopes: Vec<usize>,
    /// Scopes of its lines.
    lines: Vec<(LineAnswer, usize)>,
}

impl Draft {
    /// At the header of the `number`-th set of claims of a file.
    pub(super) fn new(header: &Segment<'_>, stamp: Stamp, number: u32) -> Self {
        let day = DateValue::Day(stamp.date);
        let mut scopes = Scopes::default();
        scopes.enter(Level::Set);
        let reference = format!("{}{number:04}", stamp.number);
        let answer = ClaimAcknowledgment {
            control_number: format!("{number:04}").into(),
            reference: reference.clone().into(),
            date: Some(day.clone()),
            time: Some(format!("{:02}{:02}", stamp.hour, stamp.minute).into()),
            source: nobody("PR", "2", "46"),
            trace: reference.into(),
            received_date: Some(day.clone()),
            processed_date: Some(day.clone()),
            batches: Vec::new(),
        };
        let receiver = nobody("41", "2", "46");
        Self {
            answer,
            batch: BatchAnswer { receiver, reference: "0".into(), ..BatchAnswer::default() },
            separators: header.delimiters(),
            day,
            scopes,
            claims: Vec::new(),
            subscriber: None,
            patient: None,
            entity: Text::default(),
            qualifier: Text::default(),
            other_payer: false,
        }
    }

    pub(super) fn entity(&self) -> &str {
        &self.entity
    }

    pub(super) fn qualifier(&self) -> &str {
        &self.qualifier
    }

    /// Files a reason at the open level.
    pub(super) fn add(&mut self, reason: StatusReason) {
        self.scopes.add(reason);
    }

    /// Files a reason at the open claim, if one is open.
    pub(super) fn doubt(&mut self, reason: StatusReason) {
        if self.scopes.level() >= Some(Level::Claim)
            && let Some(&scope) = self.claims.last().and_then(|claim| claim.scopes.last())
        {
            self.scopes.add_to(scope, reason);
        }
    }

    /// Files a reason at a claim and line of the set, or at the whole set.
    pub(super) fn add_to(
        &mut self,
        claim: Option<usize>,
        line: Option<usize>,
        reason: StatusReason,
    ) {
        let Some(claim) = claim else { return self.scopes.add_to(0, reason) };
        let Some(claim) = self.claims.get(claim) else { return };
        let line = line.and_then(|line| claim.lines.get(line)).map(|(_, scope)| *scope);
        if let Some(scope) = line.or(claim.scopes.last().copied()) {
            self.scopes.add_to(scope, reason);
        }
    }

    /// Behind the last level: what is found now concerns the whole set.
    pub(super) fn leave_levels(&mut self) {
        while self.scopes.level() > Some(Level::Set) {
            self.scopes.leave();
        }
    }

    /// Takes in the next segment of the set.
    pub(super) fn segment(&mut self, segment: &Segment<'_>) {
        self.qualifier = text(segment.component(1, 1));
        match segment.id() {
            b"BHT" => self.batch.reference = self.part(segment, 3, 30, "0"),
            b"HL" => self.hierarchy(segment),
            b"CLM" => self.claim(segment),
            b"NM1" => self.name(segment),
            b"SBR" if self.in_claim() => {
                self.other_payer = true;
                self.entity = Text::default();
            }
            b"LX" if self.in_claim() => self.line(),
            b"REF" | b"DTP" | b"SV1" | b"SV2" | b"SV3" => self.detail(segment),
            _ => {}
        }
    }

    fn in_claim(&self) -> bool {
        self.scopes.level() >= Some(Level::Claim)
    }

    fn hierarchy(&mut self, segment: &Segment<'_>) {
        self.entity = Text::default();
        self.other_payer = false;
        match segment.element(3) {
            b"20" => {
                self.scopes.enter(Level::Provider);
                let provider = nobody("85", "2", "XX");
                self.batch.providers.push(ProviderAnswer { provider, ..Default::default() });
                (self.subscriber, self.patient) = (None, None);
            }
            b"22" => {
                self.scopes.enter(Level::Subscriber);
                (self.subscriber, self.patient) = (None, None);
            }
            b"23" => {
                self.scopes.enter(Level::Patient);
                self.patient = None;
            }
            _ => {}
        }
    }

    fn name(&mut self, segment: &Segment<'_>) {
        self.entity = text(segment.element(1));
        let level = self.scopes.level();
        match (level, segment.element(1)) {
            (Some(Level::Set), b"40") => {
                let name = person(segment, "PR", &["46"]);
                let last_name = name.last_name.clone();
                let identifier = name.identifier.clone();
                self.answer.source = Name { last_name, identifier, ..nobody("PR", "2", "46") };
            }
            (Some(Level::Set), b"41") => self.batch.receiver = person(segment, "41", &["46"]),
            (Some(Level::Provider), b"85") => {
                if let Some(provider) = self.batch.providers.last_mut() {
                    provider.provider = person(segment, "85", &["XX", "FI", "SV"]);
                }
            }
            (Some(Level::Subscriber), b"IL") => {
                let name = person(segment, "QC", &["MI", "II"]);
                self.subscriber = Some(Name { entity_type: "1".into(), ..name });
            }
            (Some(Level::Patient), b"QC") => {
                let name = person(segment, "QC", &["MI", "II"]);
                let told = !segment.element(9).is_empty();
                let identifier = match &self.subscriber {
                    // A dependent has no number of its own.
                    Some(subscriber) if !told => subscriber.identifier.clone(),
                    _ => name.identifier.clone(),
                };
                self.patient = Some(Name { entity_type: "1".into(), identifier, ..name });
            }
            _ => {}
        }
    }

    fn claim(&mut self, segment: &Segment<'_>) {
        self.entity = Text::default();
        self.other_payer = false;
        if self.batch.providers.is_empty() {
            let provider = nobody("85", "2", "XX");
            self.batch.providers.push(ProviderAnswer { provider, ..Default::default() });
        }
        self.scopes.enter(Level::Claim);
        let patient = self.patient.as_ref().or(self.subscriber.as_ref()).cloned();
        let bill_type = (segment.component(5, 2) == b"A").then(|| {
            let digits = [segment.component(5, 1), segment.component(5, 3)].concat();
            clean(&digits, 50, self.separators)
        });
        self.claims.push(Sent {
            provider: self.batch.providers.len() - 1,
            answer: ClaimAnswer {
                patient: patient.unwrap_or_else(|| nobody("QC", "1", "MI")),
                patient_control_number: Phi::new(self.part(segment, 1, 50, "0")),
                bill_type: bill_type.filter(|bill_type| !bill_type.is_empty()),
                ..ClaimAnswer::default()
            },
            charge: charge(segment, 2).unwrap_or_default(),
            scopes: self.scopes.chain(),
            lines: Vec::new(),
        });
    }

    fn line(&mut self) {
        self.entity = Text::default();
        self.other_payer = false;
        let scope = self.scopes.enter(Level::Line);
        if let Some(claim) = self.claims.last_mut() {
            claim.lines.push((LineAnswer::default(), scope));
        }
    }

    fn detail(&mut self, segment: &Segment<'_>) {
        let (separators, in_line) = (self.separators, self.scopes.level() == Some(Level::Line));
        if !self.in_claim() || self.other_payer {
            return;
        }
        let Some(claim) = self.claims.last_mut() else { return };
        let line = claim.lines.last_mut().map(|(line, _)| line).filter(|_| in_line);
        match (segment.id(), segment.element(1), line) {
            (b"REF", b"D9", None) => {
                let number = clean(segment.element(2), 50, separators);
                claim.answer.clearinghouse_number = (!number.is_empty()).then(|| Phi::new(number));
            }
            (b"REF", b"6R", Some(line)) => {
                let number = clean(segment.element(2), 50, separators);
                line.line_control_number = (!number.is_empty()).then_some(number);
            }
            (b"DTP", b"472" | b"434", line) => {
                let (from, to) = period(segment);
                let widen = claim.answer.service_from.is_none();
                if let Some(line) = line {
                    (line.service_from, line.service_to) = (from.clone(), to.clone());
                }
                if widen {
                    (claim.answer.service_from, claim.answer.service_to) = (from, to);
                }
            }
            (b"SV1" | b"SV3", _, Some(line)) => {
                line.procedure = service(segment, 1);
                line.charge_amount = charge(segment, 2);
            }
            (b"SV2", _, Some(line)) => {
                line.procedure = service(segment, 2);
                line.charge_amount = charge(segment, 3);
                let revenue = clean(segment.element(1), 48, separators);
                if line.procedure.code.is_empty() {
                    line.procedure =
                        Procedure { qualifier: "NU".into(), code: revenue, ..Procedure::default() };
                } else {
                    line.revenue_code = (!revenue.is_empty()).then_some(revenue);
                }
            }
            _ => {}
        }
    }

    fn part(&self, segment: &Segment<'_>, element: usize, most: usize, none: &str) -> Text {
        let value = clean(segment.element(element), most, self.separators);
        if value.is_empty() { none.into() } else { value }
    }

    /// The answer, now that all is known.
    pub(super) fn finish(mut self) -> ClaimAcknowledgment {
        for sent in core::mem::take(&mut self.claims) {
            let (provider, charge) = (sent.provider, sent.charge);
            let answer = self.settle(sent);
            let accepted = answer.is_accepted();
            let totals = |accepted_total: &mut Option<AnswerTotal>, rejected: &mut _| {
                let total = if accepted { accepted_total } else { rejected };
                let total = total.get_or_insert_default();
                total.count += 1;
                total.amount = Some(total.amount.unwrap_or_default() + charge);
            };
            totals(&mut self.batch.accepted, &mut self.batch.rejected);
            if let Some(provider) = self.batch.providers.get_mut(provider) {
                totals(&mut provider.accepted, &mut provider.rejected);
                provider.reference = Some("0".into());
                provider.claims.push(answer);
            }
        }
        self.batch.providers.retain(|provider| !provider.claims.is_empty());
        let all = [&self.batch.accepted, &self.batch.rejected].into_iter().flatten();
        let charged: Money = all.filter_map(|total| total.amount).sum();
        let reason = match self.batch.providers.is_empty() {
            true => status_reason("A3", "21", ""),
            false => status_reason("A1", "19", "PR"),
        };
        self.batch.statuses = vec![self.status(vec![reason], Some(charged))];
        self.answer.batches = vec![self.batch];
        self.answer
    }

    /// What is said of a claim and its lines.
    fn settle(&self, sent: Sent) -> ClaimAnswer {
        let Sent { mut answer, charge, scopes, lines, .. } = sent;
        let mut reasons = self.scopes.reasons(&scopes);
        for (mut line, scope) in lines {
            let found = self.scopes.reasons(&[scope]);
            let told = !line.procedure.code.is_empty() && line.charge_amount.is_some();
            if !found.is_empty() && told {
                line.statuses =
                    found.chunks(3).map(|few| self.status(few.to_vec(), None)).collect();
                answer.lines.push(line);
            } else {
                reasons.extend(found);
            }
        }
        match (reasons.is_empty(), answer.lines.is_empty()) {
            (true, true) => reasons.push(status_reason("A2", "20", "")),
            (true, false) => reasons.push(see_lines()),
            _ => {}
        }
        answer.statuses =
            reasons.chunks(3).map(|few| self.status(few.to_vec(), Some(charge))).collect();
        answer.service_from.get_or_insert_with(|| self.day.clone());
        answer
    }

    fn status(&self, reasons: Vec<StatusReason>, charge: Option<Money>) -> StatusAnswer {
        let rejects = reasons.iter().any(StatusReason::rejects);
        StatusAnswer {
            reasons,
            date: Some(self.day.clone()),
            action: Some(if rejects { "U" } else { "WQ" }.into()),
            charge_amount: charge,
            message: None,
        }
    }
}

/// The days of a DTP, where they are days.
fn period(segment: &Segment<'_>) -> (Option<DateValue>, Option<DateValue>) {
    let days = text(segment.element(3));
    let day = |text: &str| Some(DateValue::read(text)).filter(|day| day.day().is_some());
    match days.split_once('-') {
        Some((from, to)) => (day(from), day(to).filter(|_| day(from).is_some() && from != to)),
        None => (day(&days), None),
    }
}

/// What a line is for, as far as an answer can name it; without a code where it cannot.
fn service(segment: &Segment<'_>, element: usize) -> Procedure {
    let told = procedure(segment, element).unwrap_or_default();
    let separators = segment.delimiters();
    if !QUALIFIERS.contains(&told.qualifier.as_str()) {
        return Procedure::default();
    }
    let modifiers = told.modifiers.iter().map(|it| clean(it.as_bytes(), 3, separators));
    Procedure {
        qualifier: told.qualifier,
        code: clean(told.code.as_bytes(), 48, separators),
        modifiers: modifiers.filter(|it| it.len() == 2).collect(),
        ..Procedure::default()
    }
}

/// An amount of no more digits than an answer takes.
fn charge(segment: &Segment<'_>, element: usize) -> Option<Money> {
    money(segment, element).filter(|_| segment.element(element).len() <= 18)
}

/// Kinds of procedure codes that an answer takes.
const QUALIFIERS: [&str; 7] = ["AD", "ER", "HC", "HP", "IV", "NU", "WK"];

fn text(bytes: &[u8]) -> Text {
    Text::from_utf8_lossy(bytes)
}
