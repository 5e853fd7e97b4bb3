//! Reading: which claims does an 837 hold?
//!
//! A state machine over segments: the level tells whose segment it is, the party whose name came last takes
//! what stands behind a name. Order within a level does not matter. A segment that has no field, or whose
//! field is filled, is kept where it stood.

mod claim;
mod coverage;
mod line;
mod party;

use superbill_model::{
    Claim, ClaimBatch, ClaimKind, ClaimParty, ClaimProviders, Coverage, NamedParty, OtherCoverage,
    Patient, ServiceLine,
};
use superbill_types::{DateValue, Findings, Phi, Text};
use superbill_x12::{Envelope, Framer, Place, Segment, Step, Unreadable};

use super::element::{Element, other_segment};
use super::kind;
use super::layout::SBR;
use super::roles::{Role, role};

/// The claims of a file, and what is wrong with its envelopes. Files of other transactions have none.
///
/// # Errors
/// [`Unreadable`] where the bytes cannot be framed.
pub fn read(bytes: &[u8]) -> Result<(Vec<ClaimBatch>, Findings), Unreadable> {
    let mut findings = Findings::default();
    let mut framer = Framer::new();
    let mut reader = ClaimReader::default();
    while let Step::Segment(place) = framer.step(bytes, true, &mut findings)? {
        reader.segment(place, &framer.segment(bytes), framer.envelope());
    }
    Ok((reader.finish(), findings))
}

/// Collects the claims of every 837, segment by segment.
#[derive(Clone, Debug, Default)]
pub struct ClaimReader {
    batches: Vec<ClaimBatch>,
    /// What the next claim has from the levels above it.
    draft: Claim,
    level: Level,
    target: Target,
    /// Whether the last name has no field, so that what stands behind it is kept too.
    kept: bool,
    reading: bool,
    /// CAS segments seen at the open level.
    adjustment_segments: u32,
    /// Whether the last claim took coverage and patient out of the draft.
    taken: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Level {
    #[default]
    Header,
    Billing,
    Subscriber,
    Patient,
    Claim,
    Coverage,
    Line,
}

/// Whose name came last at the level.
#[derive(Clone, Copy, Default)]
enum Target {
    #[default]
    None,
    Submitter,
    Receiver,
    Billing,
    PayTo,
    Plan,
    Subscriber,
    Payer,
    Patient,
    Provider(&'static Role),
    /// The last of the parties without a field of their own.
    Other,
    Drug,
    Adjudication,
    Form,
}

impl core::fmt::Debug for Target {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Target")
    }
}

impl ClaimReader {
    /// Takes in the next segment, as placed by `envelope`.
    pub fn segment(&mut self, place: Place, segment: &Segment<'_>, envelope: &Envelope) {
        match place {
            Place::SetHeader => {
                self.reading = envelope.set_id() == "837";
                if self.reading {
                    self.begin(envelope);
                }
            }
            Place::Body if self.reading => self.body(segment),
            _ => {}
        }
    }

    /// The claims, in the order sent.
    #[must_use]
    pub fn finish(self) -> Vec<ClaimBatch> {
        self.batches
    }

    fn begin(&mut self, envelope: &Envelope) {
        let told = match envelope.set_guide() {
            "" => envelope.guide(),
            named => named,
        };
        let kind = kind::of_guide(told);
        self.draft = Claim { kind: kind.unwrap_or_default(), ..Claim::default() };
        self.taken = false;
        self.enter(Level::Header);
        let usual = kind.is_some_and(|kind| kind::guide(kind) == told);
        self.batches.push(ClaimBatch {
            control_number: Text::from(&*envelope.set_control_number()),
            guide: (!usual && !told.is_empty()).then(|| Text::from(told)),
            ..ClaimBatch::default()
        });
    }

    fn enter(&mut self, level: Level) {
        (self.level, self.target, self.kept) = (level, Target::None, false);
        self.adjustment_segments = 0;
    }

