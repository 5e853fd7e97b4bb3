//! Unlisted procedures: is it told what was done?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use super::unlisted;

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates, service, shape};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-081",
        name: "unlisted-procedure-undescribed",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A6:306",
        message: "{code} says only that something else was done; it needs a description",
        help: "Describe in a few words what was done or given.",
        source: "837P guide: SV101-7",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE
        .and(Parts::LINE_DOCUMENTS)
        .and(Parts::LINE_DRUG)
        .and(Parts::SERVICE_DAYS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let Some(procedure) = service::procedure(line) else { return };
    let told = procedure.description.as_deref().is_some_and(|text| !text.trim().is_empty())
        || line.notes.iter().any(|note| !note.text.reveal().trim().is_empty())
        || line.drug.is_some();
    let on = dates::of_line(line, claim).map(|(from, _)| from);
    if !told && unlisted::is_unlisted(&procedure.code, on, case.books()) {
        let sure = procedure.code.ends_with("999") || !shape::is_digits(&procedure.code, 5);
        case.find("procedure.description").softer_if(!sure).fact("code", &procedure.code);
    }
}
