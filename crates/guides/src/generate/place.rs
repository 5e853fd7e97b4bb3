//! Places: where would a reader put a segment?
//!
//! The rule of the walk, told once more and more simply: the innermost open loop that has a part with the
//! segment's id and qualifier, not before the last one placed there and not past its maximum.

use super::{Drawn, row};
use crate::source::{Child, Content, Source};

/// A loop that a reader has open.
#[derive(Clone, Debug)]
pub(super) struct Open {
    /// Index of the loops opened.
    in_loop: usize,
    /// Position of the last part.
    position: u16,
    /// Part, by its address as an index, and how often it stood.
    counts: Vec<u16>,
}

impl Open {
    /// The set itself.
    pub(super) fn new(in_loop: usize) -> Self {
        Self { in_loop, position: 0, counts: Vec::new() }
    }

    /// A loop whose first segment stands.
    pub(super) fn entered(in_loop: usize, position: u16) -> Self {
        Self { in_loop, position, counts: vec![1] }
    }

    fn count(&self, part: usize) -> u16 {
        self.counts.get(part).copied().unwrap_or(0)
    }
}

/// What is open behind a segment for `part` of the loop `in_loop`; none where a reader would put the
/// segment elsewhere.
pub(super) fn settle(
    open: &[Open],
    drawn: &Drawn<'_>,
    in_loop: usize,
    part: &Child,
    elements: &[String],
) -> Option<Vec<Open>> {
    let begin = first_of(drawn.guide, part)?;
    for (depth, frame) in open.iter().enumerate().rev() {
        // A level names its parent.
        if begin.id == "HL" && frame.in_loop != in_loop {
            continue;
        }
        let children = drawn.loops.get(frame.in_loop)?.children;
        for (index, child) in children.iter().enumerate() {
            let Some(first) = first_of(drawn.guide, child) else { continue };
            let fits = child.position >= frame.position
                && begin.id == first.id
                && row::fits(first, elements)
                && (child.max == 0 || frame.count(index) < child.max);
            if !fits {
                continue;
            }
            if frame.in_loop != in_loop || !core::ptr::eq(child, part) {
                return None;
            }
            let mut open: Vec<Open> = open[..=depth].to_vec();
            let frame = open.last_mut()?;
            frame.position = frame.position.max(child.position);
            frame.counts.resize(frame.counts.len().max(index + 1), 0);
            frame.counts[index] += 1;
            return Some(open);
        }
    }
    None
}

/// The first segment of a part: itself, or that of the loop.
#[must_use]
pub fn first_of<'g>(guide: &'g Source, part: &'g Child) -> Option<&'g Child> {
    match &part.content {
        Content::Segment { .. } => Some(part),
        _ => children_of(guide, part)?.first(),
    }
}

/// The parts of a loop, its own or those of the loop it is like.
pub(super) fn children_of<'g>(guide: &'g Source, part: &'g Child) -> Option<&'g [Child]> {
    match &part.content {
        Content::Loop(children) => Some(children),
        Content::Like(path) => match &guide.at(path)?.content {
            Content::Loop(children) => Some(children),
            _ => None,
        },
        Content::Segment { .. } => None,
    }
}
