//! Group answers (999): is each transaction set of a functional group accepted, and what is wrong in it?
//!
//! One set of our own for each group received; a group of acknowledgments gets none. Errors are gathered
//! until their set ends, since a check may point back. Where the group itself is rejected, the answer
//! holds no accepted sets: both at once would contradict each other.

use superbill_types::{Finding, Findings, Location, Phi, Severity};

use super::context::Context;
use super::errors::{ElementError, MAX_CODES, SegmentError, SetAnswer, Verdict};
use super::frame::{FUNCTIONAL_ID, Frame, GUIDE, Parties, kept};
use super::value::{copied, digits, segment_id};
use super::{Answer, Stamp};
use crate::guide::{Guide, Library, element_number};
use crate::{Delimiters, Envelope, Framer, Place, Segment, Step, Unreadable, Validator, Writer};
use crate::{rules, tag};

/// Checks a whole file and answers each of its functional groups.
///
/// # Errors
/// [`Unreadable`] where the bytes cannot be framed; [`acknowledge_unreadable`](super::acknowledge_unreadable)
/// may then still answer.
pub fn acknowledge_groups(
    bytes: &[u8],
    library: &Library,
    stamp: Stamp,
) -> Result<Answer, Unreadable> {
    let mut findings = Findings::default();
    let mut framer = Framer::new();
    let mut validator = Validator::new(library);
    let mut acknowledger = GroupAcknowledger::new(library, stamp);
    while let Step::Segment(place) = framer.step(bytes, true, &mut findings)? {
        let segment = framer.segment(bytes);
        validator.segment(place, &segment, framer.envelope(), &mut findings);
        acknowledger.segment(place, &segment, framer.envelope(), &findings);
    }
    acknowledger.finish(&findings);
    Ok(Answer { x12: acknowledger.take(), accepted: acknowledger.accepted() })
}

/// Answers functional groups as they are read.
///
/// After each step, once the [`Validator`] has seen the segment, give it the same segment and the findings
/// so far, in the order they were made. What is past the limit of the findings rejects its set without
/// saying why.
#[derive(Clone, Debug)]
pub struct GroupAcknowledger<'l> {
    library: &'l Library,
    frame: Frame,
    news: News,
    context: Context,
    group: Option<Group>,
    set: Option<SetAnswer>,
    /// Guide of the last set, for the numbers of its elements.
    guide: Option<&'l Guide>,
    rejected: bool,
}

/// A functional group that is open.
#[derive(Clone, Debug)]
struct Group {
    sender: Vec<u8>,
    receiver: Vec<u8>,
    /// AK101 to AK103.
    functional_id: String,
    control_number: String,
    version: String,
    /// Whether it gets an answer.
    answered: bool,
    /// Answers to its sets, and which of them accept theirs.
    body: Writer,
    accepting: Vec<(usize, usize)>,
    /// Sets it says it has.
    said: Option<String>,
    received: u32,
    accepted: u32,
    rejected: bool,
    noted: bool,
    codes: Vec<&'static str>,
}

/// What of a list of findings was not seen yet.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct News {
    seen: usize,
    total: u64,
    errors: u64,
}

impl News {
    /// Whether there is any.
    #[inline]
    pub(super) fn any(&self, findings: &Findings) -> bool {
        findings.total() != self.total
    }

    /// The findings since the last call, and how many errors past the limit came with them.
    pub(super) fn take<'f>(&mut self, findings: &'f Findings) -> (&'f [Finding], u64) {
        let kept = findings.kept().get(self.seen..).unwrap_or(&[]);
        let told = kept.iter().filter(|finding| finding.severity == Severity::Error).count();
        let hidden = (findings.errors() - self.errors).saturating_sub(told as u64);
        (self.seen, self.total) = (findings.kept().len(), findings.total());
        self.errors = findings.errors();
        (kept, hidden)
    }
}

