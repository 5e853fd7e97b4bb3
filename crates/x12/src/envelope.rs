//! Envelope: which segments open and close interchanges, groups and sets, and do they agree?
//!
//! A state machine over segments. It never stops: what is missing is reported and taken as given, so
//! that every claim behind a broken envelope is still read.

use std::borrow::Cow;
use std::collections::BTreeSet;

use superbill_types::{Finding, Findings, Location, Rule, Span};

use crate::segment::text;
use crate::{Segment, rules, tag};

/// What a segment is to the envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// ISA.
    InterchangeHeader,
    /// TA1, directly in an interchange.
    InterchangeAcknowledgment,
    /// GS.
    GroupHeader,
    /// ST.
    SetHeader,
    /// Inside a transaction set.
    Body,
    /// SE.
    SetTrailer,
    /// GE.
    GroupTrailer,
    /// IEA.
    InterchangeTrailer,
    /// Inside an interchange, outside any transaction set, and nothing of the envelope; or a trailer
    /// whose header is missing.
    Stray,
}

/// Where in the file the envelope stands: counts from 1, 0 outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Interchanges begun in the file.
    pub interchange: u32,
    /// Functional groups begun in the file.
    pub group: u32,
    /// Transaction sets begun in the file.
    pub set: u32,
    /// Segments of the open set, ST = 1.
    pub ordinal: u32,
}

/// The open interchange, group and set.
#[derive(Clone, Debug, Default)]
pub struct Envelope {
    position: Position,
    interchange: Option<Open>,
    group: Option<Open>,
    set: Option<Open>,
    /// Interchange version such as `00501`.
    version: String,
    /// Functional id (GS01) and guide version (GS08) of the open group.
    functional_id: String,
    guide: String,
    /// Transaction set id (ST01) and guide reference (ST03) of the open set.
    set_id: String,
    set_guide: String,
    interchange_numbers: BTreeSet<u64>,
    group_numbers: BTreeSet<u64>,
    set_numbers: BTreeSet<u64>,
    /// Whether the last segment had no place: those that follow it have none for the same reason.
    strayed: bool,
}

#[derive(Clone, Debug, Default)]
struct Open {
    control_number: Vec<u8>,
    members: u32,
}

impl Envelope {
    /// Where it stands.
    #[must_use]
    #[inline]
    pub fn position(&self) -> Position {
        self.position
    }

    /// Whether a transaction set is open.
    #[must_use]
    pub fn in_set(&self) -> bool {
        self.set.is_some()
    }

    /// Whether an interchange is open.
    #[must_use]
    pub fn in_interchange(&self) -> bool {
        self.interchange.is_some()
    }

    /// Version of the interchange (ISA12), such as `00501`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Functional id of the group (GS01), such as `HP`.
    #[must_use]
    pub fn functional_id(&self) -> &str {
        &self.functional_id
    }

    /// Guide the set is written to: GS08, or ST03 where the group tells none.
    #[must_use]
    pub fn guide(&self) -> &str {
        if self.guide.is_empty() { &self.set_guide } else { &self.guide }
    }

    /// Guide the set itself names (ST03); empty where it names none.
    #[must_use]
    pub fn set_guide(&self) -> &str {
        &self.set_guide
    }

    /// Transaction set id (ST01) of the open or last set, such as `835`.
    #[must_use]
    pub fn set_id(&self) -> &str {
        &self.set_id
    }

