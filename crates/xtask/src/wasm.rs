//! The npm package's build: how do the Rust crates become `pkg/dist`?
//!
//! Two modules from one source, one with 128-bit SIMD and one without, share one JavaScript glue: a host picks
//! a module and nothing else differs. That both builds ask for the same glue is checked every time. Further
//! modules have glue of their own: one for a patient's page with remittances, accounts and statements alone,
//! one for claims, one for paper forms and one that makes code packs, which load on first use.

use std::collections::HashMap;
use std::fmt::Display;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::Outcome;
use crate::run::{command, execute, npm_bin, root, target};
use crate::setup;

/// Builds what changed and leaves a complete `pkg/dist`.
pub(crate) fn run() -> Outcome {
    setup::run()?;
    modules()?;
    execute(&mut command("npm run build --silent --workspace superbill"))
}

/// One way to build the module.
struct Build {
    /// Its name in `pkg/dist`.
    file: &'static str,
    /// The name of its glue there, without `.js`.
    glue: &'static str,
    /// Cargo's profile.
    profile: &'static str,
    /// Which parts of the crate it holds, as words for cargo.
    parts: &'static [&'static str],
    /// What rustc may assume of every host.
    rustflags: &'static str,
    /// What wasm-opt may assume besides `FEATURES`.
    features: &'static [&'static str],
    /// Its own folder below cargo's target folder, so that the two do not rebuild each other.
    folder: &'static str,
}

const BUILDS: [Build; 6] = [
    Build {
        file: "superbill_bg.wasm",
        glue: "superbill",
        profile: "wasm",
        parts: &[],
        rustflags: SIMD,
        features: &["--enable-simd"],
        folder: "wasm-simd",
    },
    Build {
        file: "superbill_scalar_bg.wasm",
        glue: "superbill",
        profile: "wasm",
        parts: &[],
        rustflags: "",
        features: &[],
        folder: "wasm-scalar",
    },
    Build {
        file: "superbill_patient_bg.wasm",
        glue: "superbill_patient",
        profile: "wasm-patient",
        parts: &["--no-default-features", "--features=accounts"],
        rustflags: SIMD,
        features: &["--enable-simd"],
        folder: "wasm-patient",
    },
    Build {
        file: "superbill_claims_bg.wasm",
        glue: "superbill_claims",
        profile: "wasm",
        parts: &["--no-default-features", "--features=claims"],
        rustflags: SIMD,
        features: &["--enable-simd"],
        folder: "wasm-claims",
    },
    Build {
        file: "superbill_forms_bg.wasm",
        glue: "superbill_forms",
        profile: "wasm-patient",
        parts: &["--no-default-features", "--features=forms"],
        rustflags: SIMD,
        features: &["--enable-simd"],
        folder: "wasm-forms",
    },
    Build {
        file: "superbill_packs_bg.wasm",
        glue: "superbill_packs",
        profile: "wasm-patient",
        parts: &["--no-default-features", "--features=packs"],
        rustflags: SIMD,
        features: &["--enable-simd"],
        folder: "wasm-packs",
    },
];

const SIMD: &str = "-C target-feature=+simd128";

/// How wasm-opt works: what it copies to where it is called, and what it keeps instead of computing twice,
/// makes the module larger once it is compressed, and no faster.
const OPTIMISATION: [&str; 3] = ["-O3", "--skip-pass=inlining-optimizing", "--skip-pass=local-cse"];

