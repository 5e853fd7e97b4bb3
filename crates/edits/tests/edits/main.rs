//! Tests of the edits: do their examples, lists and incremental runs hold?

#![allow(clippy::panic, reason = "a test that cannot go on says why")]

mod case;
mod coverage;
mod examples;
mod incremental;
mod registry;
mod repair;
mod robust;
mod ruleset;
mod tables;
mod unloaded;
