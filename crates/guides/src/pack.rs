//! Packing: how do guides become one small table?
//!
//! What guides share is written once: names, codes, code lists, elements, rows of elements, conditions.
//! The layout is described where it is read, in `x12`'s `guide/decode.rs`.

use std::collections::{BTreeMap, BTreeSet};

use superbill_x12::{Kind, Usage, pack_element_number, tag};

use crate::source::{Child, Content, Element, Form, Source};

/// Packs guides. `tags` are the segment ids of every guide, packed here or not.
#[must_use]
pub fn pack(guides: &[&Source], tags: &BTreeSet<String>) -> Vec<u8> {
    let mut pools = Pools::default();
    for guide in guides {
        pools.collect(&guide.children);
    }
    let mut tags: Vec<&str> = tags.iter().map(String::as_str).collect();
    tags.sort_by_key(|id| tag(id.as_bytes()));
    let mut tables = Tables::new(&pools);
    let bodies: Vec<Vec<u8>> = guides.iter().map(|guide| tables.guide(guide, &tags)).collect();

    let mut out = Out(b"SBG1".to_vec());
    out.lines(tables.names.items.iter().map(String::as_str));
    out.number(tags.len());
    for tag in &tags {
        out.text(tag);
    }
    out.lines(pools.codes.iter().map(|(_, code)| code.as_str()));
    out.number(pools.lists.len());
    for list in &pools.lists {
        out.ascending(list.iter().map(|code| rank(&pools.codes, &(code.len(), code.clone()))));
    }
    out.elements(&tables.elements.items);
    out.number(tables.notes.items.len());
    for notes in &tables.notes.items {
        out.notes(notes);
    }
    out.rows(&tables.composites.items);
    out.rows(&tables.specs.items);
    out.number(bodies.len());
    for body in bodies {
        out.0.extend(body);
    }
    out.0
}

/// Packs code meanings, rows of element number, code, meaning: those of codes that the guides list.
#[must_use]
pub fn pack_meanings(tsv: &str, guides: &[&Source]) -> Vec<u8> {
    let mut used = BTreeSet::new();
    for guide in guides {
        used_codes(&guide.children, &mut used);
    }
    let mut rows: Vec<(u16, &str, &str)> = tsv
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.splitn(3, '\t');
            let (number, code, meaning) = (cells.next()?, cells.next()?, cells.next()?);
            let packed = pack_element_number(number)?;
            let fits = (1..=8).contains(&code.len()) && used.contains(&(number, code));
            fits.then_some((packed, code, meaning))
        })
        .collect();
    rows.sort_unstable_by_key(|&(number, code, _)| (number, code.len(), code));
    let mut out = Out(b"SBW1".to_vec());
    out.number(rows.len());
    let mut last = 0;
    for (number, ..) in &rows {
        out.number(usize::from(number - last));
        last = *number;
    }
    out.lines(rows.iter().map(|(_, code, _)| *code));
    out.lines(rows.iter().map(|(.., meaning)| *meaning));
    out.0
}

/// Pairs of element number and code that some segments list.
type Used<'s> = BTreeSet<(&'s str, &'s str)>;

fn used_codes_of<'s>(elements: &'s [Element], used: &mut Used<'s>) {
    for element in elements {
        match &element.form {
            Form::Simple { codes, .. } => {
                used.extend(codes.iter().map(|code| (element.number.as_str(), code.as_str())));
            }
            Form::Composite { parts, .. } => used_codes_of(parts, used),
        }
    }
}

fn used_codes<'s>(children: &'s [Child], used: &mut Used<'s>) {
    for child in children {
        match &child.content {
            Content::Segment { elements, .. } => used_codes_of(elements, used),
            Content::Loop(inner) => used_codes(inner, used),
            Content::Like(_) => {}
        }
    }
}

/// The segment ids of some guides.
#[must_use]
pub fn tags(guides: &[&Source]) -> BTreeSet<String> {
    fn collect(children: &[Child], into: &mut BTreeSet<String>) {
        for child in children {
            match &child.content {
                Content::Segment { .. } => {
                    into.insert(child.id.clone());
                }
                Content::Loop(inner) => collect(inner, into),
                Content::Like(_) => {}
            }
        }
    }
    let mut out = BTreeSet::new();
    for guide in guides {
        collect(&guide.children, &mut out);
    }
    out
}

/// Codes and code lists of all guides, sorted.
#[derive(Default)]
struct Pools {
    /// By length, then text: the order of their packed numbers.
    codes: BTreeSet<(usize, String)>,
    lists: BTreeSet<BTreeSet<String>>,
}

