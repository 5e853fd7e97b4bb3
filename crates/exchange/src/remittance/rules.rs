//! Remittance rules: what can be wrong with the money of an 835?
//!
//! Ids are those of the shared rule list. Equations: X12 interpretations (RFI) 222, 352, 1147, 1526, 1604,
//! 2123, 2548 and the balancing section of the 835 guide.

use superbill_types::{Rule, Severity};

macro_rules! rules {
    ($($constant:ident $id:literal $name:literal $severity:ident $snip:literal
        $message:literal $help:literal $source:literal;)*) => {
        $(
            #[doc = concat!("`", $id, "` ", $name, ".")]
            pub static $constant: Rule = Rule {
                id: $id,
                name: $name,
                severity: Severity::$severity,
                snip: $snip,
                acknowledgment: "",
                message: $message,
                help: $help,
                source: $source,
            };
        )*
        /// All of them, in id order.
        pub static ALL: &[&Rule] = &[$(&$constant),*];
    };
}

rules! {
    NO_MONEY_MOVES "REM-03" "information-only-without-payment" Warning 4
        "the payment is marked as remittance information only (I) and as no payment (NON)"
        "When no money moves, the payer should send handling H with method NON and amount 0."
        "RFI 352";
    PAYMENT_NEGATIVE "REM-04" "payment-negative" Error 2
        "the payment amount is negative"
        "A payer cannot pay a negative amount; it carries the rest forward as provider adjustment FB. Ask the payer for a corrected remittance."
        "RFI 222, RFI 1604";
    SIGN_WITHOUT_REVERSAL "REM-16" "negative-without-reversal" Error 2
        "the claim's {part} is negative but the claim is no reversal (status 22)"
        "Only a reversal carries negative amounts. Ask the payer what was meant before posting."
        "RFI 1147";
    PATIENT_PART "REM-17" "patient-responsibility-differs" Warning 3
        "patient responsibility says {told}, its adjustments (group PR) say {counted}"
        "Post by the adjustments; this field is not part of balancing."
        "RFI 2548";
    LINE "REM-34" "line-does-not-balance" Error 3
        "line {line}: charged {charge} less adjustments {adjustments} is {expected}, but {paid} was paid: {difference} differs"
        "Ask the payer for a corrected remittance, or post this claim by hand once you know which amount is right."
        "835 guide, balancing: SVC02 - CAS = SVC03";
    CLAIM "REM-35" "claim-does-not-balance" Error 3
        "charged {charge} less adjustments {adjustments} is {expected}, but {paid} was paid: {difference} differs"
        "Ask the payer for a corrected remittance, or post this claim by hand once you know which amount is right."
        "835 guide, balancing: CLP03 - CAS = CLP04";
    CLAIM_FROM_LINES "REM-36" "line-charges-differ-from-claim" Warning 3
        "the lines charge {lines}, the claim {charge}: {difference} differs"
        "Check whether the payer split the claim or left out a line."
        "835 guide, balancing: sum of SVC02 = CLP03";
    PAYMENT "REM-37" "payment-does-not-balance" Error 3
        "claims paid {paid} less provider adjustments {adjustments} is {expected}, but the payment is {payment}: {difference} differs"
        "Do not post until the payer explains the difference; compare with the bank's amount first."
        "835 guide, balancing: sum of CLP04 - sum of PLB = BPR02";
    INTEREST "REM-40" "interest-without-provider-adjustment" Error 3
        "claims tell interest of {told}, but provider adjustments L6 give {given}"
        "Interest is paid through a provider adjustment L6 with a negative amount; ask the payer."
        "RFI 2123, RFI 2202";
    REVERSAL_SIGN "REM-41" "reversal-not-negated" Error 3
        "the claim is a reversal (status 22) but its {part} is positive"
        "A reversal negates charge, payment and every adjustment of the original."
        "RFI 1147";
    NOT_AN_AMOUNT "REM-55" "amount-unreadable" Error 3
        "{part} is missing or not an amount, so the money cannot be proved"
        "Ask the payer for a corrected remittance; the claim is shown but not posted."
        "X12.6 type R";
    OUTSIDE_CLAIM "REM-56" "money-outside-claim" Error 2
        "segment {segment} stands in no claim, so its money is counted nowhere"
        "A claim begins with CLP: look at the segments before it for one that is misspelled or cut off."
        "835 guide: SVC and CAS stand in the loop of a CLP";
    NO_REMITTANCE "REM-00" "no-remittance" Error 2
        "the file holds no remittance (835)"
        "Choose the 835 file the payer or clearinghouse sent; other transactions are read by other commands."
        "no data is never a pass";
}
