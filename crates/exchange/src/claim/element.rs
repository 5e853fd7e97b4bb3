//! Elements: how does one value of the model stand in one element, in both directions?

use superbill_model::{OtherElement, OtherSegment, Procedure, RelatedCauses};
use superbill_types::{DateValue, Money, Phi, Quantity, Text};
use superbill_x12::{Delimiters, Segment, Writer};

use crate::digits::Digits;

/// What an element can hold. An absent value is an empty element.
pub(super) trait Element: Sized {
    /// None where the bytes are no such value, or would be lost in it.
    fn read(bytes: &[u8], separators: Delimiters) -> Option<Self>;
    /// Adds one element.
    fn write(&self, out: &mut Writer);
    /// Whether there is no value.
    fn is_absent(&self) -> bool;
}

impl Element for Text {
    fn read(bytes: &[u8], separators: Delimiters) -> Option<Self> {
        let structured =
            |&byte: &u8| byte == separators.component || Some(byte) == separators.repetition;
        (!bytes.iter().any(structured)).then(|| text(bytes))
    }
    fn write(&self, out: &mut Writer) {
        out.element(self);
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl Element for Phi<Text> {
    fn read(bytes: &[u8], separators: Delimiters) -> Option<Self> {
        Text::read(bytes, separators).map(Phi::new)
    }
    fn write(&self, out: &mut Writer) {
        out.element(self.reveal());
    }
    fn is_absent(&self) -> bool {
        self.reveal().is_empty()
    }
}

impl Element for Money {
    fn read(bytes: &[u8], _: Delimiters) -> Option<Self> {
        str::from_utf8(bytes).ok()?.parse().ok()
    }
    fn write(&self, out: &mut Writer) {
        out.element(Digits::money(*self).text());
    }
    fn is_absent(&self) -> bool {
        false
    }
}

impl Element for Quantity {
    fn read(bytes: &[u8], _: Delimiters) -> Option<Self> {
        str::from_utf8(bytes).ok()?.parse().ok()
    }
    fn write(&self, out: &mut Writer) {
        out.element(Digits::quantity(*self).text());
    }
    fn is_absent(&self) -> bool {
        false
    }
}

impl Element for DateValue {
    fn read(bytes: &[u8], separators: Delimiters) -> Option<Self> {
        Text::read(bytes, separators).map(|text| Self::read(&text))
    }
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Day(day) => out.element(Digits::day(*day).text()),
            Self::Text(text) => out.element(text),
        };
    }
    fn is_absent(&self) -> bool {
        false
    }
}

impl Element for Phi<DateValue> {
    fn read(bytes: &[u8], separators: Delimiters) -> Option<Self> {
        <DateValue as Element>::read(bytes, separators).map(Phi::new)
    }
    fn write(&self, out: &mut Writer) {
        self.reveal().write(out);
    }
    fn is_absent(&self) -> bool {
        false
    }
}

