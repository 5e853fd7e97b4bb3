//! The packs' entry for browsers and their bundlers: how does a page get it?

export { init } from "../../hosts/packs.js";
export * from "../../packs.js";
