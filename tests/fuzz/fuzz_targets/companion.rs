//! Fuzz target companion: is any text a companion guide, or refused with its line?
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../targets/companion.rs"]
mod target;

fuzz_target!(|text: &str| target::run(text));
