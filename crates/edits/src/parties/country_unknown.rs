//! Country: is its code in the list?

use superbill_codes::{CodeStatus, CodeSystem};
use superbill_types::{Phi, Rule, Severity};

use crate::shape::is_blank;
use crate::{Case, Check, Days, Edit, Kinds, Parts, Party};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PTY-04",
        name: "country-unknown",
        severity: Severity::Error,
        snip: 5,
        acknowledgment: "277CA:A7:502",
        message: "{country} is no country code of two letters",
        help: "Choose the country from the list.",
        source: "ISO 3166-1; 837 guides: N404",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Party(look),
};

fn look(party: &Party<'_>, case: &mut Case<'_>) {
    let Some(address) = party.party.address.as_ref().map(Phi::reveal) else { return };
    let Some(country) = address.country.as_deref().filter(|it| !is_blank(it)) else { return };
    let answer = case.ask("countries", CodeSystem::Country, country, case.today());
    if answer == Some(CodeStatus::Unknown) {
        let outdated = case.is_outdated(CodeSystem::Country, case.today());
        case.find("address.country").softer_if(outdated).code("country", country, 3);
    }
}
