//! Sources: what do the guide files say?

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use superbill_guides::source::{self, Source};

/// The guides of `data/` but the envelope, with their file names, in order.
pub(crate) fn guides() -> &'static [(String, Source)] {
    static GUIDES: OnceLock<Vec<(String, Source)>> = OnceLock::new();
    GUIDES.get_or_init(|| {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let mut guides: Vec<(String, Source)> = fs::read_dir(data)
            .expect("the folder of guides")
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter_map(|name| Some(name.strip_suffix(".guide")?.to_owned()))
            .filter(|name| name != "envelope")
            .map(|name| {
                let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(&name);
                let text = fs::read_to_string(path.with_extension("guide")).expect("a guide");
                let source = source::read(&name, &text).expect("it is sound");
                (name, source)
            })
            .collect();
        guides.sort_by(|a, b| a.0.cmp(&b.0));
        guides
    })
}
