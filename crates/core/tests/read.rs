//! Reading: does a file of each transaction come out as records, with nothing lost?

use std::fs;
use std::path::{Path, PathBuf};

use superbill::{LoopRecord, TransactionSetRecord};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus")
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(corpus().join(folder)).expect("a folder of the corpus");
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

fn sets(path: &Path) -> Vec<TransactionSetRecord> {
    let bytes = fs::read(path).expect("a file of the corpus");
    let report = superbill::read(&bytes).expect("a file that can be framed");
    let groups = report.interchanges.into_iter().flat_map(|interchange| interchange.groups);
    groups.flat_map(|group| group.transaction_sets).collect()
}

fn segments(record: &LoopRecord) -> usize {
    record.segments.len() + record.loops.iter().map(segments).sum::<usize>()
}

#[test]
fn every_segment_of_a_set_without_a_record_of_its_own_is_told() {
    for path in ["270", "271", "276", "277", "277CA", "834"].iter().flat_map(|set| files(set)) {
        let bytes = fs::read(&path).expect("a file of the corpus");
        let Ok(report) = superbill::read(&bytes) else { continue };
        let around = ["ISA", "IEA", "GS", "GE", "SE", "TA1"];
        let stray = report.interchanges.iter().flat_map(|one| &one.stray_segments);
        let stray = stray.filter(|one| !around.contains(&one.segment.as_str())).count();
        let in_sets: usize =
            sets(&path).iter().filter_map(|set| set.content.as_ref()).map(segments).sum();
        let told = stray + in_sets;
        let Ok(described) = superbill::describe(&bytes) else { continue };
        let within = described.segments.iter().filter(|one| !around.contains(&one.id.as_str()));
        assert_eq!(told, within.count(), "{path:?}");
    }
}

#[test]
fn a_benefit_stands_in_its_loop() {
    let path = files("271")
        .into_iter()
        .find(|path| sets(path).iter().any(|set| format!("{:?}", set.content).contains("\"EB\"")));
    let sets = sets(&path.expect("a file with a benefit"));
    let mut open = sets[0].content.as_ref().expect("loops");
    let mut path = Vec::new();
    while let Some(inner) = open.loops.last() {
        path.push(inner.loop_id.as_str());
        open = inner;
    }
    assert!(path.first().is_some_and(|first| *first == "2000A"), "{path:?}");
    assert!(path.iter().any(|id| id.starts_with("2110")), "{path:?}");
}

#[test]
fn an_acknowledgment_is_read_as_answers() {
    let all: Vec<_> = files("999").iter().flat_map(|path| sets(path)).collect();
    assert!(!all.is_empty());
    for set in all {
        let answers = set.acknowledgments.expect("answers");
        assert!(answers.iter().all(|answer| !answer.functional_id.is_empty()));
        assert!(set.content.is_none());
    }
}

#[test]
fn answers_to_claims_stand_beside_their_segments() {
    let path = corpus().join("277CA/imsweb_x12-parser__x12_277CA_rejected.txt");
    let sets = sets(&path);
    let told = sets[0].claim_acknowledgment.as_ref().expect("answers to claims");
    assert!(told.batches[0].providers.iter().any(|provider| !provider.claims.is_empty()));
    assert!(sets[0].content.is_some());
    let other =
        files("277").into_iter().find(|path| path.ends_with("LinuxForHealth_x12__demo.277"));
    assert!(self::sets(&other.expect("a sample"))[0].claim_acknowledgment.is_none());
}
