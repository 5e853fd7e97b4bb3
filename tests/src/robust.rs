//! Robustness: do any bytes, any mutation and any chunk boundary leave the readers sound?

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use superbill::{RemittanceFile, RemittanceStream};

use crate::files::{corpus, hostile, hostile_bytes};
use crate::generate::remittance;
use crate::reading::{Reading, read, read_chunks};
use crate::round_trip::{file, seed};

/// Any bytes, some of them behind a sound header.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let noise = prop_oneof![
        vec(any::<u8>(), 0..400),
        // Made of what matters.
        vec(prop::sample::select(PIECES), 0..80).prop_map(|pieces| pieces.concat()),
    ];
    (any::<bool>(), noise).prop_map(|(headed, noise)| match headed {
        true => [HEADER, &noise].concat(),
        false => noise,
    })
}

/// A generated file or one of the hostile ones, changed in up to six places.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let small = hostile("835").into_iter().map(|row| hostile_bytes(&row.path));
    let small: Vec<_> = small.filter(|bytes| (1..4000).contains(&bytes.len())).collect();
    let generated = seed().prop_map(|seed| file(&[remittance(&mut seed.choices())]));
    let base = prop_oneof![generated, prop::sample::select(small)];
    let change = (any::<Index>(), any::<Index>(), prop::sample::select(PIECES), 0..5_u8);
    (base, vec(change, 0..6)).prop_map(|(mut bytes, changes)| {
        for (from, to, piece, how) in changes {
            if bytes.is_empty() {
                break;
            }
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            let (from, to) = (from.min(to), from.max(to));
            match how {
                0 => drop(bytes.drain(from..to.min(from + 40))),
                1 => drop(bytes.splice(from..from, piece.iter().copied())),
                2 => drop(
                    bytes
                        .splice(from..(from + piece.len()).min(bytes.len()), piece.iter().copied()),
                ),
                3 => bytes.truncate(to),
                _ => bytes.extend_from_within(from..to),
            }
        }
        bytes
    })
}

/// What every reading holds: segments in file order, each at its bytes; findings inside the file.
fn assert_sound(bytes: &[u8], reading: &Reading) {
    let mut end = 0;
    for (_, span, segment) in &reading.segments {
        assert!(span.start >= end, "segments overlap at {}", span.start);
        assert_eq!(&bytes[span.start as usize..span.end as usize], segment);
        end = span.end;
    }
    for finding in reading.findings.kept() {
        let span = finding.location.span;
        assert!(span.start <= span.end && span.end <= bytes.len() as u64, "{finding:?}");
        assert!(!finding.message().contains('?'), "{} lacks a fact", finding.rule.id);
    }
}

/// Everything a caller can ask of the bytes; only a panic is wrong.
fn ask(bytes: &[u8]) {
    let _ = superbill::remit(bytes);
    let _ = superbill::remit_text(bytes);
    let Ok(file) = RemittanceFile::open(bytes.to_vec()) else { return };
    let _ = (file.summary(), file.columns(), file.rows(0, 100), file.findings());
    for claim in 0..file.claim_count() {
        let _ = (file.claim(claim), file.story(claim));
    }
}

fn stream(
    bytes: &[u8],
    chunk: usize,
) -> Result<Vec<superbill::model::ClaimPayment>, superbill::Unreadable> {
    let (mut stream, mut claims) = (RemittanceStream::default(), Vec::new());
    for part in bytes.chunks(chunk) {
        stream.push(part)?;
        claims.extend(std::iter::from_fn(|| stream.next()));
    }
    stream.finish()?;
    claims.extend(std::iter::from_fn(|| stream.next()));
    Ok(claims)
}

