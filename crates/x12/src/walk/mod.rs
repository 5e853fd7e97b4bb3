//! Walk: in which loop of the guide does each segment stand?
//!
//! One segment at a time; the state is the stack of open loops with a counter for each of their children.
//! The stack is never deeper than the guide, so ten thousand nested HL cost what ten thousand segments do.
//!
//! A segment goes to the innermost open loop that has a child with its id and qualifier, not before the
//! last one placed there and not past its maximum. Failing that, in this order: past its maximum; then,
//! from the innermost loop out, before the last one placed (out of order), or by its id alone (its
//! qualifier is then reported as a wrong code); else it has no place, and the stack stays as it was.

mod misfit;
mod number;

use number::Level;

use crate::check::{Report, Scan, rules};
use crate::companion::Overlay;
use crate::guide::{Candidate, Child, Condition, Guide, Library, pack, tag_text};
use crate::{Segment, Tag, tag};

/// Where a segment stands: see [`Library::loop_id`] and its fellows for the words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Placed<'l> {
    pub(crate) in_loop: Option<&'l Child>,
    /// What the segment is here; none where it has no place.
    pub(crate) segment: Option<&'l Child>,
    pub(crate) depth: u16,
    pub(crate) begins_loop: bool,
}

impl Placed<'_> {
    /// How many loops are open around it.
    #[must_use]
    pub fn depth(&self) -> usize {
        usize::from(self.depth)
    }

    /// Whether it begins its loop.
    #[must_use]
    pub fn begins_loop(&self) -> bool {
        self.begins_loop
    }

    /// Whether the guide has a place for it.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.segment.is_some()
    }
}

impl Library {
    /// Id of the loop a segment stands in, such as `2100`; empty at the top level.
    #[must_use]
    pub fn loop_id(&self, placed: &Placed<'_>) -> &str {
        self.loop_text(placed.in_loop).0
    }

    /// Name of that loop.
    #[must_use]
    pub fn loop_name(&self, placed: &Placed<'_>) -> &str {
        self.loop_text(placed.in_loop).1
    }

    /// What the segment is here; empty where it has no place.
    #[must_use]
    pub fn segment_name(&self, placed: &Placed<'_>) -> &str {
        placed.segment.map_or("", |child| self.name(child.name))
    }
}

/// An open loop.
#[derive(Clone, Debug)]
struct Frame<'l> {
    body: u16,
    in_loop: Option<&'l Child>,
    /// Position of the last child placed.
    position: u16,
    /// The next required child that was not passed, and its position.
    required: u16,
    required_at: u16,
    counts: Counts,
    /// What the last counting segment of its children said.
    counted: u32,
    level: Option<Level>,
    /// Whether it came out of order, on top of loops it is no part of.
    late: bool,
}

/// Where the counters of an open loop's children are.
#[derive(Clone, Copy, Debug)]
struct Counts {
    /// Its first child.
    first: u32,
    /// The counter of that one.
    start: u32,
}

impl Counts {
    /// The place of a child's counter.
    #[inline]
    fn of(self, child: u32) -> usize {
        (child - self.first + self.start) as usize
    }
}

/// Places segments.
#[derive(Clone, Debug)]
pub(crate) struct Walker<'l> {
    library: &'l Library,
    guide: &'l Guide,
    frames: Vec<Frame<'l>>,
    /// How often each child of each open loop stood.
    counts: Vec<u32>,
    last_level: u32,
}

/// A child of an open loop that may take a segment.
#[derive(Clone, Copy)]
struct Choice {
    frame: usize,
    child: u32,
}

const HL: Tag = tag(b"HL");

impl<'l> Walker<'l> {
    pub(crate) fn new(library: &'l Library, guide: &'l Guide) -> Self {
        let mut walker =
            Self { library, guide, frames: Vec::new(), counts: Vec::new(), last_level: 0 };
        walker.begin(guide);
        walker
    }

    /// At the start of a transaction set of a guide.
    pub(crate) fn begin(&mut self, guide: &'l Guide) {
        self.guide = guide;
        self.frames.clear();
        self.counts.clear();
        self.last_level = 0;
        self.push(None, 0);
    }

    /// Takes the first segment of the set as placed.
    pub(crate) fn skip_first(&mut self) {
        if let (Some(frame), Some(first)) = (self.frames.first_mut(), self.guide.child(0)) {
            frame.position = first.position;
            self.counts[0] = 1;
        }
    }

