//! Project commands: which one was asked for?
//!
//! `cargo xtask demo` and `cargo xtask test` are the two a newcomer needs: both do their own set-up. Each
//! command is one file; every program it starts goes through `run`, so failures read alike.

// A command line tool talks to its user.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod codes;
mod demo;
mod run;
mod setup;
mod size;
mod tally;
mod test;
mod wasm;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut words = arguments.iter().map(String::as_str);
    let command = words.next().unwrap_or("help");
    let rest: Vec<&str> = words.collect();
    match dispatch(command, &rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask {command}: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// What went wrong, as one sentence for the person at the terminal.
type Outcome = Result<(), String>;

fn dispatch(command: &str, rest: &[&str]) -> Outcome {
    match (command, rest) {
        ("setup", []) => setup::run(),
        ("wasm", []) => wasm::run(),
        ("demo", _) => demo::run(rest),
        ("test", []) => test::run(),
        ("bench", []) => bench::run(false),
        ("bench", ["--peers"]) => bench::run(true),
        ("codes", []) => codes::run(),
        ("size", []) => size::run(size::Mode::Compare),
        ("size", ["--accept"]) => size::run(size::Mode::Accept),
        ("help" | "--help" | "-h", _) => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("there is no such command or option.\n{HELP}")),
    }
}

const HELP: &str = "\
cargo xtask <command>

  demo            build everything and serve the pages on localhost
  test            every check there is; ends with `N passed, N failed`
  setup           the wasm target and the npm packages of the lock file (the two above do it themselves)
  wasm            build the npm package into pkg/dist
  bench           measure speed and write www/docs/benchmarks.md; --peers fetches other parsers first
  codes           build the code packs of the package from their sources and print their sizes
  size            compare the package's gzip sizes with tests/size.json; --accept rewrites it";
