//! Guide compiler: are the packed tables those of the sources?
//!
//! `cargo run -p superbill-guides --bin compile` writes `packed/*.bin` from `data/`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use superbill_guides::source::{self, Source};
use superbill_guides::{BASE, pack};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, bytes) in compile(&root.join("data"))? {
        fs::write(root.join("packed").join(name), bytes)?;
    }
    Ok(())
}

/// The packed files by name.
fn compile(data: &Path) -> Result<BTreeMap<&'static str, Vec<u8>>, Box<dyn Error>> {
    let mut sources: BTreeMap<String, Source> = BTreeMap::new();
    for entry in fs::read_dir(data)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if let Some(guide) = name.strip_suffix(".guide") {
            sources.insert(guide.to_owned(), source::read(name, &fs::read_to_string(&path)?)?);
        }
    }
    let all: Vec<&Source> = sources.values().collect();
    let tags = pack::tags(&all);
    let base: Vec<&Source> = BASE.iter().filter_map(|&name| sources.get(name)).collect();
    let codes = fs::read_to_string(data.join("codes.tsv"))?;
    Ok(BTreeMap::from([
        ("all.bin", pack::pack(&all, &tags)),
        ("all.words.bin", pack::pack_meanings(&codes, &all)),
        ("base.bin", pack::pack(&base, &tags)),
        ("base.words.bin", pack::pack_meanings(&codes, &base)),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_tables_are_those_of_the_sources() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for (name, bytes) in compile(&root.join("data")).expect("the sources are sound") {
            let packed = fs::read(root.join("packed").join(name)).expect("a packed file");
            assert!(packed == bytes, "{name} is stale: run the compiler");
        }
    }
}
