//! Order: how is a list put in order by a number?
//!
//! Every sort of another type is a copy of the sorting code, and there are many lists. So the numbers are
//! sorted in one place, and a list only swaps its items to where they belong.

use alloc::vec::Vec;

extern crate alloc;

/// Puts the smallest number first; items of one number keep their order.
///
/// ```
/// let mut words = ["pear", "fig", "apple", "kiwi"];
/// superbill_types::sort_by_number(&mut words, |word| word.len() as i64);
/// assert_eq!(words, ["fig", "pear", "kiwi", "apple"]);
/// ```
pub fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> i64) {
    let mut sources = sources(items.iter().map(number).collect());
    for start in 0..items.len() {
        // One round through the places that exchange their items.
        let mut place = start;
        loop {
            let source = core::mem::replace(&mut sources[place].1, place);
            if source == start {
                break;
            }
            items.swap(place, source);
            place = source;
        }
    }
}

/// The numbers in order, each with the place it came from.
fn sources(numbers: Vec<i64>) -> Vec<(i64, usize)> {
    let mut sources: Vec<_> = numbers.into_iter().enumerate().map(|(at, it)| (it, at)).collect();
    sources.sort_unstable();
    sources
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_as_a_stable_sort_does() {
        let mut seed = 7_u64;
        for length in 0..200 {
            let mut list: Vec<(i64, usize)> = (0..length)
                .map(|place| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    ((seed >> 60) as i64 - 8, place)
                })
                .collect();
            let mut expected = list.clone();
            expected.sort();
            sort_by_number(&mut list, |item| item.0);
            assert_eq!(list, expected);
        }
    }
}
