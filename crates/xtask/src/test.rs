//! Every check there is: does the whole project hold, from formatting to the pages?
//!
//! Steps run in order and all of them run, except those whose ground has already failed. The last line is
//! `N passed, N failed`, summed over every suite; a tool that is missing is a failure, never a skip.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::run::{command, has, target, tee};
use crate::tally::Tally;
use crate::{Outcome, setup, wasm};

/// Runs every step and prints the sum.
pub(crate) fn run() -> Outcome {
    let mut report = Report::default();
    report.commands("formatting", vec![command("cargo fmt --all -- --check")]);
    report.commands("lock files", lock_files());
    report.commands(
        "lints",
        vec![command("cargo clippy --quiet --workspace --all-targets -- -D warnings")],
    );
    report.action("poppler", setup::poppler);
    report.commands("Rust tests", rust_tests());

    let ready = report.action("set-up", setup::run) && report.action("package build", wasm::run);
    if ready {
        report.commands("no input or output in the core", core_imports_nothing());
        report.commands("size", vec![command("node tests/hosts/size.js")]);
        match setup::chromium() {
            Ok(path) => {
                report.commands("hosts", vec![node_suite("superbill-hosts", &path)]);
                report.commands("pages", vec![node_suite("superbill-www", &path)]);
            }
            Err(sentence) => report.failure("hosts and pages", &sentence),
        }
    }
    report.end()
}

/// Fails when a manifest says something its lock file does not.
fn lock_files() -> Vec<Command> {
    let npm = "npm ci --dry-run --ignore-scripts --silent --no-audit --no-fund";
    vec![command("cargo update --workspace --locked --quiet"), command(npm)]
}

fn rust_tests() -> Vec<Command> {
    let mut tests = if has("cargo-nextest") {
        command(
            "cargo nextest run --no-tests=pass --no-fail-fast --status-level=fail --final-status-level=fail",
        )
    } else {
        command("cargo test --quiet --no-fail-fast --lib --bins --tests")
    };
    // Tests of PDF files then fail where poppler is missing.
    tests.env("POPPLER", "required");
    vec![
        tests,
        command("cargo test --quiet --no-fail-fast --doc"),
        command("cargo test --quiet -p xtask"),
    ]
}

/// Links the core as a module of its own with all its code kept: nothing of a host may be asked for.
fn core_imports_nothing() -> Vec<Command> {
    let folder = target().join("wasm-core");
    let mut link = command(
        "cargo rustc --quiet -p superbill --lib --crate-type cdylib --target wasm32-unknown-unknown \
         -- -C link-dead-code -C link-arg=--no-gc-sections",
    );
    link.env("CARGO_TARGET_DIR", &folder);
    let mut look = command("node -e");
    look.arg(
        "const bytes = require('node:fs').readFileSync(process.argv[1]);
        const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
        for (const { module, name } of imports) console.error(`imports ${module}.${name}`);
        process.exitCode = imports.length ? 1 : 0;",
    );
    look.arg(folder.join("wasm32-unknown-unknown/debug/superbill.wasm"));
    vec![link, look]
}

fn node_suite(workspace: &str, chromium: &Path) -> Command {
    let mut npm = command(&format!("npm test --silent --workspace {workspace}"));
    npm.env("CHROMIUM", chromium);
    npm
}

/// What has been run so far.
#[derive(Default)]
struct Report {
    total: Tally,
    broken: Vec<String>,
}

impl Report {
    /// Runs commands of one step and adds what they count.
    fn commands(&mut self, name: &str, commands: Vec<Command>) {
        let started = Report::start(name);
        let mut step = Tally::default();
        for mut command in commands {
            match tee(&mut command) {
                Ok((succeeded, printed)) => step.add(Tally::read(succeeded, &printed)),
                Err(sentence) => {
                    eprintln!("{sentence}");
                    step.add(Tally { passed: 0, failed: 1 });
                }
            }
        }
        self.note(name, step, started);
    }

    /// Runs one step that is ours; says whether what builds on it can run.
    fn action(&mut self, name: &str, action: fn() -> Outcome) -> bool {
        let started = Report::start(name);
        let outcome = action();
        if let Err(sentence) = &outcome {
            eprintln!("{sentence}");
        }
        let succeeded = outcome.is_ok();
        self.note(name, Tally { passed: succeeded.into(), failed: (!succeeded).into() }, started);
        succeeded
    }

    fn failure(&mut self, name: &str, sentence: &str) {
        let started = Report::start(name);
        eprintln!("{sentence}");
        self.note(name, Tally { passed: 0, failed: 1 }, started);
    }

    fn start(name: &str) -> Instant {
        println!("\n== {name}");
        Instant::now()
    }

    fn note(&mut self, name: &str, step: Tally, started: Instant) {
        let seconds = started.elapsed().as_secs();
        println!("== {name}: {} passed, {} failed, {seconds} s", step.passed, step.failed);
        if step.failed > 0 {
            self.broken.push(name.to_owned());
        }
        self.total.add(step);
    }

    fn end(self) -> Outcome {
        let Tally { passed, failed } = self.total;
        if !self.broken.is_empty() {
            println!("\nfailed: {}", self.broken.join(", "));
        }
        println!("\n{passed} passed, {failed} failed");
        if failed == 0 {
            Ok(())
        } else {
            Err(format!("{} of the steps failed.", self.broken.len()))
        }
    }
}
