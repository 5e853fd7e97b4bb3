//! Facts: how does what an expression tells become words of a message?
//!
//! A fact is computed from the claim without what may identify a person (`fields`), and then told only if it
//! looks as it should: a number, a condition, an amount, a day, or codes. What else slipped into a field is
//! not repeated.

use superbill_types::{Date, Money};

use super::evaluate::{Value, items};

/// The words of a value.
pub(super) fn words(value: &Value<'_>) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(it) => if *it { "yes" } else { "no" }.to_owned(),
        Value::Int(it) => it.to_string(),
        Value::Text(text) if may_be_told(text) => text.to_string(),
        Value::Text(_) => HIDDEN.to_owned(),
        Value::List(_) | Value::Part(_) => list(value),
    }
}

/// Up to twelve codes of a list.
fn list(value: &Value<'_>) -> String {
    let Ok(items) = items(value) else { return HIDDEN.to_owned() };
    let mut told: Vec<String> = Vec::new();
    for item in items {
        let one = match &item {
            Value::List(_) | Value::Part(_) => HIDDEN.to_owned(),
            single => words(single),
        };
        if told.len() == MAX_ITEMS {
            told.push("...".to_owned());
            break;
        }
        told.push(one);
    }
    if told.is_empty() { "none".to_owned() } else { told.join(", ") }
}

/// Whether a text is a code, an amount or a day. A code is at most eleven letters and digits, and beyond three
/// characters has a digit: a name has none.
fn may_be_told(text: &str) -> bool {
    let code = (1..=11).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && (text.len() <= 3 || text.bytes().any(|byte| byte.is_ascii_digit()));
    let amount = text.len() <= 15 && text.contains('.') && text.parse::<Money>().is_ok();
    code || amount || (text.len() == 10 && text.parse::<Date>().is_ok())
}

const HIDDEN: &str = "what stands here";
const MAX_ITEMS: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_amounts_and_days_are_told_and_names_are_not() {
        for told in ["99213", "J069", "TC", "207Q00000X", "125.00", "2026-03-10", "MB"] {
            assert!(may_be_told(told), "{told}");
        }
        for hidden in ["RIVERA", "Quillfeather", "ELENA RIVERA", "123456789012", "", "a-b"] {
            assert!(!may_be_told(hidden), "{hidden}");
        }
    }
}
