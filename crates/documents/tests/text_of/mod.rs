//! Text of a PDF: what does poppler take out of a file?

use std::path::PathBuf;
use std::process::Command;

/// The text as it is laid out, where `pdftotext` is installed; with `POPPLER` set, as `cargo xtask test` sets it, it
/// has to be. `PDF_FOLDER` keeps the files, to look at.
pub(crate) fn text_of(name: &str, pdf: &[u8]) -> Option<String> {
    let kept = std::env::var_os("PDF_FOLDER").map(PathBuf::from);
    let folder = kept.clone().unwrap_or_else(std::env::temp_dir);
    let path = folder.join(format!("superbill-{name}-{}.pdf", std::process::id()));
    std::fs::write(&path, pdf).expect("a file");
    let out = Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output();
    if kept.is_none() {
        let _ = std::fs::remove_file(&path);
    }
    let required = std::env::var_os("POPPLER").is_some();
    assert!(out.is_ok() || !required, "pdftotext is missing: install poppler-utils");
    out.ok().map(|out| String::from_utf8_lossy(&out.stdout).into_owned())
}
