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
#[cfg(feature = "payer-rules")]
pub mod payer;
pub mod place;
pub mod repair;
mod ruleset;
mod run;
pub mod service;
pub mod shape;
mod texts;
pub mod walk;

// Families.
mod ambulance;
mod anesthesia;
mod attachments;
mod calendar;
mod coverage;
mod dental;
mod diagnoses;
mod drugs;
mod duplicates;
mod equipment;
mod identifiers;
mod institutional;
mod money;
mod ncci;
mod notes;
mod parties;
mod places;
mod procedures;
mod references;
mod tables;
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
    /// Its explanations: a language, and a file for [`Texts::add`].
    #[cfg(feature = "texts")]
    pub texts: &'static [(&'static str, &'static str)],
}

macro_rules! family {
    ($name:ident, $about:literal) => {
        Family {
            name: stringify!($name),
            about: $about,
            edits: $name::EDITS,
            #[cfg(feature = "texts")]
            texts: &[
                ("en", include_str!(concat!(stringify!($name), "/texts.en.tsv"))),
                ("es", include_str!(concat!(stringify!($name), "/texts.es.tsv"))),
            ],
        }
    };
}

/// Every family, in the order they look. A folder of `src` each.
pub static FAMILIES: &[Family] = &[
    family!(identifiers, "Can each number be one?"),
    family!(parties, "Are names, addresses and telephone numbers whole and possible?"),
    family!(calendar, "Can these days follow each other?"),
    family!(coverage, "Who pays in which order, and what did earlier payers do?"),
    family!(text, "Can every word of the claim be sent?"),
    family!(money, "Do the amounts add up?"),
    family!(diagnoses, "Does each diagnosis fit?"),
    family!(procedures, "Can the procedure be as told?"),
    family!(places, "Does the place fit the service?"),
    family!(drugs, "Which drug, and how much?"),
    family!(equipment, "Is equipment rented or bought?"),
    family!(ambulance, "Is the ride told in full?"),
    family!(anesthesia, "Who gave it, and how long?"),
    family!(ncci, "What is not paid together?"),
    family!(institutional, "Do the type of bill, its days, codes and lines agree?"),
    family!(dental, "Do teeth, surfaces, areas, dates and plans agree?"),
    family!(references, "Do the numbers of other documents fit the claim?"),
    family!(attachments, "Can the payer join documents to the claim?"),
    family!(notes, "Is what needs an explanation explained?"),
    family!(duplicates, "Was the same billed already?"),
    family!(tables, "What could not be checked?"),
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
