//! The claims' entry for browsers and their bundlers: how does a page get it?

export { init } from "../../hosts/claims.js";
export * from "../../claims.js";
