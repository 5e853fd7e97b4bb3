//! Coverage: which published claim edit is covered by which rule?

use std::collections::BTreeSet;
use std::fs;

use crate::case::{folder, rule_texts};

/// Ids that the rules say they cover.
fn covered() -> BTreeSet<String> {
    let texts = rule_texts();
    let lines = texts.iter().flat_map(|(.., text)| text.lines());
    let told = lines.filter_map(|line| line.strip_prefix("Covers: "));
    told.flat_map(|ids| ids.split([' ', ',', ';'])).map(str::to_owned).collect()
}

#[test]
fn every_published_edit_is_covered_or_told_why_not() {
    let covered = covered();
    let list = fs::read_to_string(folder().join("published.tsv")).expect("the list");
    let mut open = Vec::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let here = covered.contains(cells[0]);
        let elsewhere = cells.get(3).is_some_and(|cell| !cell.is_empty());
        if !here && !elsewhere {
            open.push(line);
        }
    }
    assert!(open.is_empty(), "{} are open:\n{}", open.len(), open.join("\n"));
}
