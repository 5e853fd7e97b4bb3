//! Rules: is the page of rules that of this build?
//!
//! `UPDATE_GOLDEN=1 cargo test -p superbill --test rules` writes `www/docs/rules.md` and a page for each rule.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use superbill::types::Severity;
use superbill::{RuleRecord, explain, explain_text, rules};

const HEAD: &str = "# Rules

<!-- Written by `UPDATE_GOLDEN=1 cargo test -p superbill --test rules` from the rules of the core. -->

What files and claims are checked for; each rule has a page. Its id stays. A word in angle brackets stands for
what is found in the file. `superbill explain SYN-24` prints a rule in the terminal. Rules of a payer are its
own: see [companion guides](companion-guides.md).

| rule | | severity | SNIP |
|---|---|---|---|
";

/// Every page by its path below `www/docs`.
fn pages() -> BTreeMap<String, String> {
    let mut index = HEAD.to_owned();
    let mut pages = BTreeMap::new();
    for rule in rules() {
        let RuleRecord { id, name, snip, .. } = &rule;
        let severity = severity(&rule);
        let _ = writeln!(index, "| [{id}](rules/{id}.md) | {name} | {severity} | {snip} |");
        pages.insert(format!("rules/{id}.md"), page(&rule));
    }
    pages.insert("rules.md".to_owned(), index);
    pages
}

fn severity(rule: &RuleRecord) -> &'static str {
    match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn page(rule: &RuleRecord) -> String {
    let shown = |text: &str| text.replace('{', "&lt;").replace('}', "&gt;");
    let answer = match rule.acknowledgment.as_str() {
        "" => String::new(),
        code => format!(", answered by {}", code.replace(':', " ")),
    };
    let mut out = format!("# {} {}\n\n", rule.id, rule.name);
    let _ = write!(
        out,
        "{} {}\n\nSeverity {}, SNIP type {}{answer}. Source: {}.\n",
        shown(&rule.message),
        shown(&rule.help),
        severity(rule),
        rule.snip,
        rule.source.trim_end_matches('.')
    );
    for it in &rule.explanations {
        let readers = [&it.patient, &it.biller, &it.engineer];
        for (reader, words) in ["patient", "biller", "EDI engineer"].iter().zip(readers) {
            if !words.is_empty() {
                let _ = write!(out, "\n**For a {reader} ({}).** {}\n", it.language, shown(words));
            }
        }
    }
    if let Some((_, examples)) = example(&rule.name).split_once('\n') {
        let _ = write!(out, "\n## Reason and examples\n{}\n", examples.trim_end());
    }
    out.replace("a EDI", "an EDI")
}

/// What stands beside a rule over claims; empty for other rules.
fn example(name: &str) -> String {
    let families = superbill::edits::FAMILIES.iter().map(|family| family.name).chain(["repair"]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../edits/src");
    let file = format!("{}.md", name.replace('-', "_"));
    let mut found =
        families.filter_map(|family| fs::read_to_string(root.join(family).join(&file)).ok());
    found.next().unwrap_or_default()
}

#[test]
fn the_pages_are_those_of_the_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/docs");
    let pages = pages();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = fs::remove_dir_all(root.join("rules"));
        fs::create_dir_all(root.join("rules")).expect("a folder");
        for (path, page) in &pages {
            fs::write(root.join(path), page).expect("the page is written");
        }
    }
    let stale = "stale: UPDATE_GOLDEN=1 cargo test -p superbill --test rules";
    for (path, page) in &pages {
        let written = fs::read_to_string(root.join(path)).unwrap_or_default();
        assert!(*page == written, "{path} is {stale}");
    }
    let there = fs::read_dir(root.join("rules")).expect("pages").count();
    assert_eq!(there, pages.len() - 1, "{stale}");
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

#[test]
fn every_rule_is_explained_to_every_reader_and_to_patients_in_spanish() {
    let mut missing = Vec::new();
    for rule in rules() {
        let of = |language: &str| rule.explanations.iter().find(|it| it.language == language);
        let english = of("en").map(|it| [&*it.patient, &it.biller, &it.engineer]);
        let readers = ["patient", "biller", "engineer"].into_iter();
        let texts = readers.zip(english.unwrap_or_default());
        let spanish = ("Spanish patient", of("es").map_or("", |it| &*it.patient));
        let empty = texts.chain([spanish]).filter(|(_, text)| text.is_empty());
        missing.extend(empty.map(|(reader, _)| format!("{} for a {reader}", rule.id)));
    }
    assert!(missing.is_empty(), "no text in core/src/explain or beside the rule:\n{missing:#?}");
}

#[test]
fn every_text_is_of_a_rule_or_a_family() {
    let ids: BTreeSet<String> = rules().into_iter().map(|rule| rule.id).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/explain");
    for file in ["texts.en.tsv", "texts.es.tsv"] {
        let text = fs::read_to_string(folder.join(file)).expect("a file of texts");
        let mut seen = BTreeSet::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (id, texts) = line.split_once('\t').expect("an id and texts");
            let family = format!("{id}-");
            assert!(ids.contains(id) || ids.iter().any(|it| it.starts_with(&family)), "{id}");
            assert!(seen.insert(id.to_owned()), "{id} stands twice in {file}");
            assert_eq!(texts.split('\t').count(), if file.contains("en") { 3 } else { 1 }, "{id}");
        }
    }
}

#[test]
fn no_payer_takes_a_prefix_of_a_rule_that_is_there() {
    for rule in rules() {
        let prefix = rule.id.split('-').next().expect("a prefix").to_owned();
        let file = format!(
            "title = \"T\"\nprefix = \"{prefix}\"\npayers = \"any\"\n[[rule]]\nid = \"{prefix}-1\"\n"
        );
        let refused = superbill::test_rules(&file).expect_err(&prefix);
        assert!(refused.contains("none of Superbill's own"), "{prefix}: {refused}");
    }
}

#[test]
fn a_rule_of_a_payers_file_is_explained() {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../edits/payers/harborline-commercial.rules");
    let file = fs::read_to_string(file).expect("a rule file");
    let told = superbill::explain_payer_rule(&file, "hbl-01").expect("read").expect("a rule");
    let text = told.text();
    assert!(text.contains("To a patient (es)") && text.contains("To a biller (en)"), "{text}");
    assert!(superbill::explain_payer_rule(&file, "HBL-99").expect("read").is_none());
}
