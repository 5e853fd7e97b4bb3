//! Test counts: how many tests did a program that just ran say it passed and failed?

/// Tests counted over one or more programs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    /// Reads the summary lines of cargo nextest, `cargo test`, `node --test` and Playwright.
    ///
    /// A program that prints none of them is one check, judged by whether it succeeded. One that failed without
    /// saying which test failed counts as one failure more, so that no failure is lost.
    pub(crate) fn read(succeeded: bool, printed: &str) -> Tally {
        let mut tally = Tally::default();
        let mut counted = false;
        for line in printed.lines() {
            let line = without_colour(line);
            if let Some(found) = summary(&line) {
                tally.add(found);
                counted = true;
            }
        }
        match (counted, succeeded) {
            (false, true) => tally.passed = 1,
            (_, false) if tally.failed == 0 => tally.failed = 1,
            _ => {}
        }
        tally
    }

    pub(crate) fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

fn summary(line: &str) -> Option<Tally> {
    let line = line.trim_start();
    let cargo = line.starts_with("Summary [") || line.starts_with("test result:");
    if cargo {
        let failed = before(line, " failed") + before(line, " timed out");
        return Some(Tally { passed: before(line, " passed"), failed });
    }
    let (mark, rest) = line.split_once(' ')?;
    let (word, count) = rest.split_once(' ')?;
    let count = count.trim().parse().ok()?;
    match (mark, word) {
        ("#" | "ℹ", "pass") => Some(Tally { passed: count, failed: 0 }),
        ("#" | "ℹ", "fail" | "cancelled") => Some(Tally { passed: 0, failed: count }),
        _ => None,
    }
}

/// The number that stands before a word: `before("3 passed, 1 failed", " failed")` is 1.
fn before(line: &str, word: &str) -> u32 {
    let Some((head, _)) = line.split_once(word) else { return 0 };
    let digits = head.rsplit(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().unwrap_or(0)
}

fn without_colour(line: &str) -> String {
    let mut plain = String::new();
    let mut parts = line.split('\u{1b}');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        plain.push_str(part.split_once('m').map_or(part, |(_, text)| text));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_every_kind_of_summary() {
        let printed = "\
     Summary [   0.014s] 7 tests run: 6 passed (1 slow), 1 failed, 0 skipped
test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out
# pass 4
# fail 2
\u{1b}[34mℹ pass 3\u{1b}[39m
a line that says 9 passed in passing";
        assert_eq!(Tally::read(false, printed), Tally { passed: 18, failed: 3 });
    }

    #[test]
    fn a_silent_program_is_one_check() {
        assert_eq!(Tally::read(true, "fine"), Tally { passed: 1, failed: 0 });
        assert_eq!(Tally::read(false, ""), Tally { passed: 0, failed: 1 });
    }

    #[test]
    fn a_failure_that_names_no_test_still_counts() {
        assert_eq!(Tally::read(false, "# pass 4\n# fail 0"), Tally { passed: 4, failed: 1 });
    }
}
