//! Lists: which of their values stand twice?

use core::hash::Hash;
use std::collections::HashMap;

/// Calls `each` with the place of every value that stood before, and the place where it first stood. Does not
/// allocate for short lists, and takes time in step with long ones.
///
/// ```
/// let mut found = Vec::new();
/// superbill_edits::lists::repeated(["a", "b", "a"].into_iter().map(Some), |it, first| {
///     found.push((it, first));
/// });
/// assert_eq!(found, [(2, 0)]);
/// ```
pub fn repeated<T: Copy + Eq + Hash>(
    values: impl Iterator<Item = Option<T>> + Clone,
    mut each: impl FnMut(usize, usize),
) {
    let short = values.clone().nth(SHORT).is_none();
    let mut seen = HashMap::new();
    for (place, value) in values.clone().enumerate() {
        let Some(value) = value else { continue };
        let first = if short {
            values.clone().take(place).position(|other| other == Some(value))
        } else {
            let first = *seen.entry(value).or_insert(place);
            (first < place).then_some(first)
        };
        if let Some(first) = first {
            each(place, first);
        }
    }
}

/// Longest list that is searched from its start for each value.
const SHORT: usize = 32;
