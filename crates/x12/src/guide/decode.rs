//! Packed tables: what do the bytes of a compiled guide table say?
//!
//! All numbers are LEB128. Lists begin with their length; texts are lines; a reference is an index, often
//! written as the step from the one before.
//! `crates/guides/src/pack.rs` writes this layout; a version mark at the start tells it apart.

use core::fmt;

use super::library::Meaning;
use super::list::{Codes, pack};
use super::{
    Body, Child, Condition, ElementDef, Guide, Kind, Library, LoopDef, Note, Plain, Row, Usage,
};
use crate::{Tag, tag};

/// A packed table that cannot be read: damaged, or of another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadTable {
    /// How many bytes were left where it stopped making sense.
    pub left: usize,
}

impl fmt::Display for BadTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the guide table is damaged {} bytes before its end; compile it again", self.left)
    }
}

impl core::error::Error for BadTable {}

type Result<T> = core::result::Result<T, BadTable>;

impl Library {
    /// Reads a packed table.
    ///
    /// # Errors
    /// [`BadTable`] where the bytes are not such a table, or refer to what is not there.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut input = Input(bytes);
        if input.bytes(4)? != b"SBG1" {
            return input.bad();
        }
        let mut library = Self::default();
        for name in input.text()?.lines() {
            library.text.push_str(name);
            library.names.push(library.text.len() as u32);
        }
        library.tags = input.list(Input::tag)?;
        if !library.tags.is_sorted() {
            return input.bad();
        }
        library.codes = codes(&mut input)?;
        library.elements = elements(&mut input)?;
        let notes = input.list(|input| input.list(note))?;
        let mut note_ranges = Vec::new();
        for list in notes {
            let start = library.notes.len();
            library.notes.extend(list);
            note_ranges.push((input.small(start)?, input.small(library.notes.len())?));
        }
        library.composites = library.rows(&mut input, &note_ranges)?;
        library.specs = library.rows(&mut input, &note_ranges)?;
        library.guides = input.list(|input| guide(input, &library))?;
        if !input.0.is_empty() || !library.holds_together() {
            return input.bad();
        }
        Ok(library)
    }

    /// Adds what codes mean, from the packed file of code meanings.
    ///
    /// # Errors
    /// [`BadTable`] where the bytes are no such file.
    pub fn with_meanings(mut self, bytes: &[u8]) -> Result<Self> {
        let mut input = Input(bytes);
        if input.bytes(4)? != b"SBW1" {
            return input.bad();
        }
        let count = input.length()?;
        let mut numbers = Vec::with_capacity(count);
        let mut last = 0;
        for _ in 0..count {
            last += input.number()?;
            numbers.push(input.small(last)?);
        }
        let (codes, texts) = (input.text()?, input.text()?);
        for (number, (code, text)) in numbers.into_iter().zip(codes.lines().zip(texts.lines())) {
            let Some(code) = pack(code.as_bytes()) else { return input.bad() };
            let start = self.meaning_text.len() as u32;
            self.meaning_text.push_str(text);
            let text = (start, self.meaning_text.len() as u32);
            self.meanings.push(Meaning { number, code, text });
        }
        if !self.meanings.is_sorted_by_key(|meaning| (meaning.number, meaning.code)) {
            return input.bad();
        }
        Ok(self)
    }

    fn rows(&mut self, input: &mut Input<'_>, notes: &[(u16, u16)]) -> Result<Vec<Row>> {
        let mut reference = Reference::default();
        input.list(|input| {
            let first = self.members.len();
            for _ in 0..input.length()? {
                let member = usize::from(reference.next(input)?);
                let Some(&element) = self.elements.get(member) else { return input.bad() };
                self.members.push(element);
            }
            let Some(&notes) = notes.get(input.number()?) else { return input.bad() };
            let members = (first as u32, self.members.len() as u32);
            let required = |element: &ElementDef| element.usage == Usage::Required;
            let last_required = self.members[first..].iter().rposition(required);
            let last_required = input.small(last_required.map_or(0, |at| at + 1))?;
            Ok(Row { members, notes, last_required })
        })
    }

    /// Whether references that could not be checked on the way are sound.
    fn holds_together(&self) -> bool {
        let names = self.names.len();
        self.elements.iter().all(|element| {
            usize::from(element.name) < names
                && usize::from(element.external) <= names
                && usize::from(element.codes) <= self.codes.lists.len()
                && (element.kind != Kind::Composite
                    || usize::from(element.parts) < self.composites.len())
        }) && self
            .composites
            .iter()
            .all(|row| self.members(row).iter().all(|element| element.kind != Kind::Composite))
    }
}

