//! The story: what became of a visit's charge, in a few plain sentences?

use superbill_types::Money;

use crate::format::{dollars, fill};
use crate::{Language, Visit};

/// Tells what a visit's amounts say, leaving out what is nothing: who paid, what came off, what waits,
/// what is left. It adds nothing up; it says the amounts as they stand.
///
/// ```
/// use superbill_documents::{Amounts, Language, Visit, story};
/// use superbill_types::Money;
/// let amounts = Amounts {
///     charge: Money::from_scaled(12_500, 2),
///     plan_paid: Money::from_scaled(8_000, 2),
///     discount: Money::from_scaled(4_500, 2),
///     ..Amounts::default()
/// };
/// let visit = Visit { payers: vec!["Sample Health".into()], amounts, ..Visit::default() };
/// assert_eq!(
///     story(&visit, Language::English),
///     "The charge was $125.00. Sample Health paid $80.00. $45.00 came off because of your plan's \
///      agreement with us. You owe nothing for this visit."
/// );
/// ```
#[must_use]
pub fn story(visit: &Visit, language: Language) -> String {
    let words = &language.words().story;
    let amounts = &visit.amounts;
    let payer = payers(visit, language);
    let mut sentences: Vec<String> = Vec::new();
    let mut say = |template: &str, value: Money| {
        let shown = dollars(value.abs());
        sentences.push(fill(template, &[("amount", &shown), ("payer", &payer)]));
    };
    let pending = above_zero(amounts.with_insurance);

    say(words.charged, amounts.charge);
    match Sign::of(amounts.plan_paid) {
        Sign::Above => say(words.paid, amounts.plan_paid),
        Sign::Below => say(words.took_back, amounts.plan_paid),
        Sign::Zero if !pending => say(words.paid_nothing, Money::ZERO),
        Sign::Zero => {}
    }
    match Sign::of(amounts.discount) {
        Sign::Above => say(words.discount, amounts.discount),
        Sign::Below => say(words.discount_back, amounts.discount),
        Sign::Zero => {}
    }
    match Sign::of(amounts.other) {
        Sign::Above => say(words.other, amounts.other),
        Sign::Below => say(words.other_added, amounts.other),
        Sign::Zero => {}
    }
    if pending {
        say(words.pending, amounts.with_insurance);
    }
    let has_part = above_zero(amounts.your_part);
    let has_paid = above_zero(visit.patient_paid);
    if has_part {
        say(words.your_part, amounts.your_part);
    }
    if has_paid {
        say(words.you_paid, visit.patient_paid);
    }
    match Sign::of(visit.you_owe) {
        Sign::Below => say(words.we_owe_you, visit.you_owe),
        Sign::Above if has_part && !has_paid && visit.you_owe == amounts.your_part => {}
        Sign::Above => say(words.you_owe, visit.you_owe),
        Sign::Zero if has_part || has_paid => say(words.nothing_left, Money::ZERO),
        Sign::Zero if pending => {}
        Sign::Zero => say(words.you_owe_nothing, Money::ZERO),
    }
    sentences.join(" ")
}

/// The plans' names in one phrase; "Your plan" where none is known.
fn payers(visit: &Visit, language: Language) -> String {
    let words = &language.words().story;
    match visit.payers.as_slice() {
        [] => words.your_plan.into(),
        [one] => one.clone(),
        [first @ .., last] => [&first.join(", "), words.and, last].join(" "),
    }
}

enum Sign {
    Above,
    Zero,
    Below,
}

impl Sign {
    fn of(value: Money) -> Self {
        if value.is_zero() {
            Self::Zero
        } else if value.is_negative() {
            Self::Below
        } else {
            Self::Above
        }
    }
}

fn above_zero(value: Money) -> bool {
    matches!(Sign::of(value), Sign::Above)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Amounts;

    fn cents(value: i64) -> Money {
        Money::from_scaled(value, 2)
    }

    fn told(amounts: Amounts, patient_paid: i64, you_owe: i64) -> String {
        let visit = Visit {
            payers: vec!["Sample Health".into()],
            amounts,
            patient_paid: cents(patient_paid),
            you_owe: cents(you_owe),
            ..Visit::default()
        };
        story(&visit, Language::English)
    }

    #[test]
    fn a_claim_that_waits_is_not_called_unpaid() {
        let amounts =
            Amounts { charge: cents(9_000), with_insurance: cents(9_000), ..Amounts::default() };
        assert_eq!(
            told(amounts, 0, 0),
            "The charge was $90.00. $90.00 is still with your insurance. It is not yet your \
             responsibility."
        );
    }

    #[test]
    fn a_part_paid_in_full_leaves_nothing() {
        let amounts = Amounts {
            charge: cents(9_000),
            plan_paid: cents(7_000),
            your_part: cents(2_000),
            ..Amounts::default()
        };
        assert_eq!(
            told(amounts, 2_000, 0),
            "The charge was $90.00. Sample Health paid $70.00. Your part is $20.00. You have paid \
             $20.00. Nothing is left to pay."
        );
        assert!(told(amounts, 2_500, -500).ends_with("You have paid $25.00. We owe you $5.00."));
    }

    #[test]
    fn a_denied_claim_says_so_without_blame() {
        let amounts =
            Amounts { charge: cents(9_000), your_part: cents(9_000), ..Amounts::default() };
        assert_eq!(
            told(amounts, 0, 9_000),
            "The charge was $90.00. Sample Health did not pay for this visit. Your part is $90.00."
        );
    }
}
