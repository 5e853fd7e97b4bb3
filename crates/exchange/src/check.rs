//! Check: what is wrong with a file, in syntax, against its guides, and in the money of its remittances?
//!
//! [`check`] takes a file in one piece, [`CheckReader`] one of any size in chunks. The loops over segments
//! stand here, and not where they are called, to be compiled for speed.

use superbill_types::{Date, Finding, Findings, sort_by_number};
use superbill_x12::{
    Framer, GroupAcknowledger, InterchangeAcknowledger, Library, Stamp, Step, Unreadable,
    UnreadableReason, Validator,
};

use crate::remittance::Scanner;

/// Checks a whole file against the guides of `library`. Findings are in file order.
///
/// # Errors
/// [`Unreadable`] where the bytes cannot be framed.
pub fn check(bytes: &[u8], library: &Library) -> Result<Findings, Unreadable> {
    check_on(bytes, library, None)
}

/// The same on a day: headers of days that have not come yet are then told.
///
/// # Errors
/// As [`check`].
#[inline(never)]
pub fn check_on(
    bytes: &[u8],
    library: &Library,
    today: Option<Date>,
) -> Result<Findings, Unreadable> {
    let mut findings = Findings::default();
    let mut framer = Framer::new();
    let mut validator = Validator::new(library).on(today);
    let mut scanner = Scanner::default();
    while let Step::Segment(place) = framer.step(bytes, true, &mut findings)? {
        let segment = framer.segment(bytes);
        validator.segment(place, &segment, framer.envelope(), &mut findings);
        scanner.segment(place, &segment, framer.envelope(), &mut findings);
        scanner.forget();
    }
    scanner.finish(bytes.len() as u64, &mut findings);
    findings.sort();
    Ok(findings)
}

/// Which answer is made of a file that is checked in chunks.
#[derive(Clone, Debug, Default)]
// Closed: these are the answers to envelopes; one to claims is made of a whole file.
pub enum Answering<'l> {
    /// None.
    #[default]
    Nothing,
    /// One to each functional group (999).
    Groups(Box<GroupAcknowledger<'l>>),
    /// One to each interchange (TA1).
    Interchanges(Box<InterchangeAcknowledger>),
}

impl<'l> Answering<'l> {
    /// A 999 for each functional group.
    #[must_use]
    pub fn groups(library: &'l Library, stamp: Stamp) -> Self {
        Self::Groups(Box::new(GroupAcknowledger::new(library, stamp)))
    }

    /// A TA1 for each interchange.
    #[must_use]
    pub fn interchanges(stamp: Stamp) -> Self {
        Self::Interchanges(Box::new(InterchangeAcknowledger::new(stamp)))
    }

    fn finish(&mut self, findings: &Findings) {
        match self {
            Self::Nothing => {}
            Self::Groups(groups) => groups.finish(findings),
            Self::Interchanges(interchanges) => interchanges.finish(findings),
        }
    }

    /// What is ready to be sent, once.
    fn take(&mut self) -> Vec<u8> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Groups(groups) => groups.take(),
            Self::Interchanges(interchanges) => interchanges.take(),
        }
    }
}

/// Checks a file in chunks, in memory that does not grow with the file: a slice of it and its longest segment,
/// [`CheckReader::MOST_FINDINGS`] findings, and of the answer about thirty bytes for each set of the open
/// interchange.
#[derive(Clone, Debug)]
pub struct CheckReader<'l> {
    buffer: Vec<u8>,
    framer: Framer,
    validator: Validator<'l>,
    scanner: Scanner,
    answering: Answering<'l>,
    /// Of envelope, syntax and guide; and of money. The answer is about the first.
    findings: Findings,
    money: Findings,
    /// How many of each were handed out.
    told: (usize, usize),
}

impl<'l> CheckReader<'l> {
    /// How many findings are handed out; the rest are counted.
    pub const MOST_FINDINGS: usize = 4_000;
    /// Most bytes of one segment.
    pub const MOST_SEGMENT_BYTES: usize = 256 << 10;

    /// At the start of a file.
    #[must_use]
    pub fn new(library: &'l Library, answering: Answering<'l>) -> Self {
        Self {
            buffer: Vec::new(),
            framer: Framer::new(),
            validator: Validator::new(library),
            scanner: Scanner::default(),
            answering,
            findings: Findings::with_limit(Self::MOST_FINDINGS / 2),
            money: Findings::with_limit(Self::MOST_FINDINGS / 2),
            told: (0, 0),
        }
    }

    /// The same, on a day the host tells: headers of days that have not come yet are then told.
    #[must_use]
    pub fn on(mut self, today: Date) -> Self {
        self.validator = self.validator.on(Some(today));
        self
    }

    /// Takes in the next bytes, cut anywhere.
    ///
    /// # Errors
    /// [`Unreadable`] where the bytes cannot be framed, or a segment passes the limit.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), Unreadable> {
        for slice in chunk.chunks(SLICE) {
            self.buffer.extend_from_slice(slice);
            self.read(false)?;
            let consumed = self.framer.consumed().min(self.buffer.len());
            self.buffer.drain(..consumed);
            self.framer.shift(consumed);
            if self.buffer.len() > Self::MOST_SEGMENT_BYTES {
                let offset = self.framer.base();
                return Err(Unreadable { reason: UnreadableReason::SegmentTooLong, offset });
            }
        }
        Ok(())
    }

    /// Tells that no more bytes will come.
    ///
    /// # Errors
    /// As [`CheckReader::push`].
    pub fn finish(&mut self) -> Result<(), Unreadable> {
        self.read(true)?;
        let end = self.framer.base() + self.buffer.len() as u64;
        self.scanner.finish(end, &mut self.money);
        self.answering.finish(&self.findings);
        Ok(())
    }

    /// The findings made since the last call, in file order. A check that looks back, as that of a
    /// level's child flag, may point before findings handed out earlier.
    pub fn take_findings(&mut self) -> Vec<Finding> {
        let (envelope, money) = (self.findings.kept(), self.money.kept());
        let news = [envelope.get(self.told.0..), money.get(self.told.1..)];
        let mut news: Vec<Finding> = news.into_iter().flatten().flatten().cloned().collect();
        sort_by_number(&mut news, |finding| finding.location.span.start.cast_signed());
        self.told = (envelope.len(), money.len());
        news
    }

    /// How many findings there are so far, handed out or not, and how many of them are errors.
    #[must_use]
    pub fn counts(&self) -> (u64, u64) {
        (self.findings.total() + self.money.total(), self.findings.errors() + self.money.errors())
    }

    /// The answers to what has ended, once.
    pub fn take_answer(&mut self) -> Vec<u8> {
        self.answering.take()
    }

    /// Bytes of the file that are held.
    #[must_use]
    pub fn held(&self) -> usize {
        self.buffer.capacity()
    }

    #[inline(never)]
    fn read(&mut self, end: bool) -> Result<(), Unreadable> {
        let Self { buffer, framer, validator, scanner, answering, findings, money, .. } = self;
        while let Step::Segment(place) = framer.step(buffer, end, findings)? {
            let (segment, envelope) = (framer.segment(buffer), framer.envelope());
            validator.segment(place, &segment, envelope, findings);
            scanner.segment(place, &segment, envelope, money);
            scanner.forget();
            match answering {
                Answering::Groups(groups) => groups.segment(place, &segment, envelope, findings),
                Answering::Interchanges(them) => {
                    them.segment(place, &segment, envelope, findings);
                }
                Answering::Nothing => {}
            }
        }
        Ok(())
    }
}

/// Bytes taken in at once.
const SLICE: usize = 64 << 10;
