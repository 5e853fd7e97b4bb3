//! Location: from which segment and element of a file was a field of the model read?
//!
//! Reading notes nothing, so that it costs nothing. Instead, the claim in question is written again, where each
//! segment knows the field it comes from, and its segments are found among those of the file: the same
//! bytes in the same part of the claim; else the same but for spelling; else the same id and qualifier.
//! What the model keeps, it writes as it was, so that of well-made files every segment is found.

mod element;
mod written;

use std::collections::BTreeMap;
use std::ops::Range;

use superbill_model::ClaimBatch;
use superbill_types::{Findings, Location, Span};
use superbill_x12::{Delimiters, Framer, Library, Place, Placed, Step, Unreadable, Validator};

use self::element::{Spot, pick};
pub use self::written::places;
use super::read::ClaimReader;
use super::write::{Trace, traced};

/// Where in a file fields of its claims stand, in the order asked. Paths are those of what
/// [`read`](super::read()) gives, such as `claims[0].lines[2].procedure.code`, with `batches[1].` before them
/// for a batch behind the first. A field that has no element has the place of the nearest record around
/// it; what is not in the file at all, only its path.
///
/// # Errors
/// [`Unreadable`] where the bytes cannot be framed.
pub fn locate(
    bytes: &[u8],
    library: &Library,
    paths: &[&str],
) -> Result<Vec<Location>, Unreadable> {
    let file = File::read(bytes, library)?;
    let mut out: Vec<Location> = paths
        .iter()
        .map(|path| Location { path: (*path).to_owned(), ..Location::default() })
        .collect();
    let mut asked: BTreeMap<(usize, usize), Vec<(usize, String)>> = BTreeMap::new();
    for (n, path) in paths.iter().enumerate() {
        let (batch, rest) = index(path, "batches").unwrap_or((0, path));
        let (claim, path) = match index(rest, "claims") {
            Some((claim, "")) => (claim, "claims[0]".to_owned()),
            Some((claim, rest)) => (claim, format!("claims[0].{rest}")),
            None => (0, rest.to_owned()),
        };
        asked.entry((batch, claim)).or_default().push((n, path));
    }
    for ((batch, claim), asked) in asked {
        let Some(found) = file.claim(batch, claim) else { continue };
        let found: Vec<&Spot> = found.iter().collect();
        for (n, path) in asked {
            if let Some((note, element, component)) = pick(&found, &path) {
                let path = std::mem::take(&mut out[n].path);
                out[n] = Location { path, ..file.location(note, element, component) };
            }
        }
    }
    Ok(out)
}

/// `batches[1].rest` as 1 and `rest`.
fn index<'p>(path: &'p str, list: &str) -> Option<(usize, &'p str)> {
    let (number, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
    Some((number.parse().ok()?, rest.strip_prefix('.').unwrap_or(rest)))
}

/// A file with the places of its segments.
struct File<'b, 'l> {
    bytes: &'b [u8],
    library: &'l Library,
    notes: Vec<Note<'l>>,
    sets: Vec<Set>,
    batches: Vec<ClaimBatch>,
}

/// A segment of a claim file.
struct Note<'l> {
    bytes: Range<usize>,
    set: usize,
    ordinal: u32,
    placed: Placed<'l>,
}

/// A transaction set of claims: where its parts stand among the notes.
struct Set {
    delimiters: Delimiters,
    /// Place of its first segment; ordinal and span are told by each note.
    location: Location,
    header: Range<usize>,
    claims: Vec<[Range<usize>; 4]>,
}

impl<'b, 'l> File<'b, 'l> {
    fn read(bytes: &'b [u8], library: &'l Library) -> Result<Self, Unreadable> {
        let mut out =
            Self { bytes, library, notes: Vec::new(), sets: Vec::new(), batches: Vec::new() };
        let mut ignored = Findings::with_limit(0);
        let (mut framer, mut reader) = (Framer::new(), ClaimReader::default());
        let mut validator = Validator::new(library);
        let mut open = [const { 0..0 }; 4];
        while let Step::Segment(place) = framer.step(bytes, true, &mut ignored)? {
            let (segment, envelope) = (framer.segment(bytes), framer.envelope());
            reader.segment(place, &segment, envelope);
            let placed = validator.segment(place, &segment, envelope, &mut ignored);
            if envelope.set_id() != "837" || !matches!(place, Place::SetHeader | Place::Body) {
                continue;
            }
            let at = out.notes.len();
            let location = envelope.locate(&segment);
            if place == Place::SetHeader {
                open = [const { 0..0 }; 4];
                out.sets.push(Set {
                    delimiters: segment.delimiters(),
                    location: location.clone(),
                    header: at..at,
                    claims: Vec::new(),
                });
            }
            let Some(set) = out.sets.last_mut() else { continue };
            let level = match (segment.id(), segment.element(3)) {
                (b"HL", b"20") => Some(0),
                (b"HL", b"22") => Some(1),
                (b"HL", b"23") => Some(2),
                (b"CLM", _) => Some(3),
                _ => None,
            };
            if let Some(level) = level {
                // What stands below is closed.
                open[level..].fill(0..0);
                open[level] = at..at;
                if level == 3 {
                    set.claims.push(open.clone());
                }
            }
            // The part that was opened last takes the segment.
            let last = open.iter_mut().filter(|part| part.start > 0).max_by_key(|part| part.start);
            match (last, set.claims.last_mut()) {
                (Some(part), Some([.., claim])) if claim.start >= part.start => {
                    part.end = at + 1;
                    claim.end = at + 1;
                }
                (Some(part), _) => part.end = at + 1,
                (None, _) => set.header.end = at + 1,
            }
            out.notes.push(Note {
                bytes: segment.start()..segment.end(),
                set: out.sets.len() - 1,
                ordinal: location.ordinal,
                placed,
            });
        }
        out.batches = reader.finish();
        Ok(out)
    }

