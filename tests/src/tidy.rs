//! Tidy: do the sources keep the project's rules?

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::root;

/// Longest file, in lines.
const LINES: usize = 500;

/// Transaction sets that `x12` must not know. It does answer with TA1 and 999.
const TRANSACTIONS: [&str; 13] =
    ["270", "271", "274", "275", "276", "277", "278", "820", "824", "834", "835", "837", "997"];

/// Every source file below a folder of the workspace, with its text.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the workspace").flatten() {
            let path: PathBuf = entry.path();
            let name = entry.file_name();
            if path.is_dir() && name != "target" && name != "node_modules" && name != "corpus" {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push((told(&path), fs::read_to_string(&path).expect("UTF-8")));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no sources in {folder}");
    found
}

fn told(path: &Path) -> String {
    let path = path.strip_prefix(root()).unwrap_or(path);
    path.to_string_lossy().into_owned()
}

/// The lines of a source that are code, with their numbers: no comments, no tests at the foot.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().take_while(|(_, line)| line.trim() != "#[cfg(test)]");
    lines.map(|(n, line)| (n + 1, line.split("//").next().unwrap_or("")))
}

/// Whether `line` has `word` between characters that are no letter, digit or underscore.
fn has_word(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(part) && !line[at + word.len()..].starts_with(part))
}

fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Lines of code below `folders` that have one of `words`.
fn lines_with(folders: &[&str], words: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in folders.iter().flat_map(|folder| sources(folder)) {
        for (number, line) in code(&text) {
            if words.iter().any(|word| has_word(line, word)) {
                wrong.push(format!("{path}:{number}: {}", line.trim()));
            }
        }
    }
    wrong
}

#[test]
fn every_file_begins_with_what_it_is() {
    let all = [sources("crates"), sources("tests")].concat();
    let first = |text: &str| text.lines().next().unwrap_or("").to_owned();
    let wrong = all.iter().filter(|(_, text)| {
        let line = first(text);
        !line.starts_with("//! ") || !line.contains(": ")
    });
    assert_none(wrong.map(|(path, text)| format!("{path}: {}", first(text))).collect());
}

#[test]
fn no_file_is_long() {
    let all = [sources("crates"), sources("tests")].concat();
    let long = all.iter().map(|(path, text)| (path, text.lines().count()));
    assert_none(long.filter(|(_, n)| *n > LINES).map(|(path, n)| format!("{path}: {n}")).collect());
}

#[test]
fn nothing_is_unsafe() {
    assert_none(lines_with(
        &["crates"],
        &["unsafe {", "unsafe fn", "unsafe impl", "unsafe extern"],
    ));
}

#[test]
fn money_is_never_a_float() {
    let folders = ["types", "model", "accounts", "edits", "exchange"]
        .map(|name| format!("crates/{name}/src"));
    let folders: Vec<_> = folders.iter().map(String::as_str).collect();
    assert_none(lines_with(&folders, &["f32", "f64"]));
}

#[test]
fn x12_names_no_transaction() {
    assert_none(lines_with(&["crates/x12/src"], &TRANSACTIONS));
}

#[test]
fn the_core_does_no_input_or_output() {
    let folders =
        ["types", "codes", "model", "x12", "exchange", "edits", "accounts", "documents", "core"];
    let folders = folders.map(|name| format!("crates/{name}/src"));
    let mut wrong = Vec::new();
    for (path, text) in folders.iter().flat_map(|folder| sources(folder)) {
        for (number, line) in code(&text) {
            let outside = ["fs", "net", "env", "thread", "process", "time"];
            if outside.iter().any(|name| line.contains(&format!("std::{name}"))) {
                wrong.push(format!("{path}:{number}: {}", line.trim()));
            }
        }
    }
    assert_none(wrong);
}