fn codes(input: &mut Input<'_>) -> Result<Codes> {
    let pool = input.text()?;
    let pool: Vec<&str> = pool.lines().collect();
    let mut codes = Codes::default();
    for _ in 0..input.length()? {
        let starts = (codes.short.len() as u32, codes.long.len() as u32);
        let mut next = 0;
        for _ in 0..input.length()? {
            let index = next + input.number()?;
            let Some(&code) = pool.get(index) else { return input.bad() };
            match pack(code.as_bytes()) {
                Some(packed) => codes.short.push(packed),
                None => codes.long.push(code.to_owned()),
            }
            next = index + 1;
        }
        if !codes.short[starts.0 as usize..].is_sorted() {
            return input.bad();
        }
        let list = codes.short[starts.0 as usize..].to_vec();
        codes.index(&list);
        let ends = (codes.short.len() as u32, codes.long.len() as u32);
        codes.lists.push(((starts.0, ends.0), (starts.1, ends.1)));
    }
    Ok(codes)
}

fn elements(input: &mut Input<'_>) -> Result<Vec<ElementDef>> {
    let flags = input.list(Input::number)?;
    let count = flags.len();
    let column = |input: &mut Input<'_>| -> Result<Vec<u16>> {
        (0..count).map(|_| input.number().and_then(|value| input.small(value))).collect()
    };
    let mut columns: [Vec<u16>; 7] = Default::default();
    for slot in &mut columns {
        *slot = column(input)?;
    }
    let [numbers, min, max, limit, repeat, codes, external] = columns;
    let mut name = Reference::default();
    let names = (0..count).map(|_| name.next(input)).collect::<Result<Vec<u16>>>()?;
    let parts = column(input)?;
    let mut out = Vec::with_capacity(count);
    for (at, flags) in flags.into_iter().enumerate() {
        let Some(&kind) = Kind::ALL.get(flags >> 2) else { return input.bad() };
        let usage = usage(input, flags & 3)?;
        out.push(ElementDef {
            usage,
            kind,
            plain: Plain::of(usage, kind, codes[at]),
            number: numbers[at],
            min: min[at],
            max: max[at],
            limit: limit[at],
            repeat: if repeat[at] == 0 { u16::MAX } else { repeat[at] },
            codes: codes[at],
            external: external[at],
            name: names[at],
            parts: parts[at],
        });
    }
    Ok(out)
}

fn note(input: &mut Input<'_>) -> Result<Note> {
    let [kind] = *input.bytes(1)? else { return input.bad() };
    let listed = input.list(Input::number)?;
    let mut positions = [0; Note::MAX];
    let mut mask = 0;
    if listed.len() > Note::MAX || !b"PRECL".contains(&kind) {
        return input.bad();
    }
    for (slot, position) in positions.iter_mut().zip(&listed) {
        if !(1..64).contains(position) {
            return input.bad();
        }
        *slot = *position as u8;
        mask |= 1 << position;
    }
    Ok(Note { kind, count: listed.len() as u8, positions, mask })
}

fn guide(input: &mut Input<'_>, library: &Library) -> Result<Guide> {
    let mut texts: [String; 4] = Default::default();
    let mut references = (Reference::default(), Reference::default());
    for text in &mut texts {
        *text = library.name(references.0.next(input)?).to_owned();
    }
    let [version, set_id, functional_id, title] = texts;
    let mut guide = Guide { version, set_id, functional_id, title, ..Guide::default() };
    for _ in 0..input.length()? {
        let first = guide.children.len() as u32;
        let mut position = 0;
        for _ in 0..input.length()? {
            let child = child(input, library, &mut guide, &mut position, &mut references)?;
            guide.children.push(child);
        }
        let children = (first, guide.children.len() as u32);
        if children.0 == children.1 || guide.bodies.len() == MAX_BODIES {
            return input.bad();
        }
        guide.bodies.push(Body { children, required: (0, 0), bounds: (0, 0) });
    }
    // A loop is known by its first segment.
    for index in 0..guide.children.len() {
        let Some(definition) = guide.children[index].body else { continue };
        let first = match guide.body(definition.body) {
            Some(body) if definition.body != 0 => guide.children[body.children.0 as usize],
            _ => return input.bad(),
        };
        if first.body.is_some() {
            return input.bad();
        }
        let Child { tag, spec, name, conditions, .. } = first;
        let this = &mut guide.children[index];
        *this = Child { tag, spec, name, conditions, ..*this };
    }
    if guide.bodies.is_empty() || guide.conditions.len() > usize::from(u16::MAX) {
        return input.bad();
    }
    guide.index(&library.tags);
    Ok(guide)
}

