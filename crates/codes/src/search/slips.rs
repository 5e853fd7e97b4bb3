//! Slips of the finger: is this word what someone meant to type?
//!
//! One letter too many, too few, wrong, or two changed about; two of these in a word of eight letters or
//! more. What was typed may be the start of the word.

/// Longest word compared, in bytes.
const LONGEST: usize = 32;

/// Whether `typed` is near `word` or near its start.
pub(super) fn near(typed: &str, word: &str) -> bool {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    let most = if typed.len() >= 8 { 2 } else { 1 };
    if typed.len() > LONGEST || word.len() + most < typed.len() {
        return false;
    }
    let word = &word[..word.len().min(typed.len() + most)];
    // Rows of the table: letters typed. `above[j]`: slips between what was typed so far and j letters.
    let mut over = [0usize; LONGEST + 3];
    let mut above: [usize; LONGEST + 3] = core::array::from_fn(|j| j);
    for (i, &letter) in typed.iter().enumerate() {
        let mut row = [i + 1; LONGEST + 3];
        for (j, &other) in word.iter().enumerate() {
            let swap = above[j] + usize::from(letter != other);
            row[j + 1] = swap.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && letter == word[j - 1] && typed[i - 1] == other {
                row[j + 1] = row[j + 1].min(over[j - 1] + 1);
            }
        }
        if row[..=word.len()].iter().all(|&slips| slips > most) {
            return false;
        }
        over = above;
        above = row;
    }
    above[..=word.len()].iter().any(|&slips| slips <= most)
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn one_slip_or_two_in_a_long_word() {
        assert!(near("diabtes", "diabetes"));
        assert!(near("hypertenison", "hypertension"));
        assert!(near("hpertenion", "hypertension"));
        assert!(near("astma", "asthma"));
        assert!(near("fratc", "fracture"));
        assert!(!near("lung", "lymph"));
        assert!(!near("heart", "hyper"));
        assert!(near("", "x") && !near("abcd", ""));
    }
}
