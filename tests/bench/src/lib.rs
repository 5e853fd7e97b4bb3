//! Speed: what is measured natively, and on which files?
//!
//! [`generate`] makes remittances and claims that balance, the same bytes for the same seed.
//! [`measure`] times the core on them. The program of this package does either for `cargo xtask
//! bench`, which runs the same files through the WebAssembly modules in Node and through other
//! parsers, and writes `www/docs/benchmarks.md`. `cargo bench -p superbill-bench` is the criterion
//! suite, for comparing one change with another.
#![allow(clippy::float_arithmetic, reason = "times are not money")]

pub mod generate;
pub mod measure;
