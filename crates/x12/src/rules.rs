//! Envelope rules: what can be wrong with framing, control numbers and counts?
//!
//! Ids are those of the shared rule list; `acknowledgment` is the TA1, AK9 or IK5 code that answers each.

use superbill_types::{Rule, Severity};

macro_rules! rules {
    ($list:ident: $($constant:ident $id:literal $name:literal $severity:ident $acknowledgment:literal
        $message:literal $help:literal $source:literal;)*) => {
        $(
            #[doc = concat!("`", $id, "` ", $name, ".")]
            pub static $constant: Rule = Rule {
                id: $id,
                name: $name,
                severity: Severity::$severity,
                snip: 1,
                acknowledgment: $acknowledgment,
                message: $message,
                help: $help,
                source: $source,
            };
        )*
        /// All of them, in id order.
        pub static $list: &[&Rule] = &[$(&$constant),*];
    };
}

rules! { ENVELOPE:
    LEADING_BYTES "ENV-01" "leading-bytes" Warning ""
        "{count} bytes stand before the ISA header"
        "Send the file so that ISA is its first byte; no byte order mark, blank line or space."
        "X12.5: an interchange begins with ISA";
    LINES_WRAPPED "ENV-02" "lines-wrapped" Warning "TA1:022"
        "the file is wrapped at {column} columns; line breaks inside elements were taken out to read it"
        "Send the file without line breaks inside segments."
        "X12.5: ISA has fixed width";
    REPETITION_SEPARATOR "ENV-13" "repetition-separator-unusable" Warning "TA1:016"
        "ISA11 does not declare a repetition separator that can be told from data"
        "Put a character such as ^ in ISA11; version 00501 no longer takes U there."
        "X12.5 00501 I65";
    CONTROL_NUMBER_REPEATED "ENV-16" "interchange-control-number-repeated" Error "TA1:025"
        "interchange control number (ISA13) stands twice in this file"
        "Give each interchange a control number of its own."
        "X12.5: ISA13 identifies the interchange";
    INTERCHANGE_NOT_CLOSED "ENV-22" "interchange-trailer-missing" Error "TA1:023"
        "the interchange has no IEA trailer"
        "The file may be cut off: ask for it again. An interchange ends with IEA."
        "X12.5";
    GROUP_COUNT "ENV-23" "group-count-wrong" Error "TA1:021"
        "IEA01 does not tell the number of functional groups: {counted} were read"
        "Set IEA01 to the number of GS segments in the interchange."
        "X12.5: IEA01";
    INTERCHANGE_CONTROL_NUMBER "ENV-24" "interchange-control-number-mismatch" Error "TA1:001"
        "IEA02 differs from ISA13: header and trailer are not of one interchange"
        "Set IEA02 to the control number of ISA13."
        "X12.5: IEA02";
    OUTSIDE_GROUP "ENV-25" "segment-outside-group" Error "TA1:024"
        "segment {segment}, and what follows it, stands outside a functional group"
        "Only GS, TA1 and IEA may follow ISA; transaction sets belong between GS and GE."
        "X12.5";
    INDENTED "ENV-27" "segments-indented" Warning ""
        "segments stand on lines that are indented; the blanks before them were left out to read them"
        "Send the file without blanks before a segment: many receivers take them for a part of its name."
        "X12.5: a segment begins with its identifier";
    TRAILING_BYTES "ENV-28" "trailing-bytes" Warning ""
        "{count} bytes stand behind the IEA trailer"
        "End the file with the IEA terminator; leave out padding and end-of-file marks."
        "X12.5: an interchange ends with IEA";
    TRAILING_DATA "ENV-28E" "trailing-data" Error ""
        "{count} bytes behind the IEA trailer are neither blank nor another interchange"
        "Check whether a part of an interchange lost its ISA header."
        "X12.5";
    TERMINATOR_MISSING "ENV-29" "last-terminator-missing" Warning ""
        "the last segment has no terminator; it was read all the same"
        "End every segment with the terminator, the last one too."
        "X12.5: segment terminator";
    GROUP_CONTROL_NUMBER_REPEATED "ENV-36" "group-control-number-repeated" Error "AK9:19"
        "group control number (GS06) stands twice in its interchange"
        "Give each functional group a control number of its own."
        "X12.22: GS06";
    GROUP_NOT_CLOSED "ENV-39" "group-trailer-missing" Error "AK9:3"
        "the functional group has no GE trailer"
        "End each functional group with GE."
        "X12.22";
    SET_COUNT "ENV-40" "set-count-wrong" Error "AK9:5"
        "GE01 does not tell the number of transaction sets: {counted} were read"
        "Set GE01 to the number of ST segments in the group."
        "X12.22: GE01";
    GROUP_CONTROL_NUMBER "ENV-41" "group-control-number-mismatch" Error "AK9:4"
        "GE02 differs from GS06: header and trailer are not of one group"
        "Set GE02 to the control number of GS06."
        "X12.22: GE02";
    SET_CONTROL_NUMBER_REPEATED "ENV-44" "set-control-number-repeated" Error "IK5:23"
        "transaction set control number (ST02) stands twice in its group"
        "Give each transaction set of a group a control number of its own."
        "X12.22: ST02";
    SET_NOT_CLOSED "ENV-46" "set-trailer-missing" Error "IK5:2"
        "the transaction set has no SE trailer"
        "End each transaction set with SE."
        "X12.22";
    SEGMENT_COUNT "ENV-47" "segment-count-wrong" Error "IK5:4"
        "SE01 does not tell the number of segments: {counted} were read, ST and SE included"
        "Set SE01 to the number of segments from ST to SE."
        "X12.22: SE01";
    SET_CONTROL_NUMBER "ENV-48" "set-control-number-mismatch" Error "IK5:3"
        "SE02 differs from ST02: header and trailer are not of one transaction set"
        "Set SE02 to the control number of ST02."
        "X12.22: SE02";
    STRAY_TRAILER "ENV-49" "trailer-without-header" Error "TA1:024"
        "segment {segment} closes what was never opened"
        "Check for a lost header segment before it."
        "X12.5, X12.22: envelopes nest";
    INTERCHANGE_UNREADABLE "ENV-02E" "interchange-unreadable" Error "TA1:022"
        "a later interchange of the file cannot be read: {reason}"
        "The interchanges before it were read. Ask for this one again."
        "X12.5";
}
