//! Tests over the whole: do the corpus, the hostile files and generated files read as they should?
//!
//! - `round_trip`, `balance`: generated remittances (`generate`) are written, read and scanned;
//! - `robust`: any bytes, any mutation and any chunk boundary;
//! - `hostile`: each file of `corpus/hostile` against what it expects;
//! - `corpus`: each remittance of `corpus` against a table that was read by a person;
//! - `journey`: claims that go to simulated payers and come back, until the patient has a statement;
//! - `coverage`: the table of the engine's rules against the rules and their tests;
//! - `facade`: the JSON a caller gets, for a handful of files;
//! - `smoke`: the fuzz targets on their seeds and a fixed set of mutations;
//! - `privacy`: no message tells who the patient is;
//! - `tidy`: the sources keep the project's rules.
//!
//! `UPDATE_GOLDEN=1 cargo test -p superbill-tests` rewrites `golden/`; read the difference before committing.
#![cfg(test)]
#![allow(clippy::panic, reason = "a failing check is a panic here")]

mod balance;
mod corpus;
mod coverage;
mod facade;
mod files;
mod generate;
mod golden;
mod hostile;
mod journey;
mod privacy;
mod reading;
mod robust;
mod round_trip;
mod smoke;
mod tidy;
