//! Fuzz target claims: is any file of claims answered soundly, and does a streamed check agree with the whole?
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../targets/claims.rs"]
mod target;

fuzz_target!(|bytes: &[u8]| target::run(bytes));
