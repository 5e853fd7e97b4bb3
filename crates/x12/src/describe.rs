//! Description: what does each segment of a file say, in words?
//!
//! [`Describer`] is fed segments as a validator is and gives a [`SegmentNote`] for each: its loop, its
//! name, its elements with names, and what their codes mean. [`describe`] writes the notes as an indented
//! tree. A description shows the file's own values: it is for the person who may see the file.

use core::fmt::Write;

use superbill_types::{Findings, Span};

use crate::guide::{ElementDef, Kind, Library};
use crate::segment::text;
use crate::validate::Validator;
use crate::{Envelope, Framer, Place, Segment, Step, Unreadable};

/// A segment in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SegmentNote {
    /// Id of the loop it stands in; empty at the top level and in the envelope.
    pub loop_id: String,
    /// Name of that loop.
    pub loop_name: String,
    /// Whether it begins that loop.
    pub begins_loop: bool,
    /// How many loops are open around it.
    pub depth: usize,
    /// Segment id.
    pub segment: String,
    /// What the segment is here, or that the guide has no place for it; empty without a guide.
    pub name: String,
    /// The bytes it covers.
    pub span: Span,
    /// Elements and components that hold a value.
    pub elements: Vec<ElementNote>,
}

/// An element or component in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ElementNote {
    /// Position as it is spoken of: `03`, `05-1`.
    pub position: String,
    /// What it is; empty where the guide does not say.
    pub name: String,
    /// The value.
    pub value: String,
    /// What the value means, where it is a code that is known.
    pub meaning: String,
    /// The bytes it covers.
    pub span: Span,
}

/// Describes segments as they come.
#[derive(Clone, Debug)]
pub struct Describer<'l> {
    library: &'l Library,
    validator: Validator<'l>,
    ignored: Findings,
}

impl<'l> Describer<'l> {
    /// With the guides of a library.
    #[must_use]
    pub fn new(library: &'l Library) -> Self {
        let validator = Validator::new(library);
        Self { library, validator, ignored: Findings::with_limit(0) }
    }

    /// Takes in the next segment.
    pub fn segment(
        &mut self,
        place: Place,
        segment: &Segment<'_>,
        envelope: &Envelope,
    ) -> SegmentNote {
        let placed = self.validator.segment(place, segment, envelope, &mut self.ignored);
        let mut note = SegmentNote {
            loop_id: self.library.loop_id(&placed).to_owned(),
            loop_name: self.library.loop_name(&placed).to_owned(),
            begins_loop: placed.begins_loop,
            depth: placed.depth(),
            segment: text(segment.id()),
            name: match placed.is_known() || self.validator.guide().is_none() {
                true => self.library.segment_name(&placed).to_owned(),
                false => "(no place in the guide)".to_owned(),
            },
            span: segment.span(),
            elements: Vec::new(),
        };
        let row = placed.segment.and_then(|child| self.library.spec(child.spec));
        let members = row.map_or(&[][..], |row| self.library.members(row));
        for number in 1..=segment.len() {
            self.element(&mut note, segment, number, members.get(number - 1));
        }
        note
    }

    fn element(
        &self,
        note: &mut SegmentNote,
        segment: &Segment<'_>,
        number: usize,
        element: Option<&ElementDef>,
    ) {
        let value = segment.element(number);
        let Some(element) = element else {
            return self.push(note, segment, number, 0, None, value);
        };
        let separators = segment.delimiters();
        let repetitions = segment.repetitions(number);
        let composite = element.kind == Kind::Composite;
        for repetition in repetitions.take(if element.kind == Kind::Bytes { 0 } else { 99 }) {
            if !composite {
                self.push(note, segment, number, 0, Some(element), repetition);
                continue;
            }
            let row = self.library.composite(element.parts);
            let members = row.map_or(&[][..], |row| self.library.members(row));
            let parts = repetition.split(|&byte| byte == separators.component);
            for (component, part) in (1..).zip(parts) {
                self.push(note, segment, number, component, members.get(component - 1), part);
            }
        }
        if element.kind == Kind::Bytes {
            self.push(note, segment, number, 0, Some(element), value);
        }
    }

    fn push(
        &self,
        note: &mut SegmentNote,
        segment: &Segment<'_>,
        number: usize,
        component: usize,
        element: Option<&ElementDef>,
        value: &[u8],
    ) {
        if value.is_empty() {
            return;
        }
        let position = match component {
            0 => format!("{number:02}"),
            _ => format!("{number:02}-{component}"),
        };
        let meaning = element.and_then(|element| self.library.meaning(element.number, value));
        note.elements.push(ElementNote {
            position,
            name: element.map_or("", |element| self.library.name(element.name)).to_owned(),
            value: text(value),
            meaning: meaning.unwrap_or_default().to_owned(),
            span: segment.span_of(number, value),
        });
    }
}

/// Describes a whole file as an indented tree, up to about `limit` bytes of text.
///
/// # Errors
/// [`Unreadable`] where the bytes cannot be framed.
pub fn describe(bytes: &[u8], library: &Library, limit: usize) -> Result<String, Unreadable> {
    let mut framer = Framer::new();
    let mut describer = Describer::new(library);
    let mut ignored = Findings::with_limit(0);
    let mut out = String::new();
    while let Step::Segment(place) = framer.step(bytes, true, &mut ignored)? {
        let segment = framer.segment(bytes);
        let note = describer.segment(place, &segment, framer.envelope());
        if out.len() > limit {
            let _ = writeln!(out, "... cut at byte {} of {}", note.span.start, bytes.len());
            break;
        }
        write_note(&mut out, place, &note);
    }
    Ok(out)
}

/// Writes a note as lines of a tree.
pub fn write_note(out: &mut String, place: Place, note: &SegmentNote) {
    let outside = match place {
        Place::InterchangeHeader | Place::InterchangeTrailer => 0,
        Place::InterchangeAcknowledgment | Place::GroupHeader | Place::GroupTrailer => 1,
        _ => 2,
    };
    let indent = 2 * (outside + note.depth);
    // Writing to a string cannot fail.
    if note.begins_loop {
        let _ = writeln!(
            out,
            "{:1$}{2} {3}",
            "",
            indent.saturating_sub(2),
            note.loop_id,
            note.loop_name
        );
    }
    let _ = writeln!(out, "{:indent$}{} {}", "", note.segment, note.name);
    for element in &note.elements {
        let ElementNote { position, name, value, meaning, .. } = element;
        let shown: String = value.chars().take(SHOWN).collect();
        let cut = if shown.len() < value.len() { "..." } else { "" };
        let _ = write!(out, "{:1$}{2}  {shown}{cut}", "", indent + 4, position);
        match (name.is_empty(), meaning.is_empty()) {
            (true, _) => out.push('\n'),
            (false, true) => _ = writeln!(out, "  {name}"),
            (false, false) => _ = writeln!(out, "  {name}: {meaning}"),
        }
    }
}

/// Characters of a value that a tree shows.
const SHOWN: usize = 120;
