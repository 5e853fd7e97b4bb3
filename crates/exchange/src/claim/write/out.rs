//! Output: where in the model does each written segment come from, and what in it cannot be written?

use std::borrow::Cow;

use superbill_model::{OtherElement, OtherSegment};
use superbill_types::{Finding, Findings, Location, Rule};
use superbill_x12::{Delimiters, HoldsSeparator, Writer};

use super::super::element::spelled;
use super::super::layout::Layout;
use super::super::rules;

/// Writes segments and knows the path of the record they come from.
pub(super) struct Out {
    /// Takes the elements of the open segment.
    pub(super) writer: Writer,
    /// What cannot be written.
    pub(super) findings: Findings,
    delimiters: Delimiters,
    path: Vec<(&'static str, Option<usize>)>,
    trace: Option<Trace>,
    /// Sets begun, and the segments written before the open one.
    sets: u32,
    before: u32,
}

/// For each segment of each set, where in the model it comes from.
#[derive(Default)]
pub(in crate::claim) struct Trace(Vec<Traced>);

struct Traced {
    set: u32,
    ordinal: u32,
    path: String,
    field: Box<dyn Fn(usize) -> Cow<'static, str>>,
}

/// Where in the model the segments up to one come from.
pub(in crate::claim) struct Origin<'t> {
    /// Place of the segment in its set, from 1.
    pub(in crate::claim) ordinal: u32,
    /// The record.
    pub(in crate::claim) path: &'t str,
    field: &'t dyn Fn(usize) -> Cow<'static, str>,
}

impl Origin<'_> {
    /// The field of an element, in the spelling of JSON; empty where it has none.
    pub(in crate::claim) fn field(&self, element: usize) -> String {
        join("", &(self.field)(element))
    }
}

impl Trace {
    /// The segments of the first set.
    pub(in crate::claim) fn origins(&self) -> impl Iterator<Item = Origin<'_>> {
        let of_set = self.0.iter().filter(|one| one.set == 1);
        of_set.map(|one| Origin { ordinal: one.ordinal, path: &one.path, field: &one.field })
    }

    /// The path of the record that lacks a segment of this loop, as noticed at the segment of this ordinal.
    pub(super) fn path_of_missing(&self, set: u32, ordinal: u32, loop_id: &str) -> String {
        let before = self.path(set, ordinal.saturating_sub(1), 0);
        let list = match loop_id {
            "2300" => "claims[",
            "2320" => "otherCoverages[",
            "2400" => "lines[",
            "2430" => "adjudications[",
            _ => return before,
        };
        // Up to the record itself, without what was told of it last.
        let end = before.rfind(list).and_then(|at| Some(at + before.get(at..)?.find(']')? + 1));
        end.and_then(|end| before.get(..end)).map_or(before.clone(), str::to_owned)
    }

    /// The path of an element of a segment; of the segment where the element has no field.
    pub(super) fn path(&self, set: u32, ordinal: u32, element: u16) -> String {
        let at = self.0.partition_point(|one| (one.set, one.ordinal) < (set, ordinal));
        let Some(traced) = self.0.get(at).or(self.0.last()) else { return String::new() };
        let element = usize::from(element);
        let field = if element > 0 { (traced.field)(element) } else { Cow::Borrowed("") };
        join(&traced.path, &field)
    }
}

impl Out {
    pub(super) fn new(delimiters: Delimiters, trace: bool) -> Self {
        Self {
            writer: Writer::new(delimiters),
            findings: Findings::default(),
            delimiters,
            path: Vec::new(),
            trace: trace.then(Trace::default),
            sets: 0,
            before: 0,
        }
    }

    /// A set begins with the next segment.
    pub(super) fn begin_set(&mut self) {
        self.sets += 1;
        self.before = self.writer.segments();
    }

    /// Segments of the open set.
    pub(super) fn segments_of_set(&self) -> u32 {
        self.writer.segments() - self.before
    }

    /// Writes what is within a field of the model.
    pub(super) fn within(&mut self, field: &'static str, write: impl FnOnce(&mut Self)) {
        self.path.push((field, None));
        write(self);
        self.path.pop();
    }

    /// Writes each of a list.
    pub(super) fn each<T>(
        &mut self,
        field: &'static str,
        list: &[T],
        mut write: impl FnMut(&mut Self, &T),
    ) {
        for (index, item) in list.iter().enumerate() {
            self.at(field, index, |out| write(out, item));
        }
    }

    /// Writes one of a list.
    pub(super) fn at(&mut self, field: &'static str, index: usize, write: impl FnOnce(&mut Self)) {
        self.path.push((field, Some(index)));
        write(self);
        self.path.pop();
    }

    /// Writes the segment of a record.
    pub(super) fn record<R>(&mut self, layout: &Layout<R>, record: &R, rest: &[OtherElement]) {
        self.writer.segment(layout.id);
        if rest.is_empty() {
            (layout.write_all)(record, &mut self.writer);
        } else {
            self.elements(layout, record, rest, 1);
        }
        self.end(layout.field);
    }

    /// Writes the segments of a list of records, one each.
    pub(super) fn records<R>(&mut self, field: &'static str, layout: &Layout<R>, list: &[R]) {
        self.each(field, list, |out, record| out.record(layout, record, &[]));
    }

