//! Acknowledgments: what is the answer to a file, and what does an answer say?

use superbill::{AcknowledgeOptions, NoAcknowledgment};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{Options, now, object};
use crate::error::{misuse, unreadable, unreadable_file};

/// Answers a file as its receiver: a 999 for each functional group, a TA1 for each interchange, or a 277CA for
/// each set of claims. `at` is the present moment if it is left out.
#[wasm_bindgen(unchecked_return_type = "AcknowledgeReport")]
pub fn acknowledge(
    bytes: &[u8],
    #[wasm_bindgen(unchecked_param_type = "Partial<AcknowledgeOptions> | undefined")]
    given: JsValue,
) -> Result<JsValue, JsValue> {
    object(&superbill::acknowledge(bytes, &choice(given)?).map_err(not_acknowledged)?)
}

pub(crate) fn choice(given: JsValue) -> Result<AcknowledgeOptions, JsValue> {
    let given = Options::of(given)?;
    Ok(AcknowledgeOptions {
        kind: given.text("kind")?.unwrap_or_default(),
        at: given.text("at")?.unwrap_or_else(now),
        seed: given.position("seed")?,
        companion: given.text("companion")?,
    })
}

pub(crate) fn not_acknowledged(none: NoAcknowledgment) -> JsValue {
    match none {
        NoAcknowledgment::Unreadable(error) => unreadable(error),
        other => misuse(&other.to_string()),
    }
}

/// Reads an acknowledgment (999, 997, TA1, 277CA); with the file that was sent, each line says which bytes and
/// which claim of it are meant.
#[wasm_bindgen(unchecked_return_type = "AcknowledgmentReport")]
pub fn acknowledgment(bytes: &[u8], sent: Option<Vec<u8>>) -> Result<JsValue, JsValue> {
    object(&superbill::acknowledgment(bytes, sent.as_deref()).map_err(unreadable_file)?)
}

/// The same as text for people.
#[wasm_bindgen(js_name = acknowledgmentText)]
pub fn acknowledgment_text(bytes: &[u8], sent: Option<Vec<u8>>) -> Result<String, JsValue> {
    superbill::acknowledgment_text(bytes, sent.as_deref()).map_err(unreadable_file)
}
