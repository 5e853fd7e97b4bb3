//! The surface for claims: what does the module that checks and writes them offer?

export * from "./superbill_claims.js";
export { SuperbillError } from "./errors.js";
