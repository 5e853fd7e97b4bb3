//! Coverage: does the table of the engine's rules say what is so?
//!
//! `cases/engine-rules.tsv` has a row for each rule of the list the project began with: enforced or not, by
//! what, tested where.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn every_rule_of_the_table_exists_and_is_named_in_its_test() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read_to_string(here.join("cases/engine-rules.tsv")).expect("the table");
    let known: BTreeSet<String> = superbill::rules().into_iter().map(|rule| rule.id).collect();
    let mut seen = BTreeSet::new();
    for row in table.lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [id, state, by, test] = cells[..] else { panic!("{row}") };
        assert!(seen.insert(id), "{id} stands twice");
        assert!(["rule", "table", "design", "part", "edits", "no"].contains(&state), "{row}");
        let path = here.join("..").join(test);
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{id}: no {test}"));
        if !matches!(state, "rule" | "part") {
            continue;
        }
        // What stands behind a colon is prose.
        let ids = by.split(':').next().unwrap_or("").split(' ');
        for rule in ids.filter(|word| word.starts_with("ENV-") || word.starts_with("SYN-")) {
            assert!(known.contains(rule), "{id}: there is no rule {rule}");
            assert!(text.contains(rule), "{id}: {test} does not name {rule}");
        }
    }
    assert_eq!(seen.len(), 155);
}
