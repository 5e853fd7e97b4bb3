//! Guide pages: are the pages of `www/docs/guides` those of the sources?
//!
//! `cargo run -p superbill-guides --bin docs` writes them from `data/`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use superbill_guides::{page, source};

fn main() -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder())?;
    for (name, text) in pages()? {
        fs::write(folder().join(name), text)?;
    }
    Ok(())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/docs/guides")
}

/// The pages by file name, the list of them among them.
fn pages() -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut pages = BTreeMap::new();
    let mut rows = BTreeMap::new();
    for entry in fs::read_dir(data)? {
        let path = entry?.path();
        let Some(file) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let Some(name) = file.strip_suffix(".guide") else { continue };
        let guide = source::read(file, &fs::read_to_string(&path)?)?;
        let [version, _, _, title] = &guide.heading;
        let shown = name.to_uppercase();
        rows.insert(name.to_owned(), format!("| [{shown}]({name}.md) | {version} | {title} |\n"));
        pages.insert(format!("{name}.md"), page::page(name, &guide));
    }
    let mut index = String::from(
        "# Guides\n\nOne page for each guide that files are checked against, written from its table.\n\n\
         | guide | version | about |\n|---|---|---|\n",
    );
    for row in rows.values() {
        write!(index, "{row}")?;
    }
    pages.insert("README.md".to_owned(), index);
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_those_of_the_sources() {
        for (name, text) in pages().expect("the sources are sound") {
            let page = fs::read_to_string(folder().join(&name)).unwrap_or_default();
            assert!(
                page == text,
                "{name} is stale: run `cargo run -p superbill-guides --bin docs`"
            );
        }
    }
}
