//! Diagnoses: are there more than the claim has places for?

use superbill_model::{Claim, ClaimKind, Diagnosis};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DEN-10",
        name: "diagnoses-too-many",
        severity: Severity::Error,
        snip: 2,
        acknowledgment: "277CA:A7:255",
        message: "the claim has {count} diagnoses of this kind; {most} is the most",
        help: "Keep the {most} most important ones, or split the claim.",
        source: "837 guides: HI",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let further = match claim.kind {
        ClaimKind::Professional => 11,
        ClaimKind::Institutional => 24,
        ClaimKind::Dental => 3,
    };
    for (qualifiers, most) in [
        (["ABK", "BK"], 1),
        (["ABF", "BF"], further),
        (["ABJ", "BJ"], 1),
        (["APR", "PR"], 3),
        (["ABN", "BN"], 12),
    ] {
        let of_kind = |it: &&Diagnosis| qualifiers.contains(&it.qualifier.as_str());
        let count = claim.diagnoses.iter().filter(of_kind).count();
        if count > most {
            case.find("diagnoses").fact("count", count).fact("most", most);
        }
    }
}
