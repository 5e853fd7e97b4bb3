//! Reader: which segment comes next, over several interchanges, in one piece or in chunks?
//!
//! [`Framer`] finds interchange headers, takes their separators and steps through segments of a buffer
//! the caller holds. [`Reader`] is a framer with a buffer of its own for chunks.

use memchr::memmem;
use superbill_types::{Finding, Findings, Location, Rule, Span};

use crate::{Delimiters, Envelope, HEADER_LENGTH, Lexer, Place, Segment, Tag, Unreadable};
use crate::{UnreadableReason, rules, tag};

const ISA: Tag = tag(b"ISA");

/// What the next step of a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A segment: see [`Framer::segment`].
    Segment(Place),
    /// The buffer holds no further whole segment: push more.
    NeedMore,
    /// Everything was read.
    End,
}

/// Steps through the segments of a buffer.
#[derive(Clone, Debug)]
pub struct Framer {
    lexer: Lexer,
    envelope: Envelope,
    /// Whether the next segment is looked for; otherwise the next interchange header.
    inside: bool,
    ended: bool,
    /// What was passed over since the last interchange.
    gap: Option<Gap>,
}

impl Default for Framer {
    fn default() -> Self {
        Self::new()
    }
}

impl Framer {
    /// At the start of a file.
    #[must_use]
    pub fn new() -> Self {
        Self {
            lexer: Lexer::new(Delimiters::default(), 0),
            envelope: Envelope::default(),
            inside: false,
            ended: false,
            gap: None,
        }
    }

    /// Goes to the next segment of `buffer`. `end` tells that no more bytes will come.
    ///
    /// # Errors
    /// [`Unreadable`] where the file cannot be framed at all. Trouble in a later interchange is a finding,
    /// so that what came before it stays.
    #[inline]
    pub fn step(
        &mut self,
        buffer: &[u8],
        end: bool,
        findings: &mut Findings,
    ) -> Result<Step, Unreadable> {
        loop {
            if !self.inside {
                match self.find_interchange(buffer, end, findings)? {
                    Step::Segment(_) => self.inside = true,
                    other => return Ok(other),
                }
            }
            if !self.lexer.advance(buffer)? {
                if !end {
                    return Ok(Step::NeedMore);
                }
                if !self.lexer.advance_last(buffer) {
                    return Ok(self.finish(buffer, findings));
                }
                let segment = self.lexer.current(buffer);
                if self.envelope.in_interchange() {
                    self.report(findings, &rules::TERMINATOR_MISSING, segment.span(), 0);
                }
            }
            let segment = self.lexer.current(buffer);
            if segment.tag() == ISA && self.envelope.in_interchange() {
                // A header without the trailer before it: read its own separators.
                let start = segment.start();
                self.lexer.restart(segment.delimiters(), start);
                self.envelope.finish(self.lexer.base() + start as u64, findings);
                self.inside = false;
                continue;
            }
            let place = self.envelope.place(&segment, findings);
            self.inside = place != Place::InterchangeTrailer;
            return Ok(Step::Segment(place));
        }
    }

    /// The segment of the last step. `buffer` must be the one of that step.
    #[must_use]
    #[inline]
    pub fn segment<'a>(&'a self, buffer: &'a [u8]) -> Segment<'a> {
        self.lexer.current(buffer)
    }

    /// What is open around the segment of the last step.
    #[must_use]
    #[inline]
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// How many bytes at the front of the buffer were handed out and may be dropped.
    #[must_use]
    pub fn consumed(&self) -> usize {
        self.lexer.position()
    }

    /// Where the buffer begins in the file.
    #[must_use]
    pub fn base(&self) -> u64 {
        self.lexer.base()
    }

    /// Tells that `count` bytes were dropped from the front of the buffer.
    pub fn shift(&mut self, count: usize) {
        self.lexer.shift(count);
    }

    /// Looks for the next header from the current position on; a `Step::Segment` means it is there. What
    /// stands before it is passed over, and told of once it has ended.
    fn find_interchange(
        &mut self,
        buffer: &[u8],
        end: bool,
        findings: &mut Findings,
    ) -> Result<Step, Unreadable> {
        loop {
            let first = self.envelope.position().interchange == 0;
            let at = self.pass_blanks(buffer, first);
            let rest = buffer.get(at..).unwrap_or(&[]);
            let offset = self.lexer.base() + at as u64;
            if rest.len() < HEADER_LENGTH && !end {
                return Ok(Step::NeedMore);
            }
            if rest.is_empty() && !first {
                self.end_gap(offset, first, findings);
                return Ok(self.finish(buffer, findings));
            }
            if !rest.starts_with(b"ISA") {
                if first {
                    return Err(no_header(rest, offset));
                }
                self.gap = self.gap.filter(|gap| gap.what == Between::Data);
                self.gap.get_or_insert(Gap { start: offset, what: Between::Data });
                // The last two bytes may begin a header.
                let kept = if end { 0 } else { 2 };
                let skipped = memmem::find(rest, b"ISA").unwrap_or(rest.len() - kept);
                self.lexer.restart(Delimiters::default(), at + skipped);
                continue;
            }
            self.end_gap(offset, first, findings);
            match Delimiters::read(rest, offset) {
                Ok(delimiters) => {
                    self.lexer.restart(delimiters, at);
                    return Ok(Step::Segment(Place::InterchangeHeader));
                }
                Err(unreadable) if first => return Err(unreadable),
                Err(unreadable) => {
                    let span = Span::new(unreadable.offset, unreadable.offset);
                    let location = Location { span, ..Location::default() };
                    let finding = Finding::new(&rules::INTERCHANGE_UNREADABLE, location);
                    findings.push(finding.with("reason", unreadable.reason.name()));
                    self.lexer.restart(Delimiters::default(), at + 3);
                }
            }
        }
    }