    fn body(&mut self, segment: &Segment<'_>) {
        match segment.id() {
            b"HL" => return self.hierarchy(segment),
            b"CLM" => return self.open_claim(segment),
            b"SBR" if matches!(self.level, Level::Claim | Level::Coverage) => {
                return self.open_coverage(segment);
            }
            b"LX" if matches!(self.level, Level::Claim | Level::Coverage | Level::Line) => {
                return self.open_line();
            }
            // A line whose number is missing.
            b"SV1" | b"SV2" | b"SV3" if matches!(self.level, Level::Claim | Level::Coverage) => {
                self.open_line();
            }
            b"NM1" => return self.name(segment),
            _ => {}
        }
        let known = match self.level {
            Level::Header => self.header(segment),
            Level::Billing | Level::Subscriber | Level::Patient => self.person(segment),
            Level::Claim => self.claim_segment(segment),
            Level::Coverage => self.coverage_segment(segment),
            Level::Line => self.line_segment(segment),
        };
        if !known && !self.behind_name(segment) {
            self.keep(segment);
        }
    }

    fn open_line(&mut self) {
        self.enter(Level::Line);
        if let Some(claim) = self.claim() {
            claim.lines.push(ServiceLine::default());
        }
    }

    /// Gives the draft back what the last claim took: most subscribers have one claim, so that a copy for
    /// each would be made in vain.
    fn restore(&mut self) {
        if core::mem::take(&mut self.taken)
            && let Some(last) = self.batches.last().and_then(|batch| batch.claims.last())
        {
            self.draft.coverage = last.coverage.clone();
            self.draft.patient = last.patient.clone();
        }
    }

    fn hierarchy(&mut self, segment: &Segment<'_>) {
        match segment.element(3) {
            b"20" => {
                self.taken = false;
                self.draft = Claim { kind: self.draft.kind, ..Claim::default() };
                self.enter(Level::Billing);
            }
            b"22" => {
                self.taken = false;
                self.draft.coverage = Coverage::default();
                self.draft.patient = None;
                self.enter(Level::Subscriber);
            }
            b"23" => {
                let claimed = self.taken;
                self.restore();
                if claimed && self.draft.patient.is_none() {
                    // That subscriber and patient are one was said of the claims of the subscriber alone.
                    self.draft.coverage.relationship = None;
                }
                self.draft.patient = Some(Box::new(Patient::default()));
                self.enter(Level::Patient);
            }
            _ => self.keep(segment),
        }
    }

    /// BHT.
    fn header(&mut self, segment: &Segment<'_>) -> bool {
        let Some(batch) = self.batches.last_mut() else { return false };
        let first = batch.reference.reveal().is_empty() && batch.date.is_none();
        let plain = (1..=segment.len())
            .all(|n| Text::read(segment.element(n), segment.delimiters()).is_some());
        if segment.id() != b"BHT"
            || segment.element(1) != b"0019"
            || segment.len() > 6
            || !first
            || !plain
        {
            return false;
        }
        let other_than = |n, usual: &str| segment.text(n).filter(|text| text != usual);
        batch.purpose = other_than(2, "00");
        batch.reference = Phi::new(segment.text(3).unwrap_or_default());
        batch.date = segment.text(4).map(|day| DateValue::read(&day));
        batch.time = segment.text(5);
        batch.usage = other_than(6, "CH");
        true
    }

