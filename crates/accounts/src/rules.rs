//! Rules of posting: what is refused or remarked on, and how is it said?
//!
//! Refusals are errors: what they name was not posted. Warnings and notes are about what was.

use superbill_types::{Money, Rule, Severity};

use crate::{ClaimPosted, Event};

/// Every rule of posting, in the order of its id.
pub const RULES: &[&Rule] = &[
    &DUPLICATE,
    &IDENTICAL_CLAIM,
    &PAYMENT_UNBALANCED,
    &CLAIM_UNBALANCED,
    &PREDETERMINATION,
    &NOT_OUR_CLAIM,
    &CONTROL_NUMBER_MISSING,
    &AMOUNT_MISSING,
    &AMOUNT_OUT_OF_RANGE,
    &STATUS_UNKNOWN,
    &REVERSAL_NOT_NEGATIVE,
    &CHARGE_NEGATIVE,
    &ACCOUNT_TOO_LONG,
    &ID_TAKEN,
    &ALREADY_CHARGED,
    &NOTHING_TO_UNDO,
    &AMOUNT_ZERO,
    &ORIGINAL_NOT_POSTED,
    &ACCEPTED_UNBALANCED,
    &UNEXPLAINED,
    &PATIENT_PART_TOO_LARGE,
    &REPEATED,
    &INSURANCE_CREDIT,
    &REASON_UNKNOWN,
    &NEW_ACCOUNT,
];

macro_rules! rules {
    ($($name:ident = $id:literal $defect:literal $severity:ident $source:literal
        $message:literal $help:literal;)+) => {$(
        pub(crate) static $name: Rule = Rule {
            id: $id,
            name: $defect,
            severity: Severity::$severity,
            snip: 7,
            acknowledgment: "",
            message: $message,
            help: $help,
            source: $source,
        };
    )+};
}

