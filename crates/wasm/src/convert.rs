//! Conversion: how do records become plain objects, and options records?

use js_sys::Uint8Array;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use superbill::ActBy;
use wasm_bindgen::JsValue;

use crate::error::misuse;

/// A record as a plain object; absent fields are not there.
pub(crate) fn object<T: Serialize + ?Sized>(record: &T) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_maps_as_objects(true);
    record.serialize(&serializer).map_err(|error| misuse(&error.to_string()))
}

/// Options as a record; undefined gives the defaults.
pub(crate) fn options<T: DeserializeOwned + Default>(options: JsValue) -> Result<T, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(options)
        .map_err(|error| misuse(&format!("the options are not understood: {error}")))
}

/// Who acts and when; the host's clock where the caller gives no time.
pub(crate) fn act_by(given: JsValue) -> Result<ActBy, JsValue> {
    let mut by: ActBy = options(given)?;
    if by.at.is_empty() {
        by.at = js_sys::Date::new_0().to_iso_string().into();
    }
    if by.at.parse::<superbill::types::Date>().is_err() {
        return Err(misuse("`at` must be a time such as 2026-11-23T10:00:00Z"));
    }
    Ok(by)
}

/// Files as bytes of the module's memory.
pub(crate) fn files(files: Vec<Uint8Array>) -> Vec<Vec<u8>> {
    files.iter().map(Uint8Array::to_vec).collect()
}
