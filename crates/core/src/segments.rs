//! Segments in words: what does each segment of a file, or of one claim, say?

use serde::Serialize;
use superbill_types::Findings;
use superbill_x12::{Describer, ElementNote, Framer, SegmentNote, Step, Unreadable};

use crate::RemittanceFile;

/// Most bytes of text a description has.
const MAX_TEXT: usize = 64 << 20;
/// Most segments a description has as data.
const MAX_SEGMENTS: usize = 200_000;

/// A segment with its place and the names of its elements.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SegmentRecord {
    /// The segment as sent, without its terminator.
    pub text: String,
    /// Segment id.
    pub id: String,
    /// What it is here.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub name: String,
    /// Loop id.
    #[serde(rename = "loop", skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub loop_id: String,
    /// Loop name.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub loop_name: String,
    /// How many loops are open around it.
    pub depth: u32,
    /// Where the loop it begins ends: one past its last segment in this list. Absent where it begins none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loop_end: Option<u32>,
    /// Bytes of the file.
    #[cfg_attr(feature = "typescript", tsify(type = "[number, number]"))]
    pub span: (u64, u64),
    /// Elements and components that hold a value.
    pub elements: Vec<ElementRecord>,
}

/// An element with its name and, for a code, its meaning.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ElementRecord {
    /// Position as it is spoken of: `03`, `05-1`.
    pub position: String,
    /// What it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub name: String,
    /// The value.
    pub value: String,
    /// What the code means.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub meaning: String,
    /// Bytes of the file.
    #[cfg_attr(feature = "typescript", tsify(type = "[number, number]"))]
    pub span: (u64, u64),
}

/// A file, segment by segment.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DescribeReport {
    /// The segments, in file order.
    pub segments: Vec<SegmentRecord>,
    /// Whether segments were left out because there were too many.
    pub cut: bool,
}

/// Any X12 file as an indented tree with the names of loops, segments and elements.
///
/// # Errors
/// [`Unreadable`] when the bytes cannot be framed as X12.
pub fn describe_text(bytes: &[u8]) -> Result<String, Unreadable> {
    superbill_x12::describe(bytes, superbill_guides::library(), MAX_TEXT)
}

/// Any X12 file as segments with names.
///
/// # Errors
/// As [`describe_text`].
pub fn describe(bytes: &[u8]) -> Result<DescribeReport, Unreadable> {
    let (mut segments, mut cut) = (Outline::default(), false);
    each_note(bytes, |note, text| {
        cut = segments.list.len() >= MAX_SEGMENTS;
        if !cut {
            segments.push(note, text, 0);
        }
    })?;
    Ok(DescribeReport { segments: segments.finish(), cut })
}

/// Segments with the ends of the loops they begin.
#[derive(Default)]
struct Outline {
    list: Vec<SegmentRecord>,
    /// Segments whose loops are open, each with the depth of what stands in it.
    open: Vec<(usize, u32)>,
}

impl Outline {
    fn push(&mut self, note: SegmentNote, text: &[u8], shift: i64) {
        let begins = note.begins_loop;
        let record = record(note, text, shift);
        // A segment further out ends the loops inside; one that begins a loop also its sibling's.
        self.close(record.depth + u32::from(!begins));
        if begins {
            self.open.push((self.list.len(), record.depth));
        }
        self.list.push(record);
    }

    fn finish(mut self) -> Vec<SegmentRecord> {
        self.close(0);
        self.list
    }

    /// Ends the loops whose content is no further out than `depth`.
    fn close(&mut self, depth: u32) {
        let end = self.list.len() as u32;
        while let Some((start, _)) = self.open.pop_if(|(_, open)| *open >= depth) {
            self.list[start].loop_end = Some(end);
        }
    }
}

impl RemittanceFile {
    /// The segments of a claim with their names; none if there is no such claim.
    #[must_use]
    pub fn segments(&self, index: usize) -> Option<Vec<SegmentRecord>> {
        let row = self.claim_rows().get(index)?;
        let payment = self.payment_rows().get(row.payment as usize)?;
        let part =
            |start: u64, end: u64| self.bytes().get(start as usize..end as usize).unwrap_or(&[]);
        let separators = payment.delimiters;
        // The claim is placed as it stands in its file: behind the headers around it and a group number.
        let headers = [
            first_segment(part(payment.interchange_start, payment.start), separators.segment),
            first_segment(part(payment.group_start, payment.start), separators.segment),
            part(payment.start, payment.header_end),
            &[b'L', b'X', separators.element, b'1', separators.segment],
        ];
        let mut bytes = headers.concat();
        let before = bytes.len() as u64;
        bytes.extend_from_slice(part(row.start, row.end));
        let mut segments = Outline::default();
        each_note(&bytes, |note, text| {
            if note.span.start >= before {
                segments.push(note, text, row.start as i64 - before as i64);
            }
        })
        .ok()?;
        Some(segments.finish())
    }
}

fn first_segment(bytes: &[u8], terminator: u8) -> &[u8] {
    let end = memchr::memchr(terminator, bytes).map_or(bytes.len(), |at| at + 1);
    &bytes[..end]
}

fn each_note(bytes: &[u8], mut visit: impl FnMut(SegmentNote, &[u8])) -> Result<(), Unreadable> {
    let mut framer = Framer::new();
    let mut describer = Describer::new(superbill_guides::library());
    let mut ignored = Findings::with_limit(0);
    while let Step::Segment(place) = framer.step(bytes, true, &mut ignored)? {
        let segment = framer.segment(bytes);
        visit(describer.segment(place, &segment, framer.envelope()), segment.bytes());
    }
    Ok(())
}

fn record(note: SegmentNote, text: &[u8], shift: i64) -> SegmentRecord {
    let moved = |at: u64| at.saturating_add_signed(shift);
    SegmentRecord {
        text: String::from_utf8_lossy(text).into_owned(),
        id: note.segment,
        name: note.name,
        loop_id: note.loop_id,
        loop_name: note.loop_name,
        depth: note.depth as u32,
        loop_end: None,
        span: (moved(note.span.start), moved(note.span.end)),
        elements: element_records(note.elements, shift),
    }
}

/// Elements as they leave, their bytes moved by `shift`.
pub(crate) fn element_records(notes: Vec<ElementNote>, shift: i64) -> Vec<ElementRecord> {
    let moved = |at: u64| at.saturating_add_signed(shift);
    let records = notes.into_iter().map(|element| ElementRecord {
        position: element.position,
        name: element.name,
        value: element.value,
        meaning: element.meaning,
        span: (moved(element.span.start), moved(element.span.end)),
    });
    records.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_ends_where_its_next_or_what_is_around_it_begins() {
        let report = describe(include_bytes!("../data/sample.835")).expect("frames");
        let segments = &report.segments;
        let loops = segments.iter().enumerate().filter(|(_, it)| it.loop_end.is_some());
        for (start, first) in loops.clone() {
            let end = first.loop_end.map_or(0, |end| end as usize);
            assert!(start < end && end <= segments.len());
            assert!(segments[start..end].iter().all(|it| it.depth >= first.depth));
            assert!(segments[start].loop_id == first.loop_id && !first.loop_id.is_empty());
            // Behind it comes another loop, or something further out.
            assert!(segments.get(end).is_none_or(|it| it.depth <= first.depth));
        }
        let claims = loops.filter(|(_, it)| it.loop_id == "2100").count();
        assert_eq!(claims, 2);
    }
}
