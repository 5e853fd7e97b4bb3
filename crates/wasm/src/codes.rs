//! Codes: what does a code mean, can it be billed on a day, and which codes match what was typed?

use std::cell::RefCell;
use std::rc::Rc;

use superbill::code_sets::{CodeBooks as Books, CodeSystem, FeeQuestion, Search};
use superbill::types::Date;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::acknowledge;
use crate::check::{choice, not_validated};
use crate::convert::{Options, now, object};
use crate::error::misuse;

/// Code tables: the small ones that come with the module, and packs that are loaded.
#[wasm_bindgen]
#[derive(Default)]
pub struct CodeBooks(pub(crate) Rc<RefCell<Books>>);

#[wasm_bindgen]
impl CodeBooks {
    /// The small tables alone.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Loads a pack; one of the same name is replaced.
    #[wasm_bindgen(unchecked_return_type = "PackInfo")]
    pub fn load(&self, pack: Vec<u8>) -> Result<JsValue, JsValue> {
        let info = self.0.borrow_mut().load(pack);
        object(&info.map_err(|bad| misuse(&format!("this is {bad}")))?)
    }

    /// What a code means on a day, today if none is given, with what may be used instead of one that is
    /// refused; undefined where no table lists it.
    #[wasm_bindgen(unchecked_return_type = "CodeRecord | undefined")]
    pub fn lookup(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CodeSystem")] system: &str,
        code: &str,
        on: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let found = superbill::lookup(&self.0.borrow(), system_of(system)?, code, day(on)?);
        found.map_or(Ok(JsValue::UNDEFINED), |record| object(&record))
    }

    /// What every list that is there says of a code.
    #[wasm_bindgen(js_name = lookupAll, unchecked_return_type = "LookupReport")]
    pub fn lookup_all(&self, code: &str, on: Option<String>) -> Result<JsValue, JsValue> {
        object(&superbill::lookup_all(&self.0.borrow(), code, day(on)?))
    }

    /// The same as text for people.
    #[wasm_bindgen(js_name = lookupText)]
    pub fn lookup_text(&self, code: &str, on: Option<String>) -> Result<String, JsValue> {
        Ok(superbill::lookup_text(&superbill::lookup_all(&self.0.borrow(), code, day(on)?)))
    }

    /// Codes that match the start of a code, or words, the best first.
    #[wasm_bindgen(unchecked_return_type = "CodeMatch[]")]
    pub fn search(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CodeSystem")] system: &str,
        text: &str,
        #[wasm_bindgen(unchecked_param_type = "SearchOptions | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let given = Options::of(given)?;
        let (recent, favorites) = (given.texts("recent")?, given.texts("favorites")?);
        let recent: Vec<_> = recent.iter().map(String::as_str).collect();
        let favorites: Vec<_> = favorites.iter().map(String::as_str).collect();
        let mut search = Search::new(system_of(system)?, text, day(given.text("on")?)?);
        search.limit = given.position("limit")?.map_or(search.limit, |limit| limit as usize);
        search.all = given.flag("all")?.unwrap_or_default();
        (search.recent, search.favourites) = (&recent, &favorites);
        object(&self.0.borrow().search(&search))
    }

    /// Checks any X12 file as the function `validate` does, the rules over its claims with these tables.
    #[wasm_bindgen(unchecked_return_type = "ValidationReport")]
    pub fn validate(
        &self,
        file: &[u8],
        #[wasm_bindgen(unchecked_param_type = "ValidateOptions | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let report = superbill::validate_with(file, &self.0.borrow(), &choice(given)?);
        object(&report.map_err(not_validated)?)
    }

    /// The same as text for people.
    #[wasm_bindgen(js_name = validateText)]
    pub fn validate_text(
        &self,
        file: &[u8],
        #[wasm_bindgen(unchecked_param_type = "ValidateOptions | undefined")] given: JsValue,
    ) -> Result<String, JsValue> {
        let text = superbill::validate_text_with(file, &self.0.borrow(), &choice(given)?);
        text.map_err(not_validated)
    }

    /// Answers a file as the function `acknowledge` does, the rules over its claims with these tables.
    #[wasm_bindgen(unchecked_return_type = "AcknowledgeReport")]
    pub fn acknowledge(
        &self,
        file: &[u8],
        #[wasm_bindgen(unchecked_param_type = "Partial<AcknowledgeOptions> | undefined")]
        given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = acknowledge::choice(given)?;
        let answer = superbill::acknowledge_with(file, &self.0.borrow(), &options);
        object(&answer.map_err(acknowledge::not_acknowledged)?)
    }

