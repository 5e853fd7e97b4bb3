//! NCCI at full size: how large is a table of 2.6 million pairs, and how fast does it answer?
//!
//! Writes a synthetic table in the published layout (no real pair is in it), packs it, and asks a million
//! questions: `cargo run --release -p superbill-codes --features build --example ncci`.

#![allow(clippy::print_stdout, reason = "it tells what it measured")]

use std::fmt::Write as _;
use std::time::Instant;

use superbill_codes::{CodeBooks, NcciBuilder, NcciSetting, PairAnswer};
use superbill_types::Date;

const PAIRS: usize = 2_600_000;
const CODES: usize = 13_000;
const QUESTIONS: u32 = 1_000_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (file, sample) = table();
    println!("text       {:>12} bytes, {PAIRS} pairs of {CODES} codes", file.len());
    let builder = NcciBuilder::new("2026 Q4", "synthetic").ok_or("a quarter")?;
    let start = Instant::now();
    let pack = builder.pairs(NcciSetting::Practitioner, &[file.as_bytes()])?;
    println!("packed     {:>12} bytes in {:?}", pack.len(), start.elapsed());
    assert!(pack.len() <= 10_000_000, "a pack of {} bytes", pack.len());

    let mut books = CodeBooks::default();
    let start = Instant::now();
    books.load(pack)?;
    println!("loaded     in {:?}", start.elapsed());
    let on = Date::new(2026, 11, 23).ok_or("a day")?;
    let start = Instant::now();
    let mut denied = 0;
    for question in 0..QUESTIONS {
        // Half of them are pairs of the table, half are the other way round.
        let (one, other) = &sample[question as usize / 2 % sample.len()];
        let (one, other) = if question % 2 == 0 { (one, other) } else { (other, one) };
        let answer = books.pair(NcciSetting::Practitioner, one, other, on);
        denied += u32::from(matches!(answer, PairAnswer::Denied { .. }));
    }
    println!("{QUESTIONS} answers, {:?} each, {denied} denied", start.elapsed() / QUESTIONS);
    Ok(())
}

/// A table in the published layout, and some of its pairs. Codes are numbers that nobody gave a meaning; days
/// are those of quarters since 1996; a third of the pairs has ended.
fn table() -> (String, Vec<(String, String)>) {
    let mut random = Random(20_261_001);
    let mut text = String::from("Synthetic. No real pair is in this table.\n\n");
    text.push_str("Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\t");
    text.push_str("Deletion Date *=no data\tModifier\tPTP Edit Rationale\n");
    let mut sample = Vec::new();
    let code = |number: usize| format!("{:05}", number * 7);
    for pair in 0..PAIRS {
        let first = pair * CODES / PAIRS;
        let second = random.below(CODES);
        let quarter = |number: usize| {
            let (year, month) = (1996 + number / 4, [1, 4, 7, 10][number % 4]);
            format!("{year}{month:02}01")
        };
        // Most pairs came with the yearly editions.
        let from = if random.below(4) == 0 { random.below(120) } else { random.below(30) * 4 };
        let ended = random.below(3) == 0;
        let until = from + 1 + random.below(122 - from);
        let until = if ended { quarter(until) } else { "*".to_owned() };
        let (one, other, indicator) = (code(first), code(second), random.below(10).min(1));
        let from = quarter(from);
        // Writing to a string does not fail.
        let _ = writeln!(text, "{one}\t{other}\t\t{from}\t{until}\t{indicator}\tSynthetic");
        if pair % 260 == 0 {
            sample.push((one, other));
        }
    }
    (text, sample)
}

/// Numbers that look random and are the same each time (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap_or_default()
    }
}
