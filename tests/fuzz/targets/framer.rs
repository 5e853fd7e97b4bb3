//! Target framer: does any file, cut anywhere, read as the whole of it?
//!
//! The first byte chooses the size of the chunks; the rest is the file.

use superbill_types::{Findings, Span};
use superbill_x12::{Framer, Place, Reader, Step, Unreadable};

/// Panics where a promise is broken.
pub(crate) fn run(input: &[u8]) {
    let Some((&size, bytes)) = input.split_first() else { return };
    let whole = whole(bytes);
    assert_eq!(whole, chunked(bytes, usize::from(size) + 1));
    if let Ok((segments, findings)) = whole {
        let mut end = 0;
        for (_, span) in segments {
            assert!(end <= span.start && span.start <= span.end);
            end = span.end;
        }
        assert!(end <= bytes.len() as u64);
        assert!(findings.iter().all(|(_, span)| span.end <= bytes.len() as u64));
    }
    let _ = superbill_x12::validate(bytes, superbill_guides::library());
}

type Read = (Vec<(Place, Span)>, Vec<(&'static str, Span)>);

fn whole(bytes: &[u8]) -> Result<Read, Unreadable> {
    let (mut framer, mut findings, mut segments) = (Framer::new(), Findings::default(), Vec::new());
    while let Step::Segment(place) = framer.step(bytes, true, &mut findings)? {
        segments.push((place, framer.segment(bytes).span()));
    }
    Ok((segments, told(&findings)))
}

fn chunked(bytes: &[u8], size: usize) -> Result<Read, Unreadable> {
    let (mut reader, mut findings, mut segments) =
        (Reader::default(), Findings::default(), Vec::new());
    for chunk in bytes.chunks(size) {
        reader.push(chunk);
        while let Step::Segment(place) = reader.step(&mut findings)? {
            segments.push((place, reader.segment().span()));
        }
    }
    reader.finish();
    while let Step::Segment(place) = reader.step(&mut findings)? {
        segments.push((place, reader.segment().span()));
    }
    Ok((segments, told(&findings)))
}

fn told(findings: &Findings) -> Vec<(&'static str, Span)> {
    let kept = findings.kept().iter();
    kept.map(|finding| (finding.rule.id, finding.location.span)).collect()
}
