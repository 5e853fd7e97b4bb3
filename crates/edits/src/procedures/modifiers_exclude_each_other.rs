//! Modifiers: do two on a line contradict each other?

use superbill_model::{Claim, ServiceLine};
use superbill_types::{Rule, Severity};

use crate::{Case, Check, Days, Edit, Kinds, Parts, service};

pub(super) static EDIT: Edit = Edit {
    rule: Rule {
        id: "MOD-03",
        name: "modifiers-exclude-each-other",
        severity: Severity::Error,
        snip: 4,
        acknowledgment: "277CA:A7:453",
        message: "modifiers {one} and {other} contradict each other",
        help: "Keep the one that fits, or put the two on lines of their own.",
        source: "Medicare Claims Processing Manual 4, 20.6; 12, 30 to 50; 20; 30; Transmittal 1422 (2014)",
    },
    kinds: Kinds::MEDICAL,
    days: Days::ALL,
    reads: Parts::LINE_SERVICE,
    check: Check::Line(look),
};

fn look(line: &ServiceLine, _: &Claim, case: &mut Case<'_>) {
    let modifiers = service::modifiers(line);
    let place = |wanted: &str| modifiers.iter().position(|it| it == wanted);
    for (one, others) in PAIRS {
        let Some(first) = place(one) else { continue };
        for other in *others {
            if let Some(second) = place(other) {
                let path = format_args!("procedure.modifiers[{}]", first.max(second));
                case.find(path).fact("one", one).fact("other", other);
            }
        }
    }
}

/// A modifier, and those that cannot stand beside it.
const PAIRS: &[(&str, &[&str])] = &[
    // The reading, or the machine: both is the whole service, without either.
    ("26", &["TC"]),
    // Both sides, or one.
    ("50", &["LT", "RT"]),
    // The subsets say more than 59 does, and each another thing.
    ("59", &["XE", "XP", "XS", "XU"]),
    // After an earlier operation: planned, back to the operating room, or unrelated.
    ("58", &["78", "79"]),
    ("78", &["79"]),
    // Again by the same person, or by another.
    ("76", &["77"]),
    // Stopped before anesthesia, or after.
    ("73", &["74"]),
    // Assistants: one of these kinds.
    ("80", &["81", "82", "AS"]),
    ("81", &["82", "AS"]),
    ("82", &["AS"]),
    ("62", &["66", "80", "82"]),
    // New, used or rented.
    ("NU", &["UE", "RR"]),
    ("UE", &["RR"]),
    // Who gave anesthesia: alone, supervising, directing, directed or not.
    ("AA", &["AD", "QK", "QX", "QY", "QZ"]),
    ("AD", &["QK", "QX", "QY", "QZ"]),
    ("QK", &["QX", "QY", "QZ"]),
    ("QX", &["QY", "QZ"]),
    ("QY", &["QZ"]),
    // Whether the patient was told that it may not be covered.
    ("GA", &["GY", "GZ", "GX"]),
    ("GZ", &["GX", "GY"]),
    // How far away: video or sound, live or stored.
    ("95", &["93", "GQ", "GT"]),
    ("93", &["GQ", "GT"]),
    ("GQ", &["GT"]),
    // Some of the drug thrown away, or none.
    ("JW", &["JZ"]),
];
