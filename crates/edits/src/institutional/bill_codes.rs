//! Codes of a bill: which occurrence, span, value and condition codes does a claim carry, and where?

use core::fmt::Display;

use superbill_codes::CodeSystem;
use superbill_model::Claim;

/// What is called with each code: its path, its list and the code.
pub(super) type EachCode<'a> = dyn FnMut(&dyn Display, CodeSystem, &str) + 'a;

/// Every occurrence, occurrence span, value and condition code.
pub(super) fn each(claim: &Claim, each: &mut EachCode<'_>) {
    for (index, one) in claim.occurrences.iter().enumerate() {
        let path = format_args!("occurrences[{index}].code");
        each(&path, CodeSystem::Occurrence, &one.code);
    }
    for (index, one) in claim.occurrence_spans.iter().enumerate() {
        let path = format_args!("occurrenceSpans[{index}].code");
        each(&path, CodeSystem::OccurrenceSpan, &one.code);
    }
    for (index, one) in claim.values.iter().enumerate() {
        each(&format_args!("values[{index}].code"), CodeSystem::Value, &one.code);
    }
    for (index, code) in claim.conditions.iter().enumerate() {
        each(&format_args!("conditions[{index}]"), CodeSystem::Condition, code);
    }
}

/// What a list's codes are called.
pub(super) fn name(system: CodeSystem) -> &'static str {
    match system {
        CodeSystem::Occurrence => "occurrence codes",
        CodeSystem::OccurrenceSpan => "occurrence span codes",
        CodeSystem::Value => "value codes",
        _ => "condition codes",
    }
}