/// A composite of alike components.
impl Element for Vec<Text> {
    fn read(bytes: &[u8], separators: Delimiters) -> Option<Self> {
        bytes
            .split(|&byte| byte == separators.component)
            .map(|part| Text::read(part, separators))
            .collect()
    }
    fn write(&self, out: &mut Writer) {
        out.composite(self.iter().map(Text::as_str));
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// A procedure composite (C003).
impl Element for Procedure {
    fn read(bytes: &[u8], separators: Delimiters) -> Option<Self> {
        let mut parts = bytes.split(|&byte| byte == separators.component);
        let mut next = || Text::read(parts.next().unwrap_or(&[]), separators);
        let (qualifier, code) = (next()?, next()?);
        let mut modifiers = Vec::new();
        for place in 0..4 {
            let modifier = next()?;
            if !modifier.is_empty() {
                modifiers.resize(place, Text::default());
                modifiers.push(modifier);
            }
        }
        let description = Some(next()?).filter(|text| !text.is_empty());
        let code_range_end = Some(next()?).filter(|text| !text.is_empty());
        parts.next().is_none().then_some(Self {
            qualifier,
            code,
            modifiers,
            description,
            code_range_end,
        })
    }
    fn write(&self, out: &mut Writer) {
        let modifier = |n: usize| self.modifiers.get(n).map_or("", Text::as_str);
        out.composite([
            self.qualifier.as_str(),
            &self.code,
            modifier(0),
            modifier(1),
            modifier(2),
            modifier(3),
            self.description.as_deref().unwrap_or(""),
            self.code_range_end.as_deref().unwrap_or(""),
        ]);
    }
    fn is_absent(&self) -> bool {
        false
    }
}

/// Related causes (C024): three causes, state, country.
impl Element for RelatedCauses {
    fn read(bytes: &[u8], separators: Delimiters) -> Option<Self> {
        let mut causes = Vec::read(bytes, separators)?;
        if causes.len() > 5 {
            return None;
        }
        let mut last = |n: usize| {
            let told = causes.len() > n;
            told.then(|| Text::from(causes.split_off(n).concat())).filter(|text| !text.is_empty())
        };
        let (country, state) = (last(4), last(3));
        while causes.last().is_some_and(Text::is_empty) {
            causes.pop();
        }
        Some(Self { causes, state, country })
    }
    fn write(&self, out: &mut Writer) {
        let cause = |n: usize| self.causes.get(n).map_or("", Text::as_str);
        out.composite([
            cause(0),
            cause(1),
            cause(2),
            self.state.as_deref().unwrap_or(""),
            self.country.as_deref().unwrap_or(""),
        ]);
    }
    fn is_absent(&self) -> bool {
        false
    }
}

impl<T: Element> Element for Box<T> {
    fn read(bytes: &[u8], separators: Delimiters) -> Option<Self> {
        T::read(bytes, separators).map(Self::new)
    }
    fn write(&self, out: &mut Writer) {
        (**self).write(out);
    }
    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Element> Element for Option<T> {
    fn read(bytes: &[u8], separators: Delimiters) -> Option<Self> {
        if bytes.is_empty() { Some(None) } else { T::read(bytes, separators).map(Some) }
    }
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => {
                out.element("");
            }
        }
    }
    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(Element::is_absent)
    }
}

/// Bytes as text: UTF-8 where they are, else Latin-1 byte by byte.
pub(super) fn text(bytes: &[u8]) -> Text {
    str::from_utf8(bytes)
        .map_or_else(|_| bytes.iter().map(|&byte| char::from(byte)).collect(), Text::from)
}

/// An element kept beside the fields of its record.
pub(super) fn other_element(segment: &Segment<'_>, number: usize) -> OtherElement {
    OtherElement {
        segment: segment.name().into(),
        position: u8::try_from(number).unwrap_or(u8::MAX),
        text: Phi::new(text(&standard(segment.element(number), segment.delimiters()))),
    }
}

/// A segment kept as sent, in the separators `*`, `:` and `^`; a data character that is one of these, or
/// a backslash, has a backslash before it.
pub(super) fn other_segment(segment: &Segment<'_>) -> OtherSegment {
    OtherSegment { text: Phi::new(text(&standard(segment.bytes(), segment.delimiters()))) }
}

fn standard(bytes: &[u8], separators: Delimiters) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for &byte in bytes {
        match byte {
            _ if byte == separators.element => out.push(b'*'),
            _ if byte == separators.component => out.push(b':'),
            _ if Some(byte) == separators.repetition => out.push(b'^'),
            b'*' | b':' | b'^' | b'\\' => out.extend([b'\\', byte]),
            _ => out.push(byte),
        }
    }
    out
}

/// The bytes of kept text in these separators. None where a data character is one of them.
pub(super) fn spelled(text: &str, separators: Delimiters) -> Option<Vec<u8>> {
    let Delimiters { element, component, repetition, segment } = separators;
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let data = match byte {
            b'*' | b':' | b'^' => {
                out.push(match byte {
                    b'*' => element,
                    b':' => component,
                    _ => repetition?,
                });
                continue;
            }
            b'\\' => bytes.next()?,
            data => data,
        };
        if [element, component, segment].contains(&data) || Some(data) == repetition {
            return None;
        }
        out.push(data);
    }
    Some(out)
}