/// Whether a finding is about what ended before the segment it was made on.
pub(super) fn is_about_end(finding: &Finding) -> bool {
    [&rules::SET_NOT_CLOSED, &rules::GROUP_NOT_CLOSED, &rules::INTERCHANGE_NOT_CLOSED]
        .iter()
        .any(|rule| rule.id == finding.rule.id)
}

impl<'l> GroupAcknowledger<'l> {
    /// With the guides the validator has.
    #[must_use]
    pub fn new(library: &'l Library, stamp: Stamp) -> Self {
        Self {
            library,
            frame: Frame::new(stamp),
            news: News::default(),
            context: Context::default(),
            group: None,
            set: None,
            guide: None,
            rejected: false,
        }
    }

    /// Takes in the next segment, with all findings so far.
    #[inline]
    pub fn segment(
        &mut self,
        place: Place,
        segment: &Segment<'_>,
        envelope: &Envelope,
        findings: &Findings,
    ) {
        if place == Place::Body && !self.news.any(findings) {
            self.context.take_in(segment);
        } else {
            self.step(place, segment, envelope, findings);
        }
    }

    /// Takes in what was found at the end of the input.
    pub fn finish(&mut self, findings: &Findings) {
        let (news, hidden) = self.news.take(findings);
        for finding in news {
            self.note(finding, None, 0);
        }
        self.note_hidden(hidden);
        self.close_interchange();
    }

    /// The answers that are finished; they are handed out once.
    pub fn take(&mut self) -> Vec<u8> {
        self.frame.take()
    }

    /// Whether no answer so far rejects a set or a group, and no set stood outside a group.
    #[must_use]
    pub fn accepted(&self) -> bool {
        !self.rejected
    }

    fn step(
        &mut self,
        place: Place,
        segment: &Segment<'_>,
        envelope: &Envelope,
        findings: &Findings,
    ) {
        let (news, hidden) = self.news.take(findings);
        let ordinal = envelope.position().ordinal;
        // What closes something, or stands before the segment, is of what was open until now.
        let is_before = |finding: &&Finding| is_about_end(finding) || is_missing(finding);
        for finding in news.iter().filter(is_before) {
            self.note(finding, Some(segment), ordinal);
        }
        match place {
            Place::InterchangeHeader => {
                self.close_interchange();
                self.frame.receive(Parties::of(segment));
            }
            Place::GroupHeader => self.open_group(segment),
            Place::SetHeader => self.open_set(segment, envelope),
            Place::GroupTrailer => self.close_set(),
            Place::InterchangeTrailer => self.close_group(),
            Place::Body => self.context.take_in(segment),
            _ => {}
        }
        for finding in news.iter().filter(|finding| !is_before(finding)) {
            self.note(finding, Some(segment), ordinal);
        }
        self.note_hidden(hidden);
        match place {
            Place::SetTrailer => self.close_set(),
            Place::GroupTrailer => {
                if let Some(group) = &mut self.group {
                    group.said = digits(segment.element(1), 6).map(str::to_owned);
                }
                self.close_group();
            }
            Place::InterchangeTrailer => self.close_interchange(),
            _ => {}
        }
    }

    /// Files a finding under the set or the group that is open.
    fn note(&mut self, finding: &Finding, segment: Option<&Segment<'_>>, ordinal: u32) {
        let Some((family, code)) = finding.rule.acknowledgment.split_once(':') else { return };
        match (family, &mut self.set, &mut self.group) {
            ("AK9", _, Some(group)) => group.add_code(code, finding.severity),
            ("IK5", Some(set), _) => set.add_code(code, finding.severity),
            ("IK3" | "IK4", Some(_), _) => {
                let error = self.error(finding, family, code, segment, ordinal);
                if let Some(set) = &mut self.set {
                    set.add(error, finding);
                }
            }
            _ => {}
        }
    }

    /// Errors that are counted but not told: of the open set, else of the group.
    fn note_hidden(&mut self, hidden: u64) {
        if hidden == 0 {
            return;
        }
        match (&mut self.set, &mut self.group) {
            (Some(set), _) => set.add_code("5", Severity::Error),
            (None, Some(group)) => group.rejected = true,
            (None, None) => {}
        }
    }

