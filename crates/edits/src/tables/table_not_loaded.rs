//! Tables: which one was needed, but not loaded?

use superbill_types::{Rule, Severity};

use crate::{Check, Days, Edit, Kinds, Parts};

/// Told once for each table that edits needed and nobody loaded. It looks at nothing by itself.
pub(crate) static EDIT: Edit = Edit {
    rule: Rule {
        id: "TBL-01",
        name: "table-not-loaded",
        severity: Severity::Note,
        snip: 5,
        acknowledgment: "",
        message: "{table} were not checked: no table is loaded",
        help: "Load the table; until then the claim is not known to be clean.",
        source: "no data is never a pass",
    },
    kinds: Kinds::ALL,
    days: Days::ALL,
    reads: Parts::NONE,
    check: Check::Batch(|_, _| {}),
};
