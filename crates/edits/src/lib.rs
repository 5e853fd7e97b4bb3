//! Claim edits: what would a payer reject, before it is sent?
//!
//! Rules over the model, so that they serve claim entry and claims read from files alike. [`check`] tells all
//! findings of a batch; [`Checker`] does so again after each change, at the cost of what changed;
//! [`repairs`] offers changes of form, never of content.
//!
//! A rule is a file `src/<family>/<name>.rs` with an [`Edit`], and `<name>.md` with its reason and examples,
//! which are its test. Nothing here reads a clock or a file: today, tables, history and rulesets are given.
//!
//! It does not check syntax (`x12`), what a guide demands of a segment (`guides`), or whether earlier payers'
//! amounts add up (`exchange::claim::coordination`).

mod case;
mod checker;
mod context;
pub mod dates;
mod edit;
pub mod lists;
mod parts;
pub mod party;
pub mod place;
pub mod repair;
mod ruleset;
mod run;
pub mod service;
pub mod shape;
mod texts;
pub mod walk;

// Families.
mod calendar;
mod coverage;
mod diagnoses;
mod identifiers;
mod money;
mod parties;
mod procedures;
mod text;

use case::Kept;

pub use case::{Case, Found};
pub use checker::Checker;
pub use context::Context;
pub use edit::{Check, Days, Edit, Kinds};
pub use parts::Parts;
pub use party::{Party, Role};
pub use repair::{REPAIR_RULES, Repair, apply, repairs};
pub use ruleset::{BadRuleset, Change, FilingLimit, Ruleset, Setting};
pub use run::check;
pub use texts::{Reader, Texts};

/// Edits of one subject.
#[derive(Debug)]
pub struct Family {
    /// Its folder below `src`.
    pub name: &'static str,
    /// What it asks of a claim.
    pub about: &'static str,
    /// Its edits, in the order they look.
    pub edits: &'static [&'static Edit],
}

/// Every family, in the order they look.
pub static FAMILIES: &[Family] = &[
    Family { name: "identifiers", about: "Can each number be one?", edits: identifiers::EDITS },
    Family {
        name: "parties",
        about: "Are names, addresses and telephone numbers whole and possible?",
        edits: parties::EDITS,
    },
    Family { name: "calendar", about: "Can these days follow each other?", edits: calendar::EDITS },
    Family {
        name: "coverage",
        about: "Who pays in which order, and what did earlier payers do?",
        edits: coverage::EDITS,
    },
    Family { name: "text", about: "Can every word of the claim be sent?", edits: text::EDITS },
    Family { name: "money", about: "Do the amounts add up?", edits: money::EDITS },
    Family { name: "diagnoses", about: "Does each diagnosis fit?", edits: diagnoses::EDITS },
    Family { name: "procedures", about: "Can the procedure be as told?", edits: procedures::EDITS },
    Family { name: "", about: "What could not be checked?", edits: &[&run::NOT_LOADED] },
];

/// Every edit, in the order of the families.
pub fn edits() -> impl Iterator<Item = &'static Edit> {
    FAMILIES.iter().flat_map(|family| family.edits).copied()
}

/// The edit of a rule's id.
#[must_use]
pub fn edit_of(id: &str) -> Option<&'static Edit> {
    edits().find(|edit| edit.rule.id == id)
}
