//! The entry without a module: how does a host that loads the WebAssembly itself get the package?

export { default as init } from "../superbill.js";
export * from "../index.js";
