//! Download size: did the package grow, and is it still under its ceiling?

use crate::Outcome;
use crate::run::{command, execute};
use crate::wasm;

/// What to do with the sizes found.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Mode {
    /// Fail when they differ from the snapshot by more than its tolerance.
    Compare,
    /// Make them the snapshot.
    Accept,
}

/// Builds the package and measures it; Node does the measuring since it has gzip.
pub(crate) fn run(mode: Mode) -> Outcome {
    wasm::run()?;
    let mut measure = command("node tests/hosts/size.js");
    if mode == Mode::Accept {
        measure.arg("--accept");
    }
    execute(&mut measure)
}
