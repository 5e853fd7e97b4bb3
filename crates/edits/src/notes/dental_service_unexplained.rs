//! Dental procedure by report: is it described?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "NTE-03",
        name: "dental-service-unexplained",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A6:306",
        message: "{code} says only that something else was done; it needs a description",
        help: "Describe in a note what was done.",
        source: "837D guide: SV301-7, NTE",
    },
    kinds: Kinds::DENTAL,
    days: Days::ALL,
    reads: Parts::ATTACHMENTS.and(Parts::NOTES).and(Parts::LINE_SERVICE).and(Parts::LINE_DOCUMENTS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let Some(procedure) = line.procedure.as_ref() else { return };
    let told = procedure.description.as_deref().is_some_and(|text| !shape::is_blank(text))
        || [&claim.notes, &line.notes].iter().any(|notes| !notes.is_empty())
        || !claim.attachments.is_empty();
    if !told && procedure.code.starts_with('D') && procedure.code.ends_with("999") {
        case.find("procedure.description").code("code", &procedure.code, 5);
    }
}
