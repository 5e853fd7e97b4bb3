//! The WebAssembly surface: how does JavaScript call the core?
//!
//! No decisions are made here: each function turns its arguments into the core's, calls it, and turns the
//! answer into plain objects. Money crosses as decimal text, bulk columns as exact integers in
//! `BigInt64Array`. What is wrong with the caller's code or with bytes that cannot be framed is an `Error`
//! named `SuperbillError`; what is wrong with the data is a finding.

// JavaScript sees what is `pub`, whatever the module.
#![allow(unreachable_pub)]
// The module that makes packs hands out bytes alone.
#![cfg_attr(not(any(feature = "accounts", feature = "check", feature = "forms")), allow(dead_code))]

#[cfg(feature = "accounts")]
mod account;
#[cfg(feature = "check")]
mod acknowledge;
#[cfg(feature = "check")]
mod check;
#[cfg(feature = "claims")]
mod claim;
#[cfg(feature = "claims")]
mod claim_file;
#[cfg(feature = "claims")]
mod codes;
mod convert;
#[cfg(feature = "full")]
mod desk;
#[cfg(feature = "claims")]
mod entry;
mod error;
#[cfg(feature = "forms")]
mod form;
mod json;
#[cfg(feature = "packs")]
mod packs;
#[cfg(any(feature = "claims", feature = "forms"))]
mod records;
#[cfg(feature = "accounts")]
mod remit;
#[cfg(feature = "full")]
mod stream;
mod types;

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs once, before anything else: a panic, which only a bug can cause, then says where it was.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// The version of the package.
#[must_use]
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
