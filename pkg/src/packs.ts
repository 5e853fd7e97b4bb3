//! The surface for packs: what does the module that makes them offer?

export * from "./superbill_packs.js";
export { SuperbillError } from "./errors.js";
