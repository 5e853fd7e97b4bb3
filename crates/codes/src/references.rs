//! References in notes: which codes does a note of the tabular list name?
//!
//! Notes name codes in brackets: `(E11.9)`, `(Z22.-)`, `(J00-J22)`, `(O00-O07, O08.-)`. A reference with a
//! condition (`T36-T50 with fifth or sixth character 5`) names none for certain and is passed over.

/// The ranges of codes (without dots) that a note names: the first, and the last with all below it.
pub(crate) fn ranges(note: &str) -> impl Iterator<Item = (String, String)> + '_ {
    let brackets = note.split('(').skip(1).filter_map(|it| it.split_once(')')).map(|it| it.0);
    let plain = brackets.filter(|it| !it.contains("with"));
    plain.flat_map(|it| it.split([',', ';', ' '])).filter_map(range)
}

fn range(reference: &str) -> Option<(String, String)> {
    let reference: String = reference.chars().filter(|&c| c != '.').collect();
    let (first, last) = reference.split_once('-').unwrap_or((&reference, ""));
    let is = |it: &str| {
        let bytes = it.as_bytes();
        bytes.len() >= 3 && bytes[0].is_ascii_uppercase() && bytes[1].is_ascii_digit()
    };
    let last = if is(last) { last.trim_end_matches('-') } else { first };
    is(first).then(|| (first.to_owned(), last.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::ranges;

    /// Whether a note names `code`, or what it is below.
    fn name(note: &str, code: &str) -> bool {
        ranges(note).any(|(first, last)| {
            code >= first.as_str() && (code <= last.as_str() || code.starts_with(&last))
        })
    }

    #[test]
    fn ranges_stems_and_lists() {
        assert!(name("influenza (J00-J22)", "J101"));
        assert!(name("influenza (J00-J22)", "J22"));
        assert!(name("carrier (Z22.-)", "Z221"));
        assert!(name("one (E11.9), other (O00-O07, O08.-)", "O0881"));
        assert!(!name("carrier (Z22.-)", "Z23"));
        assert!(!name("poisoning (T36-T50 with fifth or sixth character 5)", "T360X5A"));
        assert!(!name("see above (broken", "A00") && !name("()(-)(É-)", "A00"));
    }
}
