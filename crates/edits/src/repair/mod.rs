//! Repairs: which values are only written wrong, and how are they written right?
//!
//! A repair changes form (blanks, separators, letter case, accents, a padded ZIP), never content: no code is
//! replaced by another, no amount, date or name is changed. Each is offered with the value before and after,
//! and made only where it is asked for. What the form cannot mend is left for an edit to tell.

mod rules;
mod slots;
mod write;

use core::fmt::Write as _;
use std::collections::HashMap;

use superbill_model::ClaimBatch;
use superbill_types::{Phi, Rule, Text};

pub use rules::ALL as REPAIR_RULES;
use slots::Field;

/// One change of form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Why.
    pub rule: &'static Rule,
    /// Which value, as in a finding's path.
    pub path: String,
    /// The value before; none where there is none.
    pub from: Option<Phi<Text>>,
    /// The value after.
    pub to: Phi<Text>,
}

/// Every repair the batch can use, in the order of the claims. One value has at most one: where several forms
/// are wrong, `to` mends them all, and the rule is that of the last.
///
/// ```
/// use superbill_edits::repairs;
/// use superbill_model::{Claim, ClaimBatch, Diagnosis};
///
/// let diagnosis = Diagnosis { qualifier: "ABK".into(), code: "m54.50".into(), ..Default::default() };
/// let claim = Claim { diagnoses: vec![diagnosis], ..Claim::default() };
/// let found = repairs(&ClaimBatch { claims: vec![claim], ..ClaimBatch::default() });
/// assert_eq!(found[0].path, "claims[0].diagnoses[0].code");
/// assert_eq!(found[0].to.reveal(), "M5450");
/// ```
#[must_use]
pub fn repairs(batch: &ClaimBatch) -> Vec<Repair> {
    let mut found = Vec::new();
    // The walk hands out places to write; nothing is written here.
    slots::walk(&mut batch.clone(), &mut |path, field, slot| {
        if let Some((rule, to)) = mended(field, slot.text()) {
            let from = slot.text().map(|text| Phi::new(text.into()));
            found.push(Repair { rule, path: path.to_string(), from, to: Phi::new(to.into()) });
        }
    });
    found
}

/// Makes repairs that still fit: the value is the one the repair was offered for. How many were made.
pub fn apply(batch: &mut ClaimBatch, repairs: &[Repair]) -> usize {
    let by_path: HashMap<&str, &Repair> = repairs.iter().map(|it| (it.path.as_str(), it)).collect();
    let (mut made, mut at) = (0, String::new());
    slots::walk(batch, &mut |path, _, slot| {
        at.clear();
        // Writing to a text cannot fail.
        let _ = write!(at, "{path}");
        let Some(repair) = by_path.get(at.as_str()) else { return };
        if repair.from.as_ref().map(|from| from.reveal().as_str()) == slot.text() {
            slot.set(repair.to.reveal().clone());
            made += 1;
        }
    });
    made
}

/// The value mended, with the rule that says why; none where nothing is to mend.
fn mended(field: Field<'_>, text: Option<&str>) -> Option<(&'static Rule, String)> {
    let (rule, to) = match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => write::right(field, text),
        None => write::filled(field)?,
    };
    (Some(to.as_str()) != text && !to.is_empty()).then_some((rule, to))
}

/// Explanations of the repairs: a language, and its file.
#[cfg(feature = "texts")]
pub(crate) static TEXTS: &[(&str, &str)] =
    &[("en", include_str!("texts.en.tsv")), ("es", include_str!("texts.es.tsv"))];
