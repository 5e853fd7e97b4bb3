//! The demo: how does a newcomer see the pages on this machine?

use crate::Outcome;
use crate::run::{execute, npm_bin, root};
use crate::wasm;

/// Builds the package and serves `www` on localhost until Ctrl-C; further words go to Vite (`--port 8080`).
pub(crate) fn run(options: &[&str]) -> Outcome {
    wasm::run()?;
    println!("serving the pages; Ctrl-C ends it");
    let www = root().join("www");
    execute(npm_bin("vite").args(["--host", "localhost"]).args(options).current_dir(www))
}
