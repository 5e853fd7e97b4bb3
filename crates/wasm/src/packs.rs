//! Packs: how does a file of CPT, NCCI or another licensed table become a pack?

use js_sys::{Array, Reflect, Uint8Array};
use superbill::code_sets::loaders::TableFile;
use superbill::{NotPacked, PackOptions};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::convert::Options;
use crate::error::{misuse, unreadable_text};

/// A pack made of a practice's own table, from its files as their owner publishes them; load it with
/// `CodeBooks.load` of the module for claims.
#[wasm_bindgen(js_name = makePack)]
pub fn make_pack(
    #[wasm_bindgen(unchecked_param_type = "TableFile[]")] files: JsValue,
    #[wasm_bindgen(unchecked_param_type = "PackOptions | undefined")] given: JsValue,
) -> Result<Vec<u8>, JsValue> {
    let given = Options::of(given)?;
    let options = PackOptions {
        system: given.text("system")?,
        edition: given.text("edition")?,
        on: given.text("on")?,
    };
    let file = |file: JsValue| {
        let name = Reflect::get(&file, &"name".into()).ok()?.as_string()?;
        let bytes = Reflect::get(&file, &"bytes".into()).ok()?;
        Some((name, bytes.dyn_into::<Uint8Array>().ok()?.to_vec()))
    };
    let read = Array::is_array(&files).then(|| Array::from(&files).iter().map(file).collect());
    let read: Option<Vec<(String, Vec<u8>)>> = read.flatten();
    let read = read.ok_or_else(|| misuse("files must be a list of { name, bytes }"))?;
    let files: Vec<_> = read.iter().map(|(name, bytes)| TableFile { name, bytes }).collect();
    superbill::make_pack(&files, &options).map_err(|why| match why {
        NotPacked::Table(bad) => unreadable_text(&bad.to_string()),
        other => misuse(&other.to_string()),
    })
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A file of a table as its owner publishes it. */
export interface TableFile { name: string; bytes: Uint8Array }
/** What the files do not say of themselves. */
export interface PackOptions {
  /** The list its codes are of ("cpt", "revenue"), or whose NCCI table it is ("practitioner", "outpatient-hospital"). */
  system?: string;
  /** Such as "2026", "2026 Q4" or "FY2027". */
  edition?: string;
  /** The day up to which the owner's changes are in it; without it the edition's last day. */
  on?: string;
}
"#;
