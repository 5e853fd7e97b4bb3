//! Day of death: is it possible?

use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DAY-01",
        name: "death-date-impossible",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:159",
        message: "the day of death is before birth or after today",
        help: "Correct the day of death, or remove it.",
        source: "837 guides: PAT06",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(person) = &party.party.demographics else { return };
    let Some(death) = person.death_date.as_ref().and_then(|it| it.reveal().day()) else { return };
    let birth = person.birth_date.as_ref().and_then(|it| it.reveal().day());
    if death > case.today() || birth.is_some_and(|birth| death < birth) {
        case.find("demographics.deathDate");
    }
}
