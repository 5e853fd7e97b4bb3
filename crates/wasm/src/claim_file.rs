//! Files of claims: what is asked of claims that stay in WebAssembly memory?

use js_sys::{Reflect, Uint8Array};
use superbill::ClaimFile as File;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::claim::{build_options, not_scrubbed, scrub_options};
use crate::codes::CodeBooks;
use crate::convert::object;
use crate::error::misuse;
use crate::records::{bytes_of, not_imported};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A file of claims as bytes, or why there is none. */
export interface BuiltFile {
  /** Whether everything was written. */
  accepted: boolean;
  /** The file; empty where it was refused. */
  x12: Uint8Array;
  /** What would have been written, to look at and not to send, where it was refused; else empty. */
  draft: Uint8Array;
  /** What did not carry over, and why something could not be written. */
  findings: FindingRecord[];
}
"#;

/// Claims kept open in WebAssembly memory: read once, then looked at, checked, repaired and written without
/// handing them over. Release it with `free()` or `using`; a forgotten one is released when it is collected.
#[wasm_bindgen]
pub struct ClaimFile(File);

#[wasm_bindgen]
impl ClaimFile {
    /// Reads claims in any form that `importClaims` reads.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Claims")] claims: JsValue,
    ) -> Result<Self, JsValue> {
        File::open(bytes_of(&claims)?).map(Self).map_err(not_imported)
    }

    /// In which form they came.
    #[wasm_bindgen(getter, unchecked_return_type = "ImportReport[\"format\"]")]
    pub fn format(&self) -> Result<JsValue, JsValue> {
        object(&self.0.format())
    }

    /// How many claims there are, in all batches.
    #[wasm_bindgen(getter = claimCount)]
    pub fn claim_count(&self) -> u32 {
        self.0.claim_count() as u32
    }

    /// A claim by its place among all.
    #[wasm_bindgen(unchecked_return_type = "Claim")]
    pub fn claim(&self, index: u32) -> Result<JsValue, JsValue> {
        let claim = self.0.claim(index as usize);
        object(claim.ok_or_else(|| misuse("there is no claim at that position"))?)
    }

    /// All batches, as they are now.
    #[wasm_bindgen(unchecked_return_type = "ClaimBatch[]")]
    pub fn batches(&self) -> Result<JsValue, JsValue> {
        object(self.0.batches())
    }

    /// What did not carry over, or not as it was.
    #[wasm_bindgen(unchecked_return_type = "FindingRecord[]")]
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        object(&self.0.findings())
    }

    /// The claims through every rule, as `scrub`.
    #[wasm_bindgen(unchecked_return_type = "ScrubReport")]
    pub fn scrub(
        &self,
        books: &CodeBooks,
        #[wasm_bindgen(unchecked_param_type = "Partial<ScrubOptions> | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = scrub_options(&given)?;
        object(&self.0.scrub(&books.0.borrow(), &options).map_err(not_scrubbed)?)
    }

    /// Makes every repair of form.
    pub fn repair(&mut self) {
        self.0.repair();
    }

    /// The claims as an 837, proved against its guide.
    #[wasm_bindgen(unchecked_return_type = "BuiltFile")]
    pub fn build(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<BuildOptions> | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let built = self.0.build(&build_options(given)?);
        let out = js_sys::Object::new();
        let set = |key: &str, value: &JsValue| Reflect::set(&out, &key.into(), value);
        set("accepted", &built.accepted.into())?;
        set("x12", &Uint8Array::from(built.x12.as_slice()))?;
        set("draft", &Uint8Array::from(built.draft.as_slice()))?;
        set("findings", &object(&built.findings)?)?;
        Ok(out.into())
    }
}
