//! Smoke: do the fuzz targets hold on their seeds, on samples, and on a fixed set of mutations of them?
//!
//! The same inputs each time. What coverage-guided fuzzing adds is told in `fuzz/README.md`.

use std::fs;
use std::path::Path;

#[path = "../fuzz/targets/mod.rs"]
#[allow(dead_code, reason = "the fuzzer runs them one by one")]
mod targets;

/// Mutations that each target gets: together some ten seconds without optimisation.
const MUTATIONS: usize = 3000;
/// Largest sample that is mutated.
const MOST_BYTES: usize = 5_000;

#[test]
fn fuzz_targets_hold_on_seeds_and_mutations() {
    let (fuzz, corpus) = (here().join("fuzz"), here().join("corpus"));
    let seeds = files(&fuzz.join("seeds"));
    let mut samples = seeds.clone();
    for folder in ["835", "837P", "837I", "837D", "270", "277", "999", "hostile"] {
        samples.extend(files(&corpus.join(folder)));
    }
    let companions = files(&here().join("../crates/guides/companions"));
    samples.retain(|bytes| (1..MOST_BYTES).contains(&bytes.len()));
    for (name, target) in targets::TARGETS {
        let from = if name == "companion" { &companions } else { &samples };
        let mut random = Random::new(name);
        let whole = if name == "companion" { &companions } else { &seeds };
        whole.iter().for_each(|bytes| run(name, target, bytes));
        for _ in 0..MUTATIONS {
            let mut bytes = from[random.below(from.len())].clone();
            for _ in 0..=random.below(4) {
                mutate(&mut bytes, &mut random);
            }
            // Targets that draw from bytes want few of them, of every value.
            if matches!(name, "guides" | "write") {
                bytes = (0..random.below(64)).map(|_| random.below(256) as u8).collect();
            }
            run(name, target, &bytes);
        }
    }
}

/// Runs a target; where it fails, shows the input that made it.
fn run(name: &str, target: targets::Target, bytes: &[u8]) {
    let held = std::panic::catch_unwind(|| target(bytes));
    assert!(held.is_ok(), "target {name} fails on {:?}", String::from_utf8_lossy(bytes));
}

fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    if bytes.is_empty() {
        return;
    }
    let at = random.below(bytes.len());
    let piece = PIECES[random.below(PIECES.len())];
    match random.below(6) {
        0 => bytes[at] = random.below(256) as u8,
        1 => drop(bytes.splice(at..at, piece.iter().copied())),
        2 => drop(bytes.drain(at..(at + 1 + random.below(40)).min(bytes.len()))),
        3 => bytes.truncate(at.max(110).min(bytes.len())),
        4 => {
            let end = (at + random.below(300)).min(bytes.len());
            bytes.extend_from_within(at..end);
        }
        _ => {
            let end = (at + piece.len()).min(bytes.len());
            bytes[at..end].copy_from_slice(&piece[..end - at]);
        }
    }
}

const PIECES: &[&[u8]] = &[
    b"~",
    b"*",
    b":",
    b"^",
    b"\n",
    b" ",
    b"\0",
    b"\xff",
    b"-",
    b".",
    b"**",
    b"~~",
    b"HL*2*1*22*0~",
    b"CLM*A*1~",
    b"LX*1~",
    b"ISA",
    b"GS*HC*A*B*20261123*1200*1*X*005010X222A1~",
    b"ST*837*0001~",
    b"SE*9*0001~",
    b"GE*1*1~",
    b"IEA*1*000000001~",
    b"NM1*85*2~",
    b"SV1*HC:1*1*UN*1***1~",
    b"CLP*1*1*1*1~",
    b"99999999999999999999",
];

/// Numbers that look random and are the same each time (xorshift).
struct Random(u64);

impl Random {
    fn new(name: &str) -> Self {
        let seed = name.bytes().fold(0x9e37_79b9_7f4a_7c15, |seed: u64, byte| {
            (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed | 1)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % limit.max(1) as u64) as usize
    }
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder, in order of their names.
fn files(folder: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder of the tests");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().filter(|path| path.is_file()).map(|path| fs::read(path).expect("a file")).collect()
}
