//! Wrapped files: is a file cut into lines of eighty columns read as it was meant?

use superbill::{RemittanceFile, ValidateOptions, validate};

fn sample() -> Vec<u8> {
    let file = include_bytes!("../data/sample.835");
    file.iter().copied().filter(|byte| *byte != b'\n').collect()
}

fn wrap(bytes: &[u8], line_break: &[u8]) -> Vec<u8> {
    bytes.chunks(80).flat_map(|line| [line, line_break].concat()).collect()
}

#[test]
fn lines_of_one_length_are_joined_and_said_to_be() {
    let whole = RemittanceFile::open(sample()).map(|file| file.summary());
    for line_break in [&b"\n"[..], b"\r\n"] {
        let file = RemittanceFile::open(wrap(&sample(), line_break)).expect("it is readable");
        let (wrapped, whole) = (file.summary(), whole.as_ref().expect("it is readable"));
        assert_eq!(format!("{wrapped:?}"), format!("{whole:?}"));
        let findings = file.findings();
        assert_eq!(findings[0].rule, "ENV-02");
        assert_eq!(findings[0].span, (80, 81));
    }
}

#[test]
fn findings_point_at_the_bytes_as_they_came() {
    let wrong = String::from_utf8_lossy(&sample()).replacen(
        "SVC*HC:99213*125*80",
        "SVC*HC:99213*125*81",
        1,
    );
    let file = wrap(wrong.as_bytes(), b"\r\n");
    let report = validate(&file, &ValidateOptions::default()).expect("it is readable");
    let line = report.findings.iter().find(|finding| finding.rule == "REM-34").expect("it is off");
    let (start, end) = (line.span.0 as usize, line.span.1 as usize);
    assert_eq!(&file[start..end], b"81");
}

#[test]
fn lines_of_different_lengths_are_not_joined() {
    let mut file = wrap(&sample(), b"\n");
    file.insert(200, b'X');
    assert!(RemittanceFile::open(file).is_err());
}
