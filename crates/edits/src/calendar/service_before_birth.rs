//! Date of service: is the patient born?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DAY-03",
        name: "service-before-birth",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:187",
        message: "the service is before the birth of the patient",
        help: "Compare both days.",
        source: "837 guides: DTP 472, DMG02",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DATES.and(Parts::LINE_DATES).and(Parts::COVERAGE).and(Parts::PATIENT),
    check: Check::Line(look),
};

fn look(line: &ServiceLine, claim: &Claim, case: &mut Case<'_>) {
    let person = claim.treated().demographics.as_ref();
    let birth = person.and_then(|it| it.birth_date.as_ref()).and_then(|it| it.reveal().day());
    let Some((birth, (from, _))) = birth.zip(dates::of_line(line, claim)) else { return };
    if from < birth {
        case.find("dates");
    }
}
