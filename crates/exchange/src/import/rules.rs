//! Import rules: why did something of the source not carry over as it was?

use superbill_types::{Rule, Severity};

macro_rules! rules {
    ($($constant:ident $id:literal $name:literal $severity:ident $message:literal $help:literal;)*) => {
        $(
            #[doc = concat!("`", $id, "` ", $name, ".")]
            pub static $constant: Rule = Rule {
                id: $id,
                name: $name,
                severity: Severity::$severity,
                snip: 0,
                acknowledgment: "",
                message: $message,
                help: $help,
                source: "nothing is dropped silently",
            };
        )*
        /// All of them.
        pub static ALL: &[&Rule] = &[$(&$constant),*];
    };
}

rules! {
    UNKNOWN "IMP-01" "field-unknown" Warning
        "no field of this name is known here; it did not carry over"
        "Check the spelling and the place of the name; enter the value by hand if it matters.";
    NO_PLACE "IMP-02" "field-without-place-in-claim" Note
        "it did not carry over: {reason}"
        "Nothing, unless the claim needs it in another form.";
    NOT_READ "IMP-03" "value-not-read" Warning
        "this is no {expected}; it did not carry over"
        "Correct the value in the source, or enter it by hand.";
    TOLD_TWICE "IMP-04" "told-twice" Warning
        "another field has told this already; this one did not carry over"
        "Keep one of the two.";
    ASSUMED "IMP-05" "value-assumed" Note
        "{field} was not told; {value} is taken"
        "Correct it in the claim if it is otherwise.";
}
