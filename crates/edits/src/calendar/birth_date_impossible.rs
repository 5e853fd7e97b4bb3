//! Birth date: is it possible?

use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-034",
        name: "birth-date-impossible",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:158",
        message: "the birth date is in the future, or 150 years ago or more",
        help: "Compare the birth date with the insurance card.",
        source: "837 guides: DMG02",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::BATCH,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let person = party.party.demographics.as_ref();
    let birth = person.and_then(|it| it.birth_date.as_ref()).and_then(|it| it.reveal().day());
    let Some((birth, sent)) = birth.map(|birth| (birth, super::sent_day(case))) else { return };
    let too_old = super::years_later(birth, 150).is_some_and(|day| day <= sent);
    if birth > sent || too_old {
        case.find("demographics.birthDate");
    }
}
