//! Forms: how do claims look on paper?

use serde::{Deserialize, Serialize};
use superbill_documents::form::{self, FilledForm, FormKind};
use superbill_exchange::import::{NotImported, import};
use superbill_types::Findings;

use crate::FindingRecord;

/// Which form, and how it is drawn.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct FormOptions {
    /// `cms1500`, `ub04` or `ada`; that of each claim's kind if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<FormKind>,
    /// Letters alone, for a form that is printed already; without it they stand on a plain form of our own.
    pub stock: bool,
}

/// Claims on forms.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FormReport {
    /// The forms of each claim, in the order of the claims.
    pub forms: Vec<FormRecord>,
    /// What a form cannot hold, and what did not carry over from the file.
    pub findings: Vec<FindingRecord>,
}

/// The form of one claim.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FormRecord {
    /// Which form.
    pub form: FormKind,
    /// Its sheets as SVG.
    pub pages: Vec<String>,
}

/// Claims in any form that is read here, on paper forms as SVG.
///
/// # Errors
/// [`NotImported`] where there are no claims in the file.
pub fn form(claims: &[u8], options: &FormOptions) -> Result<FormReport, NotImported> {
    let (filled, findings) = fill(claims, options)?;
    let drawn = |form: &FilledForm| FormRecord {
        form: form.kind,
        pages: (0..form.pages.len()).map(|page| form.svg(page, !options.stock)).collect(),
    };
    Ok(FormReport {
        forms: filled.iter().map(drawn).collect(),
        findings: findings.kept().iter().map(FindingRecord::from).collect(),
    })
}

/// The same as one PDF document.
///
/// # Errors
/// As [`form`].
pub fn form_pdf(claims: &[u8], options: &FormOptions) -> Result<Vec<u8>, NotImported> {
    let (filled, _) = fill(claims, options)?;
    Ok(form::pdf(&filled, !options.stock))
}

fn fill(claims: &[u8], options: &FormOptions) -> Result<(Vec<FilledForm>, Findings), NotImported> {
    let imported = import(claims)?;
    let (mut filled, mut findings) = (Vec::new(), imported.report);
    let several = imported.batches.len() > 1;
    for (index, batch) in imported.batches.iter().enumerate() {
        for claim in &batch.claims {
            let kind = options.form.unwrap_or(FormKind::of(claim.kind));
            let mut form = form::fill(batch, claim, kind);
            let mut found = core::mem::take(&mut form.findings);
            if several {
                found.relocate(|at| at.path = format!("batches[{index}].{}", at.path));
            }
            findings.append(found);
            filled.push(form);
        }
    }
    Ok((filled, findings))
}
