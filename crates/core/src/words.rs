//! Words: how are names, dates and amounts said to a reader?

use superbill_model::{ClaimPayment, Name};
use superbill_types::{Date, Money};

/// A name as people write it: given, middle, family, generation.
pub(crate) fn person(name: &Name) -> Option<String> {
    let parts = [&name.first_name, &name.middle_name, &name.last_name, &name.suffix];
    let words: Vec<&str> = parts
        .into_iter()
        .flatten()
        .map(|part| part.reveal().trim())
        .filter(|p| !p.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The patient of a claim, as people write the name.
pub(crate) fn patient(claim: &ClaimPayment) -> Option<String> {
    claim.name("QC").and_then(person)
}

/// First and last day of service: of the claim, else the earliest and latest of its lines.
pub(crate) fn service_days(claim: &ClaimPayment) -> Option<(Date, Date)> {
    let of = |list: &[superbill_model::QualifiedDate], wanted: &[&str]| -> Vec<Date> {
        let wanted = list.iter().filter(|date| wanted.contains(&date.qualifier.as_str()));
        wanted.filter_map(|date| date.date.day()).collect()
    };
    let mut days = of(&claim.dates, &["232", "233", "472"]);
    if days.is_empty() {
        let lines = claim.services.iter();
        days = lines.flat_map(|line| of(&line.dates, &["472", "150", "151"])).collect();
    }
    Some((*days.iter().min()?, *days.iter().max()?))
}

/// An amount with its currency sign, for a sentence: `$1,234.50`, `-$3.00`.
pub(crate) fn dollars(amount: Money) -> String {
    let text = amount.abs().to_string();
    let (whole, cents) = text.split_once('.').unwrap_or((&text, "00"));
    let mut grouped = String::new();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{}${grouped}.{cents}", if amount.is_negative() { "-" } else { "" })
}