    /// What a fee schedule allows for one unit of a procedure: Medicare's, or the one named.
    #[wasm_bindgen(unchecked_return_type = "FeeAnswer")]
    pub fn fee(
        &self,
        code: &str,
        #[wasm_bindgen(unchecked_param_type = "FeeOptions | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let given = Options::of(given)?;
        let (schedule, locality) = (given.text("schedule")?, given.text("locality")?);
        let modifiers = given.texts("modifiers")?;
        let modifiers: Vec<_> = modifiers.iter().map(String::as_str).collect();
        object(&self.0.borrow().fee(&FeeQuestion {
            schedule: schedule.as_deref().unwrap_or_default(),
            code,
            modifiers: &modifiers,
            locality: locality.as_deref().unwrap_or_default(),
            facility: given.flag("facility")?.unwrap_or_default(),
            on: day(given.text("on")?)?,
        }))
    }
}

/// Whether a file has claims (837), so that tables are worth loading before it is checked.
#[wasm_bindgen(js_name = hasClaims)]
pub fn has_claims(file: &[u8]) -> bool {
    superbill::has_claims(file)
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A list of codes. */
export type CodeSystem =
  | "icd10cm" | "icd10pcs" | "hcpcs" | "cpt" | "cdt" | "modifier" | "place-of-service" | "type-of-bill" | "revenue"
  | "condition" | "occurrence" | "occurrence-span" | "value" | "discharge-status" | "admission-type"
  | "admission-source" | "adjustment-reason" | "remark" | "claim-status" | "claim-status-category" | "entity"
  | "taxonomy" | "state" | "country" | "ms-drg";
/** Whether a code can be billed on a day; `not-loaded` is never `valid`. */
export interface CodeStatus {
  kind: "valid" | "header" | "not-in-effect" | "unknown" | "not-loaded";
  from?: string;
  to?: string;
}
/** What a list says of a code as of a day. */
export interface CodeEntry {
  system: CodeSystem;
  code: string;
  /** With the dot, where the list has one. */
  shown: string;
  description: string;
  status: CodeStatus;
  flags: string[];
  /** First and last day of its period in effect; absent where open or not told. */
  from?: string;
  to?: string;
  parent?: string;
}
/** A code that matches a search. */
export interface CodeMatch extends CodeEntry {
  /** The term that led here where the description has not the words. */
  through?: string;
  score: number;
}
/** A note beside a code or above it. */
export interface CodeNote { kind: string; at: string; text: string }
/** A code with all that is known of it. */
export interface CodeRecord extends CodeEntry { billable: boolean; instead?: CodeEntry[]; notes?: CodeNote[] }
/** A code in every list that has it. */
export interface LookupReport { code: string; on: string; found: CodeRecord[]; notLoaded: CodeSystem[] }
/** What a code table is. */
export interface PackInfo {
  name: string;
  system: CodeSystem;
  edition: string;
  asOf: string;
  /** The day from which it is complete, where codes that ended before are not in it. */
  since?: string;
  source: string;
  codes: number;
  bundled: boolean;
}
/** How to search: a day of service, favourites first, then what was used of late. */
export interface SearchOptions { on?: string; limit?: number; recent?: string[]; favorites?: string[]; all?: boolean }
/** What a fee schedule is asked: its name (Medicare's without), modifiers, locality ("10112-00"), day of service. */
export interface FeeOptions {
  schedule?: string;
  modifiers?: string[];
  locality?: string;
  facility?: boolean;
  on?: string;
}
/** What a fee schedule says of a procedure; `not-loaded` is never free of charge. */
export interface FeeAnswer {
  kind: "fee" | "no-amount" | "not-listed" | "unknown-locality" | "not-loaded";
  /** For one unit. */
  amount?: string;
  /** Why Medicare sets no amount: its status indicator. */
  status?: string;
  edition?: string;
}
"#;

fn system_of(name: &str) -> Result<CodeSystem, JsValue> {
    CodeSystem::named(name).ok_or_else(|| {
        misuse("there is no such code system; there are icd10cm, icd10pcs, hcpcs, cpt and more")
    })
}

fn day(on: Option<String>) -> Result<Date, JsValue> {
    let on = on.unwrap_or_else(now);
    on.parse().map_err(|_| misuse("a day must be written as 2026-11-23"))
}
