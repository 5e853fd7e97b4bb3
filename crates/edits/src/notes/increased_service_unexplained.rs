//! More work than usual: is it explained?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "NTE-02",
        name: "increased-service-unexplained",
        severity: Severity::Warning,
        snip: 6,
        acknowledgment: "277CA:A6:294",
        message: "modifier 22 asks for more than usual, but no note or document tells why",
        help: "Add a note, or a document with the report.",
        source: "Medicare Claims Processing Manual 12, 20.4.6",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::ATTACHMENTS.and(Parts::NOTES).and(Parts::LINE_SERVICE).and(Parts::LINE_DOCUMENTS),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let told = [&claim.notes, &line.notes].iter().any(|notes| !notes.is_empty())
        || [&claim.attachments, &line.attachments].iter().any(|all| !all.is_empty());
    if !told && service::has_modifier(line, &["22"]) {
        case.find("notes");
    }
}
