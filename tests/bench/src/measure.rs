//! Native measures: how long does each reading of a file take?
//!
//! Every line printed is a measure, its median and its best in megabytes a second, apart by tabs;
//! xtask makes the table. The name is `native/<what>/<set>/<megabytes>`.

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use superbill::code_sets::CodeBooks;
use superbill::edits::{Checker, Context, Ruleset, check};
use superbill::{NotValidated, RemittanceFile};
use superbill_exchange::{Envelope, claim};
use superbill_types::{Date, Findings, Quantity};
use superbill_x12::{Framer, Step, Unreadable};

use crate::generate::Kind;

/// Least time and least number of runs behind each median.
const LEAST: Duration = Duration::from_millis(600);
const RUNS: usize = 5;

/// Measures what is `wanted` on one file and prints it: `all`, or one measure for a profiler to
/// look at.
///
/// # Errors
/// [`NotValidated`] where the core cannot read what the generator wrote.
pub fn measure(kind: Kind, bytes: &[u8], wanted: &str) -> Result<(), NotValidated> {
    let print = |what: &str, times: &Times| {
        let megabytes = (bytes.len() + 500_000) / 1_000_000;
        let name = format!("native/{what}/{}/{megabytes}", kind.name());
        println(&name, times.rate(bytes.len()));
    };
    let wants = |what: &str| wanted == "all" || wanted == what;
    if wants("frame") {
        print("frame", &times(|| (), |()| frame(bytes))?);
    }
    if wants("open") && kind == Kind::Remittance {
        // A file takes the bytes as its own; they are copied before the clock starts.
        print("open", &times(|| bytes.to_vec(), RemittanceFile::open)?);
    }
    if wants("check") {
        let library = superbill_guides::library();
        print("check", &times(|| (), |()| superbill_x12::validate(bytes, library))?);
    }
    // Above ten megabytes the records of all claims would fill the memory of the machine.
    if kind == Kind::Claim && bytes.len() < 20_000_000 {
        claims(bytes, wants, print)?;
    }
    if wants("validate") {
        let options = superbill::ValidateOptions::default();
        print("validate", &times(|| (), |()| superbill::validate(bytes, &options))?);
    }
    Ok(())
}

/// Claims to the model and back; writing is measured by what is written, first as the model has it, then proved
/// against the guide as `build` does.
fn claims(
    bytes: &[u8],
    wants: impl Fn(&str) -> bool,
    print: impl Fn(&str, &Times),
) -> Result<(), Unreadable> {
    let envelope = Envelope::default();
    if wants("read") {
        print("read", &times(|| (), |()| claim::read(bytes))?);
    }
    if wants("write") || wants("prove") {
        let (batches, _) = claim::read(bytes)?;
        let refused = |_| unreachable!("the claims of the generator keep to their guide");
        if wants("write") {
            let write = |()| claim::write_unchecked(&batches, &envelope).map_err(refused);
            print("write", &times(|| (), write)?);
        }
        if wants("prove") {
            let library = superbill_guides::library();
            let write = |()| claim::write(&batches, &envelope, library).map_err(refused);
            print("prove", &times(|| (), write)?);
        }
    }
    Ok(())
}

/// The rules over one claim, with the packs of the package: from nothing, and after one field's change. Printed in
/// microseconds.
///
/// # Errors
/// [`Unreadable`] where the core cannot read what the generator wrote.
pub fn edits(claims: &[u8]) -> Result<(), Unreadable> {
    let (batches, _) = claim::read(claims)?;
    let Some(mut batch) = batches.into_iter().next() else { return Ok(()) };
    batch.claims.truncate(1);
    let mut books = CodeBooks::default();
    let packs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../pkg/codes");
    for pack in fs::read_dir(packs).into_iter().flatten().flatten() {
        let loaded = fs::read(pack.path()).map(|bytes| books.load(bytes));
        assert!(matches!(loaded, Ok(Ok(_))), "a pack of the package loads");
    }
    let ruleset = Ruleset::default();
    let today = Date::new(2026, 11, 2).expect("a day");
    let context = Context { today, books: &books, history: &[], ruleset: &ruleset };
    let micro = |times: &Times| {
        let of = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(CALLS);
        [of(times.0[times.0.len() / 2]), of(times.0[0])]
    };
    let full = |()| {
        for _ in 0..CALLS {
            black_box(check(&batch, &context));
        }
        Ok::<_, Unreadable>(())
    };
    println("native/edits/claim", micro(&times(|| (), full)?));
    let mut checker = Checker::default();
    let mut changing = batch.clone();
    let [one, two]: [Option<Quantity>; 2] = ["1", "2"].map(|units| units.parse().ok());
    let changed = |()| {
        for call in 0..CALLS {
            if let Some(line) = changing.claims[0].lines.first_mut() {
                line.units = if call % 2 == 0 { one } else { two };
            }
            black_box(checker.update(&changing, &context));
        }
        Ok::<_, Unreadable>(())
    };
    println("native/edits/field", micro(&times(|| (), changed)?));
    Ok(())
}

/// Calls behind one time of a check.
const CALLS: u32 = 1000;

/// Steps through every segment and counts them: the floor below every reading.
///
/// # Errors
/// [`Unreadable`] where the bytes cannot be framed.
pub fn frame(bytes: &[u8]) -> Result<usize, Unreadable> {
    let (mut framer, mut findings, mut segments) = (Framer::new(), Findings::default(), 0);
    while let Step::Segment(_) = framer.step(bytes, true, &mut findings)? {
        segments += usize::from(!framer.segment(bytes).is_empty());
    }
    Ok(segments)
}

/// Times of several runs, ascending.
struct Times(Vec<Duration>);

impl Times {
    /// Median and best, in megabytes of a million bytes a second.
    fn rate(&self, bytes: usize) -> [f64; 2] {
        let rate = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
        [rate(self.0[self.0.len() / 2]), rate(self.0[0])]
    }
}

/// Runs `work` on what `prepare` makes, which is not timed, as is dropping the result; once without
/// a clock.
fn times<P, R, E>(
    mut prepare: impl FnMut() -> P,
    mut work: impl FnMut(P) -> Result<R, E>,
) -> Result<Times, E> {
    black_box(work(prepare())?);
    let (mut times, begun) = (Vec::new(), Instant::now());
    while times.len() < RUNS || begun.elapsed() < LEAST {
        let prepared = prepare();
        let start = Instant::now();
        let result = black_box(work(prepared)?);
        times.push(start.elapsed());
        drop(result);
    }
    times.sort_unstable();
    Ok(Times(times))
}

#[expect(clippy::print_stdout, reason = "the measures are what the program is for")]
fn println(name: &str, [median, best]: [f64; 2]) {
    println!("{name}\t{median:.1}\t{best:.1}");
}
