//! Organization: does it have parts of a person's name?

use superbill_types::{Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-017",
        name: "organization-with-personal-name",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A8:505",
        message: "an organization has no first or middle name, prefix or suffix",
        help: "Put the whole name of the organization into the name, or choose person.",
        source: "837 guides: NM104, NM105, NM106, NM107",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let name = &party.party.name;
    if name.entity_type != "2" {
        return;
    }
    let parts = [
        ("name.firstName", &name.first_name),
        ("name.middleName", &name.middle_name),
        ("name.prefix", &name.prefix),
        ("name.suffix", &name.suffix),
    ];
    for (path, part) in parts {
        if part.as_ref().is_some_and(|part| !is_blank(part.reveal())) {
            case.find(path);
        }
    }
}
