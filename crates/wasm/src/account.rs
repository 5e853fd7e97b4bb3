//! Accounts: a journal with its accounts, and statements.

use js_sys::Uint8Array;
use serde::Serialize;
use superbill::accounts::PatientPaid;
use superbill::documents::{Statement, render_html, render_text};
use superbill::types::{Date, Phi};
use superbill::{AccountBook as Book, ActBy, RemittanceFile as File};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{Options, now, object};
use crate::error::{misuse, unreadable, unreadable_file};
use crate::remit::RemittanceFile;

/// The accounts after posting files.
#[wasm_bindgen(unchecked_return_type = "AccountsReport")]
pub fn account(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] bytes: Vec<Uint8Array>,
    #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    let by = act_by(&Options::of(given)?)?;
    object(&superbill::account(&files(bytes), &by).map_err(unreadable_file)?)
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
    let by = act_by(&Options::of(given)?)?;
    let statements = superbill::statements(&files(bytes), &by).map_err(unreadable_file)?;
    object(&Statements { statements })
}

/// The statements as one HTML document, ready to print.
#[wasm_bindgen(js_name = statementHtml)]
pub fn statement_html(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] bytes: Vec<Uint8Array>,
    #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
) -> Result<String, JsValue> {
    let by = act_by(&Options::of(given)?)?;
    superbill::statement_html(&files(bytes), &by).map_err(unreadable_file)
}

/// A journal with its accounts.
#[wasm_bindgen]
#[derive(Default)]
pub struct AccountBook(pub(crate) Book);

#[cfg(not(feature = "full"))]
#[wasm_bindgen]
impl AccountBook {
    /// An empty book.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }
}

#[wasm_bindgen]
impl AccountBook {
    /// Posts every payment of a remittance: each claim, or a reason why not.
    #[wasm_bindgen(unchecked_return_type = "Act")]
    pub fn post(
        &mut self,
        bytes: Vec<u8>,
        #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let file = File::open(bytes).map_err(unreadable)?;
        object(&self.0.post(&file, &act_by(&Options::of(given)?)?))
    }

    /// The same for a file that is open.
    #[wasm_bindgen(js_name = postFile, unchecked_return_type = "Act")]
    pub fn post_file(
        &mut self,
        file: &RemittanceFile,
        #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        object(&self.0.post(&file.0, &act_by(&Options::of(given)?)?))
    }

    /// Enters what a patient paid.
    #[wasm_bindgen(js_name = patientPaid, unchecked_return_type = "Act")]
    pub fn patient_paid(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PatientPaid")] payment: JsValue,
        #[wasm_bindgen(unchecked_param_type = "PostOptions | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let payment = patient_paid(&Options::of(payment)?)?;
        object(&self.0.patient_paid(payment, &act_by(&Options::of(given)?)?))
    }

    /// Every account on a day.
    #[wasm_bindgen(unchecked_return_type = "AccountReport[]")]
    pub fn accounts(&self, on: &str) -> Result<JsValue, JsValue> {
        object(&self.0.accounts(day(on)?))
    }

    /// Every patient with their accounts together, on a day.
    #[wasm_bindgen(unchecked_return_type = "PatientSummary[]")]
    pub fn patients(&self, on: &str) -> Result<JsValue, JsValue> {
        object(&self.0.patients(day(on)?))
    }

    /// The statement of one patient or of all, as HTML unless text is asked for.
    pub fn statement(
        &self,
        #[wasm_bindgen(unchecked_param_type = "StatementOptions | undefined")] given: JsValue,
    ) -> Result<String, JsValue> {
        let given = Options::of(given)?;
        let patient = given.text("patient")?;
        let statements = self.0.statements(day(&act_by(&given)?.at)?, patient.as_deref());
        if statements.is_empty() {
            return Err(misuse("there is no such patient in the accounts"));
        }
        Ok(match given.text("format")?.as_deref() {
            Some("text") => render_text(&statements),
            _ => render_html(&statements),
        })
    }
}

fn patient_paid(given: &Options) -> Result<PatientPaid, JsValue> {
    let amount = given.text("amount")?.unwrap_or_default();
    let number = given.text("patientControlNumber")?;
    let number = number.ok_or_else(|| misuse("`patientControlNumber` must be text"))?;
    Ok(PatientPaid {
        patient_control_number: Phi::new(number.into()),
        amount: amount
            .parse()
            .map_err(|_| misuse("`amount` must be decimal text such as 25.00"))?,
        date: given.text("date")?.map(|text| day(&text)).transpose()?,
        method: given.text("method")?.unwrap_or_default().into(),
        reference: given.text("reference")?.map(Into::into),
    })
}

fn day(text: &str) -> Result<Date, JsValue> {
    text.parse().map_err(|_| misuse("the day must be written as 2026-11-23"))
}

/// Who acts and when; the host's clock where the caller gives no time.
pub(crate) fn act_by(given: &Options) -> Result<ActBy, JsValue> {
    let text = |key| given.text(key).map(Option::unwrap_or_default);
    let by = ActBy {
        at: given.text("at")?.unwrap_or_else(now),
        actor: text("actor")?,
        id: text("id")?,
        accept_unbalanced: given.flag("acceptUnbalanced")?.unwrap_or_default(),
    };
    if by.at.parse::<superbill::types::Date>().is_err() {
        return Err(misuse("`at` must be a time such as 2026-11-23T10:00:00Z"));
    }
    Ok(by)
}

/// Files as bytes of the module's memory.
pub(crate) fn files(files: Vec<Uint8Array>) -> Vec<Vec<u8>> {
    files.iter().map(Uint8Array::to_vec).collect()
}