    #[cold]
    fn error(
        &self,
        finding: &Finding,
        family: &str,
        code: &'static str,
        segment: Option<&Segment<'_>>,
        ordinal: u32,
    ) -> SegmentError {
        let at = &finding.location;
        let answer = self.frame.delimiters();
        let here = segment.filter(|segment| {
            let own = segment.span();
            own.start <= at.span.start && at.span.end <= own.end && !is_missing(finding)
        });
        let ordinal = if at.ordinal > 0 { at.ordinal } else { ordinal };
        let id = match here {
            Some(segment) => segment_id(segment.id()),
            None => segment_id(at.segment.as_bytes()),
        };
        let element = (family == "IK4" && at.element > 0).then(|| ElementError {
            at: (at.element, at.component, at.repetition),
            number: self.element_number(&id, at),
            code,
            copy: here.and_then(|segment| copy(segment, at, answer)).unwrap_or_default(),
        });
        SegmentError {
            ordinal,
            segment: id,
            loop_id: at.loop_id.chars().take(6).collect(),
            code: if family == "IK4" { "8" } else { code },
            unit: (here.is_some() || is_missing(finding))
                .then(|| self.context.unit(answer))
                .flatten(),
            element,
        }
    }

    /// The data element number of a place in a segment; empty where none is defined there.
    fn element_number(&self, segment: &str, at: &Location) -> String {
        let guide = self.guide.or_else(|| self.library.envelope());
        let library = self.library;
        let find = || {
            let row = library.spec(guide?.definition(tag(segment.as_bytes()))?.spec)?;
            let member = |row, number: u16| {
                let index = usize::from(number).checked_sub(1)?;
                library.members(row).get(index)
            };
            let element = member(row, at.element)?;
            match at.component {
                0 => Some(element),
                component => member(library.composite(element.parts)?, component),
            }
        };
        find().map(|element| element_number(element.number)).unwrap_or_default()
    }

    fn open_group(&mut self, segment: &Segment<'_>) {
        self.close_group();
        let answer = self.frame.delimiters();
        let text = |number: usize, min, max, otherwise: &str| {
            copied(segment.element(number), min, max, answer).unwrap_or(otherwise).to_owned()
        };
        self.group = Some(Group {
            sender: segment.element(2).to_vec(),
            receiver: segment.element(3).to_vec(),
            functional_id: text(1, 2, 2, "ZZ"),
            control_number: digits(segment.element(6), 9).unwrap_or("0").to_owned(),
            version: text(8, 1, 12, "005010"),
            answered: segment.element(1) != FUNCTIONAL_ID.as_bytes(),
            body: Writer::new(answer),
            accepting: Vec::new(),
            said: None,
            received: 0,
            accepted: 0,
            rejected: false,
            noted: false,
            codes: Vec::new(),
        });
    }

    fn open_set(&mut self, segment: &Segment<'_>, envelope: &Envelope) {
        self.close_set();
        self.context.clear();
        let answer = self.frame.delimiters();
        // A set outside a group cannot be answered, and is not accepted either.
        self.rejected |= self.group.is_none();
        let text = |number: usize, min, max| {
            copied(segment.element(number), min, max, answer).unwrap_or("").to_owned()
        };
        let id = text(1, 3, 3);
        self.guide = self.library.of_set(envelope);
        let id = if id.is_empty() { "000".into() } else { id };
        let number = format!("{:0>4}", text(2, 1, 9));
        self.set = self.group.is_some().then(|| SetAnswer::new(id, number, text(3, 1, 35)));
    }

    fn close_set(&mut self) {
        let (Some(mut set), Some(group)) = (self.set.take(), &mut self.group) else { return };
        group.received += 1;
        if !group.answered {
            return;
        }
        let start = group.body.bytes().len();
        set.write(&mut group.body);
        match set.verdict() {
            Verdict::Accepted => {}
            Verdict::AcceptedWithErrors => group.noted = true,
            _ => return,
        }
        group.accepted += 1;
        group.accepting.push((start, group.body.bytes().len()));
    }

