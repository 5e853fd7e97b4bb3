//! Fit: does a tree have the shape of the model, and what in it does the model not know?
//!
//! Numbers serve where text is asked for, as written, and text where a number is. What has no value is as if it
//! were not told.

use std::cell::RefCell;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};

use super::json::{Json, Value};

/// Where something stands in the source: path and first byte.
pub(super) type Place = (String, usize);

/// Reads a record. Places of what the model does not know are added to `unknown`.
///
/// # Errors
/// The place of a value that does not fit.
pub(super) fn fit<T: DeserializeOwned>(
    json: &Json<'_>,
    path: &str,
    unknown: &mut Vec<Place>,
) -> Result<T, Place> {
    let found = RefCell::new(Vec::new());
    let path = Path { before: None, step: Step::Name(path) };
    let read = T::deserialize(From { json, path: &path, unknown: &found });
    unknown.append(&mut found.into_inner());
    read.map_err(|misfit| misfit.0.unwrap_or_else(|| (path.text(), json.at)))
}

/// A path whose end is at hand.
struct Path<'p> {
    before: Option<&'p Path<'p>>,
    step: Step<'p>,
}

enum Step<'p> {
    Name(&'p str),
    Item(usize),
}

impl Path<'_> {
    fn text(&self) -> String {
        let mut out = self.before.map_or_else(String::new, Path::text);
        match self.step {
            Step::Item(n) => out.push_str(&format!("[{n}]")),
            Step::Name(name) => {
                if !out.is_empty() && !name.is_empty() {
                    out.push('.');
                }
                out.push_str(name);
            }
        }
        out
    }
}

/// What does not fit: only its place, never what stands there.
#[derive(Debug)]
struct Misfit(Option<Place>);

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that does not fit")
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(None)
    }
}

struct From<'j, 'p> {
    json: &'j Json<'j>,
    path: &'p Path<'p>,
    unknown: &'p RefCell<Vec<Place>>,
}

impl From<'_, '_> {
    fn misfit(&self) -> Misfit {
        Misfit(Some((self.path.text(), self.json.at)))
    }

    fn note(&self) {
        self.unknown.borrow_mut().push((self.path.text(), self.json.at));
    }
}

macro_rules! any {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, Misfit> {
            self.deserialize_any(visitor)
        })*
    };
}

macro_rules! numbers {
    ($($method:ident $visit:ident)*) => {
        $(fn $method<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, Misfit> {
            let number = self.json.text().and_then(|text| text.parse().ok());
            number.map_or_else(|| Err(self.misfit()), |number| visitor.$visit(number))
        })*
    };
}

impl<'j> Deserializer<'j> for From<'j, '_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match &self.json.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(text) => visitor.visit_str(text),
            Value::Text(text) => visitor.visit_str(text),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Record(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.json.text() {
            Some(text) => visitor.visit_str(text),
            None if self.json.value == Value::Null => visitor.visit_str(""),
            None => Err(self.misfit()),
        }
    }

    fn deserialize_string<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    numbers! { deserialize_u8 visit_u8 deserialize_u16 visit_u16 deserialize_u32 visit_u32 }

    fn deserialize_option<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if self.json.value == Value::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'j>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match &self.json.value {
            Value::List(items) => visitor.visit_seq(Items { from: self, rest: items, at: 0 }),
            Value::Null => visitor.visit_seq(Items { from: self, rest: &[], at: 0 }),
            _ => Err(self.misfit()),
        }
    }

    fn deserialize_map<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match &self.json.value {
            Value::Record(entries) => visitor.visit_map(Entries { from: self, rest: entries }),
            Value::Null => visitor.visit_map(Entries { from: self, rest: &[] }),
            _ => Err(self.misfit()),
        }
    }

    fn deserialize_struct<V: Visitor<'j>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'j>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let text = self.json.text().unwrap_or("");
        let text: StrDeserializer<'_, Misfit> = text.into_deserializer();
        visitor.visit_enum(text).map_err(|misfit| misfit.within(self.path, self.json.at))
    }

    fn deserialize_ignored_any<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.note();
        visitor.visit_unit()
    }

    any! { deserialize_f32 deserialize_f64 }

    serde::forward_to_deserialize_any! {
        <V: Visitor<'j>>
        bool i8 i16 i32 i64 u64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

impl Misfit {
    /// A misfit knows its place from where it first passes.
    fn within(self, path: &Path<'_>, at: usize) -> Self {
        Self(self.0.or_else(|| Some((path.text(), at))))
    }
}

struct Items<'j, 'p> {
    from: From<'j, 'p>,
    rest: &'j [Json<'j>],
    at: usize,
}

impl<'j> SeqAccess<'j> for Items<'j, '_> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'j>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Misfit> {
        let Some((json, rest)) = self.rest.split_first() else { return Ok(None) };
        let path = Path { before: Some(self.from.path), step: Step::Item(self.at) };
        (self.rest, self.at) = (rest, self.at + 1);
        let from = From { json, path: &path, unknown: self.from.unknown };
        seed.deserialize(from).map(Some).map_err(|misfit| misfit.within(&path, json.at))
    }
}

struct Entries<'j, 'p> {
    from: From<'j, 'p>,
    /// The next name is that of the first.
    rest: &'j [(std::borrow::Cow<'j, str>, Json<'j>)],
}

impl<'j> MapAccess<'j> for Entries<'j, '_> {
    type Error = Misfit;

    fn next_key_seed<S: DeserializeSeed<'j>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Misfit> {
        while let Some(((name, json), rest)) = self.rest.split_first() {
            if !name.starts_with('@') && json.value != Value::Null {
                let name: StrDeserializer<'_, Misfit> = name.as_ref().into_deserializer();
                return seed.deserialize(name).map(Some);
            }
            self.rest = rest;
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'j>>(&mut self, seed: S) -> Result<S::Value, Misfit> {
        let Some(((name, json), rest)) = self.rest.split_first() else { return Err(Misfit(None)) };
        self.rest = rest;
        let path = Path { before: Some(self.from.path), step: Step::Name(name) };
        let from = From { json, path: &path, unknown: self.from.unknown };
        seed.deserialize(from).map_err(|misfit| misfit.within(&path, json.at))
    }
}
