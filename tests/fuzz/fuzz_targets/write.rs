//! Fuzz target write: is there a remittance that does not survive being written and read?
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../src/generate/mod.rs"]
#[allow(dead_code, unused_imports, reason = "shared with the property tests")]
mod generate;
#[path = "../targets/write.rs"]
mod target;

fuzz_target!(|bytes: &[u8]| target::run(bytes));
