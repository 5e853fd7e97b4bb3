//! Unlisted procedures: which codes say only that something else was done?

use superbill_codes::{CodeBooks, CodeSystem};
use superbill_types::Date;

use crate::{service, shape};

/// Whether a code is unlisted, unclassified or miscellaneous: CPT by its number (it ends in 99, outside the
/// laboratory's tests for unnamed organisms), HCPCS by its words where a table is loaded.
pub(super) fn is_unlisted(code: &str, on: Option<Date>, books: &CodeBooks) -> bool {
    if shape::is_digits(code, 5) {
        let organisms = code.starts_with("87") && !code.ends_with("999");
        return code.ends_with("99") && !organisms && !is_numbered_99(code);
    }
    let Some(on) = on.filter(|_| CodeSystem::Hcpcs.shapes(code)) else { return false };
    let Some(entry) = books.entry(CodeSystem::Hcpcs, code, on) else { return false };
    let words = entry.description.to_ascii_lowercase();
    // A drug "not otherwise specified" is a named drug whose brand is open.
    ["not otherwise classified", "unlisted", "unclassified", "miscellaneous"]
        .iter()
        .any(|word| words.contains(word))
        || (words.contains("not otherwise specified") && !code.starts_with('J'))
}

/// Visits whose number ends in 99 though they are listed.
fn is_numbered_99(code: &str) -> bool {
    service::is_in(code, &service::VISITS) && code != "99499"
}