    fn segment(&self, note: &Note<'_>) -> &'b [u8] {
        self.bytes.get(note.bytes.clone()).unwrap_or(&[])
    }

    /// The segments that one claim is written as, each with its place in the file.
    fn claim(&self, batch: usize, claim: usize) -> Option<Vec<Spot>> {
        let (set, whole) = (self.sets.get(batch)?, self.batches.get(batch)?);
        let delimiters = set.delimiters;
        let one = ClaimBatch {
            claims: whole.claims.get(claim).cloned().into_iter().collect(),
            other_segments: whole.other_segments.clone(),
            control_number: whole.control_number.clone(),
            guide: whole.guide.clone(),
            purpose: whole.purpose.clone(),
            reference: whole.reference.clone(),
            date: whole.date.clone(),
            time: whole.time.clone(),
            usage: whole.usage.clone(),
            submitter: whole.submitter.clone(),
            receiver: whole.receiver.clone(),
        };
        let (written, trace) = traced(&one, delimiters);
        let parts = set.claims.get(claim).cloned().unwrap_or([const { 0..0 }; 4]);
        let places = std::iter::once(set.header.clone()).chain(parts).flatten();
        let places: Vec<usize> = places.collect();
        let theirs: Vec<&[u8]> =
            places.iter().filter_map(|&at| self.notes.get(at)).map(|it| self.segment(it)).collect();
        let ours = body(&written);
        let ours: Vec<&[u8]> = ours.into_iter().map(|at| written.get(at).unwrap_or(&[])).collect();
        let matched = matched(&ours, &theirs, delimiters);
        let found = matched.into_iter().map(|at| at.and_then(|at| places.get(at).copied()));
        Some(spots(&trace, &ours, found, |at| self.elements(at, delimiters)))
    }

    /// The elements of a segment of the file, its id first.
    fn elements(&self, at: usize, delimiters: Delimiters) -> Vec<String> {
        let bytes = self.notes.get(at).map_or(&[][..], |note| self.segment(note));
        let parts = bytes.split(|&byte| byte == delimiters.element);
        parts.map(|part| String::from_utf8_lossy(part).into_owned()).collect()
    }

    fn location(&self, at: usize, element: usize, component: usize) -> Location {
        let Some(note) = self.notes.get(at) else { return Location::default() };
        let Some(set) = self.sets.get(note.set) else { return Location::default() };
        let separators = set.delimiters;
        let mut span = note.bytes.clone();
        let id = self.segment(note).split(|&byte| byte == separators.element).next();
        if element > 0 {
            span = part(self.bytes, span, separators.element, element);
        }
        if component > 0 {
            span = part(self.bytes, span, separators.component, component - 1);
        }
        Location {
            loop_id: self.library.loop_id(&note.placed).to_owned().into(),
            segment: String::from_utf8_lossy(id.unwrap_or(&[])).into_owned().into(),
            ordinal: note.ordinal,
            element: u16::try_from(element).unwrap_or(u16::MAX),
            component: u16::try_from(component).unwrap_or(u16::MAX),
            span: Span::new(span.start as u64, span.end as u64),
            ..set.location.clone()
        }
    }
}

/// The bytes of one of the pieces between separators.
fn part(bytes: &[u8], within: Range<usize>, separator: u8, n: usize) -> Range<usize> {
    let mut start = within.start;
    let pieces = bytes.get(within.clone()).unwrap_or(&[]).split(|&byte| byte == separator);
    for (k, piece) in pieces.enumerate() {
        if k == n {
            return start..start + piece.len();
        }
        start += piece.len() + 1;
    }
    within.end..within.end
}

/// The segments of the sets of a written file, their headers included.
fn body(written: &[u8]) -> Vec<Range<usize>> {
    let (mut framer, mut ignored) = (Framer::new(), Findings::with_limit(0));
    let mut out = Vec::new();
    while let Ok(Step::Segment(place)) = framer.step(written, true, &mut ignored) {
        if matches!(place, Place::SetHeader | Place::Body) {
            let segment = framer.segment(written);
            out.push(segment.start()..segment.end());
        }
    }
    out
}

/// Brings together what a written segment is for, where it stands, and what stands there.
fn spots(
    trace: &Trace,
    ours: &[&[u8]],
    found: impl Iterator<Item = Option<usize>>,
    elements: impl Fn(usize) -> Vec<String>,
) -> Vec<Spot> {
    let mut origins = trace.origins().peekable();
    let mut out = Vec::new();
    for (n, (bytes, note)) in ours.iter().zip(found).enumerate() {
        // Segments written together have one origin: that of the last.
        while origins.next_if(|origin| (origin.ordinal as usize) < n + 1).is_some() {}
        let Some(origin) = origins.peek() else { break };
        let elements = note.map(&elements).unwrap_or_default();
        let fields = (1..elements.len()).map(|element| origin.field(element)).collect();
        let id = String::from_utf8_lossy(bytes.get(..3).unwrap_or(bytes)).into_owned();
        let id = id.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned();
        out.push(Spot { path: origin.path.to_owned(), id, note, elements, fields });
    }
    out
}

/// For each of our segments the place of the same among theirs.
fn matched(ours: &[&[u8]], theirs: &[&[u8]], separators: Delimiters) -> Vec<Option<usize>> {
    let (our_parts, their_parts) = (parts(ours, separators), parts(theirs, separators));
    let mut out = vec![None; ours.len()];
    let mut used = vec![false; theirs.len()];
    for likeness in 0..4 {
        let mut waiting: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, bytes) in theirs.iter().enumerate().rev().filter(|(at, _)| !used[*at]) {
            let key = (their_parts[at], form(bytes, separators, likeness));
            waiting.entry(key).or_default().push(at);
        }
        for (n, bytes) in ours.iter().enumerate() {
            if out[n].is_none()
                && let Some(list) =
                    waiting.get_mut(&(our_parts[n], form(bytes, separators, likeness)))
                && let Some(at) = list.pop()
            {
                (out[n], used[at]) = (Some(at), true);
            }
        }
    }
    out
}

