//! Diagnoses on forms: which ones do lines point at, of which edition, by which letter?

use superbill_model::{Claim, Diagnosis, ServiceLine};

use super::rules::{LISTS_MIXED, POINTER_DANGLING};
use super::sheet::{CODE, Sheet};

/// The diagnoses that lines point at, with their places among all.
pub(super) fn pointed(claim: &Claim) -> Vec<(usize, &Diagnosis)> {
    of(claim, &["ABK", "ABF", "BK", "BF"])
}

/// The diagnoses of some kinds, with their places among all.
pub(super) fn of<'a>(claim: &'a Claim, kinds: &[&str]) -> Vec<(usize, &'a Diagnosis)> {
    let all = claim.diagnoses.iter().enumerate();
    all.filter(|(_, diagnosis)| kinds.contains(&diagnosis.qualifier.as_str())).collect()
}

/// Says which edition of ICD the diagnoses are of: `tenth` or `ninth`.
pub(super) fn edition(
    sheet: &mut Sheet,
    field: &str,
    diagnoses: &[(usize, &Diagnosis)],
    [tenth, ninth]: [&str; 2],
) {
    let old = |diagnosis: &Diagnosis| !diagnosis.qualifier.starts_with('A');
    let Some((index, first)) = diagnoses.first() else {
        return;
    };
    let path = format!("diagnoses[{index}].qualifier");
    sheet.put(field, CODE, &path, if old(first) { ninth } else { tenth });
    if let Some((index, _)) = diagnoses.iter().find(|(_, it)| old(it) != old(first)) {
        let path = format!("diagnoses[{index}].qualifier");
        sheet.find(&LISTS_MIXED, &path, &[("field", field)]);
    }
}

/// The letters a line points with, `A` first; at most four, of the first `most` diagnoses.
pub(super) fn pointers(
    sheet: &mut Sheet,
    claim: &Claim,
    line: &ServiceLine,
    most: usize,
    (field, at): (&str, &str),
) {
    let told = pointed(claim).len().min(most);
    let mut letters = String::new();
    for (place, pointer) in line.diagnosis_pointers.iter().take(POINTERS).enumerate() {
        let number = pointer.parse::<usize>().ok().filter(|number| (1..=told).contains(number));
        match number.and_then(|number| ('A'..='L').nth(number - 1)) {
            Some(letter) => letters.push(letter),
            None => {
                let path = format!("{at}.diagnosisPointers[{place}]");
                sheet.find(&POINTER_DANGLING, &path, &[("field", field)]);
            }
        }
    }
    let path = format!("{at}.diagnosisPointers");
    sheet.limit(field, &path, POINTERS, line.diagnosis_pointers.len());
    sheet.put(field, CODE, &path, &letters);
}

/// Of one line.
const POINTERS: usize = 4;
