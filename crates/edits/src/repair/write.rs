//! Writing right: what is the right form of a value of this kind?

use superbill_types::Rule;

use super::rules::{
    BLANKS, CODE, COUNTRY, DRUG, ENTITY_TYPE, LETTERS, LINE_NUMBER, NUMBER, PHONE, ZIP, ZIP_PADDED,
};
use super::slots::Field;
use crate::shape::{follows, is_digits};

/// The right form of a value that is there, with the rule that says why.
pub(super) fn right(field: Field<'_>, text: &str) -> (&'static Rule, String) {
    match field {
        Field::Text => plain(text),
        Field::Phone => (&PHONE, phone(text)),
        Field::Zip { pad } => zip(text, pad),
        Field::Code => (&CODE, upper(text)),
        Field::Number => (&NUMBER, upper(text)),
        Field::Digits => (&NUMBER, digits_only(text)),
        Field::Drug => (&DRUG, drug(text)),
        Field::Country { .. } | Field::LineNumber(_) | Field::EntityType { .. } => {
            (&BLANKS, text.trim().to_owned())
        }
    }
}

/// The value to put where there is none; none where nothing tells it.
pub(super) fn filled(field: Field<'_>) -> Option<(&'static Rule, String)> {
    match field {
        Field::Country { state, zip } => {
            let zip = upper(zip?);
            let canadian = crate::shape::PROVINCES.contains(&state?) && follows(&zip, "A9A9A9");
            canadian.then(|| (&COUNTRY, "CA".to_owned()))
        }
        Field::LineNumber(place) => Some((&LINE_NUMBER, (place + 1).to_string())),
        Field::EntityType { person } => {
            Some((&ENTITY_TYPE, if person { "1" } else { "2" }.to_owned()))
        }
        _ => None,
    }
}

/// Letters that can be sent, with single blanks.
fn plain(text: &str) -> (&'static Rule, String) {
    let letters: String = if text.is_ascii() {
        text.to_owned()
    } else {
        text.chars().fold(String::new(), |mut out, letter| {
            match PLAIN.iter().find(|(letters, _)| letters.contains(letter)) {
                Some((_, plain)) => out.push_str(plain),
                None => out.push(letter),
            }
            out
        })
    };
    let rule = if letters == text { &BLANKS } else { &LETTERS };
    let words: Vec<&str> =
        letters.split([' ', '\t', '\r', '\n']).filter(|it| !it.is_empty()).collect();
    (rule, words.join(" "))
}

/// Ten digits where the number has them, however separated; else as it is.
fn phone(text: &str) -> String {
    let separated = |c: char| c.is_ascii_digit() || " -.()+/".contains(c);
    let digits = digits(text);
    let number = match digits.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest,
        _ => &digits,
    };
    if text.chars().all(separated) && number.len() == 10 {
        number.to_owned()
    } else {
        text.to_owned()
    }
}

/// Five or nine digits where it has them, padded where nine are needed; a Canadian code without its blank.
fn zip(text: &str, pad: bool) -> (&'static Rule, String) {
    let bare = upper(text);
    let known = is_digits(&bare, 5) || is_digits(&bare, 9) || follows(&bare, "A9A9A9");
    match known {
        true if pad && bare.len() == 5 => (&ZIP_PADDED, bare + "0000"),
        true => (&ZIP, bare),
        false => (&ZIP, text.trim().to_owned()),
    }
}

/// Letters and digits, letters large. What has other letters than ASCII's is left alone.
fn upper(text: &str) -> String {
    let kept = |c: &char| c.is_ascii_alphanumeric();
    if !text.is_ascii() {
        return text.to_owned();
    }
    text.chars().filter(kept).map(|c| c.to_ascii_uppercase()).collect()
}

/// The digits alone, where there is nothing else but separators.
fn digits_only(text: &str) -> String {
    let separated = |c: char| c.is_ascii_digit() || " -.".contains(c);
    if text.chars().all(separated) { digits(text) } else { text.to_owned() }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Eleven digits, from any of the ways a national drug code is printed. Ten digits without hyphens could be any
/// of three codes and are left alone.
fn drug(text: &str) -> String {
    let text = text.trim();
    let parts: Vec<&str> = text.split(['-', ' ']).collect();
    let [labeler, product, package] = parts[..] else { return digits_only(text) };
    let lengths = (labeler.len(), product.len(), package.len());
    let printed = matches!(lengths, (4, 4, 2) | (5, 3, 2) | (5, 4, 1) | (5, 4, 2));
    if printed && parts.iter().all(|part| is_digits(part, part.len())) {
        format!("{labeler:0>5}{product:0>4}{package:0>2}")
    } else {
        text.to_owned()
    }
}

/// Letters and signs that cannot be sent, with what stands for them.
const PLAIN: [(&str, &str); 31] = [
    ("ÁÀÂÄÃÅĀ", "A"),
    ("áàâäãåā", "a"),
    ("Ç", "C"),
    ("ç", "c"),
    ("ÉÈÊËĒ", "E"),
    ("éèêëē", "e"),
    ("ÍÌÎÏĪ", "I"),
    ("íìîïī", "i"),
    ("Ñ", "N"),
    ("ñ", "n"),
    ("ÓÒÔÖÕØŌ", "O"),
    ("óòôöõøō", "o"),
    ("ÚÙÛÜŪ", "U"),
    ("úùûüū", "u"),
    ("ÝŸ", "Y"),
    ("ýÿ", "y"),
    ("Š", "S"),
    ("š", "s"),
    ("Ž", "Z"),
    ("ž", "z"),
    ("Ł", "L"),
    ("ł", "l"),
    ("ß", "ss"),
    ("Æ", "AE"),
    ("æ", "ae"),
    ("’‘ʼ", "'"),
    ("“”", "\""),
    ("–—‐‑", "-"),
    ("…", "..."),
    ("ªº", ""),
    ("\u{a0}", " "),
];
