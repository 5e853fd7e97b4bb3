//! Modifiers: do those that set the price stand first?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity, Text};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-08",
        name: "modifier-order",
        severity: Severity::Note,
        snip: 6,
        acknowledgment: "",
        message: "modifier {one} stands before {other}, which sets the price",
        help: "Put {other} first; payers read the first place for the price.",
        source: "custom of payers; Claims Processing Manual 12, 30.6 and 50; 20, 30",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let modifiers = service::modifiers(line);
    let of = |list: &'static [&'static str]| move |it: &Text| list.contains(&it.as_str());
    let first = modifiers.iter().position(of(TELLING));
    let second = modifiers.iter().rposition(of(PRICING));
    if let (Some(first), Some(second)) = (first, second)
        && first < second
        && let (Some(one), Some(other)) = (modifiers.get(first), modifiers.get(second))
    {
        let path = format_args!("procedure.modifiers[{second}]");
        case.find(path).fact("one", one).fact("other", other);
    }
}

/// Modifiers that change the price.
const PRICING: &[&str] = &[
    "22", "26", "50", "52", "53", "54", "55", "56", "62", "66", "73", "74", "78", "80", "81", "82",
    "AA", "AD", "AS", "NU", "QK", "QX", "QY", "QZ", "RR", "TC", "UE",
];

/// Modifiers that tell where, why or how.
const TELLING: &[&str] = &[
    "59", "76", "77", "79", "91", "93", "95", "GA", "GT", "GX", "GY", "GZ", "KX", "LT", "QS", "RT",
    "XE", "XP", "XS", "XU",
];
