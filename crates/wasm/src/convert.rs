//! Conversion: how do records become plain objects, and options records?

use js_sys::{JSON, Reflect, Uint8Array};
use serde::Serialize;
use superbill::ActBy;
use wasm_bindgen::JsValue;

use crate::error::misuse;
use crate::json;

/// A record as a plain object; absent fields are not there.
pub(crate) fn object<T: Serialize + ?Sized>(record: &T) -> Result<JsValue, JsValue> {
    JSON::parse(&json::text(record))
}

/// What a caller chose: an object whose fields may all be absent.
pub(crate) struct Options(JsValue);

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
    pub(crate) fn flag(&self, key: &str) -> Result<Option<bool>, JsValue> {
        self.get(key, "true or false", |value| value.as_bool())
    }

    /// A position: a whole number from 0.
    #[cfg(feature = "full")]
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

/// Who acts and when; the host's clock where the caller gives no time.
pub(crate) fn act_by(given: &Options) -> Result<ActBy, JsValue> {
    let text = |key| given.text(key).map(Option::unwrap_or_default);
    let by = ActBy {
        at: given.text("at")?.unwrap_or_else(now),
        actor: text("actor")?,
        id: text("id")?,
        accept_unbalanced: given.flag("acceptUnbalanced")?.unwrap_or_default(),
    };
    if by.at.parse::<superbill::types::Date>().is_err() {
        return Err(misuse("`at` must be a time such as 2026-11-23T10:00:00Z"));
    }
    Ok(by)
}

/// The host's clock.
pub(crate) fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Files as bytes of the module's memory.
pub(crate) fn files(files: Vec<Uint8Array>) -> Vec<Vec<u8>> {
    files.iter().map(Uint8Array::to_vec).collect()
}
