//! Accounts: a journal with its accounts, and statements.

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use superbill::accounts::PatientPaid;
use superbill::documents::{Statement, render_html, render_text};
use superbill::types::Date;
use superbill::{AccountBook as Book, ActBy, RemittanceFile as File};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{act_by, files, object, options};
use crate::error::{misuse, unreadable, unreadable_file};
use crate::remit::RemittanceFile;

/// The accounts after posting files.
#[wasm_bindgen(unchecked_return_type = "AccountsReport")]
pub fn account(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] bytes: Vec<Uint8Array>,
    #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    object(&superbill::account(&files(bytes), &act_by(given)?).map_err(unreadable_file)?)
}

/// The accounts as text for people.
#[wasm_bindgen(js_name = accountText)]
pub fn account_text(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] bytes: Vec<Uint8Array>,
    #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
) -> Result<String, JsValue> {
    superbill::account_text(&files(bytes), &act_by(given)?).map_err(unreadable_file)
}

/// What `statement` returns.
#[derive(Serialize)]
struct Statements {
    statements: Vec<Statement>,
}

/// The statement of each patient, after posting files.
#[wasm_bindgen(unchecked_return_type = "StatementsReport")]
pub fn statement(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] bytes: Vec<Uint8Array>,
    #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    let statements =
        superbill::statements(&files(bytes), &act_by(given)?).map_err(unreadable_file)?;
    object(&Statements { statements })
}

/// The statements as text.
#[wasm_bindgen(js_name = statementText)]
pub fn statement_text(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] bytes: Vec<Uint8Array>,
    #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
) -> Result<String, JsValue> {
    superbill::statement_text(&files(bytes), &act_by(given)?).map_err(unreadable_file)
}

/// The statements as one HTML document, ready to print.
#[wasm_bindgen(js_name = statementHtml)]
pub fn statement_html(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] bytes: Vec<Uint8Array>,
    #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
) -> Result<String, JsValue> {
    superbill::statement_html(&files(bytes), &act_by(given)?).map_err(unreadable_file)
}

/// A journal with its accounts. The host keeps its entries and gives them back.
#[wasm_bindgen]
#[derive(Default)]
pub struct AccountBook(Book);

#[wasm_bindgen]
impl AccountBook {
    /// An empty book, or one from the entries a host kept. A journal whose chain does not hold is refused.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Entry[] | undefined")] entries: JsValue,
    ) -> Result<Self, JsValue> {
        let entries = options(entries)?;
        Book::restore(entries).map(Self).map_err(|broken| misuse(&broken.to_string()))
    }

    /// Posts every payment of a remittance: each claim, or a reason why not.
    #[wasm_bindgen(unchecked_return_type = "Act")]
    pub fn post(
        &mut self,
        bytes: Vec<u8>,
        #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let file = File::open(bytes).map_err(unreadable)?;
        object(&self.0.post(&file, &act_by(given)?))
    }

    /// The same for a file that is open.
    #[wasm_bindgen(js_name = postFile, unchecked_return_type = "Act")]
    pub fn post_file(
        &mut self,
        file: &RemittanceFile,
        #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        object(&self.0.post(&file.0, &act_by(given)?))
    }

    /// Enters what a patient paid.
    #[wasm_bindgen(js_name = patientPaid, unchecked_return_type = "Act")]
    pub fn patient_paid(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PatientPaid")] payment: JsValue,
        #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let payment: PatientPaid = options(payment)?;
        object(&self.0.patient_paid(payment, &act_by(given)?))
    }

    /// Every account on a day.
    #[wasm_bindgen(unchecked_return_type = "AccountReport[]")]
    pub fn accounts(&self, on: &str) -> Result<JsValue, JsValue> {
        object(&self.0.accounts(day(on)?))
    }

    /// Every patient with their accounts together, on a day.
    #[wasm_bindgen(unchecked_return_type = "Patient[]")]
    pub fn patients(&self, on: &str) -> Result<JsValue, JsValue> {
        object(&self.0.patients(day(on)?))
    }

    /// The statement of one patient or of all, as HTML unless text is asked for.
    pub fn statement(
        &self,
        #[wasm_bindgen(unchecked_param_type = "StatementOptions | undefined")] given: JsValue,
    ) -> Result<String, JsValue> {
        let chosen: Chosen = options(given.clone())?;
        let by: ActBy = act_by(given)?;
        let statements = self.0.statements(day(&by.at)?, chosen.patient.as_deref());
        if statements.is_empty() {
            return Err(misuse("there is no such patient in the accounts"));
        }
        Ok(match chosen.format.as_deref() {
            Some("text") => render_text(&statements),
            _ => render_html(&statements),
        })
    }

    /// The entries of the journal behind the first `after`.
    #[wasm_bindgen(unchecked_return_type = "Entry[]")]
    pub fn entries(&self, after: Option<u32>) -> Result<JsValue, JsValue> {
        object(self.0.entries(after.unwrap_or(0)))
    }
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Chosen {
    format: Option<String>,
    patient: Option<String>,
}

fn day(text: &str) -> Result<Date, JsValue> {
    text.parse().map_err(|_| misuse("the day must be written as 2026-11-23"))
}
