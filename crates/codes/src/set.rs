//! A code set: which row of a table explains this code?
//!
//! The table is text: `#` header lines, then one row a line in byte order of the code, columns
//! separated by tabs (code, label, plain, mark; trailing empty ones left out). Finding bisects the
//! text itself, so nothing is parsed or allocated before a code is asked for.

use core::cmp::Ordering;

/// A table of codes and what they mean.
#[derive(Clone, Copy)]
pub struct CodeSet {
    text: &'static str,
}

/// What one code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The code as it stands on the wire.
    pub code: &'static str,
    /// A few words for a biller.
    pub label: &'static str,
    /// A short sentence for a patient; the label again where the set has no sentence for this code.
    pub plain: &'static str,
    /// What the set marks its codes with (see each set); empty where it marks none.
    pub mark: &'static str,
}

impl CodeSet {
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text }
    }

    /// The meaning of `code`, compared byte for byte; `None` where the set does not list it.
    ///
    /// ```
    /// use superbill_codes::CLAIM_STATUS;
    ///
    /// assert_eq!(CLAIM_STATUS.find("22").map(|it| it.label), Some("Reversal of an earlier payment"));
    /// assert_eq!(CLAIM_STATUS.find("77"), None);
    /// ```
    #[must_use]
    pub fn find(&self, code: &str) -> Option<Meaning> {
        let bytes = self.text.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let before = bytes[low..middle].iter().rposition(|&byte| byte == b'\n');
            let after = bytes[middle..high].iter().position(|&byte| byte == b'\n');
            let start = before.map_or(low, |at| low + at + 1);
            let end = after.map_or(high, |at| middle + at);
            let row = Meaning::read(&self.text[start..end]);
            match row.map_or(Ordering::Less, |row| row.code.cmp(code)) {
                Ordering::Less => low = end + 1,
                Ordering::Greater => high = start,
                Ordering::Equal => return row,
            }
        }
        None
    }

    /// Every meaning, in byte order of the code.
    pub fn iter(&self) -> impl Iterator<Item = Meaning> {
        self.text.lines().filter_map(Meaning::read)
    }

    /// The text of a header line `# name: text`.
    #[cfg(feature = "packs")]
    pub(crate) fn header(&self, name: &str) -> Option<&'static str> {
        let lines = self.text.lines().map_while(|line| line.strip_prefix("# "));
        lines.filter_map(|line| line.split_once(": ")).find(|(it, _)| *it == name).map(|it| it.1)
    }

    /// How many codes the set lists.
    #[must_use]
    pub fn count(&self) -> usize {
        self.iter().count()
    }
}

impl Meaning {
    /// Whether this is a remark that tells something and explains no reduction.
    #[must_use]
    pub fn is_alert(&self) -> bool {
        self.mark == "alert"
    }

    /// Reads a row; `None` for a header line.
    fn read(line: &'static str) -> Option<Self> {
        if line.starts_with('#') || line.is_empty() {
            return None;
        }
        let mut columns = line.split('\t');
        let code = columns.next()?;
        let label = columns.next().unwrap_or_default();
        let plain = columns.next().filter(|plain| !plain.is_empty()).unwrap_or(label);
        let mark = columns.next().unwrap_or_default();
        Some(Self { code, label, plain, mark })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::*;

    const SETS: [(&CodeSet, usize); 11] = [
        (&ADJUSTMENT_GROUP, 5),
        (&ADJUSTMENT_REASON, 407),
        (&REMARK, 422),
        (&CLAIM_STATUS, 17),
        (&PROVIDER_ADJUSTMENT, 42),
        (&PAYMENT_METHOD, 5),
        (&CLAIM_FILING, 24),
        (&PLACE_OF_SERVICE, 52),
        (&AMOUNT_QUALIFIER, 15),
        (&DATE_QUALIFIER, 8),
        (&REFERENCE_QUALIFIER, 40),
    ];

    #[test]
    fn counts_are_pinned_and_every_code_is_found() {
        for (set, count) in SETS {
            assert_eq!(set.count(), count, "{}", set.text.lines().next().unwrap_or_default());
            for meaning in set.iter() {
                assert_eq!(set.find(meaning.code), Some(meaning));
            }
        }
    }

    #[test]
    fn tables_are_sorted_and_clean() {
        for (set, _) in SETS {
            let rows: Vec<Meaning> = set.iter().collect();
            assert!(rows.windows(2).all(|pair| pair[0].code < pair[1].code));
            for line in ["# codes: ", "# columns: ", "# words: our own", "# licence: "] {
                assert!(set.text.lines().any(|it| it.starts_with(line)), "{line}");
            }
            assert!(set.text.ends_with('\n') && set.text.is_ascii());
            for row in rows {
                assert!(!row.code.is_empty() && row.code.trim() == row.code);
                assert!(!row.label.is_empty() && row.label.len() <= 45, "{row:?}");
                assert!(row.plain == row.label || row.plain.ends_with('.'), "{row:?}");
                assert!(row.plain.len() <= 95, "{row:?}");
            }
        }
    }

    /// The tables travel in the WebAssembly: 62 kB, 19 kB gzipped; 22 kB gzipped is the limit.
    #[test]
    fn tables_stay_small() {
        let bytes: usize = SETS.iter().map(|(set, _)| set.text.len()).sum();
        assert!(bytes < 70_000, "{bytes}");
    }

    #[test]
    fn what_is_not_listed_is_none() {
        let header = ADJUSTMENT_REASON.text.lines().next().expect("a header");
        for code in
            ["", " ", "0", "0001", "45 ", "co", "~", "\t", "\n", "é", "1\tDeductible", header]
        {
            for (set, _) in SETS {
                assert_eq!(set.find(code), None, "{code:?}");
            }
        }
    }

    #[test]
    fn a_patient_is_told_what_a_group_means() {
        let bears = |group| ADJUSTMENT_GROUP.find(group).map(|it| it.mark);
        assert_eq!(bears("PR"), Some("patient"));
        assert_eq!(bears("CO"), Some("provider"));
        assert_eq!(bears("OA"), Some("none"));
        assert_eq!(REFERENCE_QUALIFIER.find("EA").expect("listed").plain, "Medical record number");
    }
}
