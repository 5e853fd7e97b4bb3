//! Listed diagnoses: which of a claim's diagnoses is principal, which can lines point at, whose edition is it?

use superbill_model::{Claim, ClaimKind, Diagnosis};
use superbill_types::Date;

use crate::dates;

/// Whether a qualifier names a diagnosis or procedure of ICD-10.
pub(super) fn is_icd10(qualifier: &str) -> bool {
    matches!(qualifier, "ABK" | "ABF" | "ABJ" | "APR" | "ABN" | "BBR" | "BBQ")
}

/// Whether a qualifier names a diagnosis or procedure of ICD-9.
pub(super) fn is_icd9(qualifier: &str) -> bool {
    matches!(qualifier, "BK" | "BF" | "BJ" | "PR" | "BN" | "BR" | "BQ")
}

/// Whether a qualifier names the principal diagnosis.
pub(super) fn is_principal(qualifier: &str) -> bool {
    matches!(qualifier, "ABK" | "BK")
}

/// Whether lines can point at a diagnosis: principal and further ones.
pub(super) fn is_pointed_at(diagnosis: &Diagnosis) -> bool {
    matches!(diagnosis.qualifier.as_str(), "ABK" | "BK" | "ABF" | "BF" | "TQ")
}

/// The ICD-10-CM diagnoses, with their places.
pub(super) fn icd10(claim: &Claim) -> impl Iterator<Item = (usize, &Diagnosis)> + Clone {
    let all = claim.diagnoses.iter().enumerate();
    all.filter(|(_, diagnosis)| is_icd10(&diagnosis.qualifier))
}

/// The principal ICD-10-CM diagnosis, with its place.
pub(super) fn principal(claim: &Claim) -> Option<(usize, &Diagnosis)> {
    icd10(claim).find(|(_, diagnosis)| diagnosis.qualifier == "ABK")
}

/// The day whose edition of the codes counts: the last one of a facility's bill, else the first.
pub(super) fn day(claim: &Claim) -> Option<Date> {
    let (from, to) = dates::of_claim(claim)?;
    Some(if claim.kind == ClaimKind::Institutional { to } else { from })
}
