//! The registry: is every rule listed once, explained to everyone, and filed where its name says?

use std::collections::BTreeSet;
use std::fs;

use superbill_edits::{FAMILIES, REPAIR_RULES, Reader, Texts, edits};

use crate::case::{folder, rule_texts};

#[test]
fn ids_and_names_are_unique_and_short() {
    let mut seen = BTreeSet::new();
    for rule in edits().map(|edit| &edit.rule).chain(REPAIR_RULES.iter().copied()) {
        assert!(seen.insert(rule.id) && seen.insert(rule.name), "{} stands twice", rule.id);
        assert!(rule.id.len() <= 8 && (1..=7).contains(&rule.snip), "{}", rule.id);
        assert!(!rule.source.is_empty() && rule.help.ends_with('.'), "{}", rule.id);
        assert!(!rule.message.ends_with('.'), "{}", rule.id);
    }
}

#[test]
fn every_rule_has_its_two_files_and_every_file_its_rule() {
    for family in FAMILIES {
        let mut files = BTreeSet::new();
        for entry in fs::read_dir(folder().join("src").join(family.name)).expect("a folder") {
            files.insert(entry.expect("an entry").file_name().into_string().expect("UTF-8"));
        }
        for edit in family.edits {
            let name = edit.rule.name.replace('-', "_");
            assert!(files.remove(&format!("{name}.rs")), "no {}/{name}.rs", family.name);
            assert!(files.remove(&format!("{name}.md")), "no {}/{name}.md", family.name);
        }
        files.retain(|file| file.ends_with(".md"));
        assert!(files.is_empty(), "{}: no rule for {files:?}", family.name);
    }
}

#[test]
fn texts_begin_with_the_rule_and_have_both_kinds_of_example() {
    for (id, name, text) in rule_texts() {
        assert!(text.starts_with(&format!("# {id} {name}\n")), "{id}: first line");
        for part in ["\nWhy: ", "\nCovers: ", "```json fails ", "```json passes "] {
            assert!(text.contains(part), "{id}: no {part}");
        }
    }
}

#[test]
fn every_rule_is_explained_to_every_reader() {
    let texts = |language: &str| {
        let mut texts = Texts::default();
        let families = FAMILIES.iter().map(|family| family.name);
        for family in families.chain(["repair"]) {
            let file = format!("src/{family}/texts.{language}.tsv");
            texts.add(
                &fs::read_to_string(folder().join(&file)).unwrap_or_else(|_| panic!("no {file}")),
            );
        }
        texts
    };
    let (english, spanish) = (texts("en"), texts("es"));
    let ids = rule_texts().into_iter().map(|(id, ..)| id);
    for id in ids.chain(REPAIR_RULES.iter().map(|rule| rule.id)) {
        for reader in Reader::ALL {
            assert!(english.find(id, reader).is_some(), "{id}: nothing for the {reader:?}");
        }
        assert!(spanish.find(id, Reader::Patient).is_some(), "{id}: nothing in Spanish");
    }
}
