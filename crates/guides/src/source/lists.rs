//! Code lists kept by others: which codes has a list that a guide only names?
//!
//! Lists that change little and rule out much are checked with the guide: states and provinces, countries.
//! They are those of the `codes` crate. Others (diagnoses, procedures, remarks) are dated or licensed and
//! checked against code books.

/// The codes of an external list; empty for one that is not checked here.
pub(super) fn codes(name: &str) -> Vec<String> {
    let table = match name {
        "state" => STATES,
        "country" => COUNTRIES,
        _ => "",
    };
    let rows = table.lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split('\t').next()).map(str::to_owned).collect()
}

const STATES: &str = include_str!("../../../codes/data/state.tsv");
const COUNTRIES: &str = include_str!("../../../codes/data/country.tsv");
