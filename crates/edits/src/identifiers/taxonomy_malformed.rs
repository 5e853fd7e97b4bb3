//! Taxonomy code: is it written as one?

use superbill_codes::CodeSystem;
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "IDF-04",
        name: "taxonomy-malformed",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:145",
        message: "the taxonomy code {code} is not ten characters that end in X",
        help: "Choose the code again from the taxonomy list.",
        source: "NUCC taxonomy; 837 guides: PRV03",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(code) = party.party.taxonomy.as_deref() else { return };
    if !CodeSystem::Taxonomy.shapes(code) {
        case.find("taxonomy").code("code", code, 10);
    }
}
