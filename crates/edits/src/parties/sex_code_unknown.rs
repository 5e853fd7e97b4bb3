//! Sex: is it a code of the list?

use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-035",
        name: "sex-code-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A7:157",
        message: "{code} is no code for a sex",
        help: "Use F, M or U.",
        source: "837 guides: DMG03",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(code) = party.party.demographics.as_ref().and_then(|it| it.sex.as_deref()) else {
        return;
    };
    if !matches!(code, "F" | "M" | "U") {
        case.find("demographics.sex").code("code", code, 1);
    }
}
