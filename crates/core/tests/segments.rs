//! Segments of a claim: are they named and placed as in their file?

use superbill::RemittanceFile;

#[test]
fn a_claims_segments_stand_in_their_loops_with_names_and_the_files_bytes() {
    let bytes = include_bytes!("../data/sample.835");
    let file = RemittanceFile::open(bytes.to_vec()).expect("it is readable");
    let segments = file.segments(1).expect("there is a second claim");
    let told: Vec<_> =
        segments.iter().map(|it| (it.id.as_str(), it.loop_id.as_str(), it.name.as_str())).collect();
    assert_eq!(told[0], ("CLP", "2100", "Claim Payment Information"));
    assert_eq!(told[1], ("NM1", "2100", "Patient Name"));
    assert_eq!(told[4], ("SVC", "2110", "Service Payment Information"));
    for segment in &segments {
        let (start, end) = (segment.span.0 as usize, segment.span.1 as usize);
        assert_eq!(&bytes[start..end], segment.text.as_bytes());
        for element in &segment.elements {
            let (start, end) = (element.span.0 as usize, element.span.1 as usize);
            assert_eq!(&bytes[start..end], element.value.as_bytes());
        }
    }
}
