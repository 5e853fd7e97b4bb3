//! Onset: was it before the service?

use superbill_model::Claim;
use superbill_types::{DateValue, Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, dates};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "DAY-10",
        name: "onset-after-service",
        severity: Severity::Warning,
        snip: 4,
        acknowledgment: "277CA:A7:187",
        message: "the illness is said to begin on {onset}, after the last service on {service}",
        help: "Correct the day of onset.",
        source: "837 guides: DTP 431, 484",
    },
    kinds: Kinds::PROFESSIONAL,
    days: Days::ALL,
    reads: Parts::DATES.and(Parts::LINES).and(Parts::LINE_DATES),
    check: Check::Claim(look),
};

fn look(claim: &Claim, case: &mut Case<'_>) {
    let Some((_, service)) = dates::of_claim(claim) else { return };
    for (index, date) in claim.dates.iter().enumerate() {
        let day = date.from.as_ref().and_then(DateValue::day);
        let begins = matches!(date.qualifier.as_str(), "431" | "484");
        if let Some(onset) = day.filter(|day| begins && *day > service) {
            let found = case.find(format_args!("dates[{index}].from"));
            found.fact("onset", onset).fact("service", service);
        }
    }
}
