//! Rules of paper forms: what does not fit, and what would a scanner not read?

use superbill_types::{Rule, Severity};

macro_rules! rules {
    ($($constant:ident $id:literal $name:literal $severity:ident
        $message:literal $help:literal $source:expr;)*) => {
        $(
            pub(crate) static $constant: Rule = Rule {
                id: $id,
                name: $name,
                severity: Severity::$severity,
                snip: 2,
                acknowledgment: "",
                message: $message,
                help: $help,
                source: $source,
            };
        )*
        /// Every rule of the forms.
        pub static RULES: &[&Rule] = &[$(&$constant),*];
    };
}

const ALL_FORMS: &str = "NUCC 1500 instruction manual (02/12), NUBC UB-04 manual, ADA form instructions: \
                         field sizes and how to fill in";
const NUCC: &str = "NUCC 1500 instruction manual (02/12)";

rules! {
    TEXT_TOO_LONG "FRM-001" "text-longer-than-field" Warning
        "field {field} holds {room} characters; the text has {length} and is cut"
        "Shorten the text, or send the claim electronically."
        ALL_FORMS;
    NUMBER_TOO_LONG "FRM-002" "number-longer-than-field" Error
        "field {field} holds {room} characters; the number or code has {length} and is not printed"
        "Check the value: a part of a number is another number, so none of it is printed."
        ALL_FORMS;
    LETTERS_LOST "FRM-003" "letters-without-plain-writing" Warning
        "field {field}: {count} letters cannot be written in plain capitals and are left out"
        "Give the text in Latin letters."
        ALL_FORMS;
    PUNCTUATION_LOST "FRM-004" "punctuation-left-out" Note
        "field {field} is printed without its punctuation"
        "Nothing, unless the receiver tells the number apart by it."
        ALL_FORMS;
    FIELD_EMPTY "FRM-005" "needed-field-empty" Error
        "field {field} has to be filled in, but the claim tells nothing for it"
        "Complete the claim."
        ALL_FORMS;
    DATE_UNREADABLE "FRM-006" "date-not-printable" Error
        "the date of field {field} is no day of the calendar and is not printed"
        "Correct the date."
        ALL_FORMS;
    AMOUNT_UNREADABLE "FRM-007" "amount-not-printable" Error
        "the amount of field {field} is negative or finer than a cent and is not printed"
        "Correct the amount: forms carry dollars and cents without a sign."
        ALL_FORMS;
    TOO_MANY "FRM-008" "more-than-form-holds" Warning
        "field {field} has places for {room}, the claim has {count}; the rest is not printed"
        "Send the claim electronically, or split it."
        ALL_FORMS;
    POINTER_DANGLING "FRM-009" "pointer-to-no-diagnosis" Error
        "a diagnosis pointer of field {field} leads to no diagnosis on the form"
        "Point at a diagnosis that is on the form."
        NUCC;
    LISTS_MIXED "FRM-010" "diagnosis-lists-mixed" Error
        "field {field} names one edition of ICD, but the claim has diagnoses of two"
        "Split the claim so that each part uses one edition."
        NUCC;
    ORIGINAL_MISSING "FRM-011" "original-number-missing" Error
        "field {field}: a replacement or void needs the payer's number of the claim it changes"
        "Add the payer's claim number (reference F8)."
        ALL_FORMS;
    SEVERAL_FORMS "FRM-012" "several-forms" Note
        "the claim fills {count} forms"
        "Send them together. {totals}"
        "NUCC: each form carries the total of its own lines; UB-04: totals stand on the last page";
    OTHER_KIND "FRM-013" "form-of-another-kind" Warning
        "the claim is of another kind than the form"
        "Print professional claims on the CMS-1500, institutional on the UB-04, dental on the ADA form."
        ALL_FORMS;
    NOT_ON_FORM "FRM-014" "no-field-for-it" Note
        "the form has no field for it: {what}"
        "Send the claim electronically where the receiver needs it."
        ALL_FORMS;
}
