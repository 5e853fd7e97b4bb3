//! The desk: what do billers and terminals ask for that a patient's page does not?

use js_sys::{Array, BigInt64Array, Object, Reflect, Uint8Array, Uint32Array};
use superbill::{AccountBook as Book, ClaimQuery, ClaimSort};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::account::{AccountBook, act_by, files};
use crate::convert::{Options, object};
use crate::error::{misuse, unreadable, unreadable_file};
use crate::remit::{RemittanceFile, no_such_claim};

/// An 835 as text for people.
#[wasm_bindgen(js_name = remitText)]
pub fn remit_text(bytes: &[u8]) -> Result<String, JsValue> {
    superbill::remit_text(bytes).map_err(unreadable)
}

/// The accounts as text for people.
#[wasm_bindgen(js_name = accountText)]
pub fn account_text(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] bytes: Vec<Uint8Array>,
    #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
) -> Result<String, JsValue> {
    let by = act_by(&Options::of(given)?)?;
    superbill::account_text(&files(bytes), &by).map_err(unreadable_file)
}

/// The statements as text.
#[wasm_bindgen(js_name = statementText)]
pub fn statement_text(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] bytes: Vec<Uint8Array>,
    #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
) -> Result<String, JsValue> {
    let by = act_by(&Options::of(given)?)?;
    superbill::statement_text(&files(bytes), &by).map_err(unreadable_file)
}

#[wasm_bindgen]
impl RemittanceFile {
    /// A claim's segments with the names of loops and elements and the meaning of codes.
    #[wasm_bindgen(unchecked_return_type = "SegmentRecord[]")]
    pub fn segments(&self, index: u32) -> Result<JsValue, JsValue> {
        object(&self.0.segments(index as usize).ok_or_else(no_such_claim)?)
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

    /// Positions of the claims that match, in the order asked for.
    pub fn search(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<ClaimQuery>")] query: JsValue,
    ) -> Result<Vec<u32>, JsValue> {
        Ok(self.0.search(&claim_query(&Options::of(query)?)?))
    }
}

#[wasm_bindgen]
impl AccountBook {
    /// An empty book, or one from what `journal()` gave, several of them one behind the other. A journal
    /// whose chain does not hold is refused.
    #[wasm_bindgen(constructor)]
    pub fn new(journal: Option<Vec<u8>>) -> Result<AccountBook, JsValue> {
        let read = Book::read(&journal.unwrap_or_default());
        read.map(AccountBook).map_err(|broken| misuse(&broken.to_string()))
    }

    /// The journal behind its first `after` entries, as bytes to keep.
    pub fn journal(&self, after: Option<u32>) -> Vec<u8> {
        self.0.journal(after.unwrap_or(0))
    }

    /// The entries of the journal behind the first `after`, to look at.
    #[wasm_bindgen(unchecked_return_type = "Entry[]")]
    pub fn entries(&self, after: Option<u32>) -> Result<JsValue, JsValue> {
        object(self.0.entries(after.unwrap_or(0)))
    }
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
