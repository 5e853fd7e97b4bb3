//! Claims: what does a file say as records, and which file says these claims?

use js_sys::{Array, JSON, Reflect, Uint8Array};
use serde::Deserialize;
use superbill::BuildOptions;
use superbill::model::ClaimBatch;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{Options, now, object};
use crate::error::{misuse, unreadable, unreadable_file};

/// Any X12 file as records: claims (837) and remittances (835) whole, other transactions by their header.
#[wasm_bindgen(unchecked_return_type = "ReadReport")]
pub fn read(bytes: &[u8]) -> Result<JsValue, JsValue> {
    object(&superbill::read(bytes).map_err(unreadable)?)
}

/// Claims as an 837, proved against its guide: one batch, several, or what `read` gave; as objects or as the
/// bytes of their JSON.
#[wasm_bindgen(unchecked_return_type = "BuildReport")]
pub fn build(
    #[wasm_bindgen(unchecked_param_type = "ClaimBatch | ClaimBatch[] | ReadReport | Uint8Array")]
    claims: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Partial<BuildOptions> | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    object(&superbill::build(&batches(&claims)?, &options(given)?))
}

/// The claims to the next payer: those of an 837 that an 835 answers, with what its payer did.
#[wasm_bindgen(unchecked_return_type = "BuildReport")]
pub fn secondary(
    claims: &[u8],
    remittance: &[u8],
    #[wasm_bindgen(unchecked_param_type = "Partial<BuildOptions> | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    object(&superbill::secondary(claims, remittance, &options).map_err(unreadable_file)?)
}

fn options(given: JsValue) -> Result<BuildOptions, JsValue> {
    let given = Options::of(given)?;
    Ok(BuildOptions {
        at: given.text("at")?.unwrap_or_else(now),
        seed: given.position("seed")?,
        sender: given.text("sender")?,
        receiver: given.text("receiver")?,
        usage: given.text("usage")?,
        separators: given.text("separators")?,
    })
}

/// What `read` gives, as far as it holds claims.
#[derive(Deserialize)]
struct Document {
    interchanges: Vec<Groups>,
}

#[derive(Deserialize)]
struct Groups {
    groups: Vec<Sets>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sets {
    transaction_sets: Vec<ClaimBatch>,
}

fn batches(claims: &JsValue) -> Result<Vec<ClaimBatch>, JsValue> {
    if let Some(bytes) = claims.dyn_ref::<Uint8Array>() {
        let text = String::from_utf8_lossy(&bytes.to_vec()).into_owned();
        let claims = JSON::parse(&text).map_err(|_| misuse("these bytes are no JSON"))?;
        return batches(&claims);
    }
    if !claims.is_object() {
        return Err(misuse(
            "claims must be a batch of claims, a list of batches, or what `read` gave",
        ));
    }
    let text: String = JSON::stringify(claims)?.into();
    if Array::is_array(claims) {
        parse(&text)
    } else if Reflect::has(claims, &"interchanges".into())? {
        let document: Document = parse(&text)?;
        let groups = document.interchanges.into_iter().flat_map(|one| one.groups);
        let sets = groups.flat_map(|group| group.transaction_sets);
        Ok(sets.filter(|batch| !batch.claims.is_empty()).collect())
    } else {
        Ok(vec![parse(&text)?])
    }
}

fn parse<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, JsValue> {
    // The parser's own words would show the value that does not fit.
    serde_json::from_str(text).map_err(|error| {
        misuse(&format!("these are no claims: see character {} of their JSON", error.column()))
    })
}
