//! Rules: what can be wrong with data, how bad is it, and how is it said?
//!
//! A rule is data. Its id is permanent; its message is a template that names facts in braces
//! (`{expected}`). Prose is made from it at the edge by [`fill`].

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::Fact;

extern crate alloc;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing to do.
    Note,
    /// Tolerated, but the sender should mend it.
    Warning,
    /// The data is wrong.
    Error,
}

/// One thing that can be wrong, described once.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Permanent id, such as `ENV-24`.
    pub id: &'static str,
    /// The defect in kebab case, such as `control-number-mismatch`.
    pub name: &'static str,
    /// Severity unless a ruleset changes it.
    pub severity: Severity,
    /// SNIP type 1 to 7.
    pub snip: u8,
    /// The code that answers it: `TA1:001`, `AK9:4`, `IK5:3`, `IK3:2`, `IK4:7`; empty if none does.
    pub acknowledgment: &'static str,
    /// What is wrong: a sentence with `{fact}` places. Never holds a value from the file that could
    /// identify a person.
    pub message: &'static str,
    /// What to do about it.
    pub help: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
}

/// Puts facts into the `{places}` of a template; a place without its fact becomes `?`.
///
/// ```
/// use superbill_types::{Fact, fill};
/// let facts = [Fact::new("expected", "12"), Fact::new("found", "11")];
/// assert_eq!(fill("counted {expected}, not {found}", &facts), "counted 12, not 11");
/// ```
#[must_use]
pub fn fill(template: &str, facts: &[Fact]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        out.push_str(facts.iter().find(|f| f.name == name).map_or("?", |f| &f.value));
        rest = tail;
    }
    out.push_str(rest);
    out
}
