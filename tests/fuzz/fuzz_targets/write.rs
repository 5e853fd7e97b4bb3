//! Fuzz target write: is there a remittance that does not survive being written and read?
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../targets/write.rs"]
mod target;

fuzz_target!(|bytes: &[u8]| target::run(bytes));
