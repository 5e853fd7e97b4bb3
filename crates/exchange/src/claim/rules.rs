//! Claim rules of the writer: why can a claim not be written?
//!
//! Ids CLM are those of the shared rule list. What a guide asks of each segment is told by its table.

use superbill_types::{Rule, Severity};

macro_rules! rules {
    ($($constant:ident $id:literal $name:literal $snip:literal
        $message:literal $help:literal $source:literal;)*) => {
        $(
            #[doc = concat!("`", $id, "` ", $name, ".")]
            pub static $constant: Rule = Rule {
                id: $id,
                name: $name,
                severity: Severity::Error,
                snip: $snip,
                acknowledgment: "",
                message: $message,
                help: $help,
                source: $source,
            };
        )*
        /// All of them.
        pub static ALL: &[&Rule] = &[$(&$constant),*];
    };
}

rules! {
    NO_CLAIM "WRT-01" "nothing-to-write" 2
        "there is no claim to write"
        "Add a claim."
        "no data is never a pass";
    HOLDS_SEPARATOR "WRT-02" "value-holds-separator" 1
        "a value holds a character that separates elements in this file"
        "Remove the character, or choose other separators for the partner."
        "X12.6: data holds no separator";
    MIXED_KINDS "WRT-03" "kinds-mixed" 2
        "the claim is of another kind than the first of its batch"
        "Send professional, institutional and dental claims in batches of their own."
        "837 guides: one guide for each transaction set";
    TOO_MANY_CLAIMS "CLM-040" "too-many-claims" 2
        "the batch holds more than {most} claims"
        "Split the batch: the guides advise at most {most} claims for each transaction set."
        "837 guides, 1.3.2";
    TOO_MANY_LINES "CLM-074" "too-many-lines" 2
        "the claim holds {lines} lines, but at most {most} can be sent"
        "Split the claim, keeping each part's total equal to its lines."
        "837 guides, loop 2400";
}
