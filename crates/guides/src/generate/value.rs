//! Values: what is some text that an element may hold?

use super::random::Random;
use crate::source::{Element, Form};

/// A value of a simple element that its definition accepts. `allowed` narrows its codes; `before` is the
/// value before it, which tells how a period is written. Empty for a composite.
#[must_use]
pub fn value(
    random: &mut Random,
    element: &Element,
    allowed: Option<&[String]>,
    before: &str,
) -> String {
    let Form::Simple { kind, length, limit, codes, .. } = &element.form else {
        return String::new();
    };
    let allowed = allowed.unwrap_or(codes);
    if let Some(code) = random.pick(allowed) {
        return code.clone();
    }
    let (least, most) =
        (usize::from(length.0), usize::from(if *limit > 0 { *limit } else { length.1 }));
    match (element.number.as_str(), kind.as_str()) {
        ("782", _) => amount(random, most),
        ("1251", _) => period(random, before).unwrap_or_else(|| text(random, least, most)),
        (_, "R") => decimal(random, least, most),
        (_, "N0" | "N2") => {
            let length = random.between(least, most.min(6).max(least));
            digits(random, length)
        }
        (_, "DT") => date(random)[if most == 6 { 2 } else { 0 }..].to_owned(),
        (_, "TM") => time(random, least, most),
        (_, "ID") => {
            let length = random.between(least, most.min(least + 6));
            letters(random, length, b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        }
        _ => text(random, least, most),
    }
}

fn letters(random: &mut Random, length: usize, of: &[u8]) -> String {
    (0..length).filter_map(|_| random.pick(of)).map(|&letter| char::from(letter)).collect()
}

/// Words: now and then as long as may be.
fn text(random: &mut Random, least: usize, most: usize) -> String {
    let usual = if random.chance(5) { most.min(200) } else { most.min(12) };
    let length = random.between(least, usual.max(least));
    let inside = letters(random, length, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -.,/'()&");
    let edge = |c: char| if c == ' ' { 'X' } else { c };
    let last = inside.chars().count().saturating_sub(1);
    inside
        .chars()
        .enumerate()
        .map(|(at, c)| if at == 0 || at == last { edge(c) } else { c })
        .collect()
}

/// Digits without a leading zero.
fn digits(random: &mut Random, length: usize) -> String {
    let first = letters(random, length.min(1), b"123456789");
    first + &letters(random, length.saturating_sub(1), b"0123456789")
}

fn decimal(random: &mut Random, least: usize, most: usize) -> String {
    let length = random.between(least.max(1), most.min(8).max(least));
    let whole = random.between(1, length);
    let sign = if random.chance(10) { "-" } else { "" };
    let (whole, fraction) = (digits(random, whole), digits(random, length - whole));
    let point = if fraction.is_empty() { "" } else { "." };
    [sign, &whole, point, &fraction].concat()
}

fn amount(random: &mut Random, most: usize) -> String {
    let cents = random.between(0, 2).min(most.saturating_sub(1));
    let whole = random.between(1, most.min(7).max(cents + 1) - cents);
    let sign = if random.chance(10) { "-" } else { "" };
    let (whole, cents) = (digits(random, whole), digits(random, cents));
    let point = if cents.is_empty() { "" } else { "." };
    [sign, &whole, point, &cents].concat()
}

fn date(random: &mut Random) -> String {
    let (year, month) = (random.between(1930, 2030), random.between(1, 12));
    format!("{year:04}{month:02}{:02}", random.between(1, 28))
}

fn time(random: &mut Random, least: usize, most: usize) -> String {
    let length = [4, 6, 8].into_iter().filter(|length| (least..=most).contains(length));
    let lengths: Vec<usize> = length.collect();
    let length = random.pick(&lengths).copied().unwrap_or(least);
    let all = format!(
        "{:02}{:02}{:02}{:02}",
        random.between(0, 23),
        random.between(0, 59),
        random.between(0, 59),
        random.between(0, 99)
    );
    all.chars().take(length).collect()
}

/// A date, time or range as its qualifier has it; none for a qualifier without a fixed form.
fn period(random: &mut Random, qualifier: &str) -> Option<String> {
    Some(match qualifier {
        "D8" => date(random),
        "RD8" => {
            let mut days = [date(random), date(random)];
            days.sort();
            days.join("-")
        }
        "DT" => date(random) + &time(random, 4, 4),
        "TM" => time(random, 4, 4),
        _ => return None,
    })
}
