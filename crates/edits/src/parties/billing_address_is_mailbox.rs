//! Address of who bills: is it a mailbox?

use superbill_model::Claim;
use superbill_types::{Phi, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "CLM-013",
        name: "billing-address-is-mailbox",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:503",
        message: "the billing provider's address is a mailbox",
        help: "Enter the street address; a mailbox belongs in the pay-to address.",
        source: "837 guides: 2010AA N301, N302; CMS edit 2010AA.N302.060",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::BILLING,
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some(address) = claim.billing_provider.address.as_ref().map(Phi::reveal) else { return };
    for (index, line) in address.lines.iter().enumerate() {
        if is_mailbox(line) {
            case.find(format_args!("billingProvider.address.lines[{index}]"));
        }
    }
}

/// Whether a line names a mailbox: some words of it, one after another, letter case aside, say so.
fn is_mailbox(line: &str) -> bool {
    let words = line.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    MAILBOXES.iter().any(|mailbox| {
        let mut rest = words.clone();
        loop {
            let mut here = rest.clone();
            let same = |word: &&str| here.next().is_some_and(|it| it.eq_ignore_ascii_case(word));
            if mailbox.iter().all(same) {
                return true;
            }
            if rest.next().is_none() {
                return false;
            }
        }
    })
}

const MAILBOXES: [&[&str]; 9] = [
    &["PO", "BOX"],
    &["P", "O", "BOX"],
    &["POBOX"],
    &["POB"],
    &["POST", "OFFICE", "BOX"],
    &["LOCK", "BOX"],
    &["LOCKBOX"],
    &["LOCK", "BIN"],
    &["PMB"],
];
