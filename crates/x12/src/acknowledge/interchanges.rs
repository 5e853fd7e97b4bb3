//! Interchange answers (TA1): did the envelope of a file arrive whole, and if not, what is wrong first?
//!
//! TA1 takes one code. Of several it is the one that stands first in [`ORDER`], an error before a warning,
//! so that the same file always gets the same answer. An interchange that holds only acknowledgments of
//! its kind gets none.

use superbill_types::{Finding, Findings, Severity};

use super::errors::Verdict;
use super::frame::{Frame, Parties, kept};
use super::groups::{News, is_about_end};
use super::value::digits;
use super::{Answer, Stamp};
use crate::guide::Library;
use crate::{Delimiters, Envelope, Framer, Place, Segment, Step, Unreadable, Validator};

/// Checks a whole file and answers each of its interchanges.
///
/// # Errors
/// [`Unreadable`] where the bytes cannot be framed and so little of the header is there that nobody can be
/// answered.
pub fn acknowledge_interchanges(
    bytes: &[u8],
    library: &Library,
    stamp: Stamp,
) -> Result<Answer, Unreadable> {
    let mut findings = Findings::default();
    let mut framer = Framer::new();
    let mut validator = Validator::new(library).on(Some(stamp.date));
    let mut acknowledger = InterchangeAcknowledger::new(stamp);
    loop {
        match framer.step(bytes, true, &mut findings) {
            Ok(Step::Segment(place)) => {
                let segment = framer.segment(bytes);
                validator.segment(place, &segment, framer.envelope(), &mut findings);
                acknowledger.segment(place, &segment, framer.envelope(), &findings);
            }
            Ok(_) => break,
            Err(unreadable) => {
                return acknowledge_unreadable(bytes, unreadable, stamp).ok_or(unreadable);
            }
        }
    }
    acknowledger.finish(&findings);
    Ok(Answer { x12: acknowledger.take(), accepted: acknowledger.accepted() })
}

/// Rejects a file that cannot be framed, as far as its header can be read; none where its reason has no
/// code.
#[must_use]
pub fn acknowledge_unreadable(
    bytes: &[u8],
    unreadable: Unreadable,
    stamp: Stamp,
) -> Option<Answer> {
    let note = Some(unreadable.reason.note_code()).filter(|note| !note.is_empty())?;
    let start = bytes.windows(3).position(|window| window == b"ISA")?;
    let header = bytes.get(start..)?;
    let separator = *header.get(3)?;
    // A header is short; nothing behind its last element is looked at.
    let header = header.get(..header.len().min(200))?;
    let cells: Vec<&[u8]> = header.split(|&byte| byte == separator).collect();
    let cell = |number: usize| cells.get(number).copied().unwrap_or(&[]);
    let mut frame = Frame::new(stamp);
    frame.receive(Parties::new(Delimiters::default(), |number| cell(number).to_vec()));
    let head = Head::new(cell, stamp);
    head.write(&mut frame, Verdict::Rejected, note);
    frame.close();
    Some(Answer { x12: frame.take(), accepted: false })
}

/// Answers interchanges as they are read: see [`GroupAcknowledger`](super::GroupAcknowledger).
#[derive(Clone, Debug)]
pub struct InterchangeAcknowledger {
    frame: Frame,
    news: News,
    open: Option<Open>,
    rejected: bool,
}

/// An interchange that is open.
#[derive(Clone, Debug)]
struct Open {
    head: Head,
    groups: bool,
    acknowledgments: bool,
    /// The worst so far: its rank and code.
    worst: Option<((bool, usize), &'static str)>,
}

/// What TA101 to TA103 repeat.
#[derive(Clone, Debug)]
struct Head {
    control_number: String,
    date: String,
    time: String,
}

impl InterchangeAcknowledger {
    /// At the start of a file.
    #[must_use]
    pub fn new(stamp: Stamp) -> Self {
        Self { frame: Frame::new(stamp), news: News::default(), open: None, rejected: false }
    }