    /// What stands in the levels of billing provider, subscriber and patient beside names.
    fn person(&mut self, segment: &Segment<'_>) -> bool {
        let draft = &mut self.draft;
        match (segment.id(), self.level) {
            (b"PRV", Level::Billing) => party::taxonomy(&mut draft.billing_provider, segment, "BI"),
            (b"CUR", Level::Billing) if segment.element(1) == b"85" && segment.len() == 2 => {
                let first = draft.currency.is_none();
                if first {
                    draft.currency = segment.text(2);
                }
                first
            }
            (b"SBR", Level::Subscriber) if draft.coverage.sequence.is_empty() => {
                let mut rest = Vec::new();
                SBR.fill(&mut draft.coverage, segment, 1, &mut rest);
                draft.coverage.other_elements = rest;
                true
            }
            (b"PAT", Level::Subscriber) => {
                party::condition(&mut draft.coverage.subscriber.0, segment);
                true
            }
            (b"PAT", Level::Patient) => {
                let Some(patient) = &mut draft.patient else { return false };
                let first = patient.relationship.is_empty();
                if first {
                    patient.relationship = segment.text(1).unwrap_or_default();
                    party::condition(&mut patient.party, segment);
                }
                first
            }
            _ => false,
        }
    }

    /// NM1: whose name it is at this level.
    fn name(&mut self, segment: &Segment<'_>) {
        let code = segment.element(1);
        self.target = match (self.level, code) {
            (Level::Header, b"41") => Target::Submitter,
            (Level::Header, b"40") => Target::Receiver,
            (Level::Billing, b"85") => Target::Billing,
            (Level::Billing, b"87") => Target::PayTo,
            (Level::Billing, b"PE") => Target::Plan,
            (Level::Subscriber | Level::Coverage, b"IL") => Target::Subscriber,
            (Level::Subscriber | Level::Coverage, b"PR") => Target::Payer,
            (Level::Patient, b"QC") => Target::Patient,
            (Level::Claim | Level::Line, code) => {
                role(code).map_or(Target::Other, Target::Provider)
            }
            (Level::Coverage, _) => Target::Other,
            _ => Target::None,
        };
        // A second provider in one part has no field, but a name.
        if let Target::Provider(role) = self.target
            && self.providers().is_some_and(|providers| (role.of)(providers).is_some())
        {
            self.target = Target::Other;
        }
        if matches!(self.target, Target::Other) {
            let role = segment.text(1).unwrap_or_default();
            self.add_other(NamedParty { role, ..NamedParty::default() });
        }
        self.kept = match self.party() {
            Some(party) if *party == ClaimParty::default() || unnamed(party) => {
                party::name(party, segment);
                false
            }
            _ => true,
        };
        if self.kept {
            self.keep(segment);
        }
    }

    /// A segment that tells more of the last name.
    fn behind_name(&mut self, segment: &Segment<'_>) -> bool {
        let (specialty, tax) = match self.target {
            Target::Provider(role) => (role.specialty, false),
            Target::Billing | Target::Plan => ("", true),
            _ => ("", false),
        };
        let specialty = self.named_role().map_or(specialty, |role| role.specialty);
        let kept = self.kept;
        match self.party() {
            Some(party) if !kept => party::detail(party, segment, specialty, tax),
            _ => false,
        }
    }

    /// The role of the last party without a field, where providers have it.
    fn named_role(&mut self) -> Option<&'static Role> {
        if !matches!(self.target, Target::Other) || self.level == Level::Coverage {
            return None;
        }
        role(self.providers()?.others.last()?.role.as_bytes())
    }

    /// The party whose name came last, where it has a place in the model.
    fn party(&mut self) -> Option<&mut ClaimParty> {
        match (self.target, self.level) {
            (Target::Submitter, _) => self.batches.last_mut().map(|batch| &mut batch.submitter),
            (Target::Receiver, _) => self.batches.last_mut().map(|batch| &mut batch.receiver),
            (Target::Billing, _) => Some(&mut self.draft.billing_provider),
            (Target::PayTo, _) => Some(self.draft.pay_to_address.get_or_insert_default()),
            (Target::Plan, _) => Some(self.draft.pay_to_plan.get_or_insert_default()),
            (Target::Subscriber, Level::Coverage) => {
                self.coverage().map(|other| &mut other.coverage.subscriber.0)
            }
            (Target::Payer, Level::Coverage) => {
                self.coverage().map(|other| &mut other.coverage.payer)
            }
            (Target::Subscriber, _) => Some(&mut self.draft.coverage.subscriber.0),
            (Target::Payer, _) => Some(&mut self.draft.coverage.payer),
            (Target::Patient, _) => self.draft.patient.as_mut().map(|patient| &mut patient.party),
            (Target::Provider(role), _) => {
                self.providers().map(|all| &mut **(role.of_mut)(all).get_or_insert_default())
            }
            (Target::Other, Level::Coverage) => last_party(&mut self.coverage()?.providers),
            (Target::Other, _) => last_party(&mut self.providers()?.others),
            _ => None,
        }
    }

