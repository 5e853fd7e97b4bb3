//! Order and numbers: what does a claim need before it is sent, that its sender need not care for?

use std::collections::BTreeSet;

use superbill_model::{Claim, ClaimKind, ClaimReference};
use superbill_types::{Phi, Text, sort_by_number};

use super::super::code::{diagnosis_family, procedure_family};

/// Gives each line that has none a number of its own, so that remittances find their line, and puts
/// references and codes into the guide's order. The same claim gets the same numbers.
pub fn prepare(claim: &mut Claim) {
    sort(&mut claim.references, of_claim(claim.kind));
    let kind = claim.kind;
    if kind == ClaimKind::Institutional {
        sort_by_number(&mut claim.diagnoses, |one| diagnosis_family(kind, &one.qualifier) as i64);
    }
    sort_by_number(&mut claim.procedures, |one| procedure_family(&one.qualifier) as i64);
    let taken: BTreeSet<Phi<Text>> =
        claim.lines.iter().filter_map(|line| line.control_number.clone()).collect();
    for (index, line) in claim.lines.iter_mut().enumerate() {
        sort(&mut line.references, of_line(claim.kind));
        if line.control_number.is_none() {
            let mut number = Phi::new(Text::from(format!("L{}", index + 1)));
            while taken.contains(&number) {
                number = Phi::new(format!("{}X", number.reveal()).into());
            }
            line.control_number = Some(number);
        }
    }
}

/// Unknown ones stand last.
fn sort(references: &mut [ClaimReference], order: &[&str]) {
    sort_by_number(references, |one| {
        order.iter().position(|code| *code == one.qualifier).unwrap_or(order.len()) as i64
    });
}

/// References of a claim in the guide's order.
fn of_claim(kind: ClaimKind) -> &'static [&'static str] {
    match kind {
        ClaimKind::Professional => {
            &["4N", "F5", "EW", "9F", "G1", "F8", "X4", "9A", "9C", "LX", "D9", "EA", "P4", "1J"]
        }
        ClaimKind::Institutional => {
            &["4N", "9F", "G1", "F8", "9A", "9C", "LX", "D9", "LU", "EA", "P4", "G4"]
        }
        ClaimKind::Dental => &["G3", "4N", "F8", "9F", "G1", "9A", "9C", "D9"],
    }
}

/// References of a line in the guide's order.
pub(super) fn of_line(kind: ClaimKind) -> &'static [&'static str] {
    match kind {
        ClaimKind::Professional => &["9B", "9D", "G1", "6R", "EW", "X4", "F4", "BT", "9F"],
        ClaimKind::Institutional => &["6R", "9B", "9D"],
        ClaimKind::Dental => &["G3", "G1", "6R", "9A", "9C", "9F"],
    }
}