    pub(crate) fn guide(&self) -> &'l Guide {
        self.guide
    }

    /// Places the next segment.
    #[inline(always)]
    pub(crate) fn place(
        &mut self,
        segment: &Segment<'_>,
        report: &mut Report<'_, '_, 'l>,
    ) -> Placed<'l> {
        let tag = segment.tag();
        let Some(number) = self.guide.tag_number(tag) else {
            self.unplaced(tag, segment, report);
            return self.here(None);
        };
        let mut probe = Probe::new(segment, report.scan);
        if tag == HL
            && let Some((choice, child)) = self.under_its_parent(number, &mut probe)
        {
            return self.settle(choice, child, segment, report);
        }
        let mut over = None;
        for frame in (0..self.frames.len()).rev() {
            let Frame { body, position, counts, .. } = self.frames[frame];
            for candidate in self.guide.children_with(body, number) {
                if candidate.position < position || !self.may_take(candidate, &mut probe) {
                    continue;
                }
                let index = candidate.child;
                let choice = Choice { frame, child: index };
                if self.counts[counts.of(index)] >= candidate.max {
                    over = over.or(Some(choice));
                } else if let Some(child) = self.guide.child(index) {
                    return self.settle(choice, child, segment, report);
                }
            }
        }
        self.place_otherwise(over, number, &mut probe, report)
    }

    /// The place of an HL in the loop of the open HL that it names as its parent.
    fn under_its_parent(
        &self,
        number: usize,
        probe: &mut Probe<'_, '_>,
    ) -> Option<(Choice, &'l Child)> {
        let parent = self.open_level(probe.segment.element(2))?;
        let Frame { body, position, counts, .. } = self.frames[parent];
        self.guide.children_with(body, number).iter().find_map(|candidate| {
            let child = self.guide.child(candidate.child)?;
            let ahead = candidate.position >= position;
            let room = ahead && self.counts[counts.of(candidate.child)] < candidate.max;
            let fits = room && child.body.is_some() && self.may_take(candidate, probe);
            fits.then_some((Choice { frame: parent, child: candidate.child }, child))
        })
    }

    /// Whether the qualifiers of a child are those of the segment, from what is known of it at hand.
    #[inline(always)]
    fn may_take(&self, candidate: &Candidate, probe: &mut Probe<'_, '_>) -> bool {
        match candidate.conditions {
            0 => true,
            1 => self.holds(&candidate.first, probe),
            _ => self.guide.child(candidate.child).is_some_and(|child| self.fits(child, probe)),
        }
    }

    /// Whether the qualifiers of a child are those of the segment.
    #[inline]
    fn fits(&self, child: &'l Child, probe: &mut Probe<'_, '_>) -> bool {
        self.guide.conditions(child).iter().all(|condition| self.holds(condition, probe))
    }

    #[inline(always)]
    fn holds(&self, condition: &Condition, probe: &mut Probe<'_, '_>) -> bool {
        let (packed, value) = probe.value(condition.element, condition.component);
        if condition.only > 0 {
            return packed == Some(condition.only);
        }
        self.library.codes().contains_packed(condition.codes, packed, value)
    }

    /// Puts a segment in its place: closes the loops inside, counts it, opens its loop.
    #[inline(always)]
    fn settle(
        &mut self,
        Choice { frame, child: index }: Choice,
        child: &'l Child,
        segment: &Segment<'_>,
        report: &mut Report<'_, '_, 'l>,
    ) -> Placed<'l> {
        while self.frames.len() > frame + 1 {
            self.close(report);
        }
        self.pass_required(frame, child.position, report);
        let current = &mut self.frames[frame];
        current.position = current.position.max(child.position);
        self.counts[current.counts.of(index)] += 1;
        if let Some(in_loop) = child.body {
            self.count_on(frame, child, segment, report);
            self.push(Some(child), in_loop.body);
            if child.tag == HL {
                self.level(segment, report);
            }
        }
        let begins_loop = child.body.is_some();
        Placed { begins_loop, ..self.here(Some(child)) }
    }

    fn here(&self, segment: Option<&'l Child>) -> Placed<'l> {
        let in_loop = self.frames.last().and_then(|frame| frame.in_loop);
        let depth = self.frames.len().saturating_sub(1) as u16;
        Placed { in_loop, segment, depth, begins_loop: false }
    }

    /// Opens a loop; its first segment is already there.
    fn push(&mut self, in_loop: Option<&'l Child>, body: u16) {
        let counts = self.counts.len();
        let children = self.guide.body(body).map_or((0, 0), |body| body.children);
        self.counts.resize(counts + (children.1 - children.0) as usize, 0);
        let mut position = 0;
        if in_loop.is_some() {
            self.counts[counts] = 1;
            position = self.guide.child(children.0).map_or(0, |child| child.position);
        }
        self.frames.push(Frame {
            body,
            in_loop,
            position,
            required: 0,
            required_at: 0,
            counts: Counts { first: children.0, start: counts as u32 },
            counted: 0,
            level: None,
            late: false,
        });
    }

    /// Closes the innermost loop.
    fn close(&mut self, report: &mut Report<'_, '_, 'l>) {
        let last = self.frames.len() - 1;
        self.pass_required(last, u16::MAX, report);
        self.check_bounds(last, report);
        if let Some(frame) = self.frames.pop() {
            self.counts.truncate(frame.counts.start as usize);
            if let Some(level) = frame.level
                && level.flag == b'1'
                && !level.has_child
            {
                self.wrong_child_flag(&level, frame.in_loop, report);
            }
        }
    }

    /// Reports required children that should stand before a position and do not.
    #[inline(always)]
    fn pass_required(&mut self, frame: usize, position: u16, report: &mut Report<'_, '_, 'l>) {
        if position > self.frames[frame].required_at {
            self.pass_more(frame, position, report);
        }
    }

    fn pass_more(&mut self, frame: usize, position: u16, report: &mut Report<'_, '_, 'l>) {
        let guide = self.guide;
        let Some(body) = guide.body(self.frames[frame].body) else { return };
        let required = guide.required(body);
        loop {
            let current = &mut self.frames[frame];
            let Some(&(index, at)) = required.get(usize::from(current.required)) else {
                current.required_at = u16::MAX;
                return;
            };
            if at >= position {
                current.required_at = at;
                return;
            }
            current.required += 1;
            let in_loop = current.in_loop;
            if self.counts[current.counts.of(index)] == 0
                && let Some(child) = guide.child(index)
            {
                self.missing(child, in_loop, report);
            }
        }
    }

    /// Reports loops that stand without the segments around them, or one of these without the other.
    #[inline]
    fn check_bounds(&self, frame: usize, report: &mut Report<'_, '_, 'l>) {
        let Frame { body, counts, in_loop, .. } = self.frames[frame];
        let (first, last) = self.guide.body(body).map_or((0, 0), |body| body.bounds);
        if first == last {
            return;
        }
        let stands = |index: u32| self.counts[counts.of(index)] > 0;
        let any = (first + 1..last).any(stands);
        for (index, other) in [(first, last), (last, first)] {
            if !stands(index)
                && (any || stands(other))
                && let Some(child) = self.guide.child(index)
            {
                self.missing(child, in_loop, report);
            }
        }
    }

    #[cold]
    fn missing(
        &self,
        child: &'l Child,
        in_loop: Option<&'l Child>,
        report: &mut Report<'_, '_, 'l>,
    ) {
        let facts = self.facts(child);
        let (rule, in_loop) = match child.body {
            Some(_) => (&rules::LOOP_MISSING, Some(child)),
            None => (&rules::SEGMENT_MISSING, in_loop),
        };
        let rule = self.overlay(child).and_then(|overlay| overlay.missing).unwrap_or(rule);
        report.missing(rule, in_loop, &tag_text(child.tag), &facts);
    }

    /// What companions say of a child.
    fn overlay(&self, child: &Child) -> Option<&'l Overlay> {
        child.overlay.checked_sub(1).and_then(|at| self.library.overlay(at))
    }

    fn facts(&self, child: &Child) -> Vec<(&'static str, String)> {
        let name = child.body.map_or(child.name, |in_loop| in_loop.name);
        let mut facts =
            vec![("segment", tag_text(child.tag)), ("name", self.library.name(name).to_owned())];
        if let Some(in_loop) = child.body {
            facts.push(("loop", self.library.name(in_loop.id).to_owned()));
        }
        facts
    }
}