impl Pools {
    fn collect(&mut self, children: &[Child]) {
        for child in children {
            match &child.content {
                Content::Segment { elements, matches, .. } => {
                    self.elements(elements);
                    for (_, _, codes) in matches {
                        self.list(codes);
                    }
                }
                Content::Loop(inner) => self.collect(inner),
                Content::Like(_) => {}
            }
        }
    }

    fn elements(&mut self, elements: &[Element]) {
        for element in elements {
            match &element.form {
                Form::Simple { codes, .. } if !codes.is_empty() => self.list(codes),
                Form::Simple { .. } => {}
                Form::Composite { parts, .. } => self.elements(parts),
            }
        }
    }

    fn list(&mut self, codes: &[String]) {
        self.codes.extend(codes.iter().map(|code| (code.len(), code.clone())));
        self.lists.insert(codes.iter().cloned().collect());
    }

    fn list_index(&self, codes: &[String]) -> usize {
        rank(&self.lists, &codes.iter().cloned().collect())
    }
}

/// An element as it is packed: its columns.
type Packed = [usize; 10];

/// The column of names.
const NAME: usize = 8;

/// A row: members and conditions.
type Row = (Vec<usize>, usize);

/// What is numbered in the order it is first met.
struct Interned<T> {
    items: Vec<T>,
    index: BTreeMap<T, usize>,
}

impl<T: Ord + Clone> Interned<T> {
    fn new() -> Self {
        Self { items: Vec::new(), index: BTreeMap::new() }
    }

    fn get(&mut self, item: T) -> usize {
        let next = self.items.len();
        *self.index.entry(item.clone()).or_insert_with(|| {
            self.items.push(item);
            next
        })
    }
}

struct Tables<'p> {
    pools: &'p Pools,
    /// In the order of their first use, so that most references are to the next one.
    names: Interned<String>,
    last_name: usize,
    last_spec: usize,
    elements: Interned<Packed>,
    notes: Interned<Vec<String>>,
    composites: Interned<Row>,
    specs: Interned<Row>,
}

impl<'p> Tables<'p> {
    fn new(pools: &'p Pools) -> Self {
        let mut notes = Interned::new();
        notes.get(Vec::new());
        Self {
            pools,
            names: Interned::new(),
            last_name: 0,
            last_spec: 0,
            elements: Interned::new(),
            notes,
            composites: Interned::new(),
            specs: Interned::new(),
        }
    }

    fn name(&mut self, name: &str) -> usize {
        self.names.get(name.to_owned())
    }

    /// Writes a reference to a name as the step from the one before.
    fn refer(&mut self, out: &mut Out, name: &str) {
        let index = self.name(name);
        out.signed(index as i64 - self.last_name as i64);
        self.last_name = index;
    }

    fn row(&mut self, elements: &[Element], notes: &[String]) -> Row {
        let members = elements.iter().map(|element| self.element(element)).collect();
        (members, self.notes.get(notes.to_vec()))
    }

    fn element(&mut self, element: &Element) -> usize {
        let number = pack_element_number(&element.number).map_or(0, usize::from);
        let mut packed = [0; 10];
        packed[1] = number;
        packed[5] = usize::from(element.repeat);
        packed[NAME] = self.name(&element.name);
        let kind = match &element.form {
            Form::Simple { kind, length, limit, codes, external, counts } => {
                packed[2] = usize::from(length.0);
                packed[3] = usize::from(length.1);
                packed[4] = usize::from(*limit);
                packed[6] = if codes.is_empty() { 0 } else { self.pools.list_index(codes) + 1 };
                packed[7] = if external.is_empty() { 0 } else { self.name(external) + 1 };
                if *counts { Kind::Counter } else { kind_of(kind, &element.number) }
            }
            Form::Composite { parts, notes } => {
                let row = self.row(parts, notes);
                packed[9] = self.composites.get(row);
                Kind::Composite
            }
        };
        let kind = Kind::ALL.iter().position(|&known| known == kind).unwrap_or(0);
        packed[0] = kind << 2 | usage_bits(element.usage);
        self.elements.get(packed)
    }

    /// The bytes of a guide: heading, then its bodies, the top level first.
    fn guide(&mut self, guide: &Source, tags: &[&str]) -> Vec<u8> {
        let mut out = Out(Vec::new());
        (self.last_name, self.last_spec) = (0, 0);
        for text in &guide.heading {
            self.refer(&mut out, text);
        }
        let mut bodies: Vec<&[Child]> = vec![&guide.children];
        let mut at = 0;
        while let Some(&children) = bodies.get(at) {
            bodies.extend(children.iter().filter_map(|child| match &child.content {
                Content::Loop(inner) => Some(inner.as_slice()),
                _ => None,
            }));
            at += 1;
        }
        out.number(bodies.len());
        for children in &bodies {
            out.number(children.len());
            let mut position = 0;
            for child in *children {
                let body = match &child.content {
                    Content::Segment { .. } => None,
                    Content::Loop(inner) => Some(inner.as_slice()),
                    Content::Like(path) => guide.at(path).map(|target| match &target.content {
                        Content::Loop(inner) => inner.as_slice(),
                        _ => &[],
                    }),
                };
                let body = body.map(|body| {
                    bodies.iter().position(|known| core::ptr::eq(*known, body)).unwrap_or(0)
                });
                let step = usize::from(child.position - position);
                position = child.position;
                self.child(&mut out, child, body, step, tags);
            }
        }
        out.0
    }