fn assert_chunks_agree(bytes: &[u8], cuts: &[usize]) {
    match (read(bytes), read_chunks(bytes, cuts)) {
        (Ok(whole), Ok(chunked)) => {
            assert_eq!(whole.told(), chunked.told(), "cut at {cuts:?}");
            assert_eq!(whole.remittances, chunked.remittances, "cut at {cuts:?}");
        }
        (whole, chunked) => assert_eq!(whole.err(), chunked.err(), "cut at {cuts:?}"),
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in bytes()) {
        if let Ok(reading) = read(&bytes) {
            assert_sound(&bytes, &reading);
        }
        ask(&bytes);
    }

    #[test]
    fn any_mutation_is_read_or_refused(bytes in mutated()) {
        if let Ok(reading) = read(&bytes) {
            assert_sound(&bytes, &reading);
        }
        ask(&bytes);
    }

    #[test]
    fn chunks_of_any_bytes_read_as_the_whole(
        bytes in prop_oneof![bytes(), mutated()],
        cuts in vec(any::<Index>(), 0..8),
    ) {
        let mut cuts: Vec<_> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        cuts.sort_unstable();
        assert_chunks_agree(&bytes, &cuts);
    }

    #[test]
    fn a_stream_gives_the_claims_of_the_file(bytes in mutated(), chunk in 1_usize..300) {
        let whole = read(&bytes).map(|reading| {
            let all = reading.remittances.iter().flat_map(|one| one.claims()).cloned();
            all.collect::<Vec<_>>()
        });
        let streamed = stream(&bytes, chunk);
        prop_assert!(whole == streamed, "{} {:?}", String::from_utf8_lossy(&bytes), (whole, streamed));
    }
}

#[test]
fn every_single_cut_of_the_kept_files_reads_as_the_whole() {
    let small = hostile("835").into_iter().map(|row| hostile_bytes(&row.path));
    let kept = corpus("835").into_iter().map(|(_, bytes)| bytes).chain(small);
    for bytes in kept.filter(|bytes| bytes.len() < 1500) {
        for cut in 0..=bytes.len() {
            assert_chunks_agree(&bytes, &[cut]);
        }
        assert_chunks_agree(&bytes, &(0..bytes.len()).collect::<Vec<_>>());
    }
}

#[test]
fn repeated_broken_headers_cost_no_stack() {
    let bytes = [HEADER, b"IEA*0*000000001~", &b"ISA".repeat(300_000)].concat();
    let reading = read(&bytes).expect("the first interchange is sound");
    assert_sound(&bytes, &reading);
}

#[test]
fn huge_amounts_overflow_nothing() {
    let nines = "99999999999999";
    for sign in ["", "-"] {
        let claim =
            format!("CLP*1*1*{sign}{nines}*{nines}~AMT*I*{sign}{nines}~CAS*CO*1*{sign}{nines}~");
        let line = format!("SVC*HC:1*{sign}{nines}*{nines}~CAS*CO*1*{sign}{nines}~AMT*I*{nines}~");
        let plb = format!("PLB*1*20261231*L6*{sign}{nines}~");
        let body = [claim.repeat(20), line.repeat(40), claim, line, plb.repeat(20)].concat();
        let text = format!("ST*835*1~BPR*I*{nines}~{body}SE*1*1~");
        ask(&[HEADER, text.as_bytes()].concat());
    }
}

#[test]
fn a_terminator_inside_the_header_is_a_broken_header() {
    let mut bytes = HEADER.to_vec();
    bytes[8] = b'~';
    assert!(read(&bytes).is_err());
}

const HEADER: &[u8] =
    b"ISA*00*          *00*          *ZZ*A              *ZZ*B              *261123*1200*\
^*00501*000000001*0*T*:~";

const PIECES: &[&[u8]] = &[
    b"~", b"*", b":", b"^", b"\n", b"\r\n", b" ", b"\0", b"\xff", b"\xc3\xa9", b"\xef\xbb\xbf", b"ISA", b"IEA*1*000000001~",
    b"GS*HP*A*B*20261123*1200*1*X*005010X221A1~", b"GE*1*1~", b"ST*835*0001~", b"ST*837*0001~",
    b"SE*9*0001~", b"BPR*I*100*C*ACH~", b"LX*1~", b"CLP*1*1*100*80*20~", b"CLP*1*22*-100*-80~", b"CLP~",
    b"SVC*HC:99213*100*80~", b"SVC~", b"CAS*CO*45*20~", b"CAS*PR*1*x*1*2*-5~", b"CAS~",
    b"PLB*1*20261231*WO:1*5~", b"PLB~", b"N1*PR*X~", b"NM1*QC*1*DOE*JANE~", b"AMT*I*5~", b"MIA*1~", b"TS3*1~",
    b"-", b".", b"99999999999999.9999", b"9999999999999999999999", b"ISA*00*          *00*          *ZZ*A              *ZZ*B              *261123*1200*U*00401*000000002*0*T*:~",
];