/// A segment as far as it counts: all bytes; but for spelling; id and qualifier; id.
fn form(bytes: &[u8], separators: Delimiters, likeness: usize) -> Vec<u8> {
    let mut elements = bytes.split(|&byte| byte == separators.element);
    match likeness {
        0 => bytes.to_vec(),
        1 => {
            let mut out: Vec<Vec<u8>> = elements.map(|one| plain(one, separators)).collect();
            while out.last().is_some_and(Vec::is_empty) {
                out.pop();
            }
            out.join(&separators.element)
        }
        2 => elements.take(2).collect::<Vec<_>>().join(&separators.element),
        _ => elements.next().unwrap_or(&[]).to_vec(),
    }
}

/// An element without the zeros and separators that say nothing.
fn plain(element: &[u8], separators: Delimiters) -> Vec<u8> {
    let mut end = element.len();
    while end > 0 && element[end - 1] == separators.component {
        end -= 1;
    }
    let element = &element[..end];
    let number = core::str::from_utf8(element).ok().and_then(|text| {
        let decimal = text.contains('.') || text.starts_with('0') || text.starts_with('+');
        decimal.then(|| text.parse::<superbill_types::Quantity>().ok()).flatten()
    });
    number.map_or_else(|| element.to_vec(), |number| number.to_string().into_bytes())
}

/// For each segment of a claim, with the levels above it, the part it stands in: level, and number there.
fn parts(segments: &[&[u8]], separators: Delimiters) -> Vec<(u8, u32)> {
    let mut part = (0, 0);
    let mut count = [0; 2];
    let mut step = |bytes: &&[u8]| {
        let mut elements = bytes.split(|&byte| byte == separators.element);
        match (elements.next().unwrap_or(&[]), part.0) {
            (b"HL", _) => match elements.nth(2) {
                Some(b"20") => part = (1, 0),
                Some(b"22") => part = (2, 0),
                Some(b"23") => part = (3, 0),
                _ => {}
            },
            (b"CLM", _) => part = (4, 0),
            (b"SBR", 4 | 5) => {
                count[0] += 1;
                part = (5, count[0]);
            }
            (b"LX", 4..=6) | (b"SV1" | b"SV2" | b"SV3", 4 | 5) => {
                count[1] += 1;
                part = (6, count[1]);
            }
            _ => {}
        }
        part
    };
    segments.iter().map(&mut step).collect()
}
