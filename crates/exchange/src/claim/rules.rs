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
    NOT_FRAMED "WRT-04" "separators-unusable" 1
        "no file can be written with these separators"
        "Choose four different characters that are neither letters, digits nor blanks."
        "X12.5: ISA";
    PARTNER_TOO_LONG "WRT-05" "partner-id-too-long" 1
        "the id of the interchange's sender or receiver has more than 15 characters"
        "Give the id that the partner uses in the interchange header."
        "X12.5: ISA06, ISA08";
    TOO_MANY_CLAIMS "CLM-040" "too-many-claims" 2
        "the batch holds more than {most} claims"
        "Split the batch: the guides advise at most {most} claims for each transaction set."
        "837 guides, 1.3.2";
    TOO_MANY_LINES "CLM-074" "too-many-lines" 2
        "the claim holds {lines} lines, but at most {most} can be sent"
        "Split the claim, keeping each part's total equal to its lines."
        "837 guides, loop 2400";
    CROSSED_OVER "SEC-01" "crossed-over-already" 7
        "the payer has sent the claim on to the next payer"
        "Do not bill the next payer: wait for its answer."
        "835 guide: CLP02 19, 20, 21, 23 and NM1*TT";
    FROM_REVERSAL "COB-22" "built-from-reversal" 4
        "the answer takes back an earlier one"
        "Use the payer's corrected answer."
        "RFI 2499";
    PREDETERMINED "SEC-02" "answer-is-no-payment" 4
        "the answer tells beforehand what would be paid; nothing was paid"
        "Bill the payer first."
        "835 guide: CLP02 25";
    OTHER_CLAIM "SEC-03" "answer-to-another-claim" 4
        "the answer is to another claim"
        "Choose the answer that has this claim's number."
        "835 guide: CLP01 echoes CLM01";
    SPLIT "SEC-04" "answer-to-part-of-claim" 3
        "{sent} was charged, but the answer is to {told}"
        "The payer may have split the claim: join its answers first."
        "835 guide: CLP03; remark MA15";
    NO_DATE "SEC-05" "answer-without-date" 4
        "the remittance tells no day of payment"
        "Ask the payer for the day of its payment."
        "837 guides: DTP*573";
    NO_NEXT_PAYER "SEC-06" "no-next-payer" 4
        "no other coverage of the patient comes after this one"
        "Add the next coverage, or bill the patient."
        "837 guides: loop 2320";
    PAYER_UNKNOWN "SEC-07" "payer-without-identifier" 4
        "the payer that answered has no identifier in the claim"
        "Add the payer's identifier."
        "837 guides: SVD01 names NM109 of 2330B";
    MEDICARE_REASON "SEC-08" "medicare-secondary-reason-missing" 4
        "Medicare pays second here, but no reason is told"
        "Tell why Medicare is not primary (insurance type 12 to 47)."
        "837 guides: SBR05";
    LINE_UNMATCHED "SEC-09" "answered-line-unknown" 4
        "the answer has a line that the claim has not"
        "Match the line by hand; the payer may have recoded it."
        "835 guide: REF*6R";
    LINE_UNANSWERED "SEC-10" "line-without-answer" 4
        "the payer answered other lines, but not this one"
        "Find the payer's answer to this line first."
        "837 guides: loop 2430";
    LINE_COORDINATION "COB-05" "line-adjudication-does-not-balance" 3
        "{expected} is charged, but paid and adjusted are {told}: {difference} differs"
        "Correct the earlier payer's amounts of this line."
        "RFI 1507";
    PAYER_COORDINATION "COB-06" "payer-paid-does-not-balance" 3
        "the payer paid {expected}, but its lines give {told}: {difference} differs"
        "Correct the earlier payer's paid amount, or its lines."
        "RFI 1294";
    CLAIM_COORDINATION "COB-07" "claim-adjudication-does-not-balance" 3
        "{expected} is charged, but paid and adjusted are {told}: {difference} differs"
        "Correct the earlier payer's paid amount and adjustments."
        "RFI 1294, RFI 1115, RFI 2168";
    DATE_LEVEL "COB-15" "adjudication-date-not-at-one-level" 4
        "the day the earlier payer decided must stand for the claim or for each line, not both and not neither"
        "Tell the day at the level the payer's amounts stand."
        "837 guides: DTP*573";
}
