//! Remittances: a file kept open, a file that streams, and the whole report.

use js_sys::{Array, BigInt64Array, Object, Reflect, Uint8Array, Uint32Array};
use superbill::{ClaimQuery, ClaimSort, RemittanceFile as File, RemittanceStream as Stream};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{Options, object};
use crate::error::{misuse, unreadable};

/// Reads an 835 and proves its money.
#[wasm_bindgen(unchecked_return_type = "RemitReport")]
pub fn remit(bytes: &[u8]) -> Result<JsValue, JsValue> {
    object(&superbill::remit(bytes).map_err(unreadable)?)
}

/// An 835 as text for people.
#[wasm_bindgen(js_name = remitText)]
pub fn remit_text(bytes: &[u8]) -> Result<String, JsValue> {
    superbill::remit_text(bytes).map_err(unreadable)
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

    /// The sums of all claims as flat arrays.
    #[wasm_bindgen(unchecked_return_type = "ClaimColumns")]
    pub fn columns(&self) -> Result<JsValue, JsValue> {
        let columns = self.0.columns();
        let out = Object::new();
        for (name, values) in [
            ("chargeCents", &columns.charge),
            ("paymentCents", &columns.payment),
            ("adjustmentCents", &columns.adjustment),
            ("patientCents", &columns.patient),
        ] {
            Reflect::set(&out, &name.into(), &BigInt64Array::from(values.as_slice()))?;
        }
        for (name, values) in [("status", &columns.status), ("flags", &columns.flags)] {
            Reflect::set(&out, &name.into(), &Uint8Array::from(values.as_slice()))?;
        }
        Ok(out.into())
    }

    /// Claims as flat arrays, for `claims()`.
    #[wasm_bindgen(unchecked_return_type = "BulkArrays")]
    pub fn bulk(&self, start: u32, end: u32) -> Result<JsValue, JsValue> {
        let bulk = self.0.bulk(start as usize, end as usize);
        let out = Object::new();
        Reflect::set(&out, &"text".into(), &bulk.text.into())?;
        Reflect::set(&out, &"shape".into(), &Uint32Array::from(bulk.shape.as_slice()))?;
        let codes: Array = bulk.codes.into_iter().map(JsValue::from).collect();
        Reflect::set(&out, &"codes".into(), &codes)?;
        Ok(out.into())
    }

    /// What is wrong, in file order.
    #[wasm_bindgen(unchecked_return_type = "FindingRecord[]")]
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        object(&self.0.findings())
    }

    /// Positions of the claims that match, in the order asked for.
    pub fn search(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<ClaimQuery>")] query: JsValue,
    ) -> Result<Vec<u32>, JsValue> {
        Ok(self.0.search(&claim_query(&Options::of(query)?)?))
    }
}

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

pub(crate) fn no_such_claim() -> JsValue {
    misuse("there is no claim at that position")
}

fn claim_query(given: &Options) -> Result<ClaimQuery, JsValue> {
    let sort = given.text("sort")?.map_or(Ok(ClaimSort::File), |name| {
        ClaimSort::named(&name).ok_or_else(|| misuse("`sort` names no order of claims"))
    })?;
    Ok(ClaimQuery {
        text: given.text("text")?,
        status: given.text("status")?,
        balanced: given.flag("balanced")?,
        denied: given.flag("denied")?,
        reason: given.text("reason")?,
        payment: given.position("payment")?,
        sort,
        descending: given.flag("descending")?.unwrap_or_default(),
    })
}
