//! Records: how do claims and other records get in, as objects or as the bytes of a file?

use js_sys::{JSON, Uint8Array};
use serde::de::DeserializeOwned;
use superbill::NotImported;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::error::{misuse, unreadable, unreadable_text};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Claims: the bytes of a file in any form that is read, a batch, batches, or what `read` gave. */
export type Claims = Uint8Array | ClaimBatch | ClaimBatch[] | { interchanges: object[] };
"#;

/// Claims as bytes: those of a file, or the JSON of records.
pub(crate) fn bytes_of(claims: &JsValue) -> Result<Vec<u8>, JsValue> {
    if let Some(bytes) = claims.dyn_ref::<Uint8Array>() {
        return Ok(bytes.to_vec());
    }
    if !claims.is_object() {
        let what =
            "claims must be the bytes of a file, a batch of claims, batches, or what `read` gave";
        return Err(misuse(what));
    }
    Ok(String::from(JSON::stringify(claims)?).into_bytes())
}

/// A record of an object.
pub(crate) fn parse<T: DeserializeOwned>(given: &JsValue, not: &str) -> Result<T, JsValue> {
    let text = String::from(JSON::stringify(given)?);
    // The parser's own words would show the value that does not fit.
    serde_json::from_str(&text)
        .map_err(|error| misuse(&format!("{not}: see character {} of its JSON", error.column())))
}

pub(crate) fn not_imported(why: NotImported) -> JsValue {
    match why {
        NotImported::X12(error) => unreadable(error),
        other => unreadable_text(&other.to_string()),
    }
}
