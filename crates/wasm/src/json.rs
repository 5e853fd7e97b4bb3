//! JSON: how does a record become text that the host parses?
//!
//! A record crosses as one JSON text: the host's parser makes the objects, which is faster than setting
//! properties one by one from here, and the code is a fraction of the size. Amounts and dates are text, so
//! no number loses digits. Nothing can fail: the error type has no values, and compiles to nothing.

use std::fmt::{self, Display, Write};

use serde::Serialize;
use serde::ser::{
    Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};

/// A record as JSON.
pub(crate) fn text<T: Serialize + ?Sized>(record: &T) -> String {
    let mut out = Json(Vec::new());
    match record.serialize(&mut out) {
        Ok(()) => String::from_utf8(out.0).unwrap_or_default(),
        Err(never) => match never {},
    }
}

/// UTF-8, as only whole texts and ASCII are added.
struct Json(Vec<u8>);

/// There is no error.
#[derive(Debug)]
pub(crate) enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::ser::Error for Never {
    fn custom<T: Display>(_: T) -> Self {
        unreachable!("no record of ours refuses to be written")
    }
}

impl Json {
    fn put(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// What stands between two values: nothing behind an opening bracket or a colon.
    fn comma(&mut self) {
        if !matches!(self.0.last(), Some(b'[' | b'{' | b':')) {
            self.put(b',');
        }
    }

    fn key(&mut self, key: &str) {
        self.comma();
        self.quoted(key);
        self.put(b':');
    }

    fn quoted(&mut self, text: &str) {
        self.put(b'"');
        self.escaped(text);
        self.put(b'"');
    }

    fn escaped(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut from = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            if byte >= b' ' && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.0.extend_from_slice(&bytes[from..at]);
            self.0.extend_from_slice(b"\\u00");
            self.put(HEX[usize::from(byte >> 4)]);
            self.put(HEX[usize::from(byte & 15)]);
            from = at + 1;
        }
        self.0.extend_from_slice(&bytes[from..]);
    }
}

const HEX: &[u8; 16] = b"0123456789abcdef";

/// What a value shows of itself, escaped as it comes. Writing to memory does not fail.
impl Write for Json {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.escaped(text);
        Ok(())
    }
}

type Written = Result<(), Never>;

macro_rules! as_shown {
    ($($method:ident: $type:ty),+) => {$(
        fn $method(self, value: $type) -> Written {
            let _ = write!(self, "{value}");
            Ok(())
        }
    )+};
}

impl Serializer for &mut Json {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), Never>;
    type SerializeTupleVariant = Impossible<(), Never>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Never>;

    as_shown! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64
    }

    fn serialize_char(self, value: char) -> Written {
        self.quoted(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Written {
        self.quoted(text);
        Ok(())
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Written {
        self.put(b'"');
        let _ = write!(self, "{value}");
        self.put(b'"');
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Written {
        self.collect_seq(bytes)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        self.put(b'{');
        self.key(variant);
        value.serialize(&mut *self)?;
        self.put(b'}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Never> {
        self.put(b'[');
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Never> {
        self.put(b'[');
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Never> {
        self.put(b'{');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        self.put(b'{');
        Ok(self)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Never> {
        unreachable!("records have named fields")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Never> {
        unreachable!("records have named fields")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Never> {
        unreachable!("records are tagged by a field")
    }
}

macro_rules! items {
    ($($trait:ident $method:ident),+) => {$(
        impl $trait for &mut Json {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
                self.comma();
                value.serialize(&mut **self)
            }

            fn end(self) -> Written {
                self.put(b']');
                Ok(())
            }
        }
    )+};
}

items! { SerializeSeq serialize_element, SerializeTuple serialize_element }

impl SerializeStruct for &mut Json {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        self.key(key);
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.put(b'}');
        Ok(())
    }
}

impl SerializeMap for &mut Json {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.comma();
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.put(b':');
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.put(b'}');
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Record<'a> {
        name: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        absent: Option<u8>,
        list: Vec<(u64, bool)>,
        sign: char,
        nested: std::collections::BTreeMap<&'a str, Vec<u8>>,
    }

    #[test]
    fn writes_what_a_json_reader_reads() {
        let record = Record {
            name: "a \"b\" \\ \n é [",
            absent: None,
            list: vec![(1, true), (2, false)],
            sign: '-',
            nested: [("x", vec![]), ("y", vec![7])].into(),
        };
        let expected =
            r#"{"name":"a \u0022b\u0022 \u005c \u000a é [","list":[[1,true],[2,false]],"#;
        let rest = r#""sign":"-","nested":{"x":[],"y":[7]}}"#;
        assert_eq!(text(&record), [expected, rest].concat());
    }
}