    /// Control number of the open set (ST02).
    #[must_use]
    pub fn set_control_number(&self) -> Cow<'_, str> {
        self.set
            .as_ref()
            .map_or(Cow::Borrowed(""), |set| String::from_utf8_lossy(&set.control_number))
    }

    /// Where `segment` stands, for a finding.
    #[must_use]
    pub fn locate(&self, segment: &Segment<'_>) -> Location {
        let in_set = self.set.is_some();
        Location {
            group: if self.group.is_some() { self.position.group } else { 0 },
            set: if in_set { self.position.set } else { 0 },
            transaction_set: if in_set { self.told_set_id() } else { Cow::default() },
            control_number: self.set_control_number().into_owned().into(),
            segment: segment_id(segment).unwrap_or_default().into(),
            ordinal: if in_set { self.position.ordinal } else { 0 },
            span: segment.span(),
            ..Location::default()
        }
    }

    /// The transaction set id for a finding: three digits, or empty, since anything may stand in its place.
    pub(crate) fn told_set_id(&self) -> Cow<'static, str> {
        let id = self.set_id.as_str();
        let fits = id.len() == 3 && id.bytes().all(|byte| byte.is_ascii_digit());
        if fits { id.to_owned().into() } else { Cow::default() }
    }

    /// Takes in the next segment.
    #[inline]
    pub fn place(&mut self, segment: &Segment<'_>, findings: &mut Findings) -> Place {
        const ISA: u32 = tag(b"ISA").0;
        const IEA: u32 = tag(b"IEA").0;
        const TA1: u32 = tag(b"TA1").0;
        const GS: u32 = tag(b"GS").0;
        const GE: u32 = tag(b"GE").0;
        const ST: u32 = tag(b"ST").0;
        const SE: u32 = tag(b"SE").0;
        self.position.ordinal += 1;
        let strayed = core::mem::take(&mut self.strayed);
        match segment.tag().0 {
            ST => self.open_set(segment, findings),
            SE => self.close_set(segment, findings),
            GS => self.open_group(segment, findings),
            GE => self.close_group(segment, findings),
            ISA => self.open_interchange(segment, findings),
            IEA => self.close_interchange(segment, findings),
            TA1 if self.set.is_none() && self.group.is_none() => Place::InterchangeAcknowledgment,
            _ if self.set.is_some() => Place::Body,
            _ => {
                self.strayed = true;
                if !strayed {
                    self.report(findings, &rules::OUTSIDE_GROUP, segment, 0, |finding| {
                        finding.with("segment", known_name(segment))
                    });
                }
                Place::Stray
            }
        }
    }

    /// Reports what is still open at the end of the input.
    pub fn finish(&mut self, end: u64, findings: &mut Findings) {
        let location = Location { span: Span::new(end, end), ..Location::default() };
        self.end_open(Level::Interchange, &location, findings);
    }

    fn open_interchange(&mut self, segment: &Segment<'_>, findings: &mut Findings) -> Place {
        self.end_open(Level::Interchange, &self.locate(segment), findings);
        self.position.interchange += 1;
        let number = segment.element(13).to_vec();
        self.version = text(segment.element(12));
        self.group_numbers.clear();
        if !self.interchange_numbers.insert(short(&number)) {
            self.report(findings, &rules::CONTROL_NUMBER_REPEATED, segment, 13, |f| f);
        }
        if segment.delimiters().repetition.is_none() && self.version.as_str() >= "00402" {
            self.report(findings, &rules::REPETITION_SEPARATOR, segment, 11, |f| f);
        }
        self.interchange = Some(Open { control_number: number, members: 0 });
        Place::InterchangeHeader
    }

    fn close_interchange(&mut self, segment: &Segment<'_>, findings: &mut Findings) -> Place {
        self.end_open(Level::Group, &self.locate(segment), findings);
        let Some(open) = self.interchange.take() else { return self.stray(segment, findings) };
        self.check_count(findings, &rules::GROUP_COUNT, segment, open.members);
        if segment.element(2) != open.control_number {
            self.report(findings, &rules::INTERCHANGE_CONTROL_NUMBER, segment, 2, |f| f);
        }
        Place::InterchangeTrailer
    }

    fn open_group(&mut self, segment: &Segment<'_>, findings: &mut Findings) -> Place {
        self.end_open(Level::Group, &self.locate(segment), findings);
        self.position.group += 1;
        self.set_numbers.clear();
        if let Some(interchange) = &mut self.interchange {
            interchange.members += 1;
        }
        let number = segment.element(6).to_vec();
        (self.functional_id, self.guide) = (text(segment.element(1)), text(segment.element(8)));
        self.group = Some(Open { control_number: number.clone(), members: 0 });
        if !self.group_numbers.insert(short(&number)) {
            self.report(findings, &rules::GROUP_CONTROL_NUMBER_REPEATED, segment, 6, |f| f);
        }
        Place::GroupHeader
    }

    fn close_group(&mut self, segment: &Segment<'_>, findings: &mut Findings) -> Place {
        self.end_open(Level::Set, &self.locate(segment), findings);
        let Some(open) = self.group.take() else { return self.stray(segment, findings) };
        self.group = Some(Open::default());
        self.check_count(findings, &rules::SET_COUNT, segment, open.members);
        if segment.element(2) != open.control_number {
            self.report(findings, &rules::GROUP_CONTROL_NUMBER, segment, 2, |f| f);
        }
        self.group = None;
        Place::GroupTrailer
    }

    fn open_set(&mut self, segment: &Segment<'_>, findings: &mut Findings) -> Place {
        self.end_open(Level::Set, &self.locate(segment), findings);
        if self.group.is_none() {
            self.report(findings, &rules::OUTSIDE_GROUP, segment, 0, |f| f.with("segment", "ST"));
            (self.functional_id, self.guide) = (String::new(), String::new());
        }
        self.position.set += 1;
        self.position.ordinal = 1;
        if let Some(group) = &mut self.group {
            group.members += 1;
        }
        let number = segment.element(2).to_vec();
        (self.set_id, self.set_guide) = (text(segment.element(1)), text(segment.element(3)));
        self.set = Some(Open { control_number: number.clone(), members: 0 });
        if !self.set_numbers.insert(short(&number)) {
            self.report(findings, &rules::SET_CONTROL_NUMBER_REPEATED, segment, 2, |f| f);
        }
        Place::SetHeader
    }

    fn close_set(&mut self, segment: &Segment<'_>, findings: &mut Findings) -> Place {
        let Some(open) = &self.set else { return self.stray(segment, findings) };
        let same = segment.element(2) == open.control_number;
        self.check_count(findings, &rules::SEGMENT_COUNT, segment, self.position.ordinal);
        if !same {
            self.report(findings, &rules::SET_CONTROL_NUMBER, segment, 2, |f| f);
        }
        self.set = None;
        Place::SetTrailer
    }

    /// A count in element 1 that is a number but the wrong one. What is no number, the guide's table
    /// reports.
    fn check_count(
        &self,
        findings: &mut Findings,
        rule: &'static Rule,
        segment: &Segment<'_>,
        counted: u32,
    ) {
        let told = segment.element(1);
        if told.is_empty() || !told.iter().all(u8::is_ascii_digit) {
            return;
        }
        let told = told
            .iter()
            .fold(0_u64, |n, &digit| n.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
        if told != u64::from(counted) {
            self.report(findings, rule, segment, 1, |f| f.with("counted", counted.to_string()));
        }
    }

    /// Ends what is still open, from the set out to `level`, with a finding for each.
    fn end_open(&mut self, level: Level, at: &Location, findings: &mut Findings) {
        let mut missing = |rule, from: Location| {
            findings.push(Finding::new(rule, Location { loop_id: Cow::default(), ..from }));
        };
        if self.set.is_some() {
            let set = Location {
                set: self.position.set,
                group: self.position.group,
                transaction_set: self.told_set_id(),
                control_number: self.set_control_number().into_owned().into(),
                ..at.clone()
            };
            missing(&rules::SET_NOT_CLOSED, set);
            self.set = None;
        }
        if level >= Level::Group && self.group.take().is_some() {
            missing(
                &rules::GROUP_NOT_CLOSED,
                Location { group: self.position.group, ..at.clone() },
            );
        }
        if level >= Level::Interchange && self.interchange.take().is_some() {
            missing(&rules::INTERCHANGE_NOT_CLOSED, at.clone());
        }
    }

    fn stray(&self, segment: &Segment<'_>, findings: &mut Findings) -> Place {
        self.report(findings, &rules::STRAY_TRAILER, segment, 0, |finding| {
            finding.with("segment", known_name(segment))
        });
        Place::Stray
    }

    fn report(
        &self,
        findings: &mut Findings,
        rule: &'static Rule,
        segment: &Segment<'_>,
        element: u16,
        facts: impl FnOnce(Finding) -> Finding,
    ) {
        let mut location = self.locate(segment);
        if element > 0 {
            location.element = element;
            location.span = segment.element_span(usize::from(element));
        }
        findings.push(facts(Finding::new(rule, location)));
    }
}

/// A control number in eight bytes (FNV-1a), so that those of a file of any length are remembered in
/// little.
fn short(number: &[u8]) -> u64 {
    number.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// How far out an open envelope is ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Set,
    Group,
    Interchange,
}

/// A segment id fit for a message, or a placeholder.
fn known_name(segment: &Segment<'_>) -> String {
    segment_id(segment).unwrap_or_else(|| "(no segment id)".into())
}

/// The id where it has the form of one: two or three capital letters or digits.
fn segment_id(segment: &Segment<'_>) -> Option<String> {
    let id = segment.id();
    let fits = (2..=3).contains(&id.len())
        && id.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    fits.then(|| text(id))
}
