//! Speed: how fast is the core, native and as WebAssembly, beside other parsers on this machine?
//!
//! Makes files, runs the programs of `tests/bench` on them, prints the table of `table` and writes
//! it to `www/docs/benchmarks.md`. Each program prints lines of a measure, its median and its best;
//! several lines of one measure are runs of several processes. Nothing here fails because something
//! was slow.

#![allow(clippy::float_arithmetic, reason = "times are not money")]

mod sections;
mod table;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::Outcome;
use crate::run::{command, execute, output, root, target};
use crate::wasm;

/// Builds, measures, prints and writes; `peers` fetches other projects' parsers first.
pub(crate) fn run(peers: bool) -> Outcome {
    wasm::run()?;
    execute(&mut command("cargo build --quiet --release -p superbill-bench"))?;
    let folder = target().join("bench");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}.", folder.display()))?;
    if peers {
        fetch_peers(&folder)?;
    }
    let load_before = load();
    let bench = Bench { program: target().join("release/superbill-bench"), folder };
    let mut measures = Measures::default();
    bench.make_files()?;
    bench.native(&mut measures)?;
    bench.modules(&mut measures)?;
    bench.claims(&mut measures)?;
    bench.peers(&mut measures)?;
    let machine = machine(&load_before);
    println!("{}", table::text(&measures, &machine));
    let page = root().join("www/docs/benchmarks.md");
    let notes = fs::read_to_string(root().join("tests/bench/notes.md")).unwrap_or_default();
    fs::create_dir_all(page.parent().expect("the page lies in a folder"))
        .and_then(|()| fs::write(&page, table::page(&measures, &machine, &notes)))
        .map_err(|error| format!("{}: {error}.", page.display()))
}

/// Median and best of every measure, by its name.
#[derive(Debug, Default)]
pub(crate) struct Measures(BTreeMap<String, Vec<(f64, f64)>>);

impl Measures {
    /// Takes in what a program printed.
    fn read(&mut self, printed: &str) {
        for line in printed.lines() {
            let mut fields = line.split('\t');
            let name = fields.next().unwrap_or_default();
            let mut number = || fields.next().and_then(|text| text.trim().parse().ok());
            if let (Some(median), Some(best)) = (number(), number()) {
                self.0.entry(name.to_owned()).or_default().push((median, best));
            }
        }
    }

    /// The median over all runs of a measure.
    fn median(&self, name: &str) -> Option<f64> {
        let mut found: Vec<f64> = self.0.get(name)?.iter().map(|(median, _)| *median).collect();
        found.sort_by(f64::total_cmp);
        found.get(found.len() / 2).copied()
    }

    /// The best run, where `more` says that more is better.
    fn best(&self, name: &str, more: bool) -> Option<f64> {
        let found = self.0.get(name)?.iter().map(|(_, best)| *best);
        found.reduce(if more { f64::max } else { f64::min })
    }
}

/// The built bench program and where its files lie.
struct Bench {
    program: PathBuf,
    folder: PathBuf,
}

impl Bench {
    fn file(&self, set: &str, megabytes: &str) -> PathBuf {
        self.folder.join(format!("{set}-{megabytes}.x12"))
    }

    fn make_files(&self) -> Outcome {
        for set in ["835", "837"] {
            for (megabytes, bytes) in
                [("0.1", "100000"), ("1", "1000000"), ("10", "10000000"), ("100", "100000000")]
            {
                let path = self.file(set, megabytes);
                let file =
                    File::create(&path).map_err(|error| format!("{}: {error}.", path.display()))?;
                execute(Command::new(&self.program).args(["generate", set, bytes]).stdout(file))?;
            }
        }
        Ok(())
    }

    fn native(&self, measures: &mut Measures) -> Outcome {
        println!("measuring native code");
        for words in [&["measure", "all", "1", "10", "100"][..], &["measure", "edits"]] {
            measures.read(&output(Command::new(&self.program).args(words))?);
        }
        Ok(())
    }