    /// The providers of the open claim or line.
    fn providers(&mut self) -> Option<&mut ClaimProviders> {
        match self.level {
            Level::Line => self.line().map(|line| &mut *line.providers),
            _ => self.claim().map(|claim| &mut *claim.providers),
        }
    }

    fn add_other(&mut self, party: NamedParty) {
        let list = match self.level {
            Level::Coverage => self.coverage().map(|other| &mut other.providers),
            _ => self.providers().map(|providers| &mut providers.others),
        };
        if let Some(list) = list {
            list.push(party);
        }
    }

    /// Keeps a segment that has no field, where it stood.
    fn keep(&mut self, segment: &Segment<'_>) {
        let kept = other_segment(segment);
        if let Some(party) = self.party() {
            return party.other_segments.push(kept);
        }
        let adjudication = matches!(self.target, Target::Adjudication);
        let list = match self.level {
            Level::Header => self.batches.last_mut().map(|batch| &mut batch.other_segments),
            Level::Billing => Some(&mut self.draft.billing_provider.other_segments),
            Level::Subscriber => Some(&mut self.draft.coverage.subscriber.0.other_segments),
            Level::Patient => {
                self.draft.patient.as_mut().map(|patient| &mut patient.party.other_segments)
            }
            Level::Claim => self.claim().map(|claim| &mut claim.other_segments),
            Level::Coverage => self.coverage().map(|other| &mut other.other_segments),
            Level::Line => self.line().map(|line| match line.adjudications.last_mut() {
                Some(last) if adjudication => &mut last.other_segments,
                _ => &mut line.other_segments,
            }),
        };
        if let Some(list) = list {
            list.push(kept);
        }
    }

    /// The open claim turns out to be of another kind than its guide tells; the guide then stays as told.
    fn of_kind(&mut self, found: ClaimKind) {
        let Some(batch) = self.batches.last_mut() else { return };
        let Some(claim) = batch.claims.last_mut().filter(|claim| claim.kind != found) else {
            return;
        };
        batch.guide.get_or_insert_with(|| kind::guide(claim.kind).into());
        if claim.facility_code.is_some() {
            let list = kind::facility_list(claim.kind);
            claim.facility_qualifier.get_or_insert_with(|| list.into());
        }
        claim.kind = found;
    }

    fn claim(&mut self) -> Option<&mut Claim> {
        self.batches.last_mut()?.claims.last_mut()
    }

    fn coverage(&mut self) -> Option<&mut OtherCoverage> {
        self.claim()?.other_coverages.last_mut()
    }

    fn line(&mut self) -> Option<&mut ServiceLine> {
        self.claim()?.lines.last_mut()
    }
}

/// Whether no name was read for the party, whatever else was.
fn unnamed(party: &ClaimParty) -> bool {
    party.name == Default::default() && party.identifier.is_none()
}

fn last_party(list: &mut [NamedParty]) -> Option<&mut ClaimParty> {
    list.last_mut().map(|named| &mut named.party)
}

/// Adds what was read; false if nothing was.
fn push<T>(list: &mut Vec<T>, item: Option<T>) -> bool {
    let any = item.is_some();
    list.extend(item);
    any
}

/// Sets what was read, where nothing was set before; false if nothing was.
fn set<T: Into<F>, F>(field: &mut Option<F>, item: Option<T>) -> bool {
    let fits = field.is_none() && item.is_some();
    if fits {
        *field = item.map(Into::into);
    }
    fits
}