    fn close_group(&mut self) {
        self.close_set();
        let Some(group) = self.group.take().filter(|group| group.answered) else { return };
        let verdict = group.verdict();
        self.rejected |= matches!(verdict, Verdict::Rejected | Verdict::PartlyRejected);
        let terminator = self.frame.delimiters().segment;
        let (writer, number) = self.frame.open_group(&group.sender, &group.receiver);
        let before = writer.segments();
        kept(writer.segment("ST").element(SET_ID).element(SET_NUMBER).element(GUIDE).end());
        writer.segment("AK1").element(&group.functional_id).element(&group.control_number);
        kept(writer.element(&group.version).end());
        for segments in group.told() {
            let segments = segments.strip_suffix(&[terminator]).unwrap_or(segments);
            for segment in segments.split(|&byte| byte == terminator) {
                writer.raw(segment);
            }
        }
        group.write_end(verdict, writer);
        let count = writer.segments() - before + 1;
        kept(writer.segment("SE").element(&count.to_string()).element(SET_NUMBER).end());
        kept(writer.segment("GE").element("1").element(&number.to_string()).end());
    }

    fn close_interchange(&mut self) {
        self.close_group();
        self.frame.close();
    }
}

impl Group {
    fn add_code(&mut self, code: &'static str, severity: Severity) {
        match severity {
            Severity::Error => self.rejected = true,
            _ => self.noted = true,
        }
        if !self.codes.contains(&code) && self.codes.len() < MAX_CODES {
            self.codes.push(code);
        }
    }

    fn verdict(&self) -> Verdict {
        let none = self.received > 0 && self.accepted == 0;
        match (self.rejected || none, self.accepted < self.received) {
            (true, _) => Verdict::Rejected,
            (false, true) => Verdict::PartlyRejected,
            (false, false) if self.noted => Verdict::AcceptedWithErrors,
            (false, false) => Verdict::Accepted,
        }
    }

    /// The answers to its sets that belong into the answer, as runs of segments.
    fn told(&self) -> Vec<&[u8]> {
        let body = self.body.bytes();
        let mut runs = Vec::new();
        let mut from = 0;
        let left_out: &[_] = if self.rejected { &self.accepting } else { &[] };
        for &(start, end) in left_out.iter().chain([&(body.len(), body.len())]) {
            runs.extend(body.get(from..start).filter(|run| !run.is_empty()));
            from = end;
        }
        runs
    }

    /// Writes AK9.
    fn write_end(&self, verdict: Verdict, writer: &mut Writer) {
        let count = |count: u32| count.min(999_999).to_string();
        let accepted = if self.rejected { 0 } else { self.accepted };
        let received = count(self.received);
        writer.segment("AK9").element(verdict.code());
        writer.element(self.said.as_deref().unwrap_or(&received)).element(&received);
        writer.element(&count(accepted));
        for code in &self.codes {
            writer.element(code);
        }
        kept(writer.end());
    }
}

/// Whether a finding is about something that should stand before the segment it was made on.
fn is_missing(finding: &Finding) -> bool {
    matches!(finding.rule.acknowledgment, "IK3:3" | "IK3:I7")
}

/// What stands at a place of a segment, as an answer can repeat it.
fn copy(segment: &Segment<'_>, at: &Location, answer: Delimiters) -> Option<Phi<String>> {
    let separators = segment.delimiters();
    let element = usize::from(at.element);
    let mut value = segment.element(element);
    if at.repetition > 0 {
        value = segment.repetitions(element).nth(usize::from(at.repetition) - 1)?;
    }
    if at.component > 0 {
        let mut components = value.split(|&byte| byte == separators.component);
        value = components.nth(usize::from(at.component) - 1)?;
    }
    copied(value, 1, MAX_COPY, answer).map(|value| value.to_owned().into())
}

/// Transaction set id of an implementation acknowledgment, and the number of the only one in a group.
const SET_ID: &str = "999";
const SET_NUMBER: &str = "0001";

/// Characters that IK404 takes.
const MAX_COPY: usize = 99;
