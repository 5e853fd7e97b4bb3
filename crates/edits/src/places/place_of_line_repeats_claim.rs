//! Place of service of a line: does it differ from the claim's?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "PLC-01",
        name: "place-of-line-repeats-claim",
        severity: Severity::Note,
        snip: 4,
        acknowledgment: "",
        message: "the line repeats the claim's place of service {place}",
        help: "Leave the line's place empty where it is the claim's.",
        source: "837P and 837D guides: SV105, SV303",
    },
    kinds: Kinds::OFFICE,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::LINE_SERVICE),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let Some(place) = line.place_of_service.as_deref() else { return };
    if claim.facility_code.as_deref() == Some(place) {
        case.find("placeOfService").fact("place", place);
    }
}
