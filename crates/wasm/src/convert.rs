//! Conversion: how do records become plain objects, and options records?

use js_sys::JSON;
#[cfg(any(feature = "accounts", feature = "check", feature = "packs"))]
use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::JsValue;

#[cfg(any(feature = "accounts", feature = "check", feature = "packs"))]
use crate::error::misuse;
use crate::json;

/// A record as a plain object; absent fields are not there.
pub(crate) fn object<T: Serialize + ?Sized>(record: &T) -> Result<JsValue, JsValue> {
    JSON::parse(&json::text(record))
}

#[cfg(any(feature = "accounts", feature = "check", feature = "packs"))]
/// What a caller chose: an object whose fields may all be absent.
pub(crate) struct Options(JsValue);

#[cfg(any(feature = "accounts", feature = "check", feature = "packs"))]
impl Options {
    /// Undefined and null are no choice at all.
    pub(crate) fn of(given: JsValue) -> Result<Self, JsValue> {
        if given.is_object() || given.is_undefined() || given.is_null() {
            return Ok(Self(given));
        }
        Err(misuse("options must be an object"))
    }

    /// A text.
    pub(crate) fn text(&self, key: &str) -> Result<Option<String>, JsValue> {
        self.get(key, "text", |value| value.as_string())
    }

    /// True or false.
    #[cfg(any(feature = "accounts", feature = "claims"))]
    pub(crate) fn flag(&self, key: &str) -> Result<Option<bool>, JsValue> {
        self.get(key, "true or false", |value| value.as_bool())
    }

    /// Texts; none where the key is absent.
    #[cfg(feature = "claims")]
    pub(crate) fn texts(&self, key: &str) -> Result<Vec<String>, JsValue> {
        let texts = self.get(key, "a list of texts", |value| {
            js_sys::Array::is_array(value)
                .then(|| js_sys::Array::from(value))?
                .iter()
                .map(|it| it.as_string())
                .collect()
        });
        texts.map(Option::unwrap_or_default)
    }

    /// A position: a whole number from 0.
    #[cfg(feature = "check")]
    pub(crate) fn position(&self, key: &str) -> Result<Option<u32>, JsValue> {
        self.get(key, "a whole number from 0", |value| {
            let number = value.as_f64()?;
            // Saturates, so any other number than the one given was none.
            Some(number as u32).filter(|whole| f64::from(*whole) == number)
        })
    }

    fn get<T>(
        &self,
        key: &str,
        wanted: &str,
        read: fn(&JsValue) -> Option<T>,
    ) -> Result<Option<T>, JsValue> {
        if !self.0.is_object() {
            return Ok(None);
        }
        let value = Reflect::get(&self.0, &key.into())?;
        if value.is_undefined() || value.is_null() {
            return Ok(None);
        }
        let read = read(&value);
        read.map(Some).ok_or_else(|| misuse(&format!("`{key}` must be {wanted}")))
    }
}

#[cfg(any(feature = "accounts", feature = "check"))]
/// The host's clock.
pub(crate) fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}
