//! Misfits: where does a segment go that fits nowhere as it should?
//!
//! Nothing is lost and the walk goes on: each misfit is reported once, and put where the segments behind
//! it most likely have their place too.

use super::{Choice, Frame, HL, Placed, Probe, Walker};
use crate::check::{Report, rules};
use crate::guide::Child;
use crate::{Segment, Tag};

impl<'l> Walker<'l> {
    /// Places a segment that fits nowhere as it should.
    #[cold]
    pub(super) fn place_otherwise(
        &mut self,
        over: Option<Choice>,
        number: usize,
        probe: &mut Probe<'_, '_>,
        report: &mut Report<'_, '_, 'l>,
    ) -> Placed<'l> {
        let segment = probe.segment;
        if let Some((choice, child)) = over.and_then(|c| Some((c, self.guide.child(c.child)?))) {
            let placed = self.settle(choice, child, segment, report);
            let mut facts = self.facts(child);
            facts.push(("maximum", child.max.to_string()));
            let rule = match child.body {
                Some(_) => &rules::LOOP_OVER_MAXIMUM,
                None => &rules::SEGMENT_OVER_MAXIMUM,
            };
            let rule = self.overlay(child).and_then(|overlay| overlay.over).unwrap_or(rule);
            report.in_loop = placed.in_loop;
            report.whole(rule, &facts);
            return placed;
        }
        if let Some(choice) = self.out_of_order(number, probe)
            && let Some(child) = self.guide.child(choice.child)
        {
            let known = self.fits(child, probe);
            if !known {
                // A loop further in whose beginning was left out knows it better; so does a level of the
                // hierarchy that was left out above this one.
                let least = if segment.tag() == HL { 0 } else { choice.frame + 1 };
                if let Some((choice, child)) = self.open_around(least, number, probe, report) {
                    return self.settle(choice, child, segment, report);
                }
                let body = self.frames[choice.frame].body;
                report.alike = Some((self.guide, self.guide.children_with(body, number)));
            }
            if child.position >= self.frames[choice.frame].position || child.tag == HL {
                return self.settle(choice, child, segment, report);
            }
            let placed = self.misplace(choice, child, report);
            report.in_loop = placed.in_loop;
            // Of a segment whose qualifier nobody knows, the qualifier is wrong, not the place.
            if known {
                report.whole(&rules::SEGMENT_OUT_OF_ORDER, &self.facts(child));
            }
            return placed;
        }
        if let Some((choice, child)) = self.open_around(0, number, probe, report) {
            return self.settle(choice, child, segment, report);
        }
        let facts = [("segment", segment.name().to_owned())];
        report.in_loop = self.here(None).in_loop;
        report.whole(&rules::SEGMENT_UNEXPECTED, &facts);
        self.here(None)
    }

    /// The place of a segment that comes too late, or whose qualifier nobody knows. A loop that one of
    /// those open knows by its qualifier goes first; then the innermost that knows the segment.
    fn out_of_order(&self, number: usize, probe: &mut Probe<'_, '_>) -> Option<Choice> {
        let mut by_id = None;
        for frame in (0..self.frames.len()).rev() {
            let Frame { body, position, .. } = self.frames[frame];
            let children = self.guide.children_with(body, number).iter();
            let mut first: Option<(Choice, bool)> = None;
            for (index, child) in
                children.filter_map(|it| Some((it.child, self.guide.child(it.child)?)))
            {
                let choice = Choice { frame, child: index };
                if self.fits(child, probe) {
                    if child.body.is_some() {
                        return Some(choice);
                    }
                    by_id = by_id.or(Some(choice));
                } else if first.is_none_or(|(_, ahead)| !ahead && child.position >= position) {
                    first = Some((choice, child.position >= position));
                }
            }
            by_id = by_id.or(first.map(|(choice, _)| choice));
        }
        by_id
    }

    /// Takes a segment that comes too late where it belongs, and leaves the loops inside open: what
    /// follows most likely goes on in them. A loop that comes too late is opened on top of them.
    fn misplace(
        &mut self,
        Choice { frame, child: index }: Choice,
        child: &'l Child,
        report: &mut Report<'_, '_, 'l>,
    ) -> Placed<'l> {
        // At most one such loop for each open one, so that the stack stays bounded.
        let above = self.frames[frame + 1..].iter().position(|frame| frame.late);
        while above.is_some_and(|above| self.frames.len() > frame + 1 + above) {
            self.close(report);
        }
        let Frame { counts, in_loop, .. } = self.frames[frame];
        self.counts[counts.of(index)] += 1;
        let Some(inner) = child.body else {
            return Placed {
                in_loop,
                segment: Some(child),
                depth: frame as u16,
                begins_loop: false,
            };
        };
        self.push(Some(child), inner.body);
        if let Some(frame) = self.frames.last_mut() {
            frame.late = true;
        }
        Placed { begins_loop: true, ..self.here(Some(child)) }
    }

    /// Opens the loop whose first segment was left out before this one, in the open loops from `least`
    /// inwards: its absence is then reported, and what follows has a place.
    fn open_around(
        &mut self,
        least: usize,
        number: usize,
        probe: &mut Probe<'_, '_>,
        report: &mut Report<'_, '_, 'l>,
    ) -> Option<(Choice, &'l Child)> {
        let guide = self.guide;
        for frame in (least..self.frames.len()).rev() {
            let Frame { body, position, .. } = self.frames[frame];
            let (first, end) = guide.body(body)?.children;
            for index in first..end {
                let Some(around) = guide.child(index) else { continue };
                // A level of the hierarchy is guessed from the one below it alone.
                let guessed = around.tag != HL || probe.segment.tag() == HL;
                let ahead = around.position >= position && guessed;
                let Some(inner) = around.body.filter(|_| ahead) else { continue };
                let within = guide.children_with(inner.body, number).iter();
                let mut within = within.filter_map(|it| Some((it.child, guide.child(it.child)?)));
                let Some((child, found)) = within.find(|(_, child)| self.fits(child, probe)) else {
                    continue;
                };
                while self.frames.len() > frame + 1 {
                    self.close(report);
                }
                self.pass_required(frame, around.position, report);
                let current = &mut self.frames[frame];
                current.position = around.position;
                self.counts[current.counts.of(index)] += 1;
                self.push(Some(around), inner.body);
                let opened = self.frames.len() - 1;
                let Frame { counts, position, .. } = &mut self.frames[opened];
                (self.counts[counts.start as usize], *position) = (0, 0);
                return Some((Choice { frame: opened, child }, found));
            }
        }
        None
    }

    /// Reports a segment id that the guide does not have.
    #[cold]
    pub(super) fn unplaced(
        &self,
        tag: Tag,
        segment: &Segment<'_>,
        report: &mut Report<'_, '_, 'l>,
    ) {
        report.in_loop = self.here(None).in_loop;
        if segment.id().is_empty() {
            report.whole(&rules::SEGMENT_EMPTY, &[]);
        } else if self.library.knows_tag(tag) {
            report.whole(&rules::SEGMENT_NOT_IN_SET, &[("segment", segment.name().to_owned())]);
        } else {
            report.whole(&rules::SEGMENT_UNKNOWN, &[]);
        }
    }
}