fn child(
    input: &mut Input<'_>,
    library: &Library,
    guide: &mut Guide,
    position: &mut usize,
    (names, specs): &mut (Reference, Reference),
) -> Result<Child> {
    let flags = input.number()?;
    let usage = usage(input, flags & 3)?;
    *position += input.number()?;
    let max = match input.number()? {
        0 => u32::MAX,
        max => max as u32,
    };
    let position = input.small(*position)?;
    let none = Child {
        tag: Tag(0),
        usage,
        max,
        position,
        spec: 0,
        name: 0,
        conditions: (0, 0),
        body: None,
        overlay: 0,
    };
    if flags & 4 != 0 {
        let body = input.number()?;
        let body = input.small(body)?;
        let body = LoopDef { body, id: names.next(input)?, name: names.next(input)? };
        return Ok(Child { body: Some(body), ..none });
    }
    let Some(&tag) = library.tags.get(input.number()?) else { return input.bad() };
    let (spec, name) = (specs.next(input)?, names.next(input)?);
    if library.spec(spec).is_none() {
        return input.bad();
    }
    let first = guide.conditions.len();
    if flags & 8 != 0 {
        let conditions = input.list(|input| {
            let [element, component] = *input.bytes(2)? else { return input.bad() };
            let codes = input.number()?;
            let codes = input.small(codes)?;
            let only = library.codes.only(codes).unwrap_or(0);
            Ok(Condition { element, component, codes, only })
        })?;
        guide.conditions.extend(conditions);
    }
    let conditions = (input.small(first)?, input.small(guide.conditions.len())?);
    Ok(Child { tag, spec, name, conditions, ..none })
}

/// References, each written as the step from the one before.
#[derive(Default)]
struct Reference(i64);

impl Reference {
    fn next(&mut self, input: &mut Input<'_>) -> Result<u16> {
        self.0 += input.signed()?;
        u16::try_from(self.0).or_else(|_| input.bad())
    }
}

fn usage(input: &Input<'_>, bits: usize) -> Result<Usage> {
    match bits {
        0 => Ok(Usage::Required),
        1 => Ok(Usage::Situational),
        2 => Ok(Usage::NotUsed),
        _ => input.bad(),
    }
}

/// Most loops one guide may have.
const MAX_BODIES: usize = 1000;

/// The bytes not yet read.
struct Input<'b>(&'b [u8]);

impl<'b> Input<'b> {
    fn bad<T>(&self) -> Result<T> {
        Err(BadTable { left: self.0.len() })
    }

    fn bytes(&mut self, count: usize) -> Result<&'b [u8]> {
        let Some((head, tail)) = self.0.split_at_checked(count) else { return self.bad() };
        self.0 = tail;
        Ok(head)
    }

    fn number(&mut self) -> Result<usize> {
        let mut value = 0_usize;
        for shift in [0, 7, 14, 21] {
            let [byte] = *self.bytes(1)? else { return self.bad() };
            value |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        self.bad()
    }

    fn signed(&mut self) -> Result<i64> {
        let value = self.number()? as i64;
        Ok(if value & 1 == 0 { value >> 1 } else { -(value >> 1) - 1 })
    }

    fn small(&self, value: usize) -> Result<u16> {
        u16::try_from(value).or_else(|_| self.bad())
    }

    /// The length of a list: never more than the bytes left, so that damage cannot claim memory.
    fn length(&mut self) -> Result<usize> {
        let length = self.number()?;
        if length > self.0.len() { self.bad() } else { Ok(length) }
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let length = self.length()?;
        (0..length).map(|_| item(self)).collect()
    }

    fn text(&mut self) -> Result<String> {
        let length = self.length()?;
        let bytes = self.bytes(length)?.to_vec();
        String::from_utf8(bytes).or_else(|_| self.bad())
    }

    fn tag(&mut self) -> Result<Tag> {
        Ok(tag(self.text()?.as_bytes()))
    }
}
