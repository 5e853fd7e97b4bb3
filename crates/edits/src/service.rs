//! Services: what kind of service does a line's procedure stand for?
//!
//! Kinds are told by number ranges (anesthesia, surgery, visits), which are facts about the numbering; what a
//! single code means only a loaded table tells.

use core::ops::RangeInclusive;

use superbill_model::{Claim, Procedure, ServiceLine};
use superbill_types::Text;

/// Anesthesia.
pub const ANESTHESIA: RangeInclusive<u32> = 100..=1999;
/// Surgery.
pub const SURGERY: RangeInclusive<u32> = 10_000..=69_999;
/// Radiology.
pub const RADIOLOGY: RangeInclusive<u32> = 70_000..=79_999;
/// Laboratory and pathology.
pub const LABORATORY: RangeInclusive<u32> = 80_000..=89_999;
/// Visits: evaluation and management.
pub const VISITS: RangeInclusive<u32> = 99_202..=99_499;

/// The procedure of a line billed as CPT or HCPCS.
#[must_use]
pub fn procedure(line: &ServiceLine) -> Option<&Procedure> {
    line.procedure.as_ref().filter(|procedure| procedure.qualifier == "HC")
}

/// The CPT or HCPCS code of a line; empty where it has none.
#[must_use]
pub fn code(line: &ServiceLine) -> &str {
    procedure(line).map_or("", |procedure| &procedure.code)
}

/// The modifiers of a line's procedure.
#[must_use]
pub fn modifiers(line: &ServiceLine) -> &[Text] {
    line.procedure.as_ref().map_or(&[], |procedure| &procedure.modifiers)
}

/// Whether a line has any of these modifiers.
#[must_use]
pub fn has_modifier(line: &ServiceLine, any: &[&str]) -> bool {
    modifiers(line).iter().any(|modifier| any.contains(&modifier.as_str()))
}

/// The number a code is, where it is five digits.
///
/// ```
/// use superbill_edits::service::{VISITS, number};
///
/// assert!(number("99213").is_some_and(|number| VISITS.contains(&number)));
/// assert_eq!(number("J1885"), None);
/// ```
#[must_use]
pub fn number(code: &str) -> Option<u32> {
    crate::shape::is_digits(code, 5).then(|| code.parse().ok()).flatten()
}

/// Whether a code's number is in a range.
#[must_use]
pub fn is_in(code: &str, range: &RangeInclusive<u32>) -> bool {
    number(code).is_some_and(|number| range.contains(&number))
}

/// Where a line's service was given: its own place, else the claim's; empty where neither says.
#[must_use]
pub fn place<'a>(line: &'a ServiceLine, claim: &'a Claim) -> &'a str {
    let place = line.place_of_service.as_deref().or(claim.facility_code.as_deref());
    place.unwrap_or_default()
}

/// Whether the claim goes to Medicare part B.
#[must_use]
pub fn is_medicare_b(claim: &Claim) -> bool {
    claim.coverage.filing_indicator.as_deref() == Some("MB")
}

/// Whether it is a ride or mileage of an ambulance: `A0425` to `A0436`, `A0021`, `A0225`, `A0998`, `A0999`.
///
/// ```
/// assert!(superbill_edits::service::is_ambulance("A0429"));
/// assert!(!superbill_edits::service::is_ambulance("A0130"));
/// ```
#[must_use]
pub fn is_ambulance(code: &str) -> bool {
    ("A0425"..="A0436").contains(&code) || ["A0021", "A0225", "A0998", "A0999"].contains(&code)
}

/// Whether it is of an ambulance at all: rides, and what is used or done on one (`A0021` to `A0999`, but for
/// the rides of others, `A0080` to `A0210`).
///
/// ```
/// assert!(superbill_edits::service::is_of_ambulance("A0382"));
/// assert!(!superbill_edits::service::is_of_ambulance("A0130"));
/// ```
#[must_use]
pub fn is_of_ambulance(code: &str) -> bool {
    code == "A0021" || code.len() == 5 && ("A0225"..="A0999").contains(&code)
}

/// Whether a modifier tells from what kind of place to which an ambulance went: origin, destination. `X` is a
/// stop on the way. No list has these pairs.
///
/// ```
/// assert!(superbill_edits::service::is_way("RH"));
/// assert!(!superbill_edits::service::is_way("GM"));
/// ```
#[must_use]
pub fn is_way(modifier: &str) -> bool {
    match modifier.as_bytes() {
        [from, to] => b"DEGHIJNPRS".contains(from) && b"DEGHIJNPRSX".contains(to),
        _ => false,
    }
}
