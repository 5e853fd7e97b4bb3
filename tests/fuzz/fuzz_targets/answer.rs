//! Fuzz target answer: can any file make a description or an acknowledgment panic, or answer unsoundly?
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../targets/answer.rs"]
mod target;

fuzz_target!(|bytes: &[u8]| target::run(bytes));
