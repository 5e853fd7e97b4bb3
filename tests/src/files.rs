//! Files: which inputs does the project keep, and what is expected of the hostile ones?

use std::fs;
use std::path::{Path, PathBuf};

/// One line of `EXPECTED.tsv`.
#[derive(Clone, Debug)]
pub(crate) struct Expected {
    pub(crate) path: String,
    pub(crate) transaction: String,
    pub(crate) action: String,
    pub(crate) code: String,
    pub(crate) offset: Option<u64>,
    pub(crate) values: String,
}

/// Every file of one transaction of the corpus, such as `835`, with its name; by name.
pub(crate) fn corpus(transaction: &str) -> Vec<(String, Vec<u8>)> {
    all_in(&folder().join(transaction))
}

/// Every file of the corpus and every hostile one, whatever the transaction.
pub(crate) fn everything() -> Vec<(String, Vec<u8>)> {
    let mut folders: Vec<_> = fs::read_dir(folder())
        .expect("tests/corpus is there")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders.iter().flat_map(|folder| all_in(folder)).collect()
}

/// What is expected of the hostile files of a transaction, in the order of the table.
pub(crate) fn hostile(transaction: &str) -> Vec<Expected> {
    let table = fs::read_to_string(hostile_folder().join("EXPECTED.tsv")).expect("EXPECTED.tsv");
    let rows = table.lines().skip(1).map(|line| {
        let mut fields = line.split('\t').map(|field| field.trim_matches('"').to_owned());
        let mut next = || fields.next().unwrap_or_default();
        let (path, transaction, _snip, action, _scope, code) =
            (next(), next(), next(), next(), next(), next());
        let (offset, _segment, _element, values) = (next().parse().ok(), next(), next(), next());
        Expected { path, transaction, action, code, offset, values }
    });
    rows.filter(|row| row.transaction == transaction).collect()
}

/// The bytes of a hostile file.
pub(crate) fn hostile_bytes(path: &str) -> Vec<u8> {
    fs::read(hostile_folder().join(path)).expect("a hostile file of the table")
}

/// One of our own files, made to show something.
pub(crate) fn case(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(name)).expect("a case")
}

/// The workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

fn hostile_folder() -> PathBuf {
    folder().join("hostile")
}

fn all_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder of the corpus")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_file() && path.extension().is_none_or(|e| e != "tsv" && e != "md"))
        .map(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            (name.unwrap_or_default(), fs::read(&path).expect("a file of the corpus"))
        })
        .collect();
    files.sort();
    files
}