/// What rustc itself assumes of wasm32-unknown-unknown; Node 20 loads all of it.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds both modules, their glue and its types, unless cargo's output is the one they were made from.
fn modules() -> Outcome {
    let compiled = BUILDS.iter().map(compile).collect::<Result<Vec<_>, _>>()?;
    let dist = root().join("pkg/dist");
    let stamp_file = setup::memory()?.join("wasm.stamp");
    let stamp = stamp(&compiled)?;
    let exists = |name: &str| dist.join(name).exists();
    let complete =
        BUILDS.iter().all(|build| exists(build.file) && exists(&format!("{}.js", build.glue)));
    if complete && fs::read_to_string(&stamp_file).is_ok_and(|before| before == stamp) {
        return Ok(());
    }
    println!("binding and optimising pkg/dist/*.wasm");
    fs::create_dir_all(&dist).map_err(|error| format!("{}: {error}.", dist.display()))?;
    let mut glues = HashMap::new();
    for (build, path) in BUILDS.iter().zip(&compiled) {
        let glue = bind(build, path, &dist)?;
        if glues.insert(build.glue, glue.clone()).is_some_and(|before| before != glue) {
            return Err("the SIMD and the scalar build ask for different glue.".to_owned());
        }
    }
    for (name, Glue { script, types }) in glues {
        write(&dist.join(format!("{name}.js")), script.as_bytes())?;
        write(&dist.join(format!("{name}.d.ts")), types.as_bytes())?;
    }
    write(&stamp_file, stamp.as_bytes())
}

/// Compiles one module and says where cargo left it.
fn compile(build: &Build) -> Result<PathBuf, String> {
    let folder = target().join(build.folder);
    let mut cargo = command("cargo build --quiet -p superbill-wasm");
    cargo.args(["--target", "wasm32-unknown-unknown", "--profile", build.profile]);
    cargo.args(build.parts);
    cargo.env("CARGO_TARGET_DIR", &folder).env("RUSTFLAGS", build.rustflags);
    execute(&mut cargo)?;
    Ok(folder.join("wasm32-unknown-unknown").join(build.profile).join("superbill_wasm.wasm"))
}

#[derive(Clone, PartialEq)]
struct Glue {
    script: String,
    types: String,
}

/// Runs wasm-bindgen and wasm-opt over one module, writes it and returns its glue.
fn bind(build: &Build, compiled: &Path, dist: &Path) -> Result<Glue, String> {
    fn failed(error: impl Display) -> String {
        format!("wasm-bindgen: {error:#}.")
    }
    let mut output = Bindgen::new()
        .input_path(compiled)
        .web(true)
        .map_err(failed)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .out_name(build.glue)
        .generate_output()
        .map_err(failed)?;
    let script = named_error_before_init(output.js())?;
    let types = output.ts().unwrap_or_default().to_owned();

    let bound = compiled.with_extension("bound.wasm");
    write(&bound, &output.wasm_mut().emit_wasm())?;
    let mut wasm_opt = npm_bin("wasm-opt");
    wasm_opt.args(OPTIMISATION).args(FEATURES).args(build.features).arg(&bound);
    execute(wasm_opt.arg("-o").arg(dist.join(build.file)))?;
    Ok(Glue { script, types })
}

/// Makes a call before `init()` say so, instead of "cannot read properties of undefined".
///
/// The generated glue holds the module's exports in `wasm`, undefined until they are there. A stand-in that
/// throws on any use takes that place. wasm-bindgen is pinned; should its text change, the build stops here.
fn named_error_before_init(script: &str) -> Result<String, String> {
    const DECLARED: &str = "let wasmModule, wasmInstance, wasm;";
    const TESTED: &str = "if (wasm !== undefined) return wasm;";
    const STAND_IN: &str = "\
const notReady = new Proxy({}, {
    get() {
        const message = 'superbill: call init() first, and wait for it';
        throw Object.assign(new Error(message), { name: 'SuperbillError', code: 'MISUSE' });
    },
});
let wasmModule, wasmInstance, wasm = notReady;";
    if script.matches(DECLARED).count() != 1 || script.matches(TESTED).count() != 2 {
        return Err("wasm-bindgen's glue has a new shape; see named_error_before_init.".to_owned());
    }
    Ok(script.replace(DECLARED, STAND_IN).replace(TESTED, "if (wasm !== notReady) return wasm;"))
}

/// A fingerprint of everything `pkg/dist` is made from: both modules, this program, and binaryen's version.
fn stamp(compiled: &[PathBuf]) -> Result<String, String> {
    let this = std::env::current_exe().map_err(|error| format!("{error}."))?;
    let lock = root().join("package-lock.json");
    let mut hasher = DefaultHasher::new();
    for path in compiled.iter().chain([&this, &lock]) {
        fs::read(path).map_err(|error| format!("{}: {error}.", path.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}.", path.display()))
}