rules! {
    DUPLICATE = "POST-01" "duplicate" Error "X12 RFI 1708, 1847; openemr issue 10681"
        "This claim of this payment is posted already."
        "Nothing to do: the account holds it once. Undo the earlier posting first to post it again.";
    IDENTICAL_CLAIM = "POST-02" "identical-claim-in-payment" Error "X12 RFI 1604"
        "The payment holds this claim twice, alike in every detail. It was posted once; this one is held."
        "Ask the payer whether it paid twice. If it did, enter the second by hand with a note.";
    PAYMENT_UNBALANCED = "POST-03" "payment-unbalanced" Error "X12 835 balancing, payment level"
        "The payment's total is off by {difference} from its claims and provider adjustments. None of its \
         claims was posted."
        "See the balance check of the payment. Ask the payer for a corrected remittance, or accept it as it is.";
    CLAIM_UNBALANCED = "POST-04" "claim-unbalanced" Error "X12 835 balancing, claim and line level"
        "Charge, payment and adjustments of this claim do not fit: off by {difference}. It was not posted."
        "See the balance check of the claim. Ask the payer for a correction, or accept it as it is.";
    PREDETERMINATION = "POST-05" "predetermination" Error "X12 835 CLP02 25"
        "This is an estimate before treatment, not a payment. It was not posted."
        "Keep it for the treatment plan; post the answer to the real claim.";
    NOT_OUR_CLAIM = "POST-06" "not-this-payers-claim" Error "X12 835 CLP02 23"
        "The payer says that the claim is not its own and sent it on. There is nothing to post."
        "Wait for the answer of the payer it was sent to, and correct the patient's coverage.";
    CONTROL_NUMBER_MISSING = "POST-07" "control-number-missing" Error "X12 835 CLP01"
        "The payer names no patient control number, so the claim's account is not known."
        "Find the claim by the payer's claim number, name and dates, and post it by hand.";
    AMOUNT_MISSING = "POST-08" "amount-missing" Error "X12 835 CLP03, CLP04, CAS"
        "An amount of this claim is missing or no number: {field}. It was not posted."
        "Ask the payer for a corrected remittance.";
    AMOUNT_OUT_OF_RANGE = "POST-09" "amount-out-of-range" Error "limit of this library"
        "An amount is a trillion or more, or has more than four decimals. It was not posted."
        "Check the amount with the sender.";
    STATUS_UNKNOWN = "POST-10" "claim-status-unknown" Error "X12 835 CLP02; RFI 457"
        "Claim status {status} does not say as which payer this one answers. It was not posted."
        "Ask the payer for a corrected remittance.";
    REVERSAL_NOT_NEGATIVE = "POST-11" "reversal-not-negative" Error "X12 RFI 1147, 1429"
        "The payer says it takes a payment back, but the charge or the payment is above zero. It was not posted."
        "A reversal repeats the amounts with the sign turned. Ask the payer for a corrected remittance.";
    CHARGE_NEGATIVE = "POST-12" "charge-negative" Error "X12 RFI 1147"
        "The charge is below zero and the claim is no reversal. It was not posted."
        "Only a reversal (status 22) turns signs. Ask the payer for a corrected remittance.";
    ACCOUNT_TOO_LONG = "POST-13" "account-too-long" Error "limit of this library"
        "The account holds {limit} postings, the most it takes. It was not posted."
        "A control number shared by so many claims is a mistake: check how the sender numbers claims.";
    ID_TAKEN = "POST-14" "id-taken" Error "idempotent entry"
        "An entry with this id is in the journal already. Nothing was entered."
        "Nothing to do if this is a repetition; else give the act a fresh id.";
    ALREADY_CHARGED = "POST-15" "already-charged" Error "X12 837 CLM01 unique, CLM05-3"
        "This control number is charged already. Nothing was entered."
        "Send a replacement (frequency 7) or a void (frequency 8), or give the claim its own number.";
    NOTHING_TO_UNDO = "POST-16" "nothing-to-undo" Error "append-only journal"
        "The entry is not a posting that stands: it is not there, or was taken back already."
        "Look at the account's entries. A posting reversed by the payer is undone by undoing the reversal.";
    AMOUNT_ZERO = "POST-17" "amount-zero" Error "posting"
        "The amount is zero. Nothing was entered."
        "Enter what was paid; a refund is a negative amount.";
    ORIGINAL_NOT_POSTED = "POST-20" "reversal-of-unposted" Warning "X12 RFI 1147, 791"
        "The payer takes back an answer that was never posted here. The account shows the negative amounts."
        "Post the earlier remittance too; the two then cancel.";
    ACCEPTED_UNBALANCED = "POST-21" "posted-unbalanced" Warning "X12 835 balancing"
        "Posted although it does not balance: off by {difference}."
        "What no adjustment explains is in the insurance balance.";
    UNEXPLAINED = "POST-22" "charge-unexplained" Warning "X12 RFI 2806"
        "{amount} of the charge is not accounted for by what the payers said."
        "It stays in the insurance balance. Compare the payer's part for earlier payers (OA-23) with the account.";
    PATIENT_PART_TOO_LARGE = "POST-23" "patient-part-too-large" Warning "X12 RFI 2548"
        "The payer assigns the patient {amount} more than is open. The patient is not billed for that."
        "Check whether payers paid twice, or an adjustment is stated twice.";
    REPEATED = "POST-24" "adjustment-repeated" Note "X12 RFI 2806"
        "{amount} of this payer's adjustments repeats what earlier payers settled. It was not taken again."
        "Nothing to do.";
    INSURANCE_CREDIT = "POST-25" "insurance-credit" Warning "conservation"
        "What payers paid and took off is {amount} more than the charge. The account shows it as their credit."
        "See which payer's answer does not fit: refund what was paid twice, or wait for the reversal.";
    REASON_UNKNOWN = "POST-26" "adjustment-reason-unknown" Warning "claim adjustment reason codes"
        "Adjustment reason {reason} is not known here. Its amount stays in the insurance balance."
        "Look the reason up with the payer, then write it off, bill it or appeal.";
    NEW_ACCOUNT = "POST-27" "account-new" Note "posting"
        "No claim with this control number is here yet. The payment is kept as a credit."
        "Check the number, or enter the claim.";
}

/// Whether every amount of an event is small and coarse enough that sums stay exact: below 10 to
/// the 12th, at most four decimals. Thousands of postings of thousands of amounts then fit 28
/// digits.
pub(crate) fn in_range(event: &Event) -> bool {
    match event {
        Event::ClaimCharged(event) => {
            fits(event.charge) && event.lines.iter().all(|line| fits(line.charge))
        }
        Event::PaymentReceived(event) => {
            let adjustments = event.provider_adjustments.iter();
            event.amount.is_none_or(fits) && adjustments.filter_map(|a| a.amount).all(fits)
        }
        Event::ClaimPosted(event) => claim_in_range(event),
        Event::PatientPaid(event) => fits(event.amount),
        Event::Undone(_) | Event::Note(_) => true,
    }
}

/// As [`in_range`], for a payer's answer.
pub(crate) fn claim_in_range(claim: &ClaimPosted) -> bool {
    let amounts = claim.all_adjustments().map(|adjustment| adjustment.amount);
    amounts.chain([claim.charge, claim.paid]).all(fits)
}

fn fits(amount: Money) -> bool {
    let limit = Money::from_scaled(1_000_000_000_000, 0);
    amount.abs() < limit
        && (amount.decimal().scale() <= 4 || amount.decimal().normalize().scale() <= 4)
}