    /// Passes over blank bytes and, at the start of a file, byte order marks. The position behind them.
    fn pass_blanks(&mut self, buffer: &[u8], first: bool) -> usize {
        const MARK: &[u8] = b"\xEF\xBB\xBF";
        let from = self.lexer.position();
        let rest = buffer.get(from..).unwrap_or(&[]);
        let blanks = |rest: &[u8]| rest.iter().take_while(|&&byte| is_padding(byte, first)).count();
        let mut count = blanks(rest);
        while first && rest[count..].starts_with(MARK) {
            count += MARK.len();
            count += blanks(&rest[count..]);
        }
        if count > 0 {
            let breaks = rest[..count].iter().all(|byte| matches!(byte, b'\r' | b'\n'));
            let what = if breaks { Between::LineBreaks } else { Between::Blanks };
            let start = self.lexer.base() + from as u64;
            let gap = self.gap.get_or_insert(Gap { start, what });
            gap.what = gap.what.max(what);
            self.lexer.restart(Delimiters::default(), from + count);
        }
        from + count
    }

    /// Tells of what stood between interchanges, now that it has ended at `end`.
    fn end_gap(&mut self, end: u64, first: bool, findings: &mut Findings) {
        let Some(gap) = self.gap.take() else { return };
        let rule = match gap.what {
            _ if first => &rules::LEADING_BYTES,
            Between::LineBreaks => return,
            Between::Blanks => &rules::TRAILING_BYTES,
            Between::Data => &rules::TRAILING_DATA,
        };
        self.report(findings, rule, Span::new(gap.start, end), (end - gap.start) as usize);
    }

    fn report(&self, findings: &mut Findings, rule: &'static Rule, span: Span, count: usize) {
        let location = Location { span, ..Location::default() };
        findings.push(Finding::new(rule, location).with("count", count.to_string()));
    }

    fn finish(&mut self, buffer: &[u8], findings: &mut Findings) -> Step {
        if !self.ended {
            self.ended = true;
            if let Some(at) = self.lexer.indent() {
                let location = Location { span: Span::new(at, at), ..Location::default() };
                findings.push(Finding::new(&rules::INDENTED, location));
            }
            self.envelope.finish(self.lexer.base() + buffer.len() as u64, findings);
        }
        Step::End
    }
}

/// Bytes seen between interchanges that belong to none.
#[derive(Clone, Copy, Debug)]
struct Gap {
    start: u64,
    what: Between,
}

/// What is between interchanges, the worst of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    LineBreaks,
    Blanks,
    Data,
}

/// Why a file whose first significant bytes are `rest` is none.
fn no_header(rest: &[u8], offset: u64) -> Unreadable {
    let reason = match rest {
        [] => UnreadableReason::Empty,
        [b'I', tail @ ..] if b"SA".starts_with(tail) => UnreadableReason::HeaderTruncated,
        [b'G' | b'S', b'S' | b'T', next, ..] if !next.is_ascii_alphanumeric() => {
            UnreadableReason::HeaderMissing
        }
        _ => UnreadableReason::NotX12,
    };
    Unreadable { reason, offset }
}

/// Blank bytes around interchanges; behind one also the end-of-file marks of old systems.
fn is_padding(byte: u8, first: bool) -> bool {
    byte.is_ascii_whitespace() || (!first && matches!(byte, 0 | 0x1a))
}

/// A framer over chunks: holds what was pushed until it is handed out.
///
/// ```
/// use superbill_types::Findings;
/// use superbill_x12::{Reader, Step};
/// let mut reader = Reader::default();
/// let mut findings = Findings::default();
/// reader.push(b"ISA*00*          *00*          *ZZ*A              *ZZ*B              ");
/// assert_eq!(reader.step(&mut findings)?, Step::NeedMore);
/// reader.push(b"*261123*1200*^*00501*000000001*0*T*:~IEA*0*000000001~");
/// reader.finish();
/// while reader.step(&mut findings)? != Step::End {}
/// assert_eq!(findings.total(), 0);
/// # Ok::<(), superbill_x12::Unreadable>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Reader {
    framer: Framer,
    buffer: Vec<u8>,
    finished: bool,
}

impl Reader {
    /// Takes in the next bytes of the file.
    pub fn push(&mut self, chunk: &[u8]) {
        self.buffer.extend_from_slice(chunk);
    }

    /// Tells that no more bytes will come.
    pub fn finish(&mut self) {
        self.finished = true;
    }

    /// Goes to the next segment.
    ///
    /// # Errors
    /// As [`Framer::step`].
    pub fn step(&mut self, findings: &mut Findings) -> Result<Step, Unreadable> {
        let step = self.framer.step(&self.buffer, self.finished, findings)?;
        if step == Step::NeedMore {
            self.drop_consumed(self.framer.consumed());
        }
        Ok(step)
    }

    /// The segment of the last step.
    #[must_use]
    pub fn segment(&self) -> Segment<'_> {
        self.framer.segment(&self.buffer)
    }

    /// What is open around it.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        self.framer.envelope()
    }

    fn drop_consumed(&mut self, count: usize) {
        self.buffer.drain(..count);
        self.framer.shift(count);
    }
}
