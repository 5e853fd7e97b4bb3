//! Claims: what does a file say as records, what is wrong with them, and which file says these claims?

use superbill::{BuildOptions, NotScrubbed, ScrubOptions};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::codes::CodeBooks;
use crate::convert::{Options, now, object};
use crate::error::{misuse, unreadable, unreadable_file};
use crate::records::{bytes_of, not_imported, parse};

/// Any X12 file as records: claims, remittances and acknowledgments typed, other transactions loop by loop.
#[wasm_bindgen(unchecked_return_type = "ReadReport")]
pub fn read(bytes: &[u8]) -> Result<JsValue, JsValue> {
    object(&superbill::read(bytes).map_err(unreadable)?)
}

/// Claims from an 837, from our own JSON, from the claim JSON of clearinghouses, or from fields named after the
/// items of the CMS-1500, with what did not carry over.
#[wasm_bindgen(js_name = importClaims, unchecked_return_type = "ImportReport")]
pub fn import_claims(
    #[wasm_bindgen(unchecked_param_type = "Claims")] claims: JsValue,
) -> Result<JsValue, JsValue> {
    object(&superbill::import_claims(&bytes_of(&claims)?).map_err(not_imported)?)
}

/// Claims as an 837, proved against its guide.
#[wasm_bindgen(unchecked_return_type = "BuildReport")]
pub fn build(
    #[wasm_bindgen(unchecked_param_type = "Claims")] claims: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Partial<BuildOptions> | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    let options = build_options(given)?;
    object(&superbill::build_file(&bytes_of(&claims)?, &options).map_err(not_imported)?)
}

/// The claims to the next payer: those of an 837 that an 835 answers, with what its payer did.
#[wasm_bindgen(unchecked_return_type = "BuildReport")]
pub fn secondary(
    claims: &[u8],
    remittance: &[u8],
    #[wasm_bindgen(unchecked_param_type = "Partial<BuildOptions> | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    let options = build_options(given)?;
    object(&superbill::secondary(claims, remittance, &options).map_err(unreadable_file)?)
}

/// Claims through every rule, with the changes of form that would help; a file of claims (837) through its
/// syntax and guide as well.
#[wasm_bindgen(unchecked_return_type = "ScrubReport")]
pub fn scrub(
    #[wasm_bindgen(unchecked_param_type = "Claims")] claims: JsValue,
    books: &CodeBooks,
    #[wasm_bindgen(unchecked_param_type = "Partial<ScrubOptions> | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    let options = scrub_options(&given)?;
    let report = superbill::scrub(&bytes_of(&claims)?, &books.0.borrow(), &options);
    object(&report.map_err(not_scrubbed)?)
}

/// The findings and repairs of `scrub` as text for people.
#[wasm_bindgen(js_name = scrubText)]
pub fn scrub_text(
    #[wasm_bindgen(unchecked_param_type = "Claims")] claims: JsValue,
    books: &CodeBooks,
    #[wasm_bindgen(unchecked_param_type = "Partial<ScrubOptions> | undefined")] given: JsValue,
) -> Result<String, JsValue> {
    let options = scrub_options(&given)?;
    let text = superbill::scrub_text(&bytes_of(&claims)?, &books.0.borrow(), &options);
    text.map_err(not_scrubbed)
}

/// The claims with every repair of form made, as batches.
#[wasm_bindgen(unchecked_return_type = "ClaimBatch[]")]
pub fn repair(
    #[wasm_bindgen(unchecked_param_type = "Claims")] claims: JsValue,
) -> Result<JsValue, JsValue> {
    let imported = superbill::import(&bytes_of(&claims)?).map_err(not_imported)?;
    object(&superbill::repaired(imported.batches))
}

/// Runs the examples in a file of payer rules.
#[wasm_bindgen(js_name = testRules, unchecked_return_type = "RuleTestReport")]
pub fn test_rules(file: &str) -> Result<JsValue, JsValue> {
    object(&superbill::test_rules(file).map_err(|why| misuse(&why))?)
}

/// The same as text for people.
#[wasm_bindgen(js_name = testRulesText)]
pub fn test_rules_text(file: &str) -> Result<String, JsValue> {
    superbill::test_rules_text(file).map_err(|why| misuse(&why))
}

/// What a rule of a file of payer rules says, by its id or name; undefined if the file has no such rule.
#[wasm_bindgen(js_name = explainPayerRule, unchecked_return_type = "RuleRecord | undefined")]
pub fn explain_payer_rule(file: &str, id: &str) -> Result<JsValue, JsValue> {
    let rule = superbill::explain_payer_rule(file, id).map_err(|why| misuse(&why))?;
    rule.map_or(Ok(JsValue::UNDEFINED), |rule| object(&rule))
}

/// The same as text for people; undefined if the file has no such rule.
#[wasm_bindgen(js_name = explainPayerRuleText)]
pub fn explain_payer_rule_text(file: &str, id: &str) -> Result<Option<String>, JsValue> {
    let rule = superbill::explain_payer_rule(file, id).map_err(|why| misuse(&why))?;
    Ok(rule.map(|rule| rule.text()))
}

/// Checks claims again and again while they are typed, at the cost of what changed.
#[wasm_bindgen]
pub struct ClaimChecker {
    checker: superbill::ClaimChecker,
    books: CodeBooks,
}

#[wasm_bindgen]
impl ClaimChecker {
    /// A checker that asks these tables; those loaded later are seen after `forget()`.
    #[wasm_bindgen(constructor)]
    pub fn new(books: &CodeBooks) -> Self {
        Self { checker: superbill::ClaimChecker::default(), books: CodeBooks(books.0.clone()) }
    }

    /// Everything wrong with the claims of one batch now, and the changes of form that would help.
    #[wasm_bindgen(unchecked_return_type = "ScrubReport")]
    pub fn check(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "ClaimBatch")] batch: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Partial<ScrubOptions> | undefined")] given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = scrub_options(&given)?;
        let report = self.checker.check_json(&bytes_of(batch)?, &self.books.0.borrow(), &options);
        object(&report.map_err(not_scrubbed)?)
    }

    /// Forgets what was checked.
    pub fn forget(&mut self) {
        self.checker.forget();
    }
}

pub(crate) fn build_options(given: JsValue) -> Result<BuildOptions, JsValue> {
    let given = Options::of(given)?;
    Ok(BuildOptions {
        at: given.text("at")?.unwrap_or_else(now),
        seed: given.position("seed")?,
        sender: given.text("sender")?,
        receiver: given.text("receiver")?,
        usage: given.text("usage")?,
        separators: given.text("separators")?,
        claims_per_set: given.position("claimsPerSet")?,
        bytes_per_set: given.position("bytesPerSet")?,
    })
}

pub(crate) fn scrub_options(given: &JsValue) -> Result<ScrubOptions, JsValue> {
    let mut options = ScrubOptions::default();
    if !given.is_undefined() && !given.is_null() {
        options = parse(given, "these are no options of scrub")?;
    }
    if options.at.is_empty() {
        options.at = now();
    }
    Ok(options)
}

pub(crate) fn not_scrubbed(why: NotScrubbed) -> JsValue {
    match why {
        NotScrubbed::NotImported(why) => not_imported(why),
        other => misuse(&other.to_string()),
    }
}
