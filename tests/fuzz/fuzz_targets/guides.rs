//! Fuzz target guides: does any file drawn from a guide, with one thing broken, keep every promise?
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../targets/guides.rs"]
mod target;

fuzz_target!(|bytes: &[u8]| target::run(bytes));
