//! Checking and describing: is a file acceptable, and what does it say?

use superbill::{CheckStream, NotValidated, ValidateOptions};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::acknowledge;
use crate::convert::{Options, now, object};
use crate::error::{misuse, unreadable};

/// Checks any X12 file: envelope, syntax and guide, and the money of remittances; in the module for claims,
/// the rules over claims as well.
#[wasm_bindgen(unchecked_return_type = "ValidationReport")]
pub fn validate(
    bytes: &[u8],
    #[wasm_bindgen(unchecked_param_type = "ValidateOptions | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    object(&superbill::validate(bytes, &choice(given)?).map_err(not_validated)?)
}

/// The findings as text for people.
#[wasm_bindgen(js_name = validateText)]
pub fn validate_text(
    bytes: &[u8],
    #[wasm_bindgen(unchecked_param_type = "ValidateOptions | undefined")] given: JsValue,
) -> Result<String, JsValue> {
    superbill::validate_text(bytes, &choice(given)?).map_err(not_validated)
}

/// Any X12 file as segments with the names of loops and elements and the meaning of codes.
#[wasm_bindgen(unchecked_return_type = "DescribeReport")]
pub fn describe(bytes: &[u8]) -> Result<JsValue, JsValue> {
    object(&superbill::describe(bytes).map_err(unreadable)?)
}

/// The same as an indented tree for people.
#[wasm_bindgen(js_name = describeText)]
pub fn describe_text(bytes: &[u8]) -> Result<String, JsValue> {
    superbill::describe_text(bytes).map_err(unreadable)
}

/// What a rule says, by its id or name; undefined if there is no such rule.
#[wasm_bindgen(unchecked_return_type = "RuleRecord | undefined")]
pub fn explain(id: &str) -> Result<JsValue, JsValue> {
    superbill::explain(id).map_or(Ok(JsValue::UNDEFINED), |rule| object(&rule))
}

/// The same as text for people; undefined if there is no such rule.
#[wasm_bindgen(js_name = explainText)]
pub fn explain_text(id: &str) -> Option<String> {
    superbill::explain_text(id)
}

/// Every rule of this build, in id order.
#[wasm_bindgen(unchecked_return_type = "RuleRecord[]")]
pub fn rules() -> Result<JsValue, JsValue> {
    object(&superbill::rules())
}

/// A check that streams: findings as the file goes by, its answer at the end, in memory that does not grow.
#[wasm_bindgen]
pub struct CheckReader {
    stream: CheckStream,
    finished: bool,
}

#[wasm_bindgen]
impl CheckReader {
    /// A check that has seen nothing yet; its answer is a 999, or a TA1 where `kind` says so.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Partial<AcknowledgeOptions> | undefined")]
        given: JsValue,
    ) -> Result<Self, JsValue> {
        let options = acknowledge::choice(given)?;
        let stream = CheckStream::answering(&options).map_err(acknowledge::not_acknowledged)?;
        Ok(Self { stream, finished: false })
    }

    /// Takes in the next bytes, cut anywhere, at best 64 kB at a time; tells what is wrong in them.
    #[wasm_bindgen(unchecked_return_type = "FindingRecord[]")]
    pub fn push(&mut self, chunk: &[u8]) -> Result<JsValue, JsValue> {
        if self.finished {
            return Err(misuse("push() came after finish(): the file has ended"));
        }
        object(&self.stream.push(chunk).map_err(unreadable)?)
    }

    /// Says that no more bytes follow; the last findings and the answer.
    #[wasm_bindgen(unchecked_return_type = "CheckReport")]
    pub fn finish(&mut self) -> Result<JsValue, JsValue> {
        self.finished = true;
        object(&self.stream.finish().map_err(unreadable)?)
    }

    /// The answers to interchanges that have ended, once.
    #[wasm_bindgen(js_name = takeAnswer)]
    pub fn take_answer(&mut self) -> String {
        self.stream.take_answer()
    }
}

pub(crate) fn choice(given: JsValue) -> Result<ValidateOptions, JsValue> {
    let given = Options::of(given)?;
    let mut options = ValidateOptions {
        snip: given.text("snip")?,
        companion: given.text("companion")?,
        at: given.text("at")?,
    };
    if cfg!(feature = "claims") && options.at.is_none() {
        options.at = Some(now());
    }
    Ok(options)
}

pub(crate) fn not_validated(error: NotValidated) -> JsValue {
    match error {
        NotValidated::Unreadable(error) => unreadable(error),
        other => misuse(&other.to_string()),
    }
}
