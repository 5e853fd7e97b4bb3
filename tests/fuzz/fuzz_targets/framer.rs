//! Fuzz target framer: does any file, cut anywhere, read as the whole of it?
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../targets/framer.rs"]
mod target;

fuzz_target!(|bytes: &[u8]| target::run(bytes));
