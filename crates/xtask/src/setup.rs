//! Set-up: what must be on the machine before anything is built, and how is it brought there?
//!
//! Quick when nothing changed: the wasm target is asked of rustup, npm's lock file is compared with the copy
//! kept from the last install. Chromium is brought only for the tests.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::Outcome;
use crate::run::{command, execute, has, output, root, target};

/// Everything a build needs: the wasm target and the npm packages.
pub(crate) fn run() -> Outcome {
    wasm_target()?;
    npm_packages()
}

/// Adds `wasm32-unknown-unknown` to the toolchain in use.
pub(crate) fn wasm_target() -> Outcome {
    let sysroot = output(&mut command("rustc --print sysroot"))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).exists() {
        return Ok(());
    }
    println!("installing the Rust target {WASM_TARGET} (rustup)");
    execute(&mut command(&format!("rustup target add {WASM_TARGET}")))
        .map_err(|error| format!("the Rust target {WASM_TARGET} could not be had: {error}"))
}

/// Installs exactly what `package-lock.json` names, when it changed since the last time.
pub(crate) fn npm_packages() -> Outcome {
    let version = output(&mut command("node --version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    if major.and_then(|text| text.parse::<u32>().ok()).is_none_or(|major| major < 20) {
        return Err(format!("Node.js 20 or later is needed, this is {}.", version.trim()));
    }
    let lock = fs::read(root().join("package-lock.json"))
        .map_err(|error| format!("package-lock.json cannot be read: {error}."))?;
    let installed = root().join("node_modules/.superbill-lock.json");
    if fs::read(&installed).is_ok_and(|bytes| bytes == lock) {
        return Ok(());
    }
    println!("installing the npm packages of package-lock.json (npm ci)");
    execute(&mut command("npm ci --no-audit --no-fund --loglevel=error"))
        .map_err(|error| format!("the npm packages could not be had: {error}"))?;
    fs::write(&installed, lock).map_err(|error| format!("{}: {error}.", installed.display()))
}

/// Finds a Chromium, or installs Debian's or Ubuntu's package of it.
pub(crate) fn chromium() -> Result<PathBuf, String> {
    if let Some(path) = find_chromium() {
        return Ok(path);
    }
    const WANTED: &str = "the page tests need Chromium: install it, or set CHROMIUM to its path";
    apt("chromium", WANTED)?;
    find_chromium().ok_or_else(|| format!("{WANTED}."))
}

/// The program that takes the text out of PDF files, from the system's packages where it is missing.
pub(crate) fn poppler() -> Outcome {
    const WANTED: &str = "the tests of PDF files need pdftotext: install poppler-utils";
    if has("pdftotext") {
        return Ok(());
    }
    apt("poppler-utils", WANTED)?;
    if has("pdftotext") { Ok(()) } else { Err(format!("{WANTED}.")) }
}

/// Installs one of the system's packages; `wanted` says what for.
fn apt(package: &str, wanted: &str) -> Outcome {
    if !has("apt-get") {
        return Err(format!("{wanted}."));
    }
    println!("installing {package} (apt-get)");
    let install = format!("apt-get install -y -qq --no-install-recommends {package}");
    execute(&mut command("apt-get update -qq"))
        .and_then(|()| execute(command(&install).env("DEBIAN_FRONTEND", "noninteractive")))
        .map_err(|error| format!("{wanted}; apt-get could not: {error}"))
}

fn find_chromium() -> Option<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM").map(PathBuf::from) {
        return path.exists().then_some(path);
    }
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    names.iter().find_map(|name| {
        folders.iter().map(|folder| folder.join(name)).find(|candidate| candidate.exists())
    })
}

/// Where xtask keeps what it must remember between runs.
pub(crate) fn memory() -> Result<PathBuf, String> {
    let folder = target().join("xtask");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}.", folder.display()))?;
    Ok(folder)
}

const WASM_TARGET: &str = "wasm32-unknown-unknown";
