//! Syntax rules: what can be wrong with segments and elements against a guide's table?
//!
//! Ids are those of the shared rule list; `acknowledgment` is the IK3, IK4, IK5, AK9 or TA1 code that
//! answers each. No message holds a value of the file, only lengths, counts and what a table expects.

use superbill_types::{Rule, Severity};

use crate::Tag;
use crate::tag;

macro_rules! rules {
    ($list:ident: $($constant:ident $id:literal $name:literal $severity:ident $snip:literal
        $acknowledgment:literal $message:literal $help:literal $source:literal;)*) => {
        $(
            #[doc = concat!("`", $id, "` ", $name, ".")]
            pub static $constant: Rule = Rule {
                id: $id,
                name: $name,
                severity: Severity::$severity,
                snip: $snip,
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

rules! { SYNTAX:
    SEGMENT_UNKNOWN "SYN-01" "segment-unknown" Error 1 "IK3:1"
        "this is no segment id that a guide knows"
        "Check the segment id: two or three capital letters or digits, as the guide spells it. Look for a lost terminator before it."
        "X12.6: segment identifiers";
    SEGMENT_NOT_IN_SET "SYN-02" "segment-not-in-set" Error 1 "IK3:6"
        "segment {segment} does not belong to this transaction set"
        "Leave it out, or check that the transaction set is the one meant."
        "X12.22; IK304 6";
    SEGMENT_UNEXPECTED "SYN-03" "segment-unexpected" Error 1 "IK3:2"
        "segment {segment} has no place here"
        "Check the segments before it: the loop it belongs to may not have begun, or has ended."
        "X12.22; IK304 2";
    SEGMENT_MISSING "SYN-04" "segment-missing" Error 1 "IK3:3"
        "{name} ({segment}) is missing before this segment"
        "Add the {segment} segment; the guide requires it in this loop."
        "Implementation guide; IK304 3";
    LOOP_OVER_MAXIMUM "SYN-05" "loop-over-maximum" Error 1 "IK3:4"
        "loop {loop} {name} stands more than {maximum} times"
        "Send at most {maximum}; split the rest into another claim or transaction set."
        "Implementation guide; IK304 4";
    SEGMENT_OVER_MAXIMUM "SYN-06" "segment-over-maximum" Error 1 "IK3:5"
        "segment {segment} {name} stands more than {maximum} times in its loop"
        "Send at most {maximum} here."
        "Implementation guide; IK304 5";
    LOOP_MISSING "SYN-08" "loop-missing" Error 2 "IK3:I7"
        "loop {loop} {name} is missing before this segment"
        "Add the loop; it begins with segment {segment}."
        "Implementation guide; IK304 I7";
    ELEMENT_MISSING "SYN-13" "element-missing" Error 1 "IK4:1"
        "{name} is required and missing"
        "Fill in this element; the guide requires it whenever the segment is sent."
        "Implementation guide; IK403 1";
    PAIR_BROKEN "SYN-14" "paired-element-missing" Error 1 "IK4:2"
        "{name} is missing: elements {positions} stand together or not at all"
        "Fill in the missing one or leave out the others."
        "X12.6 relational condition P";
    NONE_OF "SYN-15" "one-of-elements-missing" Error 1 "IK4:2"
        "{name} is missing: one of elements {positions} must stand"
        "Fill in at least one of them."
        "X12.6 relational condition R";
    CONDITION_BROKEN "SYN-16" "conditional-element-missing" Error 1 "IK4:2"
        "{name} is missing: when the first of elements {positions} stands, the others must"
        "Fill in the missing one or leave out the first."
        "X12.6 relational condition C";
    LIST_BROKEN "SYN-17" "list-conditional-element-missing" Error 1 "IK4:2"
        "{name} is missing: when the first of elements {positions} stands, one of the others must"
        "Fill in one of the others or leave out the first."
        "X12.6 relational condition L";
    EXCLUSION_BROKEN "SYN-18" "exclusive-elements" Error 1 "IK4:10"
        "{name} may not stand: only one of elements {positions} may"
        "Keep one of them."
        "X12.6 relational condition E";
    TOO_MANY_ELEMENTS "SYN-19" "too-many-elements" Error 1 "IK4:3"
        "the segment has more than its {maximum} elements"
        "Leave out what stands behind element {maximum}. Look for a separator inside the data."
        "X12.6; IK403 3";
    TOO_MANY_COMPONENTS "SYN-20" "too-many-components" Error 1 "IK4:13"
        "the element has more than its {maximum} components"
        "Leave out the extra ones. Look for the component separator inside the data."
        "X12.6; IK403 13";
    TOO_SHORT "SYN-21" "element-too-short" Error 1 "IK4:4"
        "{name} has {length} characters; the least is {minimum}"
        "Send the whole value."
        "X12 data element dictionary; IK403 4";
    TOO_LONG "SYN-22" "element-too-long" Error 1 "IK4:5"
        "{name} has {length} characters; the most is {maximum}"
        "Shorten the value. In numbers the sign and the point do not count."
        "X12 data element dictionary; IK403 5";
    CHARACTER "SYN-23" "character-not-allowed" Error 1 "IK4:6"
        "{name} holds a byte that is no character of the basic or extended set"
        "Use plain letters, digits and punctuation: no accents, control characters or line breaks."
        "X12.6 character sets; IK403 6";
    CODE "SYN-24" "code-not-allowed" Error 1 "IK4:7"
        "{name} holds a code that is not one of {expected}"
        "Use a code the guide lists for this element."
        "Implementation guide; IK403 7";
    CODE_NOT_IN_GUIDE "SYN-25" "code-not-of-this-guide" Error 2 "IK4:I6"
        "{name} holds a code that other guides use, but not this one here: it takes {expected}"
        "Use a code the guide lists for this element. Check that the segment is the one meant."
        "Implementation guide; IK403 I6";
    DATE "SYN-26" "date-invalid" Error 1 "IK4:8"
        "{name} is no day of the calendar"
        "Write year, month and day as {format}."
        "X12.6 type DT; IK403 8";
    TIME "SYN-27" "time-invalid" Error 1 "IK4:9"
        "{name} is no time of day"
        "Write hours 00 to 23 and minutes 00 to 59 as HHMM, with seconds and hundredths where allowed."
        "X12.6 type TM; IK403 9";
    PERIOD "SYN-28" "date-not-as-its-qualifier" Error 1 "IK4:8"
        "{name} is not in the format {format} that its qualifier names, or names a day that does not exist"
        "D8 is CCYYMMDD, RD8 is CCYYMMDD-CCYYMMDD, TM is HHMM, DT is CCYYMMDDHHMM."
        "X12 data element 1250";
    RANGE_REVERSED "SYN-28R" "days-reversed" Warning 4 ""
        "{name} ends before it starts"
        "Put the earlier day first: CCYYMMDD-CCYYMMDD."
        "X12 data element 1250, RD8";
    REPETITIONS "SYN-29" "too-many-repetitions" Error 1 "IK4:12"
        "{name} stands {count} times; the most is {maximum}"
        "Send at most {maximum}. Look for the repetition separator inside the data."
        "Implementation guide; IK403 12";
    NOT_USED "SYN-30" "element-not-used" Error 2 "IK4:I10"
        "{name} is not used here and must be left out"
        "Leave this element empty."
        "Implementation guide; IK403 I10";
    INTEGER "SYN-35" "not-an-integer" Error 1 "IK4:6"
        "{name} is no whole number"
        "Write digits only, with a minus sign in front where it is negative."
        "X12.6 type N; IK403 6";
    DECIMAL "SYN-36" "not-a-number" Error 1 "IK4:6"
        "{name} is no number"
        "Write digits and at most one point; no plus, comma, space, currency sign or exponent."
        "X12.6 type R; IK403 6";
    NUMBER_FORM "SYN-37" "number-not-canonical" Warning 1 ""
        "{name} has needless leading zeros or a point without decimals"
        "Leave them out; the value was read as meant."
        "X12.6 type R; X12 RFI 1526, 1750";
    LONGER_THAN_SUPPORTED "SYN-38" "longer-than-supported" Warning 2 ""
        "{name} has {length} characters; receivers need to support only {maximum}"
        "Keep it to {maximum}, or expect some receivers to reject or cut it."
        "Implementation guide, length notes; X12 RFI 1526";
    SUB_CENT "SYN-39" "amount-below-a-cent" Error 2 "IK4:I12"
        "{name} has more than two decimals"
        "Money ends at the cent. Round where the amount is made, not where it is sent."
        "Implementation guide, data element 782";
    MINUS_ZERO "SYN-40" "minus-zero" Warning 1 ""
        "{name} is minus zero"
        "Write 0; the value was read as zero."
        "X12.6 type R";
    ONLY_SPACES "SYN-41" "only-spaces" Error 1 "IK4:6"
        "{name} holds only spaces"
        "Leave the element empty, or fill it in."
        "X12.6: a value has at least one character that is not a space";
    TRAILING_SEPARATORS "SYN-42" "trailing-separators" Warning 1 ""
        "separators stand behind the last value"
        "Leave out separators that nothing follows."
        "X12.6: trailing separators are suppressed";
    COMPOSITE_EMPTY "SYN-43" "composite-empty" Error 1 "IK4:1"
        "{name} has separators but no value, and its first component is required"
        "Fill it in, or leave the whole element empty where it may be."
        "X12.6 composites; IK403 1";
    SEGMENT_EMPTY "SYN-44" "segment-empty" Error 1 "IK3:1"
        "a segment without an id stands here"
        "Look for a doubled terminator."
        "X12.6";
    HL_NUMBER "SYN-45" "hierarchy-number-out-of-sequence" Error 1 "IK4:7"
        "HL01 does not count on: {expected} comes next"
        "Number the HL segments of a transaction set 1, 2, 3."
        "X12.22 HL01";
    HL_PARENT "SYN-46" "hierarchy-parent-wrong" Error 1 "IK4:7"
        "HL02 does not name the HL of the level above that is open here"
        "Put each HL behind its parent and name the parent's HL01."
        "X12.22 HL02";
    HL_CHILD "SYN-48" "hierarchy-child-flag-wrong" Error 2 "IK4:7"
        "HL04 does not tell whether an HL of the level below follows"
        "Send 1 when one follows and 0 when none does."
        "X12.22 HL04";
    COUNTER "SYN-51" "counter-out-of-sequence" Error 2 "IK4:7"
        "{name} does not count on: {expected} comes next"
        "Number these loops 1, 2, 3 within what holds them."
        "Implementation guide, LX01";
    SEGMENT_OUT_OF_ORDER "SYN-52" "segment-out-of-order" Error 1 "IK3:7"
        "segment {segment} {name} stands behind segments it must precede"
        "Move it forward, to its place in the loop."
        "Implementation guide; IK304 7";
}

rules! { HEADERS:
    ISA01 "ENV-03" "authorization-qualifier-invalid" Error 1 "TA1:010"
        "ISA01 is not 00 or 03" "Use 00 when no authorization is sent." "X12.5 ISA01";
    ISA02 "ENV-04" "authorization-invalid" Error 1 "TA1:011"
        "ISA02 is not ten characters" "Fill up with spaces to ten characters." "X12.5 ISA02";
    ISA03 "ENV-05" "security-qualifier-invalid" Error 1 "TA1:012"
        "ISA03 is not 00 or 01" "Use 00 when no password is sent." "X12.5 ISA03";
    ISA04 "ENV-06" "security-invalid" Error 1 "TA1:013"
        "ISA04 is not ten characters" "Fill up with spaces to ten characters." "X12.5 ISA04";
    ISA05 "ENV-07" "sender-qualifier-invalid" Error 1 "TA1:005"
        "ISA05 is no known kind of sender id" "Use the qualifier agreed with the partner, such as ZZ." "X12.5 ISA05";
    ISA06 "ENV-08" "sender-id-invalid" Error 1 "TA1:006"
        "ISA06 is blank or not fifteen characters" "Send the agreed sender id, filled up with spaces." "X12.5 ISA06";
    ISA07 "ENV-09" "receiver-qualifier-invalid" Error 1 "TA1:007"
        "ISA07 is no known kind of receiver id" "Use the qualifier agreed with the partner, such as ZZ." "X12.5 ISA07";
    ISA08 "ENV-10" "receiver-id-invalid" Error 1 "TA1:008"
        "ISA08 is blank or not fifteen characters" "Send the agreed receiver id, filled up with spaces." "X12.5 ISA08";
    ISA09 "ENV-11" "interchange-date-invalid" Error 1 "TA1:014"
        "ISA09 is no day of the calendar" "Write YYMMDD." "X12.5 ISA09";
    INTERCHANGE_AHEAD "ENV-11F" "interchange-date-ahead" Warning 1 "TA1:014"
        "ISA09 is a day that has not come yet" "Check the clock of the system that made the file." "X12.5 ISA09";
    ISA10 "ENV-12" "interchange-time-invalid" Error 1 "TA1:015"
        "ISA10 is no time of day" "Write HHMM." "X12.5 ISA10";
    ISA12 "ENV-14" "interchange-version-unsupported" Error 1 "TA1:017"
        "ISA12 is not an interchange version that is read here" "Send 00501." "X12.5 ISA12";
    ISA13 "ENV-15" "interchange-control-number-invalid" Error 1 "TA1:018"
        "ISA13 is not nine digits, or zero" "Send nine digits, with leading zeros, from 000000001 on." "X12.5 ISA13";
    ISA14 "ENV-17" "acknowledgment-flag-invalid" Error 1 "TA1:019"
        "ISA14 is not 0 or 1" "Send 1 to ask for a TA1, else 0." "X12.5 ISA14";
    ISA15 "ENV-18" "usage-flag-invalid" Error 1 "TA1:020"
        "ISA15 is not P or T" "Send P for production or T for test." "X12.5 ISA15";
    IEA01 "ENV-23T" "group-count-invalid" Error 1 "TA1:021"
        "IEA01 is no number" "Set IEA01 to the number of GS segments." "X12.5 IEA01";
    IEA02 "ENV-24T" "interchange-trailer-number-invalid" Error 1 "TA1:001"
        "IEA02 is not nine digits" "Repeat ISA13." "X12.5 IEA02";
    GS01 "ENV-30" "functional-id-invalid" Error 1 "AK9:1"
        "GS01 is no functional id that is read here" "HC is a claim group, HP a payment group; see the guide." "X12.22 GS01";
    GS02 "ENV-31" "group-sender-invalid" Error 1 "AK9:14"
        "GS02 is not 2 to 15 characters" "Send the agreed sender code." "X12.22 GS02";
    GS03 "ENV-32" "group-receiver-invalid" Error 1 "AK9:13"
        "GS03 is not 2 to 15 characters" "Send the agreed receiver code." "X12.22 GS03";
    GS04 "ENV-33" "group-date-invalid" Error 1 "TA1:024"
        "GS04 is no day of the calendar" "Write CCYYMMDD." "X12.22 GS04";
    GROUP_AHEAD "ENV-33F" "group-date-ahead" Warning 1 ""
        "GS04 is a day that has not come yet" "Check the clock of the system that made the file." "X12.22 GS04";
    GS05 "ENV-34" "group-time-invalid" Error 1 "TA1:024"
        "GS05 is no time of day" "Write HHMM, HHMMSS or HHMMSSDD." "X12.22 GS05";
    GS06 "ENV-35" "group-control-number-invalid" Error 1 "AK9:6"
        "GS06 is not 1 to 9 digits, or zero" "Send a number of its own for each group, from 1 on." "X12.22 GS06";
    GS07 "ENV-37" "responsible-agency-invalid" Error 1 "TA1:024"
        "GS07 is not X" "Send X." "X12.22 GS07";
    GUIDE_UNSUPPORTED "ENV-38" "guide-unsupported" Error 2 "AK9:2"
        "GS08 names no guide that is read here; the group was framed but not checked"
        "Send a version this system supports, such as 005010X222A1 or 005010X221A1."
        "X12.22 GS08; HIPAA 5010 guides";
    GE01 "ENV-40T" "set-count-invalid" Error 1 "AK9:5"
        "GE01 is no number" "Set GE01 to the number of ST segments." "X12.22 GE01";
    GE02 "ENV-41T" "group-trailer-number-invalid" Error 1 "AK9:4"
        "GE02 is not 1 to 9 digits" "Repeat GS06." "X12.22 GE02";
    SET_UNSUPPORTED "ENV-42" "set-not-of-its-guide" Error 1 "IK5:6"
        "ST01 is no transaction set of the guide that GS08 names"
        "Check ST01 and GS08: they must belong together."
        "X12.22 ST01";
    SET_NOT_OF_GROUP "ENV-42G" "set-not-of-its-group" Error 1 "IK5:18"
        "a group with functional id GS01 does not hold this transaction set: {expected} is its functional id"
        "Send the set in a group whose GS01 is {expected}."
        "X12.22 GS01, ST01";
    ST02 "ENV-43" "set-control-number-invalid" Error 1 "IK5:7"
        "ST02 is not 4 to 9 characters" "Give each set a control number of 4 to 9 characters." "X12.22 ST02";
    SET_NUMBER_ZERO "ENV-43Z" "set-control-number-zero" Warning 1 ""
        "ST02 is zero; some receivers take that for none" "Number the sets from 0001 on." "X12.22 ST02";
    GUIDE_MISMATCH "ENV-45" "guide-reference-mismatch" Error 2 "IK5:I6"
        "ST03 names another guide than GS08" "Repeat GS08 in ST03." "HIPAA 5010 guides, ST03";
    ENVELOPE_SYNTAX "ENV-51" "envelope-segment-invalid" Error 1 "TA1:024"
        "an element of envelope segment {segment} is not as the standard has it"
        "Compare the segment with the envelope page of the guide." "X12.5, X12.22";
}

/// The rule of an element of an envelope segment.
pub(crate) fn header_rule(segment: Tag, element: u16) -> &'static Rule {
    const ISA: Tag = tag(b"ISA");
    const IEA: Tag = tag(b"IEA");
    const GS: Tag = tag(b"GS");
    const GE: Tag = tag(b"GE");
    const ST: Tag = tag(b"ST");
    match (segment, element) {
        (ISA, 1) => &ISA01,
        (ISA, 2) => &ISA02,
        (ISA, 3) => &ISA03,
        (ISA, 4) => &ISA04,
        (ISA, 5) => &ISA05,
        (ISA, 6) => &ISA06,
        (ISA, 7) => &ISA07,
        (ISA, 8) => &ISA08,
        (ISA, 9) => &ISA09,
        (ISA, 10) => &ISA10,
        (ISA, 12) => &ISA12,
        (ISA, 13) => &ISA13,
        (ISA, 14) => &ISA14,
        (ISA, 15) => &ISA15,
        (IEA, 1) => &IEA01,
        (IEA, 2) => &IEA02,
        (GS, 1) => &GS01,
        (GS, 2) => &GS02,
        (GS, 3) => &GS03,
        (GS, 4) => &GS04,
        (GS, 5) => &GS05,
        (GS, 6) => &GS06,
        (GS, 7) => &GS07,
        (GS, 8) => &GUIDE_UNSUPPORTED,
        (GE, 1) => &GE01,
        (GE, 2) => &GE02,
        (ST, 1) => &SET_UNSUPPORTED,
        (ST, 2) => &ST02,
        _ => &ENVELOPE_SYNTAX,
    }
}
