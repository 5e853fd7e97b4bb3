//! The bench program: make files, or measure the core on them?
//!
//! `superbill-bench generate 835|837|837-drawn <bytes>` writes a file to standard output; `superbill-bench
//! measure all <megabytes>...` prints what [`superbill_bench::measure`] finds, `superbill-bench measure edits`
//! what the rules over one claim cost. `cargo xtask bench` calls all. In place of `all`, `frame`, `open`, `check`, `read`, `write`, `prove` or `validate` gives a profiler
//! one thing to look at.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use superbill_bench::generate::{self, Kind};
use superbill_bench::measure;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome =
        match words.as_slice() {
            ["generate", kind, bytes] => generate(kind, bytes),
            ["measure", "edits"] => measure::edits(&generate::file(Kind::Claim, 100_000))
                .map_err(|error| error.to_string()),
            ["measure", what, megabytes @ ..] => measure(what, megabytes),
            _ => Err("say `generate 835|837|837-drawn <bytes>` or `measure all <megabytes>...`"
                .to_owned()),
        };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            // A reader that has gone away is no reason to panic.
            let _ = writeln!(io::stderr(), "superbill-bench: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn generate(kind: &str, bytes: &str) -> Result<(), String> {
    let kind = Kind::named(kind).ok_or("the set is 835, 837 or 837-drawn")?;
    let size = bytes.parse().map_err(|_| "the size is a number of bytes")?;
    let mut sink = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    generate::write(kind, size, &mut sink)
        .and_then(|()| sink.flush())
        .map_err(|error| error.to_string())
}

fn measure(what: &str, megabytes: &[&str]) -> Result<(), String> {
    for kind in [Kind::Remittance, Kind::Claim, Kind::Drawn] {
        for size in megabytes {
            let size: u64 = size.parse().map_err(|_| "sizes are numbers of megabytes")?;
            let bytes = generate::file(kind, size * 1_000_000);
            measure::measure(kind, &bytes, what)
                .map_err(|error| format!("{}: {error}", kind.name()))?;
        }
    }
    Ok(())
}
