//! Rules: is the page of rules that of this build?
//!
//! `UPDATE_GOLDEN=1 cargo test -p superbill --test rules` writes `www/docs/rules.md`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use superbill::types::Severity;
use superbill::{explain, explain_text, rules};

const HEAD: &str = "# Rules

<!-- Written by `UPDATE_GOLDEN=1 cargo test -p superbill --test rules` from the rules of the core. -->

What a file is checked for. Each rule has an id that stays, a severity, a SNIP type, and the code that
answers it in a TA1 (TA105) or 999 (AK905, IK304, IK403, IK502). A word in angle brackets stands for what is
found in the file. `superbill explain SYN-24` prints a rule in the terminal. Rules of a payer are its own: see
[companion guides](companion-guides.md).
";

/// Families of ids, and what they are about.
const FAMILIES: [(&str, &str); 8] = [
    ("ENV", "Interchanges, groups and transaction sets"),
    ("SYN", "Segments and elements against the guide"),
    ("REM", "The money of a remittance"),
    ("POST", "Posting a remittance to an account"),
    ("CLM", "Claims"),
    ("COB", "What other payers paid"),
    ("SEC", "A claim to the next payer"),
    ("WRT", "Writing a claim"),
];

fn page() -> String {
    let mut out = HEAD.to_owned();
    let all = rules();
    let mut told = 0;
    for (family, about) in FAMILIES {
        let of = |id: &str| id.split('-').next() == Some(family);
        let _ = writeln!(out, "\n## {about}");
        for rule in all.iter().filter(|rule| of(&rule.id)) {
            told += 1;
            let severity = match rule.severity {
                Severity::Error => "Error",
                Severity::Warning => "Warning",
                Severity::Note => "Note",
            };
            let answer = match rule.acknowledgment.as_str() {
                "" => String::new(),
                code => format!(", answered by {}", code.replace(':', " ")),
            };
            let shown = |text: &str| text.replace('{', "&lt;").replace('}', "&gt;");
            let _ = writeln!(
                out,
                "\n### {} {}\n\n{} {}\n\n{severity}, SNIP type {}{answer}. Source: {}.",
                rule.id,
                rule.name,
                shown(&rule.message),
                shown(&rule.help),
                rule.snip,
                rule.source.trim_end_matches('.')
            );
        }
    }
    let families: BTreeSet<_> = all.iter().filter_map(|rule| rule.id.split('-').next()).collect();
    assert_eq!(told, all.len(), "a family is not told: {families:?}");
    out
}

#[test]
fn the_page_is_that_of_the_rules() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/docs/rules.md");
    let page = page();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &page).expect("the page is written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(page == written, "stale: UPDATE_GOLDEN=1 cargo test -p superbill --test rules");
}

#[test]
fn every_rule_is_explained_once() {
    let ids: BTreeSet<String> = rules().into_iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), rules().len());
    for id in ids {
        let text = explain_text(&id.to_lowercase()).expect("it is a rule");
        assert!(text.starts_with(&id) && !text.contains(['{', '}']), "{text}");
    }
    assert!(explain("no-such-rule").is_none());
}