    /// Writes the segment of a record, if there is one.
    pub(super) fn optional<R>(
        &mut self,
        field: &'static str,
        layout: &Layout<R>,
        record: Option<&R>,
    ) {
        if let Some(record) = record {
            self.within(field, |out| out.record(layout, record, &[]));
        }
    }

    /// Adds the elements of a record from `from` on, and those kept beside its fields.
    pub(super) fn elements<R>(
        &mut self,
        layout: &Layout<R>,
        record: &R,
        rest: &[OtherElement],
        from: usize,
    ) {
        let kept = |number: usize| {
            rest.iter().find(|one| usize::from(one.position) == number && one.segment == layout.id)
        };
        let beyond = rest.iter().filter(|one| one.segment == layout.id);
        let last = beyond.map(|one| usize::from(one.position)).max().unwrap_or(0).max(layout.last);
        for number in from..=last {
            match kept(number) {
                Some(other) => self.other(other),
                None => (layout.write)(record, number, &mut self.writer),
            }
        }
    }

    fn other(&mut self, other: &OtherElement) {
        match spelled(other.text.reveal(), self.delimiters) {
            Some(bytes) => {
                self.writer.spelled(&bytes);
            }
            None => {
                self.writer.element("");
                self.refuse(&rules::HOLDS_SEPARATOR, "other_elements");
            }
        }
    }

    /// Elements kept beside the fields of a segment that is written by hand, behind its element `after`.
    pub(super) fn rest(&mut self, id: &str, after: usize, rest: &[OtherElement]) {
        let mut next = after + 1;
        for one in rest.iter().filter(|one| one.segment == id) {
            while next < usize::from(one.position) {
                self.writer.element("");
                next += 1;
            }
            self.other(one);
            next += 1;
        }
    }

    /// Ends a segment whose element `n` comes from field `field(n)`.
    pub(super) fn end(&mut self, field: impl Fn(usize) -> &'static str + 'static) {
        let ended = self.writer.end();
        self.ended(ended, move |number| Cow::Borrowed(field(number)));
    }

    /// Ends a segment whose elements are items of a list, each with its place there.
    pub(super) fn end_items(&mut self, list: &'static str, places: Vec<usize>) {
        let ended = self.writer.end();
        self.ended(ended, move |number| match places.get(number.wrapping_sub(1)) {
            Some(place) => Cow::Owned(format!("{list}[{place}]")),
            None => Cow::Borrowed(list),
        });
    }

    /// Writes segments that end themselves.
    pub(super) fn segments(
        &mut self,
        field: &'static str,
        write: impl FnOnce(&mut Writer) -> Result<(), HoldsSeparator>,
    ) {
        let ended = write(&mut self.writer);
        self.ended(ended, move |_| Cow::Borrowed(field));
    }

    fn ended(
        &mut self,
        ended: Result<(), HoldsSeparator>,
        field: impl Fn(usize) -> Cow<'static, str> + 'static,
    ) {
        if ended.is_err() {
            self.refuse(&rules::HOLDS_SEPARATOR, "");
        }
        if self.trace.is_some() {
            let (set, ordinal, path) = (self.sets, self.segments_of_set(), self.path(""));
            let traced = Traced { set, ordinal, path, field: Box::new(field) };
            self.trace.get_or_insert_default().0.push(traced);
        }
    }

    /// Writes segments as they were read.
    pub(super) fn others(&mut self, list: &[OtherSegment]) {
        self.each("other_segments", list, |out, segment| {
            match spelled(segment.text.reveal(), out.delimiters) {
                Some(bytes) => {
                    out.writer.raw(&bytes);
                    out.ended(Ok(()), |_| Cow::Borrowed(""));
                }
                None => out.refuse(&rules::HOLDS_SEPARATOR, ""),
            }
        });
    }

    /// Tells that a field cannot be written.
    pub(super) fn refuse(&mut self, rule: &'static Rule, field: &'static str) {
        let finding = self.finding(rule, field);
        self.findings.push(finding);
    }

    /// A finding at a field of the open record.
    pub(super) fn finding(&self, rule: &'static Rule, field: &'static str) -> Finding {
        Finding::new(rule, Location { path: self.path(field), ..Location::default() })
    }

    fn path(&self, field: &'static str) -> String {
        let mut path = String::new();
        for (name, index) in &self.path {
            path = join(&path, name);
            if let Some(index) = index {
                path.push_str(&format!("[{index}]"));
            }
        }
        join(&path, field)
    }

    /// The bytes, and where they come from.
    pub(super) fn finish(self) -> (Vec<u8>, Findings, Option<Trace>) {
        (self.writer.into_bytes(), self.findings, self.trace)
    }
}

/// A path with one more step, in the spelling of JSON.
fn join(path: &str, field: &str) -> String {
    let mut out = path.to_owned();
    if !out.is_empty() && !field.is_empty() {
        out.push('.');
    }
    let mut upper = false;
    for letter in field.chars() {
        match letter {
            '_' => upper = true,
            _ if upper => {
                out.push(letter.to_ascii_uppercase());
                upper = false;
            }
            _ => out.push(letter),
        }
    }
    out
}
