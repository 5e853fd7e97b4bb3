//! JSON: what does a text say, number by number as written?
//!
//! Numbers stay the text they were, so that no amount passes through a float. Each value knows where it
//! stands. What is wrong is told by line and column, never by what stands there.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::Deserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A value and where it begins in the source.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Json<'s> {
    /// First byte.
    pub(super) at: usize,
    /// What it is.
    pub(super) value: Value<'s>,
}

/// What a value is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Value<'s> {
    #[default]
    Null,
    Bool(bool),
    /// As written.
    Number(&'s str),
    Text(Cow<'s, str>),
    List(Vec<Json<'s>>),
    /// In the order told; of a name that stands twice, the last value.
    Record(Vec<(Cow<'s, str>, Json<'s>)>),
}

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// From 1.
    pub(super) line: usize,
    /// From 1.
    pub(super) column: usize,
}

impl<'s> Json<'s> {
    /// The documents of a text: one, or one behind the other as in JSON lines.
    ///
    /// # Errors
    /// Where it is no JSON, or values stand in more than [`DEPTH`] others.
    pub(super) fn documents(text: &'s str) -> Result<Vec<Self>, Broken> {
        let mut out = Vec::new();
        for raw in serde_json::Deserializer::from_str(text).into_iter::<&RawValue>() {
            let raw = raw.map_err(|error| Broken { line: error.line(), column: error.column() })?;
            out.push(Self::read(text, raw.get(), DEPTH)?);
        }
        Ok(out)
    }

    /// `part` is a whole value within `text`.
    fn read(text: &'s str, part: &'s str, depth: usize) -> Result<Self, Broken> {
        let at = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
        // Only a surrogate without its other half gets past the first reading.
        let broken = || place(text, at);
        if depth == 0 {
            return Err(broken());
        }
        let mut from = serde_json::Deserializer::from_str(part);
        let value = match part.as_bytes().first() {
            Some(b'{') => {
                let parts = from.deserialize_map(Parts).map_err(|_| broken())?;
                let last: BTreeMap<_, _> =
                    parts.iter().enumerate().map(|(n, (name, _))| (name.clone(), n)).collect();
                let mut entries = Vec::with_capacity(last.len());
                for (n, (name, raw)) in parts.into_iter().enumerate() {
                    if last.get(&name) == Some(&n) {
                        entries.push((name, Self::read(text, raw.get(), depth - 1)?));
                    }
                }
                Value::Record(entries)
            }
            Some(b'[') => {
                let parts = from.deserialize_seq(Parts).map_err(|_| broken())?;
                let read = |(_, raw): (_, &'s RawValue)| Self::read(text, raw.get(), depth - 1);
                Value::List(parts.into_iter().map(read).collect::<Result<_, _>>()?)
            }
            Some(b'"') => Value::Text(from.deserialize_str(Word).map_err(|_| broken())?),
            Some(b't' | b'f') => Value::Bool(part == "true"),
            Some(b'n') => Value::Null,
            _ => Value::Number(part),
        };
        Ok(Self { at, value })
    }

    /// The value of a name of a record.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let Value::Record(entries) = &self.value else { return None };
        entries.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// A text that is not from the source.
    pub(super) fn made(text: impl Into<Cow<'s, str>>) -> Self {
        Self { at: 0, value: Value::Text(text.into()) }
    }

    /// The field of a record, made where there is none.
    pub(super) fn field(&mut self, name: &str) -> &mut Self {
        if !matches!(self.value, Value::Record(_)) {
            self.value = Value::Record(Vec::new());
        }
        let Value::Record(entries) = &mut self.value else { unreachable!("it was just made") };
        let place = entries.iter().position(|(key, _)| key == name).unwrap_or(entries.len());
        if place == entries.len() {
            entries.push((Cow::Owned(name.to_owned()), Self::default()));
        }
        &mut entries[place].1
    }

    /// The items of a list; none of what is no list.
    pub(super) fn items(&mut self) -> &mut Vec<Self> {
        if !matches!(self.value, Value::List(_)) {
            self.value = Value::List(Vec::new());
        }
        let Value::List(items) = &mut self.value else { unreachable!("it was just made") };
        items
    }

    /// Takes a field out of a record.
    pub(super) fn take(&mut self, name: &str) -> Option<Self> {
        let Value::Record(entries) = &mut self.value else { return None };
        let place = entries.iter().position(|(key, _)| key == name)?;
        Some(entries.remove(place).1)
    }

    /// Text or number as written.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            Value::Number(text) => Some(text),
            _ => None,
        }
    }
}

/// Line and column of a byte.
pub(super) fn place(text: &str, at: usize) -> Broken {
    let before = text.get(..at).unwrap_or("");
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    Broken { line, column: at - before.rfind('\n').map_or(0, |n| n + 1) + 1 }
}

/// The values of a list or record, unread, with their names.
struct Parts;

impl<'s> Visitor<'s> for Parts {
    type Value = Vec<(Cow<'s, str>, &'s RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or a record")
    }

    fn visit_map<A: MapAccess<'s>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut out = Vec::new();
        while let Some(Name(name)) = map.next_key()? {
            out.push((name, map.next_value()?));
        }
        Ok(out)
    }

    fn visit_seq<A: SeqAccess<'s>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut out = Vec::new();
        while let Some(value) = list.next_element()? {
            out.push((Cow::Borrowed(""), value));
        }
        Ok(out)
    }
}

/// A name, borrowed where it has no escapes.
struct Name<'s>(Cow<'s, str>);

impl<'s> serde::Deserialize<'s> for Name<'s> {
    fn deserialize<D: Deserializer<'s>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(Word).map(Name)
    }
}

struct Word;

impl<'s> Visitor<'s> for Word {
    type Value = Cow<'s, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_borrowed_str<E>(self, text: &'s str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

/// Deepest nesting. Claims need about ten.
const DEPTH: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_as_written() {
        let read = Json::documents(r#"{"a":[125.50,1e2],"b":"x\n","c":null}"#).expect("JSON");
        let mut list = read[0].get("a").expect("a list").clone();
        let items = list.items();
        assert_eq!(items[0].text(), Some("125.50"));
        assert_eq!((items[1].text(), items[1].at), (Some("1e2"), 13));
        assert_eq!(read[0].get("b").and_then(Json::text), Some("x\n"));
    }

    #[test]
    fn lines_are_documents() {
        assert_eq!(Json::documents("{}\n{}\n").map(|all| all.len()), Ok(2));
        assert_eq!(Json::documents(" ").map(|all| all.len()), Ok(0));
    }

    #[test]
    fn what_is_broken_is_told_by_place() {
        assert_eq!(Json::documents("{\n \"a\": x}"), Err(Broken { line: 2, column: 7 }));
        let deep = format!("{}1{}", "[".repeat(500), "]".repeat(500));
        assert_eq!(Json::documents(&deep), Err(Broken { line: 1, column: 65 }));
        assert!(Json::documents(r#"["\ud800"]"#).is_err());
    }
}
