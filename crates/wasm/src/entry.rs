//! Claim entry: what does a page offer a person who writes claims, and what do the claims come to?

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::claim::build_options;
use crate::convert::object;
use crate::records::{bytes_of, not_imported, parse};

/// What a page offers for claims of a kind: a blank claim, the codes of each field in words, what new entries
/// of lists begin with.
#[wasm_bindgen(js_name = claimEntry, unchecked_return_type = "ClaimEntry")]
pub fn claim_entry(
    #[wasm_bindgen(unchecked_param_type = "ClaimKind")] kind: &JsValue,
) -> Result<JsValue, JsValue> {
    object(&superbill::claim_entry(parse(kind, "a kind is professional, institutional or dental")?))
}

/// What each claim comes to, in the order of their batches.
#[wasm_bindgen(js_name = claimTotals, unchecked_return_type = "ClaimTotals[]")]
pub fn claim_totals(
    #[wasm_bindgen(unchecked_param_type = "Claims")] claims: JsValue,
) -> Result<JsValue, JsValue> {
    let imported = superbill::import(&bytes_of(&claims)?).map_err(not_imported)?;
    let totals = imported.batches.iter().flat_map(superbill::claim_totals);
    object(&totals.collect::<Vec<_>>())
}

/// Where every field that is filled in stands in the file that `build` makes of a batch with the same options,
/// refused or not.
#[wasm_bindgen(unchecked_return_type = "FieldPlace[]")]
pub fn places(
    #[wasm_bindgen(unchecked_param_type = "ClaimBatch")] batch: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Partial<BuildOptions> | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    let imported = superbill::import(&bytes_of(&batch)?).map_err(not_imported)?;
    let batch = imported.batches.first();
    let options = build_options(given)?;
    object(&batch.map_or_else(Vec::new, |batch| superbill::places(batch, &options)))
}
