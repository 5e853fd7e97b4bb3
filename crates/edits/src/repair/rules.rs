//! Repair rules: what is written right, and why is that only form?

use superbill_types::{Rule, Severity};

macro_rules! rules {
    ($($constant:ident $id:literal $name:literal $message:literal $help:literal $source:literal;)*) => {
        $(
            #[doc = concat!("`", $id, "` ", $name, ".")]
            pub(super) static $constant: Rule = Rule {
                id: $id,
                name: $name,
                severity: Severity::Note,
                snip: 2,
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
    BLANKS "RPR-01" "blanks-at-ends"
        "blanks stand around the text, or several in a row"
        "They are removed."
        "X12.6: leading and trailing blanks carry nothing";
    PHONE "RPR-02" "phone-with-separators"
        "the telephone number has separators"
        "They are removed, and a country code 1 before ten digits."
        "837 guides: PER";
    ZIP "RPR-03" "zip-with-separators"
        "the ZIP or postal code has separators"
        "They are removed."
        "837 guides: N403";
    ZIP_PADDED "RPR-04" "zip-padded"
        "the ZIP code of who bills or of the place of service has five digits"
        "Zeros take the place of the last four, until they are looked up."
        "837 guides: N403; USPS: 0000 names no delivery area";
    COUNTRY "RPR-05" "country-from-province"
        "a Canadian province and postal code are told, but no country"
        "The country is told."
        "837 guides: N404";
    CODE "RPR-06" "code-with-separators"
        "the code has blanks, points, other signs or small letters"
        "They are removed, and small letters made large."
        "837 guides: codes are sent without points";
    NUMBER "RPR-07" "number-with-separators"
        "the number has separators"
        "They are removed."
        "837 guides: NM109, REF02";
    LINE_NUMBER "RPR-08" "line-number-given"
        "the line has no number of its own"
        "Its place in the claim is its number; the remittance echoes it."
        "837 guides: 2400 REF 6R";
    ENTITY_TYPE "RPR-09" "entity-type-from-name"
        "it is not told whether the name is of a person"
        "A name with a first name is a person's, one without an organization's."
        "837 guides: NM102";
    LETTERS "RPR-10" "letters-with-accents"
        "the text has letters or signs that cannot be sent"
        "Each is written with the plain letter or sign it stands for."
        "X12.6: extended character set";
    DRUG "RPR-11" "drug-code-as-eleven-digits"
        "the drug code is not written as eleven digits"
        "Hyphens are removed; a part that is short is filled with a zero at its front."
        "FDA: NDC 4-4-2, 5-3-2, 5-4-1 as 5-4-2";
}