/// Qualifiers of a segment, the last one kept: siblings ask for the same one.
struct Probe<'s, 'b> {
    segment: &'s Segment<'b>,
    /// Whether there may be components or repetitions.
    inner: bool,
    last: (u8, u8),
    value: &'b [u8],
    packed: Option<u64>,
}

impl<'s, 'b> Probe<'s, 'b> {
    fn new(segment: &'s Segment<'b>, scan: Scan) -> Self {
        Self { segment, inner: scan.any(), last: (0, 0), value: &[], packed: None }
    }

    #[inline(always)]
    fn value(&mut self, element: u8, component: u8) -> (Option<u64>, &'b [u8]) {
        if self.last != (element, component) {
            let whole = self.segment.element(usize::from(element));
            self.value = if self.inner { self.part(whole, component) } else { whole };
            self.packed = pack(self.value);
            self.last = (element, component);
        }
        (self.packed, self.value)
    }

    /// A component, or all, of the first repetition.
    fn part(&self, whole: &'b [u8], component: u8) -> &'b [u8] {
        let separators = self.segment.delimiters();
        let first = whole.split(|&byte| Some(byte) == separators.repetition).next().unwrap_or(&[]);
        match component {
            0 => first,
            _ => first
                .split(|&byte| byte == separators.component)
                .nth(usize::from(component) - 1)
                .unwrap_or(&[]),
        }
    }
}