    fn child(
        &mut self,
        out: &mut Out,
        child: &Child,
        body: Option<usize>,
        step: usize,
        tags: &[&str],
    ) {
        let usage = usage_bits(child.usage);
        let max = usize::from(child.max);
        let Content::Segment { elements, notes, matches } = &child.content else {
            let body = body.unwrap_or(0);
            for value in [usage | 4, step, max, body] {
                out.number(value);
            }
            self.refer(out, &child.id);
            self.refer(out, &child.name);
            return;
        };
        let row = self.row(elements, notes);
        let spec = self.specs.get(row);
        let tag = tags.iter().position(|tag| *tag == child.id).unwrap_or(0);
        let flags = usage | if matches.is_empty() { 0 } else { 8 };
        for value in [flags, step, max, tag] {
            out.number(value);
        }
        out.signed(spec as i64 - self.last_spec as i64);
        self.last_spec = spec;
        self.refer(out, &child.name);
        if !matches.is_empty() {
            out.number(matches.len());
            for (element, component, codes) in matches {
                out.0.extend([*element, *component]);
                out.number(self.pools.list_index(codes));
            }
        }
    }
}

/// What the text of a data element looks like, where its type alone does not tell.
fn kind_of(kind: &str, number: &str) -> Kind {
    match (number, kind) {
        ("782", _) => Kind::Amount,
        ("1251", _) => Kind::Period,
        ("480" | "1705", _) => Kind::Version,
        ("I02" | "I04", _) => Kind::Padded,
        ("I15" | "I65", _) | (_, "B") => Kind::Bytes,
        (_, "ID") => Kind::Code,
        (_, "N0" | "N2") => Kind::Integer,
        (_, "R") => Kind::Decimal,
        (_, "DT") => Kind::Date,
        (_, "TM") => Kind::Time,
        _ => Kind::Text,
    }
}

fn usage_bits(usage: Usage) -> usize {
    match usage {
        Usage::Required => 0,
        Usage::Situational => 1,
        Usage::NotUsed => 2,
    }
}

/// The place of an item in a sorted set that holds it.
fn rank<T: Ord>(set: &BTreeSet<T>, item: &T) -> usize {
    set.range(..item).count()
}

/// Bytes being written.
struct Out(Vec<u8>);

impl Out {
    fn number(&mut self, mut value: usize) {
        while value >= 0x80 {
            self.0.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    fn signed(&mut self, value: i64) {
        let folded = if value < 0 { ((-value - 1) << 1) | 1 } else { value << 1 };
        self.number(usize::try_from(folded).unwrap_or(0));
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend(text.as_bytes());
    }

    /// Texts, one a line: what reads them is one scan, and they compress well so.
    fn lines<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        let joined: String = texts.flat_map(|text| [text, "\n"]).collect();
        self.text(&joined);
    }

    fn ascending(&mut self, values: impl Iterator<Item = usize>) {
        let mut values: Vec<usize> = values.collect();
        values.sort_unstable();
        self.number(values.len());
        let mut next = 0;
        for value in values {
            self.number(value - next);
            next = value + 1;
        }
    }

    fn elements(&mut self, elements: &[Packed]) {
        self.number(elements.len());
        for column in 0..10 {
            let mut last = 0;
            for element in elements {
                if column == NAME {
                    self.signed(element[column] as i64 - last);
                    last = element[column] as i64;
                } else {
                    self.number(element[column]);
                }
            }
        }
    }

    fn notes(&mut self, notes: &[String]) {
        self.number(notes.len());
        for note in notes {
            let (kind, positions) = note.split_at(1);
            self.0.extend(kind.as_bytes());
            let positions: Vec<&[u8]> = positions.as_bytes().chunks(2).collect();
            self.number(positions.len());
            for digits in positions {
                self.number(digits.iter().fold(0, |n, d| n * 10 + usize::from(d - b'0')));
            }
        }
    }

    fn rows(&mut self, rows: &[Row]) {
        self.number(rows.len());
        let mut previous = 0;
        for (members, notes) in rows {
            self.number(members.len());
            for &member in members {
                self.signed(member as i64 - previous);
                previous = member as i64;
            }
            self.number(*notes);
        }
    }
}
