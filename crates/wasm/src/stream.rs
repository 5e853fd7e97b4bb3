//! Streams: what is the next claim of a file of any size?

use superbill::RemittanceStream as Stream;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::object;
use crate::error::{misuse, unreadable};

/// An 835 that streams: one claim in memory.
#[wasm_bindgen]
#[derive(Default)]
pub struct RemittanceReader {
    stream: Stream,
    finished: bool,
}

#[wasm_bindgen]
impl RemittanceReader {
    /// A reader that has seen nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in the next bytes, cut anywhere.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), JsValue> {
        if self.finished {
            return Err(misuse("push() came after finish(): the file has ended"));
        }
        self.stream.push(chunk).map_err(unreadable)
    }

    /// Says that no more bytes follow.
    pub fn finish(&mut self) -> Result<(), JsValue> {
        self.finished = true;
        self.stream.finish().map_err(unreadable)
    }

    /// The next whole claim; undefined when more bytes are needed, or none are left.
    #[wasm_bindgen(unchecked_return_type = "ClaimPayment | undefined")]
    pub fn next(&mut self) -> Result<JsValue, JsValue> {
        self.stream.next().map_or(Ok(JsValue::UNDEFINED), |claim| object(&claim))
    }

    /// Passes over the next whole claim, whose sums are in the totals; false as `next()` is undefined.
    pub fn skip(&mut self) -> bool {
        self.stream.next_row().is_some()
    }

    /// The totals of the payments read so far.
    #[wasm_bindgen(unchecked_return_type = "StreamTotals")]
    pub fn totals(&self) -> Result<JsValue, JsValue> {
        object(&self.stream.totals())
    }

    /// How many claims were read so far.
    #[wasm_bindgen(getter = claimCount)]
    pub fn claim_count(&self) -> u32 {
        self.stream.scanner().claim_count()
    }

    /// What is wrong so far, in file order.
    #[wasm_bindgen(unchecked_return_type = "FindingRecord[]")]
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        object(&self.stream.findings())
    }
}
