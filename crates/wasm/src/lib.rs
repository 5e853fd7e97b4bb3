//! The WebAssembly surface: how does JavaScript call the core?.
