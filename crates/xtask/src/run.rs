//! Running programs: where is the project, how is a program started, and what if it is not there?

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use crate::Outcome;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).expect("crates/xtask lies two below the root").to_owned()
}

/// Where cargo builds: `CARGO_TARGET_DIR`, or `target`.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A command that starts in the root: `command("npm ci")`.
pub(crate) fn command(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let mut command = Command::new(words.next().expect("a command line names its program"));
    command.args(words).current_dir(root());
    command
}

/// A program of an installed npm package: `npm_bin("tsc")`.
pub(crate) fn npm_bin(name: &str) -> Command {
    let mut command = Command::new(root().join("node_modules/.bin").join(name));
    command.current_dir(root());
    command
}

/// Runs to the end with the terminal's own input and output.
pub(crate) fn execute(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status}).", line(command))) }
}

/// Runs to the end and hands back what it printed on standard output.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        Err(format!("`{}` failed ({}): {}", line(command), output.status, said.trim()))
    }
}

/// Runs to the end, shows everything it prints as it comes, and hands that back too.
pub(crate) fn tee(command: &mut Command) -> Result<(bool, String), String> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| not_started(command, &error))?;
    let out = child.stdout.take().expect("standard output is piped");
    let err = child.stderr.take().expect("standard error is piped");
    let errors = thread::spawn(move || copy(err, &mut std::io::stderr()));
    let mut text = copy(out, &mut std::io::stdout());
    text.push_str(&errors.join().expect("copying lines does not panic"));
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    Ok((status.success(), text))
}

/// Whether a program can be started at all.
pub(crate) fn has(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

fn copy(from: impl Read, to: &mut impl Write) -> String {
    let mut text = String::new();
    let mut reader = BufReader::new(from);
    let mut bytes = Vec::new();
    while reader.read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
        // A closed terminal must not lose the count.
        let _ = to.write_all(&bytes);
        text.push_str(&String::from_utf8_lossy(&bytes));
        bytes.clear();
    }
    text
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let program = program.to_string_lossy();
    match error.kind() {
        ErrorKind::NotFound => match &*program {
            "node" | "npm" => "Node.js 20 or later with npm is needed; get it from https://nodejs.org or the system's packages.".to_owned(),
            "rustup" => "rustup is needed; get it from https://rustup.rs.".to_owned(),
            _ => format!("`{program}` is missing; run `cargo xtask setup`."),
        },
        _ => format!("`{program}` could not be started: {error}."),
    }
}
