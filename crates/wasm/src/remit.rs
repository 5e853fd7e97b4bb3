//! Remittances: what does a file say, kept open or as a whole report?

use superbill::RemittanceFile as File;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::object;
use crate::error::{misuse, unreadable};

/// Reads an 835 and proves its money.
#[wasm_bindgen(unchecked_return_type = "RemitReport")]
pub fn remit(bytes: &[u8]) -> Result<JsValue, JsValue> {
    object(&superbill::remit(bytes).map_err(unreadable)?)
}

/// A remittance file kept open in WebAssembly memory: nothing is materialised until it is looked at.
/// Release it with `free()` or `using`; a forgotten one is released when it is collected.
#[wasm_bindgen]
pub struct RemittanceFile(pub(crate) File);

#[wasm_bindgen]
impl RemittanceFile {
    /// Reads a whole file.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<Self, JsValue> {
        File::open(bytes).map(Self).map_err(unreadable)
    }

    /// Begins a file that is pushed in chunks, with room for `size` bytes; end it with `finish()`.
    pub fn begin(size: u32) -> Self {
        Self(File::with_capacity(size as usize))
    }

    /// Takes in the next bytes, cut anywhere.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), JsValue> {
        self.0.push(chunk).map_err(unreadable)
    }

    /// Says that the file is complete.
    pub fn finish(&mut self) -> Result<(), JsValue> {
        self.0.finish().map_err(unreadable)
    }

    /// How many claims it holds.
    #[wasm_bindgen(getter = claimCount)]
    pub fn claim_count(&self) -> u32 {
        self.0.claim_count() as u32
    }

    /// Whether there is a payment, and every payment and claim balances.
    #[wasm_bindgen(getter)]
    pub fn balanced(&self) -> bool {
        self.0.balanced()
    }

    /// Totals of the file and of each payment, without claims.
    #[wasm_bindgen(unchecked_return_type = "FileSummary")]
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        object(&self.0.summary())
    }

    /// Rows for a table, from `start` up to, not including, `end`.
    #[wasm_bindgen(unchecked_return_type = "ClaimRecord[]")]
    pub fn rows(&self, start: u32, end: u32) -> Result<JsValue, JsValue> {
        object(&self.0.rows(start as usize, end as usize))
    }

    /// A claim, all of it.
    #[wasm_bindgen(unchecked_return_type = "ClaimPayment")]
    pub fn claim(&self, index: u32) -> Result<JsValue, JsValue> {
        object(&self.0.claim(index as usize).ok_or_else(no_such_claim)?)
    }

    /// A claim in plain words, with its balance checks.
    #[wasm_bindgen(unchecked_return_type = "ClaimStory")]
    pub fn story(&self, index: u32) -> Result<JsValue, JsValue> {
        object(&self.0.story(index as usize).ok_or_else(no_such_claim)?)
    }

    /// What is wrong, in file order.
    #[wasm_bindgen(unchecked_return_type = "FindingRecord[]")]
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        object(&self.0.findings())
    }
}

pub(crate) fn no_such_claim() -> JsValue {
    misuse("there is no claim at that position")
}
