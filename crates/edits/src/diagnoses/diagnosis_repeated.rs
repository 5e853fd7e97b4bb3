//! Diagnoses: does one stand twice?

use superbill_model::{Claim, Diagnosis};
use superbill_types::{Rule, Severity};

use super::listed;

use crate::{Case, Check, Days, Edit, Kinds, Parts, lists};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-057",
        name: "diagnosis-repeated",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:255",
        message: "diagnosis {code} stands twice",
        help: "Take one of the two away, and point the lines that used it at the other.",
        source: "837 guides: HI; ICD-10-CM guidelines I.B.12",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::DIAGNOSES,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let codes = |wanted: fn(&Diagnosis) -> bool| {
        let all = claim.diagnoses.iter();
        all.map(move |it| Some(it.code.as_str()).filter(|code| wanted(it) && !code.is_empty()))
    };
    let mut find = |place: usize, _| {
        if let Some(diagnosis) = claim.diagnoses.get(place) {
            let path = format_args!("diagnoses[{place}].code");
            case.find(path).code("code", &diagnosis.code, 8);
        }
    };
    lists::repeated(codes(listed::is_pointed_at), &mut find);
    lists::repeated(codes(|it| matches!(it.qualifier.as_str(), "ABN" | "BN")), &mut find);
    lists::repeated(codes(|it| matches!(it.qualifier.as_str(), "APR" | "PR")), &mut find);
}
