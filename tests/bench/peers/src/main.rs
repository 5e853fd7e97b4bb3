//! x12-types: how fast does it read an 835 into its typed strings?
//!
//! The program is given files and prints, as the other programs of the bench do, a measure, its
//! median and its best in megabytes a second. It balances nothing.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use x12_types::util::Parser;
use x12_types::v005010::{_835, Transmission};

fn main() -> Result<(), Box<dyn Error>> {
    const RUNS: usize = 5;
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let megabytes = text.len() as f64 / 1e6;
        let mut rates = Vec::new();
        for _ in 0..RUNS {
            let start = Instant::now();
            let (rest, file) =
                Transmission::<_835>::parse(&text).map_err(|error| error.to_string())?;
            rates.push(megabytes / start.elapsed().as_secs_f64());
            black_box(file);
            if !rest.is_empty() {
                return Err("x12-types left something over".into());
            }
        }
        rates.sort_by(f64::total_cmp);
        println!("x12-types/835/{megabytes:.0}\t{:.1}\t{:.1}", rates[RUNS / 2], rates[RUNS - 1]);
    }
    Ok(())
}
