//! xtask: which project command was asked for?
fn main() {}
