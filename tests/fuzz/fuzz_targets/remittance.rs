//! Fuzz target remittance: can any file make the remittance readers panic or disagree?
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../targets/remittance.rs"]
mod target;

fuzz_target!(|bytes: &[u8]| target::run(bytes));
