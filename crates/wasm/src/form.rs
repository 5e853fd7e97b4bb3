//! Forms: how do claims and statements look on paper?

use superbill::FormOptions;
use superbill::documents::{Statement, statement_pdf as pdf_of};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::object;
use crate::records::{bytes_of, not_imported, parse};

/// Claims on paper forms: each sheet as SVG, and what a form cannot hold.
#[wasm_bindgen(unchecked_return_type = "FormReport")]
pub fn form(
    #[wasm_bindgen(unchecked_param_type = "Claims")] claims: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Partial<FormOptions> | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    object(&superbill::form(&bytes_of(&claims)?, &options(&given)?).map_err(not_imported)?)
}

/// The same forms as one PDF document.
#[wasm_bindgen(js_name = formPdf)]
pub fn form_pdf(
    #[wasm_bindgen(unchecked_param_type = "Claims")] claims: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Partial<FormOptions> | undefined")] given: JsValue,
) -> Result<Vec<u8>, JsValue> {
    superbill::form_pdf(&bytes_of(&claims)?, &options(&given)?).map_err(not_imported)
}

/// Statements, as the main module composes them, as one tagged PDF document.
#[wasm_bindgen(js_name = statementPdf)]
pub fn statement_pdf(
    #[wasm_bindgen(unchecked_param_type = "Statement[]")] statements: &JsValue,
) -> Result<Vec<u8>, JsValue> {
    let statements: Vec<Statement> = parse(statements, "these are no statements")?;
    Ok(pdf_of(&statements))
}

fn options(given: &JsValue) -> Result<FormOptions, JsValue> {
    if given.is_undefined() || given.is_null() {
        return Ok(FormOptions::default());
    }
    parse(given, "these are no options of a form")
}
