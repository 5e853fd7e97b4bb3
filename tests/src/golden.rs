//! Golden files: is this text what a person read and found right?

use std::env;
use std::fs;
use std::path::Path;

/// Fails unless `text` equals `golden/<name>`; with `UPDATE_GOLDEN` set, writes it instead.
pub(crate) fn assert_golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(name);
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("tests/golden");
        fs::write(&path, text).expect("tests/golden can be written");
        return;
    }
    let kept = stored(name);
    let line = kept.lines().zip(text.lines()).position(|(old, new)| old != new);
    let line = line.unwrap_or_else(|| kept.lines().count().min(text.lines().count()));
    assert!(
        kept == text,
        "{name} differs at line {}:\n  kept {:?}\n  now  {:?}\nUPDATE_GOLDEN=1 rewrites it",
        line + 1,
        kept.lines().nth(line).unwrap_or("(end)"),
        text.lines().nth(line).unwrap_or("(end)")
    );
}

/// What is kept; empty where nothing is.
pub(crate) fn stored(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(name);
    fs::read_to_string(path).unwrap_or_default()
}