    /// Takes in the next segment, with all findings so far.
    #[inline]
    pub fn segment(
        &mut self,
        place: Place,
        segment: &Segment<'_>,
        _envelope: &Envelope,
        findings: &Findings,
    ) {
        if matches!(place, Place::Body) && !self.news.any(findings) {
            return;
        }
        let (news, _) = self.news.take(findings);
        self.note(news.iter().filter(|finding| is_about_end(finding)));
        match place {
            Place::InterchangeHeader => {
                self.close();
                self.frame.receive(Parties::of(segment));
                let head = Head::new(|number| segment.element(number), self.frame.stamp());
                self.open = Some(Open { head, groups: false, acknowledgments: false, worst: None });
            }
            Place::GroupHeader => self.mark(|open| open.groups = true),
            Place::InterchangeAcknowledgment => self.mark(|open| open.acknowledgments = true),
            _ => {}
        }
        self.note(news.iter().filter(|finding| !is_about_end(finding)));
        if place == Place::InterchangeTrailer {
            self.close();
        }
    }

    /// Takes in what was found at the end of the input.
    pub fn finish(&mut self, findings: &Findings) {
        let (news, _) = self.news.take(findings);
        self.note(news.iter());
        self.close();
    }

    /// The answers that are finished; they are handed out once.
    pub fn take(&mut self) -> Vec<u8> {
        self.frame.take()
    }

    /// Whether no answer so far rejects an interchange.
    #[must_use]
    pub fn accepted(&self) -> bool {
        !self.rejected
    }

    fn mark(&mut self, mark: impl FnOnce(&mut Open)) {
        if let Some(open) = &mut self.open {
            mark(open);
        }
    }

    fn note<'f>(&mut self, findings: impl Iterator<Item = &'f Finding>) {
        for finding in findings {
            let Some(code) = finding.rule.acknowledgment.strip_prefix("TA1:") else { continue };
            let Some(open) = &mut self.open else {
                // An interchange that could not be read at all: nobody to answer, but not accepted.
                self.rejected |= finding.severity == Severity::Error;
                continue;
            };
            let order = ORDER.iter().position(|known| *known == code).unwrap_or(ORDER.len());
            let rank = (finding.severity != Severity::Error, order);
            if open.worst.is_none_or(|(worst, _)| rank < worst) {
                open.worst = Some((rank, code));
            }
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        if open.acknowledgments && !open.groups {
            return;
        }
        let (verdict, code) = match open.worst {
            None => (Verdict::Accepted, "000"),
            Some(((true, _), code)) => (Verdict::AcceptedWithErrors, code),
            Some(((false, _), code)) => (Verdict::Rejected, code),
        };
        self.rejected |= verdict == Verdict::Rejected;
        open.head.write(&mut self.frame, verdict, code);
        self.frame.close();
    }
}

impl Head {
    /// From ISA13, ISA09 and ISA10; what is no number there is zeros, the day and time of the answer.
    fn new<'b>(element: impl Fn(usize) -> &'b [u8], stamp: Stamp) -> Self {
        let number = digits(element(13), 9).unwrap_or("0");
        let text = |number, length| {
            digits(element(number), length).filter(|text| text.len() == length).map(str::to_owned)
        };
        let today = || stamp.date.ccyymmdd().get(2..).unwrap_or("").to_owned();
        Self {
            control_number: format!("{number:0>9}"),
            date: text(9, 6).unwrap_or_else(today),
            time: text(10, 4).unwrap_or_else(|| stamp.time()),
        }
    }

    fn write(&self, frame: &mut Frame, verdict: Verdict, code: &str) {
        let writer = frame.open();
        writer.segment("TA1").element(&self.control_number).element(&self.date);
        kept(writer.element(&self.time).element(verdict.code()).element(code).end());
    }
}

/// Note codes (TA105) from the first to be told to the last: what keeps the header from being read, who
/// and when it says, its number, whether its end is there, what lies between, what the trailer counts.
const ORDER: [&str; 25] = [
    "022", "026", "004", "027", "016", "017", "005", "006", "007", "008", "010", "011", "012",
    "013", "014", "015", "018", "019", "020", "025", "023", "024", "001", "021", "028",
];
