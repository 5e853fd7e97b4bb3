//! Signatures and assignment: are they told by the codes there are?

use superbill_model::{Claim, ClaimKind};
use superbill_types::{Rule, Severity, Text};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-049",
        name: "signature-or-assignment-unknown",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "IK4:7",
        message: "{what} is missing, or none of {codes}",
        help: "Choose one of the codes: what the provider and the patient agreed to is told on each claim.",
        source: "837 guides: CLM06 to CLM09, OI03, OI06",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::HEAD.and(Parts::OTHER_COVERAGES).and(Parts::BATCH),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    // A report of what was paid already (RP) need not tell it.
    let asked = case.batch().usage.as_deref() != Some("RP");
    let office = asked && claim.kind != ClaimKind::Institutional;
    let answers = [
        ("signatureOnFile", SIGNATURE, &claim.signature_on_file, office),
        ("assignment", ASSIGNMENT, &claim.assignment, asked),
        ("benefitsAssigned", BENEFITS, &claim.benefits_assigned, asked),
        ("releaseOfInformation", RELEASE, &claim.release_of_information, asked),
    ];
    for (field, (what, codes), told, needed) in answers {
        if is_wrong(told.as_ref(), codes, needed) {
            case.find(field).fact("what", what).fact("codes", codes);
        }
    }
    for (index, other) in claim.other_coverages.iter().enumerate() {
        for (field, (what, codes), told) in [
            ("benefitsAssigned", BENEFITS, &other.benefits_assigned),
            ("releaseOfInformation", RELEASE, &other.release_of_information),
        ] {
            if is_wrong(told.as_ref(), codes, false) {
                let found = case.find(format_args!("otherCoverages[{index}].{field}"));
                found.fact("what", what).fact("codes", codes);
            }
        }
    }
}

fn is_wrong(told: Option<&Text>, codes: &str, needed: bool) -> bool {
    match told.map(Text::as_str).filter(|told| !told.is_empty()) {
        Some(told) => codes.split(", ").all(|code| code != told),
        None => needed,
    }
}

const SIGNATURE: (&str, &str) = ("whether the provider signed", "Y, N");
const ASSIGNMENT: (&str, &str) = ("whether assignment is accepted", "A, B, C");
const BENEFITS: (&str, &str) = ("whether the payer pays the provider", "Y, N, W");
const RELEASE: (&str, &str) = ("whether information may be released", "Y, I");
