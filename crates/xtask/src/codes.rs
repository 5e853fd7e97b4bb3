//! Code packs: what do their sources make, and how large is each?
//!
//! `cargo xtask codes` builds every shipped pack from `crates/codes/data/packs` into `pkg/codes` and prints
//! its size, raw and as a web server would send it (brotli 11, by Node's zlib).

use std::fs;

use superbill_codes::{SHIPPED, shipped};

use crate::Outcome;
use crate::run::{command, output, root};

/// Largest brotli size of a pack, in bytes.
const CEILINGS: [(&str, u64); 1] = [("icd10cm", 1_500_000)];

pub(crate) fn run() -> Outcome {
    let tables = root().join("crates/codes/data/packs");
    let packs = root().join("pkg/codes");
    fs::create_dir_all(&packs).map_err(|error| format!("pkg/codes: {error}."))?;
    for (name, system) in SHIPPED {
        let table = |file: &str| fs::read_to_string(tables.join(file)).ok();
        let pack = shipped(name, system, table).map_err(|error| format!("{name}: {error}."))?;
        let path = packs.join(format!("{name}.pack"));
        fs::write(&path, &pack).map_err(|error| format!("{}: {error}.", path.display()))?;
        let compressed = brotli(name)?;
        println!("{name:10} {:>9} bytes, brotli {compressed:>9}", pack.len());
        let ceiling = CEILINGS.iter().find(|it| it.0 == name);
        if ceiling.is_some_and(|it| compressed > it.1) {
            return Err(format!("{name} is over its ceiling of {} bytes.", CEILINGS[0].1));
        }
    }
    Ok(())
}

fn brotli(name: &str) -> Result<u64, String> {
    let script = "const z = require('zlib'), c = z.constants, b = require('fs').readFileSync(process.argv[1]); \
        console.log(z.brotliCompressSync(b, { params: { [c.BROTLI_PARAM_QUALITY]: 11, \
        [c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: b.length } }).length)";
    let mut node = command("node -e");
    node.arg(script).arg(format!("pkg/codes/{name}.pack"));
    let size = output(&mut node)?;
    size.trim().parse().map_err(|_| format!("node printed `{}`, not a size.", size.trim()))
}
