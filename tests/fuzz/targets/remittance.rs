//! Target remittance: can any file make the remittance readers panic or disagree?

use superbill::{RemittanceFile, RemittanceStream};

/// Panics where a promise is broken.
pub(crate) fn run(bytes: &[u8]) {
    let _ = superbill::remit_text(bytes);
    let Ok(file) = RemittanceFile::open(bytes.to_vec()) else { return };
    let _ = (file.summary(), file.columns(), file.findings());
    let mut stream = RemittanceStream::default();
    // A stream does not mend lines wrapped at a column.
    if stream.push(bytes).is_err() || stream.finish().is_err() {
        return;
    }
    for index in 0..file.claim_count() {
        let _ = file.story(index);
        assert!(file.claim(index) == stream.next(), "claim {index}");
    }
    assert!(stream.next().is_none());
}