    /// Both modules in Node: whole files, streams and the start, each in processes of their own.
    fn modules(&self, measures: &mut Measures) -> Outcome {
        for build in ["simd", "scalar"] {
            println!("measuring the {build} module in Node");
            for (set, megabytes) in
                [("835", "1"), ("835", "10"), ("835", "100"), ("837", "10"), ("837", "100")]
            {
                let mut node = command("node tests/bench/files.js");
                measures.read(&output(node.arg(build).arg(self.file(set, megabytes)))?);
            }
            for _ in 0..STARTS {
                let mut node = command("node tests/bench/start.js");
                measures.read(&output(node.arg(build).arg(self.file("835", "0.1")))?);
            }
            for bytes in ["10000000", "100000000", "1000000000"] {
                for _ in 0..STREAMS {
                    let mut node = command("node tests/bench/stream.js");
                    measures.read(&self.stream("835", bytes, node.arg(build))?);
                }
            }
        }
        for _ in 0..STARTS {
            let mut node = command("node tests/bench/start.js patient");
            measures.read(&output(node.arg(self.file("835", "0.1")))?);
        }
        for set in ["835", "837"] {
            let mut node = command("node tests/bench/check.js");
            measures.read(&self.stream(set, "100000000", node.arg(set))?);
        }
        Ok(())
    }

    /// The module for claims in Node, which holds every record of a file at once.
    fn claims(&self, measures: &mut Measures) -> Outcome {
        println!("measuring the module for claims in Node");
        let mut node = command("node tests/bench/claims.js");
        measures.read(&output(node.args([self.file("837", "1"), self.file("837", "10")]))?);
        let mut node = command("node tests/bench/entry.js");
        measures.read(&output(node.arg(self.file("837", "1")))?);
        Ok(())
    }

    /// Streams a generated file of any size into a program; no disk and no memory holds it.
    fn stream(&self, set: &str, bytes: &str, program: &mut Command) -> Result<String, String> {
        let mut generate = Command::new(&self.program);
        generate.args(["generate", set, bytes]).stdout(Stdio::piped());
        let mut generator = generate.spawn().map_err(|error| format!("the generator: {error}."))?;
        let from = generator.stdout.take().expect("standard output is piped");
        let printed = output(program.stdin(from));
        generator.wait().map_err(|error| format!("the generator: {error}."))?;
        printed
    }

    /// Other parsers, those that are there.
    fn peers(&self, measures: &mut Measures) -> Outcome {
        println!("measuring other parsers");
        let mut node = command("node tests/bench/peers.js");
        node.arg(self.file("835", "1")).arg(self.file("835", "10"));
        measures.read(&output(&mut node)?);
        let x12_types = x12_types(&self.folder);
        if x12_types.exists() {
            let mut program = Command::new(x12_types);
            measures.read(&output(program.arg(self.file("835", "1")).arg(self.file("835", "10")))?);
        }
        let x12valid = pyx12(&self.folder);
        if x12valid.exists() {
            for set in ["835", "837"] {
                // Its 999 of an 835 fails after the checks, so how it ends says nothing.
                let mut check = Command::new(&x12valid);
                let start = Instant::now();
                check.arg(self.file(set, "1")).output().map_err(|error| format!("{error}."))?;
                let rate = 1.0 / start.elapsed().as_secs_f64();
                measures.read(&format!("pyx12/{set}/1\t{rate}\t{rate}"));
            }
        }
        Ok(())
    }
}

/// Processes behind the median of a start, and of a stream.
const STARTS: usize = 9;
const STREAMS: usize = 3;

/// Builds x12-types and installs pyx12 below cargo's target folder.
fn fetch_peers(folder: &Path) -> Outcome {
    println!("fetching x12-types (cargo) and pyx12 (pip)");
    let build =
        "cargo build --quiet --release --locked --manifest-path tests/bench/peers/Cargo.toml";
    execute(command(build).env("CARGO_TARGET_DIR", folder.join("x12-types")))?;
    execute(command("python3 -m venv").arg(folder.join("python")))?;
    execute(Command::new(folder.join("python/bin/pip")).args([
        "install",
        "--quiet",
        "pyx12==4.0.0",
    ]))
}

fn x12_types(folder: &Path) -> PathBuf {
    folder.join("x12-types/release/superbill-bench-peers")
}

fn pyx12(folder: &Path) -> PathBuf {
    folder.join("python/bin/x12valid")
}

/// The machine and its compilers, as far as they can be told; one line each.
fn machine(load_before: &str) -> Vec<String> {
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("unknown processor", |text| text.trim_start_matches([' ', '\t', ':']));
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let version = |line: &str| output(&mut command(line)).unwrap_or_default().trim().to_owned();
    vec![
        format!("{model}, {cores} cores"),
        format!("{}, Node {}", version("rustc --version"), version("node --version")),
        format!("load before {load_before}, after {} (below 1 is a quiet machine)", load()),
    ]
}

/// The load average of the last minute.
fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().filter(|text| !text.is_empty()).unwrap_or("unknown").to_owned()
}
