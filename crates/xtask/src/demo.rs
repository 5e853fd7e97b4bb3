//! The demo: how does a newcomer see the pages on this machine?

use crate::Outcome;
use crate::run::{command, execute};
use crate::wasm;

/// Builds the package and serves `www` on localhost until Ctrl-C; further words go to Vite (`--port 8080`).
pub(crate) fn run(options: &[&str]) -> Outcome {
    wasm::run()?;
    println!("serving the pages; Ctrl-C ends it");
    let serve = "npm run dev --silent --workspace superbill-www -- --host localhost";
    execute(command(serve).args(options))
}
